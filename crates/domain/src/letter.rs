//! Letters: what is signed, in which language and to whom; how it left. The facts are the case, the words are policy.
//!
//! Nobody types what the case already says. What a signatory adds is what the case cannot know: the hour and place of an
//! interview, a remark.

use crate::case::Case;
use crate::confidential::{self, Item};
use crate::decide::Context;
use crate::decision::{self, Verdict};
use crate::event::Event;
use crate::fairness::Concern;
use crate::id::{DocumentId, ItemId, PersonId, UserId};
use crate::inquiry;
use crate::interview::Mode;
use crate::person::Person;
use crate::policy::{Language, Policy};
use crate::private::private;
use crate::refused::{Refused, require, worded};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// To the partner: received, with the numbers of the file.
    Acknowledgement,
    /// To the partner: incomplete, sent back. It is written by the act that returns the referral.
    Return,
    /// To the person: come to an interview.
    Invitation,
    /// To the person: concerns to answer before a decision.
    Fairness,
    /// To the person: approved.
    Approval,
    /// To the person: refused, and why.
    Refusal,
    /// To the partner: how it ended, without reasons.
    Outcome,
}

impl Kind {
    /// All of them, in the order of a case.
    pub const ALL: [Self; 7] = [
        Self::Acknowledgement,
        Self::Return,
        Self::Invitation,
        Self::Fairness,
        Self::Approval,
        Self::Refusal,
        Self::Outcome,
    ];

    /// Its code: in forms, files, addresses and locales (`letter-{code}`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Return => "return",
            Self::Invitation => "invitation",
            Self::Fairness => "fairness",
            Self::Approval => "approval",
            Self::Refusal => "refusal",
            Self::Outcome => "outcome",
        }
    }

    /// The kind of that code.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is written to the partner, and not to a person of the case.
    #[must_use]
    pub const fn to_partner(self) -> bool {
        matches!(self, Self::Acknowledgement | Self::Return | Self::Outcome)
    }
}

/// A letter as its signatory asks for it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Letter {
    /// What it is for.
    pub kind: Kind,
    /// The language it is written in.
    pub language: Language,
    /// To whom, of the persons of the case; the principal applicant if empty.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Whether it goes to the person through the partner.
    #[serde(default)]
    pub through_partner: bool,
    /// Fairness: the last day on which an answer is in time. Invitation: by when to say whether one comes.
    #[serde(default)]
    pub due: Option<Date>,
    /// Invitation: at what time, such as `14:30`.
    #[serde(default)]
    pub time: Option<String>,
    /// Invitation: whose time that is, in the letter's language.
    #[serde(default)]
    pub zone: Option<String>,
    /// Invitation: where to come, or how to take part.
    #[serde(default)]
    pub place: Option<String>,
    /// Invitation: what to bring.
    #[serde(default)]
    pub bring: Vec<String>,
    /// What else the reader should know.
    #[serde(default)]
    pub remarks: Option<String>,
    /// Why no authority of an adverse country is meant, where the words name one.
    #[serde(default)]
    pub none_meant: Option<String>,
}

/// The typeset letter, sealed in the store. Its key is here, where only those who may read the letter read it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Made {
    /// The sealed object's name.
    pub document: DocumentId,
    /// Its key, hexadecimal.
    pub key: String,
    /// SHA-256 of the PDF, hexadecimal: what was signed, to the byte.
    pub sha256: String,
    /// Length of the PDF in bytes.
    pub size: u64,
    /// How many pages it has.
    pub pages: u32,
}

/// How a letter left.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Sending {
    /// Through the partner, or by the channel of the safe-contact protocol.
    pub by: Channel,
    /// On which day.
    pub on: Date,
    /// By the protocol: at its hours.
    #[serde(default)]
    pub at_its_hours: bool,
    /// By the protocol: beginning with its words, and with nothing of what must never be sent or said.
    #[serde(default)]
    pub in_its_words: bool,
}

/// By which way a letter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The partner receives it here, sealed.
    Partner,
    /// The one channel that the safe-contact protocol allows; somebody sends it, and says so.
    Protocol,
}

