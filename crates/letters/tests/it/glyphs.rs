//! A character that cannot be drawn stops the letter and says how to mend it.

use crate::sample;
use crate::tools::{FONTS, POLICY};
use safeconduct_domain::policy::Language;
use safeconduct_letters::*;

fn with_name(native: &str) -> Letter {
    let mut letter = sample::approval(Language::En);
    letter.envelope.addressee = Name::both("Somebody", native);
    letter.persons = vec![Name::latin("Somebody")];
    Letter::Approval(letter)
}

#[test]
fn a_missing_script_is_named_with_its_package() {
    let alone = Fonts::with_folders::<&str>(&[]);
    for (native, script, package) in [
        ("ሰላም", "Ethiopic", "fonts-noto-core"),
        ("ليلى", "Arabic", "fonts-noto-core"),
        ("张伟", "Han", "fonts-noto-cjk"),
        ("ဦး", "Myanmar", "fonts-noto-core"),
    ] {
        let error = render(&with_name(native), Language::En, &POLICY, &alone).unwrap_err();
        let Error::NoGlyph(missing) = &error else {
            panic!("{error}");
        };
        assert_eq!(
            (missing[0].name, missing[0].package),
            (script, Some(package))
        );
        assert!(
            error.to_string().contains(package) && error.to_string().contains(script),
            "{error}"
        );
    }
    // what comes with the program is enough for both languages and Cyrillic
    assert!(render(&with_name("Оксана"), Language::Fr, &POLICY, &alone).is_ok());
}

#[test]
fn a_character_nobody_can_draw_stops_the_letter() {
    for odd in ["\u{e123}", "\u{10ffff}a", "\u{378}"] {
        let error = render(&with_name(odd), Language::En, &POLICY, &FONTS).unwrap_err();
        assert!(
            matches!(error, Error::NoGlyph(_) | Error::Unprintable(_)),
            "{error}"
        );
    }
}

#[test]
fn the_machine_can_be_asked_beforehand() {
    let alone = Fonts::with_folders::<&str>(&[]);
    let missing = alone.missing("Amina ሰላም ተስፋይ, 张伟");
    let names: Vec<&str> = missing.iter().map(|one| one.name).collect();
    assert_eq!(names, ["Ethiopic", "Han"]);
    let scripts = alone.missing_scripts();
    assert!(scripts.len() > 30 && scripts.iter().all(|one| one.package.is_some()));
    assert!(
        !scripts
            .iter()
            .any(|one| ["Latin", "Cyrillic", "Greek"].contains(&one.name))
    );
    let here = FONTS.missing_scripts();
    assert!(
        here.is_empty(),
        "install the Debian packages fonts-noto-core and fonts-noto-cjk: {here:?}"
    );
}
