//! The worksheets on a person's convictions and charges, and the relief beside a ground that stands: parts of the
//! admissibility page.

use safeconduct_domain::act::Kind;
use safeconduct_domain::admissibility::{Check as Recorded, Outcome as Standing};
use safeconduct_domain::confidential::Item;
use safeconduct_domain::conviction::{self, Asked, Compared, Conclusion, Conviction};
use safeconduct_domain::id::PersonId;
use safeconduct_domain::person::Person;
use safeconduct_domain::policy::{Check, List, Relief};
use safeconduct_domain::relief::{Way, ways};

use super::paragraphs;
use crate::pages::casefile::Desk;
use crate::pages::confidential::{self, Kept};
use crate::pages::inset::{self, Inset};
use crate::web::i18n::Arg;
use crate::web::parts::{Link, Row, SummaryList, Tag, Tone};

/// So many characters of a text stand on the page of all worksheets.
const SHORT: usize = 400;

/// A worksheet, and what can be done on it now.
pub(super) struct Worksheet {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) tag: Tag,
    pub(super) kept: Kept,
    pub(super) rows: SummaryList,
    pub(super) links: Vec<Link>,
}

/// Every worksheet on a person, open ones first; or one of them alone and whole.
pub(super) fn worksheets(desk: &Desk<'_>, person: PersonId, only: Option<&str>) -> Vec<Worksheet> {
    let theirs = conviction::of_person(desk.case(), person);
    let wanted = |c: &&Conviction| only.is_none_or(|only| only == c.id.to_string());
    let mut all: Vec<&Conviction> = theirs.filter(wanted).collect();
    all.sort_by_key(|c| !c.open());
    let whole = only.is_some();
    all.into_iter()
        .map(|found| Sheet { desk, found, whole }.view())
        .collect()
}

/// A worksheet on its way to the page.
struct Sheet<'a> {
    desk: &'a Desk<'a>,
    found: &'a Conviction,
    /// Whether its texts are shown whole.
    whole: bool,
}

