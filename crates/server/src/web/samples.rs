//! One of every page, with invented content, for the tests that look at them all. Add the samples of your own
//! templates to `SOURCES`.

use askama::Template;
use safeconduct_casework::form::{Choice, Field, Form, Kind, Values};
use serde_json::json;

use super::accessibility::AccessibilityPage;
use super::form_view::{FormPage, FormView, Tokens, answers};
use super::i18n::Lang;
use super::layout::{Banner, Page, SignedIn};
use super::parts::{
    Cell, Column, Details, Link, Pages, SummaryList, Table, Tag, Task, TaskGroup, TaskList, Tone,
};
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
        Self { name: name.into(), html: template.render().unwrap() }
    }
}

/// Where samples come from: one function for each group of templates.
const SOURCES: &[fn(Lang) -> Vec<Sample>] = &[forms, problems, lists, statement];

/// Every sample in a language.
pub(super) fn all(lang: Lang) -> Vec<Sample> {
    SOURCES.iter().flat_map(|source| source(lang)).collect()
}

fn tokens() -> Tokens {
    Tokens { csrf: "c".repeat(43), once: "o".repeat(22) }
}

fn word(lang: Lang, en: &str, fr: &str) -> String {
    if lang == Lang::En { en } else { fr }.to_owned()
}

fn frame(lang: Lang) -> Page {
    Page::new(lang, "")
        .at("/cases/7c1e?tab=people")
        .signed_in(SignedIn {
            name: "Miren Etxeberria".to_owned(),
            role: word(lang, "Caseworker, Front Line Defenders", "Intervenante, Front Line Defenders"),
            csrf: "c".repeat(43),
        })
        .nav(vec![
            Link::new(word(lang, "Work", "Travail"), "/work").current_if(true),
            Link::new(word(lang, "Start a referral", "Nouvelle recommandation"), "/referrals/new"),
            Link::new(word(lang, "Search", "Recherche"), "/search"),
        ])
        .quick_exit()
}

/// A form with a field of every kind.
pub(super) fn person() -> Form {
    let offices: Vec<_> =
        ["amman", "ankara", "beirut", "bogota", "cairo", "dakar", "islamabad", "nairobi", "tunis"].map(|o| Choice::key(o, "yes")).into();
    Form::new(
        "person",
        vec![
            Field::new("family-name", Kind::Line { max: 80 }).provision("R140.1(a)"),
            Field::new("given-names", Kind::Line { max: 80 }).optional(),
            Field::new("native-name", Kind::Line { max: 80 }).optional().sensitive(),
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
            Field::new("organisations", Kind::Lines { max_items: 10, max: 120 }).optional(),
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
    let view = |values: &Values| FormView::new(&person, lang, "/cases/7c1e/people", &tokens).values(values);
    let frame = || frame(lang).crumb(word(lang, "Work", "Travail"), "/work").crumb("FLD-2026-014", "/cases/7c1e");
    let wrong = view(&wrong()).errors(&errors).button("later", "yes", "sample-save-later");
    let gate = FormView::new(&sign_in, lang, "/sign-in", &tokens)
        .autocomplete("handle", "username")
        .autocomplete("code", "one-time-code");
    let mut missing = Values::new();
    missing.set("handle", "miren");
    let gate_wrong = gate.clone().values(&missing).errors(&sign_in.read(&missing).unwrap_err());
    let outside = || Page::new(lang, "").at("/sign-in");
    vec![
        Sample::new("form.html-filled", &FormPage::new(frame(), view(&filled()).cancel("/cases/7c1e"))),
        Sample::new("form.html-empty", &FormPage::new(frame(), view(&Values::new()).multipart().warning().hide("of", "x"))),
        Sample::new("form.html-errors", &FormPage::new(frame(), wrong)),
        Sample::new("form.html-sign-in", &FormPage::new(outside(), gate)),
        Sample::new("form.html-sign-in-errors", &FormPage::new(outside(), gate_wrong)),
        Sample::new("lists-answers", &Lists {
            page: frame().wide().banner(Banner::done(word(lang, "The family name was saved.", "Le nom de famille a été enregistré."))),
            heading: person_title(lang),
            body: SummaryList { rows: answers(&person, &person.read(&filled()).unwrap(), lang, Some("/cases/7c1e/people")) }
                .render()
                .unwrap(),
        }),
        Sample::new("lists-embedded", &Lists {
            page: frame().banner(Banner::info("…".to_owned())),
            heading: person_title(lang),
            body: view(&filled()).errors(&errors).heading().render().unwrap()
                + &FormView::new(&sign_in, lang, "/again", &tokens).without_lists().submit("yes").render().unwrap().replace("\"f-", "\"g-"),
        }),
    ]
}

fn person_title(lang: Lang) -> String {
    lang.t("form-person-title")
}

fn problems(lang: Lang) -> Vec<Sample> {
    let kept: Values = [("keep", "person"), ("risk", "She documented arrests.\nThen they came."), ("note", "مذكرة")]
        .into_iter()
        .collect();
    Problem::ALL
        .into_iter()
        .map(|problem| Sample::new(format!("error.html-{problem}"), &ErrorPage::new(problem, lang, Some(&kept))))
        .chain([Sample::new("error.html-plain", &ErrorPage::new(Problem::NotFound, lang, None))])
        .collect()
}

fn statement(lang: Lang) -> Vec<Sample> {
    vec![Sample::new("accessibility.html", &AccessibilityPage::new(lang))]
}

/// A page of parts.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "_layout.html" %}{% block main %}<h1 class="sc-h1">{{ heading }}</h1>{{ body|safe }}{% endblock %}"#
)]
struct Lists {
    page: Page,
    heading: String,
    body: String,
}

