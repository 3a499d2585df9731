//! A conviction or a charge of a person, and the worksheet on it: where the knowledge comes from, what Canadian law has in
//! its place, element by element, what the partner knows of it, and what follows.
//!
//! Convictions are a common way to punish human-rights work. What no worksheet has reasoned out is held against nobody.

use crate::admissibility::{Check, Outcome as Standing};
use crate::case::Case;
use crate::date::PartialDate;
use crate::decide::Context;
use crate::event::Event;
use crate::id::{DocumentId, ItemId, PersonId};
use crate::policy::List;
use crate::private::private;
use crate::refused::{Refused, reasoned, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The check of serious criminality (A36(1)).
pub const SERIOUS: &str = "serious-criminality";
/// The check of criminality (A36(2)).
pub const CRIMINALITY: &str = "criminality";
/// The country whose own convictions need no equivalent.
const CANADA: &str = "CA";

/// What there is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// A court has convicted.
    Conviction,
    /// Somebody is charged; no court has convicted.
    Charge,
}

/// Who says so.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The person.
    Applicant,
    /// The partner that referred.
    Partner,
    /// A document on the case.
    Document,
    /// The result of a check.
    CheckResult,
    /// What anybody can read: reports, courts, the press.
    Public,
    /// The authorities of that country, or what comes from them.
    Authority,
}

impl Source {
    /// Whether it can know of a conviction otherwise than from the authorities that made it.
    const fn independent(self) -> bool {
        matches!(self, Self::Applicant | Self::Partner | Self::Public)
    }
}

/// What is known of a conviction or a charge.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Facts {
    /// Whose.
    pub person: PersonId,
    /// Conviction or charge.
    pub nature: Nature,
    /// In which country, ISO 3166 alpha-2.
    pub country: String,
    /// When.
    pub on: PartialDate,
    /// Who says so.
    pub sources: Vec<Source>,
    /// Where exactly it stands: an answer, a page, a report.
    pub known_from: String,
    /// Nothing but the word of the authorities of an adverse country is there for it.
    #[serde(default)]
    pub adverse_word_only: bool,
    /// The person was not there.
    #[serde(default)]
    pub in_absentia: bool,
    /// The offence, as the law of that country names it.
    pub offence: String,
    /// What it was about: what the person had done, and what happened at the time.
    pub context: String,
    /// The sentence, and whether it was served.
    #[serde(default)]
    pub sentence: Option<String>,
    /// When the sentence was completed.
    #[serde(default)]
    pub completed_on: Option<Date>,
}

/// Whether an essential element has its like in Canadian law.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// It has.
    Matched,
    /// It has not.
    Unmatched,
}

/// One essential element of the foreign offence beside Canadian law.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Comparison {
    /// The essential element of the foreign offence.
    pub element: String,
    /// The Canadian provision it corresponds to, in words; or which were looked at.
    pub corresponds: String,
    /// Whether it has its like there.
    pub likeness: Likeness,
    /// Why.
    pub reasons: String,
    /// The comparison it takes the place of.
    #[serde(default)]
    pub replaces: Option<ItemId>,
}

/// A comparison as recorded.
#[derive(Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub id: ItemId,
    /// As recorded.
    pub comparison: Comparison,
}

/// What the partner was asked about it, by which way, and what it answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Asked {
    /// On which day.
    pub on: Date,
    /// By which way: a code of the policy.
    pub way: String,
    /// What was asked.
    pub asked: String,
    /// What the partner knows; nothing before it has answered.
    #[serde(default)]
    pub answer: Option<String>,
}

/// How the offence would be prosecuted in Canada.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prosecution {
    /// Summarily only.
    Summary,
    /// By way of indictment only.
    Indictment,
    /// Either way, which counts as indictable (A36(3)(a)).
    Hybrid,
}

/// What follows from a worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Canadian law has no such offence.
    NoEquivalent,
    /// It has one, and this conviction is illegitimate or persecutes.
    Illegitimate,
    /// Inadmissible on grounds of serious criminality (A36(1)).
    SeriousCriminality,
    /// Inadmissible on grounds of criminality (A36(2)).
    Criminality,
    /// The law leaves it out: acquittal, record suspension, rehabilitation, youth (A36(3)(b), (c), (e)).
    Excluded,
    /// The facts are not established (A33).
    NotEstablished,
}

