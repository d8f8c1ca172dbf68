//! Giving a payment back, or asking for it.

use askama::Template;

use super::piece::Person;
use super::rich::Rich;
use super::shell::Shell;

/// The refund of one payment.
#[derive(Template)]
#[template(path = "refund.html")]
pub struct RefundPage {
    /// What stands around.
    pub shell: Shell,
    /// The payment's id.
    pub id: String,
    /// Names the form, so that it counts once however often it is sent.
    pub key: String,
    /// What was paid.
    pub whole: String,
    /// The other side: the payer for the payee, the payee for the payer.
    pub other: Person,
    /// What it was for.
    pub what: Option<Rich>,
    /// What has gone back before.
    pub back: Option<String>,
    /// What the payee gets back of the fee with all that is left.
    pub fee: Option<String>,
    /// What the payer has asked for, and until when.
    pub asked: Option<String>,
    /// Whether the reader may say no.
    pub declinable: bool,
    /// The amount in the field.
    pub amount: String,
    /// The most that can go back, as it is typed.
    pub left: String,
    /// What was wrong.
    pub error: Option<String>,
    /// Whether the reader can answer with a passkey.
    pub touch: bool,
    /// What the reader can do now.
    pub step: RefundStep,
}

/// What the reader can do about a refund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefundStep {
    /// Give it back; the amount is small enough without a PIN.
    Yes,
    /// Give it back with the PIN.
    Pin,
    /// Give it back with a passkey; there is no PIN that could be typed.
    Touch,
    /// Choose a PIN first.
    NoPin,
    /// The PIN is locked.
    Locked,
    /// Ask the payee.
    Ask,
    /// The payee was asked and has not answered.
    Waits,
    /// Nothing can go back.
    Over,
}

impl RefundPage {
    fn asks(&self) -> bool {
        matches!(self.step, RefundStep::Ask | RefundStep::Waits)
    }

    fn gives(&self) -> bool {
        matches!(self.step, RefundStep::Yes | RefundStep::Pin | RefundStep::Touch)
    }

    /// Whether the device is asked unless a PIN is typed.
    fn touches(&self) -> bool {
        self.touch && matches!(self.step, RefundStep::Pin | RefundStep::Touch)
    }

    fn pin_next(&self) -> String {
        format!("/refund/{}", self.id)
    }
}
