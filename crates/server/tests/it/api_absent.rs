//! What is absent and what is somebody else's are the same bytes, on every call about a case.

use reqwest::Method;
use safeconduct_domain::case::Stage;
use safeconduct_server::api::operation::Verb;
use safeconduct_server::api::operations;

use crate::api_support::{Site, bearer};

#[tokio::test]
async fn absent_and_forbidden_are_the_same_bytes() {
    let site = Site::start().await;
    let prepared = site
        .world
        .case_at(0, "fld", Stage::AwaitingApproval)
        .await
        .to_string();
    let gone = site
        .world
        .case_at(1, "pd", Stage::Assessment)
        .await
        .to_string();
    let absent = "0123456789abcdef0123456789abcdef".to_owned();
    let readers = [
        ("pd-caseworker", vec![&prepared, &gone, &absent]),
        ("unhcr-supervisor", vec![&prepared, &gone, &absent]),
        ("roc-o-intake", vec![&prepared, &gone, &absent]),
        ("bogota-officer", vec![&prepared, &absent]),
        ("planner", vec![&prepared, &gone, &absent]),
        ("auditor", vec![&prepared, &gone, &absent]),
        ("administrator", vec![&prepared, &gone, &absent]),
    ];
    let (mut compared, mut calls) = (0, 0);
    for (handle, cases) in readers {
        let token = site.token(handle).await;
        for operation in operations::all()
            .into_iter()
            .filter(|o| o.path.contains("{id}"))
        {
            calls += 1;
            let mut answers = Vec::new();
            for case in &cases {
                let path = operation
                    .path
                    .replace("{id}", case)
                    .replace("{doc}", &absent)
                    .replace("{letter}", &absent)
                    .replace("{ms}", "1793610000000");
                let method = if operation.verb == Verb::Get {
                    Method::GET
                } else {
                    Method::POST
                };
                let headers = bearer(&token, &[("content-type", "application/json")]);
                let said = site.send(method, &path, &headers, b"{}".to_vec()).await;
                let kept = |name: &str| said.header(name).to_owned();
                answers.push((
                    said.status,
                    said.text(),
                    kept("content-type"),
                    kept("content-length"),
                    kept("cache-control"),
                    said.headers.len(),
                ));
            }
            for answer in &answers {
                assert_eq!(
                    answer,
                    &answers[answers.len() - 1],
                    "{handle} {}",
                    operation.id
                );
                assert_eq!(answer.0, 404, "{handle} {}", operation.id);
                compared += 1;
            }
        }
    }
    println!("calls: {calls}, answers compared: {compared}, differing: 0");
}
