//! A complete referral in one call: all of it or nothing, once.

use serde_json::{Value, json};

use crate::api_schema::check;
use crate::api_support::{Site, referral};

const PATH: &str = "/api/v1/referrals";

fn with(pointer: &str, value: Value) -> Value {
    let mut all = referral("FLD-26-1");
    *all.pointer_mut(pointer).unwrap() = value;
    all
}

async fn the_same_key_refers_once(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let (body, key) = (referral("FLD-26-1"), site.key());
    let without = site.post(&token, PATH, &body).await.expect(400);
    assert_eq!(without.code(), "key-missing");
    let first = site
        .post_with(&token, PATH, &body, &[("idempotency-key", &key)])
        .await
        .expect(201);
    assert_eq!(
        check(&site.document, &site.schema("case-made"), &first.json()),
        Vec::<String>::new()
    );
    let id = first.json()["case"].as_str().unwrap().to_owned();
    assert_eq!(first.header("location"), format!("/api/v1/cases/{id}"));
    let (entries, objects) = (site.entries().await, site.objects());
    let quoted = format!("\"{key}\"");
    for key in [&key, &quoted] {
        let again = site
            .post_with(&token, PATH, &body, &[("idempotency-key", key)])
            .await
            .expect(200);
        assert_eq!(
            (again.json(), again.header("location")),
            (first.json(), first.header("location"))
        );
    }
    assert_eq!(
        (site.entries().await, site.objects()),
        (entries, objects),
        "nothing was done twice"
    );
    let other = site
        .post_with(
            &token,
            PATH,
            &referral("FLD-26-2"),
            &[("idempotency-key", &key)],
        )
        .await
        .expect(422);
    assert_eq!(other.json()["rule"], "key-used-before");
    let act = json!({ "reference": "FLD-26-3", "language": "en" });
    let other = site
        .post_with(&token, "/api/v1/cases", &act, &[("idempotency-key", &key)])
        .await
        .expect(422);
    assert_eq!(other.json()["rule"], "key-used-before");
    // a key is a person's own
    let colleague = site.token("fld-caseworker-2").await;
    let theirs = site
        .post_with(&colleague, PATH, &body, &[("idempotency-key", &key)])
        .await
        .expect(201);
    assert_ne!(theirs.json(), first.json());
    for bad in ["short", "with space in it", "{}", "\"unfinished-key"] {
        let said = site
            .post_with(&token, PATH, &body, &[("idempotency-key", bad)])
            .await
            .expect(400);
        assert_eq!(said.code(), "key", "{bad}");
    }
}

async fn two_at_the_same_time_refer_once(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let (body, key) = (referral("FLD-26-1"), site.key());
    let objects = site.objects();
    let headers = [("idempotency-key", key.as_str())];
    let calls = (0..8).map(|_| site.post_with(&token, PATH, &body, &headers));
    let answers = futures_util::future::join_all(calls).await;
    let made = answers.iter().filter(|a| a.status == 201).count();
    let repeated = answers.iter().filter(|a| a.status == 200).count();
    assert_eq!((made, repeated), (1, 7));
    assert!(answers.iter().all(|a| a.json() == answers[0].json()));
    assert_eq!(
        site.objects(),
        objects + 4,
        "the documents of the seven are gone again"
    );
}

