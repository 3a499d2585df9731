//! Transactions, the journal and its head.

use crate::contract::checks;
use crate::support::*;
use safeconduct_domain::compartment::Class;
use safeconduct_journal::{Checkpoint, Frontier, Head, Scope, SigningKey, Verifier};
use safeconduct_store::case::CaseState;
use safeconduct_store::checkpoint::StoredCheckpoint;
use safeconduct_store::once::Once;
use safeconduct_store::{Committed, Db, Error, Result, Sealed, Tx};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::task::JoinSet;

checks![
    a_new_journal_is_empty,
    an_act_appends_its_entries_and_moves_the_head,
    without_a_commit_nothing_stays,
    an_error_undoes_everything,
    a_panic_undoes_everything,
    a_failed_statement_cannot_be_committed_over,
    a_commit_takes_entries_that_continue_the_journal,
    the_clock_does_not_run_backwards,
    a_dropped_request_finishes_its_act,
    acts_at_once_are_one_after_the_other,
    acts_that_share_a_commit_fail_alone,
    a_read_sees_one_moment,
    a_case_is_read_back_in_order,
    the_audit_reads_pages_backwards,
    the_whole_journal_verifies,
    entries_are_read_in_batches,
    checkpoints_are_kept,
    once_acts_once,
    errors_of_the_use_case_come_through,
];

async fn a_new_journal_is_empty(db: Db) -> Result<()> {
    let head = db.read(|r| r.head()).await?;
    assert_eq!((head.size, head.last_ms), (0, 0));
    assert_eq!(head.frontier, Frontier::new().to_bytes());
    assert_eq!(db.ping().await?, 0);
    Ok(())
}

async fn an_act_appends_its_entries_and_moves_the_head(db: Db) -> Result<()> {
    assert_eq!(append(&db, 1, 3).await?, 0);
    assert_eq!(append(&db, 2, 1).await?, 3);
    let (head, entries) = db
        .read(|r| Ok::<_, Error>((r.head()?, r.audit(None, 10)?)))
        .await?;
    let mut frontier = Frontier::new();
    entries
        .iter()
        .rev()
        .for_each(|entry| frontier.push(entry.header.leaf()));
    assert_eq!((head.size, head.frontier), (4, frontier.to_bytes()));
    assert_eq!(entries[0].body, b"body 3");
    assert_eq!(entries[0].detail.as_deref(), Some(&b"detail 3"[..]));
    Ok(())
}

fn state(n: u32) -> CaseState {
    CaseState {
        case: case(n),
        holder: group(1),
        offered_to: None,
        class: Class::Referral,
        due_ms: None,
        opened_ms: 1,
        changed_seq: 0,
    }
}

/// Nothing of cases 1 to 9 and no entry.
async fn untouched(db: &Db) -> Result<()> {
    let (size, states) = db
        .read(|r| {
            let states = (1..10)
                .map(|n| r.case_state(case(n)))
                .collect::<Result<Vec<_>>>()?;
            Ok::<_, Error>((r.head()?.size, states))
        })
        .await?;
    assert_eq!(size, 0);
    assert!(states.iter().all(Option::is_none));
    Ok(())
}

async fn without_a_commit_nothing_stays(db: Db) -> Result<()> {
    // The only way to have a `Committed` without committing is to bring one from elsewhere.
    let stolen = Arc::new(std::sync::Mutex::new(None));
    let hide = Arc::clone(&stolen);
    let first = db
        .write(move |tx| -> Result<Committed<()>> {
            tx.put_case_state(&state(1))?;
            *hide.lock().unwrap() = Some(tx.commit(&[administrative(0, 1)], ())?);
            Err(Error::Missing("nothing"))
        })
        .await;
    assert_eq!(kind(first), "Missing");
    untouched(&db).await?;
    let second = db
        .write(move |tx| -> Result<Committed<()>> {
            tx.put_case_state(&state(2))?;
            Ok(stolen.lock().unwrap().take().unwrap())
        })
        .await;
    assert_eq!(kind(second), "NotCommitted");
    untouched(&db).await
}

