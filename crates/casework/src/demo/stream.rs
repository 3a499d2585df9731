//! The organisations of the invented stream and the people who work in them, made the way real ones are: founders
//! invited by the root, newcomers certified by two key officers and admitted by a member.

use super::DemoAccount;
use crate::account::{Joining, NewMember};
use crate::app::App;
use crate::error::{Error, Result};
use crate::organisation::NewOrganisation;
use crate::session::Session;
use crate::sign_in::{Credentials, StepUp};
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::UserId;
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::totp::TotpSecret;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Between two uses of a second factor: longer than a step.
const STEP_MS: i64 = 61_000;

/// The stream as it was made: its accounts, and a session of each.
pub struct Stream {
    /// Every account, in the order made.
    pub accounts: Vec<DemoAccount>,
    sessions: BTreeMap<String, Arc<Session>>,
    secrets: BTreeMap<String, TotpSecret>,
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stream({} accounts)", self.accounts.len())
    }
}

impl Stream {
    /// The session of an account, by handle.
    ///
    /// # Errors
    /// [`Error::Absent`] when there is none of that handle.
    pub fn session(&self, handle: &str) -> Result<&Arc<Session>> {
        self.sessions.get(handle).ok_or(Error::Absent)
    }

    /// The second factor's code of an account at a moment.
    #[must_use]
    pub fn code(&self, handle: &str, at_ms: i64) -> Option<String> {
        self.secrets.get(handle)?.code(at_ms)
    }
}

struct Place {
    code: &'static str,
    purpose: Purpose,
    name: &'static str,
    founders: [(&'static str, &'static str, Role); 2],
}

const fn place(
    code: &'static str,
    purpose: Purpose,
    name: &'static str,
    founders: [(&'static str, &'static str, Role); 2],
) -> Place {
    Place {
        code,
        purpose,
        name,
        founders,
    }
}

/// Four migration offices of the policy that the demonstration staffs.
pub const OFFICES: [&str; 4] = ["nairobi", "ankara", "amman", "bogota"];

const PLACES: [Place; 11] = [
    place(
        "administration",
        Purpose::Administration,
        "Service administration",
        [
            ("administrator", "Robin Achard", Role::Administrator),
            ("administrator-2", "Inès Kowalczyk", Role::Administrator),
        ],
    ),
    place(
        "audit",
        Purpose::Audit,
        "Audit",
        [
            ("auditor", "Solveig Arsenault", Role::Auditor),
            ("auditor-2", "Tomasz Beaulieu", Role::Auditor),
        ],
    ),
    place(
        "planning",
        Purpose::Planning,
        "Planning branch",
        [
            ("planner", "Wen Castonguay", Role::Planner),
            ("planner-2", "Ngozi Lachance", Role::Planner),
        ],
    ),
    place(
        "roc-o",
        Purpose::Intake,
        "Resettlement Operations Centre in Ottawa",
        [
            ("roc-o-intake", "Marguerite Oyelaran", Role::IntakeOfficer),
            ("roc-o-intake-2", "Daniel Thorvaldsen", Role::IntakeOfficer),
        ],
    ),
    place(
        "unhcr",
        Purpose::Partner,
        "UNHCR",
        [
            ("unhcr-caseworker", "Amara Lindqvist", Role::Caseworker),
            ("unhcr-supervisor", "Yusuf Delacroix", Role::Supervisor),
        ],
    ),
    place(
        "fld",
        Purpose::Partner,
        "Front Line Defenders",
        [
            ("fld-caseworker", "Niamh Adeyemi", Role::Caseworker),
            ("fld-supervisor", "Oisín Marchetti", Role::Supervisor),
        ],
    ),
    place(
        "pd",
        Purpose::Partner,
        "ProtectDefenders.eu",
        [
            ("pd-caseworker", "Léonie Vandenbroucke", Role::Caseworker),
            ("pd-supervisor", "Mateus Hoffmann", Role::Supervisor),
        ],
    ),
    place(
        "nairobi",
        Purpose::Office,
        "Nairobi",
        [
            (
                "nairobi-officer",
                "Catherine Mbeki-Roy",
                Role::MigrationOfficer,
            ),
            (
                "nairobi-decision",
                "Étienne Harrow",
                Role::DesignatedOfficer,
            ),
        ],
    ),
    place(
        "ankara",
        Purpose::Office,
        "Ankara",
        [
            (
                "ankara-officer",
                "Philippe Sørensen",
                Role::MigrationOfficer,
            ),
            ("ankara-decision", "Deborah Quist", Role::DesignatedOfficer),
        ],
    ),
    place(
        "amman",
        Purpose::Office,
        "Amman",
        [
            ("amman-officer", "Isabelle Novák", Role::MigrationOfficer),
            ("amman-decision", "Graham Tessier", Role::DesignatedOfficer),
        ],
    ),
    place(
        "bogota",
        Purpose::Office,
        "Bogotá",
        [
            ("bogota-officer", "Renée Calloway", Role::MigrationOfficer),
            (
                "bogota-decision",
                "Hugo Pelletier-Sato",
                Role::DesignatedOfficer,
            ),
        ],
    ),
];

