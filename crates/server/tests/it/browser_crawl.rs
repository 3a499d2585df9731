//! Every page of every role, in both languages: axe-core finds nothing, no page is over 40 kB, nothing is missing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

use safeconduct_domain::case::Stage;
use serde_json::Value;

use crate::browser::{Browser, Demo};

/// A page may have so many bytes.
const LARGEST: usize = 40 * 1024;

/// axe-core, put there by ./test.sh; the repository holds none of it.
fn axe() -> String {
    let target = PathBuf::from(env!("CARGO_BIN_EXE_safeconduct"));
    let target = target
        .parent()
        .and_then(std::path::Path::parent)
        .unwrap()
        .to_owned();
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target");
    let places = [target, repository].map(|t| t.join("tools/node_modules/axe-core/axe.min.js"));
    let found = places
        .iter()
        .find_map(|place| std::fs::read_to_string(place).ok());
    found.expect("axe-core is installed by ./test.sh into target/tools")
}

/// The shape of an address: identifiers and numbers do not make another page.
fn shape(path: &str) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let mut out = String::new();
    let mut run = String::new();
    for c in path.chars().chain(['/']) {
        if c.is_ascii_hexdigit() {
            run.push(c);
            continue;
        }
        let id = run.len() == 32 || (!run.is_empty() && run.bytes().all(|b| b.is_ascii_digit()));
        out.push_str(if id { "*" } else { &run });
        run.clear();
        out.push(c);
    }
    out
}

fn links(source: &str, base: &str) -> Vec<String> {
    source
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|href| href.replace("&amp;", "&").replace(base, ""))
        .filter(|href| {
            href.starts_with('/')
                && !href.starts_with("/assets")
                && !href.starts_with("/language")
                && !href.starts_with("//")
        })
        .filter(|href| !href.contains("/documents/") || href.contains("/add"))
        // what is a PDF is not a page
        .filter(|href| !href.contains("/letters/") && !href.ends_with("/letter"))
        // nor is an archive
        .filter(|href| !href.ends_with(".json") && !href.ends_with("/package"))
        .collect()
}

struct Crawl {
    seen: BTreeSet<String>,
    largest: (usize, String),
    violations: BTreeMap<String, usize>,
    pages: usize,
}

impl Crawl {
    async fn role(&mut self, browser: &Browser, demo: &Demo, handle: &str, axe: &str) {
        browser.sign_in(&demo.base, handle).await;
        let mut waiting: VecDeque<String> = [
            "/".to_owned(),
            "/account".to_owned(),
            "/accessibility".to_owned(),
        ]
        .into();
        while let Some(path) = waiting.pop_front() {
            let key = format!("{handle} {}", shape(&path));
            if !self.seen.insert(key) {
                continue;
            }
            for lang in ["en", "fr"] {
                browser
                    .go(&format!(
                        "{}/language/{lang}?back={}",
                        demo.base,
                        escape(&path)
                    ))
                    .await;
                let source = browser.source().await;
                self.page(&path, handle, lang, &source);
                self.axe(browser, axe, &format!("{path} as {handle} in {lang}"))
                    .await;
                waiting.extend(links(&source, &demo.base));
            }
        }
    }

    fn page(&mut self, path: &str, handle: &str, lang: &str, source: &str) {
        self.pages += 1;
        if source.len() > self.largest.0 {
            self.largest = (source.len(), format!("{path} as {handle} in {lang}"));
        }
        assert!(
            !source.contains('⟦'),
            "a message is missing at {path} as {handle} in {lang}"
        );
        assert!(
            source.contains(&format!("lang=\"{lang}\"")),
            "{path} as {handle} is not in {lang}"
        );
    }

    async fn axe(&mut self, browser: &Browser, axe: &str, place: &str) {
        browser.client.execute(axe, Vec::new()).await.unwrap();
        let run = "const done = arguments[arguments.length - 1]; axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(' | '))))";
        let found = browser.client.execute_async(run, Vec::new()).await.unwrap();
        for violation in found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            *self
                .violations
                .entry(format!("{violation} at {place}"))
                .or_default() += 1;
        }
    }
}

fn escape(path: &str) -> String {
    path.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"/-_.".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_both_languages() {
    let demo = Demo::start().await;
    for (number, partner, until) in [
        (0, "fld", Stage::Preparing),
        (3, "fld", Stage::AwaitingApproval),
        (6, "fld", Stage::Attested),
        (1, "fld", Stage::Submitted),
        (8, "fld", Stage::Held),
        (4, "fld", Stage::FileCreated),
        (5, "unhcr", Stage::InTransfer),
        (10, "pd", Stage::Assessment),
        (20, "fld", Stage::Decided),
    ] {
        demo.world.case_at(number, partner, until).await;
    }
    let browser = Browser::open(true, 1280).await;
    let axe = axe();
    let mut crawl = Crawl {
        seen: BTreeSet::new(),
        largest: (0, String::new()),
        violations: BTreeMap::new(),
        pages: 0,
    };
    let roles = [
        "fld-caseworker",
        "fld-supervisor",
        "roc-o-intake",
        "nairobi-officer",
        "nairobi-decision",
        "planner",
        "auditor",
        "administrator",
    ];
    for handle in roles {
        crawl.role(&browser, &demo, handle, &axe).await;
    }
    // the control: a page with a fault in it is found
    browser
        .go("data:text/html,<html><body><img src='x'></body></html>")
        .await;
    let before = crawl.violations.len();
    crawl.axe(&browser, &axe, "the control").await;
    assert!(
        crawl.violations.len() > before,
        "axe finds nothing in a faulty page"
    );
    crawl
        .violations
        .retain(|place, _| !place.ends_with("the control"));
    println!(
        "pages seen: {} ({} shapes and roles, two languages), axe violations: {}, largest {} bytes: {}",
        crawl.pages,
        crawl.seen.len(),
        crawl.violations.len(),
        crawl.largest.0,
        crawl.largest.1
    );
    assert_eq!(
        crawl.violations.into_keys().collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    assert!(
        crawl.largest.0 <= LARGEST,
        "{} has {} bytes",
        crawl.largest.1,
        crawl.largest.0
    );
}
