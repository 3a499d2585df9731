//! The loader refuses what it should, and the policy that is compiled in is whole.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

const OFFICE: &str =
    "[[office]]\nid = 'a'\nen = 'A'\nfr = 'A'\ncity = { en = 'A', fr = 'A' }\ncountry = 'KE'\n";
const DATED: &str = "from = 2021-01-01\nassumed = true\n";

fn builtin() -> Policy {
    Policy::builtin().unwrap()
}

fn load(text: &str) -> Result<Policy, PolicyError> {
    Policy::load(&[("x.toml", &format!("label = '1'\n{text}"))])
}

fn problem(text: &str) -> Problem {
    load(text).unwrap_err().problem
}

#[test]
fn the_compiled_in_policy_loads() {
    let policy = builtin();
    let (label, digest) = policy.version().split_once('+').unwrap();
    assert_eq!(label, "2026-11");
    assert!(digest.len() == 16 && digest.bytes().all(|b| b.is_ascii_hexdigit()));
    assert_eq!(policy, builtin());
}

#[test]
fn the_rules_changed_in_march_2023() {
    let policy = builtin();
    let (before, since) = (date(2023, 2, 28), date(2023, 3, 1));
    for code in ["fld", "pd"] {
        assert_eq!(
            policy.partner(code, before).unwrap().refers,
            Refers::ThroughUnhcr
        );
        assert_eq!(policy.partner(code, since).unwrap().refers, Refers::Direct);
    }
    for day in [date(2021, 1, 1), before, since, date(2026, 11, 1)] {
        let unhcr = policy.partner("unhcr", day).unwrap();
        assert!(unhcr.may_refer() && unhcr.is_unhcr());
        assert_eq!(unhcr.takes_over, ["fld", "pd"]);
        assert_eq!(policy.partners(day).len(), 3);
    }
    assert_ne!(
        policy.stream(before).unwrap().rules,
        policy.stream(since).unwrap().rules
    );
    assert_eq!(policy.stream(date(2020, 12, 31)), None);
}

#[test]
fn the_ceiling_is_as_published() {
    let policy = builtin();
    let persons = |year| policy.ceiling(year).map(|ceiling| ceiling.persons);
    assert_eq!(persons(2020), None);
    assert_eq!((persons(2021), persons(2022)), (Some(250), Some(250)));
    assert_eq!((persons(2023), persons(2024)), (Some(500), Some(500)));
    assert!(!policy.ceiling(2024).unwrap().origin.is_assumed());
    assert!(policy.ceiling(2025).unwrap().origin.is_assumed());
    assert_eq!(policy.allocation("fld", 2024).unwrap().persons, 125);
    assert_eq!(policy.allocation("fld", 2022), None);
}

#[test]
fn every_country_has_exactly_one_office() {
    let policy = builtin();
    let day = date(2026, 11, 1);
    assert_eq!(policy.office_for("UG", day).unwrap().code, "nairobi");
    assert_eq!(policy.office_for("TR", day).unwrap().code, "ankara");
    let rest = policy.office_for("FR", day).unwrap();
    assert!(rest.fallback && rest.origin.is_assumed());
    for office in policy.offices(day) {
        assert!(
            office.countries.contains(&office.country),
            "{}",
            office.code
        );
        for country in &office.countries {
            assert_eq!(policy.office_for(country, day), Some(office));
        }
    }
}

