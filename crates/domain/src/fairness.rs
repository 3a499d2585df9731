//! Procedural fairness: a concern is put to the person with what it rests on, answered, and the answer weighed.

use crate::case::Case;
use crate::confidential::{self, Item};
use crate::decide::Context;
use crate::event::Event;
use crate::id::{ItemId, PersonId};
use crate::letter;
use crate::policy::CheckKind;
use crate::private::private;
use crate::refused::{Refused, reasoned, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A concern, as put to the person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Put {
    /// About whom.
    pub person: PersonId,
    /// Code of the element or check it bears on.
    pub about: String,
    /// The concern, in words the person can answer.
    pub concern: String,
    /// The evidence disclosed, from whatever source.
    pub disclosed: String,
    /// What of the case it rests on.
    #[serde(default)]
    pub rests_on: Vec<Item>,
    /// On which day it was put.
    pub put_on: Date,
    /// `interview` or `letter`.
    pub manner: String,
    /// By when an answer is awaited.
    pub due: Date,
}

/// The answer and what the officer makes of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Answer {
    /// The answer; empty if the time passed without one.
    #[serde(default)]
    pub answer: Option<String>,
    /// What it changes, and why.
    pub analysis: String,
    /// Whether the concern is met.
    #[serde(default)]
    pub met: bool,
}

/// More time to answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Extension {
    /// The last day on which an answer is in time now.
    pub due: Date,
    /// Who asked, and why it is given.
    pub reason: String,
}

/// A concern with its answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Concern {
    /// Its name.
    pub id: ItemId,
    /// As put.
    pub put: Put,
    /// The last day on which an answer is in time, with every extension.
    pub due: Date,
    /// Extensions, in the order given.
    pub extensions: Vec<Extension>,
    /// As answered.
    pub answer: Option<Answer>,
}

private!(Put, Answer, Extension, Concern);

pub(crate) fn put(ctx: &Context<'_>, case: &Case, act: Put) -> Result<Vec<Event>, Refused> {
    require(case.referral.person(act.person).is_some(), || {
        Refused::by("no-such-person")
    })?;
    let check = ctx.policy.check(&act.about, ctx.today);
    let about = ctx.policy.element(&act.about, ctx.today).is_some()
        || check.is_some_and(|c| c.kind == CheckKind::Task);
    require(about, || Refused::by("no-such-element"))?;
    // nobody can answer a concern that is not said, or one whose grounds are kept back
    worded(&act.concern)?;
    worded(&act.disclosed)?;
    confidential::all_there(case, &act.rests_on)?;
    open_to(case, &act, ctx.today)?;
    require(act.put_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    require(act.due >= act.put_on, || Refused::by("due-before-put"))?;
    Ok(vec![Event::ConcernPut {
        id: ItemId::from_bytes(ctx.fresh),
        put: act,
    }])
}

/// A concern can be answered only by who may know what it rests on: at an interview the person, by letter whoever is
/// written to.
fn open_to(case: &Case, act: &Put, day: Date) -> Result<(), Refused> {
    let to = match act.manner.as_str() {
        "letter" => letter::written_to(case, act.person, day),
        _ => Some(act.person),
    };
    let kept = to.map_or(0, |to| confidential::count_kept(case, &act.rests_on, to));
    require(kept == 0, || {
        Refused::by("concern-rests-on-what-is-kept").with("count", kept.to_string())
    })
}

pub(crate) fn answer(
    ctx: &Context<'_>,
    case: &Case,
    concern: ItemId,
    act: Answer,
) -> Result<Vec<Event>, Refused> {
    let standing = case
        .concerns
        .iter()
        .find(|c| c.id == concern)
        .ok_or_else(|| Refused::by("no-such-concern"))?;
    require(standing.answer.is_none(), || {
        Refused::by("concern-already-answered")
    })?;
    let answered = act.answer.as_deref().is_some_and(|a| !a.trim().is_empty());
    require(answered || ctx.today > standing.due, || {
        Refused::by("time-to-answer-still-runs").with("due", standing.due.to_string())
    })?;
    require(answered || !act.met, || {
        Refused::by("silence-does-not-meet-a-concern")
    })?;
    reasoned(&act.analysis)?;
    Ok(vec![Event::ConcernAnswered {
        concern,
        answer: act,
    }])
}

/// Time is only ever added: who was told a day keeps it.
pub(crate) fn extend(
    ctx: &Context<'_>,
    case: &Case,
    concern: ItemId,
    act: Extension,
) -> Result<Vec<Event>, Refused> {
    let standing = case.concerns.iter().find(|c| c.id == concern);
    let standing = standing.ok_or_else(|| Refused::by("no-such-concern"))?;
    require(standing.answer.is_none(), || {
        Refused::by("concern-already-answered")
    })?;
    require(act.due > standing.due && act.due > ctx.today, || {
        Refused::by("extension-not-later").with("due", standing.due.to_string())
    })?;
    reasoned(&act.reason)?;
    Ok(vec![Event::TimeExtended {
        concern,
        extension: act,
    }])
}
