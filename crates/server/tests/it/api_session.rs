//! Signing in over the API: one token, one answer to every failure, no way round by cookie.

use reqwest::Method;
use safeconduct_casework::session::{ABSOLUTE_MS, IDLE_MS};
use safeconduct_server::state::Cookies;
use serde_json::json;

use crate::api_schema::check;
use crate::api_support::{Site, bearer};

async fn a_token_works_until_it_is_given_back(site: &Site) {
    site.world.pass(61_000);
    let account = site
        .world
        .stream
        .accounts
        .iter()
        .find(|a| a.handle == "fld-caseworker")
        .unwrap();
    let code = site
        .world
        .stream
        .code("fld-caseworker", site.world.app.now_ms())
        .unwrap();
    let body =
        json!({ "handle": "fld-caseworker", "passphrase": account.passphrase, "code": code });
    let said = site.post("", "/api/v1/session", &body).await.expect(201);
    assert_eq!(
        check(&site.document, &site.schema("session"), &said.json()),
        Vec::<String>::new()
    );
    assert_eq!(
        said.header("set-cookie"),
        "",
        "a program gets a token and no cookie"
    );
    assert_eq!(
        said.json()["ends-ms"],
        site.world.app.now_ms() + ABSOLUTE_MS
    );
    let token = said.json()["token"].as_str().unwrap().to_owned();

    let me = site.get(&token, "/api/v1/me").await.expect(200);
    assert_eq!(
        check(&site.document, &site.schema("me"), &me.json()),
        Vec::<String>::new()
    );
    assert_eq!(
        (me.json()["handle"].as_str(), me.json().get("csrf")),
        (Some("fld-caseworker"), None)
    );
    let colleagues = site.get(&token, "/api/v1/colleagues").await.expect(200);
    assert_eq!(
        check(
            &site.document,
            &site.schema("colleagues"),
            &colleagues.json()
        ),
        Vec::<String>::new()
    );
    assert_eq!(colleagues.json()["items"].as_array().unwrap().len(), 3);

    // the second factor is spent
    site.post("", "/api/v1/session", &body).await.expect(401);
    site.delete(&token, "/api/v1/session").await.expect(204);
    let said = site.get(&token, "/api/v1/me").await.expect(401);
    assert_eq!(
        (said.code().as_str(), said.header("www-authenticate")),
        ("signed-out", "Bearer")
    );
}

async fn a_session_ends_as_on_the_pages(site: &Site) {
    let idle = site.token("pd-caseworker").await;
    site.get(&idle, "/api/v1/me").await.expect(200);
    site.world.pass(IDLE_MS + 1);
    site.get(&idle, "/api/v1/me").await.expect(401);
    let busy = site.token("pd-supervisor").await;
    for _ in 0..(ABSOLUTE_MS / (IDLE_MS - 1000)) {
        site.world.pass(IDLE_MS - 1000);
        site.get(&busy, "/api/v1/me").await.expect(200);
    }
    site.world.pass(IDLE_MS - 1000);
    site.get(&busy, "/api/v1/me").await.expect(401);
}

async fn every_failure_to_sign_in_looks_the_same(site: &Site) {
    site.world.pass(61_000);
    let account = site
        .world
        .stream
        .accounts
        .iter()
        .find(|a| a.handle == "planner")
        .unwrap()
        .clone();
    let code = site
        .world
        .stream
        .code("planner", site.world.app.now_ms())
        .unwrap();
    let wrong = [
        json!({ "handle": "nobody-at-all", "passphrase": account.passphrase, "code": code }),
        json!({ "handle": "planner", "passphrase": "wrong wrong wrong wrong", "code": code }),
        json!({ "handle": "planner", "passphrase": account.passphrase, "code": "000000" }),
    ];
    let mut answers = Vec::new();
    for body in &wrong {
        let said = site.post("", "/api/v1/session", body).await.expect(401);
        answers.push(said.text());
    }
    assert!(answers.iter().all(|a| *a == answers[0]), "{answers:?}");
    for _ in 0..4 {
        site.post("", "/api/v1/session", &wrong[1]).await;
    }
    let said = site
        .post("", "/api/v1/session", &wrong[1])
        .await
        .expect(429);
    assert!(said.header("retry-after").parse::<u32>().unwrap() >= 1);
}

async fn a_cookie_needs_its_token_and_a_bearer_does_not(site: &Site) {
    let token = site.token("fld-caseworker").await;
    let cookie = format!("{}={token}", Cookies::default().session());
    let me = site
        .send(
            Method::GET,
            "/api/v1/me",
            &[("cookie", &cookie)],
            Vec::new(),
        )
        .await
        .expect(200);
    let csrf = me.json()["csrf"].as_str().unwrap().to_owned();
    let body = json!({ "reference": "FLD-77", "language": "en" })
        .to_string()
        .into_bytes();
    let json = ("content-type", "application/json");
    let path = "/api/v1/cases";
    for headers in [
        vec![json, ("cookie", &cookie)],
        vec![json, ("cookie", &cookie), ("x-csrf", "wrong")],
    ] {
        let said = site
            .send(Method::POST, path, &headers, body.clone())
            .await
            .expect(403);
        assert_eq!(said.code(), "csrf");
    }
    let good = [json, ("cookie", cookie.as_str()), ("x-csrf", csrf.as_str())];
    site.send(Method::POST, path, &good, body.clone())
        .await
        .expect(201);
    // another site's page is stopped, even with cookie and token; and a cookie beside a false bearer counts for nothing
    let mut other = good.to_vec();
    other.extend([
        ("origin", "https://example.net"),
        ("sec-fetch-site", "cross-site"),
    ]);
    site.send(Method::POST, path, &other, body.clone())
        .await
        .expect(403);
    let mut false_bearer = good.to_vec();
    false_bearer.push(("authorization", "Bearer AAAA"));
    site.send(Method::POST, path, &false_bearer, body.clone())
        .await
        .expect(401);
    for scheme in ["Basic AAAA", "Bearer", "Bearer  ", "AAAA"] {
        let mut headers = good.to_vec();
        headers.push(("authorization", scheme));
        site.send(Method::POST, path, &headers, body.clone())
            .await
            .expect(401);
    }
    // a program with a token may say where it comes from
    let headers = bearer(
        &token,
        &[
            json,
            ("origin", "https://example.net"),
            ("sec-fetch-site", "cross-site"),
        ],
    );
    site.send(Method::POST, path, &headers, body)
        .await
        .expect(201);
}

#[tokio::test]
async fn sessions_of_programs() {
    let site = Site::start().await;
    a_token_works_until_it_is_given_back(&site).await;
    a_session_ends_as_on_the_pages(&site).await;
    every_failure_to_sign_in_looks_the_same(&site).await;
    a_cookie_needs_its_token_and_a_bearer_does_not(&site).await;
}
