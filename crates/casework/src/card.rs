//! Cards and the clear projections of a case: what work lists say, a function of the case alone.

use crate::app::App;
use crate::error::{Error, Result};
use crate::pen::Pen;
use crate::session::Team;
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Case;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::CaseId;
use safeconduct_domain::policy::Policy;
use safeconduct_store::case::CaseState;
use safeconduct_store::{Read, Tx, card};
use safeconduct_vault::place::Place;

/// What lists and the clear projections say of a case: a function of it alone.
pub(crate) struct Shown {
    card: Card,
    /// But for the entry that changed it last.
    state: CaseState,
}

impl Shown {
    /// Nothing is said of a case that has not been opened.
    pub(crate) fn of(policy: &Policy, team: &Team, case: &Case) -> Option<Self> {
        let (id, (_, opened_ms)) = (case.id?, case.opened?);
        let offered_to = case.offer.map(|o| o.to);
        let mut card = match offered_to == Some(team.id) {
            true => Card::of_offered(policy, case),
            false => Card::of(policy, case),
        };
        card.gone = !(case.holder == Some(team.id) || offered_to == Some(team.id));
        let state = CaseState {
            case: id,
            holder: case.holder.unwrap_or(team.id),
            offered_to,
            class: case.stage.class(),
            due_ms: card.due.and_then(day_ms),
            opened_ms,
            changed_seq: 0,
        };
        Some(Self { card, state })
    }
}

impl App {
    /// What the acting group's work list and the clear projections say now. Most acts change neither.
    pub(crate) fn project(
        &self,
        tx: &mut Tx<'_>,
        team: &Team,
        before: Option<&Shown>,
        after: &Case,
        pen: &Pen<'_>,
    ) -> Result<()> {
        let Some(shown) = Shown::of(&self.policy, team, after) else {
            return Ok(());
        };
        let Shown { card, state } = &shown;
        if before.is_none_or(|b| b.state != *state) {
            tx.put_case_state(&CaseState {
                changed_seq: pen.entries().last().map_or(0, |e| e.seq),
                ..*state
            })?;
        }
        if before.is_some_and(|b| b.card == *card) {
            return Ok(());
        }
        let received_and_refused = card.gone && state.class != Class::Decision;
        if received_and_refused && !self.keeps_card(team) {
            tx.drop_card(team.id, state.case)?;
        } else {
            self.put_card(tx, team, state.case, card)?;
        }
        Ok(())
    }

    /// Writes card and clear state anew from the fold of a case the group holds; gives whether either differed.
    pub(crate) fn project_anew(
        &self,
        tx: &mut Tx<'_>,
        team: &Team,
        stood: &CaseState,
        case: &Case,
    ) -> Result<bool> {
        let Some(Shown { card, state }) = Shown::of(&self.policy, team, case) else {
            return Ok(false);
        };
        let fresh = CaseState {
            changed_seq: stood.changed_seq,
            ..state
        };
        let differed =
            fresh != *stood || self.read_card(tx, team, state.case)?.as_ref() != Some(&card);
        if differed {
            tx.put_case_state(&fresh)?;
            self.put_card(tx, team, state.case, &card)?;
        }
        Ok(differed)
    }

    /// A centre or an office that refused or handed on a case keeps no card of it; the centre keeps those it handed on.
    fn keeps_card(&self, team: &Team) -> bool {
        team.purpose == Purpose::Partner
    }

    /// Writes a card under the group's key.
    pub(crate) fn put_card(
        &self,
        tx: &mut Tx<'_>,
        team: &Team,
        case: CaseId,
        card: &Card,
    ) -> Result<()> {
        let plain =
            serde_json::to_vec(card).map_err(|_| Error::Damaged("a card cannot be written"))?;
        let place = Place::Card {
            group: team.id,
            epoch: team.secret.epoch(),
            case,
        };
        let sealed = team.secret.home().seal(&place, &plain)?;
        let due_ms = card.due.and_then(day_ms);
        let row = card::Card {
            group: team.id,
            case,
            class: card.stage.class(),
            due_ms,
            changed_ms: card.since_ms,
            sealed,
        };
        Ok(tx.put_card(&row)?)
    }

    /// Reads a card.
    pub(crate) fn read_card(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        case: CaseId,
    ) -> Result<Option<Card>> {
        r.card(team.id, case)?
            .map(|row| open_card(team, &row))
            .transpose()
    }
}

/// Midnight UTC at the beginning of a day.
pub(crate) fn day_ms(day: jiff::civil::Date) -> Option<i64> {
    day.to_zoned(jiff::tz::TimeZone::UTC)
        .ok()
        .map(|z| z.timestamp().as_millisecond())
}

/// A card row opened.
pub(crate) fn open_card(team: &Team, row: &card::Card) -> Result<Card> {
    let place = Place::Card {
        group: team.id,
        epoch: team.secret.epoch(),
        case: row.case,
    };
    let plain = team
        .secret
        .home()
        .open(&place, &row.sealed)
        .map_err(|_| Error::Damaged("a card does not open"))?;
    serde_json::from_slice(&plain).map_err(|_| Error::Damaged("a card is none"))
}
