//! Checking a certified record with nothing but the record and the key it must be signed with: no database, no network.

use super::{DATA, Edition, FORMAT, PAPER, claim};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use safeconduct_domain::id::CaseId;
use safeconduct_journal::hash::Hash;
use safeconduct_journal::note::VerifyingKey;
use safeconduct_journal::proof::verify_inclusion;
use safeconduct_journal::{Checkpoint, Header, Running};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek, SeekFrom};
use zip::ZipArchive;

use crate::document::hex;

/// Bytes read at a time.
const PIECE: usize = 64 * 1024;
/// The most that is read of `record.json`: it is signed, and still it is not believed to be small.
const MOST_DATA: u64 = 256 << 20;

/// What is wrong with a record.
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
    /// It is signed, and is no record.
    #[error("it is signed but is no record of a form this program knows: {0}")]
    Form(&'static str),
    /// A file is missing, is more than there should be, or is not what the record says.
    #[error("the file {0} is not what the record says")]
    File(String),
    /// An entry is not in the journal where it says, or not of this case, or later than the decision.
    #[error("entry {0} is not proven")]
    Entry(u64),
}

/// A record that was found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The journal it comes from.
    pub journal: String,
    /// For whom it was made.
    pub edition: Edition,
    /// Pseudonym of the case.
    pub case: CaseId,
    /// Position of the decision, the last entry.
    pub decision: u64,
    /// When the decision was entered, UTC milliseconds.
    pub at_ms: i64,
    /// How many entries it holds.
    pub entries: usize,
    /// How many files it holds, itself on paper included.
    pub files: usize,
    /// The root of the journal up to and with the decision.
    pub root: Hash,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    format: String,
    edition: Edition,
    journal: String,
    case: CaseId,
    person: String,
    decision: u64,
    checkpoint: String,
    entries: Vec<Entry>,
    files: Vec<File>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    header: String,
    path: Vec<String>,
    event: Value,
    withheld: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    sha256: String,
    size: u64,
    #[serde(default)]
    document: Option<String>,
    #[serde(default)]
    letter: Option<String>,
    withheld: bool,
}

/// Checks a record: that this key signed it as it is, that every entry stands in the journal where it says and none is
/// later than the decision, and that every file is the one that was recorded.
///
/// # Errors
/// The first thing that is wrong.
pub fn check<R: Read + Seek>(mut record: R, key: &VerifyingKey) -> Result<Checked, Amiss> {
    signed(&mut record, key)?;
    let mut zip = ZipArchive::new(record).map_err(|_| Amiss::Form("no archive"))?;
    let data = data(&mut zip)?;
    if data.format != FORMAT || data.journal != key.name() {
        return Err(Amiss::Form("another form or another journal"));
    }
    let withheld =
        |all: &Data| all.entries.iter().any(|e| e.withheld) || all.files.iter().any(|f| f.withheld);
    if data.edition == Edition::Person && withheld(&data) {
        return Err(Amiss::Form("it holds what its reader is not given"));
    }
    let (at_ms, root) = entries(&data, key)?;
    files(&mut zip, &data)?;
    Ok(Checked {
        journal: data.journal,
        edition: data.edition,
        case: data.case,
        decision: data.decision,
        at_ms,
        entries: data.entries.len(),
        files: data.files.len(),
        root,
    })
}

/// How many bytes the signature of a record takes: always the same with the same key.
#[must_use]
pub fn note_len(key: &VerifyingKey) -> usize {
    // a signature is 64 bytes, its key's name four: 92 in base64
    claim(key.name(), &[0; 32]).len() + "\n— ".len() + key.name().len() + 1 + 92 + 1
}

