//! What can go wrong in the store, in terms a use case can act on.
//!
//! No variant carries a value from a row or a parameter: an error may be logged.

/// Why the store could not do what was asked. Everything it began is rolled back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address of a database or of an object store is not one this program understands.
    #[error("not an address of a store: {0}")]
    Address(&'static str),
    /// No connection became free, or a lock was not obtained, in time. Trying again later is sensible.
    #[error("the database is busy")]
    Busy,
    /// The database cannot be reached, or went away before anything was committed.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    /// The connection broke while the commit was under way: it may or may not have happened. Whoever retries must do
    /// so under the same [`once`](crate::once) key.
    #[error("the connection broke during the commit; whether it took effect is not known")]
    Uncertain,
    /// A row with this key, or another unique value, is there already.
    #[error("there is already a row with this unique value")]
    Conflict,
    /// A row refers to one that is not there, or a value is outside what its column allows.
    #[error("a row refers to one that does not exist, or a value is out of range")]
    Constraint,
    /// A row that had to be there is not.
    #[error("no such {0}")]
    Missing(&'static str),
    /// A stored value does not decode: the database was changed by something else.
    #[error("a stored value does not decode: {0}")]
    Corrupt(&'static str),
    /// The MAC of the journal's head does not fit it: it was changed by someone without the key, or this is the
    /// wrong key.
    #[error("the journal's head does not carry this server's mark")]
    ForgedHead,
    /// The MAC of an entry does not fit it.
    #[error("journal entry {0} does not carry this server's mark")]
    ForgedEntry(u64),
    /// The last entry was written at a later time than this one: this server's clock is behind.
    #[error("the clock is {0} ms behind the journal")]
    Clock(i64),
    /// The entries handed to a commit are none, or do not continue the journal.
    #[error("a commit needs entries that continue the journal")]
    Entries,
    /// A closure gave back success without having committed, committed twice, or committed after a failed statement.
    #[error("the transaction was not committed exactly once")]
    NotCommitted,
    /// The database was made by a newer version of this program.
    #[error("the database has schema version {found}, this program knows {known}")]
    Newer {
        /// What the database says.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// A migration that has been applied reads differently now.
    #[error("migration {0} is not the one this database was made with")]
    MigrationChanged(i64),
    /// A certificate or trust store for the connection to PostgreSQL cannot be used.
    #[error("the TLS set-up cannot be used: {0}")]
    Tls(String),
    /// Any other refusal by the database: its code and its words, never its detail line (which may quote values).
    #[error("the database refused ({code}): {message}")]
    Database {
        /// SQLSTATE, or SQLite's extended code.
        code: String,
        /// The engine's own message.
        message: String,
    },
    /// The object store failed.
    #[error("the object store failed: {0}")]
    Objects(#[from] object_store::Error),
    /// A file of the store could not be read or written.
    #[error("a file of the store failed: {0}")]
    Io(#[from] std::io::Error),
}

impl Error {
    /// The same error for one more of those it befell: an error of the database that struck several acts at once.
    pub(crate) fn again(&self) -> Self {
        match self {
            Self::Unavailable(why) => Self::Unavailable(why.clone()),
            Self::Busy => Self::Busy,
            Self::Uncertain => Self::Uncertain,
            Self::Conflict => Self::Conflict,
            Self::Constraint => Self::Constraint,
            Self::Missing(what) => Self::Missing(what),
            Self::ForgedHead => Self::ForgedHead,
            Self::NotCommitted => Self::NotCommitted,
            Self::Database { code, message } => Self::Database {
                code: code.clone(),
                message: message.clone(),
            },
            other => Self::Database {
                code: "batch".into(),
                message: other.to_string(),
            },
        }
    }
}

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let rusqlite::Error::SqliteFailure(failure, message) = error else {
            return Self::Database {
                code: "rusqlite".into(),
                message: error.to_string(),
            };
        };
        match (failure.code, failure.extended_code) {
            (Code::DatabaseBusy | Code::DatabaseLocked, _) => Self::Busy,
            // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
            (Code::ConstraintViolation, 2067 | 1555 | 2579) => Self::Conflict,
            (Code::ConstraintViolation, _) => Self::Constraint,
            (Code::CannotOpen | Code::NotADatabase, _) => {
                Self::Unavailable(message.unwrap_or_default())
            }
            (_, code) => Self::Database {
                code: code.to_string(),
                message: message.unwrap_or_else(|| failure.to_string()),
            },
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(refusal) = error.as_db_error() else {
            return if error.is_closed() {
                Self::Unavailable("the connection is closed".into())
            } else {
                Self::Unavailable(error.to_string())
            };
        };
        match refusal.code() {
            code if *code == SqlState::UNIQUE_VIOLATION => Self::Conflict,
            code if code.code().starts_with("23") => Self::Constraint,
            code if *code == SqlState::LOCK_NOT_AVAILABLE || *code == SqlState::QUERY_CANCELED => {
                Self::Busy
            }
            // connection exceptions, too many connections, shutting down
            code if ["08", "53", "57"]
                .iter()
                .any(|class| code.code().starts_with(class)) =>
            {
                Self::Unavailable(refusal.message().to_owned())
            }
            code => Self::Database {
                code: code.code().to_owned(),
                message: refusal.message().to_owned(),
            },
        }
    }
}
