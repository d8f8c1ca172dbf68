//! `/request/{id}`: a request for money, for who asks and who is asked; a shared whole, for everybody who shares.

use app::store::BillStory;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::bill::{Act, Bill, BillKind, BillState, may_see};
use domain::id::{BillId, MemberId};
use domain::money::Money;
use domain::port::Fault;
use domain::request::{Outcome, Request};

use super::look::{Look, bill_state, named};
use super::told::told;
use crate::State;
use crate::session::{Halt, Local, Member, Page, Posted, shown};
use crate::view::payment::Payee;
use crate::view::piece::Person;
use crate::view::request::{Block, RequestPage};

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/request/{id}", get(show))
        .route("/request/{id}/withdraw", post(withdraw))
        .route("/request/{id}/remind", post(remind))
}

/// Reads a bill's id in an address.
pub(super) fn parse(id: &str) -> Result<BillId, Halt> {
    BillId::parse(id).ok_or(Halt::NotFound)
}

async fn show(member: Member, Path(id): Path<String>) -> Page {
    let (Member { visitor, id: me }, bill) = (member, parse(&id)?);
    let page = visitor.look(move |look| page(look, me, bill)).await?;
    shown(StatusCode::OK, &page.ok_or(Halt::NotFound)?)
}

fn page(look: &Look<'_>, me: MemberId, id: BillId) -> Result<Option<RequestPage>, Fault> {
    let Some(bill) = look.read.bill(id)? else { return Ok(None) };
    let order = look.read.bill_order(bill.order)?;
    let bills: Vec<Bill> = order.iter().map(|story| story.bill.clone()).collect();
    if !may_see(me, &bill, &bills) {
        return Ok(None);
    }
    let shared = bill.kind == BillKind::Split;
    let whole = shared || bill.payee == me;
    let parts: Vec<&BillStory> =
        order.iter().filter(|story| whole || story.bill.payer == me).collect();
    let mine = bills.iter().find(|bill| bill.payer == me);
    let open = bills.iter().any(|bill| bill.open() && look.now < bill.expires_at);
    let sum = |bills: &mut dyn Iterator<Item = &Bill>| {
        let minor = bills.fold(0_i64, |sum, bill| sum.saturating_add(bill.amount.minor));
        Money::new(minor, bill.amount.currency)
    };
    let own = bill.total.minor.saturating_sub(sum(&mut bills.iter()).minor);
    let paid = sum(&mut bills.iter().filter(|bill| bill.state == BillState::Paid));
    let several = whole && bills.len() > 1;
    let block = match mine {
        Some(_) => Some(block(look, me, &bill, order.first())?),
        None => None,
    };
    Ok(Some(RequestPage {
        shell: look.shell()?,
        id: id.to_string(),
        amount: look.money(if whole { bill.total } else { bill.amount }),
        shared,
        from: order.first().map_or_else(|| Person::unknown(""), asker),
        parts: parts.into_iter().map(|story| part(look, story)).collect(),
        own: (shared && own > 0).then(|| look.money(Money::new(own, bill.amount.currency))),
        paid: several.then(|| look.money(paid)),
        what: Some(&bill.memo).filter(|memo| !memo.is_empty()).map(|memo| look.rich(memo)),
        until: open.then(|| look.full(bill.expires_at)),
        reminded: bills.iter().filter_map(|bill| bill.reminded_at).max().map(|at| look.full(at)),
        approve_href: mine
            .filter(|bill| bill.open() && look.now < bill.expires_at)
            .map(|bill| format!("/approve/{}", bill.id)),
        payment_href: mine.and_then(|bill| bill.payment).map(|payment| format!("/pay/{payment}")),
        own_open: bill.payee == me && open,
        block,
    }))
}

/// Who asks.
pub(super) fn asker(story: &BillStory) -> Person {
    let unknown = || Person::unknown(&story.bill.payee.to_string());
    story.payee.as_ref().map_or_else(unknown, named)
}

fn part(look: &Look<'_>, story: &BillStory) -> Payee {
    let unknown = || Person::unknown(&story.bill.payer.to_string());
    Payee {
        person: story.payer.as_ref().map_or_else(unknown, named),
        amount: Some(look.money(story.bill.amount)),
        state: Some(bill_state(look, &story.bill)),
        back: None,
        refund: None,
    }
}

fn block(
    look: &Look<'_>,
    me: MemberId,
    bill: &Bill,
    story: Option<&BillStory>,
) -> Result<Block, Fault> {
    Ok(Block {
        person: story.map_or_else(|| Person::unknown(""), asker),
        member: bill.payee.to_string(),
        blocked: look.read.keeps_away(me, bill.payee)?,
    })
}

async fn withdraw(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, bill) = (form.by.id, parse(&id)?);
    act(&form.by, Act::Withdraw { member, bill }, bill).await
}

async fn remind(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, bill) = (form.by.id, parse(&id)?);
    act(&form.by, Act::Remind { member, bill }, bill).await
}

/// Asks for something about a bill, and shows how it stands.
pub(super) async fn act(member: &Member, act: Act, bill: BillId) -> Page {
    let visitor = &member.visitor;
    let decision = visitor.state.obole.submit(None, 0, Request::Bill(act));
    match told(visitor, decision).await?.outcome {
        Outcome::Refused(refusal) => Err(refusal.into()),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(story(bill).go())
        }
    }
}

/// The page of a request.
pub(super) fn story(bill: BillId) -> Local {
    Local::or_square(&format!("/request/{bill}"))
}
