//! Every schema of the document, by name.

use jiff::civil::Date;
use safeconduct_domain::act::Kind;
use safeconduct_domain::policy::Policy;
use serde_json::{Map, Value, json};

use super::cases::{case, package, tasks, timeline};
use super::forms::{act, referral, titled};
use super::parts::{day, flag, id, list, map, object, one_of, refer, text, whole, without};
use crate::api::cases::search_form;
use crate::api::session;
use crate::web::i18n::Lang;
use safeconduct_domain::access::Role;
use safeconduct_domain::case::Stage;
use safeconduct_domain::compartment::Class;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::waiting::{DueFor, WaitsOn};

/// All of them.
pub(super) fn all(policy: &Policy, today: Date, lang: Lang) -> Value {
    let mut all = Map::new();
    for kind in Kind::ALL {
        all.insert(
            format!("act-{}", kind.name()),
            titled(&act(policy, today, *kind), lang),
        );
    }
    let mut put = |name: &str, schema: Value| all.insert(name.to_owned(), schema);
    put("session-request", titled(&session::form(), lang));
    put("search", search(lang));
    put("referral", without_dialect(referral(policy, today, lang)));
    put("document-parts", document_parts(policy, today, lang));
    put("case", case(policy, today));
    put("timeline", timeline());
    put("tasks", tasks());
    put("package", package(policy, today));
    put("json-schema", json!({ "type": "object" }));
    put(
        "policy",
        json!({ "type": "object", "required": ["version", "on"] }),
    );
    for (name, schema) in answers() {
        put(name, schema);
    }
    Value::Object(all)
}

fn without_dialect(mut schema: Value) -> Value {
    if let Value::Object(members) = &mut schema {
        members.remove("$schema");
    }
    schema
}

/// A search: the owner is a pseudonym.
fn search(lang: Lang) -> Value {
    let mut schema = titled(&search_form(), lang);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for property in properties.values_mut().filter_map(Value::as_object_mut) {
            property.remove("x-labels");
        }
        properties.insert("owner".to_owned(), id());
    }
    schema
}

/// A file with its answers as parts of a form.
fn document_parts(policy: &Policy, today: Date, lang: Lang) -> Value {
    let mut schema = titled(&act(policy, today, Kind::AddDocument), lang);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("name".to_owned(), text());
        properties.insert(
            "file".to_owned(),
            json!({ "type": "string", "format": "binary" }),
        );
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.push(json!("file"));
    }
    schema
}

