//! The locale files themselves: complete, equal, and used.

#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::files::FILES;
use super::{Lang, has, plain, t};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// Every message of a file with its whole text: attributes and following lines belong to it.
fn messages(source: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in source.lines() {
        let start = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
        match line.split_once(" =").filter(|_| start) {
            Some((key, text)) => {
                let text = text.trim_start();
                assert!(
                    messages.insert(key.to_owned(), text.to_owned()).is_none(),
                    "{key} stands twice in one file"
                );
                current = Some(key.to_owned());
            }
            None if line.starts_with(' ') || line.starts_with('}') => {
                let key = current.as_ref().unwrap();
                messages.get_mut(key).unwrap().push_str(line);
            }
            None => assert!(
                line.is_empty() || line.starts_with('#'),
                "what is this line? {line}"
            ),
        }
    }
    messages
}

fn variables(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect()
        })
        .collect()
}

#[test]
fn the_list_of_files_is_the_folder() {
    for lang in Lang::ALL {
        let mut there: Vec<_> = fs::read_dir(root().join("locales").join(lang.code()))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        there.sort();
        let listed: Vec<_> = FILES
            .iter()
            .map(|file| format!("{}.ftl", file.name))
            .collect();
        assert_eq!(
            there,
            listed,
            "locales/{} and web/i18n/files.rs differ",
            lang.code()
        );
    }
}

#[test]
fn every_file_is_sound_and_no_message_is_defined_twice() {
    let mut seen = BTreeMap::new();
    for file in FILES {
        for source in [file.en, file.fr] {
            assert!(
                fluent_bundle::FluentResource::try_new(source.to_owned()).is_ok(),
                "{} has a mistake",
                file.name
            );
        }
        for key in messages(file.en).into_keys() {
            let other = seen.insert(key.clone(), file.name);
            assert_eq!(other, None, "{key} is in {} too", file.name);
        }
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let (mut keys, mut differing) = (0, Vec::new());
    for file in FILES {
        let (en, fr) = (messages(file.en), messages(file.fr));
        keys += en.len();
        for key in en.keys().chain(fr.keys()).collect::<BTreeSet<_>>() {
            match (en.get(key), fr.get(key)) {
                (Some(en), Some(fr)) if variables(en) == variables(fr) => {}
                _ => differing.push(format!("{}: {key}", file.name)),
            }
        }
    }
    println!("messages compared: {keys}, differing: {}", differing.len());
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn french_is_set_the_way_french_is_set() {
    let mut wrong = Vec::new();
    for file in FILES {
        for (key, text) in messages(file.fr) {
            let chars: Vec<char> = text.chars().collect();
            for pair in chars.windows(2) {
                let bad = match (pair[0], pair[1]) {
                    (before, ':' | '»') => !matches!(before, '\u{a0}' | '\u{202f}'),
                    ('«', after) => !matches!(after, '\u{a0}' | '\u{202f}'),
                    (' ', '?' | '!' | ';' | '%') => true,
                    (_, '\'' | '"') => true,
                    _ => false,
                };
                if bad {
                    wrong.push(format!("{}: {key}: {text}", file.name));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "no-break spaces, typographic apostrophes: {wrong:#?}"
    );
}

/// Keys that are put together when they are used; everything that begins so counts as used.
const BUILT: &[&str] = &[
    "account-status-",
    "act-",
    "agreement-",
    "class-",
    "compartment-",
    "country-",
    "directory-",
    "done-",
    "due-",
    "entry-",
    "error-",
    "event-",
    "form-",
    "language-",
    "looked-",
    "message-",
    "name-part-",
    "news-",
    "policy-table-",
    "problem-",
    "purpose-",
    "refused-",
    "role-",
    "sameness-",
    "stage-",
    "task-state-",
    "tracking-",
    "waits-",
];

fn sources(folder: &Path, texts: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, texts);
        } else if path
            .extension()
            .is_some_and(|kind| kind == "rs" || kind == "html")
        {
            texts.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_message_is_used() {
    let mut texts = String::new();
    for folder in [
        "crates/server/src",
        "crates/server/templates",
        "crates/casework/src",
        "crates/domain/src",
    ] {
        sources(&root().join(folder), &mut texts);
    }
    let unused: Vec<_> = FILES
        .iter()
        .flat_map(|file| messages(file.en).into_keys())
        .filter(|key| {
            !BUILT.iter().any(|prefix| key.starts_with(prefix))
                && !texts.contains(&format!("\"{key}\""))
        })
        .collect();
    assert!(unused.is_empty(), "nobody says these: {unused:#?}");
}

#[test]
fn a_missing_message_is_loud_in_tests() {
    assert_eq!(t(Lang::Fr, "no-such-message", &[]), "⟦no-such-message⟧");
    assert!(!has(Lang::En, "no-such-message"));
    assert_eq!(
        t(Lang::En, "days-in", &[]),
        "⟦days-in⟧",
        "an argument is missing"
    );
}

#[test]
fn arguments_are_isolated_in_pages_and_plain_elsewhere() {
    assert_eq!(
        Lang::En.t1("days-in", "days", 1234_i64),
        "in \u{2068}1,234\u{2069} days"
    );
    assert_eq!(
        plain(Lang::Fr, "days-in", &[("days", 1234_i64.into())]),
        "dans 1\u{202f}234\u{a0}jours"
    );
}
