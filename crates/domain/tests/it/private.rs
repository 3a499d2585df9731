//! Nothing personal reaches a log: a canary in every field of every type, and none in what `Debug` or a refusal prints.

use crate::acts;
use crate::generate::{CANARY, CANARY_YEAR, Canary, KINDS, details, event, log};
use crate::world::{ELSEWHERE, GROUPS, TODAY, World, decider, staff};
use safeconduct_domain::access::{Action, Actor, Role, permit};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Case;
use safeconduct_domain::decision::Adverse;
use safeconduct_domain::fact::Fact;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::notice::Notice;
use safeconduct_domain::policy::Policy;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Debug;

fn silent(what: &dyn Debug, name: &str) {
    for text in [format!("{what:?}"), format!("{what:#?}")] {
        assert!(
            !text.contains(CANARY) && !text.contains(&CANARY_YEAR.to_string()),
            "{name} tells: {text}"
        );
        assert_eq!(text, format!("{name}(…)"));
    }
}

#[test]
fn debug_prints_the_name_of_the_type_and_nothing_else() {
    use safeconduct_domain::event::Event as E;
    for kind in 0..KINDS {
        let event = event(kind, &mut Canary);
        assert!(
            event
                .to_bytes()
                .windows(CANARY.len())
                .any(|w| w == CANARY.as_bytes())
                || !has_text(&event),
            "{}",
            event.name()
        );
        silent(&event, "Event");
        let (payload, name): (&dyn Debug, &str) = match &event {
            E::Opened { open, .. } => (open, "Open"),
            E::WorkRecorded(w) => (w, "Work"),
            E::RiskRecorded(r) => (r, "Risk"),
            E::DeclarationRecorded(d) => (d, "Declaration"),
            E::ContactSet(c) => (c, "Contact"),
            E::PersonAdded { details, .. } => (details, "Details"),
            E::ConsentRecorded(c) => (c, "Consent"),
            E::DocumentAdded(d) => (d, "Document"),
            E::Attested(a) => (a, "Attestation"),
            E::Returned(r) => (r, "Return"),
            E::Held(h) => (h, "Hold"),
            E::NumberRecorded(n) => (n, "Number"),
            E::OfficeChosen(o) => (o, "Office"),
            E::InterviewPlanned(p) => (p, "Plan"),
            E::NotesSigned { notes, .. } => (notes, "Notes"),
            E::ElementFound(e) => (e, "Element"),
            E::ClassFound(c) => (c, "ClassFinding"),
            E::CheckRecorded(c) => (c, "Check"),
            E::ConvictionOpened { facts, .. } => (facts, "Facts"),
            E::EquivalenceRecorded { comparison, .. } => (comparison, "Comparison"),
            E::ContextRecorded { asked, .. } => (asked, "Asked"),
            E::ConvictionConcluded { conclusion, .. } => (conclusion, "Conclusion"),
            E::ReliefConsidered(considered) => (considered, "Considered"),
            E::ConcernPut { put, .. } => (put, "Put"),
            E::ConcernAnswered { answer, .. } => (answer, "Answer"),
            E::StatusQueried { query, .. } => (query, "Query"),
            E::StatusAnswered { reply, .. } => (reply, "Reply"),
            E::TaskOverridden(o) => (o, "Override"),
            E::Decided { decide, .. } => (decide, "Decide"),
            E::DecisionReviewed(r) => (r, "Review"),
            E::Reconsidered {
                reconsideration, ..
            } => (reconsideration, "Reconsideration"),
            E::LeaveSought { application, .. } => (application, "Application"),
            E::CourtEnded { ending, .. } => (ending, "Ending"),
            E::TimeExtended { extension, .. } => (extension, "Extension"),
            E::LetterSigned { letter, .. } => (letter, "Letter"),
            E::KeptConfidential(k) => (k, "Keep"),
            E::ConfidenceLifted(l) => (l, "Lift"),
            E::PersonDeclared { declared, .. } => (declared, "Declared"),
            E::DeclarationConfirmed(c) => (c, "Confirmation"),
            E::MatchSettled { said, .. } => (said, "Said"),
            E::Withdrawn(w) => (w, "Withdrawal"),
            _ => continue,
        };
        silent(payload, name);
    }
}

