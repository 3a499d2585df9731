//! A stream with a case at every stage, each marked so that a leak of one is known at sight, and with people who wait
//! for certificates, admission and lost keys.

use safeconduct_casework::account::{Joining, NewMember};
use safeconduct_casework::demo::{self, Ending, Ink, Story};
use safeconduct_casework::document::Label;
use safeconduct_casework::first_contact::ReceiptCode;
use safeconduct_casework::sign_in::StepUp;
use safeconduct_domain::access::Role;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Stage;
use safeconduct_domain::first_contact::What;
use safeconduct_domain::id::{CaseId, UserId};
use safeconduct_vault::passphrase::Passphrase;
use safeconduct_vault::totp::TotpSecret;
use serde_json::Value;

use crate::attacks_client::Site;

pub const FLD: [&str; 3] = ["fld-caseworker", "fld-supervisor", "fld-caseworker-2"];
pub const PD: [&str; 3] = ["pd-caseworker", "pd-supervisor", "pd-caseworker-2"];
pub const UNHCR: [&str; 3] = ["unhcr-caseworker", "unhcr-supervisor", ""];
pub const CENTRE: [&str; 3] = ["roc-o-intake", "roc-o-intake-2", ""];
pub const NAIROBI: [&str; 3] = ["nairobi-officer", "nairobi-decision", "nairobi-officer-2"];
pub const AMMAN: [&str; 3] = ["amman-officer", "amman-decision", ""];
pub const BOGOTA: [&str; 3] = ["bogota-officer", "bogota-decision", ""];

/// One account of each kind: a role in a group.
pub const KINDS: [&str; 18] = [
    "administrator",
    "auditor",
    "planner",
    "roc-o-intake",
    "unhcr-caseworker",
    "unhcr-supervisor",
    "fld-caseworker",
    "fld-supervisor",
    "pd-caseworker",
    "pd-supervisor",
    "nairobi-officer",
    "nairobi-decision",
    "ankara-officer",
    "ankara-decision",
    "amman-officer",
    "amman-decision",
    "bogota-officer",
    "bogota-decision",
];

/// A case, and who may open it.
#[derive(Debug, Clone)]
pub struct Target {
    pub name: &'static str,
    pub stage: Stage,
    pub case: CaseId,
    pub person: String,
    pub document: String,
    /// A signed letter, if there is one.
    pub letter: Option<String>,
    /// The position of a decision, if there is one.
    pub decision: u64,
    pub readers: Vec<&'static str>,
    /// The partner that referred it.
    pub partner: &'static str,
    pub mark: usize,
}

impl Target {
    pub fn opens_to(&self, handle: &str) -> bool {
        !handle.is_empty() && self.readers.contains(&handle)
    }

    /// Marks this account must never see.
    pub fn forbidden(&self, handle: &str) -> Vec<String> {
        if self.opens_to(handle) {
            return Vec::new();
        }
        // of a case it handed on a group keeps a card: the reference and the numbers, no more
        let card = handle.starts_with(self.partner) || handle.starts_with("roc-o");
        let marks = if card { "pco" } else { "pcorn" };
        marks.chars().map(|whose| mark(whose, self.mark)).collect()
    }

    /// An address about this case, or about another with the same parts.
    pub fn fill(&self, path: &str, case: &str) -> String {
        path.replace("{case}", case)
            .replace("{id}", case)
            .replace("{person}", &self.person)
            .replace("{document}", &self.document)
            .replace("{doc}", &self.document)
            .replace(
                "{letter}",
                self.letter
                    .as_deref()
                    .unwrap_or("00000000000000000000000000000000"),
            )
            .replace("{decision}", &self.decision.to_string())
            .replace("{act}/draft", "sign-letter/draft")
            .replace("{ms}", "1893456000000")
    }
}

/// A mark: whose words they are (`p`artner, `c`entre, `o`ffice; `r`eference and `n`umber), and of which case.
pub fn mark(whose: char, case: usize) -> String {
    format!("qzx{whose}{case:02}xzq")
}

