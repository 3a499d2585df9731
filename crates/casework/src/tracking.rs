//! The planning branch's view: persons by stage, partner, office and month, from sealed facts alone. No case is opened,
//! no name, number or country is known here.

use crate::app::App;
use crate::error::{Error, Result};
use crate::session::{Session, Team};
use safeconduct_domain::access::Role;
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Event;
use safeconduct_domain::fact::Fact;
use safeconduct_domain::id::{CaseId, CourierId};
use safeconduct_store::Read;
use safeconduct_vault::courier::Courier;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Facts read at a time.
const BATCH: u32 = 1000;

/// One count: cases and the persons in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Cases.
    pub cases: u32,
    /// Persons who take a space.
    pub persons: u32,
}

/// What the tracker shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracked {
    /// Where the cases stand now.
    pub by_stage: BTreeMap<Stage, Count>,
    /// By code of the referring partner.
    pub by_partner: BTreeMap<String, Count>,
    /// By code of the partner in whose inventory the case began.
    pub by_origin: BTreeMap<String, Count>,
    /// By code of the office; cases without one are left out.
    pub by_office: BTreeMap<String, Count>,
    /// Referred, by year and month of submission.
    pub referred_by_month: BTreeMap<String, Count>,
    /// Decided, by year and month: persons approved and refused.
    pub decided_by_month: BTreeMap<String, (u32, u32)>,
    /// Of the present calendar year: referred persons, approved persons.
    pub year: (u32, u32),
    /// The year's ceiling, "up to", where the policy knows one.
    pub ceiling: Option<u32>,
}

impl Tracked {
    fn add(&mut self, history: &[Fact]) {
        let Some(last) = history.last() else { return };
        let one = Count {
            cases: 1,
            persons: last.persons,
        };
        let add = |to: &mut Count| {
            to.cases += one.cases;
            to.persons += one.persons;
        };
        add(self.by_stage.entry(last.stage).or_default());
        add(self.by_partner.entry(last.partner.clone()).or_default());
        add(self.by_origin.entry(last.origin.clone()).or_default());
        if let Some(office) = &last.office {
            add(self.by_office.entry(office.clone()).or_default());
        }
        if let Some(referred) = history.iter().find(|f| f.stage == Stage::Submitted) {
            let count = self
                .referred_by_month
                .entry(referred.month.clone())
                .or_default();
            count.cases += 1;
            count.persons += referred.persons;
        }
        let mut before = (0, 0);
        for fact in history {
            let now = (fact.approved, fact.refused);
            if now != before {
                let month = self.decided_by_month.entry(fact.month.clone()).or_default();
                month.0 += now.0.saturating_sub(before.0);
                month.1 += now.1.saturating_sub(before.1);
                before = now;
            }
        }
    }
}

impl App {
    /// The tracker. Looking at it is an entry.
    ///
    /// # Errors
    /// [`Error::Absent`] for anybody but a planner.
    pub async fn tracked(&self, session: &Arc<Session>) -> Result<Tracked> {
        if !session.has(Role::Planner) {
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
                        what: "tracking".into(),
                    },
                )
            })
            .await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db.read(move |r| app.count(r, session.team()?)).await
    }

    fn count(&self, r: &mut Read<'_>, team: &Team) -> Result<Tracked> {
        let mut couriers: HashMap<CourierId, Option<Courier>> = HashMap::new();
        let mut cases: BTreeMap<CaseId, Vec<Fact>> = BTreeMap::new();
        let mut from = 0;
        loop {
            let facts = r.facts(team.id, from, BATCH)?;
            let Some((last, _)) = facts.last() else { break };
            from = last.seq + 1;
            for (pointer, entry) in facts {
                let Some(case) = pointer.case else { continue };
                let courier = match couriers.entry(pointer.courier) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => {
                        new.insert(self.courier_home(r, team, pointer.courier)?)
                    }
                };
                let Some(courier) = courier else { continue };
                let plain = courier
                    .open_message(pointer.seq, &entry.body)
                    .map_err(|_| Error::Damaged("a fact does not open"))?;
                let fact =
                    serde_json::from_slice(&plain).map_err(|_| Error::Damaged("a fact is none"))?;
                cases.entry(case).or_default().push(fact);
            }
        }
        let mut tracked = Tracked::default();
        cases.values().for_each(|history| tracked.add(history));
        let year = self.today().year();
        let this_year = |month: &str| month.starts_with(&format!("{year:04}-"));
        let referred = tracked
            .referred_by_month
            .iter()
            .filter(|(m, _)| this_year(m))
            .map(|(_, c)| c.persons)
            .sum();
        let approved = tracked
            .decided_by_month
            .iter()
            .filter(|(m, _)| this_year(m))
            .map(|(_, (a, _))| *a)
            .sum();
        tracked.year = (referred, approved);
        tracked.ceiling = self.policy.ceiling(year).map(|c| c.persons);
        Ok(tracked)
    }
}
