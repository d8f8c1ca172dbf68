//! The service as pages, programs and the command line see it.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use domain::grammar;
use domain::id::{Ids, MemberId, PaymentId, RequestKey, shown};
use domain::lang::Lang;
use domain::ledger::Wallet;
use domain::member::Network;
use domain::money::Currency;
use domain::payment::Payment;
use domain::policy::{Policy, Regime};
use domain::port::Fault;
use domain::request::{Envelope, Post, Request};
use domain::time::{SECOND_US, Timestamp};
use domain::trace::Trace;
use sha2::{Digest, Sha256};
use store::{ApiKey, PolicyText, Profile, Readers, Webhook, Writer};
use tokio::sync::{Semaphore, watch};

use crate::chance::Chance;
use crate::desk::Desk;
use crate::drive::Drives;
use crate::group::{Decided, Unable};
use crate::life::Life;
use crate::operator::Checking;
use crate::reading::{Reading, Turn};
use crate::words::Reader;
use crate::{metrics, policy, trace, webhooks};

/// PINs that are hashed at once; each takes 19 MiB and a core.
const PIN_HASHES_MAX: usize = 2;

/// What the operator configured.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How people reach the service; no slash at the end.
    pub base_url: String,
    /// The operator's legal position.
    pub regime: Regime,
    /// Names by which posts call the service.
    pub names: Vec<String>,
    /// What a number without currency counts.
    pub default_currency: Option<Currency>,
    /// The demo: anybody may be anybody.
    pub demo: bool,
    /// Whether anybody may become a member by themselves, with a passkey and the lowest tier.
    pub join: bool,
    /// The zone in which instants are told.
    pub zone: String,
    /// How often what was transferred is sealed.
    pub seal_every: Duration,
    /// What programs may do.
    pub programs: Programs,
}

/// What programs may do.
#[derive(Clone, Copy, Debug)]
pub struct Programs {
    /// Requests of one key in a minute.
    pub requests_per_minute: u32,
    /// Whether webhooks may lead to private and loopback addresses, and by http: for programs beside the service.
    pub private_webhooks: bool,
}

impl Default for Programs {
    fn default() -> Self {
        Self { requests_per_minute: 600, private_webhooks: false }
    }
}

/// The service.
pub struct Obole {
    desk: Desk<Writer>,
    readers: Readers,
    chance: Chance,
    pub(crate) pins: Arc<Semaphore>,
    settings: Settings,
    pub(crate) known: Mutex<Known>,
    pub(crate) checking: Checking,
    pub(crate) drives: Drives,
    life: Life,
    reading: Arc<Reading>,
    /// Microseconds by which the clock that nodes share is ahead of this machine's.
    ahead_us: AtomicI64,
}

/// Rows that never change, kept in memory.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) keys: HashMap<String, Arc<ApiKey>>,
    /// Counts keys that were revoked, so that one read before is not kept after.
    pub(crate) revoked: u64,
    /// When keys were used, until the next job writes it down.
    pub(crate) used: HashMap<String, Timestamp>,
    pub(crate) handles: HashMap<MemberId, String>,
    /// Every endpoint of webhooks.
    pub(crate) webhooks: BTreeMap<String, Webhook>,
    /// How far the database was when it was looked at for what other nodes did.
    pub(crate) pulse: i64,
    /// How many more times it is taken for further, because what was begun then may not be done yet.
    pub(crate) looks: u32,
    /// The newest version of the policy that was read.
    policy: u32,
}

/// A message as a connector read it.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Where.
    pub network: Network,
    /// The network's id of the message.
    pub id: String,
    /// The author's stable id there.
    pub author: String,
    /// The text.
    pub text: String,
    /// A direct message to us, not public.
    pub direct: bool,
    /// The message it answers.
    pub reply_to: Option<String>,
    /// The language, if the network says it.
    pub lang: Option<Lang>,
}

impl Incoming {
    /// A message on the square.
    #[must_use]
    pub const fn square(id: String, author: String, text: String, direct: bool) -> Self {
        Self { network: Network::SQUARE, id, author, text, direct, reply_to: None, lang: None }
    }
}

/// Eight bytes that tell these parts from others.
#[must_use]
pub fn digest(parts: &[&str]) -> u64 {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let bytes: [u8; 32] = hash.finalize().into();
    let (first, _) = bytes.split_at(8);
    // The database stores signed numbers; 63 bits tell repeats apart as well.
    u64::from_be_bytes(first.try_into().expect("8 of 32 bytes")) >> 1
}

