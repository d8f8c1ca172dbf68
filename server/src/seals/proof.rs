//! `obole proof`: what proves a payment's transfers to somebody who knows a later seal.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use domain::id::PaymentId;
use domain::port::Fault;
use domain::seal::Seal;
use store::{Reader, Sealed};

use super::check::FORM;
use super::key::SealKey;
use super::text::{EntryText, ProofText, SealText, TransferText};
use crate::cli::write_line;
use crate::target::{DataArgs, told};

/// Seals that a proof may run through.
const CHAIN_MAX: u64 = 100_000;

/// Seals that are read at once.
const PAGE: usize = 1_000;

/// What `obole proof` takes.
#[derive(Args)]
pub(crate) struct ProofArgs {
    /// The payment or top-up, as in `pay_…`.
    payment: String,
    /// Go on to this later seal, which the other side knows. Default: the last that the payment needs.
    #[arg(long)]
    to: Option<u64>,
    /// Sign with the key in this file. Default: the configuration's, if there is one.
    #[arg(long)]
    seal_key: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
}

/// `obole proof`.
pub(crate) fn run(args: &ProofArgs) -> Result<ExitCode, String> {
    let id = PaymentId::parse(&args.payment)
        .ok_or_else(|| format!("{:?} is no payment's name", args.payment))?;
    let source = args.data.find()?;
    let key = source.seal_key(args.seal_key.as_deref())?;
    let readers = source.open()?;
    let found = readers.read(|read| gather(read, id, args.to)).map_err(|fault| told(&fault))?;
    let (sealed, seals) = found?;
    let last = seals.last().ok_or("there is no seal to prove it by")?;
    let proof = ProofText {
        obole_proof: FORM,
        payment: id.to_string(),
        transfers: sealed.iter().map(entry).collect(),
        seals: seals.iter().map(SealText::of).collect(),
        key: key.as_ref().map(SealKey::public),
        signature: key.as_ref().map(|key| key.sign(&last.hash())),
    };
    write_line(&serde_json::to_string_pretty(&proof).map_err(|error| error.to_string())?)?;
    Ok(ExitCode::SUCCESS)
}

fn entry(sealed: &Sealed) -> EntryText {
    EntryText {
        transfer: TransferText::of(&sealed.transfer),
        seal: sealed.seal,
        index: sealed.index,
        path: sealed.path.iter().map(|hash| domain::merkle::hex(hash)).collect(),
    }
}

/// The payment's transfers, and the seals from the first one's to the last that is needed or asked for; or why not.
type Gathered = Result<(Vec<Sealed>, Vec<Seal>), String>;

fn gather(read: &Reader, id: PaymentId, to: Option<u64>) -> Result<Gathered, Fault> {
    let mut sealed = Vec::new();
    for (transfer, proof) in read.sealed(id)? {
        match proof {
            Some(proof) => sealed.push(proof),
            None => {
                let place = domain::seal::TransferId::of(&transfer);
                return Ok(Err(format!(
                    "{place} is not sealed yet; wait for the next seal, or make one with obole admin seal"
                )));
            }
        }
    }
    let numbers = sealed.iter().map(|sealed| sealed.seal);
    let (Some(from), Some(needed)) = (numbers.clone().min(), numbers.max()) else {
        return Ok(Err(format!("no money has moved for {id}")));
    };
    let to = to.unwrap_or(needed);
    if to < needed || to.saturating_sub(from) >= CHAIN_MAX {
        return Ok(Err(format!(
            "--to: from {needed}, where the payment is sealed, and {CHAIN_MAX} further at most"
        )));
    }
    let seals = chain(read, from, to)?;
    if seals.last().map(|seal| seal.number) != Some(to) {
        return Ok(Err(format!("there is no seal {to}")));
    }
    Ok(Ok((sealed, seals)))
}

fn chain(read: &Reader, from: u64, to: u64) -> Result<Vec<Seal>, Fault> {
    let (mut seals, mut after) = (Vec::new(), from.saturating_sub(1));
    while after < to {
        let page = read.seals(after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = last.seal.number;
        seals.extend(page.into_iter().map(|kept| kept.seal).filter(|seal| seal.number <= to));
    }
    Ok(seals)
}
