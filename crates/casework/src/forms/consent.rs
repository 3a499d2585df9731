//! An adult's consent.

use super::FormContext;
use super::common::{day, one_of, person, tick};
use crate::form::Field;

/// How it was given: code and key.
const MANNER: [(&str, &str); 2] = [
    ("written", "consent-manner-written"),
    ("spoken", "consent-manner-spoken"),
];

pub(super) fn record(ctx: &FormContext<'_>) -> Vec<Field> {
    let present = ctx.case.referral.present();
    // who may or may not be of age is asked
    let adults = present.filter(|p| !p.details.minor(ctx.today));
    vec![
        person(ctx, adults).provision("PA8(1)"),
        day("given-on"),
        one_of("manner", &MANNER),
        tick("outcome-to-partner").provision("PA8(1)"),
    ]
}
