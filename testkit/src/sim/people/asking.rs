//! People who ask each other for money, share bills, answer, remind and keep away.

use domain::bill::{Act, Bill, BillKind, NewBills, Pay};
use domain::id::MemberId;
use domain::money::{Currency, Money, decimal};
use domain::request::{Envelope, PinProof, Proof, Request};

use super::{AMOUNTS, FOUNDERS, Intent, OTHERS, People};
use crate::memory::Tables;
use crate::random::Random;

/// Somebody asks one or several, or shares a whole with them.
pub(super) fn ask(people: &mut People, random: &mut Random) -> (Envelope, Intent) {
    let author = *random.pick(&FOUNDERS.map(|(handle, ..)| handle));
    // Mostly people: merchants and charities cannot be asked.
    let known: Vec<&str> = FOUNDERS.iter().take(5).map(|(handle, ..)| *handle).collect();
    let count = 1 + random.below(3);
    let mut names: Vec<String> = (0..count)
        .map(|_| match random.below(20) {
            0 => format!("@{}", random.pick(&OTHERS)),
            1 => format!("@{}", random.pick(&FOUNDERS).0),
            _ => format!("@{}", random.pick(&known)),
        })
        .collect();
    names.sort();
    names.dedup();
    let amount = decimal(Money::new(*random.pick(&AMOUNTS), Currency::EUR), ',');
    let text = if random.chance(50) {
        let without = if random.chance(30) { " sans moi" } else { "" };
        format!("@obole #partager {amount} EUR avec {}{without}", names.join(" "))
    } else {
        let each = if names.len() > 1 { " chacun à" } else { "" };
        format!("@obole #demander {amount} EUR{each} {}", names.join(" "))
    };
    let direct = random.chance(30);
    (people.say(random, author, text, direct), Intent::Other)
}

/// What somebody does about a bill, the newest and open ones more often, and now and then somebody else's.
pub(super) fn answer(random: &mut Random, tables: &Tables) -> Option<Request> {
    let (place, open) = (random.below(10), random.chance(85));
    let mut newest = tables.bills.values().rev().filter(|bill| !open || bill.open());
    let bill = newest.nth(place).or_else(|| tables.bills.values().next_back())?;
    let other = *random.pick(&tables.members.keys().copied().collect::<Vec<_>>());
    let payer = if random.chance(95) { bill.payer } else { other };
    let payee = if random.chance(95) { bill.payee } else { other };
    let id = bill.id;
    Some(Request::Bill(match random.below(13) {
        0..6 => Act::Pay(pay(random, tables, bill)),
        6 => Act::Decline { member: payer, bill: id },
        7 => Act::Withdraw { member: payee, bill: id },
        8..10 => Act::Remind { member: payee, bill: id },
        10 => Act::Ask(by_program(random, payee)),
        _ => Act::Block { member: payer, other: bill.payee, blocked: random.chance(40) },
    }))
}

/// What a program asks of some for a member.
fn by_program(random: &mut Random, payee: MemberId) -> NewBills {
    NewBills {
        payee,
        to: (0..=random.below(3)).map(|_| random.pick(&FOUNDERS).0.into()).collect(),
        kind: *random.pick(&BillKind::ALL),
        amount: Money::new(*random.pick(&AMOUNTS), Currency::EUR),
        without_me: random.chance(50),
        memo: "by program".into(),
    }
}

/// The consent of somebody who looks at the page now, or who looked at another one.
fn pay(random: &mut Random, tables: &Tables, bill: &Bill) -> Pay {
    let shown = if random.chance(95) { domain::approval::bill_digest(bill) } else { [7; 32] };
    let pin = tables.pins.get(&bill.payer).and_then(Option::as_ref);
    let proof = pin
        .filter(|_| random.clone().chance(80))
        .map(|pin| Proof::Pin(PinProof { right: random.chance(90), set_at: pin.set_at }));
    Pay { member: bill.payer, bill: bill.id, shown, proof }
}
