//! `safeconduct init`: the beginning of a deployment: its keys, its database, and the first two administrators.

use std::fs;
use std::str::FromStr;

use clap::Args;
use safeconduct_casework::account::NewMember;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::keys::Keys;
use safeconduct_casework::organisation::NewOrganisation;
use safeconduct_casework::{App, Error};
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Purpose;

use super::place::private_folder;
use super::{Ending, Failure, Outcome, Place, say};

const TAKEN: &str = "the database holds another deployment already: nothing was touched";

/// The organisations every deployment has, by code, purpose and name.
const FIRST: [(&str, Purpose, &str); 3] = [
    (
        "administration",
        Purpose::Administration,
        "Service administration",
    ),
    ("audit", Purpose::Audit, "Audit"),
    ("planning", Purpose::Planning, "Planning"),
];

/// Make a deployment: keys, database, the first organisations, and invitations for two administrators.
///
/// Two, because nobody certifies anybody alone. Each gets a code, shown once and good for three days; with it they
/// choose a passphrase and a second factor on their own machine. Nothing that is there already is touched.
///
/// The folder of the keys holds the server's secret (`pepper`) and the root (`root`), which vouches for the founders of
/// organisations. Neither opens a case. Without `pepper` nobody can ever sign in again: keep copies of it where the
/// database is not.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct init --origin hrd.example.org/journal \\
      --administrator 'Robin Achard <robin@example.org>' --administrator 'ines=Inès Kowalczyk <ines@example.org>'
  safeconduct init --data /srv/safeconduct --keys /etc/safeconduct/keys --database postgres://… --administrator …")]
pub struct Init {
    #[command(flatten)]
    place: Place,
    /// An administrator: 'NAME <E-MAIL>', or 'HANDLE=NAME <E-MAIL>' where the name typed at sign-in is not to be what
    /// stands before the @. Given twice.
    #[arg(long, value_name = "WHO", required = true)]
    administrator: Vec<Person>,
}

/// Somebody to be invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    handle: String,
    name: String,
    email: String,
}

impl FromStr for Person {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const SHAPE: &str = "write 'NAME <E-MAIL>' or 'HANDLE=NAME <E-MAIL>'";
        let (who, rest) = text.split_once('<').ok_or(SHAPE)?;
        let email = rest.trim().strip_suffix('>').ok_or(SHAPE)?.trim();
        let (before, host) = email.split_once('@').ok_or(SHAPE)?;
        let (handle, name) = who.split_once('=').unwrap_or((before, who));
        let parts = [handle.trim(), name.trim(), before, host];
        if parts.iter().any(|part| part.is_empty()) {
            return Err(SHAPE);
        }
        Ok(Self {
            handle: handle.trim().to_owned(),
            name: name.trim().to_owned(),
            email: email.to_owned(),
        })
    }
}

impl Init {
    pub(crate) async fn run(self) -> Outcome {
        let [first, second] = self.administrator.as_slice() else {
            return Err("two administrators are needed: give --administrator twice".into());
        };
        if first.handle.eq_ignore_ascii_case(&second.handle) {
            return Err("the two administrators need different handles".into());
        }
        self.nothing_is_there()?;
        private_folder(&self.place.data)?;
        let app = self.make().await?;
        self.place.write_origin()?;
        for (code, purpose, name) in FIRST {
            let (code, name) = (code.to_owned(), name.to_owned());
            let new = NewOrganisation {
                code,
                purpose,
                name,
            };
            app.make_organisation(None, new).await?;
        }
        say(&format!(
            "A deployment was made in {}.",
            self.place.data.display()
        ));
        say("");
        say(
            "Two administrators are invited. Give each their code, by voice or on paper; it is good for three days",
        );
        say(
            "and is not shown again. They open the address of the service, then \"I have an invitation code\".",
        );
        say("");
        for person in [first, second] {
            let code = app.found(member(person)).await?;
            say(&format!("  {:<24} {code}   {}", person.handle, person.name));
        }
        self.what_next();
        Ok(Ending::Well)
    }

    /// Refuses wherever something stands already.
    fn nothing_is_there(&self) -> Result<(), Failure> {
        let folder = self.place.key_folder();
        if folder.exists() {
            return Err(
                format!("{} is there already: nothing was touched", folder.display()).into(),
            );
        }
        match self.place.database_file() {
            Some(file) if file.exists() => {
                Err(format!("{} is there already: nothing was touched", file.display()).into())
            }
            _ => Ok(()),
        }
    }

    /// Keys first: a database without its keys is worth nothing. They go again if there can be no database.
    async fn make(&self) -> Result<App, Failure> {
        let (folder, keys) = (self.place.key_folder(), Keys::fresh());
        keys.write(&folder)?;
        let opened = App::open(self.place.config(false), keys, Clock::System).await;
        let made = match opened {
            Ok(app) if app.db().ping().await? == 0 => Ok(app),
            Ok(_) => Err(TAKEN.into()),
            Err(error) => Err(unopened(&error)),
        };
        if made.is_err() {
            fs::remove_dir_all(&folder)?;
        }
        made
    }

    fn what_next(&self) {
        let data = self.place.data.display();
        let keys = self.place.key_folder();
        say("");
        say("What comes next:");
        say(&format!(
            "  1. safeconduct serve --data {data} --address https://…     behind a proxy that speaks TLS"
        ));
        say(&format!(
            "  2. safeconduct doctor --data {data}                        says what still needs mending"
        ));
        say(
            "  3. Invite two founders of each organisation, who then certify their own colleagues. For audit and planning:",
        );
        say(&format!(
            "     safeconduct invite --data {data} --organisation audit --role auditor --handle … --person … --email …"
        ));
        say("     and for a partner, the centre, an office: safeconduct invite --help");
        say(&format!(
            "  4. Copy {} where the database is not; without it nobody can sign in.",
            keys.join("pepper").display()
        ));
        say(&format!(
            "  5. When every founder has joined, take {} away from this machine and lock it up:",
            keys.join("root").display()
        ));
        say("     it is needed again only to found another organisation.");
    }
}

fn member(person: &Person) -> NewMember {
    NewMember {
        group: "administration".to_owned(),
        roles: vec![Role::Administrator, Role::KeyOfficer],
        name: person.name.clone(),
        handle: person.handle.clone(),
        email: person.email.clone(),
    }
}

fn unopened(error: &Error) -> Failure {
    match error {
        Error::Store(safeconduct_store::Error::ForgedHead) => TAKEN.into(),
        other => format!("{other}: nothing was kept").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_written_as_in_mail() {
        let plain: Person = "Robin Achard <robin@example.org>".parse().unwrap();
        assert_eq!(
            (plain.handle.as_str(), plain.name.as_str()),
            ("robin", "Robin Achard")
        );
        let named: Person = "r.achard = Robin Achard <robin@example.org>"
            .parse()
            .unwrap();
        assert_eq!(
            (named.handle.as_str(), named.email.as_str()),
            ("r.achard", "robin@example.org")
        );
        for bad in [
            "Robin",
            "robin@example.org",
            "<robin@example.org>",
            "Robin <robin>",
            "Robin <@x>",
            "=R <a@b>",
        ] {
            assert!(bad.parse::<Person>().is_err(), "{bad}");
        }
    }
}
