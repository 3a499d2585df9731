//! Signed notes: a text, a blank line, and signature lines; C2SP `signed-note`, with Ed25519 (RFC 8032) only.
//!
//! The format is the one Go's checksum database and the witnesses of public logs use, so that another organisation can
//! check and keep our notes with software that is not ours.

use crate::hash::sha256;
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// The byte that stands for Ed25519 in key ids and verifier keys.
const ED25519_TYPE: u8 = 1;
/// A note may carry the log's signature and cosignatures; more lines than this are refused.
const MAX_SIGNATURES: usize = 64;
/// Longest note accepted, in bytes. Post-quantum cosignatures are about 5 kB each.
const MAX_LEN: usize = 512 * 1024;

/// Why a note, or a key for notes, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// A key name is empty, or has a space, a plus sign or a control character in it.
    #[error("not a key name")]
    Name,
    /// The bytes are not a key, or the verifier key's text is not of the form name+id+key.
    #[error("not a key")]
    Key,
    /// The text to sign is empty, does not end in a newline, or has control characters in it.
    #[error("not the text of a note")]
    Text,
    /// The note is not a text, a blank line and signature lines.
    #[error("not a signed note")]
    Form,
    /// None of the signatures is of the key asked for.
    #[error("not signed by the expected key")]
    Unsigned,
    /// A signature that names the key asked for is not its signature.
    #[error("the signature is false")]
    Signature,
    /// The note is genuine, but its text is not a checkpoint.
    #[error("not a checkpoint")]
    Checkpoint,
    /// The checkpoint is of another log than the key.
    #[error("a checkpoint of another journal")]
    Origin,
}

fn check_name(name: &str) -> Result<(), NoteError> {
    let bad = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    if name.is_empty() || name.contains(bad) {
        Err(NoteError::Name)
    } else {
        Ok(())
    }
}

/// Text that a note may hold: newlines are the only control characters, and the last one ends it.
fn check_text(text: &str) -> Result<(), NoteError> {
    if text.ends_with('\n') && !text.contains(|c: char| c < ' ' && c != '\n') {
        Ok(())
    } else {
        Err(NoteError::Text)
    }
}

/// A key that signs notes under a name. The library that holds it wipes it when it is dropped.
pub struct SigningKey {
    public: VerifyingKey,
    pair: Ed25519KeyPair,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({}, …)", self.public.name)
    }
}

impl SigningKey {
    /// From a name, such as `safeconduct.example/journal`, and 32 secret bytes.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, NoteError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| NoteError::Key)?;
        let key = pair
            .public_key()
            .as_ref()
            .try_into()
            .map_err(|_| NoteError::Key)?;
        Ok(Self {
            public: VerifyingKey::from_bytes(name, key)?,
            pair,
        })
    }

    /// What others need to check the signatures.
    #[must_use]
    pub const fn verifying_key(&self) -> &VerifyingKey {
        &self.public
    }

    /// The text with this key's signature under it.
    pub fn sign(&self, text: &str) -> Result<String, NoteError> {
        check_text(text)?;
        let signature = self
            .pair
            .try_sign(text.as_bytes())
            .map_err(|_| NoteError::Key)?;
        let mut blob = self.public.id().to_vec();
        blob.extend(signature.as_ref());
        Ok(format!(
            "{text}\n— {} {}\n",
            self.public.name,
            STANDARD.encode(blob)
        ))
    }
}

/// A named public key. Nothing in it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyingKey {
    name: String,
    key: [u8; 32],
}

impl VerifyingKey {
    /// From a name and an Ed25519 public key.
    pub fn from_bytes(name: &str, key: [u8; 32]) -> Result<Self, NoteError> {
        check_name(name)?;
        Ok(Self {
            name: name.to_owned(),
            key,
        })
    }

    /// The name its signatures go by; for a journal, also the origin of its checkpoints.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key): a hint which key signed, not a fingerprint.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let mut bytes = self.name.as_bytes().to_vec();
        bytes.extend([b'\n', ED25519_TYPE]);
        bytes.extend(self.key);
        let [a, b, c, d, ..] = sha256(&bytes);
        [a, b, c, d]
    }

    /// The one-line text that is pinned elsewhere: `name+id+key`, the id in hexadecimal, the key in base64.
    #[must_use]
    pub fn to_vkey(&self) -> String {
        let mut key = vec![ED25519_TYPE];
        key.extend(self.key);
        format!(
            "{}+{:08x}+{}",
            self.name,
            u32::from_be_bytes(self.id()),
            STANDARD.encode(key)
        )
    }

    /// The key such a text stands for. Only the exact text [`Self::to_vkey`] gives is accepted.
    pub fn from_vkey(vkey: &str) -> Result<Self, NoteError> {
        let mut parts = vkey.splitn(3, '+');
        let (Some(name), Some(_), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::Key);
        };
        let bytes = STANDARD.decode(key).map_err(|_| NoteError::Key)?;
        let Some((&ED25519_TYPE, key)) = bytes.split_first() else {
            return Err(NoteError::Key);
        };
        let key = Self::from_bytes(name, key.try_into().map_err(|_| NoteError::Key)?)?;
        if key.to_vkey() == vkey {
            Ok(key)
        } else {
            Err(NoteError::Key)
        }
    }

    /// The text of a note this key has signed. Signatures of other keys are passed over; a false one of this key
    /// refuses the note, even beside a true one.
    pub fn open<'a>(&self, note: &'a str) -> Result<&'a str, NoteError> {
        if note.len() > MAX_LEN {
            return Err(NoteError::Form);
        }
        let (text, signatures) = split(note).ok_or(NoteError::Form)?;
        let id = self.id();
        let mut signed = false;
        for (count, line) in signatures.lines().enumerate() {
            let (name, blob) = signature_line(line)
                .filter(|_| count < MAX_SIGNATURES)
                .ok_or(NoteError::Form)?;
            let (found, signature) = blob.split_first_chunk::<4>().ok_or(NoteError::Form)?;
            if name == self.name && *found == id {
                self.verify(text, signature)?;
                signed = true;
            }
        }
        if signed {
            Ok(text)
        } else {
            Err(NoteError::Unsigned)
        }
    }

    fn verify(&self, text: &str, signature: &[u8]) -> Result<(), NoteError> {
        UnparsedPublicKey::new(&ED25519, &self.key)
            .verify(text.as_bytes(), signature)
            .map_err(|_| NoteError::Signature)
    }
}

/// The text with its last newline, and the signature lines: they part at the last blank line.
fn split(note: &str) -> Option<(&str, &str)> {
    let blank = note.rfind("\n\n")?;
    let (text, rest) = note.split_at_checked(blank.checked_add(1)?)?;
    let signatures = rest.strip_prefix('\n')?;
    (check_text(text).is_ok() && check_text(signatures).is_ok()).then_some((text, signatures))
}

/// The key name and the decoded bytes of `— name base64`.
fn signature_line(line: &str) -> Option<(&str, Vec<u8>)> {
    let (name, blob) = line.strip_prefix("— ")?.split_once(' ')?;
    check_name(name).ok()?;
    Some((name, STANDARD.decode(blob).ok()?))
}
