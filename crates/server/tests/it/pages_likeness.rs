//! Possible matches, as the centre's intake sees them: by number and why, with nothing of the other case; what is said of
//! them; and that nobody else has the page.

use safeconduct_domain::case::Stage;
use safeconduct_domain::id::CaseId;
use safeconduct_testkit::world::World;
use serde_json::json;

use crate::api_schema::check;
use crate::api_support::Site;
use crate::case_pages::{at, both, send};
use crate::visit::Browser;

const INTAKE: &str = "roc-o-intake";

/// What was said of a match stands on the page, and is taken back.
async fn say_and_take_back(browser: &mut Browser, first: CaseId, second: CaseId) {
    let list = format!("{}/possible-matches", at(second));
    let say = format!("{}/do/settle-match?about={first}", at(second));
    let other = first.to_string();
    let refused = send(
        browser,
        &say,
        &[("other", &other), ("reason", "Asked both.")],
    )
    .await;
    let refused = refused.expect(422);
    assert!(
        refused.html.contains("Asked both."),
        "nothing typed is lost"
    );
    let fields = |sameness| {
        [
            ("other", other.as_str()),
            ("sameness", sameness),
            ("reason", "Asked both."),
        ]
    };
    let done = format!("{list}?done=settle-match");
    send(browser, &say, &fields("another-person"))
        .await
        .leads(&done);
    let [en, _] = both(browser, &list).await;
    assert!(en.says("Not the same person") && en.says("Asked both."));
    let twice = send(browser, &say, &fields("another-person"))
        .await
        .expect(422);
    assert!(twice.says("That is what stands already."));
    send(browser, &say, &fields("open")).await.leads(&done);
    let [en, _] = both(browser, &list).await;
    assert!(en.says("Possible match") && !en.says("Asked both."));
}

#[tokio::test]
async fn intake_sees_why_and_nothing_of_the_other_case_and_can_take_back_what_it_said() {
    let world = World::sqlite().await;
    let first = world.case_at(5, "fld", Stage::FileCreated).await;
    let second = world.case_at(5, "pd", Stage::FileCreated).await;
    let mut browser = Browser::on(&world);
    browser.become_(INTAKE).await;

    let empty = format!("{}/possible-matches", at(first));
    let [en, fr] = both(&mut browser, &empty).await;
    assert!(en.says("No other case was found") && en.says("Last checked"));
    assert!(fr.says("Aucun autre dossier") && fr.says("Dernière vérification\u{a0}:"));

    let [en, _] = both(&mut browser, &at(second)).await;
    assert!(en.says("Possible duplicates looked at"));
    assert!(en.says("One possible match of which nobody has said anything."));
    let list = format!("{}/possible-matches", at(second));
    let [en, fr] = both(&mut browser, &list).await;
    let case = world.look(INTAKE, first).await.unwrap().case;
    let reference = case.referral.open.as_ref().unwrap().reference.clone();
    assert!(en.says(&format!("Case {reference}")) && en.says("Possible match"));
    assert!(en.says("The date of birth and two names agree.") || en.says("the year of birth"));
    assert!(fr.says(&format!("Dossier {reference}")) && fr.says("Correspondance possible"));
    let risk = &case.referral.risk.as_ref().unwrap().description;
    assert!(!en.says(risk), "content of the other case");

    say_and_take_back(&mut browser, first, second).await;

    let again = format!("{}/do/check-earlier", at(second));
    both(&mut browser, &again).await;
    send(&mut browser, &again, &[])
        .await
        .leads(&format!("{list}?done=check-earlier"));

    for handle in [
        "pd-caseworker",
        "fld-supervisor",
        "nairobi-decision",
        "planner",
    ] {
        browser.become_(handle).await;
        browser.get(&list).await.expect(404);
    }
}

#[tokio::test]
async fn the_api_says_the_same_to_intake_alone() {
    let site = Site::start().await;
    let first = site.world.case_at(5, "fld", Stage::FileCreated).await;
    let second = site.world.case_at(5, "pd", Stage::FileCreated).await;
    let token = site.token(INTAKE).await;
    let other = json!({"other": first.to_string(), "sameness": "same-person", "reason": "Asked."});
    site.act(&token, &second.to_string(), "settle-match", other)
        .await;
    let said = site.get(&token, &format!("/api/v1/cases/{second}")).await;
    let case = said.expect(200).json();
    assert_eq!(case["matches"]["found"][0]["case"], first.to_string());
    assert_eq!(case["matches"]["settled"][0]["sameness"], "same-person");
    let wrong = check(&site.document, &site.schema("case"), &case);
    assert_eq!(wrong, Vec::<String>::new());
    let timeline = format!("/api/v1/cases/{second}/timeline");
    assert!(
        site.get(&token, &timeline)
            .await
            .text()
            .contains("match-settled")
    );
    let token = site.token("pd-caseworker").await;
    site.get(&token, &format!("/api/v1/cases/{second}"))
        .await
        .expect(404);
    let act = format!("/api/v1/cases/{second}/acts/check-earlier");
    site.post(&token, &act, &json!({})).await.expect(404);
}

#[tokio::test]
async fn a_partner_is_told_of_its_own_cases_and_of_nobody_elses() {
    let world = World::sqlite().await;
    let first = world.case_at(5, "fld", Stage::Preparing).await;
    let others = world.case_at(5, "pd", Stage::Preparing).await;
    let stranger = world.case_at(6, "fld", Stage::Preparing).await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let told = "Another case of yours may be of the same person";
    for case in [first, stranger] {
        let [en, _] = both(&mut browser, &at(case)).await;
        assert!(!en.says(told), "another partner has it, or nobody");
    }
    // the same family again, under another number
    let again = world.case_at(5, "fld", Stage::Preparing).await;
    browser.become_("fld-caseworker").await;
    for page in [at(again), format!("{}/persons", at(again))] {
        let [en, fr] = both(&mut browser, &page).await;
        let case = world.look("fld-caseworker", first).await.unwrap().case;
        let reference = case.referral.open.unwrap().reference;
        assert!(
            en.says(told) && en.says(&format!("case {reference}: ")),
            "{page}"
        );
        assert!(fr.says("Un autre de vos dossiers peut concerner la même personne"));
    }
    browser.become_("pd-caseworker").await;
    let [en, _] = both(&mut browser, &at(others)).await;
    assert!(!en.says(told), "the other partner learns nothing");
    // what was handed on is the centre's to find
    let gone = world.case_at(8, "fld", Stage::FileCreated).await;
    let back = world.case_at(8, "fld", Stage::Preparing).await;
    assert_ne!(gone, back);
    browser.become_("fld-caseworker").await;
    let [en, _] = both(&mut browser, &at(back)).await;
    assert!(!en.says(told));
}
