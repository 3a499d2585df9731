//! Whole numbers and times of day as people type them: in the digits of their own script, with spaces in them.

/// The ASCII digit a decimal digit of any common script stands for; other characters are unchanged.
fn ascii(c: char) -> char {
    const ZEROS: [u32; 12] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0E50, 0x1040,
        0xFF10,
    ];
    let code = u32::from(c);
    ZEROS
        .into_iter()
        .find_map(|zero| code.checked_sub(zero).filter(|digit| *digit < 10))
        .and_then(|digit| char::from_digit(digit, 10))
        .unwrap_or(c)
}

/// The text in ASCII digits, without spaces of any width.
#[must_use]
pub fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(ascii)
        .collect()
}

/// A whole number: digits, perhaps with a minus sign before them.
pub(super) fn whole(text: &str) -> Option<i64> {
    let text = compact(text).replace('\u{2212}', "-");
    let digits = text.strip_prefix('-').unwrap_or(&text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// A time of day as `14:30`, from `14:30`, `9:05`, `14 h 30`, `14h`.
pub(super) fn time(text: &str) -> Option<String> {
    let text = compact(text).to_ascii_lowercase();
    let (hour, minute) = text.split_once([':', 'h'])?;
    let minute = if minute.is_empty() && text.ends_with('h') {
        "00"
    } else {
        minute
    };
    let two = |part: &str, range: std::ops::RangeInclusive<usize>| -> Option<u8> {
        let fits = range.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|_| fits)
    };
    let hour = two(hour, 1..=2).filter(|hour| *hour < 24)?;
    let minute = two(minute, 2..=2).filter(|minute| *minute < 60)?;
    Some(format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_common_script() {
        assert_eq!(whole("1 250"), Some(1250));
        assert_eq!(whole("1\u{202f}250"), Some(1250));
        assert_eq!(whole("۱۲۵۰"), Some(1250));
        assert_eq!(whole("१२"), Some(12));
        assert_eq!(whole("\u{2212}3"), Some(-3));
        for wrong in [
            "",
            "-",
            "1.5",
            "1,250",
            "+3",
            "0x10",
            "--1",
            "99999999999999999999",
        ] {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn times_as_english_and_french_write_them() {
        for (typed, read) in [
            ("14:30", "14:30"),
            ("9:05", "09:05"),
            ("14 h 30", "14:30"),
            ("14h", "14:00"),
            ("١٤:٣٠", "14:30"),
        ] {
            assert_eq!(time(typed).as_deref(), Some(read), "{typed}");
        }
        for wrong in [
            "", "24:00", "12:60", "12:5", "12", ":30", "12:", "h", "123:00", "12:30:00",
        ] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }
}
