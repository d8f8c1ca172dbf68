//! Leases, fences and dead letters; posts of the square; links to sign in, sessions and keys.

use domain::id::{MemberId, RequestKey};
use domain::lang::Lang;
use domain::member::{Kind, Network};
use domain::port::Engine;
use domain::refusal::Refusal;
use domain::request::{Answer, Done, KeptPost, Message, To};
use domain::say::Say;
use domain::time::Timestamp;
use store::{ApiKey, Delivery, Leased, PolicyText, Retry, Session, TRIES_MAX, post_id};

use crate::world::{World, town};

fn matrix() -> Network {
    Network::parse("matrix").unwrap()
}

fn tell(world: &mut World, network: Network, to: &To, codes: &[&'static str]) {
    let say = |code: &&'static str| Message {
        to: to.clone(),
        network,
        public: false,
        reply_to: None,
        lang: Lang::En,
        say: Say::new(code),
        payment: None,
    };
    world
        .act(|draft, _| {
            codes.iter().map(say).for_each(|message| draft.tell(message));
            Ok(())
        })
        .unwrap();
}

fn codes(leased: &[Leased]) -> Vec<&str> {
    leased.iter().map(|leased| leased.message.say.code.as_ref()).collect()
}

const ALICE: To = To::Member(MemberId(1 << 100));

fn at(second: i64) -> Timestamp {
    Timestamp(crate::world::START + 3_600_000_000 + second * 1_000_000)
}

#[test]
fn only_the_oldest_of_each_conversation_is_leased() {
    let mut world = World::new();
    let bob = To::Stranger("bob".to_owned());
    tell(&mut world, matrix(), &ALICE, &["a1", "a2"]);
    tell(&mut world, matrix(), &bob, &["b1", "b2"]);
    let engine = &mut world.engine;
    let first = engine.lease(matrix(), at(0), at(60), 10).unwrap();
    assert_eq!(codes(&first), ["a1", "b1"]);
    assert_eq!(engine.lease(matrix(), at(1), at(60), 10).unwrap(), [], "both conversations wait");
    engine.delivered(&[(first[0].id, first[0].fence)]).unwrap();
    assert_eq!(codes(&engine.lease(matrix(), at(2), at(60), 10).unwrap()), ["a2"]);
    assert_eq!(engine.lease(Network::SQUARE, at(2), at(60), 10).unwrap(), [], "another network");
}

#[test]
fn a_worker_that_comes_back_late_deletes_nothing() {
    let mut world = World::new();
    tell(&mut world, matrix(), &ALICE, &["a1", "a2"]);
    let engine = &mut world.engine;
    let late = engine.lease(matrix(), at(0), at(60), 10).unwrap();
    let again = engine.lease(matrix(), at(60), at(120), 10).unwrap();
    assert_eq!(again[0].id, late[0].id);
    assert!(again[0].fence > late[0].fence);
    engine.delivered(&[(late[0].id, late[0].fence)]).unwrap();
    let failed = engine.failed(late[0].id, late[0].fence, "late", at(60)).unwrap();
    assert_eq!(failed, Retry::NotOurs);
    assert_eq!(world.read(store::Reader::outbox_count), 2);
    world.engine.delivered(&[(again[0].id, again[0].fence)]).unwrap();
    assert_eq!(world.read(store::Reader::outbox_count), 1);
}

#[test]
fn a_dead_letter_unblocks_what_waits_behind_it() {
    let mut world = World::new();
    tell(&mut world, matrix(), &ALICE, &["a1", "a2"]);
    for turn in 1..=TRIES_MAX {
        let now = at(i64::from(turn) * 100);
        let leased = world.engine.lease(matrix(), now, now.plus_us(1), 10).unwrap();
        assert_eq!(codes(&leased), ["a1"]);
        assert_eq!(leased[0].tries, turn - 1);
        let retry =
            world.engine.failed(leased[0].id, leased[0].fence, "no route", now.plus_us(9)).unwrap();
        assert_eq!(retry, if turn == TRIES_MAX { Retry::Dead } else { Retry::Later });
        assert_eq!(
            world.engine.lease(matrix(), now.plus_us(8), now, 10).unwrap().len(),
            usize::from(turn == TRIES_MAX)
        );
    }
    let dead = world.read(|reader| reader.dead_letters(None, 10));
    assert_eq!((dead[0].error.as_str(), dead[0].tries), ("no route", TRIES_MAX));
    assert_eq!(world.read(store::Reader::dead_letter_count), 1);
}

#[test]
fn a_message_nobody_can_read_is_buried_and_the_rest_goes_on() {
    let mut world = World::new();
    tell(&mut world, Network::SQUARE, &ALICE, &["a1", "a2"]);
    assert_eq!(world.folder.run("UPDATE outbox SET body = '1Mx' WHERE id = 1"), 1);
    let leased = world.engine.lease(Network::SQUARE, at(0), at(60), 10).unwrap();
    assert_eq!(codes(&leased), ["a2"]);
    assert!(world.read(|reader| reader.dead_letters(None, 10))[0].error.contains("malformed"));
}

