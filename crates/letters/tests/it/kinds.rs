//! Every kind in both languages says what it must, and says it whole.

use crate::sample;
use crate::tools::{BOTH, POLICY, holds, made, text};
use jiff::civil::date;
use safeconduct_domain::policy::Language;
use safeconduct_letters::*;

/// What must stand in each letter besides its own texts: dates and citations, the way of the language.
fn must(kind: Kind, language: Language) -> Vec<&'static str> {
    let (en, fr): (&[_], &[_]) = match kind {
        Kind::Invitation => (
            &[
                "14 January 2027",
                "9:30 (Nairobi time)",
                "20 December 2026",
                "IRPA s. 16(1)",
                "Tigrinya",
                "S.C. 2001, c. 27",
            ],
            &[
                "14 janvier 2027",
                "9 h 30 (heure de Nairobi)",
                "20 décembre 2026",
                "LIPR, art. 16(1)",
                "tigrigna",
                "L.C. 2001, ch. 27",
            ],
        ),
        Kind::Fairness => (
            &[
                "22 December 2026",
                "IRPR s. 139(1)(d)(i)",
                "IRPA s. 36(1)(b); IRPA s. 33",
                "Concern 2",
                "SOR/2002-227",
            ],
            &[
                "22 décembre 2026",
                "RIPR, art. 139(1)d)(i)",
                "LIPR, art. 36(1)b); LIPR, art. 33",
                "Préoccupation 2",
                "DORS/2002-227",
            ],
        ),
        Kind::Refusal => (
            &[
                "20 November 2026",
                "21 January 2027",
                "within 60 days",
                "IRPA s. 72(2)(b)",
                "IRPA s. 72(2)(c)",
                "Federal Court",
                "IRPR s. 139(1)(e); IRPA s. 96(a)",
                "IRPR s. 139(1)(d)(ii)",
                "Convention refugees abroad class (IRPR s. 144; IRPR s. 145)",
                "Country of asylum class (IRPR s. 146; IRPR s. 147)",
                "No answer was received.",
                "1 August 2026",
            ],
            &[
                "20 novembre 2026",
                "21 janvier 2027",
                "dans les 60 jours",
                "LIPR, art. 72(2)b)",
                "LIPR, art. 72(2)c)",
                "Cour fédérale",
                "RIPR, art. 139(1)e); LIPR, art. 96a)",
                "RIPR, art. 139(1)d)(ii)",
                "Catégorie des réfugiés au sens de la Convention outre-frontières",
                "Catégorie de personnes de pays d’accueil",
                "Aucune réponse n’a été reçue.",
                "1er août 2026",
            ],
        ),
        Kind::Approval => (
            &[
                "IRPR s. 139(1); IRPR s. 70(1)",
                "31 August 2027",
                "IRPR s. 30(3)",
                "IRPR s. 141(1)(a)",
                "within one year",
                "IRPR s. 141(1)(b)",
            ],
            &[
                "RIPR, art. 139(1); RIPR, art. 70(1)",
                "31 août 2027",
                "RIPR, art. 30(3)",
                "RIPR, art. 141(1)a)",
                "dans un délai d’un an",
                "RIPR, art. 141(1)b)",
            ],
        ),
        Kind::Outcomes => (
            &[
                "Approved",
                "Refused",
                "Withdrawn",
                "19 November 2026",
                "outcome only",
                "has not been told yet",
            ],
            &[
                "Approuvée",
                "Refusée",
                "Retirée",
                "19 novembre 2026",
                "ne donne que l’issue",
                "n’a pas encore été informé",
            ],
        ),
        Kind::Acknowledgement => (
            &[
                "18 November 2026",
                "17 November 2026",
                "IRPR s. 25.1(7)",
                "G000123456",
                "11-2233-4466",
                "FLD-2026-0417",
            ],
            &[
                "18 novembre 2026",
                "17 novembre 2026",
                "RIPR, art. 25.1(7)",
                "G000123456",
                "11-2233-4466",
                "FLD-2026-0417",
            ],
        ),
        Kind::Return => (
            &[
                "18 December 2026",
                "IRPR s. 10(1)(a)",
                "IRPR s. 140.1(b)",
                "Practice of the office",
                "IRPR s. 139(1)(b)",
            ],
            &[
                "18 décembre 2026",
                "RIPR, art. 10(1)a)",
                "RIPR, art. 140.1b)",
                "Pratique du bureau",
                "RIPR, art. 139(1)b)",
            ],
        ),
    };
    match language {
        Language::En => en.to_vec(),
        Language::Fr => fr.to_vec(),
    }
}

