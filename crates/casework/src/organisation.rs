//! Organisations, groups and delegations: made by administrators, who hold no key to any case.

use crate::app::App;
use crate::error::{Error, Result};
use crate::once::Once;
use crate::pen::Pen;
use crate::session::{NO_GROUP, NOBODY, Session};
use jiff::civil::Date;
use safeconduct_domain::access::Role;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::decision::{Delegation, POWER_TO_DECIDE};
use safeconduct_domain::directory::{Event, Purpose};
use safeconduct_domain::id::{GroupId, ItemId, OrganisationId, UserId};
use safeconduct_domain::refused::{Refused, require};
use safeconduct_journal::Scope;
use safeconduct_store::delegation::Delegation as Row;
use safeconduct_store::group::Group;
use safeconduct_store::organisation::Organisation;
use safeconduct_store::{Read, Tx};
use safeconduct_vault::place::Place;
use safeconduct_vault::random;
use std::sync::Arc;

/// An organisation with one group, as it is made.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// Short name in policy: `unhcr`, `fld`, `roc-o`, an office's code.
    pub code: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Its name.
    pub name: String,
}

/// A group as an administrator sees it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The organisation.
    pub organisation: Organisation,
    /// Its group.
    pub group: Group,
    /// How many members can open what it holds.
    pub members: usize,
}

/// A power as its register shows it.
#[derive(Debug, Clone)]
pub struct Delegated {
    /// Its name.
    pub id: ItemId,
    /// To whom.
    pub user: UserId,
    /// What, and from when to when.
    pub power: Delegation,
}

/// Whether the session is an administrator's.
pub(crate) fn administrator(session: &Session) -> Result<()> {
    if session.has(Role::Administrator) {
        Ok(())
    } else {
        Err(Error::Absent)
    }
}

impl App {
    /// Makes an organisation and its group. From the command line when nobody is signed in yet.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator; a refusal when the code is taken.
    pub async fn make_organisation(
        &self,
        session: Option<Arc<Session>>,
        new: NewOrganisation,
    ) -> Result<GroupId> {
        let app = self.clone();
        self.db
            .write(move |tx| {
                if let Some(session) = &session {
                    administrator(session)?;
                }
                let taken = tx.organisation_by_code(&new.code)?.is_some()
                    || tx.group_by_code(&new.code)?.is_some();
                require(!taken, || Refused::by("code-taken"))?;
                let organisation = OrganisationId::from_bytes(random::fresh_id());
                let group = GroupId::from_bytes(random::fresh_id());
                let (code, kind, name) = (
                    new.code.clone(),
                    new.purpose.code().to_owned(),
                    new.name.clone(),
                );
                tx.add_organisation(&Organisation {
                    id: organisation,
                    code: code.clone(),
                    kind: kind.clone(),
                    name: name.clone(),
                })?;
                let (public, certificate) = (Vec::new(), Vec::new());
                tx.add_group(&Group {
                    id: group,
                    organisation,
                    kind,
                    code: code.clone(),
                    name: name.clone(),
                    epoch: 0,
                    public,
                    certificate,
                })?;
                let made = Event::OrganisationMade {
                    organisation,
                    code: code.clone(),
                    purpose: new.purpose,
                    name: name.clone(),
                };
                let grouped = Event::GroupMade {
                    group,
                    organisation,
                    code,
                    purpose: new.purpose,
                    name,
                };
                app.record(tx, session.as_deref(), &[made, grouped], group)
            })
            .await
    }

    /// Commits directory entries as the whole act, by somebody signed in or by the command line.
    pub(crate) fn record<T>(
        &self,
        tx: &mut Tx<'_>,
        session: Option<&Session>,
        events: &[Event],
        value: T,
    ) -> Result<safeconduct_store::Committed<T>> {
        let now = tx.at_ms(self.now_ms())?;
        let actor = session.map_or(NOBODY, |s| s.user);
        let auditors = session.and_then(|s| s.courier_to(s.auditors));
        let group = session
            .and_then(|s| s.team.as_ref())
            .map_or(NO_GROUP, |t| t.id);
        let mut pen = Pen::new(tx.next_seq(), now, actor, auditors, &self.directory);
        for event in events {
            pen.directory(group, Class::Administration, event)?;
        }
        Ok(tx.commit(pen.entries(), value)?)
    }

    /// Every organisation with its group.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator or an auditor.
    pub async fn organisations(&self, session: &Arc<Session>) -> Result<Vec<Listed>> {
        if !session.has(Role::Administrator) && !session.has(Role::Auditor) {
            return Err(Error::Absent);
        }
        self.db.read(listed).await
    }

