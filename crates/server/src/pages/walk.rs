//! The pages of sign-in, keys and registers as they come out of the server, in both languages, each checked like the
//! samples: complete, well formed, every box with its label, every form with its token, nothing that would run.

#![allow(clippy::print_stdout)]

pub(crate) mod crawl;
mod first_contact;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use safeconduct_casework::account::Joining;
use safeconduct_domain::case::Stage;
use safeconduct_testkit::world::World;
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::totp::TotpSecret;
use tower::ServiceExt as _;

use crate::router::router;
use crate::state::{Cookies, ServerState};
use crate::web::i18n::Lang;
use crate::web::templates_sample::check;

/// The templates the walk shows.
pub(crate) const TEMPLATES: [&str; 22] = [
    "account.html",
    "administration.html",
    "audit.html",
    "code-once.html",
    "first_contact.html",
    "first_contact_desk.html",
    "first_contact_gone.html",
    "first_contact_partner.html",
    "first_contact_thread.html",
    "first_contact_write.html",
    "first_contacts.html",
    "home.html",
    "join.html",
    "joined.html",
    "keys-person.html",
    "keys.html",
    "notices.html",
    "passphrase.html",
    "policy.html",
    "register.html",
    "sign-in.html",
    "tracking.html",
];

/// Pages to open: as whom, where, and words of the template that tell that it was shown.
const OPENED: [(&str, &str, &str); 17] = [
    ("", "/sign-in", "sc-demo__group"),
    ("", "/invitation", "f-code"),
    ("administrator", "/account", "href=\"/account/passphrase\""),
    ("administrator", "/account/passphrase", "name=\"proposed\""),
    (
        "administrator",
        "/administration",
        "href=\"/administration/policy\"",
    ),
    ("administrator", "/administration/accounts", "sc-table"),
    ("administrator", "/administration/delegations", "sc-table"),
    ("administrator", "/administration/policy", "sc-list"),
    (
        "administrator",
        "/administration/organisations/new",
        "f-code",
    ),
    (
        "administrator",
        "/administration/invitations/new",
        "f-handle",
    ),
    (
        "administrator",
        "/administration/delegations/new",
        "f-from-day",
    ),
    ("administrator", "/keys/lost", "f-checked"),
    ("fld-caseworker", "/keys", "href=\"/keys/certify/"),
    ("fld-caseworker", "/notices", "sc-notice--unread"),
    ("planner", "/tracking", "sc-chart__a"),
    ("auditor", "/audit", "sc-trail"),
    ("auditor", "/administration", "sc-table"),
];

struct Walker {
    app: Router,
    lang: Lang,
    jar: BTreeMap<String, String>,
    csrf: String,
    seen: usize,
}

impl Walker {
    fn on(world: &World) -> Self {
        let state = ServerState {
            app: world.app.clone(),
            demo: Arc::new(world.stream.accounts.clone()),
            cookies: Cookies::Secure,
        };
        Self {
            app: router(state),
            lang: Lang::En,
            jar: BTreeMap::new(),
            csrf: String::new(),
            seen: 0,
        }
    }

    async fn send(&mut self, request: Request<Body>) -> String {
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.jar.insert(name.to_owned(), value.to_owned());
        }
        let body = to_bytes(body, usize::MAX).await.unwrap();
        // an archive is no page
        let html = String::from_utf8(body.to_vec()).unwrap_or_default();
        if let Some((_, rest)) = html.split_once("name=\"csrf\" value=\"") {
            self.csrf = rest.split('"').next().unwrap().to_owned();
        }
        html.trim_end().to_owned()
    }

    fn cookies(&self) -> String {
        let chosen = format!("lang={}", self.lang.code());
        let kept = self
            .jar
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        kept.chain([chosen]).collect::<Vec<_>>().join("; ")
    }

    async fn get(&mut self, path: &str) -> String {
        let request = Request::get(path).header(header::COOKIE, self.cookies());
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let tokens = [("csrf", self.csrf.clone()), ("once", super::frame::once())];
        let tokens = tokens.iter().map(|(name, value)| (*name, value.as_str()));
        let escape = |text: &str| {
            text.bytes()
                .map(|b| format!("%{b:02X}"))
                .collect::<String>()
        };
        let body: Vec<String> = tokens
            .chain(fields.iter().copied())
            .map(|(name, value)| format!("{name}={}", escape(value)))
            .collect();
        let request = Request::post(path)
            .header(header::COOKIE, self.cookies())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(body.join("&").into()).unwrap())
            .await
    }

    async fn become_(&mut self, handle: &str) {
        self.jar.clear();
        if !handle.is_empty() {
            self.get("/sign-in").await;
            self.post("/demo-sign-in", &[("handle", handle)]).await;
        }
    }

    fn checked(&mut self, what: &str, html: &str, mark: &str) {
        let name = format!("walk-{}.{}", what.replace('/', "-"), self.lang.code());
        assert!(html.contains(mark), "{name}: no {mark}: {html}");
        check(&name, html, self.lang);
        self.seen += 1;
    }
}

