//! What a member asks to be kept from others: whose wish counts, when it is lifted, and that no letter tells it.

use crate::acts::{self, act, keep, lift};
use crate::world::{TODAY, World, caseworker, clerk, decider, officer};
use proptest::prelude::*;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::confidential::{Item, all_kept_from, kept_from};
use safeconduct_domain::event::Event;
use safeconduct_domain::id::{ItemId, PersonId};
use safeconduct_domain::letter::{self, Kind as LetterKind};
use safeconduct_domain::policy::Language;
use serde_json::{Value, json};

/// A well-formed name of what no case has.
const MISSING: &str = "answer-00000000000000000000000000000000";

fn nobody() -> PersonId {
    PersonId::from_bytes([0; 16])
}

/// The last event, which is the mark.
fn written(world: &World) -> Event {
    world.log.last().unwrap().1.clone()
}

fn heard() -> (World, PersonId, PersonId, String) {
    let mut world = World::new().assessment();
    world.hear();
    let (her, him) = (world.principal(), world.person("Yonas"));
    world.act(&officer(), acts::exchange(her));
    let answer = Item::Answer(world.case().interview.log[0].id).to_string();
    (world, her, him, answer)
}

#[test]
fn a_member_keeps_what_they_told_from_the_others_and_nobody_else_lifts_it() {
    let (mut world, her, him, answer) = heard();
    let item: Item = answer.parse().unwrap();
    let child = world.person("Luwam");
    world.refuses(&officer(), keep(MISSING, her, &[]), "no-such-item");
    world.refuses(&officer(), keep(&answer, nobody(), &[]), "no-such-person");
    world.refuses(
        &officer(),
        keep(&answer, her, &[nobody()]),
        "no-such-person",
    );
    world.refuses(&officer(), keep(&answer, her, &[her]), "kept-from-oneself");
    world.refuses(
        &officer(),
        keep(&answer, him, &[]),
        "kept-from-who-knows-it",
    );
    let tomorrow = act(
        Kind::KeepConfidential,
        json!({"item": answer, "person": her, "asked-on": "2026-11-23"}),
    );
    world.refuses(&officer(), tomorrow, "date-in-the-future");
    world.refuses(&officer(), lift(&answer, her), "nothing-kept");

    // from one of them, then from all: the wish grows, and is not repeated
    world.act(&officer(), keep(&answer, her, &[him]));
    let case = world.case();
    assert!(kept_from(&case, &item, him));
    assert!(!kept_from(&case, &item, child) && !kept_from(&case, &item, her));
    world.refuses(&officer(), keep(&answer, her, &[him]), "already-kept");
    world.act(&officer(), keep(&answer, her, &[]));
    world.refuses(&officer(), keep(&answer, her, &[]), "already-kept");
    world.refuses(&officer(), keep(&answer, her, &[child]), "already-kept");
    let case = world.case();
    assert!(kept_from(&case, &item, child) && kept_from(&case, &item, nobody()));
    assert_eq!(all_kept_from(&case, him).collect::<Vec<_>>(), [item]);
    assert_eq!(all_kept_from(&case, her).count(), 0);

    // only her own word ends it, asked alone
    world.refuses(&officer(), lift(&answer, him), "nothing-kept");
    let unasked = act(
        Kind::LiftConfidence,
        json!({"item": answer, "person": her, "agreed-on": "2026-11-22"}),
    );
    world.refuses(&officer(), unasked, "lifted-without-agreement");
    let later = act(
        Kind::LiftConfidence,
        json!({"item": answer, "person": her, "agreed-on": "2026-11-23", "agreed": true}),
    );
    world.refuses(&officer(), later, "date-in-the-future");
    world.act(&officer(), lift(&answer, her));
    let case = world.case();
    assert!(!kept_from(&case, &item, him));
    assert!(case.confidences.iter().all(|k| k.lifted.is_some()));
}

#[test]
fn a_mark_is_sealed_where_its_item_is() {
    let mut world = World::new().prepared();
    let her = world.principal();
    world.act(&caseworker(), keep("risk", her, &[]));
    assert_eq!(written(&world).compartment(), Compartment::Core);
    let document = world.case().referral.documents[0].id;
    let document = Item::Document(document).to_string();
    world.act(&caseworker(), keep(&document, her, &[]));
    assert_eq!(written(&world).compartment(), Compartment::Documents);
    world.act(&caseworker(), lift(&document, her));
    assert_eq!(written(&world).compartment(), Compartment::Documents);
    let (mut world, her, _, answer) = heard();
    world.act(&officer(), keep(&answer, her, &[]));
    assert_eq!(written(&world).compartment(), Compartment::Internal);
    // a mark changes nothing of what was vouched for
    let mut world = World::new().file_created();
    let her = world.principal();
    world.act(&clerk(), keep("work", her, &[]));
    assert!(world.case().referral.attestation.is_some());
}

