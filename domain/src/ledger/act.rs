//! What happens to wallets: money moves, is set aside, and is counted against limits.

use super::{Account, Exempt, Hold, HoldEnd, Line, Spent, Transfer, Wallet};
use crate::id::{MemberId, PaymentId};
use crate::money::Money;
use crate::payment::{ConsentKind, Payment};
use crate::rows::{Draft, Stop};
use crate::time::{Period, Timestamp};

impl Wallet {
    /// Minor units spent or reserved in the day of `period`.
    #[must_use]
    pub const fn spent_in_day(&self, period: Period) -> i64 {
        if self.spent.day == period.day { self.spent.in_day } else { 0 }
    }

    /// Minor units spent or reserved in the month of `period`.
    #[must_use]
    pub const fn spent_in_month(&self, period: Period) -> i64 {
        if self.spent.month == period.month { self.spent.in_month } else { 0 }
    }

    /// Counts `minor` units against the limits of `period`.
    fn count(&mut self, period: Period, minor: i64) {
        self.spent = Spent {
            day: period.day,
            in_day: sum(self.spent_in_day(period), minor),
            month: period.month,
            in_month: sum(self.spent_in_month(period), minor),
        };
    }

    /// Gives back what was counted in `period`, where that is still the wallet's latest.
    fn uncount(&mut self, period: Period, minor: i64) {
        if self.spent.day == period.day {
            self.spent.in_day = sum(self.spent.in_day, -minor);
        }
        if self.spent.month == period.month {
            self.spent.in_month = sum(self.spent.in_month, -minor);
        }
    }

    /// Notes a consent and gives its number.
    fn consent(&mut self, kind: ConsentKind, total: Money) -> u32 {
        self.consents =
            self.consents.checked_add(1).expect("fewer than four thousand million consents");
        self.exempt = match kind {
            ConsentKind::Strong => Exempt::default(),
            ConsentKind::Exempt => Exempt {
                total: sum(self.exempt.total, total.minor),
                count: self.exempt.count.saturating_add(1),
            },
            ConsentKind::Recurring => self.exempt,
        };
        self.consents
    }
}

/// Adds minor units of one wallet. All money of one currency fits 64 bits: top-ups are refused before it does not.
fn sum(a: i64, b: i64) -> i64 {
    a.checked_add(b).expect("the money of one wallet fits 64 bits")
}

/// The ledger's acts. Rules have passed before any of these is called: what fails here is our own mistake, so it
/// panics, the request is undone and nothing is written.
impl Draft<'_> {
    /// Moves `amount` from `debit` to `credit`.
    ///
    /// # Errors
    /// [`Stop::More`] if a wallet is not loaded.
    ///
    /// # Panics
    /// If the amount is not positive, both accounts are the same, or a wallet would go below what is set aside.
    pub fn transfer(&mut self, transfer: Transfer) -> Result<(), Stop> {
        assert!(transfer.amount.minor > 0, "a transfer moves something");
        assert!(transfer.debit != transfer.credit, "a transfer has two sides");
        self.post(&transfer, transfer.debit, transfer.credit, -transfer.amount.minor)?;
        self.post(&transfer, transfer.credit, transfer.debit, transfer.amount.minor)?;
        self.add_transfer(transfer);
        Ok(())
    }

    fn post(
        &mut self,
        transfer: &Transfer,
        account: Account,
        other: Account,
        change: i64,
    ) -> Result<(), Stop> {
        let Account::Wallet(member) = account else { return Ok(()) };
        let wallet = self.wallet_mut(member, transfer.amount.currency)?;
        wallet.posted = sum(wallet.posted, change);
        assert!(wallet.available().minor >= 0, "no wallet is spent below what it has");
        wallet.lines = wallet.lines.checked_add(1).expect("fewer than four thousand million lines");
        let line = Line {
            member,
            currency: wallet.currency,
            number: wallet.lines,
            change,
            posted: wallet.posted,
            cause: transfer.cause,
            transfer: transfer.number,
            other,
            at: transfer.at,
            before: wallet.last_line,
        };
        wallet.last_line = Some(line.id());
        self.add_line(line);
        Ok(())
    }

    /// Chains new payments of one payer, in their order, to the payer's latest.
    ///
    /// # Errors
    /// [`Stop::More`] if the payer's wallet is not loaded.
    pub fn chain(&mut self, payments: &mut [Payment]) -> Result<(), Stop> {
        for payment in payments {
            let wallet = self.wallet_mut(payment.payer, payment.amount.currency)?;
            payment.before = wallet.last_payment.replace(payment.id);
        }
        Ok(())
    }

    /// Sets `amount` of the member's wallet aside for a payment.
    ///
    /// # Errors
    /// [`Stop::More`] if the wallet is not loaded.
    ///
    /// # Panics
    /// If the wallet has less available.
    pub fn open_hold(&mut self, hold: Hold) -> Result<(), Stop> {
        assert!(
            hold.amount.minor > 0 && hold.ended.is_none(),
            "a hold begins open and with something"
        );
        let wallet = self.wallet_mut(hold.member, hold.amount.currency)?;
        wallet.held = sum(wallet.held, hold.amount.minor);
        assert!(wallet.available().minor >= 0, "no hold takes more than there is");
        self.put_hold(hold);
        Ok(())
    }

    /// Ends a payment's hold: after [`HoldEnd::Captured`] the caller moves the money.
    ///
    /// # Errors
    /// [`Stop::More`] if the hold or its wallet is not loaded.
    ///
    /// # Panics
    /// If there is no such hold or it has ended before.
    pub fn end_hold(
        &mut self,
        payment: PaymentId,
        end: HoldEnd,
        now: Timestamp,
    ) -> Result<(), Stop> {
        let mut hold = self.hold(payment)?.cloned().expect("a payment that holds money has a hold");
        assert!(hold.ended.is_none(), "a hold ends once");
        let wallet = self.wallet_mut(hold.member, hold.amount.currency)?;
        wallet.held = sum(wallet.held, -hold.amount.minor);
        hold.ended = Some((end, now));
        self.put_hold(hold);
        Ok(())
    }

    /// Counts `amount` against the payer's limits of `period`.
    ///
    /// # Errors
    /// [`Stop::More`] if the wallet is not loaded.
    pub fn count(&mut self, payer: MemberId, amount: Money, period: Period) -> Result<(), Stop> {
        self.wallet_mut(payer, amount.currency)?.count(period, amount.minor);
        Ok(())
    }

    /// Gives the payer's limits of `period` back what was counted.
    ///
    /// # Errors
    /// [`Stop::More`] if the wallet is not loaded.
    pub fn uncount(&mut self, payer: MemberId, amount: Money, period: Period) -> Result<(), Stop> {
        self.wallet_mut(payer, amount.currency)?.uncount(period, amount.minor);
        Ok(())
    }

    /// Notes the payer's consent to `total` and gives its number.
    ///
    /// # Errors
    /// [`Stop::More`] if the wallet is not loaded.
    pub fn consent(
        &mut self,
        payer: MemberId,
        kind: ConsentKind,
        total: Money,
    ) -> Result<u32, Stop> {
        Ok(self.wallet_mut(payer, total.currency)?.consent(kind, total))
    }
}
