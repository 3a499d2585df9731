//! The pages of acts: every one of them, in both languages, with good and bad input.

use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::CaseId;
use safeconduct_testkit::world::World;

use crate::case_pages::{LARGEST, at, both, send, send_once, size};
use crate::visit::Browser;

/// Who may act, and at which stage.
const ACTORS: [(&str, Stage); 9] = [
    ("fld-caseworker", Stage::Preparing),
    ("fld-supervisor", Stage::AwaitingApproval),
    ("fld-supervisor", Stage::Attested),
    ("roc-o-intake", Stage::Submitted),
    ("fld-supervisor", Stage::Held),
    ("roc-o-intake", Stage::FileCreated),
    ("roc-o-intake", Stage::InTransfer),
    ("nairobi-decision", Stage::Assessment),
    ("nairobi-decision", Stage::Decided),
];

/// Answers no form is made for.
const ODD: [&str; 9] = [
    "",
    "%00%01%07",
    "\u{202e}evil\u{2066}",
    "<script>alert(1)</script>\"'&",
    "31",
    "-1",
    "99999999999999999999",
    "{{7*7}}${x}",
    "\u{fffd}",
];

async fn for_everybody(world: &World) -> Vec<(&'static str, CaseId)> {
    let mut all = Vec::new();
    for (number, (handle, stage)) in ACTORS.into_iter().enumerate() {
        let mut at = number;
        loop {
            let case = world.case_at(at, "fld", stage).await;
            at += 1;
            if world.look(handle, case).await.is_ok() {
                all.push((handle, case));
                break;
            }
        }
    }
    all
}

fn about(world: &World, view: &safeconduct_casework::case::View) -> String {
    let person = view
        .case
        .referral
        .principal()
        .map(|p| p.id.to_string())
        .unwrap_or_default();
    let element = world.app.policy().elements(world.app.today())[0].id.clone();
    format!("?person={person}&about={element}")
}

#[tokio::test]
async fn every_act_has_a_page_for_whoever_may_do_it_and_for_nobody_else() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let (mut shown, mut refused, mut largest) = (0, 0, 0);
    for (handle, case) in for_everybody(&world).await {
        browser.become_(handle).await;
        let view = world.look(handle, case).await.unwrap();
        let query = about(&world, &view);
        for kind in Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Open) {
            let path = format!("{}/do/{}", at(case), kind.name());
            if !view.may(kind) {
                let status = browser.get(&path).await.status.as_u16();
                assert!(
                    status == 422 || (kind == Kind::AddDocument && status == 303),
                    "{path}: {status}"
                );
                refused += 1;
                continue;
            }
            for path in [path.clone(), format!("{path}{query}")] {
                if kind == Kind::AddDocument {
                    assert_eq!(browser.get(&path).await.status, 303);
                    continue;
                }
                for page in both(&mut browser, &path).await {
                    largest = largest.max(size(&page));
                    shown += 1;
                }
            }
        }
    }
    println!("pages of acts shown: {shown}, refused: {refused}, largest {largest} bytes");
    assert!(shown > 100 && largest < LARGEST);
}

#[tokio::test]
async fn whatever_is_typed_is_answered_in_words_and_kept() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let (mut tried, mut kept) = (0, 0);
    for (handle, case) in for_everybody(&world).await {
        browser.become_(handle).await;
        for kind in Kind::ALL
            .iter()
            .copied()
            .filter(|kind| *kind != Kind::AddDocument)
        {
            // what was sent before may have moved the case on
            if !world
                .look(handle, case)
                .await
                .is_ok_and(|view| view.may(kind))
            {
                continue;
            }
            let path = format!("{}/do/{}", at(case), kind.name());
            let form = browser.get(&path).await.expect(200);
            let names = names(&form.html);
            if names.is_empty() {
                // nothing is asked: sending it would do it
                continue;
            }
            for odd in ODD {
                let fields: Vec<(&str, &str)> =
                    names.iter().map(|name| (name.as_str(), odd)).collect();
                let page = send(&mut browser, &path, &fields).await;
                assert!(!page.html.contains("<script"), "{path}");
                assert!(
                    matches!(page.status.as_u16(), 200 | 303 | 422),
                    "{path}: {}",
                    page.status
                );
                tried += 1;
                if page.status == 422 && odd.starts_with("{{") {
                    kept += usize::from(page.html.contains("{{7*7}}${x}"));
                }
                if !world
                    .look(handle, case)
                    .await
                    .is_ok_and(|view| view.may(kind))
                {
                    break;
                }
            }
            if world.look(handle, case).await.is_err() {
                break;
            }
        }
    }
    println!("odd forms sent: {tried}, answers that kept what was typed: {kept}");
    assert!(tried > 200 && kept > 10);
}

