//! What a partner may and may not put in a referral, and who may refer at all.

use crate::acts::{self, act, details};
use crate::builtin::policy_with;
use crate::world::{TODAY, World, caseworker, staff};
use jiff::civil::date;
use safeconduct_domain::access::{Actor, Denied, Role};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::completeness;
use safeconduct_domain::id::{DocumentId, PersonId};
use safeconduct_domain::policy::{Applies, Origin, Policy};
use serde_json::json;
use std::collections::BTreeSet;

fn of(organisation: &str) -> Actor {
    Actor {
        organisation: organisation.into(),
        ..caseworker()
    }
}

fn on(day: jiff::civil::Date) -> World {
    World::under(Policy::builtin().unwrap(), day)
}

#[test]
fn only_a_referral_partner_opens_a_case() {
    let refused = World::new().refuses(&of("amnesty"), acts::open(), "not-a-partner");
    assert_eq!(refused.citation.as_deref(), Some("R140.3(1)"));
    // no partner before the stream began
    on(date(2020, 12, 31)).refuses(&of("unhcr"), acts::open(), "not-a-partner");
    assert!(
        on(date(2021, 1, 1))
            .attempt(&of("unhcr"), acts::open())
            .is_ok()
    );
}

#[test]
fn before_march_2023_the_other_partners_pass_cases_to_unhcr() {
    for day in [date(2022, 6, 1), date(2023, 2, 28)] {
        for partner in ["fld", "pd"] {
            let refused = on(day).refuses(&of(partner), acts::open(), "refers-through-unhcr");
            assert_eq!(refused.citation.as_deref(), Some("R140.3(1)"));
            assert_eq!(refused.args, [("partner", partner.to_owned())]);
        }
        assert!(on(day).attempt(&of("unhcr"), acts::open()).is_ok());
    }
    for partner in ["fld", "pd", "unhcr"] {
        assert!(
            on(date(2023, 3, 1))
                .attempt(&of(partner), acts::open())
                .is_ok()
        );
    }
}

#[test]
fn unhcr_takes_a_case_over_and_the_case_keeps_its_origin() {
    for day in [date(2022, 6, 1), TODAY] {
        for origin in ["fld", "pd"] {
            let mut world = on(day);
            world.act(&of("unhcr"), acts::taken_over(origin));
            let case = world.case();
            assert_eq!(case.referral.partner, "unhcr");
            assert_eq!(case.referral.open.unwrap().origin.as_deref(), Some(origin));
        }
    }
}

#[test]
fn nobody_takes_over_what_the_policy_does_not_let_them() {
    World::new().refuses(&of("fld"), acts::taken_over("pd"), "origin-not-taken-over");
    World::new().refuses(
        &of("fld"),
        acts::taken_over("unhcr"),
        "origin-not-taken-over",
    );
    World::new().refuses(
        &of("unhcr"),
        acts::taken_over("amnesty"),
        "origin-not-taken-over",
    );
    assert!(
        World::new()
            .attempt(&of("fld"), acts::taken_over("fld"))
            .is_ok()
    );
}

#[test]
fn the_fact_for_the_planners_names_partner_and_origin() {
    let mut world = World::new().submitted();
    let fact = |w: &World| {
        let (after, mut before) = (w.case(), w.case());
        before.stage = safeconduct_domain::case::Stage::Attested;
        safeconduct_domain::fact::Fact::between(&before, &after, TODAY).unwrap()
    };
    assert_eq!(
        (fact(&world).partner, fact(&world).origin),
        ("fld".into(), "fld".into())
    );
    if let safeconduct_domain::event::Event::Opened { open, partner } = &mut world.log[0].1 {
        *partner = "unhcr".into();
        open.origin = Some("pd".into());
    }
    assert_eq!(
        (fact(&world).partner, fact(&world).origin),
        ("unhcr".into(), "pd".into())
    );
}

