//! Who is paid, as the approval shows them: how well the payer knows them, and whom they look like.

use domain::id::MemberId;
use domain::likeness::{alike, variants};
use domain::port::Fault;

use super::super::look::{Look, named};
use crate::view::approve::{Alike, SheetPayee};
use crate::view::piece::Person;

/// A member who is paid; `amount` where several are.
pub(super) fn member(
    look: &Look<'_>,
    me: MemberId,
    (id, person): (MemberId, Person),
    amount: Option<String>,
) -> Result<SheetPayee, Fault> {
    let since = look.read.profile(id)?.map(|profile| look.date(profile.member.created_at));
    let paid_before = look.read.paid_before(me, id)?.times;
    let alike = match paid_before {
        0 => looks_like(look, me, Some(id), &person)?,
        _ => None,
    };
    Ok(SheetPayee { person, amount, since, paid_before, alike })
}

/// Somebody without account.
pub(super) fn stranger(
    look: &Look<'_>,
    me: MemberId,
    person: Person,
    amount: Option<String>,
) -> Result<SheetPayee, Fault> {
    let alike = looks_like(look, me, None, &person)?;
    Ok(SheetPayee { person, amount, since: None, paid_before: 0, alike })
}

/// Whom somebody who was never paid looks like: those the payer knows, then the shops and charities of the house.
fn looks_like(
    look: &Look<'_>,
    me: MemberId,
    payee: Option<MemberId>,
    shown: &Person,
) -> Result<Option<Alike>, Fault> {
    let theirs = [&shown.name, &shown.handle];
    for known in look.acquainted(me)? {
        let person = named(&known.person);
        let ours = [&person.name, &person.handle];
        let like = ours.iter().any(|one| theirs.iter().any(|other| alike(one, other)))
            || person.name.to_lowercase() == shown.name.to_lowercase();
        if like && Some(known.person.id) != payee && known.person.id != me {
            return Ok(Some(Alike { person, paid: Some(known.paid) }));
        }
    }
    let handle = theirs.into_iter().find(|name| name.starts_with('@'));
    let handle = handle.map_or("", |handle| handle.trim_start_matches('@')).to_lowercase();
    let found = look.read.in_business(variants(&handle))?;
    let other = found.into_iter().find(|other| Some(other.id) != payee && other.id != me);
    Ok(other.map(|other| Alike { person: named(&other), paid: None }))
}
