//! What is kept of cases: states, cards, grants, packages, files, spaces.

use crate::contract::checks;
use crate::messages::write_messages;
use crate::support::*;
use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_store::card::{Card, Order, Page};
use safeconduct_store::case::CaseState;
use safeconduct_store::grant::Grant;
use safeconduct_store::object::{ObjectState, StoredObject};
use safeconduct_store::transfer::{Package, PackageState};
use safeconduct_store::{Db, Error, Result};
use tokio::task::JoinSet;

checks![
    states_are_written_and_found,
    states_are_walked_in_batches,
    cards_come_in_pages,
    cards_are_counted_and_walked,
    counts_of_cards_are_kept,
    grants_follow_a_transfer,
    grants_are_walked_in_batches,
    packages_are_settled_once,
    files_are_condemned_then_forgotten,
    spaces_never_pass_their_limit,
    projections_can_be_emptied,
];

fn state(n: u32, holder: u32, due_ms: Option<i64>) -> CaseState {
    CaseState {
        case: case(n),
        holder: group(holder),
        offered_to: n.is_multiple_of(2).then(|| group(9)),
        class: Class::Intake,
        due_ms,
        opened_ms: 10,
        changed_seq: u64::from(n),
    }
}

async fn states_are_written_and_found(db: Db) -> Result<()> {
    let states = [
        state(1, 1, Some(30)),
        state(2, 1, None),
        state(3, 2, Some(20)),
        state(4, 2, Some(40)),
    ];
    act(&db, move |tx| {
        states.iter().try_for_each(|state| tx.put_case_state(state))
    })
    .await?;
    let changed = CaseState {
        class: Class::Decision,
        changed_seq: 9,
        ..states[0]
    };
    act(&db, move |tx| tx.put_case_state(&changed)).await?;
    db.read(move |r| {
        assert_eq!(r.case_state(case(1))?, Some(changed));
        assert_eq!(r.case_state(case(2))?, Some(states[1]));
        assert_eq!(r.case_state(case(5))?, None);
        assert_eq!(r.cases_held(group(1))?, [changed, states[1]]);
        assert_eq!(r.cases_held(group(3))?, []);
        assert_eq!(r.cases_due(40, 9)?, [states[2], changed]);
        assert_eq!(r.cases_due(41, 1)?, [states[2]]);
        Ok::<_, Error>(())
    })
    .await
}

async fn states_are_walked_in_batches(db: Db) -> Result<()> {
    act(&db, |tx| {
        (0..1_100).try_for_each(|n| tx.put_case_state(&state(n, 1, None)))
    })
    .await?;
    let seen = db
        .read(|r| {
            let mut seen = Vec::new();
            r.each_case_state(|state| {
                seen.push(state.case);
                Ok(())
            })?;
            Ok::<_, Error>(seen)
        })
        .await?;
    assert_eq!(seen, (0..1_100).map(case).collect::<Vec<_>>());
    Ok(())
}

fn card(n: u32, due_ms: Option<i64>, changed_ms: i64) -> Card {
    Card {
        group: group(1),
        case: case(n),
        class: if n < 10 {
            Class::Intake
        } else {
            Class::Decision
        },
        due_ms,
        changed_ms,
        sealed: vec![n as u8; 40],
    }
}

/// Reads every page of two and gives the cards' numbers.
fn pages(
    r: &mut safeconduct_store::Read<'_>,
    class: Option<Class>,
    order: Order,
) -> Result<Vec<u8>> {
    let mut page = Page {
        class,
        order,
        after: None,
        limit: 2,
    };
    let mut found = Vec::new();
    loop {
        let cards = r.cards(group(1), &page)?;
        let Some(last) = cards.last() else {
            return Ok(found);
        };
        page.after = Some(last.place(order));
        found.extend(cards.iter().map(|card| card.sealed[0]));
    }
}

