//! The floor under a measurement of letters: the typesetting alone of a letter that the case gives.

use super::facts::{Desk, Signs};
use super::{cannot, fonts, unset, wanted};
use crate::app::App;
use crate::error::{Error, Result};
use crate::session::Session;
use safeconduct_domain::act::Act;
use safeconduct_domain::id::CaseId;
use safeconduct_letters::render;
use std::sync::Arc;
use std::time::Instant;

impl App {
    /// How long the letter of an act takes to typeset, in milliseconds, and nothing else: no leave is asked, no case is
    /// read, nothing is sealed meanwhile.
    ///
    /// # Errors
    /// As [`App::draft`].
    pub async fn typesetting_alone(
        &self,
        session: &Arc<Session>,
        case: CaseId,
        act: &Act,
    ) -> Result<f64> {
        let view = self.look(session, case, "letter-draft").await?;
        let actor = self.may_write(session, &view, act).await?;
        let letter = wanted(act, &view.case).ok_or(Error::NotNow)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.printed(move || {
            let desk = Desk {
                policy: &app.policy,
                case: &view.case,
                entries: &view.entries,
                letter: &letter,
                returning: None,
                today: app.today(),
                signs: Signs::of(&session, actor.role),
                draft: false,
            };
            let facts = desk.letter().ok_or_else(|| cannot("letter-lacks-facts"))?;
            let begun = Instant::now();
            let pdf = render(&facts, letter.language, &app.policy, fonts());
            let took = begun.elapsed().as_secs_f64() * 1_000.0;
            pdf.map(|_| took).map_err(|error| unset(&error))
        })
        .await
    }
}
