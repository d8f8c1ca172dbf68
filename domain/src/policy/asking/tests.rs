use super::{Asking, Part, RULES, Wish};
use crate::bill::{Bill, BillKind, BillState};
use crate::id::{BillId, MemberId, RequestKey};
use crate::member::{Freeze, Kind, Member};
use crate::money::{Currency, Money};
use crate::policy::tests::{NOW, eur, member, policy};
use crate::policy::{Policy, Regime};
use crate::time::{DAY_US, Timestamp};

/// One request that passes, unless something about it is changed.
struct Case {
    policy: Policy,
    payee: Member,
    payer: Member,
    amount: Money,
    latest: Vec<Bill>,
    open: usize,
}

impl Case {
    fn new() -> Self {
        Self {
            policy: policy(),
            payee: member(1, Kind::Person, 2),
            payer: member(2, Kind::Person, 0),
            amount: eur(2_000),
            latest: Vec::new(),
            open: 0,
        }
    }

    /// The code of the first refusal, `ok` where there is none.
    fn check(&self) -> &'static str {
        let latest = self.latest.iter().collect();
        let part = Part { payer: self.payer.clone(), amount: self.amount, latest };
        let (policy, payee) = (&self.policy, &self.payee);
        let wish = Wish { policy, now: NOW, payee, parts: &[part], open: self.open };
        wish.check().map_or_else(|refusal| refusal.code(), |()| "ok")
    }
}

fn bill(state: BillState, created_at: Timestamp) -> Bill {
    Bill {
        id: BillId(1),
        order: BillId(1),
        count: 1,
        kind: BillKind::Request,
        payee: MemberId(1),
        payer: MemberId(2),
        amount: eur(1),
        total: eur(1),
        state,
        origin: RequestKey(1),
        memo: "".into(),
        created_at,
        expires_at: NOW,
        reminders: 0,
        reminded_at: None,
        payment: None,
        ended_at: None,
    }
}

fn frozen(member: &Member) -> Member {
    let freeze = Freeze { at: NOW, reason: String::new() };
    Member { frozen: Some(freeze), ..member.clone() }
}

type Change = fn(&mut Case);

/// Every refusal, in the order in which they are given: rule, code, and how to deserve it.
const REFUSALS: [(&str, &str, Change); 11] = [
    ("asker", "payer_frozen", |case| case.payee = frozen(&case.payee)),
    ("asker", "regime", |case| {
        case.policy.regime = Regime::Licensed;
        case.payee.tier = 1;
    }),
    ("asked", "recipient_self", |case| case.payer.id = case.payee.id),
    ("asked", "not_a_person", |case| case.payer.kind = Kind::Charity),
    ("asked", "asked_unavailable", |case| case.payer = frozen(&case.payer)),
    ("amount", "currency_not_offered", |case| case.amount.currency = Currency::GBP),
    ("amount", "amount_too_small", |case| case.amount.minor = 0),
    ("amount", "payment_limit", |case| case.amount.minor = 25_001),
    ("open", "requests_open", |case| case.open = 50),
    ("pair", "requests_open_to", |case| {
        case.latest = vec![bill(BillState::Open, Timestamp(0)); 3];
    }),
    ("day", "requests_today", |case| {
        case.latest.extend(vec![bill(BillState::Declined, NOW); 5]);
    }),
];

#[test]
fn each_rule_refuses_what_it_is_for() {
    assert_eq!(Case::new().check(), "ok");
    for (rule, code, change) in REFUSALS {
        let mut case = Case::new();
        change(&mut case);
        assert_eq!(case.check(), code, "{rule}");
    }
}

#[test]
fn the_first_refusal_wins() {
    // Whatever is wrong later in the table is wrong as well.
    for (index, (_, code, _)) in REFUSALS.iter().enumerate() {
        let mut case = Case::new();
        for (_, _, change) in REFUSALS[index..].iter().rev() {
            change(&mut case);
        }
        // Two refusals of one amount or one member cannot be deserved at once; the earlier change is applied last.
        assert_eq!(case.check(), *code);
    }
    let mut rules: Vec<&str> = REFUSALS.iter().map(|(rule, ..)| *rule).collect();
    rules.dedup();
    assert_eq!(rules, RULES.iter().map(|rule| rule.name()).collect::<Vec<_>>());
}

#[test]
fn the_limits_are_where_they_are_said_to_be() {
    let open = |count| vec![bill(BillState::Open, Timestamp(0)); count];
    let ended = |count, at| vec![bill(BillState::Withdrawn, at); count];
    let cases: [(Change, &str); 5] = [
        (|case| case.amount.minor = 25_000, "ok"),
        (|case| case.open = 49, "ok"),
        (
            |case| {
                case.payee.kind = Kind::Merchant;
                case.amount.minor = 50_000;
            },
            "ok",
        ),
        (|case| case.payer.kind = Kind::Minor, "ok"),
        (|case| case.payer.kind = Kind::Merchant, "not_a_person"),
    ];
    for (index, (change, code)) in cases.into_iter().enumerate() {
        let mut case = Case::new();
        change(&mut case);
        assert_eq!(case.check(), code, "case {index}");
    }
    for (latest, code) in [
        (open(2), "ok"),
        (ended(4, NOW), "ok"),
        (ended(9, NOW.plus_us(-DAY_US)), "ok"),
        (ended(5, NOW.plus_us(1 - DAY_US)), "requests_today"),
    ] {
        let case = Case { latest, ..Case::new() };
        assert_eq!(case.check(), code);
    }
    assert_eq!(Asking::USUAL, policy().asking);
}
