//! Invitation to an interview.

use jiff::civil::{Date, Time};
use serde_json::{Value, json};

use crate::envelope::{Envelope, Name};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// How the interview is held.
#[derive(Clone, PartialEq, Eq)]
pub enum Means {
    /// In person, at this place.
    InPerson(String),
    /// By video: how to take part.
    Video(String),
}

/// In what language one speaks.
#[derive(Clone, PartialEq, Eq)]
pub enum Speech {
    /// Through an interpreter for this language, named in the letter's language.
    Interpreted(String),
    /// Without one, in this language, named in the letter's language.
    Direct(String),
}

/// An invitation to an interview.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// What every letter has.
    pub envelope: Envelope,
    /// Who is invited; the addressee alone if empty.
    pub persons: Vec<Name>,
    /// On which day.
    pub day: Date,
    /// At what time, there.
    pub time: Time,
    /// Whose time that is, such as `Nairobi time`, in the letter's language.
    pub zone: String,
    /// How.
    pub means: Means,
    /// In what language.
    pub speech: Speech,
    /// What to bring, each a line; may be empty.
    pub bring: Vec<String>,
    /// By when to say whether one comes, if there is such a day.
    pub answer_by: Option<Date>,
    /// What else the person should know; may be empty.
    pub remarks: String,
}

private!(Means, Speech, Invitation);

impl Invitation {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        let (video, place) = match &self.means {
            Means::InPerson(place) => (false, place),
            Means::Video(how) => (true, how),
        };
        let (interpreter, spoken) = match &self.speech {
            Speech::Interpreted(language) => (true, language),
            Speech::Direct(language) => (false, language),
        };
        facts.wants("place", place)?;
        facts.wants("language", spoken)?;
        facts.wants("time zone", &self.zone)?;
        Ok(json!({
            "persons": facts.names(&self.persons)?,
            "day": facts.date(self.day),
            "time": facts.time(self.time, &self.zone)?,
            "video": video,
            "place": facts.line(place)?,
            "interpreter": interpreter,
            "spoken": facts.line(spoken)?,
            "bring": facts.lines(&self.bring)?,
            "answer-by": facts.maybe_date(self.answer_by),
            "remarks": facts.paragraphs(&self.remarks)?,
        }))
    }
}
