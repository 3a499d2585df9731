//! From an invitation to the first page of work, through the pages alone; and a lost passphrase the same way.

use safeconduct_testkit::world::World;
use safeconduct_vault::totp::TotpSecret;

use crate::visit::{Browser, Page};

const OWN: &str = "what I alone would think of, 1987";

fn totp(page: &Page) -> TotpSecret {
    let bytes = hex::decode(page.input("secret")).unwrap();
    TotpSecret::from_bytes(bytes.try_into().unwrap())
}

async fn invite(browser: &mut Browser, handle: &str) -> String {
    browser.become_("administrator").await;
    browser
        .get("/administration/invitations/new?group=fld")
        .await
        .expect(200);
    let fields = [
        ("group", "fld"),
        ("roles", "caseworker"),
        ("name", "Ngaio <b>Ó Dálaigh"),
        ("handle", handle),
    ];
    let page = browser
        .post("/administration/invitations/new", &fields)
        .await
        .expect(200);
    assert!(page.html.contains("Ngaio &#60;b&#62;Ó Dálaigh") && !page.html.contains("<b>"));
    page.between("<p class=\"sc-code\" dir=\"ltr\">", "<")
}

/// Types codes that open nothing.
async fn wrong_codes(browser: &mut Browser) {
    browser.cookies.clear();
    browser.get("/invitation").await.expect(200);
    let nothing = browser
        .post("/invitation", &[("code", "")])
        .await
        .expect(422);
    assert!(nothing.says("Enter the code of your invitation"));
    let wrong = browser
        .post("/invitation", &[("code", "aaaaa-bbbbb-ccccc-ddddd")])
        .await
        .expect(422);
    assert!(wrong.says("opens no invitation"));
}

async fn join(browser: &mut Browser, world: &World, code: &str) -> (Page, String, TotpSecret) {
    wrong_codes(browser).await;
    // as people type: capitals, spaces
    let typed = code.to_uppercase().replace('-', " ");
    let page = browser
        .post("/invitation", &[("code", &typed)])
        .await
        .expect(200);
    assert!(
        page.says("Front Line Defenders")
            && page.says("Caseworker")
            && page.html.contains("<svg class=\"sc-qr\"")
    );
    assert_eq!(page.input("proposed").split(' ').count(), 7);
    let secret = page.input("secret");

    let fields = [("invitation", typed.as_str()), ("secret", secret.as_str())];
    let again = browser
        .post("/invitation/passphrase", &fields)
        .await
        .expect(200);
    assert_ne!(again.input("proposed"), page.input("proposed"));
    assert_eq!(again.input("secret"), secret);

    let (totp, proposed) = (totp(&again), again.input("proposed"));
    world.pass(61_000);
    let right = totp.code(world.app.now_ms()).unwrap();
    let send = async |browser: &mut Browser, passphrase: &str, twice: &str, code: &str| {
        let fields = [
            ("invitation", typed.as_str()),
            ("proposed", &proposed),
            ("secret", &secret),
            ("passphrase", passphrase),
            ("again", twice),
            ("totp-code", code),
        ];
        browser.post("/invitation/join", &fields).await
    };
    for (passphrase, twice, code, what) in [
        ("", "", right.as_str(), "Type the passphrase you will use"),
        ("too short", "too short", &right, "at least"),
        (OWN, "", &right, "type it here a second time"),
        (OWN, "something else", &right, "not the same"),
        (OWN, OWN, "000000", "does not fit the secret"),
    ] {
        let page = send(browser, passphrase, twice, code).await.expect(422);
        assert!(page.says(what), "{what}: {}", page.seen());
        assert_eq!(
            (page.input("proposed"), page.input("secret")),
            (proposed.clone(), secret.clone())
        );
        assert!(passphrase.is_empty() || !page.html.contains(passphrase));
    }
    let joined = send(browser, OWN, OWN, &right).await.expect(200);
    let twice = send(browser, OWN, OWN, &right).await.expect(422);
    assert!(twice.says("opens no invitation"));
    (joined, secret, totp)
}

async fn sign_in(browser: &mut Browser, world: &World, handle: &str, totp: &TotpSecret) {
    browser.cookies.clear();
    browser.get("/sign-in").await;
    world.pass(61_000);
    let code = totp.code(world.app.now_ms()).unwrap();
    let fields = [("handle", handle), ("passphrase", OWN), ("code", &code)];
    browser.post("/sign-in", &fields).await.leads("/");
}

fn fingerprint(page: &Page) -> String {
    page.between("<p class=\"sc-code\" dir=\"ltr\">", "<")
}

/// The first link to somebody who waits.
fn waiting(page: &Page, place: &str) -> String {
    format!("{place}{}", page.between(&format!("href=\"{place}"), "\""))
}

