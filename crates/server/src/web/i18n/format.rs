//! Dates, times, numbers, names and citations, written the way of the language.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use safeconduct_casework::form::{countries, languages};
use safeconduct_domain::policy::{Citation, Text};
use safeconduct_domain::refused::Refused;

use super::{Arg, Lang, has, t};

/// No-break space, before French double punctuation and between figures and units.
const NBSP: char = '\u{a0}';
/// Narrow no-break space, between groups of three figures in French.
const NARROW: char = '\u{202f}';

impl Lang {
    /// A number with its figures in groups of three: `12,345` and `12 345`.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let group = match self {
            Self::En => ',',
            Self::Fr => NARROW,
        };
        let mut out = String::new();
        if number < 0 {
            out.push('\u{2212}');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        out
    }

    /// A day: `22 November 2026`, `22 novembre 2026`, `1er mai 2026`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let day = match (self, date.day()) {
            (Self::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        format!("{day}{NBSP}{} {}", self.month(date.month()), date.year())
    }

    /// A date as forms keep it, as far as it is known: `1990`, `May 1990`, `17 May 1990`. A text that is no date is
    /// given back as it stands.
    #[must_use]
    pub fn date_text(self, text: &str) -> String {
        let mut parts = text.split('-').map(|part| part.parse::<i16>().ok());
        let part = |value: Option<Option<i16>>| value.flatten().and_then(|n| i8::try_from(n).ok());
        let (year, month, day) = (
            parts.next().flatten(),
            part(parts.next()),
            part(parts.next()),
        );
        match (year, month, day) {
            (Some(year), Some(month), Some(day)) => {
                Date::new(year, month, day).map_or_else(|_| text.to_owned(), |date| self.date(date))
            }
            (Some(year), Some(month), None) if (1..=12).contains(&month) => {
                format!("{} {year}", self.month(month))
            }
            _ => text.to_owned(),
        }
    }

    /// A moment: `22 November 2026, 14:30 UTC`, `22 novembre 2026, 14 h 30 UTC`.
    #[must_use]
    pub fn moment(self, at_ms: i64) -> String {
        let Ok(stamp) = Timestamp::from_millisecond(at_ms) else {
            return at_ms.to_string();
        };
        let at: Zoned = stamp.to_zoned(TimeZone::UTC);
        let clock = match self {
            Self::En => format!("{:02}:{:02}", at.hour(), at.minute()),
            Self::Fr => format!("{}{NBSP}h{NBSP}{:02}", at.hour(), at.minute()),
        };
        format!("{}, {clock}{NBSP}UTC", self.date(at.date()))
    }

    /// A time of day as forms keep it: `14:30`, `14 h 30`.
    #[must_use]
    pub fn time_text(self, text: &str) -> String {
        match (self, text.split_once(':')) {
            (Self::Fr, Some((hour, minute))) => {
                let hour = hour
                    .strip_prefix('0')
                    .filter(|rest| !rest.is_empty())
                    .unwrap_or(hour);
                format!("{hour}{NBSP}h{NBSP}{minute}")
            }
            _ => text.to_owned(),
        }
    }

    /// How far a day is from today, in words: `today`, `tomorrow`, `in 12 days`, `3 days ago`.
    #[must_use]
    pub fn days_from(self, day: Date, today: Date) -> String {
        let days = i64::from((day - today).get_days());
        match days {
            0 => self.t("days-today"),
            1 => self.t("days-tomorrow"),
            -1 => self.t("days-yesterday"),
            2.. => self.t1("days-in", "days", days),
            _ => self.t1("days-ago", "days", days.saturating_neg()),
        }
    }

    /// The name of a country by its code; an unknown code is given back.
    #[must_use]
    pub fn country(self, code: &str) -> String {
        self.pick(countries().names(code))
            .unwrap_or(code)
            .to_owned()
    }

    /// The name of a language by its code; what is no known code is given back, as it may be a name.
    #[must_use]
    pub fn language(self, code: &str) -> String {
        self.pick(languages().names(code))
            .unwrap_or(code)
            .to_owned()
    }

    /// A provision as lawyers write it: `R10(2)` is `IRPR s. 10(2)` or `RIPR, art. 10(2)`. Anything else is given
    /// back.
    #[must_use]
    pub fn cite(self, citation: &str) -> String {
        citation
            .parse::<Citation>()
            .map_or_else(|_| citation.to_owned(), |known| known.render(self.into()))
    }

    /// The policy's text in this language.
    #[must_use]
    pub fn text(self, text: &Text) -> &str {
        text.get(self.into())
    }

    /// A refusal in words, with the provision behind it: the message `refused-{rule}`.
    #[must_use]
    pub fn refused(self, refused: &Refused) -> String {
        let args: Vec<_> = refused
            .args
            .iter()
            .map(|(name, value)| (*name, Arg::from(value.as_str())))
            .collect();
        let text = t(self, &format!("refused-{}", refused.rule), &args);
        match &refused.citation {
            Some(citation) => format!("{text} ({})", self.cite(citation)),
            None => text,
        }
    }

    /// A label before what it introduces: with a colon as the language sets it, unless it is a question.
    #[must_use]
    pub fn introduced(self, label: &str, what: &str) -> String {
        if label.ends_with(['?', ':', '.']) {
            return format!("{label} {what}");
        }
        match self {
            Self::En => format!("{label}: {what}"),
            Self::Fr => format!("{label}{NBSP}: {what}"),
        }
    }

    /// What a text is, by keys one after the other, and the text if there is one.
    #[must_use]
    pub fn about(self, keys: &[&str], text: &Text) -> String {
        let mut parts: Vec<String> = keys.iter().map(|key| self.t(key)).collect();
        parts.push(self.text(text).to_owned());
        parts.retain(|part| !part.is_empty());
        let said = parts.into_iter().rev();
        said.reduce(|rest, label| self.introduced(&label, &rest))
            .unwrap_or_default()
    }

    /// The first key that has a message, in words.
    #[must_use]
    pub fn first_of(self, keys: &[String], args: &[(&'static str, Arg)]) -> Option<String> {
        keys.iter()
            .find(|key| has(self, key))
            .map(|key| t(self, key, args))
    }

    fn pick(self, names: Option<(&'static str, &'static str)>) -> Option<&'static str> {
        names.map(|(en, fr)| match self {
            Self::En => en,
            Self::Fr => fr,
        })
    }

    fn month(self, month: i8) -> &'static str {
        const EN: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const FR: [&str; 12] = [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ];
        let names = match self {
            Self::En => &EN,
            Self::Fr => &FR,
        };
        usize::try_from(month)
            .ok()
            .and_then(|n| n.checked_sub(1))
            .and_then(|n| names.get(n))
            .copied()
            .unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn both(write: impl Fn(Lang) -> String) -> (String, String) {
        (write(Lang::En), write(Lang::Fr))
    }

    fn pair(en: &str, fr: &str) -> (String, String) {
        (en.to_owned(), fr.to_owned())
    }

    #[test]
    fn numbers_are_grouped_the_way_of_the_language() {
        assert_eq!(
            both(|l| l.number(1_234_567)),
            pair("1,234,567", "1\u{202f}234\u{202f}567")
        );
        assert_eq!(
            both(|l| l.number(-1000)),
            pair("\u{2212}1,000", "\u{2212}1\u{202f}000")
        );
        assert_eq!(both(|l| l.number(250)), pair("250", "250"));
        assert_eq!(
            Lang::En.number(i64::MIN),
            "\u{2212}9,223,372,036,854,775,808"
        );
    }

    #[test]
    fn dates_as_they_are_written_in_canada() {
        assert_eq!(
            both(|l| l.date(date(2026, 11, 22))),
            pair("22\u{a0}November 2026", "22\u{a0}novembre 2026")
        );
        assert_eq!(
            both(|l| l.date(date(2026, 8, 1))),
            pair("1\u{a0}August 2026", "1er\u{a0}août 2026")
        );
        assert_eq!(
            both(|l| l.date_text("1990-05")),
            pair("May 1990", "mai 1990")
        );
        assert_eq!(both(|l| l.date_text("1990")), pair("1990", "1990"));
        for odd in ["", "1990-13", "1990-02-30", "x", "1990-05-", "-"] {
            assert_eq!(
                Lang::En.date_text(odd),
                if odd == "1990-05-" { "May 1990" } else { odd }
            );
        }
    }

    #[test]
    fn moments_say_their_zone() {
        let at = 1_795_353_000_000;
        assert_eq!(
            both(|l| l.moment(at)),
            pair(
                "22\u{a0}November 2026, 13:10\u{a0}UTC",
                "22\u{a0}novembre 2026, 13\u{a0}h\u{a0}10\u{a0}UTC"
            )
        );
        assert_eq!(Lang::En.moment(i64::MAX), i64::MAX.to_string());
        assert_eq!(
            both(|l| l.time_text("09:05")),
            pair("09:05", "9\u{a0}h\u{a0}05")
        );
        assert_eq!(Lang::Fr.time_text("00:05"), "0\u{a0}h\u{a0}05");
    }

    #[test]
    fn distance_in_days() {
        let today = date(2026, 11, 22);
        let far = |days: i64| today.checked_add(jiff::Span::new().days(days)).unwrap();
        assert_eq!(
            both(|l| l.days_from(far(0), today)),
            pair("today", "aujourd’hui")
        );
        assert_eq!(
            both(|l| l.days_from(far(1), today)),
            pair("tomorrow", "demain")
        );
        assert_eq!(
            both(|l| l.days_from(far(-1), today)),
            pair("yesterday", "hier")
        );
        let strip = |(en, fr): (String, String)| {
            (
                en.replace(['\u{2068}', '\u{2069}'], ""),
                fr.replace(['\u{2068}', '\u{2069}'], ""),
            )
        };
        assert_eq!(
            strip(both(|l| l.days_from(far(45), today))),
            pair("in 45 days", "dans 45\u{a0}jours")
        );
        assert_eq!(
            strip(both(|l| l.days_from(far(-3), today))),
            pair("3 days ago", "il y a 3\u{a0}jours")
        );
    }

    #[test]
    fn names_and_provisions() {
        assert_eq!(both(|l| l.country("ER")), pair("Eritrea", "Érythrée"));
        assert_eq!(both(|l| l.language("ti")), pair("Tigrinya", "tigrigna"));
        assert_eq!(both(|l| l.language("Blin")), pair("Blin", "Blin"));
        assert_eq!(
            both(|l| l.cite("R139(1)(d)(i)")),
            pair("IRPR s. 139(1)(d)(i)", "RIPR, art. 139(1)d)(i)")
        );
        assert_eq!(both(|l| l.cite("OP 5")), pair("OP 5", "OP 5"));
        assert_eq!(
            both(|l| l.introduced("Name", "x")),
            pair("Name: x", "Name\u{a0}: x")
        );
        assert_eq!(Lang::Fr.introduced("Où ?", "Dites-le"), "Où ? Dites-le");
    }
}
