//! Two clocks: how long cases took here, and how long one may wait. Each says what was counted, or why it says nothing.

use askama::Template;
use askama::filters::HtmlSafe;
use safeconduct_casework::overview::Overview;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::pace::{Backward, Forward};

use super::casefile::urgency_word;
use crate::web::i18n::{Arg, Lang, t};

/// The clocks, in words.
#[derive(Template)]
#[template(path = "_pace.html")]
pub(super) struct Pace {
    title: String,
    /// What is counted, and what came of it.
    lines: Vec<(String, String)>,
    note: String,
}

impl HtmlSafe for Pace {}

impl Pace {
    /// Above a work list: of a case that would come now.
    pub(super) fn of_list(lang: Lang, overview: &Overview) -> Self {
        let newcomer = |urgency| {
            let word = urgency_word(lang, urgency);
            let label = lang.t1("pace-newcomer", "priority", word);
            (
                label,
                forward(lang, overview, overview.of_newcomer(urgency)),
            )
        };
        let waits = [Urgency::Urgent, Urgency::Normal].map(newcomer);
        Self::new(lang, overview, waits)
    }

    /// On the page of a case that is in the queue.
    pub(super) fn of_case(lang: Lang, overview: &Overview, case: CaseId) -> Option<Self> {
        let wait = overview.of_case(case)?;
        let line = (lang.t("pace-this"), forward(lang, overview, wait));
        Some(Self::new(lang, overview, [line]))
    }

    fn new(
        lang: Lang,
        overview: &Overview,
        waits: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let mut lines = vec![(lang.t("pace-past"), backward(lang, overview))];
        lines.extend(waits);
        Self {
            title: lang.t("pace-title"),
            lines,
            note: lang.t("pace-note"),
        }
    }
}

fn backward(lang: Lang, overview: &Overview) -> String {
    let span = ("span", Arg::Number(i64::from(overview.terms.finished_days)));
    match overview.backward {
        Backward::Within { days, of } => {
            let share = ("share", Arg::Number(i64::from(overview.terms.share)));
            let args = [share, span, ("days", days.into()), ("count", Arg::from(of))];
            t(lang, "pace-within", &args)
        }
        Backward::TooFew { found, least } => {
            let args = [
                span,
                ("found", Arg::from(found)),
                ("least", Arg::from(least)),
            ];
            t(lang, "pace-few", &args)
        }
    }
}

fn forward(lang: Lang, overview: &Overview, wait: Forward) -> String {
    let span = ("span", Arg::Number(i64::from(overview.terms.rate_days)));
    match wait {
        Forward::Days {
            from,
            to,
            ahead,
            finished,
        } => {
            let args = [
                span,
                ("ahead", Arg::from(ahead)),
                ("finished", Arg::from(finished)),
                ("from", from.into()),
                ("to", to.into()),
            ];
            t(lang, "pace-wait", &args)
        }
        Forward::TooFew {
            ahead,
            finished,
            least,
        } => {
            let args = [
                span,
                ("ahead", Arg::from(ahead)),
                ("finished", Arg::from(finished)),
                ("least", Arg::from(least)),
            ];
            t(lang, "pace-wait-unknown", &args)
        }
    }
}
