//! Opens a database, puts the service together and serves it.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use app::desk::Desk;
use app::group::{Book, Policies};
use app::job::{JOBS, repeat};
use app::life::Stage;
use app::obole::{Obole, Settings};
use app::square::SquareFeed;
use app::{outbox, policy};
use connectors::network::square::Square;
use connectors::network::webhook::Webhook;
use connectors::outbound::Outbound;
use domain::money::Currency;
use domain::policy::Regime;
use domain::port::Engine;
use domain::port::{Connector, Fault};
use domain::time::Timestamp;
use store::{Database, KeySource, OpenError, Options, Server};
use tokio::net::TcpListener;
use tokio::time::Instant;
use tracing_subscriber::filter::{EnvFilter, LevelFilter};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::{Config, LogFormat};
use crate::keys;
use crate::otlp::{self, Exporter, Exporting, Spans};
use crate::stop::{self, Stop};
use crate::target::{self, Note, leave_note, told};
use crate::webhooks::Known;

/// Threads for pages and programs. The desk has its own; more than the cores only wait for each other.
const HTTP_THREADS: usize = 2;

/// How often what was transferred is sealed where nothing else is configured.
pub(crate) const SEAL_EVERY: Duration = Duration::from_secs(60);

/// Everything about a service but its threads.
pub(crate) struct House {
    database: Database,
    settings: Settings,
    policies: Policies,
}

/// Why a folder could not be opened.
pub(crate) enum HouseError {
    /// Another process works in it.
    Locked,
    /// Something else; the sentence says what.
    Other(String),
}

impl House {
    /// Opens a folder with the settings of the sandbox; `obole serve` has its own.
    pub(crate) fn open_folder(folder: &Path) -> Result<Self, HouseError> {
        let key = keys::source(None).map_err(HouseError::Other)?;
        Self::open((folder, None), sandbox(), None, key)
    }

    /// Opens a folder, or the server's database that is named; a fresh one gets `first_policy`, or the default.
    pub(crate) fn open(
        (folder, server): (&Path, Option<Server>),
        settings: Settings,
        first_policy: Option<String>,
        key: KeySource,
    ) -> Result<Self, HouseError> {
        let options = Options { key, ..Options::default() };
        let opened = match server {
            Some(server) => store::connect(server, folder, options),
            None => store::open(folder, options),
        };
        let mut database = opened.map_err(|error| match error {
            OpenError::Busy { .. } => HouseError::Locked,
            other => HouseError::Other(told(&other)),
        })?;
        if database.recovered {
            note("the last run did not end by itself; everything it had acknowledged is here");
        }
        if let Some(file) = database.key_made.as_ref().filter(|_| !settings.demo) {
            note(&format!(
                "made the operator key in {}; nobody can read this database's texts without it: keep a copy away \
                 from the backups",
                file.display()
            ));
        }
        let policies =
            policies(&mut database, settings.regime, first_policy).map_err(HouseError::Other)?;
        // Instants are told in the zone by which limits count their days.
        let zone = policies.at(database.engine.now()).zone.iana_name().map(str::to_owned);
        let settings = Settings { zone: zone.unwrap_or_else(|| settings.zone.clone()), ..settings };
        Ok(Self { database, settings, policies })
    }

    /// Opens the desk.
    ///
    /// # Errors
    /// A sentence if the database cannot be read.
    pub(crate) fn begin(self) -> Result<Opened, String> {
        let readers = self.database.readers.clone();
        let (desk, thread) = Desk::open(Book::new(self.database.engine, self.policies));
        let square: Arc<dyn Connector> = Arc::new(Square::new(Arc::new(SquareFeed(desk.clone()))));
        let obole = Obole::new(desk, readers, self.settings).map_err(|fault| told(&fault))?;
        Ok(Opened { obole: Arc::new(obole), connectors: vec![square], thread, traces: None })
    }
}

/// The settings of a sandbox on this machine.
pub(crate) fn sandbox() -> Settings {
    Settings {
        base_url: "http://localhost:8080".to_owned(),
        regime: Regime::Sandbox,
        names: vec!["@obole".to_owned()],
        default_currency: Some(Currency::EUR),
        demo: true,
        join: true,
        zone: "Europe/Paris".to_owned(),
        seal_every: SEAL_EVERY,
        programs: app::obole::Programs::default(),
    }
}

