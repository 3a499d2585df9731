//! Pages that are read: tracking, audit, notices. And what every page of this half has in common.

use safeconduct_domain::case::Stage;
use safeconduct_testkit::world::World;

use crate::visit::Browser;

#[tokio::test]
async fn what_planners_auditors_and_partners_read() {
    let world = World::sqlite().await;
    let case = world.case_at(1, "fld", Stage::Assessment).await;
    world.case_at(2, "pd", Stage::Submitted).await;
    let mut browser = Browser::on(&world);
    tracking(&mut browser).await;
    audit(&mut browser, &world, &case.to_string()).await;
    notices(&mut browser).await;
    in_common(&mut browser).await;
}

async fn tracking(browser: &mut Browser) {
    browser.become_("fld-caseworker").await;
    browser.get("/tracking").await.expect(404);
    browser.become_("planner").await;
    browser.get("/").await.leads("/tracking");
    let page = browser.get("/tracking").await.expect(200);
    assert!(page.says("up to 500 persons") && page.says("not a target"));
    assert!(
        page.says("Front Line Defenders")
            && page.says("ProtectDefenders.eu")
            && page.says("Being assessed")
    );
    assert!(
        page.html.contains("<svg class=\"sc-chart\" role=\"img\"") && page.html.contains("<desc")
    );
    assert!(!page.says("/cases/"));
    browser.lang("fr");
    assert!(browser.get("/tracking").await.says("au plus 500 personnes"));
    browser.lang("en");
}

async fn audit(browser: &mut Browser, world: &World, case: &str) {
    browser.become_("planner").await;
    browser.get("/audit").await.expect(404);
    browser.get("/account").await;
    browser.post("/audit", &[("case", case)]).await.expect(404);
    browser.become_("auditor").await;
    browser.get("/").await.leads("/audit");
    let page = browser.get("/audit").await.expect(200);
    assert!(
        page.says("Signed in")
            && page.says("Solveig Arsenault")
            && page.says("no case can be opened here")
    );
    assert!(!page.html.contains("/cases/"));
    let older = page.between("href=\"/audit?before=", "\"");
    let next = browser
        .get(&format!("/audit?before={older}"))
        .await
        .expect(200);
    assert!(!next.html.contains(&format!(">{older}<")));

    let found = browser
        .post("/audit", &[("case", &case.to_uppercase())])
        .await
        .expect(200);
    assert!(
        found.says("What was found")
            && found.says("Accepted by the migration office")
            && !found.says("Signed in</td>")
    );
    let row = "<th scope=\"row\" role=\"rowheader\" class=\"sc-num\">";
    let newest = found.between(row, "<");
    let older = browser
        .post("/audit", &[("case", case), ("before", &newest)])
        .await
        .expect(200);
    assert!(!older.html.contains(&format!(">{newest}<")));
    // the case began on this page or on the one after it
    let last = older.html.rsplit(row).next().unwrap_or_default();
    let last = last.split('<').next().unwrap_or_default();
    let oldest = browser
        .post("/audit", &[("case", case), ("before", last)])
        .await
        .expect(200);
    assert!(older.says("Referral opened") || oldest.says("Referral opened"));
    let actor = world.session("fld-supervisor").user.to_string();
    let by = browser
        .post("/audit", &[("actor", &actor)])
        .await
        .expect(200);
    assert!(by.says("attested by the partner"));
    looked_for_wrongly(browser, case, &actor).await;
}

async fn looked_for_wrongly(browser: &mut Browser, case: &str, actor: &str) {
    for (fields, what) in [
        (
            [("case", "<script>alert(1)</script>"), ("actor", "")],
            "32 letters and figures",
        ),
        ([("case", case), ("actor", actor)], "not both"),
        (
            [("case", ""), ("actor", "nobody")],
            "Choose one of the answers",
        ),
    ] {
        let page = browser.post("/audit", &fields).await.expect(422);
        assert!(
            page.says(what) && !page.html.contains("<script"),
            "{what}: {}",
            page.html
        );
    }
    browser.get("/audit?before=x").await.expect(400);
}

async fn notices(browser: &mut Browser) {
    browser.become_("auditor").await;
    browser.get("/notices").await.expect(404);
    browser.become_("fld-caseworker").await;
    let page = browser.get("/notices").await.expect(200);
    assert!(page.says("took the case over") && page.says("Unread"));
    assert!(
        page.html.contains("accesskey=\"x\""),
        "partners can leave at once"
    );
    let seqs: Vec<String> = page
        .html
        .split("name=\"seq\" value=\"")
        .skip(1)
        .map(|p| p.split('"').next().unwrap().to_owned())
        .collect();
    assert!(page.says(&format!("Notices ({})", seqs.len())));
    browser
        .post("/notices/read", &[("seq", "x")])
        .await
        .expect(400);
    let fields: Vec<(&str, &str)> = seqs.iter().map(|seq| ("seq", seq.as_str())).collect();
    browser
        .post("/notices/read", &fields)
        .await
        .leads("/notices?done=notices-read");
    let after = browser.get("/notices?done=notices-read").await.expect(200);
    assert!(after.says("marked as read") && !after.says("Unread") && !after.says("Notices ("));
}

const OPEN: [(&str, &[&str]); 5] = [
    (
        "administrator",
        &[
            "/administration",
            "/administration/accounts",
            "/administration/delegations",
            "/administration/policy",
            "/administration/organisations/new",
            "/administration/invitations/new",
            "/administration/delegations/new",
            "/account",
            "/account/passphrase",
            "/keys",
            "/keys/lost",
        ],
    ),
    ("auditor", &["/audit", "/administration"]),
    ("planner", &["/tracking"]),
    ("fld-caseworker", &["/notices", "/keys"]),
    ("", &["/sign-in", "/invitation"]),
];

async fn in_common(browser: &mut Browser) {
    let (mut seen, mut largest) = (0, (0, String::new()));
    for (handle, paths) in OPEN {
        browser.cookies.clear();
        if !handle.is_empty() {
            browser.become_(handle).await;
        }
        for path in paths {
            for lang in ["en", "fr"] {
                browser.lang(lang);
                let page = browser.get(path).await.expect(200);
                assert!(
                    page.html.contains(&format!("<html lang=\"{lang}\">")),
                    "{path}"
                );
                assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
                assert!(
                    !page.html.contains("<script")
                        && !page.html.contains(" style=")
                        && ![" onclick=", " onload=", " onsubmit="]
                            .iter()
                            .any(|on| page.html.contains(on)),
                    "{path}"
                );
                assert_eq!(page.headers["cache-control"], "no-store");
                let posts = page.html.matches("method=\"post\"").count();
                assert_eq!(
                    page.html.matches("name=\"csrf\"").count(),
                    posts,
                    "{path}: a form without its token"
                );
                let size = page.html.trim_end().len();
                assert!(size < 40_000, "{path} {lang}: {size} bytes");
                (seen, largest) = (seen + 1, largest.max((size, format!("{path} {lang}"))));
            }
        }
    }
    println!(
        "pages looked at: {seen}; the largest: {} bytes, {}",
        largest.0, largest.1
    );
}
