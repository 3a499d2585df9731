//! Checking a referral package with nothing but the package and the key it must be signed with: no database, no network.

use super::{COVER, DATA, FORMAT};
use crate::archive::{self, Amiss};
use jiff::civil::Date;
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_journal::note::VerifyingKey;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{Read, Seek};

/// A package that was found whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The journal it comes from.
    pub journal: String,
    /// Pseudonym of the case.
    pub case: CaseId,
    /// Position of the last entry that is in it.
    pub entry: u64,
    /// When that was made, UTC milliseconds.
    pub at_ms: i64,
    /// The day on which the package was made.
    pub on: Date,
    /// How many documents it holds.
    pub documents: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Data {
    format: String,
    journal: String,
    case: CaseId,
    entry: u64,
    at_ms: i64,
    on: Date,
    #[serde(rename = "policy")]
    _policy: String,
    facts: Value,
    files: Vec<File>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    sha256: String,
    size: u64,
    #[serde(default)]
    document: Option<DocumentId>,
    #[serde(default, rename = "kept")]
    _kept: bool,
}

/// Checks a package: that this key signed it as it is, and that its documents are those the referral names, each of its
/// length and hash.
///
/// # Errors
/// The first thing that is wrong.
pub fn check<R: Read + Seek>(package: R, key: &VerifyingKey) -> Result<Checked, Amiss> {
    let mut zip = archive::opened(FORMAT, package, key)?;
    let data: Data = archive::data(&mut zip, DATA)?;
    if data.format != FORMAT || data.journal != key.name() {
        return Err(Amiss::Form("another form or another journal"));
    }
    let listed = data.files.iter().map(|file| archive::File {
        name: &file.name,
        sha256: &file.sha256,
        size: file.size,
    });
    let listed: Vec<_> = listed.collect();
    archive::names(&zip, &listed, (COVER, DATA))?;
    for (file, listed) in data.files.iter().zip(&listed) {
        archive::whole(&mut zip, listed)?;
        if file.document.is_none() != (file.name == COVER) {
            return Err(Amiss::File(file.name.clone()));
        }
    }
    let enclosed: BTreeSet<_> = data.files.iter().filter_map(|file| file.document).collect();
    if named(&data.facts) != Some(enclosed.clone()) {
        return Err(Amiss::Form(
            "its documents are not those the referral names",
        ));
    }
    Ok(Checked {
        journal: data.journal,
        case: data.case,
        entry: data.entry,
        at_ms: data.at_ms,
        on: data.on,
        documents: enclosed.len(),
    })
}

/// The documents the referral names.
fn named(facts: &Value) -> Option<BTreeSet<DocumentId>> {
    let documents = facts.get("referral")?.get("documents")?.as_array()?;
    let each = documents.iter();
    each.map(|d| d.get("id")?.as_str()?.parse().ok()).collect()
}
