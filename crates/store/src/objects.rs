//! Documents: sealed files by random name, in a folder or in an S3-compatible store.
//!
//! Everything that arrives here is ciphertext. A file is written in parts, so memory stays bounded whatever its size;
//! [`Upload::finish`] returns when it is durable (a folder: file and directories are synced to disk before and after the
//! rename), and only then may its row be written. Names are sharded by their first byte: `3f/3f09….sealed`.

use crate::error::{Error, Result};
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt, PutPayload};
use safeconduct_domain::id::DocumentId;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// Bytes gathered before a part is written to a folder.
const FOLDER_PART: usize = 1 << 20;
/// The same for S3, which takes no part under 5 MiB but the last.
#[cfg(feature = "s3")]
const REMOTE_PART: usize = 8 << 20;

/// A store of sealed files. Cheap to clone.
#[derive(Clone)]
pub struct Objects {
    store: Arc<dyn ObjectStore>,
    folder: Option<PathBuf>,
    part: usize,
}

impl std::fmt::Debug for Objects {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Objects({})", self.store)
    }
}

/// A sealed file on its way in. Dropped before [`finish`](Self::finish), it leaves nothing behind.
#[must_use = "an upload counts once it is finished"]
pub struct Upload {
    parts: Box<dyn MultipartUpload>,
    gathered: BytesMut,
    part: usize,
    written: u64,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Upload({} bytes)", self.written)
    }
}

/// A name in the store, as listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub document: DocumentId,
    /// Its size in bytes.
    pub size: u64,
    /// When it was written, UTC milliseconds by the store's clock.
    pub at_ms: i64,
}

