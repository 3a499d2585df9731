//! Where acts queue. Those that wait while another is being written to disk are carried out together and share the next
//! commit: one after the other, each of them whole or not at all, and none is answered before the disk has it.
//!
//! An act that refuses before it has written anything leaves the others as they are. If one fails after it has written,
//! all of the batch is undone and carried out again one by one, so that only that one fails. A lost connection or a
//! deadlock begins the batch again. If nobody knows whether the commit happened, nobody is told that it did.

use crate::conn::pool::{Permit, Pool, has_threads};
use crate::conn::{Conn, Mode};
use crate::error::{Error, Result};
use crate::head::{self, Locked};
use crate::journal;
use crate::tx::{Committed, Ground, Tx};
use safeconduct_domain::id::{CaseId, GroupId};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;
use tokio::task::{block_in_place, spawn_blocking};

/// The most acts that share a commit: the first one waits for the last one's closure.
const BATCH: usize = 16;

/// What a closure came to: its own result, or the panic it ended with.
type Outcome<T, E> = std::thread::Result<Result<T, E>>;

pub(crate) struct Desk {
    pool: Arc<Pool>,
    ground: Arc<Ground>,
    waiting: Mutex<Queue>,
}

/// The acts that wait, oldest first, each with its number.
#[derive(Default)]
struct Queue {
    acts: VecDeque<(u64, Box<dyn Act>)>,
    numbers: u64,
}

impl Queue {
    fn push(&mut self, act: Box<dyn Act>) -> u64 {
        self.numbers += 1;
        self.acts.push_back((self.numbers, act));
        self.numbers
    }

    /// The act of that number, or the oldest; none when it no longer waits.
    fn take_out(&mut self, number: Option<u64>) -> Option<Box<dyn Act>> {
        let at = match number {
            Some(number) => self.acts.iter().position(|(n, _)| *n == number)?,
            None => 0,
        };
        self.acts.remove(at).map(|(_, act)| act)
    }
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
    /// The case whose file it will read, and for which group.
    fn about(&self) -> Option<(GroupId, CaseId)>;
}

struct Waiting<T, E, F> {
    about: Option<(GroupId, CaseId)>,
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

    fn about(&self) -> Option<(GroupId, CaseId)> {
        self.about
    }
}

/// How a turn ended.
enum End {
    /// Every act has its outcome.
    Done,
    /// One of them has to be undone: they must be carried out one by one.
    Apart,
}

/// What came of a batch's closures.
enum Carried {
    /// To be committed, with this head.
    Moved(Locked),
    /// To be undone, or there was nothing.
    Nothing,
    /// To be undone and carried out one by one.
    Apart,
}

impl Desk {
    pub(crate) fn new(pool: Arc<Pool>, ground: Arc<Ground>) -> Arc<Self> {
        Arc::new(Self {
            pool,
            ground,
            waiting: Mutex::default(),
        })
    }

