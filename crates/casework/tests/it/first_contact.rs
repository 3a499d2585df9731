//! First contact: what somebody without an account tells reaches one partner's group and nobody else, is never doubled,
//! and can be destroyed.

use futures_util::StreamExt as _;
use safeconduct_casework::Error;
use safeconduct_casework::first_contact::{ReceiptCode, receipt_code};
use safeconduct_domain::first_contact::{Channel, MOST_FILES, MOST_MESSAGES, State, Told, What};
use safeconduct_domain::referral::Open;
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;

const CANARY: &str = "Qzx-first-contact-canary";

fn told(work: &str) -> Told {
    Told {
        name: Some("Nobody in particular".into()),
        work: format!("{work} {CANARY}"),
        danger: format!("The security service asks for me. {CANARY}"),
        country: "KE".into(),
        left: "ER".into(),
        persons: Some(3),
        references: None,
        language: "en".into(),
        channel: Channel {
            reach: Some(format!("A cousin's phone {CANARY}")),
            hours: None,
            never: None,
        },
    }
}

fn rule<T>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Refused(refused)) => refused.rule.to_owned(),
        Err(other) => panic!("{other}"),
        Ok(_) => "done".into(),
    }
}

fn files_under(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap();
    let count = entries.map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { files_under(&path) } else { 1 }
    });
    count.sum()
}

async fn send(world: &World, code: &ReceiptCode, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let mut incoming = world.app.enclose(code).await?;
    for piece in bytes.chunks(1_000) {
        incoming.push(piece).await?;
    }
    // each is another form, but for the one that is sent again
    world.app.enclosed_as(incoming, name, name).await
}

async fn from_first_words_to_a_referral(world: &World) {
    let (app, fld) = (&world.app, world.session("fld-caseworker"));
    assert!(app.takes_first_contacts("fld").await.unwrap());
    for partner in ["pd", "unhcr", "nobody", ""] {
        assert!(!app.takes_first_contacts(partner).await.unwrap());
        let code = ReceiptCode::generate();
        let refused = app.begin_first_contact(partner, &code, told("x"));
        assert!(matches!(refused.await, Err(Error::Absent)), "{partner}");
    }
    let code = ReceiptCode::generate();
    assert_eq!(rule(app.come_back(&code).await), "receipt-code-unknown");
    let begin = |work| app.begin_first_contact("fld", &code, told(work));
    begin("I write about courts.").await.unwrap();
    // a line that dropped: the same form again counts once; a corrected one is added
    begin("I write about courts.").await.unwrap();
    begin("I write about courts and prisons.").await.unwrap();
    assert_eq!(app.come_back(&code).await.unwrap().messages.len(), 2);

    // typed in Persian digits, in groups
    let typed: String = (code.grouped().chars())
        .map(|c| match c.to_digit(10) {
            Some(digit) => char::from_u32(0x06F0 + digit).unwrap(),
            None => c,
        })
        .collect();
    let again = receipt_code(&typed).unwrap();
    let more = || What::Added("My sister is with me now.".into());
    app.add_to_first_contact(&again, more()).await.unwrap();
    app.add_to_first_contact(&again, more()).await.unwrap();
    let file = b"A letter from the union.".repeat(9_000);
    send(world, &code, "letter.txt", &file).await.unwrap();
    send(world, &code, "letter.txt", &file).await.unwrap();
    let forged = app.add_to_first_contact(&code, What::Answer("You are in.".into()));
    assert!(matches!(forged.await, Err(Error::NotNow)));
    let thread = app.come_back(&code).await.unwrap();
    assert_eq!((thread.messages.len(), thread.state()), (4, State::Waits));

    // nobody else has it
    for handle in [
        "pd-caseworker",
        "roc-o-intake",
        "nairobi-officer",
        "auditor",
        "administrator",
        "planner",
    ] {
        let session = world.session(handle);
        let listed = app.first_contacts(&session).await;
        let seen = listed.map_or(0, |all| all.len());
        assert_eq!(seen, 0, "{handle}");
        let one = app.first_contact(&session, thread.id).await;
        assert!(matches!(one, Err(Error::Absent)), "{handle}");
        let ids = vec![thread.id];
        let declined = app.decline_first_contacts(&session, ids, "criteria".into());
        assert!(declined.await.is_err(), "{handle}");
    }
    let listed = app.first_contacts(&fld).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(
        listed[0].told().unwrap().work,
        told("I write about courts and prisons.").work
    );
    let answer = "Please tell us who can attest to your work.";
    app.answer_first_contact(&fld, thread.id, answer.into())
        .await
        .unwrap();
    let empty = app.answer_first_contact(&fld, thread.id, "  ".into()).await;
    assert_eq!(rule(empty), "text-needed");
    let thread = app.come_back(&code).await.unwrap();
    assert_eq!(thread.state(), State::Answered);
    let document = thread.messages.iter().find_map(|m| match &m.what {
        What::File(file) => Some(file.document),
        _ => None,
    });
    let (found, mut pieces) = app
        .fetch_enclosed_file(&fld, thread.id, document.unwrap())
        .await
        .unwrap();
    let mut whole = Vec::new();
    while let Some(piece) = pieces.next().await {
        whole.extend_from_slice(&piece.unwrap());
    }
    assert!(whole == file && found.name == "letter.txt");

    let open = || Open {
        reference: "FLD-2026-77".into(),
        origin: None,
        language: "en".into(),
        unhcr_number: None,
    };
    let case = app
        .take_up_first_contact(&fld, thread.id, open(), None)
        .await
        .unwrap();
    let again = app
        .take_up_first_contact(&fld, thread.id, open(), None)
        .await;
    assert!(matches!(again, Err(Error::Repeated(Some(first))) if first == case));
    let view = world.look("fld-caseworker", case).await.unwrap();
    assert_eq!(view.case.referral.documents[0].name, "letter.txt");
    assert_eq!(app.come_back(&code).await.unwrap().state(), State::TakenUp);
}

