//! As much of Rust as the tidy tests must understand: strings, comments, functions, modules.

/// One piece of source: what it is and where it begins.
enum Piece {
    Code,
    Comment,
    String,
}

/// Cuts source into pieces; good enough for source that compiles.
fn pieces(source: &str) -> Vec<(Piece, &str)> {
    let mut pieces = Vec::new();
    let mut rest = source;
    let mut code = 0;
    while code < rest.len() {
        let here = &rest[code..];
        let (kind, length) = if here.starts_with("//") {
            (Piece::Comment, here.find('\n').unwrap_or(here.len()))
        } else if here.starts_with("/*") {
            (Piece::Comment, here.find("*/").map_or(here.len(), |end| end + 2))
        } else if let Some(length) = string(here, rest[..code].chars().next_back()) {
            (Piece::String, length)
        } else {
            code +=
                char_literal(here).unwrap_or_else(|| here.chars().next().map_or(1, char::len_utf8));
            continue;
        };
        pieces.push((Piece::Code, &rest[..code]));
        pieces.push((kind, &here[..length]));
        rest = &here[length..];
        code = 0;
    }
    pieces.push((Piece::Code, rest));
    pieces
}

/// The length of a string that begins here.
fn string(here: &str, before: Option<char>) -> Option<usize> {
    if let Some(inside) = here.strip_prefix('"') {
        let mut escaped = false;
        let end = inside.char_indices().find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        return Some(end.map_or(here.len(), |(at, _)| at + 2));
    }
    let word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let hashes = here.strip_prefix('r').filter(|_| !word)?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    hashes[count..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(count));
    let begin = 2 + count;
    here[begin..].find(&end).map(|at| begin + at + end.len())
}

/// The length of a character literal that begins here; a lifetime is none.
fn char_literal(here: &str) -> Option<usize> {
    let inner = here.strip_prefix('\'')?;
    let mut chars = inner.char_indices();
    let (_, first) = chars.next()?;
    let end = if first == '\\' {
        inner[2..].find('\'').map(|at| at + 2)?
    } else {
        chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at)?
    };
    Some(end + 2)
}

/// The strings outside tests, each with its line.
pub(super) fn strings(source: &str) -> Vec<(usize, String)> {
    let source = without_tests(source);
    let mut line = 1;
    let mut found = Vec::new();
    for (piece, text) in pieces(&source) {
        if matches!(piece, Piece::String) {
            found.push((line, text.to_owned()));
        }
        line += text.matches('\n').count();
    }
    found
}

/// The source with comments and strings blanked, line for line.
pub(super) fn code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    for (piece, text) in pieces(source) {
        match piece {
            Piece::Code => code.push_str(text),
            Piece::Comment | Piece::String => {
                code.extend(text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            }
        }
    }
    code
}

/// The source without a module of tests at its end.
pub(super) fn without_tests(source: &str) -> String {
    let begin = source.find("#[cfg(test)]\nmod tests {");
    begin.map_or(source, |at| &source[..at]).to_owned()
}

/// A function.
pub(super) struct Function {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) lines: usize,
    /// Whether its length is expected, with a reason.
    pub(super) excused: bool,
}

/// The functions outside tests.
pub(super) fn functions(source: &str) -> Vec<Function> {
    let source = without_tests(source);
    let code = code(&source);
    let mut functions = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let separate = code[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let name: String =
            code[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(body) = body(&code[at..]).filter(|_| separate && !name.is_empty()) else {
            continue;
        };
        let line = code[..at].matches('\n').count() + 1;
        let above: Vec<&str> = source.lines().take(line - 1).collect();
        let attributes =
            above.iter().rev().take_while(|line| line.trim_start().starts_with(['#', '/']));
        let excused = attributes.into_iter().any(|line| line.contains("clippy::too_many_lines"));
        functions.push(Function { name, line, lines: body.matches('\n').count() + 1, excused });
    }
    functions
}

/// What stands from the first brace to the one that closes it; none for a declaration.
fn body(code: &str) -> Option<&str> {
    let begin = code.find(['{', ';']).filter(|at| code[*at..].starts_with('{'))?;
    let mut depth = 0;
    for (at, c) in code[begin..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&code[begin..=begin + at]);
        }
    }
    None
}

/// A module that stands in a file of its own.
pub(super) struct Module {
    pub(super) name: String,
    pub(super) path: Option<String>,
}

/// The modules a file declares.
pub(super) fn modules(source: &str) -> Vec<Module> {
    let code = code(source);
    let lines: Vec<(&str, &str)> = code.lines().zip(source.lines()).collect();
    let mut modules = Vec::new();
    for (number, (line, _)) in lines.iter().enumerate() {
        let Some(declared) = line.trim().strip_suffix(';') else { continue };
        let mut words = declared.split_whitespace().skip_while(|word| word.starts_with("pub"));
        if words.next() != Some("mod") {
            continue;
        }
        let before = number.checked_sub(1).map_or("", |number| lines[number].1.trim());
        let path = before.strip_prefix("#[path = \"").and_then(|path| path.strip_suffix("\"]"));
        let name = words.next().expect("a module has a name").to_owned();
        modules.push(Module { name, path: path.map(str::to_owned) });
    }
    modules
}
