//! Countries and languages by name, in English, in French, or by code.
//!
//! The names are the ones the pages show (`locales/*/countries.ftl`, `locales/*/languages.ftl`), so that whatever a
//! page offers can be read back. Letters' case, accents and punctuation do not matter.

pub use safeconduct_domain::country::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A list of things with a code and a name in both languages.
#[derive(Debug)]
pub struct Names {
    entries: BTreeMap<&'static str, (&'static str, &'static str)>,
    by_name: BTreeMap<String, &'static str>,
}

/// Countries by ISO 3166-1 alpha-2 code, with XK for Kosovo.
#[must_use]
pub fn countries() -> &'static Names {
    static NAMES: LazyLock<Names> = LazyLock::new(|| {
        Names::new(
            "country-",
            include_str!("../../../../locales/en/countries.ftl"),
            include_str!("../../../../locales/fr/countries.ftl"),
            &COUNTRY_ALIASES,
        )
    });
    &NAMES
}

/// Languages often met, by ISO 639 code: two letters where there are two, else three.
#[must_use]
pub fn languages() -> &'static Names {
    static NAMES: LazyLock<Names> = LazyLock::new(|| {
        Names::new(
            "language-",
            include_str!("../../../../locales/en/languages.ftl"),
            include_str!("../../../../locales/fr/languages.ftl"),
            &LANGUAGE_ALIASES,
        )
    });
    &NAMES
}

impl Names {
    fn new(
        prefix: &str,
        en: &'static str,
        fr: &'static str,
        aliases: &[(&str, &'static str)],
    ) -> Self {
        let french: BTreeMap<_, _> = lines(prefix, fr).collect();
        let entries: BTreeMap<_, _> = lines(prefix, en)
            .map(|(code, name)| (code, (name, french.get(code).copied().unwrap_or(name))))
            .collect();
        let mut by_name = BTreeMap::new();
        for (alias, code) in aliases {
            by_name.insert(fold(alias), *code);
        }
        for (code, (en, fr)) in &entries {
            by_name.insert(fold(en), *code);
            by_name.insert(fold(fr), *code);
        }
        for code in entries.keys() {
            by_name.insert(fold(code), *code);
        }
        Self { entries, by_name }
    }

    /// The code of what was typed: a name in either language, another name in use, or the code itself.
    #[must_use]
    pub fn code(&self, typed: &str) -> Option<&'static str> {
        self.by_name.get(&fold(typed)).copied()
    }

    /// Whether this is a code of the list, exactly as it is written there.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.entries.contains_key(code)
    }

    /// The English and the French name of a code.
    #[must_use]
    pub fn names(&self, code: &str) -> Option<(&'static str, &'static str)> {
        self.entries.get(code).copied()
    }

    /// Every code with its English and French name, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        self.entries
            .iter()
            .map(|(code, (en, fr))| (*code, *en, *fr))
    }
}

fn lines(prefix: &str, file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines()
        .filter_map(move |line| line.strip_prefix(prefix)?.split_once(" = "))
}

