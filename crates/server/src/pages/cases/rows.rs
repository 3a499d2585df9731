//! The rows of the work list.

use jiff::civil::Date;
use safeconduct_casework::clock;
use safeconduct_casework::list::Item;
use safeconduct_domain::card::Card;
use safeconduct_domain::case::Stage;
use safeconduct_domain::directory::Purpose;

use super::Desk;
use crate::pages::casefile::{stage_tag, urgency_tag, urgency_word};
use crate::web::i18n::{Arg, t};
use crate::web::parts::{Cell, Column, Table, Tag, Tone};

pub(super) fn table(desk: &Desk<'_>, items: &[Item]) -> Table {
    let lang = desk.lang;
    Table {
        caption: lang.t("cases-caption"),
        caption_hidden: true,
        columns: vec![
            Column::new(lang.t("cases-column-case")),
            Column::new(lang.t("cases-column-stage")),
            Column::new(lang.t("cases-column-waiting")),
            Column::new(lang.t("cases-column-due")),
            Column::new(lang.t("cases-column-age")),
            Column::new(lang.t("cases-column-asylum")),
        ],
        rows: items.iter().map(|item| row(desk, item)).collect(),
        empty: String::new(),
    }
}

fn row(desk: &Desk<'_>, item: &Item) -> Vec<Cell> {
    let card = &item.card;
    let href = format!("/cases/{}", item.id);
    let mut first = match card.gone {
        // what is left here of a case that was handed over is its card
        true => Cell::new(card.reference.clone()),
        false => Cell::link(card.reference.clone(), href),
    };
    let hint = [Some(card.initials.clone()), card.number.clone()];
    let hint: Vec<_> = hint
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .chain(asked(desk, card))
        .collect();
    first = first.hint(hint.join(" · "));
    first.tag = urgency_tag(desk.lang, card.urgency).filter(|_| !card.ended());
    let asylum = card.asylum.as_ref().map(|code| desk.lang.country(code));
    vec![
        first,
        Cell::tag(stage_tag(desk.lang, card.stage)).hint(since(desk, card)),
        waiting_cell(desk, card),
        due(desk, card),
        age(desk, card),
        Cell::new(asylum.unwrap_or_default()).hint(desk.lang.t1(
            "cases-persons",
            "count",
            i64::from(card.persons),
        )),
    ]
}

/// The submission priority, where the processing priority is another.
fn asked(desk: &Desk<'_>, card: &Card) -> Option<String> {
    let asked = card.asked.filter(|_| !card.ended())?;
    let word = urgency_word(desk.lang, asked);
    Some(desk.lang.t1("cases-asked", "priority", word))
}

/// How long the case has been with this group, and how long ago it was referred.
fn age(desk: &Desk<'_>, card: &Card) -> Cell {
    if card.ended() || card.gone {
        return Cell::new("");
    }
    let days = |since: Date| i64::from((desk.today - since).get_days().max(0));
    let here = card.received_ms.map(|at| days(clock::day(at)));
    let here = here.map(|days| desk.lang.t1("cases-days", "days", days));
    let referred = card.referred.filter(|_| desk.purpose != Purpose::Partner);
    let referred = referred.map(|day| desk.lang.t1("cases-referred", "days", days(day)));
    Cell::new(here.unwrap_or_default()).hint(referred.unwrap_or_default())
}

/// Who has the next move; at an office also whose case it is, and who else has one.
fn waiting_cell(desk: &Desk<'_>, card: &Card) -> Cell {
    let owner = owner(desk, card);
    if desk.purpose != Purpose::Office || card.stage != Stage::Assessment || card.gone {
        return Cell::new(waiting(desk, card)).hint(owner);
    }
    let all = card.waits_on();
    let mut words = all
        .iter()
        .map(|on| desk.lang.t(&format!("waits-{}", on.code())));
    let first = words.next().unwrap_or_default();
    let others = words.collect::<Vec<_>>().join(", ");
    let others = Some(others).filter(|others| !others.is_empty());
    let others = others.map(|others| desk.lang.t1("cases-waiting-also", "others", others));
    let owner = Some(owner).filter(|owner| !owner.is_empty());
    let hint: Vec<_> = owner.into_iter().chain(others).collect();
    Cell::new(first).hint(hint.join(" · "))
}

