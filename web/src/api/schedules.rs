//! Schedules: payments on days to come. A program asks for one; only the member approves it, with the PIN, on the page.

use app::store::ScheduleStory;
use axum::Json;
use axum::extract::State as Extract;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::id::{MemberId, RequestKey, ScheduleId};
use domain::money::Money;
use domain::request::Request;
use domain::schedule::{self, Act, New, Plan, Rhythm, ScheduleState};
use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{done, replayed};
use super::auth::Authenticated;
use super::input::{Asked, Named, Sent, handle, rows, shown};
use super::payments::{Amount, checked_memo};
use super::problem::Problem;
use crate::State;

/// Occurrences that are told of one schedule.
const RUNS_MAX: usize = 100;

/// Bytes of a day.
const DAY_BYTES: usize = "2026-03-31".len();

/// Payments on days to come.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": "sched_06awnc7kbhze6t9cbqbmbx41z4", "state": "asked", "payer": "alice", "payee": "bob",
    "amount": {"currency": "EUR", "minor": 50000}, "memo": "rent", "rhythm": "monthly", "day": 31,
    "first": "2026-03-31", "last": null, "times": 12, "created_at": "2026-03-02T10:00:00Z",
    "due_at": "2026-03-02T11:00:00Z", "paid": 0, "ended_at": null,
    "approve_url": "https://pay.example.org/approve/sched_06awnc7kbhze6t9cbqbmbx41z4"
}))]
pub(crate) struct Schedule {
    id: String,
    /// `asked`, `active`, `paused`, `ended`, `withdrawn` or `expired`.
    state: String,
    /// The payer's handle.
    payer: String,
    /// The payee's handle.
    payee: String,
    /// How much each time.
    amount: Amount,
    memo: String,
    /// `once`, `weekly` or `monthly`.
    rhythm: String,
    /// The day of the month, where it is monthly; a month that is too short pays on its last.
    day: Option<i8>,
    /// The first day on which it pays.
    #[schema(format = Date)]
    first: String,
    /// The last day on which it may pay.
    #[schema(format = Date)]
    last: Option<String>,
    /// How many payments fall due at most.
    times: Option<u32>,
    created_at: String,
    /// When the next payment is made; while it is asked, until when it can be approved.
    due_at: Option<String>,
    /// How many payments it has made.
    paid: u32,
    ended_at: Option<String>,
    /// Where its payer approves it, while it waits for that.
    approve_url: Option<String>,
}

impl Schedule {
    /// A schedule with everybody's names.
    async fn of(state: &State, story: ScheduleStory) -> Result<Self, Problem> {
        let schedule = &story.schedule;
        let payer = state.obole.handle_of(schedule.payer).await?.unwrap_or_default();
        let asked = schedule.state == ScheduleState::Asked;
        let approve = || format!("{}/approve/{}", state.obole.settings().base_url, schedule.id);
        Ok(Self {
            id: schedule.id.to_string(),
            state: schedule.state.name().to_owned(),
            payer,
            payee: story.payee.and_then(|payee| payee.handle).unwrap_or_default(),
            amount: schedule.amount.into(),
            memo: schedule.memo.to_string(),
            rhythm: schedule.plan.rhythm.name().to_owned(),
            day: schedule.plan.rhythm.day(),
            first: schedule.plan.first.to_string(),
            last: schedule.plan.last.map(|last| last.to_string()),
            times: schedule.plan.count,
            created_at: shown(schedule.created_at),
            due_at: schedule.due_at.map(shown),
            paid: schedule.paid,
            ended_at: schedule.ended_at.map(shown),
            approve_url: asked.then(approve),
        })
    }
}

/// Which schedules.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Whose, where the key does not say: a handle.
    #[param(example = "alice")]
    member: Option<String>,
    /// How many at most; 20 without it.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u32>,
    /// Where the page before ended: its `next`.
    #[param(pattern = "^sched_[0-7][0-9a-hjkmnp-tv-z]{25}$")]
    cursor: Option<String>,
}

/// A page of schedules.
#[derive(Serialize, ToSchema)]
pub(crate) struct SchedulePage {
    /// The newest first, those that have ended too.
    schedules: Vec<Schedule>,
    /// The cursor of the next page; nothing after the last.
    next: Option<String>,
}