const COUNTRY_ALIASES: [(&str, &str); 43] = [
    ("Brunei Darussalam", "BN"),
    ("Burma", "MM"),
    ("Birmanie", "MM"),
    ("Ivory Coast", "CI"),
    ("Cape Verde", "CV"),
    ("Cap-Vert", "CV"),
    ("Czech Republic", "CZ"),
    ("République tchèque", "CZ"),
    ("DRC", "CD"),
    ("RDC", "CD"),
    ("DR Congo", "CD"),
    ("Congo (Kinshasa)", "CD"),
    ("Congo (Brazzaville)", "CG"),
    ("East Timor", "TL"),
    ("Timor oriental", "TL"),
    ("Great Britain", "GB"),
    ("UK", "GB"),
    ("Grande-Bretagne", "GB"),
    ("Holland", "NL"),
    ("Irak", "IQ"),
    ("Islamic Republic of Iran", "IR"),
    ("Macedonia", "MK"),
    ("Macédoine", "MK"),
    ("Moldavie", "MD"),
    ("Biélorussie", "BY"),
    ("Belorussia", "BY"),
    ("Republic of Korea", "KR"),
    ("Democratic People's Republic of Korea", "KP"),
    ("Russian Federation", "RU"),
    ("Fédération de Russie", "RU"),
    ("State of Palestine", "PS"),
    ("Palestinian Territories", "PS"),
    ("Territoires palestiniens", "PS"),
    ("Swaziland", "SZ"),
    ("Syrian Arab Republic", "SY"),
    ("The Gambia", "GM"),
    ("Turkey", "TR"),
    ("Turquie", "TR"),
    ("USA", "US"),
    ("United States of America", "US"),
    ("États-Unis d’Amérique", "US"),
    ("Viet Nam", "VN"),
    ("Holy See", "VA"),
];

const LANGUAGE_ALIASES: [(&str, &str); 22] = [
    ("Farsi", "fa"),
    ("Pashtu", "ps"),
    ("Pushto", "ps"),
    ("Sorani", "ckb"),
    ("Kurmanji", "kmr"),
    ("Kurmandji", "kmr"),
    ("Badini", "kmr"),
    ("Mandarin", "zh"),
    ("Chinese", "zh"),
    ("chinois", "zh"),
    ("Tagalog", "fil"),
    ("Creole", "ht"),
    ("créole", "ht"),
    ("Castilian", "es"),
    ("Bangla", "bn"),
    ("Afaan Oromo", "om"),
    ("Luganda", "lg"),
    ("Rundi", "rn"),
    ("Fula", "ff"),
    ("Uighur", "ug"),
    ("Myanmar", "my"),
    ("Kiswahili", "sw"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_to_its_own_code() {
        for names in [countries(), languages()] {
            for (code, en, fr) in names.iter() {
                assert_eq!(names.code(en), Some(code), "{en}");
                assert_eq!(names.code(fr), Some(code), "{fr}");
                assert_eq!(names.code(code), Some(code), "{code}");
                assert_eq!(names.code(&code.to_lowercase()), Some(code));
            }
        }
        assert_eq!(countries().iter().count(), 250);
        assert!(languages().iter().count() >= 70);
    }

    #[test]
    fn the_two_languages_name_the_same_codes() {
        for (prefix, en, fr) in [
            (
                "country-",
                include_str!("../../../../locales/en/countries.ftl"),
                include_str!("../../../../locales/fr/countries.ftl"),
            ),
            (
                "language-",
                include_str!("../../../../locales/en/languages.ftl"),
                include_str!("../../../../locales/fr/languages.ftl"),
            ),
        ] {
            let codes = |file| {
                lines(prefix, file)
                    .map(|(code, _)| code)
                    .collect::<Vec<_>>()
            };
            assert_eq!(codes(en), codes(fr));
        }
    }

    #[test]
    fn every_other_name_in_use_leads_to_a_code() {
        for (alias, code) in COUNTRY_ALIASES {
            assert!(
                countries().has(code) && countries().code(alias) == Some(code),
                "{alias}"
            );
        }
        for (alias, code) in LANGUAGE_ALIASES {
            assert!(
                languages().has(code) && languages().code(alias) == Some(code),
                "{alias}"
            );
        }
    }

    #[test]
    fn spelling_does_not_matter() {
        for typed in [
            "Côte d’Ivoire",
            "cote d'ivoire",
            "COTE D IVOIRE",
            " Ivory  Coast ",
            "ci",
            "Co\u{302}te d'Ivoire",
        ] {
            assert_eq!(countries().code(typed), Some("CI"), "{typed}");
        }
        assert_eq!(countries().code("Atlantis"), None);
        assert_eq!(countries().code(""), None);
        assert_eq!(languages().code("Farsi"), Some("fa"));
    }
}
