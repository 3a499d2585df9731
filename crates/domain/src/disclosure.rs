//! What of a case is given to a person of it: the rule of the certified record.
//!
//! What another member keeps confidential is not in it, nor what tells of that: their own words, findings on them and notes
//! of what was said. Letters and decisions are for whom they are about. How the family can be reached safely is no
//! evidence and leaves with no paper of theirs.
//!
//! A court that reviews a decision reads what was before whoever made it, all of it: that is the other edition, in which
//! what the person is not given is marked.

use crate::case::Case;
use crate::compartment::Compartment;
use crate::confidential::{Item, hidden_from, says};
use crate::decision::rests_on;
use crate::event::Event;
use crate::id::PersonId;
use crate::letter::{Letter, written_to};
use crate::policy::Policy;
use crate::refused::{Refused, require};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// For whom a record is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// For the person who was decided on: what may be given to them.
    Person,
    /// For the Court, while an application is before it: everything, with what the person is not given marked.
    Court,
}

impl Edition {
    /// Its code: in addresses and in the record.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Court => "court",
        }
    }
}

/// What may be given to the reader of what was decided on a person.
pub struct Disclosure<'c> {
    case: &'c Case,
    /// Who reads it: the person, or the principal applicant for a child.
    reader: PersonId,
    day: Date,
    /// What is kept from the person or the reader.
    hidden: Vec<Item>,
    /// Who keeps something from them.
    confiding: Vec<PersonId>,
}

impl<'c> Disclosure<'c> {
    /// Of the case as it stands now: a wish made after a decision counts too.
    ///
    /// # Errors
    /// `no-such-person`.
    pub fn new(case: &'c Case, of: PersonId, day: Date) -> Result<Self, Refused> {
        let reader = written_to(case, of, day);
        let reader = reader.ok_or_else(|| Refused::by("no-such-person"))?;
        let mut hidden = hidden_from(case, of);
        hidden.extend(hidden_from(case, reader));
        let wishes = case.confidences.iter().filter(|k| k.lifted.is_none());
        let against = wishes.filter(|k| [of, reader].iter().any(|p| k.keep.from_person(*p)));
        let confiding = against.map(|k| k.keep.person);
        let confiding = confiding.filter(|person| ![of, reader].contains(person));
        Ok(Self {
            confiding: confiding.collect(),
            case,
            reader,
            day,
            hidden,
        })
    }

    /// Whether a decision can be given at all: not one that rests on what is kept, or names it.
    ///
    /// # Errors
    /// `record-rests-on-what-is-kept`.
    pub fn of_decision(&self, policy: &Policy, decided: &Event) -> Result<(), Refused> {
        let rests = match decided {
            Event::Decided { decide, .. } => rests_on(policy, self.case, decide, self.day),
            _ => Vec::new(),
        };
        let said = json(decided);
        let told = |item: &Item| rests.contains(item) || item.is_told_by(decided, &said);
        require(!self.hidden.iter().any(told), || {
            Refused::by("record-rests-on-what-is-kept")
        })
    }

    /// Whether an entry is given.
    #[must_use]
    pub fn allows(&self, event: &Event) -> bool {
        let own = match event {
            Event::ContactSet(_)
            | Event::KeptConfidential(_)
            | Event::ConfidenceLifted(_)
            | Event::Looked { .. } => false,
            Event::LetterSigned { letter, .. } => self.receives(letter),
            Event::LetterSent { letter, .. } => {
                let mut signed = self.case.letters.iter();
                let signed = signed.find(|l| l.id == *letter);
                signed.is_none_or(|l| self.receives(&l.letter))
            }
            Event::Decided { decide, .. } => self.reads(decide.person),
            Event::DecisionReviewed(review) => self.reads(review.person),
            Event::Reconsidered {
                reconsideration, ..
            } => self.reads(reconsideration.person),
            Event::LeaveSought { application, .. } => self.reads(application.person),
            Event::CourtEnded { application, .. } => {
                let mut all = self.case.applications.iter();
                let of = all.find(|applied| applied.id == *application);
                of.is_none_or(|applied| self.reads(applied.application.person))
            }
            Event::NotesSigned { .. } | Event::AddendumSigned { .. } => !self.hides_words(),
            _ => true,
        };
        let said = json(event);
        let told = |item: &Item| item.is_told_by(event, &said);
        own && !self.is_of_who_confides(event, &said) && !self.hidden.iter().any(told)
    }

    /// Whether a letter is to no other person.
    fn receives(&self, letter: &Letter) -> bool {
        let to = letter.addressee(self.case);
        to.is_none_or(|to| to.id == self.reader)
    }

    /// Whether what is decided on a person is told to the reader.
    fn reads(&self, person: PersonId) -> bool {
        written_to(self.case, person, self.day) == Some(self.reader)
    }

    /// Whether something that was said is kept: then notes of what was said are too.
    fn hides_words(&self) -> bool {
        let said = |item: &Item| {
            matches!(
                item,
                Item::Answer(_) | Item::Notes(_) | Item::Discrepancy(_)
            )
        };
        self.hidden.iter().any(said)
    }

    /// Whether the office's own record says something of a person who keeps something from the reader.
    fn is_of_who_confides(&self, event: &Event, said: &Value) -> bool {
        if self.confiding.is_empty() || event.compartment() != Compartment::Internal {
            return false;
        }
        let confiding: Vec<_> = self.confiding.iter().map(PersonId::to_string).collect();
        says(said, &|text| confiding.iter().any(|person| person == text))
    }
}

fn json(event: &Event) -> Value {
    serde_json::to_value(event).unwrap_or_default()
}
