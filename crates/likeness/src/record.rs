//! What of a person is compared.

use safeconduct_domain::date::PartialDate;
use safeconduct_domain::person::Details;
use std::fmt;

/// A person as a record has them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Family names, in any script.
    pub family: String,
    /// Given names, in any script.
    pub given: String,
    /// The full name as its owner writes it.
    pub own_script: Option<String>,
    /// Other names, parted by commas, semicolons or lines.
    pub others: Option<String>,
    /// Date of birth.
    pub birth: Option<PartialDate>,
    /// Numbers of documents and of other systems.
    pub numbers: Vec<String>,
    /// Texts in which telephone numbers and addresses of electronic mail are looked for.
    pub reach: Vec<String>,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Record(…)")
    }
}

impl Record {
    /// The names and the date of birth of a person of a case.
    #[must_use]
    pub fn of(details: &Details) -> Self {
        Self {
            family: details.family_name.clone(),
            given: details.given_names.clone(),
            own_script: details.native_name.clone(),
            others: details.other_names.clone(),
            birth: details.birth,
            numbers: Vec::new(),
            reach: Vec::new(),
        }
    }

    /// The numbers, each in one spelling: small letters and digits, at least five of them, one a digit.
    pub(crate) fn plain_numbers(&self) -> Vec<String> {
        let plain = self.numbers.iter().map(|number| plain(number));
        once(plain.filter(|n| n.len() >= 5 && n.bytes().any(|b| b.is_ascii_digit())))
    }

    /// Telephone numbers by their last eight digits, since some write the country's and some do not; addresses of
    /// electronic mail in small letters.
    pub(crate) fn plain_reach(&self) -> Vec<String> {
        let texts = self
            .reach
            .iter()
            .map(|t| t.chars().take(2_000).collect::<String>());
        once(texts.flat_map(|text| {
            let mut found = telephones(&text);
            found.extend(addresses(&text));
            found
        }))
    }
}

fn once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = all.collect();
    out.sort_unstable();
    out.dedup();
    out.truncate(20);
    out
}

fn plain(number: &str) -> String {
    let ascii = any_ascii::any_ascii(number.chars().take(60).collect::<String>().as_str());
    let kept = ascii.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

fn telephones(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        match any_ascii::any_ascii_char(c) {
            d if d.len() == 1 && d.bytes().all(|b| b.is_ascii_digit()) => digits.push_str(d),
            " " | "-" | "(" | ")" | "." | "/" | "+" if !digits.is_empty() => {}
            _ => {
                if (7..=15).contains(&digits.len()) {
                    let last = digits.len().saturating_sub(8);
                    found.extend(digits.get(last..).map(str::to_owned));
                }
                digits.clear();
            }
        }
    }
    found
}

fn addresses(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || ",;<>()\"".contains(c));
    let addresses = parts.filter_map(|part| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let (name, host) = part.split_once('@')?;
        (!name.is_empty() && host.contains('.')).then(|| part.to_lowercase())
    });
    addresses.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ways_to_reach_have_one_spelling() {
        let record = Record {
            numbers: vec![
                "UNHCR 912-00 77".into(),
                "12".into(),
                "none".into(),
                "۱۲۳۴۵".into(),
            ],
            reach: vec![
                "Signal +998 71 120 34 56, only by day".into(),
                "write to (Gul@Example.org).".into(),
                "flat 12, 3rd floor".into(),
            ],
            ..Record::default()
        };
        assert_eq!(record.plain_numbers(), ["12345", "unhcr9120077"]);
        assert_eq!(record.plain_reach(), ["11203456", "gul@example.org"]);
    }
}
