//! The configuration: whether it is read, what it names, and whether people can reach the service safely.

use std::path::Path;

use super::{Findings, machine};
use crate::config::Config;
use crate::seals::key::SealKey;

const TOPIC: &str = "settings";

const REFERENCE: &str = "see docs/reference/settings.md";

/// Reads the configuration, or says why it cannot be read.
pub(super) fn read(path: &Path, findings: &mut Findings) -> Option<Config> {
    match Config::read(path) {
        Ok(config) => {
            findings.ok(TOPIC, format!("{} is complete", path.display()));
            Some(config)
        }
        Err(error) => {
            findings.fault(TOPIC, error.trim_end(), REFERENCE);
            None
        }
    }
}

pub(super) fn look(config: &Config, findings: &mut Findings) {
    reach(config, findings);
    policy(config, findings);
    match &config.seal_key {
        Some(file) => seal_key(file, findings),
        None => findings.ok("keys", "published seals are not signed: no seal_key is configured"),
    }
}

fn reach(config: &Config, findings: &mut Findings) {
    let url = &config.base_url;
    let here = config.listen.ip().is_loopback();
    match (url.starts_with("https://"), here) {
        (true, true) => findings.ok("base_url", format!("{url}, by a proxy on this machine")),
        (true, false) => findings.warning(
            "base_url",
            format!("{url} is https, but {} takes unencrypted requests from the network", config.listen),
            "listen on 127.0.0.1 and put the TLS proxy on this machine, or let nobody but the proxy in",
        ),
        (false, true) => findings.ok("base_url", format!("{url}, on this machine alone")),
        (false, false) => findings.fault(
            "base_url",
            format!("{url} is not encrypted and {} is open to the network", config.listen),
            "put a TLS proxy in front and say its https address, or listen on 127.0.0.1",
        ),
    }
    match config.metrics_listen {
        Some(address) if !address.ip().is_loopback() => findings.warning(
            "metrics",
            format!("{address} shows the figures to whoever reaches it"),
            "listen on 127.0.0.1, or on an address that only the scraper reaches",
        ),
        Some(address) => findings.ok("metrics", format!("on {address}")),
        None => findings.ok("metrics", "not served: no metrics_listen is configured"),
    }
    if let Ok(Some(endpoint)) = config.traces() {
        match endpoint.is_local() {
            true => findings.ok("traces", format!("to {endpoint}")),
            false => findings.warning(
                "traces",
                format!("{endpoint} gets them unencrypted over the network"),
                "run a collector on this machine, which sends them on",
            ),
        }
    }
}

/// The policy's file is read at the first start; later it does not matter.
fn policy(config: &Config, findings: &mut Findings) {
    let Some(file) = &config.policy else { return };
    let mend = "name a policy's file, or leave the line out for the built-in policy";
    let regime = match config.regime() {
        Ok(regime) => regime,
        Err(error) => return findings.fault(TOPIC, error, REFERENCE),
    };
    let start = domain::time::Timestamp(0);
    let read = std::fs::read_to_string(file).map_err(|error| error.to_string());
    match read.and_then(|text| app::policy::read(&text, 1, start, regime)) {
        Ok(_) => findings.ok("policy", format!("{} makes sense", file.display())),
        Err(error) => {
            findings.fault("policy", format!("{}: {}", file.display(), error.trim_end()), mend);
        }
    }
}

fn seal_key(file: &Path, findings: &mut Findings) {
    if let Err(error) = SealKey::read(file) {
        let mend = format!("obole admin seal-key {}, or leave the line out", file.display());
        return findings.fault("keys", error, mend);
    }
    if machine::is_open(file) {
        return findings.fault(
            "keys",
            format!("{} can be read by others, who can sign seals in your name", file.display()),
            format!("chmod 600 {}; then make a new key, for this one may be known", file.display()),
        );
    }
    findings.ok("keys", format!("{} signs published seals", file.display()));
}
