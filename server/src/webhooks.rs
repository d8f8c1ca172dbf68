//! What the connector of webhooks must know of the service: where endpoints are, and what signs for them.

use std::sync::Arc;

use app::obole::Obole;
use connectors::network::webhook::{Endpoint, Endpoints};
use domain::time::SECOND_US;

/// The endpoints of a service.
pub(crate) struct Known(pub(crate) Arc<Obole>);

impl Endpoints for Known {
    fn find(&self, endpoint: &str) -> (Option<Endpoint>, i64) {
        let now = self.0.now();
        let found = self.0.webhook(endpoint).map(|webhook| {
            let old = webhook.old_secret.filter(|(_, until)| *until > now);
            let secrets = [Some(webhook.secret), old.map(|(secret, _)| secret)];
            Endpoint { url: webhook.url, secrets: secrets.into_iter().flatten().collect() }
        });
        (found, now.0 / SECOND_US)
    }
}
