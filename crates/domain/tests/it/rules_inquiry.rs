//! Nothing is asked of a country the defender is in danger from.

use crate::acts;
use crate::world::{World, officer};
use proptest::prelude::*;
use safeconduct_domain::act::Kind;
use safeconduct_domain::event::Event;
use serde_json::json;

#[test]
fn an_authority_of_an_adverse_country_is_never_asked_and_the_attempt_is_told() {
    let mut world = World::new().assessment();
    let adverse = world.case().referral.work.unwrap().adverse_countries[0].clone();
    for country in [adverse.clone(), adverse.to_lowercase()] {
        let refused = world.refuses(
            &officer(),
            acts::inquiry(&country, "travel"),
            "adverse-country",
        );
        let attempt = refused.attempt.map(|event| *event);
        let Some(Event::InquiryBarred { inquiry, rule }) = attempt else {
            panic!("the attempt is not told")
        };
        assert_eq!(
            (inquiry.country, rule.as_str()),
            (country, "adverse-country")
        );
    }
    world.act(&officer(), acts::inquiry("CH", "verification"));
    assert_eq!(world.case().asked.len(), 1);
}

#[test]
fn no_police_certificate_is_asked_of_a_country_of_nationality() {
    let mut world = World::new().assessment();
    // in danger from somebody elsewhere
    let mut work = world.case().referral.work.unwrap();
    work.adverse_countries = vec!["SD".to_owned()];
    world.write(&officer(), Event::WorkRecorded(work));
    let principal = world.principal();
    let details = world
        .case()
        .referral
        .person(principal)
        .unwrap()
        .details
        .clone();
    let home = details.nationalities[0].clone();
    let refused = world.refuses(
        &officer(),
        acts::inquiry(&home, "police-certificate"),
        "police-certificate-from-home",
    );
    assert_eq!(refused.citation.as_deref(), Some("REF-OVS-5-1"));
    assert!(refused.attempt.is_some());
    world.act(&officer(), acts::inquiry("CH", "police-certificate"));
    world.refuses(
        &officer(),
        acts::inquiry("SD", "police-certificate"),
        "adverse-country",
    );
}

#[test]
fn where_a_stateless_person_used_to_live_counts_as_home() {
    let mut world = World::new().assessment();
    let mut work = world.case().referral.work.unwrap();
    work.adverse_countries = vec!["SD".to_owned()];
    world.write(&officer(), Event::WorkRecorded(work));
    // everybody on the case has no nationality, and one of them has lived in two countries
    for person in world.case().referral.persons {
        let mut details = person.details;
        details.nationalities.clear();
        details.stateless = true;
        details.former_residences = vec!["SA".to_owned(), "YE".to_owned()];
        let person = person.id;
        world.write(&officer(), Event::PersonChanged { person, details });
    }
    for home in ["SA", "YE"] {
        world.refuses(
            &officer(),
            acts::inquiry(home, "police-certificate"),
            "police-certificate-from-home",
        );
        world.act(&officer(), acts::inquiry(home, "verification"));
    }
    world.act(&officer(), acts::inquiry("ER", "police-certificate"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    /// Whatever is asked of whom: what is recorded as asked is never of an adverse country.
    #[test]
    fn no_path_leads_to_an_adverse_country(country in "[A-Za-z]{2}", purpose in 0_usize..4) {
        let purpose = ["police-certificate", "verification", "travel", "other"][purpose];
        let mut world = World::new().assessment();
        let adverse = world.case().referral.work.unwrap().adverse_countries;
        let act = acts::inquiry(&country, purpose);
        let tried = world.attempt(&officer(), act.clone()).is_ok();
        if tried {
            world.act(&officer(), act);
        }
        let barred = adverse.iter().any(|a| a.eq_ignore_ascii_case(&country));
        prop_assert!(!(tried && barred));
        prop_assert!(world.case().asked.iter().all(|a| !adverse.contains(&a.inquiry.country.to_uppercase())));
    }
}

#[test]
fn words_that_name_an_adverse_country_are_explained_or_refused() {
    let mut world = World::new().assessment();
    let asked = |authority: &str, none_meant: &str| {
        let fields = json!({"country": "CH", "authority": authority, "purpose": "other",
            "asked": "Whether a number exists.", "none-meant": none_meant});
        acts::act(Kind::AskAuthority, fields)
    };
    for authority in ["Eritrean embassy, Geneva", "Ambassade d’Érythrée", "Asmara"] {
        let named = asked(authority, " ");
        let refused = world.refuses(&officer(), named, "adverse-country-named");
        assert_eq!(refused.args, [("country", "ER".to_owned())]);
        assert!(refused.attempt.is_some(), "the attempt is told");
    }
    world.act(&officer(), asked("Swiss archive", ""));
    world.act(
        &officer(),
        asked("Archive of exiled Eritreans", "They fled it."),
    );
    // a country that is adverse is never asked, whatever is said of it
    let sly = json!({"country": "ER", "authority": "Registry", "purpose": "other", "asked": "A number.",
        "none-meant": "None."});
    world.refuses(
        &officer(),
        acts::act(Kind::AskAuthority, sly),
        "adverse-country",
    );
}
