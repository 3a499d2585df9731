//! An officer without the power to decide: who may, who reads it, who signs.

use crate::hard_support::{DECIDER, OFFICER, Tale};

#[tokio::test]
async fn nobody_decides_or_signs_outside_a_recorded_delegation() {
    let mut tale = Tale::alone().await.heard().await;
    let rima = tale.id("Rima").await.to_string();
    let on = [("person", rima.as_str())];
    tale.assessed("Rima", &[("well-founded-fear", "not-met")])
        .await;
    let refusal = [
        ("verdict", "refused"),
        ("provisions", "A96"),
        ("evidence", "The notes of the interview."),
        ("reasons", "No fear was found."),
    ];
    // an officer is offered no decision, and has none at its address
    tale.hides(
        OFFICER,
        &format!("/decision/{rima}"),
        &["/do/decide", "/do/override-task"],
    )
    .await;
    let en = ["A designated officer of your office decides"];
    tale.shows(
        OFFICER,
        &format!("/decision/{rima}"),
        &en,
        &["agent désigné de votre bureau"],
    )
    .await;
    let tried = tale
        .page(
            OFFICER,
            &format!("/cases/{}/do/decide?person={rima}", tale.case),
        )
        .await;
    assert_eq!(tried.status, 422);

    // a designated officer whose power has ended reads, and signs nothing
    tale.power(false).await;
    let en = ["No delegation recorded for you covers today (IRPA s. 6(1))"];
    let fr = ["LIPR, art. 6(1)"];
    tale.shows(DECIDER, &format!("/decision/{rima}"), &en, &fr)
        .await;
    let words = [
        "You have no recorded power to decide that holds today",
        "LIPR, art. 6(1)",
    ];
    tale.refused(DECIDER, "decide", &on, &refusal, words).await;
    let about = [on[0], ("about", "establishment")];
    tale.refused(
        DECIDER,
        "override-task",
        &about,
        &[("reason", "no-bearing")],
        words,
    )
    .await;

    // with it, the refusal still takes its concern, put and answered
    tale.power(true).await;
    let words = ["The person was never told of this concern", "LIPR, art. 96"];
    tale.refused(DECIDER, "decide", &on, &refusal, words).await;
    let put = [
        ("concern", "What do you fear?"),
        ("disclosed", "Your answers."),
        ("put-on", &tale.day(0)),
        ("manner", "interview"),
        ("due", &tale.day(9)),
    ];
    let about = [on[0], ("about", "well-founded-fear")];
    tale.does(OFFICER, "put-concern", &about, &put).await;
    let concern = tale.see(OFFICER).await.concerns[0].id.to_string();
    let answer = [("answer", "Everything."), ("analysis", "It names nothing.")];
    tale.does(OFFICER, "answer-concern", &[("item", &concern)], &answer)
        .await;
    tale.does(DECIDER, "decide", &on, &refusal).await;

    // read by a second person before anybody is told; given back, it no longer stands
    tale.shows(
        DECIDER,
        &format!("/decision/{rima}"),
        &["A second person reads this refusal"],
        &["Une deuxième personne"],
    )
    .await;
    let back = [
        ("opinion", "gives-back"),
        ("reasons", "The answer was not weighed."),
    ];
    tale.does(OFFICER, "review-decision", &on, &back).await;
    assert!(
        tale.see(OFFICER).await.decisions.is_empty(),
        "it was given back"
    );
    tale.does(DECIDER, "decide", &on, &refusal).await;
    tale.does(
        OFFICER,
        "review-decision",
        &on,
        &[("opinion", "agrees"), ("reasons", "It is weighed now.")],
    )
    .await;

    // the letter is signed by whoever decided, or within the power; the assessing officer has neither
    let letter = [("language", "fr")];
    let about = [("about", "refusal"), on[0]];
    let words = [
        "You have no recorded power to decide that holds today",
        "LIPR, art. 6(1)",
    ];
    tale.refused(OFFICER, "sign-letter", &about, &letter, words)
        .await;
    tale.power(false).await;
    tale.does(DECIDER, "sign-letter", &about, &letter).await;
    assert!(tale.letter(DECIDER, "refusal").await.contains("Rima"));
}
