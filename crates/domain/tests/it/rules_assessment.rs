//! The work of the office: interview, elements, checks, concerns, status queries.

use crate::acts::{self, act, reasoned};
use crate::world::{COLLEAGUES, TODAY, World, decider, officer};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::id::{DocumentId, ItemId, PersonId, UserId};
use safeconduct_domain::policy::{CheckKind, Policy};
use serde_json::{Value, json};

fn changed(base: Act, kind: Kind, change: impl Fn(&mut Value)) -> Act {
    let all = serde_json::to_value(&base).unwrap();
    let mut fields = all[kind.name()].clone();
    change(&mut fields);
    act(kind, fields)
}

#[test]
fn everything_is_about_somebody_on_the_case() {
    let world = World::new().assessment();
    let nobody = PersonId::from_bytes([7; 16]);
    let plan = changed(acts::plan(), Kind::PlanInterview, |f| {
        f["persons"] = json!([nobody])
    });
    for act in [
        plan,
        acts::element(nobody, "outside-canada", "met"),
        acts::class(nobody, "convention", true),
        acts::check(nobody, "security", "passed"),
        acts::put(nobody, "security"),
        acts::noted(nobody),
    ] {
        world.refuses(&officer(), act, "no-such-person");
    }
    world.refuses(
        &decider(),
        acts::set_aside(Some(nobody), "security"),
        "no-such-person",
    );
    world.refuses(&decider(), acts::approve(nobody), "no-such-person");
}

#[test]
fn the_case_goes_to_a_colleague_with_a_reason() {
    let world = World::new().assessment();
    let to = |officer: UserId, reason: &str| {
        act(
            Kind::Reassign,
            json!({"officer": officer, "reason": reason}),
        )
    };
    world.refuses(
        &officer(),
        to(UserId::from_bytes([1; 16]), "x"),
        "not-a-colleague",
    );
    world.refuses(&officer(), to(COLLEAGUES[0], "x"), "already-assigned");
    world.refuses(&officer(), to(COLLEAGUES[1], ""), "reason-needed");
    assert!(
        world
            .attempt(&officer(), to(COLLEAGUES[1], "On leave."))
            .is_ok()
    );
}

#[test]
fn video_and_waiver_have_a_reason_of_their_list_and_safety_is_always_considered() {
    let world = World::new().assessment();
    let plan =
        |change: &dyn Fn(&mut Value)| changed(acts::plan(), Kind::PlanInterview, |f| change(f));
    for mode in ["video", "waived"] {
        for reason in [Value::Null, json!(""), json!("  ")] {
            let without = plan(&|f| {
                f["mode"] = json!(mode);
                f["reason"] = reason.clone();
            });
            let refused = world.refuses(&officer(), without, "video-or-waiver-needs-reason");
            assert_eq!(refused.citation.as_deref(), Some("REF-OVS-13-6"));
        }
        let unknown = plan(&|f| {
            f["mode"] = json!(mode);
            f["reason"] = json!("because");
        });
        world.refuses(&officer(), unknown, "no-such-reason");
    }
    for point in ["asylum-risk", "surveillance", "interpreter-avoid"] {
        let without = plan(&|f| f[point] = json!(" "));
        let refused = world.refuses(&officer(), without, "safety-not-considered");
        assert_eq!(refused.args, [("point", point.to_owned())]);
    }
    // a waiver rests on something in the case, and a video on no journey
    let groundless = changed(acts::waive(), Kind::PlanInterview, |f| {
        f["rests-on"] = json!([])
    });
    let refused = world.refuses(&officer(), groundless, "safety-not-considered");
    assert_eq!(refused.args, [("point", "rests-on".to_owned())]);
    let elsewhere = changed(acts::waive(), Kind::PlanInterview, |f| {
        f["rests-on"] = json!([format!("answer-{}", "0".repeat(32))]);
    });
    world.refuses(&officer(), elsewhere, "no-such-item");
    assert!(
        world
            .attempt(&officer(), plan(&|f| f["safety"] = json!("")))
            .is_ok()
    );
    world.refuses(
        &officer(),
        plan(&|f| f["on"] = json!("2026-11-21")),
        "date-in-the-past",
    );
    let in_person = plan(&|f| {
        f["mode"] = json!("in-person");
        f["travel"] = json!("In the partner's car.");
        f["reason"] = Value::Null;
        f["on"] = json!("2026-11-22");
    });
    assert!(world.attempt(&officer(), in_person).is_ok());
    assert!(world.attempt(&officer(), acts::waive()).is_ok());
}

