//! Requests decided in one group get the answers they get one by one: a list that is loaded in the middle of a
//! group knows what the group has changed.

use domain::id::RequestKey;
use domain::lang::Lang;
use domain::member::Kind;
use domain::request::{Admin, Answer, Outcome, Request};
use domain::time::MINUTE_US;
use testkit::policy;
use testkit::world::{Said, World, digest, key_of, post};

type Named = (Option<RequestKey>, u64, Request);

fn said(id: &str, author: &str, text: &str) -> Named {
    let direct = !text.starts_with('@');
    let said =
        Said { id: id.into(), author: author.into(), text: text.into(), direct, reply_to: None };
    (Some(key_of(id)), digest(&said), post(&said))
}

fn add(handle: &str) -> Named {
    let (handle, name) = (handle.to_owned(), handle.to_owned());
    let member = Admin::AddMember { handle, name, kind: Kind::Person, lang: Lang::En, tier: 2 };
    (None, 0, Request::Admin(member))
}

/// Plays `before` one by one, then `group` in one group and one by one, each with a fresh memory; gives the answers.
fn check(before: &[Named], group: &[Named]) -> Vec<Answer> {
    let world = || {
        let mut world = World::new(policy::usual()).cold(true);
        for (key, digest, request) in before {
            world.submit(*key, *digest, request.clone());
            world.wait(MINUTE_US);
        }
        world.restart();
        world
    };
    let mut together = world();
    let mut alone = world();
    let answers = together.submit_together(group.to_vec());
    for ((key, digest, request), answer) in group.iter().zip(&answers) {
        assert_eq!(&alone.submit(*key, *digest, request.clone()), answer, "{request:?}");
    }
    assert!(together.disk().read(|a| alone.disk().read(|b| a == b)), "the rows differ");
    answers
}

fn codes(answer: &Answer) -> Vec<&str> {
    answer.messages.iter().map(|message| message.say.code.as_ref()).collect()
}

#[test]
fn cancel_finds_what_the_group_began() {
    let group = [said("a", "alice", "@obole #envoyer 50€ @bob"), said("b", "alice", "annuler")];
    let answers = check(&[], &group);
    assert_eq!(codes(&answers[1]), ["cancelled"]);
    let before = [said("old", "alice", "@obole #envoyer 60€ @bob")];
    let answers = check(&before, &group);
    assert_eq!(answers[1].payments, answers[0].payments, "the newer one, not the old one");
}

#[test]
fn yes_and_no_find_what_the_group_asked() {
    let twice = [
        said("a", "alice", "@obole #envoyer 12€ @bob"),
        said("b", "alice", "@obole #envoyer 12€ @bob"),
        said("c", "alice", "oui"),
    ];
    assert_eq!(check(&[], &twice)[2].payments, check(&[], &twice)[1].payments);
    let no = [said("a", "alice", "@obole #envoyer 50€ @bob"), said("b", "alice", "non")];
    assert_eq!(codes(&check(&[], &no)[1]), ["declined"]);
}

#[test]
fn the_duplicate_guard_knows_what_the_group_ended() {
    let before = [said("a", "alice", "@obole #envoyer 50€ @bob")];
    let group = [said("b", "alice", "non"), said("c", "alice", "@obole #envoyer 50€ @bob")];
    assert_eq!(codes(&check(&before, &group)[1]), ["look-public", "approve-please"]);
}

#[test]
fn the_duplicate_guard_knows_what_the_group_returned() {
    let mut world = World::new(policy::usual());
    let claim = world.say("alice", "@obole #envoyer 20€ @dave").payments[0];
    let member = world.member("alice");
    world.restart();
    let cancel = (None, 0, Request::Cancel { member, payment: claim });
    let answers =
        world.submit_together(vec![cancel, said("b", "alice", "@obole #envoyer 20€ @dave")]);
    assert_eq!(codes(&answers[1]), ["look-public", "set-aside"]);
}

#[test]
fn a_statement_shows_what_the_group_moved() {
    let group = [said("a", "alice", "@obole #envoyer 12€ @bob"), said("b", "bob", "historique")];
    assert_eq!(codes(&check(&[], &group)[1]), ["history-in", "history-top-up", "history-more"]);
}

#[test]
fn a_new_member_is_known_at_once() {
    let group = [
        add("dave"),
        said("a", "alice", "@obole #envoyer 12€ @dave"),
        said("b", "dave", "solde"),
        add("dave"),
    ];
    let answers = check(&[], &group);
    assert!(codes(&answers[1]).contains(&"received"));
    assert_eq!(codes(&answers[2]), ["balance"]);
    assert!(matches!(answers[3].outcome, Outcome::Refused(_)), "the handle is taken");
}

#[test]
fn a_repeat_in_the_same_group_is_a_repeat() {
    let once = said("a", "alice", "@obole #envoyer 12€ @bob");
    let edited = said("a", "alice", "@obole #envoyer 120€ @bob");
    let answers = check(&[], &[once.clone(), once, edited]);
    assert!(answers[1].repeated && !answers[0].repeated);
    assert_eq!(answers[2].outcome, Outcome::Refused(domain::refusal::Refusal::KeyReused));
}

/// An old payment that changes is not the latest because of that.
#[test]
fn the_latest_payment_is_the_one_asked_for_last() {
    let mut world = World::new(policy::usual());
    let claim = world.say("alice", "@obole #envoyer 20€ @dave").payments[0];
    for cents in 1..=70 {
        world.wait(MINUTE_US);
        world.say("alice", &format!("@obole #envoyer 0,{cents:02}€ @bob"));
    }
    let last = world.say_direct("alice", "suivi").messages[0].payment;
    let member = world.member("alice");
    let cancelled = world.act(Request::Cancel { member, payment: claim });
    assert_eq!(*cancelled.payments, [claim]);
    assert_eq!(world.say_direct("alice", "suivi").messages[0].payment, last);
}
