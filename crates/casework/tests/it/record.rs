//! The certified record of a decision: all that was before it, nothing after it, and not a byte that can be changed.

use crate::archive;
use futures_util::StreamExt as _;
use safeconduct_casework::Error;
use safeconduct_casework::record::{self, Amiss, Checked, Edition, Line, Paper, Print};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::confidential::{Item, Keep};
use safeconduct_domain::event::Event;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::judicial_review::{self, Application};
use safeconduct_domain::letter::{Kind, Letter};
use safeconduct_domain::policy::Language;
use safeconduct_journal::{SigningKey, VerifyingKey};
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;
use std::io::{Cursor, Read as _};

/// An officer of each office: one of them holds a case at its end.
const OFFICERS: [&str; 4] = [
    "nairobi-officer",
    "ankara-officer",
    "amman-officer",
    "bogota-officer",
];

/// A paper that says little: what it looks like is for those who have the words.
fn paper(record: &record::Record) -> Print {
    let line = |text: String| Line {
        label: "Entry".into(),
        text,
    };
    let entries = record.entries.iter();
    Print {
        language: Language::En,
        date: "2026-11-22".parse().unwrap(),
        title: "Record".into(),
        office: "Office".into(),
        foot: "{page} {pages}".into(),
        about: vec![line(record.policy.clone())],
        statement: vec!["All.".into()],
        index: "Index".into(),
        files: ("Files".into(), Vec::new()),
        papers: (
            "Entries".into(),
            entries
                .map(|(stamp, event)| Paper {
                    title: event.name().to_owned(),
                    lines: vec![line(stamp.seq.to_string())],
                })
                .collect(),
        ),
    }
}

async fn taken(world: &World, handle: &str, case: CaseId, decision: u64) -> Result<Vec<u8>, Error> {
    edition(world, handle, case, decision, Edition::Person).await
}

async fn edition(
    world: &World,
    handle: &str,
    case: CaseId,
    decision: u64,
    edition: Edition,
) -> Result<Vec<u8>, Error> {
    let (app, session) = (&world.app, world.session(handle));
    let record = app.certified_record(&session, case, decision, edition);
    let record = record.await?;
    let last = record.entries.last().unwrap();
    assert_eq!(last.0.seq, decision);
    assert!(matches!(last.1, Event::Decided { .. }));
    let print = paper(&record);
    let mut pieces = world.app.archive(record, print).await?;
    let mut bytes = Vec::new();
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(bytes)
}

fn key(world: &World) -> VerifyingKey {
    VerifyingKey::from_vkey(&world.app.checkpoint_key()).unwrap()
}

fn check(bytes: &[u8], key: &VerifyingKey) -> Result<Checked, Amiss> {
    record::check(Cursor::new(bytes), key)
}

/// What machines read of a record.
fn data(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut data = String::new();
    let mut file = zip.by_name("record.json").unwrap();
    file.read_to_string(&mut data).unwrap();
    data
}

/// Who holds it, and where its decisions stand.
async fn decided(world: &World, case: CaseId) -> (&'static str, Vec<u64>) {
    for handle in OFFICERS {
        if let Ok(view) = world.look(handle, case).await {
            let decisions = view.entries.iter();
            let decisions = decisions.filter(|(_, e)| matches!(e, Event::Decided { .. }));
            return (handle, decisions.map(|(stamp, _)| stamp.seq).collect());
        }
    }
    panic!("nobody holds it");
}

/// What comes after a decision changes nothing of its record, to the byte.
async fn nothing_that_comes_later_is_in_it(world: &World) -> Vec<u8> {
    let case = world.case_at(1, "fld", Stage::Decided).await;
    let (officer, decisions) = decided(world, case).await;
    let mut before = Vec::new();
    for decision in &decisions {
        let bytes = taken(world, officer, case, *decision).await.unwrap();
        let checked = check(&bytes, &key(world)).unwrap();
        assert_eq!((checked.case, checked.decision), (case, *decision));
        before.push(bytes);
    }
    world.pass(3_600_000);
    let late = "A late addendum, after the decision.";
    let view = world.look(officer, case).await.unwrap();
    if let Some(notes) = view.case.interview.notes.first() {
        let addendum = Act::AddAddendum {
            notes: notes.id,
            text: late.into(),
        };
        world.act(officer, case, addendum).await.unwrap();
    }
    let letter = Act::SignLetter(Letter::new(Kind::Outcome, Language::Fr));
    drop(world.act(officer, case, letter).await);
    world.case_at(3, "pd", Stage::FileCreated).await;
    let view = world.look(officer, case).await.unwrap();
    assert!(
        view.entries.last().unwrap().0.seq > *decisions.last().unwrap(),
        "something came later"
    );
    for (decision, earlier) in decisions.iter().zip(&before) {
        let later = taken(world, officer, case, *decision).await.unwrap();
        assert!(later == *earlier, "the record of {decision} has changed");
    }
    // every document and letter that stood is in it, as it was
    let last = before.pop().unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&last)).unwrap();
    let documents = view.case.referral.documents.iter();
    let documents = documents.filter(|d| d.withdrawn.is_none()).count();
    let names: Vec<String> = (0..zip.len())
        .map(|at| zip.by_index(at).unwrap().name().unwrap().into_owned())
        .collect();
    let within = |folder: &str| names.iter().filter(|name| name.starts_with(folder)).count();
    assert_eq!(within("documents/"), documents, "{names:?}");
    assert!(within("letters/") > 0, "{names:?}");
    drop(zip);
    let data = data(&last);
    assert!(!data.contains(late));
    // the keys of its objects are not given away
    for document in &view.case.referral.documents {
        assert!(!data.contains(&document.key) && data.contains(&document.sha256));
    }
    for letter in &view.case.letters {
        assert!(!data.contains(&letter.made.key));
    }
    last
}

