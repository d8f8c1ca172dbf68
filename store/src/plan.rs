//! The plans SQLite makes: no question of a page, and nothing the engine looks up, reads through a growing table.

use rusqlite::Connection;

use self::questions::{ROWS, ask_everything};
use crate::readers::Reader;
use crate::{
    Options, api_key, bill, billing, done, door, foresight, ledger, member, open_temporary,
    operator, outbox, passkey, payment, people, refund, schedule, scheduling, seal, square, story,
    suspense, vault, webhook,
};

#[path = "../tests/shared/questions.rs"]
mod questions;

/// What may be read through: the policies are few, and this index holds only what the next seal takes.
const SCANS_ALLOWED: &[&str] = &[
    "SCAN policy",
    // The house's own entries, which two partial indexes have found; and open payments, to a limit.
    "SCAN entry",
    "SCAN open",
    // A payer's recent payments, which their chain has found, to a limit.
    "SCAN r",
    "SCAN late_transfer USING INDEX late_transfer_unsealed",
    // Open payments only, and not more than are counted.
    "SCAN payment USING INDEX payment_due",
    // The oldest that wait, or the latest that do no longer, to a limit.
    "SCAN suspense USING INDEX suspense_open",
    "SCAN suspense USING COVERING INDEX suspense_open",
    "SCAN suspense USING INDEX suspense_ended",
];

/// What the engine runs for every request or message.
const ENGINE: &[&str] = &[
    done::FIND,
    member::FIND,
    member::FIND_HANDLE_BY_ID,
    member::FIND_HANDLE_BY_NAME,
    member::FIND_PIN,
    member::PUT,
    member::INSERT_HANDLE,
    member::PUT_PIN,
    ledger::FIND_WALLET,
    ledger::FIND_HOLD,
    ledger::LATEST_LINES,
    ledger::PUT_WALLET,
    ledger::PUT_HOLD,
    ledger::INSERT_TRANSFER,
    ledger::INSERT_LINE,
    payment::FIND,
    payment::LATEST,
    payment::RECENT,
    payment::OPEN,
    payment::FIND_CLAIM,
    payment::PUT,
    outbox::OLDEST,
    outbox::IN_ORDER,
    outbox::FAIL,
    outbox::BURY,
    outbox::LEASE,
    outbox::DELETE,
    door::USE_SIGN_IN,
    door::SESSIONS.next,
    door::SESSIONS.remove,
    door::SIGN_INS.next,
    door::SIGN_INS.remove,
    square::INSERT,
    square::DELETE,
    square::DELIVER,
    seal::NOTE_LATE,
    seal::INSERT,
    seal::TAKE,
    seal::TAKE_LATE,
    seal::SEALED_LATE,
    seal::STRETCH,
    bill::FIND,
    bill::BETWEEN,
    bill::TO,
    bill::BY,
    bill::FROM,
    bill::PUT,
    bill::FIND_BLOCK,
    bill::PUT_BLOCK,
    bill::LIFT_BLOCK,
    api_key::REVOKE,
    api_key::USED,
    operator::INSERT_ACT,
    operator::COUNT_REFUSAL,
    outbox::GIVE_UP,
    webhook::NOTE,
    webhook::FORGET,
    webhook::GIVE_UP_ALL,
    refund::FIND_ASKS,
    refund::PUT_ASKS,
    refund::INSERT,
    vault::FIND,
    vault::INSERT,
    vault::DESTROY,
    schedule::FIND,
    schedule::OPEN,
    schedule::PUT,
    schedule::PUT_RUN,
    suspense::FIND,
    suspense::PUT,
    passkey::OF,
    passkey::PUT,
    passkey::REMOVE,
    passkey::FIND_CHALLENGE,
    passkey::INSERT_CHALLENGE,
    passkey::SPEND,
    passkey::CHALLENGES.next,
    passkey::CHALLENGES.remove,
];

fn plan(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let params = vec![rusqlite::types::Null; statement.parameter_count()];
    let steps = statement.query_map(rusqlite::params_from_iter(params), |row| row.get(3)).unwrap();
    steps.map(Result::unwrap).collect()
}

fn check(conn: &Connection, sql: &str) {
    for step in plan(conn, sql) {
        let reads_through = step.starts_with("SCAN")
            && step != "SCAN s"
            && !step.contains("(subquery")
            && !step.contains("CONSTANT ROW")
            && !SCANS_ALLOWED.iter().any(|allowed| step.starts_with(allowed));
        // Counting stops at a limit, so it may walk the table it counts.
        let counting = sql.starts_with("SELECT count(*) FROM (SELECT 1 FROM ");
        assert!(!reads_through || counting, "{sql}\n  reads through a table: {step}");
        assert!(!step.contains("TEMP B-TREE FOR ORDER BY") || few(sql), "{sql}\n  sorts: {step}");
    }
}

