//! From a checked answer back to the values its inputs show.

use serde_json::Value;

use super::{Field, Kind, Values, date};

/// Adds the values that show `member` in the field's inputs.
pub(super) fn fill(field: &Field, member: &Value, values: &mut Values) {
    let name = field.name;
    match (&field.kind, member) {
        (Kind::Secret, _) => {}
        (Kind::Date | Kind::PartialDate, Value::String(text)) => {
            for (part, value) in date::inputs(text) {
                values.set(format!("{name}-{part}"), value);
            }
        }
        (Kind::Flag, Value::Bool(true)) => values.set(name, "yes"),
        (Kind::Number { .. }, Value::Number(number)) => values.set(name, number.to_string()),
        (Kind::Lines { .. }, Value::Array(items)) => {
            let lines: Vec<_> = items.iter().filter_map(Value::as_str).collect();
            values.set(name, lines.join("\n"));
        }
        (
            Kind::Choices(_) | Kind::Countries { .. } | Kind::Languages { .. },
            Value::Array(items),
        ) => {
            for item in items.iter().filter_map(Value::as_str) {
                values.push(name, item);
            }
        }
        (
            Kind::Line { .. }
            | Kind::Area { .. }
            | Kind::Time
            | Kind::Choice(_)
            | Kind::Country
            | Kind::Language
            | Kind::Hidden,
            Value::String(text),
        ) => values.set(name, text.as_str()),
        _ => {}
    }
}
