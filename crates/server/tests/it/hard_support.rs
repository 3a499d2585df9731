//! What the hard cases share: an invented family brought to where its story begins, and a browser without scripts in
//! which the story is told. What is typed must be a field of the page; everything else is sent as the page had it.

use std::collections::BTreeMap;
use std::process::Command;

use axum::http::StatusCode;
use jiff::ToSpan as _;
use safeconduct_casework::document::Label;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::tasks;
use safeconduct_testkit::world::World;
use serde_json::{Value, json};

use crate::case_pages::{at, both};
use crate::visit::{Browser, Page, encoded};

/// Who does what in these stories.
pub const PARTNER: &str = "fld-caseworker";
pub const SUPERVISOR: &str = "fld-supervisor";
pub const CENTRE: &str = "roc-o-intake";
pub const OFFICER: &str = "nairobi-officer";
pub const DECIDER: &str = "nairobi-decision";

/// What is typed, or stands in an address.
pub type Said<'a> = &'a [(&'a str, &'a str)];

/// Somebody of a family: given names, relationship, date of birth, and what else there is to say.
pub struct Member(
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub Value,
);

/// A story of one case.
pub struct Tale {
    pub world: World,
    pub case: CaseId,
    browser: Browser,
    who: &'static str,
}

impl Tale {
    /// A complete referral of this family, not yet approved. `work` is said of the work besides what always is.
    pub async fn of(family: &[Member], work: Value) -> Self {
        let world = World::sqlite().await;
        let partner = world.session(PARTNER);
        let open = json!({ "reference": "FLD-HARD-1", "language": "en" });
        let opened = world
            .app
            .act(&partner, None, act("open-referral", open), None);
        let case = opened.await.unwrap().case;
        let browser = Browser::on(&world);
        let tale = Self {
            world,
            case,
            browser,
            who: "",
        };
        for Member(given, relationship, birth, more) in family {
            let details = json!({
                "relationship": relationship, "accompanying": true, "family-name": "Qandil", "given-names": given,
                "birth": birth, "birth-country": "SY", "nationalities": ["SY"], "residence": "KE",
                "marital-status": "single", "no-identity-document": "Burnt with the house.",
            });
            tale.acts(PARTNER, "add-person", merged(details, more))
                .await;
        }
        let about = json!({
            "categories": ["journalist"], "description": "Reports on courts.", "persecutors": ["state"],
            "persecutors-who": "The security service.", "adverse-countries": ["SY"],
        });
        tale.acts(PARTNER, "record-work", merged(about, &work))
            .await;
        let risk = json!({ "description": "Arrested twice.", "durable-solution": "None.", "charges": "See the file." });
        tale.acts(PARTNER, "record-risk", risk).await;
        let contact =
            json!({ "address": "With a friend.", "channel": "Signal", "hours": "Tuesdays" });
        tale.acts(PARTNER, "set-contact", contact).await;
        let declared = json!({
            "all-family-declared": true, "signed-on": tale.day(0), "representative": "none",
            "interview-languages": ["ar"],
        });
        tale.acts(PARTNER, "record-declaration", declared).await;
        tale.papers().await;
        tale
    }

    /// Consents of the adults, the form, and everybody's photograph.
    async fn papers(&self) {
        let (today, case) = (self.world.app.today(), self.see(PARTNER).await);
        self.paper("application-form", None).await;
        for person in case.referral.present() {
            if !person.details.minor(today) {
                let consent = json!({
                    "person": person.id, "given-on": self.day(0), "manner": "written", "outcome-to-partner": true,
                });
                self.acts(PARTNER, "record-consent", consent).await;
            }
            self.paper("photo", Some(person.id)).await;
        }
    }

    async fn paper(&self, kind: &str, person: Option<PersonId>) {
        let (app, partner) = (&self.world.app, self.world.session(PARTNER));
        let mut incoming = app.receive(&partner, self.case).await.unwrap();
        incoming.push(b"An invented document.").await.unwrap();
        let label = Label {
            name: format!("{kind}.txt"),
            kind: kind.into(),
            person,
        };
        app.keep(incoming, label, None).await.unwrap();
    }

    /// The same, brought on to a stage by everybody whose turn it is.
    pub async fn at(self, stage: Stage) -> Self {
        self.onward(Stage::Preparing, stage).await
    }

