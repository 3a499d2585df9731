//! Dates of which the day or the month may be unknown, as text: nothing panics, what reads writes back, and its bounds are
//! days in order.

#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_domain::date::PartialDate;
use safeconduct_domain::policy::Citation;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(date) = text.parse::<PartialDate>() {
        assert_eq!(date.to_string(), text);
        let (earliest, latest) = date.bounds();
        assert!(earliest <= latest);
        assert_eq!(
            date.exact().is_some(),
            earliest == latest && date.day().is_some()
        );
    }
    if let Ok(citation) = text.parse::<Citation>() {
        assert_eq!(citation.to_string(), text);
    }
});