fn signed<R: Read + Seek>(record: &mut R, key: &VerifyingKey) -> Result<(), Amiss> {
    let place = note_len(key) as u64;
    let whole = record.seek(SeekFrom::End(0))?;
    let before = whole.checked_sub(place).ok_or(Amiss::Unsigned)?;
    record.seek(SeekFrom::Start(before))?;
    let mut note = String::new();
    let read = record.by_ref().take(place).read_to_string(&mut note);
    read.map_err(|_| Amiss::Unsigned)?;
    let text = key.open(&note).map_err(|_| Amiss::Unsigned)?;
    record.seek(SeekFrom::Start(0))?;
    let hash = hashed(&mut record.by_ref().take(before))?;
    if text == claim(key.name(), &hash) {
        Ok(())
    } else {
        Err(Amiss::Changed)
    }
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

fn data<R: Read + Seek>(zip: &mut ZipArchive<R>) -> Result<Data, Amiss> {
    let file = zip.by_name(DATA);
    let file = file.map_err(|_| Amiss::File(DATA.to_owned()))?;
    serde_json::from_reader(io::BufReader::new(file.take(MOST_DATA)))
        .map_err(|_| Amiss::Form("its list of entries cannot be read"))
}

/// Every entry in its place; gives the time of the decision and the root.
fn entries(data: &Data, key: &VerifyingKey) -> Result<(i64, Hash), Amiss> {
    let tree = Checkpoint::open(&data.checkpoint, key);
    let tree = tree.map_err(|_| Amiss::Form("its checkpoint is not signed by that key"))?;
    if Some(tree.size) != data.decision.checked_add(1) {
        return Err(Amiss::Form("its checkpoint is not that of the decision"));
    }
    let mut last: Option<Header> = None;
    for entry in &data.entries {
        let unproven = |seq: u64| Amiss::Entry(seq);
        let header = STANDARD.decode(&entry.header).ok();
        let header = header.and_then(|bytes| Header::from_bytes(&bytes).ok());
        let header = header.ok_or(Amiss::Form("a header cannot be read"))?;
        let path: Option<Vec<Hash>> = entry.path.iter().map(|one| hash(one)).collect();
        let path = path.ok_or(Amiss::Form("a path cannot be read"))?;
        let (leaf, seq) = (header.leaf(), header.seq);
        verify_inclusion(&leaf, seq, tree.size, &path, &tree.root).map_err(|_| unproven(seq))?;
        let follows = last.as_ref().is_none_or(|l| l.seq < seq);
        if header.case() != Some(data.case) || !follows {
            return Err(unproven(seq));
        }
        last = Some(header);
    }
    let last = last.filter(|last| last.seq == data.decision);
    let decided = data.entries.last().and_then(|e| e.event.get("decided"));
    match (last, decided) {
        (Some(last), Some(decided)) if names(decided, &data.person) => Ok((last.at_ms, tree.root)),
        _ => Err(Amiss::Form("the decision is not its last entry")),
    }
}

/// Whether a decision is on that person.
fn names(decided: &Value, person: &str) -> bool {
    let on = decided.get("decide").and_then(|d| d.get("person"));
    on.and_then(Value::as_str) == Some(person)
}

fn hash(text: &str) -> Option<Hash> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

/// Every file that there should be, no other, and each as it was recorded.
fn files<R: Read + Seek>(zip: &mut ZipArchive<R>, data: &Data) -> Result<(), Amiss> {
    let recorded = recorded(&data.entries);
    let mut due: BTreeSet<&str> = data.files.iter().map(|file| file.name.as_str()).collect();
    if due.len() != data.files.len() || !due.contains(PAPER) {
        return Err(Amiss::Form("its list of files is not whole"));
    }
    due.insert(DATA);
    for name in zip.file_names() {
        let name = name.map_err(|_| Amiss::Form("a file without a name"))?;
        if !due.contains(name.as_ref()) {
            return Err(Amiss::File(name.into_owned()));
        }
    }
    for file in &data.files {
        let wrong = || Amiss::File(file.name.clone());
        let mut found = zip.by_name(&file.name).map_err(|_| wrong())?;
        let whole = found.size() == file.size && hex(&hashed(&mut found)?) == file.sha256;
        let named = file.document.as_deref().or(file.letter.as_deref());
        let said = named.is_none_or(|id| recorded.get(id).is_some_and(|said| said.fits(file)));
        if !whole || !said || named.is_none() != (file.name == PAPER) {
            return Err(wrong());
        }
    }
    Ok(())
}

/// What the entries themselves say of a document or a letter.
struct Said<'e> {
    size: u64,
    /// Of a letter as it was signed. Of a document the case knows the SHA-256 of the sealed object only.
    sha256: Option<&'e str>,
}

impl Said<'_> {
    fn fits(&self, file: &File) -> bool {
        self.size == file.size && self.sha256.is_none_or(|said| said == file.sha256)
    }
}

/// Every document and letter that the entries name.
fn recorded(entries: &[Entry]) -> BTreeMap<&str, Said<'_>> {
    let said = entries.iter().filter_map(|entry| {
        let event = &entry.event;
        if let Some(document) = event.get("document-added") {
            let size = document.get("size")?.as_u64()?;
            let said = Said { size, sha256: None };
            return Some((document.get("id")?.as_str()?, said));
        }
        let made = event.get("letter-signed")?.get("made")?;
        let size = made.get("size")?.as_u64()?;
        let sha256 = Some(made.get("sha256")?.as_str()?);
        Some((made.get("document")?.as_str()?, Said { size, sha256 }))
    });
    said.collect()
}
