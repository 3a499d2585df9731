//! The database: opened once, then asked through closures, each of which is one transaction.

use crate::conn::pool::Pool;
use crate::conn::{Conn, Mode, tls};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::files::Files;
use crate::head::{self, StoredHead};
use crate::migrate::{self, Schema, migrate};
use crate::tx::{Committed, Ground, Read, Scratch, Tx};
use safeconduct_domain::id::{CaseId, GroupId};
use safeconduct_journal::MacKey;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How a database is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// The key of the journal's marks. A database made with another one is refused.
    pub mac: MacKey,
    /// How many connections read at once. PostgreSQL's scratch work goes through them too.
    pub readers: usize,
    /// How long a caller waits for a connection before it is told [`Error::Busy`].
    pub wait: Duration,
    /// For PostgreSQL over TLS: a PEM file of certificate authorities to trust in place of the system's.
    pub authorities: Option<PathBuf>,
}

impl Options {
    /// Eight readers, fifteen seconds, the system's certificate authorities.
    #[must_use]
    pub const fn new(mac: MacKey) -> Self {
        Self {
            mac,
            readers: 8,
            wait: Duration::from_secs(15),
            authorities: None,
        }
    }
}

/// A database of either engine. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    desk: Arc<Desk>,
    scratch: Arc<Pool>,
    reader: Arc<Pool>,
    ground: Arc<Ground>,
    engine: &'static str,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({})", self.engine)
    }
}

/// Two writers a node on PostgreSQL: the second waits for the journal's head while the first one commits.
const PG_WRITERS: usize = 2;

/// The connections of a database, by what they are for.
struct Pools {
    writer: Arc<Pool>,
    scratch: Arc<Pool>,
    reader: Arc<Pool>,
    engine: &'static str,
}

fn pools(url: &str, options: Options) -> Result<Pools> {
    let Options {
        readers,
        wait,
        authorities,
        ..
    } = options;
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path: Arc<Path> = PathBuf::from(path).into();
        let again = Arc::clone(&path);
        let writer = Pool::new(1, wait, Box::new(move || Conn::lite(&path, true)));
        let reader = Pool::new(readers, wait, Box::new(move || Conn::lite(&again, false)));
        return Ok(Pools {
            scratch: Arc::clone(&writer),
            writer,
            reader,
            engine: "sqlite",
        });
    }
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        return Err(Error::Address("a database is sqlite:PATH or postgres://…"));
    }
    let target = tls::target(url, authorities.as_deref())?;
    let again = target.clone();
    let writer = Pool::new(PG_WRITERS, wait, Box::new(move || Conn::pg(&target)));
    let reader = Pool::new(readers, wait, Box::new(move || Conn::pg(&again)));
    Ok(Pools {
        scratch: Arc::clone(&reader),
        writer,
        reader,
        engine: "postgres",
    })
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`, makes or migrates the schema, and checks that the journal's head carries
    /// the mark of this key.
    ///
    /// # Errors
    /// An address that is neither; a database that cannot be reached, is newer than this program, or is another key's.
    pub async fn open(url: &str, options: Options) -> Result<Self> {
        let mac = options.mac.clone();
        let Pools {
            writer,
            scratch,
            reader,
            engine,
        } = pools(url, options)?;
        let key = mac.clone();
        Arc::clone(&writer)
            .run(move |conn| {
                migrate(conn)?;
                head::start(conn, &key)
            })
            .await?;
        let ground = Arc::new(Ground {
            mac,
            files: Files::default(),
        });
        let desk = Desk::new(writer, Arc::clone(&ground));
        Ok(Self {
            desk,
            scratch,
            reader,
            ground,
            engine,
        })
    }

    /// How far the schema of a database is, without changing or making anything: for whoever asks before opening it.
    ///
    /// # Errors
    /// An address that is neither engine's; a database that cannot be reached.
    pub async fn schema(url: &str, options: Options) -> Result<Schema> {
        pools(url, options)?.reader.run(migrate::schema).await
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub const fn engine(&self) -> &'static str {
        self.engine
    }

    /// Reads: everything the closure sees is one moment.
    ///
    /// # Errors
    /// Whatever the closure gives, and the store's own.
    pub async fn read<T, E, F>(&self, mut work: F) -> Result<T, E>
    where
        F: FnMut(&mut Read<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let ground = Arc::clone(&self.ground);
        Arc::clone(&self.reader)
            .run(move |conn| {
                conn.begin(Mode::Read)?;
                let outcome = work(&mut Read::new(conn, &ground));
                match outcome {
                    Ok(value) => conn.commit().map(|()| value).map_err(E::from),
                    Err(error) => {
                        conn.rollback();
                        Err(error)
                    }
                }
            })
            .await
    }

    /// One act. The journal's head is locked first, so acts happen one after the other; the closure ends with
    /// [`Tx::commit`], whose result is the only thing it can succeed with. An error undoes all of it. The closure is run
    /// again from its beginning after a deadlock or a lost connection, so it must not use up what it captured. Acts that
    /// come while another is being written to disk share the next commit.
    ///
    /// # Errors
    /// Whatever the closure gives, and the store's own.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<Committed<T>, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.desk.carry_out(None, work).await
    }

    /// As [`write`](Self::write), for an act that begins with [`Read::case_file`] of this case for this group: where that
    /// saves a way there and back, it is fetched together with the journal's head.
    ///
    /// # Errors
    /// Whatever the closure gives, and the store's own.
    pub async fn write_about<T, E, F>(
        &self,
        group: GroupId,
        case: Option<CaseId>,
        work: F,
    ) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<Committed<T>, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let about = case.map(|case| (group, case));
        self.desk.carry_out(about, work).await
    }

    /// Housekeeping that is no act: sessions, throttles, jobs, once-tokens, the taking-in of couriers. Nothing of a
    /// case can be written here, because [`Scratch`] has no function for it.
    ///
    /// # Errors
    /// Whatever the closure gives, and the store's own.
    pub async fn scratch<T, E, F>(&self, mut work: F) -> Result<T, E>
    where
        F: FnMut(&mut Scratch<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let ground = Arc::clone(&self.ground);
        Arc::clone(&self.scratch)
            .run(move |conn| {
                conn.begin(Mode::Write)?;
                let outcome = work(&mut Scratch::new(conn, &ground));
                match outcome {
                    Ok(value) => conn.commit().map(|()| value).map_err(E::from),
                    Err(error) => {
                        conn.rollback();
                        Err(error)
                    }
                }
            })
            .await
    }

    /// Whether the database answers: for `/readyz`. Also gives the journal's size.
    ///
    /// # Errors
    /// The database cannot be reached, or its head is not ours.
    pub async fn ping(&self) -> Result<u64> {
        self.read(|r| r.head().map(|StoredHead { size, .. }| size))
            .await
    }

    /// SQLite only: copies the whole database, as it stands at one moment, into a new file, while work goes on.
    ///
    /// # Errors
    /// The file is there already or cannot be written; the engine is PostgreSQL, which has tools of its own.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(Error::Conflict);
        }
        let to = to.to_owned();
        Arc::clone(&self.reader)
            .run(move |conn| conn.backup(&to))
            .await
    }
}
