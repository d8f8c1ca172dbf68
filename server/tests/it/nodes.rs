//! Two nodes of the real program on one PostgreSQL; one of them is killed under load again and again.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use domain::member::Network;
use serde_json::json;
use store::{KEY_FILE, KeySource};
use testkit::cluster::{Cluster, Settings};

use crate::kill::config;
use crate::program::{Folder, Operator, Server, printed, run};

/// How often a node is killed, unless `OBOLE_KILLS` says otherwise.
const KILLS: usize = 10;

/// People who pay at the same time.
const PAYERS: usize = 16;

/// Payments that must come through before each kill.
const THROUGH: usize = 20;

/// How long they may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Payments in the name of one person: fewer than the policy lets one make in ten minutes.
const TURNS: i64 = 50;

/// What the shop has to begin with, in cents.
const BEGIN_CENTS: i64 = 5_000_000;

fn start(folder: &Folder, database: &str) -> Server {
    let config = config(folder);
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("{text}database = {database:?}\n")).unwrap();
    Server::start(folder, &["serve", "--config", &config])
}

/// Pays until it is told to stop, by whichever node answers; gives the cents paid and how often a node did not answer.
fn pay(
    payer: usize,
    nodes: &[Mutexed; 2],
    (acknowledged, stopped): (&AtomicUsize, &AtomicBool),
) -> (i64, usize) {
    let (mut cents, mut unanswered) = (0, 0);
    for number in 1.. {
        if stopped.load(Ordering::SeqCst) {
            break;
        }
        let text = format!("@obole #envoyer {}.{:02}€ @shop", number / 100, number % 100);
        let id = format!("pay-{payer}-{number}");
        let name = format!("payer{payer}x{}", number / TURNS);
        if number == 1 || number % TURNS == 0 {
            add(&name, payer, nodes);
        }
        for attempt in 0.. {
            assert!(attempt < 200, "{id}: nobody answers");
            let operator = nodes[(payer + attempt) % 2].lock().unwrap().clone();
            match operator.say(&name, &text, &id) {
                Some((200, said)) => {
                    assert_eq!(said["payments"].as_array().unwrap().len(), 1, "{said}");
                    break;
                }
                Some(_) | None => {
                    unanswered += 1;
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
        }
        acknowledged.fetch_add(1, Ordering::SeqCst);
        cents += number;
    }
    (cents, unanswered)
}

/// Adds a person with money, by whichever node answers; done again it is refused, or is more money.
fn add(name: &str, payer: usize, nodes: &[Mutexed; 2]) {
    let add = json!({
        "order": "add_member", "handle": name, "name": name, "kind": "person", "lang": "en", "tier": 2, "about": ""
    });
    let credit =
        json!({ "order": "credit", "to": name, "amount": "50000.00 EUR", "reference": name });
    for (order, done) in [(add, false), (credit, true)] {
        for attempt in 0.. {
            assert!(attempt < 200, "{name}: nobody answers");
            let operator = nodes[(payer + attempt) % 2].lock().unwrap().clone();
            let id = format!("{name}-{done}-{attempt}");
            match operator.call("POST", "/v1/operator", &id, &order.to_string()) {
                Some((200, _)) => break,
                Some((400..500, _)) if !done => break,
                Some(_) | None => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }
}

/// How to reach a node; its key is another one after each start.
type Mutexed = std::sync::Mutex<Operator>;

#[test]
fn a_node_that_is_killed_loses_nothing_and_the_other_goes_on() {
    let Some(cluster) = Cluster::start_or_skip(&Settings { fsync: true, ..Settings::default() })
    else {
        return;
    };
    let database = cluster.database().unwrap();
    let (stays, dies) = (Folder::new(), Folder::new());
    let other = start(&stays, &database.url());
    printed(&run(&stays, &["admin", "add", "shop", "--name", "shop", "--tier", "2"]));
    printed(&run(&stays, &["admin", "credit", "shop", "50000.00 EUR", "--reference", "shop"]));
    std::fs::create_dir_all(dies.data()).unwrap();
    let key = |folder: &Folder| std::path::Path::new(&folder.data()).join(KEY_FILE);
    std::fs::copy(key(&stays), key(&dies)).unwrap();
    let mut server = start(&dies, &database.url());
    let nodes = [Mutexed::new(other.operator()), Mutexed::new(server.operator())];
    let (acknowledged, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let kills = std::env::var("OBOLE_KILLS").map_or(KILLS, |number| number.parse().unwrap());
    let (paid, unanswered) = std::thread::scope(|scope| {
        let (nodes, progress) = (&nodes, (&acknowledged, &stopped));
        let payers: Vec<_> =
            (0..PAYERS).map(|payer| scope.spawn(move || pay(payer, nodes, progress))).collect();
        for _ in 0..kills {
            comes_through(&acknowledged);
            server.kill();
            comes_through(&acknowledged);
            server = start(&dies, &database.url());
            *nodes[1].lock().unwrap() = server.operator();
        }
        stopped.store(true, Ordering::SeqCst);
        payers
            .into_iter()
            .map(|payer| payer.join().unwrap())
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    });
    println!(
        "| node killed {kills} times | {} acknowledged | {unanswered} tries unanswered |",
        acknowledged.load(Ordering::SeqCst)
    );
    assert!(unanswered > 0, "a kill was noticed");
    let folder = dies.data();
    let readers =
        store::connect_read(&database.url(), folder.as_ref(), &KeySource::Beside).unwrap();
    let has = readers.read(|read| {
        let shop = read.profile_by_handle(Network::SQUARE, "shop")?;
        read.wallets(shop.map(|shop| shop.member.id).unwrap())
    });
    assert_eq!(has.unwrap()[0].posted, BEGIN_CENTS + paid, "each payment was made once");
    let proved = readers.read(|read| Ok(store::verify(read))).unwrap();
    assert!(proved.is_ok(), "{:?}", proved.err());
}

fn comes_through(acknowledged: &AtomicUsize) {
    let count = || acknowledged.load(Ordering::SeqCst);
    let (begun, goal) = (Instant::now(), count() + THROUGH);
    while count() < goal {
        assert!(begun.elapsed() < PATIENCE, "{} of {goal} payments came through", count());
        std::thread::sleep(Duration::from_millis(5));
    }
}
