//! The access rules written a second time, by hand, from the description of the work and not from the code: sentences
//! over roles, standing, stages and actions. Every decision the code can make is compared with them.

use safeconduct_domain::access::{Action, Relation, Role, allowed};
use safeconduct_domain::case::Stage;
use std::collections::BTreeSet;

/// Who | how their group stands to the case | at which stages | may do what. Nothing else is allowed.
const SENTENCES: &str = "
# A referral begins with a caseworker of a partner, in the partner's own group; everything before submission stays there.
caseworker | holder | none | open-referral
caseworker supervisor | holder | preparing awaiting-approval attested submitted held withdrawn | look download
# What is written can be mended until it is submitted, and again while the centre waits for what is missing.
caseworker supervisor | holder | preparing awaiting-approval attested held | record-work record-risk record-declaration set-contact add-person change-person remove-person record-consent add-document withdraw-document keep-confidential lift-confidence set-urgency
# The caseworker asks; the supervisor answers and vouches. Nobody but the supervisor vouches.
caseworker | holder | preparing | request-approval
supervisor | holder | awaiting-approval attested | send-back
supervisor | holder | awaiting-approval held | attest
# Either of them sends what was vouched for, completes it when asked, or takes it back before the centre has accepted.
caseworker supervisor | holder | attested | submit
caseworker supervisor | holder | held | answer-deficiency
caseworker supervisor | holder | submitted held | recall-transfer
caseworker supervisor | holder | preparing awaiting-approval attested submitted held | withdraw
# The package is taken out to be read before it is sent, and while the centre has it; what was withdrawn goes nowhere.
caseworker supervisor | holder | preparing awaiting-approval attested submitted held | package

# The centre sees a referral once it is sent, and returns it, holds it or accepts it.
intake-officer | receiver | submitted held | look download return-referral
intake-officer | receiver | submitted | hold-referral accept-referral
# Once it has accepted, the file is the centre's: numbers, the office, the offer to the office.
intake-officer | holder | file-created in-transfer withdrawn | look download
intake-officer | holder | file-created | record-number check-earlier settle-match choose-office transfer sign-letter send-letter keep-confidential lift-confidence declare-person set-urgency
intake-officer | holder | in-transfer | recall-transfer
intake-officer | holder | file-created in-transfer | withdraw
# It takes the package into a system that has only files, until the case is an office's.
intake-officer | receiver | submitted held | package
intake-officer | holder | file-created in-transfer | package

# An office looks at what it is offered and takes it over or not.
migration-officer designated-officer | receiver | in-transfer | look download accept-transfer refuse-transfer
# Once it is the office's, its officers assess. The record stays open to them after the decision, and with it addenda and
# letters, what a member asks to be kept from the others, the family as it is declared until departure,
# and what is before the Court.
migration-officer designated-officer | holder | assessment decided withdrawn | look download
migration-officer designated-officer | holder | assessment decided | add-addendum sign-letter send-letter keep-confidential lift-confidence declare-person confirm-declaration record-leave-application record-court-outcome
# The certified record is for whoever has to answer for the decision, from the first one on.
migration-officer designated-officer | holder | assessment decided withdrawn | record
migration-officer designated-officer | holder | assessment | reassign assess-afresh plan-interview record-interpreter log-answer note-discrepancy put-discrepancy settle-discrepancy sign-notes find-element find-class record-check open-conviction record-equivalence record-context conclude-conviction reopen-conviction consider-relief put-concern answer-concern extend-time raise-status-query answer-status-query ask-authority review-decision add-document record-number set-urgency withdraw
# Only a designated officer decides, and leaves a task open for it.
designated-officer | holder | assessment | override-task decide
# A decision that was told is opened again by a designated officer only.
designated-officer | holder | decided | reconsider
";

type Decision = (Role, &'static str, Relation, Stage);

pub fn stages() -> impl Iterator<Item = Stage> {
    [Stage::None].into_iter().chain(Stage::ALL)
}

/// Every decision that the sentences allow.
pub fn sentences() -> BTreeSet<Decision> {
    let mut allowed = BTreeSet::new();
    for sentence in SENTENCES
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let parts: Vec<Vec<&str>> = sentence
            .split('|')
            .map(|p| p.split_whitespace().collect())
            .collect();
        let [who, standing, when, what] = &parts[..] else {
            panic!("not a sentence: {sentence}");
        };
        let relation = match standing[..] {
            ["holder"] => Relation::Holder,
            ["receiver"] => Relation::Receiver,
            _ => panic!("no such standing: {sentence}"),
        };
        for role in who {
            let role = Role::from_code(role).unwrap_or_else(|| panic!("no such role: {role}"));
            for stage in when {
                let stage = stages()
                    .find(|s| s.code() == *stage)
                    .unwrap_or_else(|| panic!("no such stage: {stage}"));
                for action in what {
                    let known = Action::all().find(|a| a.name() == *action);
                    let action = known
                        .unwrap_or_else(|| panic!("no such action: {action}"))
                        .name();
                    assert!(
                        allowed.insert((role, action, relation, stage)),
                        "said twice: {role:?} {action} {stage:?}"
                    );
                }
            }
        }
    }
    allowed
}

#[test]
fn the_code_decides_what_the_sentences_say() {
    let sentences = sentences();
    let (mut decisions, mut differences) = (0, vec![]);
    for role in Role::ALL {
        for action in Action::all() {
            for relation in Relation::ALL {
                for stage in stages() {
                    decisions += 1;
                    let said = sentences.contains(&(role, action.name(), relation, stage));
                    if said != allowed(role, action, relation, stage) {
                        differences.push(format!(
                            "{role:?} {} {relation:?} {stage:?}: said {said}",
                            action.name()
                        ));
                    }
                }
            }
        }
    }
    println!(
        "access: {decisions} decisions, {} differences",
        differences.len()
    );
    assert!(differences.is_empty(), "{differences:#?}");
    assert_eq!(decisions, 9 * Action::all().count() * 3 * 11);
}

#[test]
fn the_comparison_finds_a_planted_difference() {
    let mut planted = sentences();
    assert!(planted.remove(&(
        Role::DesignatedOfficer,
        "decide",
        Relation::Holder,
        Stage::Assessment
    )));
    planted.insert((Role::Planner, "look", Relation::Holder, Stage::Decided));
    let code: BTreeSet<Decision> = Role::ALL
        .into_iter()
        .flat_map(|r| Action::all().map(move |a| (r, a)))
        .flat_map(|(r, a)| Relation::ALL.map(|rel| (r, a, rel)))
        .flat_map(|(r, a, rel)| stages().map(move |s| (r, a, rel, s)))
        .filter(|(r, a, rel, s)| allowed(*r, *a, *rel, *s))
        .map(|(r, a, rel, s)| (r, a.name(), rel, s))
        .collect();
    assert_eq!(code.symmetric_difference(&planted).count(), 2);
}

#[test]
fn no_stranger_and_nobody_without_a_case_role_is_ever_allowed_anything() {
    for (role, action, relation, stage) in sentences() {
        assert_ne!(relation, Relation::Stranger, "{action}");
        let works_on_cases = !matches!(
            role,
            Role::Planner | Role::Auditor | Role::KeyOfficer | Role::Administrator
        );
        assert!(works_on_cases, "{role:?} {action} {stage:?}");
    }
}
