//! Which server's database sessions speak to, and how: by TLS, unless it is on this machine.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::{Handle, Runtime};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::{Error, Result};

/// Where a database is, and what its sessions run on.
#[derive(Clone)]
pub(crate) struct Target {
    config: Arc<Config>,
    tls: Option<MakeRustlsConnect>,
    handle: Handle,
    /// Ends with the last session.
    _runtime: Arc<Background>,
}

/// A runtime that whoever ends it does not wait for: that may be a task of another runtime, which must not wait.
struct Background(Option<Runtime>);

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// A server's database, and who vouches for the server.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    /// Its address, such as `postgres://user@host/name`; several hosts are tried in order. Unless it says
    /// `sslmode=disable`, whatever is not on this machine is spoken to by TLS.
    pub url: String,
    /// A file with certificates of authorities, in PEM; without it, those that browsers know.
    pub ca: Option<PathBuf>,
}

impl From<&str> for Server {
    fn from(url: &str) -> Self {
        Self { url: url.to_owned(), ca: None }
    }
}

impl From<&String> for Server {
    fn from(url: &String) -> Self {
        Self::from(url.as_str())
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An address may hold a password.
        f.debug_struct("Server").field("ca", &self.ca).finish_non_exhaustive()
    }
}

/// Whether every host of it is on this machine.
fn is_near(config: &Config) -> bool {
    let near = |host: &Host| match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        Host::Unix(_) => true,
    };
    config.get_hosts().iter().all(near)
}

fn tls(ca: Option<&Path>) -> Result<MakeRustlsConnect> {
    let mut roots = RootCertStore::empty();
    match ca {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            for certificate in CertificateDer::pem_file_iter(file).map_err(Error::other)? {
                roots.add(certificate.map_err(Error::other)?).map_err(Error::other)?;
            }
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

impl Target {
    /// Reads an address.
    pub(crate) fn parse(server: &Server) -> Result<Self> {
        let mut config: Config = server.url.parse()?;
        let tls = match config.get_ssl_mode() {
            SslMode::Disable => None,
            SslMode::Prefer if is_near(&config) => None,
            _ => {
                config.ssl_mode(SslMode::Require);
                Some(tls(server.ca.as_deref())?)
            }
        };
        config.application_name("obole").connect_timeout(Duration::from_secs(10));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("postgres")
            .enable_all()
            .build()
            .map_err(Error::other)?;
        let handle = runtime.handle().clone();
        let runtime = Arc::new(Background(Some(runtime)));
        Ok(Self { config: Arc::new(config), tls, handle, _runtime: runtime })
    }

    pub(super) const fn handle(&self) -> &Handle {
        &self.handle
    }

    pub(super) async fn connect(&self) -> Result<Client> {
        // What goes wrong with the connection is told to whoever asks next.
        match &self.tls {
            None => {
                let (client, connection) = self.config.connect(NoTls).await?;
                self.handle.spawn(connection);
                Ok(client)
            }
            Some(tls) => {
                let (client, connection) = self.config.connect(tls.clone()).await?;
                self.handle.spawn(connection);
                Ok(client)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_of_another_runtime_may_end_it() {
        let target = Target::parse(&Server::from("postgres://obole@127.0.0.1/obole")).unwrap();
        let other = tokio::runtime::Builder::new_current_thread().build().unwrap();
        other.block_on(async move { drop(target) });
    }
}
