//! Bad input on the pages: every field of every form × everything in the corpus. Never a 5xx; the form comes back in the
//! person's language, with what is to mend above it and what was typed in it, secrets aside; and nothing runs.

use std::collections::BTreeSet;
use std::sync::Arc;

use safeconduct_domain::act::Kind;

use crate::attacks_client::{Ask, FORM, Person, Said, Site, encoded, parts};
use crate::attacks_corpus::{for_pages, never_taken};
use crate::attacks_html::{HtmlField, HtmlForm, read};
use crate::attacks_land::{self, Target, Waiting};

/// A page with a form, and who fills it in.
#[derive(Clone)]
struct Place {
    who: Person,
    /// The visitor's cookie, for those who are not signed in.
    cookie: String,
    path: String,
    form: HtmlForm,
    /// Sending it as it is changes nothing: a search.
    harmless: bool,
}

#[derive(Default)]
struct Count {
    forms: BTreeSet<String>,
    fields: BTreeSet<(String, String)>,
    values: usize,
    requests: usize,
    kept: usize,
    wrong: Vec<String>,
}

impl Place {
    fn by(&self, ask: Ask) -> Ask {
        if self.cookie.is_empty() {
            ask.by(&self.who)
        } else {
            ask.header("cookie", &self.cookie)
        }
    }

    /// The form with these answers.
    fn ask(&self, site: &Site, answers: &[(String, Vec<u8>)], lang: &str) -> Ask {
        let once = site.once();
        let mut all: Vec<(&str, &[u8])> = vec![
            ("csrf", self.who.csrf.as_bytes()),
            ("once", once.as_bytes()),
        ];
        let hidden = self
            .form
            .fields
            .iter()
            .filter(|f| f.kind == "hidden" && !matches!(f.name.as_str(), "csrf" | "once"));
        all.extend(hidden.map(|f| (f.name.as_str(), f.value.as_bytes())));
        all.extend(answers.iter().map(|(n, v)| (n.as_str(), v.as_slice())));
        let ask = self
            .by(Ask::post(&self.form.action))
            .header("accept-language", lang);
        if self.form.multipart {
            let mut pieces: Vec<_> = all.into_iter().map(|(n, v)| (n, None, v)).collect();
            pieces.push(("file", Some("../../a<script>.pdf"), b"x"));
            let (kind, body) = parts(&pieces);
            return ask.body(&kind, body);
        }
        ask.body(
            FORM,
            encoded(all.into_iter().map(|(n, v)| (n.as_bytes(), v))),
        )
    }

    fn name(&self) -> String {
        self.form
            .values("keep")
            .first()
            .map_or_else(|| self.path.clone(), |name| (*name).to_owned())
    }
}

/// What a browser shows of what was typed.
fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes)
        .replace("\r\n", "\n")
        .replace(['\r'], "\n")
        .replace('\0', "\u{fffd}");
    text.trim().to_owned()
}

fn writable(field: &HtmlField) -> bool {
    matches!(
        field.kind.as_str(),
        "text" | "textarea" | "search" | "password"
    )
}

impl Count {
    /// Looks at an answer to a form with these answers in it.
    fn look(
        &mut self,
        place: &Place,
        said: &Said,
        answers: &[(String, Vec<u8>)],
        lang: &str,
        what: &str,
    ) {
        self.requests += 1;
        let at = format!("{} ({what}, {})", place.path, place.who.handle);
        let mut wrong = |text: String| self.wrong.push(format!("{at}: {text}"));
        if said.status >= 500 {
            return wrong(format!("{}", said.status));
        }
        if said.status == 303 && !place.harmless {
            return wrong(format!("taken: {}", said.header("location")));
        }
        if !said.header("content-type").starts_with("text/html") {
            return;
        }
        let text = said.text();
        let html = read(&text);
        if !html.alive.is_empty() {
            wrong(format!("alive: {:?}", html.alive));
        }
        if text.contains('⟦') || html.lang != lang {
            wrong(format!("not in {lang}, or a message is missing"));
        }
        if said.status != 422 {
            return;
        }
        let Some(form) = html.form(&place.form.action) else {
            return wrong("the form is not there again".to_owned());
        };
        if !html.has("sc-errors") {
            wrong("no list of what is to mend".to_owned());
        }
        for (name, typed) in answers {
            let Some(field) = place.form.fields.iter().find(|f| f.name == *name) else {
                continue;
            };
            let typed = shown(typed);
            if field.secret {
                if form.values(name).iter().any(|v| !v.is_empty()) {
                    wrong(format!("the secret {name} came back"));
                }
            } else if writable(field) && !typed.is_empty() {
                let back = form.values(name).join("\n");
                if same(&back, &typed) {
                    self.kept += 1;
                } else {
                    let (back, typed): (String, String) = (
                        back.chars().take(60).collect(),
                        typed.chars().take(60).collect(),
                    );
                    self.wrong
                        .push(format!("{at}: {name} is lost: {typed:?} became {back:?}"));
                    return;
                }
            }
        }
    }
}

