//! The inputs of each kind of field, with what they show.

use safeconduct_casework::form::{Field, FieldError, Kind, Values, countries, languages};

use super::super::i18n::{Arg, Lang, t};
use super::{FormView, words};

/// The id of the shared list of countries.
pub(super) const COUNTRIES: &str = "list-countries";
/// The id of the shared list of languages.
pub(super) const LANGUAGES: &str = "list-languages";
/// Radio buttons up to this many choices, a list beyond.
const RADIOS: usize = 7;

/// A field, ready for the template.
pub(super) struct FieldView {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) section: Option<String>,
    pub(super) hints: Vec<String>,
    pub(super) why: Option<String>,
    pub(super) error: Option<String>,
    pub(super) described: Option<String>,
    pub(super) required: bool,
    pub(super) private: bool,
    pub(super) widget: Widget,
}

/// What a field is answered with.
pub(super) enum Widget {
    Text(TextInput),
    Area {
        value: String,
        rows: usize,
    },
    Date(Vec<DateInput>),
    Options {
        multiple: bool,
        options: Vec<Choosable>,
    },
    Select(Vec<Choosable>),
    Flag {
        checked: bool,
    },
    Many(Vec<TextInput>),
    Hidden {
        value: String,
    },
}

/// A box for one line.
pub(super) struct TextInput {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) kind: &'static str,
    pub(super) width: &'static str,
    pub(super) mode: Option<&'static str>,
    pub(super) list: Option<&'static str>,
    pub(super) autocomplete: &'static str,
}

/// One of the three boxes of a date.
pub(super) struct DateInput {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) width: &'static str,
    pub(super) wrong: bool,
}

/// A choice, chosen or not.
pub(super) struct Choosable {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

impl FieldView {
    pub(super) fn new(view: &FormView<'_>, field: &Field) -> Self {
        let (lang, form) = (view.lang, view.form.id);
        let wrong = view.errors.iter().find(|error| error.field == field.name);
        let error = wrong.map(|wrong| words::error(lang, form, wrong).0);
        let hints: Vec<_> = words::extra(lang, form, field, "hint")
            .into_iter()
            .chain(usual_hint(lang, field))
            .collect();
        let why = field.provision.map(|citation| {
            t(
                lang,
                "form-why",
                &[("provision", Arg::Text(lang.cite(citation)))],
            )
        });
        let id = format!("f-{}", field.name);
        let parts = [
            ("hint", !hints.is_empty()),
            ("why", why.is_some()),
            ("error", error.is_some()),
        ];
        let described: Vec<_> = parts
            .into_iter()
            .filter(|(_, there)| *there)
            .map(|(part, _)| format!("{id}-{part}"))
            .collect();
        let hidden = matches!(field.kind, Kind::Hidden);
        Self {
            name: field.name,
            label: if hidden {
                String::new()
            } else {
                words::label(lang, form, field)
            },
            section: words::extra(lang, form, field, "section"),
            hints,
            why,
            error,
            described: (!described.is_empty()).then(|| described.join(" ")),
            required: field.required || field.depends,
            private: field.sensitive || matches!(field.kind, Kind::Secret),
            widget: widget(view, field, &id, wrong),
            id,
        }
    }

    /// The style of a box: wide, and wrong or not.
    pub(super) fn grouped(&self) -> bool {
        matches!(
            self.widget,
            Widget::Date(_) | Widget::Options { .. } | Widget::Many(_)
        )
    }
}

/// The id of the box an error's entry in the summary leads to.
pub(super) fn target(field: &Field, error: Option<&FieldError>) -> String {
    let id = format!("f-{}", field.name);
    match &field.kind {
        Kind::Date | Kind::PartialDate => format!("{id}-{}", wrong_part(error)),
        Kind::Choices(_) => format!("{id}-1"),
        Kind::Choice(choices) if choices.len() <= RADIOS => format!("{id}-1"),
        Kind::Countries { .. } | Kind::Languages { .. } => format!("{id}-{}", item(error)),
        _ => id,
    }
}

fn item(error: Option<&FieldError>) -> i64 {
    let given = error.and_then(|error| error.args.iter().find(|(name, _)| *name == "item"));
    match given {
        Some((_, Arg::Number(at))) => *at,
        _ => 1,
    }
}

fn wrong_part(error: Option<&FieldError>) -> &'static str {
    match error.map(|error| error.code) {
        Some("date-month-missing") => "month",
        Some("date-year" | "date-year-missing") => "year",
        _ => "day",
    }
}

