//! Whom an officer consults when there is proof that a referred person is not a defender: it depends on who referred.

use serde::Serialize;

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Item, Origin, Period, Text};

/// The route of a status query for the cases of one partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Route {
    /// The referring partner's code.
    pub partner: String,
    /// What the route is for.
    pub text: Text,
    /// Who is consulted.
    pub consult: Text,
    /// How, and who may see the evidence.
    pub mode: Text,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(Route, text, |item| item.partner.clone());

impl Item for Route {
    const TABLE: &'static str = "route";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            partner: fields.line("partner")?,
            text: fields.text()?,
            consult: fields.further("consult")?,
            mode: fields.further("mode")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}
