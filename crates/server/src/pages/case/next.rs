//! What to do next: the first thing a page of a case says, by who reads it and where the case stands.

use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::completeness;
use safeconduct_domain::decision::Verdict;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::fairness::Concern;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::List;
use safeconduct_domain::reassignment::FRESH;
use safeconduct_domain::review;
use safeconduct_domain::tasks::{self, State};

use super::deficiencies;
use super::todo::TodoGroup;
use crate::pages::casefile::Desk;
use crate::web::i18n::Arg;
use crate::web::parts::Link;

/// What to do next.
#[derive(Default)]
pub(super) struct Next {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
    /// A list that goes with it: what was asked for, why it came back.
    pub(super) points: Vec<String>,
    pub(super) actions: Vec<Link>,
    kinds: Vec<Kind>,
}

impl Next {
    fn new(desk: &Desk<'_>, key: &str) -> Self {
        Self {
            title: desk.t(key),
            ..Self::default()
        }
    }

    fn say(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    fn points(mut self, points: impl IntoIterator<Item = String>) -> Self {
        self.points.extend(points);
        self
    }

    /// Offers an act, to whoever may do it.
    fn offer(mut self, desk: &Desk<'_>, kind: Kind) -> Self {
        if let Some(link) = desk.act(kind, &[]) {
            self.actions.push(link);
            self.kinds.push(kind);
        }
        self
    }

    fn link(mut self, label: String, href: String) -> Self {
        self.actions.push(Link::new(label, href));
        self
    }

    /// The same with the way to the first thing that is missing, for a partner who still prepares the referral.
    pub(super) fn leading(self, desk: &Desk<'_>, groups: &[TodoGroup]) -> Self {
        if desk.case().stage != Stage::Preparing || !self.actions.is_empty() {
            return self;
        }
        let mut lines = groups.iter().flat_map(|group| &group.lines);
        let first = lines.find(|todo| !todo.missing.is_empty() && todo.href.is_some());
        let link = first.and_then(|todo| Some((todo.label.clone(), todo.href.clone()?)));
        match link {
            Some((label, href)) => self.link(desk.t1("next-go-on", "what", label), href),
            None => self,
        }
    }

    /// The acts it offers.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        self.kinds.clone()
    }
}

pub(super) fn of(desk: &Desk<'_>) -> Next {
    match (desk.case().stage, desk.purpose()) {
        (Stage::Withdrawn, _) => ended(desk),
        (_, Some(Purpose::Partner)) => partner(desk),
        (_, Some(Purpose::Intake)) => intake(desk),
        (_, Some(Purpose::Office)) => office(desk),
        _ => Next::new(desk, "next-nothing"),
    }
}

fn ended(desk: &Desk<'_>) -> Next {
    let next = Next::new(desk, "next-ended");
    let Some(withdrawn) = &desk.case().withdrawn else {
        return next;
    };
    let why = named(desk, List::WithdrawalReason, &withdrawn.reason);
    next.say(why).say(withdrawn.note.clone())
}

/// A code of the policy in words; what is no code stays as it is.
fn named(desk: &Desk<'_>, list: List, code: &str) -> String {
    let named = desk.policy().named(list, code, desk.today);
    named.map_or_else(
        || code.to_owned(),
        |named| desk.lang().text(&named.text).to_owned(),
    )
}

fn missing(desk: &Desk<'_>) -> usize {
    let items = completeness::check(desk.policy(), desk.case(), desk.today);
    items.iter().filter(|item| item.missing()).count()
}

fn partner(desk: &Desk<'_>) -> Next {
    let case = desk.case();
    match case.stage {
        Stage::Preparing => preparing(desk),
        Stage::AwaitingApproval if desk.may(Kind::Attest) => {
            let own = case.referral.authors.contains(&desk.me.session.user);
            let next = Next::new(desk, "next-approve");
            let next = if own {
                next.say(desk.t("next-approve-own"))
            } else {
                next.say(desk.t("next-approve-what"))
                    .link(desk.t("next-read"), format!("{}/referral", desk.base()))
                    .offer(desk, Kind::Attest)
            };
            next.offer(desk, Kind::SendBack)
        }
        Stage::AwaitingApproval => {
            Next::new(desk, "next-awaiting").say(desk.t("next-awaiting-what"))
        }
        Stage::Attested => Next::new(desk, "next-submit")
            .say(desk.t("next-submit-what"))
            .offer(desk, Kind::Submit)
            .offer(desk, Kind::SendBack),
        Stage::Submitted => Next::new(desk, "next-with-centre")
            .say(desk.t("next-with-centre-what"))
            .offer(desk, Kind::RecallTransfer),
        Stage::Held => held_at_partner(desk),
        _ => Next::new(desk, "next-nothing"),
    }
}

