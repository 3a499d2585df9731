//! The planning branch's page: persons by stage, partner, origin, office and month, and the year beside its ceiling.
//! Figures only; no case is behind any of them.

mod chart;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use safeconduct_casework::tracking::{Count, Tracked};
use safeconduct_domain::policy::Text;
use std::collections::BTreeMap;

use super::frame::frame;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::{Arg, Lang, t};
use crate::web::layout::{Page, html};
use crate::web::parts::{Cell, Column, Table};
use crate::web::problem::Problem;
use chart::{Chart, Month};

/// Months in the chart and in the table beside it: the newest.
const MONTHS: usize = 12;

/// The routes of this file.
pub fn routes() -> Router<ServerState> {
    Router::new().route("/tracking", get(show))
}

#[derive(Template)]
#[template(path = "tracking.html")]
struct TrackingPage {
    page: Page,
    as_of: String,
    referred: String,
    approved: String,
    ceiling: Option<String>,
    stages: Table,
    partners: Table,
    origins: Table,
    offices: Table,
    months: Table,
    chart: Option<Chart>,
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let tracked = state.app.tracked(&me.session).await;
    let tracked = tracked.map_err(|error| problem(&error))?;
    let lang = me.lang;
    let page = frame(&me, &state, &uri, lang.t("tracking-title")).await;
    let months = months(&tracked);
    let year = Arg::Text(state.app.today().year().to_string());
    let said = |key: &str, persons: u32| {
        t(
            lang,
            key,
            &[("year", year.clone()), ("persons", number(persons))],
        )
    };
    let names = Names {
        state: &state,
        lang,
    };
    Ok(html(&TrackingPage {
        page: page.wide(),
        as_of: lang.t1("tracking-as-of", "when", lang.moment(state.app.now_ms())),
        referred: said("tracking-referred-this-year", tracked.year.0),
        approved: said("tracking-approved-this-year", tracked.year.1),
        ceiling: tracked
            .ceiling
            .map(|ceiling| said("tracking-ceiling", ceiling)),
        stages: counts(lang, "stage", stages(&tracked, lang)),
        partners: counts(lang, "partner", names.partners(&tracked.by_partner)),
        origins: counts(lang, "origin", names.partners(&tracked.by_origin)),
        offices: counts(lang, "office", names.offices(&tracked.by_office)),
        chart: Chart::new(&months, lang),
        months: month_table(&months, lang),
    }))
}

fn number(n: u32) -> Arg {
    Arg::Number(i64::from(n))
}

fn stages(tracked: &Tracked, lang: Lang) -> Vec<(String, Count)> {
    let stages = tracked.by_stage.iter();
    stages
        .map(|(stage, count)| (lang.t(&format!("stage-{}", stage.code())), *count))
        .collect()
}

struct Names<'a> {
    state: &'a ServerState,
    lang: Lang,
}

impl Names<'_> {
    fn text(&self, code: &str, found: Option<&Text>) -> String {
        found.map_or_else(|| code.to_owned(), |name| self.lang.text(name).to_owned())
    }

    fn partners(&self, counts: &BTreeMap<String, Count>) -> Vec<(String, Count)> {
        let (policy, today) = (self.state.app.policy(), self.state.app.today());
        let named = counts.iter().map(|(code, count)| {
            let partner = policy.partner(code, today);
            (self.text(code, partner.map(|p| &p.name)), *count)
        });
        named.collect()
    }

    fn offices(&self, counts: &BTreeMap<String, Count>) -> Vec<(String, Count)> {
        let (policy, today) = (self.state.app.policy(), self.state.app.today());
        let named = counts.iter().map(|(code, count)| {
            let office = policy.office(code, today);
            (self.text(code, office.map(|o| &o.name)), *count)
        });
        named.collect()
    }
}

/// A table of cases and persons, with their sum.
fn counts(lang: Lang, by: &str, rows: Vec<(String, Count)>) -> Table {
    let total = rows.iter().fold(Count::default(), |sum, (_, one)| Count {
        cases: sum.cases + one.cases,
        persons: sum.persons + one.persons,
    });
    let line = |label: String, count: Count| {
        let cell = |n: u32| Cell::new(lang.number(i64::from(n)));
        vec![Cell::new(label), cell(count.cases), cell(count.persons)]
    };
    let many = rows.len() > 1;
    let mut lines: Vec<_> = rows
        .into_iter()
        .map(|(label, count)| line(label, count))
        .collect();
    if many {
        lines.push(line(lang.t("tracking-total"), total));
    }
    Table {
        caption: lang.t(&format!("tracking-by-{by}")),
        caption_hidden: false,
        columns: vec![
            Column::new(lang.t(&format!("tracking-{by}"))),
            Column::figures(lang.t("tracking-cases")),
            Column::figures(lang.t("tracking-persons")),
        ],
        rows: lines,
        empty: lang.t("tracking-none"),
    }
}

