//! Everything that is kept about one member, as one JSON document for them.
//!
//! Of other people it has what the member has been shown: names and handles in their common payments. It has no
//! secret: no hash of a PIN, a link or a session, and no program's secret. Rows are streamed.

use std::io::{self, Write};

use domain::bill::Bill;
use domain::id::MemberId;
use domain::ledger::Account;
use domain::member::Network;
use domain::money::{Money, decimal};
use domain::payment::{Payee, Payment, State};
use domain::schedule::Schedule;
use domain::time::Timestamp;
use serde_json::{Value, json};

use super::ExportError;
use crate::bill::bill_columns;
use crate::column::{at, maybe_at, money};
use crate::payment::{columns, read};
use crate::people::{Profile, StatementLine};
use crate::readers::Reader;
use crate::schedule::schedule_columns;
use crate::sql::{self, Row};
use crate::vault::sealed;

/// Lines of a statement that are read at once.
const LINES: usize = 500;

const PASSKEYS: &str = concat!(
    "SELECT ",
    sealed!("passkey.name", "name", "id"),
    ", added_at, used_at FROM passkey WHERE member = $1 ORDER BY added_at, id"
);

const HANDLES: &str = "SELECT network, stable_id, name, linked_at FROM handle
     WHERE member = $1 ORDER BY network, stable_id";

const SESSIONS: &str =
    "SELECT created_at, expires_at FROM session WHERE member = $1 ORDER BY created_at";

const SIGN_INS: &str =
    "SELECT expires_at, used_at FROM sign_in WHERE member = $1 ORDER BY expires_at";

const PROGRAMS: &str =
    "SELECT id, scopes, created_at FROM api_key WHERE member = $1 ORDER BY created_at, id";

const TOP_UPS: &str = concat!(
    "SELECT amount, currency, ",
    sealed!("top_up.reference", "reference", "id"),
    ", at FROM top_up WHERE member = $1 ORDER BY at, id"
);

const HOLDS: &str = "SELECT amount, currency, payment, opened_at, ended, ended_at FROM hold
     WHERE member = $1 ORDER BY opened_at, payment";

const PAYMENTS: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM payment WHERE payer = $1 OR payee = $1 OR claimed_by = $1 ORDER BY id"
);

const BILLS: &str =
    concat!("SELECT ", bill_columns!(), " FROM bill WHERE payer = $1 OR payee = $1 ORDER BY id");

const SCHEDULES: &str =
    concat!("SELECT ", schedule_columns!(), " FROM schedule WHERE payer = $1 ORDER BY id");

const BLOCKS: &str = "SELECT other, since FROM block WHERE member = $1 ORDER BY since, other";

const MESSAGES: &str = concat!(
    "SELECT id, author IS NOT NULL, direct IS NOT NULL, ",
    sealed!("post.text", "text", "id"),
    ", lang, reply_to, at, deleted_at
     FROM post WHERE author = $1 OR direct = $1 ORDER BY number"
);

/// Writes a member's archive.
///
/// # Errors
/// [`ExportError`] if the database cannot be read or `out` takes no more.
pub fn archive(reader: &Reader, profile: &Profile, out: &mut dyn Write) -> Result<(), ExportError> {
    let member = profile.member.id;
    write!(out, "{{\"obole_archive\":1,\n\"member\":")?;
    put(out, &person(profile))?;
    let pin = reader.pin(member)?;
    write!(out, ",\n\"pin\":")?;
    put(out, &pin.map_or(Value::Null, |pin| json!({ "set_at": shown(pin.set_at) })))?;
    let mut doc = Doc { reader, member, out };
    doc.list("handles", HANDLES, |row| {
        Ok(json!({
            "network": row.get::<String>(0)?,
            "id": row.get::<String>(1)?,
            "name": row.get::<String>(2)?,
            "linked_at": shown(at(row, 3)?),
        }))
    })?;
    doc.list("passkeys", PASSKEYS, |row| {
        Ok(json!({
            "name": row.get::<String>(0)?,
            "added_at": shown(at(row, 1)?),
            "used_at": maybe_at(row, 2)?.map(shown),
        }))
    })?;
    doc.list("sessions", SESSIONS, |row| {
        Ok(json!({ "created_at": shown(at(row, 0)?), "expires_at": shown(at(row, 1)?) }))
    })?;
    doc.list("sign_in_links", SIGN_INS, |row| {
        Ok(json!({ "expires_at": shown(at(row, 0)?), "used_at": maybe_at(row, 1)?.map(shown) }))
    })?;
    doc.list("programs", PROGRAMS, |row| {
        Ok(json!({
            "key": row.get::<String>(0)?,
            "scopes": row.get::<String>(1)?,
            "created_at": shown(at(row, 2)?),
        }))
    })?;
    doc.wallets()?;
    doc.list("bank_transfers", TOP_UPS, |row| {
        let mut value = amount(money(row, 0, 1)?);
        value["reference"] = json!(row.get::<String>(2)?);
        value["at"] = json!(shown(at(row, 3)?));
        Ok(value)
    })?;
    doc.list("holds", HOLDS, hold)?;
    doc.payments()?;
    doc.requests()?;
    doc.some("schedules", SCHEDULES, |reader, row| {
        schedule_of(reader, &crate::schedule::read(row)?).map(Some)
    })?;
    doc.list("messages", MESSAGES, message)?;
    writeln!(doc.out, "}}")?;
    Ok(())
}

