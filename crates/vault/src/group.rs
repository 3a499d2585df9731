//! A group's secret: what its members share, and what each of them gets sealed to their own key.

use crate::bundle::UserKeys;
use crate::bytes::{Reader, Writer};
use crate::certificate::{GroupCertificate, UserCertificate};
use crate::chain::Verified;
use crate::hybrid::{self, PrivateKey};
use crate::place::Place;
use crate::record::RecordKey;
use crate::secret::Key32;
use crate::{Error, derive};
use safeconduct_domain::id::{GroupId, OrganisationId};
use std::fmt;
use std::sync::Arc;

/// The secret of a group in one epoch: 32 random bytes from which its key pair and its key at home are derived
/// (HKDF-SHA-384), so that a genuine public key vouches for both. Wiped on drop.
#[derive(Clone)]
pub struct GroupSecret {
    group: GroupId,
    epoch: u32,
    root: Key32,
    home: Arc<RecordKey>,
}

impl GroupSecret {
    fn new(group: GroupId, epoch: u32, root: Key32) -> Self {
        let home = Key32::from_bytes(*part(&root, b"home"));
        Self {
            group,
            epoch,
            root,
            home: Arc::new(RecordKey::new(&home)),
        }
    }

    /// A new group, in epoch 1.
    #[must_use]
    pub fn fresh(group: GroupId) -> Self {
        Self::new(group, 1, Key32::fresh())
    }

    /// New keys for the same group, in the next epoch. What is at home under the old ones has to be sealed again.
    #[must_use]
    pub fn renewed(&self) -> Self {
        Self::new(self.group, self.epoch.saturating_add(1), Key32::fresh())
    }

    /// Which group.
    #[must_use]
    pub const fn group(&self) -> GroupId {
        self.group
    }

    /// Which epoch.
    #[must_use]
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The key for what the group keeps at home: compartment keys, cards, courier keys.
    #[must_use]
    pub fn home(&self) -> &RecordKey {
        &self.home
    }

    /// The certificate of this epoch, for a member to sign.
    ///
    /// # Errors
    /// As [`PrivateKey::public`].
    pub fn certificate(
        &self,
        organisation: OrganisationId,
        kind: &str,
        from_ms: i64,
    ) -> Result<GroupCertificate, Error> {
        Ok(GroupCertificate {
            group: self.group,
            organisation,
            kind: kind.to_owned(),
            epoch: self.epoch,
            public: self.kem().public()?,
            from_ms,
        })
    }

    /// Seals the secret to a member, whose certificate must name this group.
    ///
    /// # Errors
    /// [`Error::NotAMember`] when it does not.
    pub fn seal_to(&self, member: &Verified<UserCertificate>) -> Result<Vec<u8>, Error> {
        if member.group != Some(self.group) {
            return Err(Error::NotAMember);
        }
        let place = Place::Membership {
            group: self.group,
            epoch: self.epoch,
            user: member.user,
        };
        hybrid::seal(&member.kem(), &place, self.root.expose())
    }

    /// Opens what [`GroupSecret::seal_to`] made for this person, and holds it against the group's certificate: anybody
    /// can seal to a public key, so a secret that does not belong to the certified key is refused.
    ///
    /// # Errors
    /// [`Error::Closed`] for anything else.
    pub fn open(
        keys: &UserKeys,
        group: &Verified<GroupCertificate>,
        sealed: &[u8],
    ) -> Result<Self, Error> {
        let place = Place::Membership {
            group: group.group,
            epoch: group.epoch,
            user: keys.user,
        };
        let plain = hybrid::open(&keys.kem, &place, sealed)?;
        let root = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| Error::Closed)?;
        let secret = Self::new(group.group, group.epoch, Key32::from_bytes(root));
        if secret.kem().public()? == group.public {
            Ok(secret)
        } else {
            Err(Error::Closed)
        }
    }

    /// The group's private key.
    pub(crate) fn kem(&self) -> PrivateKey {
        PrivateKey::from_bytes(*part(&self.root, b"kem"))
    }

    pub(crate) const LEN: usize = 52;

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer
            .raw(self.group.as_bytes())
            .u32(self.epoch)
            .raw(self.root.expose());
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let group = GroupId::from_bytes(reader.array()?);
        let epoch = reader.u32()?;
        Some(Self::new(group, epoch, Key32::from_bytes(reader.array()?)))
    }
}

fn part(root: &Key32, info: &[u8]) -> zeroize::Zeroizing<[u8; 32]> {
    derive::hkdf(b"safeconduct/group/1", root.expose(), info)
}

impl fmt::Debug for GroupSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GroupSecret({}, epoch {}, …)", self.group, self.epoch)
    }
}
