//! Every route × every role × {own, another group's, another organisation's, transferred away, absent}: what is not
//! somebody's and what is not there are the same bytes, and no word of a case reaches anybody it does not open to.

use std::collections::BTreeSet;
use std::sync::Arc;

use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;

use crate::attacks_client::{Ask, Person, Said, Site, parts};
use crate::attacks_land::{self, KINDS, Target, Waiting};
use crate::attacks_routes;

/// A case nobody has.
const ABSENT: &str = "0123456789abcdef0123456789abcdef";

/// Who may come to a page that is about no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Anybody,
    SignedIn,
    Workers,
    Caseworkers,
    Partners,
    KeyOfficers,
    Planners,
    Auditors,
    Administrators,
    Registers,
    /// Certain accounts.
    These(&'static [&'static str]),
    /// Those to whom the case opens.
    Case,
}

impl Who {
    fn has(self, handle: &str) -> bool {
        let starts = |all: &[&str]| all.iter().any(|start| handle.starts_with(start));
        match self {
            Self::Anybody => true,
            Self::SignedIn => !handle.is_empty(),
            Self::Workers => {
                !handle.is_empty() && !starts(&["administrator", "auditor", "planner"])
            }
            Self::Caseworkers => handle.contains("caseworker"),
            Self::Partners => handle.contains("caseworker") || handle.contains("supervisor"),
            Self::KeyOfficers => !handle.is_empty() && !handle.ends_with("-2"),
            Self::Planners => starts(&["planner"]),
            Self::Auditors => starts(&["auditor"]),
            Self::Administrators => starts(&["administrator"]),
            Self::Registers => starts(&["administrator", "auditor"]),
            Self::These(handles) => handles.contains(&handle),
            Self::Case => false,
        }
    }
}

/// Who may come where: written by hand, compared with the sources.
fn table() -> Vec<(&'static str, Who)> {
    use Who::*;
    vec![
        ("/", SignedIn),
        ("/accessibility", Anybody),
        ("/account", SignedIn),
        ("/account/passphrase", SignedIn),
        ("/administration", Registers),
        ("/administration/accounts", Registers),
        ("/administration/accounts/{user}/close", Administrators),
        ("/administration/delegations", Registers),
        ("/administration/delegations/new", Administrators),
        ("/administration/delegations/{id}/end", Administrators),
        ("/administration/invitations/new", Administrators),
        ("/administration/organisations/new", Administrators),
        ("/administration/policy", Registers),
        ("/api", Anybody),
        ("/api/openapi.json", Anybody),
        ("/api/operations/{id}", Anybody),
        ("/api/v1/audit", Auditors),
        ("/api/v1/cases", SignedIn),
        ("/api/v1/cases/search", SignedIn),
        ("/api/v1/colleagues", SignedIn),
        ("/api/v1/me", SignedIn),
        ("/api/v1/notices", SignedIn),
        ("/api/v1/notices/read", SignedIn),
        ("/api/v1/notices/{seq}/letter", These(&attacks_land::PD)),
        ("/api/v1/policy", SignedIn),
        ("/api/v1/referrals", SignedIn),
        ("/api/v1/schemas/referral.json", Anybody),
        ("/api/v1/session", SignedIn),
        ("/api/v1/tracking", Planners),
        ("/assets/{name}", Anybody),
        ("/audit", Auditors),
        ("/cases", Workers),
        ("/cases/new", Caseworkers),
        ("/demo-sign-in", Anybody),
        ("/first-contact", Anybody),
        ("/first-contact/channel", Anybody),
        ("/first-contact/file", Anybody),
        ("/first-contact/more", Anybody),
        ("/first-contact/return", Anybody),
        ("/first-contact/take-back", Anybody),
        ("/first-contact/to/{partner}", Anybody),
        ("/first-contact/to/{partner}/write", Anybody),
        ("/first-contacts", Partners),
        ("/first-contacts/{contact}", These(&attacks_land::FLD)),
        (
            "/first-contacts/{contact}/answer",
            These(&attacks_land::FLD),
        ),
        (
            "/first-contacts/{contact}/files/{document}",
            These(&attacks_land::FLD),
        ),
        (
            "/first-contacts/{contact}/take-up",
            These(&attacks_land::FLD),
        ),
        ("/healthz", Anybody),
        ("/invitation", Anybody),
        ("/invitation/join", Anybody),
        ("/invitation/passphrase", Anybody),
        ("/keys", SignedIn),
        ("/keys/admit/{user}", These(&attacks_land::FLD)),
        (
            "/keys/certify/{certificate}",
            These(&["pd-caseworker", "pd-supervisor"]),
        ),
        ("/keys/lost", KeyOfficers),
        ("/keys/lost/{request}", These(&["fld-supervisor"])),
        ("/keys/lost/{request}/approve", These(&["fld-supervisor"])),
        ("/language/{code}", Anybody),
        ("/metrics", Anybody),
        ("/notices", Workers),
        ("/notices/read", Workers),
        ("/notices/{seq}/letter", These(&attacks_land::PD)),
        ("/readyz", Anybody),
        ("/sign-in", Anybody),
        ("/sign-out", SignedIn),
        ("/tracking", Planners),
        ("/work", Anybody),
        ("/api/v1/cases/{id}", Case),
        ("/api/v1/cases/{id}/as-of/{ms}", Case),
        ("/api/v1/cases/{id}/documents", Case),
        ("/api/v1/cases/{id}/documents/{doc}", Case),
        ("/api/v1/cases/{id}/letters/{letter}", Case),
        ("/api/v1/cases/{id}/package", Case),
        ("/api/v1/cases/{id}/record/{decision}", Case),
        ("/api/v1/cases/{id}/record/{decision}/court", Case),
        ("/api/v1/cases/{id}/tasks", Case),
        ("/api/v1/cases/{id}/timeline", Case),
        ("/cases/{case}", Case),
        ("/cases/{case}/admissibility/{person}", Case),
        ("/cases/{case}/as-of", Case),
        ("/cases/{case}/confidential", Case),
        ("/cases/{case}/possible-matches", Case),
        ("/cases/{case}/decision/{person}", Case),
        ("/cases/{case}/do/{act}", Case),
        ("/cases/{case}/do/{act}/draft", Case),
        ("/cases/{case}/documents", Case),
        ("/cases/{case}/documents/add", Case),
        ("/cases/{case}/documents/{document}", Case),
        ("/cases/{case}/eligibility/{person}", Case),
        ("/cases/{case}/fairness", Case),
        ("/cases/{case}/interview", Case),
        ("/cases/{case}/letters", Case),
        ("/cases/{case}/letters/{letter}", Case),
        ("/cases/{case}/package", Case),
        ("/cases/{case}/persons", Case),
        ("/cases/{case}/persons/{person}", Case),
        ("/cases/{case}/record/{decision}", Case),
        ("/cases/{case}/record/{decision}/court", Case),
        ("/cases/{case}/referral", Case),
        ("/cases/{case}/status-queries", Case),
        ("/cases/{case}/timeline", Case),
    ]
}

