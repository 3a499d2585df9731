//! The journalist who was sentenced for extremism in her absence: the worksheet on it, and relief considered for another
//! ground.

use super::Player;
use crate::error::{Error, Result};
use safeconduct_domain::act::Act;
use safeconduct_domain::admissibility::{Check, Outcome as Standing};
use safeconduct_domain::case::Stage;
use safeconduct_domain::conviction::{
    Asked, Comparison, Conclusion, Facts, Likeness, Nature, Outcome, Prosecution, Source,
};
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::id::{ItemId, PersonId};
use safeconduct_domain::relief::Considered;

/// Essential elements of the foreign offence, what Canadian law was looked at, whether it has the like, and why.
const COMPARED: [(&str, &str, Likeness, &str); 2] = [
    (
        "Taking part in a group that a court had declared extremist.",
        "Criminal Code: participation in the activity of a terrorist group.",
        Likeness::Matched,
        "Both ask for taking part in what a group does.",
    ),
    (
        "The group spread information that discredits the authorities.",
        "The same, with the definition of terrorist activity.",
        Likeness::Unmatched,
        "Nothing in the definition makes a crime of discrediting an authority.",
    ),
];

impl Player<'_> {
    /// Opens the worksheet, if she is the journalist, and compares; the rest where the case goes on.
    pub(super) async fn convict(&mut self, officer: &str, goes_on: bool) -> Result<()> {
        if self.family.category != "journalist" {
            return Ok(());
        }
        let case = self.see(officer).await?;
        let Some(person) = case.referral.principal().map(|p| p.id) else {
            return Ok(());
        };
        let month = PartialDate::new(self.today().year() - 2, Some(6), None);
        let facts = self.facts(person, month.map_err(|_| Error::Absent)?);
        self.act(officer, Act::OpenConviction(facts)).await?;
        let case = self.see(officer).await?;
        let Some(conviction) = case.convictions.last().map(|c| c.id) else {
            return Ok(());
        };
        for (element, corresponds, likeness, reasons) in COMPARED {
            let comparison = Comparison {
                element: element.into(),
                corresponds: corresponds.into(),
                likeness,
                reasons: reasons.into(),
                replaces: None,
            };
            let compare = Act::RecordEquivalence {
                conviction,
                comparison,
            };
            self.act(officer, compare).await?;
        }
        if goes_on {
            self.reason_out(officer, conviction).await?;
        }
        Ok(())
    }

    fn facts(&self, person: PersonId, on: PartialDate) -> Facts {
        Facts {
            person,
            nature: Nature::Conviction,
            country: self.family.home.into(),
            on,
            sources: vec![Source::Applicant, Source::Partner],
            known_from: "The referral, under risk; answer 1 at the interview.".into(),
            adverse_word_only: false,
            in_absentia: true,
            offence: "Participation in an extremist community.".into(),
            context: "She had reported on prisons for five years. The charge came a week after the last report; \
                      neither she nor a lawyer of hers was called to the hearing."
                .into(),
            sentence: Some("Eight years, not served.".into()),
            completed_on: None,
        }
    }

    /// The partner is asked, and the worksheet is concluded.
    async fn reason_out(&mut self, officer: &str, conviction: ItemId) -> Result<()> {
        let asked = Asked {
            on: self.today(),
            way: "through-this-system".into(),
            asked: "What is known of the hearing, and who else was sentenced with her.".into(),
            answer: Some(
                "Eleven reporters in one morning, under the same four sentences of reasons.".into(),
            ),
        };
        let ask = Act::RecordContext { conviction, asked };
        self.act(officer, ask).await?;
        let conclusion = Conclusion {
            outcome: Outcome::NoEquivalent,
            prosecution: Some(Prosecution::Hybrid),
            ten_years: false,
            second: None,
            signs: ["protected-exercise", "vague-law", "unfair-trial"]
                .map(str::to_owned)
                .to_vec(),
            evidence: Vec::new(),
            word_weighed: None,
            reasons: "One element has no like in Canadian law, so the offence has no equivalent. What was punished \
                      is reporting, and she was sentenced in her absence with ten others, without reasons of \
                      their own."
                .into(),
        };
        let conclude = Act::ConcludeConviction {
            conviction,
            conclusion,
        };
        self.act(officer, conclude).await
    }

    /// In a story that stops in assessment: another ground is a concern, and a way to relief is looked at beside it.
    pub(super) async fn relieve(&mut self, officer: &str, person: PersonId) -> Result<()> {
        let stops = self.story.until == Stage::Assessment;
        if self.family.category != "journalist" || !stops {
            return Ok(());
        }
        let check = Check {
            person,
            check: "misrepresentation".into(),
            outcome: Standing::Concern,
            on: self.today(),
            valid_until: None,
            reasons: Some("A visa application of eight years ago names another employer.".into()),
            asked_on: None,
            exemption: None,
        };
        self.act(officer, Act::RecordCheck(check)).await?;
        let considered = Considered {
            person,
            check: "misrepresentation".into(),
            relief: "public-policy".into(),
            pursued: false,
            reasons:
                "Not needed if the answer shows that it was not material; looked at again then."
                    .into(),
        };
        self.act(officer, Act::ConsiderRelief(considered)).await
    }
}