/// Keys of free text in acts.
const FREE: [&str; 33] = [
    "reference",
    "description",
    "persecutors-who",
    "in-asylum",
    "durable-solution",
    "charges",
    "address",
    "channel",
    "hours",
    "code-word",
    "never",
    "family-name",
    "given-names",
    "native-name",
    "no-identity-document",
    "grounds",
    "note",
    "value",
    "safety",
    "asylum-risk",
    "travel",
    "surveillance",
    "interpreter-needed",
    "interpreter-avoid",
    "present",
    "text",
    "reasons",
    "concern",
    "disclosed",
    "answer",
    "analysis",
    "evidence",
    "status",
];

/// Puts a text after whatever is written.
pub struct Marking(pub usize);

impl Ink for Marking {
    fn act(&self, act: Act) -> Act {
        let whose = whose(act.kind());
        let mut value = serde_json::to_value(&act).unwrap();
        let tail = |key: &str| match key {
            "reference" => mark('r', self.0),
            "value" => mark('n', self.0),
            _ => mark(whose, self.0),
        };
        append(&mut value, &tail);
        serde_json::from_value(value).unwrap()
    }

    fn document(&self, label: Label, content: Vec<u8>) -> (Label, Vec<u8>) {
        let mark = mark('p', self.0);
        let content = [content, mark.clone().into_bytes()].concat();
        (
            Label {
                name: format!("{mark}-{}", label.name),
                ..label
            },
            content,
        )
    }
}

fn whose(kind: Kind) -> char {
    match kind {
        Kind::HoldReferral | Kind::ReturnReferral => 'c',
        Kind::SetUrgency => 'p',
        kind if kind >= Kind::ChooseOffice => 'o',
        _ => 'p',
    }
}

/// Appends to every free text of an act what belongs to its key.
pub fn append(value: &mut Value, tail: &dyn Fn(&str) -> String) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if FREE.contains(&key.as_str()) => {
                        *text = format!("{text} {}", tail(key))
                    }
                    other => append(other, tail),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| append(item, tail)),
        _ => {}
    }
}

