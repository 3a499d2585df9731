//! Forms: one description makes the page, the reader of what was posted, the reader of what a partner's
//! system sent, and the JSON Schema. A field added here is added everywhere.
//!
//! * [`Form::read`] turns what a browser posted into a JSON object, or says field by field what to mend.
//! * [`Form::read_json`] checks an object that came as JSON by the same rules.
//! * [`Form::fill`] is the way back: the values that show an object in the form again.
//! * [`Form::schema`] is the same form as a JSON Schema.
//!
//! Reading never panics, whatever the bytes, and whatever reads well fills and reads again to the same object.
//! Words are not here: a label is the Fluent key `form-{form}-{field}`, an error the key `error-{code}`.

mod check;
mod date;
mod error;
mod field;
mod fill;
pub mod names;
mod numerals;
mod posted;
mod schema;
#[cfg(test)]
mod tests;
mod text;
mod values;

pub use error::{Arg, FieldError};
pub use field::{Choice, Field, Kind, Label};
pub use names::{countries, languages};
pub use numerals::compact as digits;
pub use values::Values;

use serde_json::{Map, Value};

/// The longest text a [`Kind::Secret`] takes, in characters.
pub const SECRET_MAX: usize = 1024;
/// The longest text a [`Kind::Hidden`] takes, in characters.
pub const HIDDEN_MAX: usize = 500;
/// The longest name of a language that is not on the list, in characters.
pub const LANGUAGE_MAX: usize = 80;

/// A form: a name and its fields, in the order of the page.
#[derive(Debug, Clone)]
pub struct Form {
    /// The name, kebab-case; it makes the Fluent keys `form-{id}-…`.
    pub id: &'static str,
    /// The fields, in the order of the page.
    pub fields: Vec<Field>,
}

impl Form {
    /// A form of these fields.
    #[must_use]
    pub const fn new(id: &'static str, fields: Vec<Field>) -> Self {
        Self { id, fields }
    }

    /// The same form with nothing required, for saving work that is not finished.
    #[must_use]
    pub fn draft(&self) -> Self {
        let mut form = self.clone();
        for field in &mut form.fields {
            field.required = false;
        }
        form
    }

    /// The field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Reads what a browser posted into an object with one member a field.
    ///
    /// An optional field left empty has no member; a [`Kind::Flag`] always has one. Names the form does not know
    /// are passed over: a page posts more than its form (the CSRF token, for one).
    ///
    /// # Errors
    /// One error for each field that cannot be read, in the order of the page.
    pub fn read(&self, values: &Values) -> Result<Value, Vec<FieldError>> {
        self.collect(|field| match posted::candidate(field, values)? {
            Some(candidate) => check::check(field, &candidate),
            None => Ok(None),
        })
    }

    /// Checks an object that came as JSON, by the rules [`Form::read`] has.
    ///
    /// # Errors
    /// One error for each field that does not hold, in the order of the page, then one with the code `unknown` for
    /// each member the form does not have. Something that is no object gives one error with the code `type`.
    pub fn read_json(&self, value: &Value) -> Result<Value, Vec<FieldError>> {
        let Value::Object(members) = value else {
            return Err(vec![FieldError::new("", "type")]);
        };
        let read = self.collect(|field| match members.get(field.name) {
            None | Some(Value::Null) => Ok(None),
            Some(member) => check::check(field, member),
        });
        let unknown: Vec<_> = members
            .keys()
            .filter(|name| self.field(name).is_none())
            .map(|name| FieldError::new(name, "unknown"))
            .collect();
        match read {
            Ok(object) if unknown.is_empty() => Ok(object),
            Ok(_) => Err(unknown),
            Err(errors) => Err(errors.into_iter().chain(unknown).collect()),
        }
    }

    /// The values that show `object` in the form again. Secrets never come back, and what does not fit a field's
    /// kind is left out.
    #[must_use]
    pub fn fill(&self, object: &Value) -> Values {
        let mut values = Values::new();
        for field in &self.fields {
            if let Some(member) = object.get(field.name) {
                fill::fill(field, member, &mut values);
            }
        }
        values
    }

    /// The form as a JSON Schema (draft 2020-12) of the object that [`Form::read_json`] takes.
    #[must_use]
    pub fn schema(&self) -> Value {
        schema::schema(self)
    }

    /// The Fluent keys the form cannot do without: its title, its button, each field's and each choice's label.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = vec![
            format!("form-{}-title", self.id),
            format!("form-{}-submit", self.id),
        ];
        for field in &self.fields {
            if !matches!(field.kind, Kind::Hidden) {
                keys.push(format!("form-{}-{}", self.id, field.name));
            }
            keys.extend(
                field
                    .choices()
                    .iter()
                    .flat_map(|choice| match choice.label {
                        Label::Key(key) => vec![key.to_owned()],
                        Label::Text(_) => Vec::new(),
                        Label::About(keys, _) => keys.iter().map(|k| (*k).to_owned()).collect(),
                    }),
            );
        }
        keys
    }

    /// Mistakes in the description itself, in words; a test of every form asserts that there are none.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        field::faults(self)
    }

    fn collect(
        &self,
        read: impl Fn(&Field) -> Result<Option<Value>, FieldError>,
    ) -> Result<Value, Vec<FieldError>> {
        let mut object = Map::new();
        let mut errors = Vec::new();
        for field in &self.fields {
            match read(field).and_then(|value| check::presence(field, value)) {
                Ok(Some(value)) => {
                    object.insert(field.name.to_owned(), value);
                }
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            Ok(Value::Object(object))
        } else {
            Err(errors)
        }
    }
}
