//! The same form sent twice, one after the other and at the same moment: it acts once.

use futures_util::future::join_all;
use safeconduct_domain::case::Stage;
use serde_json::json;

use crate::attacks_client::{Ask, FORM, Person, Said, Site, encoded, parts};
use crate::attacks_land;

/// How many copies are sent at the same moment.
const COPIES: usize = 5;

struct Twice<'s> {
    site: &'s Site,
    sent: usize,
    forms: usize,
    rounds: usize,
}

impl Twice<'_> {
    fn ask(&self, who: &Person, path: &str, fields: &[(&str, &str)], once: &str) -> Ask {
        let tokens = [("csrf", who.csrf.as_str()), ("once", once)];
        let all = tokens
            .iter()
            .chain(fields)
            .map(|(n, v)| (n.as_bytes(), v.as_bytes()));
        Ask::post(path).by(who).body(FORM, encoded(all))
    }

    /// The same request, several times at once, then once more. Gives the answers.
    async fn same(&mut self, ask: &Ask) -> Vec<Said> {
        let mut said = join_all((0..COPIES).map(|_| self.site.ask(ask.clone()))).await;
        said.push(self.site.ask(ask.clone()).await);
        self.sent += said.len();
        self.rounds += 1;
        for answer in &said {
            assert!(answer.status < 500, "{}: {}", ask.path, answer.text());
        }
        said
    }

    /// An act on a case: one of the answers says it was done, every other that it was saved before.
    async fn act(&mut self, who: &Person, path: &str, fields: &[(&str, &str)]) {
        self.forms += 1;
        let once = self.site.once();
        let said = self.same(&self.ask(who, path, fields, &once)).await;
        one_done(path, &said);
    }
}

