//! What an office sees above its work list, and what a rebuild brings up to date.

use safeconduct_casework::list::{Sort, Wanted};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::pace::{Backward, Forward};
use safeconduct_domain::stranded::Stranded;
use safeconduct_domain::waiting::WaitsOn;
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A case at Nairobi.
async fn at_nairobi(world: &World, from: usize, stage: Stage) -> (usize, CaseId) {
    for number in from.. {
        let case = world.case_at(number, "pd", stage).await;
        if world.look("nairobi-decision", case).await.is_ok() {
            return (number, case);
        }
    }
    unreachable!()
}

fn session(world: &World) -> std::sync::Arc<safeconduct_casework::session::Session> {
    world.session("nairobi-decision")
}

async fn an_office_sees_what_nobody_works_on(world: &World) {
    let (_, case) = at_nairobi(world, 0, Stage::Assessment).await;
    let overview = |world: &World| {
        let (app, session) = (world.app.clone(), session(world));
        async move { app.overview(&session).await.unwrap().unwrap() }
    };
    assert!(overview(world).await.stranded.is_empty());
    let elsewhere = world.app.overview(&world.session("fld-caseworker")).await;
    assert!(elsewhere.unwrap().is_none(), "a partner assesses nothing");
    world.pass(31 * DAY);
    let seen = overview(world).await;
    let (item, why) = &seen.stranded[0];
    assert_eq!((item.id, *why), (case, Stranded::Away { days: 31 }));
    let only = Wanted {
        stranded: true,
        ..Wanted::default()
    };
    let listed = world.app.list(&session(world), only.clone()).await;
    assert_eq!(listed.unwrap().items[0].id, case);
    // the clocks say that they have too little to count
    assert!(matches!(
        seen.backward,
        Backward::TooFew {
            found: 0,
            least: 10
        }
    ));
    let none = Forward::TooFew {
        ahead: 0,
        finished: 0,
        least: 3,
    };
    assert_eq!(seen.of_case(case), Some(none));
    assert!(matches!(
        seen.of_newcomer(Urgency::Normal),
        Forward::TooFew { ahead: 1, .. }
    ));
    assert!(matches!(
        seen.of_newcomer(Urgency::Emergency),
        Forward::TooFew { ahead: 0, .. }
    ));
    let officer = session(world).user;
    let reason = "Nobody has been here for a month.".to_owned();
    let act = Act::Reassign { officer, reason };
    world.act("nairobi-decision", case, act).await.unwrap();
    // who was away as long looks at it
    (world.app.look(&session(world), case, "case").await).unwrap();
    assert!(overview(world).await.stranded.is_empty());
    let listed = world.app.list(&session(world), only).await.unwrap();
    assert_eq!(listed.total, 0);
}

async fn the_list_is_sorted_and_filtered_by_what_the_cards_say(world: &World) {
    let (number, first) = at_nairobi(world, 0, Stage::Assessment).await;
    world.pass(DAY);
    let (_, second) = at_nairobi(world, number + 1, Stage::Assessment).await;
    let list = |wanted: Wanted| {
        let (app, session) = (world.app.clone(), session(world));
        async move {
            let listed = app.list(&session, wanted).await.unwrap();
            listed.items.iter().map(|item| item.id).collect::<Vec<_>>()
        }
    };
    let by = |sort: Sort| Wanted {
        sort,
        ..Wanted::default()
    };
    assert_eq!(list(by(Sort::Age)).await, [first, second]);
    let urgent = Act::SetUrgency {
        urgency: Urgency::Urgent,
        grounds: "Her papers run out.".into(),
    };
    world.act("nairobi-decision", second, urgent).await.unwrap();
    assert_eq!(list(by(Sort::Urgency)).await, [second, first]);
    let waiting = |waits| Wanted {
        waits: Some(waits),
        ..Wanted::default()
    };
    assert_eq!(list(waiting(WaitsOn::Officer)).await.len(), 2);
    assert!(list(waiting(WaitsOn::Applicant)).await.is_empty());
    assert_eq!(list(by(Sort::Waits)).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_works_on_on_sqlite() {
    an_office_sees_what_nobody_works_on(&World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sorted_and_filtered_on_sqlite() {
    the_list_is_sorted_and_filtered_by_what_the_cards_say(&World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres_the_same_and_a_members_rebuild_mends_what_is_clear() {
    let server = Postgres::start(Durability::None).unwrap();
    let address = server.database().unwrap();
    let database = address.rsplit('/').next().unwrap();
    let database = database.split('?').next().unwrap().to_owned();
    let world = World::postgres(address).await;
    an_office_sees_what_nobody_works_on(&world).await;
    let case = world.case_at(0, "fld", Stage::Held).await;
    let state = |set: &str| {
        let id = format!("'\\x{case}'::bytea");
        let ask = format!(
            "{set}; SELECT due_ms, encode(offered_to, 'hex') FROM case_state WHERE case_id = {id}"
        );
        server
            .psql(&database, &ask.replace("THIS", &id))
            .unwrap()
            .lines()
            .last()
            .unwrap()
            .to_owned()
    };
    let right = state("SELECT 1");
    let lost = state("UPDATE case_state SET due_ms = NULL, offered_to = NULL WHERE case_id = THIS");
    assert_ne!(right, lost);
    let partner = world.session("fld-caseworker");
    let rebuilt = world.app.rebuild_cards(&partner).await.unwrap();
    assert_eq!(rebuilt.differed, 1, "{rebuilt:?}");
    assert_eq!(state("SELECT 1"), right);
    let again = world.app.rebuild_cards(&partner).await.unwrap();
    assert_eq!(again.differed, 0, "{again:?}");
}
