//! Taking out the referral package: where it is offered, what it is in both languages, and that what is missing is
//! explained before approval is asked for and again at intake.

use std::io::{Cursor, Read as _};

use reqwest::Method;
use safeconduct_casework::package;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::confidential::{Item, Keep};
use safeconduct_domain::id::CaseId;
use safeconduct_journal::VerifyingKey;
use safeconduct_testkit::world::World;
use serde_json::Value;

use crate::api_schema::check;
use crate::api_support::{Site, bearer};
use crate::case_pages::{at, both};
use crate::hard_support::text_of;
use crate::visit::Browser;

fn part(archive: &[u8], name: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut bytes = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// Without spaces and breaks, which a page puts where it likes.
fn packed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .collect()
}

/// Offered on the page of the case and of its documents, in both languages; what comes is whole and says what it should.
async fn offered(
    world: &World,
    browser: &mut Browser,
    case: CaseId,
    reader: &str,
    says: [&str; 2],
) {
    let key = VerifyingKey::from_vkey(&world.app.checkpoint_key()).unwrap();
    browser.become_(reader).await;
    let place = format!("{}/package", at(case));
    for page in [at(case), format!("{}/documents", at(case))] {
        for page in both(browser, &page).await {
            assert!(page.html.contains(&format!("href=\"{place}\"")), "{reader}");
        }
    }
    for (lang, says) in ["en", "fr"].into_iter().zip(says) {
        browser.lang(lang);
        let (headers, archive) = browser.raw(&place).await;
        assert_eq!(headers["content-type"], "application/zip");
        let name = headers["content-disposition"].to_str().unwrap();
        assert_eq!(name, "attachment; filename=\"referral-package.zip\"");
        let checked = package::check(Cursor::new(&archive), &key).unwrap();
        assert_eq!(checked.case, case);
        let data: Value = serde_json::from_slice(&part(&archive, "referral.json")).unwrap();
        let facts = &data["facts"];
        assert!(facts["referral"].get("contact").is_none() && facts.get("assessment").is_none());
        let paper = packed(&text_of(&part(&archive, "cover.pdf")));
        assert!(paper.contains(&packed(says)), "{says}\n{paper}");
        let reference = facts["referral"]["open"]["reference"].as_str().unwrap();
        assert!(paper.contains(&packed(reference)));
        for person in facts["referral"]["persons"].as_array().unwrap() {
            let name = person["family-name"].as_str().unwrap();
            assert!(paper.contains(&packed(name)), "{name}");
        }
        for file in data["files"].as_array().unwrap().iter().skip(1) {
            let name = file["name"].as_str().unwrap();
            assert!(paper.contains(name), "{name}");
        }
        let item = facts["lacking"][0]["text"][lang].as_str().unwrap();
        assert!(paper.contains(&packed(item)), "{item}");
    }
    browser.lang("en");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_offered_before_it_is_sent_and_after() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let open = world.case_at(1, "fld", Stage::Preparing).await;
    let not_yet = ["not yet submitted", "pas encore présentée"];
    offered(&world, &mut browser, open, "fld-caseworker", not_yet).await;
    offered(&world, &mut browser, open, "fld-supervisor", not_yet).await;
    let sent = world.case_at(2, "fld", Stage::Submitted).await;
    let attested = [
        "On behalf of Front Line Defenders",
        "Au nom de Front Line Defenders",
    ];
    offered(&world, &mut browser, sent, "fld-caseworker", attested).await;
    offered(&world, &mut browser, sent, "roc-o-intake", attested).await;
    // once an office has it, there is no package any more, and nobody is told that there was one
    let assessed = world.case_at(3, "fld", Stage::Assessment).await;
    for (case, reader) in [
        (assessed, "nairobi-officer"),
        (assessed, "fld-caseworker"),
        (open, "pd-caseworker"),
    ] {
        browser.become_(reader).await;
        browser
            .get(&format!("{}/package", at(case)))
            .await
            .expect(404);
    }
}

/// A member's confidence is told on the cover page, and marked in what machines read.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_from_the_family_is_said_on_the_cover_page() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let case = world.case_at(4, "fld", Stage::Preparing).await;
    let view = world.look("fld-caseworker", case).await.unwrap();
    let keep = Keep {
        item: Item::Document(view.case.referral.in_hand().next().unwrap().id),
        person: view.case.referral.principal().unwrap().id,
        from: Vec::new(),
        asked_on: world.app.today(),
    };
    world
        .act("fld-caseworker", case, Act::KeepConfidential(keep))
        .await
        .unwrap();
    let says = [
        "Holds what is confidential from members of the family",
        "Contient des éléments confidentiels à l’égard de membres de la famille",
    ];
    offered(&world, &mut browser, case, "fld-caseworker", says).await;
}

/// Each thing that is missing: what, for whom, by which provision or on whose word, and what to do. No figure of merit.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_explained_to_the_partner_and_at_intake() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let open = world.case_at(5, "fld", Stage::Preparing).await;
    let sent = world.case_at(6, "fld", Stage::Submitted).await;
    for (case, reader, mends) in [
        (open, "fld-caseworker", true),
        (sent, "roc-o-intake", false),
    ] {
        browser.become_(reader).await;
        let [en, fr] = both(&mut browser, &at(case)).await;
        let page = [
            (
                &en,
                [
                    "Schedule A, background and declaration (IMM 5669)",
                    "IRPR",
                    "Add the document.",
                ],
            ),
            (
                &fr,
                [
                    "L’annexe A, antécédents et déclaration (IMM 5669)",
                    "RIPR",
                    "Ajouter le document.",
                ],
            ),
        ];
        for (page, [what, law, remedy]) in page {
            assert!(page.says(what) && page.says(law), "{reader}");
            assert_eq!(page.says(remedy), mends, "{reader}");
            assert!(
                !page.html.contains("&nbsp;%") && !page.says("score"),
                "{reader}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_machines_read_is_as_the_description_says() {
    let site = Site::start().await;
    let case = site.world.case_at(7, "fld", Stage::Submitted).await;
    let path = format!("/api/v1/cases/{case}/package");
    for handle in ["fld-caseworker", "roc-o-intake"] {
        let token = site.token(handle).await;
        let headers = bearer(&token, &[("accept-language", "fr-CA")]);
        let said = site
            .send(Method::GET, &path, &headers, Vec::new())
            .await
            .expect(200);
        assert_eq!(said.header("content-type"), "application/zip");
        let data: Value = serde_json::from_slice(&part(&said.bytes, "referral.json")).unwrap();
        let wrong = check(&site.document, &site.schema("package"), &data);
        assert_eq!(wrong, Vec::<String>::new());
        let mut bad = data.clone();
        bad["facts"]["referral"]["persons"][0]["family-name"] = 7.into();
        assert!(
            !check(&site.document, &site.schema("package"), &bad).is_empty(),
            "a planted fault"
        );
        assert!(text_of(&part(&said.bytes, "cover.pdf")).contains("Recommandation"));
    }
}
