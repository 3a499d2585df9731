//! Organisations, groups, accounts and what stands between them.

use crate::contract::checks;
use crate::support::*;
use safeconduct_domain::compartment::Class;
use safeconduct_store::account::{Account, AccountStatus, NewKeys};
use safeconduct_store::certificate::{CertificateState, StoredCertificate};
use safeconduct_store::delegation::Delegation;
use safeconduct_store::group::Group;
use safeconduct_store::invitation::{Invitation, InvitationState};
use safeconduct_store::journal::Sealed;
use safeconduct_store::membership::Membership;
use safeconduct_store::organisation::Organisation;
use safeconduct_store::regrant::{Regrant, RegrantState};
use safeconduct_store::{Committed, Db, Error, Result};

checks![
    organisations_are_unique,
    groups_belong_to_an_organisation,
    a_group_is_renewed_forwards_only,
    memberships_open_the_present_epoch,
    members_are_seen_by_their_last_entry,
    accounts_are_found_by_handle,
    an_account_changes_keys_and_status,
    a_one_time_code_works_once,
    certificates_are_signed_and_revoked,
    invitations_are_used_once,
    delegations_begin_and_end,
    a_regrant_needs_two_officers,
    names_and_values_are_kept,
];

async fn organisations_are_unique(db: Db) -> Result<()> {
    act(&db, |tx| tx.add_organisation(&some_organisation(1))).await?;
    for same in [
        some_organisation(1),
        Organisation {
            code: "other".into(),
            ..some_organisation(1)
        },
        Organisation {
            id: organisation(2),
            ..some_organisation(1)
        },
    ] {
        assert_eq!(
            kind(act(&db, move |tx| tx.add_organisation(&same)).await),
            "Conflict"
        );
    }
    act(&db, |tx| {
        tx.add_organisation(&some_organisation(2))?;
        tx.rename_organisation(organisation(2), "مدافعون")
    })
    .await?;
    db.read(|r| {
        assert_eq!(r.organisation(organisation(1))?, Some(some_organisation(1)));
        assert_eq!(r.organisation_by_code("org-2")?.unwrap().name, "مدافعون");
        assert_eq!(r.organisation_by_code("org-3")?, None);
        assert_eq!(r.organisations()?.len(), 2);
        Ok::<_, Error>(())
    })
    .await
}

async fn groups_belong_to_an_organisation(db: Db) -> Result<()> {
    assert_eq!(
        kind(act(&db, |tx| tx.add_group(&some_group(1))).await),
        "Constraint"
    );
    settle(&db).await?;
    let same_code = Group {
        id: group(8),
        ..some_group(1)
    };
    assert_eq!(
        kind(act(&db, move |tx| tx.add_group(&same_code)).await),
        "Conflict"
    );
    act(&db, |tx| tx.rename_group(group(2), "Ankara")).await?;
    db.read(|r| {
        assert_eq!(r.group(group(1))?, Some(some_group(1)));
        assert_eq!(r.group_by_code("group-2")?.unwrap().name, "Ankara");
        assert_eq!(r.groups()?.len(), 3);
        assert_eq!(r.groups_of_organisation(organisation(1))?.len(), 3);
        assert_eq!(r.groups_of_organisation(organisation(2))?, []);
        Ok::<_, Error>(())
    })
    .await
}

async fn a_group_is_renewed_forwards_only(db: Db) -> Result<()> {
    settle(&db).await?;
    let renewed = act(&db, |tx| {
        Ok([
            tx.renew_group(group(1), 2, b"new key", b"new certificate")?,
            tx.renew_group(group(1), 2, b"newer", b"newer")?,
            tx.renew_group(group(1), 1, b"old", b"old")?,
            tx.renew_group(group(9), 2, b"", b"")?,
        ])
    })
    .await?;
    assert_eq!(renewed, [true, false, false, false]);
    let group = db.read(|r| r.group(group(1))).await?.unwrap();
    assert_eq!((group.epoch, group.public.as_slice()), (2, &b"new key"[..]));
    Ok(())
}