async fn cards_come_in_pages(db: Db) -> Result<()> {
    act(&db, |tx| {
        for card in [
            card(1, Some(50), 7),
            card(2, None, 9),
            card(3, Some(50), 8),
            card(4, Some(-5), 8),
            card(11, Some(60), 1),
            card(12, None, 12),
        ] {
            tx.put_card(&card)?;
        }
        tx.put_card(&Card {
            group: group(2),
            ..card(1, None, 0)
        })
    })
    .await?;
    db.read(|r| {
        assert_eq!(pages(r, None, Order::Due)?, [4, 1, 3, 11, 2, 12]);
        assert_eq!(pages(r, None, Order::Changed)?, [12, 2, 4, 3, 1, 11]);
        assert_eq!(pages(r, Some(Class::Intake), Order::Due)?, [4, 1, 3, 2]);
        assert_eq!(pages(r, Some(Class::Decision), Order::Changed)?, [12, 11]);
        assert_eq!(pages(r, Some(Class::Departure), Order::Changed)?, [0; 0]);
        Ok::<_, Error>(())
    })
    .await
}

async fn cards_are_counted_and_walked(db: Db) -> Result<()> {
    act(&db, |tx| {
        (1..=700).try_for_each(|n| tx.put_card(&card(n, None, 0)))
    })
    .await?;
    act(&db, |tx| {
        tx.put_card(&card(3, Some(5), 1))?;
        tx.drop_card(group(1), case(4))?;
        tx.drop_card(group(2), case(5))
    })
    .await?;
    db.read(|r| {
        assert_eq!(r.card(group(1), case(3))?, Some(card(3, Some(5), 1)));
        assert_eq!(r.card(group(1), case(4))?, None);
        assert_eq!(
            r.card_counts(group(1))?,
            [(Class::Intake, 8), (Class::Decision, 691)]
        );
        assert_eq!(r.card_counts(group(2))?, []);
        let mut walked = 0;
        r.each_card(group(1), |_| {
            walked += 1;
            Ok(())
        })?;
        assert_eq!(walked, 699);
        Ok::<_, Error>(())
    })
    .await
}

async fn counts_of_cards_are_kept(db: Db) -> Result<()> {
    // Whatever is put and dropped, in whatever order: the counts are what counting gives.
    let mut state = 1u32;
    for _ in 0..12 {
        let mut steps = Vec::new();
        for _ in 0..40 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            steps.push(state >> 8);
        }
        act(&db, move |tx| {
            for step in &steps {
                let (n, of, class) = (step % 30, 1 + step / 64 % 2, step / 512 % 3);
                let class = Class::ALL[class as usize];
                if step % 7 < 2 {
                    tx.drop_card(group(of), case(n))?;
                } else {
                    tx.put_card(&Card {
                        group: group(of),
                        class,
                        ..card(n, None, 0)
                    })?;
                }
            }
            Ok(())
        })
        .await?;
        for of in [1, 2] {
            let (kept, counted) = db
                .read(move |r| {
                    let mut counted = std::collections::BTreeMap::new();
                    r.each_card(group(of), |card| {
                        *counted.entry(card.class).or_insert(0u64) += 1;
                        Ok(())
                    })?;
                    Ok::<_, Error>((r.card_counts(group(of))?, counted))
                })
                .await?;
            assert!(!kept.is_empty());
            assert_eq!(kept, counted.into_iter().collect::<Vec<_>>());
        }
    }
    Ok(())
}

fn grant(to: u32, n: u32, compartment: Compartment, version: u32) -> Grant {
    Grant {
        group: group(to),
        case: case(n),
        compartment,
        version,
        sealed: vec![version as u8; 60],
        provisional: true,
    }
}

