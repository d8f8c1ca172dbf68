//! The square: the built-in network. Its posts live with us, so handing a message over is showing it.

use std::sync::Arc;

use domain::member::Network;
use domain::port::{BoxFuture, Connector, Feed, Outgoing, Undelivered};

/// The square's connector.
pub struct Square {
    feed: Arc<dyn Feed>,
}

impl Square {
    /// A connector that shows messages on `feed`.
    #[must_use]
    pub fn new(feed: Arc<dyn Feed>) -> Self {
        Self { feed }
    }
}

impl Connector for Square {
    fn network(&self) -> Network {
        Network::SQUARE
    }

    fn in_house(&self) -> bool {
        true
    }

    fn send<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Vec<Result<(), Undelivered>>> {
        Box::pin(async move {
            let shown = self.feed.show(messages).await;
            messages.iter().map(|_| shown.clone()).collect()
        })
    }
}
