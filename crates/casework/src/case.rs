//! Opening a case, acting on it, and what both share: reading the keys, opening the entries, folding them.
//!
//! Every act takes one road: load → permit → decide → seal → project → commit, in one transaction.

use crate::app::App;
use crate::card::Shown;
use crate::clock::day;
use crate::error::{Error, Result};
use crate::letter::comes_with_a_letter;
pub use crate::once::Once;
use crate::pen::{AT_OPENING, AT_THE_CENTRE, Pen};
use crate::ring::Ring;
use crate::session::{Session, Team};
use safeconduct_domain::access::{self, Action, Actor, Relation};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::decide::{Context, decide};
use safeconduct_domain::decision::Delegation;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{CaseId, GroupId, UserId};
use safeconduct_domain::letter::Made;
use safeconduct_domain::likeness::Sought;
use safeconduct_store::journal::Opener;
use safeconduct_store::{Read, Tx, grant};
use safeconduct_vault::grant::{self as home_grant, Slot};
use safeconduct_vault::random;
use safeconduct_vault::secret::Key32;
use std::sync::Arc;
use zeroize::Zeroizing;

/// A second look within ten minutes is not a second entry.
const SAME_LOOK_MS: i64 = 10 * 60 * 1000;

/// A case as its reader may know it.
#[derive(Debug)]
pub struct View {
    /// Its name.
    pub id: CaseId,
    /// The case.
    pub case: Case,
    /// What it is the fold of, oldest first.
    pub entries: Vec<(Stamp, Event)>,
    /// How the reader's group stands to it.
    pub relation: Relation,
    /// Who reads.
    pub actor: Actor,
    /// The last entry this view takes into account.
    pub version: u64,
}

impl View {
    /// Whether the reader may do something now: the same table the act itself asks.
    #[must_use]
    pub fn may(&self, kind: Kind) -> bool {
        access::permit(&self.actor, Action::Do(kind), &self.case).is_ok()
    }

    /// The case as it stood at a moment, UTC milliseconds.
    #[must_use]
    pub fn as_of(&self, at_ms: i64) -> Case {
        let until = self
            .entries
            .iter()
            .take_while(|(stamp, _)| stamp.at_ms <= at_ms);
        Case::fold(self.id, until.map(|(stamp, event)| (stamp, event)))
    }
}

/// What an act brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The case it was done to, or that it opened.
    pub case: CaseId,
}

impl App {
    /// Opens a case for reading. The entry that says so is committed before anything leaves.
    ///
    /// # Errors
    /// [`Error::Absent`] whether it is not there, another group's, or transferred away.
    pub async fn look(&self, session: &Arc<Session>, id: CaseId, what: &str) -> Result<View> {
        let (app, reader) = (self.clone(), Arc::clone(session));
        let seen = self
            .db
            .read(move |r| {
                let lately = r
                    .opened_ms(&reader.id_hash, id)?
                    .is_some_and(|at| app.now_ms() - at < SAME_LOOK_MS);
                if lately {
                    app.view(r, &reader, id, Action::Look).map(Some)
                } else {
                    Ok(None)
                }
            })
            .await?;
        match seen {
            Some(view) => Ok(view),
            None => self.look_recorded(session, id, what, Action::Look).await,
        }
    }

    /// Opens a case with an entry of its own, whatever was looked at before.
    pub(crate) async fn look_recorded(
        &self,
        session: &Arc<Session>,
        id: CaseId,
        what: &str,
        action: Action,
    ) -> Result<View> {
        let (app, session, what) = (self.clone(), Arc::clone(session), what.to_owned());
        self.db
            .write_about(session.team()?.id, Some(id), move |tx| {
                let (view, ring) = app.view_with_keys(tx, &session, id, action)?;
                let mut pen = app.pen(tx, &session)?;
                let holder = view.case.holder.unwrap_or(view.actor.group);
                pen.event(
                    &ring,
                    holder,
                    Class::Access,
                    &Event::Looked { what: what.clone() },
                )?;
                tx.put_opened(&session.id_hash, id, pen.at_ms)?;
                Ok(tx.commit(pen.entries(), view)?)
            })
            .await
    }