/// Newcomers after the founding: group, handle, name, role, and the two key officers who certify them.
const NEWCOMERS: [(&str, &str, &str, Role, [&str; 2]); 3] = [
    (
        "fld",
        "fld-caseworker-2",
        "Saoirse Okonjo",
        Role::Caseworker,
        ["fld-caseworker", "fld-supervisor"],
    ),
    (
        "pd",
        "pd-caseworker-2",
        "Bastien Nwosu",
        Role::Caseworker,
        ["pd-caseworker", "pd-supervisor"],
    ),
    (
        "nairobi",
        "nairobi-officer-2",
        "Aoife Rantanen",
        Role::MigrationOfficer,
        ["nairobi-officer", "nairobi-decision"],
    ),
];

/// Makes the stream. The clock of the program must be one that can be set: it is moved on as people sign in.
///
/// # Errors
/// Whatever a use case gives.
pub async fn found(app: &App) -> Result<Stream> {
    let mut maker = Maker {
        app,
        stream: Stream {
            accounts: Vec::new(),
            sessions: BTreeMap::new(),
            secrets: BTreeMap::new(),
        },
    };
    for place in &PLACES {
        maker.place(place).await?;
    }
    for newcomer in &NEWCOMERS {
        maker.newcomer(newcomer).await?;
    }
    maker.delegate().await?;
    // sessions made before the auditors' and planners' groups had keys carry nothing to them: sign in once more
    let handles: Vec<String> = maker
        .stream
        .accounts
        .iter()
        .map(|a| a.handle.clone())
        .collect();
    for handle in handles {
        maker.sign_in(&handle).await?;
    }
    Ok(maker.stream)
}

/// Everybody signs in once more, but for those who stay away: what they have is stranded.
///
/// # Errors
/// Whatever a use case gives.
pub async fn come_in(app: &App, stream: Stream, away: &[&str]) -> Result<Stream> {
    let mut maker = Maker { app, stream };
    let handles: Vec<String> = (maker.stream.accounts.iter())
        .map(|a| a.handle.clone())
        .filter(|handle| !away.contains(&handle.as_str()))
        .collect();
    for handle in handles {
        maker.sign_in(&handle).await?;
    }
    Ok(maker.stream)
}

struct Maker<'a> {
    app: &'a App,
    stream: Stream,
}

