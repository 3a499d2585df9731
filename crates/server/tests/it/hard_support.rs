//! What the hard cases share: an invented family, everybody who has to do with it in a browser of their own, and the
//! story told through the pages, from the opening of the referral on.

use std::collections::BTreeMap;
use std::process::Command;

use axum::http::StatusCode;
use jiff::ToSpan as _;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::tasks;
use safeconduct_testkit::world::World;

use crate::case_pages::{at, both};
use crate::hard_form::{Said, fill, over};
use crate::visit::{Browser, Page};

/// Who does what in these stories.
pub const PARTNER: &str = "fld-caseworker";
pub const SUPERVISOR: &str = "fld-supervisor";
pub const CENTRE: &str = "roc-o-intake";
pub const OFFICER: &str = "nairobi-officer";
pub const DECIDER: &str = "nairobi-decision";
const ADMINISTRATOR: &str = "administrator";

/// Where powers to decide are given and ended.
const POWERS: &str = "/administration/delegations";

/// Somebody of a family: given names, relationship, date of birth, and what else there is to say.
pub struct Member(
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub Said<'static>,
);

/// The principal applicant of most stories.
pub const fn rima(more: Said<'static>) -> Member {
    Member("Rima", "principal-applicant", "1984-05-02", more)
}

/// What is said of everybody, unless the story says otherwise.
const DETAILS: Said<'_> = &[
    ("accompanying", "yes"),
    ("family-name", "Qandil"),
    ("birth-country", "SY"),
    ("nationalities", "SY"),
    ("residence", "KE"),
    ("marital-status", "single"),
    ("no-identity-document", "Burnt with the house."),
];

