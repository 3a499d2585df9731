//! The certified record of a decision: everything that was before whoever made it, and nothing that came after, with a
//! proof of it that anybody can check without the database.
//!
//! It is one archive: the record on paper (`record.pdf`, made by whoever has the words), every document and every letter
//! that stood then, as they were, and `record.json`: each entry with what it says, its header and the path from it to the
//! root of the journal as it stood when the decision was entered. The whole is signed by the key of the checkpoints; the
//! signature is the archive's comment, so that it is one file ([`check`]).
//!
//! There are two editions. That for the person who was decided on holds what may be given to them ([`Disclosure`]); that
//! something is left out is said in every record alike: to say it of one would tell. That for the Court holds everything,
//! and marks what the other leaves out; it is made only while an application for leave is before the Court.
//!
//! The journal's tree is signed at the decision's own size: what came later is not in it. What the proof cannot show is
//! that a sealed body says what the record says it does; that rests on the signature, as no key of a case is given away.

mod check;

pub use crate::archive::Amiss;
pub use check::{Checked, check};
pub use safeconduct_letters::{Line, Paper, Record as Print};

use crate::app::App;
use crate::archive::{Archive, Object};
use crate::clock::day;
use crate::document::hex;
use crate::error::{Error, Result};
use crate::letter::{fonts, unset};
use crate::session::Session;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use safeconduct_domain::access::Action;
use safeconduct_domain::case::Case;
use safeconduct_domain::decision::Decide;
use safeconduct_domain::disclosure::Disclosure;
pub use safeconduct_domain::disclosure::Edition;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::judicial_review;
use safeconduct_domain::letter;
use safeconduct_domain::referral::Document;
use safeconduct_domain::refused::Refused;
use safeconduct_journal::hash::Hash;
use safeconduct_journal::proof::{ProofError, Provers};
use safeconduct_journal::{Checkpoint, Frontier, Header, sha256};
use safeconduct_letters::render_record;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What `record.json` begins with, and what is signed.
pub(crate) const FORMAT: &str = "safeconduct.record/1";
/// The name of the record on paper.
pub(crate) const PAPER: &str = "record.pdf";
/// The name of the record for machines.
pub(crate) const DATA: &str = "record.json";

/// The record of one decision, before it is put on paper.
pub struct Record {
    /// For whom it is made.
    pub edition: Edition,
    /// The number of the Court's file, in the edition for it.
    pub court_file: Option<String>,
    /// The case.
    pub id: CaseId,
    /// When and by whom the decision was entered.
    pub stamp: Stamp,
    /// The decision.
    pub decide: Decide,
    /// Version of the policy it was made under.
    pub policy: String,
    /// The case as it stood when the decision had been entered.
    pub case: Case,
    /// What was recorded up to it, oldest first; the decision is the last.
    pub entries: Vec<(Stamp, Event)>,
    /// Which of them the person is not given, in the edition for the Court.
    pub withheld: BTreeSet<u64>,
    /// The files that come with it.
    pub files: Vec<Enclosed>,
    proofs: Vec<Proof>,
    checkpoint: String,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Record({}, …)", self.stamp.seq)
    }
}

/// Where an entry stands in the journal.
struct Proof {
    header: Vec<u8>,
    path: Vec<Hash>,
}

/// A file that comes with a record.
pub struct Enclosed {
    /// What it is.
    pub what: What,
    /// Whether the person is not given it, in the edition for the Court.
    pub withheld: bool,
    object: Object,
}

impl Enclosed {
    /// Its name in the archive.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.object.name
    }

    /// Its SHA-256 in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.object.sha256
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.object.size
    }
}

/// What a file of a record is.
pub enum What {
    /// A document of the case.
    Document(Document),
    /// A letter that had been signed.
    Letter(letter::Letter),
}

