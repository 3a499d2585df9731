//! A partner withdraws: what it can do itself, what the office does for it, and that nothing is decided afterwards.

use safeconduct_domain::case::Stage;

use crate::hard_support::{CENTRE, DECIDER, OFFICER, PARTNER, Tale};

const ENDS: [(&str, &str); 2] = [
    ("reason", "partner-error"),
    ("note", "The partner wrote: it is the wrong family."),
];

#[tokio::test]
async fn until_a_file_is_created_the_partner_ends_its_case_itself() {
    let mut tale = Tale::alone().await.at(Stage::Submitted).await;
    let nothing = [("note", "We take it back.")];
    tale.refused(PARTNER, "withdraw", &[], &nothing, ["Choose", "Choisissez"])
        .await;
    tale.does(PARTNER, "withdraw", &[], &ENDS).await;
    tale.shows(PARTNER, "", &["Ended"], &["Clos"]).await;
    tale.is_absent(CENTRE).await;
    let offered = tale
        .page(PARTNER, &format!("/cases/{}/do/submit", tale.case))
        .await;
    assert_eq!(offered.status, 422, "what has ended is not submitted again");
}

#[tokio::test]
async fn afterwards_the_office_ends_it_and_nobody_decides() {
    let mut tale = Tale::alone().await.heard().await;
    tale.assessed("Rima", &[]).await;
    let rima = tale.id("Rima").await.to_string();
    // the trap: the partner holds the case no longer, so for it there is nothing to withdraw
    tale.is_absent(PARTNER).await;
    let tried = tale
        .page(PARTNER, &format!("/cases/{}/do/withdraw", tale.case))
        .await;
    assert_eq!(tried.status, 404);
    tale.does(OFFICER, "withdraw", &[], &ENDS).await;

    // what stands is still there to be read, with the reason, and nothing more can be done with it
    let note = ENDS[1].1;
    tale.shows(OFFICER, "", &["Ended", note], &["Clos", note])
        .await;
    tale.shows(OFFICER, "/interview", &["Heard."], &["Heard."])
        .await;
    tale.shows(OFFICER, "/timeline", &["Ended"], &["Clos"])
        .await;
    for (who, act) in [
        (DECIDER, "decide"),
        (DECIDER, "override-task"),
        (OFFICER, "put-concern"),
        (OFFICER, "sign-letter"),
    ] {
        let tried = tale
            .page(who, &format!("/cases/{}/do/{act}?person={rima}", tale.case))
            .await;
        assert_eq!(tried.status, 422, "{act}");
        assert!(!tried.html.contains("name=\"once\""), "{act} is offered");
    }
    tale.hides(
        DECIDER,
        "",
        &["/do/decide", "/do/withdraw", "/do/find-element"],
    )
    .await;

    // the partner and the centre learn that it ended, and when; neither learns why
    for who in [PARTNER, CENTRE] {
        let notices = tale.page(who, "/notices").await.expect(200);
        assert!(
            notices.says("FLD-HARD-1") && notices.says("ended"),
            "{who}: {}",
            notices.seen()
        );
        assert!(!notices.says(note), "{who} reads the note of the office");
    }
}
