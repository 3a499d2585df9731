//! Good answers to any form, made of its schema; and the same answers as a browser would post them.

use serde_json::{Map, Value, json};

/// An object that the schema takes: what is required, or everything.
pub fn object(schema: &Value, everything: bool) -> Value {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let members = schema["properties"].as_object().into_iter().flatten();
    let members = members.filter(|(name, _)| everything || required.contains(&name.as_str()));
    Value::Object(
        members
            .map(|(name, property)| (name.clone(), value(property)))
            .collect::<Map<_, _>>(),
    )
}

/// A value that a property takes.
pub fn value(schema: &Value) -> Value {
    if let Some(one) = schema.get("const") {
        return one.clone();
    }
    if let Some(codes) = schema["enum"].as_array() {
        // a list without anything to choose has no good answer
        return codes.first().cloned().unwrap_or(Value::Null);
    }
    match schema["type"].as_str().unwrap_or_default() {
        "boolean" => json!(true),
        "integer" => schema["minimum"].clone(),
        "array" => json!([value(&schema["items"])]),
        _ => match (schema["format"].as_str(), schema["pattern"].as_str()) {
            (Some("date"), _) => json!("2026-11-01"),
            (_, Some("^[A-Z]{2}$")) => json!("KE"),
            (_, Some(pattern)) if pattern.starts_with("^[0-9]{4}") => json!("1990-05-17"),
            (_, Some(_)) => json!("10:30"),
            _ => json!("A good answer"),
        },
    }
}

/// The inputs that say the same.
pub fn inputs(schema: &Value, object: &Value) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (name, answer) in object.as_object().into_iter().flatten() {
        let property = &schema["properties"][name];
        let dated = property["format"] == "date"
            || property["pattern"]
                .as_str()
                .is_some_and(|p| p.starts_with("^[0-9]{4}"));
        match answer {
            Value::String(text) if dated => {
                let parts = text
                    .split('-')
                    .map(|part| part.trim_start_matches('0').to_owned());
                let names = ["year", "month", "day"].map(|part| format!("{name}-{part}"));
                out.extend(names.into_iter().zip(parts));
            }
            Value::String(text) => out.push((name.clone(), text.clone())),
            Value::Bool(true) => out.push((name.clone(), "yes".to_owned())),
            Value::Array(items) => out.extend(
                items
                    .iter()
                    .map(|i| (name.clone(), i.as_str().unwrap_or_default().to_owned())),
            ),
            Value::Number(number) => out.push((name.clone(), number.to_string())),
            _ => {}
        }
    }
    out
}