    /// From a stage it is at to a later one.
    pub async fn onward(self, from: Stage, stage: Stage) -> Self {
        let number = json!({ "kind": "g-number", "value": "G700000001" });
        let office = json!({ "office": "nairobi", "reason": "It serves the country." });
        let steps = [
            (Stage::Attested, PARTNER, "request-approval", json!({})),
            (
                Stage::Attested,
                SUPERVISOR,
                "attest",
                json!({ "grounds": "Known to us.", "confirmed": true }),
            ),
            (Stage::Submitted, PARTNER, "submit", json!({})),
            (Stage::FileCreated, CENTRE, "accept-referral", json!({})),
            (Stage::FileCreated, CENTRE, "record-number", number),
            (Stage::InTransfer, CENTRE, "choose-office", office),
            (Stage::InTransfer, CENTRE, "transfer", json!({})),
            (Stage::Assessment, OFFICER, "accept-transfer", json!({})),
        ];
        for (leads_to, who, name, fields) in steps {
            if from < leads_to && leads_to <= stage {
                self.world
                    .app
                    .take_in(&self.world.session(who))
                    .await
                    .unwrap();
                self.acts(who, name, fields).await;
            }
        }
        self
    }

    /// At the office, with an interview that was held.
    pub async fn heard(self) -> Self {
        let tale = self.at(Stage::Assessment).await;
        let plan = json!({ "mode": "in-person", "safety": "By the side entrance." });
        tale.acts(OFFICER, "plan-interview", plan).await;
        let notes = json!({ "held-on": tale.day(0), "present": "All.", "understood": true, "text": "Heard." });
        tale.acts(OFFICER, "sign-notes", notes).await;
        tale
    }

    /// Closes every task of somebody that is still open: findings met and checks passed, but for those named otherwise,
    /// and the classes considered.
    pub async fn assessed(&self, given: &str, otherwise: Said<'_>) {
        let (case, today, policy) = (
            self.see(OFFICER).await,
            self.world.app.today(),
            self.world.app.policy(),
        );
        let person = self.id(given).await;
        let stateless = case
            .referral
            .person(person)
            .unwrap()
            .details
            .nationalities
            .is_empty();
        let said = |id: &str| {
            otherwise
                .iter()
                .find(|(task, _)| *task == id)
                .map(|(_, said)| *said)
        };
        for task in tasks::of_person(policy, &case, person, today) {
            if tasks::is_plain(&task.id) || task.state != tasks::State::NotStarted {
                continue;
            }
            let (id, reasons) = (&task.id, "On all the material.");
            if policy.element(id, today).is_some() {
                let usual = match id.as_str() {
                    "quebec-selection" | "own-resources" => "not-asked",
                    "outside-former-residence" if !stateless => "not-asked",
                    "outside-country-of-nationality" if stateless => "not-asked",
                    _ => "met",
                };
                let finding = said(id).unwrap_or(usual);
                let found = json!({
                    "person": person, "element": id, "finding": finding, "reasons": reasons, "weighed": "Each point.",
                });
                self.acts(OFFICER, "find-element", found).await;
            } else {
                let outcome = said(id).unwrap_or("passed");
                let check = json!({
                    "person": person, "check": id, "outcome": outcome, "on": self.day(0), "reasons": reasons,
                });
                self.acts(OFFICER, "record-check", check).await;
            }
        }
        let stands = otherwise.iter().any(|(_, said)| *said == "not-met");
        for (class, member) in [("convention", !stands), ("country-of-asylum", false)] {
            let found = json!({ "person": person, "class": class, "member": member, "reasons": "Considered." });
            self.acts(OFFICER, "find-class", found).await;
        }
    }

    /// Does something as somebody, without a page: what leads up to the story.
    pub async fn acts(&self, who: &str, name: &str, fields: Value) {
        let mut fields = fields;
        let waived = fields["mode"] == "waived";
        for (field, said) in considered(name, waived) {
            let said = match field {
                "rests-on" => json!([said]),
                "none-to-avoid" => json!(true),
                _ => json!(said),
            };
            if fields.get(field).is_none() {
                fields[field] = said;
            }
        }
        let done = self.world.act(who, self.case, act(name, fields)).await;
        done.unwrap_or_else(|e| panic!("{who}: {name}: {e}"));
    }

    /// Gives the designated officer the power to decide from today on, or ends it with yesterday.
    pub async fn power(&self, given: bool) {
        let (app, administrator) = (&self.world.app, self.world.session("administrator"));
        let officer = self.world.session(DECIDER).user;
        let standing = app.delegations(&administrator).await.unwrap();
        for delegation in standing.into_iter().filter(|d| d.user == officer) {
            // one that has ended already stands no longer
            drop(app.end_delegation(&administrator, delegation.id).await);
        }
        if given {
            app.delegate(&administrator, officer, app.today(), None)
                .await
                .unwrap();
        }
    }

    /// The case as somebody sees it.
    pub async fn see(&self, who: &str) -> Case {
        self.world.look(who, self.case).await.unwrap().case
    }

