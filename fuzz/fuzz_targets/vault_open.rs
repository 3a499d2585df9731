//! Arbitrary bytes where a ciphertext is expected: nothing opens, nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CaseId, CourierId, GroupId, TransferId, UserId};
use safeconduct_vault::capsule::{self, SessionSecret};
use safeconduct_vault::courier::Courier;
use safeconduct_vault::grant::{self, Slot};
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::package::{self, Route};
use safeconduct_vault::place::Place;
use safeconduct_vault::record;
use safeconduct_vault::secret::Key32;
use std::sync::LazyLock;

static GROUP: LazyLock<GroupSecret> =
    LazyLock::new(|| GroupSecret::fresh(GroupId::from_bytes([1; 16])));
static KEY: LazyLock<Key32> = LazyLock::new(Key32::fresh);
static SESSION: LazyLock<SessionSecret> = LazyLock::new(SessionSecret::fresh);

fuzz_target!(|input: (u8, &[u8])| {
    let (which, bytes) = input;
    let case = CaseId::from_bytes([2; 16]);
    let user = UserId::from_bytes([3; 16]);
    let opened = match which % 6 {
        0 => record::open(&KEY, &Place::Profile { user }, bytes).is_ok(),
        1 => grant::open(
            &GROUP,
            &Slot {
                case,
                compartment: Compartment::Core,
                version: 1,
            },
            bytes,
        )
        .is_ok(),
        2 => capsule::open(&SESSION, &KEY, user, bytes).is_ok(),
        3 => Courier::open_home(&GROUP, CourierId::from_bytes([4; 16]), bytes).is_ok(),
        4 => Courier::take_in(&GROUP, CourierId::from_bytes([4; 16]), bytes).is_ok(),
        _ => {
            let route = Route {
                transfer: TransferId::from_bytes([5; 16]),
                from: GroupId::from_bytes([6; 16]),
                case,
            };
            package::open(&GROUP, &route, bytes).is_ok()
        }
    };
    assert!(!opened);
});
