//! Where a ciphertext belongs: its associated data.
//!
//! A ciphertext opens only at the place it was sealed for. The bytes are canonical: a domain string, the suite and
//! the fields in order, each behind one length byte, so that no two places have the same bytes.

use crate::SUITE;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CaseId, CourierId, DocumentId, GroupId, TransferId, UserId};

/// The place of a ciphertext. Only identifiers that never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the fields are the identifiers their types name"
)]
pub enum Place {
    /// Body of a journal entry about a case, under the compartment's key of that version.
    Record {
        case: CaseId,
        compartment: Compartment,
        version: u32,
        seq: u64,
    },
    /// Detail of a journal entry for the auditors, under a courier key.
    Detail { courier: CourierId, seq: u64 },
    /// Body of a journal entry that is a message to another group, under a courier key.
    Message {
        courier: CourierId,
        to: GroupId,
        seq: u64,
    },
    /// Body of a journal entry of administration, under the directory key.
    Directory { seq: u64 },
    /// A compartment key at home in a group.
    Grant {
        group: GroupId,
        epoch: u32,
        case: CaseId,
        compartment: Compartment,
        version: u32,
    },
    /// A group's card of a case.
    Card {
        group: GroupId,
        epoch: u32,
        case: CaseId,
    },
    /// The half of the marking key that a centre's group holds.
    RegisterKey { group: GroupId, epoch: u32 },
    /// What the centre's register says of a case beside its marks.
    RegisterCase {
        group: GroupId,
        epoch: u32,
        case: CaseId,
    },
    /// A courier key at home in the group it was sent to.
    CourierHome {
        group: GroupId,
        epoch: u32,
        courier: CourierId,
    },
    /// A case's keys on the way from one group to another.
    Package {
        transfer: TransferId,
        from: GroupId,
        to: GroupId,
        case: CaseId,
    },
    /// A courier key on the way to a group.
    CourierSeal {
        courier: CourierId,
        to: GroupId,
        epoch: u32,
    },
    /// A courier key for whoever holds a receipt code.
    Receipt { courier: CourierId, to: GroupId },
    /// A file that came by a courier.
    Enclosure {
        courier: CourierId,
        document: DocumentId,
    },
    /// A group's secret sealed to a member.
    Membership {
        group: GroupId,
        epoch: u32,
        user: UserId,
    },
    /// A person's own keys, under the passphrase.
    Bundle { user: UserId },
    /// What a session has unlocked; `session` is the hash of its id.
    Capsule { session: [u8; 32], user: UserId },
    /// Name and address of a member of staff, under the directory key.
    Profile { user: UserId },
    /// The profile in an invitation, under the directory key; `code` is the blinded code.
    Invitation { code: [u8; 32] },
    /// A document.
    Document { case: CaseId, document: DocumentId },
}

impl Place {
    /// The associated data: canonical, different for every place.
    #[must_use]
    pub fn aad(&self) -> Vec<u8> {
        match *self {
            Self::Record {
                case,
                compartment,
                version,
                seq,
            } => fields(
                "safeconduct/record/1",
                &[&case, &compartment, &version, &seq],
            ),
            Self::Detail { courier, seq } => fields("safeconduct/detail/1", &[&courier, &seq]),
            Self::Message { courier, to, seq } => {
                fields("safeconduct/message/1", &[&courier, &to, &seq])
            }
            Self::Directory { seq } => fields("safeconduct/directory/1", &[&seq]),
            Self::Grant {
                group,
                epoch,
                case,
                compartment,
                version,
            } => fields(
                "safeconduct/grant/1",
                &[&group, &epoch, &case, &compartment, &version],
            ),
            Self::Card { group, epoch, case } => {
                fields("safeconduct/card/1", &[&group, &epoch, &case])
            }
            Self::RegisterKey { group, epoch } => {
                fields("safeconduct/register-key/1", &[&group, &epoch])
            }
            Self::RegisterCase { group, epoch, case } => {
                fields("safeconduct/register-case/1", &[&group, &epoch, &case])
            }
            Self::CourierHome {
                group,
                epoch,
                courier,
            } => fields("safeconduct/courier-home/1", &[&group, &epoch, &courier]),
            Self::Package {
                transfer,
                from,
                to,
                case,
            } => fields("safeconduct/package/1", &[&transfer, &from, &to, &case]),
            Self::CourierSeal { courier, to, epoch } => {
                fields("safeconduct/courier-seal/1", &[&courier, &to, &epoch])
            }
            Self::Receipt { courier, to } => fields("safeconduct/receipt/1", &[&courier, &to]),
            Self::Enclosure { courier, document } => {
                fields("safeconduct/enclosure/1", &[&courier, &document])
            }
            Self::Membership { group, epoch, user } => {
                fields("safeconduct/membership/1", &[&group, &epoch, &user])
            }
            Self::Bundle { user } => fields("safeconduct/bundle/1", &[&user]),
            Self::Capsule { session, user } => fields("safeconduct/capsule/1", &[&session, &user]),
            Self::Profile { user } => fields("safeconduct/profile/1", &[&user]),
            Self::Invitation { code } => fields("safeconduct/invitation/1", &[&code]),
            Self::Document { case, document } => {
                fields("safeconduct/document/1", &[&case, &document])
            }
        }
    }
}

/// Domain, suite and fields behind one length byte each.
fn fields(domain: &'static str, fields: &[&dyn Field]) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    put(&mut out, domain.as_bytes());
    put(&mut out, &[SUITE]);
    fields.iter().for_each(|field| field.write(&mut out));
    out
}

/// One field. None is longer than 32 bytes, so its length always fits.
fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(u8::try_from(bytes.len()).unwrap_or(u8::MAX));
    out.extend_from_slice(bytes);
}

/// What a place is made of.
trait Field {
    fn write(&self, out: &mut Vec<u8>);
}

macro_rules! ids {
    ($($id:ty),*) => {$(
        impl Field for $id {
            fn write(&self, out: &mut Vec<u8>) {
                put(out, self.as_bytes());
            }
        }
    )*};
}

ids!(CaseId, CourierId, DocumentId, GroupId, TransferId, UserId);

impl Field for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        put(out, &self.to_be_bytes());
    }
}

impl Field for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        put(out, &self.to_be_bytes());
    }
}

impl Field for [u8; 32] {
    fn write(&self, out: &mut Vec<u8>) {
        put(out, self);
    }
}

impl Field for Compartment {
    fn write(&self, out: &mut Vec<u8>) {
        put(out, &[self.code()]);
    }
}