/// Pages of a case that only the office that assesses it has.
const ASSESSING: [&str; 6] = [
    "/admissibility/",
    "/decision/",
    "/eligibility/",
    "/fairness",
    "/interview",
    "/status-queries",
];

/// A call: a method at an address.
#[derive(Debug, Clone)]
struct Call {
    method: String,
    path: String,
    who: Who,
}

impl Call {
    fn program(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// The request as this person would send it, good tokens and all.
    fn ask(&self, site: &Site, who: &Person, path: &str) -> Ask {
        let ask = Ask::new(&self.method, path);
        if self.program() {
            let ask = ask.bearer(who);
            return if self.method == "POST" {
                ask.body("application/json", "{}")
            } else {
                ask
            };
        }
        let ask = ask.by(who);
        if self.method != "POST" {
            return ask;
        }
        let once = site.once();
        if path.ends_with("/documents/add") {
            let (csrf, once) = (who.csrf.as_bytes(), once.as_bytes());
            let (kind, body) = parts(&[
                ("csrf", None, csrf),
                ("once", None, once),
                ("kind", None, b"photo"),
                ("file", Some("a.jpg"), b"x"),
            ]);
            return ask.body(&kind, body);
        }
        ask.form(&[
            ("csrf", &who.csrf),
            ("once", &once),
            ("seq", "1"),
            ("reason", "none"),
        ])
    }
}

async fn calls(site: &Site) -> Vec<Call> {
    let routes = attacks_routes::all(site).await;
    let table = table();
    let acts = |path: &str| path.starts_with("/api/v1/cases/{id}/acts/");
    let known: BTreeSet<&str> = table.iter().map(|(path, _)| *path).collect();
    let there: BTreeSet<&str> = routes
        .iter()
        .map(|r| r.path.as_str())
        .filter(|p| !acts(p))
        .collect();
    assert_eq!(
        there, known,
        "the table of who may come where does not name every route"
    );
    let mut calls = Vec::new();
    for route in &routes {
        let who = table
            .iter()
            .find(|(path, _)| *path == route.path)
            .map_or(Who::Case, |(_, who)| *who);
        let paths = match route.path.strip_suffix("{act}") {
            Some(start) => Kind::ALL
                .iter()
                .map(|kind| format!("{start}{}", kind.name()))
                .collect(),
            None => vec![route.path.clone()],
        };
        for path in paths {
            for method in route.methods.iter().filter(|m| *m != "HEAD") {
                calls.push(Call {
                    method: method.clone(),
                    path: path.clone(),
                    who,
                });
            }
        }
    }
    calls
}

#[derive(Debug, Default)]
struct Count {
    requests: usize,
    compared: usize,
    entitled: usize,
    wrong: Vec<String>,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.requests += other.requests;
        self.compared += other.compared;
        self.entitled += other.entitled;
        self.wrong.extend(other.wrong);
    }

