//! What the doctor says of a deployment that is well, and of many that are not.

use std::fs;
use std::path::Path;

use safeconduct_casework::clock::Clock;
use safeconduct_server::cli::Place;
use safeconduct_server::cli::doctor::{Doctor, Finding, Mark};
use safeconduct_server::mail::Mailing;

use crate::mail::Sink;
use crate::program::run_to;

fn silent() -> Mailing {
    Mailing {
        smtp: None,
        mail_from: None,
        address: Some("https://hrd.example.org".into()),
    }
}

fn init(data: &Path) {
    run_to(
        0,
        data,
        &[
            "init",
            "--origin",
            "hrd.example.org/journal",
            "--administrator",
            "A <a@example.org>",
            "--administrator",
            "B <b@example.org>",
        ],
    );
}

async fn examine(place: &Place, mailing: Mailing) -> Vec<Finding> {
    let found = Doctor::of(place.clone(), mailing)
        .examine(&Clock::System)
        .await;
    for finding in &found {
        assert_eq!(
            finding.mark == Mark::Amiss,
            finding.mend.is_some(),
            "{finding:?}"
        );
    }
    found
}

fn amiss(found: &[Finding]) -> Vec<&str> {
    found
        .iter()
        .filter(|f| f.mark == Mark::Amiss)
        .map(|f| f.what)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_deployment_is_well() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let place = Place::under(folder.path());
    let found = examine(&place, silent()).await;
    assert_eq!(amiss(&found), [""; 0], "{found:#?}");
    for what in [
        "folder",
        "keys",
        "database",
        "writing",
        "journal",
        "clock",
        "documents",
        "disk",
        "mail",
        "policy",
        "name",
        "address",
    ] {
        assert!(found.iter().any(|f| f.what == what), "{what}");
    }
    let said = run_to(
        0,
        folder.path(),
        &["doctor", "--address", "https://hrd.example.org"],
    );
    assert!(said.contains("Nothing needs mending"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let place = Place::under(folder.path());
    let open = |name: &str, mode| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap()
    };

    open("keys/pepper", 0o644);
    assert_eq!(amiss(&examine(&place, silent()).await), ["keys"]);
    open("keys/pepper", 0o600);
    open("documents", 0o755);
    assert_eq!(amiss(&examine(&place, silent()).await), ["documents"]);
    open("documents", 0o700);
    open("", 0o750);
    assert_eq!(amiss(&examine(&place, silent()).await), ["folder"]);
    open("", 0o700);

    fs::remove_file(folder.path().join("origin")).unwrap();
    assert_eq!(amiss(&examine(&place, silent()).await), ["name"]);
    let named = Place {
        origin: Some("hrd.example.org/journal".into()),
        ..place.clone()
    };
    let plain = Mailing {
        address: Some("http://hrd.example.org".into()),
        ..silent()
    };
    assert_eq!(amiss(&examine(&named, plain).await), ["address"]);

    let pepper = fs::read(folder.path().join("keys/pepper")).unwrap();
    fs::write(folder.path().join("keys/pepper"), "ab".repeat(32)).unwrap();
    assert_eq!(
        amiss(&examine(&named, silent()).await),
        ["database"],
        "another deployment's keys"
    );
    fs::write(folder.path().join("keys/pepper"), "what").unwrap();
    assert_eq!(amiss(&examine(&named, silent()).await), ["keys"]);
    fs::write(folder.path().join("keys/pepper"), pepper).unwrap();
    fs::rename(
        folder.path().join("safeconduct.db"),
        folder.path().join("moved"),
    )
    .unwrap();
    assert_eq!(amiss(&examine(&named, silent()).await), ["database"]);
    assert!(
        !folder.path().join("safeconduct.db").exists(),
        "the doctor makes nothing"
    );
    run_to(1, folder.path(), &["doctor"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_behind_the_journal_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let doctor = Doctor::of(Place::under(folder.path()), silent());
    let late = Clock::at(Clock::System.now_ms() - 3_600_000);
    assert_eq!(amiss(&doctor.examine(&late).await), ["clock"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_server_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let place = Place::under(folder.path());
    let sink = Sink::start(|_| "250 ok").await;
    let through = |smtp: String| Mailing {
        smtp: Some(smtp),
        mail_from: Some("safeconduct@example.org".into()),
        ..silent()
    };
    assert_eq!(amiss(&examine(&place, through(sink.url())).await), [""; 0]);
    // nobody listens there
    assert_eq!(
        amiss(&examine(&place, through("smtp://127.0.0.1:1".into())).await),
        ["mail"]
    );
    assert_eq!(
        amiss(&examine(&place, through("mail.example".into())).await),
        ["mail"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_at_all_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::under(&folder.path().join("nowhere"));
    let found = examine(&place, silent()).await;
    assert_eq!(amiss(&found)[..2], ["folder", "keys"], "{found:#?}");
    assert!(!folder.path().join("nowhere").exists());
}
