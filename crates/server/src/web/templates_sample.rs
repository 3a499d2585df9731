//! Every page in both languages: complete, small, well formed, and with nothing in it that would run.
//!
//! With `SAFECONDUCT_SAMPLES` naming a folder, the pages are written there, to be looked at.

#![allow(clippy::print_stdout)]

use std::collections::BTreeSet;

use super::i18n::Lang;
use super::{assets, samples};
use crate::pages::walk;

/// A page may have this many bytes.
const BUDGET: usize = 40 * 1024;
/// Elements that stand alone.
const VOID: [&str; 6] = ["meta", "link", "input", "option", "br", "path"];

struct Tag<'h> {
    name: &'h str,
    attributes: Vec<(&'h str, &'h str)>,
    end: bool,
}

/// The tags of a page. Strict about what we write: lower case, attributes quoted or without a value.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html
        .strip_prefix("<!DOCTYPE html>")
        .expect("a page begins with its doctype");
    while let Some((_, after)) = rest.split_once('<') {
        let (inside, next) = split_tag(after);
        let inside = inside.trim_end_matches('/');
        let (end, inside) = inside
            .strip_prefix('/')
            .map_or((false, inside), |name| (true, name));
        let (name, attributes) = inside
            .split_once(char::is_whitespace)
            .unwrap_or((inside, ""));
        assert!(
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()),
            "<{name}"
        );
        tags.push(Tag {
            name,
            attributes: pairs(attributes),
            end,
        });
        rest = next;
    }
    tags
}

/// What stands before the `>` that ends a tag, and what follows it.
fn split_tag(after: &str) -> (&str, &str) {
    let mut quoted = false;
    for (at, c) in after.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return (&after[..at], &after[at + 1..]),
            _ => {}
        }
    }
    panic!("a tag does not end: {after}");
}

fn pairs(attributes: &str) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let at = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(at);
        let (value, next) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("a quoted value ends"),
            None => ("", after),
        };
        assert!(!name.is_empty(), "{attributes}");
        pairs.push((name, value));
        rest = next.trim_start();
    }
    pairs
}

fn check_tree(name: &str, tags: &[Tag<'_>]) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags {
        let alone = VOID.contains(&tag.name);
        if tag.end {
            assert_eq!(
                open.pop(),
                Some(tag.name),
                "{name}: elements end in the order they began"
            );
        } else if !alone {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "{name}: {open:?} never ends");
}

fn check_nothing_runs(name: &str, tags: &[Tag<'_>]) {
    for tag in tags {
        assert!(
            !matches!(
                tag.name,
                "script" | "style" | "iframe" | "object" | "embed" | "base"
            ),
            "{name}: <{}>",
            tag.name
        );
        for (attribute, value) in &tag.attributes {
            assert!(
                !attribute.starts_with("on") && *attribute != "style",
                "{name}: {attribute}={value}"
            );
            assert!(
                !value.trim_start().to_lowercase().starts_with("javascript:"),
                "{name}: {value}"
            );
        }
    }
}

fn check_references(name: &str, tags: &[Tag<'_>]) {
    let attribute = |wanted: &'static str| {
        tags.iter().flat_map(move |tag| {
            tag.attributes
                .iter()
                .filter(move |(name, _)| *name == wanted)
                .map(|(_, value)| *value)
        })
    };
    let mut ids = BTreeSet::new();
    for id in attribute("id") {
        assert!(ids.insert(id), "{name}: the id {id} stands twice");
    }
    let references = ["for", "aria-describedby", "aria-labelledby", "list"]
        .into_iter()
        .flat_map(attribute);
    for reference in references.flat_map(str::split_whitespace) {
        assert!(
            ids.contains(reference),
            "{name}: nothing has the id {reference}"
        );
    }
    for target in attribute("href").filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.contains(target), "{name}: nothing has the id {target}");
    }
    assert_eq!(
        tags.iter()
            .filter(|tag| tag.name == "h1" && !tag.end)
            .count(),
        1,
        "{name}: one main heading"
    );
}

