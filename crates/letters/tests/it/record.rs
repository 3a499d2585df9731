//! A certified record on paper: tagged, indexed, numbered, and with everything that was typed.

use crate::tools::{BOTH, FONTS, info, structure, text};
use safeconduct_domain::policy::Language;
use safeconduct_letters::{Line, Paper, Record, render_record};

fn line(label: &str, text: &str) -> Line {
    Line {
        label: label.into(),
        text: text.into(),
    }
}

fn record(language: Language, papers: usize) -> Record {
    let paper = |number: usize| Paper {
        title: format!("{number}. Something recorded"),
        lines: vec![
            line("Entered", "Amina Berhane, 22 November 2026, 13:10 UTC"),
            line(
                "What was said",
                "ሰላም። First paragraph.\n\nSecond, with #let x = 1 and *stars*.",
            ),
            line("Empty", ""),
            line("Turned around", "abc\u{202e}def"),
            line("Drawn by no font", "b\u{1f9d1}c"),
            line("From right to left", "شهادة أمام اللجنة"),
        ],
    };
    Record {
        language,
        date: "2026-11-22".parse().unwrap(),
        title: "Certified record of the decision to refuse Amina Berhane".into(),
        office: "Nairobi".into(),
        foot: "Certified record – page {page} of {pages}".into(),
        about: vec![line("Person", "Amina Berhane")],
        statement: vec!["This record holds everything.".into()],
        index: "Index".into(),
        files: (
            "Documents and letters".into(),
            vec![Paper {
                title: "documents/001.pdf – Identity".into(),
                lines: vec![line("SHA-256", &"0123456789abcdef".repeat(4))],
            }],
        ),
        papers: (
            "What was recorded".into(),
            (1..=papers).map(paper).collect(),
        ),
    }
}

#[test]
fn a_record_is_tagged_indexed_and_numbered() {
    for language in BOTH {
        let pdf = render_record(&record(language, 40), &FONTS).unwrap();
        let said = text(&pdf);
        for page in [1, pdf.pages()] {
            let foot = format!("Certified record – page {page} of {}", pdf.pages());
            assert!(said.contains(&foot), "{foot}");
        }
        assert!(said.contains("#let x = 1 and *stars*"), "{said}");
        assert!(said.contains("ሰላም"), "{said}");
        assert!(
            said.contains("U+202E"),
            "what turns text around is spelt out"
        );
        assert!(
            said.contains("U+1F9D1"),
            "what no font can draw too: {said}"
        );
        assert!(!said.contains("Empty"), "nothing is said of nothing");
        // the index names the last paper, and where it stands
        let index = said.lines().find(|l| l.contains("40. Something recorded"));
        let index = index.unwrap().trim_end();
        let place = index.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap();
        let place: usize = place.parse().unwrap_or_else(|_| panic!("{index:?}"));
        assert!((pdf.pages() - 2..=pdf.pages()).contains(&place), "{place}");
        let structure = structure(&pdf);
        assert!(
            structure.contains("TOC") && structure.contains("H2"),
            "{structure}"
        );
        let info = info(&pdf);
        assert!(info.contains("Tagged:") && info.contains("yes"), "{info}");
    }
}

#[test]
fn the_same_record_is_the_same_bytes() {
    let one = render_record(&record(Language::En, 3), &FONTS).unwrap();
    let other = render_record(&record(Language::En, 3), &FONTS).unwrap();
    assert_eq!(one.bytes(), other.bytes());
}
