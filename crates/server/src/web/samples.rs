//! One of every page, with invented content, for the tests that look at them all. Add the samples of your own
//! templates to `SOURCES`.

mod lists;

use askama::Template;
use lists::{Lists, lists};
use safeconduct_casework::form::{Choice, Field, Form, Kind, Values};
use serde_json::json;

use super::accessibility::AccessibilityPage;
use super::form_view::{FormPage, FormView, Tokens, answers};
use super::i18n::Lang;
use super::layout::{Banner, Page, SignedIn};
use super::parts::{Link, SummaryList};
use super::problem::{ErrorPage, Problem};

/// A page as it would be sent.
pub(super) struct Sample {
    /// The template, and what the sample shows of it.
    pub(super) name: String,
    /// The page.
    pub(super) html: String,
}

impl Sample {
    pub(super) fn new(name: impl Into<String>, template: &impl Template) -> Self {
        Self {
            name: name.into(),
            html: template.render().unwrap(),
        }
    }
}

/// Where samples come from: one function for each group of templates.
const SOURCES: &[fn(Lang) -> Vec<Sample>] = &[forms, embedded, problems, lists, statement];

/// Every sample in a language.
pub(super) fn all(lang: Lang) -> Vec<Sample> {
    SOURCES.iter().flat_map(|source| source(lang)).collect()
}

fn tokens() -> Tokens {
    Tokens {
        csrf: "c".repeat(43),
        once: "o".repeat(22),
    }
}

fn word(lang: Lang, en: &str, fr: &str) -> String {
    if lang == Lang::En { en } else { fr }.to_owned()
}

fn frame(lang: Lang) -> Page {
    Page::new(lang, "")
        .at("/cases/7c1e?tab=people")
        .signed_in(SignedIn {
            name: "Miren Etxeberria".to_owned(),
            role: word(
                lang,
                "Caseworker, Front Line Defenders",
                "Intervenante, Front Line Defenders",
            ),
            csrf: "c".repeat(43),
        })
        .nav(vec![
            Link::new(word(lang, "Work", "Travail"), "/work").current_if(true),
            Link::new(
                word(lang, "Start a referral", "Nouvelle recommandation"),
                "/referrals/new",
            ),
            Link::new(word(lang, "Search", "Recherche"), "/search"),
        ])
        .quick_exit()
}

/// A form with a field of every kind.
pub(super) fn person() -> Form {
    let offices: Vec<_> = [
        "amman",
        "ankara",
        "beirut",
        "bogota",
        "cairo",
        "dakar",
        "islamabad",
        "nairobi",
        "tunis",
    ]
    .map(|o| Choice::key(o, "yes"))
    .into();
    Form::new(
        "person",
        vec![
            Field::new("family-name", Kind::Line { max: 80 }).provision("R140.1(a)"),
            Field::new("given-names", Kind::Line { max: 80 }).optional(),
            Field::new("native-name", Kind::Line { max: 80 })
                .optional()
                .sensitive(),
            Field::new("birth", Kind::PartialDate).provision("R10(2)"),
            Field::new(
                "sex",
                Kind::Choice(vec![
                    Choice::key("female", "sample-female"),
                    Choice::key("male", "sample-male"),
                    Choice::key("another", "sample-another"),
                    Choice::key("unstated", "sample-unstated"),
                ]),
            ),
            Field::new("nationalities", Kind::Countries { max: 5 }),
            Field::new("residence", Kind::Country).sensitive(),
            Field::new("status", Kind::Line { max: 25 }).optional(),
            Field::new("persons", Kind::Number { min: 1, max: 30 }),
            Field::new("languages", Kind::Languages { max: 6 }).optional(),
            Field::new("since", Kind::Time).optional(),
            Field::new(
                "channels",
                Kind::Choices(vec![
                    Choice::key("signal", "sample-signal"),
                    Choice::key("phone", "sample-phone"),
                    Choice::key("partner", "sample-partner"),
                ]),
            ),
            Field::new("office", Kind::Choice(offices)).optional(),
            Field::new("risk", Kind::Area { max: 4000 }).sensitive(),
            Field::new(
                "organisations",
                Kind::Lines {
                    max_items: 10,
                    max: 120,
                },
            )
            .optional(),
            Field::new("consent", Kind::Flag),
        ],
    )
}

/// The form that signs in.
pub(super) fn sign_in() -> Form {
    Form::new(
        "sign-in",
        vec![
            Field::new("handle", Kind::Line { max: 64 }),
            Field::new("passphrase", Kind::Secret),
            Field::new("code", Kind::Secret),
        ],
    )
}

