//! What the referral says, part by part: what intake and officers read, and what a supervisor approves. The same parts
//! show a case as it stood at a moment.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use safeconduct_casework::forms::{self, FormContext};
use safeconduct_domain::act::Kind;
use safeconduct_domain::case::Case;
use safeconduct_domain::confidential::Item;
use safeconduct_domain::id::PersonId;
use serde_json::{Value, json};

use crate::pages::casefile::{Desk, Head};
use crate::pages::confidential;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::answers;
use crate::web::i18n::{Arg, Lang};
use crate::web::layout::{Page, html};
use crate::web::parts::{Link, Row, SummaryList};
use crate::web::problem::Problem;

/// A part of the record: a heading, what was said, and where it is changed.
#[derive(Template)]
#[template(path = "_record_part.html")]
pub(in crate::pages) struct Part {
    pub(in crate::pages) title: String,
    pub(in crate::pages) rows: SummaryList,
    /// Said when nothing was said.
    pub(in crate::pages) empty: String,
    pub(in crate::pages) change: Option<Link>,
}

impl HtmlSafe for Part {}

#[derive(Template)]
#[template(path = "case_record.html")]
struct RecordPage {
    page: Page,
    head: Head,
    parts: Vec<Part>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path(case): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let desk = Desk::open(&state, &me, &uri, &case, "referral").await?;
    let names = state.app.names().await.map_err(|error| problem(&error))?;
    let title = desk.t("case-page-referral");
    let mut parts = of(&desk, desk.case(), true);
    parts.push(consents(&desk, desk.case()));
    if let Some((attestation, by, at_ms)) = &desk.case().referral.attestation {
        let who = names.get(by).cloned().unwrap_or_default();
        let args = [
            ("name", Arg::Text(who)),
            ("moment", Arg::Text(desk.lang().moment(*at_ms))),
        ];
        parts.push(Part {
            title: desk.t("record-attestation"),
            rows: SummaryList {
                rows: vec![
                    Row::new(desk.t("record-attested"), desk.tn("record-by", &args)),
                    said(desk.t("form-attest-grounds"), &attestation.grounds),
                ],
            },
            empty: String::new(),
            change: None,
        });
    }
    let page = RecordPage {
        page: desk.page(&title).await,
        head: desk.head(title, "/referral"),
        parts,
    };
    Ok(html(&page))
}

/// What the referral says in a case as it stands or stood.
pub(in crate::pages) fn of(desk: &Desk<'_>, case: &Case, change: bool) -> Vec<Part> {
    let mut parts = vec![opening(desk, case)];
    let said = [
        (Kind::RecordWork, case.referral.work.is_some()),
        (Kind::RecordRisk, case.referral.risk.is_some()),
        (Kind::RecordDeclaration, case.referral.declaration.is_some()),
        (Kind::SetContact, case.referral.contact.is_some()),
    ];
    for (kind, there) in said {
        let link = desk.act(kind, &[]).filter(|_| change);
        let link = link.map(|link| Link::new(desk.t("answers-change"), link.href));
        parts.push(part(desk, case, kind, there, link));
    }
    parts
}

fn part(desk: &Desk<'_>, case: &Case, kind: Kind, there: bool, change: Option<Link>) -> Part {
    let context = FormContext::new(desk.policy(), desk.today, case);
    let mut rows = if there {
        answered(desk.lang(), kind, &context)
    } else {
        Vec::new()
    };
    let item = match kind {
        Kind::RecordWork => Some(Item::Work),
        Kind::RecordRisk => Some(Item::Risk),
        _ => None,
    };
    if let Some(item) = item.filter(|_| there) {
        let mark = confidential::mark(desk, case, &item);
        let ask = confidential::ask(desk, &item).filter(|_| mark.is_none() && change.is_some());
        if mark.is_some() || ask.is_some() {
            rows.insert(
                0,
                Row {
                    label: desk.t("documents-kept"),
                    lines: vec![mark.unwrap_or_else(|| desk.t("kept-nobody"))],
                    action: ask,
                },
            );
        }
    }
    Part {
        title: desk.t(&format!("form-{}-title", kind.name())),
        rows: SummaryList { rows },
        empty: desk.t("record-nothing"),
        change,
    }
}

/// What stands of an act's form, question by question.
pub(in crate::pages) fn answered(lang: Lang, kind: Kind, context: &FormContext<'_>) -> Vec<Row> {
    let form = forms::form(kind, context);
    answers(&form, &forms::prefill(kind, context), lang, None)
}

fn opening(desk: &Desk<'_>, case: &Case) -> Part {
    let open = case.referral.open.as_ref();
    let context = FormContext {
        organisation: &case.referral.partner,
        ..FormContext::new(desk.policy(), desk.today, case)
    };
    let mut form = forms::form(Kind::Open, &context);
    // to its readers the number is the partner's, not their own
    form.fields.retain(|field| field.name != "reference");
    let object: Value = open.map_or_else(|| json!({}), |open| json!(open));
    let mut rows = vec![Row::new(
        desk.t("fact-partner"),
        desk.partner(&case.referral.partner),
    )];
    let reference = open.map(|open| open.reference.clone());
    rows.extend(reference.map(|number| Row::new(desk.t("number-kind-partner"), number)));
    rows.extend(answers(&form, &object, desk.lang(), None));
    Part {
        title: desk.t("record-opening"),
        rows: SummaryList { rows },
        empty: String::new(),
        change: None,
    }
}

/// Each adult's consent.
fn consents(desk: &Desk<'_>, case: &Case) -> Part {
    let rows = case.referral.consents.iter().filter_map(|consent| {
        let person = case.referral.person(consent.person)?;
        Some(Row {
            label: person.details.full_name(),
            lines: consent_lines(desk, case, person.id),
            action: None,
        })
    });
    Part {
        title: desk.t("todo-consents"),
        rows: SummaryList {
            rows: rows.collect(),
        },
        empty: desk.t("record-nothing"),
        change: None,
    }
}

/// A person's consent, in words.
pub(in crate::pages) fn consent_lines(
    desk: &Desk<'_>,
    case: &Case,
    person: PersonId,
) -> Vec<String> {
    let found = case.referral.consents.iter().find(|c| c.person == person);
    let Some(consent) = found else {
        return Vec::new();
    };
    let told = if consent.outcome_to_partner {
        "consent-outcome-told"
    } else {
        "consent-outcome-not-told"
    };
    vec![
        desk.lang().date(consent.given_on),
        desk.t(&format!("consent-manner-{}", consent.manner)),
        desk.t(told),
    ]
}

fn said(label: String, text: &str) -> Row {
    Row {
        label,
        lines: text
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(str::to_owned)
            .collect(),
        action: None,
    }
}