/// Every text of a letter that is the writer's own.
fn own(letter: &Letter) -> Vec<String> {
    let envelope = letter.envelope();
    let mut out = vec![
        envelope.office.name.clone(),
        envelope.office.place.clone(),
        envelope.signatory.name.clone(),
        envelope.signatory.title.clone(),
    ];
    out.extend(names(std::slice::from_ref(&envelope.addressee)));
    out.extend(envelope.through.clone());
    out.extend(envelope.numbers.iter().map(|number| number.number.clone()));
    match letter {
        Letter::Invitation(i) => {
            out.extend(names(&i.persons));
            out.extend(i.bring.clone());
            out.push(i.remarks.clone());
            if let Means::InPerson(place) = &i.means {
                out.push(place.clone());
            }
        }
        Letter::Fairness(f) => {
            for c in &f.concerns {
                out.extend(c.person.iter().flat_map(|p| names(std::slice::from_ref(p))));
                out.extend([c.about.clone(), c.disclosed.clone()]);
                out.extend(c.concern.lines().map(str::to_owned));
            }
        }
        Letter::Refusal(r) => out.extend(r.persons.iter().flat_map(of_refused)),
        Letter::Approval(a) => {
            out.extend(names(&a.persons));
            out.extend(names(&a.left_behind));
            out.extend(a.next.clone());
        }
        Letter::Outcomes(o) => out.extend(
            o.persons
                .iter()
                .flat_map(|p| names(std::slice::from_ref(&p.name))),
        ),
        Letter::Acknowledgement(a) => out.extend(a.numbers.iter().map(|n| n.number.clone())),
        Letter::Return(r) => {
            out.extend(r.missing.iter().map(|m| m.what.clone()));
            out.push(r.remarks.clone());
        }
    }
    out
}

fn names(names: &[Name]) -> Vec<String> {
    let both = names
        .iter()
        .flat_map(|n| [Some(n.latin.clone()), n.native.clone()]);
    both.flatten().collect()
}

fn of_refused(person: &RefusedPerson) -> Vec<String> {
    let mut out = names(std::slice::from_ref(&person.name));
    for finding in &person.findings {
        out.push(finding.conclusion.clone());
        let evidence = finding.evidence.iter();
        out.extend(evidence.flat_map(|e| [e.what.clone(), e.falls_short.clone()]));
    }
    out.extend([person.evidence.clone(), person.reasons.clone()]);
    for c in &person.concerns {
        out.extend([c.concern.clone(), c.answer.clone(), c.weighed.clone()]);
    }
    out.extend(
        person
            .grounds
            .iter()
            .flat_map(|g| [g.ground.clone(), g.reasons.clone()]),
    );
    out
}

#[test]
fn every_fact_is_there_and_no_place_is_left_open() {
    let mut facts = 0;
    for language in BOTH {
        for letter in sample::all(language) {
            let kind = letter.kind();
            let text = plain(&letter, language);
            assert!(!text.contains(['{', '}', '\u{fffd}']), "{kind:?}: {text}");
            let title = POLICY
                .letter_text(&format!("{}-title", kind.name()), date(2026, 11, 22))
                .unwrap();
            for fact in own(&letter)
                .iter()
                .map(String::as_str)
                .chain(must(kind, language))
                .chain([title.text.get(language)])
            {
                facts += 1;
                assert!(
                    holds(&text, fact),
                    "{kind:?} {language:?}: “{fact}” is not in\n{text}"
                );
            }
        }
    }
    println!("{facts} facts found in {} letters", 2 * Kind::ALL.len());
}