    /// Looks for words of cases that do not open to whoever was answered.
    fn heard(&mut self, targets: &[Target], who: &Person, asked: &str, said: &Said) {
        self.requests += 1;
        let (text, headers) = (said.text(), format!("{:?}", said.headers));
        for target in targets {
            for mark in target.forbidden(&who.handle) {
                if text.contains(&mark) || headers.contains(&mark) {
                    self.wrong.push(format!(
                        "{:?} reads {mark} ({}) at {asked}",
                        who.handle, target.name
                    ));
                }
            }
        }
        if said.status >= 500 {
            self.wrong
                .push(format!("{:?} {asked}: {}", who.handle, said.status));
        }
    }
}

/// Everything one person can ask about cases.
async fn of_cases(
    site: Arc<Site>,
    calls: Arc<Vec<Call>>,
    targets: Arc<Vec<Target>>,
    who: Person,
) -> Count {
    let mut count = Count::default();
    for call in calls.iter().filter(|call| call.who == Who::Case) {
        let mut absent = None;
        for target in targets.iter() {
            if absent.is_none() {
                let path = target.fill(&call.path, ABSENT);
                let said = site.ask(call.ask(&site, &who, &path)).await;
                count.heard(&targets, &who, &path, &said);
                let path = target.fill(&call.path, ABSENT);
                absent = Some(said.seen(&path));
            }
            let path = target.fill(&call.path, &target.case.to_string());
            if target.opens_to(&who.handle) {
                if call.method == "GET" {
                    let said = site.ask(call.ask(&site, &who, &path)).await;
                    count.heard(&targets, &who, &path, &said);
                    entitled(&mut count, target, &who, call, &said);
                }
                continue;
            }
            let said = site.ask(call.ask(&site, &who, &path)).await;
            count.heard(&targets, &who, &path, &said);
            let seen = said.seen(&path);
            count.compared += 1;
            if absent.as_ref() != Some(&seen) {
                count.wrong.push(format!(
                    "{:?} {} {path} ({}): {} is not as the absent {:?}",
                    who.handle,
                    call.method,
                    target.name,
                    said.status,
                    absent.as_ref().map(|a| a.0)
                ));
            }
            let closed: &[u16] = match (who.handle.is_empty(), call.program(), call.method.as_str())
            {
                (false, ..) => &[404],
                (true, true, _) => &[401],
                (true, false, "GET") => &[303],
                (true, false, _) => &[403],
            };
            if !closed.contains(&said.status) {
                count.wrong.push(format!(
                    "{:?} {} {path} ({}): {}",
                    who.handle, call.method, target.name, said.status
                ));
            }
        }
    }
    count
}

/// The control: whoever may, can.
fn entitled(count: &mut Count, target: &Target, who: &Person, call: &Call, said: &Said) {
    let office = ASSESSING.iter().any(|part| call.path.contains(part));
    let act = call.path.contains("/do/") || call.path.ends_with("/documents/add");
    let well = match said.status {
        200 | 206 => true,
        303 => act,
        // nothing of it is before the Court
        422 => act || call.path.ends_with("/court"),
        404 => {
            let no_letter = call.path.ends_with("{letter}") && target.letter.is_none();
            let officer = who.handle.ends_with("-officer") || who.handle.ends_with("-decision");
            let no_record = call.path.contains("{decision}") && (target.decision == 0 || !officer);
            // the possible matches are there for the centre's intake alone, once it holds the file
            let taken_in = target.stage >= Stage::FileCreated;
            let no_matches = call.path.ends_with("/possible-matches")
                && !(who.handle.starts_with("roc-o") && taken_in);
            // a package is for the partner and the centre, until the case is an office's
            let offices = officer || target.stage >= Stage::Assessment;
            let no_package = call.path.ends_with("/package") && offices;
            let beginning = call.path.ends_with("/do/open-referral");
            office || no_matches || no_letter || no_record || no_package || beginning
        }
        _ => false,
    };
    count.entitled += usize::from(said.status == 200);
    let matches = call.path.ends_with("/possible-matches");
    let told = matches && said.status == 200 && !who.handle.starts_with("roc-o");
    if !well || told {
        count.wrong.push(format!(
            "{:?} {} {} ({}): {}",
            who.handle, call.method, call.path, target.name, said.status
        ));
    }
    if call.path.ends_with("/referral")
        && !said.text().contains(&attacks_land::mark('p', target.mark))
    {
        count.wrong.push(format!(
            "{:?} {} ({}): the mark is not seen",
            who.handle, call.path, target.name
        ));
    }
}

