//! `safeconduct demo`: an invented stream, made in seconds, with an account for each role and cases at every stage.

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::{self, DemoAccount};
use safeconduct_casework::keys::Keys;
use safeconduct_casework::{App, Config};

use super::place::{ACCOUNTS, DEMO, own_file, private_folder};
use super::serve::{Listening, checkpoint, serve};
use super::{Ending, Failure, Outcome, Place, checkpoints, say};
use crate::state::Cookies;

/// The invented stream begins four hundred days ago.
const HISTORY_MS: i64 = 400 * 24 * 60 * 60 * 1000;
/// The last day before now in which nothing is played, so that no entry lies in the future.
const MARGIN_MS: i64 = 24 * 60 * 60 * 1000;

/// Who has not signed in for a long time, and left a case behind.
const AWAY: [&str; 1] = ["nairobi-officer-2"];

/// Make (or open again) an invented stream on this machine, and serve it.
///
/// Organisations, an account for each role, and cases at every stage and in several scripts, all invented. Ready in
/// seconds; what is made stays in the folder and is opened again the next time. The sign-in page offers each role by one
/// button. Only this machine can reach it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct demo
  safeconduct demo --data /tmp/stream --port 9000 --cases 200
  safeconduct demo & safeconduct tour")]
pub struct Demo {
    /// The folder it is kept in. Opened again if it is there.
    #[arg(long, default_value = "safeconduct-demo", value_name = "DIR")]
    data: PathBuf,
    /// The port on this machine.
    #[arg(long, default_value_t = 8484)]
    port: u16,
    /// How many invented cases to make.
    #[arg(long, default_value_t = 36, value_name = "N")]
    cases: usize,
    /// Make it and stop, without serving.
    #[arg(long)]
    make_only: bool,
}

impl Demo {
    /// Runs until the process is asked to stop.
    pub(crate) async fn run(self) -> Outcome {
        let place = Place::under(&self.data);
        let accounts = if place.is_demo() {
            place.accounts()?
        } else {
            let begun = Instant::now();
            let accounts = self.make(&place).await?;
            say(&format!(
                "Made {} invented cases in {:.1} s.",
                self.cases,
                begun.elapsed().as_secs_f64()
            ));
            accounts
        };
        if self.make_only {
            return Ok(Ending::Well);
        }
        let app = place.open(true, Clock::System).await?;
        tell(&accounts, &self.data);
        let listening = Listening {
            at: SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)),
            cookies: Cookies::Loopback,
        };
        serve(app, accounts, listening, &self.data, None).await
    }

    async fn make(&self, place: &Place) -> Result<Vec<DemoAccount>, Failure> {
        if place.key_folder().exists() {
            let folder = self.data.display();
            return Err(format!(
                "{folder} holds something that is no finished demonstration: choose another folder"
            )
            .into());
        }
        private_folder(&self.data)?;
        let keys = Keys::fresh();
        keys.write(&place.key_folder())?;
        let now = Clock::System.now_ms();
        let config = Config {
            origin: DEMO.to_owned(),
            ..place.config(true)
        };
        let app = App::open(config, keys, Clock::at(now - HISTORY_MS)).await?;
        let bar = ProgressBar::new(self.cases as u64 + 1).with_style(ProgressStyle::with_template(
            "{msg} [{bar:30}] {pos}/{len}",
        )?);
        bar.set_message("Founding the organisations");
        let stream = demo::found(&app).await?;
        bar.inc(1);
        bar.set_message("Making invented cases    ");
        for number in 0..self.cases {
            self.play(&app, &stream, number, now).await?;
            bar.inc(1);
        }
        app.clock().set(app.now_ms().max(now - MARGIN_MS));
        let stream = demo::come_in(&app, stream, &AWAY).await?;
        let code = demo::turn_to(&app, &stream).await?;
        bar.finish_and_clear();
        say(&format!(
            "Somebody without an account wrote, and was answered. Their receipt code: {}",
            &*code.grouped()
        ));
        checkpoint(&app, &self.data.join(checkpoints::FILE)).await?;
        write_accounts(&self.data.join(ACCOUNTS), &stream.accounts)?;
        Ok(stream.accounts)
    }

    /// Plays one case at its place in the four hundred days.
    async fn play(
        &self,
        app: &App,
        stream: &demo::Stream,
        number: usize,
        now: i64,
    ) -> Result<(), Failure> {
        let span = HISTORY_MS - 2 * MARGIN_MS;
        let share = i64::try_from(number)? * span / i64::try_from(self.cases.max(1))?;
        let begin = now - HISTORY_MS + MARGIN_MS + share;
        if begin > app.now_ms() {
            app.clock().set(begin);
        }
        demo::play(app, stream, &demo::story(number)).await?;
        Ok(())
    }
}

fn write_accounts(path: &Path, accounts: &[DemoAccount]) -> Result<(), Failure> {
    let mut file = own_file(path)?;
    file.write_all(serde_json::to_string_pretty(accounts)?.as_bytes())?;
    Ok(file.sync_all()?)
}

fn tell(accounts: &[DemoAccount], folder: &Path) {
    say(
        "Everybody in this demonstration is invented. The sign-in page offers each role by one button.",
    );
    say("");
    for account in accounts {
        say(&format!(
            "  {:<20} {:<28} {}",
            account.handle,
            account.roles.join(", "),
            account.organisation
        ));
    }
    say("");
    say(&format!(
        "Passphrases and second factors are in {}",
        folder.join(ACCOUNTS).display()
    ));
}
