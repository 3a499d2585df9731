//! What comes in and what goes out as it is.
//!
//! The body of a posted form is read name by name. Bytes that are no UTF-8 become U+FFFD, which the form reader refuses
//! on the field they stand in: one damaged answer does not lose the others.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{BoxStream, StreamExt as _};
use safeconduct_casework::form::Values;

/// Nothing in what is sent may run, load or be framed, even if a browser were made to show it.
pub(crate) const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// A body sent as its pieces come. What breaks off has a word in the log, and the line is cut: half of it is not taken for
/// the whole.
pub(crate) fn streamed(
    pieces: BoxStream<'static, safeconduct_casework::Result<Bytes>>,
    what: &'static str,
) -> Body {
    Body::from_stream(pieces.map(move |piece| {
        piece.map_err(|error| {
            tracing::error!(%error, "{what} broke off");
            std::io::Error::other("broken off")
        })
    }))
}

/// An archive that is sent as its pieces come; its name says nothing of whom it is about.
pub(crate) fn attached(
    pieces: BoxStream<'static, safeconduct_casework::Result<Bytes>>,
    disposition: &'static str,
    what: &'static str,
) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/zip"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static(disposition),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(SANDBOX),
        ),
    ];
    (headers, streamed(pieces, what)).into_response()
}

/// Reads `application/x-www-form-urlencoded`. Never fails: every sequence of bytes is some form.
pub(super) fn urlencoded(body: &[u8]) -> Values {
    body.split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let mut half = || decoded(halves.next().unwrap_or_default());
            (half(), half())
        })
        .collect()
}

/// Text of bytes, with U+FFFD for what is no UTF-8.
pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn decoded(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return text(&out),
            [b'%', high, low, after @ ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    after
                }
                _ => {
                    out.push(b'%');
                    rest.get(1..).unwrap_or_default()
                }
            },
            [b'+', after @ ..] => {
                out.push(b' ');
                after
            }
            [byte, after @ ..] => {
                out.push(*byte);
                after
            }
        };
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_come_back_as_they_were_typed() {
        let values = urlencoded("name=Zo%C3%A9+%26+co&tag=a&tag=b&empty=&bare&=x&a=b=c".as_bytes());
        assert_eq!(values.first("name"), "Zoé & co");
        assert_eq!(values.all("tag"), ["a", "b"]);
        assert!(values.has("empty") && values.has("bare"));
        assert_eq!(values.first("a"), "b=c");
    }

    #[test]
    fn damage_stays_in_its_own_field() {
        let values = urlencoded(b"good=yes&bad=%ff%C3x&cut=%&cut2=%4&odd=%zz&\xffraw=1");
        assert_eq!(values.first("good"), "yes");
        assert_eq!(values.first("bad"), "\u{fffd}\u{fffd}x");
        assert_eq!(
            (
                values.first("cut"),
                values.first("cut2"),
                values.first("odd")
            ),
            ("%", "%4", "%zz")
        );
        assert_eq!(values.first("\u{fffd}raw"), "1");
    }

    #[test]
    fn any_bytes_are_some_form() {
        let mut seed = 1_u32;
        for length in 0..2_000 {
            let bytes: Vec<u8> = (0..length % 64)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    b"%&=+a0\xc3\xff"[usize::try_from(seed >> 29).unwrap()]
                })
                .collect();
            let _ = urlencoded(&bytes);
        }
    }
}
