//! When an item is in force and on whose word it stands.

use jiff::civil::Date;
use serde::Serialize;

/// The days on which an item is in force, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day; none while it stands.
    pub to: Option<Date>,
}

impl Period {
    /// Whether the item is in force on this day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether some day lies in both periods.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}

/// On whose word an item stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A source, as written in the file: `seed:…`, `law:…` (citations) or `page:…` (an address).
    Source(String),
    /// The sources are silent; this is the administration's own assumption and is shown as such.
    Assumed,
}

impl Origin {
    /// Whether the item is an assumption.
    #[must_use]
    pub const fn is_assumed(&self) -> bool {
        matches!(self, Self::Assumed)
    }
}

/// Anything with an identity that is in force for a time.
pub(super) trait Dated {
    /// What it is called within its table: two items of one identity may not be in force on the same day.
    fn identity(&self) -> String;
    /// When it is in force.
    fn period(&self) -> Period;
    /// On whose word it stands.
    fn origin(&self) -> &Origin;
    /// What a person reads.
    fn text(&self) -> &super::Text;
    /// What it cites.
    fn citations(&self) -> Vec<&super::Citation> {
        Vec::new()
    }
}

/// Writes [`Dated`] for an item with the usual fields; the identity is given as an expression over the item.
macro_rules! dated {
    ($kind:ty, $text:ident, |$item:ident| $identity:expr $(, cites |$cited:ident| $citations:expr)?) => {
        impl super::dated::Dated for $kind {
            fn identity(&self) -> String {
                let $item = self;
                $identity
            }
            fn period(&self) -> super::Period {
                self.period
            }
            fn origin(&self) -> &super::Origin {
                &self.origin
            }
            fn text(&self) -> &super::Text {
                &self.$text
            }
            $(fn citations(&self) -> Vec<&super::Citation> {
                let $cited = self;
                $citations
            })?
        }
    };
}
pub(super) use dated;

/// The items in force on a day, in the order of the files.
pub(super) fn on<T: Dated>(items: &[T], day: Date) -> Vec<&T> {
    items
        .iter()
        .filter(|item| item.period().covers(day))
        .collect()
}
