//! How old somebody is, and what follows: a child's age is locked on the referral date (R25.1(7)).

use jiff::civil::{Date, date};
use safeconduct_domain::date::{Known, age_on};
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{AgeId, Policy};

use crate::pages::casefile::Desk;
use crate::pages::inset::{Inset, cited};
use crate::web::i18n::Arg;

/// A child who comes this near to the age is pointed out before the referral is made, in days.
const NEAR: i32 = 90;

/// The age today, if it can be told.
pub(super) fn today(desk: &Desk<'_>, person: &Person) -> String {
    match person.details.birth.and_then(|b| b.exact()) {
        Some(birth) => desk.t1("age-years", "years", i64::from(age_on(birth, desk.today))),
        None => String::new(),
    }
}

/// What the law makes of the age; nothing for those whose age does not matter.
pub(super) fn inset(desk: &Desk<'_>, person: &Person) -> Option<Inset> {
    if !person.details.relationship.is_child() {
        return None;
    }
    let lines = lines(desk, person);
    let inset = Inset::new(desk.t("age-title"), lines);
    let fine = person
        .details
        .dependent_child(desk.case().referral.lock_in(desk.today));
    Some(if fine == Known::Yes && !near(desk, person) {
        inset
    } else {
        inset.warning()
    })
}

fn lines(desk: &Desk<'_>, person: &Person) -> Vec<String> {
    let referral = &desk.case().referral;
    let lock_in = referral.lock_in(desk.today);
    let law = desk.policy().age(AgeId::DependentChildUnder, desk.today);
    let rule = law
        .map(|age| cited(desk, &age.provisions))
        .unwrap_or_default();
    let limit = limit(desk.policy(), desk.today);
    let mut lines = Vec::new();
    if let Some(birth) = person.details.birth.and_then(|b| b.exact()) {
        let turns = birthday(birth, limit);
        let args = [
            ("age", Arg::Number(i64::from(limit))),
            ("date", Arg::Text(desk.lang().date(turns))),
        ];
        lines.push(desk.tn(
            if turns > desk.today {
                "age-turns"
            } else {
                "age-turned"
            },
            &args,
        ));
        let locked = [
            ("age", Arg::Number(i64::from(age_on(birth, lock_in)))),
            ("date", Arg::Text(desk.lang().date(lock_in))),
            ("provision", Arg::Text(desk.lang().cite("R25.1(7)"))),
        ];
        let key = if referral.date.is_some() {
            "age-locked"
        } else {
            "age-would-lock"
        };
        lines.push(desk.tn(key, &locked));
        if near(desk, person) {
            lines.push(desk.tn("age-hurry", &args));
        }
    }
    let args = [("provision", Arg::Text(rule))];
    let key = match person.details.dependent_child(lock_in) {
        Known::Yes => "age-dependent",
        Known::No => "age-not-dependent",
        Known::Unclear => "age-unclear",
    };
    lines.push(desk.tn(key, &args));
    lines
}

fn limit(policy: &Policy, day: Date) -> i16 {
    let age = policy.age(AgeId::DependentChildUnder, day);
    age.map_or(22, |age| i16::try_from(age.years).unwrap_or(22))
}

/// Whether a child not yet referred reaches the age soon.
fn near(desk: &Desk<'_>, person: &Person) -> bool {
    if desk.case().referral.date.is_some() {
        return false;
    }
    let Some(birth) = person.details.birth.and_then(|b| b.exact()) else {
        return false;
    };
    let days = (birthday(birth, limit(desk.policy(), desk.today)) - desk.today).get_days();
    (1..=NEAR).contains(&days)
}

/// The day on which an age is attained. Who was born on 29 February attains it on 1 March of a common year.
fn birthday(birth: Date, years: i16) -> Date {
    let year = birth.year().saturating_add(years);
    Date::new(year, birth.month(), birth.day())
        .unwrap_or_else(|_| Date::new(year, 3, 1).unwrap_or(date(9999, 12, 31)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_attained_on_its_day() {
        assert_eq!(birthday(date(2004, 11, 23), 22), date(2026, 11, 23));
        assert_eq!(birthday(date(2004, 2, 29), 22), date(2026, 3, 1));
        assert_eq!(birthday(date(2004, 2, 29), 24), date(2028, 2, 29));
        for birth in [date(2004, 11, 23), date(2004, 2, 29), date(2004, 1, 1)] {
            let day = birthday(birth, 22);
            assert_eq!(age_on(birth, day), 22);
            assert_eq!(age_on(birth, day.yesterday().unwrap()), 21);
        }
    }
}
