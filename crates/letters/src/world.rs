//! Everything the typesetter can see: the templates, the data of one letter or record, the fonts. No clock, no network, no
//! package, no folder.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::Fonts;
use crate::letter::Kind;

/// The parts all letters share.
const COMMON: (&str, &str) = ("/common.typ", include_str!("../templates/common.typ"));
/// Where a template finds its words and facts.
const DATA: &str = "/data.json";

/// Where a template stands and what it says.
pub(crate) type Template = (&'static str, &'static str);

/// The template of a certified record.
pub(crate) const RECORD: Template = ("/record.typ", include_str!("../templates/record.typ"));

/// The template of a cover page.
pub(crate) const COVER: Template = ("/cover.typ", include_str!("../templates/cover.typ"));

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// What the typesetter sees while it sets one letter or record.
pub(crate) struct OneLetter<'a> {
    fonts: &'a Fonts,
    template: Source,
    common: Source,
    data: (FileId, Bytes),
}

impl<'a> OneLetter<'a> {
    /// None only if a path of ours were no path.
    pub(crate) fn new((path, text): Template, data: Vec<u8>, fonts: &'a Fonts) -> Option<Self> {
        Some(Self {
            fonts,
            template: Source::new(file(path)?, text.to_owned()),
            common: Source::new(file(COMMON.0)?, COMMON.1.to_owned()),
            data: (file(DATA)?, Bytes::new(data)),
        })
    }
}

impl World for OneLetter<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let ours = [&self.template, &self.common];
        let found = ours.into_iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(nothing)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (data, bytes) = &self.data;
        if *data == id {
            Ok(bytes.clone())
        } else {
            Err(nothing())
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The template of a letter.
pub(crate) const fn template(kind: Kind) -> Template {
    match kind {
        Kind::Invitation => (
            "/invitation.typ",
            include_str!("../templates/invitation.typ"),
        ),
        Kind::Fairness => ("/fairness.typ", include_str!("../templates/fairness.typ")),
        Kind::Refusal => ("/refusal.typ", include_str!("../templates/refusal.typ")),
        Kind::Approval => ("/approval.typ", include_str!("../templates/approval.typ")),
        Kind::Outcomes => ("/outcome.typ", include_str!("../templates/outcome.typ")),
        Kind::Acknowledgement => (
            "/acknowledgement.typ",
            include_str!("../templates/acknowledgement.typ"),
        ),
        Kind::Return => ("/return.typ", include_str!("../templates/return.typ")),
    }
}

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn nothing() -> FileError {
    FileError::NotFound("nothing but what the letter is made of".into())
}
