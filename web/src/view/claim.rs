//! The page behind a private link: somebody set money aside for somebody who had no account.

use askama::Template;

use super::piece::{Moment, Person, Share};
use super::rich::Rich;
use super::shell::Shell;

/// Money that waits for its owner.
#[derive(Template)]
#[template(path = "claim.html")]
pub struct ClaimPage {
    /// What stands around.
    pub shell: Shell,
    /// The secret of the link.
    pub token: String,
    /// How much.
    pub amount: String,
    /// Who set it aside.
    pub from: Person,
    /// For whom, as the sender wrote it: `@zoe`.
    pub to: String,
    /// What it is for.
    pub what: Option<Rich>,
    /// Until when it waits.
    pub until: Moment,
    /// What the fee is and what arrives after it, for a reader who pays one.
    pub cost: Option<Cost>,
    /// Where it stands for this reader.
    pub state: ClaimState,
    /// What was wrong with the last try.
    pub error: Option<String>,
}

/// What receiving costs, ready to show.
pub struct Cost {
    /// The fee.
    pub fee: String,
    /// What remains.
    pub net: String,
}

/// Where a claim stands for the reader.
pub enum ClaimState {
    /// Nobody is signed in.
    SignIn,
    /// The reader may claim it.
    Offer,
    /// The reader has claimed it; the sender confirms.
    Waiting,
    /// It is the reader's.
    Yours,
    /// The reader set it aside: the link is for somebody else.
    Own(Share),
    /// It went to somebody or was taken back.
    Ended,
    /// Nobody claimed it in time; it went back.
    Returned,
}
