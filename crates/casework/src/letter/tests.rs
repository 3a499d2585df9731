//! No letter to a member holds what is kept from that member: over random cases, wishes and grounds, in what is given to
//! the typesetter.

use super::facts::{Desk, Signs};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use safeconduct_domain::case::Case;
use safeconduct_domain::confidential::{Item, kept_from};
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{CaseId, DocumentId, GroupId, ItemId, PersonId, UserId};
use safeconduct_domain::letter::{self, Kind, Letter};
use safeconduct_domain::policy::{Language, Policy};
use safeconduct_letters as out;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::builtin().unwrap());
const TODAY: Date = date(2026, 11, 22);
const HER: PersonId = PersonId::from_bytes([1; 16]);
const HIM: PersonId = PersonId::from_bytes([2; 16]);
const CHILD: PersonId = PersonId::from_bytes([3; 16]);
const PERSONS: [PersonId; 3] = [HER, HIM, CHILD];
const USER: UserId = UserId::from_bytes([9; 16]);

/// Everything that can be kept, but for the concerns.
fn items() -> [Item; 9] {
    let id = |n| ItemId::from_bytes([n; 16]);
    [
        Item::Work,
        Item::Risk,
        Item::Document(DocumentId::from_bytes([10; 16])),
        Item::Document(DocumentId::from_bytes([11; 16])),
        Item::Answer(id(20)),
        Item::Answer(id(21)),
        Item::Notes(id(22)),
        Item::Discrepancy(id(23)),
        Item::Conviction(id(24)),
    ]
}

fn concern(n: u8) -> Item {
    Item::Concern(ItemId::from_bytes([100 + n; 16]))
}

/// A text that stands in this item, and wherever somebody quotes it.
fn canary(item: &Item) -> String {
    format!("canary<{item}>")
}

/// What an honest officer writes: the words of what it rests on.
fn quoting(items: &[Item]) -> String {
    let quoted: Vec<_> = items.iter().map(canary).collect();
    format!("On this: {}", quoted.join(", "))
}

/// What is drawn: who is concerned, what it rests on, whether it was answered.
#[derive(Debug, Clone)]
struct Drawn {
    concerns: Vec<(usize, Vec<usize>, bool)>,
    evidence: Vec<usize>,
    grounds: Vec<usize>,
    wishes: Vec<(usize, usize, Option<usize>)>,
    decided: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let some = || prop::collection::vec(0..9_usize, 0..3);
    let concerns = prop::collection::vec((0..3_usize, some(), any::<bool>()), 0..5);
    let wish = (0..16_usize, 0..3_usize, prop::option::of(0..3_usize));
    let wishes = prop::collection::vec(wish, 0..6);
    (concerns, some(), some(), wishes, any::<bool>()).prop_map(
        |(concerns, evidence, grounds, wishes, decided)| Drawn {
            concerns,
            evidence,
            grounds,
            wishes,
            decided,
        },
    )
}

fn event(value: Value) -> Event {
    serde_json::from_value(value).unwrap()
}

fn person(id: PersonId, relationship: &str, given: &str, birth: &str) -> Event {
    event(
        json!({"person-added": {"person": id, "details": {"relationship": relationship,
        "accompanying": true, "family-name": "Tesfay", "given-names": given, "birth": birth}}}),
    )
}

/// What the family brought and told.
fn told() -> Vec<Event> {
    let items = items();
    let document = |item: &Item| {
        let Item::Document(id) = item else {
            panic!("no document")
        };
        event(
            json!({"document-added": {"id": id, "name": canary(item), "kind": "reference",
            "size": 1, "sealed-size": 1, "sha256": "", "key": ""}}),
        )
    };
    let answer = |item: &Item, who: PersonId| {
        let Item::Answer(id) = item else {
            panic!("no answer")
        };
        event(
            json!({"answer-logged": {"id": id, "exchange": {"person": who,
            "question": "What happened?", "answer": canary(item)}}}),
        )
    };
    let id = |n: u8| ItemId::from_bytes([n; 16]);
    vec![
        event(
            json!({"work-recorded": {"categories": [], "description": canary(&items[0]),
            "persecutors": [], "persecutors-who": "", "adverse-countries": []}}),
        ),
        event(
            json!({"risk-recorded": {"description": canary(&items[1]), "durable-solution": "",
            "charges": ""}}),
        ),
        document(&items[2]),
        document(&items[3]),
        answer(&items[4], HER),
        answer(&items[5], HIM),
        event(
            json!({"notes-signed": {"id": id(22), "notes": {"held-on": "2026-11-20",
            "present": "", "text": canary(&items[6])}}}),
        ),
        event(
            json!({"discrepancy-noted": {"id": id(23), "noted": {"person": HER,
            "what": canary(&items[7]), "sources": ""}}}),
        ),
        event(
            json!({"conviction-opened": {"id": id(24), "facts": {"person": HER,
            "nature": "charge", "country": "ER", "on": "2020", "sources": [], "known-from": "",
            "offence": canary(&items[8]), "context": ""}}}),
        ),
    ]
}

