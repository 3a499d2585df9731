//! Hand-over: keys follow the case. Offer, take in, accept, refuse, recall; and what everybody concerned is told.
//!
//! In every committed state: each live compartment has a grant to a group with a member; no third group has one; one
//! group is responsible; each step is an entry.

use crate::app::App;
use crate::error::{Error, Result};
use crate::pen::Pen;
use crate::ring::Ring;
use crate::session::Session;
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Case;
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::directory::{self, Purpose};
use safeconduct_domain::event::Event;
use safeconduct_domain::fact::Fact;
use safeconduct_domain::id::{CaseId, GroupId, ItemId, TransferId};
use safeconduct_domain::notice::Notice;
use safeconduct_domain::refused::Refused;
use safeconduct_store::transfer::{Package, PackageState};
use safeconduct_store::{Scratch, Tx, fact};
use safeconduct_vault::package::{self, PackageContents, Route};
use safeconduct_vault::random;
use zeroize::Zeroizing;

impl App {
    /// Moves keys as an event demands.
    pub(crate) fn hand_over(
        &self,
        tx: &mut Tx<'_>,
        ring: &Ring,
        before: &Case,
        after: &Case,
        event: &Event,
        now: i64,
    ) -> Result<()> {
        match event {
            Event::Submitted { transfer, to, .. } | Event::OfferedToOffice { transfer, to, .. } => {
                self.offer(tx, ring, after, *transfer, *to, now)
            }
            Event::FileCreated { .. } | Event::TransferAccepted => {
                self.release(tx, ring.case, before, after, now)
            }
            Event::Returned(_)
            | Event::TransferRefused { .. }
            | Event::TransferRecalled { .. }
            | Event::Withdrawn(_) => self.take_back(tx, ring.case, before, event),
            _ => Ok(()),
        }
    }

    /// Seals every key of the case to the receiver, whose certificate is verified first.
    fn offer(
        &self,
        tx: &mut Tx<'_>,
        ring: &Ring,
        after: &Case,
        transfer: TransferId,
        to: GroupId,
        now: i64,
    ) -> Result<()> {
        let from = after
            .holder
            .ok_or(Error::Damaged("a case without holder"))?;
        let group = tx
            .group(to)?
            .ok_or(Error::NotSetUp("the receiving group does not exist"))?;
        let believed = self.believe_group(tx, &group)?;
        let card = serde_json::to_vec(&Card::of_offered(&self.policy, after))
            .map_err(|_| Error::Damaged("a card cannot be written"))?;
        let keys = ring
            .keys()
            // what intake alone knows stays with it
            .filter(|(compartment, ..)| *compartment != Compartment::Intake)
            .map(|(compartment, version, key)| (compartment, version, key.clone()))
            .collect();
        let contents = PackageContents {
            keys,
            card: Zeroizing::new(card),
        };
        let sealed = package::seal(
            &believed,
            &Route {
                transfer,
                from,
                case: ring.case,
            },
            &contents,
        )?;
        let offered = Package {
            transfer,
            case: ring.case,
            from,
            to,
            sealed,
            at_ms: now,
            state: PackageState::Offered,
        };
        tx.put_package(&offered)?;
        self.ask_for_mail(tx, to, now)
    }

    /// The receiver keeps what it took in; the sender loses what the policy does not let it keep.
    fn release(
        &self,
        tx: &mut Tx<'_>,
        case: CaseId,
        before: &Case,
        after: &Case,
        now: i64,
    ) -> Result<()> {
        let (Some(sender), Some(receiver)) = (before.holder, after.holder) else {
            return Ok(());
        };
        tx.confirm_grants(receiver, case)?;
        let party = |tx: &mut Tx<'_>, id| -> Result<_> {
            Ok(tx
                .group(id)?
                .and_then(|g| Purpose::from_code(&g.kind))
                .and_then(Purpose::party))
        };
        let day = crate::clock::day(now);
        let keeps = match (party(tx, sender)?, party(tx, receiver)?) {
            (Some(from), Some(to)) => self
                .policy
                .release(from, to, day)
                .map(|r| r.keeps.clone())
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        // nobody but the deciding side ever keeps its deliberation, and nobody else has what intake alone knows
        let lost = Compartment::ALL.into_iter().filter(|c| match c {
            Compartment::Internal => true,
            Compartment::Intake => false,
            other => !keeps.contains(other),
        });
        for compartment in lost {
            tx.drop_grants_of(sender, case, compartment)?;
        }
        Ok(())
    }