#[test]
fn what_the_code_asks_for_is_there_from_the_first_day() {
    let policy = builtin();
    let named = |text: &str| format!("\"{text}\"");
    for day in [date(2021, 1, 1), date(2023, 3, 1), date(2026, 11, 1)] {
        for id in DEADLINES {
            let id: DeadlineId = serde_json::from_str(&named(id)).unwrap();
            assert!(policy.deadline(id, day).is_some(), "{id:?}");
        }
        for id in [
            "dependent-child-under",
            "adult-from",
            "biometrics-from",
            "biometrics-to",
        ] {
            let id: AgeId = serde_json::from_str(&named(id)).unwrap();
            assert!(policy.age(id, day).is_some(), "{id:?}");
        }
        for list in List::ALL {
            assert!(!policy.list(list, day).is_empty(), "{list:?}");
        }
        for partner in policy.partners(day) {
            assert!(
                policy
                    .route(&partner.code, day)
                    .unwrap()
                    .origin
                    .is_assumed()
            );
        }
        for (sender, receiver) in HANDOVERS {
            assert!(policy.release(sender, receiver, day).is_some());
        }
        assert!(policy.practice(day).is_some());
        let rules: BTreeSet<Rule> = policy.checklist(day).iter().map(|i| i.rule).collect();
        assert_eq!(rules.len(), 28);
    }
}

const DEADLINES: [&str; 13] = [
    "acknowledge-referral",
    "deficiency-reply",
    "transfer-acceptance",
    "status-query-reply",
    "fairness-reply",
    "leave-outside-canada",
    "leave-in-canada",
    "one-year-window",
    "medical-validity",
    "access-request",
    "retention-decided",
    "retention-not-submitted",
    "retention-inquiry",
];

const HANDOVERS: [(Party, Party); 6] = [
    (Party::Partner, Party::Intake),
    (Party::Intake, Party::Office),
    (Party::Office, Party::Office),
    (Party::Office, Party::Intake),
    (Party::Intake, Party::Partner),
    (Party::Partner, Party::Partner),
];

#[test]
fn the_considerations_of_the_source_stand_beside_what_they_bear_on() {
    let policy = builtin();
    let day = date(2026, 11, 1);
    let beside = |id: &str| {
        let found = policy.considerations_for(id, day);
        let ids = found.iter().map(|c| c.id.as_str());
        ids.collect::<BTreeSet<_>>()
    };
    assert!(beside("durable-solution-return").contains("no-solution-by-silence"));
    assert!(beside("durable-solution-return").contains("no-solution-by-moving-away"));
    assert!(beside("permanent-residence").contains("reluctance-is-not-reliance"));
    assert!(beside("state-protection").contains("reluctance-is-not-reliance"));
    assert!(beside("interview").contains("interview-safety-first"));
    assert!(beside("serious-criminality").contains("convictions-as-retaliation"));
    assert!(beside("police-certificate").contains("no-police-certificate"));
    assert!(beside("cessation").contains("return-is-not-reavailment"));
    assert!(STEPS.iter().all(|step| !beside(step).is_empty()));
}

#[test]
fn every_ground_of_inadmissibility_and_every_element_can_be_a_ground_of_refusal() {
    let policy = builtin();
    let day = date(2026, 11, 1);
    let grounds = policy.list(List::RefusalGround, day);
    let cited: BTreeSet<&Citation> = grounds.iter().flat_map(|g| &g.provisions).collect();
    for check in policy.checks(day) {
        assert_eq!(
            check.kind == CheckKind::Exempt,
            !check.exempt_by.is_empty() && !check.mandatory
        );
        assert!(
            !check.ground || cited.contains(check.provision.as_ref().unwrap()),
            "{}",
            check.id
        );
        assert!(check.kind == CheckKind::Task || !check.mandatory);
    }
    assert!(grounds.iter().all(|ground| !ground.provisions.is_empty()));
}

#[test]
fn a_deadline_runs_from_the_day_after() {
    let policy = builtin();
    let day = date(2026, 11, 1);
    let ends = |id, start: Date| policy.deadline(id, day).unwrap().ends(start).unwrap();
    assert_eq!(
        ends(DeadlineId::LeaveOutsideCanada, date(2026, 1, 1)),
        date(2026, 3, 2)
    );
    assert_eq!(
        ends(DeadlineId::OneYearWindow, date(2024, 2, 29)),
        date(2025, 2, 28)
    );
    assert_eq!(
        ends(DeadlineId::MedicalValidity, date(2026, 3, 31)),
        date(2027, 3, 31)
    );
    let late = policy.deadline(DeadlineId::OneYearWindow, day).unwrap();
    assert_eq!(late.ends(Date::MAX), None);
}