impl App {
    /// The record of the decision entered at a position; an entry of its own says that it was taken out, committed before
    /// anything leaves.
    ///
    /// # Errors
    /// [`Error::Absent`] when the case or the decision is not there for this person, or the person is no officer who holds
    /// the case; [`Error::Refused`] when the decision rests on what is kept from whoever gets the record, or no
    /// application is before the Court.
    pub async fn certified_record(
        &self,
        session: &Arc<Session>,
        case: CaseId,
        decision: u64,
        edition: Edition,
    ) -> Result<Record> {
        let what = match edition {
            Edition::Person => format!("record {decision}"),
            Edition::Court => format!("record {decision} court"),
        };
        let view = self.look_recorded(session, case, &what, Action::Record);
        let view = view.await.map_err(|error| match error {
            Error::NotNow => Error::Absent,
            other => other,
        })?;
        let mut entries = view.entries;
        entries.retain(|(stamp, _)| stamp.seq <= decision);
        let last = entries.last().filter(|(stamp, _)| stamp.seq == decision);
        let Some((stamp, decided @ Event::Decided { decide, policy, .. })) = last else {
            return Err(Error::Absent);
        };
        let (stamp, decide, policy) = (*stamp, decide.clone(), policy.clone());
        let given = Disclosure::new(&view.case, decide.person, day(stamp.at_ms))?;
        let whole = given.of_decision(&self.policy, decided);
        let court_file = match edition {
            Edition::Person => None,
            Edition::Court => Some(before_the_court(&view.case, decide.person)?),
        };
        let case = Case::fold(case, entries.iter().map(|(stamp, event)| (stamp, event)));
        let may_read = |stamp: &Stamp, event: &Event| match stamp.seq == decision {
            true => whole.is_ok(),
            false => given.allows(event),
        };
        let kept = entries
            .iter()
            .filter(|(stamp, event)| !may_read(stamp, event));
        let mut withheld: BTreeSet<u64> = kept.map(|(stamp, _)| stamp.seq).collect();
        if edition == Edition::Person {
            whole?;
            entries.retain(|(stamp, _)| !withheld.contains(&stamp.seq));
            withheld.clear();
        }
        let (proofs, frontier) = self.proofs(&entries, decision).await?;
        let checkpoint = Checkpoint::sign(&frontier, &self.checkpoints)
            .map_err(|_| Error::Damaged("a checkpoint cannot be signed"))?;
        let mut files = files(&case, &entries, &withheld);
        for file in &mut files {
            file.object.sha256 = self.hash_of(view.id, &file.object).await?;
        }
        Ok(Record {
            edition,
            court_file,
            withheld,
            id: view.id,
            stamp,
            decide,
            policy,
            files,
            case,
            entries,
            proofs,
            checkpoint,
        })
    }

    /// Where each entry stands in the journal up to and with the decision, and the tree of that.
    async fn proofs(
        &self,
        entries: &[(Stamp, Event)],
        decision: u64,
    ) -> Result<(Vec<Proof>, Frontier)> {
        let wanted: Vec<u64> = entries.iter().map(|(stamp, _)| stamp.seq).collect();
        self.db
            .read(move |r| {
                let size = decision + 1;
                let mut provers =
                    Provers::inclusion(&wanted, size).map_err(|error| unproven(&error))?;
                let (mut frontier, mut headers) = (Frontier::new(), Vec::new());
                r.each_header(size, |header: &Header| {
                    let leaf = header.leaf();
                    frontier.push(leaf);
                    provers.leaf(leaf);
                    if wanted.binary_search(&header.seq).is_ok() {
                        headers.push(header.to_bytes());
                    }
                })?;
                let paths = provers.finish().map_err(|error| unproven(&error))?;
                let proofs = headers.into_iter().zip(paths);
                let proofs = proofs.map(|(header, path)| Proof { header, path });
                Ok((proofs.collect(), frontier))
            })
            .await
    }

    /// The record as one file, put on paper first: a stream, whatever the size of its documents. A document that is not
    /// what was recorded ends the stream with an error.
    ///
    /// # Errors
    /// What keeps it from being typeset, as a refusal that says what to do.
    pub async fn archive(
        &self,
        record: Record,
        paper: Print,
    ) -> Result<BoxStream<'static, Result<Bytes>>> {
        let print = move || render_record(&paper, fonts()).map_err(|error| unset(&error));
        let printed = self.printed(print).await?.into_bytes();
        let hash = hex(&sha256(&printed));
        let data = record.data(
            self.checkpoints.verifying_key().name(),
            (&hash, printed.len()),
        );
        Ok(self.archived(Archive {
            format: FORMAT,
            case: record.id,
            made: vec![(PAPER, printed), (DATA, data.to_string().into_bytes())],
            objects: record.files.into_iter().map(|file| file.object).collect(),
        }))
    }
}

