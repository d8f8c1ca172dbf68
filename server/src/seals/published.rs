//! Seals as the operator publishes them: a line of JSON each, signed; and whether a database still has them.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use store::{KeptSeal, Readers};

use super::key::{PublicKey, SealKey};
use super::text::{PublishedText, SealText};
use crate::target::told;

/// Seals that are read at once.
const PAGE: usize = 1_000;

/// Writes a line for each seal after number `after`, signed if there is a key.
pub(crate) fn write(
    readers: &Readers,
    key: Option<&SealKey>,
    after: u64,
    out: &mut dyn Write,
) -> Result<(), String> {
    let mut after = after;
    loop {
        let page = readers.read(|read| read.seals(after, PAGE)).map_err(|fault| told(&fault))?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.seal.number;
        for KeptSeal { seal, .. } in &page {
            let line = PublishedText {
                seal: SealText::of(seal),
                key: key.map(SealKey::public),
                signature: key.map(|key| key.sign(&seal.hash())),
            };
            let text = serde_json::to_string(&line).map_err(|error| error.to_string())?;
            writeln!(out, "{text}").map_err(|error| format!("cannot write: {error}"))?;
        }
    }
}

/// Compares published seals with those of a database; gives how many there are.
///
/// # Errors
/// A sentence that names the first seal that is not what was published, or not signed with `key`.
pub(crate) fn compare(
    readers: &Readers,
    file: &Path,
    key: Option<&PublicKey>,
) -> Result<u64, String> {
    let unread = |error: std::io::Error| format!("{} cannot be read: {error}", file.display());
    let mut count = 0;
    for line in BufReader::new(File::open(file).map_err(unread)?).lines() {
        let line = line.map_err(unread)?;
        let published: PublishedText = serde_json::from_str(&line)
            .map_err(|error| format!("{} is no list of seals: {error}", file.display()))?;
        let seal = published.seal.read()?;
        let signed = |key: &PublicKey| {
            published.signature.as_ref().is_some_and(|text| key.signed(&seal.hash(), text))
        };
        if !key.is_none_or(signed) {
            return Err(format!("seal {} was not published under this key", seal.number));
        }
        let own = readers.read(|read| read.seal(seal.number)).map_err(|fault| told(&fault))?;
        if own.is_none_or(|own| own.seal != seal) {
            return Err(format!("seal {} is not the one that was published", seal.number));
        }
        count += 1;
    }
    Ok(count)
}
