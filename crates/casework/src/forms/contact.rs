//! How to reach the person without endangering anyone.

use super::common::{area, line};
use crate::form::Field;

pub(super) fn set() -> Vec<Field> {
    vec![
        area("address", 1_000).provision("R140.1(a)"),
        area("channel", 1_000),
        area("hours", 1_000),
        line("code-word").optional(),
        area("never", 2_000).optional(),
    ]
}
