//! Killed under load again and again: nothing acknowledged is lost, nothing is paid twice.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use crate::program::{Folder, Operator, Server, lines, printed, run};

/// How often the server is killed.
const KILLS: u32 = 6;

/// People who pay at the same time.
const PAYERS: u32 = 40;

/// Payments of each payer between two kills, unless the kill comes first; no more than a payer may begin in the
/// ten minutes that the test does not last.
const PAYMENTS: u32 = 10;

/// A configuration whose limits do not stop the load.
pub(crate) fn config(folder: &Folder) -> String {
    let policy = app::policy::DEFAULT
        .replace("payments_per_ten_minutes = 30", "payments_per_ten_minutes = 60")
        .replace("exempt_total_minor = 10000", "exempt_total_minor = 100000000")
        .replace("day_minor = 100000", "day_minor = 100000000")
        .replace("month_minor = 300000", "month_minor = 100000000");
    let policy_file = folder.path().join("policy.toml");
    std::fs::write(&policy_file, policy).unwrap();
    let config = folder.path().join("obole.toml");
    let text = format!(
        "data = {:?}\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost:8080\"\nregime = \"sandbox\"\npolicy = {:?}\n",
        folder.data(),
        policy_file.display().to_string(),
    );
    std::fs::write(&config, text).unwrap();
    config.display().to_string()
}

/// Every payment has an amount of its own, so that none looks like a repeat of another.
fn order(payer: u32, round: u32, number: u32) -> (String, String, u32) {
    let cents = 1 + round * PAYMENTS + number;
    let text = format!("@obole #envoyer {}.{:02}€ @shop", cents / 100, cents % 100);
    (format!("pay-{payer}-{round}-{number}"), text, cents)
}

fn pay_until_dead(
    operator: &Operator,
    payer: u32,
    round: u32,
    acknowledged: &Mutex<BTreeSet<String>>,
) {
    for number in 0..PAYMENTS {
        let (id, text, _) = order(payer, round, number);
        let Some((status, said)) = operator.say(&format!("payer{payer}"), &text, &id) else {
            return;
        };
        assert_eq!(status, 200, "{said}");
        acknowledged.lock().unwrap().insert(id);
    }
}

#[test]
fn a_server_that_is_killed_loses_nothing_and_pays_nothing_twice() {
    let folder = Folder::new();
    let config = config(&folder);
    let mut server = Server::start(&folder, &["serve", "--config", &config]);
    for name in (0..PAYERS).map(|payer| format!("payer{payer}")).chain(["shop".to_owned()]) {
        printed(&run(&folder, &["admin", "add", &name, "--name", &name, "--tier", "2"]));
        printed(&run(&folder, &["admin", "credit", &name, "50000.00 EUR", "--reference", &name]));
    }
    let acknowledged = Mutex::new(BTreeSet::new());
    for round in 0..KILLS {
        let operator = server.operator();
        std::thread::scope(|scope| {
            for payer in 0..PAYERS {
                let (operator, acknowledged) = (&operator, &acknowledged);
                scope.spawn(move || pay_until_dead(operator, payer, round, acknowledged));
            }
            std::thread::sleep(Duration::from_millis(40 + 60 * u64::from(round)));
            // On a machine that has much else to do, not before anything came through.
            let wanted = (usize::try_from(round).unwrap() + 1) * 4;
            while acknowledged.lock().unwrap().len() < wanted {
                std::thread::sleep(Duration::from_millis(10));
            }
            server.kill();
        });
        server = Server::start(&folder, &["serve", "--config", &config]);
    }
    let operator = server.operator();
    let before = balance(&folder, "shop");
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() > 20, "the load came through: {}", acknowledged.len());
    assert!(
        sum(&acknowledged) <= before - 5_000_000,
        "what was acknowledged is there after every kill"
    );
    let all = resend(&operator, &acknowledged);
    assert_eq!(balance(&folder, "shop"), 5_000_000 + all, "each payment was made once");
    drop(server);
    printed(&run(&folder, &["verify", "--data", &folder.data()]));
}

fn sum(ids: &BTreeSet<String>) -> i64 {
    let cents = |id: &String| {
        let parts: Vec<u32> = id.split('-').skip(1).map(|part| part.parse().unwrap()).collect();
        i64::from(order(parts[0], parts[1], parts[2]).2)
    };
    ids.iter().map(cents).sum()
}

/// Sends every payment again that was begun: the acknowledged ones, and of each payer and round the one that was on
/// its way when the server died. Gives the cents of all of them.
fn resend(operator: &Operator, acknowledged: &BTreeSet<String>) -> i64 {
    let mut all = 0;
    for (payer, round) in (0..PAYERS).flat_map(|payer| (0..KILLS).map(move |round| (payer, round)))
    {
        for number in 0..PAYMENTS {
            let (id, text, cents) = order(payer, round, number);
            let (status, said) = operator.say(&format!("payer{payer}"), &text, &id).unwrap();
            assert_eq!(status, 200, "{said}");
            assert_eq!(said["payments"].as_array().unwrap().len(), 1, "{said}");
            all += i64::from(cents);
            if !acknowledged.contains(&id) {
                break;
            }
        }
    }
    all
}

fn balance(folder: &Folder, handle: &str) -> i64 {
    assert!(Path::new(&folder.data()).is_dir());
    let shown = lines(&run(folder, &["admin", "show", handle, "--json"]));
    shown[0]["wallets"][0]["posted"].as_i64().unwrap()
}
