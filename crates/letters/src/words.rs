//! The words of letters on a day, in one language, from policy.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::policy::{Enactment, Language, LetterText, Policy};

use crate::error::Error;

/// The names of the months in English and in French. They are language, not policy.
const MONTHS: [(&str, &str); 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];

/// The words in force on a day, in one language.
pub(crate) struct Words<'a> {
    language: Language,
    texts: Vec<&'a LetterText>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(policy: &'a Policy, language: Language, day: Date) -> Self {
        Self {
            language,
            texts: policy.letter_texts(day),
        }
    }

    /// The language.
    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// The words of that name.
    pub(crate) fn get(&self, id: &'static str) -> Result<String, Error> {
        let found = self.texts.iter().find(|text| text.id == id);
        found
            .map(|text| text.cited(self.language))
            .ok_or(Error::Policy(id))
    }

    /// All words, for the templates.
    pub(crate) fn all(&self) -> BTreeMap<&str, String> {
        let texts = self.texts.iter();
        texts
            .map(|text| (text.id.as_str(), text.cited(self.language)))
            .collect()
    }

    /// The enactments that the words of a kind of letter cite.
    pub(crate) fn cited_by(&self, kind: &str) -> BTreeSet<Enactment> {
        let ours = |id: &str| {
            id.strip_prefix(kind)
                .is_some_and(|rest| rest.starts_with('-'))
        };
        let texts = self.texts.iter().filter(|text| ours(&text.id));
        texts
            .flat_map(|text| text.provisions.iter().map(|p| p.enactment()))
            .collect()
    }

    /// A day: `22 November 2026`, `1er mai 2026`.
    pub(crate) fn date(&self, date: Date) -> String {
        let month = self.month(date.month());
        let day = match (self.language, date.day()) {
            (Language::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        format!("{day}\u{a0}{month} {}", date.year())
    }

    /// A day of which the month, or the day of the month, may be unknown.
    pub(crate) fn partial_date(&self, date: PartialDate) -> String {
        match (date.exact(), date.month()) {
            (Some(day), _) => self.date(day),
            (None, Some(month)) => format!("{} {}", self.month(month), date.year()),
            (None, None) => date.year().to_string(),
        }
    }

    fn month(&self, month: i8) -> &'static str {
        let month = usize::try_from(month).unwrap_or_default();
        let (en, fr) = MONTHS
            .get(month.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        match self.language {
            Language::En => en,
            Language::Fr => fr,
        }
    }

    /// A whole number in groups of three.
    pub(crate) fn figures(&self, number: u64) -> String {
        let digits = number.to_string();
        let group = match self.language {
            Language::En => ',',
            Language::Fr => '\u{a0}',
        };
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        out
    }

    /// A time of day and whose it is.
    pub(crate) fn time(&self, time: Time, zone: &str) -> Result<String, Error> {
        let facts = [
            ("hour", time.hour().to_string()),
            ("minute", format!("{:02}", time.minute())),
            ("zone", zone.to_owned()),
        ];
        Ok(fill(&self.get("time")?, &facts))
    }
}

/// Puts facts into their places, in one pass: what a fact says is never itself taken for a place.
fn fill(text: &str, facts: &[(&str, String)]) -> String {
    let mut out = String::new();
    for (at, piece) in text.split('{').enumerate() {
        match piece.split_once('}') {
            Some((name, rest)) if at > 0 => {
                let fact = facts.iter().find(|(place, _)| *place == name);
                out.push_str(fact.map_or("", |(_, fact)| fact.as_str()));
                out.push_str(rest);
            }
            _ => out.push_str(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn days_and_times_are_written_the_way_of_the_language() {
        let policy = Policy::builtin().unwrap();
        let day = date(2026, 11, 22);
        let (en, fr) = (
            Words::new(&policy, Language::En, day),
            Words::new(&policy, Language::Fr, day),
        );
        assert_eq!(en.date(day), "22\u{a0}November 2026");
        assert_eq!(fr.date(date(2026, 8, 1)), "1er\u{a0}août 2026");
        let partly = |text: &str| text.parse().unwrap();
        assert_eq!(en.partial_date(partly("1990-05")), "May 1990");
        assert_eq!(fr.partial_date(partly("1990")), "1990");
        assert_eq!(fr.partial_date(partly("1990-05-01")), "1er\u{a0}mai 1990");
        assert_eq!(en.figures(1_234_567), "1,234,567");
        assert_eq!(fr.figures(1_234), "1\u{a0}234");
        assert_eq!(fr.figures(12), "12");
        assert_eq!(
            en.time(time(9, 5, 0, 0), "{hour}").unwrap(),
            "9:05 ({hour})"
        );
        assert_eq!(
            fr.time(time(14, 30, 0, 0), "heure de Nairobi").unwrap(),
            "14\u{a0}h\u{a0}30 (heure de Nairobi)"
        );
        assert_eq!(
            Words::new(&policy, Language::En, date(1999, 1, 1)).get("dear"),
            Err(Error::Policy("dear"))
        );
    }
}
