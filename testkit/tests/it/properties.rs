//! What holds for any orders at all; the world audits the books after each of them.

use domain::money::Currency;
use domain::request::Outcome;
use proptest::prelude::*;
use testkit::policy;
use testkit::world::{Said, World};

const PEOPLE: [&str; 5] = ["alice", "bob", "carol", "refuge", "chezlea"];
const PAYEES: [&str; 7] = ["alice", "bob", "carol", "refuge", "chezlea", "nobody", "noone"];

/// An order in words: author, verb, cents, payees.
fn order() -> impl Strategy<Value = (usize, bool, i64, Vec<usize>)> {
    let cents =
        prop_oneof![1..=100i64, 2_900..=3_100i64, 24_900..=25_100i64, Just(50_000), Just(50_001)];
    (0..3usize, any::<bool>(), cents, prop::collection::vec(0..PAYEES.len(), 1..4))
}

fn said(index: usize, (author, gift, cents, payees): &(usize, bool, i64, Vec<usize>)) -> Said {
    let names: Vec<String> = payees.iter().map(|payee| format!("@{}", PAYEES[*payee])).collect();
    let verb = if *gift { "don" } else { "envoyer" };
    let each = if payees.len() > 1 { " chacun" } else { "" };
    let text =
        format!("@obole #{verb} {},{:02}€{each} {}", cents / 100, cents % 100, names.join(" "));
    let author = PEOPLE[*author].to_owned();
    Said {
        id: format!("order-{index}"),
        author,
        text,
        direct: index.is_multiple_of(2),
        reply_to: None,
    }
}

/// Minor units in all wallets and the fees' account.
fn all_money(world: &World) -> i64 {
    world.disk().read(|tables| {
        let wallets: i64 = tables.wallets.values().map(|wallet| wallet.posted).sum();
        let fees =
            tables.transfers.values().filter(|t| t.kind == domain::ledger::TransferKind::Fee);
        wallets + fees.map(|transfer| transfer.amount.minor).sum::<i64>()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn money_is_neither_made_nor_lost(orders in prop::collection::vec(order(), 1..12)) {
        let mut world = World::new(policy::usual());
        let before = all_money(&world);
        for (index, order) in orders.iter().enumerate() {
            world.deliver(&said(index, order));
            prop_assert_eq!(all_money(&world), before);
        }
    }

    #[test]
    fn a_repeat_changes_nothing(orders in prop::collection::vec(order(), 1..8)) {
        let mut world = World::new(policy::usual());
        let said: Vec<Said> = orders.iter().enumerate().map(|(index, order)| said(index, order)).collect();
        let answers: Vec<_> = said.iter().map(|said| world.deliver(said)).collect();
        let rows = world.disk().read(Clone::clone);
        for (said, first) in said.iter().zip(answers) {
            let again = world.deliver(said);
            prop_assert!(again.repeated);
            prop_assert_eq!((again.outcome, again.messages, again.payments), (first.outcome, first.messages, first.payments));
        }
        prop_assert!(world.disk().read(|tables| *tables == rows));
    }

    /// A refusal moves and reserves nothing, and says so to nobody but the author.
    #[test]
    fn a_refusal_does_nothing(order in order()) {
        let mut world = World::new(policy::usual());
        let wallets = world.disk().read(|tables| tables.wallets.clone());
        let said = said(0, &order);
        let answer = world.deliver(&said);
        if let Outcome::Refused(_) = answer.outcome {
            prop_assert!(answer.payments.is_empty());
            prop_assert_eq!(world.disk().read(|tables| tables.wallets.clone()), wallets);
            let author = world.member(&said.author);
            prop_assert!(answer.messages.iter().all(|m| m.to == domain::request::To::Member(author)));
        }
    }

    /// Whatever became of an order, taking back what is open and waiting for the rest leaves nothing set aside.
    #[test]
    fn everything_comes_to_an_end(orders in prop::collection::vec(order(), 1..8)) {
        let mut world = World::new(policy::usual());
        for (index, order) in orders.iter().enumerate() {
            world.deliver(&said(index, order));
        }
        world.say_direct("alice", "annuler");
        world.travel(world.clock().now().plus_us(8 * domain::time::DAY_US));
        world.disk().read(|tables| {
            prop_assert!(tables.payments.values().all(|payment| !payment.state.open()));
            prop_assert!(tables.wallets.values().all(|wallet| wallet.held == 0));
            prop_assert!(tables.wallets.keys().all(|(_, currency)| *currency == Currency::EUR));
            Ok(())
        })?;
    }
}
