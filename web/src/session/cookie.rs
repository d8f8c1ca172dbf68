//! The cookies: who is signed in, and what this browser likes. Scripts read none of them.

use axum::http::{HeaderMap, HeaderValue, header};

/// Bytes of the longest value that is read.
const VALUE_BYTES_MAX: usize = 256;

/// A minute, in seconds.
const MINUTE_S: u32 = 60;

/// A day, in seconds.
const DAY_S: u32 = 24 * 60 * MINUTE_S;

/// A cookie of ours.
#[derive(Clone, Copy)]
pub(crate) enum Cookie {
    /// The session's token.
    Session,
    /// A token for the forms of somebody who is not signed in.
    Guest,
    /// The language that was chosen here.
    Lang,
    /// The colours that were chosen here.
    Theme,
    /// Where somebody wanted to go before they had to sign in.
    Next,
}

impl Cookie {
    /// On https the name says that the cookie came from this host alone, by https, for every path.
    fn name(self, https: bool) -> String {
        let name = match self {
            Self::Session => "obole",
            Self::Guest => "obole-guest",
            Self::Lang => "obole-lang",
            Self::Theme => "obole-theme",
            Self::Next => "obole-next",
        };
        if https { format!("__Host-{name}") } else { name.to_owned() }
    }

    const fn age_s(self) -> u32 {
        match self {
            Self::Session => 30 * DAY_S,
            Self::Guest => DAY_S,
            Self::Lang | Self::Theme => 365 * DAY_S,
            Self::Next => 15 * MINUTE_S,
        }
    }

    /// The value in a request; the first where a browser sends several.
    pub(crate) fn read(self, headers: &HeaderMap, https: bool) -> Option<String> {
        let name = self.name(https);
        let lines =
            headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
        let mut pairs =
            lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let (_, value) = pairs.find(|(key, _)| *key == name)?;
        (!value.is_empty() && value.len() <= VALUE_BYTES_MAX).then(|| value.to_owned())
    }

    /// The header's line that sets it; `None` for a value that no cookie can have.
    pub(crate) fn line(self, value: &str, https: bool) -> Option<HeaderValue> {
        let fits = value.len() <= VALUE_BYTES_MAX
            && value.bytes().all(|byte| byte.is_ascii_graphic() && !b";,\"\\".contains(&byte));
        fits.then(|| self.written(value, self.age_s(), https))
    }

    /// The header's line that takes it away.
    pub(crate) fn gone(self, https: bool) -> HeaderValue {
        self.written("", 0, https)
    }

    fn written(self, value: &str, age_s: u32, https: bool) -> HeaderValue {
        let secure = if https { "; Secure" } else { "" };
        let name = self.name(https);
        let line =
            format!("{name}={value}; Path=/; Max-Age={age_s}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&line).expect("a cookie's line is visible ASCII")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; obole-lang=fr;obole=tok"));
        headers.append(header::COOKIE, HeaderValue::from_static("obole=second; junk"));
        assert_eq!(Cookie::Session.read(&headers, false).as_deref(), Some("tok"));
        assert_eq!(Cookie::Lang.read(&headers, false).as_deref(), Some("fr"));
        assert_eq!(Cookie::Session.read(&headers, true), None);
    }

    #[test]
    fn on_https_a_cookie_is_bound_to_the_host() {
        let line = Cookie::Session.line("t", true).unwrap();
        let line = line.to_str().unwrap();
        assert!(line.starts_with("__Host-obole=t; Path=/; Max-Age=2592000; "), "{line}");
        assert!(line.ends_with("HttpOnly; SameSite=Lax; Secure"), "{line}");
        for bad in ["a;b", "a b", "a\nb", "é", "a\"b"] {
            assert!(Cookie::Next.line(bad, false).is_none(), "{bad:?}");
        }
    }
}
