//! Whom to believe: the signed directory, from a pinned root key down to every person and group.
//!
//! * The **root** signs founders: the first key officers of an organisation, and nobody else.
//! * **Any other person** needs two different key officers of the same organisation, neither of them the subject.
//! * A **group** is signed by a person whose own certificate names that group, in the same organisation.
//!
//! All of it is pure and total. A row that a database administrator inserts or alters is `Err`, and only this module
//! makes a [`Verified`], which is what every sealing to a public key asks for. What it cannot see is a row held back: an
//! older genuine certificate in place of a newer one. The journal shows that.

use crate::certificate::{DOMAIN, GroupCertificate, KEY_OFFICER, Signed, Signer, UserCertificate};
use crate::hybrid::PublicKey;
use crate::signing::{Signature, VerifyingKey};
use safeconduct_domain::id::UserId;
use std::collections::BTreeMap;
use std::ops::Deref;

/// Why a certificate is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Untrusted {
    /// Not the canonical bytes of such a certificate, or keys that are none.
    #[error("the certificate is malformed")]
    Malformed,
    /// The root signed somebody who is no key officer; it signs founders only.
    #[error("the root signs key officers only")]
    NotAFounder,
    /// Fewer than two key officers of the same organisation stand behind it.
    #[error("two key officers of the organisation have to sign")]
    TooFewOfficers,
    /// No certified member of the group has signed it.
    #[error("a certified member of the group has to sign")]
    NoMember,
}

/// Something whose owner has been verified. Only [`Chain`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Deref for Verified<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Verified<T> {
    /// The thing itself; that it was verified is forgotten.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl Verified<UserCertificate> {
    /// The person's key to seal to.
    #[must_use]
    pub fn kem(&self) -> Verified<PublicKey> {
        Verified(self.0.public.kem.clone())
    }
}

impl Verified<GroupCertificate> {
    /// The group's key to seal to.
    #[must_use]
    pub fn kem(&self) -> Verified<PublicKey> {
        Verified(self.0.public.clone())
    }
}

/// The certificates at hand, seen from the root.
#[derive(Debug, Clone)]
pub struct Chain {
    root: VerifyingKey,
    /// Key officers who can be traced to the root.
    officers: Vec<UserCertificate>,
    /// Everybody, as claimed; believed only after [`Chain::trust`].
    claimed: BTreeMap<UserId, Vec<(UserCertificate, Signed)>>,
}

impl Chain {
    /// Takes the certificates in force, believed or not. Rows that are no user certificates are passed over.
    ///
    /// Costs a few signature checks for each key officer; keep the chain as long as the directory does not change.
    #[must_use]
    pub fn new<'a>(root: VerifyingKey, rows: impl IntoIterator<Item = &'a Signed>) -> Self {
        let mut chain = Self {
            root,
            officers: Vec::new(),
            claimed: BTreeMap::new(),
        };
        let mut candidates = Vec::new();
        for signed in rows {
            let Ok(certificate) = UserCertificate::from_bytes(&signed.body) else {
                continue;
            };
            if certificate.has_role(KEY_OFFICER) {
                candidates.push((certificate.clone(), signed));
            }
            chain
                .claimed
                .entry(certificate.user)
                .or_default()
                .push((certificate, signed.clone()));
        }
        // Grows from the root outwards, so officers who only vouch for each other never get in.
        loop {
            let (believed, left): (Vec<_>, Vec<_>) = candidates
                .into_iter()
                .partition(|(certificate, signed)| chain.trust(certificate, signed).is_ok());
            if believed.is_empty() {
                return chain;
            }
            chain
                .officers
                .extend(believed.into_iter().map(|(certificate, _)| certificate));
            candidates = left;
        }
    }

    /// Whether a person's certificate can be traced to the root.
    ///
    /// # Errors
    /// Why not.
    pub fn verify_user(&self, signed: &Signed) -> Result<Verified<UserCertificate>, Untrusted> {
        let certificate =
            UserCertificate::from_bytes(&signed.body).map_err(|_| Untrusted::Malformed)?;
        self.trust(&certificate, signed)?;
        certificate
            .public
            .kem
            .check()
            .map_err(|_| Untrusted::Malformed)?;
        Ok(Verified(certificate))
    }

    /// Whether a group's certificate can be traced to the root.
    ///
    /// # Errors
    /// Why not.
    pub fn verify_group(&self, signed: &Signed) -> Result<Verified<GroupCertificate>, Untrusted> {
        let certificate =
            GroupCertificate::from_bytes(&signed.body).map_err(|_| Untrusted::Malformed)?;
        let member = signed
            .signatures
            .iter()
            .any(|(signer, signature)| match signer {
                Signer::Root => false,
                Signer::User(user) => self.is_member(*user, &certificate, &signed.body, signature),
            });
        if !member {
            return Err(Untrusted::NoMember);
        }
        certificate
            .public
            .check()
            .map_err(|_| Untrusted::Malformed)?;
        Ok(Verified(certificate))
    }

    /// Whether `user`, believed to be in the group, signed `body`.
    fn is_member(
        &self,
        user: UserId,
        group: &GroupCertificate,
        body: &[u8],
        signature: &Signature,
    ) -> bool {
        self.claimed
            .get(&user)
            .into_iter()
            .flatten()
            .any(|(certificate, signed)| {
                certificate.group == Some(group.group)
                    && certificate.organisation == group.organisation
                    && certificate
                        .public
                        .signing
                        .verify(DOMAIN, body, signature)
                        .is_ok()
                    && self.trust(certificate, signed).is_ok()
            })
    }

    /// The rule for persons. `certificate` is what `signed` contains.
    fn trust(&self, certificate: &UserCertificate, signed: &Signed) -> Result<(), Untrusted> {
        let by_root = signed.signatures.iter().any(|(signer, signature)| {
            *signer == Signer::Root && self.root.verify(DOMAIN, &signed.body, signature).is_ok()
        });
        if by_root {
            return if certificate.has_role(KEY_OFFICER) {
                Ok(())
            } else {
                Err(Untrusted::NotAFounder)
            };
        }
        let mut behind: Vec<&UserCertificate> = Vec::new();
        for (signer, signature) in &signed.signatures {
            let officer = self.officers.iter().find(|officer| {
                *signer == Signer::User(officer.user)
                    && officer.user != certificate.user
                    && officer.organisation == certificate.organisation
                    && officer.public.signing != certificate.public.signing
                    && officer
                        .public
                        .signing
                        .verify(DOMAIN, &signed.body, signature)
                        .is_ok()
            });
            let known = |officer: &UserCertificate| {
                behind.iter().any(|one| {
                    one.user == officer.user || one.public.signing == officer.public.signing
                })
            };
            if let Some(officer) = officer.filter(|officer| !known(officer)) {
                behind.push(officer);
            }
        }
        if behind.len() >= 2 {
            Ok(())
        } else {
            Err(Untrusted::TooFewOfficers)
        }
    }
}