async fn what_is_wrong_leaves_nothing_behind(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let (entries, objects) = (site.entries().await, site.objects());
    let mut two_principals = referral("FLD-26-1");
    two_principals["persons"][1]["relationship"] = json!("principal-applicant");
    let refused = [
        (two_principals, "one-principal-applicant", Some("R10(3)")),
        (with("/consents", json!([])), "incomplete", Some("PA8(1)")),
        (with("/documents", json!([])), "incomplete", None),
        (
            with("/persons/0/birth", json!("2030")),
            "birth-in-the-future",
            None,
        ),
        (
            with("/declaration/signed-on", json!("2027-01-01")),
            "date-in-the-future",
            None,
        ),
    ];
    for (body, rule, citation) in &refused {
        let said = site
            .post_with(&token, PATH, body, &[("idempotency-key", &site.key())])
            .await
            .expect(422);
        let problem = said.json();
        assert_eq!(problem["rule"], *rule, "{problem}");
        assert!(problem["message"].as_str().unwrap().len() > 10);
        if citation.is_some() {
            let cited = problem["citation"].as_str().unwrap();
            assert!(cited.contains(citation.unwrap()), "{cited}");
        }
        assert_eq!(
            check(&site.document, &site.schema("problem"), &problem),
            Vec::<String>::new()
        );
    }
    let fields = [
        (
            with("/persons/1/birth", json!("2012-02-31")),
            "persons.1.birth",
            "#/persons/1/birth",
        ),
        (
            with("/work/description", json!("left\u{202e}right")),
            "work.description",
            "#/work/description",
        ),
        (
            with("/documents/2/content", json!("%%%")),
            "documents.2.content",
            "#/documents/2/content",
        ),
        (
            with("/consents/0/person", json!(9)),
            "consents.0.person",
            "#/consents/0/person",
        ),
        (with("/risk", json!(null)), "risk", "#/risk"),
    ];
    for (body, field, pointer) in &fields {
        let said = site
            .post_with(&token, PATH, body, &[("idempotency-key", &site.key())])
            .await
            .expect(422);
        let problem = said.json();
        assert_eq!(
            (
                problem["code"].as_str(),
                problem["errors"].as_array().unwrap().len()
            ),
            (Some("fields"), 1),
            "{problem}"
        );
        assert_eq!(
            (
                &problem["errors"][0]["field"],
                &problem["errors"][0]["pointer"]
            ),
            (&json!(field), &json!(pointer))
        );
    }
    assert_eq!((site.entries().await, site.objects()), (entries, objects));
    // only a partner's caseworker refers
    for handle in [
        "fld-supervisor",
        "roc-o-intake",
        "nairobi-officer",
        "planner",
        "administrator",
    ] {
        let token = site.token(handle).await;
        let said = site
            .post_with(
                &token,
                PATH,
                &referral("X-1"),
                &[("idempotency-key", &site.key())],
            )
            .await;
        assert_eq!(
            (said.status, said.code().as_str()),
            (422, "not-now"),
            "{handle}"
        );
    }
    assert_eq!(site.objects(), objects);
}

async fn documents_may_follow(site: &Site) {
    let token = site.token("pd-caseworker").await;
    let mut body = referral("PD-26-1");
    body["documents-follow"] = json!(true);
    body["documents"] = json!([]);
    let said = site
        .post_with(&token, PATH, &body, &[("idempotency-key", &site.key())])
        .await
        .expect(201);
    let id = said.json()["case"].as_str().unwrap().to_owned();
    let case = site
        .get(&token, &format!("/api/v1/cases/{id}"))
        .await
        .expect(200)
        .json();
    assert_eq!(case["stage"], "preparing");
    let tasks = site
        .get(&token, &format!("/api/v1/cases/{id}/tasks"))
        .await
        .expect(200)
        .json();
    assert_eq!(tasks["complete"], false);
    let ask = format!("/api/v1/cases/{id}/acts/request-approval");
    assert_eq!(
        site.post(&token, &ask, &json!({})).await.expect(422).json()["rule"],
        "incomplete"
    );
    let persons: Vec<&str> = case["referral"]["persons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["id"].as_str().unwrap())
        .collect();
    let path = format!("/api/v1/cases/{id}/documents");
    for (kind, person) in [
        ("application-form", None),
        ("identity", Some(persons[0])),
        ("photo", Some(persons[0])),
        ("photo", Some(persons[1])),
    ] {
        let mut headers = vec![
            ("document-name", "scan%20%C3%A9t%C3%A9.pdf"),
            ("document-kind", kind),
        ];
        headers.extend(person.map(|p| ("document-person", p)));
        let headers = crate::api_support::bearer(&token, &headers);
        site.send(
            reqwest::Method::POST,
            &path,
            &headers,
            b"Invented.".to_vec(),
        )
        .await
        .expect(201);
    }
    site.act(&token, &id, "request-approval", json!({})).await;
    let case = site
        .get(&token, &format!("/api/v1/cases/{id}"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            case["stage"].as_str(),
            case["referral"]["documents"][0]["name"].as_str()
        ),
        (Some("awaiting-approval"), Some("scan été.pdf"))
    );
}

#[tokio::test]
async fn a_complete_referral_is_all_or_nothing_and_once() {
    let site = Site::start().await;
    the_same_key_refers_once(&site).await;
    two_at_the_same_time_refer_once(&site).await;
    what_is_wrong_leaves_nothing_behind(&site).await;
    documents_may_follow(&site).await;
}