    /// The receiver of an offer that came to nothing loses what it had been shown.
    fn take_back(&self, tx: &mut Tx<'_>, case: CaseId, before: &Case, event: &Event) -> Result<()> {
        let Some(offer) = before.offer else {
            return Ok(());
        };
        tx.drop_grants(offer.to, case)?;
        tx.drop_card(offer.to, case)?;
        let state = match event {
            Event::Returned(_) | Event::TransferRefused { .. } => PackageState::Refused,
            _ => PackageState::Recalled,
        };
        tx.settle_package(offer.transfer, state)?;
        Ok(())
    }

    /// Notices, facts, places and mail that an act gives rise to.
    pub(crate) fn tell(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        pen: &mut Pen<'_>,
        before: &Case,
        after: &Case,
        events: &[Event],
    ) -> Result<()> {
        let Some(case) = after.id else { return Ok(()) };
        let acting = session.team()?.id;
        let today = crate::clock::day(pen.at_ms);
        for event in events {
            for (to, notice) in Notice::of(event, after, acting, today) {
                self.send(tx, pen, to, case, Class::Decision, &notice)?;
                self.ask_for_mail(tx, to, pen.at_ms)?;
            }
        }
        if let (Some(fact), Some(planners)) = (
            Fact::between(before, after, today),
            session.courier_to(session.planners),
        ) {
            let plain = serde_json::to_vec(&fact)
                .map_err(|_| Error::Damaged("a fact cannot be written"))?;
            let seq = pen.message(planners, Some(case), after.stage.class(), "counted", &plain)?;
            tx.put_fact(&fact::Fact {
                seq,
                to: planners.to(),
                courier: planners.id(),
                case: Some(case),
            })?;
        }
        self.move_places(tx, pen, acting, before, after)
    }

    /// Places of the partner's yearly allocation, in persons: taken at submission, given back when it comes to nothing.
    fn move_places(
        &self,
        tx: &mut Tx<'_>,
        pen: &mut Pen<'_>,
        acting: GroupId,
        before: &Case,
        after: &Case,
    ) -> Result<()> {
        if before.places == after.places {
            return Ok(());
        }
        let partner = after.referral.partner.clone();
        let organisation = tx
            .organisation_by_code(&partner)?
            .ok_or(Error::Damaged("a partner without organisation"))?
            .id;
        let moved = |pen: &mut Pen<'_>, year: i16, persons: i64| {
            let event = directory::Event::SpacesMoved {
                partner: partner.clone(),
                year,
                persons,
            };
            pen.directory(acting, Class::Administration, &event)
        };
        if let Some((year, persons)) = before.places {
            tx.uncount_persons(organisation, year, persons)?;
            moved(pen, year, -i64::from(persons))?;
        }
        if let Some((year, persons)) = after.places {
            let limit = self
                .policy
                .allocation(&partner, year)
                .map_or(u32::MAX, |a| a.persons);
            if tx
                .count_persons(organisation, year, persons, limit)?
                .is_none()
            {
                let used = tx.persons_counted(organisation, year)?;
                let refused = Refused::by("allocation-used")
                    .citing("R143(2)")
                    .with("year", year.to_string());
                let refused = refused
                    .with("limit", limit.to_string())
                    .with("left", limit.saturating_sub(used).to_string());
                return Err(refused.with("persons", persons.to_string()).into());
            }
            moved(pen, year, i64::from(persons))?;
        }
        Ok(())
    }

    /// "Something waits for you", to the members of a group: queued in the act that caused it, with no content.
    pub(crate) fn ask_for_mail(
        &self,
        tx: &mut Scratch<'_>,
        group: GroupId,
        now: i64,
    ) -> Result<()> {
        Ok(tx.queue_job(
            ItemId::from_bytes(random::fresh_id()),
            crate::job::MAIL,
            &group.to_string(),
            now,
        )?)
    }
}
