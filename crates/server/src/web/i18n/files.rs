//! The Fluent files, compiled in. A test compares this list with the folders.

/// One file in both languages.
pub(super) struct File {
    /// Its name without the extension.
    pub(super) name: &'static str,
    /// `locales/en/{name}.ftl`
    pub(super) en: &'static str,
    /// `locales/fr/{name}.ftl`
    pub(super) fr: &'static str,
}

macro_rules! file {
    ($name:literal) => {
        File {
            name: $name,
            en: include_str!(concat!("../../../../../locales/en/", $name, ".ftl")),
            fr: include_str!(concat!("../../../../../locales/fr/", $name, ".ftl")),
        }
    };
}

/// Every file, by name. Add yours here.
pub(super) const FILES: &[File] = &[
    file!("accessibility"),
    file!("account"),
    file!("act"),
    file!("administration"),
    file!("api"),
    file!("assessment"),
    file!("audit"),
    file!("case"),
    file!("cases"),
    file!("common"),
    file!("confidential"),
    file!("countries"),
    file!("documents"),
    file!("domain"),
    file!("errors"),
    file!("family"),
    file!("first-contact"),
    file!("forms-admissibility"),
    file!("forms-case"),
    file!("forms-confidential"),
    file!("forms-conviction"),
    file!("forms-decision"),
    file!("forms-discrepancy"),
    file!("forms-eligibility"),
    file!("forms-fairness"),
    file!("forms-family"),
    file!("forms-inquiry"),
    file!("forms-intake"),
    file!("forms-interview"),
    file!("forms-letter"),
    file!("forms-likeness"),
    file!("forms-person"),
    file!("forms-referral"),
    file!("forms-status-query"),
    file!("forms-transfer"),
    file!("home"),
    file!("join"),
    file!("keys"),
    file!("languages"),
    file!("letters"),
    file!("likeness"),
    file!("notices"),
    file!("record"),
    file!("refusals"),
    file!("sign-in"),
    file!("timeline"),
    file!("tracking"),
];

/// The words of the sample pages, for tests only.
#[cfg(test)]
pub(super) const SAMPLES: File = File {
    name: "samples",
    en: include_str!("../samples/en.ftl"),
    fr: include_str!("../samples/fr.ftl"),
};
