//! The document says what is routed, and what is routed is in the document.

use std::collections::BTreeSet;

use reqwest::Method;
use safeconduct_domain::act::Kind;
use safeconduct_server::api::operations;
use serde_json::{Value, json};

use crate::api_schema::check;
use crate::api_support::{empty, referral};

/// Every call of a document: verb and path.
fn calls(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    let each = paths.iter().flat_map(|(path, verbs)| {
        verbs
            .as_object()
            .unwrap()
            .keys()
            .map(move |v| (v.clone(), path.clone()))
    });
    each.collect()
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get("$ref") {
                found.insert(target.clone());
            }
            members.values().for_each(|v| references(v, found));
        }
        Value::Array(items) => items.iter().for_each(|v| references(v, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_route_is_described_and_everything_described_is_routed() {
    let (site, _folder) = empty().await;
    let described = calls(&site.document);
    let routed: BTreeSet<_> = operations::all()
        .into_iter()
        .map(|o| (o.verb.name().to_owned(), o.path))
        .collect();
    assert_eq!(described, routed);
    for kind in Kind::ALL {
        let act = format!("/acts/{}", kind.name());
        let there = described
            .iter()
            .any(|(verb, path)| verb == "post" && path.ends_with(&act));
        assert_eq!(
            there,
            !matches!(kind, Kind::Open | Kind::AddDocument),
            "{act}"
        );
    }
    // asked without a session, what is routed says 401 or, where anybody may ask, something else than 404 and 405
    let id = "0".repeat(32);
    for (verb, path) in &described {
        let path = path
            .replace("{id}", &id)
            .replace("{doc}", &id)
            .replace("{letter}", &id)
            .replace("{seq}", "1")
            .replace("{ms}", "0");
        let method = Method::from_bytes(verb.to_uppercase().as_bytes()).unwrap();
        let said = site
            .send(
                method,
                &path,
                &[("content-type", "application/json")],
                b"{}".to_vec(),
            )
            .await;
        let open = path == "/api/v1/session" && verb == "post";
        assert_eq!(said.status, if open { 422 } else { 401 }, "{verb} {path}");
        assert_eq!(said.header("content-type"), "application/problem+json");
        assert_eq!(
            check(&site.document, &site.schema("problem"), &said.json()),
            Vec::<String>::new()
        );
    }
    // and nothing else answers under the API
    for path in [
        "/api/v1",
        "/api/v1/cases/",
        "/api/v2/cases",
        "/api/v1/cases/x/acts/open-referral",
        "/api/v1/users",
    ] {
        assert_eq!(site.get("", path).await.status, 404, "{path}");
    }
    println!("calls described and routed: {}", described.len());
}

#[tokio::test]
async fn the_document_is_whole_in_both_languages() {
    let (site, _folder) = empty().await;
    let french = site
        .send(
            Method::GET,
            "/api/openapi.json",
            &[("accept-language", "fr-CA")],
            Vec::new(),
        )
        .await
        .json();
    assert_eq!(calls(&site.document), calls(&french));
    assert_ne!(
        site.document["info"]["description"],
        french["info"]["description"]
    );
    for document in [&site.document, &french] {
        assert_eq!(document["openapi"], "3.1.0");
        let mut found = BTreeSet::new();
        references(document, &mut found);
        assert!(found.len() > 60);
        for target in found {
            assert!(
                document
                    .pointer(target.strip_prefix('#').unwrap())
                    .is_some(),
                "{target}"
            );
        }
        let text = document.to_string();
        assert!(
            !text.contains('⟦') && !text.contains('\u{2068}'),
            "a message is missing or isolated"
        );
        let ids: Vec<_> = operations::all().into_iter().map(|o| o.id).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}

#[tokio::test]
async fn examples_fit_their_schemas_and_mistakes_do_not() {
    let (site, _folder) = empty().await;
    let schema = site
        .get("", "/api/v1/schemas/referral.json")
        .await
        .expect(200)
        .json();
    assert_eq!(schema["$id"], "/api/v1/schemas/referral.json");
    let good = referral("FLD-1");
    assert_eq!(check(&schema, &schema, &good), Vec::<String>::new());
    assert_eq!(
        check(&site.document, &site.schema("referral"), &good),
        Vec::<String>::new()
    );
    let mistakes = [
        ("/open/reference", json!("")),
        ("/open/language", json!("de")),
        ("/persons", json!([])),
        ("/persons/0/birth", json!("17 May")),
        ("/persons/0/residence", json!("Kenya")),
        ("/consents/0/person", json!("0")),
        ("/consents/0/person", json!(-1)),
        ("/declaration/signed-on", json!("2026-02-31")),
        ("/documents/0/kind", json!("diary")),
        ("/documents/0/content", json!("")),
        ("/work/adverse-countries", json!("ER")),
        ("/contact", json!(null)),
    ];
    for (way, value) in &mistakes {
        let mut bad = good.clone();
        *bad.pointer_mut(way).unwrap() = value.clone();
        assert!(!check(&schema, &schema, &bad).is_empty(), "{way} {value}");
    }
    println!("mistakes tried: {}, let through: 0", mistakes.len());
}