fn one_done(path: &str, said: &[Said]) {
    let places: Vec<_> = said
        .iter()
        .map(|s| (s.status, s.header("location").to_owned()))
        .collect();
    let repeated = places
        .iter()
        .filter(|(status, to)| *status == 303 && to.ends_with("done=repeated"))
        .count();
    assert!(
        places.iter().all(|(status, _)| *status == 303),
        "{path}: {places:?}"
    );
    assert_eq!(repeated, said.len() - 1, "{path}: {places:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_form_sent_twice_acts_once() {
    let site = Site::start().await;
    let world = &site.world;
    let case = world.case_at(6, "fld", Stage::Preparing).await;
    let who = site.sign_in("fld-caseworker").await;
    let mut twice = Twice {
        site: &site,
        sent: 0,
        forms: 0,
        rounds: 0,
    };

    // a case is opened once
    let total = async || {
        site.ask(Ask::get("/api/v1/cases").bearer(&who))
            .await
            .json()["total"]
            .as_u64()
            .unwrap()
    };
    let before = total().await;
    for round in 0..3 {
        let reference = format!("FLD-TWICE-{round}");
        twice
            .act(
                &who,
                "/cases/new",
                &[("reference", &reference), ("language", "en")],
            )
            .await;
    }
    assert_eq!(total().await, before + 3);

    // acts on a case
    let person = world
        .look("fld-caseworker", case)
        .await
        .unwrap()
        .case
        .referral
        .persons[0]
        .id
        .to_string();
    let count = async || {
        let case = world.look("fld-caseworker", case).await.unwrap();
        let acts = case
            .entries
            .iter()
            .filter(|(_, event)| event.name() != "looked")
            .count();
        (
            acts,
            case.case.referral.persons.len(),
            case.case.referral.documents.len(),
        )
    };
    let before = count().await;
    let base = format!("/cases/{case}/do");
    let added = [
        ("relationship", "dependent-child"),
        ("accompanying", "yes"),
        ("family-name", "Twin"),
        ("given-names", "Only One"),
        ("birth-year", "2015"),
        ("nationalities", "Eritrea"),
        ("residence", "Kenya"),
        ("marital-status", "single"),
    ];
    for _ in 0..3 {
        twice.act(&who, &format!("{base}/add-person"), &added).await;
    }
    twice
        .act(
            &who,
            &format!("{base}/set-urgency"),
            &[("urgency", "urgent"), ("grounds", "A warrant")],
        )
        .await;
    let contact = [("address", "a"), ("channel", "b"), ("hours", "c")];
    twice
        .act(&who, &format!("{base}/set-contact"), &contact)
        .await;
    twice
        .act(
            &who,
            &format!("{base}/remove-person?person={person}"),
            &[("reason", "Entered twice"), ("person", &person)],
        )
        .await;
    let after = count().await;
    assert_eq!(
        (after.0 - before.0, after.1),
        (6, before.1 + 3),
        "acts, persons"
    );

    // a file
    let place = format!("/cases/{case}/documents/add");
    for _ in 0..2 {
        let once = site.once();
        let (csrf, once) = (who.csrf.as_bytes(), once.as_bytes());
        let (kind, body) = parts(&[
            ("csrf", None, csrf),
            ("once", None, once),
            ("kind", None, b"other"),
            ("file", Some("a.pdf"), b"invented"),
        ]);
        let said = twice
            .same(&Ask::post(&place).by(&who).body(&kind, body))
            .await;
        one_done(&place, &said);
    }
    twice.forms += 1;
    assert_eq!(count().await.2, after.2 + 2);

    // calls with a key
    let before = total().await;
    let body = json!({"reference": "FLD-KEY", "language": "en"});
    let ask = Ask::post("/api/v1/cases")
        .bearer(&who)
        .header("idempotency-key", "attack-key-1")
        .json(&body);
    let said = twice.same(&ask).await;
    let made: Vec<_> = said.iter().map(|s| s.json()["case"].clone()).collect();
    assert_eq!(said.iter().filter(|s| s.status == 201).count(), 1);
    assert!(made.iter().all(|case| *case == made[0]) && made[0].is_string());
    assert_eq!(total().await, before + 1);
    let call = format!("/api/v1/cases/{case}/acts/add-person");
    let before = count().await;
    let person = json!({"relationship": "dependent-child", "family-name": "Key", "given-names": "Only", "birth": "2016",
        "nationalities": ["ER"], "residence": "KE", "marital-status": "single", "accompanying": true});
    let ask = Ask::post(&call)
        .bearer(&who)
        .header("idempotency-key", "attack-key-2")
        .json(&person);
    let said = twice.same(&ask).await;
    assert!(
        said.iter().all(|s| s.status == 200),
        "{:?}",
        said.iter().map(Said::text).collect::<Vec<_>>()
    );
    assert_eq!(count().await.1, before.1 + 1);
    twice.forms += 2;

    registers(&mut twice).await;
    println!(
        "sent twice: {} forms and calls, {} rounds of {COPIES} at once and one after, {} requests: each acted once",
        twice.forms, twice.rounds, twice.sent
    );
}

/// The administrators' forms and those about keys.
async fn registers(twice: &mut Twice<'_>) {
    let site = twice.site;
    let world = &site.world;
    let (app, session) = (&world.app, world.session("administrator"));
    let who = site.sign_in("administrator").await;
    let officer = world.session("ankara-decision").user.to_string();

    let powers = app.delegations(&session).await.unwrap().len();
    let power = [
        ("user", officer.as_str()),
        ("from-day", "1"),
        ("from-month", "12"),
        ("from-year", "2026"),
    ];
    let once = site.once();
    twice
        .same(&twice.ask(&who, "/administration/delegations/new", &power, &once))
        .await;
    assert_eq!(
        app.delegations(&session).await.unwrap().len(),
        powers + 1,
        "one power is given"
    );

    let known = app.organisations(&session).await.unwrap().len();
    let organisation = [
        ("purpose", "office"),
        ("name", "Twin office"),
        ("code", "twin"),
    ];
    let once = site.once();
    twice
        .same(&twice.ask(
            &who,
            "/administration/organisations/new",
            &organisation,
            &once,
        ))
        .await;
    assert_eq!(
        app.organisations(&session).await.unwrap().len(),
        known + 1,
        "one organisation is made"
    );

    let entries = site.entries().await;
    let invited = [
        ("group", "fld"),
        ("roles", "caseworker"),
        ("name", "Twin"),
        ("handle", "twin"),
        ("email", "twin@safeconduct.invalid"),
    ];
    let once = site.once();
    let said = twice
        .same(&twice.ask(&who, "/administration/invitations/new", &invited, &once))
        .await;
    assert_eq!(
        said.iter().filter(|s| s.status == 200).count(),
        1,
        "one code is shown"
    );
    assert_eq!(site.entries().await, entries + 1, "one invitation is made");

    let id = app.delegations(&session).await.unwrap().last().unwrap().id;
    let entries = site.entries().await;
    let once = site.once();
    twice
        .same(&twice.ask(
            &who,
            &format!("/administration/delegations/{id}/end"),
            &[],
            &once,
        ))
        .await;
    assert_eq!(site.entries().await, entries + 1, "it ends once");

    let closed = world.session("planner-2").user;
    let entries = site.entries().await;
    let once = site.once();
    twice
        .same(&twice.ask(
            &who,
            &format!("/administration/accounts/{closed}/close"),
            &[],
            &once,
        ))
        .await;
    assert_eq!(site.entries().await, entries + 1, "it is closed once");

    let member = site.sign_in("pd-caseworker").await;
    let lost = world.session("pd-caseworker-2").user.to_string();
    let entries = site.entries().await;
    let once = site.once();
    twice
        .same(&twice.ask(
            &member,
            "/keys/lost",
            &[("user", lost.as_str()), ("checked", "yes")],
            &once,
        ))
        .await;
    assert_eq!(site.entries().await, entries + 1, "it is asked for once");
    let request = app
        .regrants(&world.session("pd-supervisor"))
        .await
        .unwrap()
        .0[0]
        .id;
    let other = site.sign_in("pd-supervisor").await;
    let entries = site.entries().await;
    let once = site.once();
    let said = twice
        .same(&twice.ask(&other, &format!("/keys/lost/{request}/approve"), &[], &once))
        .await;
    assert_eq!(
        said.iter().filter(|s| s.status == 200).count(),
        1,
        "one code is shown"
    );
    assert!(site.entries().await > entries);

    let waiting = attacks_land::waiting(site).await;
    let member = site.sign_in("fld-supervisor").await;
    let entries = site.entries().await;
    let once = site.once();
    let said = twice
        .same(&twice.ask(
            &member,
            &format!("/keys/admit/{}", waiting.newcomer),
            &[],
            &once,
        ))
        .await;
    assert_eq!(
        said.iter().filter(|s| s.status == 303).count(),
        1,
        "admitted once"
    );
    assert_eq!(site.entries().await, entries + 1);

    let (passphrase, code) = site.world.factors("pd-supervisor");
    let officer = site.sign_in("pd-supervisor").await;
    let once = site.once();
    let path = format!("/keys/certify/{}", waiting.certificate);
    let said = twice
        .same(&twice.ask(
            &officer,
            &path,
            &[("passphrase", &passphrase), ("code", &code)],
            &once,
        ))
        .await;
    assert_eq!(
        said.iter().filter(|s| s.status == 303).count(),
        1,
        "signed once"
    );
    let signed = app
        .to_certify(&world.session("pd-caseworker"))
        .await
        .unwrap();
    assert_eq!(
        signed
            .iter()
            .find(|c| c.certificate.to_string() == waiting.certificate)
            .unwrap()
            .signatures,
        1
    );
    twice.forms += 9;
}
