//! Every kind of row comes back as it was written, with all its fields.

use std::collections::BTreeMap;

use domain::bill::BillList;
use domain::id::{BillId, Ids, MemberId, PaymentId, RequestKey};
use domain::lang::Lang;
use domain::ledger::{Account, Hold, HoldEnd, House, Transfer, TransferKind};
use domain::member::{Freeze, Handle, Kind, Member, Network, Pin};
use domain::money::{Currency, Money};
use domain::payment::{Claim, Consent, ConsentKind, Payee, Payment, Purpose, Recent, State};
use domain::port::Engine;
use domain::refund::{RefundAsk, Refunded};
use domain::refusal::Refusal;
use domain::request::{Answer, Done, HandleKey, Outcome};
use domain::rows::{Draft, Key, LINES_MAX, Latest, RECENT_MAX, RECENT_US, Rows, Stop};
use domain::time::{MILLISECOND_US, Period, Timestamp};
use proptest::option;
use proptest::prelude::*;

use crate::world::{World, eur, stranger, town};

/// Loads keys into rows that know nothing.
fn loaded(world: &mut World, keys: &[Key]) -> Rows {
    let mut rows = Rows::default();
    world.engine.load(keys, &mut rows).unwrap();
    assert!(keys.iter().all(|key| rows.has(key)));
    rows
}

fn found<T>(result: Result<T, Stop>) -> T {
    result.unwrap_or_else(|_| panic!("a loaded row is there"))
}

#[test]
fn what_is_missing_is_known_to_be_missing() {
    let mut world = World::new();
    let (member, payment) = (MemberId(1), PaymentId(2));
    let keys = [
        Key::Done(RequestKey(1)),
        Key::Handle(HandleKey::Name(Network::SQUARE, "x".into())),
        Key::Handle(HandleKey::Id(Network::SQUARE, "x".into())),
        Key::Member(member),
        Key::Pin(member),
        Key::Wallet(member, Currency::EUR),
        Key::Latest(member),
        Key::Open(member),
        Key::Payment(payment),
        Key::Hold(payment),
        Key::Claim([3; 32]),
        Key::Lines(member, Currency::EUR),
        Key::Bill(BillId(4)),
        Key::Bills(BillList::From(RequestKey(1))),
        Key::Bills(BillList::To(member)),
        Key::Bills(BillList::By(member)),
        Key::Bills(BillList::Between { payee: member, payer: member }),
        Key::Block(member, member),
        Key::RefundAsks(member, member),
    ];
    let mut rows = loaded(&mut world, &keys);
    let draft = Draft::new(&mut rows);
    assert_eq!(found(draft.refund_asks(member, member)), None);
    assert_eq!(found(draft.member(member)), None);
    assert_eq!(found(draft.latest(member)), &Latest::default());
    assert_eq!(found(draft.claim([3; 32])), None);
}

#[test]
fn members_handles_and_pins_come_back() {
    let mut world = World::new();
    let id = MemberId(u128::MAX - 5);
    let member = Member {
        id,
        kind: Kind::Minor,
        name: "Zoé 𝄞 \0 \"'".into(),
        lang: Lang::Nl,
        tier: 3,
        home: Network::parse("matrix").unwrap(),
        created_at: Timestamp(-5),
        frozen: Some(Freeze { at: Timestamp(i64::MAX), reason: "because".to_owned() }),
        stopped: vec![Network::parse("matrix").unwrap(), Network::SQUARE],
    };
    let handle = Handle {
        network: Network::parse("sixteen-letters-").unwrap(),
        stable_id: "@zoe:example.org".to_owned(),
        name: "zoe".to_owned(),
        member: id,
        linked_at: Timestamp(9),
    };
    let pin = Pin { member: id, hash: "$x".to_owned(), set_at: Timestamp(8), wrong_count: 4 };
    world
        .act(|draft, _| {
            draft.put_member(member.clone());
            draft.put_handle(handle.clone());
            draft.put_pin(id, Some(pin.clone()));
            Ok(())
        })
        .unwrap();
    let by_name = HandleKey::Name(handle.network, "zoe".into());
    let by_id = HandleKey::Id(handle.network, handle.stable_id.as_str().into());
    let keys =
        [Key::Member(id), Key::Pin(id), Key::Handle(by_name.clone()), Key::Handle(by_id.clone())];
    let mut rows = loaded(&mut world, &keys);
    let draft = Draft::new(&mut rows);
    assert_eq!(found(draft.member(id)), Some(&member));
    assert_eq!(found(draft.pin(id)), Some(&pin));
    assert_eq!(found(draft.handle(&by_name)), Some(id));
    assert_eq!(found(draft.handle(&by_id)), Some(id));

    let changed = Member { frozen: None, stopped: Vec::new(), tier: 0, lang: Lang::Fr, ..member };
    world
        .act(|draft, _| {
            draft.put_member(changed.clone());
            draft.put_pin(id, None);
            Ok(())
        })
        .unwrap();
    let mut rows = loaded(&mut world, &keys);
    let draft = Draft::new(&mut rows);
    assert_eq!(found(draft.member(id)), Some(&changed));
    assert_eq!(found(draft.pin(id)), None);
}

