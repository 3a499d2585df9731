//! Where a deployment is kept: its keys, its database, its documents, its name.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use clap::Args;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use safeconduct_casework::clock::Clock;
use safeconduct_casework::demo::DemoAccount;
use safeconduct_casework::keys::Keys;
use safeconduct_casework::{App, Config};

use super::Failure;

/// The name of a journal nobody has named.
pub(crate) const NAMELESS: &str = "safeconduct.invalid/journal";
/// The name of the journal of a demonstration.
pub(crate) const DEMO: &str = "demo.safeconduct.invalid/journal";
/// The accounts of a demonstration.
pub(crate) const ACCOUNTS: &str = "demo-accounts.json";
/// Where `init` writes down the name of the journal.
const ORIGIN: &str = "origin";

/// Where a deployment is kept. Everything is under one folder unless said otherwise.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// The folder of this deployment.
    #[arg(
        long,
        env = "SAFECONDUCT_DATA",
        default_value = "safeconduct-data",
        value_name = "DIR"
    )]
    pub data: PathBuf,
    /// The database: sqlite:PATH or postgres://… [default: an embedded database in the folder]
    #[arg(
        long,
        env = "SAFECONDUCT_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// Where sealed documents are kept: a folder, or s3://bucket/prefix [default: a folder in the folder]
    #[arg(long, env = "SAFECONDUCT_OBJECTS", value_name = "PLACE")]
    pub objects: Option<String>,
    /// The folder of the keys; best on another disk, and out of backups of the database [default: a folder in the
    /// folder]
    #[arg(long, env = "SAFECONDUCT_KEYS", value_name = "DIR")]
    pub keys: Option<PathBuf>,
    /// The name of the journal, as its checkpoints carry it: a host you own and a path, without a scheme [default: what
    /// `init` wrote down]
    #[arg(long, env = "SAFECONDUCT_ORIGIN", value_name = "NAME")]
    pub origin: Option<String>,
}

impl Place {
    /// A deployment all in one folder.
    #[must_use]
    pub fn under(data: &Path) -> Self {
        Self {
            data: data.to_owned(),
            database: None,
            objects: None,
            keys: None,
            origin: None,
        }
    }

    /// The folder of the keys.
    #[must_use]
    pub fn key_folder(&self) -> PathBuf {
        self.keys.clone().unwrap_or_else(|| self.data.join("keys"))
    }

    /// The address of the database.
    #[must_use]
    pub fn database(&self) -> String {
        let embedded = || format!("sqlite:{}", self.data.join("safeconduct.db").display());
        self.database.clone().unwrap_or_else(embedded)
    }

    /// The file of an embedded database.
    #[must_use]
    pub fn database_file(&self) -> Option<PathBuf> {
        self.database().strip_prefix("sqlite:").map(PathBuf::from)
    }

    /// The folder or the address of the documents.
    #[must_use]
    pub fn objects(&self) -> String {
        let folder = || self.data.join("documents").display().to_string();
        self.objects.clone().unwrap_or_else(folder)
    }

    /// The name of the journal: as said, as written down, a demonstration's, or none.
    #[must_use]
    pub fn origin(&self) -> String {
        let written = || fs::read_to_string(self.data.join(ORIGIN)).ok();
        let known = self.origin.clone().or_else(written);
        let unnamed = if self.is_demo() { DEMO } else { NAMELESS };
        known.map_or_else(|| unnamed.to_owned(), |name| name.trim().to_owned())
    }

    /// Writes down the name of the journal, so that every command finds it.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub(crate) fn write_origin(&self) -> std::io::Result<()> {
        match &self.origin {
            Some(name) => fs::write(self.data.join(ORIGIN), format!("{name}\n")),
            None => Ok(()),
        }
    }

    /// Whether it is a demonstration's folder.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.data.join(ACCOUNTS).exists()
    }

    /// The accounts of a demonstration.
    ///
    /// # Errors
    /// There are none, or they cannot be read.
    pub(crate) fn accounts(&self) -> Result<Vec<DemoAccount>, Failure> {
        read_accounts(&self.data.join(ACCOUNTS))
    }

    /// What the use cases are opened with.
    #[must_use]
    pub fn config(&self, demo: bool) -> Config {
        Config {
            database: self.database(),
            objects: self.objects(),
            object_settings: Vec::new(),
            origin: self.origin(),
            quick_passphrases: demo,
            demo,
        }
    }

    /// Opens the deployment, where there is one.
    ///
    /// # Errors
    /// Keys or a database that are missing, a store that cannot be opened.
    pub async fn open(&self, demo: bool, clock: Clock) -> Result<App, Failure> {
        let keys = Keys::read(&self.key_folder()).map_err(|error| {
            let folder = self.key_folder();
            format!(
                "{error} ({}); `safeconduct init` makes a deployment",
                folder.display()
            )
        })?;
        if let Some(file) = self.database_file().filter(|file| !file.exists()) {
            return Err(format!("there is no database at {}", file.display()).into());
        }
        Ok(App::open(self.config(demo), keys, clock).await?)
    }
}

/// Reads the accounts of a demonstration.
///
/// # Errors
/// There is no such file, or it is damaged.
pub(crate) fn read_accounts(file: &Path) -> Result<Vec<DemoAccount>, Failure> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|_| format!("{} is damaged", file.display()).into())
}

/// Makes a folder that only its owner can look into. One that is there and has something in it is left as it is.
///
/// # Errors
/// It cannot be made.
pub(crate) fn private_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    if fs::read_dir(folder)?.next().is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// A new file that only its owner can read. Nothing is written over.
pub(crate) fn own_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes what comes into a new file of one's own; gives how many bytes. Half of it is none.
pub(crate) async fn write_new(
    path: &Path,
    mut pieces: BoxStream<'static, safeconduct_casework::Result<Bytes>>,
) -> Result<u64, Failure> {
    let opened = own_file(path);
    let mut file = opened.map_err(|error| format!("{}: {error}", path.display()))?;
    let mut written = 0;
    while let Some(piece) = pieces.next().await {
        let piece = piece.inspect_err(|_| drop(fs::remove_file(path)))?;
        file.write_all(&piece)?;
        written += piece.len() as u64;
    }
    file.sync_all()?;
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_journal_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let mut place = Place::under(folder.path());
        assert_eq!(place.origin(), NAMELESS);
        fs::write(folder.path().join(ACCOUNTS), "[]").unwrap();
        assert_eq!(place.origin(), DEMO);
        place.origin = Some("hrd.example.org/journal".to_owned());
        place.write_origin().unwrap();
        place.origin = None;
        assert_eq!(place.origin(), "hrd.example.org/journal");
    }
}
