//! Events as they come out of a sealed body: nothing panics, and what reads writes back to the same event. Whatever reads
//! also folds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Case;
use safeconduct_domain::directory;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{CaseId, GroupId, UserId};
use safeconduct_domain::policy::Policy;
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::builtin().expect("the policy loads"));

fuzz_target!(|bytes: &[u8]| {
    if let Ok(event) = directory::Event::from_bytes(bytes) {
        assert!(directory::Event::from_bytes(&event.to_bytes()) == Ok(event));
    }
    // several events, one a line
    let events: Vec<Event> = bytes
        .split(|b| *b == b'\n')
        .filter_map(|line| Event::from_bytes(line).ok())
        .collect();
    let mut case = Case::fold(CaseId::from_bytes([1; 16]), []);
    for (seq, event) in events.iter().enumerate() {
        assert!(Event::from_bytes(&event.to_bytes()).as_ref() == Ok(event));
        let stamp = Stamp {
            seq: seq as u64,
            at_ms: seq as i64,
            actor: UserId::from_bytes([2; 16]),
            group: GroupId::from_bytes([3; 16]),
        };
        case = case.apply(&stamp, event);
    }
    let _ = Card::of(&POLICY, &case);
});
