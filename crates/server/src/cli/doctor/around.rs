//! What a deployment rests on besides its folders and its database.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use safeconduct_casework::letter;
use safeconduct_domain::policy::Policy;

use super::Finding;
use crate::cli::Place;
use crate::mail::Mailing;

/// The mail server answers.
pub(super) async fn mail(mailing: &Mailing) -> Finding {
    let post = match mailing.post() {
        Ok(Some(post)) => post,
        Ok(None) => {
            return Finding::note(
                "mail",
                "no mail server is named (--smtp): nobody is told by e-mail that something waits",
            );
        }
        Err(error) => {
            return Finding::amiss("mail", error.to_string(), "see `safeconduct serve --help`");
        }
    };
    let smtp = mailing.smtp.as_deref().unwrap_or_default();
    if let Err(error) = post.ask().await {
        return Finding::amiss(
            "mail",
            format!("the mail server does not answer: {error}"),
            "is its name right, is the port open, are user and secret right?",
        );
    }
    if smtp.starts_with("smtp://") && !is_local(smtp) {
        let mend =
            "use starttls:// or smtps://: addresses of the people who work here travel in the open";
        return Finding::amiss("mail", "the mail server is reached without TLS", mend);
    }
    Finding::well("mail", "the mail server answers")
}

fn is_local(smtp: &str) -> bool {
    let rest = smtp.trim_start_matches("smtp://");
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    ["127.", "localhost", "[::1]"]
        .iter()
        .any(|local| host.starts_with(local))
}

/// The policy loads; how much of it rests on an assumption.
pub(super) fn policy() -> Finding {
    match Policy::builtin() {
        Ok(policy) => {
            let assumed = policy.assumptions().len();
            let version = policy.version();
            Finding::well(
                "policy",
                format!(
                    "version {version}; {assumed} items rest on an assumption, each marked on its page"
                ),
            )
        }
        Err(error) => Finding::amiss(
            "policy",
            error.to_string(),
            "mend the file under policy/ and build again",
        ),
    }
}

/// Names in every script can stand in a letter. Finding fonts reads the disk.
pub(super) async fn fonts() -> Finding {
    let missing = tokio::task::spawn_blocking(|| letter::fonts().missing_scripts()).await;
    let missing = missing.unwrap_or_default();
    if missing.is_empty() {
        return Finding::well("fonts", "letters can be set in every script known here");
    }
    let scripts: Vec<_> = missing.iter().map(|m| m.name.replace('_', " ")).collect();
    let packages: BTreeSet<_> = missing.iter().filter_map(|m| m.package).collect();
    let packages: Vec<_> = packages.into_iter().collect();
    let seen = format!(
        "no font for {}: a letter with a name in such a script is not made",
        scripts.join(", ")
    );
    let mend = format!("on Debian: apt-get install {}", packages.join(" "));
    Finding {
        mend: Some(mend),
        ..Finding::note("fonts", seen)
    }
}

/// The journal has a name of its own.
pub(super) fn origin(place: &Place) -> Finding {
    let name = place.origin();
    if name.contains(".invalid") && !place.is_demo() {
        let mend = "choose a name you own before others keep checkpoints: --origin hrd.example.org/journal, or a file `origin` in the folder";
        return Finding::amiss("name", format!("the journal is still called {name}"), mend);
    }
    Finding::well("name", format!("the journal is called {name}"))
}

/// People reach it by TLS.
pub(super) fn address(place: &Place, mailing: &Mailing, listen: SocketAddr) -> Finding {
    let loopback = listen.ip().is_loopback();
    match mailing.address.as_deref() {
        _ if place.is_demo() => Finding::well(
            "address",
            "a demonstration is reached from this machine alone",
        ),
        Some(address) if address.starts_with("https://") => {
            Finding::well("address", address.to_owned())
        }
        Some(address) => {
            let mend = "put a proxy that speaks TLS before it: browsers keep no session otherwise";
            Finding::amiss("address", format!("{address} is not https://"), mend)
        }
        None if loopback => Finding::note(
            "address",
            "no public address is named (--address https://…); the server listens on this machine alone",
        ),
        None => {
            let mend = "name the public address with --address https://…, and put a proxy that speaks TLS before it";
            Finding::amiss(
                "address",
                format!("the server listens on {listen} and no public address is named"),
                mend,
            )
        }
    }
}
