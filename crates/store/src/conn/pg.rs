//! A connection to PostgreSQL, driven by the thread that uses it.
//!
//! Each connection owns a one-thread runtime, so a statement wakes no other thread. Three things save round
//! trips: `BEGIN` travels with the first statement, statements whose answer nobody needs ([`Pg::queue`]) travel with the
//! next one that is waited for, or with `COMMIT`, and so do questions whose answer will be needed ([`Pg::ask_ahead`]).

use crate::conn::Mode;
use crate::conn::value::{Param, Row};
use crate::error::{Error, Result};
use futures_util::future::{join, join_all};
use safeconduct_domain::id::{CaseId, GroupId};
use std::collections::HashMap;
use tokio::runtime::Runtime;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Queued statements are sent at this number even if nothing waits for them: to bound memory, and because `join_all`
/// polls up to 30 futures in the order of their list.
const QUEUE: usize = 24;

pub(crate) struct Pg {
    /// Taken only when dropped.
    runtime: Option<Runtime>,
    client: Client,
    statements: HashMap<&'static str, Statement>,
    /// `BEGIN` that has not been sent.
    begin: Option<&'static str>,
    queued: Vec<(Statement, Vec<Param<'static>>)>,
    ahead: Vec<Ahead>,
    open: bool,
    again: Option<Error>,
}

/// A question about a case that is asked before anybody needs the answer.
struct Ahead {
    sql: &'static str,
    group: GroupId,
    case: CaseId,
    from: u64,
    statement: Statement,
    /// The answer, once it was asked.
    rows: Option<Vec<tokio_postgres::Row>>,
}

/// How connections are made.
#[derive(Clone)]
pub(crate) struct Target {
    pub(crate) config: Config,
    pub(crate) tls: MakeRustlsConnect,
}

impl Pg {
    pub(crate) fn open(target: &Target) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let client = runtime.block_on(async {
            let (client, connection) = target.config.connect(target.tls.clone()).await?;
            tokio::spawn(connection);
            Ok::<_, tokio_postgres::Error>(client)
        })?;
        Ok(Self {
            runtime: Some(runtime),
            client,
            statements: HashMap::new(),
            begin: None,
            queued: Vec::new(),
            ahead: Vec::new(),
            open: false,
            again: None,
        })
    }

