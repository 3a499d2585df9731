//! Somebody signs in at the terminal: what is sealed for their group opens for them alone.

use std::sync::Arc;

use safeconduct_casework::App;
use safeconduct_casework::session::Session;
use safeconduct_casework::sign_in::Credentials;
use safeconduct_vault::passphrase::Passphrase;

use super::terminal::ask_secret;
use super::{Failure, Place};

/// Signs a member in: passphrase and code are asked for, or in a demonstration taken from its accounts file.
pub(super) async fn sign_in(
    place: &Place,
    app: &App,
    handle: &str,
    demo: bool,
) -> Result<Arc<Session>, Failure> {
    let cookie = if demo {
        let accounts = place.accounts()?;
        let account = accounts.into_iter().find(|a| a.handle == handle);
        let account = account.ok_or("the demonstration has no account of that name")?;
        app.demo_sign_in(handle, Passphrase::new(account.passphrase))
            .await?
    } else {
        let passphrase = Passphrase::new(ask_secret("Passphrase")?.to_string());
        let code = ask_secret("Code")?.to_string();
        let handle = handle.to_owned();
        app.sign_in(Credentials {
            handle,
            passphrase,
            code,
        })
        .await?
    };
    Ok(app.session(&cookie).await?)
}
