//! What goes from group to group: couriers, letters, facts.

use crate::contract::checks;
use crate::support::*;
use safeconduct_journal::Scope;
use safeconduct_store::courier::StoredCourier;
use safeconduct_store::fact::Fact;
use safeconduct_store::letterbox::Letter;
use safeconduct_store::{Committed, Db, Error, Result, Sealed};

checks![
    couriers_are_taken_in_once,
    letters_point_at_entries,
    facts_point_at_entries,
];

async fn couriers_are_taken_in_once(db: Db) -> Result<()> {
    let courier_of = |n: u32, at_ms: i64| StoredCourier {
        id: courier(n),
        to: group(1),
        epoch: 1,
        sealed: vec![1; 1_700],
        home: None,
        at_ms,
    };
    act(&db, move |tx| {
        tx.put_courier(&courier_of(1, 2))?;
        tx.put_courier(&courier_of(2, 1))?;
        // The second message of a session brings its courier again.
        tx.put_courier(&StoredCourier {
            sealed: vec![],
            ..courier_of(1, 9)
        })
    })
    .await?;
    db.read(move |r| {
        assert_eq!(
            r.couriers_waiting(group(1), 9)?,
            [courier_of(2, 1), courier_of(1, 2)]
        );
        assert_eq!(r.couriers_waiting(group(1), 1)?.len(), 1);
        assert_eq!(r.couriers_waiting(group(2), 9)?, []);
        Ok::<_, Error>(())
    })
    .await?;
    assert!(
        db.scratch(|s| s.take_in_courier(courier(1), b"home"))
            .await?
    );
    assert!(
        !db.scratch(|s| s.take_in_courier(courier(1), b"again"))
            .await?
    );
    act(&db, |tx| tx.reseal_courier(courier(1), b"new home", 2)).await?;
    db.read(move |r| {
        let home = StoredCourier {
            sealed: vec![],
            home: Some(b"new home".to_vec()),
            epoch: 2,
            ..courier_of(1, 2)
        };
        assert_eq!(r.couriers_home(group(1))?, std::slice::from_ref(&home));
        assert_eq!(r.courier(courier(1))?, Some(home));
        assert_eq!(r.couriers_waiting(group(1), 9)?.len(), 1);
        assert_eq!(r.courier(courier(3))?, None);
        Ok::<_, Error>(())
    })
    .await
}

/// Three messages from courier 1 to group 1, the second one about case 1.
pub async fn write_messages(db: &Db) -> Result<()> {
    db.write(|tx| -> Result<Committed<()>> {
        let first = tx.next_seq();
        let mut entries = Vec::new();
        for seq in first..first + 3 {
            let about = (seq == first + 1).then(|| case(1));
            let scope = Scope::Courier {
                courier: courier(1),
                to: group(1),
                case: about,
            };
            entries.push(Sealed {
                scope,
                ..in_case(seq, 1_000, 1)
            });
            tx.put_letter(&Letter {
                seq,
                to: group(1),
                courier: courier(1),
                case: about,
                read_ms: None,
            })?;
            tx.put_fact(&Fact {
                seq,
                to: group(2),
                courier: courier(1),
                case: about,
            })?;
        }
        tx.commit(&entries, ())
    })
    .await
}

async fn letters_point_at_entries(db: Db) -> Result<()> {
    write_messages(&db).await?;
    write_messages(&db).await?;
    act(&db, |tx| {
        tx.mark_letter_read(group(1), 1, 77)?;
        tx.mark_letter_read(group(1), 1, 99)?;
        tx.mark_letter_read(group(1), 50, 99)
    })
    .await?;
    db.read(|r| {
        assert_eq!(r.letters_unread_count(group(1))?, 5);
        assert_eq!(r.letters_unread_count(group(2))?, 0);
        let page = r.letters(group(1), Some(4), 2)?;
        assert_eq!(
            page.iter()
                .map(|(letter, _)| letter.seq)
                .collect::<Vec<_>>(),
            [3, 2]
        );
        let (letter, entry) = r.letter(group(1), 1)?.unwrap();
        assert_eq!((letter.case, letter.read_ms), (Some(case(1)), Some(77)));
        assert_eq!(
            (entry.header.seq, entry.body.as_slice()),
            (1, &b"body 1"[..])
        );
        let unread = r.letters_unread(group(1), 3)?;
        assert_eq!(
            unread
                .iter()
                .map(|(letter, _)| letter.seq)
                .collect::<Vec<_>>(),
            [0, 2, 3]
        );
        assert_eq!(r.letter(group(2), 1)?, None);
        Ok::<_, Error>(())
    })
    .await
}

async fn facts_point_at_entries(db: Db) -> Result<()> {
    write_messages(&db).await?;
    write_messages(&db).await?;
    db.read(|r| {
        let facts = r.facts(group(2), 2, 3)?;
        assert_eq!(
            facts.iter().map(|(fact, _)| fact.seq).collect::<Vec<_>>(),
            [2, 3, 4]
        );
        assert_eq!(
            (facts[2].0.case, facts[2].1.body.as_slice()),
            (Some(case(1)), &b"body 4"[..])
        );
        assert!(r.facts(group(1), 0, 9)?.is_empty());
        Ok::<_, Error>(())
    })
    .await
}
