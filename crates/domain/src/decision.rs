//! The decision on each person: within a recorded delegation, with every mandatory task closed or overridden, and a
//! refusal only on findings that were put, answered, and named by their provisions.

use crate::case::Case;
use crate::confidential::{self, Item};
use crate::conviction;
use crate::decide::Context;
use crate::discrepancy;
use crate::eligibility::{Class, ClassFinding};
use crate::event::Event;
use crate::id::{PersonId, UserId};
use crate::letter;
use crate::policy::{CheckKind, Policy};
use crate::private::private;
use crate::reassignment;
use crate::refused::{Refused, reasoned, require};
use crate::review::{self, Review};
use crate::tasks;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A permanent resident visa shall be issued (R139(1)).
    Approved,
    /// It is refused.
    Refused,
}

/// A decision as signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Decide {
    /// On whom.
    pub person: PersonId,
    /// What.
    pub verdict: Verdict,
    /// Every provision a refusal rests on.
    #[serde(default)]
    pub provisions: Vec<String>,
    /// The evidence relied on.
    #[serde(default)]
    pub evidence: Option<String>,
    /// What of the case it rests on.
    #[serde(default)]
    pub rests_on: Vec<Item>,
    /// Reasons.
    pub reasons: String,
}

/// A decision that stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Decided {
    /// As signed.
    pub decide: Decide,
    /// By whom.
    pub by: UserId,
    /// On which day.
    pub on: Date,
    /// Version of the policy it was made under.
    pub policy: String,
    /// What the second person said, and who that was.
    pub review: Option<(Review, UserId)>,
}

/// A mandatory task left open on purpose.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Override {
    /// On whom; the whole case if empty.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Code of the element, check, or `interview`.
    pub task: String,
    /// Why the decision can be made without it.
    pub reason: String,
}

/// The power to decide, recorded for a member of staff (A6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Delegation {
    /// First day.
    pub from: Date,
    /// Last day, if there is one.
    #[serde(default)]
    pub to: Option<Date>,
    /// Code of the power.
    pub power: String,
}

/// The power needed to decide an application for resettlement.
pub const POWER_TO_DECIDE: &str = "decide-resettlement";

private!(Decide, Decided, Override, Adverse);

