//! Doing something to a case: one page for every act, made of its form.
//!
//! What the page is about travels in the address as pseudonyms and codes of the policy: `?person=…&about=…`. What
//! cannot be undone is shown once more before it is done.

mod about;
pub(in crate::pages) mod landing;
mod notes;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::{get, post};
use safeconduct_casework::Error;
use safeconduct_casework::form::{FieldError, Form, Kind as Input, Values};
use safeconduct_casework::forms::{self, FormContext};
use safeconduct_casework::letter::comes_with_a_letter;
use safeconduct_domain::access::{self, Action, Relation};
use safeconduct_domain::act::{Act, Kind};
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::id::UserId;

use super::casefile::Desk;
use super::frame;
use super::inset::Inset;
use super::letters;
use crate::state::{ServerState, SignedIn, problem};
use crate::web::form_view::{FormView, Tokens, answers};
use crate::web::i18n::Lang;
use crate::web::layout::{Banner, Page, html, html_with};
use crate::web::parts::SummaryList;
use crate::web::problem::{KEEP, Problem};
use crate::web::protected::ProtectedForm;

use about::About;

/// The input that says which step of an act was posted.
const STEP: &str = "step";

/// The pages of acts.
pub fn routes() -> Router<ServerState> {
    Router::new()
        .route("/cases/new", get(show_new).post(send_new))
        .route("/cases/{case}/do/{act}", get(show).post(send))
        .route("/cases/{case}/do/{act}/draft", post(draft))
}

/// An act on its way: what it is, about what, and in which case.
struct Doing<'s> {
    state: &'s ServerState,
    me: &'s SignedIn,
    uri: &'s Uri,
    kind: Kind,
    about: About,
    desk: Option<Desk<'s>>,
    empty: Case,
    colleagues: Vec<(UserId, String)>,
}

async fn show_new(
    State(state): State<ServerState>,
    me: SignedIn,
    uri: Uri,
) -> Result<Response, Problem> {
    let doing = Doing::begin(&state, &me, &uri)?;
    doing.page(&doing.standing(), &[]).await
}

async fn send_new(
    State(state): State<ServerState>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values, once) = form.into_parts();
    let doing = Doing::begin(&state, &me, &uri)?;
    doing.take(&values, &once).await
}

async fn show(
    State(state): State<ServerState>,
    me: SignedIn,
    Path((case, act)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let doing = Doing::open(&state, &me, &uri, &case, &act).await?;
    if doing.kind == Kind::AddDocument {
        return Ok(frame::see_other(&doing.about.upload(&doing.base())));
    }
    doing.allowed()?;
    doing.page(&doing.standing(), &[]).await
}

async fn send(
    State(state): State<ServerState>,
    Path((case, act)): Path<(String, String)>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values, once) = form.into_parts();
    let doing = match Doing::open(&state, &me, &uri, &case, &act).await {
        Ok(doing) => doing,
        // the case may have gone elsewhere meanwhile: what was typed is given back all the same
        Err(problem) => return Ok(problem.keeping(&values)),
    };
    if doing.allowed().is_err() {
        return Ok(Problem::Unprocessable.keeping(&values));
    }
    doing.take(&values, &once).await
}

/// The letter an act comes with, as a draft.
async fn draft(
    State(state): State<ServerState>,
    Path((case, act)): Path<(String, String)>,
    uri: Uri,
    form: ProtectedForm<SignedIn>,
) -> Result<Response, Problem> {
    let (me, values, _) = form.into_parts();
    let doing = Doing::open(&state, &me, &uri, &case, &act).await?;
    doing.allowed()?;
    let read = forms::read(doing.kind, &doing.context(), &values);
    let (Ok(act), Some(desk)) = (read, &doing.desk) else {
        return Err(Problem::Unprocessable);
    };
    if !comes_with_a_letter(&act) {
        return Err(Problem::NotFound);
    }
    let made = state.app.draft(&me.session, desk.view.id, &act).await;
    let made = made.map_err(|error| problem(&error))?;
    letters::pdf(made.into_bytes(), "draft")
}

