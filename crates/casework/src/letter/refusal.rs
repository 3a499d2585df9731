//! What a refusal says: class by class what was found, on what evidence, what was put and answered, every ground.

use super::facts::{Desk, name};
use safeconduct_domain::decision::{Decided, Verdict, adverse};
use safeconduct_domain::eligibility::{Class, ClassFinding, Finding};
use safeconduct_domain::letter;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Citation, List, RefugeeClass};
use safeconduct_domain::tasks;
use safeconduct_letters as out;

pub(super) fn letter(desk: &Desk<'_>) -> Option<out::Refusal> {
    let case = desk.case;
    let to = desk.letter.addressee(case)?;
    let refused = letter::decided(case, to, Verdict::Refused, desk.today);
    let refused = refused.filter_map(|p| Some((p, case.decision(p.id)?)));
    let refused: Vec<_> = refused.collect();
    Some(out::Refusal {
        envelope: desk.envelope(),
        decided_on: refused.iter().map(|(_, d)| d.on).max()?,
        persons: refused.iter().map(|(p, d)| person(desk, p, d)).collect(),
        // the days for leave run from the day the person is told, which this letter cannot know
        leave_by: None,
    })
}

fn person(desk: &Desk<'_>, who: &Person, decided: &Decided) -> out::RefusedPerson {
    let decide = &decided.decide;
    out::RefusedPerson {
        name: name(who),
        findings: [Class::Convention, Class::CountryOfAsylum]
            .into_iter()
            .filter_map(|class| finding(desk, who, class))
            .collect(),
        evidence: decide.evidence.clone().unwrap_or_default(),
        reasons: decide.reasons.clone(),
        concerns: concerns(desk, who),
        grounds: grounds(desk, who, decided),
    }
}

/// On whom the class was found: the person, or the principal applicant whose class the family shares (R140).
fn found_on<'a>(desk: &'a Desk<'_>, who: &Person, class: Class) -> Option<&'a ClassFinding> {
    let eligibility = &desk.case.eligibility;
    eligibility.class(who.id, class).or_else(|| {
        let shares = tasks::shares_class(desk.case, who, desk.today);
        let principal = desk.case.referral.principal().filter(|_| shares)?;
        eligibility.class(principal.id, class)
    })
}

fn finding(desk: &Desk<'_>, who: &Person, class: Class) -> Option<out::Finding> {
    let found = found_on(desk, who, class)?;
    let of_class = match class {
        Class::Convention => RefugeeClass::Convention,
        Class::CountryOfAsylum => RefugeeClass::CountryOfAsylum,
    };
    let wanting = desk.case.eligibility.elements.iter().filter(|e| {
        let element = desk.policy.element(&e.element, desk.today);
        let counts = element.is_some_and(|e| e.class == of_class || e.class == RefugeeClass::Both);
        e.person == found.person && e.finding == Finding::NotMet && counts && !found.member
    });
    let evidence = wanting.map(|e| out::Evidence {
        what: desk.task(&e.element),
        falls_short: e.reasons.clone(),
    });
    Some(out::Finding {
        class: of_class,
        conclusion: found.reasons.clone(),
        evidence: evidence.collect(),
    })
}

/// What was put on what stands against the person, with what was answered and made of it.
fn concerns(desk: &Desk<'_>, who: &Person) -> Vec<out::Put> {
    let against = adverse(desk.policy, desk.case, who.id, desk.today);
    let bears = |about: &str, on| against.iter().any(|a| a.about == about && a.person == on);
    let put = desk.case.concerns.iter();
    let put = put.filter(|c| bears(&c.put.about, c.put.person));
    put.filter_map(|c| {
        let answer = c.answer.as_ref()?;
        Some(out::Put {
            put_on: c.put.put_on,
            concern: c.put.concern.clone(),
            answer: answer.answer.clone().unwrap_or_default(),
            weighed: answer.analysis.clone(),
        })
    })
    .collect()
}

/// Every provision of the decision, in the words the policy has for it.
fn grounds(desk: &Desk<'_>, who: &Person, decided: &Decided) -> Vec<out::Ground> {
    let against = adverse(desk.policy, desk.case, who.id, desk.today);
    let named = desk.policy.list(List::RefusalGround, desk.today);
    let one = |provision: &String| {
        let cited: Citation = provision.parse().ok()?;
        let about = against.iter().find(|a| a.provision == *provision);
        let ground = named.iter().find(|n| n.provisions.contains(&cited));
        let ground = ground.map(|n| n.text.get(desk.language()).to_owned());
        let called = about.map(|a| desk.task(&a.about)).unwrap_or_default();
        Some(out::Ground {
            ground: ground.unwrap_or(called),
            provisions: vec![cited],
            reasons: about
                .and_then(|a| found_reasons(desk, a.person, &a.about))
                .unwrap_or_else(|| decided.decide.reasons.clone()),
        })
    };
    decided.decide.provisions.iter().filter_map(one).collect()
}

fn found_reasons(
    desk: &Desk<'_>,
    person: safeconduct_domain::id::PersonId,
    about: &str,
) -> Option<String> {
    let element = desk.case.eligibility.element(person, about);
    let element = element.map(|e| e.reasons.clone());
    element.or_else(|| {
        let check = desk.case.admissibility.check(person, about)?;
        check.reasons.clone()
    })
}