fn preparing(desk: &Desk<'_>) -> Next {
    let case = desk.case();
    let count = missing(desk);
    let mut next = match count {
        0 => Next::new(desk, "next-complete"),
        count => Next {
            title: desk.t1("next-missing", "count", count),
            ..Next::default()
        },
    };
    if let Some(returned) = &case.intake.returned {
        let reasons = returned.reasons.iter();
        next = next
            .say(desk.t("next-returned"))
            .points(reasons.map(|code| named(desk, List::ReturnReason, code)))
            .points([returned.note.clone()]);
    }
    if let Some(reason) = &case.referral.sent_back {
        next = next.say(desk.t("next-sent-back")).points([reason.clone()]);
    }
    if let Some(note) = &case.transfer_note {
        next = next.say(desk.t("next-recalled")).points([note.clone()]);
    }
    if count == 0 && desk.may(Kind::RequestApproval) {
        return next
            .say(desk.t("next-complete-what"))
            .offer(desk, Kind::RequestApproval);
    }
    if count == 0 {
        return next.say(desk.t("next-caseworker-asks"));
    }
    next.say(desk.t("next-missing-what"))
}

fn held_at_partner(desk: &Desk<'_>) -> Next {
    let case = desk.case();
    let mut next = Next::new(desk, "next-held");
    if let Some(held) = &case.intake.held {
        if let Some(due) = held.due {
            let far = desk.lang().days_from(due, desk.today);
            let args = [
                ("date", Arg::Text(desk.lang().date(due))),
                ("far", far.into()),
            ];
            next = next.say(desk.tn("next-held-due", &args));
        }
        next = next
            .points(deficiencies(desk, held))
            .points([held.note.clone()]);
    }
    if case.referral.attestation.is_none() {
        return next
            .say(desk.t("next-held-attest"))
            .offer(desk, Kind::Attest);
    }
    next.offer(desk, Kind::AnswerDeficiency)
}

fn intake(desk: &Desk<'_>) -> Next {
    let case = desk.case();
    match case.stage {
        Stage::Submitted => {
            let count = missing(desk);
            let mut next = Next::new(desk, "next-check");
            if let Some(answer) = &case.intake.answered {
                next = next.say(desk.t("next-answered")).points([answer.clone()]);
            }
            next = match count {
                0 => next.say(desk.t("next-check-complete")),
                count => next.say(desk.t1("next-check-missing", "count", count)),
            };
            next.offer(desk, Kind::AcceptReferral)
                .offer(desk, Kind::HoldReferral)
                .offer(desk, Kind::ReturnReferral)
        }
        Stage::Held => waiting_for_partner(desk),
        Stage::FileCreated => file(desk),
        Stage::InTransfer => {
            let office = case.intake.office.as_ref().map(|o| desk.office(&o.office));
            Next::new(desk, "next-offered")
                .say(desk.t1("next-offered-what", "office", office.unwrap_or_default()))
                .offer(desk, Kind::RecallTransfer)
        }
        _ => Next::new(desk, "next-nothing"),
    }
}

fn waiting_for_partner(desk: &Desk<'_>) -> Next {
    let mut next = Next::new(desk, "next-waiting-partner");
    if let Some(held) = &desk.case().intake.held {
        if let Some(due) = held.due {
            let far = desk.lang().days_from(due, desk.today);
            let args = [
                ("date", Arg::Text(desk.lang().date(due))),
                ("far", far.into()),
            ];
            next = next.say(desk.tn("next-held-due", &args));
        }
        next = next
            .points(deficiencies(desk, held))
            .points([held.note.clone()]);
    }
    next.offer(desk, Kind::ReturnReferral)
}

fn file(desk: &Desk<'_>) -> Next {
    let case = desk.case();
    let numbered = case.intake.numbers.iter().any(|n| n.kind == "g-number");
    let mut next = match (&case.intake.office, numbered) {
        (None, false) => Next::new(desk, "next-number-and-office"),
        (None, true) => Next::new(desk, "next-office"),
        (Some(_), false) => Next::new(desk, "next-number"),
        (Some(_), true) => Next::new(desk, "next-transfer"),
    };
    if let Some(note) = &case.transfer_note {
        let why = named(desk, List::TransferRefusalReason, note);
        next = next.say(desk.t("next-transfer-refused")).points([why]);
    }
    if !numbered {
        next = next.offer(desk, Kind::RecordNumber);
    }
    match &case.intake.office {
        None => next.offer(desk, Kind::ChooseOffice),
        Some(chosen) => next
            .say(desk.t1("next-transfer-what", "office", desk.office(&chosen.office)))
            .offer(desk, Kind::Transfer)
            .offer(desk, Kind::ChooseOffice),
    }
}

fn office(desk: &Desk<'_>) -> Next {
    let case = desk.case();
    match case.stage {
        Stage::InTransfer => Next::new(desk, "next-accept")
            .say(desk.t("next-accept-what"))
            .offer(desk, Kind::AcceptTransfer)
            .offer(desk, Kind::RefuseTransfer),
        Stage::Assessment => assessing(desk),
        Stage::Decided => {
            let of = |v| {
                case.decisions
                    .iter()
                    .filter(|d| d.decide.verdict == v)
                    .count()
            };
            let args = [
                ("approved", Arg::from(of(Verdict::Approved))),
                ("refused", Arg::from(of(Verdict::Refused))),
            ];
            let next = Next::new(desk, "next-decided").say(desk.tn("outcome-counts", &args));
            let next = match case.notice {
                Some(day) => next.say(desk.t1("next-noticed", "date", desk.lang().date(day))),
                None => next,
            };
            letters(desk, next)
        }
        _ => Next::new(desk, "next-nothing"),
    }
}

