//! From a case to what a letter says: facts only, taken from what stands. The words are policy.

use super::refusal;
use crate::clock::day;
use crate::form::names::languages;
use crate::forms::task;
use crate::session::Session;
use jiff::civil::Date;
use safeconduct_domain::access::Role;
use safeconduct_domain::case::Case;
use safeconduct_domain::decision::Verdict;
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::UserId;
use safeconduct_domain::intake;
use safeconduct_domain::interview::Mode;
use safeconduct_domain::letter::{self, Kind, Letter};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Citation, Language, List, Policy};
use safeconduct_letters as out;

/// What a letter is written from.
pub(super) struct Desk<'a> {
    pub(super) policy: &'a Policy,
    pub(super) case: &'a Case,
    pub(super) entries: &'a [(Stamp, Event)],
    pub(super) letter: &'a Letter,
    /// The reasons of a return, whose letter is written before it has happened.
    pub(super) returning: Option<&'a intake::Return>,
    pub(super) today: Date,
    pub(super) signs: Signs<'a>,
    pub(super) draft: bool,
}

/// Who signs.
pub(super) struct Signs<'a> {
    pub(super) user: UserId,
    pub(super) name: &'a str,
    pub(super) role: Option<Role>,
}

impl<'a> Signs<'a> {
    /// Whoever is signed in, in the role they act in.
    pub(super) fn of(session: &'a Session, role: Role) -> Self {
        Self {
            user: session.user,
            name: &session.name,
            role: Some(role),
        }
    }
}

