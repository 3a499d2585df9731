//! The interview: its plan with the person's safety first, signed notes that never change, and addenda.

use crate::case::Case;
use crate::confidential::{self, Item};
use crate::decide::Context;
use crate::event::Event;
use crate::id::{ItemId, PersonId, UserId};
use crate::policy::{List, Policy, SafetyPoint};
use crate::private::private;
use crate::refused::{Refused, require, worded};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a person is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Face to face.
    InPerson,
    /// By video, where travel is impossible or adds risk.
    Video,
    /// Not at all, for the person's safety or because it adds nothing.
    Waived,
}

/// A plan of interview, or the reasons for none.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Plan {
    /// How.
    pub mode: Mode,
    /// Code of the reason, from the policy: needed for video and waiver.
    #[serde(default)]
    pub reason: Option<String>,
    /// What else was considered for the person's safety; all of it, in plans older than the questions below.
    #[serde(default)]
    pub safety: String,
    /// Danger in the country of asylum: its authorities, and being sent back.
    #[serde(default)]
    pub asylum_risk: Option<String>,
    /// The way to the place of the interview, and back.
    #[serde(default)]
    pub travel: Option<String>,
    /// Who may watch or listen: the place, the devices, the line.
    #[serde(default)]
    pub surveillance: Option<String>,
    /// The background an interpreter needs.
    #[serde(default)]
    pub interpreter_needed: Option<String>,
    /// The background an interpreter must not have.
    #[serde(default)]
    pub interpreter_avoid: Option<String>,
    /// What of the case a waiver rests on.
    #[serde(default)]
    pub rests_on: Vec<Item>,
    /// Who is heard; everybody if empty.
    #[serde(default)]
    pub persons: Vec<PersonId>,
    /// When, if fixed.
    #[serde(default)]
    pub on: Option<Date>,
    /// Language of the interview.
    #[serde(default)]
    pub language: Option<String>,
    /// Interpreter's gender asked for: `woman`, `man` or empty.
    #[serde(default)]
    pub interpreter_gender: Option<String>,
}

/// An interpreter for an interview, and what was done so that the person could speak freely.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Interpreter {
    /// Who, in words: a name or a service's number.
    pub name: String,
    /// Language interpreted.
    pub language: String,
    /// `woman` or `man`.
    pub gender: String,
    /// What was found of the interpreter's background: community, group, ties to the persecutors.
    pub background: String,
    /// Nothing of it is what the plan says must be avoided.
    #[serde(default)]
    pub none_to_avoid: bool,
    /// Told of confidentiality and of how to interpret.
    #[serde(default)]
    pub briefed: bool,
    /// The person was asked and says that they understand this interpreter.
    #[serde(default)]
    pub understood: bool,
    /// Why the gender asked for in the plan was not honoured, where it was not.
    #[serde(default)]
    pub gender_reason: Option<String>,
    /// Why somebody else interprets than before, where there was somebody before.
    #[serde(default)]
    pub replaces: Option<String>,
}

/// A question put at an interview and what was answered. Sealed as soon as it is sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Exchange {
    /// Who was heard.
    pub person: PersonId,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Who of the case was in the room; nobody if empty.
    #[serde(default)]
    pub others: Vec<PersonId>,
}

/// An exchange as it stands in the log.
#[derive(Clone, PartialEq, Eq)]
pub struct Logged {
    /// Its name.
    pub id: ItemId,
    /// Question and answer.
    pub exchange: Exchange,
    /// By whom and when.
    pub by: (UserId, i64),
    /// Who interpreted it, by place among the interpreters; nobody if empty.
    pub interpreter: Option<usize>,
}

/// Notes of an interview, signed by the officer who held it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Notes {
    /// On which day.
    pub held_on: Date,
    /// Who was there, in words.
    pub present: String,
    /// The person said that they understood the interpreter, or needed none.
    #[serde(default)]
    pub understood: bool,
    /// Questions, answers, observations.
    pub text: String,
}