/// The way to the letters, until each has gone out.
fn letters(desk: &Desk<'_>, next: Next) -> Next {
    if !desk.may(Kind::SignLetter) {
        return next;
    }
    let mut of_decision = desk.case().letters.iter();
    let gone = of_decision.any(|l| !l.sent.is_empty() && !l.letter.kind.to_partner());
    let next = if gone {
        next
    } else {
        next.say(desk.t("next-letters-what"))
    };
    next.link(desk.t("letters-title"), format!("{}/letters", desk.base()))
}

fn assessing(desk: &Desk<'_>) -> Next {
    let (case, base) = (desk.case(), desk.base());
    let mine = case.officer == Some(desk.me.session.user);
    if mine && case.hands.task(case.officer) == Some(State::NotStarted) {
        return Next::new(desk, "next-afresh")
            .say(desk.t("next-afresh-what"))
            .offer(desk, Kind::AssessAfresh)
            .link(desk.t("case-page-interview"), format!("{base}/interview"));
    }
    let overdue = |c: &&Concern| c.answer.is_none() && c.due < desk.today;
    if case.interview.plan.is_none() {
        return Next::new(desk, "next-plan")
            .say(desk.t("next-plan-what"))
            .offer(desk, Kind::PlanInterview);
    }
    if let Some(late) = case.concerns.iter().find(overdue) {
        let due = desk.lang().date(late.due);
        return Next::new(desk, "next-answer-late")
            .say(desk.t1("next-answer-late-what", "date", due))
            .link(desk.t("todo-fairness"), format!("{base}/fairness"));
    }
    let interview = format!("{base}/interview");
    let signs = !case.interview.closed();
    if case.discrepancies.iter().any(|d| d.settlement.is_none()) {
        return Next::new(desk, "next-discrepancy")
            .say(desk.t("next-discrepancy-what"))
            .link(desk.t("case-page-interview"), interview);
    }
    if signs && !case.interview.log.is_empty() {
        return Next::new(desk, "next-interview")
            .link(desk.t("next-interview-go-on"), interview)
            .offer(desk, Kind::SignNotes);
    }
    if signs {
        return Next::new(desk, "next-interview").offer(desk, Kind::SignNotes);
    }
    if case.queries.iter().any(|q| q.reply.is_none()) {
        return Next::new(desk, "next-query")
            .say(desk.t("next-query-what"))
            .link(
                desk.t("todo-status-query"),
                format!("{base}/status-queries"),
            );
    }
    let unread = |p: &&Person| {
        let decided = case.decision(p.id);
        decided.is_some_and(|d| review::waits(desk.policy(), d, desk.today))
    };
    let open = |p: &&Person| case.decision(p.id).is_none();
    let principal = case.referral.principal().filter(open);
    match principal.or_else(|| case.referral.travelling().find(open)) {
        Some(person) => assess(desk, person),
        None => match case.referral.travelling().find(unread) {
            Some(person) => second_person(desk, person),
            None => Next::new(desk, "next-nothing"),
        },
    }
}

/// Everybody is decided, and a refusal waits to be read.
fn second_person(desk: &Desk<'_>, person: &Person) -> Next {
    let name = person.details.full_name();
    let title = desk.t1("next-review", "name", name);
    let place = format!("{}/decision/{}", desk.base(), person.id);
    Next {
        title,
        ..Next::default()
    }
    .say(desk.t("next-review-what"))
    .link(desk.t("todo-decision"), place)
}

/// What keeps a person from being decided, or that nothing does.
fn assess(desk: &Desk<'_>, person: &Person) -> Next {
    let (base, name) = (desk.base(), person.details.full_name());
    let place = |page: &str| format!("{base}/{page}/{}", person.id);
    let all = tasks::of_person(desk.policy(), desk.case(), person.id, desk.today);
    let open: Vec<_> = all.iter().filter(|task| task.open()).collect();
    if open.is_empty() {
        let title = desk.t1("next-decide", "name", name);
        let next = Next {
            title,
            ..Next::default()
        };
        return next.link(desk.t("todo-decision"), place("decision"));
    }
    let args = [("name", name.into()), ("count", Arg::from(open.len()))];
    let mut next = Next {
        title: desk.tn("next-assess", &args),
        ..Next::default()
    };
    let is_element = |code: &str| desk.policy().element(code, desk.today).is_some();
    if open.iter().any(|task| is_element(&task.id)) {
        next = next.link(desk.t("todo-eligibility"), place("eligibility"));
    }
    if open.iter().any(|task| task.id == FRESH) {
        let place = format!("{base}/interview#afresh");
        next = next.link(desk.t("task-fresh-assessment"), place);
    }
    let check = |code: &str| !is_element(code) && !tasks::is_plain(code);
    if open.iter().any(|task| check(&task.id)) {
        next = next.link(desk.t("todo-admissibility"), place("admissibility"));
    }
    next
}