/// A signed letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Signed {
    /// Its name.
    pub id: ItemId,
    /// As asked for.
    pub letter: Letter,
    /// As typeset.
    pub made: Made,
    /// By whom and when.
    pub by: (UserId, i64),
    /// How it left, each time it did.
    pub sent: Vec<Sending>,
}

private!(Letter, Made, Sending, Signed);

impl Letter {
    /// A letter of that kind in that language, with nothing added.
    #[must_use]
    pub const fn new(kind: Kind, language: Language) -> Self {
        Self {
            kind,
            language,
            person: None,
            through_partner: false,
            due: None,
            time: None,
            zone: None,
            place: None,
            bring: Vec::new(),
            remarks: None,
            none_meant: None,
        }
    }

    /// What its signatory wrote freely.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        let one = [&self.zone, &self.place, &self.remarks];
        let one = one.into_iter().filter_map(|text| text.as_deref());
        one.chain(self.bring.iter().map(String::as_str))
    }

    /// The person it is written to; nobody of the case where it goes to the partner.
    #[must_use]
    pub fn addressee<'c>(&self, case: &'c Case) -> Option<&'c Person> {
        if self.kind.to_partner() {
            return None;
        }
        match self.person {
            Some(person) => case.referral.person(person),
            None => case.referral.principal(),
        }
    }

    /// The hour of an interview, as each language writes it: `14:30`, `14 h 30`, `14 h`.
    #[must_use]
    pub fn hour(&self) -> Option<Time> {
        let text = self.time.as_deref()?;
        let spaces = |c: char| c.is_whitespace();
        let plain = text.replace(spaces, "").replace(['h', 'H'], ":");
        let plain = match plain.strip_suffix(':') {
            Some(hour) => format!("{hour}:00"),
            None => plain,
        };
        Time::strptime("%H:%M", plain).ok()
    }
}

/// Whether a letter to one person may speak of another: of themselves, and to the principal applicant of the children.
/// What concerns another adult is written to that adult.
#[must_use]
pub fn speaks_of(case: &Case, to: &Person, of: PersonId, day: Date) -> bool {
    let principal = case.referral.principal().is_some_and(|p| p.id == to.id);
    let child = || {
        let who = case.referral.person(of);
        who.is_some_and(|p| p.id != to.id && p.details.minor(day))
    };
    of == to.id || (principal && child())
}

/// Who is written to about a person: the person, or the principal applicant for a child.
#[must_use]
pub fn written_to(case: &Case, of: PersonId, day: Date) -> Option<PersonId> {
    let who = case.referral.person(of)?;
    if who.details.minor(day) {
        case.referral.principal().map(|p| p.id)
    } else {
        Some(of)
    }
}

/// The concerns a fairness letter to a person puts: those to be put by letter, that wait for an answer.
pub fn concerns<'c>(
    case: &'c Case,
    to: &'c Person,
    day: Date,
) -> impl Iterator<Item = &'c Concern> {
    let waiting = case.concerns.iter().filter(|c| c.answer.is_none());
    waiting.filter(move |c| c.put.manner == "letter" && speaks_of(case, to, c.put.person, day))
}

/// Those a letter of decision to a person speaks of, who were decided so. An approval names everybody approved.
pub fn decided<'c>(
    case: &'c Case,
    to: &'c Person,
    verdict: Verdict,
    day: Date,
) -> impl Iterator<Item = &'c Person> {
    let so = move |p: &&Person| {
        case.decision(p.id)
            .is_some_and(|d| d.decide.verdict == verdict)
    };
    let everybody = verdict == Verdict::Approved;
    case.referral
        .travelling()
        .filter(so)
        .filter(move |p| everybody || speaks_of(case, to, p.id, day))
}

/// Those whose outcome the partner may be told: adults who consented, and children with the principal applicant's consent.
pub fn tellable(case: &Case, day: Date) -> impl Iterator<Item = &Person> {
    let consents = |person: PersonId| {
        let mut given = case.referral.consents.iter();
        given.any(|c| c.person == person && c.outcome_to_partner)
    };
    let principal = case.referral.principal().map(|p| p.id);
    case.referral.travelling().filter(move |p| {
        let whose = if p.details.minor(day) {
            principal
        } else {
            Some(p.id)
        };
        whose.is_some_and(consents)
    })
}

