//! Answers and messages as text: compact, readable in a database shell, and total.
//!
//! A text is `<bytes>:<text>`, a number is its digits and `:`, an id is 32 hexadecimal digits, an option is `-` or
//! `+` and the value. Reading never panics: anything malformed is an error that names the place.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::Mutex;

use domain::id::{MemberId, PaymentId};
use domain::lang::Lang;
use domain::member::Network;
use domain::money::{Currency, Money};
use domain::request::{Answer, Message, Outcome, To};
use domain::say::{Arg, Say};
use domain::time::Timestamp;

use crate::vault::ERASED;

/// The first character of everything encoded here; another layout gets another one.
const VERSION: char = '1';

/// Most different codes of questions; the grammar has a few dozen.
const CODES_MAX: usize = 256;

/// Longest code of a question, in bytes.
const CODE_BYTES_MAX: usize = 64;

/// A stored text that is not one of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a stored text is malformed {left_bytes} bytes before its end")]
pub(crate) struct Malformed {
    left_bytes: usize,
}

/// Whom an answer was for: the one who asked is told first.
pub(crate) fn asked_by(answer: &Answer) -> Option<MemberId> {
    answer.messages.iter().find_map(|message| told(&message.to))
}

/// The member that a message is for.
pub(crate) const fn told(to: &To) -> Option<MemberId> {
    match to {
        To::Member(member) => Some(*member),
        To::Stranger(_) => None,
    }
}

/// Appends an answer.
pub(crate) fn put_answer(out: &mut String, answer: &Answer) {
    out.push(VERSION);
    put_outcome(out, &answer.outcome);
    put_count(out, answer.messages.len());
    for message in answer.messages.iter() {
        put_body(out, message);
    }
    put_count(out, answer.payments.len());
    for payment in answer.payments.iter() {
        put_id(out, payment.0);
    }
    out.push(if answer.repeated { 'r' } else { 'f' });
}

/// Appends a message.
pub(crate) fn put_message(out: &mut String, message: &Message) {
    out.push(VERSION);
    put_body(out, message);
}

/// Reads an answer.
pub(crate) fn answer(text: &str) -> Result<Answer, Malformed> {
    if text == ERASED {
        let (messages, payments) = (Arc::new([]), Arc::new([]));
        return Ok(Answer { outcome: Outcome::Nothing, messages, payments, repeated: false });
    }
    let mut reader = Reader { rest: text };
    reader.version()?;
    let outcome = reader.outcome()?;
    let messages = reader.list(Reader::message)?.into();
    let payments = reader.list(|reader| reader.id().map(PaymentId))?.into();
    let repeated = match reader.letter()? {
        'r' => true,
        'f' => false,
        _ => return Err(reader.malformed()),
    };
    reader.end()?;
    Ok(Answer { outcome, messages, payments, repeated })
}

/// Reads a message.
pub(crate) fn message(text: &str) -> Result<Message, Malformed> {
    let mut reader = Reader { rest: text };
    reader.version()?;
    let message = reader.message()?;
    reader.end()?;
    Ok(message)
}

fn put_outcome(out: &mut String, outcome: &Outcome) {
    match outcome {
        Outcome::Nothing => out.push('N'),
        Outcome::Done => out.push('D'),
        Outcome::Question(code) => {
            out.push('Q');
            put_text(out, code);
        }
        Outcome::Refused(refusal) => {
            out.push('R');
            put_text(out, refusal.code());
        }
        Outcome::RefusedBefore(code) => {
            out.push('R');
            put_text(out, code);
        }
    }
}

fn put_body(out: &mut String, message: &Message) {
    match &message.to {
        To::Member(id) => {
            out.push('M');
            put_id(out, id.0);
        }
        To::Stranger(id) => {
            out.push('S');
            put_text(out, id);
        }
    }
    put_text(out, message.network.name());
    out.push(if message.public { 'p' } else { 'd' });
    match &message.reply_to {
        None => out.push('-'),
        Some(post) => {
            out.push('+');
            put_text(out, post);
        }
    }
    out.push_str(message.lang.tag());
    put_text(out, &message.say.code);
    put_count(out, message.say.args.len());
    for (name, arg) in &message.say.args {
        put_text(out, name);
        put_arg(out, arg);
    }
    match message.payment {
        None => out.push('-'),
        Some(id) => {
            out.push('+');
            put_id(out, id.0);
        }
    }
}

fn put_arg(out: &mut String, arg: &Arg) {
    match arg {
        Arg::Text(text) => {
            out.push('t');
            put_text(out, text);
        }
        Arg::Money(money) => {
            out.push('m');
            put_signed(out, money.minor);
            out.push_str(money.currency.code());
        }
        Arg::At(at) => {
            out.push('a');
            put_signed(out, at.0);
        }
        Arg::Count(count) => {
            out.push('n');
            put_signed(out, *count);
        }
        Arg::Link(path) => {
            out.push('l');
            put_text(out, path);
        }
    }
}

fn put_text(out: &mut String, text: &str) {
    put_count(out, text.len());
    out.push_str(text);
}

