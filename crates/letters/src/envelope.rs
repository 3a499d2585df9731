//! What every letter has: who writes, when, to whom, about which numbers, and who signs.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// What every letter has.
///
/// There is no postal address: where somebody is does not stand in a letter. How it reaches them is not its concern.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The office that writes.
    pub office: Office,
    /// The letter's date: its words are those in force on that day.
    pub date: Date,
    /// To whom: a person, or the partner.
    pub addressee: Name,
    /// In a letter to a person: the partner it goes through, if it does.
    pub through: Option<String>,
    /// The numbers to quote.
    pub numbers: Vec<Number>,
    /// Who signs.
    pub signatory: Signatory,
    /// Whether it is only shown before it is signed; it says so at its head.
    pub draft: bool,
}

/// The office that writes.
#[derive(Clone, PartialEq, Eq)]
pub struct Office {
    /// Its name in the letter's language.
    pub name: String,
    /// The city; may be empty.
    pub place: String,
}

/// A name, as in documents and as its bearer writes it.
#[derive(Clone, PartialEq, Eq)]
pub struct Name {
    /// In Latin letters.
    pub latin: String,
    /// In any script, if that is another.
    pub native: Option<String>,
}

impl Name {
    /// A name in Latin letters only.
    #[must_use]
    pub fn latin(name: &str) -> Self {
        Self {
            latin: name.to_owned(),
            native: None,
        }
    }

    /// A name in Latin letters and as its bearer writes it.
    #[must_use]
    pub fn both(latin: &str, native: &str) -> Self {
        Self {
            latin: latin.to_owned(),
            native: Some(native.to_owned()),
        }
    }
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// The office's own reference.
    Reference,
    /// The file's number.
    File,
    /// A person's unique client identifier.
    Client,
    /// The partner's case number.
    Partner,
    /// A number of UNHCR.
    Unhcr,
}

impl NumberKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Reference,
        Self::File,
        Self::Client,
        Self::Partner,
        Self::Unhcr,
    ];

    /// What it is called in the templates and words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::File => "file",
            Self::Client => "client",
            Self::Partner => "partner",
            Self::Unhcr => "unhcr",
        }
    }
}

/// A number to quote.
#[derive(Clone, PartialEq, Eq)]
pub struct Number {
    /// What it is.
    pub kind: NumberKind,
    /// As its issuer writes it.
    pub number: String,
    /// Whose it is; everybody's in the case if empty.
    pub person: Option<Name>,
}

/// Who signs.
#[derive(Clone, PartialEq, Eq)]
pub struct Signatory {
    /// Name, or an officer's number.
    pub name: String,
    /// Title; may be empty.
    pub title: String,
}

private!(Envelope, Office, Name, Number, Signatory);

impl Envelope {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>, title: &str) -> Result<Value, Error> {
        facts.wants("office", &self.office.name)?;
        facts.wants("addressee", &self.addressee.latin)?;
        facts.wants("signatory", &self.signatory.name)?;
        let numbers = facts.each(&self.numbers, number)?;
        let ours = self.numbers.iter().find(|n| n.person.is_none());
        let reference = match ours {
            Some(number) => facts.line(&number.number)?,
            None => title.into(),
        };
        Ok(json!({
            "title": title,
            "draft": self.draft,
            "office": facts.line(&self.office.name)?,
            "place": facts.line(&self.office.place)?,
            "date": facts.date(self.date),
            "year": self.date.year(),
            "month": self.date.month(),
            "day": self.date.day(),
            "to": facts.name(&self.addressee)?,
            "through": facts.maybe_line(self.through.as_deref())?,
            "numbers": numbers,
            "reference": reference,
            "signed-by": facts.line(&self.signatory.name)?,
            "signed-as": facts.line(&self.signatory.title)?,
        }))
    }
}

/// A number with whose it is.
pub(crate) fn number(facts: &mut Facts<'_>, number: &Number) -> Result<Value, Error> {
    facts.wants("number", &number.number)?;
    Ok(json!({
        "kind": number.kind.name(),
        "number": facts.line(&number.number)?,
        "person": facts.maybe_name(number.person.as_ref())?,
    }))
}
