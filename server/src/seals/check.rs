//! `obole check-proof`: whether a proof holds, without any database.
//!
//! A proof holds if each transfer's leaf leads up to the root of its seal and the seals follow each other. What that
//! is worth depends on what is known of the last seal: its signature under the operator's key, or its hash or root,
//! learnt from somewhere else.

use std::fs::File;
use std::io::{Read, stdin};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use domain::ledger::Transfer;
use domain::merkle::{Hash, hex, root_by_path};
use domain::seal::{Seal, leaf};

use super::key::PublicKey;
use super::text::{EntryText, ProofText, hash};
use crate::cli::write_line;

/// Bytes of a proof that are read; it has about 400 for each seal.
const PROOF_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// The form of proofs that this program makes and checks.
pub(super) const FORM: u32 = 1;

/// What `obole check-proof` takes.
#[derive(Args)]
pub(crate) struct CheckProofArgs {
    /// The proof; `-` is standard input.
    file: PathBuf,
    /// The hash of the proof's last seal, as published; or its root, for a proof of one seal.
    #[arg(long)]
    root: Option<String>,
    /// The operator's public key, which must have signed the proof's last seal.
    #[arg(long, conflicts_with = "root")]
    key: Option<String>,
}

/// What somebody knows of the last seal without us.
enum Known {
    Nothing,
    Root(Hash),
    Key(PublicKey),
}

/// `obole check-proof`.
pub(crate) fn run(args: &CheckProofArgs) -> Result<ExitCode, String> {
    let known = match (&args.root, &args.key) {
        (Some(root), _) => Known::Root(hash(root)?),
        (None, Some(key)) => Known::Key(PublicKey::parse(key)?),
        (None, None) => Known::Nothing,
    };
    let mut text = String::new();
    let unread = |error: std::io::Error| format!("{} cannot be read: {error}", args.file.display());
    let mut from: Box<dyn Read> = match args.file.as_os_str() == "-" {
        true => Box::new(stdin()),
        false => Box::new(File::open(&args.file).map_err(unread)?),
    };
    from.by_ref().take(PROOF_BYTES_MAX).read_to_string(&mut text).map_err(unread)?;
    let told = check(&text, &known).map_err(|why| format!("the proof does not hold: {why}"))?;
    told.iter().try_for_each(|line| write_line(line))?;
    Ok(ExitCode::SUCCESS)
}

/// What a proof proves, in lines; or why it does not hold.
fn check(text: &str, known: &Known) -> Result<Vec<String>, String> {
    let proof: ProofText =
        serde_json::from_str(text).map_err(|error| format!("it cannot be read: {error}"))?;
    if proof.obole_proof != FORM {
        return Err(format!("this program does not know its form {}", proof.obole_proof));
    }
    let seals = chain(&proof)?;
    let last = seals.last().ok_or("it has no seal")?;
    if proof.transfers.is_empty() {
        return Err("it has no transfer".to_owned());
    }
    let mut told = Vec::new();
    for entry in &proof.transfers {
        let transfer = entry.transfer.read()?;
        if transfer.cause.to_string() != proof.payment {
            return Err(format!("{} is not of {}", entry_name(&transfer), proof.payment));
        }
        stands(entry, &transfer, &seals)?;
        told.push(told_of(entry, &transfer));
    }
    told.push(anchor(&proof, last, seals.len(), known)?);
    Ok(told)
}

/// The proof's seals, which follow each other.
fn chain(proof: &ProofText) -> Result<Vec<Seal>, String> {
    let seals =
        proof.seals.iter().map(super::text::SealText::read).collect::<Result<Vec<_>, _>>()?;
    for (before, seal) in seals.iter().zip(seals.iter().skip(1)) {
        if !seal.follows(Some(before)) {
            return Err(format!("seal {} does not follow seal {}", seal.number, before.number));
        }
    }
    Ok(seals)
}

/// Whether a transfer stands in the seal that it names.
fn stands(entry: &EntryText, transfer: &Transfer, seals: &[Seal]) -> Result<(), String> {
    let seal = seals
        .iter()
        .find(|seal| seal.number == entry.seal)
        .ok_or_else(|| format!("seal {} is not in it", entry.seal))?;
    let path = entry.path.iter().map(|text| hash(text)).collect::<Result<Vec<_>, _>>()?;
    match root_by_path(leaf(transfer), entry.index, seal.count, &path) {
        Some(root) if root == seal.root => Ok(()),
        Some(_) | None => {
            Err(format!("{} does not stand in seal {}", entry_name(transfer), seal.number))
        }
    }
}

/// What is known of the last seal, and so of all.
fn anchor(proof: &ProofText, last: &Seal, seals: usize, known: &Known) -> Result<String, String> {
    let (number, own) = (last.number, last.hash());
    match known {
        Known::Nothing => Ok(format!(
            "The proof agrees with itself. It proves these transfers to whoever has learnt from elsewhere that seal \
             {number} has the hash {}.",
            hex(&own)
        )),
        Known::Root(known) if *known == own => {
            Ok(format!("Seal {number} has the hash that you named."))
        }
        Known::Root(known) if seals == 1 && *known == last.root => {
            Ok(format!("Seal {number} has the root that you named."))
        }
        Known::Root(_) => Err(format!("seal {number} has another hash, {}", hex(&own))),
        Known::Key(key) => match &proof.signature {
            Some(signature) if key.signed(&own, signature) => {
                Ok(format!("Seal {number} is signed with the key that you named."))
            }
            Some(_) => Err(format!("seal {number} is not signed with the key that you named")),
            None => Err("it is not signed; ask for one made with --seal-key".to_owned()),
        },
    }
}

fn entry_name(transfer: &Transfer) -> String {
    domain::seal::TransferId::of(transfer).to_string()
}

fn told_of(entry: &EntryText, transfer: &Transfer) -> String {
    format!(
        "{} ({}): {} from {:?} to {:?} at {} stands in seal {}, entry {}.",
        entry_name(transfer),
        transfer.kind.name(),
        transfer.amount,
        transfer.debit,
        transfer.credit,
        transfer.at.to_jiff(),
        entry.seal,
        entry.index
    )
}
