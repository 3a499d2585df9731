//! Why an act was refused: the rule by name, its citation, and what a message needs to be exact.

use crate::event::Event;
use std::fmt;

/// A refusal. It is rendered in both languages from `refused-{rule}`, with the arguments, followed by the provision.
///
/// Nothing in the message is personal data: arguments are codes, counts and dates that carry law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The rule's name, kebab-case.
    pub rule: &'static str,
    /// The provision or instruction the rule rests on, such as `R140.3(1)`.
    pub citation: Option<String>,
    /// Arguments of the message, by name.
    pub args: Vec<(&'static str, String)>,
    /// What is recorded although it was refused, because somebody else must know that it was tried.
    pub attempt: Option<Box<Event>>,
}

impl Refused {
    /// A refusal by a rule of the work itself, with no provision behind it.
    #[must_use]
    pub const fn by(rule: &'static str) -> Self {
        Self {
            rule,
            citation: None,
            args: Vec::new(),
            attempt: None,
        }
    }

    /// The same, for an attempt that is recorded.
    #[must_use]
    pub fn attempting(mut self, event: Event) -> Self {
        self.attempt = Some(Box::new(event));
        self
    }

    /// The same, with its citation.
    #[must_use]
    pub fn citing(mut self, citation: impl Into<String>) -> Self {
        self.citation = Some(citation.into());
        self
    }

    /// The same, with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused by {}", self.rule)?;
        match &self.citation {
            Some(citation) => write!(f, " ({citation})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refused {}

/// `Ok` when the condition holds, the refusal otherwise.
///
/// # Errors
/// The refusal, when the condition does not hold.
pub fn require(holds: bool, otherwise: impl FnOnce() -> Refused) -> Result<(), Refused> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

/// Refuses an act whose reason is blank: a reason is part of the act, and of what a judge may read later.
pub(crate) fn reasoned(reason: &str) -> Result<(), Refused> {
    require(!reason.trim().is_empty(), || Refused::by("reason-needed"))
}

/// Refuses an act that says nothing.
pub(crate) fn worded(text: &str) -> Result<(), Refused> {
    require(!text.trim().is_empty(), || Refused::by("text-needed"))
}
