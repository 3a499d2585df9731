//! The shell over HTTP: headers, languages and error pages; forms are in `shell_tests/forms.rs`.

mod forms;

use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRequestParts};
use axum::http::request::{Builder, Parts};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use safeconduct_casework::form::{Field, Form, Kind};
use tower::Service;

use super::i18n::Lang;
use super::problem::Problem;
use super::protected::{ProtectedForm, Session};
use super::shell::shell;
use super::upload::{Part, ProtectedUpload};

const TOKEN: &str = "tzZ1yC7v0m3s-9Qk";

/// A session that the header `x-session` opens.
#[derive(Debug)]
struct Visitor;

impl Session for Visitor {
    fn csrf(&self) -> &str {
        TOKEN
    }
    fn lang(&self) -> Lang {
        Lang::En
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        if parts.headers.contains_key("x-session") {
            Ok(Self)
        } else {
            Err(Problem::SignedOut)
        }
    }
}

async fn take(form: ProtectedForm<Visitor>) -> Response {
    let description = Form::new(
        "person",
        vec![
            Field::new("name", Kind::Line { max: 80 }),
            Field::new("risk", Kind::Area { max: 4000 }),
        ],
    );
    match description.read(form.values()) {
        Ok(object) => (format!("{} {object}", form.once())).into_response(),
        Err(errors) => {
            Json(errors.iter().map(ToString::to_string).collect::<Vec<_>>()).into_response()
        }
    }
}

async fn take_files(mut upload: ProtectedUpload<Visitor>) -> Result<String, Problem> {
    let mut seen = String::new();
    while let Some(part) = upload.next().await? {
        match part {
            Part::Text { name, value } => seen.push_str(&format!("{name}={value};")),
            Part::File(mut file) => {
                let mut size = 0;
                while let Some(chunk) = file.chunk().await? {
                    size += chunk.len();
                }
                seen.push_str(&format!("{}:{size};", file.file_name()));
            }
        }
    }
    Ok(seen)
}

fn app() -> Router {
    let problem = |problem: Problem| get(move || async move { problem });
    let mut routes = Router::new()
        .route("/form", post(take))
        .route(
            "/files",
            post(take_files).layer(DefaultBodyLimit::max(8 * 1024 * 1024)),
        )
        .route("/panic", get(explode))
        .route(
            "/number/{n}",
            get(|axum::extract::Path(n): axum::extract::Path<u32>| async move { n.to_string() }),
        )
        .route("/cases/absent", problem(Problem::NotFound))
        .route(
            "/cases/forbidden",
            get(|| async { Err::<String, _>(Problem::NotFound) }),
        );
    for (at, one) in Problem::ALL.into_iter().enumerate() {
        routes = routes.route(
            &format!("/problem/{at}"),
            problem(one).post(move || async move { one }),
        );
        routes = routes.route(&format!("/api/problem/{at}"), problem(one));
    }
    shell(routes)
}

async fn explode() -> String {
    panic!("Selam Tesfay lives in Kassala")
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

async fn send(request: Request<Body>) -> Answer {
    let response = <Router as Service<Request<Body>>>::call(&mut app(), request)
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

fn request(method: &str, path: &str) -> Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "safeconduct.example")
}

async fn open(path: &str, lang: &str) -> Answer {
    send(
        request("GET", path)
            .header(header::COOKIE, format!("lang={lang}"))
            .body(Body::empty())
            .unwrap(),
    )
    .await
}

