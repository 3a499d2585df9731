//! Asking an authority outside.

use super::FormContext;
use super::common::{anybody, line, one_of, reason, words};
use crate::form::{Field, Kind};

/// What for: code and key.
const PURPOSES: [(&str, &str); 4] = [
    ("police-certificate", "purpose-police-certificate"),
    ("verification", "purpose-verification"),
    ("travel", "purpose-travel"),
    ("other", "purpose-other"),
];

pub(super) fn ask(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![
        Field::new("country", Kind::Country),
        line("authority"),
        one_of("purpose", &PURPOSES),
    ];
    fields.extend(anybody(ctx, "person"));
    fields.push(words("asked"));
    fields.push(reason("none-meant").optional());
    fields
}
