//! The contract suite: every check on a fresh database of each engine.

use crate::postgres::{Durability, Postgres};
use crate::support::{open, sqlite};
use crate::{acts, ahead, cases, house, likeness, messages, people};
use safeconduct_store::{Db, Result};
use std::future::Future;
use std::pin::Pin;

pub type Check = (
    &'static str,
    fn(Db) -> Pin<Box<dyn Future<Output = Result<()>> + Send>>,
);

/// Lists checks: `async fn(Db) -> Result<()>` by name.
macro_rules! checks {
    ($($check:ident),* $(,)?) => {
        pub const CHECKS: &[crate::contract::Check] = &[$((stringify!($check), |db| Box::pin($check(db)))),*];
    };
}
pub(crate) use checks;

fn every() -> impl Iterator<Item = &'static Check> {
    [
        acts::CHECKS,
        ahead::CHECKS,
        cases::CHECKS,
        likeness::CHECKS,
        messages::CHECKS,
        people::CHECKS,
        house::CHECKS,
    ]
    .into_iter()
    .flatten()
}

/// Runs each check by itself, so that all that fail are named.
async fn run(engine: &str, mut database: impl FnMut() -> String) {
    let mut failed = Vec::new();
    for (name, check) in every() {
        let db = open(&database()).await.unwrap();
        assert_eq!(db.engine(), engine);
        match tokio::spawn(check(db)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failed.push(format!("{name}: {error}")),
            Err(_) => failed.push(format!("{name}: see the panic above")),
        }
    }
    println!(
        "{engine}: {} checks, {} failed",
        every().count(),
        failed.len()
    );
    assert!(failed.is_empty(), "{failed:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let mut n = 0;
    run("sqlite", || {
        n += 1;
        let folder = folder.path().join(n.to_string());
        std::fs::create_dir(&folder).unwrap();
        sqlite(&folder)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    run("postgres", || cluster.schema().unwrap()).await;
}
