//! The square's feed: what its connector hands over is shown there.

use domain::port::{BoxFuture, Feed, Outgoing, Undelivered};
use domain::time::Timestamp;
use store::{Delivery, Leased, Writer};

use crate::desk::Desk;

/// The feed of the square, on the desk.
pub struct SquareFeed(pub Desk<Writer>);

impl Feed for SquareFeed {
    fn show<'a>(&'a self, messages: &'a [Outgoing]) -> BoxFuture<'a, Result<(), Undelivered>> {
        let leased: Vec<(Leased, String)> = messages.iter().map(leased).collect();
        Box::pin(async move {
            let write = self.0.write(move |engine| {
                let deliveries: Vec<Delivery<'_>> =
                    leased.iter().map(|(leased, text)| Delivery { leased, text }).collect();
                engine.deliver_to_square(&deliveries, engine.now())
            });
            write.await.map_err(|unable| Undelivered { why: format!("{unable:?}"), again: true })
        })
    }
}

fn leased(outgoing: &Outgoing) -> (Leased, String) {
    let message = outgoing.message.clone();
    let leased = Leased {
        id: outgoing.id,
        fence: outgoing.fence,
        tries: 0,
        network: message.network,
        message,
        trace: None,
        due_at: Timestamp(0),
    };
    (leased, outgoing.text.clone())
}
