//! The risk, and what stands in the way of a durable solution.

use super::common::words;
use crate::form::Field;

pub(super) fn record() -> Vec<Field> {
    vec![
        words("description").provision("A96"),
        words("in-asylum").optional().provision("R138"),
        words("durable-solution").provision("R139(1)(d)"),
        words("charges").provision("A36"),
        words("interview").optional().provision("REF-OVS-13-6"),
    ]
}
