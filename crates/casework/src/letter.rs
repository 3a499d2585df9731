//! Letters: shown as a draft, signed, kept sealed, sent.
//!
//! A letter is typeset from the case, sealed, and only then signed: the entry holds the key of the sealed object and the
//! SHA-256 of the PDF. Typesetting is slow, so it comes before the transaction; should the case have moved on meanwhile,
//! it begins again.

mod bench;
mod facts;
mod refusal;

use crate::app::App;
use crate::case::{Begun, Done, View};
use crate::document::{Brought, hex};
use crate::error::{Error, Result};
use crate::once::Once;
use crate::session::Session;
use facts::{Desk, Signs};
pub(crate) use facts::{name, number_kind};
use safeconduct_domain::access::{self, Action, Actor};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Case;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::decide::Context;
use safeconduct_domain::id::{CaseId, ItemId};
use safeconduct_domain::letter::{self, Letter, Made, Signed};
use safeconduct_domain::refused::Refused;
use safeconduct_domain::{directory, intake};
use safeconduct_letters::{Error as Typeset, Fonts, Pdf, render};
use std::sync::{Arc, LazyLock};

/// How often a letter is typeset anew because the case moved on while it was.
const TRIES: u32 = 3;

/// Found once, when the first letter is written.
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::of_the_machine);

/// The fonts of this machine, for a check of it. Slow the first time: call it off the asynchronous runtime.
#[must_use]
pub fn fonts() -> &'static Fonts {
    &FONTS
}

/// The letter an act comes with.
fn wanted(act: &Act, case: &Case) -> Option<Letter> {
    match act {
        Act::SignLetter(letter) => Some(letter.clone()),
        Act::ReturnReferral(_) => Some(intake::return_letter(case)),
        _ => None,
    }
}

/// Whether an act comes with a letter.
#[must_use]
pub const fn comes_with_a_letter(act: &Act) -> bool {
    matches!(act, Act::SignLetter(_) | Act::ReturnReferral(_))
}

impl App {
    /// The letter an act comes with, as it would be if it were done now, marked as a draft. Nothing is kept.
    ///
    /// # Errors
    /// As [`App::act`]: whoever may not sign it cannot see a draft either.
    pub async fn draft(&self, session: &Arc<Session>, case: CaseId, act: &Act) -> Result<Pdf> {
        let view = self.look(session, case, "letter-draft").await?;
        let actor = self.may_write(session, &view, act).await?;
        self.typeset(session, view, act, &actor, true).await
    }

    /// Does an act that comes with a letter: typeset, sealed, then done and signed in one entry after the other.
    pub(crate) async fn act_with_letter(
        &self,
        session: &Arc<Session>,
        id: CaseId,
        act: Act,
        once: Option<Once>,
    ) -> Result<Done> {
        for _ in 0..TRIES {
            let view = self.look(session, id, act.kind().name()).await?;
            let actor = self.may_write(session, &view, &act).await?;
            let seen = view.case.last;
            let pdf = self.typeset(session, view, &act, &actor, false).await?;
            let made = self.keep_letter(id, &pdf).await?;
            let brought = Brought {
                document: made.made.document,
                sealed_size: made.sealed_size,
            };
            let made = made.made;
            let prepare = move |begun: &mut Begun| {
                if begun.case.last != seen {
                    return Err(Refused::by("case-moved-on").into());
                }
                begun.made = Some(made.clone());
                Ok(())
            };
            let done = self
                .act_bringing(session, id, brought, act.clone(), once.clone(), prepare)
                .await;
            match done {
                Err(Error::Refused(refused)) if refused.rule == "case-moved-on" => {}
                other => return other,
            }
        }
        Err(Refused::by("case-moved-on").into())
    }

    /// Leave to do the act, and no rule in the way of its letter: asked before anything is typeset, and again when it is
    /// done.
    async fn may_write(&self, session: &Arc<Session>, view: &View, act: &Act) -> Result<Actor> {
        let kind = act.kind();
        let (app, asking) = (self.clone(), Arc::clone(session));
        let powers = self
            .db
            .read(move |r| app.delegations_for(r, &asking, kind))
            .await?;
        let actor = session.actor(powers)?;
        access::permit(&actor, Action::Do(kind), &view.case)?;
        if let Act::SignLetter(letter) = act {
            let context = Context {
                policy: &self.policy,
                actor: &actor,
                today: self.today(),
                fresh: [0; 16],
                intake: None,
                office: None,
                colleagues: &[],
                made: None,
                sought: None,
            };
            letter::can_be_written(&context, &view.case, letter)?;
        }
        Ok(actor)
    }

