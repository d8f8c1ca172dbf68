//! From tokens to a command, or to the first doubt in the documented order.

use super::amount::{self, Found, Role};
use super::chain::{Chain, chain};
use super::code::{Code, Doubts};
use super::lexicon::{Class, Langs};
use super::memo;
use super::place::{Order, Places, places};
use super::thing::{self, Thing};
use super::token::{Doubt as Spelling, End, Kind, Mark, Scanned, Shape};
use super::write::nearest;
use super::{Command, Context, RECIPIENTS_MAX, Recipient};
use crate::money::Money;
use crate::verb::{Amount, Form, Needs, To, What};

/// Why there is no command, and what was understood all the same.
pub(super) struct Unsure {
    pub(super) code: Code,
    /// Nothing where no verb was found.
    pub(super) draft: Option<Command>,
    /// The doubtful words, as written.
    pub(super) heard: String,
    /// The amount that may have been meant.
    pub(super) likely: Option<Money>,
    /// What one separator before three digits may mean, the larger first.
    pub(super) readings: Option<(Money, Money)>,
}

impl Unsure {
    /// A doubt about a message of which nothing else is known.
    pub(super) fn of(code: Code) -> Self {
        Self { code, draft: None, heard: String::new(), likely: None, readings: None }
    }
}

/// Reads the command in a text that is for us.
pub(super) fn read(scanned: &Scanned<'_>, context: &Context<'_>) -> Result<Command, Box<Unsure>> {
    let places = places(scanned, context.direct);
    let Some(order) = places.order else {
        return Err(Box::new(no_order(scanned, &places, context)));
    };
    let mut reader = Reader::new(scanned, context, order);
    reader.doubts.raise_if(places.talk.is_some(), Code::OrderUnclear);
    reader.doubts.raise_if(places.several, Code::VerbsSeveral);
    let draft = reader.draft();
    reader.stance();
    if reader.doubts == Doubts::NONE {
        reader.doubts.raise_if(places.again, Code::VerbsSeveral);
    }
    match reader.doubts.0 {
        None => Ok(draft),
        Some(code) => Err(Box::new(reader.unsure(code, draft))),
    }
}

/// No verb stands where orders do: what may have been meant is understood all the same.
fn no_order(scanned: &Scanned<'_>, places: &Places, context: &Context<'_>) -> Unsure {
    let deceptive =
        |kind: Kind| matches!(kind, Kind::Handle(handle) if handle.doubt == Spelling::Deceptive);
    if scanned.tokens.iter().any(|token| deceptive(token.kind)) || scanned.hides_near_money(0) {
        return Unsure::of(Code::SuspiciousCharacters);
    }
    let tag = places.unknown.map_or("", |at| scanned.span(at, at + 1));
    let near = || {
        let (verb, lang) = nearest(tag, context.lang)?;
        places.unknown.map(|at| Order { verb, langs: Langs::of(lang), at, end: at + 1 })
    };
    let (code, order) = match (places.talk, places.unknown) {
        (Some(talk), _) => (Code::OrderUnclear, Some(talk)),
        (None, _) if places.several => (Code::VerbsSeveral, None),
        (None, Some(_)) => (Code::VerbUnknown, near()),
        (None, None) => (Code::VerbMissing, None),
    };
    let draft = order.map(|order| Reader::new(scanned, context, order).draft());
    Unsure { draft, heard: tag.to_owned(), ..Unsure::of(code) }
}

/// The chain behind the verb; where a thing stands between verb and recipient, also where it ends.
fn joined(scanned: &Scanned<'_>, order: &Order, numbers: &[Found]) -> (Chain, Option<usize>) {
    let near = chain(scanned, order, numbers);
    let priced = numbers.iter().any(|found| found.role == Role::Amount) || !near.bare.is_empty();
    if order.verb.needs().what != What::OrAmount || priced || !near.handles.is_empty() {
        return (near, None);
    }
    match thing::recipient(scanned, order.end) {
        Some(at) => (chain(scanned, &Order { end: at, ..*order }, &[]), Some(at)),
        None => (near, None),
    }
}

/// Tokens behind the order in which a hidden character could still have changed its meaning: `sans moi`.
const HIDDEN_TOKENS: usize = 4;

struct Reader<'t, 's, 'c> {
    scanned: &'s Scanned<'t>,
    context: &'c Context<'c>,
    order: Order,
    numbers: Vec<Found>,
    chain: Chain,
    /// Where the thing before the recipient ends, if one stands there.
    thing_end: Option<usize>,
    /// The token behind all that the order consists of.
    end: usize,
    doubts: Doubts,
    /// The number in doubt.
    heard: Option<Found>,
}

