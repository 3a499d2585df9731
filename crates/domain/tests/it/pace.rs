//! The two clocks: what they say is what was counted.

use crate::world::TODAY;
use proptest::collection::vec;
use proptest::prelude::*;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::pace::{
    Backward, Finished, Forward, Waiting, ahead, backward, forward, lately,
};
use safeconduct_domain::policy::{Policy, WorkList};
use std::sync::LazyLock;

const DAY: i64 = 24 * 60 * 60 * 1000;
const NOW: i64 = 1_000 * DAY;
static TERMS: LazyLock<WorkList> =
    LazyLock::new(|| Policy::builtin().unwrap().work_list(TODAY).unwrap().clone());

fn finished() -> impl Strategy<Value = Finished> {
    (0..600_i64, 0..900_i64, any::<bool>()).prop_map(|(ago, took, decided)| Finished {
        received_ms: NOW - (ago + took) * DAY,
        ended_ms: NOW - ago * DAY,
        decided,
    })
}

fn waiting() -> impl Strategy<Value = Waiting> {
    let urgency = prop_oneof![
        Just(Urgency::Emergency),
        Just(Urgency::Urgent),
        Just(Urgency::Normal)
    ];
    (urgency, 0..5_i64, any::<u8>()).prop_map(|(urgency, received_ms, case)| Waiting {
        urgency,
        received_ms,
        case: CaseId::from_bytes([case; 16]),
    })
}

proptest! {
    #[test]
    fn the_share_took_so_many_days_or_less_and_fewer_took_less(mut all in vec(finished(), 0..60)) {
        let counted: Vec<i64> = all
            .iter()
            .filter(|f| f.decided && NOW - f.ended_ms <= i64::from(TERMS.finished_days) * DAY)
            .map(|f| (f.ended_ms - f.received_ms) / DAY)
            .collect();
        let least = TERMS.finished_least as usize;
        let said = backward(&TERMS, &all, NOW);
        match said {
            Backward::TooFew { found, least: needed } => {
                prop_assert_eq!((found, needed), (counted.len(), least));
                prop_assert!(found < least);
            }
            Backward::Within { days, of } => {
                prop_assert_eq!(of, counted.len());
                prop_assert!(of >= least);
                let share = |n: usize| n * 100 >= of * TERMS.share as usize;
                prop_assert!(share(counted.iter().filter(|d| **d <= days).count()));
                prop_assert!(!share(counted.iter().filter(|d| **d < days).count()));
            }
        }
        all.reverse();
        prop_assert_eq!(backward(&TERMS, &all, NOW), said, "in whatever order they are read");
        prop_assert!(lately(&TERMS, &all, NOW) <= all.len());
    }

    #[test]
    fn more_ahead_never_means_sooner_and_more_finished_never_later(ahead in 0..10_000_usize, finished in 0..10_000_usize) {
        match (forward(&TERMS, ahead, finished), forward(&TERMS, ahead + 1, finished), forward(&TERMS, ahead, finished + 1)) {
            (Forward::Days { from, to, .. }, Forward::Days { from: f1, to: t1, .. }, Forward::Days { from: f2, to: t2, .. }) => {
                prop_assert!(0 < from && from <= to);
                prop_assert!(from <= f1 && to <= t1);
                prop_assert!(f2 <= from && t2 <= to);
                // the plain division lies in between
                let plain = (ahead as i64 + 1) * i64::from(TERMS.rate_days) / finished as i64;
                prop_assert!(from - 1 <= plain && plain <= to);
            }
            _ => prop_assert!(finished < TERMS.rate_least as usize),
        }
    }

    #[test]
    fn everybody_has_a_place_of_their_own(mut queue in vec(waiting(), 1..40)) {
        queue.sort_by_key(|w| w.case);
        queue.dedup_by_key(|w| w.case);
        let mut places: Vec<usize> = queue.iter().map(|w| ahead(&queue, w)).collect();
        for w in &queue {
            for o in &queue {
                if (o.urgency, o.received_ms) < (w.urgency, w.received_ms) {
                    prop_assert!(ahead(&queue, o) < ahead(&queue, w));
                }
            }
        }
        places.sort_unstable();
        prop_assert_eq!(places, (0..queue.len()).collect::<Vec<_>>());
    }
}

#[test]
fn with_too_few_the_clocks_say_so() {
    assert_eq!(
        backward(&TERMS, &[], NOW),
        Backward::TooFew {
            found: 0,
            least: 10
        }
    );
    let none = Forward::TooFew {
        ahead: 4,
        finished: 2,
        least: 3,
    };
    assert_eq!(forward(&TERMS, 4, 2), none);
    // five turns at 6 and at 2 in 90 days
    let some = Forward::Days {
        from: 75,
        to: 225,
        ahead: 4,
        finished: 4,
    };
    assert_eq!(forward(&TERMS, 4, 4), some);
}