fn case(drawn: &Drawn) -> Case {
    let all = items();
    let chosen = |picks: &[usize]| -> Vec<Item> { picks.iter().map(|n| all[*n]).collect() };
    let mut events = vec![
        event(
            json!({"opened": {"open": {"reference": "T-1", "language": "en"}, "partner": "fld"}}),
        ),
        person(HER, "principal-applicant", "Selam", "1988-03-14"),
        person(HIM, "spouse", "Yonas", "1985-07"),
        person(CHILD, "dependent-child", "Luwam", "2012-01-30"),
    ];
    for who in [HER, HIM] {
        events.push(event(
            json!({"consent-recorded": {"person": who, "given-on": "2026-11-01",
            "manner": "written", "outcome-to-partner": true}}),
        ));
    }
    events.extend(told());
    let documents = chosen(&drawn.evidence);
    let documents: Vec<_> = documents
        .into_iter()
        .filter(|item| matches!(item, Item::Document(_)))
        .collect();
    let ids = documents.iter().map(|item| match item {
        Item::Document(id) => id.to_string(),
        _ => String::new(),
    });
    let ids: Vec<_> = ids.collect();
    events.push(event(
        json!({"element-found": {"person": HER, "element": "well-founded-fear",
        "finding": "not-met", "reasons": quoting(&documents), "evidence": ids}}),
    ));
    for class in ["convention", "country-of-asylum"] {
        events.push(event(json!({"class-found": {"person": HER, "class": class,
            "member": false, "reasons": "As found."}})));
    }
    for (n, (who, rests, answered)) in drawn.concerns.iter().enumerate() {
        let item = concern(u8::try_from(n).unwrap());
        let Item::Concern(id) = item else {
            panic!("no concern")
        };
        let rests = chosen(rests);
        events.push(event(
            json!({"concern-put": {"id": id, "put": {"person": PERSONS[*who],
            "about": "well-founded-fear", "concern": canary(&item), "disclosed": quoting(&rests),
            "rests-on": rests, "put-on": "2026-11-01", "manner": "letter", "due": "2026-12-22"}}}),
        ));
        if *answered {
            events.push(event(json!({"concern-answered": {"concern": id, "answer":
                {"answer": canary(&item), "analysis": "Weighed.", "met": false}}})));
        }
    }
    if drawn.decided {
        let grounds = chosen(&drawn.grounds);
        for who in PERSONS {
            events.push(event(
                json!({"decided": {"decide": {"person": who, "verdict": "refused",
                "provisions": ["A96"], "evidence": quoting(&grounds), "rests-on": grounds,
                "reasons": "Not established."}, "on": "2026-11-21", "policy": "p"}}),
            ));
        }
        events.push(event(json!({"notice-given": {"on": "2026-11-21"}})));
    }
    let mut every: Vec<Item> = all.to_vec();
    every.extend((0..5).map(concern));
    for (item, who, from) in &drawn.wishes {
        let from: Vec<_> = from.iter().map(|n| PERSONS[*n]).collect();
        events.push(event(
            json!({"kept-confidential": {"item": every[item % every.len()],
            "person": PERSONS[*who], "from": from, "asked-on": "2026-11-20"}}),
        ));
    }
    let stamp = |seq: usize| Stamp {
        seq: seq as u64,
        at_ms: 1_000 * seq as i64,
        actor: USER,
        group: GroupId::from_bytes([8; 16]),
    };
    let entries: Vec<_> = events.iter().enumerate().collect();
    let entries: Vec<_> = entries.into_iter().map(|(n, e)| (stamp(n), e)).collect();
    Case::fold(
        CaseId::from_bytes([7; 16]),
        entries.iter().map(|(s, e)| (s, *e)),
    )
}