    fn view(
        &self,
        r: &mut Read<'_>,
        session: &Session,
        id: CaseId,
        action: Action,
    ) -> Result<View> {
        self.view_with_keys(r, session, id, action)
            .map(|(view, _)| view)
    }

    fn view_with_keys(
        &self,
        r: &mut Read<'_>,
        session: &Session,
        id: CaseId,
        action: Action,
    ) -> Result<(View, Ring)> {
        let team = session.team()?;
        let loaded = self.load(r, team, id)?;
        let actor = session.actor(Vec::new())?;
        access::permit(&actor, action, &loaded.case)?;
        let relation = Relation::of(team.id, loaded.case.holder, loaded.case.offer.map(|o| o.to));
        let view = View {
            id,
            case: loaded.case,
            entries: loaded.entries,
            relation,
            actor,
            version: loaded.version,
        };
        Ok((view, loaded.ring))
    }

    /// Keys, entries, fold.
    fn load(&self, r: &mut Read<'_>, team: &Team, id: CaseId) -> Result<Loaded> {
        let (openers, sealed) = r.case_file(team.id, id)?;
        let ring = open_ring(team, id, openers)?.ok_or(Error::Absent)?;
        let mut entries = Vec::with_capacity(sealed.len());
        let mut version = 0;
        let mut buffer = Zeroizing::default();
        for entry in sealed {
            let header = &entry.header;
            version = header.seq;
            if let Some(event) = ring.open(header, &entry.body, &mut buffer)? {
                let stamp = Stamp {
                    seq: header.seq,
                    at_ms: header.at_ms,
                    actor: header.actor,
                    group: header.group,
                };
                entries.push((stamp, event));
            }
        }
        let case = Case::fold(id, entries.iter().map(|(stamp, event)| (stamp, event)));
        Ok(Loaded {
            ring,
            case,
            entries,
            version,
        })
    }

    /// The fold of a case this group holds.
    pub(crate) fn fold_of(&self, r: &mut Read<'_>, team: &Team, id: CaseId) -> Result<Case> {
        self.load(r, team, id).map(|loaded| loaded.case)
    }

    /// Does something to a case, or opens one when `id` is none.
    ///
    /// # Errors
    /// [`Error::Absent`], [`Error::NotNow`], [`Error::Refused`]; [`Error::Repeated`] when `once` was used before.
    pub async fn act(
        &self,
        session: &Arc<Session>,
        id: Option<CaseId>,
        act: Act,
        once: Option<Once>,
    ) -> Result<Done> {
        if let Some(id) = id.filter(|_| comes_with_a_letter(&act)) {
            return self.act_with_letter(session, id, act, once).await;
        }
        let (app, acting) = (self.clone(), Arc::clone(session));
        let done = self
            .db
            .write_about(session.team()?.id, id, move |tx| {
                let session = &acting;
                let begun = app.begin_act(tx, session, id, once.as_ref())?;
                let done = app.act_in(tx, session, begun, act.clone())?;
                if let Some(once) = &once {
                    once.settle(tx, done.0.case, None)?;
                }
                Ok(tx.commit(done.1.entries(), done.0)?)
            })
            .await;
        // The act is undone by now; that it was tried is a fact of its own. If it cannot be recorded, that is the answer.
        if let (Err(Error::Refused(refused)), Some(id)) = (&done, id)
            && let Some(attempt) = &refused.attempt
        {
            self.record_attempt(session, id, (**attempt).clone())
                .await?;
        }
        done
    }

