//! What must be closed before a person's application can be decided: elements, checks, the interview.

use crate::admissibility::{self, Outcome};
use crate::case::Case;
use crate::conviction;
use crate::date::Known;
use crate::eligibility::Finding;
use crate::id::PersonId;
use crate::person::{Person, Relationship};
use crate::policy::{Check, CheckKind, Covers, Destination, Element, Policy, RefugeeClass, Scope};
use crate::reassignment;
use jiff::civil::Date;

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing recorded.
    NotStarted,
    /// Asked for, waiting.
    Waiting,
    /// Closed.
    Done,
    /// Closed with something against the person.
    Concern,
    /// The result is older than it may be.
    Expired,
    /// Left open on purpose, with a reason.
    Overridden,
}

/// A task of the assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Code of the element or check, or `interview`.
    pub id: String,
    /// The provision it comes from.
    pub provision: String,
    /// Whether a decision needs it.
    pub mandatory: bool,
    /// Where it stands.
    pub state: State,
}

impl Task {
    /// Whether it keeps a decision from being made.
    #[must_use]
    pub const fn open(&self) -> bool {
        self.mandatory
            && matches!(
                self.state,
                State::NotStarted | State::Waiting | State::Expired
            )
    }
}

/// Whether a task is neither an element nor a check of the policy.
#[must_use]
pub fn is_plain(code: &str) -> bool {
    matches!(
        code,
        "interview" | "discrepancies" | "convictions" | reassignment::FRESH
    )
}

/// All tasks of one person, in the order of the policy.
///
/// Elements of eligibility are found on the principal applicant, and on whoever must meet the definition alone; family
/// members share the class (R140). Checks are done on everybody the policy says they cover.
#[must_use]
pub fn of_person(policy: &Policy, case: &Case, person: PersonId, day: Date) -> Vec<Task> {
    let Some(who) = case.referral.person(person) else {
        return Vec::new();
    };
    let settle = |id: &str, state: State| match state {
        State::NotStarted | State::Waiting | State::Expired if overridden(case, person, id) => {
            State::Overridden
        }
        other => other,
    };
    let interview = if case.interview.closed() {
        State::Done
    } else {
        State::NotStarted
    };
    let mut tasks = vec![Task {
        id: "interview".into(),
        provision: "REF-OVS-13-6".into(),
        mandatory: true,
        state: settle("interview", interview),
    }];
    let theirs = case
        .discrepancies
        .iter()
        .filter(|d| d.noted.person == person);
    let discrepancies = settled(theirs.map(|d| d.settlement.is_some()));
    tasks.extend(discrepancies.map(|state| Task {
        id: "discrepancies".into(),
        provision: "REF-OVS-4-9".into(),
        mandatory: true,
        state: settle("discrepancies", state),
    }));
    let convictions = settled(conviction::of_person(case, person).map(|c| !c.open()));
    tasks.extend(convictions.map(|state| Task {
        id: "convictions".into(),
        provision: "REF-OVS-13-6".into(),
        mandatory: true,
        state: settle("convictions", state),
    }));
    // never left open on purpose: who hears must decide
    tasks.extend(case.hands.task(case.officer).map(|state| Task {
        id: reassignment::FRESH.into(),
        provision: String::new(),
        mandatory: true,
        state,
    }));
    let standing = standing(case, who, day);
    for element in policy
        .elements(day)
        .into_iter()
        .filter(|e| asked(e, standing))
    {
        let state = settle(
            &element.id,
            element_state(policy, case, person, element, day),
        );
        let mandatory = element.class != RefugeeClass::CountryOfAsylum
            && element.destination != Destination::Quebec;
        tasks.push(Task {
            id: element.id.clone(),
            provision: element.provision.to_string(),
            mandatory,
            state,
        });
    }
    for check in policy
        .checks(day)
        .into_iter()
        .filter(|c| c.kind == CheckKind::Task && covers(c, who))
    {
        let state = settle(&check.id, check_state(policy, case, who, check, day));
        let provision = check
            .provision
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        tasks.push(Task {
            id: check.id.clone(),
            provision,
            mandatory: check.mandatory,
            state,
        });
    }
    tasks
}

/// Where things stand that all have to be settled, if there are any; each says whether it is.
fn settled(mut each: impl Iterator<Item = bool> + Clone) -> Option<State> {
    each.clone().next()?;
    Some(if each.all(|settled| settled) {
        State::Done
    } else {
        State::Waiting
    })
}

/// Whether an element is found on a person of that relationship.
#[must_use]
pub fn asked(element: &Element, relationship: Relationship) -> bool {
    match relationship {
        Relationship::PrincipalApplicant => true,
        Relationship::DeFactoDependant | Relationship::OtherRelative => {
            element.scope == Scope::Person
        }
        _ => false,
    }
}

/// What a person is to the principal applicant in law. A child who was no dependent child on the day of the referral
/// (R2, R25.1(7)) is a relative like others; where that cannot be told, the child stays one until a person decides.
#[must_use]
pub fn standing(case: &Case, who: &Person, day: Date) -> Relationship {
    let stated = who.details.relationship;
    let dependent = who.details.dependent_child(case.referral.lock_in(day));
    if stated.is_child() && dependent == Known::No {
        Relationship::OtherRelative
    } else {
        stated
    }
}

/// Whether a person shares the class of the principal applicant (R140), being a family member (R1(3)). Anybody else must
/// belong to a class in their own right.
#[must_use]
pub fn shares_class(case: &Case, who: &Person, day: Date) -> bool {
    use Relationship as R;
    matches!(
        standing(case, who, day),
        R::Spouse | R::CommonLawPartner | R::DependentChild | R::ChildOfDependentChild
    )
}

fn covers(check: &Check, who: &Person) -> bool {
    check.covers == Covers::EachPerson || who.details.travels()
}

fn overridden(case: &Case, person: PersonId, id: &str) -> bool {
    case.overrides
        .iter()
        .any(|o| o.task == id && o.person.is_none_or(|p| p == person))
}

fn element_state(
    policy: &Policy,
    case: &Case,
    person: PersonId,
    element: &Element,
    day: Date,
) -> State {
    let found = |id: &str| case.eligibility.element(person, id).map(|e| e.finding);
    // of elements that share an alternative, one that is met is enough
    let other_met = element.alternative.is_some()
        && policy
            .elements(day)
            .iter()
            .any(|o| o.alternative == element.alternative && found(&o.id) == Some(Finding::Met));
    match found(&element.id) {
        None | Some(Finding::NotMet) if other_met => State::Done,
        None => State::NotStarted,
        Some(Finding::NotMet) => State::Concern,
        Some(Finding::Met | Finding::NotAsked) => State::Done,
    }
}

fn check_state(policy: &Policy, case: &Case, who: &Person, check: &Check, day: Date) -> State {
    let spared = || admissibility::spared(policy, case, who, check, day).is_some();
    let Some(standing) = case.admissibility.check(who.id, &check.id) else {
        // by age the law itself exempts: nobody has to record it
        return if spared() {
            State::Done
        } else {
            State::NotStarted
        };
    };
    let until = admissibility::holds_until(policy, check, standing);
    match standing.outcome {
        Outcome::Pending => State::Waiting,
        // a procedure is not a ground of inadmissibility: it stays open until it is done
        Outcome::Concern if !check.ground => State::Waiting,
        Outcome::Concern => State::Concern,
        Outcome::Passed if until.is_some_and(|until| until < day) => State::Expired,
        Outcome::Passed | Outcome::Exempt => State::Done,
    }
}
