//! Reads one item out of its TOML table, key by key, and refuses what is left over.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as NameError, StrDeserializer};
use toml::{Table, Value};

use super::error::{PolicyError, Problem};
use super::{Citation, Origin, Period, Text};

/// The keys of one item that have not been read yet.
pub(super) struct Fields<'a> {
    file: &'a str,
    item: String,
    table: Table,
}

type Read<T> = Result<T, PolicyError>;

impl<'a> Fields<'a> {
    /// Begins to read the item at this position of its kind.
    pub(super) fn new(file: &'a str, kind: &str, position: usize, table: Table) -> Self {
        let item = match table.get("id").and_then(Value::as_str) {
            Some(id) => format!("{kind} “{id}”"),
            None => format!("{kind} number {}", position.saturating_add(1)),
        };
        Self { file, item, table }
    }

    /// An error at this item.
    pub(super) fn wrong(&self, problem: Problem) -> PolicyError {
        PolicyError {
            file: self.file.to_owned(),
            item: self.item.clone(),
            problem,
        }
    }

    /// Says that everything has been read; a key left over is an error.
    pub(super) fn finish(self) -> Read<Place> {
        match self.table.keys().next() {
            Some(key) => Err(self.wrong(Problem::UnknownKey(key.clone()))),
            None => Ok(Place {
                file: self.file.to_owned(),
                item: self.item,
            }),
        }
    }

    fn take(&mut self, key: &'static str) -> Read<Value> {
        self.table
            .remove(key)
            .ok_or_else(|| self.wrong(Problem::Missing(key)))
    }

    fn wanted<T>(&self, key: &'static str, wanted: &'static str, value: Option<T>) -> Read<T> {
        value.ok_or_else(|| self.wrong(Problem::Value { key, wanted }))
    }

    /// A line of text that is not blank.
    pub(super) fn line(&mut self, key: &'static str) -> Read<String> {
        let value = self.take(key)?;
        let line = value.as_str().filter(|line| !line.trim().is_empty());
        self.wanted(key, "a text that is not blank", line.map(str::to_owned))
    }

    /// A line of text that may be absent.
    pub(super) fn maybe_line(&mut self, key: &'static str) -> Read<Option<String>> {
        if self.table.contains_key(key) {
            self.line(key).map(Some)
        } else {
            Ok(None)
        }
    }

    /// The item's id: lower-case letters, digits and hyphens.
    pub(super) fn id(&mut self) -> Read<String> {
        let id = self.line("id")?;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let id = Some(id).filter(|id| id.chars().all(plain));
        self.wanted("id", "lower-case letters, digits and hyphens", id)
    }

    /// The item's own text: its keys `en` and `fr`.
    pub(super) fn text(&mut self) -> Read<Text> {
        let en = self.table.remove("en");
        let fr = self.table.remove("fr");
        self.both(en, fr, "")
    }

    /// A further text, written `key = { en = "…", fr = "…" }`.
    pub(super) fn further(&mut self, key: &'static str) -> Read<Text> {
        let value = self.take(key)?;
        let Value::Table(mut table) = value else {
            return self.wanted(key, "a text in two languages", None);
        };
        let (en, fr) = (table.remove("en"), table.remove("fr"));
        if let Some(left) = table.keys().next() {
            return Err(self.wrong(Problem::UnknownKey(format!("{key}.{left}"))));
        }
        self.both(en, fr, key)
    }

    /// A further text that may be absent.
    pub(super) fn maybe_further(&mut self, key: &'static str) -> Read<Option<Text>> {
        if self.table.contains_key(key) {
            self.further(key).map(Some)
        } else {
            Ok(None)
        }
    }

    fn both(&self, en: Option<Value>, fr: Option<Value>, key: &str) -> Read<Text> {
        let one = |value: Option<Value>, language: &str| {
            value
                .as_ref()
                .and_then(Value::as_str)
                .filter(|text| !text.trim().is_empty())
                .map(str::to_owned)
                .ok_or_else(|| {
                    let place = if key.is_empty() {
                        language.to_owned()
                    } else {
                        format!("{key}.{language}")
                    };
                    self.wrong(Problem::MissingLanguage(place))
                })
        };
        Ok(Text {
            en: one(en, "en")?,
            fr: one(fr, "fr")?,
        })
    }

    /// `from` and `to`.
    pub(super) fn period(&mut self) -> Read<Period> {
        let from = self.take("from")?;
        let from = self.wanted("from", "a date", date(&from))?;
        let to = match self.table.remove("to") {
            Some(value) => Some(self.wanted("to", "a date", date(&value))?),
            None => None,
        };
        if to.is_some_and(|to| to < from) {
            return Err(self.wrong(Problem::Backwards));
        }
        Ok(Period { from, to })
    }

    /// `source` or `assumed`.
    pub(super) fn origin(&mut self) -> Read<Origin> {
        match (self.table.remove("source"), self.table.remove("assumed")) {
            (Some(Value::String(source)), None) => {
                self.check_source(&source)?;
                Ok(Origin::Source(source))
            }
            (None, Some(Value::Boolean(true))) => Ok(Origin::Assumed),
            _ => Err(self.wrong(Problem::Origin)),
        }
    }

