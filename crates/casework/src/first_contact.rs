//! First contact, from outside: somebody without an account tells a partner, and comes back with the receipt code.
//!
//! The code is made before anything is sent, so that it is in the person's hands whatever the line does; sent again, the
//! same words count once. The thread's key is random: the partner's group has it by a courier, the person by the code. The
//! server keeps neither. Nothing that the person does is in the journal, whose headers keep the moment for ever; what the
//! partner does is.

mod desk;
mod file;

pub use desk::reads_first_contacts;
pub use file::Enclosing;

use crate::app::App;
use crate::clock::day;
use crate::error::{Error, Result};
use crate::notice::stored;
use safeconduct_domain::date::DAY_MS;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::first_contact::{self, MOST_OPEN, Message, State, Told, What};
use safeconduct_domain::id::{CourierId, DocumentId, GroupId};
use safeconduct_domain::policy::DeadlineId;
use safeconduct_domain::refused::{Refused, require};
use safeconduct_store::first_contact::{ContactState, StoredContact};
use safeconduct_store::group::Group;
use safeconduct_store::once::Once as Claimed;
use safeconduct_store::{Read, Scratch};
use safeconduct_vault::courier::Courier;
pub use safeconduct_vault::receipt::ReceiptCode;

/// Threads destroyed at a time.
const BATCH: u32 = 100;
/// How often a message is tried again that came at the same moment as another.
const TRIES: usize = 5;

/// A thread as one of its two sides reads it.
pub struct Thread {
    /// Its name.
    pub id: CourierId,
    /// The partner's code.
    pub partner: String,
    /// What was said, oldest first.
    pub messages: Vec<Message>,
}

impl std::fmt::Debug for Thread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Thread({}, …)", self.id)
    }
}

impl Thread {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> State {
        State::of(&self.messages)
    }

    /// What was told at first; nothing once it is destroyed.
    #[must_use]
    pub fn told(&self) -> Option<&Told> {
        self.messages.iter().rev().find_map(|m| match &m.what {
            What::Told(told) => Some(told),
            _ => None,
        })
    }
}

/// A code as somebody typed it, in the digits of any script.
///
/// # Errors
/// [`Error::Refused`] with `receipt-code` where it cannot be one.
pub fn receipt_code(typed: &str) -> Result<ReceiptCode> {
    ReceiptCode::parse(&crate::form::digits(typed)).map_err(|_| Refused::by("receipt-code").into())
}

impl App {
    /// Whether a partner takes first contacts here: its policy says so, and its group has keys.
    ///
    /// # Errors
    /// The store's own.
    pub async fn takes_first_contacts(&self, partner: &str) -> Result<bool> {
        if !first_contact::takes(&self.policy, partner, self.today()) {
            return Ok(false);
        }
        let partner = partner.to_owned();
        let group = self.db.read(move |r| group_of(r, &partner)).await?;
        Ok(group.is_some())
    }

    /// Takes in what somebody tells a partner, under the code they have. The same words under the same code are one; other
    /// words under it are added.
    ///
    /// # Errors
    /// [`Error::Absent`] for a partner that takes none; [`Error::Refused`] with `first-contact-closed` while too many wait,
    /// or as [`first_contact::may_add`].
    pub async fn begin_first_contact(
        &self,
        partner: &str,
        code: &ReceiptCode,
        told: Told,
    ) -> Result<()> {
        if !first_contact::takes(&self.policy, partner, self.today()) {
            return Err(Error::Absent);
        }
        if self.of_code(code).await?.is_some() {
            return self.add_to_first_contact(code, What::Told(told)).await;
        }
        let message = Message {
            on: self.today(),
            what: What::Told(told),
        };
        let (app, code, partner) = (self.clone(), code.clone(), partner.to_owned());
        let pepper = self.keys.pepper.clone();
        self.db
            .scratch(move |tx| {
                let group = group_of(tx, &partner)?.ok_or(Error::Absent)?;
                require(tx.contacts_open(group.id)? < MOST_OPEN, || {
                    Refused::by("first-contact-closed")
                })?;
                let believed = app.believe_group(tx, &group)?;
                let (courier, sealed) = Courier::new(&believed)?;
                let contact = StoredContact {
                    courier: courier.id(),
                    to: group.id,
                    found_by: code.found_by(&pepper),
                    own_key: code.seal(&pepper, &courier)?,
                    state: ContactState::Open,
                    until_ms: app.kept_until(DeadlineId::RetentionNotSubmitted),
                };
                // somebody was faster with the same code
                if !tx.put_contact(&contact)? {
                    return Err(Error::Repeated(None));
                }
                let today = app.today_ms();
                tx.put_courier(&stored(&courier, group.epoch, sealed, today))?;
                let sealed = courier.seal_message(0, &message.to_bytes())?;
                tx.put_contact_message(courier.id(), 0, &sealed)?;
                app.ask_for_mail(tx, group.id, app.tomorrow_ms())
            })
            .await
    }

