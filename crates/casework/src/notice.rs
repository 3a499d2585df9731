//! What is sent to a group that does not hold the case, and how it is taken in: notices, facts, keys of offered cases.

use crate::app::App;
use crate::error::{Error, Result};
use crate::pen::Pen;
use crate::session::{Session, Team};
use safeconduct_domain::card::Card;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory;
use safeconduct_domain::id::{CaseId, CourierId, GroupId};
use safeconduct_domain::notice::Notice;
use safeconduct_journal::Scope;
use safeconduct_store::courier::StoredCourier;
use safeconduct_store::journal::Entry;
use safeconduct_store::letterbox::Letter;
use safeconduct_store::transfer::{Package, PackageState};
use safeconduct_store::{Read, Tx, grant};
use safeconduct_vault::courier::Courier;
use safeconduct_vault::grant::{self as home_grant, Slot};
use safeconduct_vault::package::{self, PackageContents, Route};
use std::sync::Arc;

/// A courier as its row holds it, before it is taken in.
pub(crate) const fn stored(
    courier: &Courier,
    epoch: u32,
    sealed: Vec<u8>,
    at_ms: i64,
) -> StoredCourier {
    StoredCourier {
        id: courier.id(),
        to: courier.to(),
        epoch,
        sealed,
        home: None,
        at_ms,
    }
}

/// Couriers opened at a time.
const BATCH: usize = 200;

/// What waited, opened.
#[derive(Default)]
struct Waiting {
    packages: Vec<(Package, PackageContents)>,
    couriers: Vec<(CourierId, Vec<u8>)>,
}

/// A notice as a member of the group reads it.
#[derive(Debug, Clone)]
pub struct Received {
    /// Number of its entry.
    pub seq: u64,
    /// When it was sent, UTC milliseconds.
    pub at_ms: i64,
    /// Whether somebody of the group had opened it before.
    pub read: bool,
    /// What it says.
    pub notice: Notice,
}

impl App {
    /// Takes in everything that waits for the session's group: keys of offered cases, couriers, notices that change
    /// cards. One entry says what was taken in. Gives how many cases came.
    ///
    /// # Errors
    /// The store's own; a package that does not open is left where it is and logged.
    pub async fn take_in(&self, session: &Arc<Session>) -> Result<usize> {
        let mut cases = 0;
        loop {
            let opened = self.open_waiting(session).await?;
            if opened.packages.is_empty() && opened.couriers.is_empty() {
                return Ok(cases);
            }
            let full = opened.couriers.len() == BATCH;
            cases += self.put_home(session, Arc::new(opened)).await?;
            if !full {
                return Ok(cases);
            }
        }
    }

    /// The slow part, outside any transaction: 3 ms for each package and courier.
    async fn open_waiting(&self, session: &Arc<Session>) -> Result<Waiting> {
        let group = session.team()?.id;
        let limit = u32::try_from(BATCH).unwrap_or(u32::MAX);
        let (packages, couriers) = self
            .db
            .read(move |r| {
                Ok::<_, Error>((
                    r.packages_waiting(group)?,
                    r.couriers_waiting(group, limit)?,
                ))
            })
            .await?;
        if packages.is_empty() && couriers.is_empty() {
            return Ok(Waiting::default());
        }
        let session = Arc::clone(session);
        let open = tokio::task::spawn_blocking(move || {
            let team = session.team()?;
            let mut waiting = Waiting::default();
            for offered in packages {
                let route = Route {
                    transfer: offered.transfer,
                    from: offered.from,
                    case: offered.case,
                };
                match package::open(&team.secret, &route, &offered.sealed) {
                    Ok(contents) => waiting.packages.push((offered, contents)),
                    Err(_) => {
                        tracing::warn!(transfer = %offered.transfer, "a package does not open")
                    }
                }
            }
            for courier in couriers {
                match Courier::take_in(&team.secret, courier.id, &courier.sealed) {
                    Ok((_, home)) => waiting.couriers.push((courier.id, home)),
                    Err(_) => tracing::warn!(courier = %courier.id, "a courier does not open"),
                }
            }
            Ok(waiting)
        });
        open.await
            .map_err(|_| Error::Damaged("taking in was cut off"))?
    }

