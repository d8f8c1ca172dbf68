//! Ends wishes for refunds that nobody has answered in time.

use std::time::Duration;

use domain::port::BoxFuture;
use domain::request::Request;

use super::Job;
use crate::group::Unable;
use crate::obole::Obole;

/// Wishes ended in one run.
const DUE_MAX: usize = 200;

pub(super) struct RefundAsks;

impl Job for RefundAsks {
    fn name(&self) -> &'static str {
        "refund_asks"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(10)
    }

    fn run<'a>(&'a self, obole: &'a Obole) -> BoxFuture<'a, Result<(), Unable>> {
        Box::pin(async move {
            let now = obole.now();
            let due = obole.read_rows(move |read| read.due_refund_asks(now, DUE_MAX)).await?;
            for payment in due {
                obole.submit(None, 0, Request::LapseRefundAsk { payment }).await?;
            }
            Ok(())
        })
    }
}
