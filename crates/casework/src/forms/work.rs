//! Human-rights work and persecutors.

use super::FormContext;
use super::common::{choices, some_of, words};
use crate::form::{Choice, Field, Kind};
use safeconduct_domain::policy::List;

pub(super) fn record(ctx: &FormContext<'_>) -> Vec<Field> {
    // more than one box may be ticked: a choice that stands for two of them would only confuse
    let persecutors: Vec<Choice> = choices(ctx, List::PersecutorKind)
        .into_iter()
        .filter(|c| c.value != "both")
        .collect();
    vec![
        some_of("categories", choices(ctx, List::DefenderCategory)),
        words("description"),
        some_of("persecutors", persecutors).provision("A96"),
        words("persecutors-who").provision("A96"),
        Field::new("adverse-countries", Kind::Countries { max: 20 }).sensitive(),
    ]
}
