//! First contact: which partner takes any, how much one thread holds, and when it is over.

use crate::world::TODAY;
use safeconduct_domain::first_contact::{
    Channel, File, MOST_FILES, MOST_MESSAGES, Message, State, Told, What, may_add,
    reason_to_decline, takes,
};
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_domain::policy::{List, Policy, Says};

fn message(what: What) -> Message {
    Message { on: TODAY, what }
}

fn file() -> What {
    What::File(File {
        document: DocumentId::from_bytes([1; 16]),
        key: String::new(),
        name: "a.txt".into(),
        size: 1,
    })
}

fn added(text: &str) -> What {
    What::Added(text.into())
}

#[test]
fn a_thread_holds_so_much_and_no_more() {
    let rule = |thread: &[Message], what: &What| may_add(thread, what).map_err(|r| r.rule);
    assert_eq!(rule(&[], &added("More.")), Ok(()));
    assert_eq!(rule(&[], &added(" \n")), Err("text-needed"));
    assert_eq!(rule(&[], &What::Answer("\t".into())), Err("text-needed"));
    let full = vec![message(added("x")); MOST_MESSAGES];
    assert_eq!(rule(&full, &added("y")), Err("first-contact-full"));
    let filed = vec![message(file()); MOST_FILES];
    assert_eq!(rule(&filed, &file()), Err("first-contact-full"));
    assert_eq!(rule(&filed, &added("y")), Ok(()));
    let declined = [message(What::Declined("criteria".into()))];
    for what in [added("y"), file(), What::Answer("y".into())] {
        assert_eq!(rule(&declined, &what), Err("first-contact-ended"));
    }
}

#[test]
fn how_far_a_thread_is_shows_in_what_was_said_last() {
    let told = What::Told(Told {
        name: None,
        work: "I film.".into(),
        danger: "They ask for me.".into(),
        country: "KE".into(),
        left: "ER".into(),
        persons: None,
        references: None,
        language: "ti".into(),
        channel: Channel {
            reach: None,
            hours: None,
            never: None,
        },
    });
    let mut thread = vec![message(told)];
    for (what, state) in [
        (added("More."), State::Waits),
        (What::Answer("Thank you.".into()), State::Answered),
        (file(), State::Waits),
        (What::TakenUp(CaseId::from_bytes([2; 16])), State::TakenUp),
        (added("Thank you."), State::TakenUp),
        (What::Declined("criteria".into()), State::Declined),
    ] {
        thread.push(message(what));
        assert_eq!(State::of(&thread), state);
        let last = thread.last().unwrap();
        assert_eq!(&Message::from_bytes(&last.to_bytes()).unwrap(), last);
        assert_eq!(format!("{last:?}"), "Message(…)");
    }
    assert!(Message::from_bytes(b"{}").is_err());
}

#[test]
fn what_partners_say_is_policy() {
    let policy = Policy::builtin().unwrap();
    let taking: Vec<_> = ["unhcr", "fld", "pd"]
        .into_iter()
        .filter(|partner| takes(&policy, partner, TODAY))
        .collect();
    assert_eq!(taking, ["fld"]);
    for partner in ["unhcr", "fld", "pd"] {
        let said = policy.first_contact(partner, TODAY);
        // criteria before anything is asked, or where else to go
        let kinds = |says: Says| said.iter().filter(|s| s.says == says).count();
        match takes(&policy, partner, TODAY) {
            true => assert!(
                kinds(Says::Criterion) > 0 && kinds(Says::Not) > 0,
                "{partner}"
            ),
            false => assert!(kinds(Says::Elsewhere) > 0, "{partner}"),
        }
    }
    let refused = reason_to_decline(&policy, "rude", TODAY).unwrap_err();
    assert_eq!(refused.rule, "no-such-reason");
    let reasons = policy.list(List::FirstContactDecline, TODAY);
    for reason in reasons {
        assert!(reason_to_decline(&policy, &reason.id, TODAY).is_ok());
        assert!(
            reason.hint.is_some(),
            "{} has no words for the person",
            reason.id
        );
    }
}
