//! Refunds that arrive all at once: together they never give back more than was paid, however they are grouped.

use app::desk::Desk;
use app::group::{Book, Policies};
use domain::id::{PaymentId, RequestKey};
use domain::ledger::TransferKind;
use domain::money::{Currency, Money};
use domain::refund::RefundOrder;
use domain::refusal::Refusal;
use domain::request::{Envelope, Outcome, PinProof, Proof, Request};
use testkit::audit::audit;
use testkit::world::World;

/// Refunds handed in at once, of 1 € each.
const REFUNDS: u32 = 200;

/// What can be given back, in euros.
const PAID: u32 = 80;

/// A world in which Alice has paid the merchant 80 €, and the payment.
fn paid() -> (World, PaymentId) {
    let mut world = World::default();
    let answer = world.say("alice", "@obole #envoyer 80€ @chezlea");
    let payment = answer.payments[0];
    world.approve("alice", payment, Some("123456"));
    world.set_pin("chezlea", "135790", None);
    (world, payment)
}

/// The merchant's refund number `number`, as its page sends it.
fn refund(world: &World, payment: PaymentId, number: u32) -> Envelope {
    let member = world.member("chezlea");
    let set_at = world.disk().read(|tables| tables.pins[&member].as_ref().unwrap().set_at);
    let order = RefundOrder {
        member,
        payment,
        amount: Some(Money::new(100, Currency::EUR)),
        proof: Some(Proof::Pin(PinProof { right: true, set_at })),
    };
    let key = Some(RequestKey::of(&["refund", &number.to_string()]));
    Envelope { key, digest: 0, random: [1; 32], request: Request::Refund(order) }
}

#[test]
fn two_hundred_at_once_give_back_what_was_paid_and_no_more() {
    let (world, payment) = paid();
    let policies = Policies::new(vec![domain::policy::Policy::clone(&world.policy())]);
    let (desk, ended) = Desk::open(Book::new(world.disk().engine(), policies));
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    let outcomes: Vec<Outcome> = runtime.block_on(async {
        // Each is sent twice, as by a double click.
        let sent: Vec<_> = (0..REFUNDS * 2)
            .map(|number| {
                let (desk, envelope) = (desk.clone(), refund(&world, payment, number % REFUNDS));
                tokio::spawn(async move { desk.decide(envelope).await })
            })
            .collect();
        let mut outcomes = Vec::new();
        for answer in sent {
            let answer = answer.await.unwrap().unwrap();
            if !answer.repeated {
                outcomes.push(answer.outcome);
            }
        }
        outcomes
    });
    drop(desk);
    drop(ended);
    let given = outcomes.iter().filter(|outcome| **outcome == Outcome::Done).count();
    let refused = outcomes
        .iter()
        .filter(|outcome| **outcome == Outcome::Refused(Refusal::RefundDone))
        .count();
    assert_eq!((given, refused), (PAID as usize, (REFUNDS - PAID) as usize));
    world.disk().read(|tables| {
        audit(tables).unwrap();
        let row = &tables.payments[&payment];
        assert_eq!((row.refunded.amount, row.refunded.fee), (row.amount.minor, row.fee.minor));
        let sum = |kind| -> i64 {
            let of_kind = tables.transfers.values().filter(|transfer| transfer.kind == kind);
            of_kind.map(|transfer| transfer.amount.minor).sum()
        };
        assert_eq!(sum(TransferKind::Refund), row.amount.minor);
        assert_eq!(sum(TransferKind::FeeBack), row.fee.minor);
    });
}

/// What goes back comes from the payee's wallet: the operator's refund is refused too where there is nothing.
#[test]
fn nobody_gives_back_what_the_payee_does_not_have() {
    let (mut world, payment) = paid();
    let shop = world.member("chezlea");
    let alice = world.member("alice");
    world.say("chezlea", "@obole #envoyer 20€ @bob");
    let refund = |amount| {
        let reason = "a complaint".to_owned();
        Request::Admin(domain::request::Admin::Refund { payment, amount, reason })
    };
    let refused = world.act(refund(None));
    assert!(matches!(
        refused.outcome,
        Outcome::Refused(Refusal::InsufficientFunds { available, .. }) if available.minor == 5_880
    ));
    let done = world.act(refund(Some(Money::new(5_900, Currency::EUR))));
    assert_eq!(done.outcome, Outcome::Done, "the fee that comes back pays for a part of it");
    world.disk().read(|tables| {
        let posted = |member| tables.wallets[&(member, Currency::EUR)].posted;
        assert_eq!((posted(shop), posted(alice)), (5_880 + 88 - 5_900, 22_000 + 5_900));
        let given = tables.refunds.values().next().unwrap();
        assert_eq!(
            (given.reason.as_str(), given.by),
            ("a complaint", domain::refund::By::Operator)
        );
    });
}
