//! What a member asks to be kept from the others: asked and lifted by its forms, marked wherever it is shown, and in the
//! way of a letter that would tell it.

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::confidential::{Item, Keep};
use safeconduct_domain::fairness::Put;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_testkit::world::World;

use crate::api_schema::check;
use crate::api_support::Site;
use crate::case_pages::{at, both, send};
use crate::visit::Browser;

const OFFICER: &str = "nairobi-officer";

/// A couple who were heard apart, and what the one asked.
async fn couple(world: &World) -> (CaseId, PersonId, PersonId, Item) {
    let case = world.case_at(19, "pd", Stage::Assessment).await;
    let view = world.look(OFFICER, case).await.unwrap().case;
    let kept = view.confidences.last().unwrap().keep.clone();
    let principal = view.referral.principal().unwrap().id;
    (case, principal, kept.person, kept.item)
}

#[tokio::test]
async fn the_mark_stands_wherever_the_item_does() {
    let world = World::sqlite().await;
    let (case, principal, spouse, _) = couple(&world).await;
    let view = world.look(OFFICER, case).await.unwrap().case;
    let name = view.referral.person(spouse).unwrap().details.full_name();
    let document = view.referral.documents[0].id;
    for item in [
        Item::Work,
        Item::Document(document),
        Item::Notes(view.interview.notes[0].id),
        Item::Discrepancy(view.discrepancies[0].id),
        Item::Conviction(view.convictions[0].id),
    ] {
        let keep = Keep {
            item,
            person: spouse,
            from: Vec::new(),
            asked_on: world.app.today(),
        };
        world
            .act(OFFICER, case, Act::KeepConfidential(keep))
            .await
            .unwrap();
    }
    let mut browser = Browser::on(&world);
    browser.become_(OFFICER).await;
    let marks = [
        format!("Confidential from other members of the family, as {name} asked."),
        format!("Confidentiel à l’égard des autres membres de la famille, à la demande de {name}."),
    ];
    let at_moment = format!("/as-of?at={}", "2030-01-01T00:00:00Z");
    for (page, times) in [
        ("/interview", 3),
        ("/documents", 1),
        ("/referral", 1),
        (&format!("/admissibility/{principal}"), 1),
        (&at_moment, 3),
    ] {
        let shown = both(&mut browser, &format!("{}{page}", at(case))).await;
        for (html, mark) in shown.iter().zip(&marks) {
            let plain = html.html.replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!(plain.matches(mark.as_str()).count(), times, "{page}");
        }
    }
    // in a list the mark comes first; and every page of the case says that there are such parts
    let mut lines = [0, 0];
    for page in 1..=3 {
        let line = format!("{}/timeline?page={page}", at(case));
        let marks = [
            "Confidential from other members of the family: ",
            "Confidentiel à l’égard des autres membres de la famille\u{a0}: ",
        ];
        let shown = both(&mut browser, &line).await;
        for (n, (html, mark)) in shown.iter().zip(marks).enumerate() {
            lines[n] += html.html.matches(mark).count();
        }
    }
    assert!(lines[0] >= 6 && lines[0] == lines[1], "{lines:?}");
    let [en, fr] = both(&mut browser, &at(case)).await;
    assert!(en.says("Parts of this case are confidential") && en.html.contains("/confidential\""));
    assert!(fr.says("Des parties de ce dossier sont confidentielles"));
    // where a document is chosen as evidence, too
    let place = format!(
        "{}/do/find-element?person={principal}&about=well-founded-fear",
        at(case)
    );
    let [en, _] = both(&mut browser, &place).await;
    assert!(en.says("Confidential from other members of the family: "));
    // and beside whatever is said to the others
    let ask = format!("{}/do/log-answer?person={principal}", at(case));
    let [en, fr] = both(&mut browser, &ask).await;
    assert!(en.says("do not tell it, quote it or let it show"));
    assert!(fr.says("ne le dites pas, ne le citez pas"));
    let [en, _] = both(
        &mut browser,
        &format!("{}/do/log-answer?person={spouse}", at(case)),
    )
    .await;
    assert!(!en.says("do not tell it, quote it"));
}

