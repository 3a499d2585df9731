//! `docs/access.md`: the access rules as grids a lawyer can read, held equal to what the code decides.
//!
//! After a change of the rules: `cargo test -p safeconduct-domain --test it -- --ignored write_the_access_table`.

use crate::access_rules::stages;
use safeconduct_domain::access::{Action, Relation, Role, allowed};
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Stage;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

const HEAD: &str = "# Who may do what to a case

One grid for each role and each way its group can stand to a case. Rows are actions, columns are the stages of a case:
✔ allowed, ✘ not allowed. What is not in a grid is not allowed to anybody. The grids are written from the program, and a
test fails when they differ from what it decides; the rules behind an allowed act (who may not approve their own work, when
a refusal may be signed, and so on) are the program's further refusals, each with its citation.

A group is the **holder** of a case when it is responsible for it: exactly one group is, at any time. It is the **receiver**
while the case is offered to it and it has not yet accepted. Any other group is a **stranger**: to it the case does not
exist, whether it never saw it, handed it over, or there is no such case; the answer is the same.

";

const FOOT: &str = "## Everybody else

A stranger may do nothing, in any role. The following roles have no access to any case, whatever their group: ";

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md")
}

fn role_in_words(role: Role) -> &'static str {
    match role {
        Role::Caseworker => "Partner caseworker",
        Role::Supervisor => "Partner supervisor",
        Role::IntakeOfficer => "Intake officer, Resettlement Operations Centre",
        Role::MigrationOfficer => "Migration officer",
        Role::DesignatedOfficer => "Designated officer",
        Role::Planner => "planner",
        Role::Auditor => "auditor",
        Role::KeyOfficer => "key officer",
        Role::Administrator => "administrator",
    }
}

fn stage_in_words(stage: Stage) -> &'static str {
    match stage {
        Stage::None => "not begun",
        Stage::Preparing => "preparing",
        Stage::AwaitingApproval => "awaiting approval",
        Stage::Attested => "attested",
        Stage::Submitted => "submitted",
        Stage::Held => "held",
        Stage::FileCreated => "file created",
        Stage::InTransfer => "in transfer",
        Stage::Assessment => "assessment",
        Stage::Decided => "decided",
        Stage::Withdrawn => "withdrawn",
    }
}

fn action_in_words(action: Action) -> &'static str {
    let kind = match action {
        Action::Look => return "Open the case and read it",
        Action::Download => return "Take a document out",
        Action::Record => return "Take out the certified record of a decision",
        Action::Package => return "Take out the referral package",
        Action::Do(kind) => kind,
    };
    match kind {
        Kind::Open => "Begin a referral",
        Kind::RecordWork => "Record human-rights work and persecutors",
        Kind::RecordRisk => "Record the risk",
        Kind::RecordDeclaration => "Record the applicant’s declaration",
        Kind::SetContact => "Set the safe-contact protocol",
        Kind::AddPerson => "Add a person",
        Kind::ChangePerson => "Change what is known of a person",
        Kind::RemovePerson => "Take a person off the case",
        Kind::RecordConsent => "Record an adult’s consent",
        Kind::AddDocument => "Add a document",
        Kind::WithdrawDocument => "Withdraw a document",
        Kind::RequestApproval => "Ask the supervisor to approve",
        Kind::SendBack => "Send it back to the caseworker",
        Kind::Attest => "Approve it and attest the status of defender",
        Kind::Submit => "Submit it",
        Kind::AnswerDeficiency => "Answer a deficiency list",
        Kind::ReturnReferral => "Return it to the partner",
        Kind::HoldReferral => "Hold it with a deficiency list",
        Kind::AcceptReferral => "Accept it and create the file",
        Kind::RecordNumber => "Record a number",
        Kind::ChooseOffice => "Choose the migration office",
        Kind::CheckEarlier => "Look for other cases of the same person",
        Kind::SettleMatch => "Say whether another case is of the same person",
        Kind::Transfer => "Offer the case to that office",
        Kind::AcceptTransfer => "Take the case over",
        Kind::RefuseTransfer => "Refuse to take it over",
        Kind::RecallTransfer => "Take an offer back",
        Kind::Reassign => "Assign it to an officer",
        Kind::AssessAfresh => "Assess afresh what another officer assessed",
        Kind::PlanInterview => "Plan or waive the interview",
        Kind::RecordInterpreter => "Record the interpreter",
        Kind::LogAnswer => "Log a question and its answer",
        Kind::NoteDiscrepancy => "Note a discrepancy",
        Kind::PutDiscrepancy => "Put a discrepancy to the person",
        Kind::SettleDiscrepancy => "Say what came of a discrepancy",
        Kind::SignNotes => "Sign interview notes",
        Kind::AddAddendum => "Add to signed notes",
        Kind::FindElement => "Record a finding on an element of eligibility",
        Kind::FindClass => "Record whether a person belongs to a class",
        Kind::RecordCheck => "Record the result of an admissibility check",
        Kind::OpenConviction => "Open the worksheet on a conviction or a charge",
        Kind::RecordEquivalence => "Compare an element of the offence with Canadian law",
        Kind::RecordContext => "Record the partner’s context of a conviction",
        Kind::ConcludeConviction => "Conclude the worksheet on a conviction",
        Kind::ReopenConviction => "Open a concluded worksheet again",
        Kind::ConsiderRelief => "Record that relief was considered",
        Kind::PutConcern => "Put a concern to a person",
        Kind::AnswerConcern => "Record and weigh the answer",
        Kind::ExtendTime => "Give more time to answer",
        Kind::RaiseStatusQuery => "Raise a status query",
        Kind::AnswerStatusQuery => "Record its answer",
        Kind::AskAuthority => "Ask an authority outside",
        Kind::OverrideTask => "Leave a mandatory task open, with a reason",
        Kind::Decide => "Decide on a person",
        Kind::ReviewDecision => "Read a decision as the second person",
        Kind::Reconsider => "Record a request to reconsider",
        Kind::RecordLeaveApplication => "Record an application to the Federal Court for leave",
        Kind::RecordCourtOutcome => "Record what came of it",
        Kind::SignLetter => "Sign a letter",
        Kind::SendLetter => "Say how a signed letter leaves",
        Kind::KeepConfidential => "Keep something from other members of the family",
        Kind::LiftConfidence => "Lift that, as the person agrees",
        Kind::DeclarePerson => "Record a family member declared after submission",
        Kind::ConfirmDeclaration => "Record whether everybody is declared",
        Kind::SetUrgency => "Set how soon the case must move",
        Kind::Withdraw => "End the case without a decision",
    }
}

