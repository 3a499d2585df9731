//! A defender who could go home, if only she were silent: what stands beside the finding, and what it asks for.

use crate::hard_support::{DECIDER, OFFICER, Tale};

#[tokio::test]
async fn a_return_in_silence_is_no_solution_and_whoever_finds_otherwise_weighs_it() {
    let mut tale = Tale::alone().await.heard().await;
    let rima = tale.id("Rima").await.to_string();
    let answer = [
        ("question", "Would you go back?"),
        ("answer", "If I stopped writing, they would leave me alone."),
    ];
    tale.does(OFFICER, "log-answer", &[("person", &rima)], &answer)
        .await;

    // the points stand at the element and beside its form, with the provision and where they come from
    let en = [
        "A safe return cannot rest on rights left unexercised",
        "IRPR s. 139(1)(d)(i)",
    ];
    let fr = [
        "Un retour sûr ne saurait reposer sur le non-exercice des droits",
        "RIPR, art. 139(1)d)(i)",
    ];
    tale.shows(OFFICER, &format!("/eligibility/{rima}"), &en, &fr)
        .await;
    let about = [
        ("person", rima.as_str()),
        ("about", "durable-solution-return"),
    ];
    let form = format!("/do/find-element?person={rima}&about=durable-solution-return");
    tale.shows(OFFICER, &form, &en[..1], &fr[..1]).await;

    // the trap: a finding against her that passes over them
    let silent = [
        ("finding", "not-met"),
        ("reasons", "She could go back if she stopped writing."),
    ];
    let words = [
        "do not say how the points beside this element were weighed",
        "sans dire comment les points à côté de cet élément ont été appréciés",
    ];
    tale.refused(OFFICER, "find-element", &about, &silent, words)
        .await;
    tale.refused(
        OFFICER,
        "find-element",
        &[about[0], ("about", "well-founded-fear")],
        &silent,
        words,
    )
    .await;
    let weighed = [
        silent[0],
        silent[1],
        ("weighed", "It is not silence: the law was repealed."),
    ];
    tale.does(OFFICER, "find-element", &about, &weighed).await;
    let said = ["It is not silence: the law was repealed."];
    tale.shows(OFFICER, &format!("/eligibility/{rima}"), &said, &said)
        .await;

    // so weighed, it still counts for nothing until it was put and answered
    tale.assessed("Rima", &[("durable-solution-return", "not-met")])
        .await;
    let refusal = [
        ("verdict", "refused"),
        ("provisions", "R139(1)(d)(i)"),
        ("evidence", "Her own answer."),
        ("reasons", "She can return."),
    ];
    let words = [
        "The person was never told of this concern",
        "art. 139(1)d)(i)",
    ];
    tale.refused(DECIDER, "decide", &[("person", &rima)], &refusal, words)
        .await;

    // found again in her favour, nothing stands against her
    let met = [
        ("finding", "met"),
        ("reasons", "She could return only in silence."),
    ];
    tale.does(OFFICER, "find-element", &about, &met).await;
    let class = [("person", rima.as_str()), ("about", "convention")];
    let member = [("member", "yes"), ("reasons", "Yes.")];
    tale.does(OFFICER, "find-class", &class, &member).await;
    let approved = [
        ("verdict", "approved"),
        ("reasons", "All elements are met."),
    ];
    tale.does(DECIDER, "decide", &[("person", &rima)], &approved)
        .await;
}
