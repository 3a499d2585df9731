//! First contacts on the partner's desk: who waits, one thread, an answer, declining many at once, a referral.

use super::{App, Thread, append, messages, opened, partner_of};
use crate::document::Label;
use crate::error::{Error, Result};
use crate::once::Once;
use crate::session::{Session, Team};
use futures_util::StreamExt as _;
use safeconduct_domain::access::Role;
use safeconduct_domain::act::Act;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::{Event, Purpose};
use safeconduct_domain::first_contact::{Message, What, reason_to_decline};
use safeconduct_domain::id::{CaseId, CourierId};
use safeconduct_domain::policy::DeadlineId;
use safeconduct_domain::referral::Open;
use safeconduct_store::first_contact::ContactState;
use safeconduct_store::{Read, Tx};
use safeconduct_vault::courier::Courier;
use std::sync::Arc;

/// The kind of document a file becomes when a referral is begun.
const KIND: &str = "other";

/// Whether somebody reads first contacts: caseworkers and supervisors of a partner.
#[must_use]
pub fn reads_first_contacts(session: &Session) -> bool {
    let team = session.team.as_ref();
    let partner = team.is_some_and(|team| team.purpose == Purpose::Partner);
    partner && (session.has(Role::Caseworker) || session.has(Role::Supervisor))
}

fn team(session: &Session) -> Result<&Team> {
    match session
        .team
        .as_ref()
        .filter(|_| reads_first_contacts(session))
    {
        Some(team) => Ok(team),
        None => Err(Error::Absent),
    }
}

impl App {
    /// The threads that the session's group can read, those that wait first, then the oldest. Looking is an entry.
    ///
    /// # Errors
    /// [`Error::Absent`] for whoever is no caseworker or supervisor of a partner.
    pub async fn first_contacts(&self, session: &Arc<Session>) -> Result<Vec<Thread>> {
        team(session)?;
        self.take_in(session).await?;
        self.look_at_contacts(session, "first contacts".to_owned())
            .await?;
        let session = Arc::clone(session);
        let found = self.db.read(move |r| {
            let team = team(&session)?;
            let partner = partner_of(r, team.id)?;
            let mut threads: Vec<Thread> = Vec::new();
            for row in r.contact_threads(team.id)? {
                let Some(home) = row.home else { continue };
                let courier = Courier::open_home(&team.secret, row.courier, &home)?;
                let sealed = row.messages.iter().map(|(n, m)| (*n, m.as_slice()));
                threads.push(Thread {
                    id: row.courier,
                    partner: partner.clone(),
                    messages: opened(&courier, sealed)?,
                });
            }
            Ok::<_, Error>(threads)
        });
        let mut found = found.await?;
        found.sort_by_key(|t| (t.state(), t.messages.last().map(|m| m.on), t.id));
        Ok(found)
    }

    /// One thread. Looking is an entry.
    ///
    /// # Errors
    /// [`Error::Absent`] when it is not there for this person.
    pub async fn first_contact(&self, session: &Arc<Session>, id: CourierId) -> Result<Thread> {
        team(session)?;
        self.take_in(session).await?;
        let looking = Arc::clone(session);
        let thread = self
            .db
            .read(move |r| thread(r, team(&looking)?, id))
            .await?;
        self.look_at_contacts(session, format!("first contact {id}"))
            .await?;
        Ok(thread.0)
    }

    /// Answers.
    ///
    /// # Errors
    /// As [`App::first_contact`] and [`safeconduct_domain::first_contact::may_add`].
    pub async fn answer_first_contact(
        &self,
        session: &Arc<Session>,
        id: CourierId,
        text: String,
    ) -> Result<()> {
        let event = Event::FirstContactAnswered { contact: id };
        self.say(session, id, What::Answer(text), event).await
    }

