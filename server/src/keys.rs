//! The operator's key: where it is, and another one in its place.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use store::{KeyError, KeySource, OpenError, OperatorKey};

use crate::cli::write_line;
use crate::config::Config;
use crate::target::{DataArgs, told};

/// Holds the key's 64 hexadecimal digits where no file is configured.
pub(crate) const VARIABLE: &str = "OBOLE_KEY";

/// Where the operator's key is: the configuration's file, else the environment, else beside the database.
///
/// # Errors
/// A sentence if the environment holds something that is no key; it does not say what.
pub(crate) fn source(config: Option<&Config>) -> Result<KeySource, String> {
    if let Some(file) = config.and_then(|config| config.key_file.clone()) {
        return Ok(KeySource::File(file));
    }
    match std::env::var(VARIABLE) {
        Ok(text) => OperatorKey::parse(&text).map(KeySource::Given).ok_or_else(|| {
            format!("{VARIABLE} holds no operator key, which is 64 hexadecimal digits")
        }),
        Err(_) => Ok(KeySource::Beside),
    }
}

/// What `obole admin rotate-key` takes.
#[derive(Args)]
pub(crate) struct RotateArgs {
    /// Write the new key into this new file. Default: it takes the place of the old one's file.
    #[arg(long)]
    into: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
}

/// `obole admin rotate-key`.
pub(crate) fn rotate(args: &RotateArgs) -> Result<ExitCode, String> {
    let database = args.data.find()?;
    let source = database.key()?;
    if args.into.is_none() && matches!(source, KeySource::Given(_)) {
        return Err(format!("the key is in {VARIABLE}: name a file for the new one with --into"));
    }
    let new = match &args.into {
        None => None,
        Some(file) => {
            let key =
                OperatorKey::new().map_err(|error| format!("no chance to be had: {error}"))?;
            key.write(file).map_err(|error| told(&error))?;
            Some(key)
        }
    };
    let server = database.server();
    let rotated = match &server {
        Some(server) => store::rotate_on_server(server, &database.folder, &source, new.as_ref()),
        None => store::rotate(&database.folder, &source, new.as_ref()),
    }
    .map_err(|error| not_rotated(&error, args.into.as_deref()))?;
    write_line(&format!("{} keys are wrapped by {}", rotated.keys, rotated.fingerprint))?;
    if let Some(file) = &args.into {
        write_line(&format!(
            "The key is in {0}: name {0} as key_file, or put it into {VARIABLE}.",
            file.display()
        ))?;
    } else if let Some(file) = &rotated.file {
        write_line(&format!("The key is in {}; keep a copy elsewhere.", file.display()))?;
    }
    if server.is_some() {
        write_line("Every node needs it to start: give it to all of them first.")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What to print where the key is the old one, or may be.
fn not_rotated(error: &OpenError, into: Option<&Path>) -> String {
    if matches!(error, OpenError::Key(KeyError::Unclear { .. })) {
        return told(error);
    }
    let unused = into.map(|file| format!("; {} is of no use", file.display()));
    format!("{}; the old key still counts{}", told(error), unused.unwrap_or_default())
}
