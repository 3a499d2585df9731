//! A migration office: the tasks of the assessment, for the case and for each person.

use safeconduct_domain::case::Stage;
use safeconduct_domain::decision::Verdict;
use safeconduct_domain::inquiry::{self, Inquiry};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::Policy;
use safeconduct_domain::tasks::{self, State, Task};

use super::todo::{Todo, TodoGroup};
use crate::pages::casefile::{Desk, relationship};
use crate::web::i18n::Arg;
use crate::web::parts::{Tag, Tone};

pub(super) fn todo(desk: &Desk<'_>) -> Vec<TodoGroup> {
    let travelling = desk.case().referral.travelling();
    std::iter::once(whole(desk))
        .chain(travelling.map(|person| of_person(desk, person)))
        .chain(inquiries(desk).unless_empty())
        .collect()
}

/// What was refused first: whoever supervises must see it.
fn inquiries(desk: &Desk<'_>) -> TodoGroup {
    let (case, lang) = (desk.case(), desk.lang());
    let one = |inquiry: &Inquiry, at_ms: i64, tag: Tag| Todo {
        label: lang.introduced(&lang.country(&inquiry.country), &inquiry.authority),
        href: None,
        hint: lang.moment(at_ms),
        missing: Vec::new(),
        remedy: String::new(),
        tag,
    };
    let refused = || Tag::new(desk.t("inquiry-refused"), Tone::Urgent);
    let made = || Tag::new(desk.t("inquiry-recorded"), Tone::Neutral);
    let confirmed = |inquiry: &Inquiry, mut todo: Todo| {
        let said = [inquiry.authority.as_str(), &inquiry.asked];
        if let Some(line) = none_meant(desk, said, inquiry.none_meant.as_deref()) {
            todo.hint = format!("{} {line}", todo.hint);
        }
        todo
    };
    let barred = case
        .barred
        .iter()
        .map(|b| one(&b.inquiry, b.by.1, refused()));
    let asked = case.asked.iter();
    let asked = asked.map(|a| confirmed(&a.inquiry, one(&a.inquiry, a.by.1, made())));
    let letters = case.letters.iter().filter_map(|signed| {
        let letter = &signed.letter;
        let line = none_meant(desk, letter.said(), letter.none_meant.as_deref())?;
        Some(Todo {
            label: desk.t(&format!("letter-{}", letter.kind.code())),
            href: Some(format!("{}/letters", desk.base())),
            hint: line,
            missing: Vec::new(),
            remedy: String::new(),
            tag: made(),
        })
    });
    TodoGroup {
        title: desk.t("todo-inquiries"),
        lines: barred.chain(asked).chain(letters).collect(),
        add: None,
    }
}

/// That what was written names an adverse country, and why no authority of it is meant.
fn none_meant<'t>(
    desk: &Desk<'_>,
    said: impl IntoIterator<Item = &'t str>,
    reason: Option<&str>,
) -> Option<String> {
    let country = inquiry::named(desk.case(), said)?;
    let args = [
        ("country", Arg::Text(desk.lang().country(&country))),
        ("reason", Arg::Text(reason?.to_owned())),
    ];
    Some(desk.tn("inquiry-none-meant", &args))
}

fn line(desk: &Desk<'_>, key: &str, path: String, tag: Tag) -> Todo {
    Todo {
        label: desk.t(key),
        href: Some(format!("{}{path}", desk.base())),
        hint: String::new(),
        missing: Vec::new(),
        remedy: String::new(),
        tag,
    }
}

/// What is done once for everybody.
fn whole(desk: &Desk<'_>) -> TodoGroup {
    let case = desk.case();
    let interview = if case.interview.closed() {
        Tag::new(desk.t("task-state-done"), Tone::Done)
    } else if case.interview.plan.is_some() {
        Tag::new(desk.t("todo-planned"), Tone::Info)
    } else {
        Tag::new(desk.t("task-state-not-started"), Tone::Neutral)
    };
    let mut first = line(desk, "task-interview", "/interview".into(), interview);
    let day = case.interview.plan.as_ref().and_then(|plan| plan.on);
    first.hint = day.map(|day| desk.lang().date(day)).unwrap_or_default();
    let mut lines = vec![first];
    lines.extend(afresh(desk));
    let waiting: Vec<_> = case
        .concerns
        .iter()
        .filter(|c| c.answer.is_none())
        .collect();
    if !case.concerns.is_empty() {
        let tag = match waiting.len() {
            0 => Tag::new(desk.t("todo-answered"), Tone::Done),
            count => Tag::new(
                desk.t1("todo-waiting-answers", "count", count),
                Tone::Waiting,
            ),
        };
        let mut concerns = line(desk, "todo-fairness", "/fairness".into(), tag);
        let due = waiting.iter().map(|c| c.due).min();
        concerns.hint = due
            .map(|due| desk.t1("todo-answer-due", "date", desk.lang().date(due)))
            .unwrap_or_default();
        lines.push(concerns);
    }
    if !case.queries.is_empty() {
        let tag = if case.queries.iter().any(|q| q.reply.is_none()) {
            Tag::new(desk.t("task-state-waiting"), Tone::Waiting)
        } else {
            Tag::new(desk.t("todo-answered"), Tone::Done)
        };
        lines.push(line(
            desk,
            "todo-status-query",
            "/status-queries".into(),
            tag,
        ));
    }
    TodoGroup {
        title: desk.t("todo-whole-case"),
        lines,
        add: None,
    }
}

