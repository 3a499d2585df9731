//! Samples of lists: tasks, tables, pages of a long list.

use askama::Template;

use super::super::i18n::Lang;
use super::super::layout::{Banner, Page};
use super::super::parts::{
    Cell, Column, Details, Pages, Table, Tag, Task, TaskGroup, TaskList, Tone,
};
use super::{Sample, frame, word};

/// A page of parts.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "_layout.html" %}{% block main %}<h1 class="sc-h1">{{ page.title }}</h1>{{ body|safe }}{% endblock %}"#
)]
pub(super) struct Lists {
    pub(super) page: Page,
    pub(super) body: String,
}

/// English and French of the same words.
type Both = (&'static str, &'static str);

/// Words that are the same in both languages.
const fn same(text: &'static str) -> Both {
    (text, text)
}

pub(super) fn lists(lang: Lang) -> Vec<Sample> {
    let titled = |key: &str| Page {
        title: lang.t(key),
        ..frame(lang)
    };
    let work_page = |page: Page, body: String| Lists { page, body };
    let full =
        work(lang).render().unwrap() + &Pages::new(lang, 3, 9, "/work?page=").render().unwrap();
    let warning = word(
        lang,
        "Two deadlines fall this week.",
        "Deux échéances tombent cette semaine.",
    );
    let empty = Table {
        rows: Vec::new(),
        ..work(lang)
    }
    .render()
    .unwrap();
    vec![
        Sample::new(
            "lists-tasks",
            &Lists {
                page: titled("sample-tasks-title").crumb(word(lang, "Work", "Travail"), "/work"),
                body: TaskList {
                    groups: groups(lang),
                }
                .render()
                .unwrap()
                    + &after(lang).render().unwrap(),
            },
        ),
        Sample::new(
            "lists-work",
            &work_page(
                titled("sample-work-title")
                    .wide()
                    .banner(Banner::warning(warning)),
                full,
            ),
        ),
        Sample::new(
            "lists-no-work",
            &work_page(titled("sample-work-title"), empty),
        ),
    ]
}

fn after(lang: Lang) -> Details {
    Details {
        summary: word(
            lang,
            "What happens after you send it",
            "Ce qui se passe après l’envoi",
        ),
        lines: vec![word(
            lang,
            "The file goes to the Resettlement Operations Centre in Ottawa.",
            "Le dossier va au Centre des opérations de réinstallation à Ottawa.",
        )],
    }
}

/// A task: label, hint, state.
type TaskWords = (Both, Both, Both, Tone);

const PERSONS: [TaskWords; 3] = [
    (
        same("Selam Tesfay"),
        ("Principal applicant", "Demanderesse principale"),
        ("Done", "Terminé"),
        Tone::Done,
    ),
    (
        same("يوسف إدريس"),
        ("Spouse", "Époux"),
        ("To complete", "À compléter"),
        Tone::Info,
    ),
    (
        (
            "Children and other family members",
            "Enfants et autres membres de la famille",
        ),
        ("2 persons", "2 personnes"),
        ("Not started", "À commencer"),
        Tone::Neutral,
    ),
];

const CLAIM: [TaskWords; 3] = [
    (
        (
            "What the person does to defend human rights",
            "Ce que fait la personne pour défendre les droits",
        ),
        same(""),
        ("Done", "Terminé"),
        Tone::Done,
    ),
    (
        (
            "The risk, and who it comes from",
            "Le danger, et d’où il vient",
        ),
        same(""),
        ("Due tomorrow", "Pour demain"),
        Tone::Urgent,
    ),
    (
        (
            "Why she cannot stay where she is",
            "Pourquoi elle ne peut rester où elle est",
        ),
        same(""),
        ("Waiting for a reply", "En attente d’une réponse"),
        Tone::Waiting,
    ),
];

fn groups(lang: Lang) -> Vec<TaskGroup> {
    vec![
        group(lang, ("1. The persons", "1. Les personnes"), &PERSONS),
        group(lang, ("2. The claim", "2. La demande"), &CLAIM),
        closed(lang),
    ]
}

fn group(lang: Lang, title: Both, tasks: &[TaskWords]) -> TaskGroup {
    let w = |(en, fr): Both| word(lang, en, fr);
    let tasks = tasks.iter().map(|(label, hint, state, tone)| Task {
        label: w(*label),
        href: Some("/cases/7c1e/x".to_owned()),
        hint: w(*hint),
        tag: Tag::new(w(*state), *tone),
    });
    TaskGroup {
        title: w(title),
        tasks: tasks.collect(),
    }
}

/// A group whose one task cannot be begun yet.
fn closed(lang: Lang) -> TaskGroup {
    let mut group = group(
        lang,
        ("3. Check and send", "3. Vérifier et envoyer"),
        &[(
            ("Send the referral", "Envoyer la recommandation"),
            (
                "Opens when everything above is done.",
                "S’ouvre quand tout ce qui précède est terminé.",
            ),
            ("Cannot start yet", "Pas encore possible"),
            Tone::Neutral,
        )],
    );
    for task in &mut group.tasks {
        task.href = None;
    }
    group
}

/// A case on the list: reference, initials, persons, stage, what is due, how it looks, the day of November.
type Waiting = (&'static str, &'static str, i64, Both, Both, Tone, i8);

const SOON: Both = ("In 8 days", "Dans 8 jours");

const WORK: [Waiting; 4] = [
    (
        "FLD-2026-014",
        "S. T.",
        4,
        ("Eligibility", "Recevabilité"),
        ("3 days late", "3 jours de retard"),
        Tone::Urgent,
        19,
    ),
    (
        "PD-2026-031",
        "ي. إ.",
        1,
        ("Intake: to be completed", "Réception : à compléter"),
        ("Tomorrow", "Demain"),
        Tone::Waiting,
        23,
    ),
    (
        "UNHCR-2026-207",
        "M. A. d. l. C.",
        12,
        ("Interview", "Entrevue"),
        SOON,
        Tone::Neutral,
        30,
    ),
    (
        "FLD-2026-009",
        "K. O.",
        2,
        ("Medical examination", "Examen médical"),
        SOON,
        Tone::Neutral,
        30,
    ),
];

fn work(lang: Lang) -> Table {
    let w = |(en, fr): Both| word(lang, en, fr);
    let row = |(reference, who, persons, stage, due, tone, day): Waiting| {
        vec![
            Cell::link(reference, "/cases/7c1e").hint(who),
            Cell::new(lang.number(persons)),
            Cell::new(w(stage)),
            Cell::tag(Tag::new(w(due), tone)).hint(lang.date(jiff::civil::date(2026, 11, day))),
            Cell::new("Nairobi"),
        ]
    };
    Table {
        caption: w((
            "Cases, the nearest deadline first",
            "Dossiers, l’échéance la plus proche d’abord",
        )),
        caption_hidden: false,
        columns: vec![
            Column::new(w(("Case", "Dossier"))),
            Column::figures(w(("Persons", "Personnes"))),
            Column::new(w(("Stage", "Étape"))),
            Column::new(w(("Due", "Échéance"))),
            Column::new(w(("Office", "Bureau"))),
        ],
        rows: WORK.into_iter().map(row).collect(),
        empty: w((
            "Nothing waits for your group.",
            "Rien n’attend votre groupe.",
        )),
    }
}
