//! Documents: in as a stream, out as an attachment that nothing opens.

use safeconduct_domain::case::Stage;
use safeconduct_testkit::world::World;

use crate::case_pages::{at, both, token, upload};
use crate::visit::Browser;

#[tokio::test]
async fn a_document_goes_in_and_comes_out_whole_and_harmless() {
    let world = World::sqlite().await;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let place = format!("{}/documents", at(case));
    let add = format!("{place}/add");
    for page in both(&mut browser, &add).await {
        let form = page.html.split("<main").nth(1).unwrap().to_owned();
        let order = [
            "name=\"csrf\"",
            "name=\"once\"",
            "name=\"kind\"",
            "name=\"file\"",
        ];
        let found: Vec<_> = order.iter().map(|mark| form.find(mark).unwrap()).collect();
        assert!(found.is_sorted(), "the tokens come first and the file last");
        assert!(form.contains("enctype=\"multipart/form-data\""));
    }
    let content: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let name = "C:\\photos\\<b>passport\u{202e}fdp.exe";
    upload(
        &mut browser,
        &add,
        &[("kind", "identity")],
        Some((name, &content)),
    )
    .await
    .leads(&format!("{place}?done=add-document"));
    let list = browser.get(&place).await.expect(200);
    assert!(
        list.says("&#60;b&#62;passport")
            && !list.html.contains('\u{202e}')
            && !list.html.contains("<b>passport")
    );
    assert!(list.says("200\u{a0}kB"));
    let view = world.look("fld-caseworker", case).await.unwrap();
    let document = view
        .case
        .referral
        .in_hand()
        .find(|d| d.size == 200_000)
        .unwrap()
        .id;
    let sent = browser.raw(&format!("{place}/{document}")).await;
    assert_eq!(sent.1, content);
    let header = |name: &str| sent.0[name].to_str().unwrap().to_owned();
    assert!(header("content-disposition").starts_with("attachment; filename=\"document-"));
    assert!(
        header("content-disposition").is_ascii()
            && header("content-disposition").ends_with(".exe\"")
    );
    assert_eq!(header("content-type"), "application/octet-stream");
    assert_eq!(header("content-length"), "200000");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").starts_with("sandbox"));
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(header("cache-control"), "no-store");
    browser.become_("pd-caseworker").await;
    browser
        .get(&format!("{place}/{document}"))
        .await
        .expect(404);
    browser.get(&add).await.expect(404);
}

#[tokio::test]
async fn what_is_no_document_is_said_and_nothing_else_is_lost() {
    let world = World::sqlite().await;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    let mut browser = Browser::on(&world);
    browser.become_("fld-caseworker").await;
    let add = format!("{}/documents/add", at(case));
    let none = upload(&mut browser, &add, &[("kind", "photo")], None)
        .await
        .expect(422);
    assert!(none.says("Choose a file") && none.html.contains("href=\"#f-file\""));
    assert!(
        none.html.contains("value=\"photo\" selected"),
        "the rest is kept"
    );
    let empty = upload(
        &mut browser,
        &add,
        &[("kind", "photo")],
        Some(("a.jpg", b"")),
    )
    .await
    .expect(422);
    assert!(empty.says("The file is empty"));
    let kind = upload(
        &mut browser,
        &add,
        &[("kind", "no-such-kind")],
        Some(("a.jpg", b"x")),
    )
    .await
    .expect(422);
    assert!(kind.says("There is a problem"));
    let large = vec![0_u8; 100_000_001];
    let large = upload(
        &mut browser,
        &add,
        &[("kind", "photo")],
        Some(("a.jpg", &large)),
    )
    .await
    .expect(422);
    assert!(large.says("The file is larger than 100"), "{}", large.html);
    let before = world
        .look("fld-caseworker", case)
        .await
        .unwrap()
        .case
        .referral
        .documents
        .len();
    let token = token(&mut browser).await;
    browser
        .post_body(&add, format!("csrf={token}&once=12345678&kind=photo"))
        .await
        .expect(400);
    browser.cookies.clear();
    let out = upload_signed_out(&mut browser, &add).await;
    assert!(out == 403, "{out}");
    let after = world
        .look("fld-caseworker", case)
        .await
        .unwrap()
        .case
        .referral
        .documents
        .len();
    assert_eq!(before, after);
}

async fn upload_signed_out(browser: &mut Browser, add: &str) -> u16 {
    let request =
        axum::http::Request::post(add).header("content-type", "multipart/form-data; boundary=cut");
    let body = "--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nx\r\n--cut--\r\n";
    browser
        .request(request, axum::body::Body::from(body))
        .await
        .status
        .as_u16()
}
