//! Why a message is asked about, in the order in which the reasons are told.

/// A reason to ask back. The first that applies, in this order, is the one that is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Code {
    SuspiciousCharacters,
    VerbMissing,
    VerbUnknown,
    OrderUnclear,
    VerbsSeveral,
    AmountMissing,
    AmountsSeveral,
    AmountNegative,
    AmountAmbiguous,
    CurrencyUnknown,
    CurrencyAmbiguous,
    CurrencyMissing,
    AmountZero,
    AmountTooPrecise,
    AmountTooLarge,
    AmountTooSmall,
    RecipientMissing,
    RecipientsSeveral,
    SharesMissing,
    WhatMissing,
    DirectOnly,
}

/// Every code of a question, in the order in which they are told.
pub const CODES: [&str; 21] = [
    Code::SuspiciousCharacters.text(),
    Code::VerbMissing.text(),
    Code::VerbUnknown.text(),
    Code::OrderUnclear.text(),
    Code::VerbsSeveral.text(),
    Code::AmountMissing.text(),
    Code::AmountsSeveral.text(),
    Code::AmountNegative.text(),
    Code::AmountAmbiguous.text(),
    Code::CurrencyUnknown.text(),
    Code::CurrencyAmbiguous.text(),
    Code::CurrencyMissing.text(),
    Code::AmountZero.text(),
    Code::AmountTooPrecise.text(),
    Code::AmountTooLarge.text(),
    Code::AmountTooSmall.text(),
    Code::RecipientMissing.text(),
    Code::RecipientsSeveral.text(),
    Code::SharesMissing.text(),
    Code::WhatMissing.text(),
    Code::DirectOnly.text(),
];

impl Code {
    /// The stable code, as machines and the language files know it.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::SuspiciousCharacters => "suspicious_characters",
            Self::VerbMissing => "verb_missing",
            Self::VerbUnknown => "verb_unknown",
            Self::OrderUnclear => "order_unclear",
            Self::VerbsSeveral => "verbs_several",
            Self::AmountMissing => "amount_missing",
            Self::AmountsSeveral => "amounts_several",
            Self::AmountNegative => "amount_negative",
            Self::AmountAmbiguous => "amount_ambiguous",
            Self::CurrencyUnknown => "currency_unknown",
            Self::CurrencyAmbiguous => "currency_ambiguous",
            Self::CurrencyMissing => "currency_missing",
            Self::AmountZero => "amount_zero",
            Self::AmountTooPrecise => "amount_too_precise",
            Self::AmountTooLarge => "amount_too_large",
            Self::AmountTooSmall => "amount_too_small",
            Self::RecipientMissing => "recipient_missing",
            Self::RecipientsSeveral => "recipients_several",
            Self::SharesMissing => "shares_missing",
            Self::WhatMissing => "what_missing",
            Self::DirectOnly => "direct_only",
        }
    }
}

/// The doubts about a message: only the first in order is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Doubts(pub(super) Option<Code>);

impl Doubts {
    pub(super) const NONE: Self = Self(None);

    pub(super) fn raise(&mut self, code: Code) {
        self.0 = Some(self.0.map_or(code, |known| known.min(code)));
    }

    pub(super) fn raise_if(&mut self, doubtful: bool, code: Code) {
        if doubtful {
            self.raise(code);
        }
    }
}
