//! Scripts people write their names in: which fonts are preferred, and which Debian package has them.

use unicode_script::Script;

const CORE: &str = "fonts-noto-core";
const CJK: &str = "fonts-noto-cjk";

/// A script, a letter of it, and where its fonts come from.
pub(crate) struct Known {
    /// The script.
    pub(crate) script: Script,
    /// A letter that any font for it has.
    pub(crate) sample: char,
    /// Families to take before any other, the best first.
    pub(crate) families: &'static [&'static str],
    /// The Debian package that has one of them.
    pub(crate) package: &'static str,
}

const fn known(
    script: Script,
    sample: char,
    families: &'static [&'static str],
    package: &'static str,
) -> Known {
    Known {
        script,
        sample,
        families,
        package,
    }
}

/// Scripts in use today, in the order of their English names.
pub(crate) const KNOWN: [Known; 43] = [
    known(
        Script::Adlam,
        '𞤀',
        &["Noto Sans Adlam", "Noto Sans Adlam Unjoined"],
        CORE,
    ),
    known(
        Script::Arabic,
        'ب',
        &["Noto Naskh Arabic", "Noto Sans Arabic"],
        CORE,
    ),
    known(
        Script::Armenian,
        'ա',
        &["Noto Serif Armenian", "Noto Sans Armenian"],
        CORE,
    ),
    known(
        Script::Bengali,
        'ক',
        &["Noto Serif Bengali", "Noto Sans Bengali"],
        CORE,
    ),
    known(
        Script::Bopomofo,
        'ㄅ',
        &["Noto Serif CJK TC", "Noto Sans CJK TC"],
        CJK,
    ),
    known(
        Script::Canadian_Aboriginal,
        'ᐃ',
        &["Noto Sans Canadian Aboriginal"],
        CORE,
    ),
    known(Script::Chakma, '𑄇', &["Noto Sans Chakma"], CORE),
    known(Script::Cherokee, 'Ꭰ', &["Noto Sans Cherokee"], CORE),
    known(Script::Cyrillic, 'ж', &["Noto Serif"], CORE),
    known(
        Script::Devanagari,
        'क',
        &["Noto Serif Devanagari", "Noto Sans Devanagari"],
        CORE,
    ),
    known(
        Script::Ethiopic,
        'ሀ',
        &["Noto Serif Ethiopic", "Noto Sans Ethiopic"],
        CORE,
    ),
    known(
        Script::Georgian,
        'ა',
        &["Noto Serif Georgian", "Noto Sans Georgian"],
        CORE,
    ),
    known(Script::Greek, 'α', &["Noto Serif"], CORE),
    known(
        Script::Gujarati,
        'ક',
        &["Noto Serif Gujarati", "Noto Sans Gujarati"],
        CORE,
    ),
    known(
        Script::Gurmukhi,
        'ਕ',
        &["Noto Serif Gurmukhi", "Noto Sans Gurmukhi"],
        CORE,
    ),
    known(
        Script::Han,
        '人',
        &["Noto Serif CJK SC", "Noto Sans CJK SC"],
        CJK,
    ),
    known(
        Script::Hangul,
        '한',
        &["Noto Serif CJK KR", "Noto Sans CJK KR"],
        CJK,
    ),
    known(
        Script::Hanifi_Rohingya,
        '𐴀',
        &["Noto Sans Hanifi Rohingya"],
        CORE,
    ),
    known(
        Script::Hebrew,
        'א',
        &["Noto Serif Hebrew", "Noto Sans Hebrew"],
        CORE,
    ),
    known(
        Script::Hiragana,
        'あ',
        &["Noto Serif CJK JP", "Noto Sans CJK JP"],
        CJK,
    ),
    known(
        Script::Kannada,
        'ಕ',
        &["Noto Serif Kannada", "Noto Sans Kannada"],
        CORE,
    ),
    known(
        Script::Katakana,
        'ア',
        &["Noto Serif CJK JP", "Noto Sans CJK JP"],
        CJK,
    ),
    known(
        Script::Khmer,
        'ក',
        &["Noto Serif Khmer", "Noto Sans Khmer"],
        CORE,
    ),
    known(Script::Lao, 'ກ', &["Noto Serif Lao", "Noto Sans Lao"], CORE),
    known(Script::Latin, 'a', &["Noto Serif"], CORE),
    known(Script::Lisu, 'ꓐ', &["Noto Sans Lisu"], CORE),
    known(
        Script::Malayalam,
        'ക',
        &["Noto Serif Malayalam", "Noto Sans Malayalam"],
        CORE,
    ),
    known(Script::Meetei_Mayek, 'ꯀ', &["Noto Sans Meetei Mayek"], CORE),
    known(Script::Mongolian, 'ᠠ', &["Noto Sans Mongolian"], CORE),
    known(
        Script::Myanmar,
        'က',
        &["Noto Serif Myanmar", "Noto Sans Myanmar"],
        CORE,
    ),
    known(Script::Nko, 'ߊ', &["Noto Sans NKo"], CORE),
    known(Script::Ol_Chiki, 'ᱚ', &["Noto Sans Ol Chiki"], CORE),
    known(
        Script::Oriya,
        'କ',
        &["Noto Serif Oriya", "Noto Sans Oriya"],
        CORE,
    ),
    known(
        Script::Sinhala,
        'ක',
        &["Noto Serif Sinhala", "Noto Sans Sinhala"],
        CORE,
    ),
    known(Script::Syriac, 'ܐ', &["Noto Sans Syriac"], CORE),
    known(
        Script::Tamil,
        'க',
        &["Noto Serif Tamil", "Noto Sans Tamil"],
        CORE,
    ),
    known(
        Script::Telugu,
        'క',
        &["Noto Serif Telugu", "Noto Sans Telugu"],
        CORE,
    ),
    known(Script::Thaana, 'ހ', &["Noto Sans Thaana"], CORE),
    known(
        Script::Thai,
        'ก',
        &["Noto Serif Thai", "Noto Sans Thai"],
        CORE,
    ),
    known(
        Script::Tibetan,
        'ཀ',
        &["Noto Serif Tibetan", "Noto Sans Tibetan"],
        CORE,
    ),
    known(Script::Tifinagh, 'ⴰ', &["Noto Sans Tifinagh"], CORE),
    known(Script::Vai, 'ꔀ', &["Noto Sans Vai"], CORE),
    known(Script::Yi, 'ꀀ', &["Noto Sans Yi"], CORE),
];

/// Families for signs that belong to no script.
pub(crate) const SIGNS: [&str; 4] = [
    "Noto Serif",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Noto Sans Math",
];

/// What is known of a script.
pub(crate) fn of(script: Script) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.script == script)
}

#[cfg(test)]
mod tests {
    use unicode_script::UnicodeScript;

    use super::*;

    #[test]
    fn every_sample_is_of_its_script_and_every_script_is_there_once() {
        for known in &KNOWN {
            assert_eq!(known.sample.script(), known.script);
            assert_eq!(KNOWN.iter().filter(|k| k.script == known.script).count(), 1);
        }
        let names: Vec<&str> = KNOWN.iter().map(|known| known.script.full_name()).collect();
        assert!(names.is_sorted(), "{names:?}");
    }
}
