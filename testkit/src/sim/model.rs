//! What people were told, added up. It knows nothing of wallets, holds and rules.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{MemberId, PaymentId};
use domain::money::{Currency, Money};
use domain::request::{Answer, Message, To};
use domain::say::Arg;

use crate::memory::Tables;

/// What each member must have if everything that was said is true.
#[derive(Default)]
pub(super) struct Model {
    balance: BTreeMap<(MemberId, Currency), i64>,
    held: BTreeMap<PaymentId, (MemberId, Money)>,
    paid: BTreeSet<PaymentId>,
    names: BTreeMap<String, MemberId>,
    back: BTreeMap<PaymentId, i64>,
}

impl Model {
    /// Takes in one answer, given for the first time.
    pub(super) fn hear(&mut self, answer: &Answer) -> Result<(), String> {
        for message in answer.messages.iter() {
            let To::Member(to) = message.to else { continue };
            match message.say.code.as_ref() {
                "credited" => self.add(to, money(message, "amount")?, 1),
                "received" | "received-memo" | "received-gift" | "received-fee" => {
                    self.paid(to, message)?
                }
                "refund-received" => {
                    let id = message.payment.ok_or("money back for no payment")?;
                    let amount = money(message, "amount")?;
                    let back = self.back.entry(id).or_default();
                    *back += amount.minor;
                    if *back > money(message, "whole")?.minor {
                        return Err(format!("{id} has given back more than was paid"));
                    }
                    let from = self.named(message, "from")?;
                    self.add(from, amount, -1);
                    self.add(to, amount, 1);
                }
                "refunded-fee" | "refunded-for-you-fee" => self.add(to, money(message, "fee")?, 1),
                "set-aside" => {
                    let id = message.payment.ok_or("money set aside for no payment")?;
                    if self.held.insert(id, (to, money(message, "amount")?)).is_some() {
                        return Err(format!("{id} is set aside twice"));
                    }
                }
                "returned" | "cancelled" | "claim-declined" => {
                    for id in answer.payments.iter() {
                        self.held.remove(id);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn paid(&mut self, payee: MemberId, message: &Message) -> Result<(), String> {
        let id = message.payment.ok_or("money received for no payment")?;
        if !self.paid.insert(id) {
            return Err(format!("{id} is paid twice"));
        }
        self.held.remove(&id);
        let amount = money(message, "amount")?;
        let net = money(message, "net").unwrap_or(amount);
        let payer = self.named(message, "from")?;
        self.add(payer, amount, -1);
        self.add(payee, net, 1);
        Ok(())
    }

    /// Whom a message names.
    fn named(&self, message: &Message, name: &str) -> Result<MemberId, String> {
        let Some(Arg::Text(who)) = arg(message, name) else {
            return Err(format!("{name} is missing in {message:?}"));
        };
        let found = self.names.get(&**who);
        found.copied().ok_or_else(|| format!("nobody is called {who}"))
    }

    fn add(&mut self, member: MemberId, amount: Money, times: i64) {
        *self.balance.entry((member, amount.currency)).or_default() += times * amount.minor;
    }

    /// Compares what was told with the ledger.
    pub(super) fn compare(&mut self, tables: &Tables) -> Result<(), String> {
        self.names
            .extend(tables.members.values().map(|member| (member.name.to_string(), member.id)));
        let mut held: BTreeMap<(MemberId, Currency), i64> = BTreeMap::new();
        for (member, amount) in self.held.values() {
            *held.entry((*member, amount.currency)).or_default() += amount.minor;
        }
        for (key, wallet) in &tables.wallets {
            let told = self.balance.get(key).copied().unwrap_or_default();
            let aside = held.get(key).copied().unwrap_or_default();
            if (wallet.posted, wallet.held) != (told, aside) {
                return Err(format!("{wallet:?} was told to be {told} with {aside} set aside"));
            }
        }
        match self
            .balance
            .iter()
            .find(|(key, told)| **told != 0 && !tables.wallets.contains_key(key))
        {
            Some((key, told)) => Err(format!("{key:?} was told {told} and has no wallet")),
            None => Ok(()),
        }
    }
}

fn arg<'a>(message: &'a Message, name: &str) -> Option<&'a Arg> {
    message.say.args.iter().find(|(known, _)| known == name).map(|(_, arg)| arg)
}

fn money(message: &Message, name: &str) -> Result<Money, String> {
    match arg(message, name) {
        Some(Arg::Money(money)) => Ok(*money),
        Some(_) | None => Err(format!("{name} is missing in {message:?}")),
    }
}
