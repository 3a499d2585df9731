//! Those who watch without opening a case, and what holds for everybody.

use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::DemoAccount;
use safeconduct_vault::totp::TotpSecret;

use super::browser::Browser;
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
        french.text != english.text && french.html.contains("قلندری"),
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
    let wrong = [
        ("handle", account.handle.as_str()),
        ("passphrase", "not the passphrase"),
        ("code", "000000"),
    ];
    let refused = me.send(&page, "/sign-in", &wrong).await?;
    must(
        refused.status == 422 && refused.form("/sign-out").is_none(),
        || format!("a wrong passphrase gives {}", refused.status),
    )?;
    let code = TotpSecret::from_base32(&account.totp)
        .ok()
        .and_then(|totp| totp.code(Clock::System.now_ms()));
    let code = code.ok_or("the accounts file is damaged")?;
    let right = [
        ("handle", account.handle.as_str()),
        ("passphrase", account.passphrase.as_str()),
        ("code", code.as_str()),
    ];
    let home = me.send(&refused, "/sign-in", &right).await?;
    must(home.form("/sign-out").is_some(), || {
        format!(
            "name, passphrase and code do not sign in: {}",
            super::errors(&home)
        )
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
