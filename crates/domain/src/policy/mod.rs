//! What an administration changes without changing the program: the stream's rules as data, in both languages,
//! each item with the days it is in force and its source, or the mark that it is an assumption.
//!
//! The files are in `policy/` at the top of the repository. Everything is asked as of a day.

mod admissibility;
mod checklist;
mod citation;
mod dated;
mod deadline;
mod digest;
mod eligibility;
mod error;
mod fields;
mod first_contact;
mod handover;
mod letter;
mod likeness;
mod list;
mod load;
mod office;
mod relief;
mod route;
mod safety;
mod stream;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_law;
mod text;
mod worklist;

use jiff::civil::Date;

pub use admissibility::{Check, CheckKind, Covers};
pub use checklist::{Applies, ChecklistItem, ReferredBy, Rule};
pub use citation::{Citation, Enactment, NotACitation};
pub use dated::{Origin, Period};
pub use deadline::{Age, AgeId, Deadline, DeadlineId, Unit};
pub use eligibility::{Consideration, Destination, Element, RefugeeClass, STEPS, Scope};
pub use error::{PolicyError, Problem};
pub use first_contact::{FirstContact, Says};
pub use handover::{Incomplete, Party, Practice, ReferralDate, Release};
pub use letter::LetterText;
pub use likeness::Likeness;
pub use list::{List, Named};
pub use office::Office;
pub use relief::Relief;
pub use route::Route;
pub use safety::{Safety, SafetyPoint};
pub use stream::{Allocation, Ceiling, Partner, Refers, Standing, Stream};
pub use text::{Language, Text};
pub use worklist::WorkList;

use dated::{Dated, on};

/// An item that the loader can read.
trait Item: Dated + Sized {
    /// The TOML table its items are in.
    const TABLE: &'static str;

    /// Reads the item's own keys.
    fn read(fields: &mut fields::Fields<'_>) -> Result<Self, PolicyError>;
}

/// The files compiled into the program.
const BUILTIN: [(&str, &str); 19] = [
    (
        "stream.toml",
        include_str!("../../../../policy/stream.toml"),
    ),
    (
        "offices.toml",
        include_str!("../../../../policy/offices.toml"),
    ),
    (
        "checklist.toml",
        include_str!("../../../../policy/checklist.toml"),
    ),
    (
        "eligibility.toml",
        include_str!("../../../../policy/eligibility.toml"),
    ),
    (
        "considerations.toml",
        include_str!("../../../../policy/considerations.toml"),
    ),
    (
        "admissibility.toml",
        include_str!("../../../../policy/admissibility.toml"),
    ),
    (
        "routes.toml",
        include_str!("../../../../policy/routes.toml"),
    ),
    (
        "people.toml",
        include_str!("../../../../policy/people.toml"),
    ),
    (
        "refusal.toml",
        include_str!("../../../../policy/refusal.toml"),
    ),
    (
        "reasons.toml",
        include_str!("../../../../policy/reasons.toml"),
    ),
    (
        "first-contact.toml",
        include_str!("../../../../policy/first-contact.toml"),
    ),
    (
        "interview.toml",
        include_str!("../../../../policy/interview.toml"),
    ),
    (
        "documents.toml",
        include_str!("../../../../policy/documents.toml"),
    ),
    (
        "convictions.toml",
        include_str!("../../../../policy/convictions.toml"),
    ),
    ("terms.toml", include_str!("../../../../policy/terms.toml")),
    (
        "letters.toml",
        include_str!("../../../../policy/letters.toml"),
    ),
    ("cover.toml", include_str!("../../../../policy/cover.toml")),
    (
        "worklist.toml",
        include_str!("../../../../policy/worklist.toml"),
    ),
    (
        "likeness.toml",
        include_str!("../../../../policy/likeness.toml"),
    ),
];

/// Every rule of the stream that is data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    version: String,
    streams: Vec<Stream>,
    partners: Vec<Partner>,
    ceilings: Vec<Ceiling>,
    allocations: Vec<Allocation>,
    offices: Vec<Office>,
    checklist: Vec<ChecklistItem>,
    elements: Vec<Element>,
    considerations: Vec<Consideration>,
    checks: Vec<Check>,
    routes: Vec<Route>,
    named: Vec<Named>,
    safety: Vec<Safety>,
    first_contacts: Vec<FirstContact>,
    reliefs: Vec<Relief>,
    deadlines: Vec<Deadline>,
    ages: Vec<Age>,
    releases: Vec<Release>,
    practices: Vec<Practice>,
    work_lists: Vec<WorkList>,
    likenesses: Vec<Likeness>,
    letter_texts: Vec<LetterText>,
}

/// An item that rests on an assumption, as its administrator is shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assumption<'a> {
    /// The TOML table it is in.
    pub table: &'static str,
    /// What it says.
    pub text: &'a Text,
    /// When it is in force.
    pub period: Period,
}