#[test]
fn nobody_is_heard_before_the_plan_and_notes_never_change() {
    let mut world = World::new().assessment();
    let refused = world.refuses(&officer(), acts::notes(), "interview-not-planned");
    assert_eq!(refused.citation.as_deref(), Some("REF-OVS-13-6"));
    world.act(&officer(), acts::waive());
    world.refuses(&officer(), acts::notes(), "interview-not-planned");
    world.act(&officer(), acts::plan());
    let future = changed(acts::notes(), Kind::SignNotes, |f| {
        f["held-on"] = json!("2026-11-23")
    });
    world.refuses(&officer(), future, "date-in-the-future");
    let empty = changed(acts::notes(), Kind::SignNotes, |f| f["text"] = json!(""));
    world.refuses(&officer(), empty, "text-needed");
    world.act(&officer(), acts::notes());
    let addendum =
        |notes: ItemId, text: &str| act(Kind::AddAddendum, json!({"notes": notes, "text": text}));
    world.refuses(
        &officer(),
        addendum(ItemId::from_bytes([3; 16]), "x"),
        "no-such-notes",
    );
    let signed = world.case().interview.notes[0].id;
    world.refuses(&officer(), addendum(signed, " "), "text-needed");
    let before = world.case().interview.notes[0].notes.clone();
    world.act(&decider(), addendum(signed, "The year is 2019."));
    let after = &world.case().interview.notes[0];
    assert!(after.notes == before, "what was signed stands as signed");
    assert_eq!(after.addenda[0].0, "The year is 2019.");
    assert_eq!(
        (after.by.0, after.addenda[0].1),
        (officer().user, decider().user)
    );
}

#[test]
fn who_finds_against_the_person_says_how_what_stands_beside_it_was_weighed() {
    let world = World::new().assessment();
    let person = world.principal();
    let silent = |element: &str, finding: &str| {
        changed(
            acts::element(person, element, finding),
            Kind::FindElement,
            |f| {
                f["weighed"] = json!("  ");
            },
        )
    };
    for element in world.policy.elements(world.today) {
        let points = world.policy.considerations_for(&element.id, world.today);
        let against = silent(&element.id, "not-met");
        if points.is_empty() {
            assert!(world.attempt(&officer(), against).is_ok(), "{}", element.id);
        } else {
            let refused = world.refuses(&officer(), against, "considerations-not-weighed");
            assert_eq!(refused.citation, Some(element.provision.to_string()));
        }
        assert!(
            world
                .attempt(&officer(), silent(&element.id, "met"))
                .is_ok()
        );
    }
}

#[test]
fn elements_are_those_of_the_policy_with_evidence_from_the_case() {
    let world = World::new().assessment();
    let person = world.principal();
    world.refuses(
        &officer(),
        acts::element(person, "is-a-defender", "not-met"),
        "no-such-element",
    );
    let elsewhere = changed(
        acts::element(person, "outside-canada", "met"),
        Kind::FindElement,
        |f| {
            f["evidence"] = json!([DocumentId::from_bytes([2; 16])]);
        },
    );
    world.refuses(&officer(), elsewhere, "no-such-document");
    let here = world.case().referral.documents[0].id;
    let evidence = changed(
        acts::element(person, "outside-canada", "met"),
        Kind::FindElement,
        |f| f["evidence"] = json!([here]),
    );
    assert!(world.attempt(&officer(), evidence).is_ok());
    let silent = changed(
        acts::element(person, "outside-canada", "met"),
        Kind::FindElement,
        |f| f["reasons"] = json!(" "),
    );
    world.refuses(&officer(), silent, "reason-needed");
    let silent = changed(
        acts::class(person, "convention", false),
        Kind::FindClass,
        |f| f["reasons"] = json!(""),
    );
    world.refuses(&officer(), silent, "reason-needed");
}

