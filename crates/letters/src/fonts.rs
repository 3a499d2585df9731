//! Fonts: those that come with the typesetting crates, then the machine's; and which scripts they cannot draw.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;
use unicode_script::{Script, UnicodeScript};

use crate::script;

/// The family that letters are set in. It comes with the typesetting crates and has Latin, Greek and Cyrillic letters.
const OURS: &str = "Libertinus Serif";

/// Where a machine keeps its fonts.
const FOLDERS: [&str; 2] = ["/usr/local/share/fonts", "/usr/share/fonts"];

/// The fonts letters are set in: found once, read when first needed, shared between threads.
pub struct Fonts {
    store: FontStore,
    /// The fonts of each family, by its name.
    families: BTreeMap<String, Vec<usize>>,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fonts({} families)", self.families.len())
    }
}

/// A script that no font at hand can draw, or not all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The code of the script (ISO 15924), such as `Ethi`.
    pub script: &'static str,
    /// Its English name, such as `Ethiopic`.
    pub name: &'static str,
    /// The first character that cannot be drawn.
    pub character: char,
    /// The Debian package that mends it, if one is known.
    pub package: Option<&'static str>,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.replace('_', " ");
        write!(f, "U+{:04X} ({name} script)", u32::from(self.character))?;
        match self.package {
            Some(package) => write!(f, ": install the Debian package {package}"),
            None => f.write_str(": no package is known that has it"),
        }
    }
}

impl Missing {
    fn new(character: char) -> Self {
        let script = character.script();
        Self {
            script: script.short_name(),
            name: script.full_name(),
            character,
            package: script::of(script).map(|known| known.package),
        }
    }
}

impl Fonts {
    /// The fonts that come with the program, then those of the machine.
    #[must_use]
    pub fn of_the_machine() -> Self {
        Self::with_folders(&FOLDERS)
    }

    /// The fonts that come with the program, then those in the folders given.
    #[must_use]
    pub fn with_folders<P: AsRef<Path>>(folders: &[P]) -> Self {
        let mut store = FontStore::new();
        for data in typst_assets::fonts() {
            for font in Font::iter(Bytes::new(data)) {
                if font.info().family == OURS {
                    let info = font.info().clone();
                    store.push((font, info));
                }
            }
        }
        for folder in folders {
            store.extend(typst_kit::fonts::scan(folder.as_ref()));
        }
        let families = store.book().families();
        let families = families.map(|(name, members)| (name.to_owned(), members.collect()));
        Self {
            families: families.collect(),
            store,
        }
    }

    /// The scripts in this text that cannot be drawn, each with the first character at fault, in the text's order.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<Missing> {
        let mut seen = BTreeSet::new();
        text.chars()
            .filter(|c| !self.draws(*c))
            .map(Missing::new)
            .filter(|missing| seen.insert(missing.script))
            .collect()
    }

    /// The scripts in use today that cannot be drawn: what a check of the machine shows.
    #[must_use]
    pub fn missing_scripts(&self) -> Vec<Missing> {
        let samples: String = script::KNOWN.iter().map(|known| known.sample).collect();
        self.missing(&samples)
    }

    /// The families to set these characters in, the best first.
    ///
    /// # Errors
    /// The scripts that cannot be drawn.
    pub(crate) fn families_for(
        &self,
        characters: &BTreeSet<char>,
    ) -> Result<Vec<String>, Vec<Missing>> {
        let mut chosen = vec![OURS.to_owned()];
        let mut missing: Vec<Missing> = Vec::new();
        let mut left: Vec<char> = characters.iter().copied().collect();
        left.retain(|c| needs_glyph(*c));
        // signs that many scripts share come last: a font chosen for its letters may have them
        left.sort_by_key(|c| matches!(c.script(), Script::Common | Script::Inherited));
        for c in left {
            if chosen.iter().any(|family| self.family_draws(family, c)) {
                continue;
            }
            match self.best_for(c) {
                Some(family) => chosen.push(family),
                None => missing.push(Missing::new(c)),
            }
        }
        let mut seen = BTreeSet::new();
        missing.retain(|one| seen.insert(one.script));
        if missing.is_empty() {
            Ok(chosen)
        } else {
            Err(missing)
        }
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The preferred family that draws this character, or else the first by name that does.
    fn best_for(&self, c: char) -> Option<String> {
        let preferred = script::of(c.script()).map_or(&script::SIGNS[..], |known| known.families);
        let preferred = preferred.iter().copied();
        let any = self.families.keys().map(String::as_str);
        let mut all = preferred.chain(any);
        all.find(|family| self.family_draws(family, c))
            .map(str::to_owned)
    }

    fn draws(&self, c: char) -> bool {
        !needs_glyph(c)
            || self
                .families
                .keys()
                .any(|family| self.family_draws(family, c))
    }

    fn family_draws(&self, family: &str, c: char) -> bool {
        let Some(members) = self.families.get(family) else {
            return false;
        };
        let infos = members
            .iter()
            .filter_map(|index| self.store.book().info(*index));
        let mut infos = infos.filter(|info| info.variant.style == typst::text::FontStyle::Normal);
        infos.any(|info| info.coverage.contains(u32::from(c)))
    }
}

fn needs_glyph(c: char) -> bool {
    !c.is_whitespace() && !crate::text::is_invisible(c)
}
