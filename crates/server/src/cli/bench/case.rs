//! Opening a case of a hundred entries, against reading its rows, one commit, and AES-GCM of the same bytes.

use safeconduct_store::Error;
use safeconduct_vault::bench::Bare;

use super::stage::{Stage, open_case, record};
use super::{Figure, Target, median, timed};
use crate::cli::Failure;

const ENTRIES: u32 = 100;
const RUNS: usize = 41;
/// A second look within ten minutes is no second entry; this is long enough for another.
const LATER_MS: i64 = 11 * 60 * 1000;

pub(super) async fn opening(stage: &Stage) -> Result<Vec<Figure>, Failure> {
    let (app, session) = (&stage.app, stage.session("fld-caseworker")?);
    let case = open_case(app, &session, 0).await?;
    for number in 1..ENTRIES {
        record(app, &session, case, number).await?;
    }
    let entries = app.db().read(move |r| r.case_entries(case, None)).await?;
    let mut bodies: Vec<Vec<u8>> = entries.into_iter().map(|e| e.body).collect();
    let bare = Bare::new();
    let (mut looks, mut again) = (Vec::new(), Vec::new());
    let (mut reads, mut commits, mut seals) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..RUNS {
        stage.pass(LATER_MS);
        let (looked, time) = timed(app.look(&session, case, "case")).await;
        looked?;
        looks.push(time);
        let (looked, time) = timed(app.look(&session, case, "case")).await;
        looked?;
        again.push(time);
        let (read, time) = timed(app.db().read(move |r| r.fetch_case_rows(case))).await;
        read?;
        reads.push(time);
        let value = i64::try_from(run)?;
        let commit = app.db().scratch(move |s| s.write_one_row(b"bench", value));
        let (committed, time) = timed(commit).await;
        committed?;
        commits.push(time);
        let (sealed, time) = timed(async { seal_all(&bare, &mut bodies) }).await;
        sealed?;
        seals.push(time);
    }
    let engine = app.db().engine();
    let (read, commit, seal) = (median(reads), median(commits), median(seals));
    let opened = Figure::new(
        engine,
        format!("opening a case of {} entries, recorded", bodies.len()),
        median(looks),
        "ms",
    );
    let opened = opened
        .against(read + commit + seal)
        .target(Target::Times(3.0));
    let looked = Figure::new(
        engine,
        "the same again within ten minutes, not recorded twice",
        median(again),
        "ms",
    );
    Ok(vec![
        opened,
        looked.against(read + seal),
        Figure::new(engine, "  floor: its rows read", read, "ms"),
        Figure::new(engine, "  floor: one bare commit", commit, "ms"),
        Figure::new(engine, "  floor: AES-256-GCM of the same bytes", seal, "ms"),
    ])
}

fn seal_all(bare: &Bare, bodies: &mut [Vec<u8>]) -> Result<u8, Error> {
    let mut last = 0;
    for body in bodies {
        last ^= bare.seal(body).unwrap_or_default();
    }
    Ok(std::hint::black_box(last))
}
