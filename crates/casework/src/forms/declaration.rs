//! What the principal applicant declares over a signature, and who represents or advises them.

use super::common::{day, one_of, tick, words};
use crate::form::{Field, Kind};

/// Whether anybody represents or advises: code and key.
const REPRESENTATIVE: [(&str, &str); 2] = [
    ("none", "representative-none"),
    ("yes", "representative-yes"),
];

pub(super) fn record() -> Vec<Field> {
    vec![
        tick("all-family-declared").provision("R140.1(b)"),
        day("signed-on").provision("R10(2)(d)"),
        one_of("representative", &REPRESENTATIVE).provision("R10(2)(c.1)"),
        words("representative-details")
            .optional()
            .provision("R10(2)(c.1)"),
        Field::new("interview-languages", Kind::Languages { max: 10 })
            .optional()
            .sensitive(),
    ]
}
