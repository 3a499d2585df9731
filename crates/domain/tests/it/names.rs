//! Nobody but the partner says who is a human rights defender. There is no act, event, finding, ground or reason, in the
//! code or in the policy, by which anybody could find that somebody is not.

use crate::acts;
use crate::builtin::days;
use crate::generate::{Canary, KINDS, event};
use crate::world::{TODAY, World, decider, officer};
use safeconduct_domain::act::Kind;
use safeconduct_domain::decision::adverse;
use safeconduct_domain::policy::{List, Policy};
use safeconduct_domain::tasks;
use serde_json::Value;

/// Words by which a name would speak of the status, in either language.
const STATUS: [&str; 6] = [
    "defender",
    "defenseur",
    "défenseur",
    "hrd",
    "human-rights-work",
    "human_rights",
];

fn speaks(name: &str) -> bool {
    let name = name.to_lowercase();
    STATUS.iter().any(|word| name.contains(word))
}

/// The lists out of which somebody picks a reason for something that goes against a person or a case.
const REASONS: [List; 14] = [
    List::ReturnReason,
    List::HoldReason,
    List::OfficeOverrideReason,
    List::TransferRefusalReason,
    List::VideoReason,
    List::WaiverReason,
    List::BiometricsReason,
    List::OverrideReason,
    List::WithdrawalReason,
    List::ReconsiderationRequest,
    List::CourtOutcome,
    List::FirstContactDecline,
    List::RefusalGround,
    List::UrgentGround,
];

#[test]
fn no_act_or_event_is_about_the_status_but_the_attestation_and_the_query() {
    for kind in Kind::ALL {
        assert!(!speaks(kind.name()), "{}", kind.name());
    }
    for kind in 0..KINDS {
        let event = event(kind, &mut Canary);
        assert!(!speaks(event.name()), "{}", event.name());
        let fields: Value = serde_json::from_slice(&event.to_bytes()).unwrap();
        for key in keys(&fields) {
            assert!(!speaks(&key), "{} has a field {key}", event.name());
        }
    }
    let about: Vec<_> = Kind::ALL
        .iter()
        .map(|k| k.name())
        .filter(|n| n.contains("status") || n.contains("attest"))
        .collect();
    assert_eq!(
        about,
        ["attest", "raise-status-query", "answer-status-query"]
    );
}

fn keys(value: &Value) -> Vec<String> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(k, v)| std::iter::once(k.clone()).chain(keys(v)))
            .collect(),
        Value::Array(items) => items.iter().flat_map(keys).collect(),
        _ => vec![],
    }
}

#[test]
fn no_element_check_ground_or_reason_of_the_policy_is_about_the_status() {
    let policy = Policy::builtin().unwrap();
    let mut looked = 0;
    let mut look = |what: &str, words: [&str; 3]| {
        looked += 1;
        for word in words {
            assert!(!speaks(word), "{what}: {word}");
        }
    };
    for day in days() {
        for e in policy.elements(day) {
            look("element", [&e.id, &e.text.en, &e.text.fr]);
        }
        for c in policy.checks(day) {
            look("check", [&c.id, &c.text.en, &c.text.fr]);
        }
        for list in REASONS {
            for n in policy.list(list, day) {
                look("reason", [&n.id, &n.text.en, &n.text.fr]);
                if let Some(hint) = &n.hint {
                    look("hint", [&n.id, &hint.en, &hint.fr]);
                }
            }
        }
    }
    println!("names: {looked} elements, checks, grounds and reasons read, 0 about the status");
    assert!(looked > 300);
}

#[test]
fn no_list_that_could_hold_such_a_reason_was_forgotten() {
    let harmless = [
        List::DocumentKind,
        List::DefenderCategory,
        List::PersecutionGround,
        List::PersecutorKind,
        List::Relationship,
        List::Priority,
        List::InterviewMode,
        List::ConvictionIndicator,
        List::ConvictionStep,
        List::ContextChannel,
        List::Unit,
    ];
    for list in List::ALL {
        assert!(
            REASONS.contains(&list) != harmless.contains(&list),
            "{list:?} is on neither side"
        );
    }
}

#[test]
fn names_in_the_code_speak_of_the_status_only_where_the_partner_does() {
    // the partner's attestation and description of the work; the categories the partner chooses from
    let known = ["HumanRightsWork", "HrdAttestation", "DefenderCategory"];
    for (file, text) in crate::sources::of_the_crate() {
        let code = crate::sources::without_tests(&text);
        let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
        for line in lines {
            for word in line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-') {
                assert!(!speaks(word) || known.contains(&word), "{file}: {word}");
            }
        }
    }
}

#[test]
fn the_answer_to_a_status_query_is_words_and_decides_nothing() {
    let mut world = World::new().assessed();
    let principal = world.principal();
    world.act(&officer(), acts::query());
    let query = world.case().queries[0].id;
    let fields = serde_json::to_value(acts::reply(query)).unwrap();
    let fields = fields["answer-status-query"].as_object().unwrap();
    assert_eq!(
        fields.keys().map(String::as_str).collect::<Vec<_>>(),
        ["answer", "by", "query"]
    );
    assert!(
        fields.values().all(Value::is_string),
        "no box to tick, no result to choose"
    );
    let before = (
        tasks::of_person(&world.policy, &world.case(), principal, TODAY),
        world.stage(),
    );
    let mut reply = acts::reply(query);
    if let safeconduct_domain::act::Act::AnswerStatusQuery { reply, .. } = &mut reply {
        reply.answer = "This person is not a human rights defender.".into();
    }
    world.act(&officer(), reply);
    let after = (
        tasks::of_person(&world.policy, &world.case(), principal, TODAY),
        world.stage(),
    );
    assert!(before == after);
    assert!(adverse(&world.policy, &world.case(), principal, TODAY).is_empty());
    assert!(world.attempt(&decider(), acts::approve(principal)).is_ok());
    let refuse = acts::refuse(principal, &["R138"]);
    world.refuses(&decider(), refuse, "refusal-needs-a-finding");
}

#[test]
fn a_finding_on_the_status_is_refused_in_every_form() {
    let world = World::new().assessed();
    let principal = world.principal();
    for code in [
        "defender-status",
        "not-a-defender",
        "hrd",
        "hrd-attestation",
        "human-rights-work",
    ] {
        world.refuses(
            &officer(),
            acts::element(principal, code, "not-met"),
            "no-such-element",
        );
        world.refuses(
            &officer(),
            acts::check(principal, code, "concern"),
            "no-such-check",
        );
        world.refuses(&officer(), acts::put(principal, code), "no-such-element");
        world.refuses(
            &decider(),
            acts::set_aside(Some(principal), code),
            "no-such-task",
        );
    }
}
