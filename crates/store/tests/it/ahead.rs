//! What is fetched ahead of an act is what the act would have read: acts that share a commit see each other's entries and
//! grants.

use crate::contract::checks;
use crate::support::{act, case, group, in_case, settle};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::CaseId;
use safeconduct_store::grant::Grant;
use safeconduct_store::{Committed, Db, Error, Result, Tx};
use tokio::task::JoinSet;

checks![
    acts_that_share_a_commit_see_each_other,
    a_file_is_for_those_who_hold_a_grant,
];

fn grant(to: u32, of: CaseId, version: u32) -> Grant {
    Grant {
        group: group(to),
        case: of,
        compartment: Compartment::Core,
        version,
        sealed: vec![7; 60],
        provisional: false,
    }
}

/// Reads what there is, adds an entry and, but for case 1, a key, and tells what was read: versions of keys, positions of entries.
async fn adds(db: Db, n: u32) -> Result<(Vec<u32>, Vec<u64>)> {
    let id = case(n);
    db.write_about(group(1), Some(id), move |tx: &mut Tx<'_>| {
        let (openers, entries) = tx.case_file(group(1), id)?;
        let versions: Vec<u32> = openers.iter().map(|o| o.version).collect();
        let seen = entries.iter().map(|e| e.header.seq).collect();
        let (seq, at_ms) = (tx.next_seq(), tx.at_ms(1_000)?);
        if n != 1 {
            tx.put_grant(&grant(1, id, versions.last().unwrap_or(&0) + 1))?;
        }
        let committed: Committed<_> = tx.commit(&[in_case(seq, at_ms, n)], (versions, seen))?;
        Ok::<_, Error>(committed)
    })
    .await
}

async fn acts_that_share_a_commit_see_each_other(db: Db) -> Result<()> {
    settle(&db).await?;
    act(&db, |tx| {
        (0..3).try_for_each(|n| tx.put_grant(&grant(1, case(n), 1)))
    })
    .await?;
    let mut acts = JoinSet::new();
    // holds the writers, so that the others gather behind it
    let first = db.clone();
    acts.spawn(async move {
        let slow = move |tx: &mut Tx<'_>| {
            std::thread::sleep(std::time::Duration::from_millis(60));
            let (seq, at_ms) = (tx.next_seq(), tx.at_ms(1_000)?);
            tx.commit(&[in_case(seq, at_ms, 9)], (9, (vec![], vec![])))
        };
        first.write::<_, Error, _>(slow).await
    });
    for at in 0..60 {
        let db = db.clone();
        acts.spawn(async move { adds(db, at % 3).await.map(|seen| (at % 3, seen)) });
    }
    let mut seen: Vec<_> = acts.join_all().await.into_iter().collect::<Result<_>>()?;
    seen.retain(|(n, _)| *n < 3);
    seen.sort_by_key(|(n, (_, entries))| (*n, entries.len()));
    for n in 0..3 {
        let of_case = seen.iter().filter(|(of, _)| *of == n);
        for (before, (_, (versions, entries))) in of_case.enumerate() {
            // each saw exactly what those before it had done
            assert_eq!(entries.len(), before);
            assert_eq!(versions.len(), if n == 1 { 1 } else { before + 1 });
        }
    }
    Ok(())
}

async fn a_file_is_for_those_who_hold_a_grant(db: Db) -> Result<()> {
    settle(&db).await?;
    act(&db, |tx| tx.put_grant(&grant(1, case(1), 1))).await?;
    adds(db.clone(), 1).await?;
    let taken = db
        .write_about(group(1), Some(case(1)), |tx: &mut Tx<'_>| {
            tx.drop_grants(group(1), case(1))?;
            let (seq, at_ms) = (tx.next_seq(), tx.at_ms(1_000)?);
            // the answer fetched ahead is no longer right
            let after = tx.case_file(group(1), case(1))?;
            tx.commit(&[in_case(seq, at_ms, 1)], after)
        })
        .await
        .map_err(|error: Error| error)?;
    assert_eq!(taken, (vec![], vec![]));
    let read = db
        .read(|r| {
            Ok::<_, Error>((
                r.case_file(group(2), case(1))?,
                r.case_entries(case(1), None)?,
            ))
        })
        .await?;
    assert_eq!(read.0, (vec![], vec![]));
    assert_eq!(read.1.len(), 2);
    Ok(())
}