async fn it_is_for_the_officers_who_hold_the_case(world: &World) {
    let case = world.case_at(2, "fld", Stage::Decided).await;
    let (officer, decisions) = decided(world, case).await;
    let decision = decisions[0];
    for handle in ["fld-caseworker", "roc-o-intake", "planner", "auditor"] {
        let tried = taken(world, handle, case, decision).await;
        assert!(
            matches!(tried, Err(Error::Absent | Error::NotAdmitted)),
            "{handle}"
        );
    }
    // a position that is no decision, of this case or of any
    for wrong in [0, decision - 1, decision + 1, u64::MAX] {
        let tried = taken(world, officer, case, wrong).await;
        assert!(matches!(tried, Err(Error::Absent)), "{wrong}");
    }
    assert!(taken(world, officer, case, decision).await.is_ok());
}

/// A wish that the others do not learn of something.
fn keep(world: &World, item: Item, person: PersonId) -> Act {
    Act::KeepConfidential(Keep {
        item,
        person,
        from: Vec::new(),
        asked_on: world.app.today(),
    })
}

/// What another member keeps from whoever was decided on is in their record in no form; it is in the other's own.
async fn it_holds_nothing_that_is_kept_from_the_person(world: &World, number: usize) -> bool {
    let case = world.case_at(number, "fld", Stage::Decided).await;
    let (officer, decisions) = decided(world, case).await;
    let view = world.look(officer, case).await.unwrap();
    let mut of = decisions.iter().filter_map(|seq| {
        let entry = view.entries.iter().find(|(s, _)| s.seq == *seq)?;
        let Event::Decided { decide, .. } = &entry.1 else {
            return None;
        };
        let who = view.case.referral.person(decide.person)?;
        let adult = !who.details.minor(world.app.today());
        adult.then_some((*seq, decide.person))
    });
    let (first, one) = of.next().unwrap();
    let Some((second, other)) = of.next() else {
        return false;
    };
    let document = view.case.referral.in_hand().next().unwrap().clone();
    let risk = view.case.referral.risk.clone().unwrap().description;
    let whole = taken(world, officer, case, first).await.unwrap();
    let risk = serde_json::to_string(&risk).unwrap();
    assert!(data(&whole).contains(&risk), "the control is found");
    for item in [Item::Risk, Item::Document(document.id)] {
        let keep = keep(world, item, other);
        world.act(officer, case, keep).await.unwrap();
    }
    let theirs = taken(world, officer, case, first).await.unwrap();
    let checked = check(&theirs, &key(world)).unwrap();
    let before = check(&whole, &key(world)).unwrap().entries;
    assert!(checked.entries + 2 <= before);
    let said = data(&theirs);
    for kept in [&risk, &document.id.to_string(), &document.name] {
        assert!(!said.contains(kept.as_str()), "{kept}");
    }
    assert!(said.contains(&one.to_string()));
    let own = taken(world, officer, case, second).await.unwrap();
    let own = data(&own);
    assert!(own.contains(&risk) && own.contains(&document.name));
    // nobody reads in it that there is anything to be kept, nor how the family is reached
    for data in [&said, &own] {
        assert!(!data.contains("kept-confidential") && !data.contains("contact-set"));
    }
    true
}

