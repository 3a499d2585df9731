//! The cover page and index: tagged, in both languages, with every fact, and never held up by what somebody typed.

use std::time::Instant;

use crate::sample::{leila, selam};
use crate::tools::{BOTH, FONTS, POLICY, asked, holds, info, metadata, structure, text};
use jiff::civil::date;
use safeconduct_domain::completeness::Section;
use safeconduct_domain::person::Relationship;
use safeconduct_domain::policy::Language;
use safeconduct_letters::*;

const HASH: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn say(language: Language, en: &str, fr: &str) -> String {
    match language {
        Language::En => en.to_owned(),
        Language::Fr => fr.to_owned(),
    }
}

fn empty() -> Cover {
    Cover {
        date: date(2026, 11, 22),
        partner: "Front Line Defenders".to_owned(),
        origin: None,
        numbers: Vec::new(),
        referred_on: None,
        priority: "normal",
        grounds: String::new(),
        correspondence: None,
        categories: Vec::new(),
        persons: Vec::new(),
        interview: Vec::new(),
        adverse: Vec::new(),
        attested: None,
        consents: Vec::new(),
        declared: None,
        kept: false,
        lacking: Vec::new(),
        items: Vec::new(),
    }
}

fn member(name: Name, relationship: Relationship, born: &str) -> Member {
    Member {
        name,
        relationship: relationship.code(),
        travels: relationship != Relationship::OtherRelative,
        born: born.parse().ok(),
        nationalities: Vec::new(),
        stateless: false,
        lives: None,
    }
}

pub fn full(language: Language, documents: usize) -> Cover {
    let country = |en: &str, fr: &str| say(language, en, fr);
    let mut principal = member(leila(), Relationship::PrincipalApplicant, "1984-03-01");
    principal.nationalities = vec![country("Syria", "Syrie"), country("Lebanon", "Liban")];
    principal.lives = Some(country("Türkiye", "Türkiye"));
    let mut child = member(selam(), Relationship::DependentChild, "2009-05");
    child.stateless = true;
    let parent = member(
        Name::latin("Rim Haddad"),
        Relationship::OtherRelative,
        "1950",
    );
    let lacking = Section::ALL
        .into_iter()
        .enumerate()
        .map(|(at, section)| Lacking {
            item: MissingItem {
                what: format!(
                    "{at}. {}",
                    say(language, "A photograph", "Une photographie")
                ),
                person: (at % 2 == 0).then(selam),
                provisions: match at {
                    0 => vec!["A16(2)(a)".parse().unwrap(), "R140.1(a)".parse().unwrap()],
                    _ => Vec::new(),
                },
            },
            assumed: at % 2 == 1,
            blocks: at < 5,
            mend: section.code(),
        });
    let items = (1..=documents).map(|number| Indexed {
        file: format!("documents/{number:03}.pdf"),
        what: say(language, "Identity document", "Pièce d’identité"),
        person: (number % 3 != 0).then(leila),
        name: format!("هوية {number}.pdf"),
        size: 1_234_567,
        sha256: HASH.to_owned(),
        kept: number == 2,
    });
    Cover {
        origin: Some("ProtectDefenders.eu".to_owned()),
        numbers: vec![
            Number {
                kind: NumberKind::Partner,
                number: "FLD-2026-0417".to_owned(),
                person: None,
            },
            Number {
                kind: NumberKind::Unhcr,
                number: "812-26C00417".to_owned(),
                person: None,
            },
        ],
        referred_on: Some(date(2026, 11, 1)),
        priority: "urgent",
        grounds: "Men in a car came to the house twice this week.".to_owned(),
        correspondence: Some(language),
        categories: vec![say(language, "Journalist", "Journaliste")],
        persons: vec![principal, child, parent],
        interview: vec![
            say(language, "Arabic", "arabe"),
            say(language, "English", "anglais"),
        ],
        adverse: vec![country("Syria", "Syrie")],
        attested: Some(Attested {
            by: "Orla Byrne".to_owned(),
            on: date(2026, 10, 30),
            grounds: "Twelve years of documenting enforced disappearances.\n\nعملها موثق لدينا."
                .to_owned(),
        }),
        consents: vec![
            Consent {
                name: leila(),
                on: date(2026, 10, 2),
                written: true,
                outcome: true,
            },
            Consent {
                name: selam(),
                on: date(2026, 10, 3),
                written: false,
                outcome: false,
            },
        ],
        declared: Some(Declared {
            on: date(2026, 10, 4),
            family: true,
            represented: true,
        }),
        kept: true,
        lacking: lacking.collect(),
        items: items.collect(),
        ..empty()
    }
}

pub fn made(cover: &Cover, language: Language) -> Pdf {
    render_cover(cover, language, &POLICY, &FONTS).unwrap()
}

