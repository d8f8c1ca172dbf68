//! The one door: every request is decided here, on rows in memory.

use std::sync::Arc;

use crate::bill;
use crate::claim;
use crate::context::Context;
use crate::grammar::{Command, Reading};
use crate::id::{MemberId, RequestKey};
use crate::instruct;
use crate::lang::Lang;
use crate::member::{Member, Network};
use crate::open;
use crate::operate;
use crate::passkey;
use crate::pay::known;
use crate::pin;
use crate::quiet;
use crate::refund;
use crate::refusal::Refusal;
use crate::request::{
    Answer, Done, Envelope, HandleKey, KeptPost, Outcome, Post, Proof, Request, SignIn,
};
use crate::resolve::look_up;
use crate::rows::{Draft, Key, Rows, Stop};
use crate::say::{Arg, Say};
use crate::schedule;
use crate::tell::{Source, to_stranger};
use crate::time::MINUTE_US;

/// How long a link to sign in works.
pub const SIGN_IN_US: i64 = 15 * MINUTE_US;

impl Envelope {
    /// The rows that are needed whatever they hold; [`decide`] asks for the others.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = self.key.map(Key::Done).into_iter().collect();
        keys.extend(self.request.keys());
        keys
    }
}

impl Request {
    fn keys(&self) -> Vec<Key> {
        match self {
            Self::Post(post) => post_keys(post),
            Self::Deleted { post, author } => vec![Key::Done(*post), Key::Member(*author)],
            Self::Approve(approve) => {
                let (member, payment) = (approve.member, approve.payment);
                proved([Key::Member(member), Key::Payment(payment)], &approve.proof, member)
            }
            Self::Decline { member, payment } | Self::Cancel { member, payment } => {
                vec![Key::Member(*member), Key::Payment(*payment)]
            }
            Self::Claim { member, token_hash, .. } => {
                vec![Key::Member(*member), Key::Claim(*token_hash)]
            }
            Self::Expire { payment } => vec![Key::Payment(*payment)],
            Self::SetPin { member, proof, .. } => {
                proved([Key::Member(*member), Key::Passkeys(*member)], proof, *member)
            }
            Self::SignInLink { handle } => {
                vec![Key::Handle(HandleKey::Name(handle.0, handle.1.as_str().into()))]
            }
            Self::SetLang { member, .. } => vec![Key::Member(*member)],
            Self::Admin(_) => Vec::new(),
            Self::Bill(act) => act.keys(),
            Self::SetStopped { member, .. } => vec![Key::Member(*member)],
            Self::Pay(pay) => instruct::keys(pay),
            Self::Operate(operate) => vec![Key::Member(operate.by), Key::Pin(operate.by)],
            Self::Refund(order) => {
                let (member, payment) = (order.member, order.payment);
                proved([Key::Member(member), Key::Payment(payment)], &order.proof, member)
            }
            Self::AskRefund { member, payment, .. } | Self::DeclineRefund { member, payment } => {
                vec![Key::Member(*member), Key::Payment(*payment)]
            }
            Self::LapseRefundAsk { payment } => vec![Key::Payment(*payment)],
            Self::Schedule(act) => act.keys(),
            Self::Passkey(act) => act.keys(),
        }
    }
}

/// Rows, and those that are needed to check what a member proves.
fn proved(rows: [Key; 2], proof: &Option<Proof>, member: MemberId) -> Vec<Key> {
    rows.into_iter().chain([Key::Pin(member)]).chain(Proof::keys(proof, member)).collect()
}

fn post_keys(post: &Post) -> Vec<Key> {
    let mut keys = vec![Key::Handle(HandleKey::Id(post.network, post.author.clone()))];
    if let Reading::Command(command) = &post.reading {
        keys.extend(
            command.to.iter().filter_map(|to| look_up(to, post.network).ok()).map(Key::Handle),
        );
        let answered = post.reply_to.as_ref().map(|id| RequestKey::of_post(post.network, id));
        keys.extend(answered.map(Key::Done));
    }
    keys
}

/// Decides a request: the rows change, or nothing does, and there is an answer in either case.
///
/// # Errors
/// The keys of the rows to load before this request can be decided.
pub fn decide(envelope: &Envelope, rows: &mut Rows, ctx: &Context<'_>) -> Result<Answer, Vec<Key>> {
    let answer = match try_decide(envelope, rows, ctx) {
        Ok(answer) => answer,
        Err(Stop::More(keys)) => return Err(keys),
        Err(Stop::Refused(refusal)) => Answer::refused(refusal),
    };
    if let (Outcome::Refused(refusal), false) = (&answer.outcome, answer.repeated) {
        rows.count_refusal(ctx.period.day, refusal.code());
    }
    Ok(answer)
}

/// The rows that [`decide`] would ask for now. A dry run: nothing of it counts.
#[must_use]
pub fn find(envelope: &Envelope, rows: &mut Rows, ctx: &Context<'_>) -> Vec<Key> {
    let stopped = match repeated(envelope, rows) {
        Ok(None) => weigh(envelope, rows, ctx).err(),
        Ok(Some(_)) => None,
        Err(stop) => Some(stop),
    };
    match stopped {
        Some(Stop::More(keys)) => keys,
        Some(Stop::Refused(_)) | None => Vec::new(),
    }
}

