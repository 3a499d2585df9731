//! What the API shows: structures of its own, so that nothing leaves because it happened to be in a record. The keys
//! of documents have no field here.
//!
//! Members are named in kebab-case, as in the forms. A member that would be empty is left out. Moments are UTC
//! milliseconds, days are `2026-11-22`, pseudonyms 32 hexadecimal digits.

pub mod assessment;
pub mod card;
pub mod case;
pub mod directory;
mod likeness;
pub mod package;
pub mod policy;
pub mod tasks;
pub mod timeline;

use serde::Serialize;
use serde_json::Value;

/// The JSON of a view, without members that hold nothing.
#[must_use]
pub fn json<T: Serialize>(view: &T) -> Value {
    let mut value = serde_json::to_value(view).unwrap_or_default();
    tidy(&mut value);
    value
}

fn tidy(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}