    /// Somebody of the family.
    pub async fn id(&self, given: &str) -> PersonId {
        let case = match self.world.look(OFFICER, self.case).await {
            Ok(view) => view.case,
            Err(_) => self.see(PARTNER).await,
        };
        let all: BTreeMap<_, _> = case
            .referral
            .present()
            .map(|p| (p.details.given_names.clone(), p.id))
            .collect();
        *all.get(given)
            .unwrap_or_else(|| panic!("nobody is called {given}"))
    }

    /// So many days from today, as a form's answer.
    pub fn day(&self, days: i64) -> String {
        self.world
            .app
            .today()
            .checked_add(days.days())
            .unwrap()
            .to_string()
    }

    /// Whoever sits in front of the browser now.
    pub async fn sits(&mut self, who: &'static str) {
        if self.who != who {
            self.world.pass(61_000);
            self.browser.become_(who).await;
            self.who = who;
        }
    }

    /// The form of an act, opened and filled in, and sent; through the page that shows it once more, if there is one.
    async fn sends(&mut self, name: &str, on: Said<'_>, typed: Said<'_>) -> Page {
        let about: Vec<_> = on
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let place = format!("{}/do/{name}?{}", at(self.case), about.join("&"));
        let page = self.browser.get(&place).await;
        if page.status != StatusCode::OK {
            return page;
        }
        let waived = typed.contains(&("mode", "waived"));
        let mut all = considered(name, waived);
        all.retain(|(field, _)| typed.iter().all(|(typed, _)| typed != field));
        all.extend(typed);
        let mut page = self.posts(&place, &page, &all).await;
        if page.html.contains("name=\"step\" value=\"send\"") {
            page = self.posts(&place, &page, &[("step", "send")]).await;
        }
        page
    }

