//! When the entry that says who opened a case cannot be committed, the case does not open: no byte of it leaves.

use safeconduct_testkit::fault::{hold, plant};

use crate::attacks_client::{Ask, Person, Site, parts};
use crate::attacks_land::{self, Target};

/// Every address that opens a case or a document, with who may.
fn openings(target: &Target) -> Vec<Ask> {
    const PAGES: [&str; 17] = [
        "",
        "/referral",
        "/persons",
        "/persons/{person}",
        "/timeline",
        "/as-of",
        "/documents",
        "/documents/{document}",
        "/letters",
        "/letters/{letter}",
        "/do/change-person?person={person}",
        "/do/record-risk",
        "/eligibility/{person}",
        "/admissibility/{person}",
        "/interview",
        "/fairness",
        "/decision/{person}",
    ];
    const CALLS: [&str; 7] = [
        "",
        "/timeline",
        "/tasks",
        "/as-of/{ms}",
        "/documents/{doc}",
        "/letters/{letter}",
        "/acts/record-risk",
    ];
    let case = target.case.to_string();
    let pages = PAGES
        .iter()
        .map(|path| Ask::get(&target.fill(&format!("/cases/{{case}}{path}"), &case)));
    let calls = CALLS
        .iter()
        .map(|path| Ask::get(&target.fill(&format!("/api/v1/cases/{{id}}{path}"), &case)));
    pages.chain(calls).collect()
}

async fn openers(site: &Site, targets: &[Target]) -> Vec<(Person, Ask)> {
    let mut asks = Vec::new();
    for (target, handle) in [
        (&targets[0], "fld-caseworker"),
        (&targets[3], "roc-o-intake"),
        (&targets[7], "nairobi-officer"),
    ] {
        let who = site.sign_in(handle).await;
        for ask in openings(target) {
            asks.push((who.clone(), ask.by(&who)));
        }
        // a package is for the partner and the centre, a record for officers alone
        if handle != "nairobi-officer" {
            for path in ["/cases/{case}/package", "/api/v1/cases/{id}/package"] {
                let ask = Ask::get(&target.fill(path, &target.case.to_string()));
                asks.push((who.clone(), ask.by(&who)));
            }
        }
        if handle == "nairobi-officer" {
            for path in [
                "/cases/{case}/record/{decision}",
                "/api/v1/cases/{id}/record/{decision}",
                "/cases/{case}/record/{decision}/court",
                "/api/v1/cases/{id}/record/{decision}/court",
            ] {
                let ask = Ask::get(&target.fill(path, &target.case.to_string()));
                asks.push((who.clone(), ask.by(&who)));
            }
        }
        // posts open it too: a form shown again, an act, a file
        let once = site.once();
        let act = format!("/cases/{}/do/set-urgency", target.case);
        asks.push((
            who.clone(),
            Ask::post(&act)
                .by(&who)
                .form(&[("csrf", &who.csrf), ("once", &once)]),
        ));
        let call = format!("/api/v1/cases/{}/acts/set-urgency", target.case);
        asks.push((
            who.clone(),
            Ask::post(&call).bearer(&who).json(&serde_json::json!({})),
        ));
        let (csrf, once) = (who.csrf.as_bytes(), site.once());
        let (kind, body) = parts(&[
            ("csrf", None, csrf),
            ("once", None, once.as_bytes()),
            ("kind", None, b"photo"),
            ("file", Some("a.jpg"), b"x"),
        ]);
        asks.push((
            who.clone(),
            Ask::post(&format!("/cases/{}/documents/add", target.case))
                .by(&who)
                .body(&kind, body),
        ));
    }
    asks
}

/// Asks for everything while nothing can be recorded; gives how many answers there were.
async fn nothing_leaves(site: &Site, asks: &[(Person, Ask)]) -> usize {
    let mut work = Vec::new();
    for (_, ask) in asks {
        work.push(site.ask(ask.clone()));
    }
    let mut tried = 0;
    for (said, (who, ask)) in futures_util::future::join_all(work).await.iter().zip(asks) {
        assert_eq!(
            said.status, 503,
            "{} {} {}",
            who.handle, ask.method, ask.path
        );
        let text = said.text();
        assert!(
            !text.contains("qzx") && !text.contains("Tesfamariam"),
            "{} {}: plaintext",
            who.handle,
            ask.path
        );
        assert!(said.header("content-disposition").is_empty());
        tried += 1;
    }
    tried
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_recorded_is_not_opened() {
    let site = Site::start().await;
    let targets = attacks_land::cases(&site).await;
    let database = site.world.folder().join("safeconduct.db");
    let entries = site.entries().await;

    // a database in which entries cannot be written: every statement that does fails at once
    let asks = openers(&site, &targets).await;
    let signed_in = site.entries().await;
    plant(
        &database,
        "CREATE TRIGGER fault BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'fault'); END",
    );
    let refused = nothing_leaves(&site, &asks).await;
    plant(&database, "DROP TRIGGER fault");
    assert_eq!(
        site.entries().await,
        signed_in,
        "nothing was recorded, and nothing opened"
    );

    // a disk that takes nothing: what follows the entry in the same transaction fails
    plant(
        &database,
        "CREATE TRIGGER fault BEFORE UPDATE OF frontier ON head BEGIN SELECT RAISE(ABORT, 'fault'); END",
    );
    let head = nothing_leaves(&site, &asks).await;
    plant(&database, "DROP TRIGGER fault");

    // another program holds the database: waited for as long as a writer waits, then 503
    let held = hold(&database);
    let few: Vec<_> = asks.iter().step_by(36).cloned().collect();
    let locked = nothing_leaves(&site, &few).await;
    drop(held);

    // the control: the same requests, once it can be recorded
    let (mut opened, mut plain) = (0, 0);
    for (who, ask) in &asks {
        let said = site.ask(ask.clone()).await;
        assert!(
            matches!(said.status, 200 | 303 | 404 | 422),
            "{} {}: {}",
            who.handle,
            ask.path,
            said.status
        );
        opened += usize::from(said.status == 200);
        plain += usize::from(said.text().contains("qzx"));
    }
    assert!(
        opened > 40 && plain > 20,
        "{opened} opened, {plain} with the marks"
    );
    assert!(site.entries().await > entries);
    println!(
        "fail closed: {refused} openings while no entry can be inserted, {head} while the head cannot move, {locked} while the database is locked: 0 opened, 0 bytes of plaintext (control: {opened} opened afterwards, {plain} with the case's own words)"
    );
}