impl Outcome {
    /// The check it stands against the person under, if it does.
    #[must_use]
    pub const fn check(self) -> Option<&'static str> {
        match self {
            Self::SeriousCriminality => Some(SERIOUS),
            Self::Criminality => Some(CRIMINALITY),
            _ => None,
        }
    }
}

/// The end of a worksheet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Conclusion {
    /// What follows.
    pub outcome: Outcome,
    /// How the Canadian offence is prosecuted, where there is one.
    #[serde(default)]
    pub prosecution: Option<Prosecution>,
    /// It is punishable in Canada by a maximum term of imprisonment of at least 10 years.
    #[serde(default)]
    pub ten_years: bool,
    /// The other conviction of the person, not arising out of the same occurrence, that makes two (A36(2)(b)).
    #[serde(default)]
    pub second: Option<ItemId>,
    /// Signs of illegitimacy that were found: codes of the policy, never scored.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Documents it rests on.
    #[serde(default)]
    pub evidence: Vec<DocumentId>,
    /// Why the word of the authorities of an adverse country is believed, where there is no other.
    #[serde(default)]
    pub word_weighed: Option<String>,
    /// The reasoning.
    pub reasons: String,
}

/// A worksheet with all that was done on it.
#[derive(Clone, PartialEq, Eq)]
pub struct Conviction {
    /// Its name.
    pub id: ItemId,
    /// What is known.
    pub facts: Facts,
    /// Element by element.
    pub compared: Vec<Compared>,
    /// What the partner was asked, in order.
    pub asked: Vec<Asked>,
    /// What follows; nothing while it is open.
    pub conclusion: Option<Conclusion>,
    /// Why it was opened again, each time.
    pub reopened: Vec<String>,
}

private!(Facts, Comparison, Compared, Asked, Conclusion, Conviction);

impl Conviction {
    /// A worksheet on which nothing but the facts stands.
    #[must_use]
    pub const fn new(id: ItemId, facts: Facts) -> Self {
        Self {
            id,
            facts,
            compared: Vec::new(),
            asked: Vec::new(),
            conclusion: None,
            reopened: Vec::new(),
        }
    }

    /// Whether it still waits for a conclusion.
    #[must_use]
    pub const fn open(&self) -> bool {
        self.conclusion.is_none()
    }

    /// The check its conclusion stands against the person under, if it does.
    #[must_use]
    pub fn stands_under(&self) -> Option<&'static str> {
        self.conclusion.as_ref()?.outcome.check()
    }

    /// Whether every essential element that was compared has its like in Canadian law.
    #[must_use]
    pub fn equivalent(&self) -> bool {
        let matched = |c: &Compared| c.comparison.likeness == Likeness::Matched;
        !self.compared.is_empty() && self.compared.iter().all(matched)
    }

    /// Whether the offence was committed in Canada.
    fn at_home(&self) -> bool {
        self.facts.country.eq_ignore_ascii_case(CANADA)
    }

    /// The provision an outcome rests on, by where the offence was committed and whether a court has convicted.
    #[must_use]
    pub fn provision(&self, outcome: Outcome) -> &'static str {
        let home = self.at_home();
        let convicted = self.facts.nature == Nature::Conviction;
        match outcome {
            Outcome::SeriousCriminality if home => "A36(1)(a)",
            Outcome::SeriousCriminality if convicted => "A36(1)(b)",
            Outcome::SeriousCriminality => "A36(1)(c)",
            Outcome::Criminality if home => "A36(2)(a)",
            Outcome::Criminality if convicted => "A36(2)(b)",
            Outcome::Criminality => "A36(2)(c)",
            Outcome::Excluded => "A36(3)",
            Outcome::NotEstablished => "A33",
            Outcome::NoEquivalent | Outcome::Illegitimate if home => "A36(2)(a)",
            Outcome::NoEquivalent | Outcome::Illegitimate if convicted => "A36(2)(b)",
            Outcome::NoEquivalent | Outcome::Illegitimate => "A36(2)(c)",
        }
    }

    pub(crate) fn compare(&mut self, id: ItemId, comparison: Comparison) {
        let replaced = comparison.replaces;
        let place = self.compared.iter().position(|c| Some(c.id) == replaced);
        let compared = Compared { id, comparison };
        match place.and_then(|at| self.compared.get_mut(at)) {
            Some(earlier) => *earlier = compared,
            None => self.compared.push(compared),
        }
    }
}

/// Whether the country is one whose authorities the defender is in danger from.
#[must_use]
pub fn adverse(case: &Case, country: &str) -> bool {
    let same = |c: &String| c.eq_ignore_ascii_case(country);
    (case.referral.work.iter()).any(|w| w.adverse_countries.iter().any(same))
}

