//! A message as a reader sees it: mentions and hashtags stand out, links can be followed.

use askama::Template;
use askama::filters::HtmlSafe;

/// A message in parts.
#[derive(Template, Clone, PartialEq, Eq, Debug)]
#[template(path = "piece/rich.html")]
pub struct Rich {
    /// The parts, in order; together they are the text as written.
    pub parts: Vec<Part>,
}

impl HtmlSafe for Rich {}

/// A part of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Plain text.
    Text(String),
    /// A mention or a hashtag.
    Name(String),
    /// A link to this server.
    Here(String),
    /// A link that leads away.
    Away(String),
}

/// What a sentence puts behind a name or a link without meaning it to be a part.
const TRAILING: &[char] =
    &['.', ',', ';', ':', '!', '?', ')', ']', '}', '»', '"', '\'', '’', '”', '-'];

impl Rich {
    /// Splits a message. Links that begin with `base_url` stay on this server.
    #[must_use]
    pub fn of(text: &str, base_url: &str) -> Self {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let part = match before {
                Some(c) if char::is_alphanumeric(c) => None,
                _ => special(rest, base_url),
            };
            let len = match &part {
                Some(part) => part.text().len(),
                None => first.len_utf8(),
            };
            let (head, tail) = rest.split_at(len);
            match part {
                Some(part) => {
                    if !plain.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut plain)));
                    }
                    parts.push(part);
                }
                None => plain.push_str(head),
            }
            before = head.chars().next_back();
            rest = tail;
        }
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Self { parts }
    }
}

impl Part {
    fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Name(text) | Self::Here(text) | Self::Away(text) => text,
        }
    }
}

fn special(rest: &str, base_url: &str) -> Option<Part> {
    if let Some(name) = rest.strip_prefix(['@', '#']) {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | ':');
        let name = name[..name.find(|c| !inside(c)).unwrap_or(name.len())]
            .trim_end_matches([':', '.', '@', '-']);
        return name
            .chars()
            .any(char::is_alphanumeric)
            .then(|| Part::Name(rest[..=name.len()].to_owned()));
    }
    if rest.starts_with("https://") || rest.starts_with("http://") {
        let end = rest
            .find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '«'));
        let link = rest[..end.unwrap_or(rest.len())].trim_end_matches(TRAILING);
        let base = base_url.trim_end_matches('/');
        let here =
            !base.is_empty() && link.strip_prefix(base).is_some_and(|path| path.starts_with('/'));
        let bare = link.ends_with('/') && link.matches('/').count() == 2;
        return (!bare)
            .then(|| if here { Part::Here(link.to_owned()) } else { Part::Away(link.to_owned()) });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Part {
        Part::Name(text.into())
    }

    fn text(text: &str) -> Part {
        Part::Text(text.into())
    }

    #[test]
    fn names_and_links_stand_out() {
        let here = "http://localhost:8080";
        for (message, parts) in [
            (
                "@obole #envoyer 5€ @bob.",
                vec![
                    name("@obole"),
                    text(" "),
                    name("#envoyer"),
                    text(" 5€ "),
                    name("@bob"),
                    text("."),
                ],
            ),
            ("a@b.fr", vec![text("a@b.fr")]),
            ("@zoe@mastodon.social: ok", vec![name("@zoe@mastodon.social"), text(": ok")]),
            ("@ # @@", vec![text("@ # @@")]),
            (
                "(http://localhost:8080/pay/1).",
                vec![text("("), Part::Here("http://localhost:8080/pay/1".into()), text(").")],
            ),
            (
                "https://evil.example/?a=<b>",
                vec![Part::Away("https://evil.example/?a=".into()), text("<b>")],
            ),
            (
                "http://localhost:8080.evil.example/x",
                vec![Part::Away("http://localhost:8080.evil.example/x".into())],
            ),
            ("javascript:alert(1) http://", vec![text("javascript:alert(1) http://")]),
            ("", vec![]),
        ] {
            let rich = Rich::of(message, here);
            assert_eq!(rich.parts, parts, "{message}");
            assert_eq!(rich.parts.iter().map(Part::text).collect::<String>(), message);
        }
    }
}
