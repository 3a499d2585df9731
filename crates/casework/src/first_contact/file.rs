//! Files of a first contact: sealed while they arrive, opened while they leave, as documents are.

use super::{App, Thread};
use crate::document::{ended, hex, opened_at};
use crate::error::{Error, Result};
use crate::session::Session;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use safeconduct_domain::first_contact::{File, What, may_add};
use safeconduct_domain::id::{CourierId, DocumentId};
use safeconduct_domain::refused::{Refused, require};
use safeconduct_store::objects::Upload;
use safeconduct_vault::document::Sealer;
use safeconduct_vault::place::Place;
use safeconduct_vault::random;
use safeconduct_vault::receipt::ReceiptCode;
use safeconduct_vault::secret::{Key32, Purpose};
use std::sync::Arc;

/// The largest file of a first contact: 20 MB.
const LARGEST: u64 = 20 * 1000 * 1000;

/// A file on its way in: memory stays bounded whatever its size.
pub struct Enclosing {
    code: ReceiptCode,
    document: DocumentId,
    key: Key32,
    sealer: Sealer,
    upload: Upload,
    out: Vec<u8>,
    taken: u64,
}

impl std::fmt::Debug for Enclosing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Enclosing({}, …)", self.document)
    }
}

impl Enclosing {
    /// Takes the next piece.
    ///
    /// # Errors
    /// [`Error::Refused`] with `file-too-large` beyond 20 MB; the store's own.
    pub async fn push(&mut self, piece: &[u8]) -> Result<()> {
        self.taken += piece.len() as u64;
        require(self.taken <= LARGEST, || {
            Refused::by("file-too-large").with("megabytes", (LARGEST / 1_000_000).to_string())
        })?;
        self.out.clear();
        self.sealer.push(piece, &mut self.out)?;
        Ok(self.upload.write(&self.out).await?)
    }

    /// Gives it up; nothing stays behind.
    ///
    /// # Errors
    /// The object store's own.
    pub async fn abandon(self) -> Result<()> {
        Ok(self.upload.abort().await?)
    }

    /// Bytes taken so far.
    #[must_use]
    pub const fn taken(&self) -> u64 {
        self.taken
    }
}

impl App {
    /// Begins a file, if the thread takes one more.
    ///
    /// # Errors
    /// As [`App::come_back`] and [`may_add`].
    pub async fn enclose(&self, code: &ReceiptCode) -> Result<Enclosing> {
        let thread = self.come_back(code).await?;
        let document = DocumentId::from_bytes(random::fresh_id());
        let key = Key32::fresh();
        may_add(&thread.messages, &What::File(file(document, &key, "", 0)))?;
        let place = place(thread.id, document);
        Ok(Enclosing {
            code: code.clone(),
            document,
            sealer: Sealer::new(&key, &place),
            key,
            upload: self.objects.put(document).await?,
            out: Vec::new(),
            taken: 0,
        })
    }

    /// Ends it: the object is durable, then the message is committed. A form's token sent again counts once.
    ///
    /// # Errors
    /// As [`App::add_to_first_contact`]; the object is deleted again when it is refused.
    pub async fn enclosed_as(&self, incoming: Enclosing, name: &str, once: &str) -> Result<()> {
        let Enclosing {
            code,
            document,
            key,
            mut sealer,
            upload,
            ..
        } = incoming;
        let sealed = ended(&mut sealer, upload).await?;
        let what = What::File(file(document, &key, name, sealed.plain_len));
        let token = [code.expose(), once].concat();
        let token = self.keys.pepper.blind(Purpose::Once, token.as_bytes());
        let added = self.add_once(&code, what, Some(token)).await;
        // a database that broke off may have committed: then the object is wanted
        let wanted = matches!(&added, Ok(true) | Err(Error::Store(_)));
        if !wanted {
            self.objects.delete(document).await?;
        }
        added.map(drop)
    }

    /// A file of a thread, for the partner. Looking is an entry.
    ///
    /// # Errors
    /// As [`App::first_contact`]; [`Error::Absent`] when there is no such file.
    pub async fn fetch_enclosed_file(
        &self,
        session: &Arc<Session>,
        id: CourierId,
        document: DocumentId,
    ) -> Result<(File, BoxStream<'static, Result<Bytes>>)> {
        let thread: Thread = self.first_contact(session, id).await?;
        let file = thread.messages.into_iter().find_map(|m| match m.what {
            What::File(file) if file.document == document => Some(file),
            _ => None,
        });
        let file = file.ok_or(Error::Absent)?;
        self.look_at_contacts(session, format!("first contact file {document}"))
            .await?;
        let pieces = self.enclosed(id, &file).await?;
        Ok((file, pieces))
    }

    pub(super) async fn enclosed(
        &self,
        id: CourierId,
        file: &File,
    ) -> Result<BoxStream<'static, Result<Bytes>>> {
        let place = place(id, file.document);
        opened_at(self, file.document, &place, &file.key, file.size).await
    }
}

fn file(document: DocumentId, key: &Key32, name: &str, size: u64) -> File {
    File {
        document,
        key: hex(key.expose()),
        name: name.to_owned(),
        size,
    }
}

const fn place(courier: CourierId, document: DocumentId) -> Place {
    Place::Enclosure { courier, document }
}
