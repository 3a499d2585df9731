//! Documents: streamed, sealed on the way, never in clear on any disk. The row comes after the object is durable.

use crate::app::App;
use crate::case::{Begun, Done};
use crate::error::{Error, Result};
use crate::once::Once;
use crate::session::Session;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt as _};
use safeconduct_domain::access::{self, Action};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::id::{CaseId, DocumentId, PersonId};
use safeconduct_domain::referral::Document;
use safeconduct_domain::refused::Refused;
use safeconduct_store::object::{ObjectState, StoredObject};
use safeconduct_store::objects::Upload;
use safeconduct_vault::document::{Opener, Sealed, Sealer};
use safeconduct_vault::place::Place;
use safeconduct_vault::random;
use safeconduct_vault::secret::Key32;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The largest document: 100 MB.
pub const LARGEST: u64 = 100 * 1000 * 1000;

/// A document on its way into the store: memory stays bounded whatever its size.
pub struct Incoming {
    session: Arc<Session>,
    case: CaseId,
    id: DocumentId,
    key: Key32,
    sealer: Sealer,
    upload: Option<Upload>,
    out: Vec<u8>,
    taken: u64,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Incoming({}, …)", self.id)
    }
}

/// What is said of a document besides its bytes.
#[derive(Clone)]
pub struct Label {
    /// The file name as given.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// Whom it is about.
    pub person: Option<PersonId>,
}

impl std::fmt::Debug for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Label(…)")
    }
}

impl App {
    /// Begins an upload, after asking whether this person may add a document to this case now.
    ///
    /// # Errors
    /// [`Error::Absent`], [`Error::NotNow`]; the store's own.
    pub async fn receive(&self, session: &Arc<Session>, case: CaseId) -> Result<Incoming> {
        let view = self.look(session, case, "document").await?;
        access::permit(&view.actor, Action::Do(Kind::AddDocument), &view.case)?;
        let id = DocumentId::from_bytes(random::fresh_id());
        let key = Key32::fresh();
        let sealer = Sealer::new(&key, &Place::Document { case, document: id });
        let upload = Some(self.objects.put(id).await?);
        Ok(Incoming {
            session: Arc::clone(session),
            case,
            id,
            key,
            sealer,
            upload,
            out: Vec::new(),
            taken: 0,
        })
    }

    /// Ends an upload: the object is durable, then the entry is committed.
    ///
    /// # Errors
    /// As [`App::act`]; the object is deleted again when the act is refused.
    pub async fn keep(
        &self,
        mut incoming: Incoming,
        label: Label,
        once: Option<Once>,
    ) -> Result<Done> {
        let upload = incoming.upload.take();
        let upload = upload.ok_or(Error::Damaged("an upload ended twice"))?;
        let sealed = ended(&mut incoming.sealer, upload).await?;
        let document = Document {
            id: incoming.id,
            name: label.name,
            kind: label.kind,
            person: label.person,
            size: sealed.plain_len,
            sealed_size: sealed.sealed_len,
            sha256: hex(&sealed.sha256),
            key: hex(incoming.key.expose()),
            withdrawn: None,
        };
        let brought = Brought {
            document: document.id,
            sealed_size: document.sealed_size,
        };
        let act = Act::AddDocument(document);
        let (session, case) = (&incoming.session, incoming.case);
        self.act_bringing(session, case, brought, act, once, |_| Ok(()))
            .await
    }

    /// Does an act that brings a sealed object along: its row is written with the act's entries. When the act does not
    /// happen, the object goes again.
    pub(crate) async fn act_bringing(
        &self,
        session: &Arc<Session>,
        case: CaseId,
        brought: Brought,
        act: Act,
        once: Option<Once>,
        prepare: impl Fn(&mut Begun) -> Result<()> + Send + 'static,
    ) -> Result<Done> {
        let (app, session) = (self.clone(), Arc::clone(session));
        let document = brought.document;
        // what is added as a document is told to whoever asks again what became of it
        let told = matches!(act, Act::AddDocument(_)).then_some(document);
        let done = self
            .db
            .write(move |tx| {
                let mut begun = app.begin_act(tx, &session, Some(case), once.as_ref())?;
                prepare(&mut begun)?;
                let (done, pen) = app.act_in(tx, &session, begun, act.clone())?;
                tx.put_object(&StoredObject {
                    document,
                    case,
                    size: brought.sealed_size,
                    state: ObjectState::Kept,
                    at_ms: app.now_ms(),
                })?;
                if let Some(once) = &once {
                    once.settle(tx, case, told)?;
                }
                Ok(tx.commit(pen.entries(), done)?)
            })
            .await;
        // a database that broke off may have committed: then the object is wanted
        if done.as_ref().is_err_and(|e| !matches!(e, Error::Store(_))) {
            self.objects.delete(document).await?;
        }
        done
    }

    /// Opens a document: an entry of its own each time, committed before the first byte leaves. Gives its label and
    /// its content as a stream; a piece that does not open ends the stream with an error.
    ///
    /// # Errors
    /// [`Error::Absent`] when the case or the document is not there for this person.
    pub async fn fetch(
        &self,
        session: &Arc<Session>,
        case: CaseId,
        id: DocumentId,
    ) -> Result<(Document, BoxStream<'static, Result<Bytes>>)> {
        let view = self
            .look_recorded(session, case, &format!("document {id}"), Action::Download)
            .await?;
        let document = view
            .case
            .referral
            .documents
            .iter()
            .find(|d| d.id == id)
            .cloned()
            .ok_or(Error::Absent)?;
        let stream = self
            .opened_object(case, id, &document.key, document.size)
            .await?;
        Ok((document, stream))
    }

