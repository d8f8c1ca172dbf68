//! The policy as the operator writes it: TOML, every value with its unit in its name, unknown names refused.

use domain::bill::BILLS_MAX;
use domain::money::Currency;
use domain::policy::asking::Asking;
use domain::policy::{CurrencyPolicy, ExemptCounter, Policy, Regime, TierLimits};
use domain::rows::{RECENT_MAX, RECENT_US};
use domain::time::{DAY_US, MINUTE_US, Timestamp};
use serde::Deserialize;
use store::PolicyText;

/// The policy of a fresh installation.
pub const DEFAULT: &str = include_str!("default_policy.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    time_zone: String,
    merchant_fee_basis_points: u32,
    exempt_counter: String,
    exempt_number: Option<u32>,
    approval_minutes: i64,
    question_minutes: i64,
    claim_days: i64,
    duplicate_minutes: i64,
    payments_per_ten_minutes: usize,
    #[serde(default)]
    asking: AskingFile,
    /// Policies from before refunds do not say.
    #[serde(default = "refund_ask_days")]
    refund_ask_days: i64,
    #[serde(default = "refund_asks_per_day")]
    refund_asks_per_day: u32,
    currency: Vec<CurrencyFile>,
}

/// What is left out is as usual: policies from before members could ask each other say nothing about it.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct AskingFile {
    open_days: Option<i64>,
    reminders: Option<u32>,
    remind_hours: Option<i64>,
    open_per_pair: Option<usize>,
    per_pair_and_day: Option<usize>,
    open: Option<usize>,
}

const fn refund_ask_days() -> i64 {
    7
}

