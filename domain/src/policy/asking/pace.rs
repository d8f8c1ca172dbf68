//! How often one may ask: nobody is asked so often by anybody that it becomes a nuisance.

use super::{Part, Rule, Wish};
use crate::bill::Bill;
use crate::refusal::Refusal;
use crate::time::DAY_US;

/// Requests open altogether.
pub(super) struct Open;

impl Rule for Open {
    fn name(&self) -> &'static str {
        "open"
    }

    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal> {
        let most = wish.policy.asking.open;
        if wish.open.saturating_add(wish.parts.len()) <= most {
            Ok(())
        } else {
            Err(Refusal::RequestsOpen { limit: counted(most) })
        }
    }
}

/// Requests open between two.
pub(super) struct Pair;

impl Rule for Pair {
    fn name(&self) -> &'static str {
        "pair"
    }

    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal> {
        let most = wish.policy.asking.open_per_pair;
        let refused = |to, limit| Refusal::RequestsOpenTo { to, limit };
        most_of_each(wish, most, |bill| bill.open(), refused)
    }
}

/// Requests between two within a day.
pub(super) struct Day;

impl Rule for Day {
    fn name(&self) -> &'static str {
        "day"
    }

    fn check(&self, wish: &Wish<'_>) -> Result<(), Refusal> {
        let since = wish.now.plus_us(-DAY_US);
        let most = wish.policy.asking.per_pair_and_day;
        let refused = |to, limit| Refusal::RequestsToday { to, limit };
        most_of_each(wish, most, |bill| bill.created_at > since, refused)
    }
}

/// Refuses the first who would be asked more than `most` times, counting what `counts`.
fn most_of_each(
    wish: &Wish<'_>,
    most: usize,
    counts: impl Fn(&Bill) -> bool,
    refused: impl Fn(String, i64) -> Refusal,
) -> Result<(), Refusal> {
    let full = |part: &&Part<'_>| part.latest.iter().filter(|bill| counts(bill)).count() >= most;
    match wish.parts.iter().find(full) {
        Some(part) => Err(refused(part.payer.name.to_string(), counted(most))),
        None => Ok(()),
    }
}

fn counted(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}
