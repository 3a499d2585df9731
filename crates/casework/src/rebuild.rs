//! Making every projection anew from the journal, and proving that it equals what stood: `safeconduct rebuild`.
//!
//! What is clear is rebuilt from headers and directory entries alone. A group's cards are sealed for it: they are
//! rebuilt in the session of a member.

use crate::app::App;
use crate::error::{Error, Result};
use crate::pen::Pen;
use crate::session::{NO_GROUP, NOBODY, Session};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::{Event, Purpose};
use safeconduct_domain::id::{CaseId, GroupId, OrganisationId};
use safeconduct_journal::{Header, Scope};
use safeconduct_store::case::CaseState;
use safeconduct_store::fact::Fact;
use safeconduct_store::letterbox::Letter;
use safeconduct_store::{Read, Tx};
use safeconduct_vault::place::Place;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a rebuild found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Rows made anew.
    pub made: usize,
    /// Rows that differed from what stood, were missing, or were too many.
    pub differed: usize,
}

#[derive(Default, PartialEq, Eq)]
struct Clear {
    /// Holder and class of each case, as the last header that is no look says.
    cases: BTreeMap<CaseId, (GroupId, Class)>,
    letters: BTreeMap<u64, (GroupId, Option<CaseId>)>,
    facts: BTreeMap<u64, (GroupId, Option<CaseId>)>,
    spaces: BTreeMap<(String, i16), i64>,
}

impl App {
    /// Rebuilds the projections that need no key: holders and classes of cases, letterboxes, facts, places used.
    ///
    /// Due dates and open offers are sealed in the events; they are taken over from what stood, and brought up to date
    /// when a member of the group rebuilds its cards.
    ///
    /// # Errors
    /// The store's own.
    pub async fn rebuild(&self) -> Result<Rebuilt> {
        let app = self.clone();
        self.db
            .write(move |tx| {
                let planners = app.the_group(tx, Purpose::Planning)?.map(|g| g.id);
                let fresh = app.read_clear(tx, planners)?;
                let report = app.replace(tx, &fresh, planners)?;
                let now = tx.at_ms(app.now_ms())?;
                let mut pen = Pen::new(tx.next_seq(), now, NOBODY, None, &app.directory);
                pen.directory(
                    NO_GROUP,
                    Class::Administration,
                    &Event::Rebuilt { group: None },
                )?;
                Ok(tx.commit(pen.entries(), report)?)
            })
            .await
    }

    fn read_clear(&self, r: &mut Read<'_>, planners: Option<GroupId>) -> Result<Clear> {
        let mut clear = Clear::default();
        let mut damaged = false;
        r.each_entry(0, |stored| {
            match Header::from_bytes(stored.header) {
                Ok(header) => {
                    damaged |= self
                        .count_entry(&mut clear, &header, stored.body, planners)
                        .is_err()
                }
                Err(_) => damaged = true,
            }
            true
        })?;
        if damaged {
            Err(Error::Damaged("an entry cannot be read: run verify"))
        } else {
            Ok(clear)
        }
    }

    fn count_entry(
        &self,
        clear: &mut Clear,
        header: &Header,
        body: &[u8],
        planners: Option<GroupId>,
    ) -> Result<()> {
        match header.scope {
            Scope::Case { case, .. } if header.class != Class::Access => {
                clear.cases.insert(case, (header.group, header.class));
            }
            Scope::Case { .. } => {}
            Scope::Courier { to, case, .. } if Some(to) == planners => {
                clear.facts.insert(header.seq, (to, case));
            }
            Scope::Courier { to, case, .. } => {
                clear.letters.insert(header.seq, (to, case));
            }
            Scope::Directory => {
                let plain = self
                    .directory
                    .open(&Place::Directory { seq: header.seq }, body)?;
                if let Ok(Event::SpacesMoved {
                    partner,
                    year,
                    persons,
                }) = Event::from_bytes(&plain)
                {
                    *clear.spaces.entry((partner, year)).or_default() += persons;
                }
            }
        }
        Ok(())
    }

    fn replace(
        &self,
        tx: &mut Tx<'_>,
        fresh: &Clear,
        planners: Option<GroupId>,
    ) -> Result<Rebuilt> {
        let mut report = Rebuilt::default();
        let mut stood = BTreeMap::new();
        tx.each_case_state(|state| {
            stood.insert(state.case, state);
            Ok(())
        })?;
        let (letters, facts) = pointers(tx, planners)?;
        tx.clear_projections()?;
        for (case, (holder, class)) in &fresh.cases {
            let old = stood.remove(case);
            let same = old.is_some_and(|o| o.holder == *holder && o.class == *class);
            report.made += 1;
            report.differed += usize::from(!same);
            let kept = old.unwrap_or(CaseState {
                case: *case,
                holder: *holder,
                offered_to: None,
                class: *class,
                due_ms: None,
                opened_ms: 0,
                changed_seq: 0,
            });
            tx.put_case_state(&CaseState {
                holder: *holder,
                class: *class,
                ..kept
            })?;
        }
        report.differed += stood.len();
        self.replace_pointers(tx, fresh, &letters, &facts, &mut report)?;
        self.replace_spaces(tx, fresh, &mut report)?;
        Ok(report)
    }