fn with(base: Act, kind: Kind, name: &str, value: Value) -> Act {
    let mut fields = serde_json::to_value(&base).unwrap()[kind.name()].clone();
    fields[name] = value;
    act(kind, fields)
}

fn resting(person: PersonId, about: &str, items: &[&str]) -> Act {
    with(
        acts::put(person, about),
        Kind::PutConcern,
        "rests-on",
        json!(items),
    )
}

#[test]
fn a_concern_is_not_put_on_what_the_person_may_not_know() {
    let (mut world, her, him, answer) = heard();
    world.refuses(
        &officer(),
        resting(him, "security", &[MISSING]),
        "no-such-item",
    );
    world.act(&officer(), keep(&answer, her, &[]));
    for manner in ["letter", "interview"] {
        let put = resting(him, "security", &[&answer, "risk"]);
        let put = with(put, Kind::PutConcern, "manner", json!(manner));
        let refused = world.refuses(&officer(), put, "concern-rests-on-what-is-kept");
        assert_eq!(refused.args, [("count", "1".to_owned())]);
    }
    // to her it can be put; and of her child it is written to her
    let child = world.person("Luwam");
    for person in [her, child] {
        assert!(
            world
                .attempt(&officer(), resting(person, "security", &[&answer]))
                .is_ok()
        );
    }
    world.act(&officer(), lift(&answer, her));
    world.act(&officer(), resting(him, "security", &[&answer]));
    // asked for later, it keeps the concern too, and no letter thins it in silence
    world.act(&officer(), keep(&answer, her, &[]));
    let fairness = acts::letter("fairness", json!({"person": him}));
    let refused = world.refuses(&officer(), fairness.clone(), "letter-rests-on-what-is-kept");
    assert_eq!(refused.args, [("count", "1".to_owned())]);
    world.act(&officer(), lift(&answer, her));
    assert!(world.attempt(&officer(), fairness).is_ok());
}

/// The principal applicant and the family are about to be refused on one element.
fn refusable(evidence: Option<&str>) -> (World, PersonId, PersonId, String) {
    let mut world = World::new().assessed();
    let (her, him) = (world.principal(), world.person("Yonas"));
    let about = "well-founded-fear";
    let mut element = acts::element(her, about, "not-met");
    if let Some(document) = evidence {
        element = with(element, Kind::FindElement, "evidence", json!([document]));
    }
    world.act(&officer(), element);
    for class in ["convention", "country-of-asylum"] {
        world.act(&officer(), acts::class(her, class, false));
    }
    world.act(&officer(), acts::put(her, about));
    let concern = world.case().concerns.last().unwrap().id;
    world.act(&officer(), acts::answer(concern, false));
    let provision = world.policy.element(about, TODAY).unwrap();
    let provision = provision.provision.to_string();
    (world, her, him, provision)
}

#[test]
fn nobody_is_refused_on_what_cannot_be_told_to_them() {
    let document = World::new().prepared().case().referral.documents[0].id;
    let (mut world, her, him, provision) = refusable(Some(&document.to_string()));
    world.act(&decider(), acts::refuse(her, &[&provision]));
    // her answer to the concern is not for him: neither is a letter of which it is a part
    let concern = Item::Concern(world.case().concerns[0].id).to_string();
    for kept in [concern, Item::Document(document).to_string()] {
        world.act(&officer(), keep(&kept, her, &[]));
        let refuse = acts::refuse(him, &[&provision]);
        world.refuses(&decider(), refuse.clone(), "refusal-rests-on-what-is-kept");
        world.act(&officer(), lift(&kept, her));
        assert!(world.attempt(&decider(), refuse).is_ok());
    }
    let rests = acts::refuse(him, &[&provision]);
    let rests = with(rests, Kind::Decide, "rests-on", json!(["risk"]));
    world.act(&officer(), keep("risk", her, &[him]));
    world.refuses(&decider(), rests.clone(), "refusal-rests-on-what-is-kept");
    world.act(&officer(), lift("risk", her));
    world.act(&decider(), rests);
    for person in world
        .case()
        .referral
        .travelling()
        .map(|p| p.id)
        .collect::<Vec<_>>()
    {
        if world.case().decision(person).is_none() {
            world.act(&decider(), acts::refuse(person, &[&provision]));
        }
        world.act(&officer(), acts::review(person, true));
    }
    // everybody is told; then she asks that the danger be kept from him
    let refusal = |to: PersonId| acts::letter("refusal", json!({"person": to}));
    assert!(world.attempt(&decider(), refusal(him)).is_ok());
    world.act(&decider(), keep("risk", her, &[him]));
    world.refuses(&decider(), refusal(him), "letter-rests-on-what-is-kept");
    assert!(world.attempt(&decider(), refusal(her)).is_ok());
}

