//! What was answered, label by label: for "check your answers" and for a page that shows what is known.

use safeconduct_casework::form::{Field, Form, Kind};
use serde_json::Value;

use super::super::i18n::Lang;
use super::super::parts::{Link, Row};
use super::words;

/// One row for each question of a form, with its answer from a checked object. Secrets and hidden values are left
/// out. With `change`, the address of the form's page, each row leads back to its question.
#[must_use]
pub fn answers(form: &Form, object: &Value, lang: Lang, change: Option<&str>) -> Vec<Row> {
    form.fields
        .iter()
        .filter(|field| !matches!(field.kind, Kind::Secret | Kind::Hidden))
        .map(|field| {
            let mut lines = object
                .get(field.name)
                .map(|value| lines(lang, field, value))
                .unwrap_or_default();
            if lines.is_empty() {
                lines.push(lang.t("answers-none"));
            }
            Row {
                label: words::label(lang, form.id, field),
                lines,
                action: change.map(|href| {
                    Link::new(
                        lang.t("answers-change"),
                        format!("{href}#{}", super::inputs::target(field, None)),
                    )
                }),
            }
        })
        .collect()
}

fn lines(lang: Lang, field: &Field, value: &Value) -> Vec<String> {
    match value {
        Value::Bool(true) => vec![lang.t("yes")],
        Value::Bool(false) => vec![lang.t("no")],
        Value::Number(number) => vec![
            number
                .as_i64()
                .map_or_else(|| number.to_string(), |n| lang.number(n)),
        ],
        Value::String(text) => text_lines(lang, field, text),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .map(|item| one(lang, field, item))
            .collect(),
        Value::Null | Value::Object(_) => Vec::new(),
    }
}

fn text_lines(lang: Lang, field: &Field, text: &str) -> Vec<String> {
    match field.kind {
        Kind::Area { .. } => text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(str::to_owned)
            .collect(),
        _ => vec![one(lang, field, text)],
    }
}

fn one(lang: Lang, field: &Field, text: &str) -> String {
    match &field.kind {
        Kind::Date | Kind::PartialDate => lang.date_text(text),
        Kind::Time => lang.time_text(text),
        Kind::Country | Kind::Countries { .. } => lang.country(text),
        Kind::Language | Kind::Languages { .. } => lang.language(text),
        Kind::Choice(choices) | Kind::Choices(choices) => choices
            .iter()
            .find(|choice| choice.value == text)
            .map_or_else(|| text.to_owned(), |choice| words::choice(lang, choice)),
        _ => text.to_owned(),
    }
}
