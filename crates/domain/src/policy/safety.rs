//! What is considered for the safety of whoever is heard, and for which way of hearing an answer is needed.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Item, Origin, Period, Text};
use crate::interview::Mode;

/// A question of the plan of an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SafetyPoint {
    /// Danger in the country of asylum.
    AsylumRisk,
    /// The way to the interview and back.
    Travel,
    /// Who may watch or listen.
    Surveillance,
    /// The background an interpreter needs.
    InterpreterNeeded,
    /// The background an interpreter must not have.
    InterpreterAvoid,
    /// What of the case a waiver rests on.
    RestsOn,
    /// Whatever else bears on it.
    Safety,
}

impl SafetyPoint {
    /// The field of the plan that answers it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AsylumRisk => "asylum-risk",
            Self::Travel => "travel",
            Self::Surveillance => "surveillance",
            Self::InterpreterNeeded => "interpreter-needed",
            Self::InterpreterAvoid => "interpreter-avoid",
            Self::RestsOn => "rests-on",
            Self::Safety => "safety",
        }
    }
}

/// When a question of the plan must be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Safety {
    /// Which question.
    pub point: SafetyPoint,
    /// What it is called.
    pub text: Text,
    /// The ways of hearing that need an answer.
    pub asked_for: Vec<Mode>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(Safety, text, |item| item.point.code().to_owned());

impl Item for Safety {
    const TABLE: &'static str = "safety";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            point: fields.name("id")?,
            text: fields.text()?,
            asked_for: fields.names("asked-for")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}
