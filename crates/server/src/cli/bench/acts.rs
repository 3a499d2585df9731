//! Acts a second, against bare commits a second, by as many at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use safeconduct_casework::App;
use safeconduct_casework::session::Session;
use tokio::task::JoinSet;

use super::stage::{Stage, open_case, record};
use super::{Figure, Target};
use crate::cli::Failure;

const ROUND: Duration = Duration::from_millis(1_500);
const ROUNDS: u32 = 3;
/// A case gets so many entries before the next one is opened.
const LENGTH: u32 = 30;

pub(super) async fn rates(stage: &Stage) -> Result<Vec<Figure>, Failure> {
    let mut figures = Vec::new();
    for hands in [1, 16] {
        let (mut acts, mut commits) = (0.0, 0.0);
        // in turn, so that both see the same machine
        for _ in 0..ROUNDS {
            acts += round(stage, hands, act).await? / f64::from(ROUNDS);
            commits += round(stage, hands, commit).await? / f64::from(ROUNDS);
        }
        let what = format!("acts against bare commits, {hands} at once");
        let figure = Figure::new(stage.app.db().engine(), what, acts, "/s");
        figures.push(figure.against(commits).target(Target::Percent(50.0)));
    }
    Ok(figures)
}

/// How often a second it is done, by so many at once.
async fn round<F, W>(stage: &Stage, hands: u32, work: F) -> Result<f64, Failure>
where
    F: Fn(App, Arc<Session>, Instant) -> W,
    W: Future<Output = Result<u32, Failure>> + Send + 'static,
{
    let begun = Instant::now();
    let mut working = JoinSet::new();
    for _ in 0..hands {
        working.spawn(work(
            stage.app.clone(),
            stage.session("unhcr-caseworker")?,
            begun,
        ));
    }
    let done: Result<Vec<u32>, Failure> = working.join_all().await.into_iter().collect();
    Ok(f64::from(done?.into_iter().sum::<u32>()) / begun.elapsed().as_secs_f64())
}

/// Opens a case and records in it, case after case.
async fn act(app: App, session: Arc<Session>, begun: Instant) -> Result<u32, Failure> {
    let mut done = 0;
    while begun.elapsed() < ROUND {
        let case = open_case(&app, &session, done).await?;
        done += 1;
        for number in 1..LENGTH {
            if begun.elapsed() >= ROUND {
                break;
            }
            record(&app, &session, case, number).await?;
            done += 1;
        }
    }
    Ok(done)
}

/// Commits one small row, again and again.
async fn commit(app: App, _: Arc<Session>, begun: Instant) -> Result<u32, Failure> {
    static LAST: AtomicI64 = AtomicI64::new(0);
    let mine = LAST.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    let mut done = 0;
    while begun.elapsed() < ROUND {
        let value = LAST.fetch_add(1, Ordering::Relaxed);
        app.db()
            .scratch(move |s| s.write_one_row(&mine, value))
            .await?;
        done += 1;
    }
    Ok(done)
}