/// What is said of the family in every story.
const REFERRED: [(&str, Said<'_>); 3] = [
    (
        "record-work",
        &[
            ("categories", "journalist"),
            ("description", "Reports on courts."),
            ("persecutors", "state"),
            ("persecutors-who", "The security service."),
            ("adverse-countries", "SY"),
        ],
    ),
    (
        "record-risk",
        &[
            ("description", "Arrested twice."),
            ("durable-solution", "None."),
            ("charges", "See the file."),
        ],
    ),
    (
        "set-contact",
        &[
            ("address", "With a friend."),
            ("channel", "Signal"),
            ("hours", "Tuesdays"),
        ],
    ),
];

/// Who brings a case on, and to which stage that leads.
const WAY: [(Stage, &str, &str, Said<'_>); 8] = [
    (Stage::Attested, PARTNER, "request-approval", &[]),
    (
        Stage::Attested,
        SUPERVISOR,
        "attest",
        &[("grounds", "Known to us."), ("confirmed", "yes")],
    ),
    (Stage::Submitted, PARTNER, "submit", &[]),
    (Stage::FileCreated, CENTRE, "accept-referral", &[]),
    (
        Stage::FileCreated,
        CENTRE,
        "record-number",
        &[("kind", "g-number"), ("value", "G700000001")],
    ),
    (
        Stage::InTransfer,
        CENTRE,
        "choose-office",
        &[("office", "nairobi")],
    ),
    (Stage::InTransfer, CENTRE, "transfer", &[]),
    (Stage::Assessment, OFFICER, "accept-transfer", &[]),
];

/// A story of one case.
pub struct Tale {
    pub world: World,
    pub case: CaseId,
    browsers: BTreeMap<&'static str, Browser>,
}

impl Tale {
    /// A complete referral of Rima alone, not yet approved.
    pub async fn alone() -> Self {
        Self::of(&[rima(&[])]).await
    }

    /// A complete referral of this family, not yet approved.
    pub async fn of(family: &[Member]) -> Self {
        let world = World::sqlite().await;
        let mut partner = sits(&world, PARTNER).await;
        let referral = [("reference", "FLD-HARD-1"), ("language", "en")];
        let opened = fill(&mut partner, "/cases/new", &referral).await;
        let case = opened.location().strip_prefix("/cases/");
        let case = case.and_then(|place| place.strip_suffix("?done=open-referral"));
        let mut tale = Self {
            case: case
                .unwrap_or_else(|| panic!("{}", opened.words()))
                .parse()
                .unwrap(),
            world,
            browsers: BTreeMap::from([(PARTNER, partner)]),
        };
        for Member(given, relationship, birth, more) in family {
            let named = [
                ("given-names", *given),
                ("relationship", relationship),
                ("birth", birth),
            ];
            let details = over(DETAILS, more);
            tale.does(PARTNER, "add-person", &[], &over(&details, &named))
                .await;
        }
        for (name, said) in REFERRED {
            tale.does(PARTNER, name, &[], said).await;
        }
        tale.papers().await;
        tale
    }

    /// The declaration, consents of the adults, the form, and everybody's photograph.
    async fn papers(&mut self) {
        let today = self.day(0);
        let declared = [
            ("all-family-declared", "yes"),
            ("signed-on", &today),
            ("representative", "none"),
            ("interview-languages", "ar"),
        ];
        self.does(PARTNER, "record-declaration", &[], &declared)
            .await;
        let consent = [
            ("given-on", &*today),
            ("manner", "written"),
            ("outcome-to-partner", "yes"),
        ];
        let paper = |kind| [("kind", kind), ("file", "An invented document.")];
        self.does(PARTNER, "add-document", &[], &paper("application-form"))
            .await;
        for person in self.see(PARTNER).await.referral.present() {
            let id = person.id.to_string();
            let on = [("person", id.as_str())];
            if !person.details.minor(self.world.app.today()) {
                self.does(PARTNER, "record-consent", &on, &consent).await;
            }
            self.does(PARTNER, "add-document", &on, &paper("photo"))
                .await;
        }
    }

    /// The same, brought on to a stage by everybody whose turn it is.
    pub async fn at(self, stage: Stage) -> Self {
        self.onward(Stage::Preparing, stage).await
    }

    /// From a stage it is at to a later one: everybody finds it on their list, and does their part.
    pub async fn onward(mut self, from: Stage, stage: Stage) -> Self {
        for (leads_to, who, name, said) in WAY {
            if from < leads_to && leads_to <= stage {
                let list = self.page(who, "/cases").await.expect(200);
                let listed = list.html.contains(&at(self.case));
                assert!(listed, "{who} does not find it: {}", list.words());
                self.does(who, name, &[], said).await;
            }
        }
        self
    }

    /// At the office, with an interview that was held.
    pub async fn heard(self) -> Self {
        let mut tale = self.at(Stage::Assessment).await;
        let plan = [("mode", "in-person"), ("safety", "By the side entrance.")];
        tale.does(OFFICER, "plan-interview", &[], &plan).await;
        let notes = [
            ("held-on", &*tale.day(0)),
            ("present", "All."),
            ("understood", "yes"),
            ("text", "Heard."),
        ];
        tale.does(OFFICER, "sign-notes", &[], &notes).await;
        tale
    }

    /// Closes every task of somebody that is still open: findings met and checks passed, but for those named otherwise,
    /// and the classes considered.
    pub async fn assessed(&mut self, given: &str, otherwise: Said<'_>) {
        let (case, today) = (self.see(OFFICER).await, self.world.app.today());
        let person = self.id(given).await;
        let details = &case.referral.person(person).unwrap().details;
        let stateless = details.nationalities.is_empty();
        let id = person.to_string();
        for task in tasks::of_person(self.world.app.policy(), &case, person, today) {
            if tasks::is_plain(&task.id) || task.state != tasks::State::NotStarted {
                continue;
            }
            let said = otherwise.iter().find(|(about, _)| *about == task.id);
            let said = said.map(|(_, said)| *said);
            let on = [("person", id.as_str()), ("about", &task.id)];
            if self.world.app.policy().element(&task.id, today).is_some() {
                let usual = match task.id.as_str() {
                    "quebec-selection" | "own-resources" => "not-asked",
                    "outside-former-residence" if !stateless => "not-asked",
                    "outside-country-of-nationality" if stateless => "not-asked",
                    _ => "met",
                };
                self.finds(&on, said.unwrap_or(usual)).await;
            } else {
                let result = [
                    ("outcome", said.unwrap_or("passed")),
                    ("on", &self.day(0)),
                    ("reasons", "On all the material."),
                ];
                self.does(OFFICER, "record-check", &on, &result).await;
            }
        }
        let stands = otherwise.iter().any(|(_, said)| *said == "not-met");
        let considered = ("reasons", "Considered.");
        let member = [considered, ("member", "yes")];
        let convention = if stands { &member[..1] } else { &member };
        for (class, found) in [
            ("convention", convention),
            ("country-of-asylum", &member[..1]),
        ] {
            let on = [("person", id.as_str()), ("about", class)];
            self.does(OFFICER, "find-class", &on, found).await;
        }
    }

    /// Finds something of an element, and weighs the points beside it, if there are any.
    async fn finds(&mut self, on: &[(&str, &str); 2], finding: &str) {
        let app = &self.world.app;
        let points = app.policy().considerations_for(on[1].1, app.today());
        let found = [
            ("finding", finding),
            ("reasons", "On all the material."),
            ("weighed", "Each point."),
        ];
        let said = if points.is_empty() {
            &found[..2]
        } else {
            &found
        };
        self.does(OFFICER, "find-element", on, said).await;
    }

    /// Assessed without an interview, and approved for these reasons.
    pub async fn approved(&mut self, given: &str, reasons: &str) {
        let plan = [
            ("mode", "waived"),
            ("reason", "safety"),
            ("safety", "Too near."),
        ];
        self.does(OFFICER, "plan-interview", &[], &plan).await;
        self.assessed(given, &[]).await;
        let person = self.id(given).await.to_string();
        let decided = [("verdict", "approved"), ("reasons", reasons)];
        self.does(DECIDER, "decide", &[("person", &person)], &decided)
            .await;
    }

    /// The administrator gives the designated officer the power to decide from today on, or ends it with yesterday.
    pub async fn power(&mut self, given: bool) {
        let officer = self.world.session(DECIDER);
        let browser = self.browser(ADMINISTRATOR).await;
        let register = browser.get(POWERS).await.expect(200);
        // a name leads on while its power has not ended
        let name = format!("<bdi>{}</bdi></a>", officer.name);
        let links = register.html.split("<a href=\"").skip(1);
        let links = links.filter_map(|link| link.split_once('"'));
        let his = links.filter(|(place, text)| place.starts_with(POWERS) && text.contains(&name));
        for (place, _) in his {
            let ended = fill(browser, place, &[]).await;
            ended.leads(&format!("{POWERS}?done=delegation-ended"));
        }
        if given {
            let to = [("user", &*officer.user.to_string())];
            let given = fill(browser, &format!("{POWERS}/new"), &to).await;
            given.leads(&format!("{POWERS}?done=delegated"));
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

    /// Days go by, and everybody's session ends.
    pub fn later(&mut self, days: i64) {
        self.world.pass(days * 24 * 60 * 60 * 1000);
        self.browsers.clear();
    }

    /// The browser somebody sits at, signed in.
    async fn browser(&mut self, who: &'static str) -> &mut Browser {
        if !self.browsers.contains_key(who) {
            self.browsers.insert(who, sits(&self.world, who).await);
        }
        self.browsers.get_mut(who).unwrap()
    }

    /// The form of an act, opened, filled in, and sent.
    async fn sends(
        &mut self,
        who: &'static str,
        name: &str,
        on: Said<'_>,
        typed: Said<'_>,
    ) -> Page {
        let about: Vec<_> = on
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let place = format!("{}/do/{name}?{}", at(self.case), about.join("&"));
        let considered = considered(name, typed);
        fill(self.browser(who).await, &place, &over(&considered, typed)).await
    }

    /// It is done, and one lands on the page that says so.
    pub async fn does(&mut self, who: &'static str, name: &str, on: Said<'_>, typed: Said<'_>) {
        let page = self.sends(who, name, on, typed).await;
        let done = page.status == StatusCode::SEE_OTHER
            && page.location().ends_with(&format!("done={name}"));
        assert!(
            done,
            "{name}: {} {}\n{}",
            page.status,
            page.location(),
            page.words()
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
        for (lang, words) in ["en", "fr"].into_iter().zip(words) {
            self.browser(who).await.lang(lang);
            let page = self.sends(who, name, on, typed).await.expect(422);
            assert!(
                page.plain().contains(words),
                "{name}: not {words} in {}",
                page.words()
            );
            for (_, said) in typed.iter().filter(|(_, said)| said.contains(' ')) {
                assert!(page.plain().contains(said), "{name} has lost: {said}");
            }
        }
        self.browser(who).await.lang("en");
    }

    /// A page of the case says this, in English and in French.
    pub async fn shows(&mut self, who: &'static str, page: &str, en: &[&str], fr: &[&str]) {
        let place = format!("{}{page}", at(self.case));
        let pages = both(self.browser(who).await, &place).await;
        for (shown, words) in pages.iter().zip([en, fr]) {
            for said in words {
                assert!(
                    shown.plain().contains(said),
                    "{page}: not {said} in {}",
                    shown.words()
                );
            }
        }
    }

    /// A page of the case says nothing of this, in either language.
    pub async fn hides(&mut self, who: &'static str, page: &str, words: &[&str]) {
        let place = format!("{}{page}", at(self.case));
        for shown in both(self.browser(who).await, &place).await {
            for said in words {
                assert!(!shown.plain().contains(said), "{page} says {said}");
            }
        }
    }

    /// Any page, of the case or not.
    pub async fn page(&mut self, who: &'static str, path: &str) -> Page {
        self.browser(who).await.get(path).await
    }

    /// For them the case is as if it had never been.
    pub async fn is_absent(&mut self, who: &'static str) {
        self.page(who, &at(self.case)).await.expect(404);
    }

    /// What a signed letter says: the text of its PDF.
    pub async fn letter(&mut self, who: &'static str, kind: &str) -> String {
        let case = self.see(who).await;
        let signed = case
            .letters
            .iter()
            .rev()
            .find(|l| l.letter.kind.code() == kind)
            .unwrap();
        let place = format!("{}/letters/{}", at(self.case), signed.id);
        let (_, pdf) = self.browser(who).await.raw(&place).await;
        let lines = text_of(&pdf);
        lines.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Signs somebody in.
async fn sits(world: &World, who: &str) -> Browser {
    // no code of a second factor serves twice
    world.pass(61_000);
    let mut browser = Browser::on(world);
    browser.become_(who).await;
    browser
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
fn considered(name: &str, typed: Said<'_>) -> Vec<(&'static str, &'static str)> {
    match name {
        "plan-interview" => {
            let mut all = vec![
                ("asylum-risk", "None is known beyond the referral."),
                ("travel", "By the partner's car, by day."),
                ("surveillance", "Nothing of the kind is known."),
                ("interpreter-avoid", "Nobody is known."),
            ];
            if typed.contains(&("mode", "waived")) {
                all.push(("rests-on", "risk"));
            }
            all
        }
        "record-interpreter" => vec![("none-to-avoid", "yes")],
        _ => Vec::new(),
    }
}