#[tokio::test]
async fn every_answer_keeps_nothing_runs_nothing_and_tells_nobody() {
    for path in [
        "/",
        "/panic",
        "/cases/absent",
        "/accessibility",
        "/api/problem/5",
        "/language/fr",
    ] {
        let answer = open(path, "en").await;
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(
            answer
                .header("content-security-policy")
                .starts_with("default-src 'none'; script-src 'none'; style-src 'self'")
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    }
    let sheet = open("/assets/safeconduct.css", "en").await;
    assert_eq!(
        (sheet.status, sheet.header("content-type")),
        (StatusCode::OK, "text/css; charset=utf-8")
    );
    assert!(sheet.header("cache-control").contains("immutable"));
    assert_eq!(
        open("/assets/other.js", "en").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn absent_and_forbidden_are_the_same_bytes() {
    for lang in ["en", "fr"] {
        let absent = open("/cases/absent", lang).await;
        for other in [
            "/cases/forbidden",
            "/no/such/route",
            "/assets/x",
            "/language/de",
        ] {
            let other = open(other, lang).await;
            assert_eq!(
                (other.status, &other.body, &other.headers),
                (absent.status, &absent.body, &absent.headers)
            );
        }
    }
}

#[tokio::test]
async fn every_problem_says_what_happened_in_both_languages() {
    for (at, problem) in Problem::ALL.into_iter().enumerate() {
        for lang in Lang::ALL {
            let request = request("POST", &format!("/problem/{at}"))
                .header(header::COOKIE, format!("lang={}", lang.code()));
            let answer = send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, problem.status());
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
            assert!(
                answer
                    .body
                    .contains(&format!("<html lang=\"{}\">", lang.code()))
            );
            assert!(
                answer.body.contains("class=\"sc-safe\">")
                    && !answer.body.contains("class=\"sc-safe\"></p>")
            );
            assert_eq!(answer.body.len() % 4096, 0, "padded");
        }
        let document = open(&format!("/api/problem/{at}"), "fr").await;
        let parsed: serde_json::Value = serde_json::from_str(&document.body).unwrap();
        assert_eq!(document.header("content-type"), "application/problem+json");
        assert_eq!(parsed["status"], problem.status().as_u16());
        assert!(
            !parsed["title"].as_str().unwrap().is_empty()
                && !parsed["detail"].as_str().unwrap().is_empty()
        );
    }
    assert_eq!(open("/problem/10", "en").await.header("retry-after"), "90");
}

#[tokio::test]
async fn faults_of_the_framework_look_like_ours() {
    let panicked = open("/panic", "en").await;
    assert_eq!(panicked.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        panicked.body.contains("Something went wrong on our side")
            && !panicked.body.contains("Selam")
    );
    let odd = open("/number/x", "fr").await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    assert!(odd.body.contains("Nous n’avons pas pu lire cette demande"));
    let method = open("/form", "en").await;
    assert_eq!(
        (method.status, method.header("allow")),
        (StatusCode::METHOD_NOT_ALLOWED, "POST")
    );
    assert!(method.body.contains("We could not read that request"));
}

#[tokio::test]
async fn who_is_signed_out_is_led_to_the_door_and_back() {
    let answer = open("/problem/3?page=2&q=a", "en").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(
        answer.header("location"),
        "/sign-in?back=/problem/3%3Fpage%3D2%26q%3Da"
    );
    assert_eq!(
        open("/api/problem/3", "en").await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn the_language_switch_stays_on_this_site() {
    let answer = open("/language/fr?back=/cases/1%3Ftab%3D2", "en").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/cases/1?tab=2")
    );
    assert!(answer.header("set-cookie").starts_with("lang=fr; Path=/;"));
    for foreign in [
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/a%0D%0ASet-Cookie:x=1",
    ] {
        assert_eq!(
            open(&format!("/language/fr?back={foreign}"), "en")
                .await
                .header("location"),
            "/",
            "{foreign}"
        );
    }
    for (referer, place) in [
        ("https://safeconduct.example/work?page=2", "/work?page=2"),
        ("https://evil.example/work", "/"),
    ] {
        let request = request("GET", "/language/en").header(header::REFERER, referer);
        assert_eq!(
            send(request.body(Body::empty()).unwrap())
                .await
                .header("location"),
            place
        );
    }
}
