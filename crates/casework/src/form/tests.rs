//! The promises of the form reader: examples first, then properties over every kind of field.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Choice, Field, FieldError, Form, Kind, Values};

fn choices() -> Vec<Choice> {
    ["spouse", "child", "other"]
        .map(|value| Choice::key(value, "sample"))
        .into()
}

/// One field of every kind.
fn every_kind() -> Form {
    Form::new(
        "sample",
        vec![
            Field::new("line", Kind::Line { max: 40 }),
            Field::new("area", Kind::Area { max: 200 }),
            Field::new("date", Kind::Date),
            Field::new("partial", Kind::PartialDate).provision("R10(2)"),
            Field::new("time", Kind::Time),
            Field::new("number", Kind::Number { min: -5, max: 1000 }),
            Field::new("choice", Kind::Choice(choices())),
            Field::new("choices", Kind::Choices(choices())),
            Field::new("flag", Kind::Flag),
            Field::new("country", Kind::Country),
            Field::new("countries", Kind::Countries { max: 3 }),
            Field::new("language", Kind::Language),
            Field::new("languages", Kind::Languages { max: 3 }),
            Field::new(
                "lines",
                Kind::Lines {
                    max_items: 3,
                    max: 20,
                },
            ),
            Field::new("secret", Kind::Secret).sensitive(),
            Field::new("hidden", Kind::Hidden),
        ],
    )
}

fn one(kind: Kind) -> Form {
    Form::new("one", vec![Field::new("f", kind).optional()])
}

fn read(kind: Kind, pairs: &[(&str, &str)]) -> Result<Value, &'static str> {
    let values: Values = pairs.iter().copied().collect();
    one(kind)
        .read(&values)
        .map(|object| object["f"].clone())
        .map_err(|errors| errors[0].code)
}

fn typed(kind: Kind, value: &str) -> Result<Value, &'static str> {
    read(kind, &[("f", value)])
}

fn day(day: &str, month: &str, year: &str, partial: bool) -> Result<Value, &'static str> {
    let kind = if partial {
        Kind::PartialDate
    } else {
        Kind::Date
    };
    read(
        kind,
        &[("f-day", day), ("f-month", month), ("f-year", year)],
    )
}

#[test]
fn a_full_form_reads_into_one_object() {
    let values: Values = [
        ("csrf", "not ours"),
        ("line", "  Ama\tNkrumah "),
        ("area", "First line\r\nsecond\rthird\r\n"),
        ("date-day", "5"),
        ("date-month", "Mai"),
        ("date-year", "1990"),
        ("partial-year", "۱۹۹۰"),
        ("time", "14 h 30"),
        ("number", "1\u{202f}000"),
        ("choice", "child"),
        ("choices", "other"),
        ("choices", "spouse"),
        ("flag", "yes"),
        ("country", "Érythrée"),
        ("countries", "Sudan"),
        ("countries", ""),
        ("countries", "soudan\nKE"),
        ("language", "Farsi"),
        ("languages", "tigrigna"),
        ("languages", "Blin"),
        ("lines", "one\r\n\r\n two \r\none"),
        ("secret", " as typed "),
        ("hidden", "x"),
    ]
    .into_iter()
    .collect();
    let expected = json!({
        "line": "Ama\tNkrumah", "area": "First line\nsecond\nthird", "date": "1990-05-05", "partial": "1990",
        "time": "14:30", "number": 1000, "choice": "child", "choices": ["spouse", "other"], "flag": true,
        "country": "ER", "countries": ["SD", "KE"], "language": "fa", "languages": ["ti", "Blin"],
        "lines": ["one", "two"], "secret": " as typed ", "hidden": "x",
    });
    let form = every_kind();
    assert_eq!(form.faults(), Vec::<String>::new());
    assert_eq!(form.read(&values).unwrap(), expected);
    assert_eq!(form.read_json(&expected).unwrap(), expected);
}

#[test]
fn an_empty_form_says_what_is_missing_field_by_field() {
    let errors = every_kind().read(&Values::new()).unwrap_err();
    let codes: Vec<_> = errors
        .iter()
        .map(|error| (error.field.as_str(), error.code))
        .collect();
    assert_eq!(codes.len(), 16);
    assert_eq!(codes[0], ("line", "required"));
    assert_eq!(codes[2], ("date", "required-date"));
    assert_eq!(codes[6], ("choice", "required-choice"));
    assert_eq!(codes[7], ("choices", "required-choices"));
    assert_eq!(codes[8], ("flag", "required-flag"));
    assert_eq!(
        every_kind().draft().read(&Values::new()).unwrap(),
        json!({ "flag": false })
    );
}