    fn check_source(&self, source: &str) -> Read<()> {
        let known = match source.split_once(':') {
            Some(("law", citations)) => {
                for citation in citations.split(',') {
                    self.citation(citation.trim())?;
                }
                true
            }
            Some(("seed" | "page", rest)) => !rest.trim().is_empty(),
            _ => false,
        };
        let known = known.then_some(());
        self.wanted("source", "seed:…, law:… or page:…", known)
    }

    fn citation(&self, text: &str) -> Read<Citation> {
        text.parse()
            .map_err(|_| self.wrong(Problem::Citation(text.to_owned())))
    }

    /// A name out of a closed list the program knows.
    pub(super) fn name<T: DeserializeOwned>(&mut self, key: &'static str) -> Read<T> {
        let value = self.line(key)?;
        self.known(key, &value)
    }

    /// A name that may be absent; then the default.
    pub(super) fn name_or<T: DeserializeOwned + Default>(&mut self, key: &'static str) -> Read<T> {
        if self.table.contains_key(key) {
            self.name(key)
        } else {
            Ok(T::default())
        }
    }

    /// A name that may be absent.
    pub(super) fn maybe_name<T: DeserializeOwned>(&mut self, key: &'static str) -> Read<Option<T>> {
        if self.table.contains_key(key) {
            self.name(key).map(Some)
        } else {
            Ok(None)
        }
    }

    fn known<T: DeserializeOwned>(&self, key: &'static str, value: &str) -> Read<T> {
        T::deserialize(StrDeserializer::<NameError>::new(value)).map_err(|_| {
            self.wrong(Problem::UnknownName {
                key,
                value: value.to_owned(),
            })
        })
    }

    /// A yes or no that may be absent; then no.
    pub(super) fn flag(&mut self, key: &'static str) -> Read<bool> {
        match self.table.remove(key) {
            None => Ok(false),
            Some(value) => self.wanted(key, "true or false", value.as_bool()),
        }
    }

    /// A whole number between zero and the largest `u32`.
    pub(super) fn number(&mut self, key: &'static str) -> Read<u32> {
        let value = self.take(key)?;
        let number = value.as_integer().and_then(|n| u32::try_from(n).ok());
        self.wanted(key, "a whole number from zero", number)
    }

    /// A whole number that may be absent.
    pub(super) fn maybe_number(&mut self, key: &'static str) -> Read<Option<u32>> {
        if self.table.contains_key(key) {
            self.number(key).map(Some)
        } else {
            Ok(None)
        }
    }

    /// A list of texts; absent means empty.
    pub(super) fn lines(&mut self, key: &'static str) -> Read<Vec<String>> {
        let values = match self.table.remove(key) {
            None => return Ok(Vec::new()),
            Some(Value::Array(values)) => values,
            Some(_) => return self.wanted(key, "a list of texts", None),
        };
        values
            .iter()
            .map(|value| {
                let line = value.as_str().filter(|line| !line.trim().is_empty());
                self.wanted(key, "a list of texts", line.map(str::to_owned))
            })
            .collect()
    }

    /// A list of names out of a closed list; absent means empty.
    pub(super) fn names<T: DeserializeOwned>(&mut self, key: &'static str) -> Read<Vec<T>> {
        let lines = self.lines(key)?;
        lines.iter().map(|line| self.known(key, line)).collect()
    }

    /// A list of citations; absent means empty.
    pub(super) fn citations(&mut self, key: &'static str) -> Read<Vec<Citation>> {
        let lines = self.lines(key)?;
        lines.iter().map(|line| self.citation(line)).collect()
    }

    /// One citation.
    pub(super) fn one_citation(&mut self, key: &'static str) -> Read<Citation> {
        let line = self.line(key)?;
        self.citation(&line)
    }

    /// One citation that may be absent.
    pub(super) fn maybe_citation(&mut self, key: &'static str) -> Read<Option<Citation>> {
        if self.table.contains_key(key) {
            self.one_citation(key).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Country codes of ISO 3166-1, two capital letters each.
    pub(super) fn countries(&mut self, key: &'static str) -> Read<Vec<String>> {
        let lines = self.lines(key)?;
        let lines = Some(lines).filter(|lines| lines.iter().all(|code| is_country(code)));
        self.wanted(key, "a list of two-letter country codes", lines)
    }
}

impl Fields<'_> {
    /// One country code.
    pub(super) fn country(&mut self, key: &'static str) -> Read<String> {
        let line = self.line(key)?;
        let line = Some(line).filter(|code| is_country(code));
        self.wanted(key, "a two-letter country code", line)
    }
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
}

/// Where an item stands, for errors found after it was read.
#[derive(Debug, Clone)]
pub(super) struct Place {
    file: String,
    item: String,
}

impl Place {
    /// An error at this place.
    pub(super) fn wrong(&self, problem: Problem) -> PolicyError {
        PolicyError {
            file: self.file.clone(),
            item: self.item.clone(),
            problem,
        }
    }
}

/// A TOML local date as a civil date; anything else, also a date with a time, is none.
fn date(value: &Value) -> Option<Date> {
    let stamp = value.as_datetime()?;
    let (Some(date), None, None) = (stamp.date, stamp.time, stamp.offset) else {
        return None;
    };
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    let day = i8::try_from(date.day).ok()?;
    Date::new(year, month, day).ok()
}
