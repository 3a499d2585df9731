//! A row of a work list.

use jiff::civil::Date;
use safeconduct_casework::list::{Item, Listed, PAGE};
use safeconduct_domain::compartment::Class;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::{CaseId, UserId};
use safeconduct_domain::waiting::{DueFor, WaitsOn};
use serde::Serialize;

/// A page of a work list.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListView<'a> {
    items: Vec<CardView<'a>>,
    total: usize,
    page: usize,
    page_size: usize,
    counts: Vec<CountView>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CardView<'a> {
    id: CaseId,
    reference: &'a str,
    initials: &'a str,
    partner: &'a str,
    stage: &'static str,
    since_ms: i64,
    urgency: Urgency,
    submission_urgency: Urgency,
    persons: u32,
    asylum: Option<&'a str>,
    office: Option<&'a str>,
    owner: Option<UserId>,
    due: Option<Date>,
    due_for: Option<DueFor>,
    received_ms: Option<i64>,
    referred: Option<Date>,
    waits_on: Vec<WaitsOn>,
    number: Option<&'a str>,
    approved: Option<u32>,
    refused: Option<u32>,
    gone: bool,
}

#[derive(Serialize)]
struct CountView {
    class: Class,
    cases: u64,
}

impl<'a> From<&'a Listed> for ListView<'a> {
    fn from(listed: &'a Listed) -> Self {
        let counts = listed.counts.iter();
        Self {
            items: listed.items.iter().map(CardView::from).collect(),
            total: listed.total,
            page: listed.page,
            page_size: PAGE,
            counts: counts
                .map(|(class, cases)| CountView {
                    class: *class,
                    cases: *cases,
                })
                .collect(),
        }
    }
}

impl<'a> From<&'a Item> for CardView<'a> {
    fn from(item: &'a Item) -> Self {
        let card = &item.card;
        Self {
            id: item.id,
            reference: &card.reference,
            initials: &card.initials,
            partner: &card.partner,
            stage: card.stage.code(),
            since_ms: card.since_ms,
            urgency: card.urgency,
            submission_urgency: card.asked.unwrap_or(card.urgency),
            persons: card.persons,
            asylum: card.asylum.as_deref(),
            office: card.office.as_deref(),
            owner: card.owner,
            due: card.due,
            due_for: card.due_for,
            received_ms: card.received_ms,
            referred: card.referred,
            waits_on: card.waits_on(),
            number: card.number.as_deref(),
            approved: card.outcome.map(|(approved, _)| approved),
            refused: card.outcome.map(|(_, refused)| refused),
            gone: card.gone,
        }
    }
}