/// The names of the inputs of the page's own form.
fn names(html: &str) -> Vec<String> {
    let main = html.split("<main").nth(1).unwrap_or_default();
    let mut names: Vec<String> = main
        .split(" name=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| !matches!(*name, "csrf" | "once" | "keep" | "person" | "step"))
        .map(str::to_owned)
        .collect();
    names.dedup();
    names
}

#[tokio::test]
async fn one_damaged_answer_does_not_lose_the_others_and_a_refusal_cites_its_rule() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    browser.become_("fld-caseworker").await;
    let path = format!("{}/do/add-person", at(case));
    let fields = [
        ("relationship", "dependent-child"),
        ("family-name", "O’Neil \u{202e}x"),
        ("given-names", "سلام"),
        ("birth-day", "31"),
        ("birth-month", "2"),
        ("birth-year", "2010"),
        ("residence", "Narnia"),
    ];
    let page = send(&mut browser, &path, &fields).await.expect(422);
    assert!(page.html.contains("value=\"سلام\"") && page.html.contains("value=\"Narnia\""));
    assert!(
        page.html.contains("href=\"#f-family-name\"")
            && page.html.contains("href=\"#f-residence\"")
    );
    assert!(page.html.contains("<title>Error"));
    let raw = format!(
        "csrf={}&once=raw-0000001&family-name=%ff%fe&given-names=Kept",
        crate::case_pages::token(&mut browser).await
    );
    let page = browser.post_body(&path, raw).await.expect(422);
    assert!(page.html.contains("value=\"Kept\""));
    // a rule refuses: its words, its provision, and nothing lost
    let file = world.case_at(4, "fld", Stage::FileCreated).await;
    browser.become_("roc-o-intake").await;
    let path = format!("{}/do/choose-office", at(file));
    let offices = browser.get(&path).await.expect(200);
    let wrong = ["bogota", "ankara", "amman"].into_iter().find(|code| {
        offices.html.contains(&format!("value=\"{code}\""))
            && !offices.html.contains(&format!("value=\"{code}\" selected"))
            && !offices.html.contains(&format!("value=\"{code}\" checked"))
    });
    let page = send(&mut browser, &path, &[("office", wrong.unwrap())])
        .await
        .expect(422);
    assert!(
        page.says("Give the reason for choosing it") && page.says("(IRPR s. 140.3(4))"),
        "{}",
        page.html
    );
    browser.lang("fr");
    let page = send(&mut browser, &path, &[("office", wrong.unwrap())])
        .await
        .expect(422);
    assert!(
        page.says("RIPR, par. 140.3(4)") || page.says("RIPR, art. 140.3(4)"),
        "{}",
        page.html
    );
}

#[tokio::test]
async fn what_cannot_be_undone_is_shown_once_more_and_done_once() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    browser.become_("fld-caseworker").await;
    let path = format!("{}/do/withdraw", at(case));
    let fields = [
        ("keep", "withdraw"),
        ("reason", "applicant-asks"),
        ("note", "Asked twice.\nAlone."),
    ];
    let check = send(&mut browser, &path, &fields).await.expect(200);
    assert!(
        check.says("Check your answers")
            && check.says("It cannot be undone")
            && check.says("Alone.")
    );
    let stands = world.look("fld-caseworker", case).await.unwrap();
    assert_eq!(stands.case.stage, Stage::Preparing);
    let again: Vec<_> = fields.into_iter().chain([("step", "change")]).collect();
    let form = send(&mut browser, &path, &again).await.expect(200);
    assert!(form.says("Asked twice.\nAlone.</textarea>"));
    let sent: Vec<_> = fields.into_iter().chain([("step", "send")]).collect();
    send_once(&mut browser, &path, "the-same-form", &sent)
        .await
        .leads(&format!("{}?done=withdraw", at(case)));
    let twice = send_once(&mut browser, &path, "the-same-form", &sent).await;
    assert!(twice.status == 422 || twice.location() == format!("{}?done=repeated", at(case)));
    let page = browser
        .get(&format!("{}?done=withdraw", at(case)))
        .await
        .expect(200);
    assert!(page.says("The case has ended without a decision"));
    // whoever typed into a form of a case that has moved on gets the words back
    let late = send(
        &mut browser,
        &format!("{}/do/record-risk", at(case)),
        &[("keep", "record-risk"), ("description", "Long words.")],
    )
    .await
    .expect(422);
    assert!(late.says("What you typed") && late.says("Long words."));
    let open = [("reference", "FLD-2026-8"), ("language", "fr")];
    let first = send_once(&mut browser, "/cases/new", "opened-once", &open).await;
    let second = send_once(&mut browser, "/cases/new", "opened-once", &open).await;
    let place = |page: &crate::visit::Page| page.location().split('?').next().unwrap().to_owned();
    assert_eq!(
        place(&first),
        place(&second),
        "one case, whatever the double click"
    );
    assert!(second.location().ends_with("?done=repeated"));
}
