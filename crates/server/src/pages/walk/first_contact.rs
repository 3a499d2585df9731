//! A first contact from the first page to its end, on both sides, each page checked.

use super::{Walker, code, input, link};

const WRITTEN: [(&str, &str); 6] = [
    ("work", "Je défends des journalistes. أدافع عن الصحفيين"),
    ("danger", "They asked for me twice."),
    ("left", "ER"),
    ("country", "KE"),
    ("language", "ti"),
    ("understood", "yes"),
];

pub(super) async fn story(walker: &mut Walker) {
    walker.become_("").await;
    for (place, mark) in [
        ("/first-contact", "href=\"/first-contact/to/fld\""),
        (
            "/first-contact/to/fld",
            "href=\"/first-contact/to/fld/write\"",
        ),
        ("/first-contact/return", "f-code"),
    ] {
        let page = walker.get(place).await;
        walker.checked(place, &page, mark);
    }
    let write = "/first-contact/to/fld/write";
    let page = walker.get(write).await;
    walker.checked(write, &page, "sc-code");
    let receipt = input(&page, "code");
    assert_eq!(code(&page).replace(' ', ""), receipt);
    let with = |more: &[(&'static str, &'static str)]| {
        let own = ("code", receipt.clone());
        let more = more.iter().map(|(n, v)| (*n, (*v).to_owned()));
        more.chain([own]).collect::<Vec<_>>()
    };
    for (what, place, more, mark) in [
        ("write-errors", write, &[("work", "x")][..], "sc-errors"),
        ("sent", write, &WRITTEN, "sc-banner--done"),
        ("more", "/first-contact/more", &[("text", "More.")], "More."),
        ("more-errors", "/first-contact/more", &[], "sc-errors"),
        (
            "channel",
            "/first-contact/channel",
            &[("reach", "Signal")],
            "Signal",
        ),
        (
            "take-back-errors",
            "/first-contact/take-back",
            &[],
            "sc-errors",
        ),
        ("return", "/first-contact/return", &[], "sc-notice"),
    ] {
        let fields = with(more);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let page = walker.post(place, &fields).await;
        walker.checked(&format!("first-contact-{what}"), &page, mark);
    }
    let slip = walker
        .post("/first-contact/return", &[("code", "123")])
        .await;
    walker.checked("first-contact-slip", &slip, "sc-errors");

    walker.become_("fld-caseworker").await;
    let list = walker.get("/first-contacts").await;
    walker.checked("first-contacts", &list, "name=\"reason\"");
    let errors = walker.post("/first-contacts", &[]).await;
    walker.checked("first-contacts-errors", &errors, "sc-errors");
    let place = link(&list, "/first-contacts/");
    let desk = walker.get(&place).await;
    walker.checked("first-contact-desk", &desk, "/answer");
    let errors = walker.post(&format!("{place}/answer"), &[]).await;
    walker.checked("first-contact-desk-errors", &errors, "sc-errors");

    walker.become_("").await;
    walker.get(write).await;
    let fields = [("code", receipt.as_str()), ("sure", "yes")];
    let gone = walker.post("/first-contact/take-back", &fields).await;
    walker.checked("first-contact-gone", &gone, "sc-h1");
}
