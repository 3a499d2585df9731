//! Reading a referral that came as JSON: the forms of the acts, and one list of what is to be mended.
//!
//! A field is named by its way down from the top, `persons.0.birth`.

use super::{Enclosed, LARGEST, MOST_DOCUMENTS, MOST_PERSONS, Referral};
use crate::form::{Field, FieldError, Form, Kind as Ask};
use crate::forms::{FormContext, form};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Case;
use safeconduct_domain::id::PersonId;
use safeconduct_domain::policy::Policy;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use zeroize::Zeroizing;

/// The parts that are one form each: member and act.
pub(super) const PARTS: [(&str, Kind); 5] = [
    ("open", Kind::Open),
    ("work", Kind::RecordWork),
    ("risk", Kind::RecordRisk),
    ("declaration", Kind::RecordDeclaration),
    ("contact", Kind::SetContact),
];
/// The other members.
pub(super) const PERSONS: &str = "persons";
pub(super) const CONSENTS: &str = "consents";
pub(super) const DOCUMENTS: &str = "documents";
pub(super) const FOLLOW: &str = "documents-follow";
pub(super) const CONTENT: &str = "content";
/// The longest file name, in characters.
const NAME: usize = 200;

/// What the forms of a referral depend on.
#[derive(Debug, Clone, Copy)]
pub struct Packet<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The day, in UTC.
    pub today: Date,
    /// Code of the organisation that refers.
    pub organisation: &'a str,
}

impl Packet<'_> {
    /// The form of an act on a case with nothing in it yet.
    pub(super) fn form(&self, kind: Kind) -> Form {
        let empty = Case::default();
        let ctx = FormContext {
            organisation: self.organisation,
            ..FormContext::new(self.policy, self.today, &empty)
        };
        form(kind, &ctx)
    }

    /// The form of a consent: its person is a place in the list.
    pub(super) fn consent(&self, persons: usize) -> Form {
        let mut form = self.form(Kind::RecordConsent);
        for field in form.fields.iter_mut().filter(|f| f.name == "person") {
            field.kind = place(persons);
        }
        form
    }

    /// The form of a document, without its content.
    pub(super) fn document(&self, persons: usize) -> Form {
        let mut form = self.form(Kind::AddDocument);
        let name = Field::new("name", Ask::Line { max: NAME }).sensitive();
        form.fields.insert(0, name);
        form.fields
            .push(Field::new("person", place(persons)).optional());
        form
    }
}

fn place(persons: usize) -> Ask {
    let last = persons.min(MOST_PERSONS).saturating_sub(1);
    Ask::Number {
        min: 0,
        max: i64::try_from(last).unwrap_or(0),
    }
}

/// What was read so far, and what is wrong with it.
#[derive(Default)]
struct Reading {
    errors: Vec<FieldError>,
}

/// Reads a referral.
///
/// # Errors
/// Everything there is to mend, in the order of the parts.
pub fn read_json(packet: &Packet<'_>, value: &Value) -> Result<Referral, Vec<FieldError>> {
    let Value::Object(members) = value else {
        return Err(vec![FieldError::new("", "type")]);
    };
    let mut reading = Reading::default();
    let read = reading.all(packet, members);
    let known = |name: &String| {
        PARTS.iter().any(|(part, _)| part == name)
            || [PERSONS, CONSENTS, DOCUMENTS, FOLLOW].contains(&name.as_str())
    };
    let unknown = members.keys().filter(|name| !known(name));
    reading
        .errors
        .extend(unknown.map(|name| FieldError::new(name, "unknown")));
    match read {
        Some(referral) if reading.errors.is_empty() => Ok(referral),
        _ if reading.errors.is_empty() => Err(vec![FieldError::new("", "type")]),
        _ => Err(reading.errors),
    }
}

