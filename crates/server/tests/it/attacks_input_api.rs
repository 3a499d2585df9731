//! Bad input by the API: every member of every act × everything in the corpus, and bodies that are none. Never a 5xx,
//! never taken; a problem document in the caller's language says what to mend.

use std::collections::BTreeSet;

use safeconduct_domain::act::Kind;
use safeconduct_server::api::operation::{Takes, Verb};
use safeconduct_server::api::operations;
use serde_json::{Value, json};

use crate::attacks_client::{Ask, Person, Said, Site, parts};
use crate::attacks_corpus::{INJECTIONS, broken};
use crate::attacks_land::{self, Target};
use crate::attacks_sample;

/// Values that a member of a form may be given by a program that is wrong or wicked.
fn values() -> Vec<Value> {
    let deep = (0..100).fold(json!("x"), |inner, _| json!([inner]));
    let nested = (0..100).fold(json!("x"), |inner, _| json!({ "a": inner }));
    let mut all = vec![
        json!(17),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(true),
        json!(false),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"a": {"b": []}}),
        json!([null]),
        json!([1, "x"]),
        json!(""),
        json!(" "),
        json!("2026-02-31"),
        json!("0000-01-01"),
        json!("10000-01-01"),
        json!("-2026-01-01"),
        json!("2026-13-01"),
        json!("2026-1-1"),
        json!("2026-01-01T00:00:00Z"),
        json!("٢٠٢٦-٠١-٠١"),
        json!("25:61"),
        json!("er"),
        json!("Narnia"),
        json!(vec!["ER"; 10_000]),
        json!(["A language nobody speaks\u{1}"]),
        json!("x".repeat(200_000)),
        deep,
        nested,
    ];
    let texts = broken()
        .into_iter()
        .filter_map(|(_, bytes)| String::from_utf8(bytes).ok());
    all.extend(texts.map(Value::from));
    all.extend(INJECTIONS.chunks(4).map(|some| Value::from(some.join(" "))));
    all
}

/// Bodies that are no JSON, or none that says anything.
fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let text = |label, text: String| (label, text.into_bytes());
    vec![
        text(
            "a lone surrogate",
            "{\"reference\":\"\\ud800\",\"search\":\"\\ud800\"}".into(),
        ),
        text("the other half", "{\"reference\":\"\\udc00x\"}".into()),
        text(
            "halves in the wrong order",
            "{\"reference\":\"\\udc00\\ud800\"}".into(),
        ),
        text("a surrogate as a name", "{\"\\ud83d\":1}".into()),
        ("bytes of no text", b"{\"reference\":\"a\xffb\"}".to_vec()),
        (
            "surrogates as bytes",
            b"{\"reference\":\"\xed\xa0\x80\"}".to_vec(),
        ),
        (
            "UTF-16",
            "{\"reference\":\"x\"}"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
        ),
        ("a mark before it", b"\xef\xbb\xbf{}".to_vec()),
        text(
            "deep lists",
            format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)),
        ),
        text(
            "deep objects",
            format!("{}1{}", "{\"a\":".repeat(50_000), "}".repeat(50_000)),
        ),
        text("deep, never closed", "[{\"a\":".repeat(20_000)),
        text(
            "the same member twice",
            "{\"reference\":\"a\",\"reference\":\"b\"}".into(),
        ),
        text(
            "the same member twice, escaped",
            "{\"reference\":\"a\",\"r\\u0065ference\":\"b\"}".into(),
        ),
        text(
            "a huge number",
            format!("{{\"reference\":{}}}", "9".repeat(100_000)),
        ),
        text("a huge exponent", "{\"reference\":1e999999999}".into()),
        text("not a number", "{\"reference\":NaN}".into()),
        text("one quotation mark", "{'reference':'x'}".into()),
        text("a comment", "{/* x */}".into()),
        text("cut short", "{\"reference\":\"x".into()),
        text("more after the end", "{} {}".into()),
        text("a control character", "{\"reference\":\"a\u{1}b\"}".into()),
        text("only spaces", "   ".into()),
    ]
}

