//! An interpreter turns out to belong to the group the person fears.

use safeconduct_domain::case::Stage;

use crate::hard_support::{OFFICER, Tale};

#[tokio::test]
async fn what_came_through_the_wrong_interpreter_is_kept_and_read_with_care() {
    let mut tale = Tale::alone().await.at(Stage::Assessment).await;
    let rima = tale.id("Rima").await.to_string();
    let on = [("person", rima.as_str())];
    let plan = [
        ("mode", "in-person"),
        ("safety", "Side entrance."),
        ("interpreter-gender", "woman"),
    ];
    tale.does(OFFICER, "plan-interview", &[], &plan).await;

    let first = [
        ("name", "Interpreter 41"),
        ("language", "ar"),
        ("gender", "man"),
        ("background", "Said to be from the coast."),
    ];
    // nobody interprets unbriefed, nor of another gender than was asked for without a word about it
    let words = [
        "must first be told what confidentiality asks",
        "confidentialité",
    ];
    tale.refused(OFFICER, "record-interpreter", &[], &first, words)
        .await;
    let briefed = [&first[..], &[("briefed", "yes")]].concat();
    let words = [
        "The person asked for another interpreter",
        "un autre interprète",
    ];
    tale.refused(OFFICER, "record-interpreter", &[], &briefed, words)
        .await;
    let reason = ("gender-reason", "No woman was free that day.");
    let briefed = [&briefed[..], &[reason]].concat();
    tale.does(OFFICER, "record-interpreter", &[], &briefed)
        .await;
    // she does not understand him: no question is logged
    let asked = [
        ("question", "When did they come?"),
        ("answer", "I was with my brother."),
    ];
    let words = [
        "The person does not understand this interpreter",
        "ne comprend pas cet interprète",
    ];
    tale.refused(OFFICER, "log-answer", &on, &asked, words)
        .await;
    let understood = [&briefed[..], &[("understood", "yes")]].concat();
    tale.does(OFFICER, "record-interpreter", &[], &understood)
        .await;
    tale.does(OFFICER, "log-answer", &on, &asked).await;

    // his background is found; another is recorded, and it is said why
    let second = [
        ("name", "Interpreter 52"),
        ("language", "ar"),
        ("gender", "woman"),
        ("background", "Of her own region; no ties were found."),
        ("briefed", "yes"),
        ("understood", "yes"),
        ("gender-reason", ""),
    ];
    let words = [
        "Write why they were replaced",
        "Écrivez pourquoi elle a été remplacée",
    ];
    tale.refused(OFFICER, "record-interpreter", &[], &second, words)
        .await;
    let why = "His brother serves with those she fears.";
    let second = [&second[..], &[("replaces", why)]].concat();
    tale.does(OFFICER, "record-interpreter", &[], &second).await;
    let again = [
        ("question", "When did they come?"),
        ("answer", "At night. I was alone."),
    ];
    tale.does(OFFICER, "log-answer", &on, &again).await;

    // the first answer is kept as it was, and says through whom it came
    let log = tale.see(OFFICER).await.interview;
    let flagged: Vec<_> = log
        .log
        .iter()
        .map(|answer| log.replaced(answer).map(|(_, why)| why))
        .collect();
    assert_eq!(flagged, [Some(why), None]);
    let en = [
        "I was with my brother.",
        "Interpreted by Interpreter 41, who was replaced",
        why,
        "Ask again before",
    ];
    let fr = [
        "I was with my brother.",
        "Interprété par Interpreter 41, remplacé depuis",
        why,
    ];
    tale.shows(OFFICER, "/interview", &en, &fr).await;

    // and so whoever weighs a discrepancy with it is told
    let noted = [
        ("what", "Alone, or with her brother."),
        ("sources", "Answers 1 and 2."),
    ];
    tale.does(OFFICER, "note-discrepancy", &on, &noted).await;
    let item = tale.see(OFFICER).await.discrepancies[0].id;
    for act in ["put-discrepancy", "settle-discrepancy"] {
        let en = [
            "came through an interpreter who was replaced: 1",
            "distrust of an interpreter",
        ];
        let fr = [
            "un interprète qui a été remplacé : 1",
            "la méfiance envers un interprète",
        ];
        tale.shows(OFFICER, &format!("/do/{act}?item={item}"), &en, &fr)
            .await;
    }
}
