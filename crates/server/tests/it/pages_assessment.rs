//! The pages of the assessment: the law element by element, what to keep in mind, what a decision needs; and no way to
//! find that somebody is not a defender.

use jiff::ToSpan;
use safeconduct_casework::demo::{self, Ending, Story};
use safeconduct_domain::case::Stage;
use safeconduct_domain::decision::Verdict;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::policy::CheckKind;
use safeconduct_testkit::world::World;

use crate::case_pages::{at, both, send, size};
use crate::visit::Browser;

async fn assessed(world: &World, stage: Stage) -> CaseId {
    for number in 0.. {
        let case = world.case_at(number, "pd", stage).await;
        if world.look("nairobi-decision", case).await.is_ok() {
            return case;
        }
    }
    unreachable!()
}

#[tokio::test]
async fn the_worksheets_show_the_law_and_what_to_keep_in_mind() {
    let world = World::sqlite().await;
    let case = assessed(&world, Stage::Assessment).await;
    let (policy, today) = (world.app.policy(), world.app.today());
    let view = world.look("nairobi-decision", case).await.unwrap();
    let principal = view.case.referral.principal().unwrap().id;
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    let [en, fr] = both(
        &mut browser,
        &format!("{}/eligibility/{principal}", at(case)),
    )
    .await;
    for element in policy.elements(today) {
        assert!(
            en.says(&escaped(&element.text.en)) && fr.says(&escaped(&element.text.fr)),
            "{}",
            element.id
        );
        for considered in policy.considerations_for(&element.id, today) {
            assert!(
                en.says(&escaped(&considered.text.en)),
                "{} at {}",
                considered.id,
                element.id
            );
        }
    }
    let [en, fr] = both(
        &mut browser,
        &format!("{}/admissibility/{principal}", at(case)),
    )
    .await;
    for check in policy.checks(today) {
        assert!(
            en.says(&escaped(&check.text.en)) && fr.says(&escaped(&check.text.fr)),
            "{}",
            check.id
        );
        let offered = en.html.contains(&format!("about={}", check.id));
        assert_eq!(
            offered,
            check.kind == CheckKind::Task,
            "law is no option: {}",
            check.id
        );
    }
    let [en, fr] = both(&mut browser, &format!("{}/decision/{principal}", at(case))).await;
    assert!(en.says("You may decide") && fr.says("Vous pouvez décider"));
    assert!(en.says("What a refusal needs") && en.says("A finding that stands against the person"));
    let mut largest = size(&fr);
    for page in ["interview", "fairness", "status-queries"] {
        for shown in both(&mut browser, &format!("{}/{page}", at(case))).await {
            largest = largest.max(size(&shown));
        }
    }
    println!("largest page of the assessment: {largest} bytes");
    for other in ["roc-o-intake", "fld-caseworker", "ankara-decision"] {
        browser.become_(other).await;
        for page in [
            "interview",
            "fairness",
            "status-queries",
            &format!("eligibility/{principal}"),
            &format!("decision/{principal}"),
        ] {
            browser
                .get(&format!("{}/{page}", at(case)))
                .await
                .expect(404);
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

#[tokio::test]
async fn a_doubt_about_the_status_is_asked_and_never_decided() {
    let world = World::sqlite().await;
    let case = assessed(&world, Stage::Assessment).await;
    let view = world.look("nairobi-decision", case).await.unwrap();
    let principal = view.case.referral.principal().unwrap().id;
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    for page in [
        format!("eligibility/{principal}"),
        format!("admissibility/{principal}"),
        format!("decision/{principal}"),
        "status-queries".to_owned(),
        format!("do/decide?person={principal}"),
        format!("do/find-element?person={principal}"),
        format!("do/record-check?person={principal}"),
        format!("do/put-concern?person={principal}"),
        "do/raise-status-query".to_owned(),
    ] {
        let page = browser
            .get(&format!("{}/{page}", at(case)))
            .await
            .expect(200);
        let main = page.html.split("<main").nth(1).unwrap().to_owned();
        for input in main.split(['<']).filter(|tag| {
            tag.starts_with("input") || tag.starts_with("option") || tag.starts_with("select")
        }) {
            let input = input.split('>').next().unwrap().to_lowercase();
            assert!(
                !input.contains("defender") && !input.contains("hrd"),
                "{input}"
            );
        }
    }
    let raise = format!("{}/do/raise-status-query", at(case));
    let form = browser.get(&raise).await.expect(200);
    assert!(
        form.says("consults ProtectDefenders.eu"),
        "the route of whoever referred"
    );
    send(
        &mut browser,
        &raise,
        &[("evidence", "A letter."), ("question", "Is it right?")],
    )
    .await
    .leads(&format!(
        "{}/status-queries?done=raise-status-query",
        at(case)
    ));
    let decision = browser
        .get(&format!("{}/decision/{principal}", at(case)))
        .await
        .expect(200);
    assert!(decision.says("nobody on the case can be decided until it is answered"));
    let [en, fr] = both(&mut browser, &format!("{}/status-queries", at(case))).await;
    assert!(en.says("Is it right?") && en.says("Waiting") && fr.says("En attente"));
}

#[tokio::test]
async fn a_task_is_left_open_on_purpose_only_with_a_reason_and_a_power() {
    let world = World::sqlite().await;
    let case = assessed(&world, Stage::Assessment).await;
    let view = world.look("nairobi-decision", case).await.unwrap();
    let principal = view.case.referral.principal().unwrap().id;
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    let path = format!(
        "{}/do/override-task?person={principal}&about=biometrics",
        at(case)
    );
    browser.get(&path).await.expect(200);
    let fields = [
        ("person", principal.to_string()),
        ("task", "biometrics".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    send(&mut browser, &path, &fields).await.expect(422);
    let given: Vec<_> = fields
        .into_iter()
        .chain([("reason", "impossible")])
        .collect();
    send(&mut browser, &path, &given).await.leads(&format!(
        "{}/decision/{principal}?done=override-task",
        at(case)
    ));
    browser.become_("nairobi-officer").await;
    browser.get(&path).await.expect(422);
    let page = browser
        .get(&format!("{}/decision/{principal}", at(case)))
        .await
        .expect(200);
    assert!(
        page.says("A designated officer of your office decides")
            && !page.html.contains("/do/decide")
    );
}

#[tokio::test]
async fn a_refusal_says_until_when_leave_can_be_sought() {
    let world = World::sqlite().await;
    let (app, stream) = (&world.app, &world.stream);
    let (case, view) = 'found: {
        for number in 0.. {
            let (partner, until) = ("fld", Stage::Decided);
            let ending = Ending::Refused;
            let story = Story {
                number,
                partner,
                until,
                ending,
            };
            let case = demo::play(app, stream, &story).await.unwrap();
            if let Ok(view) = world.look("nairobi-decision", case).await {
                break 'found (case, view);
            }
        }
        unreachable!()
    };
    let (principal, noticed) = (
        view.case.referral.principal().unwrap().id,
        view.case.notice.unwrap(),
    );
    let mut browser = Browser::on(&world);
    browser.become_("nairobi-decision").await;
    let [en, fr] = both(&mut browser, &format!("{}/decision/{principal}", at(case))).await;
    let until = noticed.checked_add(60.days()).unwrap();
    let day = format!("{} {} {}", until.day(), until.strftime("%B"), until.year());
    let said = en.between("Judicial review", "</div>");
    let said = said.replace('\u{a0}', " ");
    assert!(said.contains(&day), "{day} is not in {said}");
    assert!(said.contains("IRPA s. 72(2)(b)") && fr.says("au greffe de la Cour fédérale"));
    let others = view
        .case
        .referral
        .travelling()
        .filter(|p| p.id != principal);
    for approved in others.filter(|p| {
        let decided = view.case.decision(p.id);
        decided.is_some_and(|d| d.decide.verdict == Verdict::Approved)
    }) {
        let page = browser
            .get(&format!("{}/decision/{}", at(case), approved.id))
            .await
            .expect(200);
        assert!(!page.says("Judicial review"));
    }
}
