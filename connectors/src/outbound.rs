//! The one way out: requests by HTTP to addresses that somebody else chose.
//!
//! A name is resolved once, every address it has is checked, and the connection goes to a checked address: a name that
//! means another address a moment later leads nowhere. Redirects are not followed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Method, Request, Uri, header};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long one request may take, from the name to the answer's head.
pub const REQUEST_MAX: Duration = Duration::from_secs(10);

/// The longest head of an answer, in bytes. Bodies are not read.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// The longest address, in bytes.
pub const URL_BYTES_MAX: usize = 500;

/// A client for addresses that somebody else chose.
#[derive(Clone)]
pub struct Outbound {
    tls: Arc<ClientConfig>,
    /// Whether private addresses, and http, are let through: for tests on one machine.
    private: bool,
}

/// Why there is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsent {
    /// The address is not one we send to.
    AddressRefused,
    /// The name means no address.
    NameUnknown,
    /// Nobody takes the connection, or it broke.
    Unreachable,
    /// The certificate does not hold.
    CertificateWrong,
    /// It took too long.
    TooSlow,
}

impl Unsent {
    /// In a few words, for the log.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::AddressRefused => "the address is private, or not https",
            Self::NameUnknown => "the name means no address",
            Self::Unreachable => "the connection was not taken or broke",
            Self::CertificateWrong => "the certificate does not hold",
            Self::TooSlow => "no answer within ten seconds",
        }
    }
}

/// An address that was read: where to connect, and what to ask for.
struct Target {
    https: bool,
    host: String,
    port: u16,
    path: String,
}

impl Outbound {
    /// A client; `private` lets private addresses and http through.
    ///
    /// # Panics
    /// Never: the versions of TLS are those of the library.
    #[must_use]
    pub fn new(private: bool) -> Self {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("the library knows its own versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self { tls: Arc::new(config), private }
    }

    /// Whether an address may be sent to, as far as its text tells.
    #[must_use]
    pub fn accepts(&self, url: &str) -> bool {
        let Some(target) = self.target(url) else { return false };
        target.host.parse::<IpAddr>().map_or(true, |ip| self.private || is_public(ip))
    }

    /// Posts a body and gives the answer's status.
    ///
    /// # Errors
    /// [`Unsent`] if there is none.
    pub async fn post(
        &self,
        url: &str,
        headers: &[(&str, String)],
        body: Vec<u8>,
    ) -> Result<u16, Unsent> {
        let target = self.target(url).ok_or(Unsent::AddressRefused)?;
        let host = match target.host.contains(':') {
            true => format!("[{}]:{}", target.host, target.port),
            false => format!("{}:{}", target.host, target.port),
        };
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(&target.path)
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::USER_AGENT, "obole");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request =
            request.body(Full::new(Bytes::from(body))).map_err(|_| Unsent::AddressRefused)?;
        let sent = tokio::time::timeout(REQUEST_MAX, self.send(&target, request));
        sent.await.unwrap_or(Err(Unsent::TooSlow))
    }

    fn target(&self, url: &str) -> Option<Target> {
        let uri: Uri = url.parse().ok().filter(|_| url.len() <= URL_BYTES_MAX)?;
        let https = match uri.scheme_str()? {
            "https" => true,
            "http" if self.private => false,
            _ => return None,
        };
        let authority = uri.authority()?;
        let plain = !authority.as_str().contains('@') && !url.contains('#');
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let port = authority.port_u16().unwrap_or(if https { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        (plain && !host.is_empty()).then_some(Target { https, host, port, path })
    }

    async fn send(&self, target: &Target, request: Request<Full<Bytes>>) -> Result<u16, Unsent> {
        let address = self.resolve(target).await?;
        let stream = TcpStream::connect(address).await.map_err(|_| Unsent::Unreachable)?;
        if !target.https {
            return exchange(stream, request).await;
        }
        let name = ServerName::try_from(target.host.clone());
        let name = name.map_err(|_| Unsent::AddressRefused)?;
        let tls = TlsConnector::from(self.tls.clone()).connect(name, stream).await;
        exchange(tls.map_err(|_| Unsent::CertificateWrong)?, request).await
    }

    /// The address to connect to: all that the name means must be fit for it, so that none is left to luck.
    async fn resolve(&self, target: &Target) -> Result<SocketAddr, Unsent> {
        let found = tokio::net::lookup_host((target.host.as_str(), target.port)).await;
        let found: Vec<SocketAddr> = found.map_err(|_| Unsent::NameUnknown)?.collect();
        if !self.private && !found.iter().all(|address| is_public(address.ip())) {
            return Err(Unsent::AddressRefused);
        }
        found.first().copied().ok_or(Unsent::NameUnknown)
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<Bytes>>,
) -> Result<u16, Unsent> {
    let mut builder = http1::Builder::new();
    builder.max_buf_size(HEAD_BYTES_MAX);
    let (mut sender, connection) =
        builder.handshake(TokioIo::new(stream)).await.map_err(|_| Unsent::Unreachable)?;
    let status =
        async { sender.send_request(request).await.map(|answer| answer.status().as_u16()) };
    tokio::pin!(status, connection);
    // The connection is driven here and dropped with the answer, whose body nobody reads. An answer that came just before
    // the connection ended is an answer.
    let answered = tokio::select! {
        biased;
        answered = &mut status => answered,
        _ = &mut connection => status.await,
    };
    answered.map_err(|_| Unsent::Unreachable)
}

/// Whether an address is one of the public internet.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || matches!(
            (a, b, c),
            (0 | 224.., _, _) | (100, 64..=127, _) | (192, 0, 0) | (198, 18 | 19, _)
        );
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(v4) = address.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    // Only 2000::/3 is given out; in it stand documentation, and tunnels that hide another address.
    let [first, second, ..] = address.segments();
    let hidden = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
    first & 0xe000 == 0x2000 && !hidden && first != 0x3fff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_public_internet_are_sent_to() {
        let guard = Outbound::new(false);
        for private in [
            "http://shop.example.org/",
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "https://172.16.0.1/",
            "https://192.168.0.1/",
            "https://169.254.169.254/latest",
            "https://100.64.0.1/",
            "https://0.0.0.0/",
            "https://224.0.0.1/",
            "https://255.255.255.255/",
            "https://[::1]/",
            "https://[::]/",
            "https://[fc00::1]/",
            "https://[fe80::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:db8::1]/",
            "https://user@shop.example.org/",
            "https://shop.example.org/#x",
            "ftp://shop.example.org/",
            "shop.example.org",
            "",
        ] {
            assert!(!guard.accepts(private), "{private}");
        }
        let long = format!("https://shop.example.org/{}", "x".repeat(URL_BYTES_MAX));
        assert!(!guard.accepts(&long));
        for public in
            ["https://shop.example.org/hook?a=b", "https://9.9.9.9/", "https://[2620:fe::fe]/"]
        {
            assert!(guard.accepts(public), "{public}");
        }
        assert!(Outbound::new(true).accepts("http://127.0.0.1:9/hook"));
    }

    #[tokio::test]
    async fn a_name_that_means_a_private_address_leads_nowhere() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
        let sent = Outbound::new(false).post(&url, &[], Vec::new()).await;
        assert_eq!(sent, Err(Unsent::AddressRefused));
        let plain = url.replace("https", "http");
        drop(listener);
        let sent = Outbound::new(true).post(&plain, &[], Vec::new()).await;
        assert_eq!(sent, Err(Unsent::Unreachable));
    }
}
