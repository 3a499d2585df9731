//! Invented first contacts: one that waits, one that was answered. Gives the receipt code of the one that was answered, to
//! try coming back with.

use super::stream::Stream;
use crate::app::App;
use crate::error::Result;
use crate::first_contact::ReceiptCode;
use safeconduct_domain::first_contact::{Channel, Told};

/// Somebody invented turns to Front Line Defenders, then somebody else.
///
/// # Errors
/// As the use cases.
pub async fn turn_to(app: &App, stream: &Stream) -> Result<ReceiptCode> {
    let nobody = Channel {
        reach: None,
        hours: None,
        never: None,
    };
    let waits = Told {
        name: None,
        work: "I defend in court people who were arrested at demonstrations.".into(),
        danger: "My office was searched twice. Last week two men waited at my door.".into(),
        country: "UG".into(),
        left: "ET".into(),
        persons: Some(4),
        references: Some("The bar association, before it was closed.".into()),
        language: "am".into(),
        channel: nobody.clone(),
    };
    app.begin_first_contact("fld", &ReceiptCode::generate(), waits)
        .await?;
    let answered = Told {
        name: Some("Nilufar".into()),
        work: "I write about water and who owns it.".into(),
        danger: "A court that did not hear me gave me six years.".into(),
        country: "TR".into(),
        left: "TJ".into(),
        persons: Some(1),
        references: None,
        language: "ru".into(),
        channel: Channel {
            reach: Some("Signal, through my sister".into()),
            hours: Some("After nine in the evening".into()),
            never: Some("Never say the name of my newspaper.".into()),
        },
    };
    let code = ReceiptCode::generate();
    app.begin_first_contact("fld", &code, answered).await?;
    let session = stream.session("fld-caseworker")?;
    let thread = app.come_back(&code).await?.id;
    let answer = "Thank you for writing. Who could attest to your work, and may we ask them?";
    app.answer_first_contact(session, thread, answer.into())
        .await?;
    Ok(code)
}
