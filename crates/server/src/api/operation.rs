//! What is known of a call before anybody makes it.

use axum::routing::MethodRouter;
use safeconduct_domain::act::Kind;

use crate::state::ServerState;

/// What is done at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
}

impl Verb {
    /// As OpenAPI writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Delete => "delete",
        }
    }
}

/// What belongs together in the description: a tag, and the key of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Signing in and out, and who one is.
    Session,
    /// A complete referral in one call.
    Referrals,
    /// Work lists and cases.
    Cases,
    /// Documents.
    Documents,
    /// Acts on a case.
    Acts,
    /// Notices, tracker, trail, policy.
    Board,
}

impl Group {
    /// All of them, in the order of the description.
    pub const ALL: [Self; 6] = [
        Self::Session,
        Self::Referrals,
        Self::Cases,
        Self::Documents,
        Self::Acts,
        Self::Board,
    ];

    /// The tag, and the key of what it is called.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Session => ("session", "api-group-session"),
            Self::Referrals => ("referrals", "api-group-referrals"),
            Self::Cases => ("cases", "api-group-cases"),
            Self::Documents => ("documents", "api-group-documents"),
            Self::Acts => ("acts", "api-group-acts"),
            Self::Board => ("board", "api-group-board"),
        }
    }
}

/// What a call takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// No body.
    Nothing,
    /// JSON of that component.
    Json(&'static str),
    /// JSON of the form of an act.
    Act(Kind),
    /// A file with answers beside it.
    File,
}

/// What a call gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// Nothing: 204.
    Nothing,
    /// JSON of that component: 200.
    Json(&'static str),
    /// JSON of that component about what was made: 201, or 200 when it had been made before.
    Made(&'static str),
    /// The bytes of a file.
    File,
    /// The bytes of a letter: a PDF.
    Letter,
    /// The bytes of an archive: a ZIP.
    Archive,
}

/// What `Idempotency-Key` is to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyUse {
    /// Nothing.
    None,
    /// It may be sent.
    May,
    /// It must be sent.
    Must,
}

/// A call.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its name: `operationId`.
    pub id: String,
    /// What is done.
    pub verb: Verb,
    /// At which address; names in braces stand for anything.
    pub path: String,
    /// With what it belongs.
    pub group: Group,
    /// Key of what it is called.
    pub words: String,
    /// Key of more about it.
    pub more: Option<&'static str>,
    /// Whether anybody may call it, signed in or not.
    pub open: bool,
    /// Parameters of the address.
    pub query: &'static [&'static str],
    /// What it takes.
    pub takes: Takes,
    /// What it gives.
    pub gives: Gives,
    /// What the key is to it.
    pub key: KeyUse,
    /// Who answers.
    pub route: MethodRouter<ServerState>,
}

impl Operation {
    pub(super) fn new(
        verb: Verb,
        path: &str,
        id: &str,
        words: &str,
        route: MethodRouter<ServerState>,
    ) -> Self {
        Self {
            id: id.to_owned(),
            verb,
            path: path.to_owned(),
            group: Group::Cases,
            words: words.to_owned(),
            more: None,
            open: false,
            query: &[],
            takes: Takes::Nothing,
            gives: Gives::Nothing,
            key: KeyUse::None,
            route,
        }
    }
    pub(super) const fn group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }
    pub(super) const fn more(mut self, key: &'static str) -> Self {
        self.more = Some(key);
        self
    }
    pub(super) const fn query(mut self, query: &'static [&'static str]) -> Self {
        self.query = query;
        self
    }
    pub(super) const fn takes(mut self, takes: Takes) -> Self {
        self.takes = takes;
        self
    }
    pub(super) const fn gives(mut self, gives: Gives) -> Self {
        self.gives = gives;
        self
    }
    pub(super) const fn key(mut self, key: KeyUse) -> Self {
        self.key = key;
        self
    }
    pub(super) const fn open(mut self) -> Self {
        self.open = true;
        self
    }
}