/// Events without any words in them.
fn has_text(event: &safeconduct_domain::event::Event) -> bool {
    use safeconduct_domain::event::Event as E;
    !matches!(
        event,
        E::ApprovalRequested
            | E::TransferAccepted
            | E::CheckCapped {}
            | E::NoticeGiven { .. }
            | E::ConsentRecorded(_)
            | E::LetterSent { .. }
            | E::KeptConfidential(_)
            | E::ConfidenceLifted(_)
    )
}

#[test]
fn what_is_folded_of_it_is_as_silent() {
    let mut kinds: Vec<u8> = (0..KINDS).collect();
    // nobody removed, nothing ended, no decision given back or opened again
    let undone = [
        "person-removed",
        "withdrawn",
        "decision-reviewed",
        "reconsidered",
    ];
    kinds.retain(|k| !undone.contains(&event(*k, &mut Canary).name()));
    let case = Case::fold(
        CaseId::from_bytes([1; 16]),
        log(&kinds, &mut Canary).iter().map(|(s, e)| (s, e)),
    );
    silent(&case, "Case");
    silent(&case.referral, "Referral");
    silent(&case.referral.persons[0], "Person");
    silent(&case.intake, "Intake");
    silent(&case.interview, "Interview");
    silent(&case.interview.notes[0], "Signed");
    silent(&case.eligibility, "Eligibility");
    silent(&case.admissibility, "Admissibility");
    silent(&case.convictions[0], "Conviction");
    silent(&case.convictions[0].compared[0], "Compared");
    silent(&case.concerns[0], "Concern");
    silent(&case.confidences[0], "Kept");
    silent(&case.applications[0], "Applied");
    silent(&case.referral.confirmations[0], "Confirmed");
    silent(&case.letters[0], "Signed");
    silent(&case.letters[0].made, "Made");
    silent(&case.queries[0], "StatusQuery");
    silent(&case.decisions[0], "Decided");
    silent(&Card::of(&Policy::builtin().unwrap(), &case), "Card");
    silent(&case.priorities, "Priorities");
    silent(&case.priorities.submission, "Priority");
    silent(&case.hands, "Hands");
    let fact = Fact::between(&Case::default(), &case, TODAY).unwrap();
    silent(&fact, "Fact");
    let mut told = 0;
    for kind in 0..KINDS {
        for (_, notice) in Notice::of(&event(kind, &mut Canary), &case, ELSEWHERE, TODAY) {
            silent(&notice, "Notice");
            silent(&notice.news, "News");
            told += 1;
        }
    }
    assert!(told > 5);
    let adverse = Adverse {
        person: case.referral.persons[0].id,
        about: CANARY.into(),
        provision: CANARY.into(),
    };
    silent(&adverse, "Adverse");
    let birth = details(&mut Canary).birth.unwrap();
    assert_eq!(format!("{birth:?}"), "PartialDate(…)");
}

#[test]
fn a_fact_names_nobody_and_no_country() {
    let mut kinds: Vec<u8> = (0..KINDS).collect();
    kinds.retain(|k| *k != 7);
    let case = Case::fold(
        CaseId::from_bytes([1; 16]),
        log(&kinds, &mut Canary).iter().map(|(s, e)| (s, e)),
    );
    let fact = Fact::between(&Case::default(), &case, TODAY).unwrap();
    let value = serde_json::to_value(&fact).unwrap();
    let keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        [
            "approved", "from", "month", "office", "origin", "partner", "persons", "refused",
            "stage"
        ]
    );
}

/// The act with the canary in one of its texts, and something that may provoke a rule in another.
fn plant(kind: Kind, act: &Act) -> Vec<Act> {
    let fields = serde_json::to_value(act).unwrap()[kind.name()].clone();
    let paths = texts(&fields);
    let with = |fields: &Value, path: &str, text: &str| {
        let mut fields = fields.clone();
        *fields.pointer_mut(path).unwrap() = Value::from(text);
        Act::from_form(kind, fields.clone())
            .is_ok()
            .then_some(fields)
    };
    let mut planted = vec![fields.clone()];
    for path in &paths {
        let Some(one) = with(&fields, path, CANARY) else {
            continue;
        };
        planted.push(one.clone());
        for other in paths.iter().filter(|other| *other != path) {
            let provoking = [
                "",
                CANARY,
                "2031-01-01",
                "2001-01-01",
                "concern",
                "exempt",
                "not-asked",
                "waived",
                "refused",
            ];
            planted.extend(provoking.iter().filter_map(|text| with(&one, other, text)));
        }
    }
    planted
        .into_iter()
        .map(|fields| Act::from_form(kind, fields).unwrap())
        .collect()
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(_) => vec![String::new()],
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(n, v)| texts(v).into_iter().map(move |p| format!("/{n}{p}")))
            .collect(),
        Value::Object(map) => map
            .iter()
            .flat_map(|(k, v)| texts(v).into_iter().map(move |p| format!("/{k}{p}")))
            .collect(),
        _ => vec![],
    }
}

