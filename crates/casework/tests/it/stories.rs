//! Whole stories, on both engines: what everybody sees, and that the journal holds.

use safeconduct_casework::{Error, list};
use safeconduct_domain::case::Stage;
use safeconduct_domain::notice::News;
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;

async fn all_stories(world: &World) {
    for number in 0..24 {
        world.play(number).await;
    }
    let report = world.app.verify(Vec::new()).await.unwrap();
    assert_eq!(report.first, None, "{:?}", report.first);
    let tracked = world.app.tracked(&world.session("planner")).await.unwrap();
    assert!(
        tracked.by_stage.contains_key(&Stage::Decided),
        "{tracked:?}"
    );
    let notices = world
        .app
        .notices(&world.session("fld-caseworker"), 100)
        .await
        .unwrap();
    assert!(
        notices
            .iter()
            .any(|n| matches!(n.notice.news, News::FileCreated { .. }))
    );
    let listed = world
        .app
        .list(&world.session("fld-caseworker"), list::Wanted::default())
        .await
        .unwrap();
    assert!(listed.total >= 8, "{}", listed.total);
    let rebuilt = world.app.rebuild().await.unwrap();
    assert_eq!(rebuilt.differed, 0, "{rebuilt:?}");
    for handle in [
        "fld-caseworker",
        "roc-o-intake",
        "nairobi-officer",
        "amman-officer",
    ] {
        world
            .app
            .list(&world.session(handle), list::Wanted::default())
            .await
            .unwrap();
        let cards = world
            .app
            .rebuild_cards(&world.session(handle))
            .await
            .unwrap();
        assert_eq!(cards.differed, 0, "{handle} {cards:?}");
    }
    let report = world.app.verify(Vec::new()).await.unwrap();
    assert_eq!(report.first, None, "{:?}", report.first);
}

#[tokio::test(flavor = "multi_thread")]
async fn stories_on_sqlite() {
    all_stories(&World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stories_on_postgres() {
    let server = Postgres::start(Durability::None).unwrap();
    all_stories(&World::postgres(server.database().unwrap()).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_handed_on_is_gone() {
    let world = World::sqlite().await;
    let case = world.case_at(1, "fld", Stage::Assessment).await;
    for handle in [
        "fld-caseworker",
        "fld-supervisor",
        "roc-o-intake",
        "pd-caseworker",
        "planner",
        "auditor",
        "administrator",
    ] {
        assert!(
            matches!(world.look(handle, case).await, Err(Error::Absent)),
            "{handle}"
        );
    }
    let found: Vec<bool> = futures_util::future::join_all(
        [
            "nairobi-officer",
            "ankara-officer",
            "amman-officer",
            "bogota-officer",
        ]
        .map(|h| world.look(h, case)),
    )
    .await
    .into_iter()
    .map(|r| r.is_ok())
    .collect();
    assert_eq!(
        found.iter().filter(|f| **f).count(),
        1,
        "exactly one office holds it"
    );
}
