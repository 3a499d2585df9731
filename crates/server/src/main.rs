//! The binary `safeconduct`: everything is in the library, so that tests can reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    safeconduct_server::cli::main()
}
