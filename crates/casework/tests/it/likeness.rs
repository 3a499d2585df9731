//! Other cases of the same person: found by the centre's intake when a referral is taken in, on both engines, and by nobody
//! else; a cap that is recorded; a word that can be taken back; nothing of it goes with the case.

use safeconduct_casework::Error;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::likeness::{Agreement, Matches, Said, Sameness};
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;

const INTAKE: &str = "roc-o-intake";
const HOUR_MS: i64 = 60 * 60 * 1000;

async fn matches(world: &World, case: CaseId) -> Matches {
    world.look(INTAKE, case).await.unwrap().case.matches
}

fn say(other: CaseId, sameness: Sameness) -> Act {
    let reason = "Both partners were asked.".into();
    Act::SettleMatch {
        other,
        said: Said { sameness, reason },
    }
}

/// The same invented family, referred by two partners.
async fn the_second_referral_is_a_possible_match(world: &World) {
    let first = world.case_at(5, "fld", Stage::FileCreated).await;
    let before = matches(world, first).await;
    assert!(before.checked_ms.is_some() && before.found.is_empty());
    let stranger = world.case_at(6, "fld", Stage::FileCreated).await;
    assert!(matches(world, stranger).await.found.is_empty());
    let second = world.case_at(5, "pd", Stage::FileCreated).await;
    let found = matches(world, second).await.found;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].case, first);
    let reference = world.look(INTAKE, first).await.unwrap().case.referral.open;
    assert_eq!(found[0].reference, reference.unwrap().reference);
    let why = &found[0].people[0].why;
    assert!(
        why.agreements
            .iter()
            .any(|a| matches!(a, Agreement::BirthNames | Agreement::YearNames))
    );
    // asked again, the first case finds the second, whichever came first
    world
        .act(INTAKE, first, Act::CheckEarlier {})
        .await
        .unwrap();
    assert_eq!(matches(world, first).await.found[0].case, second);

    world
        .act(INTAKE, second, say(first, Sameness::SamePerson))
        .await
        .unwrap();
    assert_eq!(matches(world, second).await.open(), 0);
    world
        .act(INTAKE, second, say(first, Sameness::Open))
        .await
        .unwrap();
    assert_eq!(matches(world, second).await.open(), 1);
    nobody_else_reads_of_it(world, second).await;
}

async fn nobody_else_reads_of_it(world: &World, case: CaseId) {
    for handle in [
        "pd-caseworker",
        "pd-supervisor",
        "fld-caseworker",
        "nairobi-officer",
        "planner",
    ] {
        let refused = world.act(handle, case, Act::CheckEarlier {}).await;
        assert!(
            matches!(
                refused,
                Err(Error::Absent | Error::NotNow | Error::NotAdmitted)
            ),
            "{handle} asked whether somebody applied"
        );
    }
}

async fn the_cap_holds_and_is_recorded(world: &World) {
    let case = world.case_at(7, "unhcr", Stage::FileCreated).await;
    world.pass(HOUR_MS + 1);
    for _ in 0..60 {
        world.act(INTAKE, case, Act::CheckEarlier {}).await.unwrap();
    }
    let refused = world.act(INTAKE, case, Act::CheckEarlier {}).await;
    assert!(matches!(refused, Err(Error::Refused(r)) if r.rule == "checks-used-up"));
    let entries = world.look(INTAKE, case).await.unwrap().entries;
    let capped = entries.iter().filter(|(_, e)| *e == Event::CheckCapped {});
    assert_eq!(capped.count(), 1);
    world.pass(HOUR_MS + 1);
    world.act(INTAKE, case, Act::CheckEarlier {}).await.unwrap();
}

async fn it_stays_at_the_centre_when_the_case_goes(world: &World) {
    let case = world.case_at(8, "fld", Stage::Assessment).await;
    let offices = [
        "nairobi-officer",
        "amman-officer",
        "ankara-officer",
        "bogota-officer",
    ];
    let mut seen = 0;
    for office in offices {
        if let Ok(view) = world.look(office, case).await {
            seen += 1;
            let of_intake = |e: &Event| matches!(e, Event::EarlierChecked { .. });
            assert!(!view.entries.iter().any(|(_, e)| of_intake(e)));
            assert!(view.case.matches == Matches::default());
        }
    }
    assert_eq!(seen, 1);
    assert!(matches!(world.look(INTAKE, case).await, Err(Error::Absent)));
    // and the register still knows the person
    let again = world.case_at(8, "pd", Stage::FileCreated).await;
    assert_eq!(matches(world, again).await.found[0].case, case);
}

async fn all(world: World) {
    the_second_referral_is_a_possible_match(&world).await;
    it_stays_at_the_centre_when_the_case_goes(&world).await;
    the_cap_holds_and_is_recorded(&world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    all(World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgresql() {
    let cluster = Postgres::start(Durability::None).unwrap();
    all(World::postgres(cluster.database().unwrap()).await).await;
}