/// The worksheets on a person.
pub fn of_person(case: &Case, person: PersonId) -> impl Iterator<Item = &Conviction> + Clone {
    (case.convictions.iter()).filter(move |c| c.facts.person == person)
}

pub(crate) fn open(ctx: &Context<'_>, case: &Case, act: Facts) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    for text in [&act.offence, &act.context, &act.known_from] {
        worded(text)?;
    }
    require(!act.sources.is_empty(), || Refused::by("source-needed"))?;
    let future = act.on.bounds().0 > ctx.today || act.completed_on.is_some_and(|d| d > ctx.today);
    require(!future, || Refused::by("date-in-the-future"))?;
    let alone = adverse(case, &act.country) && !act.sources.iter().any(|s| s.independent());
    require(!alone || act.adverse_word_only, || {
        Refused::by("adverse-word-unsaid").with("country", act.country.clone())
    })?;
    Ok(vec![Event::ConvictionOpened {
        id: ItemId::from_bytes(ctx.fresh),
        facts: act,
    }])
}

pub(crate) fn compare(
    ctx: &Context<'_>,
    case: &Case,
    conviction: ItemId,
    comparison: Comparison,
) -> Result<Vec<Event>, Refused> {
    let found = still_open(case, conviction)?;
    for text in [&comparison.element, &comparison.corresponds] {
        worded(text)?;
    }
    reasoned(&comparison.reasons)?;
    let known = |id: ItemId| found.compared.iter().any(|c| c.id == id);
    require(comparison.replaces.is_none_or(known), || {
        Refused::by("no-such-comparison")
    })?;
    Ok(vec![Event::EquivalenceRecorded {
        id: ItemId::from_bytes(ctx.fresh),
        conviction,
        comparison,
    }])
}

/// The partner is asked by a way the policy calls safe, and nobody else: an authority that persecutes is on no list.
pub(crate) fn ask(
    ctx: &Context<'_>,
    case: &Case,
    conviction: ItemId,
    asked: Asked,
) -> Result<Vec<Event>, Refused> {
    still_open(case, conviction)?;
    let way = ctx
        .policy
        .named(List::ContextChannel, &asked.way, ctx.today);
    require(way.is_some(), || Refused::by("no-such-channel"))?;
    worded(&asked.asked)?;
    require(asked.on <= ctx.today, || Refused::by("date-in-the-future"))?;
    Ok(vec![Event::ContextRecorded { conviction, asked }])
}

pub(crate) fn reopen(
    case: &Case,
    conviction: ItemId,
    reason: String,
) -> Result<Vec<Event>, Refused> {
    let found = known(case, conviction)?;
    require(!found.open(), || Refused::by("conviction-open"))?;
    reasoned(&reason)?;
    Ok(vec![Event::ConvictionReopened { conviction, reason }])
}

pub(crate) fn conclude(
    ctx: &Context<'_>,
    case: &Case,
    conviction: ItemId,
    conclusion: Conclusion,
) -> Result<Vec<Event>, Refused> {
    let found = still_open(case, conviction)?;
    reasoned(&conclusion.reasons)?;
    let sign = |id: &String| {
        let list = List::ConvictionIndicator;
        ctx.policy.named(list, id, ctx.today).is_some()
    };
    require(conclusion.signs.iter().all(sign), || {
        Refused::by("no-such-sign")
    })?;
    let in_hand = |d: &DocumentId| case.referral.in_hand().any(|have| have.id == *d);
    require(conclusion.evidence.iter().all(in_hand), || {
        Refused::by("no-such-document")
    })?;
    let cited = found.provision(conclusion.outcome);
    if conclusion.outcome == Outcome::NoEquivalent {
        let missing = !found.compared.is_empty() && !found.equivalent();
        require(missing, || {
            Refused::by("no-element-unmatched").citing(cited)
        })?;
    }
    if conclusion.outcome == Outcome::Illegitimate {
        compared_through(found, cited)?;
    }
    if conclusion.outcome.check().is_some() {
        may_stand(case, found, &conclusion)?;
    }
    agrees_with_checks(case, found, conclusion.outcome)?;
    Ok(vec![Event::ConvictionConcluded {
        conviction,
        conclusion,
    }])
}

