//! From what was posted to a JSON value that still has to be checked.

use serde_json::Value;

use super::{Field, FieldError, Kind, Values, date, names, numerals, text};

/// What the person answered, in the JSON of the field's kind; nothing if the field was left empty.
pub(super) fn candidate(field: &Field, values: &Values) -> Result<Option<Value>, FieldError> {
    let name = field.name;
    let fail = |code| Err(FieldError::new(name, code));
    let first = values.first(name);
    let blank = first.trim().is_empty();
    match &field.kind {
        Kind::Date => Ok(date::posted(name, false, values)?.map(Value::from)),
        Kind::PartialDate => Ok(date::posted(name, true, values)?.map(Value::from)),
        Kind::Flag => Ok(Some(Value::from(!first.is_empty()))),
        Kind::Secret if first.is_empty() => Ok(None),
        Kind::Secret => Ok(Some(Value::from(first))),
        Kind::Choices(_) => Ok(Some(Value::from(values.all(name)))),
        Kind::Lines { .. } => Ok(Some(Value::from(split(values.all(name))))),
        Kind::Countries { .. } => countries(field, values).map(Some),
        Kind::Languages { .. } => Ok(Some(Value::from(split(values.all(name))))),
        _ if blank => Ok(None),
        Kind::Time => match numerals::time(first) {
            Some(time) => Ok(Some(Value::from(time))),
            None => fail("time"),
        },
        Kind::Number { .. } => match numerals::whole(first) {
            Some(number) => Ok(Some(Value::from(number))),
            None => fail("number"),
        },
        Kind::Country => match names::countries().code(first) {
            Some(code) => Ok(Some(Value::from(code))),
            None => fail("country"),
        },
        Kind::Line { .. } | Kind::Area { .. } | Kind::Choice(_) | Kind::Language | Kind::Hidden => {
            Ok(Some(Value::from(first)))
        }
    }
}

/// One entry a line, whether they came in one input or in several.
fn split(values: &[String]) -> Vec<String> {
    values
        .iter()
        .flat_map(|value| {
            text::unix(value)
                .split('\n')
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter(|line| !line.trim().is_empty())
        .collect()
}

fn countries(field: &Field, values: &Values) -> Result<Value, FieldError> {
    let mut codes = Vec::new();
    for (at, typed) in split(values.all(field.name)).iter().enumerate() {
        let code = names::countries().code(typed).ok_or_else(|| {
            FieldError::new(field.name, "countries").with("item", at.saturating_add(1))
        })?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Ok(Value::from(codes))
}
