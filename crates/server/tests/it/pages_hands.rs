//! A case on which nobody works, and one that changes hands.

use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::CaseId;
use safeconduct_testkit::world::World;

use crate::case_pages::{at, both, send};
use crate::visit::Browser;

/// A case at Nairobi that somebody has assessed: a number whose story goes beyond the interview.
async fn assessed(world: &World) -> CaseId {
    for number in (12..).filter(|number| number % 24 >= 12 && ![14, 19].contains(&(number % 24))) {
        let case = world.case_at(number, "pd", Stage::Assessment).await;
        if world.look("nairobi-decision", case).await.is_ok() {
            return case;
        }
    }
    unreachable!()
}

#[tokio::test]
async fn what_nobody_works_on_stands_above_the_list_until_it_is_given_to_somebody() {
    let world = World::sqlite().await;
    let case = assessed(&world).await;
    let urgent = Act::SetUrgency {
        urgency: Urgency::Urgent,
        grounds: "Her papers run out.".into(),
    };
    world.act("nairobi-officer", case, urgent).await.unwrap();
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    let [en, fr] = both(&mut browser, "/cases").await;
    assert!(!en.says("Nobody is working on these"));
    assert!(en.says("A designated officer, to decide") && fr.says("Un agent désigné"));
    assert!(en.says("Submission priority: ") && fr.says("Priorité de présentation\u{a0}: "));
    assert!(en.says("How long cases take here") && en.says("It takes at least"));
    assert!(en.says("A result ends to hold") && fr.says("Fin de validité d’un résultat"));
    world.pass(40 * 24 * 60 * 60 * 1000);
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    let [en, fr] = both(&mut browser, "/cases").await;
    assert!(en.says("Nobody is working on these") && en.says("has not signed in for"));
    assert!(fr.says("Personne ne s’occupe de ces dossiers"));
    let place = format!("{}/do/reassign", at(case));
    assert!(en.html.contains(&place), "one step away");
    let [page, _] = both(&mut browser, &at(case)).await;
    assert!(page.says("Nobody is working on this case") && page.says("This case"));
    let me = world.session("nairobi-decision").user.to_string();
    let fields = [("officer", me.as_str()), ("reason", "She has left.")];
    send(&mut browser, &place, &fields)
        .await
        .leads(&format!("{}?done=reassign", at(case)));
    let list = browser.get("/cases?stranded=yes").await.expect(200);
    assert!(!list.says("Nobody is working on these") && list.says("No case fits these filters"));
}

#[tokio::test]
async fn an_officer_who_takes_a_case_over_assesses_it_afresh() {
    let world = World::sqlite().await;
    let case = assessed(&world).await;
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-officer").await;
    let [en, _] = both(&mut browser, &format!("{}/do/reassign", at(case))).await;
    assert!(en.says("Whoever takes it over assesses it afresh"));
    let officer = world.session("nairobi-decision").user;
    let reason = "On leave.".to_owned();
    world
        .act("nairobi-officer", case, Act::Reassign { officer, reason })
        .await
        .unwrap();
    let person = world.look("nairobi-decision", case).await.unwrap();
    let person = person.case.referral.principal().unwrap().id;
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    let [en, fr] = both(&mut browser, &at(case)).await;
    assert!(en.says("Assess the case afresh") && fr.says("Apprécier le dossier à nouveau"));
    let place = format!("{}/do/assess-afresh", at(case));
    assert!(en.html.contains(&place));
    let eligibility = format!("{}/eligibility/{person}", at(case));
    let [en, fr] = both(&mut browser, &eligibility).await;
    assert!(en.says("By an earlier officer; not yet assessed afresh"));
    assert!(fr.says("D’un agent précédent; pas encore apprécié à nouveau"));
    let decision = format!("{}/decision/{person}", at(case));
    let [en, _] = both(&mut browser, &decision).await;
    assert!(en.says("Fresh assessment") && en.html.contains(&place));
    let leave = format!("do/override-task?person={person}&amp;about=fresh-assessment");
    assert!(!en.html.contains(&leave), "nobody leaves that open");
    let words = [
        ("record", "All of it."),
        ("reasons", "The notes are full; I find the same."),
    ];
    let heard = [words[0], words[1], ("hearing", "again")];
    let refused = send(&mut browser, &place, &heard).await;
    assert!(refused.says("No notes of an interview of yours"));
    let read = [words[0], words[1], ("hearing", "not-needed")];
    send(&mut browser, &place, &read)
        .await
        .leads(&format!("{}/interview?done=assess-afresh", at(case)));
    let [en, fr] = both(&mut browser, &format!("{}/interview", at(case))).await;
    assert!(en.says("The person was not heard again") && en.says("I find the same."));
    assert!(fr.says("La personne n’a pas été entendue de nouveau"));
    let [en, _] = both(&mut browser, &eligibility).await;
    assert!(en.says("the present one has assessed the case afresh"));
    let line = browser.get(&format!("{}/timeline", at(case))).await;
    assert!(line.expect(200).says("Assessed afresh"));
    browser.become_("nairobi-officer").await;
    let other = send(&mut browser, &place, &read).await;
    assert!(other.says("assigned to another officer"));
}