/// Every version of the policy; a fresh database gets its first.
fn policies(
    database: &mut Database,
    regime: Regime,
    first: Option<String>,
) -> Result<Policies, String> {
    let known = |database: &Database| {
        database.readers.read(|read| read.policies()).map_err(|fault| told(&fault))
    };
    let mut versions = known(database)?;
    if versions.is_empty() {
        let body = first.unwrap_or_else(|| policy::DEFAULT.to_owned());
        policy::read(&body, 1, Timestamp(0), regime)?;
        import_first(database, &body).map_err(|fault| told(&fault))?;
        // Another node may have been first.
        versions = known(database)?;
    }
    Ok(Policies::new(policy::read_all(&versions, regime)?))
}

fn import_first(database: &mut Database, body: &str) -> Result<(), Fault> {
    database.engine.begin()?;
    database.engine.import_first_policy(body)?;
    database.engine.commit()
}

/// A service whose desk is open.
pub(crate) struct Opened {
    /// The service.
    pub(crate) obole: Arc<Obole>,
    connectors: Vec<Arc<dyn Connector>>,
    thread: JoinHandle<()>,
    /// What sends traces, if anything does.
    traces: Option<Exporting>,
}

impl Opened {
    /// Delivers what is due, until nothing is.
    pub(crate) async fn settle(&self) {
        for connector in &self.connectors {
            while outbox::deliver(&self.obole, &**connector).await.is_ok_and(|count| count > 0) {}
        }
    }

    /// Closes the desk and waits until all that was handed in is durable.
    pub(crate) async fn close(self) {
        self.obole.desk().close().await;
        drop(tokio::task::spawn_blocking(move || self.thread.join()).await);
    }

    /// Serves until the process is told to end, and then ends as `stop` says.
    ///
    /// # Errors
    /// A sentence if it cannot serve, or did not end in order.
    pub(crate) async fn serve(
        self,
        listener: TcpListener,
        metrics: Option<TcpListener>,
        folder: &Path,
        stop: Stop,
    ) -> Result<(), String> {
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let note = Note {
            url: format!("http://{address}"),
            key: "operator".to_owned(),
            secret: target::new_id(),
        };
        let second = stop::on_signal(self.obole.clone())?;
        let _left = leave_note(folder, &note)?;
        let state = web::State::new(self.obole.clone(), note.secret.into_bytes());
        let figures = metrics.map(|metrics| {
            let router = web::operator_router(state.clone());
            tokio::spawn(web::serve(metrics, router, std::future::pending(), Duration::ZERO))
        });
        let ended = tokio::select! {
            ended = self.serve_until_told(listener, state, stop) => ended,
            () = second => Err(stop::AT_ONCE.to_owned()),
        };
        if let Some(figures) = figures {
            figures.abort();
        }
        ended
    }

    /// Serves, and ends in order: the door, the deliveries, the desk.
    async fn serve_until_told(
        mut self,
        listener: TcpListener,
        state: web::State,
        stop: Stop,
    ) -> Result<(), String> {
        let mut workers = self.work();
        let obole = self.obole.clone();
        let live = state.clone();
        let (tell, told) = tokio::sync::oneshot::channel();
        let closing = async move {
            obole.life().reached(Stage::Draining).await;
            // Nobody hears it only where the listener has failed.
            let _ = tell.send(Instant::now() + stop.within);
            tokio::time::sleep(stop.pause).await;
            live.end_live();
            obole.life().enter(Stage::Ending);
        };
        let served = web::serve(listener, web::router(state), closing, stop.requests()).await;
        let deadline = told.await.unwrap_or_else(|_| Instant::now() + stop::AFTERWARDS);
        stop::finish(&mut workers, deadline - stop::DESK).await;
        // What the last requests said is told as far as the time goes; the rest waits for the next start.
        drop(tokio::time::timeout_at(deadline - stop::DESK, self.settle()).await);
        let traces = self.traces.take();
        let closed = tokio::time::timeout_at(deadline, self.close()).await;
        if let Some(traces) = traces {
            // What a collector does not take by then is dropped, as ever.
            drop(tokio::time::timeout_at(deadline, traces.finish()).await);
        }
        served.map_err(|error| format!("cannot serve: {error}"))?;
        closed.map_err(|_| stop::STUCK.to_owned())
    }

