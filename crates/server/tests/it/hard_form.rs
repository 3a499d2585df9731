//! Forms as somebody fills them in without scripts: what is typed must be a question of the form, and everything else
//! is sent as the page had it.

use axum::http::StatusCode;

use crate::attacks_html::{HtmlForm, read};
use crate::case_pages::post_parts;
use crate::visit::{Browser, Page, encoded};

/// What is typed, or stands in an address.
pub type Said<'a> = &'a [(&'a str, &'a str)];

/// Opens the form at an address, fills it in and sends it, through the page that shows it once more if there is one. A
/// page that offers no form is the answer itself.
pub async fn fill(browser: &mut Browser, place: &str, typed: Said<'_>) -> Page {
    let mut page = browser.get(place).await;
    // a document has a page of its own
    if page.status == StatusCode::SEE_OTHER {
        page = browser.get(page.location()).await;
    }
    if page.status != StatusCode::OK {
        return page;
    }
    let mut sheet = Sheet::of(&page);
    for (name, said) in typed {
        sheet.answer(name, said);
    }
    let page = sheet.send(browser).await;
    if !page.html.contains("name=\"step\" value=\"send\"") {
        return page;
    }
    let mut sheet = Sheet::of(&page);
    sheet.fields.push(("step".to_owned(), "send".to_owned()));
    sheet.send(browser).await
}

/// What somebody typed, over what there is to say otherwise.
pub fn over<'a>(otherwise: Said<'a>, typed: Said<'a>) -> Vec<(&'a str, &'a str)> {
    let untouched = |(name, _): &&(&str, &str)| typed.iter().all(|(typed, _)| typed != name);
    let kept = otherwise.iter().filter(untouched);
    kept.chain(typed).copied().collect()
}

/// The form of a page, as far as it is filled in.
struct Sheet<'p> {
    page: &'p Page,
    form: HtmlForm,
    fields: Vec<(String, String)>,
}

impl<'p> Sheet<'p> {
    fn of(page: &'p Page) -> Self {
        let main = page.html.split("<main").nth(1).unwrap_or_default();
        let mut forms = read(main).forms.into_iter();
        let form = forms
            .find(|form| form.method == "post")
            .unwrap_or_else(|| panic!("there is no form: {}", page.words()));
        Self {
            page,
            fields: form.standing(),
            form,
        }
    }

    fn asks(&self, name: &str) -> bool {
        self.form.questions().iter().any(|asked| asked.name == name) || self.file(name)
    }

    fn file(&self, name: &str) -> bool {
        let mut fields = self.form.fields.iter();
        fields.any(|field| field.kind == "file" && field.name == name)
    }

    /// Answers a question: a day as 2026-11-02, 2026-11 or 2026, several answers between bars, a file by what it says.
    fn answer(&mut self, name: &str, said: &str) {
        if !self.asks(&format!("{name}-year")) {
            return self.put(name, &said.split('|').collect::<Vec<_>>());
        }
        for (part, number) in ["year", "month", "day"].iter().zip(said.split('-')) {
            self.put(&format!("{name}-{part}"), &[number]);
        }
    }

    fn put(&mut self, name: &str, values: &[&str]) {
        assert!(
            self.asks(name),
            "the page does not ask for {name}: {}",
            self.page.words()
        );
        self.fields.retain(|(have, _)| have != name);
        let answers = values.iter().map(|value| (name.into(), (*value).into()));
        self.fields.extend(answers);
    }

    async fn send(self, browser: &mut Browser) -> Page {
        let place = &self.form.action;
        let all = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        if !self.form.multipart {
            return browser.post_body(place, encoded(all)).await;
        }
        let (files, texts): (Vec<_>, Vec<_>) = all.partition(|(name, _)| self.file(name));
        let file = files
            .first()
            .map(|(_, said)| ("paper.txt", said.as_bytes()));
        post_parts(browser, place, &texts, file).await
    }
}
