//! What of the work list is asked for: a tab, filters, an order, a page; and a search, which no address ever carries.

use safeconduct_casework::list::{self, Sort};
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::UserId;
use safeconduct_domain::waiting::WaitsOn;

use crate::web::i18n::Lang;

/// The longest text that is searched for, in characters.
const SEARCH: usize = 100;

/// What is asked for. Anything unknown is as if it were not said.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) class: Option<Class>,
    pub(super) stage: Option<Stage>,
    pub(super) urgency: Option<Urgency>,
    pub(super) waits: Option<WaitsOn>,
    pub(super) stranded: bool,
    pub(super) mine: bool,
    pub(super) sort: Option<Sort>,
    pub(super) page: usize,
    pub(super) search: String,
}

impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wanted(…)")
    }
}

const CLASSES: [(&str, Class); 4] = [
    ("referral", Class::Referral),
    ("intake", Class::Intake),
    ("assessment", Class::Assessment),
    ("decision", Class::Decision),
];

/// The orders, with their names and their words.
const SORTS: [(&str, Sort, &str); 7] = [
    ("urgency", Sort::Urgency, "cases-sort-urgency"),
    ("due", Sort::Due, "cases-sort-due"),
    ("age", Sort::Age, "cases-sort-age"),
    ("waits", Sort::Waits, "cases-sort-waits"),
    ("changed", Sort::Changed, "cases-sort-changed"),
    ("stage", Sort::Stage, "cases-sort-stage"),
    ("reference", Sort::Reference, "cases-sort-reference"),
];

const URGENCIES: [(&str, Urgency); 3] = [
    ("emergency", Urgency::Emergency),
    ("urgent", Urgency::Urgent),
    ("normal", Urgency::Normal),
];

impl Wanted {
    pub(super) fn read<'p>(pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Self {
        let mut wanted = Self {
            page: 1,
            ..Self::default()
        };
        for (name, value) in pairs {
            match name {
                "class" => wanted.class = known(&CLASSES, value),
                "stage" => wanted.stage = Stage::ALL.into_iter().find(|s| s.code() == value),
                "urgency" => wanted.urgency = known(&URGENCIES, value),
                "waits" => wanted.waits = WaitsOn::ALL.into_iter().find(|w| w.code() == value),
                "stranded" => wanted.stranded = value == "yes",
                "mine" => wanted.mine = value == "yes",
                "sort" => {
                    wanted.sort = SORTS.iter().find(|(n, ..)| *n == value).map(|(_, s, _)| *s);
                }
                "page" => wanted.page = value.parse().unwrap_or(1).clamp(1, 10_000),
                "search" => wanted.search = value.trim().chars().take(SEARCH).collect(),
                _ => {}
            }
        }
        wanted
    }

    pub(super) fn searches(&self) -> bool {
        !self.search.is_empty()
    }

    fn filters(&self) -> bool {
        let chosen = self.stage.is_some() || self.urgency.is_some() || self.waits.is_some();
        chosen || self.stranded || self.mine || self.sort.is_some()
    }

    /// The same as the use case takes it.
    pub(super) fn of(&self, me: UserId, sort: Sort) -> list::Wanted {
        list::Wanted {
            class: self.class,
            stage: self.stage,
            urgency: self.urgency,
            waits: self.waits,
            stranded: self.stranded,
            owner: self.mine.then_some(me),
            search: self.search.clone(),
            sort,
            page: self.page,
        }
    }

    /// Tab, filters and order by name, without page and search.
    pub(super) fn parts(&self) -> Vec<(&'static str, String)> {
        let mut parts = Vec::new();
        let class = CLASSES.iter().find(|(_, c)| Some(*c) == self.class);
        parts.extend(class.map(|(name, _)| ("class", (*name).to_owned())));
        parts.extend(self.stage.map(|stage| ("stage", stage.code().to_owned())));
        let urgency = URGENCIES.iter().find(|(_, u)| Some(*u) == self.urgency);
        parts.extend(urgency.map(|(name, _)| ("urgency", (*name).to_owned())));
        parts.extend(self.waits.map(|waits| ("waits", waits.code().to_owned())));
        parts.extend(self.stranded.then(|| ("stranded", "yes".to_owned())));
        parts.extend(self.mine.then(|| ("mine", "yes".to_owned())));
        let sort = SORTS.iter().find(|(_, s, _)| Some(*s) == self.sort);
        parts.extend(sort.map(|(name, ..)| ("sort", (*name).to_owned())));
        parts
    }

    /// What the pages of a search carry in their bodies.
    pub(super) fn hidden(&self) -> Vec<(&'static str, String)> {
        let mut parts = self.parts();
        parts.push(("search", self.search.clone()));
        parts
    }

    /// The address of a tab: the same filters on another part of the way.
    pub(super) fn tab(&self, class: Option<Class>) -> String {
        let tab = Self {
            class,
            stage: None,
            ..self.clone()
        };
        address(&tab.parts())
    }

    /// The address of a page up to its number.
    pub(super) fn pages(&self) -> String {
        let parts = self.parts();
        let joint = if parts.is_empty() { '?' } else { '&' };
        format!("{}{joint}page=", address(&parts))
    }
}

fn known<T: Copy>(all: &[(&str, T)], value: &str) -> Option<T> {
    all.iter()
        .find(|(name, _)| *name == value)
        .map(|(_, known)| *known)
}

