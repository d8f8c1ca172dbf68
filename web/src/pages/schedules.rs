//! `/schedules`: payments on days to come. The form asks for one; it is approved with the PIN, as any other.

use app::store::ScheduleStory;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::id::{MemberId, RequestKey, ScheduleId};
use domain::money::{Currency, Money};
use domain::port::Fault;
use domain::refusal::Refusal;
use domain::request::{Outcome, Request};
use domain::schedule::{self, Act, New, Plan, Rhythm};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::look::{Look, schedule_state};
use super::told::told;
use crate::State;
use crate::session::{Halt, Local, Member, Page, Posted, Query, is_token, shown};
use crate::view::card;
use crate::view::schedule::{Form, RunRow, SchedulePage, SchedulesPage};

/// Schedules on one page.
const PAGE: usize = 20;

/// Occurrences that are shown of one schedule.
const RUNS: usize = 24;

/// Bytes of the longest memo that is taken.
const WHAT_BYTES_MAX: usize = 560;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/schedules", get(list).post(create))
        .route("/schedules/{id}", get(show))
        .route("/schedules/{id}/pause", post(pause))
        .route("/schedules/{id}/resume", post(resume))
        .route("/schedules/{id}/withdraw", post(withdraw))
}

async fn list(member: Member, query: Query) -> Page {
    let before = query.text("before").map(parse).transpose()?;
    let to = query.text("to").map(str::to_owned).unwrap_or_default();
    page(&member, before, Form { to, ..Form::default() }, StatusCode::OK).await
}

async fn page(member: &Member, before: Option<ScheduleId>, form: Form, status: StatusCode) -> Page {
    let me = member.id;
    let shows = member.visitor.look(move |look| schedules(look, me, before, form)).await?;
    shown(status, &shows)
}

fn schedules(
    look: &Look<'_>,
    me: MemberId,
    before: Option<ScheduleId>,
    form: Form,
) -> Result<SchedulesPage, Fault> {
    let stories = look.read.schedules_of(me, before, PAGE)?;
    let older = stories.last().filter(|_| stories.len() == PAGE);
    let obole = &look.visitor.state.obole;
    let mut currencies: Vec<Currency> =
        look.wallets(me)?.iter().map(|wallet| wallet.currency).collect();
    let offered = &obole.policy().currencies;
    currencies.retain(|own| offered.iter().any(|listed| listed.currency == *own));
    let today = obole.policy().zone.to_datetime(look.now.to_jiff()).date();
    let tomorrow = today.saturating_add(1.day()).to_string();
    Ok(SchedulesPage {
        shell: look.shell()?,
        schedules: stories.iter().map(|story| look.scheduled(story)).collect(),
        older: older.map(|last| format!("/schedules?before={}", last.schedule.id)),
        currencies: currencies.iter().map(ToString::to_string).collect(),
        form: Form { name: obole.fresh_name(), earliest: tomorrow, ..form },
    })
}

/// Reads a schedule's id in an address.
pub(super) fn parse(id: &str) -> Result<ScheduleId, Halt> {
    ScheduleId::parse(id).ok_or(Halt::NotFound)
}

fn typed(form: &Posted<Member>) -> Form {
    let text = |name| form.text(name).trim().to_owned();
    Form {
        to: text("to"),
        amount: text("amount"),
        currency: text("currency"),
        what: text("what"),
        first: text("first"),
        rhythm: text("rhythm"),
        day: text("day"),
        last: text("last"),
        times: text("times"),
        ..Form::default()
    }
}

async fn create(form: Posted<Member>) -> Page {
    let name = form.text("name");
    let fields = typed(&form);
    if !is_token(name) || fields.what.len() > WHAT_BYTES_MAX {
        return Err(Halt::Bad);
    }
    let (member, visitor) = (&form.by, &form.by.visitor);
    let Some(new) = wanted(member, &fields) else {
        let error = Some(visitor.t().text("page-schedules-incomplete"));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(member, None, Form { error, ..fields }, status).await;
    };
    let key = RequestKey::of(&["schedule form", &member.id.to_string(), name]);
    let digest =
        app::obole::digest(&[&new.to, &new.amount.to_string(), &format!("{:?}", new.plan)]);
    let request = Request::Schedule(Act::Create(new));
    let answer = told(visitor, visitor.state.obole.submit(Some(key), digest, request)).await?;
    match answer.outcome {
        Outcome::Refused(Refusal::Busy) => Err(Halt::Busy),
        Outcome::Refused(refusal) => {
            let error = Some(visitor.reader.say(&refusal.say()));
            let status = crate::api::problem::status(refusal.code());
            page(member, None, Form { error, ..fields }, status).await
        }
        Outcome::RefusedBefore(_) => Ok(Local::or_square("/schedules").go()),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) => {
            let me = member.id;
            let begun = visitor.look(move |look| look.read.schedule_from(me, key)).await?;
            let id = begun.ok_or(Halt::Fault)?.schedule.id;
            Ok(Local::or_square(&format!("/approve/{id}")).go())
        }
    }
}

