//! Documents over the API: as a form, as bare bytes, once, within the limit, byte for byte.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::api_support::{Site, bearer};

async fn opened(site: &Site, token: &str) -> String {
    let said = site
        .post(
            token,
            "/api/v1/cases",
            &json!({ "reference": "FLD-5", "language": "en" }),
        )
        .await
        .expect(201);
    said.json()["case"].as_str().unwrap().to_owned()
}

async fn a_file_comes_back_as_it_was(site: &Site) {
    let before = site.objects();
    let token = site.token("fld-caseworker").await;
    let id = opened(site, &token).await;
    let path = format!("/api/v1/cases/{id}/documents");
    let content: Vec<u8> = (0..3_000_000_u32)
        .map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1])
        .collect();
    let key = site.key();
    let headers = bearer(
        &token,
        &[
            ("document-name", "a.pdf"),
            ("document-kind", "other"),
            ("idempotency-key", &key),
        ],
    );
    let said = site
        .send(Method::POST, &path, &headers, content.clone())
        .await
        .expect(201);
    let document = said.json()["document"].as_str().unwrap().to_owned();
    let (again, objects) = (
        site.send(Method::POST, &path, &headers, content.clone())
            .await
            .expect(200),
        site.objects(),
    );
    assert_eq!(again.json(), said.json());
    assert_eq!(objects, before + 1, "the second file is gone again");
    let other = site
        .send(Method::POST, &path, &headers, b"something else".to_vec())
        .await
        .expect(422);
    assert_eq!(other.json()["rule"], "key-used-before");
    let back = site
        .get(&token, &format!("{path}/{document}"))
        .await
        .expect(200);
    assert_eq!(back.bytes, content);
    assert_eq!(back.header("content-type"), "application/octet-stream");
    assert!(
        back.header("content-disposition").starts_with("attachment")
            && !back.header("content-disposition").contains("a.pdf")
    );
    assert!(back.header("content-security-policy").contains("sandbox"));
    assert_eq!(back.header("x-content-type-options"), "nosniff");
}

async fn a_form_with_a_file_is_read_part_by_part(site: &Site) {
    let before = site.objects();
    let token = site.token("fld-caseworker").await;
    let id = opened(site, &token).await;
    let address = format!("{}/api/v1/cases/{id}/documents", site.base);
    let send = |form: Form| {
        let request = site
            .client
            .post(&address)
            .bearer_auth(&token)
            .multipart(form);
        async move { request.send().await.unwrap() }
    };
    let file = || Part::bytes(b"Invented.".to_vec()).file_name("ሰላም.pdf");
    let said = send(Form::new().text("kind", "other").part("file", file())).await;
    assert_eq!(said.status(), 201);
    let case = site
        .get(&token, &format!("/api/v1/cases/{id}"))
        .await
        .json();
    assert_eq!(case["referral"]["documents"][0]["name"], "ሰላም.pdf");
    let entries = site.entries().await;
    let wrong = [
        Form::new().text("kind", "diary").part("file", file()),
        Form::new().part("file", file()),
        Form::new().text("kind", "other"),
        Form::new()
            .text("kind", "other")
            .text("surprise", "x")
            .part("file", file()),
        Form::new()
            .text("kind", "other")
            .text("person", "0".repeat(32))
            .part("file", file()),
        Form::new()
            .text("kind", "other")
            .text("name", "a\u{202e}b")
            .part("file", file()),
        Form::new()
            .text("kind", "other")
            .part("file", Part::bytes(Vec::new()).file_name("empty.pdf")),
    ];
    for (at, form) in wrong.into_iter().enumerate() {
        assert_eq!(send(form).await.status(), 422, "{at}");
    }
    assert_eq!(
        (site.entries().await, site.objects()),
        (entries, before + 1)
    );
}

async fn too_much_is_refused_and_leaves_nothing(site: &Site) {
    let before = site.objects();
    let token = site.token("fld-caseworker").await;
    let id = opened(site, &token).await;
    let entries = site.entries().await;
    // streamed, so that nobody says beforehand how long it is
    let host = site.base.strip_prefix("http://").unwrap();
    let mut socket = tokio::net::TcpStream::connect(host).await.unwrap();
    let head = format!(
        "POST /api/v1/cases/{id}/documents HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
         Document-Name: a\r\nDocument-Kind: other\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut piece = format!("{:x}\r\n", 1_000_000).into_bytes();
    piece.extend(vec![7_u8; 1_000_000]);
    piece.extend(b"\r\n");
    for _ in 0..101 {
        if socket.write_all(&piece).await.is_err() {
            break;
        }
    }
    let mut said = Vec::new();
    drop(socket.read_to_end(&mut said).await);
    let said = String::from_utf8_lossy(&said);
    assert!(
        said.is_empty() || said.starts_with("HTTP/1.1 413"),
        "{said}"
    );
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(
        (site.entries().await, site.objects()),
        (entries + 1, before),
        "one look, and no document"
    );
    let declared = bearer(
        &token,
        &[("document-name", "a"), ("document-kind", "other")],
    );
    let path = format!("/api/v1/cases/{id}/documents");
    let said = site
        .send(Method::POST, &path, &declared, vec![7_u8; 5_000_000])
        .await;
    assert_eq!(said.status, 201, "and the next file is taken");
}

#[tokio::test]
async fn documents_go_in_and_come_out() {
    let site = Site::start().await;
    a_file_comes_back_as_it_was(&site).await;
    a_form_with_a_file_is_read_part_by_part(&site).await;
    too_much_is_refused_and_leaves_nothing(&site).await;
}
