//! Eligibility, element by element: what the law asks, what to keep in mind at it, what was found and why.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_domain::act::Kind;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::eligibility::{self, Class, Finding};
use safeconduct_domain::id::DocumentId;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Element, RefugeeClass};
use safeconduct_domain::reassignment::Piece;
use safeconduct_domain::tasks::{self, Task};

use super::{PersonNav, earlier, excerpt, open, state_tag};
use crate::pages::casefile::{Desk, Head};
use crate::pages::confidential;
use crate::pages::inset::{self, Inset};
use crate::pages::persons::kind;
use crate::pages::timeline::part;
use crate::state::{ServerState, SignedIn};
use crate::web::i18n::Arg;
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Tag, Tone};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "eligibility.html")]
struct EligibilityPage {
    page: Page,
    head: Head,
    nav: PersonNav,
    progress: String,
    next: Option<Link>,
    step: Option<Inset>,
    own_right: Option<Inset>,
    shared: Option<String>,
    classes: Vec<Line>,
    groups: Vec<(String, Vec<Line>)>,
}

/// One thing that is found, or still to be found.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) law: Vec<String>,
    pub(super) tag: Tag,
    pub(super) considerations: Vec<Inset>,
    /// The finding or result, in a word.
    pub(super) found: String,
    pub(super) reasons: Vec<String>,
    /// Where the rest of long reasons is read.
    pub(super) whole: Option<Link>,
    /// What it rests on, until when it holds.
    pub(super) notes: Vec<String>,
    pub(super) record: Option<Link>,
    /// What else can be done beside it.
    pub(super) further: Vec<Link>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, person)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = open(&state, &me, &uri, &case, "eligibility").await?;
    let person = desk.person(&person)?;
    let all = tasks::of_person(desk.policy(), desk.case(), person.id, desk.today);
    let only = part(&uri, "element");
    let elements = desk.policy().elements(desk.today);
    let asked: Vec<(&Element, &Task)> = elements
        .into_iter()
        .filter(|element| only.is_none_or(|only| only == element.id))
        .filter_map(|element| Some((element, all.iter().find(|task| task.id == element.id)?)))
        .collect();
    let title = desk.t("todo-eligibility");
    let shares = tasks::shares_class(desk.case(), person, desk.today);
    let page = EligibilityPage {
        progress: progress(&desk, &asked),
        next: next(&desk, person, &asked),
        step: inset::considerations(&desk, "eligibility"),
        own_right: inset::own_right(&desk, person),
        shared: shares
            .then(|| desk.t1("eligibility-shared", "provision", desk.lang().cite("R140"))),
        classes: match only {
            Some(_) => Vec::new(),
            None => classes(&desk, person),
        },
        groups: groups(&desk, person, &asked, only.is_some()),
        nav: PersonNav::new(&desk, person, "eligibility"),
        head: desk.head(person.details.full_name(), "/eligibility"),
        page: desk.page(&title).await,
    };
    Ok(html(&page))
}

fn progress(desk: &Desk<'_>, asked: &[(&Element, &Task)]) -> String {
    let mandatory = asked.iter().filter(|(_, task)| task.mandatory).count();
    let open = asked.iter().filter(|(_, task)| task.open()).count();
    if mandatory == 0 {
        return String::new();
    }
    let args = [
        ("closed", Arg::from(mandatory.saturating_sub(open))),
        ("all", Arg::from(mandatory)),
    ];
    desk.tn("todo-closed-of", &args)
}

/// The first element still to be found, so that one leads to the next.
fn next(desk: &Desk<'_>, person: &Person, asked: &[(&Element, &Task)]) -> Option<Link> {
    if !desk.may(Kind::FindElement) {
        return None;
    }
    let (element, _) = asked.iter().find(|(_, task)| task.open())?;
    let id = person.id.to_string();
    let place = desk.place(
        Kind::FindElement,
        &[("person", &id), ("about", &element.id)],
    );
    let cited = inset::cited(desk, [&element.provision]);
    Some(Link::new(
        desk.t1("eligibility-next", "provision", cited),
        place,
    ))
}

/// The elements by the class they belong to.
fn groups(
    desk: &Desk<'_>,
    person: &Person,
    asked: &[(&Element, &Task)],
    whole: bool,
) -> Vec<(String, Vec<Line>)> {
    let titles = [
        (RefugeeClass::Both, "eligibility-both"),
        (RefugeeClass::Convention, "eligibility-convention"),
        (
            RefugeeClass::CountryOfAsylum,
            "eligibility-country-of-asylum",
        ),
    ];
    let of = |class: RefugeeClass| {
        let own = asked
            .iter()
            .filter(move |(element, _)| element.class == class);
        own.map(|(element, task)| line(desk, person, element, task, whole))
            .collect::<Vec<_>>()
    };
    let groups = titles
        .into_iter()
        .map(|(class, key)| (desk.t(key), of(class)));
    groups.filter(|(_, lines)| !lines.is_empty()).collect()
}