/// What the typesetter is given, as text.
fn facts(case: &Case, letter: &Letter) -> Option<String> {
    let desk = Desk {
        policy: &POLICY,
        case,
        entries: &[],
        letter,
        returning: None,
        today: TODAY,
        signs: Signs {
            user: USER,
            name: "A. Officer",
            role: None,
        },
        draft: false,
    };
    Some(match desk.letter()? {
        out::Letter::Fairness(fairness) => {
            let said = fairness.concerns.into_iter();
            let said = said.flat_map(|c| [c.about, c.concern, c.disclosed]);
            said.collect::<Vec<_>>().join("\n")
        }
        out::Letter::Refusal(refusal) => {
            let said = refusal.persons.into_iter().flat_map(|p| {
                let findings = p.findings.into_iter().flat_map(|f| {
                    let evidence = f.evidence.into_iter().map(|e| e.falls_short);
                    std::iter::once(f.conclusion).chain(evidence)
                });
                let put = p.concerns.into_iter();
                let put = put.flat_map(|c| [c.concern, c.answer, c.weighed]);
                let grounds = p.grounds.into_iter().map(|g| g.reasons);
                let own = [p.evidence, p.reasons].into_iter();
                own.chain(findings)
                    .chain(put)
                    .chain(grounds)
                    .collect::<Vec<_>>()
            });
            said.collect::<Vec<_>>().join("\n")
        }
        out::Letter::Outcomes(outcomes) => {
            let said = outcomes.persons.into_iter().map(|p| p.name.latin);
            said.collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    })
}

/// The items kept from a person, whose words stand in a text.
fn leaked(case: &Case, to: PersonId, text: &str) -> Vec<Item> {
    let mut every: Vec<Item> = items().to_vec();
    every.extend((0..5).map(concern));
    every.retain(|item| kept_from(case, item, to) && text.contains(&canary(item)));
    every
}

/// Letters written and refused, by kind.
type Counts = BTreeMap<&'static str, (u32, u32)>;

fn every_letter(drawn: &Drawn, counts: &mut Counts) -> Result<(), TestCaseError> {
    let case = case(drawn);
    for kind in [Kind::Fairness, Kind::Refusal] {
        for to in [HER, HIM] {
            let letter = Letter {
                person: Some(to),
                ..Letter::new(kind, Language::En)
            };
            let addressee = letter.addressee(&case);
            if letter::has_grounds(&case, kind, addressee, TODAY).is_err() {
                continue;
            }
            let (written, refused) = counts.entry(kind.code()).or_default();
            if letter::nothing_kept(&POLICY, &case, kind, addressee, TODAY).is_err() {
                *refused += 1;
                continue;
            }
            *written += 1;
            let text = facts(&case, &letter).unwrap_or_default();
            let found = leaked(&case, to, &text);
            prop_assert!(found.is_empty(), "{} to {}: {:?}", kind.code(), to, found);
        }
    }
    // outcome only: nothing that anybody told, kept or not
    if let Some(text) = facts(&case, &Letter::new(Kind::Outcome, Language::En)) {
        prop_assert!(text.contains("Tesfay") == drawn.decided && !text.contains("canary<"));
    }
    Ok(())
}

#[test]
fn no_letter_holds_what_is_kept_from_its_reader() {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(2_000));
    let counts = std::cell::RefCell::new(Counts::new());
    let held = runner.run(&drawn(), |drawn| {
        every_letter(&drawn, &mut counts.borrow_mut())
    });
    held.unwrap();
    let counts = counts.into_inner();
    println!("letters (written, refused): {counts:?}; 0 hold what is kept from their reader");
    let both = |kind: &str| counts.get(kind).is_some_and(|(w, r)| *w > 50 && *r > 50);
    assert!(both("fairness") && both("refusal"), "{counts:?}");
}

#[test]
fn the_search_finds_what_a_careless_letter_would_tell() {
    let drawn = Drawn {
        concerns: vec![(1, vec![4], false)],
        evidence: vec![2],
        grounds: vec![1],
        wishes: vec![(4, 0, None), (1, 0, None)],
        decided: true,
    };
    let case = case(&drawn);
    let to = |kind| Letter {
        person: Some(HIM),
        ..Letter::new(kind, Language::En)
    };
    // what no rule was asked about: her answer and the danger she told of, on the way to him
    let fairness = facts(&case, &to(Kind::Fairness)).unwrap();
    assert!(leaked(&case, HIM, &fairness).contains(&items()[4]));
    let refusal = facts(&case, &to(Kind::Refusal)).unwrap();
    assert!(leaked(&case, HIM, &refusal).contains(&items()[1]));
    for kind in [Kind::Fairness, Kind::Refusal] {
        let addressee = case.referral.person(HIM);
        let refused = letter::nothing_kept(&POLICY, &case, kind, addressee, TODAY);
        assert_eq!(refused.unwrap_err().rule, "letter-rests-on-what-is-kept");
    }
}
