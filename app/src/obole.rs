//! The service as pages, programs and the command line see it.

use std::sync::Arc;

use domain::approval;
use domain::grammar::{self, Mention};
use domain::id::{MemberId, PaymentId, RequestKey};
use domain::lang::Lang;
use domain::member::{Member, Network};
use domain::money::Currency;
use domain::policy::Regime;
use domain::refusal::Refusal;
use domain::request::{Answer, Approve, Envelope, HandleKey, PinProof, Post, Proof, Request};
use domain::time::Timestamp;
use sha2::{Digest, Sha256};
use store::{Readers, SqliteEngine};
use tokio::sync::{Semaphore, watch};

use crate::chance::Chance;
use crate::desk::Desk;
use crate::group::{Decided, Unable};
use crate::pin;
use crate::words::Reader;

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
    /// The zone in which instants are told.
    pub zone: String,
}

/// The service.
pub struct Obole {
    desk: Desk<SqliteEngine>,
    readers: Readers,
    chance: Chance,
    pins: Arc<Semaphore>,
    settings: Settings,
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
    #[must_use]
    pub fn new(desk: Desk<SqliteEngine>, readers: Readers, settings: Settings) -> Self {
        Self {
            desk,
            readers,
            chance: Chance::default(),
            pins: Arc::new(Semaphore::new(PIN_HASHES_MAX)),
            settings,
        }
    }

    /// What the operator configured.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Counts commits; changes after each.
    #[must_use]
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.desk.commits()
    }

    /// The desk, for jobs.
    #[must_use]
    pub const fn desk(&self) -> &Desk<SqliteEngine> {
        &self.desk
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

    /// Hands a request in and waits until it is decided and durable.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn submit(&self, key: Option<RequestKey>, digest: u64, request: Request) -> Decided {
        self.desk.decide(Envelope { key, digest, random: self.draw(), request }).await
    }

    /// Takes a message in.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn post(&self, incoming: Incoming) -> Decided {
        let key = RequestKey::of_post(incoming.network, &incoming.id);
        let digest = digest(&[&incoming.author, &incoming.text, if incoming.direct { "direct" } else { "" }]);
        let reading = self.read(&incoming, &[]);
        let post = Post {
            network: incoming.network,
            id: incoming.id,
            author: incoming.author,
            text: incoming.text,
            direct: incoming.direct,
            reply_to: incoming.reply_to,
            reading,
            kept: incoming.network == Network::SQUARE,
        };
        self.submit(Some(key), digest, Request::Post(post)).await
    }

    fn read(&self, incoming: &Incoming, mentions: &[Mention<'_>]) -> grammar::Reading {
        let names: Vec<&str> = self.settings.names.iter().map(String::as_str).collect();
        let context = grammar::Context {
            direct: incoming.direct,
            service: &names,
            currency: self.settings.default_currency,
            mentions,
            lang: incoming.lang,
            ..grammar::Context::default()
        };
        grammar::read(&incoming.text, &context)
    }

    /// What the approval sheet of a payment shows its payer, as a digest to hand back with the consent; `None`
    /// for a payment that is not theirs.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn approval_digest(&self, payer: MemberId, id: PaymentId) -> Result<Option<[u8; 32]>, Unable> {
        let payments = self.read_rows(move |read| read.standing_together(id)).await?;
        let own = payments.first().is_some_and(|payment| payment.payer == payer);
        Ok(own.then(|| approval::digest(&payments.iter().collect::<Vec<_>>())))
    }

    /// The payer consents; the PIN is checked first, if one was typed.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn approve(&self, member: MemberId, payment: PaymentId, shown: [u8; 32], pin: Option<String>) -> Decided {
        let proof = match pin {
            Some(pin) => match self.check_pin(member, pin).await? {
                Some(proof) => Some(Proof::Pin(proof)),
                None => return Ok(Answer::refused(Refusal::PinMissing)),
            },
            None => None,
        };
        self.submit(None, 0, Request::Approve(Approve { member, payment, shown, proof })).await
    }

    /// Compares a PIN with the member's; `None` if they have none.
    async fn check_pin(&self, member: MemberId, pin: String) -> Result<Option<PinProof>, Unable> {
        let Some(present) = self.read_rows(move |read| read.pin(member)).await? else { return Ok(None) };
        if present.locked() {
            return Ok(Some(PinProof { right: false, set_at: present.set_at }));
        }
        let set_at = present.set_at;
        let right = self.hashing(move || pin::fits(&pin, &present.hash)).await?;
        Ok(Some(PinProof { right, set_at }))
    }

    /// Sets a member's PIN, or changes it if the present one is typed right. A weak one is refused.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn set_pin(&self, member: MemberId, pin: String, present: Option<String>) -> Decided {
        if !pin::is_good(&pin) {
            return Ok(Answer::refused(Refusal::PinWeak));
        }
        let proof = match present {
            Some(present) => self.check_pin(member, present).await?,
            None => None,
        };
        let hash = self.hashing(move || pin::hash(&pin)).await?;
        self.submit(None, 0, Request::SetPin { member, hash, proof }).await
    }

    async fn hashing<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Unable> {
        let _turn = self.pins.acquire().await.map_err(|_| Unable::Unavailable)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| Unable::Broken)
    }

    /// Makes a link that signs a member in once, for the operator to hand over.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn new_sign_in_link(&self, member: MemberId) -> Result<String, Unable> {
        let token = domain::context::link_token(self.draw(), 0);
        let hash = token.hash;
        self.desk
            .write(move |engine| {
                let until = engine.now().plus_us(domain::decide::SIGN_IN_US);
                engine.add_sign_in(&hash, member, until)
            })
            .await?;
        Ok(format!("{}/door/{}", self.settings.base_url, token.text))
    }

    /// Uses a sign-in link up and begins a session; gives the session's token, or `None` if the link is spent,
    /// too old or never was.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn sign_in(&self, link_token: &str) -> Result<Option<String>, Unable> {
        let link = domain::context::token_hash(link_token);
        let session = domain::context::link_token(self.draw(), 0);
        let hash = session.hash;
        let member = self.desk.write(move |engine| engine.use_sign_in(&link, &hash, SESSION_US)).await?;
        Ok(member.map(|_| session.text))
    }

    /// Begins a session without a link; the demo's door.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn begin_session(&self, member: MemberId) -> Result<String, Unable> {
        let session = domain::context::link_token(self.draw(), 0);
        let hash = session.hash;
        self.desk.write(move |engine| engine.begin_session(&hash, member, SESSION_US)).await?;
        Ok(session.text)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn end_session(&self, session: &str) -> Result<(), Unable> {
        let hash = domain::context::token_hash(session);
        self.desk.write(move |engine| engine.end_session(&hash)).await
    }

    /// Whose session this is.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn session_member(&self, session: &str) -> Result<Option<Member>, Unable> {
        let hash = domain::context::token_hash(session);
        self.read_rows(move |read| read.session_member(&hash)).await
    }
}

/// How long somebody stays signed in, in microseconds: 30 days.
const SESSION_US: i64 = 30 * domain::time::DAY_US;
