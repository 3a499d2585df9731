//! A record as one file, written as it is read: a ZIP archive without compression, whose comment is the signature.

use super::{DATA, PAPER, Record, claim, note_len};
use crate::app::App;
use crate::document::hex;
use crate::error::{Error, Result};
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use safeconduct_journal::Running;
use safeconduct_journal::hash::{Hash, sha256};
use std::io::{self, Write};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{self, Receiver, Sender};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Bytes sent at a time.
const PIECE: usize = 64 * 1024;
/// Pieces that may wait.
const WAITING: usize = 4;

/// Everything of an archive, in pieces.
pub(super) fn stream(
    app: App,
    record: Record,
    paper: Vec<u8>,
) -> BoxStream<'static, Result<Bytes>> {
    let (to, from) = mpsc::channel(WAITING);
    let handle = Handle::current();
    tokio::task::spawn_blocking(move || {
        let outcome = write(&app, &record, &paper, &handle, to.clone());
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

fn write(
    app: &App,
    record: &Record,
    paper: &[u8],
    handle: &Handle,
    to: Sender<Result<Bytes>>,
) -> Result<()> {
    let key = app.checkpoints.verifying_key();
    let place = note_len(key);
    let mut zip = ZipWriter::new_stream(Out::new(to, place));
    let comment = " ".repeat(place);
    zip.set_comment(comment).map_err(|_| broken())?;
    let hash = hex(&sha256(paper));
    let data = record.data(key.name(), (&hash, paper.len())).to_string();
    for (name, bytes) in [(PAPER, paper), (DATA, data.as_bytes())] {
        zip.start_file(name, options()).map_err(|_| broken())?;
        zip.write_all(bytes).map_err(|_| broken())?;
    }
    for file in &record.files {
        zip.start_file(file.name.as_str(), options())
            .map_err(|_| broken())?;
        let pieces = app.opened_object(record.id, file.object, &file.key, file.size);
        let mut pieces = handle.block_on(pieces)?;
        let mut found = Running::new();
        while let Some(piece) = handle.block_on(pieces.next()) {
            let piece = piece?;
            found.take(&piece);
            zip.write_all(&piece).map_err(|_| broken())?;
        }
        if hex(&found.end()) != file.sha256 {
            return Err(Error::Damaged("a document is not what was recorded"));
        }
    }
    let out = zip.finish().map_err(|_| broken())?.into_inner();
    out.sign(|hash| {
        let claim = claim(key.name(), hash);
        app.checkpoints.sign(&claim).map_err(|_| broken())
    })
}

/// Kept as they are, without a time: the same record is the same bytes.
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
