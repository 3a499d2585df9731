//! The letters of an invented case: signed, and sent the way the person or the partner can receive them.

use super::Player;
use crate::error::{Error, Result};
use safeconduct_domain::act::Act;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::fairness::{Answer, Extension, Put};
use safeconduct_domain::id::{ItemId, PersonId};
use safeconduct_domain::interview::Mode;
use safeconduct_domain::letter::{self, Channel, Kind, Letter, Sending};
use safeconduct_domain::policy::Language;

impl Player<'_> {
    /// The language of correspondence.
    fn correspondence(&self) -> Language {
        match self.story.number % 2 {
            0 => Language::En,
            _ => Language::Fr,
        }
    }

    async fn write(&mut self, who: &str, letter: Letter) -> Result<()> {
        let by = if letter.kind.to_partner() {
            Channel::Partner
        } else {
            Channel::Protocol
        };
        self.act(who, Act::SignLetter(letter)).await?;
        let case = self.see(who).await?;
        let letter = case.letters.last().ok_or(Error::Absent)?.id;
        let sending = Sending {
            by,
            on: self.today(),
            at_its_hours: by == Channel::Protocol,
            in_its_words: by == Channel::Protocol,
        };
        self.act(who, Act::SendLetter { letter, sending }).await
    }

    /// The partner learns the numbers.
    pub(super) async fn acknowledge(&mut self, intake: &str) -> Result<()> {
        let letter = Letter::new(Kind::Acknowledgement, self.correspondence());
        self.write(intake, letter).await
    }

    /// The person learns when and where they are heard.
    pub(super) async fn invite(&mut self, officer: &str, mode: Mode) -> Result<()> {
        let place = match mode {
            Mode::InPerson => "Room 4, by the side entrance",
            Mode::Video | Mode::Waived => "By the link that is sent on the day",
        };
        let letter = Letter {
            time: Some("14:30".into()),
            zone: Some("local time".into()),
            place: Some(place.into()),
            remarks: Some("You may ask for a pause at any time.".into()),
            ..Letter::new(Kind::Invitation, self.correspondence())
        };
        self.write(officer, letter).await
    }

    /// A concern is put by letter, and more time is given.
    pub(super) async fn put_by_letter(&mut self, officer: &str, concern: ItemId) -> Result<()> {
        let letter = Letter::new(Kind::Fairness, self.correspondence());
        self.write(officer, letter).await?;
        let due = self.today().checked_add(jiff::Span::new().days(45));
        let extension = Extension {
            due: due.unwrap_or_else(|_| self.today()),
            reason: "The partner asked: the line was down for two weeks.".into(),
        };
        self.act(officer, Act::ExtendTime { concern, extension })
            .await
    }

    /// The person learns the decision, the partner the outcome as far as those concerned agreed.
    pub(super) async fn tell(&mut self, decider: &str, kind: Kind) -> Result<()> {
        self.write(decider, Letter::new(kind, self.correspondence()))
            .await?;
        let case = self.see(decider).await?;
        if letter::tellable(&case, self.today()).next().is_none() {
            return Ok(());
        }
        let outcome = Letter::new(Kind::Outcome, self.correspondence());
        self.write(decider, outcome).await
    }

    /// The one concern of a story of refusal: put by letter, answered, weighed.
    pub(super) async fn concern(&mut self, officer: &str, person: PersonId) -> Result<()> {
        let put_on = self.today();
        let put = Put {
            person,
            about: "state-protection".into(),
            concern:
                "You told us that the prosecutor who threatened you was dismissed and convicted."
                    .into(),
            disclosed: "Your own account at the interview; two newspaper articles, attached."
                .into(),
            rests_on: vec![Item::Risk],
            put_on,
            manner: "letter".into(),
            due: put_on
                .checked_add(jiff::Span::new().days(30))
                .unwrap_or(put_on),
        };
        self.act(officer, Act::PutConcern(put)).await?;
        let case = self.see(officer).await?;
        let concern = case.concerns.last().ok_or(Error::Absent)?.id;
        self.put_by_letter(officer, concern).await?;
        let answer = Answer {
            answer: Some("The conviction was overturned on appeal.".into()),
            analysis: "The appeal judgment says otherwise; the articles and the registry agree."
                .into(),
            met: false,
        };
        self.act(officer, Act::AnswerConcern { concern, answer })
            .await
    }
}
