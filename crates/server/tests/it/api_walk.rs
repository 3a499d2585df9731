//! One family over the API alone, from the partner's system to the migration office, every answer held against the
//! document.

use serde_json::{Value, json};

use crate::api_schema::check;
use crate::api_support::{Site, refer};

async fn seen(site: &Site, token: &str, path: &str, schema: &str) -> Value {
    let said = site.get(token, path).await.expect(200);
    assert_eq!(said.header("content-type"), "application/json");
    assert_eq!(said.header("cache-control"), "no-store");
    let value = said.json();
    assert_eq!(
        check(&site.document, &site.schema(schema), &value),
        Vec::<String>::new(),
        "{path}"
    );
    for secret in ["\"key\"", "\"sha256\"", "sealed-size"] {
        assert!(!said.text().contains(secret), "{path} shows {secret}");
    }
    value
}

async fn case(site: &Site, token: &str, id: &str) -> Value {
    for (rest, schema) in [("/timeline", "timeline"), ("/tasks", "tasks")] {
        seen(site, token, &format!("/api/v1/cases/{id}{rest}"), schema).await;
    }
    let now = site.world.app.now_ms();
    seen(
        site,
        token,
        &format!("/api/v1/cases/{id}/as-of/{now}"),
        "case",
    )
    .await;
    seen(site, token, &format!("/api/v1/cases/{id}"), "case").await
}

async fn card(site: &Site, token: &str, id: &str) -> Value {
    let list = seen(site, token, "/api/v1/cases?sort=changed", "case-list").await;
    let cards = list["items"].as_array().unwrap();
    cards
        .iter()
        .find(|c| c["id"] == id)
        .cloned()
        .unwrap_or_default()
}