    async fn put_home(&self, session: &Arc<Session>, opened: Arc<Waiting>) -> Result<usize> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let team = session.team()?;
                let mut cases = Vec::new();
                for (offered, contents) in &opened.packages {
                    if app.put_package_home(tx, team, offered, contents)? {
                        cases.push(offered.case);
                    }
                }
                for (id, home) in &opened.couriers {
                    tx.take_in_courier(*id, home)?;
                }
                cases.extend(app.take_in_notices(tx, team)?);
                let count = cases.len();
                app.note_with(
                    tx,
                    &session,
                    Class::Access,
                    &directory::Event::TakenIn {
                        group: team.id,
                        cases,
                    },
                    count,
                )
            })
            .await
    }

    fn put_package_home(
        &self,
        tx: &mut Tx<'_>,
        team: &Team,
        offered: &Package,
        contents: &PackageContents,
    ) -> Result<bool> {
        // between the look and the act the sender may have taken it back
        if !tx.settle_package(offered.transfer, PackageState::TakenIn)? {
            return Ok(false);
        }
        // keys already here are never written over by what somebody sent
        if !tx.grants(team.id, offered.case)?.is_empty() {
            return Ok(false);
        }
        for (compartment, version, key) in &contents.keys {
            let (case, compartment, version) = (offered.case, *compartment, *version);
            let slot = Slot {
                case,
                compartment,
                version,
            };
            let sealed = home_grant::seal(&team.secret, &slot, key)?;
            tx.put_grant(&grant::Grant {
                group: team.id,
                case,
                compartment,
                version,
                sealed,
                provisional: true,
            })?;
        }
        // anybody can seal to a public key: only an offer the journal knows, whose every entry opens, is shown as one
        match self.fold_of(tx, team, offered.case) {
            Ok(case)
                if case
                    .offer
                    .is_some_and(|o| o.transfer == offered.transfer && o.to == team.id) =>
            {
                let card = Card::of_offered(&self.policy, &case);
                self.put_card(tx, team, offered.case, &card)?;
                Ok(true)
            }
            _ => {
                tracing::warn!(transfer = %offered.transfer, "a package that the journal does not know is not shown");
                tx.drop_grants(team.id, offered.case)?;
                Ok(false)
            }
        }
    }

    /// Notices change the cards of cases that are no longer here. Reading them stays to be done by a person.
    fn take_in_notices(&self, tx: &mut Tx<'_>, team: &Team) -> Result<Vec<CaseId>> {
        let mut changed = Vec::new();
        for (letter, entry) in tx.letters_unread(team.id, 1000)? {
            let Some(case) = letter.case else { continue };
            let Some(courier) = self.courier_home(tx, team, letter.courier)? else {
                continue;
            };
            let Ok(plain) = courier.open_message(letter.seq, &entry.body) else {
                continue;
            };
            let Ok(notice) = serde_json::from_slice::<Notice>(&plain) else {
                continue;
            };
            if let Some(mut card) = self.read_card(tx, team, case)? {
                notice.mark(&mut card);
                self.put_card(tx, team, case, &card)?;
                changed.push(case);
            }
        }
        Ok(changed)
    }

    /// A courier this group has taken in.
    pub(crate) fn courier_home(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        id: CourierId,
    ) -> Result<Option<Courier>> {
        let Some(row) = r.courier(id)? else {
            return Ok(None);
        };
        let Some(home) = row.home else {
            return Ok(None);
        };
        Ok(Courier::open_home(&team.secret, id, &home).ok())
    }

    /// Writes a message to a group by a courier of its own.
    pub(crate) fn send(
        &self,
        tx: &mut Tx<'_>,
        pen: &mut Pen<'_>,
        to: GroupId,
        case: CaseId,
        class: Class,
        notice: &Notice,
    ) -> Result<()> {
        let Some(group) = tx.group(to)?.filter(|g| g.epoch > 0) else {
            return Ok(());
        };
        let believed = self.believe_group(tx, &group)?;
        let (courier, sealed) = Courier::new(&believed)?;
        tx.put_courier(&stored(&courier, believed.epoch, sealed, pen.at_ms))?;
        let plain =
            serde_json::to_vec(notice).map_err(|_| Error::Damaged("a notice cannot be written"))?;
        let seq = pen.message(&courier, Some(case), class, "notice-sent", &plain)?;
        Ok(tx.put_letter(&Letter {
            seq,
            to,
            courier: courier.id(),
            case: Some(case),
            read_ms: None,
        })?)
    }

    /// Notices to the session's group, newest first.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`]; the store's own.
    pub async fn notices(&self, session: &Arc<Session>, limit: u32) -> Result<Vec<Received>> {
        self.take_in(session).await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .read(move |r| {
                let team = session.team()?;
                let mut found = Vec::new();
                for (letter, entry) in r.letters(team.id, None, limit)? {
                    let Scope::Courier { .. } = entry.header.scope else {
                        continue;
                    };
                    let Some(notice) = app.opened_notice(r, team, &letter, &entry)? else {
                        continue;
                    };
                    found.push(Received {
                        seq: letter.seq,
                        at_ms: entry.header.at_ms,
                        read: letter.read_ms.is_some(),
                        notice,
                    });
                }
                Ok(found)
            })
            .await
    }

    /// One notice to the session's group, and the case it is about.
    pub(crate) fn notice_of(
        &self,
        r: &mut Read<'_>,
        session: &Session,
        seq: u64,
    ) -> Result<Option<(CaseId, Notice)>> {
        let team = session.team()?;
        let Some((letter, entry)) = r.letter(team.id, seq)? else {
            return Ok(None);
        };
        let notice = self.opened_notice(r, team, &letter, &entry)?;
        Ok(letter.case.zip(notice))
    }

    /// What a message says; nothing under a courier that was never taken in.
    fn opened_notice(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        letter: &Letter,
        entry: &Entry,
    ) -> Result<Option<Notice>> {
        let Some(courier) = self.courier_home(r, team, letter.courier)? else {
            return Ok(None);
        };
        let plain = courier
            .open_message(letter.seq, &entry.body)
            .map_err(|_| Error::Damaged("a notice does not open"))?;
        let notice = serde_json::from_slice(&plain);
        notice
            .map(Some)
            .map_err(|_| Error::Damaged("a notice is none"))
    }

    /// Marks notices as read, in one entry.
    ///
    /// # Errors
    /// The store's own.
    pub async fn notices_read(&self, session: &Arc<Session>, seqs: Vec<u64>) -> Result<()> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let group = session.team()?.id;
                let now = app.now_ms();
                for seq in &seqs {
                    tx.mark_letter_read(group, *seq, now)?;
                }
                app.note(
                    tx,
                    &session,
                    Class::Access,
                    &directory::Event::Looked {
                        what: "notices".into(),
                    },
                )
            })
            .await
    }

    /// How many notices nobody of the group has read.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`]; the store's own.
    pub async fn notices_waiting(&self, session: &Session) -> Result<u64> {
        let group = session.team()?.id;
        self.db
            .read(move |r| r.letters_unread_count(group).map_err(Error::from))
            .await
    }
}