async fn what_is_declined_is_destroyed(world: &World) {
    let (app, fld) = (&world.app, world.session("fld-supervisor"));
    let codes: Vec<_> = (0..3).map(|_| ReceiptCode::generate()).collect();
    for code in &codes {
        app.begin_first_contact("fld", code, told("I teach."))
            .await
            .unwrap();
        send(world, code, "photo.jpg", b"no picture").await.unwrap();
    }
    let mut ids = Vec::new();
    for code in &codes {
        ids.push(app.come_back(code).await.unwrap().id);
    }
    let files = || files_under(&world.folder().join("objects"));
    let before = files();
    let unknown = app
        .decline_first_contacts(&fld, ids.clone(), "they-are-rude".into())
        .await;
    assert_eq!(rule(unknown), "no-such-reason");
    let declined = app
        .decline_first_contacts(&fld, ids[..2].to_vec(), "criteria".into())
        .await;
    assert_eq!(declined.unwrap(), 2);
    assert_eq!(files(), before - 2);
    for (code, id) in codes.iter().zip(&ids).take(2) {
        // the person reads the answer, and nothing else is left
        let thread = app.come_back(code).await.unwrap();
        assert_eq!(
            (thread.messages.len(), thread.state()),
            (1, State::Declined)
        );
        assert!(thread.told().is_none());
        let one = app.first_contact(&fld, *id).await;
        assert!(matches!(one, Err(Error::Absent)));
        let more = app
            .add_to_first_contact(code, What::Added("Please.".into()))
            .await;
        assert_eq!(rule(more), "first-contact-ended");
    }
    // whoever takes it back leaves nothing at all
    app.take_back_first_contact(&codes[2]).await.unwrap();
    assert_eq!(rule(app.come_back(&codes[2]).await), "receipt-code-unknown");
    // and the answer goes when its time is over
    world.pass(200 * 24 * 3_600_000);
    app.sweep().await.unwrap();
    for code in &codes {
        assert_eq!(rule(app.come_back(code).await), "receipt-code-unknown");
    }
}

async fn one_person_cannot_fill_the_desk(world: &World) {
    let app = &world.app;
    let code = ReceiptCode::generate();
    app.begin_first_contact("fld", &code, told("I film."))
        .await
        .unwrap();
    for number in 0..MOST_FILES {
        send(world, &code, &format!("{number}.txt"), b"x")
            .await
            .unwrap();
    }
    assert_eq!(
        rule(send(world, &code, "one more", b"x").await),
        "first-contact-full"
    );
    for number in 0..MOST_MESSAGES {
        let more = What::Added(format!("And {number}."));
        let outcome = rule(app.add_to_first_contact(&code, more).await);
        let fits = number + MOST_FILES + 1 < MOST_MESSAGES;
        assert_eq!(outcome == "done", fits, "{number}: {outcome}");
    }
    app.take_back_first_contact(&code).await.unwrap();
}

/// Two copies of one form that arrive together are one thread.
async fn sent_twice_at_once_counts_once(world: &World) {
    let app = &world.app;
    for _ in 0..8 {
        let code = ReceiptCode::generate();
        let send = || app.begin_first_contact("fld", &code, told("I sing."));
        let both = futures_util::future::join_all([send(), send(), send()]).await;
        assert!(both.iter().any(Result::is_ok));
        let all = both.into_iter().filter_map(Result::err);
        assert!(all.into_iter().all(|e| matches!(e, Error::Repeated(_))));
        assert_eq!(app.come_back(&code).await.unwrap().messages.len(), 1);
        app.take_back_first_contact(&code).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    let world = World::sqlite().await;
    from_first_words_to_a_referral(&world).await;
    sent_twice_at_once_counts_once(&world).await;
    one_person_cannot_fill_the_desk(&world).await;
    // nothing of it is in the database in clear
    let mut read = 0;
    for ending in ["", "-wal"] {
        let bytes = std::fs::read(world.folder().join(format!("safeconduct.db{ending}")));
        let bytes = bytes.unwrap_or_default();
        read += bytes.len();
        let found = bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes());
        assert!(!found, "safeconduct.db{ending}");
    }
    assert!(read > 100_000);
    what_is_declined_is_destroyed(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    let cluster = Postgres::start(Durability::None).unwrap();
    let world = World::postgres(cluster.database().unwrap()).await;
    from_first_words_to_a_referral(&world).await;
    sent_twice_at_once_counts_once(&world).await;
    what_is_declined_is_destroyed(&world).await;
}

#[test]
fn what_is_no_code_says_so() {
    let code = ReceiptCode::generate();
    let slip = code.expose().replacen(|c: char| c.is_ascii_digit(), "x", 1);
    for typed in ["", "12 34", &slip, "٣"] {
        assert_eq!(rule(receipt_code(typed)), "receipt-code", "{typed}");
    }
}
