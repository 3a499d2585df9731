//! Before departure: whether everybody is declared, who is declared late, and who claims in their own right.

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::CaseId;
use safeconduct_testkit::world::World;

use crate::api_schema::check;
use crate::api_support::Site;
use crate::case_pages::{at, both, send};
use crate::visit::Browser;

/// A case that was approved, at Nairobi, of which nobody has asked yet.
async fn approved(world: &World) -> (CaseId, &'static str) {
    let case = world.case_at(22, "unhcr", Stage::Decided).await;
    for office in [
        "nairobi-officer",
        "amman-officer",
        "ankara-officer",
        "bogota-officer",
    ] {
        if world.look(office, case).await.is_ok() {
            return (case, office);
        }
    }
    unreachable!()
}

#[tokio::test]
async fn an_approved_case_warns_until_it_was_asked_and_somebody_can_be_declared() {
    let world = World::sqlite().await;
    let (case, officer) = approved(&world).await;
    let principal = world.look(officer, case).await.unwrap().case;
    let principal = principal.referral.principal().unwrap().id.to_string();
    let mut browser = Browser::on(&world);
    browser.become_(officer).await;
    let [en, fr] = both(&mut browser, &at(case)).await;
    for said in [
        "Before departure: is everybody declared?",
        "Not asked",
        "was not examined at the time of the application",
        "IRPR s. 117(9)(d)",
        "IRPR s. 141(1)",
    ] {
        assert!(en.says(said), "{said}");
    }
    assert!(fr.says("Avant le départ\u{a0}: tous sont-ils déclarés?"));
    assert!(fr.says("si son nom y a été ajouté avant le départ du demandeur pour le Canada"));
    let confirm = format!("{}/do/confirm-declaration", at(case));
    both(&mut browser, &confirm).await;
    let mut fields = vec![
        ("person", principal.as_str()),
        ("on-day", "1"),
        ("on-month", "1"),
        ("on-year", "2026"),
        ("language", "Tigrinya"),
        ("answer", "somebody-missing"),
    ];
    let refused = send(&mut browser, &confirm, &fields).await.expect(422);
    assert!(refused.says("Explain what follows first"));
    assert!(
        refused.html.contains("value=\"Tigrinya\""),
        "nothing typed is lost"
    );
    fields.push(("explained", "true"));
    send(&mut browser, &confirm, &fields)
        .await
        .leads(&format!("{}?done=confirm-declaration", at(case)));
    let [en, _] = both(&mut browser, &at(case)).await;
    assert!(en.says("Somebody is missing") && en.says("in: Tigrinya"));
    let declare = format!("{}/do/declare-person", at(case));
    let [en, fr] = both(&mut browser, &declare).await;
    assert!(
        en.says("IRPR s. 141(1)(a)") && fr.says("RIPR, art. 141(1)a)"),
        "{}",
        en.seen()
    );
    let fields = [
        ("declared-on-day", "1"),
        ("declared-on-month", "1"),
        ("declared-on-year", "2026"),
        ("declared-by", principal.as_str()),
        ("relationship", "dependent-child"),
        ("accompanying", "true"),
        ("family-name", "Tesfay"),
        ("given-names", "Natnael"),
        ("birth-year", "2015"),
        ("step", "send"),
    ];
    send(&mut browser, &declare, &fields)
        .await
        .leads(&format!("{}/persons?done=declare-person", at(case)));
    let [en, fr] = both(&mut browser, &format!("{}/persons", at(case))).await;
    assert!(en.says("declared on ") && en.says(", after submission"));
    assert!(fr.says("après la présentation"));
    let after = world.look(officer, case).await.unwrap().case;
    assert_eq!(
        after.stage,
        Stage::Assessment,
        "one person more is to be decided"
    );
    let [en, _] = both(&mut browser, &at(case)).await;
    assert!(en.says("Natnael Tesfay") && en.says("Before departure"));
    // the partner is told that somebody came, and of nobody
    browser.become_("unhcr-caseworker").await;
    let [en, fr] = both(&mut browser, "/notices").await;
    assert!(en.says("A family member was declared after submission") && !en.says("Natnael"));
    assert!(fr.says("Un membre de la famille a été déclaré après la présentation"));
}

#[tokio::test]
async fn who_claims_in_their_own_right_is_told_apart_with_the_source() {
    let world = World::sqlite().await;
    let case = world.case_at(19, "pd", Stage::Assessment).await;
    let officer = "nairobi-officer";
    let view = world.look(officer, case).await.unwrap().case;
    let principal = view.referral.principal().unwrap();
    let declared = safeconduct_domain::family::Declared {
        declared_on: world.app.today(),
        declared_by: principal.id,
        details: safeconduct_domain::person::Details {
            relationship: safeconduct_domain::person::Relationship::DeFactoDependant,
            accompanying: true,
            given_names: "Mehret".into(),
            ..principal.details.clone()
        },
    };
    world
        .act(officer, case, Act::DeclarePerson(declared))
        .await
        .unwrap();
    let view = world.look(officer, case).await.unwrap().case;
    let alone = view.referral.present().last().unwrap().id;
    let mut browser = Browser::on(&world);
    browser.become_(officer).await;
    for page in ["persons", "eligibility"] {
        let [en, fr] = both(&mut browser, &format!("{}/{page}/{alone}", at(case))).await;
        assert!(
            en.says("must be found a refugee in their own right"),
            "{page}"
        );
        assert!(
            en.says("IRPR s. 1(3)") && en.says("Published instructions"),
            "{page}"
        );
        assert!(fr.says("la qualité de réfugié doit lui être reconnue à titre personnel"));
    }
    let [en, _] = both(&mut browser, &format!("{}/eligibility/{alone}", at(case))).await;
    assert!(
        en.html.contains("about=well-founded-fear"),
        "it is asked of this person"
    );
    assert!(!en.says("Shares the class of the principal applicant"));
    let site = Site::start().await;
    let case = site.world.case_at(17, "unhcr", Stage::Decided).await;
    for officer in [
        "nairobi-officer",
        "amman-officer",
        "ankara-officer",
        "bogota-officer",
    ] {
        let token = site.token(officer).await;
        let said = site.get(&token, &format!("/api/v1/cases/{case}")).await;
        if said.status != 200 {
            continue;
        }
        let wrong = check(&site.document, &site.schema("case"), &said.json());
        assert_eq!(wrong, Vec::<String>::new());
        assert_eq!(
            said.json()["referral"]["confirmations"][0]["answer"],
            "somebody-missing"
        );
        assert!(said.text().contains("declared-on"));
    }
}