/// The last day of an answer, of all the concerns a fairness letter to a person puts.
#[must_use]
pub fn latest_due(case: &Case, to: &Person, day: Date) -> Option<Date> {
    concerns(case, to, day).map(|c| c.due).max()
}

/// Whether the case holds what such a letter is about, whoever signs it: what a page offers, and what is asked first of a
/// letter.
///
/// # Errors
/// The rule that stands in its way.
pub fn has_grounds(case: &Case, kind: Kind, to: Option<&Person>, day: Date) -> Result<(), Refused> {
    let person = || to.ok_or_else(|| Refused::by("no-such-person"));
    if !kind.to_partner() {
        require(!person()?.details.minor(day), || {
            Refused::by("letter-to-a-child")
        })?;
    }
    match kind {
        Kind::Acknowledgement => require(!case.intake.numbers.is_empty(), || {
            Refused::by("no-number-recorded")
        }),
        Kind::Return => Err(Refused::by("letter-goes-with-the-return")),
        Kind::Invitation => {
            let plan = case.interview.plan.as_ref();
            let plan = plan.filter(|p| p.mode != Mode::Waived);
            let plan =
                plan.ok_or_else(|| Refused::by("interview-not-planned").citing("REF-OVS-13-6"))?;
            require(plan.on.is_some_and(|on| on >= day), || {
                Refused::by("interview-has-no-day")
            })
        }
        Kind::Fairness => require(latest_due(case, person()?, day).is_some(), || {
            Refused::by("no-concern-to-put-by-letter")
        }),
        Kind::Approval => told_so(case, person()?, Verdict::Approved, day),
        Kind::Refusal => told_so(case, person()?, Verdict::Refused, day),
        Kind::Outcome => {
            require(case.notice.is_some(), || Refused::by("not-all-decided"))?;
            require(tellable(case, day).next().is_some(), || {
                Refused::by("no-consent-to-tell-the-partner")
            })
        }
    }
}

/// Everybody is decided, and that way the person written to, or a child of theirs: that others were approved is no news
/// to be written to somebody who was not.
fn told_so(case: &Case, to: &Person, verdict: Verdict, day: Date) -> Result<(), Refused> {
    require(case.notice.is_some(), || Refused::by("not-all-decided"))?;
    let mut so = decided(case, to, verdict, day);
    require(so.any(|p| speaks_of(case, to, p.id, day)), || {
        Refused::by("nobody-decided-so")
    })
}

/// Whether a letter can be written from the case as it stands, with what its signatory adds and within their power; the
/// same question before it is typeset and when it is signed.
///
/// # Errors
/// The rule that stands in its way.
pub fn can_be_written(ctx: &Context<'_>, case: &Case, letter: &Letter) -> Result<(), Refused> {
    let (to, day) = (letter.addressee(case), ctx.today);
    has_grounds(case, letter.kind, to, day)?;
    nothing_kept(ctx.policy, case, letter.kind, to, day)?;
    // nobody is sent to an authority they are in danger from
    inquiry::names_none(case, letter.said(), letter.none_meant.as_deref())?;
    match (letter.kind, to) {
        (Kind::Invitation, _) => {
            require(letter.hour().is_some(), || Refused::by("not-a-time"))?;
            worded(letter.zone.as_deref().unwrap_or_default())?;
            worded(letter.place.as_deref().unwrap_or_default())
        }
        (Kind::Fairness, Some(to)) => {
            let due = latest_due(case, to, day).unwrap_or(day);
            let given = letter.due.unwrap_or(due);
            require(given >= due && given > day, || {
                Refused::by("letter-due-too-soon").with("due", due.to_string())
            })
        }
        (Kind::Approval, Some(to)) => in_power(ctx, case, to, Verdict::Approved),
        (Kind::Refusal, Some(to)) => in_power(ctx, case, to, Verdict::Refused),
        _ => Ok(()),
    }
}

