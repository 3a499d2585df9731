//! Signing in and out: cookies, tokens, refusals that say nothing, places to come back to.

use std::collections::BTreeMap;

use safeconduct_server::state::Cookies;
use safeconduct_testkit::world::World;

use crate::visit::{Browser, Page, state};

#[tokio::test]
async fn signing_in_and_out() {
    let world = World::sqlite().await;
    a_session_begins_with_a_guarded_cookie_and_ends_with_it(&world).await;
    without_tls_on_this_machine_cookies_have_no_prefix(&world).await;
    a_form_of_another_browser_or_of_none_is_not_taken(&world).await;
    every_wrong_sign_in_reads_the_same_and_tells_nothing(&world).await;
    one_comes_back_to_this_site_only(&world).await;
    buttons_sign_in_in_a_demonstration_only(&world).await;
    after_five_wrong_tries_one_waits(&world).await;
}

async fn sign_in(browser: &mut Browser, world: &World, handle: &str, back: &str) -> Page {
    browser.get("/sign-in").await.expect(200);
    let (passphrase, code) = world.factors(handle);
    let fields = [
        ("handle", handle),
        ("passphrase", passphrase.as_str()),
        ("code", &code),
        ("back", back),
    ];
    browser.post("/sign-in", &fields).await
}

async fn a_session_begins_with_a_guarded_cookie_and_ends_with_it(world: &World) {
    let mut browser = Browser::on(world);
    let page = browser.get("/sign-in?back=/account").await.expect(200);
    let [line] = page.set_cookies()[..] else {
        panic!("one cookie")
    };
    assert!(
        line.starts_with("__Host-p=")
            && line.ends_with("; Path=/; Max-Age=7200; Secure; HttpOnly; SameSite=Strict"),
        "{line}"
    );
    assert_eq!(page.input("back"), "/account");

    let answer = sign_in(&mut browser, world, "fld-caseworker", "/account")
        .await
        .leads("/account");
    let lines = answer.set_cookies();
    assert!(
        lines.iter().any(|l| l.starts_with("__Host-s=")
            && l.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict")),
        "{lines:?}"
    );
    assert!(
        lines
            .iter()
            .any(|l| l.starts_with("__Host-p=; ") && l.contains("Max-Age=0")),
        "{lines:?}"
    );
    let kept = browser.cookies.clone();
    let account = browser.get("/account").await.expect(200);
    assert!(account.says("Niamh Adeyemi") && account.says("fld-caseworker"));
    browser.get("/sign-in?back=/keys").await.leads("/keys");

    sign_out(&mut browser, kept).await;
}

async fn sign_out(browser: &mut Browser, kept: BTreeMap<String, String>) {
    browser.get("/account").await.expect(200);
    let out = browser
        .post("/sign-out", &[])
        .await
        .leads("/sign-in?done=signed-out");
    assert_eq!(out.headers["clear-site-data"], "\"cache\", \"storage\"");
    assert!(
        out.set_cookies()
            .iter()
            .any(|l| l.starts_with("__Host-s=; ") && l.contains("Max-Age=0"))
    );
    assert!(
        browser
            .get("/sign-in?done=signed-out")
            .await
            .says("You are signed out")
    );
    browser.cookies = kept;
    browser
        .get("/account")
        .await
        .leads("/sign-in?back=/account");
    // signing out twice is no mistake
    browser
        .post("/sign-out", &[])
        .await
        .leads("/sign-in?done=signed-out");
}

async fn without_tls_on_this_machine_cookies_have_no_prefix(world: &World) {
    let mut browser = Browser::at(state(
        world,
        world.stream.accounts.clone(),
        Cookies::Loopback,
    ));
    let page = browser.get("/sign-in").await;
    assert!(page.set_cookies()[0].starts_with("p=") && !page.set_cookies()[0].contains("Secure"));
    browser
        .post("/demo-sign-in", &[("handle", "planner")])
        .await
        .leads("/");
    assert!(browser.cookies.contains_key("s"));
    // and the other name is not heard
    let secret = browser.cookies.remove("s").unwrap();
    browser.cookies.insert("__Host-s".to_owned(), secret);
    browser
        .get("/account")
        .await
        .leads("/sign-in?back=/account");
}

async fn a_form_of_another_browser_or_of_none_is_not_taken(world: &World) {
    let (mut mine, mut theirs) = (Browser::on(world), Browser::on(world));
    mine.get("/sign-in").await;
    theirs.get("/sign-in").await;
    let (passphrase, code) = world.factors("planner");
    let fields = [
        ("handle", "planner"),
        ("passphrase", passphrase.as_str()),
        ("code", &code),
    ];
    let token = mine
        .cookies
        .insert("__Host-p".to_owned(), theirs.cookies["__Host-p"].clone())
        .unwrap();
    let refused = mine.post("/sign-in", &fields).await.expect(403);
    assert!(refused.says("open for too long") && !mine.cookies.contains_key("__Host-s"));
    assert!(!refused.says(&passphrase));
    mine.cookies.clear();
    mine.post("/sign-in", &fields).await.expect(403);
    mine.cookies.insert("__Host-p".to_owned(), token);
    mine.post("/demo-sign-in", &[("handle", "planner")])
        .await
        .expect(403);
    mine.post_body("/sign-in", "").await.expect(403);
    mine.post_body("/sign-in", vec![b'a'; 2_000_000])
        .await
        .expect(413);
}

async fn every_wrong_sign_in_reads_the_same_and_tells_nothing(world: &World) {
    let mut browser = Browser::on(world);
    let (passphrase, code) = world.factors("fld-supervisor");
    let tries = [
        ("fld-supervisor", "not the passphrase at all", code.as_str()),
        ("fld-supervisor", passphrase.as_str(), "000000"),
        ("nobody-of-that-name", passphrase.as_str(), code.as_str()),
    ];
    let mut seen = Vec::new();
    for (handle, passphrase, code) in tries {
        let open = browser.get("/sign-in").await;
        let fields = [
            ("handle", handle),
            ("passphrase", passphrase),
            ("code", code),
        ];
        let page = browser.post("/sign-in", &fields).await.expect(422);
        assert!(
            page.says("is not right")
                && !page.says(passphrase)
                && page.set_cookies().iter().all(|l| l.starts_with("__Host-p"))
        );
        let (csrf, once) = (page.input("csrf"), page.input("once"));
        assert_ne!(once, open.input("once"));
        let plain = page
            .html
            .trim_end()
            .replace(&csrf, "")
            .replace(&once, "")
            .replace(&format!("value=\"{handle}\" dir"), "");
        seen.push(plain);
    }
    assert!(seen.windows(2).all(|two| two[0] == two[1]), "{seen:#?}");
    let empty = browser
        .post("/sign-in", &[("handle", "<script>")])
        .await
        .expect(422);
    assert!(empty.html.contains("&#60;script&#62;") && !empty.html.contains("<script"));
    assert!(empty.says("Enter your passphrase"));
}

async fn after_five_wrong_tries_one_waits(world: &World) {
    let mut browser = Browser::on(world);
    browser.get("/sign-in").await;
    let fields = [
        ("handle", "planner"),
        ("passphrase", "something else entirely"),
        ("code", "123456"),
    ];
    for _ in 0..5 {
        browser.post("/sign-in", &fields).await.expect(422);
    }
    assert!(
        browser
            .post("/sign-in", &fields)
            .await
            .expect(429)
            .says("too many tries")
    );
    browser.lang("fr");
    assert!(
        browser
            .post("/sign-in", &fields)
            .await
            .expect(429)
            .says("trop d’essais")
    );
}

async fn one_comes_back_to_this_site_only(world: &World) {
    let mut browser = Browser::on(world);
    for (back, to) in [
        ("/account?x=1", "/account?x=1"),
        ("//evil.example", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("/a\r\nset-cookie: x=y", "/"),
        ("", "/"),
    ] {
        browser.cookies.clear();
        browser.get("/sign-in").await;
        browser
            .post("/demo-sign-in", &[("handle", "planner"), ("back", back)])
            .await
            .leads(to);
    }
}

async fn buttons_sign_in_in_a_demonstration_only(world: &World) {
    let mut browser = Browser::on(world);
    for _ in 0..2 {
        browser.become_("nairobi-officer").await;
        browser.get("/").await.leads("/cases");
    }
    browser.cookies.clear();
    browser.get("/sign-in").await;
    browser
        .post("/demo-sign-in", &[("handle", "nobody")])
        .await
        .expect(404);
    let mut serious = Browser::at(state(world, Vec::new(), Cookies::Secure));
    assert!(!serious.get("/sign-in").await.says("demo-sign-in"));
    serious
        .post("/demo-sign-in", &[("handle", "planner")])
        .await
        .expect(404);
}
