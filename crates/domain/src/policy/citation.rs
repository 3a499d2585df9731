//! A provision of an Act or of regulations, named exactly: `A96(a)`, `R139(1)(d)(i)`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Language;

/// The enactments that policy cites, with the letters that stand for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Enactment {
    /// `A`: Immigration and Refugee Protection Act, S.C. 2001, c. 27.
    Act,
    /// `R`: Immigration and Refugee Protection Regulations, SOR/2002-227.
    Regulations,
    /// `PA`: Privacy Act, R.S.C. 1985, c. P-21.
    PrivacyAct,
    /// `PR`: Privacy Regulations, SOR/83-508.
    PrivacyRegulations,
    /// `OLA`: Official Languages Act, R.S.C. 1985, c. 31 (4th Supp.).
    OfficialLanguagesAct,
    /// `RPD`: Refugee Protection Division Rules, SOR/2012-256.
    DivisionRules,
}

impl Enactment {
    const ALL: [Self; 6] = [
        Self::Act,
        Self::Regulations,
        Self::PrivacyAct,
        Self::PrivacyRegulations,
        Self::OfficialLanguagesAct,
        Self::DivisionRules,
    ];

    /// The letters that stand for it in a citation.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Act => "A",
            Self::Regulations => "R",
            Self::PrivacyAct => "PA",
            Self::PrivacyRegulations => "PR",
            Self::OfficialLanguagesAct => "OLA",
            Self::DivisionRules => "RPD",
        }
    }

    /// Its usual short title.
    #[must_use]
    pub const fn title(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Act, Language::En) => "IRPA",
            (Self::Act, Language::Fr) => "LIPR",
            (Self::Regulations, Language::En) => "IRPR",
            (Self::Regulations, Language::Fr) => "RIPR",
            (Self::PrivacyAct, Language::En) => "Privacy Act",
            (Self::PrivacyAct, Language::Fr) => {
                "Loi sur la protection des renseignements personnels"
            }
            (Self::PrivacyRegulations, Language::En) => "Privacy Regulations",
            (Self::PrivacyRegulations, Language::Fr) => {
                "Règlement sur la protection des renseignements personnels"
            }
            (Self::OfficialLanguagesAct, Language::En) => "Official Languages Act",
            (Self::OfficialLanguagesAct, Language::Fr) => "Loi sur les langues officielles",
            (Self::DivisionRules, Language::En) => "RPD Rules",
            (Self::DivisionRules, Language::Fr) => "Règles de la SPR",
        }
    }
}

/// Provisions whose French version is not divided into the paragraphs of the English one: in French they are
/// cited by the subsection.
const UNDIVIDED_IN_FRENCH: [(Enactment, &str, &str); 2] =
    [(Enactment::Act, "16", "2"), (Enactment::Act, "38", "1")];

/// The level of a bracketed part below the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Subsection,
    Paragraph,
    Subparagraph,
    Clause,
    Subclause,
}

/// A provision: the enactment, the section, and the bracketed parts below it, outermost first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Citation {
    enactment: Enactment,
    section: String,
    parts: Vec<String>,
}

/// The text is not a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a citation such as A96(a) or R139(1)(d)(i)")]
pub struct NotACitation;

impl Citation {
    /// The enactment cited.
    #[must_use]
    pub const fn enactment(&self) -> Enactment {
        self.enactment
    }

    /// The section's number, such as `140.1`.
    #[must_use]
    pub fn section(&self) -> &str {
        &self.section
    }

    /// The parts below the section, outermost first, without brackets, such as `1`, `d`, `i`.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The parts below the section as that language's version of the enactment divides it.
    #[must_use]
    pub fn parts_in(&self, language: Language) -> &[String] {
        let undivided = language == Language::Fr
            && self.parts.first().is_some_and(|first| {
                UNDIVIDED_IN_FRENCH.contains(&(self.enactment, &self.section, first))
            });
        if undivided {
            self.parts.get(..1).unwrap_or_default()
        } else {
            &self.parts
        }
    }

