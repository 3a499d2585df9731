//! Passphrases: proposed ones, and the least that is asked of chosen ones.
//!
//! Proposed: seven words from the EFF's long list of 7,776 (EFF, CC BY 3.0; through the `diceware_wordlists` crate),
//! drawn without bias: 7 × log2 7,776 = 90.5 bits. Text is taken as typed: never cut, never normalised.

use crate::random;
use diceware_wordlists::EFF_LONG_WORDLIST;
use std::collections::BTreeSet;
use std::fmt;
use zeroize::Zeroizing;

/// Words in a proposed passphrase.
pub const WORDS: usize = 7;
/// Least number of characters (Unicode scalar values) in a passphrase of one's own.
pub const LEAST_CHARACTERS: usize = 15;
/// Most bytes in a passphrase, so that nobody can send megabytes to the derivation.
pub const MOST_BYTES: usize = 1024;
/// Least number of different characters in a passphrase of one's own.
const LEAST_DIFFERENT: usize = 6;

/// Why a passphrase of one's own is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    /// Fewer than [`LEAST_CHARACTERS`] characters.
    #[error("fewer than 15 characters")]
    TooShort,
    /// More than [`MOST_BYTES`] bytes.
    #[error("longer than 1,024 bytes")]
    TooLong,
    /// The same few characters over and over.
    #[error("too few different characters")]
    TooPlain,
}

/// A passphrase. Wiped on drop; `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// As typed.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Seven random words with spaces between: 90.5 bits.
    #[must_use]
    pub fn generate() -> Self {
        let mut text = Zeroizing::new(String::with_capacity(WORDS * 12));
        for number in 0..WORDS {
            if number > 0 {
                text.push(' ');
            }
            text.push_str(word());
        }
        Self(text)
    }

    /// The text, to be shown once or derived from.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Whether a passphrase of one's own is long enough and not one key held down.
///
/// # Errors
/// What is [`Weak`] about it.
pub fn check_own(text: &str) -> Result<(), Weak> {
    if text.len() > MOST_BYTES {
        return Err(Weak::TooLong);
    }
    if text.chars().count() < LEAST_CHARACTERS {
        return Err(Weak::TooShort);
    }
    if text.chars().collect::<BTreeSet<_>>().len() < LEAST_DIFFERENT {
        return Err(Weak::TooPlain);
    }
    Ok(())
}

/// One word of the list, each with the same chance: draws of 13 bits, those beyond the list thrown away.
fn word() -> &'static str {
    loop {
        let draw = usize::from(u16::from_be_bytes(random::fresh()) & 0x1fff);
        if let Some(word) = EFF_LONG_WORDLIST.get(draw) {
            return word;
        }
    }
}
