//! Mass assignment and foreign names: what a form does not have, and what belongs to another case, has no effect.

use crate::attacks_client::{Ask, Site};
use crate::attacks_corpus::HOPED_FOR;
use crate::attacks_land;

#[tokio::test]
async fn what_no_form_has_changes_nothing() {
    let site = Site::start().await;
    let targets = attacks_land::cases(&site).await;
    let (mine, theirs) = (&targets[0], &targets[1]);
    let who = site.sign_in("fld-caseworker").await;
    let look = async || {
        site.world
            .look("fld-caseworker", mine.case)
            .await
            .unwrap()
            .case
    };
    let mut tried = 0;
    // a good answer with more beside it does what it does without
    let good = [("address", "a"), ("channel", "b"), ("hours", "c")];
    let before = look().await;
    for extra in HOPED_FOR {
        let mut fields = good.to_vec();
        fields.push(extra);
        let said = site
            .post(
                &who,
                &format!("/cases/{}/do/set-contact", mine.case),
                &fields,
            )
            .await
            .expect(303);
        assert!(said.header("location").ends_with("done=set-contact"));
        tried += 1;
        let call = format!("/api/v1/cases/{}/acts/set-contact", mine.case);
        let mut body: serde_json::Map<_, _> = good
            .iter()
            .map(|(n, v)| ((*n).to_owned(), serde_json::Value::from(*v)))
            .collect();
        body.insert(extra.0.to_owned(), serde_json::Value::from(extra.1));
        let said = site
            .ask(Ask::post(&call).bearer(&who).json(&body.into()))
            .await
            .expect(422);
        assert_eq!(said.code(), "fields");
        tried += 1;
    }
    let mut after = look().await;
    after.last = before.last;
    after.referral.contact.clone_from(&before.referral.contact);
    assert!(before == after, "something else has changed");
    // names of what is another case's, in addresses and in answers
    let foreign = [
        &theirs.person,
        &theirs.document,
        &"0123456789abcdef0123456789abcdef".to_owned(),
    ]
    .map(Clone::clone);
    for id in &foreign {
        for (act, name) in [
            ("change-person", "person"),
            ("remove-person", "person"),
            ("record-consent", "person"),
            ("withdraw-document", "document"),
        ] {
            let own = if name == "person" {
                &mine.person
            } else {
                &mine.document
            };
            for (path, answer) in [
                (format!("/cases/{}/do/{act}?{name}={id}", mine.case), id),
                (format!("/cases/{}/do/{act}?{name}={own}", mine.case), id),
                (format!("/cases/{}/do/{act}", mine.case), id),
            ] {
                let fields = [
                    (name, answer.as_str()),
                    ("reason", "x"),
                    ("manner", "written"),
                    ("given-on-day", "1"),
                    ("given-on-month", "11"),
                    ("given-on-year", "2026"),
                    ("family-name", "Taken Over"),
                    ("given-names", "x"),
                    ("relationship", "principal-applicant"),
                ];
                let said = site.post(&who, &path, &fields).await;
                assert!(
                    matches!(said.status, 404 | 422),
                    "{path}: {} {}",
                    said.status,
                    said.header("location")
                );
                tried += 1;
            }
            let call = format!("/api/v1/cases/{}/acts/{act}", mine.case);
            let body = serde_json::json!({name: id, "reason": "x", "manner": "written", "given-on": "2026-11-01"});
            let said = site.ask(Ask::post(&call).bearer(&who).json(&body)).await;
            assert!(matches!(said.status, 404 | 422), "{call}: {}", said.status);
            tried += 1;
        }
        for path in [
            format!("/cases/{}/persons/{id}", mine.case),
            format!("/cases/{}/documents/{id}", mine.case),
            format!("/api/v1/cases/{}/documents/{id}", mine.case),
        ] {
            assert_eq!(site.page(&who, &path).await.status, 404, "{path}");
            tried += 1;
        }
    }
    let mut after = look().await;
    after.last = before.last;
    after.referral.contact.clone_from(&before.referral.contact);
    assert!(before == after, "something else has changed");
    println!("mass assignment and foreign names: {tried} tried, 0 effects");
}
