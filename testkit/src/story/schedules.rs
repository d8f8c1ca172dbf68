//! What a story says about schedules: `schedule bob 20.00 EUR monthly 31 from 2026-03-31 until 2026-12-31 times 3`.

use domain::request::{Answer, Request};
use domain::schedule::{Act, New, Plan, Rhythm};

use super::{Player, money};

impl Player {
    /// Sets a schedule up, or does something about one.
    pub(super) fn schedule(&mut self, handle: &str, words: &[&str]) -> Option<Answer> {
        let member = self.world.find(handle)?;
        match words {
            ["schedule", to, amount, code, plan @ ..] => {
                let (plan, memo) = read_plan(plan)?;
                let amount = money(&format!("{amount} {code}"))?;
                let (to, memo) = ((*to).into(), memo.into());
                let new = New { payer: member, to, amount, memo, plan };
                Some(self.world.schedule(new))
            }
            [what, label] => {
                let schedule = self.printer.schedule(label)?;
                let act = match *what {
                    "pause" => Act::Pause { member, schedule },
                    "resume" => Act::Resume { member, schedule },
                    "withdraw" | "decline" => Act::Withdraw { member, schedule },
                    _ => return None,
                };
                Some(self.world.act(Request::Schedule(act)))
            }
            _ => None,
        }
    }
}

fn read_plan<'a>(words: &[&'a str]) -> Option<(Plan, &'a str)> {
    let (rhythm, rest) = match words {
        ["once", rest @ ..] => (Rhythm::Once, rest),
        ["weekly", rest @ ..] => (Rhythm::Weekly, rest),
        ["monthly", day, rest @ ..] => (Rhythm::Monthly { day: day.parse().ok()? }, rest),
        _ => return None,
    };
    let ["from", first, rest @ ..] = rest else { return None };
    let mut plan = Plan { rhythm, first: first.parse().ok()?, last: None, count: None };
    let mut memo = "";
    for two in rest.chunks(2) {
        match two {
            ["until", last] => plan.last = Some(last.parse().ok()?),
            ["times", count] => plan.count = Some(count.parse().ok()?),
            ["for", text] => memo = *text,
            _ => return None,
        }
    }
    Some((plan, memo))
}