#[test]
fn a_refusal_repeats_nothing_that_was_typed() {
    let worlds = [
        World::new(),
        World::new().prepared(),
        World::new().awaiting_approval(),
        World::new().attested(),
        World::new().submitted(),
        World::new().held(),
        World::new().file_created(),
        World::new().in_transfer(),
        World::new().assessment(),
        World::new().assessed(),
    ];
    let (mut rules, mut refusals) = (BTreeSet::new(), 0);
    for world in worlds {
        let case = world.case();
        let everybody = Role::ALL
            .into_iter()
            .flat_map(|r| GROUPS.map(|g| staff(0x60, g, r)));
        let everybody = everybody.map(|a| Actor {
            delegations: decider().delegations,
            ..a
        });
        for (actor, kind) in everybody.flat_map(|a| Kind::ALL.iter().map(move |k| (a.clone(), *k)))
        {
            let Ok(permit) = permit(&actor, Action::Do(kind), &case) else {
                continue;
            };
            for act in plant(kind, &acts::sample(kind, &case)) {
                silent(&act, "Act");
                let Err(refused) = world.decide_with(&actor, &permit, &case, act) else {
                    continue;
                };
                let told = format!("{refused} {refused:?}");
                assert!(!told.contains(CANARY), "{}: {told}", kind.name());
                refusals += 1;
                rules.insert(refused.rule);
            }
        }
    }
    println!(
        "refusals: {refusals} by {} rules, a canary in what was typed, 0 repeat it",
        rules.len()
    );
    assert!(rules.len() > 15 && refusals > 1_000, "{refusals} {rules:?}");
}

/// Types that print their content, and why they may.
const SPOKEN: [&str; 51] = [
    // names of rules, roles, stages, kinds and results, with no content
    "Role",
    "Relation",
    "Action",
    "Kind",
    "Denied",
    "Stage",
    "Compartment",
    "Agreement",
    "Part",
    "Sameness",
    "Class",
    "Outcome",
    "Known",
    "Verdict",
    "Finding",
    "Urgency",
    "Mode",
    "Relationship",
    "Section",
    "State",
    "Purpose",
    "Channel",
    "Opinion",
    "Hearing",
    "WaitsOn",
    "DueFor",
    "NotADate",
    "NotAnEvent",
    "NotAnId",
    "SafetyPoint",
    "Safety",
    "Everybody",
    "NotAnItem",
    "Edition",
    "Says",
    // a kind and a pseudonym
    "Item",
    // pseudonyms, days and codes of the policy; nothing about a person
    "Actor",
    "Permit",
    "Offer",
    "Delegation",
    "Stamp",
    // counts and times of a group's work
    "Finished",
    "Waiting",
    "Backward",
    "Forward",
    "Colleague",
    "Stranded",
    "Refused",
    "Task",
    // both classes, of entries and of refugees, are called so; one derive each
    "Class",
    "NotACitation",
];

#[test]
fn every_type_that_prints_its_content_is_known_to_be_harmless() {
    let mut spoken = BTreeSet::new();
    for (file, text) in crate::sources::of_the_crate() {
        let text = crate::sources::without_tests(&text);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in flat.split("#[derive(").skip(1) {
            let (derived, rest) = part.split_once(")]").unwrap();
            if !derived.split(',').any(|d| d.trim() == "Debug") {
                continue;
            }
            let mut words = rest
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .skip_while(|w| *w != "struct" && *w != "enum");
            let name = words.nth(1).unwrap_or_default().to_owned();
            assert!(
                SPOKEN.contains(&name.as_str()),
                "{file}: {name} derives Debug; does it hold anything personal?"
            );
            spoken.insert(name);
        }
    }
    assert!(spoken.len() > 20, "{spoken:?}");
}
