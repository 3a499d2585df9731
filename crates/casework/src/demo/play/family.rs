//! The family of an invented case: what one of them asks to be kept from the others, and who is declared late.

use super::Player;
use crate::error::{Error, Result};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::Case;
use safeconduct_domain::confidential::{Item, Keep, Lift};
use safeconduct_domain::family::{Confirmation, Declared, Everybody};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::interview::Exchange;
use safeconduct_domain::person::{Details, Relationship};

impl Player<'_> {
    /// In one story of four the partner keeps a document of the applicant's from the family; in one of eight she later
    /// agrees that they may know.
    pub(super) async fn entrust(&mut self, who: &str) -> Result<()> {
        if self.story.number % 4 != 3 {
            return Ok(());
        }
        let case = self.see(who).await?;
        let person = case.referral.principal().map(|p| p.id);
        let mut documents = case.referral.in_hand();
        let document = documents.find(|d| d.person == person);
        let (Some(person), Some(document)) = (person, document) else {
            return Ok(());
        };
        let item = Item::Document(document.id);
        self.keep(who, item, person).await?;
        if self.story.number % 8 != 3 {
            return Ok(());
        }
        let lift = Lift {
            item,
            person,
            agreed_on: self.today(),
            agreed: true,
        };
        self.act(who, Act::LiftConfidence(lift)).await
    }

    async fn keep(&mut self, who: &str, item: Item, person: PersonId) -> Result<()> {
        let keep = Keep {
            item,
            person,
            from: Vec::new(),
            asked_on: self.today(),
        };
        self.act(who, Act::KeepConfidential(keep)).await
    }

    /// The other adult is heard apart, and says what the applicant is not to learn.
    pub(super) async fn hear_apart(&mut self, officer: &str, case: &Case) -> Result<()> {
        let today = self.today();
        let principal = case.referral.principal().map(|p| p.id);
        let mut others = case.referral.present().filter(|p| !p.details.minor(today));
        let Some(person) = others.find(|p| Some(p.id) != principal).map(|p| p.id) else {
            return Ok(());
        };
        let exchange = Exchange {
            person,
            question: "Is there anything you would rather say alone?".into(),
            answer:
                "I was held for nine days in spring. At home they think that I was at my sister’s."
                    .into(),
            others: Vec::new(),
        };
        self.act(officer, Act::LogAnswer(exchange)).await?;
        let case = self.see(officer).await?;
        let logged = case.interview.log.last().ok_or(Error::Absent)?.id;
        self.keep(officer, Item::Answer(logged), person).await
    }

    /// Before they leave: in one story everybody is declared; in another a daughter is named who stays with her
    /// grandmother; in the rest nobody has asked yet.
    pub(super) async fn leave(&mut self, officer: &str) -> Result<()> {
        let case = self.see(officer).await?;
        let Some(person) = case.referral.principal().map(|p| p.id) else {
            return Ok(());
        };
        match self.story.number % 24 {
            5 => self.confirm(officer, person, Everybody::AllDeclared).await,
            17 => {
                self.confirm(officer, person, Everybody::SomebodyMissing)
                    .await?;
                let declared = Declared {
                    declared_on: self.today(),
                    declared_by: person,
                    details: self.daughter().ok_or(Error::Absent)?,
                };
                self.act(officer, Act::DeclarePerson(declared)).await
            }
            _ => Ok(()),
        }
    }

    async fn confirm(&mut self, officer: &str, person: PersonId, answer: Everybody) -> Result<()> {
        let confirmation = Confirmation {
            person,
            on: self.today(),
            language: self.family.language.into(),
            explained: true,
            answer,
        };
        self.act(officer, Act::ConfirmDeclaration(confirmation))
            .await
    }

    /// A child nobody had spoken of.
    fn daughter(&self) -> Option<Details> {
        let mother = self.family.persons.first()?;
        Some(Details {
            relationship: Relationship::DependentChild,
            accompanying: false,
            given_names: format!("{} Little", mother.given_names),
            native_name: None,
            sex: Some("female".into()),
            birth: "2013-04".parse().ok(),
            marital_status: Some("single".into()),
            residence: Some(self.family.home.into()),
            status: None,
            no_identity_document: None,
            ..mother.clone()
        })
    }
}
