//! What of a case is given to a person of it: nothing that another keeps from them, and nothing that tells of it.

use crate::acts::{self, act, keep};
use crate::world::{TODAY, World, decider, officer};
use safeconduct_domain::act::Kind;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::disclosure::Disclosure;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::PersonId;
use serde_json::json;

fn given(world: &World, of: PersonId) -> Vec<Event> {
    let case = world.case();
    let rule = Disclosure::new(&case, of, TODAY).unwrap();
    let log = world.log.iter().map(|(_, event)| event);
    log.filter(|event| rule.allows(event)).cloned().collect()
}

fn told(item: &Item, event: &Event) -> bool {
    item.is_told_by(event, &serde_json::to_value(event).unwrap())
}

fn said(events: &[Event]) -> String {
    serde_json::to_string(events).unwrap()
}

#[test]
fn a_decision_that_rests_on_what_is_kept_has_no_record_for_whom_it_is_kept_from() {
    let mut world = World::new().assessed();
    let (her, him) = (world.principal(), world.person("Yonas"));
    world.act(&decider(), acts::approve(her));
    let approve = act(
        Kind::Decide,
        json!({"person": him, "verdict": "approved", "reasons": "She was believed.", "rests-on": ["risk"]}),
    );
    world.act(&decider(), approve);
    let decided = world.log.last().unwrap().1.clone();
    let asks = |world: &World, of| {
        let case = world.case();
        let rule = Disclosure::new(&case, of, TODAY).unwrap();
        rule.of_decision(&world.policy, &decided)
    };
    assert!(asks(&world, him).is_ok());
    world.act(&officer(), keep("risk", her, &[him]));
    assert_eq!(
        asks(&world, him).unwrap_err().rule,
        "record-rests-on-what-is-kept"
    );
    assert!(asks(&world, her).is_ok());
    let nobody = PersonId::from_bytes([0; 16]);
    let case = world.case();
    let refused = Disclosure::new(&case, nobody, TODAY).err().unwrap();
    assert_eq!(refused.rule, "no-such-person");
}

/// Every item, kept by each adult from the other.
#[test]
fn nothing_that_is_kept_and_nothing_that_tells_of_it_is_given() {
    let mut world = World::new().assessment();
    world.hear();
    let (her, him) = (world.principal(), world.person("Yonas"));
    let child = world.person("Luwam");
    world.act(&officer(), acts::exchange(her));
    world.act(&officer(), acts::exchange(him));
    world.act(&officer(), acts::put(her, "well-founded-fear"));
    world.act(&officer(), acts::put(him, "well-founded-fear"));
    let items: Vec<Item> = Item::of(&world.case()).collect();
    let mut tried = 0;
    for item in items {
        for (keeper, reader) in [(her, him), (him, her)] {
            let wish = keep(&item.to_string(), keeper, &[reader]);
            let Ok(events) = world.attempt(&officer(), wish) else {
                continue; // nothing is kept from who said it
            };
            let mut world = world.clone();
            for event in events {
                world.write(&officer(), event);
            }
            // what is decided on a child is read by the principal applicant
            let readers = [reader, child];
            for of in readers.iter().filter(|of| **of == reader || reader == her) {
                let events = given(&world, *of);
                assert!(events.iter().all(|event| !told(&item, event)), "{item}");
                let theirs = |event: &&Event| {
                    let internal = event.compartment() == Compartment::Internal;
                    internal && said(&[(*event).clone()]).contains(&keeper.to_string())
                };
                assert_eq!(events.iter().filter(theirs).count(), 0, "{item}");
                assert!(!said(&events).contains("kept-confidential"), "{item}");
                tried += 1;
            }
            // whoever keeps it reads it
            let own = given(&world, keeper);
            assert!(own.iter().any(|event| told(&item, event)), "{item}");
        }
    }
    println!("{tried} records of who is not to know, 0 tell");
    assert!(tried > 8);
    // nobody's record says how the family is reached
    let all = [her, him, child].map(|of| said(&given(&world, of)));
    assert!(all.iter().all(|all| !all.contains("contact-set")));
    assert!(
        world
            .log
            .iter()
            .any(|(_, e)| matches!(e, Event::ContactSet(_)))
    );
}
