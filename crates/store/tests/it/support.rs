//! Identifiers by number, an act in one line, and a database of each engine.

use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{
    CaseId, CourierId, DocumentId, GroupId, ItemId, OrganisationId, TransferId, UserId,
};
use safeconduct_journal::{MacKey, Scope};
use safeconduct_store::account::{Account, AccountStatus};
use safeconduct_store::group::Group;
use safeconduct_store::organisation::Organisation;
use safeconduct_store::{Committed, Db, Error, Options, Result, Sealed, Tx};
use std::path::Path;

pub fn mac() -> MacKey {
    MacKey::from_bytes(&[7; 32])
}

pub async fn open(url: &str) -> Result<Db> {
    Db::open(url, Options::new(mac())).await
}

pub fn sqlite(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("test.db").display())
}

fn bytes(n: u32) -> [u8; 16] {
    let mut bytes = [0xa5; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    bytes
}

macro_rules! ids {
    ($($name:ident: $type:ident),*) => {$(
        pub fn $name(n: u32) -> $type { $type::from_bytes(bytes(n)) }
    )*};
}
ids!(
    case: CaseId, courier: CourierId, document: DocumentId, group: GroupId, item: ItemId,
    organisation: OrganisationId, transfer: TransferId, user: UserId
);

/// An entry in a case, with a body that says where it is meant to stand.
pub fn in_case(seq: u64, at_ms: i64, n: u32) -> Sealed {
    Sealed {
        seq,
        at_ms,
        group: group(1),
        actor: user(1),
        class: Class::Referral,
        scope: Scope::Case {
            case: case(n),
            compartment: Compartment::Core,
            version: 1,
        },
        body: format!("body {seq}").into_bytes(),
        detail: Some((courier(9), format!("detail {seq}").into_bytes())),
    }
}

/// An administrative entry.
pub fn administrative(seq: u64, at_ms: i64) -> Sealed {
    Sealed {
        class: Class::Administration,
        scope: Scope::Directory,
        detail: None,
        ..in_case(seq, at_ms, 0)
    }
}

/// Runs an act that is all projections, with one administrative entry.
pub async fn act<T: Send + 'static>(
    db: &Db,
    mut work: impl FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
) -> Result<T> {
    db.write(move |tx| -> Result<Committed<T>> {
        let value = work(tx)?;
        let at_ms = tx.at_ms(1_000)?;
        tx.commit(&[administrative(tx.next_seq(), at_ms)], value)
    })
    .await
}

/// Appends entries to a case, and gives the position of the first.
pub async fn append(db: &Db, n: u32, entries: u64) -> Result<u64> {
    db.write(move |tx| -> Result<Committed<u64>> {
        let first = tx.next_seq();
        let at_ms = tx.at_ms(1_000)?;
        let entries: Vec<_> = (first..first + entries)
            .map(|seq| in_case(seq, at_ms, n))
            .collect();
        tx.commit(&entries, first)
    })
    .await
}

pub fn some_organisation(n: u32) -> Organisation {
    Organisation {
        id: organisation(n),
        code: format!("org-{n}"),
        kind: "partner".into(),
        name: format!("Organisation {n} – é"),
    }
}

pub fn some_group(n: u32) -> Group {
    Group {
        id: group(n),
        organisation: organisation(1),
        kind: "caseworkers".into(),
        code: format!("group-{n}"),
        name: format!("Group {n}"),
        epoch: 1,
        public: vec![1, 2, 3],
        certificate: vec![4, 5],
    }
}

pub fn some_account(n: u32) -> Account {
    Account {
        user: user(n),
        handle: format!("handle {n}").into_bytes(),
        organisation: organisation(1),
        status: AccountStatus::Active,
        profile: vec![1],
        kdf: "argon2id".into(),
        bundle: vec![2; 300],
        public: vec![3; 40],
        totp_step: 0,
        epoch: 1,
        created_ms: 5,
    }
}

/// Organisation 1 with groups and accounts 1 to 3.
pub async fn settle(db: &Db) -> Result<()> {
    act(db, |tx| {
        tx.add_organisation(&some_organisation(1))?;
        (1..=3).try_for_each(|n| tx.add_group(&some_group(n)))?;
        (1..=3).try_for_each(|n| tx.add_account(&some_account(n)))
    })
    .await
}

/// The variant's name, for comparing errors.
pub fn kind<T>(outcome: Result<T>) -> String {
    match outcome {
        Ok(_) => "Ok".into(),
        Err(error) => kind_of(&error),
    }
}

pub fn kind_of(error: &Error) -> String {
    let debug = format!("{error:?}");
    debug
        .split(['(', ' '])
        .next()
        .unwrap_or_default()
        .to_owned()
}