/// What whoever took the case over owes it.
fn afresh(desk: &Desk<'_>) -> Option<Todo> {
    let case = desk.case();
    let (key, tone) = match case.hands.task(case.officer)? {
        State::Done => ("task-state-done", Tone::Done),
        _ => ("task-state-not-started", Tone::Urgent),
    };
    let mut todo = line(
        desk,
        "task-fresh-assessment",
        "/interview#afresh".into(),
        Tag::new(desk.t(key), tone),
    );
    todo.hint = desk.t("todo-afresh");
    Some(todo)
}

fn of_person(desk: &Desk<'_>, person: &Person) -> TodoGroup {
    let id = person.id;
    let all = tasks::of_person(desk.policy(), desk.case(), id, desk.today);
    let element = |task: &&Task| is_element(desk.policy(), desk, &task.id);
    let elements: Vec<_> = all.iter().filter(element).collect();
    let checks: Vec<_> = all
        .iter()
        .filter(|t| !element(t) && !tasks::is_plain(&t.id))
        .collect();
    let mut lines = Vec::new();
    let mut eligibility = line(
        desk,
        "todo-eligibility",
        format!("/eligibility/{id}"),
        progress(desk, &elements),
    );
    if elements.is_empty() {
        eligibility.hint = desk.t("todo-shares-class");
        eligibility.tag = Tag::new(desk.t("todo-with-principal"), Tone::Neutral);
    } else {
        eligibility.hint = counts(desk, &elements);
    }
    lines.push(eligibility);
    let place = format!("/admissibility/{id}");
    let mut admissibility = line(desk, "todo-admissibility", place, progress(desk, &checks));
    admissibility.hint = counts(desk, &checks);
    lines.push(admissibility);
    let worksheets: Vec<_> = all.iter().filter(|t| t.id == "convictions").collect();
    if !worksheets.is_empty() {
        let place = format!("/admissibility/{id}#convictions");
        let tag = progress(desk, &worksheets);
        lines.push(line(desk, "task-convictions", place, tag));
    }
    let open = all.iter().filter(|task| task.open()).count();
    lines.push(line(
        desk,
        "todo-decision",
        format!("/decision/{id}"),
        decision(desk, person, open),
    ));
    let title = format!(
        "{} · {}",
        person.details.full_name(),
        relationship(desk.lang(), person)
    );
    TodoGroup {
        title,
        lines,
        add: None,
    }
}

fn is_element(policy: &Policy, desk: &Desk<'_>, id: &str) -> bool {
    policy.element(id, desk.today).is_some()
}

/// Mandatory ones that are closed, of how many.
fn counts(desk: &Desk<'_>, tasks: &[&Task]) -> String {
    let mandatory = tasks.iter().filter(|t| t.mandatory);
    let open = tasks.iter().filter(|t| t.open()).count();
    let all = mandatory.count();
    let args = [
        ("closed", Arg::from(all.saturating_sub(open))),
        ("all", Arg::from(all)),
    ];
    desk.tn("todo-closed-of", &args)
}

fn progress(desk: &Desk<'_>, tasks: &[&Task]) -> Tag {
    let concerns = tasks.iter().filter(|t| t.state == State::Concern).count();
    if concerns > 0 {
        return Tag::new(desk.t1("todo-concerns", "count", concerns), Tone::Urgent);
    }
    if tasks.iter().any(|t| t.state == State::Expired) {
        return Tag::new(desk.t("task-state-expired"), Tone::Urgent);
    }
    let open = tasks.iter().filter(|t| t.open()).count();
    if open == 0 {
        return Tag::new(desk.t("task-state-done"), Tone::Done);
    }
    if tasks.iter().all(|t| t.state == State::NotStarted) {
        return Tag::new(desk.t("task-state-not-started"), Tone::Neutral);
    }
    Tag::new(desk.t("todo-under-way"), Tone::Info)
}

fn decision(desk: &Desk<'_>, person: &Person, open: usize) -> Tag {
    let case = desk.case();
    match case.decision(person.id).map(|d| d.decide.verdict) {
        Some(Verdict::Approved) => Tag::new(desk.t("verdict-approved"), Tone::Done),
        Some(Verdict::Refused) => Tag::new(desk.t("verdict-refused"), Tone::Neutral),
        None if case.stage != Stage::Assessment => {
            Tag::new(desk.t("todo-not-decided"), Tone::Neutral)
        }
        None if open == 0 && waits(desk, person) => {
            Tag::new(desk.t("todo-after-principal"), Tone::Neutral)
        }
        None if open == 0 => Tag::new(desk.t("todo-ready"), Tone::Info),
        None => Tag::new(desk.t1("todo-open", "count", open), Tone::Neutral),
    }
}

/// Whether the principal applicant, whose class the person shares, is decided first.
fn waits(desk: &Desk<'_>, person: &Person) -> bool {
    let case = desk.case();
    let principal = case.referral.principal();
    tasks::shares_class(case, person, desk.today)
        && principal.is_some_and(|p| case.decision(p.id).is_none())
}