#[test]
fn a_case_is_opened_once() {
    let mut world = World::new();
    world.act(&caseworker(), acts::open());
    // and to a stranger an open case is as absent as one that never was
    assert_eq!(world.denies(&caseworker(), &acts::open()), Denied::NotNow);
    let stranger = staff(0x70, crate::world::ELSEWHERE, Role::Caseworker);
    assert_eq!(world.denies(&stranger, &acts::open()), Denied::Absent);
}

#[test]
fn a_referral_needs_a_reference() {
    let blank = act(Kind::Open, json!({"reference": "  ", "language": "en"}));
    World::new().refuses(&caseworker(), blank, "text-needed");
}

#[test]
fn there_is_one_principal_applicant() {
    let world = World::new().prepared();
    let second = Act::AddPerson(details("principal-applicant", "Second", "1990"));
    let refused = world.refuses(&caseworker(), second, "one-principal-applicant");
    assert_eq!(refused.citation.as_deref(), Some("R10(3)"));
    let change = |person: PersonId| Act::ChangePerson {
        person,
        details: details("principal-applicant", "Yonas", "1985"),
    };
    world.refuses(
        &caseworker(),
        change(world.person("Yonas")),
        "one-principal-applicant",
    );
    assert!(
        world
            .attempt(&caseworker(), change(world.principal()))
            .is_ok()
    );
}

#[test]
fn nobody_is_born_in_the_future() {
    let world = World::new().prepared();
    for (birth, accepted) in [
        ("2026-11-23", false),
        ("2026-12", false),
        ("2027", false),
        ("2026-11-22", true),
        ("2026-11", true),
        ("2026", true),
    ] {
        let add = Act::AddPerson(details("dependent-child", "New", birth));
        if accepted {
            assert!(world.attempt(&caseworker(), add).is_ok(), "{birth}");
        } else {
            world.refuses(&caseworker(), add, "birth-in-the-future");
        }
    }
}

#[test]
fn nor_does_a_change_make_them_so() {
    let world = World::new().prepared();
    let change = Act::ChangePerson {
        person: world.person("Luwam"),
        details: details("dependent-child", "Luwam", "2026-11-23"),
    };
    world.refuses(&caseworker(), change, "birth-in-the-future");
}

#[test]
fn what_is_dated_in_the_future_has_not_happened() {
    let world = World::new().prepared();
    let mut declaration = json!({"signed-on": "2026-11-23", "representative": "none"});
    world.refuses(
        &caseworker(),
        act(Kind::RecordDeclaration, declaration.clone()),
        "date-in-the-future",
    );
    declaration["signed-on"] = json!("2026-11-22");
    assert!(
        world
            .attempt(&caseworker(), act(Kind::RecordDeclaration, declaration))
            .is_ok()
    );
    let consent =
        json!({"person": world.principal(), "given-on": "2026-11-23", "manner": "spoken"});
    world.refuses(
        &caseworker(),
        act(Kind::RecordConsent, consent),
        "date-in-the-future",
    );
}

#[test]
fn nothing_is_recorded_about_somebody_who_is_not_on_the_case() {
    let mut world = World::new().prepared();
    let gone = world.person("Abrehet");
    world.act(
        &caseworker(),
        act(
            Kind::RemovePerson,
            json!({"person": gone, "reason": "Has died."}),
        ),
    );
    let unknown = PersonId::from_bytes([9; 16]);
    for nobody in [gone, unknown] {
        for about in [
            Act::ChangePerson {
                person: nobody,
                details: details("spouse", "X", "1990"),
            },
            Act::RemovePerson {
                person: nobody,
                reason: "again".into(),
            },
            acts::consent(nobody),
            acts::document(77, "reference", Some(nobody)),
        ] {
            world.refuses(&caseworker(), about, "no-such-person");
        }
    }
    let kept = world
        .case()
        .referral
        .persons
        .iter()
        .find(|p| p.id == gone)
        .cloned()
        .unwrap();
    assert_eq!(
        kept.removed.as_deref(),
        Some("Has died."),
        "nobody is ever deleted"
    );
}

