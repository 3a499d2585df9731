//! The names of a record as groups: what is one name in several spellings or scripts is one group.

use crate::fold;
use crate::record::Record;
use crate::sound::{self, skeletons};
use safeconduct_domain::likeness::Part;
use std::collections::BTreeSet;

/// Words of a name that come and go between one document and the next.
const PARTICLES: [&str; 67] = [
    "al", "el", "ul", "ar", "as", "ash", "az", "ad", "at", "an", "bin", "ben", "ibn", "bint", "bn",
    "wuld", "ould", "ag", "oglu", "ogly", "kyzy", "qizi", "de", "da", "do", "dos", "das", "del",
    "della", "di", "du", "la", "las", "le", "los", "y", "e", "i", "van", "von", "der", "den",
    "ter", "und", "zu", "af", "av", "mac", "o", "haj", "hajj", "haji", "hadji", "sayyid", "sayed",
    "syed", "seyed", "sheikh", "shaikh", "mullah", "dr", "mr", "mrs", "ms", "ing", "prof", "eng",
];
/// `Servant of`, before the name of God that it goes with.
const SERVANT: [&str; 11] = [
    "abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abder", "abdus", "abdes",
    "abdun",
];
const MOST_GROUPS: usize = 14;
/// A word of so many letters may be written together with the one beside it.
const SHORT: usize = 6;

/// One name in all its readings.
pub(crate) struct Group {
    /// Where it stands.
    pub(crate) part: Part,
    /// Its spellings in small Latin letters.
    pub(crate) spelled: Vec<String>,
    /// Its skeletons, the likeliest first.
    pub(crate) keys: Vec<String>,
    /// Two short words written together: 小明 and Xiaoming.
    joined: bool,
    /// It stands first among the given names, or may: what tells brothers and sisters apart.
    pub(crate) given_head: bool,
    /// It stands first among the family names, or may.
    pub(crate) family_head: bool,
    /// The runs of short words it is in, or the word it is, by field and first place.
    runs: Vec<(usize, usize)>,
    /// The last of the record's names it was met in.
    version: usize,
}

impl Group {
    /// Whether the two are two names: a word and what it is written together with are one.
    pub(crate) fn pairs_with(&self, other: &Self) -> bool {
        let apart = !self.joined && !other.joined;
        apart || self.runs.iter().all(|run| !other.runs.contains(run))
    }

    /// How it begins: with a vowel, or with which sound.
    pub(crate) fn initial(&self) -> Option<char> {
        let first = self.spelled.first()?.chars().next()?;
        match first {
            'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' => Some('A'),
            _ => self.keys.first()?.chars().next(),
        }
    }
}

/// The names of a record.
pub(crate) fn groups(record: &Record) -> Vec<Group> {
    let mut groups = Vec::new();
    let (mut fields, mut versions) = (0, 0);
    let mut add = |version: &[Field]| {
        versions += 1;
        for field in version {
            fields += 1;
            put_field(&mut groups, field, (fields, versions));
        }
    };
    let (family, given) = (plain_words(&record.family), plain_words(&record.given));
    match (family.is_empty(), given.is_empty()) {
        (false, false) => add(&[
            Field::new(Part::Family, Holds::Family, family),
            Field::new(Part::Given, Holds::Given, given),
        ]),
        (true, _) => add(&[Field::new(Part::Given, Holds::Whole, given)]),
        (_, true) => add(&[Field::new(Part::Family, Holds::Whole, family)]),
    }
    if let Some(name) = &record.own_script {
        add(&whole(Part::OwnScript, name));
    }
    let others = record.others.iter();
    for name in others.flat_map(|o| o.split([',', ';', '\n', '،'])).take(5) {
        add(&whole(Part::Other, name));
    }
    groups.truncate(MOST_GROUPS);
    groups
}

/// What stands in a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Family,
    Given,
    /// Both, and nobody said which comes first.
    Whole,
}

struct Field {
    part: Part,
    holds: Holds,
    words: Vec<String>,
}

impl Field {
    const fn new(part: Part, holds: Holds, words: Vec<String>) -> Self {
        Self { part, holds, words }
    }
}

