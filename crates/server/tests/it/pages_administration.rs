//! The administrator's pages: who is let in, what is refused, what is recorded; and one's own passphrase.

use safeconduct_testkit::world::World;

use crate::visit::{Browser, Page};

const PAGES: [&str; 7] = [
    "/administration",
    "/administration/accounts",
    "/administration/delegations",
    "/administration/policy",
    "/administration/organisations/new",
    "/administration/invitations/new",
    "/administration/delegations/new",
];

#[tokio::test]
async fn registers_and_what_changes_them() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    who_may_come_in(&mut browser).await;
    browser.become_("administrator").await;
    organisations(&mut browser).await;
    invitations(&mut browser).await;
    delegations(&mut browser, &world).await;
    accounts(&mut browser).await;
    passphrase(&mut browser, &world).await;
}

async fn who_may_come_in(browser: &mut Browser) {
    for page in PAGES {
        browser
            .get(page)
            .await
            .leads(&format!("/sign-in?back={page}"));
    }
    browser.become_("fld-caseworker").await;
    let absent = browser
        .get("/administration/no-such-page")
        .await
        .expect(404)
        .html
        .replace("no-such-page", "");
    for page in PAGES {
        let refused = browser.get(page).await.expect(404);
        assert_eq!(refused.html.len(), absent.len(), "{page}");
    }
    for (path, fields) in [
        (
            "/administration/organisations/new",
            [("purpose", "partner"), ("name", "X"), ("code", "x")],
        ),
        (
            "/administration/invitations/new",
            [("group", "fld"), ("roles", "caseworker"), ("handle", "x")],
        ),
    ] {
        browser.get("/account").await;
        browser.post(path, &fields).await.expect(404);
    }
    browser.become_("auditor").await;
    for page in &PAGES[..4] {
        let shown = browser.get(page).await.expect(200);
        assert!(
            !shown.html.contains("/new\"")
                && !shown.html.contains("/close\"")
                && !shown.html.contains("/end\""),
            "{page}"
        );
    }
    for page in &PAGES[4..] {
        browser.get(page).await.expect(404);
    }
}

async fn organisations(browser: &mut Browser) {
    const NEW: &str = "/administration/organisations/new";
    browser.get(NEW).await.expect(200);
    let empty = browser.post(NEW, &[]).await.expect(422);
    assert!(empty.html.contains("<title>Error: ") && empty.html.contains("href=\"#f-purpose-1\""));
    let bad = browser
        .post(
            NEW,
            &[
                ("purpose", "partner"),
                ("name", "Réseau \"R\" <i>"),
                ("code", "Not A Code"),
            ],
        )
        .await
        .expect(422);
    assert!(
        bad.says("small letters") && bad.html.contains("Réseau &#34;R&#34; &#60;i&#62;"),
        "{}",
        bad.html
    );
    let taken = browser
        .post(
            NEW,
            &[("purpose", "partner"), ("name", "Other"), ("code", "fld")],
        )
        .await
        .expect(422);
    assert!(taken.says("code is taken"));
    let made = [
        ("purpose", "partner"),
        ("name", "Réseau \"R\" <i>"),
        ("code", "reseau"),
    ];
    browser
        .post(NEW, &made)
        .await
        .leads("/administration?done=organisation-made");
    let list = browser
        .get("/administration?done=organisation-made")
        .await
        .expect(200);
    assert!(
        list.says("were added")
            && list.html.contains("Réseau &#34;R&#34; &#60;i&#62;")
            && list.says("No keys yet")
    );
    assert!(
        browser
            .post(NEW, &made)
            .await
            .expect(422)
            .says("code is taken")
    );
}

async fn invitations(browser: &mut Browser) {
    const NEW: &str = "/administration/invitations/new";
    browser.get(NEW).await.expect(200);
    let try_ = async |browser: &mut Browser, roles: &str, handle: &str, email: &str| -> Page {
        let fields = [
            ("group", "nairobi"),
            ("roles", roles),
            ("name", "Somebody"),
            ("handle", handle),
            ("email", email),
        ];
        browser.post(NEW, &fields).await
    };
    for (roles, handle, email, what) in [
        (
            "caseworker",
            "somebody",
            "",
            "does not exist in a group of this kind",
        ),
        (
            "migration-officer",
            "nairobi-officer",
            "",
            "belongs to somebody else",
        ),
        ("migration-officer", "some body", "", "no spaces"),
        (
            "migration-officer",
            "somebody",
            "nowhere",
            "e-mail address in full",
        ),
        ("no-such-role", "somebody", "", "Choose"),
        ("", "somebody", "", "Choose"),
    ] {
        let page = try_(browser, roles, handle, email).await.expect(422);
        assert!(page.says(what), "{what}: {}", page.seen());
        assert!(
            page.html.contains("value=\"Somebody\""),
            "what was typed is kept"
        );
    }
    let code = try_(browser, "migration-officer", "somebody", "s@b.example")
        .await
        .expect(200);
    assert_eq!(
        code.between("<p class=\"sc-code\" dir=\"ltr\">", "<").len(),
        23
    );
}

