//! What a decision still needs: the same rules as the act itself, shown before it is tried.

use safeconduct_casework::forms;
use safeconduct_domain::act::Kind;
use safeconduct_domain::conviction;
use safeconduct_domain::decision::{Adverse, adverse};
use safeconduct_domain::discrepancy;
use safeconduct_domain::eligibility::Class;
use safeconduct_domain::fairness::Concern;
use safeconduct_domain::person::Person;
use safeconduct_domain::reassignment::FRESH;
use safeconduct_domain::tasks::{self, State, Task};

use crate::pages::casefile::Desk;
use crate::web::i18n::Arg;
use crate::web::parts::{Link, Tag, Tone};

/// Something a decision needs, there or not.
pub(super) struct Need {
    pub(super) text: String,
    pub(super) law: String,
    pub(super) tag: Tag,
    pub(super) links: Vec<Link>,
}

fn need(desk: &Desk<'_>, text: String, law: &str, there: bool) -> Need {
    let tag = match there {
        true => Tag::new(desk.t("need-there"), Tone::Done),
        false => Tag::new(desk.t("need-missing"), Tone::Waiting),
    };
    Need {
        text,
        law: if law.is_empty() {
            String::new()
        } else {
            desk.lang().cite(law)
        },
        tag,
        links: Vec::new(),
    }
}

/// The element, the check or the plain task, in words.
pub(super) fn task_name(desk: &Desk<'_>, code: &str) -> String {
    if tasks::is_plain(code) {
        return desk.t(&format!("task-{code}"));
    }
    let text = forms::task(desk.policy(), desk.today, code);
    text.map_or_else(
        || code.to_owned(),
        |text| desk.lang().text(&text).to_owned(),
    )
}

/// The tasks that keep any decision from being made, each with where it is closed or left open on purpose.
pub(super) fn open(desk: &Desk<'_>, person: &Person) -> Vec<Need> {
    let all = tasks::of_person(desk.policy(), desk.case(), person.id, desk.today);
    let id = person.id.to_string();
    all.iter()
        .filter(|task| task.open())
        .map(|task| {
            let mut open = need(desk, task_name(desk, &task.id), &task.provision, false);
            open.tag = super::state_tag(desk.lang(), task);
            open.links.extend(close(desk, &id, task));
            let about = [("person", id.as_str()), ("about", task.id.as_str())];
            let leave = desk.act(Kind::OverrideTask, &about);
            open.links.extend(leave.filter(|_| task.id != FRESH));
            open
        })
        .collect()
}

/// Where a task is closed.
fn close(desk: &Desk<'_>, person: &str, task: &Task) -> Option<Link> {
    let about = [("person", person), ("about", task.id.as_str())];
    let (policy, day) = (desk.policy(), desk.today);
    let mine = desk.case().officer == Some(desk.me.session.user);
    let link = if task.id == "convictions" {
        let place = format!("{}/admissibility/{person}#convictions", desk.base());
        Some(Link::new("", place))
    } else if task.id == FRESH && mine {
        desk.act(Kind::AssessAfresh, &[])
    } else if task.id == FRESH {
        let place = format!("{}/interview#afresh", desk.base());
        Some(Link::new("", place))
    } else if tasks::is_plain(&task.id) {
        Some(Link::new("", format!("{}/interview", desk.base())))
    } else if policy.element(&task.id, day).is_some() {
        desk.act(Kind::FindElement, &about)
    } else {
        desk.act(Kind::RecordCheck, &about)
    };
    link.map(|link| Link::new(desk.t("need-close"), link.href))
}

