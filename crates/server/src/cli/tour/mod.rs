//! `safeconduct tour`: one invented family from referral to notice, through the pages of a running demonstration.

mod browser;
mod centre;
mod office;
mod page;
mod partner;
mod watch;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use clap::Args;
use jiff::civil::Date;
use safeconduct_casework::clock::{Clock, day};

use super::place::read_accounts;
use super::terminal::grouped;
use super::{Ending, Failure, Outcome, say};
use browser::{Browser, Raw, Tally};
use page::Page;

/// Play one invented family from referral to notice against a running demonstration, through its own pages.
///
/// Signs in as each role by its button, follows the links and fills the forms a person would, and checks at every step
/// what the service promises: what is missing is named with its provision, nobody approves their own referral, whoever
/// handed a case on can no longer see it, nobody but a designated officer with a delegation decides, planners and
/// auditors open no case. No scripts, no API: what it does, a text browser can do. It prints what each step proved and
/// stops at the first surprise, with 1.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct demo & safeconduct tour
  safeconduct tour --address http://127.0.0.1:9000
  safeconduct tour --accounts safeconduct-demo/demo-accounts.json    also signs in by passphrase and code")]
pub struct Tour {
    /// Where the demonstration is.
    #[arg(long, default_value = "http://127.0.0.1:8484", value_name = "URL")]
    address: String,
    /// The accounts of the demonstration: with them somebody also signs in as in a real deployment.
    #[arg(long, value_name = "FILE")]
    accounts: Option<PathBuf>,
}

/// Something that is not as it must be.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Surprise(String);

fn surprise(what: impl Into<String>) -> Failure {
    Box::new(Surprise(what.into()))
}

/// It must be so.
fn must(is: bool, what: impl FnOnce() -> String) -> Result<(), Failure> {
    if is { Ok(()) } else { Err(surprise(what())) }
}

/// The family on its way.
pub(super) struct Story {
    address: String,
    tally: Arc<Mutex<Tally>>,
    today: Date,
    /// The partner's own number for it.
    reference: String,
    /// `/cases/…`, once it is opened.
    case: String,
    /// Names and addresses of the persons, the principal applicant first.
    persons: Vec<String>,
    steps: usize,
}

impl Tour {
    pub(crate) async fn run(self) -> Outcome {
        let begun = Instant::now();
        let now = Clock::System.now_ms();
        let mut story = Story {
            address: self.address.clone(),
            tally: Arc::default(),
            today: day(now),
            reference: format!("TOUR-{now}"),
            case: String::new(),
            persons: Vec::new(),
            steps: 0,
        };
        match self.play(&mut story).await {
            Ok(()) => {
                story.sum_up(begun.elapsed().as_secs_f64());
                Ok(Ending::Well)
            }
            Err(failure) if failure.is::<Surprise>() => {
                say(&format!("✘ {failure}"));
                Ok(Ending::Amiss)
            }
            Err(failure) => {
                let why = format!("{failure}: is a demonstration running at {}?", self.address);
                Err(why.into())
            }
        }
    }

    async fn play(&self, story: &mut Story) -> Result<(), Failure> {
        let caseworker = story.sign_in("fld-caseworker").await?;
        partner::prepares(story, &caseworker).await?;
        let supervisor = story.sign_in("fld-supervisor").await?;
        partner::attests(story, &caseworker, &supervisor).await?;
        partner::submits(story, &caseworker).await?;
        let intake = story.sign_in("roc-o-intake").await?;
        centre::receives(story, &intake, &caseworker).await?;
        let officer = story.sign_in("nairobi-officer").await?;
        centre::hands_on(story, &intake, &officer).await?;
        office::hears(story, &officer).await?;
        office::assesses(story, &officer).await?;
        let decider = story.sign_in("nairobi-decision").await?;
        office::decides(story, &officer, &decider).await?;
        partner::learns(story, &caseworker).await?;
        watch::counts(story).await?;
        watch::reads_the_trail(story).await?;
        watch::speaks_french(story, &officer).await?;
        if let Some(file) = &self.accounts {
            watch::signs_in_for_real(story, &read_accounts(file)?).await?;
        }
        watch::signs_out(story, caseworker).await
    }
}

impl Story {
    /// Says what a step proved.
    fn proved(&mut self, who: &str, what: impl AsRef<str>) {
        self.steps += 1;
        say(&format!("✔ {:>2}  {who:<17} {}", self.steps, what.as_ref()));
    }