fn try_decide(envelope: &Envelope, rows: &mut Rows, ctx: &Context<'_>) -> Result<Answer, Stop> {
    if let Some(answer) = repeated(envelope, rows)? {
        return Ok(answer);
    }
    let admin = matches!(envelope.request, Request::Admin(_));
    let answer = match weigh(envelope, rows, ctx) {
        Ok(weighed) => weighed.keep(),
        // Nobody was told anything yet and nothing is wrong with the request: the program may send the same again.
        Err(Stop::Refused(Refusal::SlowDown)) if matches!(envelope.request, Request::Pay(_)) => {
            return Ok(Answer::refused(Refusal::SlowDown));
        }
        // Its time has not come by the desk's own clock.
        Err(Stop::Refused(Refusal::Busy)) if matches!(envelope.request, Request::Schedule(_)) => {
            return Ok(Answer::refused(Refusal::Busy));
        }
        // The operator may correct what was refused and hand it in again under the same name.
        Err(Stop::Refused(refusal)) if !admin => Answer::refused(refusal),
        Err(stop) => return Err(stop),
    };
    if let Some(key) = envelope.key {
        rows.finish(Done { key, digest: envelope.digest, at: ctx.now, answer: answer.clone() });
    }
    Ok(answer)
}

/// The answer to a request that was decided before.
fn repeated(envelope: &Envelope, rows: &Rows) -> Result<Option<Answer>, Stop> {
    let Some(key) = envelope.key else { return Ok(None) };
    match rows.done(key)? {
        None => Ok(None),
        Some(done) if done.digest == envelope.digest => {
            Ok(Some(Answer { repeated: true, ..done.answer.clone() }))
        }
        Some(_) => Err(Refusal::KeyReused.into()),
    }
}

/// What a request comes to, as long as nothing of it counts.
struct Weighed<'a> {
    outcome: Outcome,
    draft: Draft<'a>,
}

impl Weighed<'_> {
    /// Makes it count.
    fn keep(self) -> Answer {
        let (messages, payments) = self.draft.keep();
        Answer { outcome: self.outcome, messages, payments, repeated: false }
    }
}

fn weigh<'a>(
    envelope: &Envelope,
    rows: &'a mut Rows,
    ctx: &Context<'_>,
) -> Result<Weighed<'a>, Stop> {
    match &envelope.request {
        Request::Post(post) => say_post(post, envelope.key, rows, ctx),
        other => act(other, envelope.key, rows, ctx),
    }
}

/// Requests that are no posts: a refusal is for whoever is looking at the page, and is told nobody else.
fn act<'a>(
    request: &Request,
    key: Option<RequestKey>,
    rows: &'a mut Rows,
    ctx: &Context<'_>,
) -> Result<Weighed<'a>, Stop> {
    let mut draft = Draft::new(rows);
    let origin = key.unwrap_or(RequestKey(0));
    let page = Source { network: Network::SQUARE, post: None, origin, public: false };
    let refused = match request {
        Request::Approve(approve) => open::approve(&mut draft, ctx, approve, &page)?,
        Request::SetPin { member, hash, proof } => {
            pin::set_pin(&mut draft, ctx, *member, hash, proof.as_ref())?
        }
        Request::Decline { member, payment } => {
            done(open::decline(&mut draft, ctx, *member, *payment, &page))?
        }
        Request::Cancel { member, payment } => {
            done(open::cancel(&mut draft, ctx, *member, *payment, &page))?
        }
        Request::Claim { member, token_hash, wanted } => {
            done(claim::claim(&mut draft, ctx, *member, *token_hash, *wanted))?
        }
        Request::Expire { payment } => done(open::expire(&mut draft, ctx, *payment))?,
        Request::Deleted { post, author } => {
            done(open::deleted(&mut draft, ctx, *post, *author, &page))?;
            done(bill::deleted(&mut draft, ctx, *post, *author, &page))?
        }
        Request::SignInLink { handle } => done(sign_in_link(&mut draft, ctx, handle))?,
        Request::SetLang { member, lang } => done(set_lang(&mut draft, *member, *lang))?,
        Request::Admin(admin) => done(operate::act(&mut draft, ctx, admin, None))?,
        Request::Operate(operate) => operate::operate(&mut draft, ctx, operate)?,
        Request::Bill(act) => bill::act(&mut draft, ctx, act, &page)?,
        Request::SetStopped { member, network, stopped } => {
            done(quiet::set(&mut draft, *member, *network, *stopped))?
        }
        Request::Pay(pay) => done(instruct::pay(&mut draft, ctx, pay, &page))?,
        Request::Refund(order) => refund::refund(&mut draft, ctx, order, &page)?,
        Request::AskRefund { member, payment, amount } => {
            done(refund::ask(&mut draft, ctx, *member, *payment, *amount, &page))?
        }
        Request::DeclineRefund { member, payment } => {
            done(refund::decline(&mut draft, ctx, *member, *payment, &page))?
        }
        Request::LapseRefundAsk { payment } => done(refund::lapse(&mut draft, ctx, *payment))?,
        Request::Schedule(act) => schedule::act(&mut draft, ctx, act, &page)?,
        Request::Passkey(act) => passkey::act(&mut draft, ctx, act)?,
        Request::Post(_) => unreachable!("posts are decided by say_post"),
    };
    let outcome = refused.map_or(Outcome::Done, Outcome::Refused);
    Ok(Weighed { outcome, draft })
}

