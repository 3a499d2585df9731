//! The forms of the acts: one for each kind, made for a case as it stands on a day.
//!
//! [`form`] describes the questions, [`prefill`] gives what stands now so that a page edits rather than asks again,
//! [`read`] and [`read_json`] turn the answers into an [`Act`]. What a form reads has the members the act's payload
//! has, so a question cannot drift from the record it fills.
//!
//! The officers' forms ask what the law asks and nothing else: no field and no choice anywhere is a way to find that
//! somebody is not a human rights defender. That is the partner's word, given in `attest`, and a doubt about it is a
//! status query.

mod admissibility;
mod case;
mod common;
mod confidential;
mod consent;
mod contact;
mod conviction;
mod decision;
mod declaration;
mod discrepancy;
mod document;
mod eligibility;
mod fairness;
mod family;
mod inquiry;
mod intake;
mod interview;
mod judicial_review;
mod letter;
mod likeness;
mod person;
mod prefill;
mod referral;
mod risk;
mod status_query;
#[cfg(test)]
mod tests;
mod transfer;
mod words;
mod work;

pub use confidential::text as item;
pub use prefill::prefill;
pub use words::{deficiency, refusal_args, task};

use crate::form::{Field, FieldError, Form, Values};
use jiff::civil::Date;
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::Case;
use safeconduct_domain::id::{DocumentId, ItemId, PersonId, UserId};
use safeconduct_domain::policy::Policy;
use serde_json::Value;

/// What a form may look at: the case, the policy in force, and what the page is about.
///
/// What is named here is carried by the form unseen; what is left out becomes a question. A partner's system that
/// sends JSON names nothing, and so answers every question.
#[derive(Clone, Copy)]
pub struct FormContext<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The day, in UTC: which policy is in force, and what a date that means “today” begins with.
    pub today: Date,
    /// The case as its reader may know it; an empty one before it is opened.
    pub case: &'a Case,
    /// Code of the organisation that acts: whose inventories a new case may come from.
    pub organisation: &'a str,
    /// The person the page is about.
    pub person: Option<PersonId>,
    /// The notes, the discrepancy, the conviction, the concern or the query it is about.
    pub item: Option<ItemId>,
    /// The document it is about.
    pub document: Option<DocumentId>,
    /// Code of the element, check, class or task it is about.
    pub about: Option<&'a str>,
    /// Members of the group, with their names.
    pub colleagues: &'a [(UserId, String)],
}

impl<'a> FormContext<'a> {
    /// A context about the case as a whole.
    #[must_use]
    pub const fn new(policy: &'a Policy, today: Date, case: &'a Case) -> Self {
        Self {
            policy,
            today,
            case,
            organisation: "",
            person: None,
            item: None,
            document: None,
            about: None,
            colleagues: &[],
        }
    }
}

/// The form of an act.
///
/// The form of [`Kind::AddDocument`] asks for the kind of document and whom it is about; the file itself, and with it
/// the rest of the payload, comes through the upload.
#[must_use]
pub fn form(kind: Kind, ctx: &FormContext<'_>) -> Form {
    Form::new(kind.name(), fields(kind, ctx))
}

