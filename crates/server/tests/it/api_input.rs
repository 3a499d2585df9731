//! Bad input: a clear 4xx, in the caller's language, and nothing changed.

use reqwest::Method;
use serde_json::{Value, json};

use crate::api_schema::check;
use crate::api_support::{Said, Site, bearer};

const JSON: (&str, &str) = ("content-type", "application/json");

async fn raw(site: &Site, token: &str, path: &str, body: &[u8]) -> Said {
    site.send(Method::POST, path, &bearer(token, &[JSON]), body.to_vec())
        .await
}

async fn bodies_that_are_no_json_are_named_by_place(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let entries = site.entries().await;
    let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let nested = format!("{}1{}", "{\"a\":".repeat(500), "}".repeat(500));
    let bodies: [&[u8]; 12] = [
        b"{",
        b"nul",
        b"{\"a\":1}x",
        b"\xff\xfe",
        b"{\"reference\":\"\xc3\x28\"}",
        b"{\"a\":1,\"a\":2}",
        b"{\"a\":\"\x01\"}",
        b"{\"a\":1e999}",
        b"\xef\xbb\xbf{}",
        b"{'a':1}",
        deep.as_bytes(),
        nested.as_bytes(),
    ];
    let paths = [
        "/api/v1/cases",
        "/api/v1/cases/search",
        "/api/v1/session",
        "/api/v1/notices/read",
    ];
    for path in paths {
        for body in bodies {
            let said = raw(site, &token, path, body).await.expect(400);
            assert_eq!(said.code(), "json");
            assert_eq!(
                check(&site.document, &site.schema("problem"), &said.json()),
                Vec::<String>::new()
            );
        }
        let said = site
            .send(
                Method::POST,
                path,
                &bearer(&token, &[("content-type", "text/plain")]),
                b"{}".to_vec(),
            )
            .await;
        assert_eq!(said.status, 415);
    }
    assert_eq!(site.entries().await, entries);
    println!(
        "bodies tried: {}, answered with 500: 0",
        bodies.len() * paths.len()
    );
}

async fn ten_megabytes_are_too_much_and_say_so(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let entries = site.entries().await;
    let long = json!({ "reference": "x".repeat(10_000_000), "language": "en" }).to_string();
    for path in ["/api/v1/cases", "/api/v1/cases/search"] {
        let said = raw(site, &token, path, long.as_bytes()).await.expect(413);
        assert_eq!(said.code(), "too-large");
    }
    let mut referral = crate::api_support::referral("FLD-1");
    referral["work"]["description"] = json!("x".repeat(10_000_000));
    let said = site
        .post_with(
            &token,
            "/api/v1/referrals",
            &referral,
            &[("idempotency-key", &site.key())],
        )
        .await
        .expect(422);
    assert_eq!(said.json()["errors"][0]["code"], "too-long");
    assert!(said.bytes.len() < 2000, "what was sent is not sent back");
    assert_eq!(site.entries().await, entries);
}

