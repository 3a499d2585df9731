//! Asking an authority outside: never one of a country the defender is in danger from.
//!
//! That a person has applied is itself dangerous news. So whoever wants to ask says first whom and where; what must not be
//! asked is refused, and the attempt is recorded for those who supervise.

use crate::case::Case;
use crate::country;
use crate::decide::Context;
use crate::event::Event;
use crate::id::{ItemId, PersonId, UserId};
use crate::private::private;
use crate::refused::{Refused, require, worded};
use serde::{Deserialize, Serialize};

/// What an authority is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A certificate that says whether somebody was convicted.
    PoliceCertificate,
    /// To confirm a fact or a document.
    Verification,
    /// A booking, a permit, a pass.
    Travel,
    /// Something else.
    Other,
}

/// Whom somebody wants to ask, and for what.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Inquiry {
    /// Country of the authority, ISO 3166 alpha-2; of an embassy, the country it serves.
    pub country: String,
    /// The authority.
    pub authority: String,
    /// For what.
    pub purpose: Purpose,
    /// About whom; nobody in particular if empty.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// What is asked, and how it is kept from saying more than that.
    pub asked: String,
    /// Why no authority of an adverse country is meant, where the words name one.
    #[serde(default)]
    pub none_meant: Option<String>,
}

/// An inquiry that may be made.
#[derive(Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its name.
    pub id: ItemId,
    /// Whom and for what.
    pub inquiry: Inquiry,
    /// By whom and when.
    pub by: (UserId, i64),
}

/// An inquiry that was refused.
#[derive(Clone, PartialEq, Eq)]
pub struct Barred {
    /// Whom and for what.
    pub inquiry: Inquiry,
    /// The rule that refused it.
    pub rule: String,
    /// Who tried, and when.
    pub by: (UserId, i64),
}

private!(Inquiry, Asked, Barred);

pub(crate) fn ask(ctx: &Context<'_>, case: &Case, act: Inquiry) -> Result<Vec<Event>, Refused> {
    worded(&act.authority)?;
    worded(&act.asked)?;
    let known = (act.person).is_none_or(|p| case.referral.person(p).is_some());
    require(known, || Refused::by("no-such-person"))?;
    if let Err(refused) = guard(case, &act) {
        let rule = refused.rule.to_owned();
        return Err(refused.attempting(Event::InquiryBarred { inquiry: act, rule }));
    }
    Ok(vec![Event::AuthorityAsked {
        id: ItemId::from_bytes(ctx.fresh),
        inquiry: act,
    }])
}

/// What somebody writes freely names no adverse country, or it is written why no authority of it is meant: the words are
/// often about the country, and nobody but a reader can tell.
pub(crate) fn names_none<'t>(
    case: &Case,
    said: impl IntoIterator<Item = &'t str>,
    none_meant: Option<&str>,
) -> Result<(), Refused> {
    if none_meant.is_some_and(|reason| !reason.trim().is_empty()) {
        return Ok(());
    }
    match named(case, said) {
        None => Ok(()),
        Some(country) => Err(Refused::by("adverse-country-named").with("country", country)),
    }
}

/// The first adverse country that a text names, by its name, its people or its capital.
#[must_use]
pub fn named<'t>(case: &Case, said: impl IntoIterator<Item = &'t str>) -> Option<String> {
    let text = said.into_iter().collect::<Vec<_>>().join("\n");
    let adverse = case.referral.work.iter().flat_map(|w| &w.adverse_countries);
    let mut found = adverse.filter(|code| country::named(&text, code));
    found.next().cloned()
}

/// Nothing goes to an authority of an adverse country. A police certificate is not asked of a home country either, whoever
/// the person is in danger from: the request tells the authorities where to look.
fn guard(case: &Case, act: &Inquiry) -> Result<(), Refused> {
    let same = |country: &String| country.eq_ignore_ascii_case(&act.country);
    let adverse = (case.referral.work.iter()).any(|w| w.adverse_countries.iter().any(same));
    require(!adverse, || {
        Refused::by("adverse-country").with("country", act.country.clone())
    })?;
    let said = [act.authority.as_str(), &act.asked];
    names_none(case, said, act.none_meant.as_deref())?;
    let home = (case.referral.present()).any(|p| p.details.home_countries().iter().any(same));
    let certificate = act.purpose == Purpose::PoliceCertificate;
    require(!(certificate && home), || {
        Refused::by("police-certificate-from-home")
            .citing("REF-OVS-5-1")
            .with("country", act.country.clone())
    })
}