async fn memberships_open_the_present_epoch(db: Db) -> Result<()> {
    settle(&db).await?;
    let member = |g: u32, u: u32, epoch: u32| Membership {
        group: group(g),
        user: user(u),
        epoch,
        sealed: vec![epoch as u8],
    };
    act(&db, move |tx| {
        for (g, u) in [(1, 1), (1, 2), (2, 1)] {
            tx.put_membership(&member(g, u, 1))?;
        }
        tx.renew_group(group(1), 2, b"key", b"certificate")?;
        tx.put_membership(&member(1, 1, 2))
    })
    .await?;
    assert_eq!(
        kind(act(&db, move |tx| tx.put_membership(&member(1, 9, 1))).await),
        "Constraint"
    );
    db.read(move |r| {
        assert_eq!(
            r.memberships(user(1))?,
            [member(1, 1, 1), member(1, 1, 2), member(2, 1, 1)]
        );
        let groups = |r: &mut safeconduct_store::Read<'_>, n| -> Result<Vec<_>> {
            Ok(r.groups_of_user(user(n))?
                .into_iter()
                .map(|group| group.id)
                .collect())
        };
        assert_eq!(groups(r, 1)?, [group(1), group(2)]);
        assert_eq!(groups(r, 2)?, []);
        Ok::<_, Error>(())
    })
    .await?;
    act(&db, |tx| {
        tx.drop_memberships_before(group(1), 2)?;
        tx.drop_membership(group(2), user(1))
    })
    .await?;
    assert_eq!(db.read(|r| r.members(group(1))).await?, [member(1, 1, 2)]);
    act(&db, |tx| tx.drop_memberships(user(1))).await?;
    assert_eq!(db.read(|r| r.members(group(1))).await?, []);
    Ok(())
}

async fn members_are_seen_by_their_last_entry(db: Db) -> Result<()> {
    settle(&db).await?;
    act(&db, |tx| {
        for n in [1, 2] {
            let (group, user) = (group(1), user(n));
            let sealed = vec![1];
            tx.put_membership(&Membership {
                group,
                user,
                epoch: 1,
                sealed,
            })?;
        }
        Ok(())
    })
    .await?;
    let before = db.read(|r| r.members_seen(group(1))).await?;
    let users: Vec<_> = before.iter().map(|seen| seen.user).collect();
    assert_eq!(users, [user(1), user(2)]);
    for at_ms in [5_000, 7_000] {
        db.write(move |tx| -> Result<Committed<()>> {
            let entry = Sealed {
                actor: user(2),
                class: Class::Access,
                ..administrative(tx.next_seq(), tx.at_ms(at_ms)?)
            };
            tx.commit(&[entry], ())
        })
        .await?;
    }
    let after = db.read(|r| r.members_seen(group(1))).await?;
    assert_eq!(after[0], before[0], "only what is one's own counts");
    assert_eq!(after[1].last_ms, Some(7_000));
    assert_eq!(db.read(|r| r.members_seen(group(2))).await?, []);
    Ok(())
}

async fn accounts_are_found_by_handle(db: Db) -> Result<()> {
    settle(&db).await?;
    let taken = Account {
        user: user(8),
        ..some_account(1)
    };
    assert_eq!(
        kind(act(&db, move |tx| tx.add_account(&taken)).await),
        "Conflict"
    );
    let homeless = Account {
        organisation: organisation(9),
        ..some_account(8)
    };
    assert_eq!(
        kind(act(&db, move |tx| tx.add_account(&homeless)).await),
        "Constraint"
    );
    db.read(|r| {
        assert_eq!(r.account(user(2))?, Some(some_account(2)));
        assert_eq!(r.account_by_handle(b"handle 3")?, Some(some_account(3)));
        assert_eq!(r.account_by_handle(b"HANDLE 3")?, None);
        assert_eq!(r.account(user(8))?, None);
        assert_eq!(r.accounts_of(organisation(1))?.len(), 3);
        assert_eq!(r.accounts()?.len(), 3);
        Ok::<_, Error>(())
    })
    .await
}

