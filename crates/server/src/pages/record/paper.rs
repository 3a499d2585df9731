//! The record on paper: every entry with everything it says, in the words of the page it was typed on.

use std::collections::{BTreeSet, HashMap};

use safeconduct_casework::App;
use safeconduct_casework::forms::{self, FormContext};
use safeconduct_casework::record::{Edition, Enclosed, Line, Paper, Print, Record, What};
use safeconduct_domain::act::Kind;
use safeconduct_domain::decision::Verdict;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::UserId;
use safeconduct_domain::policy::List;
use serde_json::{Map, Value};

use super::act;
use crate::pages::letters::key as letter_key;
use crate::pages::timeline::name;
use crate::web::form_view::answers;
use crate::web::i18n::{Arg, Lang, has, plain};

/// What an entry holds for the program alone, and its sealed objects' places: said nowhere.
const OURS: [&str; 6] = ["id", "key", "sealed-size", "transfer", "to", "document"];
/// What an entry says beyond its form, and the words before it.
const BEYOND: [(&str, &str); 14] = [
    ("partner", "fact-partner"),
    ("date", "record-field-date"),
    ("on", "record-field-on"),
    ("policy", "decision-policy"),
    ("office", "record-field-office"),
    ("route", "record-field-route"),
    ("rule", "record-field-rule"),
    ("size", "record-field-size"),
    ("sha256", "record-field-sha256"),
    ("pages", "record-field-pages"),
    ("puts", "record-field-concerns"),
    ("name", "record-field-name"),
    ("reference", "number-kind-partner"),
    ("person", "record-field-person"),
];

/// The answers that tell entries of one kind apart: they stand in the index too.
const SUBJECTS: [&str; 6] = ["person", "element", "check", "class", "task", "kind"];

/// What a record is and is not.
const fn statement(edition: Edition) -> [&'static str; 6] {
    [
        "record-statement-holds",
        "record-statement-partner",
        match edition {
            Edition::Person => "record-statement-others",
            Edition::Court => "record-statement-court",
        },
        "record-statement-proof",
        "record-statement-files",
        "record-statement-times",
    ]
}

/// A record in the words of a language.
pub(super) fn of(record: &Record, names: &HashMap<UserId, String>, lang: Lang, app: &App) -> Print {
    let desk = Desk {
        record,
        names,
        lang,
        app,
        known: known(record, names),
    };
    let title = match record.decide.verdict {
        Verdict::Approved => "record-title-approved",
        Verdict::Refused => "record-title-refused",
    };
    let entries = record.entries.iter().zip(1..);
    Print {
        language: lang.into(),
        date: safeconduct_casework::clock::day(record.stamp.at_ms),
        title: plain(lang, title, &[("name", Arg::Text(desk.whose()))]),
        office: desk.office(),
        // the typesetter puts the numbers in
        foot: plain(
            lang,
            match record.edition {
                Edition::Person => "record-foot",
                Edition::Court => "record-foot-court",
            },
            &[
                ("page", Arg::Text("{page}".to_owned())),
                ("pages", Arg::Text("{pages}".to_owned())),
            ],
        ),
        about: desk.about(),
        statement: desk.statement(),
        index: lang.t("record-index"),
        files: (
            lang.t("record-files"),
            record.files.iter().map(|file| desk.file(file)).collect(),
        ),
        papers: (
            lang.t("record-entries"),
            entries
                .map(|((stamp, event), number)| desk.paper(number, stamp, event))
                .collect(),
        ),
    }
}

struct Desk<'r> {
    record: &'r Record,
    names: &'r HashMap<UserId, String>,
    lang: Lang,
    app: &'r App,
    /// What stands for a pseudonym.
    known: HashMap<String, String>,
}

/// Words for the pseudonyms that entries use of each other: persons, users, files, and entries by their number.
fn known(record: &Record, names: &HashMap<UserId, String>) -> HashMap<String, String> {
    let mut known: HashMap<_, _> = names
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    for ((_, event), number) in record.entries.iter().zip(1..) {
        match event {
            Event::PersonAdded { person, details } | Event::PersonChanged { person, details } => {
                known.insert(person.to_string(), details.full_name());
            }
            Event::PersonDeclared { person, declared } => {
                known.insert(person.to_string(), declared.details.full_name());
            }
            _ => {
                if let Some(Value::String(id)) = members(event).remove("id") {
                    known.insert(id, format!("№\u{a0}{number}"));
                }
            }
        }
    }
    for file in &record.files {
        if let What::Document(document) = &file.what {
            known.insert(document.id.to_string(), file.name().to_owned());
        }
    }
    known
}

