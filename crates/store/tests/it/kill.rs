//! A process killed without warning in the middle of its acts: what it was told is committed is there, nothing is half
//! there, and the journal verifies.

use crate::postgres::{Durability, Postgres};
use crate::support::*;
use safeconduct_domain::compartment::Class;
use safeconduct_journal::{Head, SigningKey, Verifier};
use safeconduct_store::card::Card;
use safeconduct_store::case::CaseState;
use safeconduct_store::{Committed, Db, Error, Result};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

const URL: &str = "SAFECONDUCT_STORE_TEST_KILL";
const RUNS: u64 = 25;

/// Two entries, a state and a card: an act that is there as a whole or not at all.
async fn whole_act(db: &Db, n: u32) -> Result<u64> {
    db.write(move |tx| -> Result<Committed<u64>> {
        let seq = tx.next_seq();
        tx.put_case_state(&CaseState {
            case: case(n),
            holder: group(1),
            offered_to: None,
            class: Class::Referral,
            due_ms: None,
            opened_ms: 1,
            changed_seq: seq + 1,
        })?;
        tx.put_card(&Card {
            group: group(1),
            case: case(n),
            class: Class::Referral,
            due_ms: None,
            changed_ms: i64::try_from(seq + 1).unwrap(),
            sealed: vec![1; 200],
        })?;
        tx.commit(
            &[in_case(seq, 1_000, n), in_case(seq + 1, 1_000, n)],
            seq + 1,
        )
    })
    .await
}

/// The process that is killed: acts without end, and says so each time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the tests below, in a process of its own"]
async fn child() {
    #[expect(
        clippy::disallowed_methods,
        reason = "a test's way to speak to its own child"
    )]
    let Ok(url) = std::env::var(URL) else {
        return;
    };
    let db = open(&url).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..3 {
        let db = db.clone();
        tasks.spawn(async move {
            for n in 0.. {
                let seq = whole_act(&db, task * 7 + n % 7).await.unwrap();
                let mut out = std::io::stdout().lock();
                writeln!(out, "done {seq}").unwrap();
                out.flush().unwrap();
            }
        });
    }
    tasks.join_all().await;
}

/// Starts the child, kills it after a while, and gives the last position it was told is committed.
fn run_and_kill(url: &str, after: Duration) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["kill::child", "--exact", "--ignored", "--nocapture"])
        .env(URL, url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut last = 0;
    let mut note = |line: String| {
        if let Some(seq) = line.strip_prefix("done ") {
            last = last.max(seq.parse::<u64>().unwrap());
        }
    };
    // The clock starts with the first act.
    let first = lines
        .by_ref()
        .map_while(Result::ok)
        .find(|line| line.starts_with("done "));
    note(first.expect("the child acts"));
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.map_while(Result::ok).for_each(note);
    last
}

async fn check(db: &Db, told: u64) -> u64 {
    let key = SigningKey::from_seed("safeconduct.example/journal", &[3; 32]).unwrap();
    let verifying = key.verifying_key().clone();
    db.read(move |r| {
        let head = r.head()?;
        assert!(head.size > told, "told {told}, there are {}", head.size);
        let mut verifier = Verifier::new(Some(mac()), verifying.clone());
        let mut newest = std::collections::BTreeMap::new();
        r.each_entry(0, |stored| {
            newest.insert(stored.case.unwrap().to_vec(), (stored.seq, stored.seq));
            verifier.entry(stored)
        })?;
        let size = i64::try_from(head.size).unwrap();
        let report = verifier.finish(&Head {
            size,
            frontier: &head.frontier,
            mac: &head.mac,
        });
        assert_eq!((report.first, report.entries), (None, head.size));
        let mut projected = std::collections::BTreeMap::new();
        r.each_case_state(|state| {
            projected.insert(
                state.case.as_bytes().to_vec(),
                i64::try_from(state.changed_seq).unwrap(),
            );
            Ok(())
        })?;
        let mut both = std::collections::BTreeMap::new();
        r.each_card(group(1), |card| {
            let key = card.case.as_bytes().to_vec();
            let state = projected.remove(&key).expect("a card without a state");
            both.insert(key, (state, card.changed_ms));
            Ok(())
        })?;
        assert!(projected.is_empty(), "states without a card");
        assert_eq!(both, newest, "half an act");
        Ok::<_, Error>(head.size)
    })
    .await
    .unwrap()
}

async fn kill_again_and_again(url: &str) {
    let mut size = 0;
    for run in 0..RUNS {
        // Spread over a quarter of a second, unlike each other.
        let told = run_and_kill(url, Duration::from_millis(run * 97 % 250));
        let now = check(&open(url).await.unwrap(), told).await;
        assert!(now > size);
        size = now;
    }
    println!("{RUNS} kills: 0 acknowledged acts lost, 0 half acts, {size} entries verified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    kill_again_and_again(&sqlite(folder.path())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    kill_again_and_again(&cluster.address("postgres")).await;
}

/// The planted faults: half an act, and an acknowledged act that is gone, must be seen.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_must_not_happen_would_be_seen() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&sqlite(folder.path())).await.unwrap();
    for n in 0..3 {
        whole_act(&db, n).await.unwrap();
    }
    assert_eq!(check(&db, 5).await, 6);
    let seen = async |db: Db, told| {
        tokio::spawn(async move { check(&db, told).await })
            .await
            .is_err()
    };
    assert!(
        seen(db.clone(), 6).await,
        "an act that was told of is not there"
    );
    for fault in [
        "UPDATE card SET changed_ms = 1 WHERE changed_ms = 3",
        "DELETE FROM case_state WHERE changed_seq = 5",
        "DELETE FROM card",
    ] {
        rusqlite::Connection::open(folder.path().join("test.db"))
            .unwrap()
            .execute_batch(fault)
            .unwrap();
        assert!(seen(db.clone(), 5).await, "{fault}");
    }
}
