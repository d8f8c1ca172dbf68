//! How fast the engine is beside bare rusqlite writing the same rows in the same group sizes.
//!
//! `cargo run --release -p store --example rate`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example that measures and prints"
)]

use std::time::{Duration, Instant};

use domain::context::Context;
use domain::id::{MemberId, RequestKey};
use domain::lang::Lang;
use domain::ledger::{Account, House, TopUp, Transfer, TransferKind};
use domain::member::{Handle, Kind, Member, Network};
use domain::money::{Currency, Money};
use domain::pay::{Order, begin, known};
use domain::payment::{Payee, Purpose};
use domain::policy::{CurrencyPolicy, ExemptCounter, Policy, Regime, TierLimits};
use domain::port::Engine;
use domain::request::{Answer, Done, KeptPost, Outcome};
use domain::rows::{Draft, Key, Rows, Stop};
use domain::tell::Source;
use domain::time::{MINUTE_US, Period, Timestamp};
use rusqlite::{Connection, Statement, params};
use store::{FILE, Options, SqliteEngine};

const MEMBERS: u64 = 100_000;
const TIME: Duration = Duration::from_secs(3);

fn member_id(number: u64) -> MemberId {
    MemberId(
        u128::from(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)) << 48
            | 0x7 << 120
            | u128::from(number),
    )
}

/// A sequence without pattern.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_be_bytes());
        }
        bytes
    }
}

fn policy() -> Policy {
    Policy {
        version: 1,
        starts_at: Timestamp(0),
        zone: jiff::tz::TimeZone::UTC,
        regime: Regime::Sandbox,
        currencies: vec![CurrencyPolicy {
            currency: Currency::EUR,
            to_person: 25_000,
            to_organisation: 50_000,
            exempt_payment: 3_000,
            exempt_total: i64::MAX,
            tiers: vec![TierLimits { day: i64::MAX, month: i64::MAX }],
        }],
        merchant_fee_bp: 150,
        exempt_counter: ExemptCounter::Total,
        approval_us: MINUTE_US,
        question_us: MINUTE_US,
        claim_us: MINUTE_US,
        duplicate_us: 0,
        payments_per_ten_minutes: usize::MAX,
    }
}

fn seed(engine: &mut SqliteEngine, rows: &mut Rows) {
    for chunk in 0..MEMBERS / 1_000 {
        let now = engine.begin().unwrap();
        let ids: Vec<u64> = (chunk * 1_000..(chunk + 1) * 1_000).collect();
        let keys: Vec<Key> =
            ids.iter().map(|n| Key::Wallet(member_id(*n), Currency::EUR)).collect();
        engine.load(&keys, rows).unwrap();
        for number in ids {
            let mut draft = Draft::new(rows);
            let (id, cause) = (member_id(number), domain::id::PaymentId(u128::from(number) + 99));
            draft.put_member(Member {
                id,
                kind: Kind::Person,
                name: format!("Member {number}"),
                lang: Lang::Fr,
                tier: 1,
                home: Network::SQUARE,
                created_at: now,
                frozen: None,
            });
            draft.put_handle(Handle {
                network: Network::SQUARE,
                stable_id: format!("m{number}"),
                name: format!("m{number}"),
                member: id,
                linked_at: now,
            });
            let amount = Money::new(1_000_000_000, Currency::EUR);
            let top_up = Transfer {
                cause,
                number: 0,
                kind: TransferKind::TopUp,
                debit: Account::House(House::Bank),
                credit: Account::Wallet(id),
                amount,
                at: now,
            };
            draft.transfer(top_up).unwrap();
            draft.add_top_up(TopUp {
                id: cause,
                member: id,
                amount,
                reference: String::new(),
                at: now,
            });
            draft.keep();
        }
        engine.write(rows).unwrap();
        engine.commit().unwrap();
        rows.committed(400_000);
    }
}

