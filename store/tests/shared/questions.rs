//! Every question that pages and jobs ask of a reader, each once: for the tests of how they are answered, on
//! SQLite in this crate and on PostgreSQL among those that have one.

use domain::id::{BillId, MemberId, PaymentId, RequestKey, ScheduleId, SuspenseId};
use domain::ledger::LineId;
use domain::member::Network;
use domain::money::Currency;
use domain::port::Fault;
use domain::seal::TransferId;
use domain::time::Timestamp;

// Whoever takes this file in has it by its own name.
use super::Reader;

/// A member, a wallet and a payment, so that every question leads to those that follow from it.
pub(crate) const ROWS: &str = "
    INSERT INTO member (id, kind, name, lang, tier, home, created_at)
        VALUES (X'00000000000000000000000000000063', 'person', '', 'fr', 1, 'square', 1);
    INSERT INTO wallet VALUES
        (X'00000000000000000000000000000063', 'EUR', 'own', 0, 0, 0, NULL, NULL, NULL,
         0, 0, 0, 0, 0, 0, 0);
    INSERT INTO payment (id, first, legs, purpose, payer, payee, amount, fee, currency, state,
        policy, origin, memo, public, created_at) VALUES
        (X'00000000000000000000000000000064', X'00000000000000000000000000000064', 1, 'send',
         X'00000000000000000000000000000063', X'00000000000000000000000000000063', 1, 0, 'EUR',
         'paid', 1, X'00000000000000000000000000000065', '', 1, 1);
    INSERT INTO bill (id, first, bills, kind, payee, payer, amount, total, currency, state, origin,
        memo, created_at, expires_at, reminders) VALUES
        (X'00000000000000000000000000000066', X'00000000000000000000000000000066', 1, 'request',
         X'00000000000000000000000000000063', X'00000000000000000000000000000063', 1, 1, 'EUR',
         'open', X'00000000000000000000000000000065', '', 1, 9, 0);
    INSERT INTO schedule (id, payer, payee, amount, currency, memo, rhythm, first_on, state, origin,
        created_at, next, due_at, tried, paid) VALUES
        (X'00000000000000000000000000000067', X'00000000000000000000000000000063',
         X'00000000000000000000000000000063', 1, 'EUR', '', 'weekly', '2026-03-02', 'active',
         X'00000000000000000000000000000065', 1, 0, 9, 0, 0);";

/// Asks each question once.
pub(crate) fn ask_everything(reader: &Reader) -> Result<(), Fault> {
    let (member, payment, now) = (MemberId(0x63), PaymentId(0x64), Timestamp(1));
    reader.timeline(None, 10)?;
    reader.conversation(member, None, 10)?;
    reader.posts_since(0, Some(member), 10)?;
    reader.posts_late(500, now, member)?;
    reader.post("p1")?;
    reader.latest_post()?;
    assert!(reader.story(payment)?.is_some());
    reader.order(payment)?;
    reader.needs(member)?;
    reader.claimed_by(member, 10)?;
    reader.story_by_claim([0; 32])?;
    reader.due(now, 10)?;
    reader.next_due()?;
    reader.answer(RequestKey(1))?;
    reader.profile(member)?;
    reader.profile_by_handle(Network::SQUARE, "zoe")?;
    reader.profiles(None, 10)?;
    reader.pin(member)?;
    reader.wallets(member)?;
    reader.statement(member, Currency::EUR, None, 10)?;
    reader.statement(member, Currency::EUR, Some(LineId { cause: payment, transfer: 0 }), 10)?;
    reader.paid_before(member, member)?;
    reader.house_sums()?;
    reader.acquaintances(member, Currency::EUR, 10, 10)?;
    reader.session([0; 32], now)?;
    reader.sessions(member, now)?;
    reader.api_key("key")?;
    reader.policies()?;
    reader.undelivered(Network::SQUARE, 0, 10)?;
    reader.outbox_count()?;
    reader.dead_letter_count()?;
    reader.open_payments()?;
    reader.dead_letters(None, 10)?;
    reader.seals(0, 10)?;
    reader.seal(1)?;
    reader.unsealed()?;
    reader.batch(now)?;
    reader.seal_of(TransferId { cause: payment, number: 0 })?;
    reader.sealed(payment)?;
    let bill = BillId(0x66);
    assert!(reader.bill(bill)?.is_some());
    reader.bill_order(bill)?;
    reader.bills_of(RequestKey(1))?;
    reader.bills_to(member)?;
    reader.bills_by(member)?;
    reader.bill_of_payment(payment)?;
    reader.bills_due(now, 10)?;
    reader.keeps_away(member, member)?;
    reader.blocked(member, 10)?;
    reader.api_keys(Some(member), "", 10)?;
    reader.api_keys(None, "", 10)?;
    reader.latest_payments(member)?;
    reader.is_operator(member)?;
    reader.acts(None, 10)?;
    reader.latest_act("verify")?;
    reader.refusal_counts(0, 10)?;
    reader.safeguards(0, 10)?;
    reader.payments_begun(Timestamp(0)..now, 10)?;
    reader.count_begun(Timestamp(0)..now, 10)?;
    reader.holds_open(10)?;
    reader.webhooks("", 10)?;
    reader.webhook_deliveries("wh_1", false, None, 10)?;
    reader.webhook_deliveries("wh_1", true, None, 10)?;
    reader.webhook_delivery(1)?;
    reader.is_due(Network::WEBHOOK, now)?;
    reader.refunds(payment)?;
    reader.refund_asks_of(member, 10)?;
    reader.due_refund_asks(now, 10)?;
    ask_of_schedules(reader, member, payment)
}

fn ask_of_schedules(reader: &Reader, member: MemberId, payment: PaymentId) -> Result<(), Fault> {
    let schedule = ScheduleId(0x67);
    assert!(reader.schedule(schedule)?.is_some());
    reader.schedules_of(member, None, 10)?;
    reader.schedules_asked(member)?;
    assert!(reader.schedule_from(member, RequestKey(0x65))?.is_some());
    reader.schedules_due(Timestamp(1), 10)?;
    reader.schedule_runs(schedule, 10)?;
    reader.run_of_payment(payment)?;
    ask_of_arrivals(reader, member)
}

fn ask_of_arrivals(reader: &Reader, member: MemberId) -> Result<(), Fault> {
    reader.policy_version()?;
    reader.passkeys(member)?;
    reader.challenge([1; 32])?;
    reader.suspense_open(10)?;
    reader.suspense_ended(10)?;
    reader.suspense(SuspenseId(1))?;
    reader.suspense_by_bank_id("B-1")?;
    reader.suspense_waiting()?;
    reader.given_since(member, Currency::EUR, 0, Timestamp(1))?;
    Ok(())
}