/// A conclusion against the person: the partner was asked, every element has its like, and the gravity is what the
/// paragraph names.
fn may_stand(case: &Case, found: &Conviction, conclusion: &Conclusion) -> Result<(), Refused> {
    let cited = found.provision(conclusion.outcome);
    let refused = |rule| Refused::by(rule).citing(cited);
    require(!found.asked.is_empty(), || {
        refused("partner-context-not-sought")
    })?;
    let weighed = conclusion.word_weighed.as_deref().unwrap_or_default();
    let alone = found.facts.adverse_word_only && weighed.trim().is_empty();
    require(!alone, || {
        Refused::by("adverse-word-not-weighed").citing("A33")
    })?;
    compared_through(found, cited)?;
    if found.at_home() {
        return Ok(());
    }
    if conclusion.outcome == Outcome::SeriousCriminality {
        return require(conclusion.ten_years, || refused("not-ten-years"));
    }
    match conclusion.prosecution {
        Some(Prosecution::Indictment | Prosecution::Hybrid) => Ok(()),
        Some(Prosecution::Summary) => two_make_it(case, found, conclusion.second),
        None => Err(Refused::by("prosecution-needed").citing("A36(3)(a)")),
    }
}

/// What is called equivalent was compared, and every element has its like. The law of Canada needs none in itself.
fn compared_through(found: &Conviction, cited: &'static str) -> Result<(), Refused> {
    let refused = |rule| Refused::by(rule).citing(cited);
    let made = found.at_home() || !found.compared.is_empty();
    require(made, || refused("equivalence-not-made"))?;
    let all = found.at_home() || found.equivalent();
    require(all, || refused("element-unmatched"))
}

/// Summary offences make a person inadmissible by twos, and only when a court has convicted of both.
fn two_make_it(case: &Case, found: &Conviction, second: Option<ItemId>) -> Result<(), Refused> {
    let convicted = |c: &Conviction| c.facts.nature == Nature::Conviction && c.equivalent();
    let mut others = of_person(case, found.facts.person).filter(|c| c.id != found.id);
    let other = others.any(|c| Some(c.id) == second && convicted(c));
    require(other && convicted(found), || {
        Refused::by("summary-offence-alone").citing("A36(2)(b)")
    })
}

/// A worksheet and the check it bears on never say opposite things: whichever comes second is refused.
fn agrees_with_checks(case: &Case, found: &Conviction, outcome: Outcome) -> Result<(), Refused> {
    let person = found.facts.person;
    let standing = |check| case.admissibility.check(person, check).map(|c| c.outcome);
    for check in [SERIOUS, CRIMINALITY] {
        let under = outcome.check() == Some(check);
        let refused = |rule| {
            Refused::by(rule)
                .citing(found.provision(outcome))
                .with("task", check)
        };
        match standing(check) {
            Some(Standing::Passed) if under => return Err(refused("check-passed-already")),
            Some(Standing::Concern) if !under => {
                let mut others = of_person(case, person).filter(|c| c.id != found.id);
                let other = others.any(|c| c.open() || c.stands_under() == Some(check));
                require(other, || refused("check-still-a-concern"))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The same from the side of the check: a concern about criminality rests on a worksheet, and a worksheet that stands
/// against the person cannot be passed over.
pub(crate) fn agrees(case: &Case, act: &Check) -> Result<(), Refused> {
    if act.check != SERIOUS && act.check != CRIMINALITY {
        return Ok(());
    }
    let cited = if act.check == SERIOUS {
        "A36(1)"
    } else {
        "A36(2)"
    };
    let mut theirs = of_person(case, act.person);
    let under = |c: &Conviction| c.stands_under() == Some(act.check.as_str());
    match act.outcome {
        Standing::Concern => {
            require(theirs.clone().next().is_some(), || {
                Refused::by("concern-needs-worksheet").citing(cited)
            })?;
            require(theirs.any(|c| c.open() || under(c)), || {
                Refused::by("concluded-otherwise").citing(cited)
            })
        }
        Standing::Passed => require(!theirs.any(under), || {
            Refused::by("conviction-stands").citing(cited)
        }),
        Standing::Pending | Standing::Exempt => Ok(()),
    }
}

fn known(case: &Case, conviction: ItemId) -> Result<&Conviction, Refused> {
    let found = case.convictions.iter().find(|c| c.id == conviction);
    found.ok_or_else(|| Refused::by("no-such-conviction"))
}

fn still_open(case: &Case, conviction: ItemId) -> Result<&Conviction, Refused> {
    let found = known(case, conviction)?;
    require(found.open(), || Refused::by("conviction-concluded"))?;
    Ok(found)
}