#[test]
fn only_what_the_law_lifts_may_be_left_out() {
    let world = World::new().assessment();
    let person = world.principal();
    let refused = world.refuses(
        &officer(),
        acts::element(person, "outside-canada", "not-asked"),
        "element-cannot-be-left-out",
    );
    assert_eq!(refused.citation.as_deref(), Some("R139(1)(a)"));
    let policy = Policy::builtin().unwrap();
    for element in policy.elements(TODAY) {
        let outcome = world.attempt(&officer(), acts::element(person, &element.id, "not-asked"));
        assert_eq!(outcome.is_ok(), element.may_be_left_out(), "{}", element.id);
    }
    // R139(2) lifts R139(1)(g) for the vulnerable and for urgent need of protection
    assert!(
        world
            .attempt(
                &officer(),
                acts::element(person, "establishment", "not-asked")
            )
            .is_ok()
    );
}

#[test]
fn checks_are_tasks_of_the_policy_with_a_day_and_reasons() {
    let world = World::new().assessment();
    let person = world.principal();
    world.refuses(
        &officer(),
        acts::check(person, "horoscope", "passed"),
        "no-such-check",
    );
    let future = changed(
        acts::check(person, "security", "passed"),
        Kind::RecordCheck,
        |f| f["on"] = json!("2026-11-23"),
    );
    world.refuses(&officer(), future, "date-in-the-future");
    for outcome in ["concern", "exempt"] {
        let check = if outcome == "exempt" {
            "biometrics"
        } else {
            "security"
        };
        let silent = changed(
            acts::check(person, check, outcome),
            Kind::RecordCheck,
            |f| f["reasons"] = Value::Null,
        );
        let refused = world.refuses(&officer(), silent, "result-needs-reasons");
        assert!(refused.citation.is_some());
        assert!(
            world
                .attempt(&officer(), acts::check(person, check, outcome))
                .is_ok()
        );
    }
}

#[test]
fn no_police_certificate_is_ever_a_task() {
    let world = World::new().assessment();
    let policy = Policy::builtin().unwrap();
    let shown: Vec<_> = policy
        .checks(TODAY)
        .into_iter()
        .filter(|c| c.kind != CheckKind::Task)
        .collect();
    assert!(
        shown
            .iter()
            .any(|c| c.id == "police-certificate" && c.kind == CheckKind::Guard)
    );
    for check in shown {
        world.refuses(
            &officer(),
            acts::check(world.principal(), &check.id, "pending"),
            "check-not-asked",
        );
        world.refuses(
            &officer(),
            acts::put(world.principal(), &check.id),
            "no-such-element",
        );
        world.refuses(&decider(), acts::set_aside(None, &check.id), "no-such-task");
    }
    for word in ["police", "certificate"] {
        let tasks = policy
            .checks(TODAY)
            .into_iter()
            .filter(|c| c.kind == CheckKind::Task);
        assert!(
            tasks
                .into_iter()
                .all(|c| !c.id.contains(word) && !c.text.en.to_lowercase().contains(word))
        );
        let kinds = policy.list(safeconduct_domain::policy::List::DocumentKind, TODAY);
        assert!(
            kinds
                .iter()
                .all(|k| !k.id.contains(word) && !k.text.en.to_lowercase().contains(word))
        );
    }
}

#[test]
fn only_the_law_exempts_and_only_a_ground_stands_against_anybody() {
    let mut world = World::new().assessment();
    let person = world.principal();
    world.worksheet(person);
    let refused = world.refuses(
        &officer(),
        acts::check(person, "security", "exempt"),
        "no-exemption",
    );
    assert_eq!(refused.citation.as_deref(), Some("A34(1)"));
    let refused = world.refuses(
        &officer(),
        acts::check(person, "biometrics", "concern"),
        "check-is-no-ground",
    );
    assert_eq!(refused.citation.as_deref(), Some("A10.01"));
    for check in world
        .policy
        .checks(TODAY)
        .into_iter()
        .filter(|c| c.kind == CheckKind::Task)
    {
        let exempt = world
            .attempt(&officer(), acts::check(person, &check.id, "exempt"))
            .is_ok();
        assert_eq!(
            exempt,
            check.exempt.is_some() || !check.exempt_by.is_empty(),
            "{}",
            check.id
        );
        let concern = world
            .attempt(&officer(), acts::check(person, &check.id, "concern"))
            .is_ok();
        assert_eq!(concern, check.ground, "{}", check.id);
        assert!(
            !check.ground || check.provision.is_some(),
            "{} is a ground without a provision",
            check.id
        );
    }
}