async fn delegations(browser: &mut Browser, world: &World) {
    const NEW: &str = "/administration/delegations/new";
    browser.get(NEW).await.expect(200);
    let officer = world.session("amman-decision").user.to_string();
    let other = world.session("amman-officer").user.to_string();
    let give = async |browser: &mut Browser, user: &str, year: &str| -> Page {
        let fields = [
            ("user", user),
            ("from-day", "1"),
            ("from-month", "11"),
            ("from-year", "2026"),
            ("to-day", "31"),
            ("to-month", "10"),
            ("to-year", year),
        ];
        browser.post(NEW, &fields).await
    };
    assert!(
        give(browser, &officer, "2026")
            .await
            .expect(422)
            .says("last day lies before the first")
    );
    assert!(
        give(browser, &other, "2027")
            .await
            .expect(422)
            .says("Choose one of the answers")
    );
    give(browser, &officer, "2027")
        .await
        .leads("/administration/delegations?done=delegated");
    let list = browser.get("/administration/delegations").await.expect(200);
    assert!(list.says("31\u{a0}October 2027") && list.says("Holds today"));
    let (before, _) = list.html.split_once("/end\"").unwrap();
    let end = format!("{}/end", before.rsplit('"').next().unwrap());
    browser.get(&end).await.expect(200);
    browser
        .post(&end, &[])
        .await
        .leads("/administration/delegations?done=delegation-ended");
    assert!(
        browser
            .get("/administration/delegations")
            .await
            .says("Ended")
    );
    browser.get(&end).await.expect(404);
    browser.post(&end, &[]).await.expect(404);
}

async fn accounts(browser: &mut Browser) {
    let list = browser.get("/administration/accounts").await.expect(200);
    assert!(list.says("Bastien Nwosu") && list.says("In use"));
    let (before, _) = list.html.split_once("Bastien Nwosu").unwrap();
    let close = before
        .rsplit("href=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let mut theirs = browser.other();
    theirs.become_("pd-caseworker-2").await;
    theirs.get("/account").await.expect(200);
    browser.get(&close).await.expect(200);
    browser
        .post(&close, &[])
        .await
        .leads("/administration/accounts?done=account-closed");
    theirs.get("/account").await.leads("/sign-in?back=/account");
    assert!(
        browser
            .get("/administration/accounts")
            .await
            .says("Switched off")
    );
    browser.post(&close, &[]).await.expect(404);
    browser
        .get("/administration/accounts/00000000000000000000000000000000/close")
        .await
        .expect(404);
}

async fn passphrase(browser: &mut Browser, world: &World) {
    browser.become_("planner-2").await;
    let page = browser.get("/account/passphrase").await.expect(200);
    let proposed = page.input("proposed");
    assert_ne!(
        browser.get("/account/passphrase").await.input("proposed"),
        proposed
    );
    let (present, code) = world.factors("planner-2");
    let send = async |browser: &mut Browser, new: &str, present: &str, code: &str| -> Page {
        let fields = [
            ("proposed", proposed.as_str()),
            ("new", new),
            ("passphrase", present),
            ("code", code),
        ];
        browser.post("/account/passphrase", &fields).await
    };
    assert!(
        send(browser, "short", &present, &code)
            .await
            .expect(422)
            .says("at least")
    );
    let wrong = send(browser, &proposed, "wrong words", &code)
        .await
        .expect(422);
    assert!(
        wrong.says("not right")
            && wrong.input("proposed") == proposed
            && !wrong.says("wrong words")
    );
    send(browser, &proposed, &present, &code)
        .await
        .leads("/sign-in?done=passphrase-changed");
    assert!(
        browser
            .get("/sign-in?done=passphrase-changed")
            .await
            .says("passphrase was changed")
    );
    world.pass(61_000);
    let code = world.stream.code("planner-2", world.app.now_ms()).unwrap();
    for (passphrase, status) in [(present.as_str(), 422), (proposed.as_str(), 303)] {
        let fields = [
            ("handle", "planner-2"),
            ("passphrase", passphrase),
            ("code", &code),
        ];
        browser.post("/sign-in", &fields).await.expect(status);
    }
}
