//! The assessment of an invented case.

use super::{Ending, Player};
use crate::error::Result;
use safeconduct_domain::act::Act;
use safeconduct_domain::admissibility::{Check, Outcome};
use safeconduct_domain::case::Case;
use safeconduct_domain::eligibility::{Class, ClassFinding, Element, Finding};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::tasks;

impl Player<'_> {
    /// Every finding and check on one person, and what stands against the principal applicant put and answered.
    pub(super) async fn assess(
        &mut self,
        officer: &str,
        case: &Case,
        person: PersonId,
    ) -> Result<()> {
        let refused = self.story.ending == Ending::Refused
            && case.referral.principal().is_some_and(|p| p.id == person);
        for task in tasks::of_person(self.app.policy(), case, person, self.today()) {
            // what is no finding was closed before; what the law spares by age needs no record
            if tasks::is_plain(&task.id) || task.state == tasks::State::Done {
                continue;
            }
            if self.app.policy().element(&task.id, self.today()).is_some() {
                let finding = self.finding(&task.id, case, person, refused);
                let weighed = (finding == Finding::NotMet).then(|| {
                    "She hopes to go back: that was not held against her. What counts is the judgment.".to_owned()
                });
                let reasons =
                    "Found on the interview, the referral and country information.".into();
                self.act(
                    officer,
                    Act::FindElement(Element {
                        person,
                        element: task.id,
                        finding,
                        reasons,
                        weighed,
                        evidence: Vec::new(),
                    }),
                )
                .await?;
            } else {
                let on = self.today();
                let known = self.app.policy().check(&task.id, on);
                let sent = on.checked_sub(jiff::Span::new().days(23)).ok();
                let check = Check {
                    person,
                    check: task.id,
                    outcome: Outcome::Passed,
                    on,
                    valid_until: None,
                    reasons: None,
                    asked_on: sent.filter(|_| known.is_some_and(|c| c.referred)),
                    exemption: None,
                };
                self.act(officer, Act::RecordCheck(check)).await?;
            }
        }
        if refused {
            self.concern(officer, person).await?;
        }
        for class in [Class::Convention, Class::CountryOfAsylum] {
            let member = class == Class::Convention && !refused;
            let reasons = "Considered on all the material.".into();
            self.act(
                officer,
                Act::FindClass(ClassFinding {
                    person,
                    class,
                    member,
                    reasons,
                }),
            )
            .await?;
        }
        Ok(())
    }

    /// Every element is met, but for what is left out by law and, in a story of refusal, the one it turns on.
    fn finding(&self, element: &str, case: &Case, person: PersonId, refused: bool) -> Finding {
        let who = case.referral.person(person);
        let stateless = who.is_some_and(|p| p.details.nationalities.is_empty());
        match element {
            "state-protection" if refused => Finding::NotMet,
            "quebec-selection" | "own-resources" => Finding::NotAsked,
            "outside-former-residence" if !stateless => Finding::NotAsked,
            "outside-country-of-nationality" if stateless => Finding::NotAsked,
            _ => Finding::Met,
        }
    }
}