/// Signed notes with their addenda.
#[derive(Clone, PartialEq, Eq)]
pub struct Signed {
    /// Name of the notes.
    pub id: ItemId,
    /// Their content, as signed.
    pub notes: Notes,
    /// By whom and when.
    pub by: (UserId, i64),
    /// Additions: text, by whom, when.
    pub addenda: Vec<(String, UserId, i64)>,
}

/// What stands of the interview.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Interview {
    /// The plan in force.
    pub plan: Option<Plan>,
    /// The interpreters, in the order recorded.
    pub interpreters: Vec<Interpreter>,
    /// Questions and answers, in the order asked.
    pub log: Vec<Logged>,
    /// Notes, in the order signed.
    pub notes: Vec<Signed>,
}

private!(
    Plan,
    Interpreter,
    Exchange,
    Logged,
    Notes,
    Signed,
    Interview
);

impl Plan {
    /// What the policy asks to be considered for a hearing of this mode, and was not.
    pub fn unconsidered<'a>(
        &'a self,
        policy: &'a Policy,
        day: Date,
    ) -> impl Iterator<Item = SafetyPoint> + 'a {
        let asked = policy.safety(day).into_iter();
        let asked = asked.filter(|s| s.asked_for.contains(&self.mode));
        asked
            .map(|s| s.point)
            .filter(|point| !self.considers(*point))
    }

    fn considers(&self, point: SafetyPoint) -> bool {
        let said = |text: &Option<String>| text.as_ref().is_some_and(|t| !t.trim().is_empty());
        match point {
            SafetyPoint::AsylumRisk => said(&self.asylum_risk),
            SafetyPoint::Travel => said(&self.travel),
            SafetyPoint::Surveillance => said(&self.surveillance),
            SafetyPoint::InterpreterNeeded => said(&self.interpreter_needed),
            SafetyPoint::InterpreterAvoid => said(&self.interpreter_avoid),
            SafetyPoint::RestsOn => !self.rests_on.is_empty(),
            SafetyPoint::Safety => !self.safety.trim().is_empty(),
        }
    }
}

impl Interview {
    /// The interpreter, while there is one: the latest recorded.
    #[must_use]
    pub fn interpreter(&self) -> Option<&Interpreter> {
        self.interpreters.last()
    }

    /// Who interpreted an answer, where somebody else has taken their place since, and why: what was said then is kept,
    /// and read with that in mind.
    #[must_use]
    pub fn replaced(&self, logged: &Logged) -> Option<(&Interpreter, &str)> {
        let at = logged.interpreter?;
        let then = self.interpreters.get(at)?;
        let mut later = self.interpreters.iter().skip(at);
        let next = later.find(|i| i.name != then.name)?;
        Some((then, next.replaces.as_deref().unwrap_or_default()))
    }

    /// Whether people were heard, or need not be.
    #[must_use]
    pub fn closed(&self) -> bool {
        !self.notes.is_empty() || self.plan.as_ref().is_some_and(|p| p.mode == Mode::Waived)
    }
}

pub(crate) fn plan(ctx: &Context<'_>, case: &Case, act: Plan) -> Result<Vec<Event>, Refused> {
    let known = act
        .persons
        .iter()
        .all(|p| case.referral.person(*p).is_some());
    require(known, || Refused::by("no-such-person"))?;
    let reasons = match act.mode {
        Mode::InPerson => None,
        Mode::Video => Some(List::VideoReason),
        Mode::Waived => Some(List::WaiverReason),
    };
    if let Some(list) = reasons {
        let given = act.reason.as_deref().filter(|r| !r.trim().is_empty());
        let given = given
            .ok_or_else(|| Refused::by("video-or-waiver-needs-reason").citing("REF-OVS-13-6"))?;
        let known = ctx.policy.named(list, given, ctx.today).is_some();
        require(known, || Refused::by("no-such-reason"))?;
    }
    confidential::all_there(case, &act.rests_on)?;
    if let Some(point) = act.unconsidered(ctx.policy, ctx.today).next() {
        return Err(Refused::by("safety-not-considered")
            .citing("REF-OVS-13-6")
            .with("point", point.code()));
    }
    let past = act.on.is_some_and(|d| d < ctx.today);
    require(!past, || Refused::by("date-in-the-past"))?;
    Ok(vec![Event::InterviewPlanned(act)])
}

