//! The whole work in Chromium with scripts off: from an empty referral to the notice, every step through the pages,
//! each in the role that does it.

use fantoccini::Locator;
use fantoccini::elements::Element;
use jiff::civil::Date;
use safeconduct_domain::case::Stage;

use crate::browser::{Browser, Demo, press};

struct Worker<'a> {
    browser: &'a Browser,
    base: &'a str,
    today: Date,
    steps: u32,
}

impl Worker<'_> {
    async fn open(&self, path: &str) {
        self.browser.go(&format!("{}{path}", self.base)).await;
    }

    /// Fills whatever form the page has, the way the given answers say and otherwise plainly, and sends it.
    async fn fill(&mut self, path: &str, answers: &[(&str, &str)]) {
        self.open(path).await;
        self.steps += 1;
        let form = self
            .browser
            .client
            .find(Locator::Css("main form:not([action='/sign-out'])"))
            .await;
        let form = form.unwrap_or_else(|_| panic!("no form at {path}"));
        for field in form
            .find_all(Locator::Css("input, textarea, select"))
            .await
            .unwrap()
        {
            self.field(&field, answers).await;
        }
        let buttons = form.find_all(Locator::Css("button")).await.unwrap();
        press(buttons.into_iter().next_back().unwrap()).await;
        self.confirm().await;
        let source = self.browser.source().await;
        assert!(
            !source.contains("sc-error-summary"),
            "{path} was refused: {}",
            summary(&source)
        );
    }

    /// A page that asks to check the answers has one more button.
    async fn confirm(&self) {
        let path = self
            .browser
            .client
            .current_url()
            .await
            .unwrap()
            .path()
            .to_owned();
        if !path.contains("/do/") {
            return;
        }
        if self.browser.source().await.contains("sc-error-summary") {
            return;
        }
        let buttons = self
            .browser
            .client
            .find_all(Locator::Css("main form button"))
            .await
            .unwrap();
        if let Some(last) = buttons.into_iter().next_back() {
            press(last).await;
        }
    }

    async fn field(&self, field: &Element, answers: &[(&str, &str)]) {
        let name = field.attr("name").await.unwrap().unwrap_or_default();
        let kind = field.attr("type").await.unwrap().unwrap_or_default();
        let value = field.attr("value").await.unwrap().unwrap_or_default();
        let answer = answers.iter().find(|(n, _)| *n == name).map(|(_, a)| *a);
        match (field.tag_name().await.unwrap().as_str(), kind.as_str()) {
            (_, "hidden" | "submit" | "button") => {}
            (_, "file") => field.send_keys(answer.unwrap_or_default()).await.unwrap(),
            (_, "radio" | "checkbox") => {
                let wanted = answer.is_some_and(|a| {
                    a.split(' ').any(|one| one == value) || a == "yes" && value == "yes"
                });
                if wanted && !field.is_selected().await.unwrap() {
                    field.click().await.unwrap();
                }
            }
            ("select", _) => {
                if let Some(answer) = answer {
                    field.select_by_value(answer).await.unwrap();
                }
            }
            _ => {
                let part = name.rsplit('-').next().unwrap_or_default();
                let day = answers
                    .iter()
                    .find(|(n, _)| name.strip_suffix(&format!("-{part}")) == Some(*n))
                    .map(|(_, a)| *a);
                let text = match (answer, day) {
                    (Some(answer), _) => Some(answer.to_owned()),
                    (None, Some(day)) => date_part(day, part, self.today),
                    (None, None) => None,
                };
                if let Some(text) = text {
                    field.clear().await.unwrap();
                    field.send_keys(&text).await.unwrap();
                }
            }
        }
    }
}

fn date_part(day: &str, part: &str, today: Date) -> Option<String> {
    let date = if day == "today" {
        today
    } else {
        day.parse().ok()?
    };
    match part {
        "year" => Some(date.year().to_string()),
        "month" => Some(date.month().to_string()),
        "day" => Some(date.day().to_string()),
        _ => None,
    }
}

fn summary(source: &str) -> String {
    let from = source.find("sc-error-summary").unwrap_or_default();
    source[from..].chars().take(900).collect()
}

fn id(text: &str, before: &str) -> String {
    let from = text
        .find(before)
        .unwrap_or_else(|| panic!("no {before} in {text}"))
        + before.len();
    text[from..from + 32].to_owned()
}

