//! An invented case in other hands: given to a colleague who then stays away, or to one who assesses it afresh.

use super::Player;
use crate::error::Result;
use safeconduct_domain::act::Act;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::reassignment::{Afresh, Hearing};

impl Player<'_> {
    /// The office finds one case more urgent than its referral says.
    pub(super) async fn hasten(&mut self, officer: &str) -> Result<()> {
        if self.story.number % 24 != 7 {
            return Ok(());
        }
        let act = Act::SetUrgency {
            urgency: Urgency::Urgent,
            grounds: "Her papers in the country of asylum run out in two months.".into(),
        };
        self.act(officer, act).await
    }

    /// Two assessed cases change hands. In one the new officer has assessed it afresh; the other went, where there is a
    /// second officer, to one who has not signed in since.
    pub(super) async fn pass_on(&mut self, officer: &str) -> Result<()> {
        let taker = format!("{}-decision", self.office);
        match self.story.number % 24 {
            14 => {
                let reason = "The officer is on leave until spring.";
                self.reassign(officer, &taker, reason).await?;
                let afresh = Afresh {
                    record: "The referral, the plan and why there was no interview, every finding with what it rests on.".into(),
                    hearing: Hearing::NotNeeded,
                    reasons: "An interview would endanger her, as the plan says; the written record answers each element, and I find the same.".into(),
                };
                self.act(&taker, Act::AssessAfresh(afresh)).await
            }
            19 => {
                let second = self.office == "nairobi";
                let taker = if second { "nairobi-officer-2" } else { &taker };
                let reason = "The officer was moved to another office.";
                self.reassign(officer, taker, reason).await
            }
            _ => Ok(()),
        }
    }

    async fn reassign(&mut self, from: &str, to: &str, reason: &str) -> Result<()> {
        let officer = self.session(to)?.user;
        let reason = reason.to_owned();
        self.act(from, Act::Reassign { officer, reason }).await
    }
}