#[test]
fn both_languages_are_written_as_they_should_be() {
    let policy = builtin();
    let same = [
        "Front Line Defenders",
        "ProtectDefenders.eu",
        "Sanctions",
        "Race",
        "Religion",
        "Translation",
    ];
    policy.visit(&mut |table, item| {
        let Text { en, fr } = item.text();
        for text in [en, fr] {
            assert!(
                !text.contains('\'') && text.trim() == text,
                "{table}: {text}"
            );
        }
        assert!(
            !fr.contains(" :") && !fr.contains("« ") && !fr.contains(" »"),
            "{fr}"
        );
        assert!(en != fr || same.contains(&en.as_str()), "{table}: {en}");
    });
}

#[test]
fn assumptions_can_be_listed() {
    let policy = builtin();
    let assumed = policy.assumptions();
    assert!(assumed.iter().filter(|a| a.table == "office").count() == 9);
    assert!(assumed.iter().any(|a| a.table == "practice"));
}

#[test]
fn what_is_not_known_is_refused() {
    assert_eq!(
        problem("[[offices]]\n"),
        Problem::UnknownTable("offices".into())
    );
    assert_eq!(
        problem("stray = 1\n"),
        Problem::UnknownTable("stray".into())
    );
    let text = format!("{OFFICE}{DATED}countries = []\nfax = '1'\n");
    assert_eq!(problem(&text), Problem::UnknownKey("fax".into()));
    let text = format!("{OFFICE}{DATED}countries = ['Kenya']\n");
    assert!(matches!(
        problem(&text),
        Problem::Value {
            key: "countries",
            ..
        }
    ));
    let text = "[[choice]]\nlist = 'colours'\n";
    assert!(matches!(
        problem(text),
        Problem::UnknownName { key: "list", .. }
    ));
    assert!(matches!(problem("[[office]\n"), Problem::Syntax(_)));
    assert!(matches!(
        problem("office = 3\n"),
        Problem::Value { key: "office", .. }
    ));
}

#[test]
fn a_language_a_date_and_an_origin_are_required() {
    let text = format!("{OFFICE}{DATED}").replace("fr = 'A'\ncity", "city");
    assert_eq!(problem(&text), Problem::MissingLanguage("fr".into()));
    let text = format!("{OFFICE}{DATED}").replace(", fr = 'A' }", ", fr = ' ' }");
    assert_eq!(problem(&text), Problem::MissingLanguage("city.fr".into()));
    assert_eq!(
        problem(&format!("{OFFICE}assumed = true\n")),
        Problem::Missing("from")
    );
    assert_eq!(
        problem(&format!("{OFFICE}from = 2021-01-01\n")),
        Problem::Origin
    );
    let both = format!("{OFFICE}{DATED}source = 'seed:stream'\n");
    assert_eq!(problem(&both), Problem::Origin);
    for (source, fits) in [
        ("seed:stream", true),
        ("law:A96(a), R145", true),
        ("hearsay", false),
    ] {
        let text = format!("{OFFICE}from = 2021-01-01\nsource = '{source}'\n");
        assert_eq!(load(&text).is_ok(), fits, "{source}");
    }
    let text = format!("{OFFICE}from = 2021-01-01\nsource = 'law:section 96'\n");
    assert_eq!(problem(&text), Problem::Citation("section 96".into()));
    let text = format!("{OFFICE}{DATED}to = 2020-12-31\n");
    assert_eq!(problem(&text), Problem::Backwards);
    let text = format!("{OFFICE}from = 2021-01-01T00:00:00Z\nassumed = true\n");
    assert!(matches!(problem(&text), Problem::Value { key: "from", .. }));
}

