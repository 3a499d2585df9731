//! Parts of pages, each a small template of its own: put one in a page with `{{ part }}`.
//!
//! Their words come from the caller, already in the page's language, but for the few that belong to the part itself.

use askama::Template;
use askama::filters::HtmlSafe;

use super::i18n::Lang;

/// A link, perhaps to the place one is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is read.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the place one is at.
    pub current: bool,
}

impl Link {
    /// A link to another place.
    #[must_use]
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            current: false,
        }
    }

    /// The same, being the place one is at if that holds.
    #[must_use]
    pub const fn current_if(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// How a tag looks: always beside words that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to remark.
    Neutral,
    /// Under way.
    Info,
    /// Done, in order.
    Done,
    /// Waits for somebody.
    Waiting,
    /// Needs attention now.
    Urgent,
}

/// A short state: "Not started", "Due tomorrow".
#[derive(Debug, Clone, Template)]
#[template(path = "_tag.html")]
pub struct Tag {
    /// What is read.
    pub text: String,
    /// How it looks.
    pub tone: Tone,
}

impl Tag {
    /// A tag of these words.
    #[must_use]
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
        }
    }

    fn class(&self) -> &'static str {
        match self.tone {
            Tone::Neutral => "neutral",
            Tone::Info => "info",
            Tone::Done => "done",
            Tone::Waiting => "waiting",
            Tone::Urgent => "urgent",
        }
    }
}

/// Groups of tasks, each with its state.
#[derive(Debug, Clone, Template)]
#[template(path = "_task_list.html")]
pub struct TaskList {
    /// The groups, in the order of the work.
    pub groups: Vec<TaskGroup>,
}

/// Tasks under one heading.
#[derive(Debug, Clone)]
pub struct TaskGroup {
    /// The heading; empty for none.
    pub title: String,
    /// The tasks.
    pub tasks: Vec<Task>,
}

/// One task.
#[derive(Debug, Clone)]
pub struct Task {
    /// What is to be done.
    pub label: String,
    /// Where it is done; none when it cannot be begun yet.
    pub href: Option<String>,
    /// A remark below; empty for none.
    pub hint: String,
    /// Its state.
    pub tag: Tag,
}

/// Labels and their values: what is known, or what is about to be sent.
#[derive(Debug, Clone, Template)]
#[template(path = "_summary_list.html")]
pub struct SummaryList {
    /// The rows.
    pub rows: Vec<Row>,
}

/// A label, its value, and what can be done about it.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The value, one text a paragraph; empty when nothing was said.
    pub lines: Vec<String>,
    /// A link to change it. Its label is read with the row's label after it.
    pub action: Option<Link>,
}

impl Row {
    /// A row with a value of one text.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            lines: vec![value.into()],
            action: None,
        }
    }
}

/// A table that becomes a list of cards on a narrow screen.
#[derive(Debug, Clone, Template)]
#[template(path = "_table.html")]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Whether the caption is for readers of the page's structure only.
    pub caption_hidden: bool,
    /// The columns. The first one names the row.
    pub columns: Vec<Column>,
    /// The rows, each with one cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there is no row.
    pub empty: String,
}

impl Table {
    fn numeric(&self, at: &usize) -> bool {
        self.columns.get(*at).is_some_and(|column| column.numeric)
    }

    fn column(&self, at: &usize) -> &str {
        self.columns
            .get(*at)
            .map_or("", |column| column.label.as_str())
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds figures, set to the right.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: false,
        }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            numeric: true,
        }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub href: Option<String>,
    /// A remark below; empty for none.
    pub hint: String,
    /// A state after or instead of the words.
    pub tag: Option<Tag>,
}

impl Cell {
    /// A cell of words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A cell that leads somewhere.
    #[must_use]
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            href: Some(href.into()),
            ..Self::default()
        }
    }

    /// A cell that is a state.
    #[must_use]
    pub fn tag(tag: Tag) -> Self {
        Self {
            tag: Some(tag),
            ..Self::default()
        }
    }

    /// The same with a remark below.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// Links to the pages of a long list.
#[derive(Debug, Clone, Template)]
#[template(path = "_pages.html")]
pub struct Pages {
    lang: Lang,
    current: usize,
    total: usize,
    base: String,
}

impl Pages {
    /// Page `current` of `total` (both from 1); `base` is the address up to the page's number, such as `/work?page=`.
    #[must_use]
    pub fn new(lang: Lang, current: usize, total: usize, base: impl Into<String>) -> Self {
        let total = total.max(1);
        Self {
            lang,
            current: current.clamp(1, total),
            total,
            base: base.into(),
        }
    }

    fn href(&self, page: usize) -> String {
        format!("{}{page}", self.base)
    }

    fn previous(&self) -> Option<String> {
        (self.current > 1).then(|| self.href(self.current.saturating_sub(1)))
    }

    fn next(&self) -> Option<String> {
        (self.current < self.total).then(|| self.href(self.current.saturating_add(1)))
    }

    /// The pages to show: the ends, the current one and its neighbours; nothing stands for a gap.
    fn shown(&self) -> Vec<Option<Step>> {
        let mut shown: Vec<Option<Step>> = Vec::new();
        for page in 1..=self.total {
            if page == 1 || page == self.total || page.abs_diff(self.current) <= 1 {
                shown.push(Some(Step {
                    page,
                    href: self.href(page),
                    label: self.lang.t1("pages-page", "page", page),
                    current: page == self.current,
                }));
            } else if shown.last().is_some_and(Option::is_some) {
                shown.push(None);
            }
        }
        shown
    }
}

/// A link to one page of a list.
struct Step {
    page: usize,
    href: String,
    label: String,
    current: bool,
}

/// Words behind a line that opens.
#[derive(Debug, Clone, Template)]
#[template(path = "_details.html")]
pub struct Details {
    /// The line.
    pub summary: String,
    /// The words behind it, one text a paragraph.
    pub lines: Vec<String>,
}

impl HtmlSafe for Tag {}
impl HtmlSafe for TaskList {}
impl HtmlSafe for SummaryList {}
impl HtmlSafe for Table {}
impl HtmlSafe for Pages {}
impl HtmlSafe for Details {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_show_the_ends_and_the_neighbours() {
        let shown = |current, total| -> Vec<usize> {
            let pages = Pages::new(Lang::En, current, total, "/w?page=");
            pages
                .shown()
                .into_iter()
                .map(|step| step.map_or(0, |step| step.page))
                .collect()
        };
        assert_eq!(shown(1, 1), [1]);
        assert_eq!(shown(2, 3), [1, 2, 3]);
        assert_eq!(shown(5, 10), [1, 0, 4, 5, 6, 0, 10]);
        assert_eq!(shown(99, 3), [1, 2, 3]);
        assert_eq!(shown(0, 0), [1]);
        let last = Pages::new(Lang::En, 3, 3, "/w?page=");
        assert_eq!(
            (last.previous().as_deref(), last.next()),
            (Some("/w?page=2"), None)
        );
    }
}
