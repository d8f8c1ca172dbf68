//! A wire between a client and a PostgreSQL that can be cut, slowed and closed.
//!
//! It reads what the client sends just far enough to know a `COMMIT`, so that a connection can be cut on either side
//! of it ([`Cut`]). It does not encrypt, and tells a client that wants to that the server cannot. A transaction of one
//! statement without `BEGIN` has no `COMMIT` on the wire and passes.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener};
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

mod frontend;
mod stream;

use self::frontend::{Frontend, Part};
use self::stream::Stream;

/// Bytes that are read at once.
const CHUNK_BYTES: usize = 64 * 1024;

/// Chunks that may be under way in one direction: the wire's length.
const CHUNKS_MAX: usize = 1024;

/// How long to wait after a connection that could not be taken.
const AGAIN: Duration = Duration::from_millis(10);

/// How long a server may take to notice that its client is gone.
const NOTICE: Duration = Duration::from_secs(10);

/// Where something listens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Address {
    /// On a port.
    Tcp(SocketAddr),
    /// On a socket in the file system.
    Unix(PathBuf),
}

/// On which side of the next `COMMIT` a connection ends. Either way the client only sees that it ended, and only once
/// the server is done with it: a client that asks again finds the transaction as it will stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cut {
    /// The server never gets it: the transaction is undone.
    Before,
    /// The server gets it, and the client no answer: the transaction is there.
    After,
}

/// Which way bytes go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// From the client to the server.
    Up,
    /// From the server to the client.
    Down,
}

/// The wire; dropped, it is cut and nothing listens any more.
#[derive(Debug)]
pub struct Proxy {
    address: Address,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    server: Address,
    refuses: AtomicBool,
    stopped: AtomicBool,
    up_ms: AtomicU64,
    down_ms: AtomicU64,
    commits: AtomicUsize,
    cuts: AtomicUsize,
    armed: Mutex<Option<Cut>>,
    open: Mutex<Vec<Weak<Line>>>,
}

/// One connection.
#[derive(Debug)]
struct Line {
    client: Stream,
    server: Stream,
    // What the server says is no longer passed on.
    muted: AtomicBool,
}

impl Line {
    fn cut(&self) {
        // What is already closed needs no cutting.
        drop(self.client.shutdown(Shutdown::Both));
        drop(self.server.shutdown(Shutdown::Both));
    }
}

impl Proxy {
    /// Listens on a free port of the loopback address.
    ///
    /// # Errors
    /// The system's.
    pub fn on_loopback(server: Address) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = Address::Tcp(listener.local_addr()?);
        Ok(Self::run(address, server, move || Stream::tcp(listener.accept()?.0)))
    }

    /// Listens on a socket at a path that does not exist yet.
    ///
    /// # Errors
    /// The system's.
    pub fn on_socket(path: PathBuf, server: Address) -> io::Result<Self> {
        let listener = UnixListener::bind(&path)?;
        let address = Address::Unix(path);
        Ok(Self::run(address, server, move || Ok(Stream::Unix(listener.accept()?.0))))
    }

    fn run(
        address: Address,
        server: Address,
        accept: impl Fn() -> io::Result<Stream> + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared {
            server,
            refuses: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
            up_ms: AtomicU64::new(0),
            down_ms: AtomicU64::new(0),
            commits: AtomicUsize::new(0),
            cuts: AtomicUsize::new(0),
            armed: Mutex::new(None),
            open: Mutex::new(Vec::new()),
        });
        let ours = Arc::clone(&shared);
        thread::spawn(move || {
            loop {
                let client = accept();
                if ours.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(client) = client else {
                    // The client has gone again, or there are too many files for now.
                    thread::sleep(AGAIN);
                    continue;
                };
                // A server that cannot be reached is one that refuses: the client sees its connection end.
                if !ours.refuses.load(Ordering::SeqCst) {
                    drop(ours.connect(client));
                }
            }
        });
        Self { address, shared }
    }

    /// Where clients connect.
    #[must_use]
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Cuts every connection now.
    pub fn cut(&self) {
        for line in locked(&self.shared.open).drain(..).filter_map(|line| line.upgrade()) {
            line.cut();
        }
    }

    /// Cuts the connection that commits next, whichever it is. `None` calls it off.
    pub fn cut_at_commit(&self, cut: Option<Cut>) {
        *locked(&self.shared.armed) = cut;
    }

    /// How many commits the server was given.
    #[must_use]
    pub fn commits(&self) -> usize {
        self.shared.commits.load(Ordering::SeqCst)
    }

    /// How many connections were cut at a commit.
    #[must_use]
    pub fn cuts_at_commit(&self) -> usize {
        self.shared.cuts.load(Ordering::SeqCst)
    }

    /// Lets what goes this way arrive so many milliseconds later, from what is sent next.
    pub fn delay_ms(&self, direction: Direction, delay_ms: u64) {
        self.shared.delay(direction).store(delay_ms, Ordering::SeqCst);
    }

    /// Whether new connections end at once, as those of a server that is starting.
    pub fn refuse(&self, refuses: bool) {
        self.shared.refuses.store(refuses, Ordering::SeqCst);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes whoever accepts; one that has ended needs no waking.
        drop(Stream::connect(&self.address));
        self.cut();
        if let Address::Unix(path) = &self.address {
            drop(std::fs::remove_file(path));
        }
    }
}