fn filled() -> Values {
    person().fill(&json!({
        "family-name": "Tesfay", "given-names": "Selam", "native-name": "ሰላም ተስፋይ", "birth": "1988-05",
        "sex": "female", "nationalities": ["ER"], "residence": "SD", "persons": 4, "languages": ["ti", "ar", "Blin"],
        "since": "14:30", "channels": ["signal", "partner"], "office": "nairobi",
        "risk": "She documented arrests for a women’s radio station.\nTwo colleagues were detained in March.",
        "organisations": ["Radio Women of Kassala"], "consent": true,
    }))
}

fn wrong() -> Values {
    let mut values = filled();
    values.set("family-name", "");
    values.set("native-name", "\u{202e}سلام");
    values.set("birth-day", "31");
    values.set("birth-month", "2");
    values.remove("sex");
    values.set("residence", "Kassala");
    values.remove("consent");
    values
}

fn forms(lang: Lang) -> Vec<Sample> {
    let (person, sign_in, tokens) = (person(), sign_in(), tokens());
    let errors = person.read(&wrong()).unwrap_err();
    let view = |values: &Values| {
        FormView::new(&person, lang, "/cases/7c1e/people", &tokens).values(values)
    };
    let frame = || {
        frame(lang)
            .crumb(word(lang, "Work", "Travail"), "/work")
            .crumb("FLD-2026-014", "/cases/7c1e")
    };
    let wrong = view(&wrong())
        .errors(&errors)
        .button("later", "yes", "sample-save-later");
    let gate = FormView::new(&sign_in, lang, "/sign-in", &tokens)
        .autocomplete("handle", "username")
        .autocomplete("code", "one-time-code");
    let mut missing = Values::new();
    missing.set("handle", "miren");
    let gate_wrong = gate
        .clone()
        .values(&missing)
        .errors(&sign_in.read(&missing).unwrap_err());
    let outside = || Page::new(lang, "").at("/sign-in");
    vec![
        Sample::new(
            "form.html-filled",
            &FormPage::new(frame(), view(&filled()).cancel("/cases/7c1e")),
        ),
        Sample::new(
            "form.html-empty",
            &FormPage::new(
                frame(),
                view(&Values::new()).multipart().warning().hide("of", "x"),
            ),
        ),
        Sample::new("form.html-errors", &FormPage::new(frame(), wrong)),
        Sample::new("form.html-sign-in", &FormPage::new(outside(), gate)),
        Sample::new(
            "form.html-sign-in-errors",
            &FormPage::new(outside(), gate_wrong),
        ),
    ]
}

/// Forms and answers as parts of other pages.
fn embedded(lang: Lang) -> Vec<Sample> {
    let (person, sign_in, tokens) = (person(), sign_in(), tokens());
    let errors = person.read(&wrong()).unwrap_err();
    let page = || Page {
        title: lang.t("form-person-title"),
        ..frame(lang)
    };
    let saved = word(
        lang,
        "The family name was saved.",
        "Le nom de famille a été enregistré.",
    );
    let object = person.read(&filled()).unwrap();
    let rows = answers(&person, &object, lang, Some("/cases/7c1e/people"));
    let first = FormView::new(&person, lang, "/cases/7c1e/people", &tokens)
        .values(&filled())
        .errors(&errors)
        .heading();
    let second = FormView::new(&sign_in, lang, "/again", &tokens)
        .without_lists()
        .submit("yes");
    vec![
        Sample::new(
            "lists-answers",
            &Lists {
                page: page().wide().banner(Banner::done(saved)),
                body: SummaryList { rows }.render().unwrap(),
            },
        ),
        Sample::new(
            "lists-embedded",
            &Lists {
                page: page().banner(Banner::info("…".to_owned())),
                body: first.render().unwrap() + &second.render().unwrap().replace("\"f-", "\"g-"),
            },
        ),
    ]
}

fn problems(lang: Lang) -> Vec<Sample> {
    let kept: Values = [
        ("keep", "person"),
        ("risk", "She documented arrests.\nThen they came."),
        ("note", "مذكرة"),
    ]
    .into_iter()
    .collect();
    Problem::ALL
        .into_iter()
        .map(|problem| {
            Sample::new(
                format!("error.html-{problem}"),
                &ErrorPage::new(problem, lang, Some(&kept)),
            )
        })
        .chain([Sample::new(
            "error.html-plain",
            &ErrorPage::new(Problem::NotFound, lang, None),
        )])
        .collect()
}

fn statement(lang: Lang) -> Vec<Sample> {
    vec![Sample::new(
        "accessibility.html",
        &AccessibilityPage::new(lang),
    )]
}
