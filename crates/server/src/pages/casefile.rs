//! A case opened for a page: what every page of a case needs, and what it shows around its own content.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::Uri;
use jiff::civil::Date;
use safeconduct_casework::case::View;
use safeconduct_casework::forms::refusal_args;
use safeconduct_domain::access::Relation;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::event::Urgency;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Origin, Policy};
use safeconduct_domain::refused::Refused;

use super::act::landing::refusal;
use super::{frame, likeness};
use crate::state::{ServerState, SignedIn, problem};
use crate::web::i18n::{Arg, Lang, t};
use crate::web::layout::Page;
use crate::web::parts::{Link, Tag, Tone};
use crate::web::problem::Problem;

/// A case opened for somebody, for one page.
pub(super) struct Desk<'s> {
    pub(super) state: &'s ServerState,
    pub(super) me: &'s SignedIn,
    pub(super) uri: &'s Uri,
    pub(super) view: View,
    pub(super) today: Date,
}

impl<'s> Desk<'s> {
    /// Opens a case; `what` names the page in the record of who looked at what.
    ///
    /// # Errors
    /// Not found, whether there is no such case or none for this person.
    pub(super) async fn open(
        state: &'s ServerState,
        me: &'s SignedIn,
        uri: &'s Uri,
        id: &str,
        what: &str,
    ) -> Result<Self, Problem> {
        let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
        let view = state.app.look(&me.session, id, what).await;
        Ok(Self {
            state,
            me,
            uri,
            view: view.map_err(|error| problem(&error))?,
            today: state.app.today(),
        })
    }

    pub(super) const fn lang(&self) -> Lang {
        self.me.lang
    }

    pub(super) fn policy(&self) -> &'s Policy {
        self.state.app.policy()
    }

    pub(super) const fn case(&self) -> &Case {
        &self.view.case
    }

    pub(super) fn t(&self, key: &str) -> String {
        self.lang().t(key)
    }

    pub(super) fn t1(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.lang().t1(key, name, value)
    }

    pub(super) fn tn(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        t(self.lang(), key, args)
    }

    /// The address of the case's own page.
    pub(super) fn base(&self) -> String {
        format!("/cases/{}", self.view.id)
    }

    /// What the reader's group is for.
    pub(super) fn purpose(&self) -> Option<Purpose> {
        self.me.session.team.as_ref().map(|team| team.purpose)
    }

    /// Whether the reader's group is responsible for the case now.
    pub(super) fn holds(&self) -> bool {
        self.view.relation == Relation::Holder
    }

    pub(super) fn may(&self, kind: Kind) -> bool {
        self.view.may(kind)
    }

    /// Where an act is done.
    pub(super) fn place(&self, kind: Kind, about: &[(&str, &str)]) -> String {
        act_address(&self.base(), kind, about)
    }

    /// The link to an act, for whoever may do it now.
    pub(super) fn act(&self, kind: Kind, about: &[(&str, &str)]) -> Option<Link> {
        let label = || self.t(&format!("act-{}", kind.name()));
        self.may(kind)
            .then(|| Link::new(label(), self.place(kind, about)))
    }

    /// Why a rule refuses, in words.
    pub(super) fn refused(&self, refused: &Refused) -> String {
        let args = refusal_args(refused, self.policy(), self.today, self.lang().into());
        refusal(self.lang(), refused, args)
    }

    /// Somebody still on the case.
    ///
    /// # Errors
    /// Not found.
    pub(super) fn person(&self, id: &str) -> Result<&Person, Problem> {
        let id: PersonId = id.parse().map_err(|_| Problem::NotFound)?;
        self.case().referral.person(id).ok_or(Problem::NotFound)
    }

    /// The reference that stands for the case on pages: the partner's case number.
    pub(super) fn reference(&self) -> String {
        let open = self.case().referral.open.as_ref();
        open.map(|open| open.reference.clone()).unwrap_or_default()
    }

    /// The frame of a page of the case. The title of the browser's tab names the page and the reference, and nobody.
    pub(super) async fn page(&self, title: &str) -> Page {
        let reference = self.reference();
        let list = self.t("cases-title");
        let page = frame::frame(self.me, self.state, self.uri, title).await;
        let mut page = page.crumb(list, "/cases");
        page.title = format!("{title} – {reference}");
        page.crumb(reference, self.base())
    }

    /// The heading of a page of the case, and the way to its other pages.
    pub(super) fn head(&self, title: impl Into<String>, at: &str) -> Head {
        let (lang, case) = (self.lang(), self.case());
        let number = case.intake.numbers.iter().find(|n| n.kind == "g-number");
        let mut caption = self.t1("case-caption", "reference", self.reference());
        if let Some(number) = number {
            caption.push_str(" · ");
            caption.push_str(&number.value);
        }
        let mut tags = vec![stage_tag(lang, case.stage)];
        tags.extend(urgency_tag(lang, case.priorities.processing().urgency));
        Head {
            caption,
            title: title.into(),
            tags,
            kept: self.kept().then(|| self.t("kept-pages")),
            label: self.t("case-pages"),
            links: self.links(at),
        }
    }

    /// Whether a member asked that something be kept from the others.
    fn kept(&self) -> bool {
        let mut wishes = self.case().confidences.iter();
        wishes.any(|k| k.lifted.is_none())
    }

    fn links(&self, at: &str) -> Vec<Link> {
        let (base, case) = (self.base(), self.case());
        let counted = |key: &str, count: usize| self.t1(key, "count", count);
        let mut links = vec![
            (self.t("case-page-overview"), String::new()),
            (self.t("case-page-referral"), "/referral".to_owned()),
            (
                counted("case-page-persons", case.referral.present().count()),
                "/persons".to_owned(),
            ),
            (
                counted("case-page-documents", case.referral.in_hand().count()),
                "/documents".to_owned(),
            ),
        ];
        if self.assesses() {
            links.push((self.t("case-page-interview"), "/interview".to_owned()));
            links.push((
                counted("case-page-fairness", case.concerns.len()),
                "/fairness".to_owned(),
            ));
            links.push((self.t("case-page-queries"), "/status-queries".to_owned()));
        }
        if self.may(Kind::SignLetter) || !case.letters.is_empty() {
            let count = counted("case-page-letters", case.letters.len());
            links.push((count, "/letters".to_owned()));
        }
        if !case.confidences.is_empty() {
            let standing = case.confidences.iter().filter(|k| k.lifted.is_none());
            let count = counted("case-page-confidential", standing.count());
            links.push((count, "/confidential".to_owned()));
        }
        if likeness::concerns(self) {
            let count = counted("case-page-matches", case.matches.open());
            links.push((count, "/possible-matches".to_owned()));
        }
        links.push((self.t("case-page-timeline"), "/timeline".to_owned()));
        links
            .into_iter()
            .map(|(label, path)| {
                let current = path == at;
                Link::new(label, format!("{base}{path}")).current_if(current)
            })
            .collect()
    }

    /// Whether the reader is of the office that assesses the case, or did.
    pub(super) fn assesses(&self) -> bool {
        self.purpose() == Some(Purpose::Office)
            && self.holds()
            && matches!(
                self.case().stage,
                Stage::Assessment | Stage::Decided | Stage::Withdrawn
            )
    }

    /// The name of a partner, in full.
    pub(super) fn partner(&self, code: &str) -> String {
        let partner = self.policy().partner(code, self.today);
        partner.map_or_else(|| code.to_owned(), |p| self.lang().text(&p.name).to_owned())
    }

    /// The name of an office.
    pub(super) fn office(&self, code: &str) -> String {
        let office = self.policy().office(code, self.today);
        office.map_or_else(|| code.to_owned(), |o| self.lang().text(&o.name).to_owned())
    }

    /// Where something in the policy comes from, in words.
    pub(super) fn source(&self, origin: &Origin) -> String {
        let lang = self.lang();
        match origin {
            Origin::Assumed => lang.t("source-assumed"),
            Origin::Source(text) => match text.split_once(':') {
                Some(("law", cited)) => {
                    let cited: Vec<_> = cited.split(',').map(|c| lang.cite(c.trim())).collect();
                    cited.join("; ")
                }
                Some(("seed", "stream")) => lang.t("source-stream"),
                Some(("seed", "release")) => lang.t("source-release"),
                _ => lang.t("source-page"),
            },
        }
    }
}

