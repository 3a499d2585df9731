//! Every statement of the crate, in one list, so that a test can prepare each of them on both engines.

/// Defines the statements of a module: a constant each, and `ALL` with their names.
macro_rules! statements {
    ($(const $name:ident = $sql:expr;)*) => {
        $(const $name: &str = $sql;)*
        /// The statements of this module, with their names.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use statements;

/// Module, name and text of every statement.
#[cfg(test)]
pub(crate) fn every() -> Vec<(&'static str, &'static str, &'static str)> {
    macro_rules! of {
        ($($module:ident),*) => {
            [$((stringify!($module), crate::$module::ALL)),*]
        };
    }
    of![
        account,
        bench,
        card,
        case,
        certificate,
        checkpoint,
        courier,
        delegation,
        fact,
        first_contact,
        grant,
        group,
        head,
        invitation,
        job,
        journal,
        letterbox,
        likeness,
        membership,
        meta,
        migrate,
        object,
        once,
        opened,
        organisation,
        rebuild,
        regrant,
        session,
        space,
        throttle,
        transfer
    ]
    .into_iter()
    .flat_map(|(module, all)| all.iter().map(move |(name, sql)| (module, *name, *sql)))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::every;
    use crate::conn::Conn;
    use crate::conn::tls::target;
    use crate::migrate::migrate;
    use crate::postgres::{Durability, Postgres};
    use std::collections::BTreeSet;
    use std::fs::read_to_string;

    /// Statements that walk a whole table, and may: small ones, or by key until a limit.
    const SCANS: &[(&str, &str)] = &[
        ("account", "EVERY"),
        ("case", "HELD"),
        ("checkpoint", "EVERY"),
        ("checkpoint", "LAST"),
        ("delegation", "EVERY"),
        ("group", "EVERY"),
        ("head", "ANY_ENTRY"),
        ("job", "EVERY"),
        ("migrate", "APPLIED"),
        ("organisation", "EVERY"),
        ("session", "SWEEP"),
        ("space", "OF_YEAR"),
    ];

    /// Statements that sort, and may: the few rows of one person, case or organisation.
    const SORTS: &[(&str, &str)] = &[
        ("account", "OF_ORGANISATION"),
        ("card", "COUNT_PUT"),
        ("certificate", "IN_STATE"),
        ("certificate", "OF_USER"),
        ("delegation", "OF_USER"),
        ("grant", "OF_CASE"),
        ("group", "OF_ORGANISATION"),
        ("group", "OF_USER"),
        ("invitation", "OPEN"),
        ("membership", "OF_USER"),
        ("regrant", "IN_STATE"),
        ("regrant", "OF_USER"),
        ("session", "OF_USER"),
    ];

    #[test]
    fn every_statement_prepares_on_both_engines() {
        let folder = tempfile::tempdir().unwrap();
        let mut lite = Conn::lite(&folder.path().join("test.db"), true).unwrap();
        let cluster = Postgres::start(Durability::None).unwrap();
        let mut pg = Conn::pg(&target(&cluster.database().unwrap(), None).unwrap()).unwrap();
        migrate(&mut lite).unwrap();
        migrate(&mut pg).unwrap();
        let every = every();
        for (module, name, sql) in &every {
            lite.prepare(sql)
                .unwrap_or_else(|e| panic!("{module}::{name} on SQLite: {e}"));
            pg.prepare(sql)
                .unwrap_or_else(|e| panic!("{module}::{name} on PostgreSQL: {e}"));
        }
        println!("{} statements prepared on both engines", every.len());
        assert!(lite.prepare("SELECT nothing FROM nowhere").is_err());
        assert!(pg.prepare("SELECT nothing FROM nowhere").is_err());
    }

    #[test]
    fn statements_find_their_rows_by_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db");
        migrate(&mut Conn::lite(&path, true).unwrap()).unwrap();
        let conn = rusqlite::Connection::open(path).unwrap();
        let (mut scans, mut sorts) = (BTreeSet::new(), BTreeSet::new());
        for (module, name, sql) in every() {
            let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            for at in 1..=statement.parameter_count() {
                statement
                    .raw_bind_parameter(at, rusqlite::types::Null)
                    .unwrap();
            }
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next().unwrap() {
                let step: String = row.get(3).unwrap();
                if step.contains("TEMP B-TREE") {
                    sorts.insert((module, name));
                }
                // Rows written in the statement itself, the two that change a count of cards, and a page's worth that
                // an index gave, are no table.
                let own = step.contains("CONSTANT ROW")
                    || step.contains("ROW VALUES")
                    || ["SCAN change", "SCAN file", "SCAN looks"].contains(&step.as_str());
                if step.starts_with("SCAN") && !own {
                    scans.insert((module, name));
                }
            }
        }
        assert_eq!(scans, SCANS.iter().copied().collect());
        assert_eq!(sorts, SORTS.iter().copied().collect());
    }

    #[test]
    fn statements_number_their_parameters_without_gaps() {
        for (module, name, sql) in every() {
            assert!(
                !sql.contains('$'),
                "{module}::{name} uses $, which SQLite numbers by appearance"
            );
            let used: BTreeSet<usize> = sql
                .split('?')
                .skip(1)
                .map(|rest| {
                    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                    digits
                        .parse()
                        .unwrap_or_else(|_| panic!("{module}::{name}: a bare ?"))
                })
                .collect();
            assert_eq!(used, (1..=used.len()).collect(), "{module}::{name}");
        }
    }

    #[test]
    fn no_module_with_statements_is_left_out() {
        let listed: BTreeSet<&str> = every().iter().map(|(module, ..)| *module).collect();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let mut found = BTreeSet::new();
        for file in std::fs::read_dir(folder).unwrap().flatten() {
            if file
                .path()
                .extension()
                .is_some_and(|extension| extension == "rs")
                && read_to_string(file.path())
                    .unwrap()
                    .contains("\nstatements! {")
            {
                found.insert(
                    file.path()
                        .file_stem()
                        .unwrap()
                        .to_str()
                        .unwrap()
                        .to_owned(),
                );
            }
        }
        assert_eq!(
            found.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            listed
        );
    }
}
