//! The configuration: one TOML file, unknown names refused.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use app::obole::Programs;
use app::webauthn::RelyingParty;
use domain::money::Currency;
use domain::policy::Regime;
use serde::Deserialize;
use store::Server;

use crate::otlp::Endpoint;
use crate::serve::SEAL_EVERY;
use crate::stop::Stop;

/// The longest time between two seals, in seconds: a day.
const SEAL_EVERY_S_MAX: u32 = 24 * 60 * 60;

/// What stands in `obole.toml`.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// The folder of the database.
    pub(crate) data: PathBuf,
    /// The PostgreSQL that several nodes share, as in `postgres://obole@db.example.org/obole`.
    pub(crate) database: Option<String>,
    /// Who vouches for that server.
    pub(crate) database_ca: Option<PathBuf>,
    /// Where to listen, as in `127.0.0.1:8080`.
    pub(crate) listen: SocketAddr,
    /// How people reach the service, as in `https://pay.example.org`.
    pub(crate) base_url: String,
    /// `sandbox` or `licensed`.
    pub(crate) regime: String,
    /// Names by which posts call the service.
    #[serde(default = "default_names")]
    pub(crate) names: Vec<String>,
    /// What a number without currency counts; absent: the service asks.
    pub(crate) default_currency: Option<String>,
    /// The first policy; later ones come by `obole admin policy`.
    pub(crate) policy: Option<PathBuf>,
    /// Seconds between two seals.
    pub(crate) seal_every_s: Option<u32>,
    /// The key that signs published seals.
    pub(crate) seal_key: Option<PathBuf>,
    /// Where to serve the figures; absent: nowhere.
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// `text` or `json`.
    #[serde(default)]
    pub(crate) log_format: LogFormat,
    /// Requests of one key of the API in a minute.
    pub(crate) api_requests_per_minute: Option<u32>,
    /// Whether webhooks may lead to private addresses.
    #[serde(default)]
    pub(crate) private_webhooks: bool,
    /// The file of the operator's key.
    pub(crate) key_file: Option<PathBuf>,
    /// Seconds within which the process ends when it is told to.
    pub(crate) stop_s: Option<u32>,
    /// Seconds for which it still takes connections after that.
    pub(crate) stop_pause_s: Option<u32>,
    /// The collector of traces; absent: none are made.
    pub(crate) otlp_endpoint: Option<String>,
    /// Whether anybody may become a member by themselves.
    #[serde(default)]
    pub(crate) join: bool,
}

/// How the log is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON document a line, for programs.
    Json,
}

/// What a setting is for, for docs/reference/settings.md.
pub(crate) struct Setting {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it says, and what holds where it is absent.
    pub(crate) what: &'static str,
    /// A value as it stands in the file.
    pub(crate) example: &'static str,
}

const fn setting(name: &'static str, what: &'static str, example: &'static str) -> Setting {
    Setting { name, what, example }
}

/// Every setting; a test compares them with what the file may hold.
pub(crate) static SETTINGS: &[Setting] = &[
    setting("data", "the folder of the database", "\"/var/lib/obole\""),
    setting(
        "database",
        "the PostgreSQL, 15 or newer, that nodes share; absent: the database is in the folder `data`, which holds the \
         operator key and what the running node notes in either case",
        "\"postgres://obole@db.example.org/obole\"",
    ),
    setting(
        "database_ca",
        "a file with the certificates of whoever vouches for that server, in PEM; absent: those that browsers know. What is \
         not on this machine is spoken to by TLS, unless `database` ends with `?sslmode=disable`",
        "\"/etc/obole/database-ca.pem\"",
    ),
    setting("listen", "address and port; put a TLS proxy in front", "\"127.0.0.1:8080\""),
    setting(
        "base_url",
        "how people reach it, without a slash at the end; https, or http on localhost",
        "\"https://pay.example.org\"",
    ),
    setting("regime", "`\"sandbox\"` or `\"licensed\"`", "\"sandbox\""),
    setting(
        "names",
        "names by which posts call the service; default `[\"@obole\"]`",
        "[\"@obole\", \"@caisse\"]",
    ),
    setting(
        "default_currency",
        "what a number without currency counts; absent: the service asks",
        "\"EUR\"",
    ),
    setting("policy", "the first policy; absent: the built-in one", "\"policy.toml\""),
    setting(
        "seal_every_s",
        "seconds between two seals of what was transferred, 1 to 86400; default 60",
        "60",
    ),
    setting(
        "seal_key",
        "the key that signs published seals, made by `obole admin seal-key`; absent: they are not signed",
        "\"/etc/obole/seal.key\"",
    ),
    setting(
        "metrics_listen",
        "address and port of `GET /metrics`, for the operator's programs alone; absent: not served",
        "\"127.0.0.1:9464\"",
    ),
    setting("log_format", "`\"text\"` or `\"json\"`; default `\"text\"`", "\"json\""),
    setting(
        "api_requests_per_minute",
        "requests that one key of the API may send in a minute; default 600",
        "600",
    ),
    setting(
        "private_webhooks",
        "whether webhooks may lead to private and loopback addresses, and by http, for programs beside the service; default `false`",
        "false",
    ),
    setting(
        "key_file",
        "the operator key, under which texts are encrypted; made at the first start; absent: `OBOLE_KEY` holds its 64 \
         hexadecimal digits, or it is `obole.key` in the database's folder",
        "\"/etc/obole/operator.key\"",
    ),
    setting(
        "stop_s",
        "seconds within which the process ends when it is told to, 5 to 3600; default 20",
        "20",
    ),
    setting(
        "stop_pause_s",
        "seconds for which it then still takes connections, while `/readyz` answers 503, so that a proxy notices; at \
         least 4 less than `stop_s`; default 2",
        "2",
    ),
    setting(
        "otlp_endpoint",
        "address of an OpenTelemetry collector that takes traces by OTLP over HTTP, at `/v1/traces` below it; absent: none are \
         made",
        "\"http://127.0.0.1:4318\"",
    ),
    setting(
        "join",
        "whether anybody may become a member by themselves, at `/join`, with a passkey and the lowest tier; needs a `base_url` \
         with a name; default `false`",
        "true",
    ),
];

