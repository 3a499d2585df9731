//! The keys of one case in the hands of one group.

use crate::error::{Error, Result};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::CaseId;
use safeconduct_journal::{Header, Scope};
use safeconduct_vault::place::Place;
use safeconduct_vault::record::RecordKey;
use safeconduct_vault::secret::Key32;
use zeroize::Zeroizing;

struct Held {
    compartment: Compartment,
    version: u32,
    key: Key32,
    ready: RecordKey,
}

/// Compartment keys of a case, with their versions.
pub(crate) struct Ring {
    pub(crate) case: CaseId,
    held: Vec<Held>,
}

impl Ring {
    pub(crate) const fn new(case: CaseId) -> Self {
        Self {
            case,
            held: Vec::new(),
        }
    }

    /// Adds a key.
    pub(crate) fn put(&mut self, compartment: Compartment, version: u32, key: Key32) {
        let ready = RecordKey::new(&key);
        self.held.push(Held {
            compartment,
            version,
            key,
            ready,
        });
    }

    /// Every key, to be packed or granted.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (Compartment, u32, &Key32)> {
        self.held.iter().map(|h| (h.compartment, h.version, &h.key))
    }

    /// Whether the compartment can be read at all.
    pub(crate) fn holds(&self, compartment: Compartment) -> bool {
        self.held.iter().any(|h| h.compartment == compartment)
    }

    /// The key new records of a compartment are sealed under.
    pub(crate) fn newest(&self, compartment: Compartment) -> Result<(u32, &RecordKey)> {
        let held = self
            .held
            .iter()
            .filter(|h| h.compartment == compartment)
            .max_by_key(|h| h.version);
        held.map(|h| (h.version, &h.ready))
            .ok_or(Error::Damaged("no key for this compartment"))
    }

    /// The event in an entry; `None` when it is in a compartment this group does not hold. The buffer serves for many.
    pub(crate) fn open(
        &self,
        header: &Header,
        body: &[u8],
        buffer: &mut Zeroizing<Vec<u8>>,
    ) -> Result<Option<Event>> {
        let Scope::Case {
            case,
            compartment,
            version,
        } = header.scope
        else {
            return Ok(None);
        };
        let held = self
            .held
            .iter()
            .find(|h| h.compartment == compartment && h.version == version);
        let Some(held) = held else {
            // an entry under a version nobody has is damage; a compartment we were never given is not
            return if self.holds(compartment) {
                Err(Error::Damaged("an entry under an unknown key"))
            } else {
                Ok(None)
            };
        };
        let place = Place::Record {
            case,
            compartment,
            version,
            seq: header.seq,
        };
        let plain = held
            .ready
            .open_into(&place, body, buffer)
            .map_err(|_| Error::Damaged("an entry does not open"))?;
        Event::from_bytes(plain)
            .map(Some)
            .map_err(|_| Error::Damaged("an entry is no event"))
    }
}
