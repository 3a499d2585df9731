//! A deployment begins: `init`, `invite`, and the first people join.

use std::path::Path;
use std::sync::Arc;

use safeconduct_casework::account::Joining;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::keys::Keys;
use safeconduct_casework::session::Session;
use safeconduct_casework::sign_in::Credentials;
use safeconduct_casework::{App, Config};
use safeconduct_domain::access::Role;
use safeconduct_server::cli::Place;
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::totp::TotpSecret;

use crate::program::run_to;

const INIT: [&str; 7] = [
    "init",
    "--origin",
    "hrd.example.org/journal",
    "--administrator",
    "Robin Achard <robin@example.org>",
    "--administrator",
    "ines = Inès Kowalczyk <ik@example.org>",
];
const PASSPHRASE: &str = "correct horse battery staple, and more";

/// The codes somewhere in what was said: four times five letters.
fn codes(said: &str) -> Vec<String> {
    let code = |word: &&str| {
        let parts: Vec<&str> = word.split('-').collect();
        parts.len() == 4
            && parts
                .iter()
                .all(|p| p.len() == 5 && p.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    said.split_whitespace()
        .filter(code)
        .map(str::to_owned)
        .collect()
}

async fn open(data: &Path) -> App {
    let config = Config {
        quick_passphrases: true,
        ..Place::under(data).config(false)
    };
    let keys = Keys::read(&data.join("keys")).unwrap();
    App::open(config, keys, Clock::at(Clock::System.now_ms()))
        .await
        .unwrap()
}

async fn join(app: &App, code: String) -> TotpSecret {
    let totp = TotpSecret::fresh();
    let totp_code = totp.code(app.now_ms()).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    app.join(Joining {
        code,
        passphrase,
        totp: totp.clone(),
        totp_code,
    })
    .await
    .unwrap();
    totp
}

async fn sign_in(app: &App, handle: &str, totp: &TotpSecret) -> Arc<Session> {
    app.clock().set(app.now_ms() + 61_000);
    let cookie = app
        .sign_in(Credentials {
            handle: handle.to_owned(),
            passphrase: Passphrase::new(PASSPHRASE.to_owned()),
            code: totp.code(app.now_ms()).unwrap(),
        })
        .await
        .unwrap();
    app.session(&cookie).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_begin() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("deployment");
    let said = run_to(0, &data, &INIT);
    let [first, second]: [String; 2] = codes(&said).try_into().expect(&said);
    assert!(said.contains("safeconduct invite"), "{said}");

    let app = open(&data).await;
    let (robin, ines) = (join(&app, first).await, join(&app, second).await);
    let session = sign_in(&app, "robin", &robin).await;
    assert_eq!(session.role(), Some(Role::Administrator));
    assert!(session.team.is_some(), "the first founder opens the group");
    let waiting = app.to_admit(&session).await.unwrap();
    assert_eq!(waiting.len(), 1);
    app.admit(&session, waiting[0].user).await.unwrap();
    let session = sign_in(&app, "ines", &ines).await;
    assert!(session.team.is_some() && session.has(Role::KeyOfficer));
    let made = app.organisations(&session).await.unwrap();
    let codes: Vec<&str> = made.iter().map(|l| l.organisation.code.as_str()).collect();
    assert_eq!(codes, ["administration", "audit", "planning"]);
    assert_eq!(app.verify(Vec::new()).await.unwrap().first, None);
}

#[test]
fn nothing_that_is_there_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    run_to(0, data, &INIT);
    let before = std::fs::read(data.join("keys/pepper")).unwrap();
    let said = run_to(3, data, &INIT);
    assert!(said.contains("is there already"), "{said}");
    assert_eq!(std::fs::read(data.join("keys/pepper")).unwrap(), before);
    std::fs::rename(data.join("keys"), data.join("elsewhere")).unwrap();
    let said = run_to(3, data, &INIT);
    assert!(said.contains("safeconduct.db is there already"), "{said}");
    assert!(!data.join("keys").exists());
    run_to(
        2,
        folder.path().join("other").as_path(),
        &["init", "--administrator", "nobody"],
    );
    run_to(
        3,
        folder.path().join("other").as_path(),
        &["init", "--administrator", "One <one@example.org>"],
    );
    assert!(!folder.path().join("other").exists());
}

#[cfg(unix)]
#[test]
fn what_is_made_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("deployment");
    run_to(0, &data, &INIT);
    for (name, mode) in [
        ("", 0o700),
        ("keys", 0o700),
        ("keys/pepper", 0o600),
        ("keys/root", 0o600),
        ("safeconduct.db", 0o600),
        ("documents", 0o700),
    ] {
        let found = std::fs::metadata(data.join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777;
        assert_eq!(found, mode, "{name}: {found:o}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn founders_are_invited_by_the_root_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    run_to(0, data, &INIT);
    let partner = [
        "--organisation",
        "fld",
        "--purpose",
        "partner",
        "--name",
        "Front Line Defenders",
    ];
    let who = [
        "--role",
        "supervisor",
        "--person",
        "Oisín Marchetti",
        "--handle",
        "Oisin",
    ];
    let said = run_to(0, data, &[&["invite"], &partner[..], &who].concat());
    assert!(said.contains("organisation fld was made"), "{said}");
    let [code]: [String; 1] = codes(&said).try_into().expect(&said);

    let app = open(data).await;
    let invited = app.invitation(code.clone()).await.unwrap();
    assert_eq!(invited.organisation, "Front Line Defenders");
    assert_eq!(invited.roles, [Role::Supervisor, Role::KeyOfficer]);
    let totp = join(&app, code).await;
    let again = run_to(3, data, &[&["invite"], &partner[..2], &who[..]].concat());
    assert!(again.contains("the handle Oisin is taken"), "{again}");
    let session = sign_in(&app, "oisin", &totp).await;
    assert!(session.team.as_ref().is_some_and(|t| t.code == "fld"));
}

#[test]
fn invitations_say_what_does_not_fit() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    run_to(0, data, &INIT);
    let who = ["--person", "A", "--handle", "a"];
    let said = run_to(
        3,
        data,
        &[
            &["invite", "--organisation", "nowhere", "--role", "planner"],
            &who[..],
        ]
        .concat(),
    );
    assert!(said.contains("there is no organisation nowhere"), "{said}");
    let said = run_to(
        3,
        data,
        &[
            &["invite", "--organisation", "audit", "--role", "planner"],
            &who[..],
        ]
        .concat(),
    );
    assert!(said.contains("not one of the organisation's"), "{said}");
    let said = run_to(
        2,
        data,
        &[
            &["invite", "--organisation", "audit", "--role", "king"],
            &who[..],
        ]
        .concat(),
    );
    assert!(said.contains("one of caseworker"), "{said}");
    std::fs::remove_file(data.join("keys/root")).unwrap();
    let said = run_to(
        3,
        data,
        &[
            &["invite", "--organisation", "audit", "--role", "auditor"],
            &who[..],
        ]
        .concat(),
    );
    assert!(said.contains("root's key is not on this machine"), "{said}");
    std::fs::remove_file(data.join("keys/pepper")).unwrap();
    let said = run_to(3, data, &["verify"]);
    assert!(said.contains("`pepper` is missing"), "{said}");
}

/// The same on PostgreSQL: begun once, found well, and never begun again over what stands there.
#[tokio::test(flavor = "multi_thread")]
async fn a_deployment_on_postgres() {
    let server = Postgres::start(Durability::None).unwrap();
    let database = server.database().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let on = ["--database", database.as_str()];
    run_to(0, &first, &[&INIT[..], &on].concat());
    run_to(0, &first, &[&["verify"], &on[..]].concat());
    let said = run_to(0, &first, &[&["doctor"], &on[..]].concat());
    assert!(said.contains("postgres, schema version"), "{said}");

    let said = run_to(3, &second, &[&INIT[..], &on].concat());
    assert!(said.contains("holds another deployment already"), "{said}");
    assert!(!second.join("keys").exists(), "no keys are left behind");
    run_to(0, &first, &[&["verify"], &on[..]].concat());

    let empty = server.database().unwrap();
    let said = run_to(1, &first, &["doctor", "--database", &empty]);
    assert!(said.contains("there is nothing of ours in it"), "{said}");
}