/// Nobody is heard before it has been considered how that can be done safely: the plan comes first.
pub(crate) fn sign(ctx: &Context<'_>, case: &Case, act: Notes) -> Result<Vec<Event>, Refused> {
    heard(case)?;
    worded(&act.text)?;
    require(act.held_on <= ctx.today, || {
        Refused::by("date-in-the-future")
    })?;
    Ok(vec![Event::NotesSigned {
        id: ItemId::from_bytes(ctx.fresh),
        notes: act,
    }])
}

/// The gender asked for is honoured, or it is written why not; nobody interprets unbriefed.
pub(crate) fn interpreter(case: &Case, act: Interpreter) -> Result<Vec<Event>, Refused> {
    let plan = heard(case)?;
    worded(&act.name)?;
    worded(&act.background)?;
    let avoid = plan.interpreter_avoid.as_deref().unwrap_or_default();
    require(act.none_to_avoid || avoid.trim().is_empty(), || {
        Refused::by("interpreter-to-be-avoided")
    })?;
    require(act.briefed, || Refused::by("interpreter-not-briefed"))?;
    let known = matches!(act.gender.as_str(), "woman" | "man");
    require(known, || Refused::by("no-such-gender"))?;
    let asked = plan.interpreter_gender.as_deref();
    let honoured = asked.is_none_or(|asked| asked.is_empty() || asked == act.gender);
    let reason = act.gender_reason.as_deref().unwrap_or_default();
    require(honoured || !reason.trim().is_empty(), || {
        Refused::by("interpreter-gender-needs-reason")
    })?;
    let before = case.interview.interpreter();
    let another = before.is_some_and(|before| before.name != act.name);
    let reason = act.replaces.as_deref().unwrap_or_default();
    require(!another || !reason.trim().is_empty(), || {
        Refused::by("interpreter-replaced-without-reason").citing("REF-OVS-4-9")
    })?;
    Ok(vec![Event::InterpreterRecorded(act)])
}

/// A person who does not understand the interpreter is not questioned further.
pub(crate) fn log(ctx: &Context<'_>, case: &Case, act: Exchange) -> Result<Vec<Event>, Refused> {
    heard(case)?;
    let known = |p: &PersonId| case.referral.person(*p).is_some();
    require(known(&act.person) && act.others.iter().all(known), || {
        Refused::by("no-such-person")
    })?;
    require(!act.others.contains(&act.person), || {
        Refused::by("heard-and-in-the-room")
    })?;
    worded(&act.question)?;
    worded(&act.answer)?;
    let interpreter = case.interview.interpreter();
    require(interpreter.is_none_or(|i| i.understood), || {
        Refused::by("interpreter-not-understood")
    })?;
    Ok(vec![Event::AnswerLogged {
        id: ItemId::from_bytes(ctx.fresh),
        exchange: act,
    }])
}

/// The plan under which somebody is heard.
fn heard(case: &Case) -> Result<&Plan, Refused> {
    let plan = case.interview.plan.as_ref();
    plan.filter(|p| p.mode != Mode::Waived)
        .ok_or_else(|| Refused::by("interview-not-planned").citing("REF-OVS-13-6"))
}

pub(crate) fn addendum(case: &Case, notes: ItemId, text: String) -> Result<Vec<Event>, Refused> {
    require(case.interview.notes.iter().any(|n| n.id == notes), || {
        Refused::by("no-such-notes")
    })?;
    worded(&text)?;
    Ok(vec![Event::AddendumSigned { notes, text }])
}