/// Bodies that are JSON, and no object with anything known in it.
fn shapes() -> Vec<Value> {
    let many: serde_json::Map<String, Value> =
        (0..20_000).map(|n| (format!("m{n}"), json!(n))).collect();
    vec![
        json!(null),
        json!([]),
        json!("x"),
        json!(7),
        json!(true),
        json!([{}]),
        json!({"surprise": 1}),
        Value::Object(many),
        json!({"": ""}),
        json!({"\u{0}": 1, "a/b~c": 2}),
    ]
}

#[derive(Default)]
struct Count {
    acts: BTreeSet<&'static str>,
    members: usize,
    requests: usize,
    wrong: Vec<String>,
}

impl Count {
    /// What every refusal is: a problem in the caller's language, not a word of what was sent.
    fn refused(&mut self, what: &str, said: &Said) {
        self.requests += 1;
        let document = said.json();
        let kind = said
            .header("content-type")
            .starts_with("application/problem+json");
        let words = document["title"].as_str().unwrap_or_default();
        let texts = document["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .all(|e| e["message"].as_str().is_some_and(|m| !m.is_empty()));
        let sound = kind
            && !words.is_empty()
            && texts
            && !said.text().contains('⟦')
            && said.body.len() < 150_000;
        if !(400..500).contains(&said.status) || !sound {
            let text: String = said.text().chars().take(200).collect();
            self.wrong.push(format!("{what}: {} {text}", said.status));
        }
    }
}

async fn whose<'t>(site: &Site, targets: &'t [Target], kind: Kind) -> (&'t Target, &'static str) {
    for target in targets {
        for handle in &target.readers {
            if site
                .world
                .look(handle, target.case)
                .await
                .unwrap()
                .may(kind)
            {
                return (target, handle);
            }
        }
    }
    (&targets[0], "fld-caseworker")
}

