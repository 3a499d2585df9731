//! What a referral package says for machines: the parts of a case that travel, as the API shows them, and what is missing.

use safeconduct_casework::package::Package;
use safeconduct_domain::intake::Number;
use serde::Serialize;

use super::case::{KeptView, ReferralView, UrgencyView, referral};
use super::tasks::{ItemView, item_view};

/// The facts of a package.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PackageView<'a> {
    referral: ReferralView<'a>,
    submission_urgency: UrgencyView<'a>,
    numbers: &'a [Number],
    confidences: Vec<KeptView<'a>>,
    lacking: Vec<ItemView>,
}

impl<'a> PackageView<'a> {
    /// Of a package that is about to be made.
    #[must_use]
    pub fn of(package: &'a Package) -> Self {
        let case = &package.case;
        Self {
            referral: referral(case),
            submission_urgency: UrgencyView::from(&case.priorities.submission),
            numbers: &case.intake.numbers,
            confidences: case.confidences.iter().map(KeptView::from).collect(),
            lacking: package.lacking.iter().cloned().map(item_view).collect(),
        }
    }
}