/// How long the case has been where it is; of an ended one, how it ended.
fn since(desk: &Desk<'_>, card: &Card) -> String {
    if let Some((approved, refused)) = card.outcome {
        let args = [
            ("approved", Arg::Number(i64::from(approved))),
            ("refused", Arg::Number(i64::from(refused))),
        ];
        return t(desk.lang, "outcome-counts", &args);
    }
    let days = (desk.today - clock::day(card.since_ms)).get_days();
    desk.lang.t1("cases-age", "days", i64::from(days.max(0)))
}

/// Who has to act, so that the case moves.
fn waiting(desk: &Desk<'_>, card: &Card) -> String {
    let lang = desk.lang;
    let ours = || lang.t("cases-waiting-us");
    let partner = || {
        let partner = desk.policy.partner(&card.partner, desk.today);
        partner.map_or_else(|| card.partner.clone(), |p| lang.text(&p.short).to_owned())
    };
    let office = || {
        let office = card
            .office
            .as_ref()
            .and_then(|code| desk.policy.office(code, desk.today));
        office.map_or_else(
            || lang.t("cases-waiting-office"),
            |o| lang.text(&o.name).to_owned(),
        )
    };
    match (card.stage, desk.purpose) {
        (Stage::Decided | Stage::Withdrawn | Stage::None, _) => lang.t("cases-waiting-nobody"),
        (Stage::AwaitingApproval, Purpose::Partner) => lang.t("cases-waiting-supervisor"),
        (Stage::Preparing | Stage::Attested | Stage::Held, Purpose::Partner) => ours(),
        (Stage::Preparing | Stage::AwaitingApproval | Stage::Attested | Stage::Held, _) => {
            partner()
        }
        (Stage::Submitted | Stage::FileCreated, Purpose::Intake) => ours(),
        (Stage::Submitted | Stage::FileCreated, _) => lang.t("cases-waiting-centre"),
        (Stage::InTransfer | Stage::Assessment, Purpose::Office) => ours(),
        (Stage::InTransfer | Stage::Assessment, _) => office(),
    }
}

/// Whose case it is within the group, while it is the group's to move.
fn owner(desk: &Desk<'_>, card: &Card) -> String {
    let within = match desk.purpose {
        Purpose::Partner => card.stage < Stage::Submitted,
        Purpose::Office => card.stage == Stage::Assessment,
        _ => false,
    };
    let owner = card.owner.filter(|_| within && !card.gone);
    let name = owner.and_then(|user| desk.names.get(&user).cloned());
    match name {
        // whoever wrote it is not whom it waits for
        Some(name) if card.stage == Stage::AwaitingApproval => {
            desk.lang.t1("cases-prepared-by", "name", name)
        }
        name => name.unwrap_or_default(),
    }
}

fn due(desk: &Desk<'_>, card: &Card) -> Cell {
    let Some(day) = card.due.filter(|_| !card.ended()) else {
        return Cell::new("");
    };
    let far = desk.lang.days_from(day, desk.today);
    let what = card
        .due_for
        .map(|what| desk.lang.t(&format!("due-{}", what.code())));
    let hint: Vec<_> = what.into_iter().chain([far]).collect();
    let cell = Cell::new(desk.lang.date(day)).hint(hint.join(" · "));
    match overdue(day, desk.today) {
        Some(key) => Cell {
            tag: Some(Tag::new(desk.lang.t(key), Tone::Urgent)),
            ..cell
        },
        None => cell,
    }
}

fn overdue(day: Date, today: Date) -> Option<&'static str> {
    (day < today).then_some("cases-overdue")
}
