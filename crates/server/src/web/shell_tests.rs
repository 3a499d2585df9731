//! The shell over HTTP: headers, tokens, limits, languages and error pages.