#[test]
fn two_items_of_one_identity_never_stand_on_one_day() {
    let ended = format!("{OFFICE}{DATED}to = 2022-12-31\n");
    let after = |from: &str| format!("{ended}{OFFICE}from = {from}\nassumed = true\n");
    assert!(load(&after("2023-01-01")).is_ok());
    assert_eq!(problem(&after("2022-12-31")), Problem::Overlap);
    let served = format!("{OFFICE}{DATED}countries = ['KE']\n");
    let again = served.replace("id = 'a'", "id = 'b'");
    assert_eq!(problem(&format!("{served}{again}")), Problem::Overlap);
    let error = load(&after("2022-12-31")).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("policy file x.toml, office “a”: ")
    );
}

#[test]
fn what_is_referred_to_must_exist() {
    let text = "[[allocation]]\npartner = 'nobody'\nen = 'A'\nfr = 'A'\npersons = 1\n";
    assert_eq!(
        problem(&format!("{text}{DATED}")),
        Problem::Dangling("nobody".into())
    );
    let text = "[[consideration]]\nid = 'a'\nen = 'A'\nfr = 'A'\nbears = ['nowhere']\n";
    assert_eq!(
        problem(&format!("{text}{DATED}")),
        Problem::Dangling("nowhere".into())
    );
    let relief = |rest: &str| {
        let check =
            "[[check]]\nid = 'a'\nen = 'A'\nfr = 'A'\nkind = 'task'\ncovers = 'each-person'";
        let relief = format!("[[relief]]\nid = 'b'\nen = 'B'\nfr = 'B'\n{rest}");
        problem(&format!(
            "{check}\nground = true\n{DATED}\n{relief}\n{DATED}"
        ))
    };
    assert_eq!(relief(""), Problem::Missing("cures"));
    for rest in ["cures = ['b']", "cures = ['a']\nshut-by = ['b']"] {
        assert_eq!(relief(rest), Problem::Dangling("b".into()));
    }
    assert_eq!(
        Policy::load(&[]).unwrap_err().problem,
        Problem::Missing("label")
    );
    let twice = Policy::load(&[("a", "label = '1'"), ("a", "")]);
    assert_eq!(twice.unwrap_err().problem, Problem::Twice);
}

#[test]
fn a_ceiling_is_for_whole_years() {
    let text = "[[ceiling]]\nen = 'A'\nfr = 'A'\npersons = 1\nassumed = true\n";
    assert!(load(&format!("{text}from = 2021-01-01\nto = 2021-12-31\n")).is_ok());
    let wrong = problem(&format!("{text}from = 2021-01-02\n"));
    assert!(matches!(wrong, Problem::Value { key: "from", .. }));
    let wrong = problem(&format!("{text}from = 2021-01-01\nto = 2021-11-30\n"));
    assert!(matches!(wrong, Problem::Value { key: "to", .. }));
}

proptest! {
    #[test]
    fn arbitrary_text_never_panics(name in ".{0,12}", text in ".{0,400}") {
        let _ = Policy::load(&[(&name, &text)]);
    }

    #[test]
    fn arbitrary_values_never_panic(
        table in "(stream|partner|ceiling|office|choice|deadline|element|check|release|practice)",
        key in "(id|en|fr|from|to|list|length|persons|countries|provisions|source|assumed|city)",
        value in "('.{0,8}'|-?[0-9]{1,25}|[0-9]{4}-[0-9]{2}-[0-9]{2}|true|\\[\\]|\\[1, 'a'\\]|\\{\\}|\\{ en = 1 \\}|nan)",
    ) {
        let _ = load(&format!("[[{table}]]\n{key} = {value}\n"));
        let _ = load(&format!("{OFFICE}{DATED}[[{table}]]\n{key} = {value}\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_file_never_panics(file in 0..BUILTIN.len(), at in any::<proptest::sample::Index>(), with in ".{0,3}") {
        let mut files = BUILTIN.map(|(name, text)| (name, text.to_owned()));
        let text = &mut files[file].1;
        let mut cut = at.index(text.len());
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        text.replace_range(cut..cut, &with);
        let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
        if let Ok(policy) = Policy::load(&files) {
            prop_assert_eq!(with.is_empty(), policy.version() == builtin().version());
        }
    }
}