/// Whether a letter can say all that its reader must know, and nothing that is kept from them. Leaving a part of it out in
/// silence would mislead: the letter is not written until what it rests on may be told.
///
/// # Errors
/// `letter-rests-on-what-is-kept`, with how much.
pub fn nothing_kept(
    policy: &Policy,
    case: &Case,
    kind: Kind,
    to: Option<&Person>,
    day: Date,
) -> Result<(), Refused> {
    let Some(to) = to else { return Ok(()) };
    let items: Vec<Item> = match kind {
        Kind::Fairness => concerns(case, to, day)
            .map(|c| Item::Concern(c.id))
            .collect(),
        Kind::Refusal => decided(case, to, Verdict::Refused, day)
            .filter_map(|p| case.decision(p.id))
            .flat_map(|d| decision::rests_on(policy, case, &d.decide, day))
            .collect(),
        _ => Vec::new(),
    };
    let kept = confidential::count_kept(case, &items, to.id);
    require(kept == 0, || {
        Refused::by("letter-rests-on-what-is-kept").with("count", kept.to_string())
    })
}

/// A letter of decision is signed by whoever decided, or within the power to decide.
fn in_power(ctx: &Context<'_>, case: &Case, to: &Person, verdict: Verdict) -> Result<(), Refused> {
    let own = decided(case, to, verdict, ctx.today)
        .all(|p| case.decision(p.id).is_some_and(|d| d.by == ctx.actor.user));
    if own {
        return Ok(());
    }
    decision::within_delegation(ctx)
}

pub(crate) fn sign(ctx: &Context<'_>, case: &Case, act: Letter) -> Result<Vec<Event>, Refused> {
    can_be_written(ctx, case, &act)?;
    let to = act.addressee(case).filter(|_| act.kind == Kind::Fairness);
    let put = to.into_iter().flat_map(|to| concerns(case, to, ctx.today));
    let put = put.map(|c| c.id).collect();
    Ok(vec![signed(ctx, act, put)?])
}

/// The event of a letter that was typeset, with the concerns it puts.
pub(crate) fn signed(
    ctx: &Context<'_>,
    letter: Letter,
    puts: Vec<ItemId>,
) -> Result<Event, Refused> {
    let made = ctx.made.cloned();
    let made = made.ok_or_else(|| Refused::by("letter-not-typeset"))?;
    Ok(Event::LetterSigned {
        id: ItemId::from_bytes(ctx.fresh),
        letter,
        made,
        puts,
    })
}

/// A letter leaves by the partner or by the one channel the person has said is safe; reasons of a refusal never by the
/// partner.
pub(crate) fn send(
    ctx: &Context<'_>,
    case: &Case,
    letter: ItemId,
    act: Sending,
) -> Result<Vec<Event>, Refused> {
    let signed = case.letters.iter().find(|l| l.id == letter);
    let signed = signed.ok_or_else(|| Refused::by("no-such-letter"))?;
    require(act.on <= ctx.today, || Refused::by("date-in-the-future"))?;
    match act.by {
        Channel::Partner => {
            require(signed.letter.kind != Kind::Refusal, || {
                Refused::by("reasons-are-not-for-the-partner").citing("REF-OVS-6-1")
            })?;
            let through = signed.letter.kind.to_partner() || signed.letter.through_partner;
            require(through, || Refused::by("letter-is-not-for-the-partner"))?;
            let before = signed.sent.iter().any(|s| s.by == Channel::Partner);
            require(!before, || Refused::by("letter-already-sent"))?;
        }
        Channel::Protocol => {
            require(!signed.letter.kind.to_partner(), || {
                Refused::by("letter-is-for-the-partner")
            })?;
            require(case.referral.contact.is_some(), || {
                Refused::by("no-safe-contact")
            })?;
            require(act.at_its_hours && act.in_its_words, || {
                Refused::by("protocol-not-kept")
            })?;
        }
    }
    Ok(vec![Event::LetterSent {
        letter,
        sending: act,
    }])
}
