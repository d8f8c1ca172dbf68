//! Passkeys and challenges: kept, used, spent once, swept, gone with their member's key.

use domain::id::MemberId;
use domain::member::Kind;
use domain::passkey::{
    Act, CHALLENGE_US, Ceremony, Challenge, Change, NOTHING_SHOWN, New, PASSKEYS_MAX, PasskeyProof,
    challenge,
};
use domain::port::Engine as _;
use domain::refusal::Refusal;
use domain::request::{Admin, Outcome, Proof, Request};

use crate::world::World;

/// Asks a device for an answer that `member` may give; what it is bound to names what is shown.
fn ask(world: &mut World, member: Option<MemberId>, asked: (Ceremony, [u8; 32], u8)) -> [u8; 32] {
    let (ceremony, shown, chance) = asked;
    let bytes = challenge(ceremony, &[chance; 32], &shown);
    let now = world.engine.begin().unwrap();
    let challenge = Challenge { bytes, ceremony, member, expires_at: now.plus_us(CHALLENGE_US) };
    world.engine.create_challenge(&challenge).unwrap();
    world.engine.commit().unwrap();
    bytes
}

fn act(world: &mut World, act: Act) -> Outcome {
    world.request(Request::Passkey(act)).outcome
}

/// Adds a passkey that is named by a number.
fn add(world: &mut World, member: MemberId, number: u8, proof: Option<Proof>) -> Outcome {
    let bytes = ask(world, Some(member), (Ceremony::Add, NOTHING_SHOWN, number));
    let new = New {
        id: [number; 32],
        credential: format!("credential-{number}"),
        key: vec![0xa5, number],
        count: 3,
        name: format!("l'appareil {number}"),
        challenge: bytes,
        nonce: [number; 32],
    };
    act(world, Act::Add { member, new, proof })
}

/// What the first passkey proves, for a change.
fn touch(world: &mut World, member: MemberId, change: Change, count: u32) -> PasskeyProof {
    let chance = u8::try_from(100 + count).unwrap();
    let bytes = ask(world, Some(member), (Ceremony::Secure, change.digest(), chance));
    PasskeyProof { passkey: [1; 32], challenge: bytes, nonce: [chance; 32], right: true, count }
}

#[test]
fn a_passkey_is_kept_counts_its_uses_and_goes() {
    let mut world = World::new();
    let alice = world.member("alice", Kind::Person);
    assert_eq!(add(&mut world, alice, 1, None), Outcome::Done);
    let proof = touch(&mut world, alice, Change::Add, 4);
    assert_eq!(add(&mut world, alice, 2, Some(Proof::Passkey(proof))), Outcome::Done);
    let own = world.read(|reader| reader.passkeys(alice));
    let seen: Vec<_> = own.iter().map(|own| (own.name.as_str(), own.count)).collect();
    assert_eq!(seen, [("l'appareil 1", 4), ("l'appareil 2", 3)]);
    assert_eq!(own[0].credential, "credential-1");
    assert_eq!(own[1].key, [0xa5, 2]);
    assert!(own[0].used_at > Some(own[0].added_at) && own[1].used_at.is_none());
    assert_eq!(world.read(|reader| reader.challenge(proof.challenge)), None, "it is spent");
    let again = act(
        &mut world,
        Act::Remove { member: alice, passkey: [2; 32], proof: Some(Proof::Passkey(proof)) },
    );
    assert_eq!(again, Outcome::Refused(Refusal::PasskeyExpired));
    let proof = touch(&mut world, alice, Change::Remove([1; 32]), 5);
    let removed =
        Act::Remove { member: alice, passkey: [1; 32], proof: Some(Proof::Passkey(proof)) };
    assert_eq!(act(&mut world, removed), Outcome::Done, "also with the one that is removed");
    let own = world.read(|reader| reader.passkeys(alice));
    assert_eq!(own.iter().map(|own| own.id).collect::<Vec<_>>(), [[2; 32]]);
    let report = world.read(|reader| Ok(store::verify(reader).unwrap()));
    assert!(report.texts > 0);
    world.request(Request::Admin(Admin::ResetPin { member: alice }));
    assert_eq!(world.read(|reader| reader.passkeys(alice)), []);
}

