//! Who is declared after the submission, and whether it was asked that nobody is missing.

use crate::acts::{self, act, confirm, declare};
use crate::world::{TODAY, World, clerk, decider, officer};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Stage;
use safeconduct_domain::date::Known;
use safeconduct_domain::fact::Fact;
use safeconduct_domain::family::{Everybody, asked, may_leave, settled};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::notice::{News, Notice};
use safeconduct_domain::tasks;
use serde_json::{Value, json};

fn changed(base: &Act, kind: Kind, name: &str, value: Value) -> Act {
    let mut fields = serde_json::to_value(base).unwrap()[kind.name()].clone();
    fields[name] = value;
    act(kind, fields)
}

#[test]
fn a_child_declared_late_is_counted_assessed_and_as_old_as_on_the_referral() {
    let mut world = World::new().assessed();
    world.today = TODAY.checked_add(jiff::Span::new().years(10)).unwrap();
    let before = world.case();
    let by = world.principal();
    world.act(&officer(), declare(by, true));
    let (case, son) = (world.case(), world.person("Natnael"));
    let person = case.referral.person(son).unwrap();
    assert_eq!(person.declared_on, Some(TODAY));
    // 28 by now, and still a dependent child: the age is locked on the day of the referral (R25.1(7))
    let lock_in = case.referral.lock_in(world.today);
    assert_eq!(person.details.dependent_child(lock_in), Known::Yes);
    assert_eq!(case.referral.counted(), before.referral.counted() + 1);
    assert_eq!(case.places, before.places.map(|(y, n)| (y, n + 1)));
    assert!(Fact::between(&before, &case, TODAY).is_some());
    assert!(
        tasks::of_person(&world.policy, &case, son, TODAY)
            .iter()
            .any(tasks::Task::open)
    );
    assert!(
        case.referral.attestation.is_some(),
        "the partner's word stands"
    );
}

#[test]
fn who_does_not_travel_is_declared_all_the_same_and_takes_no_place() {
    let mut world = World::new().decided();
    let before = world.case();
    let by = world.principal();
    world.act(&officer(), declare(by, false));
    let case = world.case();
    assert_eq!((case.stage, case.places), (Stage::Decided, before.places));
    assert!(case.referral.present().any(|p| p.declared_on.is_some()));
    assert!(Fact::between(&before, &case, TODAY).is_none());
}

#[test]
fn somebody_who_travels_and_was_not_decided_opens_the_case_again() {
    let mut world = World::new().decided();
    let by = world.principal();
    let approved = world.case().decisions.len();
    world.act(&decider(), declare(by, true));
    let case = world.case();
    assert_eq!((case.stage, case.notice), (Stage::Assessment, None));
    assert_eq!(case.decisions.len(), approved, "what was decided stands");
    let event = &world.log.last().unwrap().1;
    let told = Notice::of(event, &case, crate::world::OFFICE, TODAY);
    assert_eq!(told.len(), 2);
    let stage = Stage::Assessment;
    assert!(
        told.iter()
            .all(|(_, n)| n.news == News::FamilyMember { stage })
    );
    world.close_tasks();
    let son = world.person("Natnael");
    world.act(&decider(), acts::approve(son));
    assert_eq!(world.stage(), Stage::Decided);
}

#[test]
fn what_holds_of_anybody_who_is_added_holds_here_too() {
    let world = World::new().file_created();
    let by = world.principal();
    let declared = declare(by, true);
    let kind = Kind::DeclarePerson;
    let with = |name, value| changed(&declared, kind, name, value);
    world.refuses(
        &clerk(),
        with("relationship", json!("principal-applicant")),
        "one-principal-applicant",
    );
    world.refuses(
        &clerk(),
        with("birth", json!("2031")),
        "birth-in-the-future",
    );
    world.refuses(
        &clerk(),
        with("declared-on", json!("2026-11-23")),
        "date-in-the-future",
    );
    let nobody = PersonId::from_bytes([0; 16]);
    world.refuses(
        &clerk(),
        with("declared-by", json!(nobody)),
        "no-such-person",
    );
    assert!(world.attempt(&clerk(), declared).is_ok());
}

#[test]
fn the_question_is_put_to_an_adult_with_what_follows_and_again_until_nobody_is_missing() {
    let mut world = World::new().decided();
    let (her, child) = (world.principal(), world.person("Luwam"));
    assert_eq!(asked(&world.case()), None);
    assert!(may_leave(&world.case()));
    assert!(!may_leave(&World::new().assessed().case()));
    let all = confirm(her, "all-declared");
    world.refuses(
        &officer(),
        confirm(child, "all-declared"),
        "declaration-of-a-child",
    );
    let with = |name, value| changed(&all, Kind::ConfirmDeclaration, name, value);
    let unexplained = world.refuses(
        &officer(),
        with("explained", json!(false)),
        "consequences-not-explained",
    );
    assert_eq!(unexplained.citation.as_deref(), Some("R141(1)(a)"));
    world.refuses(
        &officer(),
        with("on", json!("2026-11-23")),
        "date-in-the-future",
    );
    world.refuses(&officer(), with("language", json!(" ")), "text-needed");
    world.refuses(
        &officer(),
        with("person", json!(PersonId::from_bytes([0; 16]))),
        "no-such-person",
    );
    world.act(&officer(), confirm(her, "somebody-missing"));
    assert_eq!(asked(&world.case()), Some(Everybody::SomebodyMissing));
    world.act(&officer(), declare(her, false));
    assert!(!settled(&world.case()));
    world.act(&officer(), all.clone());
    assert!(settled(&world.case()));
    // somebody who comes to light later makes it a question again
    world.act(&officer(), declare(her, false));
    assert!(!settled(&world.case()));
    assert_eq!(asked(&world.case()), Some(Everybody::AllDeclared));
}
