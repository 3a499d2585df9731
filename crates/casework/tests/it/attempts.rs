//! What must not be tried is refused, and that it was tried is in the record.

use safeconduct_casework::Error;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::inquiry::{Inquiry, Purpose};
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;

async fn an_attempt_is_refused_and_recorded(world: &World) {
    let officers = ["nairobi", "ankara", "amman", "bogota"].map(|o| format!("{o}-officer"));
    let case = world.case_at(0, "pd", Stage::Assessment).await;
    let mut found = None;
    for officer in &officers {
        if let Ok(view) = world.look(officer, case).await {
            found = Some((officer, view));
        }
    }
    let (officer, before) = found.expect("an office holds it");
    let adverse = before.case.referral.work.clone().unwrap().adverse_countries;
    let ask = |country: &str| {
        Act::AskAuthority(Inquiry {
            country: country.to_owned(),
            authority: "Civil registry".into(),
            purpose: Purpose::Verification,
            person: None,
            asked: "Whether a certificate is genuine.".into(),
            none_meant: None,
        })
    };
    let Err(Error::Refused(refused)) = world.act(officer, case, ask(&adverse[0])).await else {
        panic!("it was asked")
    };
    assert_eq!(refused.rule, "adverse-country");
    let after = world.look(officer, case).await.unwrap();
    assert_eq!(after.entries.len(), before.entries.len() + 1);
    let asked = before.case.asked.len();
    assert_eq!(after.case.asked.len(), asked);
    let barred = &after.case.barred[0];
    assert_eq!(
        (&barred.inquiry.country, barred.rule.as_str()),
        (&adverse[0], "adverse-country")
    );
    assert_eq!(barred.by.0, world.session(officer).user);
    world.act(officer, case, ask("CH")).await.unwrap();
    let now = world.look(officer, case).await.unwrap().case;
    assert_eq!((now.asked.len(), now.barred.len()), (asked + 1, 1));
    let report = world.app.verify(Vec::new()).await.unwrap();
    assert_eq!(report.first, None, "{:?}", report.first);
    assert_eq!(world.app.rebuild().await.unwrap().differed, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    an_attempt_is_refused_and_recorded(&World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    an_attempt_is_refused_and_recorded(&World::postgres(cluster.database().unwrap()).await).await;
}
