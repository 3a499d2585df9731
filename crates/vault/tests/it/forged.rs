//! Attack 7: a database administrator swaps public keys and inserts certificates, members and roles.

use crate::common::{ORGANISATIONS, Person, Tally, World, group, organisation, signed_by};
use safeconduct_vault::certificate::{
    GroupCertificate, KEY_OFFICER, Signed, Signer, UserCertificate,
};
use safeconduct_vault::chain::Chain;
use safeconduct_vault::group::GroupSecret;
use safeconduct_vault::signing::SigningKey;

/// What the administrator has: people made up by themselves, who vouch for each other.
fn made_up() -> Vec<Person> {
    (100..104).map(Person::new).collect()
}

/// Every pair of the made-up and the real people in the signers' places, with the made-up keys behind them.
fn with_false_signatures(body: &Signed, world: &World, planted: &[Person]) -> Vec<Signed> {
    let everybody: Vec<Signer> = world
        .people
        .iter()
        .chain(planted)
        .map(Person::signer)
        .chain([Signer::Root])
        .collect();
    let mut out = Vec::new();
    for (one, first) in everybody.iter().enumerate() {
        for second in &everybody[one..] {
            out.push(
                body.clone()
                    .sign(*first, &planted[0].keys.signing)
                    .sign(*second, &planted[1].keys.signing),
            );
        }
    }
    out
}

/// What can be sealed to a certificate that is not believed: nothing, since sealing asks for a `Verified`.
fn seals_made(chain: &Chain, signed: &Signed, secrets: &[GroupSecret]) -> bool {
    chain
        .verify_user(signed)
        .is_ok_and(|person| secrets.iter().any(|secret| secret.seal_to(&person).is_ok()))
}

#[test]
fn inserted_persons_and_raised_roles() {
    let (world, planted) = (World::new(), made_up());
    let mut tally = Tally::new("forged certificates of persons", "sealed to");
    tally.control(seals_made(&world.chain, &world.rows[2], &world.groups));
    let mut attempt = |rows: &[Signed], signed: &Signed| {
        let mut all = world.rows.clone();
        all.extend_from_slice(rows);
        all.push(signed.clone());
        let chain = Chain::new(world.root.verifying(), &all);
        tally.attempt(
            chain.verify_user(signed).is_ok() || seals_made(&chain, signed, &world.groups),
        );
    };
    for org in 0..ORGANISATIONS {
        for role in ["officer", KEY_OFFICER] {
            for in_group in [None, Some(0), Some(1)] {
                let body = planted[0].certificate(org, in_group, &[role]).to_sign();
                // No signature, and false ones in every pair of names.
                attempt(&[], &body);
                for signed in with_false_signatures(&body, &world, &planted) {
                    attempt(&[], &signed);
                }
                // Four made-up officers, each signed by the three others.
                let ring: Vec<Signed> = planted
                    .iter()
                    .map(|one| {
                        let body = one.certificate(org, None, &[KEY_OFFICER]).to_sign();
                        planted
                            .iter()
                            .filter(|other| other.keys.user != one.keys.user)
                            .fold(body, |body, other| {
                                body.sign(other.signer(), &other.keys.signing)
                            })
                    })
                    .collect();
                attempt(&ring, &signed_by(body, &planted[1..4]));
            }
        }
    }
    tally.finish(1_000);
}

/// Every field of a genuine certificate changed, its signatures kept.
fn changed(row: &Signed, planted: &Person) -> Vec<Signed> {
    let changes: [&dyn Fn(&mut UserCertificate); 9] = [
        &|c| c.public = planted.public.clone(),
        &|c| c.public.kem = planted.public.kem.clone(),
        &|c| c.public.signing = planted.public.signing,
        &|c| c.user = planted.keys.user,
        &|c| c.organisation = organisation(9),
        &|c| c.group = Some(group(9)),
        &|c| c.roles.push("director".to_owned()),
        &|c| c.roles.push(KEY_OFFICER.to_owned() + "s"),
        &|c| c.from_ms += 1,
    ];
    let own = UserCertificate::from_bytes(&row.body).unwrap();
    let with = |change: &dyn Fn(&mut UserCertificate)| {
        let mut certificate = own.clone();
        change(&mut certificate);
        Signed {
            body: certificate.to_bytes(),
            signatures: row.signatures.clone(),
        }
    };
    changes.into_iter().map(with).collect()
}

/// A made-up person with some real signatures, never those of two officers of the same organisation.
fn too_few(world: &World, planted: &[Person], org: usize) -> Vec<Signed> {
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|number| &world.people[org * 4 + number]);
    let stranger = &world.people[(org + 1) % 2 * 4];
    let with = |signed: &Signed, person: &Person| {
        signed.clone().sign(person.signer(), &person.keys.signing)
    };
    let body = planted[0]
        .certificate(org as u32, Some(0), &["officer"])
        .to_sign();
    let elsewhere = planted[0]
        .certificate((org as u32 + 1) % 2, None, &["officer"])
        .to_sign();
    let alone = with(&body, first);
    vec![
        with(&alone, first),
        with(&alone, stranger),
        with(&alone, &planted[1]),
        with(&alone, third),
        with(&with(&body, third), fourth),
        // Another officer's name over a key that is not theirs; the root's name over an officer's key.
        alone
            .clone()
            .sign(second.signer(), &planted[0].keys.signing),
        alone.clone().sign(second.signer(), &first.keys.signing),
        alone.clone().sign(Signer::Root, &first.keys.signing),
        // Two officers, of the other organisation.
        with(&with(&elsewhere, first), second),
        alone,
    ]
}

