//! Why a letter cannot be made: nothing in it repeats what the letter says.

use crate::fonts::Missing;

/// A letter that cannot be made. No part of it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A letter of this kind must hold something that is empty, such as `grounds`.
    #[error("the letter cannot be without “{0}”")]
    Empty(&'static str),
    /// A character that is not for reading: a control character, one that turns the direction of writing around, or one
    /// of private meaning.
    #[error("U+{0:04X} cannot stand in a letter: take it out where it came from")]
    Unprintable(u32),
    /// Characters that no font at hand can draw, one for each script.
    #[error("no font draws {}", list(.0))]
    NoGlyph(Vec<Missing>),
    /// More text than a letter may hold.
    #[error("the letter has {found} bytes of text; {most} is the most")]
    TooLong {
        /// How much there is, in bytes.
        found: usize,
        /// How much there may be.
        most: usize,
    },
    /// Words or a deadline that policy does not have on the letter's day.
    #[error("policy has nothing called “{0}” on the letter’s day")]
    Policy(&'static str),
    /// The typesetter did not accept a template or its result. What it quotes is left out.
    #[error("the letter could not be typeset: {0}")]
    Typesetting(String),
}

fn list(missing: &[Missing]) -> String {
    let each: Vec<String> = missing.iter().map(ToString::to_string).collect();
    each.join("; ")
}
