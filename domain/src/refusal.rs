//! Expected answers of "no", each with a stable code.

use crate::bill::BillState;
use crate::member::Network;
use crate::money::Money;
use crate::payment::State;
use crate::say::{Arg, Say};
use crate::schedule::ScheduleState;
use crate::time::Timestamp;

/// Why nothing was done. Nothing has moved and nothing is reserved after a refusal.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(
    missing_docs,
    reason = "the codes are the contract; their sentences stand in the language files"
)]
pub enum Refusal {
    MemberUnknown,
    PayerFrozen,
    PayeeUnavailable { to: String },
    RecipientSelf,
    NotACharity { to: String },
    NetworkNotOffered { network: String },
    CurrencyNotOffered { currency: String },
    AmountTooSmall,
    PaymentLimit { amount: Money, limit: Money },
    DayLimit { amount: Money, limit: Money, left: Money },
    MonthLimit { amount: Money, limit: Money, left: Money },
    InsufficientFunds { amount: Money, available: Money },
    TooManyRecipients { limit: i64 },
    SlowDown,
    WhatMissing,
    VerbNotOffered { verb: String },
    NothingToCancel,
    AlreadyEnded { state: State },
    AlreadyPaid { to: String },
    NotYours,
    ApprovalChanged,
    ApprovalExpired,
    PinWrong { left: i64 },
    PinLocked,
    PinMissing,
    PinWeak,
    ClaimEnded,
    ClaimOwn,
    HandleTaken,
    HandleBad,
    Regime { regime: &'static str },
    PaymentUnknown,
    KeyReused,
    Busy,
    AskedUnknown { to: String },
    AskedUnavailable { to: String },
    NotAPerson { to: String },
    RequestsOpen { limit: i64 },
    RequestsOpenTo { to: String, limit: i64 },
    RequestsToday { to: String, limit: i64 },
    RequestEnded { state: BillState },
    RemindedEnough { limit: i64 },
    RemindedLately { next: Timestamp },
    RefundNotPaid,
    RefundDone,
    RefundTooMuch { amount: Money, left: Money },
    RefundCurrency { currency: String },
    RefundAsked { until: Timestamp },
    RefundAsksMany { limit: i64 },
    RefundNotAsked,
    PayeeUnknown { to: String },
    DatesBad,
    SchedulesOpen { limit: i64 },
    ScheduleState { state: ScheduleState },
    SuspenseUnknown,
    SuspenseEnded,
    PasskeyWrong,
    PasskeyExpired,
    PasskeyCopied,
    PasskeyNeeded,
    PasskeyKnown,
    PasskeysMany { limit: i64 },
}

/// How a person or a program may go on after a refusal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// The request itself must change.
    Change,
    /// The same request may succeed later.
    Later,
    /// Somebody else must act first.
    Elsewhere,
}

