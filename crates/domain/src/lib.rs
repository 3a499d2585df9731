//! Safeconduct: the words and the rules.
//!
//! Everything here is pure: no I/O, no clock, no chance. [`case::Case::fold`] makes a case of its entries,
//! [`access::permit`] says who may do what to it, [`decide::decide`] turns an act into events or a refusal that names
//! its rule. One file a noun; the same noun is the same file name in every crate.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

pub mod access;
pub mod act;
pub mod admissibility;
pub mod card;
pub mod case;
pub mod compartment;
pub mod completeness;
pub mod confidential;
pub mod conviction;
pub mod country;
pub mod date;
pub mod decide;
pub mod decision;
pub mod directory;
pub mod disclosure;
pub mod discrepancy;
pub mod eligibility;
pub mod event;
pub mod fact;
pub mod fairness;
pub mod family;
pub mod first_contact;
pub mod id;
pub mod inquiry;
pub mod intake;
pub mod interview;
pub mod judicial_review;
pub mod letter;
pub mod likeness;
pub mod notice;
pub mod pace;
pub mod person;
pub mod policy;
pub mod priority;
mod private;
pub mod reassignment;
pub mod reconsideration;
pub mod referral;
pub mod refused;
pub mod relief;
pub mod review;
pub mod status_query;
pub mod stranded;
pub mod tasks;
pub mod waiting;