#[test]
fn a_reason_is_part_of_taking_something_away() {
    let world = World::new().prepared();
    let document = world.case().referral.documents[0].id;
    let remove = act(
        Kind::RemovePerson,
        json!({"person": world.person("Luwam"), "reason": " "}),
    );
    world.refuses(&caseworker(), remove, "reason-needed");
    let withdraw = act(
        Kind::WithdrawDocument,
        json!({"document": document, "reason": ""}),
    );
    world.refuses(&caseworker(), withdraw, "reason-needed");
}

#[test]
fn documents_are_of_a_known_kind_not_empty_and_added_once() {
    let mut world = World::new().prepared();
    world.refuses(
        &caseworker(),
        acts::document(80, "police-certificate", None),
        "no-such-kind",
    );
    let mut empty = acts::document(80, "reference", None);
    if let Act::AddDocument(document) = &mut empty {
        document.size = 0;
    }
    world.refuses(&caseworker(), empty, "empty-file");
    world.act(&caseworker(), acts::document(80, "reference", None));
    world.refuses(
        &caseworker(),
        acts::document(80, "threat", None),
        "document-already-added",
    );
    let unknown = act(
        Kind::WithdrawDocument,
        json!({"document": DocumentId::from_bytes([1; 16]), "reason": "x"}),
    );
    world.refuses(&caseworker(), unknown.clone(), "no-such-document");
    let id = world.case().referral.documents.last().unwrap().id;
    let withdraw = act(
        Kind::WithdrawDocument,
        json!({"document": id, "reason": "The wrong scan."}),
    );
    world.act(&caseworker(), withdraw.clone());
    world.refuses(&caseworker(), withdraw, "no-such-document");
}

#[test]
fn a_document_cannot_be_added_as_withdrawn() {
    let mut world = World::new().prepared();
    let mut sly = acts::document(81, "reference", None);
    if let Act::AddDocument(document) = &mut sly {
        document.withdrawn = Some("never there".into());
    }
    world.act(&caseworker(), sly);
    assert!(
        world
            .case()
            .referral
            .documents
            .last()
            .unwrap()
            .withdrawn
            .is_none()
    );
}

#[test]
fn every_missing_item_keeps_the_referral_back_and_names_its_provision() {
    // a document kind each item accepts, and the person it is about
    let world = World::new().prepared();
    assert!(
        world
            .attempt(&caseworker(), Act::RequestApproval {})
            .is_ok()
    );
    for (given, key, citation) in [
        ("Luwam", "birth", "R25.1(7)"),
        ("Luwam", "birth-country", "R140.1(a)"),
        ("Abrehet", "birth-country", "R140.1(b)"),
        ("Yonas", "marital-status", "R140.1(c)"),
    ] {
        let mut changed = world.clone();
        let person = changed.person(given);
        let mut fields = serde_json::to_value(
            changed
                .case()
                .referral
                .person(person)
                .unwrap()
                .details
                .clone(),
        )
        .unwrap();
        fields[key] = json!(null);
        fields["person"] = json!(person);
        changed.act(&caseworker(), act(Kind::ChangePerson, fields));
        let refused = changed.refuses(&caseworker(), Act::RequestApproval {}, "incomplete");
        let cited = refused.citation.unwrap();
        assert!(cited.contains(citation), "{given} without {key}: {cited}");
    }
}

#[test]
fn who_has_no_nationality_is_asked_where_they_used_to_live() {
    let mut world = World::new().prepared();
    let person = world.principal();
    let details = world
        .case()
        .referral
        .person(person)
        .unwrap()
        .details
        .clone();
    let mut change = |former: &[&str]| {
        let mut fields = serde_json::to_value(&details).unwrap();
        fields["person"] = json!(person);
        fields["nationalities"] = json!([]);
        fields["stateless"] = json!(true);
        fields["former-residences"] = json!(former);
        world.act(&caseworker(), act(Kind::ChangePerson, fields));
        let asked = world.attempt(&caseworker(), Act::RequestApproval {});
        asked.map_err(|refused| {
            let first = refused.args.iter().find(|(name, _)| *name == "first");
            (first.unwrap().1.clone(), refused.citation.unwrap())
        })
    };
    let (first, cited) = change(&[]).unwrap_err();
    assert_eq!(first, "former-residence");
    assert!(cited.contains("A96(b)"), "{cited}");
    // whoever still lives there is not outside it
    let (first, cited) = change(&["SA", "KE"]).unwrap_err();
    assert_eq!(first, "outside-home-country");
    assert!(cited.contains("A96(b)"), "{cited}");
    assert!(change(&["SA", "ER"]).is_ok());
}

