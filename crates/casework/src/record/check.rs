//! Checking a certified record with nothing but the record and the key it must be signed with: no database, no network.

use super::{DATA, Edition, FORMAT, PAPER};
use crate::archive::{self, Amiss};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use safeconduct_domain::id::CaseId;
use safeconduct_journal::hash::Hash;
use safeconduct_journal::note::VerifyingKey;
use safeconduct_journal::proof::verify_inclusion;
use safeconduct_journal::{Checkpoint, Header};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Read, Seek};
use zip::ZipArchive;

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

impl File {
    fn listed(&self) -> archive::File<'_> {
        archive::File {
            name: &self.name,
            sha256: &self.sha256,
            size: self.size,
        }
    }
}

/// Checks a record: that this key signed it as it is, that every entry stands in the journal where it says and none is
/// later than the decision, and that every file is the one that was recorded.
///
/// # Errors
/// The first thing that is wrong.
pub fn check<R: Read + Seek>(record: R, key: &VerifyingKey) -> Result<Checked, Amiss> {
    let mut zip = archive::opened(FORMAT, record, key)?;
    let data: Data = archive::data(&mut zip, DATA)?;
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
    let listed: Vec<_> = data.files.iter().map(File::listed).collect();
    archive::names(zip, &listed, (PAPER, DATA))?;
    for (file, listed) in data.files.iter().zip(&listed) {
        archive::whole(zip, listed)?;
        let named = file.document.as_deref().or(file.letter.as_deref());
        let said = named.is_none_or(|id| recorded.get(id).is_some_and(|said| said.fits(file)));
        if !said || named.is_none() != (file.name == PAPER) {
            return Err(Amiss::File(file.name.clone()));
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