    /// The thread of a code.
    ///
    /// # Errors
    /// [`Error::Refused`] with `receipt-code-unknown` where nothing is kept under it, or nothing any more.
    pub async fn come_back(&self, code: &ReceiptCode) -> Result<Thread> {
        let (contact, courier) = self.held_under(code).await?;
        self.db
            .read(move |r| {
                Ok(Thread {
                    id: contact.courier,
                    partner: partner_of(r, contact.to)?,
                    messages: messages(r, &courier)?,
                })
            })
            .await
    }

    /// Adds what the person writes. The same as they wrote last counts once.
    ///
    /// # Errors
    /// As [`App::come_back`] and [`first_contact::may_add`].
    pub async fn add_to_first_contact(&self, code: &ReceiptCode, what: What) -> Result<()> {
        self.add_once(code, what, None).await.map(drop)
    }

    /// The same, with a token that counts once; `false` where it stands already.
    async fn add_once(
        &self,
        code: &ReceiptCode,
        what: What,
        once: Option<[u8; 32]>,
    ) -> Result<bool> {
        if what.is_answer() {
            return Err(Error::NotNow);
        }
        for _ in 0..TRIES {
            match self.try_to_add(code, what.clone(), once).await {
                // two wrote at once, and the other was faster
                Err(Error::Store(safeconduct_store::Error::Busy)) => {}
                Err(Error::Repeated(_)) => return Ok(false),
                added => return added.map(|()| true),
            }
        }
        Err(Error::Store(safeconduct_store::Error::Busy))
    }

    async fn try_to_add(
        &self,
        code: &ReceiptCode,
        what: What,
        once: Option<[u8; 32]>,
    ) -> Result<()> {
        let (contact, courier) = self.held_under(code).await?;
        let (app, to) = (self.clone(), contact.to);
        self.db
            .scratch(move |tx| {
                if let Some(key) = &once
                    && tx.claim_once(key, app.today_ms())? != Claimed::New
                {
                    return Err(Error::Repeated(None));
                }
                let thread = messages(tx, &courier)?;
                let mut own = thread.iter().rev().filter(|m| !m.what.is_answer());
                if own.next().is_some_and(|last| last.what == what) {
                    return Err(Error::Repeated(None));
                }
                append(&app, tx, &courier, &thread, what.clone())?;
                if let What::File(file) = &what {
                    tx.put_contact_file(courier.id(), file.document)?;
                }
                app.ask_for_mail(tx, to, app.tomorrow_ms())
            })
            .await
    }

    /// Destroys the thread, because the person wants it.
    ///
    /// # Errors
    /// As [`App::come_back`].
    pub async fn take_back_first_contact(&self, code: &ReceiptCode) -> Result<()> {
        let (contact, _) = self.held_under(code).await?;
        self.forget_contact(contact.courier).await
    }

    /// Destroys threads whose time is over; needs no key.
    pub(crate) async fn forget_contacts(&self) -> Result<()> {
        let now = self.now_ms();
        let past = self
            .db
            .read(move |r| r.contacts_past(now, BATCH).map_err(Error::from))
            .await?;
        for id in past {
            self.forget_contact(id).await?;
        }
        Ok(())
    }

    async fn forget_contact(&self, id: CourierId) -> Result<()> {
        let files = self
            .db
            .scratch(move |tx| {
                let files = tx.contact_files(id)?;
                tx.forget_contact(id)?;
                Ok::<_, Error>(files)
            })
            .await?;
        self.delete_files(files).await
    }

