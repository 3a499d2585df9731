//! Submitting a file, against AES-GCM, a write and an fsync of the same bytes; and the memory it takes.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use safeconduct_casework::document::Label;
use safeconduct_domain::id::CaseId;
use safeconduct_vault::bench::Bare;
use safeconduct_vault::random;

use super::stage::{Stage, open_case};
use super::{Figure, Target, median, memory, timed};
use crate::cli::Failure;

const RUNS: usize = 11;
const SMALL: usize = 5_000_000;
const LARGE: usize = 100_000_000;
/// What comes from the network at a time.
const PIECE: usize = 64 * 1024;

pub(super) async fn submitting(stage: &Stage) -> Result<Vec<Figure>, Failure> {
    let session = stage.session("fld-caseworker")?;
    let case = open_case(&stage.app, &session, 1).await?;
    let mut figures = peaks(stage, case).await?;
    let (mut times, mut floors) = (Vec::new(), Vec::new());
    let mut bytes = vec![0; SMALL];
    random::fill(&mut bytes);
    for _ in 0..RUNS {
        let (kept, time) = timed(keep(stage, case, SMALL)).await;
        kept?;
        times.push(time);
        let path = stage.folder.path().join("floor");
        let (written, time) = timed(floor(&mut bytes, &path)).await;
        written?;
        floors.push(time);
    }
    let engine = stage.app.db().engine();
    let figure = Figure::new(engine, "submitting a file of 5 MB", median(times), "ms");
    figures.push(figure.against(median(floors)).target(Target::Times(2.0)));
    Ok(figures)
}

/// How far memory grows while a file comes in. Measured before anything large was ever held.
async fn peaks(stage: &Stage, case: CaseId) -> Result<Vec<Figure>, Failure> {
    let mut figures = Vec::new();
    for (size, what) in [
        (SMALL, "memory grows by, while a file of 5 MB comes in"),
        (LARGE, "memory grows by, while a file of 100 MB comes in"),
    ] {
        let before = memory::begin();
        keep(stage, case, size).await?;
        if let Some(grown) = before.and_then(memory::grown) {
            let engine = stage.app.db().engine();
            figures.push(Figure::new(engine, what, grown, "MiB"));
        }
    }
    Ok(figures)
}

/// As a browser sends it: piece after piece.
async fn keep(stage: &Stage, case: CaseId, size: usize) -> Result<(), Failure> {
    let session = stage.session("fld-caseworker")?;
    let piece = vec![7; PIECE];
    let mut incoming = stage.app.receive(&session, case).await?;
    let mut left = size;
    while left > 0 {
        let now = piece.get(..left.min(PIECE)).unwrap_or_default();
        incoming.push(now).await?;
        left -= now.len();
    }
    let label = Label {
        name: "bench.bin".into(),
        kind: "application-form".into(),
        person: None,
    };
    stage.app.keep(incoming, label, None).await?;
    Ok(())
}

/// The least it can cost: sealed in chunks, written, synced, its folder synced.
async fn floor(bytes: &mut [u8], path: &Path) -> Result<(), Failure> {
    let bare = Bare::new();
    for chunk in bytes.chunks_mut(PIECE) {
        bare.seal(chunk)?;
    }
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
