//! What a form is made of: fields, their kinds, and choices with their labels.

use std::collections::BTreeSet;

use safeconduct_domain::policy::Text;

use super::Form;

/// One question of a form.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name, kebab-case: the input's name, the object's member, the end of the label's key.
    pub name: &'static str,
    /// What may be answered.
    pub kind: Kind,
    /// Whether an answer is needed.
    pub required: bool,
    /// Whether other answers decide if one is needed here; the hint says when.
    pub depends: bool,
    /// The provision that makes us ask, such as `R10(2)`.
    pub provision: Option<&'static str>,
    /// Whether the browser must neither remember the answer nor send it to a spelling service.
    pub sensitive: bool,
}

impl Field {
    /// A required field, neither sensitive nor resting on a provision.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: true,
            depends: false,
            provision: None,
            sensitive: false,
        }
    }

    /// The same, and may be left empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same, needed or not by what is answered elsewhere; the act says so, at this field.
    #[must_use]
    pub fn depending(mut self) -> Self {
        self.required = false;
        self.depends = true;
        self
    }

    /// The same, with the provision that makes us ask.
    #[must_use]
    pub fn provision(mut self, citation: &'static str) -> Self {
        self.provision = Some(citation);
        self
    }

    /// The same, kept from the browser's memory and its spelling service.
    #[must_use]
    pub fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// The choices of a [`Kind::Choice`] or [`Kind::Choices`]; none for the other kinds.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices,
            _ => &[],
        }
    }

    /// The names of the inputs the field posts: three for a date, one otherwise.
    #[must_use]
    pub fn inputs(&self) -> Vec<String> {
        match self.kind {
            Kind::Date | Kind::PartialDate => ["day", "month", "year"]
                .map(|part| format!("{}-{part}", self.name))
                .into(),
            _ => vec![self.name.to_owned()],
        }
    }
}

/// What may be answered, and the JSON it becomes.
#[derive(Debug, Clone)]
pub enum Kind {
    /// One line of at most `max` characters: a string.
    Line {
        /// Characters (Unicode scalar values) at most.
        max: usize,
    },
    /// Several lines of at most `max` characters in all: a string with `\n` between lines.
    Area {
        /// Characters (Unicode scalar values) at most.
        max: usize,
    },
    /// A day: `1990-05-17`.
    Date,
    /// A day, a month or a year: `1990-05-17`, `1990-05`, `1990`.
    PartialDate,
    /// A time of day, 24 hours: `14:30`.
    Time,
    /// A whole number from `min` to `max`: a number.
    Number {
        /// The least that may be answered.
        min: i64,
        /// The most that may be answered.
        max: i64,
    },
    /// One of these: the choice's value. Radio buttons up to seven, a list beyond.
    Choice(Vec<Choice>),
    /// Any of these: an array of values in the order of the description.
    Choices(Vec<Choice>),
    /// A box to tick: `true` or `false`; when required it must be ticked.
    Flag,
    /// A country by name or code: its ISO 3166-1 alpha-2 code.
    Country,
    /// Several countries: an array of codes, each once.
    Countries {
        /// How many at most.
        max: usize,
    },
    /// A language: its ISO 639 code when it is on our list, otherwise the name as typed.
    Language,
    /// Several languages, best first: an array, each once.
    Languages {
        /// How many at most.
        max: usize,
    },
    /// Several short texts, one a line: an array of strings.
    Lines {
        /// How many at most.
        max_items: usize,
        /// Characters at most in each.
        max: usize,
    },
    /// A passphrase or a code: a string exactly as typed, never shown again.
    Secret,
    /// Something the page carries and the person does not see: a string.
    Hidden,
}

/// One of the answers a question offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is posted and kept.
    pub value: String,
    /// What the person reads.
    pub label: Label,
}

impl Choice {
    /// A choice whose label is in the locale files.
    #[must_use]
    pub fn key(value: impl Into<String>, key: &'static str) -> Self {
        Self {
            value: value.into(),
            label: Label::Key(key),
        }
    }

    /// A choice whose label comes from the policy.
    #[must_use]
    pub fn text(value: impl Into<String>, text: Text) -> Self {
        Self {
            value: value.into(),
            label: Label::Text(text),
        }
    }
}

/// Where a choice's words come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A Fluent key.
    Key(&'static str),
    /// A text of the policy, in both languages.
    Text(Text),
    /// Fluent keys that say what a text is, one after the other, and the text; it may be empty.
    About(&'static [&'static str], Text),
}

/// Mistakes in a form's description, in words.
pub(super) fn faults(form: &Form) -> Vec<String> {
    let mut faults = Vec::new();
    let mut inputs = BTreeSet::new();
    if !kebab(form.id) {
        faults.push(format!("the form's name {:?} is not kebab-case", form.id));
    }
    for field in &form.fields {
        if !kebab(field.name) {
            faults.push(format!(
                "the field's name {:?} is not kebab-case",
                field.name
            ));
        }
        for input in field.inputs() {
            if !inputs.insert(input.clone()) {
                faults.push(format!("two inputs are named {input:?}"));
            }
        }
        faults.extend(kind_fault(field));
    }
    faults
}

fn kind_fault(field: &Field) -> Option<String> {
    let name = field.name;
    let values: BTreeSet<_> = field.choices().iter().map(|choice| &choice.value).collect();
    if values.len() != field.choices().len() || values.iter().any(|value| value.trim().is_empty()) {
        return Some(format!("{name:?} has a choice twice, or an empty one"));
    }
    match &field.kind {
        Kind::Choice(choices) | Kind::Choices(choices) if choices.is_empty() => {
            Some(format!("{name:?} has nothing to choose from"))
        }
        Kind::Number { min, max } if min > max => {
            Some(format!("{name:?} has no number in its range"))
        }
        Kind::Line { max: 0 }
        | Kind::Area { max: 0 }
        | Kind::Countries { max: 0 }
        | Kind::Languages { max: 0 }
        | Kind::Lines { max_items: 0, .. }
        | Kind::Lines { max: 0, .. } => Some(format!("{name:?} has room for nothing")),
        _ => None,
    }
}

fn kebab(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}