impl Sheet<'_> {
    fn view(&self) -> Worksheet {
        let (desk, found) = (self.desk, self.found);
        let compared = found.compared.iter().enumerate();
        let mut rows = self.facts();
        rows.extend(compared.map(|(at, c)| self.element(at + 1, c)));
        rows.extend(found.asked.iter().map(|asked| self.context(asked)));
        let label = desk.t("conviction-reopened-because");
        rows.extend((found.reopened.iter()).map(|why| self.row(label.clone(), why)));
        if let Some(conclusion) = &found.conclusion {
            rows.extend(self.concluded(conclusion));
        }
        Worksheet {
            id: found.id.to_string(),
            title: title(desk, found),
            tag: tag(desk, found),
            kept: Kept::of(desk, Item::Conviction(found.id), title(desk, found)),
            rows: SummaryList { rows },
            links: self.links(),
        }
    }

    /// What can be done on it, and where the whole of it is read.
    fn links(&self) -> Vec<Link> {
        let (desk, found) = (self.desk, self.found);
        let (id, person) = (found.id.to_string(), found.facts.person.to_string());
        let about = [("item", id.as_str()), ("person", person.as_str())];
        let acts: &[Kind] = if found.open() {
            &[
                Kind::RecordEquivalence,
                Kind::RecordContext,
                Kind::ConcludeConviction,
            ]
        } else {
            &[Kind::ReopenConviction]
        };
        let place = format!("{}/admissibility/{person}?worksheet={id}", desk.base());
        let whole = (!self.whole).then(|| Link::new(desk.t("read-whole"), place));
        let acts = acts.iter().filter_map(|kind| desk.act(*kind, &about));
        acts.chain(whole).collect()
    }

    /// The paragraphs of a text, or how it begins.
    fn texts(&self, text: &str) -> Vec<String> {
        if self.whole {
            paragraphs(text)
        } else {
            paragraphs(&short(text))
        }
    }

    fn row(&self, label: String, text: &str) -> Row {
        rows_of(label, self.texts(text))
    }

    fn facts(&self) -> Vec<Row> {
        let (desk, facts) = (self.desk, &self.found.facts);
        let label = |field: &str| desk.t(&format!("form-open-conviction-{field}"));
        let sources = facts.sources.iter().map(|s| desk.t(&key("told-by", s)));
        let mut known: Vec<String> = sources.collect();
        known.extend(self.texts(&facts.known_from));
        if facts.adverse_word_only {
            known.push(desk.t("conviction-adverse-word"));
        }
        if conviction::adverse(desk.case(), &facts.country) {
            known.push(desk.t("conviction-adverse-country"));
        }
        let mut rows = vec![
            rows_of(label("sources"), known),
            self.row(label("offence"), &facts.offence),
            self.row(label("context"), &facts.context),
        ];
        if facts.in_absentia {
            rows.push(Row::new(label("in-absentia"), desk.t("yes")));
        }
        let sentence = facts.sentence.as_deref();
        rows.extend(sentence.map(|text| self.row(label("sentence"), text)));
        let completed = facts.completed_on.map(|day| desk.lang().date(day));
        rows.extend(completed.map(|day| Row::new(label("completed-on"), day)));
        rows
    }

    fn element(&self, number: usize, compared: &Compared) -> Row {
        let desk = self.desk;
        let c = &compared.comparison;
        let mut lines = self.texts(&c.element);
        lines.extend(self.texts(&c.corresponds));
        lines.push(desk.t(&key("likeness", &c.likeness)));
        lines.extend(self.texts(&c.reasons));
        rows_of(desk.t1("conviction-element", "number", number), lines)
    }

    fn context(&self, asked: &Asked) -> Row {
        let desk = self.desk;
        let args = [
            (
                "channel",
                Arg::Text(named(desk, List::ContextChannel, &asked.way)),
            ),
            ("date", Arg::Text(desk.lang().date(asked.on))),
        ];
        let mut lines = vec![desk.tn("conviction-asked", &args)];
        lines.extend(self.texts(&asked.asked));
        match &asked.answer {
            Some(answer) => lines.extend(self.texts(answer)),
            None => lines.push(desk.t("conviction-no-answer")),
        }
        rows_of(desk.t("conviction-context"), lines)
    }

    fn concluded(&self, conclusion: &Conclusion) -> Vec<Row> {
        let (desk, found) = (self.desk, self.found);
        let label = |field: &str| desk.t(&format!("form-conclude-conviction-{field}"));
        let cited = desk.lang().cite(found.provision(conclusion.outcome));
        let outcome = desk.t(&key("conviction", &conclusion.outcome));
        let mut rows = vec![Row::new(label("outcome"), format!("{outcome} ({cited})"))];
        let signs = conclusion.signs.iter();
        let signs: Vec<_> = signs
            .map(|code| named(desk, List::ConvictionIndicator, code))
            .collect();
        if !signs.is_empty() {
            rows.push(rows_of(label("signs"), signs));
        }
        let prosecution = conclusion.prosecution;
        rows.extend(prosecution.map(|how| {
            let how = desk.t(&key("prosecution", &how));
            Row::new(label("prosecution"), how)
        }));
        if conclusion.ten_years {
            rows.push(Row::new(label("ten-years"), desk.t("yes")));
        }
        let all = &desk.case().convictions;
        let second = all.iter().find(|c| Some(c.id) == conclusion.second);
        rows.extend(second.map(|c| Row::new(label("second"), title(desk, c))));
        let weighed = conclusion.word_weighed.as_deref();
        rows.extend(weighed.map(|text| self.row(label("word-weighed"), text)));
        let documents = &desk.case().referral.documents;
        let rests: Vec<_> = (conclusion.evidence.iter())
            .filter_map(|id| documents.iter().find(|d| d.id == *id))
            .map(|d| confidential::marked(desk, &Item::Document(d.id), d.name.clone()))
            .collect();
        if !rests.is_empty() {
            rows.push(Row::new(label("evidence"), rests.join("; ")));
        }
        rows.push(self.row(label("reasons"), &conclusion.reasons));
        rows
    }
}

/// What it is, where and when.
pub(crate) fn title(desk: &Desk<'_>, found: &Conviction) -> String {
    let (lang, facts) = (desk.lang(), &found.facts);
    let nature = desk.t(&key("nature", &facts.nature));
    let day = lang.date_text(&facts.on.to_string());
    format!("{nature} – {}, {day}", lang.country(&facts.country))
}

/// The key of a value that is written in kebab-case.
pub(crate) fn key(prefix: &str, value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    format!("{prefix}-{}", value.as_str().unwrap_or_default())
}

fn tag(desk: &Desk<'_>, found: &Conviction) -> Tag {
    match (found.open(), found.stands_under()) {
        (true, _) => Tag::new(desk.t("conviction-open"), Tone::Waiting),
        (false, Some(_)) => Tag::new(desk.t("task-state-concern"), Tone::Urgent),
        (false, None) => Tag::new(desk.t("conviction-done"), Tone::Done),
    }
}

