//! From a letter to the bytes of its PDF.

use std::fmt;

use safeconduct_domain::policy::{Enactment, Language, Policy};
use serde_json::{Value, json};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::Error;
use crate::facts::Facts;
use crate::fonts::Fonts;
use crate::letter::Letter;
use crate::words::Words;
use crate::world::{OneLetter, Template, template};

/// A typeset letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    bytes: Vec<u8>,
    pages: usize,
}

impl fmt::Debug for Pdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pdf({} pages, …)", self.pages)
    }
}

impl Pdf {
    /// The file: what is shown, signed for, hashed and sealed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file, given away.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// How many pages it has.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.pages
    }
}

/// Typesets a letter in the words that policy has on the letter's day.
///
/// # Errors
/// [`Error::Empty`] where the letter lacks what its kind must have, [`Error::Unprintable`] and [`Error::NoGlyph`] for
/// characters that cannot be printed, [`Error::TooLong`] for more text than a letter may hold, [`Error::Policy`] for a
/// day without words, [`Error::Typesetting`] where the typesetter refuses. Nothing is printed in part.
pub fn render(
    letter: &Letter,
    language: Language,
    policy: &Policy,
    fonts: &Fonts,
) -> Result<Pdf, Error> {
    let data = data(letter, language, policy, fonts)?;
    print(template(letter.kind()), data, fonts)
}

/// Typesets a template with its data.
pub(crate) fn print(template: Template, data: Vec<u8>, fonts: &Fonts) -> Result<Pdf, Error> {
    let world = OneLetter::new(template, data, fonts);
    let world = world.ok_or_else(|| Error::Typesetting("a template has no path".to_owned()))?;
    let made = typeset(&world);
    // what was typeset would stay in memory until told otherwise
    comemo::evict(0);
    made
}

/// The words and facts of a letter, as its template reads them.
fn data(
    letter: &Letter,
    language: Language,
    policy: &Policy,
    fonts: &Fonts,
) -> Result<Vec<u8>, Error> {
    let kind = letter.kind();
    let envelope = letter.envelope();
    let words = Words::new(policy, language, envelope.date);
    let mut facts = Facts::new(policy, &words, envelope.date);
    let head = envelope.facts(&mut facts, &words.get(kind.title())?)?;
    let own = letter.facts(&mut facts)?;
    assembled(&words, &facts, head, own, kind.name(), fonts)
}

/// What a template reads: all words, the facts, and the enactments that the words beginning with a name and the facts cite.
pub(crate) fn assembled(
    words: &Words<'_>,
    facts: &Facts<'_>,
    mut head: Value,
    own: Value,
    name: &str,
    fonts: &Fonts,
) -> Result<Vec<u8>, Error> {
    let mut cited = words.cited_by(name);
    cited.extend(facts.cited());
    if let Some(head) = head.as_object_mut() {
        head.insert(
            "law".to_owned(),
            cited.into_iter().filter_map(law).collect(),
        );
    }
    let all = words.all();
    let mut characters = facts.characters().clone();
    characters.extend(all.values().flat_map(|text| text.chars()));
    let families = fonts.families_for(&characters).map_err(Error::NoGlyph)?;
    let data = json!({
        "language": words.language().code(),
        "fonts": families,
        "words": all,
        "head": head,
        "letter": own,
    });
    Ok(data.to_string().into_bytes())
}

/// The name of the words that say what an enactment's abbreviation stands for; none where it is cited by its title.
fn law(enactment: Enactment) -> Option<Value> {
    match enactment {
        Enactment::Act => Some("act".into()),
        Enactment::Regulations => Some("regulations".into()),
        Enactment::DivisionRules => Some("division-rules".into()),
        Enactment::PrivacyAct | Enactment::PrivacyRegulations | Enactment::OfficialLanguagesAct => {
            None
        }
    }
}

fn typeset(world: &OneLetter<'_>) -> Result<Pdf, Error> {
    let document: PagedDocument = typst::compile(world)
        .output
        .map_err(|found| refused(&found))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let standards =
        standards.map_err(|_| Error::Typesetting("the standards exclude each other".to_owned()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Safeconduct".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|found| refused(&found))?;
    Ok(Pdf {
        bytes,
        pages: document.pages().len(),
    })
}

/// What the typesetter says, without what it quotes: that may be out of a letter.
fn refused(found: &[SourceDiagnostic]) -> Error {
    let said = found.first().map_or("", |one| one.message.as_str());
    Error::Typesetting(without_quotes(said))
}

fn without_quotes(text: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for c in text.chars() {
        if matches!(c, '`' | '"' | '“' | '”') {
            quoted = !quoted;
            if quoted {
                out.push('…');
            }
        } else if !quoted {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_error_quotes_is_left_out() {
        assert_eq!(
            without_quotes("cannot show `Amina` in “Kyiv”: no"),
            "cannot show … in …: no"
        );
        assert_eq!(without_quotes("the text \"Amina"), "the text …");
        assert_eq!(without_quotes("plain"), "plain");
    }
}
