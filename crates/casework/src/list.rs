//! Work lists. The first page costs the same at a hundred cases and at ten thousand: a page of cards in the order of
//! what is due, and one indexed count. Searching, filtering and other orders open every card of the group in memory;
//! no index of names exists anywhere.

use crate::app::App;
use crate::card::open_card;
use crate::clock::day;
use crate::error::{Error, Result};
use crate::session::{Session, Team};
use jiff::civil::Date;
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::{CaseId, UserId};
use safeconduct_domain::stranded::{self, Colleague};
use safeconduct_domain::waiting::WaitsOn;
use safeconduct_store::Read;
use safeconduct_store::card::{Card as Row, Order, Page, Place};
use std::collections::HashMap;
use std::sync::Arc;

/// Cards on a page.
pub const PAGE: usize = 25;

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// What is due first.
    #[default]
    Due,
    /// What changed last.
    Changed,
    /// What must move soonest by its processing priority, then what is due first, then the oldest.
    Urgency,
    /// What came to the group first.
    Age,
    /// By who has a move.
    Waits,
    /// By the partner's case number.
    Reference,
    /// By stage.
    Stage,
}

/// What is asked for.
#[derive(Clone, Default)]
pub struct Wanted {
    /// Only cases of this coarse class.
    pub class: Option<Class>,
    /// Only cases at this stage.
    pub stage: Option<Stage>,
    /// Only cases this urgent.
    pub urgency: Option<Urgency>,
    /// Only cases in which they have a move.
    pub waits: Option<WaitsOn>,
    /// Only cases on which nobody works.
    pub stranded: bool,
    /// Only cases of this owner.
    pub owner: Option<UserId>,
    /// Only cards in which this text occurs. Never part of an address.
    pub search: String,
    /// In which order.
    pub sort: Sort,
    /// Which page, from 1.
    pub page: usize,
}

impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wanted(…)")
    }
}

/// A row of a work list.
#[derive(Debug, Clone)]
pub struct Item {
    /// The case.
    pub id: CaseId,
    /// Its card.
    pub card: Card,
}

impl Item {
    /// Its turn: what is here before what is elsewhere and what has ended; then by processing priority, what is due
    /// first, and the oldest.
    #[must_use]
    pub fn turn(&self) -> (u8, Urgency, bool, Option<Date>, i64) {
        let card = &self.card;
        let where_it_is = match (card.ended(), card.gone) {
            (false, false) => 0,
            (false, true) => 1,
            (true, _) => 2,
        };
        let undated = card.due.is_none();
        (where_it_is, card.urgency, undated, card.due, self.came_ms())
    }

    fn came_ms(&self) -> i64 {
        self.card.received_ms.unwrap_or(self.card.since_ms)
    }
}

/// A page of a work list.
#[derive(Debug)]
pub struct Listed {
    /// Rows.
    pub items: Vec<Item>,
    /// How many there are in all that fit.
    pub total: usize,
    /// How many cards the group has, by class.
    pub counts: Vec<(Class, u64)>,
    /// Which page this is, from 1.
    pub page: usize,
}

impl Wanted {
    /// Whether the clear columns are enough to answer.
    fn plain(&self) -> bool {
        let unfiltered = self.stage.is_none()
            && self.urgency.is_none()
            && self.owner.is_none()
            && self.waits.is_none()
            && !self.stranded
            && self.search.trim().is_empty();
        unfiltered && matches!(self.sort, Sort::Due | Sort::Changed)
    }

    fn fits(&self, card: &Card) -> bool {
        let search = self.search.trim();
        self.class.is_none_or(|c| card.stage.class() == c)
            && self.stage.is_none_or(|s| card.stage == s)
            && self.urgency.is_none_or(|u| card.urgency == u)
            && self.owner.is_none_or(|o| card.owner == Some(o))
            && self.waits.is_none_or(|w| card.waits_on().contains(&w))
            && (search.is_empty() || card.matches(search))
    }
}

impl App {
    /// A page of the session's work list, after taking in what waits.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`]; the store's own.
    pub async fn list(&self, session: &Arc<Session>, wanted: Wanted) -> Result<Listed> {
        self.take_in(session).await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .read(move |r| app.page(r, session.team()?, &wanted))
            .await
    }

