//! One is refused, the others are approved: who is told what.

use safeconduct_domain::review::Opinion;

use crate::hard_support::{DECIDER, Member, OFFICER, PARTNER, Tale, rima};

const GROUND: &str = "He ran a detention centre";

#[tokio::test]
async fn nobody_learns_from_their_letter_why_another_was_refused() {
    let family = [
        rima(&[]),
        Member("Khaled", "other-relative", "1950-01-09", &[]),
        Member("Nour", "dependent-child", "2015-03-03", &[]),
    ];
    let mut tale = Tale::of(&family).await.heard().await;
    let [rima, khaled, nour] = [
        tale.id("Rima").await,
        tale.id("Khaled").await,
        tale.id("Nour").await,
    ]
    .map(|id| id.to_string());
    tale.assessed("Rima", &[]).await;
    tale.assessed("Nour", &[]).await;
    tale.assessed("Khaled", &[("state-protection", "not-met")])
        .await;
    let put = [
        (
            "concern",
            "He ran a detention centre, as two witnesses say.",
        ),
        ("disclosed", "Two witness accounts."),
        ("put-on", &tale.day(0)),
        ("manner", "letter"),
        ("due", &tale.day(20)),
    ];
    tale.does(
        OFFICER,
        "put-concern",
        &[("person", &khaled), ("about", "state-protection")],
        &put,
    )
    .await;
    // the trap: a fairness letter to her has nothing to put, for what concerns him is written to him
    let letter = [("language", "en")];
    let about = |kind, who| [("about", kind), ("person", who)];
    let words = [
        "No open concern about this person is to be put by letter",
        "Aucune préoccupation",
    ];
    tale.refused(
        OFFICER,
        "sign-letter",
        &about("fairness", &rima),
        &letter,
        words,
    )
    .await;
    tale.does(OFFICER, "sign-letter", &about("fairness", &khaled), &letter)
        .await;
    assert!(tale.letter(OFFICER, "fairness").await.contains(GROUND));
    let concern = tale.see(OFFICER).await.concerns[0].id.to_string();
    let answered = [
        ("answer", "I was a clerk."),
        ("analysis", "The accounts agree on his name."),
    ];
    tale.does(OFFICER, "answer-concern", &[("item", &concern)], &answered)
        .await;

    let approved = [
        ("verdict", "approved"),
        ("reasons", "All elements are met."),
    ];
    for who in [&rima, &nour] {
        tale.does(DECIDER, "decide", &[("person", who)], &approved)
            .await;
    }
    let refusal = [
        ("verdict", "refused"),
        ("provisions", "A96(a)"),
        ("evidence", "Two witness accounts."),
        (
            "reasons",
            "He ran a detention centre and is protected there.",
        ),
    ];
    tale.does(DECIDER, "decide", &[("person", &khaled)], &refusal)
        .await;
    // nobody is told before the second person has read it, and that is not whoever decided
    let words = [
        "Letters of decision are written once everybody on the case is decided",
        "une fois",
    ];
    tale.refused(
        DECIDER,
        "sign-letter",
        &about("approval", &rima),
        &letter,
        words,
    )
    .await;
    let agrees = [
        ("opinion", "agrees"),
        ("reasons", "Read with the accounts."),
    ];
    let words = ["You made this decision", "Vous avez rendu cette décision"];
    tale.refused(
        DECIDER,
        "review-decision",
        &[("person", &khaled)],
        &agrees,
        words,
    )
    .await;
    tale.does(OFFICER, "review-decision", &[("person", &khaled)], &agrees)
        .await;
    let read = tale
        .see(DECIDER)
        .await
        .decisions
        .iter()
        .find_map(|d| d.review.clone())
        .unwrap();
    assert_eq!(read.0.opinion, Opinion::Agrees);

    // each adult their own letter
    tale.does(DECIDER, "sign-letter", &about("approval", &rima), &letter)
        .await;
    tale.does(DECIDER, "sign-letter", &about("refusal", &khaled), &letter)
        .await;
    let (hers, his) = (
        tale.letter(DECIDER, "approval").await,
        tale.letter(DECIDER, "refusal").await,
    );
    assert!(hers.contains("Rima") && hers.contains("Nour"), "{hers}");
    for told in [GROUND, "Khaled", "witness", "96"] {
        assert!(!hers.contains(told), "her letter says {told}: {hers}");
    }
    assert!(
        his.contains(GROUND) && his.contains("witness") && !his.contains("Nour"),
        "{his}"
    );
    let words = [
        "Nobody this letter may speak of was decided that way",
        "une telle décision",
    ];
    tale.refused(
        DECIDER,
        "sign-letter",
        &about("refusal", &rima),
        &letter,
        words,
    )
    .await;
    tale.refused(
        DECIDER,
        "sign-letter",
        &about("approval", &khaled),
        &letter,
        words,
    )
    .await;
    let words = ["A letter is written to an adult", "adulte"];
    tale.refused(
        DECIDER,
        "sign-letter",
        &about("approval", &nour),
        &letter,
        words,
    )
    .await;

    // the partner: how many, and never why; the refusal does not go through it
    let refusal = tale
        .see(DECIDER)
        .await
        .letters
        .iter()
        .rev()
        .find(|l| l.letter.kind.code() == "refusal")
        .unwrap()
        .id
        .to_string();
    let through = [("by", "partner"), ("on", &*tale.day(0))];
    let words = [
        "A letter of refusal gives reasons: it goes to the person",
        "motifs",
    ];
    tale.refused(
        DECIDER,
        "send-letter",
        &[("item", &refusal)],
        &through,
        words,
    )
    .await;
    tale.does(
        DECIDER,
        "sign-letter",
        &about("outcome", &rima)[..1],
        &letter,
    )
    .await;
    let outcome = tale.letter(DECIDER, "outcome").await;
    assert!(
        !outcome.contains(GROUND) && !outcome.contains("witness") && !outcome.contains("96"),
        "{outcome}"
    );
    let notices = tale.page(PARTNER, "/notices").await.expect(200);
    assert!(notices.says("FLD-HARD-1") && !notices.says("detention") && !notices.says("Khaled"));
    tale.is_absent(PARTNER).await;
}
