//! An invented refusal before the Federal Court: the applicant's file is open, that of another adult was given up.

use super::Player;
use crate::error::Result;
use safeconduct_domain::act::Act;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::judicial_review::{Application, Ending, pending};

impl Player<'_> {
    pub(super) async fn seek_leave(&mut self, officer: &str) -> Result<()> {
        let (case, today) = (self.see(officer).await?, self.today());
        let decided = case.referral.travelling();
        let adults = decided.filter(|p| !p.details.minor(today));
        let adults: Vec<PersonId> = adults.map(|p| p.id).take(2).collect();
        for (person, court_file) in adults.into_iter().zip(["IMM-9001-26", "IMM-9002-26"]) {
            let application = Application {
                person,
                court_file: court_file.into(),
                served_on: today,
            };
            let act = Act::RecordLeaveApplication(application);
            self.act(officer, act).await?;
            let principal = case.referral.principal().map(|p| p.id) == Some(person);
            let case = self.see(officer).await?;
            if let Some(applied) = pending(&case, person).filter(|_| !principal) {
                let ending = Ending {
                    outcome: "discontinued".into(),
                    ended_on: today,
                };
                let application = applied.id;
                let act = Act::RecordCourtOutcome {
                    application,
                    ending,
                };
                self.act(officer, act).await?;
            }
        }
        Ok(())
    }
}