/// Every box has a label, and every form its tokens, before anything else.
fn check_forms(name: &str, tags: &[Tag<'_>]) {
    let labels: BTreeSet<_> = tags
        .iter()
        .filter(|tag| tag.name == "label")
        .flat_map(|tag| &tag.attributes)
        .filter(|(n, _)| *n == "for")
        .map(|(_, v)| *v)
        .collect();
    for (at, tag) in tags.iter().enumerate().filter(|(_, tag)| !tag.end) {
        let get = |wanted: &str| {
            tag.attributes
                .iter()
                .find(|(name, _)| *name == wanted)
                .map(|(_, value)| *value)
        };
        // a form that only asks changes nothing, and needs no token
        if tag.name == "form" && get("method") != Some("get") {
            let first = &tags[at + 1];
            assert!(
                first.attributes.contains(&("name", "csrf")),
                "{name}: a form begins with its token"
            );
            assert_eq!(get("method"), Some("post"));
        }
        let boxed =
            matches!(tag.name, "input" | "select" | "textarea") && get("type") != Some("hidden");
        if boxed {
            let named =
                get("aria-label").is_some() || get("id").is_some_and(|id| labels.contains(id));
            assert!(named, "{name}: a box without a label: {:?}", tag.attributes);
        }
    }
}

/// Everything that holds of every page.
pub(crate) fn check(name: &str, html: &str, lang: Lang) {
    assert!(
        !html.contains(['⟦', '⟧']),
        "{name} lacks a message: {}",
        missing(html)
    );
    assert!(html.len() <= BUDGET, "{name} has {} bytes", html.len());
    assert!(
        html.contains(&format!("<html lang=\"{}\">", lang.code())),
        "{name}"
    );
    let tags = tags(html);
    check_tree(name, &tags);
    check_nothing_runs(name, &tags);
    check_references(name, &tags);
    check_forms(name, &tags);
    keep(name, html);
}

#[test]
fn every_page_in_both_languages() {
    let (mut pages, mut largest) = (0, (0, String::new()));
    for lang in Lang::ALL {
        for sample in samples::all(lang) {
            let name = format!("{}.{}", sample.name, lang.code());
            check(&name, &sample.html, lang);
            println!("{name}: {} bytes", sample.html.len());
            pages += 1;
            largest = largest.max((sample.html.len(), name));
        }
    }
    println!(
        "pages: {pages}; largest: {} with {} bytes",
        largest.1, largest.0
    );
}

fn missing(html: &str) -> String {
    html.split('⟦')
        .skip(1)
        .filter_map(|rest| rest.split('⟧').next())
        .collect::<Vec<_>>()
        .join(", ")
}

#[test]
fn every_page_template_has_a_sample() {
    let names: Vec<_> = samples::all(Lang::En)
        .into_iter()
        .map(|sample| sample.name)
        .collect();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let sampled = file.starts_with('_')
            || names.iter().any(|name| name.starts_with(&file))
            || walk::TEMPLATES.contains(&file.as_str())
            || walk::crawl::TEMPLATES.contains(&file.as_str())
            || walk::crawl::ELSEWHERE.contains(&file.as_str());
        assert!(
            sampled,
            "{file} has no sample: add one to web/samples.rs, or visit it in pages/walk.rs"
        );
    }
}

#[test]
fn the_checks_themselves_find_faults() {
    let found = |html: &'static str, check: fn(&str, &[Tag<'_>])| {
        std::panic::catch_unwind(move || check("planted", &tags(html))).is_err()
    };
    assert!(found("<!DOCTYPE html><p><b></p></b>", check_tree));
    assert!(found(
        "<!DOCTYPE html><p onclick=\"x\">",
        check_nothing_runs
    ));
    assert!(found("<!DOCTYPE html><script>", check_nothing_runs));
    assert!(found(
        "<!DOCTYPE html><h1></h1><p id=\"a\"></p><p id=\"a\"></p>",
        check_references
    ));
    assert!(found(
        "<!DOCTYPE html><h1></h1><label for=\"a\"></label>",
        check_references
    ));
    assert!(found(
        "<!DOCTYPE html><form method=\"post\"><input name=\"x\"></form>",
        check_forms
    ));
    assert!(found("<!DOCTYPE html><input name=\"x\">", check_forms));
}

/// Writes a page to the folder that was asked for, with a stylesheet beside it.
fn keep(name: &str, html: &str) {
    let Some(folder) = option_env!("SAFECONDUCT_SAMPLES") else {
        return;
    };
    let local = html.replace(assets::stylesheet(), "safeconduct.css");
    std::fs::write(format!("{folder}/{name}.html"), local).unwrap();
}
