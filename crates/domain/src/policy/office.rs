//! The migration offices and the countries of asylum each serves.

use serde::Serialize;

use super::dated::dated;
use super::error::PolicyError;
use super::fields::Fields;
use super::{Item, Origin, Period, Text};

/// A migration office abroad.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Office {
    /// What the office is called in data.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// The city it is in.
    pub city: Text,
    /// The country it is in, as a two-letter code.
    pub country: String,
    /// The countries of residence it serves, as two-letter codes.
    pub countries: Vec<String>,
    /// Whether it serves every country that no office names.
    pub fallback: bool,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(Office, name, |item| item.code.clone());

impl Item for Office {
    const TABLE: &'static str = "office";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        Ok(Self {
            code: fields.id()?,
            name: fields.text()?,
            city: fields.further("city")?,
            country: fields.country("country")?,
            countries: fields.countries("countries")?,
            fallback: fields.flag("fallback")?,
            period: fields.period()?,
            origin: fields.origin()?,
        })
    }
}