/// Sorting is allowed where only a handful of rows can be sorted: handles of one name, accounts of the house, and
/// what was followed back from a wallet's last line or payment, to a limit.
fn few(sql: &str) -> bool {
    sql.contains("FROM handle")
        || sql.contains("account, currency, sum(amount)")
        || sql.starts_with("WITH RECURSIVE s")
}

#[test]
fn no_question_reads_through_a_growing_table() {
    let sqlite = open_temporary(Options::default()).unwrap();
    sqlite.engine.conn().execute_batch(ROWS).unwrap();
    let asked = sqlite.readers.read(|reader| {
        ask_everything(reader)?;
        Ok(reader.asked.borrow().clone())
    });
    let asked = asked.unwrap();
    assert!(asked.len() > 25, "only {} questions were recorded", asked.len());
    for sql in asked.iter().map(String::as_str).chain(ENGINE.iter().copied()) {
        check(sqlite.engine.conn().sqlite().unwrap(), sql);
    }
}

#[test]
fn parameters_are_numbered_in_the_order_in_which_sqlite_binds_them() {
    let sqlite = open_temporary(Options::default()).unwrap();
    sqlite.engine.conn().execute_batch(ROWS).unwrap();
    let asked = sqlite.readers.read(|reader| {
        ask_everything(reader)?;
        Ok(reader.asked.borrow().clone())
    });
    for sql in asked.unwrap().iter().map(String::as_str).chain(ENGINE.iter().copied()) {
        let statement = sqlite.engine.conn().sqlite().unwrap().prepare(sql).unwrap();
        for index in 1..=statement.parameter_count() {
            let name = statement.parameter_name(index).unwrap();
            assert_eq!(name, format!("${index}"), "{sql}");
        }
    }
}

#[test]
fn the_indexes_meant_for_a_question_are_used() {
    let sqlite = open_temporary(Options::default()).unwrap();
    let cases = [
        (payment::OPEN, "payment_open"),
        (payment::FIND_CLAIM, "payment_by_claim"),
        (outbox::IN_ORDER, "outbox_in_order"),
        (outbox::OLDEST, "outbox_by_conversation"),
        (member::FIND_HANDLE_BY_NAME, "handle_by_name"),
        (people::PROFILE_BY_HANDLE, "handle_by_name"),
        (people::PERSON, "handle_by_member"),
        (people::HANDLE, "handle_by_member"),
        (people::IN_BUSINESS, "handle_by_name"),
        (foresight::UPCOMING, "handle_by_member"),
        (people::HOUSE, "transfer_house_credit"),
        (story::CLAIMED_BY, "payment_claimed"),
        (story::DUE, "payment_due"),
        (square::TIMELINE, "post_public"),
        (square::CONVERSATION, "post_direct"),
        (square::PUBLIC_SINCE, "post_public"),
        (square::DIRECT_SINCE, "post_direct"),
        (seal::BY_MARK, "seal_by_mark"),
        (seal::ANY_LATE, "late_transfer_unsealed"),
        (seal::UNSEALED_LATE, "late_transfer_unsealed"),
        (seal::SEALED_LATE, "late_transfer_by_seal"),
        (bill::BETWEEN, "bill_between"),
        (bill::TO, "bill_to"),
        (bill::BY, "bill_by"),
        (bill::FROM, "bill_from"),
        (billing::TO, "bill_to"),
        (billing::DUE, "bill_due"),
        (billing::BY_PAYMENT, "bill_by_payment"),
        (refund::ASKED_OF, "payment_refund_ask"),
        (refund::DUE, "payment_refund_ask_due"),
        (schedule::OPEN, "schedule_open"),
        (scheduling::OF, "schedule_of"),
        (scheduling::FROM, "schedule_from"),
        (scheduling::DUE, "schedule_due"),
        (scheduling::RUN_OF_PAYMENT, "schedule_run_by_payment"),
        (suspense::BY_BANK_ID, "suspense_by_bank_id"),
        (suspense::OPEN, "suspense_open"),
        (suspense::ENDED, "suspense_ended"),
    ];
    for (sql, index) in cases {
        let plan = plan(sqlite.engine.conn().sqlite().unwrap(), sql).join("; ");
        assert!(plan.contains(index), "{sql}\n  does not use {index}: {plan}");
    }
}
