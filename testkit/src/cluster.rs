//! A PostgreSQL of a test's own: in a folder that nobody else sees, on a socket in that folder, and gone afterwards.
//!
//! Start at [`Cluster::shared`]: one cluster for all tests of a binary, and [`Cluster::database`] for each test. Whoever
//! stops, kills or doubles a cluster starts one with [`Cluster::start`]. A shell beside each cluster waits for the end
//! of its test, however it comes, then stops the server and removes the folder; should that shell be killed as well,
//! the next start cleans up. Nothing of this machine's own PostgreSQL is read or touched but its programs.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant, SystemTime};

use crate::proxy::{Address, Proxy};

mod disk;
mod programs;

pub use self::disk::Disk;
pub use self::programs::Programs;

/// Where this variable is set, a machine without PostgreSQL runs the other tests.
pub const SKIP: &str = "OBOLE_SKIP_POSTGRES";

/// How the folders of all clusters begin.
const FOLDER: &str = "obole-postgres-";

/// Longest path of a folder for a socket in it; the system allows 107 bytes for the whole.
const FOLDER_BYTES_MAX: usize = 80;

/// After this long, a folder without a lock belongs to nobody who is still beginning.
const BEGINNING: Duration = Duration::from_secs(600);

/// Connections a server takes.
const CONNECTIONS: u32 = 200;

/// How long to wait for a standby to follow.
const FOLLOW: Duration = Duration::from_secs(30);

/// The account that owns a cluster and all its databases.
const USER: &str = "postgres";

/// How a cluster is run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether a commit waits for the disk. Tests of what a crash leaves need it; the others are faster without.
    pub fsync: bool,
    /// Whether it can be reached on the loopback address as well, by everybody on this machine.
    pub tcp: bool,
    /// Megabytes of a disk of its own for its data, which only root may give it ([`Disk::is_allowed`]).
    pub disk_mb: Option<u32>,
    /// More lines for its configuration: names and values, which win over all others.
    pub more: Vec<(&'static str, &'static str)>,
}

/// How a cluster ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// Open transactions are undone, everything is on the disk.
    Fast,
    /// As by a power cut: the next start recovers from the log.
    Immediate,
}

impl Stop {
    fn mode(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::Immediate => "immediate",
        }
    }
}

/// A running PostgreSQL; dropped, it is stopped and its folder removed.
#[derive(Debug)]
pub struct Cluster {
    programs: Programs,
    folder: PathBuf,
    port: u16,
    // Held as long as the cluster is somebody's; the system lets go of it when this process ends.
    _lock: File,
    guard: Option<Child>,
    disk: Option<Disk>,
    named: AtomicU32,
    // Making a database copies a template that nobody may use meanwhile.
    making: Mutex<()>,
}

