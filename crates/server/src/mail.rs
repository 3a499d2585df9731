//! Mail: "something waits for you", and not a word more.
//!
//! A message names nobody, no case, no organisation and no country; it is the same for everybody and for every reason.
//! Each person gets a message of their own, so that nobody learns who else was told.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Args;
use lettre::address::AddressError;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use safeconduct_casework::{App, Error};
use safeconduct_vault::random;

use crate::cli::Failure;

/// How long a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

const SUBJECT: &str = "Something waits for you / Quelque chose vous attend";

/// Where mail goes out, and what it says.
#[derive(Debug, Clone, Args)]
pub struct Mailing {
    /// The mail server: smtps://USER:SECRET@HOST, starttls://USER:SECRET@HOST or, on this machine, smtp://HOST:PORT
    #[arg(
        long,
        env = "SAFECONDUCT_SMTP",
        value_name = "URL",
        hide_env_values = true,
        requires = "mail_from"
    )]
    pub smtp: Option<String>,
    /// The address mail comes from.
    #[arg(long, env = "SAFECONDUCT_MAIL_FROM", value_name = "E-MAIL")]
    pub mail_from: Option<String>,
    /// The address people open in their browser, put into the mail: https://… (http:// only to try it out on this
    /// machine)
    #[arg(long, env = "SAFECONDUCT_ADDRESS", value_name = "URL")]
    pub address: Option<String>,
}

impl Mailing {
    /// What sends mail; nothing if no server is named.
    ///
    /// # Errors
    /// An address that is none.
    pub fn post(&self) -> Result<Option<Post>, Failure> {
        match (&self.smtp, &self.mail_from) {
            (Some(smtp), Some(from)) => Post::new(smtp, from, self.address.as_deref()).map(Some),
            _ => Ok(None),
        }
    }

    /// Whether people come without TLS.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let address = self.address.as_deref().unwrap_or_default();
        address.starts_with("http://")
    }
}

/// What sends mail.
#[derive(Clone)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    text: String,
}

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Post(…)")
    }
}

/// Why a message did not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undelivered {
    /// The server will never take it, or the address is none.
    Never,
    /// It may be taken later.
    Later,
}

impl Post {
    /// Through a server, from an address; `address` is where people sign in.
    ///
    /// # Errors
    /// An address that is none. The server is not asked yet.
    pub fn new(smtp: &str, from: &str, address: Option<&str>) -> Result<Self, Failure> {
        let url = match smtp.strip_prefix("starttls://") {
            Some(rest) => format!("smtp://{rest}?tls=required"),
            None => smtp.to_owned(),
        };
        if !url.starts_with("smtp://") && !url.starts_with("smtps://") {
            return Err("--smtp begins with smtps://, starttls:// or smtp://".into());
        }
        // what the address holds may be a secret, and is not repeated
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url)
            .map_err(|_| "--smtp is no address of a mail server")?;
        let from = from
            .parse()
            .map_err(|why: AddressError| format!("--mail-from is no e-mail address: {why}"))?;
        Ok(Self {
            transport: builder.timeout(Some(PATIENCE)).build(),
            from,
            text: text(address),
        })
    }

    /// Asks the server whether it would take mail.
    ///
    /// # Errors
    /// What the server or the connection said.
    pub async fn ask(&self) -> Result<(), Failure> {
        if self.transport.test_connection().await? {
            Ok(())
        } else {
            Err("the mail server answers, and takes no mail".into())
        }
    }

    /// Sends the message to somebody.
    ///
    /// # Errors
    /// [`Undelivered`].
    pub async fn send(&self, to: &str, at_ms: i64) -> Result<(), Undelivered> {
        let message = self.message(to, at_ms).map_err(|()| Undelivered::Never)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // the server's words may repeat the address: they are not logged
            Err(error) if error.is_permanent() => Err(Undelivered::Never),
            Err(_) => Err(Undelivered::Later),
        }
    }

    fn message(&self, to: &str, at_ms: i64) -> Result<Message, ()> {
        let to: Address = to.parse().map_err(drop)?;
        let id = hex::encode(random::fresh_id());
        let since = Duration::from_millis(u64::try_from(at_ms).unwrap_or_default());
        let at: SystemTime = UNIX_EPOCH + since;
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .from(Mailbox::new(None, self.from.clone()))
            .to(Mailbox::new(None, to))
            .date(at)
            .message_id(Some(format!("<{id}@{}>", self.from.domain())))
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .subject(SUBJECT)
            .header(ContentType::TEXT_PLAIN)
            .body(self.text.clone())
            .map_err(drop)
    }
}

/// What every message says.
fn text(address: Option<&str>) -> String {
    let place = address.map_or_else(String::new, |address| format!("{address}\n\n"));
    format!(
        "Something waits for you. Sign in to see it.\n\n{place}\
         This message says nothing more on purpose. Nobody will ever ask\n\
         for your passphrase by e-mail. It was sent by a program; answers\n\
         are not read.\n\n\
         --\n\n\
         Quelque chose vous attend. Ouvrez une session pour le consulter.\n\n{place}\
         C'est à dessein que ce message n'en dit pas davantage. Personne ne\n\
         vous demandera jamais votre phrase de passe par courriel. Ce message\n\
         est envoyé par un programme; les réponses ne sont pas lues.\n"
    )
}

/// Sends what is due. Without a server, what is due is forgotten: it waits on people's pages all the same.
///
/// # Errors
/// The database's. Mail that does not go out is tried again later, and never logged with its address.
pub async fn deliver(app: &App, post: Option<&Post>) -> Result<u64, Error> {
    let mut sent = 0;
    while let Some(mail) = app.next_mail().await? {
        let Some(post) = post else {
            app.mail_sent(mail).await?;
            continue;
        };
        let mut later = 0u32;
        for to in &mail.to {
            match post.send(to, app.now_ms()).await {
                Ok(()) => sent += 1,
                Err(Undelivered::Never) => {
                    tracing::warn!("a mail server refused a message for good");
                }
                Err(Undelivered::Later) => later += 1,
            }
        }
        if later == 0 {
            app.mail_sent(mail).await?;
        } else {
            tracing::warn!(messages = later, "mail did not go out; it is tried again");
            app.mail_failed(mail).await?;
        }
    }
    Ok(sent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_servers_are_told_apart() {
        for good in [
            "smtps://u:p@mail.example",
            "starttls://mail.example:587",
            "smtp://127.0.0.1:25",
        ] {
            assert!(Post::new(good, "a@example.org", None).is_ok(), "{good}");
        }
        for (bad, from) in [
            ("mail.example", "a@example.org"),
            ("http://mail.example", "a@example.org"),
            ("smtp://x", "nobody"),
        ] {
            assert!(Post::new(bad, from, None).is_err(), "{bad}");
        }
        let secret = Post::new("smtp://user:hunter2@:x", "a@example.org", None).unwrap_err();
        assert!(!secret.to_string().contains("hunter2"), "{secret}");
    }

    #[test]
    fn a_message_is_the_same_for_everybody() {
        let post = Post::new(
            "smtp://127.0.0.1:25",
            "safeconduct@example.org",
            Some("https://hrd.example.org"),
        )
        .unwrap();
        let shown = String::from_utf8(
            post.message("a@example.net", 1_793_610_000_000)
                .unwrap()
                .formatted(),
        )
        .unwrap();
        assert!(
            shown.contains("Date: Mon, 02 Nov 2026 09:00:00 +0000"),
            "{shown}"
        );
        assert!(shown.contains("Auto-Submitted: auto-generated"), "{shown}");
        assert!(shown.contains("hrd.example.org"), "{shown}");
    }
}