/// The page of an act with what was typed before the session ended; `None` for an address that is no act's.
pub(super) async fn resumed(
    state: &ServerState,
    me: &SignedIn,
    uri: &Uri,
    typed: &Values,
) -> Option<Result<Response, Problem>> {
    let parts: Vec<&str> = uri.path().split('/').collect();
    let doing = match parts.as_slice() {
        ["", "cases", "new"] => Doing::begin(state, me, uri),
        ["", "cases", case, "do", act] => Doing::open(state, me, uri, case, act).await,
        _ => return None,
    };
    let shown = match doing {
        Ok(doing) => doing.shown_again(typed).await,
        Err(problem) => Err(problem),
    };
    Some(shown)
}

impl<'s> Doing<'s> {
    /// The act that opens a case.
    fn begin(state: &'s ServerState, me: &'s SignedIn, uri: &'s Uri) -> Result<Self, Problem> {
        let opening = Action::Do(Kind::Open);
        let role = me.session.role();
        let may =
            role.is_some_and(|role| access::allowed(role, opening, Relation::Holder, Stage::None));
        if !may || me.session.team.is_none() {
            return Err(Problem::NotFound);
        }
        Ok(Self {
            state,
            me,
            uri,
            kind: Kind::Open,
            about: About::default(),
            desk: None,
            empty: Case::default(),
            colleagues: Vec::new(),
        })
    }

    async fn open(
        state: &'s ServerState,
        me: &'s SignedIn,
        uri: &'s Uri,
        case: &str,
        act: &str,
    ) -> Result<Self, Problem> {
        let kind = Kind::named(act).filter(|kind| *kind != Kind::Open);
        let kind = kind.ok_or(Problem::NotFound)?;
        let about = About::of(uri)?;
        let desk = Desk::open(state, me, uri, case, kind.name()).await?;
        let colleagues = match (kind, &me.session.team) {
            (Kind::Reassign, Some(team)) => state.app.colleagues(team.id).await,
            _ => Ok(Vec::new()),
        };
        Ok(Self {
            state,
            me,
            uri,
            kind,
            about,
            desk: Some(desk),
            empty: Case::default(),
            colleagues: colleagues.map_err(|error| problem(&error))?,
        })
    }

    fn lang(&self) -> Lang {
        self.me.lang
    }

    fn base(&self) -> String {
        self.desk
            .as_ref()
            .map_or_else(|| "/cases".to_owned(), Desk::base)
    }