async fn an_account_changes_keys_and_status(db: Db) -> Result<()> {
    settle(&db).await?;
    act(&db, |tx| {
        tx.set_account_status(user(1), AccountStatus::Lost)?;
        tx.set_account_keys(
            user(1),
            NewKeys {
                kdf: "new",
                bundle: b"b",
                public: b"p",
                totp_step: 7,
            },
        )?;
        tx.set_account_profile(user(1), b"profile")?;
        tx.raise_account_epoch(user(1))
    })
    .await?;
    let expected = Account {
        status: AccountStatus::Lost,
        kdf: "new".into(),
        bundle: b"b".to_vec(),
        public: b"p".to_vec(),
        profile: b"profile".to_vec(),
        totp_step: 7,
        epoch: 4,
        ..some_account(1)
    };
    assert_eq!(db.read(|r| r.account(user(1))).await?, Some(expected));
    assert_eq!(
        kind(act(&db, |tx| tx.set_account_status(user(9), AccountStatus::Off)).await),
        "Missing"
    );
    Ok(())
}

async fn a_one_time_code_works_once(db: Db) -> Result<()> {
    settle(&db).await?;
    let mut spent = Vec::new();
    for step in [10, 10, 9, 11] {
        spent.push(
            db.scratch(move |s| s.spend_totp_step(user(1), step))
                .await?,
        );
    }
    spent.push(db.scratch(|s| s.spend_totp_step(user(9), 1)).await?);
    assert_eq!(spent, [true, false, false, true, false]);
    Ok(())
}

async fn certificates_are_signed_and_revoked(db: Db) -> Result<()> {
    settle(&db).await?;
    let certificate = |n: u32, of: u32| StoredCertificate {
        id: item(n),
        user: user(of),
        body: vec![1; 500],
        signatures: vec![],
        state: CertificateState::Waiting,
        at_ms: i64::from(n),
    };
    act(&db, move |tx| {
        tx.add_certificate(&certificate(2, 1))?;
        tx.add_certificate(&certificate(1, 2))
    })
    .await?;
    assert_eq!(
        kind(act(&db, move |tx| tx.add_certificate(&certificate(2, 2))).await),
        "Conflict"
    );
    assert_eq!(
        kind(act(&db, move |tx| tx.add_certificate(&certificate(5, 9))).await),
        "Constraint"
    );
    let waiting = db
        .read(|r| r.certificates(CertificateState::Waiting))
        .await?;
    assert_eq!(waiting, [certificate(1, 2), certificate(2, 1)]);
    let signed = act(&db, |tx| {
        Ok([
            tx.sign_certificate(item(2), b"two of them", CertificateState::Valid)?,
            tx.sign_certificate(item(9), b"", CertificateState::Valid)?,
        ])
    })
    .await?;
    assert_eq!(signed, [true, false]);
    assert_eq!(
        db.read(|r| r.certificate(item(2)))
            .await?
            .unwrap()
            .signatures,
        b"two of them"
    );
    act(&db, |tx| tx.revoke_certificates(user(1))).await?;
    let mine = db.read(|r| r.certificates_of(user(1))).await?;
    assert_eq!(
        mine.iter().map(|c| c.state).collect::<Vec<_>>(),
        [CertificateState::Revoked]
    );
    Ok(())
}

async fn invitations_are_used_once(db: Db) -> Result<()> {
    settle(&db).await?;
    let invitation = |n: u8, expires_ms: i64| Invitation {
        code_hash: [n; 32],
        user: user(50),
        made_by: (n != 1).then(|| user(1)),
        organisation: organisation(1),
        group: (n != 2).then(|| group(1)),
        roles: r#"["caseworker"]"#.into(),
        profile: vec![8; 128],
        founding: n == 1,
        expires_ms,
        state: InvitationState::Open,
    };
    act(&db, move |tx| {
        [(1, 100), (2, 50), (3, 200)]
            .iter()
            .try_for_each(|(n, ends)| tx.add_invitation(&invitation(*n, *ends)))
    })
    .await?;
    assert_eq!(
        kind(act(&db, move |tx| tx.add_invitation(&invitation(1, 1))).await),
        "Conflict"
    );
    let open = db.read(|r| r.invitations_open(organisation(1))).await?;
    assert_eq!(
        open,
        [invitation(2, 50), invitation(1, 100), invitation(3, 200)]
    );
    let used = act(&db, |tx| {
        Ok([
            tx.use_invitation(&[1; 32], 99)?,
            tx.use_invitation(&[1; 32], 99)?,
            tx.use_invitation(&[2; 32], 50)?,
            tx.use_invitation(&[7; 32], 0)?,
            tx.cancel_invitation(&[3; 32])?,
            tx.use_invitation(&[3; 32], 0)?,
            tx.cancel_invitation(&[1; 32])?,
        ])
    })
    .await?;
    assert_eq!(used, [true, false, false, false, true, false, false]);
    let found = db.read(|r| r.invitation(&[1; 32])).await?.unwrap();
    assert_eq!(
        (found.state, found.profile),
        (InvitationState::Used, vec![])
    );
    assert_eq!(db.read(|r| r.invitation(&[9; 32])).await?, None);
    Ok(())
}

