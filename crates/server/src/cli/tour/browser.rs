//! One person at a browser: cookies, links, forms. Every page is held to what every page promises.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::multipart;
use reqwest::redirect::Policy;

use super::page::{Form, Kind, Page};
use super::{Surprise, surprise};
use crate::cli::Failure;

/// No page is longer.
const LARGEST: usize = 40_000;
/// How many pages one answer may lead through.
const HOPS: usize = 5;

/// What was counted on the way.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) pages: usize,
    pub(super) sent: usize,
    pub(super) largest: (usize, String),
    /// Every question anybody was asked, by who was asked.
    pub(super) asked: BTreeSet<(String, String)>,
}

/// One person at a browser.
pub(super) struct Browser {
    client: reqwest::Client,
    base: String,
    pub(super) who: String,
    pub(super) tally: Arc<Mutex<Tally>>,
}

/// What is typed into a form: name and value; a name may come more than once.
pub(super) type Typed<'a> = &'a [(&'a str, &'a str)];

/// An answer as it came: status, what its headers say, its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Browser {
    pub(super) fn new(base: &str, who: &str, tally: Arc<Mutex<Tally>>) -> Result<Self, Failure> {
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self {
            client,
            base: base.trim_end_matches('/').to_owned(),
            who: who.to_owned(),
            tally,
        })
    }

    /// Opens a page that must be there.
    pub(super) async fn open(&self, path: &str) -> Result<Page, Failure> {
        let page = self.look(path).await?;
        if page.status == 200 {
            Ok(page)
        } else {
            Err(surprise(format!(
                "{}: {path} gives {} ({})",
                self.who, page.status, page.heading
            )))
        }
    }

    /// Opens a page, whatever comes.
    pub(super) async fn look(&self, path: &str) -> Result<Page, Failure> {
        let answer = self.client.get(self.url(path)).send().await?;
        self.arrive(answer, path.to_owned()).await
    }

    /// Follows the link of a page whose address holds a text.
    pub(super) async fn follow(&self, page: &Page, part: &str) -> Result<Page, Failure> {
        match page.link(part) {
            Some(link) => self.open(&link.href).await,
            None => Err(surprise(format!(
                "{}: {} has no link to …{part}",
                self.who, page.at
            ))),
        }
    }

    /// Fills the form that goes to `part` and sends it. What is typed must be asked, what is chosen must be offered.
    pub(super) async fn send(
        &self,
        page: &Page,
        part: &str,
        typed: Typed<'_>,
    ) -> Result<Page, Failure> {
        let form = self.form_of(page, part)?;
        let pairs = self.filled(page, form, typed)?;
        self.count(|t| t.sent += 1);
        let request = self.client.post(self.url(&form.action));
        let request = if form.multipart {
            let text = |all: multipart::Form, (name, value)| all.text(name, value);
            request.multipart(pairs.into_iter().fold(multipart::Form::new(), text))
        } else {
            request.form(&pairs)
        };
        self.arrive(request.send().await?, form.action.clone())
            .await
    }

    /// The same with a file.
    pub(super) async fn send_file(
        &self,
        page: &Page,
        part: &str,
        typed: Typed<'_>,
        file: (&str, Vec<u8>),
    ) -> Result<Page, Failure> {
        let form = self.form_of(page, part)?;
        let mut all = multipart::Form::new();
        for (name, value) in self.filled(page, form, typed)? {
            all = all.text(name, value);
        }
        let named = form.inputs.iter().find(|i| i.kind == Kind::File);
        let Some(input) = named.filter(|_| form.multipart) else {
            return Err(surprise(format!("{}: {} takes no file", self.who, page.at)));
        };
        let (name, bytes) = file;
        all = all.part(
            input.name.clone(),
            multipart::Part::bytes(bytes).file_name(name.to_owned()),
        );
        self.count(|t| t.sent += 1);
        let answer = self
            .client
            .post(self.url(&form.action))
            .multipart(all)
            .send()
            .await?;
        self.arrive(answer, form.action.clone()).await
    }

    /// An answer byte by byte, without what differs from one answer to the next whatever was asked.
    pub(super) async fn raw(&self, path: &str) -> Result<Raw, Failure> {
        let answer = self.client.get(self.url(path)).send().await?;
        let status = answer.status().as_u16();
        let told = answer.headers().iter().filter(|(name, _)| *name != "date");
        let headers = told.map(|(name, value)| {
            (
                name.to_string(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        });
        let headers = headers.collect();
        Ok(Raw {
            status,
            headers,
            body: answer.bytes().await?.to_vec(),
        })
    }

    fn form_of<'p>(&self, page: &'p Page, part: &str) -> Result<&'p Form, Failure> {
        let found = page.form(part);
        found.ok_or_else(|| {
            surprise(format!(
                "{}: {} has no form to …{part} ({})",
                self.who, page.at, page.heading
            ))
        })
    }

    /// What the form sends: as it stands, but for what is typed.
    fn filled(
        &self,
        page: &Page,
        form: &Form,
        typed: Typed<'_>,
    ) -> Result<Vec<(String, String)>, Failure> {
        self.count(|t| {
            t.asked
                .extend(form.names().map(|name| (self.who.clone(), name.to_owned())))
        });
        for (name, value) in typed {
            let mut inputs = form.inputs.iter().filter(|i| i.name == *name).peekable();
            if inputs.peek().is_none() {
                return Err(surprise(format!(
                    "{}: {} does not ask for {name}",
                    self.who, page.at
                )));
            }
            let offered = |i: &&super::page::Input| {
                !matches!(i.kind, Kind::One | Kind::Any | Kind::Button) || i.value == *value
            };
            if !inputs.any(|i| offered(&i)) {
                return Err(surprise(format!(
                    "{}: {} does not offer {value} for {name}",
                    self.who, page.at
                )));
            }
        }
        let untouched = form
            .inputs
            .iter()
            .filter(|i| i.on && typed.iter().all(|(name, _)| *name != i.name));
        let mut pairs: Vec<(String, String)> = untouched
            .map(|i| (i.name.clone(), i.value.clone()))
            .collect();
        pairs.extend(
            typed
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        Ok(pairs)
    }

    /// Follows an answer to its page.
    async fn arrive(&self, mut answer: reqwest::Response, mut at: String) -> Result<Page, Failure> {
        for _ in 0..HOPS {
            if !answer.status().is_redirection() {
                break;
            }
            let to = answer
                .headers()
                .get(LOCATION)
                .and_then(|to| to.to_str().ok());
            at = to
                .ok_or_else(|| surprise(format!("{at} leads nowhere")))?
                .to_owned();
            answer = self.client.get(self.url(&at)).send().await?;
        }
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let page = Page::read(status, &at, answer.text().await?);
        self.hold_to(&page, &headers)?;
        Ok(page)
    }

    /// What every page promises.
    fn hold_to(&self, page: &Page, headers: &HeaderMap) -> Result<(), Surprise> {
        let header = |name| {
            headers
                .get(name)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
        };
        let broken = |what: &str| Surprise(format!("{}: {} {what}", self.who, page.at));
        if !header(CONTENT_TYPE).starts_with("text/html") {
            return Err(broken("is no page"));
        }
        if page.status >= 500 {
            return Err(broken("is a fault of the server"));
        }
        if page.scripts > 0 || !header(CONTENT_SECURITY_POLICY).contains("script-src 'none'") {
            return Err(broken("lets scripts in"));
        }
        if page.size() > LARGEST {
            return Err(broken(&format!("has {} bytes", page.size())));
        }
        if page.heading.trim().is_empty() || page.lang.is_empty() {
            return Err(broken("has no heading or no language"));
        }
        self.count(|t| {
            t.pages += 1;
            if page.size() > t.largest.0 {
                t.largest = (page.size(), page.at.clone());
            }
        });
        Ok(())
    }

    fn count(&self, add: impl FnOnce(&mut Tally)) {
        add(&mut self.tally.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn url(&self, path: &str) -> String {
        let path = path.split_once('#').map_or(path, |(path, _)| path);
        format!("{}{path}", self.base)
    }
}