impl Desk<'_> {
    pub(super) const fn language(&self) -> Language {
        self.letter.language
    }

    /// The letter itself. `None` where the case lacks what such a letter is about; the rules refuse it before.
    pub(super) fn letter(&self) -> Option<out::Letter> {
        Some(match self.letter.kind {
            Kind::Acknowledgement => out::Letter::Acknowledgement(self.acknowledgement()?),
            Kind::Return => out::Letter::Return(self.returned()?),
            Kind::Invitation => out::Letter::Invitation(self.invitation()?),
            Kind::Fairness => out::Letter::Fairness(self.fairness()?),
            Kind::Approval => out::Letter::Approval(self.approval()?),
            Kind::Refusal => out::Letter::Refusal(refusal::letter(self)?),
            Kind::Outcome => out::Letter::Outcomes(self.outcomes()?),
        })
    }

    pub(super) fn envelope(&self) -> out::Envelope {
        let language = self.language();
        let to = self.letter.addressee(self.case);
        let partner = self.partner();
        out::Envelope {
            office: self.office(),
            date: self.today,
            addressee: to.map_or_else(|| out::Name::latin(&partner), name),
            through: (to.is_some() && self.letter.through_partner).then_some(partner),
            numbers: self.numbers(to),
            signatory: self.signatory(language),
            draft: self.draft,
        }
    }

    fn partner(&self) -> String {
        let code = &self.case.referral.partner;
        let partner = self.policy.partner(code, self.today);
        partner.map_or_else(|| code.clone(), |p| p.name.get(self.language()).to_owned())
    }

    fn office(&self) -> out::Office {
        let language = self.language();
        let code = self.case.intake.office.as_ref().map(|o| o.office.as_str());
        let office = code.and_then(|code| self.policy.office(code, self.today));
        let by_the_office = !matches!(self.letter.kind, Kind::Acknowledgement | Kind::Return);
        match office.filter(|_| by_the_office) {
            Some(office) => out::Office {
                name: office.name.get(language).to_owned(),
                place: office.city.get(language).to_owned(),
            },
            None => out::Office {
                name: self.word("centre"),
                place: String::new(),
            },
        }
    }

    /// To a partner by name; to a person by a number, which leads from the paper to nobody but through the record.
    fn signatory(&self, language: Language) -> out::Signatory {
        let title = match self.signs.role {
            Some(Role::IntakeOfficer) => "signed-intake",
            Some(Role::DesignatedOfficer) => "signed-designated",
            _ => "signed-migration",
        };
        let number = self.signs.user.to_string();
        let number = number.get(..8).unwrap_or_default();
        let numbered = self.policy.letter_text("signed-number", self.today);
        let numbered = numbered.map(|text| text.text.get(language).replace("{number}", number));
        let name = if self.letter.kind.to_partner() {
            None
        } else {
            numbered
        };
        out::Signatory {
            name: name.unwrap_or_else(|| self.signs.name.to_owned()),
            title: self.word(title),
        }
    }

    fn word(&self, id: &str) -> String {
        let text = self.policy.letter_text(id, self.today);
        text.map(|text| text.text.get(self.language()).to_owned())
            .unwrap_or_default()
    }

    /// The numbers to quote: the file's, and those of whom the letter may speak of.
    fn numbers(&self, to: Option<&Person>) -> Vec<out::Number> {
        let open = self.case.referral.open.as_ref();
        let partners = open.filter(|_| to.is_none()).map(|open| out::Number {
            kind: out::NumberKind::Partner,
            number: open.reference.clone(),
            person: None,
        });
        let ours = self.case.intake.numbers.iter().filter(|n| {
            matches!(n.kind.as_str(), "g-number" | "uci")
                && n.person.is_none_or(|p| {
                    to.is_none_or(|to| letter::speaks_of(self.case, to, p, self.today))
                })
        });
        let ours = ours.map(|n| self.number(n));
        ours.chain(partners).collect()
    }

    fn number(&self, number: &intake::Number) -> out::Number {
        let person = number.person.and_then(|id| self.case.referral.person(id));
        out::Number {
            kind: number_kind(&number.kind),
            number: number.value.clone(),
            person: person.map(name),
        }
    }

    fn remarks(&self) -> String {
        self.letter.remarks.clone().unwrap_or_default()
    }

    /// The day on which the referral arrived, the last time it did.
    fn received(&self) -> Option<Date> {
        let submitted = |(stamp, event): &&(Stamp, Event)| {
            matches!(event, Event::Submitted { .. }) && stamp.at_ms > 0
        };
        let last = self.entries.iter().rev().find(submitted);
        let offered = self.case.offer.map(|offer| day(offer.at_ms));
        last.map(|(stamp, _)| day(stamp.at_ms))
            .or(offered)
            .or(self.case.referral.date)
    }

    fn acknowledgement(&self) -> Option<out::Acknowledgement> {
        let numbers = self.case.intake.numbers.iter();
        Some(out::Acknowledgement {
            envelope: self.envelope(),
            received_on: self.received()?,
            referral_date: self.case.referral.date?,
            numbers: numbers.map(|n| self.number(n)).collect(),
        })
    }

    fn returned(&self) -> Option<out::Return> {
        let returning = self.returning.or(self.case.intake.returned.as_ref())?;
        let reasons = returning.reasons.iter();
        let reasons = reasons
            .filter_map(|code| self.policy.named(List::ReturnReason, code, self.today))
            .map(|reason| out::MissingItem {
                what: reason.text.get(self.language()).to_owned(),
                person: None,
                provisions: reason.provisions.clone(),
            });
        Some(out::Return {
            envelope: self.envelope(),
            received_on: self.received()?,
            missing: reasons.collect(),
            remarks: returning.note.clone(),
            again_by: None,
        })
    }

    fn invitation(&self) -> Option<out::Invitation> {
        let (case, letter) = (self.case, self.letter);
        let to = letter.addressee(case)?;
        let plan = case.interview.plan.as_ref()?;
        let invited = |p: &&Person| {
            (plan.persons.is_empty() || plan.persons.contains(&p.id))
                && letter::speaks_of(case, to, p.id, self.today)
        };
        let place = letter.place.clone().unwrap_or_default();
        Some(out::Invitation {
            envelope: self.envelope(),
            persons: case.referral.present().filter(invited).map(name).collect(),
            day: plan.on?,
            time: letter.hour()?,
            zone: letter.zone.clone().unwrap_or_default(),
            means: match plan.mode {
                Mode::Video => out::Means::Video(place),
                Mode::InPerson | Mode::Waived => out::Means::InPerson(place),
            },
            speech: self.speech(to),
            bring: letter.bring.clone(),
            answer_by: letter.due,
            remarks: self.remarks(),
        })
    }

    /// The language planned, or else the person's first: without an interpreter where it is English or French.
    fn speech(&self, to: &Person) -> out::Speech {
        let plan = self.case.interview.plan.as_ref();
        let planned = plan.and_then(|p| p.language.as_deref());
        let spoken = planned.or_else(|| to.details.languages.first().map(String::as_str));
        let code = spoken.unwrap_or(self.language().code());
        let named = languages().names(code);
        let named = named.map(|(en, fr)| match self.language() {
            Language::En => en,
            Language::Fr => fr,
        });
        let named = named.unwrap_or(code).to_owned();
        if matches!(code, "en" | "fr") {
            out::Speech::Direct(named)
        } else {
            out::Speech::Interpreted(named)
        }
    }

    fn fairness(&self) -> Option<out::Fairness> {
        let to = self.letter.addressee(self.case)?;
        let put: Vec<_> = letter::concerns(self.case, to, self.today).collect();
        let latest = letter::latest_due(self.case, to, self.today)?;
        let concerns = put.iter().map(|c| {
            let about = self.case.referral.person(c.put.person);
            out::Concern {
                person: about.filter(|p| p.id != to.id).map(name),
                about: self.task(&c.put.about),
                provisions: self.law_of(&c.put.about),
                concern: c.put.concern.clone(),
                disclosed: c.put.disclosed.clone(),
            }
        });
        Some(out::Fairness {
            envelope: self.envelope(),
            concerns: concerns.collect(),
            due: self.letter.due.unwrap_or(latest),
        })
    }

    /// What an element or a check is called, in the letter's language.
    pub(super) fn task(&self, code: &str) -> String {
        let text = task(self.policy, self.today, code);
        text.map(|text| text.get(self.language()).to_owned())
            .unwrap_or_default()
    }

    fn law_of(&self, code: &str) -> Vec<Citation> {
        let element = self.policy.element(code, self.today);
        let element = element.map(|e| e.provision.clone());
        let check = || self.policy.check(code, self.today)?.provision.clone();
        element.or_else(check).into_iter().collect()
    }

    fn approval(&self) -> Option<out::Approval> {
        let case = self.case;
        let to = self.letter.addressee(case)?;
        let approved: Vec<_> = letter::decided(case, to, Verdict::Approved, self.today).collect();
        let decided = approved.iter().filter_map(|p| case.decision(p.id));
        let remarks = self.remarks();
        let stays = case.referral.present().filter(|p| !p.details.travels());
        Some(out::Approval {
            envelope: self.envelope(),
            decided_on: decided.map(|d| d.on).max()?,
            persons: approved.iter().map(|p| name(p)).collect(),
            next: remarks.lines().map(str::to_owned).collect(),
            medical_until: None,
            left_behind: stays.map(name).collect(),
        })
    }

    fn outcomes(&self) -> Option<out::Outcomes> {
        let case = self.case;
        let persons = letter::tellable(case, self.today).filter_map(|p| {
            let decided = case.decision(p.id)?;
            Some(out::Outcome {
                name: name(p),
                decided: match decided.decide.verdict {
                    Verdict::Approved => out::Decided::Approved,
                    Verdict::Refused => out::Decided::Refused,
                },
                on: decided.on,
            })
        });
        let told = case
            .letters
            .iter()
            .filter(|l| matches!(l.letter.kind, Kind::Approval | Kind::Refusal));
        let told = told.flat_map(|l| l.sent.iter().map(|s| s.on)).max();
        Some(out::Outcomes {
            envelope: self.envelope(),
            persons: persons.collect(),
            told_on: told,
        })
    }
}

/// What a recorded number is called on paper.
pub(crate) fn number_kind(code: &str) -> out::NumberKind {
    match code {
        "g-number" => out::NumberKind::File,
        "uci" => out::NumberKind::Client,
        "partner" => out::NumberKind::Partner,
        "unhcr-individual" | "unhcr-group" => out::NumberKind::Unhcr,
        _ => out::NumberKind::Reference,
    }
}

/// A name in Latin letters and as its bearer writes it.
pub(crate) fn name(person: &Person) -> out::Name {
    out::Name {
        latin: person.details.full_name(),
        native: person.details.native_name.clone(),
    }
}
