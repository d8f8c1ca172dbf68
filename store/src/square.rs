//! The square: the posts of the built-in network.

use crate::load::only;
use crate::sql::{self, Connection, Feed, OptionalExtension, Row, params};
use domain::id::{MemberId, PaymentId, RequestKey};
use domain::lang::Lang;
use domain::member::Network;
use domain::port::Fault;
use domain::request::{Message, To};
use domain::rows::Rows;
use domain::time::Timestamp;
use rustc_hash::FxHashMap;

use crate::codec;
use crate::column::{at, count, maybe_at, maybe_id, parsed};
use crate::engine::Writer;
use crate::fault::Doing;
use crate::outbox::Leased;
use crate::readers::Reader;
use crate::vault::{Sealer, sealed};

pub(crate) const INSERT: &str = "INSERT INTO post (id, author, direct, request, reply_to, text, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING number";

pub(crate) const DELIVER: &str =
    "INSERT INTO post (id, direct, reply_to, code, text, lang, payment, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

pub(crate) const DELETE: &str = "UPDATE post SET deleted_at = $1
     WHERE number = (SELECT post FROM done WHERE key = $2) AND author = $3 AND deleted_at IS NULL
     RETURNING request";

/// The columns of a post in the order in which [`read`] reads them; the words of a deleted post are gone.
macro_rules! columns {
    () => {
        concat!(
            "p.number, p.id, p.author, ",
            sealed!("member.name", "m.name", "m.id"),
            ", (SELECT h.name FROM handle h WHERE h.member = p.author AND h.network = m.home
                 ORDER BY h.stable_id LIMIT 1),
             p.direct, p.request, p.reply_to, p.code, CASE WHEN p.deleted_at IS NULL THEN ",
            sealed!("post.text", "p.text", "p.id"),
            " END, p.lang, p.payment, p.at, p.deleted_at"
        )
    };
}

const BY_REQUEST: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author
     WHERE p.number = (SELECT post FROM done WHERE key = $1)"
);

const OF_SERVICE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author WHERE p.id = $1 AND p.author IS NULL"
);

pub(crate) const TIMELINE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author
     WHERE p.direct IS NULL AND p.number < $1 ORDER BY p.number DESC LIMIT $2"
);

pub(crate) const CONVERSATION: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author
     WHERE p.direct = $1 AND p.number < $2 ORDER BY p.number DESC LIMIT $3"
);

pub(crate) const PUBLIC_SINCE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author
     WHERE p.direct IS NULL AND p.number > $1 ORDER BY p.number LIMIT $2"
);

pub(crate) const DIRECT_SINCE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author
     WHERE p.direct = $1 AND p.number > $2 ORDER BY p.number LIMIT $3"
);

/// Numbers are taken before posts are committed, so of two nodes one may commit a lower number later.
pub(crate) const LATE: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM post p LEFT JOIN member m ON m.id = p.author
     WHERE p.number > $1 AND p.number <= $2 AND p.at > $3 AND (p.direct IS NULL OR p.direct = $4)
     ORDER BY p.number"
);

/// How far a post may come late, in numbers.
const LATE_MAX: i64 = 500;

const LATEST: &str = "SELECT coalesce(max(number), 0) FROM post";

/// A post as a page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Post {
    /// Its place among all posts; counts up.
    pub number: i64,
    /// Its id.
    pub id: String,
    /// Who wrote it; `None` for the service.
    pub author: Option<Author>,
    /// Whose direct conversation with the service it belongs to; `None` in public.
    pub direct: Option<MemberId>,
    /// The request it made.
    pub request: Option<RequestKey>,
    /// The post it answers.
    pub reply_to: Option<String>,
    /// The code of the sentence, where the service speaks.
    pub code: Option<String>,
    /// The words; empty after a deletion.
    pub text: String,
    /// The language, where the service speaks.
    pub lang: Option<Lang>,
    /// The payment it is about, where the service speaks.
    pub payment: Option<PaymentId>,
    /// When.
    pub at: Timestamp,
    /// When its author deleted it.
    pub deleted_at: Option<Timestamp>,
}

