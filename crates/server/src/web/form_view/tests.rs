//! How forms are drawn, field by field.

use safeconduct_casework::form::{Field, FieldError, Form, Kind, Values};
use serde_json::json;

use super::super::i18n::Lang;
use super::super::samples::{person, sign_in};
use super::{FormView, Tokens, answers};
use askama::Template;

fn tokens() -> Tokens {
    Tokens {
        csrf: "the-token".to_owned(),
        once: "once-only".to_owned(),
    }
}

fn draw(form: &Form, lang: Lang, values: &Values, errors: &[FieldError]) -> String {
    let tokens = tokens();
    FormView::new(form, lang, "/x", &tokens)
        .values(values)
        .errors(errors)
        .render()
        .unwrap()
}

fn only(name: &'static str, values: &[(&str, &str)], errors: &[FieldError]) -> String {
    let form = Form::new("person", vec![person().field(name).unwrap().clone()]);
    draw(&form, Lang::En, &values.iter().copied().collect(), errors)
}

#[test]
fn what_was_typed_comes_back_escaped_and_in_its_own_direction() {
    let html = only(
        "family-name",
        &[("family-name", "O'Neil <b> \"x\" & سلام")],
        &[],
    );
    assert!(
        html.contains("value=\"O&#39;Neil &#60;b&#62; &#34;x&#34; &#38; سلام\" dir=\"auto\""),
        "{html}"
    );
    let html = only("risk", &[("risk", "</textarea><script>")], &[]);
    assert!(!html.contains("<script"));
}

#[test]
fn a_code_is_shown_by_its_name_and_a_name_as_typed() {
    assert!(only("residence", &[("residence", "SD")], &[]).contains("value=\"Sudan\""));
    assert!(only("residence", &[("residence", "Kassala")], &[]).contains("value=\"Kassala\""));
    let html = only(
        "nationalities",
        &[("nationalities", "ER"), ("nationalities", "SD")],
        &[],
    );
    assert_eq!(
        html.matches("list=\"list-countries\"").count(),
        4,
        "two filled, two to fill"
    );
    assert_eq!(html.matches("<datalist").count(), 1);
}

#[test]
fn errors_stand_at_the_field_and_lead_there_from_the_top() {
    let html = only(
        "birth",
        &[("birth-year", "90")],
        &[FieldError::new("birth", "date-year")],
    );
    assert!(html.contains("href=\"#f-birth-year\""));
    assert!(html.contains("aria-describedby=\"f-birth-hint f-birth-why f-birth-error\""));
    assert_eq!(
        html.matches("aria-invalid").count(),
        1,
        "only the year is marked"
    );
    assert!(
        html.contains("Date of birth: enter the year in four figures"),
        "{html}"
    );
    let html = only("status", &[], &[FieldError::new("status", "required")]);
    assert!(
        html.contains("What is the person’s status there? Enter an answer"),
        "a question keeps its own mark"
    );
    let html = only(
        "consent",
        &[],
        &[FieldError::new("consent", "required-flag")],
    );
    assert!(
        html.contains(">Confirm that the person agrees to the referral</a>"),
        "the field’s own words stand alone"
    );
    let html = only(
        "nationalities",
        &[],
        &[FieldError::new("nationalities", "countries").with("item", 2_i64)],
    );
    assert!(html.contains("href=\"#f-nationalities-2\""));
}

#[test]
fn an_error_of_no_field_is_still_shown() {
    let html = only("status", &[], &[FieldError::new("", "sign-in")]);
    assert!(
        html.contains("<li>The user name, the passphrase or the code is not right"),
        "{html}"
    );
}

#[test]
fn why_we_ask_is_cited_in_the_language() {
    assert!(only("birth", &[], &[]).contains("Why we ask: \u{2068}IRPR s. 10(2)\u{2069}"));
    let form = Form::new("person", vec![person().field("birth").unwrap().clone()]);
    let html = draw(&form, Lang::Fr, &Values::new(), &[]);
    assert!(
        html.contains("Pourquoi cette question\u{a0}: \u{2068}RIPR, art. 10(2)\u{2069}"),
        "{html}"
    );
}

#[test]
fn secrets_are_never_drawn_and_their_forms_never_given_back() {
    let mut values = Values::new();
    values.set("passphrase", "correct horse");
    values.set("code", "123456");
    let tokens = tokens();
    let form = sign_in();
    let html = FormView::new(&form, Lang::En, "/sign-in", &tokens)
        .values(&values)
        .autocomplete("code", "one-time-code")
        .render()
        .unwrap();
    assert!(!html.contains("correct horse") && !html.contains("123456"));
    assert!(!html.contains("name=\"keep\""));
    assert!(
        html.contains("type=\"password\"") && html.contains("autocomplete=\"current-password\"")
    );
    assert!(
        html.contains("autocomplete=\"one-time-code\"") && html.contains("inputmode=\"numeric\"")
    );
}

#[test]
fn private_answers_stay_out_of_the_spelling_service() {
    assert!(only("risk", &[], &[]).contains("spellcheck=\"false\""));
    assert!(!only("family-name", &[], &[]).contains("spellcheck"));
}

#[test]
fn many_choices_become_a_list() {
    let html = only("office", &[("office", "nairobi")], &[]);
    assert!(html.contains("<select") && html.contains("<option value=\"nairobi\" selected>"));
    assert!(only("sex", &[("sex", "female")], &[]).contains("value=\"female\" checked"));
}

#[test]
fn answers_are_read_back_in_words() {
    let object = json!({ "birth": "1988-05", "nationalities": ["ER"], "languages": ["ti", "Blin"], "persons": 4,
        "since": "14:30", "sex": "female", "consent": true, "risk": "One.\n\nTwo." });
    let rows = answers(&person(), &object, Lang::Fr, Some("/people"));
    let value = |label: &str| {
        rows.iter()
            .find(|row| row.label == label)
            .unwrap()
            .lines
            .clone()
    };
    assert_eq!(value("Date de naissance"), ["mai 1988"]);
    assert_eq!(value("Nationalités"), ["Érythrée"]);
    assert_eq!(value("Langues parlées"), ["tigrigna", "Blin"]);
    assert_eq!(value("Heure de l’entrevue"), ["14\u{a0}h\u{a0}30"]);
    assert_eq!(value("Sexe"), ["Féminin"]);
    assert_eq!(
        value("Pourquoi la personne est-elle en danger?"),
        ["One.", "Two."]
    );
    assert_eq!(value("Prénoms"), ["Sans réponse"]);
    assert_eq!(rows[3].action.as_ref().unwrap().href, "/people#f-birth-day");
    let secret = Form::new(
        "x",
        vec![Field::new("a", Kind::Secret), Field::new("b", Kind::Hidden)],
    );
    assert!(answers(&secret, &json!({ "a": "x", "b": "y" }), Lang::En, None).is_empty());
}
