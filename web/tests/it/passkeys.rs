//! Passkeys: what they open, and everything that they must not.

use std::time::Duration;

use app::webauthn::encode;
use axum::http::StatusCode;
use domain::passkey::{Ceremony, Challenge, challenge};
use serde_json::{Value, json};

use crate::device::Device;
use crate::town::{PIN, Seen, Town, Visitor};

/// The town's address is `http://localhost:8080`.
fn device() -> Device {
    Device::on("http://localhost:8080", "localhost")
}

impl Visitor<'_> {
    /// What the script of a page gets for a device.
    async fn asked(&mut self, ceremony: &str, about: &[(&str, &str)]) -> Value {
        let fields: Vec<_> = about.iter().copied().chain([("ceremony", ceremony)]).collect();
        let seen = self.post("/passkeys/ask", &fields).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
        serde_json::from_str(&seen.body).unwrap()
    }

    /// Adds a passkey, and shows why it is hers.
    async fn add(&mut self, device: &mut Device, proof: (&str, &str)) -> Seen {
        let asked = self.asked("add", &[]).await;
        let made = device.make(&asked);
        self.post("/passkeys", &[("name", "my phone"), ("creation", &made), proof]).await
    }

    /// Waits until a direct message says this.
    async fn hears(&mut self, says: &str) {
        for _ in 0..200 {
            if self.get("/messages").await.says(says) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("nobody says {says:?}");
    }

    /// Signs a sheet with a device, as it shows itself.
    async fn touch(&mut self, path: &str, device: &mut Device) -> Seen {
        let sheet = self.get(path).await;
        let asked = self.asked("approve", &[("shown", &sheet.shown(path))]).await;
        let assertion = device.sign(&asked);
        self.submit(&sheet, path, &[("assertion", &assertion)]).await
    }
}

impl Seen {
    /// The digest of what the sheet at `path` shows.
    fn shown(&self, path: &str) -> String {
        let fields = self.form(path);
        fields.into_iter().find(|(name, _)| name == "shown").unwrap().1
    }
}

/// Somebody who joins, with a passkey and no PIN.
async fn joined<'t>(town: &'t Town, handle: &str) -> (Visitor<'t>, Device) {
    let (mut visitor, mut device) = (town.visitor(), device());
    visitor.get("/join").await;
    let asked = visitor.asked("join", &[("name", "Zoé Test"), ("handle", handle)]).await;
    let made = device.make(&asked);
    let fields = [("name", "Zoé Test"), ("handle", handle), ("creation", &made)];
    let seen = visitor.post("/join", &fields).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    visitor.get("/me").await;
    (visitor, device)
}

/// Alice with a passkey beside her PIN.
async fn alice_with_passkey(town: &Town) -> (Visitor<'_>, Device) {
    let (mut alice, mut phone) = (town.visitor_as("alice").await, device());
    let added = alice.add(&mut phone, ("pin", PIN)).await;
    assert_eq!(added.location().as_deref(), Some("/me?said=page-passkey-is-added"));
    alice.get("/me").await;
    (alice, phone)
}

