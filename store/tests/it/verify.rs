//! A sound database passes; each kind of damage is found and its row named.

use domain::id::{MemberId, PaymentId};
use store::{Report, Unsound, Wrong, verify};

use crate::place::Place;
use crate::world::{Town, town};

fn verified(readers: &store::Readers) -> Result<Report, Wrong> {
    readers.read(|reader| Ok(verify(reader))).unwrap().map_err(|unsound| match unsound {
        Unsound::Wrong(wrong) => wrong,
        Unsound::Fault(fault) => panic!("{fault}: {}", fault.source),
    })
}

#[test]
fn a_sound_database_passes() {
    let town = town();
    let report = verified(&town.world.readers).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!((report.members, report.top_ups, report.open_holds), (4, 5, 3));
    let euros =
        report.totals.iter().find(|totals| totals.wallets.currency.code() == "EUR").unwrap();
    assert_eq!((euros.wallets.minor, euros.held.minor), (90_000, 1_400));
}

#[test]
fn an_empty_database_passes() {
    let place = Place::new();
    let database = place.open(store::Options::default()).unwrap();
    assert_eq!(verified(&database.readers).unwrap(), Report::default());
}

fn hex(bytes: [u8; 16]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("X'{digits}'")
}

fn pay(id: PaymentId) -> String {
    hex(id.bytes())
}

fn mem(id: MemberId) -> String {
    hex(id.bytes())
}