#[test]
fn text_that_reads_otherwise_than_it_is_stored_is_refused() {
    let line = || Kind::Line { max: 5 };
    assert_eq!(typed(line(), "abc\u{0}"), Err("control"));
    assert_eq!(typed(line(), "a\u{85}c"), Err("control"));
    assert_eq!(typed(line(), "a\nb"), Err("control"));
    assert_eq!(typed(line(), "a\u{202e}b"), Err("bidi"));
    assert_eq!(typed(line(), "a\u{2067}b"), Err("bidi"));
    assert_eq!(typed(line(), "a\u{fffd}b"), Err("encoding"));
    assert_eq!(typed(line(), "abcdef"), Err("too-long"));
    assert_eq!(typed(line(), "مريم"), Ok(json!("مريم")));
    assert_eq!(
        typed(line(), "a\u{200c}b"),
        Ok(json!("a\u{200c}b")),
        "a joiner belongs to Persian spelling"
    );
    assert_eq!(typed(line(), "👩‍👩‍👧"), Ok(json!("👩‍👩‍👧")));
}

#[test]
fn dates_are_days_of_the_calendar() {
    assert_eq!(day("29", "2", "2024", false), Ok(json!("2024-02-29")));
    assert_eq!(day("٢٩", "février", "2024", false), Ok(json!("2024-02-29")));
    assert_eq!(day("29", "2", "2023", false), Err("date"));
    assert_eq!(day("31", "11", "2023", true), Err("date"));
    assert_eq!(day("1", "13", "2023", true), Err("date"));
    assert_eq!(day("1", "Smarch", "2023", true), Err("date"));
    assert_eq!(day("1", "1", "90", false), Err("date-year"));
    assert_eq!(day("1", "1", "0990", false), Err("date-year"));
    assert_eq!(day("", "1", "1990", false), Err("date-day-missing"));
    assert_eq!(day("1", "", "1990", true), Err("date-month-missing"));
    assert_eq!(day("1", "1", "", true), Err("date-year-missing"));
    assert_eq!(day("", "1", "1990", true), Ok(json!("1990-01")));
    assert_eq!(day("", "", "1990", true), Ok(json!("1990")));
    assert_eq!(day(" ", "", "", true), Ok(Value::Null));
}

#[test]
fn figures_and_lists_keep_their_bounds() {
    assert_eq!(typed(Kind::Number { min: 1, max: 9 }, "10"), Err("range"));
    assert_eq!(typed(Kind::Number { min: 1, max: 9 }, "ten"), Err("number"));
    assert_eq!(
        typed(Kind::Number { min: 1, max: 9 }, "99999999999999999999"),
        Err("number")
    );
    assert_eq!(typed(Kind::Time, "25:00"), Err("time"));
    assert_eq!(typed(Kind::Choice(choices()), "cousin"), Err("choice"));
    assert_eq!(typed(Kind::Choices(choices()), "cousin"), Err("choice"));
    assert_eq!(typed(Kind::Country, "Atlantis"), Err("country"));
    assert_eq!(typed(Kind::Countries { max: 1 }, "CA\nFR"), Err("too-many"));
    let lines = Kind::Lines {
        max_items: 9,
        max: 3,
    };
    let error = &one(lines)
        .read(&[("f", "abc\nabcd")].into_iter().collect())
        .unwrap_err()[0];
    assert_eq!(
        *error,
        FieldError::new("f", "lines-too-long")
            .with("max", 3_i64)
            .with("item", 2_i64)
    );
    let error = &one(Kind::Countries { max: 9 })
        .read(&[("f", "CA\nAtlantis")].into_iter().collect())
        .unwrap_err()[0];
    assert_eq!(
        *error,
        FieldError::new("f", "countries").with("item", 2_i64)
    );
}

#[test]
fn json_is_held_to_its_types_and_to_the_fields() {
    let form = one(Kind::Number { min: 0, max: 9 });
    assert_eq!(
        form.read_json(&json!({ "f": "3" })).unwrap_err()[0].code,
        "number"
    );
    assert_eq!(
        form.read_json(&json!({ "f": 3.5 })).unwrap_err()[0].code,
        "number"
    );
    assert_eq!(
        form.read_json(&json!({ "f": 3, "g": 1 })).unwrap_err(),
        vec![FieldError::new("g", "unknown")]
    );
    assert_eq!(
        form.read_json(&json!([])).unwrap_err(),
        vec![FieldError::new("", "type")]
    );
    assert_eq!(form.read_json(&json!({ "f": null })).unwrap(), json!({}));
    assert_eq!(
        one(Kind::Country)
            .read_json(&json!({ "f": "Canada" }))
            .unwrap_err()[0]
            .code,
        "country"
    );
    assert_eq!(
        one(Kind::Date)
            .read_json(&json!({ "f": "1990-5-1" }))
            .unwrap_err()[0]
            .code,
        "date"
    );
    assert_eq!(
        one(Kind::Lines {
            max_items: 3,
            max: 9
        })
        .read_json(&json!({ "f": ["a\nb"] }))
        .unwrap_err()[0]
            .code,
        "control"
    );
}

