//! Forms over HTTP: tokens, damage, size, files.

#![allow(clippy::print_stdout)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Body;
use axum::http::{StatusCode, header};

use super::super::protected::FORM_LIMIT;
use super::{Answer, TOKEN, request, send};

const MULTIPART: &str = "multipart/form-data; boundary=cut";

async fn sent(kind: &str, body: impl Into<Body>) -> Answer {
    let request = request("POST", "/form")
        .header("x-session", "1")
        .header(header::CONTENT_TYPE, kind);
    send(request.body(body.into()).unwrap()).await
}

async fn typed(body: &[u8]) -> Answer {
    sent("application/x-www-form-urlencoded", body.to_vec()).await
}

fn multipart(parts: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (head, value) in parts {
        body.push_str(&format!(
            "--cut\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n"
        ));
    }
    body + "--cut--\r\n"
}

#[tokio::test]
async fn a_form_opens_only_with_the_token_of_its_session() {
    let good = typed(format!("csrf={TOKEN}&once=once-1234&name=Ama&risk=x").as_bytes()).await;
    assert_eq!(
        (good.status, good.body.as_str()),
        (StatusCode::OK, r#"once-1234 {"name":"Ama","risk":"x"}"#)
    );
    for token in [
        "",
        "x",
        "tzZ1yC7v0m3s-9Qj",
        "tzZ1yC7v0m3s-9Q",
        "tzZ1yC7v0m3s-9Qkk",
    ] {
        let answer = typed(format!("csrf={token}&once=once-1234&name=Ama&risk=x").as_bytes()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{token}");
        assert!(answer.body.contains("This form can no longer be sent"));
    }
    assert_eq!(
        typed(b"once=once-1234&name=Ama&risk=x").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        typed(format!("csrf={TOKEN}&name=Ama").as_bytes())
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(
        typed(format!("csrf={TOKEN}&once=%3Cscript%3E1").as_bytes())
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
    let json = sent("application/json", format!("{{\"csrf\":\"{TOKEN}\"}}")).await;
    assert_eq!(json.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_form_in_parts_begins_with_its_token() {
    let token = ("name=\"csrf\"", TOKEN);
    let once = ("name=\"once\"", "once-1234");
    let name = ("name=\"name\"", "Zoé");
    let risk = ("name=\"risk\"", "one\r\ntwo");
    let good = sent(MULTIPART, multipart(&[token, once, name, risk])).await;
    assert_eq!(good.body, r#"once-1234 {"name":"Zoé","risk":"one\ntwo"}"#);
    assert_eq!(
        sent(MULTIPART, multipart(&[once, token, name, risk]))
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
    let file = ("name=\"name\"; filename=\"x.pdf\"", "%PDF");
    assert_eq!(
        sent(MULTIPART, multipart(&[token, once, file]))
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(
        sent("multipart/form-data", multipart(&[token]))
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn damaged_text_is_an_error_of_its_own_field() {
    let answer =
        typed(format!("csrf={TOKEN}&once=once-1234&risk=fine&name=%ff%fe").as_bytes()).await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::OK, r#"["name: encoding"]"#)
    );
}

#[tokio::test]
async fn too_much_is_said_to_be_too_much_in_both_languages() {
    let text = "x".repeat(FORM_LIMIT);
    for (lang, words) in [
        ("en", "That is more than this page can take"),
        ("fr", "C’est plus que cette page ne peut recevoir"),
    ] {
        for (kind, body) in [
            (
                "application/x-www-form-urlencoded",
                format!("csrf={TOKEN}&once=once-1234&risk={text}"),
            ),
            (
                MULTIPART,
                multipart(&[("name=\"csrf\"", TOKEN), ("name=\"risk\"", &text)]),
            ),
        ] {
            let request = request("POST", "/form")
                .header("x-session", "1")
                .header(header::CONTENT_TYPE, kind)
                .header(header::ACCEPT_LANGUAGE, lang);
            let answer = send(request.body(Body::from(body)).unwrap()).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
            assert!(answer.body.contains(words));
        }
    }
}

#[tokio::test]
async fn what_was_typed_is_given_back_where_no_secret_was() {
    let typed_in = "keep=person&risk=They+came+%3Cb%3E%0D%0Atwice&name=Ama";
    let stale = typed(format!("csrf=old&once=once-1234&{typed_in}").as_bytes()).await;
    assert!(
        stale
            .body
            .contains(">They came &#60;b&#62;\r\ntwice</textarea>"),
        "{}",
        stale.body
    );
    assert!(
        stale.body.contains("Why is the person at risk?"),
        "with the label of its field"
    );
    let secret = typed(b"csrf=old&once=once-1234&passphrase=correct+horse").await;
    assert!(!secret.body.contains("correct horse"));
    let request =
        request("POST", "/form").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let ended = send(request.body(Body::from(typed_in)).unwrap()).await;
    assert_eq!(ended.status, StatusCode::FORBIDDEN);
    assert!(ended.body.contains("Your session has ended") && ended.body.contains("They came"));
}

#[tokio::test]
async fn another_site_cannot_send_our_forms() {
    let body = format!("csrf={TOKEN}&once=once-1234&name=Ama&risk=x");
    let post = |name: &'static str, value: &'static str| {
        let request = request("POST", "/form")
            .header("x-session", "1")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(name, value);
        send(request.body(Body::from(body.clone())).unwrap())
    };
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        let answer = post(name, value).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(answer.body.contains("This request came from another site"));
        assert!(!answer.body.contains("Ama"), "nothing of it is given back");
    }
    for (name, value) in [
        ("sec-fetch-site", "same-origin"),
        ("origin", "https://safeconduct.example"),
    ] {
        assert_eq!(
            post(name, value).await.status,
            StatusCode::OK,
            "{name}: {value}"
        );
    }
}

#[tokio::test]
async fn files_stream_in_after_the_token() {
    let big = "x".repeat(3 * 1024 * 1024);
    let parts = [
        ("name=\"csrf\"", TOKEN),
        ("name=\"once\"", "once-1234"),
        ("name=\"kind\"", "identity"),
        ("name=\"file\"; filename=\"pièce.pdf\"", big.as_str()),
    ];
    let send_files = |body: Body| {
        send(
            request("POST", "/files")
                .header("x-session", "1")
                .header(header::CONTENT_TYPE, MULTIPART)
                .body(body)
                .unwrap(),
        )
    };
    let answer = send_files(Body::from(multipart(&parts))).await;
    assert_eq!(
        answer.body,
        format!("kind=identity;pièce.pdf:{};", big.len())
    );
    for wrong in [
        &parts[1..],
        &[parts[3], parts[0], parts[1]],
        &[parts[0], parts[3]],
    ] {
        assert_eq!(
            send_files(Body::from(multipart(wrong))).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    let huge = "x".repeat(9 * 1024 * 1024);
    let over = [
        parts[0],
        parts[1],
        ("name=\"file\"; filename=\"a\"", huge.as_str()),
    ];
    assert_eq!(
        send_files(Body::from(multipart(&over))).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn nothing_of_a_file_is_taken_in_before_the_check() {
    let pulled = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&pulled);
    let head = multipart(&[("name=\"csrf\"", "wrong"), ("name=\"once\"", "once-1234")])
        .replace("--cut--\r\n", "");
    let head =
        head + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    let stream = futures_util::stream::iter((0..64).map(move |at| {
        counter.fetch_add(1, Ordering::SeqCst);
        Ok::<_, std::io::Error>(if at == 0 {
            head.clone().into_bytes()
        } else {
            vec![b'x'; 65_536]
        })
    }));
    let request = request("POST", "/files")
        .header("x-session", "1")
        .header(header::CONTENT_TYPE, MULTIPART);
    let answer = send(request.body(Body::from_stream(stream)).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let pulled = pulled.load(Ordering::SeqCst);
    println!("pieces of the body read before the refusal: {pulled} of 64");
    assert!(pulled < 8, "{pulled}");
}

#[tokio::test]
async fn no_body_opens_a_form_without_its_token() {
    let mut seed = 7_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 16).unwrap()
    };
    let bits: [&[u8]; 12] = [
        b"csrf",
        b"=",
        b"&",
        b"once",
        b"--cut\r\n",
        b"\r\n\r\n",
        b"Content-Disposition: form-data; name=\"csrf\"",
        b"%",
        b"\xff",
        b"--cut--",
        b"x",
        b"tzZ1yC7v0m3s-9",
    ];
    let (mut tried, mut opened) = (0, 0);
    for _ in 0..1_000 {
        let body: Vec<u8> = (0..next() % 24)
            .flat_map(|_| bits[next() % bits.len()].to_vec())
            .collect();
        for kind in [
            "application/x-www-form-urlencoded",
            MULTIPART,
            "multipart/form-data; boundary=",
            "text/plain",
        ] {
            let status = sent(kind, body.clone()).await.status;
            assert!(
                matches!(status.as_u16(), 400 | 403),
                "{status} for {body:?}"
            );
            tried += 1;
            opened += usize::from(status.is_success());
        }
    }
    println!("bodies without the token tried: {tried}, opened: {opened}");
    assert_eq!(opened, 0);
}
