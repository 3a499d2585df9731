//! The date of the referral, and the ages that are locked on it (R25.1(7)).

use crate::acts::{self, details, reasoned};
use crate::builtin::policy_with;
use crate::world::{TODAY, World, caseworker, clerk, officer, supervisor};
use jiff::civil::{Date, date};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::date::Known;
use safeconduct_domain::person::{Details, Relationship};
use safeconduct_domain::tasks;

/// Turns 22 on the day after [`TODAY`].
const TOMORROW_22: &str = "2004-11-23";

fn with_child(world: World, birth: &str) -> World {
    let mut world = world.prepared();
    world.act(
        &caseworker(),
        Act::AddPerson(details("dependent-child", "Saron", birth)),
    );
    world.supply();
    world
}

fn submit(world: &mut World) {
    world.act(&caseworker(), Act::RequestApproval {});
    world.act(&supervisor(), acts::attest());
    world.act(&caseworker(), Act::Submit {});
}

fn saron(world: &World) -> Details {
    world
        .case()
        .referral
        .person(world.person("Saron"))
        .unwrap()
        .details
        .clone()
}

#[test]
fn a_child_who_turns_22_tomorrow_is_referred_today_and_stays_a_child() {
    let mut world = with_child(World::new(), TOMORROW_22);
    submit(&mut world);
    assert_eq!(world.case().referral.date, Some(TODAY));
    world.today = date(2027, 6, 1);
    world.act(&clerk(), Act::AcceptReferral {});
    let case = world.case();
    let locked = case.referral.lock_in(world.today);
    assert_eq!(locked, TODAY);
    assert_eq!(saron(&world).dependent_child(locked), Known::Yes);
    let child = case.referral.person(world.person("Saron")).unwrap();
    assert_eq!(
        tasks::standing(&case, child, world.today),
        Relationship::DependentChild
    );
    assert!(tasks::shares_class(&case, child, world.today));
}

#[test]
fn referred_one_day_later_the_same_child_must_claim_alone() {
    let mut world = with_child(World::new(), TOMORROW_22);
    world.today = date(2026, 11, 23);
    submit(&mut world);
    world.act(&clerk(), Act::AcceptReferral {});
    world.act(&clerk(), acts::office());
    world.act(&clerk(), Act::Transfer {});
    world.act(&officer(), Act::AcceptTransfer {});
    let case = world.case();
    assert_eq!(
        saron(&world).dependent_child(case.referral.lock_in(world.today)),
        Known::No
    );
    let child = case.referral.person(world.person("Saron")).unwrap();
    assert!(!tasks::shares_class(&case, child, world.today));
    // the elements of the definition are asked of them, as of anybody who is no family member
    let asked = |person| {
        let all = tasks::of_person(&world.policy, &case, person, world.today);
        all.into_iter()
            .filter(|t| t.provision.starts_with("A96"))
            .count()
    };
    assert!(asked(child.id) > 0);
    assert_eq!(
        asked(world.person("Luwam")),
        0,
        "a child of 14 shares the class"
    );
}

#[test]
fn before_the_referral_the_age_is_that_of_today() {
    let world = with_child(World::new(), TOMORROW_22);
    let case = world.case();
    assert_eq!(case.referral.date, None);
    assert_eq!(case.referral.lock_in(TODAY), TODAY);
    assert_eq!(
        saron(&world).dependent_child(case.referral.lock_in(date(2026, 11, 23))),
        Known::No
    );
}

#[test]
fn what_cannot_be_told_is_left_to_a_person() {
    let mut separated = details("dependent-child", "Saron", "2008");
    separated.marital_status = Some("separated".into());
    assert_eq!(separated.dependent_child(TODAY), Known::Unclear);
    let only_a_year = details("dependent-child", "Saron", "2004");
    assert_eq!(only_a_year.dependent_child(TODAY), Known::Unclear);
    let mut unknown = only_a_year.clone();
    unknown.birth = None;
    assert_eq!(unknown.dependent_child(TODAY), Known::Unclear);
    for status in ["married", "common-law"] {
        let mut partnered = details("dependent-child", "Saron", "2010");
        partnered.marital_status = Some(status.into());
        assert_eq!(partnered.dependent_child(TODAY), Known::No, "{status}");
    }
    let mut condition = details("dependent-child", "Saron", "1990");
    condition.dependent_by_condition = true;
    assert_eq!(condition.dependent_child(TODAY), Known::Yes);
    // an unclear child stays in the family until a person decides
    let world = with_child(World::new(), "2004");
    let case = world.case();
    assert!(tasks::shares_class(
        &case,
        case.referral.person(world.person("Saron")).unwrap(),
        TODAY
    ));
}

/// Submitted today, given back in one of three ways, and submitted again in March.
fn twice(world: World, back: impl Fn(&mut World)) -> Option<Date> {
    let mut world = with_child(world, TOMORROW_22);
    submit(&mut world);
    back(&mut world);
    world.today = date(2027, 3, 1);
    submit(&mut world);
    world.case().referral.date
}

fn returned(world: &mut World) {
    world.act(&clerk(), acts::give_back());
}
fn recalled(world: &mut World) {
    world.act(
        &caseworker(),
        reasoned(Kind::RecallTransfer, "A document is wrong."),
    );
}
fn held_then_returned(world: &mut World) {
    world.act(&clerk(), acts::hold());
    world.act(&clerk(), acts::give_back());
}

#[test]
fn the_date_of_the_first_referral_stays_where_the_policy_says_first() {
    for back in [returned, recalled, held_then_returned] {
        assert_eq!(twice(World::new(), back), Some(TODAY));
    }
}

#[test]
fn and_moves_where_the_policy_says_latest() {
    let latest = || {
        policy_with("terms.toml", |text| {
            text.replacen(
                "referral-date-after-return = \"first\"",
                "referral-date-after-return = \"latest\"",
                1,
            )
        })
    };
    for back in [returned, recalled, held_then_returned] {
        assert_eq!(
            twice(World::under(latest(), TODAY), back),
            Some(date(2027, 3, 1))
        );
    }
}

#[test]
fn nothing_after_the_submission_moves_the_date() {
    let mut world = World::new().submitted();
    let date = world.case().referral.date;
    world.today = TODAY.tomorrow().unwrap();
    world.act(&clerk(), acts::hold());
    world.act(&caseworker(), acts::document(95, "reference", None));
    world.act(
        &caseworker(),
        acts::sample(Kind::AnswerDeficiency, &world.case()),
    );
    world.act(&clerk(), Act::AcceptReferral {});
    assert_eq!(world.case().referral.date, date);
    let decided = World::new().decided();
    assert_eq!(decided.case().referral.date, Some(TODAY));
}

#[test]
fn consent_is_asked_of_whoever_is_an_adult_on_the_day() {
    let missing = |birth: &str| {
        let mut world = World::new().prepared();
        world.act(
            &caseworker(),
            Act::AddPerson(details("dependent-child", "Saron", birth)),
        );
        let saron = world.person("Saron");
        let items = safeconduct_domain::completeness::check(&world.policy, &world.case(), TODAY);
        items
            .iter()
            .any(|i| i.person == Some(saron) && i.id == "consent-of-adult" && i.missing())
    };
    assert!(missing("2008-11-22"), "18 today");
    assert!(!missing("2008-11-23"), "18 tomorrow");
    assert!(missing("2008"), "perhaps 18: the person is asked");
}