fn usual_hint(lang: Lang, field: &Field) -> Option<String> {
    match &field.kind {
        Kind::Date => Some(lang.t("form-hint-date")),
        Kind::PartialDate => Some(lang.t("form-hint-partial-date")),
        Kind::Time => Some(lang.t("form-hint-time")),
        Kind::Country => Some(lang.t("form-hint-country")),
        Kind::Countries { .. } => Some(lang.t("form-hint-countries")),
        Kind::Languages { .. } => Some(lang.t("form-hint-languages")),
        Kind::Lines { .. } => Some(lang.t("form-hint-lines")),
        Kind::Area { max } => Some(t(lang, "form-hint-area", &[("max", Arg::from(*max))])),
        Kind::Choices(_) => Some(lang.t("form-hint-choices")),
        _ => None,
    }
}

fn widget(view: &FormView<'_>, field: &Field, id: &str, wrong: Option<&FieldError>) -> Widget {
    let first = view.values.first(field.name);
    match &field.kind {
        Kind::Line { .. }
        | Kind::Number { .. }
        | Kind::Time
        | Kind::Secret
        | Kind::Country
        | Kind::Language => Widget::Text(text_input(view, field, id.to_owned(), first)),
        Kind::Area { max } => Widget::Area {
            value: first.to_owned(),
            rows: rows(*max),
        },
        Kind::Lines { max_items, .. } => Widget::Area {
            value: view.values.all(field.name).join("\n"),
            rows: (*max_items).clamp(2, 6),
        },
        Kind::Date | Kind::PartialDate => Widget::Date(date(view, field, id, wrong)),
        Kind::Choice(choices) if choices.len() <= RADIOS => Widget::Options {
            multiple: false,
            options: options(view, field, id),
        },
        Kind::Choice(_) => Widget::Select(options(view, field, id)),
        Kind::Choices(_) => Widget::Options {
            multiple: true,
            options: options(view, field, id),
        },
        Kind::Flag => Widget::Flag {
            checked: !first.is_empty(),
        },
        Kind::Countries { max } | Kind::Languages { max } => {
            Widget::Many(many(view, field, id, *max))
        }
        Kind::Hidden => Widget::Hidden {
            value: first.to_owned(),
        },
    }
}

fn text_input(view: &FormView<'_>, field: &Field, id: String, value: &str) -> TextInput {
    let known = view
        .autocomplete
        .iter()
        .find(|(name, _)| *name == field.name)
        .map(|(_, token)| *token);
    let secret = matches!(field.kind, Kind::Secret);
    TextInput {
        id,
        value: if secret {
            String::new()
        } else {
            shown(view.lang, &field.kind, value)
        },
        kind: if secret && known != Some("one-time-code") {
            "password"
        } else {
            "text"
        },
        width: width(&field.kind, known),
        mode: match field.kind {
            Kind::Number { min: 0.., .. } => Some("numeric"),
            _ if known == Some("one-time-code") => Some("numeric"),
            _ => None,
        },
        list: match field.kind {
            Kind::Country | Kind::Countries { .. } => Some(COUNTRIES),
            Kind::Language | Kind::Languages { .. } => Some(LANGUAGES),
            _ => None,
        },
        autocomplete: known.unwrap_or(if secret { "current-password" } else { "off" }),
    }
}

