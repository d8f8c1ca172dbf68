//! What a member has, in every currency.

use app::store::StatementLine;
use app::words::Words;
use domain::id::MemberId;
use domain::ledger::{Account, House, Wallet};
use domain::money::{Currency, Money};
use domain::port::Fault;

use super::Look;
use crate::view::movement::{Balance, Movement, Movements};

impl Look<'_> {
    /// A member's wallets, those in the policy's currencies first and in its order: an empty one in its first
    /// currency if they have none. One that never saw money is left out, but never the last.
    pub(in crate::pages) fn wallets(&self, member: MemberId) -> Result<Vec<Wallet>, Fault> {
        let policy = self.visitor.state.obole.policy();
        let place = |currency: Currency| {
            policy.currencies.iter().position(|listed| listed.currency == currency)
        };
        let mut wallets = self.read.wallets(member)?;
        wallets.retain(|wallet| wallet.lines > 0);
        wallets.sort_by_key(|wallet| place(wallet.currency).unwrap_or(usize::MAX));
        if wallets.is_empty() {
            let first = policy.currencies.first().map_or(Currency::EUR, |first| first.currency);
            wallets.push(Wallet::new(member, first));
        }
        Ok(wallets)
    }

    /// What can be spent and what is set aside, of every currency.
    pub(in crate::pages) fn balances(&self, member: MemberId) -> Result<Vec<Balance>, Fault> {
        let balance = |wallet: &Wallet| Balance {
            available: self.money(wallet.available()),
            held: (wallet.held > 0).then(|| self.money(Money::new(wallet.held, wallet.currency))),
        };
        Ok(self.wallets(member)?.iter().map(balance).collect())
    }

    /// Lines of statements as a list.
    pub(in crate::pages) fn movements(&self, lines: &[StatementLine]) -> Movements {
        Movements {
            t: self.visitor.t(),
            rows: lines.iter().map(|line| self.movement(line)).collect(),
        }
    }

    fn movement(&self, row: &StatementLine) -> Movement {
        let line = &row.line;
        let sign = if line.change > 0 { "+" } else { "" };
        let payment = match line.other {
            Account::Wallet(_) | Account::House(House::Fees) => true,
            Account::House(_) => false,
        };
        Movement {
            at: self.short(line.at),
            who: other_side(self.visitor.t(), row),
            what: what_for(self.visitor.t(), row),
            amount: format!("{sign}{}", self.money(Money::new(line.change, line.currency))),
            came_in: line.change > 0,
            href: payment.then(|| format!("/pay/{}", line.cause)),
        }
    }
}

/// Who paid or was paid, in words.
pub(in crate::pages) fn other_side(t: &Words, row: &StatementLine) -> String {
    match row.line.other {
        Account::Wallet(id) => row.name.clone().unwrap_or_else(|| id.to_string()),
        Account::House(House::Fees) if row.line.change > 0 => t.text("page-history-fee-back"),
        Account::House(House::Fees) => t.text("page-history-fee"),
        Account::House(_) => t.text("page-history-bank"),
    }
}

/// What for, in words. A payment's own transfer between two wallets has the number 0; what goes on from it goes back.
pub(in crate::pages) fn what_for(t: &Words, row: &StatementLine) -> String {
    match row.line.other {
        Account::Wallet(_) if row.line.transfer > 0 => t.text("page-history-refund"),
        _ => row.memo.clone(),
    }
}