#[test]
fn our_own_network_is_served_in_one_order() {
    let mut world = World::new();
    let bob = To::Member(MemberId(2 << 100));
    tell(&mut world, Network::SQUARE, &ALICE, &["a1", "a2"]);
    tell(&mut world, Network::SQUARE, &bob, &["b1"]);
    let engine = &mut world.engine;
    let leased = engine.lease(Network::SQUARE, at(0), at(60), 2).unwrap();
    assert_eq!(codes(&leased), ["a1", "a2"]);
    assert_eq!(engine.lease(Network::SQUARE, at(1), at(60), 2).unwrap(), [], "in one order");
    engine.failed(leased[0].id, leased[0].fence, "later", at(90)).unwrap();
    assert_eq!(
        engine.lease(Network::SQUARE, at(80), at(60), 9).unwrap(),
        [],
        "the first one waits"
    );
}

#[test]
fn a_message_is_posted_in_the_square_once() {
    let town = town();
    let mut world = town.world;
    let before = world.read(store::Reader::latest_post);
    let waiting = world.read(|reader| reader.undelivered(Network::SQUARE, 0, 1_000));
    let deliveries: Vec<_> =
        waiting.iter().map(|leased| Delivery { leased, text: "words" }).collect();
    world.engine.begin().unwrap();
    world.engine.deliver_to_square(&deliveries, at(0)).unwrap();
    world.engine.deliver_to_square(&deliveries, at(0)).unwrap();
    world.engine.commit().unwrap();
    assert_eq!(world.read(store::Reader::outbox_count), 0);
    let latest = world.read(store::Reader::latest_post);
    assert_eq!(usize::try_from(latest - before).unwrap(), waiting.len());
    let post = world.read(|reader| reader.post(&post_id(waiting[0].id))).unwrap();
    assert_eq!((post.text.as_str(), post.code.as_deref()), ("words", Some("welcome")));
    assert_eq!((post.direct, post.author), (Some(town.alice), None));

    tell(&mut world, Network::SQUARE, &ALICE, &["new"]);
    let next = world.read(|reader| reader.undelivered(Network::SQUARE, 0, 10));
    assert!(next[0].id > waiting.last().unwrap().id, "a number is never used twice");
}

#[test]
fn posts_are_seen_by_those_they_are_for() {
    let town = town();
    let mut world = town.world;
    let post = |author, id: &str, direct, text: &str| KeptPost {
        author,
        id: id.into(),
        key: Some(RequestKey::of_post(Network::SQUARE, id)),
        direct,
        reply_to: Some("p0".into()),
        text: text.into(),
        at: at(0),
    };
    let posts = [
        post(town.alice, "p1", false, "hello"),
        post(town.bob, "p2", true, "my balance"),
        post(town.alice, "p3", true, "mine"),
        post(town.bob, "p4", false, "hi"),
    ];
    for key in posts.iter().filter_map(|post| post.key) {
        let answer = Answer::refused(Refusal::Busy);
        world.rows.finish(Done { key, digest: 0, at: at(0), answer });
    }
    world
        .act(|draft, _| {
            posts.iter().cloned().for_each(|post| draft.keep_post(post));
            Ok(())
        })
        .unwrap();
    let ids = |posts: Vec<store::Post>| posts.into_iter().map(|post| post.id).collect::<Vec<_>>();
    assert_eq!(ids(world.read(|reader| reader.timeline(None, 10))), ["p4", "p1"]);
    assert_eq!(ids(world.read(|reader| reader.timeline(Some(4), 10))), ["p1"]);
    assert_eq!(ids(world.read(|reader| reader.conversation(town.bob, None, 10))), ["p2"]);
    assert_eq!(ids(world.read(|reader| reader.posts_since(0, None, 10))), ["p1", "p4"]);
    assert_eq!(
        ids(world.read(|reader| reader.posts_since(0, Some(town.bob), 10))),
        ["p1", "p2", "p4"]
    );
    assert_eq!(ids(world.read(|reader| reader.posts_since(1, Some(town.bob), 1))), ["p2"]);
    let author = world.read(|reader| reader.post("p1")).unwrap().author.unwrap();
    assert_eq!((author.id, author.handle.as_deref()), (town.alice, Some("alice")));

    assert_eq!(world.engine.delete_post("p1", town.bob, at(1)).unwrap(), None, "not theirs");
    let deleted = world.engine.delete_post("p1", town.alice, at(1)).unwrap().unwrap();
    assert_eq!(deleted.request, posts[0].key);
    assert_eq!(world.engine.delete_post("p1", town.alice, at(2)).unwrap(), None, "once");
    let post = world.read(|reader| reader.post("p1")).unwrap();
    assert_eq!((post.text.as_str(), post.deleted_at), ("", Some(at(1))));
}

