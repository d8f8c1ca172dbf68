//! `obole export`: the ledger and its seals, for other programs.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use domain::member::Network;

use crate::seals::published;
use crate::target::{DataArgs, Source, told};

/// What `obole export` takes.
#[derive(Args)]
pub(crate) struct ExportArgs {
    /// The form.
    #[arg(long, value_enum)]
    format: Format,
    /// Whose archive: a handle on the square.
    #[arg(long)]
    member: Option<String>,
    /// Seals after this number only.
    #[arg(long, default_value_t = 0)]
    after: u64,
    /// Sign seals with the key in this file. Default: the configuration's, if there is one.
    #[arg(long)]
    seal_key: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A journal for hledger.
    Hledger,
    /// Comma-separated values.
    Csv,
    /// A ledger for beancount, which asserts every balance.
    Beancount,
    /// Everything that is kept about one member, as JSON.
    Archive,
    /// Seals, a line of JSON each.
    Seals,
}

/// `obole export`.
pub(crate) fn run(args: &ExportArgs) -> Result<ExitCode, String> {
    let source = args.data.find()?;
    let mut out = BufWriter::new(stdout().lock());
    match args.format {
        Format::Hledger => ledger(&source, store::export::hledger, &mut out)?,
        Format::Csv => ledger(&source, store::export::csv, &mut out)?,
        Format::Beancount => ledger(&source, store::export::beancount, &mut out)?,
        Format::Archive => {
            let member = args.member.as_deref().ok_or("whose archive? name them with --member")?;
            archive(&source, member, &mut out)?;
        }
        Format::Seals => {
            let key = source.seal_key(args.seal_key.as_deref())?;
            let readers = source.open()?;
            published::write(&readers, key.as_ref(), args.after, &mut out)?;
        }
    }
    out.flush().map_err(|error| format!("cannot write: {error}"))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the whole ledger in one form.
type Form = fn(&store::Reader, &mut dyn Write) -> Result<(), store::export::ExportError>;

fn ledger(source: &Source, write: Form, out: &mut dyn Write) -> Result<(), String> {
    let readers = source.open()?;
    let written = readers.read(|read| Ok(write(read, out)));
    written.map_err(|fault| told(&fault))?.map_err(|error| told(&error))
}

fn archive(source: &Source, handle: &str, out: &mut dyn Write) -> Result<(), String> {
    let name = handle.trim_start_matches('@').to_lowercase();
    let readers = source.open()?;
    let written = readers.read(|read| {
        let profile = read.profile_by_handle(Network::SQUARE, &name)?;
        Ok(profile.map(|profile| store::export::archive(read, &profile, out)))
    });
    let written = written.map_err(|fault| told(&fault))?;
    written.ok_or_else(|| format!("there is no member @{name}"))?.map_err(|error| told(&error))
}
