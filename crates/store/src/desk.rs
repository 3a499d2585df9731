//! Where acts queue. Those that wait while another is being written to disk are carried out together and share the next
//! commit: one after the other, each of them whole or not at all, and none is answered before the disk has it.
//!
//! An act that fails is undone by itself, at a savepoint; the others are not touched. If the commit fails, it fails for
//! all of them. A lost connection or a deadlock begins the whole batch again.

use crate::conn::pool::{Permit, Pool};
use crate::conn::{Conn, Mode};
use crate::error::{Error, Result};
use crate::head;
use crate::tx::{Committed, Tx};
use safeconduct_journal::MacKey;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

/// The most acts that share a commit: the first one waits for the last one's closure.
const BATCH: usize = 16;

/// What a closure came to: its own result, or the panic it ended with.
type Outcome<T, E> = std::thread::Result<Result<T, E>>;

pub(crate) struct Desk {
    pool: Arc<Pool>,
    mac: MacKey,
    waiting: Mutex<VecDeque<Box<dyn Act>>>,
}

/// A closure that waits, whatever its types.
trait Act: Send {
    /// Carries it out; `false` if it refused, panicked, or did not commit. Keeps the outcome.
    fn run(&mut self, tx: &mut Tx<'_>) -> bool;
    /// Makes it have failed after all.
    fn fail(&mut self, error: Error);
    /// Tells whoever waits: its own outcome, unless it succeeded and then this befell it.
    fn answer(self: Box<Self>, befell: Option<Error>);
    /// Whether nobody waits for it any more.
    fn is_deserted(&self) -> bool;
}

struct Waiting<T, E, F> {
    work: F,
    outcome: Option<Outcome<T, E>>,
    answer: oneshot::Sender<Outcome<T, E>>,
}

impl<T, E, F> Act for Waiting<T, E, F>
where
    F: FnMut(&mut Tx<'_>) -> Result<Committed<T>, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> bool {
        let work = AssertUnwindSafe(|| {
            let committed = (self.work)(tx)?;
            tx.finish()?;
            Ok(committed.into_value())
        });
        // What the closure left half-done is undone with the transaction.
        let outcome = catch_unwind(work);
        let done = matches!(outcome, Ok(Ok(_)));
        self.outcome = Some(outcome);
        done
    }

    fn fail(&mut self, error: Error) {
        self.outcome = Some(Ok(Err(error.into())));
    }

    fn answer(self: Box<Self>, befell: Option<Error>) {
        let outcome = match (self.outcome, befell) {
            (Some(Ok(Ok(_))) | None, Some(error)) => Ok(Err(error.into())),
            (None, None) => Ok(Err(Error::Busy.into())),
            (Some(outcome), _) => outcome,
        };
        // Nobody waiting is no reason to undo what was done.
        drop(self.answer.send(outcome));
    }

    fn is_deserted(&self) -> bool {
        self.answer.is_closed()
    }
}

impl Desk {
    pub(crate) fn new(pool: Arc<Pool>, mac: MacKey) -> Arc<Self> {
        Arc::new(Self {
            pool,
            mac,
            waiting: Mutex::default(),
        })
    }

    /// Queues an act and waits for its outcome. An act that has begun goes on when whoever waits for it is gone.
    pub(crate) async fn carry_out<T, E, F>(self: &Arc<Self>, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<Committed<T>, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (answer, outcome) = oneshot::channel();
        self.queue().push_back(Box::new(Waiting {
            work,
            outcome: None,
            answer,
        }));
        // One turn at the desk for each act; a turn may find that an earlier one took its act along. It belongs to nobody,
        // so that it ends even if who asked for it does not wait.
        let desk = Arc::clone(self);
        match self.pool.try_permit() {
            Some(permit) => drop(spawn_blocking(move || desk.serve(permit))),
            None => drop(tokio::spawn(async move {
                match desk.pool.permit().await {
                    Ok(permit) => drop(spawn_blocking(move || desk.serve(permit))),
                    Err(error) => desk.turn_away(&error),
                }
            })),
        }
        match outcome.await {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => Err(Error::Busy.into()),
        }
    }

    fn serve(&self, permit: Permit) {
        let mut acts = Vec::new();
        let turn = self
            .pool
            .attempt(&mut |conn: &mut Conn| self.turn(conn, &mut acts));
        drop(permit);
        if let Err(error) = &turn
            && acts.is_empty()
        {
            self.turn_away(error);
        }
        for act in acts {
            act.answer(turn.as_ref().err().map(Error::again));
        }
    }

    /// No connection was to be had: the act that has waited longest is told.
    fn turn_away(&self, error: &Error) {
        let act = self.queue().pop_front();
        if let Some(act) = act {
            act.answer(Some(error.again()));
        }
    }

    /// Carries out what waits, in one transaction. An error is one that befell all of it.
    fn turn(&self, conn: &mut Conn, batch: &mut Vec<Box<dyn Act>>) -> Result<()> {
        if batch.is_empty() && self.queue().is_empty() {
            return Ok(());
        }
        conn.begin(Mode::Write)?;
        let done = self.all(conn, batch);
        match done {
            Ok(true) => conn.commit(),
            Ok(false) => {
                conn.rollback();
                Ok(())
            }
            Err(error) => {
                conn.rollback();
                Err(error)
            }
        }
    }

    /// `false` if there is nothing to commit.
    fn all(&self, conn: &mut Conn, batch: &mut Vec<Box<dyn Act>>) -> Result<bool> {
        let mut head = head::lock(conn, &self.mac)?;
        if batch.is_empty() {
            // Only now, with the head in hand, so that as many as possible come along.
            let mut queue = self.queue();
            while let Some(act) = queue.pop_front() {
                if !act.is_deserted() {
                    batch.push(act);
                }
                if batch.len() == BATCH {
                    break;
                }
            }
        }
        let alone = batch.len() == 1;
        let mut any = false;
        for act in batch.iter_mut() {
            if !alone {
                conn.savepoint()?;
            }
            let mut tx = Tx::new(conn, &self.mac, head.clone());
            let done = act.run(&mut tx);
            let moved = tx.into_head();
            // Statements that were sent late fail here, and for the act they belong to.
            let settled = if alone { conn.sound() } else { conn.flush() };
            if let Some(error) = conn.again() {
                return Err(error);
            }
            match settled {
                Ok(()) if done => {
                    head = moved;
                    any = true;
                }
                Err(error) if done => {
                    act.fail(error);
                    conn.undo(alone)?;
                }
                _ => conn.undo(alone)?,
            }
        }
        Ok(any)
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<Box<dyn Act>>> {
        lock(&self.waiting)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
