//! What members consent to on a page, with their passkey or PIN where that is needed.

use domain::approval;
use domain::bill;
use domain::id::{BillId, MemberId, PaymentId, RequestKey};
use domain::money::Money;
use domain::refund::RefundOrder;
use domain::refusal::Refusal;
use domain::request::{Answer, Approve, PinProof, Request};

use crate::group::{Decided, Unable};
use crate::obole::{Obole, digest, standing_together};
use crate::passkey::Evidence;
use crate::pin;

impl Obole {
    /// What the approval sheet of a payment shows its payer, as a digest to hand back with the consent; `None`
    /// for a payment that is not theirs.
    ///
    /// # Errors
    /// [`Unable`] if the database cannot be read.
    pub async fn approval_digest(
        &self,
        payer: MemberId,
        id: PaymentId,
    ) -> Result<Option<[u8; 32]>, Unable> {
        let payments = self.read_rows(move |read| standing_together(read, id)).await?;
        let own = payments.first().is_some_and(|payment| payment.payer == payer);
        Ok(own.then(|| approval::digest(&payments.iter().collect::<Vec<_>>())))
    }

    /// The payer consents; what they give to prove who they are is checked first.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn approve(
        &self,
        member: MemberId,
        payment: PaymentId,
        shown: [u8; 32],
        evidence: Option<Evidence>,
    ) -> Decided {
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        self.submit(None, 0, Request::Approve(Approve { member, payment, shown, proof })).await
    }

    /// Whoever is asked for money pays; what they give to prove who they are is checked first.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn pay_bill(
        &self,
        member: MemberId,
        bill: BillId,
        shown: [u8; 32],
        evidence: Option<Evidence>,
    ) -> Decided {
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        let pay = bill::Pay { member, bill, shown, proof };
        self.submit(None, 0, Request::Bill(bill::Act::Pay(pay))).await
    }

    /// The payee gives money back; what they give to prove who they are is checked first. The same `key` gives it once.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn refund(
        &self,
        key: RequestKey,
        member: MemberId,
        payment: PaymentId,
        amount: Money,
        evidence: Option<Evidence>,
    ) -> Decided {
        let digest = digest(&[&payment.to_string(), &amount.to_string()]);
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        let order = RefundOrder { member, payment, amount: Some(amount), proof };
        self.submit(Some(key), digest, Request::Refund(order)).await
    }

    /// Compares a PIN with the member's; `None` if they have none.
    pub(crate) async fn check_pin(
        &self,
        member: MemberId,
        pin: String,
    ) -> Result<Option<PinProof>, Unable> {
        let Some(present) = self.read_rows(move |read| read.pin(member)).await? else {
            return Ok(None);
        };
        if present.locked() {
            return Ok(Some(PinProof { right: false, set_at: present.set_at }));
        }
        let set_at = present.set_at;
        let right = self.hashing(move || pin::fits(&pin, &present.hash)).await?;
        Ok(Some(PinProof { right, set_at }))
    }

    /// Sets a member's PIN, or changes it for whoever proves to be the one. A weak one is refused.
    ///
    /// # Errors
    /// [`Unable`] if it was not decided.
    pub async fn set_pin(
        &self,
        member: MemberId,
        pin: String,
        evidence: Option<Evidence>,
    ) -> Decided {
        if !pin::is_good(&pin) {
            return Ok(Answer::refused(Refusal::PinWeak));
        }
        let proof = match self.proof(member, evidence).await? {
            Ok(proof) => proof,
            // Whoever types a PIN that they do not have yet has none to prove.
            Err(Refusal::PinMissing) => None,
            Err(refusal) => return Ok(Answer::refused(refusal)),
        };
        let hash = self.hashing(move || pin::hash(&pin)).await?;
        self.submit(None, 0, Request::SetPin { member, hash, proof }).await
    }

    async fn hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unable> {
        let _turn = self.pins.acquire().await.map_err(|_| Unable::Unavailable)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| Unable::Broken)
    }
}