fn put_count(out: &mut String, count: usize) {
    put_digits(out, u64::try_from(count).unwrap_or(u64::MAX));
}

fn put_signed(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    put_digits(out, number.unsigned_abs());
}

/// Digits and a colon. Written by hand: formatting would be most of the time an answer takes.
fn put_digits(out: &mut String, mut number: u64) {
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend(digits[start..].iter().copied().map(char::from));
    out.push(':');
}

fn put_id(out: &mut String, id: u128) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    for byte in id.to_be_bytes() {
        out.push(char::from(HEX[usize::from(byte >> 4)]));
        out.push(char::from(HEX[usize::from(byte & 15)]));
    }
}

/// What is left of a text to read.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    const fn malformed(&self) -> Malformed {
        Malformed { left_bytes: self.rest.len() }
    }

    fn take(&mut self, bytes: usize) -> Result<&'a str, Malformed> {
        let (taken, rest) = self.rest.split_at_checked(bytes).ok_or(self.malformed())?;
        self.rest = rest;
        Ok(taken)
    }

    fn letter(&mut self) -> Result<char, Malformed> {
        let letter = self.rest.chars().next().ok_or(self.malformed())?;
        self.take(letter.len_utf8())?;
        Ok(letter)
    }

    fn version(&mut self) -> Result<(), Malformed> {
        if self.letter()? == VERSION { Ok(()) } else { Err(self.malformed()) }
    }

    fn end(&self) -> Result<(), Malformed> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.malformed()) }
    }

    fn digits(&mut self) -> Result<&'a str, Malformed> {
        let (digits, rest) = self.rest.split_once(':').ok_or(self.malformed())?;
        if digits.starts_with('+') {
            return Err(self.malformed());
        }
        self.rest = rest;
        Ok(digits)
    }

    fn count(&mut self) -> Result<usize, Malformed> {
        self.digits()?.parse().map_err(|_| self.malformed())
    }

    fn signed(&mut self) -> Result<i64, Malformed> {
        self.digits()?.parse().map_err(|_| self.malformed())
    }

    fn text(&mut self) -> Result<&'a str, Malformed> {
        let bytes = self.count()?;
        self.take(bytes)
    }

    fn id(&mut self) -> Result<u128, Malformed> {
        let digits = self.take(32)?;
        if digits.starts_with('+') {
            return Err(self.malformed());
        }
        u128::from_str_radix(digits, 16).map_err(|_| self.malformed())
    }

    fn maybe<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Malformed>,
    ) -> Result<Option<T>, Malformed> {
        match self.letter()? {
            '-' => Ok(None),
            '+' => read(self).map(Some),
            _ => Err(self.malformed()),
        }
    }

    fn list<T>(
        &mut self,
        read: impl Fn(&mut Self) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        let count = self.count()?;
        // No room is reserved: a count that lies ends at the end of the text.
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(read(self)?);
        }
        Ok(list)
    }

    fn outcome(&mut self) -> Result<Outcome, Malformed> {
        match self.letter()? {
            'N' => Ok(Outcome::Nothing),
            'D' => Ok(Outcome::Done),
            'Q' => {
                let code = self.text()?;
                interned(code).map(Outcome::Question).ok_or(self.malformed())
            }
            'R' => Ok(Outcome::RefusedBefore(self.text()?.to_owned())),
            _ => Err(self.malformed()),
        }
    }

    fn message(&mut self) -> Result<Message, Malformed> {
        let to = match self.letter()? {
            'M' => To::Member(MemberId(self.id()?)),
            'S' => To::Stranger(self.text()?.to_owned()),
            _ => return Err(self.malformed()),
        };
        let network = Network::parse(self.text()?).ok_or(self.malformed())?;
        let public = match self.letter()? {
            'p' => true,
            'd' => false,
            _ => return Err(self.malformed()),
        };
        let reply_to = self.maybe(|reader| reader.text().map(Arc::from))?;
        let tag = self.take(2)?;
        let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == tag).ok_or(self.malformed())?;
        let code = Cow::Owned(self.text()?.to_owned());
        let args =
            self.list(|reader| Ok((Cow::Owned(reader.text()?.to_owned()), reader.arg()?)))?;
        let payment = self.maybe(|reader| reader.id().map(PaymentId))?;
        Ok(Message { to, network, public, reply_to, lang, say: Say { code, args }, payment })
    }

    fn arg(&mut self) -> Result<Arg, Malformed> {
        match self.letter()? {
            't' => Ok(Arg::Text(self.text()?.into())),
            'm' => {
                let minor = self.signed()?;
                let currency = Currency::parse(self.take(3)?).ok_or(self.malformed())?;
                Ok(Arg::Money(Money::new(minor, currency)))
            }
            'a' => Ok(Arg::At(Timestamp(self.signed()?))),
            'n' => Ok(Arg::Count(self.signed()?)),
            'l' => Ok(Arg::Link(self.text()?.to_owned())),
            _ => Err(self.malformed()),
        }
    }
}

