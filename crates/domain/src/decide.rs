//! The functional core: from a case and an act to events, or to a refusal that names its rule. No clock, no chance, no I/O.

use crate::access::{Actor, Permit};
use crate::act::Act;
use crate::case::Case;
use crate::event::{Event, Withdrawal};
use crate::id::{GroupId, UserId};
use crate::letter::Made;
use crate::likeness::Sought;
use crate::policy::{List, Policy};
use crate::refused::{Refused, reasoned, require};
use crate::{
    admissibility, confidential, conviction, decision, discrepancy, eligibility, fairness, family,
    inquiry, intake, interview, judicial_review, letter, likeness, priority, reassignment,
    reconsideration, referral, relief, review, status_query,
};
use jiff::civil::Date;

/// What a decision may look at besides the case and the act.
pub struct Context<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// Who acts.
    pub actor: &'a Actor,
    /// The day, in UTC.
    pub today: Date,
    /// 128 fresh random bits, for whatever the act creates.
    pub fresh: [u8; 16],
    /// The group at the Resettlement Operations Centre that receives referrals.
    pub intake: Option<GroupId>,
    /// The group of the office the case has been given, if it has one.
    pub office: Option<GroupId>,
    /// Members of the actor's group.
    pub colleagues: &'a [UserId],
    /// The letter that goes with the act, typeset and sealed.
    pub made: Option<&'a Made>,
    /// What the centre's register knows of other cases.
    pub sought: Option<&'a Sought>,
}