/// What the form asks for; `None` where something is missing or makes no sense.
fn wanted(member: &Member, form: &Form) -> Option<New> {
    let first: Date = form.first.parse().ok()?;
    let day = match form.rhythm.as_str() {
        "monthly" if form.day.is_empty() => Some(first.day()),
        "monthly" => Some(form.day.parse().ok()?),
        _ => None,
    };
    let rhythm = Rhythm::parse(&form.rhythm, day)?;
    let last = match form.last.as_str() {
        "" => None,
        text => Some(text.parse().ok()?),
    };
    let count = match form.times.as_str() {
        "" => None,
        text => Some(text.parse().ok()?),
    };
    let to = form.to.trim_start_matches('@').to_lowercase();
    Some(New {
        payer: member.id,
        to: Some(to).filter(|to| !to.is_empty())?.into(),
        amount: amount(member, form)?,
        memo: form.what.as_str().into(),
        plan: Plan { rhythm, first, last, count },
    })
}

fn amount(member: &Member, form: &Form) -> Option<Money> {
    let code = Currency::parse(&form.currency)?;
    let number = form.amount.ends_with(|last: char| last.is_ascii_digit());
    let text = if number { format!("{} {code}", form.amount) } else { form.amount.clone() };
    member.visitor.state.obole.read_amount(&text)
}

async fn show(member: Member, Path(id): Path<String>) -> Page {
    let (Member { visitor, id: me }, schedule) = (member, parse(&id)?);
    let page = visitor.look(move |look| one(look, me, schedule)).await?;
    shown(StatusCode::OK, &page.ok_or(Halt::NotFound)?)
}

fn one(look: &Look<'_>, me: MemberId, id: ScheduleId) -> Result<Option<SchedulePage>, Fault> {
    let Some(story) = look.read.schedule(id)?.filter(|story| story.schedule.payer == me) else {
        return Ok(None);
    };
    let ScheduleStory { schedule, .. } = &story;
    let state = schedule_state(look, schedule);
    let runs = look.read.schedule_runs(id, RUNS)?;
    Ok(Some(SchedulePage {
        shell: look.shell()?,
        id: id.to_string(),
        state,
        amount: look.money(schedule.amount),
        to: look.scheduled_to(&story),
        when: look.when(&schedule.plan),
        last: schedule.plan.last.map(|last| look.civil(last)),
        times: schedule.plan.count,
        what: Some(&schedule.memo).filter(|memo| !memo.is_empty()).map(|memo| look.rich(memo)),
        next: schedule.due_at.filter(|_| state == card::State::Active).map(|at| look.full(at)),
        tried: schedule.tried,
        paid: schedule.paid,
        runs: runs.iter().map(|run| row(look, run)).collect(),
        approve_href: (state == card::State::Asked).then(|| format!("/approve/{id}")),
    }))
}

fn row(look: &Look<'_>, run: &schedule::Run) -> RunRow {
    let (outcome, href) = match &run.outcome {
        schedule::Outcome::Paid(payment) => ("page-schedule-run-paid", Some(payment)),
        schedule::Outcome::Skipped(_) => ("page-schedule-run-skipped", None),
        schedule::Outcome::Missed => ("page-schedule-run-missed", None),
    };
    RunRow { at: look.full(run.at), outcome, href: href.map(|payment| format!("/pay/{payment}")) }
}

async fn pause(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, schedule) = (form.by.id, parse(&id)?);
    act(&form.by, Act::Pause { member, schedule }, schedule).await
}

async fn resume(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, schedule) = (form.by.id, parse(&id)?);
    act(&form.by, Act::Resume { member, schedule }, schedule).await
}

async fn withdraw(Path(id): Path<String>, form: Posted<Member>) -> Page {
    let (member, schedule) = (form.by.id, parse(&id)?);
    act(&form.by, Act::Withdraw { member, schedule }, schedule).await
}

/// Asks for something about a schedule, and shows how it stands.
pub(super) async fn act(member: &Member, act: Act, schedule: ScheduleId) -> Page {
    let visitor = &member.visitor;
    let decision = visitor.state.obole.submit(None, 0, Request::Schedule(act));
    match told(visitor, decision).await?.outcome {
        Outcome::Refused(refusal) => Err(refusal.into()),
        Outcome::Done | Outcome::Nothing | Outcome::Question(_) | Outcome::RefusedBefore(_) => {
            Ok(story(schedule).go())
        }
    }
}

/// The page of a schedule.
pub(super) fn story(schedule: ScheduleId) -> Local {
    Local::or_square(&format!("/schedules/{schedule}"))
}
