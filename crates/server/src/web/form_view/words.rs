//! The words of a form: labels and errors, from the locale files.

use safeconduct_casework::form::{Choice, Field, FieldError, Label};

use super::super::i18n::{Arg, Lang, has, t};
use super::{FormView, inputs};

/// The label of a field.
pub(super) fn label(lang: Lang, form: &str, field: &Field) -> String {
    lang.t(&format!("form-{form}-{}", field.name))
}

/// The optional words of a field, such as its hint.
pub(super) fn extra(lang: Lang, form: &str, field: &Field, part: &str) -> Option<String> {
    let key = format!("form-{form}-{}-{part}", field.name);
    has(lang, &key).then(|| lang.t(&key))
}

/// What a choice says.
pub(super) fn choice(lang: Lang, choice: &Choice) -> String {
    match &choice.label {
        Label::Key(key) => lang.t(key),
        Label::Text(text) => lang.text(text).to_owned(),
        Label::About(keys, text) => lang.about(keys, text),
    }
}

/// An error in words, for beside its field; and whether the message is the field's own, a whole sentence.
pub(super) fn error(lang: Lang, form: &str, error: &FieldError) -> (String, bool) {
    let args: Vec<(&'static str, Arg)> = error.args.clone();
    let own = format!("form-{form}-{}-error-{}", error.field, error.code);
    if has(lang, &own) {
        return (t(lang, &own, &args), true);
    }
    (t(lang, &format!("error-{}", error.code), &args), false)
}

/// An error as the summary shows it: where it leads, and the message with its field's label before it.
pub(super) fn summary_item(view: &FormView<'_>, wrong: &FieldError) -> (Option<String>, String) {
    let (text, own) = error(view.lang, view.form.id, wrong);
    let Some(field) = view.form.field(&wrong.field) else {
        let file = view.file.filter(|name| *name == wrong.field);
        return (file.map(|name| format!("#f-{name}")), text);
    };
    let target = format!("#{}", inputs::target(field, Some(wrong)));
    if own {
        return (Some(target), text);
    }
    let label = label(view.lang, view.form.id, field);
    let text = if label.ends_with('?') {
        text
    } else {
        lower_first(&text)
    };
    (Some(target), view.lang.introduced(&label, &text))
}

/// A sentence that goes on after a colon.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
