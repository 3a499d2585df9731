//! The command line: one file a command.

mod bench;
mod checkpoints;
mod completions;
mod demo;
pub mod doctor;
mod init;
mod invite;
mod member;
mod package;
mod place;
mod rebuild;
mod record;
pub mod serve;
mod terminal;
mod tour;
mod verify;

use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

pub use place::Place;
pub(crate) use terminal::say;

/// What went wrong, as a sentence for the person at the terminal.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What a command that could do its work ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everything is well.
    Well,
    /// The work was done, and something was found that is not as it must be.
    Amiss,
}

/// What every command gives.
pub type Outcome = Result<Ending, Failure>;

const EXIT_CODES: &str = "\
Exit codes:
  0  done, and everything is well
  1  done, and something is not as it must be: an offence in the journal, a projection that differs, a ✘ of the doctor,
     a surprise on the tour
  2  the command line was not understood
  3  it could not be done: a key that is missing, a database out of reach, an address that is taken

Settings can come from the environment (each option says its name). Logs go to standard error; SAFECONDUCT_LOG=info
says more, and never says anything about a case.";

/// The case system for the resettlement of human rights defenders at risk.
///
/// Begin with `safeconduct demo`: an invented stream on this machine, with an account for each role and cases at every
/// stage. `safeconduct tour` then plays one family through it, from referral to notice.
///
/// A real deployment begins with `safeconduct init`, which makes the keys and invites the first administrators;
/// `safeconduct serve` runs it, `safeconduct doctor` says what still needs mending, and `safeconduct verify` rechecks
/// everything that was ever recorded.
#[derive(Debug, Parser)]
#[command(
    name = "safeconduct",
    version,
    propagate_version = true,
    arg_required_else_help = true
)]
#[command(after_long_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    Tour(tour::Tour),
    Init(init::Init),
    Invite(invite::Invite),
    Serve(serve::Serve),
    Doctor(doctor::Doctor),
    Verify(verify::Verify),
    Rebuild(rebuild::Rebuild),
    Record(record::Record),
    Package(package::Package),
    Bench(bench::Bench),
    Completions(completions::Completions),
}

/// Could not be done.
const FAILED: u8 = 3;

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let log = tracing_subscriber::EnvFilter::try_from_env("SAFECONDUCT_LOG");
    tracing_subscriber::fmt()
        .with_env_filter(log.unwrap_or_else(|_| "warn".into()))
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.to_string()),
    };
    match runtime.block_on(run(cli.command)) {
        Ok(Ending::Well) => ExitCode::SUCCESS,
        Ok(Ending::Amiss) => ExitCode::FAILURE,
        Err(error) => failed(&error.to_string()),
    }
}

async fn run(command: Command) -> Outcome {
    match command {
        Command::Demo(demo) => demo.run().await,
        Command::Tour(tour) => tour.run().await,
        Command::Init(init) => init.run().await,
        Command::Invite(invite) => invite.run().await,
        Command::Serve(serve) => serve.run().await,
        Command::Doctor(doctor) => doctor.run().await,
        Command::Verify(verify) => verify.run().await,
        Command::Rebuild(rebuild) => rebuild.run().await,
        Command::Record(record) => record.run().await,
        Command::Package(package) => package.run().await,
        Command::Bench(bench) => bench.run().await,
        Command::Completions(completions) => Ok(completions.run(Cli::command())),
    }
}

fn failed(why: &str) -> ExitCode {
    terminal::complain(why);
    ExitCode::from(FAILED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_teaches() {
        Cli::command().debug_assert();
        for command in Cli::command().get_subcommands() {
            let name = command.get_name();
            let long = command
                .get_long_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(long.contains("\n"), "{name} says no more than one line");
            let after = command
                .get_after_long_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(after.contains("Examples:"), "{name} has no examples");
            assert!(
                after.contains(&format!("safeconduct {name}")),
                "{name}: examples of another command"
            );
        }
    }

    #[test]
    fn every_option_says_what_it_is_for() {
        for command in Cli::command().get_subcommands() {
            for option in command.get_arguments() {
                assert!(
                    option.get_help().is_some(),
                    "{} {}",
                    command.get_name(),
                    option.get_id()
                );
            }
        }
    }
}
