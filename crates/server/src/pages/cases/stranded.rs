//! Cases on which nobody works, above the work list of every officer of the office.

use std::collections::HashMap;

use safeconduct_casework::overview::Overview;
use safeconduct_domain::act::Kind;
use safeconduct_domain::card::Card;
use safeconduct_domain::id::UserId;
use safeconduct_domain::stranded::Stranded;

use crate::pages::casefile::{act_address, urgency_tag};
use crate::web::i18n::{Arg, Lang, t};
use crate::web::parts::{Link, Tag};

/// As many are shown; the others are a filter away.
const SHOWN: usize = 5;

/// What nobody works on.
pub(super) struct Nobody {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
    pub(super) all: Option<Link>,
}

/// One case.
pub(super) struct Line {
    pub(super) case: Link,
    pub(super) tag: Option<Tag>,
    pub(super) why: String,
    pub(super) reassign: Link,
}

impl Nobody {
    /// None where somebody works on everything.
    pub(super) fn of(
        lang: Lang,
        names: &HashMap<UserId, String>,
        overview: &Overview,
    ) -> Option<Self> {
        let found = &overview.stranded;
        if found.is_empty() {
            return None;
        }
        let shown = found.iter().take(SHOWN);
        let lines = shown.map(|(item, why)| {
            let base = format!("/cases/{}", item.id);
            let reassign = act_address(&base, Kind::Reassign, &[]);
            Line {
                case: Link::new(item.card.reference.clone(), base),
                tag: urgency_tag(lang, item.card.urgency),
                why: self::why(lang, names, &item.card, *why),
                reassign: Link::new(lang.t("act-reassign"), reassign),
            }
        });
        let all = || {
            Link::new(
                lang.t1("nobody-all", "count", found.len()),
                "/cases?stranded=yes",
            )
        };
        Some(Self {
            title: lang.t("nobody-title"),
            lines: lines.collect(),
            all: (found.len() > SHOWN).then(all),
        })
    }
}

/// Why nobody works on a case.
pub(in crate::pages) fn why(
    lang: Lang,
    names: &HashMap<UserId, String>,
    card: &Card,
    why: Stranded,
) -> String {
    let name = card.owner.and_then(|user| names.get(&user).cloned());
    let name = ("name", Arg::Text(name.unwrap_or_default()));
    match why {
        Stranded::NoOfficer => lang.t("nobody-no-officer"),
        Stranded::Left => t(lang, "nobody-left", &[name]),
        Stranded::SwitchedOff => t(lang, "nobody-switched-off", &[name]),
        Stranded::Away { days } => t(lang, "nobody-away", &[name, ("days", days.into())]),
    }
}