    fn browser(&self, who: &str) -> Result<Browser, Failure> {
        Browser::new(&self.address, who, Arc::clone(&self.tally))
    }

    /// Signs in by the button of a role.
    async fn sign_in(&mut self, handle: &str) -> Result<Browser, Failure> {
        let me = self.browser(handle)?;
        let page = me.open("/sign-in").await?;
        let home = me
            .send(&page, "/demo-sign-in", &[("handle", handle)])
            .await?;
        must(home.form("/sign-out").is_some(), || {
            format!("{handle} is not signed in: {}", home.heading)
        })?;
        Ok(me)
    }

    /// The page of the case.
    async fn case(&self, me: &Browser) -> Result<Page, Failure> {
        me.open(&self.case).await
    }

    /// Does an act that the case's page offers, and lands on a page.
    async fn act(
        &self,
        me: &Browser,
        act: &str,
        typed: browser::Typed<'_>,
    ) -> Result<Page, Failure> {
        let case = self.case(me).await?;
        let page = me.follow(&case, &format!("/do/{act}")).await?;
        self.send(me, &page, act, typed).await
    }

    /// Sends the form of an act, through the page that shows it once more where there is one.
    async fn send(
        &self,
        me: &Browser,
        page: &Page,
        act: &str,
        typed: browser::Typed<'_>,
    ) -> Result<Page, Failure> {
        let part = format!("/do/{act}");
        let mut landed = me.send(page, &part, typed).await?;
        let checks = |form: &page::Form| {
            form.inputs
                .iter()
                .any(|i| i.name == "step" && i.value == "send")
        };
        if landed.form(&part).is_some_and(checks) {
            landed = me.send(&landed, &part, &[("step", "send")]).await?;
        }
        must(landed.status == 200 && landed.at.contains("done="), || {
            format!(
                "{}: {act} was not done: {} {}\n{}",
                me.who,
                landed.status,
                landed.at,
                errors(&landed)
            )
        })?;
        Ok(landed)
    }

    /// For somebody who may not see it, the case is as if it had never been.
    async fn is_absent(&self, me: &Browser) -> Result<(), Failure> {
        let never = format!("/cases/{}", "0".repeat(32));
        let (gone, absent) = (me.raw(&self.case).await?, me.raw(&never).await?);
        let same = without(&gone, &self.case) == without(&absent, &never);
        must(gone.status == 404 && same, || {
            format!(
                "{}: {} gives {}, and not what a case that never was gives",
                me.who, self.case, gone.status
            )
        })
    }

    fn sum_up(&self, seconds: f64) {
        let tally = self.tally.lock().unwrap_or_else(PoisonError::into_inner);
        let (size, at) = &tally.largest;
        say("");
        say(&format!(
            "{} steps, {} pages, {} forms sent, no surprise, in {seconds:.1} s. The largest page has {} bytes: {at}",
            self.steps,
            tally.pages,
            tally.sent,
            grouped(*size as u64)
        ));
    }
}

/// An answer without the address that was asked for.
fn without(raw: &Raw, path: &str) -> Raw {
    let id = path.rsplit('/').next().unwrap_or(path);
    Raw {
        body: String::from_utf8_lossy(&raw.body)
            .replace(id, "…")
            .into_bytes(),
        ..raw.clone()
    }
}

/// What the summary of errors says.
fn errors(page: &Page) -> String {
    let told: Vec<&str> = page
        .links
        .iter()
        .filter(|l| l.href.starts_with("#f-"))
        .map(|l| l.text.as_str())
        .collect();
    if told.is_empty() {
        let words: Vec<&str> = page.text.split_whitespace().take(120).collect();
        return words.join(" ");
    }
    told.join("; ")
}

/// The three inputs of a day.
fn on(name: &str, day: Date) -> [(String, String); 3] {
    [
        ("day", i16::from(day.day())),
        ("month", i16::from(day.month())),
        ("year", day.year()),
    ]
    .map(|(part, number)| (format!("{name}-{part}"), number.to_string()))
}

/// What is typed, with days among it.
fn with<'a>(typed: browser::Typed<'a>, days: &'a [(String, String)]) -> Vec<(&'a str, &'a str)> {
    let days = days
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    typed.iter().copied().chain(days).collect()
}