/// What the Court is given is everything: each entry up to the decision, every file, and a mark on exactly what the record
/// for the person leaves out. There is none while nothing is before the Court.
async fn the_court_is_given_everything(world: &World, number: usize) {
    let case = world.case_at(number, "fld", Stage::Decided).await;
    let (officer, decisions) = decided(world, case).await;
    let view = world.look(officer, case).await.unwrap();
    let decision = decisions[0];
    let decided = view.entries.iter().find(|(s, _)| s.seq == decision);
    let Event::Decided { decide, .. } = &decided.unwrap().1 else {
        panic!("no decision");
    };
    let person = decide.person;
    let others = view.case.referral.present().filter(|p| p.id != person);
    let other = others.map(|p| p.id).next().unwrap();
    // also where the person's own record is refused, because the decision rests on what is kept
    for item in [Item::Risk, Item::Work] {
        let keep = keep(world, item, other);
        world.act(officer, case, keep).await.unwrap();
    }
    let court = || edition(world, officer, case, decision, Edition::Court);
    let Err(Error::Refused(refused)) = court().await else {
        panic!("nothing is before the Court");
    };
    assert_eq!(refused.rule, "record-without-an-application");
    let application = Application {
        person,
        court_file: "IMM-77-26".into(),
        served_on: world.app.today(),
    };
    let act = Act::RecordLeaveApplication(application);
    world.act(officer, case, act).await.unwrap();
    for handle in ["fld-caseworker", "roc-o-intake", "planner", "auditor"] {
        let tried = edition(world, handle, case, decision, Edition::Court).await;
        assert!(
            matches!(tried, Err(Error::Absent | Error::NotAdmitted)),
            "{handle}"
        );
    }
    let bytes = court().await.unwrap();
    let checked = check(&bytes, &key(world)).unwrap();
    assert_eq!(checked.edition, Edition::Court);
    // nothing after the decision, and nothing before it is missing
    let before = view.entries.iter().filter(|(s, _)| s.seq <= decision);
    assert_eq!(checked.entries, before.count());
    let said: serde_json::Value = serde_json::from_str(&data(&bytes)).unwrap();
    let seqs = |all: &serde_json::Value, withheld: bool| -> Vec<String> {
        let entries = all["entries"].as_array().unwrap().iter();
        let entries = entries.filter(|e| withheld || e["withheld"] == false);
        entries.map(|e| e["header"].to_string()).collect()
    };
    let theirs = taken(world, officer, case, decision).await.unwrap();
    assert_eq!(
        check(&theirs, &key(world)).unwrap().edition,
        Edition::Person
    );
    let theirs: serde_json::Value = serde_json::from_str(&data(&theirs)).unwrap();
    assert_eq!(seqs(&theirs, true), seqs(&said, false));
    assert!(seqs(&said, true).len() > seqs(&said, false).len() + 2);
    let text = said.to_string();
    for kept in ["contact-set", "risk-recorded", "work-recorded"] {
        assert!(
            text.contains(kept) && !theirs.to_string().contains(kept),
            "{kept}"
        );
    }
    let documents = view.case.referral.documents.iter();
    let files = said["files"].as_array().unwrap();
    let named = files.iter().filter(|f| f["document"].is_string());
    assert_eq!(named.count(), documents.count());
    // the end of the application is the end of that record
    let view = world.look(officer, case).await.unwrap();
    let ending = Act::RecordCourtOutcome {
        application: view.case.applications[0].id,
        ending: judicial_review::Ending {
            outcome: "leave-refused".into(),
            ended_on: world.app.today(),
        },
    };
    world.act(officer, case, ending).await.unwrap();
    assert!(matches!(court().await, Err(Error::Refused(_))));
}

/// Bytes changed, cut off, added, put in another's place: none is accepted.
fn no_changed_byte_is_accepted(good: &[u8], key: &VerifyingKey) {
    let tried = archive::no_changed_byte_is_accepted(good, 1_500, |b| check(b, key).is_ok());
    let mut longer = good.to_vec();
    longer.push(b'\n');
    assert!(check(&longer, key).is_err());
    assert!(check(&[], key).is_err());
    let other = SigningKey::from_seed(key.name(), &[9; 32]).unwrap();
    assert!(matches!(
        check(good, other.verifying_key()),
        Err(Amiss::Unsigned)
    ));
    println!("{} changes of a record tried, 0 accepted", tried + 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    let world = World::sqlite().await;
    let record = nothing_that_comes_later_is_in_it(&world).await;
    it_is_for_the_officers_who_hold_the_case(&world).await;
    let mut couples = 0;
    for number in 5..12 {
        if it_holds_nothing_that_is_kept_from_the_person(&world, number).await {
            couples += 1;
            break;
        }
    }
    assert_eq!(couples, 1, "no story with two adults");
    the_court_is_given_everything(&world, 13).await;
    no_changed_byte_is_accepted(&record, &key(&world));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    let world = World::postgres(cluster.database().unwrap()).await;
    nothing_that_comes_later_is_in_it(&world).await;
    it_is_for_the_officers_who_hold_the_case(&world).await;
    the_court_is_given_everything(&world, 13).await;
}
