//! What a complete referral holds, as its partner works through it: each part with what is missing, by which provision,
//! and the page where it is mended.

use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use safeconduct_domain::completeness::{self, Item, Section};
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::person::Person;

use super::todo::{Todo, TodoGroup};
use crate::pages::casefile::{Desk, relationship};
use crate::pages::inset::cited;
use crate::web::parts::{Tag, Tone};

/// The parts of the referral, in the order of the work.
pub(super) fn todo(desk: &Desk<'_>) -> Vec<TodoGroup> {
    let items = completeness::check(desk.policy(), desk.case(), desk.today);
    let parts = Parts { desk, items };
    let groups = [
        parts.people(),
        parts.claim(),
        parts.safety(),
        parts.consents(),
        parts.documents(),
        parts.referral(),
        approval(desk, &parts.items),
    ];
    groups
        .into_iter()
        .filter_map(TodoGroup::unless_empty)
        .collect()
}

/// The items of the checklist, by part. Intake reads the same parts without the links that mend.
pub(super) struct Parts<'d> {
    pub(super) desk: &'d Desk<'d>,
    pub(super) items: Vec<Item>,
}

impl Parts<'_> {
    fn of(&self, section: Section) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(move |item| item.section == section)
    }

    fn line(&self, label: String, href: Option<String>, items: &[&Item]) -> Todo {
        let (desk, lang) = (self.desk, self.desk.lang());
        let mut missing: Vec<String> = Vec::new();
        for item in items.iter().filter(|item| !item.there) {
            // why it is asked for: the law or, where that is silent, on whose word
            let why = match item.provisions.is_empty() {
                true => desk.source(&item.origin),
                false => cited(desk, &item.provisions),
            };
            let mut text = format!("{} ({why})", lang.text(&item.text));
            if !item.blocks {
                text = desk.t1("todo-useful", "what", text);
            }
            if !missing.contains(&text) {
                missing.push(text);
            }
        }
        let count = items.iter().filter(|item| item.missing()).count();
        let first = items.iter().find(|item| !item.there);
        Todo {
            label,
            href,
            hint: String::new(),
            remedy: first.map_or_else(String::new, |item| self.remedy(item.section)),
            missing,
            tag: counted(desk, count),
        }
    }

    /// What to do about what is missing, for whoever can mend it.
    fn remedy(&self, section: Section) -> String {
        let desk = self.desk;
        let words = desk
            .policy()
            .letter_text(&format!("cover-do-{}", section.code()), desk.today);
        let mends = desk.purpose() == Some(Purpose::Partner);
        let words = words.filter(|_| mends);
        words.map_or_else(String::new, |words| {
            desk.lang().text(&words.text).to_owned()
        })
    }

    /// Each person, with what the form of the person misses.
    fn people(&self) -> TodoGroup {
        let desk = self.desk;
        let principal = desk.case().referral.principal().map(|p| p.id);
        let mut lines: Vec<Todo> = Vec::new();
        for person in desk.case().referral.present() {
            let own = |item: &&Item| {
                item.person == Some(person.id)
                    || (item.person.is_none() && principal == Some(person.id))
            };
            let items: Vec<_> = self.of(Section::Persons).filter(own).collect();
            let mut line = self.line(
                person.details.full_name(),
                Some(self.person(person)),
                &items,
            );
            line.hint = role(desk, person);
            lines.push(line);
        }
        if principal.is_none() {
            let items: Vec<_> = self
                .of(Section::Persons)
                .filter(|i| i.person.is_none())
                .collect();
            let href = desk.act(Kind::AddPerson, &[]).map(|link| link.href);
            let label = desk.t("relationship-principal-applicant");
            lines.insert(0, self.line(label, href, &items));
        }
        TodoGroup {
            title: desk.t("todo-people"),
            lines,
            add: desk.act(Kind::AddPerson, &[]),
        }
    }

    fn person(&self, person: &Person) -> String {
        let about = person.id.to_string();
        match self.desk.act(Kind::ChangePerson, &[("person", &about)]) {
            Some(link) => link.href,
            None => format!("{}/persons/{about}", self.desk.base()),
        }
    }

    /// One part that has a form of its own.
    fn part(&self, kind: Kind, section: Section) -> Todo {
        let desk = self.desk;
        let items: Vec<_> = self.of(section).collect();
        let href = match desk.act(kind, &[]) {
            Some(link) => link.href,
            None => format!("{}/referral", desk.base()),
        };
        let label = desk.t(&format!("act-{}", kind.name()));
        self.line(label, Some(href), &items)
    }

    fn claim(&self) -> TodoGroup {
        TodoGroup {
            title: self.desk.t("todo-claim"),
            lines: vec![
                self.part(Kind::RecordWork, Section::Work),
                self.part(Kind::RecordRisk, Section::Risk),
                self.part(Kind::RecordDeclaration, Section::Declaration),
            ],
            add: None,
        }
    }

    fn safety(&self) -> TodoGroup {
        TodoGroup {
            title: self.desk.t("todo-safety"),
            lines: vec![self.part(Kind::SetContact, Section::Contact)],
            add: None,
        }
    }

    /// Each adult's consent.
    fn consents(&self) -> TodoGroup {
        let desk = self.desk;
        let lines = self.of(Section::Consent).filter_map(|item| {
            let person = desk.case().referral.person(item.person?)?;
            let about = person.id.to_string();
            let link = desk.act(Kind::RecordConsent, &[("person", &about)]);
            let href = match link {
                Some(link) => link.href,
                None => format!("{}/persons/{about}", desk.base()),
            };
            Some(self.line(person.details.full_name(), Some(href), &[item]))
        });
        TodoGroup {
            title: desk.t("todo-consents"),
            lines: lines.collect(),
            add: None,
        }
    }

    /// What must be in the package, for the case and for each person.
    fn documents(&self) -> TodoGroup {
        let desk = self.desk;
        let mut whom: Vec<Option<PersonId>> = Vec::new();
        for item in self.of(Section::Documents) {
            if !whom.contains(&item.person) {
                whom.push(item.person);
            }
        }
        let lines = whom.into_iter().map(|who| {
            let items: Vec<_> = self
                .of(Section::Documents)
                .filter(|i| i.person == who)
                .collect();
            let person = who.and_then(|id| desk.case().referral.person(id));
            let label = person.map_or_else(|| desk.t("todo-whole-case"), |p| p.details.full_name());
            self.line(label, Some(self.upload(who)), &items)
        });
        TodoGroup {
            title: desk.t("todo-documents"),
            lines: lines.collect(),
            add: None,
        }
    }

    fn upload(&self, who: Option<PersonId>) -> String {
        let base = self.desk.base();
        match (self.desk.may(Kind::AddDocument), who) {
            (true, Some(person)) => format!("{base}/documents/add?person={person}"),
            (true, None) => format!("{base}/documents/add"),
            (false, _) => format!("{base}/documents"),
        }
    }

    /// What is wrong with the referral itself: nobody can mend it here, so it is shown only then.
    fn referral(&self) -> TodoGroup {
        let items: Vec<_> = self
            .of(Section::Referral)
            .filter(|item| !item.there)
            .collect();
        if items.is_empty() {
            return TodoGroup::default();
        }
        TodoGroup {
            title: self.desk.t("todo-referral"),
            lines: vec![self.line(self.desk.t("todo-referral-line"), None, &items)],
            add: None,
        }
    }

    /// All parts without their links to forms.
    pub(super) fn read_only(&self) -> Vec<TodoGroup> {
        let groups = [
            self.people(),
            self.claim(),
            self.safety(),
            self.consents(),
            self.documents(),
            self.referral(),
        ];
        groups
            .into_iter()
            .filter_map(TodoGroup::unless_empty)
            .collect()
    }
}

