//! Requests that somebody else makes a browser send; and the headers and cookies of every answer on the way.

use safeconduct_domain::act::Kind;
use safeconduct_server::state::Cookies;

use crate::attacks_client::{Ask, FORM, Person, Said, Site, encoded, parts};
use crate::attacks_land::{self, Target, Waiting};
use crate::attacks_routes::{self, Route};

const POLICY: &str = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// How a token of a form goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// In an ordinary form.
    Form,
    /// In a form with a file.
    Parts,
    /// In a header beside JSON.
    Header,
}

/// A request that would be taken if it were sent from our own page.
struct Good {
    method: String,
    path: String,
    way: Way,
    who: Person,
}

/// What is done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Twist {
    NoToken,
    EmptyToken,
    WrongToken,
    AnothersToken,
    OlderToken,
    TokenInAddress,
    CrossSite,
    SameSite,
    ForeignOrigin,
    NullOrigin,
    PlainText,
    Get,
}

const TWISTS: [Twist; 12] = [
    Twist::NoToken,
    Twist::EmptyToken,
    Twist::WrongToken,
    Twist::AnothersToken,
    Twist::OlderToken,
    Twist::TokenInAddress,
    Twist::CrossSite,
    Twist::SameSite,
    Twist::ForeignOrigin,
    Twist::NullOrigin,
    Twist::PlainText,
    Twist::Get,
];

/// Tokens that are not this session's.
struct Others {
    another: String,
    older: String,
}

impl Good {
    fn send(&self, site: &Site, twist: Option<Twist>, others: &Others) -> Ask {
        let wrong = "f".repeat(self.who.csrf.len());
        let token = match twist {
            Some(Twist::NoToken | Twist::TokenInAddress) => None,
            Some(Twist::EmptyToken) => Some(""),
            Some(Twist::WrongToken) => Some(wrong.as_str()),
            Some(Twist::AnothersToken) => Some(others.another.as_str()),
            Some(Twist::OlderToken) => Some(others.older.as_str()),
            _ => Some(self.who.csrf.as_str()),
        };
        let path = match twist {
            Some(Twist::TokenInAddress) => format!("{}?csrf={}", self.path, self.who.csrf),
            Some(Twist::Get) => format!("{}?csrf={}&once=abcdefgh12", self.path, self.who.csrf),
            _ => self.path.clone(),
        };
        let method = if twist == Some(Twist::Get) {
            "GET"
        } else {
            &self.method
        };
        let ask = Ask::new(method, &path)
            .by(&self.who)
            .header("host", "safeconduct.example");
        let ask = match twist {
            Some(Twist::CrossSite) => ask
                .header("sec-fetch-site", "cross-site")
                .header("origin", "https://evil.example"),
            Some(Twist::SameSite) => ask
                .header("sec-fetch-site", "same-site")
                .header("origin", "https://evil.safeconduct.example"),
            Some(Twist::ForeignOrigin) => ask.header("origin", "https://evil.example"),
            Some(Twist::NullOrigin) => ask.header("origin", "null"),
            // what a browser says of a page of ours
            _ => ask
                .header("sec-fetch-site", "same-origin")
                .header("origin", "https://safeconduct.example"),
        };
        if twist == Some(Twist::Get) {
            return ask;
        }
        let once = site.once();
        let plain = twist == Some(Twist::PlainText);
        match self.way {
            Way::Header => {
                let ask = token
                    .into_iter()
                    .fold(ask, |ask, token| ask.header("x-csrf", token));
                let kind = if plain {
                    "text/plain"
                } else {
                    "application/json"
                };
                ask.body(kind, "{\"nothing-of-ours\": 1}")
            }
            Way::Form => {
                let pairs = token
                    .map(|token| ("csrf", token))
                    .into_iter()
                    .chain([("once", once.as_str()), ("seq", "1")]);
                let body = encoded(pairs.map(|(n, v)| (n.as_bytes(), v.as_bytes())));
                ask.body(if plain { "text/plain" } else { FORM }, body)
            }
            Way::Parts => {
                let token = token.map(|token| ("csrf", None, token.as_bytes()));
                let rest = [
                    ("once", None, once.as_bytes()),
                    ("kind", None, b"photo".as_slice()),
                    ("file", Some("a.jpg"), b"xyz"),
                ];
                let all: Vec<_> = token.into_iter().chain(rest).collect();
                let (kind, body) = parts(&all);
                ask.body(if plain { "text/plain" } else { &kind }, body)
            }
        }
    }
}

