//! Dates as people know them: sometimes only a year, sometimes a year and a month. And ages on a day.
//!
//! A refugee's birth date is often estimated. Nothing here invents the missing part; what cannot be known is
//! answered as "cannot be told", and a person decides.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A date of which the day, or the day and the month, may be unknown. Text form: `1990`, `1990-05`, `1990-05-17`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text is not a partial date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a date is a year, a year and a month, or a year, a month and a day that exist")]
pub struct NotADate;

impl PartialDate {
    /// A date from its known parts. A day needs a month; the day must exist in that month and year.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Result<Self, NotADate> {
        if !(1..=9999).contains(&year) || (day.is_some() && month.is_none()) {
            return Err(NotADate);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| NotADate)?;
        Ok(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }
    /// The month, 1 to 12, if known.
    #[must_use]
    pub const fn month(self) -> Option<i8> {
        self.month
    }
    /// The day of the month, if known.
    #[must_use]
    pub const fn day(self) -> Option<i8> {
        self.day
    }

    /// The earliest and the latest day it can mean.
    #[must_use]
    pub fn bounds(self) -> (Date, Date) {
        let earliest = Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or(Date::MIN);
        let latest = match (self.month, self.day) {
            (Some(_), Some(_)) => earliest,
            (Some(_), None) => earliest.last_of_month(),
            (None, _) => earliest.last_of_year(),
        };
        (earliest, latest)
    }

    /// The day, when every part is known.
    #[must_use]
    pub fn exact(self) -> Option<Date> {
        self.day.map(|_| self.bounds().0)
    }
}

/// Full years attained on a day. Someone born on 29 February attains a year on 1 March of a common year: a person
/// has not attained an age before the anniversary of the birth has begun.
#[must_use]
pub fn age_on(birth: Date, day: Date) -> i16 {
    let years = day.year() - birth.year();
    if (day.month(), day.day()) < (birth.month(), birth.day()) {
        years - 1
    } else {
        years
    }
}

/// Whether something that turns on a birth date holds, when the birth date may be partly unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// It holds whatever the missing part is.
    Yes,
    /// It fails whatever the missing part is.
    No,
    /// It depends on the missing part.
    Unclear,
}

/// Is the person younger than `years` on `day`?
#[must_use]
pub fn younger_than(birth: PartialDate, years: i16, day: Date) -> Known {
    let (earliest, latest) = birth.bounds();
    match (age_on(earliest, day) < years, age_on(latest, day) < years) {
        (true, _) => Known::Yes,
        (false, false) => Known::No,
        (false, true) => Known::Unclear,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PartialDate(…)")
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(NotADate)?;
        let month = digits(parts.next(), 2)?
            .map(|n| i8::try_from(n).map_err(|_| NotADate))
            .transpose()?;
        let day = digits(parts.next(), 2)?
            .map(|n| i8::try_from(n).map_err(|_| NotADate))
            .transpose()?;
        if parts.next().is_some() {
            return Err(NotADate);
        }
        Self::new(year, month, day)
    }
}

fn digits(part: Option<&str>, width: usize) -> Result<Option<i16>, NotADate> {
    match part {
        None => Ok(None),
        Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => {
            p.parse().map(Some).map_err(|_| NotADate)
        }
        Some(_) => Err(NotADate),
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Milliseconds of a day.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The day of a moment, in UTC: days that carry law are counted in UTC, and every page says so.
#[must_use]
pub fn day_of(at_ms: i64) -> Date {
    Timestamp::from_millisecond(at_ms).map_or(Date::ZERO, |t| t.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn partial(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_child_who_turns_22_tomorrow_is_still_21() {
        let today = date(2026, 11, 22);
        assert_eq!(younger_than(partial("2004-11-23"), 22, today), Known::Yes);
        assert_eq!(younger_than(partial("2004-11-22"), 22, today), Known::No);
        assert_eq!(younger_than(partial("2004-11-21"), 22, today), Known::No);
    }

    #[test]
    fn what_is_not_known_is_not_invented() {
        let today = date(2026, 11, 22);
        assert_eq!(younger_than(partial("2004"), 22, today), Known::Unclear);
        assert_eq!(younger_than(partial("2004-11"), 22, today), Known::Unclear);
        assert_eq!(younger_than(partial("2004-12"), 22, today), Known::Yes);
        assert_eq!(younger_than(partial("2003"), 22, today), Known::No);
        assert_eq!(younger_than(partial("2005"), 22, today), Known::Yes);
    }

    #[test]
    fn born_on_29_february() {
        let birth = date(2004, 2, 29);
        assert_eq!(age_on(birth, date(2026, 2, 28)), 21);
        assert_eq!(age_on(birth, date(2026, 3, 1)), 22);
        assert_eq!(age_on(birth, date(2028, 2, 29)), 24);
    }

    #[test]
    fn only_dates_that_exist() {
        for bad in [
            "",
            "2026-02-31",
            "2026-13",
            "2026-00",
            "26",
            "2026-1-1",
            "2026-01-01-01",
            "+026",
            "2026--01",
            "٢٠٢٦",
        ] {
            assert_eq!(bad.parse::<PartialDate>(), Err(NotADate), "{bad}");
        }
        assert!("2024-02-29".parse::<PartialDate>().is_ok());
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,16}") { let _ = text.parse::<PartialDate>(); }

        #[test]
        fn round_trips(year in 1i16..=9999, month in proptest::option::of(1i8..=12), day in proptest::option::of(1i8..=28)) {
            if let Ok(d) = PartialDate::new(year, month, day) { prop_assert_eq!(d.to_string().parse::<PartialDate>(), Ok(d)); }
        }

        #[test]
        fn age_never_falls(year in 1900i16..2100, day_of_year in 1i16..=365, later in 0i32..40_000) {
            let birth = date(year, 1, 1).checked_add(jiff::Span::new().days(day_of_year - 1)).unwrap();
            let a = birth.checked_add(jiff::Span::new().days(later)).unwrap();
            let b = a.tomorrow().unwrap();
            prop_assert!(age_on(birth, a) <= age_on(birth, b));
        }
    }
}