fn heading(role: Role, relation: Relation) -> String {
    let standing = if relation == Relation::Holder {
        "holder"
    } else {
        "receiver"
    };
    format!("## {}, {standing}", role_in_words(role))
}

fn ever(role: Role, relation: Relation) -> bool {
    Action::all().any(|a| stages().any(|s| allowed(role, a, relation, s)))
}

fn grid(out: &mut String, role: Role, relation: Relation) {
    writeln!(out, "{}\n", heading(role, relation)).unwrap();
    let columns: Vec<_> = stages().map(stage_in_words).collect();
    writeln!(
        out,
        "| | {} |\n|---|{}",
        columns.join(" | "),
        ":-:|".repeat(columns.len())
    )
    .unwrap();
    let (rows, never): (Vec<_>, Vec<_>) =
        Action::all().partition(|a| stages().any(|s| allowed(role, *a, relation, s)));
    for action in rows {
        let marks: Vec<_> = stages()
            .map(|s| {
                if allowed(role, action, relation, s) {
                    "✔"
                } else {
                    "✘"
                }
            })
            .collect();
        writeln!(
            out,
            "| {} (`{}`) | {} |",
            action_in_words(action),
            action.name(),
            marks.join(" | ")
        )
        .unwrap();
    }
    let never: Vec<_> = never
        .into_iter()
        .map(|a| format!("`{}`", a.name()))
        .collect();
    writeln!(out, "\nNever, at any stage: {}.\n", never.join(", ")).unwrap();
}

fn document() -> String {
    let mut out = HEAD.to_owned();
    for role in Role::ALL {
        for relation in [Relation::Receiver, Relation::Holder] {
            if ever(role, relation) {
                grid(&mut out, role, relation);
            }
        }
    }
    let without: Vec<_> = Role::ALL
        .into_iter()
        .filter(|r| !Relation::ALL.into_iter().any(|rel| ever(*r, rel)))
        .map(|r| format!("{} (`{}`)", role_in_words(r), r.code()))
        .collect();
    writeln!(out, "{FOOT}{}.", without.join(", ")).unwrap();
    out
}

#[test]
fn the_table_on_paper_is_the_table_in_force() {
    let paper = std::fs::read_to_string(path()).expect("docs/access.md is there");
    let force = document();
    let differ: Vec<_> = paper
        .lines()
        .map(|l| ("-", l))
        .filter(|(_, l)| !force.lines().any(|f| f == *l))
        .chain(
            force
                .lines()
                .map(|l| ("+", l))
                .filter(|(_, l)| !paper.lines().any(|p| p == *l)),
        )
        .map(|(sign, line)| format!("{sign} {line}"))
        .collect();
    assert!(
        paper == force,
        "docs/access.md (-) differs from the code (+):\n{}",
        differ.join("\n")
    );
}

/// Reads the grids back as a stranger to the generator would, so that a grid under the wrong heading or a mark in the
/// wrong column is found too.
#[test]
fn the_marks_on_paper_read_back_as_the_decisions() {
    let paper = std::fs::read_to_string(path()).unwrap();
    let mut marked = BTreeSet::new();
    let (mut who, mut columns): (Option<(Role, Relation)>, Vec<Stage>) = (None, vec![]);
    let mut marks = 0;
    for line in paper.lines() {
        if line.starts_with("## ") {
            let all = Role::ALL
                .into_iter()
                .flat_map(|r| Relation::ALL.map(|rel| (r, rel)));
            who = all
                .into_iter()
                .find(|(r, rel)| *rel != Relation::Stranger && heading(*r, *rel) == line);
        }
        let Some(row) = line.strip_prefix("| ") else {
            continue;
        };
        let cells: Vec<_> = row
            .trim_end_matches(" |")
            .split(" | ")
            .map(str::trim)
            .collect();
        if cells[0].starts_with('|') || cells[0].is_empty() {
            let heads = row
                .trim_start_matches("| ")
                .trim_end_matches(" |")
                .split(" | ");
            columns = heads
                .map(|h| stages().find(|s| stage_in_words(*s) == h).unwrap())
                .collect();
            continue;
        }
        let name = cells[0].rsplit_once("(`").unwrap().1.trim_end_matches("`)");
        let action = Action::all().find(|a| a.name() == name).unwrap();
        let (role, relation) = who.unwrap();
        assert_eq!(cells.len(), columns.len() + 1, "{line}");
        for (stage, mark) in columns.iter().zip(&cells[1..]) {
            marks += 1;
            match *mark {
                "✔" => assert!(marked.insert((role, action.name(), relation, *stage))),
                "✘" => {}
                other => panic!("not a mark: {other}"),
            }
        }
    }
    assert!(marks > 500, "only {marks} marks were read");
    assert_eq!(marked, crate::access_rules::sentences());
}

#[test]
#[ignore = "writes docs/access.md"]
fn write_the_access_table() {
    std::fs::write(path(), document()).unwrap();
}
