//! The database: reachable, of this program's schema, this deployment's own, writable; the clock against it.

use safeconduct_casework::clock::Clock;
use safeconduct_casework::keys::Keys;
use safeconduct_journal::MacKey;
use safeconduct_store::{Db, Error, Options, Result};

use super::Finding;
use crate::cli::Place;
use crate::cli::terminal::grouped;

/// An act is refused when the clock is further behind the journal than this.
const BEHIND_MS: i64 = 60_000;
/// Mail that has waited longer than this is late.
const LATE_MS: i64 = 15 * 60 * 1000;
/// A checkpoint is made every minute; this is long without.
const UNSIGNED_MS: i64 = 10 * 60 * 1000;

/// Looks without making anything, then opens what is there.
pub(super) async fn database(place: &Place, keys: &Keys, clock: &Clock) -> Vec<Finding> {
    let options = Options::new(MacKey::from_bytes(&keys.pepper.journal_mac()));
    if let Some(file) = place.database_file().filter(|file| !file.exists()) {
        let mend = "name it with --database, or bring it back from a backup; never begin a new one beside old keys";
        return vec![Finding::amiss(
            "database",
            format!("{} is not there", file.display()),
            mend,
        )];
    }
    let schema = match Db::schema(&place.database(), options.clone()).await {
        Ok(schema) => schema,
        Err(error) => return vec![unreachable(&error)],
    };
    if schema.found != schema.known {
        return vec![differs(schema.found, schema.known)];
    }
    let db = match Db::open(&place.database(), options).await {
        Ok(db) => db,
        Err(error) => return vec![unreachable(&error)],
    };
    let mut found = vec![Finding::well(
        "database",
        format!("{}, schema version {}", db.engine(), schema.found),
    )];
    found.push(writable(&db, clock).await);
    found.extend(
        looked(&db, clock, place.is_demo())
            .await
            .unwrap_or_else(|error| vec![unreachable(&error)]),
    );
    found
}

fn unreachable(error: &Error) -> Finding {
    let mend = match error {
        Error::ForgedHead => {
            "the keys are another deployment's, or the journal was changed by hand: run `safeconduct verify`, and keep a copy of the database before anything else"
        }
        Error::Newer { .. } | Error::MigrationChanged(_) => {
            "use the program this database was made with, or a newer one"
        }
        Error::Busy => {
            "another program holds it: a backup, a second server on an embedded database"
        }
        Error::Tls(_) => {
            "look at the certificate of the database server and at sslmode in its address"
        }
        _ => "is it running, is the address right, may this user connect?",
    };
    Finding::amiss("database", error.to_string(), mend)
}

fn differs(found: i64, known: i64) -> Finding {
    let seen = format!("schema version {found}; this program knows {known}");
    match found {
        0 => Finding::amiss(
            "database",
            "there is nothing of ours in it",
            "`safeconduct init` begins a deployment",
        ),
        found if found > known => Finding::amiss(
            "database",
            seen,
            "use the program this database was made with, or a newer one",
        ),
        _ => Finding::note(
            "database",
            format!("{seen}; the server brings it up to date when it starts: make a backup first"),
        ),
    }
}

async fn writable(db: &Db, clock: &Clock) -> Finding {
    let now = clock.now_ms();
    match db.scratch(move |s| s.write_one_row(&[0; 32], now)).await {
        Ok(()) => Finding::well("writing", "a row was written and committed"),
        Err(error) => Finding::amiss(
            "writing",
            error.to_string(),
            "is the disk full or read-only, does another program hold the database?",
        ),
    }
}

/// What can be read of the journal without any key to a case.
async fn looked(db: &Db, clock: &Clock, demo: bool) -> Result<Vec<Finding>> {
    let now = clock.now_ms();
    let (head, signed, groups, late) = db
        .read(move |r| {
            Ok::<_, Error>((
                r.head()?,
                r.last_checkpoint()?,
                r.groups()?,
                r.jobs_due(now - LATE_MS)?,
            ))
        })
        .await?;
    let mut found = vec![Finding::well(
        "journal",
        format!(
            "{} entries; the head carries this server's mark",
            grouped(head.size)
        ),
    )];
    found.push(clock_against(now, head.last_ms));
    let covered = signed.map_or(0, |c| c.size);
    found.push(signatures(head.size, covered, now - head.last_ms));
    let closed: Vec<&str> = groups
        .iter()
        .filter(|g| g.epoch == 0)
        .map(|g| g.code.as_str())
        .collect();
    if !closed.is_empty() {
        found.push(Finding::note(
            "groups",
            format!(
                "{} have no keys yet, because no founder has signed in: {}",
                closed.len(),
                closed.join(", ")
            ),
        ));
    }
    if late > 0 && !demo {
        found.push(Finding::amiss(
            "mail",
            format!("{late} messages have waited for a quarter of an hour"),
            "is the server running, and does it reach the mail server?",
        ));
    }
    Ok(found)
}

/// How much of the journal is under a signed checkpoint.
fn signatures(size: u64, covered: u64, idle_ms: i64) -> Finding {
    let waiting = grouped(size.saturating_sub(covered));
    let seen = match size.saturating_sub(covered) {
        0 => return Finding::well("checkpoint", "every entry is under a signature"),
        _ => format!("the last {waiting} entries are under no signature yet"),
    };
    if idle_ms > UNSIGNED_MS {
        Finding::note(
            "checkpoint",
            format!("{seen}; a running server signs each minute"),
        )
    } else {
        Finding::well(
            "checkpoint",
            format!("{seen}; a running server signs each minute"),
        )
    }
}

fn clock_against(now: i64, last: i64) -> Finding {
    let mend =
        "set the clock (NTP), on every node; acts are refused while it is behind the journal";
    match last - now {
        ahead if ahead > BEHIND_MS => Finding::amiss(
            "clock",
            format!("{} s behind the journal's last entry", ahead / 1000),
            mend,
        ),
        _ => Finding::well("clock", "not behind the journal's last entry"),
    }
}
