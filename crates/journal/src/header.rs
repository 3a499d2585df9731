//! The clear part of an entry, and its one canonical form in bytes.
//!
//! Every value has exactly one encoding and every accepted byte string is the encoding of its value: a header that
//! was changed and re-encoded cannot hide behind a second spelling. The layout is in `docs/formats.md`.

use crate::hash::{self, Hash};
use crate::mac::{MAC_LEN, Mac, MacKey};
use crate::reader::{Malformed, Reader};
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{CaseId, CourierId, GroupId, UserId};

/// The first byte of every header.
const FORMAT: u8 = 1;

/// Under which key the body is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The body is part of a case, under the key of one of its compartments.
    Case {
        /// The case.
        case: CaseId,
        /// Which of its keys.
        compartment: Compartment,
        /// Which version of that key.
        version: u32,
    },
    /// The body is a message for a group, under a courier's key.
    Courier {
        /// The courier.
        courier: CourierId,
        /// The group it is for.
        to: GroupId,
        /// The case it speaks of, where it may be said in clear.
        case: Option<CaseId>,
    },
    /// The body is administration, under the deployment's directory key.
    Directory,
}

/// The exact kind and reason, sealed a second time for the auditors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Detail {
    /// The courier whose key seals it.
    pub courier: CourierId,
    /// SHA-256 of the sealed bytes.
    pub sha256: Hash,
}

/// What the journal says of an act in clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Position in the journal: the first entry is 0. At most 2^63 − 1.
    pub seq: u64,
    /// When, in UTC milliseconds since 1970. Never less than the entry before.
    pub at_ms: i64,
    /// The group that holds the case after the act; the acting group if there is no case.
    pub group: GroupId,
    /// Who acted.
    pub actor: UserId,
    /// What it was, coarsely.
    pub class: Class,
    /// Under which key the body is sealed.
    pub scope: Scope,
    /// SHA-256 of the sealed body.
    pub body_sha256: Hash,
    /// The auditors' sealed detail, if there is one.
    pub detail: Option<Detail>,
    /// HMAC-SHA-256 over everything above: see [`MacKey::entry`].
    pub mac: Mac,
}

impl Header {
    /// The canonical bytes without the MAC.
    #[must_use]
    pub fn unsigned_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(240);
        out.push(FORMAT);
        out.extend(self.seq.to_be_bytes());
        out.extend(self.at_ms.to_be_bytes());
        out.extend(self.group.as_bytes());
        out.extend(self.actor.as_bytes());
        out.push(self.class.code());
        put_scope(&mut out, &self.scope);
        out.extend(self.body_sha256);
        match &self.detail {
            None => out.push(0),
            Some(detail) => {
                out.push(1);
                out.extend(detail.courier.as_bytes());
                out.extend(detail.sha256);
            }
        }
        out
    }

    /// The canonical bytes: what the database stores and the tree hashes. Between 132 and 229 bytes long.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.unsigned_bytes();
        out.extend(self.mac);
        out
    }

    /// The header these bytes encode. Only canonical bytes are accepted.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        if reader.byte()? != FORMAT {
            return Err(Malformed::Format);
        }
        let header = Self {
            seq: reader.number("position")?,
            at_ms: i64::from_be_bytes(reader.array()?),
            group: GroupId::from_bytes(reader.array()?),
            actor: UserId::from_bytes(reader.array()?),
            class: Class::from_code(reader.byte()?).ok_or(Malformed::Code("class"))?,
            scope: take_scope(&mut reader)?,
            body_sha256: reader.array()?,
            detail: take_detail(&mut reader)?,
            mac: reader.array::<MAC_LEN>()?,
        };
        reader.end()?;
        Ok(header)
    }

    /// The case the entry belongs to or speaks of.
    #[must_use]
    pub const fn case(&self) -> Option<CaseId> {
        match self.scope {
            Scope::Case { case, .. } => Some(case),
            Scope::Courier { case, .. } => case,
            Scope::Directory => None,
        }
    }

    /// The hash of this header as a leaf of the tree, MAC included.
    #[must_use]
    pub fn leaf(&self) -> Hash {
        hash::leaf(&self.to_bytes())
    }

    /// The same header with the MAC this key gives it.
    #[must_use]
    pub fn signed(mut self, key: &MacKey) -> Self {
        self.mac = key.entry(&self);
        self
    }
}

fn put_scope(out: &mut Vec<u8>, scope: &Scope) {
    match scope {
        Scope::Case {
            case,
            compartment,
            version,
        } => {
            out.push(1);
            out.extend(case.as_bytes());
            out.push(compartment.code());
            out.extend(version.to_be_bytes());
        }
        Scope::Courier { courier, to, case } => {
            out.push(2);
            out.extend(courier.as_bytes());
            out.extend(to.as_bytes());
            match case {
                None => out.push(0),
                Some(case) => {
                    out.push(1);
                    out.extend(case.as_bytes());
                }
            }
        }
        Scope::Directory => out.push(3),
    }
}

fn take_scope(reader: &mut Reader<'_>) -> Result<Scope, Malformed> {
    Ok(match reader.byte()? {
        1 => Scope::Case {
            case: CaseId::from_bytes(reader.array()?),
            compartment: Compartment::from_code(reader.byte()?)
                .ok_or(Malformed::Code("compartment"))?,
            version: u32::from_be_bytes(reader.array()?),
        },
        2 => Scope::Courier {
            courier: CourierId::from_bytes(reader.array()?),
            to: GroupId::from_bytes(reader.array()?),
            case: if reader.flag("case flag")? {
                Some(CaseId::from_bytes(reader.array()?))
            } else {
                None
            },
        },
        3 => Scope::Directory,
        _ => return Err(Malformed::Code("scope")),
    })
}

fn take_detail(reader: &mut Reader<'_>) -> Result<Option<Detail>, Malformed> {
    if !reader.flag("detail flag")? {
        return Ok(None);
    }
    Ok(Some(Detail {
        courier: CourierId::from_bytes(reader.array()?),
        sha256: reader.array()?,
    }))
}