async fn an_error_undoes_everything(db: Db) -> Result<()> {
    let outcome = db
        .write(|tx| -> Result<Committed<()>> {
            tx.put_case_state(&state(1))?;
            let _committed = tx.commit(&[in_case(0, 1, 1)], ())?;
            Err(Error::Missing("reason"))
        })
        .await;
    assert_eq!(kind(outcome), "Missing");
    untouched(&db).await
}

async fn a_panic_undoes_everything(db: Db) -> Result<()> {
    let inner = db.clone();
    let panicked = tokio::spawn(async move {
        inner
            .write(|tx| -> Result<Committed<()>> {
                tx.put_case_state(&state(1))?;
                let _committed = tx.commit(&[in_case(0, 1, 1)], ())?;
                panic!("on purpose");
            })
            .await
    })
    .await;
    assert!(panicked.unwrap_err().is_panic());
    untouched(&db).await?;
    assert_eq!(append(&db, 1, 1).await?, 0);
    Ok(())
}

async fn a_failed_statement_cannot_be_committed_over(db: Db) -> Result<()> {
    let outcome = db
        .write(|tx| -> Result<Committed<()>> {
            tx.put_case_state(&state(1))?;
            tx.add_organisation(&some_organisation(1))?;
            assert_eq!(kind(tx.add_organisation(&some_organisation(1))), "Conflict");
            tx.commit(&[in_case(0, 1, 1)], ())
        })
        .await;
    assert_ne!(kind(outcome), "Ok");
    untouched(&db).await
}

async fn a_commit_takes_entries_that_continue_the_journal(db: Db) -> Result<()> {
    append(&db, 1, 2).await?;
    let bad: [&[Sealed]; 4] = [
        &[],
        &[in_case(1, 2_000, 1)],
        &[in_case(3, 2_000, 1)],
        &[in_case(2, 2_000, 1), in_case(2, 2_000, 1)],
    ];
    for entries in bad {
        let entries = entries.to_vec();
        let outcome = db
            .write(move |tx| -> Result<Committed<()>> { tx.commit(&entries, ()) })
            .await;
        assert_eq!(kind(outcome), "Entries");
    }
    let twice = db
        .write(|tx| -> Result<Committed<()>> {
            let _first = tx.commit(&[in_case(2, 2_000, 1)], ())?;
            tx.commit(&[in_case(3, 2_000, 1)], ())
        })
        .await;
    assert_eq!(kind(twice), "NotCommitted");
    assert_eq!(db.ping().await?, 2);
    Ok(())
}

async fn the_clock_does_not_run_backwards(db: Db) -> Result<()> {
    db.write(|tx| -> Result<Committed<()>> { tx.commit(&[in_case(0, 100_000, 1)], ()) })
        .await?;
    let back = db
        .write(|tx| -> Result<Committed<()>> { tx.commit(&[in_case(1, 99_999, 1)], ()) })
        .await;
    assert_eq!(kind(back), "Entries");
    let times = db
        .write(|tx| -> Result<Committed<_>> {
            let times = [100_001, 100_000, 99_000, 40_000].map(|clock| tx.at_ms(clock).ok());
            assert_eq!(kind(tx.at_ms(39_999)), "Clock");
            tx.commit(&[in_case(1, 100_000, 1)], times)
        })
        .await?;
    assert_eq!(
        times,
        [Some(100_001), Some(100_000), Some(100_000), Some(100_000)]
    );
    Ok(())
}

async fn a_dropped_request_finishes_its_act(db: Db) -> Result<()> {
    let (inner, started) = (db.clone(), Arc::new(tokio::sync::Notify::new()));
    let tell = Arc::clone(&started);
    let request = tokio::spawn(async move {
        inner
            .write(move |tx| -> Result<Committed<()>> {
                tell.notify_one();
                std::thread::sleep(std::time::Duration::from_millis(100));
                tx.commit(&[in_case(0, 1, 1)], ())
            })
            .await
    });
    started.notified().await;
    request.abort();
    // it was cut off where it waits, or, where the act is carried out in place, only after it
    let ended = request.await;
    assert!(ended.map_or_else(|error| error.is_cancelled(), |done| done.is_ok()));
    // The next act waits for it.
    assert_eq!(append(&db, 1, 1).await?, 1);
    Ok(())
}

