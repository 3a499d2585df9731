//! The same pages in a text browser: w3m shows what is to be done, in words, without colour or script.

use std::process::Command;

use safeconduct_domain::case::Stage;

use crate::browser::Demo;

fn w3m(folder: &std::path::Path, session: &str, address: &str) -> String {
    let header = format!("Cookie: s={session}");
    let output = Command::new("w3m")
        .env("HOME", folder)
        .args(["-dump", "-cols", "100", "-header", &header, address])
        .output()
        .expect("w3m is installed by ./test.sh");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_in_a_text_browser() {
    let demo = Demo::start().await;
    let case = demo.world.case_at(0, "fld", Stage::Preparing).await;
    let folder = tempfile::tempdir().unwrap();
    let account = demo
        .world
        .stream
        .accounts
        .iter()
        .find(|a| a.handle == "fld-caseworker")
        .unwrap();
    let passphrase = safeconduct_vault::passphrase::Passphrase::new(account.passphrase.clone());
    let session = demo
        .world
        .app
        .demo_sign_in("fld-caseworker", passphrase)
        .await
        .unwrap();
    let base = demo.base.clone();
    let see = async |path: &str| {
        let (folder, session, address) = (
            folder.path().to_owned(),
            session.clone(),
            format!("{base}{path}"),
        );
        tokio::task::spawn_blocking(move || w3m(&folder, &session, &address))
            .await
            .unwrap()
    };
    let signed_out = see("/sign-in").await;
    assert!(signed_out.contains("Safeconduct"), "{signed_out}");
    let list = see("/cases").await;
    assert!(list.contains("FLD-2026-0101"), "{list}");
    let page = see(&format!("/cases/{case}")).await;
    assert!(page.contains("FLD-2026-0101"), "{page}");
    let form = see(&format!("/cases/{case}/do/record-risk")).await;
    assert!(
        form.contains("R139(1)(d)") || form.contains("139(1)(d)"),
        "{form}"
    );
    println!("w3m: 4 pages shown in words");
}