impl Objects {
    /// Opens a folder (a path, made if it is not there) or, with the feature `s3`, `s3://bucket/prefix` with the usual
    /// `AWS_…` settings given as pairs.
    ///
    /// # Errors
    /// The folder cannot be made, or the address is not understood.
    pub fn open(address: &str, settings: &[(String, String)]) -> Result<Self> {
        if address.starts_with("s3://") {
            return Self::open_remote(address, settings);
        }
        if address.contains("://") {
            return Err(Error::Address(
                "documents are kept in a folder or at s3://…",
            ));
        }
        let folder = PathBuf::from(address);
        make_private(&folder)?;
        let store = LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true);
        Ok(Self {
            store: Arc::new(store),
            folder: Some(folder),
            part: FOLDER_PART,
        })
    }

    #[cfg(feature = "s3")]
    fn open_remote(address: &str, settings: &[(String, String)]) -> Result<Self> {
        let mut builder = object_store::aws::AmazonS3Builder::new().with_url(address);
        for (name, value) in settings {
            let key = name
                .to_ascii_lowercase()
                .parse()
                .map_err(|_| Error::Address("an unknown S3 setting"))?;
            builder = builder.with_config(key, value);
        }
        let prefix = address.splitn(4, '/').nth(3).unwrap_or_default();
        let store = object_store::prefix::PrefixStore::new(builder.build()?, prefix);
        Ok(Self {
            store: Arc::new(store),
            folder: None,
            part: REMOTE_PART,
        })
    }

    #[cfg(not(feature = "s3"))]
    fn open_remote(_: &str, _: &[(String, String)]) -> Result<Self> {
        Err(Error::Address(
            "this build keeps documents in a folder only (feature `s3`)",
        ))
    }

    /// Begins to write a file. Names are random and never used twice.
    ///
    /// # Errors
    /// The object store's own.
    pub async fn put(&self, document: DocumentId) -> Result<Upload> {
        let parts = self.store.put_multipart(&path(document)).await?;
        Ok(Upload {
            parts,
            gathered: BytesMut::new(),
            part: self.part,
            written: 0,
        })
    }

    /// A file as a stream of pieces. Gives nothing if there is none of that name.
    ///
    /// # Errors
    /// The object store's own, here or within the stream.
    pub async fn get(
        &self,
        document: DocumentId,
    ) -> Result<Option<impl Stream<Item = Result<Bytes>> + Send + Unpin + 'static>> {
        match self.store.get(&path(document)).await {
            Ok(found) => Ok(Some(found.into_stream().map_err(Error::from))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes a file. Succeeds if there is none of that name.
    ///
    /// # Errors
    /// The object store's own.
    pub async fn delete(&self, document: DocumentId) -> Result<()> {
        match self.store.delete(&path(document)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Every complete file, in no order.
    ///
    /// # Errors
    /// The object store's own, within the stream. Names that are not ours are left out.
    pub fn list(&self) -> impl Stream<Item = Result<Listed>> + Send + Unpin + 'static {
        self.store
            .list(None)
            .map_err(Error::from)
            .try_filter_map(|found| {
                std::future::ready(Ok(document(&found.location).map(|document| Listed {
                    document,
                    size: found.size,
                    at_ms: found.last_modified.timestamp_millis(),
                })))
            })
    }

    /// Folders only: deletes unfinished files of uploads that a crash cut off, if they were last written before a moment
    /// (UTC milliseconds); gives their number. (Object stores do that by a rule of the bucket.)
    ///
    /// # Errors
    /// The folder cannot be read.
    pub async fn sweep_unfinished(&self, before_ms: i64) -> Result<u64> {
        let Some(folder) = self.folder.clone() else {
            return Ok(0);
        };
        let swept = tokio::task::spawn_blocking(move || sweep(&folder, before_ms)).await;
        swept.map_err(|_| Error::Busy)?
    }
}

impl Upload {
    /// Takes the next piece.
    ///
    /// # Errors
    /// The object store's own.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.written += bytes.len() as u64;
        self.gathered.extend_from_slice(bytes);
        while self.gathered.len() >= self.part {
            let part = self.gathered.split_to(self.part).freeze();
            self.parts.put_part(PutPayload::from_bytes(part)).await?;
        }
        Ok(())
    }

    /// Writes the rest and makes the file durable and visible; gives its size in bytes.
    ///
    /// # Errors
    /// The object store's own; nothing is left behind then.
    pub async fn finish(mut self) -> Result<u64> {
        let outcome = self.complete().await;
        if outcome.is_err() {
            // What failed is already being reported.
            drop(self.parts.abort().await);
        }
        outcome.map(|()| self.written)
    }

    async fn complete(&mut self) -> Result<()> {
        if !self.gathered.is_empty() {
            let rest = self.gathered.split().freeze();
            self.parts.put_part(PutPayload::from_bytes(rest)).await?;
        }
        self.parts.complete().await?;
        Ok(())
    }

    /// Gives the upload up.
    ///
    /// # Errors
    /// The object store's own.
    pub async fn abort(mut self) -> Result<()> {
        Ok(self.parts.abort().await?)
    }
}

fn path(document: DocumentId) -> Path {
    let name = document.to_string();
    let shard = name.get(..2).unwrap_or_default();
    Path::from_iter([shard, &format!("{name}.sealed")])
}

fn document(path: &Path) -> Option<DocumentId> {
    path.filename()?.strip_suffix(".sealed")?.parse().ok()
}

fn make_private(folder: &std::path::Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    Ok(builder.create(folder)?)
}

fn sweep(folder: &std::path::Path, before_ms: i64) -> Result<u64> {
    let mut swept = 0;
    for shard in std::fs::read_dir(folder)? {
        let shard = shard?;
        if !shard.file_type()?.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(shard.path())? {
            let file = file?;
            // `object_store` writes to `NAME#1` and renames at the end.
            let unfinished = file.file_name().to_string_lossy().contains(".sealed#");
            let written = file.metadata()?.modified()?;
            let written_ms = written
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| since.as_millis());
            if unfinished && i128::try_from(written_ms).is_ok_and(|ms| ms < i128::from(before_ms)) {
                std::fs::remove_file(file.path())?;
                swept += 1;
            }
        }
    }
    Ok(swept)
}