fn lists(lang: Lang) -> Vec<Sample> {
    let w = |en: &str, fr: &str| word(lang, en, fr);
    vec![
        Sample::new("lists-tasks", &Lists {
            page: Page { title: lang.t("sample-tasks-title"), ..frame(lang) }.crumb(w("Work", "Travail"), "/work"),
            heading: lang.t("sample-tasks-title"),
            body: tasks(lang).render().unwrap()
                + &Details {
                    summary: w("What happens after you send it", "Ce qui se passe après l’envoi"),
                    lines: vec![w("The file goes to the Resettlement Operations Centre in Ottawa.", "Le dossier va au Centre des opérations de réinstallation à Ottawa.")],
                }
                .render()
                .unwrap(),
        }),
        Sample::new("lists-work", &Lists {
            page: Page { title: lang.t("sample-work-title"), ..frame(lang) }
                .wide()
                .banner(Banner::warning(w("Two deadlines fall this week.", "Deux échéances tombent cette semaine."))),
            heading: lang.t("sample-work-title"),
            body: work(lang).render().unwrap() + &Pages::new(lang, 3, 9, "/work?page=").render().unwrap(),
        }),
        Sample::new("lists-no-work", &Lists {
            page: Page { title: lang.t("sample-work-title"), ..frame(lang) },
            heading: lang.t("sample-work-title"),
            body: Table { rows: Vec::new(), ..work(lang) }.render().unwrap(),
        }),
    ]
}

fn tasks(lang: Lang) -> TaskList {
    let w = |en: &str, fr: &str| word(lang, en, fr);
    let task = |label: String, hint: String, tag: Tag, open: bool| Task {
        label,
        href: open.then(|| "/cases/7c1e/x".to_owned()),
        hint,
        tag,
    };
    let none = String::new;
    let done = || Tag::new(w("Done", "Terminé"), Tone::Done);
    TaskList {
        groups: vec![
            TaskGroup {
                title: w("1. The persons", "1. Les personnes"),
                tasks: vec![
                    task("Selam Tesfay".to_owned(), w("Principal applicant", "Demanderesse principale"), done(), true),
                    task("يوسف إدريس".to_owned(), w("Spouse", "Époux"), Tag::new(w("To complete", "À compléter"), Tone::Info), true),
                    task(w("Children and other family members", "Enfants et autres membres de la famille"), w("2 persons", "2 personnes"), Tag::new(w("Not started", "À commencer"), Tone::Neutral), true),
                ],
            },
            TaskGroup {
                title: w("2. The claim", "2. La demande"),
                tasks: vec![
                    task(w("What the person does to defend human rights", "Ce que fait la personne pour défendre les droits"), none(), done(), true),
                    task(w("The risk, and who it comes from", "Le danger, et d’où il vient"), none(), Tag::new(w("Due tomorrow", "Pour demain"), Tone::Urgent), true),
                    task(w("Why she cannot stay where she is", "Pourquoi elle ne peut rester où elle est"), none(), Tag::new(w("Waiting for a reply", "En attente d’une réponse"), Tone::Waiting), true),
                ],
            },
            TaskGroup {
                title: w("3. Check and send", "3. Vérifier et envoyer"),
                tasks: vec![task(w("Send the referral", "Envoyer la recommandation"), w("Opens when everything above is done.", "S’ouvre quand tout ce qui précède est terminé."), Tag::new(w("Cannot start yet", "Pas encore possible"), Tone::Neutral), false)],
            },
        ],
    }
}

fn work(lang: Lang) -> Table {
    let w = |en: &str, fr: &str| word(lang, en, fr);
    let row = |reference: &str, who: &str, persons: i64, stage: String, due: Tag, day: i8| {
        vec![
            Cell::link(reference, "/cases/7c1e").hint(who),
            Cell::new(lang.number(persons)),
            Cell::new(stage),
            Cell::tag(due).hint(lang.date(jiff::civil::date(2026, 11, day))),
            Cell::new(w("Nairobi", "Nairobi")),
        ]
    };
    let assess = || w("Eligibility", "Recevabilité");
    let intake = || w("Intake: to be completed", "Réception : à compléter");
    Table {
        caption: w("Cases, the nearest deadline first", "Dossiers, l’échéance la plus proche d’abord"),
        caption_hidden: false,
        columns: vec![
            Column::new(w("Case", "Dossier")),
            Column::figures(w("Persons", "Personnes")),
            Column::new(w("Stage", "Étape")),
            Column::new(w("Due", "Échéance")),
            Column::new(w("Office", "Bureau")),
        ],
        rows: vec![
            row("FLD-2026-014", "S. T.", 4, assess(), Tag::new(w("3 days late", "3 jours de retard"), Tone::Urgent), 19),
            row("PD-2026-031", "ي. إ.", 1, intake(), Tag::new(w("Tomorrow", "Demain"), Tone::Waiting), 23),
            row("UNHCR-2026-207", "M. A. d. l. C.", 12, w("Interview", "Entrevue"), Tag::new(w("In 9 days", "Dans 9 jours"), Tone::Neutral), 30),
            row("FLD-2026-009", "K. O.", 2, w("Medical examination", "Examen médical"), Tag::new(w("In 9 days", "Dans 9 jours"), Tone::Neutral), 30),
        ],
        empty: w("Nothing waits for your group.", "Rien n’attend votre groupe."),
    }
}
