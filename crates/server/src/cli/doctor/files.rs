//! Folders: who can look into them, whether they can be written, how much room is left.

use std::fs;
use std::path::Path;

use safeconduct_casework::keys::Keys;
use safeconduct_domain::id::DocumentId;
use safeconduct_store::{Objects, Result};
use safeconduct_vault::random;

use super::Finding;
use crate::cli::Place;

/// Less than this is too little for a deployment that takes documents.
const LEAST: u64 = 1 << 30;
const GIBIBYTE: f64 = (1u64 << 30) as f64;

/// The folder of the deployment.
pub(super) fn folder(place: &Place) -> Finding {
    let data = place.data.display();
    if !place.data.is_dir() {
        return Finding::amiss(
            "folder",
            format!("{data} is not there"),
            "name it with --data, or make a deployment with `safeconduct init`",
        );
    }
    match open_to(&place.data) {
        Some(who) => Finding::amiss(
            "folder",
            format!("{who} can look into {data}"),
            format!("chmod 700 {data}"),
        ),
        None => Finding::well("folder", format!("{data}, closed to others")),
    }
}

/// The keys: there, readable by their owner alone; the root's private key where it should not stay.
pub(super) fn keys(place: &Place) -> Vec<Finding> {
    let folder = place.key_folder();
    let shown = folder.display();
    let keys = match Keys::read(&folder) {
        Ok(keys) => keys,
        Err(error) => {
            let mend = format!(
                "put the keys of this deployment into {shown}, or name their folder with --keys"
            );
            return vec![Finding::amiss("keys", error.to_string(), mend)];
        }
    };
    let open = ["", "pepper", "root", "root.pub"]
        .map(|name| {
            if name.is_empty() {
                folder.clone()
            } else {
                folder.join(name)
            }
        })
        .into_iter()
        .find_map(|path| open_to(&path).map(|who| (path, who)));
    let mut found = vec![match open {
        Some((path, who)) => {
            let mend = format!(
                "chmod 700 {shown}; chmod 600 {shown}/*; if others were on this machine, treat the keys as known to them"
            );
            Finding::amiss("keys", format!("{who} can read {}", path.display()), mend)
        }
        None => Finding::well("keys", format!("{shown}, closed to others")),
    }];
    if folder.starts_with(&place.data) && !place.is_demo() {
        found.push(Finding::note("keys", "the keys lie in the same folder as the database: a copy of the one holds the other; --keys puts them elsewhere"));
    }
    if keys.root_key.is_some() && !place.is_demo() {
        found.push(Finding::note("root", format!("the root's private key is on this machine; once every founder has joined, lock {} away elsewhere", folder.join("root").display())));
    }
    found
}

/// Documents can be written, synced and deleted, and nobody else can look at them.
pub(super) async fn documents(place: &Place) -> Finding {
    let objects = place.objects();
    let folder = Path::new(&objects);
    let is_folder = !objects.contains("://");
    if is_folder && !folder.is_dir() {
        return Finding::note(
            "documents",
            format!("{objects} is not there yet; the first server makes it"),
        );
    }
    if let Some(who) = is_folder.then(|| open_to(folder)).flatten() {
        return Finding::amiss(
            "documents",
            format!("{who} can look into {objects}"),
            format!("chmod 700 {objects}"),
        );
    }
    match try_out(&objects).await {
        Ok(()) => Finding::well("documents", format!("{objects} can be written")),
        Err(error) => Finding::amiss(
            "documents",
            format!("{objects}: {error}"),
            "give the server's user the right to write there",
        ),
    }
}

async fn try_out(objects: &str) -> Result<()> {
    let objects = Objects::open(objects, &[])?;
    let id = DocumentId::from_bytes(random::fresh_id());
    let mut upload = objects.put(id).await?;
    upload.write(&random::fresh::<32>()).await?;
    upload.finish().await?;
    objects.delete(id).await
}

/// Room on the disks of the database and of the documents.
pub(super) fn space(place: &Place) -> Vec<Finding> {
    let database = place.database_file();
    let database = database.as_deref().and_then(Path::parent);
    let documents = place.objects();
    let documents = (!documents.contains("://")).then(|| Path::new(&documents));
    let mut folders: Vec<&Path> = database
        .into_iter()
        .chain(documents)
        .filter(|p| p.is_dir())
        .collect();
    folders.dedup_by_key(|p| device(p));
    folders.into_iter().filter_map(room).collect()
}

#[cfg(unix)]
fn device(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).ok().map(|m| m.dev())
}

#[cfg(unix)]
fn room(path: &Path) -> Option<Finding> {
    let stat = rustix::fs::statvfs(path).ok()?;
    let free = stat.f_bavail.saturating_mul(stat.f_frsize);
    #[expect(clippy::cast_precision_loss, reason = "a size for people")]
    let seen = format!(
        "{:.1} GiB free at {}",
        free as f64 / GIBIBYTE,
        path.display()
    );
    Some(if free < LEAST {
        Finding::amiss(
            "disk",
            seen,
            "make room: an act that cannot be written is refused, and nothing is lost, but nobody can work",
        )
    } else {
        Finding::well("disk", seen)
    })
}

/// Whoever besides its owner can read a file or look into a folder.
#[cfg(unix)]
fn open_to(path: &Path) -> Option<&'static str> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path).ok()?.permissions().mode();
    match (mode & 0o070, mode & 0o007) {
        (_, 1..) => Some("everybody on this machine"),
        (1.., _) => Some("a group of this machine"),
        _ => None,
    }
}

#[cfg(not(unix))]
fn device(path: &Path) -> Option<std::path::PathBuf> {
    fs::canonicalize(path).ok()
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<Finding> {
    None
}

#[cfg(not(unix))]
fn open_to(_: &Path) -> Option<&'static str> {
    None
}
