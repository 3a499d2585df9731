//! The list of operations: what is routed, and what the OpenAPI document says, are this one list.

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::HeaderMap;
use axum::routing::{MethodRouter, delete, get, post};
use safeconduct_domain::act::Kind;

use super::body::{Json, LIMIT};
use super::caller::Caller;
use super::operation::{Gives, Group, KeyUse, Operation, Takes, Verb};
use super::{acts, board, case, cases, documents, letters, people, referrals, session};
use crate::state::ServerState;

type Route = MethodRouter<ServerState>;

fn reads(path: &str, id: &str, words: &str, route: Route) -> Operation {
    Operation::new(Verb::Get, path, id, words, route)
}

fn posts(path: &str, id: &str, words: &str, route: Route) -> Operation {
    Operation::new(Verb::Post, path, id, words, route)
}

fn ends(path: &str, id: &str, words: &str, route: Route) -> Operation {
    Operation::new(Verb::Delete, path, id, words, route)
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
        posts(
            path,
            "begin-session",
            "api-begin-session",
            post(session::begin),
        )
        .more("api-begin-session-more")
        .takes(Takes::Json("session-request"))
        .gives(Gives::Json("session"))
        .open(),
        ends(path, "end-session", "api-end-session", delete(session::end)),
        reads("/api/v1/me", "me", "api-me", get(people::me)).gives(Gives::Json("me")),
        reads(
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
    let refer = posts(path, "refer", "api-refer", post(referrals::refer))
        .more("api-refer-more")
        .takes(Takes::Json("referral"))
        .gives(Gives::Made("case-made"))
        .key(KeyUse::Must);
    vec![refer.group(Group::Referrals)]
}

fn of_cases() -> Vec<Operation> {
    let mut all = of_lists();
    let one = "/api/v1/cases/{id}";
    let at = |rest: &str| format!("{one}/{rest}");
    all.extend([
        reads(one, "read-case", "api-read-case", get(case::read))
            .more("api-read-case-more")
            .gives(Gives::Json("case")),
        reads(
            &at("timeline"),
            "timeline",
            "api-timeline",
            get(case::timeline),
        )
        .gives(Gives::Json("timeline")),
        reads(
            &at("as-of/{ms}"),
            "case-as-of",
            "api-case-as-of",
            get(case::as_of),
        )
        .gives(Gives::Json("case")),
        reads(&at("tasks"), "tasks", "api-tasks", get(case::tasks)).gives(Gives::Json("tasks")),
    ]);
    all
}

fn of_lists() -> Vec<Operation> {
    let path = "/api/v1/cases";
    let search = "/api/v1/cases/search";
    vec![
        reads(path, "list-cases", "api-list-cases", get(cases::list))
            .query(&cases::FILTERS)
            .gives(Gives::Json("case-list")),
        posts(
            search,
            "search-cases",
            "api-search-cases",
            post(cases::search),
        )
        .more("api-search-cases-more")
        .takes(Takes::Json("search"))
        .gives(Gives::Json("case-list")),
        posts(
            path,
            "open-referral",
            "act-open-referral",
            post(cases::open),
        )
        .takes(Takes::Act(Kind::Open))
        .gives(Gives::Made("case-made"))
        .key(KeyUse::May),
    ]
}

fn of_documents() -> Vec<Operation> {
    let path = "/api/v1/cases/{id}/documents";
    // the file is counted as it comes, by the use case
    let add = post(documents::add).layer(DefaultBodyLimit::disable());
    let all = [
        posts(path, "add-document", "act-add-document", add)
            .more("api-add-document-more")
            .takes(Takes::File)
            .gives(Gives::Made("document-made"))
            .key(KeyUse::May),
        reads(
            &format!("{path}/{{doc}}"),
            "fetch-document",
            "api-fetch-document",
            get(documents::fetch),
        )
        .more("api-fetch-document-more")
        .gives(Gives::File),
        reads(
            "/api/v1/cases/{id}/letters/{letter}",
            "fetch-letter",
            "api-fetch-letter",
            get(letters::fetch),
        )
        .more("api-fetch-letter-more")
        .gives(Gives::Letter),
        reads(
            "/api/v1/cases/{id}/package",
            "fetch-package",
            "api-fetch-package",
            get(letters::package),
        )
        .more("api-fetch-package-more")
        .gives(Gives::Archive),
        reads(
            "/api/v1/cases/{id}/record/{decision}",
            "fetch-record",
            "api-fetch-record",
            get(letters::record),
        )
        .more("api-fetch-record-more")
        .gives(Gives::Archive),
        reads(
            "/api/v1/cases/{id}/record/{decision}/court",
            "fetch-court-record",
            "api-fetch-court-record",
            get(letters::court_record),
        )
        .more("api-fetch-court-record-more")
        .gives(Gives::Archive),
        reads(
            "/api/v1/notices/{seq}/letter",
            "fetch-enclosed",
            "api-fetch-enclosed",
            get(letters::enclosed),
        )
        .gives(Gives::Letter),
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
    posts(&path, kind.name(), &words, route)
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
    reads(&path, &id, "api-act-form", route)
        .gives(Gives::Json("json-schema"))
        .group(Group::Acts)
}

fn of_board() -> Vec<Operation> {
    let all = [
        reads(
            "/api/v1/notices",
            "notices",
            "api-notices",
            get(board::notices),
        )
        .query(&["limit"])
        .gives(Gives::Json("notices")),
        posts(
            "/api/v1/notices/read",
            "read-notices",
            "api-read-notices",
            post(board::notices_read),
        )
        .takes(Takes::Json("notices-read")),
        reads(
            "/api/v1/tracking",
            "tracking",
            "api-tracking",
            get(board::tracking),
        )
        .gives(Gives::Json("tracking")),
        reads("/api/v1/audit", "audit", "api-audit", get(board::audit))
            .more("api-audit-more")
            .query(&["case", "actor", "before"])
            .gives(Gives::Json("trail")),
        reads("/api/v1/policy", "policy", "api-policy", get(board::policy))
            .query(&["on"])
            .gives(Gives::Json("policy")),
    ];
    all.map(|o| o.group(Group::Board)).into()
}
