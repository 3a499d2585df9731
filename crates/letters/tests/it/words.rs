//! The words and the templates fit each other.

use std::collections::BTreeSet;
use std::path::Path;

use crate::tools::{BOTH, POLICY};
use jiff::civil::date;
use safeconduct_domain::completeness::Section;
use safeconduct_domain::person::Relationship;
use safeconduct_letters::{Kind, NumberKind};

fn templates() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let files = std::fs::read_dir(folder).unwrap();
    files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn no_words_are_unused_and_none_are_wanting() {
    let day = date(2026, 11, 22);
    let there: BTreeSet<&str> = POLICY
        .letter_texts(day)
        .iter()
        .map(|text| text.id.as_str())
        .collect();
    let templates = templates();
    let mut used: BTreeSet<String> = templates
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    used.extend(Kind::ALL.map(|kind| format!("{}-title", kind.name())));
    used.extend(NumberKind::ALL.map(|kind| format!("number-{}", kind.name())));
    used.extend(NumberKind::ALL.map(|kind| format!("acknowledgement-{}", kind.name())));
    used.extend(["convention", "country-of-asylum", "both"].map(|class| format!("class-{class}")));
    used.extend(["approved", "refused", "withdrawn"].map(|outcome| format!("outcome-{outcome}")));
    used.extend(Relationship::ALL.map(|r| format!("cover-relationship-{}", r.code())));
    used.extend(Section::ALL.map(|section| format!("cover-do-{}", section.code())));
    used.extend(["emergency", "urgent", "normal"].map(|p| format!("cover-priority-{p}")));
    used.extend(BOTH.map(|language| format!("cover-language-{}", language.code())));
    used.extend(["written", "spoken"].map(|manner| format!("cover-consent-{manner}")));
    used.extend(["yes", "no"].map(|may| format!("cover-outcome-{may}")));
    used.insert("cover-title".to_owned());
    // what the facts bring with them
    used.extend(
        [
            "centre",
            "signed-number",
            "signed-intake",
            "signed-migration",
            "signed-designated",
        ]
        .map(str::to_owned),
    );
    used.extend(["law-act", "law-regulations", "law-division-rules", "time"].map(str::to_owned));
    let unused: Vec<_> = there.iter().filter(|id| !used.contains(**id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
    let wanting = used
        .iter()
        .filter(|id| id.contains('-') && !there.contains(id.as_str()));
    let wanting: Vec<_> = wanting
        .filter(|id| templates.contains(&format!("(\"{id}\"")) && !id.ends_with('-'))
        .collect();
    assert!(wanting.is_empty(), "{wanting:?}");
}

#[test]
fn templates_reach_for_nothing_but_their_data() {
    let templates = templates();
    for reach in [
        "read(", "image(", "plugin(", "eval(", "csv(", "xml(", "yaml(", "toml(", "cbor(",
        "@preview", "raw(",
    ] {
        assert!(!templates.contains(reach), "{reach}");
    }
    assert_eq!(templates.matches("json(").count(), 1);
    // what is law is cited, and only the words that cite it say it
    let day = date(2026, 11, 22);
    for text in POLICY.letter_texts(day) {
        let law = matches!(&text.origin, safeconduct_domain::policy::Origin::Source(s) if s.starts_with("law:"));
        assert_eq!(law, !text.provisions.is_empty(), "{}", text.id);
    }
}