/// The same but for empty lines and spaces around lines, which boxes for several answers leave out.
fn same(back: &str, typed: &str) -> bool {
    let plain = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    };
    plain(back) == plain(typed)
}

/// Every value of the corpus in every field of a form.
async fn attack(site: Arc<Site>, place: Place) -> Count {
    let mut count = Count::default();
    let corpus = for_pages();
    let questions: Vec<HtmlField> = place.form.questions().into_iter().cloned().collect();
    count.forms.insert(place.name());
    count
        .fields
        .extend(questions.iter().map(|q| (place.name(), q.name.clone())));
    let langs = ["en", "fr"];
    if questions.is_empty() {
        return count;
    }
    for round in 0..corpus.len() {
        let mut answers = Vec::new();
        for (at, question) in questions.iter().enumerate() {
            let (_, value) = &corpus[(round + at) % corpus.len()];
            // dates and numbers are refused as they are
            let dated = ["-day", "-month", "-year"]
                .iter()
                .any(|part| question.name.ends_with(part));
            let value = if writable(question) && !dated {
                never_taken(value)
            } else {
                value.clone()
            };
            answers.push((question.name.clone(), value));
        }
        count.values += answers.len();
        let lang = langs[round % 2];
        let said = site.ask(place.ask(&site, &answers, lang)).await;
        count.look(&place, &said, &answers, lang, corpus[round].0);
    }
    // nothing at all; everything twice; far too much; what no form has
    let twice: Vec<_> = questions
        .iter()
        .flat_map(|q| {
            [
                (q.name.clone(), b"a\x01".to_vec()),
                (q.name.clone(), b"b\x01".to_vec()),
            ]
        })
        .collect();
    let said = site.ask(place.ask(&site, &twice, "fr")).await;
    count.look(&place, &said, &[], "fr", "each twice");
    if !place.harmless {
        let said = site.ask(place.ask(&site, &[], "en")).await;
        count.look(&place, &said, &[], "en", "nothing");
    }
    let name = questions[0].name.clone();
    let huge = vec![(name.clone(), vec![b'x'; 10_000_000])];
    let said = site.ask(place.ask(&site, &huge, "fr")).await;
    count.look(&place, &said, &[], "fr", "10 MB");
    if said.status != 413 {
        count
            .wrong
            .push(format!("{}: 10 MB: {}", place.path, said.status));
    }
    let large = vec![
        (name.clone(), [vec![b'<'; 60_000], vec![1]].concat()),
        ("surprise".to_owned(), vec![b'y'; 60_000]),
    ];
    let said = site.ask(place.ask(&site, &large, "fr")).await;
    count.look(&place, &said, &[], "fr", "60 kB");
    for odd in [
        vec![("x".repeat(5_000), b"y".to_vec())],
        vec![
            (format!("{name}[]"), b"y".to_vec()),
            (format!("{name}[a][b]"), b"y".to_vec()),
        ],
    ] {
        let said = site.ask(place.ask(&site, &odd, "en")).await;
        count.look(&place, &said, &[], "en", "odd names");
    }
    count
}

async fn place(site: &Site, who: &Person, path: &str) -> Place {
    let said = site.page(who, path).await;
    let said = if said.status == 303 {
        site.page(who, said.header("location")).await
    } else {
        said
    };
    assert_eq!(said.status, 200, "{} {path}", who.handle);
    let html = read(&said.text());
    let forms = html
        .forms
        .iter()
        .filter(|f| f.method == "post" && f.action != "/sign-out");
    let plain = |path: &str| path.split('?').next().unwrap_or_default().to_owned();
    let form = forms
        .max_by_key(|f| f.questions().len())
        .unwrap_or_else(|| panic!("no form at {path}"))
        .clone();
    assert!(plain(&form.action).starts_with('/'), "{path}");
    let harmless = matches!(plain(path).as_str(), "/cases" | "/audit");
    let place = Place {
        who: who.clone(),
        cookie: String::new(),
        path: path.to_owned(),
        form,
        harmless,
    };
    if who.handle.is_empty() {
        let cookie = said.lines("set-cookie")[0]
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let csrf = cookie.split_once('=').unwrap().1.to_owned();
        return Place {
            cookie,
            who: Person {
                csrf,
                ..Person::default()
            },
            ..place
        };
    }
    place
}