#[test]
fn a_worksheet_that_is_kept_refuses_nobody_it_is_kept_from() {
    let mut world = World::new().assessed();
    let (her, him) = (world.principal(), world.person("Yonas"));
    for class in ["convention", "country-of-asylum"] {
        world.act(&officer(), acts::class(her, class, true));
    }
    world.convicted(her);
    world.act(&officer(), acts::put(her, "serious-criminality"));
    let concern = world.case().concerns[0].id;
    world.act(&officer(), acts::answer(concern, false));
    world.act(&decider(), acts::refuse(her, &["A36(1)"]));
    let worksheet = Item::Conviction(world.case().convictions[0].id).to_string();
    world.act(&officer(), keep(&worksheet, her, &[]));
    let refuse = acts::refuse(him, &["A42(1)"]);
    world.refuses(&decider(), refuse, "refusal-rests-on-what-is-kept");
}

/// What members of a case may ask, drawn at random: whose wish, on which item, from whom.
fn wishes() -> impl Strategy<Value = Vec<(usize, usize, Option<usize>)>> {
    prop::collection::vec(
        (0..64_usize, 0..4_usize, prop::option::of(0..4_usize)),
        0..24,
    )
}

/// A case in which everything that can be kept exists, and concerns rest on some of it.
fn crowded() -> World {
    let (mut world, her, him, answer) = heard();
    world.act(&officer(), acts::exchange(him));
    world.act(&officer(), acts::noted(her));
    world.act(&officer(), acts::noted(him));
    let notes = Item::Notes(world.case().interview.notes[0].id).to_string();
    let differs = Item::Discrepancy(world.case().discrepancies[0].id).to_string();
    for (person, items) in [
        (her, vec![answer.as_str(), "risk"]),
        (him, vec![answer.as_str()]),
        (him, vec![]),
        (world.person("Luwam"), vec![notes.as_str()]),
        (him, vec![differs.as_str(), "work"]),
    ] {
        world.act(&officer(), resting(person, "security", &items));
    }
    world.worksheet(her);
    world
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_asked_no_letter_puts_what_is_kept_from_its_reader(wishes in wishes()) {
        let mut world = crowded();
        let persons: Vec<_> = world.case().referral.present().map(|p| p.id).collect();
        let items: Vec<_> = Item::of(&world.case()).collect();
        for (item, who, from) in wishes {
            let from: Vec<_> = from.map(|n| persons[n]).into_iter().collect();
            let wish = keep(&items[item % items.len()].to_string(), persons[who], &from);
            if world.attempt(&officer(), wish.clone()).is_ok() {
                world.act(&officer(), wish);
            }
        }
        let case = world.case();
        for to in case.referral.present().filter(|p| !p.details.minor(TODAY)) {
            let puts: Vec<_> = letter::concerns(&case, to, TODAY).collect();
            let told = |c: &&safeconduct_domain::fairness::Concern| {
                let on = c.put.rests_on.iter().copied();
                on.chain([Item::Concern(c.id)]).any(|i| kept_from(&case, &i, to.id))
            };
            let written = letter::nothing_kept(&world.policy, &case, LetterKind::Fairness, Some(to), TODAY);
            prop_assert_eq!(written.is_err(), puts.iter().any(told));
            // whom a letter may not be written to, no event of a letter names
            let fairness = acts::letter("fairness", json!({"person": to.id}));
            if written.is_err() {
                prop_assert_eq!(world.attempt(&officer(), fairness).unwrap_err().rule, "letter-rests-on-what-is-kept");
            }
        }
        // a letter to the partner holds none of it, so nothing stands in its way
        let letter = safeconduct_domain::letter::Letter::new(LetterKind::Outcome, Language::En);
        prop_assert!(letter.addressee(&case).is_none());
        prop_assert!(letter::nothing_kept(&world.policy, &case, LetterKind::Outcome, None, TODAY).is_ok());
    }
}

#[test]
fn the_property_above_can_fail() {
    let mut world = crowded();
    let him = world.person("Yonas");
    let her = world.principal();
    let kept = Item::Answer(world.case().interview.log[0].id).to_string();
    world.act(&officer(), keep(&kept, her, &[]));
    let case = world.case();
    let to = case.referral.person(him).unwrap();
    let stands = letter::nothing_kept(&world.policy, &case, LetterKind::Fairness, Some(to), TODAY);
    assert_eq!(stands.unwrap_err().rule, "letter-rests-on-what-is-kept");
    let unknown = Item::Answer(ItemId::from_bytes([0xEE; 16]));
    assert!(!kept_from(&case, &unknown, him));
}
