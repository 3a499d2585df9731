//! Running the program as people do.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What a run came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The program with a folder, and nothing of the environment that concerns it.
pub fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    let [name, rest @ ..] = arguments else {
        panic!("no command")
    };
    command
        .arg(name)
        .arg("--data")
        .arg(data)
        .args(rest)
        .stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SAFECONDUCT_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command to its end.
pub fn run(data: &Path, arguments: &[&str]) -> Ran {
    program(data, arguments).output().unwrap().into()
}

/// The same, and it must end as said.
pub fn run_to(code: i32, data: &Path, arguments: &[&str]) -> String {
    let ran = run(data, arguments);
    assert_eq!(ran.code, code, "{arguments:?}\n{}\n{}", ran.out, ran.err);
    ran.out + &ran.err
}
