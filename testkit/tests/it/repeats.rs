//! The same request delivered again has the effect and the answer of one, whatever it was.

use domain::id::RequestKey;
use domain::money::{Currency, Money};
use domain::payment::Purpose;
use domain::refusal::Refusal;
use domain::request::{Admin, Approve, Outcome, Pay, PinProof, Proof, Request};
use domain::time::MINUTE_US;
use testkit::policy;
use testkit::world::{Said, World};

fn key(name: &str) -> Option<RequestKey> {
    Some(RequestKey::of(&["test", name]))
}

/// A refusal on a page is an answer too: it does not turn into a payment when it arrives again.
#[test]
fn a_refused_page_act_stays_refused() {
    let mut world = World::new(policy::usual());
    let payment = world.say("alice", "@obole #envoyer 50€ @bob").payments[0];
    let (alice, bob) = (world.member("alice"), world.member("bob"));
    let set_at = world.disk().read(|tables| tables.pins[&alice].as_ref().unwrap().set_at);
    let proof = Some(Proof::Pin(PinProof { right: true, set_at }));
    let approve =
        Request::Approve(Approve { member: alice, payment, shown: world.shown(payment), proof });
    world.act(Request::Admin(Admin::Freeze { member: bob, reason: String::new() }));
    let refused = world.submit(key("approve"), 1, approve.clone());
    assert!(matches!(refused.outcome, Outcome::Refused(_)));
    world.act(Request::Admin(Admin::Release { member: bob }));
    for _ in 0..2 {
        let again = world.submit(key("approve"), 1, approve.clone());
        assert_eq!(again.outcome, refused.outcome);
        assert!(again.repeated && again.payments.is_empty());
    }
    assert_eq!(world.available("bob"), 30_000);
}

/// A wrong PIN counts once, however often it arrives under the same name.
#[test]
fn a_wrong_pin_counts_once() {
    let mut world = World::new(policy::usual());
    let payment = world.say("alice", "@obole #envoyer 50€ @bob").payments[0];
    let alice = world.member("alice");
    let set_at = world.disk().read(|tables| tables.pins[&alice].as_ref().unwrap().set_at);
    let proof = Some(Proof::Pin(PinProof { right: false, set_at }));
    let approve =
        Request::Approve(Approve { member: alice, payment, shown: world.shown(payment), proof });
    for _ in 0..7 {
        world.submit(key("wrong"), 1, approve.clone());
    }
    let wrong = world.disk().read(|tables| tables.pins[&alice].as_ref().unwrap().wrong_count);
    assert_eq!(wrong, 1);
}

/// What the operator mistyped may be corrected under the same name.
#[test]
fn a_refused_credit_may_be_corrected() {
    let mut world = World::new(policy::usual());
    let member = world.member("alice");
    let credit = |minor| {
        let amount = domain::money::Money::new(minor, domain::money::Currency::EUR);
        let from = domain::ledger::House::Bank;
        Request::Admin(Admin::Credit { member, amount, from, reference: "R1".to_owned() })
    };
    assert!(matches!(world.submit(key("R1"), 1, credit(0)).outcome, Outcome::Refused(_)));
    assert_eq!(world.submit(key("R1"), 2, credit(500)).outcome, Outcome::Done);
    assert!(world.submit(key("R1"), 2, credit(500)).repeated);
    assert_eq!(world.available("alice"), 30_500);
}

/// A name that nobody has ever had is a refusal, not a panic.
#[test]
fn an_unknown_member_is_refused() {
    let mut world = World::new(policy::usual());
    let member = domain::id::MemberId(77 << 64);
    let amount = domain::money::Money::new(1, domain::money::Currency::EUR);
    let from = domain::ledger::House::Bank;
    for admin in [
        Admin::Credit { member, amount, from, reference: String::new() },
        Admin::Freeze { member, reason: String::new() },
        Admin::Release { member },
        Admin::ResetPin { member },
    ] {
        let answer = world.act(Request::Admin(admin));
        assert_eq!(answer.outcome, Outcome::Refused(domain::refusal::Refusal::MemberUnknown));
    }
}

fn pay(world: &World, to: &str, minor: i64) -> Request {
    Request::Pay(Pay {
        payer: world.member("alice"),
        to: to.into(),
        purpose: Purpose::Send,
        amount: Money::new(minor, Currency::EUR),
        memo: "".into(),
    })
}

/// A program that came too fast has told nobody and may send the same again; a rule about money stays said.
#[test]
fn a_program_may_repeat_what_came_too_fast() {
    let mut policy = policy::usual();
    policy.payments_per_ten_minutes = 1;
    let mut world = World::new(policy);
    let (first, second) = (pay(&world, "bob", 100), pay(&world, "carol", 200));
    assert_eq!(world.submit(key("first"), 1, first.clone()).outcome, Outcome::Done);
    for _ in 0..2 {
        let refused = world.submit(key("second"), 2, second.clone());
        assert_eq!(refused.outcome, Outcome::Refused(Refusal::SlowDown));
        assert!(refused.messages.is_empty() && !refused.repeated);
    }
    world.wait(10 * MINUTE_US);
    let paid = world.submit(key("second"), 2, second.clone());
    assert_eq!((paid.outcome, paid.repeated), (Outcome::Done, false));
    assert!(world.submit(key("second"), 2, second).repeated);
    assert!(world.submit(key("first"), 1, first).repeated);

    world.wait(10 * MINUTE_US);
    let too_much = pay(&world, "bob", 1_000_000);
    let refused = world.submit(key("much"), 4, too_much.clone()).outcome;
    assert!(matches!(refused, Outcome::Refused(Refusal::PaymentLimit { .. })), "{refused:?}");
    let again = world.submit(key("much"), 4, too_much);
    assert!(again.repeated);
    assert_eq!(again.outcome, refused);
    let other = world.submit(key("much"), 5, pay(&world, "bob", 300)).outcome;
    assert_eq!(other, Outcome::Refused(Refusal::KeyReused), "another under the same name");
}

/// A post is a conversation: whoever was told to slow down is told the same when it is delivered again.
#[test]
fn a_post_that_came_too_fast_stays_refused() {
    let mut policy = policy::usual();
    policy.payments_per_ten_minutes = 1;
    let mut world = World::new(policy);
    world.say("alice", "@obole #envoyer 1€ @bob");
    let said = Said {
        id: world.post_id(),
        author: "alice".to_owned(),
        text: "@obole #envoyer 2€ @carol".to_owned(),
        direct: false,
        reply_to: None,
    };
    let refused = world.deliver(&said);
    assert_eq!(refused.outcome, Outcome::Refused(Refusal::SlowDown));
    world.wait(10 * MINUTE_US);
    let again = world.deliver(&said);
    assert!(again.repeated);
    assert_eq!((again.outcome, again.messages), (refused.outcome, refused.messages));
}