const PERSON: [(&str, &str); 14] = [
    ("relationship", "principal-applicant"),
    ("family-name", "Tesfamariam"),
    ("given-names", "Selam"),
    ("native-name", "ሰላም"),
    ("sex", "female"),
    ("birth", "1988-05-17"),
    ("birth-country", "Eritrea"),
    ("nationalities", "Eritrea"),
    ("residence", "Kenya"),
    ("status", "asylum seeker"),
    ("marital-status", "single"),
    ("languages", "Tigrinya"),
    ("no-identity-document", "Taken at the border."),
    ("accompanying", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_work_with_scripts_off() {
    let demo = Demo::start().await;
    let browser = Browser::open(false, 1280).await;
    let today = demo.world.app.today();
    let mut work = Worker {
        browser: &browser,
        base: &demo.base,
        today,
        steps: 0,
    };

    // the partner's caseworker
    browser.sign_in(&demo.base, "fld-caseworker").await;
    work.fill(
        "/cases/new",
        &[("reference", "FLD-BROWSER-1"), ("language", "en")],
    )
    .await;
    let here = browser
        .client
        .current_url()
        .await
        .unwrap()
        .path()
        .to_owned();
    let case = id(&here, "/cases/");
    let act = |name: &str| format!("/cases/{case}/do/{name}");
    work.fill(&act("add-person"), &PERSON).await;
    let work_answers = [
        ("categories", "journalist"),
        ("description", "Recorded testimonies."),
        ("persecutors", "state"),
        ("persecutors-who", "The security service."),
        ("adverse-countries", "Eritrea"),
    ];
    work.fill(&act("record-work"), &work_answers).await;
    let risk = [
        ("description", "Arrested twice."),
        ("durable-solution", "Only by giving up the work."),
        ("charges", "None known."),
    ];
    work.fill(&act("record-risk"), &risk).await;
    let contact = [
        ("address", "With a friend."),
        ("channel", "Signal"),
        ("hours", "Evenings"),
    ];
    work.fill(&act("set-contact"), &contact).await;
    let declaration = [
        ("all-family-declared", "yes"),
        ("signed-on", "today"),
        ("representative", "none"),
        ("interview-languages", "Tigrinya"),
    ];
    work.fill(&act("record-declaration"), &declaration).await;
    work.open(&format!("/cases/{case}/persons")).await;
    let person = id(&browser.source().await, &format!("/cases/{case}/persons/"));
    let of = |name: &str| format!("/cases/{case}/do/{name}?person={person}");
    work.fill(
        &of("record-consent"),
        &[
            ("given-on", "today"),
            ("manner", "written"),
            ("person", &person),
        ],
    )
    .await;
    let file = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
    std::fs::write(file.path(), "An invented document.").unwrap();
    let file = file.path().display().to_string();
    for (kind, whom) in [("application-form", ""), ("photo", person.as_str())] {
        work.fill(
            &format!("/cases/{case}/documents/add"),
            &[("kind", kind), ("person", whom), ("file", &file)],
        )
        .await;
    }
    work.fill(&act("request-approval"), &[]).await;

    // the partner's supervisor attests and submits
    browser.sign_in(&demo.base, "fld-supervisor").await;
    work.fill(
        &act("attest"),
        &[("grounds", "Known to us since 2021."), ("confirmed", "yes")],
    )
    .await;
    work.fill(&act("submit"), &[]).await;

    // the centre
    browser.sign_in(&demo.base, "roc-o-intake").await;
    work.open("/cases").await;
    assert!(browser.source().await.contains("FLD-BROWSER-1"));
    work.fill(&act("accept-referral"), &[]).await;
    work.fill(
        &act("record-number"),
        &[("kind", "g-number"), ("value", "G000000001")],
    )
    .await;
    work.fill(&act("choose-office"), &[("office", "nairobi")])
        .await;
    work.fill(&act("transfer"), &[]).await;

    // the office
    browser.sign_in(&demo.base, "nairobi-officer").await;
    work.open("/cases").await;
    work.fill(&act("accept-transfer"), &[]).await;
    let waiver = [
        ("mode", "waived"),
        ("reason", "safety"),
        ("asylum-risk", "Nobody may come to the door."),
        ("rests-on", "risk"),
    ];
    work.fill(&act("plan-interview"), &waiver).await;
    let officer = demo.world.session("nairobi-officer");
    let seen = demo
        .world
        .app
        .look(&officer, case.parse().unwrap(), "case")
        .await
        .unwrap();
    let who = seen.case.referral.principal().unwrap().id;
    for task in
        safeconduct_domain::tasks::of_person(demo.world.app.policy(), &seen.case, who, today)
    {
        let about = format!(
            "{}&about={}",
            of(if is_element(&demo, &task.id) {
                "find-element"
            } else {
                "record-check"
            }),
            task.id
        );
        if task.id == "interview" || !task.mandatory {
            continue;
        }
        if is_element(&demo, &task.id) {
            work.fill(
                &about,
                &[("finding", "met"), ("reasons", "Found on the referral.")],
            )
            .await;
        } else {
            work.fill(&about, &[("outcome", "passed"), ("on", "today")])
                .await;
        }
    }

    // the designated officer decides; the partner is told
    browser.sign_in(&demo.base, "nairobi-decision").await;
    work.fill(
        &of("decide"),
        &[
            ("verdict", "approved"),
            ("reasons", "Decided on the findings."),
        ],
    )
    .await;
    let decided = demo
        .world
        .app
        .look(
            &demo.world.session("nairobi-decision"),
            case.parse().unwrap(),
            "case",
        )
        .await
        .unwrap();
    assert_eq!(decided.case.stage, Stage::Decided);
    browser.sign_in(&demo.base, "fld-caseworker").await;
    work.open("/notices").await;
    assert!(
        browser.source().await.contains("FLD-BROWSER-1"),
        "the partner is told the outcome"
    );
    browser.sign_in(&demo.base, "planner").await;
    work.open("/tracking").await;
    browser.sign_in(&demo.base, "auditor").await;
    work.open("/audit").await;
    println!(
        "the whole work with scripts off: {} forms sent through the pages, 0 refused; decided and told",
        work.steps
    );
}

fn is_element(demo: &Demo, task: &str) -> bool {
    demo.world
        .app
        .policy()
        .element(task, demo.world.app.today())
        .is_some()
}