impl Reading {
    fn all(&mut self, packet: &Packet<'_>, members: &Map<String, Value>) -> Option<Referral> {
        let [open, work, risk, declaration, contact] =
            PARTS.map(|(name, kind)| self.part(packet, members, name, kind));
        let persons = self.list(members, PERSONS, 1, MOST_PERSONS);
        // a list that is itself to be mended makes no place wrong
        let places = if persons.is_empty() {
            MOST_PERSONS
        } else {
            persons.len()
        };
        let details = persons
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let way = format!("{PERSONS}.{at}");
                self.read(&packet.form(Kind::AddPerson), item, &way)
            })
            .collect::<Vec<_>>();
        let consents = self.list(members, CONSENTS, 0, MOST_PERSONS);
        let consents = consents
            .iter()
            .enumerate()
            .map(|(at, item)| self.consent(packet, places, item, at))
            .collect::<Vec<_>>();
        let documents = self.documents(packet, members, places);
        let documents_follow = self.flag(members, FOLLOW);
        Some(Referral {
            open: typed(open?)?,
            work: typed(work?)?,
            risk: typed(risk?)?,
            declaration: typed(declaration?)?,
            contact: typed(contact?)?,
            persons: details
                .into_iter()
                .map(|d| typed(d?))
                .collect::<Option<_>>()?,
            consents: consents.into_iter().collect::<Option<_>>()?,
            documents: documents?,
            documents_follow,
        })
    }

    fn fail(&mut self, way: &str, code: &'static str) {
        self.errors.push(FieldError::new(way, code));
    }

    /// Reads a form at a place; its errors get the way down to it.
    fn read(&mut self, form: &Form, value: &Value, way: &str) -> Option<Value> {
        match form.read_json(value) {
            Ok(object) => Some(object),
            Err(errors) => {
                self.errors.extend(errors.into_iter().map(|mut e| {
                    e.field = if e.field.is_empty() {
                        way.to_owned()
                    } else {
                        format!("{way}.{}", e.field)
                    };
                    e
                }));
                None
            }
        }
    }

    fn part(
        &mut self,
        packet: &Packet<'_>,
        members: &Map<String, Value>,
        name: &str,
        kind: Kind,
    ) -> Option<Value> {
        match members.get(name) {
            None | Some(Value::Null) => {
                self.fail(name, "required");
                None
            }
            Some(value) => self.read(&packet.form(kind), value, name),
        }
    }

    fn list<'v>(
        &mut self,
        members: &'v Map<String, Value>,
        name: &str,
        least: usize,
        most: usize,
    ) -> &'v [Value] {
        match members.get(name) {
            None | Some(Value::Null) if least == 0 => &[],
            None | Some(Value::Null) => {
                self.fail(name, "required");
                &[]
            }
            Some(Value::Array(items)) if items.len() < least => {
                self.fail(name, "required");
                &[]
            }
            Some(Value::Array(items)) if items.len() > most => {
                self.errors
                    .push(FieldError::new(name, "too-many").with("max", most));
                &[]
            }
            Some(Value::Array(items)) => items,
            Some(_) => {
                self.fail(name, "type");
                &[]
            }
        }
    }

    fn flag(&mut self, members: &Map<String, Value>, name: &str) -> bool {
        match members.get(name) {
            None | Some(Value::Null) => false,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => {
                self.fail(name, "type");
                false
            }
        }
    }

    fn consent(
        &mut self,
        packet: &Packet<'_>,
        persons: usize,
        item: &Value,
        at: usize,
    ) -> Option<(usize, safeconduct_domain::referral::Consent)> {
        let mut read = self.read(&packet.consent(persons), item, &format!("{CONSENTS}.{at}"))?;
        let person = person(&read)?;
        let nobody = PersonId::from_bytes([0; 16]);
        read.as_object_mut()?
            .insert("person".to_owned(), Value::from(nobody.to_string()));
        Some((person, typed(read)?))
    }

    fn documents(
        &mut self,
        packet: &Packet<'_>,
        members: &Map<String, Value>,
        persons: usize,
    ) -> Option<Vec<Enclosed>> {
        let form = packet.document(persons);
        let mut left = LARGEST;
        let items = self.list(members, DOCUMENTS, 0, MOST_DOCUMENTS);
        let mut read = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            read.push(self.document(&form, item, &format!("{DOCUMENTS}.{at}"), &mut left));
        }
        read.into_iter().collect()
    }

    fn document(
        &mut self,
        form: &Form,
        item: &Value,
        way: &str,
        left: &mut usize,
    ) -> Option<Enclosed> {
        let Value::Object(members) = item else {
            self.fail(way, "type");
            return None;
        };
        // the content is looked at where it lies: it is never copied with the answers
        let answers = members
            .iter()
            .filter(|(name, _)| *name != CONTENT)
            .map(|(name, value)| (name.clone(), value.clone()));
        let read = self.read(form, &Value::Object(answers.collect()), way);
        let content = self.content(members.get(CONTENT), &format!("{way}.{CONTENT}"), left);
        let (read, content) = (read?, content?);
        let text = |name: &str| read.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Enclosed {
            name: text("name")?,
            kind: text("kind")?,
            person: person(&read),
            content,
        })
    }

    fn content(
        &mut self,
        value: Option<&Value>,
        way: &str,
        left: &mut usize,
    ) -> Option<Zeroizing<Vec<u8>>> {
        let text = match value {
            None | Some(Value::Null) => {
                self.fail(way, "required");
                return None;
            }
            Some(Value::String(text)) if text.is_empty() => {
                self.fail(way, "required");
                return None;
            }
            Some(Value::String(text)) => text,
            Some(_) => {
                self.fail(way, "type");
                return None;
            }
        };
        let Ok(bytes) = STANDARD.decode(text) else {
            self.fail(way, "base64");
            return None;
        };
        let bytes = Zeroizing::new(bytes);
        match left.checked_sub(bytes.len()) {
            Some(rest) => {
                *left = rest;
                Some(bytes)
            }
            None => {
                let megabytes = LARGEST / 1_000_000;
                self.errors
                    .push(FieldError::new(way, "files-too-large").with("megabytes", megabytes));
                None
            }
        }
    }
}

fn person(read: &Value) -> Option<usize> {
    let place = read.get("person").and_then(Value::as_u64)?;
    usize::try_from(place).ok()
}

/// What a form has read is what its act takes: a test holds it for every form.
fn typed<T: DeserializeOwned>(read: Value) -> Option<T> {
    serde_json::from_value(read).ok()
}
