//! A whole stream behind a real socket, and a client that speaks JSON.

use std::sync::atomic::{AtomicU32, Ordering};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method};
use safeconduct_casework::App;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::keys::Keys;
use safeconduct_server::router::router;
use safeconduct_server::state::{Cookies, ServerState};
use safeconduct_testkit::world::{START_MS, World, config};
use serde_json::{Value, json};
use std::ops::Deref;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// A way to a running server.
pub struct Line {
    pub base: String,
    pub client: Client,
    /// Its OpenAPI document.
    pub document: Value,
}

/// A running server on a stream of its own.
pub struct Site {
    pub world: World,
    line: Line,
    keys: AtomicU32,
}

impl Deref for Site {
    type Target = Line;
    fn deref(&self) -> &Line {
        &self.line
    }
}

/// An answer.
#[derive(Debug)]
pub struct Said {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Said {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text()))
    }
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
    pub fn code(&self) -> String {
        self.json()
            .get("code")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    }
    /// The answer, which must have this status.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}

/// A running server with nobody in it yet.
pub async fn empty() -> (Line, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("safeconduct.db").display());
    let config = config(folder.path(), database);
    let app = App::open(config, Keys::fresh(), Clock::at(START_MS))
        .await
        .unwrap();
    (Line::to(app).await, folder)
}

impl Site {
    pub async fn start() -> Self {
        let world = World::sqlite().await;
        let line = Line::to(world.app.clone()).await;
        Self {
            world,
            line,
            keys: AtomicU32::new(1),
        }
    }

    /// A key nobody has used.
    pub fn key(&self) -> String {
        format!("test-key-{:06}", self.keys.fetch_add(1, Ordering::Relaxed))
    }

    /// Signs in; gives the token.
    pub async fn token(&self, handle: &str) -> String {
        let (passphrase, code) = self.world.factors(handle);
        let body = json!({ "handle": handle, "passphrase": passphrase, "code": code });
        let said = self.post("", "/api/v1/session", &body).await.expect(201);
        said.json()["token"].as_str().unwrap().to_owned()
    }

    /// Does an act, which must succeed.
    pub async fn act(&self, token: &str, case: &str, act: &str, body: Value) {
        let path = format!("/api/v1/cases/{case}/acts/{act}");
        self.post(token, &path, &body).await.expect(200);
    }

    /// How many entries the journal has.
    pub async fn entries(&self) -> u64 {
        self.world.app.db().ping().await.unwrap()
    }

    /// How many files the object store has.
    pub fn objects(&self) -> usize {
        fn count(folder: &std::path::Path) -> usize {
            let Ok(entries) = std::fs::read_dir(folder) else {
                return 0;
            };
            entries
                .map(|e| e.unwrap().path())
                .map(|p| if p.is_dir() { count(&p) } else { 1 })
                .sum()
        }
        count(&self.world.folder().join("objects"))
    }
}

impl Line {
    async fn to(app: App) -> Self {
        let state = ServerState {
            app,
            demo: Arc::new(Vec::new()),
            cookies: Cookies::default(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let app = router(state);
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        let mut line = Self {
            base,
            client: Client::new(),
            document: Value::Null,
        };
        line.document = line.get("", "/api/openapi.json").await.json();
        line
    }

    /// Sends anything.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Said {
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            all.append(name, HeaderValue::from_str(value).unwrap());
        }
        let request = self
            .client
            .request(method, format!("{}{path}", self.base))
            .headers(all)
            .body(body);
        let answer = request.send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.bytes().await.unwrap().to_vec();
        assert!(
            status < 500,
            "{path}: {status} {}",
            String::from_utf8_lossy(&bytes)
        );
        Said {
            status,
            headers,
            bytes,
        }
    }

    pub async fn get(&self, token: &str, path: &str) -> Said {
        self.send(Method::GET, path, &bearer(token, &[]), Vec::new())
            .await
    }

    pub async fn delete(&self, token: &str, path: &str) -> Said {
        self.send(Method::DELETE, path, &bearer(token, &[]), Vec::new())
            .await
    }

    pub async fn post(&self, token: &str, path: &str, body: &Value) -> Said {
        self.post_with(token, path, body, &[]).await
    }

    pub async fn post_with(
        &self,
        token: &str,
        path: &str,
        body: &Value,
        more: &[(&str, &str)],
    ) -> Said {
        let value = format!("Bearer {token}");
        let mut headers = vec![("content-type", "application/json")];
        if !token.is_empty() {
            headers.push(("authorization", &value));
        }
        headers.extend(more);
        self.send(Method::POST, path, &headers, body.to_string().into_bytes())
            .await
    }

    /// The schema of a component.
    pub fn schema(&self, name: &str) -> Value {
        self.document["components"]["schemas"][name].clone()
    }
}

/// The header of a token, and others.
pub fn bearer<'h>(token: &str, more: &[(&'h str, &'h str)]) -> Vec<(&'h str, &'h str)> {
    let mut headers = more.to_vec();
    if !token.is_empty() {
        headers.push(("authorization", String::leak(format!("Bearer {token}"))));
    }
    headers
}

/// A complete referral of a partner.
pub fn referral(reference: &str) -> Value {
    let file = "SW52ZW50ZWQu";
    json!({
        "open": {"reference": reference, "language": "fr"},
        "work": {"categories": ["journalist"], "description": "Reports on prisons\nsince 2015", "persecutors": ["state"],
            "persecutors-who": "The ministry", "adverse-countries": ["ER"]},
        "risk": {"description": "Arrested twice", "durable-solution": "None", "charges": "none known"},
        "declaration": {"all-family-declared": true, "signed-on": "2026-11-01", "representative": "none",
            "interview-languages": ["ti"]},
        "contact": {"address": "With a cousin", "channel": "Through us", "hours": "Mornings"},
        "persons": [
            {"relationship": "principal-applicant", "accompanying": true, "family-name": "Tesfay", "given-names": "Miriam",
             "native-name": "ሚርያም ተስፋይ", "birth": "1990-05-17", "birth-country": "ER", "nationalities": ["ER"], "residence": "KE",
             "marital-status": "single", "languages": ["ti"], "sex": "female", "status": "Registered"},
            {"relationship": "dependent-child", "accompanying": true, "family-name": "Tesfay", "given-names": "Selam",
             "birth": "2012", "birth-country": "ER", "nationalities": ["ER"], "residence": "KE", "marital-status": "single",
             "no-identity-document": "Never issued"}],
        "consents": [{"person": 0, "given-on": "2026-10-30", "manner": "written", "outcome-to-partner": true}],
        "documents": [
            {"name": "form.pdf", "kind": "application-form", "content": file},
            {"name": "passport.pdf", "kind": "identity", "person": 0, "content": file},
            {"name": "miriam.jpg", "kind": "photo", "person": 0, "content": file},
            {"name": "selam.jpg", "kind": "photo", "person": 1, "content": file}],
    })
}

/// Refers as a partner; gives the case.
pub async fn refer(site: &Site, token: &str, reference: &str) -> String {
    let key = site.key();
    let said = site
        .post_with(
            token,
            "/api/v1/referrals",
            &referral(reference),
            &[("idempotency-key", &key)],
        )
        .await;
    said.expect(201).json()["case"].as_str().unwrap().to_owned()
}
