//! Intake: the completeness check on what arrived, then the file's number, its office, the offer.

use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::completeness;

use super::partner::Parts;
use super::todo::{Todo, TodoGroup};
use crate::pages::casefile::Desk;
use crate::web::parts::{Tag, Tone};

pub(super) fn todo(desk: &Desk<'_>) -> Vec<TodoGroup> {
    let mut groups = Vec::new();
    if desk.case().stage >= Stage::FileCreated {
        groups.push(file(desk));
    }
    let items = completeness::check(desk.policy(), desk.case(), desk.today);
    groups.extend(Parts { desk, items }.read_only());
    groups
}

/// Whether other cases of the same person were looked for, and what was found was said something of.
fn matches(desk: &Desk<'_>) -> Todo {
    let matches = &desk.case().matches;
    let (open, checked) = (
        matches.open(),
        matches.checked_ms.is_some() && !matches.stale,
    );
    let hint = match (checked, open) {
        (true, 0) => String::new(),
        (false, 0) => desk.t("todo-matches-check"),
        (_, open) => desk.t1("todo-matches-open", "count", open),
    };
    let tag = match (checked, open) {
        (true, 0) => Tag::new(desk.t("task-state-done"), Tone::Done),
        _ => Tag::new(desk.t("todo-ready"), Tone::Info),
    };
    Todo {
        label: desk.t("todo-matches"),
        href: Some(format!("{}/possible-matches", desk.base())),
        hint,
        missing: Vec::new(),
        remedy: String::new(),
        tag,
    }
}

/// What the file still needs before it can be offered.
fn file(desk: &Desk<'_>) -> TodoGroup {
    let case = desk.case();
    let number = case.intake.numbers.iter().find(|n| n.kind == "g-number");
    let office = case.intake.office.as_ref().map(|o| desk.office(&o.office));
    let offered = case.offer.is_some();
    let line = |kind: Kind, hint: String, done: bool, ready: bool| {
        let link = desk.act(kind, &[]).filter(|_| ready);
        let tag = match (done, link.is_some()) {
            (true, _) => Tag::new(desk.t("task-state-done"), Tone::Done),
            (false, true) => Tag::new(desk.t("todo-ready"), Tone::Info),
            (false, false) => Tag::new(desk.t("todo-not-yet"), Tone::Neutral),
        };
        Todo {
            label: desk.t(&format!("act-{}", kind.name())),
            href: link.map(|link| link.href),
            hint,
            missing: Vec::new(),
            remedy: String::new(),
            tag,
        }
    };
    let (numbered, chosen) = (number.is_some(), office.is_some());
    let number = number.map(|n| n.value.clone()).unwrap_or_default();
    TodoGroup {
        title: desk.t("todo-file"),
        lines: vec![
            line(Kind::RecordNumber, number, numbered, true),
            matches(desk),
            line(Kind::ChooseOffice, office.unwrap_or_default(), chosen, true),
            line(Kind::Transfer, String::new(), offered, chosen),
        ],
        add: None,
    }
}
