use std::collections::VecDeque;

use super::{
    CurrencyPolicy, ExemptCounter, Leg, Needed, Policy, Proposal, RULES, Regime, TierLimits,
};
use crate::id::{MemberId, PaymentId};
use crate::lang::Lang;
use crate::ledger::{Exempt, Spent, Wallet};
use crate::member::{Freeze, Kind, Member, Network};
use crate::money::{Currency, Money};
use crate::payment::{Payee, Purpose, Recent, State};
use crate::time::{DAY_US, MINUTE_US, Period, Timestamp};

use proptest::prelude::*;

pub(super) const NOW: Timestamp = Timestamp(DAY_US);
const PERIOD: Period = Period { day: 1, month: 0 };

pub(super) fn policy() -> Policy {
    let tier = |day, month| TierLimits { day, month };
    Policy {
        version: 1,
        starts_at: Timestamp(0),
        zone: jiff::tz::TimeZone::UTC,
        regime: Regime::Sandbox,
        currencies: vec![CurrencyPolicy {
            currency: Currency::EUR,
            to_person: 25_000,
            to_organisation: 50_000,
            exempt_payment: 3_000,
            exempt_total: 10_000,
            tiers: vec![tier(25_000, 50_000), tier(50_000, 100_000), tier(100_000, 300_000)],
        }],
        merchant_fee_bp: 150,
        exempt_counter: ExemptCounter::Total,
        approval_us: 60 * MINUTE_US,
        question_us: 10 * MINUTE_US,
        claim_us: 7 * DAY_US,
        duplicate_us: 10 * MINUTE_US,
        payments_per_ten_minutes: 3,
        asking: super::asking::Asking::USUAL,
        refund_ask_us: 7 * DAY_US,
        refund_asks_per_day: 3,
    }
}

pub(super) fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub(super) fn member(number: u128, kind: Kind, tier: u8) -> Member {
    Member {
        id: MemberId(number << 64),
        kind,
        name: format!("member {number}").into(),
        lang: Lang::En,
        tier,
        home: Network::SQUARE,
        created_at: Timestamp(0),
        frozen: None,
        stopped: Vec::new(),
    }
}

fn frozen(member: Member) -> Member {
    Member { frozen: Some(Freeze { at: NOW, reason: String::new() }), ..member }
}

/// A payment of `amount` that passes, unless something about it is changed.
struct Case {
    policy: Policy,
    payer: Member,
    wallet: Wallet,
    purpose: Purpose,
    payee: Option<Member>,
    amount: Money,
    legs: usize,
    recent: VecDeque<Recent>,
    approving: bool,
}

impl Case {
    fn new() -> Self {
        let payer = member(1, Kind::Person, 2);
        let wallet = Wallet { posted: 1_000_000, ..Wallet::new(payer.id, Currency::EUR) };
        Self {
            policy: policy(),
            payer,
            wallet,
            purpose: Purpose::Send,
            payee: Some(member(2, Kind::Person, 2)),
            amount: eur(1_000),
            legs: 1,
            recent: VecDeque::new(),
            approving: false,
        }
    }

    /// The code of the first refusal, `ok` where there is none.
    fn check(&self) -> &'static str {
        let handle = || Payee::Handle { network: Network::SQUARE, name: "nobody".into() };
        let payee = self.payee.as_ref().map_or_else(handle, |member| Payee::Member(member.id));
        let leg = Leg { payee, member: self.payee.clone(), amount: self.amount };
        let total = eur_times(self.amount, self.legs);
        let proposal = Proposal {
            policy: &self.policy,
            now: NOW,
            period: PERIOD,
            payer: &self.payer,
            wallet: &self.wallet,
            purpose: self.purpose,
            legs: &vec![leg; self.legs],
            total,
            recent: &self.recent,
            counted_in_recent: self.approving,
        };
        proposal.check().map_or_else(|refusal| refusal.code(), |()| "ok")
    }
}

fn eur_times(amount: Money, times: usize) -> Money {
    amount.checked_mul(u32::try_from(times).unwrap()).unwrap()
}

fn recent(at: Timestamp) -> Recent {
    Recent {
        id: PaymentId(1),
        payee: Payee::Member(MemberId(9 << 64)),
        amount: eur(1),
        state: State::Paid,
        created_at: at,
    }
}

type Change = fn(&mut Case);

