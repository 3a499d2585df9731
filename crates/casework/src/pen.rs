//! Writing entries: what happened is sealed at its place in the journal, one entry after the other.

use crate::error::Result;
use crate::ring::Ring;
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::directory;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{CaseId, GroupId, UserId};
use safeconduct_journal::Scope;
use safeconduct_store::Sealed;
use safeconduct_vault::courier::Courier;
use safeconduct_vault::place::Place;
use safeconduct_vault::record::RecordKey;
use serde::Serialize;

/// The exact kind of an entry, for the auditors: who reads the trail learns what was done, never its content.
#[derive(Debug, Serialize, serde::Deserialize)]
pub struct Detail {
    /// Name of the event.
    pub what: String,
    /// The page or object looked at, where the entry is a look.
    #[serde(default)]
    pub page: Option<String>,
}

/// Writes the entries of one act, in order.
pub(crate) struct Pen<'a> {
    pub(crate) at_ms: i64,
    pub(crate) actor: UserId,
    pub(crate) auditors: Option<&'a Courier>,
    pub(crate) directory: &'a RecordKey,
    next: u64,
    written: Vec<Sealed>,
}

impl<'a> Pen<'a> {
    pub(crate) const fn new(
        next: u64,
        at_ms: i64,
        actor: UserId,
        auditors: Option<&'a Courier>,
        directory: &'a RecordKey,
    ) -> Self {
        Self {
            at_ms,
            actor,
            auditors,
            directory,
            next,
            written: Vec::new(),
        }
    }

    /// The stamp the next entry gets.
    pub(crate) const fn stamp(&self, group: GroupId) -> Stamp {
        Stamp {
            seq: self.next,
            at_ms: self.at_ms,
            actor: self.actor,
            group,
        }
    }

    /// An event of a case, under the compartment it belongs in.
    pub(crate) fn event(
        &mut self,
        ring: &Ring,
        group: GroupId,
        class: Class,
        event: &Event,
    ) -> Result<()> {
        let compartment = event.compartment();
        let (version, key) = ring.newest(compartment)?;
        let place = Place::Record {
            case: ring.case,
            compartment,
            version,
            seq: self.next,
        };
        let body = key.seal(&place, &event.to_bytes())?;
        let page = match event {
            Event::Looked { what } => Some(what.clone()),
            _ => None,
        };
        let scope = Scope::Case {
            case: ring.case,
            compartment,
            version,
        };
        self.write(group, class, scope, body, event.name(), page)
    }

    /// A message to another group, carried by a courier.
    pub(crate) fn message(
        &mut self,
        courier: &Courier,
        case: Option<CaseId>,
        class: Class,
        what: &str,
        plain: &[u8],
    ) -> Result<u64> {
        let seq = self.next;
        let body = courier.seal_message(seq, plain)?;
        let scope = Scope::Courier {
            courier: courier.id(),
            to: courier.to(),
            case,
        };
        self.write(courier.to(), class, scope, body, what, None)?;
        Ok(seq)
    }

    /// What happened outside any case.
    pub(crate) fn directory(
        &mut self,
        group: GroupId,
        class: Class,
        event: &directory::Event,
    ) -> Result<()> {
        let body = self
            .directory
            .seal(&Place::Directory { seq: self.next }, &event.to_bytes())?;
        let page = match event {
            directory::Event::Looked { what } => Some(what.clone()),
            _ => None,
        };
        self.write(group, class, Scope::Directory, body, event.name(), page)
    }

    fn write(
        &mut self,
        group: GroupId,
        class: Class,
        scope: Scope,
        body: Vec<u8>,
        what: &str,
        page: Option<String>,
    ) -> Result<()> {
        let detail = match self.auditors {
            None => None,
            Some(courier) => {
                let plain = serde_json::to_vec(&Detail {
                    what: what.to_owned(),
                    page,
                })
                .unwrap_or_default();
                Some((courier.id(), courier.seal_detail(self.next, &plain)?))
            }
        };
        self.written.push(Sealed {
            seq: self.next,
            at_ms: self.at_ms,
            group,
            actor: self.actor,
            class,
            scope,
            body,
            detail,
        });
        self.next += 1;
        Ok(())
    }

    /// The entries, to be committed.
    pub(crate) fn entries(&self) -> &[Sealed] {
        &self.written
    }
}

/// The compartments an act may write in, for the keys a new case needs.
pub(crate) const AT_OPENING: [Compartment; 3] = [
    Compartment::Contact,
    Compartment::Core,
    Compartment::Documents,
];

/// Those that begin with the centre's file: its deliberation, and what its intake alone knows.
pub(crate) const AT_THE_CENTRE: [Compartment; 2] = [Compartment::Internal, Compartment::Intake];
