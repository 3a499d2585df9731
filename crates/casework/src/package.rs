//! The referral package: a referral as it stands, as one file, for a system that has only files.
//!
//! It is a signed archive (`archive.rs`): the cover page with its index (`cover.pdf`), what the referral says for machines
//! (`referral.json`, by the schema of the API), and every document as it was. The partner reads it before anything is sent;
//! the Resettlement Operations Centre takes it over. It is made when it is asked for and kept nowhere; that it was taken out
//! is an entry.
//!
//! It holds what the partner sends and nothing else: no deliberation of the partner or of an office, nothing that was
//! withdrawn, and not how the family is reached, since a file in clear goes further than anybody can follow.

mod check;
mod cover;

pub use check::{Checked, check};

use crate::app::App;
use crate::archive::{Archive, Object};
use crate::document::hex;
use crate::error::{Error, Result};
use crate::letter::{fonts, unset};
use crate::session::Session;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use jiff::civil::Date;
use safeconduct_domain::access::Action;
use safeconduct_domain::case::Case;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::completeness::{self, Item};
use safeconduct_domain::confidential::{self, Item as Kept};
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::CaseId;
use safeconduct_domain::policy::Language;
use safeconduct_domain::referral::Document;
use safeconduct_journal::sha256;
use safeconduct_letters::render_cover;
use serde_json::{Value, json};
use std::sync::Arc;

/// What `referral.json` begins with, and what is signed.
pub(crate) const FORMAT: &str = "safeconduct.package/1";
/// The name of the cover page.
pub(crate) const COVER: &str = "cover.pdf";
/// The name of what machines read.
pub(crate) const DATA: &str = "referral.json";

/// A referral as it stands, before it is put on paper.
pub struct Package {
    /// The case.
    pub id: CaseId,
    /// What of it travels.
    pub case: Case,
    /// The last entry that is in it.
    pub last: Stamp,
    /// The day on which it is made.
    pub day: Date,
    /// What is missing, or would be useful.
    pub lacking: Vec<Item>,
    /// The documents, in their order.
    pub files: Vec<Enclosed>,
    language: Language,
    /// Who attested.
    attested_by: String,
}

impl std::fmt::Debug for Package {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Package({}, …)", self.last.seq)
    }
}

/// A document of a package.
pub struct Enclosed {
    /// What the case says of it.
    pub document: Document,
    /// Whether it is kept from members of the family.
    pub kept: bool,
    object: Object,
}

impl App {
    /// The referral package of a case as it stands, its cover page in a language; an entry of its own says that it was
    /// taken out, committed before anything leaves.
    ///
    /// # Errors
    /// [`Error::Absent`] when the case is not there for this person, or is no longer at a stage at which there is a package.
    pub async fn package(
        &self,
        session: &Arc<Session>,
        case: CaseId,
        language: Language,
    ) -> Result<Package> {
        let view = self.look_recorded(session, case, "package", Action::Package);
        let view = view.await.map_err(|error| match error {
            Error::NotNow => Error::Absent,
            other => other,
        })?;
        let day = self.today();
        let mut lacking = completeness::check(&self.policy, &view.case, day);
        lacking.retain(|item| !item.there);
        let travels = view.entries.iter().filter(|(_, event)| travels(event));
        let last = travels.clone().next_back().ok_or(Error::Absent)?.0;
        let case = standing(Case::fold(
            case,
            travels.map(|(stamp, event)| (stamp, event)),
        ));
        let by = case.referral.attestation.as_ref().map(|(_, by, _)| *by);
        let mut names = self.names().await?;
        let attested_by = by.and_then(|by| names.remove(&by)).unwrap_or_default();
        let mut files = Vec::new();
        for (document, number) in case.referral.documents.iter().zip(1..) {
            let mut object = Object::of(document);
            object.number(number);
            object.sha256 = self.hash_of(view.id, &object).await?;
            let item = Kept::Document(document.id);
            files.push(Enclosed {
                kept: confidential::standing(&case, &item).next().is_some(),
                document: document.clone(),
                object,
            });
        }
        Ok(Package {
            id: view.id,
            case,
            last,
            day,
            lacking,
            files,
            language,
            attested_by,
        })
    }

    /// The package as one file, its cover page put on paper first: a stream, whatever the size of its documents. `facts` is
    /// what the referral says, as the API shows it. A document that is not what was recorded ends the stream with an error.
    ///
    /// # Errors
    /// What keeps the cover page from being typeset, as a refusal that says what to do.
    pub async fn packed(
        &self,
        package: Package,
        facts: Value,
    ) -> Result<BoxStream<'static, Result<Bytes>>> {
        let (cover, language) = (cover::of(&package, &self.policy), package.language);
        let app = self.clone();
        let print = move || {
            let printed = render_cover(&cover, language, &app.policy, fonts());
            printed.map_err(|error| unset(&error))
        };
        let printed = self.printed(print).await?.into_bytes();
        let own = json!({ "name": COVER, "sha256": hex(&sha256(&printed)), "size": printed.len() });
        let files = package.files.iter().map(listed);
        let files: Vec<Value> = [own].into_iter().chain(files).collect();
        let data = json!({
            "format": FORMAT,
            "journal": self.checkpoints.verifying_key().name(),
            "case": package.id.to_string(),
            "entry": package.last.seq,
            "at-ms": package.last.at_ms,
            "on": package.day,
            "policy": self.policy.version(),
            "facts": facts,
            "files": files,
        });
        Ok(self.archived(Archive {
            format: FORMAT,
            case: package.id,
            made: vec![(COVER, printed), (DATA, data.to_string().into_bytes())],
            objects: package.files.into_iter().map(|file| file.object).collect(),
        }))
    }
}

fn listed(file: &Enclosed) -> Value {
    json!({
        "name": file.object.name, "sha256": file.object.sha256, "size": file.object.size,
        "document": file.document.id.to_string(), "kept": file.kept,
    })
}

/// Whether an entry is part of what is sent. That somebody looked is none of a case's entries here.
fn travels(event: &Event) -> bool {
    matches!(
        event.compartment(),
        Compartment::Core | Compartment::Documents
    )
}

/// The case without what was taken back, and without why the partner's supervisor had sent it back.
fn standing(mut case: Case) -> Case {
    let referral = &mut case.referral;
    referral.persons.retain(|person| person.removed.is_none());
    referral.documents.retain(|d| d.withdrawn.is_none());
    let persons = &referral.persons;
    let there = |id| persons.iter().any(|person| person.id == id);
    referral.consents.retain(|consent| there(consent.person));
    referral.sent_back = None;
    case.confidences.retain(|kept| kept.lifted.is_none());
    case
}