    fn context(&self) -> FormContext<'_> {
        let case = self.desk.as_ref().map_or(&self.empty, Desk::case);
        let app = &self.state.app;
        FormContext {
            organisation: &self.me.session.organisation_code,
            person: self.about.person,
            item: self.about.item,
            document: self.about.document,
            about: self.about.code.as_deref(),
            colleagues: &self.colleagues,
            ..FormContext::new(app.policy(), app.today(), case)
        }
    }

    fn form(&self) -> Form {
        forms::form(self.kind, &self.context())
    }

    /// What the form begins with.
    fn standing(&self) -> Values {
        let prefill = forms::prefill(self.kind, &self.context());
        let mut values = self.form().fill(&prefill);
        if self.kind == Kind::HoldReferral
            && let Some(desk) = &self.desk
        {
            // what the checklist misses is what is asked for, until somebody says otherwise
            for code in notes::missing_codes(desk) {
                values.push("deficiencies", code);
            }
        }
        values
    }

    /// Whether this person may do it now; whether a rule refuses is seen when it is done.
    fn allowed(&self) -> Result<(), Problem> {
        let may = self.desk.as_ref().is_none_or(|desk| desk.may(self.kind));
        if may {
            Ok(())
        } else {
            Err(Problem::Unprocessable)
        }
    }

    /// Whether it is shown once more before it is done: what others rely on at once, or what can never be changed.
    const fn checked(&self) -> bool {
        matches!(
            self.kind,
            Kind::Attest
                | Kind::Decide
                | Kind::Withdraw
                | Kind::SignNotes
                | Kind::AddAddendum
                | Kind::ReviewDecision
                | Kind::Reconsider
                | Kind::SignLetter
                | Kind::ReturnReferral
                | Kind::LiftConfidence
                | Kind::DeclarePerson
        )
    }

    /// What was posted: shown again, shown to be checked, or done.
    async fn take(&self, values: &Values, once: &str) -> Result<Response, Problem> {
        let step = values.first(STEP);
        if step == "change" {
            return self.page(values, &[]).await;
        }
        match forms::read(self.kind, &self.context(), values) {
            Err(errors) => self.page(values, &errors).await,
            Ok(act) if self.checked() && step != "send" => match self.drafted(&act).await {
                Some(Err(error)) => self.refused(error, values).await,
                drafted => self.check(values, drafted.is_some()).await,
            },
            Ok(act) => self.act(act, values, once).await,
        }
    }

    async fn act(&self, act: Act, values: &Values, once: &str) -> Result<Response, Problem> {
        let app = &self.state.app;
        let case = self.desk.as_ref().map(|desk| desk.view.id);
        let once = app.once(&self.me.session, once);
        match app.act(&self.me.session, case, act, Some(once)).await {
            Ok(done) => {
                // a form about a worksheet does not ask whose it is; its address says so
                let named = self.about.person.map(|p| p.to_string());
                let person = match values.first("person") {
                    "" => named.unwrap_or_default(),
                    asked => asked.to_owned(),
                };
                Ok(landing::after(self.kind, done.case, &person))
            }
            Err(Error::Repeated(case)) => Ok(landing::repeated(case)),
            Err(error) => self.refused(error, values).await,
        }
    }

    /// Whether the letter the act comes with can be written; nothing for an act without one.
    async fn drafted(&self, act: &Act) -> Option<Result<(), Error>> {
        let desk = self.desk.as_ref().filter(|_| comes_with_a_letter(act))?;
        let app = &self.state.app;
        let made = app.draft(&self.me.session, desk.view.id, act).await;
        Some(made.map(|_| ()))
    }

    /// The form again, with what stands in the way.
    async fn refused(&self, error: Error, values: &Values) -> Result<Response, Problem> {
        match error {
            Error::Refused(refused) => {
                let app = &self.state.app;
                let (today, language) = (app.today(), self.lang().into());
                let args = forms::refusal_args(&refused, app.policy(), today, language);
                let text = landing::refusal(self.lang(), &refused, args);
                let error = FieldError::new("", "refused").with("text", text);
                self.page(values, &[error]).await
            }
            Error::Fields(errors) => self.page(values, &errors).await,
            Error::NotNow => Ok(Problem::Unprocessable.keeping(values)),
            other => Ok(problem(&other).keeping(values)),
        }
    }

    async fn frame(&self, title: &str) -> Page {
        match &self.desk {
            Some(desk) => desk.page(title).await,
            None => {
                let page = frame::frame(self.me, self.state, self.uri, title).await;
                page.crumb(self.lang().t("cases-title"), "/cases")
            }
        }
    }

    /// The form with these values.
    async fn page(&self, values: &Values, errors: &[FieldError]) -> Result<Response, Problem> {
        self.page_with(values, errors, None).await
    }

    async fn shown_again(&self, typed: &Values) -> Result<Response, Problem> {
        if self.allowed().is_err() {
            return Ok(Problem::Unprocessable.keeping(typed));
        }
        let banner = Banner::info(self.lang().t("resume-banner"));
        self.page_with(typed, &[], Some(banner)).await
    }

    async fn page_with(
        &self,
        values: &Values,
        errors: &[FieldError],
        banner: Option<Banner>,
    ) -> Result<Response, Problem> {
        let (form, tokens) = (self.form(), frame::tokens(self.me));
        let action = about::address(self.uri);
        let mut view = FormView::new(&form, self.lang(), action, &tokens)
            .values(values)
            .errors(errors)
            .summary_above()
            .cancel(self.base());
        if self.checked() {
            view = view.submit("act-go-on");
        }
        let title = view.title();
        let mut page = self.frame(&title).await;
        page.has_errors = view.has_errors();
        page.banner = banner.or(page.banner);
        let status = if errors.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let notes = notes::beside(self).await?;
        let shown = ActPage {
            caption: self.caption(),
            title,
            notes,
            form: view,
            page,
        };
        Ok(html_with(status, &shown))
    }

    /// What is about to be done, to be read once more.
    async fn check(&self, values: &Values, drafted: bool) -> Result<Response, Problem> {
        let form = self.form();
        let object = form.read(values).unwrap_or_default();
        let shown = CheckPage {
            page: self.frame(&self.lang().t("act-check-title")).await,
            caption: match self.letter() {
                Some(letter) => letter,
                None => self.lang().t(&format!("form-{}-title", form.id)),
            },
            rows: SummaryList {
                rows: answers(&form, &object, self.lang(), None),
            },
            warning: self.lang().t(&format!("act-check-{}", form.id)),
            action: about::address(self.uri),
            draft: drafted.then(|| about::draft(self.uri)),
            hidden: carried(&form, values),
            confirm: self.lang().t(&format!("form-{}-submit", form.id)),
            tokens: frame::tokens(self.me),
        };
        Ok(html(&shown))
    }

    /// Which letter is signed, where the page says it.
    fn letter(&self) -> Option<String> {
        let code = self.about.code.as_deref();
        let code = code.filter(|_| self.kind == Kind::SignLetter)?;
        let kind = safeconduct_domain::letter::Kind::named(code)?;
        let desk = self.desk.as_ref()?;
        let to = (self.about.person).and_then(|id| desk.case().referral.person(id));
        let letter = self.lang().t(letters::key(kind));
        Some(match to {
            Some(person) => self.lang().introduced(&letter, &person.details.full_name()),
            None => letter,
        })
    }

    /// Whom the act is about.
    fn caption(&self) -> String {
        let Some(desk) = &self.desk else {
            return String::new();
        };
        if let Some(letter) = self.letter() {
            return letter;
        }
        let case = desk.case();
        let person = self.about.person.and_then(|id| case.referral.person(id));
        match person {
            Some(person) => person.details.full_name(),
            None => desk.t1("case-caption", "reference", desk.reference()),
        }
    }
}