/// Every form there is.
async fn places(site: &Site, targets: &[Target], waiting: &Waiting) -> Vec<Place> {
    let mut all = Vec::new();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Open) {
        let mut found = None;
        for target in targets {
            for handle in &target.readers {
                if found.is_none()
                    && site
                        .world
                        .look(handle, target.case)
                        .await
                        .unwrap()
                        .may(*kind)
                {
                    found = Some((target, *handle));
                }
            }
        }
        let (target, handle) = found.unwrap_or_else(|| panic!("nobody can {}", kind.name()));
        let who = site.sign_in(handle).await;
        let path = format!("/cases/{}/do/{}", target.case, kind.name());
        all.push(place(site, &who, &path).await);
        if matches!(
            kind,
            Kind::ChangePerson
                | Kind::FindElement
                | Kind::RecordCheck
                | Kind::Decide
                | Kind::RecordConsent
        ) {
            all.push(place(site, &who, &format!("{path}?person={}", target.person)).await);
        }
    }
    let others = [
        ("fld-caseworker", "/cases/new".to_owned()),
        ("fld-caseworker", "/cases".to_owned()),
        ("auditor", "/audit".to_owned()),
        ("fld-supervisor", "/keys/lost".to_owned()),
        (
            "pd-supervisor",
            format!("/keys/certify/{}", waiting.certificate),
        ),
        ("planner", "/account/passphrase".to_owned()),
        (
            "administrator",
            "/administration/organisations/new".to_owned(),
        ),
        (
            "administrator",
            "/administration/invitations/new".to_owned(),
        ),
        (
            "administrator",
            "/administration/delegations/new".to_owned(),
        ),
    ];
    for (handle, path) in others {
        let who = site.sign_in(handle).await;
        all.push(place(site, &who, &path).await);
    }
    for path in ["/sign-in", "/invitation"] {
        all.push(place(site, &Person::default(), path).await);
    }
    // the page that joins comes after the code
    let ask = all.last().unwrap().clone();
    let said = site
        .ask(ask.ask(
            site,
            &[("code".to_owned(), waiting.invitation.clone().into_bytes())],
            "en",
        ))
        .await
        .expect(200);
    let form = read(&said.text()).form("/invitation/join").unwrap().clone();
    all.push(Place {
        path: "/invitation/join".to_owned(),
        form,
        ..ask
    });
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_field_of_every_form_bears_anything() {
    let site = Arc::new(Site::start().await);
    let targets = attacks_land::cases(&site).await;
    let waiting = attacks_land::waiting(&site).await;
    let places = places(&site, &targets, &waiting).await;
    let mut before = Vec::new();
    for target in &targets {
        before.push(
            site.world
                .look(target.readers[0], target.case)
                .await
                .unwrap()
                .case,
        );
    }
    let mut total = Count::default();
    let mut work = Vec::new();
    for place in places.clone() {
        work.push(tokio::spawn(attack(site.clone(), place)));
    }
    for one in work {
        let count = one.await.unwrap();
        total.forms.extend(count.forms);
        total.fields.extend(count.fields);
        total.values += count.values;
        total.requests += count.requests;
        total.kept += count.kept;
        total.wrong.extend(count.wrong);
    }
    addresses(&site, &targets, &mut total).await;
    // one of each kind is enough to read
    let mut kinds = BTreeSet::new();
    let shown: Vec<_> = total
        .wrong
        .iter()
        .filter(|w| {
            kinds.insert(
                w.split("/do/")
                    .last()
                    .map(|w| w.split(" (").next().unwrap_or(w)),
            )
        })
        .collect();
    assert!(
        total.wrong.is_empty(),
        "{} wrong: {shown:#?}",
        total.wrong.len()
    );
    for (target, before) in targets.iter().zip(before) {
        let after = site
            .world
            .look(target.readers[0], target.case)
            .await
            .unwrap()
            .case;
        assert!(before == after, "{} has changed", target.name);
    }
    println!(
        "bad input, pages: {} forms, {} fields, {} values tried in {} requests: 0 answered with 5xx, 0 taken, 0 alive, {} typed values came back, all in the person's language",
        total.forms.len(),
        total.fields.len(),
        total.values,
        total.requests,
        total.kept
    );
}

