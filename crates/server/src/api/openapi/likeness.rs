//! Other cases that may be of the same person, as a schema.

use safeconduct_domain::act::Kind;
use safeconduct_domain::likeness::{Agreement, Part};
use serde_json::Value;

use super::parts::{flag, id, joined, list, object, one_of, text, whole};

/// What the centre knows of other cases; empty for everybody but its intake.
pub(super) fn matches(of: &impl Fn(Kind) -> Value) -> Value {
    let agreements = one_of(&Agreement::ALL.map(Agreement::code));
    let parts = one_of(&Part::ALL.map(Part::code));
    let why = object(
        [("agreements", list(agreements)), ("names", list(parts))],
        [],
    );
    let alike = object([("person", id()), ("why", why)], []);
    let found = object(
        [
            ("case", id()),
            ("reference", text()),
            ("people", list(alike)),
        ],
        [],
    );
    let recorded = object([("by", id()), ("at-ms", whole())], []);
    let settled = joined(recorded, &of(Kind::SettleMatch));
    object(
        [
            ("stale", flag()),
            ("found", list(found)),
            ("settled", list(settled)),
        ],
        [("checked-ms", whole())],
    )
}
