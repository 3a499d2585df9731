//! The checks of admissibility: tasks with a result, exemptions that are shown, and guards that forbid.

use serde::{Deserialize, Serialize};

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Citation, DeadlineId, Item, List, Origin, Period, Text};

/// What kind of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKind {
    /// Work with a result.
    Task,
    /// A ground that does not apply to these refugees: shown, never asked.
    Exempt,
    /// Something that must not be done: shown, never asked.
    Guard,
}

/// For whom a check is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// For the principal applicant and every accompanying person.
    EachAccompanying,
    /// For every person in the case, accompanying or not.
    EachPerson,
}

/// One check of admissibility.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What the check is called in data.
    pub id: String,
    /// What is checked.
    pub text: Text,
    /// The provision it comes from; a guard may have none.
    pub provision: Option<Citation>,
    /// Provisions to be read with it.
    pub see: Vec<Citation>,
    /// What kind of line it is.
    pub kind: CheckKind,
    /// Whether the person cannot be decided on while the task is open, unless it is overridden with a reason.
    pub mandatory: bool,
    /// Whether a finding against the person is a ground of inadmissibility (and not only an open task).
    pub ground: bool,
    /// For whom it is done.
    pub covers: Covers,
    /// Who is exempt, or why nobody is asked.
    pub exempt: Option<Text>,
    /// The provisions that exempt.
    pub exempt_by: Vec<Citation>,
    /// The list out of which an exemption names its reason, where the law knows more than one.
    pub exempt_reasons: Option<List>,
    /// How long a result holds, counted from its day, where it ages.
    pub validity: Option<DeadlineId>,
    /// Whether the answer comes from elsewhere: then it is shown when it was asked for.
    pub referred: bool,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(
    Check,
    text,
    |item| item.id.clone(),
    cites | item | {
        item.provision
            .iter()
            .chain(&item.see)
            .chain(&item.exempt_by)
            .collect()
    }
);

impl Item for Check {
    const TABLE: &'static str = "check";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            id: fields.id()?,
            text: fields.text()?,
            provision: fields.maybe_citation("provision")?,
            see: fields.citations("see")?,
            kind: fields.name("kind")?,
            mandatory: fields.flag("mandatory")?,
            ground: fields.flag("ground")?,
            covers: fields.name("covers")?,
            exempt: fields.maybe_further("exempt")?,
            exempt_by: fields.citations("exempt-by")?,
            exempt_reasons: fields.maybe_name("exempt-reasons")?,
            validity: fields.maybe_name("validity")?,
            referred: fields.flag("referred")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}