#[test]
fn a_link_signs_in_once_and_not_too_late() {
    let mut world = World::new();
    let (member, hash) = (MemberId(5), [7; 32]);
    world.engine.create_sign_in(hash, member, at(10)).unwrap();
    assert_eq!(world.engine.use_sign_in(hash, at(10)).unwrap(), None, "expired");
    assert_eq!(world.engine.use_sign_in([8; 32], at(1)).unwrap(), None, "unknown");
    assert_eq!(world.engine.use_sign_in(hash, at(1)).unwrap(), Some(member));
    assert_eq!(world.engine.use_sign_in(hash, at(1)).unwrap(), None, "used");
}

#[test]
fn sessions_end_and_expire() {
    let mut world = World::new();
    let session = Session { member: MemberId(5), created_at: at(0), expires_at: at(10) };
    world.engine.create_session([1; 32], session).unwrap();
    world.engine.create_session([2; 32], session).unwrap();
    let find = |world: &World, hash, now| world.read(|reader| reader.session(hash, now));
    assert_eq!(find(&world, [1; 32], at(9)), Some(session));
    assert_eq!(find(&world, [1; 32], at(10)), None);
    world.engine.end_session([2; 32]).unwrap();
    assert_eq!(find(&world, [2; 32], at(1)), None);
}

#[test]
fn what_has_ended_is_swept_part_by_part() {
    let mut world = World::new();
    let member = MemberId(5);
    for number in 0..10 {
        let expires_at = at(if number % 2 == 0 { 10 } else { 1000 });
        let session = Session { member, created_at: at(0), expires_at };
        world.engine.create_session([number; 32], session).unwrap();
        world.engine.create_sign_in([number; 32], member, expires_at).unwrap();
    }
    assert_eq!(world.engine.sweep_sessions([0; 32], at(9), 100).unwrap(), 0, "too early");
    // Rows 8 and 9, then around to 0 and 1.
    assert_eq!(world.engine.sweep_sessions([7; 32], at(10), 4).unwrap(), 2);
    let left = |world: &World| -> Vec<u8> {
        let there = |n: &u8| {
            let hash = format!("{n:02X}").repeat(32);
            let sql = format!("SELECT count(*) FROM session WHERE token_hash = X'{hash}'");
            world.folder.number(&sql) == 1
        };
        (0..10).filter(there).collect()
    };
    assert_eq!(left(&world), [1, 2, 3, 4, 5, 6, 7, 9]);
    assert_eq!(world.engine.sweep_sessions([200; 32], at(10), 100).unwrap(), 3);
    assert_eq!(left(&world), [1, 3, 5, 7, 9]);
    assert_eq!(world.engine.sweep_sessions([3; 32], at(10), 0).unwrap(), 0);

    assert_eq!(world.engine.use_sign_in([1; 32], at(1)).unwrap(), Some(member));
    assert_eq!(world.engine.sweep_sign_ins([9; 32], at(10), 100).unwrap(), 6, "five old, one used");
    assert_eq!(world.engine.use_sign_in([3; 32], at(10)).unwrap(), Some(member), "the others work");
}

#[test]
fn keys_policies_and_what_members_say_of_themselves_are_kept() {
    let mut world = World::new();
    let key = ApiKey {
        id: "key_1".to_owned(),
        secret: vec![1, 2, 3],
        member: Some(MemberId(5)),
        scopes: "posts balance".to_owned(),
        created_at: at(0),
        label: "till".to_owned(),
        expires_at: Some(at(90)),
        revoked_at: None,
        last_used_at: None,
    };
    world.engine.create_api_key(&key).unwrap();
    assert!(world.engine.create_api_key(&key).is_err(), "a name is given once");
    assert!(world.read(|reader| reader.api_key("key_1")).is_some_and(|found| found == key));
    assert!(!format!("{key:?}").contains("secret"));
    world.engine.api_keys_used(&[("key_1".to_owned(), at(3))]).unwrap();
    world.engine.revoke_api_key("key_1", at(4)).unwrap();
    world.engine.revoke_api_key("key_1", at(5)).unwrap();
    let [ended] = &world.read(|reader| reader.api_keys(Some(MemberId(5)), "", 10))[..] else {
        panic!("one key")
    };
    assert_eq!((ended.last_used_at, ended.revoked_at), (Some(at(3)), Some(at(4))));
    assert!(world.read(|reader| reader.api_keys(None, "", 10)).is_empty());
    assert!(world.read(|reader| reader.api_keys(Some(MemberId(5)), "key_1", 10)).is_empty());
    let policy = |version| PolicyText { version, starts_at: at(0), body: format!("v{version}") };
    for body in ["v1", "of a node that starts at the same time"] {
        world.engine.import_first_policy(body).unwrap();
    }
    world.engine.import_policy(&policy(2)).unwrap();
    assert!(world.engine.import_policy(&policy(2)).is_err(), "a version is never changed");
    let first = PolicyText { starts_at: Timestamp(0), ..policy(1) };
    assert_eq!(world.read(store::Reader::policies), [first, policy(2)]);
    let alice = world.member("alice", Kind::Person);
    assert!(world.engine.set_about(alice, "paints").unwrap());
    assert!(!world.engine.set_about(MemberId(5), "?").unwrap());
    assert_eq!(world.read(|reader| reader.profile(alice)).unwrap().about, "paints");
}
