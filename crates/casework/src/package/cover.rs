//! From a referral to its cover page: facts only, taken from what stands. The words are policy.

use super::Package;
use crate::clock::day;
use crate::form::names::{Names, countries, languages};
use crate::letter::{name, number_kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::completeness::Item;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::person::{Person, Relationship};
use safeconduct_domain::policy::{Language, List, Policy};
use safeconduct_letters as out;

pub(super) fn of(package: &Package, policy: &Policy) -> out::Cover {
    let desk = Desk { package, policy };
    let case = &package.case;
    let referral = &case.referral;
    let open = referral.open.as_ref();
    let origin = open.and_then(|o| o.origin.as_ref());
    let origin = origin.filter(|origin| **origin != referral.partner);
    let asked = &case.priorities.submission;
    let work = referral.work.as_ref();
    let declaration = referral.declaration.as_ref();
    let mut persons: Vec<_> = referral.present().collect();
    persons.sort_by_key(|p| p.details.relationship != Relationship::PrincipalApplicant);
    out::Cover {
        date: package.day,
        partner: desk.partner(&referral.partner),
        origin: origin.map(|code| desk.partner(code)),
        numbers: desk.numbers(),
        referred_on: referral.date,
        priority: match asked.urgency {
            Urgency::Normal => "normal",
            Urgency::Urgent => "urgent",
            Urgency::Emergency => "emergency",
        },
        grounds: asked.grounds.clone(),
        correspondence: open.map(|o| match o.language.as_str() {
            "fr" => Language::Fr,
            _ => Language::En,
        }),
        categories: work.map_or_else(Vec::new, |w| {
            let codes = w.categories.iter();
            codes
                .map(|code| desk.listed(List::DefenderCategory, code))
                .collect()
        }),
        persons: persons.into_iter().map(|p| desk.member(p)).collect(),
        interview: declaration.map_or_else(Vec::new, |d| {
            desk.named(languages(), &d.interview_languages)
        }),
        adverse: work.map_or_else(Vec::new, |w| desk.named(countries(), &w.adverse_countries)),
        attested: (referral.attestation.as_ref()).map(|(attestation, _, at_ms)| out::Attested {
            by: package.attested_by.clone(),
            on: day(*at_ms),
            grounds: attestation.grounds.clone(),
        }),
        consents: consents(case),
        declared: declaration.map(|d| out::Declared {
            on: d.signed_on,
            family: d.all_family_declared,
            represented: d.representative != "none",
        }),
        kept: !case.confidences.is_empty(),
        lacking: package
            .lacking
            .iter()
            .map(|item| desk.lacking(item))
            .collect(),
        items: desk.items(),
    }
}

struct Desk<'a> {
    package: &'a Package,
    policy: &'a Policy,
}

impl Desk<'_> {
    const fn language(&self) -> Language {
        self.package.language
    }

    fn partner(&self, code: &str) -> String {
        let partner = self.policy.partner(code, self.package.day);
        partner.map_or_else(
            || code.to_owned(),
            |p| p.name.get(self.language()).to_owned(),
        )
    }

    fn listed(&self, list: List, code: &str) -> String {
        let named = self.policy.named(list, code, self.package.day);
        named.map_or_else(
            || code.to_owned(),
            |n| n.text.get(self.language()).to_owned(),
        )
    }

    /// Countries or languages by name.
    fn named(&self, names: &Names, codes: &[String]) -> Vec<String> {
        let name = |code: &String| match (names.names(code), self.language()) {
            (Some((en, _)), Language::En) => en.to_owned(),
            (Some((_, fr)), Language::Fr) => fr.to_owned(),
            (None, _) => code.clone(),
        };
        codes.iter().map(name).collect()
    }

    /// The partner's reference, UNHCR's number, then what the centre recorded.
    fn numbers(&self) -> Vec<out::Number> {
        let case = &self.package.case;
        let of = |kind, number: &String, person| out::Number {
            kind,
            number: number.clone(),
            person,
        };
        let open = case.referral.open.as_ref();
        let reference = open.map(|o| of(out::NumberKind::Partner, &o.reference, None));
        let unhcr = open.and_then(|o| o.unhcr_number.as_ref());
        let unhcr = unhcr.map(|number| of(out::NumberKind::Unhcr, number, None));
        // what no words say whose number it is stands in what machines read
        let recorded = case.intake.numbers.iter().filter(|n| n.kind != "other");
        let recorded = recorded.map(|n| {
            let person = n.person.and_then(|id| called(case, id));
            of(number_kind(&n.kind), &n.value, person)
        });
        reference.into_iter().chain(unhcr).chain(recorded).collect()
    }

    fn member(&self, person: &Person) -> out::Member {
        let details = &person.details;
        out::Member {
            name: name(person),
            relationship: details.relationship.code(),
            travels: details.travels(),
            born: details.birth,
            nationalities: self.named(countries(), &details.nationalities),
            stateless: details.stateless,
            lives: details
                .residence
                .as_ref()
                .and_then(|code| self.named(countries(), std::slice::from_ref(code)).pop()),
        }
    }

    fn lacking(&self, item: &Item) -> out::Lacking {
        out::Lacking {
            item: out::MissingItem {
                what: item.text.get(self.language()).to_owned(),
                person: item.person.and_then(|id| called(&self.package.case, id)),
                provisions: item.provisions.clone(),
            },
            assumed: item.origin.is_assumed(),
            blocks: item.blocks,
            mend: item.section.code(),
        }
    }

    fn items(&self) -> Vec<out::Indexed> {
        let files = self.package.files.iter();
        let each = files.map(|file| out::Indexed {
            file: file.object.name.clone(),
            what: self.listed(List::DocumentKind, &file.document.kind),
            person: file
                .document
                .person
                .and_then(|id| called(&self.package.case, id)),
            name: file.document.name.clone(),
            size: file.object.size,
            sha256: file.object.sha256.clone(),
            kept: file.kept,
        });
        each.collect()
    }
}

fn consents(case: &Case) -> Vec<out::Consent> {
    let given = case.referral.consents.iter().filter_map(|consent| {
        Some(out::Consent {
            name: called(case, consent.person)?,
            on: consent.given_on,
            written: consent.manner == "written",
            outcome: consent.outcome_to_partner,
        })
    });
    given.collect()
}

fn called(case: &Case, id: PersonId) -> Option<out::Name> {
    case.referral.person(id).map(name)
}
