//! Worksheets on convictions, relief, and what the law fixes of the checks: on the pages, through their forms, and over
//! the API.

use safeconduct_domain::admissibility::spared;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::person::Person;
use safeconduct_testkit::world::World;

use crate::api_schema::check;
use crate::api_support::Site;
use crate::case_pages::{at, both, send};
use crate::visit::{Browser, Page};

const OFFICER: &str = "nairobi-officer";

/// The journalist who was sentenced in her absence, assessed and not decided.
async fn journalist(world: &World) -> (CaseId, PersonId) {
    let case = world.case_at(19, "pd", Stage::Assessment).await;
    let view = world.look(OFFICER, case).await.unwrap();
    (case, view.case.referral.principal().unwrap().id)
}

#[tokio::test]
async fn the_page_shows_the_worksheet_the_relief_and_the_days() {
    let world = World::sqlite().await;
    let (case, person) = journalist(&world).await;
    let mut browser = Browser::on(&world);
    browser.become_(OFFICER).await;
    let path = format!("{}/admissibility/{person}", at(case));
    let [en, fr] = both(&mut browser, &path).await;
    for said in [
        "Participation in an extremist community.",
        "It was pronounced in the person’s absence",
        "never be contacted about this case",
        "It has none",
        "No equivalent offence in Canada",
        "What the law leaves open",
        "Considered, and not pursued",
        "Asked for on ",
        "the result holds 12 months",
        "Grounds that do not apply",
    ] {
        assert!(en.says(said), "{said}");
    }
    for said in [
        "Pas d’infraction équivalente au Canada (LIPR, art. 36(2)b))",
        "Ce que la loi permet encore",
        "Permis de séjour temporaire (LIPR, art. 24(1); LIPR, art. 24(2); LIPR, art. 95(1)a))",
        "Demandé le ",
        "le résultat vaut 12 mois",
        "Motifs qui ne s’appliquent pas",
    ] {
        assert!(fr.says(said), "{said}");
    }
    let id = world.look(OFFICER, case).await.unwrap().case.convictions[0].id;
    let [en, _] = both(&mut browser, &format!("{path}?worksheet={id}")).await;
    assert!(en.says("Eleven reporters in one morning") && !en.says("What the law leaves open"));
}

#[tokio::test]
async fn whom_the_law_spares_by_age_is_shown_as_exempt_and_not_asked() {
    let world = World::sqlite().await;
    let case = world.case_at(20, "pd", Stage::Assessment).await;
    let view = world.look(OFFICER, case).await.unwrap();
    let (policy, today) = (world.app.policy(), world.app.today());
    let biometrics = policy.check("biometrics", today).unwrap();
    let spared = |p: &&Person| spared(policy, &view.case, p, biometrics, today).is_some();
    let child = view.case.referral.present().find(spared).unwrap();
    let mut browser = Browser::on(&world);
    browser.become_(OFFICER).await;
    let path = format!("{}/admissibility/{}", at(case), child.id);
    let [en, fr] = both(&mut browser, &path).await;
    assert!(en.says("Under 14 on the day of the application (IRPR s. 12.2(1)(a))"));
    assert!(fr.says("Moins de quatorze ans à la date de la demande (RIPR, art. 12.2(1)a))"));
}

#[tokio::test]
async fn a_worksheet_goes_through_its_forms() {
    let world = World::sqlite().await;
    let (case, person) = journalist(&world).await;
    let mut browser = Browser::on(&world);
    browser.become_(OFFICER).await;
    let whose = person.to_string();
    let open = format!("{}/do/open-conviction?person={person}", at(case));
    let facts = [
        ("person", whose.as_str()),
        ("nature", "charge"),
        ("country", "SO"),
        ("on-year", "2024"),
        ("sources", "authority"),
        ("known-from", "A list in the press."),
        ("offence", "Insult."),
        ("context", "An article."),
    ];
    let refused = send(&mut browser, &open, &facts).await.expect(422);
    assert!(refused.says("Nothing but the word of the authorities of Somalia"));
    let said: Vec<_> = facts
        .iter()
        .copied()
        .chain([("adverse-word-only", "true")])
        .collect();
    let landed = format!("{}/admissibility/{person}?done=", at(case));
    send(&mut browser, &open, &said)
        .await
        .leads(&format!("{landed}open-conviction"));
    let view = world.look(OFFICER, case).await.unwrap();
    let id = view.case.convictions.last().unwrap().id.to_string();
    let on = |act: &str| format!("{}/do/{act}?item={id}&person={person}", at(case));
    let against = [
        ("conviction", id.as_str()),
        ("outcome", "criminality"),
        ("prosecution", "hybrid"),
        ("reasons", "As compared."),
    ];
    let refused = send(&mut browser, &on("conclude-conviction"), &against).await;
    assert!(
        refused
            .expect(422)
            .says("The referring partner was not asked")
    );
    browser.lang("fr");
    let refused = send(&mut browser, &on("conclude-conviction"), &against).await;
    assert!(refused.expect(422).says("LIPR, art. 36(2)c)"));
    browser.lang("en");
    let asked = [
        ("conviction", id.as_str()),
        ("on-day", "2"),
        ("on-month", "1"),
        ("on-year", "2026"),
        ("way", "partner-encrypted"),
        ("asked", "What is known."),
    ];
    send(&mut browser, &on("record-context"), &asked)
        .await
        .leads(&format!("{landed}record-context"));
    let beside: Page = browser.get(&on("conclude-conviction")).await.expect(200);
    assert!(beside.says("Signs that a conviction is illegitimate"));
    let nothing = [
        ("conviction", id.as_str()),
        ("outcome", "not-established"),
        ("reasons", "Nobody else knows of it."),
    ];
    send(&mut browser, &on("conclude-conviction"), &nothing)
        .await
        .leads(&format!("{landed}conclude-conviction"));
    let decision = format!("{}/decision/{person}", at(case));
    assert!(
        !browser
            .get(&decision)
            .await
            .expect(200)
            .says("#convictions")
    );
    let again = [("conviction", id.as_str()), ("reason", "A judgment came.")];
    send(&mut browser, &on("reopen-conviction"), &again)
        .await
        .leads(&format!("{landed}reopen-conviction"));
    let [en, fr] = both(&mut browser, &decision).await;
    assert!(en.says("#convictions") && en.says("Convictions and charges"));
    assert!(fr.says("Déclarations de culpabilité et accusations"));
}

#[tokio::test]
async fn the_api_shows_worksheets_and_relief_by_its_document() {
    let site = Site::start().await;
    let (case, _) = journalist(&site.world).await;
    let token = site.token(OFFICER).await;
    for (rest, schema) in [("", "case"), ("/timeline", "timeline"), ("/tasks", "tasks")] {
        let path = format!("/api/v1/cases/{case}{rest}");
        let said = site.get(&token, &path).await.expect(200);
        let wrong = check(&site.document, &site.schema(schema), &said.json());
        assert_eq!(wrong, Vec::<String>::new(), "{path}");
        if schema == "case" {
            let assessment = &said.json()["assessment"];
            let worksheet = &assessment["convictions"][0];
            assert_eq!(worksheet["in-absentia"], true);
            assert_eq!(worksheet["compared"][1]["likeness"], "unmatched");
            assert_eq!(worksheet["conclusion"]["outcome"], "no-equivalent");
            assert_eq!(assessment["reliefs"][0]["relief"], "public-policy");
        }
    }
    let policy = site.get(&token, "/api/v1/policy").await.expect(200).json();
    assert_eq!(policy["reliefs"][1]["shut-by"][0], "security");
}