/// Everything in the corpus where an address is read.
async fn addresses(site: &Site, targets: &[Target], total: &mut Count) {
    let who = site.sign_in("fld-caseworker").await;
    let office = site.sign_in("nairobi-officer").await;
    let auditor = site.sign_in("auditor").await;
    let administrator = site.sign_in("administrator").await;
    let (mine, assessed) = (targets[0].case, targets[7].case);
    let patterns = [
        (
            &who,
            "/cases?page=V&sort=V&stage=V&class=V&mine=V&urgency=V&search=V".to_owned(),
        ),
        (&who, format!("/cases/{mine}?done=V")),
        (&who, format!("/cases/{mine}/do/change-person?person=V")),
        (
            &who,
            format!("/cases/{mine}/do/withdraw-document?document=V&about=V&item=V"),
        ),
        (&who, format!("/cases/{mine}/documents/add?person=V")),
        (&who, format!("/cases/{mine}/documents/V")),
        (&who, format!("/cases/{mine}/persons/V")),
        (&who, format!("/cases/{mine}/as-of?at=V")),
        (
            &who,
            format!("/cases/{mine}/as-of?day=V&month=V&year=V&time=V"),
        ),
        (&who, format!("/cases/{mine}/timeline?page=V&kind=V")),
        (&who, "/cases/V".to_owned()),
        (&who, "/cases/V/do/V".to_owned()),
        (&who, "/language/V?back=V".to_owned()),
        (&who, "/language/fr?back=/V".to_owned()),
        (&who, "/sign-in?back=V&done=V".to_owned()),
        (&who, "/api/v1/cases/V".to_owned()),
        (&who, format!("/api/v1/cases/{mine}/as-of/V")),
        (&who, "/api/v1/cases?page=V&sort=V&owner=V".to_owned()),
        (&who, "/api/v1/policy?on=V".to_owned()),
        (&who, "/api/operations/V".to_owned()),
        (&who, "/V".to_owned()),
        (
            &office,
            format!(
                "/cases/{assessed}/do/find-element?person={}&about=V",
                targets[7].person
            ),
        ),
        (&office, format!("/cases/{assessed}/eligibility/V")),
        (&office, format!("/cases/{assessed}/do/add-addendum?item=V")),
        (&auditor, "/audit?before=V".to_owned()),
        (&auditor, "/api/v1/audit?before=V&case=V&actor=V".to_owned()),
        (
            &administrator,
            "/administration/invitations/new?group=V".to_owned(),
        ),
        (
            &administrator,
            "/administration/accounts/V/close".to_owned(),
        ),
        (
            &administrator,
            "/administration/delegations/V/end".to_owned(),
        ),
    ];
    let mut values = for_pages();
    values.extend([
        ("31 February", b"2026-02-31T00:00:00Z".to_vec()),
        ("year 0", b"0000-01-01T00:00:00Z".to_vec()),
        ("far away", b"9223372036854775807".to_vec()),
    ]);
    for (label, value) in values.iter().filter(|(_, value)| value.len() < 2_000) {
        let escaped: String = value.iter().map(|b| format!("%{b:02X}")).collect();
        for (who, pattern) in &patterns {
            let path = pattern.replace('V', &escaped);
            let said = site.ask(Ask::get(&path).by(who)).await;
            total.requests += 1;
            total.values += 1;
            let html = said.header("content-type").starts_with("text/html");
            let alive = if html {
                read(&said.text()).alive
            } else {
                Vec::new()
            };
            let out = said.header("location").to_owned();
            let leads_out = out.starts_with("//") || out.contains("://") || out.starts_with("/\\");
            let cookies = said
                .lines("set-cookie")
                .iter()
                .any(|line| line.starts_with("evil"));
            if said.status >= 500
                || !alive.is_empty()
                || leads_out
                || cookies
                || said.text().contains('⟦')
            {
                total.wrong.push(format!(
                    "{pattern} ({label}): {} {alive:?} {out}",
                    said.status
                ));
            }
        }
    }
}
