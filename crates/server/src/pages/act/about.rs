//! What an act's page is about, as its address says: pseudonyms and codes, never anything personal.

use axum::http::Uri;
use safeconduct_domain::id::{DocumentId, ItemId, PersonId};

use crate::web::problem::Problem;

/// What an act's page is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct About {
    pub(super) person: Option<PersonId>,
    pub(super) item: Option<ItemId>,
    pub(super) document: Option<DocumentId>,
    pub(super) code: Option<String>,
}

impl About {
    /// What an address says.
    ///
    /// # Errors
    /// Not found, for anything that is no pseudonym or code where one must stand.
    pub(super) fn of(uri: &Uri) -> Result<Self, Problem> {
        let mut about = Self::default();
        for part in uri.query().unwrap_or_default().split('&') {
            let Some((name, value)) = part.split_once('=') else {
                continue;
            };
            match name {
                "person" => about.person = Some(value.parse().map_err(|_| Problem::NotFound)?),
                "item" => about.item = Some(value.parse().map_err(|_| Problem::NotFound)?),
                "document" => about.document = Some(value.parse().map_err(|_| Problem::NotFound)?),
                "about" if is_code(value) => about.code = Some(value.to_owned()),
                "about" => return Err(Problem::NotFound),
                _ => {}
            }
        }
        Ok(about)
    }

    /// The page that takes a document, about the same person.
    pub(super) fn upload(&self, base: &str) -> String {
        match self.person {
            Some(person) => format!("{base}/documents/add?person={person}"),
            None => format!("{base}/documents/add"),
        }
    }
}

/// Where the letter of an act is shown before it is signed.
pub(super) fn draft(uri: &Uri) -> String {
    let address = address(uri);
    match address.split_once('?') {
        Some((path, query)) => format!("{path}/draft?{query}"),
        None => format!("{address}/draft"),
    }
}

/// Where the form goes: the address without what was just done.
pub(super) fn address(uri: &Uri) -> String {
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("done="))
        .collect();
    if kept.is_empty() {
        uri.path().to_owned()
    } else {
        format!("{}?{}", uri.path(), kept.join("&"))
    }
}

fn is_code(text: &str) -> bool {
    let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=60).contains(&text.len()) && text.bytes().all(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(query: &str) -> Result<About, Problem> {
        About::of(&format!("/cases/x/do/y?{query}").parse().unwrap())
    }

    #[test]
    fn pseudonyms_and_codes_only() {
        let person = "ab".repeat(16);
        let about = of(&format!("person={person}&about=well-founded-fear&done=x")).unwrap();
        assert_eq!(about.person, Some(person.parse().unwrap()));
        assert_eq!(about.code.as_deref(), Some("well-founded-fear"));
        assert_eq!(of(""), Ok(About::default()));
        for bad in [
            "person=1",
            "person=",
            "item=x",
            "document=%00",
            "about=A",
            "about=",
            "about=%3Cscript%3E",
        ] {
            assert_eq!(of(bad), Err(Problem::NotFound), "{bad}");
        }
    }

    #[test]
    fn an_address_forgets_what_was_done() {
        let of = |text: &str| address(&text.parse().unwrap());
        assert_eq!(of("/a?person=1&done=b"), "/a?person=1");
        assert_eq!(of("/a?done=b"), "/a");
        assert_eq!(of("/a"), "/a");
        assert_eq!(draft(&"/a?person=1".parse().unwrap()), "/a/draft?person=1");
    }
}
