//! Canaries: strings planted through every field, note, file name and file, then looked for in everything that is
//! stored, logged or mailed: raw, UTF-16, base64 and hexadecimal. A planted fault must be found, or the search is blind.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use safeconduct_casework::account::NewMember;
use safeconduct_casework::demo::{self, Ending, Ink, Story};
use safeconduct_casework::document::Label;
use safeconduct_domain::access::Role;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Stage;
use safeconduct_testkit::postgres::{Durability, Postgres};
use safeconduct_testkit::world::World;
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Keys of the acts' free text.
const FREE: [&str; 52] = [
    "reference",
    "unhcr-number",
    "description",
    "persecutors-who",
    "in-asylum",
    "durable-solution",
    "charges",
    "interview",
    "address",
    "channel",
    "hours",
    "code-word",
    "never",
    "family-name",
    "given-names",
    "native-name",
    "other-names",
    "status",
    "no-identity-document",
    "representative-details",
    "grounds",
    "note",
    "value",
    "safety",
    "asylum-risk",
    "travel",
    "surveillance",
    "interpreter-needed",
    "interpreter-avoid",
    "language",
    "present",
    "text",
    "reasons",
    "concern",
    "disclosed",
    "answer",
    "analysis",
    "evidence",
    "question",
    "by",
    "manner",
    "known-from",
    "offence",
    "context",
    "sentence",
    "corresponds",
    "asked",
    "word-weighed",
    "zone",
    "place",
    "remarks",
    "ground",
];

#[derive(Default)]
struct Planter(Mutex<Vec<String>>);

impl Planter {
    fn plant(&self) -> String {
        let mut planted = self.0.lock().unwrap();
        // no two alike, none a word of any language, each long enough never to occur by chance
        let canary = format!(
            "canary{:04}qzxkwj{:04}",
            planted.len(),
            9999 - planted.len()
        );
        planted.push(canary.clone());
        canary
    }

    fn walk(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (key, field) in fields {
                    match field {
                        Value::String(text)
                            if FREE.contains(&key.as_str()) && !fixed(key, text) =>
                        {
                            *text = self.plant()
                        }
                        other => self.walk(other),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.walk(item)),
            _ => {}
        }
    }
}

/// Codes that share their key with free text elsewhere.
fn fixed(key: &str, text: &str) -> bool {
    let id = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
    id || key == "manner"
        || (key == "language" && matches!(text, "en" | "fr"))
        || (key == "answer" && matches!(text, "all-declared" | "somebody-missing"))
        || (key == "by" && matches!(text, "partner" | "protocol"))
}

impl Ink for Planter {
    fn act(&self, act: Act) -> Act {
        let mut value = serde_json::to_value(&act).unwrap();
        self.walk(&mut value);
        serde_json::from_value(value).unwrap()
    }

    fn document(&self, label: Label, _: Vec<u8>) -> (Label, Vec<u8>) {
        let content = format!("{}\n", self.plant()).repeat(9000).into_bytes();
        (
            Label {
                name: format!("{}.pdf", self.plant()),
                ..label
            },
            content,
        )
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Every form a canary may have been written in.
fn forms(canary: &str) -> Vec<Vec<u8>> {
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| canary.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let hex: String = canary.bytes().map(|b| format!("{b:02x}")).collect();
    let mut forms = vec![
        canary.as_bytes().to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ];
    forms.push(hex.to_uppercase().into_bytes());
    forms.push(hex.into_bytes());
    // base64 at each of its three alignments, without the characters that its neighbours share
    for lead in 0..3 {
        let text = STANDARD.encode(format!("{}{canary}", "x".repeat(lead)));
        let from = if lead == 0 { 0 } else { 4 };
        forms.push(text.as_bytes()[from..text.len() - 4].to_vec());
    }
    forms
}

struct Search {
    scanned: u64,
    found: Vec<String>,
    needles: aho_corasick::AhoCorasick,
    names: Vec<String>,
}

impl Search {
    fn new(canaries: &[String]) -> Self {
        let mut patterns = Vec::new();
        let mut names = Vec::new();
        for canary in canaries {
            for form in forms(canary) {
                patterns.push(form);
                names.push(canary.clone());
            }
        }
        Self {
            scanned: 0,
            found: Vec::new(),
            needles: aho_corasick::AhoCorasick::new(patterns).unwrap(),
            names,
        }
    }

    fn bytes(&mut self, place: &str, bytes: &[u8]) {
        self.scanned += bytes.len() as u64;
        if let Some(hit) = self.needles.find(bytes) {
            self.found.push(format!(
                "{} in {place}",
                self.names[hit.pattern().as_usize()]
            ));
        }
    }

    fn folder(&mut self, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                self.folder(&path);
            } else if let Ok(bytes) = std::fs::read(&path) {
                self.bytes(&path.display().to_string(), &bytes);
            }
        }
    }
}

