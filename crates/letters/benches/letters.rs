//! Milliseconds and memory a letter: `cargo bench -p safeconduct-letters`.
#![allow(missing_docs, clippy::print_stdout, clippy::expect_used)]

use std::time::Instant;

use jiff::civil::date;
use safeconduct_domain::policy::{Language, Policy};
use safeconduct_letters::{
    Concern, Envelope, Fairness, Fonts, Letter, Name, Office, Signatory, render,
};

const LETTERS: u32 = 1_000;

fn letter(number: u32) -> Letter {
    let name = Name::both("Selam Tesfay", "ሰላም ተስፋይ");
    Letter::Fairness(Fairness {
        envelope: Envelope {
            office: Office {
                name: "Nairobi migration office".to_owned(),
                place: "Nairobi".to_owned(),
            },
            date: date(2026, 11, 22),
            addressee: name.clone(),
            through: None,
            numbers: Vec::new(),
            signatory: Signatory {
                name: "M. Okello-Roy".to_owned(),
                title: "Migration officer".to_owned(),
            },
            draft: false,
        },
        concerns: vec![Concern {
            person: Some(name),
            about: String::new(),
            provisions: Vec::new(),
            concern: format!("Answer {number} differs from what you wrote before. ").repeat(12),
            disclosed: "Your own notes of June. ".repeat(12),
        }],
        due: date(2026, 12, 22),
    })
}

/// Memory in use at most, in kilobytes, as the kernel counts it; none elsewhere than on Linux.
fn highest() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn main() {
    let begun = Instant::now();
    let policy = Policy::builtin().expect("the policy compiled in");
    let fonts = Fonts::of_the_machine();
    println!(
        "policy and fonts found: {:.0} ms",
        begun.elapsed().as_secs_f64() * 1e3
    );
    let begun = Instant::now();
    render(&letter(0), Language::En, &policy, &fonts).expect("a letter");
    println!(
        "first letter: {:.0} ms",
        begun.elapsed().as_secs_f64() * 1e3
    );
    let begun = Instant::now();
    for number in 1..=LETTERS {
        let language = if number % 2 == 0 {
            Language::En
        } else {
            Language::Fr
        };
        render(&letter(number), language, &policy, &fonts).expect("a letter");
    }
    let each = begun.elapsed().as_secs_f64() * 1e3 / f64::from(LETTERS);
    println!(
        "{LETTERS} letters: {each:.1} ms each; {} kB of memory at most",
        highest().unwrap_or(0)
    );
}