    fn replace_pointers(
        &self,
        tx: &mut Tx<'_>,
        fresh: &Clear,
        letters: &[Letter],
        facts: &[Fact],
        report: &mut Rebuilt,
    ) -> Result<()> {
        for (seq, (to, case)) in &fresh.letters {
            let old = letters.iter().find(|l| l.seq == *seq);
            report.made += 1;
            report.differed += usize::from(old.is_none_or(|l| l.to != *to || l.case != *case));
            let courier = courier_of(tx, *seq)?;
            tx.put_letter(&Letter {
                seq: *seq,
                to: *to,
                courier,
                case: *case,
                read_ms: old.and_then(|l| l.read_ms),
            })?;
        }
        for (seq, (to, case)) in &fresh.facts {
            let same = facts
                .iter()
                .any(|f| f.seq == *seq && f.to == *to && f.case == *case);
            report.made += 1;
            report.differed += usize::from(!same);
            let courier = courier_of(tx, *seq)?;
            tx.put_fact(&Fact {
                seq: *seq,
                to: *to,
                courier,
                case: *case,
            })?;
        }
        report.differed += letters
            .iter()
            .filter(|l| !fresh.letters.contains_key(&l.seq))
            .count();
        report.differed += facts
            .iter()
            .filter(|f| !fresh.facts.contains_key(&f.seq))
            .count();
        Ok(())
    }

    fn replace_spaces(&self, tx: &mut Tx<'_>, fresh: &Clear, report: &mut Rebuilt) -> Result<()> {
        let organisations: Vec<(OrganisationId, String)> = tx
            .organisations()?
            .into_iter()
            .map(|o| (o.id, o.code))
            .collect();
        let mut counted = Vec::new();
        for ((partner, year), persons) in &fresh.spaces {
            let Some((id, _)) = organisations.iter().find(|(_, code)| code == partner) else {
                continue;
            };
            let persons = u32::try_from(*persons)
                .map_err(|_| Error::Damaged("fewer than no places are used"))?;
            report.made += 1;
            report.differed += usize::from(tx.persons_counted(*id, *year)? != persons);
            counted.push((*id, *year, persons));
        }
        tx.clear_spaces()?;
        counted
            .into_iter()
            .try_for_each(|(id, year, persons)| tx.set_persons_counted(id, year, persons))?;
        Ok(())
    }

    /// Rebuilds the cards of the session's group from the cases it holds, and with them what is clear of these cases but
    /// sealed in the events: what is due, and to whom they are offered. Cards that are all that is left of a case
    /// here stay as they are: their truth is with whoever holds it now.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`]; the store's own.
    pub async fn rebuild_cards(&self, session: &Arc<Session>) -> Result<Rebuilt> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let team = session.team()?;
                let mut report = Rebuilt::default();
                for state in tx.cases_held(team.id)? {
                    let case = app.fold_of(tx, team, state.case)?;
                    let differed = app.project_anew(tx, team, &state, &case)?;
                    report.made += 1;
                    report.differed += usize::from(differed);
                }
                let event = Event::Rebuilt {
                    group: Some(team.id),
                };
                app.note_with(tx, &session, Class::Administration, &event, report)
            })
            .await
    }
}

fn courier_of(r: &mut Read<'_>, seq: u64) -> Result<safeconduct_domain::id::CourierId> {
    match r.entry(seq)?.map(|e| e.header.scope) {
        Some(Scope::Courier { courier, .. }) => Ok(courier),
        _ => Err(Error::Damaged("a message without courier")),
    }
}

fn pointers(r: &mut Read<'_>, planners: Option<GroupId>) -> Result<(Vec<Letter>, Vec<Fact>)> {
    let mut letters = Vec::new();
    for group in r.groups()? {
        letters.extend(
            r.letters(group.id, None, u32::MAX)?
                .into_iter()
                .map(|(letter, _)| letter),
        );
    }
    let facts = match planners {
        Some(planners) => r
            .facts(planners, 0, u32::MAX)?
            .into_iter()
            .map(|(fact, _)| fact)
            .collect(),
        None => Vec::new(),
    };
    Ok((letters, facts))
}
