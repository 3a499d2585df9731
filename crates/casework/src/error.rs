//! Why a use case did not happen. Which to use when:
//!
//! * [`Error::Absent`]: there is no such thing *for this person*: not there, not theirs, transferred away. One answer.
//! * [`Error::NotNow`]: it is theirs, but not this act, at this stage, in this role.
//! * [`Error::Refused`]: a rule refuses, by name, with its citation.
//! * [`Error::Fields`]: what was typed needs mending, field by field.
//! * [`Error::Repeated`]: the same form was sent twice; the first one stands.
//! * the rest: the machine's own trouble. Nothing of it is told to anybody but the log, and the log gets no content.

use crate::form::FieldError;
use safeconduct_domain::access::Denied;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::refused::Refused;

/// Why a use case did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// To this person it does not exist.
    #[error("no such thing for this person")]
    Absent,
    /// Not now, or not in this role.
    #[error("not now, or not in this role")]
    NotNow,
    /// A rule refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// What was typed needs mending.
    #[error("{} fields need mending", .0.len())]
    Fields(Vec<FieldError>),
    /// The same form was sent before, and what it did stands.
    #[error("sent twice")]
    Repeated(Option<CaseId>),
    /// Handle, passphrase or code is wrong. Which one is nobody's business.
    #[error("sign-in failed")]
    SignInFailed,
    /// Too many tries.
    #[error("too many tries")]
    Throttled {
        /// Seconds until the next try counts.
        seconds: i64,
    },
    /// The session is over or was never there.
    #[error("signed out")]
    SignedOut,
    /// The person has joined but is not yet certified and admitted.
    #[error("not admitted yet")]
    NotAdmitted,
    /// A certificate in the database cannot be traced to the root.
    #[error("a certificate is not to be trusted")]
    Untrusted,
    /// A ciphertext does not open, or opens to nonsense, where it must.
    #[error("the record is damaged: {0}")]
    Damaged(&'static str),
    /// The database.
    #[error(transparent)]
    Store(#[from] safeconduct_store::Error),
    /// Keys.
    #[error(transparent)]
    Vault(#[from] safeconduct_vault::Error),
    /// The service is not set up for it, such as no intake group yet.
    #[error("not set up: {0}")]
    NotSetUp(&'static str),
}

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Absent => Self::Absent,
            Denied::NotNow => Self::NotNow,
        }
    }
}

impl From<safeconduct_vault::chain::Untrusted> for Error {
    fn from(_: safeconduct_vault::chain::Untrusted) -> Self {
        Self::Untrusted
    }
}