/// In the order of the file, since columns part a cell's words, and as it stands on paper.
fn said(pdf: &Pdf) -> String {
    let before = ["-enc", "UTF-8", "-raw"];
    let raw = asked("poppler-utils", "pdftotext", &before, &["-"], pdf);
    format!("{raw}\n{}", text(pdf))
}

#[test]
fn it_is_tagged_and_says_everything_in_both_languages() {
    for language in BOTH {
        let pdf = made(&full(language, 7), language);
        let said = said(&pdf);
        assert!(!said.contains(['{', '}', '\u{fffd}']), "{said}");
        for fact in [
            "Front Line Defenders",
            "ProtectDefenders.eu",
            "FLD-2026-0417",
            "812-26C00417",
            "Leila Haddad",
            "ليلى حداد",
            "ሰላም ተስፋይ",
            "Rim Haddad",
            "Orla Byrne",
            "Men in a car came",
            "Twelve years of documenting",
            "documents/007.pdf",
            HASH,
            "referral.json",
            &say(language, "1,234,567", "1 234 567"),
            &say(language, "May 2009", "mai 2009"),
            &say(language, "1 March 1984", "1er mars 1984"),
            &say(language, "stateless", "apatride"),
            &say(language, "does not accompany", "n’accompagne pas"),
            &say(
                language,
                "Holds what is confidential from members of the family",
                "Contient des éléments confidentiels à l’égard de membres de la famille",
            ),
            &say(language, "IRPR s. 140.1(a)", "RIPR, art. 140.1a)"),
            &say(
                language,
                "Index of documents (7)",
                "Index des documents (7)",
            ),
            &say(language, "Add the document.", "Ajouter le document."),
        ] {
            assert!(holds(&said, fact), "“{fact}” is not in\n{said}");
        }
        // the mark stands beside one document, and only there
        let confidential = say(language, "confidential", "confidentiel");
        for number in 1..=7 {
            let begins = format!("{number} {confidential}");
            let mut lines = said
                .lines()
                .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
            let marked = lines.any(|line| line.starts_with(&begins));
            assert_eq!(marked, number == 2, "{number}\n{said}");
        }
        let structure = structure(&pdf);
        for tag in ["H1", "H2", "Table", "TH", "TD", "L"] {
            assert!(structure.contains(tag), "{tag}\n{structure}");
        }
        let info = info(&pdf);
        assert!(info.contains("Tagged:          yes"), "{info}");
        // no name of a person stands in what a list of files would show
        assert!(!info.contains("Haddad"), "{info}");
        assert!(metadata(&pdf).contains("<pdfuaid:part>1<"));
    }
}

/// A referral that has only just been opened has a cover page too.
#[test]
fn a_referral_of_which_nothing_is_known_has_a_cover_page() {
    for language in BOTH {
        let said = said(&made(&empty(), language));
        for fact in [
            say(language, "not yet submitted", "pas encore présentée"),
            say(
                language,
                "Nobody has been entered yet.",
                "Personne n’a encore été inscrit.",
            ),
            say(
                language,
                "Nobody has attested it yet.",
                "Personne ne l’a encore attesté.",
            ),
            say(
                language,
                "There are no documents yet.",
                "Il n’y a pas encore de documents.",
            ),
        ] {
            assert!(holds(&said, &fact), "“{fact}” is not in\n{said}");
        }
        let kept = say(
            language,
            "Holds what is confidential",
            "Contient des éléments confidentiels",
        );
        assert!(!holds(&said, &kept), "{said}");
    }
    let nobody = Cover {
        partner: String::new(),
        ..empty()
    };
    let refused = render_cover(&nobody, Language::En, &POLICY, &FONTS);
    assert_eq!(refused, Err(Error::Empty("partner")));
}

#[test]
fn what_cannot_be_printed_is_spelt_out_and_nothing_is_an_instruction() {
    let mut cover = full(Language::En, 1);
    cover.items[0].name = "pass\u{202e}fdp.exe \u{1f9d1} #let x = 1 *b*".to_owned();
    cover.persons[0].name.latin = "Leila \u{1f9d1} Haddad".to_owned();
    let said = said(&made(&cover, Language::En));
    for fact in ["U+202E", "U+1F9D1", "#let x = 1 *b*"] {
        assert!(holds(&said, fact), "{fact}\n{said}");
    }
}

#[test]
fn forty_documents_take_this_long() {
    let begun = Instant::now();
    let pdf = made(&full(Language::Fr, 40), Language::Fr);
    println!(
        "a cover page with 40 documents: {} pages, {} bytes, {:?}",
        pdf.pages(),
        pdf.bytes().len(),
        begun.elapsed()
    );
    assert!(pdf.pages() < 20);
    let again = made(&full(Language::Fr, 40), Language::Fr);
    assert_eq!(pdf.bytes(), again.bytes());
}
