//! What the tests of the pages of cases share: posting with fresh tokens, and looking at a page the way all must be.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Body;
use axum::http::{Request, header};
use safeconduct_domain::id::CaseId;

use crate::visit::{Browser, Page, encoded};

/// A page may have so many bytes, before it is padded.
pub const LARGEST: usize = 40_000;

/// The bytes of a page without its padding.
pub fn size(page: &Page) -> usize {
    page.html.trim_end_matches(' ').len()
}

/// A page in both languages: there, complete, not too large, in the language asked for.
pub async fn both(browser: &mut Browser, path: &str) -> [Page; 2] {
    let mut pages = Vec::new();
    for lang in ["en", "fr"] {
        browser.lang(lang);
        let page = browser.get(path).await.expect(200);
        assert!(
            page.html.contains(&format!("<html lang=\"{lang}\">")),
            "{path}"
        );
        assert!(
            size(&page) < LARGEST,
            "{path} has {} bytes in {lang}",
            size(&page)
        );
        assert!(!page.html.contains("<script"), "{path}");
        pages.push(page);
    }
    browser.lang("en");
    pages.try_into().unwrap_or_else(|_| panic!("two languages"))
}

/// A `once` text never used before.
pub fn fresh() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("test-{:012}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Posts a form as a page would: with the session's token and a fresh `once`.
pub async fn send(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let once = fresh();
    send_once(browser, path, &once, fields).await
}

/// The same with a `once` of one's own.
pub async fn send_once(
    browser: &mut Browser,
    path: &str,
    once: &str,
    fields: &[(&str, &str)],
) -> Page {
    let csrf = token(browser).await;
    let tokens = [("csrf", csrf.as_str()), ("once", once)];
    let body = encoded(tokens.into_iter().chain(fields.iter().copied()));
    browser.post_body(path, body).await
}

/// The session's token.
pub async fn token(browser: &mut Browser) -> String {
    browser.get("/account").await.expect(200).input("csrf")
}

/// A form with a file, its parts in the order of the page.
pub async fn upload(
    browser: &mut Browser,
    path: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &[u8])>,
) -> Page {
    let csrf = token(browser).await;
    let once = fresh();
    let tokens = [("csrf", csrf.as_str()), ("once", once.as_str())];
    post_parts(browser, path, &[&tokens, fields].concat(), file).await
}

/// Posts a form in parts, the file last.
pub async fn post_parts(
    browser: &mut Browser,
    path: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &[u8])>,
) -> Page {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(value.as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    if let Some((name, content)) = file {
        let head = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--cut--\r\n");
    let request =
        Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut");
    browser.request(request, Body::from(body)).await
}

/// The address of a case.
pub fn at(case: CaseId) -> String {
    format!("/cases/{case}")
}
