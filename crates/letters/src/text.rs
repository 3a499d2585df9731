//! What somebody wrote, made fit for paper: what cannot be read is refused, what runs from right to left is set apart.

use unicode_script::{Script, UnicodeScript};

use crate::error::Error;

/// First strong isolate: what follows takes the direction of its own first letter.
const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: the end of that.
const RELEASE: char = '\u{2069}';
/// Right-to-left isolate: the mark of a paragraph that runs from right to left.
const FROM_RIGHT: char = '\u{2067}';
/// A name that is longer than this does not fit into a line's box.
const LONGEST_NAME: usize = 40;
/// Where a line may end although there is no space.
const MAY_BREAK: char = '\u{200b}';
/// A run without a space that is longer than this gets places to break, or it would leave the page.
const LONGEST_RUN: usize = 48;

/// A text on one line: runs of spaces and breaks become one space, and right-to-left letters do not disturb what stands
/// around it.
///
/// # Errors
/// [`Error::Unprintable`] for a character that is not for reading.
pub(crate) fn line(text: &str) -> Result<String, Error> {
    plain(text).map(set_apart)
}

/// A name in its own script: the template sets a short one apart, a long one has the marks that do.
///
/// # Errors
/// As [`line`].
pub(crate) fn name(text: &str) -> Result<String, Error> {
    let name = plain(text)?;
    let long = name.chars().count() > LONGEST_NAME;
    Ok(if long { isolated(&name) } else { name })
}

/// A text in paragraphs, empty ones left out. One whose first letter runs from right to left begins with a mark.
///
/// # Errors
/// As [`line`].
pub(crate) fn paragraphs(text: &str) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for one in text.split(is_break) {
        let one = plain(one)?;
        let first = one.chars().find(|c| c.is_alphabetic());
        if first.is_some_and(runs_left) {
            found.push(format!("{FROM_RIGHT}{one}"));
        } else if !one.is_empty() {
            found.push(one);
        }
    }
    Ok(found)
}

/// The same text with every character that is not for reading, and each of these, written as its number.
pub(crate) fn spelled_out(text: &str, also: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unprintable(c) || also(c) {
            out.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

fn plain(text: &str) -> Result<String, Error> {
    if let Some(bad) = text.chars().find(|c| is_unprintable(*c)) {
        return Err(Error::Unprintable(u32::from(bad)));
    }
    let words = text.split(is_space).filter(|word| !word.is_empty());
    Ok(words.map(breakable).collect::<Vec<_>>().join(" "))
}

/// Whether the character leaves no mark on paper and needs no glyph.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}')
}

const fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

const fn is_space(c: char) -> bool {
    is_break(c) || matches!(c, ' ' | '\t')
}

/// Control characters; what turns the direction of writing around or opens a frame of it; what only programs exchange,
/// or only the two who agreed on its meaning can read.
fn is_unprintable(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && !is_space(c))
        || matches!(c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}')
        || code & 0xfffe == 0xfffe
}

/// A word with places to break, if it is too long for a line and its script breaks lines at spaces only.
fn breakable(word: &str) -> String {
    if word.chars().count() <= LONGEST_RUN {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len() * 2);
    let mut run = 0;
    let mut before = None;
    for c in word.chars() {
        if run >= LONGEST_RUN / 2 && before.is_some_and(parts_freely) && parts_freely(c) {
            out.push(MAY_BREAK);
            run = 0;
        }
        out.push(c);
        run += 1;
        before = Some(c);
    }
    out
}

/// Whether a break beside this character changes no letter's shape and parts no syllable.
fn parts_freely(c: char) -> bool {
    c.is_ascii_graphic()
        || c.is_alphanumeric()
            && matches!(
                c.script(),
                Script::Latin
                    | Script::Cyrillic
                    | Script::Greek
                    | Script::Hebrew
                    | Script::Ethiopic
                    | Script::Arabic
            )
}

/// Sets a text with right-to-left letters apart, so that it does not disturb what stands around it.
fn set_apart(text: String) -> String {
    if text.chars().any(runs_left) {
        isolated(&text)
    } else {
        text
    }
}

fn isolated(text: &str) -> String {
    format!("{ISOLATE}{text}{RELEASE}")
}

/// Whether the character belongs to the blocks written from right to left.
const fn runs_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spaces_and_breaks_become_one_space_or_a_paragraph() {
        assert_eq!(line("  a\t b\r\nc ").unwrap(), "a b c");
        assert_eq!(line("12\u{a0}h\u{a0}30").unwrap(), "12\u{a0}h\u{a0}30");
        assert_eq!(
            paragraphs("a b\r\n\r\n c \u{2028}d").unwrap(),
            ["a b", "c", "d"]
        );
        assert!(paragraphs(" \n\t").unwrap().is_empty());
    }

    #[test]
    fn what_is_not_for_reading_is_refused() {
        for bad in [
            '\0',
            '\u{1b}',
            '\u{7f}',
            '\u{9b}',
            '\u{202e}',
            '\u{202a}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{fffc}',
            '\u{fffe}',
            '\u{e000}',
            '\u{e0041}',
            '\u{1ffff}',
            '\u{100000}',
        ] {
            let text = format!("a{bad}b");
            assert_eq!(line(&text), Err(Error::Unprintable(u32::from(bad))));
            assert_eq!(paragraphs(&text), Err(Error::Unprintable(u32::from(bad))));
        }
    }

    #[test]
    fn joiners_and_marks_of_direction_stay() {
        for kept in ["می\u{200c}خواهم", "क\u{94d}\u{200d}ष", "a\u{200e}b"] {
            assert!(line(kept).unwrap().contains(kept));
        }
    }

    #[test]
    fn right_to_left_is_set_apart() {
        assert_eq!(line("ليلى حداد").unwrap(), "\u{2068}ليلى حداد\u{2069}");
        assert_eq!(line("Leila").unwrap(), "Leila");
        assert_eq!(name("ليلى حداد").unwrap(), "ليلى حداد");
        assert!(name(&"ليلى ".repeat(20)).unwrap().starts_with(ISOLATE));
        assert_eq!(
            paragraphs("1. ليلى\nLeila ليلى").unwrap(),
            ["\u{2067}1. ليلى", "Leila ليلى"]
        );
    }

    #[test]
    fn only_endless_runs_get_places_to_break() {
        let address = "a".repeat(LONGEST_RUN);
        assert_eq!(line(&address).unwrap(), address);
        let endless = line(&"a".repeat(500)).unwrap();
        assert!(endless.split(MAY_BREAK).all(|run| run.len() <= LONGEST_RUN));
        let burmese = "မြန်မာ".repeat(40);
        assert_eq!(line(&burmese).unwrap(), burmese);
    }

    proptest! {
        #[test]
        fn nothing_panics_and_nothing_is_lost(text in any::<String>()) {
            if let Ok(line) = line(&text) {
                let seen = |t: &str| t.chars().filter(|c| !is_space(*c) && !is_invisible(*c)).collect::<String>();
                prop_assert_eq!(seen(&line), seen(&text));
            }
        }
    }
}
