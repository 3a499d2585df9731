//! Safeconduct: a typed letter in, an accessible PDF out, in English and in French.
//!
//! A [`Letter`] holds facts, and so does a [`Cover`]; the words are policy (`policy/letters.toml`, `policy/cover.toml`); how
//! they follow each other is in the crate's templates, which a lawyer can read. [`render`] typesets them, with nothing but
//! what it is given: no network, no package, no file but the fonts.
//!
//! What comes out is tagged for screen readers (PDF/UA-1), fit for archives (PDF/A-2a), and the same bytes for the same
//! letter, policy and fonts. Nothing of a letter stays in memory afterwards.
//!
//! Facts are text, never instructions to the typesetter. Line breaks in what somebody wrote are kept as paragraphs, tabs
//! become spaces. Other control characters, characters that turn the direction of writing around, and those of private
//! meaning are refused: what is read must be what was written. Right-to-left text is set apart from its surroundings by
//! the crate itself. A character that no font can draw stops the letter, with the Debian package that mends it; it never
//! becomes a box.
//!
//! `render` works for some milliseconds and may read fonts: call it off the asynchronous runtime and outside a
//! transaction. [`Fonts`] are made once and shared.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod acknowledgement;
mod approval;
mod cover;
mod envelope;
mod error;
mod facts;
mod fairness;
pub mod fonts;
mod invitation;
mod letter;
mod outcome;
mod pdf;
mod private;
mod record;
mod refusal;
mod returned;
mod script;
mod text;
mod words;
mod world;

pub use acknowledgement::Acknowledgement;
pub use approval::Approval;
pub use cover::{Attested, Consent, Cover, Declared, Indexed, Lacking, Member, render_cover};
pub use envelope::{Envelope, Name, Number, NumberKind, Office, Signatory};
pub use error::Error;
pub use fairness::{Concern, Fairness};
pub use fonts::{Fonts, Missing};
pub use invitation::{Invitation, Means, Speech};
pub use letter::{Kind, Letter};
pub use outcome::{Decided, Outcome, Outcomes};
pub use pdf::{Pdf, render};
pub use record::{Line, Paper, Record, render_record};
pub use refusal::{Evidence, Finding, Ground, Put, Refusal, RefusedPerson};
pub use returned::{MissingItem, Return};