/// What the act brings about.
///
/// # Errors
/// [`Refused`] with the rule and its citation; nothing has changed then.
pub fn decide(
    ctx: &Context<'_>,
    permit: &Permit,
    case: &Case,
    act: Act,
) -> Result<Vec<Event>, Refused> {
    let for_this = permit.case() == case.id
        && permit.stage() == case.stage
        && permit.action() == crate::access::Action::Do(act.kind())
        && (permit.group(), permit.user()) == (ctx.actor.group, ctx.actor.user);
    require(for_this, || Refused::by("permit-for-another-act"))?;
    match act {
        Act::Open(act) => referral::open(ctx, act),
        Act::RecordWork(act) => Ok(vec![Event::WorkRecorded(act)]),
        Act::RecordRisk(act) => Ok(vec![Event::RiskRecorded(act)]),
        Act::RecordDeclaration(act) => referral::declare(ctx, act),
        Act::SetContact(act) => Ok(vec![Event::ContactSet(act)]),
        Act::AddPerson(details) => referral::add_person(ctx, case, details),
        Act::ChangePerson { person, details } => {
            referral::change_person(ctx, case, person, details)
        }
        Act::RemovePerson { person, reason } => referral::remove_person(case, person, reason),
        Act::RecordConsent(act) => referral::consent(ctx, case, act),
        Act::AddDocument(act) => referral::add_document(ctx, case, act),
        Act::WithdrawDocument { document, reason } => {
            referral::withdraw_document(case, document, reason)
        }
        Act::RequestApproval {} => referral::request_approval(ctx, case),
        Act::SendBack { reason } => with_reason(reason, |reason| Event::SentBack { reason }),
        Act::Attest(act) => referral::attest(ctx, case, act),
        Act::Submit {} => referral::submit(ctx, case),
        Act::AnswerDeficiency { note } => referral::answer_deficiency(ctx, case, note),
        Act::ReturnReferral(act) => intake::give_back(ctx, case, act),
        Act::HoldReferral(act) => intake::hold(ctx, act),
        Act::AcceptReferral {} => Ok(intake::accept(ctx)),
        Act::CheckEarlier {} => likeness::check(ctx),
        Act::SettleMatch { other, said } => likeness::settle(case, other, said),
        Act::RecordNumber(act) => intake::number(case, act),
        Act::ChooseOffice(act) => intake::choose_office(ctx, case, act),
        Act::Transfer {} => intake::transfer(ctx, case),
        Act::AcceptTransfer {} => {
            let reason = "accepted".to_owned();
            Ok(vec![
                Event::TransferAccepted,
                Event::Assigned {
                    officer: ctx.actor.user,
                    reason,
                },
            ])
        }
        Act::RefuseTransfer { reason } => {
            with_reason(reason, |reason| Event::TransferRefused { reason })
        }
        Act::RecallTransfer { reason } => {
            with_reason(reason, |reason| Event::TransferRecalled { reason })
        }
        Act::Reassign { officer, reason } => reassignment::reassign(ctx, case, officer, reason),
        Act::AssessAfresh(act) => reassignment::assess_afresh(ctx, case, act),
        Act::PlanInterview(act) => interview::plan(ctx, case, act),
        Act::RecordInterpreter(act) => interview::interpreter(case, act),
        Act::LogAnswer(act) => interview::log(ctx, case, act),
        Act::NoteDiscrepancy(act) => discrepancy::note(ctx, case, act),
        Act::PutDiscrepancy {
            discrepancy,
            explanation,
        } => discrepancy::put(case, discrepancy, explanation),
        Act::SettleDiscrepancy {
            discrepancy,
            settlement,
        } => discrepancy::settle(case, discrepancy, settlement),
        Act::SignNotes(act) => interview::sign(ctx, case, act),
        Act::AddAddendum { notes, text } => interview::addendum(case, notes, text),
        Act::FindElement(act) => eligibility::find(ctx, case, act),
        Act::FindClass(act) => eligibility::class(case, act),
        Act::RecordCheck(act) => admissibility::record(ctx, case, act),
        Act::OpenConviction(act) => conviction::open(ctx, case, act),
        Act::RecordEquivalence {
            conviction,
            comparison,
        } => conviction::compare(ctx, case, conviction, comparison),
        Act::RecordContext { conviction, asked } => conviction::ask(ctx, case, conviction, asked),
        Act::ConcludeConviction {
            conviction,
            conclusion,
        } => conviction::conclude(ctx, case, conviction, conclusion),
        Act::ReopenConviction { conviction, reason } => {
            conviction::reopen(case, conviction, reason)
        }
        Act::ConsiderRelief(act) => relief::consider(ctx, case, act),
        Act::PutConcern(act) => fairness::put(ctx, case, act),
        Act::AnswerConcern { concern, answer } => fairness::answer(ctx, case, concern, answer),
        Act::ExtendTime { concern, extension } => fairness::extend(ctx, case, concern, extension),
        Act::RaiseStatusQuery(act) => status_query::raise(ctx, case, act),
        Act::AnswerStatusQuery { query, reply } => status_query::answer(case, query, reply),
        Act::AskAuthority(act) => inquiry::ask(ctx, case, act),
        Act::OverrideTask(act) => decision::set_aside(ctx, case, act),
        Act::Decide(act) => decision::decide(ctx, case, act),
        Act::ReviewDecision(act) => review::review(ctx, case, act),
        Act::Reconsider(act) => reconsideration::reconsider(ctx, case, act),
        Act::RecordLeaveApplication(act) => judicial_review::apply(ctx, case, act),
        Act::RecordCourtOutcome {
            application,
            ending,
        } => judicial_review::end(ctx, case, application, ending),
        Act::SignLetter(act) => letter::sign(ctx, case, act),
        Act::SendLetter { letter, sending } => letter::send(ctx, case, letter, sending),
        Act::KeepConfidential(act) => confidential::keep(ctx, case, act),
        Act::LiftConfidence(act) => confidential::lift(ctx, case, act),
        Act::DeclarePerson(act) => family::declare(ctx, case, act),
        Act::ConfirmDeclaration(act) => family::confirm(ctx, case, act),
        Act::SetUrgency { urgency, grounds } => priority::set(ctx, case, urgency, grounds),
        Act::Withdraw(act) => withdraw(ctx, act),
    }
}

fn with_reason(reason: String, event: impl FnOnce(String) -> Event) -> Result<Vec<Event>, Refused> {
    reasoned(&reason)?;
    Ok(vec![event(reason)])
}

fn withdraw(ctx: &Context<'_>, act: Withdrawal) -> Result<Vec<Event>, Refused> {
    let known = ctx
        .policy
        .named(List::WithdrawalReason, &act.reason, ctx.today)
        .is_some();
    require(known, || Refused::by("no-such-reason"))?;
    Ok(vec![Event::Withdrawn(act)])
}
