//! What operators may do on the web: who is one, acts with their PIN, the check of the ledger.

use std::sync::atomic::{AtomicBool, Ordering};

use domain::id::MemberId;
use domain::operate::Act;
use domain::refusal::Refusal;
use domain::request::{Admin, Answer, Operate, Request};
use store::Unsound;

use crate::group::{Decided, Unable};
use crate::obole::Obole;

/// The codes of a check's acts: the ledger is proved, a row is wrong.
pub const CHECKED: [&str; 2] = ["verify", "verify_wrong"];

/// Whether the ledger is being checked: once at a time, because it reads everything.
#[derive(Default)]
pub(crate) struct Checking(AtomicBool);

impl Obole {
    /// Names a member an operator, or ends it. Only the command line of the machine calls this.
    ///
    /// # Errors
    /// [`Unable`] if it was not written.
    pub async fn set_operator(&self, member: MemberId, on: bool) -> Result<(), Unable> {
        let set = move |engine: &mut store::Writer| {
            let since = on.then(|| engine.now());
            engine.set_operator(member, since)
        };
        self.desk().write(set).await
    }

    /// Carries an operator's act out, if they are one at this moment and the PIN is theirs.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn operate(&self, by: MemberId, pin: String, admin: Admin) -> Decided {
        if !self.read_rows(move |read| read.is_operator(by)).await? {
            return Ok(Answer::refused(Refusal::NotYours));
        }
        match self.check_pin(by, pin).await? {
            Some(proof) => {
                let request = Request::Operate(Operate { by, proof, admin });
                self.submit(None, 0, request).await
            }
            None => Ok(Answer::refused(Refusal::PinMissing)),
        }
    }

    /// Proves the whole ledger from one snapshot and notes what came of it; `false` if a check is under way. It may
    /// take minutes on a large database.
    ///
    /// # Errors
    /// [`Unable`] if the database could not be read or what came of it not be noted.
    pub async fn check_ledger(&self, by: MemberId) -> Result<bool, Unable> {
        let Checking(busy) = &self.checking;
        if busy.swap(true, Ordering::AcqRel) {
            return Ok(false);
        }
        let done = self.checked(by).await;
        busy.store(false, Ordering::Release);
        done.map(|()| true)
    }

    /// Whether the ledger is being checked.
    #[must_use]
    pub fn is_checking(&self) -> bool {
        self.checking.0.load(Ordering::Acquire)
    }

    async fn checked(&self, by: MemberId) -> Result<(), Unable> {
        let verdict = self
            .read_rows(|read| match store::verify(read) {
                Ok(report) => Ok((CHECKED[0], summary(&report))),
                Err(Unsound::Wrong(wrong)) => Ok((CHECKED[1], wrong.to_string())),
                Err(Unsound::Fault(fault)) => Err(fault),
            })
            .await?;
        let (code, detail) = verdict;
        let note = move |engine: &mut store::Writer| {
            let at = engine.now();
            engine.note_act(&Act { by: Some(by), code, member: None, detail: detail.clone(), at })
        };
        self.desk().write(note).await
    }
}

/// What was checked, as numbers with the names of their tables.
fn summary(report: &store::Report) -> String {
    let parts = [
        (report.wallets, "wallets"),
        (report.transfers, "transfers"),
        (report.lines, "lines"),
        (report.payments, "payments"),
        (report.open_holds, "holds"),
        (report.seals, "seals"),
    ];
    parts.map(|(count, of)| format!("{of} {count}")).join(", ")
}
