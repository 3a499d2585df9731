//! Acts against bare commits, and the readings pages are made of. Run by hand, on a quiet machine:
//! `cargo nextest run -p safeconduct-store --run-ignored only --no-capture bench`.

use crate::postgres::{Durability, Postgres};
use crate::support::*;
use safeconduct_domain::compartment::Class;
use safeconduct_store::card::{Card, Order, Page};
use safeconduct_store::case::CaseState;
use safeconduct_store::{Committed, Db, Error, Objects, Result, Sealed};
use std::future::Future;
use std::io::Write;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const FOR: Duration = Duration::from_secs(2);

/// How often something happens a second, with so many doing it at once.
async fn rate<F, R>(db: &Db, tasks: u32, what: F) -> f64
where
    F: Fn(Db, u32) -> R + Clone + Send + 'static,
    R: Future<Output = Result<()>> + Send,
{
    let begun = Instant::now();
    let mut working = JoinSet::new();
    for task in 0..tasks {
        let (db, what) = (db.clone(), what.clone());
        working.spawn(async move {
            let mut done = 0u32;
            while begun.elapsed() < FOR {
                what(db.clone(), task).await.unwrap();
                done += 1;
            }
            done
        });
    }
    let done: u32 = working.join_all().await.into_iter().sum();
    f64::from(done) / begun.elapsed().as_secs_f64()
}

/// A case of 30 entries is read, two entries, its state and a card are written.
async fn an_act(db: Db, n: u32) -> Result<()> {
    db.write(move |tx| -> Result<Committed<()>> {
        let seq = tx.next_seq();
        let entries = tx.case_entries(case(n), None)?;
        assert!(entries.len() >= 30);
        tx.put_case_state(&CaseState {
            case: case(n),
            holder: group(1),
            offered_to: None,
            class: Class::Referral,
            due_ms: Some(5),
            opened_ms: 1,
            changed_seq: seq + 1,
        })?;
        tx.put_card(&a_card(1, n))?;
        // Written to another case, so that this one does not grow while we measure.
        let entry = |seq| Sealed {
            body: vec![7; 640],
            ..in_case(seq, 1_000, n + 1_000)
        };
        tx.commit(&[entry(seq), entry(seq + 1)], ())
    })
    .await
}

fn a_card(of: u32, n: u32) -> Card {
    Card {
        group: group(of),
        case: case(n),
        class: if n.is_multiple_of(3) {
            Class::Intake
        } else {
            Class::Assessment
        },
        due_ms: (!n.is_multiple_of(4)).then(|| i64::from(n % 97)),
        changed_ms: i64::from(n),
        sealed: vec![1; 320],
    }
}

async fn bare_commit(db: Db, n: u32) -> Result<()> {
    static LAST: AtomicI64 = AtomicI64::new(0);
    db.scratch(move |s| s.write_one_row(&n.to_be_bytes(), LAST.fetch_add(1, Ordering::Relaxed)))
        .await
}

async fn milliseconds(work: impl AsyncFn() -> Result<()>) -> f64 {
    let mut times = Vec::new();
    for _ in 0..15 {
        let begun = Instant::now();
        work().await.unwrap();
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

async fn measure(db: &Db) {
    let engine = db.engine();
    for n in 0..8 {
        append(db, n, 30).await.unwrap();
    }
    append(db, 50, 100).await.unwrap();
    for tasks in [1, 8] {
        // Interleaved, so that both see the same machine.
        let (mut bare, mut acts) = (0.0, 0.0);
        for _ in 0..3 {
            bare += rate(db, tasks, bare_commit).await / 3.0;
            acts += rate(db, tasks, an_act).await / 3.0;
        }
        println!(
            "{engine}, {tasks} at once: {acts:.0} acts/s, {bare:.0} bare commits/s, {:.0} %",
            acts / bare * 100.0
        );
    }
    let fetched =
        milliseconds(async || db.read(|r| r.fetch_case_rows(case(50))).await.map(drop)).await;
    let checked =
        milliseconds(async || db.read(|r| r.case_entries(case(50), None)).await.map(drop)).await;
    println!(
        "{engine}: a case of 100 entries: {fetched:.2} ms fetched, {checked:.2} ms with every MAC checked"
    );
    for (of, cards) in [(2, 100), (3, 1_000), (4, 10_000)] {
        act(db, move |tx| {
            (0..cards).try_for_each(|n| tx.put_card(&a_card(of, n)))
        })
        .await
        .unwrap();
        let page = Page {
            class: None,
            order: Order::Due,
            after: None,
            limit: 25,
        };
        let first = milliseconds(async || {
            db.read(move |r| {
                Ok::<_, Error>((r.cards(group(of), &page)?, r.card_counts(group(of))?))
            })
            .await
            .map(drop)
        })
        .await;
        let rare = Page {
            class: Some(Class::Departure),
            order: Order::Changed,
            ..page
        };
        let rare =
            milliseconds(async || db.read(move |r| r.cards(group(of), &rare)).await.map(drop))
                .await;
        let all =
            milliseconds(async || db.read(move |r| r.each_card(group(of), |_| Ok(()))).await).await;
        println!(
            "{engine}: {cards} cards: first page and counts {first:.2} ms, the page of a class without any {rare:.2} ms, all {all:.2} ms"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn on_sqlite() {
    // On the disk of the working copy: a temporary folder may be memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    measure(&open(&sqlite(folder.path())).await.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::Full).unwrap();
    measure(&open(&cluster.address("postgres")).await.unwrap()).await;
}

/// A sealed file of 5 MB against writing the same bytes in one go and syncing them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn files() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let objects = Objects::open(folder.path().join("documents").to_str().unwrap(), &[]).unwrap();
    let piece = vec![7u8; 65_552];
    let names = AtomicI64::new(0);
    let name = || u32::try_from(names.fetch_add(1, Ordering::Relaxed)).unwrap();
    let stored = milliseconds(async || {
        let mut upload = objects.put(document(name())).await?;
        for _ in 0..80 {
            upload.write(&piece).await?;
        }
        upload.finish().await.map(drop)
    })
    .await;
    let whole = piece.repeat(80);
    let bare = milliseconds(async || {
        let mut file = std::fs::File::create(folder.path().join(name().to_string()))?;
        file.write_all(&whole)?;
        Ok(file.sync_all()?)
    })
    .await;
    println!(
        "a file of 5 MB: {stored:.2} ms stored, {bare:.2} ms written and synced, {:.2} times",
        stored / bare
    );
}
