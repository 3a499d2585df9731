//! What is found and what is wrongly found, on invented pairs. The whole measurement is `safeconduct bench --only names`.

use safeconduct_domain::likeness::Agreement;
use safeconduct_domain::policy::Policy;
use safeconduct_likeness::bench::{
    ALIKE, APART, measure, pairs, register, share, strangers, unseen,
};
use std::time::Duration;

fn terms() -> (Vec<Agreement>, u32) {
    let policy = Policy::builtin().unwrap();
    let terms = policy.likeness(jiff::civil::date(2026, 11, 22)).unwrap();
    (terms.counts.clone(), terms.spelling)
}

#[test]
fn more_is_found_and_less_is_wrong_than_by_well_known_ways() {
    let (counted, spelling) = terms();
    let results = measure(&pairs(7, 2_000), &counted, spelling, || Duration::ZERO);
    for result in &results {
        println!(
            "{:<48} recall {:.3} precision {:.3}",
            result.way,
            result.recall(),
            result.precision()
        );
        for (rule, one) in ALIKE.iter().zip(&result.found) {
            println!("    {:.2} {rule}", share(*one));
        }
        for (rule, one) in APART.iter().zip(&result.wrong) {
            println!("    {:.2} wrongly: {rule}", share(*one));
        }
    }
    let [marks, direct, exact, others @ ..] = results.as_slice() else {
        panic!("not every way was measured");
    };
    assert!(marks.recall() > 0.95 && marks.precision() > 0.90);
    assert!(direct.recall() > 0.95 && direct.precision() > 0.90);
    assert!(exact.recall() < 0.1, "the pairs are too easy");
    for other in others {
        assert!(other.recall() < marks.recall() || other.precision() < marks.precision());
    }
}

#[test]
fn names_that_nobody_looked_at_are_found_too() {
    let (counted, spelling) = terms();
    let results = measure(&unseen(13, 2_000), &counted, spelling, || Duration::ZERO);
    for result in &results {
        let (found, right) = (result.recall(), result.precision());
        println!(
            "unseen: {:<48} recall {found:.3} precision {right:.3}",
            result.way
        );
    }
    assert!(results[0].recall() > 0.85 && results[0].precision() > 0.88);
}

#[test]
fn strangers_are_seldom_shown() {
    let people = register(11, 1_000);
    let (shown, kept) = strangers(&people, &terms().0);
    println!("{shown} of 499,500 pairs of strangers shown; {kept} marks kept of a person");
    assert!(shown < 100 && kept < 60);
}
