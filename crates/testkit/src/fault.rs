//! Faults: what somebody does who can write the files of a deployment and holds none of its keys.

use rusqlite::Connection;
use std::path::Path;

/// Runs SQL in an embedded database behind the program's back; gives how many rows it changed.
pub fn plant(database: &Path, sql: &str) -> usize {
    let conn = Connection::open(database).expect("a database file");
    conn.execute(sql, []).expect("a fault that can be planted")
}

/// The pseudonyms of the cases, which whoever has the file can read.
pub fn cases(database: &Path) -> Vec<String> {
    let conn = Connection::open(database).expect("a database file");
    let mut found = conn
        .prepare("SELECT lower(hex(case_id)) FROM case_state ORDER BY case_id")
        .expect("a table of cases");
    let rows = found.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a pseudonym")).collect()
}

/// A database that another program is writing to, until this is dropped.
#[derive(Debug)]
pub struct Held(Connection);

/// Begins to write to an embedded database and does not end.
pub fn hold(database: &Path) -> Held {
    let conn = Connection::open(database).expect("a database file");
    conn.busy_timeout(std::time::Duration::from_secs(5))
        .expect("patience");
    conn.execute_batch("BEGIN IMMEDIATE")
        .expect("a database nobody else is writing to");
    Held(conn)
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.execute_batch("ROLLBACK").expect("an end");
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for found in std::fs::read_dir(from).expect("a folder to copy") {
        let found = found.expect("an entry of a folder");
        let target = to.join(found.file_name());
        if found.file_type().expect("a kind of file").is_dir() {
            copy(&found.path(), &target);
        } else {
            std::fs::copy(found.path(), &target).expect("a copied file");
        }
    }
    let mode = std::fs::metadata(from).expect("a folder").permissions();
    std::fs::set_permissions(to, mode).expect("the same permissions");
}
