//! The referral partner: prepares, approves, submits; and is told in the end.

use super::browser::Browser;
use super::page::Page;
use super::{Story, must, on, with};
use crate::cli::Failure;

/// The family: relationship, given names, name in their own script, sex, day, month and year of birth.
const FAMILY: [[&str; 7]; 3] = [
    [
        "principal-applicant",
        "Nadira",
        "نادره قلندری",
        "female",
        "14",
        "3",
        "1987",
    ],
    ["spouse", "Farhad", "فرهاد قلندری", "male", "", "9", "1984"],
    [
        "dependent-child",
        "Mina",
        "مینا قلندری",
        "female",
        "2",
        "11",
        "2015",
    ],
];
const NAME: &str = "Qalandari";

/// Opens a referral and completes it, task by task.
pub(super) async fn prepares(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let list = me.open("/cases").await?;
    let new = me.follow(&list, "/cases/new").await?;
    let empty = me.send(&new, "/cases/new", &[]).await?;
    must(
        empty.status == 422 && !super::errors(&empty).is_empty(),
        || "an empty form is taken".into(),
    )?;
    let opened = [("reference", story.reference.as_str()), ("language", "en")];
    let landed = me.send(&empty, "/cases/new", &opened).await?;
    must(landed.at.contains("done=open"), || {
        format!(
            "no referral was opened: {}\n{}",
            landed.at,
            super::errors(&landed)
        )
    })?;
    landed
        .at
        .split('?')
        .next()
        .unwrap_or_default()
        .clone_into(&mut story.case);
    story.proved(
        &me.who,
        "opened a referral; the empty form named what it wants and lost nothing",
    );

    let case = story.case(me).await?;
    must(case.link("/do/submit").is_none(), || {
        "an empty referral can be submitted".into()
    })?;
    must(
        case.text.contains("140.1") || case.text.contains("R140"),
        || "what is missing is named without its provision".into(),
    )?;
    story.proved(
        &me.who,
        "an empty referral cannot be submitted; what is missing is named with its provision",
    );

    persons(story, me).await?;
    claim(story, me).await?;
    consents_and_documents(story, me).await?;
    story.act(me, "request-approval", &[]).await?;
    story.proved(&me.who, "every task is complete; asked for approval");
    Ok(())
}

async fn persons(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    for person in FAMILY {
        let [relationship, _, native, ..] = person;
        let mut typed = answers(person);
        let page = me.follow(&story.case(me).await?, "/do/add-person").await?;
        if relationship == "principal-applicant" {
            typed.retain(|(name, _)| *name != "accompanying");
            let mut impossible = typed.clone();
            impossible.retain(|(name, _)| *name != "birth-month");
            impossible.push(("birth-month", "13"));
            let refused = me.send(&page, "/do/add-person", &impossible).await?;
            let kept = refused.status == 422 && refused.html.contains(native);
            must(kept, || {
                "a 13th month is taken, or what was typed is lost".into()
            })?;
        }
        story.send(me, &page, "add-person", &typed).await?;
    }
    let listed = me.open(&format!("{}/persons", story.case)).await?;
    must(FAMILY.iter().all(|p| listed.text.contains(p[2])), || {
        "a name in its own script is not shown".into()
    })?;
    let mut found = listed.places(&format!("{}/persons/", story.case));
    found.retain(|p| p.rsplit('/').next().is_some_and(|id| id.len() == 32));
    must(found.len() == FAMILY.len(), || {
        format!("{} persons are listed", found.len())
    })?;
    let ids = found.iter().filter_map(|p| p.rsplit('/').next());
    story.persons = ids.map(str::to_owned).collect();
    story.proved(
        &me.who,
        "added three persons, in two scripts, one with a birth date known to the month; a 13th month was refused",
    );
    Ok(())
}

