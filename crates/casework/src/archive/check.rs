//! Checking a signed archive with nothing but itself and the key it must be signed with: no database, no network.

use super::claim;
use crate::document::hex;
use safeconduct_journal::Running;
use safeconduct_journal::hash::Hash;
use safeconduct_journal::note::VerifyingKey;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom};
use zip::ZipArchive;

/// Bytes read at a time.
const PIECE: usize = 64 * 1024;
/// The most that is read of what machines read: it is signed, and still it is not believed to be small.
const MOST_DATA: u64 = 256 << 20;

/// What is wrong with an archive.
#[derive(Debug, thiserror::Error)]
pub enum Amiss {
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// There is no signature of that key at its end.
    #[error("it is not signed by that key")]
    Unsigned,
    /// It is not what was signed.
    #[error("it was changed after it was signed")]
    Changed,
    /// It is signed, and is not what it should be.
    #[error("it is signed but is of no form this program knows: {0}")]
    Form(&'static str),
    /// A file is missing, is more than there should be, or is not what the list says.
    #[error("the file {0} is not what its list says")]
    File(String),
    /// An entry is not in the journal where it says, or not of this case, or later than the decision.
    #[error("entry {0} is not proven")]
    Entry(u64),
}

/// A file as the list of an archive has it.
pub(crate) struct File<'f> {
    pub(crate) name: &'f str,
    pub(crate) sha256: &'f str,
    pub(crate) size: u64,
}

/// How many bytes the signature takes: always the same with the same form and key.
#[must_use]
pub(crate) fn note_len(format: &str, key: &VerifyingKey) -> usize {
    // a signature is 64 bytes, its key's name four: 92 in base64
    claim(format, key.name(), &[0; 32]).len() + "\n— ".len() + key.name().len() + 1 + 92 + 1
}

/// The archive, once it was found to be what that key signed.
pub(crate) fn opened<R: Read + Seek>(
    format: &str,
    mut archive: R,
    key: &VerifyingKey,
) -> Result<ZipArchive<R>, Amiss> {
    let place = note_len(format, key) as u64;
    let whole = archive.seek(SeekFrom::End(0))?;
    let before = whole.checked_sub(place).ok_or(Amiss::Unsigned)?;
    archive.seek(SeekFrom::Start(before))?;
    let mut note = String::new();
    let read = archive.by_ref().take(place).read_to_string(&mut note);
    read.map_err(|_| Amiss::Unsigned)?;
    let text = key.open(&note).map_err(|_| Amiss::Unsigned)?;
    archive.seek(SeekFrom::Start(0))?;
    let hash = hashed(&mut archive.by_ref().take(before))?;
    if text != claim(format, key.name(), &hash) {
        return Err(Amiss::Changed);
    }
    ZipArchive::new(archive).map_err(|_| Amiss::Form("no archive"))
}

fn hashed(from: &mut impl Read) -> io::Result<Hash> {
    let mut hash = Running::new();
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece)? {
            0 => return Ok(hash.end()),
            read => hash.take(piece.get(..read).unwrap_or_default()),
        }
    }
}

/// What machines read of it.
pub(crate) fn data<T: DeserializeOwned, R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    name: &str,
) -> Result<T, Amiss> {
    let file = zip.by_name(name);
    let file = file.map_err(|_| Amiss::File(name.to_owned()))?;
    serde_json::from_reader(io::BufReader::new(file.take(MOST_DATA)))
        .map_err(|_| Amiss::Form("its list cannot be read"))
}

/// Whether the list names each file once, the one on paper among them, and the archive holds no other but the list itself.
pub(crate) fn names<R: Read + Seek>(
    zip: &ZipArchive<R>,
    listed: &[File<'_>],
    (paper, data): (&str, &str),
) -> Result<(), Amiss> {
    let mut due: BTreeSet<&str> = listed.iter().map(|file| file.name).collect();
    if due.len() != listed.len() || !due.contains(paper) {
        return Err(Amiss::Form("its list of files is not whole"));
    }
    due.insert(data);
    for name in zip.file_names() {
        let name = name.map_err(|_| Amiss::Form("a file without a name"))?;
        if !due.contains(name.as_ref()) {
            return Err(Amiss::File(name.into_owned()));
        }
    }
    Ok(())
}

/// Whether a file is there, of its length and hash.
pub(crate) fn whole<R: Read + Seek>(zip: &mut ZipArchive<R>, file: &File<'_>) -> Result<(), Amiss> {
    let wrong = || Amiss::File(file.name.to_owned());
    let mut found = zip.by_name(file.name).map_err(|_| wrong())?;
    if found.size() == file.size && hex(&hashed(&mut found)?) == file.sha256 {
        Ok(())
    } else {
        Err(wrong())
    }
}
