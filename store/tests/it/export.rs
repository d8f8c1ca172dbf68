//! Exports: hledger's own program agrees with every wallet, and a spreadsheet finds no formula.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::process::Command;

use domain::ledger::House;
use domain::money::{Money, decimal};
use store::export;

use crate::place::Folder;
use crate::world::{Town, town};

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
        accounts += usize::from(money.minor != 0);
    }
    assert_eq!(balances.len(), accounts, "hledger knows no other account");
}

#[test]
fn no_name_and_no_memo_is_in_the_journal_and_odd_handles_become_ids() {
    let town = town();
    town.world.folder.run(
        "UPDATE handle SET name = 'b:ob  1 EUR ; x' WHERE name = 'bob';
         INSERT INTO handle SELECT 'matrix', 'c', 'carol', id, 1 FROM member
             WHERE id <> (SELECT member FROM handle WHERE name = 'carol') LIMIT 1",
    );
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

/// What bean-check says about a ledger; `None` where beancount may be missing and is.
fn bean_check(ledger: &str) -> Option<(bool, String)> {
    let folder = Folder::new();
    let file = folder.0.join("ledger.beancount");
    fs::write(&file, ledger).unwrap();
    let program = std::env::var_os("OBOLE_BEAN_CHECK").unwrap_or_else(|| "bean-check".into());
    match Command::new(program).arg("--no-cache").arg(&file).output() {
        Ok(output) => {
            let said = [output.stdout, output.stderr].concat();
            Some((output.status.success(), String::from_utf8(said).unwrap()))
        }
        Err(error) if std::env::var_os("OBOLE_SKIP_BEANCOUNT").is_some() => {
            println!("skipped: bean-check cannot be run ({error})");
            None
        }
        Err(error) => panic!(
            "bean-check cannot be run ({error}): install beancount, name it in OBOLE_BEAN_CHECK, \
             or set OBOLE_SKIP_BEANCOUNT=1"
        ),
    }
}

#[test]
fn beancount_agrees_with_every_wallet_to_the_cent() {
    let town = town();
    let ledger = exported(&town, export::beancount);
    assert!(!ledger.contains("Été") && !ledger.contains("midi"), "no name and no memo");
    let Some((passed, said)) = bean_check(&ledger) else { return };
    assert!(passed, "{said}\n{ledger}");
    // Every wallet and account of the house is asserted, and a cent is not let pass.
    let asserted: Vec<&str> = ledger.lines().filter(|line| line.contains(" balance ")).collect();
    let wallets: usize = [town.alice, town.bob, town.carol]
        .into_iter()
        .map(|member| town.world.read(|reader| reader.wallets(member)).len())
        .sum();
    assert!(asserted.len() > 2 * wallets, "{asserted:?}");
    let alice = asserted.iter().find(|line| line.contains("Alice:Wallet")).unwrap();
    let (before, rest) = alice.split_once('.').unwrap();
    let digit = if rest.starts_with('9') { "8" } else { "9" };
    let (passed, said) =
        bean_check(&ledger.replace(alice, &format!("{before}.{digit}{}", &rest[1..]))).unwrap();
    assert!(!passed && said.contains("Alice:Wallet"), "{said}");
}

#[test]
fn odd_handles_are_accounts_of_their_own_for_beancount() {
    let town = town();
    town.world.folder.run(
        "UPDATE handle SET name = 'b_o_b' WHERE name = 'bob';
         UPDATE handle SET name = 'b:ob  1 EUR ; x' WHERE name = 'carol'",
    );
    let ledger = exported(&town, export::beancount);
    assert!(ledger.contains("Liabilities:Members:B-o-b:Wallet"));
    let carol = town.carol.to_string().replacen("mem_", "Mem-", 1);
    assert!(ledger.contains(&format!("Liabilities:Members:{carol}:Wallet")));
    let Some((passed, said)) = bean_check(&ledger) else { return };
    assert!(passed, "{said}");
}

#[test]
fn a_member_takes_everything_about_them_and_nothing_about_others() {
    let town = town();
    let archived = |member| -> serde_json::Value {
        let profile = town.world.read(|reader| reader.profile(member)).unwrap();
        let mut text = Vec::new();
        town.world.read(|reader| {
            export::archive(reader, &profile, &mut text).unwrap();
            Ok(())
        });
        serde_json::from_slice(&text).unwrap()
    };
    let count = |sql: &str, member: domain::id::MemberId| -> usize {
        let sql = sql.replace("$1", &format!("X'{:032x}'", member.0));
        usize::try_from(town.world.folder.number(&sql)).unwrap()
    };
    let length = |value: &serde_json::Value| value.as_array().unwrap().len();
    let alice = archived(town.alice);
    assert_eq!(alice["member"]["id"], town.alice.to_string());
    assert_eq!(alice["handles"][0]["name"], "alice");
    let tables = [
        ("statement", "SELECT count(*) FROM line WHERE member = $1"),
        ("holds", "SELECT count(*) FROM hold WHERE member = $1"),
        ("bank_transfers", "SELECT count(*) FROM top_up WHERE member = $1"),
        ("messages", "SELECT count(*) FROM post WHERE author = $1 OR direct = $1"),
        ("wallets", "SELECT count(*) FROM wallet WHERE member = $1"),
    ];
    for (list, sql) in tables {
        for member in [town.alice, town.bob, town.carol] {
            assert_eq!(length(&archived(member)[list]), count(sql, member), "{list}");
        }
    }
    let paid = "SELECT count(*) FROM payment WHERE payer = $1";
    let names = |value: &serde_json::Value| -> Vec<String> {
        let payments = value["payments"].as_array().unwrap().iter();
        payments.map(|payment| payment["payment"].as_str().unwrap().to_owned()).collect()
    };
    assert!(names(&alice).len() >= count(paid, town.alice));
    for hers in [town.paid, town.asked, town.declined, town.held] {
        assert!(names(&alice).contains(&hers.to_string()));
    }
    let bob = archived(town.bob);
    assert!(names(&bob).contains(&town.paid.to_string()), "he was paid");
    assert!(names(&bob).contains(&town.claimed.to_string()), "he claims it");
    for not_his in [town.asked, town.declined, town.strong, town.held] {
        assert!(!names(&bob).contains(&not_his.to_string()), "what was not paid to him is not his");
    }
    let text = alice.to_string();
    assert!(!text.contains("argon2id"), "no secret leaves");
    assert!(!bob.to_string().contains(&town.alice.to_string()), "others are named, no more");
}