fn default_names() -> Vec<String> {
    vec!["@obole".to_owned()]
}

impl Config {
    /// The server of the nodes' database, if there is one.
    pub(crate) fn server(&self) -> Option<Server> {
        let url = self.database.clone()?;
        Some(Server { url, ca: self.database_ca.clone() })
    }

    /// Means a folder's database from here on, wherever this service's own one is.
    pub(crate) fn be_of_a_folder(&mut self) {
        self.database = None;
    }

    /// Reads the file.
    ///
    /// # Errors
    /// A sentence that names the file and what is wrong with it.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let config: Self =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        config.check().map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(config)
    }

    fn check(&self) -> Result<(), String> {
        let server =
            |url: &String| ["postgres://", "postgresql://"].iter().any(|way| url.starts_with(way));
        if !self.database.as_ref().is_none_or(server) {
            return Err("database: must begin with postgres://".to_owned());
        }
        self.regime()?;
        self.currency()?;
        self.seal_every()?;
        self.programs()?;
        self.stop()?;
        self.traces()?;
        let secure = self.base_url.starts_with("https://");
        let local = self.base_url.starts_with("http://localhost")
            || self.base_url.starts_with("http://127.0.0.1");
        if !secure && !local {
            return Err(
                "base_url: must begin with https://, or with http://localhost on one machine"
                    .to_owned(),
            );
        }
        if self.base_url.ends_with('/') {
            return Err("base_url: without a slash at its end".to_owned());
        }
        if self.join && RelyingParty::of(&self.base_url).is_none() {
            return Err(
                "join: people join with passkeys, and those need a name in base_url".to_owned()
            );
        }
        if self.metrics_listen.is_some_and(|address| address == self.listen) {
            return Err(
                "metrics_listen: an address of its own, or anybody sees the figures".to_owned()
            );
        }
        let named = |name: &String| name.starts_with('@') && name.len() > 1;
        if self.names.is_empty() || !self.names.iter().all(named) {
            return Err("names: at least one, each beginning with @".to_owned());
        }
        Ok(())
    }

    /// The operator's legal position.
    ///
    /// # Errors
    /// A sentence for a regime that this program does not offer.
    pub(crate) fn regime(&self) -> Result<Regime, String> {
        match self.regime.as_str() {
            "sandbox" => Ok(Regime::Sandbox),
            "licensed" => Ok(Regime::Licensed),
            "psp-held" | "limited-network" => Err(format!(
                "regime: {:?} needs a payment service provider, and none can be configured yet",
                self.regime
            )),
            other => Err(format!("regime: {other:?} is neither \"sandbox\" nor \"licensed\"")),
        }
    }

    /// How often what was transferred is sealed.
    ///
    /// # Errors
    /// A sentence for a time that makes no sense.
    pub(crate) fn seal_every(&self) -> Result<Duration, String> {
        match self.seal_every_s {
            None => Ok(SEAL_EVERY),
            Some(seconds @ 1..=SEAL_EVERY_S_MAX) => Ok(Duration::from_secs(seconds.into())),
            Some(seconds) => {
                Err(format!("seal_every_s: {seconds} is not from 1 to {SEAL_EVERY_S_MAX}"))
            }
        }
    }

    /// What programs may do.
    ///
    /// # Errors
    /// A sentence for a pace that lets nobody in.
    pub(crate) fn programs(&self) -> Result<Programs, String> {
        let private_webhooks = self.private_webhooks;
        match self.api_requests_per_minute {
            None => Ok(Programs { private_webhooks, ..Programs::default() }),
            Some(0) => Err("api_requests_per_minute: at least 1".to_owned()),
            Some(requests_per_minute) => Ok(Programs { requests_per_minute, private_webhooks }),
        }
    }

    /// Where traces go.
    ///
    /// # Errors
    /// A sentence for what is no address.
    pub(crate) fn traces(&self) -> Result<Option<Endpoint>, String> {
        let read = |text: &String| {
            Endpoint::parse(text).map_err(|error| format!("otlp_endpoint: {error}"))
        };
        self.otlp_endpoint.as_ref().map(read).transpose()
    }

    /// How the process ends.
    ///
    /// # Errors
    /// A sentence for times that leave none to finish.
    pub(crate) fn stop(&self) -> Result<Stop, String> {
        let seconds = |given: Option<u32>, otherwise: Duration| {
            given.map_or(otherwise, |seconds| Duration::from_secs(seconds.into()))
        };
        let within = seconds(self.stop_s, Stop::SERVED.within);
        let stop = Stop { pause: seconds(self.stop_pause_s, Stop::SERVED.pause), within };
        if !(Stop::WITHIN_MIN..=Stop::WITHIN_MAX).contains(&within) {
            return Err(format!("stop_s: {} is not from 5 to 3600", within.as_secs()));
        }
        if stop.pause + Stop::FINISH_MIN > within {
            return Err("stop_pause_s: leaves less than 4 of the seconds of stop_s".to_owned());
        }
        Ok(stop)
    }

    /// The currency of a bare number.
    ///
    /// # Errors
    /// A sentence for a code that is no currency.
    pub(crate) fn currency(&self) -> Result<Option<Currency>, String> {
        match &self.default_currency {
            None => Ok(None),
            Some(code) => match Currency::parse(code) {
                Some(currency) => Ok(Some(currency)),
                None => Err(format!("default_currency: {code:?} is no ISO 4217 currency")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "data = \"/var/lib/obole\"\nlisten = \"127.0.0.1:8080\"\n\
        base_url = \"https://pay.example.org\"\nregime = \"sandbox\"\n";

    fn check(text: &str) -> Result<(), String> {
        toml::from_str::<Config>(text).map_err(|error| error.to_string())?.check()
    }

    /// What serde says of a name it does not know lists those that it does.
    #[test]
    fn every_setting_is_explained_by_an_example_that_is_right() {
        let error = toml::from_str::<Config>("no_such_name = 1").unwrap_err().to_string();
        let (_, listed) = error.split_once("expected one of ").unwrap();
        let names: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
        assert_eq!(names, SETTINGS.iter().map(|setting| setting.name).collect::<Vec<_>>());
        let line = |setting: &Setting| format!("{} = {}\n", setting.name, setting.example);
        assert_eq!(check(&SETTINGS.iter().map(line).collect::<String>()), Ok(()));
        assert_eq!(check(include_str!("../../obole.example.toml")), Ok(()));
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(check(GOOD), Ok(()));
        for (wrong, says) in [
            (format!("{GOOD}colour = 1"), "colour"),
            (GOOD.replace("https://pay", "http://pay"), "base_url"),
            (GOOD.replace("\"sandbox\"", "\"psp-held\""), "provider"),
            (format!("{GOOD}default_currency = \"EUX\""), "EUX"),
            (format!("{GOOD}names = [\"obole\"]"), "names"),
            (GOOD.replace("127.0.0.1:8080", "here"), "listen"),
            (format!("{GOOD}seal_every_s = 0"), "seal_every_s"),
            (format!("{GOOD}metrics_listen = \"127.0.0.1:8080\""), "metrics_listen"),
            (format!("{GOOD}log_format = \"xml\""), "log_format"),
            (format!("{GOOD}api_requests_per_minute = 0"), "api_requests_per_minute"),
            (
                format!("{GOOD}join = true").replace("https://pay.example.org", "http://127.0.0.1"),
                "join",
            ),
            (format!("{GOOD}stop_s = 4"), "stop_s"),
            (format!("{GOOD}otlp_endpoint = \"https://localhost\""), "otlp_endpoint"),
            (format!("{GOOD}stop_s = 6\nstop_pause_s = 3"), "stop_pause_s"),
        ] {
            assert!(check(&wrong).is_err_and(|error| error.contains(says)), "{wrong}");
        }
    }
}
