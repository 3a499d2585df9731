//! The list of what is done and missing, part by part: each line says what, by which provision, and where to mend it.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::web::parts::{Link, Tag};

/// Everything there is to do, in groups.
#[derive(Template)]
#[template(path = "_todo.html")]
pub(super) struct TodoList {
    pub(super) groups: Vec<TodoGroup>,
}

impl HtmlSafe for TodoList {}

/// What belongs together.
#[derive(Default)]
pub(super) struct TodoGroup {
    pub(super) title: String,
    pub(super) lines: Vec<Todo>,
    /// What can be added to the group.
    pub(super) add: Option<Link>,
}

/// One thing to do.
pub(super) struct Todo {
    pub(super) label: String,
    /// Where it is done; none when it cannot be begun, or is not this reader's.
    pub(super) href: Option<String>,
    /// A remark.
    pub(super) hint: String,
    /// What is missing, each with its provision or whoever asks for it.
    pub(super) missing: Vec<String>,
    /// What to do about that.
    pub(super) remedy: String,
    pub(super) tag: Tag,
}

impl TodoGroup {
    /// The group, unless it is empty.
    pub(super) fn unless_empty(self) -> Option<Self> {
        let something = !self.lines.is_empty() || self.add.is_some();
        something.then_some(self)
    }
}
