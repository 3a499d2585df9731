//! A package: a case's keys and a first card, sealed to the group the case goes to.

use crate::Error;
use crate::bytes::{Reader, Writer};
use crate::certificate::GroupCertificate;
use crate::chain::Verified;
use crate::group::GroupSecret;
use crate::hybrid;
use crate::place::Place;
use crate::secret::Key32;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CaseId, GroupId, TransferId};
use std::fmt;
use zeroize::Zeroizing;

/// Most keys in a package.
const MOST_KEYS: usize = 4096;

/// What travels.
pub struct PackageContents {
    /// Compartment keys with their versions.
    pub keys: Vec<(Compartment, u32, Key32)>,
    /// The card for the receiver's work list, as the caller encodes it.
    pub card: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for PackageContents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PackageContents({} keys, …)", self.keys.len())
    }
}

/// Which transfer of which case, by whom. The receiver is whoever seals or opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Route {
    /// The transfer.
    pub transfer: TransferId,
    /// The group that sends.
    pub from: GroupId,
    /// The case.
    pub case: CaseId,
}

impl Route {
    const fn place(&self, to: GroupId) -> Place {
        Place::Package {
            transfer: self.transfer,
            from: self.from,
            to,
            case: self.case,
        }
    }
}

/// Seals a package to a group.
///
/// # Errors
/// [`Error::TooLong`] for more than 4,096 keys or a card of 4 GiB.
pub fn seal(
    to: &Verified<GroupCertificate>,
    route: &Route,
    contents: &PackageContents,
) -> Result<Vec<u8>, Error> {
    if contents.keys.len() > MOST_KEYS {
        return Err(Error::TooLong);
    }
    let mut writer = Writer::with_capacity(8 + contents.keys.len() * 37 + contents.card.len());
    writer.count(contents.keys.len());
    for (compartment, version, key) in &contents.keys {
        writer
            .u8(compartment.code())
            .u32(*version)
            .raw(key.expose());
    }
    writer.var(&contents.card);
    hybrid::seal(&to.kem(), &route.place(to.group), writer.as_slice())
}

/// Opens a package sealed to this group on this route.
///
/// # Errors
/// [`Error::Closed`] for anything else.
pub fn open(to: &GroupSecret, route: &Route, sealed: &[u8]) -> Result<PackageContents, Error> {
    let plain = hybrid::open(&to.kem(), &route.place(to.group()), sealed)?;
    read(&plain).ok_or(Error::Closed)
}

fn read(plain: &[u8]) -> Option<PackageContents> {
    let mut reader = Reader::new(plain);
    let count = reader.count(MOST_KEYS)?;
    let mut keys = Vec::with_capacity(count);
    for _ in 0..count {
        let compartment = Compartment::from_code(reader.u8()?)?;
        keys.push((
            compartment,
            reader.u32()?,
            Key32::from_bytes(reader.array()?),
        ));
    }
    let card = Zeroizing::new(reader.var()?.to_vec());
    reader.end()?;
    Some(PackageContents { keys, card })
}