const fn refund_asks_per_day() -> u32 {
    3
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyFile {
    code: String,
    to_person_minor: i64,
    to_organisation_minor: i64,
    exempt_payment_minor: i64,
    exempt_total_minor: i64,
    tier: Vec<TierFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TierFile {
    day_minor: i64,
    month_minor: i64,
}

/// Reads a policy.
///
/// # Errors
/// A sentence that names what is wrong.
pub fn read(
    text: &str,
    version: u32,
    starts_at: Timestamp,
    regime: Regime,
) -> Result<Policy, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let zone = jiff::tz::TimeZone::get(&file.time_zone)
        .map_err(|_| format!("time_zone: there is no time zone {:?}", file.time_zone))?;
    let positive = |name: &str, value: i64, most: i64| {
        if (1..=most).contains(&value) {
            Ok(value)
        } else {
            Err(format!("{name}: must be from 1 to {most}"))
        }
    };
    if file.merchant_fee_basis_points > 10_000 {
        return Err("merchant_fee_basis_points: a fee is at most 10000 (100 %)".to_owned());
    }
    if file.currency.is_empty() {
        return Err("currency: at least one must be offered".to_owned());
    }
    Ok(Policy {
        version,
        starts_at,
        zone,
        regime,
        currencies: file.currency.iter().map(currency).collect::<Result<_, _>>()?,
        merchant_fee_bp: file.merchant_fee_basis_points,
        exempt_counter: counter(&file)?,
        approval_us: positive("approval_minutes", file.approval_minutes, 24 * 60)? * MINUTE_US,
        question_us: positive("question_minutes", file.question_minutes, 60)? * MINUTE_US,
        claim_us: positive("claim_days", file.claim_days, 90)? * DAY_US,
        duplicate_us: positive("duplicate_minutes", file.duplicate_minutes, RECENT_US / MINUTE_US)?
            * MINUTE_US,
        payments_per_ten_minutes: pace(file.payments_per_ten_minutes)?,
        asking: asking(&file.asking)?,
        refund_ask_us: positive("refund_ask_days", file.refund_ask_days, 90)? * DAY_US,
        refund_asks_per_day: file.refund_asks_per_day,
    })
}

/// Reads every version that was imported.
///
/// # Errors
/// A sentence that names the version and what is wrong with it.
pub fn read_all(versions: &[PolicyText], regime: Regime) -> Result<Vec<Policy>, String> {
    let one = |text: &PolicyText| {
        read(&text.body, text.version, text.starts_at, regime)
            .map_err(|error| format!("policy {}: {error}", text.version))
    };
    versions.iter().map(one).collect()
}

/// The guards against haste and repeats see a payer's latest payments only, so no more may be allowed than they see.
fn pace(payments: usize) -> Result<usize, String> {
    if (1..=RECENT_MAX).contains(&payments) {
        return Ok(payments);
    }
    Err(format!("payments_per_ten_minutes: must be from 1 to {RECENT_MAX}"))
}

/// The guards see the latest requests only, so no more may be allowed than they see.
fn asking(file: &AskingFile) -> Result<Asking, String> {
    let usual = Asking::USUAL;
    let time = |name: &str, value: Option<i64>, most: i64, unit_us: i64, usual: i64| match value {
        None => Ok(usual),
        Some(value) if (1..=most).contains(&value) => Ok(value * unit_us),
        Some(_) => Err(format!("asking.{name}: must be from 1 to {most}")),
    };
    let number = |name: &str, value: Option<usize>, usual: usize| match value.unwrap_or(usual) {
        value if value <= BILLS_MAX => Ok(value),
        _ => Err(format!("asking.{name}: must be at most {BILLS_MAX}")),
    };
    Ok(Asking {
        open_us: time("open_days", file.open_days, 90, DAY_US, usual.open_us)?,
        reminders: file.reminders.unwrap_or(usual.reminders),
        remind_us: time("remind_hours", file.remind_hours, 720, 60 * MINUTE_US, usual.remind_us)?,
        open_per_pair: number("open_per_pair", file.open_per_pair, usual.open_per_pair)?,
        per_pair_and_day: number(
            "per_pair_and_day",
            file.per_pair_and_day,
            usual.per_pair_and_day,
        )?,
        open: number("open", file.open, usual.open)?,
    })
}

fn counter(file: &File) -> Result<ExemptCounter, String> {
    match (file.exempt_counter.as_str(), file.exempt_number) {
        ("total", None) => Ok(ExemptCounter::Total),
        ("number", Some(most)) => Ok(ExemptCounter::Number(most)),
        _ => Err("exempt_counter: either \"total\", or \"number\" with exempt_number".to_owned()),
    }
}

fn currency(file: &CurrencyFile) -> Result<CurrencyPolicy, String> {
    let currency = Currency::parse(&file.code)
        .ok_or_else(|| format!("currency.code: {:?} is no ISO 4217 currency", file.code))?;
    let tiers: Vec<TierLimits> = file
        .tier
        .iter()
        .map(|tier| TierLimits { day: tier.day_minor, month: tier.month_minor })
        .collect();
    let amounts = [
        file.to_person_minor,
        file.to_organisation_minor,
        file.exempt_payment_minor,
        file.exempt_total_minor,
    ];
    let all = tiers.iter().flat_map(|tier| [tier.day, tier.month]).chain(amounts);
    if tiers.is_empty()
        || all.into_iter().any(|amount| !(0..=domain::admin::TOP_UP_MAX).contains(&amount))
    {
        return Err(format!(
            "currency {currency}: give at least one tier and amounts that are not negative"
        ));
    }
    Ok(CurrencyPolicy {
        currency,
        to_person: file.to_person_minor,
        to_organisation: file.to_organisation_minor,
        exempt_payment: file.exempt_payment_minor,
        exempt_total: file.exempt_total_minor,
        tiers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: (&str, &str)) -> Result<Policy, String> {
        assert!(DEFAULT.contains(change.0));
        read(&DEFAULT.replacen(change.0, change.1, 1), 1, Timestamp(0), Regime::Sandbox)
    }

    #[test]
    fn the_default_is_what_the_documents_say() {
        let policy = read(DEFAULT, 1, Timestamp(0), Regime::Sandbox).unwrap();
        let euro = policy.currency(Currency::EUR).unwrap();
        assert_eq!((euro.to_person, euro.to_organisation), (25_000, 50_000));
        assert_eq!((euro.exempt_payment, euro.exempt_total), (3_000, 10_000));
        assert_eq!(policy.merchant_fee_bp, 150);
        assert_eq!(policy.asking, Asking::USUAL);
    }

    #[test]
    fn a_policy_from_before_members_could_ask_each_other_is_read() {
        let (before, rest) = DEFAULT.split_once("[asking]").unwrap();
        let (_, after) = rest.split_once("[[currency]]").unwrap();
        let text = format!("{before}[[currency]]{after}");
        let policy = read(&text, 1, Timestamp(0), Regime::Sandbox).unwrap();
        assert_eq!(policy.asking, Asking::USUAL);
    }

    #[test]
    fn a_wrong_policy_names_its_mistake() {
        for (change, says) in [
            (("Europe/Paris", "Europe/Atlantis"), "time_zone"),
            (("= 150", "= 10001"), "merchant_fee_basis_points"),
            (("\"total\"", "\"sum\""), "exempt_counter"),
            (("\"EUR\"", "\"EUX\""), "EUX"),
            (("claim_days = 7", "claim_days = 0"), "claim_days"),
            (("to_person_minor = 25000", "to_person_minor = -1"), "not negative"),
            (("claim_days", "claim_dayz"), "claim_dayz"),
            (("open_days = 30", "open_days = 91"), "asking.open_days"),
            (("open = 50", "open = 101"), "asking.open"),
            (("remind_hours", "remind_days"), "remind_days"),
            (("minutes = 30", "minutes = 65"), "payments_per_ten_minutes"),
            (("refund_ask_days = 7", "refund_ask_days = 0"), "refund_ask_days"),
        ] {
            assert!(with(change).is_err_and(|error| error.contains(says)), "{change:?}");
        }
    }
}
