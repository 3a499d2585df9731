//! Every route there is: their templates are read from the sources, what they take is asked of the router itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use safeconduct_server::api::operations;

use crate::attacks_client::{Ask, Site};

/// An address, with names in braces for what varies, and the methods it takes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub methods: BTreeSet<String>,
}

impl Route {
    pub fn takes(&self, method: &str) -> bool {
        self.methods.contains(method)
    }

    /// Whether it changes anything: what is not only read.
    pub fn changes(&self) -> Vec<&str> {
        self.methods
            .iter()
            .map(String::as_str)
            .filter(|m| !matches!(*m, "GET" | "HEAD"))
            .collect()
    }
}

/// Every route of the program.
pub async fn all(site: &Site) -> Vec<Route> {
    let mut paths = from_sources();
    paths.extend(operations::all().into_iter().map(|o| o.path));
    let mut routes = Vec::new();
    for path in paths {
        let asked = path.replace(['{', '}'], "");
        // whatever takes no PATCH says what it takes
        let said = site.ask(Ask::new("PATCH", &asked)).await.expect(405);
        let methods = said
            .header("allow")
            .split(',')
            .map(|m| m.trim().to_owned())
            .collect();
        routes.push(Route { path, methods });
    }
    routes
}

/// The first argument of every `.route(` of the sources.
fn from_sources() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = BTreeMap::new();
    gather(&root, &mut files);
    let mut paths = BTreeSet::new();
    for (file, text) in &files {
        for call in text.split(".route(").skip(1) {
            let argument = call.split_once(',').unwrap().0.trim();
            let path = match argument.strip_prefix('"') {
                Some(literal) => literal.strip_suffix('"').unwrap().to_owned(),
                // the list of operations, which is read by itself, and routes of another kind: the policy's
                None if argument.starts_with('&') || argument.starts_with("partner") => continue,
                None => constant(&files, file, argument),
            };
            assert!(path.starts_with('/'), "{argument} in {}", file.display());
            paths.insert(path);
        }
    }
    paths
}

fn gather(folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !name.contains("tests") {
                gather(&path, files);
            }
        } else if name.ends_with(".rs") && !name.contains("tests") {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap()
                .to_owned();
            files.insert(path, code);
        }
    }
}

/// The text of a constant, in the file where its name leads.
fn constant(files: &BTreeMap<PathBuf, String>, file: &Path, name: &str) -> String {
    let (module, name) = name.rsplit_once("::").unwrap_or(("", name));
    let place = match module {
        "" => file.to_owned(),
        module => file.with_file_name(format!("{module}.rs")),
    };
    let text = files
        .get(&place)
        .unwrap_or_else(|| panic!("no file of {module}"));
    let mark = format!("const {name}: &str = \"");
    let (_, rest) = text
        .split_once(&mark)
        .unwrap_or_else(|| panic!("no {name} in {}", place.display()));
    rest.split('"').next().unwrap().to_owned()
}