/// The number of the file in which a decision on a person is before the Court.
fn before_the_court(case: &Case, person: PersonId) -> Result<String> {
    let applied = judicial_review::pending(case, person);
    let applied = applied.ok_or_else(|| Refused::by("record-without-an-application"))?;
    Ok(applied.application.court_file.clone())
}

fn unproven(_: &ProofError) -> Error {
    Error::Damaged("an entry cannot be proven")
}

impl Record {
    /// What machines read.
    fn data(&self, origin: &str, paper: (&str, usize)) -> Value {
        let entries = self
            .entries
            .iter()
            .zip(&self.proofs)
            .map(|((stamp, event), p)| {
                let path: Vec<_> = p.path.iter().map(|hash| STANDARD.encode(hash)).collect();
                json!({
                    "header": STANDARD.encode(&p.header),
                    "path": path,
                    "event": without_keys(event),
                    "withheld": self.withheld.contains(&stamp.seq),
                })
            });
        let own = json!({ "name": PAPER, "sha256": paper.0, "size": paper.1, "withheld": false });
        let files = self.files.iter().map(|file| {
            let (document, letter) = match &file.what {
                What::Document(document) => (Some(document.id.to_string()), None),
                What::Letter(_) => (None, Some(file.object.id.to_string())),
            };
            json!({
                "name": file.name(), "sha256": file.sha256(), "size": file.size(),
                "document": document, "letter": letter, "withheld": file.withheld,
            })
        });
        let files: Vec<Value> = [own].into_iter().chain(files).collect();
        json!({
            "format": FORMAT,
            "edition": self.edition,
            "journal": origin,
            "case": self.id.to_string(),
            "person": self.decide.person.to_string(),
            "decision": self.stamp.seq,
            "checkpoint": self.checkpoint,
            "entries": entries.collect::<Vec<_>>(),
            "files": files,
        })
    }
}

/// The documents, those withdrawn included, and the signed letters of a case as it stood, of which the entries tell.
fn files(case: &Case, entries: &[(Stamp, Event)], withheld: &BTreeSet<u64>) -> Vec<Enclosed> {
    // the entry that tells of a file, where there is one
    let told = |of: &dyn Fn(&Event) -> bool| {
        let mut entries = entries.iter();
        let (stamp, _) = entries.find(|(_, event)| of(event))?;
        Some(withheld.contains(&stamp.seq))
    };
    let documents = case.referral.documents.iter().filter_map(|document| {
        let of = |event: &Event| matches!(event, Event::DocumentAdded(d) if d.id == document.id);
        Some(Enclosed {
            withheld: told(&of)?,
            object: Object::of(document),
            what: What::Document(document.clone()),
        })
    });
    let letters = case.letters.iter().filter_map(|signed| {
        let of =
            |event: &Event| matches!(event, Event::LetterSigned { id, .. } if *id == signed.id);
        Some(Enclosed {
            withheld: told(&of)?,
            object: Object {
                name: "letters/{}.pdf".to_owned(),
                sha256: signed.made.sha256.clone(),
                size: signed.made.size,
                id: signed.made.document,
                key: signed.made.key.clone(),
            },
            what: What::Letter(signed.letter.clone()),
        })
    });
    let numbered = documents.chain(letters).zip(1..);
    let named = numbered.map(|(mut file, number)| {
        file.object.number(number);
        file
    });
    named.collect()
}

/// What an entry says, without the keys of the sealed objects it names.
fn without_keys(event: &Event) -> Value {
    let mut event = event.clone();
    match &mut event {
        Event::DocumentAdded(document) => document.key.clear(),
        Event::LetterSigned { made, .. } => made.key.clear(),
        _ => {}
    }
    serde_json::to_value(&event).unwrap_or_default()
}