#[test]
fn a_bare_case_is_refused_with_the_count_of_what_is_missing() {
    let mut world = World::new();
    world.act(&caseworker(), acts::open());
    let refused = world.refuses(&caseworker(), Act::RequestApproval {}, "incomplete");
    let count = refused
        .args
        .iter()
        .find(|(name, _)| *name == "count")
        .unwrap()
        .1
        .parse::<usize>()
        .unwrap();
    let items = completeness::check(&world.policy, &world.case(), TODAY);
    assert_eq!(count, items.iter().filter(|i| i.missing()).count());
    assert!(count > 5);
}

#[test]
fn a_partner_whose_power_to_refer_ended_cannot_submit() {
    let files = policy_with("stream.toml", |text| {
        text.replacen(
            "standing = \"memorandum\"\nfrom = 2023-03-01",
            "standing = \"memorandum\"\nfrom = 2023-03-01\nto = 2026-11-23",
            1,
        )
    });
    let mut world = World::under(files, TODAY).attested();
    assert!(world.attempt(&caseworker(), Act::Submit {}).is_ok());
    world.today = date(2026, 11, 24);
    world.refuses(&caseworker(), Act::Submit {}, "not-a-partner");
}

#[test]
fn submission_needs_somewhere_to_go() {
    let mut world = World::new().attested();
    world.intake = None;
    world.refuses(&caseworker(), Act::Submit {}, "no-intake-group");
}

/// A principal applicant, somebody who accompanies and somebody who does not, of whom nothing but that is known.
fn bare() -> World {
    let mut world = World::new();
    world.act(&caseworker(), acts::open());
    for (relationship, accompanying) in [
        ("principal-applicant", true),
        ("spouse", true),
        ("other-relative", false),
    ] {
        let fields =
            json!({"relationship": relationship, "accompanying": accompanying, "family-name": ""});
        world.act(&caseworker(), act(Kind::AddPerson, fields));
    }
    world
}

#[test]
fn a_case_of_which_nothing_is_known_lacks_every_item() {
    let world = bare();
    let items = completeness::check(&world.policy, &world.case(), TODAY);
    // what is there as soon as there is a case: a partner that may refer, and how each person is related
    let there_from_the_start = ["referral-by-partner", "family-relationship"];
    for item in world
        .policy
        .checklist(TODAY)
        .into_iter()
        .filter(|i| i.id != "hrd-attestation")
    {
        let mut of_it = items.iter().filter(|i| i.id == item.id).peekable();
        let other = !item.concerns(false) || item.applies == Applies::Represented;
        assert_eq!(of_it.peek().is_none(), other, "{} is about nobody", item.id);
        let there = there_from_the_start.contains(&item.id.as_str());
        assert!(
            of_it.all(|i| i.there == there),
            "{} is there of itself",
            item.id
        );
    }
}

#[test]
fn a_complete_case_lacks_nothing_and_every_item_can_be_mended() {
    let world = World::new().prepared();
    let items = completeness::check(&world.policy, &world.case(), TODAY);
    let missing: BTreeSet<_> = items
        .iter()
        .filter(|i| !i.there)
        .map(|i| i.id.as_str())
        .collect();
    // what is only a reminder keeps nothing back
    assert_eq!(
        missing,
        BTreeSet::from([
            "background-declaration",
            "civil-status-record",
            "refugees-outside-canada"
        ])
    );
    assert!(items.iter().all(|i| !i.missing()));
    let cited = items.iter().filter(|i| !i.provisions.is_empty()).count();
    println!(
        "checklist: {} items on four persons, {cited} with a provision",
        items.len()
    );
}

