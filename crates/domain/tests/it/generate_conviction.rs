//! Makes the events of worksheets on convictions, and of relief, out of any source.

use crate::generate::Source;
use safeconduct_domain::conviction::{
    self, Comparison, Conclusion, Facts, Likeness, Nature, Prosecution,
};
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::DocumentId;
use safeconduct_domain::relief::Considered;

fn facts(s: &mut impl Source) -> Facts {
    let on = s.day();
    Facts {
        person: s.person(),
        nature: s.one(&[Nature::Conviction, Nature::Charge]),
        country: s.text(),
        on: PartialDate::new(on.year(), Some(on.month()), None).unwrap(),
        sources: vec![s.one(&[conviction::Source::Partner, conviction::Source::Authority])],
        known_from: s.text(),
        adverse_word_only: s.flag(),
        in_absentia: s.flag(),
        offence: s.text(),
        context: s.text(),
        sentence: s.maybe(),
        completed_on: s.there().then(|| s.day()),
    }
}

/// The event of that number among the six of them.
pub fn of_conviction(kind: u8, s: &mut impl Source) -> Event {
    let conviction = s.item();
    match kind {
        0 => Event::ConvictionOpened {
            id: conviction,
            facts: facts(s),
        },
        1 => Event::EquivalenceRecorded {
            id: s.item(),
            conviction,
            comparison: Comparison {
                element: s.text(),
                corresponds: s.text(),
                likeness: s.one(&[Likeness::Matched, Likeness::Unmatched]),
                reasons: s.text(),
                replaces: s.there().then(|| s.item()),
            },
        },
        2 => Event::ContextRecorded {
            conviction,
            asked: conviction::Asked {
                on: s.day(),
                way: s.text(),
                asked: s.text(),
                answer: s.maybe(),
            },
        },
        3 => Event::ConvictionConcluded {
            conviction,
            conclusion: Conclusion {
                outcome: s.one(&[
                    conviction::Outcome::Criminality,
                    conviction::Outcome::Illegitimate,
                ]),
                prosecution: Some(s.one(&[Prosecution::Summary, Prosecution::Hybrid])),
                ten_years: s.flag(),
                second: s.there().then(|| s.item()),
                signs: s.list(),
                evidence: vec![DocumentId::from_bytes(s.id())],
                word_weighed: s.maybe(),
                reasons: s.text(),
            },
        },
        4 => Event::ConvictionReopened {
            conviction,
            reason: s.text(),
        },
        _ => Event::ReliefConsidered(Considered {
            person: s.person(),
            check: s.text(),
            relief: s.text(),
            pursued: s.flag(),
            reasons: s.text(),
        }),
    }
}