async fn acts_at_once_are_one_after_the_other(db: Db) -> Result<()> {
    let mut acts = JoinSet::new();
    for n in 0..40 {
        let db = db.clone();
        acts.spawn(async move { append(&db, n, 1 + u64::from(n % 3)).await });
    }
    let mut firsts = Vec::new();
    while let Some(done) = acts.join_next().await {
        firsts.push(done.unwrap()?);
    }
    firsts.sort_unstable();
    firsts.dedup();
    assert_eq!(firsts.len(), 40);
    assert_eq!(db.ping().await?, (0..40).map(|n| 1 + n % 3).sum::<u64>());
    Ok(())
}

async fn acts_that_share_a_commit_fail_alone(db: Db) -> Result<()> {
    settle(&db).await?;
    // Holds the writers, so that the others gather behind it.
    let mut acts = JoinSet::new();
    for n in 0..60u32 {
        let db = db.clone();
        acts.spawn(async move {
            let act = move |tx: &mut Tx<'_>| -> Result<Committed<u64>> {
                let seq = tx.next_seq();
                if n < 2 {
                    std::thread::sleep(std::time::Duration::from_millis(60));
                }
                tx.put_case_state(&CaseState {
                    changed_seq: seq,
                    ..state(n)
                })?;
                match n % 6 {
                    1 => return Err(Error::Missing("reason")),
                    // Fails where it is asked for, and where it is sent late.
                    2 => tx.add_organisation(&some_organisation(1))?,
                    3 => tx.put_opened(&[9; 32], case(n), 1)?,
                    4 => assert!(seq > 1_000_000, "a panic on purpose"),
                    5 => drop(tx.add_organisation(&some_organisation(1))),
                    _ => {}
                }
                tx.commit(&[in_case(seq, 1_000, n), in_case(seq + 1, 1_000, n)], seq)
            };
            let outcome = tokio::spawn(async move { db.write(act).await }).await;
            (n, outcome.map_or_else(|_| "panic".into(), kind))
        });
    }
    let mut done = 0;
    for (n, outcome) in acts.join_all().await {
        let expected: &[&str] = match n % 6 {
            0 => &["Ok"],
            1 => &["Missing"],
            2 => &["Conflict"],
            3 => &["Constraint"],
            4 => &["panic"],
            // A failure that the closure swallowed.
            _ => &["NotCommitted", "Database"],
        };
        assert!(expected.contains(&outcome.as_str()), "{n}: {outcome}");
        let kept = db
            .read(move |r| Ok::<_, Error>((r.case_state(case(n))?, r.case_entries(case(n), None)?)))
            .await?;
        if n % 6 == 0 {
            done += 1;
            assert_eq!(kept.0.unwrap().changed_seq, kept.1[0].header.seq);
            assert_eq!(kept.1.len(), 2);
        } else {
            assert_eq!(kept, (None, vec![]), "{n}");
        }
    }
    assert_eq!(db.ping().await?, 1 + 2 * done);
    Ok(())
}

async fn a_read_sees_one_moment(db: Db) -> Result<()> {
    append(&db, 1, 1).await?;
    let (inner, handle) = (db.clone(), tokio::runtime::Handle::current());
    let (before, after) = db
        .read(move |r| {
            let before = r.head()?.size;
            // Somebody else acts meanwhile.
            let other = inner.clone();
            handle
                .block_on(handle.spawn(async move { append(&other, 1, 1).await }))
                .unwrap()?;
            Ok::<_, Error>((before, r.head()?.size))
        })
        .await?;
    assert_eq!((before, after), (1, 1));
    assert_eq!(db.ping().await?, 2);
    Ok(())
}

