//! Who has the next move in a case, and what day matters next: said as it is, and never as a measure of anybody.

use crate::admissibility::Outcome;
use crate::case::{Case, Stage};
use crate::date::day_of;
use crate::decision::{Adverse, adverse};
use crate::person::Person;
use crate::policy::Policy;
use crate::tasks::{self, State, Task};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who has a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsOn {
    /// A designated officer: everything mandatory is closed for somebody not yet decided.
    DesignatedOfficer,
    /// The officer whose case it is.
    Officer,
    /// The applicant, through the partner: a concern was put and is not answered.
    Applicant,
    /// Whoever was asked about the status of the person.
    Consulted,
    /// The security partner: a screening was asked for.
    SecurityPartner,
    /// The result of another check that was asked for.
    Result,
    /// The referral partner.
    Partner,
    /// The partner's supervisor.
    Supervisor,
    /// The Resettlement Operations Centre.
    Centre,
    /// The migration office.
    Office,
}

impl WaitsOn {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::DesignatedOfficer,
        Self::Officer,
        Self::Applicant,
        Self::Consulted,
        Self::SecurityPartner,
        Self::Result,
        Self::Partner,
        Self::Supervisor,
        Self::Centre,
        Self::Office,
    ];

    /// The code used in addresses and locales.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DesignatedOfficer => "designated-officer",
            Self::Officer => "officer",
            Self::Applicant => "applicant",
            Self::Consulted => "consulted",
            Self::SecurityPartner => "security-partner",
            Self::Result => "result",
            Self::Partner => "partner",
            Self::Supervisor => "supervisor",
            Self::Centre => "centre",
            Self::Office => "office",
        }
    }

    /// Who has the move at a stage of which nothing more is known; nobody in a case that has ended.
    #[must_use]
    pub const fn at(stage: Stage) -> Option<Self> {
        match stage {
            Stage::Preparing | Stage::Attested | Stage::Held => Some(Self::Partner),
            Stage::AwaitingApproval => Some(Self::Supervisor),
            Stage::Submitted | Stage::FileCreated => Some(Self::Centre),
            Stage::InTransfer | Stage::Assessment => Some(Self::Office),
            Stage::None | Stage::Decided | Stage::Withdrawn => None,
        }
    }
}

/// What a due day is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueFor {
    /// The answer to a concern.
    Answer,
    /// The interview.
    Interview,
    /// The partner's answer to a deficiency list.
    Deficiency,
    /// A result ends to hold: a medical examination, usually.
    Expiry,
}

impl DueFor {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Answer,
        Self::Interview,
        Self::Deficiency,
        Self::Expiry,
    ];

    /// The code used in locales.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Interview => "interview",
            Self::Deficiency => "deficiency",
            Self::Expiry => "expiry",
        }
    }
}

/// The next day that matters, and what it is for; none in a case that has ended.
#[must_use]
pub fn due(case: &Case) -> Option<(Date, DueFor)> {
    if matches!(case.stage, Stage::Decided | Stage::Withdrawn) {
        return None;
    }
    let answers = case.concerns.iter().filter(|c| c.answer.is_none());
    let answers = answers.map(|c| (c.due, DueFor::Answer));
    let plan = case.interview.plan.as_ref().and_then(|p| p.on);
    let interview = plan.filter(|_| case.interview.notes.is_empty());
    let held = case.intake.held.as_ref().and_then(|h| h.due);
    answers
        .chain(interview.map(|day| (day, DueFor::Interview)))
        .chain(held.map(|day| (day, DueFor::Deficiency)))
        .chain(expiries(case))
        .min()
}

/// When results end to hold of those not yet decided.
fn expiries(case: &Case) -> impl Iterator<Item = (Date, DueFor)> {
    let checks = case.admissibility.checks.iter();
    let passed = checks.filter(|c| c.outcome == Outcome::Passed);
    let counts = passed.filter(|c| {
        case.referral.travelling().any(|p| p.id == c.person) && case.decision(c.person).is_none()
    });
    counts.filter_map(|c| Some((c.valid_until?, DueFor::Expiry)))
}

/// Everybody who has a move in a case that is assessed, those at the office first. Of the case alone: the day is that of
/// its last entry, so that the same case always says the same.
#[must_use]
pub fn assessing(policy: &Policy, case: &Case) -> Vec<WaitsOn> {
    if case.stage != Stage::Assessment {
        return Vec::new();
    }
    let day = case.last.map_or(Date::ZERO, |stamp| day_of(stamp.at_ms));
    let mut on = BTreeSet::new();
    let asked = case.queries.iter().any(|q| q.reply.is_none());
    if asked {
        on.insert(WaitsOn::Consulted);
    }
    if case.concerns.iter().any(|c| c.answer.is_none()) {
        on.insert(WaitsOn::Applicant);
    }
    let undecided = (case.referral.travelling()).filter(|p| case.decision(p.id).is_none());
    for person in undecided {
        let all = tasks::of_person(policy, case, person.id, day);
        let open: Vec<&Task> = all.iter().filter(|t| t.open()).collect();
        on.extend(open.iter().map(|task| of_task(task)));
        if open.is_empty() && !asked {
            on.extend(of_closed(policy, case, person, day));
        }
    }
    if on.is_empty() {
        on.insert(WaitsOn::Officer);
    }
    on.into_iter().collect()
}

fn of_task(task: &Task) -> WaitsOn {
    match (task.state, task.id.as_str()) {
        (State::Waiting, "discrepancies" | "convictions") => WaitsOn::Officer,
        (State::Waiting, "security-screening") => WaitsOn::SecurityPartner,
        (State::Waiting, _) => WaitsOn::Result,
        _ => WaitsOn::Officer,
    }
}

/// Once nothing is open, the designated officer decides, unless what stands against the person was never put to them.
fn of_closed(policy: &Policy, case: &Case, person: &Person, day: Date) -> Option<WaitsOn> {
    let standing = adverse(policy, case, person.id, day);
    let concern = |a: &Adverse| {
        let mut put = case.concerns.iter().rev();
        put.find(|c| c.put.person == a.person && c.put.about == a.about)
            .map(|c| c.answer.as_ref())
    };
    if standing.iter().any(|a| concern(a).is_none()) {
        return Some(WaitsOn::Officer);
    }
    let unanswered = standing.iter().any(|a| concern(a) == Some(None));
    (!unanswered).then_some(WaitsOn::DesignatedOfficer)
}