impl Obole {
    /// A service on an open desk.
    ///
    /// # Errors
    /// A [`Fault`] if it cannot be read who watches: a service that went on would keep what they must be told from them.
    pub fn new(desk: Desk<Writer>, readers: Readers, settings: Settings) -> Result<Self, Fault> {
        let webhooks = webhooks::read_all(&readers)?;
        let ahead_us = AtomicI64::new(readers.read(ahead_us)?.0);
        desk.watching().set(&webhooks);
        let known = Known { webhooks, ..Known::default() };
        Ok(Self {
            desk,
            readers,
            chance: Chance::default(),
            pins: Arc::new(Semaphore::new(PIN_HASHES_MAX)),
            settings,
            known: Mutex::new(known),
            checking: Checking::default(),
            drives: Drives::default(),
            life: Life::default(),
            reading: Arc::default(),
            ahead_us,
        })
    }

    /// What the operator configured.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether other nodes may write into the same database.
    #[must_use]
    pub fn has_neighbours(&self) -> bool {
        self.readers.are_shared()
    }

    pub(crate) const fn readers(&self) -> &Readers {
        &self.readers
    }

    /// Counts commits; changes after each.
    #[must_use]
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.desk.commits()
    }

    /// The desk, for jobs.
    #[must_use]
    pub const fn desk(&self) -> &Desk<Writer> {
        &self.desk
    }

    /// How far the process is.
    #[must_use]
    pub const fn life(&self) -> &Life {
        &self.life
    }

    /// What the database is being asked.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> Arc<Policy> {
        self.desk.policies().at(self.now())
    }

    /// The words and the habits of somebody who reads this language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Reader {
        Reader::new(lang, &self.settings.zone, &self.settings.base_url)
    }

    /// A secret nobody has seen.
    #[must_use]
    pub fn draw(&self) -> [u8; 32] {
        self.chance.draw()
    }

    /// A name for a request to come, which says when it was given.
    #[must_use]
    pub fn fresh_name(&self) -> String {
        let random = self.draw().iter().fold(0, |all: u128, byte| all << 8 | u128::from(*byte));
        shown(Ids::new(self.now(), random).take())
    }

    /// Hands a request in and waits until it is decided and durable.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn submit(&self, key: Option<RequestKey>, digest: u64, request: Request) -> Decided {
        let work = self.decide(Envelope { key, digest, random: self.draw(), request });
        match trace::current() {
            Some(_) => work.await,
            // A timer's, or the command line's: the log knows it by an id all the same.
            None => trace::under(Trace::made(self.draw()), work).await,
        }
    }

    async fn decide(&self, envelope: Envelope) -> Decided {
        let (began, verb) = (Instant::now(), metrics::verb(&envelope.request));
        let decided = self.desk.decide(envelope).await;
        self.desk.metrics().decided(verb, &decided);
        let (outcome, code) = metrics::told(&decided);
        let payment = decided.as_ref().ok().and_then(|answer| answer.payments.first());
        tracing::info!(
            outcome,
            code,
            payment = payment.map(tracing::field::display),
            took_us = began.elapsed().as_micros(),
            "decided"
        );
        decided
    }

    /// Takes a message in.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn post(&self, incoming: Incoming) -> Decided {
        let key = RequestKey::of_post(incoming.network, &incoming.id);
        let mut said = vec![
            incoming.author.as_str(),
            incoming.text.as_str(),
            if incoming.direct { "direct" } else { "" },
        ];
        said.extend(incoming.reply_to.as_deref());
        let digest = digest(&said);
        let reading = self.read(&incoming);
        let post = Post {
            network: incoming.network,
            id: incoming.id.into(),
            author: incoming.author.into(),
            text: incoming.text.into(),
            direct: incoming.direct,
            reply_to: incoming.reply_to.map(Arc::from),
            reading,
            kept: incoming.network == Network::SQUARE,
        };
        self.submit(Some(key), digest, Request::Post(post)).await
    }

    fn read(&self, incoming: &Incoming) -> grammar::Reading {
        let context = grammar::Context {
            direct: incoming.direct,
            currency: self.settings.default_currency,
            lang: incoming.lang,
            ..grammar::Context::public(&self.settings.names)
        };
        grammar::read(&incoming.text, &context)
    }

    /// The member with this handle on the square, written with or without `@`, in any case.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn profile_by_handle(&self, handle: &str) -> Result<Option<Profile>, Unable> {
        let name = handle.trim_start_matches('@').to_lowercase();
        self.read_rows(move |read| read.profile_by_handle(Network::SQUARE, &name)).await
    }

    /// A member's wallets.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn wallets(&self, member: MemberId) -> Result<Vec<Wallet>, Unable> {
        self.read_rows(move |read| read.wallets(member)).await
    }

    /// Imports a policy as the next version, in force from now on; on other nodes within a second.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn import_policy(&self, body: String) -> Result<u32, Unable> {
        let latest = self
            .read_rows(|read| Ok(read.policies()?.last().map_or(0, |policy| policy.version)))
            .await?;
        let version = latest + 1;
        self.desk
            .write(move |engine| {
                let starts_at = engine.now();
                engine.import_policy(&PolicyText { version, starts_at, body: body.clone() })
            })
            .await?;
        self.learn_policies().await?;
        Ok(version)
    }

    /// Reads the policies where there is a new one. One that this program cannot read leaves those before it in force.
    pub(crate) async fn learn_policies(&self) -> Result<(), Unable> {
        let known = locked(&self.known).policy;
        let new = self.read_rows(move |read| match read.policy_version()? {
            newest if newest == known => Ok(None),
            newest => Ok(Some((newest, read.policies()?))),
        });
        let Some((newest, versions)) = new.await? else { return Ok(()) };
        match policy::read_all(&versions, self.settings.regime) {
            Ok(versions) => self.desk.policies().learn(versions),
            Err(error) => tracing::error!(error, "a new policy cannot be read"),
        }
        locked(&self.known).policy = newest;
        Ok(())
    }

    /// Learns how far this machine's clock is from the one that nodes share.
    pub(crate) async fn learn_clock(&self) -> Result<(), Unable> {
        let (ahead_us, took_us) = self.read_rows(ahead_us).await?;
        // A question that took long says little.
        if took_us < SECOND_US {
            self.ahead_us.store(ahead_us, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Deletes a member's own post; what it began and is still open is cancelled first, so that a crash in between
    /// leaves a post without effect and never an effect without its post.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn delete_post(&self, author: MemberId, post: String) -> Result<(), Unable> {
        let asked = post.clone();
        let Some(found) = self.read_rows(move |read| read.post(&asked)).await? else {
            return Ok(());
        };
        if found.author.is_none_or(|own| own.id != author) {
            return Ok(());
        }
        if let Some(post) = found.request {
            self.submit(None, 0, Request::Deleted { post, author }).await?;
        }
        self.desk.write(move |engine| engine.delete_post(&post, author, engine.now())).await?;
        Ok(())
    }

    /// Says one line about a member, for the demo's door and for others.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn describe(&self, member: MemberId, about: String) -> Result<(), Unable> {
        self.desk.write(move |engine| engine.set_about(member, &about)).await.map(drop)
    }

    /// What the database takes on the disk.
    #[must_use]
    pub fn database_size(&self) -> store::Size {
        self.readers.size()
    }

    /// Asks the database, from one snapshot, on a thread that may wait.
    ///
    /// # Errors
    /// [`Unable`] if it cannot be read.
    pub async fn read_rows<T, F>(&self, ask: F) -> Result<T, Unable>
    where
        T: Send + 'static,
        F: FnOnce(&store::Reader) -> Result<T, Fault> + Send + 'static,
    {
        let readers = self.readers.clone();
        let mut turn = Turn::wait(&self.reading);
        let asked = tokio::task::spawn_blocking(move || {
            readers.read(|read| {
                turn.begin();
                ask(read)
            })
        });
        let asked = asked.await;
        asked.map_err(|_| Unable::Broken)?.map_err(|fault| {
            tracing::error!(doing = fault.doing, cause = %fault.source, "read failed");
            if fault.passing { Unable::Unavailable } else { Unable::Broken }
        })
    }

    /// The instant, by the clock that nodes share; without other nodes, by this machine's.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        machine_clock().plus_us(self.ahead_us.load(Ordering::Relaxed))
    }
}

fn machine_clock() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_microsecond())
}

/// By how many microseconds the clock that nodes share is ahead of this machine's, give or take half of those that the
/// question took, which are the second number.
fn ahead_us(read: &store::Reader) -> Result<(i64, i64), Fault> {
    let asked = machine_clock();
    let there = read.clock()?;
    let took_us = machine_clock().0.saturating_sub(asked.0);
    let between = asked.plus_us(took_us / 2);
    Ok((there.map_or(0, |there| there.0.saturating_sub(between.0)), took_us))
}

/// The payments of an order that stand or fall with payment `id`, as [`domain::open::together`] says.
pub(crate) fn standing_together(
    read: &store::Reader,
    id: PaymentId,
) -> Result<Vec<Payment>, Fault> {
    let Some(payment) = read.payment(id)? else { return Ok(Vec::new()) };
    if payment.state.holds_money() || !payment.state.open() {
        return Ok(vec![payment]);
    }
    Ok(read.order(payment.order)?.into_iter().map(|story| story.payment).collect())
}

pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