/// A piece of what one end sent, and when it reaches the other.
type Chunk = (Instant, Vec<u8>);

impl Shared {
    fn delay(&self, direction: Direction) -> &AtomicU64 {
        match direction {
            Direction::Up => &self.up_ms,
            Direction::Down => &self.down_ms,
        }
    }

    fn connect(self: &Arc<Self>, client: Stream) -> io::Result<()> {
        let server = Stream::connect(&self.server)?;
        let up = self.read(client.try_clone()?, Direction::Up);
        let down = self.read(server.try_clone()?, Direction::Down);
        let line = Arc::new(Line { client, server, muted: AtomicBool::new(false) });
        let mut open = locked(&self.open);
        open.retain(|line| line.strong_count() > 0);
        open.push(Arc::downgrade(&line));
        drop(open);
        // Dropped when the server has said everything.
        let (says, silence) = sync_channel(0);
        let below = Arc::clone(&line);
        thread::spawn(move || {
            carry_down(&down, &below);
            drop::<SyncSender<()>>(says);
        });
        let ours = Arc::clone(self);
        thread::spawn(move || {
            if ours.carry_up(&up, &line, &silence).is_err() {
                line.cut();
            }
        });
        Ok(())
    }

    /// Reads one end into the wire until it ends.
    fn read(self: &Arc<Self>, mut from: Stream, direction: Direction) -> Receiver<Chunk> {
        let (sender, receiver): (SyncSender<Chunk>, _) = sync_channel(CHUNKS_MAX);
        let ours = Arc::clone(self);
        thread::spawn(move || {
            let mut bytes = vec![0; CHUNK_BYTES];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                let delay = Duration::from_millis(ours.delay(direction).load(Ordering::SeqCst));
                if sender.send((Instant::now() + delay, bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        receiver
    }

    /// Brings what the client sends to the server, message by message.
    fn carry_up(
        &self,
        wire: &Receiver<Chunk>,
        line: &Line,
        silence: &Receiver<()>,
    ) -> io::Result<()> {
        let mut frontend = Frontend::default();
        while let Some(bytes) = next(wire) {
            frontend.take(&bytes);
            while let Some(part) = frontend.next()? {
                match part {
                    Part::WantsEncryption => (&line.client).write_all(b"N")?,
                    Part::Message(bytes) => (&line.server).write_all(&bytes)?,
                    Part::Commit(bytes) => {
                        let armed = locked(&self.armed).take();
                        if let Some(cut) = armed {
                            return self.cut_here(cut, &bytes, line, silence);
                        }
                        self.commits.fetch_add(1, Ordering::SeqCst);
                        (&line.server).write_all(&bytes)?;
                    }
                }
            }
        }
        // The client says no more; the server may.
        line.server.shutdown(Shutdown::Write)
    }

    fn cut_here(
        &self,
        cut: Cut,
        commit: &[u8],
        line: &Line,
        silence: &Receiver<()>,
    ) -> io::Result<()> {
        line.muted.store(true, Ordering::SeqCst);
        if cut == Cut::After {
            self.commits.fetch_add(1, Ordering::SeqCst);
            (&line.server).write_all(commit)?;
        }
        // The server does what it was sent, then finds that nobody is there, and ends.
        line.server.shutdown(Shutdown::Write)?;
        // Nobody sends here: this ends when the server has, or is too late.
        let _ended = silence.recv_timeout(NOTICE);
        self.cuts.fetch_add(1, Ordering::SeqCst);
        line.cut();
        Ok(())
    }
}

/// What arrives next, as soon as it is due.
fn next(wire: &Receiver<Chunk>) -> Option<Vec<u8>> {
    let (due, bytes) = wire.recv().ok()?;
    thread::sleep(due.saturating_duration_since(Instant::now()));
    Some(bytes)
}

fn carry_down(wire: &Receiver<Chunk>, line: &Line) {
    while let Some(bytes) = next(wire) {
        // A client that is gone hears nothing; its server is still heard out.
        if !line.muted.load(Ordering::SeqCst) && (&line.client).write_all(&bytes).is_err() {
            line.muted.store(true, Ordering::SeqCst);
        }
    }
    if !line.muted.load(Ordering::SeqCst) {
        drop(line.client.shutdown(Shutdown::Write));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