    /// The page itself, for the bench as for the work list.
    pub(crate) fn page(&self, r: &mut Read<'_>, team: &Team, wanted: &Wanted) -> Result<Listed> {
        let counts = r.card_counts(team.id)?;
        let page = wanted.page.max(1);
        if wanted.plain() {
            let items = plain_page(r, team, wanted, page)?;
            let of = |c: Class| {
                counts
                    .iter()
                    .filter(|(class, _)| *class == c)
                    .map(|(_, n)| *n)
                    .sum::<u64>()
            };
            let total = wanted
                .class
                .map_or_else(|| counts.iter().map(|(_, n)| n).sum(), of);
            return Ok(Listed {
                items,
                total: usize::try_from(total).unwrap_or(usize::MAX),
                counts,
                page,
            });
        }
        let stranded = self.stranded(r, team, wanted)?;
        let mut fitting = Vec::new();
        let mut damaged = None;
        r.each_card(team.id, |row| {
            match open_card(team, &row) {
                Ok(card) if wanted.fits(&card) && stranded(&card) => {
                    fitting.push((row.place(Order::Due), Item { id: row.case, card }))
                }
                Ok(_) => {}
                Err(error) => damaged = Some(error),
            }
            Ok(())
        })?;
        if let Some(error) = damaged {
            return Err(error);
        }
        sort(&mut fitting, wanted.sort);
        let total = fitting.len();
        let items = fitting
            .into_iter()
            .skip((page - 1) * PAGE)
            .take(PAGE)
            .map(|(_, item)| item)
            .collect();
        Ok(Listed {
            items,
            total,
            counts,
            page,
        })
    }
}

impl App {
    /// Whether a card is of a case on which nobody works, if that is asked.
    fn stranded(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        wanted: &Wanted,
    ) -> Result<impl Fn(&Card) -> bool + use<>> {
        let now = self.now_ms();
        let terms = self.policy.work_list(day(now));
        let asked = terms.filter(|_| wanted.stranded && team.purpose == Purpose::Office);
        let members: Option<(HashMap<UserId, Colleague>, u32)> = match asked {
            Some(terms) => Some((self.members_seen(r, team)?, terms.away_days)),
            None => None,
        };
        let any = !wanted.stranded;
        Ok(move |card: &Card| match &members {
            Some((members, days)) => stranded::of(card, members, now, *days).is_some(),
            None => any,
        })
    }
}

fn plain_page(r: &mut Read<'_>, team: &Team, wanted: &Wanted, page: usize) -> Result<Vec<Item>> {
    let order = if wanted.sort == Sort::Changed {
        Order::Changed
    } else {
        Order::Due
    };
    let mut after: Option<Place> = None;
    let mut rows: Vec<Row> = Vec::new();
    let limit = u32::try_from(PAGE).unwrap_or(u32::MAX);
    // later pages walk; nobody turns to page 40 of a work list without searching
    for _ in 0..page {
        rows = r.cards(
            team.id,
            &Page {
                class: wanted.class,
                order,
                after,
                limit,
            },
        )?;
        match rows.last() {
            Some(last) => after = Some(last.place(order)),
            None => break,
        }
    }
    rows.iter()
        .map(|row| {
            Ok(Item {
                id: row.case,
                card: open_card(team, row)?,
            })
        })
        .collect()
}

fn sort(items: &mut [(Place, Item)], sort: Sort) {
    let due = |place: &Place| place.ms;
    match sort {
        Sort::Due => items.sort_by_key(|(place, item)| (due(place), item.id)),
        Sort::Changed => {
            items.sort_by_key(|(_, item)| (std::cmp::Reverse(item.card.since_ms), item.id))
        }
        Sort::Urgency => {
            items.sort_by_key(|(_, item)| (item.turn(), item.id));
        }
        Sort::Age => items.sort_by_key(|(_, item)| (item.came_ms(), item.id)),
        Sort::Waits => items.sort_by_cached_key(|(_, item)| {
            let first = item.card.waits_on().first().copied();
            (first.is_none(), first, item.card.urgency, item.id)
        }),
        Sort::Reference => items.sort_by(|(_, a), (_, b)| {
            a.card
                .reference
                .cmp(&b.card.reference)
                .then(a.id.cmp(&b.id))
        }),
        Sort::Stage => {
            items.sort_by_key(|(_, item)| (item.card.stage, item.card.since_ms, item.id))
        }
    }
}

/// What a group's home page counts besides its cases.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting {
    /// Notices nobody has read.
    pub notices: u64,
}

impl App {
    /// What waits besides cases.
    ///
    /// # Errors
    /// The store's own.
    pub async fn waiting(&self, session: &Session) -> Result<Waiting> {
        match self.notices_waiting(session).await {
            Ok(notices) => Ok(Waiting { notices }),
            Err(Error::NotAdmitted) => Ok(Waiting::default()),
            Err(other) => Err(other),
        }
    }
}