/// Everything one person can ask about no case.
async fn of_others(
    site: Arc<Site>,
    calls: Arc<Vec<Call>>,
    targets: Arc<Vec<Target>>,
    waiting: Arc<Waiting>,
    who: Person,
) -> Count {
    let mut count = Count::default();
    let others = calls
        .iter()
        .filter(|call| !matches!(call.who, Who::Case | Who::Anybody));
    // signing out would end the session
    for call in others.filter(|call| call.path != "/sign-out" && call.path != "/api/v1/session") {
        let real = [
            ("{certificate}", waiting.certificate.as_str()),
            ("{request}", &waiting.lost),
            ("{id}", &waiting.delegation),
            ("{seq}", &waiting.letter),
            ("{contact}", &waiting.contact.0),
            ("{document}", &waiting.contact.1),
            (
                "{user}",
                if call.path.contains("admit") {
                    &waiting.newcomer
                } else {
                    &waiting.account.to_string()
                },
            ),
        ];
        let fill = |with: Option<&str>| {
            real.iter().fold(call.path.clone(), |path, (name, id)| {
                path.replace(name, with.unwrap_or(id))
            })
        };
        let (path, absent) = (fill(None), fill(Some(ABSENT)));
        let may = call.who.has(&who.handle);
        // what would change the stream is left to the tests of the acts themselves
        if may
            && call.method == "POST"
            && !matches!(
                call.path.as_str(),
                "/cases" | "/audit" | "/api/v1/cases/search"
            )
        {
            continue;
        }
        let said = site.ask(call.ask(&site, &who, &path)).await;
        count.heard(&targets, &who, &path, &said);
        if may {
            count.entitled += usize::from(said.status == 200);
            let form = call.method == "POST" && said.status == 422;
            if !matches!(said.status, 200 | 303) && !form
                || said.header("location").starts_with("/sign-in")
            {
                count.wrong.push(format!(
                    "{:?} {} {path}: {}",
                    who.handle, call.method, said.status
                ));
            }
            continue;
        }
        let nothing = if call.program() {
            "/api/v1/no-such-thing"
        } else {
            "/no-such-page"
        };
        let other = if path != absent {
            absent.as_str()
        } else {
            nothing
        };
        let there = site.ask(call.ask(&site, &who, other)).await;
        count.heard(&targets, &who, other, &there);
        count.compared += 1;
        let nobody = who.handle.is_empty();
        let same = said.seen(&path) == there.seen(other);
        // to nobody an address that is not there says so; nothing secret is told by that
        let equal = if nobody && path == absent {
            matches!(said.status, 303 | 401 | 403)
        } else {
            same && said.status != 200
        };
        if !equal {
            count.wrong.push(format!(
                "{:?} {} {path}: {} {}",
                who.handle,
                call.method,
                said.status,
                said.text().chars().take(300).collect::<String>()
            ));
        }
    }
    count
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_ones_own_is_not_there() {
    let site = Arc::new(Site::start().await);
    let targets = Arc::new(attacks_land::cases(&site).await);
    let waiting = Arc::new(attacks_land::waiting(&site).await);
    let calls = Arc::new(calls(&site).await);
    let mut people = vec![Person::default()];
    for handle in KINDS {
        people.push(site.sign_in(handle).await);
    }
    let mut work = Vec::new();
    for who in people {
        let (cases, others) = (
            of_cases(site.clone(), calls.clone(), targets.clone(), who.clone()),
            of_others(
                site.clone(),
                calls.clone(),
                targets.clone(),
                waiting.clone(),
                who,
            ),
        );
        work.push(tokio::spawn(cases));
        work.push(tokio::spawn(others));
    }
    let mut count = Count::default();
    for one in work {
        count.add(one.await.unwrap());
    }
    let shown: Vec<_> = count.wrong.iter().take(40).collect();
    assert!(
        count.wrong.is_empty(),
        "{} wrong: {shown:#?}",
        count.wrong.len()
    );
    assert!(
        count.entitled > 500,
        "only {} answers to the entitled",
        count.entitled
    );
    println!(
        "http access: {} requests, 0 leaks, absent and forbidden byte-equal ({} compared; {} calls, {} kinds of account and nobody, {} cases; control: {} answers to the entitled)",
        count.requests,
        count.compared,
        calls.len(),
        KINDS.len(),
        targets.len(),
        count.entitled
    );
}
