//! Letters: sealed as they were signed, read by those they are for, and by nobody else.

use safeconduct_casework::Error;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::id::{CaseId, DocumentId};
use safeconduct_domain::intake::Return;
use safeconduct_domain::letter::{Kind, Letter};
use safeconduct_domain::notice::News;
use safeconduct_domain::policy::Language;
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;
use std::path::PathBuf;

const INTAKE: &str = "roc-o-intake";

/// Where a sealed object lies.
fn object(world: &World, id: DocumentId) -> PathBuf {
    fn find(folder: &std::path::Path, name: &str) -> Option<PathBuf> {
        let entries = std::fs::read_dir(folder).ok()?;
        entries.flatten().map(|e| e.path()).find_map(|path| {
            if path.is_dir() {
                find(&path, name)
            } else {
                let file = path.file_name()?.to_string_lossy().into_owned();
                file.starts_with(name).then_some(path)
            }
        })
    }
    find(world.folder(), &id.to_string()).expect("the object is there")
}

fn objects(world: &World) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .flatten()
            .map(|e| match e.path() {
                path if path.is_dir() => count(&path),
                path => usize::from(path.extension().is_some_and(|e| e == "sealed")),
            })
            .sum()
    }
    count(world.folder())
}

async fn what_is_sent_to_the_partner_is_read_there(world: &World) -> (CaseId, DocumentId) {
    let case = world.case_at(0, "fld", Stage::FileCreated).await;
    let view = world.look(INTAKE, case).await.unwrap();
    let signed = view.case.letters.last().expect("it was acknowledged");
    assert_eq!(signed.letter.kind, Kind::Acknowledgement);
    let (_, bytes) = world
        .app
        .fetch_letter(&world.session(INTAKE), case, signed.id)
        .await
        .unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(bytes.len() as u64, signed.made.size);
    let partner = world.session("fld-caseworker");
    // the partner no longer holds the case, and has the letter
    assert!(matches!(
        world.app.fetch_letter(&partner, case, signed.id).await,
        Err(Error::Absent)
    ));
    let notices = world.app.notices(&partner, 50).await.unwrap();
    let letter = notices.iter().find(|n| {
        matches!(
            n.notice.news,
            News::Letter {
                kind: Kind::Acknowledgement
            }
        )
    });
    let seq = letter.expect("the partner is told").seq;
    let received = world.app.fetch_enclosed(&partner, seq).await.unwrap();
    assert_eq!(received, bytes, "the same bytes");
    for stranger in ["pd-caseworker", INTAKE, "nairobi-officer"] {
        let tried = world
            .app
            .fetch_enclosed(&world.session(stranger), seq)
            .await;
        assert!(matches!(tried, Err(Error::Absent)), "{stranger}");
    }
    let other = notices.iter().find(|n| n.notice.letter.is_none()).unwrap();
    let none = world.app.fetch_enclosed(&partner, other.seq).await;
    assert!(matches!(none, Err(Error::Absent)));
    (case, signed.made.document)
}

async fn a_draft_is_kept_nowhere_and_a_refused_letter_leaves_nothing(world: &World) {
    let case = world.case_at(2, "pd", Stage::FileCreated).await;
    let (before, entries) = (
        objects(world),
        world.look(INTAKE, case).await.unwrap().entries.len(),
    );
    let act = Act::SignLetter(Letter::new(Kind::Acknowledgement, Language::Fr));
    let session = world.session(INTAKE);
    let draft = world.app.draft(&session, case, &act).await.unwrap();
    assert!(draft.bytes().starts_with(b"%PDF-"));
    let wrong = Act::SignLetter(Letter::new(Kind::Outcome, Language::Fr));
    let Err(Error::Refused(refused)) = world.act(INTAKE, case, wrong).await else {
        panic!("it was signed")
    };
    assert_eq!(refused.rule, "not-all-decided");
    let stranger = world.session("fld-supervisor");
    let tried = world.app.draft(&stranger, case, &act).await;
    assert!(matches!(tried, Err(Error::Absent)));
    let after = world.look(INTAKE, case).await.unwrap();
    assert_eq!((objects(world), after.entries.len()), (before, entries));
    // signed, it is another file: the draft said that it was one
    world.act(INTAKE, case, act).await.unwrap();
    let after = world.look(INTAKE, case).await.unwrap();
    let signed = after.case.letters.last().unwrap().id;
    let (_, bytes) = world
        .app
        .fetch_letter(&session, case, signed)
        .await
        .unwrap();
    assert_ne!(bytes, draft.bytes());
}

async fn a_return_takes_its_letter_along(world: &World) {
    let case = world.case_at(4, "fld", Stage::Submitted).await;
    let returned = Act::ReturnReferral(Return {
        reasons: vec!["incomplete".into()],
        note: "The photograph of the child is missing.".into(),
    });
    world.act(INTAKE, case, returned).await.unwrap();
    assert!(world.look(INTAKE, case).await.is_err(), "it went back");
    let partner = world.look("fld-caseworker", case).await.unwrap();
    let signed = partner.case.letters.last().expect("with its letter");
    assert_eq!(signed.letter.kind, Kind::Return);
    let session = world.session("fld-caseworker");
    let fetched = world.app.fetch_letter(&session, case, signed.id).await;
    assert!(fetched.unwrap().1.starts_with(b"%PDF-"));
}

async fn letters(world: &World) {
    let (case, document) = what_is_sent_to_the_partner_is_read_there(world).await;
    a_draft_is_kept_nowhere_and_a_refused_letter_leaves_nothing(world).await;
    a_return_takes_its_letter_along(world).await;
    let report = world.app.verify(Vec::new()).await.unwrap();
    assert_eq!(report.first, None, "{:?}", report.first);
    assert_eq!(world.app.rebuild().await.unwrap().differed, 0);
    // a byte of the sealed letter changed on the disk
    let path = object(world, document);
    let mut sealed = std::fs::read(&path).unwrap();
    let middle = sealed.len() / 2;
    sealed[middle] ^= 1;
    std::fs::write(&path, sealed).unwrap();
    let view = world.look(INTAKE, case).await.unwrap();
    let id = view.case.letters.last().unwrap().id;
    let fetched = world
        .app
        .fetch_letter(&world.session(INTAKE), case, id)
        .await;
    assert!(matches!(fetched, Err(Error::Damaged(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    letters(&World::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    letters(&World::postgres(cluster.database().unwrap()).await).await;
}
