//! Schedules, for pages and programs.

use domain::grammar::{self, Reading};
use domain::id::{MemberId, ScheduleId};
use domain::money::Money;
use domain::request::{Answer, Request};
use domain::schedule::{Act, Approval};

use crate::group::Decided;
use crate::obole::Obole;
use crate::passkey::Evidence;

/// Characters of an amount that somebody types.
const AMOUNT_CHARS_MAX: usize = 40;

impl Obole {
    /// The payer of a schedule consents; what they give to prove who they are is checked first.
    ///
    /// # Errors
    /// [`Unable`](crate::group::Unable) if it was not decided.
    pub async fn approve_schedule(
        &self,
        member: MemberId,
        schedule: ScheduleId,
        shown: [u8; 32],
        evidence: Option<Evidence>,
    ) -> Decided {
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Answer::refused(refusal)),
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
