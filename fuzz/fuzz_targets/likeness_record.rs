//! Any text as names, numbers and ways to reach: nothing panics, a record is like itself, and what it keeps it also asks for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safeconduct_domain::likeness::Agreement;
use safeconduct_likeness::Record;
use safeconduct_likeness::compare::Ready;
use safeconduct_likeness::token::Tokens;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut lines = text.split('\n').map(str::to_owned);
    let mut next = || lines.next().unwrap_or_default();
    let record = Record {
        family: next(),
        given: next(),
        own_script: Some(next()),
        others: Some(next()),
        birth: next().parse().ok(),
        numbers: vec![next()],
        reach: vec![next()],
    };
    let tokens = Tokens::of(&record);
    let found = tokens.asked().iter().filter(|a| tokens.kept().contains(&a.text));
    let why = tokens.why(found);
    let ready = Ready::of(&record);
    let direct = ready.why(&ready, 86);
    for agreement in [Agreement::Number, Agreement::Reach] {
        assert_eq!(why.agreements.contains(&agreement), direct.agreements.contains(&agreement));
    }
});