    /// A sealed object's content, by its key in hexadecimal and its true length.
    pub(crate) async fn opened_object(
        &self,
        case: CaseId,
        id: DocumentId,
        key: &str,
        size: u64,
    ) -> Result<BoxStream<'static, Result<Bytes>>> {
        opened_at(self, id, &Place::Document { case, document: id }, key, size).await
    }

    /// Seals something that is in memory as a whole under a key of its own, and keeps it.
    pub(crate) async fn seal_whole(&self, case: CaseId, plain: &[u8]) -> Result<Whole> {
        let id = DocumentId::from_bytes(random::fresh_id());
        let key = Key32::fresh();
        let mut sealer = Sealer::new(&key, &Place::Document { case, document: id });
        let mut upload = self.objects.put(id).await?;
        let mut out = Vec::new();
        sealer.push(plain, &mut out)?;
        upload.write(&out).await?;
        let sealed = ended(&mut sealer, upload).await?;
        Ok(Whole {
            id,
            key,
            sealed_size: sealed.sealed_len,
        })
    }
}

/// The content of an object sealed at a place, by its key in hexadecimal and its true length.
pub(crate) async fn opened_at(
    app: &App,
    id: DocumentId,
    place: &Place,
    key: &str,
    size: u64,
) -> Result<BoxStream<'static, Result<Bytes>>> {
    let key = unhex(key).ok_or(Error::Damaged("a document without key"))?;
    let opener = Opener::new(&Key32::from_bytes(*key), place, size);
    let sealed = app.objects.get(id).await?;
    let sealed = sealed.ok_or(Error::Damaged("a document's object is missing"))?;
    Ok(opened(sealed.boxed(), opener).boxed())
}

/// A sealed object that an act brings along, durable already.
#[derive(Clone, Copy)]
pub(crate) struct Brought {
    pub(crate) document: DocumentId,
    /// Length of the sealed object in bytes.
    pub(crate) sealed_size: u64,
}

/// Writes what the sealer still holds; the object is durable then.
pub(crate) async fn ended(sealer: &mut Sealer, mut upload: Upload) -> Result<Sealed> {
    let mut out = Vec::new();
    loop {
        out.clear();
        let end = sealer.end(&mut out)?;
        upload.write(&out).await?;
        if let Some(end) = end {
            upload.finish().await?;
            return Ok(end);
        }
    }
}

/// Something sealed as a whole.
pub(crate) struct Whole {
    pub(crate) id: DocumentId,
    pub(crate) key: Key32,
    /// Length of the sealed object in bytes.
    pub(crate) sealed_size: u64,
}

/// All of a stream.
pub(crate) async fn gathered(mut stream: BoxStream<'static, Result<Bytes>>) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    while let Some(piece) = stream.next().await {
        all.extend_from_slice(&piece?);
    }
    Ok(all)
}

impl Incoming {
    /// Takes the next piece.
    ///
    /// # Errors
    /// [`Error::Refused`] with `file-too-large` beyond [`LARGEST`]; the store's own.
    pub async fn push(&mut self, piece: &[u8]) -> Result<()> {
        self.taken += piece.len() as u64;
        if self.taken > LARGEST {
            return Err(Refused::by("file-too-large")
                .with("megabytes", (LARGEST / 1_000_000).to_string())
                .into());
        }
        self.out.clear();
        self.sealer.push(piece, &mut self.out)?;
        if let Some(upload) = self.upload.as_mut() {
            upload.write(&self.out).await?;
        }
        Ok(())
    }

    /// Its name in the case.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Bytes taken so far.
    #[must_use]
    pub const fn taken(&self) -> u64 {
        self.taken
    }

    /// Gives it up; nothing stays behind.
    ///
    /// # Errors
    /// The object store's own.
    pub async fn abandon(mut self) -> Result<()> {
        match self.upload.take() {
            Some(upload) => Ok(upload.abort().await?),
            None => Ok(()),
        }
    }
}

/// Opens a stream of sealed pieces.
fn opened(
    sealed: BoxStream<'static, safeconduct_store::Result<Bytes>>,
    opener: Opener,
) -> impl Stream<Item = Result<Bytes>> + Send {
    futures_util::stream::unfold(Some((sealed, opener)), |state| async move {
        let (mut sealed, mut opener) = state?;
        loop {
            let mut out = Zeroizing::new(Vec::new());
            match sealed.next().await {
                Some(Ok(piece)) => match opener.push(&piece, &mut out) {
                    Ok(()) if out.is_empty() => {}
                    Ok(()) => {
                        return Some((Ok(Bytes::copy_from_slice(&out)), Some((sealed, opener))));
                    }
                    Err(_) => return Some((Err(Error::Damaged("a document does not open")), None)),
                },
                Some(Err(error)) => return Some((Err(error.into()), None)),
                None => {
                    let end = opener.finish(&mut out);
                    let last = end
                        .map(|()| Bytes::copy_from_slice(&out))
                        .map_err(|_| Error::Damaged("a document does not open"));
                    return Some((last, None));
                }
            }
        }
    })
}

/// The ending of a file's name with its dot, if it is a plain one.
#[must_use]
pub fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let plain =
        (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    if plain {
        format!(".{}", ending.to_ascii_lowercase())
    } else {
        String::new()
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn unhex(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut out = Zeroizing::new([0; 32]);
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(out)
}
