//! Inviting somebody into a group. The code is shown once; it gives no key to anything.

use axum::extract::{Query, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::Error;
use safeconduct_casework::account::NewMember;
use safeconduct_casework::form::{Choice, Field, FieldError, Form, Kind, Values};
use safeconduct_domain::access::Role;
use serde::Deserialize;

use super::super::code_once::{self, CodeFor};
use super::super::frame::{done, tokens, unhappy};
use super::super::lost::same;
use super::{HOME, administrator, below};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormPage, FormView};
use crate::web::problem::Problem;
use crate::web::protected::ProtectedForm;

pub(super) const NEW: &str = "/administration/invitations/new";

const ROLES: [(&str, &str); 9] = [
    ("caseworker", "role-caseworker"),
    ("supervisor", "role-supervisor"),
    ("intake-officer", "role-intake-officer"),
    ("migration-officer", "role-migration-officer"),
    ("designated-officer", "role-designated-officer"),
    ("planner", "role-planner"),
    ("auditor", "role-auditor"),
    ("administrator", "role-administrator"),
    ("key-officer", "role-key-officer"),
];

/// The group to begin with.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Begin {
    group: Option<String>,
}

async fn form(state: &ServerState, me: &SignedIn) -> Result<Form, Problem> {
    let listed = state.app.organisations(&me.session).await;
    let listed = listed.map_err(|error| problem(&error))?;
    let groups = listed
        .iter()
        .map(|l| Choice::text(&l.group.code, same(&l.group.name)));
    let roles = ROLES.map(|(code, key)| Choice::key(code, key));
    Ok(Form::new(
        "invite",
        vec![
            Field::new("group", Kind::Choice(groups.collect())),
            Field::new("roles", Kind::Choices(roles.into())),
            Field::new("name", Kind::Line { max: 120 }),
            Field::new("handle", Kind::Line { max: 64 }),
            Field::new("email", Kind::Line { max: 254 }).optional(),
        ],
    ))
}

pub(super) async fn ask(
    State(state): State<ServerState>,
    me: SignedIn,
    Query(begin): Query<Begin>,
    uri: Uri,
) -> Result<Response, Problem> {
    administrator(&me)?;
    let mut values = Values::new();
    values.set("group", begin.group.unwrap_or_default());
    let form = form(&state, &me).await?;
    Ok(page(&state, &me, &uri, &form, &values, &[]).await)
}

async fn page(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    form: &Form,
    values: &Values,
    errors: &[FieldError],
) -> Response {
    let tokens = tokens(me);
    let view = FormView::new(form, me.lang, NEW, &tokens)
        .values(values)
        .errors(errors)
        .cancel(HOME);
    FormPage::new(below(state, me, uri, String::new()).await, view).response()
}

pub(super) async fn make(
    State(state): State<ServerState>,
    uri: Uri,
    posted: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values) = (posted.session(), posted.values());
    administrator(me)?;
    let form = form(&state, me).await?;
    let errors = match read(&form, values) {
        Err(errors) => errors,
        Ok(new) => {
            let name = new.name.clone();
            let once = state.app.once(&me.session, posted.once());
            match state.app.invite_once(&me.session, new, Some(once)).await {
                Ok(code) => {
                    let page = below(&state, me, &uri, String::new()).await;
                    return Ok(code_once::page(page, code, CodeFor { name, back: HOME }));
                }
                Err(Error::Repeated(_)) => return Ok(done(HOME, "repeated")),
                Err(error) => unhappy(error, me.lang)?,
            }
        }
    };
    Ok(page(&state, me, &uri, &form, values, &errors).await)
}

fn read(form: &Form, values: &Values) -> Result<NewMember, Vec<FieldError>> {
    let mut errors = form.read(values).err().unwrap_or_default();
    let text = |name: &str| values.first(name).trim().to_owned();
    let (handle, email) = (text("handle"), text("email"));
    if handle.contains(char::is_whitespace) || handle.contains(':') {
        errors.push(FieldError::new("handle", "handle"));
    }
    if !email.is_empty() && !is_address(&email) {
        errors.push(FieldError::new("email", "email"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let roles = values
        .all("roles")
        .iter()
        .filter_map(|code| Role::from_code(code));
    Ok(NewMember {
        group: text("group"),
        roles: roles.collect(),
        name: text("name"),
        handle,
        email,
    })
}

/// Whether mail could be sent there, as far as its form shows.
fn is_address(text: &str) -> bool {
    let plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control());
    let host = text.rsplit_once('@').filter(|(local, _)| !local.is_empty());
    plain
        && host.is_some_and(|(_, host)| {
            host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for good in ["a@b.example", "o'neil@mail.example.org"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "a",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@.example",
            "a@b.\n",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn every_role_can_be_given() {
        for role in Role::ALL {
            assert!(
                ROLES
                    .iter()
                    .any(|(code, key)| *code == role.code() && *key == format!("role-{code}"))
            );
        }
    }
}
