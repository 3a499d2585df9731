//! The cover page of a referral: who refers, whom, on whose word, what is missing, and the index of the documents.
//!
//! Its layout is ours, as that of the official page is not known; its words are policy. As in a record, a character that is
//! not for reading or that no font draws is printed as its number: a package must not wait for somebody's file name.

use std::collections::BTreeSet;

use jiff::civil::Date;
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::policy::{Language, Policy};
use serde_json::{Value, json};

use crate::envelope::{Name, Number, number};
use crate::error::Error;
use crate::facts::Facts;
use crate::fonts::Fonts;
use crate::pdf::{Pdf, assembled, print};
use crate::private::private;
use crate::returned::MissingItem;
use crate::text;
use crate::words::Words;
use crate::world::COVER;

/// What the words of the cover page begin with.
const NAME: &str = "cover";

/// A cover page with its index.
#[derive(Clone, PartialEq, Eq)]
pub struct Cover {
    /// The day it is made on: its words are those in force then.
    pub date: Date,
    /// The partner that refers.
    pub partner: String,
    /// The partner in whose inventory the case began, if that is another.
    pub origin: Option<String>,
    /// The partner's reference, and whatever other numbers there are.
    pub numbers: Vec<Number>,
    /// The date of the referral, once it is submitted.
    pub referred_on: Option<Date>,
    /// `normal`, `urgent` or `emergency`.
    pub priority: &'static str,
    /// Why so soon; may be empty.
    pub grounds: String,
    /// The language of correspondence, once it is chosen.
    pub correspondence: Option<Language>,
    /// Fields of the work.
    pub categories: Vec<String>,
    /// Everybody, the principal applicant first.
    pub persons: Vec<Member>,
    /// Languages of interview.
    pub interview: Vec<String>,
    /// Countries whose authorities must never be contacted.
    pub adverse: Vec<String>,
    /// The attestation, once it is given.
    pub attested: Option<Attested>,
    /// The consents that were given.
    pub consents: Vec<Consent>,
    /// The applicant's declaration, once it is signed.
    pub declared: Option<Declared>,
    /// Whether anything of it is kept from members of the family.
    pub kept: bool,
    /// What is missing, and what would be useful.
    pub lacking: Vec<Lacking>,
    /// The documents, in the order of the package.
    pub items: Vec<Indexed>,
}

/// Somebody of the family.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// The name.
    pub name: Name,
    /// Code of the relationship to the principal applicant.
    pub relationship: &'static str,
    /// Whether the person is to travel.
    pub travels: bool,
    /// Date of birth, as far as it is known.
    pub born: Option<PartialDate>,
    /// Every nationality.
    pub nationalities: Vec<String>,
    /// Has no nationality.
    pub stateless: bool,
    /// The country the person lives in.
    pub lives: Option<String>,
}

/// The partner's word.
#[derive(Clone, PartialEq, Eq)]
pub struct Attested {
    /// Who gave it.
    pub by: String,
    /// On which day.
    pub on: Date,
    /// The grounds, in summary.
    pub grounds: String,
}

/// Somebody's consent.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// Who consents.
    pub name: Name,
    /// On which day.
    pub on: Date,
    /// In writing, or else in speech.
    pub written: bool,
    /// Whether the partner may be told the outcome.
    pub outcome: bool,
}

/// What the applicant declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declared {
    /// On which day.
    pub on: Date,
    /// That every family member is listed.
    pub family: bool,
    /// That somebody represents or advises them.
    pub represented: bool,
}

/// Something that is not there.
#[derive(Clone, PartialEq, Eq)]
pub struct Lacking {
    /// What, about whom, by which provisions.
    pub item: MissingItem,
    /// Whether no source asks for it either.
    pub assumed: bool,
    /// Whether the referral cannot be submitted without it.
    pub blocks: bool,
    /// Code of the part of the work in which it is mended.
    pub mend: &'static str,
}

/// A document of the package.
#[derive(Clone, PartialEq, Eq)]
pub struct Indexed {
    /// Its name in the package.
    pub file: String,
    /// Its kind.
    pub what: String,
    /// Whom it is about; the whole referral if empty.
    pub person: Option<Name>,
    /// The name it came with.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Whether it is kept from members of the family.
    pub kept: bool,
}

private!(Cover, Member, Attested, Consent, Lacking, Indexed);

/// Typesets a cover page. Slow: some milliseconds a page; call it off the asynchronous runtime.
///
/// # Errors
/// [`Error::Empty`] without a partner, [`Error::TooLong`] for more text than it may hold, [`Error::Policy`] for a day
/// without words, [`Error::Typesetting`] where the typesetter refuses.
pub fn render_cover(
    cover: &Cover,
    language: Language,
    policy: &Policy,
    fonts: &Fonts,
) -> Result<Pdf, Error> {
    let mut cover = cover.clone();
    cover.each_text(|text| *text = text::spelled_out(text, |_| false));
    let words = Words::new(policy, language, cover.date);
    let mut facts = Facts::new(policy, &words, cover.date);
    cover.facts(&mut facts)?;
    if fonts.families_for(facts.characters()).is_err() {
        let lone = |c: &char| fonts.families_for(&BTreeSet::from([*c])).is_err();
        let undrawn: BTreeSet<char> = facts.characters().iter().copied().filter(lone).collect();
        cover.each_text(|text| *text = text::spelled_out(text, |c| undrawn.contains(&c)));
    }
    let mut facts = Facts::new(policy, &words, cover.date);
    let own = cover.facts(&mut facts)?;
    let head = cover.head(&mut facts, &words.get("cover-title")?)?;
    let data = assembled(&words, &facts, head, own, NAME, fonts)?;
    print(COVER, data, fonts)
}