#[test]
fn a_concern_is_said_with_what_it_rests_on_and_time_to_answer() {
    let world = World::new().assessment();
    let put = |key: &str, value: &str| {
        changed(
            acts::put(world.principal(), "security"),
            Kind::PutConcern,
            |f| f[key] = json!(value),
        )
    };
    world.refuses(&officer(), put("about", "is-a-defender"), "no-such-element");
    world.refuses(&officer(), put("concern", ""), "text-needed");
    world.refuses(&officer(), put("disclosed", " "), "text-needed");
    world.refuses(
        &officer(),
        put("put-on", "2026-11-23"),
        "date-in-the-future",
    );
    world.refuses(&officer(), put("due", "2026-11-21"), "due-before-put");
    assert!(
        world.attempt(&officer(), put("due", "2026-11-22")).is_ok(),
        "answered at once, at the interview"
    );
    assert!(
        world
            .attempt(&officer(), put("about", "durable-solution-return"))
            .is_ok()
    );
}

#[test]
fn an_answer_is_awaited_weighed_and_given_once() {
    let mut world = World::new().assessment();
    let principal = world.principal();
    world.act(&officer(), acts::put(principal, "security"));
    let concern = world.case().concerns[0].id;
    world.refuses(
        &officer(),
        acts::answer(ItemId::from_bytes([4; 16]), false),
        "no-such-concern",
    );
    let silence = |met: bool| {
        changed(acts::answer(concern, met), Kind::AnswerConcern, |f| {
            f["answer"] = Value::Null
        })
    };
    let refused = world.refuses(&officer(), silence(false), "time-to-answer-still-runs");
    assert_eq!(refused.args, [("due", "2026-12-22".to_owned())]);
    let unweighed = changed(acts::answer(concern, false), Kind::AnswerConcern, |f| {
        f["analysis"] = json!("")
    });
    world.refuses(&officer(), unweighed, "reason-needed");
    let mut late = world.clone();
    late.today = "2026-12-22".parse().unwrap();
    late.refuses(&officer(), silence(false), "time-to-answer-still-runs");
    late.today = "2026-12-23".parse().unwrap();
    late.refuses(&officer(), silence(true), "silence-does-not-meet-a-concern");
    assert!(late.attempt(&officer(), silence(false)).is_ok());
    world.act(&officer(), acts::answer(concern, true));
    world.refuses(
        &officer(),
        acts::answer(concern, false),
        "concern-already-answered",
    );
}

#[test]
fn proof_against_the_status_goes_the_way_of_the_referring_partner() {
    let mut world = World::new().assessment();
    for key in ["evidence", "question"] {
        let blank = changed(acts::query(), Kind::RaiseStatusQuery, |f| {
            f[key] = json!(" ")
        });
        world.refuses(&officer(), blank, "text-needed");
    }
    world.act(&officer(), acts::query());
    assert_eq!(world.case().queries[0].route, "fld");
    world.refuses(&officer(), acts::query(), "query-already-open");
    world.refuses(
        &officer(),
        acts::reply(ItemId::from_bytes([5; 16])),
        "no-such-query",
    );
    let query = world.case().queries[0].id;
    for key in ["by", "answer"] {
        let blank = changed(acts::reply(query), Kind::AnswerStatusQuery, |f| {
            f[key] = json!("")
        });
        world.refuses(&officer(), blank, "text-needed");
    }
    world.act(&officer(), acts::reply(query));
    world.refuses(&officer(), acts::reply(query), "query-already-answered");
    assert!(
        world.attempt(&officer(), acts::query()).is_ok(),
        "another question may follow"
    );
}

#[test]
fn without_a_route_there_is_no_query() {
    let policy = crate::builtin::policy_with("routes.toml", |_| String::new());
    World::under(policy, TODAY)
        .assessment()
        .refuses(&officer(), acts::query(), "no-route");
}

#[test]
fn a_case_taken_over_by_unhcr_is_asked_of_unhcr() {
    let mut world = World::new().assessment();
    if let safeconduct_domain::event::Event::Opened { open, partner } = &mut world.log[0].1 {
        *partner = "unhcr".into();
        open.origin = Some("fld".into());
    }
    world.act(&officer(), acts::query());
    assert_eq!(world.case().queries[0].route, "unhcr");
}

#[test]
fn a_refused_offer_says_why() {
    let world = World::new().in_transfer();
    world.refuses(
        &officer(),
        reasoned(Kind::RefuseTransfer, ""),
        "reason-needed",
    );
}