/// List schedules
///
/// Those by which a member pays, newest first.
#[utoipa::path(get, path = "/v1/schedules", tag = "schedules", operation_id = "listSchedules", params(Which),
    responses((status = 200, description = "A page.", body = SchedulePage)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn list(
    Extract(state): Extract<State>,
    program: Authenticated,
    Asked(which): Asked<Which>,
) -> Result<Json<SchedulePage>, Problem> {
    program.may("schedules")?;
    let limit = rows(which.limit)?;
    let wrong = || Problem::bad("bad_cursor", "cursor is the next of an earlier page.");
    let before = match which.cursor.as_deref() {
        Some(cursor) => Some(ScheduleId::parse(cursor).ok_or_else(wrong)?),
        None => None,
    };
    let payer = program.whose(&state, which.member.as_deref()).await?;
    let found = state.obole.read_rows(move |read| read.schedules_of(payer, before, limit)).await?;
    let next = found.last().filter(|_| found.len() == limit);
    let next = next.map(|last| last.schedule.id.to_string());
    let mut schedules = Vec::with_capacity(found.len());
    for story in found {
        schedules.push(Schedule::of(&state, story).await?);
    }
    Ok(Json(SchedulePage { schedules, next }))
}

/// Look at a schedule
///
/// For its payer.
#[utoipa::path(get, path = "/v1/schedules/{id}", tag = "schedules", operation_id = "showSchedule",
    params(("id" = String, Path, description = "The schedule.", example = "sched_06awnc7kbhze6t9cbqbmbx41z4")),
    responses((status = 200, description = "Where it stands.", body = Schedule)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn show(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Json<Schedule>, Problem> {
    program.may("schedules")?;
    let story = visible(&state, &program, &id).await?;
    Ok(Json(Schedule::of(&state, story).await?))
}

/// The schedule of that name, if it is the key's business.
async fn visible(
    state: &State,
    program: &Authenticated,
    id: &str,
) -> Result<ScheduleStory, Problem> {
    let id = ScheduleId::parse(id).ok_or_else(Problem::not_found)?;
    let found = state.obole.read_rows(move |read| read.schedule(id)).await?;
    let story = found.ok_or_else(Problem::not_found)?;
    let hidden = program.member.is_some_and(|own| own != story.schedule.payer);
    if hidden { Err(Problem::not_found()) } else { Ok(story) }
}

/// What became of an occurrence.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScheduleRun {
    /// Which occurrence, from 0.
    number: u32,
    /// `paid`, `skipped` where it was refused, or `missed` where a later one fell due before it could be paid.
    outcome: &'static str,
    /// The payment, where it was paid.
    payment: Option<String>,
    /// The refusal's code, where it was skipped.
    code: Option<String>,
    at: String,
}

impl From<schedule::Run> for ScheduleRun {
    fn from(run: schedule::Run) -> Self {
        let (outcome, payment, code) = match run.outcome {
            schedule::Outcome::Paid(payment) => ("paid", Some(payment.to_string()), None),
            schedule::Outcome::Skipped(code) => ("skipped", None, Some(code.to_string())),
            schedule::Outcome::Missed => ("missed", None, None),
        };
        Self { number: run.number, outcome, payment, code, at: shown(run.at) }
    }
}

/// The occurrences of a schedule that are over.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScheduleRuns {
    /// The newest first, at most a hundred.
    runs: Vec<ScheduleRun>,
}

/// See what a schedule has paid
///
/// The latest hundred occurrences that are over. For its payer.
#[utoipa::path(get, path = "/v1/schedules/{id}/runs", tag = "schedules", operation_id = "listScheduleRuns",
    params(("id" = String, Path, description = "The schedule.", example = "sched_06awnc7kbhze6t9cbqbmbx41z4")),
    responses((status = 200, description = "What became of each.", body = ScheduleRuns)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn runs(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Json<ScheduleRuns>, Problem> {
    program.may("schedules")?;
    let id = visible(&state, &program, &id).await?.schedule.id;
    let runs = state.obole.read_rows(move |read| read.schedule_runs(id, RUNS_MAX)).await?;
    Ok(Json(ScheduleRuns { runs: runs.into_iter().map(ScheduleRun::from).collect() }))
}

/// A schedule to set up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"payer": "alice", "to": "@bob", "amount": {"currency": "EUR", "minor": 50000},
    "rhythm": "monthly", "day": 31, "first": "2026-03-31", "times": 12}))]
