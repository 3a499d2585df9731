//! Receipt codes: the one thing that whoever has no account can come back with.
//!
//! Thirty digits, because digits can be written down, read out and typed in any script. Twenty-eight are random, which is
//! 93 bits: whoever steals the database **and** the server's secret and tries 10¹² codes a second needs more than 10⁸ years
//! on average. So nothing slow stands between a person on a bad line and the answer. Two are check digits (ISO/IEC 7064,
//! MOD 97-10), which find every single wrong digit and every pair that changed places.
//!
//! The code is kept nowhere. Two keys come from it and from the server's secret: under one the thread is found, under the
//! other the person's copy of its key is sealed. The group has its own copy ([`crate::courier`]).

use crate::courier::Courier;
use crate::derive;
use crate::error::Error;
use crate::place::Place;
use crate::random;
use crate::record;
use crate::secret::{Key32, Pepper, Purpose};
use safeconduct_domain::id::{CourierId, GroupId};
use std::fmt;
use zeroize::Zeroizing;

/// Random digits.
const RANDOM: usize = 28;
/// All digits.
const LENGTH: usize = RANDOM + 2;
/// Digits that are read in one breath.
const GROUP: usize = 3;

/// A receipt code, as its holder has it. Wiped on drop.
#[derive(Clone)]
pub struct ReceiptCode(Zeroizing<String>);

impl ReceiptCode {
    /// A new random one.
    #[must_use]
    pub fn generate() -> Self {
        let mut digits = Zeroizing::new(String::with_capacity(LENGTH));
        while digits.len() < RANDOM {
            let [byte] = random::fresh::<1>();
            // 250 is the largest multiple of ten in a byte: every digit is as likely as any other
            if byte < 250 {
                digits.push(char::from(b'0' + byte % 10));
            }
        }
        let check = 98 - remainder(&digits) * 100 % 97;
        digits.push_str(&format!("{check:02}"));
        Self(digits)
    }

    /// One that was typed, in ASCII digits, with any spaces and dashes between them.
    ///
    /// # Errors
    /// [`Error::Malformed`] where the digits are too few or too many, or do not belong together.
    pub fn parse(typed: &str) -> Result<Self, Error> {
        let mut digits = Zeroizing::new(String::with_capacity(LENGTH));
        for c in typed.chars() {
            match c {
                '0'..='9' if digits.len() < LENGTH => digits.push(c),
                '-' | '\u{2010}'..='\u{2015}' | '.' => {}
                c if c.is_whitespace() => {}
                _ => return Err(Error::Malformed),
            }
        }
        if digits.len() == LENGTH && remainder(&digits) == 1 {
            Ok(Self(digits))
        } else {
            Err(Error::Malformed)
        }
    }

    /// The digits, to be carried on in a form.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The digits in groups, to be read and written down.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        let mut out = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (at, c) in self.0.chars().enumerate() {
            if at > 0 && at % GROUP == 0 {
                out.push(' ');
            }
            out.push(c);
        }
        out
    }

    /// Under what the thread is found.
    #[must_use]
    pub fn found_by(&self, pepper: &Pepper) -> [u8; 32] {
        pepper.blind(Purpose::Receipt, self.0.as_bytes())
    }

    /// The key of a thread, sealed for whoever has the code.
    ///
    /// # Errors
    /// [`Error::TooLong`] never in practice.
    pub fn seal(&self, pepper: &Pepper, courier: &Courier) -> Result<Vec<u8>, Error> {
        let place = place(courier.id(), courier.to());
        record::seal(&self.key(pepper), &place, courier.expose())
    }

    /// The thread, from its key as [`ReceiptCode::seal`] sealed it.
    ///
    /// # Errors
    /// [`Error::Closed`] under any other code, and for any other thread.
    pub fn open(
        &self,
        pepper: &Pepper,
        (id, to): (CourierId, GroupId),
        sealed: &[u8],
    ) -> Result<Courier, Error> {
        let plain = record::open(&self.key(pepper), &place(id, to), sealed)?;
        Courier::from_key(id, to, &plain)
    }

    fn key(&self, pepper: &Pepper) -> Key32 {
        let salt = pepper.receipt();
        Key32::from_bytes(*derive::hkdf(
            salt.as_ref(),
            self.0.as_bytes(),
            b"safeconduct/receipt/1",
        ))
    }
}

