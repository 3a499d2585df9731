//! A certified record on paper: what it is, what it holds, and everything that was recorded, one paper after the other,
//! with an index and numbered pages.
//!
//! Unlike a letter it has no words of its own: its labels are the product's, and whoever asks for it gives them. A
//! character that is not for reading stops a letter; here it is printed as its number, since a record must not lose what
//! somebody typed.

use std::collections::BTreeSet;

use jiff::civil::Date;
use safeconduct_domain::policy::Language;
use serde_json::{Value, json};

use crate::error::Error;
use crate::fonts::Fonts;
use crate::pdf::{Pdf, print};
use crate::private::private;
use crate::text;
use crate::world::RECORD;

/// The most text a record may hold, in bytes: some thousand pages.
const MOST_TEXT: usize = 4_000_000;

/// A record, ready to be typeset.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The language of its labels.
    pub language: Language,
    /// The day it is made.
    pub date: Date,
    /// What it is.
    pub title: String,
    /// Whose record it is: the office's name, for the properties of the file.
    pub office: String,
    /// What stands at the foot of each page; `{page}` and `{pages}` become the numbers.
    pub foot: String,
    /// What it is, in lines.
    pub about: Vec<Line>,
    /// What it is, in sentences.
    pub statement: Vec<String>,
    /// The title of the index.
    pub index: String,
    /// The title of the list of files, and the files that come with it.
    pub files: (String, Vec<Paper>),
    /// The title of what was recorded, and the papers, oldest first.
    pub papers: (String, Vec<Paper>),
}

/// Something recorded.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// What it is, with its number.
    pub title: String,
    /// What it says.
    pub lines: Vec<Line>,
}

/// A label, and what stands beside it.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// The label.
    pub label: String,
    /// What was recorded; breaks make paragraphs.
    pub text: String,
}

private!(Record, Paper, Line);

/// Typesets a record. Slow: some milliseconds a page; call it off the asynchronous runtime.
///
/// # Errors
/// [`Error::TooLong`] for more text than a record may hold, [`Error::Typesetting`] where the typesetter refuses.
pub fn render_record(record: &Record, fonts: &Fonts) -> Result<Pdf, Error> {
    let mut ink = Ink::default();
    let mut data = data(record, &mut ink)?;
    if fonts.families_for(&ink.characters).is_err() {
        // what no font can draw is spelt out: what was recorded can never be typed again
        let lone = |c: &char| fonts.families_for(&BTreeSet::from([*c])).is_err();
        let undrawn = ink.characters.iter().copied().filter(lone).collect();
        ink = Ink {
            undrawn,
            ..Ink::default()
        };
        data = self::data(record, &mut ink)?;
    }
    let families = fonts
        .families_for(&ink.characters)
        .map_err(Error::NoGlyph)?;
    if let Some(data) = data.as_object_mut() {
        data.insert("fonts".to_owned(), families.into());
    }
    print(RECORD, data.to_string().into_bytes(), fonts)
}

fn data(record: &Record, ink: &mut Ink) -> Result<Value, Error> {
    let files = ink.papers(&record.files.1)?;
    let papers = ink.papers(&record.papers.1)?;
    Ok(json!({
        "language": record.language.code(),
        "words": { "page": ink.line(&record.foot)? },
        "head": {
            "title": ink.line(&record.title)?,
            "office": ink.line(&record.office)?,
            "reference": "",
            "year": record.date.year(),
            "month": record.date.month(),
            "day": record.date.day(),
        },
        "letter": {
            "about": ink.lines(&record.about)?,
            "statement": record.statement.iter().map(|one| ink.line(one)).collect::<Result<Value, _>>()?,
            "index": ink.line(&record.index)?,
            "files-title": ink.line(&record.files.0)?,
            "files": files,
            "papers-title": ink.line(&record.papers.0)?,
            "papers": papers,
        },
    }))
}

/// Everything that is printed, counted.
#[derive(Default)]
struct Ink {
    bytes: usize,
    characters: BTreeSet<char>,
    /// Characters no font can draw.
    undrawn: BTreeSet<char>,
}

impl Ink {
    fn papers(&mut self, papers: &[Paper]) -> Result<Value, Error> {
        let each = papers.iter().map(|paper| {
            Ok(json!({ "title": self.line(&paper.title)?, "lines": self.lines(&paper.lines)? }))
        });
        each.collect()
    }

    fn lines(&mut self, lines: &[Line]) -> Result<Value, Error> {
        let each = lines.iter().map(|line| {
            Ok(json!({ "label": self.line(&line.label)?, "text": self.paragraphs(&line.text)? }))
        });
        each.collect()
    }

    fn line(&mut self, given: &str) -> Result<Value, Error> {
        let line = text::line(&self.take(given)?)?;
        self.characters.extend(line.chars());
        Ok(line.into())
    }

    fn paragraphs(&mut self, given: &str) -> Result<Value, Error> {
        let found = text::paragraphs(&self.take(given)?)?;
        self.characters
            .extend(found.iter().flat_map(|one| one.chars()));
        Ok(found.into())
    }

    fn take(&mut self, text: &str) -> Result<String, Error> {
        self.bytes = self.bytes.saturating_add(text.len());
        let (found, most) = (self.bytes, MOST_TEXT);
        if found > most {
            return Err(Error::TooLong { found, most });
        }
        Ok(text::spelled_out(text, |c| self.undrawn.contains(&c)))
    }
}
