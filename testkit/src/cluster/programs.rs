//! PostgreSQL's programs on this machine, and the account they may run under.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use std::os::unix::process::CommandExt;

/// The variable that names a folder of programs.
pub(super) const FOLDER: &str = "OBOLE_POSTGRES";

/// The oldest version that the store is made for.
const VERSION_MIN: u32 = 15;

/// Where Debian puts each version's programs, which are not in the PATH.
const DEBIAN: &str = "/usr/lib/postgresql";

/// An account that is not root's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

/// A folder of programs of one version.
#[derive(Clone, Debug)]
pub struct Programs {
    folder: PathBuf,
    /// Who runs the server where we are root, which PostgreSQL refuses.
    pub(super) owner: Option<Owner>,
}

impl Programs {
    /// Looks in the folder that `OBOLE_POSTGRES` names; without it in the PATH, then where Debian has them, the newest
    /// first.
    #[must_use]
    pub fn find() -> Option<Self> {
        let folder = match std::env::var_os(FOLDER) {
            Some(named) => Some(PathBuf::from(named)),
            None => in_path().or_else(in_debian),
        };
        let folder = folder.filter(|folder| is_whole(folder) && is_new_enough(folder))?;
        let owner = if number("id", &["-u"]) == Some(0) { Some(stranger()?) } else { None };
        Some(Self { folder, owner })
    }

    pub(super) fn path(&self, program: &str) -> PathBuf {
        self.folder.join(program)
    }

    /// One of PostgreSQL's programs, to be run in `folder` under its owner's account and free of settings from outside.
    pub(super) fn command(&self, program: &str, folder: &Path) -> Command {
        self.as_owner(self.path(program), folder.as_os_str())
    }

    pub(super) fn as_owner(&self, program: impl AsRef<OsStr>, folder: &OsStr) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("LC_ALL", "C").env("TZ", "UTC").current_dir(folder);
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        if let Some(owner) = self.owner {
            command.uid(owner.uid).gid(owner.gid);
        }
        command
    }
}

fn is_whole(folder: &Path) -> bool {
    ["initdb", "pg_basebackup", "pg_ctl", "postgres", "psql"]
        .iter()
        .all(|program| folder.join(program).is_file())
}

fn is_new_enough(folder: &Path) -> bool {
    // "postgres (PostgreSQL) 15.4 (Debian …)", "postgres (PostgreSQL) 18beta1"
    let text = printed(folder.join("postgres"), &["--version"]).unwrap_or_default();
    let version = text.split_whitespace().nth(2).unwrap_or_default();
    let major: String = version.chars().take_while(char::is_ascii_digit).collect();
    major.parse().is_ok_and(|major: u32| major >= VERSION_MIN)
}

/// The folder of the `pg_ctl` in the PATH; a link leads to the others.
fn in_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path)
        .find_map(|folder| folder.join("pg_ctl").canonicalize().ok())?;
    found.parent().filter(|folder| is_whole(folder)).map(Path::to_owned)
}

/// A newer version may be there as a client only.
fn in_debian() -> Option<PathBuf> {
    let entries = std::fs::read_dir(DEBIAN).ok()?.flatten();
    let version = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let versions = entries.filter_map(|entry| version(&entry.path()));
    let folder = |version: u32| Path::new(DEBIAN).join(version.to_string()).join("bin");
    let whole = versions.filter(|version| is_whole(&folder(*version)));
    whole.max().map(folder)
}

/// PostgreSQL's own account, or nobody's.
fn stranger() -> Option<Owner> {
    ["postgres", "nobody"].iter().find_map(|name| {
        Some(Owner { uid: number("id", &["-u", name])?, gid: number("id", &["-g", name])? })
    })
}

fn number(program: &str, arguments: &[&str]) -> Option<u32> {
    printed(program, arguments)?.trim().parse().ok()
}

fn printed(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
