//! Pages: the shell they stand in, the forms they are made of, and the errors they end in.
//!
//! A page is an askama template that extends `_layout.html` and carries a [`layout::Page`]. What people send comes in
//! as a [`protected::ProtectedForm`] (or, for files, a [`upload::ProtectedUpload`]) and is read by a
//! [`safeconduct_casework::form::Form`], which a [`form_view::FormView`] draws. What goes wrong is a
//! [`problem::Problem`]. [`shell::shell`] wraps the routes: headers, limits, assets, error pages.

mod accessibility;
pub mod assets;
pub(crate) mod body;
pub mod form_view;
pub mod headers;
pub mod i18n;
pub mod language;
pub mod layout;
pub mod parts;
pub mod problem;
pub mod protected;
#[cfg(test)]
mod samples;
pub mod shell;
#[cfg(test)]
mod shell_tests;
#[cfg(test)]
pub(crate) mod templates_sample;
pub mod upload;
