//! Long, empty and odd letters: a letter or a clear error, never a panic.

use crate::sample;
use crate::tools::{FONTS, POLICY, made, text};
use proptest::prelude::*;
use safeconduct_domain::policy::Language;
use safeconduct_letters::*;

fn refused(letter: Letter) -> Error {
    render(&letter, Language::En, &POLICY, &FONTS).unwrap_err()
}

#[test]
fn long_letters_break_into_pages_and_lose_nothing() {
    let mut letter = sample::refusal(Language::En);
    let long: Vec<String> = (0..300)
        .map(|n| format!("Paragraph {n} says something of its own, at some length."))
        .collect();
    letter.persons[0].findings[0].conclusion = long.join("\n");
    letter.persons = std::iter::repeat_n(letter.persons[0].clone(), 3).collect();
    let mut approval = sample::approval(Language::Fr);
    approval.persons = (0..200)
        .map(|n| Name::both(&format!("Person {n}"), "ليلى"))
        .collect();
    let pdf = made(&Letter::Refusal(letter), Language::En);
    assert!(pdf.pages() > 20, "{}", pdf.pages());
    let text = text(&pdf);
    for n in [0, 150, 299] {
        assert_eq!(text.matches(&format!("Paragraph {n} says")).count(), 3);
    }
    assert!(text.contains(&format!("page {} of {}", pdf.pages(), pdf.pages())));
    assert!(made(&Letter::Approval(approval), Language::Fr).pages() > 3);
}

#[test]
fn a_word_without_end_does_not_leave_the_page() {
    let mut letter = sample::fairness(Language::En);
    letter.concerns[0].concern = "x".repeat(3_000);
    let text = text(&made(&Letter::Fairness(letter), Language::En));
    let longest = text
        .lines()
        .map(|line| line.matches('x').count())
        .max()
        .unwrap();
    assert!(longest < 110, "{longest}");
    assert!(text.matches('x').count() >= 3_000);
}

#[test]
fn too_much_is_refused() {
    let mut letter = sample::fairness(Language::En);
    letter.concerns[0].concern = "word ".repeat(100_000);
    assert!(matches!(
        refused(Letter::Fairness(letter)),
        Error::TooLong { .. }
    ));
}

#[test]
fn a_letter_without_what_it_must_have_is_refused() {
    let mut fairness = sample::fairness(Language::En);
    fairness.concerns[0].disclosed = " \n\u{200b}".to_owned();
    assert_eq!(
        refused(Letter::Fairness(fairness.clone())),
        Error::Empty("evidence")
    );
    fairness.concerns.clear();
    assert_eq!(
        refused(Letter::Fairness(fairness)),
        Error::Empty("concerns")
    );
    let with = |change: &dyn Fn(&mut RefusedPerson)| {
        let mut refusal = sample::refusal(Language::En);
        change(&mut refusal.persons[1]);
        refused(Letter::Refusal(refusal))
    };
    assert_eq!(with(&|p| p.grounds.clear()), Error::Empty("grounds"));
    assert_eq!(with(&|p| p.findings.clear()), Error::Empty("findings"));
    assert_eq!(with(&|p| p.evidence.clear()), Error::Empty("evidence"));
    assert_eq!(with(&|p| p.reasons.clear()), Error::Empty("reasons"));
    assert_eq!(
        with(&|p| p.grounds[0].provisions.clear()),
        Error::Empty("provisions")
    );
    assert_eq!(
        with(&|p| p.grounds[0].reasons.clear()),
        Error::Empty("reasons")
    );
    assert_eq!(
        with(&|p| p.concerns[0].weighed.clear()),
        Error::Empty("weighing of an answer")
    );
    assert_eq!(with(&|p| p.name = Name::latin(" ")), Error::Empty("name"));
    let mut returned = sample::returned(Language::En);
    returned.missing.clear();
    assert_eq!(
        refused(Letter::Return(returned)),
        Error::Empty("missing items")
    );
    let mut outcomes = sample::outcomes(Language::En);
    outcomes.envelope.signatory.name.clear();
    assert_eq!(
        refused(Letter::Outcomes(outcomes.clone())),
        Error::Empty("signatory")
    );
    outcomes.envelope = sample::outcomes(Language::En).envelope;
    outcomes.envelope.date = jiff::civil::date(2019, 1, 1);
    assert!(matches!(
        refused(Letter::Outcomes(outcomes)),
        Error::Policy(_)
    ));
}

#[test]
fn control_characters_and_turned_directions_are_refused() {
    for bad in [
        '\0', '\u{7}', '\u{202e}', '\u{2067}', '\u{fffc}', '\u{fffd}',
    ] {
        let mut letter = sample::approval(Language::En);
        letter.persons[0].latin = format!("Ami{bad}na");
        let error = refused(Letter::Approval(letter));
        assert_eq!(error, Error::Unprintable(u32::from(bad)));
        assert!(!error.to_string().contains("Ami"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_written_there_is_a_letter_or_an_error(
        name in ".{1,30}",
        native in "[\\u{600}-\\u{6ff}\\u{1200}-\\u{137f}\\u{1000}-\\u{109f}\\u{200c}\\u{200f} ]{0,30}",
        text in any::<String>(),
        more in "[a-z\\p{M}\\p{Z}\\p{S}\\p{P}\\n]{0,200}",
    ) {
        let mut letter = sample::fairness(Language::Fr);
        letter.envelope.addressee = Name::both(&name, &native);
        letter.concerns[0].concern = text;
        letter.concerns[0].disclosed = more;
        if let Err(error) = render(&Letter::Fairness(letter), Language::Fr, &POLICY, &FONTS) {
            prop_assert!(!matches!(error, Error::Typesetting(_) | Error::Policy(_)), "{}", error);
        }
    }
}
