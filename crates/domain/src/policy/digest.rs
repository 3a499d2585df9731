//! A short, stable digest of the policy files: it names a version, it does not protect it.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The 64-bit FNV-1a digest of the files, in the order of their names, as 16 hexadecimal digits.
/// Every name and text is preceded by its length, so that no two sets of files run together.
pub(super) fn digest(files: &[(&str, &str)]) -> String {
    let mut files = files.to_vec();
    files.sort_unstable();
    let mut state = OFFSET;
    for (name, text) in files {
        for part in [name, text] {
            state = feed(state, &(part.len() as u64).to_be_bytes());
            state = feed(state, part.as_bytes());
        }
    }
    format!("{state:016x}")
}

fn feed(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| {
        (state ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_hold() {
        // Fowler, Noll and Vo: FNV-1a, 64 bits.
        assert_eq!(feed(OFFSET, b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(feed(OFFSET, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(feed(OFFSET, b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn the_order_of_the_files_does_not_matter_but_their_borders_do() {
        let one = digest(&[("a", "b"), ("c", "d")]);
        assert_eq!(one, digest(&[("c", "d"), ("a", "b")]));
        assert_ne!(one, digest(&[("a", "bc"), ("", "d")]));
        assert_eq!(one.len(), 16);
    }
}