/// What a case is called, its story's number, its partner, how far it goes, and who may read it.
type Planned = (
    &'static str,
    usize,
    &'static str,
    Stage,
    Vec<[&'static str; 3]>,
);

/// A case at every stage.
pub async fn cases(site: &Site) -> Vec<Target> {
    let all: [Planned; 10] = [
        ("prepared", 6, "fld", Stage::Preparing, vec![FLD]),
        (
            "waiting for approval",
            12,
            "pd",
            Stage::AwaitingApproval,
            vec![PD],
        ),
        ("attested", 18, "unhcr", Stage::Attested, vec![UNHCR]),
        ("submitted", 3, "fld", Stage::Submitted, vec![FLD, CENTRE]),
        ("held", 9, "pd", Stage::Held, vec![PD, CENTRE]),
        (
            "file created",
            14,
            "unhcr",
            Stage::FileCreated,
            vec![CENTRE],
        ),
        (
            "in transfer",
            4,
            "fld",
            Stage::InTransfer,
            vec![CENTRE, BOGOTA],
        ),
        ("assessed", 0, "pd", Stage::Assessment, vec![NAIROBI]),
        ("decided", 1, "fld", Stage::Decided, vec![AMMAN]),
        ("withdrawn", 2, "unhcr", Stage::Withdrawn, vec![CENTRE]),
    ];
    let mut targets = Vec::new();
    for (at, (name, number, partner, until, readers)) in all.into_iter().enumerate() {
        let story = Story {
            number,
            partner,
            until,
            ending: Ending::Approved,
        };
        let ink = Marking(at);
        let case = demo::play_with(&site.world.app, &site.world.stream, &story, &ink)
            .await
            .unwrap();
        let readers: Vec<&str> = readers
            .into_iter()
            .flatten()
            .filter(|r| !r.is_empty())
            .collect();
        // what was sent to a group is taken in when one of it opens the work list
        for reader in &readers {
            site.world
                .app
                .take_in(&site.world.session(reader))
                .await
                .unwrap();
        }
        let view = site.world.look(readers[0], case).await.unwrap();
        assert_eq!(view.case.stage, until);
        targets.push(Target {
            name,
            stage: until,
            case,
            person: view.case.referral.persons[0].id.to_string(),
            document: view.case.referral.documents[0].id.to_string(),
            letter: view.case.letters.first().map(|l| l.id.to_string()),
            decision: (view.entries.iter())
                .find(|(_, event)| event.name() == "decided")
                .map_or(0, |(stamp, _)| stamp.seq),
            readers,
            partner,
            mark: at,
        });
    }
    targets
}

/// People whose place in the stream is not settled.
#[derive(Debug)]
pub struct Waiting {
    /// A certificate that two key officers of ProtectDefenders.eu have to sign.
    pub certificate: String,
    /// Somebody certified whom a member of Front Line Defenders can admit.
    pub newcomer: String,
    /// A passphrase of Front Line Defenders that is lost, as their caseworker says.
    pub lost: String,
    /// An account that can be closed.
    pub account: UserId,
    /// A power that stands.
    pub delegation: String,
    /// The code of an open invitation.
    pub invitation: String,
    /// A notice to ProtectDefenders.eu with a letter, if a case of theirs was played.
    pub letter: String,
    /// A first contact to Front Line Defenders, and a file that came with it.
    pub contact: (String, String),
}

/// A first contact with a file, marked as a case is.
async fn first_contact(site: &Site) -> (String, String) {
    let app = &site.world.app;
    let code = ReceiptCode::generate();
    let told = serde_json::json!({ "work": mark('c', 77), "danger": mark('c', 77), "country": "KE", "left": "ER",
        "language": "en", "name": mark('c', 77) });
    let told = serde_json::from_value(told).unwrap();
    app.begin_first_contact("fld", &code, told).await.unwrap();
    let mut file = app.enclose(&code).await.unwrap();
    file.push(b"A letter.").await.unwrap();
    app.enclosed_as(file, "letter.txt", "once").await.unwrap();
    let thread = app.come_back(&code).await.unwrap();
    let file = thread.messages.iter().find_map(|m| match &m.what {
        What::File(file) => Some(file.document.to_string()),
        _ => None,
    });
    (thread.id.to_string(), file.unwrap())
}

fn member(group: &str, handle: &str) -> NewMember {
    NewMember {
        group: group.to_owned(),
        roles: vec![Role::Caseworker],
        name: format!("Newcomer {handle}"),
        handle: handle.to_owned(),
        email: format!("{handle}@safeconduct.invalid"),
    }
}

async fn join(site: &Site, group: &str, handle: &str) -> UserId {
    let app = &site.world.app;
    let code = app
        .invite(&site.world.session("administrator"), member(group, handle))
        .await
        .unwrap();
    let totp = TotpSecret::fresh();
    let totp_code = totp.code(app.now_ms()).unwrap();
    app.join(Joining {
        code,
        passphrase: Passphrase::generate(),
        totp,
        totp_code,
    })
    .await
    .unwrap()
}

/// Makes them.
pub async fn waiting(site: &Site) -> Waiting {
    let world = &site.world;
    let app = &world.app;
    let newcomer = join(site, "fld", "newcomer-1").await;
    for officer in ["fld-caseworker", "fld-supervisor"] {
        let session = world.session(officer);
        let found = app.to_certify(&session).await.unwrap().remove(0);
        let (passphrase, code) = site.world.factors(officer);
        let given = StepUp {
            passphrase: Passphrase::new(passphrase),
            code,
        };
        app.certify(&session, found.certificate, given)
            .await
            .unwrap();
    }
    join(site, "pd", "newcomer-2").await;
    let certificate = app
        .to_certify(&world.session("pd-caseworker"))
        .await
        .unwrap()[0]
        .certificate;
    let asking = world.session("fld-caseworker");
    app.ask_regrant(&asking, world.session("fld-caseworker-2").user)
        .await
        .unwrap();
    let lost = app.regrants(&asking).await.unwrap().0[0].id;
    let administrator = world.session("administrator");
    let delegation = app.delegations(&administrator).await.unwrap()[0].id;
    let invitation = app
        .invite(&administrator, member("unhcr", "newcomer-3"))
        .await
        .unwrap();
    let notices = app.notices(&world.session("pd-caseworker"), 50).await;
    let mut notices = notices.unwrap().into_iter();
    let letter = notices.find(|n| n.notice.letter.is_some());
    let letter = letter.map(|n| n.seq.to_string());
    Waiting {
        certificate: certificate.to_string(),
        newcomer: newcomer.to_string(),
        lost: lost.to_string(),
        account: world.session("planner-2").user,
        delegation: delegation.to_string(),
        invitation,
        letter: letter.unwrap_or_default(),
        contact: first_contact(site).await,
    }
}