impl Cover {
    /// Everything that somebody typed.
    fn each_text(&mut self, mut each: impl FnMut(&mut String)) {
        let mut name = |name: &mut Name| {
            each(&mut name.latin);
            name.native.iter_mut().for_each(&mut each);
        };
        for person in &mut self.persons {
            name(&mut person.name);
        }
        for consent in &mut self.consents {
            name(&mut consent.name);
        }
        for number in &mut self.numbers {
            number.person.iter_mut().for_each(&mut name);
        }
        for lacking in &mut self.lacking {
            lacking.item.person.iter_mut().for_each(&mut name);
        }
        for item in &mut self.items {
            item.person.iter_mut().for_each(&mut name);
        }
        each(&mut self.grounds);
        for number in &mut self.numbers {
            each(&mut number.number);
        }
        for item in &mut self.items {
            each(&mut item.name);
        }
        if let Some(attested) = &mut self.attested {
            each(&mut attested.by);
            each(&mut attested.grounds);
        }
    }

    fn head(&self, facts: &mut Facts<'_>, title: &str) -> Result<Value, Error> {
        let reference = match self.numbers.first() {
            Some(number) => facts.line(&number.number)?,
            None => title.into(),
        };
        Ok(json!({
            "title": title,
            "office": facts.line(&self.partner)?,
            "date": facts.date(self.date),
            "year": self.date.year(),
            "month": self.date.month(),
            "day": self.date.day(),
            "reference": reference,
        }))
    }

    fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants("partner", &self.partner)?;
        let (missing, useful): (Vec<_>, Vec<_>) =
            self.lacking.iter().cloned().partition(|l| l.blocks);
        let numbered: Vec<_> = self.items.iter().zip(1_u64..).collect();
        Ok(json!({
            "kept": self.kept,
            "partner": facts.line(&self.partner)?,
            "origin": facts.maybe_line(self.origin.as_deref())?,
            "numbers": facts.each(&self.numbers, number)?,
            "referred-on": facts.maybe_date(self.referred_on),
            "priority": self.priority,
            "grounds": facts.paragraphs(&self.grounds)?,
            "language": self.correspondence.map(Language::code),
            "categories": facts.lines(&self.categories)?,
            "persons": facts.each(&self.persons, member)?,
            "interview": facts.lines(&self.interview)?,
            "adverse": facts.lines(&self.adverse)?,
            "attested": self.attested.as_ref().map(|a| attested(facts, a)).transpose()?,
            "consents": facts.each(&self.consents, consent)?,
            "declared": self.declared.map(|d| json!({
                "on": facts.date(d.on), "family": d.family, "represented": d.represented,
            })),
            "missing": facts.each(&missing, lacking)?,
            "useful": facts.each(&useful, lacking)?,
            "count": facts.figures(self.items.len() as u64),
            "items": facts.each(&numbered, |facts, (item, number)| indexed(facts, item, *number))?,
        }))
    }
}

fn member(facts: &mut Facts<'_>, member: &Member) -> Result<Value, Error> {
    Ok(json!({
        "name": facts.name_or_none(&member.name)?,
        "relationship": member.relationship,
        "travels": member.travels,
        "born": member.born.map_or_else(String::new, |born| facts.partial_date(born)),
        "nationalities": facts.lines(&member.nationalities)?,
        "stateless": member.stateless,
        "lives": facts.line(member.lives.as_deref().unwrap_or_default())?,
    }))
}

fn attested(facts: &mut Facts<'_>, attested: &Attested) -> Result<Value, Error> {
    Ok(json!({
        "by": facts.line(&attested.by)?,
        "on": facts.date(attested.on),
        "grounds": facts.paragraphs(&attested.grounds)?,
    }))
}

fn consent(facts: &mut Facts<'_>, consent: &Consent) -> Result<Value, Error> {
    Ok(json!({
        "name": facts.name_or_none(&consent.name)?,
        "on": facts.date(consent.on),
        "manner": if consent.written { "written" } else { "spoken" },
        "outcome": if consent.outcome { "yes" } else { "no" },
    }))
}

fn lacking(facts: &mut Facts<'_>, lacking: &Lacking) -> Result<Value, Error> {
    let person = lacking.item.person.as_ref();
    Ok(json!({
        "what": facts.line(&lacking.item.what)?,
        "person": person.map(|name| facts.name_or_none(name)).transpose()?,
        "provisions": facts.citations(&lacking.item.provisions),
        "assumed": lacking.assumed,
        "mend": lacking.mend,
    }))
}

fn indexed(facts: &mut Facts<'_>, item: &Indexed, number: u64) -> Result<Value, Error> {
    let person = item.person.as_ref();
    Ok(json!({
        "number": facts.figures(number),
        "file": facts.line(&item.file)?,
        "what": facts.line(&item.what)?,
        "person": person.map(|name| facts.name_or_none(name)).transpose()?,
        "name": facts.line(&item.name)?,
        "size": facts.figures(item.size),
        "sha256": facts.line(&item.sha256)?,
        "kept": item.kept,
    }))
}