    fn webhooks(&self) -> Arc<dyn Connector> {
        let outbound = Outbound::new(self.obole.settings().programs.private_webhooks);
        Arc::new(Webhook::new(Arc::new(Known(self.obole.clone())), outbound))
    }

    fn work(&self) -> Vec<tokio::task::JoinHandle<()>> {
        // Programs that are slow to listen must not keep the square waiting: they have a worker of their own.
        let mut workers = vec![
            tokio::spawn(outbox::work(self.obole.clone(), self.connectors.clone())),
            tokio::spawn(outbox::work(self.obole.clone(), vec![self.webhooks()])),
        ];
        for job in JOBS {
            let obole = self.obole.clone();
            workers.push(tokio::spawn(async move { repeat(*job, &obole).await }));
        }
        workers
    }
}

/// A runtime for a server.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(HTTP_THREADS)
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))
}

/// Runs a server on a runtime of its own, and waits for nothing that it left behind.
pub(crate) fn run_to_end(server: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    let runtime = runtime()?;
    let ended = runtime.block_on(server);
    runtime.shutdown_background();
    ended
}

/// Writes the log to standard error: what `OBOLE_LOG` asks for (default: warnings), in the form that
/// `OBOLE_LOG_FORMAT` asks for (`text` or `json`; default: `format`). What it says of requests goes to `spans` as well,
/// whatever `OBOLE_LOG` asks for.
pub(crate) fn log(format: LogFormat, spans: Option<Spans>) {
    let filter = EnvFilter::try_from_env("OBOLE_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let format = match std::env::var("OBOLE_LOG_FORMAT").as_deref() {
        Ok("json") => LogFormat::Json,
        Ok("text") => LogFormat::Text,
        Ok(_) | Err(_) => format,
    };
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match format {
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).boxed(),
    };
    let spans = spans.map(|spans| spans.with_filter(LevelFilter::INFO));
    let log = tracing_subscriber::registry().with(lines.with_filter(filter)).with(spans);
    // A second call, as in tests, keeps the first.
    drop(log.try_init());
}

/// Says something that people should see: in the log, where there is one.
fn note(sentence: &str) {
    if tracing::dispatcher::has_been_set() {
        tracing::warn!("{sentence}");
    } else {
        eprintln!("obole: {sentence}");
    }
}

/// `obole serve`.
pub(crate) fn run(config: &Path) -> Result<ExitCode, String> {
    let config = Config::read(config)?;
    let (spans, exporter) = config.traces()?.map(otlp::open).unzip();
    log(config.log_format, spans);
    let first_policy = match &config.policy {
        Some(path) => Some(
            std::fs::read_to_string(path)
                .map_err(|error| format!("{} cannot be read: {error}", path.display()))?,
        ),
        None => None,
    };
    let settings = Settings {
        base_url: config.base_url.clone(),
        regime: config.regime()?,
        names: config.names.clone(),
        default_currency: config.currency()?,
        demo: false,
        join: config.join,
        zone: "UTC".to_owned(),
        seal_every: config.seal_every()?,
        programs: config.programs()?,
    };
    let key = keys::source(Some(&config))?;
    let opened = House::open((&config.data, config.server()), settings, first_policy, key);
    let house = opened.map_err(|error| match error {
        HouseError::Locked => format!("another process works in {}", config.data.display()),
        HouseError::Other(sentence) => sentence,
    })?;
    let stop = config.stop()?;
    run_to_end(listen(house, &config, stop, exporter))?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(
    house: House,
    config: &Config,
    stop: Stop,
    exporter: Option<Exporter>,
) -> Result<(), String> {
    let listener = bind(config.listen).await?;
    let metrics = match config.metrics_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    println!(
        "Obole serves {} on {}. Data: {}. Ctrl-C ends it.",
        house.settings.base_url,
        config.listen,
        config.data.display()
    );
    let mut opened = house.begin()?;
    opened.traces = exporter.map(Exporter::start);
    opened.serve(listener, metrics, &config.data, stop).await
}

async fn bind(address: SocketAddr) -> Result<TcpListener, String> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|error| format!("cannot listen on {address}: {error}"))
}
