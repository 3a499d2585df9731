//! A QR code as an inline picture: one path, the dark squares of a row drawn in runs.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Light squares around the code, as readers need them.
const MARGIN: usize = 4;

/// A QR code, ready to be drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Qr {
    /// Squares on a side, with the margin.
    pub side: usize,
    /// The dark squares, as the `d` of an SVG path.
    pub path: String,
}

impl std::fmt::Debug for Qr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Qr({}, …)", self.side)
    }
}

impl Qr {
    /// The code of a text; `None` for a text longer than any code holds.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (y, row) in code.to_colors().chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run.first() == Some(&Color::Dark) {
                    let length = run.len();
                    // writing to a string cannot fail
                    let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN);
                }
                x += run.len();
            }
        }
        Some(Self {
            side: width + 2 * MARGIN,
            path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_holds_exactly_the_dark_squares() {
        let text = "otpauth://totp/Safeconduct:miren?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Safeconduct";
        let qr = Qr::new(text).unwrap();
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let dark = code
            .to_colors()
            .iter()
            .filter(|c| **c == Color::Dark)
            .count();
        let drawn: usize = qr
            .path
            .split('h')
            .skip(1)
            .filter_map(|part| part.split('v').next()?.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
        assert_eq!(qr.side, code.width() + 8);
        assert!(qr.path.len() < 9000, "{}", qr.path.len());
    }
}
