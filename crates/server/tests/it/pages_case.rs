//! A case and its persons: what to do next, what is missing and by which provision, how old a child is in law.

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::CaseId;
use safeconduct_testkit::world::World;
use serde_json::json;

use crate::case_pages::{LARGEST, at, both, send, size};
use crate::visit::Browser;

/// Everybody a case passes, with the stage at which they read it and what they are told to do.
const READERS: [(&str, Stage, &str, &str); 9] = [
    (
        "fld-caseworker",
        Stage::Preparing,
        "Everything is there",
        "Tout y est",
    ),
    (
        "fld-supervisor",
        Stage::AwaitingApproval,
        "Read it, then approve it",
        "approuvez-la",
    ),
    (
        "fld-caseworker",
        Stage::Attested,
        "Submit the referral",
        "Présenter la recommandation",
    ),
    (
        "roc-o-intake",
        Stage::Submitted,
        "Check whether the referral is complete",
        "Vérifier si",
    ),
    (
        "fld-caseworker",
        Stage::Held,
        "The Centre in Ottawa asks",
        "Le Centre à Ottawa demande",
    ),
    ("roc-o-intake", Stage::FileCreated, "Next", "À faire"),
    (
        "roc-o-intake",
        Stage::InTransfer,
        "The office decides",
        "Le bureau décide",
    ),
    ("nairobi-decision", Stage::Assessment, "Next", "À faire"),
    (
        "nairobi-officer",
        Stage::Decided,
        "Every person is decided",
        "pour chaque personne",
    ),
];

#[tokio::test]
async fn every_reader_is_told_first_what_to_do_next() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    let mut largest = 0;
    for (number, (handle, stage, en, fr)) in READERS.into_iter().enumerate() {
        let case = in_nairobi(&world, number + 1, stage).await;
        browser.become_(handle).await;
        let [english, french] = both(&mut browser, &at(case)).await;
        assert!(
            english.says(en),
            "{handle} at {stage:?}: {}",
            english.between("next-title", "</section>")
        );
        assert!(
            french.says(fr),
            "{handle} at {stage:?}: {}",
            french.between("next-title", "</section>")
        );
        for page in ["/referral", "/persons", "/documents", "/timeline", "/as-of"] {
            for shown in both(&mut browser, &format!("{}{page}", at(case))).await {
                largest = largest.max(size(&shown));
            }
        }
        largest = largest.max(size(&english)).max(size(&french));
    }
    println!("largest page of a case, before padding: {largest} bytes");
}

/// A case of a family that the office in Nairobi serves, so that its officers can open it.
async fn in_nairobi(world: &World, number: usize, stage: Stage) -> CaseId {
    if stage < Stage::InTransfer {
        return world.case_at(number, "fld", stage).await;
    }
    for number in number.. {
        let case = world.case_at(number, "fld", stage).await;
        let mine = world.look("nairobi-officer", case).await.is_ok();
        if mine || stage == Stage::InTransfer {
            return case;
        }
    }
    unreachable!()
}

#[tokio::test]
async fn a_new_case_says_what_is_missing_by_which_provision_and_where_it_is_mended() {
    let world = World::sqlite().await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let opened = send(
        &mut browser,
        "/cases/new",
        &[("reference", "FLD-2026-7"), ("language", "en")],
    )
    .await;
    let place = opened.location().to_owned();
    let case = place.split('?').next().unwrap().to_owned();
    let page = browser.get(&place).await.expect(200);
    assert!(page.says("The referral is open"), "what was done is said");
    assert!(page.says("Nobody yet") && page.says("Go on with: Principal applicant"));
    let mut people = vec![person("principal-applicant", "Ada", "1988")];
    people.push(person("spouse", "Bola", "1990"));
    people.extend((0..8).map(|n| person("dependent-child", &format!("Child {n}"), "2012-05")));
    let id: CaseId = case.rsplit('/').next().unwrap().parse().unwrap();
    for details in people {
        world.act("fld-caseworker", id, details).await.unwrap();
    }
    let [en, fr] = both(&mut browser, &case).await;
    println!(
        "a case of ten persons with everything missing: {} and {} bytes",
        size(&en),
        size(&fr)
    );
    assert!(size(&fr) < LARGEST);
    assert!(en.says("things are missing") && fr.says("Il manque"));
    assert!(en.says("IRPR s. 140.1(a)") && fr.says("RIPR, art. 140.1a)"));
    assert!(
        en.html
            .contains(&format!("{case}/do/change-person?person="))
    );
    assert!(en.html.contains(&format!("{case}/documents/add?person=")));
    assert!(en.says("In another role") || en.says("Not yet"));
    // who is told apart: absent and another group's are the same page
    let other = browser
        .get(&at(CaseId::from_bytes([7; 16])))
        .await
        .expect(404);
    browser.become_("pd-caseworker").await;
    let theirs = browser.get(&case).await.expect(404);
    assert_eq!(other.html.len(), theirs.html.len());
    for odd in [
        "/cases/x",
        "/cases/%ff",
        "/cases/../account",
        &format!("{case}/persons/zz"),
    ] {
        assert!(browser.get(odd).await.status.is_client_error(), "{odd}");
    }
}

fn person(relationship: &str, name: &str, birth: &str) -> Act {
    let details = json!({
        "relationship": relationship, "accompanying": true, "family-name": "Okoro", "given-names": name,
        "birth": birth,
    });
    Act::AddPerson(serde_json::from_value(details).unwrap())
}

#[tokio::test]
async fn a_child_who_turns_22_tomorrow_comes_out_right() {
    let world = World::sqlite().await;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    // the clock of the stream stands in November 2026
    let today = world.app.today();
    let tomorrow = today.tomorrow().unwrap();
    let birth = tomorrow.with().year(tomorrow.year() - 22).build().unwrap();
    world
        .act(
            "fld-caseworker",
            case,
            person("dependent-child", "Zola", &birth.to_string()),
        )
        .await
        .unwrap();
    world
        .act(
            "fld-caseworker",
            case,
            person(
                "dependent-child",
                "Late",
                &birth.yesterday().unwrap().to_string(),
            ),
        )
        .await
        .unwrap();
    let view = world.look("fld-caseworker", case).await.unwrap();
    let of = |name: &str| {
        view.case
            .referral
            .present()
            .find(|p| p.details.given_names == name)
            .unwrap()
            .id
    };
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let [en, fr] = both(
        &mut browser,
        &format!("{}/persons/{}", at(case), of("Zola")),
    )
    .await;
    assert!(
        en.says("Turns 22 on") && en.says("age is locked at 21") && en.says("IRPR s. 25.1(7)"),
        "{}",
        en.html
    );
    assert!(en.says("Submit the referral before") && fr.says("Présentez la recommandation avant"));
    assert!(en.says("A dependent child on that day") && fr.says("Enfant à charge ce jour-là"));
    let late = browser
        .get(&format!("{}/persons/{}", at(case), of("Late")))
        .await
        .expect(200);
    assert!(late.says("Turned 22 on") && late.says("Not a dependent child on that day"));
}
