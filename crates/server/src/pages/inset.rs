//! What stands beside a form or a finding: the law, what is to be kept in mind, and where each point comes from.

use askama::Template;
use askama::filters::HtmlSafe;
use safeconduct_domain::conviction::{CRIMINALITY, SERIOUS};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Check, Citation, Element, List, Named, Unit};
use safeconduct_domain::tasks;

use super::casefile::{Desk, relationship};
use crate::web::i18n::Arg;

/// Points under a heading, set apart from what is asked or found.
#[derive(Template)]
#[template(path = "_inset.html")]
pub(super) struct Inset {
    title: String,
    points: Vec<Point>,
    /// Set off as something that must not be overlooked.
    warning: bool,
}

/// One point.
pub(super) struct Point {
    text: String,
    source: String,
}

impl HtmlSafe for Inset {}

impl Inset {
    /// Points without a source of their own.
    pub(super) fn new(
        title: impl Into<String>,
        lines: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let point = |text: String| Point {
            text,
            source: String::new(),
        };
        Self {
            title: title.into(),
            points: lines.into_iter().map(|line| point(line.into())).collect(),
            warning: false,
        }
    }

    /// The same as something that must not be overlooked.
    pub(super) const fn warning(mut self) -> Self {
        self.warning = true;
        self
    }

    /// The same unless there is nothing to say.
    pub(super) fn unless_empty(self) -> Option<Self> {
        (!self.points.is_empty()).then_some(self)
    }

    fn class(&self) -> &'static str {
        if self.warning {
            "sc-inset sc-inset--warning"
        } else {
            "sc-inset"
        }
    }
}

/// What an officer is expected to have in mind at an element, a check or a step.
pub(super) fn considerations(desk: &Desk<'_>, about: &str) -> Option<Inset> {
    let found = desk.policy().considerations_for(about, desk.today);
    let points = found.into_iter().map(|c| Point {
        text: desk.lang().text(&c.text).to_owned(),
        source: desk.source(&c.origin),
    });
    Inset {
        title: desk.t("inset-considerations"),
        points: points.collect(),
        warning: false,
    }
    .unless_empty()
}

/// Several provisions, one after the other.
pub(super) fn cited<'c>(
    desk: &Desk<'_>,
    provisions: impl IntoIterator<Item = &'c Citation>,
) -> String {
    let language = desk.lang().into();
    let cited: Vec<_> = provisions.into_iter().map(|c| c.render(language)).collect();
    cited.join("; ")
}

/// Who does not share the class of the principal applicant claims in their own right: why, and on whose word.
pub(super) fn own_right(desk: &Desk<'_>, person: &Person) -> Option<Inset> {
    let (case, today) = (desk.case(), desk.today);
    let principal = case.referral.principal().is_some_and(|p| p.id == person.id);
    if principal || !person.details.travels() || tasks::shares_class(case, person, today) {
        return None;
    }
    let code = person.details.relationship.code();
    let named = desk.policy().named(List::Relationship, code, today);
    let said = named.and_then(|named| Some((named.hint.as_ref()?, &named.origin)));
    let said = said.map(|(hint, origin)| Point {
        text: desk.lang().text(hint).to_owned(),
        source: desk.source(origin),
    });
    let law = Point {
        text: desk.t("own-right"),
        source: ["R1(3)", "R140"].map(|p| desk.lang().cite(p)).join("; "),
    };
    Some(Inset {
        title: relationship(desk.lang(), person),
        points: said.into_iter().chain([law]).collect(),
        warning: false,
    })
}

