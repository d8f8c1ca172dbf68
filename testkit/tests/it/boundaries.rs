//! Instants count to the microsecond, and proofs only for what they were made for.

use domain::id::PaymentId;
use domain::payment::State;
use domain::refusal::Refusal;
use domain::request::{Approve, Outcome, PinProof, Proof, Request};
use testkit::policy;
use testkit::world::World;

#[test]
fn a_timer_that_is_early_late_or_repeated_does_nothing() {
    let mut world = World::new(policy::usual());
    let payment = world.say("alice", "@obole #envoyer 20€ @dave").payments[0];
    let until = world.payment(payment).expires_at.unwrap();
    world.clock().set(until.plus_us(-1));
    assert!(world.act(Request::Expire { payment }).payments.is_empty(), "a microsecond early");
    assert_eq!(world.payment(payment).state, State::Held);
    world.clock().set(until);
    assert_eq!(*world.act(Request::Expire { payment }).payments, [payment]);
    assert_eq!(world.payment(payment).state, State::Returned);
    assert!(world.act(Request::Expire { payment }).payments.is_empty(), "once more");
    assert!(world.act(Request::Expire { payment: PaymentId(7) }).payments.is_empty(), "of nothing");
}

#[test]
fn a_claim_can_be_made_and_confirmed_until_its_last_microsecond() {
    let mut world = World::new(policy::usual());
    let said = world.say("alice", "@obole #envoyer 20€ @dave");
    let payment = said.payments[0];
    let until = world.payment(payment).expires_at.unwrap();
    let alice = world.member("alice");
    let hash = world.payment(payment).claim.unwrap().token_hash;
    let claim = |member| Request::Claim { member, token_hash: hash, wanted: true };
    world.clock().set(until.plus_us(-1));
    let carol = world.member("carol");
    assert_eq!(world.act(claim(carol)).outcome, Outcome::Done);
    world.clock().set(until);
    assert_eq!(world.say_direct("alice", "oui").outcome, Outcome::Refused(Refusal::WhatMissing));
    let approve = world.approve("alice", payment, Some("123456"));
    assert_eq!(approve.outcome, Outcome::Refused(Refusal::ApprovalExpired));
    let cancel = world.act(Request::Cancel { member: alice, payment });
    assert_eq!(cancel.outcome, Outcome::Done, "taking it back is always right");
}

/// The PIN was changed between the check and the decision: what was typed proves nothing.
#[test]
fn a_proof_of_an_old_pin_is_wrong() {
    let mut world = World::new(policy::usual());
    let payment = world.say("alice", "@obole #envoyer 50€ @bob").payments[0];
    let alice = world.member("alice");
    let old = world.disk().read(|tables| tables.pins[&alice].as_ref().unwrap().set_at);
    world.wait(1);
    world.set_pin("alice", "654321", Some("123456"));
    let proof = Some(Proof::Pin(PinProof { right: true, set_at: old }));
    let shown = world.shown(payment);
    let approve = Approve { member: alice, payment, shown, proof };
    let answer = world.act(Request::Approve(approve));
    assert_eq!(answer.outcome, Outcome::Refused(Refusal::PinWrong { left: 4 }));
}
