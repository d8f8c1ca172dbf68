//! `obole parse`: messages in, readings out, one JSON object a line.
//!
//! The contract is for developers of bots, so it never stops for a bad line: that line is answered with
//! `bad_line` and the next one is read. Only a failure to read or to write ends it.

use std::io::{self, BufRead, Write};

use domain::grammar::{Command, Context, Mention, Question, Reading, Signs, read};
use domain::lang::Lang;
use domain::money::Currency;
use serde_json::{Map, Value, json};

/// Bytes of the longest line that is read; a longer one is a bad line.
const LINE_BYTES_MAX: usize = 1024 * 1024;

/// The name we go by where a line gives none.
const SERVICE: &str = "@obole";

/// Reads messages from `input` and writes one line for each to `output`, in order; `say` puts a question into
/// words. What is answered is flushed before more input is waited for, so that a bot may ask and wait.
///
/// # Errors
/// What reading `input` or writing `output` failed with.
pub(crate) fn run(
    input: impl BufRead,
    mut output: impl Write,
    say: &dyn Fn(&Question) -> String,
) -> io::Result<()> {
    let mut lines = Lines { input, line: Vec::new(), buffered: 0 };
    while lines.next(&mut output)? {
        let line = Some(lines.line.as_slice()).filter(|line| line.len() <= LINE_BYTES_MAX);
        let answer = line.and_then(|line| answer(line, say));
        let answer = answer.unwrap_or_else(|| json!({"kind": "error", "code": "bad_line"}));
        serde_json::to_writer(&mut output, &answer)?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

/// The lines of an input, one at a time in bounded memory.
struct Lines<R> {
    input: R,
    /// The line without its end; of one that is too long its first [`LINE_BYTES_MAX`] bytes and one more.
    line: Vec<u8>,
    /// Bytes that can be read without waiting.
    buffered: usize,
}

impl<R: BufRead> Lines<R> {
    /// Reads the next line; flushes `output` before it waits.
    fn next(&mut self, output: &mut impl Write) -> io::Result<bool> {
        self.line.clear();
        let mut begun = false;
        loop {
            if self.buffered == 0 {
                output.flush()?;
            }
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                return Ok(begun);
            }
            begun = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let read = end.map_or(chunk.len(), |at| at + 1);
            let room = (LINE_BYTES_MAX + 1).saturating_sub(self.line.len());
            self.line.extend(chunk.iter().take(end.unwrap_or(read)).take(room));
            self.buffered = chunk.len() - read;
            self.input.consume(read);
            if end.is_some() {
                return Ok(true);
            }
        }
    }
}

/// The answer to one line; `None` where it is not a message.
fn answer(line: &[u8], say: &dyn Fn(&Question) -> String) -> Option<Value> {
    let fields: Value = serde_json::from_slice(line).ok()?;
    let fields = fields.as_object()?;
    let text = fields.get("text")?.as_str()?;
    let names = names(fields)?;
    let mentions = mentions(fields)?;
    let context = Context {
        service: &names,
        direct: flag(fields, "direct")?,
        forwarded: flag(fields, "forwarded")?,
        currency: currency(fields, "currency")?,
        signs: Signs {
            dollar: currency(fields, "dollar")?,
            yen: currency(fields, "yen")?,
            krone: currency(fields, "krone")?,
            franc: currency(fields, "franc")?,
            peso: currency(fields, "peso")?,
        },
        mentions: &mentions,
        lang: optional(fields, "lang", Value::as_str)?.and_then(Lang::parse),
    };
    Some(match read(text, &context) {
        Reading::None => json!({"kind": "none"}),
        Reading::Question(question) => {
            json!({"kind": "question", "code": question.code, "say": say(&question)})
        }
        Reading::Command(command) => command_fields(&command),
    })
}

/// A field that may be absent or null; `None` where it is of another type.
fn optional<'v, T>(
    fields: &'v Map<String, Value>,
    name: &str,
    read: fn(&'v Value) -> Option<T>,
) -> Option<Option<T>> {
    match fields.get(name) {
        None | Some(Value::Null) => Some(None),
        Some(value) => read(value).map(Some),
    }
}

fn flag(fields: &Map<String, Value>, name: &str) -> Option<bool> {
    optional(fields, name, Value::as_bool).map(Option::unwrap_or_default)
}

fn currency(fields: &Map<String, Value>, name: &str) -> Option<Option<Currency>> {
    match optional(fields, name, Value::as_str)? {
        None => Some(None),
        Some(code) => Currency::parse(code).map(Some),
    }
}

fn names(fields: &Map<String, Value>) -> Option<Vec<String>> {
    match optional(fields, "service", Value::as_array)? {
        None => Some(vec![SERVICE.to_owned()]),
        Some(names) => names.iter().map(|name| name.as_str().map(str::to_owned)).collect(),
    }
}

fn mentions(fields: &Map<String, Value>) -> Option<Vec<Mention<'_>>> {
    let all = optional(fields, "mentions", Value::as_array)?;
    all.into_iter().flatten().map(mention).collect()
}