/// Where an act is done, and about what.
pub(super) fn act_address(base: &str, kind: Kind, about: &[(&str, &str)]) -> String {
    let mut address = format!("{base}/do/{}", kind.name());
    for (at, (name, value)) in about.iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(value);
    }
    address
}

/// The heading of a page of a case.
#[derive(Template)]
#[template(path = "_case_head.html")]
pub(super) struct Head {
    caption: String,
    title: String,
    tags: Vec<Tag>,
    /// Said where the case holds what members keep from each other.
    kept: Option<String>,
    label: String,
    links: Vec<Link>,
}

impl HtmlSafe for Head {}

/// A stage as a tag.
pub(super) fn stage_tag(lang: Lang, stage: Stage) -> Tag {
    let tone = match stage {
        Stage::Held => Tone::Waiting,
        Stage::Decided => Tone::Done,
        Stage::None | Stage::Withdrawn => Tone::Neutral,
        _ => Tone::Info,
    };
    Tag::new(lang.t(&format!("stage-{}", stage.code())), tone)
}

/// An urgency as a tag, unless the case moves in turn.
pub(super) fn urgency_tag(lang: Lang, urgency: Urgency) -> Option<Tag> {
    match urgency {
        Urgency::Normal => None,
        Urgency::Urgent => Some(Tag::new(lang.t("urgency-urgent"), Tone::Urgent)),
        Urgency::Emergency => Some(Tag::new(lang.t("urgency-emergency"), Tone::Urgent)),
    }
}

/// An urgency in a word.
pub(super) fn urgency_word(lang: Lang, urgency: Urgency) -> String {
    lang.t(match urgency {
        Urgency::Normal => "urgency-normal",
        Urgency::Urgent => "urgency-urgent",
        Urgency::Emergency => "urgency-emergency",
    })
}

/// A person's relationship to the principal applicant, in words.
pub(super) fn relationship(lang: Lang, person: &Person) -> String {
    lang.t(&format!(
        "relationship-{}",
        person.details.relationship.code()
    ))
}
