//! Exports: hledger's own program agrees with every wallet, and a spreadsheet finds no formula.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::process::Command;

use domain::ledger::House;
use domain::money::{Money, decimal};
use store::export;

use crate::world::{Folder, Town, town};

fn exported(
    town: &Town,
    write: fn(&store::Reader, &mut dyn std::io::Write) -> Result<(), export::ExportError>,
) -> String {
    let mut text = Vec::new();
    town.world.read(|reader| {
        write(reader, &mut text).unwrap();
        Ok(())
    });
    String::from_utf8(text).unwrap()
}

/// hledger's balances by account and currency; `None` where hledger may be missing and is.
fn balances(journal: &str) -> Option<BTreeMap<(String, String), String>> {
    let folder = Folder::new();
    let file = folder.0.join("ledger.journal");
    fs::write(&file, journal).unwrap();
    let mut hledger = Command::new("hledger");
    hledger.arg("-f").arg(&file).args([
        "bal",
        "--flat",
        "--no-total",
        "--layout=bare",
        "-O",
        "csv",
    ]);
    let output = match hledger.output() {
        Ok(output) => output,
        Err(error) if std::env::var_os("OBOLE_SKIP_HLEDGER").is_some() => {
            println!("skipped: hledger cannot be run ({error})");
            return None;
        }
        Err(error) => {
            panic!("hledger cannot be run ({error}): install it, or set OBOLE_SKIP_HLEDGER=1")
        }
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let row = |line: &str| {
        let fields: Vec<String> =
            line.split(',').map(|field| field.trim_matches('"').to_owned()).collect();
        ((fields[0].clone(), fields[1].clone()), fields[2].clone())
    };
    Some(text.lines().skip(1).map(row).collect())
}

#[test]
fn hledger_agrees_with_every_wallet_to_the_cent() {
    let town = town();
    let journal = exported(&town, export::hledger);
    let Some(balances) = balances(&journal) else { return };
    let found = |account: &str, money: Money| {
        let key = (account.to_owned(), money.currency.to_string());
        balances.get(&key).cloned().unwrap_or_else(|| "none".to_owned())
    };
    let expected = |money: Money| {
        if money.minor == 0 { "none".to_owned() } else { decimal(money, '.') }
    };
    let mut accounts = 0;
    for profile in town.world.read(|reader| reader.profiles(None, 100)) {
        let name = profile.handle.unwrap();
        for wallet in town.world.read(|reader| reader.wallets(profile.member.id)) {
            let owed = |minor: i64| Money::new(-minor, wallet.currency);
            for (part, minor) in [("wallet", wallet.posted - wallet.held), ("held", wallet.held)] {
                let account = format!("liabilities:members:{name}:{part}");
                assert_eq!(
                    found(&account, owed(minor)),
                    expected(owed(minor)),
                    "{account}\n{journal}"
                );
                accounts += usize::from(minor != 0);
            }
        }
    }
    for sum in town.world.read(store::Reader::house_sums) {
        let account = match sum.house {
            House::Bank => "assets:bank",
            House::Fees => "revenues:fees",
            other => panic!("{other:?} has no entries here"),
        };
        let money = Money::new(-sum.sum.minor, sum.sum.currency);
        assert_eq!(found(account, money), expected(money));
        accounts += 1;
    }
    assert_eq!(balances.len(), accounts, "hledger knows no other account");
}

#[test]
fn no_name_and_no_memo_is_in_the_journal_and_odd_handles_become_ids() {
    let town = town();
    let raw = town.world.folder.raw();
    raw.execute("UPDATE handle SET name = 'b:ob  1 EUR ; x' WHERE name = 'bob'", []).unwrap();
    raw.execute(
        "INSERT INTO handle SELECT 'matrix', 'c', 'carol', id, 1 FROM member WHERE id <> (SELECT member FROM handle WHERE name = 'carol') LIMIT 1",
        [],
    )
    .unwrap();
    let journal = exported(&town, export::hledger);
    assert!(!journal.contains("Été") && !journal.contains("midi") && !journal.contains("b:ob"));
    assert!(journal.contains(&format!("liabilities:members:{}:wallet", town.bob)));
    assert!(
        journal.contains(&format!("liabilities:members:{}:wallet", town.carol)),
        "two are named carol"
    );
    assert!(journal.contains("liabilities:members:alice:wallet"));
    balances(&journal);
}

#[test]
fn a_spreadsheet_finds_fields_and_no_formula() {
    let town = town();
    let text = exported(&town, export::csv);
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "at,cause,number,kind,debit,credit,amount,currency,memo");
    let report = town.world.read(|reader| Ok(store::verify(reader).unwrap()));
    assert_eq!(lines.len() - 1, usize::try_from(report.transfers).unwrap());
    assert!(
        lines[1].ends_with(",top_up,house:bank,alice,300.00,EUR,\"RF18 \"\"5390\"\", =1+1\""),
        "{}",
        lines[1]
    );
    let memo = "payment,alice,bob,12.00,EUR,'@SUM(A1) resto; \"\"midi\"\"\"";
    let paid = lines.iter().find(|line| line.contains(&town.paid.to_string())).unwrap();
    assert!(paid.replace("EUR,\"'", "EUR,'").ends_with(memo), "{paid}");
}

#[test]
fn a_reader_that_stops_reading_ends_the_export() {
    let town = town();
    let full = File::options().write(true).open("/dev/full");
    let Ok(mut full) = full else { return };
    let result = town.world.read(|reader| Ok(export::hledger(reader, &mut full)));
    assert!(matches!(result, Err(export::ExportError::Write(_))));
}