    async fn record_attempt(
        &self,
        session: &Arc<Session>,
        id: CaseId,
        attempt: Event,
    ) -> Result<()> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write_about(session.team()?.id, Some(id), move |tx| {
                let team = session.team()?;
                let loaded = app.load(tx, team, id)?;
                let mut pen = app.pen(tx, &session)?;
                let holder = loaded.case.holder.unwrap_or(team.id);
                let class = loaded.case.stage.class();
                pen.event(&loaded.ring, holder, class, &attempt)?;
                Ok(tx.commit(pen.entries(), ())?)
            })
            .await
    }

    pub(crate) fn begin_act(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        id: Option<CaseId>,
        once: Option<&Once>,
    ) -> Result<Begun> {
        if let Some(once) = once {
            once.claim(tx, self.now_ms(), id)?;
        }
        let team = session.team()?;
        match id {
            Some(id) => self.load(tx, team, id).map(|loaded| Begun {
                id,
                ring: loaded.ring,
                case: loaded.case,
                new: false,
                made: None,
            }),
            None => Ok(Begun::fresh(CaseId::from_bytes(random::fresh_id()))),
        }
    }

    pub(crate) fn act_in<'a>(
        &'a self,
        tx: &mut Tx<'_>,
        session: &'a Session,
        mut begun: Begun,
        act: Act,
    ) -> Result<(Done, Pen<'a>)> {
        let mut pen = self.pen(tx, session)?;
        let team = session.team()?;
        let before = Shown::of(&self.policy, team, &begun.case);
        self.step(tx, session, &mut begun, &mut pen, act)?;
        self.project(tx, team, before.as_ref(), &begun.case, &pen)?;
        Ok((Done { case: begun.id }, pen))
    }

    /// What writes the entries of somebody's act.
    pub(crate) fn pen<'a>(&'a self, tx: &Tx<'_>, session: &'a Session) -> Result<Pen<'a>> {
        let now = tx.at_ms(self.now_ms())?;
        Ok(Pen::new(
            tx.next_seq(),
            now,
            session.user,
            session.courier_to(session.auditors),
            &self.directory,
        ))
    }

    /// One act among those of a transaction: permit → decide → seal. What the work lists show comes after the last.
    pub(crate) fn step(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        begun: &mut Begun,
        pen: &mut Pen<'_>,
        act: Act,
    ) -> Result<()> {
        let (id, now, ring) = (begun.id, pen.at_ms, &mut begun.ring);
        let before = &begun.case;
        let team = session.team()?;
        let kind = act.kind();
        let today = day(now);
        let actor = session.actor(self.delegations_for(tx, session, kind)?)?;
        let permit = access::permit(&actor, Action::Do(kind), before)?;
        let around = self.around(tx, session, kind, before)?;
        let context = Context {
            policy: &self.policy,
            actor: &actor,
            today,
            fresh: random::fresh_id(),
            intake: around.intake,
            office: around.office,
            colleagues: &around.colleagues,
            made: begun.made.as_ref(),
            sought: around.sought.as_ref(),
        };
        let events = decide(&context, &permit, before, act)?;
        if std::mem::take(&mut begun.new) {
            grant_all(tx, team, ring, false)?;
        }
        let mut after = Case {
            id: Some(id),
            ..before.clone()
        };
        for event in &events {
            if let Event::FileCreated { .. } = event {
                for compartment in AT_THE_CENTRE {
                    let key = Key32::fresh();
                    grant_one(tx, team, id, compartment, &key)?;
                    ring.put(compartment, 1, key);
                }
            }
            let stamp = pen.stamp(team.id);
            after = after.apply(&stamp, event);
            let holder = after.holder.unwrap_or(team.id);
            // once a case is another's, what follows is written under the class of its new stage
            pen.event(ring, holder, after.stage.class(), event)?;
            self.hand_over(tx, ring, before, &after, event, now)?;
            if let Event::EarlierChecked { .. } = event {
                self.keep_marks(tx, team, session.user, &after, now)?;
            }
        }
        self.tell(tx, session, pen, before, &after, &events)?;
        begun.case = after;
        Ok(())
    }

    /// Powers come from the journal, not from the register's table: a row put there gives nobody anything.
    pub(crate) fn delegations_for(
        &self,
        r: &mut Read<'_>,
        session: &Session,
        kind: Kind,
    ) -> Result<Vec<Delegation>> {
        if !matches!(kind, Kind::Decide | Kind::OverrideTask | Kind::SignLetter) {
            return Ok(Vec::new());
        }
        let powers = self.powers(r)?;
        Ok(powers
            .into_iter()
            .filter(|d| d.user == session.user)
            .map(|d| d.power)
            .collect())
    }

    fn around(
        &self,
        r: &mut Read<'_>,
        session: &Session,
        kind: Kind,
        case: &Case,
    ) -> Result<Around> {
        let team = session.team()?;
        let intake = match kind {
            Kind::Submit => self.the_group(r, Purpose::Intake)?.map(|g| g.id),
            _ => None,
        };
        let office = match (&case.intake.office, kind) {
            (Some(chosen), Kind::Transfer) => self.office_group(r, &chosen.office)?.map(|g| g.id),
            _ => None,
        };
        let colleagues = match kind {
            Kind::Reassign => self
                .members_named(r, team.id)?
                .into_iter()
                .map(|(user, _)| user)
                .collect(),
            _ => Vec::new(),
        };
        let sought = match kind {
            Kind::AcceptReferral | Kind::CheckEarlier => {
                Some(self.seek(r, team, session.user, case)?)
            }
            _ => None,
        };
        Ok(Around {
            intake,
            office,
            colleagues,
            sought,
        })
    }
}

