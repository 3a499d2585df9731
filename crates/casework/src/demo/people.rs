//! Invented families, in several scripts. Deterministic: the same number gives the same family.

use safeconduct_domain::person::{Details, Relationship};

struct Root {
    family: &'static str,
    given: [&'static str; 3],
    native: [&'static str; 3],
    home: &'static str,
    asylum: &'static str,
    language: &'static str,
    category: &'static str,
    work: &'static str,
}

#[expect(clippy::too_many_arguments, reason = "one row of a table")]
const fn root(
    family: &'static str,
    given: [&'static str; 3],
    native: [&'static str; 3],
    home: &'static str,
    asylum: &'static str,
    language: &'static str,
    category: &'static str,
    work: &'static str,
) -> Root {
    Root {
        family,
        given,
        native,
        home,
        asylum,
        language,
        category,
        work,
    }
}

const ROOTS: [Root; 10] = [
    root(
        "Tesfamariam",
        ["Selam", "Yonas", "Feven"],
        ["ሰላም ተስፋማርያም", "ዮናስ ተስፋማርያም", "ፌቨን ተስፋማርያም"],
        "ER",
        "KE",
        "ti",
        "journalist",
        "Recorded testimonies of people held without charge and passed them to a radio station abroad.",
    ),
    root(
        "al-Haddadin",
        ["Rima", "Khaled", "Nour"],
        ["ريما الحدادين", "خالد الحدادين", "نور الحدادين"],
        "SY",
        "JO",
        "ar",
        "women",
        "Ran a legal clinic for women whose husbands had disappeared.",
    ),
    root(
        "Shevtsova",
        ["Daryna", "Artem", "Mila"],
        ["Дарина Шевцова", "Артем Шевцов", "Міла Шевцова"],
        "BY",
        "TR",
        "ru",
        "lawyer",
        "Defended people arrested at peaceful gatherings until her licence was taken away.",
    ),
    root(
        "Nazari",
        ["Parwana", "Idris", "Laleh"],
        ["پروانه نظری", "ادریس نظری", "لاله نظری"],
        "AF",
        "PK",
        "prs",
        "activist",
        "Kept a school for girls open in three houses, one after the other.",
    ),
    root(
        "Quintero Ariza",
        ["Yurany", "Eliécer", "Samuel"],
        [
            "Yurany Quintero Ariza",
            "Eliécer Quintero",
            "Samuel Quintero",
        ],
        "VE",
        "CO",
        "es",
        "land-and-environment",
        "Spoke for fishing villages against a mine that took their river.",
    ),
    root(
        "Mutombo",
        ["Clarisse", "Trésor", "Gloire"],
        ["Clarisse Mutombo", "Trésor Mutombo", "Gloire Mutombo"],
        "CD",
        "KE",
        "fr",
        "land-and-environment",
        "Documented the burning of villages around a cobalt concession.",
    ),
    root(
        "Yilmazer",
        ["Zehra", "Baran", "Dilan"],
        ["Zehra Yılmazer", "Baran Yılmazer", "Dilan Yılmazer"],
        "IR",
        "TR",
        "ku",
        "lgbtqi",
        "Answered a help line for young people thrown out of their homes.",
    ),
    root(
        "Hser",
        ["Naw Paw", "Saw Eh", "Mu"],
        ["နော်ပေါ့", "စောအဲ", "မူ"],
        "MM",
        "TH",
        "my",
        "indigenous",
        "Mapped land mines with villagers and published the maps.",
    ),
    root(
        "Lin",
        ["Meihua", "Zhao", "An"],
        ["林美华", "林钊", "林安"],
        "CN",
        "SG",
        "zh",
        "trade-unionist",
        "Collected wage claims of factory workers and taught them the labour code.",
    ),
    root(
        "Abdirahman",
        ["Hodan", "Liban", "Ayaan"],
        [
            "Hodan Cabdiraxmaan",
            "Liban Cabdiraxmaan",
            "Ayaan Cabdiraxmaan",
        ],
        "SO",
        "KE",
        "so",
        "journalist",
        "Reported on courts that sentence women unheard.",
    ),
];

/// An invented family.
pub(crate) struct Family {
    pub(crate) reference: String,
    pub(crate) persons: Vec<Details>,
    pub(crate) home: &'static str,
    pub(crate) category: &'static str,
    pub(crate) work: &'static str,
    pub(crate) language: &'static str,
}

/// The family of a number: one to six persons, an accompanying adult and children in turn.
pub(crate) fn family(number: usize) -> Family {
    let [fallback, ..] = &ROOTS;
    let root = ROOTS.get(number % ROOTS.len()).unwrap_or(fallback);
    let size = 1 + (number * 7 + number / ROOTS.len()) % 6;
    let persons = (0..size).map(|index| person(root, number, index)).collect();
    Family {
        reference: format!("{}-{:04}", 2026 - number % 2, 101 + number),
        persons,
        home: root.home,
        category: root.category,
        work: root.work,
        language: root.language,
    }
}

fn person(root: &Root, number: usize, index: usize) -> Details {
    let relationship = match index {
        0 => Relationship::PrincipalApplicant,
        1 => Relationship::Spouse,
        _ => Relationship::DependentChild,
    };
    let [first, second, third] = root.given;
    let [one, two, three] = root.native;
    let (given, native) = match index {
        0 => (first.to_owned(), Some(one.to_owned())),
        1 => (second.to_owned(), Some(two.to_owned())),
        2 => (third.to_owned(), Some(three.to_owned())),
        n => (
            format!(
                "{third} {}",
                ["II", "III", "IV", "V"].get(n - 3).unwrap_or(&"VI")
            ),
            None,
        ),
    };
    let birth = match index {
        // one in five knows only the year of birth
        0 if number % 5 == 2 => format!("{}", 1975 + number % 20),
        0 => format!(
            "{}-{:02}-{:02}",
            1975 + number % 20,
            1 + number % 12,
            1 + number % 28
        ),
        1 => format!("{}-{:02}", 1976 + number % 20, 1 + (number * 5) % 12),
        n => format!(
            "{}-{:02}-{:02}",
            2005 + (n * 3 + number) % 18,
            1 + (n * number) % 12,
            1 + (n + number) % 28
        ),
    };
    // one family in twenty has no nationality, and has lived in two countries
    let stateless = number % 20 == 16;
    Details {
        relationship,
        // in one family of seven somebody stays behind and is declared
        accompanying: index > 0 && !(number % 7 == 3 && index == 2),
        family_name: root.family.to_owned(),
        given_names: given,
        native_name: native,
        other_names: None,
        sex: Some(
            if index.is_multiple_of(2) {
                "female"
            } else {
                "male"
            }
            .to_owned(),
        ),
        birth: birth.parse().ok(),
        birth_country: Some(root.home.to_owned()),
        nationalities: match stateless {
            true => Vec::new(),
            false => vec![root.home.to_owned()],
        },
        stateless,
        former_residences: match stateless {
            true => vec!["IQ".to_owned(), root.home.to_owned()],
            false => Vec::new(),
        },
        residence: Some(root.asylum.to_owned()),
        status: Some("registered asylum seeker".to_owned()),
        marital_status: Some(
            if index < 2 && !(number * 7).is_multiple_of(6) {
                "married"
            } else {
                "single"
            }
            .to_owned(),
        ),
        languages: vec![root.language.to_owned()],
        no_identity_document: (index > 1)
            .then(|| "Born in flight; no document was ever issued.".to_owned()),
        dependent_by_condition: false,
    }
}
