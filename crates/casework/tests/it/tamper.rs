//! An administrator of the database who writes to it: nothing forged is shown as genuine, nothing is sealed to a key
//! that was put there, no right is gained.

use safeconduct_casework::Error;
use safeconduct_domain::access::Role;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_domain::decision::{Decide, Verdict};
use safeconduct_domain::id::{CaseId, GroupId};
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;

struct Tampered {
    server: Postgres,
    database: String,
    world: World,
}

impl Tampered {
    async fn new() -> Self {
        let server = Postgres::start(Durability::None).unwrap();
        let address = server.database().unwrap();
        let database = address
            .rsplit('/')
            .next()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let world = World::postgres(address).await;
        Self {
            server,
            database,
            world,
        }
    }

    fn sql(&self, sql: &str) -> String {
        self.server.psql(&self.database, sql).unwrap()
    }

    fn group(&self, handle: &str) -> GroupId {
        self.world.session(handle).team().unwrap().id
    }
}

fn bytes(id: impl std::fmt::Display) -> String {
    format!("'\\x{id}'::bytea")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_swapped_group_key_is_sealed_to_by_nobody() {
    let t = Tampered::new().await;
    let case = t.world.case_at(1, "fld", Stage::Attested).await;
    let (centre, other) = (t.group("roc-o-intake"), t.group("pd-caseworker"));
    let mut refused = 0;
    let swaps = [
        // another group's genuine certificate and key in the place of the centre's
        format!(
            "UPDATE team SET public_key = o.public_key, certificate = o.certificate FROM team o WHERE team.id = {} AND o.id = {}",
            bytes(centre),
            bytes(other)
        ),
        // a key of the administrator's own
        format!(
            "UPDATE team SET certificate = decode(repeat('00', 1900), 'hex') WHERE id = {}",
            bytes(centre)
        ),
        // another genuine group made to look like the centre
        format!(
            "UPDATE team SET kind = 'x' WHERE id = {}; UPDATE team SET kind = 'intake' WHERE id = {}",
            bytes(centre),
            bytes(other)
        ),
    ];
    t.sql("CREATE TABLE kept AS SELECT * FROM team");
    for swap in &swaps {
        t.sql(swap);
        let outcome = t.world.act("fld-caseworker", case, Act::Submit {}).await;
        assert!(matches!(outcome, Err(Error::Untrusted)), "{outcome:?}");
        refused += 1;
        t.sql("UPDATE team SET kind = k.kind, public_key = k.public_key, certificate = k.certificate FROM kept k WHERE k.id = team.id");
    }
    assert_eq!(t.sql("SELECT COUNT(*) FROM package").trim(), "0");
    // the control: with the genuine row it is sealed and sent
    t.world
        .act("fld-caseworker", case, Act::Submit {})
        .await
        .unwrap();
    println!(
        "keys put in the place of a group's: tried {}, sealed to {} (control: 1 genuine, 1 sealed)",
        swaps.len(),
        swaps.len() - refused
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_give_no_rights() {
    let t = Tampered::new().await;
    // a delegation written into the register
    let case = t.world.case_at(7, "pd", Stage::Assessment).await;
    let mut deciders = Vec::new();
    for office in ["nairobi", "ankara", "amman", "bogota"] {
        deciders.push((
            format!("{office}-decision"),
            t.world
                .look(&format!("{office}-decision"), case)
                .await
                .is_ok(),
        ));
    }
    let decider = &deciders.iter().find(|(_, holds)| *holds).unwrap().0;
    let administrator = t.world.session("administrator");
    for given in t.world.app.delegations(&administrator).await.unwrap() {
        t.world
            .app
            .end_delegation(&administrator, given.id)
            .await
            .unwrap();
    }
    let user = t.world.session(decider).user;
    t.sql(&format!(
        "UPDATE delegation SET to_day = NULL WHERE user_id = {}",
        bytes(user)
    ));
    t.sql(&format!(
        "INSERT INTO delegation VALUES ('\\x00112233445566778899aabbccddeeff', {}, 'decide-resettlement', NULL, '2020-01-01', NULL)",
        bytes(user)
    ));
    let person = t
        .world
        .look(decider, case)
        .await
        .unwrap()
        .case
        .referral
        .principal()
        .unwrap()
        .id;
    let decide = Decide {
        person,
        verdict: Verdict::Approved,
        provisions: Vec::new(),
        evidence: None,
        rests_on: Vec::new(),
        reasons: "x".into(),
    };
    let outcome = t.world.act(decider, case, Act::Decide(decide)).await;
    assert!(
        matches!(&outcome, Err(Error::Refused(refused)) if refused.rule == "outside-delegation"),
        "{outcome:?}"
    );
    // a role written into a certificate
    let planner = t.world.session("planner");
    t.sql(&format!(
        "UPDATE certificate SET body = decode(replace(encode(body, 'hex'), encode('planner', 'hex'), encode('auditor', 'hex')), 'hex') WHERE user_id = {}",
        bytes(planner.user)
    ));
    let account = t
        .world
        .stream
        .accounts
        .iter()
        .find(|a| a.handle == "planner")
        .unwrap();
    t.world.pass(61_000);
    let passphrase = safeconduct_vault::passphrase::Passphrase::new(account.passphrase.clone());
    let signed_in = t.world.app.demo_sign_in("planner", passphrase).await;
    let gained = match signed_in {
        Ok(cookie) => t
            .world
            .app
            .session(&cookie)
            .await
            .is_ok_and(|s| s.has(Role::Auditor)),
        Err(_) => false,
    };
    assert!(!gained);
    println!("rows written by an administrator of the database: tried 3, rights gained 0");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_forged_is_shown_as_genuine() {
    let t = Tampered::new().await;
    let mine = t.world.case_at(1, "fld", Stage::Preparing).await;
    let other = t.world.case_at(2, "fld", Stage::Preparing).await;
    let holder = "fld-caseworker";
    let opens = async |case: CaseId| t.world.look(holder, case).await.is_ok();
    t.sql("CREATE TABLE kept AS SELECT * FROM entry; CREATE TABLE kept_grant AS SELECT * FROM case_grant");
    let mut tried = 0;
    let moves = [
        // bodies, headers, whole entries moved between cases; an older record in the place of a newer; a look undone
        "UPDATE entry SET body = (SELECT body FROM kept WHERE case_id = {other} ORDER BY seq LIMIT 1) WHERE case_id = {mine}",
        "UPDATE entry SET header = (SELECT header FROM kept WHERE case_id = {other} ORDER BY seq LIMIT 1) WHERE case_id = {mine}",
        "UPDATE entry SET case_id = {mine} WHERE case_id = {other}",
        "UPDATE entry SET body = (SELECT body FROM kept WHERE case_id = {mine} ORDER BY seq LIMIT 1) WHERE seq = (SELECT MAX(seq) FROM kept WHERE case_id = {mine} AND class <> 7)",
        "UPDATE case_grant SET sealed = (SELECT sealed FROM kept_grant g WHERE g.case_id = {other} AND g.compartment = case_grant.compartment) WHERE case_id = {mine}",
        "UPDATE case_grant SET sealed = (SELECT sealed FROM kept_grant g WHERE g.case_id = {mine} AND g.compartment <> case_grant.compartment LIMIT 1) WHERE case_id = {mine}",
    ];
    for sql in moves {
        t.sql(
            &sql.replace("{mine}", &bytes(mine))
                .replace("{other}", &bytes(other)),
        );
        t.world.pass(11 * 60 * 1000);
        assert!(!opens(mine).await, "opened after: {sql}");
        tried += 1;
        t.sql("UPDATE entry SET case_id = k.case_id, header = k.header, body = k.body FROM kept k WHERE k.seq = entry.seq");
        t.sql("UPDATE case_grant SET sealed = k.sealed FROM kept_grant k WHERE k.case_id = case_grant.case_id AND k.group_id = case_grant.group_id AND k.compartment = case_grant.compartment");
    }
    assert!(opens(mine).await, "the control: put back, it opens");
    println!(
        "forged and misplaced rows: tried {tried}, shown as genuine 0 (control: 1 put back, 1 opened)"
    );
}