/// What was typed, for the step that follows.
fn carried(form: &Form, values: &Values) -> Vec<(String, String)> {
    let ours = |name: &str| {
        form.fields.iter().any(|field| match field.kind {
            Input::Date | Input::PartialDate => name
                .strip_prefix(field.name)
                .is_some_and(|part| matches!(part, "-day" | "-month" | "-year")),
            _ => field.name == name,
        })
    };
    let typed = values.iter().filter(|(name, _)| ours(name));
    let pairs = typed.flat_map(|(name, values)| {
        values
            .iter()
            .map(move |value| (name.to_owned(), value.clone()))
    });
    std::iter::once((KEEP.to_owned(), form.id.to_owned()))
        .chain(pairs)
        .collect()
}

#[derive(Template)]
#[template(path = "act.html")]
struct ActPage<'a> {
    page: Page,
    caption: String,
    title: String,
    notes: Vec<Inset>,
    form: FormView<'a>,
}

#[derive(Template)]
#[template(path = "act_check.html")]
struct CheckPage {
    page: Page,
    caption: String,
    rows: SummaryList,
    warning: String,
    action: String,
    /// Where the letter that comes with it is shown first.
    draft: Option<String>,
    hidden: Vec<(String, String)>,
    confirm: String,
    tokens: Tokens,
}