/// Who could do it, and where: for each act a case in which it is somebody's to do.
struct Cast<'a> {
    site: &'a Site,
    targets: &'a [Target],
    waiting: &'a Waiting,
    people: Vec<Person>,
    visitor: Person,
}

impl Cast<'_> {
    fn person(&self, handle: &str) -> Person {
        self.people
            .iter()
            .find(|p| p.handle == handle)
            .unwrap()
            .clone()
    }

    async fn act(&self, kind: Kind) -> (&Target, Person) {
        for target in self.targets {
            for handle in &target.readers {
                if self
                    .site
                    .world
                    .look(handle, target.case)
                    .await
                    .unwrap()
                    .may(kind)
                {
                    return (target, self.person(handle));
                }
            }
        }
        // beginning a referral, which is no act on a case
        (&self.targets[0], self.person("fld-caseworker"))
    }

    async fn good(&self, route: &Route, method: &str) -> Vec<Good> {
        let path = route.path.as_str();
        let program = path.starts_with("/api/");
        let way = if program {
            Way::Header
        } else if path.ends_with("/documents/add") || path == "/first-contact/file" {
            Way::Parts
        } else {
            Way::Form
        };
        let good = |path: String, who: Person| Good {
            method: method.to_owned(),
            path,
            way,
            who,
        };
        let kinds: Vec<Kind> = if path.ends_with("{act}") {
            Kind::ALL.to_vec()
        } else {
            path.rsplit_once("/acts/")
                .and_then(|(_, act)| Kind::named(act))
                .into_iter()
                .collect()
        };
        let mut all = Vec::new();
        for kind in &kinds {
            let (target, who) = self.act(*kind).await;
            all.push(good(
                target.fill(
                    &path.replace("{act}", kind.name()),
                    &target.case.to_string(),
                ),
                who,
            ));
        }
        if !kinds.is_empty() {
            return all;
        }
        let who = match path {
            "/sign-in"
            | "/demo-sign-in"
            | "/invitation"
            | "/invitation/join"
            | "/invitation/passphrase" => self.visitor.clone(),
            path if path.starts_with("/first-contact/") => self.visitor.clone(),
            path if path.starts_with("/administration") => self.person("administrator"),
            path if path.starts_with("/keys/lost/") => self.person("fld-supervisor"),
            path if path.starts_with("/keys/certify") => self.person("pd-supervisor"),
            "/audit" => self.person("auditor"),
            "/api/v1/session" => self.person("ankara-decision"),
            _ => self.person("fld-caseworker"),
        };
        let target = &self.targets[0];
        let path = if path.contains("/cases/") {
            target.fill(path, &target.case.to_string())
        } else {
            path.to_owned()
        };
        let user = if path.contains("admit") {
            self.waiting.newcomer.clone()
        } else {
            self.waiting.account.to_string()
        };
        let path = path
            .replace("{certificate}", &self.waiting.certificate)
            .replace("{contact}", &self.waiting.contact.0)
            .replace("{partner}", "fld")
            .replace("{request}", &self.waiting.lost)
            .replace("{id}", &self.waiting.delegation)
            .replace("{user}", &user);
        vec![good(path, who)]
    }
}

#[derive(Default)]
struct Seen {
    answers: usize,
    cookies: usize,
    lacking: Vec<String>,
}

