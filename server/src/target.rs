//! Which service a command speaks to: a database folder of its own, or a running server.
//!
//! A server leaves a note in its folder, readable by its user alone, that says where it listens and by which key it
//! takes orders. A folder that no server has locked is opened by the command itself.

use std::error::Error;
use std::path::{Path, PathBuf};

use app::operate::{Order, Trouble, carry_out};
use app::words::{Reader, Words};
use clap::Args;
use domain::lang::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{KeySource, Readers, Server};

use crate::cli::TargetArgs;
use crate::client;
use crate::config::Config;
use crate::keys;
use crate::seals::key::SealKey;
use crate::serve::{House, HouseError};

/// Which database a command reads itself.
#[derive(Args, Clone)]
pub(crate) struct DataArgs {
    /// The folder of the database. Default: the configuration's, or that of the server this user started last.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The configuration of `obole serve`.
    #[arg(long)]
    config: Option<PathBuf>,
}

/// A database, and the configuration that names it.
pub(crate) struct Source {
    /// Its folder.
    pub(crate) folder: PathBuf,
    config: Option<Config>,
}

impl DataArgs {
    /// The folder that was named.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// The configuration that was named.
    pub(crate) fn config(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// Finds the database that the arguments mean.
    pub(crate) fn find(&self) -> Result<Source, String> {
        let mut config = self.config.as_deref().map(Config::read).transpose()?;
        if let (Some(config), Some(_)) = (&mut config, &self.data) {
            config.be_of_a_folder();
        }
        let named = self.data.clone().or_else(|| config.as_ref().map(|config| config.data.clone()));
        let folder = match named {
            Some(folder) => folder,
            None => last_folder()?,
        };
        Ok(Source { folder, config })
    }
}

impl Source {
    /// Where the operator's key is.
    pub(crate) fn key(&self) -> Result<KeySource, String> {
        keys::source(self.config.as_ref())
    }

    /// The server that the database is on, if it is on one.
    pub(crate) fn server(&self) -> Option<Server> {
        self.config.as_ref().and_then(Config::server)
    }

    /// Opens the database to look at it.
    pub(crate) fn open(&self) -> Result<Readers, String> {
        match self.server() {
            Some(server) => store::connect_read(server, &self.folder, &self.key()?),
            None => store::open_read_with(&self.folder, &self.key()?),
        }
        .map_err(|error| told(&error))
    }

    /// The key in `file`, or the configuration's; `None` if neither names one.
    pub(crate) fn seal_key(&self, file: Option<&Path>) -> Result<Option<SealKey>, String> {
        let configured = self.config.as_ref().and_then(|config| config.seal_key.as_deref());
        file.or(configured).map(SealKey::read).transpose()
    }
}

/// The file in a data folder that says how to reach its running server.
const NOTE: &str = "server.json";

/// How to reach a running server.
#[derive(Serialize, Deserialize, Clone)]
pub(crate) struct Note {
    /// Its address, as in `http://127.0.0.1:8080`.
    pub(crate) url: String,
    /// The name of the operator's key of this run.
    pub(crate) key: String,
    /// The secret that signs orders.
    pub(crate) secret: String,
}

/// A service to give orders to.
pub(crate) enum Target {
    /// A folder that this process opens.
    Folder(PathBuf),
    /// A running server.
    Server(Note),
}

impl Target {
    /// Finds the service that the arguments mean.
    pub(crate) fn find(args: &TargetArgs) -> Result<Self, String> {
        match &args.data {
            // A node on a server's database leaves its note alone.
            Some(folder) if !folder.join(store::FILE).is_file() => {
                read_note(folder).map(Self::Server).ok_or_else(|| {
                    format!(
                        "{} has no database; make one with obole demo --data DIR --seed-only",
                        folder.display()
                    )
                })
            }
            Some(folder) => Ok(Self::Folder(folder.clone())),
            None => read_note(&last_folder()?).map(Self::Server).ok_or_else(|| {
                "the server that ran last has ended; start it, or name a folder with --data"
                    .to_owned()
            }),
        }
    }

    /// Carries an order out and gives what to print.
    pub(crate) fn order(&self, order: Order) -> Result<Value, String> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(|error| format!("cannot start: {error}"))?;
        match self {
            Self::Server(note) => runtime.block_on(client::order(note, &order)),
            Self::Folder(folder) => match House::open_folder(folder) {
                Ok(house) => runtime.block_on(order_in(house, order)),
                Err(HouseError::Locked) => match read_note(folder) {
                    Some(note) => runtime.block_on(client::order(&note, &order)),
                    None => Err(format!("another process works in {}", folder.display())),
                },
                Err(HouseError::Other(sentence)) => Err(sentence),
            },
        }
    }
}

async fn order_in(house: House, order: Order) -> Result<Value, String> {
    let opened = house.begin()?;
    let result = carry_out(&opened.obole, order).await;
    opened.settle().await;
    opened.close().await;
    result.map_err(sentence)
}

/// What to print where an order was not carried out.
pub(crate) fn sentence(trouble: Trouble) -> String {
    match trouble {
        Trouble::Wrong(sentence) => sentence,
        Trouble::Refused(refusal) => {
            let words = Words::get(Lang::En).say(&refusal.say(), &Reader::new(Lang::En, "UTC", ""));
            format!("{} ({})", words, refusal.code())
        }
        Trouble::Unable(unable) => {
            format!("the service could not do it ({unable:?}); nothing has moved, try again")
        }
    }
}

/// A fault with its causes, for the operator's terminal.
pub(crate) fn told(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

/// A new name for a message.
pub(crate) fn new_id() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system has a source of chance");
    domain::id::shown(u128::from_be_bytes(bytes))
}

fn last_note() -> PathBuf {
    let base = std::env::var_os("XDG_STATE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".local/state")));
    base.unwrap_or_else(std::env::temp_dir).join("obole/last")
}

/// The folder of the server that this user started last.
fn last_folder() -> Result<PathBuf, String> {
    let text = std::fs::read_to_string(last_note()).map_err(|_| {
        "no server is running for this user; start one, or name a folder with --data".to_owned()
    })?;
    Ok(PathBuf::from(text.trim()))
}

/// How to reach the server of a folder, if it left word.
pub(crate) fn read_note(folder: &Path) -> Option<Note> {
    serde_json::from_str(&std::fs::read_to_string(folder.join(NOTE)).ok()?).ok()
}

/// Leaves the note of a running server. It is gone when the returned value is.
pub(crate) fn leave_note(folder: &Path, note: &Note) -> Result<Left, String> {
    let last = last_note();
    // Without this pointer commands must name the folder; that is no reason not to serve.
    if let Some(parent) = last.parent()
        && std::fs::create_dir_all(parent).is_ok()
    {
        let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        drop(write_private(&last, &absolute.display().to_string()));
    }
    let path = folder.join(NOTE);
    let text = serde_json::to_string(note).map_err(|error| error.to_string())?;
    write_private(&path, &text)
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    Ok(Left(path))
}

/// Writes a file for this user alone, at once: whoever reads it meanwhile finds the old text or the new.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let coming = path.with_extension(format!("{}.new", std::process::id()));
    drop(std::fs::remove_file(&coming));
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&coming)?;
    file.write_all(text.as_bytes())?;
    std::fs::rename(&coming, path)
}

/// A note that is removed when the server ends.
pub(crate) struct Left(PathBuf);

impl Drop for Left {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}
