//! `safeconduct bench`: how fast it is, against floors measured in the same run.

mod acts;
mod case;
mod file;
mod journal;
mod letters;
mod list;
mod memory;
mod names;
mod stage;

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use serde::Serialize;

use super::{Ending, Failure, Outcome, say};
use stage::Stage;

/// Measure how fast it is: each figure beside a floor measured in the same run on the same machine.
///
/// A figure alone says more about a machine than about a program. So each stands beside the least that the same work
/// can cost there: opening a case beside the bare reading of its rows, one bare commit and bare AES-GCM of the same bytes;
/// a file beside bare AES-GCM, a write and an fsync; a letter beside its typesetting alone; acts beside bare commits; the journal beside bare SHA-256; names beside Jaro–Winkler. What is
/// printed is the median of several runs, the work and its floor in turn.
///
/// Works in a folder of its own that it deletes again. Choose a folder on the disk you care about: a temporary folder may
/// be memory. Build with --release before you believe a figure.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct bench
  safeconduct bench --in /srv --json > figures.json
  safeconduct bench --postgres postgres://postgres@127.0.0.1/empty_database --cases 1000
  safeconduct bench --strict        ends with 1 when a target is missed")]
pub struct Bench {
    /// Measure on PostgreSQL too, in this empty database.
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// The folder to work under.
    #[arg(long = "in", value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// The longest work list.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    cases: u32,
    /// Entries of the journal that is verified in memory: about 1.2 kB each.
    #[arg(long, value_name = "N", default_value_t = 50_000)]
    entries: u32,
    /// Pairs of invented records whose names are compared.
    #[arg(long, value_name = "N", default_value_t = 6_600)]
    pairs: u32,
    /// Letters that are drafted, signed and sealed.
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    letters: u32,
    /// Measure only this; may be given several times.
    #[arg(long, value_name = "PART", value_enum)]
    only: Vec<Part>,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
    /// End with 1 when a target is missed.
    #[arg(long)]
    strict: bool,
}

/// What can be measured by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Opening a case.
    Case,
    /// Submitting files.
    Files,
    /// Acts a second.
    Acts,
    /// Work lists.
    Lists,
    /// Letters.
    Letters,
    /// Verifying the journal.
    Journal,
    /// Finding the same person under other names.
    Names,
}

/// One figure.
#[derive(Debug, Clone, Serialize)]
struct Figure {
    engine: String,
    what: String,
    measured: f64,
    unit: &'static str,
    floor: Option<f64>,
    /// Measured by floor.
    ratio: Option<f64>,
    target: Option<String>,
    met: Option<bool>,
}

/// What a figure is to be.
#[derive(Debug, Clone, Copy)]
enum Target {
    /// At most so many times its floor.
    Times(f64),
    /// At least so many hundredths of its floor.
    Percent(f64),
    /// At most so much.
    Most(f64),
}

impl Figure {
    fn new(engine: &str, what: impl Into<String>, measured: f64, unit: &'static str) -> Self {
        Self {
            engine: engine.to_owned(),
            what: what.into(),
            measured,
            unit,
            floor: None,
            ratio: None,
            target: None,
            met: None,
        }
    }

    fn against(mut self, floor: f64) -> Self {
        self.floor = Some(floor);
        self.ratio = Some(self.measured / floor.max(f64::MIN_POSITIVE));
        self
    }

    fn target(mut self, target: Target) -> Self {
        let ratio = self.ratio.unwrap_or(f64::NAN);
        let (said, met) = match target {
            Target::Times(most) => (format!("≤ {most}× floor"), ratio <= most),
            Target::Percent(least) => (format!("≥ {least} % of floor"), ratio * 100.0 >= least),
            Target::Most(most) => (format!("≤ {most} {}", self.unit), self.measured <= most),
        };
        self.target = Some(said);
        self.met = Some(met);
        self
    }
}

impl Bench {
    pub(crate) async fn run(self) -> Outcome {
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(120));
        let mut figures = Vec::new();
        if self.only != [Part::Names] {
            figures = self.on(None, &bar).await?;
        }
        if let Some(url) = &self.postgres {
            figures.extend(self.on(Some(url), &bar).await?);
        }
        if self.measures(Part::Journal) {
            bar.set_message("the journal, in memory");
            figures.extend(journal::in_memory(self.entries)?);
        }
        if self.measures(Part::Names) {
            bar.set_message("names, in memory");
            figures.extend(names::compared(self.pairs)?);
        }
        bar.finish_and_clear();
        if self.json {
            say(&serde_json::to_string_pretty(&figures)?);
        } else {
            table(&figures);
        }
        let missed = figures.iter().any(|f| f.met == Some(false));
        Ok(if missed && self.strict {
            Ending::Amiss
        } else {
            Ending::Well
        })
    }

    fn measures(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// Everything on one engine.
    async fn on(
        &self,
        postgres: Option<&String>,
        bar: &ProgressBar,
    ) -> Result<Vec<Figure>, Failure> {
        bar.set_message("making an invented stream");
        let stage = Stage::new(&self.folder, postgres).await?;
        let engine = stage.app.db().engine();
        let mut figures = Vec::new();
        if self.measures(Part::Case) {
            bar.set_message(format!("{engine}: a case"));
            figures.extend(case::opening(&stage).await?);
        }
        if self.measures(Part::Files) {
            bar.set_message(format!("{engine}: files"));
            figures.extend(file::submitting(&stage).await?);
        }
        if self.measures(Part::Acts) {
            bar.set_message(format!("{engine}: acts"));
            figures.extend(acts::rates(&stage).await?);
        }
        if self.measures(Part::Lists) {
            bar.set_message(format!("{engine}: work lists"));
            figures.extend(list::pages(&stage, self.cases, bar).await?);
        }
        if self.measures(Part::Letters) {
            figures.extend(letters::signing(&stage, self.letters, bar).await?);
        }
        if self.measures(Part::Journal) {
            bar.set_message(format!("{engine}: the journal"));
            figures.push(journal::stored(&stage).await?);
        }
        Ok(figures)
    }
}

/// The one in the middle.
fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Milliseconds of something that is awaited.
async fn timed<T>(work: impl Future<Output = T>) -> (T, f64) {
    let begun = std::time::Instant::now();
    let done = work.await;
    (done, begun.elapsed().as_secs_f64() * 1_000.0)
}

fn table(figures: &[Figure]) {
    if cfg!(debug_assertions) {
        say("This is a debug build: its figures say little. Use --release.");
        say("");
    }
    say(&format!(
        "{:<9} {:<58} {:>12}        {:>12} {:>8}   target",
        "engine", "what", "measured", "floor", "ratio"
    ));
    for figure in figures {
        let floor = figure.floor.map_or_else(String::new, number);
        let ratio = figure
            .ratio
            .map_or_else(String::new, |r| format!("{r:.2}×"));
        let target = match (&figure.target, figure.met) {
            (Some(target), Some(true)) => format!("✔ {target}"),
            (Some(target), _) => format!("✘ {target}"),
            _ => String::new(),
        };
        let measured = number(figure.measured);
        let Figure {
            engine, what, unit, ..
        } = figure;
        say(&format!(
            "{engine:<9} {what:<58} {measured:>12} {unit:<6} {floor:>12} {ratio:>8}   {target}"
        ));
    }
}

fn number(value: f64) -> String {
    match value.abs() {
        v if v >= 1_000.0 => format!("{value:.0}"),
        v if v >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.3}"),
    }
}
