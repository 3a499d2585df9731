//! Dates: three inputs on the page, one text in the object.

use jiff::civil::Date;

use super::numerals::compact;
use super::{FieldError, Values};

/// Years a date may have; a two-digit year is a slip, not the first century.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

const MONTHS: [(&str, &[&str]); 12] = [
    ("01", &["january", "jan", "janvier", "janv"]),
    (
        "02",
        &[
            "february", "feb", "fevrier", "février", "fev", "fév", "févr",
        ],
    ),
    ("03", &["march", "mar", "mars"]),
    ("04", &["april", "apr", "avril", "avr"]),
    ("05", &["may", "mai"]),
    ("06", &["june", "jun", "juin"]),
    ("07", &["july", "jul", "juillet", "juil"]),
    ("08", &["august", "aug", "août", "aout"]),
    ("09", &["september", "sep", "sept", "septembre"]),
    ("10", &["october", "oct", "octobre"]),
    ("11", &["november", "nov", "novembre"]),
    ("12", &["december", "dec", "décembre", "decembre", "déc"]),
];

/// The text of the date typed into three inputs, not yet checked against the calendar; nothing if all are empty.
pub(super) fn posted(
    name: &str,
    partial: bool,
    values: &Values,
) -> Result<Option<String>, FieldError> {
    let part = |which: &str| compact(values.first(&format!("{name}-{which}")));
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let fail = |code| Err(FieldError::new(name, code));
    if year.is_empty() {
        return fail("date-year-missing");
    }
    if month.is_empty() && (!day.is_empty() || !partial) {
        return fail("date-month-missing");
    }
    if day.is_empty() && !partial {
        return fail("date-day-missing");
    }
    if year.len() != 4 || !digits(&year) {
        return fail("date-year");
    }
    let mut text = year;
    for part in [month_number(&month), two(&day)] {
        match part {
            Ok(part) if part.is_empty() => {}
            Ok(part) => {
                text.push('-');
                text.push_str(&part);
            }
            Err(()) => return fail("date"),
        }
    }
    Ok(Some(text))
}

/// Whether a text is a date of the calendar in exactly our form, in full or (if `partial`) without its end.
pub(super) fn check(name: &str, text: &str, partial: bool) -> Result<(), FieldError> {
    let fail = |code| Err(FieldError::new(name, code));
    let mut parts = text.split('-');
    let (Some(year), month, day, None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return fail("date");
    };
    let Some(year) = number(year, 4) else {
        return fail("date");
    };
    if !YEARS.contains(&year) {
        return fail("date-year");
    }
    let whole = match (month, day) {
        (None, None) if partial => Some((1, 1)),
        (Some(month), None) if partial => number(month, 2).map(|month| (month, 1)),
        (Some(month), Some(day)) => number(month, 2).zip(number(day, 2)),
        _ => None,
    };
    let exists = whole.is_some_and(
        |(month, day)| match (i8::try_from(month), i8::try_from(day)) {
            (Ok(month), Ok(day)) => Date::new(year, month, day).is_ok(),
            _ => false,
        },
    );
    if exists { Ok(()) } else { fail("date") }
}

/// The three inputs that show a date: day, month, year, without leading zeros; what is unknown stays empty.
pub(super) fn inputs(text: &str) -> [(&'static str, String); 3] {
    let mut parts = text.split('-');
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    let short = |part: &str| part.trim_start_matches('0').to_owned();
    [
        ("day", short(day)),
        ("month", short(month)),
        ("year", year.to_owned()),
    ]
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn number(text: &str, width: usize) -> Option<i16> {
    (text.len() == width && digits(text))
        .then(|| text.parse().ok())
        .flatten()
}

fn two(text: &str) -> Result<String, ()> {
    match text.len() {
        0 => Ok(String::new()),
        1 | 2 if digits(text) => Ok(format!("{text:0>2}")),
        _ => Err(()),
    }
}

fn month_number(text: &str) -> Result<String, ()> {
    let name = text.trim_end_matches('.').to_lowercase();
    match MONTHS
        .iter()
        .find(|(_, names)| names.contains(&name.as_str()))
    {
        Some((number, _)) => Ok((*number).to_owned()),
        None => two(text),
    }
}
