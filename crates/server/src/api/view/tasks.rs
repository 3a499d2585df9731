//! What is still to be done, and by which provision.

use jiff::civil::Date;
use safeconduct_casework::forms;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::completeness::{self, Item, Section};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::policy::{Policy, Text};
use safeconduct_domain::tasks::{self, State, Task};
use serde::Serialize;

/// Either what a complete referral holds, or the tasks of the assessment, person by person.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TasksView {
    kind: &'static str,
    on: Date,
    complete: Option<bool>,
    items: Option<Vec<ItemView>>,
    persons: Option<Vec<PersonView>>,
}

/// One thing a complete referral holds.
#[derive(Serialize)]
pub struct ItemView {
    id: String,
    text: Text,
    provisions: Vec<String>,
    person: Option<PersonId>,
    section: &'static str,
    blocks: bool,
    there: bool,
    assumed: bool,
}

#[derive(Serialize)]
struct PersonView {
    person: PersonId,
    tasks: Vec<TaskView>,
}

#[derive(Serialize)]
struct TaskView {
    id: String,
    text: Option<Text>,
    provision: String,
    mandatory: bool,
    state: &'static str,
    open: bool,
}

impl TasksView {
    /// The tasks of a case as it stands on a day.
    #[must_use]
    pub fn of(policy: &Policy, case: &Case, on: Date) -> Self {
        if matches!(case.stage, Stage::Assessment | Stage::Decided) {
            let persons = case.referral.travelling();
            let persons = persons.map(|p| PersonView {
                person: p.id,
                tasks: tasks::of_person(policy, case, p.id, on)
                    .into_iter()
                    .map(|task| task_view(policy, on, task))
                    .collect(),
            });
            return Self {
                kind: "assessment",
                on,
                complete: None,
                items: None,
                persons: Some(persons.collect()),
            };
        }
        let items = completeness::check(policy, case, on);
        Self {
            kind: "completeness",
            on,
            complete: Some(!items.iter().any(Item::missing)),
            items: Some(items.into_iter().map(item_view).collect()),
            persons: None,
        }
    }
}

pub(super) fn item_view(item: Item) -> ItemView {
    ItemView {
        id: item.id,
        text: item.text,
        provisions: item.provisions.iter().map(ToString::to_string).collect(),
        person: item.person,
        section: section(item.section),
        blocks: item.blocks,
        there: item.there,
        assumed: item.origin.is_assumed(),
    }
}

fn task_view(policy: &Policy, on: Date, task: Task) -> TaskView {
    TaskView {
        text: forms::task(policy, on, &task.id),
        open: task.open(),
        id: task.id,
        provision: task.provision,
        mandatory: task.mandatory,
        state: state(task.state),
    }
}

const fn section(section: Section) -> &'static str {
    match section {
        Section::Persons => "persons",
        Section::Work => "work",
        Section::Risk => "risk",
        Section::Contact => "contact",
        Section::Consent => "consents",
        Section::Declaration => "declaration",
        Section::Documents => "documents",
        Section::Referral => "open",
    }
}

const fn state(state: State) -> &'static str {
    match state {
        State::NotStarted => "not-started",
        State::Waiting => "waiting",
        State::Done => "done",
        State::Concern => "concern",
        State::Expired => "expired",
        State::Overridden => "overridden",
    }
}
