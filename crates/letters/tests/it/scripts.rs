//! Names in the scripts of those who bear them.

use crate::sample;
use crate::tools::{BOTH, asked, holds, made, text};
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

/// The words of a PDF as they stand on paper: where each begins, and its letters from left to right.
fn on_paper(pdf: &Pdf) -> Vec<(f64, String)> {
    let boxes = asked(
        "poppler-utils",
        "pdftotext",
        &["-enc", "UTF-8", "-bbox"],
        &["-"],
        pdf,
    );
    let words = boxes
        .lines()
        .filter_map(|line| line.trim().strip_prefix("<word xMin=\""));
    let parts = words.map(|line| {
        let (x, rest) = line.split_once('"').unwrap();
        let word = rest.split_once('>').unwrap().1.trim_end_matches("</word>");
        (x.parse().unwrap(), word.to_owned())
    });
    parts.collect()
}

#[test]
fn right_to_left_does_not_disturb_what_stands_around_it() {
    let reversed = |word: &str| word.chars().rev().collect::<String>();
    for language in BOTH {
        let mut letter = sample::approval(language);
        letter.persons = vec![
            Name::both("Leila Haddad", "ليلى حداد"),
            Name::latin("Ana Quispe"),
        ];
        letter.next = vec!["ليلى 7301 حداد, Nairobi".to_owned()];
        let words = on_paper(&made(&Letter::Approval(letter), language));
        let line: Vec<_> = words
            .windows(4)
            .filter(|w| w[0].1 == "Leila" && w[2].1.starts_with('('))
            .collect();
        assert_eq!(line.len(), 1, "{words:?}");
        // the first name stands right of the second, and the brackets stand around both
        let expected = [
            "Leila".to_owned(),
            "Haddad".to_owned(),
            format!("({}", reversed("حداد")),
            format!("{})", reversed("ليلى")),
        ];
        assert_eq!(
            line[0].iter().map(|w| w.1.clone()).collect::<Vec<_>>(),
            expected
        );
        assert!(line[0].windows(2).all(|w| w[0].0 < w[1].0), "{line:?}");
        let of = |word: &str| {
            words
                .iter()
                .rfind(|w| w.1.contains(word))
                .unwrap_or_else(|| panic!("{word}: {words:?}"))
                .0
        };
        assert!(
            of(&reversed("حداد")) < of("7301") && of("7301") < of(&reversed("ليلى")),
            "{words:?}"
        );
    }
}

#[test]
fn an_answer_in_arabic_is_a_paragraph_of_its_own() {
    let answer = "لم أعد إلى بلدي في عام 2025.\nكنت في نيروبي.";
    for language in BOTH {
        let mut letter = sample::refusal(language);
        letter.persons[0].concerns[0].answer = answer.to_owned();
        let text = text(&made(&Letter::Refusal(letter), language));
        assert!(
            holds(&text, "كنت في نيروبي") && holds(&text, "2025"),
            "{text}"
        );
    }
}