async fn every_field_of_every_act_bears_wrong_values(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let said = site
        .post(
            &token,
            "/api/v1/cases",
            &json!({ "reference": "FLD-1", "language": "en" }),
        )
        .await
        .expect(201);
    let id = said.json()["case"].as_str().unwrap().to_owned();
    let case = site
        .get(&token, &format!("/api/v1/cases/{id}"))
        .await
        .json();
    let entries = site.entries().await;
    let wrong: [Value; 12] = [
        json!(17),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!([]),
        json!([[]]),
        json!({}),
        json!(true),
        json!("\u{0}"),
        json!("a\u{202e}b"),
        json!("2026-02-31"),
        json!("x".repeat(200_000)),
    ];
    let mut tried = 0;
    for act in case["may"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
    {
        let path = format!("/api/v1/cases/{id}/acts/{act}");
        if act == "add-document" {
            continue;
        }
        let form = site.get(&token, &path).await.expect(200).json();
        for name in form["properties"].as_object().unwrap().keys() {
            for value in &wrong {
                // the other answers are missing: nothing can be done whatever this one is
                let said = site
                    .post(
                        &token,
                        &path,
                        &json!({ name.as_str(): value, "surprise": 1 }),
                    )
                    .await
                    .expect(422);
                assert_eq!(said.code(), "fields", "{act} {name} {value}");
                assert!(!said.text().contains('⟦'));
                tried += 1;
            }
        }
        for body in [json!([]), json!("x"), json!(null), json!(7)] {
            assert_eq!(
                site.post(&token, &path, &body).await.expect(422).json()["errors"][0]["code"],
                "type"
            );
        }
    }
    assert_eq!(site.entries().await, entries);
    println!("values tried: {tried}, answered with 500 or taken: 0");
    assert!(tried > 300);
}

async fn messages_are_in_the_callers_language(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let mut seen = Vec::new();
    for language in ["en", "fr-CA, en;q=0.5"] {
        let said = site
            .post_with(
                &token,
                "/api/v1/cases",
                &json!({}),
                &[("accept-language", language)],
            )
            .await
            .expect(422);
        let problem = said.json();
        assert_eq!(problem["errors"][0]["field"], "reference");
        seen.push(problem["errors"][0]["message"].as_str().unwrap().to_owned());
    }
    assert_eq!(seen, ["Enter an answer", "Donnez une réponse"]);
}

async fn addresses_take_what_they_take(site: &Site) {
    let token = site.token("fld-caseworker").await;
    for query in [
        "page=0",
        "page=-1",
        "page=x",
        "page=1&page=2",
        "stage=none",
        "stage=",
        "search=Tesfay",
        "owner=me",
        "sort=name",
        "class=access",
    ] {
        let said = site
            .get(&token, &format!("/api/v1/cases?{query}"))
            .await
            .expect(400);
        assert_eq!(said.code(), "parameter", "{query}");
    }
    for path in [
        "/api/v1/notices?limit=0",
        "/api/v1/notices?limit=501",
        "/api/v1/policy?on=2026-02-31",
        "/api/v1/policy?when=now",
    ] {
        site.get(&token, path).await.expect(400);
    }
    site.get(
        &token,
        "/api/v1/cases?page=99999&stage=preparing&sort=urgency&class=referral&urgency=normal",
    )
    .await
    .expect(200);
    let odd = [
        "/api/v1/cases/x",
        "/api/v1/cases/%ff%fe",
        "/api/v1/cases/..%2f..",
        "/api/v1/cases/%00",
        "/api/v1/cases/AAAA",
    ];
    for path in odd {
        let status = site.get(&token, path).await.status;
        assert!(status == 404 || status == 400, "{path} {status}");
    }
    assert_eq!(site.delete(&token, "/api/v1/cases").await.status, 405);
}

async fn a_search_stands_in_the_body(site: &Site) {
    let token = site.token("fld-caseworker").await;
    for reference in ["SEEK-ALPHA", "SEEK-BETA"] {
        site.post(
            &token,
            "/api/v1/cases",
            &json!({ "reference": reference, "language": "en" }),
        )
        .await
        .expect(201);
    }
    let search = |body: Value| site_search(site, &token, body);
    assert_eq!(search(json!({ "search": "alpha" })).await, 1);
    assert_eq!(
        search(json!({ "search": "seek", "stage": "preparing" })).await,
        2
    );
    assert_eq!(
        search(json!({ "search": "seek", "stage": "decided" })).await,
        0
    );
    assert!(search(json!({})).await >= 2);
    let said = site
        .post(
            &token,
            "/api/v1/cases/search",
            &json!({ "search": "a\u{202e}" }),
        )
        .await
        .expect(422);
    assert_eq!(said.json()["errors"][0]["code"], "bidi");
}

async fn site_search(site: &Site, token: &str, body: Value) -> u64 {
    let said = site
        .post(token, "/api/v1/cases/search", &body)
        .await
        .expect(200)
        .json();
    assert_eq!(
        check(&site.document, &site.schema("case-list"), &said),
        Vec::<String>::new()
    );
    said["total"].as_u64().unwrap()
}

#[tokio::test]
async fn bad_input_is_a_clear_answer_and_changes_nothing() {
    let site = Site::start().await;
    bodies_that_are_no_json_are_named_by_place(&site).await;
    ten_megabytes_are_too_much_and_say_so(&site).await;
    every_field_of_every_act_bears_wrong_values(&site).await;
    messages_are_in_the_callers_language(&site).await;
    addresses_take_what_they_take(&site).await;
    a_search_stands_in_the_body(&site).await;
}