/// A code as the name it stands for; anything else as it was typed.
fn shown(lang: Lang, kind: &Kind, value: &str) -> String {
    match kind {
        Kind::Country | Kind::Countries { .. } => lang.country(value),
        Kind::Language | Kind::Languages { .. } => lang.language(value),
        _ => value.to_owned(),
    }
}

fn width(kind: &Kind, known: Option<&str>) -> &'static str {
    match kind {
        Kind::Secret if known == Some("one-time-code") => "10",
        Kind::Time => "5",
        Kind::Number { min, max } => match min.to_string().len().max(max.to_string().len()) {
            0..=4 => "5",
            5..=8 => "10",
            _ => "20",
        },
        Kind::Line { max: 0..=5 } => "5",
        Kind::Line { max: 6..=12 } => "10",
        Kind::Line { max: 13..=30 } | Kind::Country | Kind::Countries { .. } => "20",
        Kind::Language | Kind::Languages { .. } => "20",
        _ => "30",
    }
}

const fn rows(max: usize) -> usize {
    match max {
        0..=300 => 3,
        301..=1500 => 5,
        1501..=4000 => 8,
        _ => 12,
    }
}

fn date(
    view: &FormView<'_>,
    field: &Field,
    id: &str,
    wrong: Option<&FieldError>,
) -> Vec<DateInput> {
    let whole = wrong.is_some_and(|error| {
        matches!(error.code, "date" | "required-date") || !error.code.starts_with("date")
    });
    ["day", "month", "year"]
        .into_iter()
        .map(|part| {
            let name = format!("{}-{part}", field.name);
            DateInput {
                id: format!("{id}-{part}"),
                label: view.lang.t(&format!("form-date-{part}")),
                value: view.values.first(&name).to_owned(),
                width: if part == "year" { "4" } else { "2" },
                wrong: wrong.is_some() && (whole || wrong_part(wrong) == part),
                name,
            }
        })
        .collect()
}

fn options(view: &FormView<'_>, field: &Field, id: &str) -> Vec<Choosable> {
    let picked = view.values.all(field.name);
    let numbered = field.choices().iter().zip(1_usize..);
    numbered
        .map(|(choice, at)| Choosable {
            id: format!("{id}-{at}"),
            label: words::choice(view.lang, choice),
            chosen: picked.contains(&choice.value),
            value: choice.value.clone(),
        })
        .collect()
}

/// A box for each value there is and two more, within the limit.
fn many(view: &FormView<'_>, field: &Field, id: &str, max: usize) -> Vec<TextInput> {
    let filled = entries(&view.values, field.name);
    let boxes = filled
        .len()
        .saturating_add(2)
        .clamp(1, max.max(1))
        .max(filled.len());
    (0..boxes)
        .map(|at| {
            let value = filled.get(at).map_or("", String::as_str);
            text_input(view, field, format!("{id}-{}", at.saturating_add(1)), value)
        })
        .collect()
}

fn entries(values: &Values, name: &str) -> Vec<String> {
    values
        .all(name)
        .iter()
        .flat_map(|value| value.lines())
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .collect()
}

/// The names of all countries, in the order of the language.
pub(super) fn country_names(lang: Lang) -> Vec<String> {
    sorted(
        countries()
            .iter()
            .map(|(_, en, fr)| if lang == Lang::En { en } else { fr }),
    )
}

/// The names of the languages often met, in the order of the language.
pub(super) fn language_names(lang: Lang) -> Vec<String> {
    sorted(
        languages()
            .iter()
            .map(|(_, en, fr)| if lang == Lang::En { en } else { fr }),
    )
}

/// Names in alphabetical order, an accented letter beside its plain one.
fn sorted<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut names: Vec<_> = names.map(str::to_owned).collect();
    names.sort_by_cached_key(|name| safeconduct_casework::form::names::fold(name));
    names
}