impl Cluster {
    /// The cluster that all tests of this binary share: without fsync, started by the first who asks. `None` on a
    /// machine without PostgreSQL where [`SKIP`] says that this is known.
    ///
    /// # Panics
    /// If it cannot be started, or PostgreSQL is not here and nobody has said so.
    pub fn shared() -> Option<&'static Self> {
        static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();
        SHARED.get_or_init(|| Self::start_or_skip(&Settings::default())).as_ref()
    }

    /// A cluster of the caller's own, or `None` as [`Cluster::shared`].
    ///
    /// # Panics
    /// As [`Cluster::shared`].
    #[must_use]
    pub fn start_or_skip(settings: &Settings) -> Option<Self> {
        let Some(programs) = Programs::find() else {
            assert!(
                std::env::var_os(SKIP).is_some(),
                "PostgreSQL 15 or newer is not here: install Debian's package postgresql, name its folder of programs \
                 in {}, or set {SKIP}=1",
                programs::FOLDER
            );
            return None;
        };
        match Self::start(programs, settings) {
            Ok(cluster) => Some(cluster),
            Err(error) => panic!("a private PostgreSQL cannot be started: {error}"),
        }
    }

    /// Makes a cluster and starts it.
    ///
    /// # Errors
    /// What the programs say.
    pub fn start(programs: Programs, settings: &Settings) -> io::Result<Self> {
        let mut cluster = Self::make(programs, settings.tcp)?;
        let data = cluster.data();
        if let Some(megabytes) = settings.disk_mb {
            cluster.disk = Some(Disk::mount(&data, megabytes)?);
            if let Some(owner) = cluster.programs.owner {
                chown(&data, Some(owner.uid), Some(owner.gid))?;
            }
        }
        cluster.run("initdb", |initdb| {
            initdb.arg("-D").arg(&data).args(["-U", USER, "-A", "trust", "-E", "UTF8"]);
            initdb.args(["--locale=C", "--no-sync", "--no-instructions"]);
        })?;
        cluster.configure(settings)?;
        cluster.start_again()?;
        Ok(cluster)
    }

    /// A folder with its lock and its guard, and no server yet.
    fn make(programs: Programs, tcp: bool) -> io::Result<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let home = home();
        clean(&home, &programs);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = home.join(format!("{FOLDER}{}-{number}", std::process::id()));
        fs::create_dir(&folder)?;
        // Locked before it has its name, so that nobody takes the folder for one that was left behind.
        let lock = File::create(folder.join("lock.new"))?;
        lock.lock()?;
        fs::rename(folder.join("lock.new"), folder.join("lock"))?;
        fs::set_permissions(&folder, Permissions::from_mode(0o700))?;
        if let Some(owner) = programs.owner {
            chown(&folder, Some(owner.uid), Some(owner.gid))?;
        }
        let port = if tcp { free_port()? } else { 5432 };
        let guard = Some(guard(&programs, &folder)?);
        let (named, making) = (AtomicU32::new(0), Mutex::new(()));
        Ok(Self { programs, folder, port, _lock: lock, guard, disk: None, named, making })
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn run(&self, program: &str, arguments: impl FnOnce(&mut Command)) -> io::Result<String> {
        let mut command = self.programs.command(program, &self.folder);
        arguments(&mut command);
        finish(command, "")
    }

    /// Adds to the configuration; the last of equal names wins.
    fn configure(&self, settings: &Settings) -> io::Result<()> {
        let on = |yes: bool| if yes { "on" } else { "off" }.to_owned();
        let mut lines = vec![
            ("fsync", on(settings.fsync)),
            ("listen_addresses", if settings.tcp { "127.0.0.1".to_owned() } else { String::new() }),
            ("max_connections", CONNECTIONS.to_string()),
            ("shared_buffers", "64MB".to_owned()),
            ("timezone", "UTC".to_owned()),
            ("lc_messages", "C".to_owned()),
            // A standby that is begun later finds what it needs.
            ("wal_level", "replica".to_owned()),
            ("wal_keep_size", "256MB".to_owned()),
        ];
        lines.extend(self.place());
        lines.extend(settings.more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        self.append(&lines)
    }

    fn place(&self) -> [(&'static str, String); 2] {
        let folder = self.folder.display().to_string();
        [("port", self.port.to_string()), ("unix_socket_directories", folder)]
    }

    fn append(&self, lines: &[(&str, String)]) -> io::Result<()> {
        let mut file = File::options().append(true).open(self.data().join("postgresql.conf"))?;
        for (name, value) in lines {
            writeln!(file, "{name} = '{}'", value.replace('\'', "''"))?;
        }
        Ok(())
    }

    /// Starts a server that was stopped or killed and waits until it takes connections.
    ///
    /// # Errors
    /// The end of its log.
    pub fn start_again(&self) -> io::Result<()> {
        let log = self.folder.join("log");
        let started = self.run("pg_ctl", |pg_ctl| {
            pg_ctl.arg("-D").arg(self.data()).arg("-l").arg(&log);
            pg_ctl.args(["-w", "-t", "60", "-s", "start"]);
        });
        started.map(drop).map_err(|error| {
            let text = fs::read_to_string(&log).unwrap_or_default();
            let lines: Vec<&str> = text.lines().rev().take(8).collect();
            let tail: Vec<&str> = lines.into_iter().rev().collect();
            io::Error::other(format!("{error}\n{}", tail.join("\n")))
        })
    }

    /// Ends the server and waits for it. Its folder stays, for [`Cluster::start_again`].
    ///
    /// # Errors
    /// If it does not run.
    pub fn stop(&self, how: Stop) -> io::Result<()> {
        self.run("pg_ctl", |pg_ctl| {
            pg_ctl.arg("-D").arg(self.data()).args(["-m", how.mode(), "-w", "-s", "stop"]);
        })
        .map(drop)
    }

    /// The disk of its own, where it has one.
    #[must_use]
    pub const fn disk(&self) -> Option<&Disk> {
        self.disk.as_ref()
    }

    /// Where a client finds a database: a URL that libpq and tokio-postgres read.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        url(&self.folder, self.port, database)
    }

    /// The same by the loopback address; only where [`Settings::tcp`] was set.
    #[must_use]
    pub fn tcp_url(&self, database: &str) -> String {
        format!("postgresql://{USER}@127.0.0.1:{}/{database}", self.port)
    }

    /// The file of its socket.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.folder.join(socket_name(self.port))
    }

    /// The port of its socket's name and, where it listens there, of the loopback address.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Runs statements in a database, all or none of them, and gives the rows: a line each, columns split by `|`.
    ///
    /// # Errors
    /// What the server says.
    pub fn sql(&self, database: &str, text: &str) -> io::Result<String> {
        let mut psql = self.programs.command("psql", &self.folder);
        psql.args(["-X", "-q", "-A", "-t", "-1", "-v", "ON_ERROR_STOP=1", "-f", "-", "-d"]);
        psql.arg(self.url(database));
        finish(psql, text)
    }

    /// What the server has written into its log.
    ///
    /// # Errors
    /// The system's.
    pub fn log(&self) -> io::Result<String> {
        Ok(String::from_utf8_lossy(&fs::read(self.folder.join("log"))?).into_owned())
    }

    /// One statement outside a transaction.
    fn alone(&self, text: &str) -> io::Result<String> {
        let mut psql = self.programs.command("psql", &self.folder);
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d"]);
        psql.arg(self.url("postgres")).args(["-c", text]);
        finish(psql, "")
    }

    /// A new, empty database.
    ///
    /// # Errors
    /// What the server says.
    pub fn database(&self) -> io::Result<Database<'_>> {
        self.database_like("template0")
    }

    /// A new database with everything that `template` has. Nobody may be connected to the template.
    ///
    /// # Errors
    /// What the server says.
    pub fn database_like(&self, template: &str) -> io::Result<Database<'_>> {
        let name = format!("test_{}", self.named.fetch_add(1, Ordering::Relaxed));
        let _turn = self.making.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.alone(&format!("CREATE DATABASE {name} TEMPLATE {template}"))?;
        Ok(Database { cluster: self, name })
    }

    /// Begins a standby that follows this cluster, and lets every commit here wait until it is on the standby's disk
    /// as well. Its settings are this cluster's.
    ///
    /// # Errors
    /// What the programs say, or that it does not follow.
    pub fn standby(&self, name: &str) -> io::Result<Self> {
        let standby = Self::make(self.programs.clone(), false)?;
        let primary = format!(
            "host={} port={} user={USER} application_name={name}",
            self.folder.display(),
            self.port
        );
        standby.run("pg_basebackup", |backup| {
            backup.arg("-D").arg(standby.data()).args(["-d", &primary, "-R", "-X", "stream"]);
            backup.args(["-c", "fast", "--no-sync"]);
        })?;
        standby.append(&standby.place())?;
        standby.append(&[("listen_addresses", String::new())])?;
        // It must not wait for a standby of its own once it is promoted.
        let auto = standby.data().join("postgresql.auto.conf");
        let text = fs::read_to_string(&auto)?;
        let kept = text.lines().filter(|line| !line.starts_with("synchronous_standby_names"));
        fs::write(&auto, kept.map(|line| format!("{line}\n")).collect::<String>())?;
        standby.start_again()?;
        self.alone(&format!("ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 ({name})'"))?;
        self.alone("SELECT pg_reload_conf()")?;
        let follows = format!(
            "SELECT count(*) FROM pg_stat_replication
             WHERE application_name = '{name}' AND state = 'streaming' AND sync_state = 'sync'"
        );
        self.wait_for(&follows, "1")?;
        Ok(standby)
    }

    /// Lets commits wait for no standby any more, as an operator does when the standby is gone.
    ///
    /// # Errors
    /// What the server says.
    pub fn stand_alone(&self) -> io::Result<()> {
        self.alone("ALTER SYSTEM RESET synchronous_standby_names")?;
        self.alone("SELECT pg_reload_conf()").map(drop)
    }

    /// Makes a standby the one that takes writes, and waits until it does.
    ///
    /// # Errors
    /// If it is no standby.
    pub fn promote(&self) -> io::Result<()> {
        self.run("pg_ctl", |pg_ctl| {
            pg_ctl.arg("-D").arg(self.data()).args(["-w", "-s", "promote"]);
        })
        .map(drop)
    }

    fn wait_for(&self, question: &str, answer: &str) -> io::Result<()> {
        let begun = Instant::now();
        loop {
            let found = self.alone(question)?;
            if found.trim() == answer {
                return Ok(());
            }
            if begun.elapsed() > FOLLOW {
                let text = format!("{question} is {found:?}, not {answer:?}");
                return Err(io::Error::new(io::ErrorKind::TimedOut, text));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut guard) = self.guard.take() {
            // The end of its input is what it waits for. Whether it could clean up is seen by the next start.
            drop(guard.stdin.take());
            drop(guard.wait());
        }
        if self.disk.take().is_some() {
            drop(fs::remove_dir_all(&self.folder));
        }
    }
}

