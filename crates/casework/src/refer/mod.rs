//! A complete referral from a partner's system, in one call: all of it in one transaction, or nothing.
//!
//! Every part is an act of its own, by the same table and the same rules as on the pages. It ends awaiting approval,
//! because the status of a human rights defender is attested by a person, never by a program; or, when documents are
//! still to follow, it ends in preparation.

mod enclose;
mod read;
mod schema;
#[cfg(test)]
mod tests;

pub use read::{Packet, read_json};
pub use schema::schema;

use crate::app::App;
use crate::case::{Begun, Done};
use crate::error::{Error, Result};
use crate::once::Once;
use crate::pen::Pen;
use crate::session::Session;
use enclose::Sealed;
use safeconduct_domain::access::{self, Action};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::person::Details;
use safeconduct_domain::referral::{Consent, Contact, Declaration, Open, Risk, Work};
use safeconduct_store::Tx;
use safeconduct_store::object::{ObjectState, StoredObject};
use safeconduct_vault::random;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The most bytes all documents of one call may have together: 20 MB. Larger ones follow one by one.
pub const LARGEST: usize = 20 * 1000 * 1000;
/// The most persons in one call.
pub const MOST_PERSONS: usize = 50;
/// The most documents in one call.
pub const MOST_DOCUMENTS: usize = 100;

/// A document that comes with the referral.
#[derive(Clone)]
pub struct Enclosed {
    /// The file name as given.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// Whom it is about: a place among the persons.
    pub person: Option<usize>,
    /// Its bytes.
    pub content: Zeroizing<Vec<u8>>,
}

/// A complete referral, read and checked.
#[derive(Clone)]
pub struct Referral {
    /// Reference, origin, language of correspondence.
    pub open: Open,
    /// Human-rights work.
    pub work: Work,
    /// Risk.
    pub risk: Risk,
    /// Declaration of the applicant.
    pub declaration: Declaration,
    /// Safe contact.
    pub contact: Contact,
    /// Everybody.
    pub persons: Vec<Details>,
    /// Consents, each with the place of its person; the person named in it does not count.
    pub consents: Vec<(usize, Consent)>,
    /// Documents.
    pub documents: Vec<Enclosed>,
    /// Further documents come afterwards, and the approval is asked for then.
    pub documents_follow: bool,
}

macro_rules! hidden { ($($t:ty),*) => {$(impl std::fmt::Debug for $t {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(concat!(stringify!($t), "(…)")) }
})*} }
hidden!(Enclosed, Referral);

impl App {
    /// Refers: opens the case, records everything, adds the documents and asks for approval, in one commit. The
    /// documents are durable before it, and deleted again when it does not happen.
    ///
    /// # Errors
    /// [`Error::NotNow`] for anybody but a partner's caseworker; the refusal of the first act that is refused;
    /// [`Error::Repeated`] with the case when the key was used before.
    pub async fn refer(
        &self,
        session: &Arc<Session>,
        referral: Referral,
        once: Once,
    ) -> Result<Done> {
        let actor = session.actor(Vec::new())?;
        access::permit(&actor, Action::Do(Kind::Open), &Case::default())?;
        self.unused(&once).await?;
        let case = CaseId::from_bytes(random::fresh_id());
        let referral = Arc::new(referral);
        let sealed = Arc::new(self.seal_enclosed(case, &referral.documents).await?);
        let (app, session) = (self.clone(), Arc::clone(session));
        let (all, kept) = (Arc::clone(&referral), Arc::clone(&sealed));
        let done = self
            .db
            .write(move |tx| {
                once.claim(tx, app.now_ms(), None)?;
                let mut pen = app.pen(tx, &session)?;
                let begun = app.refer_in(tx, &session, &mut pen, case, &all, &kept)?;
                app.project(tx, session.team()?, None, &begun.case, &pen)?;
                once.settle(tx, case, None)?;
                Ok::<_, Error>(tx.commit(pen.entries(), Done { case })?)
            })
            .await;
        // a database that broke off may have committed: then the documents are wanted
        if done.as_ref().is_err_and(|e| !matches!(e, Error::Store(_))) {
            self.drop_enclosed(&sealed).await;
        }
        done
    }

    fn refer_in(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        pen: &mut Pen<'_>,
        case: CaseId,
        all: &Referral,
        sealed: &[Sealed],
    ) -> Result<Begun> {
        let mut begun = Begun::fresh(case);
        let parts = [
            Act::Open(all.open.clone()),
            Act::RecordWork(all.work.clone()),
            Act::RecordRisk(all.risk.clone()),
            Act::RecordDeclaration(all.declaration.clone()),
            Act::SetContact(all.contact.clone()),
        ];
        for act in parts {
            self.step(tx, session, &mut begun, pen, act)?;
        }
        for details in &all.persons {
            self.step(
                tx,
                session,
                &mut begun,
                pen,
                Act::AddPerson(details.clone()),
            )?;
        }
        for (at, consent) in &all.consents {
            let consent = Consent {
                person: person(&begun, *at)?,
                ..consent.clone()
            };
            self.step(tx, session, &mut begun, pen, Act::RecordConsent(consent))?;
        }
        for one in sealed {
            let mut document = one.document.clone();
            document.person = one.person.map(|at| person(&begun, at)).transpose()?;
            tx.put_object(&StoredObject {
                document: document.id,
                case,
                size: document.sealed_size,
                state: ObjectState::Kept,
                at_ms: pen.at_ms,
            })?;
            self.step(tx, session, &mut begun, pen, Act::AddDocument(document))?;
        }
        if !all.documents_follow {
            self.step(tx, session, &mut begun, pen, Act::RequestApproval {})?;
        }
        Ok(begun)
    }
}

/// The pseudonym of the person at a place.
fn person(begun: &Begun, at: usize) -> Result<PersonId> {
    let found = begun.case.referral.persons.get(at);
    found
        .map(|p| p.id)
        .ok_or(Error::Damaged("a referral names a person it does not have"))
}