/// Every member of an act's form.
async fn members(site: &Site, who: &Person, target: &Target, kind: Kind, count: &mut Count) {
    let call = format!("/api/v1/cases/{}/acts/{}", target.case, kind.name());
    let schema = site
        .ask(Ask::get(&call).bearer(who))
        .await
        .expect(200)
        .json();
    count.acts.insert(kind.name());
    let good = attacks_sample::object(&schema, true);
    for name in schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name)
    {
        count.members += 1;
        for (at, value) in values().into_iter().enumerate() {
            let mut body = good.clone();
            body[name] = value;
            // whatever this one is, nothing can be done
            body["surprise"] = json!(1);
            let lang = if at % 2 == 0 { "en" } else { "fr" };
            let said = site
                .ask(
                    Ask::post(&call)
                        .bearer(who)
                        .header("accept-language", lang)
                        .json(&body),
                )
                .await;
            count.refused(&format!("{} {name} {at}", kind.name()), &said);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_member_of_every_call_bears_anything() {
    let site = Site::start().await;
    let targets = attacks_land::cases(&site).await;
    let mut count = Count::default();
    let mut calls = Vec::new();
    for operation in operations::all()
        .into_iter()
        .filter(|o| o.verb == Verb::Post && o.takes != Takes::File)
    {
        let kind = match operation.takes {
            Takes::Act(kind) if kind != Kind::Open => kind,
            _ => Kind::Open,
        };
        let (target, handle) = whose(&site, &targets, kind).await;
        let who = site.sign_in(handle).await;
        calls.push((
            target.fill(&operation.path, &target.case.to_string()),
            who,
            target,
            kind,
        ));
    }
    // every case is opened once by everybody who acts here: what follows must write nothing
    for (_, who, target, _) in &calls {
        site.ask(Ask::get(&format!("/api/v1/cases/{}", target.case)).bearer(who))
            .await;
    }
    let referring = site.sign_in("unhcr-caseworker").await;
    let filing = site.sign_in("fld-supervisor").await;
    let path = format!("/api/v1/cases/{}", targets[0].case);
    site.ask(Ask::get(&path).bearer(&filing)).await.expect(200);
    let entries = site.entries().await;
    for (path, who, target, kind) in &calls {
        if *kind != Kind::Open {
            members(&site, who, target, *kind, &mut count).await;
        }
        whole(&site, path, who, &mut count).await;
    }
    referral(&site, &referring, &mut count).await;
    files(&site, &targets[0], &filing, &mut count).await;
    assert!(
        count.wrong.is_empty(),
        "{} wrong: {:#?}",
        count.wrong.len(),
        &count.wrong[..count.wrong.len().min(30)]
    );
    assert_eq!(site.entries().await, entries, "something was recorded");
    println!(
        "bad input, API: {} acts, {} members x {} values, {} calls x {} bodies: {} requests, 0 answered with 5xx, 0 taken, journal unmoved",
        count.acts.len(),
        count.members,
        values().len(),
        calls.len(),
        bodies().len() + shapes().len() + 7,
        count.requests
    );
}

/// Bodies as a whole.
async fn whole(site: &Site, path: &str, who: &Person, count: &mut Count) {
    let once = || site.once();
    let ask = |kind: &str, body: Vec<u8>| {
        Ask::post(path)
            .bearer(who)
            .header("idempotency-key", &once())
            .body(kind, body)
    };
    for (label, body) in bodies() {
        let said = site.ask(ask("application/json", body)).await;
        count.refused(&format!("{path} {label}"), &said);
    }
    for shape in shapes() {
        let said = site
            .ask(ask("application/json", shape.to_string().into_bytes()))
            .await;
        count.refused(&format!("{path} {:.40}", shape.to_string()), &said);
    }
    let small = b"{\"surprise\":1}".to_vec();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonp",
        "application/json-seq",
        "x",
    ] {
        let said = site.ask(ask(kind, small.clone())).await;
        count.refused(&format!("{path} as {kind}"), &said);
    }
    let mut large = b"{\"reference\":\"".to_vec();
    large.resize(10_000_000, b'x');
    large.extend(b"\"}");
    let said = site.ask(ask("application/json", large)).await;
    count.refused(&format!("{path} 10 MB"), &said);
    for key in [
        "short",
        "",
        "a b c d e f g",
        "ключ-ключ",
        "\"unclosed-key",
        &"k".repeat(65),
        "key\u{7f}key-key",
    ] {
        let Ok(value) = axum::http::HeaderValue::from_bytes(key.as_bytes()) else {
            continue;
        };
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        let said = site
            .ask(
                Ask::post(path)
                    .bearer(who)
                    .header("idempotency-key", &value)
                    .body("application/json", small.clone()),
            )
            .await;
        count.refused(&format!("{path} key {key}"), &said);
    }
}

/// A schema with what it refers to in its place.
fn resolved(root: &Value, schema: &Value) -> Value {
    if let Some(target) = schema["$ref"]
        .as_str()
        .and_then(|target| target.strip_prefix('#'))
    {
        return resolved(root, root.pointer(target).unwrap());
    }
    match schema {
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(name, member)| (name.clone(), resolved(root, member)));
            Value::Object(members.collect())
        }
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| resolved(root, item)).collect())
        }
        other => other.clone(),
    }
}

/// Every leaf of an object, by its way down.
fn leaves(value: &Value, way: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| leaves(member, &format!("{way}/{name}"), out)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| leaves(item, &format!("{way}/{at}"), out)),
        _ => {}
    }
    out.push(way.to_owned());
}

fn full(schema: &Value) -> Value {
    match schema["type"].as_str() {
        Some("object") => {
            let members = schema["properties"].as_object().into_iter().flatten();
            Value::Object(
                members
                    .map(|(name, property)| (name.clone(), full(property)))
                    .collect(),
            )
        }
        Some("array") => json!([full(&schema["items"])]),
        _ => attacks_sample::value(schema),
    }
}