pub(crate) struct NewSchedule {
    /// The payer's handle, where the key does not say who that is.
    #[serde(default)]
    payer: Option<String>,
    /// The handle of a member on the square.
    to: String,
    amount: Amount,
    /// What for.
    #[serde(default)]
    #[schema(max_length = 280)]
    memo: Option<String>,
    #[schema(pattern = "^(once|weekly|monthly)$")]
    rhythm: String,
    /// The day of the month, for `monthly` alone; without it, that of `first`.
    #[serde(default, deserialize_with = "maybe_whole")]
    #[schema(minimum = 1, maximum = 31)]
    day: Option<i64>,
    /// The first day; the first payment is on the first day of the rhythm from it on.
    #[schema(format = Date)]
    first: String,
    /// The last day on which a payment may fall due.
    #[serde(default)]
    #[schema(format = Date)]
    last: Option<String>,
    /// How many payments fall due at most.
    #[serde(default, deserialize_with = "maybe_whole")]
    #[schema(minimum = 1, maximum = 1000)]
    times: Option<i64>,
}

/// A whole number or nothing, also where a program writes it as `12.0`: to JSON that is the same.
fn maybe_whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let Some(number) = Option::<serde_json::Number>::deserialize(deserializer)? else {
        return Ok(None);
    };
    let text = number.to_string();
    let digits = text.strip_suffix(".0").unwrap_or(&text);
    digits.parse().map(Some).map_err(|_| D::Error::custom("a whole number is wanted"))
}

impl NewSchedule {
    fn plan(&self) -> Result<Plan, Problem> {
        let wrong = |what: &str| Problem::bad("bad_body", what);
        let first = day("first", &self.first)?;
        let on = match self.day {
            Some(day @ 1..=31) => Some(i8::try_from(day).unwrap_or(31)),
            Some(_) => return Err(wrong("day is from 1 to 31.")),
            None => (self.rhythm == "monthly").then(|| first.day()),
        };
        if self.day.is_some() && matches!(&*self.rhythm, "once" | "weekly") {
            return Err(Problem::unfit("dates_bad", "Only a monthly rhythm has a day."));
        }
        let rhythm = Rhythm::parse(&self.rhythm, on)
            .ok_or_else(|| wrong("rhythm is once, weekly or monthly."))?;
        let count = match self.times {
            Some(times @ 1..=1000) => Some(u32::try_from(times).unwrap_or(1000)),
            Some(_) => return Err(wrong("times is from 1 to 1000.")),
            None => None,
        };
        let last = self.last.as_deref().map(|last| day("last", last)).transpose()?;
        Ok(Plan { rhythm, first, last, count })
    }
}

fn day(name: &str, text: &str) -> Result<Date, Problem> {
    let date = Some(text).filter(|text| text.len() == DAY_BYTES).and_then(|text| text.parse().ok());
    date.ok_or_else(|| Problem::bad("bad_day", &format!("{name} is a day such as 2026-03-31.")))
}