async fn a_case_is_read_back_in_order(db: Db) -> Result<()> {
    for n in [1, 2, 1, 1, 2] {
        append(&db, n, 2).await?;
    }
    db.write(|tx| -> Result<Committed<()>> {
        let seq = tx.next_seq();
        let look = Sealed {
            class: Class::Access,
            ..in_case(seq, 1_000, 1)
        };
        let message = Sealed {
            scope: Scope::Courier {
                courier: courier(1),
                to: group(2),
                case: Some(case(1)),
            },
            ..in_case(seq + 1, 1_000, 1)
        };
        tx.commit(&[look, message, administrative(seq + 2, 1_000)], ())
    })
    .await?;
    let (all, until) = db
        .read(|r| {
            Ok::<_, Error>((
                r.case_entries(case(1), None)?,
                r.case_entries(case(1), Some(5))?,
            ))
        })
        .await?;
    let seqs: Vec<_> = all.iter().map(|entry| entry.header.seq).collect();
    assert_eq!(seqs, [0, 1, 4, 5, 6, 7, 11]);
    assert_eq!(
        until
            .iter()
            .map(|entry| entry.header.seq)
            .collect::<Vec<_>>(),
        [0, 1, 4]
    );
    assert_eq!(all[2].body, b"body 4");
    assert_eq!(db.read(|r| r.case_entries(case(77), None)).await?, []);
    Ok(())
}

async fn the_audit_reads_pages_backwards(db: Db) -> Result<()> {
    for n in [1, 2, 1, 2, 1] {
        append(&db, n, 1).await?;
    }
    let seqs = |page: Vec<safeconduct_store::journal::Audited>| {
        page.iter().map(|e| e.header.seq).collect::<Vec<_>>()
    };
    db.read(move |r| {
        assert_eq!(seqs(r.audit(None, 2)?), [4, 3]);
        assert_eq!(seqs(r.audit(Some(3), 2)?), [2, 1]);
        assert_eq!(seqs(r.audit_of_case(case(1), None, 2)?), [4, 2]);
        assert_eq!(seqs(r.audit_of_case(case(1), Some(2), 2)?), [0]);
        assert_eq!(seqs(r.audit_of_actor(user(1), Some(4), 10)?), [3, 2, 1, 0]);
        assert_eq!(seqs(r.audit_of_actor(user(2), None, 10)?), [0; 0]);
        assert_eq!(r.entry(2)?.unwrap().header.case(), Some(case(1)));
        assert_eq!(r.entry(5)?, None);
        Ok::<_, Error>(())
    })
    .await
}

async fn the_whole_journal_verifies(db: Db) -> Result<()> {
    let key = Arc::new(SigningKey::from_seed("safeconduct.example/journal", &[3; 32]).unwrap());
    for n in 0..30 {
        append(&db, n % 4, 1 + u64::from(n % 3)).await?;
        if n % 10 == 9 {
            let signer = Arc::clone(&key);
            db.scratch(move |s| {
                let head = s.head()?;
                let frontier = Frontier::from_bytes(&head.frontier).unwrap();
                let note = Checkpoint::sign(&frontier, &signer).unwrap();
                s.put_checkpoint(&StoredCheckpoint {
                    size: head.size,
                    note,
                    at_ms: 5,
                })
            })
            .await?;
        }
    }
    let verifying = key.verifying_key().clone();
    let report = db
        .read(move |r| {
            let mut verifier = Verifier::new(Some(mac()), verifying.clone());
            for checkpoint in r.checkpoints()? {
                verifier.checkpoint(&checkpoint.note);
            }
            r.each_entry(0, |stored| verifier.entry(stored))?;
            let head = r.head_unchecked()?;
            let size = i64::try_from(head.size).unwrap();
            Ok::<_, Error>(verifier.finish(&Head {
                size,
                frontier: &head.frontier,
                mac: &head.mac,
            }))
        })
        .await?;
    assert_eq!(report.first, None);
    assert_eq!(
        (report.entries, report.checkpoints, report.macs),
        (60, 3, true)
    );
    Ok(())
}

