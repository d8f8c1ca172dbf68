//! `GET /limits`: a member's limits, what is left of them, and why they are there.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::ledger::Wallet;
use domain::member::Member as MemberRow;
use domain::money::Money;
use domain::policy::{CurrencyPolicy, ExemptCounter};
use domain::port::Fault;
use domain::time::Period;

use super::look::Look;
use crate::State;
use crate::session::{Halt, Member, Page, shown};
use crate::view::limits::{Counter, CurrencyLimits, Exempt, Limit, LimitsPage, Used};

pub(super) fn routes() -> Router<State> {
    Router::new().route("/limits", get(show))
}

async fn show(member: Member) -> Page {
    let page = member.visitor.look(|look| match &look.visitor.profile {
        Some(profile) => page(look, &profile.member).map(Some),
        None => Ok(None),
    });
    shown(StatusCode::OK, &page.await?.ok_or(Halt::SignIn)?)
}

fn page(look: &Look<'_>, member: &MemberRow) -> Result<LimitsPage, Fault> {
    let policy = look.visitor.state.obole.policy();
    let wallets = look.wallets(member.id)?;
    let own = |wallet: &Wallet| {
        policy.currency(wallet.currency).ok().map(|rules| of_currency(look, member, wallet, rules))
    };
    let others = policy.currencies.iter().map(|listed| listed.currency);
    let others = others.filter(|code| wallets.iter().all(|wallet| wallet.currency != *code));
    let others: Vec<String> = others.map(|code| code.to_string()).collect();
    Ok(LimitsPage {
        shell: look.shell()?,
        notice: None,
        tier: member.tier.into(),
        currencies: wallets.iter().filter_map(own).collect(),
        others: look.visitor.t().list(&others),
        pace: policy.payments_per_ten_minutes,
        zone: policy.zone.iana_name().unwrap_or("UTC").to_owned(),
    })
}

fn of_currency(
    look: &Look<'_>,
    member: &MemberRow,
    wallet: &Wallet,
    rules: &CurrencyPolicy,
) -> CurrencyLimits {
    let period = Period::of(look.now, &look.visitor.state.obole.policy().zone);
    let tier = rules.tier(member.tier);
    let money = |minor| look.money(Money::new(minor, wallet.currency));
    let per_payment = |code, minor| Limit { code, limit: money(minor), used: None };
    let in_time = |code, limit: i64, used: i64| Limit {
        code,
        limit: money(limit),
        used: Some(Used {
            used: money(used),
            left: money(limit.saturating_sub(used).max(0)),
            percent: percent(used, limit),
        }),
    };
    CurrencyLimits {
        code: wallet.currency.to_string(),
        limits: vec![
            per_payment("payment", rules.to_person),
            per_payment("gift", rules.to_organisation),
            in_time("day", tier.day, wallet.spent_in_day(period)),
            in_time("month", tier.month, wallet.spent_in_month(period)),
        ],
        exempt: exempt(look, wallet, rules),
    }
}

fn exempt(look: &Look<'_>, wallet: &Wallet, rules: &CurrencyPolicy) -> Exempt {
    let money = |minor| look.money(Money::new(minor, wallet.currency));
    let so_far = wallet.exempt;
    let (counter, over) = match look.visitor.state.obole.policy().exempt_counter {
        ExemptCounter::Total => (
            Counter::Total { most: money(rules.exempt_total), so_far: money(so_far.total) },
            so_far.total > rules.exempt_total,
        ),
        ExemptCounter::Number(most) => {
            (Counter::Number { most, so_far: so_far.count }, so_far.count > most)
        }
    };
    Exempt { payment: money(rules.exempt_payment), counter, over }
}

fn percent(used: i64, limit: i64) -> u8 {
    let hundredths =
        i128::from(used).saturating_mul(100).checked_div(i128::from(limit)).unwrap_or(100);
    u8::try_from(hundredths.clamp(0, 100)).unwrap_or(100)
}
