//! Why a policy file is refused: always with the file and the item named, so that whoever edits it can mend it.

/// A policy file that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("policy file {file}, {item}: {problem}")]
pub struct PolicyError {
    /// The file's name, as given to the loader.
    pub file: String,
    /// The table and the id, or the position where the id itself is missing.
    pub item: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a policy file or one of its items.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is not TOML.
    #[error("not readable as TOML: {0}")]
    Syntax(String),
    /// A table the program does not know.
    #[error("there is no kind of item called “{0}”")]
    UnknownTable(String),
    /// A key the item does not have.
    #[error("the key “{0}” is not known here")]
    UnknownKey(String),
    /// A key the item must have.
    #[error("the key “{0}” is missing")]
    Missing(&'static str),
    /// A text that lacks a language or is blank.
    #[error("the text is missing or blank in “{0}”")]
    MissingLanguage(String),
    /// A value of the wrong type or outside its range.
    #[error("the value of “{key}” is not {wanted}")]
    Value {
        /// The key.
        key: &'static str,
        /// What would have been right.
        wanted: &'static str,
    },
    /// A name outside the closed list the program knows.
    #[error("the value “{value}” of “{key}” is not one the program knows")]
    UnknownName {
        /// The key.
        key: &'static str,
        /// What stands there.
        value: String,
    },
    /// Neither a source nor the mark `assumed`, or both.
    #[error("give either a source or “assumed = true”, not both and not neither")]
    Origin,
    /// The last day is before the first.
    #[error("“to” is before “from”")]
    Backwards,
    /// Two items with one identity are in force on the same day.
    #[error("it is in force at the same time as another item of the same identity")]
    Overlap,
    /// Words of a letter that do not use exactly the places declared, in the language named.
    #[error(
        "the places in braces in “{0}” are not exactly those declared in “with”, and its provisions"
    )]
    Places(&'static str),
    /// A citation that does not parse.
    #[error("“{0}” is not a citation")]
    Citation(String),
    /// A reference to an item that does not exist.
    #[error("“{0}” refers to nothing that exists")]
    Dangling(String),
    /// The same file was given twice.
    #[error("the file was given twice")]
    Twice,
}