impl Seen {
    /// What every answer must carry, and what none may.
    fn check(&mut self, path: &str, said: &Said) {
        self.answers += 1;
        let mut wrong = |what: String| {
            self.lacking
                .push(format!("{path} ({}): {what}", said.status))
        };
        let download = said.status == 200 && !said.header("content-disposition").is_empty();
        let asset = said.status == 200 && path.starts_with("/assets/");
        let must = [
            (
                "content-security-policy",
                if download { SANDBOX } else { POLICY },
            ),
            (
                "cache-control",
                if asset {
                    "public, max-age=31536000, immutable"
                } else {
                    "no-store"
                },
            ),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ];
        for (name, value) in must {
            if said.lines(name) != [value] {
                wrong(format!("{name}: {:?}", said.lines(name)));
            }
        }
        for name in [
            "server",
            "x-powered-by",
            "etag",
            "last-modified",
            "access-control-allow-origin",
            "content-encoding",
        ] {
            if said.headers.contains_key(name) {
                wrong(format!("{name} is there"));
            }
        }
        let body = said.status != 204 && said.status != 303 && !said.body.is_empty();
        if body && said.header("content-type").is_empty() {
            wrong("no media type".to_owned());
        }
        if said.header("location").contains("//") {
            wrong(format!("leads to {}", said.header("location")));
        }
        for line in said.lines("set-cookie") {
            self.cookies += 1;
            let name = line.split('=').next().unwrap();
            let rest = line.split_once(';').unwrap().1;
            let strict = ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"];
            let lang = ["Path=/", "HttpOnly", "SameSite=Lax"];
            let flags: &[&str] = if name == "lang" { &lang } else { &strict };
            let known = matches!(name, "__Host-s" | "__Host-p" | "lang");
            let held = |flag: &&str| rest.split("; ").any(|part| part.trim() == *flag);
            if !known || !flags.iter().all(held) || rest.to_lowercase().contains("domain") {
                self.lacking.push(format!("{path}: {line}"));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_other_site_can_do_anything_and_every_answer_is_guarded() {
    let site = Site::start().await;
    let targets = attacks_land::cases(&site).await;
    let waiting = attacks_land::waiting(&site).await;
    let older = site.sign_in("fld-caseworker").await.csrf;
    let mut people = Vec::new();
    for account in &site.world.stream.accounts {
        people.push(site.sign_in(&account.handle).await);
    }
    // somebody without session: the browser's own token
    let page = site.ask(Ask::get("/sign-in")).await;
    let cookie = page.lines("set-cookie")[0]
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let (name, token) = cookie.split_once('=').unwrap();
    assert_eq!(name, Cookies::default().visitor());
    let visitor = Person {
        handle: String::new(),
        secret: String::new(),
        csrf: token.to_owned(),
    };
    let another = people
        .iter()
        .find(|p| p.handle == "ankara-officer")
        .unwrap()
        .csrf
        .clone();
    let others = Others { another, older };
    let cast = Cast {
        site: &site,
        targets: &targets,
        waiting: &waiting,
        people,
        visitor,
    };
    let routes = attacks_routes::all(&site).await;
    let mut seen = Seen::default();
    let mut goods = Vec::new();
    for route in &routes {
        // a session that begins with credentials needs no token; it sets no cookie
        for method in route
            .changes()
            .into_iter()
            .filter(|m| !(route.path == "/api/v1/session" && *m == "POST"))
        {
            goods.extend(cast.good(route, method).await);
        }
    }
    let by = |ask: Ask, good: &Good| {
        if good.who.secret.is_empty() {
            ask.header("cookie", &cookie)
        } else {
            ask
        }
    };
    // every page is opened once, so that what follows writes nothing of its own
    for good in &goods {
        let said = site
            .ask(by(good.send(&site, Some(Twist::Get), &others), good))
            .await;
        seen.check(&good.path, &said);
    }
    let mut entries = site.entries().await;
    let (mut tried, mut accepted) = (0, Vec::new());
    for good in &goods {
        for twist in TWISTS {
            // looking at first contacts is an entry each time
            if twist == Twist::Get && good.path.starts_with("/first-contacts") {
                continue;
            }
            let said = site
                .ask(by(good.send(&site, Some(twist), &others), good))
                .await;
            seen.check(&good.path, &said);
            tried += 1;
            let session = said
                .lines("set-cookie")
                .iter()
                .any(|line| line.starts_with("__Host-s="));
            let refused = match twist {
                Twist::Get => matches!(said.status, 200 | 303 | 400 | 404 | 405 | 422),
                // a file may be of any media type, and an end has none; the token beside it is the right one
                Twist::PlainText if good.path.ends_with("/documents") => {
                    matches!(said.status, 415 | 422)
                }
                Twist::PlainText if good.method == "DELETE" => said.status == 204,
                Twist::PlainText => matches!(said.status, 400 | 403 | 415),
                _ => said.status == 403 || (said.status == 400 && good.way == Way::Parts),
            };
            if !refused || session {
                accepted.push(format!(
                    "{twist:?} {} {}: {}",
                    good.method, good.path, said.status
                ));
            }
        }
        let now = site.entries().await;
        // who reads the trail stands in the trail, and who ends a session ends it
        let writes = good.path == "/audit" || good.method == "DELETE";
        if now != entries && !writes {
            accepted.push(format!(
                "{} {} wrote into the journal",
                good.method, good.path
            ));
        }
        entries = now;
    }
    assert!(
        accepted.is_empty(),
        "{} accepted: {accepted:#?}",
        accepted.len()
    );

    // the control: from our own page, with its own token, none is turned away for that
    let mut passed = 0;
    for good in goods
        .iter()
        .filter(|good| good.path != "/sign-out" && good.path != "/api/v1/session")
    {
        let said = site.ask(by(good.send(&site, None, &others), good)).await;
        seen.check(&good.path, &said);
        assert!(
            !matches!(said.status, 401 | 403 | 405) && said.status < 500,
            "{} {}: {} {}",
            good.method,
            good.path,
            said.status,
            said.text()
        );
        passed += 1;
    }
    assert!(site.entries().await > entries, "the control did something");
    println!(
        "csrf: {} calls that change something x {} ways of forging = {tried} tried, 0 accepted, journal unmoved (control: {passed} of our own pages passed)",
        goods.len(),
        TWISTS.len()
    );
    headers_of_everything(&cast, &routes, &mut seen).await;
}

/// The rest of the answers there are: every route read, by nobody, by somebody it opens to and by somebody else.
async fn headers_of_everything(cast: &Cast<'_>, routes: &[Route], seen: &mut Seen) {
    let target = &cast.targets[0];
    let nobody = Person::default();
    let readers = [
        nobody,
        cast.person("fld-supervisor"),
        cast.person("administrator"),
        cast.person("auditor"),
        cast.person("planner"),
    ];
    for route in routes.iter().filter(|route| route.takes("GET")) {
        let path = target.fill(&route.path, &target.case.to_string());
        let path = path
            .replace("{act}", "record-risk")
            .replace("{code}", "fr")
            .replace("{name}", "safeconduct.css");
        for who in &readers {
            for method in ["GET", "HEAD", "OPTIONS", "TRACE", "PUT"] {
                let said = cast.site.ask(Ask::new(method, &path).by(who)).await;
                seen.check(&path, &said);
            }
        }
    }
    for odd in [
        "/cases/%ff",
        "/cases/%00",
        "/language/xx",
        "/language/fr?back=//evil.example",
        "/sign-in?back=https://evil.example",
        "/api/v1/x",
        "/%2e%2e/x",
    ] {
        for who in &readers {
            let said = cast.site.ask(Ask::get(odd).by(who)).await;
            seen.check(odd, &said);
            assert!(said.status < 500, "{odd}: {}", said.status);
        }
    }
    // signing in and out
    let browser = cast.site.ask(Ask::get("/sign-in")).await;
    let cookie = browser.lines("set-cookie")[0]
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let once = cast.site.once();
    let ask = Ask::post("/demo-sign-in").header("cookie", &cookie).form(&[
        ("csrf", &token),
        ("once", &once),
        ("handle", "planner"),
    ]);
    let said = cast.site.ask(ask).await.expect(303);
    seen.check("/demo-sign-in", &said);
    let who = cast.site.sign_in("planner").await;
    let said = cast.site.post(&who, "/sign-out", &[]).await.expect(303);
    seen.check("/sign-out", &said);
    assert_eq!(said.header("clear-site-data"), "\"cache\", \"storage\"");
    assert!(
        seen.lacking.is_empty(),
        "{} lacking: {:#?}",
        seen.lacking.len(),
        &seen.lacking[..seen.lacking.len().min(30)]
    );
    println!(
        "headers: {} answers of {} routes, {} cookies set, 0 lacking",
        seen.answers,
        routes.len(),
        seen.cookies
    );
}