#[tokio::test]
async fn a_family_goes_from_the_partners_system_to_the_office() {
    let site = Site::start().await;
    let caseworker = site.token("fld-caseworker").await;
    let id = refer(&site, &caseworker, "FLD-26-901").await;
    let referred = case(&site, &caseworker, &id).await;
    assert_eq!(referred["stage"], "awaiting-approval");
    assert_eq!(
        referred["referral"]["documents"].as_array().unwrap().len(),
        4
    );
    assert_eq!(
        referred["referral"]["consents"][0]["person"],
        referred["referral"]["persons"][0]["id"]
    );
    assert_eq!(
        referred["referral"]["documents"][3]["person"],
        referred["referral"]["persons"][1]["id"]
    );

    // the caseworker cannot attest; the supervisor can, and confirms it
    let attest = format!("/api/v1/cases/{id}/acts/attest");
    let word = json!({ "grounds": "Known to us since 2019", "confirmed": true });
    let said = site.post(&caseworker, &attest, &word).await.expect(422);
    assert_eq!(said.code(), "not-now");
    let supervisor = site.token("fld-supervisor").await;
    let said = site
        .post(&supervisor, &attest, &json!({ "grounds": "Known" }))
        .await
        .expect(422);
    assert_eq!(said.json()["errors"][0]["code"], "required-flag");
    site.act(&supervisor, &id, "attest", word).await;
    let attested = case(&site, &supervisor, &id).await;
    assert_eq!(attested["stage"], "attested");
    site.act(&supervisor, &id, "submit", json!({})).await;
    assert_eq!(card(&site, &supervisor, &id).await["stage"], "submitted");

    // the centre takes it in, creates the file, chooses the office, hands over
    let intake = site.token("roc-o-intake").await;
    assert_eq!(card(&site, &intake, &id).await["reference"], "FLD-26-901");
    let arrived = case(&site, &intake, &id).await;
    assert!(
        arrived["may"]
            .as_array()
            .unwrap()
            .contains(&json!("accept-referral"))
    );
    site.act(&intake, &id, "accept-referral", json!({})).await;
    site.act(
        &intake,
        &id,
        "record-number",
        json!({ "kind": "g-number", "value": "G123456789" }),
    )
    .await;
    let said = site
        .post(
            &intake,
            &format!("/api/v1/cases/{id}/acts/transfer"),
            &json!({}),
        )
        .await
        .expect(422);
    assert_eq!(
        (said.code().as_str(), said.json()["rule"].as_str()),
        ("refused", Some("no-office-chosen"))
    );
    site.act(
        &intake,
        &id,
        "choose-office",
        json!({ "office": "nairobi" }),
    )
    .await;
    site.act(&intake, &id, "transfer", json!({})).await;

    // the office accepts, plans, finds
    let officer = site.token("nairobi-officer").await;
    card(&site, &officer, &id).await;
    site.act(&officer, &id, "accept-transfer", json!({})).await;
    site.act(
        &officer,
        &id,
        "plan-interview",
        json!({ "mode": "in-person", "safety": "A rented room", "asylum-risk": "None known",
            "travel": "On foot", "surveillance": "None known", "interpreter-avoid": "None known" }),
    )
    .await;
    let person = referred["referral"]["persons"][0]["id"].clone();
    let finding = json!({ "person": person, "element": "outside-canada", "finding": "met", "reasons": "Seen there" });
    site.act(&officer, &id, "find-element", finding).await;
    let held = case(&site, &officer, &id).await;
    assert_eq!(held["stage"], "assessment");
    assert_eq!(held["assessment"]["elements"].as_array().unwrap().len(), 1);

    // to the partner and the centre it is gone; the partner is told
    for token in [&caseworker, &intake] {
        site.get(token, &format!("/api/v1/cases/{id}"))
            .await
            .expect(404);
    }
    let notices = seen(&site, &supervisor, "/api/v1/notices", "notices").await;
    let news: Vec<_> = notices["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["news"].clone())
        .collect();
    assert!(
        news.contains(&json!("transferred")) && news.contains(&json!("numbered")),
        "{news:?}"
    );
    let seqs: Vec<_> = notices["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["seq"].clone())
        .collect();
    site.post(
        &supervisor,
        "/api/v1/notices/read",
        &json!({ "seqs": seqs }),
    )
    .await
    .expect(204);
    let after = seen(&site, &supervisor, "/api/v1/notices?limit=500", "notices").await;
    assert_eq!(after["unread"], 0);
}

#[tokio::test]
async fn planners_count_and_auditors_read_the_trail() {
    let site = Site::start().await;
    let id = site.world.play(2).await.to_string();
    let planner = site.token("planner").await;
    let tracked = seen(&site, &planner, "/api/v1/tracking", "tracking").await;
    assert_eq!(tracked["by-stage"]["assessment"]["cases"], 1);
    assert_eq!(
        seen(&site, &planner, "/api/v1/me", "me").await["roles"],
        json!(["key-officer", "planner"])
    );
    site.get(&planner, &format!("/api/v1/cases/{id}"))
        .await
        .expect(404);
    site.get(&planner, "/api/v1/audit").await.expect(404);
    let auditor = site.token("auditor").await;
    let trail = seen(
        &site,
        &auditor,
        &format!("/api/v1/audit?case={id}"),
        "trail",
    )
    .await;
    let lines = trail["items"].as_array().unwrap();
    assert!(lines.len() > 10 && lines.iter().all(|l| l["case"] == id.as_str()));
    let before = trail["next-before"].as_u64();
    if let Some(before) = before {
        let next = seen(
            &site,
            &auditor,
            &format!("/api/v1/audit?case={id}&before={before}"),
            "trail",
        )
        .await;
        assert!(
            next["items"]
                .as_array()
                .unwrap()
                .iter()
                .all(|l| l["seq"].as_u64() < Some(before))
        );
    }
    site.get(&auditor, "/api/v1/tracking").await.expect(404);
    let policy = seen(&site, &auditor, "/api/v1/policy?on=2022-06-01", "policy").await;
    assert_eq!(
        (policy["on"].as_str(), policy["ceiling"]["persons"].as_u64()),
        (Some("2022-06-01"), Some(250))
    );
}

#[tokio::test]
async fn every_stage_fits_the_document() {
    let site = Site::start().await;
    let mut stages = std::collections::BTreeSet::new();
    let tokens = [
        "fld-caseworker",
        "pd-caseworker",
        "unhcr-caseworker",
        "roc-o-intake",
        "nairobi-officer",
        "ankara-officer",
        "amman-officer",
        "bogota-officer",
    ];
    for number in 0..12 {
        site.world.play(number).await;
    }
    for handle in tokens {
        let token = site.token(handle).await;
        let list = seen(&site, &token, "/api/v1/cases", "case-list").await;
        for item in list["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|c| c["gone"] == false)
        {
            let case = case(&site, &token, item["id"].as_str().unwrap()).await;
            stages.insert(case["stage"].as_str().unwrap().to_owned());
        }
    }
    println!("stages seen: {stages:?}");
    assert!(stages.len() >= 9, "{stages:?}");
}
