//! The pages of cases, found by following every link from the work list, as a partner, in intake and in an office.

use std::collections::{BTreeSet, VecDeque};

use super::Walker;
use crate::web::i18n::Lang;
use crate::web::templates_sample::check;

/// The templates the crawl shows.
pub(crate) const TEMPLATES: [&str; 20] = [
    "act.html",
    "act_check.html",
    "admissibility.html",
    "api.html",
    "api_operation.html",
    "as_of.html",
    "case.html",
    "case_record.html",
    "cases.html",
    "confidential.html",
    "decision.html",
    "documents.html",
    "eligibility.html",
    "fairness.html",
    "interview.html",
    "letters.html",
    "person.html",
    "persons.html",
    "possible_matches.html",
    "status_queries.html",
];
/// Templates shown by their own tests: after a session that ended, an archive that is refused, and the whole history.
pub(crate) const ELSEWHERE: [&str; 3] = ["record.html", "resume.html", "timeline.html"];

/// Whose links are followed.
const READERS: [&str; 3] = ["fld-caseworker", "roc-o-intake", "nairobi-officer"];

/// The shape of an address: pseudonyms and queries make no other page.
fn shape(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let parts = path.split('/').map(|part| {
        let id = part.len() == 32 && part.bytes().all(|b| b.is_ascii_hexdigit());
        if id { "*" } else { part }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Links to pages of cases and of the API's reference.
fn links(html: &str) -> impl Iterator<Item = String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with("/cases") || href.starts_with("/api"))
        .map(|href| href.replace("&amp;", "&").replace("&#38;", "&"))
        .map(|href| href.split('#').next().unwrap_or_default().to_owned())
}

/// Follows every link, one page of each shape for each reader and language. Gives the shapes.
pub(super) async fn crawl(walker: &mut Walker) -> BTreeSet<String> {
    let mut shapes = BTreeSet::new();
    for lang in Lang::ALL {
        walker.lang = lang;
        for reader in READERS {
            walker.become_(reader).await;
            let mut seen = BTreeSet::new();
            let mut waiting = VecDeque::from(["/cases".to_owned(), "/api".to_owned()]);
            while let Some(path) = waiting.pop_front() {
                if !seen.insert(shape(&path)) {
                    continue;
                }
                let html = walker.get(&path).await;
                if !html.starts_with("<!DOCTYPE html>") {
                    continue;
                }
                check(
                    &format!("crawl-{reader}{}", shape(&path).replace('/', "-")),
                    &html,
                    lang,
                );
                walker.seen += 1;
                waiting.extend(links(&html));
            }
            shapes.append(&mut seen);
        }
    }
    shapes
}