fn fields(kind: Kind, ctx: &FormContext<'_>) -> Vec<Field> {
    match kind {
        Kind::Open => referral::open(ctx),
        Kind::RecordWork => work::record(ctx),
        Kind::RecordRisk => risk::record(),
        Kind::RecordDeclaration => declaration::record(),
        Kind::SetContact => contact::set(),
        Kind::AddPerson => person::add(ctx),
        Kind::ChangePerson => person::change(ctx),
        Kind::RemovePerson => person::remove(ctx),
        Kind::RecordConsent => consent::record(ctx),
        Kind::AddDocument => document::add(ctx),
        Kind::WithdrawDocument => document::withdraw(ctx),
        Kind::SendBack => referral::send_back(),
        Kind::Attest => referral::attest(),
        Kind::AnswerDeficiency => referral::answer_deficiency(),
        Kind::ReturnReferral => intake::give_back(ctx),
        Kind::HoldReferral => intake::hold(ctx),
        Kind::RecordNumber => intake::number(ctx),
        Kind::SettleMatch => likeness::settle(ctx),
        Kind::ChooseOffice => intake::office(ctx),
        Kind::RefuseTransfer => transfer::refuse(ctx),
        Kind::RecallTransfer => transfer::recall(),
        Kind::Reassign => transfer::reassign(ctx),
        Kind::AssessAfresh => transfer::afresh(),
        Kind::PlanInterview => interview::plan(ctx),
        Kind::RecordInterpreter => interview::interpreter(),
        Kind::LogAnswer => interview::log(ctx),
        Kind::NoteDiscrepancy => discrepancy::note(ctx),
        Kind::PutDiscrepancy => discrepancy::put(ctx),
        Kind::SettleDiscrepancy => discrepancy::settle(ctx),
        Kind::SignNotes => interview::sign(),
        Kind::AddAddendum => interview::addendum(ctx),
        Kind::FindElement => eligibility::element(ctx),
        Kind::FindClass => eligibility::class(ctx),
        Kind::RecordCheck => admissibility::check(ctx),
        Kind::OpenConviction => conviction::open(ctx),
        Kind::RecordEquivalence => conviction::compare(ctx),
        Kind::RecordContext => conviction::ask(ctx),
        Kind::ConcludeConviction => conviction::conclude(ctx),
        Kind::ReopenConviction => conviction::reopen(ctx),
        Kind::ConsiderRelief => conviction::relief(ctx),
        Kind::PutConcern => fairness::put(ctx),
        Kind::AnswerConcern => fairness::answer(ctx),
        Kind::ExtendTime => fairness::extend(ctx),
        Kind::RaiseStatusQuery => status_query::raise(),
        Kind::AnswerStatusQuery => status_query::answer(ctx),
        Kind::AskAuthority => inquiry::ask(ctx),
        Kind::OverrideTask => decision::set_aside(ctx),
        Kind::Decide => decision::decide(ctx),
        Kind::ReviewDecision => decision::review(ctx),
        Kind::Reconsider => decision::reconsider(ctx),
        Kind::RecordLeaveApplication => judicial_review::apply(ctx),
        Kind::RecordCourtOutcome => judicial_review::end(ctx),
        Kind::SignLetter => letter::sign(ctx),
        Kind::SendLetter => letter::send(ctx),
        Kind::KeepConfidential => confidential::keep(ctx),
        Kind::LiftConfidence => confidential::lift(ctx),
        Kind::DeclarePerson => family::declare(ctx),
        Kind::ConfirmDeclaration => family::confirm(ctx),
        Kind::SetUrgency => case::urgency(ctx),
        Kind::Withdraw => case::withdraw(ctx),
        // nothing to say but that it shall be done
        Kind::RequestApproval
        | Kind::Submit
        | Kind::AcceptReferral
        | Kind::CheckEarlier
        | Kind::Transfer
        | Kind::AcceptTransfer => Vec::new(),
    }
}

/// The act a browser posted.
///
/// # Errors
/// One error a field, as [`Form::read`]; or one of the whole form with the code `type`, when something the page carries
/// unseen was altered, and always for [`Kind::AddDocument`], which needs its file.
pub fn read(kind: Kind, ctx: &FormContext<'_>, values: &Values) -> Result<Act, Vec<FieldError>> {
    form(kind, ctx)
        .read(values)
        .and_then(|object| act(kind, ctx, object))
}

/// The act that came as JSON, by the same rules.
///
/// # Errors
/// As [`read`], and one error with the code `unknown` for each member the form does not have.
pub fn read_json(kind: Kind, ctx: &FormContext<'_>, value: &Value) -> Result<Act, Vec<FieldError>> {
    form(kind, ctx)
        .read_json(value)
        .and_then(|object| act(kind, ctx, object))
}

fn act(kind: Kind, ctx: &FormContext<'_>, object: Value) -> Result<Act, Vec<FieldError>> {
    let act = Act::from_form(kind, object).map_err(|_| vec![FieldError::new("", "type")])?;
    let missing = match &act {
        Act::PlanInterview(plan) => interview::unconsidered(ctx, plan),
        Act::RecordInterpreter(interpreter) => interview::uncompared(ctx, interpreter),
        _ => Vec::new(),
    };
    if missing.is_empty() {
        Ok(act)
    } else {
        Err(missing)
    }
}
