//! The Resettlement Operations Centre: receives, numbers, chooses an office, hands on.

use super::browser::Browser;
use super::{Story, must};
use crate::cli::Failure;

/// Finds it in the work list, checks it, accepts it: the file is created.
pub(super) async fn receives(
    story: &mut Story,
    me: &Browser,
    partner: &Browser,
) -> Result<(), Failure> {
    let list = me.open("/cases").await?;
    let found = me
        .send(&list, "/cases", &[("search", story.reference.as_str())])
        .await?;
    must(found.link(&story.case).is_some(), || {
        "what was submitted has not arrived".into()
    })?;
    must(!found.at.contains(&story.reference), || {
        "what was searched for stands in the address".into()
    })?;
    story.proved(
        &me.who,
        "found it in the work list by its reference, which never stood in an address",
    );
    story.act(me, "accept-referral", &[]).await?;
    story.proved(
        &me.who,
        "checked the parts and accepted: a file was created",
    );

    story.is_absent(partner).await?;
    story.proved(
        &partner.who,
        "gets 404 since, byte for byte what a case that never was gives",
    );
    let told = partner.open("/notices").await?;
    must(told.text.contains(&story.reference), || {
        "the partner was not told that the file was created".into()
    })?;
    story.proved(&partner.who, "was told that the file was created");
    Ok(())
}

/// Records the number, takes the office that is proposed, hands the case over.
pub(super) async fn hands_on(
    story: &mut Story,
    me: &Browser,
    officer: &Browser,
) -> Result<(), Failure> {
    numbers(story, me).await?;
    let case = story.case(me).await?;
    let page = me.follow(&case, "/do/choose-office").await?;
    let chosen = page
        .form("/do/choose-office")
        .and_then(|f| f.inputs.iter().find(|i| i.name == "office" && i.on));
    must(chosen.is_some_and(|i| i.value == "nairobi"), || {
        "the office that serves Kenya is not proposed".into()
    })?;
    story.send(me, &page, "choose-office", &[]).await?;
    story.is_absent(officer).await?;
    story.act(me, "transfer", &[]).await?;
    story.proved(
        &me.who,
        "handed the case to Nairobi, the office proposed for Kenya",
    );

    let list = officer.open("/cases").await?;
    let found = officer
        .send(&list, "/cases", &[("search", story.reference.as_str())])
        .await?;
    must(found.link(&story.case).is_some(), || {
        "the office does not see what it is offered".into()
    })?;
    story.act(officer, "accept-transfer", &[]).await?;
    story.is_absent(me).await?;
    story.proved(&officer.who, "accepted the transfer; until then it was not there for them, and since then not for the centre");
    Ok(())
}

/// Records the G-number; the same form sent twice records it once.
async fn numbers(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let digits = story.reference.trim_start_matches("TOUR-");
    let last = digits.get(digits.len().saturating_sub(9)..);
    let number = format!("G{}", last.unwrap_or(digits));
    let page = me
        .follow(&story.case(me).await?, "/do/record-number")
        .await?;
    let typed = [("kind", "g-number"), ("value", number.as_str())];
    story.send(me, &page, "record-number", &typed).await?;
    let again = me.send(&page, "/do/record-number", &typed).await?;
    must(again.at.contains("done=repeated"), || {
        format!("a form sent twice leads to {}", again.at)
    })?;
    let case = story.case(me).await?;
    must(case.text.contains(&number), || {
        "the number is not shown".into()
    })?;
    story.proved(
        &me.who,
        "recorded the G-number; the same form sent twice recorded it once and said so",
    );
    Ok(())
}
