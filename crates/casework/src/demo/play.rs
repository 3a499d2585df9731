//! Playing an invented family through the stream, act by act, each in the role that does it, up to a stage.

use super::people::{Family, family};
use super::stream::{OFFICES, Stream};
use crate::app::App;
use crate::document::Label;
use crate::error::{Error, Result};
use crate::session::Session;
use jiff::civil::Date;
use safeconduct_domain::act::Act;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::decision::{Decide, Verdict};
use safeconduct_domain::event::{Urgency, Withdrawal};
use safeconduct_domain::id::{CaseId, PersonId};
use safeconduct_domain::intake::{Hold, Number, Office};
use safeconduct_domain::letter::Kind;
use safeconduct_domain::referral::{Attestation, Consent, Contact, Declaration, Open, Risk, Work};
use safeconduct_domain::review::{Opinion, Review};
use std::sync::Arc;

mod assess;
mod convict;
mod family;
mod hands;
mod hear;
mod judicial_review;
mod write;

/// How a story ends, besides its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everybody is approved.
    Approved,
    /// The principal applicant is refused, and so the family.
    Refused,
}

/// One invented case.
#[derive(Debug, Clone, Copy)]
pub struct Story {
    /// Number of the family.
    pub number: usize,
    /// Code of the partner that refers.
    pub partner: &'static str,
    /// How far it goes.
    pub until: Stage,
    /// How it ends, if it goes that far.
    pub ending: Ending,
}

/// The stories of a demonstration: every stage, every partner, in turn.
#[must_use]
pub fn story(number: usize) -> Story {
    const STAGES: [Stage; 12] = [
        Stage::Preparing,
        Stage::Submitted,
        Stage::Assessment,
        Stage::AwaitingApproval,
        Stage::FileCreated,
        Stage::Decided,
        Stage::Attested,
        Stage::Assessment,
        Stage::Held,
        Stage::InTransfer,
        Stage::Decided,
        Stage::Withdrawn,
    ];
    const PARTNERS: [&str; 3] = ["fld", "pd", "unhcr"];
    Story {
        number,
        partner: PARTNERS.get(number % 3).unwrap_or(&"fld"),
        until: STAGES
            .get(number % STAGES.len())
            .copied()
            .unwrap_or_default(),
        ending: if number % 24 == 10 {
            Ending::Refused
        } else {
            Ending::Approved
        },
    }
}

/// What is written in the place of the story's own words: tests plant canaries with it.
pub trait Ink: Send + Sync {
    /// The act as it is to be done.
    fn act(&self, act: Act) -> Act {
        act
    }
    /// The label and the content of a document as they are to be stored.
    fn document(&self, label: Label, content: Vec<u8>) -> (Label, Vec<u8>) {
        (label, content)
    }
}

/// The story's own words.
struct Plain;
impl Ink for Plain {}

/// Plays one story; gives its case. The clock, where it can be set, moves on by minutes between acts.
///
/// # Errors
/// Whatever a use case gives.
pub async fn play(app: &App, stream: &Stream, story: &Story) -> Result<CaseId> {
    play_with(app, stream, story, &Plain).await
}

/// The same in other words.
///
/// # Errors
/// Whatever a use case gives.
pub async fn play_with(app: &App, stream: &Stream, story: &Story, ink: &dyn Ink) -> Result<CaseId> {
    let family = family(story.number);
    let mut player = Player {
        app,
        stream,
        story,
        ink,
        family,
        case: None,
        office: "",
    };
    player.refer().await?;
    player.centre().await?;
    player.office().await?;
    player.case.ok_or(Error::Absent)
}

struct Player<'a> {
    app: &'a App,
    stream: &'a Stream,
    story: &'a Story,
    ink: &'a dyn Ink,
    family: Family,
    case: Option<CaseId>,
    office: &'static str,
}

