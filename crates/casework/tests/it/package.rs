//! The referral package: what the partner sends and nothing else, whole or not accepted.

use crate::archive;
use futures_util::StreamExt as _;
use safeconduct_casework::audit::{Line, Wanted};
use safeconduct_casework::document::Label;
use safeconduct_casework::package::{self, Checked, Package};
use safeconduct_casework::record::Amiss;
use safeconduct_casework::{App, Error, session::Session};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::confidential::{Item, Keep};
use safeconduct_domain::event::{Event, Urgency};
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::intake::Number;
use safeconduct_domain::policy::Language;
use safeconduct_journal::{SigningKey, VerifyingKey};
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;
use serde_json::{Value, json};
use std::io::{Cursor, Read as _};
use std::sync::Arc;
use std::time::Instant;

/// What the check needs of the facts: their form is the API's.
fn facts(package: &Package) -> Value {
    let referral = &package.case.referral;
    let documents = referral.documents.iter();
    let documents: Vec<_> = documents
        .map(|d| json!({ "id": d.id.to_string(), "name": d.name }))
        .collect();
    json!({ "referral": {
        "documents": documents, "persons": referral.persons, "risk": referral.risk, "contact": referral.contact,
        "sent-back": referral.sent_back, "consents": referral.consents,
    }})
}

async fn packed(app: &App, session: &Arc<Session>, case: CaseId) -> Result<Vec<u8>, Error> {
    let package = app.package(session, case, Language::En).await?;
    let facts = facts(&package);
    let mut pieces = app.packed(package, facts).await?;
    let mut bytes = Vec::new();
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(bytes)
}

async fn taken(world: &World, handle: &str, case: CaseId) -> Result<Vec<u8>, Error> {
    packed(&world.app, &world.session(handle), case).await
}

fn key(world: &World) -> VerifyingKey {
    VerifyingKey::from_vkey(&world.app.checkpoint_key()).unwrap()
}

fn check(bytes: &[u8], key: &VerifyingKey) -> Result<Checked, Amiss> {
    package::check(Cursor::new(bytes), key)
}

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = Vec::new();
    zip.by_name(name).unwrap().read_to_end(&mut part).unwrap();
    part
}

fn data(bytes: &[u8]) -> String {
    String::from_utf8(part(bytes, "referral.json")).unwrap()
}

/// Before it is sent and after, for the partner and for the centre; nobody else, and not once it is an office's.
async fn it_is_for_the_partner_and_the_centre(world: &World) -> Vec<u8> {
    let nobody = ["pd-caseworker", "nairobi-officer", "planner", "auditor"];
    let ways: [(Stage, &[&str], &[&str]); 6] = [
        (
            Stage::Preparing,
            &["fld-caseworker", "fld-supervisor"],
            &["roc-o-intake"],
        ),
        (
            Stage::Attested,
            &["fld-caseworker", "fld-supervisor"],
            &["roc-o-intake"],
        ),
        (
            Stage::Submitted,
            &["fld-caseworker", "fld-supervisor", "roc-o-intake"],
            &[],
        ),
        (Stage::FileCreated, &["roc-o-intake"], &["fld-caseworker"]),
        (Stage::InTransfer, &["roc-o-intake"], &["fld-supervisor"]),
        (Stage::Assessment, &[], &["roc-o-intake", "fld-caseworker"]),
    ];
    let mut last = Vec::new();
    for (number, (stage, may, may_not)) in ways.into_iter().enumerate() {
        let case = world.case_at(number, "fld", stage).await;
        for handle in may {
            let bytes = taken(world, handle, case).await.unwrap();
            let checked = check(&bytes, &key(world)).unwrap();
            assert_eq!(checked.case, case);
            // each taking out is an entry, and is not itself in the next one
            let wanted = Wanted {
                case: Some(case),
                ..Wanted::default()
            };
            let trail = world.app.audit(&world.session("auditor"), wanted).await;
            let actor = world.session(handle).user;
            let took =
                |line: &Line| line.header.actor == actor && line.page.as_deref() == Some("package");
            assert!(trail.unwrap().iter().any(took), "{stage:?} {handle}");
            let again = taken(world, handle, case).await.unwrap();
            assert!(
                again == bytes,
                "the same referral is the same bytes: {stage:?}"
            );
            last = bytes;
        }
        for handle in may_not.iter().chain(&nobody) {
            let tried = taken(world, handle, case).await;
            let absent = matches!(tried, Err(Error::Absent | Error::NotAdmitted));
            assert!(absent, "{stage:?} {handle}");
        }
    }
    last
}

fn keep(world: &World, item: Item, person: PersonId) -> Act {
    Act::KeepConfidential(Keep {
        item,
        person,
        from: Vec::new(),
        asked_on: world.app.today(),
    })
}