/// The call that submits a whole referral, at every place of it.
async fn referral(site: &Site, who: &Person, count: &mut Count) {
    let schema = site
        .ask(Ask::get("/api/v1/schemas/referral.json"))
        .await
        .expect(200)
        .json();
    let good = full(&resolved(&schema, &schema));
    let mut ways = Vec::new();
    leaves(&good, "", &mut ways);
    let values = values();
    for (at, way) in ways.iter().enumerate().filter(|(_, way)| !way.is_empty()) {
        count.members += 1;
        // a different part of the corpus at each place, all of it over the whole
        for turn in 0..8 {
            let mut body = good.clone();
            *body.pointer_mut(way).unwrap() = values[(at * 8 + turn) % values.len()].clone();
            body["surprise"] = json!(1);
            let once = site.once();
            let said = site
                .ask(
                    Ask::post("/api/v1/referrals")
                        .bearer(who)
                        .header("idempotency-key", &once)
                        .json(&body),
                )
                .await;
            count.refused(&format!("refer {way}"), &said);
        }
    }
}

/// The call that takes a file: parts in the wrong order, too large, with names that are none.
async fn files(site: &Site, target: &Target, who: &Person, count: &mut Count) {
    let path = format!("/api/v1/cases/{}/documents", target.case);
    let large = vec![b'x'; 100_000];
    let odd: Vec<Vec<crate::attacks_client::Part<'_>>> = vec![
        vec![],
        vec![("file", Some("a.pdf"), b"x")],
        vec![("kind", None, b"other")],
        vec![
            ("kind", None, b"no-such-kind"),
            ("file", Some("a.pdf"), b"x"),
        ],
        vec![("kind", None, b"\xff\xfe"), ("file", Some("a.pdf"), b"x")],
        vec![("kind", None, &large), ("file", Some("a.pdf"), b"x")],
        vec![
            ("kind", None, b"other"),
            ("person", None, b"0123456789abcdef0123456789abcdef"),
            ("file", Some("a.pdf"), b"x"),
        ],
        vec![
            ("kind", None, b"other"),
            ("surprise", None, b"x"),
            ("file", Some("a.pdf"), b"x"),
        ],
        vec![
            ("kind", None, b"other"),
            ("name", None, b"a\x00\x1b[31m"),
            ("file", Some("a.pdf"), b"x"),
        ],
        vec![
            ("kind", None, b"other"),
            ("name", None, "a\u{202e}fdp.exe".as_bytes()),
            ("file", Some("a.pdf"), b"x"),
        ],
    ];
    for (at, pieces) in odd.iter().enumerate() {
        let (kind, body) = parts(pieces);
        let said = site
            .ask(Ask::post(&path).bearer(who).body(&kind, body))
            .await;
        count.refused(&format!("file {at}"), &said);
    }
    for (kind, body) in [
        ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=", "x"),
        ("multipart/form-data; boundary=a", "--b\r\n\r\nx"),
        (
            "multipart/form-data; boundary=a",
            "--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncut",
        ),
        (
            "multipart/form-data; boundary=a",
            "--a\r\nContent-Disposition: x\r\n\r\nx\r\n--a--",
        ),
        ("application/pdf", "a file about which nothing is said"),
    ] {
        let said = site
            .ask(Ask::post(&path).bearer(who).body(kind, body))
            .await;
        count.refused(&format!("file as {kind}"), &said);
    }
    let headers = [
        ("document-kind", "%ff%00"),
        ("document-kind", "other\u{7f}"),
        ("document-name", "%00"),
        ("document-person", "x"),
    ];
    for (name, value) in headers {
        let said = site
            .ask(
                Ask::post(&path)
                    .bearer(who)
                    .header(name, value.trim_end_matches('\u{7f}'))
                    .body("application/pdf", "x"),
            )
            .await;
        count.refused(&format!("file with {name}"), &said);
    }
}