#[test]
fn a_proof_for_something_else_changes_nothing() {
    let mut world = World::new();
    let (alice, bob) = (world.member("alice", Kind::Person), world.member("bob", Kind::Person));
    assert_eq!(add(&mut world, alice, 1, None), Outcome::Done);
    assert_eq!(add(&mut world, alice, 2, None), Outcome::Refused(Refusal::PasskeyNeeded));
    let right = touch(&mut world, alice, Change::Add, 4);
    let pin = |proof: PasskeyProof| Request::SetPin {
        member: alice,
        hash: "hash".to_owned(),
        proof: Some(Proof::Passkey(proof)),
    };
    let refused = world.request(pin(right)).outcome;
    assert_eq!(refused, Outcome::Refused(Refusal::PasskeyWrong), "another change");
    let of_bob = Act::Remove { member: bob, passkey: [1; 32], proof: Some(Proof::Passkey(right)) };
    assert_eq!(act(&mut world, of_bob), Outcome::Refused(Refusal::PasskeyWrong), "another member");
    let sign_in = Act::SignIn { member: alice, proof: right };
    assert_eq!(
        act(&mut world, sign_in),
        Outcome::Refused(Refusal::PasskeyWrong),
        "another purpose"
    );
    assert!(world.read(|reader| reader.challenge(right.challenge)).is_some(), "it stands");
    let other = PasskeyProof { nonce: [9; 32], ..right };
    let refused = add(&mut world, alice, 3, Some(Proof::Passkey(other)));
    assert_eq!(refused, Outcome::Refused(Refusal::PasskeyWrong), "another chance");
    let copied = PasskeyProof { count: 3, ..right };
    let refused = add(&mut world, alice, 4, Some(Proof::Passkey(copied)));
    assert_eq!(refused, Outcome::Refused(Refusal::PasskeyCopied), "its counter stands still");
    let refused = add(&mut world, alice, 5, Some(Proof::Passkey(right)));
    assert_eq!(refused, Outcome::Refused(Refusal::PasskeyExpired), "and that spent the challenge");
    let late = touch(&mut world, alice, Change::SetPin, 6);
    world.hands.pass(CHALLENGE_US);
    let refused = world.request(pin(late)).outcome;
    assert_eq!(refused, Outcome::Refused(Refusal::PasskeyExpired), "too late");
    assert_eq!(world.read(|reader| reader.passkeys(alice)).len(), 1);
    assert_eq!(world.read(|reader| reader.pin(alice)), None);
}

#[test]
fn there_are_only_so_many_and_none_twice() {
    let mut world = World::new();
    let alice = world.member("alice", Kind::Person);
    assert_eq!(add(&mut world, alice, 1, None), Outcome::Done);
    let most = u8::try_from(PASSKEYS_MAX).unwrap();
    for number in 2..=most {
        let proof = touch(&mut world, alice, Change::Add, u32::from(number) + 10);
        assert_eq!(add(&mut world, alice, number, Some(Proof::Passkey(proof))), Outcome::Done);
    }
    let proof = touch(&mut world, alice, Change::Add, 40);
    let known = add(&mut world, alice, 1, Some(Proof::Passkey(proof)));
    assert_eq!(known, Outcome::Refused(Refusal::PasskeyKnown));
    let proof = touch(&mut world, alice, Change::Add, 41);
    let limit = i64::from(most);
    let more = add(&mut world, alice, most + 1, Some(Proof::Passkey(proof)));
    assert_eq!(more, Outcome::Refused(Refusal::PasskeysMany { limit }));
}

#[test]
fn challenges_that_are_too_old_are_swept_and_an_erased_member_has_no_passkey() {
    let mut world = World::new();
    let alice = world.member("alice", Kind::Person);
    add(&mut world, alice, 1, None);
    let early = ask(&mut world, None, (Ceremony::SignIn, NOTHING_SHOWN, 50));
    world.hands.pass(CHALLENGE_US / 2);
    let later = ask(&mut world, None, (Ceremony::SignIn, NOTHING_SHOWN, 51));
    world.hands.pass(CHALLENGE_US / 2);
    let now = world.engine.begin().unwrap();
    assert_eq!(world.engine.sweep_challenges([0; 32], now, 100).unwrap(), 1);
    world.engine.destroy_key(alice).unwrap();
    world.engine.commit().unwrap();
    assert_eq!(world.read(|reader| reader.challenge(early)), None);
    assert!(world.read(|reader| reader.challenge(later)).is_some());
    assert_eq!(world.read(|reader| reader.passkeys(alice)), []);
}
