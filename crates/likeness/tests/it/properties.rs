//! What holds for every name and date.

use proptest::prelude::*;
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::likeness::{Agreement, Why};
use safeconduct_likeness::Record;
use safeconduct_likeness::compare::Ready;
use safeconduct_likeness::token::Tokens;
use std::collections::HashSet;

fn record(family: &str, given: &str, birth: &str) -> Record {
    Record {
        family: family.into(),
        given: given.into(),
        birth: birth.parse().ok(),
        ..Record::default()
    }
}

/// What a check of `asking` says of a record that is kept.
fn by_marks(asking: &Record, kept: &Record) -> Why {
    let kept: HashSet<String> = Tokens::of(kept).kept().iter().cloned().collect();
    let tokens = Tokens::of(asking);
    tokens.why(tokens.asked().iter().filter(|a| kept.contains(&a.text)))
}

fn name() -> impl Strategy<Value = String> {
    let letter = prop::sample::select("abdfghijklmnoprstuwz".chars().collect::<Vec<_>>());
    let word = prop::collection::vec(letter, 6..12).prop_map(|w| w.into_iter().collect::<String>());
    prop::collection::vec(word, 1..3).prop_map(|words| words.join(" "))
}

fn day() -> impl Strategy<Value = (i16, i8, i8)> {
    (1930_i16..2020, 1_i8..=12, 2_i8..=28)
}

fn date((year, month, day): (i16, i8, i8)) -> PartialDate {
    PartialDate::new(year, Some(month), Some(day)).unwrap()
}

proptest! {
    #[test]
    fn any_text_is_read(family in ".*", given in ".*", own in ".*", others in ".*", free in ".*") {
        let record = Record {
            family, given, own_script: Some(own), others: Some(others),
            birth: Some(date((1980, 5, 6))), numbers: vec![free.clone()], reach: vec![free],
        };
        let tokens = Tokens::of(&record);
        prop_assert!(tokens.kept().len() <= 600 && tokens.asked().len() <= 1_200);
        let _ = Ready::of(&record).why(&Ready::of(&record), 86);
    }

    #[test]
    fn the_order_of_names_does_not_matter(family in name(), given in name(), born in day()) {
        let one = Record { family: family.clone(), given: given.clone(), birth: Some(date(born)), ..Record::default() };
        let other = Record { family: given, given: family, ..one.clone() };
        let direct = Ready::of(&one).why(&Ready::of(&other), 86);
        let same = [Agreement::BirthNames, Agreement::BirthOnlyName];
        prop_assert!(by_marks(&one, &other).counts(&same));
        prop_assert!(direct.counts(&same));
    }

    #[test]
    fn a_day_taken_for_the_month_is_seen(family in name(), given in name(), y in 1930_i16..2020, a in 1_i8..=12, b in 1_i8..=12) {
        prop_assume!(a != b && (a, b) != (1, 1));
        let one = Record { family: format!("Petrossian {family}"), given, birth: Some(date((y, a, b))), ..Record::default() };
        let other = Record { birth: Some(date((y, b, a))), ..one.clone() };
        let seen = [Agreement::SwappedNames];
        // where both names sound alike there is one name only
        prop_assume!(Ready::of(&one).why(&Ready::of(&one), 86).counts(&[Agreement::BirthNames]));
        prop_assert!(by_marks(&one, &other).counts(&seen));
        prop_assert!(Ready::of(&one).why(&Ready::of(&other), 86).counts(&seen));
    }

    #[test]
    fn either_may_have_come_first(a in name(), b in name(), x in day(), y in day(), est in any::<bool>()) {
        let one = Record { family: a.clone(), given: b.clone(), birth: Some(date(x)), ..Record::default() };
        let year = PartialDate::new(y.0, None, None).unwrap();
        let other = Record { family: a, given: b, birth: Some(if est { year } else { date(y) }), ..Record::default() };
        prop_assert_eq!(by_marks(&one, &other).agreements, by_marks(&other, &one).agreements);
        let (left, right) = (Ready::of(&one), Ready::of(&other));
        prop_assert_eq!(left.why(&right, 86).agreements, right.why(&left, 86).agreements);
    }
}

#[test]
fn the_first_of_january_is_a_year() {
    let one = record("Karimi", "Shirin", "1985-01-01");
    let known = record("Karimi", "Shireen", "1985-06-17");
    let beside = record("Karimi", "Shireen", "1986-09-03");
    assert_eq!(by_marks(&one, &known).agreements, [Agreement::YearNames]);
    assert_eq!(by_marks(&one, &one).agreements, [Agreement::YearNames]);
    assert_eq!(
        by_marks(&one, &beside).agreements,
        [Agreement::NextYearNames]
    );
    assert_eq!(
        by_marks(&beside, &one).agreements,
        [Agreement::NextYearNames]
    );
    assert!(by_marks(&known, &beside).agreements.is_empty());
}

#[test]
fn a_number_or_a_way_to_reach_is_enough_and_says_so() {
    let mut one = record("Karimi", "Shirin", "1985");
    one.numbers = vec!["P 123.456".into()];
    one.reach = vec!["+98 21 5550 1234".into()];
    let mut other = record("Another", "Name", "1999");
    other.numbers = vec!["p123456".into()];
    other.reach = vec!["call 021 5550 1234".into()];
    let why = by_marks(&one, &other);
    assert_eq!(why.agreements, [Agreement::Number, Agreement::Reach]);
    assert!(why.names.is_empty());
    assert!(Ready::of(&one).why(&Ready::of(&other), 86) == why);
}

#[test]
fn a_lone_name_or_date_makes_no_text() {
    assert!(
        Tokens::of(&record("Karimi", "Shirin", ""))
            .kept()
            .is_empty()
    );
    assert!(Tokens::of(&record("", "", "1985-06-17")).kept().is_empty());
    let one = Tokens::of(&record("Karimi", "", "1985-06-17"));
    assert!(one.kept().iter().all(|text| text.contains("1985")));
}

#[test]
fn debug_says_nothing() {
    let one = record("Karimi", "Shirin", "1985");
    let said = format!("{one:?} {:?} {:?}", Tokens::of(&one), Ready::of(&one));
    assert_eq!(said, "Record(…) Tokens(…) Ready(…)");
}
