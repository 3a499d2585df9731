//! Before departure: whether every family member is declared, and what follows for one who is not.

use askama::Template;
use askama::filters::HtmlSafe;
use safeconduct_domain::act::Kind;
use safeconduct_domain::family;
use safeconduct_domain::person::Person;

use super::casefile::{Desk, relationship};
use super::inset::{self, Inset};
use crate::web::i18n::Arg;
use crate::web::parts::{Link, Tag, Tone};

/// The question, the answer so far, who is declared, and the law.
#[derive(Template)]
#[template(path = "_family.html")]
pub(super) struct Family {
    title: String,
    tag: Tag,
    answer: String,
    declared_label: String,
    declared: Vec<String>,
    law: Option<Inset>,
    links: Vec<Link>,
}

impl HtmlSafe for Family {}

impl Family {
    /// For a case in which somebody is approved and may soon leave.
    pub(super) fn of(desk: &Desk<'_>) -> Option<Self> {
        let shown = desk.assesses() && family::may_leave(desk.case());
        shown.then(|| Self {
            title: desk.t("family-title"),
            tag: tag(desk),
            answer: answer(desk),
            declared_label: desk.t("family-declared"),
            declared: desk
                .case()
                .referral
                .present()
                .map(|p| declared(desk, p))
                .collect(),
            law: inset::considerations(desk, "declaration"),
            links: [Kind::ConfirmDeclaration, Kind::DeclarePerson]
                .iter()
                .filter_map(|kind| desk.act(*kind, &[]))
                .collect(),
        })
    }
}

fn tag(desk: &Desk<'_>) -> Tag {
    match family::asked(desk.case()) {
        None => Tag::new(desk.t("family-not-asked"), Tone::Urgent),
        Some(_) if family::settled(desk.case()) => {
            Tag::new(desk.t("family-all-declared"), Tone::Done)
        }
        Some(_) if outdated(desk) => Tag::new(desk.t("family-again"), Tone::Urgent),
        Some(_) => Tag::new(desk.t("family-somebody-missing"), Tone::Urgent),
    }
}

/// Whether somebody was declared since the question was put.
fn outdated(desk: &Desk<'_>) -> bool {
    let last = desk.case().referral.confirmations.last();
    last.is_some_and(|c| c.outdated)
}

/// Who was asked, when, and in which language.
fn answer(desk: &Desk<'_>) -> String {
    let (case, lang) = (desk.case(), desk.lang());
    let Some(last) = case.referral.confirmations.last() else {
        return desk.t("family-ask");
    };
    let asked = &last.confirmation;
    let who = case.referral.person(asked.person);
    let name = who.map(|p| p.details.full_name()).unwrap_or_default();
    let args = [
        ("name", Arg::Text(name)),
        ("date", Arg::Text(lang.date(asked.on))),
        ("language", Arg::Text(lang.language(&asked.language))),
    ];
    desk.tn("family-asked", &args)
}

/// A person as declared: what they are to the applicant, whether they travel, since when.
fn declared(desk: &Desk<'_>, person: &Person) -> String {
    let travels = match person.details.travels() {
        true => desk.t("person-in-application"),
        false => desk.t("person-not-accompanying"),
    };
    let mut parts = vec![
        person.details.full_name(),
        relationship(desk.lang(), person),
        travels,
    ];
    parts.extend(late(desk, person));
    parts.join(" · ")
}

/// That somebody was declared after the submission.
pub(super) fn late(desk: &Desk<'_>, person: &Person) -> Option<String> {
    let day = person.declared_on?;
    Some(desk.t1("family-late", "date", desk.lang().date(day)))
}
