//! What goes wrong around the store: forged rows, wrong keys, lost connections, crowds.

use crate::postgres::{Durability, Postgres};
use crate::support::*;
use safeconduct_journal::MacKey;
use safeconduct_store::{Committed, Db, Options, Result};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;

/// A database of either engine that can be changed behind the store's back.
enum Behind {
    Lite(tempfile::TempDir),
    Pg(Postgres),
}

impl Behind {
    fn url(&self) -> String {
        match self {
            Self::Lite(folder) => sqlite(folder.path()),
            Self::Pg(cluster) => cluster.address("postgres"),
        }
    }

    fn sql(&self, sql: &str) {
        match self {
            Self::Lite(folder) => {
                rusqlite::Connection::open(folder.path().join("test.db"))
                    .unwrap()
                    .execute_batch(sql)
                    .unwrap();
            }
            Self::Pg(cluster) => {
                cluster
                    .psql("postgres", &sql.replace("x'", r"'\x"))
                    .unwrap();
            }
        }
    }
}

fn behind_both() -> [Behind; 2] {
    [
        Behind::Lite(tempfile::tempdir().unwrap()),
        Behind::Pg(Postgres::start(Durability::None).unwrap()),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forged_rows_are_noticed() {
    for behind in behind_both() {
        let url = behind.url();
        let db = open(&url).await.unwrap();
        append(&db, 1, 3).await.unwrap();
        append(&db, 2, 1).await.unwrap();

        // Another server's key.
        let other = Db::open(&url, Options::new(MacKey::from_bytes(&[8; 32]))).await;
        assert_eq!(kind(other), "ForgedHead");

        // A row of another case slipped into this one by its column.
        behind.sql(
            "UPDATE entry SET case_id = (SELECT case_id FROM entry WHERE seq = 0) WHERE seq = 3",
        );
        assert_eq!(
            kind(db.read(|r| r.case_entries(case(1), None)).await),
            "ForgedEntry"
        );
        behind.sql("UPDATE entry SET case_id = NULL WHERE seq = 3");

        // A header changed, and one cut short.
        behind.sql(
            "UPDATE entry SET header = (SELECT header FROM entry WHERE seq = 0) WHERE seq = 1",
        );
        let twice = db.read(|r| r.case_entries(case(1), None)).await;
        assert_eq!(
            kind(twice),
            "ForgedEntry",
            "the mark is right, the body is another's"
        );
        behind.sql("UPDATE entry SET header = x'01' WHERE seq = 1");
        assert_eq!(
            kind(db.read(|r| r.case_entries(case(1), None)).await),
            "Corrupt"
        );
        assert_eq!(kind(db.read(|r| r.entry(1)).await), "Corrupt");

        // A head moved back, and one taken away.
        behind.sql("UPDATE head SET size = 3");
        assert_eq!(kind(db.read(|r| r.head()).await), "ForgedHead");
        assert_eq!(kind(append(&db, 1, 1).await), "ForgedHead");
        assert_eq!(kind(open(&url).await), "ForgedHead");
        behind.sql("DELETE FROM head");
        assert_eq!(kind(append(&db, 1, 1).await), "Missing");
        assert_eq!(kind(open(&url).await), "ForgedHead");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn migrations_are_applied_once_and_guarded() {
    for behind in behind_both() {
        let url = behind.url();
        let mut opening = JoinSet::new();
        for _ in 0..5 {
            let url = url.clone();
            opening.spawn(async move { open(&url).await });
        }
        while let Some(opened) = opening.join_next().await {
            assert_eq!(opened.unwrap().unwrap().ping().await.unwrap(), 0);
        }
        behind.sql("UPDATE migration SET script = script || ' '");
        assert_eq!(kind(open(&url).await), "MigrationChanged");
        behind.sql("INSERT INTO migration (version, script) VALUES (99, 'later'); DELETE FROM migration WHERE version < 99");
        assert_eq!(kind(open(&url).await), "Newer");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_schema_can_be_asked_for_first() {
    for behind in behind_both() {
        let url = behind.url();
        if let Behind::Lite(folder) = &behind {
            assert_eq!(
                kind(Db::schema(&url, Options::new(mac())).await),
                "Unavailable"
            );
            assert!(
                !folder.path().join("test.db").exists(),
                "asking makes nothing"
            );
        } else {
            assert_eq!(
                Db::schema(&url, Options::new(mac())).await.unwrap().found,
                0
            );
        }
        open(&url).await.unwrap();
        let schema = Db::schema(&url, Options::new(mac())).await.unwrap();
        assert_eq!(schema.found, schema.known);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_and_processes_share_a_database() {
    for behind in behind_both() {
        let url = behind.url();
        let nodes = [open(&url).await.unwrap(), open(&url).await.unwrap()];
        let mut acts = JoinSet::new();
        for n in 0..40 {
            let db = nodes[n as usize % 2].clone();
            acts.spawn(async move { append(&db, n, 2).await });
        }
        while let Some(done) = acts.join_next().await {
            done.unwrap().unwrap();
        }
        assert_eq!(nodes[0].ping().await.unwrap(), 80);
        let mut seqs = Vec::new();
        for n in 0..40 {
            let entries = nodes[1]
                .read(move |r| r.case_entries(case(n), None))
                .await
                .unwrap();
            seqs.extend(entries.iter().map(|entry| entry.header.seq));
        }
        seqs.sort_unstable();
        assert_eq!(seqs, (0..80).collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_is_told_to_come_back() {
    for behind in behind_both() {
        let options = Options {
            readers: 1,
            wait: Duration::from_millis(50),
            ..Options::new(mac())
        };
        let db = Db::open(&behind.url(), options).await.unwrap();
        let (first, started) = (db.clone(), Arc::new(tokio::sync::Notify::new()));
        let tell = Arc::clone(&started);
        let slow = tokio::spawn(async move {
            first
                .read(move |r| {
                    tell.notify_one();
                    std::thread::sleep(Duration::from_millis(400));
                    r.head().map(drop)
                })
                .await
        });
        started.notified().await;
        assert_eq!(kind(db.ping().await), "Busy");
        slow.await.unwrap().unwrap();
        assert_eq!(kind(db.ping().await), "Ok");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_are_understood_or_refused() {
    let bad = [
        "",
        "mysql://x",
        "sqlite",
        "postgres://h:x/y",
        "postgres://secret@h/y?sslmode=prefer",
    ];
    for url in bad {
        let error = open(url).await.unwrap_err();
        assert_eq!(kind_of(&error), "Address", "{url}");
        assert!(!error.to_string().contains("secret"));
    }
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("sqlite:{}/no/such/folder/x.db", folder.path().display());
    assert_ne!(kind(open(&missing).await), "Ok");
    let nobody = open("postgres://postgres:secret@127.0.0.1:1/x")
        .await
        .unwrap_err();
    assert_eq!(kind_of(&nobody), "Unavailable");
    assert!(!nobody.to_string().contains("secret"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost_connections_are_made_again() {
    let cluster = Arc::new(Postgres::start(Durability::None).unwrap());
    let db = open(&cluster.address("postgres")).await.unwrap();
    append(&db, 1, 1).await.unwrap();
    db.ping().await.unwrap();

    // Cut while nobody uses them.
    cluster.disconnect_all("postgres").unwrap();
    assert_eq!(db.ping().await.unwrap(), 1);
    assert_eq!(append(&db, 1, 1).await.unwrap(), 1);

    // Cut in the middle of an act: it is run again, once.
    let (cut, runs) = (Arc::clone(&cluster), Arc::new(AtomicU32::new(0)));
    let counted = Arc::clone(&runs);
    db.write(move |tx| -> Result<Committed<()>> {
        let run = counted.fetch_add(1, Ordering::SeqCst);
        let seq = tx.next_seq();
        if run == 0 {
            cut.disconnect_all("postgres").unwrap();
            tx.case_state(case(1))?;
        }
        tx.commit(&[in_case(seq, 1_000, 1)], ())
    })
    .await
    .unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 2);

    // Cut just before the commit is sent: nobody can say what happened, and nothing is claimed.
    let cut = Arc::clone(&cluster);
    let unsure = db
        .write(move |tx| -> Result<Committed<()>> {
            let seq = tx.next_seq();
            let committed = tx.commit(&[in_case(seq, 1_000, 1)], ());
            cut.disconnect_all("postgres").unwrap();
            committed
        })
        .await;
    assert_eq!(kind(unsure), "Uncertain");
    assert_eq!(db.ping().await.unwrap(), 3);
    assert_eq!(append(&db, 1, 1).await.unwrap(), 3);

    // Gone altogether.
    drop(Arc::try_unwrap(cluster).unwrap());
    assert_eq!(kind(db.ping().await), "Unavailable");
    assert_eq!(kind(append(&db, 1, 1).await), "Unavailable");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deadlocks_are_run_again() {
    let cluster = Postgres::start(Durability::None).unwrap();
    cluster
        .psql("postgres", "ALTER SYSTEM SET deadlock_timeout = '100ms'")
        .unwrap();
    cluster.psql("postgres", "SELECT pg_reload_conf()").unwrap();
    let db = open(&cluster.address("postgres")).await.unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let mut crossing = JoinSet::new();
    for keys in [[b"a", b"b"], [b"b", b"a"]] {
        let (db, runs) = (db.clone(), Arc::clone(&runs));
        crossing.spawn(async move {
            db.scratch(move |s| {
                runs.fetch_add(1, Ordering::SeqCst);
                s.count_failure(keys[0], 1)?;
                std::thread::sleep(Duration::from_millis(300));
                s.count_failure(keys[1], 1)
            })
            .await
        });
    }
    while let Some(done) = crossing.join_next().await {
        done.unwrap().unwrap();
    }
    assert!(runs.load(Ordering::SeqCst) >= 3, "no deadlock happened");
    let stands = db.read(|r| r.throttle(b"a")).await.unwrap().unwrap();
    assert_eq!(stands.failures, 2);
}

/// A certificate authority and a certificate for this machine, in the folder.
fn certificates(folder: &std::path::Path) {
    let openssl = |args: &str| {
        let ran = Command::new("openssl")
            .args(args.split(' '))
            .current_dir(folder)
            .output()
            .unwrap();
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    };
    std::fs::write(
        folder.join("names"),
        "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n",
    )
    .unwrap();
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout ca.key -out ca.pem",
    );
    openssl("req -newkey rsa:2048 -nodes -subj /CN=server -keyout server.key -out server.csr");
    openssl(
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.crt",
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tls_is_checked() {
    let cluster = Postgres::start(Durability::None).unwrap();
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    let data = cluster.folder().join("data");
    let owner = std::os::unix::fs::MetadataExt::uid(&std::fs::metadata(&data).unwrap());
    for file in ["server.key", "server.crt"] {
        std::fs::copy(folder.path().join(file), data.join(file)).unwrap();
        std::os::unix::fs::chown(data.join(file), Some(owner), None).unwrap();
    }
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(data.join("server.key"), mode).unwrap();
    cluster
        .psql("postgres", "ALTER SYSTEM SET ssl = on")
        .unwrap();
    cluster.psql("postgres", "SELECT pg_reload_conf()").unwrap();
    std::thread::sleep(Duration::from_millis(300));

    let here = cluster
        .address("postgres")
        .replace("127.0.0.1", "localhost");
    let options = |file: &str| Options {
        authorities: Some(folder.path().join(file)),
        ..Options::new(mac())
    };
    let db = Db::open(&format!("{here}?sslmode=require"), options("ca.pem"))
        .await
        .unwrap();
    append(&db, 1, 1).await.unwrap();
    let ssl = "SELECT count(*) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid)
        WHERE s.ssl AND a.application_name = 'safeconduct'";
    assert_ne!(cluster.psql("postgres", ssl).unwrap().trim(), "0");

    // Another authority; a name the certificate does not have; a file without certificates.
    std::fs::create_dir(folder.path().join("other")).unwrap();
    certificates(&folder.path().join("other"));
    let other = Db::open(&format!("{here}?sslmode=require"), options("other/ca.pem")).await;
    assert_eq!(kind(other), "Unavailable");
    let numbered = format!("{}?sslmode=require", cluster.address("postgres"));
    assert_eq!(
        kind(Db::open(&numbered, options("ca.pem")).await),
        "Unavailable"
    );
    assert_eq!(kind(Db::open(&numbered, options("names")).await), "Tls");
}