/// Every refusal of the rules, in the order in which they are given: rule, code, and how to deserve it.
const REFUSALS: [(&str, &str, Change); 10] = [
    ("standing", "payer_frozen", |case| case.payer = frozen(case.payer.clone())),
    ("payees", "recipient_self", |case| case.payee = Some(case.payer.clone())),
    ("payees", "not_a_charity", |case| case.purpose = Purpose::Gift),
    ("payees", "payee_unavailable", |case| case.payee = case.payee.take().map(frozen)),
    ("payment_limit", "currency_not_offered", |case| {
        case.policy.currencies[0].currency = Currency::GBP
    }),
    ("payment_limit", "payment_limit", |case| case.policy.currencies[0].to_person = 0),
    ("day_limit", "day_limit", |case| {
        case.wallet.spent = Spent { day: PERIOD.day, in_day: 100_000, ..case.wallet.spent };
    }),
    ("month_limit", "month_limit", |case| {
        case.wallet.spent = Spent { month: PERIOD.month, in_month: 300_000, ..case.wallet.spent };
    }),
    ("pace", "slow_down", |case| case.recent = vec![recent(NOW); 3].into()),
    ("funds", "insufficient_funds", |case| case.wallet.held = case.wallet.posted),
];

#[test]
fn nothing_is_refused_without_a_reason() {
    assert_eq!(Case::new().check(), "ok");
}

#[test]
fn refusals_are_given_in_the_order_of_the_rules() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name()).collect();
    let mut documented: Vec<&str> = REFUSALS.iter().map(|(rule, ..)| *rule).collect();
    documented.dedup();
    assert_eq!(names, documented);
    for (index, (_, first, deserve)) in REFUSALS.iter().enumerate() {
        let mut case = Case::new();
        deserve(&mut case);
        assert_eq!(case.check(), *first);
        for (_, later, deserve_too) in &REFUSALS[index + 1..] {
            let mut case = Case::new();
            deserve_too(&mut case);
            deserve(&mut case);
            assert_eq!(case.check(), *first, "together with {later}");
        }
    }
}

#[test]
fn a_payment_is_as_large_as_its_payee_allows() {
    let charity_gift = |case: &mut Case| case.purpose = Purpose::Gift;
    let no_change = |_: &mut Case| {};
    let table: [(Option<Kind>, Change, i64); 6] = [
        (Some(Kind::Person), no_change, 25_000),
        (Some(Kind::Minor), no_change, 25_000),
        (Some(Kind::Merchant), no_change, 50_000),
        (Some(Kind::Charity), no_change, 50_000),
        (Some(Kind::Charity), charity_gift, 50_000),
        (None, no_change, 25_000),
    ];
    for (kind, change, limit) in table {
        let mut case = Case { payee: kind.map(|kind| member(2, kind, 2)), ..Case::new() };
        change(&mut case);
        for (amount, code) in [(limit, "ok"), (limit + 1, "payment_limit")] {
            case.amount = eur(amount);
            assert_eq!(case.check(), code, "{amount} to {kind:?}");
        }
    }
}

#[test]
fn limits_hold_to_the_cent_in_every_tier() {
    for (tier, day, month) in
        [(0, 25_000, 50_000), (1, 50_000, 100_000), (2, 100_000, 300_000), (3, 100_000, 300_000)]
    {
        for spent in [0, 1, day - 20_000, day - 1, day] {
            let mut case = Case::new();
            case.payer.tier = tier;
            case.wallet.spent =
                Spent { day: PERIOD.day, in_day: spent, month: PERIOD.month, in_month: spent };
            let left = (day - spent).min(25_000);
            check_boundary(
                &mut case,
                left,
                if left < 25_000 { "day_limit" } else { "payment_limit" },
            );
        }
        for spent in [month - 20_000, month - 1, month] {
            let mut case = Case::new();
            case.payer.tier = tier;
            // What was spent on another day counts for the month alone.
            case.wallet.spent =
                Spent { day: 0, in_day: spent, month: PERIOD.month, in_month: spent };
            check_boundary(&mut case, month - spent, "month_limit");
            case.wallet.spent.month = -1;
            case.amount = eur(20_000);
            assert_eq!(case.check(), "ok", "another month");
        }
    }
}

fn check_boundary(case: &mut Case, left: i64, beyond: &str) {
    if left > 0 {
        case.amount = eur(left);
        assert_eq!(case.check(), "ok", "{left} for {:?}", case.wallet.spent);
    }
    case.amount = eur(left + 1);
    assert_eq!(case.check(), beyond, "{} for {:?}", left + 1, case.wallet.spent);
}

