//! Taking out the certified record: where it is offered, what it is, and that its paper holds everything it says.

use std::io::{Cursor, Read as _};

use safeconduct_casework::demo::{Ending, Story};
use safeconduct_casework::record::{self, Edition};
use safeconduct_domain::case::Stage;
use safeconduct_domain::event::Event;
use safeconduct_domain::id::CaseId;
use safeconduct_journal::VerifyingKey;
use safeconduct_testkit::world::World;
use serde_json::Value;

use crate::case_pages::{at, both};
use crate::hard_support::text_of;
use crate::visit::Browser;

/// An officer who holds a case, and its decisions: entry and person.
async fn held(world: &World, case: CaseId) -> (&'static str, Vec<(u64, String)>) {
    for handle in [
        "nairobi-officer",
        "ankara-officer",
        "amman-officer",
        "bogota-officer",
    ] {
        if let Ok(view) = world.look(handle, case).await {
            let made = view
                .entries
                .iter()
                .filter_map(|(stamp, event)| match event {
                    Event::Decided { decide, .. } => Some((stamp.seq, decide.person.to_string())),
                    _ => None,
                });
            return (handle, made.collect());
        }
    }
    panic!("nobody holds it");
}

fn part(archive: &[u8], name: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut bytes = Vec::new();
    let mut file = zip.by_name(name).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// Every plain text in what was recorded that is long enough to be somebody's words.
fn words<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) if text.len() >= 12 && text.is_ascii() && text.contains(' ') => {
            found.push(text);
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        Value::Object(members) => members.values().for_each(|item| words(item, found)),
        _ => {}
    }
}

/// Without spaces and breaks, which a page puts where it likes.
fn packed(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{ad}');
    text.chars().filter(kept).collect()
}

/// Says what of a record is not on its paper.
fn missing(data: &Value, paper: &str) -> Vec<String> {
    let mut said = Vec::new();
    for entry in data["entries"].as_array().unwrap() {
        words(&entry["event"], &mut said);
    }
    assert!(said.len() > 10, "there is something to find");
    let lost = said.iter().flat_map(|text| text.lines());
    // a long text may run over a page's foot: its parts are looked for
    let parts = lost.flat_map(|line| line.split(['.', ',', ';', ':']));
    let parts = parts.map(packed).filter(|part| part.len() > 8);
    parts.filter(|part| !paper.contains(part)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_paper_holds_everything_that_was_recorded() {
    let world = World::sqlite().await;
    let key = VerifyingKey::from_vkey(&world.app.checkpoint_key()).unwrap();
    let mut lost = Vec::new();
    for (number, ending) in [(1, Ending::Approved), (8, Ending::Refused)] {
        let story = Story {
            number,
            partner: "fld",
            until: Stage::Decided,
            ending,
        };
        let case = safeconduct_casework::demo::play(&world.app, &world.stream, &story)
            .await
            .unwrap();
        let (officer, decisions) = held(&world, case).await;
        let mut browser = Browser::on(&world);
        browser.become_(officer).await;
        let (decision, person) = decisions.last().unwrap();
        let place = format!("{}/record/{decision}", at(case));
        let page = format!("{}/decision/{person}", at(case));
        let [en, fr] = both(&mut browser, &page).await;
        assert!(en.says("Certified record") && en.html.contains(&place));
        assert!(fr.says("Dossier certifié") && fr.html.contains(&place));
        for (lang, title) in [("en", "Certified record"), ("fr", "Dossier certifié")] {
            browser.lang(lang);
            let (headers, archive) = browser.raw(&place).await;
            assert_eq!(headers["content-type"], "application/zip");
            let name = headers["content-disposition"].to_str().unwrap();
            assert_eq!(name, "attachment; filename=\"certified-record.zip\"");
            let checked = record::check(Cursor::new(&archive), &key).unwrap();
            assert_eq!((checked.case, checked.decision), (case, *decision));
            let paper = text_of(&part(&archive, "record.pdf"));
            assert!(paper.contains(title), "{lang}");
            let data: Value = serde_json::from_slice(&part(&archive, "record.json")).unwrap();
            let lines = paper.lines().filter(|line| !line.contains("– page "));
            let packed = packed(&lines.collect::<String>());
            lost.extend(missing(&data, &packed));
            // a planted text that is nowhere is missed
            let mut planted = data.clone();
            let event = &mut planted["entries"][3]["event"];
            *event = serde_json::json!({ "x": "Qzx words that nobody wrote" });
            assert_eq!(missing(&planted, &packed), ["Qzxwordsthatnobodywrote"]);
            let pseudonyms = paper
                .split_whitespace()
                .filter(|word| word.len() == 32 && word.bytes().all(|b| b.is_ascii_hexdigit()));
            assert_eq!(pseudonyms.collect::<Vec<_>>(), Vec::<&str>::new(), "{lang}");
        }
        // the application is that of who was decided on first
        let court = format!("{}/record/{}/court", at(case), decisions[0].0);
        the_court_edition(&mut browser, &key, ending, &court).await;
        // who does not answer for it is told nothing of it
        browser.become_("fld-caseworker").await;
        browser.get(&place).await.expect(404);
    }
    lost.sort();
    lost.dedup();
    assert_eq!(lost, Vec::<String>::new());
}

/// Offered for what is before the Court, and marked on paper; refused in words for what is not.
async fn the_court_edition(browser: &mut Browser, key: &VerifyingKey, ending: Ending, place: &str) {
    if ending == Ending::Approved {
        for (lang, words) in [
            ("en", "Record the application"),
            ("fr", "Consignez d’abord"),
        ] {
            browser.lang(lang);
            let page = browser.get(place).await.expect(422);
            assert!(page.says(words), "{lang}");
        }
        return;
    }
    let marks = ["not given to the person", "non communiqué à la personne"];
    for (lang, mark) in ["en", "fr"].into_iter().zip(marks) {
        browser.lang(lang);
        let (headers, archive) = browser.raw(place).await;
        let name = headers["content-disposition"].to_str().unwrap();
        assert_eq!(name, "attachment; filename=\"certified-record-court.zip\"");
        let checked = record::check(Cursor::new(&archive), key).unwrap();
        assert_eq!(checked.edition, Edition::Court);
        let paper = text_of(&part(&archive, "record.pdf"));
        let lines = paper.lines().filter(|line| !line.contains("– page "));
        let paper = packed(&lines.collect::<String>());
        assert!(paper.contains(&packed(mark)) && paper.contains("IMM-9001-26"));
        let data: Value = serde_json::from_slice(&part(&archive, "record.json")).unwrap();
        let lost = missing(&data, &paper);
        assert_eq!(lost, Vec::<String>::new());
    }
}
