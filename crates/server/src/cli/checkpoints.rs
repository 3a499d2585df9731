//! The file of checkpoints beside the database: whoever rewrites the database has to rewrite this file too, and every
//! copy anybody has made of it.
//!
//! Notes stand one after the other with an empty line between them, so the file is read by people and by
//! `safeconduct verify --kept`. A note that a crash cut off is taken away before the next one is written.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// The file's name in the folder of a deployment.
pub(crate) const FILE: &str = "checkpoints.txt";

/// More than any note has.
const TAIL: u64 = 4096;
/// What a line with a signature begins with.
const SIGNATURE: &str = "\u{2014} ";

/// Adds a note, durably.
///
/// # Errors
/// The file cannot be read or written.
pub(crate) fn append(path: &Path, note: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let end = sound_end(&mut file)?;
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end))?;
    file.write_all(format!("{}\n\n", note.trim_end()).as_bytes())?;
    file.sync_data()
}

/// Where the last whole note ends.
fn sound_end(file: &mut File) -> std::io::Result<u64> {
    let length = file.metadata()?.len();
    let from = length.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    let mut end = tail.len();
    while let Some(before) = tail.get(..end) {
        if end == 0 || ends_with_note(before) {
            return Ok(from + end as u64);
        }
        end -= 1;
    }
    Ok(from)
}

/// Whether the text ends with a line that is a signature, and an empty one.
fn ends_with_note(text: &[u8]) -> bool {
    let Some(line) = text.strip_suffix(b"\n\n") else {
        return false;
    };
    let start = line
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    line.get(start..)
        .is_some_and(|line| line.starts_with(SIGNATURE.as_bytes()))
}

/// The notes of a file, oldest first. An end that is no whole note is left out.
///
/// # Errors
/// The file cannot be read.
pub(crate) fn read(path: &Path) -> std::io::Result<Vec<String>> {
    Ok(split(&std::fs::read_to_string(path)?))
}

fn split(text: &str) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = String::new();
    let mut signed = false;
    for line in text.lines() {
        let signature = line.starts_with(SIGNATURE);
        if signed && !signature {
            notes.push(std::mem::take(&mut note));
            signed = false;
        }
        if note.is_empty() && line.is_empty() {
            continue;
        }
        note.push_str(line);
        note.push('\n');
        signed |= signature;
    }
    if signed {
        notes.push(note);
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(size: u32) -> String {
        format!(
            "safeconduct.example/journal\n{size}\nroot=\n\n\u{2014} safeconduct.example/journal c2ln\n"
        )
    }

    #[test]
    fn what_is_added_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let notes: Vec<String> = (1..40).map(note).collect();
        for note in &notes {
            append(&path, note).unwrap();
        }
        assert_eq!(read(&path).unwrap(), notes);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_note_cut_off_anywhere_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        append(&path, &note(1)).unwrap();
        let whole = std::fs::read(&path).unwrap();
        append(&path, &note(2)).unwrap();
        let both = std::fs::read(&path).unwrap();
        for cut in whole.len()..both.len() {
            std::fs::write(&path, &both[..cut]).unwrap();
            append(&path, &note(3)).unwrap();
            assert_eq!(read(&path).unwrap(), [note(1), note(3)], "cut at {cut}");
        }
    }

    #[test]
    fn a_note_somebody_kept_by_hand_is_read() {
        assert_eq!(
            split(&format!("\n\n{}\n\n\n{}", note(1), note(2))),
            [note(1), note(2)]
        );
        assert_eq!(split(&note(1)), [note(1)]);
        assert_eq!(split(note(1).trim_end()), [note(1)]);
        assert!(split("").is_empty());
    }
}
