//! A family member declared after the submission, and the question whether everybody is declared.

use super::FormContext;
use super::common::{day, one_of, person, persons, target};
use super::person::details;
use crate::form::{Field, Kind};

/// What the applicant answers: code and key.
const ANSWERS: [(&str, &str); 2] = [
    ("all-declared", "family-all-declared"),
    ("somebody-missing", "family-somebody-missing"),
];

pub(super) fn declare(ctx: &FormContext<'_>) -> Vec<Field> {
    let present = persons(ctx.case.referral.present());
    let mut fields = vec![
        day("declared-on").provision("R141(1)(a)"),
        target("declared-by", false, present),
    ];
    fields.extend(details(true));
    fields
}

pub(super) fn confirm(ctx: &FormContext<'_>) -> Vec<Field> {
    let present = ctx.case.referral.present();
    let adults = present.filter(|p| !p.details.minor(ctx.today));
    vec![
        person(ctx, adults),
        day("on"),
        Field::new("language", Kind::Language).sensitive(),
        Field::new("explained", Kind::Flag).provision("R141(1)(a)"),
        one_of("answer", &ANSWERS),
    ]
}
