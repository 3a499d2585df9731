//! `safeconduct invite`: founders of an organisation, vouched for by the root.

use clap::Args;
use safeconduct_casework::account::NewMember;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::organisation::NewOrganisation;
use safeconduct_casework::{App, Error};
use safeconduct_domain::access::Role;
use safeconduct_domain::directory::Purpose;

use super::{Ending, Failure, Outcome, Place, say};

/// Invite a founder of an organisation, whom the root vouches for, and make the organisation if it is new.
///
/// Every organisation begins with two founders, its first key officers. From then on they certify their colleagues,
/// whom an administrator invites in the service itself; nobody outside the organisation can add a reader. This command
/// needs the file `root` in the folder of the keys, and that file has to be there until the founder has joined.
///
/// The code is shown once, is good for three days and is stored nowhere. Give it by voice or on paper.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  safeconduct invite --organisation fld --purpose partner --name 'Front Line Defenders' \\
      --role supervisor --person 'Oisín Marchetti' --handle oisin --email oisin@example.org
  safeconduct invite --organisation fld --role caseworker --person 'Niamh Adeyemi' --handle niamh
  safeconduct invite --organisation roc-o --purpose intake --name 'ROC-O' --role intake-officer --person … --handle …
  safeconduct invite --organisation nairobi --purpose office --name Nairobi --role migration-officer --person … --handle …

An office's code is its code in policy/offices.toml, a partner's its code in policy/stream.toml.
Roles: partner: caseworker, supervisor; intake: intake-officer; office: migration-officer, designated-officer;
audit: auditor; planning: planner; administration: administrator. A founder is always a key officer as well.")]
pub struct Invite {
    #[command(flatten)]
    place: Place,
    /// The organisation's code.
    #[arg(long, value_name = "CODE")]
    organisation: String,
    /// What a new organisation is for: partner, intake, office, planning, audit or administration.
    #[arg(long, value_name = "PURPOSE", value_parser = purpose, requires = "name")]
    purpose: Option<Purpose>,
    /// The name of a new organisation.
    #[arg(long, value_name = "NAME", requires = "purpose")]
    name: Option<String>,
    /// The name colleagues will see.
    #[arg(long, value_name = "NAME")]
    person: String,
    /// The name typed at sign-in.
    #[arg(long, value_name = "HANDLE")]
    handle: String,
    /// Where "something waits for you" is sent; nowhere if left out.
    #[arg(long, value_name = "E-MAIL", default_value = "")]
    email: String,
    /// What they do there. May be given more than once.
    #[arg(long, value_name = "ROLE", value_parser = role)]
    role: Vec<Role>,
}

fn purpose(code: &str) -> Result<Purpose, String> {
    Purpose::from_code(code).ok_or_else(|| listed(Purpose::ALL.map(Purpose::code).as_slice()))
}

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code).ok_or_else(|| listed(Role::ALL.map(Role::code).as_slice()))
}

fn listed(codes: &[&str]) -> String {
    format!("one of {}", codes.join(", "))
}

impl Invite {
    pub(crate) async fn run(self) -> Outcome {
        let app = self.place.open(false, Clock::System).await?;
        self.make_organisation(&app).await?;
        let code = app
            .found(self.member())
            .await
            .map_err(|error| self.refused(error))?;
        say(&format!(
            "{} is invited to {} as {}.",
            self.person, self.organisation, self.handle
        ));
        say(
            "Give them this code by voice or on paper. It is good for three days and is not shown again:",
        );
        say("");
        say(&format!("  {code}"));
        say("");
        say("They open the address of the service, then \"I have an invitation code\".");
        Ok(Ending::Well)
    }

    /// Makes the organisation when its purpose and name are given and it is not there yet.
    async fn make_organisation(&self, app: &App) -> Result<(), Failure> {
        let (Some(purpose), Some(name)) = (self.purpose, self.name.clone()) else {
            return Ok(());
        };
        let code = self.organisation.clone();
        let new = NewOrganisation {
            code,
            purpose,
            name,
        };
        match app.make_organisation(None, new).await {
            Ok(_) => say(&format!("The organisation {} was made.", self.organisation)),
            Err(Error::Refused(refused)) if refused.rule == "code-taken" => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn member(&self) -> NewMember {
        NewMember {
            group: self.organisation.clone(),
            roles: self.role.clone(),
            name: self.person.clone(),
            handle: self.handle.clone(),
            email: self.email.clone(),
        }
    }

    fn refused(&self, error: Error) -> Failure {
        let Error::Refused(refused) = &error else {
            return error.into();
        };
        let why = match refused.rule {
            "no-such-group" => format!(
                "there is no organisation {}: give --purpose and --name to make it",
                self.organisation
            ),
            "role-does-not-fit" => {
                "that role is not one of the organisation's: see --help".to_owned()
            }
            "handle-taken" => format!("the handle {} is taken", self.handle),
            other => format!("refused: {other}"),
        };
        why.into()
    }
}
