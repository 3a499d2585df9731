//! A couple whose accounts contradict each other: heard apart, what differs is put, and nothing unput is held against
//! anybody.

use crate::hard_form::Said;
use crate::hard_support::{DECIDER, Member, OFFICER, Tale, rima};

const MARRIED: Said<'_> = &[("marital-status", "married")];

#[tokio::test]
async fn what_was_never_put_is_held_against_nobody() {
    let family = [
        rima(MARRIED),
        Member("Khaled", "spouse", "1980-01-09", MARRIED),
    ];
    let mut tale = Tale::of(&family).await.heard().await;
    let (rima, khaled) = (
        tale.id("Rima").await.to_string(),
        tale.id("Khaled").await.to_string(),
    );
    // heard apart: whoever is asked is not among the others in the room, and the log says who was
    for (who, answer) in [
        (&rima, "In spring, at night."),
        (&khaled, "In autumn, at noon."),
    ] {
        let asked = [("question", "When did they come?"), ("answer", answer)];
        tale.does(OFFICER, "log-answer", &[("person", who)], &asked)
            .await;
    }
    let together = [
        ("question", "Together, when?"),
        ("answer", "We do not agree."),
        ("others", khaled.as_str()),
    ];
    tale.does(OFFICER, "log-answer", &[("person", &rima)], &together)
        .await;
    let log = [
        "In spring, at night.",
        "In autumn, at noon.",
        "Khaled Qandil",
    ];
    tale.shows(
        OFFICER,
        "/interview",
        &[&log[..], &["In the room:"]].concat(),
        &[&log[..], &["Dans la pièce"]].concat(),
    )
    .await;

    let noted = [
        ("what", "Spring here, autumn there."),
        ("sources", "Answers 1 and 2."),
    ];
    for who in [&rima, &khaled] {
        tale.does(OFFICER, "note-discrepancy", &[("person", who)], &noted)
            .await;
    }
    let [first, second] = [0, 1];
    let ids: Vec<_> = tale
        .see(OFFICER)
        .await
        .discrepancies
        .iter()
        .map(|d| d.id.to_string())
        .collect();
    let left = [("outcome", "left"), ("reasons", "They do not agree.")];
    let words = [
        "can be left unexplained only after it was put to the person",
        "qu’après avoir été soumise à la personne",
    ];
    tale.refused(
        OFFICER,
        "settle-discrepancy",
        &[("item", &ids[first])],
        &left,
        words,
    )
    .await;

    // everything else stands against her, and is put and answered
    tale.assessed("Rima", &[("well-founded-fear", "not-met")])
        .await;
    let put = [
        ("concern", "You do not say when they came."),
        ("disclosed", "Both your accounts."),
        ("put-on", &tale.day(0)),
        ("manner", "interview"),
        ("due", &tale.day(20)),
    ];
    tale.does(
        OFFICER,
        "put-concern",
        &[("person", &rima), ("about", "well-founded-fear")],
        &put,
    )
    .await;
    let concern = tale.see(OFFICER).await.concerns[0].id.to_string();
    let answered = [
        ("answer", "I was afraid."),
        ("analysis", "It does not say when."),
    ];
    tale.does(OFFICER, "answer-concern", &[("item", &concern)], &answered)
        .await;

    // a refusal that would rest on a discrepancy never put: the task is open; and left open, it is still named
    let refusal = [
        ("verdict", "refused"),
        ("provisions", "A96"),
        ("evidence", "The two accounts."),
        ("reasons", "They contradict each other."),
    ];
    let on = [("person", rima.as_str())];
    let words = ["the discrepancies", "les contradictions"];
    tale.refused(DECIDER, "decide", &on, &refusal, words).await;
    let about = [on[0], ("about", "discrepancies")];
    tale.does(
        DECIDER,
        "override-task",
        &about,
        &[("reason", "no-bearing")],
    )
    .await;
    let words = [
        "Discrepancy 1 was never put to the person",
        "La contradiction 1 n’a jamais été soumise à la personne",
    ];
    tale.refused(DECIDER, "decide", &on, &refusal, words).await;
    let needs = ["Put to the person: discrepancy 1"];
    tale.shows(
        DECIDER,
        &format!("/decision/{rima}"),
        &needs,
        &["Soumise à la personne : contradiction 1"],
    )
    .await;

    // put, and left unexplained with reasons; his is explained
    tale.does(
        OFFICER,
        "put-discrepancy",
        &[("item", &ids[first])],
        &[("explanation", "I count by the harvest.")],
    )
    .await;
    tale.does(
        OFFICER,
        "settle-discrepancy",
        &[("item", &ids[first])],
        &left,
    )
    .await;
    let resolved = [
        ("outcome", "resolved"),
        ("reasons", "Two visits, and each saw one."),
    ];
    tale.does(
        OFFICER,
        "put-discrepancy",
        &[("item", &ids[second])],
        &[("explanation", "I was away in spring.")],
    )
    .await;
    tale.does(
        OFFICER,
        "settle-discrepancy",
        &[("item", &ids[second])],
        &resolved,
    )
    .await;
    let said = ["I count by the harvest.", "Two visits, and each saw one."];
    tale.shows(
        OFFICER,
        "/interview",
        &[&said[..], &["Discrepancy 2: Khaled"]].concat(),
        &said,
    )
    .await;
    tale.does(DECIDER, "decide", &on, &refusal).await;
}
