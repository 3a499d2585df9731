//! A session: the secret in the cookie, and the capsule in the database that needs it.
//!
//! ```text
//! S           = 32 random bytes, in the cookie only
//! row key     = SHA-256(HKDF(S, "id"))
//! capsule key = HKDF(S | session key of the pepper, "capsule")
//! ```
//! Neither the row nor the cookie nor the pepper opens anything alone. The capsule holds group secrets and couriers, never
//! the person's own keys.

use crate::bytes::{Reader, Writer};
use crate::courier::Courier;
use crate::group::GroupSecret;
use crate::place::Place;
use crate::record;
use crate::secret::Key32;
use crate::{Error, derive, random};
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use safeconduct_domain::id::UserId;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const MOST: usize = 4096;
const FORMAT: u8 = 1;

/// The secret in the cookie. Wiped on drop.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SessionSecret([u8; 32]);

impl SessionSecret {
    /// A new session.
    #[must_use]
    pub fn fresh() -> Self {
        Self(random::fresh())
    }

    /// The cookie's value: 43 characters, base64url without padding.
    #[must_use]
    pub fn to_cookie(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0))
    }

    /// Reads a cookie's value.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn from_cookie(text: &str) -> Result<Self, Error> {
        // Longer than 32 bytes cannot be decoded into the buffer, so nothing large is worked on.
        let mut out = Zeroizing::new([0; 33]);
        let len = URL_SAFE_NO_PAD
            .decode_slice(text, out.as_mut())
            .map_err(|_| Error::Malformed)?;
        match out.split_first_chunk::<32>() {
            Some((secret, _)) if len == 32 => Ok(Self(*secret)),
            _ => Err(Error::Malformed),
        }
    }

    /// The key of the session's row. Whoever reads the row learns nothing of the cookie.
    #[must_use]
    pub fn id_hash(&self) -> [u8; 32] {
        let mut out = [0; 32];
        let id = self.part(b"id");
        out.iter_mut()
            .zip(digest(&SHA256, id.as_ref()).as_ref())
            .for_each(|(to, from)| *to = *from);
        out
    }

    /// The session's token against forged requests: 43 characters, the same for the whole session.
    #[must_use]
    pub fn csrf_token(&self) -> String {
        URL_SAFE_NO_PAD.encode(*self.part(b"csrf"))
    }

    /// Whether a form brought this session's token. Constant time.
    #[must_use]
    pub fn is_csrf_token(&self, token: &str) -> bool {
        aws_lc_rs::constant_time::verify_slices_are_equal(
            self.csrf_token().as_bytes(),
            token.as_bytes(),
        )
        .is_ok()
    }

    fn part(&self, info: &[u8]) -> Zeroizing<[u8; 32]> {
        derive::hkdf(b"safeconduct/session/1", &self.0, info)
    }

    fn capsule_key(&self, server: &Key32) -> Key32 {
        let mut secret = Writer::with_capacity(64);
        secret.raw(&self.0).raw(server.expose());
        Key32::from_bytes(*derive::hkdf(
            b"safeconduct/capsule/1",
            secret.as_slice(),
            b"capsule",
        ))
    }
}

impl fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionSecret(…)")
    }
}

/// What a session has unlocked.
#[derive(Clone)]
pub struct Capsule {
    /// Who signed in.
    pub user: UserId,
    /// The account's epoch at sign-in: when it has moved on, the session is over.
    pub user_epoch: u64,
    /// Secrets of the groups the person belongs to.
    pub groups: Vec<GroupSecret>,
    /// Couriers this session has made.
    pub couriers: Vec<Courier>,
    /// Sign-in (UTC milliseconds).
    pub created_ms: i64,
    /// When it ends whatever happens (UTC milliseconds).
    pub absolute_end_ms: i64,
}

impl fmt::Debug for Capsule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Capsule({}, {} groups, …)", self.user, self.groups.len())
    }
}

/// Seals a capsule; `server` is [`crate::secret::Pepper::session`].
///
/// # Errors
/// [`Error::TooLong`] for more than 4,096 groups or couriers.
pub fn seal(session: &SessionSecret, server: &Key32, capsule: &Capsule) -> Result<Vec<u8>, Error> {
    if capsule.groups.len() > MOST || capsule.couriers.len() > MOST {
        return Err(Error::TooLong);
    }
    let size = 64 + capsule.groups.len() * GroupSecret::LEN + capsule.couriers.len() * Courier::LEN;
    let mut writer = Writer::with_capacity(size);
    writer
        .u8(FORMAT)
        .raw(capsule.user.as_bytes())
        .u64(capsule.user_epoch);
    writer.i64(capsule.created_ms).i64(capsule.absolute_end_ms);
    writer.count(capsule.groups.len());
    capsule
        .groups
        .iter()
        .for_each(|group| group.write(&mut writer));
    writer.count(capsule.couriers.len());
    capsule
        .couriers
        .iter()
        .for_each(|courier| courier.write(&mut writer));
    record::seal(
        &session.capsule_key(server),
        &place(session, capsule.user),
        writer.as_slice(),
    )
}

/// Opens a capsule: needs the cookie, the server's key, and the row with the user's id in it.
///
/// # Errors
/// [`Error::Closed`] when any of them is another. Ends and epochs are the caller's to compare.
pub fn open(
    session: &SessionSecret,
    server: &Key32,
    user: UserId,
    sealed: &[u8],
) -> Result<Capsule, Error> {
    let plain = record::open(&session.capsule_key(server), &place(session, user), sealed)?;
    read(&plain)
        .filter(|capsule| capsule.user == user)
        .ok_or(Error::Closed)
}

fn place(session: &SessionSecret, user: UserId) -> Place {
    Place::Capsule {
        session: session.id_hash(),
        user,
    }
}

fn read(plain: &[u8]) -> Option<Capsule> {
    let mut reader = Reader::new(plain);
    (reader.u8()? == FORMAT).then_some(())?;
    let user = UserId::from_bytes(reader.array()?);
    let user_epoch = reader.u64()?;
    let created_ms = reader.i64()?;
    let absolute_end_ms = reader.i64()?;
    let groups = (0..reader.count(MOST)?)
        .map(|_| GroupSecret::read(&mut reader))
        .collect::<Option<_>>()?;
    let couriers = (0..reader.count(MOST)?)
        .map(|_| Courier::read(&mut reader))
        .collect::<Option<_>>()?;
    reader.end()?;
    Some(Capsule {
        user,
        user_epoch,
        groups,
        couriers,
        created_ms,
        absolute_end_ms,
    })
}
