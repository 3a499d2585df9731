//! The powers of whoever is signed in: what a page may say before a decision is tried.

use crate::app::App;
use crate::error::Result;
use crate::session::Session;
use safeconduct_domain::decision::Delegation;
use std::sync::Arc;

impl App {
    /// The powers ever recorded for whoever is signed in, as the journal has them.
    ///
    /// # Errors
    /// The store's own.
    pub async fn own_powers(&self, session: &Arc<Session>) -> Result<Vec<Delegation>> {
        let (app, user) = (self.clone(), session.user);
        let all = self.db.read(move |r| app.powers(r)).await?;
        let own = all.into_iter().filter(|d| d.user == user);
        Ok(own.map(|d| d.power).collect())
    }
}
