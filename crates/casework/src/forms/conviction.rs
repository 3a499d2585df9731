//! The worksheet on a conviction or a charge: its facts, the comparison with Canadian law element by element, what the
//! partner knows, the conclusion; and the relief from what stands.
//!
//! The signs of illegitimacy are offered to be named and are never counted.

use super::FormContext;
use super::admissibility::checks;
use super::common::{
    area, as_written, both, choices, cited, day, evidence, listed, one_of, person, reason, some_of,
    target, tick, words,
};
use super::words::task;
use crate::form::{Choice, Field, Kind};
use safeconduct_domain::admissibility::Outcome;
use safeconduct_domain::conviction::{CRIMINALITY, Conviction, SERIOUS};
use safeconduct_domain::policy::{List, Text};

/// The longest wording of an element or a provision, in characters.
const WORDING: usize = 2_000;
/// So many characters of an offence or an element tell it from others.
const SHORT: usize = 80;

/// What there is: code and key.
const NATURES: [(&str, &str); 2] = [
    ("conviction", "nature-conviction"),
    ("charge", "nature-charge"),
];

/// Who says so: code and key.
const SOURCES: [(&str, &str); 6] = [
    ("applicant", "told-by-applicant"),
    ("partner", "told-by-partner"),
    ("document", "told-by-document"),
    ("check-result", "told-by-check-result"),
    ("public", "told-by-public"),
    ("authority", "told-by-authority"),
];

/// Whether an element has its like: code and key.
const LIKENESS: [(&str, &str); 2] = [
    ("matched", "likeness-matched"),
    ("unmatched", "likeness-unmatched"),
];

/// How the Canadian offence is prosecuted: code and key.
const PROSECUTIONS: [(&str, &str); 3] = [
    ("summary", "prosecution-summary"),
    ("indictment", "prosecution-indictment"),
    ("hybrid", "prosecution-hybrid"),
];

/// What follows: code and key.
const OUTCOMES: [(&str, &str); 6] = [
    ("no-equivalent", "conviction-no-equivalent"),
    ("illegitimate", "conviction-illegitimate"),
    ("excluded", "conviction-excluded"),
    ("not-established", "conviction-not-established"),
    (SERIOUS, "conviction-serious-criminality"),
    (CRIMINALITY, "conviction-criminality"),
];

pub(super) fn open(ctx: &FormContext<'_>) -> Vec<Field> {
    let sources = SOURCES.iter().map(|(code, key)| Choice::key(*code, key));
    vec![
        person(ctx, ctx.case.referral.present()),
        one_of("nature", &NATURES),
        Field::new("country", Kind::Country),
        Field::new("on", Kind::PartialDate),
        Field::new("sources", Kind::Choices(sources.collect())),
        area("known-from", WORDING),
        tick("adverse-word-only"),
        tick("in-absentia"),
        area("offence", WORDING),
        words("context"),
        reason("sentence").optional().provision("A36(1)(a)"),
        day("completed-on").optional().provision("R17"),
    ]
}

pub(super) fn compare(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![
        worksheet(ctx, Conviction::open),
        area("element", WORDING),
        area("corresponds", WORDING).provision("A36(1)(b)"),
        one_of("likeness", &LIKENESS),
        words("reasons"),
    ];
    let compared = earlier(ctx);
    if !compared.is_empty() {
        fields.push(Field::new("replaces", Kind::Choice(compared)).optional());
    }
    fields
}

/// The elements compared already, of the worksheet the page is about, or of all that are open.
fn earlier(ctx: &FormContext<'_>) -> Vec<Choice> {
    let open = ctx.case.convictions.iter().filter(|c| c.open());
    let these = open.filter(|c| ctx.item.is_none_or(|id| id == c.id));
    these
        .flat_map(|c| &c.compared)
        .map(|c| Choice::text(c.id.to_string(), as_written(&short(&c.comparison.element))))
        .collect()
}

pub(super) fn ask(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![
        worksheet(ctx, Conviction::open),
        day("on"),
        listed(ctx, "way", List::ContextChannel),
        words("asked"),
        words("answer").optional(),
    ]
}

pub(super) fn conclude(ctx: &FormContext<'_>) -> Vec<Field> {
    let mut fields = vec![
        worksheet(ctx, Conviction::open),
        some_of("signs", choices(ctx, List::ConvictionIndicator)).optional(),
        one_of("prosecution", &PROSECUTIONS)
            .optional()
            .provision("A36(3)(a)"),
        tick("ten-years").provision("A36(1)(b)"),
    ];
    let others = (ctx.case.convictions.iter()).filter(|c| Some(c.id) != ctx.item);
    let others: Vec<_> = others.map(|c| named(ctx, c)).collect();
    if !others.is_empty() {
        let second = Field::new("second", Kind::Choice(others));
        fields.push(second.optional().provision("A36(2)(b)"));
    }
    fields.extend(evidence(ctx, "evidence"));
    fields.push(words("word-weighed").optional().provision("A33"));
    fields.push(one_of("outcome", &OUTCOMES));
    fields.push(words("reasons"));
    fields
}

pub(super) fn reopen(ctx: &FormContext<'_>) -> Vec<Field> {
    vec![worksheet(ctx, |c| !c.open()), reason("reason")]
}

pub(super) fn relief(ctx: &FormContext<'_>) -> Vec<Field> {
    let about = |check: &&str| ctx.about.is_none_or(|about| about == *check);
    let cures = |cured: &[String]| cured.iter().any(|c| about(&c.as_str()));
    let ways = ctx.policy.reliefs(ctx.today).into_iter();
    let ways = ways
        .filter(|r| cures(&r.cures))
        .map(|r| Choice::text(r.id.clone(), cited(&r.text, r.provisions.first())))
        .collect();
    vec![
        person(ctx, ctx.case.referral.present()),
        target("check", ctx.about.is_some(), grounds(ctx)),
        target("relief", false, ways),
        tick("pursued"),
        words("reasons"),
    ]
}

/// The checks that stand as concerns; where none does, all that are grounds.
fn grounds(ctx: &FormContext<'_>) -> Vec<Choice> {
    let checks_recorded = ctx.case.admissibility.checks.iter();
    let standing: Vec<_> = checks_recorded
        .filter(|c| c.outcome == Outcome::Concern)
        .filter_map(|c| Some((c.check.clone(), task(ctx.policy, ctx.today, &c.check)?)))
        .map(|(id, text)| Choice::text(id, text))
        .collect();
    if standing.is_empty() {
        checks(ctx)
    } else {
        super::common::once(standing)
    }
}

fn worksheet(ctx: &FormContext<'_>, among: impl Fn(&Conviction) -> bool) -> Field {
    let all = ctx.case.convictions.iter().filter(|c| among(c));
    let choices = all.map(|c| named(ctx, c)).collect();
    target("conviction", ctx.item.is_some(), choices)
}

/// A conviction by whose it is, when it was, and how the offence is called.
fn named(ctx: &FormContext<'_>, conviction: &Conviction) -> Choice {
    Choice::text(conviction.id.to_string(), entitled(ctx, conviction))
}

pub(super) fn entitled(ctx: &FormContext<'_>, conviction: &Conviction) -> Text {
    let facts = &conviction.facts;
    let begins = short(&facts.offence);
    match ctx.case.referral.person(facts.person) {
        Some(person) => {
            both(|_| format!("{}, {} – {begins}", person.details.full_name(), facts.on))
        }
        None => both(|_| format!("{} – {begins}", facts.on)),
    }
}

fn short(text: &str) -> String {
    text.chars().take(SHORT).collect()
}
