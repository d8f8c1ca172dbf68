//! `obole move`: from one folder to a server's database, for good.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;
use store::{BATCH_ROWS, CarryError, Move, OpenError, Progress, Server};

use crate::cli::write_line;
use crate::config::Config;
use crate::keys;
use crate::target::told;

/// How often a table's progress is told at most.
const TELL_EVERY: Duration = Duration::from_secs(2);

/// What `obole move` takes.
#[derive(Args)]
pub(crate) struct MoveArgs {
    /// The configuration of `obole serve`, which names the folder and the operator key.
    #[arg(long)]
    config: PathBuf,
    /// The new place: an empty database of a PostgreSQL, as in `postgres://user@host/name`.
    #[arg(long)]
    to: String,
}

/// `obole move`.
pub(crate) fn run(args: &MoveArgs) -> Result<ExitCode, String> {
    let config = Config::read(&args.config)?;
    if config.database.is_some() {
        return Err(format!(
            "{} names a server's database already: to move that of the folder there, take the line database out \
             while you do; nothing was changed",
            args.config.display()
        ));
    }
    let key = keys::source(Some(&config))?;
    let server = Server { url: args.to.clone(), ca: config.database_ca.clone() };
    let job = Move { folder: &config.data, server: &server, key: &key, batch_rows: BATCH_ROWS };
    let mut teller = Teller::new();
    let carried = store::carry(&job, &mut |progress| teller.tell(progress))
        .map_err(|error| format!("{}. {}", told(&error), next(&error)))?;
    write_line(&format!("moved: {} rows are the same on both sides", carried.rows))?;
    write_line(&crate::verify::sound(&carried.report))?;
    write_line(&format!(
        "The folder {} is frozen: keep it with your backups, and the operator key where it is. Put this line into {}, \
         with the password if there is one, and start the nodes:\n\n    database = \"{}\"",
        config.data.display(),
        args.config.display(),
        carried.place
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// What is to be done about an error.
fn next(error: &CarryError) -> &'static str {
    match error {
        CarryError::Open(OpenError::Moved { .. }) => "It is not moved again",
        CarryError::Open(OpenError::Busy { .. }) => {
            "Nothing was moved: end that process, and run this again"
        }
        CarryError::Open(_) => "Nothing was moved: when that is mended, run this again",
        CarryError::NotEmpty(_) => "The folder's database still counts: name a new, empty database",
        CarryError::Source(_) => {
            "Nothing was moved: look at what `obole verify` says, or restore a backup, and move that"
        }
        CarryError::Target(_) | CarryError::Differs(_) => {
            "The folder's database still counts: let nobody else write into the new one, make that anew, and run \
             this again"
        }
        CarryError::Database(_) => "Nothing is lost: run this again, and it goes on where it was",
    }
}

/// Tells on standard error how far it is.
pub(crate) struct Teller {
    begun: Instant,
    told: Instant,
    /// Rows that the table had when this run came to it.
    from: u64,
    table: String,
    /// Whether what took less than [`TELL_EVERY`] is told as well.
    all: bool,
}

impl Teller {
    pub(crate) fn new() -> Self {
        let now = Instant::now();
        Self { begun: now, told: now, from: 0, table: String::new(), all: true }
    }

    /// One that has little to say, for what is done every day.
    pub(crate) fn brief() -> Self {
        Self { all: false, ..Self::new() }
    }

    pub(crate) fn tell(&mut self, progress: Progress<'_>) {
        match progress {
            Progress::ProvingFolder => eprintln!("proving the folder's database"),
            Progress::ProvingServer => eprintln!("proving the server's database"),
            Progress::ProvingFile | Progress::Comparing { .. } if !self.all => {}
            Progress::ProvingFile => eprintln!("proving the backup"),
            Progress::Comparing { table } => eprintln!("comparing {table}"),
            Progress::Copying { table, rows, of } => self.copying(table, rows, of),
        }
    }

    fn copying(&mut self, table: &str, rows: u64, of: Option<u64>) {
        let now = Instant::now();
        if self.table != table {
            table.clone_into(&mut self.table);
            (self.begun, self.told, self.from) = (now, now, rows);
            if rows > 0 {
                eprintln!("{table}: {rows} rows are there already");
            }
        }
        if (of != Some(rows) || !self.all) && now.duration_since(self.told) < TELL_EVERY {
            return;
        }
        self.told = now;
        if let Some(pace) = pace(rows.saturating_sub(self.from), now.duration_since(self.begun)) {
            let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
            eprintln!("{table}: {rows}{of} rows, {pace} a second");
        }
    }
}

/// Rows a second; `None` where there is nothing to tell.
fn pace(rows: u64, within: Duration) -> Option<u128> {
    if rows == 0 {
        return None;
    }
    u128::from(rows).saturating_mul(1_000_000).checked_div(within.as_micros().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_in_rows_a_second() {
        assert_eq!(pace(3_000, Duration::from_millis(1_500)), Some(2_000));
        assert_eq!(pace(0, Duration::from_secs(1)), None);
        assert_eq!(pace(1, Duration::ZERO), Some(1_000_000));
    }
}