impl Player<'_> {
    fn reaches(&self, stage: Stage) -> bool {
        self.story.until >= stage
    }

    fn caseworker(&self) -> String {
        format!("{}-caseworker", self.story.partner)
    }

    fn today(&self) -> Date {
        self.app.today()
    }

    fn tomorrow(&self) -> Date {
        self.today().tomorrow().unwrap_or_else(|_| self.today())
    }

    fn session(&self, handle: &str) -> Result<Arc<Session>> {
        self.stream.session(handle).map(Arc::clone)
    }

    async fn act(&mut self, handle: &str, act: Act) -> Result<()> {
        let session = self.session(handle)?;
        self.app.clock().set(self.app.now_ms() + 7 * 60 * 1000);
        let done = self
            .app
            .act(&session, self.case, self.ink.act(act), None)
            .await?;
        self.case = Some(done.case);
        Ok(())
    }

    async fn see(&self, handle: &str) -> Result<Case> {
        let session = self.session(handle)?;
        Ok(self
            .app
            .look(&session, self.case.ok_or(Error::Absent)?, "case")
            .await?
            .case)
    }

    async fn refer(&mut self) -> Result<()> {
        let who = self.caseworker();
        let language = if self.story.number.is_multiple_of(2) {
            "en"
        } else {
            "fr"
        };
        let unhcr_number =
            (self.story.partner == "unhcr").then(|| format!("INV-{:06}", 4000 + self.story.number));
        let reference = format!(
            "{}-{}",
            self.story.partner.to_uppercase(),
            self.family.reference
        );
        self.act(
            &who,
            Act::Open(Open {
                reference,
                origin: None,
                language: language.into(),
                unhcr_number,
            }),
        )
        .await?;
        for details in self.family.persons.clone() {
            self.act(&who, Act::AddPerson(details)).await?;
        }
        self.act(&who, Act::RecordWork(self.work())).await?;
        self.act(&who, Act::RecordRisk(risk())).await?;
        if self.story.until == Stage::Preparing && self.story.number.is_multiple_of(24) {
            return Ok(());
        }
        self.act(&who, Act::SetContact(contact())).await?;
        self.act(&who, Act::RecordDeclaration(self.declaration()))
            .await?;
        self.consents_and_documents(&who).await?;
        self.entrust(&who).await?;
        if self.story.number % 6 == 5 {
            let grounds =
                "Her name was read out on television; the neighbours were asked where she lives."
                    .into();
            self.act(
                &who,
                Act::SetUrgency {
                    urgency: Urgency::Urgent,
                    grounds,
                },
            )
            .await?;
        }
        if self.reaches(Stage::AwaitingApproval) {
            self.act(&who, Act::RequestApproval {}).await?;
        }
        if self.reaches(Stage::Attested) {
            let grounds = "Known to us since 2021; work verified with two organisations that need not be named here.".into();
            let supervisor = format!("{}-supervisor", self.story.partner);
            self.act(
                &supervisor,
                Act::Attest(Attestation {
                    grounds,
                    confirmed: true,
                }),
            )
            .await?;
        }
        if self.reaches(Stage::Submitted) {
            self.act(&who, Act::Submit {}).await?;
        }
        Ok(())
    }

    async fn consents_and_documents(&mut self, who: &str) -> Result<()> {
        let case = self.see(who).await?;
        let today = self.today();
        let persons: Vec<(PersonId, bool, bool)> = case
            .referral
            .present()
            .map(|p| {
                let adult = !p.details.minor(today);
                let travels = p.details.accompanying
                    || case.referral.principal().is_some_and(|a| a.id == p.id);
                (p.id, adult, travels)
            })
            .collect();
        self.document(who, "application-form", None).await?;
        for (index, (person, adult, travels)) in persons.into_iter().enumerate() {
            if adult {
                let consent = Consent {
                    person,
                    given_on: today,
                    manner: "written".into(),
                    outcome_to_partner: true,
                };
                self.act(who, Act::RecordConsent(consent)).await?;
            }
            if travels {
                self.document(who, "photo", Some(person)).await?;
            }
            if index < 2 {
                self.document(who, "identity", Some(person)).await?;
            }
        }
        Ok(())
    }

    async fn document(&mut self, who: &str, kind: &str, person: Option<PersonId>) -> Result<()> {
        let session = self.session(who)?;
        let case = self.case.ok_or(Error::Absent)?;
        let mut incoming = self.app.receive(&session, case).await?;
        let content = format!("An invented document of the kind {kind}.\n")
            .repeat(40)
            .into_bytes();
        let label = Label {
            name: format!("{kind}.txt"),
            kind: kind.into(),
            person,
        };
        let (label, content) = self.ink.document(label, content);
        incoming.push(&content).await?;
        self.app.keep(incoming, label, None).await.map(drop)
    }

    async fn centre(&mut self) -> Result<()> {
        let intake = "roc-o-intake";
        if !self.reaches(Stage::Submitted) {
            return Ok(());
        }
        self.app.take_in(&self.session(intake)?).await?;
        if self.story.until == Stage::Held {
            let due = self.today().checked_add(jiff::Span::new().days(30)).ok();
            let note = "The photograph of the principal applicant is too dark to be used.".into();
            return self
                .act(
                    intake,
                    Act::HoldReferral(Hold {
                        deficiencies: vec!["photo".into()],
                        note,
                        due,
                    }),
                )
                .await;
        }
        if !self.reaches(Stage::FileCreated) {
            return Ok(());
        }
        self.act(intake, Act::AcceptReferral {}).await?;
        let value = format!("G{:09}", 700_000_000 + self.story.number * 37);
        self.act(
            intake,
            Act::RecordNumber(Number {
                kind: "g-number".into(),
                value,
                person: None,
            }),
        )
        .await?;
        self.acknowledge(intake).await?;
        if self.story.until == Stage::Withdrawn {
            let note = "The partner passed on the applicant's own words.".into();
            return self
                .act(
                    intake,
                    Act::Withdraw(Withdrawal {
                        reason: "resettled-elsewhere".into(),
                        note,
                    }),
                )
                .await;
        }
        if !self.reaches(Stage::InTransfer) {
            return Ok(());
        }
        let case = self.see(intake).await?;
        let asylum = case
            .referral
            .principal()
            .and_then(|p| p.details.residence.clone())
            .unwrap_or_default();
        let proposed = self
            .app
            .policy()
            .office_for(&asylum, self.today())
            .map(|o| o.code.clone());
        self.office = OFFICES
            .into_iter()
            .find(|o| Some(*o) == proposed.as_deref())
            .unwrap_or("amman");
        let reason = (proposed.as_deref() != Some(self.office)).then(|| {
            "The office that serves the country knows the persecutor's family.".to_owned()
        });
        self.act(
            intake,
            Act::ChooseOffice(Office {
                office: self.office.into(),
                reason,
            }),
        )
        .await?;
        self.act(intake, Act::Transfer {}).await
    }

    async fn office(&mut self) -> Result<()> {
        let ended = matches!(self.story.until, Stage::Withdrawn);
        if !self.reaches(Stage::Assessment) || ended {
            return Ok(());
        }
        let officer = format!("{}-officer", self.office);
        self.app.take_in(&self.session(&officer)?).await?;
        self.act(&officer, Act::AcceptTransfer {}).await?;
        self.hasten(&officer).await?;
        self.interview(&officer).await?;
        let goes_on = self.story.until != Stage::Assessment || self.story.number % 24 >= 12;
        self.convict(&officer, goes_on).await?;
        if !goes_on {
            return Ok(());
        }
        let case = self.see(&officer).await?;
        let principal = case.referral.principal().map(|p| p.id);
        let decided = case
            .referral
            .present()
            .filter(|p| p.details.accompanying || Some(p.id) == principal);
        let persons: Vec<PersonId> = decided.map(|p| p.id).collect();
        for person in &persons {
            self.assess(&officer, &case, *person).await?;
        }
        if let Some(principal) = principal {
            self.relieve(&officer, principal).await?;
        }
        if self.reaches(Stage::Decided) {
            return self.decide(&officer, &persons).await;
        }
        self.pass_on(&officer).await
    }

    async fn decide(&mut self, officer: &str, persons: &[PersonId]) -> Result<()> {
        let decider = format!("{}-decision", self.office);
        let case = self.see(officer).await?;
        let principal = case.referral.principal().map(|p| p.id);
        let mut order: Vec<PersonId> = principal.into_iter().collect();
        order.extend(persons.iter().copied().filter(|p| Some(*p) != principal));
        for person in order {
            let case = self.see(&decider).await?;
            let against = safeconduct_domain::decision::adverse(
                self.app.policy(),
                &case,
                person,
                self.today(),
            );
            let mut provisions: Vec<String> = against.into_iter().map(|a| a.provision).collect();
            provisions.dedup();
            let refused = self.story.ending == Ending::Refused;
            let decide = Decide {
                person,
                verdict: if refused {
                    Verdict::Refused
                } else {
                    Verdict::Approved
                },
                provisions,
                evidence: refused
                    .then(|| "The appeal judgment and the answer to the letter.".to_owned()),
                rests_on: Vec::new(),
                reasons: "Decided on the findings recorded.".into(),
            };
            self.act(&decider, Act::Decide(decide)).await?;
            if refused {
                let review = Review {
                    person,
                    opinion: Opinion::Agrees,
                    reasons: "Read with the letter, the answer and the notes.".into(),
                };
                self.act(officer, Act::ReviewDecision(review)).await?;
            }
        }
        let kind = match self.story.ending {
            Ending::Approved => Kind::Approval,
            Ending::Refused => Kind::Refusal,
        };
        self.tell(&decider, kind).await?;
        match self.story.ending {
            Ending::Approved => self.leave(officer).await,
            Ending::Refused => self.seek_leave(officer).await,
        }
    }

    fn work(&self) -> Work {
        Work {
            categories: vec![self.family.category.into()],
            description: self.family.work.into(),
            persecutors: vec!["state".into()],
            persecutors_who: "The security service and men who act for it.".into(),
            adverse_countries: vec![self.family.home.into()],
        }
    }

    fn declaration(&self) -> Declaration {
        Declaration {
            all_family_declared: true,
            signed_on: self.today(),
            representative: "none".into(),
            representative_details: None,
            interview_languages: vec![self.family.language.into()],
        }
    }
}

fn risk() -> Risk {
    Risk {
        description: "Arrested twice, released once for a ransom; a summons was left with a cousin in spring.".into(),
        in_asylum: Some("Men from home asked for her at the market.".into()),
        durable_solution: "She could go home only if she gave up her work; the country of asylum does not renew her papers.".into(),
        charges: "Sentenced in absence to eight years for \"insulting the institutions\".".into(),
        interview: Some("Never by telephone; never at the office in the capital.".into()),
    }
}

fn contact() -> Contact {
    Contact {
        address: "With a friend; the street is known to the caseworker alone.".into(),
        channel: "Signal, to the number kept by the caseworker".into(),
        hours: "Tuesdays and Fridays, 18:00 to 20:00 local time".into(),
        code_word: Some("Ask about the blue bicycle.".into()),
        never: Some("Never write the word \"Canada\".".into()),
    }
}