struct Loaded {
    ring: Ring,
    case: Case,
    entries: Vec<(Stamp, Event)>,
    version: u64,
}

/// A case made ready to be acted on.
pub(crate) struct Begun {
    pub(crate) id: CaseId,
    pub(crate) ring: Ring,
    pub(crate) case: Case,
    pub(crate) new: bool,
    /// The letter that comes with the act.
    pub(crate) made: Option<Made>,
}

impl Begun {
    /// A case that is about to be opened, with keys of its own.
    pub(crate) fn fresh(id: CaseId) -> Self {
        let mut ring = Ring::new(id);
        for compartment in AT_OPENING {
            ring.put(compartment, 1, Key32::fresh());
        }
        Self {
            id,
            ring,
            case: Case::default(),
            new: true,
            made: None,
        }
    }
}

struct Around {
    intake: Option<GroupId>,
    office: Option<GroupId>,
    colleagues: Vec<UserId>,
    sought: Option<Sought>,
}

/// The keys of a case this group holds; `None` when it holds none.
fn open_ring(team: &Team, id: CaseId, openers: Vec<Opener>) -> Result<Option<Ring>> {
    if openers.is_empty() {
        return Ok(None);
    }
    let mut ring = Ring::new(id);
    for opener in openers {
        let slot = Slot {
            case: id,
            compartment: opener.compartment,
            version: opener.version,
        };
        let key = home_grant::open(&team.secret, &slot, &opener.sealed)
            .map_err(|_| Error::Damaged("a grant does not open"))?;
        ring.put(opener.compartment, opener.version, key);
    }
    Ok(Some(ring))
}

fn grant_all(tx: &mut Tx<'_>, team: &Team, ring: &Ring, provisional: bool) -> Result<()> {
    for (compartment, version, key) in ring.keys() {
        let slot = Slot {
            case: ring.case,
            compartment,
            version,
        };
        let sealed = home_grant::seal(&team.secret, &slot, key)?;
        tx.put_grant(&grant::Grant {
            group: team.id,
            case: ring.case,
            compartment,
            version,
            sealed,
            provisional,
        })?;
    }
    Ok(())
}

fn grant_one(
    tx: &mut Tx<'_>,
    team: &Team,
    case: CaseId,
    compartment: Compartment,
    key: &Key32,
) -> Result<()> {
    let sealed = home_grant::seal(
        &team.secret,
        &Slot {
            case,
            compartment,
            version: 1,
        },
        key,
    )?;
    Ok(tx.put_grant(&grant::Grant {
        group: team.id,
        case,
        compartment,
        version: 1,
        sealed,
        provisional: false,
    })?)
}
