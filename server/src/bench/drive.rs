//! One charity, many small gifts: how many a second, and how late the counter on its live page is.
//!
//! Givers send signed requests over connections that stay open, half of them in public; the service tells everybody
//! what it has to, as when it serves. One reader watches the live page. The counter's lag is the time from a gift's
//! acknowledgement until the page that was sent counts at least all that had been acknowledged by then.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::desk::Desk;
use app::group::{Book, Policies};
use app::keys::NewKey;
use app::obole::{Obole, Programs, Settings};
use app::outbox;
use app::square::SquareFeed;
use connectors::network::square::Square;
use domain::id::MemberId;
use domain::lang::Lang;
use domain::member::Kind;
use domain::request::Admin;
use serde_json::json;
use store::{Reader, Readers, Writer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use web::api::signature::{HEADER, Signed};

use super::footing::Found;
use super::made::{Size, admin, database, member};
use super::percentile;
use super::pipeline::{ANSWER_BYTES_MAX, PATH, answer, listen};
use super::world::{Dice, handle, policy};
use crate::target::told;

/// Members who give.
const GIVERS: usize = 2_000;

/// The charity's handle.
const CHARITY: &str = "refuge";

/// How long the counter may take to count the last gift.
const PATIENCE: Duration = Duration::from_secs(20);

/// Bytes of the page's stream that are read at once.
const STREAM_BYTES: usize = 64 * 1024;

/// Measures gifts by `callers` connections for `span`.
pub(super) fn run(callers: usize, span: Duration) -> Result<Found, String> {
    let folder = database(&Size { members: GIVERS, transfers: 0, kept: None })?;
    let database =
        store::open(&folder.path, store::Options::default()).map_err(|error| told(&error))?;
    let mut book = Book::new(database.engine, Policies::new(vec![policy()]));
    let first = member(&database.readers, 0)?;
    let charity = add_charity(&mut book)?;
    let runtime = crate::serve::runtime()?;
    let (desk, thread) = Desk::open(book);
    // One key stands for everybody who gives.
    let programs = Programs { requests_per_minute: u32::MAX, ..Programs::default() };
    let settings = Settings { programs, ..crate::serve::sandbox() };
    let obole = Obole::new(desk.clone(), database.readers.clone(), settings);
    let obole = Arc::new(obole.map_err(|fault| told(&fault))?);
    let square = Arc::new(Square::new(Arc::new(SquareFeed(desk.clone()))));
    let telling = runtime.spawn(outbox::work(obole.clone(), vec![square]));
    let wanted = NewKey { scopes: vec!["posts".to_owned()], ..NewKey::default() };
    let unable = |unable: app::group::Unable| format!("{unable:?}");
    let (key, secret) = runtime.block_on(obole.new_api_key(wanted)).map_err(unable)?;
    let session = runtime.block_on(obole.begin_session(first)).map_err(unable)?;
    let state = web::State::new(obole, Vec::new());
    let address = listen(&runtime, web::router(state.clone()))?;
    let address = Some(address);
    let drive = Arc::new(Drive { address, key: key.id, secret, ..Drive::default() });
    let measured = measure(&drive, &session, callers, span);
    state.end_live();
    telling.abort();
    runtime.block_on(desk.close());
    thread.join().map_err(|_| "the desk panicked".to_owned())?;
    measured?.found(callers, in_ledger(&database.readers, charity)?)
}

fn add_charity(book: &mut Book<Writer>) -> Result<MemberId, String> {
    let (handle, name) = (CHARITY.to_owned(), "Le Refuge".to_owned());
    let add = Admin::AddMember { handle, name, kind: Kind::Charity, lang: Lang::Fr, tier: 2 };
    let answers = book.decide(vec![admin(&mut Dice::new(5), add)]);
    match answers.into_iter().next() {
        Some(Ok(answer)) => match answer.messages.first().map(|message| message.to.clone()) {
            Some(domain::request::To::Member(member)) => Ok(member),
            Some(_) | None => Err(format!("no charity was added: {:?}", answer.outcome)),
        },
        other => Err(format!("no charity was added: {other:?}")),
    }
}

/// What the charity's wallets have: nothing but gifts.
fn in_ledger(readers: &Readers, charity: MemberId) -> Result<i64, String> {
    let wallets = readers.read(|read: &Reader| read.wallets(charity));
    Ok(wallets.map_err(|fault| told(&fault))?.iter().map(|wallet| wallet.posted).sum())
}

/// The givers' side.
#[derive(Default)]
struct Drive {
    address: Option<SocketAddr>,
    key: String,
    secret: String,
    /// Minor units acknowledged so far, and when each sum was reached.
    acknowledged: Mutex<Vec<(Instant, i64)>>,
}

/// What was seen.
struct Measured {
    took: Duration,
    /// When each sum was acknowledged.
    acknowledged: Vec<(Instant, i64)>,
    /// When the page first counted each sum.
    counted: Vec<(Instant, i64)>,
}

fn measure(
    drive: &Arc<Drive>,
    session: &str,
    callers: usize,
    span: Duration,
) -> Result<Measured, String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let over = Arc::new(AtomicBool::new(false));
    runtime.block_on(async {
        let wanted = Arc::new(Mutex::new(None));
        let watching = tokio::spawn(watch(drive.address()?, session.to_owned(), wanted.clone()));
        let began = Instant::now();
        let givers: Vec<_> = (0..callers)
            .map(|index| {
                let (drive, over) = (drive.clone(), over.clone());
                let dice = Dice::new(u64::try_from(index).unwrap_or(0) << 32 | 17);
                tokio::spawn(async move { drive.give(dice, &over).await })
            })
            .collect();
        tokio::time::sleep(span).await;
        over.store(true, Ordering::Relaxed);
        for giver in givers {
            giver.await.map_err(|error| error.to_string())??;
        }
        let took = began.elapsed();
        let acknowledged = std::mem::take(&mut *locked(&drive.acknowledged));
        *locked(&wanted) = Some(acknowledged.last().map_or(0, |(_, sum)| *sum));
        let counted = tokio::time::timeout(PATIENCE, watching)
            .await
            .map_err(|_| "the counter does not come to what was given".to_owned())?
            .map_err(|error| error.to_string())??;
        Ok(Measured { took, acknowledged, counted })
    })
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drive {
    fn address(&self) -> Result<SocketAddr, String> {
        self.address.ok_or_else(|| "nobody serves".to_owned())
    }

    async fn give(&self, mut dice: Dice, over: &AtomicBool) -> Result<(), String> {
        let mut stream =
            TcpStream::connect(self.address()?).await.map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        let mut buffer = vec![0; ANSWER_BYTES_MAX];
        while !over.load(Ordering::Relaxed) {
            let cents = 100 + i64::try_from(dice.below(401)).unwrap_or(0);
            let request = self.request(&mut dice, cents);
            stream.write_all(&request).await.map_err(|error| error.to_string())?;
            answer(&mut stream, &mut buffer).await?;
            let mut all = locked(&self.acknowledged);
            let sum = all.last().map_or(0, |(_, sum)| *sum);
            all.push((Instant::now(), sum + cents));
        }
        Ok(())
    }

    fn request(&self, dice: &mut Dice, cents: i64) -> Vec<u8> {
        let (from, direct) = (handle(dice.below(GIVERS)), dice.below(2) == 0);
        let text = format!("@obole #don {}.{:02}€ @{CHARITY}", cents / 100, cents % 100);
        let body = json!({ "author": from, "text": text, "direct": direct }).to_string();
        let id = format!("{:016x}{:016x}", dice.next(), dice.next());
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let t = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
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

/// Reads the live page until it counts what is `wanted`; gives when it first counted each sum.
async fn watch(
    address: SocketAddr,
    session: String,
    wanted: Arc<Mutex<Option<i64>>>,
) -> Result<Vec<(Instant, i64)>, String> {
    let mut stream = TcpStream::connect(address).await.map_err(|error| error.to_string())?;
    let request = format!(
        "GET /drive/{CHARITY}/live HTTP/1.1\r\nhost: localhost\r\ncookie: obole={session}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.map_err(|error| error.to_string())?;
    let mut buffer = vec![0; STREAM_BYTES];
    let (mut text, mut counted) = (String::new(), Vec::new());
    loop {
        // What is wanted may be there before it is known to be.
        let soon = Duration::from_millis(20);
        if let Ok(read) = tokio::time::timeout(soon, stream.read(&mut buffer)).await {
            let read = read.map_err(|error| error.to_string())?;
            if read == 0 {
                return Err(format!("the live page ended: {}", &text));
            }
            text.push_str(&String::from_utf8_lossy(&buffer[..read]));
            if let Some(sum) = newest(&text) {
                text.clear();
                counted.push((Instant::now(), sum));
            }
        }
        let sum = counted.last().map_or(0, |(_, sum)| *sum);
        if locked(&wanted).is_some_and(|wanted| wanted == sum) {
            return Ok(counted);
        }
    }
}

/// The counter in the last event that came.
fn newest(text: &str) -> Option<i64> {
    let (_, rest) = text.rsplit_once("<data value=\"")?;
    rest.split_once('"')?.0.parse().ok()
}

impl Measured {
    /// The figures, unless the counter came to something else than what was given.
    fn found(&self, callers: usize, ledger: i64) -> Result<Found, String> {
        let sum = self.acknowledged.last().map_or(0, |(_, sum)| *sum);
        let counter = self.counted.last().map_or(0, |(_, sum)| *sum);
        if (counter, ledger) != (sum, sum) {
            return Err(format!("given {sum}, counted {counter}, in the ledger {ledger}"));
        }
        let mut lags = self.lags();
        lags.sort_unstable();
        let ms = |part| (percentile(&lags, part) / 100.0).round() / 10.0;
        let gifts = self.acknowledged.len();
        #[expect(clippy::cast_precision_loss, reason = "a count of gifts in a few seconds")]
        let rate = gifts as f64 / self.took.as_secs_f64();
        let mut found = Found::new();
        for (name, value) in [
            ("callers", json!(callers)),
            ("gifts", json!(gifts)),
            ("gifts_per_s", json!(rate.round())),
            ("updates", json!(self.counted.len())),
            ("lag_p50_ms", json!(ms(0.5))),
            ("lag_p99_ms", json!(ms(0.99))),
            ("lag_max_ms", json!(ms(1.0))),
            ("given_minor", json!(sum)),
            ("counted_minor", json!(counter)),
        ] {
            found.insert(name.to_owned(), value);
        }
        Ok(found)
    }

    /// For each gift, how long after its acknowledgement the page counted all that had been acknowledged.
    fn lags(&self) -> Vec<Duration> {
        let mut counted = self.counted.iter().peekable();
        let mut lags = Vec::with_capacity(self.acknowledged.len());
        for (at, sum) in &self.acknowledged {
            while counted.peek().is_some_and(|(_, count)| count < sum) {
                counted.next();
            }
            lags.extend(counted.peek().map(|(seen, _)| seen.saturating_duration_since(*at)));
        }
        lags
    }
}
