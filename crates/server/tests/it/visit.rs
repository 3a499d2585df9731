//! A browser in a few lines: it keeps cookies, follows nothing by itself, and posts forms with the tokens of the page
//! it is on.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use safeconduct_server::router::router;
use safeconduct_server::state::{Cookies, DemoAccount, ServerState};
use safeconduct_testkit::world::World;
use tower::ServiceExt as _;

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Page {
    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |v| v.to_str().unwrap())
    }

    /// Every line that sets a cookie.
    pub fn set_cookies(&self) -> Vec<&str> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.map(|v| v.to_str().unwrap()).collect()
    }

    /// The value of an input.
    pub fn input(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let (_, rest) = self
            .html
            .split_once(&mark)
            .unwrap_or_else(|| panic!("no input {name} in {}", self.seen()));
        unescape(rest.split('"').next().unwrap())
    }

    /// The text between two marks.
    pub fn between(&self, before: &str, after: &str) -> String {
        let (_, rest) = self
            .html
            .split_once(before)
            .unwrap_or_else(|| panic!("no {before} in {}", self.seen()));
        unescape(rest.split(after).next().unwrap().trim())
    }

    /// Whether the text stands on the page, marks of direction aside.
    pub fn says(&self, text: &str) -> bool {
        self.html
            .replace(['\u{2068}', '\u{2069}'], "")
            .contains(text)
    }

    /// The page as it is read: its signs, without marks of direction.
    pub fn plain(&self) -> String {
        let text = self.html.replace(['\u{2068}', '\u{2069}'], "");
        unescape(&text.replace('\u{a0}', " "))
    }

    /// The words of what the page is about, for a failing test.
    pub fn words(&self) -> String {
        let text = self.plain();
        let main = text.split("<main").nth(1).unwrap_or(&text);
        let words = main.split('<').filter_map(|part| part.split_once('>'));
        let words = words.flat_map(|(_, text)| text.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    /// The beginning of what the page is about, for a failing test.
    pub fn seen(&self) -> String {
        let main = self.html.split("<main").nth(1).unwrap_or(&self.html);
        main.chars().take(1500).collect()
    }

    /// The page, which must have this status.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.seen());
        self
    }

    /// The answer, which must lead there.
    pub fn leads(self, to: &str) -> Self {
        assert_eq!(
            (self.status.as_u16(), self.location()),
            (303, to),
            "{}",
            self.html
        );
        self
    }
}

fn unescape(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

/// A server and one browser on it.
pub struct Browser {
    app: Router,
    pub cookies: BTreeMap<String, String>,
    csrf: String,
    posted: u32,
}

/// The state of a server on a world.
pub fn state(world: &World, demo: Vec<DemoAccount>, cookies: Cookies) -> ServerState {
    ServerState {
        app: world.app.clone(),
        demo: Arc::new(demo),
        cookies,
    }
}

impl Browser {
    /// On a server that offers every account of the world by a button.
    pub fn on(world: &World) -> Self {
        Self::at(state(world, world.stream.accounts.clone(), Cookies::Secure))
    }

    pub fn at(state: ServerState) -> Self {
        Self {
            app: router(state),
            cookies: BTreeMap::new(),
            csrf: String::new(),
            posted: 0,
        }
    }

    /// Another browser on the same server.
    pub fn other(&self) -> Self {
        Self {
            app: self.app.clone(),
            cookies: BTreeMap::new(),
            csrf: String::new(),
            posted: 0,
        }
    }

    async fn send(&mut self, request: Request<Body>) -> Page {
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let page = Page {
            status: parts.status,
            headers: parts.headers,
            html: String::from_utf8(bytes.to_vec()).unwrap(),
        };
        assert!(
            page.status.as_u16() < 500 || page.status == 503,
            "{}",
            page.html
        );
        assert!(
            !page.html.contains('⟦'),
            "a message is missing: {}",
            page.between("⟦", "⟧")
        );
        for line in page.set_cookies() {
            let (name, rest) = line.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        if let Some((_, rest)) = page.html.split_once("name=\"csrf\" value=\"") {
            self.csrf = rest.split('"').next().unwrap().to_owned();
        }
        page
    }

    fn cookie_line(&self) -> String {
        self.cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, self.cookie_line());
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts a form with the tokens of the page one is on.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.posted += 1;
        let tokens = [
            ("csrf", self.csrf.clone()),
            ("once", format!("visit-{:08}", self.posted)),
        ];
        let tokens = tokens.iter().map(|(n, v)| (*n, v.as_str()));
        let body = encoded(tokens.chain(fields.iter().copied()));
        self.post_body(path, body).await
    }

    /// Posts exactly these bytes.
    pub async fn post_body(&mut self, path: &str, body: impl Into<Body>) -> Page {
        let request = Request::post(path)
            .header(header::COOKIE, self.cookie_line())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(body.into()).unwrap()).await
    }

    /// Sends any request with the cookies.
    pub async fn request(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request.header(header::COOKIE, self.cookie_line());
        self.send(request.body(body).unwrap()).await
    }

    /// The headers and the bytes at an address that holds no page.
    pub async fn raw(&mut self, path: &str) -> (HeaderMap, Vec<u8>) {
        let request = Request::get(path).header(header::COOKIE, self.cookie_line());
        let request = request.body(Body::empty()).unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        (parts.headers, bytes.to_vec())
    }

    /// Becomes somebody, by their button.
    pub async fn become_(&mut self, handle: &str) {
        self.cookies.remove("__Host-s");
        self.get("/sign-in").await.expect(200);
        self.post("/demo-sign-in", &[("handle", handle)])
            .await
            .leads("/");
    }

    pub fn lang(&mut self, code: &str) {
        self.cookies.insert("lang".to_owned(), code.to_owned());
    }
}

/// A form's body.
pub fn encoded<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let escape = |text: &str| {
        text.bytes()
            .map(|b| format!("%{b:02X}"))
            .collect::<String>()
    };
    fields
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect::<Vec<_>>()
        .join("&")
}
