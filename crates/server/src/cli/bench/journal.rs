//! Verifying the journal, against SHA-256 of the same bytes.

use std::time::Instant;

use super::stage::Stage;
use super::{Figure, timed};
use crate::cli::Failure;

/// A made-up journal in memory: the verifier alone.
pub(super) fn in_memory(entries: u32) -> Result<Vec<Figure>, Failure> {
    let begun = Instant::now();
    let speed = safeconduct_journal::bench::speed(entries, || begun.elapsed())?;
    let hashed = f64::from(entries) / speed.hashing.as_secs_f64();
    let figure = Figure::new("memory", "entries verified", speed.per_second(), "/s");
    Ok(vec![figure.against(hashed)])
}

/// The journal of everything measured so far, from the database.
pub(super) async fn stored(stage: &Stage) -> Result<Figure, Failure> {
    stage.app.checkpoint().await?;
    let (report, time) = timed(stage.app.verify(Vec::new())).await;
    let report = report?;
    if let Some(offence) = report.first {
        return Err(format!("the journal that was measured is not whole: {offence}").into());
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    let rate = report.entries as f64 / (time / 1_000.0);
    Ok(Figure::new(
        stage.app.db().engine(),
        format!("entries verified from the database ({})", report.entries),
        rate,
        "/s",
    ))
}
