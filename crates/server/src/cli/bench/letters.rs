//! Letters in volume: drafted, signed and sealed one after the other, against the typesetting alone of the same letters;
//! and the memory they take, the last beside the first.

use std::sync::Arc;

use indicatif::ProgressBar;
use jiff::ToSpan as _;
use safeconduct_casework::demo::{self, Ending, Story};
use safeconduct_casework::session::Session;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::{Case, Stage as At};
use safeconduct_domain::fairness::Put;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::interview::{Mode, Plan};
use safeconduct_domain::letter::{Kind, Letter, has_grounds};
use safeconduct_domain::policy::Language;

use super::stage::Stage;
use super::{Figure, Target, median, memory, timed};
use crate::cli::Failure;

/// So many families, of which each ten write their names in as many ways.
const FAMILIES: usize = 20;
/// So many letters are the first, and so many the last.
const END: usize = 100;

/// A letter that its case can give again and again.
struct Job {
    session: Arc<Session>,
    case: CaseId,
    letter: Letter,
}

pub(super) async fn signing(
    stage: &Stage,
    count: u32,
    bar: &ProgressBar,
) -> Result<Vec<Figure>, Failure> {
    let engine = stage.app.db().engine();
    bar.set_message(format!("{engine}: families to write to"));
    let jobs = jobs(stage).await?;
    // every font is read before anything is measured
    for job in &jobs {
        floor(stage, job).await?;
    }
    let (mut times, mut floors) = (Vec::new(), Vec::new());
    let (before, mut memories) = (memory::begin(), Vec::new());
    for (number, job) in (0..count).zip(jobs.iter().cycle()) {
        if number % 20 == 0 {
            bar.set_message(format!("{engine}: {number} of {count} letters"));
        }
        floors.push(floor(stage, job).await?);
        memory::begin();
        let (signed, time) = timed(sign(stage, job)).await;
        signed?;
        times.push(time);
        memories.extend(memory::peak().map(|kib| kib / 1024.0));
    }
    let figure = |what: &str, measured, unit| Figure::new(engine, what, measured, unit);
    let mut figures = vec![
        figure(
            "a letter drafted, signed and sealed",
            median(times.clone()),
            "ms",
        )
        .against(median(floors.clone())),
        figure("the same of the last hundred", median(last(&times)), "ms")
            .against(median(last(&floors))),
        figure("the same of the first hundred", median(first(&times)), "ms")
            .against(median(first(&floors))),
    ];
    if !memories.is_empty() {
        let what = "memory in all, at the highest of the last hundred";
        let (first, last) = (highest(&first(&memories)), highest(&last(&memories)));
        let figure = figure(what, last, "MiB").against(first);
        figures.push(figure.target(Target::Times(1.25)));
    }
    if let (Some(before), Some(after)) = (before, memory::begin()) {
        let kept = (after - before).max(0.0) / f64::from(count.max(1));
        figures.push(figure(
            "memory kept for each letter afterwards",
            kept,
            "KiB",
        ));
    }
    Ok(figures)
}

fn highest(all: &[f64]) -> f64 {
    all.iter().copied().fold(0.0, f64::max)
}

fn first(all: &[f64]) -> Vec<f64> {
    all.iter().take(END).copied().collect()
}

fn last(all: &[f64]) -> Vec<f64> {
    all.iter().rev().take(END).copied().collect()
}

/// The least it can cost: typeset twice, for the draft and for the letter.
async fn floor(stage: &Stage, job: &Job) -> Result<f64, Failure> {
    let act = Act::SignLetter(job.letter.clone());
    let alone = stage
        .app
        .typesetting_alone(&job.session, job.case, &act)
        .await?;
    Ok(2.0 * alone)
}

async fn sign(stage: &Stage, job: &Job) -> Result<(), Failure> {
    let act = Act::SignLetter(job.letter.clone());
    stage.app.draft(&job.session, job.case, &act).await?;
    let signed = stage.app.act(&job.session, Some(job.case), act, None);
    signed.await?;
    Ok(())
}