/// The document as far as it is written.
struct Doc<'a> {
    reader: &'a Reader,
    member: MemberId,
    out: &'a mut dyn Write,
}

impl Doc<'_> {
    /// Writes the rows of a query about the member as a list.
    fn list(
        &mut self,
        name: &str,
        sql: &str,
        read: impl Fn(&Row<'_>) -> sql::Result<Value>,
    ) -> Result<(), ExportError> {
        self.some(name, sql, |_, row| Ok(Some(read(row)?)))
    }

    /// The same, less the rows for which there is nothing to write.
    fn some(
        &mut self,
        name: &str,
        sql: &str,
        read: impl Fn(&Reader, &Row<'_>) -> Result<Option<Value>, ExportError>,
    ) -> Result<(), ExportError> {
        let mut statement = self.reader.conn().prepare_cached(sql)?;
        let mut rows = statement.query([self.member.bytes()])?;
        write!(self.out, ",\n\"{name}\":[")?;
        let mut first = true;
        while let Some(row) = rows.next()? {
            if let Some(value) = read(self.reader, &row)? {
                item(self.out, &mut first, &value)?;
            }
        }
        write!(self.out, "]")?;
        Ok(())
    }

    /// What the member has in each currency, and how it came to that.
    fn wallets(&mut self) -> Result<(), ExportError> {
        let wallets = self.reader.wallets(self.member)?;
        write!(self.out, ",\n\"wallets\":[")?;
        let mut first = true;
        for wallet in &wallets {
            let minor = |minor| decimal(Money::new(minor, wallet.currency), '.');
            let value = json!({
                "currency": wallet.currency.code(),
                "posted": minor(wallet.posted),
                "set_aside": minor(wallet.held),
            });
            item(self.out, &mut first, &value)?;
        }
        write!(self.out, "],\n\"statement\":[")?;
        first = true;
        for wallet in &wallets {
            let mut from = wallet.last_line;
            while from.is_some() {
                let lines = self.reader.statement(self.member, wallet.currency, from, LINES)?;
                for line in &lines {
                    item(self.out, &mut first, &statement_line(line))?;
                }
                from = lines.last().and_then(|last| last.line.before);
            }
        }
        write!(self.out, "]")?;
        Ok(())
    }

    /// What the member asked of others and others of them, and whose requests they keep away.
    fn requests(&mut self) -> Result<(), ExportError> {
        let member = self.member;
        self.some("requests", BILLS, |reader, row| {
            request_of(reader, member, &crate::bill::read(row)?).map(Some)
        })?;
        self.some("blocked", BLOCKS, |reader, row| {
            let other = reader.person(MemberId::from_bytes(row.get(0)?))?;
            let person = other.map(|one| json!({ "name": one.name, "handle": one.handle }));
            Ok(Some(json!({ "person": person, "since": shown(at(row, 1)?) })))
        })
    }

    fn payments(&mut self) -> Result<(), ExportError> {
        let member = self.member;
        self.some("payments", PAYMENTS, |reader, row| {
            let payment = read(row)?;
            if !is_theirs(member, &payment) {
                return Ok(None);
            }
            payment_of(reader, member, &payment).map(Some)
        })
    }
}

/// Whether a payment is the member's to know: what somebody has only begun to pay them is not.
fn is_theirs(member: MemberId, payment: &Payment) -> bool {
    let paid = payment.state == State::Paid && payment.payee == Payee::Member(member);
    payment.payer == member || paid || claimed_by(payment) == Some(member)
}

fn claimed_by(payment: &Payment) -> Option<MemberId> {
    payment.claim.as_ref().and_then(|claim| claim.by).map(|(who, _)| who)
}

fn payment_of(reader: &Reader, member: MemberId, payment: &Payment) -> Result<Value, ExportError> {
    let named = |id| -> Result<Value, ExportError> {
        let person = reader.person(id)?;
        Ok(person.map_or(Value::Null, |one| json!({ "name": one.name, "handle": one.handle })))
    };
    let payee = match &payment.payee {
        Payee::Member(id) => named(*id)?,
        Payee::Handle { network, name } => json!({ "network": network.name(), "handle": &**name }),
    };
    let mut value = amount(payment.amount);
    value["payment"] = json!(payment.id.to_string());
    value["payer"] = named(payment.payer)?;
    value["payee"] = payee;
    value["purpose"] = json!(payment.purpose.name());
    value["state"] = json!(payment.state.name());
    value["memo"] = json!(&*payment.memo);
    value["public"] = json!(payment.public);
    value["created_at"] = json!(shown(payment.created_at));
    value["ended_at"] = json!(payment.ended_at.map(shown));
    if payment.payer == member {
        value["consented_at"] = json!(payment.consent.map(|consent| shown(consent.at)));
        value["expires_at"] = json!(payment.expires_at.map(shown));
    }
    if payment.payee == Payee::Member(member) {
        value["fee"] = json!(decimal(payment.fee, '.'));
    }
    Ok(value)
}

fn request_of(reader: &Reader, member: MemberId, bill: &Bill) -> Result<Value, ExportError> {
    let other = if bill.payer == member { bill.payee } else { bill.payer };
    let other = reader.person(other)?;
    let mut value = amount(bill.amount);
    value["request"] = json!(bill.id.to_string());
    value["asked_by_member"] = json!(bill.payee == member);
    value["other"] = json!(other.map(|one| json!({ "name": one.name, "handle": one.handle })));
    value["kind"] = json!(bill.kind.name());
    value["state"] = json!(bill.state.name());
    value["memo"] = json!(&*bill.memo);
    value["created_at"] = json!(shown(bill.created_at));
    value["expires_at"] = json!(shown(bill.expires_at));
    value["reminders"] = json!(bill.reminders);
    value["payment"] = json!(bill.payment.map(|payment| payment.to_string()));
    value["ended_at"] = json!(bill.ended_at.map(shown));
    Ok(value)
}

fn schedule_of(reader: &Reader, schedule: &Schedule) -> Result<Value, ExportError> {
    let payee = reader.person(schedule.payee)?;
    let plan = &schedule.plan;
    let mut value = amount(schedule.amount);
    value["schedule"] = json!(schedule.id.to_string());
    value["payee"] = json!(payee.map(|one| json!({ "name": one.name, "handle": one.handle })));
    value["memo"] = json!(&*schedule.memo);
    value["rhythm"] = json!(plan.rhythm.name());
    value["month_day"] = json!(plan.rhythm.day());
    value["first"] = json!(plan.first.to_string());
    value["last"] = json!(plan.last.map(|last| last.to_string()));
    value["times"] = json!(plan.count);
    value["state"] = json!(schedule.state.name());
    value["created_at"] = json!(shown(schedule.created_at));
    value["due_at"] = json!(schedule.due_at.map(shown));
    value["paid"] = json!(schedule.paid);
    value["ended_at"] = json!(schedule.ended_at.map(shown));
    Ok(value)
}

fn person(profile: &Profile) -> Value {
    let member = &profile.member;
    let frozen = member.frozen.as_ref();
    json!({
        "id": member.id.to_string(),
        "kind": member.kind.name(),
        "name": &*member.name,
        "about": profile.about,
        "lang": member.lang.tag(),
        "tier": member.tier,
        "home": member.home.name(),
        "answers_only_on": member.stopped.iter().map(Network::name).collect::<Vec<_>>(),
        "created_at": shown(member.created_at),
        "frozen": frozen.map(|freeze| json!({ "at": shown(freeze.at), "reason": freeze.reason })),
    })
}

fn statement_line(row: &StatementLine) -> Value {
    let line = &row.line;
    let mut value = amount(Money::new(line.change, line.currency));
    value["number"] = json!(line.number);
    value["balance"] = json!(decimal(Money::new(line.posted, line.currency), '.'));
    value["other"] = match line.other {
        Account::Wallet(_) => json!({ "name": row.name, "handle": row.handle }),
        Account::House(house) => json!({ "house": house.name() }),
    };
    value["memo"] = json!(row.memo);
    value["cause"] = json!(line.cause.to_string());
    value["at"] = json!(shown(line.at));
    value
}

fn hold(row: &Row<'_>) -> sql::Result<Value> {
    let mut value = amount(money(row, 0, 1)?);
    let payment = domain::id::PaymentId::from_bytes(row.get(2)?);
    value["payment"] = json!(payment.to_string());
    value["opened_at"] = json!(shown(at(row, 3)?));
    value["ended"] = json!(row.get::<Option<String>>(4)?);
    value["ended_at"] = json!(maybe_at(row, 5)?.map(shown));
    Ok(value)
}

fn message(row: &Row<'_>) -> sql::Result<Value> {
    let own: bool = row.get(1)?;
    let direct: bool = row.get(2)?;
    Ok(json!({
        "id": row.get::<String>(0)?,
        "from": if own { "member" } else { "service" },
        "direct": direct,
        "text": row.get::<String>(3)?,
        "lang": row.get::<Option<String>>(4)?,
        "reply_to": row.get::<Option<String>>(5)?,
        "at": shown(at(row, 6)?),
        "deleted_at": maybe_at(row, 7)?.map(shown),
    }))
}

fn amount(money: Money) -> Value {
    json!({ "amount": decimal(money, '.'), "currency": money.currency.code() })
}

fn shown(at: Timestamp) -> String {
    at.to_jiff().to_string()
}

fn item(out: &mut dyn Write, first: &mut bool, value: &Value) -> Result<(), ExportError> {
    out.write_all(if *first { b"\n" } else { b",\n" })?;
    *first = false;
    put(out, value)
}

fn put(out: &mut dyn Write, value: &Value) -> Result<(), ExportError> {
    serde_json::to_writer(out, value).map_err(|error| io::Error::from(error).into())
}
