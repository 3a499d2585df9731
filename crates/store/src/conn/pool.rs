//! A few connections, handed to closures that run on threads which may block.
//!
//! The permit travels into the closure: a request that is dropped half-way does not free a connection that still works,
//! and the act runs to its end. A connection that panicked, or broke, is never handed out again.

use crate::conn::Conn;
use crate::error::{Error, Result};
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{block_in_place, spawn_blocking};

/// How often a transaction is run again after a deadlock or a lost connection.
const RETRIES: u32 = 4;

/// The right to use a connection; it travels into the closure.
pub(crate) type Permit = OwnedSemaphorePermit;

type Make = Box<dyn Fn() -> Result<Conn> + Send + Sync>;

pub(crate) struct Pool {
    permits: Arc<Semaphore>,
    idle: Mutex<Vec<Conn>>,
    make: Make,
    wait: Duration,
}

impl Pool {
    /// At most `size` connections, made when they are first needed; a caller waits at most `wait` for one.
    pub(crate) fn new(size: usize, wait: Duration, make: Make) -> Arc<Self> {
        Arc::new(Self {
            permits: Arc::new(Semaphore::new(size)),
            idle: Mutex::new(Vec::new()),
            make,
            wait,
        })
    }

    /// Runs a closure with a connection, again from its beginning where the engine asks for that.
    pub(crate) async fn run<T, E>(
        self: Arc<Self>,
        mut work: impl FnMut(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let permit = self.permit().await?;
        // On a thread of our own it is carried out where it was asked for: no thread waits for another.
        if has_threads() {
            let _until_done = permit;
            return block_in_place(|| self.attempt(&mut work));
        }
        let ran = spawn_blocking(move || {
            let _until_done = permit;
            self.attempt(&mut work)
        });
        match ran.await {
            Ok(outcome) => outcome,
            Err(gone) if gone.is_panic() => resume_unwind(gone.into_panic()),
            Err(_) => Err(Error::Busy.into()),
        }
    }

    /// Waits for the right to use a connection.
    pub(crate) async fn permit(&self) -> Result<Permit> {
        let waiting = Arc::clone(&self.permits).acquire_owned();
        match tokio::time::timeout(self.wait, waiting).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(Error::Busy),
        }
    }

    /// The right to use a connection, if one is free.
    pub(crate) fn try_permit(&self) -> Option<Permit> {
        Arc::clone(&self.permits).try_acquire_owned().ok()
    }

    /// Runs a closure with a connection on this thread, which has a permit and may block.
    pub(crate) fn attempt<T, E: From<Error>>(
        &self,
        work: &mut impl FnMut(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut tries = 0;
        loop {
            let mut conn = self.take()?;
            let outcome = work(&mut conn);
            let again = outcome.is_err() && conn.again().is_some() && tries < RETRIES;
            self.put_back(conn);
            if !again {
                return outcome;
            }
            std::thread::sleep(Duration::from_millis(5 << tries));
            tries += 1;
        }
    }

    fn take(&self) -> Result<Conn> {
        let idle = self.lock().pop();
        idle.map_or_else(|| (self.make)(), Ok)
    }

    fn put_back(&self, conn: Conn) {
        let mut idle = self.lock();
        if conn.usable() {
            idle.push(conn);
        } else {
            // What broke one connection (a restart of the database) has broken its idle sisters too.
            idle.clear();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Conn>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether this thread may block while others go on.
pub(crate) fn has_threads() -> bool {
    Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread
}