/// Ask for a schedule
///
/// It is `asked`, and pays nothing before its payer has approved it with the PIN at `approve_url`; its payments then need no
/// further approval. A refusal by the rules is kept with the `Idempotency-Key`. To change a schedule, end it and ask for
/// another one.
#[utoipa::path(post, path = "/v1/schedules", tag = "schedules", operation_id = "makeSchedule", request_body = NewSchedule,
    params(("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "rent-1")),
    responses((status = 201, description = "Asked.", body = Schedule)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn create(
    Extract(state): Extract<State>,
    program: Authenticated,
    Sent(new): Sent<NewSchedule>,
) -> Result<Response, Problem> {
    program.may("schedules")?;
    let id = program.idempotency()?;
    let (amount, memo, plan): (Money, _, _) =
        (new.amount.read()?, checked_memo(new.memo.as_deref())?, new.plan()?);
    let payer = program.whose(&state, new.payer.as_deref()).await?;
    let to = handle(&new.to);
    let terms = format!("{plan:?}");
    let digest = app::obole::digest(&[&payer.to_string(), &to, &amount.to_string(), &memo, &terms]);
    let new = New { payer, to: to.into(), amount, memo: memo.into(), plan };
    let _turn = program.begin(&state, &id)?;
    let key = RequestKey::of(&["schedule", &id]);
    let request = Request::Schedule(Act::Create(new));
    let answer = state.obole.submit(Some(key), digest, request).await?;
    let repeated = done(answer)?;
    let begun = state.obole.read_rows(move |read| read.schedule_from(payer, key)).await?;
    let begun = begun.ok_or_else(Problem::not_found)?;
    stands(&state, begun, StatusCode::CREATED, repeated).await
}

async fn stands(
    state: &State,
    story: ScheduleStory,
    status: StatusCode,
    repeated: bool,
) -> Result<Response, Problem> {
    let body = Schedule::of(state, story).await?;
    Ok(replayed((status, Json(body)).into_response(), repeated))
}

/// Pause a schedule
///
/// It pays nothing until it is resumed, and makes nothing up for. For its payer.
#[utoipa::path(post, path = "/v1/schedules/{id}/pause", tag = "schedules", operation_id = "pauseSchedule",
    params(("id" = String, Path, description = "The schedule.", example = "sched_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "rent-2")),
    responses((status = 200, description = "How it stands now.", body = Schedule)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn pause(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Response, Problem> {
    let act = |member, schedule| Act::Pause { member, schedule };
    follow(&state, &program, &id, "pause", act).await
}

/// Resume a schedule
///
/// It goes on with the next payment that lies ahead. For its payer.
#[utoipa::path(post, path = "/v1/schedules/{id}/resume", tag = "schedules", operation_id = "resumeSchedule",
    params(("id" = String, Path, description = "The schedule.", example = "sched_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "rent-3")),
    responses((status = 200, description = "How it stands now.", body = Schedule)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn resume(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Response, Problem> {
    let act = |member, schedule| Act::Resume { member, schedule };
    follow(&state, &program, &id, "resume", act).await
}

/// End a schedule
///
/// For good; also one that nobody has approved yet. For its payer.
#[utoipa::path(post, path = "/v1/schedules/{id}/end", tag = "schedules", operation_id = "endSchedule",
    params(("id" = String, Path, description = "The schedule.", example = "sched_06awnc7kbhze6t9cbqbmbx41z4"),
        ("Idempotency-Key" = String, Header, description = "Names the request.", min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", example = "rent-4")),
    responses((status = 200, description = "How it stands now.", body = Schedule)),
    security(("signature" = ["schedules"])))]
pub(crate) async fn end(
    Extract(state): Extract<State>,
    program: Authenticated,
    Named(id): Named,
) -> Result<Response, Problem> {
    let act = |member, schedule| Act::Withdraw { member, schedule };
    follow(&state, &program, &id, "end", act).await
}

/// Does something about a schedule for its payer, and tells how it stands.
async fn follow(
    state: &State,
    program: &Authenticated,
    schedule: &str,
    what: &str,
    act: impl FnOnce(MemberId, ScheduleId) -> Act,
) -> Result<Response, Problem> {
    program.may("schedules")?;
    let id = program.idempotency()?;
    let schedule = visible(state, program, schedule).await?.schedule;
    let _turn = program.begin(state, &id)?;
    let key = RequestKey::of(&["schedule", what, &id]);
    let digest = app::obole::digest(&[&schedule.id.to_string()]);
    let request = Request::Schedule(act(schedule.payer, schedule.id));
    let repeated = done(state.obole.submit(Some(key), digest, request).await?)?;
    let found = state.obole.read_rows(move |read| read.schedule(schedule.id)).await?;
    let story = found.ok_or_else(Problem::not_found)?;
    stands(state, story, StatusCode::OK, repeated).await
}
