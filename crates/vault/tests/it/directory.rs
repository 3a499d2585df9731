//! Certificates and the chain as they should work.

use crate::common::{Person, World, group, organisation, signed_by};
use safeconduct_vault::Error;
use safeconduct_vault::certificate::{
    GroupCertificate, KEY_OFFICER, Signed, Signer, UserCertificate,
};
use safeconduct_vault::chain::{Chain, Untrusted};
use safeconduct_vault::group::GroupSecret;

#[test]
fn the_whole_directory_is_believed() {
    let world = World::new();
    for row in &world.rows {
        assert!(world.chain.verify_user(row).is_ok());
    }
    for (row, secret) in world.group_rows.iter().zip(&world.groups) {
        let verified = world.chain.verify_group(row).unwrap();
        assert_eq!(
            (verified.group, verified.epoch),
            (secret.group(), secret.epoch())
        );
    }
}

#[test]
fn officers_certified_by_officers_certify_in_turn() {
    let world = World::new();
    let (third, newcomer) = (Person::new(50), Person::new(51));
    let officer = signed_by(
        third.certificate(0, None, &[KEY_OFFICER]).to_sign(),
        &world.people[..2],
    );
    let signed = newcomer
        .certificate(0, Some(0), &["officer"])
        .to_sign()
        .sign(third.signer(), &third.keys.signing)
        .sign(world.people[0].signer(), &world.people[0].keys.signing);
    // The order of the rows does not matter.
    let mut rows = vec![officer];
    rows.extend(world.rows.iter().cloned());
    let chain = Chain::new(world.root.verifying(), &rows);
    assert!(chain.verify_user(&signed).is_ok());
    assert_eq!(
        world.chain.verify_user(&signed),
        Err(Untrusted::TooFewOfficers)
    );
}

#[test]
fn canonical_bytes_round_trip() {
    let world = World::new();
    for row in &world.rows {
        let read = UserCertificate::from_bytes(&row.body).unwrap();
        assert_eq!(read.to_bytes(), row.body);
        assert_eq!(
            Signed::from_parts(row.body.clone(), &row.signature_bytes()),
            Ok(row.clone())
        );
    }
    for row in &world.group_rows {
        let read = GroupCertificate::from_bytes(&row.body).unwrap();
        assert_eq!(read.to_bytes(), row.body);
    }
    // One certificate is never the other.
    assert_eq!(
        UserCertificate::from_bytes(&world.group_rows[0].body),
        Err(Error::Malformed)
    );
    assert_eq!(
        GroupCertificate::from_bytes(&world.rows[0].body),
        Err(Error::Malformed)
    );
}

#[test]
fn roles_are_sorted_and_none_is_doubled() {
    let person = Person::new(1);
    let certificate = person.certificate(0, None, &["viewer", "officer", "viewer"]);
    let read = UserCertificate::from_bytes(&certificate.to_bytes()).unwrap();
    assert_eq!(read.roles, ["officer", "viewer"]);
    let long = person.certificate(0, None, &[&"x".repeat(65)]);
    assert_eq!(
        UserCertificate::from_bytes(&long.to_bytes()),
        Err(Error::Malformed)
    );
}

#[test]
fn the_root_signs_founders_only() {
    let world = World::new();
    let person = Person::new(60);
    let signed = person
        .certificate(0, Some(0), &["officer"])
        .to_sign()
        .sign(Signer::Root, &world.root);
    assert_eq!(
        world.chain.verify_user(&signed),
        Err(Untrusted::NotAFounder)
    );
}

#[test]
fn members_get_the_group_secret_and_nobody_else_can_be_given_it() {
    let world = World::new();
    let secret = &world.groups[0];
    let sealed = secret.seal_to(&world.verified_user(3)).unwrap();
    let opened =
        GroupSecret::open(&world.people[3].keys, &world.verified_group(0), &sealed).unwrap();
    assert_eq!((opened.group(), opened.epoch()), (group(0), 1));
    let place = crate::common::record_place(1);
    let card = secret.home().seal(&place, b"card").unwrap();
    assert_eq!(
        opened.home().open(&place, &card).unwrap().as_slice(),
        b"card"
    );

    // A founder without the group in their certificate, and a member of another group.
    for outsider in [0, 1, 6, 7] {
        assert_eq!(
            secret.seal_to(&world.verified_user(outsider)).unwrap_err(),
            Error::NotAMember
        );
    }
}

#[test]
fn a_planted_group_secret_is_refused() {
    // Anybody can seal to a member's public key: here a made-up secret for the real group.
    let world = World::new();
    let planted = GroupSecret::fresh(group(0))
        .seal_to(&world.verified_user(3))
        .unwrap();
    let opened = GroupSecret::open(&world.people[3].keys, &world.verified_group(0), &planted);
    assert_eq!(opened.unwrap_err(), Error::Closed);
}

#[test]
fn a_renewed_group_has_other_keys_and_the_next_epoch() {
    let world = World::new();
    let next = world.groups[0].renewed();
    assert_eq!((next.group(), next.epoch()), (group(0), 2));
    let certificate = next.certificate(organisation(0), "office", 2).unwrap();
    assert_ne!(certificate.public, world.verified_group(0).public);
    let sealed = next.seal_to(&world.verified_user(3)).unwrap();
    let old = world.verified_group(0);
    assert_eq!(
        GroupSecret::open(&world.people[3].keys, &old, &sealed).unwrap_err(),
        Error::Closed
    );
}