#[test]
fn wallets_holds_and_lines_come_back() {
    let mut world = World::new();
    let (id, payment) = (MemberId(77 << 90), PaymentId(4));
    let transfer = |number: u32, minor| Transfer {
        cause: PaymentId(u128::from(number)),
        number,
        kind: TransferKind::TopUp,
        debit: Account::House(House::Suspense),
        credit: Account::Wallet(id),
        amount: eur(minor),
        at: Timestamp(i64::from(number)),
    };
    let hold =
        |ended| Hold { payment, member: id, amount: eur(40), opened_at: Timestamp(6), ended };
    world
        .act(|draft, _| {
            for number in 0..8 {
                draft.transfer(transfer(number, 100))?;
            }
            draft.open_hold(hold(None))?;
            draft.count(id, eur(33), Period { day: -3, month: -1 })?;
            draft.consent(id, ConsentKind::Exempt, eur(44))?;
            Ok(())
        })
        .unwrap();
    let keys = [Key::Wallet(id, Currency::EUR), Key::Hold(payment), Key::Lines(id, Currency::EUR)];
    let mut rows = loaded(&mut world, &keys);
    let draft = Draft::new(&mut rows);
    let wallet = found(draft.wallet(id, Currency::EUR));
    assert_eq!((wallet.posted, wallet.held, wallet.lines, wallet.consents), (800, 40, 8, 1));
    assert_eq!((wallet.spent.day, wallet.spent.in_day), (-3, 33));
    assert_eq!((wallet.spent.month, wallet.spent.in_month), (-1, 33));
    assert_eq!((wallet.exempt.total, wallet.exempt.count), (44, 1));
    assert_eq!(found(draft.hold(payment)), Some(&hold(None)));
    let lines = found(draft.lines(id, Currency::EUR));
    assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [8, 7, 6, 5, 4]);
    assert_eq!(lines.len(), LINES_MAX);
    let line = &lines[0];
    assert_eq!((line.change, line.posted, line.cause, line.transfer), (100, 800, PaymentId(7), 7));
    assert_eq!((line.other, line.at), (Account::House(House::Suspense), Timestamp(7)));

    world.act(|draft, ctx| draft.end_hold(payment, HoldEnd::Released, ctx.now)).unwrap();
    let now = world.engine.now();
    let mut rows = loaded(&mut world, &keys);
    let draft = Draft::new(&mut rows);
    assert_eq!(found(draft.hold(payment)), Some(&hold(Some((HoldEnd::Released, now)))));
    assert_eq!(found(draft.wallet(id, Currency::EUR)).held, 0);
}

#[test]
fn answers_come_back_by_code() {
    let town = town();
    let mut world = town.world;
    let done = Done {
        key: RequestKey(u128::MAX),
        digest: u64::MAX,
        at: Timestamp(5),
        answer: Answer {
            payments: std::sync::Arc::new([town.paid]),
            ..Answer::refused(Refusal::Busy)
        },
    };
    world.engine.begin().unwrap();
    world.rows.finish(done.clone());
    world.engine.write(&world.rows).unwrap();
    world.engine.commit().unwrap();
    world.rows.committed(0);
    let rows = loaded(&mut world, &[Key::Done(done.key)]);
    let outcome = Outcome::RefusedBefore("busy".to_owned());
    let answer = Answer { outcome, ..done.answer.clone() };
    assert_eq!(found(rows.done(done.key)), Some(&Done { answer: answer.clone(), ..done.clone() }));
    assert_eq!(world.read(|reader| reader.answer(done.key)), Some(answer));
    world.rows.finish(done);
    world.engine.begin().unwrap();
    // A server may tell what fails when the group ends.
    let written = world.engine.write(&world.rows).and_then(|()| world.engine.commit());
    assert!(written.is_err(), "a request is decided once");
    world.engine.roll_back();
}

