//! A journalist convicted of "extremism" in her absence: compared element by element, never asked about at home, and not
//! inadmissible.

use safeconduct_domain::case::Stage;

use crate::hard_support::{DECIDER, OFFICER, Tale};

#[tokio::test]
async fn a_sentence_in_absentia_is_reasoned_out_and_nothing_is_asked_of_who_passed_it() {
    let mut tale = Tale::alone().await.at(Stage::Assessment).await;
    let rima = tale.id("Rima").await.to_string();
    let on = [("person", rima.as_str())];

    // the state that passed the sentence is asked for nothing: refused, and the attempt is told
    let certificate = [
        ("country", "SY"),
        ("authority", "Ministry of the Interior"),
        ("purpose", "police-certificate"),
        ("asked", "Whether she has a record."),
    ];
    let words = [
        "The defender is in danger from Syria. No authority of that country may be asked anything.",
        "Le défenseur est en danger du fait de ce pays : Syrie",
    ];
    tale.refused(OFFICER, "ask-authority", &on, &certificate, words)
        .await;
    assert_eq!(
        tale.see(OFFICER).await.barred.len(),
        2,
        "each attempt is recorded"
    );
    tale.shows(
        OFFICER,
        "",
        &["Ministry of the Interior"],
        &["Ministry of the Interior"],
    )
    .await;
    let police = "/admissibility/".to_owned() + &rima;
    tale.shows(
        OFFICER,
        &police,
        &["police certificate"],
        &["certificat de police"],
    )
    .await;

    // a bare "inadmissible" has nothing to rest on
    let bare = [
        ("outcome", "concern"),
        ("on", &tale.day(0)),
        ("reasons", "She was sentenced there."),
    ];
    let about = [on[0], ("about", "criminality")];
    let words = [
        "A concern about criminality rests on a worksheet",
        "repose sur une fiche",
    ];
    tale.refused(OFFICER, "record-check", &about, &bare, words)
        .await;

    let facts = [
        ("nature", "conviction"),
        ("country", "SY"),
        ("on", "2024"),
        ("sources", "applicant|partner"),
        ("known-from", "The referral, under risk."),
        ("in-absentia", "yes"),
        ("offence", "Participation in an extremist community."),
        (
            "context",
            "A week after her last report; nobody called her.",
        ),
        ("sentence", "Eight years, not served."),
    ];
    tale.does(OFFICER, "open-conviction", &on, &facts).await;
    let item = tale.see(OFFICER).await.convictions[0].id.to_string();
    let on = [on[0], ("item", item.as_str())];
    // nothing is held to have no equivalent that was not compared
    let ends = [
        ("outcome", "no-equivalent"),
        ("reasons", "There is no such offence."),
    ];
    let words = [
        "Every element that was compared has its like in Canadian law, or none was compared",
        "art. 36(2)b)",
    ];
    tale.refused(OFFICER, "conclude-conviction", &on, &ends, words)
        .await;
    for (element, likeness) in [
        ("Taking part in a group.", "matched"),
        ("Discrediting the authorities.", "unmatched"),
    ] {
        let compared = [
            ("element", element),
            ("corresponds", "Criminal Code, terrorist group."),
            ("likeness", likeness),
            ("reasons", "Compared word by word."),
        ];
        tale.does(OFFICER, "record-equivalence", &on, &compared)
            .await;
    }
    // against her it cannot be concluded: one element has no like, and the partner was not asked
    let against = [
        ("outcome", "criminality"),
        ("prosecution", "hybrid"),
        ("reasons", "As the court says."),
    ];
    let words = [
        "The referring partner was not asked",
        "n’a pas été consulté",
    ];
    tale.refused(OFFICER, "conclude-conviction", &on, &against, words)
        .await;
    let asked = [
        ("on", tale.day(0)),
        ("way", "through-this-system".to_owned()),
        ("asked", "Who else was sentenced?".to_owned()),
        ("answer", "Eleven reporters in one morning.".to_owned()),
    ];
    let asked: Vec<_> = asked
        .iter()
        .map(|(name, said)| (*name, said.as_str()))
        .collect();
    tale.does(OFFICER, "record-context", &on, &asked).await;
    let words = [
        "An essential element has no like in Canadian law",
        "n’a pas son pareil en droit canadien",
    ];
    tale.refused(OFFICER, "conclude-conviction", &on, &against, words)
        .await;
    let signs = ("signs", "protected-exercise|unfair-trial");
    tale.does(
        OFFICER,
        "conclude-conviction",
        &on,
        &[ends[0], ends[1], signs],
    )
    .await;
    let en = [
        "No equivalent offence in Canada (IRPA s. 36(2)(b))",
        "in the person’s absence",
        "Eleven reporters",
    ];
    let fr = [
        "Pas d’infraction équivalente au Canada (LIPR, art. 36(2)b))",
        "Eleven reporters",
    ];
    tale.shows(OFFICER, &police, &en, &fr).await;

    // the rest is heard and assessed, and she is approved
    tale.approved("Rima", "No equivalent offence.").await;
    tale.shows(DECIDER, "", &["Decided"], &["Décidé"]).await;
}

#[tokio::test]
async fn what_is_written_freely_names_the_persecuting_state_only_with_a_reason() {
    let mut tale = Tale::alone().await.at(Stage::Assessment).await;
    let named = [
        "What you wrote names Syria, and the defender is in danger from there",
        "nomme un pays d’où vient le danger pour le défenseur : Syrie",
    ];
    // under another country's name, the same embassy
    let embassy = [
        ("country", "CH"),
        ("authority", "Syrian embassy in Bern"),
        ("purpose", "verification"),
        ("asked", "Whether she was born there."),
    ];
    tale.refused(OFFICER, "ask-authority", &[], &embassy, named)
        .await;
    tale.shows(
        OFFICER,
        "",
        &["Syrian embassy in Bern", "Refused"],
        &["Refusée"],
    )
    .await;

    let on = tale.day(3);
    let plan = [
        ("mode", "in-person"),
        ("safety", "Side entrance."),
        ("on", on.as_str()),
    ];
    tale.does(OFFICER, "plan-interview", &[], &plan).await;
    let invitation = [
        ("language", "en"),
        ("time", "14:30"),
        ("zone", "Nairobi time"),
        ("place", "The house behind the Damascus restaurant"),
    ];
    let about = [("about", "invitation")];
    tale.refused(OFFICER, "sign-letter", &about, &invitation, named)
        .await;
    // a false alarm costs a sentence, which stays where it can be read
    let why = "A restaurant; nobody of the embassy goes there.";
    let explained = [&invitation[..], &[("none-meant", why)]].concat();
    tale.does(OFFICER, "sign-letter", &about, &explained).await;
    tale.shows(OFFICER, "", &["It names Syria", why], &["Syrie", why])
        .await;
    assert!(
        !tale.letter(OFFICER, "invitation").await.contains(why),
        "it is not for the reader"
    );
}
