//! The online copy of a SQLite database.

use crate::support::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_whole_while_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&sqlite(folder.path())).await.unwrap();
    append(&db, 1, 400).await.unwrap();
    let working = {
        let db = db.clone();
        tokio::spawn(async move {
            for _ in 0..30 {
                append(&db, 2, 2).await.unwrap();
            }
        })
    };
    let copy = folder.path().join("copy.db");
    db.backup(&copy).await.unwrap();
    working.await.unwrap();
    assert_eq!(db.ping().await.unwrap(), 460);

    let copied = open(&format!("sqlite:{}", copy.display())).await.unwrap();
    let size = copied.ping().await.unwrap();
    assert!((400..=460).contains(&size) && size % 2 == 0, "{size}");
    assert_eq!(
        copied
            .read(|r| r.case_entries(case(1), None))
            .await
            .unwrap()
            .len(),
        400
    );
    assert_eq!(kind(db.backup(&copy).await), "Conflict");

    use std::os::unix::fs::PermissionsExt;
    for file in ["test.db", "copy.db"] {
        let mode = std::fs::metadata(folder.path().join(file))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}