    /// The citation as lawyers write it: `IRPA s. 96(a)`; in French, where a paragraph's letter
    /// has only its closing bracket, `LIPR, art. 96a)`.
    #[must_use]
    pub fn render(&self, language: Language) -> String {
        let title = self.enactment.title(language);
        let rule = self.enactment == Enactment::DivisionRules;
        let mut out = match (language, rule) {
            (Language::En, false) => format!("{title} s. {}", self.section),
            (Language::En, true) => format!("{title} r. {}", self.section),
            (Language::Fr, false) => format!("{title}, art. {}", self.section),
            (Language::Fr, true) => format!("{title}, règle {}", self.section),
        };
        for (level, part) in self.levels().take(self.parts_in(language).len()) {
            if !(language == Language::Fr && level == Level::Paragraph) {
                out.push('(');
            }
            out.push_str(part);
            out.push(')');
        }
        out
    }

    /// The citation as [`Citation::render`] writes it, not to be parted at a line's end; after the title of an
    /// enactment that has no abbreviation it may be.
    #[must_use]
    pub fn render_unbroken(&self, language: Language) -> String {
        let plain = self.render(language);
        let title = self.enactment.title(language);
        let parted = title.split(' ').count();
        let mut out = String::new();
        for (at, word) in plain.split(' ').enumerate() {
            if at > 0 {
                // the words of a title of several words, and what follows it, may stand on different lines
                out.push(if parted > 1 && at <= parted {
                    ' '
                } else {
                    '\u{a0}'
                });
            }
            out.push_str(word);
        }
        out
    }

    fn levels(&self) -> impl Iterator<Item = (Level, &String)> {
        let first = self.parts.first().is_some_and(|part| is_number(part));
        let levels = [
            Level::Subsection,
            Level::Paragraph,
            Level::Subparagraph,
            Level::Clause,
            Level::Subclause,
        ];
        levels
            .into_iter()
            .skip(usize::from(!first))
            .zip(&self.parts)
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.enactment.letters(), self.section)?;
        self.parts.iter().try_for_each(|part| write!(f, "({part})"))
    }
}

impl FromStr for Citation {
    type Err = NotACitation;

    fn from_str(text: &str) -> Result<Self, NotACitation> {
        let digit = text
            .find(|c: char| c.is_ascii_digit())
            .ok_or(NotACitation)?;
        let (letters, rest) = text.split_at(digit);
        let enactment = Enactment::ALL
            .into_iter()
            .find(|enactment| enactment.letters() == letters)
            .ok_or(NotACitation)?;
        let (section, brackets) = match rest.split_once('(') {
            None => (rest, None),
            Some((section, brackets)) => (section, Some(brackets)),
        };
        let parts = match brackets {
            None => Vec::new(),
            Some(brackets) => brackets
                .strip_suffix(')')
                .ok_or(NotACitation)?
                .split(")(")
                .map(str::to_owned)
                .collect(),
        };
        let citation = Self {
            enactment,
            section: section.to_owned(),
            parts,
        };
        let sound = is_number(section)
            && citation.levels().count() == citation.parts.len()
            && citation.levels().all(|(level, part)| fits(level, part));
        if sound {
            Ok(citation)
        } else {
            Err(NotACitation)
        }
    }
}

impl TryFrom<String> for Citation {
    type Error = NotACitation;

    fn try_from(text: String) -> Result<Self, NotACitation> {
        text.parse()
    }
}

impl From<Citation> for String {
    fn from(citation: Citation) -> Self {
        citation.to_string()
    }
}

/// A number such as `139`, `140.1` or `7.01`: no leading zero before the point, at most three digits and two.
fn is_number(text: &str) -> bool {
    let (whole, more) = split_point(text);
    let whole_fits = (1..=3).contains(&whole.len())
        && whole.bytes().all(|b| b.is_ascii_digit())
        && !whole.starts_with('0');
    whole_fits && more.is_none_or(is_inserted)
}

