//! `obole backup` and `obole restore`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use store::{BackupError, CarryError, Copied, OpenError};

use crate::carry::Teller;
use crate::cli::write_line;
use crate::config::Config;
use crate::keys;
use crate::target::{DataArgs, told};

/// What `obole backup` takes.
#[derive(Args)]
pub(crate) struct BackupArgs {
    /// The new file.
    #[arg(required_unless_present = "into", conflicts_with = "into")]
    file: Option<PathBuf>,
    /// A folder of backups, in which the new one is named after its instant.
    #[arg(long)]
    into: Option<PathBuf>,
    /// Remove all but the newest of the folder's backups, this one included, once it is proved.
    #[arg(long, requires = "into", conflicts_with = "file", value_parser = clap::value_parser!(u16).range(1..))]
    keep: Option<u16>,
    #[command(flatten)]
    data: DataArgs,
}

/// What `obole restore` takes.
#[derive(Args)]
pub(crate) struct RestoreArgs {
    /// The backup.
    file: PathBuf,
    /// The folder of the database, which must be new, or empty but for its `obole.key`. Default: what the
    /// configuration names, a folder or an empty database on a server.
    #[arg(long, required_unless_present = "config")]
    data: Option<PathBuf>,
    /// The configuration that names the operator key. Default: `OBOLE_KEY`, or `obole.key` in the folder.
    #[arg(long)]
    config: Option<PathBuf>,
}

/// `obole backup`.
pub(crate) fn run(args: &BackupArgs) -> Result<ExitCode, String> {
    let source = args.data.find()?;
    let file = match (&args.file, &args.into) {
        (Some(file), _) => file.clone(),
        (None, Some(into)) => {
            fs::create_dir_all(into)
                .map_err(|error| format!("{} cannot be made: {error}", into.display()))?;
            into.join(name())
        }
        (None, None) => return Err("name a file, or a folder with --into".to_owned()),
    };
    let (folder, key) = (&source.folder, &source.key()?);
    let copied = match source.server() {
        Some(server) => {
            let mut teller = Teller::brief();
            store::backup_server(&server, &file, (folder, key), &mut |step| teller.tell(step))
        }
        None => store::backup(folder, &file, key),
    }
    .map_err(|error| told(&error))?;
    write_line(&format!("{}: {}", file.display(), proved(&copied)))?;
    if let (Some(into), Some(keep)) = (&args.into, args.keep) {
        for old in prune(into, usize::from(keep))? {
            write_line(&format!("removed {}", old.display()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `obole restore`.
pub(crate) fn restore(args: &RestoreArgs) -> Result<ExitCode, String> {
    let config = args.config.as_deref().map(Config::read).transpose()?;
    let key = keys::source(config.as_ref())?;
    let server = config.as_ref().filter(|_| args.data.is_none()).and_then(Config::server);
    let named = args.data.as_ref().or_else(|| config.as_ref().map(|config| &config.data));
    let folder = named.ok_or("name a folder with --data, or a configuration with --config")?;
    let (place, restored) = match server {
        Some(server) => {
            let mut teller = Teller::new();
            let tell = &mut |step: store::Progress<'_>| teller.tell(step);
            let restored = store::restore_to_server(&args.file, &server, (folder, &key), tell);
            ("the server's database".to_owned(), restored)
        }
        None => (folder.display().to_string(), store::restore(&args.file, folder, &key)),
    };
    let copied = restored.map_err(|error| format!("{}{}", told(&error), next(&error)))?;
    write_line(&format!("{place}: {}", proved(&copied)))?;
    write_line(&format!(
        "The service goes back to {}: what came after is not in it.",
        copied.at.to_jiff()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// What is to be done about a restore to a server that did not come to its end.
fn next(error: &BackupError) -> &'static str {
    match error {
        BackupError::Carry(CarryError::NotEmpty(_)) => ". Name a new, empty database",
        BackupError::Carry(CarryError::Target(_) | CarryError::Differs(_)) => {
            ". Let nobody else write into the new database, make it anew, and run this again"
        }
        BackupError::Carry(CarryError::Database(_) | CarryError::Open(OpenError::Database(_))) => {
            ". Nothing is lost: run this again, and it goes on where it was"
        }
        BackupError::Carry(CarryError::Source(_) | CarryError::Open(_))
        | BackupError::Exists(_)
        | BackupError::InUse(_)
        | BackupError::File { .. }
        | BackupError::Open(_)
        | BackupError::Unsound(_)
        | BackupError::Differs(_)
        | BackupError::Database(_) => "",
    }
}

fn proved(copied: &Copied) -> String {
    format!(
        "{} bytes, everything until {}\n{}",
        copied.bytes,
        copied.at.to_jiff(),
        crate::verify::sound(&copied.report)
    )
}

const PREFIX: &str = "obole-";
const ENDING: &str = ".db";

/// The name of a backup that begins now; names sort by time.
fn name() -> String {
    let now = jiff::Timestamp::now();
    format!("{PREFIX}{}{ENDING}", now.strftime("%Y%m%dT%H%M%SZ"))
}

/// Whether a file has the name of a backup that [`name`] made; no other is ever removed.
fn is_ours(name: &str) -> bool {
    let stamp = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(ENDING));
    stamp.is_some_and(|stamp| {
        stamp.len() == 16
            && stamp.bytes().enumerate().all(|(index, byte)| match index {
                8 => byte == b'T',
                15 => byte == b'Z',
                _ => byte.is_ascii_digit(),
            })
    })
}

/// Removes the oldest backups of a folder until `keep` are left; gives what was removed.
fn prune(folder: &Path, keep: usize) -> Result<Vec<PathBuf>, String> {
    let unread = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let name = entry.map_err(unread)?.file_name();
        names.extend(name.into_string().ok().filter(|name| is_ours(name)));
    }
    names.sort_unstable();
    let surplus = names.len().saturating_sub(keep);
    let old: Vec<PathBuf> = names.iter().take(surplus).map(|name| folder.join(name)).collect();
    for file in &old {
        fs::remove_file(file)
            .map_err(|error| format!("{} cannot be removed: {error}", file.display()))?;
    }
    Ok(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_ours() {
        assert!(is_ours(&name()));
        for other in [
            "obole.db",
            "obole-2026.db",
            "obole-20260115T120000Z.db.1.partial",
            "obole-2026011xT120000Z.db",
        ] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
