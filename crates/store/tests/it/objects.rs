//! Sealed files in a folder.

use crate::support::*;
use futures_util::{StreamExt, TryStreamExt};
use safeconduct_store::{Error, Objects};
use std::path::{Path, PathBuf};

fn folder() -> (tempfile::TempDir, PathBuf, Objects) {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("documents");
    let objects = Objects::open(folder.to_str().unwrap(), &[]).unwrap();
    (root, folder, objects)
}

/// A piece of some size whose bytes say where it stands.
fn piece(n: u32, size: usize) -> Vec<u8> {
    n.to_be_bytes().iter().copied().cycle().take(size).collect()
}

async fn store(objects: &Objects, n: u32, pieces: u32, size: usize) -> u64 {
    let mut upload = objects.put(document(n)).await.unwrap();
    for at in 0..pieces {
        upload.write(&piece(at, size)).await.unwrap();
    }
    upload.finish().await.unwrap()
}

async fn fetch(objects: &Objects, n: u32) -> Option<Vec<u8>> {
    let stream = objects.get(document(n)).await.unwrap()?;
    let pieces: Vec<_> = stream.try_collect().await.unwrap();
    Some(pieces.concat())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for shard in std::fs::read_dir(folder).unwrap().flatten() {
        found.extend(
            std::fs::read_dir(shard.path())
                .unwrap()
                .flatten()
                .map(|file| file.path()),
        );
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_come_back_as_they_were() {
    let (_root, folder, objects) = folder();
    for (n, pieces, size) in [
        (1, 0, 0),
        (2, 1, 1),
        (3, 1, 1 << 20),
        (4, 3, (1 << 20) + 1),
        (5, 100, 65_552),
    ] {
        let whole: Vec<u8> = (0..pieces).flat_map(|at| piece(at, size)).collect();
        assert_eq!(store(&objects, n, pieces, size).await, whole.len() as u64);
        assert!(fetch(&objects, n).await.unwrap() == whole, "file {n}");
    }
    assert_eq!(fetch(&objects, 9).await, None);
    let name = document(3).to_string();
    assert!(
        folder
            .join(&name[..2])
            .join(format!("{name}.sealed"))
            .is_file()
    );

    let mut listed: Vec<_> = objects.list().try_collect().await.unwrap();
    listed.sort_by_key(|listed| listed.document);
    let sizes: Vec<_> = listed
        .iter()
        .map(|listed| (listed.document, listed.size))
        .collect();
    assert_eq!(sizes[2], (document(3), 1 << 20));
    assert_eq!(sizes.len(), 5);

    objects.delete(document(3)).await.unwrap();
    objects.delete(document(3)).await.unwrap();
    assert_eq!(fetch(&objects, 3).await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_finished_leaves_nothing() {
    let (_root, folder, objects) = folder();
    let mut upload = objects.put(document(1)).await.unwrap();
    upload.write(&piece(1, 3 << 20)).await.unwrap();
    assert_eq!(
        objects.list().count().await,
        0,
        "an unfinished file is not listed"
    );
    assert_eq!(fetch(&objects, 1).await, None);
    upload.abort().await.unwrap();
    assert_eq!(files(&folder), [] as [PathBuf; 0]);

    let mut dropped = objects.put(document(2)).await.unwrap();
    dropped.write(&piece(1, 2 << 20)).await.unwrap();
    drop(dropped);
    for _ in 0..100 {
        if files(&folder).is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(files(&folder), [] as [PathBuf; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_crash_left_is_swept() {
    let (_root, folder, objects) = folder();
    store(&objects, 1, 1, 10).await;
    let shard = files(&folder)[0].parent().unwrap().to_owned();
    std::fs::write(
        shard.join("00000000000000000000000000000000.sealed#1"),
        b"rest",
    )
    .unwrap();
    std::fs::write(shard.join("somebody's.txt"), b"not ours").unwrap();
    assert_eq!(objects.sweep_unfinished(0).await.unwrap(), 0, "too young");
    assert_eq!(objects.sweep_unfinished(i64::MAX).await.unwrap(), 1);
    assert_eq!(objects.list().count().await, 1);
    assert_eq!(files(&folder).len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failing_disk_is_an_error_and_leaves_nothing() {
    let (_root, folder, objects) = folder();
    let mut upload = objects.put(document(1)).await.unwrap();
    upload.write(b"something").await.unwrap();
    // The folder goes away under the upload: the rename at the end cannot succeed.
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(upload.finish().await.is_err());
    assert_eq!(fetch(&objects, 1).await, None);
}

#[test]
fn addresses_are_understood_or_refused() {
    assert!(matches!(
        Objects::open("ftp://x", &[]),
        Err(Error::Address(_))
    ));
    #[cfg(not(feature = "s3"))]
    assert!(matches!(
        Objects::open("s3://bucket", &[]),
        Err(Error::Address(_))
    ));
    let root = tempfile::tempdir().unwrap();
    std::fs::write(root.path().join("file"), b"").unwrap();
    assert!(Objects::open(root.path().join("file/x").to_str().unwrap(), &[]).is_err());
}

/// Memory the process holds, in kB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn memory_is_bounded_whatever_the_size() {
    let (_root, _folder, objects) = folder();
    store(&objects, 1, 16, 1 << 20).await;
    let before = resident();
    let mut upload = objects.put(document(2)).await.unwrap();
    let mut most = 0;
    for at in 0..1_200 {
        upload.write(&piece(at, 65_552)).await.unwrap();
        most = most.max(resident());
    }
    let size = upload.finish().await.unwrap();
    let mut stream = objects.get(document(2)).await.unwrap().unwrap();
    let mut read = 0;
    while let Some(piece) = stream.next().await {
        read += piece.unwrap().len() as u64;
        most = most.max(resident());
    }
    assert_eq!(read, size);
    let grown = most.saturating_sub(before);
    println!(
        "{} MB written and read, memory grew by {grown} kB",
        size >> 20
    );
    assert!(grown < 24_000, "{grown} kB");
}