#[test]
fn real_signatures_in_the_wrong_place() {
    let (world, planted) = (World::new(), made_up());
    let mut tally = Tally::new("real signatures in the wrong place", "believed");
    let mut attempt = |signed: &Signed| tally.attempt(world.chain.verify_user(signed).is_ok());
    for (number, row) in world.rows.iter().enumerate() {
        changed(row, &planted[0]).iter().for_each(&mut attempt);
        too_few(&world, &planted, number / 4)
            .iter()
            .for_each(&mut attempt);
        for other in world.rows.iter().filter(|other| other.body != row.body) {
            attempt(&Signed {
                body: row.body.clone(),
                signatures: other.signatures.clone(),
            });
        }
        attempt(&Signed {
            body: row.body.clone(),
            signatures: row.signatures[1..].to_vec(),
        });
    }
    // An officer who lets himself into a group with one colleague's help only.
    let himself = world.people[0]
        .certificate(0, Some(0), &["officer", "director"])
        .to_sign();
    attempt(&signed_by(himself, &world.people[..2]));
    // The same names, none of them signed by the root that is pinned.
    let other_root = world.rows[0]
        .clone()
        .sign(Signer::Root, &SigningKey::generate());
    attempt(&Signed {
        signatures: other_root.signatures[1..].to_vec(),
        ..other_root
    });
    tally.control(world.chain.verify_user(&world.rows[2]).is_ok());
    tally.finish(150);
}

#[test]
fn inserted_groups() {
    let (world, planted) = (World::new(), made_up());
    let mut tally = Tally::new("forged certificates of groups", "believed");
    tally.control(world.chain.verify_group(&world.group_rows[0]).is_ok());
    let mut attempt = |signed: &Signed| tally.attempt(world.chain.verify_group(signed).is_ok());
    let secret = GroupSecret::fresh(group(0));
    for (row, org) in world.group_rows.iter().zip(0..) {
        let own = GroupCertificate::from_bytes(&row.body).unwrap();
        let swapped = GroupCertificate {
            public: secret
                .certificate(organisation(org), "office", 1)
                .unwrap()
                .public,
            ..own.clone()
        };
        attempt(&Signed {
            body: swapped.to_bytes(),
            signatures: row.signatures.clone(),
        });
        let fresh = swapped.to_sign();
        attempt(&fresh);
        for signed in with_false_signatures(&fresh, &world, &planted) {
            attempt(&signed);
        }
        // Signed by the root, by key officers, by members of the other group.
        attempt(&fresh.clone().sign(Signer::Root, &world.root));
        for (number, person) in world.people.iter().enumerate() {
            let a_member = number / 4 == org as usize && number % 4 >= 2;
            if !a_member {
                attempt(&fresh.clone().sign(person.signer(), &person.keys.signing));
            }
        }
        // The same group in the other organisation, signed by a real member.
        let member = &world.people[org as usize * 4 + 2];
        let moved = GroupCertificate {
            organisation: organisation((org + 1) % 2),
            ..own.clone()
        };
        attempt(&moved.to_sign().sign(member.signer(), &member.keys.signing));
        let other = GroupCertificate {
            group: group((org + 1) % 2),
            ..own
        };
        attempt(&other.to_sign().sign(member.signer(), &member.keys.signing));
    }
    tally.finish(180);
}

#[test]
fn a_made_up_member_signs_for_the_group() {
    let (world, planted) = (World::new(), made_up());
    let mut tally = Tally::new("groups signed by inserted members", "believed");
    tally.control(world.chain.verify_group(&world.group_rows[0]).is_ok());
    for org in 0..ORGANISATIONS {
        let body = GroupSecret::fresh(group(org))
            .certificate(organisation(org), "office", 1)
            .unwrap();
        for member in &planted {
            let row = member.certificate(org, Some(org), &["officer"]).to_sign();
            let signed = body.to_sign().sign(member.signer(), &member.keys.signing);
            for row in with_false_signatures(&row, &world, &planted) {
                let rows: Vec<Signed> = world.rows.iter().cloned().chain([row]).collect();
                let chain = Chain::new(world.root.verifying(), &rows);
                tally.attempt(chain.verify_group(&signed).is_ok());
            }
        }
    }
    tally.finish(500);
}

#[test]
fn another_root_is_not_ours() {
    let world = World::new();
    let theirs = Chain::new(SigningKey::generate().verifying(), &world.rows);
    let mut tally = Tally::new("certificates seen from another root", "believed");
    for row in &world.rows {
        tally.control(world.chain.verify_user(row).is_ok());
        tally.attempt(theirs.verify_user(row).is_ok());
    }
    for row in &world.group_rows {
        tally.attempt(theirs.verify_group(row).is_ok());
    }
    tally.finish(10);
}
