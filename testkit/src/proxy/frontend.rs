//! What a client of PostgreSQL sends, split into messages: enough of protocol 3 to know a commit.

use std::collections::HashMap;
use std::io;

/// The longest message that is believed, in bytes. A longer one is no message but another protocol.
const MESSAGE_BYTES_MAX: usize = 1 << 28;

/// What a client sends instead of a version, to ask for encryption: by TLS, by GSSAPI.
const WANTS_ENCRYPTION: [u32; 2] = [80_877_103, 80_877_104];

/// A piece of what the client sent.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// It asks whether the server encrypts, and goes on once it has an answer.
    WantsEncryption,
    /// A message.
    Message(Vec<u8>),
    /// The message that makes the server commit.
    Commit(Vec<u8>),
}

/// What was sent and not yet given on.
#[derive(Debug, Default)]
pub(super) struct Frontend {
    bytes: Vec<u8>,
    at: usize,
    started: bool,
    /// Whether a prepared statement commits.
    statements: HashMap<Vec<u8>, bool>,
    /// Whether a portal runs such a statement.
    portals: HashMap<Vec<u8>, bool>,
}

impl Frontend {
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.at);
        self.at = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole message.
    ///
    /// # Errors
    /// What is sent cannot be messages.
    pub(super) fn next(&mut self) -> io::Result<Option<Part>> {
        let rest = &self.bytes[self.at..];
        // The first message has no letter in front of its length.
        let letter = usize::from(self.started);
        let Some(length) = word(rest, letter) else { return Ok(None) };
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if !(4..=MESSAGE_BYTES_MAX).contains(&length) {
            let text = format!("a message of {length} bytes is none of PostgreSQL's");
            return Err(io::Error::new(io::ErrorKind::InvalidData, text));
        }
        let Some(message) = rest.get(..letter + length) else { return Ok(None) };
        let message = message.to_vec();
        self.at += message.len();
        if self.started {
            return Ok(Some(self.know(message)));
        }
        if word(&message, 4).is_some_and(|code| WANTS_ENCRYPTION.contains(&code)) {
            return Ok(Some(Part::WantsEncryption));
        }
        self.started = true;
        Ok(Some(Part::Message(message)))
    }

    fn know(&mut self, message: Vec<u8>) -> Part {
        let mut texts = message[5..].split(|byte| *byte == 0);
        let mut text = || texts.next().unwrap_or_default();
        let commits = match message[0] {
            b'Q' => is_commit(text()),
            b'P' => {
                let name = text().to_vec();
                let commits = is_commit(text());
                self.statements.insert(name, commits);
                false
            }
            b'B' => {
                let portal = text().to_vec();
                let commits = self.statements.get(text()).copied().unwrap_or_default();
                self.portals.insert(portal, commits);
                false
            }
            b'E' => self.portals.get(text()).copied().unwrap_or_default(),
            _ => false,
        };
        if commits { Part::Commit(message) } else { Part::Message(message) }
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

/// Whether one of these statements is a commit. A semicolon within a text counts as the end of a statement, which is
/// near enough for what programs send.
fn is_commit(text: &[u8]) -> bool {
    String::from_utf8_lossy(text).split(';').any(|statement| {
        let word = statement.split_whitespace().next().unwrap_or_default();
        ["commit", "end"].iter().any(|commit| word.eq_ignore_ascii_case(commit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(letter: u8, body: &[u8]) -> Vec<u8> {
        let length = u32::try_from(body.len() + 4).unwrap().to_be_bytes();
        [&[letter][..], &length, body].concat()
    }

    fn startup() -> Vec<u8> {
        [&9_u32.to_be_bytes()[..], &196_608_u32.to_be_bytes(), b"\0"].concat()
    }

    /// Every part of these bytes, sent in pieces of `count`.
    fn parts(bytes: &[u8], count: usize) -> Vec<Part> {
        let mut frontend = Frontend::default();
        let mut parts = Vec::new();
        for piece in bytes.chunks(count) {
            frontend.take(piece);
            while let Some(part) = frontend.next().unwrap() {
                parts.push(part);
            }
        }
        parts
    }

    #[test]
    fn commits_are_known_however_they_are_sent() {
        let sent = [
            (message(b'Q', b"BEGIN\0"), false),
            (message(b'Q', b"SELECT 'commit'\0"), false),
            (message(b'Q', b" commit work ;\0"), true),
            (message(b'Q', b"INSERT INTO t VALUES (1); End\0"), true),
            (message(b'P', b"s1\0COMMIT\0\0\0"), false),
            (message(b'P', b"s2\0SELECT 1\0\0\0"), false),
            (message(b'B', b"p1\0s1\0\0\0\0\0\0\0"), false),
            (message(b'B', b"p2\0s2\0\0\0\0\0\0\0"), false),
            (message(b'E', b"p2\0\0\0\0\0"), false),
            (message(b'E', b"p1\0\0\0\0\0"), true),
            (message(b'S', b""), false),
            // The portal without a name is another each time.
            (message(b'B', b"\0s1\0\0\0\0\0\0\0"), false),
            (message(b'B', b"\0s2\0\0\0\0\0\0\0"), false),
            (message(b'E', b"\0\0\0\0\0"), false),
        ];
        let mut bytes = startup();
        let mut expected = vec![Part::Message(startup())];
        for (message, commits) in sent {
            bytes.extend_from_slice(&message);
            expected.push(if commits { Part::Commit(message) } else { Part::Message(message) });
        }
        for count in [1, 7, bytes.len()] {
            assert_eq!(parts(&bytes, count), expected, "in pieces of {count}");
        }
    }

    #[test]
    fn encryption_is_asked_for_before_the_start() {
        let asks = |code: u32| [8_u32.to_be_bytes(), code.to_be_bytes()].concat();
        let bytes = [asks(80_877_104), asks(80_877_103), startup()].concat();
        let expected = [Part::WantsEncryption, Part::WantsEncryption, Part::Message(startup())];
        assert_eq!(parts(&bytes, 3), expected);
    }

    #[test]
    fn another_protocol_is_refused() {
        let mut frontend = Frontend::default();
        frontend.take(b"GET / HTTP/1.1\r\n");
        assert_eq!(frontend.next().unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
