//! Cyrillic in Latin letters by four tables: as in British and American papers, in passports (ICAO), in German and in French.

use super::chance::Chance;

const TABLES: usize = 4;

/// A word in one of the tables.
pub(super) fn latin(word: &str, table: usize) -> String {
    let mut out = String::new();
    for (place, letter) in word.chars().enumerate() {
        let small: String = letter.to_lowercase().collect();
        let text = small.chars().next().map_or("", |c| one(c, table));
        if place == 0 {
            let mut letters = text.chars();
            out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
            out.extend(letters);
        } else {
            out.push_str(text);
        }
    }
    out
}

/// Two tables that differ.
pub(super) fn two(chance: &mut Chance) -> (usize, usize) {
    let one = chance.below(TABLES);
    (one, (one + 1 + chance.below(TABLES - 1)) % TABLES)
}

fn one(letter: char, table: usize) -> &'static str {
    let [papers, passport, german, french] = match letter {
        'а' => ["a"; 4],
        'б' => ["b"; 4],
        'в' => ["v", "v", "w", "v"],
        'г' => ["g"; 4],
        'д' => ["d"; 4],
        'е' => ["e", "e", "e", "e"],
        'ё' => ["yo", "e", "jo", "io"],
        'ж' => ["zh", "zh", "sch", "j"],
        'з' => ["z", "z", "s", "z"],
        'и' => ["i"; 4],
        'й' => ["y", "i", "i", "ï"],
        'к' => ["k"; 4],
        'л' => ["l"; 4],
        'м' => ["m"; 4],
        'н' => ["n"; 4],
        'о' => ["o"; 4],
        'п' => ["p"; 4],
        'р' => ["r"; 4],
        'с' => ["s", "s", "s", "s"],
        'т' => ["t"; 4],
        'у' => ["u", "u", "u", "ou"],
        'ф' => ["f"; 4],
        'х' => ["kh", "kh", "ch", "kh"],
        'ц' => ["ts", "ts", "z", "ts"],
        'ч' => ["ch", "ch", "tsch", "tch"],
        'ш' => ["sh", "sh", "sch", "ch"],
        'щ' => ["shch", "shch", "schtsch", "chtch"],
        'ы' => ["y"; 4],
        'э' => ["e"; 4],
        'ю' => ["yu", "iu", "ju", "iou"],
        'я' => ["ya", "ia", "ja", "ia"],
        _ => [""; 4],
    };
    match table {
        0 => papers,
        1 => passport,
        2 => german,
        _ => french,
    }
}
