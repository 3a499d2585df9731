//! A founding key officer loses the passphrase: two others give it back, and whatever the lost key once vouched for stays
//! believed.

use safeconduct_casework::account::{Joining, NewMember};
use safeconduct_casework::list::Wanted;
use safeconduct_casework::session::Session;
use safeconduct_casework::sign_in::{Credentials, StepUp};
use safeconduct_domain::access::Role;
use safeconduct_domain::case::Stage;
use safeconduct_testkit::world::World;
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::totp::TotpSecret;
use std::sync::Arc;

/// Somebody with keys made in this test.
struct Member {
    handle: &'static str,
    passphrase: String,
    totp: TotpSecret,
}

impl Member {
    /// Makes keys with the code of an invitation.
    async fn joins(world: &World, handle: &'static str, code: String) -> Self {
        let (passphrase, totp) = (Passphrase::generate(), TotpSecret::fresh());
        let kept = passphrase.expose().to_owned();
        let joining = Joining {
            code,
            passphrase,
            totp: totp.clone(),
            totp_code: totp.code(world.app.now_ms()).unwrap(),
        };
        world.app.join(joining).await.unwrap();
        Self {
            handle,
            passphrase: kept,
            totp,
        }
    }

    fn given(&self, world: &World) -> (Passphrase, String) {
        world.pass(61_000);
        let code = self.totp.code(world.app.now_ms()).unwrap();
        (Passphrase::new(self.passphrase.clone()), code)
    }

    async fn signs_in(&self, world: &World) -> Arc<Session> {
        let (passphrase, code) = self.given(world);
        let handle = self.handle.to_owned();
        let typed = Credentials {
            handle,
            passphrase,
            code,
        };
        let cookie = world.app.sign_in(typed).await.unwrap();
        world.app.session(&cookie).await.unwrap()
    }
}

/// The same for an account of the stream.
fn given(world: &World, handle: &str) -> (Passphrase, String) {
    let (passphrase, code) = world.factors(handle);
    (Passphrase::new(passphrase), code)
}

async fn signs_in(world: &World, handle: &str) -> Arc<Session> {
    let (passphrase, code) = given(world, handle);
    let typed = Credentials {
        handle: handle.to_owned(),
        passphrase,
        code,
    };
    let cookie = world.app.sign_in(typed).await.unwrap();
    world.app.session(&cookie).await.unwrap()
}

/// Signs whatever waits for this officer.
async fn certifies(world: &World, officer: &Arc<Session>, given: (Passphrase, String)) {
    let (passphrase, code) = given;
    let waiting = world.app.to_certify(officer).await.unwrap();
    let step_up = StepUp { passphrase, code };
    world
        .app
        .certify(officer, waiting[0].certificate, step_up)
        .await
        .unwrap();
}

async fn admits(world: &World, member: &Arc<Session>) {
    let waiting = world.app.to_admit(member).await.unwrap();
    world.app.admit(member, waiting[0].user).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_officer_comes_back_and_nothing_they_signed_is_lost() {
    let world = World::sqlite().await;
    let app = &world.app;
    let case = world.case_at(0, "fld", Stage::Preparing).await;
    let (lost, first) = ("fld-supervisor", "fld-caseworker");

    // a third key officer, certified by the two founders
    let new = NewMember {
        group: "fld".into(),
        roles: vec![Role::Caseworker, Role::KeyOfficer],
        name: "Orla Nakamura".into(),
        handle: "fld-third".into(),
        email: "fld-third@safeconduct.invalid".into(),
    };
    let administrator = world.session("administrator");
    let code = app.invite(&administrator, new).await.unwrap();
    let third = Member::joins(&world, "fld-third", code).await;
    for officer in [first, lost] {
        let typed = given(&world, officer);
        certifies(&world, &world.session(officer), typed).await;
    }
    admits(&world, &world.session(first)).await;
    let thirds = third.signs_in(&world).await;

    // the founder's keys are gone
    let old = world.session(lost);
    let keeper = signs_in(&world, first).await;
    app.ask_regrant(&keeper, old.user).await.unwrap();
    let (asked, _) = app.regrants(&thirds).await.unwrap();
    let code = app.approve_regrant(&thirds, asked[0].id).await.unwrap();
    let again = Member::joins(&world, lost, code).await;
    let typed = given(&world, first);
    certifies(&world, &keeper, typed).await;
    let typed = third.given(&world);
    certifies(&world, &thirds, typed).await;
    admits(&world, &keeper).await;
    let back = again.signs_in(&world).await;
    assert_eq!(back.user, old.user);

    // everybody works on: whom the lost key had certified, and who came back with new ones
    for session in [
        &back,
        &third.signs_in(&world).await,
        &signs_in(&world, first).await,
        &signs_in(&world, "fld-caseworker-2").await,
    ] {
        assert!(app.list(session, Wanted::default()).await.unwrap().total >= 1);
        app.look(session, case, "case").await.unwrap();
    }
    let report = app.verify(Vec::new()).await.unwrap();
    assert_eq!(report.first, None, "{:?}", report.first);
}