async fn certify(browser: &mut Browser, world: &World, officer: &str, print: &str) -> Page {
    browser.become_(officer).await;
    let keys = browser.get("/keys").await.expect(200);
    let link = waiting(&keys, "/keys/certify/");
    assert_eq!(fingerprint(&browser.get(&link).await.expect(200)), print);
    let empty = browser.post(&link, &[]).await.expect(422);
    assert!(empty.says("Enter your passphrase"));
    let (passphrase, code) = world.factors(officer);
    let wrong = browser
        .post(
            &link,
            &[("passphrase", "of somebody else"), ("code", &code)],
        )
        .await
        .expect(422);
    assert!(wrong.says("not right") && !wrong.says("of somebody else"));
    let signed = browser
        .post(&link, &[("passphrase", &passphrase), ("code", &code)])
        .await;
    // a second time by the same officer there is nothing to sign
    browser.get(&link).await.expect(404);
    browser
        .post(&link, &[("passphrase", &passphrase), ("code", &code)])
        .await
        .expect(404);
    signed
}

async fn admit(browser: &mut Browser, member: &str, print: &str) {
    browser.become_(member).await;
    let keys = browser.get("/keys").await.expect(200);
    assert!(keys.says("Keys (1)"));
    let link = waiting(&keys, "/keys/admit/");
    assert_eq!(fingerprint(&browser.get(&link).await.expect(200)), print);
    browser.post(&link, &[]).await.leads("/keys?done=admitted");
    browser.get(&link).await.expect(404);
}

#[tokio::test]
async fn from_an_invitation_to_work_and_back_after_a_loss() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let code = invite(&mut browser, "ngaio").await;
    assert!(!browser.get("/administration").await.says(&code));
    let (joined, _, totp) = join(&mut browser, &world, &code).await;
    let print = fingerprint(&joined);
    assert!(print.len() >= 19, "{print}");
    assert!(joined.says("Niamh Adeyemi") && joined.says("Oisín Marchetti"));

    sign_in(&mut browser, &world, "ngaio", &totp).await;
    let home = browser.get("/").await.expect(200);
    assert!(home.says("not ready yet") && home.says("2 signatures") && fingerprint(&home) == print);
    for closed in [
        "/notices",
        "/keys/lost",
        "/tracking",
        "/audit",
        "/administration",
    ] {
        browser.get(closed).await.expect(404);
    }
    let mut officer = browser.other();
    certify(&mut officer, &world, "fld-caseworker", &print)
        .await
        .leads("/keys?done=signed");
    assert!(browser.get("/").await.says("one signature"));
    certify(&mut officer, &world, "fld-supervisor", &print)
        .await
        .leads("/keys?done=certified");
    // certified: the old session is over
    browser.get("/").await.leads("/sign-in?back=/");
    sign_in(&mut browser, &world, "ngaio", &totp).await;
    assert!(browser.get("/").await.expect(200).says("lets you in"));
    admit(&mut officer, "fld-caseworker-2", &print).await;
    sign_in(&mut browser, &world, "ngaio", &totp).await;
    browser.get("/").await.leads("/cases");
    browser.get("/keys/lost").await.expect(404);
    lost(&mut browser, &mut officer, &world).await;
}

async fn lost(theirs: &mut Browser, officer: &mut Browser, world: &World) {
    officer.become_("fld-caseworker").await;
    let ask = officer.get("/keys/lost").await.expect(200);
    let (before, _) = ask.html.split_once("Ngaio").unwrap();
    let user = before
        .rsplit("value=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let unchecked = officer
        .post("/keys/lost", &[("user", &user)])
        .await
        .expect(422);
    assert!(unchecked.says("Check who asks"));
    officer
        .post("/keys/lost", &[("user", "ab"), ("checked", "yes")])
        .await
        .expect(422);
    let fields = [("user", user.as_str()), ("checked", "yes")];
    officer
        .post("/keys/lost", &fields)
        .await
        .leads("/keys?done=regrant-asked");
    let twice = officer.post("/keys/lost", &fields).await.expect(422);
    assert!(twice.says("asked for already"));
    assert!(
        officer
            .get("/keys")
            .await
            .says("another officer must approve")
    );

    officer.become_("fld-supervisor").await;
    let link = waiting(&officer.get("/keys").await, "/keys/lost/");
    officer.get(&link).await.expect(200);
    let page = officer
        .post(&format!("{link}/approve"), &[])
        .await
        .expect(200);
    let code = page.between("<p class=\"sc-code\" dir=\"ltr\">", "<");
    officer
        .post(&format!("{link}/approve"), &[])
        .await
        .expect(404);
    theirs.get("/account").await.leads("/sign-in?back=/account");
    let (joined, _, totp) = join(theirs, world, &code).await;
    let print = fingerprint(&joined);
    certify(officer, world, "fld-caseworker", &print)
        .await
        .leads("/keys?done=signed");
    certify(officer, world, "fld-supervisor", &print)
        .await
        .leads("/keys?done=certified");
    admit(officer, "fld-caseworker-2", &print).await;
    sign_in(theirs, world, "ngaio", &totp).await;
    theirs.get("/").await.leads("/cases");
}