fn mention(value: &Value) -> Option<Mention<'_>> {
    let place = |name: &str| value.get(name)?.as_u64().and_then(|at| usize::try_from(at).ok());
    Some(Mention { start: place("start")?, end: place("end")?, id: value.get("id")?.as_str()? })
}

fn command_fields(command: &Command) -> Value {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    set("kind", json!("command"));
    set("verb", json!(command.verb.name()));
    if let Some(amount) = command.amount {
        set("amount", json!({"currency": amount.currency.code(), "minor": amount.minor}));
    }
    if !command.to.is_empty() {
        set("to", command.to.iter().map(|to| to.text.as_str()).collect());
    }
    for (name, said) in [("each", command.each), ("without_me", command.without_me)] {
        if said {
            set(name, json!(true));
        }
    }
    if let Some(shares) = command.shares {
        set("shares", json!(shares));
    }
    for (name, text) in [("what", &command.what), ("memo", &command.memo)] {
        if let Some(text) = text {
            set(name, json!(text));
        }
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<Value> {
        let mut output = Vec::new();
        run(input, &mut output, &|question| format!("<{}>", question.code)).unwrap();
        let text = String::from_utf8(output).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn one(line: &str) -> Value {
        let all = answers(line.as_bytes());
        assert_eq!(all.len(), 1, "{line}");
        all.into_iter().next().unwrap()
    }

    #[test]
    fn the_lines_of_the_contract() {
        assert_eq!(
            one(r#"{"text":"@obole #envoyer 50EUR @bob pour le resto"}"#),
            json!({"kind":"command","verb":"send","amount":{"currency":"EUR","minor":5000},"to":["@bob"],"memo":"pour le resto"})
        );
        assert_eq!(
            one(r#"{"text":"@obole #envoyer 1.000€ @bob"}"#),
            json!({"kind":"question","code":"amount_ambiguous","say":"<amount_ambiguous>"})
        );
        assert_eq!(one(r#"{"text":"bonjour"}"#), json!({"kind":"none"}));
    }

    #[test]
    fn every_field_has_its_say() {
        assert_eq!(one(r#"{"text":"solde","direct":true}"#)["verb"], "balance");
        assert_eq!(one(r#"{"text":"solde","direct":true,"forwarded":true}"#)["kind"], "none");
        assert_eq!(
            one(r#"{"text":"@pay #envoyer 5 @bob","service":["@pay"],"currency":"CHF"}"#)["amount"]
                ["currency"],
            "CHF"
        );
        assert_eq!(
            one(r#"{"text":"@obole send $5 @bob","dollar":"CAD"}"#)["amount"]["currency"],
            "CAD"
        );
        assert_eq!(
            one(r#"{"text":"@obole send ¥5 @bob","yen":"JPY"}"#)["amount"],
            json!({"currency":"JPY","minor":5})
        );
        let named = one(
            r#"{"text":"@obole send 5€ Bob Martin","mentions":[{"start":17,"end":27,"id":"7"}]}"#,
        );
        assert_eq!(named["to"], json!(["Bob Martin"]));
        assert_eq!(one(r#"{"text":"bonjour","more":[1],"lang":null}"#)["kind"], "none");
    }

    #[test]
    fn a_bad_line_is_answered_and_the_run_goes_on() {
        let mut input = b"{\"text\":\"a\"}\nnot json\n\n[]\n{\"text\":1}\n{\"text\":\"\xFF\"}\n{\"direct\":true}\n".to_vec();
        input.extend_from_slice(b"{\"text\":\"a\",\"direct\":\"yes\"}\n{\"text\":\"");
        input.extend(std::iter::repeat_n(b'a', 2 * LINE_BYTES_MAX));
        input.extend_from_slice(b"\"}\n{\"text\":\"a\"}");
        let kinds: Vec<_> = answers(&input)
            .iter()
            .map(|answer| answer["kind"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            kinds,
            [
                "none", "error", "error", "error", "error", "error", "error", "error", "error",
                "none"
            ]
        );
        let bad = json!({"kind":"error","code":"bad_line"});
        assert_eq!(one("nonsense"), bad);
    }
}
