//! From tokens to a command, or to the first doubt in the documented order.

use super::amount::{self, Found, Role};
use super::chain::{Chain, chain};
use super::code::{Code, Doubts};
use super::lexicon::Class;
use super::memo;
use super::place::{Order, places};
use super::thing::{self, Thing};
use super::token::{Doubt as Spelling, End, Kind, Mark, Scanned};
use super::{Command, Context, RECIPIENTS_MAX, Recipient};
use crate::money::Money;
use crate::verb::{Amount, Form, Needs, To, Verb, What};

/// Why there is no command, and what was understood all the same.
pub(super) struct Unsure {
    pub(super) code: Code,
    /// Nothing where no verb was found.
    pub(super) draft: Option<Command>,
    /// The doubtful words, as written.
    pub(super) heard: String,
    /// What one separator before three digits may mean, the larger first.
    pub(super) readings: Option<(Money, Money)>,
}

/// Reads the command in a text that is for us.
pub(super) fn read(scanned: &Scanned<'_>, context: &Context<'_>) -> Result<Command, Unsure> {
    let places = places(scanned, context.direct);
    let Some(order) = places.order else {
        return Err(no_order(scanned, places.several, places.talk, places.unknown));
    };
    let numbers = match order.verb.needs().amount {
        Amount::None => Vec::new(),
        Amount::Paid | Amount::Split | Amount::Shares | Amount::OrWhat => amount::find(scanned, order.end),
    };
    let chain = chain(scanned, &order, &numbers);
    let mut reader = Reader { scanned, context, order, numbers, chain, doubts: Doubts::NONE, heard: None };
    reader.doubts.raise_if(places.talk, Code::OrderUnclear);
    reader.doubts.raise_if(places.several, Code::VerbsSeveral);
    let draft = reader.draft();
    reader.stance();
    if reader.doubts == Doubts::NONE {
        reader.doubts.raise_if(places.again, Code::VerbsSeveral);
    }
    match reader.doubts.0 {
        None => Ok(draft),
        Some(code) => Err(reader.unsure(code, draft)),
    }
}

fn no_order(scanned: &Scanned<'_>, several: bool, talk: bool, unknown: Option<usize>) -> Unsure {
    let mut doubts = Doubts::NONE;
    doubts.raise_if(several, Code::VerbsSeveral);
    doubts.raise_if(talk, Code::OrderUnclear);
    if !several && !talk {
        doubts.raise(if unknown.is_some() { Code::VerbUnknown } else { Code::VerbMissing });
    }
    let deceptive = |kind: Kind| matches!(kind, Kind::Handle(handle) if handle.doubt == Spelling::Deceptive);
    let spelled = scanned.tokens.iter().any(|token| deceptive(token.kind));
    doubts.raise_if(spelled || scanned.hides_near_money(0), Code::SuspiciousCharacters);
    let heard = unknown.map_or("", |at| scanned.span(at, at + 1)).to_owned();
    Unsure { code: doubts.0.unwrap_or(Code::VerbMissing), draft: None, heard, readings: None }
}

struct Reader<'t, 's, 'c> {
    scanned: &'s Scanned<'t>,
    context: &'c Context<'c>,
    order: Order,
    numbers: Vec<Found>,
    chain: Chain,
    doubts: Doubts,
    /// The number in doubt.
    heard: Option<Found>,
}