/// The newest months up to the last in which anything happened, oldest first, none left out.
fn months(tracked: &Tracked) -> Vec<Month> {
    let (referred, decided) = (&tracked.referred_by_month, &tracked.decided_by_month);
    let (first, last) = [referred.keys().min(), decided.keys().min()]
        .into_iter()
        .flatten()
        .min()
        .zip(
            [referred.keys().max(), decided.keys().max()]
                .into_iter()
                .flatten()
                .max(),
        )
        .unzip();
    let mut months = Vec::new();
    let mut month = last.cloned();
    while let Some(at) = month.take().filter(|_| months.len() < MONTHS) {
        let (approved, refused) = decided.get(&at).copied().unwrap_or_default();
        if first.is_some_and(|first| at > *first) {
            month = before(&at);
        }
        months.push(Month {
            referred: referred.get(&at).map_or(0, |count| count.persons),
            approved,
            refused,
            month: at,
        });
    }
    months.reverse();
    months
}

/// The month before one: `2025-12` before `2026-01`.
fn before(month: &str) -> Option<String> {
    let (year, month) = month.split_once('-')?;
    let (year, month): (i16, u8) = (year.parse().ok()?, month.parse().ok()?);
    Some(match month {
        1 => format!("{:04}-12", year - 1),
        2..=12 => format!("{year:04}-{:02}", month - 1),
        _ => return None,
    })
}

fn month_table(months: &[Month], lang: Lang) -> Table {
    let row = |month: &Month| {
        let figures = [month.referred, month.approved, month.refused];
        let figures = figures.map(|n| Cell::new(lang.number(i64::from(n))));
        std::iter::once(Cell::new(lang.date_text(&month.month)))
            .chain(figures)
            .collect()
    };
    Table {
        caption: lang.t("tracking-by-month"),
        caption_hidden: false,
        columns: vec![
            Column::new(lang.t("tracking-month")),
            Column::figures(lang.t("tracking-referred")),
            Column::figures(lang.t("tracking-approved")),
            Column::figures(lang.t("tracking-refused")),
        ],
        rows: months.iter().rev().map(row).collect(),
        empty: lang.t("tracking-none"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_twelve_months_are_shown() {
        let mut tracked = Tracked::default();
        for month in 1..=12 {
            let count = Count {
                cases: 1,
                persons: month,
            };
            tracked
                .referred_by_month
                .insert(format!("2025-{month:02}"), count);
        }
        tracked
            .decided_by_month
            .insert("2026-02".to_owned(), (3, 1));
        let months = months(&tracked);
        assert_eq!(months.len(), 12);
        assert_eq!(months[0].month, "2025-03");
        assert_eq!(
            (months[11].referred, months[11].approved, months[11].refused),
            (0, 3, 1)
        );
    }

    #[test]
    fn months_without_anything_are_not_left_out() {
        let mut tracked = Tracked::default();
        assert!(months(&tracked).is_empty());
        let count = Count {
            cases: 1,
            persons: 4,
        };
        tracked
            .referred_by_month
            .insert("2025-11".to_owned(), count);
        tracked
            .decided_by_month
            .insert("2026-02".to_owned(), (3, 1));
        let shown: Vec<_> = months(&tracked)
            .into_iter()
            .map(|m| (m.month, m.referred, m.approved))
            .collect();
        let month = |name: &str, referred, approved| (name.to_owned(), referred, approved);
        assert_eq!(
            shown,
            [
                month("2025-11", 4, 0),
                month("2025-12", 0, 0),
                month("2026-01", 0, 0),
                month("2026-02", 0, 3),
            ]
        );
        assert_eq!(before("x"), None);
    }

    #[test]
    fn sums_stand_under_several_rows_only() {
        let one = |persons| ("x".to_owned(), Count { cases: 1, persons });
        assert_eq!(counts(Lang::En, "stage", vec![one(2)]).rows.len(), 1);
        let table = counts(Lang::Fr, "office", vec![one(2), one(3)]);
        assert_eq!(table.rows[2][2].text, "5");
    }
}