impl<'t, 's, 'c> Reader<'t, 's, 'c> {
    fn new(scanned: &'s Scanned<'t>, context: &'c Context<'c>, order: Order) -> Self {
        let needs = order.verb.needs();
        // Behind a reference an amount stands as behind the verb.
        let begin = match (needs.amount, needs.what) {
            (Amount::Optional, What::Reference) => thing::reference(scanned, &order),
            _ => None,
        };
        let begin = Order { end: begin.map_or(order.end, |thing| thing.used.1), ..order };
        let numbers = match needs.amount {
            Amount::None => Vec::new(),
            Amount::Paid | Amount::Split | Amount::Shares | Amount::OrWhat | Amount::Optional => {
                amount::find(scanned, begin.end)
            }
        };
        let (chain, thing_end) = joined(scanned, &begin, &numbers);
        let end = chain.end;
        Self {
            scanned,
            context,
            order,
            numbers,
            chain,
            thing_end,
            end,
            doubts: Doubts::NONE,
            heard: None,
        }
    }

    /// Reads everything the verb needs and raises the doubts on the way.
    fn draft(&mut self) -> Command {
        let needs = self.order.verb.needs();
        let to = self.recipients();
        let shares_at = self.shares(needs);
        let counted = shares_at.and_then(|index| self.numbers.get(index)).copied();
        let shares = counted.as_ref().and_then(count);
        let unclear = counted.is_some_and(|found| found.doubts.0 == Some(Code::AmountAmbiguous));
        self.doubts.raise_if(unclear, Code::AmountAmbiguous);
        self.doubts
            .raise_if(needs.amount == Amount::Shares && shares.is_none(), Code::SharesMissing);
        let found = self.amount(needs, shares_at);
        let amount = found.and_then(|found| self.money(&found));
        let thing = self.thing(needs, found.is_some());
        self.people(needs, &to);
        self.sharing(needs, amount, shares, to.len());
        let memo = if needs == (Needs { form: needs.form, ..Needs::NOTHING }) {
            None
        } else {
            self.memo(thing.as_ref())
        };
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
        let mut all: Vec<Recipient> =
            Vec::with_capacity(self.chain.handles.len().min(RECIPIENTS_MAX));
        for at in &self.chain.handles {
            let Some((Kind::Handle(handle), text)) =
                self.scanned.kind(*at).zip(Some(self.scanned.span(*at, at + 1)))
            else {
                continue;
            };
            self.doubts.raise_if(handle.doubt == Spelling::Deceptive, Code::SuspiciousCharacters);
            if all.len() == RECIPIENTS_MAX {
                self.doubts.raise(Code::RecipientsSeveral);
                break;
            }
            let id = handle
                .mention
                .and_then(|index| self.context.mentions.get(index))
                .map(|m| m.id.to_owned());
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
            Amount::None | Amount::Paid | Amount::Split | Amount::OrWhat | Amount::Optional => {
                return None;
            }
        }
        let role = |role: Role| {
            self.numbers.iter().enumerate().filter(move |(_, found)| found.role == role)
        };
        let named: Vec<usize> = role(Role::Shares).map(|(index, _)| index).collect();
        let carried = role(Role::Amount).next().is_some();
        let bare: Vec<usize> =
            self.chain.bare.iter().copied().filter(|index| !named.contains(index)).collect();
        match (named.as_slice(), bare.as_slice(), carried) {
            ([one], _, _) => Some(*one),
            ([], [one], true) => Some(*one),
            ([], [_, one], false) => Some(*one),
            _ => None,
        }
    }

    /// Whether a multiplier stands behind the recipients: `20 € @bob x 3`.
    fn multiplied(&self) -> bool {
        let times = match self.scanned.kind(self.chain.end) {
            Some(Kind::Word(word)) => word.class.has(Class::TIMES),
            Some(Kind::Mark(Mark::Times)) => true,
            _ => false,
        };
        times && matches!(self.scanned.kind(self.chain.end + 1), Some(Kind::Number(_)))
    }

    /// The one number that is the amount.
    fn amount(&mut self, needs: Needs, shares: Option<usize>) -> Option<Found> {
        let missing = match needs.amount {
            Amount::None => return None,
            Amount::Paid | Amount::Split | Amount::Shares => Some(Code::AmountMissing),
            Amount::OrWhat | Amount::Optional => None,
        };
        let carried = self.numbers.iter().filter(|found| found.role == Role::Amount);
        let bare = self.chain.bare.iter().filter(|index| Some(**index) != shares);
        let bare = bare.filter_map(|index| self.numbers.get(*index));
        let mut all = carried.chain(bare).copied();
        let first = all.next();
        let several = all.next().is_some() || self.amount_before();
        self.doubts.raise_if(first.is_some() && several, Code::AmountsSeveral);
        self.doubts.raise_if(first.is_some() && self.multiplied(), Code::AmountAmbiguous);
        if let (None, Some(code)) = (first, missing) {
            self.doubts.raise(code);
        }
        first
    }

