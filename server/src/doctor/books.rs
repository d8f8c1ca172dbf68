//! The database: that it opens and is well-formed, its clock, its policies, what waits in it.

use std::path::Path;

use app::policy;
use domain::policy::{Policy, Regime};
use domain::port::Fault;
use domain::suspense::WAIT_US_MAX;
use domain::time::{DAY_US, MINUTE_US, SECOND_US, Timestamp};
use store::{KeyError, OpenError, Reader};

use super::{Findings, machine};
use crate::config::Config;
use crate::keys;
use crate::target::told;

/// A message that waits longer is stuck, in microseconds.
const WAITING_US_MAX: i64 = 10 * MINUTE_US;

/// A key that is older should be replaced, in microseconds.
const KEY_US_MAX: i64 = 365 * DAY_US;

/// How far the machine's clock may be behind what the database has seen, in microseconds.
const BEHIND_US_MAX: i64 = SECOND_US;

const RESTORE: &str =
    "stop the service, keep a copy of the folder, and restore a backup (docs/operate.md)";

const SERVER: &str = "see that the server runs, and that psql reaches the database from here by the same address; its log \
                      says more";

const KEY: &str =
    "put the key back where it was; your copy of it is not among the backups (docs/operate.md)";

pub(super) fn look(
    folder: &Path,
    config: Option<&Config>,
    integrity: bool,
    findings: &mut Findings,
) {
    let key = match keys::source(config) {
        Ok(key) => key,
        Err(error) => return findings.fault("key", error, "put the key into it, or unset it"),
    };
    let server = config.and_then(Config::server);
    let is_shared = server.is_some();
    let opened = match server {
        Some(server) => store::connect_read(server, folder, &key),
        None => store::open_read_with(folder, &key),
    };
    let readers = match opened {
        Ok(readers) => readers,
        Err(error) => return unopened(&error, folder, is_shared, findings),
    };
    let restore = if is_shared { SERVER } else { RESTORE };
    let size = is_shared.then(|| readers.size().database);
    let looked = readers.read(|read| {
        if let Some((place, at)) = read.moved()? {
            gone(&place, at, findings);
            return Ok(());
        }
        database(read, size, integrity, findings)?;
        clock(read, findings)?;
        policies(read, config, findings)?;
        outbox(read, findings)?;
        keys(read, findings)?;
        suspense(read, findings)
    });
    if let Err(fault) = looked {
        findings.fault("database", told(&fault), restore);
    }
}

/// What is here went elsewhere: how that is, must be asked there.
fn gone(place: &str, at: Timestamp, findings: &mut Findings) {
    let says =
        format!("it was moved to {place} at {} and is frozen: it is served no more", at.to_jiff());
    let mend = format!(
        "put database = \"{place}\" into the configuration, with the password if there is one, and ask again; keep \
         this folder with your backups"
    );
    findings.fault("database", says, mend);
}

/// Why a database cannot be looked at.
fn unopened(error: &OpenError, folder: &Path, is_shared: bool, findings: &mut Findings) {
    match error {
        OpenError::Missing { .. } => {
            let says = format!("there is none in {} yet", folder.display());
            findings.warning("database", says, "obole serve makes it");
        }
        OpenError::Empty => findings.warning("database", told(error), "start a node"),
        OpenError::Schema(_) => {
            let mend = "use the program that this database was last opened with, or a newer one; \
                        a newer one brings it up to date when it serves";
            findings.fault("database", told(error), mend);
        }
        OpenError::Key(KeyError::NotSealed) => {
            let mend = "start the program: it encrypts what an older one wrote, and then serves";
            findings.fault("key", told(error), mend);
        }
        OpenError::Key(KeyError::Database(_) | KeyError::Damaged(_)) if !is_shared => {
            findings.fault("database", told(error), RESTORE);
        }
        OpenError::Key(KeyError::Database(_)) => {
            findings.fault("database", told(error), SERVER);
        }
        OpenError::Key(_) => findings.fault("key", told(error), KEY),
        OpenError::Version { .. } => {
            findings.fault("database", told(error), "use a newer PostgreSQL");
        }
        OpenError::Arriving => {
            findings.fault("database", told(error), "let it come to its end before a node starts");
        }
        _ if is_shared => findings.fault("database", told(error), SERVER),
        _ => findings.fault("database", told(error), RESTORE),
    }
}

fn database(
    read: &Reader,
    size: Option<u64>,
    integrity: bool,
    findings: &mut Findings,
) -> Result<(), Fault> {
    let schema = read.schema()?;
    if let Some(bytes) = size {
        let says = format!(
            "schema {schema}, {} on the server, which checks its own form",
            machine::bytes(bytes)
        );
        findings.ok("database", says);
        return Ok(());
    }
    match if integrity { read.quick_check()? } else { None } {
        Some(wrong) => findings.fault("database", format!("it is damaged: {wrong}"), RESTORE),
        None if integrity => findings.ok("database", format!("schema {schema}, well-formed")),
        None => findings.ok("database", format!("schema {schema}, its form was not checked")),
    }
    Ok(())
}

