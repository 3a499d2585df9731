//! Talking with the person at the terminal.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use zeroize::Zeroizing;

use super::Failure;

/// Says something, on standard output. Nobody listening any more is no reason to stop.
pub(crate) fn say(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// Says what went wrong, on standard error.
pub(crate) fn complain(why: &str) {
    drop(writeln!(std::io::stderr(), "safeconduct: {why}"));
}

/// Asks for something nobody else may see: unseen at a terminal, a line of standard input otherwise.
///
/// # Errors
/// Input that ends, or a terminal that cannot be read.
pub(crate) fn ask_secret(prompt: &str) -> Result<Zeroizing<String>, Failure> {
    if std::io::stdin().is_terminal() {
        return Ok(Zeroizing::new(rpassword::prompt_password(format!(
            "{prompt}: "
        ))?));
    }
    let mut line = Zeroizing::new(String::new());
    if std::io::stdin().lock().read_line(&mut line)? == 0 {
        return Err(format!("{prompt}: standard input ended").into());
    }
    Ok(Zeroizing::new(
        line.trim_end_matches(['\n', '\r']).to_owned(),
    ))
}

/// A number as people read it: 12 345.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_read_in_threes() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