/// Each thing that is missing says what, for whom, and on whose word; there is no figure of merit anywhere.
#[test]
fn what_is_missing_says_what_for_whom_and_why() {
    let world = bare();
    for item in completeness::check(&world.policy, &world.case(), TODAY) {
        assert!(!item.text.en.is_empty() && !item.text.fr.is_empty());
        let law = matches!(&item.origin, Origin::Source(source) if source.starts_with("law:"));
        assert!(!law || !item.provisions.is_empty(), "{}", item.id);
        let person = item
            .person
            .map(|id| world.case().referral.person(id).is_some());
        assert_ne!(person, Some(false), "{}", item.id);
    }
}

#[test]
fn reminders_are_asked_of_those_they_concern_and_go_when_the_paper_is_there() {
    let mut world = World::new().prepared();
    let case = world.case();
    let missing = |world: &World, id: &str| -> Vec<Option<PersonId>> {
        let items = completeness::check(&world.policy, &world.case(), TODAY);
        let of_it = items.into_iter().filter(|i| i.id == id && !i.there);
        of_it.map(|i| i.person).collect()
    };
    let travelling: Vec<_> = case.referral.travelling().cloned().collect();
    let adults = travelling.iter().filter(|p| !p.details.minor(TODAY));
    let adults: Vec<_> = adults.map(|p| Some(p.id)).collect();
    assert_eq!(missing(&world, "background-declaration"), adults);
    let principal = case.referral.principal().map(|p| p.id);
    let relatives = travelling.iter().map(|p| Some(p.id));
    let relatives: Vec<_> = relatives.filter(|id| *id != principal).collect();
    assert_eq!(missing(&world, "civil-status-record"), relatives);
    assert!(missing(&world, "representative-form").is_empty());
    let fields = json!({
        "all-family-declared": true, "signed-on": "2026-11-02", "representative": "yes",
        "representative-details": "Somebody, somewhere, +254 700 000 000",
    });
    world.act(&caseworker(), act(Kind::RecordDeclaration, fields));
    assert_eq!(missing(&world, "representative-form"), [None]);
    for (at, (id, kind, person)) in [
        (
            "background-declaration",
            "background-declaration",
            adults[0],
        ),
        ("civil-status-record", "civil-status", relatives[0]),
        ("representative-form", "representative", None),
        ("refugees-outside-canada", "refugees-outside-canada", None),
    ]
    .into_iter()
    .enumerate()
    {
        let number = 200 + at;
        let document = acts::document(number, kind, person);
        world.act(&caseworker(), document);
        assert!(!missing(&world, id).contains(&person), "{id}");
    }
}

#[test]
fn the_applicant_signs_and_says_who_speaks_for_them() {
    let mut world = World::new().prepared();
    let declaration = |representative: &str, details: Option<&str>| {
        let fields = json!({
            "all-family-declared": true, "signed-on": "2026-11-02", "representative": representative,
            "representative-details": details, "interview-languages": ["ti"],
        });
        act(Kind::RecordDeclaration, fields)
    };
    world.act(&caseworker(), declaration("yes", None));
    let refused = world.refuses(&caseworker(), Act::RequestApproval {}, "incomplete");
    assert!(refused.citation.unwrap().contains("R10(2)(c.1)"));
    world.act(
        &caseworker(),
        declaration("yes", Some("A. Counsel, 1 Main Street, +1 555 0100")),
    );
    assert!(
        world
            .attempt(&caseworker(), Act::RequestApproval {})
            .is_ok()
    );
    let mut unsigned = World::new().prepared();
    unsigned
        .log
        .retain(|(_, e)| e.name() != "declaration-recorded");
    let items = completeness::check(&unsigned.policy, &unsigned.case(), TODAY);
    let missing: Vec<_> = items
        .iter()
        .filter(|i| i.missing())
        .map(|i| i.id.as_str())
        .collect();
    for id in [
        "signed-declaration",
        "all-family-declared",
        "representative-if-any",
    ] {
        assert!(missing.contains(&id), "{id}: {missing:?}");
    }
}
