//! Two clocks: how long cases took here, and how long one may wait. Each says what was counted, or why it says nothing.

use askama::Template;
use askama::filters::HtmlSafe;
use safeconduct_casework::overview::Overview;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::pace::{Backward, Forward};
use safeconduct_domain::policy::WorkList;

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
                forward(lang, &overview.terms, overview.of_newcomer(urgency)),
            )
        };
        let waits = [Urgency::Urgent, Urgency::Normal].map(newcomer);
        Self::new(lang, overview, waits)
    }

    /// On the page of a case that is in the queue.
    pub(super) fn of_case(lang: Lang, overview: &Overview, case: CaseId) -> Option<Self> {
        let wait = overview.of_case(case)?;
        let line = (lang.t("pace-this"), forward(lang, &overview.terms, wait));
        Some(Self::new(lang, overview, [line]))
    }

    fn new(
        lang: Lang,
        overview: &Overview,
        waits: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let mut lines = vec![(
            lang.t("pace-past"),
            backward(lang, &overview.terms, overview.backward),
        )];
        lines.extend(waits);
        Self {
            title: lang.t("pace-title"),
            lines,
            note: lang.t("pace-note"),
        }
    }
}

fn backward(lang: Lang, terms: &WorkList, past: Backward) -> String {
    let span = ("span", Arg::Number(i64::from(terms.finished_days)));
    match past {
        Backward::Within { days, of } => {
            let share = ("share", Arg::Number(i64::from(terms.share)));
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

fn forward(lang: Lang, terms: &WorkList, wait: Forward) -> String {
    let span = ("span", Arg::Number(i64::from(terms.rate_days)));
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

#[cfg(test)]
mod tests {
    use super::*;
    use safeconduct_domain::policy::Policy;

    fn plain(text: &str) -> String {
        text.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn every_answer_says_what_was_counted_in_both_languages() {
        let policy = Policy::builtin().unwrap();
        let today = jiff::civil::date(2026, 11, 22);
        let terms = policy.work_list(today).unwrap();
        let (mut past, mut waits) = (Vec::new(), Vec::new());
        for lang in [Lang::En, Lang::Fr] {
            for days in [1, 212] {
                let of = 14;
                past.push(backward(lang, terms, Backward::Within { days, of }));
            }
            let (found, least) = (3, 10);
            past.push(backward(lang, terms, Backward::TooFew { found, least }));
            for ahead in [0, 1, 7] {
                let (from, to, finished, least) = (31, 77, 9, 3);
                waits.push(forward(
                    lang,
                    terms,
                    Forward::Days {
                        from,
                        to,
                        ahead,
                        finished,
                    },
                ));
                waits.push(forward(
                    lang,
                    terms,
                    Forward::TooFew {
                        ahead,
                        finished: 2,
                        least,
                    },
                ));
            }
        }
        for text in past.iter().chain(&waits) {
            assert!(!text.contains('⟦') && !text.contains('{'), "{text}");
        }
        let said = |texts: &[String], what: &str| {
            assert!(texts.iter().any(|t| plain(t).contains(what)), "{what}");
        };
        said(
            &past,
            "80% of the cases decided here in the last 365 days took 212 days or less (n = 14)",
        );
        said(
            &past,
            "80\u{a0}% des dossiers décidés ici au cours des 365 derniers jours l’ont été en 212 jours ou moins (n = 14)",
        );
        said(&waits, "7 cases are ahead");
        said(&waits, "31 to 77 days");
        said(&waits, "dans 31 à 77 jours");
        said(&waits, "It cannot be said. 1 case is ahead");
    }
}