/// The countries an element asks about, as the person gave them: of nationality or, where there is none, of former
/// habitual residence; and where they live now.
pub(super) fn countries(desk: &Desk<'_>, person: PersonId, element: &Element) -> Option<Inset> {
    let provision = element.provision.to_string();
    let asked = ["A96", "R139(1)(d)(i)", "R147"];
    asked.iter().find(|cited| provision.starts_with(**cited))?;
    let details = &desk.case().referral.person(person)?.details;
    let named = |codes: &[String]| {
        let names: Vec<_> = codes.iter().map(|c| desk.lang().country(c)).collect();
        match names.is_empty() {
            true => desk.t("inset-countries-none"),
            false => names.join(", "),
        }
    };
    let line = |key: &str, codes: &[String]| desk.t1(key, "countries", named(codes));
    let mut lines = vec![line("inset-countries-nationality", &details.nationalities)];
    if details.nationalities.is_empty() {
        lines.push(line("inset-countries-former", &details.former_residences));
    }
    lines.push(line("inset-countries-now", details.residence.as_slice()));
    Some(Inset::new(desk.t("inset-countries"), lines))
}

/// An element of eligibility: what must be established, by which provision, and what goes with it.
pub(super) fn element(desk: &Desk<'_>, element: &Element) -> Vec<Inset> {
    let mut law = vec![cited(desk, [&element.provision])];
    if !element.see.is_empty() {
        law.push(desk.t1("law-see", "provisions", cited(desk, &element.see)));
    }
    if let Some(lifting) = &element.lifted_by {
        law.push(desk.t1("law-lifted", "provision", cited(desk, [lifting])));
    }
    if element.alternative.is_some() {
        law.push(desk.t("law-alternative"));
    }
    let text = desk.lang().text(&element.text);
    let mut all = vec![Inset::new(text, law)];
    all.extend(considerations(desk, &element.id));
    all
}

/// A check of admissibility, with its exemption in law, and for convictions the steps in their order.
pub(super) fn check(desk: &Desk<'_>, check: &Check) -> Vec<Inset> {
    let text = desk.lang().text(&check.text);
    let mut law = law_of(desk, check);
    law.extend(exemption(desk, check));
    law.extend(validity(desk, check));
    let mut all = vec![Inset::new(text, law)];
    all.extend(considerations(desk, &check.id));
    if matches!(check.id.as_str(), SERIOUS | CRIMINALITY) {
        all.extend(conviction_steps(desk));
        all.extend(conviction_signs(desk));
    }
    all
}

/// What is done when there is a conviction, in its order.
pub(super) fn conviction_steps(desk: &Desk<'_>) -> Option<Inset> {
    list(desk, "inset-conviction-steps", List::ConvictionStep)
}

/// By what an illegitimate conviction may be known.
pub(super) fn conviction_signs(desk: &Desk<'_>) -> Option<Inset> {
    list(desk, "inset-conviction-signs", List::ConvictionIndicator)
}

/// How long a result holds, where it ages.
pub(super) fn validity(desk: &Desk<'_>, check: &Check) -> Option<String> {
    let deadline = desk.policy().deadline(check.validity?, desk.today)?;
    let args = [
        ("count", Arg::from(i64::from(deadline.length))),
        ("provision", Arg::Text(cited(desk, &deadline.provisions))),
    ];
    (deadline.unit == Unit::Months).then(|| desk.tn("law-holds-months", &args))
}

/// The provisions of a check.
pub(super) fn law_of(desk: &Desk<'_>, check: &Check) -> Vec<String> {
    let mut law: Vec<String> = check.provision.iter().map(|p| cited(desk, [p])).collect();
    if !check.see.is_empty() {
        law.push(desk.t1("law-see", "provisions", cited(desk, &check.see)));
    }
    law
}

/// Who is exempt from a check, and by which provision.
pub(super) fn exemption(desk: &Desk<'_>, check: &Check) -> Option<String> {
    let text = desk.lang().text(check.exempt.as_ref()?).to_owned();
    if check.exempt_by.is_empty() {
        return Some(text);
    }
    Some(format!("{text} ({})", cited(desk, &check.exempt_by)))
}

fn list(desk: &Desk<'_>, title: &str, list: List) -> Option<Inset> {
    let lines = desk.policy().list(list, desk.today);
    let text = |line: &&Named| desk.lang().text(&line.text).to_owned();
    Inset::new(desk.t(title), lines.iter().map(text)).unless_empty()
}
