//! How many places of the yearly allocation a partner has left, in persons.

use safeconduct_casework::Error;
use safeconduct_domain::directory::Purpose;

use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::{Arg, Lang, t};
use crate::web::problem::Problem;

/// The places of a partner in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) year: i16,
    pub(super) limit: u32,
    pub(super) used: u32,
}

impl Places {
    pub(super) const fn left(self) -> u32 {
        self.limit.saturating_sub(self.used)
    }

    /// "83 of 125 places left for 2026".
    pub(super) fn words(self, lang: Lang) -> String {
        let number = |n: u32| Arg::Number(i64::from(n));
        let args = [
            ("left", number(self.left())),
            ("limit", number(self.limit)),
            ("year", Arg::Text(self.year.to_string())),
        ];
        t(lang, "places-left", &args)
    }
}

/// The places of the session's own organisation this year; `None` where no figure is set, or for no partner.
///
/// # Errors
/// The store's own.
pub(super) async fn of(state: &ServerState, me: &SignedIn) -> Result<Option<Places>, Problem> {
    let app = &state.app;
    let year = app.today().year();
    let team = me.session.team.as_ref();
    if team.is_none_or(|team| team.purpose != Purpose::Partner) {
        return Ok(None);
    }
    let Some(allocation) = app.policy().allocation(&me.session.organisation_code, year) else {
        return Ok(None);
    };
    let organisation = me.session.organisation;
    let used = app
        .db()
        .read(move |r| r.persons_counted(organisation, year).map_err(Error::from));
    Ok(Some(Places {
        year,
        limit: allocation.persons,
        used: used.await.map_err(|error| problem(&error))?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_never_less_than_nothing() {
        let places = |used| Places {
            year: 2026,
            limit: 125,
            used,
        };
        assert_eq!((places(42).left(), places(130).left()), (83, 0));
        for lang in Lang::ALL {
            let words = places(42).words(lang);
            assert!(words.contains("2026") && words.contains("83") && words.contains("125"));
        }
    }
}