impl Policy {
    /// Reads policy from files given as name and text.
    ///
    /// # Errors
    /// The first thing that is not right, with the file and the item named.
    pub fn load(files: &[(&str, &str)]) -> Result<Self, PolicyError> {
        load::load(files)
    }

    /// The policy compiled into the program.
    ///
    /// # Errors
    /// As [`Policy::load`]; a test holds that it never happens.
    pub fn builtin() -> Result<Self, PolicyError> {
        load::load(&BUILTIN)
    }

    /// What every decision records: the human label, `+`, and 16 hexadecimal digits over all files.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The stream under the rules of that day; none before it began.
    #[must_use]
    pub fn stream(&self, day: Date) -> Option<&Stream> {
        on(&self.streams, day).into_iter().next()
    }

    /// The referral partners.
    #[must_use]
    pub fn partners(&self, day: Date) -> Vec<&Partner> {
        on(&self.partners, day)
    }

    /// The partner of that code.
    #[must_use]
    pub fn partner(&self, code: &str, day: Date) -> Option<&Partner> {
        let mut partners = on(&self.partners, day).into_iter();
        partners.find(|partner| partner.code == code)
    }

    /// How many persons the partner may refer in that calendar year; none where no figure is set.
    #[must_use]
    pub fn allocation(&self, partner: &str, year: i16) -> Option<&Allocation> {
        let mut allocations = on(&self.allocations, first_day(year)?).into_iter();
        allocations.find(|allocation| allocation.partner == partner)
    }

    /// How many persons the stream may bring in that calendar year; none before it began.
    #[must_use]
    pub fn ceiling(&self, year: i16) -> Option<&Ceiling> {
        on(&self.ceilings, first_day(year)?).into_iter().next()
    }

    /// The migration offices.
    #[must_use]
    pub fn offices(&self, day: Date) -> Vec<&Office> {
        on(&self.offices, day)
    }

    /// The office of that code.
    #[must_use]
    pub fn office(&self, code: &str, day: Date) -> Option<&Office> {
        let mut offices = on(&self.offices, day).into_iter();
        offices.find(|office| office.code == code)
    }

    /// The office that serves a country of asylum, given as a two-letter code: the one that names it, or the fallback.
    #[must_use]
    pub fn office_for(&self, country: &str, day: Date) -> Option<&Office> {
        let offices = on(&self.offices, day);
        let names = |office: &&Office| office.countries.iter().any(|code| code == country);
        let named = offices.iter().find(|office| names(office));
        let rest = || offices.iter().find(|office| office.fallback);
        named.or_else(rest).copied()
    }

    /// What a complete referral holds.
    #[must_use]
    pub fn checklist(&self, day: Date) -> Vec<&ChecklistItem> {
        on(&self.checklist, day)
    }

    /// The elements of eligibility.
    #[must_use]
    pub fn elements(&self, day: Date) -> Vec<&Element> {
        on(&self.elements, day)
    }

    /// The element of that id.
    #[must_use]
    pub fn element(&self, id: &str, day: Date) -> Option<&Element> {
        let mut elements = on(&self.elements, day).into_iter();
        elements.find(|element| element.id == id)
    }

    /// What is to be kept in mind at an element, a check or a step (see [`STEPS`]).
    #[must_use]
    pub fn considerations_for(&self, id: &str, day: Date) -> Vec<&Consideration> {
        let mut found = on(&self.considerations, day);
        found.retain(|consideration| consideration.bears.iter().any(|bears| bears == id));
        found
    }

    /// The checks of admissibility: tasks, exemptions and guards.
    #[must_use]
    pub fn checks(&self, day: Date) -> Vec<&Check> {
        on(&self.checks, day)
    }

    /// The check of that id.
    #[must_use]
    pub fn check(&self, id: &str, day: Date) -> Option<&Check> {
        let mut checks = on(&self.checks, day).into_iter();
        checks.find(|check| check.id == id)
    }

    /// Whom an officer consults about the status of a person that this partner referred.
    #[must_use]
    pub fn route(&self, partner: &str, day: Date) -> Option<&Route> {
        let mut routes = on(&self.routes, day).into_iter();
        routes.find(|route| route.partner == partner)
    }

    /// The lines of a list, in the order of the file.
    #[must_use]
    pub fn list(&self, list: List, day: Date) -> Vec<&Named> {
        let mut found = on(&self.named, day);
        found.retain(|named| named.list == list);
        found
    }

    /// One line of a list.
    #[must_use]
    pub fn named(&self, list: List, id: &str, day: Date) -> Option<&Named> {
        let mut found = on(&self.named, day).into_iter();
        found.find(|named| named.list == list && named.id == id)
    }

