//! Housekeeping: sessions, openings, throttles, jobs.

use crate::contract::checks;
use crate::support::*;
use safeconduct_store::job::Job;
use safeconduct_store::session::Session;
use safeconduct_store::throttle::Throttle;
use safeconduct_store::{Db, Error, Result};
use tokio::task::JoinSet;

checks![
    sessions_live_and_end,
    sessions_are_swept,
    openings_end_with_their_session,
    failures_are_all_counted,
    throttles_delay_and_clear,
    a_job_is_leased_to_one,
    jobs_wait_their_turn,
];

fn session(n: u8, of: u32) -> Session {
    Session {
        id_hash: [n; 32],
        user: user(of),
        capsule: vec![n; 900],
        created_ms: i64::from(n),
        seen_ms: 100,
        ends_ms: 1_000,
        user_epoch: 1,
    }
}

async fn sessions_live_and_end(db: Db) -> Result<()> {
    settle(&db).await?;
    assert_eq!(
        kind(db.scratch(|s| s.put_session(&session(9, 9))).await),
        "Constraint"
    );
    db.scratch(|s| {
        [(1, 1), (2, 1), (3, 2)]
            .iter()
            .try_for_each(|(n, of)| s.put_session(&session(*n, *of)))
    })
    .await?;
    db.scratch(|s| {
        s.touch_session(&[1; 32], 150)?;
        s.touch_session(&[1; 32], 120)?;
        s.set_capsule(&[2; 32], b"new", 2)
    })
    .await?;
    db.read(|r| {
        assert_eq!(
            r.session(&[1; 32])?,
            Some(Session {
                seen_ms: 150,
                ..session(1, 1)
            })
        );
        let second = Session {
            capsule: b"new".to_vec(),
            user_epoch: 2,
            ..session(2, 1)
        };
        assert_eq!(r.sessions_of(user(1))?[1], second);
        assert_eq!(r.session(&[8; 32])?, None);
        Ok::<_, Error>(())
    })
    .await?;
    db.scratch(|s| s.end_session(&[2; 32])).await?;
    assert_eq!(db.read(|r| r.sessions_of(user(1))).await?.len(), 1);
    db.scratch(|s| s.end_sessions_of(user(1))).await?;
    assert_eq!(db.read(|r| r.sessions_of(user(1))).await?, []);
    assert_eq!(db.read(|r| r.sessions_of(user(2))).await?.len(), 1);
    Ok(())
}

async fn sessions_are_swept(db: Db) -> Result<()> {
    settle(&db).await?;
    db.scratch(|s| {
        s.put_session(&session(1, 1))?;
        s.put_session(&Session {
            seen_ms: 50,
            ..session(2, 1)
        })?;
        s.put_session(&Session {
            ends_ms: 200,
            ..session(3, 1)
        })
    })
    .await?;
    assert_eq!(db.scratch(|s| s.sweep_sessions(100, 200)).await?, 2);
    assert_eq!(db.read(|r| r.sessions_of(user(1))).await?, [session(1, 1)]);
    Ok(())
}

async fn openings_end_with_their_session(db: Db) -> Result<()> {
    settle(&db).await?;
    db.scratch(|s| s.put_session(&session(1, 1))).await?;
    assert_eq!(
        kind(act(&db, |tx| tx.put_opened(&[2; 32], case(1), 5)).await),
        "Constraint"
    );
    act(&db, |tx| tx.put_opened(&[1; 32], case(1), 5)).await?;
    act(&db, |tx| tx.put_opened(&[1; 32], case(1), 8)).await?;
    assert_eq!(db.read(|r| r.opened_ms(&[1; 32], case(1))).await?, Some(8));
    assert_eq!(db.read(|r| r.opened_ms(&[1; 32], case(2))).await?, None);
    db.scratch(|s| s.end_session(&[1; 32])).await?;
    assert_eq!(db.read(|r| r.opened_ms(&[1; 32], case(1))).await?, None);
    Ok(())
}