/// How a text begins, where it is long.
fn short(text: &str) -> String {
    let mut begins: String = text.chars().take(SHORT).collect();
    if begins.len() < text.len() {
        begins.push('…');
    }
    begins
}

fn rows_of(label: String, lines: Vec<String>) -> Row {
    Row {
        label,
        lines,
        action: None,
    }
}

/// A code of the policy in words; what is no code stays as it is.
fn named(desk: &Desk<'_>, list: List, code: &str) -> String {
    let named = desk.policy().named(list, code, desk.today);
    named.map_or_else(
        || code.to_owned(),
        |named| desk.lang().text(&named.text).to_owned(),
    )
}

/// What the law leaves open for the ground of a check that stands on the person, and what was thought of it.
pub(crate) fn relief(desk: &Desk<'_>, person: PersonId, check: &str) -> Option<Inset> {
    let standing = desk.case().admissibility.check(person, check)?;
    if standing.outcome != Standing::Concern {
        return None;
    }
    let all = ways(desk.policy(), desk.case(), person, check, desk.today);
    let lines = all.iter().map(|(relief, way)| {
        let text = match way {
            Way::Open => offered(desk, person, relief),
            Way::Shut(by) => shut(desk, relief, by),
        };
        match considered(desk, person, check, relief) {
            Some(thought) => format!("{text} {thought}"),
            None => text,
        }
    });
    let lines: Vec<_> = lines.collect();
    Inset::new(desk.t("relief-title"), lines).unless_empty()
}

fn offered(desk: &Desk<'_>, person: PersonId, relief: &Relief) -> String {
    let lang = desk.lang();
    let name = lang.text(&relief.text);
    let cited = inset::cited(desk, &relief.provisions);
    let hint = relief.hint.as_ref().map(|hint| lang.text(hint));
    let mut text = format!("{name} ({cited}). {}", hint.unwrap_or_default());
    for day in asked_from(desk, person, relief) {
        text.push(' ');
        text.push_str(&day);
    }
    text.trim_end().to_owned()
}

/// From which day it may be asked for, by each worksheet that stands and says when the sentence was completed.
fn asked_from(desk: &Desk<'_>, person: PersonId, relief: &Relief) -> Vec<String> {
    let Some(years) = relief.years else {
        return Vec::new();
    };
    let all = conviction::of_person(desk.case(), person).filter(|c| c.stands_under().is_some());
    all.filter_map(|c| {
        let span = jiff::Span::new().years(i64::from(years));
        let from = c.facts.completed_on?.checked_add(span).ok()?;
        let args = [
            ("date", Arg::Text(desk.lang().date(from))),
            ("years", Arg::Number(i64::from(years))),
        ];
        Some(desk.tn("relief-from", &args))
    })
    .collect()
}

fn shut(desk: &Desk<'_>, relief: &Relief, by: &str) -> String {
    let args = [
        (
            "relief",
            Arg::Text(desk.lang().text(&relief.text).to_owned()),
        ),
        (
            "provision",
            Arg::Text(inset::cited(desk, relief.provisions.first())),
        ),
        ("ground", Arg::Text(super::needs::task_name(desk, by))),
    ];
    desk.tn("relief-shut", &args)
}

fn considered(desk: &Desk<'_>, person: PersonId, check: &str, relief: &Relief) -> Option<String> {
    let mut all = desk.case().reliefs.iter();
    let found = all.find(|r| (r.person, &*r.check, &*r.relief) == (person, check, &*relief.id))?;
    let key = if found.pursued {
        "relief-pursued"
    } else {
        "relief-not-pursued"
    };
    Some(desk.t1(key, "reasons", short(&found.reasons)))
}

/// What else can be done beside a check: open a worksheet, consider relief.
pub(super) fn further(
    desk: &Desk<'_>,
    person: &Person,
    check: &Check,
    found: Option<&Recorded>,
) -> Vec<Link> {
    let id = person.id.to_string();
    let stands = found.is_some_and(|found| found.outcome == Standing::Concern);
    let relief = desk.act(
        Kind::ConsiderRelief,
        &[("person", &id), ("about", &check.id)],
    );
    relief.filter(|_| stands).into_iter().collect()
}

/// The way to a new worksheet.
pub(super) fn add(desk: &Desk<'_>, person: &Person) -> Option<Link> {
    desk.act(Kind::OpenConviction, &[("person", &person.id.to_string())])
}