/// The author of a post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    /// Who.
    pub id: MemberId,
    /// The visible name.
    pub name: String,
    /// The handle at home, without `@`.
    pub handle: Option<String>,
}

/// A message of the outbox, put into words for the square.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// What was leased.
    pub leased: &'a Leased,
    /// The words.
    pub text: &'a str,
}

/// A post that its author deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Deleted {
    /// The request it had made.
    pub request: Option<RequestKey>,
}

/// How the ids of the service's posts begin.
const OF_SERVICE_PREFIX: &str = "out-";

/// The id of the post that says what stands in outbox row `outbox`.
#[must_use]
pub fn post_id(outbox: i64) -> String {
    format!("{OF_SERVICE_PREFIX}{outbox}")
}

/// The numbers of posts by the requests they made.
pub(crate) type Numbers = FxHashMap<RequestKey, i64>;

/// Writes the posts a group keeps and gives their numbers.
pub(crate) fn write(conn: &Connection, sealer: &Sealer, rows: &Rows) -> sql::Result<Numbers> {
    let posts = &rows.unwritten().posts;
    let mut numbers = Numbers::default();
    if posts.is_empty() {
        return Ok(numbers);
    }
    let feed = |put: &mut Feed<'_>| {
        posts.iter().try_for_each(|post| {
            let author = post.author.bytes();
            put(params![
                post.id,
                author,
                post.direct.then_some(author),
                post.key.map(RequestKey::bytes),
                post.reply_to,
                sealer.text(conn, post.author, "post.text", &*post.id, &post.text)?,
                post.at.0,
            ])
        })
    };
    for (post, number) in posts.iter().zip(conn.ask_each(INSERT, feed, |row| row.get(0))?) {
        numbers.extend(post.key.zip(only(number)));
    }
    Ok(numbers)
}

/// Whose direct conversation a message belongs to, or that nobody can read it.
fn direct(message: &Message) -> Option<Option<MemberId>> {
    match (message.public, &message.to) {
        (true, To::Member(_) | To::Stranger(_)) => Some(None),
        (false, To::Member(id)) => Some(Some(*id)),
        // Everybody on the square is a member; there is no page on which a stranger could read this.
        (false, To::Stranger(_)) => None,
    }
}

impl Writer {
    /// Posts messages of the outbox in the square and forgets them there. Each is posted once, however often this
    /// is called; one whose lease went to somebody else is left to them.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn deliver_to_square(
        &mut self,
        deliveries: &[Delivery<'_>],
        now: Timestamp,
    ) -> Result<(), Fault> {
        let deliver = || -> sql::Result<()> {
            let ours = self.take(deliveries.iter().map(|one| (one.leased.id, one.leased.fence)))?;
            self.conn().run_each(DELIVER, |put| {
                for (delivery, _) in deliveries.iter().zip(ours).filter(|(_, ours)| *ours) {
                    let leased = delivery.leased;
                    let Some(direct) = direct(&leased.message) else { continue };
                    let (id, to) = (post_id(leased.id), codec::told(&leased.message.to));
                    let text = self.seal(to, "post.text", &*id, delivery.text)?;
                    put(params![
                        id,
                        direct.map(MemberId::bytes),
                        leased.message.reply_to,
                        leased.message.say.code,
                        text,
                        leased.message.lang.tag(),
                        leased.message.payment.map(PaymentId::bytes),
                        now.0,
                    ])?;
                }
                Ok(())
            })
        };
        deliver().doing("post messages in the square")
    }

    /// Deletes a post of `author`'s; `None` if there is none of theirs, or it is deleted already.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be written.
    pub fn delete_post(
        &mut self,
        post: &str,
        author: MemberId,
        now: Timestamp,
    ) -> Result<Option<Deleted>, Fault> {
        let delete = || -> sql::Result<Option<Deleted>> {
            let mut delete = self.conn().prepare_cached(DELETE)?;
            let key = RequestKey::of_post(Network::SQUARE, post);
            let row = delete.query_row(params![now.0, key.bytes(), author.bytes()], |row| {
                Ok(Deleted { request: maybe_id(row, 0, RequestKey::from_bytes)? })
            });
            row.optional()
        };
        delete().doing("delete a post")
    }
}

