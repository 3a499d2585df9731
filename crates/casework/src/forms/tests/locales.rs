//! Every word the forms and the domain ask for is there, in both languages, and nothing else is.

use super::round_trip::contexts;
use super::sample::case;
use crate::forms::form;
use crate::forms::words::PLAIN;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use safeconduct_domain::access::Role;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::confidential::Item;
use safeconduct_domain::intake::NUMBER_KINDS;
use safeconduct_domain::letter;
use safeconduct_domain::person::Relationship;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");

/// The messages of one language.
pub(super) struct Words {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    source: String,
}

/// The files of the forms, the domain and the refusals, in English.
pub(super) fn english() -> Words {
    Words::load("en", ours)
}

/// The same in French.
pub(super) fn french() -> Words {
    Words::load("fr", ours)
}

impl Words {
    /// The files whose name is wanted.
    pub(super) fn load(language: &str, wanted: impl Fn(&str) -> bool) -> Self {
        let mut files: Vec<PathBuf> = fs::read_dir(format!("{LOCALES}/{language}"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| wanted(path.file_stem().unwrap().to_str().unwrap()))
            .collect();
        files.sort();
        assert!(files.len() >= 13);
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        let mut source = String::new();
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            source.push_str(&text);
            let resource = FluentResource::try_new(text)
                .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
            let added = bundle.add_resource(resource);
            added.unwrap_or_else(|errors| panic!("{}: {errors:?}", file.display()));
        }
        let key =
            |line: &str| Some(line.split_once(" =")?.0.to_owned()).filter(|k| !k.contains(' '));
        let lines = source.lines().filter(|l| !l.starts_with(['#', ' ']));
        let keys = lines.filter_map(key).collect();
        Self {
            bundle,
            keys,
            source,
        }
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.maybe(key)
            .unwrap_or_else(|| panic!("{key} is missing"))
    }

    pub(super) fn maybe(&self, key: &str) -> Option<String> {
        self.with(key, &[])
    }

    /// A message as it is written, with its selectors.
    pub(super) fn entry(&self, key: &str) -> String {
        let mut lines = self
            .source
            .lines()
            .skip_while(|l| !l.starts_with(&format!("{key} =")));
        let first = lines.next().unwrap_or_default().to_owned();
        let more = lines.take_while(|l| l.starts_with(' '));
        more.fold(first, |all, line| all + "\n" + line)
    }

    /// The message with arguments: figures as numbers.
    pub(super) fn with(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let args: FluentArgs = args
            .iter()
            .map(|(name, value)| match value.parse::<i64>() {
                Ok(number) => (*name, FluentValue::from(number)),
                Err(_) => (*name, FluentValue::from(*value)),
            })
            .collect();
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
        assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text.into_owned())
    }
}

fn ours(name: &str) -> bool {
    name.starts_with("forms-") || matches!(name, "domain" | "refusals")
}

fn required() -> BTreeSet<String> {
    let (full, empty) = (case(), Case::default());
    let all = Kind::ALL.iter().flat_map(|kind| {
        let contexts = contexts(&full, &empty, *kind);
        contexts
            .map(|ctx| form(*kind, &ctx).keys())
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    });
    all.collect()
}

#[test]
fn every_word_of_every_form_is_there_in_both_languages() {
    for words in [english(), french()] {
        for key in required() {
            assert!(
                words.maybe(&key).is_some_and(|text| !text.is_empty()),
                "{key} is missing"
            );
        }
    }
}

#[test]
fn both_languages_have_the_same_keys() {
    let (en, fr) = (english(), french());
    let only: Vec<_> = en.keys.symmetric_difference(&fr.keys).collect();
    assert!(only.is_empty(), "in one language only: {only:?}");
}