    async fn posts(&mut self, place: &str, page: &Page, typed: Said<'_>) -> Page {
        let mut fields = inputs(page);
        for (name, said) in typed {
            let dated = page.html.contains(&format!("name=\"{name}-year\""));
            match dated {
                // 2026-11-02, 2026-11 or 2026
                true => {
                    for (part, number) in ["year", "month", "day"].iter().zip(said.split('-')) {
                        put(&mut fields, page, &format!("{name}-{part}"), &[number]);
                    }
                }
                // several answers to one question stand between bars
                false => put(
                    &mut fields,
                    page,
                    name,
                    &said.split('|').collect::<Vec<_>>(),
                ),
            }
        }
        let body = encoded(
            fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        self.browser.post_body(place, body).await
    }

    /// It is done, and one lands on the page that says so.
    pub async fn does(&mut self, who: &'static str, name: &str, on: Said<'_>, typed: Said<'_>) {
        self.sits(who).await;
        let page = self.sends(name, on, typed).await;
        let done = page.status == StatusCode::SEE_OTHER
            && page.location().ends_with(&format!("done={name}"));
        assert!(
            done,
            "{name}: {} {}\n{}",
            page.status,
            page.location(),
            written(&page)
        );
    }

    /// It is refused in these words, in both languages, and nothing that was typed is lost.
    pub async fn refused(
        &mut self,
        who: &'static str,
        name: &str,
        on: Said<'_>,
        typed: Said<'_>,
        words: [&str; 2],
    ) {
        self.sits(who).await;
        for (lang, words) in ["en", "fr"].into_iter().zip(words) {
            self.browser.lang(lang);
            let page = self.sends(name, on, typed).await.expect(422);
            assert!(
                plain(&page).contains(words),
                "{name}: not {words} in {}",
                written(&page)
            );
            for (_, said) in typed.iter().filter(|(_, said)| said.contains(' ')) {
                assert!(plain(&page).contains(said), "{name} has lost: {said}");
            }
        }
        self.browser.lang("en");
    }

    /// A page of the case says this, in English and in French.
    pub async fn shows(&mut self, who: &'static str, page: &str, en: &[&str], fr: &[&str]) {
        self.sits(who).await;
        let pages = both(&mut self.browser, &format!("{}{page}", at(self.case))).await;
        for (shown, words) in pages.iter().zip([en, fr]) {
            for said in words {
                assert!(
                    plain(shown).contains(said),
                    "{page}: not {said} in {}",
                    written(shown)
                );
            }
        }
    }

    /// A page of the case says nothing of this, in either language.
    pub async fn hides(&mut self, who: &'static str, page: &str, words: &[&str]) {
        self.sits(who).await;
        for shown in both(&mut self.browser, &format!("{}{page}", at(self.case))).await {
            for said in words {
                assert!(!plain(&shown).contains(said), "{page} says {said}");
            }
        }
    }

    /// Any page, of the case or not.
    pub async fn page(&mut self, who: &'static str, path: &str) -> Page {
        self.sits(who).await;
        self.browser.get(path).await
    }

    /// For them the case is as if it had never been.
    pub async fn is_absent(&mut self, who: &'static str) {
        self.page(who, &at(self.case)).await.expect(404);
    }

    /// What a signed letter says: the text of its PDF.
    pub async fn letter(&self, who: &str, kind: &str) -> String {
        let case = self.see(who).await;
        let signed = case
            .letters
            .iter()
            .rev()
            .find(|l| l.letter.kind.code() == kind)
            .unwrap();
        let (_, pdf) = self
            .world
            .app
            .fetch_letter(&self.world.session(who), self.case, signed.id)
            .await
            .unwrap();
        let lines = text_of(&pdf);
        lines.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a PDF says, line by line.
pub fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("read.pdf");
    std::fs::write(&file, pdf).unwrap();
    let mut program = Command::new("pdftotext");
    let read = program.args(["-enc", "UTF-8"]).arg(&file).arg("-").output();
    let read =
        read.unwrap_or_else(|e| panic!("pdftotext: {e}; install the Debian package poppler-utils"));
    String::from_utf8(read.stdout).unwrap()
}

/// What is considered before anybody is heard, where the story says nothing else of it.
fn considered(name: &str, waived: bool) -> Vec<(&'static str, &'static str)> {
    match name {
        "plan-interview" => {
            let mut all = vec![
                ("asylum-risk", "None is known beyond the referral."),
                ("travel", "By the partner's car, by day."),
                ("surveillance", "Nothing of the kind is known."),
                ("interpreter-avoid", "Nobody is known."),
            ];
            if waived {
                all.push(("rests-on", "risk"));
            }
            all
        }
        "record-interpreter" => vec![("none-to-avoid", "true")],
        _ => Vec::new(),
    }
}

/// An act by its name and the fields of its form.
fn act(name: &str, fields: Value) -> Act {
    let kind = Kind::named(name).unwrap_or_else(|| panic!("no act is called {name}"));
    Act::from_form(kind, fields).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn merged(mut base: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().into_iter().flatten() {
        base[name] = value.clone();
    }
    base
}

/// The words of a page without its marks, for a failing test.
fn written(page: &Page) -> String {
    let text = plain(page);
    let main = text.split("<main").nth(1).unwrap_or(&text);
    let words = main.split('<').filter_map(|part| part.split_once('>'));
    let words: Vec<_> = words
        .flat_map(|(_, text)| text.split_whitespace())
        .collect();
    words.join(" ")
}

/// A page with its signs as they are read.
pub fn plain(page: &Page) -> String {
    let text = page
        .html
        .replace(['\u{2068}', '\u{2069}'], "")
        .replace('\u{a0}', " ");
    let marks = [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ];
    marks
        .into_iter()
        .fold(text, |text, (mark, sign)| text.replace(mark, sign))
}

/// Answers a question of the page with these values.
fn put(fields: &mut Vec<(String, String)>, page: &Page, name: &str, values: &[&str]) {
    assert!(
        page.html.contains(&format!("name=\"{name}\"")),
        "the page does not ask for {name}: {}",
        written(page)
    );
    fields.retain(|(have, _)| have != name);
    fields.extend(
        values
            .iter()
            .map(|value| (name.to_owned(), (*value).to_owned())),
    );
}

/// What a browser would send of the page's form as it stands.
fn inputs(page: &Page) -> Vec<(String, String)> {
    let main = page.html.split("<main").nth(1).unwrap_or_default();
    let form = main
        .split("<form")
        .find(|form| form.contains("name=\"once\""))
        .unwrap_or_default();
    let form = form.split("</form>").next().unwrap_or_default();
    let mut fields = Vec::new();
    let mut select = None;
    for tag in form.split('<') {
        let (tag, text) = tag.split_once('>').unwrap_or((tag, ""));
        let attribute = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            Some(readable(rest.split('"').next()?))
        };
        let name = attribute("name");
        let kind = attribute("type").unwrap_or_default();
        let off = matches!(kind.as_str(), "radio" | "checkbox")
            && !tag.ends_with(" checked")
            && !tag.contains(" checked ");
        match (tag.split([' ', '\n']).next(), name) {
            (Some("input"), Some(name)) if !off => {
                fields.push((name, attribute("value").unwrap_or_default()))
            }
            (Some("textarea"), Some(name)) => fields.push((name, readable(text))),
            (Some("select"), name) => select = name,
            (Some("option"), _) if tag.contains(" selected") => {
                fields.extend(
                    select
                        .clone()
                        .map(|name| (name, attribute("value").unwrap_or_default())),
                );
            }
            _ => {}
        }
    }
    fields
}

fn readable(text: &str) -> String {
    let marks = [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ];
    marks
        .into_iter()
        .fold(text.to_owned(), |text, (mark, sign)| {
            text.replace(mark, sign)
        })
}