fn read(row: &Row<'_>) -> sql::Result<Post> {
    let author = match maybe_id(row, 2, MemberId::from_bytes)? {
        Some(id) => Some(Author {
            id,
            name: row.get::<Option<String>>(3)?.unwrap_or_default(),
            handle: row.get(4)?,
        }),
        None => None,
    };
    let lang = match row.get_ref(10)?.as_str_or_null()? {
        Some(_) => Some(parsed(row, 10, Lang::parse)?),
        None => None,
    };
    Ok(Post {
        number: row.get(0)?,
        id: row.get(1)?,
        author,
        direct: maybe_id(row, 5, MemberId::from_bytes)?,
        request: maybe_id(row, 6, RequestKey::from_bytes)?,
        reply_to: row.get(7)?,
        code: row.get(8)?,
        text: row.get::<Option<String>>(9)?.unwrap_or_default(),
        lang,
        payment: maybe_id(row, 11, PaymentId::from_bytes)?,
        at: at(row, 12)?,
        deleted_at: maybe_at(row, 13)?,
    })
}

/// What the pages of the square show.
impl Reader {
    /// A post.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn post(&self, id: &str) -> Result<Option<Post>, Fault> {
        let post = if id.starts_with(OF_SERVICE_PREFIX) {
            self.maybe(OF_SERVICE, [id], read)
        } else {
            self.maybe(BY_REQUEST, [RequestKey::of_post(Network::SQUARE, id).bytes()], read)
        };
        post.doing("read a post")
    }

    /// Public posts, newest first, below number `before`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn timeline(&self, before: Option<i64>, limit: usize) -> Result<Vec<Post>, Fault> {
        let params = params![before.unwrap_or(i64::MAX), count(limit)];
        self.list(TIMELINE, params, read).doing("read the timeline")
    }

    /// A member's direct conversation with the service, newest first, below number `before`.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn conversation(
        &self,
        member: MemberId,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<Post>, Fault> {
        let params = params![member.bytes(), before.unwrap_or(i64::MAX), count(limit)];
        self.list(CONVERSATION, params, read).doing("read a conversation")
    }

    /// What `member` may see of the posts after number `after`, oldest first; somebody not signed in sees the
    /// public ones.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn posts_since(
        &self,
        after: i64,
        member: Option<MemberId>,
        limit: usize,
    ) -> Result<Vec<Post>, Fault> {
        let mut posts = self
            .list(PUBLIC_SINCE, params![after, count(limit)], read)
            .doing("read new public posts")?;
        if let Some(member) = member {
            let params = params![member.bytes(), after, count(limit)];
            posts.extend(self.list(DIRECT_SINCE, params, read).doing("read new direct posts")?);
            posts.sort_unstable_by_key(|post| post.number);
            posts.truncate(limit);
        }
        Ok(posts)
    }

    /// What `member` may see of the posts before number `until` that are newer than `since`, oldest first: where nodes
    /// share a database, some of them may not have been there when those behind them were read. Looks at 500 numbers.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn posts_late(
        &self,
        until: i64,
        since: Timestamp,
        member: MemberId,
    ) -> Result<Vec<Post>, Fault> {
        let params = params![until.saturating_sub(LATE_MAX), until, since.0, member.bytes()];
        self.list(LATE, params, read).doing("read posts that came late")
    }

    /// The number of the newest post; 0 if there is none.
    ///
    /// # Errors
    /// A [`Fault`] if the database cannot be read.
    pub fn latest_post(&self) -> Result<i64, Fault> {
        self.one(LATEST, [], |row| row.get(0)).doing("read the newest post's number")
    }
}
