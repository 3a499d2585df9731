//! What a group is told of a case it does not hold: outcome and course only, never reasons.

use crate::card::Card;
use crate::case::{Case, Stage};
use crate::decision::Verdict;
use crate::event::Event;
use crate::id::{GroupId, ItemId};
use crate::letter::{self, Channel, Made};
use crate::policy::Language;
use crate::private::private;
use crate::reconsideration::Outcome::Reopened;
use crate::waiting::DueFor;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What happened, as far as it may be told.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum News {
    /// The package came back: the reasons are in the case.
    Returned,
    /// It waits for what is missing: the list is in the case.
    Held {
        /// By when.
        due: Option<Date>,
    },
    /// The partner answered the deficiency list.
    Answered,
    /// The file was created; the referral date stands.
    FileCreated {
        /// The date of the referral.
        referral_date: Option<Date>,
    },
    /// The file number was recorded.
    Numbered,
    /// A migration office took the case over.
    Transferred,
    /// A migration office did not take it over: the reason is in the case.
    TransferRefused,
    /// Every person was decided.
    Outcome {
        /// Persons approved.
        approved: u32,
        /// Persons refused.
        refused: u32,
        /// On which day.
        on: Date,
    },
    /// The case ended without a decision.
    Ended {
        /// On which day.
        on: Date,
    },
    /// A decision is looked at again.
    Reopened {
        /// On which day.
        on: Date,
    },
    /// A family member was declared after the submission.
    FamilyMember {
        /// Where the case stands since.
        stage: Stage,
    },
    /// A letter comes with this notice.
    Letter {
        /// What it is for.
        kind: letter::Kind,
    },
}

/// A letter that comes with a notice: what is needed to open it, and nothing else of the case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Enclosed {
    /// The language it is written in.
    pub language: Language,
    /// The sealed letter.
    #[serde(flatten)]
    pub made: Made,
}

/// A notice, sealed to a group that does not act on the case now.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Notice {
    /// The partner's case number.
    pub reference: String,
    /// What happened.
    pub news: News,
    /// Code of the office, once chosen and told.
    #[serde(default)]
    pub office: Option<String>,
    /// The file number, once recorded.
    #[serde(default)]
    pub number: Option<String>,
    /// The letter that comes with it.
    #[serde(default)]
    pub letter: Option<Enclosed>,
}

private!(News, Enclosed, Notice);

/// A signed letter of the case.
fn signed(case: &Case, letter: ItemId) -> Option<&letter::Signed> {
    case.letters.iter().find(|l| l.id == letter)
}

/// The letter that a sending through the partner puts into the partner's hands.
fn enclosed(event: &Event, after: &Case) -> Option<Enclosed> {
    let Event::LetterSent { letter, sending } = event else {
        return None;
    };
    let sent = signed(after, *letter).filter(|_| sending.by == Channel::Partner)?;
    Some(Enclosed {
        language: sent.letter.language,
        made: sent.made.clone(),
    })
}

impl News {
    /// Its name, for pages: `news-{name}` in the locales.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Held { .. } => "held",
            Self::Answered => "answered",
            Self::FileCreated { .. } => "file-created",
            Self::Numbered => "numbered",
            Self::Transferred => "transferred",
            Self::TransferRefused => "transfer-refused",
            Self::Outcome { .. } => "outcome",
            Self::Ended { .. } => "ended",
            Self::Reopened { .. } => "reopened",
            Self::FamilyMember { .. } => "family-member",
            Self::Letter { .. } => "letter",
        }
    }
}