fn plain(letter: &Letter, language: Language) -> String {
    // tables in columns part a cell's words: read in the order of the file as well
    let pdf = made(letter, language);
    let raw = crate::tools::asked(
        "poppler-utils",
        "pdftotext",
        &["-enc", "UTF-8", "-raw"],
        &["-"],
        &pdf,
    );
    format!("{}\n{raw}", text(&pdf))
}

#[test]
fn a_notice_of_outcome_and_letters_to_a_partner_hold_no_reason() {
    for language in BOTH {
        let text = plain(&Letter::Outcomes(sample::outcomes(language)), language);
        for reason in ["R139", "139(1)", "A96", "union", "syndicat"] {
            assert!(!text.contains(reason), "{reason}");
        }
    }
}

#[test]
fn what_is_optional_may_be_left_out() {
    let bare = |envelope: &Envelope| Envelope {
        office: Office {
            place: String::new(),
            ..envelope.office.clone()
        },
        addressee: Name::latin("A. Quispe"),
        through: None,
        numbers: Vec::new(),
        signatory: Signatory {
            name: "Officer 4711".to_owned(),
            title: String::new(),
        },
        draft: true,
        ..envelope.clone()
    };
    for language in BOTH {
        let mut invitation = sample::invitation(language);
        invitation.envelope = bare(&invitation.envelope);
        invitation.persons.clear();
        invitation.bring.clear();
        invitation.answer_by = None;
        invitation.remarks.clear();
        invitation.means = Means::Video("by the link you will get an hour before".to_owned());
        invitation.speech = Speech::Direct("Castellano".to_owned());
        let mut fairness = sample::fairness(language);
        fairness.concerns.truncate(1);
        fairness.concerns[0].person = None;
        fairness.concerns[0].about.clear();
        fairness.concerns[0].provisions.clear();
        let mut refusal = sample::refusal(language);
        refusal.leave_by = None;
        refusal.persons[0].concerns.clear();
        let mut approval = sample::approval(language);
        approval.next.clear();
        approval.medical_until = None;
        approval.left_behind.clear();
        let mut returned = sample::returned(language);
        returned.remarks.clear();
        returned.again_by = None;
        let mut outcomes = sample::outcomes(language);
        outcomes.told_on = Some(date(2026, 11, 21));
        for letter in [
            Letter::Invitation(invitation),
            Letter::Fairness(fairness),
            Letter::Refusal(refusal),
            Letter::Approval(approval),
            Letter::Return(returned),
            Letter::Outcomes(outcomes),
        ] {
            let text = plain(&letter, language);
            assert!(
                !text.contains(['{', '}']) && !text.contains("none"),
                "{text}"
            );
            assert_eq!(letter.envelope().draft, holds(&text, draft(language)));
        }
    }
}

fn draft(language: Language) -> &'static str {
    match language {
        Language::En => "Draft: not signed, not sent",
        Language::Fr => "Ébauche : non signée, non envoyée",
    }
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    for language in BOTH {
        for letter in sample::all(language) {
            assert_eq!(
                made(&letter, language),
                made(&letter, language),
                "{:?}",
                letter.kind()
            );
        }
    }
}

#[test]
fn nothing_personal_is_in_what_a_log_would_show() {
    for letter in sample::all(Language::En) {
        assert_eq!(format!("{letter:?}"), "Letter(…)");
        assert_eq!(format!("{:?}", letter.envelope()), "Envelope(…)");
        let pdf = format!("{:?}", made(&letter, Language::En));
        assert!(pdf.len() < 20, "{pdf}");
    }
}