impl Reader<'_, '_, '_> {
    /// Reads everything the verb needs and raises the doubts on the way.
    fn draft(&mut self) -> Command {
        let needs = self.order.verb.needs();
        let to = self.recipients();
        let shares_at = self.shares(needs);
        let shares = shares_at.and_then(|index| self.numbers.get(index)).and_then(count);
        self.doubts.raise_if(needs.amount == Amount::Shares && shares.is_none(), Code::SharesMissing);
        let found = self.amount(needs, shares_at);
        let amount = found.and_then(|found| self.money(&found));
        let thing = self.thing(needs, found.is_some());
        self.people(needs, &to);
        self.sharing(needs, amount, shares, to.len());
        let memo = if needs == (Needs { form: needs.form, ..Needs::NOTHING }) { None } else { self.memo(found, shares_at, thing.as_ref()) };
        let needs_amount = needs.amount != Amount::None;
        Command {
            verb: self.order.verb,
            amount,
            to,
            each: self.chain.each && needs_amount,
            without_me: self.chain.without_me && needs.amount == Amount::Split,
            shares,
            what: thing.map(|thing| thing.text),
            memo,
            lang: self.order.langs.choose(self.context.lang),
        }
    }

    fn recipients(&mut self) -> Vec<Recipient> {
        let mut all: Vec<Recipient> = Vec::with_capacity(self.chain.handles.len().min(RECIPIENTS_MAX));
        for at in &self.chain.handles {
            let Some((Kind::Handle(handle), text)) = self.scanned.kind(*at).zip(Some(self.scanned.span(*at, at + 1))) else {
                continue;
            };
            self.doubts.raise_if(handle.doubt == Spelling::Deceptive, Code::SuspiciousCharacters);
            if all.len() == RECIPIENTS_MAX {
                self.doubts.raise(Code::RecipientsSeveral);
                break;
            }
            let id = handle.mention.and_then(|index| self.context.mentions.get(index)).map(|m| m.id.to_owned());
            let known = |other: &Recipient| match (&other.id, &id) {
                (Some(one), Some(two)) => one == two,
                (None, None) => other.text.eq_ignore_ascii_case(text),
                (Some(_), None) | (None, Some(_)) => false,
            };
            if !all.iter().any(known) {
                all.push(Recipient { text: text.to_owned(), sort: handle.sort, id });
            }
        }
        all
    }

    /// Which number counts the shares.
    fn shares(&self, needs: Needs) -> Option<usize> {
        match needs.amount {
            Amount::Shares => {}
            Amount::None | Amount::Paid | Amount::Split | Amount::OrWhat => return None,
        }
        let role = |role: Role| self.numbers.iter().enumerate().filter(move |(_, found)| found.role == role);
        let named: Vec<usize> = role(Role::Shares).map(|(index, _)| index).collect();
        let carried = role(Role::Amount).next().is_some();
        let bare: Vec<usize> = self.chain.bare.iter().copied().filter(|index| !named.contains(index)).collect();
        match (named.as_slice(), bare.as_slice(), carried) {
            ([one], _, _) => Some(*one),
            ([], [one], true) => Some(*one),
            ([], [_, one], false) => Some(*one),
            _ => None,
        }
    }

    /// The one number that is the amount.
    fn amount(&mut self, needs: Needs, shares: Option<usize>) -> Option<Found> {
        let missing = match needs.amount {
            Amount::None => return None,
            Amount::Paid | Amount::Split | Amount::Shares => Some(Code::AmountMissing),
            Amount::OrWhat => None,
        };
        let carried = self.numbers.iter().filter(|found| found.role == Role::Amount);
        let bare = self.chain.bare.iter().filter(|index| Some(**index) != shares);
        let bare = bare.filter_map(|index| self.numbers.get(*index));
        let mut all = carried.chain(bare).copied();
        let first = all.next();
        let several = all.next().is_some() || self.amount_before();
        self.doubts.raise_if(first.is_some() && several, Code::AmountsSeveral);
        if let (None, Some(code)) = (first, missing) {
            self.doubts.raise(code);
        }
        first
    }

    /// Whether an amount stands before the verb in its own sentence.
    fn amount_before(&self) -> bool {
        let before = self.scanned.tokens.get(..self.order.at).unwrap_or_default();
        let start = before.iter().rposition(|token| matches!(token.kind, Kind::End(_) | Kind::Quoted));
        let numbers = before.iter().skip(start.map_or(0, |at| at + 1));
        let mut numbers = numbers.filter(|token| matches!(token.kind, Kind::Number(_)));
        let from = start.map_or(0, |at| at + 1);
        numbers.next().is_some()
            && amount::find(self.scanned, from).iter().any(|found| found.end <= self.order.at && found.role == Role::Amount)
    }

    fn money(&mut self, found: &Found) -> Option<Money> {
        let money = found.money(self.context);
        if let Err(code) = money {
            self.doubts.raise(code);
            self.heard = Some(*found);
        }
        money.ok()
    }

    fn thing(&mut self, needs: Needs, amount: bool) -> Option<Thing> {
        match needs.what {
            What::None => None,
            What::Words => thing::words(self.scanned, &self.order),
            What::Required => {
                let found = thing::words(self.scanned, &self.order);
                self.doubts.raise_if(found.is_none(), Code::WhatMissing);
                found
            }
            What::OrAmount if amount => None,
            What::OrAmount => {
                let found = thing::beside(self.scanned, &self.order, &self.chain);
                self.doubts.raise_if(found.is_none(), Code::WhatMissing);
                if let Some(first) = thing::first_handle(self.scanned, self.order.end).filter(|_| self.chain.handles.is_empty()) {
                    self.adopt(first);
                }
                found
            }
            What::Reference => {
                let found = thing::reference(self.scanned, &self.order);
                let partial = |kind: Kind| matches!(kind, Kind::Handle(_) | Kind::Number(_));
                let rest = self.scanned.tokens.iter().skip(self.order.end);
                let limited = found.is_none() && rest.into_iter().any(|token| partial(token.kind));
                self.doubts.raise_if(limited, Code::WhatMissing);
                found
            }
        }
    }
}