#[test]
fn what_is_personal_stays_out_of_debug_and_errors() {
    let values: Values = [("name", "Selam Tesfay\u{202e}")].into_iter().collect();
    assert_eq!(format!("{values:?}"), r#"{"name"}"#);
    let form = Form::new("one", vec![Field::new("name", Kind::Line { max: 99 })]);
    assert!(!format!("{:?}", form.read(&values)).contains("Selam"));
}

#[test]
fn secrets_are_never_filled_in() {
    let form = one(Kind::Secret);
    assert_eq!(form.fill(&json!({ "f": "hunter2" })), Values::new());
}

#[test]
fn mistakes_in_a_description_are_named() {
    let form = Form::new(
        "Bad",
        vec![
            Field::new("born", Kind::Date),
            Field::new("born-day", Kind::Line { max: 2 }),
            Field::new("born", Kind::Number { min: 2, max: 1 }),
            Field::new("none", Kind::Choice(Vec::new())),
        ],
    );
    assert_eq!(form.faults().len(), 4, "{:?}", form.faults());
}

#[test]
fn the_schema_says_the_same() {
    let schema = every_kind().schema();
    assert_eq!(schema["required"].as_array().unwrap().len(), 16);
    assert_eq!(schema["additionalProperties"], json!(false));
    assert_eq!(
        schema["properties"]["partial"]["x-provision"],
        json!("R10(2)")
    );
    assert_eq!(schema["properties"]["secret"]["writeOnly"], json!(true));
    assert_eq!(
        schema["properties"]["choices"]["items"]["enum"],
        json!(["spouse", "child", "other"])
    );
}

/// Texts that have broken readers before, beside arbitrary ones.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => any::<String>(),
        2 => "[ \\t\\r\\n0-9a-zé:h-]{0,30}",
        1 => proptest::collection::vec(any::<u8>(), 0..40).prop_map(|b| String::from_utf8_lossy(&b).into_owned()),
        2 => prop::sample::select(vec![
            "yes", "1990", "5", "mai", "14:30", "12", "-3", "spouse", "child", "CA", "Canada", "Côte d’Ivoire", "ci",
            "fr", "Farsi", "\u{202e}", "\r", "\r\n", "\u{fffd}", "\0", "٣", "a\u{2028}b", "\u{feff}", " \u{85} ",
        ]).prop_map(str::to_owned),
    ]
}

fn posted() -> impl Strategy<Value = Values> {
    let names: Vec<String> = every_kind().fields.iter().flat_map(Field::inputs).collect();
    proptest::collection::vec((prop::sample::select(names), text()), 0..40)
        .prop_map(|pairs| pairs.into_iter().collect())
}

/// Each field by itself, so that one bad answer does not hide what the others read to.
fn singly(form: &Form) -> Vec<Form> {
    form.fields
        .iter()
        .map(|field| Form::new(form.id, vec![field.clone().optional()]))
        .collect()
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec(("[a-z]{1,9}", inner), 0..6).prop_map(|members| members
                .into_iter()
                .collect::<serde_json::Map<_, _>>()
                .into()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 300 } else { 20_000 }))]

    #[test]
    fn reading_never_panics_and_every_error_names_a_field(values in posted()) {
        let form = every_kind();
        if let Err(errors) = form.read(&values) {
            prop_assert!(errors.iter().all(|error| form.field(&error.field).is_some()));
        }
    }

    #[test]
    fn what_reads_well_fills_and_reads_again_to_the_same(values in posted()) {
        for form in singly(&every_kind()) {
            let Ok(object) = form.read(&values) else { continue };
            prop_assert_eq!(form.read_json(&object), Ok(object.clone()));
            if matches!(form.fields[0].kind, Kind::Secret) { continue; }
            let filled = form.fill(&object);
            prop_assert_eq!(form.read(&filled), Ok(object.clone()));
            prop_assert_eq!(form.fill(&form.read(&filled).unwrap()), filled);
        }
    }

    #[test]
    fn json_never_panics_and_what_it_accepts_is_canonical(value in any_json()) {
        for form in singly(&every_kind()) {
            let object = json!({ form.fields[0].name: value.clone() });
            let _ = form.fill(&object);
            let _ = form.read_json(&value);
            if let Ok(read) = form.read_json(&object) {
                prop_assert_eq!(form.read_json(&read), Ok(read.clone()));
                if !matches!(form.fields[0].kind, Kind::Secret) {
                    prop_assert_eq!(form.read(&form.fill(&read)), Ok(read.clone()));
                }
            }
        }
    }

    #[test]
    fn a_date_that_is_one_reads_from_its_inputs(date in (1900i16..2200, 1i8..=12, 1i8..=31)) {
        let (y, m, d) = date;
        let read = day(&d.to_string(), &m.to_string(), &y.to_string(), false);
        match jiff::civil::Date::new(y, m, d) {
            Ok(date) => prop_assert_eq!(read, Ok(json!(date.to_string()))),
            Err(_) => prop_assert_eq!(read, Err("date")),
        }
    }
}