async fn grants_follow_a_transfer(db: Db) -> Result<()> {
    use Compartment::{Contact, Core, Internal};
    act(&db, |tx| {
        for (to, compartment, version) in [
            (1, Core, 1),
            (1, Core, 2),
            (1, Contact, 1),
            (2, Core, 2),
            (2, Internal, 1),
        ] {
            tx.put_grant(&grant(to, 1, compartment, version))?;
        }
        tx.put_grant(&grant(1, 2, Core, 1))
    })
    .await?;
    act(&db, |tx| {
        tx.confirm_grants(group(2), case(1))?;
        tx.drop_grants_of(group(1), case(1), Contact)?;
        tx.put_grant(&Grant {
            sealed: vec![9],
            ..grant(1, 1, Core, 2)
        })
    })
    .await?;
    db.read(|r| {
        let mine = r.grants(group(1), case(1))?;
        assert_eq!(
            mine,
            [
                grant(1, 1, Core, 1),
                Grant {
                    sealed: vec![9],
                    ..grant(1, 1, Core, 2)
                }
            ]
        );
        assert!(
            r.grants(group(2), case(1))?
                .iter()
                .all(|grant| !grant.provisional)
        );
        assert_eq!(r.grants_of_case(case(1))?.len(), 4);
        Ok::<_, Error>(())
    })
    .await?;
    act(&db, |tx| tx.drop_grants(group(1), case(1))).await?;
    db.read(|r| {
        assert_eq!(r.grants(group(1), case(1))?, []);
        assert_eq!(r.grants(group(1), case(2))?.len(), 1);
        assert_eq!(r.grants_of_case(case(1))?.len(), 2);
        Ok::<_, Error>(())
    })
    .await
}

async fn grants_are_walked_in_batches(db: Db) -> Result<()> {
    act(&db, |tx| {
        (0..260).try_for_each(|n| {
            Compartment::ALL
                .into_iter()
                .try_for_each(|c| tx.put_grant(&grant(1, n, c, 1)))
        })
    })
    .await?;
    let walked = db
        .read(|r| {
            let mut walked = Vec::new();
            r.each_grant(group(1), |grant| {
                walked.push((grant.case, grant.compartment));
                Ok(())
            })?;
            Ok::<_, Error>(walked)
        })
        .await?;
    assert_eq!(walked.len(), 260 * Compartment::ALL.len());
    assert!(walked.is_sorted());
    Ok(())
}

async fn packages_are_settled_once(db: Db) -> Result<()> {
    let package = |n: u32, to: u32, at_ms: i64| Package {
        transfer: transfer(n),
        case: case(1),
        from: group(1),
        to: group(to),
        sealed: vec![5; 1_700],
        at_ms,
        state: PackageState::Offered,
    };
    let offered = [package(1, 2, 30), package(2, 2, 20), package(3, 3, 10)];
    let put = offered.clone();
    act(&db, move |tx| {
        put.iter().try_for_each(|package| tx.put_package(package))
    })
    .await?;
    let again = offered[0].clone();
    assert_eq!(
        kind(act(&db, move |tx| tx.put_package(&again)).await),
        "Conflict"
    );
    let waiting = db.read(|r| r.packages_waiting(group(2))).await?;
    assert_eq!(waiting, [offered[1].clone(), offered[0].clone()]);
    let settled = act(&db, |tx| {
        Ok([
            tx.settle_package(transfer(1), PackageState::TakenIn)?,
            tx.settle_package(transfer(1), PackageState::Refused)?,
            tx.settle_package(transfer(8), PackageState::Refused)?,
        ])
    })
    .await?;
    assert_eq!(settled, [true, false, false]);
    db.read(move |r| {
        let package = r.package(transfer(1))?.unwrap();
        assert_eq!(
            (package.state, package.sealed),
            (PackageState::TakenIn, Vec::new())
        );
        assert_eq!(r.packages_waiting(group(2))?.len(), 1);
        assert_eq!(r.packages_of_case(case(1))?.len(), 3);
        assert_eq!(r.package(transfer(9))?, None);
        Ok::<_, Error>(())
    })
    .await
}

