//! What happens by itself, on the whole service.

use std::time::Duration;

use app::desk::Desk;
use app::group::{Book, Policies};
use app::job::JOBS;
use app::obole::{Obole, Settings};
use app::passkey::Evidence;
use domain::approval::schedule_digest;
use domain::decide::SIGN_IN_US;
use domain::id::{MemberId, RequestKey};
use domain::lang::Lang;
use domain::ledger::House;
use domain::member::Kind;
use domain::money::{Currency, Money};
use domain::policy::Regime;
use domain::request::{Admin, Outcome, Request};
use domain::schedule::{Act, New, Plan, Rhythm};
use domain::time::{DAY_US, Timestamp};
use jiff::civil::date;
use store::Options;
use testkit::memory::Clock;
use testkit::policy;

fn service(clock: &Clock) -> Obole {
    let hands = clock.clone();
    let options = Options { clock: Some(Box::new(move || hands.now())), ..Options::default() };
    let database = store::open_temporary(options).unwrap();
    let policies = Policies::new(vec![policy::usual()]);
    let (desk, _) = Desk::open(Book::new(database.engine, policies));
    let settings = Settings {
        base_url: "http://localhost:8080".to_owned(),
        regime: Regime::Sandbox,
        names: vec!["@obole".to_owned()],
        default_currency: None,
        demo: true,
        join: false,
        zone: "Europe/Paris".to_owned(),
        seal_every: Duration::from_secs(60),
        programs: app::obole::Programs::default(),
    };
    Obole::new(desk, database.readers, settings).unwrap()
}

async fn run(name: &str, obole: &Obole) {
    let job = JOBS.iter().find(|job| job.name() == name).unwrap();
    job.run(obole).await.unwrap();
}

#[tokio::test]
async fn ended_sessions_and_spent_links_are_swept() {
    let begin = Timestamp(1_900_000_000_000_000);
    let clock = Clock::new(begin);
    let obole = service(&clock);
    let member = MemberId(7);
    let open = async |obole: &Obole| {
        // Looked at as of the beginning of time, every row that is there counts.
        obole.read_rows(move |read| read.sessions(member, Timestamp(0))).await.unwrap()
    };
    for _ in 0..3 {
        obole.begin_session(member).await.unwrap();
    }
    let link = obole.new_sign_in_link(member).await.unwrap();
    let token = link.rsplit('/').next().unwrap().to_owned();
    run("sweep", &obole).await;
    assert_eq!(open(&obole).await, 3, "nothing has ended");

    clock.advance(SIGN_IN_US - 1);
    run("sweep", &obole).await;
    assert!(obole.sign_in(&token).await.unwrap().is_some(), "the link still works");
    assert_eq!(open(&obole).await, 4);

    clock.set(begin.plus_us(30 * DAY_US));
    run("sweep", &obole).await;
    assert_eq!(open(&obole).await, 1, "the one that began later stays");
    clock.advance(DAY_US);
    run("sweep", &obole).await;
    assert_eq!(open(&obole).await, 0);
}

async fn add(obole: &Obole, handle: &str) -> MemberId {
    let (name, kind, lang) = (handle.to_owned(), Kind::Person, Lang::En);
    let add = Admin::AddMember { handle: name.clone(), name, kind, lang, tier: 2 };
    obole.submit(None, 0, Request::Admin(add)).await.unwrap();
    obole.profile_by_handle(handle).await.unwrap().unwrap().member.id
}

#[tokio::test]
async fn schedules_are_paid_when_the_desk_s_own_clock_says_so_and_once() {
    // Years behind the machine's clock, by which the job looks for what is due.
    let clock = Clock::new(Timestamp(1_700_000_000_000_000));
    let obole = service(&clock);
    let (payer, payee) = (add(&obole, "alice").await, add(&obole, "bob").await);
    let amount = Money::new(10_000, Currency::EUR);
    let (from, reference) = (House::Bank, "beginning".to_owned());
    let credit = Admin::Credit { member: payer, amount, from, reference };
    obole.submit(None, 0, Request::Admin(credit)).await.unwrap();
    obole.set_pin(payer, "270319".to_owned(), None).await.unwrap();
    let plan =
        Plan { rhythm: Rhythm::Weekly, first: date(2023, 11, 16), last: None, count: Some(2) };
    let (to, memo, amount) = ("bob".into(), "rent".into(), Money::new(2_500, Currency::EUR));
    let key = RequestKey::of(&["form", "1"]);
    let create = Request::Schedule(Act::Create(New { payer, to, amount, memo, plan }));
    assert_eq!(obole.submit(Some(key), 0, create).await.unwrap().outcome, Outcome::Done);
    let begun = obole.read_rows(move |read| read.schedule_from(payer, key)).await.unwrap();
    let schedule = begun.unwrap().schedule;
    let pin = Some(Evidence::Pin("270319".to_owned()));
    let shown = schedule_digest(&schedule);
    let approved = obole.approve_schedule(payer, schedule.id, shown, pin).await.unwrap();
    assert_eq!(approved.outcome, Outcome::Done);
    let has = async |member| {
        let wallets = obole.wallets(member).await.unwrap();
        wallets.first().map_or(0, |wallet| wallet.posted)
    };
    run("schedules", &obole).await;
    assert_eq!(has(payee).await, 0, "its time has not come for the desk");
    clock.advance(3 * DAY_US);
    for _ in 0..3 {
        run("schedules", &obole).await;
    }
    assert_eq!((has(payer).await, has(payee).await), (7_500, 2_500));
    clock.advance(7 * DAY_US);
    run("schedules", &obole).await;
    run("schedules", &obole).await;
    assert_eq!((has(payer).await, has(payee).await), (5_000, 5_000));
    let report = obole.read_rows(|read| Ok(store::verify(read))).await.unwrap().unwrap();
    assert_eq!(report.schedules, 1);
}
