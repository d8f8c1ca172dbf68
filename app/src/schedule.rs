//! Schedules, for pages and programs.

use domain::grammar::{self, Reading};
use domain::id::{MemberId, ScheduleId};
use domain::money::Money;
use domain::refusal::Refusal;
use domain::request::{Answer, Proof, Request};
use domain::schedule::{Act, Approval};

use crate::group::Decided;
use crate::obole::Obole;

/// Characters of an amount that somebody types.
const AMOUNT_CHARS_MAX: usize = 40;

impl Obole {
    /// The payer of a schedule consents; the PIN is checked first, if one was typed.
    ///
    /// # Errors
    /// [`Unable`](crate::group::Unable) if it was not decided.
    pub async fn approve_schedule(
        &self,
        member: MemberId,
        schedule: ScheduleId,
        shown: [u8; 32],
        pin: Option<String>,
    ) -> Decided {
        let proof = match pin {
            Some(pin) => match self.check_pin(member, pin).await? {
                Some(proof) => Some(Proof::Pin(proof)),
                None => return Ok(Answer::refused(Refusal::PinMissing)),
            },
            None => None,
        };
        let approval = Approval { member, schedule, shown, proof };
        self.submit(None, 0, Request::Schedule(Act::Approve(approval))).await
    }

    /// An amount as people write it, with its currency; `None` for anything that would be asked about.
    #[must_use]
    pub fn read_amount(&self, text: &str) -> Option<Money> {
        let plain = |c: char| c.is_alphanumeric() || "., '’€£$¥-\u{a0}\u{202f}".contains(c);
        if text.chars().count() > AMOUNT_CHARS_MAX || !text.chars().all(plain) {
            return None;
        }
        let context = grammar::Context {
            direct: true,
            currency: self.settings().default_currency,
            ..grammar::Context::public(&self.settings().names)
        };
        match grammar::read(&format!("#send {text} @somebody"), &context) {
            Reading::Command(command) => command.amount,
            Reading::Question(_) | Reading::None => None,
        }
    }
}
