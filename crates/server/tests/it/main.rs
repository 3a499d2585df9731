//! The whole program: its command line, its pages, its API, its mail, as people and programs meet them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs
)]

mod api_absent;
mod api_documents;
mod api_input;
mod api_openapi;
mod api_referral;
mod api_schema;
mod api_service;
mod api_session;
mod api_support;
mod api_walk;
mod attacks_access;
mod attacks_client;
mod attacks_closed;
mod attacks_corpus;
mod attacks_foreign;
mod attacks_forgery;
mod attacks_html;
mod attacks_input;
mod attacks_input_api;
mod attacks_land;
mod attacks_routes;
mod attacks_sample;
mod attacks_sessions;
mod attacks_stages;
mod attacks_twice;
mod beginning;
mod browser;
mod browser_crawl;
mod browser_work;
mod case_pages;
mod doctor;
mod hard_child;
mod hard_conviction;
mod hard_couple;
mod hard_delegation;
mod hard_form;
mod hard_interpreter;
mod hard_silence;
mod hard_split;
mod hard_stateless;
mod hard_support;
mod hard_urgent;
mod hard_withdrawn;
mod mail;
mod pages_acts;
mod pages_administration;
mod pages_assessment;
mod pages_case;
mod pages_cases;
mod pages_confidential;
mod pages_conviction;
mod pages_documents;
mod pages_family;
mod pages_first_contact;
mod pages_hands;
mod pages_join;
mod pages_likeness;
mod pages_package;
mod pages_readers;
mod pages_record;
mod pages_resume;
mod pages_sign_in;
mod pages_timeline;
mod program;
mod recheck;
mod text_browser;
mod tour;
mod visit;
