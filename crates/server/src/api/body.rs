//! Reading what was sent: JSON and nothing else, of a bounded size and depth, each member named once.

use std::fmt;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt as _;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::failure::{Failure, Malformed};
use crate::web::problem::Problem;

/// The bytes an ordinary body may have: 2 MB, room for the longest notes with every character escaped.
pub const LIMIT: usize = 2 * 1024 * 1024;
/// How much more is read and thrown away, so that a sender of too much still hears the answer.
const DRAIN: usize = 128 * 1024 * 1024;

/// A body of JSON of at most `LIMIT` bytes. No body at all is an empty object.
#[derive(Clone)]
pub struct Json<const LIMIT: usize> {
    /// What was sent, as bytes.
    pub bytes: Bytes,
    /// What it says.
    pub value: Value,
}

impl<const LIMIT: usize> fmt::Debug for Json<LIMIT> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Json(…)")
    }
}

impl<S: Send + Sync, const LIMIT: usize> FromRequest<S> for Json<LIMIT> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let typed = is_json(&parts.headers);
        let bytes = collect(body, LIMIT).await?;
        if bytes.is_empty() {
            let value = Value::Object(Map::new());
            return Ok(Self { bytes, value });
        }
        if !typed {
            return Err(Failure::Malformed(Malformed::Media));
        }
        let value = parse(&bytes)?;
        Ok(Self { bytes, value })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|k| k.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

/// A whole body, or [`Problem::TooLarge`] once the rest has been read.
async fn collect(body: Body, limit: usize) -> Result<Bytes, Failure> {
    let mut pieces = body.into_data_stream();
    let mut whole = BytesMut::new();
    let mut seen = 0_usize;
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Problem::BadRequest)?;
        seen = seen.saturating_add(piece.len());
        if seen > DRAIN {
            break;
        }
        if seen > limit {
            whole.clear();
        } else {
            whole.extend_from_slice(&piece);
        }
    }
    if seen > limit {
        Err(Problem::TooLarge.into())
    } else {
        Ok(whole.freeze())
    }
}

/// Reads JSON: at most 128 levels deep, no member named twice, nothing after the end.
fn parse(bytes: &[u8]) -> Result<Value, Failure> {
    let read: Result<Strict, _> = serde_json::from_slice(bytes);
    read.map(|strict| strict.0)
        .map_err(|e| Failure::Malformed(Malformed::Json(e.line(), e.column())))
}

/// A JSON value in which every member is named once: of two answers to one question neither may be lost unseen.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(Value::Bool(v))
    }
    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(Value::from(v))
    }
    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(Value::from(v))
    }
    fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
        Ok(Value::from(v))
    }
    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(Value::from(v))
    }
    fn visit_string<E>(self, v: String) -> Result<Value, E> {
        Ok(Value::from(v))
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let Strict(value) = members.next_value()?;
            if all.insert(name, value).is_some() {
                return Err(A::Error::custom("a member is named twice"));
            }
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_as_it_is_or_refused_with_its_place() {
        let read =
            parse(br#"{"a": [1, -2, 1.5, "x", null, true], "b": {"c": 9223372036854775807}}"#);
        let plain: Value = serde_json::from_str(
            r#"{"a": [1, -2, 1.5, "x", null, true], "b": {"c": 9223372036854775807}}"#,
        )
        .unwrap();
        assert_eq!(read.unwrap(), plain);
        let deep = "[".repeat(100_000);
        let bad: [&[u8]; 8] = [
            b"{\"a\":1,\"a\":2}",
            b"{\"a\":\"\xff\"}",
            b"{} {}",
            b"nul",
            b"{\"a\":1e999}",
            b"\xef\xbb\xbf{}",
            b"{\"a\":\"\x01\"}",
            deep.as_bytes(),
        ];
        for bytes in bad {
            assert!(matches!(
                parse(bytes),
                Err(Failure::Malformed(Malformed::Json(..)))
            ));
        }
    }
}
