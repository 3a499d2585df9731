//! A grant: a case's compartment key at home in a group that may read it.

use crate::Error;
use crate::group::GroupSecret;
use crate::place::Place;
use crate::secret::Key32;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::CaseId;

/// Which key of which case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The case.
    pub case: CaseId,
    /// The compartment.
    pub compartment: Compartment,
    /// The version of the compartment's key, from 1.
    pub version: u32,
}

/// Seals a compartment key at home in the group.
///
/// # Errors
/// None in practice: a key is never too long.
pub fn seal(group: &GroupSecret, slot: &Slot, key: &Key32) -> Result<Vec<u8>, Error> {
    group.home().seal(&place(group, slot), key.expose())
}

/// Opens what [`seal`] made in this group and epoch for this slot.
///
/// # Errors
/// [`Error::Closed`] for anything else.
pub fn open(group: &GroupSecret, slot: &Slot, sealed: &[u8]) -> Result<Key32, Error> {
    let plain = group.home().open(&place(group, slot), sealed)?;
    <[u8; 32]>::try_from(plain.as_slice())
        .map(Key32::from_bytes)
        .map_err(|_| Error::Closed)
}

fn place(group: &GroupSecret, slot: &Slot) -> Place {
    Place::Grant {
        group: group.group(),
        epoch: group.epoch(),
        case: slot.case,
        compartment: slot.compartment,
        version: slot.version,
    }
}
