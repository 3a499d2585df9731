//! Parameters of an address. Nothing personal is ever one; what is not known, or not sound, is refused by name.

use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::failure::{Failure, Malformed};

/// The parameters of an address, each once.
#[derive(Debug, Clone, Default)]
pub struct Query(Vec<(String, String)>);

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let pairs = parts.uri.query().unwrap_or_default().split('&');
        let pairs = pairs.filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        });
        Ok(Self(pairs.collect()))
    }
}

impl Query {
    /// Refuses whatever is not one of these, and what is given twice.
    pub fn only(&self, known: &[&'static str]) -> Result<&Self, Failure> {
        for (at, (name, _)) in self.0.iter().enumerate() {
            let before = self.0.iter().take(at).any(|(other, _)| other == name);
            match known.iter().find(|known| *known == name) {
                Some(known) if before => return Err(bad(known)),
                Some(_) => {}
                None => return Err(bad("?")),
            }
        }
        Ok(self)
    }

    /// The parameter of a name, read by a function that knows what it can be.
    pub fn read<T>(
        &self,
        name: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        let found = self.0.iter().find(|(other, _)| other == name);
        match found {
            None => Ok(None),
            Some((_, value)) => read(value).map(Some).ok_or_else(|| bad(name)),
        }
    }

    /// The parameter of a name, in the way its type is written.
    pub fn get<T: FromStr>(&self, name: &'static str) -> Result<Option<T>, Failure> {
        self.read(name, |value| value.parse().ok())
    }
}

const fn bad(name: &'static str) -> Failure {
    Failure::Malformed(Malformed::Parameter(name))
}
