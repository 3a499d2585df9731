//! The migration office: hears, assesses element by element and check by check, decides.

use std::sync::PoisonError;

use jiff::ToSpan;

use super::browser::Browser;
use super::page::{Kind, Page};
use super::{Story, must, on, with};
use crate::cli::Failure;

/// Elements that the law leaves out for this family.
const LEFT_OUT: [&str; 3] = [
    "quebec-selection",
    "own-resources",
    "outside-former-residence",
];

/// Plans the interview, signs its notes, adds to them.
pub(super) async fn hears(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let today = on("on", story.today);
    let plan = [
        ("mode", "in-person"),
        ("asylum-risk", "None known; her papers hold until spring."),
        ("travel", "With the partner, by day."),
        ("surveillance", "A room without a window to the street."),
        ("interpreter-avoid", "None known."),
        ("safety", "By the side entrance; no name at the desk."),
        ("language", "Persian"),
        ("interpreter-gender", "woman"),
    ];
    let interview = format!("{}/interview", story.case);
    let page = me
        .follow(&me.open(&interview).await?, "/do/plan-interview")
        .await?;
    story
        .send(me, &page, "plan-interview", &with(&plan, &today))
        .await?;
    let held = on("held-on", story.today);
    let notes = [
        ("present", "The officer, an interpreter, the family."),
        ("understood", "yes"),
        (
            "text",
            "She told of three houses and one school.\nHer husband confirmed it.",
        ),
    ];
    let page = me
        .follow(&me.open(&interview).await?, "/do/sign-notes")
        .await?;
    story
        .send(me, &page, "sign-notes", &with(&notes, &held))
        .await?;
    let page = me
        .follow(&me.open(&interview).await?, "/do/add-addendum")
        .await?;
    story
        .send(
            me,
            &page,
            "add-addendum",
            &[("text", "The second house was in the old town.")],
        )
        .await?;
    let shown = me.open(&interview).await?;
    must(
        shown.text.contains("three houses") && shown.text.contains("old town"),
        || "the notes are not shown".into(),
    )?;
    must(shown.link("/do/change").is_none(), || {
        "signed notes can be changed".into()
    })?;
    story.proved(
        &me.who,
        "planned the interview, signed its notes; they cannot be changed, only added to",
    );
    Ok(())
}

/// Every finding and every check of every person.
pub(super) async fn assesses(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let (mut findings, mut checks) = (0, 0);
    for person in story.persons.clone() {
        let place = format!("{}/eligibility/{person}", story.case);
        let page = me.open(&place).await?;
        for element in page.places("/do/find-element?") {
            find(story, me, &element).await?;
            findings += 1;
        }
        for class in page.places("/do/find-class?") {
            let page = me.open(&class).await?;
            let reasons = ("reasons", "Considered on all the material.");
            let typed: &[(&str, &str)] = if class.contains("country-of-asylum") {
                &[reasons]
            } else {
                &[("member", "yes"), reasons]
            };
            story.send(me, &page, "find-class", typed).await?;
        }
        let page = me
            .open(&format!("{}/admissibility/{person}", story.case))
            .await?;
        for check in page.places("/do/record-check?") {
            record(story, me, &check).await?;
            checks += 1;
        }
    }
    story.proved(&me.who, format!("{findings} findings of eligibility, each with reasons, the law and the considerations beside it"));
    story.proved(&me.who, format!("{checks} checks of admissibility"));
    nobody_is_asked_who_is_a_defender(story)?;
    story.proved(
        &me.who,
        "no form asked whether somebody is a defender: that is the partner's word",
    );
    Ok(())
}

async fn find(story: &Story, me: &Browser, place: &str) -> Result<(), Failure> {
    let page = me.open(place).await?;
    let element = place.rsplit("about=").next().unwrap_or_default();
    let left_out = LEFT_OUT.contains(&element) && offers(&page, "/do/find-element", "not-asked");
    let finding = if left_out { "not-asked" } else { "met" };
    let typed = [
        ("finding", finding),
        (
            "reasons",
            "Found on the interview, the referral and country information.",
        ),
    ];
    story
        .send(me, &page, "find-element", &typed)
        .await
        .map(drop)
}

