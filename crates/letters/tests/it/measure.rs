//! Time and memory, printed: `cargo test -p safeconduct-letters --test it -- --ignored --nocapture`.

use std::time::Instant;

use crate::tools::{BOTH, made};
use crate::{cover, sample};

/// Memory in use now, in kilobytes, as the kernel counts it.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// For somebody to look at: one file a kind and language, in the folder that `LETTERS` names.
#[test]
#[ignore = "writes files"]
#[expect(
    clippy::disallowed_methods,
    reason = "a test run by hand is told where to write"
)]
fn write_the_samples() {
    let folder = std::env::var("LETTERS").expect("LETTERS names a folder");
    for (name, language) in [("en", BOTH[0]), ("fr", BOTH[1])] {
        for letter in sample::all(language) {
            let path =
                std::path::Path::new(&folder).join(format!("{}-{name}.pdf", letter.kind().name()));
            std::fs::write(path, made(&letter, language).bytes()).unwrap();
        }
        let cover = cover::made(&cover::full(language, 7), language);
        let path = std::path::Path::new(&folder).join(format!("cover-{name}.pdf"));
        std::fs::write(path, cover.bytes()).unwrap();
    }
}

#[test]
#[ignore = "a measurement of some minutes"]
fn a_thousand_letters() {
    let letters: Vec<_> = BOTH
        .into_iter()
        .flat_map(|l| sample::all(l).into_iter().map(move |letter| (l, letter)))
        .collect();
    // every font read, every static made
    letters
        .iter()
        .for_each(|(language, letter)| drop(made(letter, *language)));
    let (before, begun) = (resident(), Instant::now());
    let (mut highest, mut bytes) = (before, 0);
    for n in 0..1_000 {
        let (language, letter) = &letters[n % letters.len()];
        bytes += made(letter, *language).bytes().len();
        highest = highest.max(resident());
    }
    let (took, after) = (begun.elapsed(), resident());
    println!(
        "1,000 letters: {:.1} ms and {:.1} kB of PDF each; memory {before} kB before, {highest} kB at most, {after} kB after",
        took.as_secs_f64(),
        bytes as f64 / 1e6,
    );
    assert!(
        after < before + 40_000,
        "memory grows: {before} kB, then {after} kB"
    );
}