#[test]
fn an_order_counts_as_its_sum() {
    let mut case = Case { amount: eur(10_000), legs: 3, ..Case::new() };
    for (posted, code) in [(30_000, "ok"), (29_999, "insufficient_funds")] {
        case.wallet.posted = posted;
        assert_eq!(case.check(), code);
    }
    case.wallet.posted = 30_000;
    for (in_day, code) in [(70_000, "ok"), (70_001, "day_limit")] {
        case.wallet.spent = Spent { day: PERIOD.day, in_day, ..Spent::default() };
        assert_eq!(case.check(), code);
    }
}

#[test]
fn the_pace_counts_ten_minutes_and_every_leg() {
    let mut case = Case { recent: vec![recent(NOW); 2].into(), legs: 2, ..Case::new() };
    assert_eq!(case.check(), "slow_down");
    case.approving = true;
    assert_eq!(case.check(), "ok", "what is approved was counted when it was asked");
    case.approving = false;
    case.recent[0].created_at = NOW.plus_us(-10 * MINUTE_US);
    assert_eq!(case.check(), "ok", "ten minutes ago");
    case.recent[0].created_at = NOW.plus_us(-10 * MINUTE_US + 1);
    assert_eq!(case.check(), "slow_down", "a microsecond less");
}

#[test]
fn a_licence_keeps_balances_to_identified_members() {
    for (regime, tier, code) in [
        (Regime::Sandbox, 0, "ok"),
        (Regime::Licensed, 1, "payee_unavailable"),
        (Regime::Licensed, 2, "ok"),
    ] {
        let mut case = Case { payee: Some(member(2, Kind::Person, tier)), ..Case::new() };
        case.policy.regime = regime;
        assert_eq!(case.check(), code, "tier {tier} under {regime:?}");
    }
}

#[test]
fn small_payments_are_exempt_as_article_16_says() {
    let total = ExemptCounter::Total;
    let number = ExemptCounter::Number(5);
    for (counter, amount, before, count, needed) in [
        (total, 3_000, 0, 0, Needed::Exempt),
        (total, 3_001, 0, 0, Needed::Strong),
        (total, 3_000, 10_000, 9, Needed::Exempt),
        (total, 3_000, 10_001, 1, Needed::Strong),
        (number, 3_000, 50_000, 5, Needed::Exempt),
        (number, 3_000, 0, 6, Needed::Strong),
        (number, 3_001, 0, 0, Needed::Strong),
    ] {
        let policy = Policy { exempt_counter: counter, ..policy() };
        let exempt = Exempt { total: before, count };
        let wallet = Wallet { exempt, ..Wallet::new(MemberId(1 << 64), Currency::EUR) };
        assert_eq!(
            policy.consent(&wallet, eur(amount)),
            needed,
            "{amount} after {before}, {count}"
        );
        let pounds = Money::new(1, Currency::GBP);
        assert_eq!(
            policy.consent(&wallet, pounds),
            Needed::Strong,
            "a currency that is not offered"
        );
    }
}

#[test]
fn only_merchants_pay_fees_and_only_for_what_is_sent() {
    for kind in Kind::ALL {
        for purpose in [Purpose::Send, Purpose::Gift] {
            let fee = if (kind, purpose) == (Kind::Merchant, Purpose::Send) { 15 } else { 0 };
            assert_eq!(policy().fee(kind, purpose, eur(1_000)), eur(fee), "{kind:?} {purpose:?}");
        }
    }
}

proptest! {
    /// Half to even: never more than half a cent off, and even where it is exactly half.
    #[test]
    fn fees_round_half_to_even(minor in 1..=100_000_000i64, points in 0..=10_000u32) {
        let policy = Policy { merchant_fee_bp: points, ..policy() };
        let fee = policy.fee(Kind::Merchant, Purpose::Send, eur(minor)).minor;
        let off = 10_000 * fee - minor * i64::from(points);
        prop_assert!(off.abs() <= 5_000);
        prop_assert!(off.abs() < 5_000 || fee % 2 == 0);
        prop_assert!((0..=minor).contains(&fee));
    }

    /// What a rule lets pass, a smaller payment passes too.
    #[test]
    fn less_passes_where_more_passes(
        amount in 1..=60_000i64, less in 1..=60_000i64, in_day in 0..=110_000i64, posted in 0..=70_000i64, tier in 0..4u8,
    ) {
        let mut case = Case { amount: eur(amount), ..Case::new() };
        case.payer.tier = tier;
        case.wallet.posted = posted;
        case.wallet.spent = Spent { day: PERIOD.day, in_day, month: PERIOD.month, in_month: in_day };
        if case.check() == "ok" {
            case.amount = eur(amount.min(less));
            prop_assert_eq!(case.check(), "ok");
        }
    }
}
