//! A date of birth as a record has it: known to the day, or estimated. And how two of them agree.

use jiff::civil::Date;
use safeconduct_domain::date::PartialDate;

/// A date of birth, read for comparing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Birth {
    /// Known to the day.
    Known { year: i16, month: i8, day: i8 },
    /// The year; 1 January stands for a year wherever nobody was registered at birth.
    Estimated { year: i16, month: Option<i8> },
}

/// How two dates agree, the best first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dates {
    Same,
    Swapped,
    Near,
    Year,
    NextYear,
    SameYear,
    Missing,
    Apart,
}

impl Birth {
    pub(crate) fn read(date: PartialDate) -> Self {
        let year = date.year();
        match (date.month(), date.day()) {
            (Some(1), Some(1)) => Self::Estimated { year, month: None },
            (Some(month), Some(day)) => Self::Known { year, month, day },
            (month, _) => Self::Estimated { year, month },
        }
    }

    pub(crate) const fn year(self) -> i16 {
        match self {
            Self::Known { year, .. } | Self::Estimated { year, .. } => year,
        }
    }

    pub(crate) const fn estimated(self) -> bool {
        matches!(self, Self::Estimated { .. })
    }

    /// The date with day and month exchanged, where that is another date.
    pub(crate) fn swapped(self) -> Option<Self> {
        match self {
            Self::Known { year, month, day } if month != day => {
                let found = Date::new(year, day, month).ok()?;
                let (month, day) = (found.month(), found.day());
                Some(Self::Known { year, month, day })
            }
            _ => None,
        }
    }

    /// Two of its three parts at a time, where they are known.
    pub(crate) fn halves(self) -> Vec<String> {
        match self {
            Self::Known { year, month, day } => vec![
                format!("{year}-{month}"),
                format!("{year}--{day}"),
                format!("-{month}-{day}"),
            ],
            Self::Estimated {
                year,
                month: Some(month),
            } => vec![format!("{year}-{month}")],
            Self::Estimated { .. } => Vec::new(),
        }
    }
}

impl Dates {
    pub(crate) fn of(a: Option<Birth>, b: Option<Birth>) -> Self {
        let (Some(a), Some(b)) = (a, b) else {
            return Self::Missing;
        };
        let (years, estimated) = (a.year().abs_diff(b.year()), a.estimated() || b.estimated());
        let halves = b.halves();
        if a == b && !estimated {
            Self::Same
        } else if a.swapped() == Some(b) {
            Self::Swapped
        } else if a.halves().iter().any(|half| halves.contains(half)) {
            Self::Near
        } else {
            match (years, estimated) {
                (0, true) => Self::Year,
                (1, true) => Self::NextYear,
                (0, false) => Self::SameYear,
                _ => Self::Apart,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: &str, b: &str) -> Dates {
        let read = |t: &str| t.parse().ok().map(Birth::read);
        Dates::of(read(a), read(b))
    }

    #[test]
    fn dates_agree_in_ways() {
        assert!(of("1985-03-04", "1985-03-04") == Dates::Same);
        assert!(of("1985-03-04", "1985-04-03") == Dates::Swapped);
        assert!(of("1985-03-04", "1985-03-14") == Dates::Near);
        assert!(of("1985-03-04", "1958-03-04") == Dates::Near);
        assert!(of("1985-03", "1985-03-14") == Dates::Near);
        assert!(of("1985-01-01", "1985-03-04") == Dates::Year);
        assert!(of("1985-01-01", "1985-01-01") == Dates::Year);
        assert!(of("1985", "1986-03-04") == Dates::NextYear);
        assert!(of("1985-02-04", "1985-03-14") == Dates::SameYear);
        assert!(of("1985-02-04", "1986-03-14") == Dates::Apart);
        assert!(of("1985", "") == Dates::Missing);
        assert!(of("1985-05-31", "1985-05-30") == Dates::Near);
    }
}
