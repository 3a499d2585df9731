//! The one door through which time comes in.

use jiff::Timestamp;
pub use safeconduct_domain::date::day_of as day;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock: the system's, or one that stands where a test or a demonstration puts it.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The system's.
    #[default]
    System,
    /// Stands still until it is set; UTC milliseconds.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at_ms`.
    #[must_use]
    pub fn at(at_ms: i64) -> Self {
        Self::Set(Arc::new(AtomicI64::new(at_ms)))
    }

    /// UTC milliseconds.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place where the system's clock is read"
            )]
            Self::System => Timestamp::now().as_millisecond(),
            Self::Set(at) => at.load(Ordering::Relaxed),
        }
    }

    /// Puts a clock that stands still somewhere else; the system's clock goes on.
    pub fn set(&self, at_ms: i64) {
        if let Self::Set(at) = self {
            at.store(at_ms, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_utc() {
        assert_eq!(day(0).to_string(), "1970-01-01");
        assert_eq!(day(86_399_999).to_string(), "1970-01-01");
        assert_eq!(day(86_400_000).to_string(), "1970-01-02");
        assert_eq!(day(-1).to_string(), "1969-12-31");
    }
}
