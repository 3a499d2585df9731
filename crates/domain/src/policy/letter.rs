//! The words of letters and of the cover page: each a sentence or a heading in both languages, with places for facts.
//!
//! A place is written `{name}`. `{provisions}` is special: the item's own provisions stand there, written the way of
//! the language. The names an item uses are declared in its key `with`, and both languages use exactly those.

use std::collections::BTreeSet;

use serde::Serialize;

use super::dated::dated;
use super::error::{PolicyError, Problem};
use super::fields::Fields;
use super::{Citation, Item, Language, Origin, Period, Text};

/// The place at which an item's own provisions stand.
const PROVISIONS: &str = "provisions";

/// A sentence or a heading of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterText {
    /// What it is called in the templates.
    pub id: String,
    /// The words, with places for facts in braces.
    pub text: Text,
    /// The names of those places, `provisions` not among them.
    pub with: Vec<String>,
    /// The provisions it restates.
    pub provisions: Vec<Citation>,
    /// When this is in force.
    pub period: Period,
    /// On whose word.
    pub origin: Origin,
}

dated!(
    LetterText,
    text,
    |item| item.id.clone(),
    cites | item | item.provisions.iter().collect()
);

impl LetterText {
    /// The words in a language, the item's own provisions in their place; the other places are still open.
    #[must_use]
    pub fn cited(&self, language: Language) -> String {
        let provisions = self.provisions.iter();
        let provisions: Vec<String> = provisions.map(|p| p.render_unbroken(language)).collect();
        self.text
            .get(language)
            .replace("{provisions}", &provisions.join("; "))
    }
}

impl Item for LetterText {
    const TABLE: &'static str = "letter-text";

    fn read(fields: &mut Fields<'_>) -> Result<Self, PolicyError> {
        let item = Self {
            id: fields.id()?,
            text: fields.text()?,
            with: fields.lines("with")?,
            provisions: fields.citations("provisions")?,
            period: fields.period()?,
            origin: fields.origin()?,
        };
        let mut declared: BTreeSet<&str> = item.with.iter().map(String::as_str).collect();
        let sound = declared.len() == item.with.len()
            && declared
                .iter()
                .all(|name| is_name(name) && *name != PROVISIONS);
        if !sound {
            return Err(fields.wrong(Problem::Value {
                key: "with",
                wanted: "a list of different names, in lower-case letters and hyphens",
            }));
        }
        if !item.provisions.is_empty() {
            declared.insert(PROVISIONS);
        }
        for (language, text) in [("en", &item.text.en), ("fr", &item.text.fr)] {
            if places(text).is_none_or(|used| used != declared) {
                return Err(fields.wrong(Problem::Places(language)));
            }
        }
        Ok(item)
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// The names in braces; none if a brace has no partner or holds no name.
fn places(text: &str) -> Option<BTreeSet<&str>> {
    let mut pieces = text.split('{');
    if pieces.next()?.contains('}') {
        return None;
    }
    pieces
        .map(|piece| {
            let (name, rest) = piece.split_once('}')?;
            (is_name(name) && !rest.contains('}')).then_some(name)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Policy;
    use super::*;

    const DATED: &str = "from = 2021-01-01\nassumed = true\n";

    fn load(keys: &str) -> Result<Policy, PolicyError> {
        let text = format!("label = '1'\n[[letter-text]]\nid = 'due'\n{keys}{DATED}");
        Policy::load(&[("letters.toml", &text)])
    }

    fn problem(keys: &str) -> Problem {
        load(keys).unwrap_err().problem
    }

    #[test]
    fn both_languages_use_exactly_the_places_declared() {
        assert!(load("en = 'By {due}.'\nfr = 'Avant le {due}.'\nwith = ['due']\n").is_ok());
        assert!(load("en = 'Soon.'\nfr = 'Bientôt.'\n").is_ok());
        for (keys, language) in [
            ("en = 'By {due}.'\nfr = 'Bientôt.'\nwith = ['due']\n", "fr"),
            ("en = 'By {due}.'\nfr = 'Avant le {due}.'\n", "en"),
            ("en = 'Soon.'\nfr = 'Bientôt.'\nwith = ['due']\n", "en"),
            (
                "en = 'By {due.'\nfr = 'Avant le {due}.'\nwith = ['due']\n",
                "en",
            ),
            (
                "en = 'By {due}.'\nfr = 'Avant le {due}}.'\nwith = ['due']\n",
                "fr",
            ),
            (
                "en = 'By {Due}.'\nfr = 'Avant le {due}.'\nwith = ['due']\n",
                "en",
            ),
            (
                "en = '} By {due}.'\nfr = 'Avant le {due}.'\nwith = ['due']\n",
                "en",
            ),
            ("en = 'See.'\nfr = 'Voir.'\nprovisions = ['A72(1)']\n", "en"),
            (
                "en = 'See {provisions}.'\nfr = 'Voir {provisions}.'\n",
                "en",
            ),
        ] {
            assert_eq!(problem(keys), Problem::Places(language), "{keys}");
        }
        for with in ["['Due']", "['due', 'due']", "['provisions']", "['a b']"] {
            let keys = format!("en = 'By {{due}}.'\nfr = 'Avant le {{due}}.'\nwith = {with}\n");
            assert!(
                matches!(problem(&keys), Problem::Value { key: "with", .. }),
                "{with}"
            );
        }
        let text = "label = '1'\n[[letter-text]]\nid = 'x'\nen = 'a'\n";
        let error = Policy::load(&[("letters.toml", text)]).unwrap_err();
        assert_eq!(error.problem, Problem::MissingLanguage("fr".into()));
    }

    #[test]
    fn provisions_are_written_the_way_of_the_language() {
        let policy = load(
            "en = 'Within {days} days ({provisions}).'\nfr = 'Dans les {days} jours ({provisions}).'\nwith = ['days']\n\
             provisions = ['A72(1)', 'A72(2)(b)']\n",
        )
        .unwrap();
        let day = jiff::civil::date(2026, 11, 1);
        let text = policy.letter_text("due", day).unwrap();
        assert_eq!(
            text.cited(Language::En),
            "Within {days} days (IRPA\u{a0}s.\u{a0}72(1); IRPA\u{a0}s.\u{a0}72(2)(b))."
        );
        assert_eq!(
            text.cited(Language::Fr),
            "Dans les {days} jours (LIPR,\u{a0}art.\u{a0}72(1); LIPR,\u{a0}art.\u{a0}72(2)b))."
        );
        assert_eq!(
            policy.letter_text("due", jiff::civil::date(2020, 12, 31)),
            None
        );
        assert_eq!(policy.letter_texts(day).len(), 1);
    }
}
