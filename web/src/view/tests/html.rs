//! A small strict reader of our own HTML: enough to see that it is well formed.

/// Elements that have no end tag.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta", "path", "rect"];

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

enum Token<'a> {
    Start(Tag),
    End(&'a str),
    Text(&'a str),
}

/// Whether tags nest, attributes are quoted and named once, and `&` begins a reference.
pub(super) fn well_formed(html: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    for token in tokens(html)? {
        match token {
            Token::Start(tag) => {
                let mut names: Vec<_> = tag.attributes.iter().map(|(name, _)| name).collect();
                names.sort();
                if names.windows(2).any(|pair| pair[0] == pair[1]) {
                    return Err(format!("an attribute twice in {tag:?}"));
                }
                let inside = |outer: &str| open.iter().any(|name| name == outer);
                let block =
                    ["p", "div", "section", "ul", "ol", "dl", "form", "article", "h1", "h2"];
                if inside("p") && block.contains(&tag.name.as_str()) {
                    return Err(format!("{tag:?} inside a paragraph"));
                }
                for alone in ["form", "a", "button"] {
                    if tag.name == alone && inside(alone) {
                        return Err(format!("{alone} inside {alone}"));
                    }
                }
                if !VOID.contains(&tag.name.as_str()) {
                    open.push(tag.name);
                }
            }
            Token::End(name) => match open.pop() {
                Some(last) if last == name => {}
                last => return Err(format!("</{name}> closes {last:?}")),
            },
            Token::Text(text) => references(text)?,
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} is never closed")) }
}

/// Every start tag, in order.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let tokens = tokens(html).unwrap_or_else(|fault| panic!("{fault}"));
    tokens
        .into_iter()
        .filter_map(|token| if let Token::Start(tag) = token { Some(tag) } else { None })
        .collect()
}

/// The text between the tags.
pub(super) fn text(html: &str) -> String {
    let tokens = tokens(html).unwrap_or_else(|fault| panic!("{fault}"));
    let texts = tokens
        .iter()
        .filter_map(|token| if let Token::Text(text) = token { Some(*text) } else { None });
    texts.collect::<Vec<_>>().join(" ").replace("&#", "")
}

/// A template without its `{% … %}`, `{{ … }}` and `{# … #}`.
pub(super) fn without_template(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(start) =
        rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min()
    {
        let (head, tail) = rest.split_at(start);
        out.push_str(head);
        let end = match &tail[..2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        rest = tail.split_once(end).expect("a template mark ends").1;
    }
    out.push_str(rest);
    out
}

fn references(text: &str) -> Result<(), String> {
    for rest in text.split('&').skip(1) {
        let name = rest.split_once(';').map(|(name, _)| name).unwrap_or_default();
        let known = name.starts_with('#') || ["amp", "lt", "gt", "quot", "nbsp"].contains(&name);
        if !known {
            return Err(format!("a bare & before {rest:.20}"));
        }
    }
    Ok(())
}

fn tokens(html: &str) -> Result<Vec<Token<'_>>, String> {
    let mut found = Vec::new();
    let mut rest = html.trim_start().strip_prefix("<!doctype html>").unwrap_or(html);
    while let Some(start) = rest.find('<') {
        let (text, tail) = rest.split_at(start);
        found.push(Token::Text(text));
        if let Some(end) = tail.strip_prefix("</") {
            let (name, after) = end.split_once('>').ok_or("an end tag never ends")?;
            found.push(Token::End(name));
            rest = after;
        } else {
            let (tag, after) = start_tag(&tail[1..])?;
            found.push(Token::Start(tag));
            rest = after;
        }
    }
    found.push(Token::Text(rest));
    Ok(found)
}

fn start_tag(source: &str) -> Result<(Tag, &str), String> {
    let end = source.find([' ', '>', '\n', '/']).ok_or("a tag never ends")?;
    let (name, mut rest) = source.split_at(end);
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("a stray < before {source:.20}"));
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return Ok((Tag { name: name.to_owned(), attributes }, after));
        }
        let end = rest.find(['=', ' ', '>', '\n', '/']).ok_or("a tag never ends")?;
        let (key, after) = rest.split_at(end);
        if key.is_empty() {
            return Err(format!("a stray sign in <{name}>: {rest:.20}"));
        }
        match after.strip_prefix("=\"") {
            Some(quoted) => {
                let (value, after) = quoted.split_once('"').ok_or("a quote never ends")?;
                if value.contains('<') {
                    return Err(format!("a bare < in {key} of <{name}>"));
                }
                attributes.push((key.to_owned(), value.to_owned()));
                rest = after;
            }
            None if after.starts_with('=') => {
                return Err(format!("{key} of <{name}> is not quoted"));
            }
            None => {
                attributes.push((key.to_owned(), String::new()));
                rest = after;
            }
        }
    }
}
