//! Every rule that can refuse has its words, in both languages, with no argument the rule does not give.

use super::locales::Words;
use super::sample::{POLICY, TODAY};
use crate::form::Arg;
use crate::forms::refusal_args;
use safeconduct_domain::policy::Language;
use safeconduct_domain::refused::Refused;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every file there is: a page of its own may say its refusals in its own file.
fn both() -> [Words; 2] {
    ["en", "fr"].map(|language| Words::load(language, |_| true))
}

/// The sources whose refusals people read.
fn sources() -> Vec<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for name in ["domain", "casework"] {
        walk(&crates.join(name).join("src"), &mut files);
    }
    let read = |path: PathBuf| fs::read_to_string(path).unwrap();
    let code = |text: String| {
        text.split("#[cfg(test)]")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    files.into_iter().map(read).map(code).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() && name != "tests" {
            walk(&path, files);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            files.push(path);
        }
    }
}

/// The texts in quotes right after an opening, whatever white space lies between.
fn quoted(source: &str, opening: &str) -> Vec<String> {
    let after = source.split(opening).skip(1);
    let text = |rest: &str| {
        Some(
            rest.trim_start()
                .strip_prefix('"')?
                .split_once('"')?
                .0
                .to_owned(),
        )
    };
    after.filter_map(text).collect()
}

fn rules() -> BTreeSet<String> {
    let found =
        |source: &String| [quoted(source, "Refused::by("), quoted(source, "refused(")].concat();
    let rules: BTreeSet<_> = sources().iter().flat_map(found).collect();
    assert!(rules.len() > 60, "the sources have another shape now");
    rules
}

/// The arguments of a message: what stands after `$`.
fn arguments(words: &Words, key: &str) -> BTreeSet<String> {
    let from = words.entry(key);
    let name = |rest: &str| {
        rest.chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '-')
            .collect()
    };
    from.split('$').skip(1).map(name).collect()
}

#[test]
fn every_rule_has_its_words_and_every_word_its_rule() {
    let rules = rules();
    for words in both() {
        let known: BTreeSet<_> = words
            .keys()
            .filter_map(|k| k.strip_prefix("refused-"))
            .map(str::to_owned)
            .collect();
        let missing: Vec<_> = rules.difference(&known).collect();
        assert!(missing.is_empty(), "refused-… is missing for {missing:?}");
        let orphans: Vec<_> = known.difference(&rules).collect();
        assert!(orphans.is_empty(), "no rule is called {orphans:?}");
    }
}

#[test]
fn no_message_asks_for_an_argument_that_is_never_given() {
    let given: BTreeSet<String> = sources().iter().flat_map(|s| quoted(s, ".with(")).collect();
    let [en, fr] = both();
    for rule in rules() {
        let key = format!("refused-{rule}");
        let asked = arguments(&en, &key);
        assert_eq!(asked, arguments(&fr, &key), "{key}");
        let unknown: Vec<_> = asked.difference(&given).collect();
        assert!(unknown.is_empty(), "{key}: {unknown:?}");
    }
}

#[test]
fn every_refusal_can_be_said_with_one_and_with_many() {
    for words in both() {
        for rule in rules() {
            let key = format!("refused-{rule}");
            for count in ["0", "1", "7"] {
                let args: BTreeMap<String, &str> = arguments(&words, &key)
                    .into_iter()
                    .map(|name| {
                        let word = matches!(
                            name.as_str(),
                            "task" | "first" | "office" | "partner" | "due" | "year"
                        );
                        (name, if word { "a word" } else { count })
                    })
                    .collect();
                let args: Vec<_> = args
                    .iter()
                    .map(|(name, value)| (name.as_str(), *value))
                    .collect();
                let text = words.with(&key, &args).unwrap();
                assert!(
                    text.ends_with('.') && !text.contains(['{', '}']),
                    "{key}: {text}"
                );
            }
        }
    }
}

#[test]
fn arguments_are_said_in_the_words_of_the_policy() {
    let refused = Refused::by("task-open")
        .with("task", "well-founded-fear")
        .with("count", "3");
    let args = refusal_args(&refused, &POLICY, TODAY, Language::Fr);
    let fear = POLICY.element("well-founded-fear", TODAY).unwrap();
    assert_eq!(
        args,
        [
            ("task", Arg::Text(fear.text.fr.clone())),
            ("count", Arg::Number(3))
        ]
    );
    let odd = Refused::by("task-open")
        .with("task", "interview")
        .with("year", "2026");
    let args = refusal_args(&odd, &POLICY, TODAY, Language::En);
    assert_eq!(
        args,
        [
            ("task", Arg::Text("interview".into())),
            ("year", Arg::Text("2026".into()))
        ]
    );
    let [words, _] = both();
    let said = |task, count| {
        words
            .with("refused-task-open", &[("task", task), ("count", count)])
            .unwrap()
    };
    assert!(
        said("interview", "1").starts_with("One mandatory task is still open: the interview. ")
    );
    assert!(
        said("Security", "4")
            .starts_with("4 mandatory tasks are still open; the first is: Security. ")
    );
}
