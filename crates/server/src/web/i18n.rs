//! The two languages of every page: messages from the Fluent files, and the choice of one by cookie or browser.
//!
//! [`t`] finds a message, [`Lang`] carries the choice through a request. Numbers, dates, names of countries and
//! citations are written the way of the language by the functions of `i18n/format.rs`.

mod accept;
mod files;
mod format;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use safeconduct_domain::policy::Language;
use unic_langid::LanguageIdentifier;

pub use accept::COOKIE;
pub use safeconduct_casework::form::Arg;

/// The language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Both, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The code in `lang` attributes, in the cookie and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The other language, for the switch on every page.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    /// Its own name, as the switch shows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// The message of that key.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        t(self, key, &[])
    }

    /// The message of that key, with one argument.
    #[must_use]
    pub fn t1(self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        t(self, key, &[(name, value.into())])
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::Fr => Self::Fr,
        }
    }
}

/// The message of a key in a language, its arguments filled in between marks that isolate their direction: for HTML.
///
/// A key that is missing is logged and shown as itself; in debug builds it is shown in `⟦⟧`, which the page tests
/// refuse.
#[must_use]
pub fn t(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    let Some(message) = message(lang, key, args) else {
        tracing::error!(
            key,
            lang = lang.code(),
            "a message is missing from the locale files"
        );
        return if cfg!(debug_assertions) {
            format!("⟦{key}⟧")
        } else {
            key.to_owned()
        };
    };
    message
}

/// The same without isolation marks: for the subject of an e-mail, a file name, a log.
#[must_use]
pub fn plain(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    t(lang, key, args).replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// Whether there is a message of that key.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    bundle(lang)
        .get_message(key)
        .is_some_and(|message| message.value().is_some())
}

fn message(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    let bundle = bundle(lang);
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs = args
        .iter()
        .map(|(name, value)| match value {
            Arg::Number(number) => (*name, FluentValue::from(*number)),
            Arg::Text(text) => (*name, FluentValue::from(text.as_str())),
        })
        .collect();
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&args), &mut errors)
        .into_owned();
    if !errors.is_empty() {
        tracing::error!(
            key,
            lang = lang.code(),
            ?errors,
            "a message lacks an argument"
        );
        if cfg!(debug_assertions) {
            return None;
        }
    }
    Some(text)
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static EN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En));
    static FR: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Fr));
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

fn load(lang: Lang) -> Bundle {
    let tag = match lang {
        Lang::En => "en-CA",
        Lang::Fr => "fr-CA",
    };
    let mut bundle =
        FluentBundle::new_concurrent(tag.parse::<LanguageIdentifier>().into_iter().collect());
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| figure(Lang::En, value),
        Lang::Fr => |value, _| figure(Lang::Fr, value),
    }));
    let files = files::FILES.iter();
    #[cfg(test)]
    let files = files.chain([&files::SAMPLES]);
    for file in files {
        let source = match lang {
            Lang::En => file.en,
            Lang::Fr => file.fr,
        };
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
                tracing::error!(
                    file = file.name,
                    lang = lang.code(),
                    ?errors,
                    "a locale file has a mistake"
                );
                resource
            });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(
                file = file.name,
                lang = lang.code(),
                ?errors,
                "a message is defined twice"
            );
        }
    }
    bundle
}

/// Numbers in messages, written the way of the language.
fn figure(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 9e15 => {
            // in range and whole: the conversion is exact
            #[allow(clippy::cast_possible_truncation)]
            let whole = number.value as i64;
            Some(lang.number(whole))
        }
        _ => None,
    }
}
