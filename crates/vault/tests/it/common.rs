//! What the tests share: a small directory of people and groups, and the tally that prints the figures.

use safeconduct_domain::compartment::Compartment;
use safeconduct_domain::id::{CaseId, GroupId, OrganisationId, UserId};
use safeconduct_vault::bundle::{UserKeys, UserPublic};
use safeconduct_vault::certificate::{
    GroupCertificate, KEY_OFFICER, Signed, Signer, UserCertificate,
};
use safeconduct_vault::chain::{Chain, Verified};
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::place::Place;
use safeconduct_vault::signing::SigningKey;

/// Counts attempts and successes of an attack.
pub struct Tally {
    what: &'static str,
    verb: &'static str,
    pub tried: u64,
    pub succeeded: u64,
    control: Option<bool>,
}

impl Tally {
    pub fn new(what: &'static str, verb: &'static str) -> Self {
        Self {
            what,
            verb,
            tried: 0,
            succeeded: 0,
            control: None,
        }
    }

    /// One attempt.
    pub fn attempt(&mut self, success: bool) {
        self.tried += 1;
        self.succeeded += u64::from(success);
    }

    /// The planted one, which must succeed.
    pub fn control(&mut self, success: bool) {
        self.control = Some(self.control.unwrap_or(true) && success);
    }

    /// Prints the figures and fails unless nothing succeeded, enough was tried, and the control was found.
    pub fn finish(self, at_least: u64) {
        let found = u8::from(self.control == Some(true));
        println!(
            "vault: {}: tried {}, {} {} (control: 1 planted, {found} found)",
            self.what, self.tried, self.verb, self.succeeded
        );
        assert_eq!(self.succeeded, 0, "{}", self.what);
        assert!(
            self.tried >= at_least,
            "{}: only {} tried",
            self.what,
            self.tried
        );
        assert_eq!(found, 1, "{}: the control was not found", self.what);
    }
}

/// Small numbers made into the bytes of an id.
pub fn id(kind: u8, number: u32) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[0] = kind;
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    bytes
}

pub fn user(number: u32) -> UserId {
    UserId::from_bytes(id(1, number))
}

pub fn group(number: u32) -> GroupId {
    GroupId::from_bytes(id(2, number))
}

pub fn organisation(number: u32) -> OrganisationId {
    OrganisationId::from_bytes(id(3, number))
}

pub fn case(number: u32) -> CaseId {
    CaseId::from_bytes(id(4, number))
}

/// Place of the record `seq` in a case.
pub fn record_place(seq: u64) -> Place {
    Place::Record {
        case: case(1),
        compartment: Compartment::Core,
        version: 1,
        seq,
    }
}

/// Every single-bit change of `bytes`, every cut, and one byte more at either end.
pub fn each_alteration(bytes: &[u8], mut each: impl FnMut(&[u8])) {
    let mut altered = bytes.to_vec();
    for index in 0..bytes.len() {
        for bit in 0..8 {
            altered[index] ^= 1 << bit;
            each(&altered);
            altered[index] ^= 1 << bit;
        }
    }
    for cut in 0..bytes.len() {
        each(&bytes[..cut]);
        if cut > 0 {
            each(&bytes[cut..]);
        }
    }
    each(&[bytes, &[0]].concat());
    each(&[&[1], bytes].concat());
}

/// A repeatable source of numbers for choosing what to attack (SplitMix64; nothing secret).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// A person with their keys.
pub struct Person {
    pub keys: UserKeys,
    pub public: UserPublic,
}

impl Person {
    pub fn new(number: u32) -> Self {
        let keys = UserKeys::fresh(user(number));
        let public = keys.public().unwrap();
        Self { keys, public }
    }

    pub fn signer(&self) -> Signer {
        Signer::User(self.keys.user)
    }

    pub fn certificate(&self, org: u32, in_group: Option<u32>, roles: &[&str]) -> UserCertificate {
        UserCertificate {
            user: self.keys.user,
            organisation: organisation(org),
            group: in_group.map(group),
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
            public: self.public.clone(),
            from_ms: 1_700_000_000_000,
        }
    }
}

/// Two organisations. In each: two founders (key officers) and two members of one group.
pub struct World {
    pub root: SigningKey,
    pub people: Vec<Person>,
    pub rows: Vec<Signed>,
    pub chain: Chain,
    pub groups: Vec<GroupSecret>,
    pub group_rows: Vec<Signed>,
}

/// People 4n and 4n+1 are the founders of organisation n, 4n+2 and 4n+3 the members of group n.
pub const ORGANISATIONS: u32 = 2;

impl World {
    pub fn new() -> Self {
        let root = SigningKey::generate();
        let people: Vec<Person> = (0..ORGANISATIONS * 4).map(Person::new).collect();
        let mut rows = Vec::new();
        for org in 0..ORGANISATIONS {
            let of_org = &people[org as usize * 4..][..4];
            for founder in &of_org[..2] {
                rows.push(
                    founder
                        .certificate(org, None, &[KEY_OFFICER])
                        .to_sign()
                        .sign(Signer::Root, &root),
                );
            }
            for member in &of_org[2..] {
                rows.push(signed_by(
                    member.certificate(org, Some(org), &["officer"]).to_sign(),
                    &of_org[..2],
                ));
            }
        }
        let chain = Chain::new(root.verifying(), &rows);
        let groups: Vec<GroupSecret> = (0..ORGANISATIONS)
            .map(|number| GroupSecret::fresh(group(number)))
            .collect();
        let group_rows = groups
            .iter()
            .zip(0..)
            .map(|(secret, org)| {
                let body = secret
                    .certificate(organisation(org), "office", 1_700_000_000_000)
                    .unwrap();
                signed_by(
                    body.to_sign(),
                    std::slice::from_ref(&people[org as usize * 4 + 2]),
                )
            })
            .collect();
        Self {
            root,
            people,
            rows,
            chain,
            groups,
            group_rows,
        }
    }

    pub fn verified_user(&self, number: usize) -> Verified<UserCertificate> {
        self.chain.verify_user(&self.rows[number]).unwrap()
    }

    pub fn verified_group(&self, number: usize) -> Verified<GroupCertificate> {
        self.chain.verify_group(&self.group_rows[number]).unwrap()
    }
}

/// Adds the signatures of all of `people`.
pub fn signed_by(signed: Signed, people: &[Person]) -> Signed {
    people.iter().fold(signed, |signed, person| {
        signed.sign(person.signer(), &person.keys.signing)
    })
}
