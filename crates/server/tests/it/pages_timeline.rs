//! What happened to a case, and the case as it stood.

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_testkit::world::World;
use serde_json::json;

use crate::case_pages::{at, both};
use crate::visit::Browser;

#[tokio::test]
async fn the_timeline_says_who_did_what_when_and_where_it_is_kept() {
    let world = World::sqlite().await;
    let case = world.case_at(1, "fld", Stage::Preparing).await;
    let before = world.app.now_ms();
    world.pass(60_000);
    let details = json!({"relationship": "other-relative", "family-name": "Latecomer", "given-names": "Amadou"});
    let act = Act::AddPerson(serde_json::from_value(details).unwrap());
    world.act("fld-caseworker", case, act).await.unwrap();
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let timeline = format!("{}/timeline", at(case));
    let [en, fr] = both(&mut browser, &timeline).await;
    assert!(en.says("Person added") && en.says("Amadou Latecomer") && en.says("Niamh Adeyemi"));
    assert!(en.says("kept in: Safe contact") && fr.says("tenu dans\u{a0}: Contact sûr"));
    assert!(en.says("Referral opened") && fr.says("Recommandation ouverte"));
    assert!(en.says("stands in the auditors’ trail"));
    // as it stood before the last act
    let stamp = jiff::Timestamp::from_millisecond(before).unwrap();
    let [then, alors] = both(&mut browser, &format!("{}/as-of?at={stamp}", at(case))).await;
    assert!(
        !then.says("Latecomer")
            && then.says("entries up to then")
            && alors.says("inscriptions jusque-là")
    );
    let now = browser
        .get(&format!(
            "{}/as-of?day=2&month=12&year=2099&time=9%3A30",
            at(case)
        ))
        .await
        .expect(200);
    assert!(now.says("Latecomer"));
    let never = browser
        .get(&format!("{}/as-of?day=1&month=1&year=1999&time=", at(case)))
        .await
        .expect(200);
    assert!(never.says("The case had not begun"));
    for odd in [
        "?at=yesterday",
        "?day=31&month=2&year=2026",
        "?day=&month=&year=",
        "?day=1&month=1&year=99999",
        "?at=%ff",
        "?day=1&month=1&year=2026&time=25%3A61",
    ] {
        let page = browser
            .get(&format!("{}/as-of{odd}", at(case)))
            .await
            .expect(200);
        assert!(page.says("Enter a day and a time that exist"), "{odd}");
    }
    for odd in ["?page=0", "?page=-3", "?page=99999999999999999999"] {
        browser.get(&format!("{timeline}{odd}")).await.expect(200);
    }
}

#[tokio::test]
async fn nobody_reads_in_it_what_they_hold_no_key_to() {
    let world = World::sqlite().await;
    let case = world.case_at(2, "fld", Stage::FileCreated).await;
    let mut browser = Browser::on(&world);
    browser.become_("roc-o-intake").await;
    let [en, _] = both(&mut browser, &format!("{}/timeline", at(case))).await;
    assert!(en.says("Accepted, file created"));
    browser.become_("fld-caseworker").await;
    browser
        .get(&format!("{}/timeline", at(case)))
        .await
        .expect(404);
    browser
        .get(&format!("{}/as-of?at=2026-11-22T00:00:00Z", at(case)))
        .await
        .expect(404);
}
