//! Types that hold personal data say `…` when a log asks them.

/// Implements `Debug` as the type's name and `…`, so that nothing personal reaches a log or an error.
macro_rules! private {
    ($($name:ty),+ $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
pub(crate) use private;
