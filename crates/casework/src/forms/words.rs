//! The words of the policy for codes that stand in a case or in a refusal.

use crate::form::Arg;
use jiff::civil::Date;
use safeconduct_domain::policy::{Language, List, Policy, Text};
use safeconduct_domain::reassignment::FRESH;
use safeconduct_domain::refused::Refused;

/// The plain tasks, by their codes and the keys of their words.
pub(crate) const PLAIN: [(&str, &str); 4] = [
    ("interview", "task-interview"),
    ("discrepancies", "task-discrepancies"),
    ("convictions", "task-convictions"),
    (FRESH, "task-fresh-assessment"),
];

/// What an element or a check is called; nothing for a [plain task](safeconduct_domain::tasks::is_plain), whose words are
/// the Fluent key `task-{code}`.
#[must_use]
pub fn task(policy: &Policy, day: Date, code: &str) -> Option<Text> {
    let element = policy.element(code, day).map(|e| &e.text);
    let text = element.or_else(|| policy.check(code, day).map(|c| &c.text));
    text.cloned()
}

/// What a line of a deficiency list is called: a reason to hold, or a line of the checklist.
#[must_use]
pub fn deficiency(policy: &Policy, day: Date, code: &str) -> Option<Text> {
    let reason = policy.named(List::HoldReason, code, day).map(|r| &r.text);
    let item = || policy.checklist(day).into_iter().find(|i| i.id == code);
    let text = reason.or_else(|| item().map(|i| &i.text));
    text.cloned()
}

/// The arguments of a refusal's message (`refused-{rule}`): counts as numbers, so that plurals come out right, and
/// codes of the policy in its own words. A day stays as it is, `2026-11-22`, for the page to write in its language.
#[must_use]
pub fn refusal_args(
    refused: &Refused,
    policy: &Policy,
    day: Date,
    language: Language,
) -> Vec<(&'static str, Arg)> {
    let named = |name: &str, code: &str| match name {
        "task" => task(policy, day, code),
        "point" => {
            let mut points = policy.safety(day).into_iter();
            points
                .find(|s| s.point.code() == code)
                .map(|s| s.text.clone())
        }
        "first" => deficiency(policy, day, code),
        "office" => policy.office(code, day).map(|o| o.name.clone()),
        "partner" => policy.partner(code, day).map(|p| p.short.clone()),
        _ => None,
    };
    let arg = |name: &str, value: &String| match (name, value.parse()) {
        // a year is written without groups of three
        ("count" | "limit" | "left" | "persons" | "megabytes", Ok(n)) => Arg::Number(n),
        _ => Arg::Text(
            named(name, value).map_or_else(|| value.clone(), |text| text.get(language).to_owned()),
        ),
    };
    let args = refused.args.iter();
    args.map(|(name, value)| (*name, arg(name, value)))
        .collect()
}
