//! Every provision that policy cites exists in the consolidated Act, Regulations and Rules, in both languages.
//!
//! The texts are reference data beside the repository and not part of it: where they are absent, nothing is checked.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use super::{Citation, Enactment, Language, Policy};

/// The places of an enactment that stand: section and parts, such as `139`, `139/1/d/i`.
fn places(xml: &str) -> BTreeSet<String> {
    let body = xml.split_once("<Body").map_or(xml, |(_, body)| body);
    let body = body.split_once("</Body>").map_or(body, |(body, _)| body);
    let mut open: Vec<(&str, Option<String>)> = Vec::new();
    let mut found = BTreeSet::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let closed = tag.ends_with('/');
        let name = tag
            .trim_end_matches('/')
            .split_whitespace()
            .next()
            .unwrap_or("");
        if let Some(name) = name.strip_prefix('/') {
            if open.last().is_some_and(|(last, _)| *last == name) {
                open.pop();
            }
        } else if name == "Label" {
            let label = text.trim().trim_matches(['(', ')']).to_owned();
            if let Some((_, empty @ None)) = open.last_mut() {
                *empty = Some(label);
                found.extend(place(&open));
            }
        } else if name == "Repealed" {
            if let Some(place) = place(&open) {
                found.remove(&place);
            }
        } else if LEVELS.contains(&name) && !closed {
            open.push((name, None));
        }
    }
    found
}

const LEVELS: [&str; 7] = [
    "Section",
    "Definition",
    "Subsection",
    "Paragraph",
    "Subparagraph",
    "Clause",
    "Subclause",
];

/// Where we are, unless inside a definition, whose paragraphs are not the section's.
fn place(open: &[(&str, Option<String>)]) -> Option<String> {
    if open.iter().any(|(name, _)| *name == "Definition") {
        return None;
    }
    let labels: Option<Vec<&str>> = open.iter().map(|(_, label)| label.as_deref()).collect();
    labels.map(|labels| labels.join("/"))
}

fn file(enactment: Enactment, language: Language) -> Option<&'static str> {
    match (enactment, language) {
        (Enactment::Act, Language::En) => Some("IRPA-en.xml"),
        (Enactment::Act, Language::Fr) => Some("LIPR-fr.xml"),
        (Enactment::Regulations, Language::En) => Some("IRPR-en.xml"),
        (Enactment::Regulations, Language::Fr) => Some("RIPR-fr.xml"),
        (Enactment::DivisionRules, Language::En) => Some("RPD-Rules-en.xml"),
        (Enactment::DivisionRules, Language::Fr) => Some("Regles-SPR-fr.xml"),
        _ => None,
    }
}

fn path_of(citation: &Citation, language: Language) -> String {
    let section = std::iter::once(citation.section());
    let parts = citation.parts_in(language).iter().map(String::as_str);
    section.chain(parts).collect::<Vec<_>>().join("/")
}

#[test]
fn a_place_is_found_and_a_repealed_one_is_not() {
    let xml = "<Body><Section><Label>1</Label><Definition><Label>x</Label></Definition>\
        <Subsection><Label>(1)</Label><Paragraph><Label>a)</Label></Paragraph>\
        <Paragraph><Label>(b)</Label><Text><Repealed>[r]</Repealed></Text></Paragraph>\
        </Subsection></Section></Body><Section><Label>9</Label></Section>";
    let found: Vec<String> = places(xml).into_iter().collect();
    assert_eq!(found, ["1", "1/1", "1/1/a"]);
}

#[test]
fn every_citation_parses_and_exists_in_both_languages() {
    let citations = Policy::builtin().unwrap().citations();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/law");
    let (mut checked, mut elsewhere) = (0, 0);
    let mut missing = Vec::new();
    for (enactment, language) in [
        (Enactment::Act, Language::En),
        (Enactment::Act, Language::Fr),
        (Enactment::Regulations, Language::En),
        (Enactment::Regulations, Language::Fr),
        (Enactment::DivisionRules, Language::En),
        (Enactment::DivisionRules, Language::Fr),
        (Enactment::PrivacyAct, Language::En),
        (Enactment::PrivacyRegulations, Language::En),
        (Enactment::OfficialLanguagesAct, Language::En),
    ] {
        let ours = citations.iter().filter(|c| c.enactment() == enactment);
        let xml = file(enactment, language)
            .and_then(|name| std::fs::read_to_string(folder.join(name)).ok());
        let Some(xml) = xml else {
            elsewhere += ours.count();
            continue;
        };
        let found = places(&xml);
        for citation in ours {
            checked += 1;
            if !found.contains(&path_of(citation, language)) {
                missing.push(citation.render(language));
            }
        }
    }
    let total = citations.len();
    let mut out = std::io::stdout();
    let _ = writeln!(
        out,
        "{total} provisions cited; {checked} looked up (each language counted); {elsewhere} not in the texts at hand; missing: {missing:?}"
    );
    assert!(missing.is_empty(), "{missing:?}");
}
