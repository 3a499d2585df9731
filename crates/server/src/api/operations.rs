//! The list of operations: what is routed, and what the OpenAPI document says, are this one list.

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::HeaderMap;
use axum::routing::{MethodRouter, delete, get, post};
use safeconduct_domain::act::Kind;

use super::body::{Json, LIMIT};
use super::caller::Caller;
use super::{acts, board, case, cases, documents, people, referrals, session};
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
    fn new(
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
    const fn group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }
    const fn more(mut self, key: &'static str) -> Self {
        self.more = Some(key);
        self
    }
    const fn query(mut self, query: &'static [&'static str]) -> Self {
        self.query = query;
        self
    }
    const fn takes(mut self, takes: Takes) -> Self {
        self.takes = takes;
        self
    }
    const fn gives(mut self, gives: Gives) -> Self {
        self.gives = gives;
        self
    }
    const fn key(mut self, key: KeyUse) -> Self {
        self.key = key;
        self
    }
    const fn open(mut self) -> Self {
        self.open = true;
        self
    }
}

/// Every operation, in the order of the description.
#[must_use]
pub fn all() -> Vec<Operation> {
    let mut all = of_session();
    all.extend(of_referrals());
    all.extend(of_cases());
    all.extend(of_documents());
    all.extend(of_acts());
    all.extend(of_board());
    all
}

fn of_session() -> Vec<Operation> {
    let path = "/api/v1/session";
    let all = [
        Operation::new(
            Verb::Post,
            path,
            "begin-session",
            "api-begin-session",
            post(session::begin),
        )
        .more("api-begin-session-more")
        .takes(Takes::Json("session-request"))
        .gives(Gives::Json("session"))
        .open(),
        Operation::new(
            Verb::Delete,
            path,
            "end-session",
            "api-end-session",
            delete(session::end),
        ),
        Operation::new(Verb::Get, "/api/v1/me", "me", "api-me", get(people::me))
            .gives(Gives::Json("me")),
        Operation::new(
            Verb::Get,
            "/api/v1/colleagues",
            "colleagues",
            "api-colleagues",
            get(people::colleagues),
        )
        .gives(Gives::Json("colleagues")),
    ];
    all.map(|o| o.group(Group::Session)).into()
}

fn of_referrals() -> Vec<Operation> {
    let path = "/api/v1/referrals";
    let refer = Operation::new(
        Verb::Post,
        path,
        "refer",
        "api-refer",
        post(referrals::refer),
    )
    .more("api-refer-more")
    .takes(Takes::Json("referral"))
    .gives(Gives::Made("case-made"))
    .key(KeyUse::Must);
    vec![refer.group(Group::Referrals)]
}

fn of_cases() -> Vec<Operation> {
    let one = "/api/v1/cases/{id}";
    let at = |rest: &str| format!("{one}/{rest}");
    vec![
        Operation::new(
            Verb::Get,
            "/api/v1/cases",
            "list-cases",
            "api-list-cases",
            get(cases::list),
        )
        .query(&cases::FILTERS)
        .gives(Gives::Json("case-list")),
        Operation::new(
            Verb::Post,
            "/api/v1/cases/search",
            "search-cases",
            "api-search-cases",
            post(cases::search),
        )
        .more("api-search-cases-more")
        .takes(Takes::Json("search"))
        .gives(Gives::Json("case-list")),
        Operation::new(
            Verb::Post,
            "/api/v1/cases",
            "open-referral",
            "act-open-referral",
            post(cases::open),
        )
        .takes(Takes::Act(Kind::Open))
        .gives(Gives::Made("case-made"))
        .key(KeyUse::May),
        Operation::new(
            Verb::Get,
            one,
            "read-case",
            "api-read-case",
            get(case::read),
        )
        .more("api-read-case-more")
        .gives(Gives::Json("case")),
        Operation::new(
            Verb::Get,
            &at("timeline"),
            "timeline",
            "api-timeline",
            get(case::timeline),
        )
        .gives(Gives::Json("timeline")),
        Operation::new(
            Verb::Get,
            &at("as-of/{ms}"),
            "case-as-of",
            "api-case-as-of",
            get(case::as_of),
        )
        .gives(Gives::Json("case")),
        Operation::new(
            Verb::Get,
            &at("tasks"),
            "tasks",
            "api-tasks",
            get(case::tasks),
        )
        .gives(Gives::Json("tasks")),
    ]
}

fn of_documents() -> Vec<Operation> {
    let path = "/api/v1/cases/{id}/documents";
    // the file is counted as it comes, by the use case
    let add = post(documents::add).layer(DefaultBodyLimit::disable());
    let all = [
        Operation::new(Verb::Post, path, "add-document", "act-add-document", add)
            .more("api-add-document-more")
            .takes(Takes::File)
            .gives(Gives::Made("document-made"))
            .key(KeyUse::May),
        Operation::new(
            Verb::Get,
            &format!("{path}/{{doc}}"),
            "fetch-document",
            "api-fetch-document",
            get(documents::fetch),
        )
        .more("api-fetch-document-more")
        .gives(Gives::File),
    ];
    all.map(|o| o.group(Group::Documents)).into()
}

fn of_acts() -> Vec<Operation> {
    acts::kinds()
        .flat_map(|kind| [of_act(kind), of_form(kind)])
        .collect()
}

fn of_act(kind: Kind) -> Operation {
    let path = format!("/api/v1/cases/{{id}}/acts/{}", kind.name());
    let words = format!("act-{}", kind.name());
    let route = post(
        move |state: State<ServerState>,
              caller: Caller,
              id: Path<String>,
              headers: HeaderMap,
              body: Json<LIMIT>| { acts::act(kind, state, caller, id, headers, body) },
    );
    Operation::new(Verb::Post, &path, kind.name(), &words, route)
        .takes(Takes::Act(kind))
        .gives(Gives::Json("case-made"))
        .key(KeyUse::May)
        .group(Group::Acts)
}

fn of_form(kind: Kind) -> Operation {
    let path = format!("/api/v1/cases/{{id}}/acts/{}", kind.name());
    let id = format!("{}-form", kind.name());
    let route = get(
        move |state: State<ServerState>, caller: Caller, id: Path<String>| {
            acts::describe(kind, state, caller, id)
        },
    );
    Operation::new(Verb::Get, &path, &id, "api-act-form", route)
        .gives(Gives::Json("json-schema"))
        .group(Group::Acts)
}

fn of_board() -> Vec<Operation> {
    let all = [
        Operation::new(
            Verb::Get,
            "/api/v1/notices",
            "notices",
            "api-notices",
            get(board::notices),
        )
        .query(&["limit"])
        .gives(Gives::Json("notices")),
        Operation::new(
            Verb::Post,
            "/api/v1/notices/read",
            "read-notices",
            "api-read-notices",
            post(board::notices_read),
        )
        .takes(Takes::Json("notices-read")),
        Operation::new(
            Verb::Get,
            "/api/v1/tracking",
            "tracking",
            "api-tracking",
            get(board::tracking),
        )
        .gives(Gives::Json("tracking")),
        Operation::new(
            Verb::Get,
            "/api/v1/audit",
            "audit",
            "api-audit",
            get(board::audit),
        )
        .more("api-audit-more")
        .query(&["case", "actor", "before"])
        .gives(Gives::Json("trail")),
        Operation::new(
            Verb::Get,
            "/api/v1/policy",
            "policy",
            "api-policy",
            get(board::policy),
        )
        .query(&["on"])
        .gives(Gives::Json("policy")),
    ];
    all.map(|o| o.group(Group::Board)).into()
}