/// What follows the point in a number or letter inserted later: one or two digits.
fn is_inserted(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn split_point(text: &str) -> (&str, Option<&str>) {
    match text.split_once('.') {
        None => (text, None),
        Some((before, after)) => (before, Some(after)),
    }
}

fn fits(level: Level, part: &str) -> bool {
    let (stem, more) = split_point(part);
    let short = (1..=6).contains(&stem.len()) && more.is_none_or(is_inserted);
    let all = |set: &str| !stem.is_empty() && stem.chars().all(|c| set.contains(c));
    short
        && match level {
            Level::Subsection => is_number(part),
            Level::Paragraph => stem.len() <= 2 && stem.bytes().all(|b| b.is_ascii_lowercase()),
            Level::Subparagraph => all("ivx"),
            Level::Clause => stem.len() == 1 && stem.bytes().all(|b| b.is_ascii_uppercase()),
            Level::Subclause => all("IVX"),
        }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn both(text: &str) -> (String, String) {
        let citation: Citation = text.parse().unwrap();
        (citation.render(Language::En), citation.render(Language::Fr))
    }

    #[test]
    fn each_language_writes_it_in_its_own_way() {
        let cases = [
            ("A96(a)", "IRPA s. 96(a)", "LIPR, art. 96a)"),
            (
                "R139(1)(d)(i)",
                "IRPR s. 139(1)(d)(i)",
                "RIPR, art. 139(1)d)(i)",
            ),
            ("R140.1", "IRPR s. 140.1", "RIPR, art. 140.1"),
            ("R140.1(a)", "IRPR s. 140.1(a)", "RIPR, art. 140.1a)"),
            ("R10(2)(c.1)", "IRPR s. 10(2)(c.1)", "RIPR, art. 10(2)c.1)"),
            (
                "R12.3(b)(ii)",
                "IRPR s. 12.3(b)(ii)",
                "RIPR, art. 12.3b)(ii)",
            ),
            (
                "R12.3(a)(ii)(C)",
                "IRPR s. 12.3(a)(ii)(C)",
                "RIPR, art. 12.3a)(ii)(C)",
            ),
            ("A38(1)(a)", "IRPA s. 38(1)(a)", "LIPR, art. 38(1)"),
            ("A38(2)(b)", "IRPA s. 38(2)(b)", "LIPR, art. 38(2)b)"),
            ("A16(2.1)", "IRPA s. 16(2.1)", "LIPR, art. 16(2.1)"),
            (
                "PA5(2)",
                "Privacy Act s. 5(2)",
                "Loi sur la protection des renseignements personnels, art. 5(2)",
            ),
            ("RPD64", "RPD Rules r. 64", "Règles de la SPR, règle 64"),
        ];
        for (text, en, fr) in cases {
            assert_eq!(both(text), (en.to_owned(), fr.to_owned()));
        }
    }

    #[test]
    fn an_unbroken_citation_differs_in_its_spaces_only() {
        for (text, en, fr) in [
            (
                "R139(1)(e)",
                "IRPR\u{a0}s.\u{a0}139(1)(e)",
                "RIPR,\u{a0}art.\u{a0}139(1)e)",
            ),
            (
                "PA5(2)",
                "Privacy Act s.\u{a0}5(2)",
                "Loi sur la protection des renseignements personnels, art.\u{a0}5(2)",
            ),
        ] {
            let citation: Citation = text.parse().unwrap();
            assert_eq!(citation.render_unbroken(Language::En), en);
            assert_eq!(citation.render_unbroken(Language::Fr), fr);
        }
    }

    #[test]
    fn what_is_not_a_citation_is_refused() {
        for text in [
            "",
            "A",
            "96",
            "a96",
            "X96",
            "A096",
            "A0",
            "A96(",
            "A96()",
            "A96)",
            "A96(a",
            "A96 (a)",
            "A96(A)",
            "A96(a)(b)",
            "A96(a)(1)",
            "A96(1)(2)",
            "A9600",
            "A96.",
            "A96.001",
            "A96(a))",
            "A96((a)",
            "A96(a)(i)(i)",
            "A96(a)(i)(A)(I)(x)",
            "A96(é)",
            "A96(a)x",
            "ＡA96",
        ] {
            assert!(text.parse::<Citation>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_parses_is_written_back_the_same(text in "[A-Z]{1,3}[0-9]{1,3}(\\.[0-9]{1,2})?(\\([0-9a-zA-Z.]{1,4}\\)){0,5}") {
            if let Ok(citation) = text.parse::<Citation>() {
                prop_assert_eq!(citation.to_string(), text);
            }
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".{0,40}") {
            let _ = text.parse::<Citation>();
        }
    }
}