fn counted(desk: &Desk<'_>, missing: usize) -> Tag {
    match missing {
        0 => Tag::new(desk.t("todo-complete"), Tone::Done),
        count => Tag::new(desk.t1("todo-missing", "count", count), Tone::Waiting),
    }
}

/// What a person is to the principal applicant, and whether they travel.
fn role(desk: &Desk<'_>, person: &Person) -> String {
    let relationship = relationship(desk.lang(), person);
    if person.details.travels() {
        relationship
    } else {
        format!("{relationship} · {}", desk.t("person-not-accompanying"))
    }
}

/// Approval, attestation, submission: each can begin when the one before is done.
fn approval(desk: &Desk<'_>, items: &[Item]) -> TodoGroup {
    let stage = desk.case().stage;
    let missing = items.iter().filter(|item| item.missing()).count();
    let attested = desk.case().referral.attestation.is_some();
    let asked = stage > Stage::Preparing;
    let ready = missing == 0;
    let lines = vec![
        step(desk, Kind::RequestApproval, asked, ready),
        step(desk, Kind::Attest, attested, asked && ready),
        step(
            desk,
            Kind::Submit,
            stage >= Stage::Submitted,
            attested && ready,
        ),
    ];
    TodoGroup {
        title: desk.t("todo-approval"),
        lines,
        add: None,
    }
}

fn step(desk: &Desk<'_>, kind: Kind, done: bool, ready: bool) -> Todo {
    let link = desk.act(kind, &[]).filter(|_| ready && !done);
    let tag = if done {
        Tag::new(desk.t("task-state-done"), Tone::Done)
    } else if link.is_some() {
        Tag::new(desk.t("todo-ready"), Tone::Info)
    } else if ready {
        Tag::new(desk.t("todo-not-yours"), Tone::Waiting)
    } else {
        Tag::new(desk.t("todo-not-yet"), Tone::Neutral)
    };
    Todo {
        label: desk.t(&format!("act-{}", kind.name())),
        href: link.map(|link| link.href),
        hint: String::new(),
        missing: Vec::new(),
        remedy: String::new(),
        tag,
    }
}