    async fn delete_files(&self, files: Vec<DocumentId>) -> Result<()> {
        for document in files {
            self.objects.delete(document).await?;
        }
        Ok(())
    }

    /// What is kept under a code, and its key.
    async fn of_code(&self, code: &ReceiptCode) -> Result<Option<(StoredContact, Courier)>> {
        let found_by = code.found_by(&self.keys.pepper);
        let contact = self
            .db
            .read(move |r| r.contact_found(&found_by).map_err(Error::from))
            .await?;
        let Some(contact) = contact else {
            return Ok(None);
        };
        let whose = (contact.courier, contact.to);
        let courier = code.open(&self.keys.pepper, whose, &contact.own_key)?;
        Ok(Some((contact, courier)))
    }

    async fn held_under(&self, code: &ReceiptCode) -> Result<(StoredContact, Courier)> {
        let found = self.of_code(code).await?;
        found.ok_or_else(|| Refused::by("receipt-code-unknown").into())
    }

    /// Until when something of today is kept, UTC milliseconds: the end of that day.
    fn kept_until(&self, deadline: DeadlineId) -> i64 {
        let today = self.today();
        let ends = self.policy.deadline(deadline, today);
        let ends = ends.and_then(|d| d.ends(today)).unwrap_or(today);
        let midnight = ends.to_zoned(jiff::tz::TimeZone::UTC).ok();
        midnight.map_or(i64::MAX, |m| m.timestamp().as_millisecond() + DAY_MS)
    }

    /// The beginning of today, UTC milliseconds: rows about somebody without an account say no time of day.
    fn today_ms(&self) -> i64 {
        let now = self.now_ms();
        now - now.rem_euclid(DAY_MS)
    }

    /// When the group is told that something waits: with the next day, so that no message says at what moment it came.
    fn tomorrow_ms(&self) -> i64 {
        self.today_ms() + DAY_MS
    }
}

/// A thread's messages, oldest first.
fn messages(r: &mut Read<'_>, courier: &Courier) -> Result<Vec<Message>> {
    let sealed = r.contact_messages(courier.id())?;
    opened(
        courier,
        sealed.iter().map(|(n, sealed)| (*n, sealed.as_slice())),
    )
}

fn opened<'m>(
    courier: &Courier,
    sealed: impl Iterator<Item = (u64, &'m [u8])>,
) -> Result<Vec<Message>> {
    let open = |(number, sealed): (u64, &[u8])| {
        let plain = courier.open_message(number, sealed)?;
        Message::from_bytes(&plain).map_err(|_| Error::Damaged("a message is none"))
    };
    sealed.map(open).collect()
}

/// One message more, if it may be added.
fn append(
    app: &App,
    tx: &mut Scratch<'_>,
    courier: &Courier,
    thread: &[Message],
    what: What,
) -> Result<()> {
    first_contact::may_add(thread, &what)?;
    let message = Message {
        on: day(app.now_ms()),
        what,
    };
    let number = thread.len() as u64;
    let sealed = courier.seal_message(number, &message.to_bytes())?;
    if tx.put_contact_message(courier.id(), number, &sealed)? {
        Ok(())
    } else {
        Err(safeconduct_store::Error::Busy.into())
    }
}

/// The group that takes in what is for a partner, if its keys exist.
fn group_of(r: &mut Read<'_>, partner: &str) -> Result<Option<Group>> {
    let Some(organisation) = r.organisation_by_code(partner)? else {
        return Ok(None);
    };
    let groups = r.groups_of_organisation(organisation.id)?;
    let mut groups = groups.into_iter();
    Ok(groups.find(|g| g.kind == Purpose::Partner.code() && g.epoch > 0))
}

/// The code of the partner a group works for.
fn partner_of(r: &mut Read<'_>, group: GroupId) -> Result<String> {
    let group = r
        .group(group)?
        .ok_or(Error::Damaged("a group is missing"))?;
    let organisation = r.organisation(group.organisation)?;
    let organisation = organisation.ok_or(Error::Damaged("an organisation is missing"))?;
    Ok(organisation.code)
}
