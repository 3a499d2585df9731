//! A case as the API shows it, as a schema.

use jiff::civil::Date;
use safeconduct_domain::act::Kind;
use safeconduct_domain::policy::Policy;
use serde_json::{Value, json};

use super::forms::answered;
use super::likeness;
use super::parts::{day, flag, id, joined, list, map, object, one_of, text, whole};
use super::schemas::{bare, stage};
use crate::api::cases::URGENCIES;

/// A whole case.
pub(super) fn case(policy: &Policy, today: Date) -> Value {
    let of = |kind| answered(policy, today, kind);
    let always = [
        ("id", id()),
        ("stage", stage()),
        ("stage-since-ms", whole()),
        ("urgency", urgency()),
        ("submission-urgency", urgency()),
        ("referral", referral(&of)),
        ("intake", intake(&of)),
        ("assessment", assessment(&of)),
        ("confidences", list(confidence(&of))),
        ("matches", likeness::matches(&of)),
    ];
    let perhaps = [
        ("version", whole()),
        ("holder", id()),
        ("offered-to", id()),
        ("referred-by", id()),
        ("filed-by", id()),
        ("opened-by", id()),
        ("opened-ms", whole()),
        ("officer", id()),
        ("may", list(text())),
        ("transfer-note", text()),
        ("notice", day()),
        ("withdrawn", of(Kind::Withdraw)),
    ];
    object(always, perhaps)
}

/// `referral.json` of a referral package.
pub(super) fn package(policy: &Policy, today: Date) -> Value {
    let of = |kind| answered(policy, today, kind);
    let facts = [
        ("referral", referral(&of)),
        ("submission-urgency", urgency()),
        ("numbers", list(of(Kind::RecordNumber))),
        ("confidences", list(confidence(&of))),
        ("lacking", list(item())),
    ];
    let file = object(
        [("name", text()), ("sha256", text()), ("size", whole())],
        [("document", id()), ("kept", flag())],
    );
    let always = [
        ("format", one_of(&["safeconduct.package/1"])),
        ("journal", text()),
        ("case", id()),
        ("entry", whole()),
        ("at-ms", whole()),
        ("on", day()),
        ("policy", text()),
        ("facts", object(facts, [])),
        ("files", list(file)),
    ];
    object(always, [])
}

fn urgency() -> Value {
    object([("urgency", one_of(&URGENCIES))], [("grounds", text())])
}

fn referral(of: &impl Fn(Kind) -> Value) -> Value {
    let person = joined(
        object(
            [("id", id())],
            [("removed", text()), ("declared-on", day())],
        ),
        &of(Kind::AddPerson),
    );
    let document = object(
        [
            ("id", id()),
            ("name", text()),
            ("kind", text()),
            ("size", whole()),
        ],
        [("person", id()), ("withdrawn", text())],
    );
    let attestation = object([("grounds", text()), ("by", id()), ("at-ms", whole())], []);
    let recorded = object([("by", id()), ("at-ms", whole())], []);
    let always = [
        ("partner", text()),
        ("persons", list(person)),
        ("consents", list(of(Kind::RecordConsent))),
        ("documents", list(document)),
        (
            "confirmations",
            list(joined(recorded, &of(Kind::ConfirmDeclaration))),
        ),
    ];
    let perhaps = [
        ("date", day()),
        ("open", of(Kind::Open)),
        ("work", of(Kind::RecordWork)),
        ("risk", of(Kind::RecordRisk)),
        ("declaration", of(Kind::RecordDeclaration)),
        ("contact", of(Kind::SetContact)),
        ("attestation", attestation),
        ("sent-back", text()),
    ];
    object(always, perhaps)
}

/// What a member asked to be kept from others, and the agreement that ended it.
fn confidence(of: &impl Fn(Kind) -> Value) -> Value {
    let recorded = || object([("by", id()), ("at-ms", whole())], []);
    let lifted = joined(recorded(), &of(Kind::LiftConfidence));
    let kept = object([("by", id()), ("at-ms", whole())], [("lifted", lifted)]);
    joined(kept, &of(Kind::KeepConfidential))
}

fn intake(of: &impl Fn(Kind) -> Value) -> Value {
    let perhaps = [
        ("returned", of(Kind::ReturnReferral)),
        ("held", of(Kind::HoldReferral)),
        ("answered", text()),
        ("file-created-ms", whole()),
        ("office", of(Kind::ChooseOffice)),
    ];
    object([("numbers", list(of(Kind::RecordNumber)))], perhaps)
}

