//! Choosing a passphrase: seven proposed words, or words of one's own typed twice. Shared by the page that joins and
//! the page that changes it.

use safeconduct_casework::form::{FieldError, Values};
use safeconduct_vault::passphrase::{LEAST_CHARACTERS, Passphrase, Weak, check_own};

/// The passphrase the page proposed; a new one when it brings none back.
pub fn proposed(values: &Values) -> Passphrase {
    let text = values.first("proposed");
    if text.is_empty() {
        Passphrase::generate()
    } else {
        Passphrase::new(text.to_owned())
    }
}

/// What is wrong with the passphrase typed in `field`: it must be the proposed one, or one's own, strong enough and
/// typed the same in `again`. An empty one is the form's own to refuse.
pub fn check_chosen(
    values: &Values,
    field: &'static str,
    again: &'static str,
) -> Option<FieldError> {
    let (typed, proposed) = (values.first(field), values.first("proposed"));
    if typed.is_empty() || (!proposed.is_empty() && typed == proposed) {
        return None;
    }
    match check_own(typed) {
        Err(Weak::TooShort) => {
            return Some(
                FieldError::new(field, "passphrase-too-short").with("least", LEAST_CHARACTERS),
            );
        }
        Err(Weak::TooLong) => return Some(FieldError::new(field, "passphrase-too-long")),
        Err(Weak::TooPlain) => return Some(FieldError::new(field, "passphrase-too-plain")),
        Ok(()) => {}
    }
    if values.first(again).is_empty() {
        return Some(FieldError::new(again, "passphrase-again"));
    }
    (values.first(again) != typed).then(|| FieldError::new(again, "passphrase-differs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(typed: &str, again: &str) -> Option<&'static str> {
        let values: Values = [
            ("proposed", "seven words that were proposed by us today"),
            ("passphrase", typed),
            ("again", again),
        ]
        .into_iter()
        .collect();
        check_chosen(&values, "passphrase", "again").map(|error| error.code)
    }

    #[test]
    fn a_proposed_passphrase_is_typed_once_and_ones_own_twice() {
        assert_eq!(
            checked("seven words that were proposed by us today", ""),
            None
        );
        assert_eq!(
            checked("a fine one of my own", "a fine one of my own"),
            None
        );
        assert_eq!(
            checked("a fine one of my own", ""),
            Some("passphrase-again")
        );
        assert_eq!(
            checked("a fine one of my own", "a fine one of mine"),
            Some("passphrase-differs")
        );
        assert_eq!(checked("short", "short"), Some("passphrase-too-short"));
        assert_eq!(
            checked("aaaaaaaaaaaaaaaaaaaa", ""),
            Some("passphrase-too-plain")
        );
        assert_eq!(
            checked(&"ab cd ef gh ".repeat(200), ""),
            Some("passphrase-too-long")
        );
        assert_eq!(checked("", ""), None);
    }
}