fn done(result: Result<(), Stop>) -> Result<Option<Refusal>, Stop> {
    result.map(|()| None)
}

/// A message: kept where the network is ours, read, obeyed or answered.
fn say_post<'a>(
    post: &Post,
    key: Option<RequestKey>,
    rows: &'a mut Rows,
    ctx: &Context<'_>,
) -> Result<Weighed<'a>, Stop> {
    let mut draft = Draft::new(rows);
    let handle = draft.handle(&HandleKey::Id(post.network, post.author.clone()))?;
    let Some(author) = handle else {
        return Ok(answer_stranger(post, draft));
    };
    let author = known(&draft, author)?;
    let source = Source::of(post, key.unwrap_or(RequestKey(0)));
    keep_post(&mut draft, post, key, author.id, ctx);
    let outcome = match &post.reading {
        Reading::None => Outcome::Nothing,
        Reading::Question(question) => {
            draft.answer_in_public(&source, &author, Say::new("look-public"), None);
            draft.answer(&source, &author, question.say(), None);
            Outcome::Question(question.code)
        }
        Reading::Command(command) => match obey(command, &author, &source, post, &mut draft, ctx) {
            Ok(()) => Outcome::Done,
            Err(Stop::More(keys)) => return Err(Stop::More(keys)),
            Err(Stop::Refused(refusal)) => {
                draft.forget();
                keep_post(&mut draft, post, key, author.id, ctx);
                draft.answer_in_public(&source, &author, Say::new("look-public"), None);
                draft.answer(&source, &author, refusal.say(), None);
                Outcome::Refused(refusal)
            }
        },
    };
    Ok(Weighed { outcome, draft })
}

/// Everything a verb gets to see of the message that asked for it.
pub struct Asked<'a> {
    /// What the grammar read.
    pub command: &'a Command,
    /// Who asked.
    pub author: &'a Member,
    /// Where the answer goes.
    pub source: &'a Source,
    /// The message.
    pub post: &'a Post,
}

fn obey(
    command: &Command,
    author: &Member,
    source: &Source,
    post: &Post,
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
) -> Result<(), Stop> {
    command.verb.decide(&Asked { command, author, source, post }, draft, ctx)
}

fn keep_post(
    draft: &mut Draft<'_>,
    post: &Post,
    key: Option<RequestKey>,
    author: MemberId,
    ctx: &Context<'_>,
) {
    if post.kept {
        draft.keep_post(KeptPost {
            author,
            id: post.id.clone(),
            key,
            direct: post.direct,
            reply_to: post.reply_to.clone(),
            text: post.text.clone(),
            at: ctx.now,
        });
    }
}

/// Somebody without account who wanted something is told so; anything else they say is not for us.
fn answer_stranger<'a>(post: &Post, mut draft: Draft<'a>) -> Weighed<'a> {
    let lang = match &post.reading {
        Reading::Command(command) => command.lang,
        Reading::Question(question) => question.lang,
        Reading::None => return Weighed { outcome: Outcome::Nothing, draft },
    };
    draft.tell(to_stranger(post, lang, Refusal::MemberUnknown.say()));
    Weighed { outcome: Outcome::Refused(Refusal::MemberUnknown), draft }
}

/// Sends a sign-in link to a handle's member; says nothing about whether there is one.
fn sign_in_link(
    draft: &mut Draft<'_>,
    ctx: &Context<'_>,
    handle: &(Network, String),
) -> Result<(), Stop> {
    let key = HandleKey::Name(handle.0, handle.1.as_str().into());
    let Some(found) = draft.handle(&key)? else { return Ok(()) };
    let member = known(draft, found)?;
    let token = ctx.token(0);
    let until = ctx.now.plus_us(SIGN_IN_US);
    let say = Say::new("login-link")
        .with("link", Arg::Link(format!("/door/{}", token.text)))
        .with("until", Arg::At(until));
    draft.notify(&member, say, None);
    draft.put_sign_in(SignIn { token_hash: token.hash, member: member.id, expires_at: until });
    Ok(())
}

fn set_lang(draft: &mut Draft<'_>, member: MemberId, lang: Lang) -> Result<(), Stop> {
    draft.need([Key::Member(member)])?;
    let member = known(draft, member)?;
    draft.put_member(Member { lang, ..member });
    Ok(())
}

impl Answer {
    /// A refusal that is told nobody but whoever asked.
    #[must_use]
    pub fn refused(refusal: Refusal) -> Self {
        Self {
            outcome: Outcome::Refused(refusal),
            messages: Arc::default(),
            payments: Arc::default(),
            repeated: false,
        }
    }
}