    async fn typeset(
        &self,
        session: &Arc<Session>,
        view: View,
        act: &Act,
        actor: &Actor,
        draft: bool,
    ) -> Result<Pdf> {
        let letter = wanted(act, &view.case).ok_or(Error::NotNow)?;
        let returning = match act {
            Act::ReturnReferral(returning) => Some(returning.clone()),
            _ => None,
        };
        let (app, session, role) = (self.clone(), Arc::clone(session), actor.role);
        self.printed(move || {
            let desk = Desk {
                policy: &app.policy,
                case: &view.case,
                entries: &view.entries,
                letter: &letter,
                returning: returning.as_ref(),
                today: app.today(),
                signs: Signs::of(&session, role),
                draft,
            };
            let letter_out = desk.letter().ok_or_else(|| cannot("letter-lacks-facts"))?;
            let pdf = render(&letter_out, letter.language, &app.policy, fonts());
            pdf.map_err(|error| unset(&error))
        })
        .await
    }

    /// Typesets on a thread of its own, when it is its turn.
    pub(crate) async fn printed<T: Send + 'static>(
        &self,
        print: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let turn = Arc::clone(&self.derivations).acquire_owned().await;
        let turn = turn.map_err(|_| Error::NotSetUp("the program is ending"))?;
        let made = tokio::task::spawn_blocking(move || {
            let made = print();
            drop(turn);
            made
        });
        made.await
            .map_err(|_| Error::Damaged("typesetting was cut off"))?
    }

    async fn keep_letter(&self, case: CaseId, pdf: &Pdf) -> Result<Kept> {
        let bytes = pdf.bytes();
        let sealed = self.seal_whole(case, bytes).await?;
        Ok(Kept {
            sealed_size: sealed.sealed_size,
            made: Made {
                document: sealed.id,
                key: hex(sealed.key.expose()),
                sha256: hex(&safeconduct_journal::sha256(bytes)),
                size: bytes.len() as u64,
                pages: u32::try_from(pdf.pages()).unwrap_or(u32::MAX),
            },
        })
    }

    /// A signed letter: an entry of its own each time, committed before the first byte leaves.
    ///
    /// # Errors
    /// [`Error::Absent`] when the case or the letter is not there for this person.
    pub async fn fetch_letter(
        &self,
        session: &Arc<Session>,
        case: CaseId,
        id: ItemId,
    ) -> Result<(Signed, Vec<u8>)> {
        let view = self
            .look_recorded(session, case, &format!("letter {id}"), Action::Download)
            .await?;
        let letter = view.case.letters.iter().find(|l| l.id == id).cloned();
        let letter = letter.ok_or(Error::Absent)?;
        let bytes = self.letter_bytes(case, &letter.made).await?;
        Ok((letter, bytes))
    }

    /// A letter that came with a notice to the session's group.
    ///
    /// # Errors
    /// [`Error::Absent`] when there is no such notice for this group, or no letter with it.
    pub async fn fetch_enclosed(&self, session: &Arc<Session>, seq: u64) -> Result<Vec<u8>> {
        let (app, reading) = (self.clone(), Arc::clone(session));
        let found = self
            .db
            .read(move |r| app.notice_of(r, &reading, seq))
            .await?;
        let (case, notice) = found.ok_or(Error::Absent)?;
        let enclosed = notice.letter.ok_or(Error::Absent)?;
        let what = directory::Event::Looked {
            what: format!("notice {seq} letter"),
        };
        let (app, reading) = (self.clone(), Arc::clone(session));
        self.db
            .write(move |tx| app.note(tx, &reading, Class::Access, &what))
            .await?;
        self.letter_bytes(case, &enclosed.made).await
    }

    /// A letter in memory as a whole, checked against the hash that was signed.
    async fn letter_bytes(&self, case: CaseId, made: &Made) -> Result<Vec<u8>> {
        let stream = self
            .opened_object(case, made.document, &made.key, made.size)
            .await?;
        let bytes = crate::document::gathered(stream).await?;
        if hex(&safeconduct_journal::sha256(&bytes)) == made.sha256 {
            Ok(bytes)
        } else {
            Err(Error::Damaged("a letter is not what was signed"))
        }
    }
}

/// A letter sealed in the store, not yet signed.
struct Kept {
    sealed_size: u64,
    made: Made,
}

fn cannot(rule: &'static str) -> Error {
    Refused::by(rule).into()
}

/// Why a letter or a record cannot be typeset, as a refusal that says what to do.
pub(crate) fn unset(error: &Typeset) -> Error {
    let refusal = match error {
        Typeset::Unprintable(code) => {
            Refused::by("letter-unprintable").with("character", format!("U+{code:04X}"))
        }
        Typeset::NoGlyph(missing) => {
            let each = |of: &dyn Fn(&safeconduct_letters::Missing) -> String| {
                let all: Vec<String> = missing.iter().map(of).collect();
                all.join(", ")
            };
            Refused::by("letter-without-glyph")
                .with("scripts", each(&|m| m.name.replace('_', " ")))
                .with("packages", each(&|m| m.package.unwrap_or("?").to_owned()))
        }
        Typeset::TooLong { .. } => Refused::by("letter-too-long"),
        Typeset::Empty(_) => Refused::by("letter-lacks-facts"),
        Typeset::Policy(_) | Typeset::Typesetting(_) => {
            tracing::error!(%error, "a letter could not be typeset");
            Refused::by("letter-cannot-be-typeset")
        }
    };
    refusal.into()
}

#[cfg(test)]
mod tests;
