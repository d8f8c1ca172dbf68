//! What happens by itself, on the whole service.

use std::time::Duration;

use app::desk::Desk;
use app::group::{Book, Policies};
use app::job::JOBS;
use app::obole::{Obole, Settings};
use domain::decide::SIGN_IN_US;
use domain::id::MemberId;
use domain::policy::Regime;
use domain::time::{DAY_US, Timestamp};
use store::Options;
use testkit::memory::Clock;
use testkit::policy;

fn service(clock: &Clock) -> Obole {
    let hands = clock.clone();
    let options = Options { clock: Box::new(move || hands.now()), ..Options::default() };
    let database = store::open_temporary(options).unwrap();
    let policies = Policies::new(vec![policy::usual()]);
    let (desk, _) = Desk::open(Book::new(database.engine, policies));
    let settings = Settings {
        base_url: "http://localhost:8080".to_owned(),
        regime: Regime::Sandbox,
        names: vec!["@obole".to_owned()],
        default_currency: None,
        demo: true,
        zone: "Europe/Paris".to_owned(),
        seal_every: Duration::from_secs(60),
        programs: app::obole::Programs::default(),
    };
    Obole::new(desk, database.readers, settings)
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