/// What is typed about a person.
fn answers(person: [&'static str; 7]) -> Vec<(&'static str, &'static str)> {
    let [relationship, given, native, sex, day, month, year] = person;
    let child = relationship == "dependent-child";
    vec![
        ("relationship", relationship),
        ("family-name", NAME),
        ("given-names", given),
        ("native-name", native),
        ("sex", sex),
        ("birth-day", day),
        ("birth-month", month),
        ("birth-year", year),
        ("birth-country", "Afghanistan"),
        ("nationalities", "AF"),
        ("residence", "Kenya"),
        ("status", "registered asylum seeker"),
        ("marital-status", if child { "single" } else { "married" }),
        ("languages", "Persian"),
        ("accompanying", "yes"),
    ]
}

async fn claim(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let work = [
        ("categories", "women"),
        (
            "description",
            "Kept a school for girls open in three houses, one after the other.",
        ),
        ("persecutors", "state"),
        (
            "persecutors-who",
            "The ministry that closes schools, and men who act for it.",
        ),
        ("adverse-countries", "AF"),
    ];
    story.act(me, "record-work", &work).await?;
    let risk = [
        (
            "description",
            "Arrested twice; a summons was left with a cousin in spring.",
        ),
        (
            "durable-solution",
            "She could go home only if she gave up her work.",
        ),
        ("charges", "None known."),
        ("interview", "Never by telephone."),
    ];
    story.act(me, "record-risk", &risk).await?;
    let contact = [
        (
            "address",
            "With a friend; the street is known to the caseworker alone.",
        ),
        ("channel", "The number kept by the caseworker"),
        ("hours", "Tuesdays, 18:00 to 20:00 local time"),
        ("never", "Never write the name of the country."),
    ];
    story.act(me, "set-contact", &contact).await?;
    let today = on("signed-on", story.today);
    let declared = [
        ("all-family-declared", "yes"),
        ("representative", "none"),
        ("interview-languages", "Persian"),
    ];
    story
        .act(me, "record-declaration", &with(&declared, &today))
        .await?;
    story.proved(
        &me.who,
        "recorded work, risk, the way to reach them safely, and the signed declaration",
    );
    Ok(())
}

async fn consents_and_documents(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let case = story.case(me).await?;
    let adults = case.places("/do/record-consent?");
    must(adults.len() == 2, || {
        format!(
            "consent is asked of {} persons, and there are two adults",
            adults.len()
        )
    })?;
    let today = on("given-on", story.today);
    for place in adults {
        let page = me.open(&place).await?;
        let given = [("manner", "written"), ("outcome-to-partner", "yes")];
        story
            .send(me, &page, "record-consent", &with(&given, &today))
            .await?;
    }
    document(story, me, "application-form", None).await?;
    for (index, person) in story.persons.clone().iter().enumerate() {
        document(story, me, "photo", Some(person)).await?;
        // the child was born in flight and has no document: that is said instead
        if index < 2 {
            document(story, me, "identity", Some(person)).await?;
        }
    }
    if let Some(child) = story.persons.last().cloned() {
        let page = me
            .open(&format!("{}/do/change-person?person={child}", story.case))
            .await?;
        let why = [(
            "no-identity-document",
            "Born in flight; no document was ever issued.",
        )];
        story.send(me, &page, "change-person", &why).await?;
    }
    fetch_back(story, me).await?;
    story.proved(&me.who, "consent of both adults, six documents sealed as they came in, one fetched back byte for byte");
    Ok(())
}

fn content(kind: &str) -> Vec<u8> {
    format!("An invented document of the kind {kind}.\r\n")
        .repeat(3_000)
        .into_bytes()
}

async fn document(
    story: &Story,
    me: &Browser,
    kind: &str,
    person: Option<&str>,
) -> Result<Page, Failure> {
    let about = person.map_or_else(String::new, |person| format!("?person={person}"));
    let page = me
        .open(&format!("{}/documents/add{about}", story.case))
        .await?;
    let mut typed = vec![("kind", kind)];
    typed.extend(person.map(|person| ("person", person)));
    let landed = me
        .send_file(
            &page,
            "/documents/add",
            &typed,
            (&format!("{kind}.pdf"), content(kind)),
        )
        .await?;
    must(landed.status == 200 && landed.at.contains("done="), || {
        format!(
            "{kind} was not taken: {}\n{}",
            landed.at,
            super::errors(&landed)
        )
    })?;
    Ok(landed)
}

async fn fetch_back(story: &Story, me: &Browser) -> Result<(), Failure> {
    let listed = me.open(&format!("{}/documents", story.case)).await?;
    let mut places = listed.places(&format!("{}/documents/", story.case));
    places.retain(|p| !p.ends_with("/add"));
    must(places.len() == 6, || {
        format!("{} documents are listed", places.len())
    })?;
    let first = places.first().cloned().unwrap_or_default();
    let raw = me.raw(&first).await?;
    let attached = raw
        .headers
        .iter()
        .any(|(name, value)| name == "content-disposition" && value.starts_with("attachment"));
    let known = ["application-form", "photo", "identity"]
        .iter()
        .any(|kind| raw.body == content(kind));
    must(raw.status == 200 && attached && known, || {
        format!("{first} is not what was sent")
    })
}

/// Approves a colleague's referral and attests that she is a defender.
pub(super) async fn attests(
    story: &mut Story,
    caseworker: &Browser,
    me: &Browser,
) -> Result<(), Failure> {
    let case = story.case(caseworker).await?;
    must(case.link("/do/attest").is_none(), || {
        "the caseworker may approve her own referral".into()
    })?;
    let tried = caseworker
        .look(&format!("{}/do/attest", story.case))
        .await?;
    must(tried.status == 422 || tried.status == 404, || {
        format!("the caseworker's own approval gives {}", tried.status)
    })?;
    story.proved(
        &caseworker.who,
        "cannot approve her own referral, by link or by address",
    );
    let attested = [
        (
            "grounds",
            "Known to us since 2021; her work was verified with two organisations.",
        ),
        ("confirmed", "yes"),
    ];
    story.act(me, "attest", &attested).await?;
    story.proved(&me.who, "read it, attested the status of defender, and confirmed it on a page that shows it once more");
    Ok(())
}

/// Submits; the referral date is fixed.
pub(super) async fn submits(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    story.act(me, "submit", &[]).await?;
    let case = story.case(me).await?;
    must(case.places("/do/add-person").is_empty(), || {
        "a submitted referral can be changed".into()
    })?;
    story.proved(
        &me.who,
        "submitted: the referral date is fixed and nothing can be changed any more",
    );
    Ok(())
}

/// Is told the outcome, and nothing else.
pub(super) async fn learns(story: &mut Story, me: &Browser) -> Result<(), Failure> {
    let notices = me.open("/notices").await?;
    must(notices.text.contains(&story.reference), || {
        "the partner is not told".into()
    })?;
    must(
        !notices.text.contains("Considered on all the material"),
        || "the partner is told the officer's reasons".into(),
    )?;
    story.is_absent(me).await?;
    story.proved(
        &me.who,
        "was told the outcome by a notice, without reasons; the case itself stays out of reach",
    );
    Ok(())
}
