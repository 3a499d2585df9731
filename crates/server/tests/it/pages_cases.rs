//! The work list.

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Urgency;
use safeconduct_testkit::world::World;

use crate::case_pages::{at, both, send};
use crate::visit::Browser;

#[tokio::test]
async fn a_partners_list_says_what_is_urgent_how_old_it_is_and_whom_it_waits_for() {
    let world = World::sqlite().await;
    let preparing = world.case_at(0, "fld", Stage::Preparing).await;
    let gone = world.case_at(6, "fld", Stage::FileCreated).await;
    let urgent = Act::SetUrgency {
        urgency: Urgency::Urgent,
        grounds: "Raided twice this week.".to_owned(),
    };
    world
        .act("fld-caseworker", preparing, urgent)
        .await
        .unwrap();
    world.pass(3 * 24 * 60 * 60 * 1000);
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    browser.get("/work?x=1").await.leads("/cases?x=1");
    let [en, fr] = both(&mut browser, "/cases").await;
    assert!(en.says("Begin a referral") && fr.says("Ouvrir une recommandation"));
    assert!(en.says("places for 2026 are left") && fr.says("places pour 2026"));
    assert!(en.says(">Urgent</strong>") && en.says("for 3 days") && fr.says("depuis 3 jours"));
    assert!(en.says("With us (1)") && en.says("At the Centre in Ottawa (1)"));
    assert!(en.says("The Centre in Ottawa") && en.says("File created"));
    // what was handed over leaves its card, and no link to what is no longer there
    assert!(en.html.contains(&at(preparing)) && !en.html.contains(&at(gone)));
    browser.get(&at(gone)).await.expect(404);
    let row = |page: &str, text: &str| page.find(text).unwrap();
    assert!(
        row(&en.html, "Urgent</strong>") < row(&en.html, "File created</strong>"),
        "urgent first"
    );
    let tab = browser.get("/cases?class=intake").await.expect(200);
    assert!(tab.says("File created") && !tab.html.contains(&at(preparing)));
    let none = browser
        .get("/cases?urgency=emergency&mine=yes&sort=stage")
        .await
        .expect(200);
    assert!(none.says("No case fits these filters") && none.says("Show all cases"));
    assert!(
        none.html
            .contains("<details class=\"sc-details sc-filter\" open>")
    );
}

#[tokio::test]
async fn a_search_is_posted_and_stands_in_no_address() {
    let world = World::sqlite().await;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let reference = world.look("fld-caseworker", case).await.unwrap();
    let reference = reference.case.referral.open.unwrap().reference;
    let found = send(&mut browser, "/cases", &[("search", &reference)])
        .await
        .expect(200);
    assert!(found.html.contains(&at(case)) && found.says("1 case"));
    assert!(!found.html.contains(&format!("search={reference}")));
    let nothing = send(&mut browser, "/cases", &[("search", "zz-not-there")])
        .await
        .expect(200);
    assert!(nothing.says("No case was found") && nothing.html.contains("value=\"zz-not-there\""));
    for odd in [
        "<script>alert(1)</script>",
        "\u{202e}abc",
        "%00",
        &"x".repeat(100_000),
    ] {
        let page = send(&mut browser, "/cases", &[("search", odd), ("page", "-1")])
            .await
            .expect(200);
        assert!(!page.html.contains("<script"));
    }
    for odd in [
        "?page=99999999999",
        "?class=%ff&stage=&sort=none",
        "?mine",
        "?page=7",
    ] {
        browser.get(&format!("/cases{odd}")).await.expect(200);
    }
}

#[tokio::test]
async fn an_empty_list_says_what_comes_next_and_who_holds_no_cases_has_none() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    for (handle, text) in [
        ("fld-caseworker", "No case yet. Begin a referral"),
        ("roc-o-intake", "Nothing has arrived yet"),
        (
            "nairobi-officer",
            "No case has been offered to your office yet",
        ),
    ] {
        browser.become_(handle).await;
        let [en, _] = both(&mut browser, "/cases").await;
        assert!(en.says(text), "{handle}");
    }
    for handle in ["planner", "auditor", "administrator"] {
        browser.become_(handle).await;
        browser.get("/cases").await.expect(404);
        browser.get("/cases/new").await.expect(404);
    }
    browser.become_("fld-supervisor").await;
    let list = browser.get("/cases").await.expect(200);
    assert!(!list.html.contains("/cases/new") && list.says("as soon as a caseworker begins one"));
    browser.get("/cases/new").await.expect(404);
}