impl Notice {
    /// Whom an event is told to, and what, given who acts: the partner that referred, the centre that filed, or the
    /// receiver of an offer. Nobody is told what they did themselves.
    #[must_use]
    pub fn of(event: &Event, after: &Case, acting: GroupId, today: Date) -> Vec<(GroupId, Self)> {
        let Some(news) = Self::news(event, after, today) else {
            return Vec::new();
        };
        let partner = after.referred_by;
        let centre = after.filed_by;
        let to = match news {
            News::Answered => [after.offer.map(|o| o.to), None],
            News::TransferRefused => [after.holder, None],
            News::Returned
            | News::Held { .. }
            | News::FileCreated { .. }
            | News::Numbered
            | News::Letter { .. } => [partner, None],
            News::Transferred
            | News::FamilyMember { .. }
            | News::Outcome { .. }
            | News::Reopened { .. }
            | News::Ended { .. } => [partner, centre],
        };
        let notice = Self {
            reference: after
                .referral
                .open
                .as_ref()
                .map(|o| o.reference.clone())
                .unwrap_or_default(),
            news,
            office: after
                .intake
                .office
                .as_ref()
                .filter(|_| after.stage > Stage::InTransfer)
                .map(|o| o.office.clone()),
            number: after
                .intake
                .numbers
                .iter()
                .find(|n| n.kind == "g-number")
                .map(|n| n.value.clone()),
            letter: enclosed(event, after),
        };
        to.into_iter()
            .flatten()
            .filter(|group| *group != acting)
            .map(|group| (group, notice.clone()))
            .collect()
    }

    fn news(event: &Event, after: &Case, today: Date) -> Option<News> {
        let count = |v| {
            u32::try_from(
                after
                    .decisions
                    .iter()
                    .filter(|d| d.decide.verdict == v)
                    .count(),
            )
            .unwrap_or(u32::MAX)
        };
        match event {
            Event::Returned(_) => Some(News::Returned),
            Event::Held(hold) => Some(News::Held { due: hold.due }),
            Event::DeficiencyAnswered { .. } => Some(News::Answered),
            Event::FileCreated { .. } => Some(News::FileCreated {
                referral_date: after.referral.date,
            }),
            Event::NumberRecorded(n) if n.kind == "g-number" => Some(News::Numbered),
            Event::TransferAccepted => Some(News::Transferred),
            Event::TransferRefused { .. } => Some(News::TransferRefused),
            Event::NoticeGiven { on } => Some(News::Outcome {
                approved: count(Verdict::Approved),
                refused: count(Verdict::Refused),
                on: *on,
            }),
            Event::Withdrawn(_) if after.filed_by.is_some() => Some(News::Ended { on: today }),
            Event::PersonDeclared { .. } => Some(News::FamilyMember { stage: after.stage }),
            Event::Reconsidered {
                reconsideration,
                on,
            } if reconsideration.outcome == Reopened => Some(News::Reopened { on: *on }),
            Event::LetterSent { letter, sending } if sending.by == Channel::Partner => {
                let kind = signed(after, *letter)?.letter.kind;
                Some(News::Letter { kind })
            }
            _ => None,
        }
    }

    /// What the receiving group's card says after it.
    pub fn mark(&self, card: &mut Card) {
        let (stage, gone) = match self.news {
            News::Returned => (Stage::Preparing, false),
            News::Held { due } => {
                card.due = due;
                card.due_for = due.map(|_| DueFor::Deficiency);
                (Stage::Held, false)
            }
            News::Answered => {
                card.due = None;
                card.due_for = None;
                (Stage::Submitted, false)
            }
            News::TransferRefused => (Stage::FileCreated, false),
            News::FileCreated { .. } => (Stage::FileCreated, true),
            News::FamilyMember { stage } => {
                // one person more is to be decided
                card.outcome = card.outcome.filter(|_| stage == Stage::Decided);
                (stage, true)
            }
            News::Numbered | News::Letter { .. } => (card.stage, card.gone),
            News::Transferred => (Stage::Assessment, true),
            News::Outcome {
                approved, refused, ..
            } => {
                card.outcome = Some((approved, refused));
                (Stage::Decided, true)
            }
            News::Reopened { .. } => {
                card.outcome = None;
                (Stage::Assessment, true)
            }
            News::Ended { .. } => (Stage::Withdrawn, true),
        };
        card.stage = stage;
        card.gone = gone;
        card.waits.clear();
        card.office = self.office.clone().or_else(|| card.office.clone());
        card.number = self.number.clone().or_else(|| card.number.clone());
    }
}
