//! `safeconduct serve`: pages, API and background work of one deployment.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use safeconduct_casework::App;
use safeconduct_casework::clock::Clock;
use tokio::net::TcpListener;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::{Ending, Failure, Outcome, Place, checkpoints, say};
use crate::mail::{self, Mailing, Post};
use crate::router::router;
use crate::state::{Cookies, DemoAccount, ServerState};

/// How often waiting mail is looked for.
const MAIL_EVERY: Duration = Duration::from_secs(5);
/// How often the journal's head is signed, if it has moved.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(60);
/// How often what has had its time is swept away.
const SWEEP_EVERY: Duration = Duration::from_secs(600);

/// Serve a deployment that was made with `init`.
///
/// Serves pages and API, and does what needs nobody signed in: it sends "something waits for you" by e-mail, signs the
/// journal's head once a minute (into the database and into `checkpoints.txt` in the folder, outside the database), and
/// sweeps away what has had its time. It holds no key to any case while nobody is signed in.
///
/// Put a proxy that speaks TLS before it: browsers send the session's cookie over TLS only.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct serve --address https://hrd.example.org
  safeconduct serve --data /srv/safeconduct --keys /etc/safeconduct/keys --address https://hrd.example.org \\
      --smtp starttls://user:secret@mail.example.org --mail-from safeconduct@example.org
  safeconduct serve --database postgres://safeconduct@db.example.org/safeconduct --objects /srv/documents")]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    mailing: Mailing,
    /// The address to listen on.
    #[arg(
        long,
        env = "SAFECONDUCT_LISTEN",
        default_value = "127.0.0.1:8484",
        value_name = "IP:PORT"
    )]
    listen: SocketAddr,
}

/// Where and how to listen.
#[derive(Debug, Clone, Copy)]
pub struct Listening {
    /// The address.
    pub at: SocketAddr,
    /// How cookies are guarded.
    pub cookies: Cookies,
}

impl Serve {
    /// Runs until the process is asked to stop.
    pub(crate) async fn run(self) -> Outcome {
        let post = self.mailing.post()?;
        let plain = self.mailing.is_plain() && self.listen.ip().is_loopback();
        let app = self.place.open(false, Clock::System).await?;
        let listening = Listening {
            at: self.listen,
            cookies: if plain {
                Cookies::Loopback
            } else {
                Cookies::Secure
            },
        };
        if post.is_none() {
            say("No mail server is named (--smtp): nobody is told by e-mail that something waits.");
        }
        serve(app, Vec::new(), listening, &self.place.data, post).await
    }
}

/// Serves until the process is asked to stop.
pub(crate) async fn serve(
    app: App,
    demo: Vec<DemoAccount>,
    listening: Listening,
    folder: &Path,
    post: Option<Post>,
) -> Outcome {
    let at = listening.at;
    let listener = TcpListener::bind(at)
        .await
        .map_err(|error| format!("cannot listen on {at}: {error}"))?;
    let address = listener.local_addr()?;
    let kept = folder.join(checkpoints::FILE);
    let work = tokio::spawn(background(app.clone(), post, kept.clone()));
    say(&format!("Safeconduct is at http://{address}"));
    let state = ServerState {
        app: app.clone(),
        demo: Arc::new(demo),
        cookies: listening.cookies,
    };
    let served = axum::serve(listener, router(state))
        .with_graceful_shutdown(asked_to_stop())
        .await;
    work.abort();
    checkpoint(&app, &kept).await?;
    served?;
    Ok(Ending::Well)
}

/// What needs nobody signed in, until it is stopped.
pub async fn background(app: App, post: Option<Post>, kept: PathBuf) {
    tokio::join!(
        mailing(&app, post.as_ref()),
        signing(&app, &kept),
        sweeping(&app)
    );
}

async fn mailing(app: &App, post: Option<&Post>) {
    let mut turns = turns(MAIL_EVERY);
    loop {
        turns.tick().await;
        if let Err(error) = mail::deliver(app, post).await {
            tracing::error!(%error, "mail could not be looked for");
        }
    }
}

async fn signing(app: &App, kept: &Path) {
    let mut turns = turns(CHECKPOINT_EVERY);
    loop {
        turns.tick().await;
        if let Err(error) = checkpoint(app, kept).await {
            tracing::error!(%error, "no checkpoint could be made");
        }
    }
}

async fn sweeping(app: &App) {
    let mut turns = turns(SWEEP_EVERY);
    loop {
        turns.tick().await;
        if let Err(error) = app.sweep().await {
            tracing::error!(%error, "sweeping failed");
        }
    }
}

fn turns(period: Duration) -> Interval {
    let mut turns = interval(period);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    turns
}

/// Signs the journal's head if it has moved, and keeps the note outside the database too.
///
/// # Errors
/// The database's or the file's.
pub async fn checkpoint(app: &App, kept: &Path) -> Result<(), Failure> {
    let Some(note) = app.checkpoint().await? else {
        return Ok(());
    };
    let kept = kept.to_owned();
    let written = tokio::task::spawn_blocking(move || {
        checkpoints::append(&kept, &note).map_err(|error| format!("{}: {error}", kept.display()))
    });
    Ok(written.await??)
}

async fn asked_to_stop() {
    let interrupt = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { () = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    interrupt.await;
}