impl Delegation {
    /// Whether it covers a power on a day.
    #[must_use]
    pub fn covers(&self, power: &str, day: Date) -> bool {
        self.power == power && self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

pub(crate) fn set_aside(
    ctx: &Context<'_>,
    case: &Case,
    act: Override,
) -> Result<Vec<Event>, Refused> {
    within_delegation(ctx)?;
    let known = act.person.is_none_or(|p| case.referral.person(p).is_some());
    require(known, || Refused::by("no-such-person"))?;
    let check = ctx.policy.check(&act.task, ctx.today);
    let task = tasks::is_plain(&act.task)
        || ctx.policy.element(&act.task, ctx.today).is_some()
        || check.is_some_and(|c| c.kind == CheckKind::Task);
    require(task, || Refused::by("no-such-task"))?;
    require(act.task != reassignment::FRESH, || {
        Refused::by("who-hears-decides")
    })?;
    reasoned(&act.reason)?;
    Ok(vec![Event::TaskOverridden(act)])
}

/// To decide, and to leave a task open for a decision, takes a recorded power that holds today.
pub(crate) fn within_delegation(ctx: &Context<'_>) -> Result<(), Refused> {
    let mut recorded = ctx.actor.delegations.iter();
    let delegated = recorded.any(|d| d.covers(POWER_TO_DECIDE, ctx.today));
    require(delegated, || {
        Refused::by("outside-delegation").citing("A6(1)")
    })
}

pub(crate) fn decide(ctx: &Context<'_>, case: &Case, act: Decide) -> Result<Vec<Event>, Refused> {
    let who = case.referral.person(act.person);
    let who = who.ok_or_else(|| Refused::by("no-such-person"))?;
    require(who.details.travels(), || {
        Refused::by("not-in-this-application").citing("R141(1)(b)")
    })?;
    require(case.decision(act.person).is_none(), || {
        Refused::by("already-decided")
    })?;
    within_delegation(ctx)?;
    reasoned(&act.reasons)?;
    confidential::all_there(case, &act.rests_on)?;
    let query = case.queries.iter().any(|q| q.reply.is_none());
    require(!query, || Refused::by("status-query-open"))?;
    let open: Vec<_> = tasks::of_person(ctx.policy, case, act.person, ctx.today)
        .into_iter()
        .filter(|t| t.open())
        .collect();
    if let Some(first) = open.first() {
        let refused = Refused {
            citation: Some(first.provision.clone()).filter(|p| !p.is_empty()),
            ..Refused::by("task-open")
        };
        return Err(refused
            .with("task", first.id.clone())
            .with("count", open.len().to_string()));
    }
    match act.verdict {
        Verdict::Approved => may_approve(ctx, case, act.person)?,
        Verdict::Refused => may_refuse(ctx, case, &act)?,
    }
    let told = !review::asked(ctx.policy, act.verdict, ctx.today)
        && review::others_settled(ctx, case, act.person);
    let mut events = vec![Event::Decided {
        decide: act,
        on: ctx.today,
        policy: ctx.policy.version().to_owned(),
    }];
    if told {
        events.push(Event::NoticeGiven { on: ctx.today });
    }
    Ok(events)
}

/// A finding that stands against a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Adverse {
    /// On whom it was found: the person, or the principal applicant whose refusal carries the family's.
    pub person: PersonId,
    /// Code of the element not met or of the check with a concern.
    pub about: String,
    /// Its provision.
    pub provision: String,
}

/// Everything that stands against a person. A family member shares the class of the principal applicant (R140): what
/// the principal applicant was refused on stands against the family too, but not against those who claim in their own
/// right.
#[must_use]
pub fn adverse(policy: &Policy, case: &Case, person: PersonId, day: Date) -> Vec<Adverse> {
    let principal = sharing_with(case, person, day);
    let carried = principal.filter(|p| {
        case.decision(*p)
            .is_some_and(|d| d.decide.verdict == Verdict::Refused)
    });
    let found = |on: PersonId| {
        let tasks = tasks::of_person(policy, case, on, day)
            .into_iter()
            .filter(|t| t.state == tasks::State::Concern);
        tasks.map(move |t| Adverse {
            person: on,
            about: t.id,
            provision: t.provision,
        })
    };
    // the family is not inadmissible on the applicant's ground but for being the family of one who is
    let as_family = |a: Adverse| match policy.check(&a.about, day) {
        Some(_) => Adverse {
            provision: "A42(1)".into(),
            ..a
        },
        None => a,
    };
    let carried = carried.into_iter().flat_map(found).map(as_family);
    found(person).chain(carried).collect()
}

/// The principal applicant, if the person is a family member who shares their class.
fn sharing_with(case: &Case, person: PersonId, day: Date) -> Option<PersonId> {
    let who = case.referral.person(person)?;
    let principal = case.referral.principal()?;
    tasks::shares_class(case, who, day).then_some(principal.id)
}

/// The class finding on the person or, for a family member, on the principal applicant whose class they share.
fn class_of<'c>(
    ctx: &Context<'_>,
    case: &'c Case,
    person: PersonId,
    class: Class,
) -> Option<&'c ClassFinding> {
    let own = case.eligibility.class(person, class);
    own.or_else(|| {
        let principal = sharing_with(case, person, ctx.today)?;
        case.eligibility.class(principal, class)
    })
}

fn concern_on<'c>(case: &'c Case, against: &Adverse) -> Option<&'c crate::fairness::Concern> {
    let mut put = case
        .concerns
        .iter()
        .rev()
        .filter(|c| c.put.person == against.person && c.put.about == against.about);
    put.next()
}

fn may_approve(ctx: &Context<'_>, case: &Case, person: PersonId) -> Result<(), Refused> {
    let standing = adverse(ctx.policy, case, person, ctx.today);
    if let Some(against) = standing.first() {
        return Err(Refused::by("finding-stands-against")
            .citing(against.provision.clone())
            .with("task", against.about.clone()));
    }
    // a worksheet stands by itself, also where its check was left open on purpose
    let convicted = conviction::of_person(case, person).find_map(|c| Some((c, c.stands_under()?)));
    if let Some((found, check)) = convicted {
        let cited = found
            .conclusion
            .as_ref()
            .map(|c| found.provision(c.outcome));
        return Err(Refused::by("finding-stands-against")
            .citing(cited.unwrap_or_default())
            .with("task", check));
    }
    // government assistance is for Convention refugees abroad only
    let class = class_of(ctx, case, person, Class::Convention);
    require(class.is_none_or(|c| c.member), || {
        Refused::by("not-of-the-class").citing("R139(1)(f)(ii)")
    })?;
    if let Some(principal) = sharing_with(case, person, ctx.today) {
        require(case.decision(principal).is_some(), || {
            Refused::by("principal-first").citing("R140")
        })?;
    }
    // a visa is issued on what is established; an element left open is not
    let open = tasks::of_person(ctx.policy, case, person, ctx.today)
        .into_iter()
        .find(|t| {
            t.state == tasks::State::Overridden
                && t.mandatory
                && ctx.policy.element(&t.id, ctx.today).is_some()
        });
    match open {
        None => Ok(()),
        Some(task) => Err(Refused::by("element-not-established")
            .citing(task.provision)
            .with("task", task.id)),
    }
}

