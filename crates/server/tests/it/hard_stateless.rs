//! Somebody without a nationality, who has lived in two countries and is in danger from neither's neighbour.

use safeconduct_domain::case::Stage;

use crate::hard_support::{OFFICER, PARTNER, Tale, rima};

#[tokio::test]
async fn without_a_nationality_every_country_of_former_residence_is_asked_and_shown() {
    let stateless = rima(&[("nationalities", ""), ("stateless", "yes")]);
    let mut tale = Tale::of(&[stateless]).await;
    let rima = tale.id("Rima").await.to_string();
    let on = [("person", rima.as_str())];

    // what is missing is named with its provision, and keeps the referral back
    let en = [
        "Of a person without a nationality: each country of former habitual residence",
        "IRPA s. 96(b)",
    ];
    let fr = [
        "chaque pays dans lequel elle avait sa résidence habituelle",
        "LIPR, art. 96b)",
    ];
    tale.shows(PARTNER, "", &en, &fr).await;
    let none = [
        "One thing is still missing: Of a person without a nationality",
        "LIPR, art. 96b)",
    ];
    // whoever still lives there is not outside it
    let inside = [
        "The applicant is outside each country of nationality",
        "hors de tout pays",
    ];
    for (words, lived) in [(none, "Kenya|Lebanon"), (inside, "Syria|Lebanon")] {
        tale.refused(PARTNER, "request-approval", &[], &[], words)
            .await;
        let lived = [("former-residences", lived)];
        tale.does(PARTNER, "change-person", &on, &lived).await;
    }
    let lived = ["Syria, Lebanon"];
    tale.shows(PARTNER, "/persons", &lived, &["Syrie, Liban"])
        .await;

    let mut tale = tale.at(Stage::Assessment).await;
    // both stand at the element, and beside its form, with what the law asks of each
    let en = [
        "Nationality: none given",
        "Former habitual residence: Syria, Lebanon",
        "Lives now in: Kenya",
    ];
    let fr = [
        "Pays de résidence habituelle antérieure : Syrie, Liban",
        "Kenya",
    ];
    tale.shows(OFFICER, &format!("/eligibility/{rima}"), &en, &fr)
        .await;
    for about in [
        "outside-former-residence",
        "state-protection",
        "durable-solution-return",
    ] {
        tale.shows(
            OFFICER,
            &format!("/do/find-element?person={rima}&about={about}"),
            &en[..2],
            &fr[..1],
        )
        .await;
    }
    let each = ["With more than one country of former habitual residence, look at each of them"];
    let form = format!("/do/find-element?person={rima}&about=outside-former-residence");
    tale.shows(OFFICER, &form, &each, &["examiner chacun d’eux"])
        .await;

    // the traps: no certificate from where she used to live, nothing at all from where she is in danger
    let ask = |country, purpose| {
        [
            ("country", country),
            ("authority", "The ministry there"),
            ("purpose", purpose),
            ("asked", "Whether she lived there."),
        ]
    };
    let words = [
        "a country of nationality or of former habitual residence",
        "dans lequel elle avait sa résidence habituelle",
    ];
    tale.refused(
        OFFICER,
        "ask-authority",
        &[],
        &ask("Lebanon", "police-certificate"),
        words,
    )
    .await;
    let words = ["in danger from Syria", "Syrie"];
    tale.refused(
        OFFICER,
        "ask-authority",
        &[],
        &ask("Syria", "verification"),
        words,
    )
    .await;
    tale.does(
        OFFICER,
        "ask-authority",
        &[],
        &ask("Lebanon", "verification"),
    )
    .await;

    tale.approved("Rima", "Neither country lets her return.")
        .await;
}
