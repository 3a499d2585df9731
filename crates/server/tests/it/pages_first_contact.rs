//! First contact through the pages, without scripts and without an account: from the criteria to the answer, what comes of
//! slips and of a line that drops, and what the partner's desk does with it.

use axum::http::StatusCode;
use safeconduct_testkit::world::World;

use crate::case_pages::post_parts;
use crate::hard_form::fill;
use crate::visit::{Browser, Page, encoded};

const WRITE: &str = "/first-contact/to/fld/write";
const WORDS: [(&str, &str); 7] = [
    ("work", "I run a legal clinic. أدير عيادة قانونية"),
    ("danger", "They took my colleague."),
    ("left", "Eritrea"),
    ("country", "Kenya"),
    ("language", "Tigrinya"),
    ("reach", "Signal, by my aunt"),
    ("understood", "yes"),
];

/// Nothing that would stay: no code in an address, no page kept.
fn leaves_no_trace(page: &Page, code: &str) {
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(page.headers["referrer-policy"], "same-origin");
    assert!(!page.html.contains("<script") && !page.location().contains(code));
    assert!(page.set_cookies().iter().all(|line| !line.contains(code)));
    assert!(
        page.html.contains("rel=\"noreferrer\""),
        "it can be left at once"
    );
}

async fn thread(browser: &mut Browser, code: &str) -> Page {
    let page = fill(browser, "/first-contact/return", &[("code", code)]).await;
    leaves_no_trace(&page, code);
    page
}

#[tokio::test]
async fn from_the_criteria_to_an_answer_and_a_referral() {
    let world = World::sqlite().await;
    let mut outside = Browser::on(&world);
    let first = outside.get("/first-contact").await.expect(200);
    assert!(first.says("Front Line Defenders") && first.says("UNHCR finds the people"));
    outside.lang("fr");
    let criteria = outside.get("/first-contact/to/fld").await.expect(200);
    assert!(criteria.plain().contains("Ce que ce n’est pas"));
    outside.lang("en");
    for partner in ["pd", "unhcr", "x"] {
        outside
            .get(&format!("/first-contact/to/{partner}"))
            .await
            .expect(404);
        outside
            .get(&format!("/first-contact/to/{partner}/write"))
            .await
            .expect(404);
    }

    // a slip loses nothing, in both languages, and keeps the code that was written down
    let page = outside.get(WRITE).await.expect(200);
    let code = page.input("code");
    leaves_no_trace(&page, &code);
    let mut slip: Vec<(&str, &str)> = WORDS.to_vec();
    slip.retain(|(name, _)| !["danger", "understood"].contains(name));
    slip.push(("code", &code));
    for (lang, words) in [("en", "There is a problem"), ("fr", "Il y a un problème")] {
        outside.lang(lang);
        outside.get(WRITE).await;
        let page = outside.post(WRITE, &slip).await.expect(422);
        assert!(page.says(words) && page.says(WORDS[0].1) && page.input("code") == code);
    }
    outside.lang("en");
    // the line drops after it was sent: sent again, it is one
    let mut words = WORDS.to_vec();
    words.push(("code", &code));
    for _ in 0..3 {
        outside.get(WRITE).await;
        let sent = outside.post(WRITE, &words).await.expect(200);
        assert!(sent.says("It has arrived"));
        leaves_no_trace(&sent, &code);
    }
    let spaced = code
        .as_bytes()
        .chunks(5)
        .map(|part| std::str::from_utf8(part).unwrap());
    let spaced = spaced.collect::<Vec<_>>().join("-");
    let page = thread(&mut outside, &spaced).await.expect(200);
    assert_eq!(page.html.matches("<li class=\"sc-notice\">").count(), 1);
    assert!(page.says("Signal, by my aunt"));

    // a file, and the same form again
    let csrf = page.input("csrf");
    for once in ["once-000001", "once-000001", "once-000002"] {
        let texts = [("csrf", csrf.as_str()), ("once", once), ("code", &code)];
        let file = Some(("letter.txt", b"From the union.".as_slice()));
        let page = post_parts(&mut outside, "/first-contact/file", &texts, file).await;
        assert!(page.expect(200).says("The file has arrived"));
    }
    let page = thread(&mut outside, &code).await.expect(200);
    assert_eq!(page.html.matches("letter.txt").count(), 2);
    let empty = [
        ("csrf", csrf.as_str()),
        ("once", "once-000003"),
        ("code", &code),
    ];
    let page = post_parts(&mut outside, "/first-contact/file", &empty, None).await;
    assert!(page.expect(422).says("Choose a file"));

    // the desk
    let mut desk = Browser::on(&world);
    desk.become_("fld-caseworker").await;
    let list = desk.get("/first-contacts").await.expect(200);
    assert!(list.says("Eritrea") && list.says("Waits for an answer"));
    let place = list.between("href=\"/first-contacts/", "\"");
    let place = format!("/first-contacts/{place}");
    let answer = [("text", "Who can attest to it?")];
    let done = fill(&mut desk, &place, &answer).await;
    assert!(
        done.location().ends_with("?done=first-contact-answered"),
        "{}",
        done.html
    );
    let page = thread(&mut outside, &code).await.expect(200);
    assert!(page.says("Who can attest to it?"));
    let shown = desk.get(&place).await;
    let file = shown.between("/files/", "\"");
    let (headers, bytes) = desk.raw(&format!("{place}/files/{file}")).await;
    assert_eq!(bytes, b"From the union.");
    assert_eq!(headers["content-type"], "application/octet-stream");
    let tokens = [
        ("csrf", shown.input("csrf")),
        ("once", "take-up-01".to_owned()),
    ];
    let mut fields: Vec<_> = tokens.iter().map(|(n, v)| (*n, v.as_str())).collect();
    fields.extend([("reference", "FLD-77"), ("language", "en")]);
    let taken = desk
        .post_body(&format!("{place}/take-up"), encoded(fields.into_iter()))
        .await;
    assert!(
        taken.location().ends_with("?done=first-contact-taken-up"),
        "{}",
        taken.html
    );
    let case = taken.location().split('?').next().unwrap().to_owned();
    let documents = desk.get(&format!("{case}/documents")).await;
    assert!(documents.says("letter.txt"));
    assert!(
        thread(&mut outside, &code)
            .await
            .says("We have begun to prepare")
    );
}

