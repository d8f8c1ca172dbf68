//! The pages in a real browser: headless Chromium, driven by WebDriver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::program::{Folder, Server, seeded};

/// How long a page may take to show what it must.
const PATIENCE: Duration = Duration::from_secs(20);

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser window.
struct Window {
    driver: Child,
    port: u16,
    session: String,
}

impl Window {
    /// A window of a size, in CSS pixels.
    fn open(folder: &Folder, width: u32, height: u32) -> Self {
        let mut driver = Command::new("chromedriver")
            .args(["--port=0", "--allowed-ips=127.0.0.1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed, or OBOLE_SKIP_BROWSER says that it is not");
        let mut out = BufReader::new(driver.stdout.take().unwrap());
        let port = loop {
            let mut line = String::new();
            assert!(out.read_line(&mut line).unwrap() > 0, "chromedriver does not start");
            let said = line.trim_end().trim_end_matches('.');
            if let Some((_, port)) = said.rsplit_once("successfully on port ") {
                break port.parse().unwrap();
            }
        };
        std::thread::spawn(move || drop(std::io::copy(&mut out, &mut std::io::sink())));
        let mut window = Self { driver, port, session: String::new() };
        let profile = folder.path().join(format!("browser-{width}"));
        let arguments = json!([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            format!("--user-data-dir={}", profile.display()),
            format!("--window-size={width},{height}"),
        ]);
        let wanted = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": { "args": arguments } } } });
        let opened = window.call("POST", "/session", &wanted);
        window.session =
            opened["sessionId"].as_str().unwrap_or_else(|| panic!("{opened}")).to_owned();
        window
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.port,
            body.len(),
        );
        stream.write_all(request.as_bytes()).unwrap();
        serde_json::from_slice::<Value>(&body_of(stream)).unwrap()["value"].clone()
    }

    fn act(&self, what: &str, body: &Value) -> Value {
        self.call("POST", &format!("/session/{}/{what}", self.session), body)
    }

    fn go(&self, url: &str) {
        self.act("url", &json!({ "url": url }));
    }

    /// The element that a selector finds, as soon as there is one.
    fn find(&self, selector: &str) -> String {
        let wanted = json!({ "using": "css selector", "value": selector });
        let began = Instant::now();
        loop {
            let found = self.act("element", &wanted);
            if let Some(id) = found[ELEMENT].as_str() {
                return id.to_owned();
            }
            assert!(
                began.elapsed() < PATIENCE,
                "no {selector} on {}: {}",
                self.url(),
                self.text("body")
            );
        }
    }

    fn click(&self, selector: &str) {
        let element = self.find(selector);
        let done = self.act(&format!("element/{element}/click"), &json!({}));
        assert!(done.is_null(), "{selector}: {done}");
    }

