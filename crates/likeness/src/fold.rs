//! Any text as plain words of small Latin letters: one form of each character (NFKC), other scripts transliterated,
//! accents, apostrophes and digits gone.

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization as _;

/// No name is longer than what is read of it.
const MOST_LETTERS: usize = 300;
const MOST_WORDS: usize = 10;

/// The words of a name. Chinese characters and Korean syllables are a word each.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut begins = true;
    let mut letters = text.nfkc().take(MOST_LETTERS).peekable();
    while let Some(letter) = letters.next() {
        if is_syllable(letter) {
            close(&mut words, &mut word);
            push(&mut word, any_ascii_char(letter));
            close(&mut words, &mut word);
            begins = true;
        } else if inside_a_word(letter) {
            // an apostrophe or a mark on a letter parts nothing
        } else if !letter.is_alphabetic() {
            close(&mut words, &mut word);
            begins = true;
        } else if begins && letter == 'ا' && letters.peek() == Some(&'ل') {
            // the article of a name in Arabic letters: it stands for no sound of the name
            letters.next();
            begins = false;
        } else {
            push(
                &mut word,
                of_arabic(letter).unwrap_or_else(|| any_ascii_char(letter)),
            );
            begins = false;
        }
    }
    close(&mut words, &mut word);
    words.truncate(MOST_WORDS);
    words
}

/// Whether a text is written with a character for each syllable, the family name first and without a space.
pub(crate) fn by_syllables(text: &str) -> bool {
    let mut letters = text.nfkc().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(is_syllable)
}

fn is_syllable(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn inside_a_word(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '`' | '´' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '\u{200c}' | '\u{200d}' | 'ـ'
    ) || unicode_normalization::char::is_combining_mark(letter)
}

/// Letters whose sound differs from land to land, as digraphs that are read as either later.
fn of_arabic(letter: char) -> Option<&'static str> {
    match letter {
        'ض' | 'ذ' | 'ظ' => Some("dh"),
        'ة' | 'ء' | 'ئ' | 'ؤ' => Some(""),
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' | 'ى' => Some("a"),
        // with a vowel, so that the letter before it stays a letter of its own: t and h are no th
        'ه' | 'ح' | 'ھ' | 'ہ' => Some("ah"),
        _ => None,
    }
}

fn push(word: &mut String, ascii: &str) {
    word.extend(
        ascii
            .chars()
            .filter(char::is_ascii_alphabetic)
            .map(|c| c.to_ascii_lowercase()),
    );
}

fn close(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_become_words() {
        assert_eq!(words("Al-Ḥusaynī, ʿAlī"), ["al", "husayni", "ali"]);
        assert_eq!(words("王小明"), ["wang", "xiao", "ming"]);
        assert_eq!(words("Щербаков"), ["shcherbakov"]);
        assert_eq!(words("عبد الرحمن"), ["abd", "rahmn"]);
        assert_eq!(words("O’Neill p'ing"), ["oneill", "ping"]);
        assert_eq!(words("①２ …"), Vec::<String>::new());
        assert!(by_syllables("王小明") && by_syllables("이순신"));
        assert!(!by_syllables("Wang") && !by_syllables(""));
    }
}