fn now() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_microsecond())
}

fn clock(read: &Reader, findings: &mut Findings) -> Result<(), Fault> {
    let (last, theirs) = (read.last_at()?, read.clock()?);
    let whose = if theirs.is_some() { "the server" } else { "this machine" };
    let now = theirs.unwrap_or_else(now);
    let behind = last.0.saturating_sub(now.0);
    if behind > BEHIND_US_MAX {
        let says = format!(
            "{whose} says {}, but the database was already at {}",
            now.to_jiff(),
            last.to_jiff()
        );
        let mend = "set the clock (timedatectl): until it has caught up, every payment gets that older instant";
        findings.fault("clock", says, mend);
    } else {
        let says = format!("{whose} says {}, not behind the database", now.to_jiff());
        findings.ok("clock", says);
    }
    Ok(())
}

fn policies(read: &Reader, config: Option<&Config>, findings: &mut Findings) -> Result<(), Fault> {
    let regime = config.and_then(|config| config.regime().ok()).unwrap_or(Regime::Sandbox);
    let mut versions: Vec<Policy> = Vec::new();
    for text in read.policies()? {
        match policy::read(&text.body, text.version, text.starts_at, regime) {
            Ok(policy) => versions.push(policy),
            Err(error) => {
                let says = format!("version {} cannot be used: {}", text.version, error.trim_end());
                let mend = "start the program that imported it, or restore a backup from before";
                findings.fault("policy", says, mend);
                return Ok(());
            }
        }
    }
    let now = now();
    let Some(policy) = versions.iter().rev().find(|policy| policy.starts_at <= now) else {
        let mend = "obole serve imports the first policy when it starts";
        findings.warning("policy", "no version is in force", mend);
        return Ok(());
    };
    let offered: Vec<&str> =
        policy.currencies.iter().map(|offered| offered.currency.code()).collect();
    let default = config.and_then(|config| config.currency().ok().flatten());
    match default.filter(|default| !offered.contains(&default.code())) {
        Some(default) => findings.warning(
            "policy",
            format!(
                "default_currency is {}, which version {} does not offer",
                default.code(),
                policy.version
            ),
            "offer it in a policy (obole admin policy FILE), or change default_currency",
        ),
        None => findings.ok(
            "policy",
            format!(
                "version {} is in force, with {}, days counted in {}",
                policy.version,
                offered.join(", "),
                policy.zone.iana_name().unwrap_or("UTC")
            ),
        ),
    }
    Ok(())
}

fn outbox(read: &Reader, findings: &mut Findings) -> Result<(), Fault> {
    let (waiting, oldest) = (read.outbox_count()?, read.oldest_waiting()?);
    let waits_us = oldest.map_or(0, |due| now().0.saturating_sub(due.0));
    if waits_us > WAITING_US_MAX {
        let says =
            format!("{waiting} messages wait, the first for {} minutes", waits_us / MINUTE_US);
        let mend =
            "start the service if it is not running; else its log says why they are not told";
        findings.warning("outbox", says, mend);
    } else {
        findings.ok("outbox", format!("{waiting} messages wait"));
    }
    match read.dead_letters(None, 1)?.first() {
        Some(last) => findings.warning(
            "outbox",
            format!(
                "{} messages were given up, the last on {} after {} tries: {}",
                read.dead_letter_count()?,
                last.network.name(),
                last.tries,
                last.error
            ),
            "mend what the error names; people see their payments on their page all the same",
        ),
        None => findings.ok("outbox", "no message was given up"),
    }
    Ok(())
}

fn keys(read: &Reader, findings: &mut Findings) -> Result<(), Fault> {
    let keys = read.api_key_ages()?;
    let now = now();
    let old = keys.iter().filter(|(_, since)| since.plus_us(KEY_US_MAX) < now).count();
    match keys.first().filter(|_| old > 0) {
        Some((id, since)) => findings.warning(
            "keys",
            format!(
                "{old} of {} keys of programs are older than a year, first {id} of {}",
                keys.len(),
                since.to_jiff()
            ),
            "make a new one (obole admin key) and give it to the program",
        ),
        None => {
            findings.ok("keys", format!("{} keys of programs, none older than a year", keys.len()))
        }
    }
    Ok(())
}

fn suspense(read: &Reader, findings: &mut Findings) -> Result<(), Fault> {
    let (items, oldest) = read.suspense_waiting()?;
    let waits_us = oldest.map_or(0, |at| now().0.saturating_sub(at.0));
    if waits_us > WAIT_US_MAX {
        let says = format!(
            "{items} items of money without owner, the oldest for {} days",
            waits_us / DAY_US
        );
        let mend = "match them or send them back (/operator/suspense, or obole admin match and \
                    send-back)";
        findings.warning("suspense", says, mend);
    } else {
        findings.ok("suspense", format!("{items} items of money without owner"));
    }
    Ok(())
}
