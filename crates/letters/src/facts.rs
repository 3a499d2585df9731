//! Turns what a letter says into data for its template, and keeps account of it: every character, every enactment.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::policy::{Citation, DeadlineId, Enactment, Policy};
use serde_json::{Value, json};

use crate::envelope::Name;
use crate::error::Error;
use crate::text;
use crate::words::Words;

/// The most text a letter may hold, in bytes: some hundred pages.
pub(crate) const MOST_TEXT: usize = 400_000;

/// The facts of a letter on their way into its template.
pub(crate) struct Facts<'a> {
    policy: &'a Policy,
    words: &'a Words<'a>,
    day: Date,
    bytes: usize,
    cited: BTreeSet<Enactment>,
    characters: BTreeSet<char>,
}

impl<'a> Facts<'a> {
    pub(crate) const fn new(policy: &'a Policy, words: &'a Words<'a>, day: Date) -> Self {
        Self {
            policy,
            words,
            day,
            bytes: 0,
            cited: BTreeSet::new(),
            characters: BTreeSet::new(),
        }
    }

    /// Every character of every fact.
    pub(crate) const fn characters(&self) -> &BTreeSet<char> {
        &self.characters
    }

    /// Every enactment the facts cite.
    pub(crate) const fn cited(&self) -> &BTreeSet<Enactment> {
        &self.cited
    }

    /// Says that a letter cannot be without this text.
    pub(crate) fn wants(&self, what: &'static str, text: &str) -> Result<(), Error> {
        let blank = text
            .chars()
            .all(|c| c.is_whitespace() || text::is_invisible(c));
        if blank {
            Err(Error::Empty(what))
        } else {
            Ok(())
        }
    }

    /// Says that a letter cannot be without one of these.
    pub(crate) const fn wants_some<T>(&self, what: &'static str, list: &[T]) -> Result<(), Error> {
        if list.is_empty() {
            Err(Error::Empty(what))
        } else {
            Ok(())
        }
    }

    /// A text on one line.
    pub(crate) fn line(&mut self, text: &str) -> Result<Value, Error> {
        self.count(text)?;
        let line = text::line(text)?;
        self.characters.extend(line.chars());
        Ok(line.into())
    }

    /// A text on one line that may be absent; then null.
    pub(crate) fn maybe_line(&mut self, text: Option<&str>) -> Result<Value, Error> {
        text.map_or(Ok(Value::Null), |text| self.line(text))
    }

    /// Texts on one line each; blank ones are left out.
    pub(crate) fn lines(&mut self, texts: &[String]) -> Result<Value, Error> {
        let texts = texts.iter().filter(|text| !text.trim().is_empty());
        texts.map(|text| self.line(text)).collect()
    }

    /// A text in paragraphs.
    pub(crate) fn paragraphs(&mut self, text: &str) -> Result<Value, Error> {
        self.count(text)?;
        let found = text::paragraphs(text)?;
        self.characters
            .extend(found.iter().flat_map(|one| one.chars()));
        Ok(found.into())
    }

    /// A day.
    pub(crate) fn date(&self, date: Date) -> Value {
        self.words.date(date).into()
    }

    /// A day that may be absent; then null.
    pub(crate) fn maybe_date(&self, date: Option<Date>) -> Value {
        date.map_or(Value::Null, |date| self.date(date))
    }

    /// A day of which the month, or the day of the month, may be unknown.
    pub(crate) fn partial_date(&self, date: PartialDate) -> String {
        self.words.partial_date(date)
    }

    /// A whole number.
    pub(crate) fn figures(&self, number: u64) -> String {
        self.words.figures(number)
    }

    /// A time of day, and whose it is.
    pub(crate) fn time(&mut self, time: Time, zone: &str) -> Result<Value, Error> {
        let text = self.words.time(time, zone)?;
        self.line(&text)
    }

    /// A name.
    pub(crate) fn name(&mut self, name: &Name) -> Result<Value, Error> {
        self.wants("name", &name.latin)?;
        self.name_or_none(name)
    }

    /// A name that may not be known yet.
    pub(crate) fn name_or_none(&mut self, name: &Name) -> Result<Value, Error> {
        let native = name
            .native
            .as_deref()
            .filter(|native| !native.trim().is_empty());
        Ok(json!({
            "latin": self.line(&name.latin)?,
            "native": native.map_or(Ok(Value::Null), |native| self.native(native))?,
        }))
    }

    fn native(&mut self, name: &str) -> Result<Value, Error> {
        self.count(name)?;
        let name = text::name(name)?;
        self.characters.extend(name.chars());
        Ok(name.into())
    }

    /// A name that may be absent; then null.
    pub(crate) fn maybe_name(&mut self, name: Option<&Name>) -> Result<Value, Error> {
        name.map_or(Ok(Value::Null), |name| self.name(name))
    }

    /// Names.
    pub(crate) fn names(&mut self, names: &[Name]) -> Result<Value, Error> {
        self.each(names, Self::name)
    }

    /// Provisions, one after the other, the way of the language; empty if there are none.
    pub(crate) fn citations(&mut self, provisions: &[Citation]) -> Value {
        self.cited
            .extend(provisions.iter().map(Citation::enactment));
        let language = self.words.language();
        let each = provisions.iter().map(|p| p.render_unbroken(language));
        let each: Vec<String> = each.collect();
        each.join("; ").into()
    }

    /// The facts of each item of a list.
    pub(crate) fn each<T>(
        &mut self,
        items: &[T],
        one: impl Fn(&mut Self, &T) -> Result<Value, Error>,
    ) -> Result<Value, Error> {
        items.iter().map(|item| one(self, item)).collect()
    }

    /// How many days there are to apply for leave in a matter arising outside Canada.
    pub(crate) fn days_for_leave(&self) -> Result<Value, Error> {
        let leave = self
            .policy
            .deadline(DeadlineId::LeaveOutsideCanada, self.day);
        let leave = leave.ok_or(Error::Policy("leave-outside-canada"))?;
        Ok(leave.length.to_string().into())
    }

    fn count(&mut self, text: &str) -> Result<(), Error> {
        self.bytes = self.bytes.saturating_add(text.len());
        if self.bytes > MOST_TEXT {
            let (found, most) = (self.bytes, MOST_TEXT);
            return Err(Error::TooLong { found, most });
        }
        Ok(())
    }
}
