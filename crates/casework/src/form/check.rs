//! The rules of every kind, on the JSON of an answer: the same for a page and for a partner's system.

use serde_json::Value;

use super::text::{self, Flaw};
use super::{
    Choice, Field, FieldError, HIDDEN_MAX, Kind, LANGUAGE_MAX, SECRET_MAX, date, names, numerals,
};

/// The answer in its one canonical form; nothing if it is empty.
pub(super) fn check(field: &Field, value: &Value) -> Result<Option<Value>, FieldError> {
    let name = field.name;
    match &field.kind {
        Kind::Flag => boolean(name, value),
        Kind::Number { min, max } => number(name, value, *min, *max),
        Kind::Choices(choices) => many(name, value, choices),
        Kind::Countries { max } => list(name, value, *max, |_, item| country(name, item)),
        Kind::Languages { max } => list(name, value, *max, |_, item| language(name, item)),
        Kind::Lines { max_items, max } => list(name, value, *max_items, |at, item| {
            line_item(name, item, *max, at)
        }),
        kind => {
            let Value::String(typed) = value else {
                return Err(FieldError::new(name, "type"));
            };
            let text = string(name, kind, typed)?;
            Ok(Some(text).filter(|text| !text.is_empty()).map(Value::from))
        }
    }
}

/// Whether a field that needs an answer has one, and a [`Kind::Flag`] its member.
pub(super) fn presence(field: &Field, value: Option<Value>) -> Result<Option<Value>, FieldError> {
    let value = match (&field.kind, value) {
        (Kind::Flag, None) => Some(Value::Bool(false)),
        (_, value) => value,
    };
    let missing = matches!(value, None | Some(Value::Bool(false)));
    if field.required && missing {
        Err(FieldError::new(field.name, missing_code(&field.kind)))
    } else {
        Ok(value)
    }
}

const fn missing_code(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "required-choice",
        Kind::Choices(_) => "required-choices",
        Kind::Date | Kind::PartialDate => "required-date",
        Kind::Flag => "required-flag",
        _ => "required",
    }
}

fn string(name: &str, kind: &Kind, typed: &str) -> Result<String, FieldError> {
    match kind {
        Kind::Line { max } => text::line(typed, *max).map_err(|flaw| flaw.of(name, *max)),
        Kind::Area { max } => text::area(typed, *max).map_err(|flaw| flaw.of(name, *max)),
        Kind::Hidden => text::line(typed, HIDDEN_MAX).map_err(|flaw| flaw.of(name, HIDDEN_MAX)),
        Kind::Secret => text::secret(typed, SECRET_MAX).map_err(|flaw| flaw.of(name, SECRET_MAX)),
        Kind::Language => language(name, typed),
        Kind::Country => country(name, typed),
        Kind::Choice(choices) => match typed {
            "" => Ok(String::new()),
            _ if choices.iter().any(|choice| choice.value == typed) => Ok(typed.to_owned()),
            _ => Err(FieldError::new(name, "choice")),
        },
        Kind::Date | Kind::PartialDate if typed.is_empty() => Ok(String::new()),
        Kind::Date => date::check(name, typed, false).map(|()| typed.to_owned()),
        Kind::PartialDate => date::check(name, typed, true).map(|()| typed.to_owned()),
        Kind::Time if typed.is_empty() => Ok(String::new()),
        Kind::Time if numerals::time(typed).as_deref() == Some(typed) => Ok(typed.to_owned()),
        Kind::Time => Err(FieldError::new(name, "time")),
        Kind::Flag
        | Kind::Number { .. }
        | Kind::Choices(_)
        | Kind::Countries { .. }
        | Kind::Languages { .. }
        | Kind::Lines { .. } => Err(FieldError::new(name, "type")),
    }
}

fn boolean(name: &str, value: &Value) -> Result<Option<Value>, FieldError> {
    if value.is_boolean() {
        Ok(Some(value.clone()))
    } else {
        Err(FieldError::new(name, "type"))
    }
}

fn number(name: &str, value: &Value, min: i64, max: i64) -> Result<Option<Value>, FieldError> {
    match value.as_i64() {
        Some(number) if (min..=max).contains(&number) => Ok(Some(value.clone())),
        Some(_) => Err(FieldError::new(name, "range")
            .with("min", min)
            .with("max", max)),
        None => Err(FieldError::new(name, "number")),
    }
}

fn many(name: &str, value: &Value, choices: &[Choice]) -> Result<Option<Value>, FieldError> {
    let picked = strings(name, value)?;
    if picked
        .iter()
        .any(|item| !choices.iter().any(|choice| choice.value == *item))
    {
        return Err(FieldError::new(name, "choice"));
    }
    let kept: Vec<_> = choices
        .iter()
        .map(|choice| choice.value.as_str())
        .filter(|value| picked.contains(value))
        .collect();
    Ok((!kept.is_empty()).then(|| Value::from(kept)))
}

fn list(
    name: &str,
    value: &Value,
    max: usize,
    item: impl Fn(usize, &str) -> Result<String, FieldError>,
) -> Result<Option<Value>, FieldError> {
    let mut kept: Vec<String> = Vec::new();
    for (at, typed) in strings(name, value)?.into_iter().enumerate() {
        let one = item(at.saturating_add(1), typed)?;
        if !one.is_empty() && !kept.contains(&one) {
            kept.push(one);
        }
    }
    if kept.len() > max {
        return Err(FieldError::new(name, "too-many").with("max", max));
    }
    Ok((!kept.is_empty()).then(|| Value::from(kept)))
}

fn strings<'v>(name: &str, value: &'v Value) -> Result<Vec<&'v str>, FieldError> {
    let items = value
        .as_array()
        .and_then(|items| items.iter().map(Value::as_str).collect());
    items.ok_or_else(|| FieldError::new(name, "type"))
}

fn line_item(name: &str, typed: &str, max: usize, at: usize) -> Result<String, FieldError> {
    text::line(typed, max).map_err(|flaw| match flaw {
        Flaw::TooLong => FieldError::new(name, "lines-too-long")
            .with("max", max)
            .with("item", at),
        other => other.of(name, max),
    })
}

fn country(name: &str, typed: &str) -> Result<String, FieldError> {
    if typed.is_empty() || names::countries().has(typed) {
        Ok(typed.to_owned())
    } else {
        Err(FieldError::new(name, "country"))
    }
}

fn language(name: &str, typed: &str) -> Result<String, FieldError> {
    let text = text::line(typed, LANGUAGE_MAX).map_err(|flaw| flaw.of(name, LANGUAGE_MAX))?;
    Ok(names::languages().code(&text).map_or(text, str::to_owned))
}