async fn files_are_condemned_then_forgotten(db: Db) -> Result<()> {
    let file = |n: u32, of: u32| StoredObject {
        document: document(n),
        case: case(of),
        size: 5_000_000_000,
        state: ObjectState::Kept,
        at_ms: i64::from(n),
    };
    act(&db, move |tx| {
        [file(1, 1), file(2, 1), file(3, 2)]
            .iter()
            .try_for_each(|file| tx.put_object(file))
    })
    .await?;
    assert_eq!(
        kind(act(&db, move |tx| tx.put_object(&file(1, 2))).await),
        "Conflict"
    );
    db.scratch(|s| s.forget_object(document(1))).await?;
    assert_eq!(db.read(|r| r.object(document(1))).await?, Some(file(1, 1)));
    act(&db, |tx| {
        tx.condemn_object(document(3), 90)?;
        tx.condemn_objects(case(1), 80)
    })
    .await?;
    db.read(move |r| {
        let condemned = r.objects_condemned(9)?;
        assert_eq!(
            condemned
                .iter()
                .map(|file| file.document)
                .collect::<Vec<_>>(),
            [document(1), document(2), document(3)]
        );
        assert_eq!(r.objects_of_case(case(1))?.len(), 2);
        Ok::<_, Error>(())
    })
    .await?;
    db.scratch(|s| s.forget_object(document(1))).await?;
    let mut left = db
        .read(|r| {
            let mut left = Vec::new();
            r.each_object(|file| {
                left.push(file.document);
                Ok(())
            })?;
            Ok::<_, Error>(left)
        })
        .await?;
    left.sort();
    assert_eq!(left, [document(2), document(3)]);
    Ok(())
}

async fn spaces_never_pass_their_limit(db: Db) -> Result<()> {
    let mut asking = JoinSet::new();
    for n in 0..40u32 {
        let db = db.clone();
        asking.spawn(async move {
            let persons = 1 + n % 5;
            let left = act(&db, move |tx| {
                tx.count_persons(organisation(1), 2027, persons, 50)
            })
            .await?;
            Ok::<_, Error>(left.map(|_| persons))
        });
    }
    let mut granted = 0;
    while let Some(done) = asking.join_next().await {
        granted += done.unwrap()?.unwrap_or(0);
    }
    assert!((46..=50).contains(&granted), "{granted}");
    act(&db, |tx| {
        tx.set_persons_counted(organisation(2), 2027, 7)?;
        assert_eq!(tx.count_persons(organisation(2), 2027, 3, 10)?, Some(10));
        assert_eq!(tx.count_persons(organisation(2), 2027, 1, 10)?, None);
        assert_eq!(tx.uncount_persons(organisation(2), 2027, 11)?, None);
        assert_eq!(tx.uncount_persons(organisation(2), 2027, 4)?, Some(6));
        assert_eq!(tx.uncount_persons(organisation(3), 2027, 1)?, None);
        Ok(())
    })
    .await?;
    let (counted, all) = db
        .read(|r| {
            Ok::<_, Error>((
                r.persons_counted(organisation(1), 2027)?,
                r.persons_counted_in(2027)?,
            ))
        })
        .await?;
    assert_eq!(counted, granted);
    assert_eq!(all, [(organisation(1), granted), (organisation(2), 6)]);
    assert_eq!(
        db.read(|r| r.persons_counted(organisation(1), 2028))
            .await?,
        0
    );
    Ok(())
}

async fn projections_can_be_emptied(db: Db) -> Result<()> {
    write_messages(&db).await?;
    act(&db, |tx| {
        tx.put_case_state(&state(1, 1, None))?;
        tx.put_card(&card(1, None, 0))?;
        tx.put_card(&Card {
            group: group(2),
            ..card(1, None, 0)
        })?;
        tx.set_persons_counted(organisation(1), 2027, 3)
    })
    .await?;
    act(&db, |tx| {
        tx.clear_projections()?;
        tx.clear_cards(group(1))?;
        tx.clear_spaces()
    })
    .await?;
    db.read(|r| {
        assert_eq!(r.case_state(case(1))?, None);
        assert!(r.letters(group(1), None, 9)?.is_empty());
        assert!(r.facts(group(2), 0, 9)?.is_empty());
        assert_eq!(r.card(group(1), case(1))?, None);
        assert!(r.card(group(2), case(1))?.is_some());
        assert_eq!(r.persons_counted(organisation(1), 2027)?, 0);
        Ok::<_, Error>(())
    })
    .await
}