prop_compose! {
    fn a_payment()(
        payee in prop_oneof![
            any::<u128>().prop_map(|id| Payee::Member(MemberId(id))),
            "[^@]{0,20}".prop_map(|name| stranger(&name)),
        ],
        (minor, fee) in (1..=i64::MAX, 0..=i64::MAX),
        currency in prop_oneof![Just(Currency::EUR), Just(Currency::JPY)],
        state in 0..State::ALL.len(),
        (legs, policy, origin) in any::<(u32, u32, u128)>(),
        (gift, public) in any::<(bool, bool)>(),
        memo in ".*",
        (created_at, expires_at, ended_at) in any::<(i64, Option<i64>, Option<i64>)>(),
        consent in option::of(any::<(bool, u32, i64)>()),
        counted in option::of(any::<(i32, i32)>()),
        claim_back in option::of(any::<(i64, i64)>()),
        claim in option::of((any::<[u8; 32]>(), option::of(any::<(u128, i64)>()))),
    ) -> Payment {
        Payment {
            id: PaymentId(0),
            order: PaymentId(0),
            legs,
            purpose: if gift { Purpose::Gift } else { Purpose::Send },
            payer: MemberId(9 << 99),
            payee,
            amount: Money::new(minor, currency),
            fee: Money::new(fee, currency),
            state: State::ALL[state],
            policy,
            origin: RequestKey(origin),
            memo: memo.into(),
            public,
            created_at: Timestamp(created_at),
            expires_at: expires_at.map(Timestamp),
            consent: consent.map(|(strong, number, at)| Consent {
                kind: if strong { ConsentKind::Strong } else { ConsentKind::Exempt },
                number,
                at: Timestamp(at),
            }),
            counted: counted.map(|(day, month)| Period { day, month }),
            claim: claim.map(|(token_hash, by)| Claim {
                token_hash,
                by: by.map(|(id, at)| (MemberId(id), Timestamp(at))),
            }),
            ended_at: ended_at.map(Timestamp),
            before: None,
            refunded: Refunded { amount: minor / 3, fee: fee / 2, transfers: legs },
            refund_ask: claim_back.map(|(at, until)| Box::new(RefundAsk {
                amount: Money::new(minor, currency),
                at: Timestamp(at),
                until: Timestamp(until),
            })),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn payments_come_back(
        first in prop::collection::vec(a_payment(), 1..80),
        then in prop::collection::vec(a_payment(), 1..80),
        old in 0_usize..80,
    ) {
        let mut world = World::new();
        let now = world.act(|_, ctx| Ok(ctx.now)).unwrap();
        let number = |(index, payment): (usize, Payment)| {
            let at = if index < old { now.plus_us(-RECENT_US - MILLISECOND_US) } else { now };
            let id = Ids::new(at, index as u128).take();
            Payment { id: PaymentId(id), order: PaymentId(id / 2), ..payment }
        };
        let payments: Vec<Payment> = (0..).zip(first).map(number).collect();
        let mut payments = world.act(|draft, _| {
            let mut payments = payments.clone();
            draft.chain(&mut payments)?;
            Ok(payments)
        }).unwrap();
        let put = |world: &mut World, payments: &[Payment]| {
            world.act(|draft, _| {
                payments.iter().cloned().for_each(|payment| draft.put_payment(payment));
                Ok(())
            }).unwrap();
        };
        put(&mut world, &payments);
        // The columns that may change, do; the others stay as they were.
        for (payment, then) in payments.iter_mut().zip(then) {
            *payment = Payment {
                payee: then.payee,
                fee: Money::new(then.fee.minor, payment.amount.currency),
                state: then.state,
                policy: then.policy,
                expires_at: then.expires_at,
                consent: then.consent,
                counted: then.counted,
                claim: then.claim,
                ended_at: then.ended_at,
                refunded: Refunded { amount: payment.amount.minor, ..then.refunded },
                refund_ask: then.refund_ask.map(|ask| Box::new(RefundAsk {
                    amount: Money::new(ask.amount.minor, payment.amount.currency),
                    ..*ask
                })),
                ..payment.clone()
            };
        }
        put(&mut world, &payments);
        let payer = MemberId(9 << 99);
        let mut keys: Vec<Key> = payments.iter().map(|payment| Key::Payment(payment.id)).collect();
        keys.extend(payments.iter().filter_map(|payment| payment.claim.as_ref()).map(|claim| Key::Claim(claim.token_hash)));
        keys.extend([Key::Latest(payer), Key::Open(payer)]);
        let mut rows = loaded(&mut world, &keys);
        let draft = Draft::new(&mut rows);
        for payment in &payments {
            prop_assert_eq!(found(draft.payment(payment.id)), Some(payment));
            if let Some(claim) = &payment.claim {
                prop_assert_eq!(found(draft.claim(claim.token_hash)), Some(payment.id));
            }
        }
        let last: BTreeMap<_, _> =
            payments.iter().map(|payment| (payment.amount.currency, payment.id)).collect();
        let recent = payments.iter().skip(old).rev().take(RECENT_MAX).map(Recent::from);
        prop_assert_eq!(found(draft.latest(payer)), &Latest::new(last.into_iter().collect(), recent.collect()));
        let open = payments.iter().filter(|payment| payment.expires_at.is_some());
        prop_assert_eq!(found(draft.open(payer)), open.collect::<Vec<_>>());
    }
}

#[test]
fn pages_tell_the_whole_story() {
    let town = town();
    let world = &town.world;
    let story = world.read(|reader| reader.story(town.claimed)).unwrap();
    assert_eq!(story.payer.unwrap().handle.as_deref(), Some("alice"));
    assert_eq!((story.payee, story.claimant.unwrap().id), (None, town.bob));
    let claim = story.payment.claim.unwrap().token_hash;
    assert_eq!(world.read(|reader| reader.story_by_claim(claim)).unwrap().payment.id, town.claimed);
    let order: Vec<_> =
        world.read(|reader| reader.order(town.each[0])).iter().map(|s| s.payment.id).collect();
    assert_eq!(order, town.each);
    let needs: Vec<_> =
        world.read(|reader| reader.needs(town.alice)).iter().map(|s| s.payment.id).collect();
    assert_eq!(needs, [town.each[1], town.asked, town.claimed, town.held]);
    let waits = world.read(|reader| reader.claimed_by(town.bob, 10));
    assert_eq!(waits.iter().map(|s| s.payment.id).collect::<Vec<_>>(), [town.claimed]);
    let due = world.read(|reader| reader.due(Timestamp(i64::MAX), 10));
    assert_eq!(due[0], town.asked);
    let next = world.read(store::Reader::next_due);
    assert_eq!(next, world.read(|reader| reader.payment(town.asked)).unwrap().expires_at);
    assert_eq!(world.read(|reader| reader.due(next.unwrap(), 10)), [town.asked]);
    assert_eq!(world.read(|reader| reader.due(next.unwrap().plus_us(-1), 10)), []);
    let paid_at = world.read(|reader| reader.payment(town.paid)).unwrap().ended_at;
    let before = world.read(|reader| reader.paid_before(town.alice, town.bob));
    assert_eq!((before.times > 0, before.first), (true, paid_at));
    assert_eq!(world.read(|reader| reader.paid_before(town.bob, town.alice)).times, 0);
    let newest = world.read(|reader| reader.statement(town.bob, Currency::EUR, None, 9));
    let numbers: Vec<u32> = newest.iter().map(|line| line.line.number).collect();
    assert_eq!(numbers, (1..=newest[0].line.number).rev().collect::<Vec<_>>());
    let from = newest[newest.len() - 3].line.before;
    let line = &world.read(|reader| reader.statement(town.bob, Currency::EUR, from, 1))[0];
    assert_eq!(world.read(|reader| reader.statement(town.carol, Currency::EUR, from, 1)), []);
    assert_eq!(
        (line.line.number, line.handle.as_deref(), line.line.change),
        (2, Some("alice"), 1200)
    );
    assert!(line.memo.contains("resto"));
    let top_up =
        &world.read(|reader| reader.statement(town.bob, Currency::EUR, line.line.before, 9))[0];
    assert_eq!((top_up.name.as_deref(), top_up.memo.as_str()), (None, "RF18 \"5390\", =1+1"));
    assert_eq!(world.read(|reader| reader.profiles(Some(town.alice), 2)).len(), 2);
    assert_eq!(world.read(|reader| reader.wallets(town.carol)).len(), 3);
}
