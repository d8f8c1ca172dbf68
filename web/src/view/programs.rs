//! The programs that act for a member, and those that are told of their payments.

use askama::Template;

use super::piece::{Moment, Notice, Tone};
use super::shell::Shell;

/// Keys and endpoints.
#[derive(Template)]
#[template(path = "programs.html")]
pub struct ProgramsPage {
    /// What stands around.
    pub shell: Shell,
    /// Something to say first.
    pub notice: Option<Notice>,
    /// Whether everything is shown, not one endpoint alone.
    pub all: bool,
    /// The keys.
    pub keys: Vec<Key>,
    /// The endpoints.
    pub endpoints: Vec<Endpoint>,
}

/// A key with which a program acts.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its name.
    pub id: String,
    /// What its owner calls it; may be empty.
    pub label: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// Whether it is the service's own.
    pub of_service: bool,
    /// When it was used last.
    pub used: Option<Moment>,
    /// When it ends by itself.
    pub ends: Option<Moment>,
    /// Whether it can still be used.
    pub open: bool,
}

/// Where a program is told what happens.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// Its name.
    pub id: String,
    /// Its address.
    pub url: String,
    /// Whether it is the service's own.
    pub of_service: bool,
    /// Whether only events are shown that nobody tries any more.
    pub dead: bool,
    /// Where those are.
    pub dead_href: String,
    /// Where older ones are.
    pub further: Option<String>,
    /// What it was told, newest first.
    pub events: Vec<Event>,
}

/// What became of an event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its number.
    pub id: i64,
    /// What happened, as programs read it.
    pub what: String,
    /// To which payment.
    pub payment: Option<String>,
    /// `delivered`, `failing` or `dead`.
    pub state: &'static str,
    /// How serious that is.
    pub tone: Tone,
    /// When it was tried last.
    pub at: Moment,
    /// How often it was tried.
    pub tries: u32,
    /// Why it failed last; may be empty.
    pub error: String,
    /// Whether it can be told again.
    pub again: bool,
}
