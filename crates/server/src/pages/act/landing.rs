//! Where one lands after an act, and what is said when a rule refuses it.

use axum::response::Response;
use safeconduct_casework::form::Arg;
use safeconduct_domain::act::Kind;
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::refused::Refused;

use super::super::frame;
use crate::web::i18n::{Lang, t};

/// The page after an act: the one where its work goes on.
pub(super) fn after(kind: Kind, case: CaseId, person: &str) -> Response {
    let base = format!("/cases/{case}");
    let person: Option<PersonId> = person.parse().ok();
    let place = match (kind, person) {
        // the case is no longer this group's
        (Kind::ReturnReferral | Kind::RefuseTransfer, _) => "/cases".to_owned(),
        (Kind::AddPerson | Kind::RemovePerson | Kind::DeclarePerson, _) => {
            format!("{base}/persons")
        }
        (Kind::ChangePerson, Some(person)) => format!("{base}/persons/{person}"),
        (Kind::AddDocument | Kind::WithdrawDocument, _) => format!("{base}/documents"),
        (
            Kind::AssessAfresh
            | Kind::PlanInterview
            | Kind::RecordInterpreter
            | Kind::NoteDiscrepancy
            | Kind::PutDiscrepancy
            | Kind::SettleDiscrepancy
            | Kind::SignNotes
            | Kind::AddAddendum,
            _,
        ) => format!("{base}/interview"),
        // the next question to the same person
        (Kind::LogAnswer, Some(person)) => format!("{base}/do/log-answer?person={person}"),
        (Kind::FindElement | Kind::FindClass, Some(person)) => {
            format!("{base}/eligibility/{person}")
        }
        (Kind::RecordCheck | Kind::ConsiderRelief, Some(person)) => {
            format!("{base}/admissibility/{person}")
        }
        (
            Kind::OpenConviction
            | Kind::RecordEquivalence
            | Kind::RecordContext
            | Kind::ConcludeConviction
            | Kind::ReopenConviction,
            Some(person),
        ) => format!("{base}/admissibility/{person}"),
        (Kind::PutConcern | Kind::AnswerConcern | Kind::ExtendTime, _) => {
            format!("{base}/fairness")
        }
        (Kind::RaiseStatusQuery | Kind::AnswerStatusQuery, _) => format!("{base}/status-queries"),
        (Kind::CheckEarlier | Kind::SettleMatch, _) => format!("{base}/possible-matches"),
        (Kind::KeepConfidential | Kind::LiftConfidence, _) => format!("{base}/confidential"),
        (Kind::SignLetter | Kind::SendLetter, _) => format!("{base}/letters"),
        (
            Kind::OverrideTask
            | Kind::Decide
            | Kind::ReviewDecision
            | Kind::Reconsider
            | Kind::RecordLeaveApplication
            | Kind::RecordCourtOutcome,
            Some(person),
        ) => format!("{base}/decision/{person}"),
        _ => base,
    };
    frame::done(&place, kind.name())
}

/// The page after a form that was sent twice: what was done stands.
pub(super) fn repeated(case: Option<CaseId>) -> Response {
    let place = case.map_or_else(|| "/cases".to_owned(), |case| format!("/cases/{case}"));
    frame::done(&place, "repeated")
}

/// A refusal in words, with the provision behind it.
pub(crate) fn refusal(lang: Lang, refused: &Refused, args: Vec<(&'static str, Arg)>) -> String {
    let args: Vec<_> = args
        .into_iter()
        .map(|(name, value)| match value {
            // days that carry law come as 2026-11-22
            Arg::Text(text) if name == "country" => (name, Arg::Text(lang.country(&text))),
            Arg::Text(text) if name == "due" => (name, Arg::Text(lang.date_text(&text))),
            value => (name, value),
        })
        .collect();
    let text = t(lang, &format!("refused-{}", refused.rule), &args);
    match &refused.citation {
        Some(citation) => format!("{text} ({})", lang.cite(citation)),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header;

    fn lands(kind: Kind, person: &str) -> String {
        let case = CaseId::from_bytes([0xab; 16]);
        let to = after(kind, case, person).headers()[header::LOCATION]
            .to_str()
            .unwrap()
            .to_owned();
        to.replace(&case.to_string(), "C")
            .replace(&"cd".repeat(16), "P")
    }

    #[test]
    fn every_act_leads_somewhere() {
        let person = "cd".repeat(16);
        assert_eq!(
            lands(Kind::FindElement, &person),
            "/cases/C/eligibility/P?done=find-element"
        );
        assert_eq!(
            lands(Kind::FindElement, "not a person"),
            "/cases/C?done=find-element"
        );
        assert_eq!(
            lands(Kind::ReturnReferral, ""),
            "/cases?done=return-referral"
        );
        for kind in Kind::ALL {
            assert!(lands(*kind, &person).ends_with(&format!("done={}", kind.name())));
        }
    }
}
