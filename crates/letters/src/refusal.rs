//! Refusal: person by person, what was found and on what evidence, what was put and answered, and every ground.

use jiff::civil::Date;
use safeconduct_domain::policy::{Citation, RefugeeClass};
use serde_json::{Value, json};

use crate::envelope::{Envelope, Name};
use crate::error::Error;
use crate::facts::Facts;
use crate::private::private;

/// A piece of evidence and why it is not enough.
#[derive(Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is and says.
    pub what: String,
    /// Why it falls short.
    pub falls_short: String,
}

/// What was found on one class.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// The class.
    pub class: RefugeeClass,
    /// The conclusion.
    pub conclusion: String,
    /// What it rests on where the person does not belong to the class; empty where they do.
    pub evidence: Vec<Evidence>,
}

/// A concern that was put, and what became of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Put {
    /// On which day it was put.
    pub put_on: Date,
    /// The concern.
    pub concern: String,
    /// The answer; empty if none was received.
    pub answer: String,
    /// What the officer made of it.
    pub weighed: String,
}

/// A ground of refusal.
#[derive(Clone, PartialEq, Eq)]
pub struct Ground {
    /// The ground, in the letter's language.
    pub ground: String,
    /// Its provisions; never empty.
    pub provisions: Vec<Citation>,
    /// Why it applies to this person.
    pub reasons: String,
}

/// A person who is refused, and why.
#[derive(Clone, PartialEq, Eq)]
pub struct RefusedPerson {
    /// Who.
    pub name: Name,
    /// What was found, class by class; never empty.
    pub findings: Vec<Finding>,
    /// The evidence relied on; never empty.
    pub evidence: String,
    /// The reasons for the decision; never empty.
    pub reasons: String,
    /// The concerns put; empty if the refusal rests on none.
    pub concerns: Vec<Put>,
    /// Every ground; never empty.
    pub grounds: Vec<Ground>,
}

/// A refusal.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What every letter has.
    pub envelope: Envelope,
    /// The day of the decision.
    pub decided_on: Date,
    /// Who is refused; never empty.
    pub persons: Vec<RefusedPerson>,
    /// The last day for leave, as the caller counts it from the day of notice; left out if that day is not known.
    pub leave_by: Option<Date>,
}

private!(Evidence, Finding, Put, Ground, RefusedPerson, Refusal);

impl Refusal {
    pub(crate) fn facts(&self, facts: &mut Facts<'_>) -> Result<Value, Error> {
        facts.wants_some("persons", &self.persons)?;
        Ok(json!({
            "decided-on": facts.date(self.decided_on),
            "persons": facts.each(&self.persons, person)?,
            "days": facts.days_for_leave()?,
            "leave-by": facts.maybe_date(self.leave_by),
        }))
    }
}

fn person(facts: &mut Facts<'_>, person: &RefusedPerson) -> Result<Value, Error> {
    facts.wants_some("findings", &person.findings)?;
    facts.wants_some("grounds", &person.grounds)?;
    facts.wants("evidence", &person.evidence)?;
    facts.wants("reasons", &person.reasons)?;
    Ok(json!({
        "name": facts.name(&person.name)?,
        "findings": facts.each(&person.findings, finding)?,
        "evidence": facts.paragraphs(&person.evidence)?,
        "reasons": facts.paragraphs(&person.reasons)?,
        "concerns": facts.each(&person.concerns, put)?,
        "grounds": facts.each(&person.grounds, ground)?,
    }))
}

fn finding(facts: &mut Facts<'_>, finding: &Finding) -> Result<Value, Error> {
    facts.wants("conclusion", &finding.conclusion)?;
    let class = match finding.class {
        RefugeeClass::Convention => "convention",
        RefugeeClass::CountryOfAsylum => "country-of-asylum",
        RefugeeClass::Both => "both",
    };
    Ok(json!({
        "class": class,
        "conclusion": facts.paragraphs(&finding.conclusion)?,
        "evidence": facts.each(&finding.evidence, evidence)?,
    }))
}

fn evidence(facts: &mut Facts<'_>, evidence: &Evidence) -> Result<Value, Error> {
    facts.wants("evidence", &evidence.what)?;
    facts.wants("why evidence falls short", &evidence.falls_short)?;
    Ok(json!({
        "what": facts.paragraphs(&evidence.what)?,
        "short": facts.paragraphs(&evidence.falls_short)?,
    }))
}

fn put(facts: &mut Facts<'_>, put: &Put) -> Result<Value, Error> {
    facts.wants("concern", &put.concern)?;
    facts.wants("weighing of an answer", &put.weighed)?;
    Ok(json!({
        "put-on": facts.date(put.put_on),
        "concern": facts.paragraphs(&put.concern)?,
        "answer": facts.paragraphs(&put.answer)?,
        "weighed": facts.paragraphs(&put.weighed)?,
    }))
}

fn ground(facts: &mut Facts<'_>, ground: &Ground) -> Result<Value, Error> {
    facts.wants("ground", &ground.ground)?;
    facts.wants("reasons", &ground.reasons)?;
    facts.wants_some("provisions", &ground.provisions)?;
    Ok(json!({
        "ground": facts.line(&ground.ground)?,
        "provisions": facts.citations(&ground.provisions),
        "reasons": facts.paragraphs(&ground.reasons)?,
    }))
}
