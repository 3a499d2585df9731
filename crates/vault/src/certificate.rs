//! Certificates: who somebody is, what they may do, and which keys are theirs or their group's.
//!
//! Canonical bytes, signed as they are. Reading is strict: what does not come out byte for byte when written again is
//! refused. Whether to believe a certificate is the business of [`crate::chain`].

use crate::Error;
use crate::bundle::UserPublic;
use crate::bytes::{Reader, Writer};
use crate::hybrid::{PUBLIC_LEN, PublicKey};
use crate::signing::{Signature, SigningKey, VerifyingKey};
use safeconduct_domain::id::{GroupId, OrganisationId, UserId};

/// The role whose holders certify others of their organisation.
pub const KEY_OFFICER: &str = "key-officer";

/// Domain of the signatures.
pub(crate) const DOMAIN: &str = "safeconduct/certificate/1";
const USER: &str = "safeconduct/user/1";
const GROUP: &str = "safeconduct/group/1";
const MOST_ROLES: usize = 32;
const MOST_SIGNATURES: usize = 8;
const MOST_TEXT: usize = 64;

/// A member of staff: keys, organisation, and roles in it or in one of its groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserCertificate {
    /// Whom it is about.
    pub user: UserId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// The group the roles are held in; none for roles in the organisation as a whole.
    pub group: Option<GroupId>,
    /// Roles by their codes, sorted, none twice; at most 32 of at most 64 bytes.
    pub roles: Vec<String>,
    /// Their keys.
    pub public: UserPublic,
    /// From when (UTC milliseconds).
    pub from_ms: i64,
}

impl UserCertificate {
    /// The canonical bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut roles: Vec<&str> = self.roles.iter().map(String::as_str).collect();
        roles.sort_unstable();
        roles.dedup();
        let mut writer = Writer::with_capacity(2048);
        writer
            .var(USER.as_bytes())
            .raw(self.user.as_bytes())
            .raw(self.organisation.as_bytes());
        match &self.group {
            None => writer.u8(0),
            Some(group) => writer.u8(1).raw(group.as_bytes()),
        };
        writer.count(roles.len());
        roles.iter().for_each(|role| {
            writer.var(role.as_bytes());
        });
        writer
            .raw(self.public.kem.as_bytes())
            .raw(self.public.signing.as_bytes())
            .i64(self.from_ms);
        writer.into_public()
    }

    /// Reads the canonical bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Self::read(bytes)
            .filter(|read| read.to_bytes() == bytes)
            .ok_or(Error::Malformed)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        (reader.text()? == USER).then_some(())?;
        let user = UserId::from_bytes(reader.array()?);
        let organisation = OrganisationId::from_bytes(reader.array()?);
        let group = match reader.u8()? {
            0 => None,
            1 => Some(GroupId::from_bytes(reader.array()?)),
            _ => return None,
        };
        let roles = (0..reader.count(MOST_ROLES)?)
            .map(|_| {
                reader
                    .text()
                    .filter(|role| role.len() <= MOST_TEXT)
                    .map(str::to_owned)
            })
            .collect::<Option<Vec<String>>>()?;
        let kem = PublicKey::from_bytes(reader.raw(PUBLIC_LEN)?).ok()?;
        let signing = VerifyingKey::from_bytes(reader.array()?);
        let from_ms = reader.i64()?;
        reader.end()?;
        Some(Self {
            user,
            organisation,
            group,
            roles,
            public: UserPublic { kem, signing },
            from_ms,
        })
    }

    /// Whether it gives the role.
    #[must_use]
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|held| held == role)
    }

    /// Ready to be signed.
    #[must_use]
    pub fn to_sign(&self) -> Signed {
        Signed {
            body: self.to_bytes(),
            signatures: Vec::new(),
        }
    }
}

/// A group in one epoch: its public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCertificate {
    /// Which group.
    pub group: GroupId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What kind of group, by its code; at most 64 bytes.
    pub kind: String,
    /// Counted up at every renewal of the group's keys, from 1.
    pub epoch: u32,
    /// What others seal to.
    pub public: PublicKey,
    /// From when (UTC milliseconds).
    pub from_ms: i64,
}

impl GroupCertificate {
    /// The canonical bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(2048);
        writer
            .var(GROUP.as_bytes())
            .raw(self.group.as_bytes())
            .raw(self.organisation.as_bytes());
        writer
            .var(self.kind.as_bytes())
            .u32(self.epoch)
            .raw(self.public.as_bytes())
            .i64(self.from_ms);
        writer.into_public()
    }

    /// Reads the canonical bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Self::read(bytes).ok_or(Error::Malformed)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        (reader.text()? == GROUP).then_some(())?;
        let read = Self {
            group: GroupId::from_bytes(reader.array()?),
            organisation: OrganisationId::from_bytes(reader.array()?),
            kind: reader
                .text()
                .filter(|kind| kind.len() <= MOST_TEXT)?
                .to_owned(),
            epoch: reader.u32()?,
            public: PublicKey::from_bytes(reader.raw(PUBLIC_LEN)?).ok()?,
            from_ms: reader.i64()?,
        };
        reader.end()?;
        Some(read)
    }

    /// Ready to be signed.
    #[must_use]
    pub fn to_sign(&self) -> Signed {
        Signed {
            body: self.to_bytes(),
            signatures: Vec::new(),
        }
    }
}

/// Who signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signer {
    /// The deployment's root key.
    Root,
    /// A member of staff.
    User(UserId),
}

/// A certificate's bytes with the signatures over them, as stored. Nothing here has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Canonical bytes of a [`UserCertificate`] or [`GroupCertificate`].
    pub body: Vec<u8>,
    /// At most eight.
    pub signatures: Vec<(Signer, Signature)>,
}

impl Signed {
    /// Adds a signature.
    #[must_use]
    pub fn sign(mut self, signer: Signer, key: &SigningKey) -> Self {
        self.signatures.push((signer, key.sign(DOMAIN, &self.body)));
        self
    }

    /// The signatures as stored beside the body.
    #[must_use]
    pub fn signature_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(4 + self.signatures.len() * 81);
        writer.count(self.signatures.len());
        for (signer, signature) in &self.signatures {
            match signer {
                Signer::Root => writer.u8(0),
                Signer::User(user) => writer.u8(1).raw(user.as_bytes()),
            };
            writer.raw(signature);
        }
        writer.into_public()
    }

    /// Reads a body and the bytes of [`Signed::signature_bytes`].
    ///
    /// # Errors
    /// [`Error::Malformed`] when the signatures are not in their form or more than eight.
    pub fn from_parts(body: Vec<u8>, signatures: &[u8]) -> Result<Self, Error> {
        let signatures = Self::read_signatures(signatures).ok_or(Error::Malformed)?;
        Ok(Self { body, signatures })
    }

    fn read_signatures(bytes: &[u8]) -> Option<Vec<(Signer, Signature)>> {
        let mut reader = Reader::new(bytes);
        let signatures = (0..reader.count(MOST_SIGNATURES)?)
            .map(|_| {
                let signer = match reader.u8()? {
                    0 => Signer::Root,
                    1 => Signer::User(UserId::from_bytes(reader.array()?)),
                    _ => return None,
                };
                Some((signer, reader.array()?))
            })
            .collect::<Option<Vec<_>>>()?;
        reader.end()?;
        Some(signatures)
    }
}