#[tokio::test]
async fn the_first_passkey_takes_the_pin_and_the_next_one_a_touch() {
    let town = Town::demo().await;
    let (mut alice, mut phone) = (town.visitor_as("alice").await, device());
    for (proof, says) in
        [(("pin", ""), "this is not your PIN"), (("pin", "135790"), "4 tries left")]
    {
        let seen = alice.add(&mut phone, proof).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{proof:?}");
        assert!(seen.says(says), "{proof:?}: {}", seen.body);
    }
    let added = alice.add(&mut phone, ("pin", PIN)).await;
    let me = alice.follow(added).await;
    assert!(me.says("Your passkey is added.") && me.says("my phone"), "{}", me.body);
    alice.hears("New passkey for your account: my phone").await;
    let mut laptop = device();
    let bare = alice.add(&mut laptop, ("pin", "")).await;
    assert!(bare.says("this takes one of your passkeys"), "{}", bare.body);
    let asked = alice.asked("secure", &[("change", "add")]).await;
    let touched = phone.sign(&asked);
    let added = alice.add(&mut laptop, ("assertion", &touched)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let me = alice.get("/me").await;
    let removal = me.links("/passkeys/");
    assert_eq!(removal.len(), 2, "{}", me.body);
    let again = alice.add(&mut device(), ("assertion", &touched)).await;
    assert!(again.says("has answered already"), "{}", again.body);
    let id = removal[0].strip_prefix("/passkeys/").unwrap();
    let path = format!("{}/remove", removal[0]);
    let asked = alice.asked("secure", &[("change", "remove"), ("passkey", &"0".repeat(64))]).await;
    let other = alice.post(&path, &[("assertion", &phone.sign(&asked))]).await;
    assert!(other.says("it signed something else"), "{}", other.body);
    let asked = alice.asked("secure", &[("change", "remove"), ("passkey", id)]).await;
    let gone = alice.post(&path, &[("assertion", &phone.sign(&asked))]).await;
    assert_eq!(
        gone.location().as_deref(),
        Some("/me?said=page-passkey-is-removed"),
        "{}",
        gone.body
    );
    alice.hears("is removed from your account").await;
}

#[tokio::test]
async fn who_joins_has_the_lowest_tier_and_comes_in_again_without_a_name() {
    let town = Town::demo().await;
    let (mut zoe, mut phone) = joined(&town, "zoe").await;
    let me = zoe.get("/me").await;
    assert!(me.says("Zoé Test") && me.says("@zoe"), "{}", me.body);
    let profile = town.obole.profile_by_handle("zoe").await.unwrap().unwrap();
    assert_eq!(profile.member.tier, 0);
    let mut guest = town.visitor();
    let door = guest.get("/door").await;
    assert!(door.body.contains("data-passkey=\"sign_in\""), "{}", door.body);
    let asked = guest.asked("sign_in", &[]).await;
    assert_eq!(asked["known"], json!([]), "nobody is named");
    let answer = phone.sign(&asked);
    let seen = guest.post("/door/passkey", &[("assertion", &answer)]).await;
    assert_eq!(seen.location().as_deref(), Some("/square"), "{}", seen.body);
    assert!(guest.get("/me").await.says("@zoe"));
    let mut thief = town.visitor();
    thief.get("/door").await;
    let again = thief.post("/door/passkey", &[("assertion", &answer)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let seen = thief
        .post("/passkeys/ask", &[("ceremony", "join"), ("name", "Zoé"), ("handle", "zoe")])
        .await;
    assert!(seen.body.contains("already taken"), "{}", seen.body);
}

#[tokio::test]
async fn nobody_joins_where_the_operator_does_not_want_it() {
    let town = Town::closed().await;
    let mut guest = town.visitor();
    assert!(!guest.get("/door").await.body.contains("/join"));
    assert_eq!(guest.get("/join").await.status, StatusCode::NOT_FOUND);
    let fields = [("ceremony", "join"), ("name", "Zoé"), ("handle", "zoe")];
    assert_eq!(guest.post("/passkeys/ask", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(guest.post("/join", &[("creation", "{}")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_touch_approves_a_payment_a_request_a_schedule_and_a_refund() {
    let town = Town::demo().await;
    let (mut alice, mut phone) = alice_with_passkey(&town).await;
    let square = alice.say("@obole #send 50€ @bob for the hotel").await;
    let approve = square.link("/approve/pay_").unwrap();
    let paid = alice.touch(&approve, &mut phone).await;
    let id = approve.strip_prefix("/approve/").unwrap();
    assert_eq!(paid.location(), Some(format!("/pay/{id}")), "{}", paid.body);
    assert_eq!((town.available("alice").await, town.available("bob").await), (25_000, 35_000));

    town.visitor_as("bob").await.say("@obole #request 60€ @alice").await;
    let bill = alice.get("/needs").await.link("/approve/bill_").unwrap();
    let paid = alice.touch(&bill, &mut phone).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER, "{}", paid.body);
    assert_eq!(town.available("bob").await, 41_000);

    let (mut bob, mut laptop) = (town.visitor_as("bob").await, device());
    bob.add(&mut laptop, ("pin", PIN)).await;
    let path = format!("/refund/{id}");
    let page = bob.get(&path).await;
    let about = [("refund", id), ("amount", "45,00")];
    let assertion = laptop.sign(&bob.asked("approve", &about).await);
    let more = [("amount", "50,00"), ("assertion", assertion.as_str())];
    let refused = bob.submit(&page, &path, &more).await;
    assert!(refused.says("it signed something else"), "{}", refused.body);
    let page = bob.get(&path).await;
    let signed = [("amount", "45,00"), ("assertion", assertion.as_str())];
    let given = bob.submit(&page, &path, &signed).await;
    assert_eq!(given.location(), Some(format!("/pay/{id}")), "{}", given.body);
    assert_eq!(town.available("bob").await, 36_500);
}

/// What is wrong with an approval, each in one way.
const ABUSES: [&str; 15] = [
    "another payment's sheet was signed",
    "another amount was signed",
    "the challenge was made for signing in",
    "another member's device signed",
    "another member was asked",
    "the challenge is too old",
    "a challenge that we never made",
    "another origin",
    "another port",
    "another relying party",
    "nobody was verified",
    "nobody was present",
    "a new passkey instead of a signature",
    "a forged signature",
    "another chance is named",
];

/// Makes a device say what is wrong.
fn lie(phone: &mut Device, what: &str) {
    match what {
        "another origin" => phone.origin = "https://localhost.example.net".to_owned(),
        "another port" => phone.origin = "http://localhost:8081".to_owned(),
        "another relying party" => phone.host = "example.net".to_owned(),
        "nobody was verified" => phone.flags = 0x01,
        "nobody was present" => phone.flags = 0x04,
        "a new passkey instead of a signature" => phone.kind = Some("webauthn.create"),
        "a forged signature" => phone.forges = true,
        other => panic!("{other}"),
    }
}

/// Tries to pay like this; gives what the page says.
async fn abuse(town: &Town, what: &str, path: &str) -> Seen {
    let (mut alice, mut phone) = alice_with_passkey(town).await;
    let (mut zoe, mut hers) = joined(town, "zoe").await;
    let sheet = alice.get(path).await;
    let shown = sheet.shown(path);
    let asked = alice.asked("approve", &[("shown", &shown)]).await;
    let assertion = match what {
        "another payment's sheet was signed" => {
            let square = alice.say("@obole #send 40€ @carol").await;
            let other = square.link("/approve/pay_").unwrap();
            let shown = alice.get(&other).await.shown(&other);
            phone.sign(&alice.asked("approve", &[("shown", &shown)]).await)
        }
        "another amount was signed" => {
            let id = path.strip_prefix("/approve/").unwrap();
            let about = [("refund", id), ("amount", "50,00")];
            phone.sign(&alice.asked("approve", &about).await)
        }
        "the challenge was made for signing in" => phone.sign(&alice.asked("sign_in", &[]).await),
        "another member's device signed" => hers.sign(&asked),
        "another member was asked" => phone.sign(&zoe.asked("approve", &[("shown", &shown)]).await),
        "the challenge is too old" => {
            let (nonce, digest) = ([7; 32], unhex(&shown));
            let bytes = challenge(Ceremony::Approve, &nonce, &digest);
            let member = Some(town.id("alice").await);
            let keep = move |engine: &mut app::store::Writer| {
                let expires_at = engine.now();
                engine.create_challenge(&Challenge {
                    bytes,
                    ceremony: Ceremony::Approve,
                    member,
                    expires_at,
                })
            };
            town.obole.desk().write(keep).await.unwrap();
            phone.sign(&json!({ "challenge": encode(&bytes), "nonce": encode(&nonce) }))
        }
        "a challenge that we never made" => {
            let bytes = challenge(Ceremony::Approve, &[8; 32], &unhex(&shown));
            phone.sign(&json!({ "challenge": encode(&bytes), "nonce": encode(&[8; 32]) }))
        }
        "another chance is named" => {
            let other = alice.asked("approve", &[("shown", &shown)]).await;
            let asked = json!({ "challenge": asked["challenge"], "nonce": other["nonce"] });
            phone.sign(&asked)
        }
        other => {
            lie(&mut phone, other);
            phone.sign(&asked)
        }
    };
    alice.submit(&sheet, path, &[("assertion", &assertion)]).await
}

fn unhex(text: &str) -> [u8; 32] {
    let byte = |place| u8::from_str_radix(&text[place..place + 2], 16).unwrap();
    let bytes: Vec<u8> = (0..64).step_by(2).map(byte).collect();
    bytes.try_into().unwrap()
}

#[tokio::test]
async fn a_signature_for_anything_else_pays_nothing() {
    for what in ABUSES {
        let town = Town::demo().await;
        let square = town.visitor_as("alice").await.say("@obole #send 50€ @bob").await;
        let path = square.link("/approve/pay_").unwrap();
        let seen = abuse(&town, what, &path).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", seen.body);
        assert!(seen.says("Nothing has moved."), "{what}: {}", seen.body);
        assert_eq!(town.available("alice").await, 30_000, "{what}");
    }
}

#[tokio::test]
async fn a_signature_pays_once_and_a_wrong_one_spends_its_challenge() {
    let town = Town::demo().await;
    let (mut alice, mut phone) = alice_with_passkey(&town).await;
    let square = alice.say("@obole #send 50€ @bob").await;
    let path = square.link("/approve/pay_").unwrap();
    let sheet = alice.get(&path).await;
    let asked = alice.asked("approve", &[("shown", &sheet.shown(&path))]).await;
    phone.forges = true;
    let forged = phone.sign(&asked);
    phone.forges = false;
    let right = phone.sign(&asked);
    for (assertion, says) in [(&forged, "does not prove"), (&right, "has answered already")] {
        let seen = alice.submit(&sheet, &path, &[("assertion", assertion)]).await;
        assert!(seen.says(says), "{}", seen.body);
    }
    let paid = alice.touch(&path, &mut phone).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER, "{}", paid.body);
    assert_eq!(town.available("alice").await, 25_000);
}

#[tokio::test]
async fn a_copy_of_a_passkey_is_refused_and_its_member_warned() {
    let town = Town::demo().await;
    let (mut alice, mut phone) = (town.visitor_as("alice").await, device());
    phone.count = 7;
    alice.add(&mut phone, ("pin", PIN)).await;
    alice.get("/me").await;
    let square = alice.say("@obole #send 50€ @bob").await;
    let path = square.link("/approve/pay_").unwrap();
    phone.count = 6;
    let seen = alice.touch(&path, &mut phone).await;
    assert!(seen.says("looks like a copy"), "{}", seen.body);
    alice.hears("a copy of your passkey my phone").await;
    let paid = alice.touch(&path, &mut phone).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER, "the counter went on: {}", paid.body);
}

/// Whoever has only a session of somebody who joined: no PIN, no device.
#[tokio::test]
async fn a_stolen_session_neither_pays_nor_changes_what_is_needed_to_pay() {
    let town = Town::demo().await;
    let (mut zoe, _) = joined(&town, "zoe").await;
    let credit = app::operate::Order::Credit {
        to: "zoe".to_owned(),
        amount: "90.00 EUR".to_owned(),
        reference: "W-zoe".to_owned(),
    };
    app::operate::carry_out(&town.obole, credit).await.unwrap();
    let square = zoe.say("@obole #send 50€ @bob").await;
    let path = square.link("/approve/pay_").unwrap();
    let sheet = zoe.get(&path).await;
    assert!(!sheet.body.contains("name=\"pin\""), "no PIN can be chosen here: {}", sheet.body);
    let me = zoe.get("/me").await;
    let removal = format!("{}/remove", me.links("/passkeys/").remove(0));
    let mut own = device();
    let asked = zoe.asked("add", &[]).await;
    let made = own.make(&asked);
    let forged = own.sign(&zoe.asked("secure", &[("change", "pin")]).await);
    let new_pin = [("pin", "270319"), ("again", "270319")];
    let tries: [(&str, Vec<(&str, &str)>); 7] = [
        ("/pin", new_pin.to_vec()),
        ("/pin", [&new_pin[..], &[("old", "270319")]].concat()),
        ("/pin", [&new_pin[..], &[("assertion", &forged)]].concat()),
        ("/passkeys", vec![("name", "mine"), ("creation", &made)]),
        ("/passkeys", vec![("name", "mine"), ("creation", &made), ("pin", "270319")]),
        (&removal, vec![]),
        (&removal, vec![("assertion", &forged)]),
    ];
    for (address, fields) in &tries {
        let seen = zoe.post(address, fields).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{address} {fields:?}");
    }
    let shown = sheet.shown(&path);
    for proof in [("pin", ""), ("pin", "270319"), ("assertion", &forged)] {
        let seen = zoe.submit(&sheet, &path, &[("shown", &shown), proof]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{proof:?} {}", seen.body);
    }
    let id = town.id("zoe").await;
    assert_eq!(town.obole.passkeys(id).await.unwrap().len(), 1);
    assert_eq!(town.available("zoe").await, 9_000);
}

#[tokio::test]
async fn a_passkey_gives_back_a_pin_that_is_locked() {
    let town = Town::demo().await;
    let (mut alice, mut phone) = alice_with_passkey(&town).await;
    for _ in 0..5 {
        alice.add(&mut device(), ("pin", "135790")).await;
    }
    assert!(alice.get("/me").await.says("Your PIN is locked"));
    let touched = phone.sign(&alice.asked("secure", &[("change", "pin")]).await);
    let fields = [("pin", "270319"), ("again", "270319"), ("assertion", &touched)];
    let set = alice.post("/pin", &fields).await;
    assert_eq!(set.location().as_deref(), Some("/me?said=pin-set"), "{}", set.body);
}

#[tokio::test]
async fn the_operator_takes_pin_and_passkeys_away() {
    let town = Town::demo().await;
    let (mut alice, _) = alice_with_passkey(&town).await;
    let reset = app::operate::Order::ResetPin { handle: "alice".to_owned() };
    app::operate::carry_out(&town.obole, reset).await.unwrap();
    assert!(town.obole.passkeys(town.id("alice").await).await.unwrap().is_empty());
    let set = alice.post("/pin", &[("pin", "270319"), ("again", "270319")]).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
}

#[tokio::test]
async fn whoever_is_not_there_gets_the_same_answer_as_a_stranger() {
    let town = Town::demo().await;
    let (_, mut phone) = alice_with_passkey(&town).await;
    let mut stranger = device();
    let mut answers = Vec::new();
    for user in [town.id("bob").await.bytes(), [9; 16]] {
        let mut guest = town.visitor();
        guest.get("/door").await;
        let asked = guest.asked("sign_in", &[]).await;
        stranger.make(&json!({ "user": { "id": encode(&user) }, "challenge": "", "nonce": "" }));
        let assertion = stranger.sign(&asked);
        let seen = guest.post("/door/passkey", &[("assertion", &assertion)]).await;
        answers.push((seen.status, seen.says("opens no account here")));
    }
    assert_eq!(answers, [(StatusCode::UNPROCESSABLE_ENTITY, true); 2]);
    let mut guest = town.visitor();
    guest.get("/door").await;
    let asked = guest.asked("sign_in", &[]).await;
    phone.origin = "https://example.net".to_owned();
    let seen = guest.post("/door/passkey", &[("assertion", &phone.sign(&asked))]).await;
    assert!(seen.says("opens no account here"), "{}", seen.body);
    for assertion in ["", "{}", "[1]", "{\"id\":1}"] {
        let seen = guest.post("/door/passkey", &[("assertion", assertion)]).await;
        assert_eq!(seen.status, StatusCode::BAD_REQUEST, "{assertion}");
    }
}

#[tokio::test]
async fn a_device_is_asked_only_so_often() {
    let town = Town::demo().await;
    let mut alice = town.visitor_as("alice").await;
    let mut asked = 0;
    while alice.post("/passkeys/ask", &[("ceremony", "add")]).await.status == StatusCode::OK {
        asked += 1;
        assert!(asked < 100, "no limit");
    }
    assert!((20..=60).contains(&asked), "{asked}");
    let seen = town.visitor_as("bob").await.post("/passkeys/ask", &[("ceremony", "add")]).await;
    assert_eq!(seen.status, StatusCode::OK, "each for themselves");
}