    /// Gives the window a device with passkeys, whose user is there and verified.
    fn add_device(&self) {
        let device = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserConsenting": true,
            "isUserVerified": true,
        });
        let added = self.act("webauthn/authenticator", &device);
        assert!(added.is_string(), "{added}");
    }

    /// Sends a form without its button, and so without asking the device.
    fn send(&self, selector: &str) {
        let script = "document.querySelector(arguments[0]).submit()";
        let sent = self.act("execute/sync", &json!({ "script": script, "args": [selector] }));
        assert!(sent.is_null(), "{selector}: {sent}");
    }

    /// The value of a cookie.
    fn cookie(&self, name: &str) -> String {
        let path = format!("/session/{}/cookie/{name}", self.session);
        let found = self.call("GET", &path, &Value::Null);
        found["value"].as_str().unwrap_or_else(|| panic!("{found}")).to_owned()
    }

    fn type_into(&self, selector: &str, text: &str) {
        let element = self.find(selector);
        let done = self.act(&format!("element/{element}/value"), &json!({ "text": text }));
        assert!(done.is_null(), "{selector}: {done}");
    }

    fn text(&self, selector: &str) -> String {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')";
        let found = self.act("execute/sync", &json!({ "script": script, "args": [selector] }));
        found.as_str().unwrap_or_default().to_owned()
    }

    fn url(&self) -> String {
        self.call("GET", &format!("/session/{}/url", self.session), &Value::Null)
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until what a selector shows contains a text.
    fn until(&self, selector: &str, text: &str) {
        let began = Instant::now();
        while !self.text(selector).contains(text) {
            assert!(
                began.elapsed() < PATIENCE,
                "no {text:?} on {}: {}",
                self.url(),
                self.text("body")
            );
        }
    }

    /// Makes the page exactly this wide, in CSS pixels: narrower than a window on a desktop can be.
    fn narrow(&self, width: u32) {
        let size =
            json!({ "width": width, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": size });
        let done = self.act("goog/cdp/execute", &command);
        assert!(done.get("error").is_none(), "{done}");
    }

    /// Nothing sticks out to the side, and nothing was blocked or failed in the page.
    fn is_in_order(&self) {
        let script =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        let fits = self.act("execute/sync", &json!({ "script": script, "args": [] }));
        assert_eq!(fits, Value::Bool(true), "{} is wider than the window", self.url());
    }

    /// No place in the navigation has its name cut off.
    fn names_its_places(&self) {
        let script = "return [...document.querySelectorAll('.places .label')]\
            .filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText).join()";
        let cut = self.act("execute/sync", &json!({ "script": script, "args": [] }));
        assert_eq!(cut, Value::String(String::new()), "cut off on {}", self.url());
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let path = format!("/session/{}", self.session);
            if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
                let request = format!(
                    "DELETE {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n"
                );
                drop(stream.write_all(request.as_bytes()));
                drop(stream.read(&mut [0]));
            }
        }
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

/// The body of an answer. The driver keeps the connection open, so its length says where the answer ends.
fn body_of(stream: TcpStream) -> Vec<u8> {
    let mut stream = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).unwrap() > 0, "the driver broke off");
        if line.trim_end().is_empty() {
            break;
        }
        if let Some((_, value)) =
            line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    body
}

fn left_out() -> bool {
    let out = std::env::var_os("OBOLE_SKIP_BROWSER").is_some();
    if out {
        eprintln!("left out: Chromium is not here");
    }
    out
}

/// Signs in as one of the demo's people.
fn come_in(window: &Window, base: &str, handle: &str) {
    window.go(&format!("{base}/door"));
    window.click(&format!("button[name=handle][value='@{handle}']"));
    window.find("form.composer textarea");
}

fn post(window: &Window, text: &str) {
    window.type_into("form.composer textarea", text);
    window.click("form.composer button.primary");
}

#[test]
fn a_post_pays_while_two_people_watch() {
    if left_out() {
        return;
    }
    let folder = seeded();
    let server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    let base = format!("http://{}", server.address().replace("127.0.0.1", "localhost"));
    let (alice, bob) = (Window::open(&folder, 1280, 900), Window::open(&folder, 390, 844));
    come_in(&alice, &base, "alice");
    come_in(&bob, &base, "bob");
    bob.go(&format!("{base}/messages"));
    bob.find("form.composer textarea");
    post(&alice, "@obole #envoyer 12€ @bob");
    // Neither page is loaded again: the answers come by themselves.
    alice.until("body", "288,00\u{a0}€");
    bob.until("body", "Alice Martin sent you 12.00\u{a0}€");
    alice.is_in_order();
    bob.is_in_order();
}

#[test]
fn a_larger_payment_is_approved_with_the_pin() {
    if left_out() {
        return;
    }
    let folder = seeded();
    let server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    let base = format!("http://{}", server.address().replace("127.0.0.1", "localhost"));
    let bob = Window::open(&folder, 390, 844);
    come_in(&bob, &base, "bob");
    post(&bob, "@obole send 50€ @carol");
    bob.go(&format!("{base}/needs"));
    bob.click("a[href^='/approve/']");
    bob.until("main", "50.00\u{a0}€");
    bob.until("main", "Carol Nguyen");
    bob.is_in_order();
    bob.type_into("input[name=pin]", "111112");
    bob.click("form.pin-form button.primary");
    bob.until("main", "4");
    bob.type_into("input[name=pin]", "246810");
    bob.click("form.pin-form button.primary");
    bob.until("main", "Carol Nguyen");
    bob.go(&format!("{base}/square"));
    bob.until("body", "250.00\u{a0}€");
}

