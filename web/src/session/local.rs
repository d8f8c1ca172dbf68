//! A path on this server, to go on to. Never another server: a link to us must not lead people elsewhere.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Bytes of the longest path that is followed.
const PATH_BYTES_MAX: usize = 256;

/// A path with its query, on this server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Local(String);

impl Local {
    /// Reads a path; `None` for anything that a browser could take for another place.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let plain =
            |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~?=&%+@:!$'()*".contains(&byte);
        let local =
            text.starts_with('/') && !text.starts_with("//") && text.len() <= PATH_BYTES_MAX;
        (local && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// The path, or the square.
    pub(crate) fn or_square(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(Self::square)
    }

    /// The square.
    pub(crate) fn square() -> Self {
        Self("/square".to_owned())
    }

    /// The path as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Sends the browser there, to look.
    pub(crate) fn go(&self) -> Response {
        let value = HeaderValue::from_str(&self.0).expect("a local path is visible ASCII");
        (StatusCode::SEE_OTHER, [(header::LOCATION, value)]).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_server_are_followed() {
        for good in ["/", "/square", "/pay/pay_01?x=1&y=%20", "/claim/abc"] {
            assert_eq!(Local::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "square",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil",
            "https://evil.example",
            "/a\nb",
            "/a b",
            "/\t/evil",
            "javascript:alert(1)",
            "/é",
            "/a#b",
            "/a;b",
        ] {
            assert_eq!(Local::parse(bad), None, "{bad:?}");
        }
        assert_eq!(Local::parse(&format!("/{}", "a".repeat(300))), None);
    }
}
