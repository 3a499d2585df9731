//! What can go wrong, told with no more detail than the caller needs.

/// Why a key, a ciphertext or a parameter was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It does not open: another key, another place, another suite, or altered bytes. Which of them is not said.
    #[error("it does not open")]
    Closed,
    /// Public bytes (a key, a certificate, stored parameters) that are not in their one canonical form.
    #[error("malformed bytes")]
    Malformed,
    /// The cost of a passphrase derivation lies outside the bounds compiled in.
    #[error("the cost of the passphrase derivation is outside its bounds")]
    Cost,
    /// The certificate is genuine but does not make its subject a member of the group.
    #[error("the certificate does not name the group")]
    NotAMember,
    /// More bytes than the format can hold.
    #[error("too long to seal")]
    TooLong,
    /// The text cannot stand in an otpauth address or a cookie.
    #[error("the text has a character it may not have")]
    Text,
}
