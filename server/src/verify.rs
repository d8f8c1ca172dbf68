//! `obole verify`: proves a database, or its seals.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use domain::merkle::hex;
use store::{Readers, Unsound};

use crate::cli::write_line;
use crate::seals::key::PublicKey;
use crate::seals::published;
use crate::target::{DataArgs, told};

/// What `obole verify` takes.
#[derive(Args)]
pub(crate) struct VerifyArgs {
    /// Check the seals alone.
    #[arg(long)]
    seals: bool,
    /// Check that seals published before, as `obole export --format seals` wrote them, are still the same.
    #[arg(long, requires = "seals")]
    published: Option<PathBuf>,
    /// The public key under which they were published.
    #[arg(long, requires = "published")]
    key: Option<String>,
    #[command(flatten)]
    data: DataArgs,
}

/// `obole verify`.
pub(crate) fn run(args: &VerifyArgs) -> Result<ExitCode, String> {
    let readers = args.data.find()?.open()?;
    if args.seals {
        return seals(args, &readers);
    }
    let checked = readers.read(|read| Ok(store::verify(read))).map_err(|fault| told(&fault))?;
    say(checked.map(|report| sound(&report)))
}

fn seals(args: &VerifyArgs, readers: &Readers) -> Result<ExitCode, String> {
    let key = args.key.as_deref().map(PublicKey::parse).transpose()?;
    let checked =
        readers.read(|read| Ok(store::verify_seals(read))).map_err(|fault| told(&fault))?;
    let report = match checked {
        Ok(report) => report,
        Err(unsound) => return say(Err(unsound)),
    };
    let mut text = format!("sound: {} seals over {} transfers", report.seals, report.transfers);
    if let Some(last) = &report.last {
        text += &format!(
            "\n  seal {} of {} has the hash {}",
            last.number,
            last.at.to_jiff(),
            hex(&last.hash())
        );
    }
    if let Some(file) = &args.published {
        let count = published::compare(readers, file, key.as_ref())?;
        text += &format!("\n  the {count} published seals are the same");
    }
    write_line(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn say(checked: Result<String, Unsound>) -> Result<ExitCode, String> {
    let (code, text) = match checked {
        Ok(text) => (ExitCode::SUCCESS, text),
        Err(Unsound::Wrong(wrong)) => (ExitCode::FAILURE, wrong.to_string()),
        Err(Unsound::Fault(fault)) => return Err(told(&fault)),
    };
    write_line(&text)?;
    Ok(code)
}

/// What was proved, in a few lines.
pub(crate) fn sound(report: &store::Report) -> String {
    let counts = [
        ("members", report.members),
        ("wallets", report.wallets),
        ("lines", report.lines),
        ("transfers", report.transfers),
        ("payments", report.payments),
        ("top-ups", report.top_ups),
        ("items without owner", report.suspense),
        ("open holds", report.open_holds),
        ("answers", report.answers),
        ("waiting messages", report.messages),
        ("seals", report.seals),
        ("sealed texts", report.texts),
    ];
    let counts: Vec<String> =
        counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
    let mut text = format!("sound: {}", counts.join(", "));
    for totals in &report.totals {
        let house: Vec<String> =
            totals.house.iter().map(|(account, sum)| format!("{} {sum}", account.name())).collect();
        text +=
            &format!("\n  members have {}, of which {} set aside; ", totals.wallets, totals.held);
        text += &format!("the house: {}", house.join(", "));
    }
    text
}
