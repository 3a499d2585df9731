//! An urgent case whose applicant refuses video, because the line is listened to.

use safeconduct_domain::case::Stage;

use crate::hard_support::{OFFICER, PARTNER, Tale};

#[tokio::test]
async fn who_cannot_be_safely_seen_is_heard_in_person_or_not_at_all() {
    let mut tale = Tale::alone().await;
    // urgent takes its grounds; an emergency is another's to declare
    let words = ["Enter an answer", "Donnez une réponse"];
    tale.refused(
        PARTNER,
        "set-urgency",
        &[],
        &[("urgency", "urgent"), ("grounds", " ")],
        words,
    )
    .await;
    let days = [("urgency", "emergency"), ("grounds", "Days, not weeks.")];
    let words = ["Choose one", "Choisissez"];
    tale.refused(PARTNER, "set-urgency", &[], &days, words)
        .await;
    tale.does(
        PARTNER,
        "set-urgency",
        &[],
        &[("urgency", "urgent"), days[1]],
    )
    .await;
    let risk = [
        ("charges", "None known."),
        (
            "interview",
            "No video: the line at the centre is listened to.",
        ),
    ];
    tale.does(PARTNER, "record-risk", &[], &risk).await;
    let mut tale = tale.at(Stage::Assessment).await;
    tale.shows(
        OFFICER,
        "",
        &["Urgent", "Days, not weeks."],
        &["Urgent", "Days, not weeks."],
    )
    .await;

    // what she said stands beside the plan
    let said = ["No video: the line at the centre is listened to."];
    tale.shows(OFFICER, "/do/plan-interview", &said, &said)
        .await;
    let safety = ("safety", "She was asked: she is afraid of the line.");
    // the traps: no reason, the reason of another way, a day gone by
    let words = [
        "An interview by video, or none at all, needs its reason",
        "doit être motivée",
    ];
    for mode in ["video", "waived"] {
        tale.refused(
            OFFICER,
            "plan-interview",
            &[],
            &[("mode", mode), safety],
            words,
        )
        .await;
    }
    let words = [
        "That reason is not on the list in force today",
        "Ce motif ne figure pas",
    ];
    let wrong = [("mode", "waived"), ("reason", "travel-dangerous"), safety];
    tale.refused(OFFICER, "plan-interview", &[], &wrong, words)
        .await;
    let words = ["The date has passed", "La date est passée"];
    let past = tale.day(-2);
    tale.refused(
        OFFICER,
        "plan-interview",
        &[],
        &[("mode", "in-person"), safety, ("on", &past)],
        words,
    )
    .await;

    // planned by video it can still be planned anew, in person or not at all; each plan stays on the timeline
    tale.does(
        OFFICER,
        "plan-interview",
        &[],
        &[("mode", "video"), ("reason", "travel-dangerous"), safety],
    )
    .await;
    tale.does(
        OFFICER,
        "plan-interview",
        &[],
        &[("mode", "waived"), ("reason", "urgent"), safety],
    )
    .await;
    let en = [
        "No interview",
        "The need of protection is too urgent to wait",
    ];
    tale.shows(OFFICER, "/interview", &en, &["Sans entrevue"])
        .await;
    let rima = tale.id("Rima").await.to_string();
    let asked = [("question", "When did they come?"), ("answer", "At night.")];
    let words = [
        "in an interview that was planned",
        "dans une entrevue planifiée",
    ];
    tale.refused(OFFICER, "log-answer", &[("person", &rima)], &asked, words)
        .await;
    // lowered below what the referral asks, the office says why
    let words = ["Enter an answer", "Donnez une réponse"];
    tale.refused(
        OFFICER,
        "set-urgency",
        &[],
        &[("urgency", "normal"), ("grounds", " ")],
        words,
    )
    .await;
}
