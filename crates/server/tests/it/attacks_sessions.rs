//! A session that is over answers nothing at the next request, however it ended; and what was typed in a form when it
//! ended is not lost.

use safeconduct_casework::session::{ABSOLUTE_MS, IDLE_MS};
use safeconduct_domain::case::Stage;

use crate::attacks_client::{Ask, Person, Site, parts};
use crate::attacks_html::read;
use crate::attacks_land::{self, Marking};
use safeconduct_casework::demo::{self, Ending, Story};

/// Every way to use a session: pages read and posted, the API by cookie and by token.
async fn answers(site: &Site, who: &Person, case: &str) -> (usize, Vec<String>) {
    let once = site.once();
    let tokens = [("csrf", who.csrf.as_str()), ("once", once.as_str())];
    let (csrf, once) = (who.csrf.as_bytes(), once.as_bytes());
    let (kind, body) = parts(&[
        ("csrf", None, csrf),
        ("once", None, once),
        ("kind", None, b"photo"),
        ("file", Some("a.jpg"), b"x"),
    ]);
    let json = serde_json::json!({});
    let api = |path: &str| format!("/api/v1/cases/{case}{path}");
    let page = |path: &str| format!("/cases/{case}{path}");
    let asks = [
        Ask::get("/").by(who),
        Ask::get("/account").by(who),
        Ask::get("/cases").by(who),
        Ask::get(&page("")).by(who),
        Ask::get(&page("/referral")).by(who),
        Ask::get(&page("/documents")).by(who),
        Ask::post("/cases").by(who).form(&tokens),
        Ask::post(&page("/do/withdraw")).by(who).form(&tokens),
        Ask::post(&page("/do/request-approval"))
            .by(who)
            .form(&tokens),
        Ask::post(&page("/documents/add")).by(who).body(&kind, body),
        Ask::post("/notices/read").by(who).form(&tokens),
        Ask::get(&api("")).bearer(who),
        Ask::get(&api("")).by(who),
        Ask::get(&api("/timeline")).bearer(who),
        Ask::post(&api("/acts/request-approval"))
            .bearer(who)
            .json(&json),
        Ask::post(&api("/acts/request-approval"))
            .by(who)
            .header("x-csrf", &who.csrf)
            .json(&json),
        Ask::post("/api/v1/cases/search").bearer(who).json(&json),
        Ask::new("DELETE", "/api/v1/session").bearer(who),
    ];
    let tried = asks.len();
    let mut answered = Vec::new();
    for ask in asks {
        let what = format!("{} {}", ask.method, ask.path);
        let said = site.ask(ask).await;
        let closed = matches!(said.status, 401 | 403)
            || (said.status == 303 && said.header("location").starts_with("/sign-in"));
        if !closed || said.text().contains("qzx") {
            answered.push(format!("{what}: {}", said.status));
        }
    }
    (tried, answered)
}