impl Desk<'_> {
    /// Whom the decision is about.
    fn whose(&self) -> String {
        let person = self.record.case.referral.person(self.record.decide.person);
        person.map_or_else(|| self.lang.t("somebody"), |p| p.details.full_name())
    }

    fn office(&self) -> String {
        let code = self.record.case.intake.office.as_ref();
        let code = code
            .map(|chosen| chosen.office.as_str())
            .unwrap_or_default();
        let office = self.app.policy().office(code, self.day());
        office.map_or_else(|| code.to_owned(), |o| self.lang.text(&o.name).to_owned())
    }

    /// What a record is and is not.
    fn statement(&self) -> Vec<String> {
        let lang = self.lang;
        let keys = statement(self.record.edition);
        keys.iter().map(|key| lang.t(key)).collect()
    }

    fn about(&self) -> Vec<Line> {
        let (record, lang) = (self.record, self.lang);
        let numbers = record.case.intake.numbers.iter();
        let numbers: Vec<_> = numbers.map(|n| n.value.clone()).collect();
        let rows = [
            (
                "record-field-court-file",
                record.court_file.clone().unwrap_or_default(),
            ),
            ("record-field-person", self.whose()),
            ("record-field-numbers", numbers.join("; ")),
            (
                "decision-signed",
                format!(
                    "{}, {}",
                    name(lang, self.names, record.stamp.actor),
                    lang.moment(record.stamp.at_ms)
                ),
            ),
            ("record-field-office", self.office()),
            ("decision-policy", record.policy.clone()),
            (
                "record-field-position",
                lang.number(i64::try_from(record.stamp.seq).unwrap_or(i64::MAX)),
            ),
            (
                "record-field-count",
                lang.number(i64::try_from(record.entries.len()).unwrap_or(i64::MAX)),
            ),
        ];
        rows.into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| Line {
                label: lang.t(key),
                text,
            })
            .collect()
    }

    fn file(&self, file: &Enclosed) -> Paper {
        let lang = self.lang;
        let (what, own) = match &file.what {
            What::Document(document) => {
                let policy = self.app.policy();
                let kind = policy.named(List::DocumentKind, &document.kind, self.day());
                let kind = kind.map_or(document.kind.as_str(), |kind| lang.text(&kind.text));
                (kind.to_owned(), Some(document.name.clone()))
            }
            What::Letter(letter) => (lang.t(letter_key(letter.kind)), None),
        };
        let mut lines: Vec<_> = own
            .map(|name| self.line("record-field-name", name))
            .into_iter()
            .collect();
        if let What::Document(document) = &file.what
            && let Some(why) = &document.withdrawn
        {
            lines.push(self.line("record-field-withdrawn", why.clone()));
        }
        let size = i64::try_from(file.size()).unwrap_or(i64::MAX);
        lines.push(self.line("record-field-size", lang.number(size)));
        lines.push(self.line("record-field-sha256", file.sha256().to_owned()));
        Paper {
            title: self.marked(format!("{} – {what}", file.name()), file.withheld),
            lines,
        }
    }

    /// A title, and whether the person is not given what stands under it.
    fn marked(&self, title: String, withheld: bool) -> String {
        match withheld {
            true => format!("{title} – {}", self.lang.t("record-withheld")),
            false => title,
        }
    }

    fn line(&self, key: &str, text: String) -> Line {
        Line {
            label: self.lang.t(key),
            text,
        }
    }

    fn day(&self) -> jiff::civil::Date {
        safeconduct_casework::clock::day(self.record.stamp.at_ms)
    }

    /// An entry: when and by whom, then everything it says.
    fn paper(&self, number: usize, stamp: &Stamp, event: &Event) -> Paper {
        let lang = self.lang;
        let entered = format!(
            "{}, {}",
            name(lang, self.names, stamp.actor),
            lang.moment(stamp.at_ms)
        );
        let mut lines = vec![self.line("record-field-entered", entered)];
        let mut said = members(event);
        let mut subjects = Vec::new();
        for (field, line) in act::of(event)
            .map(|kind| self.answered(kind, &mut said))
            .unwrap_or_default()
        {
            if SUBJECTS.contains(&field) {
                subjects.push(line.text.clone());
            }
            lines.push(line);
        }
        for (member, value) in said {
            let text = self.beyond(&member, &value);
            if !OURS.contains(&member.as_str()) && !text.is_empty() {
                let label = label(lang, event, &member);
                lines.push(Line { label, text });
            }
        }
        let event = lang.t(&format!("event-{}", event.name()));
        let title = match subjects.is_empty() {
            true => event,
            false => lang.introduced(&event, &subjects.join(", ")),
        };
        let withheld = self.record.withheld.contains(&stamp.seq);
        Paper {
            title: self.marked(format!("{number}. {title}"), withheld),
            lines,
        }
    }

    /// What the form of the act asks, question by question, where something was said; taken out of what is left to say.
    fn answered(&self, kind: Kind, said: &mut Map<String, Value>) -> Vec<(&'static str, Line)> {
        let context = FormContext::new(self.app.policy(), self.day(), &self.record.case);
        let form = forms::form(kind, &context);
        let object = Value::Object(said.clone());
        let none = self.lang.t("answers-none");
        let shown: BTreeSet<&str> = form
            .fields
            .iter()
            .filter(|f| !matches!(f.kind, safeconduct_casework::form::Kind::Hidden))
            .map(|f| f.name)
            .collect();
        let rows = answers(&form, &object, self.lang, None);
        let asked = form.fields.iter().filter(|f| shown.contains(f.name));
        let mut lines = Vec::new();
        for (field, row) in asked.zip(rows) {
            let answered = said.get(field.name).is_some_and(|v| !v.is_null());
            if answered && row.lines != [none.as_str()] {
                said.remove(field.name);
                let words = row.lines.iter().map(|line| self.words(line));
                let line = Line {
                    label: row.label,
                    text: words.collect::<Vec<_>>().join("\n"),
                };
                lines.push((field.name, line));
            }
        }
        lines
    }

    /// A pseudonym in words, anything else as it is.
    fn words(&self, text: &str) -> String {
        let pseudonym = || {
            let id = text.rsplit('-').next().unwrap_or(text);
            id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit())
        };
        // an item is named by its kind and its pseudonym
        let id = text.split_once('-').map_or(text, |(_, id)| id);
        match self.known.get(text).or_else(|| self.known.get(id)) {
            Some(words) => words.clone(),
            None if pseudonym() => self.lang.t("record-not-here"),
            None => text.to_owned(),
        }
    }

    /// What an entry says beyond its form: codes of the policy in words.
    fn beyond(&self, member: &str, value: &Value) -> String {
        let policy = self.app.policy();
        let code = value.as_str().unwrap_or_default();
        let named = match member {
            "partner" | "route" => policy.partner(code, self.day()).map(|p| &p.name),
            "office" => policy.office(code, self.day()).map(|o| &o.name),
            _ => None,
        };
        match named {
            Some(name) => self.lang.text(name).to_owned(),
            None if member == "rule" => {
                let key = format!("refused-{code}");
                if has(self.lang, &key) {
                    plain(self.lang, &key, &[])
                } else {
                    code.to_owned()
                }
            }
            None => self.plain(value),
        }
    }

    /// What no form asks, as plainly as it can be said.
    fn plain(&self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(true) => self.lang.t("yes"),
            Value::Bool(false) => self.lang.t("no"),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| number.to_string(), |n| self.lang.number(n)),
            Value::String(text) => self.words(&self.lang.date_text(text)),
            Value::Array(items) => {
                let each = items.iter().map(|item| self.plain(item));
                each.filter(|one| !one.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Value::Object(members) => {
                let each = members.iter().map(|(_, value)| self.plain(value));
                each.filter(|one| !one.is_empty())
                    .collect::<Vec<_>>()
                    .join("; ")
            }
        }
    }
}

/// The label of something an entry says beyond what its form asks now: the form's own, where there is one.
fn label(lang: Lang, event: &Event, member: &str) -> String {
    if member == "sha256" && matches!(event, Event::DocumentAdded(_)) {
        return lang.t("record-field-sealed");
    }
    let form = act::of(event).map(|kind| format!("form-{}-{member}", kind.name()));
    if let Some(key) = form.filter(|key| has(lang, key)) {
        return lang.t(&key);
    }
    let beyond = BEYOND.iter().find(|(name, _)| *name == member);
    beyond.map_or_else(|| member.replace('-', " "), |(_, key)| lang.t(key))
}

/// What an entry says, member by member; what is in one part is on one level with the rest.
fn members(event: &Event) -> Map<String, Value> {
    let mut all = Map::new();
    if let Ok(Value::Object(outer)) = serde_json::to_value(event) {
        for (_, inner) in outer {
            level(inner, &mut all);
        }
    }
    all
}

fn level(value: Value, all: &mut Map<String, Value>) {
    let Value::Object(members) = value else {
        return;
    };
    for (name, value) in members {
        match value {
            Value::Object(_) => level(value, all),
            value => {
                all.entry(name).or_insert(value);
            }
        }
    }
}
