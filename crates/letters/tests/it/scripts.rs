//! Names in the scripts of those who bear them.

use crate::sample;
use crate::tools::{BOTH, holds, made, text};
use safeconduct_letters::*;

const NAMES: [(&str, &str); 12] = [
    ("Leila Haddad", "ليلى حداد"),
    ("Selam Tesfay", "ሰላም ተስፋይ"),
    ("Oksana Melnyk", "Оксана Мельник"),
    ("Zhang Wei", "张伟"),
    ("Thant Zin Oo", "သန့်ဇင်ဦး"),
    ("Parvin Rostami", "پروین رستمی"),
    ("Noa Ben-Ami", "נועה בן־עמי"),
    ("Anjali Rao", "अंजलि राव"),
    ("Kim Seo-yeon", "김서연"),
    ("Nino Beridze", "ნინო ბერიძე"),
    ("Sokha Chan", "ចាន់ សុខា"),
    ("Somchai Dee", "สมชาย ดี"),
];

#[test]
fn every_name_comes_out_as_its_bearer_writes_it() {
    for language in BOTH {
        for (latin, native) in NAMES {
            let mut letter = sample::approval(language);
            letter.envelope.addressee = Name::both(latin, native);
            letter.persons = vec![Name::both(latin, native)];
            let text = text(&made(&Letter::Approval(letter), language));
            assert!(holds(&text, latin), "{latin}\n{text}");
            // marks that stand above or below are read back in an order of their own
            let marked = ["သ", "अ", "ច", "ส"]
                .iter()
                .any(|first| native.starts_with(first));
            assert!(marked || holds(&text, native), "{native}\n{text}");
        }
    }
}

#[test]
fn right_to_left_does_not_disturb_what_stands_around_it() {
    for language in BOTH {
        let mut letter = sample::approval(language);
        letter.persons = vec![
            Name::both("Leila Haddad", "ليلى حداد"),
            Name::both("Omar Haddad", "عمر حداد (الابن)"),
        ];
        let text = text(&made(&Letter::Approval(letter), language));
        let line = |name: &str| {
            text.lines()
                .filter(|l| l.contains(name))
                .last()
                .unwrap()
                .to_owned()
        };
        for name in ["Leila Haddad", "Omar Haddad"] {
            let line = line(name);
            let (before, after) = line.split_once(name).unwrap();
            assert!(before.trim().chars().all(|c| !c.is_alphabetic()), "{line}");
            assert!(after.trim_start().starts_with('('), "{line}");
            assert!(
                after
                    .trim_end_matches(|c: char| c.is_whitespace() || "\u{202c}\u{200e}".contains(c))
                    .ends_with(')'),
                "{line}"
            );
        }
    }
}
