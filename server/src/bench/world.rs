//! What the measurements work on: a policy without narrow limits, and many members.

use domain::grammar;
use domain::id::{Ids, MemberId, RequestKey, shown};
use domain::member::Network;
use domain::money::Currency;
use domain::policy::{CurrencyPolicy, ExemptCounter, Policy, Regime, TierLimits};
use domain::request::{Envelope, Post, Request};
use domain::time::{DAY_US, MINUTE_US, Timestamp};

/// Members of the measured world.
pub(super) const MEMBERS: usize = 100_000;

/// What each member has at the start, in cents.
pub(super) const CENTS_EACH: i64 = 100_000_000;

/// A policy that lets every payment of a measurement pass as exempt; the rules are checked all the same.
pub(super) fn policy() -> Policy {
    let most = 1_000_000_000;
    Policy {
        version: 1,
        starts_at: Timestamp(0),
        zone: jiff_zone(),
        regime: Regime::Sandbox,
        currencies: vec![CurrencyPolicy {
            currency: Currency::EUR,
            to_person: most,
            to_organisation: most,
            exempt_payment: most,
            exempt_total: most * 1000,
            tiers: vec![TierLimits { day: most * 1000, month: most * 1000 }],
        }],
        merchant_fee_bp: 150,
        exempt_counter: ExemptCounter::Total,
        approval_us: 60 * MINUTE_US,
        question_us: 10 * MINUTE_US,
        claim_us: 7 * DAY_US,
        duplicate_us: 1,
        payments_per_ten_minutes: usize::MAX,
        asking: domain::policy::asking::Asking::USUAL,
        refund_ask_us: 7 * DAY_US,
        refund_asks_per_day: 3,
    }
}

fn jiff_zone() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get("Europe/Paris").expect("the time zones are built in")
}

/// The handle of the `index`-th member.
pub(super) fn handle(index: usize) -> String {
    format!("m{index}")
}

/// A small generator of numbers; speed matters here, secrecy does not.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number (SplitMix64).
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap_or(1)).unwrap_or(0)
    }

    /// The id of a message that is written now.
    pub(super) fn message(&mut self) -> String {
        let random = u128::from(self.next()) << 64 | u128::from(self.next());
        shown(Ids::new(store::system_clock()(), random).take())
    }

    pub(super) fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for piece in bytes.chunks_mut(8) {
            piece.copy_from_slice(&self.next().to_be_bytes());
        }
        bytes
    }
}

/// A payment by direct message from one member to another, as it arrives at the desk.
pub(super) fn payment(dice: &mut Dice, hot: bool) -> Envelope {
    payment_among(dice, MEMBERS, hot)
}

/// The same among the first `members`, of whom there are three at least.
pub(super) fn payment_among(dice: &mut Dice, members: usize, hot: bool) -> Envelope {
    let from = 1 + dice.below(members - 1);
    let to = if hot { 0 } else { (from + 1 + dice.below(members - 2)) % members };
    payment_between(dice, from, to)
}

/// A payment from one member to another.
pub(super) fn payment_between(dice: &mut Dice, from: usize, to: usize) -> Envelope {
    let cents = 1 + dice.below(5000);
    let id = dice.message();
    let text =
        format!("#envoyer {}.{:02}€ @{} pour le resto", cents / 100, cents % 100, handle(to));
    let context = grammar::Context::direct(&[]);
    let reading = grammar::read(&text, &context);
    Envelope {
        key: Some(RequestKey::of_post(Network::SQUARE, &id)),
        digest: dice.next() >> 1,
        random: dice.bytes(),
        request: Request::Post(Post {
            network: Network::SQUARE,
            id: id.into(),
            author: handle(from).into(),
            text: text.into(),
            direct: true,
            reply_to: None,
            reading,
            kept: true,
        }),
    }
}

/// The id of the `index`-th member where no store gives one.
pub(super) fn member_id(index: usize) -> MemberId {
    let index = u128::try_from(index).unwrap_or(0);
    MemberId(0x0190_0000_0000_7000_8000_0000_0000_0000 | (index << 64) | index)
}