/// A database of one test; dropped with it, whoever is still connected.
#[derive(Debug)]
pub struct Database<'a> {
    cluster: &'a Cluster,
    /// Its name.
    pub name: String,
}

impl Database<'_> {
    /// Where a client finds it.
    #[must_use]
    pub fn url(&self) -> String {
        self.cluster.url(&self.name)
    }

    /// A wire to this database that can be cut and slowed, and the URL of its other end.
    ///
    /// # Errors
    /// The system's.
    pub fn wire(&self) -> io::Result<(Proxy, String)> {
        let cluster = self.cluster;
        let number = cluster.named.fetch_add(1, Ordering::Relaxed);
        let folder = cluster.folder.join(format!("wire_{number}"));
        fs::create_dir(&folder)?;
        // Whoever removes the cluster's folder must be able to remove this one.
        if let Some(owner) = cluster.programs.owner {
            chown(&folder, Some(owner.uid), Some(owner.gid))?;
        }
        let socket = folder.join(socket_name(cluster.port));
        let proxy = Proxy::on_socket(socket, Address::Unix(cluster.socket()))?;
        Ok((proxy, url(&folder, cluster.port, &self.name)))
    }

    /// As [`Cluster::sql`].
    ///
    /// # Errors
    /// What the server says.
    pub fn sql(&self, text: &str) -> io::Result<String> {
        self.cluster.sql(&self.name, text)
    }
}

