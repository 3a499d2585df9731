//! Eligibility: each element of A96 and R139(1) for each person, and the class they belong to.
//!
//! There is no element, here or anywhere, by which an officer could find that somebody is not a human rights defender.

use crate::case::Case;
use crate::decide::Context;
use crate::event::Event;
use crate::id::{DocumentId, PersonId};
use crate::private::private;
use crate::refused::{Refused, reasoned, require};
use serde::{Deserialize, Serialize};

/// What the officer found of one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The element is met.
    Met,
    /// It is not.
    NotMet,
    /// The law does not ask it of this person, such as R139(1)(g) under R139(2).
    NotAsked,
}

/// A finding on one element for one person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Element {
    /// About whom.
    pub person: PersonId,
    /// Code of the element, from the policy.
    pub element: String,
    /// The finding.
    pub finding: Finding,
    /// Reasons, in words.
    pub reasons: String,
    /// How what is to be kept in mind at the element was weighed; needed where it is not met.
    #[serde(default)]
    pub weighed: Option<String>,
    /// Documents it rests on.
    #[serde(default)]
    pub evidence: Vec<DocumentId>,
}

/// The two classes (R144–R145; R146–R147).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Convention refugees abroad class.
    Convention,
    /// Country of asylum class.
    CountryOfAsylum,
}

/// Whether a person belongs to a class.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClassFinding {
    /// About whom.
    pub person: PersonId,
    /// Which class.
    pub class: Class,
    /// Belongs to it.
    #[serde(default)]
    pub member: bool,
    /// Reasons, in words.
    pub reasons: String,
}

private!(Element, ClassFinding);

/// What stands of eligibility: the last finding on each element and class for each person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// Findings by person and element.
    pub elements: Vec<Element>,
    /// Findings by person and class.
    pub classes: Vec<ClassFinding>,
}

private!(Eligibility);

impl Eligibility {
    /// The finding that stands.
    #[must_use]
    pub fn element(&self, person: PersonId, element: &str) -> Option<&Element> {
        self.elements
            .iter()
            .find(|e| e.person == person && e.element == element)
    }

    /// The class finding that stands.
    #[must_use]
    pub fn class(&self, person: PersonId, class: Class) -> Option<&ClassFinding> {
        self.classes
            .iter()
            .find(|c| c.person == person && c.class == class)
    }

    pub(crate) fn set(&mut self, element: Element) {
        self.elements
            .retain(|e| (e.person, &e.element) != (element.person, &element.element));
        self.elements.push(element);
    }

    pub(crate) fn set_class(&mut self, finding: ClassFinding) {
        self.classes
            .retain(|c| (c.person, c.class) != (finding.person, finding.class));
        self.classes.push(finding);
    }
}

pub(crate) fn find(ctx: &Context<'_>, case: &Case, act: Element) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    let known = ctx
        .policy
        .element(&act.element, ctx.today)
        .ok_or_else(|| Refused::by("no-such-element"))?;
    let evidence = act
        .evidence
        .iter()
        .all(|d| case.referral.in_hand().any(|have| have.id == *d));
    require(evidence, || Refused::by("no-such-document"))?;
    let exempt = act.finding != Finding::NotAsked || known.may_be_left_out();
    require(exempt, || {
        Refused::by("element-cannot-be-left-out").citing(known.provision.to_string())
    })?;
    reasoned(&act.reasons)?;
    // what is particular to defenders is to be weighed with care: nothing is found against them in silence about it
    let points = ctx.policy.considerations_for(&act.element, ctx.today);
    let weighed = act.weighed.as_deref().unwrap_or_default();
    let silent = act.finding == Finding::NotMet && weighed.trim().is_empty();
    require(!silent || points.is_empty(), || {
        Refused::by("considerations-not-weighed").citing(known.provision.to_string())
    })?;
    Ok(vec![Event::ElementFound(act)])
}

pub(crate) fn class(case: &Case, act: ClassFinding) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    reasoned(&act.reasons)?;
    Ok(vec![Event::ClassFound(act)])
}
