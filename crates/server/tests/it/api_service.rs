//! Health, readiness, metrics, and the pages that describe the API.

use reqwest::Method;

use crate::api_support::{Site, empty, refer};

#[tokio::test]
async fn the_service_says_how_it_is_and_nothing_of_anybody() {
    let site = Site::start().await;
    assert_eq!(
        site.get("", "/healthz").await.expect(200).json()["process"],
        "ok"
    );
    assert_eq!(
        site.get("", "/readyz").await.expect(200).text(),
        "{\"database\":\"ok\",\"policy\":\"ok\"}"
    );
    let token = site.token("fld-caseworker").await;
    let case = refer(&site, &token, "FLD-CANARY-1").await;
    site.get(&token, &format!("/api/v1/cases/{case}"))
        .await
        .expect(200);
    site.get(&token, "/api/v1/cases/canary-in-an-address")
        .await
        .expect(404);
    site.get(&token, "/nothing/canary-in-an-address")
        .await
        .expect(404);
    let said = site.get("", "/metrics").await.expect(200);
    assert!(
        said.header("content-type")
            .starts_with("text/plain; version=0.0.4")
    );
    let text = said.text();
    let line = |name: &str| {
        text.lines()
            .find_map(|l| l.strip_prefix(name))
            .map(|rest| rest.trim().to_owned())
    };
    assert_eq!(
        line("safeconduct_http_responses_total{route=\"/api/v1/cases/{id}\",class=\"2xx\"}"),
        Some("1".to_owned())
    );
    assert_eq!(
        line("safeconduct_http_responses_total{route=\"/api/v1/cases/{id}\",class=\"4xx\"}"),
        Some("1".to_owned())
    );
    assert_eq!(
        line("safeconduct_http_responses_total{route=\"none\",class=\"4xx\"}"),
        Some("1".to_owned())
    );
    assert_eq!(
        line("safeconduct_journal_entries"),
        Some(site.entries().await.to_string())
    );
    assert!(line("safeconduct_jobs_due").is_some());
    for canary in [
        case.as_str(),
        "CANARY",
        "canary",
        "Tesfay",
        "fld-caseworker",
        token.as_str(),
    ] {
        assert!(!text.contains(canary), "{canary}");
    }
    let passed_on = site
        .send(
            Method::GET,
            "/metrics",
            &[("x-forwarded-for", "192.0.2.1")],
            Vec::new(),
        )
        .await;
    assert_eq!(passed_on.status, 404);
}

#[tokio::test]
async fn the_pages_describe_every_call_in_both_languages_without_scripts() {
    let (site, _folder) = empty().await;
    let paths = site.document["paths"].as_object().unwrap();
    let ids: Vec<String> = paths
        .values()
        .flat_map(|verbs| verbs.as_object().unwrap().values())
        .map(|o| o["operationId"].as_str().unwrap().to_owned())
        .collect();
    let mut largest = (0, String::new());
    for language in ["en", "fr"] {
        let mut pages = vec!["/api".to_owned()];
        pages.extend(ids.iter().map(|id| format!("/api/operations/{id}")));
        for path in &pages {
            let said = site
                .send(
                    Method::GET,
                    path,
                    &[("accept-language", language)],
                    Vec::new(),
                )
                .await
                .expect(200);
            let text = said.text();
            assert!(
                text.contains(&format!("<html lang=\"{language}\">")),
                "{path}"
            );
            assert!(!text.contains("<script") && !text.contains('⟦'), "{path}");
            largest = largest.max((text.trim_end().len(), path.clone()));
        }
        let index = site
            .send(
                Method::GET,
                "/api",
                &[("accept-language", language)],
                Vec::new(),
            )
            .await
            .text();
        for id in &ids {
            assert!(index.contains(&format!("/api/operations/{id}\"")), "{id}");
        }
    }
    println!(
        "pages: {}, largest: {} bytes, {}",
        2 * (ids.len() + 1),
        largest.0,
        largest.1
    );
    assert!(largest.0 < 40_000, "{largest:?}");
    assert_eq!(site.get("", "/api/operations/none").await.status, 404);
}
