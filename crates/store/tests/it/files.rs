//! What is kept of the files of cases is what stands in the database, and nothing that was undone.

use crate::support::{act, case, group, in_case, open, settle, sqlite};
use safeconduct_domain::compartment::Compartment;
use safeconduct_store::grant::Grant;
use safeconduct_store::{Db, Error, Result, Tx};

async fn opened(db: &Db) -> Result<()> {
    settle(db).await?;
    let grant = Grant {
        group: group(1),
        case: case(1),
        compartment: Compartment::Core,
        version: 1,
        sealed: vec![7; 60],
        provisional: false,
    };
    act(db, move |tx| tx.put_grant(&grant)).await.map(drop)
}

/// Adds an entry to case 1, or undoes it after it was read back.
async fn add(db: &Db, undo: bool) -> Result<()> {
    db.write_about(group(1), Some(case(1)), move |tx: &mut Tx<'_>| {
        tx.case_file(group(1), case(1))?;
        let (seq, at_ms) = (tx.next_seq(), tx.at_ms(1_000)?);
        let committed = tx.commit(&[in_case(seq, at_ms, 1)], ())?;
        let (_, entries) = tx.case_file(group(1), case(1))?;
        assert_eq!(entries.last().map(|e| e.header.seq), Some(seq));
        if undo {
            return Err(Error::Busy);
        }
        Ok(committed)
    })
    .await
}

/// What somebody does who can write the file and holds no key.
fn plant(url: &str, sql: &str) {
    let conn = rusqlite::Connection::open(url.strip_prefix("sqlite:").unwrap()).unwrap();
    assert_eq!(conn.execute(sql, []).unwrap(), 1);
}

async fn read(db: &Db) -> Result<Vec<u64>> {
    let file = db
        .read(|r| Ok::<_, Error>(r.case_file(group(1), case(1))?.1))
        .await?;
    Ok(file.iter().map(|e| e.header.seq).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_undone_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&sqlite(folder.path())).await.unwrap();
    opened(&db).await.unwrap();
    for _ in 0..3 {
        add(&db, false).await.unwrap();
    }
    let before = read(&db).await.unwrap();
    assert_eq!(before.len(), 3);
    assert!(matches!(add(&db, true).await, Err(Error::Busy)));
    assert_eq!(read(&db).await.unwrap(), before);
    add(&db, false).await.unwrap();
    assert_eq!(read(&db).await.unwrap().len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_was_put_back_is_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    let db = open(&url).await.unwrap();
    opened(&db).await.unwrap();
    for _ in 0..3 {
        add(&db, false).await.unwrap();
    }
    let before = read(&db).await.unwrap();
    let gone = format!("DELETE FROM entry WHERE seq = {}", before[2]);
    plant(&url, &gone);
    assert_eq!(read(&db).await.unwrap(), before[..2]);
    // and an entry that is another one now does not pass for the one that was checked
    let forged = format!("UPDATE entry SET body = x'00' WHERE seq = {}", before[1]);
    plant(&url, &forged);
    assert!(matches!(read(&db).await, Err(Error::ForgedEntry(seq)) if seq == before[1]));
}