/// A name without fields. Of a name written by syllables the first is the family's.
fn whole(part: Part, name: &str) -> Vec<Field> {
    let words = plain_words(name);
    match words.split_first() {
        Some((family, given)) if fold::by_syllables(name) => vec![
            Field::new(part, Holds::Family, vec![family.clone()]),
            Field::new(part, Holds::Given, given.to_vec()),
        ],
        _ => vec![Field::new(part, Holds::Whole, words)],
    }
}

/// Words without particles; all of them if nothing else is left.
fn plain_words(text: &str) -> Vec<String> {
    let all = fold::words(text);
    if fold::by_syllables(text) {
        return all;
    }
    let mut kept: Vec<String> = Vec::new();
    let mut servant = false;
    for word in &all {
        if SERVANT.contains(&word.as_str()) {
            servant = true;
        } else if PARTICLES.contains(&word.as_str()) {
            // of the article between the two nothing stays
        } else if std::mem::take(&mut servant) {
            kept.push(format!("abd{word}"));
        } else {
            kept.push(word.clone());
        }
    }
    if kept.is_empty() { all } else { kept }
}

/// A word as it is put among the groups.
struct Word<'a> {
    part: Part,
    text: &'a str,
    keys: Vec<String>,
    run: (usize, usize),
    joined: bool,
    given_head: bool,
    family_head: bool,
    version: usize,
}

fn put_field(groups: &mut Vec<Group>, field: &Field, (number, version): (usize, usize)) {
    let Field { part, holds, words } = field;
    let whole = *holds == Holds::Whole;
    // two words of a whole name are a name and another
    let short = |word: &str| word.len() <= SHORT && !(whole && words.len() == 2);
    let last = words.len().saturating_sub(1);
    let mut run = 0;
    let mut before: Option<(&str, Vec<String>)> = None;
    for (place, text) in words.iter().enumerate() {
        let together = before.filter(|(b, _)| short(b) && short(text));
        if together.is_none() {
            run = place;
        }
        let word = |text, keys, joined, head: bool| Word {
            part: *part,
            text,
            keys,
            run: (number, run),
            joined,
            given_head: head && *holds != Holds::Family,
            family_head: head && *holds != Holds::Given,
            version,
        };
        let keys = skeletons(text);
        // of a whole name the given name is first or last
        let head = place == 0 || (whole && place == last);
        put(groups, word(text, keys.clone(), false, head));
        if let Some((before, first)) = together {
            let both = sound::together(&first, &keys);
            put(
                groups,
                word(&format!("{before}{text}"), both, true, place == 1),
            );
        }
        before = Some((text, keys));
    }
}

/// Adds a word to the group that sounds like it in another name of the record, or as a group of its own.
fn put(groups: &mut Vec<Group>, mut word: Word<'_>) {
    // the second of two names that sound alike is not the first: Hassan Hussein
    let alike = |g: &&Group| {
        let beside = g.version == word.version && g.joined == word.joined;
        beside && g.keys.first() == word.keys.first()
    };
    let before = groups.iter().filter(alike).count();
    if before > 0 {
        let again = (before + 1).to_string();
        word.keys.iter_mut().for_each(|key| key.push_str(&again));
    }
    let like = groups.iter_mut().find(|g| {
        let same_kind = g.joined == word.joined && g.version != word.version;
        same_kind && g.keys.iter().any(|key| word.keys.contains(key))
    });
    match like {
        // what its fields said of it in the first name stays said
        Some(group) => {
            group.spelled.push(word.text.to_owned());
            group.runs.push(word.run);
            group.version = word.version;
            for key in word.keys {
                if !group.keys.contains(&key) {
                    group.keys.push(key);
                }
            }
        }
        None => groups.push(Group {
            part: word.part,
            spelled: vec![word.text.to_owned()],
            keys: word.keys,
            joined: word.joined,
            given_head: word.given_head,
            family_head: word.family_head,
            runs: vec![word.run],
            version: word.version,
        }),
    }
}

/// How the first given name begins, beside the first family name; and the other way round.
pub(crate) fn beginnings(groups: &[Group], beside: &Group) -> BTreeSet<char> {
    let heads = groups
        .iter()
        .filter(|g| (beside.family_head && g.given_head) || (beside.given_head && g.family_head));
    let others = heads.filter(|g| !std::ptr::eq(*g, beside) && g.pairs_with(beside));
    others.filter_map(Group::initial).collect()
}
