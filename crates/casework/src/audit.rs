//! The auditors' view: who did what and who looked at what, from headers and sealed details. No case is opened.

use crate::app::App;
use crate::error::{Error, Result};
use crate::pen::Detail;
use crate::session::{Session, Team};
use safeconduct_domain::access::Role;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Event;
use safeconduct_domain::id::{CaseId, CourierId, UserId};
use safeconduct_journal::{Header, Scope};
use safeconduct_store::Read;
use safeconduct_store::journal::Audited;
use safeconduct_vault::courier::Courier;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// Entries on a page.
pub const PAGE: u32 = 50;

/// What to show.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Only what concerns this case.
    pub case: Option<CaseId>,
    /// Only what this person did.
    pub actor: Option<UserId>,
    /// Only entries before this one.
    pub before: Option<u64>,
}

/// One line of the trail.
#[derive(Debug, Clone)]
pub struct Line {
    /// What stands in clear.
    pub header: Header,
    /// The exact name of what happened, where a courier to the auditors carried it.
    pub what: Option<String>,
    /// The page looked at.
    pub page: Option<String>,
}

impl App {
    /// A page of the trail, newest first. Looking at it is an entry.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an auditor.
    pub async fn audit(&self, session: &Arc<Session>, wanted: Wanted) -> Result<Vec<Line>> {
        if !session.has(Role::Auditor) {
            return Err(Error::Absent);
        }
        self.take_in(session).await?;
        let (app, looking) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                app.note(
                    tx,
                    &looking,
                    Class::Access,
                    &Event::Looked {
                        what: "audit".into(),
                    },
                )
            })
            .await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .read(move |r| {
                let team = session.team()?;
                let rows = match wanted {
                    Wanted {
                        case: Some(case),
                        before,
                        ..
                    } => r.audit_of_case(case, before, PAGE)?,
                    Wanted {
                        actor: Some(actor),
                        before,
                        ..
                    } => r.audit_of_actor(actor, before, PAGE)?,
                    Wanted { before, .. } => r.audit(before, PAGE)?,
                };
                let mut couriers = HashMap::new();
                rows.into_iter()
                    .map(|row| app.line(r, team, &mut couriers, row))
                    .collect()
            })
            .await
    }

    fn line(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        couriers: &mut HashMap<CourierId, Option<Courier>>,
        row: Audited,
    ) -> Result<Line> {
        let Audited { header, detail, .. } = row;
        let (Some(named), Some(sealed)) = (&header.detail, &detail) else {
            return Ok(Line {
                header,
                what: None,
                page: None,
            });
        };
        let courier = match couriers.entry(named.courier) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(self.courier_home(r, team, named.courier)?),
        };
        let courier = courier.as_ref();
        let plain = courier.and_then(|c| c.open_detail(header.seq, sealed).ok());
        let opened: Option<Detail> = plain.and_then(|p| serde_json::from_slice(&p).ok());
        let (what, page) = opened.map_or((None, None), |d| (Some(d.what), d.page));
        Ok(Line { header, what, page })
    }
}

/// Whether a line is a look and no act.
#[must_use]
pub fn is_look(header: &Header) -> bool {
    header.class == Class::Access
}

/// The compartment a line's body is sealed in, by name, for the page.
#[must_use]
pub const fn place(header: &Header) -> &'static str {
    use safeconduct_domain::compartment::Compartment as C;
    match header.scope {
        Scope::Case {
            compartment: C::Contact,
            ..
        } => "contact",
        Scope::Case {
            compartment: C::Core,
            ..
        } => "core",
        Scope::Case {
            compartment: C::Documents,
            ..
        } => "documents",
        Scope::Case {
            compartment: C::Internal,
            ..
        } => "internal",
        Scope::Case {
            compartment: C::Intake,
            ..
        } => "intake",
        Scope::Courier { .. } => "message",
        Scope::Directory => "directory",
    }
}
