//! The decision, and leaving a task open on purpose.

use super::FormContext;
use super::common::{anybody, both, listed, one_of, person, target, words};
use super::confidential::rests_on;
use super::words::{PLAIN, task};
use crate::form::{Choice, Field, Kind, Label};
use safeconduct_domain::decision::{Adverse, adverse};
use safeconduct_domain::policy::{CheckKind, Citation, List};
use safeconduct_domain::reassignment::FRESH;
use safeconduct_domain::tasks;

/// What is decided: code and key.
const VERDICTS: [(&str, &str); 2] = [
    ("approved", "verdict-approved"),
    ("refused", "verdict-refused"),
];

pub(super) fn set_aside(ctx: &FormContext<'_>) -> Vec<Field> {
    let whom = match ctx.person {
        Some(_) => Some(person(ctx, std::iter::empty())),
        None => anybody(ctx, "person"),
    };
    let mut fields: Vec<_> = whom.into_iter().collect();
    fields.push(target("task", ctx.about.is_some(), open_tasks(ctx)));
    fields.push(listed(ctx, "reason", List::OverrideReason));
    fields
}

/// The tasks that keep this person, or anybody, from being decided.
fn open_tasks(ctx: &FormContext<'_>) -> Vec<Choice> {
    let referral = &ctx.case.referral;
    let concerned = referral
        .present()
        .filter(|p| ctx.person.is_none_or(|id| p.id == id));
    let codes = concerned.flat_map(|p| {
        let tasks = tasks::of_person(ctx.policy, ctx.case, p.id, ctx.today).into_iter();
        let open = tasks.filter(tasks::Task::open).map(|t| t.id);
        // who hears must decide: nobody leaves that open
        open.filter(|id| id != FRESH)
    });
    codes
        .map(|id| match task(ctx.policy, ctx.today, &id) {
            Some(text) => Choice::text(id, text),
            None => match PLAIN.iter().find(|(plain, _)| *plain == id) {
                Some((_, key)) => Choice::key(id, key),
                None => Choice::text(id.clone(), both(|_| id.clone())),
            },
        })
        .collect()
}

pub(super) fn decide(ctx: &FormContext<'_>) -> Vec<Field> {
    let referral = &ctx.case.referral;
    let undecided = referral
        .travelling()
        .filter(|p| ctx.case.decision(p.id).is_none());
    let mut fields = vec![
        person(ctx, undecided),
        one_of("verdict", &VERDICTS).provision("R139(1)"),
    ];
    let provisions = provisions(ctx);
    if !provisions.is_empty() {
        fields.push(Field::new("provisions", Kind::Choices(provisions)).optional());
    }
    fields.push(words("evidence").optional());
    fields.extend(rests_on(ctx));
    fields.push(words("reasons"));
    fields
}

/// What the second person thinks: code and key.
const OPINIONS: [(&str, &str); 2] = [
    ("agrees", "opinion-agrees"),
    ("gives-back", "opinion-gives-back"),
];

pub(super) fn review(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        person(ctx, ctx.case.referral.travelling()),
        one_of("opinion", &OPINIONS),
        words("reasons"),
    ]
}

/// What comes of a request to reconsider: code and key.
const RECONSIDERED: [(&str, &str); 2] = [
    ("reopened", "reconsidered-reopened"),
    ("stands", "reconsidered-stands"),
];

pub(super) fn reconsider(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        person(ctx, ctx.case.referral.travelling()),
        listed(ctx, "asked-by", List::ReconsiderationRequest),
        words("ground"),
        one_of("outcome", &RECONSIDERED),
        words("reasons"),
    ]
}

/// The provisions a refusal can rest on: those of the findings that stand, and no others. Until the person is named,
/// all the policy knows.
fn provisions(ctx: &FormContext<'_>) -> Vec<Choice> {
    let all: Vec<(String, String)> = match ctx.person {
        Some(id) => adverse(ctx.policy, ctx.case, id, ctx.today)
            .into_iter()
            .map(
                |Adverse {
                     about, provision, ..
                 }| (provision, about),
            )
            .collect(),
        None => grounds(ctx),
    };
    let mut choices: Vec<Choice> = Vec::new();
    for (provision, about) in all
        .into_iter()
        .filter(|(provision, _)| !provision.is_empty())
    {
        let label = label(ctx, &provision, &about);
        match choices.iter_mut().find(|c| c.value == provision) {
            Some(choice) => choice.label = joined(&choice.label, &label),
            None => choices.push(Choice {
                value: provision,
                label,
            }),
        }
    }
    choices
}

/// Every element, and every check that is a ground: (provision, code).
fn grounds(ctx: &FormContext<'_>) -> Vec<(String, String)> {
    let elements = ctx.policy.elements(ctx.today).into_iter();
    let checks = ctx.policy.checks(ctx.today).into_iter();
    let checks = checks.filter(|c| c.kind == CheckKind::Task && c.ground);
    elements
        .map(|e| (e.provision.to_string(), e.id.clone()))
        .chain(checks.filter_map(|c| Some((c.provision.as_ref()?.to_string(), c.id.clone()))))
        .collect()
}

/// The provision as each language writes it, and what it is about.
fn label(ctx: &FormContext<'_>, provision: &str, about: &str) -> Label {
    let cited = provision.parse::<Citation>().ok();
    let about = task(ctx.policy, ctx.today, about);
    Label::Text(both(|language| {
        let cited = cited.as_ref().map(|c| c.render(language));
        let cited = cited.unwrap_or_else(|| provision.to_owned());
        match &about {
            Some(about) => format!("{cited} – {}", about.get(language)),
            None => cited,
        }
    }))
}

/// Two labels of one provision: the second finding after the first.
fn joined(first: &Label, second: &Label) -> Label {
    match (first, second) {
        (Label::Text(first), Label::Text(second)) if first != second => {
            Label::Text(both(|language| {
                let more = second.get(language);
                let more = more.split_once(" – ").map_or(more, |(_, about)| about);
                format!("{}; {more}", first.get(language))
            }))
        }
        _ => first.clone(),
    }
}