const fn place(courier: CourierId, to: GroupId) -> Place {
    Place::Receipt { courier, to }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

/// What digits leave when divided by 97.
fn remainder(digits: &str) -> u32 {
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.fold(0, |rest, digit| (rest * 10 + digit) % 97)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn group(byte: u8) -> GroupId {
        GroupId::from_bytes([byte; 16])
    }

    #[test]
    fn a_code_is_read_back_however_it_is_spaced() {
        let code = ReceiptCode::generate();
        let digits = code.expose();
        assert_eq!((digits.len(), code.grouped().len()), (30, 39));
        for typed in [
            digits.to_owned(),
            code.grouped().to_string(),
            code.grouped().replace(' ', "-"),
            format!("\u{a0}{}\n", code.grouped().replace(' ', "\u{2009}")),
        ] {
            assert_eq!(ReceiptCode::parse(&typed).unwrap().expose(), digits);
        }
        for typed in ["", "1", &digits[1..], &format!("{digits}0"), "abc"] {
            assert!(ReceiptCode::parse(typed).is_err(), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "ReceiptCode(…)");
    }

    /// The worked figure of the standard's construction: 794 has the check digits 44.
    #[test]
    fn check_digits_are_those_of_the_standard() {
        assert_eq!(98 - remainder("794") * 100 % 97, 44);
        assert_eq!(remainder("79444"), 1);
    }

    #[test]
    fn every_wrong_digit_and_every_change_of_places_is_found() {
        let mut tried = 0;
        for _ in 0..20 {
            let code = ReceiptCode::generate();
            let digits = code.expose().as_bytes().to_vec();
            let mut wrong = |bad: Vec<u8>| {
                if bad != digits {
                    tried += 1;
                    let text = String::from_utf8(bad).unwrap();
                    assert!(ReceiptCode::parse(&text).is_err(), "{text}");
                }
            };
            for at in 0..digits.len() {
                for digit in b'0'..=b'9' {
                    let mut bad = digits.clone();
                    bad[at] = digit;
                    wrong(bad);
                }
            }
            for at in 1..digits.len() {
                let mut bad = digits.clone();
                bad.swap(at - 1, at);
                wrong(bad);
            }
        }
        println!("receipt codes: {tried} slips tried, 0 taken");
        assert!(tried > 5_000);
    }

    /// Each digit at each place, over many codes, as often as the others: five standard deviations either way.
    #[test]
    fn the_digits_are_random() {
        let codes = 20_000_u32;
        let mut counts = [[0_u32; 10]; RANDOM];
        let mut all = BTreeSet::new();
        for _ in 0..codes {
            let code = ReceiptCode::generate();
            for (count, byte) in counts.iter_mut().zip(code.expose().bytes()) {
                count[usize::from(byte - b'0')] += 1;
            }
            all.insert(code.expose().to_owned());
        }
        assert_eq!(all.len(), 20_000);
        let (mean, five) = (
            f64::from(codes) / 10.0,
            5.0 * (f64::from(codes) * 0.09).sqrt(),
        );
        for count in counts.iter().flatten() {
            assert!((f64::from(*count) - mean).abs() < five, "{count}");
        }
    }

    #[test]
    fn only_the_same_code_server_and_thread_open_it() {
        let (pepper, code) = (Pepper::fresh(), ReceiptCode::generate());
        let courier = Courier::from_key(CourierId::from_bytes([1; 16]), group(2), &[3; 32]);
        let courier = courier.unwrap();
        let sealed = code.seal(&pepper, &courier).unwrap();
        let whose = (courier.id(), courier.to());
        let again = ReceiptCode::parse(&code.grouped()).unwrap();
        let opened = again.open(&pepper, whose, &sealed).unwrap();
        assert_eq!(opened.expose(), courier.expose());
        assert_eq!(code.found_by(&pepper), again.found_by(&pepper));
        let other = ReceiptCode::generate();
        assert_ne!(code.found_by(&pepper), other.found_by(&pepper));
        assert!(other.open(&pepper, whose, &sealed).is_err());
        assert!(code.open(&Pepper::fresh(), whose, &sealed).is_err());
        assert!(code.open(&pepper, (whose.0, group(9)), &sealed).is_err());
        let elsewhere = (CourierId::from_bytes([7; 16]), whose.1);
        assert!(code.open(&pepper, elsewhere, &sealed).is_err());
    }

    proptest! {
        #[test]
        fn nothing_typed_is_a_panic(typed in "\\PC{0,80}") {
            let _ = ReceiptCode::parse(&typed);
        }
    }
}
