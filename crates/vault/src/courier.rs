//! A courier: one random key, sealed once by HPKE to a group, that carries many small messages to it.
//!
//! So that a session with a hundred facts for the planners pays for one encapsulation. The receiver takes the courier
//! in once and keeps its key at home.

use crate::Error;
use crate::bytes::{Reader, Writer};
use crate::certificate::GroupCertificate;
use crate::chain::Verified;
use crate::group::GroupSecret;
use crate::hybrid;
use crate::place::Place;
use crate::random;
use crate::record::{self, RecordKey};
use crate::secret::Key32;
use safeconduct_domain::id::{CourierId, GroupId};
use std::fmt;
use zeroize::Zeroizing;

/// A courier in hand, on either side. Its key is wiped on drop.
#[derive(Clone)]
pub struct Courier {
    id: CourierId,
    to: GroupId,
    key: Key32,
}

impl Courier {
    /// A new courier to a group, and its key sealed to that group's public key, to be stored for the receiver.
    ///
    /// # Errors
    /// As [`hybrid::seal`].
    pub fn new(to: &Verified<GroupCertificate>) -> Result<(Self, Vec<u8>), Error> {
        let courier = Self {
            id: CourierId::from_bytes(random::fresh_id()),
            to: to.group,
            key: Key32::fresh(),
        };
        let place = Place::CourierSeal {
            courier: courier.id,
            to: to.group,
            epoch: to.epoch,
        };
        let sealed = hybrid::seal(&to.kem(), &place, courier.key.expose())?;
        Ok((courier, sealed))
    }

    /// The receiver's side: opens a courier sealed to this group and epoch (once, 3 ms), and gives the form to keep at
    /// home from now on.
    ///
    /// # Errors
    /// [`Error::Closed`] for anything else.
    pub fn take_in(
        group: &GroupSecret,
        id: CourierId,
        sealed: &[u8],
    ) -> Result<(Self, Vec<u8>), Error> {
        let place = Place::CourierSeal {
            courier: id,
            to: group.group(),
            epoch: group.epoch(),
        };
        let courier = Self::from_plain(group, id, &hybrid::open(&group.kem(), &place, sealed)?)?;
        let home = courier.seal_home(group)?;
        Ok((courier, home))
    }

    /// Seals the key at home; asked for again when the group's keys are renewed.
    ///
    /// # Errors
    /// [`Error::NotAMember`] when the group is not the one it is addressed to.
    pub fn seal_home(&self, group: &GroupSecret) -> Result<Vec<u8>, Error> {
        if group.group() != self.to {
            return Err(Error::NotAMember);
        }
        group.home().seal(&home(group, self.id), self.key.expose())
    }

    /// Opens a courier that was taken in before.
    ///
    /// # Errors
    /// [`Error::Closed`] for anything else.
    pub fn open_home(group: &GroupSecret, id: CourierId, sealed: &[u8]) -> Result<Self, Error> {
        Self::from_plain(group, id, &group.home().open(&home(group, id), sealed)?)
    }

    /// Which courier.
    #[must_use]
    pub const fn id(&self) -> CourierId {
        self.id
    }

    /// Whom it goes to.
    #[must_use]
    pub const fn to(&self) -> GroupId {
        self.to
    }

    /// The key made ready, for many openings: with [`Place::Message`] and [`Place::Detail`].
    #[must_use]
    pub fn key(&self) -> RecordKey {
        RecordKey::new(&self.key)
    }

    /// Seals the body of entry `seq`, a message to the group.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn seal_message(&self, seq: u64, plain: &[u8]) -> Result<Vec<u8>, Error> {
        record::seal(&self.key, &self.message(seq), plain)
    }

    /// Opens the body of entry `seq`.
    ///
    /// # Errors
    /// [`Error::Closed`].
    pub fn open_message(&self, seq: u64, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        record::open(&self.key, &self.message(seq), sealed)
    }

    /// Seals the detail of entry `seq`, for the auditors.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn seal_detail(&self, seq: u64, plain: &[u8]) -> Result<Vec<u8>, Error> {
        record::seal(
            &self.key,
            &Place::Detail {
                courier: self.id,
                seq,
            },
            plain,
        )
    }

    /// Opens the detail of entry `seq`.
    ///
    /// # Errors
    /// [`Error::Closed`].
    pub fn open_detail(&self, seq: u64, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        record::open(
            &self.key,
            &Place::Detail {
                courier: self.id,
                seq,
            },
            sealed,
        )
    }

    const fn message(&self, seq: u64) -> Place {
        Place::Message {
            courier: self.id,
            to: self.to,
            seq,
        }
    }

    fn from_plain(group: &GroupSecret, id: CourierId, plain: &[u8]) -> Result<Self, Error> {
        Self::from_key(id, group.group(), plain)
    }

    pub(crate) fn from_key(id: CourierId, to: GroupId, plain: &[u8]) -> Result<Self, Error> {
        let key = <[u8; 32]>::try_from(plain).map_err(|_| Error::Closed)?;
        let key = Key32::from_bytes(key);
        Ok(Self { id, to, key })
    }

    pub(crate) const fn expose(&self) -> &[u8; 32] {
        self.key.expose()
    }

    pub(crate) const LEN: usize = 64;

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer
            .raw(self.id.as_bytes())
            .raw(self.to.as_bytes())
            .raw(self.key.expose());
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            id: CourierId::from_bytes(reader.array()?),
            to: GroupId::from_bytes(reader.array()?),
            key: Key32::from_bytes(reader.array()?),
        })
    }
}

impl fmt::Debug for Courier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Courier({} to {}, …)", self.id, self.to)
    }
}

const fn home(group: &GroupSecret, courier: CourierId) -> Place {
    Place::CourierHome {
        group: group.group(),
        epoch: group.epoch(),
        courier,
    }
}