async fn record(story: &Story, me: &Browser, place: &str) -> Result<(), Failure> {
    let page = me.open(place).await?;
    let until = story.today.checked_add(12.months()).unwrap_or(story.today);
    let mut days = on("on", story.today).to_vec();
    if place.contains("medical") {
        days.extend(on("valid-until", until));
    }
    story
        .send(
            me,
            &page,
            "record-check",
            &with(&[("outcome", "passed")], &days),
        )
        .await
        .map(drop)
}

fn offers(page: &Page, part: &str, value: &str) -> bool {
    let form = page.form(part);
    form.is_some_and(|f| {
        f.inputs
            .iter()
            .any(|i| i.kind == Kind::One && i.value == value)
    })
}

fn nobody_is_asked_who_is_a_defender(story: &Story) -> Result<(), Failure> {
    let tally = story.tally.lock().unwrap_or_else(PoisonError::into_inner);
    let officers = tally
        .asked
        .iter()
        .filter(|(who, _)| !who.starts_with("fld-"));
    let asked = officers
        .map(|(_, name)| name)
        .find(|name| name.contains("defender") || name.contains("hrd") || *name == "confirmed");
    must(asked.is_none(), || {
        format!("an officer is asked for {}", asked.map_or("", |name| name))
    })
}

/// Decides each person; the officer without a delegation cannot.
pub(super) async fn decides(
    story: &mut Story,
    officer: &Browser,
    me: &Browser,
) -> Result<(), Failure> {
    let first = story.persons.first().cloned().unwrap_or_default();
    let place = format!("{}/decision/{first}", story.case);
    let page = officer.open(&place).await?;
    must(page.link("/do/decide").is_none(), || {
        "an officer without delegation may decide".into()
    })?;
    let tried = officer
        .look(&format!("{}/do/decide?person={first}", story.case))
        .await?;
    must(tried.status == 422 || tried.status == 404, || {
        format!("deciding without delegation gives {}", tried.status)
    })?;
    story.proved(
        &officer.who,
        "cannot decide without a recorded delegation, by link or by address",
    );
    for person in story.persons.clone() {
        let page = me
            .open(&format!("{}/decision/{person}", story.case))
            .await?;
        let page = me.follow(&page, "/do/decide?").await?;
        let typed = [
            ("verdict", "approved"),
            (
                "reasons",
                "Considered on all the material: the findings stand.",
            ),
        ];
        story.send(me, &page, "decide", &typed).await?;
    }
    let case = story.case(me).await?;
    must(
        case.link("/do/decide").is_none() && case.places("/do/find-element").is_empty(),
        || "a decided case can be decided again".into(),
    )?;
    story.proved(&me.who, "decided each of the three persons within the delegation, each shown once more before it counted");
    as_it_stood(story, me).await
}

/// The timeline says who did what; from each line one comes to the case as it stood then.
async fn as_it_stood(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let timeline = me.open(&format!("{}/timeline", story.case)).await?;
    must(timeline.text.contains("Étienne Harrow"), || {
        "the timeline does not say who decided".into()
    })?;
    let now = me.follow(&timeline, "/as-of?at=").await?;
    let before = format!("{}/as-of?day=1&month=1&year=2020&time=00:00", story.case);
    let before = me.look(&before).await?;
    must(now.text.contains("Mina"), || {
        format!("{} does not show the case as it stood", now.at)
    })?;
    must(!before.text.contains("Mina"), || {
        "the case stood before it was opened".into()
    })?;
    story.proved(
        &me.who,
        "the timeline says who did what and when, and opens the case as it stood at any of these moments",
    );
    Ok(())
}
