//! The rules of the domain, tested from outside: who may do what, what is refused and by which rule, and that a case is
//! nothing but the fold of its entries.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod access_doc;
mod access_rules;
mod acts;
mod builtin;
mod citations;
mod dates;
mod directory;
mod fold;
mod form;
mod generate;
mod generate_conviction;
mod generate_family;
mod generate_hearing;
mod generate_likeness;
mod names;
mod pace;
mod pairs;
mod private;
mod refusal_paths;
mod rules_approval;
mod rules_assessment;
mod rules_confidential;
mod rules_conviction;
mod rules_decision;
mod rules_disclosure;
mod rules_family;
mod rules_first_contact;
mod rules_hearing;
mod rules_inquiry;
mod rules_intake;
mod rules_judicial_review;
mod rules_letter;
mod rules_likeness;
mod rules_listed;
mod rules_priority;
mod rules_reassignment;
mod rules_referral;
mod rules_relief;
mod rules_review;
mod sources;
mod traces;
mod waiting;
mod world;