/// Families at the stages letters are written at, and every letter each can be written, in both languages.
async fn jobs(stage: &Stage) -> Result<Vec<Job>, Failure> {
    let mut cases = Vec::new();
    for number in 0..FAMILIES {
        let (until, ending) = match number % 4 {
            0 => (At::FileCreated, Ending::Approved),
            1 => (At::Assessment, Ending::Approved),
            2 => (At::Decided, Ending::Approved),
            _ => (At::Decided, Ending::Refused),
        };
        let story = Story {
            number,
            partner: "fld",
            until,
            ending,
        };
        let case = demo::play(&stage.app, stage.stream(), &story).await?;
        cases.push((case, until));
    }
    // days go by while families are invented: what can be written is asked once all are there
    let mut jobs = Vec::new();
    for (case, until) in cases {
        let (session, seen) = holder(stage, case).await?;
        let seen = match until {
            At::Assessment => to_be_told(stage, &session, case, &seen).await?,
            _ => seen,
        };
        jobs.extend(letters(stage, &session, case, &seen));
    }
    Ok(jobs)
}

/// Whoever holds the case and may sign its letters.
async fn holder(stage: &Stage, case: CaseId) -> Result<(Arc<Session>, Case), Failure> {
    let offices = demo::OFFICES.map(|office| format!("{office}-decision"));
    for handle in offices.iter().map(String::as_str).chain(["roc-o-intake"]) {
        let session = stage.session(handle)?;
        if let Ok(view) = stage.app.look(&session, case, "case").await {
            return Ok((session, view.case));
        }
    }
    Err("nobody holds an invented case".into())
}

/// A day on which the person is heard, and a concern to be put by letter.
async fn to_be_told(
    stage: &Stage,
    session: &Arc<Session>,
    case: CaseId,
    seen: &Case,
) -> Result<Case, Failure> {
    let today = stage.app.today();
    let person = seen.referral.principal().ok_or("nobody to write to")?.id;
    let put = Put {
        person,
        about: "state-protection".into(),
        concern: "You told us that the prosecutor who threatened you was dismissed.".into(),
        disclosed: "Your own account; two newspaper articles, attached.".into(),
        put_on: today,
        manner: "letter".into(),
        due: today.checked_add(30.days())?,
        rests_on: Vec::new(),
    };
    let considered = || Some("Considered with the partner.".into());
    let plan = Plan {
        mode: Mode::InPerson,
        reason: None,
        safety: "By the side entrance; no name at the desk.".into(),
        asylum_risk: considered(),
        travel: considered(),
        surveillance: considered(),
        interpreter_needed: considered(),
        interpreter_avoid: considered(),
        rests_on: Vec::new(),
        persons: Vec::new(),
        on: Some(today.tomorrow()?),
        language: None,
        interpreter_gender: None,
    };
    for act in [Act::PlanInterview(plan), Act::PutConcern(put)] {
        stage.app.act(session, Some(case), act, None).await?;
    }
    Ok(stage.app.look(session, case, "case").await?.case)
}

/// Every kind of letter the case has grounds for, in English and in French.
fn letters(stage: &Stage, session: &Arc<Session>, case: CaseId, seen: &Case) -> Vec<Job> {
    let today = stage.app.today();
    let to = seen.referral.principal();
    let kinds = Kind::ALL.into_iter();
    let grounded = kinds.filter(|kind| has_grounds(seen, *kind, to, today).is_ok());
    let both = grounded.flat_map(|kind| [(kind, Language::En), (kind, Language::Fr)]);
    both.map(|(kind, language)| Job {
        session: Arc::clone(session),
        case,
        letter: Letter {
            time: Some("14:30".into()),
            zone: Some("local time".into()),
            place: Some("Room 4, by the side entrance".into()),
            ..Letter::new(kind, language)
        },
    })
    .collect()
}
