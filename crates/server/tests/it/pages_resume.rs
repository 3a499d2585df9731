//! A session that ends in the middle of a long form: what was typed comes back after signing in, and not before.

use safeconduct_domain::case::Stage;
use safeconduct_testkit::world::World;

use crate::case_pages::{at, send};
use crate::visit::{Browser, Page};

/// The hidden inputs of a page's form, by the beginning of their names.
fn hidden(page: &Page, prefix: &str) -> Vec<(String, String)> {
    let marks = page.html.split("<input type=\"hidden\" name=\"").skip(1);
    let pairs = marks.filter_map(|rest| rest.split_once("\" value=\""));
    let pairs =
        pairs.map(|(name, rest)| (name.to_owned(), rest.split('"').next().unwrap().to_owned()));
    let unescape = |text: String| {
        text.replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
    };
    pairs
        .filter(|(name, _)| name.starts_with(prefix))
        .map(|(n, v)| (n, unescape(v)))
        .collect()
}

async fn carried(browser: &mut Browser, page: &Page, more: &[(&str, &str)]) -> Page {
    let pairs = hidden(page, "resume-");
    let fields: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let fields: Vec<_> = fields.into_iter().chain(more.iter().copied()).collect();
    browser.post("/sign-in", &fields).await
}

#[tokio::test]
async fn nothing_typed_is_lost_when_a_session_ends_and_nothing_is_shown_before_signing_in() {
    let world = World::sqlite().await;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let path = format!("{}/do/record-risk", at(case));
    let long = format!(
        "They came at night.\n{}\n<b>\"end\"</b> & so on",
        "سلام ".repeat(1_000)
    );
    let fields = [
        ("keep", "record-risk"),
        ("description", long.as_str()),
        ("durable-solution", "None."),
    ];
    browser.get(&path).await.expect(200);
    // a quarter of an hour, and a little
    world.pass(16 * 60 * 1000);
    let ended = browser.post(&path, &fields).await.expect(403);
    assert!(ended.says("Your session has ended") && ended.says("Sign in and go on"));
    let shown = ended.html.replace("value=\"", "\u{1}");
    assert!(
        !shown
            .split('\u{1}')
            .map(|part| part.split_once('"').map_or(part, |(_, rest)| rest))
            .any(|rest| rest.contains("They came")),
        "only in hidden inputs"
    );
    let gate = carried(&mut browser, &ended, &[]).await.expect(200);
    assert!(!gate.says("There is a problem") && gate.says("User name"));
    let wrong = carried(
        &mut browser,
        &gate,
        &[
            ("handle", "fld-caseworker"),
            ("passphrase", "wrong"),
            ("code", "000000"),
            ("back", "/"),
        ],
    )
    .await
    .expect(422);
    let (passphrase, code) = world.factors("fld-caseworker");
    let back = carried(
        &mut browser,
        &wrong,
        &[
            ("handle", "fld-caseworker"),
            ("passphrase", &passphrase),
            ("code", &code),
            ("back", "/"),
        ],
    )
    .await
    .expect(200);
    assert!(back.says("What you typed is here, and nothing has been sent yet"));
    assert!(
        back.says("They came at night.")
            && back.says("&#60;b&#62;&#34;end&#34;&#60;/b&#62; &#38; so on")
    );
    assert!(back.html.contains(&format!("action=\"{path}\"")));
    let once = back.between("<main", "</main>");
    assert!(
        !once.contains("wrong") && !back.says(&passphrase),
        "no secret is carried"
    );
    let before = world
        .look("fld-caseworker", case)
        .await
        .unwrap()
        .case
        .referral
        .risk
        .unwrap();
    assert_ne!(before.durable_solution, "None.");
    let all = [
        ("description", long.as_str()),
        ("durable-solution", "None."),
        ("charges", "None known."),
    ];
    send(&mut browser, &path, &all)
        .await
        .leads(&format!("{}?done=record-risk", at(case)));
}

#[tokio::test]
async fn somebody_else_who_signs_in_sees_nothing_of_it() {
    let world = World::sqlite().await;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let path = format!("{}/do/record-risk", at(case));
    browser.get(&path).await.expect(200);
    world.pass(16 * 60 * 1000);
    let ended = browser
        .post(
            &path,
            &[
                ("keep", "record-risk"),
                ("description", "They came at night."),
            ],
        )
        .await
        .expect(403);
    let gate = carried(&mut browser, &ended, &[]).await.expect(200);
    let (passphrase, code) = world.factors("pd-caseworker");
    let other = carried(
        &mut browser,
        &gate,
        &[
            ("handle", "pd-caseworker"),
            ("passphrase", &passphrase),
            ("code", &code),
            ("back", "/"),
        ],
    )
    .await
    .expect(404);
    assert!(!other.says("They came at night"));
}
