//! Tags, titles, languages and standards, as programs of others see them.

use crate::sample;
use crate::tools::{BOTH, asked, info, made, metadata, structure};
use safeconduct_domain::policy::Language;
use safeconduct_letters::Kind;

/// The names of the tags, in order.
fn tags(structure: &str) -> Vec<&str> {
    let names = structure.lines().map(str::trim);
    let names = names.filter_map(|line| {
        line.split_once(' ')
            .map_or(Some(line), |(name, _)| Some(name))
    });
    let known = [
        "Document", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
        "TD",
    ];
    names
        .map(|name| name.trim_end_matches(':'))
        .filter(|name| known.contains(name))
        .collect()
}

#[test]
fn every_letter_is_tagged() {
    for language in BOTH {
        for letter in sample::all(language) {
            let kind = letter.kind();
            let pdf = made(&letter, language);
            let structure = structure(&pdf);
            let tags = tags(&structure);
            assert_eq!(
                tags.iter().filter(|tag| **tag == "H1").count(),
                1,
                "{kind:?}\n{structure}"
            );
            assert!(
                tags.contains(&"H2") && tags.contains(&"P"),
                "{kind:?}\n{structure}"
            );
            // no level is skipped
            let mut level = 1;
            for tag in tags
                .iter()
                .filter(|tag| tag.starts_with('H') && tag.len() == 2)
            {
                let next: u32 = tag[1..].parse().unwrap();
                assert!(next <= level + 1, "{kind:?}: {tag} after H{level}");
                level = next;
            }
            let lists = matches!(
                kind,
                Kind::Invitation | Kind::Fairness | Kind::Refusal | Kind::Approval
            );
            assert_eq!(tags.contains(&"LI"), lists, "{kind:?}\n{structure}");
            let tables = matches!(kind, Kind::Outcomes | Kind::Acknowledgement | Kind::Return);
            assert_eq!(
                tags.contains(&"TH") && tags.contains(&"TD"),
                tables,
                "{kind:?}\n{structure}"
            );
        }
    }
}

#[test]
fn reading_order_is_that_of_the_letter() {
    let pdf = made(&sample::all(Language::En)[1], Language::En);
    let structure = structure(&pdf);
    let mut from = 0;
    for next in [
        "Nairobi migration office",
        "Selam Tesfay",
        "Procedural fairness letter",
        "Concern 1",
        "What it rests on",
        "Concern 2",
        "What you can do",
        "By when",
        "How to answer safely",
        "Yours sincerely",
    ] {
        let at = structure[from..].find(next);
        from += at.unwrap_or_else(|| panic!("{next} is not after what precedes it\n{structure}"));
    }
}

#[test]
fn title_language_and_standards_are_declared() {
    for language in BOTH {
        let (code, title) = match language {
            Language::En => ("en-CA", "Decision on your application: refusal"),
            Language::Fr => ("fr-CA", "Décision sur votre demande : refus"),
        };
        let pdf = made(&sample::all(language)[2], language);
        let info = info(&pdf).replace('\u{a0}', " ");
        assert!(info.contains(title), "{info}");
        assert!(info.contains("Tagged:          yes"), "{info}");
        // no name of a person stands in what a list of files would show
        assert!(!info.contains("Haddad"), "{info}");
        let metadata = metadata(&pdf);
        for declared in [
            "<pdfuaid:part>1<",
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
        ] {
            assert!(metadata.contains(declared), "{declared}\n{metadata}");
        }
        let whole = asked(
            "qpdf",
            "qpdf",
            &["--qdf", "--object-streams=disable"],
            &["-"],
            &pdf,
        );
        assert!(whole.contains(&format!("/Lang ({code})")), "{code}");
        assert!(whole.contains("/DisplayDocTitle true"));
    }
}

#[test]
fn every_file_is_sound() {
    for language in BOTH {
        for letter in sample::all(language) {
            let said = asked("qpdf", "qpdf", &["--check"], &[], &made(&letter, language));
            assert!(
                said.contains("No syntax or stream encoding errors"),
                "{said}"
            );
        }
    }
}
