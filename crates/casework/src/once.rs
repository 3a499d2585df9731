//! The same form or request sent twice acts once, and a key that comes back with another request is refused.
//!
//! What is stored is a blinded key and, beside it, the case it led to with a blinded print of what was asked. Neither
//! says anything to whoever reads the table.

use crate::app::App;
use crate::document::hex;
use crate::error::{Error, Result};
use crate::session::Session;
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_domain::refused::Refused;
use safeconduct_store::Tx;
use safeconduct_store::once::Once as Claimed;
use safeconduct_vault::secret::Purpose as Blind;

/// A form's token or a program's key: the same one acts once.
#[derive(Debug, Clone)]
pub struct Once {
    key: [u8; 32],
    print: Option<[u8; 32]>,
}

impl App {
    /// The token of a form, for this session's person.
    #[must_use]
    pub fn once(&self, session: &Session, token: &str) -> Once {
        let text = [session.user.as_bytes().as_slice(), token.as_bytes()].concat();
        Once {
            key: self.keys.pepper.blind(Blind::Once, &text),
            print: None,
        }
    }

    /// The key of a program's request and the request itself: the same key with another request is refused.
    #[must_use]
    pub fn once_for(&self, session: &Session, key: &str, request: &[u8]) -> Once {
        let print = safeconduct_journal::hash::sha256(request);
        Once {
            print: Some(self.keys.pepper.blind(Blind::Once, &print)),
            ..self.once(session, &format!("api:{key}"))
        }
    }

    /// Whether a key was used before, without claiming it: for work that is not worth beginning then.
    ///
    /// # Errors
    /// [`Error::Repeated`] or [`Error::Refused`], as the act itself would give; the store's own.
    pub async fn unused(&self, once: &Once) -> Result<()> {
        let key = once.key;
        let found = self
            .db
            .read(move |r| r.once(&key).map_err(Error::from))
            .await?;
        found.map_or(Ok(()), |outcome| {
            Err(once.repeated(outcome.as_deref(), None))
        })
    }

    /// The document that a key led to, if it was used for one.
    ///
    /// # Errors
    /// The store's own.
    pub async fn document_of(&self, once: &Once) -> Result<Option<DocumentId>> {
        let key = once.key;
        let found = self
            .db
            .read(move |r| r.once(&key).map_err(Error::from))
            .await?;
        let outcome = found.flatten().unwrap_or_default();
        Ok(outcome.split(' ').nth(2).and_then(|d| d.parse().ok()))
    }
}

impl Once {
    /// Claims the key within an act.
    ///
    /// # Errors
    /// [`Error::Repeated`] with the case it led to, or `id`, when it was used before; a refusal when it was used for
    /// something else.
    pub(crate) fn claim(&self, tx: &mut Tx<'_>, now: i64, id: Option<CaseId>) -> Result<()> {
        match tx.claim_once(&self.key, now)? {
            Claimed::New => Ok(()),
            Claimed::Done(outcome) => Err(self.repeated(outcome.as_deref(), id)),
        }
    }

    /// Records what came of it, within the same act: the case, and the document that was added to it.
    pub(crate) fn settle(
        &self,
        tx: &mut Tx<'_>,
        case: CaseId,
        document: Option<DocumentId>,
    ) -> Result<()> {
        let print = self.print.as_ref().map_or_else(String::new, |p| hex(p));
        let document = document.map_or_else(String::new, |d| d.to_string());
        let outcome = format!("{case} {print} {document}");
        Ok(tx.set_once_outcome(&self.key, outcome.trim_end())?)
    }

    fn repeated(&self, outcome: Option<&str>, id: Option<CaseId>) -> Error {
        let mut parts = outcome.unwrap_or_default().split(' ');
        let case = parts.next().unwrap_or_default();
        let print = parts.next().unwrap_or_default();
        let other = self
            .print
            .is_some_and(|ours| !print.is_empty() && hex(&ours) != print);
        if other {
            return Refused::by("key-used-before").into();
        }
        Error::Repeated(case.parse().ok().or(id))
    }
}