/// The first address that begins so.
fn link(html: &str, place: &str) -> String {
    let (_, rest) = html.split_once(&format!("href=\"{place}")).unwrap();
    format!("{place}{}", rest.split('"').next().unwrap())
}

fn input(html: &str, name: &str) -> String {
    let (_, rest) = html
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn code(html: &str) -> String {
    let (_, rest) = html
        .split_once("<p class=\"sc-code\" dir=\"ltr\">")
        .unwrap();
    rest.split('<').next().unwrap().trim().to_owned()
}

/// From an invitation to the first page, in one language.
async fn join(walker: &mut Walker, world: &World) {
    let handle = format!("ngaio-{}", walker.lang.code());
    walker.become_("administrator").await;
    walker.get("/administration/invitations/new").await;
    let fields = [
        ("group", "fld"),
        ("roles", "caseworker"),
        ("name", "نگار"),
        ("handle", &handle),
    ];
    let invited = walker
        .post("/administration/invitations/new", &fields)
        .await;
    walker.checked("code-once", &invited, "sc-code");
    walker.become_("").await;
    walker.get("/invitation").await;
    let page = walker
        .post("/invitation", &[("code", &code(&invited))])
        .await;
    walker.checked("join", &page, "sc-qr");
    let wrong = [
        ("invitation", code(&invited)),
        ("proposed", input(&page, "proposed")),
    ];
    let wrong = wrong
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let errors = walker.post("/invitation/join", &wrong).await;
    walker.checked("join-errors", &errors, "sc-errors");
    let bytes = hex::decode(input(&page, "secret")).unwrap();
    let totp = TotpSecret::from_bytes(bytes.try_into().unwrap());
    let words = input(&page, "proposed");
    world.pass(61_000);
    let now = totp.code(world.app.now_ms()).unwrap();
    let fields = [
        ("invitation", code(&invited)),
        ("proposed", words.clone()),
        ("secret", input(&page, "secret")),
        ("passphrase", words.clone()),
        ("totp-code", now),
    ];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let joined = walker.post("/invitation/join", &fields).await;
    walker.checked("joined", &joined, "sc-tasks");
    world.pass(61_000);
    let now = totp.code(world.app.now_ms()).unwrap();
    walker.get("/sign-in").await;
    let fields = [
        ("handle", handle.as_str()),
        ("passphrase", &words),
        ("code", &now),
    ];
    walker.post("/sign-in", &fields).await;
    let home = walker.get("/").await;
    walker.checked("home", &home, "sc-tasks");
}

#[tokio::test]
async fn every_page_of_this_half_in_both_languages() {
    let world = World::sqlite().await;
    world.case_at(1, "fld", Stage::Assessment).await;
    newcomer(&world).await;
    let mut walker = Walker::on(&world);
    for lang in Lang::ALL {
        walker.lang = lang;
        for (handle, path, mark) in OPENED {
            walker.become_(handle).await;
            let html = walker.get(path).await;
            walker.checked(path, &html, mark);
        }
        walker.become_("fld-caseworker").await;
        let keys = walker.get("/keys").await;
        let person = link(&keys, "/keys/certify/");
        let shown = walker.get(&person).await;
        walker.checked("keys-person", &shown, "sc-code");
        let errors = walker.post(&person, &[]).await;
        walker.checked("keys-person-errors", &errors, "sc-errors");
        join(&mut walker, &world).await;
        first_contact::story(&mut walker).await;
    }
    println!("pages checked: {}", walker.seen);
}

#[tokio::test]
async fn every_page_of_cases_in_both_languages() {
    let world = World::sqlite().await;
    world.case_at(0, "fld", Stage::Preparing).await;
    world.case_at(1, "fld", Stage::Submitted).await;
    world.case_at(2, "fld", Stage::Assessment).await;
    let mut walker = Walker::on(&world);
    let shapes = crawl::crawl(&mut walker).await;
    println!("pages checked: {}; shapes: {shapes:#?}", walker.seen);
    assert!(shapes.len() > 20, "{shapes:#?}");
}

/// Somebody who waits for signatures.
async fn newcomer(world: &World) {
    use safeconduct_casework::account::NewMember;
    use safeconduct_domain::access::Role;
    let new = NewMember {
        group: "fld".to_owned(),
        roles: vec![Role::Caseworker],
        name: "Ngaio Ó Dálaigh".to_owned(),
        handle: "ngaio".to_owned(),
        email: String::new(),
    };
    let code = world
        .app
        .invite(&world.session("administrator"), new)
        .await
        .unwrap();
    let totp = TotpSecret::fresh();
    let joining = Joining {
        code,
        passphrase: Passphrase::generate(),
        totp_code: totp.code(world.app.now_ms()).unwrap(),
        totp,
    };
    world.app.join(joining).await.unwrap();
}