/// Every document that stands, as it was; nothing that was withdrawn, nothing of how the family is reached, nothing that
/// somebody deliberated, and a word on what is kept from members of the family.
async fn it_holds_what_is_sent_and_nothing_else(world: &World) {
    let case = world.case_at(20, "fld", Stage::Preparing).await;
    let worker = "fld-caseworker";
    let before = world.look(worker, case).await.unwrap();
    let documents: Vec<_> = before.case.referral.in_hand().cloned().collect();
    let (withdrawn, confided) = (documents[0].clone(), documents[1].clone());
    let principal = before.case.referral.principal().unwrap().id;
    let why = "It named a witness in hiding.";
    let clear = taken(world, worker, case).await.unwrap();
    assert!(!data(&clear).contains("\"kept\":true"));
    let act = Act::WithdrawDocument {
        document: withdrawn.id,
        reason: why.into(),
    };
    world.act(worker, case, act).await.unwrap();
    let act = keep(world, Item::Document(confided.id), principal);
    world.act(worker, case, act).await.unwrap();
    let view = world.look(worker, case).await.unwrap();
    let contact = view.case.referral.contact.clone().unwrap();
    let bytes = taken(world, worker, case).await.unwrap();
    let said = data(&bytes);
    assert!(said.contains("\"kept\":true") && said.contains(&confided.id.to_string()));
    for gone in [
        &withdrawn.id.to_string(),
        why,
        &contact.channel,
        &contact.address,
    ] {
        assert!(!said.contains(gone), "{gone}");
    }
    let risk = view.case.referral.risk.clone().unwrap().description;
    assert!(
        said.contains(&serde_json::to_string(&risk).unwrap()),
        "the control is found"
    );
    for (document, number) in view.case.referral.in_hand().zip(1..) {
        assert!(!said.contains(&document.key) && !said.contains(&document.sha256));
        let name = format!("documents/{number:03}.txt");
        let own = world
            .app
            .fetch(&world.session(worker), case, document.id)
            .await;
        let (_, mut pieces) = own.unwrap();
        let mut whole = Vec::new();
        while let Some(piece) = pieces.next().await {
            whole.extend_from_slice(&piece.unwrap());
        }
        assert_eq!(part(&bytes, &name), whole, "{name}");
    }
    assert_eq!(
        check(&bytes, &key(world)).unwrap().documents,
        documents.len() - 1
    );
}

/// What an office or the centre deliberates about stays where it is.
async fn nothing_of_the_deciding_side_is_in_it(world: &World) {
    let case = world.case_at(21, "fld", Stage::FileCreated).await;
    let centre = "roc-o-intake";
    let number = Number {
        kind: "g-number".into(),
        value: "G000987654".into(),
        person: None,
    };
    world
        .act(centre, case, Act::RecordNumber(number))
        .await
        .unwrap();
    let grounds = "The officers must hear of it within the week.";
    let act = Act::SetUrgency {
        urgency: Urgency::Urgent,
        grounds: grounds.into(),
    };
    world.act(centre, case, act).await.unwrap();
    let session = world.session(centre);
    let package = world
        .app
        .package(&session, case, Language::Fr)
        .await
        .unwrap();
    let internal = |e: &Event| e.compartment() == Compartment::Internal;
    let view = world.look(centre, case).await.unwrap();
    assert!(
        view.entries.iter().any(|(_, e)| internal(e)),
        "there is something to leave out"
    );
    assert!(package.case.intake.office.is_none() && package.case.letters.is_empty());
    assert!(package.case.referral.contact.is_none() && package.case.referral.sent_back.is_none());
    assert_ne!(package.case.priorities.submission.grounds, grounds);
}

/// Somebody's own file names do not hold a package up.
async fn forty_documents(world: &World) {
    let case = world.case_at(22, "fld", Stage::Preparing).await;
    let session = world.session("fld-caseworker");
    let view = world.look("fld-caseworker", case).await.unwrap();
    let there = view.case.referral.in_hand().count();
    for number in there..40 {
        let mut incoming = world.app.receive(&session, case).await.unwrap();
        incoming
            .push(&vec![u8::try_from(number).unwrap(); 1_000_000])
            .await
            .unwrap();
        let label = Label {
            name: format!("\u{1f9d1} {number} \u{202e}fdp.pdf"),
            kind: "human-rights-work".into(),
            person: None,
        };
        world.app.keep(incoming, label, None).await.unwrap();
    }
    let begun = Instant::now();
    let bytes = packed(&world.app, &session, case).await.unwrap();
    let took = begun.elapsed();
    let begun = Instant::now();
    let checked = check(&bytes, &key(world)).unwrap();
    assert_eq!(checked.documents, 40);
    println!(
        "a package with 40 documents: {} bytes in {took:?}, checked in {:?}; its cover page {} bytes, its referral.json {}",
        bytes.len(),
        begun.elapsed(),
        part(&bytes, "cover.pdf").len(),
        data(&bytes).len()
    );
}

fn no_changed_byte_is_accepted(good: &[u8], key: &VerifyingKey) {
    archive::no_changed_byte_is_accepted(good, 1_000, |b| check(b, key).is_ok());
    let mut longer = good.to_vec();
    longer.push(0);
    assert!(check(&longer, key).is_err());
    let other = SigningKey::from_seed(key.name(), &[9; 32]).unwrap();
    let unsigned = check(good, other.verifying_key());
    assert!(matches!(unsigned, Err(Amiss::Unsigned)));
    // the two kinds of archive are not taken for each other
    let record = safeconduct_casework::record::check(Cursor::new(good), key);
    assert!(record.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    let world = World::sqlite().await;
    let package = it_is_for_the_partner_and_the_centre(&world).await;
    it_holds_what_is_sent_and_nothing_else(&world).await;
    nothing_of_the_deciding_side_is_in_it(&world).await;
    forty_documents(&world).await;
    no_changed_byte_is_accepted(&package, &key(&world));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    let world = World::postgres(cluster.database().unwrap()).await;
    it_is_for_the_partner_and_the_centre(&world).await;
    it_holds_what_is_sent_and_nothing_else(&world).await;
    nothing_of_the_deciding_side_is_in_it(&world).await;
}