/// One payment by a post, as the desk would decide it.
fn pay(
    engine: &mut SqliteEngine,
    rows: &mut Rows,
    ctx: &Context<'_>,
    key: RequestKey,
    to: (MemberId, MemberId),
) {
    let (payer, payee) = to;
    let source = Source {
        network: Network::SQUARE,
        post: Some(format!("post-{:x}", key.0)),
        origin: key,
        public: true,
    };
    loop {
        let mut draft = Draft::new(rows);
        let mut begun = || -> Result<(), Stop> {
            draft.need([Key::Done(key), Key::Member(payer)])?;
            let order = Order {
                payer: known(&draft, payer)?,
                purpose: Purpose::Send,
                payees: vec![Payee::Member(payee)],
                amount: Money::new(1_200, Currency::EUR),
                memo: "pour le resto".to_owned(),
            };
            begin(&mut draft, ctx, order, &source)
        };
        match begun() {
            Ok(()) => {}
            Err(Stop::More(keys)) => {
                drop(draft);
                engine.load(&keys, rows).unwrap();
                continue;
            }
            Err(Stop::Refused(refusal)) => panic!("{refusal:?}"),
        }
        draft.keep_post(KeptPost {
            author: payer,
            id: format!("post-{:x}", ctx.ids().take()),
            key: Some(key),
            direct: false,
            reply_to: None,
            text: "@obole #envoyer 12€ @m77 pour le resto".to_owned(),
            at: ctx.now,
        });
        let payments = draft.touched();
        let messages = draft.keep();
        let answer = Answer { outcome: Outcome::Done, messages, payments, repeated: false };
        rows.finish(Done { key, digest: 1, at: ctx.now, answer });
        return;
    }
}

fn engine_rate(group: u64, hot: bool) -> f64 {
    let mut sqlite = store::open_temporary(options()).unwrap();
    let (engine, mut rows, policy) = (&mut sqlite.engine, Rows::default(), policy());
    seed(engine, &mut rows);
    let mut chance = Chance(group);
    let (mut slowest, mut done, start) = (Duration::ZERO, 0_u64, Instant::now());
    while start.elapsed() < TIME {
        let began = Instant::now();
        let now = engine.begin().unwrap();
        for _ in 0..group {
            let (random, payer) = (chance.bytes(), chance.next() % (MEMBERS - 1) + 1);
            let payee = if hot { 0 } else { (payer + chance.next() % (MEMBERS - 2) + 1) % MEMBERS };
            let ctx =
                Context { policy: &policy, now, period: Period::of(now, &policy.zone), random };
            let key = RequestKey(u128::from(chance.next()) << 64 | u128::from(chance.next()));
            pay(engine, &mut rows, &ctx, key, (member_id(payer), member_id(payee)));
        }
        engine.write(&rows).unwrap();
        engine.commit().unwrap();
        rows.committed(400_000);
        done += group;
        slowest = slowest.max(began.elapsed());
    }
    print!("  slowest group {slowest:>9.1?}");
    rate(done, start)
}

fn rate(done: u64, start: Instant) -> f64 {
    f64::from(u32::try_from(done).unwrap()) / start.elapsed().as_secs_f64()
}

