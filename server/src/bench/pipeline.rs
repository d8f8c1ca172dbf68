//! The whole way: signed HTTP request, verified, read, decided, committed, answered.
//!
//! The load comes from threads of this process over loopback. The ceiling is the same HTTP stack answering the same
//! requests without doing anything.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::{Book, Policies};
use app::keys::NewKey;
use app::obole::{Obole, Programs, Settings};
use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use serde_json::{Map, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use web::api::signature::{HEADER, Signed};

use super::made::{Size, database, nodes};
use super::world::{Dice, MEMBERS, handle, policy};
use super::{Figure, percentile};
use crate::target::told;

/// Where requests go.
pub(super) const PATH: &str = "/v1/posts";

/// The longest answer the load generator reads, in bytes.
pub(super) const ANSWER_BYTES_MAX: usize = 16 * 1024;

/// Measures the pipeline and its ceiling, on a server's database if its address is given.
pub(super) fn run(callers: usize, url: Option<&str>, span: Duration) -> Result<Figure, String> {
    let size = Size { members: MEMBERS, transfers: 0, kept: None };
    let (node, _folder) = match url {
        Some(url) => (nodes(url, &size, 1)?.pop(), None),
        None => {
            let folder = database(&size)?;
            let opened = store::open(&folder.path, store::Options::default());
            let opened = opened.map_err(|error| told(&error))?;
            let book = Book::new(opened.engine, Policies::new(vec![policy()]));
            (Some((book, opened.readers)), Some(folder))
        }
    };
    let (book, readers) = node.ok_or("there is no node")?;
    let server = crate::serve::runtime()?;
    let (desk, thread) = Desk::open(book);
    // One key stands for everybody who sends.
    let programs = Programs { requests_per_minute: u32::MAX, ..Programs::default() };
    let settings = Settings { programs, ..crate::serve::sandbox() };
    let obole = Obole::new(desk.clone(), readers, settings);
    let obole = Arc::new(obole.map_err(|fault| told(&fault))?);
    let wanted = NewKey { scopes: vec!["posts".to_owned()], ..NewKey::default() };
    let (key, secret) =
        server.block_on(obole.new_api_key(wanted)).map_err(|unable| format!("{unable:?}"))?;
    let router = web::router(web::State::new(obole, Vec::new()));
    let address = listen(&server, router)?;
    let caller = Arc::new(Caller { address, key: key.id, secret });
    let (rate, latencies) = load(&caller, callers, span)?;
    let nothing = Router::new().route(PATH, post(|body: Bytes| async move { body }));
    let caller = Arc::new(Caller {
        address: listen(&server, nothing)?,
        key: caller.key.clone(),
        secret: caller.secret.clone(),
    });
    let (ceiling, _) = load(&caller, callers, span)?;
    server.block_on(desk.close());
    thread.join().map_err(|_| "the desk panicked".to_owned())?;
    let mut extra = Map::new();
    extra.insert("members".to_owned(), json!(MEMBERS));
    Ok(Figure {
        scenario: "pipeline",
        variant: None,
        callers,
        rate_per_s: rate,
        p50_us: percentile(&latencies, 0.5),
        p99_us: percentile(&latencies, 0.99),
        ceiling_rate_per_s: Some(ceiling),
        extra,
    })
}

pub(super) fn listen(
    server: &tokio::runtime::Runtime,
    router: Router,
) -> Result<SocketAddr, String> {
    let listener =
        server.block_on(TcpListener::bind("127.0.0.1:0")).map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    server.spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

struct Caller {
    address: SocketAddr,
    key: String,
    secret: String,
}

/// Connections that each wait for their answer before they ask again, on a thread of their own.
fn load(
    caller: &Arc<Caller>,
    callers: usize,
    span: Duration,
) -> Result<(f64, Vec<Duration>), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let over = Arc::new(AtomicBool::new(false));
    let start = Instant::now();
    let all = runtime.block_on(async {
        let seed = u64::from(start.elapsed().subsec_nanos());
        let tasks: Vec<_> = (0..callers)
            .map(|index| {
                let (caller, over) = (caller.clone(), over.clone());
                let dice = Dice::new(u64::try_from(index).unwrap_or(0) ^ seed << 20);
                tokio::spawn(async move { caller.call(dice, &over).await })
            })
            .collect();
        tokio::time::sleep(span).await;
        over.store(true, Ordering::Relaxed);
        let mut all = Vec::new();
        for task in tasks {
            all.extend(task.await.map_err(|error| error.to_string())??);
        }
        Ok::<_, String>(all)
    });
    let mut latencies = all?;
    #[expect(clippy::cast_precision_loss, reason = "a count of requests in a few seconds")]
    let rate = latencies.len() as f64 / start.elapsed().as_secs_f64();
    latencies.sort_unstable();
    Ok((rate, latencies))
}

impl Caller {
    async fn call(&self, mut dice: Dice, over: &AtomicBool) -> Result<Vec<Duration>, String> {
        let mut stream =
            TcpStream::connect(self.address).await.map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        let mut buffer = vec![0; ANSWER_BYTES_MAX];
        let mut latencies = Vec::new();
        while !over.load(Ordering::Relaxed) {
            let request = self.request(&mut dice);
            let began = Instant::now();
            stream.write_all(&request).await.map_err(|error| error.to_string())?;
            answer(&mut stream, &mut buffer).await?;
            latencies.push(began.elapsed());
        }
        Ok(latencies)
    }

    fn request(&self, dice: &mut Dice) -> Vec<u8> {
        let (from, to, cents) = (dice.below(MEMBERS), dice.below(MEMBERS), 1 + dice.below(5000));
        let to = if to == from { (to + 1) % MEMBERS } else { to };
        let text = format!(
            "@obole #envoyer {}.{:02}€ @{} pour le resto",
            cents / 100,
            cents % 100,
            handle(to)
        );
        let body = json!({ "author": handle(from), "text": text, "direct": true }).to_string();
        let id = dice.message();
        let t = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |since| since.as_secs());
        let t = i64::try_from(t).unwrap_or(0);
        let signed =
            Signed { t, method: "POST", path: PATH, idempotency_key: &id, body: body.as_bytes() };
        let signature = signed.header(&self.key, self.secret.as_bytes());
        let length = body.len();
        format!(
            "POST {PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
             idempotency-key: {id}\r\n{HEADER}: {signature}\r\n\r\n{body}"
        )
        .into_bytes()
    }
}

/// Reads one answer to its end; anything but success stops the measurement.
pub(super) async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> Result<(), String> {
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).await.map_err(|error| error.to_string())?;
        if read == 0 {
            return Err("the server closed the connection".to_owned());
        }
        filled += read;
        let Some(head) = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else {
            continue;
        };
        let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
        let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
        let length: usize = length
            .and_then(|length| length.trim().parse().ok())
            .ok_or("an answer without length")?;
        if filled >= head + 4 + length {
            return if text.starts_with("http/1.1 2") {
                Ok(())
            } else {
                Err(String::from_utf8_lossy(&buffer[..filled]).into_owned())
            };
        }
    }
}
