//! The stream's rules as they stand on a day.
//!
//! Policy holds nothing about anybody, so its items are shown whole, under the names of the files.

use jiff::civil::Date;
use safeconduct_domain::policy::{List, Policy};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Everything in force on a day.
#[must_use]
pub fn policy(policy: &Policy, on: Date) -> Value {
    let year = on.year();
    let lists: Map<String, Value> = List::ALL
        .into_iter()
        .map(|list| (code(&list), items(&policy.list(list, on))))
        .collect();
    let partners = policy.partners(on);
    let allocations: Vec<_> = partners
        .iter()
        .filter_map(|p| policy.allocation(&p.code, year))
        .collect();
    let mut all = json!({
        "version": policy.version(),
        "on": on,
        "stream": policy.stream(on),
        "ceiling": policy.ceiling(year),
        "partners": items(&partners),
        "allocations": items(&allocations),
        "offices": items(&policy.offices(on)),
        "checklist": items(&policy.checklist(on)),
        "elements": items(&policy.elements(on)),
        "checks": items(&policy.checks(on)),
        "reliefs": items(&policy.reliefs(on)),
        "practice": policy.practice(on),
        "lists": lists,
    });
    kebab(&mut all);
    super::tidy(&mut all);
    all
}

fn items<T: Serialize>(items: &[T]) -> Value {
    serde_json::to_value(items).unwrap_or_default()
}

fn code(list: &List) -> String {
    let code = serde_json::to_value(list).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}

/// Names of members the way the rest of the API writes them.
fn kebab(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let renamed = std::mem::take(members)
                .into_iter()
                .map(|(name, mut member)| {
                    kebab(&mut member);
                    (name.replace('_', "-"), member)
                });
            *members = renamed.collect();
        }
        Value::Array(items) => items.iter_mut().for_each(kebab),
        _ => {}
    }
}