/// The same rows by bare rusqlite, with every statement prepared once and no rule asked.
fn bare_rate(group: u64, hot: bool) -> f64 {
    let folder = std::env::temp_dir().join(format!("obole-rate-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let mut sqlite = store::open(&folder, options()).unwrap();
    seed(&mut sqlite.engine, &mut Rows::default());
    drop(sqlite);
    let conn = Connection::open(folder.join(FILE)).unwrap();
    conn.execute_batch(&format!(
        "PRAGMA synchronous = FULL; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = {}",
        options().wal_pages
    ))
    .unwrap();
    let mut bare = Bare::new(&conn);
    let mut chance = Chance(group);
    let (mut done, start) = (0_u64, Instant::now());
    while start.elapsed() < TIME {
        conn.execute_batch("BEGIN IMMEDIATE").unwrap();
        for _ in 0..group {
            let payer = chance.next() % (MEMBERS - 1) + 1;
            let payee = if hot { 0 } else { (payer + chance.next() % (MEMBERS - 2) + 1) % MEMBERS };
            bare.pay(&mut chance, done, member_id(payer).bytes(), member_id(payee).bytes());
            done += 1;
        }
        conn.execute("UPDATE engine SET last_at = ?, last_outbox = 1", [1]).unwrap();
        conn.execute_batch("COMMIT").unwrap();
    }
    let rate = rate(done, start);
    drop(bare);
    drop(conn);
    let _ = std::fs::remove_dir_all(&folder);
    rate
}

const BARE: [&str; 8] = [
    "SELECT digest FROM done WHERE key = ?",
    "INSERT INTO done VALUES (?, ?, ?, ?)",
    "UPDATE wallet SET posted = posted + ?, lines = lines + 1, spent_in_day = spent_in_day + 1,
         exempt_total = exempt_total + 1, exempt_count = exempt_count + 1
     WHERE member = ? AND currency = 'EUR' RETURNING posted, lines",
    "INSERT INTO line VALUES (?, 'EUR', ?, ?, ?, ?, 0, ?, ?)",
    "INSERT INTO transfer VALUES (?, 0, 'payment', ?, ?, 1200, 'EUR', ?)",
    "INSERT INTO payment VALUES (?, ?, 1, 'send', ?, ?, NULL, NULL, 1200, 0, 'EUR', 'paid', 1, ?,
         'pour le resto', 1, ?, NULL, 'exempt', 1, ?, 20454, 672, NULL, NULL, NULL, ?)",
    "INSERT INTO outbox (network, body, due_at) VALUES ('square', ?, ?)",
    "INSERT INTO post (id, author, request, text, at) VALUES (?, ?, ?, ?, ?)",
];

/// The statements, prepared.
struct Bare<'a> {
    statements: [Statement<'a>; 8],
    answer: String,
    body: String,
}

impl<'a> Bare<'a> {
    fn new(conn: &'a Connection) -> Self {
        let statements = BARE.map(|sql| conn.prepare(sql).unwrap());
        Self { statements, answer: "x".repeat(560), body: "x".repeat(170) }
    }

    fn pay(&mut self, chance: &mut Chance, number: u64, payer: [u8; 16], payee: [u8; 16]) {
        let [find, done, wallet, line, transfer, payment, outbox, post] = &mut self.statements;
        let key = u128::from(chance.next()) << 64 | u128::from(chance.next());
        let now = 1_768_000_000_000_000_i64 + i64::try_from(number).unwrap();
        let id = (u128::from(now.unsigned_abs()) << 64 | u128::from(chance.next())).to_be_bytes();
        assert!(!find.exists([key.to_be_bytes()]).unwrap());
        done.execute(params![key.to_be_bytes(), 1, now, self.answer]).unwrap();
        for (member, other, change) in [(payer, payee, -1_200), (payee, payer, 1_200)] {
            let (posted, lines): (i64, i64) = wallet
                .query_row(params![change, member], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap();
            line.execute(params![member, lines, change, posted, id, other, now]).unwrap();
        }
        transfer.execute(params![id, payer, payee, now]).unwrap();
        payment.execute(params![id, id, payer, payee, key.to_be_bytes(), now, now, now]).unwrap();
        for _ in 0..3 {
            outbox.execute(params![self.body, now]).unwrap();
        }
        let text = "@obole #envoyer 12€ @m77 pour le resto";
        let post_id = format!("post-{now:x}");
        post.execute(params![post_id, payer, key.to_be_bytes(), text, now]).unwrap();
    }
}

/// `rate [PAGE_BYTES [WAL_PAGES]]`
fn options() -> Options {
    let argument = |index: usize| std::env::args().nth(index)?.parse().ok();
    let default = Options::default();
    Options {
        page_bytes: argument(1).unwrap_or(default.page_bytes),
        wal_pages: argument(2).unwrap_or(default.wal_pages),
        ..default
    }
}

fn main() {
    for hot in [false, true] {
        for group in [64, 1_024] {
            let bare = bare_rate(group, hot);
            let engine = engine_rate(group, hot);
            let payees = if hot { "one hot payee" } else { "uniform" };
            println!(
                "  {payees}, groups of {group}: engine {engine:.0}/s, bare {bare:.0}/s, ratio {:.2}",
                engine / bare
            );
        }
    }
}
