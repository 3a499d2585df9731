//! What an office sees above its work list: two clocks, and cases on which nobody works. Made in memory from the cards of
//! what is open and of what ended lately; nothing of it is kept.

use crate::app::App;
use crate::card::open_card;
use crate::clock::day;
use crate::error::Result;
use crate::list::Item;
use crate::session::{Session, Team};
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::date::DAY_MS;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::{CaseId, UserId};
use safeconduct_domain::pace::{self, Backward, Finished, Forward, Waiting};
use safeconduct_domain::policy::WorkList;
use safeconduct_domain::stranded::{self, Colleague, Stranded};
use safeconduct_store::Read;
use safeconduct_store::account::AccountStatus;
use safeconduct_store::card::{Order, Page};
use std::collections::HashMap;
use std::sync::Arc;

/// Cards read at a time.
const BATCH: u32 = 500;

/// The clocks of an office and the cases on which nobody works.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The policy's figures.
    pub terms: WorkList,
    /// How long cases took.
    pub backward: Backward,
    /// Cases on which nobody works, the most urgent first, then the oldest.
    pub stranded: Vec<(Item, Stranded)>,
    queue: Vec<Waiting>,
    lately: usize,
}

impl Overview {
    /// The wait of a case in the queue; none if it is not in it.
    #[must_use]
    pub fn of_case(&self, case: CaseId) -> Option<Forward> {
        let this = self.queue.iter().find(|w| w.case == case)?;
        Some(self.behind(this))
    }

    /// The wait of a case of that priority that came now.
    #[must_use]
    pub fn of_newcomer(&self, urgency: Urgency) -> Forward {
        self.behind(&Waiting {
            urgency,
            received_ms: i64::MAX,
            case: CaseId::from_bytes([0xff; 16]),
        })
    }

    fn behind(&self, this: &Waiting) -> Forward {
        pace::forward(&self.terms, pace::ahead(&self.queue, this), self.lately)
    }
}

impl App {
    /// What stands above the work list of the session's group; none for groups that assess no cases.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`](crate::Error::NotAdmitted); the store's own.
    pub async fn overview(&self, session: &Arc<Session>) -> Result<Option<Overview>> {
        let (app, session) = (self.clone(), Arc::clone(session));
        let team = session.team()?;
        let now = self.now_ms();
        let terms = self.policy.work_list(day(now)).cloned();
        let Some(terms) = terms.filter(|_| team.purpose == Purpose::Office) else {
            return Ok(None);
        };
        self.db
            .read(move |r| app.survey(r, session.team()?, terms.clone(), now).map(Some))
            .await
    }

    fn survey(&self, r: &mut Read<'_>, team: &Team, terms: WorkList, now: i64) -> Result<Overview> {
        let members = self.members_seen(r, team)?;
        let mut queue = Vec::new();
        let mut found = Vec::new();
        for class in [Class::Intake, Class::Assessment] {
            each_since(r, team, class, i64::MIN, |id, card| {
                queue.extend(waiting(id, &card));
                let why = stranded::of(&card, &members, now, terms.away_days);
                found.extend(why.map(|why| (Item { id, card }, why)));
            })?;
        }
        let days = i64::from(terms.finished_days.max(terms.rate_days));
        let mut finished = Vec::new();
        each_since(r, team, Class::Decision, now - days * DAY_MS, |_, card| {
            finished.extend(ended(&card));
        })?;
        found.sort_by_key(|(item, _)| (item.card.urgency, item.card.received_ms, item.id));
        Ok(Overview {
            backward: pace::backward(&terms, &finished, now),
            lately: pace::lately(&terms, &finished, now),
            stranded: found,
            queue,
            terms,
        })
    }

    /// The members of a group, and when something of theirs was last entered.
    pub(crate) fn members_seen(
        &self,
        r: &mut Read<'_>,
        team: &Team,
    ) -> Result<HashMap<UserId, Colleague>> {
        let members = r.members_seen(team.id)?.into_iter();
        Ok(members
            .map(|m| {
                let colleague = Colleague {
                    active: m.status == AccountStatus::Active,
                    last_ms: m.last_ms.unwrap_or(m.created_ms),
                };
                (m.user, colleague)
            })
            .collect())
    }
}

/// A card's place in the queue; an offer waits from the day it was made.
fn waiting(case: CaseId, card: &Card) -> Option<Waiting> {
    let here = matches!(card.stage, Stage::InTransfer | Stage::Assessment) && !card.gone;
    here.then(|| Waiting {
        urgency: card.urgency,
        received_ms: card.received_ms.unwrap_or(card.since_ms),
        case,
    })
}

/// What ended here. A card of before these times were kept says too little to be counted.
fn ended(card: &Card) -> Option<Finished> {
    Some(Finished {
        received_ms: card.received_ms.filter(|_| !card.gone && card.ended())?,
        ended_ms: card.since_ms,
        decided: card.stage == Stage::Decided,
    })
}

/// Every card of a class that changed since a moment, the last changed first.
fn each_since(
    r: &mut Read<'_>,
    team: &Team,
    class: Class,
    since_ms: i64,
    mut each: impl FnMut(CaseId, Card),
) -> Result<()> {
    let mut after = None;
    loop {
        let page = Page {
            class: Some(class),
            order: Order::Changed,
            after,
            limit: BATCH,
        };
        let rows = r.cards(team.id, &page)?;
        for row in rows.iter().filter(|row| row.changed_ms >= since_ms) {
            each(row.case, open_card(team, row)?);
        }
        match rows.last() {
            Some(last) if last.changed_ms >= since_ms => after = Some(last.place(Order::Changed)),
            _ => return Ok(()),
        }
    }
}