fn assessment(of: &impl Fn(Kind) -> Value) -> Value {
    let addendum = object([("text", text()), ("by", id()), ("at-ms", whole())], []);
    let signed = object(
        [
            ("id", id()),
            ("by", id()),
            ("at-ms", whole()),
            ("addenda", list(addendum)),
        ],
        [],
    );
    let logged = object([("id", id()), ("by", id()), ("at-ms", whole())], []);
    let asked = object([("id", id()), ("by", id()), ("at-ms", whole())], []);
    let barred = object([("rule", text()), ("by", id()), ("at-ms", whole())], []);
    let settlement = bare(of(Kind::SettleDiscrepancy), &["discrepancy"]);
    let discrepancy = object(
        [("id", id())],
        [("explanation", text()), ("settlement", settlement)],
    );
    let stated = object([("by", id()), ("at-ms", whole())], []);
    let answer = bare(of(Kind::AnswerConcern), &["concern"]);
    let reply = bare(of(Kind::AnswerStatusQuery), &["query"]);
    let extension = bare(of(Kind::ExtendTime), &["concern"]);
    let concern = joined(
        object(
            [("id", id()), ("extensions", list(extension))],
            [("answer", answer)],
        ),
        &of(Kind::PutConcern),
    );
    let sending = bare(of(Kind::SendLetter), &["letter"]);
    let letter = object(
        [
            ("id", id()),
            ("by", id()),
            ("at-ms", whole()),
            ("pdf-sha256", text()),
            ("size", whole()),
            ("pages", whole()),
            ("sent", list(sending)),
        ],
        [],
    );
    let query = object([("id", id()), ("route", text())], [("reply", reply)]);
    let review = joined(object([("by", id())], []), &of(Kind::ReviewDecision));
    let decision = object(
        [("by", id()), ("on", day()), ("policy", text())],
        [("review", review)],
    );
    let decision = joined(decision, &of(Kind::Decide));
    let reconsidered = object([("by", id()), ("at-ms", whole())], []);
    let ending = bare(of(Kind::RecordCourtOutcome), &["application"]);
    let application = joined(
        object(
            [("id", id()), ("by", id()), ("at-ms", whole())],
            [("ending", ending)],
        ),
        &of(Kind::RecordLeaveApplication),
    );
    let compared = joined(
        object([("id", id())], []),
        &bare(of(Kind::RecordEquivalence), &["conviction"]),
    );
    let context = bare(of(Kind::RecordContext), &["conviction"]);
    let concluded = bare(of(Kind::ConcludeConviction), &["conviction"]);
    let worksheet = object(
        [
            ("id", id()),
            ("compared", list(compared)),
            ("asked", list(context)),
            ("reopened", list(text())),
        ],
        [("conclusion", concluded)],
    );
    let always = [
        ("log", list(joined(logged, &of(Kind::LogAnswer)))),
        (
            "discrepancies",
            list(joined(discrepancy, &of(Kind::NoteDiscrepancy))),
        ),
        ("afresh", list(joined(stated, &of(Kind::AssessAfresh)))),
        ("notes", list(joined(signed, &of(Kind::SignNotes)))),
        ("elements", list(of(Kind::FindElement))),
        ("classes", list(of(Kind::FindClass))),
        ("checks", list(of(Kind::RecordCheck))),
        (
            "convictions",
            list(joined(worksheet, &of(Kind::OpenConviction))),
        ),
        ("reliefs", list(of(Kind::ConsiderRelief))),
        ("concerns", list(concern)),
        ("letters", list(joined(letter, &of(Kind::SignLetter)))),
        ("queries", list(joined(query, &of(Kind::RaiseStatusQuery)))),
        ("asked", list(joined(asked, &of(Kind::AskAuthority)))),
        ("barred", list(joined(barred, &of(Kind::AskAuthority)))),
        ("overrides", list(of(Kind::OverrideTask))),
        ("decisions", list(decision.clone())),
        ("taken-back", list(decision)),
        (
            "reconsidered",
            list(joined(reconsidered, &of(Kind::Reconsider))),
        ),
        ("applications", list(application)),
    ];
    object(
        always,
        [
            ("interview", of(Kind::PlanInterview)),
            ("interpreter", of(Kind::RecordInterpreter)),
        ],
    )
}

/// What happened to a case.
pub(super) fn timeline() -> Value {
    let entry = object(
        [
            ("seq", whole()),
            ("at-ms", whole()),
            ("actor", id()),
            ("group", id()),
            ("event", text()),
        ],
        [("content", json!({ "type": "object" }))],
    );
    object([("entries", list(entry)), ("actors", map(text()))], [])
}

fn words() -> Value {
    object([("en", text()), ("fr", text())], [])
}

/// One thing a complete referral holds.
fn item() -> Value {
    object(
        [
            ("id", text()),
            ("text", words()),
            ("provisions", list(text())),
            ("section", text()),
            ("blocks", flag()),
            ("there", flag()),
            ("assumed", flag()),
        ],
        [("person", id())],
    )
}

/// What is still to be done.
pub(super) fn tasks() -> Value {
    let states = [
        "not-started",
        "waiting",
        "done",
        "concern",
        "expired",
        "overridden",
    ];
    let task = object(
        [
            ("id", text()),
            ("provision", text()),
            ("mandatory", flag()),
            ("state", one_of(&states)),
            ("open", flag()),
        ],
        [("text", words())],
    );
    let person = object([("person", id()), ("tasks", list(task))], []);
    object(
        [
            ("kind", one_of(&["completeness", "assessment"])),
            ("on", day()),
        ],
        [
            ("complete", flag()),
            ("items", list(item())),
            ("persons", list(person)),
        ],
    )
}
