//! The register: marks by case and person, made anew, found in handfuls, and checks that are counted for an hour.

use crate::contract::checks;
use crate::support::*;
use safeconduct_domain::id::PersonId;
use safeconduct_store::likeness::Kept;
use safeconduct_store::{Db, Error, Result};

checks![marks_are_found_and_made_anew, checks_count_for_an_hour,];

const HOUR_MS: i64 = 3_600_000;

async fn marks_are_found_and_made_anew(db: Db) -> Result<()> {
    let person = |n: u8| PersonId::from_bytes([n; 16]);
    let mark = |n: u8| [n; 32];
    act(&db, move |tx| {
        assert_eq!(tx.likeness_key(group(1))?, None);
        tx.put_likeness_key(group(1), b"sealed key")?;
        tx.put_marks(
            case(1),
            b"one",
            &[(mark(1), person(1)), (mark(2), person(2))],
        )?;
        let twice = [
            (mark(2), person(3)),
            (mark(2), person(3)),
            (mark(9), person(3)),
        ];
        tx.put_marks(case(2), b"two", &twice)
    })
    .await?;
    db.read(move |r| {
        assert_eq!(r.likeness_key(group(1))?, Some(b"sealed key".to_vec()));
        assert_eq!(r.likeness_key(group(2))?, None);
        assert_eq!(r.likeness_case(case(2))?, Some(b"two".to_vec()));
        assert_eq!(r.likeness_case(case(3))?, None);
        // more than a handful, of which few are kept
        let asked: Vec<_> = (2..=20).map(mark).collect();
        let mut found = r.marked(&asked)?;
        found.sort_by_key(|k| (k.mark, k.case));
        let kept = |n: u8, of: u32, who: u8| Kept {
            mark: mark(n),
            case: case(of),
            person: person(who),
        };
        assert_eq!(found, [kept(2, 1, 2), kept(2, 2, 3), kept(9, 2, 3)]);
        assert_eq!(r.marked(&[])?, []);
        Ok::<_, Error>(())
    })
    .await?;
    act(&db, move |tx| {
        tx.put_marks(case(1), b"new", &[(mark(3), person(1))])
    })
    .await?;
    db.read(move |r| {
        assert_eq!(r.likeness_case(case(1))?, Some(b"new".to_vec()));
        let left: Vec<_> = r.marked(&[mark(1), mark(2), mark(3)])?;
        let left: Vec<_> = left.iter().map(|k| (k.mark[0], k.case)).collect();
        assert!(left.contains(&(3, case(1))) && left.contains(&(2, case(2))) && left.len() == 2);
        Ok::<_, Error>(())
    })
    .await
}

async fn checks_count_for_an_hour(db: Db) -> Result<()> {
    act(&db, |tx| {
        tx.count_check(user(1), 10)?;
        tx.count_check(user(1), 20)?;
        tx.count_check(user(2), 20)
    })
    .await?;
    db.read(|r| {
        assert_eq!(r.checks_within_the_hour(user(1), 20)?, 2);
        assert_eq!(r.checks_within_the_hour(user(1), 10 + HOUR_MS)?, 1);
        assert_eq!(r.checks_within_the_hour(user(1), 20 + HOUR_MS)?, 0);
        assert_eq!(r.checks_within_the_hour(user(3), 20)?, 0);
        Ok::<_, Error>(())
    })
    .await?;
    // what is older than an hour is forgotten with the next check
    act(&db, |tx| tx.count_check(user(1), 10 + HOUR_MS)).await?;
    db.read(|r| {
        assert_eq!(r.checks_within_the_hour(user(1), 20)?, 2);
        assert_eq!(r.checks_within_the_hour(user(2), 20)?, 1);
        Ok::<_, Error>(())
    })
    .await
}