/// What an approval needs besides closed tasks.
pub(super) fn approval(desk: &Desk<'_>, person: &Person) -> Vec<Need> {
    let (policy, case, day) = (desk.policy(), desk.case(), desk.today);
    let standing = adverse(policy, case, person.id, day);
    let mut theirs = conviction::of_person(case, person.id);
    let convicted = theirs.any(|c| c.stands_under().is_some());
    let mut needs = vec![need(
        desk,
        desk.t("need-nothing-against"),
        "R139(1)",
        standing.is_empty() && !convicted,
    )];
    let class = class(desk, person, Class::Convention);
    needs.push(need(
        desk,
        desk.t("need-convention"),
        "R139(1)(f)(ii)",
        class.is_none_or(|member| member),
    ));
    if tasks::shares_class(case, person, day) {
        let first = case
            .referral
            .principal()
            .is_none_or(|p| case.decision(p.id).is_some());
        needs.push(need(desk, desk.t("need-principal-first"), "R140", first));
    }
    let left = tasks::of_person(policy, case, person.id, day)
        .into_iter()
        .filter(|task| {
            task.state == State::Overridden
                && task.mandatory
                && policy.element(&task.id, day).is_some()
        });
    needs.extend(left.map(|task| {
        let text = desk.t1("need-established", "element", task_name(desk, &task.id));
        need(desk, text, &task.provision, false)
    }));
    needs
}

/// What a refusal needs besides closed tasks.
pub(super) fn refusal(desk: &Desk<'_>, person: &Person) -> Vec<Need> {
    let (policy, case, day) = (desk.policy(), desk.case(), desk.today);
    let standing = adverse(policy, case, person.id, day);
    let mut needs = vec![need(
        desk,
        desk.t("need-finding"),
        "R139(1)",
        !standing.is_empty(),
    )];
    if standing.is_empty() {
        return needs;
    }
    for (which, key, law) in [
        (Class::Convention, "class-convention", "R145"),
        (Class::CountryOfAsylum, "class-country-of-asylum", "R147"),
    ] {
        let text = desk.t1("need-class", "class", desk.t(key));
        let considered = class(desk, person, which).is_some();
        needs.push(need(desk, text, law, considered));
    }
    needs.extend(standing.iter().map(|against| put(desk, against)));
    needs.extend(discrepancy::never_put(case, person.id).map(|number| {
        let text = desk.t1("need-discrepancy-put", "number", number);
        let mut need = need(desk, text, "REF-OVS-4-9", false);
        let place = format!("{}/interview", desk.base());
        need.links.push(Link::new(desk.t("need-close"), place));
        need
    }));
    needs.push(Need {
        tag: Tag::new(desk.t("need-in-form"), Tone::Neutral),
        ..need(desk, desk.t("need-evidence"), "", false)
    });
    needs
}

/// A finding against the person: put, answered, not met by the answer.
fn put(desk: &Desk<'_>, against: &Adverse) -> Need {
    let found = concern(desk, against);
    let key = match found.map(|concern| concern.answer.as_ref()) {
        None => "need-put",
        Some(None) => "need-answered",
        Some(Some(answer)) if answer.met => "need-met",
        Some(Some(_)) => "need-put-and-answered",
    };
    let there = key == "need-put-and-answered";
    let text = desk.tn(key, &[("task", Arg::Text(task_name(desk, &against.about)))]);
    let mut need = need(desk, text, &against.provision, there);
    let person = against.person.to_string();
    let link = match key {
        "need-put" => {
            let about = [
                ("person", person.as_str()),
                ("about", against.about.as_str()),
            ];
            desk.act(Kind::PutConcern, &about)
        }
        "need-answered" => Some(Link::new(
            desk.t("todo-fairness"),
            format!("{}/fairness", desk.base()),
        )),
        _ => None,
    };
    need.links.extend(link);
    need
}

/// The last concern put about a finding.
fn concern<'d>(desk: &'d Desk<'_>, against: &Adverse) -> Option<&'d Concern> {
    let concerns = desk.case().concerns.iter().rev();
    let about = |c: &&Concern| c.put.person == against.person && c.put.about == against.about;
    concerns.into_iter().find(about)
}

/// Whether the person, or the principal applicant whose class they share, belongs to a class; none if not considered.
fn class(desk: &Desk<'_>, person: &Person, class: Class) -> Option<bool> {
    let case = desk.case();
    let own = case.eligibility.class(person.id, class);
    let shared = || {
        let principal = case.referral.principal()?;
        tasks::shares_class(case, person, desk.today)
            .then(|| case.eligibility.class(principal.id, class))?
    };
    own.or_else(shared).map(|found| found.member)
}