async fn failures_are_all_counted(db: Db) -> Result<()> {
    let mut trying = JoinSet::new();
    for _ in 0..30 {
        let db = db.clone();
        trying.spawn(async move { db.scratch(|s| s.count_failure(b"who", 5)).await });
    }
    let mut counts = Vec::new();
    while let Some(done) = trying.join_next().await {
        counts.push(done.unwrap()?.failures);
    }
    counts.sort_unstable();
    assert_eq!(counts, (1..=30).collect::<Vec<_>>());
    Ok(())
}

async fn throttles_delay_and_clear(db: Db) -> Result<()> {
    assert_eq!(db.read(|r| r.throttle(b"who")).await?, None);
    db.scratch(|s| {
        s.count_failure(b"who", 5)?;
        s.delay_until(b"who", 900)
    })
    .await?;
    let stands = db.scratch(|s| s.count_failure(b"who", 6)).await?;
    assert_eq!(
        stands,
        Throttle {
            failures: 2,
            until_ms: 900,
            at_ms: 6
        }
    );
    assert_eq!(db.read(|r| r.throttle(b"who")).await?, Some(stands));
    db.scratch(|s| s.clear_throttle(b"who")).await?;
    assert_eq!(db.read(|r| r.throttle(b"who")).await?, None);
    db.scratch(|s| s.count_failure(b"old", 1).and(s.count_failure(b"new", 9)))
        .await?;
    assert_eq!(db.scratch(|s| s.sweep_throttles(5)).await?, 1);
    Ok(())
}

async fn a_job_is_leased_to_one(db: Db) -> Result<()> {
    db.scratch(|s| (0..5).try_for_each(|n| s.queue_job(item(n), "mail", "{}", 10)))
        .await?;
    let mut working = JoinSet::new();
    for _ in 0..4 {
        let db = db.clone();
        working.spawn(async move {
            let mut mine = Vec::new();
            // A quicker node makes a lease come back empty while there is work, so ask more often than there are jobs.
            for _ in 0..40 {
                if let Some(job) = db.scratch(|s| s.lease_job(20, 500)).await? {
                    mine.push(job.id);
                }
            }
            Ok::<_, Error>(mine)
        });
    }
    let mut leased = Vec::new();
    while let Some(done) = working.join_next().await {
        leased.extend(done.unwrap()?);
    }
    leased.sort();
    assert_eq!(leased, (0..5).map(item).collect::<Vec<_>>());
    Ok(())
}

async fn jobs_wait_their_turn(db: Db) -> Result<()> {
    act(&db, |tx| {
        tx.queue_job(item(1), "remind", "a", 30)?;
        tx.queue_job(item(2), "sweep", "b", 10)?;
        tx.queue_job(item(2), "sweep", "twice", 5)
    })
    .await?;
    assert_eq!(db.read(|r| r.jobs_due(20)).await?, 1);
    assert_eq!(db.scratch(|s| s.lease_job(9, 50)).await?, None);
    let job = |n, kind: &str, payload: &str, run_ms, attempts| Job {
        id: item(n),
        kind: kind.into(),
        payload: payload.into(),
        run_ms,
        attempts,
    };
    assert_eq!(
        db.scratch(|s| s.lease_job(20, 50)).await?,
        Some(job(2, "sweep", "b", 10, 1))
    );
    assert_eq!(db.scratch(|s| s.lease_job(20, 50)).await?, None);
    // The lease ran out: whoever had it is gone.
    assert_eq!(
        db.scratch(|s| s.lease_job(50, 90)).await?,
        Some(job(2, "sweep", "b", 10, 2))
    );
    db.scratch(|s| s.postpone_job(item(2), 60)).await?;
    assert_eq!(
        db.scratch(|s| s.lease_job(50, 90)).await?,
        Some(job(1, "remind", "a", 30, 1))
    );
    db.scratch(|s| s.finish_job(item(1))).await?;
    assert_eq!(db.read(|r| r.jobs(9)).await?, [job(2, "sweep", "b", 60, 2)]);
    Ok(())
}