impl Drop for Database<'_> {
    fn drop(&mut self) {
        // A server that was stopped meanwhile takes the database along with its folder.
        drop(self.cluster.alone(&format!("DROP DATABASE {} WITH (FORCE)", self.name)));
    }
}

fn url(folder: &Path, port: u16, database: &str) -> String {
    format!("postgresql:///{database}?host={}&port={port}&user={USER}", folder.display())
}

/// The name of the socket of a port, by which clients that know its folder find it.
fn socket_name(port: u16) -> String {
    format!(".s.PGSQL.{port}")
}

/// Where folders are made. A socket's path must be short, so a long name of the system's folder is not taken.
fn home() -> PathBuf {
    let folder = std::env::temp_dir();
    if folder.as_os_str().len() > FOLDER_BYTES_MAX - 30 { PathBuf::from("/tmp") } else { folder }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Ends a server and removes its folder.
const CLEAN: &str = r#""$1" -D "$2/data" -m immediate -w -s stop; rm -rf "$2""#;

fn shell(programs: &Programs, folder: &Path, script: &str) -> Command {
    let mut shell = programs.as_owner("sh", OsStr::new("/"));
    shell.args(["-c", script, "sh"]).arg(programs.path("pg_ctl")).arg(folder);
    shell.stdout(Stdio::null()).stderr(Stdio::null());
    shell
}

/// A shell that waits until this process is gone: then its input ends.
fn guard(programs: &Programs, folder: &Path) -> io::Result<Child> {
    let script = format!("cat >/dev/null; {CLEAN}");
    let mut shell = shell(programs, folder, &script);
    // A group of its own, so that Ctrl-C in the terminal does not end it too.
    shell.stdin(Stdio::piped()).process_group(0).spawn()
}

/// Removes the clusters of processes that are gone.
fn clean(home: &Path, programs: &Programs) {
    let entries = fs::read_dir(home).into_iter().flatten().flatten();
    for folder in entries.map(|entry| entry.path()) {
        let name = folder.file_name().and_then(OsStr::to_str).unwrap_or_default();
        if name.starts_with(FOLDER) && is_left_behind(&folder) {
            drop(shell(programs, &folder, CLEAN).stdin(Stdio::null()).status());
            disk::unmount(&folder.join("data"));
            drop(fs::remove_dir_all(&folder));
        }
    }
}

fn is_left_behind(folder: &Path) -> bool {
    match File::open(folder.join("lock")) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(_) => fs::metadata(folder)
            .and_then(|metadata| metadata.modified())
            .is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > BEGINNING)),
    }
}

/// Runs a command to its end; what it printed, or what it complained about.
fn finish(mut command: Command, input: &str) -> io::Result<String> {
    let name = command.get_program().display().to_string();
    let told = |error: io::Error| io::Error::new(error.kind(), format!("{name}: {error}"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(told)?;
    // Taken, so that it is closed; a program that ends before it has read everything says why itself.
    child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().map_err(told)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("{name}: {}: {}", output.status, said.trim())))
}