#[tokio::test]
async fn who_is_declined_reads_why_and_nothing_else_is_left() {
    let world = World::sqlite().await;
    let mut outside = Browser::on(&world);
    let mut codes = Vec::new();
    for _ in 0..2 {
        let page = outside.get(WRITE).await;
        codes.push(page.input("code"));
        let mut words = WORDS.to_vec();
        words.push(("code", codes.last().unwrap()));
        outside.post(WRITE, &words).await.expect(200);
    }
    let mut desk = Browser::on(&world);
    desk.become_("fld-supervisor").await;
    let list = desk.get("/first-contacts").await;
    let ids: Vec<_> = list
        .html
        .split("name=\"contact\" value=\"")
        .skip(1)
        .collect();
    let ids: Vec<_> = ids
        .iter()
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(ids.len(), 2);
    let (csrf, once) = (list.input("csrf"), list.input("once"));
    let mut fields = vec![("csrf", csrf.as_str()), ("once", &once)];
    fields.extend(ids.iter().map(|id| ("contact", *id)));
    for (lang, words) in [("en", "Choose why"), ("fr", "Choisissez pourquoi")] {
        desk.lang(lang);
        let page = desk
            .post_body("/first-contacts", encoded(fields.clone().into_iter()))
            .await;
        assert!(page.plain().contains(words) && page.html.matches(" checked").count() == 2);
    }
    fields.push(("reason", "in-own-country"));
    let done = desk
        .post_body("/first-contacts", encoded(fields.into_iter()))
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    desk.lang("en");
    assert!(desk.get("/first-contacts").await.says("Nobody has written"));
    desk.get(&format!("/first-contacts/{}", ids[0]))
        .await
        .expect(404);
    let page = thread(&mut outside, &codes[0]).await.expect(200);
    assert!(page.says("people who have left their country"));
    assert!(!page.says("legal clinic") && !page.html.contains("/first-contact/more"));
    outside.lang("fr");
    let page = thread(&mut outside, &codes[0]).await.expect(200);
    assert!(page.plain().contains("personnes qui ont quitté leur pays"));
}

#[tokio::test]
async fn codes_that_are_none_say_so() {
    let world = World::sqlite().await;
    let mut outside = Browser::on(&world);
    let unsent = outside.get(WRITE).await.input("code");
    for (typed, words) in [
        ("12 34", "thirty digits"),
        ("", "enter an answer"),
        ("<script>", "thirty digits"),
        (unsent.as_str(), "Nothing is kept under this code"),
    ] {
        let page = fill(&mut outside, "/first-contact/return", &[("code", typed)]).await;
        assert!(page.expect(422).plain().contains(words), "{typed}");
    }
    // of another partner, and signed out, the desk is not there
    for handle in ["pd-caseworker", "roc-o-intake", "nairobi-officer"] {
        outside.become_(handle).await;
        let page = outside.get("/first-contacts").await;
        assert!(
            page.status == 404 || page.says("Nobody has written"),
            "{handle}"
        );
    }
}