#[tokio::test]
async fn a_session_that_is_over_answers_nothing() {
    let site = Site::start().await;
    let app = site.world.app.clone();
    let story = Story {
        number: 6,
        partner: "fld",
        until: Stage::Preparing,
        ending: Ending::Approved,
    };
    let case = demo::play_with(&app, &site.world.stream, &story, &Marking(1))
        .await
        .unwrap();
    let path = format!("/cases/{case}");
    let opens = async |who: &Person| site.page(who, &path).await.status;
    let entries = async || site.entries().await;
    let (mut ways, mut tried) = (Vec::new(), 0);
    let mut over = async |how: &'static str, who: &Person| {
        let before = entries().await;
        let (asked, answered) = answers(&site, who, &case.to_string()).await;
        assert!(answered.is_empty(), "{how}: {answered:#?}");
        assert_eq!(entries().await, before, "{how}: something was done");
        tried += asked;
        ways.push(how);
    };

    let who = site.sign_in("fld-caseworker").await;
    assert_eq!(opens(&who).await, 200);
    site.post(&who, "/sign-out", &[]).await.expect(303);
    over("signed out on the page", &who).await;

    let who = site.sign_in("fld-caseworker").await;
    assert_eq!(opens(&who).await, 200);
    site.ask(Ask::new("DELETE", "/api/v1/session").bearer(&who))
        .await
        .expect(204);
    over("signed out by a program", &who).await;

    let who = site.sign_in("fld-caseworker").await;
    site.world.pass(IDLE_MS - 1);
    assert_eq!(opens(&who).await, 200, "not yet");
    site.world.pass(IDLE_MS + 1);
    over("a quarter of an hour without a request", &who).await;

    let who = site.sign_in("fld-caseworker").await;
    for _ in 0..ABSOLUTE_MS / (IDLE_MS - 1000) {
        site.world.pass(IDLE_MS - 1000);
        assert_eq!(opens(&who).await, 200);
    }
    site.world.pass(ABSOLUTE_MS % (IDLE_MS - 1000) + 1);
    over("eight hours at work", &who).await;

    // another passphrase ends every session, the one it was given in too
    let (who, elsewhere) = (
        site.sign_in("fld-caseworker").await,
        site.sign_in("fld-caseworker").await,
    );
    let (passphrase, code) = site.world.factors("fld-caseworker");
    let new = "seven plain words that nobody has said before";
    let fields = [
        ("new", new),
        ("again", new),
        ("passphrase", &passphrase),
        ("code", &code),
    ];
    let said = site.post(&who, "/account/passphrase", &fields).await;
    assert_eq!(
        (said.status, said.header("location")),
        (303, "/sign-in?done=passphrase-changed"),
        "{}",
        said.text()
    );
    over("another passphrase", &who).await;
    over("another passphrase, given elsewhere", &elsewhere).await;

    // an administrator closes the account
    let (who, administrator) = (
        site.sign_in("fld-supervisor").await,
        site.sign_in("administrator").await,
    );
    assert_eq!(opens(&who).await, 200);
    let user = site.world.session("fld-supervisor").user;
    site.post(
        &administrator,
        &format!("/administration/accounts/{user}/close"),
        &[],
    )
    .await
    .expect(303);
    over("account closed", &who).await;

    // cookies that are none, and a row that is gone
    let who = site.sign_in("fld-caseworker-2").await;
    for (how, secret) in [
        ("no cookie of ours", "AAAA".to_owned()),
        ("a cookie made up", "A".repeat(43)),
        ("a cookie cut short", who.secret[..42].to_owned()),
    ] {
        over(
            how,
            &Person {
                secret,
                ..who.clone()
            },
        )
        .await;
    }
    let (first, rest) = who.secret.split_at(1);
    let other = if first == "A" { "B" } else { "A" };
    over(
        "a cookie with one letter changed",
        &Person {
            secret: format!("{other}{rest}"),
            ..who.clone()
        },
    )
    .await;
    assert_eq!(opens(&who).await, 200, "the control");
    let database = site.world.folder().join("safeconduct.db");
    safeconduct_testkit::fault::plant(&database, "DELETE FROM session");
    over("a cookie without its row", &who).await;
    println!(
        "sessions: {} ways to end x the ways to use one = {tried} requests, 0 answered ({ways:?})",
        ways.len()
    );
}

/// A text of several thousand characters in several scripts.
fn long() -> String {
    let one = "She keeps the archive in three houses.\n\"Nobody asked\" & <nobody> knew; ሰላም ተስፋማርያም, ريما الحدادين, 林美华.\n";
    one.repeat(45).trim_end().to_owned()
}

/// Who types, on which form, what.
type Typing<'a> = (&'a str, String, Vec<(&'a str, &'a str)>);

