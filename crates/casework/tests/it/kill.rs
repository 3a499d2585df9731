//! kill -9 at random during a stream of acts: nothing acknowledged is lost, nothing is half done, the journal verifies.

use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::{DemoAccount, Stream};
use safeconduct_casework::keys::Keys;
use safeconduct_casework::{App, Config};
use safeconduct_domain::act::Act;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::referral::{Open, Risk};
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::{START_MS, config};
use safeconduct_vault::passphrase::Passphrase;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

const RUNS: u64 = 50;
const CHILD: &str = "SAFECONDUCT_KILL_TEST";

fn settings(folder: &Path, database: &str) -> Config {
    config(folder, database.to_owned())
}

async fn open(folder: &Path, database: &str) -> App {
    App::open(
        settings(folder, database),
        Keys::read(&folder.join("keys")).unwrap(),
        Clock::System,
    )
    .await
    .unwrap()
}

/// What the child does until it is killed: acts of one, two and many entries, each said aloud once it is acknowledged.
async fn work(folder: &Path, database: &str) {
    let app = open(folder, database).await;
    let account: DemoAccount =
        serde_json::from_slice(&std::fs::read(folder.join("account.json")).unwrap()).unwrap();
    let cookie = app
        .demo_sign_in(&account.handle, Passphrase::new(account.passphrase.clone()))
        .await
        .unwrap();
    let session = app.session(&cookie).await.unwrap();
    let out = std::io::stdout();
    for number in 0u64.. {
        let open = Open {
            reference: format!("K-{number}"),
            origin: None,
            language: "en".into(),
            unhcr_number: None,
        };
        let done = app
            .act(&session, None, Act::Open(open), None)
            .await
            .unwrap();
        writeln!(out.lock(), "{} opened", done.case).unwrap();
        for step in 0..3 {
            let risk = Risk {
                description: format!("step {step}"),
                in_asylum: None,
                durable_solution: "none".into(),
                charges: "none known".into(),
                interview: None,
            };
            app.act(&session, Some(done.case), Act::RecordRisk(risk), None)
                .await
                .unwrap();
            writeln!(out.lock(), "{} risk-{step}", done.case).unwrap();
        }
        let mut incoming = app.receive(&session, done.case).await.unwrap();
        incoming.push(&vec![7; 70_000]).await.unwrap();
        let label = safeconduct_casework::document::Label {
            name: "a.txt".into(),
            kind: "other".into(),
            person: None,
        };
        app.keep(incoming, label, None).await.unwrap();
        writeln!(out.lock(), "{} document", done.case).unwrap();
    }
}

fn kill_one(folder: &Path, database: &str, after: Duration) -> Vec<(CaseId, String)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::child", "--nocapture", "--ignored"])
        .env(CHILD, format!("{}\n{database}", folder.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    let take = |line: String, said: &mut Vec<(CaseId, String)>| {
        if let Some((case, what)) = line.split_once(' ')
            && let Ok(case) = case.parse()
        {
            said.push((case, what.to_owned()));
        }
    };
    // the first acknowledgement shows that the stream of acts has begun
    for line in lines.by_ref().map_while(Result::ok) {
        take(line, &mut said);
        if !said.is_empty() {
            break;
        }
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    lines
        .map_while(Result::ok)
        .for_each(|line| take(line, &mut said));
    said
}

async fn check(folder: &Path, database: &str, said: &[(CaseId, String)]) -> usize {
    let app = open(folder, database).await;
    let account: DemoAccount =
        serde_json::from_slice(&std::fs::read(folder.join("account.json")).unwrap()).unwrap();
    let cookie = app
        .demo_sign_in(&account.handle, Passphrase::new(account.passphrase.clone()))
        .await
        .unwrap();
    let session = app.session(&cookie).await.unwrap();
    let mut lost = 0;
    for (case, what) in said {
        let view = app.look(&session, *case, "case").await.unwrap();
        let there = view.entries.iter().any(|(_, event)| match event {
            Event::Opened { .. } => what == "opened",
            Event::RiskRecorded(risk) => what
                .strip_prefix("risk-")
                .is_some_and(|n| risk.description == format!("step {n}")),
            Event::DocumentAdded(_) => what == "document",
            _ => false,
        });
        lost += usize::from(!there);
        for document in &view.case.referral.documents {
            use futures_util::TryStreamExt as _;
            let (_, pieces) = app.fetch(&session, *case, document.id).await.unwrap();
            let bytes: usize = pieces
                .try_fold(0, |n, piece| async move { Ok(n + piece.len()) })
                .await
                .unwrap();
            assert_eq!(bytes, 70_000, "an acknowledged document opens whole");
        }
    }
    let report = app.verify(Vec::new()).await.unwrap();
    assert_eq!(report.first, None);
    assert_eq!(
        app.rebuild().await.unwrap().differed,
        0,
        "no half act: projections equal the journal"
    );
    assert_eq!(app.rebuild_cards(&session).await.unwrap().differed, 0);
    lost
}

async fn many_kills(folder: PathBuf, database: String, engine: &str) {
    let keys = Keys::fresh();
    keys.write(&folder.join("keys")).unwrap();
    let app = App::open(
        settings(&folder, &database),
        keys,
        Clock::at(START_MS - 500 * 86_400_000),
    )
    .await
    .unwrap();
    let stream: Stream = safeconduct_casework::demo::found(&app).await.unwrap();
    let account = stream
        .accounts
        .iter()
        .find(|a| a.handle == "fld-caseworker")
        .unwrap();
    std::fs::write(
        folder.join("account.json"),
        serde_json::to_vec(account).unwrap(),
    )
    .unwrap();
    drop(app);
    let (mut acts, mut lost) = (0, 0);
    for run in 0..RUNS {
        // spread over a quarter of a second, in steps that share no period with the acts
        let said = tokio::task::spawn_blocking({
            let (folder, database) = (folder.clone(), database.clone());
            move || {
                kill_one(
                    &folder,
                    &database,
                    Duration::from_micros((run * 37_139) % 251_000),
                )
            }
        })
        .await
        .unwrap();
        acts += said.len();
        lost += check(&folder, &database, &said).await;
    }
    println!(
        "kill -9 on {engine}: {RUNS} runs, {acts} acknowledged acts, {lost} lost, 0 half acts, verify clean after each"
    );
    assert_eq!(lost, 0);
    assert!(
        acts > 100,
        "the stream of acts was too thin to show anything: {acts}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_acts_survive_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("safeconduct.db").display());
    many_kills(folder.path().to_owned(), database, "sqlite").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_acts_survive_on_postgres() {
    let server = Arc::new(Postgres::start(Durability::Full).unwrap());
    let folder = tempfile::tempdir().unwrap();
    many_kills(
        folder.path().to_owned(),
        server.database().unwrap(),
        "postgres",
    )
    .await;
}

/// The child: runs only when the tests above start it.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by the tests above, to be killed"]
#[allow(
    clippy::disallowed_methods,
    reason = "the one way to hand a test its errand"
)]
async fn child() {
    let Ok(errand) = std::env::var(CHILD) else {
        return;
    };
    let (folder, database) = errand.split_once('\n').unwrap();
    work(Path::new(folder), database).await;
}
