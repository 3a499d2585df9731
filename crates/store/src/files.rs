//! Sealed entries read and checked before: a journal only grows, so what was found sound once need not be fetched and
//! checked again.
//!
//! What is kept is ciphertext, as it lies in the database, and only of acts that are on the disk. The last entry kept is
//! fetched again each time and compared: a journal that was put back to an earlier state is noticed, and read anew.

use crate::journal::Entry;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use safeconduct_domain::id::CaseId;
use std::sync::Arc;

/// How many bytes are kept.
const KEPT: u64 = 32 << 20;
/// How many cases that usually is.
const CASES: usize = 500;

/// What happened in a case, oldest first, up to an entry.
#[derive(Debug, Default)]
pub(crate) struct File {
    entries: Vec<Arc<Entry>>,
}

impl File {
    pub(crate) fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The last entry, which a later reading compares.
    pub(crate) fn last(&self) -> Option<&Arc<Entry>> {
        self.entries.last()
    }
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<CaseId, Arc<File>> for ByBytes {
    fn weight(&self, _: &CaseId, file: &Arc<File>) -> u64 {
        // a header with its vectors is some 400 bytes
        let bytes = file.entries.iter().map(|e| e.body.len() as u64 + 400);
        bytes.sum::<u64>() + 100
    }
}

/// The files kept, those of use the longest.
pub(crate) struct Files(Cache<CaseId, Arc<File>, ByBytes>);

impl Default for Files {
    fn default() -> Self {
        Self(Cache::with_weighter(CASES, KEPT, ByBytes))
    }
}

impl Files {
    pub(crate) fn of(&self, case: CaseId) -> Option<Arc<File>> {
        self.0.get(&case)
    }

    /// Keeps what was read of a case: those before `durable`, which are on the disk.
    pub(crate) fn keep(&self, case: CaseId, entries: &[Arc<Entry>], durable: u64) {
        let sound = entries.iter().take_while(|e| e.header.seq < durable);
        let entries: Vec<_> = sound.cloned().collect();
        if !entries.is_empty() {
            self.0.insert(case, Arc::new(File { entries }));
        }
    }

    pub(crate) fn forget(&self, case: CaseId) {
        self.0.remove(&case);
    }
}
