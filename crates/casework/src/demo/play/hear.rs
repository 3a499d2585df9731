//! The interview of an invented case.

use super::Player;
use crate::error::Result;
use safeconduct_domain::act::Act;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::discrepancy::{Noted, Outcome, Settlement};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::inquiry::{Inquiry, Purpose};
use safeconduct_domain::interview::{Exchange, Interpreter, Mode, Notes, Plan};

/// What is asked and answered.
const ASKED: [(&str, &str); 2] = [
    (
        "What did the people who came to the archive ask for?",
        "The names of those who had given statements.",
    ),
    (
        "How often did they come?",
        "Once. Afterwards I never slept there again.",
    ),
];

impl Player<'_> {
    /// Plans the interview, and holds it unless it is waived.
    pub(super) async fn interview(&mut self, officer: &str) -> Result<()> {
        let (mode, reason) = match self.story.number % 3 {
            0 => (Mode::Video, Some("travel-dangerous".to_owned())),
            1 => (Mode::InPerson, None),
            _ => (Mode::Waived, Some("safety".to_owned())),
        };
        let plan = Plan {
            mode,
            reason,
            asylum_risk: Some(
                "The police here have handed people back at the border this year.".into(),
            ),
            travel: (mode == Mode::InPerson).then(|| {
                "Two checkpoints on the main road; the partner drives her by the coast.".into()
            }),
            surveillance: (mode != Mode::Waived)
                .then(|| "Her own telephone is watched: the partner lends one for the day.".into()),
            interpreter_needed: Some("Somebody who knows the dialect of the north.".into()),
            interpreter_avoid: Some("Nobody of the prosecutor’s clan, or from the camp.".into()),
            rests_on: match mode {
                Mode::Waived => vec![Item::Risk],
                Mode::InPerson | Mode::Video => Vec::new(),
            },
            safety: "She does not leave the house by day; nobody may come to the door for us."
                .into(),
            persons: Vec::new(),
            on: (mode != Mode::Waived).then(|| self.tomorrow()),
            language: Some(self.family.language.into()),
            interpreter_gender: Some("woman".into()),
        };
        self.act(officer, Act::PlanInterview(plan)).await?;
        if mode != Mode::Waived {
            self.invite(officer, mode).await?;
            self.hear(officer).await?;
            let notes = Notes {
                held_on: self.today(),
                present: "Applicant, officer, interpreter".into(),
                understood: true,
                text: "Asked what she would do if the charges were dropped: she would go back to the archive.".into(),
            };
            self.act(officer, Act::SignNotes(notes)).await?;
        }
        Ok(())
    }

    /// Who interprets, two questions, and what did not agree until it was asked about.
    async fn hear(&mut self, officer: &str) -> Result<()> {
        let interpreter = Interpreter {
            name: "Certified interpreter, list of the office".into(),
            language: self.family.language.into(),
            gender: "woman".into(),
            background: "Of another region; no ties to those the applicant fears were found".into(),
            none_to_avoid: true,
            briefed: true,
            understood: true,
            gender_reason: None,
            replaces: None,
        };
        self.act(officer, Act::RecordInterpreter(interpreter))
            .await?;
        let case = self.see(officer).await?;
        let Some(person) = case.referral.principal().map(|p| p.id) else {
            return Ok(());
        };
        for (question, answer) in ASKED {
            let exchange = Exchange {
                person,
                question: question.into(),
                answer: answer.into(),
                others: Vec::new(),
            };
            self.act(officer, Act::LogAnswer(exchange)).await?;
        }
        self.hear_apart(officer, &case).await?;
        self.differ(officer, person).await
    }

    /// A discrepancy, put and resolved.
    async fn differ(&mut self, officer: &str, person: PersonId) -> Result<()> {
        let noted = Noted {
            person,
            what: "One visit here, two in the referral".into(),
            sources: "Answer 2; the referral, under risk".into(),
        };
        self.act(officer, Act::NoteDiscrepancy(noted)).await?;
        let case = self.see(officer).await?;
        let Some(discrepancy) = case.discrepancies.last().map(|d| d.id) else {
            return Ok(());
        };
        let put = Act::PutDiscrepancy {
            discrepancy,
            explanation: "The second time nobody was at home; she heard of it from a neighbour."
                .into(),
        };
        self.act(officer, put).await?;
        let settle = Act::SettleDiscrepancy {
            discrepancy,
            settlement: Settlement {
                outcome: Outcome::Resolved,
                reasons: "Both accounts can be true: she was asked what she had seen herself."
                    .into(),
            },
        };
        self.act(officer, settle).await?;
        let inquiry = Inquiry {
            country: "CH".into(),
            authority: "Archive of an international court".into(),
            purpose: Purpose::Verification,
            person: None,
            asked: "Whether a published list of prisoners is genuine; no name is given.".into(),
            none_meant: None,
        };
        self.act(officer, Act::AskAuthority(inquiry)).await
    }
}