    /// Queues an act and waits for its outcome. An act that has begun goes on when whoever waits for it is gone.
    pub(crate) async fn carry_out<T, E, F>(
        self: &Arc<Self>,
        about: Option<(GroupId, CaseId)>,
        work: F,
    ) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<Committed<T>, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (answer, outcome) = oneshot::channel();
        let number = self.queue().push(Box::new(Waiting {
            about,
            work,
            outcome: None,
            answer,
        }));
        // One turn at the desk for each act; a turn may find that an earlier one took its act along. It belongs to nobody,
        // so that it ends even if who asked for it does not wait.
        let desk = Arc::clone(self);
        match self.pool.try_permit() {
            // On a thread of our own the act is carried out where it was asked for: no thread waits for another.
            Some(permit) if has_threads() => block_in_place(|| desk.serve(permit)),
            Some(permit) => drop(spawn_blocking(move || desk.serve(permit))),
            None => drop(tokio::spawn(async move {
                match desk.pool.permit().await {
                    Ok(permit) => drop(spawn_blocking(move || desk.serve(permit))),
                    // Its turn never came. Usually an earlier one took its act along, and nothing waits any more.
                    Err(error) => desk.turn_away(Some(number), &error),
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
        match self.attempt(&mut acts) {
            Err(error) if acts.is_empty() => self.turn_away(None, &error),
            Ok(End::Apart) => {
                for act in acts {
                    let mut alone = vec![act];
                    let befell = self.attempt(&mut alone).err();
                    answer(alone, befell.as_ref());
                }
            }
            turn => answer(acts, turn.err().as_ref()),
        }
        drop(permit);
    }

    fn attempt(&self, acts: &mut Vec<Box<dyn Act>>) -> Result<End> {
        self.pool
            .attempt(&mut |conn: &mut Conn| self.turn(conn, acts))
    }

    /// No connection was to be had: the act of that number is told, if it still waits, or the one that has waited
    /// longest.
    fn turn_away(&self, number: Option<u64>, error: &Error) {
        let act = self.queue().take_out(number);
        if let Some(act) = act {
            act.answer(Some(error.again()));
        }
    }

    /// Carries out what waits, or these, in one transaction. An error is one that befell all of them.
    fn turn(&self, conn: &mut Conn, batch: &mut Vec<Box<dyn Act>>) -> Result<End> {
        if batch.is_empty() && self.queue().acts.is_empty() {
            return Ok(End::Done);
        }
        conn.begin(Mode::Write)?;
        let outcome = self.carry(conn, batch).and_then(|carried| match carried {
            Carried::Moved(head) => {
                head::store(conn, &self.ground.mac, &head)?;
                conn.commit().map(|()| End::Done)
            }
            Carried::Nothing => Ok(End::Done),
            Carried::Apart => Ok(End::Apart),
        });
        // After a commit there is nothing left to roll back.
        conn.rollback();
        match outcome {
            // A statement that was sent late has failed, and it is not known whose it was.
            Err(error)
                if batch.len() > 1
                    && conn.again().is_none()
                    && !matches!(error, Error::Uncertain) =>
            {
                Ok(End::Apart)
            }
            other => other,
        }
    }

    fn carry(&self, conn: &mut Conn, batch: &mut Vec<Box<dyn Act>>) -> Result<Carried> {
        let anew = batch.is_empty();
        if anew {
            self.take(batch);
        }
        self.will_read(conn, batch)?;
        let mut head = head::lock(conn, &self.ground.mac)?;
        conn.counts(head.frontier.size());
        if anew {
            // Now, with the head in hand, whoever came meanwhile comes along.
            let before = batch.len();
            self.take(batch);
            self.will_read(conn, batch.get(before..).unwrap_or_default())?;
        }
        let alone = batch.len() == 1;
        let mut moved = false;
        for act in batch.iter_mut() {
            let writes = conn.writes();
            let mut tx = Tx::new(conn, &self.ground, head.clone());
            let done = act.run(&mut tx);
            let after = tx.into_head();
            if let Some(error) = conn.again() {
                return Err(error);
            }
            match conn.sound() {
                Ok(()) if done => {
                    head = after;
                    moved = true;
                }
                // It refused before it wrote: there is nothing to undo.
                Ok(()) if conn.writes() == writes => {}
                Err(error) if alone && done => act.fail(error),
                _ if alone => {}
                _ => return Ok(Carried::Apart),
            }
            if alone && !moved {
                return Ok(Carried::Nothing);
            }
        }
        Ok(if moved {
            Carried::Moved(head)
        } else {
            Carried::Nothing
        })
    }

    fn take(&self, batch: &mut Vec<Box<dyn Act>>) {
        let mut queue = self.queue();
        while batch.len() < BATCH
            && let Some(act) = queue.take_out(None)
        {
            if !act.is_deserted() {
                batch.push(act);
            }
        }
    }

    /// What these acts will read is fetched together.
    fn will_read(&self, conn: &mut Conn, acts: &[Box<dyn Act>]) -> Result<()> {
        acts.iter()
            .filter_map(|act| act.about())
            .try_for_each(|(group, case)| journal::will_read(conn, &self.ground.files, group, case))
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        lock(&self.waiting)
    }
}

fn answer(acts: Vec<Box<dyn Act>>, befell: Option<&Error>) {
    for act in acts {
        act.answer(befell.map(Error::again));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
