//! The same request delivered again has the effect and the answer of one, whatever it was.

use domain::id::RequestKey;
use domain::request::{Admin, Approve, Outcome, PinProof, Proof, Request};
use testkit::policy;
use testkit::world::World;

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
