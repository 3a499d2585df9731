//! Those who watch without opening a case, and what holds for everybody.

use std::time::Duration;

use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::DemoAccount;
use safeconduct_vault::totp::{STEP_SECONDS, TotpSecret};

use super::browser::Browser;
use super::page::Page;
use super::{Story, must};
use crate::cli::Failure;

/// What only somebody who opens the case can know.
const PRIVATE: [&str; 3] = ["Qalandari", "قلندری", "three houses"];

/// The planner counts persons.
pub(super) async fn counts(story: &mut Story) -> Result<(), Failure> {
    let me = story.sign_in("planner").await?;
    let page = me.open("/tracking").await?;
    must(PRIVATE.iter().all(|word| !page.text.contains(word)), || {
        "the planner is shown a name".into()
    })?;
    must(page.html.contains("<table"), || {
        "the planner is shown no table".into()
    })?;
    story.is_absent(&me).await?;
    story.proved(
        &me.who,
        "counts persons by stage, partner, office and month; no name, and no case can be opened",
    );
    Ok(())
}

/// The auditor sees who did and who looked.
pub(super) async fn reads_the_trail(story: &mut Story) -> Result<(), Failure> {
    let me = story.sign_in("auditor").await?;
    let page = me.open("/audit").await?;
    must(page.text.contains("Étienne Harrow"), || {
        "the trail does not say who decided".into()
    })?;
    must(
        PRIVATE
            .iter()
            .chain([&story.reference.as_str()])
            .all(|word| !page.text.contains(word)),
        || "the auditor is shown what is in a case".into(),
    )?;
    story.is_absent(&me).await?;
    story.proved(
        &me.who,
        "sees who did and who looked, by name; nothing of any case, and no case can be opened",
    );
    Ok(())
}

/// The same page in the other language.
pub(super) async fn speaks_french(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let english = story.case(me).await?;
    let french = me.follow(&english, "/language/fr").await?;
    must(french.lang == "fr" && french.at == story.case, || {
        format!("{} is in {}", french.at, french.lang)
    })?;
    must(
        french.text != english.text && french.html.contains("Qalandari"),
        || "the page does not change its language".into(),
    )?;
    let back = me.follow(&french, "/language/en").await?;
    must(back.lang == "en", || {
        "there is no way back to English".into()
    })?;
    story.proved(
        &me.who,
        "switched the page to French and back, and stayed on it",
    );
    Ok(())
}

/// As in a real deployment: name, passphrase and code.
pub(super) async fn signs_in_for_real(
    story: &mut Story,
    accounts: &[DemoAccount],
) -> Result<(), Failure> {
    let Some(account) = accounts.iter().find(|a| a.handle == "planner-2") else {
        return Err("the accounts file has no planner-2".into());
    };
    let me = story.browser(&account.handle)?;
    let page = me.open("/sign-in").await?;
    let handle = ("handle", account.handle.as_str());
    let wrong = [
        handle,
        ("passphrase", "not the passphrase"),
        ("code", "000000"),
    ];
    let refused = me.send(&page, "/sign-in", &wrong).await?;
    let signed_in = |page: &Page| page.form("/sign-out").is_some();
    must(refused.status == 422 && !signed_in(&refused), || {
        format!("a wrong passphrase gives {}", refused.status)
    })?;
    let totp = TotpSecret::from_base32(&account.totp)?;
    let mut home = refused;
    // a code that was used a moment ago, by another tour, is refused: then the next one
    for patience in [0, STEP_SECONDS] {
        if !signed_in(&home) {
            tokio::time::sleep(Duration::from_secs(patience)).await;
            let code = totp.code(Clock::System.now_ms()).unwrap_or_default();
            let right = [
                handle,
                ("passphrase", account.passphrase.as_str()),
                ("code", code.as_str()),
            ];
            home = me.send(&home, "/sign-in", &right).await?;
        }
    }
    must(signed_in(&home), || {
        let told = super::errors(&home);
        format!("name, passphrase and code do not sign in: {told}")
    })?;
    story.proved(
        &me.who,
        "signed in by passphrase and code; the wrong one was refused without saying what was wrong",
    );
    Ok(())
}

/// After signing out, nothing is left.
pub(super) async fn signs_out(story: &mut Story, me: Browser) -> Result<(), Failure> {
    let page = me.open("/notices").await?;
    me.send(&page, "/sign-out", &[]).await?;
    let after = me.look("/cases").await?;
    must(
        after.form("/sign-in").is_some() && !after.text.contains(&story.reference),
        || format!("after signing out /cases gives {}", after.heading),
    )?;
    story.proved(&me.who, "signed out; the next page asks to sign in");
    Ok(())
}