async fn plant_everywhere(world: &World, planter: &Planter) {
    for (number, partner, until, ending) in [
        (4, "fld", Stage::Decided, Ending::Approved),
        (3, "unhcr", Stage::Decided, Ending::Refused),
        (9, "pd", Stage::Held, Ending::Approved),
        (11, "fld", Stage::Withdrawn, Ending::Approved),
        (19, "pd", Stage::Assessment, Ending::Approved),
    ] {
        let story = Story {
            number,
            partner,
            until,
            ending,
        };
        demo::play_with(&world.app, &world.stream, &story, planter)
            .await
            .unwrap();
    }
    let member = NewMember {
        group: "fld".into(),
        roles: vec![Role::Caseworker],
        name: planter.plant(),
        handle: planter.plant(),
        email: format!("{}@example.invalid", planter.plant()),
    };
    world
        .app
        .invite(&world.session("administrator"), member)
        .await
        .unwrap();
}

async fn scan(world: &World, planter: &Planter, more: &[&Path], engine: &str) {
    let log = Log::default();
    let made = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || made.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    plant_everywhere(world, planter).await;
    let mut mails = Vec::new();
    while let Some(mail) = world.app.next_mail().await.unwrap() {
        mails.extend(format!("{mail:?}").into_bytes());
        world.app.mail_sent(mail).await.unwrap();
    }
    world.app.checkpoint().await.unwrap();
    drop(guard);

    let canaries = planter.0.lock().unwrap().clone();
    assert!(
        canaries.len() >= 200,
        "only {} canaries were planted",
        canaries.len()
    );
    let mut search = Search::new(&canaries);
    search.folder(world.folder());
    more.iter().for_each(|folder| search.folder(folder));
    search.bytes("the log", &log.0.lock().unwrap());
    search.bytes("the mail", &mails);
    assert_eq!(search.found, Vec::<String>::new());
    let scanned = search.scanned;

    // the control: one string in clear must be found, in every form
    let mut found = 0;
    for form in forms(&canaries[7]) {
        std::fs::write(
            world.folder().join("planted"),
            [b"....".as_slice(), &form, b"...."].concat(),
        )
        .unwrap();
        let mut again = Search::new(&canaries);
        again.folder(world.folder());
        found += again.found.len();
    }
    assert_eq!(found, forms(&canaries[7]).len());
    println!(
        "canaries on {engine}: {} planted x {} forms, {scanned} bytes searched, 0 found (control: {found} planted, {found} found)",
        canaries.len(),
        forms(&canaries[7]).len()
    );
}

#[tokio::test]
async fn nothing_is_stored_in_clear_on_sqlite() {
    let world = World::sqlite().await;
    scan(&world, &Planter::default(), &[], "sqlite").await;
}

#[tokio::test]
async fn nothing_is_stored_in_clear_on_postgres() {
    let server = Postgres::start(Durability::None).unwrap();
    let world = World::postgres(server.database().unwrap()).await;
    scan(&world, &Planter::default(), &[server.folder()], "postgres").await;
}
