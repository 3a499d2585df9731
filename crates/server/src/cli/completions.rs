//! `safeconduct completions`: what a shell needs to complete this command line.

use std::io::Write as _;

use clap::{Args, Command};
use clap_complete::Shell;

use super::Ending;

/// Write the completions of a shell to standard output.
///
/// Put them where the shell looks for them, and the Tab key knows every command and option.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct completions bash > ~/.local/share/bash-completion/completions/safeconduct
  safeconduct completions zsh  > ~/.zfunc/_safeconduct
  safeconduct completions fish > ~/.config/fish/completions/safeconduct.fish")]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, mut command: Command) -> Ending {
        let name = command.get_name().to_owned();
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut command, name, &mut text);
        drop(std::io::stdout().write_all(&text));
        Ending::Well
    }
}