fn line(desk: &Desk<'_>, person: &Person, element: &Element, task: &Task, whole: bool) -> Line {
    let found = desk.case().eligibility.element(person.id, &element.id);
    let mut law = vec![inset::cited(desk, [&element.provision])];
    if let Some(lifting) = &element.lifted_by {
        law.push(desk.t1("law-lifted", "provision", inset::cited(desk, [lifting])));
    }
    if element.alternative.is_some() {
        law.push(desk.t("law-alternative"));
    }
    let id = person.id.to_string();
    let record = desk.act(
        Kind::FindElement,
        &[("person", &id), ("about", &element.id)],
    );
    let (reasons, whole) = reasons(desk, found.map(|f| f.reasons.as_str()), whole, || {
        format!("{}/eligibility/{id}?element={}", desk.base(), element.id)
    });
    // of the elements that ask where the person is, and not again at each that follows from it
    let given = element.alternative.as_ref();
    let given = given.and_then(|_| inset::countries(desk, person.id, element));
    let piece = Piece::Element(person.id, element.id.clone());
    let rests = found
        .map(|found| rests(desk, &found.evidence))
        .unwrap_or_default();
    let weighed = found.and_then(|f| f.weighed.clone());
    let weighed =
        weighed.map(|text| desk.t1("finding-weighed", "text", excerpt(&text).0.join(" ")));
    Line {
        id: element.id.clone(),
        title: desk.lang().text(&element.text).to_owned(),
        law,
        tag: state_tag(desk.lang(), task),
        considerations: inset::considerations(desk, &element.id)
            .into_iter()
            .chain(given)
            .collect(),
        found: found
            .map(|found| finding(desk, found.finding))
            .unwrap_or_default(),
        reasons,
        whole,
        notes: weighed
            .into_iter()
            .chain(rests)
            .chain(earlier(desk, &piece))
            .collect(),
        record: record.map(|link| relabelled(desk, link, found.is_some())),
        further: Vec::new(),
    }
}

/// The reasons, cut where they are long unless the whole is asked for.
pub(super) fn reasons(
    desk: &Desk<'_>,
    text: Option<&str>,
    whole: bool,
    place: impl FnOnce() -> String,
) -> (Vec<String>, Option<Link>) {
    let text = text.unwrap_or_default();
    if whole {
        return (super::paragraphs(text), None);
    }
    let (lines, cut) = excerpt(text);
    (lines, cut.then(|| Link::new(desk.t("read-whole"), place())))
}

/// "Record" where nothing stands, "Change" where something does.
pub(super) fn relabelled(desk: &Desk<'_>, link: Link, stands: bool) -> Link {
    let key = if stands {
        "record-change"
    } else {
        "record-first"
    };
    Link::new(desk.t(key), link.href)
}

fn finding(desk: &Desk<'_>, finding: Finding) -> String {
    desk.t(match finding {
        Finding::Met => "finding-met",
        Finding::NotMet => "finding-not-met",
        Finding::NotAsked => "finding-not-asked",
    })
}

/// The documents a finding rests on.
fn rests(desk: &Desk<'_>, evidence: &[DocumentId]) -> Vec<String> {
    let documents = &desk.case().referral.documents;
    let found = evidence
        .iter()
        .filter_map(|id| documents.iter().find(|d| d.id == *id));
    let named: Vec<_> = found
        .map(|d| {
            let named = format!("{} – {}", kind(desk, &d.kind), d.name);
            confidential::marked(desk, &Item::Document(d.id), named)
        })
        .collect();
    match named.is_empty() {
        true => Vec::new(),
        false => vec![desk.t1("finding-rests", "documents", named.join("; "))],
    }
}

/// Whether the person belongs to each of the two classes.
fn classes(desk: &Desk<'_>, person: &Person) -> Vec<Line> {
    let all = [
        (Class::Convention, "convention", "class-convention", "R145"),
        (
            Class::CountryOfAsylum,
            "country-of-asylum",
            "class-country-of-asylum",
            "R147",
        ),
    ];
    all.into_iter()
        .map(|(class, code, key, provision)| {
            let found = desk.case().eligibility.class(person.id, class);
            let id = person.id.to_string();
            let record = desk.act(Kind::FindClass, &[("person", &id), ("about", code)]);
            Line {
                id: format!("class-{code}"),
                title: desk.t(key),
                law: vec![desk.lang().cite(provision)],
                tag: class_tag(desk, found),
                considerations: Vec::new(),
                found: String::new(),
                reasons: found.map(|f| excerpt(&f.reasons).0).unwrap_or_default(),
                whole: None,
                notes: earlier(desk, &Piece::Class(person.id, class))
                    .into_iter()
                    .collect(),
                record: record.map(|link| relabelled(desk, link, found.is_some())),
                further: Vec::new(),
            }
        })
        .collect()
}

fn class_tag(desk: &Desk<'_>, found: Option<&eligibility::ClassFinding>) -> Tag {
    match found.map(|found| found.member) {
        Some(true) => Tag::new(desk.t("class-member"), Tone::Done),
        Some(false) => Tag::new(desk.t("class-not-member"), Tone::Neutral),
        None => Tag::new(desk.t("task-state-not-started"), Tone::Neutral),
    }
}
