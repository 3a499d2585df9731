//! A small reader of JSON Schema: the words our documents use, and a panic at any other, so that no schema says more
//! than is checked.

use serde_json::{Map, Value};

/// Words that say nothing about what is valid here.
const SILENT: [&str; 10] = [
    "$schema",
    "$id",
    "title",
    "description",
    "default",
    "writeOnly",
    "contentEncoding",
    "x-provision",
    "x-sensitive",
    "x-labels",
];

/// Whatever is wrong, with its place. `root` is where references lead.
pub fn check(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    visit(root, schema, value, "#", &mut wrong);
    wrong
}

fn visit(root: &Value, schema: &Value, value: &Value, way: &str, wrong: &mut Vec<String>) {
    let schema = schema.as_object().expect("a schema is an object");
    if let Some(target) = schema.get("$ref") {
        let pointer = target
            .as_str()
            .unwrap()
            .strip_prefix('#')
            .expect("a local reference");
        let target = root
            .pointer(pointer)
            .unwrap_or_else(|| panic!("nothing at {pointer}"));
        return visit(root, target, value, way, wrong);
    }
    for (word, say) in schema {
        if !holds(root, schema, word, say, value, way, wrong) {
            wrong.push(format!("{way}: {word}"));
        }
    }
}

fn holds(
    root: &Value,
    schema: &Map<String, Value>,
    word: &str,
    say: &Value,
    value: &Value,
    way: &str,
    wrong: &mut Vec<String>,
) -> bool {
    let size = |n: usize| u64::try_from(n).unwrap();
    let (text, items, members) = (value.as_str(), value.as_array(), value.as_object());
    let length = text.map(|t| size(t.chars().count()));
    match word {
        "type" => kind(say.as_str().unwrap(), value),
        "enum" => say.as_array().unwrap().contains(value),
        "const" => say == value,
        "minLength" => length.is_none_or(|l| l >= say.as_u64().unwrap()),
        "maxLength" => length.is_none_or(|l| l <= say.as_u64().unwrap()),
        "minimum" => value.as_i64().is_none_or(|n| n >= say.as_i64().unwrap()),
        "maximum" => value.as_i64().is_none_or(|n| n <= say.as_i64().unwrap()),
        "minItems" => items.is_none_or(|i| size(i.len()) >= say.as_u64().unwrap()),
        "maxItems" => items.is_none_or(|i| size(i.len()) <= say.as_u64().unwrap()),
        "uniqueItems" => {
            items.is_none_or(|i| i.iter().enumerate().all(|(at, one)| !i[..at].contains(one)))
        }
        "pattern" => text.is_none_or(|t| matches(say.as_str().unwrap(), t)),
        "format" => text.is_none_or(|t| say != "date" || t.parse::<jiff::civil::Date>().is_ok()),
        "items" => {
            for (at, item) in items.into_iter().flatten().enumerate() {
                visit(root, say, item, &format!("{way}/{at}"), wrong);
            }
            true
        }
        "properties" => {
            for (name, schema) in say.as_object().unwrap() {
                if let Some(member) = members.and_then(|m| m.get(name)) {
                    visit(root, schema, member, &format!("{way}/{name}"), wrong);
                }
            }
            true
        }
        "required" => say
            .as_array()
            .unwrap()
            .iter()
            .all(|name| members.is_none_or(|m| m.contains_key(name.as_str().unwrap()))),
        "additionalProperties" => {
            let known = schema.get("properties").and_then(Value::as_object);
            let others = members
                .into_iter()
                .flatten()
                .filter(|(name, _)| known.is_none_or(|k| !k.contains_key(*name)));
            match say {
                Value::Bool(true) => true,
                Value::Bool(false) => {
                    let others: Vec<_> = others.map(|(name, _)| name.clone()).collect();
                    if !others.is_empty() {
                        wrong.push(format!("{way}: {others:?}"));
                    }
                    true
                }
                schema => {
                    for (name, member) in others {
                        visit(root, schema, member, &format!("{way}/{name}"), wrong);
                    }
                    true
                }
            }
        }
        silent if SILENT.contains(&silent) => true,
        other => panic!("the word {other} is not checked"),
    }
}

fn kind(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the type {other} is not checked"),
    }
}

/// The patterns our documents use.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|b| b.is_ascii_digit())
    };
    match pattern {
        "^[0-9a-f]{32}$" => {
            text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        }
        "^[A-Z]{2}$" => text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" => {
            let parts: Vec<_> = text.split('-').collect();
            (1..=3).contains(&parts.len())
                && digits(parts[0], 4)
                && parts[1..].iter().all(|p| digits(p, 2))
        }
        other => panic!("the pattern {other} is not checked"),
    }
}
