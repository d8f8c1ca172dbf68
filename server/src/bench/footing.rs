//! How soon the program serves on a database of some size, and what memory it takes: idle, for each member who was
//! there, and for each live page that is open.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::made::Size;
use super::service::{Made, Service, make};
use super::world::Dice;

/// Starts that are measured.
const STARTS: usize = 7;

/// Connections that post at once.
const CALLERS: usize = 16;

/// Live pages of one session, at most.
const LIVE_PER_SESSION: usize = 5;

/// How long memory must stay the same before it is read.
const CALM: Duration = Duration::from_millis(300);

/// How often it is read until it does.
const LOOKS_MAX: usize = 50;

/// What a scenario found, for a line of JSON or of text.
pub(super) type Found = Map<String, Value>;

/// Starts the program again and again on a database of that size, and asks for a page.
pub(super) fn start(size: &Size) -> Result<Found, String> {
    let made = make(size, 1)?;
    // The first start brings a fresh database its policy.
    Service::start(&made)?.0.end()?;
    let (mut ready_ms, mut page_ms) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let (service, ready) = Service::start(&made)?;
        let began = Instant::now();
        service.get("/square", &made.sessions[0])?;
        page_ms.push(ms(began.elapsed()));
        ready_ms.push(ms(ready));
        service.end()?;
    }
    let bytes = store::size(&made.folder.path);
    let mut found = Found::new();
    for (name, value) in [
        ("members", json!(size.members)),
        ("transfers", json!(size.transfers + size.members)),
        ("database_mib", json!(bytes.database >> 20)),
        ("starts", json!(STARTS)),
        ("ready_ms", json!(middle(&mut ready_ms))),
        ("ready_ms_max", json!(ready_ms.last())),
        ("first_page_ms", json!(middle(&mut page_ms))),
    ] {
        found.insert(name.to_owned(), value);
    }
    Ok(found)
}

/// Measures one process: idle, after every member has paid once, and with `streams` live pages open.
///
/// What is said for each member and each stream is the growth over the second half of them: the first fills caches.
pub(super) fn memory(members: usize, streams: usize) -> Result<Found, String> {
    let size = Size { members, transfers: 0, kept: None };
    let made = make(&size, streams.div_ceil(LIVE_PER_SESSION))?;
    let (service, _) = Service::start(&made)?;
    service.get("/square", &made.sessions[0])?;
    let idle = settled(&service)?;
    let half = members / 2;
    pay(&service, 0..half, members)?;
    let warm = settled(&service)?;
    pay(&service, half..members, members)?;
    let active = settled(&service)?;
    let mut open = listen(&service, &made, 0..streams / 2)?;
    let some = settled(&service)?;
    open.extend(listen(&service, &made, streams / 2..streams)?);
    let all = settled(&service)?;
    let mut found = Found::new();
    for (name, value) in [
        ("members", json!(members)),
        ("idle_kib", json!(idle)),
        ("active_kib", json!(active)),
        ("per_member_bytes", json!(each(warm, active, members - half))),
        ("streams", json!(open.len())),
        ("streams_kib", json!(all)),
        ("per_stream_bytes", json!(each(some, all, streams - streams / 2))),
    ] {
        found.insert(name.to_owned(), value);
    }
    Ok(found)
}

/// Every member of the range pays the next one.
fn pay(service: &Service, range: std::ops::Range<usize>, members: usize) -> Result<(), String> {
    let part = range.len().div_ceil(CALLERS).max(1);
    let all: Vec<usize> = range.collect();
    std::thread::scope(|scope| {
        let callers: Vec<_> = all
            .chunks(part)
            .map(|part| {
                scope.spawn(move || {
                    let mut dice = Dice::new(u64::try_from(part[0]).unwrap_or(0) << 32);
                    let mut stream = service.connect()?;
                    part.iter().try_for_each(|from| {
                        service.pay(&mut stream, &mut dice, *from, (from + 1) % members)
                    })
                })
            })
            .collect();
        callers
            .into_iter()
            .try_for_each(|caller| caller.join().map_err(|_| "a caller panicked".to_owned())?)
    })
}

fn listen(
    service: &Service,
    made: &Made,
    range: std::ops::Range<usize>,
) -> Result<Vec<TcpStream>, String> {
    range.map(|index| service.listen(&made.sessions[index / LIVE_PER_SESSION])).collect()
}

/// What is resident once it stays the same, in KiB.
fn settled(service: &Service) -> Result<u64, String> {
    let mut before = service.resident_kib()?;
    for _ in 0..LOOKS_MAX {
        std::thread::sleep(CALM);
        let now = service.resident_kib()?;
        if now.abs_diff(before) <= 64 {
            return Ok(now);
        }
        before = now;
    }
    Ok(before)
}

/// The growth of each of `count`, in bytes; less than nothing where memory was given back.
fn each(before_kib: u64, after_kib: u64, count: usize) -> i64 {
    let kib = i64::try_from(after_kib).unwrap_or(0) - i64::try_from(before_kib).unwrap_or(0);
    kib * 1024 / i64::try_from(count.max(1)).unwrap_or(1)
}

fn ms(took: Duration) -> f64 {
    (took.as_secs_f64() * 10_000.0).round() / 10.0
}

/// Sorts, and gives the one in the middle.
fn middle(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
