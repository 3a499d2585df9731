//! Reads pages as a browser does: what is an element, what is text, which forms there are and what stands in them.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// Elements our pages are made of; anything else came from somewhere else.
const ELEMENTS: [&str; 66] = [
    "html",
    "head",
    "meta",
    "title",
    "link",
    "body",
    "a",
    "header",
    "p",
    "span",
    "div",
    "svg",
    "path",
    "bdi",
    "form",
    "input",
    "button",
    "nav",
    "ul",
    "ol",
    "li",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "footer",
    "label",
    "fieldset",
    "legend",
    "textarea",
    "select",
    "option",
    "optgroup",
    "datalist",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "aside",
    "strong",
    "em",
    "b",
    "abbr",
    "time",
    "code",
    "pre",
    "details",
    "summary",
    "i",
    "figure",
    "figcaption",
    "desc",
    "g",
    "rect",
    "text",
    "line",
];
/// Elements that never stand on a page of ours.
const NEVER: [&str; 12] = [
    "script", "style", "iframe", "object", "embed", "img", "base", "applet", "frame", "video",
    "audio", "math",
];

/// A form of a page.
#[derive(Debug, Clone, Default)]
pub struct HtmlForm {
    pub action: String,
    pub method: String,
    pub multipart: bool,
    pub fields: Vec<HtmlField>,
}

/// An input, a text area or a list of a form.
#[derive(Debug, Clone, Default)]
pub struct HtmlField {
    pub name: String,
    /// `text`, `hidden`, `checkbox`, …; `textarea`; `select`.
    pub kind: String,
    pub value: String,
    pub checked: bool,
    /// Whether it is a passphrase or a code of the second factor.
    pub secret: bool,
    /// What can be chosen in a list.
    pub options: Vec<String>,
}

/// What a page is, to a browser.
#[derive(Debug, Default)]
pub struct Html {
    pub lang: String,
    pub forms: Vec<HtmlForm>,
    /// Where its links and forms lead.
    pub links: Vec<String>,
    /// Classes that stand on it.
    pub classes: Vec<String>,
    /// Everything that could run or load: what must never be there.
    pub alive: Vec<String>,
}

impl Html {
    /// The form that is posted there.
    pub fn form(&self, action: &str) -> Option<&HtmlForm> {
        self.forms
            .iter()
            .find(|form| form.action == action && form.method == "post")
    }

    pub fn has(&self, class: &str) -> bool {
        self.classes.iter().any(|c| c == class)
    }
}

impl HtmlForm {
    /// Every value of an input.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.fields
            .iter()
            .filter(|f| f.name == name)
            .map(|f| f.value.as_str())
            .collect()
    }

    /// What a browser would send if nothing were touched.
    pub fn standing(&self) -> Vec<(String, String)> {
        let sent = self.fields.iter().filter(|f| match f.kind.as_str() {
            "checkbox" | "radio" => f.checked,
            kind => kind != "file" && kind != "submit",
        });
        sent.map(|f| (f.name.clone(), f.value.clone())).collect()
    }

    /// Names of what a person fills in, each once.
    pub fn questions(&self) -> Vec<&HtmlField> {
        let mut seen = Vec::new();
        let asked = self
            .fields
            .iter()
            .filter(|f| !matches!(f.kind.as_str(), "hidden" | "file" | "submit"));
        asked
            .filter(|f| {
                let new = !seen.contains(&f.name.as_str());
                seen.push(&f.name);
                new
            })
            .collect()
    }
}

/// Reads a page.
pub fn read(text: &str) -> Html {
    let mut reader = Reader::default();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&string(&tag.name)),
            Token::String(text) => reader.text(&string(&text)),
            Token::Comment(_) => reader.html.alive.push("a comment".to_owned()),
            _ => {}
        }
    }
    reader.html
}

