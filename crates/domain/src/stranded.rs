//! A case on which nobody works: found by itself, so that it can be given to somebody who does.

use crate::card::Card;
use crate::case::Stage;
use crate::date::DAY_MS;
use crate::id::UserId;
use std::collections::HashMap;

/// What is known of a member of the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colleague {
    /// Whether the account can sign in.
    pub active: bool,
    /// When something of theirs was last entered, signing in included; UTC milliseconds.
    pub last_ms: i64,
}

/// Why nobody works on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stranded {
    /// It is assigned to nobody.
    NoOfficer,
    /// Its officer is no longer of the group.
    Left,
    /// Its officer's account is switched off.
    SwitchedOff,
    /// Its officer has not signed in for so many days.
    Away {
        /// Days.
        days: i64,
    },
}

/// Why nobody works on a case that this group assesses; none if somebody does.
#[must_use]
pub fn of<S: std::hash::BuildHasher>(
    card: &Card,
    members: &HashMap<UserId, Colleague, S>,
    now_ms: i64,
    away_days: u32,
) -> Option<Stranded> {
    if card.gone || card.stage != Stage::Assessment {
        return None;
    }
    let Some(owner) = card.owner else {
        return Some(Stranded::NoOfficer);
    };
    let Some(colleague) = members.get(&owner) else {
        return Some(Stranded::Left);
    };
    if !colleague.active {
        return Some(Stranded::SwitchedOff);
    }
    let days = now_ms.saturating_sub(colleague.last_ms) / DAY_MS;
    (days >= i64::from(away_days)).then_some(Stranded::Away { days })
}
