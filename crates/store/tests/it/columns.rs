//! Every column is classified in `columns.toml`, and nothing is classified that is not there, on both engines.

use crate::postgres::{Durability, Postgres};
use crate::support::*;
use std::collections::{BTreeMap, BTreeSet};

type Table = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

fn classified() -> BTreeSet<String> {
    let text = include_str!("../../columns.toml");
    let table: Table = toml::from_str(text).unwrap();
    let mut columns = BTreeSet::new();
    for (table, of_table) in table {
        for (column, why) in of_table {
            let name = format!("{table}.{column}");
            let [(class, reason)] = why.into_iter().collect::<Vec<_>>().try_into().expect(&name);
            assert!(
                ["sealed", "pseudonymous", "open"].contains(&class.as_str()),
                "{name}: {class}"
            );
            assert!(reason.len() > 3, "{name} needs a reason");
            columns.insert(name);
        }
    }
    columns
}

fn same(engine: &str, live: &BTreeSet<String>) {
    let classified = classified();
    let missing: Vec<_> = live.difference(&classified).collect();
    let gone: Vec<_> = classified.difference(live).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "{engine}: not classified {missing:?}, not there {gone:?}"
    );
    println!("{engine}: {} columns, all classified", live.len());
}

fn lite_columns(url: &str) -> BTreeSet<String> {
    let conn = rusqlite::Connection::open(url.strip_prefix("sqlite:").unwrap()).unwrap();
    let mut statement = conn
        .prepare("SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'")
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_column_is_classified() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(folder.path());
    open(&url).await.unwrap();
    let lite = lite_columns(&url);
    same("sqlite", &lite);

    let cluster = Postgres::start(Durability::None).unwrap();
    open(&cluster.address("postgres")).await.unwrap();
    let said = cluster
        .psql(
            "postgres",
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'",
        )
        .unwrap();
    same("postgres", &said.lines().map(str::to_owned).collect());

    // The planted fault: one more column, which must be found.
    let conn = rusqlite::Connection::open(url.strip_prefix("sqlite:").unwrap()).unwrap();
    conn.execute_batch("ALTER TABLE card ADD COLUMN surname TEXT")
        .unwrap();
    let live = lite_columns(&url);
    assert_eq!(
        live.difference(&classified()).collect::<Vec<_>>(),
        ["card.surname"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_are_text_whole_numbers_or_bytes() {
    let cluster = Postgres::start(Durability::None).unwrap();
    open(&cluster.address("postgres")).await.unwrap();
    let types = cluster
        .psql(
            "postgres",
            "SELECT DISTINCT udt_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1",
        )
        .unwrap();
    assert_eq!(types.lines().collect::<Vec<_>>(), ["bytea", "int8", "text"]);
}