async fn delegations_begin_and_end(db: Db) -> Result<()> {
    settle(&db).await?;
    let delegation = |n: u32, of: u32| Delegation {
        id: item(n),
        user: user(of),
        power: "decide".into(),
        group: (n == 2).then(|| group(1)),
        from_day: "2026-04-01".into(),
        to_day: None,
    };
    act(&db, move |tx| {
        [(1, 1), (2, 1), (3, 2)]
            .iter()
            .try_for_each(|(n, of)| tx.add_delegation(&delegation(*n, *of)))
    })
    .await?;
    assert_eq!(
        kind(act(&db, move |tx| tx.add_delegation(&delegation(4, 9))).await),
        "Constraint"
    );
    assert!(act(&db, |tx| tx.end_delegation(item(2), "2026-12-31")).await?);
    assert!(!act(&db, |tx| tx.end_delegation(item(9), "2026-12-31")).await?);
    db.read(move |r| {
        let ended = Delegation {
            to_day: Some("2026-12-31".into()),
            ..delegation(2, 1)
        };
        assert_eq!(
            r.delegations_of(user(1))?,
            [delegation(1, 1), ended.clone()]
        );
        assert_eq!(r.delegation(item(2))?, Some(ended));
        assert_eq!(r.delegations()?.len(), 3);
        Ok::<_, Error>(())
    })
    .await
}

async fn a_regrant_needs_two_officers(db: Db) -> Result<()> {
    settle(&db).await?;
    let request = Regrant {
        id: item(1),
        user: user(3),
        asked_by: user(1),
        approved_by: None,
        state: RegrantState::Asked,
        at_ms: 4,
    };
    act(&db, move |tx| tx.add_regrant(&request)).await?;
    let alone = Regrant {
        id: item(2),
        approved_by: Some(user(1)),
        ..request
    };
    assert_eq!(
        kind(act(&db, move |tx| tx.add_regrant(&alone)).await),
        "Constraint"
    );
    let approved = act(&db, |tx| {
        Ok([
            tx.approve_regrant(item(1), user(1))?,
            tx.approve_regrant(item(1), user(3))?,
            tx.approve_regrant(item(1), user(2))?,
            tx.approve_regrant(item(1), user(2))?,
        ])
    })
    .await?;
    assert_eq!(approved, [false, false, true, false]);
    let approved = Regrant {
        approved_by: Some(user(2)),
        state: RegrantState::Approved,
        ..request
    };
    db.read(move |r| {
        assert_eq!(r.regrant(item(1))?, Some(approved));
        assert_eq!(r.regrants(RegrantState::Approved)?, [approved]);
        assert_eq!(r.regrants_of(user(3))?, [approved]);
        Ok::<_, Error>(())
    })
    .await?;
    assert!(act(&db, |tx| tx.settle_regrant(item(1), RegrantState::Done)).await?);
    assert!(!act(&db, |tx| tx.settle_regrant(item(1), RegrantState::Refused)).await?);
    Ok(())
}

async fn names_and_values_are_kept(db: Db) -> Result<()> {
    act(&db, |tx| tx.set_meta("root", b"one")).await?;
    act(&db, |tx| tx.set_meta("root", b"two")).await?;
    assert_eq!(db.read(|r| r.meta("root")).await?, Some(b"two".to_vec()));
    assert_eq!(db.read(|r| r.meta("other")).await?, None);
    Ok(())
}