    pub(crate) fn begin(&mut self, mode: Mode) {
        self.again = None;
        self.ahead.clear();
        self.open = true;
        self.begin = Some(match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Mode::Write => "BEGIN ISOLATION LEVEL READ COMMITTED",
        });
    }

    pub(crate) fn commit(&mut self) -> Result<()> {
        self.ahead.clear();
        if self.begin.is_some() && self.queued.is_empty() {
            self.begin = None;
            self.open = false;
            return Ok(());
        }
        // What fails before the commit has undone everything; a commit that fails by itself may still have happened.
        match self.send(async |client| Ok(client.batch_execute("COMMIT").await.err())) {
            Ok(None) => {
                self.open = false;
                Ok(())
            }
            Ok(Some(error)) => match self.note(error) {
                error @ Error::Database { .. } if self.again.is_some() => Err(error),
                _ => Err(self.unsure()),
            },
            Err(Error::Unavailable(_)) => Err(self.unsure()),
            Err(error) => Err(error),
        }
    }

    fn unsure(&mut self) -> Error {
        self.again = None;
        Error::Uncertain
    }

    pub(crate) fn rollback(&mut self) {
        self.queued.clear();
        self.ahead.clear();
        if self.begin.take().is_some() {
            self.open = false;
        }
        if self.open {
            let runtime = self.runtime.as_ref();
            let done =
                runtime.map(|runtime| runtime.block_on(self.client.batch_execute("ROLLBACK")));
            self.open = !matches!(done, Some(Ok(())));
        }
    }

    pub(crate) fn usable(&self) -> bool {
        !self.open && !self.client.is_closed()
    }

    /// Why what failed may be tried again as a whole: a deadlock, a serialization failure, or a connection that was lost
    /// before the commit.
    pub(crate) fn again(&self) -> Option<Error> {
        self.again.as_ref().map(Error::again)
    }

    pub(crate) fn exec(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<u64> {
        let statement = self.statement(sql)?;
        self.send(async |client| client.execute(&statement, &borrow(params)).await)
    }

    /// Remembers a statement and sends it with the next one that is waited for. An error surfaces there.
    pub(crate) fn queue(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<()> {
        let statement = self.statement(sql)?;
        self.queued.push((
            statement,
            params.iter().cloned().map(Param::into_owned).collect(),
        ));
        if self.queued.len() >= QUEUE {
            self.send(async |_| Ok(()))?;
        }
        Ok(())
    }

    pub(crate) fn each(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        let rows = self.send(async |client| client.query(&statement, &borrow(params)).await)?;
        rows.iter().try_for_each(|row| each(&Row::Pg(row)))
    }

    /// Remembers a question about a case, and asks it with the next statement that is waited for.
    pub(crate) fn ask_ahead(
        &mut self,
        sql: &'static str,
        group: GroupId,
        case: CaseId,
        from: u64,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        self.ahead.push(Ahead {
            sql,
            group,
            case,
            from,
            statement,
            rows: None,
        });
        Ok(())
    }

    /// Answers to questions about a case are no longer right.
    pub(crate) fn forget(&mut self, case: CaseId) {
        // What is not asked yet will be asked after what was written.
        self.ahead.retain(|a| a.rows.is_none() || a.case != case);
    }

    /// As [`each`](Self::each) with the group, the case and a position for parameters, from what was asked ahead if it was.
    pub(crate) fn each_of(
        &mut self,
        sql: &'static str,
        group: GroupId,
        case: CaseId,
        from: u64,
        each: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mine = |a: &Ahead| (a.sql, a.group, a.case, a.from) == (sql, group, case, from);
        match self.ahead.iter().find(|a| mine(a)) {
            None => return self.each(sql, &[group.into(), case.into(), from.into()], each),
            Some(asked) if asked.rows.is_none() => self.send(async |_| Ok(()))?,
            Some(_) => {}
        }
        let at = self.ahead.iter().position(mine);
        let rows = at.and_then(|at| self.ahead.swap_remove(at).rows);
        let mut rows = rows.iter().flatten();
        rows.try_for_each(|row| each(&Row::Pg(row)))
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        self.send(async |client| client.batch_execute(sql).await)
    }

    #[cfg(test)]
    pub(crate) fn prepare(&mut self, sql: &'static str) -> Result<()> {
        self.statement(sql).map(drop)
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let text = sql.replace('?', "$");
        // Sent by itself, before any queued statement: preparing touches no row.
        let prepared = self.runtime()?.block_on(self.client.prepare(&text));
        let statement = prepared.map_err(|error| self.note(error))?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    /// Sends what waits, and then this, in one go; the first failure in that order is the answer.
    fn send<T>(
        &mut self,
        last: impl AsyncFnOnce(&Client) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T> {
        let begin = self.begin.take();
        let queued = std::mem::take(&mut self.queued);
        let client = &self.client;
        // The messages go out in the order in which the futures are first polled: the order they are listed in.
        let (began, (before, (outcome, answers))) = self.runtime()?.block_on(join(
            async {
                match begin {
                    Some(begin) => client.batch_execute(begin).await,
                    None => Ok(()),
                }
            },
            join(
                all(client, &queued),
                join(last(client), answers(client, &self.ahead)),
            ),
        ));
        if let Some(error) = began.err().or(before) {
            return Err(self.note(error));
        }
        let outcome = outcome.map_err(|error| self.note(error))?;
        let unanswered = self.ahead.iter_mut().filter(|a| a.rows.is_none());
        let mut failed = None;
        for (ahead, answer) in unanswered.zip(answers) {
            match answer {
                Ok(rows) => ahead.rows = Some(rows),
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        failed.map_or(Ok(outcome), |error| Err(self.note(error)))
    }

    /// Remembers whether the whole transaction may be run again: until `COMMIT` is sent, a lost connection has done
    /// nothing.
    fn note(&mut self, error: tokio_postgres::Error) -> Error {
        use tokio_postgres::error::SqlState;
        let retry = error.code().is_some_and(|code| {
            *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
        });
        let error = error.into();
        if retry || matches!(error, Error::Unavailable(_)) {
            self.again = Some(error.again());
        }
        error
    }

    fn runtime(&self) -> Result<&Runtime> {
        self.runtime.as_ref().ok_or(Error::Busy)
    }
}

/// Sends statements in order and gives the first failure.
async fn all(
    client: &Client,
    queued: &[(Statement, Vec<Param<'static>>)],
) -> Option<tokio_postgres::Error> {
    let sent = queued
        .iter()
        .map(async |(statement, params)| client.execute(statement, &borrow(params)).await.err());
    join_all(sent).await.into_iter().flatten().next()
}

/// Asks what is to be asked ahead, in order.
async fn answers(
    client: &Client,
    ahead: &[Ahead],
) -> Vec<Result<Vec<tokio_postgres::Row>, tokio_postgres::Error>> {
    let asked = ahead.iter().filter(|a| a.rows.is_none()).map(async |a| {
        let params = [Param::from(a.group), a.case.into(), a.from.into()];
        client.query(&a.statement, &borrow(&params)).await
    });
    join_all(asked).await
}

fn borrow<'p>(params: &'p [Param<'_>]) -> Vec<&'p (dyn ToSql + Sync)> {
    params
        .iter()
        .map(|param| param as &(dyn ToSql + Sync))
        .collect()
}

impl Drop for Pg {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A runtime must not be waited for inside another one, which is where a pool may be dropped.
            runtime.shutdown_background();
        }
    }
}