/// A damage, the table that must be named, and how its key must begin.
#[expect(clippy::too_many_lines, reason = "a table of cases reads best in one piece")]
fn damages(town: &Town) -> Vec<(String, &'static str, String)> {
    let (alice, bob, carol) = (mem(town.alice), mem(town.bob), mem(town.carol));
    let (paid, fee, asked, held) =
        (pay(town.paid), pay(town.with_fee), pay(town.asked), pay(town.held));
    let wallet = |set: &str| {
        let sql = format!("UPDATE wallet SET {set} WHERE member = {alice} AND currency = 'EUR'");
        (sql, "wallet", format!("{} EUR", town.alice))
    };
    let payment = |set: &str, id: PaymentId| {
        (format!("UPDATE payment SET {set} WHERE id = {}", pay(id)), "payment", id.to_string())
    };
    let transfer =
        |sql: String, id: PaymentId, number: u32| (sql, "transfer", format!("{id}/{number}"));
    let line = |sql: String, number: u32| (sql, "line", format!("{} EUR line {number}", town.bob));
    let hold = |sql: String, id: PaymentId| (sql, "hold", id.to_string());
    let refund = |set: &str| {
        let sql = format!("UPDATE refund SET {set} WHERE payment = {paid}");
        (sql, "refund", town.paid.to_string())
    };
    let of_bob = format!("WHERE member = {bob} AND currency = 'EUR' AND number = 2");
    vec![
        transfer(
            format!("UPDATE transfer SET amount = amount + 1 WHERE cause = {paid}"),
            town.paid,
            0,
        ),
        transfer(
            format!("UPDATE transfer SET credit = {carol} WHERE cause = {paid}"),
            town.paid,
            0,
        ),
        transfer(format!("UPDATE transfer SET at = at + 1 WHERE cause = {paid}"), town.paid, 0),
        transfer(format!("DELETE FROM transfer WHERE cause = {paid}"), town.paid, 0),
        transfer(
            format!("DELETE FROM transfer WHERE cause = {fee} AND number = 1"),
            town.with_fee,
            1,
        ),
        transfer(format!("UPDATE transfer SET kind = 'top_up' WHERE cause = {paid}"), town.paid, 0),
        transfer(format!("UPDATE transfer SET kind = 'loan' WHERE cause = {paid}"), town.paid, 0),
        transfer(
            format!(
                "INSERT INTO transfer VALUES ({asked}, 0, 'payment', {alice}, {bob}, 4000, 'EUR', 5)"
            ),
            town.asked,
            0,
        ),
        transfer(
            format!(
                "INSERT INTO transfer VALUES ({}, 0, 'payment', {alice}, {bob}, 1, 'EUR', 5)",
                pay(PaymentId(77))
            ),
            PaymentId(77),
            0,
        ),
        line(format!("UPDATE line SET change = change + 1, posted = posted + 1 {of_bob}"), 2),
        line(format!("UPDATE line SET posted = posted + 1 {of_bob}"), 2),
        line(format!("UPDATE line SET at = at + 1 {of_bob}"), 2),
        line(format!("UPDATE line SET other = {carol} {of_bob}"), 2),
        line(format!("UPDATE line SET cause = {asked} {of_bob}"), 3),
        line(format!("UPDATE line SET number = 7 {of_bob}"), 7),
        line(format!("UPDATE line SET before_cause = NULL, before_transfer = NULL {of_bob}"), 2),
        line(format!("DELETE FROM line {of_bob}"), 3),
        (
            format!(
                "INSERT INTO line VALUES ({paid}, 0, {}, 'EUR', 1, 1, 1, {bob}, 5, NULL, NULL)",
                mem(MemberId(99))
            ),
            "line",
            format!("{} EUR line 1", MemberId(99)),
        ),
        wallet("posted = posted + 1"),
        wallet("lines = lines + 1"),
        wallet("last_line_cause = X'00'"),
        wallet("last_payment = (SELECT id FROM payment WHERE payer <> member LIMIT 1)"),
        wallet("held = held + 1"),
        wallet("held = held - 1"),
        wallet("spent_in_day = spent_in_day - 1"),
        wallet("spent_in_month = spent_in_month + 1"),
        wallet("exempt_total = exempt_total - 1"),
        wallet("exempt_count = exempt_count - 1"),
        wallet("consents = consents + 1"),
        wallet("custody = 'nobody'"),
        (format!("DELETE FROM member WHERE id = {alice}"), "wallet", town.alice.to_string()),
        hold(
            format!(
                "UPDATE hold SET ended = NULL, ended_at = NULL WHERE payment = {}",
                pay(town.confirmed)
            ),
            town.confirmed,
        ),
        hold(
            format!("UPDATE hold SET ended = 'released' WHERE payment = {}", pay(town.confirmed)),
            town.confirmed,
        ),
        hold(
            format!("UPDATE hold SET ended = 'captured' WHERE payment = {}", pay(town.returned)),
            town.returned,
        ),
        hold(format!("UPDATE hold SET amount = amount - 1 WHERE payment = {held}"), town.held),
        hold(format!("UPDATE hold SET member = {bob} WHERE payment = {held}"), town.held),
        hold(format!("DELETE FROM hold WHERE payment = {held}"), town.held),
        hold(format!("UPDATE hold SET payment = {paid} WHERE payment = {held}"), town.paid),
        hold(
            format!(
                "INSERT INTO hold VALUES ({}, {alice}, 5, 'EUR', 5, NULL, NULL)",
                pay(PaymentId(78))
            ),
            PaymentId(78),
        ),
        (
            format!("UPDATE refund SET amount = amount + 1 WHERE payment = {paid}"),
            "payment",
            town.paid.to_string(),
        ),
        refund("fee = fee + 1"),
        refund("number = number + 7"),
        refund(&format!("payee = {carol}")),
        refund("at = 5"),
        refund("consent = 'maybe'"),
        (
            format!("UPDATE refund SET payment = {asked} WHERE payment = {fee}"),
            "payment",
            town.with_fee.to_string(),
        ),
        (
            format!("UPDATE refund SET consent_number = 99 WHERE payment = {paid}"),
            "wallet",
            format!("{} EUR", town.bob),
        ),
        transfer(
            format!("UPDATE transfer SET amount = amount + 1 WHERE cause = {fee} AND number = 2"),
            town.with_fee,
            2,
        ),
        transfer(
            format!("DELETE FROM transfer WHERE cause = {fee} AND number = 5"),
            town.with_fee,
            5,
        ),
        payment("refunded = refunded - 1", town.paid),
        payment("fee_refunded = fee_refunded - 1", town.with_fee),
        payment("refund_transfers = 9", town.paid),
        payment("refund_ask = 701", town.paid),
        payment("refunded = 1", town.held),
        payment("state = 'paid'", town.asked),
        payment("state = 'claimed'", town.held),
        payment("state = 'cancelled', expires_at = NULL, ended_at = 5", town.held),
        payment("state = 'gone'", town.paid),
        payment("counted_day = NULL, counted_month = NULL", town.paid),
        payment("consent = NULL, consent_number = NULL, consent_at = NULL", town.paid),
        payment("expires_at = 5", town.paid),
        (
            "UPDATE payment SET before = id WHERE before IS NULL".to_owned(),
            "wallet",
            format!("{} EUR", town.alice),
        ),
        payment("claim = NULL", town.held),
        (
            format!("UPDATE payment SET counted_day = 1 WHERE id = {paid}"),
            "wallet",
            format!("{} EUR", town.alice),
        ),
        (
            format!("UPDATE payment SET consent_number = 9999 WHERE id = {paid}"),
            "wallet",
            format!("{} EUR", town.alice),
        ),
        (
            "UPDATE top_up SET amount = amount + 1 WHERE currency = 'JPY'".to_owned(),
            "transfer",
            "pay_".to_owned(),
        ),
        ("DELETE FROM top_up WHERE currency = 'JPY'".to_owned(), "transfer", "pay_".to_owned()),
        (
            "UPDATE done SET answer = '1D1:' WHERE key = (SELECT key FROM done LIMIT 1)".to_owned(),
            "done",
            "req_".to_owned(),
        ),
        ("UPDATE outbox SET body = '' WHERE id = 3".to_owned(), "outbox", "3".to_owned()),
        ("UPDATE member SET lang = 'xx'".to_owned(), "member", town.alice.to_string()),
    ]
}

#[test]
fn each_kind_of_damage_is_found_and_named() {
    let town = town();
    for (sql, table, key) in damages(&town) {
        let copy = town.world.folder.copy();
        assert!(copy.run(&sql) > 0, "{sql} changed nothing");
        match verified(&copy.open_read().unwrap()) {
            Ok(_) => panic!("{sql}\n  was not found"),
            Err(wrong) => {
                let named = wrong.table == table && wrong.key.starts_with(&key);
                assert!(named, "{sql}\n  {table} {key} was to be named, but: {wrong}");
            }
        }
    }
}
