//! The bench measures a journal that verifies.

use safeconduct_journal::bench::speed;
use std::time::Instant;

#[test]
fn the_made_up_journal_verifies_and_takes_time() {
    let start = Instant::now();
    let speed = speed(2_000, || start.elapsed()).unwrap();
    assert_eq!(speed.report.first, None);
    assert_eq!(
        (
            speed.report.entries,
            speed.report.checkpoints,
            speed.report.covered
        ),
        (2_000, 2, 2_000)
    );
    assert!(speed.per_second() > 0.0 && speed.ratio() > 0.0);
}
