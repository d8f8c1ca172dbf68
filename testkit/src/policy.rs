//! The policy of the test's world: the operator's defaults.

use domain::money::Currency;
use domain::policy::{CurrencyPolicy, ExemptCounter, Policy, Regime, TierLimits};
use domain::time::{DAY_US, MINUTE_US, Timestamp};
use jiff::tz::TimeZone;

/// What a fresh installation allows, in euros and pounds.
///
/// # Panics
/// If the time zone database lacks Paris.
#[must_use]
pub fn usual() -> Policy {
    Policy {
        version: 1,
        starts_at: Timestamp(0),
        zone: TimeZone::get("Europe/Paris").expect("Paris has a time zone"),
        regime: Regime::Sandbox,
        currencies: vec![limits(Currency::EUR)],
        merchant_fee_bp: 150,
        exempt_counter: ExemptCounter::Total,
        approval_us: 60 * MINUTE_US,
        question_us: 10 * MINUTE_US,
        claim_us: 7 * DAY_US,
        duplicate_us: 10 * MINUTE_US,
        payments_per_ten_minutes: 30,
        asking: domain::policy::asking::Asking::USUAL,
        refund_ask_us: 7 * DAY_US,
        refund_asks_per_day: 3,
    }
}

/// The usual limits in a currency of two decimals.
#[must_use]
pub fn limits(currency: Currency) -> CurrencyPolicy {
    CurrencyPolicy {
        currency,
        to_person: 25_000,
        to_organisation: 50_000,
        exempt_payment: 3_000,
        exempt_total: 10_000,
        tiers: vec![
            TierLimits { day: 25_000, month: 50_000 },
            TierLimits { day: 50_000, month: 100_000 },
            TierLimits { day: 100_000, month: 300_000 },
        ],
    }
}