/// What calls give, but for cases.
fn answers() -> [(&'static str, Value); 13] {
    let made = object([("case", id())], []);
    [
        ("problem", problem()),
        ("session", session_made()),
        ("me", me()),
        (
            "colleagues",
            object(
                [(
                    "items",
                    list(object([("user", id()), ("name", text())], [])),
                )],
                [],
            ),
        ),
        ("case-made", made),
        (
            "document-made",
            object([("case", id()), ("document", id())], []),
        ),
        ("case-list", case_list()),
        ("card", card()),
        (
            "notices",
            object([("items", list(notice())), ("unread", whole())], []),
        ),
        (
            "notices-read",
            object(
                [(
                    "seqs",
                    json!({ "type": "array", "items": whole(), "maxItems": 500 }),
                )],
                [],
            ),
        ),
        ("tracking", tracking()),
        (
            "trail",
            object([("items", list(line()))], [("next-before", whole())]),
        ),
        ("field-error", field_error()),
    ]
}

/// An RFC 9457 problem document with our members.
fn problem() -> Value {
    let refusal = [
        ("detail", text()),
        ("errors", list(refer("field-error"))),
        ("rule", text()),
        ("message", text()),
        ("citation", text()),
        ("citation-text", text()),
    ];
    object(
        [
            ("type", text()),
            ("title", text()),
            ("status", whole()),
            ("code", text()),
        ],
        refusal,
    )
}

fn field_error() -> Value {
    object(
        [
            ("field", text()),
            ("pointer", text()),
            ("code", text()),
            ("message", text()),
        ],
        [],
    )
}

fn session_made() -> Value {
    let always = [
        ("token", text()),
        ("token-type", one_of(&["Bearer"])),
        ("ends-ms", whole()),
        ("idle-ms", whole()),
    ];
    object(always, [])
}

fn me() -> Value {
    let purposes: Vec<&str> = Purpose::ALL.iter().map(|p| p.code()).collect();
    let team = object(
        [
            ("id", id()),
            ("code", text()),
            ("name", text()),
            ("purpose", one_of(&purposes)),
        ],
        [],
    );
    let roles: Vec<&str> = Role::ALL.iter().map(|r| r.code()).collect();
    let always = [
        ("user", id()),
        ("name", text()),
        ("handle", text()),
        ("organisation", text()),
        ("roles", list(one_of(&roles))),
        ("session-ends-ms", whole()),
    ];
    object(always, [("team", team), ("csrf", text())])
}

/// The stages there are.
pub(super) fn stage() -> Value {
    let stages: Vec<&str> = Stage::ALL.iter().map(|s| s.code()).collect();
    one_of(&stages)
}

fn class() -> Value {
    json!({ "type": "string", "enum": Class::ALL })
}

fn case_list() -> Value {
    let count = object([("class", class()), ("cases", whole())], []);
    let always = [
        ("items", list(refer("card"))),
        ("total", whole()),
        ("page", whole()),
        ("page-size", whole()),
        ("counts", list(count)),
    ];
    object(always, [])
}

fn coded<const N: usize>(codes: [&'static str; N]) -> Value {
    one_of(&codes)
}

fn card() -> Value {
    let always = [
        ("id", id()),
        ("reference", text()),
        ("initials", text()),
        ("partner", text()),
        ("stage", stage()),
        ("since-ms", whole()),
        ("urgency", one_of(&crate::api::cases::URGENCIES)),
        ("submission-urgency", one_of(&crate::api::cases::URGENCIES)),
        ("persons", whole()),
        ("waits-on", list(coded(WaitsOn::ALL.map(WaitsOn::code)))),
        ("gone", flag()),
    ];
    let perhaps = [
        ("submission-urgency", one_of(&crate::api::cases::URGENCIES)),
        ("due-for", coded(DueFor::ALL.map(DueFor::code))),
        ("received-ms", whole()),
        ("referred", day()),
        ("asylum", text()),
        ("office", text()),
        ("owner", id()),
        ("due", day()),
        ("number", text()),
        ("approved", whole()),
        ("refused", whole()),
    ];
    object(always, perhaps)
}

fn notice() -> Value {
    let always = [
        ("seq", whole()),
        ("at-ms", whole()),
        ("read", flag()),
        ("reference", text()),
        ("news", text()),
    ];
    let perhaps = [
        ("office", text()),
        ("number", text()),
        ("due", day()),
        ("referral-date", day()),
        ("approved", whole()),
        ("refused", whole()),
        ("on", day()),
        ("letter", text()),
    ];
    object(always, perhaps)
}

fn tracking() -> Value {
    let count = || map(object([("cases", whole()), ("persons", whole())], []));
    let decided = map(object([("approved", whole()), ("refused", whole())], []));
    let year = object(
        [("referred", whole()), ("approved", whole())],
        [("ceiling", whole())],
    );
    let always = [
        ("by-stage", count()),
        ("by-partner", count()),
        ("by-origin", count()),
        ("by-office", count()),
        ("referred-by-month", count()),
        ("decided-by-month", decided),
        ("year", year),
    ];
    object(always, [])
}

fn line() -> Value {
    let always = [
        ("seq", whole()),
        ("at-ms", whole()),
        ("actor", id()),
        ("group", id()),
        ("class", class()),
        ("place", text()),
    ];
    object(always, [("case", id()), ("what", text()), ("page", text())])
}

/// A form's answers without the members a view shows apart.
pub(super) fn bare(schema: Value, names: &[&str]) -> Value {
    names
        .iter()
        .fold(schema, |schema, name| without(schema, name))
}
