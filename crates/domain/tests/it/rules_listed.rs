//! Every rule by which the crate refuses has a test that provokes it.

use crate::sources::{literals, of_the_crate, of_the_tests, without_tests};
use std::collections::BTreeSet;

fn rules() -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for (file, text) in of_the_crate() {
        let code: String = without_tests(&text)
            .lines()
            .filter(|l| !l.trim_start().starts_with("//"))
            .collect();
        let code: String = code.split_whitespace().collect();
        for opening in ["by(\"", "refused(\""] {
            for part in code.split(opening).skip(1) {
                let rule = part.split('"').next().unwrap();
                let plain =
                    !rule.is_empty() && rule.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                assert!(plain, "{file}: {rule} is not a name");
                rules.insert(rule.to_owned());
            }
        }
    }
    rules
}

#[test]
fn every_rule_is_provoked_by_a_test() {
    let rules = rules();
    let mentioned: BTreeSet<String> = of_the_tests()
        .into_iter()
        .filter(|(name, _)| name != "rules_listed.rs" && name != "private.rs")
        .flat_map(|(_, text)| literals(&text))
        .collect();
    let never: Vec<_> = rules.iter().filter(|r| !mentioned.contains(*r)).collect();
    println!(
        "rules: {} by name, {} provoked",
        rules.len(),
        rules.len() - never.len()
    );
    assert!(never.is_empty(), "no test provokes {never:?}");
    assert!(rules.len() > 50, "the sources were read wrongly: {rules:?}");
}

#[test]
fn every_rule_that_the_tests_expect_exists() {
    let rules = rules();
    for (file, text) in of_the_tests()
        .into_iter()
        .filter(|(name, _)| name.starts_with("rules_") && name != "rules_listed.rs")
    {
        let flat: String = text
            .lines()
            .filter(|l| !l.trim_start().starts_with("//"))
            .collect();
        for part in flat.split("refuses(").skip(1) {
            let call = part.split(");").next().unwrap();
            let Some(rule) = literals(call).pop() else {
                continue;
            };
            assert!(
                rules.contains(&rule),
                "{file} expects {rule}, which no source has"
            );
        }
    }
}