fn address(parts: &[(&str, String)]) -> String {
    let query: Vec<_> = parts
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    if query.is_empty() {
        "/cases".to_owned()
    } else {
        format!("/cases?{}", query.join("&"))
    }
}

/// The form that filters and the one that searches.
pub(super) struct Filter {
    pub(super) class: String,
    pub(super) stages: Vec<Choice>,
    pub(super) urgencies: Vec<Choice>,
    pub(super) waits: Vec<Choice>,
    pub(super) sorts: Vec<Choice>,
    /// Whether only what nobody works on is asked for; none where that cannot be told.
    pub(super) stranded: Option<bool>,
    pub(super) mine: bool,
    /// Whether the filters are shown open.
    pub(super) open: bool,
    pub(super) search: String,
    /// Filters that a search keeps.
    pub(super) kept: Vec<(&'static str, String)>,
}

/// One choice of a list.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

impl Filter {
    pub(super) fn new(lang: Lang, purpose: Purpose, wanted: &Wanted) -> Self {
        let choice = |value: &str, label: String, chosen: bool| Choice {
            value: value.to_owned(),
            label,
            chosen,
        };
        let stages = stages(purpose).iter().map(|stage| {
            let label = lang.t(&format!("stage-{}", stage.code()));
            choice(stage.code(), label, wanted.stage == Some(*stage))
        });
        let urgencies = URGENCIES.iter().map(|(name, urgency)| {
            let label = lang.t(&format!("urgency-{name}"));
            choice(name, label, wanted.urgency == Some(*urgency))
        });
        let waits = movers(purpose).iter().map(|on| {
            let label = lang.t(&format!("waits-{}", on.code()));
            choice(on.code(), label, wanted.waits == Some(*on))
        });
        let sorts = SORTS
            .iter()
            .map(|(name, sort, key)| choice(name, lang.t(key), wanted.sort == Some(*sort)));
        let class = CLASSES.iter().find(|(_, c)| Some(*c) == wanted.class);
        Self {
            class: class
                .map(|(name, _)| (*name).to_owned())
                .unwrap_or_default(),
            stages: stages.collect(),
            urgencies: urgencies.collect(),
            waits: waits.collect(),
            sorts: sorts.collect(),
            stranded: (purpose == Purpose::Office).then_some(wanted.stranded),
            mine: wanted.mine,
            open: wanted.filters(),
            search: wanted.search.clone(),
            kept: wanted.parts(),
        }
    }
}

/// Who can have a move in the cases a group sees.
fn movers(purpose: Purpose) -> &'static [WaitsOn] {
    use WaitsOn as W;
    match purpose {
        Purpose::Partner => &[W::Partner, W::Supervisor, W::Centre, W::Office],
        Purpose::Intake => &[W::Partner, W::Centre, W::Office],
        _ => &[
            W::DesignatedOfficer,
            W::Officer,
            W::Applicant,
            W::Consulted,
            W::SecurityPartner,
            W::Result,
            W::Office,
        ],
    }
}

/// The stages a group can see a case in.
fn stages(purpose: Purpose) -> &'static [Stage] {
    use Stage as S;
    match purpose {
        Purpose::Partner => &S::ALL,
        Purpose::Intake => &[
            S::Submitted,
            S::Held,
            S::FileCreated,
            S::InTransfer,
            S::Assessment,
            S::Decided,
            S::Withdrawn,
        ],
        _ => &[S::InTransfer, S::Assessment, S::Decided, S::Withdrawn],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Wanted {
        Wanted::read(query.split('&').filter_map(|part| part.split_once('=')))
    }

    #[test]
    fn an_address_says_what_is_wanted_and_never_what_is_searched() {
        let wanted =
            read("class=intake&stage=held&urgency=urgent&waits=partner&mine=yes&sort=due&page=3");
        let rest = "class=intake&stage=held&urgency=urgent&waits=partner&mine=yes&sort=due";
        assert_eq!(wanted.pages(), format!("/cases?{rest}&page="));
        assert_eq!(
            read(rest),
            Wanted {
                page: 1,
                ..wanted.clone()
            }
        );
        assert_eq!(
            wanted.tab(None),
            "/cases?urgency=urgent&waits=partner&mine=yes&sort=due"
        );
        let searching = Wanted {
            search: "Tesfay".into(),
            ..wanted
        };
        assert!(searching.searches());
        for address in [searching.pages(), searching.tab(None)] {
            assert!(!address.contains("Tesfay"));
        }
        assert!(
            searching
                .hidden()
                .contains(&("search", "Tesfay".to_owned()))
        );
        assert_eq!(format!("{searching:?}"), "Wanted(…)");
    }

    #[test]
    fn what_is_not_known_is_not_asked() {
        let nothing = Wanted {
            page: 1,
            ..Wanted::default()
        };
        for odd in [
            "",
            "class=access",
            "stage=none",
            "urgency=1",
            "waits=nobody",
            "stranded=no",
            "mine=no",
            "sort=x",
            "page=0",
            "page=-1",
            "x=y",
        ] {
            assert_eq!(read(odd), nothing, "{odd}");
        }
        assert_eq!(read("page=99999999999999999999999").page, 1);
        assert_eq!(read("page=999999").page, 10_000);
    }
}
