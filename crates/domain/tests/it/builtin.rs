//! The policy the program ships, and variants of it; and that the codes the code itself names are in it.

use crate::world::TODAY;
use jiff::civil::{Date, date};
use safeconduct_domain::policy::{CheckKind, List, Policy, Rule};

const FILES: [(&str, &str); 11] = [
    (
        "admissibility.toml",
        include_str!("../../../../policy/admissibility.toml"),
    ),
    (
        "checklist.toml",
        include_str!("../../../../policy/checklist.toml"),
    ),
    (
        "considerations.toml",
        include_str!("../../../../policy/considerations.toml"),
    ),
    (
        "convictions.toml",
        include_str!("../../../../policy/convictions.toml"),
    ),
    (
        "documents.toml",
        include_str!("../../../../policy/documents.toml"),
    ),
    (
        "eligibility.toml",
        include_str!("../../../../policy/eligibility.toml"),
    ),
    (
        "offices.toml",
        include_str!("../../../../policy/offices.toml"),
    ),
    (
        "reasons.toml",
        include_str!("../../../../policy/reasons.toml"),
    ),
    (
        "routes.toml",
        include_str!("../../../../policy/routes.toml"),
    ),
    (
        "stream.toml",
        include_str!("../../../../policy/stream.toml"),
    ),
    ("terms.toml", include_str!("../../../../policy/terms.toml")),
];

/// The shipped policy with one file changed. The change must change something.
pub fn policy_with(name: &str, change: impl Fn(&str) -> String) -> Policy {
    let texts: Vec<(&str, String)> = FILES
        .iter()
        .map(|(file, text)| {
            (
                *file,
                if *file == name {
                    change(text)
                } else {
                    (*text).to_owned()
                },
            )
        })
        .collect();
    let changed = texts
        .iter()
        .zip(FILES)
        .any(|((_, new), (_, old))| new != old);
    assert!(changed, "nothing in {name} was changed");
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(file, text)| (*file, text.as_str()))
        .collect();
    Policy::load(&files).unwrap()
}

/// Days on which rules began, ended, or simply hold.
pub fn days() -> [Date; 5] {
    [
        date(2021, 1, 1),
        date(2022, 6, 1),
        date(2023, 2, 28),
        date(2023, 3, 1),
        TODAY,
    ]
}

#[test]
fn the_kinds_of_documents_that_completeness_asks_for_exist() {
    let policy = Policy::builtin().unwrap();
    for day in days() {
        let asked = policy.checklist(day);
        let asked = asked.iter().filter_map(|item| item.document.as_deref());
        for kind in asked.chain(["identity", "travel-document"]) {
            assert!(
                policy.named(List::DocumentKind, kind, day).is_some(),
                "{kind} on {day}"
            );
        }
    }
}

#[test]
fn an_identity_or_travel_document_or_an_explanation_will_do() {
    use crate::{acts, world};
    for kind in ["identity", "travel-document"] {
        let mut world = world::World::new().prepared();
        world.act(
            &world::caseworker(),
            safeconduct_domain::act::Act::AddPerson(acts::details(
                "dependent-child",
                "Saron",
                "2020",
            )),
        );
        let saron = world.person("Saron");
        let missing = |w: &world::World| {
            let items = safeconduct_domain::completeness::check(&w.policy, &w.case(), TODAY);
            items.iter().any(|i| {
                i.person == Some(saron) && i.id == "identity-document-or-explanation" && i.missing()
            })
        };
        assert!(missing(&world));
        world.act(&world::caseworker(), acts::document(60, kind, Some(saron)));
        assert!(!missing(&world), "{kind}");
    }
}

#[test]
fn every_day_of_the_stream_has_what_the_work_asks_for() {
    let policy = Policy::builtin().unwrap();
    for day in days() {
        for list in [
            List::ReturnReason,
            List::HoldReason,
            List::VideoReason,
            List::WaiverReason,
            List::WithdrawalReason,
        ] {
            assert!(!policy.list(list, day).is_empty(), "{list:?} on {day}");
        }
        for partner in ["unhcr", "fld", "pd"] {
            assert!(
                policy.partner(partner, day).is_some() && policy.route(partner, day).is_some(),
                "{partner} on {day}"
            );
        }
        assert!(policy.practice(day).is_some());
        assert!(
            policy
                .checklist(day)
                .iter()
                .any(|i| i.rule == Rule::HrdAttestation)
        );
        assert!(
            policy
                .checks(day)
                .iter()
                .any(|c| c.kind == CheckKind::Guard)
        );
        assert!(!policy.elements(day).is_empty() && policy.office_for("KE", day).is_some());
    }
}

#[test]
fn ceilings_are_250_then_500() {
    let policy = Policy::builtin().unwrap();
    let persons = |year| policy.ceiling(year).map(|c| c.persons);
    assert_eq!(
        [2020, 2021, 2022, 2023, 2024].map(persons),
        [None, Some(250), Some(250), Some(500), Some(500)]
    );
}

#[test]
fn no_check_shares_its_id_with_an_element() {
    // a concern is about one or the other, by id alone
    let policy = Policy::builtin().unwrap();
    for day in days() {
        for check in policy.checks(day) {
            assert!(
                policy.element(&check.id, day).is_none() && check.id != "interview",
                "{}",
                check.id
            );
        }
    }
}
