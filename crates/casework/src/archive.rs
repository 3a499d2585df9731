//! A signed archive, written as it is read: a ZIP archive without compression, whose comment is a note signed by the key
//! of the checkpoints on everything before it. What the certified record and the referral package have in common; each
//! has its own list of files, its own form and what it proves beyond that.

mod check;

pub use check::Amiss;
use check::note_len;
pub(crate) use check::{File, data, names, opened, whole};

use crate::app::App;
use crate::document::{ending, hex};
use crate::error::{Error, Result};
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_domain::referral::Document;
use safeconduct_journal::Running;
use safeconduct_journal::hash::Hash;
use std::io::{self, Write};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{self, Receiver, Sender};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Bytes sent at a time.
const PIECE: usize = 64 * 1024;
/// Pieces that may wait.
const WAITING: usize = 4;

/// A sealed object that comes with an archive.
#[derive(Clone)]
pub(crate) struct Object {
    /// Its name in the archive.
    pub(crate) name: String,
    /// Its SHA-256 in hexadecimal, as it was before it was sealed; empty until it has been read.
    pub(crate) sha256: String,
    /// Its length in bytes.
    pub(crate) size: u64,
    pub(crate) id: DocumentId,
    pub(crate) key: String,
}

impl Object {
    /// A document, until it is numbered.
    pub(crate) fn of(document: &Document) -> Self {
        Self {
            name: format!("documents/{{}}{}", ending(&document.name)),
            // the case knows that of the sealed object only
            sha256: String::new(),
            size: document.size,
            id: document.id,
            key: document.key.clone(),
        }
    }

    /// Gives it its place in the list.
    pub(crate) fn number(&mut self, number: usize) {
        self.name = self.name.replace("{}", &format!("{number:03}"));
    }
}

/// An archive, ready to be written.
pub(crate) struct Archive {
    /// What is signed begins with this.
    pub(crate) format: &'static str,
    pub(crate) case: CaseId,
    /// What was made for it, first.
    pub(crate) made: Vec<(&'static str, Vec<u8>)>,
    /// What was sealed, in its order.
    pub(crate) objects: Vec<Object>,
}

/// What is signed: the format, the journal, and the SHA-256 of everything before the signature.
fn claim(format: &str, origin: &str, hash: &Hash) -> String {
    format!("{format}\n{origin}\n{}\n", hex(hash))
}

impl App {
    /// The SHA-256 of an object as it was before it was sealed; where one is known already, it must be that.
    pub(crate) async fn hash_of(&self, case: CaseId, object: &Object) -> Result<String> {
        let mut pieces = self
            .opened_object(case, object.id, &object.key, object.size)
            .await?;
        let mut hash = Running::new();
        while let Some(piece) = pieces.next().await {
            hash.take(&piece?);
        }
        let hash = hex(&hash.end());
        if object.sha256.is_empty() || object.sha256 == hash {
            Ok(hash)
        } else {
            Err(Error::Damaged("a letter is not what was signed"))
        }
    }

    /// An archive in pieces: a stream, whatever the size of its objects. An object that is not what its hash says ends the
    /// stream with an error.
    pub(crate) fn archived(&self, archive: Archive) -> BoxStream<'static, Result<Bytes>> {
        let (to, from) = mpsc::channel(WAITING);
        let (app, handle) = (self.clone(), Handle::current());
        tokio::task::spawn_blocking(move || {
            let outcome = write(&app, &archive, &handle, to.clone());
            if let Err(error) = outcome {
                // nobody may be there any more
                drop(to.blocking_send(Err(error)));
            }
        });
        stream::unfold(from, |mut from: Receiver<Result<Bytes>>| async {
            from.recv().await.map(|piece| (piece, from))
        })
        .boxed()
    }
}

fn write(app: &App, archive: &Archive, handle: &Handle, to: Sender<Result<Bytes>>) -> Result<()> {
    let key = app.checkpoints.verifying_key();
    let place = note_len(archive.format, key);
    let mut zip = ZipWriter::new_stream(Out::new(to, place));
    let comment = " ".repeat(place);
    zip.set_comment(comment).map_err(|_| broken())?;
    for (name, bytes) in &archive.made {
        zip.start_file(*name, options()).map_err(|_| broken())?;
        zip.write_all(bytes).map_err(|_| broken())?;
    }
    for object in &archive.objects {
        zip.start_file(object.name.as_str(), options())
            .map_err(|_| broken())?;
        let pieces = app.opened_object(archive.case, object.id, &object.key, object.size);
        let mut pieces = handle.block_on(pieces)?;
        let mut found = Running::new();
        while let Some(piece) = handle.block_on(pieces.next()) {
            let piece = piece?;
            found.take(&piece);
            zip.write_all(&piece).map_err(|_| broken())?;
        }
        if hex(&found.end()) != object.sha256 {
            return Err(Error::Damaged("a document is not what was recorded"));
        }
    }
    let out = zip.finish().map_err(|_| broken())?.into_inner();
    out.sign(|hash| {
        let claim = claim(archive.format, key.name(), hash);
        app.checkpoints.sign(&claim).map_err(|_| broken())
    })
}

/// Kept as they are, without a time: the same archive is the same bytes.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644)
}

/// Whoever reads has gone, or the archive cannot be written.
const fn broken() -> Error {
    Error::Damaged("an archive broke off")
}

/// Sends on what is written, but for the last bytes: the place of the signature. Hashes what it sends.
struct Out {
    to: Sender<Result<Bytes>>,
    held: Vec<u8>,
    place: usize,
    hash: Running,
}

impl Out {
    fn new(to: Sender<Result<Bytes>>, place: usize) -> Self {
        Self {
            to,
            held: Vec::with_capacity(PIECE + place),
            place,
            hash: Running::new(),
        }
    }

    fn send(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        let sent = self.to.blocking_send(Ok(bytes.into()));
        sent.map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    /// Sends what may be sent, and keeps the rest.
    fn pass_on(&mut self) -> io::Result<()> {
        let may = self.held.len().saturating_sub(self.place);
        let rest = self.held.split_off(may);
        let piece = std::mem::replace(&mut self.held, rest);
        self.hash.take(&piece);
        self.send(piece)
    }

    /// Puts the signature in its place.
    fn sign(mut self, note: impl FnOnce(&Hash) -> Result<String>) -> Result<()> {
        self.pass_on().map_err(|_| broken())?;
        let note = note(&self.hash.clone().end())?;
        if note.len() != self.place {
            return Err(broken());
        }
        self.send(note.into_bytes()).map_err(|_| broken())
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PIECE + self.place {
            self.pass_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
