//! A client that sends exactly what it is told, to the real router in memory: whole requests, headers and bytes.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use safeconduct_server::router::router;
use safeconduct_server::state::{Cookies, ServerState};
use safeconduct_testkit::world::World;
use safeconduct_vault::passphrase::Passphrase;
use tower::ServiceExt as _;

/// The media type of an ordinary form.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// A stream and its face.
pub struct Site {
    pub world: World,
    router: Router,
    counter: AtomicU64,
}

/// Somebody signed in, by cookie; or nobody.
#[derive(Clone, Default)]
pub struct Person {
    pub handle: String,
    /// The session's secret: the cookie's value, and a program's token.
    pub secret: String,
    /// The token of the session's forms.
    pub csrf: String,
}

/// A request in the making.
#[derive(Clone)]
pub struct Ask {
    pub method: Method,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// An answer, whole.
pub struct Said {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Said {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    /// Every line of a header.
    pub fn lines(&self, name: &str) -> Vec<String> {
        let all = self.headers.get_all(name).iter();
        all.map(|v| v.to_str().unwrap().to_owned()).collect()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The code of a problem document.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Everything about the answer that whoever asked can tell apart, with what they asked for put aside.
    pub fn seen(&self, asked: &str) -> (u16, String, String) {
        let mut headers = String::new();
        for (name, value) in &self.headers {
            writeln!(
                headers,
                "{name}: {}",
                String::from_utf8_lossy(value.as_bytes())
            )
            .unwrap();
        }
        (
            self.status,
            headers.replace(asked, "…"),
            self.text().replace(asked, "…"),
        )
    }

    /// The answer, which must have this status.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text().trim_end());
        self
    }
}

impl Ask {
    pub fn new(method: &str, path: &str) -> Self {
        Self {
            method: method.parse().unwrap(),
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    pub fn get(path: &str) -> Self {
        Self::new("GET", path)
    }

    pub fn post(path: &str) -> Self {
        Self::new("POST", path)
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// As a browser asks that is signed in.
    pub fn by(self, who: &Person) -> Self {
        if who.secret.is_empty() {
            return self;
        }
        let cookie = format!("{}={}", Cookies::default().session(), who.secret);
        self.header("cookie", &cookie)
    }

    /// As a program asks that is signed in.
    pub fn bearer(self, who: &Person) -> Self {
        if who.secret.is_empty() {
            return self;
        }
        self.header("authorization", &format!("Bearer {}", who.secret))
    }

    pub fn body(mut self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("content-type", kind)
    }

    pub fn json(self, value: &serde_json::Value) -> Self {
        self.body("application/json", value.to_string())
    }

    /// A form with exactly these inputs.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        self.body(
            FORM,
            encoded(fields.iter().map(|(n, v)| (n.as_bytes(), v.as_bytes()))),
        )
    }
}

impl Site {
    pub async fn start() -> Self {
        Self::of(World::sqlite().await)
    }

    pub fn of(world: World) -> Self {
        // what the log says when something goes wrong is seen beside the test's own words
        let log = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::WARN)
            .with_ansi(false);
        drop(log.without_time().try_init());
        let state = ServerState {
            app: world.app.clone(),
            demo: Arc::new(world.stream.accounts.clone()),
            cookies: Cookies::default(),
        };
        Self {
            world,
            router: router(state),
            counter: AtomicU64::new(1),
        }
    }

    pub async fn ask(&self, ask: Ask) -> Said {
        let mut request = Request::builder().method(ask.method).uri(ask.path.as_str());
        for (name, value) in &ask.headers {
            request = request.header(name, value);
        }
        if !ask.body.is_empty() {
            request = request.header(header::CONTENT_LENGTH, ask.body.len());
        }
        let request = request.body(Body::from(ask.body)).unwrap();
        let (parts, body) = self
            .router
            .clone()
            .oneshot(request)
            .await
            .unwrap()
            .into_parts();
        // a stream that breaks off gives what came before
        let body = to_bytes(body, usize::MAX)
            .await
            .map(|b| b.to_vec())
            .unwrap_or_default();
        Said {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
        }
    }

    /// A `once` text nobody has used.
    pub fn once(&self) -> String {
        format!(
            "attack-once-{:08}",
            self.counter.fetch_add(1, Ordering::Relaxed)
        )
    }

    /// Signs somebody in.
    pub async fn sign_in(&self, handle: &str) -> Person {
        let account = self
            .world
            .stream
            .accounts
            .iter()
            .find(|a| a.handle == handle)
            .unwrap();
        let passphrase = Passphrase::new(account.passphrase.clone());
        let secret = self
            .world
            .app
            .demo_sign_in(handle, passphrase)
            .await
            .unwrap();
        let csrf = self.world.app.session(&secret).await.unwrap().csrf();
        Person {
            handle: handle.to_owned(),
            secret,
            csrf,
        }
    }

    /// A page as somebody sees it, in a language.
    pub async fn page(&self, who: &Person, path: &str) -> Said {
        self.ask(Ask::get(path).by(who)).await
    }

    /// Posts a form with the session's token and a fresh `once`.
    pub async fn post(&self, who: &Person, path: &str, fields: &[(&str, &str)]) -> Said {
        let once = self.once();
        let mut all = vec![("csrf", who.csrf.as_str()), ("once", once.as_str())];
        all.extend(fields);
        self.ask(Ask::post(path).by(who).form(&all)).await
    }

    /// How many entries the journal has.
    pub async fn entries(&self) -> u64 {
        self.world.app.db().ping().await.unwrap()
    }
}

/// A form's body; any bytes.
pub fn encoded<'a>(fields: impl Iterator<Item = (&'a [u8], &'a [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    let escape = |text: &[u8], out: &mut Vec<u8>| {
        // a long run of one letter is not worth looking at letter by letter
        if text.len() > 1_000_000 && text.is_ascii() {
            return out.extend_from_slice(text);
        }
        for byte in text {
            if byte.is_ascii_alphanumeric() {
                out.push(*byte);
            } else {
                out.extend(format!("%{byte:02X}").bytes());
            }
        }
    };
    for (name, value) in fields {
        if !out.is_empty() {
            out.push(b'&');
        }
        escape(name, &mut out);
        out.push(b'=');
        escape(value, &mut out);
    }
    out
}

/// A part of a form with files: name, file name if it is one, bytes.
pub type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

/// A body in parts, and its media type.
pub fn parts(parts: &[Part<'_>]) -> (String, Vec<u8>) {
    const EDGE: &str = "attack-edge-7f3a";
    let mut out = Vec::new();
    for (name, file, bytes) in parts {
        out.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"").bytes());
        if let Some(file) = file {
            out.extend(
                format!("; filename=\"{file}\"\r\nContent-Type: application/octet-stream").bytes(),
            );
        }
        out.extend(b"\r\n\r\n");
        out.extend(*bytes);
        out.extend(b"\r\n");
    }
    out.extend(format!("--{EDGE}--\r\n").bytes());
    (format!("multipart/form-data; boundary={EDGE}"), out)
}