impl Refusal {
    /// The stable code, for programs and for the language files (`refused-<code>`).
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.say_code().strip_prefix("refused-").unwrap_or_default()
    }

    const fn say_code(&self) -> &'static str {
        match self {
            Self::MemberUnknown => "refused-member_unknown",
            Self::PayerFrozen => "refused-payer_frozen",
            Self::PayeeUnavailable { .. } => "refused-payee_unavailable",
            Self::RecipientSelf => "refused-recipient_self",
            Self::NotACharity { .. } => "refused-not_a_charity",
            Self::NetworkNotOffered { .. } => "refused-network_not_offered",
            Self::CurrencyNotOffered { .. } => "refused-currency_not_offered",
            Self::AmountTooSmall => "refused-amount_too_small",
            Self::PaymentLimit { .. } => "refused-payment_limit",
            Self::DayLimit { .. } => "refused-day_limit",
            Self::MonthLimit { .. } => "refused-month_limit",
            Self::InsufficientFunds { .. } => "refused-insufficient_funds",
            Self::TooManyRecipients { .. } => "refused-too_many_recipients",
            Self::SlowDown => "refused-slow_down",
            Self::WhatMissing => "refused-what_missing",
            Self::VerbNotOffered { .. } => "refused-verb_not_offered",
            Self::NothingToCancel => "refused-nothing_to_cancel",
            Self::AlreadyEnded { .. } => "refused-already_ended",
            Self::AlreadyPaid { .. } => "refused-already_paid",
            Self::NotYours => "refused-not_yours",
            Self::ApprovalChanged => "refused-approval_changed",
            Self::ApprovalExpired => "refused-approval_expired",
            Self::PinWrong { .. } => "refused-pin_wrong",
            Self::PinLocked => "refused-pin_locked",
            Self::PinMissing => "refused-pin_missing",
            Self::PinWeak => "refused-pin_weak",
            Self::ClaimEnded => "refused-claim_ended",
            Self::ClaimOwn => "refused-claim_own",
            Self::HandleTaken => "refused-handle_taken",
            Self::HandleBad => "refused-handle_bad",
            Self::Regime { .. } => "refused-regime",
            Self::PaymentUnknown => "refused-payment_unknown",
            Self::KeyReused => "refused-key_reused",
            Self::Busy => "refused-busy",
            Self::AskedUnknown { .. } => "refused-asked_unknown",
            Self::AskedUnavailable { .. } => "refused-asked_unavailable",
            Self::NotAPerson { .. } => "refused-not_a_person",
            Self::RequestsOpen { .. } => "refused-requests_open",
            Self::RequestsOpenTo { .. } => "refused-requests_open_to",
            Self::RequestsToday { .. } => "refused-requests_today",
            Self::RequestEnded { .. } => "refused-request_ended",
            Self::RemindedEnough { .. } => "refused-reminded_enough",
            Self::RemindedLately { .. } => "refused-reminded_lately",
            Self::RefundNotPaid => "refused-refund_not_paid",
            Self::RefundDone => "refused-refund_done",
            Self::RefundTooMuch { .. } => "refused-refund_too_much",
            Self::RefundCurrency { .. } => "refused-refund_currency",
            Self::RefundAsked { .. } => "refused-refund_asked",
            Self::RefundAsksMany { .. } => "refused-refund_asks_many",
            Self::RefundNotAsked => "refused-refund_not_asked",
            Self::PayeeUnknown { .. } => "refused-payee_unknown",
            Self::DatesBad => "refused-dates_bad",
            Self::SchedulesOpen { .. } => "refused-schedules_open",
            Self::ScheduleState { .. } => "refused-schedule_state",
            Self::SuspenseUnknown => "refused-suspense_unknown",
            Self::SuspenseEnded => "refused-suspense_ended",
            Self::PasskeyWrong => "refused-passkey_wrong",
            Self::PasskeyExpired => "refused-passkey_expired",
            Self::PasskeyCopied => "refused-passkey_copied",
            Self::PasskeyNeeded => "refused-passkey_needed",
            Self::PasskeyKnown => "refused-passkey_known",
            Self::PasskeysMany { .. } => "refused-passkeys_many",
        }
    }

    /// What may be done about it.
    #[must_use]
    pub const fn remedy(&self) -> Remedy {
        match self {
            Self::SlowDown | Self::Busy | Self::DayLimit { .. } | Self::MonthLimit { .. } => {
                Remedy::Later
            }
            Self::RequestsOpen { .. }
            | Self::RequestsOpenTo { .. }
            | Self::RequestsToday { .. }
            | Self::RemindedLately { .. } => Remedy::Later,
            Self::AskedUnknown { .. } | Self::AskedUnavailable { .. } => Remedy::Elsewhere,
            Self::PayeeUnknown { .. } => Remedy::Elsewhere,
            Self::DatesBad | Self::SchedulesOpen { .. } | Self::ScheduleState { .. } => {
                Remedy::Change
            }
            Self::NotAPerson { .. } | Self::RequestEnded { .. } | Self::RemindedEnough { .. } => {
                Remedy::Change
            }
            Self::SuspenseUnknown | Self::SuspenseEnded => Remedy::Change,
            Self::PasskeyWrong
            | Self::PasskeyExpired
            | Self::PasskeyNeeded
            | Self::PasskeyKnown
            | Self::PasskeysMany { .. } => Remedy::Change,
            Self::PasskeyCopied => Remedy::Elsewhere,
            Self::MemberUnknown
            | Self::PayerFrozen
            | Self::PayeeUnavailable { .. }
            | Self::PinLocked
            | Self::Regime { .. } => Remedy::Elsewhere,
            Self::RecipientSelf
            | Self::NotACharity { .. }
            | Self::NetworkNotOffered { .. }
            | Self::CurrencyNotOffered { .. }
            | Self::AmountTooSmall
            | Self::PaymentLimit { .. }
            | Self::InsufficientFunds { .. }
            | Self::TooManyRecipients { .. }
            | Self::WhatMissing
            | Self::VerbNotOffered { .. }
            | Self::NothingToCancel
            | Self::AlreadyEnded { .. }
            | Self::AlreadyPaid { .. }
            | Self::NotYours
            | Self::ApprovalChanged
            | Self::ApprovalExpired
            | Self::PinWrong { .. }
            | Self::PinMissing
            | Self::PinWeak
            | Self::ClaimEnded
            | Self::ClaimOwn
            | Self::HandleTaken
            | Self::HandleBad
            | Self::PaymentUnknown
            | Self::KeyReused
            | Self::RefundNotPaid
            | Self::RefundDone
            | Self::RefundTooMuch { .. }
            | Self::RefundCurrency { .. }
            | Self::RefundNotAsked => Remedy::Change,
            Self::RefundAsked { .. } => Remedy::Elsewhere,
            Self::RefundAsksMany { .. } => Remedy::Later,
        }
    }

    /// The sentence to say to the person.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "each refusal has its place in one list")]
    pub fn say(&self) -> Say {
        let say = Say::new(self.say_code());
        match self {
            Self::PayeeUnavailable { to }
            | Self::NotACharity { to }
            | Self::AlreadyPaid { to }
            | Self::AskedUnknown { to }
            | Self::AskedUnavailable { to }
            | Self::NotAPerson { to }
            | Self::PayeeUnknown { to } => say.text("to", to.as_str()),
            Self::NetworkNotOffered { network } => say.text("network", network.as_str()),
            Self::CurrencyNotOffered { currency } => say.text("currency", currency.as_str()),
            Self::PaymentLimit { amount, limit } => {
                say.money("amount", *amount).money("limit", *limit)
            }
            Self::DayLimit { amount, limit, left } | Self::MonthLimit { amount, limit, left } => {
                say.money("amount", *amount).money("limit", *limit).money("left", *left)
            }
            Self::InsufficientFunds { amount, available } => {
                say.money("amount", *amount).money("available", *available)
            }
            Self::TooManyRecipients { limit }
            | Self::RequestsOpen { limit }
            | Self::RemindedEnough { limit }
            | Self::SchedulesOpen { limit }
            | Self::RefundAsksMany { limit }
            | Self::PasskeysMany { limit } => say.with("limit", Arg::Count(*limit)),
            Self::RequestsOpenTo { to, limit } | Self::RequestsToday { to, limit } => {
                say.text("to", to.as_str()).with("limit", Arg::Count(*limit))
            }
            Self::RequestEnded { state } => say.text("state", state.name()),
            Self::ScheduleState { state } => say.text("state", state.name()),
            Self::RemindedLately { next } => say.with("next", Arg::At(*next)),
            Self::VerbNotOffered { verb } => say.text("verb", verb.as_str()),
            Self::AlreadyEnded { state } => say.text("state", state.name()),
            Self::PinWrong { left } => say.with("left", Arg::Count(*left)),
            Self::PinMissing => say.with("link", Arg::Link("/me".to_owned())),
            Self::Regime { regime } => say.text("regime", *regime),
            Self::RefundTooMuch { amount, left } => {
                say.money("amount", *amount).money("left", *left)
            }
            Self::RefundCurrency { currency } => say.text("currency", currency.as_str()),
            Self::RefundAsked { until } => say.with("until", Arg::At(*until)),
            Self::PasskeyWrong
            | Self::PasskeyExpired
            | Self::PasskeyCopied
            | Self::PasskeyNeeded
            | Self::PasskeyKnown
            | Self::SuspenseUnknown
            | Self::SuspenseEnded
            | Self::DatesBad
            | Self::MemberUnknown
            | Self::PayerFrozen
            | Self::RecipientSelf
            | Self::AmountTooSmall
            | Self::SlowDown
            | Self::WhatMissing
            | Self::NothingToCancel
            | Self::NotYours
            | Self::ApprovalChanged
            | Self::ApprovalExpired
            | Self::PinLocked
            | Self::PinWeak
            | Self::ClaimEnded
            | Self::ClaimOwn
            | Self::HandleTaken
            | Self::HandleBad
            | Self::PaymentUnknown
            | Self::KeyReused
            | Self::Busy
            | Self::RefundNotPaid
            | Self::RefundDone
            | Self::RefundNotAsked => say,
        }
    }

    /// A network this operator does not serve.
    #[must_use]
    pub fn network(network: Network) -> Self {
        Self::NetworkNotOffered { network: network.name().to_owned() }
    }
}