#[tokio::test]
async fn what_was_typed_when_a_session_ended_comes_back() {
    let site = Site::start().await;
    let targets = attacks_land::cases(&site).await;
    let (prepared, assessed) = (&targets[0], &targets[7]);
    let long = long();
    let forms: Vec<Typing<'_>> = vec![
        (
            "fld-caseworker",
            format!("/cases/{}/do/record-risk", prepared.case),
            vec![
                ("description", &long),
                ("charges", "none\nknown"),
                ("durable-solution", "–"),
            ],
        ),
        (
            "fld-caseworker",
            "/cases/new".to_owned(),
            vec![("reference", "FLD \"77\" <b>"), ("language", "fr")],
        ),
        (
            "fld-caseworker",
            format!(
                "/cases/{}/do/change-person?person={}",
                prepared.case, prepared.person
            ),
            vec![
                ("family-name", "ተስፋማርያም"),
                ("birth-day", "31"),
                ("birth-month", "2"),
                ("birth-year", "1990"),
                ("nationalities", "Eritrea"),
                ("nationalities", "Zz"),
            ],
        ),
        (
            "nairobi-officer",
            format!("/cases/{}/do/sign-notes", assessed.case),
            vec![
                ("text", &long),
                ("present", "Everybody"),
                ("held-on-day", "1"),
            ],
        ),
    ];
    let mut came_back = 0;
    for (handle, path, typed) in &forms {
        let who = site.sign_in(handle).await;
        let page = site.page(&who, path).await.expect(200);
        let html = read(&page.text());
        let form = html
            .form(path)
            .unwrap_or_else(|| panic!("no form at {path}"));
        let mut fields: Vec<(String, String)> = form.standing();
        fields.retain(|(name, _)| !typed.iter().any(|(n, _)| n == name));
        fields.extend(
            typed
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned())),
        );
        site.world.pass(IDLE_MS + 1);
        let before = site.entries().await;
        let borrowed: Vec<(&str, &str)> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        let said = site
            .ask(Ask::post(path).by(&who).form(&borrowed))
            .await
            .expect(403);
        // nothing of it is shown to whoever sits there now: it travels in hidden inputs
        let over = read(&said.text());
        let carried = over.form("/sign-in").expect("the way to sign in");
        assert!(carried.fields.iter().all(|f| f.kind == "hidden") && over.alive.is_empty());
        // the sign-in form carries it on, and gives it to whoever signs in
        let hidden: Vec<(String, String)> = carried.standing();
        let borrowed: Vec<(&str, &str)> = hidden
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        let shown = site.ask(Ask::post("/sign-in").form(&borrowed)).await;
        let cookie = shown.lines("set-cookie")[0]
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let sign_in = read(&shown.expect(200).text());
        let form = sign_in.form("/sign-in").expect("the form to sign in");
        // a slip of the finger loses nothing either
        let (passphrase, code) = site.world.factors(handle);
        for (passphrase, status) in [("not the passphrase", 422), (passphrase.as_str(), 200)] {
            let mut fields = form.standing();
            fields.retain(|(name, _)| !matches!(name.as_str(), "handle" | "passphrase" | "code"));
            let mut borrowed: Vec<(&str, &str)> = fields
                .iter()
                .map(|(n, v)| (n.as_str(), v.as_str()))
                .collect();
            borrowed.extend([
                ("handle", *handle),
                ("passphrase", passphrase),
                ("code", &code),
            ]);
            let said = site
                .ask(
                    Ask::post("/sign-in")
                        .header("cookie", &cookie)
                        .form(&borrowed),
                )
                .await
                .expect(status);
            if status == 422 {
                assert!(!said.text().contains("not the passphrase"));
                continue;
            }
            let html = read(&said.text());
            assert_eq!(html.alive, Vec::<String>::new());
            let form = html
                .form(path)
                .unwrap_or_else(|| panic!("the form is not there again: {path}"));
            for (name, value) in typed {
                let kept = form.fields.iter().any(|f| {
                    f.name == *name && f.value == *value && (f.kind != "radio" || f.checked)
                });
                assert!(kept, "{path}: {name} is lost: {:?}", form.values(name));
                came_back += 1;
            }
            assert!(
                said.lines("set-cookie")
                    .iter()
                    .any(|line| line.starts_with("__Host-s="))
            );
        }
        // it was given back, not sent
        let acts = site.entries().await - before;
        assert!(
            acts <= 4,
            "only the sign-ins and the look are in the journal, not {acts}"
        );
    }
    // somebody else who signs in there does not see it
    let who = site.sign_in("fld-caseworker").await;
    let path = format!("/cases/{}/do/record-risk", prepared.case);
    site.world.pass(IDLE_MS + 1);
    let fields = [
        ("csrf", who.csrf.as_str()),
        ("once", "abcdefgh1"),
        ("keep", "record-risk"),
        ("description", "qzx-somebody-elses"),
    ];
    let over = read(
        &site
            .ask(Ask::post(&path).by(&who).form(&fields))
            .await
            .expect(403)
            .text(),
    );
    let hidden = over.form("/sign-in").unwrap().standing();
    let (passphrase, code) = site.world.factors("ankara-officer");
    let page = site.ask(Ask::get("/sign-in")).await;
    let cookie = page.lines("set-cookie")[0]
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let mut borrowed: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    borrowed.extend([
        ("csrf", token.as_str()),
        ("once", "abcdefgh2"),
        ("handle", "ankara-officer"),
        ("passphrase", &passphrase),
        ("code", &code),
    ]);
    let said = site
        .ask(
            Ask::post("/sign-in")
                .header("cookie", &cookie)
                .form(&borrowed),
        )
        .await
        .expect(404);
    assert!(!said.text().contains("qzx-somebody-elses"));
    println!(
        "expired session: {} forms, {came_back} answers typed, {came_back} came back after signing in, 0 sent, 0 shown to somebody else",
        forms.len()
    );
}
