//! A demonstration made by the command line, rechecked, rebuilt, and then tampered with.

use std::path::{Path, PathBuf};

use safeconduct_testkit::fault::{cases, copy, plant};

use crate::program::{program, run, run_to};

/// What somebody does to the database, and a word of what `verify` says.
const FAULTS: [(&str, &str); 8] = [
    (
        "UPDATE entry SET body = zeroblob(length(body)) WHERE seq = 40",
        "40",
    ),
    (
        "UPDATE entry SET header = zeroblob(length(header)) WHERE seq = 41",
        "41",
    ),
    ("DELETE FROM entry WHERE seq = 42", "42"),
    ("UPDATE entry SET at_ms = at_ms + 1 WHERE seq = 43", "43"),
    (
        "UPDATE entry SET actor_id = (SELECT actor_id FROM entry WHERE seq = 0) WHERE seq = (SELECT MAX(seq) FROM entry WHERE class <> 0 AND actor_id <> (SELECT actor_id FROM entry WHERE seq = 0))",
        "actor",
    ),
    (
        "UPDATE entry SET detail = NULL WHERE seq = (SELECT MAX(seq) FROM entry WHERE detail IS NOT NULL)",
        "detail",
    ),
    ("UPDATE head SET size = size - 1", "head"),
    (
        "UPDATE checkpoint SET note = replace(note, 'journal', 'jouxnal')",
        "checkpoint",
    ),
];

#[test]
fn what_is_made_is_whole_and_what_is_touched_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let said = run_to(0, &data, &["demo", "--make-only", "--cases", "4"]);
    assert!(said.contains("Made 4 invented cases"), "{said}");

    let said = run_to(0, &data, &["verify"]);
    assert!(said.contains("✔ The journal is whole"), "{said}");
    let said = run_to(0, &data, &["rebuild", "--demo", "--as", "fld-caseworker"]);
    assert_eq!(said.matches(", 0 differed").count(), 2, "{said}");
    run_to(0, &data, &["verify"]);
    a_package_is_taken_out_and_checked(&data, folder.path());

    for (number, (sql, word)) in FAULTS.iter().enumerate() {
        let copied = copied(&data, folder.path(), number);
        assert_eq!(plant(&copied.join("safeconduct.db"), sql), 1, "{sql}");
        let said = run_to(1, &copied, &["verify"]);
        assert!(said.contains('✘') && said.contains(word), "{sql}\n{said}");
        std::fs::remove_dir_all(copied).unwrap();
    }
    println!("faults planted {}, found {}", FAULTS.len(), FAULTS.len());
    kept_checkpoints_speak(&data, folder.path());
    projections_are_mended(&data, folder.path());
    members_type_their_passphrase(&data);
}

fn copied(data: &Path, under: &Path, number: usize) -> PathBuf {
    let to = under.join(format!("copy-{number}"));
    copy(data, &to);
    to
}

/// A journal that is whole in itself, and shorter than what somebody has kept a checkpoint of.
fn kept_checkpoints_speak(data: &Path, under: &Path) {
    let old = copied(data, under, 100);
    run_to(0, data, &["rebuild"]);
    let mut server = program(data, &["serve", "--listen", "127.0.0.1:0"]);
    server.args(["--origin", "demo.safeconduct.invalid/journal"]);
    let mut server = server.spawn().unwrap();
    let kept = data.join("checkpoints.txt");
    let before = std::fs::read(&kept).unwrap();
    for _ in 0..200 {
        if std::fs::read(&kept).unwrap() != before {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    server.kill().unwrap();
    server.wait().unwrap();
    assert_ne!(
        std::fs::read(&kept).unwrap(),
        before,
        "a server signs the head at once"
    );
    run_to(0, data, &["verify"]);
    run_to(0, &old, &["verify"]);
    let said = run_to(1, &old, &["verify", "--kept", kept.to_str().unwrap()]);
    assert!(said.contains('✘'), "{said}");
}

/// By whoever may, into a file that is checked with the journal's key alone; a changed or cut one is named.
fn a_package_is_taken_out_and_checked(data: &Path, under: &Path) {
    let file = under.join("package.zip");
    let out = file.to_str().unwrap();
    let mut made = 0;
    for case in cases(&data.join("safeconduct.db")) {
        for handle in ["fld-caseworker", "roc-o-intake"] {
            let take = [
                "package", "--demo", "--as", handle, "--case", &case, "--out", out,
            ];
            if run(data, &take).code != 0 {
                assert!(!file.exists(), "a file is left of what was refused");
                continue;
            }
            made += 1;
            let said = run_to(0, data, &["verify", "--package", out]);
            assert!(
                said.contains('✔') && said.contains("each as it was recorded"),
                "{said}"
            );
            // nothing is written over
            run_to(3, data, &take);
            let whole = std::fs::read(&file).unwrap();
            let mut bad = whole.clone();
            bad[whole.len() / 2] ^= 1;
            for bad in [&bad[..], &whole[..whole.len() - 1]] {
                std::fs::write(&file, bad).unwrap();
                let said = run_to(1, data, &["verify", "--package", out]);
                assert!(said.contains('✘'), "{said}");
            }
            std::fs::remove_file(&file).unwrap();
        }
    }
    assert!(made > 0, "no case of which there is a package");
    println!("packages taken out by the command: {made}");
}

fn projections_are_mended(data: &Path, under: &Path) {
    let touched = copied(data, under, 200);
    let database = touched.join("safeconduct.db");
    plant(
        &database,
        "UPDATE case_state SET holder = zeroblob(16) WHERE case_id = (SELECT MIN(case_id) FROM case_state)",
    );
    let again = copied(&touched, under, 201);
    let said = run_to(1, &touched, &["rebuild"]);
    assert!(
        said.contains("✘") && said.contains(", 1 differed"),
        "{said}"
    );
    run_to(0, &touched, &["rebuild"]);
    run_to(0, &again, &["rebuild", "--accept"]);
    run_to(0, &touched, &["verify"]);
}

/// Without --demo the passphrase and the code are read from standard input, and a wrong one is refused.
fn members_type_their_passphrase(data: &Path) {
    use std::io::Write as _;
    let mut command = program(data, &["rebuild", "--as", "fld-caseworker"]);
    command
        .stdin(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"not the passphrase at all\n000000\n")
        .unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(3));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(!said.contains("not the passphrase"), "{said}");
}
