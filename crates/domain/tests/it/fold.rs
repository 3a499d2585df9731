//! Properties of the fold and of the bytes of an event: total, prefix by prefix, and back again.

use crate::generate::{Canary, Drawn, KINDS, event, log};
use proptest::collection::vec;
use proptest::prelude::*;
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Case;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::fact::Fact;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::notice::Notice;
use safeconduct_domain::policy::Policy;
use safeconduct_domain::{completeness, decision, tasks};
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::builtin().unwrap());
const ID: CaseId = CaseId::from_bytes([0xCA; 16]);

/// Texts that mean something to the rules, among others that mean nothing.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let telling = prop::sample::select(vec![
        "fld",
        "unhcr",
        "CA",
        "KE",
        "ER",
        "interview",
        "security",
        "well-founded-fear",
        "photo",
        "identity",
        "application-form",
        "g-number",
        "nairobi",
        "married",
        "none",
    ]);
    vec(
        prop_oneof![2 => telling.prop_map(str::to_owned), 1 => any::<String>()],
        1..12,
    )
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (vec(any::<u8>(), 1..400), texts()).prop_map(|(bytes, texts)| Drawn {
        bytes,
        texts,
        at: 0,
    })
}

fn fold(entries: &[(Stamp, Event)]) -> Case {
    Case::fold(ID, entries.iter().map(|(s, e)| (s, e)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_was_written_folds_and_can_be_shown(kinds in vec(0..KINDS, 0..60), mut source in drawn()) {
        use crate::generate::Source;
        let entries = log(&kinds, &mut source);
        let case = fold(&entries);
        let today = source.day();
        let card = Card::of(&POLICY, &case);
        let _ = card.matches(&source.text());
        let _ = completeness::check(&POLICY, &case, today);
        for person in &case.referral.persons {
            let _ = tasks::of_person(&POLICY, &case, person.id, today);
            let _ = decision::adverse(&POLICY, &case, person.id, today);
        }
        for (_, event) in &entries {
            for (_, notice) in Notice::of(event, &case, source.group(), today) {
                notice.mark(&mut Card::of_offered(&POLICY, &case));
            }
        }
        let _ = Fact::between(&Case::default(), &case, today);
    }

    #[test]
    fn as_of_a_moment_is_the_fold_up_to_there(kinds in vec(0..KINDS, 1..40), mut source in drawn()) {
        let entries = log(&kinds, &mut source);
        let mut step = fold(&[]);
        for (k, (stamp, event)) in entries.iter().enumerate() {
            step = step.apply(stamp, event);
            prop_assert!(step == fold(&entries[..=k]), "after {} entries", k + 1);
            let looked = event.name() == "looked";
            prop_assert!(looked || step.last.map(|l| l.seq) == Some(stamp.seq));
        }
        let moment = entries[entries.len() / 2].0.at_ms;
        let until = entries.iter().take_while(|(s, _)| s.at_ms <= moment);
        let as_of = Case::fold(ID, until.clone().map(|(s, e)| (s, e)));
        prop_assert!(as_of == fold(&entries[..until.count()]));
    }

    #[test]
    fn an_event_is_its_bytes(kind in 0..KINDS, mut source in drawn()) {
        let event = event(kind, &mut source);
        let bytes = event.to_bytes();
        let again = Event::from_bytes(&bytes).unwrap();
        prop_assert!(again == event, "{}", event.name());
        prop_assert_eq!(again.to_bytes(), bytes);
    }

    #[test]
    fn a_damaged_event_is_refused_or_is_an_event(kind in 0..KINDS, mut source in drawn(), at in any::<prop::sample::Index>(), with in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = event(kind, &mut source).to_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = with }
        if let Ok(event) = Event::from_bytes(&bytes) {
            prop_assert!(Event::from_bytes(&event.to_bytes()) == Ok(event));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = Event::from_bytes(&bytes);
    }

    #[test]
    fn arbitrary_envelopes_never_panic(version in any::<i64>(), body in "[\\[\\]{}:,\"a-z0-9 -]{0,60}") {
        let text = format!("{{\"v\":{version},\"event\":{body}}}");
        let _ = Event::from_bytes(text.as_bytes());
    }
}

#[test]
fn looking_changes_nothing_but_is_an_entry() {
    let mut entries = log(&[0, 5, 4], &mut Canary);
    let before = fold(&entries);
    let stamp = Stamp {
        seq: 9,
        ..entries[2].0
    };
    entries.push((
        stamp,
        Event::Looked {
            what: "case".into(),
        },
    ));
    assert!(fold(&entries) == before);
}

#[test]
fn a_version_nobody_wrote_is_no_event() {
    let bytes = event(11, &mut Canary).to_bytes();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("{\"v\":1,"), "{text}");
    for version in ["0", "2", "65536", "-1", "\"1\"", "null"] {
        let other = text.replacen("\"v\":1", &format!("\"v\":{version}"), 1);
        assert!(Event::from_bytes(other.as_bytes()).is_err(), "{version}");
    }
    assert!(Event::from_bytes(b"").is_err());
    assert!(
        Event::from_bytes(format!("{text} x").as_bytes()).is_err(),
        "nothing follows an event"
    );
}
