//! HTTP: pages, the API, live updates. Only this crate contains HTML.
//!
//! Start reading at [`router`], then `pages`, then [`view`].

use std::sync::Arc;
use std::time::Duration;

use app::obole::Obole;
use axum::Router;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;

pub mod api;
pub mod metrics;
mod pages;
mod session;
mod traced;
pub mod view;

/// What every handler has.
#[derive(Clone)]
pub struct State {
    obole: Arc<Obole>,
    operator_secret: Arc<[u8]>,
    pages: Arc<pages::Shared>,
    answers: Arc<metrics::Answers>,
    api: Arc<api::Shared>,
}

impl State {
    /// The service, and the secret of the operator's key of this run.
    #[must_use]
    pub fn new(obole: Arc<Obole>, operator_secret: Vec<u8>) -> Self {
        Self {
            obole,
            operator_secret: operator_secret.into(),
            pages: Arc::default(),
            answers: Arc::default(),
            api: Arc::default(),
        }
    }

    /// Ends the live pages, which never end by themselves; their browsers come back.
    pub fn end_live(&self) {
        self.pages.end_live();
    }
}

/// Every route that the world may see. The demo has its metrics here as well: nobody reaches it through a proxy.
pub fn router(state: State) -> Router {
    let demo = state.obole.settings().demo;
    let metrics = if demo { metrics::routes() } else { Router::new() };
    Router::new()
        .merge(api::routes(&state))
        .merge(metrics)
        .merge(pages::routes(&state))
        .layer(from_fn_with_state(state.clone(), traced::traced))
        .with_state(state)
}

/// The operator's own routes, to be served where only the operator's programs come.
pub fn operator_router(state: State) -> Router {
    metrics::routes().with_state(state)
}

/// Serves until `end` resolves, then gives open connections `drain` to finish.
///
/// # Errors
/// If the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    end: impl Future<Output = ()> + Send + 'static,
    drain: Duration,
) -> std::io::Result<()> {
    let (ended, mut seen) = tokio::sync::watch::channel(false);
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        end.await;
        let _ = ended.send(true);
    });
    let overdue = async move {
        // Live pages never finish by themselves.
        drop(seen.wait_for(|ended| *ended).await);
        tokio::time::sleep(drain).await;
    };
    tokio::select! {
        result = serving => result,
        () = overdue => Ok(()),
    }
}
