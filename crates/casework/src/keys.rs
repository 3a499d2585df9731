//! The deployment's own secrets, kept in a folder outside the database: the pepper, and the root that vouches for
//! founders. Neither opens a case.

use crate::error::{Error, Result};
use safeconduct_vault::secret::Pepper;
use safeconduct_vault::signing::{SigningKey, VerifyingKey};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use zeroize::Zeroizing;

/// The pepper, the root's public key, and, on the machine where founders are invited, the root itself.
#[derive(Clone)]
pub struct Keys {
    /// The server's secret.
    pub pepper: Pepper,
    /// The pinned root.
    pub root: VerifyingKey,
    /// The root's private key. Needed only to found organisations; keep it off the server otherwise.
    pub root_key: Option<SigningKey>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

const PEPPER: &str = "pepper";
const ROOT: &str = "root";
const ROOT_PUBLIC: &str = "root.pub";

impl Keys {
    /// New secrets, held in memory only.
    #[must_use]
    pub fn fresh() -> Self {
        let root_key = SigningKey::generate();
        Self {
            pepper: Pepper::fresh(),
            root: root_key.verifying(),
            root_key: Some(root_key),
        }
    }

    /// Reads the folder.
    ///
    /// # Errors
    /// [`Error::NotSetUp`] names the file that is missing or is not 64 hexadecimal digits.
    pub fn read(folder: &Path) -> Result<Self> {
        let pepper = hex(folder, PEPPER)?.ok_or(Error::NotSetUp(
            "the file `pepper` is missing from the key folder",
        ))?;
        let root = hex(folder, ROOT_PUBLIC)?.ok_or(Error::NotSetUp(
            "the file `root.pub` is missing from the key folder",
        ))?;
        let root_key = hex(folder, ROOT)?.map(|seed| SigningKey::from_seed(*seed));
        Ok(Self {
            pepper: Pepper::from_bytes(*pepper),
            root: VerifyingKey::from_bytes(*root),
            root_key,
        })
    }

    /// Writes the folder, readable by its owner alone. Never overwrites.
    ///
    /// # Errors
    /// [`Error::NotSetUp`] when a file is there already or cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).map_err(|_| Error::NotSetUp("the key folder cannot be made"))?;
        restrict(folder, 0o700)?;
        write(folder, PEPPER, self.pepper.expose())?;
        write(folder, ROOT_PUBLIC, self.root.as_bytes())?;
        match &self.root_key {
            Some(root) => write(folder, ROOT, root.expose()),
            None => Ok(()),
        }
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8; 32]) -> Result<()> {
    let failed = |_| Error::NotSetUp("a key file is there already or cannot be written");
    let text = Zeroizing::new(bytes.iter().map(|b| format!("{b:02x}")).collect::<String>());
    let path = folder.join(name);
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .map_err(failed)?;
    restrict(&path, 0o600)?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed)
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
        .map_err(|_| Error::NotSetUp("the key folder cannot be closed to others"))
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> Result<()> {
    Ok(())
}

/// 64 hexadecimal digits; `None` when there is no such file.
fn hex(folder: &Path, name: &str) -> Result<Option<Zeroizing<[u8; 32]>>> {
    let path = folder.join(name);
    if !path.exists() {
        return Ok(None);
    }
    let text = Zeroizing::new(
        fs::read_to_string(path).map_err(|_| Error::NotSetUp("a key file cannot be read"))?,
    );
    let text = text.trim();
    let mut out = Zeroizing::new([0; 32]);
    let bad = || Error::NotSetUp("a key file is not 64 hexadecimal digits");
    if text.len() != 64 || !text.is_ascii() {
        return Err(bad());
    }
    for (i, byte) in out.iter_mut().enumerate() {
        let digits = text.get(2 * i..2 * i + 2).ok_or_else(bad)?;
        *byte = u8::from_str_radix(digits, 16).map_err(|_| bad())?;
    }
    Ok(Some(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::fresh();
        keys.write(folder.path()).unwrap();
        let again = Keys::read(folder.path()).unwrap();
        assert_eq!(again.pepper.expose(), keys.pepper.expose());
        assert!(again.root_key.is_some());
        assert!(keys.write(folder.path()).is_err());
        fs::write(folder.path().join("pepper"), "zz").unwrap();
        assert!(Keys::read(folder.path()).is_err());
    }
}
