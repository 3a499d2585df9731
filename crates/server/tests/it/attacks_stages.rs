//! Acts at a stage, in a role, where `docs/access.md` has no ✔: none is accepted, on the pages or by the API.

use std::collections::BTreeSet;
use std::path::Path;

use safeconduct_domain::access::Relation;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;

use crate::attacks_client::{Ask, Person, Site, parts};
use crate::attacks_land::{self, KINDS, Target};
use crate::attacks_sample;

/// What the document allows: role, relation, act, stage.
type Allowed = BTreeSet<(String, &'static str, String, usize)>;

/// The document's grids, as a reader reads them.
fn document() -> Allowed {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md");
    let text = std::fs::read_to_string(path).unwrap();
    let mut allowed = Allowed::new();
    for section in text.split("\n## ").skip(1) {
        let (title, grid) = section.split_once('\n').unwrap();
        let Some((role, relation)) = title.rsplit_once(", ") else {
            continue;
        };
        let relation = match relation {
            "holder" => "holder",
            "receiver" => "receiver",
            _ => continue,
        };
        for row in grid
            .lines()
            .filter(|line| line.starts_with("| ") && line.contains("`)"))
        {
            let act = row.split("(`").nth(1).unwrap().split('`').next().unwrap();
            let cells: Vec<&str> = row
                .trim_matches('|')
                .split('|')
                .skip(1)
                .map(str::trim)
                .collect();
            assert_eq!(cells.len(), 1 + Stage::ALL.len());
            for (stage, _) in cells.iter().enumerate().filter(|(_, cell)| **cell == "✔") {
                allowed.insert((role.to_owned(), relation, act.to_owned(), stage));
            }
        }
    }
    allowed
}

/// What the document calls the role of an account.
fn role(handle: &str) -> &'static str {
    match handle {
        h if h.ends_with("-caseworker") => "Partner caseworker",
        h if h.ends_with("-supervisor") => "Partner supervisor",
        h if h.starts_with("roc-o") => "Intake officer, Resettlement Operations Centre",
        h if h.ends_with("-officer") => "Migration officer",
        h if h.ends_with("-decision") => "Designated officer",
        other => panic!("no role of {other}"),
    }
}

#[derive(Default)]
struct Count {
    pairs: usize,
    tried: usize,
    open: usize,
    wrong: Vec<String>,
}

