//! The static files, built into the program. Each address carries a mark of the content, so that a
//! browser may keep them for ever.

/// A static file.
pub struct Asset {
    /// Its name under `/static/`.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds.
    pub body: &'static [u8],
    mark: u64,
}

macro_rules! asset {
    ($name:literal, $media_type:literal) => {
        Asset::new($name, $media_type, include_bytes!(concat!("../../static/", $name)))
    };
}

/// The style of every page.
pub static STYLE: Asset = asset!("style.css", "text/css; charset=utf-8");
/// Live updates of the square, the messages and the cards.
pub static LIVE: Asset = asset!("live.js", "text/javascript; charset=utf-8");
/// A nicer field for the PIN.
pub static PIN: Asset = asset!("pin.js", "text/javascript; charset=utf-8");
/// Passkeys: what a form has the device asked.
pub static PASSKEY: Asset = asset!("passkey.js", "text/javascript; charset=utf-8");
/// Small comforts: copying a link, closing the menu.
pub static PAGE: Asset = asset!("page.js", "text/javascript; charset=utf-8");
/// The coin.
pub static COIN: Asset = asset!("coin.svg", "image/svg+xml");
/// The coin for a browser's tab.
pub static FAVICON: Asset = asset!("favicon.svg", "image/svg+xml");

/// Every static file there is.
pub static ASSETS: &[&Asset] = &[&STYLE, &LIVE, &PIN, &PASSKEY, &PAGE, &COIN, &FAVICON];

impl Asset {
    const fn new(name: &'static str, media_type: &'static str, body: &'static [u8]) -> Self {
        Self { name, media_type, body, mark: fnv1a(body) }
    }

    /// The address of the file, with the mark of its content.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/static/{}?v={:016x}", self.name, self.mark)
    }
}

/// The static file of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().copied().find(|asset| asset.name == name)
}

/// FNV-1a over the content: a mark that changes with it, nothing that protects it.
const fn fnv1a(body: &[u8]) -> u64 {
    let mut mark: u64 = 0xcbf2_9ce4_8422_2325;
    let mut rest = body;
    while let [byte, tail @ ..] = rest {
        mark = (mark ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        rest = tail;
    }
    mark
}