/// What a refusal of a person rests on, as far as the record says: what the decision names, the documents of the findings
/// that stand against the person, the worksheets, and the concerns that were put.
#[must_use]
pub fn rests_on(policy: &Policy, case: &Case, decide: &Decide, day: Date) -> Vec<Item> {
    let mut items = decide.rests_on.clone();
    for against in adverse(policy, case, decide.person, day) {
        let element = case.eligibility.element(against.person, &against.about);
        let evidence = element.into_iter().flat_map(|e| &e.evidence);
        items.extend(evidence.map(|id| Item::Document(*id)));
        let put = case.concerns.iter();
        let put = put.filter(|c| (c.put.person, &c.put.about) == (against.person, &against.about));
        items.extend(put.map(|c| Item::Concern(c.id)));
        let worksheets = conviction::of_person(case, against.person)
            .filter(|c| c.stands_under() == Some(against.about.as_str()));
        for worksheet in worksheets {
            items.push(Item::Conviction(worksheet.id));
            let concluded = worksheet.conclusion.iter().flat_map(|c| &c.evidence);
            items.extend(concluded.map(|id| Item::Document(*id)));
        }
    }
    items.sort_unstable();
    items.dedup();
    items
}

/// How much of what a refusal rests on is kept from whoever is told its reasons.
#[must_use]
pub fn kept_back(policy: &Policy, case: &Case, decide: &Decide, day: Date) -> usize {
    let to = letter::written_to(case, decide.person, day);
    let items = rests_on(policy, case, decide, day);
    to.map_or(0, |to| confidential::count_kept(case, &items, to))
}

fn may_refuse(ctx: &Context<'_>, case: &Case, act: &Decide) -> Result<(), Refused> {
    let standing = adverse(ctx.policy, case, act.person, ctx.today);
    require(!standing.is_empty(), || {
        Refused::by("refusal-needs-a-finding").citing("R139(1)")
    })?;
    for (class, provision) in [
        (Class::Convention, "R145"),
        (Class::CountryOfAsylum, "R147"),
    ] {
        let considered = class_of(ctx, case, act.person, class).is_some();
        require(considered, || {
            Refused::by("class-not-considered").citing(provision)
        })?;
    }
    let evidence = act
        .evidence
        .as_deref()
        .is_some_and(|e| !e.trim().is_empty());
    require(evidence, || Refused::by("refusal-needs-evidence"))?;
    // also where the task was left open on purpose
    let unput = discrepancy::never_put(case, act.person);
    let carried = sharing_with(case, act.person, ctx.today);
    let unput = unput.or_else(|| discrepancy::never_put(case, carried?));
    if let Some(number) = unput {
        return Err(Refused::by("discrepancy-never-put")
            .citing("REF-OVS-4-9")
            .with("number", number.to_string()));
    }
    for against in &standing {
        let refused = |rule| {
            Refused::by(rule)
                .citing(against.provision.clone())
                .with("task", against.about.clone())
        };
        let put = concern_on(case, against).ok_or_else(|| refused("concern-never-put"))?;
        let answer = put.answer.as_ref();
        let answer = answer.ok_or_else(|| refused("concern-not-answered"))?;
        require(!answer.met, || refused("concern-met"))?;
        require(act.provisions.contains(&against.provision), || {
            refused("provision-missing")
        })?;
    }
    let known = act
        .provisions
        .iter()
        .all(|p| standing.iter().any(|a| a.provision == *p));
    require(known, || Refused::by("provision-without-finding"))?;
    // nobody is refused on what cannot be told to them
    let kept = kept_back(ctx.policy, case, act, ctx.today);
    require(kept == 0, || {
        Refused::by("refusal-rests-on-what-is-kept").with("count", kept.to_string())
    })
}