#[derive(Default)]
struct Reader {
    html: Html,
    form: Option<HtmlForm>,
    area: bool,
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = string(&tag.name);
        let of = |wanted: &str| {
            let found = tag
                .attributes
                .iter()
                .find(|(name, _)| string(name) == wanted);
            found.map(|(_, value)| string(value))
        };
        self.html.alive.extend(alive(&name, tag));
        self.html
            .links
            .extend(["href", "src", "action"].into_iter().filter_map(of));
        self.html.classes.extend(
            of("class")
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned),
        );
        let text = |wanted: &str| of(wanted).unwrap_or_default();
        match name.as_str() {
            "html" => self.html.lang = text("lang"),
            "form" => {
                self.form = Some(HtmlForm {
                    action: text("action"),
                    method: text("method"),
                    multipart: text("enctype") == "multipart/form-data",
                    fields: Vec::new(),
                });
            }
            "option" => {
                let (value, chosen) = (text("value"), of("selected").is_some());
                let list = self.form.as_mut().and_then(|form| form.fields.last_mut());
                if let Some(list) = list.filter(|list| list.kind == "select") {
                    if chosen {
                        list.value.clone_from(&value);
                    }
                    list.options.push(value);
                }
            }
            "input" | "textarea" | "select" => {
                self.area = name == "textarea";
                let kind = if name == "input" { text("type") } else { name };
                let told = matches!(
                    text("autocomplete").as_str(),
                    "current-password" | "new-password" | "one-time-code"
                );
                let field = HtmlField {
                    secret: told || kind == "password",
                    name: text("name"),
                    kind,
                    value: text("value"),
                    checked: of("checked").is_some(),
                    options: Vec::new(),
                };
                if let Some(form) = &mut self.form {
                    form.fields.push(field);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "textarea" => self.area = false,
            "form" => self.html.forms.extend(self.form.take()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let area = self.form.as_mut().and_then(|form| form.fields.last_mut());
        if let Some(area) = area.filter(|_| self.area) {
            // a browser passes over a line break right after the tag
            let text = if area.value.is_empty() {
                text.strip_prefix('\n').unwrap_or(text)
            } else {
                text
            };
            area.value.push_str(text);
        }
    }
}

/// Whatever of an element could run or load something, or is none of ours.
fn alive(name: &str, tag: &StartTag<()>) -> Vec<String> {
    let mut found = Vec::new();
    if NEVER.contains(&name) || !ELEMENTS.contains(&name) {
        found.push(format!("<{name}>"));
    }
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (string(attribute), string(value));
        let plain = attribute
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let runs = attribute.starts_with("on")
            || matches!(
                attribute.as_str(),
                "style" | "srcdoc" | "formaction" | "http-equiv"
            );
        let leads = matches!(attribute.as_str(), "href" | "src" | "action");
        // one link of ours leads elsewhere: the quick way out
        let ours = value.starts_with('/') && !value.starts_with("//")
            || value.starts_with('#')
            || value.starts_with("https://www.");
        if !plain || runs || (leads && !ours) {
            found.push(format!("<{name} {attribute}={value:?}>"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_seen_and_what_is_escaped_is_not() {
        let seen = |text: &str| read(text).alive.len();
        for bad in [
            "<script>x</script>",
            "<img src=x onerror=y>",
            "<a href='javascript:x'>",
            "<p onclick=x>",
            "<p style=x>",
            "<x>",
            "<a href=//evil.example>",
            "<form action=https://evil.example>",
            "<!-- x -->",
            "<svg/onload=x>",
            "<p a\"b=c>",
            "<textarea></textarea><script>",
            "<meta http-equiv=refresh>",
        ] {
            assert!(seen(bad) > 0, "{bad}");
        }
        for good in [
            "&#60;script&#62;",
            "<textarea><script></textarea>",
            "<p title=\"&#34; onclick=x\">",
            "<title><b></title>",
        ] {
            assert_eq!(seen(good), 0, "{good}");
        }
        let page = read(
            "<form method=post action=/x><input name=a type=text value='&#60;1'><textarea name=b>\n&#38;2</textarea></form>",
        );
        let form = page.form("/x").unwrap();
        assert_eq!(
            (form.values("a"), form.values("b")),
            (vec!["<1"], vec!["&2"])
        );
    }
}