async fn entries_are_read_in_batches(db: Db) -> Result<()> {
    append(&db, 1, 1_203).await?;
    let (all, some, stopped) = db
        .read(|r| {
            let mut all = Vec::new();
            r.each_entry(0, |stored| {
                all.push(stored.seq);
                true
            })?;
            let (mut some, mut stopped) = (0, 0);
            r.each_entry(1_000, |_| {
                some += 1;
                true
            })?;
            r.each_entry(0, |_| {
                stopped += 1;
                stopped < 700
            })?;
            Ok::<_, Error>((all, some, stopped))
        })
        .await?;
    assert_eq!(all, (0..1_203).collect::<Vec<_>>());
    assert_eq!((some, stopped), (203, 700));
    Ok(())
}

async fn checkpoints_are_kept(db: Db) -> Result<()> {
    for size in [3, 1, 3] {
        let note = format!("note of {size}");
        db.scratch(move |s| {
            s.put_checkpoint(&StoredCheckpoint {
                size,
                note: note.clone(),
                at_ms: 1,
            })
        })
        .await?;
    }
    let (all, last) = db
        .read(|r| Ok::<_, Error>((r.checkpoints()?, r.last_checkpoint()?)))
        .await?;
    assert_eq!(all.iter().map(|c| c.size).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(last.unwrap().note, "note of 3");
    Ok(())
}

async fn once_acts_once(db: Db) -> Result<()> {
    let acted = Arc::new(AtomicU32::new(0));
    let mut forms = JoinSet::new();
    for _ in 0..12 {
        let (db, acted) = (db.clone(), Arc::clone(&acted));
        forms.spawn(async move {
            db.write(move |tx| -> Result<Committed<Once>> {
                let once = tx.claim_once(b"token", 1)?;
                if once == Once::New {
                    acted.fetch_add(1, Ordering::SeqCst);
                    tx.set_once_outcome(b"token", "/cases/1")?;
                }
                let seq = tx.next_seq();
                tx.commit(&[in_case(seq, 1_000, 1)], once)
            })
            .await
        });
    }
    let mut answers = Vec::new();
    while let Some(done) = forms.join_next().await {
        answers.push(done.unwrap()?);
    }
    assert_eq!(acted.load(Ordering::SeqCst), 1);
    assert_eq!(answers.iter().filter(|once| **once == Once::New).count(), 1);
    assert_eq!(
        answers
            .iter()
            .filter(|once| **once == Once::Done(Some("/cases/1".into())))
            .count(),
        11
    );
    // An act that fails gives its token back.
    let failed = db
        .write(|tx| -> Result<Committed<()>> {
            assert_eq!(tx.claim_once(b"other", 1)?, Once::New);
            Err(Error::Missing("reason"))
        })
        .await;
    assert_eq!(kind(failed), "Missing");
    assert_eq!(db.read(|r| r.once(b"other")).await?, None);
    assert_eq!(db.scratch(|s| s.claim_once(b"other", 2)).await?, Once::New);
    assert_eq!(
        db.scratch(|s| s.claim_once(b"other", 3)).await?,
        Once::Done(None)
    );
    assert_eq!(db.scratch(|s| s.sweep_once(2)).await?, 1);
    assert_eq!(db.read(|r| r.once(b"token")).await?, None);
    Ok(())
}

async fn errors_of_the_use_case_come_through(db: Db) -> Result<()> {
    #[derive(Debug)]
    enum Refused {
        Rule(u8),
        #[allow(dead_code)]
        Store(Error),
    }
    impl From<Error> for Refused {
        fn from(error: Error) -> Self {
            Self::Store(error)
        }
    }
    let outcome = db
        .write(|tx| -> Result<Committed<()>, Refused> {
            tx.put_case_state(&state(1))?;
            Err(Refused::Rule(7))
        })
        .await;
    assert!(matches!(outcome, Err(Refused::Rule(7))));
    untouched(&db).await
}
