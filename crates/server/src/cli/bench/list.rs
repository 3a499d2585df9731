//! The first page of a work list at a hundred cases and at ten thousand.

use std::sync::Arc;

use indicatif::ProgressBar;
use safeconduct_casework::list::Wanted;
use tokio::task::JoinSet;

use super::stage::{Stage, open_case};
use super::{Figure, Target, median, timed};
use crate::cli::Failure;
use crate::cli::terminal::grouped;

const RUNS: usize = 21;
/// How many cases are made at once.
const HANDS: u32 = 16;

pub(super) async fn pages(
    stage: &Stage,
    most: u32,
    bar: &ProgressBar,
) -> Result<Vec<Figure>, Failure> {
    let session = stage.session("pd-caseworker")?;
    let engine = stage.app.db().engine();
    let (mut figures, mut made, mut first) = (Vec::new(), 0, None);
    for cases in [100, 1_000, 10_000].map(|n| n.min(most)) {
        if cases == made {
            continue;
        }
        bar.set_message(format!("{engine}: a work list of {cases} cases"));
        fill(stage, made, cases).await?;
        made = cases;
        let time = page(stage, Wanted::default()).await?;
        let what = format!("first page of a work list, {} cases", grouped(cases.into()));
        let figure = Figure::new(engine, what, time, "ms");
        let base = *first.get_or_insert(time);
        figures.push(if cases == 100 {
            figure
        } else {
            figure.against(base)
        });
        let searched = page(
            stage,
            Wanted {
                search: "no such reference".into(),
                ..Wanted::default()
            },
        )
        .await?;
        figures.push(Figure::new(
            engine,
            format!("  searching all {} of them", grouped(cases.into())),
            searched,
            "ms",
        ));
    }
    // the last page is the one with targets: against the first page of a hundred, and in itself
    let at = figures.len().saturating_sub(2);
    if let Some(last) = figures.get(at).filter(|f| f.floor.is_some()).cloned() {
        let growth = last.clone().target(Target::Times(10.0));
        let itself = last.target(Target::Most(50.0));
        figures.splice(at..=at, [growth, itself]);
    }
    drop(session);
    Ok(figures)
}

async fn page(stage: &Stage, wanted: Wanted) -> Result<f64, Failure> {
    let session = stage.session("pd-caseworker")?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (page, time) = timed(stage.app.list(&session, wanted.clone())).await;
        page?;
        times.push(time);
    }
    Ok(median(times))
}

/// Opens cases until there are so many.
async fn fill(stage: &Stage, from: u32, to: u32) -> Result<(), Failure> {
    let mut hands = JoinSet::new();
    for hand in 0..HANDS {
        let (app, session) = (stage.app.clone(), stage.session("pd-caseworker")?);
        hands.spawn(async move {
            let mine = (from..to)
                .skip(usize::try_from(hand)?)
                .step_by(usize::try_from(HANDS)?);
            for number in mine {
                open_case(&app, &Arc::clone(&session), number).await?;
            }
            Ok::<_, Failure>(())
        });
    }
    hands.join_all().await.into_iter().collect()
}
