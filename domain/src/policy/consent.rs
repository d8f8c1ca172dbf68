//! Which consent a payment needs: the post itself, or strong authentication (RTS 2018/389, article 16).

use super::{ExemptCounter, Policy};
use crate::ledger::Wallet;
use crate::money::Money;

/// The consent a payment needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needed {
    /// The post is the consent.
    Exempt,
    /// Strong authentication bound to amount and payee.
    Strong,
}

impl Policy {
    /// The consent that `total` from `wallet` needs; for an order of several payments, their sum counts.
    #[must_use]
    pub fn consent(&self, wallet: &Wallet, total: Money) -> Needed {
        let Ok(currency) = self.currency(total.currency) else { return Needed::Strong };
        let counter_allows = match self.exempt_counter {
            ExemptCounter::Total => wallet.exempt.total <= currency.exempt_total,
            ExemptCounter::Number(most) => wallet.exempt.count <= most,
        };
        if total.minor <= currency.exempt_payment && counter_allows {
            Needed::Exempt
        } else {
            Needed::Strong
        }
    }
}
