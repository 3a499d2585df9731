//! Identifiers: 128 random bits each, never derived from content, never a number somebody else issued.
//!
//! The domain draws no randomness; whoever acts brings fresh bytes. `Display` and the serialised form are 32
//! lower-case hexadecimal digits. An identifier is a pseudonym, so `Debug` may print it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// What is wrong with a text that should be an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an identifier is 32 hexadecimal digits")]
pub struct NotAnId;

fn parse(text: &str) -> Result<[u8; 16], NotAnId> {
    if text.len() != 32
        || !text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    {
        return Err(NotAnId);
    }
    u128::from_str_radix(text, 16)
        .map(u128::to_be_bytes)
        .map_err(|_| NotAnId)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// From 16 bytes, which the caller has drawn at random or read back.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self { Self(bytes) }
            /// The 16 bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", u128::from_be_bytes(self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { parse(text).map(Self) }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(self) }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// A case: one principal applicant, the family, and everything that happens to them here.
    CaseId;
    /// A person in a case.
    PersonId;
    /// A document in a case; also the name of its sealed object.
    DocumentId;
    /// A member of staff: the pseudonym the journal shows.
    UserId;
    /// An office or team that holds cases: its members share one key pair.
    GroupId;
    /// A partner, the Resettlement Operations Centre, a migration office's department, the planning branch.
    OrganisationId;
    /// A key that carries many sealed messages from one session to one group.
    CourierId;
    /// A transfer of a case from one group to another.
    TransferId;
    /// A concern put to a person, a status query, a delegation, an invitation: anything else that needs a name.
    ItemId;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn text_form_round_trips_and_is_strict() {
        let id = CaseId::from_bytes([0xab; 16]);
        assert_eq!(id.to_string().parse::<CaseId>(), Ok(id));
        assert_eq!(
            serde_json::from_str::<CaseId>(&serde_json::to_string(&id).unwrap()).unwrap(),
            id
        );
        for bad in [
            "",
            "ab",
            "+1111111111111111111111111111111",
            "ABABABABABABABABABABABABABABABAB",
            "zz000000000000000000000000000000",
        ] {
            assert_eq!(bad.parse::<CaseId>(), Err(NotAnId));
        }
    }
}