    /// Records a power to decide.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator; a refusal when the person is no designated officer.
    pub async fn delegate(
        &self,
        session: &Arc<Session>,
        user: UserId,
        from: Date,
        to: Option<Date>,
    ) -> Result<ItemId> {
        self.delegate_once(session, user, (from, to), None).await
    }

    /// The same from a form, which acts once however often it is sent.
    ///
    /// # Errors
    /// As [`App::delegate`]; [`Error::Repeated`] when `once` was used before.
    pub async fn delegate_once(
        &self,
        session: &Arc<Session>,
        user: UserId,
        (from, to): (Date, Option<Date>),
        once: Option<Once>,
    ) -> Result<ItemId> {
        administrator(session)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                if let Some(once) = &once {
                    once.claim(tx, app.now_ms(), None)?;
                }
                let certificate = app.certificate_of(tx, user)?;
                let officer = certificate
                    .as_ref()
                    .is_some_and(|c| c.has_role(Role::DesignatedOfficer.code()));
                require(officer, || {
                    Refused::by("not-a-designated-officer").citing("A6(1)")
                })?;
                require(to.is_none_or(|to| to >= from), || {
                    Refused::by("ends-before-it-begins")
                })?;
                let id = ItemId::from_bytes(random::fresh_id());
                let power = Delegation {
                    from,
                    to,
                    power: POWER_TO_DECIDE.to_owned(),
                };
                tx.add_delegation(&Row {
                    id,
                    user,
                    power: power.power.clone(),
                    group: certificate.and_then(|c| c.group),
                    from_day: from.to_string(),
                    to_day: to.map(|d| d.to_string()),
                })?;
                app.record(
                    tx,
                    Some(&session),
                    &[Event::Delegated {
                        delegation: id,
                        user,
                        power,
                    }],
                    id,
                )
            })
            .await
    }

    /// Ends a power today.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator, or when there is none that still stands.
    pub async fn end_delegation(&self, session: &Arc<Session>, id: ItemId) -> Result<()> {
        administrator(session)?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let yesterday = app.today().yesterday().unwrap_or(Date::MIN);
                let stands =
                    |d: &Delegated| d.id == id && d.power.to.is_none_or(|to| to > yesterday);
                if !app.powers(tx)?.iter().any(stands) {
                    return Err(Error::Absent);
                }
                if !tx.end_delegation(id, &yesterday.to_string())? {
                    return Err(Error::Absent);
                }
                app.record(
                    tx,
                    Some(&session),
                    &[Event::DelegationEnded {
                        delegation: id,
                        last_day: yesterday,
                    }],
                    (),
                )
            })
            .await
    }

    /// The register of delegations, as the journal has it.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but an administrator or an auditor.
    pub async fn delegations(&self, session: &Arc<Session>) -> Result<Vec<Delegated>> {
        if !session.has(Role::Administrator) && !session.has(Role::Auditor) {
            return Err(Error::Absent);
        }
        let app = self.clone();
        self.db.read(move |r| app.powers(r)).await
    }

    /// Every power ever given, with the day it ended if it did: the fold of the entries of administration.
    pub(crate) fn powers(&self, r: &mut Read<'_>) -> Result<Vec<Delegated>> {
        let mut powers: Vec<Delegated> = Vec::new();
        let mut from = 0;
        loop {
            let entries = r.administration(from, 500)?;
            let Some(last) = entries.last() else {
                return Ok(powers);
            };
            from = last.header.seq + 1;
            for entry in &entries {
                let Scope::Directory = entry.header.scope else {
                    continue;
                };
                let place = Place::Directory {
                    seq: entry.header.seq,
                };
                let plain = self.directory.open(&place, &entry.body)?;
                match Event::from_bytes(&plain) {
                    Ok(Event::Delegated {
                        delegation: id,
                        user,
                        power,
                    }) => powers.push(Delegated { id, user, power }),
                    Ok(Event::DelegationEnded {
                        delegation,
                        last_day,
                    }) => {
                        powers
                            .iter_mut()
                            .filter(|d| d.id == delegation)
                            .for_each(|d| d.power.to = Some(last_day));
                    }
                    _ => {}
                }
            }
        }
    }
}

fn listed(r: &mut Read<'_>) -> Result<Vec<Listed>> {
    let mut found = Vec::new();
    for organisation in r.organisations()? {
        for group in r.groups_of_organisation(organisation.id)? {
            let members = r
                .members(group.id)?
                .iter()
                .filter(|m| m.epoch == group.epoch)
                .count();
            found.push(Listed {
                organisation: organisation.clone(),
                group,
                members,
            });
        }
    }
    found.sort_by(|a, b| {
        (&a.organisation.kind, &a.organisation.name)
            .cmp(&(&b.organisation.kind, &b.organisation.name))
    });
    Ok(found)
}
