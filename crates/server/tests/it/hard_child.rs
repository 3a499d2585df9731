//! A child who turns 22 while the case is under way: the age is that of the day of the referral.

use safeconduct_domain::case::Stage;

use crate::hard_support::{CENTRE, DECIDER, Member, OFFICER, PARTNER, Tale};

/// The stories begin on 2 November 2026: one turns 22 ten days later, the other turned 22 ten days before.
const SOON: &str = "2004-11-12";
const PAST: &str = "2004-10-23";

#[tokio::test]
async fn who_turns_22_after_the_referral_is_decided_as_a_dependent_child() {
    let family = [
        Member("Rima", "principal-applicant", "1980-05-02", &[]),
        Member("Nour", "dependent-child", SOON, &[]),
        Member("Sami", "dependent-child", PAST, &[]),
    ];
    let mut tale = Tale::of(&family).await.at(Stage::Attested).await;
    let (nour, sami) = (
        tale.id("Nour").await.to_string(),
        tale.id("Sami").await.to_string(),
    );
    // before submission the day is not fixed yet; the page says what hangs on it
    tale.shows(
        PARTNER,
        &format!("/persons/{nour}"),
        &["IRPR s. 25.1(7)"],
        &["RIPR, art. 25.1(7)"],
    )
    .await;
    let mut tale = tale.onward(Stage::Attested, Stage::Assessment).await;
    tale.later(20);
    let plan = [
        ("mode", "waived"),
        ("reason", "evidence-sufficient"),
        ("safety", "None."),
    ];
    tale.does(OFFICER, "plan-interview", &[], &plan).await;

    // she is 22 now, and was 21 on the day of the referral: shown with its rule
    let en = [
        "Turned 22 on 12 November 2026",
        "Age is locked at 21 on the referral date",
        "IRPR s. 25.1(7)",
        "Dependent child",
    ];
    let fr = ["22 ans", "21 ans", "RIPR, art. 25.1(7)", "Enfant à charge"];
    tale.shows(OFFICER, &format!("/persons/{nour}"), &en, &fr)
        .await;
    tale.shows(
        OFFICER,
        &format!("/eligibility/{nour}"),
        &["shares the class"],
        &["même catégorie"],
    )
    .await;
    tale.is_absent(CENTRE).await;

    // the trap: his brother was 22 already, shares nobody's class, and is asked everything in his own right
    tale.hides(
        OFFICER,
        &format!("/eligibility/{sami}"),
        &["shares the class"],
    )
    .await;
    tale.shows(
        OFFICER,
        &format!("/eligibility/{sami}"),
        &["A well-founded fear"],
        &["La crainte"],
    )
    .await;
    for who in ["Rima", "Nour"] {
        tale.assessed(who, &[]).await;
    }
    let approved = [
        ("verdict", "approved"),
        ("reasons", "A dependent child on the day of the referral."),
    ];
    let words = [
        "Decide the principal applicant first",
        "Décidez d’abord du sien",
    ];
    tale.refused(DECIDER, "decide", &[("person", &nour)], &approved, words)
        .await;
    let rima = tale.id("Rima").await.to_string();
    tale.does(DECIDER, "decide", &[("person", &rima)], &approved)
        .await;
    tale.does(DECIDER, "decide", &[("person", &nour)], &approved)
        .await;
    let words = ["mandatory tasks are still open", "tâches obligatoires"];
    tale.refused(DECIDER, "decide", &[("person", &sami)], &approved, words)
        .await;
}