    /// What is considered for the safety of whoever is heard, in the order of the file.
    #[must_use]
    pub fn safety(&self, day: Date) -> Vec<&Safety> {
        on(&self.safety, day)
    }

    /// What a partner says to whoever turns to it for the first time, in the order of the file.
    #[must_use]
    pub fn first_contact(&self, partner: &str, day: Date) -> Vec<&FirstContact> {
        let mut all = on(&self.first_contacts, day);
        all.retain(|says| says.partner == partner);
        all
    }

    /// What may still be considered for a person on whom a ground of inadmissibility stands.
    #[must_use]
    pub fn reliefs(&self, day: Date) -> Vec<&Relief> {
        on(&self.reliefs, day)
    }

    /// The relief of that id.
    #[must_use]
    pub fn relief(&self, id: &str, day: Date) -> Option<&Relief> {
        let mut reliefs = on(&self.reliefs, day).into_iter();
        reliefs.find(|relief| relief.id == id)
    }

    /// A deadline or keeping time.
    #[must_use]
    pub fn deadline(&self, id: DeadlineId, day: Date) -> Option<&Deadline> {
        let mut deadlines = on(&self.deadlines, day).into_iter();
        deadlines.find(|deadline| deadline.id == id)
    }

    /// An age the law names.
    #[must_use]
    pub fn age(&self, id: AgeId, day: Date) -> Option<&Age> {
        on(&self.ages, day).into_iter().find(|age| age.id == id)
    }

    /// What the sender keeps after a hand-over between these two.
    #[must_use]
    pub fn release(&self, sender: Party, receiver: Party, day: Date) -> Option<&Release> {
        let mut releases = on(&self.releases, day).into_iter();
        releases.find(|release| release.sender == sender && release.receiver == receiver)
    }

    /// What the program does where the sources are silent.
    #[must_use]
    pub fn practice(&self, day: Date) -> Option<&Practice> {
        on(&self.practices, day).into_iter().next()
    }

    /// What the work list counts with.
    #[must_use]
    pub fn work_list(&self, day: Date) -> Option<&WorkList> {
        on(&self.work_lists, day).into_iter().next()
    }

    /// When two records may be about the same person.
    #[must_use]
    pub fn likeness(&self, day: Date) -> Option<&Likeness> {
        on(&self.likenesses, day).into_iter().next()
    }

    /// The words of letters, in the order of the file.
    #[must_use]
    pub fn letter_texts(&self, day: Date) -> Vec<&LetterText> {
        on(&self.letter_texts, day)
    }

    /// The words of that id.
    #[must_use]
    pub fn letter_text(&self, id: &str, day: Date) -> Option<&LetterText> {
        let mut texts = on(&self.letter_texts, day).into_iter();
        texts.find(|text| text.id == id)
    }

    /// Every item that rests on an assumption, whenever it is in force.
    #[must_use]
    pub fn assumptions(&self) -> Vec<Assumption<'_>> {
        let mut found = Vec::new();
        self.visit(&mut |table, item| {
            if item.origin().is_assumed() {
                found.push(Assumption {
                    table,
                    text: item.text(),
                    period: item.period(),
                });
            }
        });
        found
    }

    /// Every provision cited anywhere, once each, in order.
    #[must_use]
    pub fn citations(&self) -> Vec<Citation> {
        let mut found = std::collections::BTreeSet::new();
        self.visit(&mut |_, item| {
            found.extend(item.citations().into_iter().cloned());
            if let Origin::Source(source) = item.origin()
                && let Some(law) = source.strip_prefix("law:")
            {
                found.extend(law.split(',').filter_map(|one| one.trim().parse().ok()));
            }
        });
        found.into_iter().collect()
    }

    fn visit<'a>(&'a self, look: &mut dyn FnMut(&'static str, &'a dyn Dated)) {
        each(&self.streams, look);
        each(&self.partners, look);
        each(&self.ceilings, look);
        each(&self.allocations, look);
        each(&self.offices, look);
        each(&self.checklist, look);
        each(&self.elements, look);
        each(&self.considerations, look);
        each(&self.checks, look);
        each(&self.routes, look);
        each(&self.named, look);
        each(&self.safety, look);
        each(&self.first_contacts, look);
        each(&self.reliefs, look);
        each(&self.deadlines, look);
        each(&self.ages, look);
        each(&self.releases, look);
        each(&self.practices, look);
        each(&self.work_lists, look);
        each(&self.likenesses, look);
        each(&self.letter_texts, look);
    }
}

fn each<'a, T: Item>(items: &'a [T], look: &mut dyn FnMut(&'static str, &'a dyn Dated)) {
    for item in items {
        look(T::TABLE, item);
    }
}

fn first_day(year: i16) -> Option<Date> {
    Date::new(year, 1, 1).ok()
}
