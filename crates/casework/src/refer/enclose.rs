//! The documents that come with a referral: sealed and durable before anything is committed.

use super::Enclosed;
use crate::app::App;
use crate::document::hex;
use crate::error::Result;
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_domain::referral::Document;
use safeconduct_vault::document::Sealer;
use safeconduct_vault::place::Place;
use safeconduct_vault::random;
use safeconduct_vault::secret::Key32;

/// Bytes sealed at a time.
const PIECE: usize = 64 * 1024;

/// A document in the store, not yet in any case.
pub(super) struct Sealed {
    /// What the case will say of it, but for whom it is about.
    pub(super) document: Document,
    /// The place of the person it is about.
    pub(super) person: Option<usize>,
}

impl App {
    /// Seals every document into the store; when one fails, those before it are deleted again.
    pub(super) async fn seal_enclosed(
        &self,
        case: CaseId,
        documents: &[Enclosed],
    ) -> Result<Vec<Sealed>> {
        let mut sealed = Vec::with_capacity(documents.len());
        for enclosed in documents {
            match self.seal_one(case, enclosed).await {
                Ok(one) => sealed.push(one),
                Err(error) => {
                    self.drop_enclosed(&sealed).await;
                    return Err(error);
                }
            }
        }
        Ok(sealed)
    }

    async fn seal_one(&self, case: CaseId, enclosed: &Enclosed) -> Result<Sealed> {
        let id = DocumentId::from_bytes(random::fresh_id());
        let key = Key32::fresh();
        let mut sealer = Sealer::new(&key, &Place::Document { case, document: id });
        let mut upload = self.objects.put(id).await?;
        let mut out = Vec::new();
        for piece in enclosed.content.chunks(PIECE) {
            out.clear();
            sealer.push(piece, &mut out)?;
            upload.write(&out).await?;
        }
        let end = loop {
            out.clear();
            let end = sealer.end(&mut out)?;
            upload.write(&out).await?;
            if let Some(end) = end {
                break end;
            }
        };
        upload.finish().await?;
        let document = Document {
            id,
            name: enclosed.name.clone(),
            kind: enclosed.kind.clone(),
            person: None,
            size: end.plain_len,
            sealed_size: end.sealed_len,
            sha256: hex(&end.sha256),
            key: hex(key.expose()),
            withdrawn: None,
        };
        Ok(Sealed {
            document,
            person: enclosed.person,
        })
    }

    /// Deletes what no case came to hold. What cannot be deleted now is ciphertext without a key.
    pub(super) async fn drop_enclosed(&self, sealed: &[Sealed]) {
        for one in sealed {
            if self.objects.delete(one.document.id).await.is_err() {
                tracing::warn!(document = %one.document.id, "an object without a case could not be deleted");
            }
        }
    }
}