impl Maker<'_> {
    fn wait(&self) -> i64 {
        let now = self.app.now_ms() + STEP_MS;
        self.app.clock().set(now);
        now
    }

    async fn place(&mut self, place: &Place) -> Result<()> {
        let (code, name) = (place.code.to_owned(), place.name.to_owned());
        self.app
            .make_organisation(
                None,
                NewOrganisation {
                    code,
                    purpose: place.purpose,
                    name,
                },
            )
            .await?;
        let [first, second] = &place.founders;
        for (handle, name, role) in [first, second] {
            let code = self
                .app
                .found(member(
                    place.code,
                    handle,
                    name,
                    vec![*role, Role::KeyOfficer],
                ))
                .await?;
            self.join(place.name, handle, name, &[*role, Role::KeyOfficer], code)
                .await?;
        }
        self.sign_in(first.0).await?;
        self.admit(first.0, second.0).await?;
        self.sign_in(second.0).await
    }

    async fn newcomer(
        &mut self,
        (group, handle, name, role, officers): &(&str, &str, &str, Role, [&str; 2]),
    ) -> Result<()> {
        let administrator = Arc::clone(self.stream.session("administrator")?);
        let code = self
            .app
            .invite(&administrator, member(group, handle, name, vec![*role]))
            .await?;
        let organisation = PLACES
            .iter()
            .find(|p| p.code == *group)
            .map_or("", |p| p.name);
        self.join(organisation, handle, name, &[*role], code)
            .await?;
        for officer in officers {
            let session = Arc::clone(self.stream.session(officer)?);
            for waiting in self.app.to_certify(&session).await? {
                let given = self.step_up(officer)?;
                self.app
                    .certify(&session, waiting.certificate, given)
                    .await?;
            }
        }
        let [first, _] = officers;
        self.admit(first, handle).await?;
        self.sign_in(handle).await
    }

    async fn join(
        &mut self,
        organisation: &str,
        handle: &str,
        name: &str,
        roles: &[Role],
        code: String,
    ) -> Result<UserId> {
        let now = self.wait();
        let passphrase = Passphrase::generate();
        let totp = TotpSecret::fresh();
        self.stream.accounts.push(DemoAccount {
            handle: handle.to_owned(),
            passphrase: passphrase.expose().to_owned(),
            totp: totp.base32().to_string(),
            name: name.to_owned(),
            roles: roles.iter().map(|r| r.code().to_owned()).collect(),
            organisation: organisation.to_owned(),
        });
        self.stream.secrets.insert(handle.to_owned(), totp.clone());
        let totp_code = totp.code(now).ok_or(Error::SignInFailed)?;
        self.app
            .join(Joining {
                code,
                passphrase,
                totp,
                totp_code,
            })
            .await
    }

    fn given(&self, handle: &str) -> Result<(Passphrase, String)> {
        let now = self.wait();
        let account = self
            .stream
            .accounts
            .iter()
            .find(|a| a.handle == handle)
            .ok_or(Error::Absent)?;
        let code = self.stream.code(handle, now).ok_or(Error::SignInFailed)?;
        Ok((Passphrase::new(account.passphrase.clone()), code))
    }

    fn step_up(&self, handle: &str) -> Result<StepUp> {
        self.given(handle)
            .map(|(passphrase, code)| StepUp { passphrase, code })
    }

    async fn sign_in(&mut self, handle: &str) -> Result<()> {
        let (passphrase, code) = self.given(handle)?;
        let cookie = self
            .app
            .sign_in(Credentials {
                handle: handle.to_owned(),
                passphrase,
                code,
            })
            .await?;
        let session = self.app.session(&cookie).await?;
        self.stream.sessions.insert(handle.to_owned(), session);
        Ok(())
    }

    async fn admit(&self, member: &str, newcomer: &str) -> Result<()> {
        let session = Arc::clone(self.stream.session(member)?);
        let name = self
            .stream
            .accounts
            .iter()
            .find(|a| a.handle == newcomer)
            .map(|a| a.name.clone());
        let waiting = self
            .app
            .to_admit(&session)
            .await?
            .into_iter()
            .find(|c| Some(&c.name) == name.as_ref());
        self.app
            .admit(&session, waiting.ok_or(Error::Absent)?.user)
            .await
    }

    async fn delegate(&self) -> Result<()> {
        let session = Arc::clone(self.stream.session("administrator")?);
        let officers: Vec<UserId> = OFFICES
            .iter()
            .filter_map(|office| self.stream.session(&format!("{office}-decision")).ok())
            .map(|s| s.user)
            .collect();
        for officer in officers {
            self.app
                .delegate(&session, officer, self.app.today(), None)
                .await?;
        }
        Ok(())
    }
}

fn member(group: &str, handle: &str, name: &str, roles: Vec<Role>) -> NewMember {
    let email = format!("{handle}@safeconduct.invalid");
    NewMember {
        group: group.to_owned(),
        roles,
        name: name.to_owned(),
        handle: handle.to_owned(),
        email,
    }
}