/// The pages of a member, where a payment waits for approval.
const PAGES: [&str; 13] = [
    "/home",
    "/square",
    "/messages",
    "/needs",
    "/me",
    "/history",
    "/people",
    "/pay",
    "/limits",
    "/schedules",
    "/programs",
    "/drive/@refuge",
    "/design",
];

#[test]
fn the_pages_fit_a_small_phone_in_every_language() {
    if left_out() {
        return;
    }
    let folder = seeded();
    let server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    let base = format!("http://{}", server.address().replace("127.0.0.1", "localhost"));
    let bob = Window::open(&folder, 500, 640);
    bob.narrow(320);
    come_in(&bob, &base, "bob");
    post(&bob, "@obole #senden 50 € @carol");
    bob.go(&format!("{base}/needs"));
    bob.find("a[href^='/approve/']");
    for lang in domain::lang::Lang::ALL.map(domain::lang::Lang::tag) {
        bob.go(&format!("{base}/needs"));
        bob.click("details.menu > summary");
        bob.is_in_order();
        bob.click(&format!("button[name=lang][value={lang}]"));
        bob.find(&format!("html[lang={lang}]"));
        for page in PAGES {
            bob.go(&format!("{base}{page}"));
            bob.find(&format!("html[lang={lang}] main h1, html[lang={lang}] main h2"));
            bob.is_in_order();
        }
        bob.go(&format!("{base}/needs"));
        bob.names_its_places();
        bob.click("a[href^='/approve/']");
        bob.find("input[name=pin]");
        bob.is_in_order();
    }
}

#[test]
fn a_passkey_opens_an_account_comes_in_and_approves_and_its_session_alone_does_not() {
    if left_out() {
        return;
    }
    let folder = seeded();
    let server = Server::start(&folder, &["demo", "--data", &folder.data(), "--port", "0"]);
    let base = format!("http://{}", server.address().replace("127.0.0.1", "localhost"));
    let (alice, zoe) = (Window::open(&folder, 1280, 900), Window::open(&folder, 390, 844));
    zoe.add_device();
    zoe.go(&format!("{base}/join"));
    zoe.type_into("form:not([hidden]) #name", "Zoé Lenoir");
    zoe.type_into("#handle", "zoe");
    zoe.is_in_order();
    zoe.click("form[data-passkey=join]:not([hidden]) button");
    zoe.find("form.composer textarea");
    come_in(&alice, &base, "alice");
    for amount in ["29", "28"] {
        post(&alice, &format!("@obole #envoyer {amount}€ @zoe"));
        alice.until("body", &format!("{amount},00\u{a0}€"));
    }
    zoe.go(&format!("{base}/me"));
    zoe.until("#passkeys", "Your passkeys");
    zoe.is_in_order();
    zoe.send("form[action='/door/out']");
    zoe.click("form[data-passkey=sign_in]:not([hidden]) button");
    zoe.find("form.composer textarea");
    post(&zoe, "@obole #send 50€ @bob");
    zoe.go(&format!("{base}/needs"));
    zoe.click("a[href^='/approve/']");
    zoe.until("main", "50.00\u{a0}€");
    zoe.find("form[data-passkey=approve]:not([hidden]) button");
    zoe.is_in_order();
    let sheet = zoe.url();

    // Whoever has the session and not the device.
    let thief = Window::open(&folder, 800, 600);
    thief.go(&base);
    let cookie = json!({ "name": "obole", "value": zoe.cookie("obole"), "httpOnly": true });
    thief.act("cookie", &json!({ "cookie": cookie }));
    thief.go(&sheet);
    thief.until("main", "50.00\u{a0}€");
    thief.send("form[data-passkey=approve]");
    thief.until("main", "this takes one of your passkeys");
    thief.go(&format!("{base}/me"));
    thief.type_into("#new-pin", "270319");
    thief.type_into("#new-pin-again", "270319");
    thief.send("form[action='/pin']");
    thief.until("main", "this takes one of your passkeys");
    thief.go(&format!("{base}/me"));
    thief.until("#pin-panel", "Keep this PIN");

    zoe.click("form[data-passkey=approve] button");
    zoe.until("main", "Bob Keller");
    zoe.go(&format!("{base}/square"));
    zoe.until("body", "7.00\u{a0}€");
}