    /// Whether an amount stands before the verb in its own sentence.
    fn amount_before(&self) -> bool {
        let before = self.scanned.tokens.get(..self.order.at).unwrap_or_default();
        let start =
            before.iter().rposition(|token| matches!(token.kind, Kind::End(_) | Kind::Quoted));
        let numbers = before.iter().skip(start.map_or(0, |at| at + 1));
        let mut numbers = numbers.filter(|token| matches!(token.kind, Kind::Number(_)));
        let from = start.map_or(0, |at| at + 1);
        numbers.next().is_some()
            && amount::find(self.scanned, from)
                .iter()
                .any(|found| found.end <= self.order.at && found.role == Role::Amount)
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
                let found =
                    thing::beside(self.scanned, &self.order, self.thing_end, self.chain.end);
                self.doubts.raise_if(found.is_none(), Code::WhatMissing);
                found
            }
            What::Reference => {
                let found = thing::reference(self.scanned, &self.order);
                // A reference that stands elsewhere must not be taken for a part of the memo.
                let found = found.or_else(|| {
                    let behind = Order { end: self.chain.end, ..self.order };
                    thing::reference(self.scanned, &behind).filter(|_| amount)
                });
                let limited = found.is_none() && self.limits(needs);
                self.doubts.raise_if(limited, Code::WhatMissing);
                if needs.amount == Amount::Optional && !amount {
                    self.uncounted();
                }
                found
            }
        }
    }

    /// Whether an amount or a person on the verb's line says which payment is meant, or how much of it.
    fn limits(&self, needs: Needs) -> bool {
        let rest = self.scanned.tokens.iter().skip(self.order.end);
        let mut line = rest.take_while(|token| !matches!(token.kind, Kind::End(_) | Kind::Quoted));
        let named = line.any(|token| matches!(token.kind, Kind::Handle(_)));
        if needs.amount == Amount::Optional {
            return named || thing::refers(self.scanned, self.order.end);
        }
        let numbers = amount::find(self.scanned, self.order.end);
        named
            || numbers
                .iter()
                .any(|found| found.role == Role::Amount || found.start == self.order.end)
    }

    /// Asks about a number that could have been meant as an amount where all there is goes without one.
    fn uncounted(&mut self) {
        let rest = self.scanned.tokens.iter().enumerate().skip(self.order.end);
        let mut ends = rest.filter(|(_, token)| matches!(token.kind, Kind::End(_) | Kind::Quoted));
        let end = ends.next().map_or(self.scanned.tokens.len(), |(index, _)| index);
        let counts =
            |found: &&Found| found.start < end && matches!(found.role, Role::Amount | Role::Bare);
        if let Some(found) = self.numbers.iter().find(counts) {
            self.heard = Some(*found);
            self.doubts.raise(Code::AmountAmbiguous);
        }
    }

    /// How many recipients the verb wants.
    fn people(&mut self, needs: Needs, to: &[Recipient]) {
        let several = 1 < to.len();
        let too_many = match needs.to {
            To::None => return,
            To::One => several,
            To::OneOrEach | To::Payers => several && !self.chain.each,
            To::Sharers => false,
        };
        let broken = matches!(self.scanned.kind(self.chain.end), Some(Kind::Other))
            && self.scanned.span(self.chain.end, self.chain.end + 1).contains('@');
        self.doubts.raise_if(broken && !to.is_empty(), Code::RecipientsSeveral);
        self.doubts.raise_if(to.is_empty(), Code::RecipientMissing);
        self.doubts.raise_if(too_many || self.chain.or, Code::RecipientsSeveral);
    }

    /// What a total that is shared must satisfy.
    fn sharing(&mut self, needs: Needs, amount: Option<Money>, shares: Option<u32>, people: usize) {
        let author = usize::from(!self.chain.without_me);
        let parts = match needs.amount {
            Amount::Split => people + author,
            Amount::Shares => shares.and_then(|shares| usize::try_from(shares).ok()).unwrap_or(1),
            Amount::None | Amount::Paid | Amount::OrWhat | Amount::Optional => return,
        };
        let least = i64::try_from(parts).unwrap_or(i64::MAX);
        self.doubts.raise_if(self.chain.each && amount.is_some(), Code::AmountAmbiguous);
        self.doubts
            .raise_if(amount.is_some_and(|amount| amount.minor < least), Code::AmountTooSmall);
        let mut rest = self.chain.end..self.scanned.tokens.len();
        let said_elsewhere =
            |at| self.scanned.phrase(at).is_some_and(|phrase| phrase.has(Class::WITHOUT_ME));
        let elsewhere = needs.amount == Amount::Split && rest.any(said_elsewhere);
        self.doubts.raise_if(elsewhere && !self.chain.without_me, Code::OrderUnclear);
    }

    fn memo(&mut self, thing: Option<&Thing>) -> Option<String> {
        let mut used = self.chain.used.clone();
        used.extend(thing.map(|thing| thing.used));
        used.sort_unstable();
        self.end = used.iter().map(|(_, end)| *end).max().map_or(self.end, |end| end.max(self.end));
        memo::remains(self.scanned, &self.order, &used)
    }

    /// Whether the sentence is an order at all, by its form.
    fn stance(&mut self) {
        let unclear = match self.order.verb.needs().form {
            Form::Answer => {
                self.doubts.raise_if(!self.context.direct, Code::DirectOnly);
                false
            }
            Form::Inquiry => false,
            Form::Order => self.asks() || self.denies(),
        };
        self.doubts.raise_if(unclear, Code::OrderUnclear);
        let before = self
            .order
            .at
            .checked_sub(1)
            .filter(|at| matches!(self.scanned.kind(*at), Some(Kind::Invisible)));
        let near_end = self.scanned.tokens.len().min(self.end + HIDDEN_TOKENS);
        let tokens =
            self.scanned.tokens.get(before.unwrap_or(self.order.at)..near_end).unwrap_or_default();
        let hidden = tokens.iter().any(|token| matches!(token.kind, Kind::Invisible));
        let hidden = hidden || self.scanned.hides_near_money(self.order.end);
        self.doubts.raise_if(hidden, Code::SuspiciousCharacters);
    }

    /// Whether a sentence of the order ends in a question mark.
    fn asks(&self) -> bool {
        let asked = |kind: Kind| matches!(kind, Kind::End(End::Asked));
        let inside = self.scanned.tokens.get(self.order.at..self.end).unwrap_or_default();
        let before = self.scanned.tokens.get(..self.order.at).unwrap_or_default();
        let sentence = before.iter().rev().take_while(|token| !matches!(token.kind, Kind::End(_)));
        let mut opened = sentence.chain(inside).map(|token| token.kind);
        let rest = self.scanned.tokens.iter().skip(self.end).map(|token| token.kind);
        let mut ends = rest.skip_while(|kind| !matches!(kind, Kind::End(_)));
        inside.iter().any(|token| asked(token.kind))
            || opened.any(|kind| matches!(kind, Kind::Mark(Mark::Asks)))
            || ends.by_ref().take_while(|kind| matches!(kind, Kind::End(_))).any(asked)
    }

    /// Whether the order is denied, hangs on something, or is one to somebody else to pay the author:
    /// `envoie pas 50 €`, `sende @bob 50 € nicht`, `send 5 € to @bob if …`, `paie-moi 5 € @bob`.
    fn denies(&self) -> bool {
        let is = |at: usize, class: Class| {
            self.scanned.phrase(at).is_some_and(|phrase| phrase.has(class))
        };
        let (start, end) = (self.order.end, self.chain.end);
        let to_me = match self.order.verb.needs().to {
            To::One | To::OneOrEach => Class::ME,
            To::None | To::Payers | To::Sharers => Class::NONE,
        };
        let after = Class::NOT_AFTER.or(Class::IF);
        (start..end).any(|at| is(at, Class::NOT.or(to_me)))
            || is(start, Class::NOT.or(to_me))
            || is(end, after)
    }

    fn unsure(self, code: Code, draft: Command) -> Unsure {
        let text = |found: &Found| self.scanned.span(found.start, found.end);
        let list = |texts: Vec<&str>| texts.join(", ");
        let heard = match code {
            Code::AmountsSeveral => list(
                self.numbers.iter().filter(|found| found.role != Role::Name).map(text).collect(),
            ),
            Code::RecipientsSeveral => list(draft.to.iter().map(|to| to.text.as_str()).collect()),
            _ => self.heard.as_ref().map_or("", text).to_owned(),
        };
        let readings = self
            .heard
            .and_then(|found| found.readings(self.context))
            .filter(|_| code == Code::AmountAmbiguous);
        let likely = self.heard.and_then(|found| found.likely(code, self.context));
        Unsure {
            code,
            draft: Some(draft),
            heard,
            likely: likely.or(readings.map(|(more, _)| more)),
            readings,
        }
    }
}

/// A number of shares: whole and at least one.
fn count(found: &Found) -> Option<u32> {
    let whole =
        found.number.shape == Shape::Clear && found.number.decimals == 0 && found.unit.is_none();
    let clear = whole && found.doubts.0.is_none_or(|code| code == Code::CurrencyUnknown);
    u32::try_from(found.number.digits).ok().filter(|count| clear && 0 < *count)
}
