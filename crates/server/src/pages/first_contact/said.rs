//! The messages of a thread in words, for both sides.

use safeconduct_domain::first_contact::{Channel, Message, Told, What};
use safeconduct_domain::policy::List;
use serde_json::Value;

use crate::state::ServerState;
use crate::web::i18n::Lang;
use crate::web::parts::{Row, SummaryList};

/// The words of a form that asks for words alone.
pub(super) fn text_of(said: &Value) -> String {
    let text = said.get("text").and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

/// A message.
pub(super) struct Said {
    pub(super) who: String,
    pub(super) when: String,
    pub(super) rows: SummaryList,
    pub(super) file: Option<(String, String)>,
}

/// Who reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side<'a> {
    /// Whoever holds the code.
    Outside,
    /// The partner; the address of the thread.
    Desk(&'a str),
}

/// A thread in words, the newest first.
pub(super) fn all(
    state: &ServerState,
    lang: Lang,
    messages: &[Message],
    partner: &str,
    side: Side<'_>,
) -> Vec<Said> {
    let newest = messages.iter().rev();
    newest
        .map(|message| {
            let answer = message.what.is_answer();
            let who = match (answer, side) {
                (true, _) => partner.to_owned(),
                (false, Side::Outside) => lang.t("first-contact-you"),
                (false, Side::Desk(_)) => lang.t("first-contact-they"),
            };
            Said {
                who,
                when: lang.date(message.on),
                rows: SummaryList {
                    rows: rows(state, lang, &message.what, side),
                },
                file: file(&message.what, side),
            }
        })
        .collect()
}

fn file(what: &What, side: Side<'_>) -> Option<(String, String)> {
    let (What::File(file), Side::Desk(place)) = (what, side) else {
        return None;
    };
    let name = file.name.clone();
    Some((name, format!("{place}/files/{}", file.document)))
}

fn rows(state: &ServerState, lang: Lang, what: &What, side: Side<'_>) -> Vec<Row> {
    let row = |key: &str, text: &str| Row {
        label: lang.t(key),
        lines: text.lines().map(str::to_owned).collect(),
        action: None,
    };
    match what {
        What::Told(all) => told(lang, all),
        What::Added(text) => vec![row("first-contact-wrote", text)],
        What::Answer(text) => vec![row("first-contact-answered", text)],
        What::Channel(channel) => channelled(lang, channel),
        What::File(file) => {
            let size = i64::try_from(file.size).unwrap_or(i64::MAX);
            let size = lang.t1("first-contact-bytes", "count", size);
            vec![row("first-contact-file", &format!("{}\n{size}", file.name))]
        }
        What::TakenUp(_) => vec![row(
            "first-contact-answered",
            &lang.t("first-contact-taken-up"),
        )],
        What::Declined(reason) => {
            let (policy, today) = (state.app.policy(), state.app.today());
            let named = policy.named(List::FirstContactDecline, reason, today);
            let words = named.and_then(|named| match side {
                Side::Outside => named.hint.as_ref(),
                Side::Desk(_) => Some(&named.text),
            });
            let words = words.map_or(reason.as_str(), |text| lang.text(text));
            vec![row("first-contact-answered", words)]
        }
    }
}

fn told(lang: Lang, told: &Told) -> Vec<Row> {
    let persons = told.persons.map(|n| lang.number(n));
    let said = [
        ("form-first-contact-name", told.name.clone()),
        ("form-first-contact-work", Some(told.work.clone())),
        ("form-first-contact-references", told.references.clone()),
        ("form-first-contact-danger", Some(told.danger.clone())),
        ("form-first-contact-left", Some(lang.country(&told.left))),
        (
            "form-first-contact-country",
            Some(lang.country(&told.country)),
        ),
        ("form-first-contact-persons", persons),
        (
            "form-first-contact-language",
            Some(lang.language(&told.language)),
        ),
    ];
    let mut rows = labelled(lang, said);
    rows.extend(channelled(lang, &told.channel));
    rows
}

fn channelled(lang: Lang, channel: &Channel) -> Vec<Row> {
    let reach = channel.reach.clone();
    let reach = reach.unwrap_or_else(|| lang.t("first-contact-only-here"));
    labelled(
        lang,
        [
            ("form-first-contact-reach", Some(reach)),
            ("form-first-contact-hours", channel.hours.clone()),
            ("form-first-contact-never", channel.never.clone()),
        ],
    )
}

fn labelled<const N: usize>(lang: Lang, said: [(&str, Option<String>); N]) -> Vec<Row> {
    let answered = said
        .into_iter()
        .filter_map(|(key, text)| Some((key, text?)));
    answered
        .map(|(key, text)| Row {
            label: lang.t(key),
            lines: text.lines().map(str::to_owned).collect(),
            action: None,
        })
        .collect()
}
