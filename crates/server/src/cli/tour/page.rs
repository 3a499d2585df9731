//! A page as a person without scripts meets it: its heading, its links, its forms, its words.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// A page that was answered.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) status: u16,
    /// Path and query.
    pub(super) at: String,
    pub(super) html: String,
    pub(super) heading: String,
    pub(super) lang: String,
    /// Everything that can be read, in order.
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    pub(super) forms: Vec<Form>,
    pub(super) scripts: usize,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) text: String,
}

/// A form with what it would send if nobody touched it.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    pub(super) action: String,
    pub(super) multipart: bool,
    pub(super) inputs: Vec<Input>,
}

/// An input: text, a box to tick with its value, an option of a list, a button.
#[derive(Debug, Clone, Default)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) kind: Kind,
    /// Whether it is sent as it stands.
    pub(super) on: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Text,
    Hidden,
    /// A radio button or an option of a list: one of several.
    One,
    /// A box: any of several.
    Any,
    File,
    Button,
}

impl Page {
    pub(super) fn read(status: u16, at: &str, html: String) -> Self {
        let mut reader = Reader {
            page: Self {
                status,
                at: at.to_owned(),
                ..Self::default()
            },
            ..Reader::default()
        };
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html.as_str(), emitter).flatten() {
            match token {
                Token::StartTag(tag) => reader.open(&tag),
                Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => reader.say(&String::from_utf8_lossy(&text)),
                _ => {}
            }
        }
        let mut page = reader.page;
        page.html = html;
        page
    }

    /// The link whose address holds a text.
    pub(super) fn link(&self, part: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.href.contains(part))
    }

    /// Addresses that hold a text, each once, in order.
    pub(super) fn places(&self, part: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for link in self.links.iter().filter(|link| link.href.contains(part)) {
            if !found.contains(&link.href) {
                found.push(link.href.clone());
            }
        }
        found
    }

    /// The form that is sent to an address that holds a text.
    pub(super) fn form(&self, part: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.action.contains(part))
    }

    /// The size that counts: without the padding after the end of the page.
    pub(super) fn size(&self) -> usize {
        self.html.trim_end().len()
    }
}

impl Form {
    /// The names of what a person can answer.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let asked = self
            .inputs
            .iter()
            .filter(|i| !matches!(i.kind, Kind::Hidden | Kind::Button));
        asked.map(|i| i.name.as_str())
    }
}

#[derive(Default)]
struct Reader {
    page: Page,
    in_form: bool,
    in_link: bool,
    in_heading: bool,
    in_area: bool,
    select: Option<String>,
    silent: usize,
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let found = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(found).into_owned())
}

impl Reader {
    fn open(&mut self, tag: &StartTag<()>) {
        let get = |name: &str| attribute(tag, name).unwrap_or_default();
        match &*String::from_utf8_lossy(&tag.name) {
            "html" => self.page.lang = get("lang"),
            "script" => {
                self.page.scripts += 1;
                self.silent += 1;
            }
            "style" | "title" => self.silent += 1,
            "h1" => self.in_heading = true,
            "a" => {
                let (href, text) = (get("href"), String::new());
                self.page.links.push(Link { href, text });
                self.in_link = true;
            }
            "form" => {
                self.page.forms.push(Form {
                    action: get("action"),
                    multipart: get("enctype") == "multipart/form-data",
                    inputs: Vec::new(),
                });
                self.in_form = true;
            }
            "input" => self.input(
                &get("type"),
                get("name"),
                get("value"),
                attribute(tag, "checked").is_some(),
            ),
            "button" => self.put(get("name"), get("value"), Kind::Button, false),
            "textarea" => {
                self.put(get("name"), String::new(), Kind::Text, true);
                self.in_area = true;
            }
            "select" => self.select = Some(get("name")),
            "option" => {
                let name = self.select.clone().unwrap_or_default();
                let chosen = attribute(tag, "selected").is_some();
                self.put(name, get("value"), Kind::One, chosen);
            }
            _ => {}
        }
    }

    fn input(&mut self, kind: &str, name: String, value: String, checked: bool) {
        let boxed = |value: String| {
            if value.is_empty() {
                "on".to_owned()
            } else {
                value
            }
        };
        match kind {
            "hidden" => self.put(name, value, Kind::Hidden, true),
            "radio" => self.put(name, boxed(value), Kind::One, checked),
            "checkbox" => self.put(name, boxed(value), Kind::Any, checked),
            "file" => self.put(name, value, Kind::File, false),
            "submit" => self.put(name, value, Kind::Button, false),
            _ => self.put(name, value, Kind::Text, true),
        }
    }

    fn put(&mut self, name: String, value: String, kind: Kind, on: bool) {
        if let Some(form) = self.page.forms.last_mut().filter(|_| self.in_form) {
            form.inputs.push(Input {
                name,
                value,
                kind,
                on,
            });
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "form" => self.in_form = false,
            "a" => self.in_link = false,
            "h1" => self.in_heading = false,
            "textarea" => self.in_area = false,
            "select" => self.select = None,
            "script" | "style" | "title" => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.silent > 0 {
            return;
        }
        if self.in_area {
            let last = self
                .page
                .forms
                .last_mut()
                .and_then(|form| form.inputs.last_mut());
            if let Some(area) = last {
                area.value.push_str(text);
            }
            return;
        }
        if self.in_heading {
            self.page.heading.push_str(text);
        }
        if let Some(link) = self.page.links.last_mut().filter(|_| self.in_link) {
            link.text.push_str(text);
        }
        self.page.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><title>No</title><h1>A <bdi>page</bdi></h1>
        <a href="/cases/1?a=1&amp;b=2">One &amp; two</a>
        <form method="post" action="/cases/1/do/x"><input type="hidden" name="csrf" value="c&quot;">
        <input name="line" value="v"><textarea name="area">
a &lt;b&gt;</textarea><input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked>
        <input type="checkbox" name="flag" value="yes"><select name="s"><option value="">-<option value="k" selected>K</select>
        <button name="step" value="send">Go</button></form>"#;

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        let page = Page::read(200, "/x", PAGE.to_owned());
        assert_eq!(
            (page.lang.as_str(), page.heading.as_str(), page.scripts),
            ("en", "A page", 0)
        );
        assert!(!page.text.contains("No"));
        assert_eq!(page.places("/cases/"), ["/cases/1?a=1&b=2"]);
        assert_eq!(page.link("a=1").unwrap().text, "One & two");
        let form = page.form("/do/x").unwrap();
        let sent: Vec<(&str, &str)> = form
            .inputs
            .iter()
            .filter(|i| i.on)
            .map(|i| (i.name.as_str(), i.value.as_str()))
            .collect();
        assert_eq!(
            sent,
            [
                ("csrf", "c\""),
                ("line", "v"),
                ("area", "\na <b>"),
                ("r", "2"),
                ("s", "k")
            ]
        );
        assert_eq!(
            form.names().collect::<Vec<_>>(),
            ["line", "area", "r", "r", "flag", "s", "s"]
        );
    }
}
