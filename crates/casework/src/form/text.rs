//! The rules of text: what is trimmed, what is refused, and how long it may be.
//!
//! Any script is welcome. Refused are characters that make a text read otherwise than it is stored: control
//! characters, and the marks that reorder text around them (U+202A to U+202E, U+2066 to U+2069), with which a name
//! can be made to look like another in a list.

use super::FieldError;

/// What is wrong with a text, before it is known in which field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// Bytes that were not UTF-8 (they arrive as U+FFFD).
    Encoding,
    /// A control character, or a line break where one line is asked.
    Control,
    /// A mark that reorders the text around it.
    Bidi,
    /// Longer than allowed.
    TooLong,
}

impl Flaw {
    /// As an error of that field; `max` is the length allowed.
    pub(super) fn of(self, field: &str, max: usize) -> FieldError {
        match self {
            Self::Encoding => FieldError::new(field, "encoding"),
            Self::Control => FieldError::new(field, "control"),
            Self::Bidi => FieldError::new(field, "bidi"),
            Self::TooLong => FieldError::new(field, "too-long").with("max", max),
        }
    }
}

/// The text with one kind of line break and nothing around it.
pub(super) fn tidy(text: &str) -> String {
    unix(text).trim().to_owned()
}

/// The text with `\n` for every line break.
pub(super) fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// One line of at most `max` characters, tidied.
pub(super) fn line(text: &str, max: usize) -> Result<String, Flaw> {
    let text = tidy(text);
    if text.contains(['\n', '\u{2028}', '\u{2029}']) {
        return Err(Flaw::Control);
    }
    sound(&text, max)?;
    Ok(text)
}

/// Lines of at most `max` characters in all, tidied.
pub(super) fn area(text: &str, max: usize) -> Result<String, Flaw> {
    let text = tidy(text);
    sound(&text, max)?;
    Ok(text)
}

/// A secret, exactly as typed.
pub(super) fn secret(text: &str, max: usize) -> Result<String, Flaw> {
    if text.contains(['\n', '\r']) {
        return Err(Flaw::Control);
    }
    sound(text, max)?;
    Ok(text.to_owned())
}

fn sound(text: &str, max: usize) -> Result<(), Flaw> {
    for c in text.chars() {
        match c {
            '\n' | '\t' => {}
            '\u{FFFD}' => return Err(Flaw::Encoding),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => return Err(Flaw::Bidi),
            c if c.is_control() => return Err(Flaw::Control),
            _ => {}
        }
    }
    if text.chars().count() > max {
        Err(Flaw::TooLong)
    } else {
        Ok(())
    }
}