/// Tries one act in every way; whether it is legal says what must come of it.
async fn attempt(
    site: &Site,
    who: &Person,
    target: &Target,
    kind: Kind,
    legal: bool,
    count: &mut Count,
) {
    let case = target.case.to_string();
    let (page, call) = (
        format!("/cases/{case}/do/{}", kind.name()),
        format!("/api/v1/cases/{case}/acts/{}", kind.name()),
    );
    let what = format!("{} at {} by {}", kind.name(), target.name, who.handle);
    let mut wrong = |way: &str, said: &crate::attacks_client::Said| {
        count.wrong.push(format!("{what}, {way}: {}", said.status))
    };
    if legal {
        count.open += 1;
        if !matches!(kind, Kind::AddDocument) {
            // the gate is open: what is refused is an answer nobody asked for
            let said = site
                .ask(
                    Ask::post(&call)
                        .bearer(who)
                        .json(&serde_json::json!({"surprise": 1})),
                )
                .await;
            if said.status != 422 || said.code() != "fields" {
                wrong("control", &said);
            }
        }
        return;
    }
    count.pairs += 1;
    if kind == Kind::AddDocument {
        let (csrf, once) = (who.csrf.as_bytes(), site.once());
        let (media, body) = parts(&[
            ("csrf", None, csrf),
            ("once", None, once.as_bytes()),
            ("kind", None, b"other"),
            ("file", Some("a.pdf"), b"x"),
        ]);
        let (_, plain) = parts(&[
            ("name", None, b"a.pdf"),
            ("kind", None, b"other"),
            ("file", Some("a.pdf"), b"x"),
        ]);
        let add = Ask::post(&format!("/cases/{case}/documents/add"))
            .by(who)
            .body(&media, body);
        let call = Ask::post(&format!("/api/v1/cases/{case}/documents"))
            .bearer(who)
            .body(&media, plain);
        for ask in [add, call] {
            let said = site.ask(ask).await;
            count.tried += 1;
            if said.status != 422 {
                wrong("a file", &said);
            }
        }
        return;
    }
    let schema = if kind == Kind::Open {
        serde_json::json!({"properties": {"reference": {"type": "string"}, "language": {"type": "string", "enum": ["en"]}}, "required": ["reference", "language"]})
    } else {
        {
            let said = site.ask(Ask::get(&call).bearer(who)).await;
            assert_eq!(said.status, 200, "{what}");
            said.json()
        }
    };
    let good = attacks_sample::object(&schema, false);
    if kind != Kind::Open {
        let said = site.ask(Ask::post(&call).bearer(who).json(&good)).await;
        count.tried += 1;
        if said.status != 422 || said.code() != "not-now" {
            wrong("call", &said);
        }
    }
    let mut fields = attacks_sample::inputs(&schema, &good);
    // as if the page had been read again and sent on
    fields.push(("step".to_owned(), "send".to_owned()));
    let borrowed: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let closed = if kind == Kind::Open { 404 } else { 422 };
    for (way, said) in [
        ("page", site.page(who, &page).await),
        ("form", site.post(who, &page, &borrowed).await),
    ] {
        count.tried += 1;
        if said.status != closed {
            wrong(way, &said);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_ones_to_do_now_is_not_done() {
    let site = Site::start().await;
    let targets = attacks_land::cases(&site).await;
    let allowed = document();
    assert!(
        allowed.len() > 200,
        "{} ticks in the document",
        allowed.len()
    );
    let mut count = Count::default();
    for target in &targets {
        let column = 1 + Stage::ALL
            .iter()
            .position(|stage| *stage == target.stage)
            .unwrap();
        let keeper = target.readers[0];
        let before = site.world.look(keeper, target.case).await.unwrap();
        for handle in KINDS.iter().filter(|handle| target.opens_to(handle)) {
            let view = site.world.look(handle, target.case).await.unwrap();
            let relation = if view.relation == Relation::Holder {
                "holder"
            } else {
                "receiver"
            };
            let who = site.sign_in(handle).await;
            for kind in Kind::ALL {
                let key = (
                    role(handle).to_owned(),
                    relation,
                    kind.name().to_owned(),
                    column,
                );
                attempt(
                    &site,
                    &who,
                    target,
                    *kind,
                    allowed.contains(&key),
                    &mut count,
                )
                .await;
            }
            for odd in [
                "no-such-act",
                "look",
                "download",
                "Submit",
                "submit%00",
                "..%2f..",
            ] {
                for ask in [
                    Ask::post(&format!("/cases/{}/do/{odd}", target.case))
                        .by(&who)
                        .form(&[("csrf", &who.csrf), ("once", "abcdefgh")]),
                    Ask::post(&format!("/api/v1/cases/{}/acts/{odd}", target.case))
                        .bearer(&who)
                        .json(&serde_json::json!({})),
                ] {
                    count.tried += 1;
                    let said = site.ask(ask).await;
                    assert!(matches!(said.status, 400 | 404), "{odd}: {}", said.status);
                }
            }
        }
        let after = site.world.look(keeper, target.case).await.unwrap();
        assert!(before.case == after.case, "{} has changed", target.name);
        let acts = |view: &safeconduct_casework::case::View| {
            view.entries
                .iter()
                .filter(|(_, e)| e.name() != "looked")
                .count()
        };
        assert_eq!(acts(&before), acts(&after), "{}", target.name);
    }
    assert!(
        count.wrong.is_empty(),
        "{} wrong: {:#?}",
        count.wrong.len(),
        &count.wrong[..count.wrong.len().min(40)]
    );
    println!(
        "stages: {} illegal triples of stage, role and act, {} requests, 0 accepted, 0 cases changed (control: {} legal ones whose gate is open)",
        count.pairs, count.tried, count.open
    );
}