#[tokio::test]
async fn it_is_asked_by_a_form_and_lifted_by_nobody_but_the_person() {
    let world = World::sqlite().await;
    let (case, principal, spouse, item) = couple(&world).await;
    let mut browser = Browser::on(&world);
    browser.become_(OFFICER).await;
    let lift = format!(
        "{}/do/lift-confidence?about={item}&person={spouse}",
        at(case)
    );
    let [en, fr] = both(&mut browser, &lift).await;
    assert!(en.says("Is there anything you would rather say alone?"));
    assert!(fr.says("Seule la personne qui l’a demandée peut y consentir"));
    let day = [
        ("item", item.to_string()),
        ("person", spouse.to_string()),
        ("agreed-on-day", "1".to_owned()),
        ("agreed-on-month", "1".to_owned()),
        ("agreed-on-year", "2026".to_owned()),
    ];
    let mut fields: Vec<_> = day.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let refused = send(&mut browser, &lift, &fields).await.expect(422);
    assert!(refused.says("Ask the person, alone."), "{}", refused.seen());
    fields.extend([("agreed", "true"), ("step", "send")]);
    let list = format!("{}/confidential", at(case));
    send(&mut browser, &lift, &fields)
        .await
        .leads(&format!("{list}?done=lift-confidence"));
    let [en, fr] = both(&mut browser, &list).await;
    assert!(en.says("Nobody has asked that anything be kept"));
    assert!(en.says("Agreed to lift it on") && fr.says("Levé avec consentement le"));
    // asked again, by the other, from one person only
    let keep = format!("{}/do/keep-confidential?about={item}", at(case));
    let [en, _] = both(&mut browser, &keep).await;
    assert!(en.says("Answer at the interview"));
    let (item, spouse, principal) = (item.to_string(), spouse.to_string(), principal.to_string());
    let whose = [
        ("item", item.as_str()),
        ("person", &principal),
        ("asked-on-day", "1"),
        ("asked-on-month", "1"),
        ("asked-on-year", "2026"),
    ];
    let wrong = send(&mut browser, &keep, &whose).await.expect(422);
    assert!(wrong.says("It cannot be kept from the person who said it"));
    let fields = [
        ("item", item.as_str()),
        ("person", &spouse),
        ("from", &principal),
        ("asked-on-day", "1"),
        ("asked-on-month", "1"),
        ("asked-on-year", "2026"),
    ];
    send(&mut browser, &keep, &fields)
        .await
        .leads(&format!("{list}?done=keep-confidential"));
    // the partner that once held the case, and everybody else, finds nothing
    for stranger in ["pd-caseworker", "ankara-officer"] {
        browser.become_(stranger).await;
        browser.get(&list).await.expect(404);
    }
}

#[tokio::test]
async fn a_letter_that_would_tell_it_is_not_made_and_the_page_says_why() {
    let world = World::sqlite().await;
    let (case, principal, spouse, item) = couple(&world).await;
    let today = world.app.today();
    let put = |rests_on: Vec<Item>| Put {
        person: principal,
        about: "state-protection".into(),
        concern: "You were elsewhere in spring.".into(),
        disclosed: "What we were told.".into(),
        rests_on,
        put_on: today,
        manner: "letter".into(),
        due: today.checked_add(jiff::Span::new().days(30)).unwrap(),
    };
    let on_kept = world
        .act(OFFICER, case, Act::PutConcern(put(vec![item])))
        .await;
    let Err(safeconduct_casework::Error::Refused(refused)) = on_kept else {
        panic!("it was put")
    };
    assert_eq!(refused.rule, "concern-rests-on-what-is-kept");
    // put on the danger, which the spouse asks later to be kept
    world
        .act(OFFICER, case, Act::PutConcern(put(vec![Item::Risk])))
        .await
        .unwrap();
    let keep = Keep {
        item: Item::Risk,
        person: spouse,
        from: vec![principal],
        asked_on: today,
    };
    world
        .act(OFFICER, case, Act::KeepConfidential(keep))
        .await
        .unwrap();
    let mut browser = Browser::on(&world);
    browser.become_(OFFICER).await;
    let [en, fr] = both(&mut browser, &format!("{}/letters", at(case))).await;
    assert!(en.says("Cannot be written") && en.says("Ask the person who wanted it kept"));
    assert!(fr.says("Ne peut être écrite") && fr.says("Demandez à la personne concernée"));
    let [en, _] = both(&mut browser, &format!("{}/fairness", at(case))).await;
    assert!(en.says("It rests on what is confidential from "));
    let place = format!(
        "{}/do/sign-letter?about=fairness&person={principal}",
        at(case)
    );
    let [en, _] = both(&mut browser, &place).await;
    assert!(en.says("do not tell it, quote it or let it show"));
    let fields = [
        ("kind", "fairness"),
        ("language", "en"),
        ("person", &principal.to_string()),
    ];
    let refused = send(&mut browser, &place, &fields).await.expect(422);
    assert!(
        refused.says("without it would mislead"),
        "{}",
        refused.seen()
    );
}

#[tokio::test]
async fn the_api_tells_the_same() {
    let site = Site::start().await;
    let (case, _, spouse, item) = couple(&site.world).await;
    let token = site.token(OFFICER).await;
    for path in [format!("cases/{case}"), format!("cases/{case}/timeline")] {
        let said = site
            .get(&token, &format!("/api/v1/{path}"))
            .await
            .expect(200);
        let schema = if path.ends_with("timeline") {
            "timeline"
        } else {
            "case"
        };
        let wrong = check(&site.document, &site.schema(schema), &said.json());
        assert_eq!(wrong, Vec::<String>::new(), "{path}");
        let text = said.text();
        assert!(text.contains(&item.to_string()) && text.contains(&spouse.to_string()));
    }
    let said = site
        .get(&token, &format!("/api/v1/cases/{case}"))
        .await
        .json();
    let last = said["confidences"].as_array().unwrap().last().unwrap();
    assert_eq!(last["item"], serde_json::json!(item));
    assert_eq!(last["person"], serde_json::json!(spouse));
}
