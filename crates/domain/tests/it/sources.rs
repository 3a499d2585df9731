//! Reads the sources of the crate and of these tests, for the tests that hold one against the other.

use std::path::{Path, PathBuf};

/// Name and text of every source file of the crate, policy apart.
pub fn of_the_crate() -> Vec<(String, String)> {
    files(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// Name and text of every file of these tests.
pub fn of_the_tests() -> Vec<(String, String)> {
    files(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it"))
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    found.sort();
    assert!(found.len() > 10, "the sources are not where they should be");
    found
}

/// The text without its unit tests, which stand last in a file.
pub fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap()
}

/// Every string literal, in order; `//` comments are skipped.
pub fn literals(text: &str) -> Vec<String> {
    let code = text.lines().filter(|l| !l.trim_start().starts_with("//"));
    let code: String = code.collect::<Vec<_>>().join("\n");
    let parts: Vec<_> = code.split('"').collect();
    parts
        .iter()
        .skip(1)
        .step_by(2)
        .map(|s| (*s).to_owned())
        .collect()
}
