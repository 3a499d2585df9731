//! Passphrase and code given afresh, for what changes who can read.

use safeconduct_casework::form::{Field, Kind, Values};
use safeconduct_casework::sign_in::StepUp;
use safeconduct_vault::passphrase::Passphrase;

use crate::web::form_view::FormView;

/// The two fields.
#[must_use]
pub fn fields() -> [Field; 2] {
    [
        Field::new("passphrase", Kind::Secret),
        Field::new("code", Kind::Secret),
    ]
}

/// What was typed in them.
#[must_use]
pub fn given(values: &Values) -> StepUp {
    StepUp {
        passphrase: Passphrase::new(values.first("passphrase").to_owned()),
        code: values.first("code").to_owned(),
    }
}

/// The form telling the browser what the two fields are for.
#[must_use]
pub fn hinted(view: FormView<'_>) -> FormView<'_> {
    view.autocomplete("passphrase", "current-password")
        .autocomplete("code", "one-time-code")
}