    /// Declines some at once. Of each nothing stays but the answer, which opens for whoever has the code; it is destroyed
    /// when its time is over. Whoever was declined before is passed over.
    ///
    /// # Errors
    /// As [`App::first_contact`]; `no-such-reason`. Then nothing is done.
    pub async fn decline_first_contacts(
        &self,
        session: &Arc<Session>,
        ids: Vec<CourierId>,
        reason: String,
    ) -> Result<usize> {
        let today = self.today();
        reason_to_decline(&self.policy, &reason, today)?;
        self.take_in(session).await?;
        let until_ms = self.kept_until(DeadlineId::RetentionInquiry);
        let (app, session) = (self.clone(), Arc::clone(session));
        let declined = self
            .db
            .write(move |tx| {
                let team = team(&session)?;
                let mut pen = app.pen(tx, &session)?;
                let mut files = Vec::new();
                for id in &ids {
                    let (_, courier) = thread(tx, team, *id)?;
                    files.extend(tx.contact_files(*id)?);
                    tx.empty_contact(*id)?;
                    let answer = Message {
                        on: today,
                        what: What::Declined(reason.clone()),
                    };
                    let sealed = courier.seal_message(0, &answer.to_bytes())?;
                    tx.put_contact_message(*id, 0, &sealed)?;
                    tx.settle_contact(*id, ContactState::Declined, until_ms)?;
                    let event = Event::FirstContactDeclined {
                        contact: *id,
                        reason: reason.clone(),
                    };
                    pen.directory(team.id, Class::Referral, &event)?;
                }
                Ok::<_, Error>(tx.commit(pen.entries(), (ids.len(), files))?)
            })
            .await?;
        self.delete_files(declined.1).await?;
        Ok(declined.0)
    }

    /// Begins a referral out of a thread: its files become documents of the case, and the person reads that it was begun.
    ///
    /// # Errors
    /// As [`App::first_contact`] and [`App::act`].
    pub async fn take_up_first_contact(
        &self,
        session: &Arc<Session>,
        id: CourierId,
        open: Open,
        once: Option<Once>,
    ) -> Result<CaseId> {
        let found = self.first_contact(session, id).await?;
        let taken = found.messages.iter().find_map(|m| match m.what {
            What::TakenUp(case) => Some(case),
            _ => None,
        });
        if let Some(case) = taken {
            return Err(Error::Repeated(Some(case)));
        }
        let done = self.act(session, None, Act::Open(open), once).await?;
        let event = Event::FirstContactTakenUp { contact: id };
        self.say(session, id, What::TakenUp(done.case), event)
            .await?;
        for message in &found.messages {
            let What::File(file) = &message.what else {
                continue;
            };
            let mut incoming = self.receive(session, done.case).await?;
            let mut pieces = self.enclosed(id, file).await?;
            while let Some(piece) = pieces.next().await {
                incoming.push(&piece?).await?;
            }
            let label = Label {
                name: file.name.clone(),
                kind: KIND.to_owned(),
                person: None,
            };
            self.keep(incoming, label, None).await?;
        }
        Ok(done.case)
    }

    async fn say(
        &self,
        session: &Arc<Session>,
        id: CourierId,
        what: What,
        event: Event,
    ) -> Result<()> {
        self.take_in(session).await?;
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| {
                let (thread, courier) = thread(tx, team(&session)?, id)?;
                append(&app, tx, &courier, &thread.messages, what.clone())?;
                app.note(tx, &session, Class::Referral, &event)
            })
            .await
    }

    pub(super) async fn look_at_contacts(
        &self,
        session: &Arc<Session>,
        what: String,
    ) -> Result<()> {
        let (app, session) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx: &mut Tx<'_>| {
                let event = Event::Looked { what: what.clone() };
                app.note(tx, &session, Class::Access, &event)
            })
            .await
    }
}

/// A thread that a group can read, with its key.
fn thread(r: &mut Read<'_>, team: &Team, id: CourierId) -> Result<(Thread, Courier)> {
    let contact = r.contact(id)?;
    let contact = contact.filter(|c| c.to == team.id && c.state == ContactState::Open);
    let contact = contact.ok_or(Error::Absent)?;
    let home = r.courier(id)?.and_then(|c| c.home).ok_or(Error::Absent)?;
    let courier = Courier::open_home(&team.secret, id, &home)?;
    let thread = Thread {
        id,
        partner: partner_of(r, contact.to)?,
        messages: messages(r, &courier)?,
    };
    Ok((thread, courier))
}
