//! The forms of the acts as schemas: with the words of the pages, and pseudonyms as patterns instead of choices.

use jiff::civil::Date;
use safeconduct_casework::form::{Choice, Field, Form, Label};
use safeconduct_casework::forms::{FormContext, form};
use safeconduct_casework::refer::{Packet, schema};
use safeconduct_domain::act::Kind;
use safeconduct_domain::id::UserId;
use safeconduct_domain::policy::{Partner, Policy};
use serde_json::{Map, Value, json};

use super::parts::id;
use super::sample;
use crate::web::i18n::{Lang, has, plain};

/// The partner whose forms ask most: the one that may take over others' cases and declare an emergency.
fn widest(policy: &Policy, today: Date) -> String {
    let partners = policy.partners(today);
    let found = partners
        .iter()
        .find(|p| p.is_unhcr() || !p.takes_over.is_empty());
    found.map_or_else(String::new, |p: &&Partner| p.code.clone())
}

/// The form of an act in which every question is asked.
pub(super) fn act(policy: &Policy, today: Date, kind: Kind) -> Form {
    let partner = widest(policy, today);
    let persons = matches!(kind, Kind::AddPerson | Kind::ChangePerson);
    let case = sample::case(&partner, !persons);
    let colleagues = [(UserId::from_bytes([0; 16]), String::new())];
    let ctx = FormContext {
        organisation: &partner,
        colleagues: &colleagues,
        ..FormContext::new(policy, today, &case)
    };
    form(kind, &ctx)
}

/// The schema of a complete referral.
pub(super) fn referral(policy: &Policy, today: Date, lang: Lang) -> Value {
    let partner = widest(policy, today);
    let packet = Packet {
        policy,
        today,
        organisation: &partner,
    };
    schema(&packet, |form| titled(form, lang))
}

/// The schema of a form with the words of its page: labels, hints, what each choice is called.
#[must_use]
pub fn titled(form: &Form, lang: Lang) -> Value {
    let mut schema = form.schema();
    if let Value::Object(members) = &mut schema {
        members.remove("$schema");
        let title = format!("form-{}-title", form.id);
        if has(lang, &title) {
            members.insert("title".to_owned(), json!(plain(lang, &title, &[])));
        }
    }
    for field in &form.fields {
        let property = schema
            .get_mut("properties")
            .and_then(|p| p.get_mut(field.name));
        if let Some(Value::Object(property)) = property {
            words(form, field, property, lang);
            free(property);
        }
    }
    schema
}

fn words(form: &Form, field: &Field, property: &mut Map<String, Value>, lang: Lang) {
    let key = format!("form-{}-{}", form.id, field.name);
    let hint = format!("{key}-hint");
    for (member, key) in [("title", key), ("description", hint)] {
        if has(lang, &key) {
            property.insert(member.to_owned(), json!(plain(lang, &key, &[])));
        }
    }
    let choices = field.choices();
    if !choices.is_empty() && !choices.iter().any(is_id) {
        let labels: Map<String, Value> = choices
            .iter()
            .map(|c| (c.value.clone(), json!(label(c, lang))))
            .collect();
        property.insert("x-labels".to_owned(), Value::Object(labels));
    }
}

fn label(choice: &Choice, lang: Lang) -> String {
    match &choice.label {
        Label::Key(key) => plain(lang, key, &[]),
        Label::Text(text) => lang.text(text).to_owned(),
        Label::About(keys, text) => lang.about(keys, text),
    }
}

fn is_id(choice: &Choice) -> bool {
    choice.value.parse::<UserId>().is_ok()
}

/// Pseudonyms to choose from are those of a case: in a description they are any pseudonym.
fn free(property: &mut Map<String, Value>) {
    let ids = |schema: &Map<String, Value>| {
        let codes = schema.get("enum").and_then(Value::as_array);
        codes.is_some_and(|all| {
            all.iter()
                .all(|c| c.as_str().is_some_and(|c| c.parse::<UserId>().is_ok()))
        })
    };
    if ids(property) {
        property.remove("enum");
        if let Value::Object(pattern) = id() {
            property.extend(pattern);
        }
    }
    if let Some(Value::Object(items)) = property.get_mut("items")
        && ids(items)
    {
        property.insert("items".to_owned(), id());
        property.remove("maxItems");
    }
}

/// What an answer to a form looks like once it stands: the same members, whatever codes were in force.
pub(super) fn answered(policy: &Policy, today: Date, kind: Kind) -> Value {
    let mut schema = act(policy, today, kind).schema();
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.values_mut().for_each(loosen);
    }
    if let Value::Object(members) = &mut schema {
        members.remove("$schema");
        members.remove("title");
    }
    schema
}

fn loosen(schema: &mut Value) {
    if let Value::Object(members) = schema {
        members
            .retain(|name, _| matches!(name.as_str(), "type" | "format" | "items" | "x-provision"));
        if let Some(items) = members.get_mut("items") {
            loosen(items);
        }
    }
}
