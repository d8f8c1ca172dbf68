//! The demo: a small believable world on this machine, with no real money.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use tokio::net::TcpListener;

use crate::config::LogFormat;
use crate::serve::{House, HouseError, Opened, log, run_to_end, sandbox};
use crate::stop::Stop;

mod world;

/// Currencies that the demo offers beside the euro.
const CURRENCIES: &str = include_str!("currencies.toml");

/// Ports tried after the first.
const PORTS_TRIED: u16 = 50;

/// What `obole demo` takes.
#[derive(Args)]
pub(crate) struct DemoArgs {
    /// Keep the world in this folder. Default: a new one each time.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Make the world and end.
    #[arg(long, requires = "data")]
    seed_only: bool,
    /// The port; the next free one if it is taken.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// `obole demo`.
pub(crate) fn run(args: &DemoArgs) -> Result<ExitCode, String> {
    log(LogFormat::Text, None);
    let fresh = match args.data {
        Some(_) => None,
        None => Some(Fresh::make()?),
    };
    let folder = match (&args.data, &fresh) {
        (Some(folder), _) => folder.clone(),
        (None, Some(fresh)) => fresh.0.clone(),
        (None, None) => return Err("no folder for the world".to_owned()),
    };
    run_to_end(demo(&folder, args))?;
    Ok(ExitCode::SUCCESS)
}

async fn demo(folder: &Path, args: &DemoArgs) -> Result<(), String> {
    let listener = if args.seed_only { None } else { Some(listen(args.port).await?) };
    let mut settings = sandbox();
    if let Some(listener) = &listener {
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        settings.base_url = format!("http://localhost:{port}");
    }
    let base_url = settings.base_url.clone();
    let policy = format!("{}{CURRENCIES}", app::policy::DEFAULT);
    let key = crate::keys::source(None)?;
    let house =
        House::open((folder, None), settings, Some(policy), key).map_err(|error| match error {
            HouseError::Locked => {
                format!("another process works in {}; it may be serving already", folder.display())
            }
            HouseError::Other(sentence) => sentence,
        })?;
    let opened = house.begin()?;
    let seeded = seed(&opened).await;
    let Some(listener) = listener else {
        opened.close().await;
        seeded?;
        println!("A world in {}. The PIN of everybody in it: {}", folder.display(), world::PIN);
        return Ok(());
    };
    seeded?;
    greet(&base_url, folder);
    opened.serve(listener, None, folder, Stop::AT_HOME).await
}

async fn seed(opened: &Opened) -> Result<(), String> {
    let done = world::seed(&opened.obole).await;
    opened.settle().await;
    done
}

async fn listen(port: u16) -> Result<TcpListener, String> {
    let last = port.saturating_add(PORTS_TRIED);
    for port in port..=last {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(format!("cannot listen on port {port}: {error}")),
        }
    }
    Err(format!("every port from {port} to {last} is taken"))
}

fn greet(base_url: &str, folder: &Path) {
    println!("Obole's demo: {base_url}");
    println!("The world lives in {}. No real money. Ctrl-C ends it.", folder.display());
    println!();
    println!("Three things to try:");
    println!("  1. Come in as Alice and post:  @obole #envoyer 12€ @bob");
    println!(
        "  2. Give more than 30 €:        @obole #don 50€ @refuge   (PIN of everybody: {})",
        world::PIN
    );
    println!("  3. Pay somebody without account, then open the link you get as somebody else:");
    println!("                                 @obole send 20€ @zoe");
}

/// A folder that is gone when the demo ends.
struct Fresh(PathBuf);

impl Fresh {
    fn make() -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("obole-demo-{}", crate::target::new_id()));
        std::fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