/// A question's code as the domain has it, for ever. Codes are few, so each is kept once; a corrupt database
/// cannot make them many.
fn interned(code: &str) -> Option<&'static str> {
    static CODES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut codes = CODES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(known) = codes.get(code) {
        return Some(known);
    }
    if codes.len() >= CODES_MAX || code.len() > CODE_BYTES_MAX {
        return None;
    }
    let kept: &'static str = Box::leak(code.to_owned().into_boxed_str());
    codes.insert(kept);
    Some(kept)
}

#[cfg(test)]
mod tests {
    use domain::refusal::Refusal;
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::*;

    fn an_arg() -> impl Strategy<Value = Arg> {
        prop_oneof![
            ".*".prop_map(|text| Arg::Text(text.into())),
            ".*".prop_map(Arg::Link),
            any::<i64>().prop_map(|at| Arg::At(Timestamp(at))),
            any::<i64>().prop_map(Arg::Count),
            (any::<i64>(), prop_oneof![Just(Currency::EUR), Just(Currency::JPY)])
                .prop_map(|(minor, currency)| Arg::Money(Money::new(minor, currency))),
        ]
    }

    prop_compose! {
        fn a_message()(
            to in prop_oneof![
                any::<u128>().prop_map(|id| To::Member(MemberId(id))),
                ".*".prop_map(To::Stranger),
            ],
            network in "[a-z0-9-]{1,16}",
            public: bool,
            reply_to in option::of(".*"),
            lang in 0..Lang::ALL.len(),
            code in ".*",
            args in vec((".*", an_arg()), 0..4),
            payment in option::of(any::<u128>()),
        ) -> Message {
            let args = args.into_iter().map(|(name, arg)| (Cow::Owned(name), arg)).collect();
            Message {
                to,
                network: Network::parse(&network).unwrap(),
                public,
                reply_to: reply_to.map(Arc::from),
                lang: Lang::ALL[lang],
                say: Say { code: Cow::Owned(code), args },
                payment: payment.map(PaymentId),
            }
        }
    }

    fn an_outcome() -> impl Strategy<Value = Outcome> {
        prop_oneof![
            Just(Outcome::Nothing),
            Just(Outcome::Done),
            prop_oneof![Just("who"), Just("how-much")].prop_map(Outcome::Question),
            ".*".prop_map(Outcome::RefusedBefore),
        ]
    }

    prop_compose! {
        fn an_answer()(
            outcome in an_outcome(),
            messages in vec(a_message(), 0..4),
            payments in vec(any::<u128>().prop_map(PaymentId), 0..4),
            repeated: bool,
        ) -> Answer {
            Answer { outcome, messages: messages.into(), payments: payments.into(), repeated }
        }
    }

    fn written(answer: &Answer) -> String {
        let mut text = String::new();
        put_answer(&mut text, answer);
        text
    }

    #[test]
    fn a_refusal_comes_back_by_its_code() {
        let text = written(&Answer::refused(Refusal::PinWrong { left: 3 }));
        let code = Outcome::RefusedBefore("pin_wrong".to_owned());
        assert_eq!(answer(&text).unwrap().outcome, code);
    }

    #[test]
    fn many_codes_are_refused_and_not_kept() {
        let question = |number: usize| format!("1Q5:q{number:04}0:0:f");
        let known = (0..CODES_MAX + 10).filter(|number| answer(&question(*number)).is_ok()).count();
        assert!(known <= CODES_MAX);
    }

    #[test]
    fn an_answer_is_readable_in_a_shell() {
        let text = written(&Answer {
            outcome: Outcome::Done,
            messages: Arc::new([Message {
                to: To::Member(MemberId(255)),
                network: Network::SQUARE,
                public: false,
                reply_to: Some("p1".into()),
                lang: Lang::Fr,
                say: Say::new("sent")
                    .money("amount", Money::new(-1200, Currency::EUR))
                    .text("to", "Zoé"),
                payment: None,
            }]),
            payments: Arc::new([PaymentId(16)]),
            repeated: false,
        });
        let expected = "1D1:M000000000000000000000000000000ff6:squared+2:p1fr4:sent2:6:amountm-1200:EUR2:tot4:Zoé-\
                        1:00000000000000000000000000000010f";
        assert_eq!(text, expected);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(written_answer in an_answer()) {
            prop_assert_eq!(answer(&written(&written_answer)), Ok(written_answer));
        }

        #[test]
        fn a_message_reads_back(written in a_message()) {
            let mut text = String::new();
            put_message(&mut text, &written);
            prop_assert_eq!(message(&text), Ok(written));
        }

        #[test]
        fn a_damaged_text_is_an_error_or_another_answer(
            answered in an_answer(),
            place: prop::sample::Index,
            letter: char,
        ) {
            let mut letters: Vec<char> = written(&answered).chars().collect();
            let at = place.index(letters.len());
            letters[at] = letter;
            let damaged: String = letters.iter().collect();
            let _ = answer(&damaged);
            let cut: String = letters[..at].iter().collect();
            prop_assert!(answer(&cut).is_err());
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = answer(&text);
            let _ = message(&text);
        }

        #[test]
        fn no_likely_text_panics(text in "1[NDQR0-9:+p-]{0,60}") {
            let _ = answer(&text);
            let _ = message(&text);
        }
    }
}
