//! Programs of others that read a PDF back. A program that is not there fails the test and says what to install.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use safeconduct_domain::policy::{Language, Policy};
use safeconduct_letters::{Fonts, Letter, Pdf, render};

pub static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::of_the_machine);
pub static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::builtin().unwrap());

pub const BOTH: [Language; 2] = [Language::En, Language::Fr];

pub fn made(letter: &Letter, language: Language) -> Pdf {
    render(letter, language, &POLICY, &FONTS).unwrap()
}

/// What a program says about the PDF given as a file.
pub fn asked(package: &str, program: &str, before: &[&str], after: &[&str], pdf: &Pdf) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf.bytes()).unwrap();
    let child = Command::new(program)
        .args(before)
        .arg(file.path())
        .args(after)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child
        .unwrap_or_else(|error| panic!("{program}: {error}; install the Debian package {package}"));
    let mut said = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut said).unwrap();
    let mut complained = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut complained)
        .unwrap();
    let ended = child.wait().unwrap();
    assert!(ended.success(), "{program} {before:?}: {complained}");
    String::from_utf8_lossy(&said).into_owned()
}

pub fn text(pdf: &Pdf) -> String {
    asked(
        "poppler-utils",
        "pdftotext",
        &["-enc", "UTF-8", "-layout"],
        &["-"],
        pdf,
    )
}

pub fn info(pdf: &Pdf) -> String {
    asked("poppler-utils", "pdfinfo", &[], &[], pdf)
}

pub fn metadata(pdf: &Pdf) -> String {
    asked("poppler-utils", "pdfinfo", &["-meta"], &[], pdf)
}

pub fn structure(pdf: &Pdf) -> String {
    asked("poppler-utils", "pdfinfo", &["-struct-text"], &[], pdf)
}

/// Without what typesetting may change: spaces, breaks, and marks of direction.
pub fn bare(text: &str) -> String {
    let marks = |c: &char| {
        c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !marks(c)).collect()
}

/// Whether the read-back text holds the fact.
pub fn holds(text: &str, fact: &str) -> bool {
    bare(text).contains(&bare(fact))
}