#[test]
fn nothing_is_said_of_a_question_that_is_not_asked() {
    let (full, empty, words) = (case(), Case::default(), english());
    let mut known = BTreeSet::new();
    for &kind in Kind::ALL {
        let form_id = kind.name();
        known.extend(["title", "intro", "submit"].map(|part| format!("form-{form_id}-{part}")));
        for ctx in contexts(&full, &empty, kind) {
            for field in form(kind, &ctx).fields {
                let label = format!("form-{form_id}-{}", field.name);
                known.extend(["hint", "section"].map(|part| format!("{label}-{part}")));
                known.extend(
                    ["required", "required-flag"].map(|code| format!("{label}-error-{code}")),
                );
                known.insert(label);
            }
        }
    }
    // the file itself is asked by the upload
    known.extend(["", "-hint"].map(|part| format!("form-add-document-file{part}")));
    let orphans: Vec<_> = words
        .keys()
        .filter(|k| k.starts_with("form-") && !known.contains(*k))
        .collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

fn code(value: impl Serialize) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

fn domain() -> BTreeSet<String> {
    let mut keys = BTreeSet::from(["stage-none".to_owned()]);
    keys.extend(PLAIN.map(|(_, key)| key.to_owned()));
    let mut add = |prefix: &str, codes: Vec<String>| {
        keys.extend(codes.into_iter().map(|c| format!("{prefix}-{c}")))
    };
    let fixed = |codes: &[&str]| codes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
    add("stage", Stage::ALL.map(code).to_vec());
    add("role", Role::ALL.map(code).to_vec());
    add("relationship", Relationship::ALL.map(code).to_vec());
    add("compartment", Compartment::ALL.map(code).to_vec());
    add("entry-class", Class::ALL.map(code).to_vec());
    add(
        "act",
        Kind::ALL.iter().map(|k| k.name().to_owned()).collect(),
    );
    add("event", events());
    add("number-kind", fixed(&NUMBER_KINDS));
    add("urgency", fixed(&["emergency", "urgent", "normal"]));
    add("sex", fixed(&["female", "male", "another", "unstated"]));
    add(
        "marital-status",
        fixed(&[
            "single",
            "married",
            "common-law",
            "separated",
            "divorced",
            "widowed",
        ]),
    );
    add("correspondence", fixed(&["en", "fr"]));
    add("representative", fixed(&["none", "yes"]));
    add("consent-manner", fixed(&["written", "spoken"]));
    add("mode", fixed(&["in-person", "video", "waived"]));
    add("interpreter", fixed(&["woman", "man"]));
    add(
        "purpose",
        fixed(&["police-certificate", "verification", "travel", "other"]),
    );
    add(
        "sameness",
        fixed(&["same-person", "another-person", "open"]),
    );
    add("discrepancy", fixed(&["resolved", "left"]));
    add("nature", fixed(&["conviction", "charge"]));
    add(
        "told-by",
        fixed(&[
            "applicant",
            "partner",
            "document",
            "check-result",
            "public",
            "authority",
        ]),
    );
    add("likeness", fixed(&["matched", "unmatched"]));
    add("prosecution", fixed(&["summary", "indictment", "hybrid"]));
    add(
        "conviction",
        fixed(&[
            "no-equivalent",
            "illegitimate",
            "excluded",
            "not-established",
            "serious-criminality",
            "criminality",
        ]),
    );
    add("hearing", fixed(&["again", "not-needed"]));
    add("finding", fixed(&["met", "not-met", "not-asked"]));
    add("class", fixed(&["convention", "country-of-asylum"]));
    add(
        "outcome",
        fixed(&["pending", "passed", "concern", "exempt"]),
    );
    add("concern-manner", fixed(&["interview", "letter"]));
    add("verdict", fixed(&["approved", "refused"]));
    add(
        "letter",
        letter::Kind::ALL.map(|l| l.code().to_owned()).into(),
    );
    add(
        "item",
        Item::KINDS
            .iter()
            .chain(&["kept"])
            .map(|k| (*k).to_owned())
            .collect(),
    );
    add("family", fixed(&["all-declared", "somebody-missing"]));
    add("letter-language", fixed(&["en", "fr"]));
    add("opinion", fixed(&["agrees", "gives-back"]));
    add("reconsidered", fixed(&["reopened", "stands"]));
    add("channel", fixed(&["protocol", "partner"]));
    add(
        "task-state",
        fixed(&[
            "not-started",
            "waiting",
            "done",
            "concern",
            "expired",
            "overridden",
        ]),
    );
    keys
}

/// The names of events, from the source: there is no list of them.
fn events() -> Vec<String> {
    let source = include_str!("../../../../domain/src/event.rs");
    let named = |line: &str| {
        let name = line.trim().strip_prefix("Self::")?.split_once("=> \"")?.1;
        Some(name.split_once('"')?.0.to_owned())
    };
    let names: Vec<_> = source.lines().filter_map(named).collect();
    assert!(
        names.len() >= 40,
        "the source of events has another shape now"
    );
    names
}

#[test]
fn the_domain_has_its_words_and_no_others() {
    let words = english();
    let ours: BTreeSet<String> = words
        .keys()
        .filter(|k| !k.starts_with("form-") && !k.starts_with("refused-"))
        .map(str::to_owned)
        .collect();
    let wanted = domain();
    let missing: Vec<_> = wanted.difference(&ours).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    let orphans: Vec<_> = ours.difference(&wanted).collect();
    assert!(orphans.is_empty(), "of nothing: {orphans:?}");
}

#[test]
fn every_message_can_be_said() {
    for words in [english(), french()] {
        for key in words.keys().filter(|k| !k.starts_with("refused-")) {
            assert!(!words.text(key).trim().is_empty(), "{key}");
        }
    }
}

#[test]
fn the_marks_are_those_of_the_language() {
    for words in [english(), french()] {
        for wrong in ["'", "\"", " :", "« ", " »", " ;", "...", "  \u{a0}"] {
            let line = words.source.lines().find(|l| l.contains(wrong));
            assert_eq!(line, None, "{wrong:?}");
        }
    }
}
