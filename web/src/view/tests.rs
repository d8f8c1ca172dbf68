//! Every page in every language renders; its HTML is well formed; its forms have their token and their
//! labels; and templates hold no words of their own. `OBOLE_GALLERY=/tmp/gallery cargo test -p web gallery`
//! writes the pages to look at.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use app::words::{LOCALES, Words};
use askama::Template;
use domain::lang::Lang;
use domain::say::{Arg, Say};
use domain::time::Timestamp;

use super::approve::{Alike, ApprovePage, ApproveStep, Sheet, SheetPayee};
use super::card::{Act, Deed, State, Step, Trail};
use super::claim::{ClaimPage, ClaimState, Cost};
use super::design::{DesignPage, MadeUp};
use super::door::{DoorPage, KnockPage, LinkPage, Resident};
use super::join::JoinPage;
use super::me::{Device, Fees, MePage, PinState};
use super::movement::Balance;
use super::needs::{Need, NeedsPage};
use super::payment::{Payee, PaymentPage};
use super::piece::{Moment, Notice, Tone};
use super::post::Audience;
use super::refund::{RefundPage, RefundStep};
use super::request::{Block, RequestPage};
use super::shell::{Me, Shell, Theme};
use super::square::{MessagesPage, MoneyPanel, SquarePage, Suggestion, Talk};
use super::trouble::{Trouble, TroublePage};

mod drive;
mod html;
mod operator;
mod places;

fn shell(t: &'static Words, path: &str) -> Shell {
    let person = MadeUp::new(t).person("@alice");
    Shell {
        t,
        theme: Theme::Auto,
        path: path.into(),
        csrf: "token".into(),
        me: Some(Me { person, unread: 1, needs: 2, operator: true }),
        demo: true,
        regime: "sandbox",
        live: "/live".into(),
    }
}

fn stranger(t: &'static Words, path: &str) -> Shell {
    Shell { me: None, ..shell(t, path) }
}

/// A day in March, in words.
fn in_march(t: &Words) -> String {
    t.date(Timestamp(1_773_316_800_000_000), &jiff::tz::TimeZone::UTC)
}

/// Every page with its states, by name.
fn pages(t: &'static Words) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add =
        |name: &str, html: askama::Result<String>| all.push((name.to_owned(), html.unwrap()));
    for (name, page) in doors(t) {
        add(&name, page);
    }
    add("square", square(t).render());
    add("square-empty", empty_square(t).render());
    add("messages", messages(t).render());
    add(
        "messages-empty",
        MessagesPage { talk: empty_talk(t), notice: None, ..messages(t) }.render(),
    );
    for state in State::ALL {
        add(&format!("payment-{}", state.code()), payment(t, state).render());
    }
    for step in [
        RefundStep::Yes,
        RefundStep::Pin,
        RefundStep::Touch,
        RefundStep::NoPin,
        RefundStep::Locked,
        RefundStep::Ask,
        RefundStep::Waits,
        RefundStep::Over,
    ] {
        add(&format!("refund-{step:?}"), refund(t, step).render());
    }
    add("needs", needs(t).render());
    let empty = NeedsPage {
        notice: None,
        approvals: vec![],
        confirmations: vec![],
        set_aside: vec![],
        claims: vec![],
        requests: vec![],
        asking: vec![],
        refunds: vec![],
        ..needs(t)
    };
    add("needs-empty", empty.render());
    for (name, page) in approvals(t) {
        add(&name, page.render());
    }
    for (name, page) in claims(t) {
        add(&name, page.render());
    }
    for pin in [PinState::Missing, PinState::Set, PinState::Locked] {
        add(&format!("me-{pin:?}").to_lowercase(), me(t, pin).render());
    }
    for (name, page) in requests(t) {
        add(name, page.render());
    }
    for (name, page) in troubles(t) {
        add(name, page.render());
    }
    for (name, page) in drive::pages(t) {
        add(name, page);
    }
    for (name, page) in operator::pages(t) {
        add(name, page);
    }
    for (name, page) in places::pages(t) {
        add(name, page);
    }
    add("design", DesignPage::new(shell(t, "/design")).render());
    all
}

fn doors(t: &'static Words) -> Vec<(String, askama::Result<String>)> {
    let about = |handle: &str| match handle {
        "@chezlea" => "Bistro on the corner, twelve tables, parmentier on Fridays.",
        "@refuge" => "Shelter for forty cats and nine dogs.",
        "@lesondes" => "Five friends, two guitars, a new record.",
        _ => "Lives round the corner and eats at Chez Léa.",
    };
    let residents = MadeUp::new(t).people().into_iter();
    let people =
        residents.map(|person| Resident { about: about(&person.handle).into(), person }).collect();
    let door = DoorPage {
        shell: stranger(t, "/"),
        notice: Some(Notice { tone: Tone::Red, text: t.text("refused-handle_taken") }),
        people,
        name: "Zoé".into(),
        handle: "zoe".into(),
        passkeys: true,
        join: true,
    };
    let link = |asked| LinkPage {
        shell: stranger(t, "/door"),
        notice: None,
        handle: String::new(),
        asked,
        passkeys: !asked,
        join: !asked,
    };
    let knock = |token: Option<&str>| KnockPage {
        shell: Shell { demo: false, regime: "licensed", ..stranger(t, "/door/x") },
        token: token.map(str::to_owned),
    };
    vec![
        ("door-refused".into(), door.render()),
        (
            "door".into(),
            DoorPage { notice: None, name: String::new(), handle: String::new(), ..door }.render(),
        ),
        ("door-link".into(), link(false).render()),
        ("door-link-asked".into(), link(true).render()),
        ("join".into(), joining(t).render()),
        ("door-token".into(), knock(Some("abc")).render()),
        ("door-token-spent".into(), knock(None).render()),
    ]
}

fn square(t: &'static Words) -> SquarePage {
    let made = MadeUp::new(t);
    let tries = ["page-try-send", "page-try-give", "page-try-balance"]
        .map(|id| t.text_with(id, &[("who", "bob")]));
    SquarePage {
        shell: shell(t, "/square"),
        notice: None,
        composer: made.composer("token", Audience::Public),
        suggestions: tries.map(|text| Suggestion { text, href: "/square?draft=x".into() }).into(),
        posts: made.timeline("token"),
        older: Some("/square?before=7".into()),
        money: MoneyPanel {
            t,
            balances: vec![Balance {
                available: made.euros(28_800),
                held: Some(made.euros(2_000)),
            }],
            needs: made.needs().into_iter().take(1).collect(),
            needs_count: 2,
        },
        talk: talk(t),
    }
}

fn empty_square(t: &'static Words) -> SquarePage {
    let made = MadeUp::new(t);
    let mut composer = made.composer("token", Audience::Direct);
    composer.draft = "@obole #envoyer 1.000€ @bob\n<script>".into();
    composer.error = Some(t.text("refused-slow_down"));
    composer.reply_to = made.timeline("").into_iter().find_map(|post| post.reply_to);
    SquarePage {
        notice: made.notices().into_iter().next(),
        composer,
        suggestions: vec![],
        posts: vec![],
        older: None,
        money: MoneyPanel {
            t,
            balances: vec![Balance { available: made.euros(0), held: None }],
            needs: vec![],
            needs_count: 0,
        },
        talk: empty_talk(t),
        ..square(t)
    }
}

fn talk(t: &'static Words) -> Talk {
    let made = MadeUp::new(t);
    Talk {
        t,
        posts: made.talk("token"),
        composer: made.composer("token", Audience::OnlyDirect),
        older: Some("/messages?before=3".into()),
    }
}

fn empty_talk(t: &'static Words) -> Talk {
    Talk { posts: vec![], older: None, ..talk(t) }
}

fn messages(t: &'static Words) -> MessagesPage {
    MessagesPage { shell: shell(t, "/messages"), notice: None, talk: talk(t) }
}

fn payment(t: &'static Words, state: State) -> PaymentPage {
    let made = MadeUp::new(t);
    let waits = matches!(state, State::Asked | State::Held | State::Claimed);
    let payee = |handle: &str| Payee {
        person: made.person(handle),
        amount: None,
        state: None,
        back: None,
        refund: None,
    };
    let each = |handle: &str, state| Payee {
        amount: Some(made.euros(2_500)),
        state: Some(state),
        ..payee(handle)
    };
    PaymentPage {
        shell: shell(t, "/pay/pay_1"),
        notice: (state == State::Cancelled).then(|| made.notices().remove(0)),
        id: "pay_019a7c3e5f2b7d10a4c8".into(),
        state,
        reason: (state == State::Refused).then(|| t.text("refused-recipient_self")),
        amount: made.euros(5_000),
        from: made.person("@alice"),
        payees: match state {
            State::Declined => vec![each("@bob", State::Paid), each("@carol", State::Asked)],
            State::Paid => vec![payee("@chezlea")],
            _ => vec![payee("@zoe")],
        },
        what: Some(made.rich("pour le resto avec @carol")),
        fee: (state == State::Paid).then(|| made.euros(75)),
        net: (state == State::Paid).then(|| made.euros(4_925)),
        until: waits.then(|| made.in_days(7)),
        trail: trail(t),
        post_href: Some("/square#post-t5".into()),
        request_href: (state == State::Paid).then(|| "/request/bill_1".into()),
        schedule_href: (state == State::Paid).then(|| "/schedules/sched_1".into()),
        approve_href: (state == State::Asked).then(|| "/approve/pay_1".into()),
        share: (state == State::Held).then(|| made.share()),
        cancellable: waits,
        back: (state == State::Paid).then(|| made.given_back()),
        asked_back: (state == State::Paid).then(|| asked_back(t)),
        refund: (state == State::Paid)
            .then(|| Act { href: "/refund/pay_1".into(), label: t.text("page-refund-ask") }),
    }
}

fn asked_back(t: &'static Words) -> String {
    let made = MadeUp::new(t);
    let (amount, until) = (made.euros(1_000), made.in_days(7).shown);
    let args = [("to", "Chez Léa"), ("amount", &*amount), ("until", &*until)];
    t.text_with("page-refund-waits", &args)
}

fn refund(t: &'static Words, step: RefundStep) -> RefundPage {
    let made = MadeUp::new(t);
    let asks = matches!(step, RefundStep::Ask | RefundStep::Waits);
    RefundPage {
        shell: shell(t, "/refund/pay_1"),
        id: "pay_1".into(),
        key: "0123456789abcdefghjkmnpqrs".into(),
        whole: made.euros(5_000),
        other: made.person(if asks { "@chezlea" } else { "@alice" }),
        what: Some(made.rich("pour le resto")),
        back: Some(made.given_back()),
        fee: (!asks).then(|| made.euros(52)),
        asked: (step == RefundStep::Waits).then(|| asked_back(t)),
        declinable: step == RefundStep::Pin,
        amount: "35.00".into(),
        left: "35.00".into(),
        error: (step == RefundStep::Yes).then(|| t.text("refused-refund_done")),
        touch: step == RefundStep::Touch,
        step,
    }
}

fn trail(t: &'static Words) -> Trail {
    let made = MadeUp::new(t);
    let step = |deed, minutes| Step { deed, who: None, at: made.ago(minutes) };
    let steps = vec![
        step(Deed::Asked, 3_010),
        step(Deed::Approved, 3_008),
        step(Deed::SetAside, 3_008),
        Step { who: Some(made.person("@zoe").name), ..step(Deed::Claimed, 12) },
    ];
    Trail { t, steps }
}

fn needs(t: &'static Words) -> NeedsPage {
    let made = MadeUp::new(t);
    let [approval, held] = <[Need; 2]>::try_from(made.needs()).ok().unwrap();
    let claimed = Need {
        id: "pay_2".into(),
        share: None,
        act: Some(Act { href: "/pay/pay_2".into(), label: t.text("page-needs-confirmations") }),
        ..held.clone()
    };
    let mine = Need { id: "pay_3".into(), share: None, act: None, ..held.clone() };
    NeedsPage {
        shell: shell(t, "/needs"),
        notice: None,
        approvals: vec![approval],
        confirmations: vec![claimed],
        set_aside: vec![held],
        claims: vec![mine.clone()],
        requests: vec![Need { id: "bill_1".into(), ..mine.clone() }],
        asking: vec![Need { id: "bill_2".into(), ..mine.clone() }],
        refunds: vec![Need { id: "pay_5".into(), ..mine }],
    }
}

fn approvals(t: &'static Words) -> Vec<(String, ApprovePage)> {
    let made = MadeUp::new(t);
    let payee = |handle: &str, paid_before| SheetPayee {
        person: made.person(handle),
        amount: None,
        since: Some(in_march(t)),
        paid_before,
        alike: None,
    };
    let sheet = || Sheet {
        amount: made.euros(5_000),
        gift: false,
        payees: vec![payee("@bob", 3)],
        what: Some(made.rich("pour le resto")),
        available: made.euros(30_000),
        until: made.in_days(1),
        warning: None,
        shown: "5f1d".into(),
    };
    let page = |step| ApprovePage {
        shell: shell(t, "/approve/pay_1"),
        id: "pay_1".into(),
        story: "/pay/pay_1".into(),
        asker: None,
        when: None,
        sheet: sheet(),
        touch: false,
        step,
    };
    let wrong = made.reader.say(&Say::new("refused-pin_wrong").with("left", Arg::Count(3)));
    let pin = |error| ApproveStep::Pin { error };
    let doubted = Sheet { warning: Some(t.text("page-approve-doubted")), ..sheet() };
    let unsaid = || ApproveStep::Yes { error: Some(t.text("refused-slow_down")) };
    let each = Sheet {
        payees: ["@bob", "@carol", "@elodie"]
            .map(|handle| SheetPayee { amount: Some(made.euros(2_500)), ..payee(handle, 0) })
            .into(),
        amount: made.euros(7_500),
        ..sheet()
    };
    let unknown = SheetPayee { since: None, ..payee("@zoe", 0) };
    let alike = Sheet { payees: vec![like(payee("@zoe", 0), made.person("@bob"))], ..sheet() };
    let gift = Sheet { gift: true, payees: vec![payee("@refuge", 1)], what: None, ..sheet() };
    let weak = ApproveStep::NoPin { error: Some(t.text("refused-pin_weak")) };
    let mut all = vec![
        ("approve".to_owned(), page(pin(None))),
        ("approve-wrong".into(), page(pin(Some(wrong)))),
        ("approve-each".into(), ApprovePage { sheet: each, ..page(pin(None)) }),
        ("approve-alike".into(), ApprovePage { sheet: alike, ..page(pin(None)) }),
        ("approve-gift".into(), ApprovePage { sheet: gift, ..page(pin(None)) }),
        (
            "approve-new".into(),
            ApprovePage { sheet: Sheet { payees: vec![unknown], ..sheet() }, ..page(pin(None)) },
        ),
        ("approve-yes".into(), page(ApproveStep::Yes { error: None })),
        ("approve-doubted".into(), ApprovePage { sheet: doubted, ..page(unsaid()) }),
        ("approve-no-pin".into(), page(ApproveStep::NoPin { error: None })),
        ("approve-weak-pin".into(), page(weak)),
    ];
    let asker = made.person("@bob").name;
    all.extend(approvals_of_requests(|step| ApprovePage {
        id: "bill_1".into(),
        story: "/request/bill_1".into(),
        asker: Some(asker.clone()),
        ..page(step)
    }));
    all.extend(approvals_by_touch(t, page));
    all.extend(approvals_of_schedules(t, page));
    let ended = |state: State| format!("approve-ended-{}", state.code());
    all.extend(State::ALL.map(|state| (ended(state), page(ApproveStep::Ended(state)))));
    all
}

fn like(payee: SheetPayee, person: super::piece::Person) -> SheetPayee {
    SheetPayee { alike: Some(Alike { person, paid: Some(3) }), ..payee }
}

fn approvals_by_touch(
    t: &'static Words,
    page: impl Fn(ApproveStep) -> ApprovePage,
) -> Vec<(String, ApprovePage)> {
    let wrong = ApproveStep::Touch { error: Some(t.text("refused-passkey_wrong")) };
    let either = ApprovePage { touch: true, ..page(ApproveStep::Pin { error: None }) };
    vec![
        ("approve-touch".into(), page(wrong)),
        ("approve-touch-or-pin".into(), either),
        ("approve-changed".into(), page(ApproveStep::Changed)),
        ("approve-locked".into(), page(ApproveStep::Locked)),
    ]
}

fn approvals_of_schedules(
    t: &'static Words,
    page: impl Fn(ApproveStep) -> ApprovePage,
) -> Vec<(String, ApprovePage)> {
    let steps = [ApproveStep::Pin { error: None }, ApproveStep::Ended(State::Active)];
    let scheduled = |step| {
        let when =
            t.line("page-schedule-monthly").with("first", "31 mars 2026").count("day", 1_u32);
        let name = format!("approve-schedule-{}", matches!(step, ApproveStep::Ended(_)));
        (name, ApprovePage { when: Some(when.to_string()), ..page(step) })
    };
    steps.map(scheduled).into()
}

fn approvals_of_requests(asked: impl Fn(ApproveStep) -> ApprovePage) -> Vec<(String, ApprovePage)> {
    let ended = [State::Paid, State::Declined, State::Withdrawn, State::Expired];
    let mut all = vec![
        ("approve-request".into(), asked(ApproveStep::Yes { error: None })),
        ("approve-request-pin".into(), asked(ApproveStep::Pin { error: None })),
    ];
    all.extend(ended.map(|state| {
        (format!("approve-request-{}", state.code()), asked(ApproveStep::Ended(state)))
    }));
    all
}

fn block(t: &'static Words, blocked: bool) -> Block {
    Block { person: MadeUp::new(t).person("@bob"), member: "mem_1".into(), blocked }
}

/// As a sharer who is asked, as one who has paid, and as who asked sees it.
fn requests(t: &'static Words) -> Vec<(&'static str, RequestPage)> {
    let made = MadeUp::new(t);
    let part = |handle: &str, state| Payee {
        person: made.person(handle),
        amount: Some(made.euros(1_500)),
        state: Some(state),
        back: None,
        refund: None,
    };
    let asked = || RequestPage {
        shell: shell(t, "/request/bill_1"),
        id: "bill_1".into(),
        amount: made.euros(4_500),
        shared: true,
        from: made.person("@bob"),
        parts: vec![part("@alice", State::Open), part("@carol", State::Paid)],
        own: Some(made.euros(1_500)),
        paid: Some(made.euros(1_500)),
        what: Some(made.rich("pour le resto")),
        until: Some(made.in_days(7)),
        reminded: Some(made.ago(60)),
        approve_href: Some("/approve/bill_1".into()),
        payment_href: None,
        own_open: false,
        block: Some(block(t, false)),
    };
    let paid = RequestPage {
        shared: false,
        parts: vec![part("@alice", State::Withdrawn)],
        own: None,
        paid: None,
        what: None,
        until: None,
        reminded: None,
        approve_href: None,
        payment_href: Some("/pay/pay_1".into()),
        block: Some(block(t, true)),
        ..asked()
    };
    let own = RequestPage { approve_href: None, own_open: true, block: None, ..asked() };
    vec![("request-asked", asked()), ("request-paid", paid), ("request-own", own)]
}

fn claims(t: &'static Words) -> Vec<(String, ClaimPage)> {
    let made = MadeUp::new(t);
    let page = |state| ClaimPage {
        shell: shell(t, "/claim/7Hq2"),
        token: "7Hq2".into(),
        amount: made.euros(2_000),
        from: made.person("@bob"),
        to: "@zoe".into(),
        what: Some(made.rich("pour le café")),
        until: made.in_days(7),
        cost: None,
        state,
        error: None,
    };
    let cost = || Cost { fee: made.euros(30), net: made.euros(1_970) };
    vec![
        (
            "claim-offer-to-merchant".to_owned(),
            ClaimPage { cost: Some(cost()), ..page(ClaimState::Offer) },
        ),
        (
            "claim-sign-in".to_owned(),
            ClaimPage { shell: stranger(t, "/claim/7Hq2"), ..page(ClaimState::SignIn) },
        ),
        ("claim-offer".into(), page(ClaimState::Offer)),
        (
            "claim-error".into(),
            ClaimPage { error: Some(t.text("refused-busy")), ..page(ClaimState::Offer) },
        ),
        ("claim-waiting".into(), page(ClaimState::Waiting)),
        ("claim-yours".into(), page(ClaimState::Yours)),
        ("claim-own".into(), page(ClaimState::Own(made.share()))),
        ("claim-ended".into(), page(ClaimState::Ended)),
        ("claim-returned".into(), page(ClaimState::Returned)),
    ]
}

fn joining(t: &'static Words) -> JoinPage {
    JoinPage {
        shell: stranger(t, "/join"),
        notice: Some(Notice { tone: Tone::Red, text: t.text("refused-handle_taken") }),
        name: "Zoé".into(),
        handle: "zoe".into(),
    }
}

fn me(t: &'static Words, pin: PinState) -> MePage {
    let made = MadeUp::new(t);
    MePage {
        shell: shell(t, "/me"),
        notice: (pin == PinState::Set).then(|| made.notices().remove(0)),
        person: made.person("@alice"),
        since: in_march(t),
        pin,
        pin_error: (pin == PinState::Missing).then(|| t.text("refused-pin_weak")),
        pin_next: "/me".into(),
        devices: true,
        passkeys: match pin {
            PinState::Missing => vec![],
            PinState::Set | PinState::Locked => vec![Device {
                id: "5f1d".into(),
                name: "Téléphone".into(),
                since: "12 mars 2026".into(),
            }],
        },
        passkey_error: (pin == PinState::Locked).then(|| t.text("refused-passkey_wrong")),
        fees: (pin == PinState::Locked).then(|| Fees {
            rate: t.rate(150),
            amount: made.euros(10_000),
            fee: made.euros(150),
            net: made.euros(9_850),
        }),
        stopped: pin == PinState::Locked,
        blocked: match pin {
            PinState::Set => vec![],
            PinState::Missing | PinState::Locked => vec![block(t, true)],
        },
        sessions: 2,
    }
}

fn troubles(t: &'static Words) -> Vec<(&'static str, TroublePage)> {
    let page = |trouble| TroublePage { shell: shell(t, "/x"), trouble, text: None, act: None };
    vec![
        (
            "trouble-refused",
            TroublePage {
                text: Some(t.text("refused-not_yours")),
                act: Some(Act { href: "/needs".into(), label: t.text("page-needs") }),
                ..page(Trouble::Refused("not_yours".into()))
            },
        ),
        ("trouble-missing", TroublePage { shell: stranger(t, "/x"), ..page(Trouble::NotFound) }),
        ("trouble-stale", page(Trouble::Stale)),
        ("trouble-busy", page(Trouble::Busy(2))),
        ("trouble-fault", page(Trouble::Fault("f-7c3e5f2b".into()))),
    ]
}

fn each_page(check: impl Fn(&str, &str)) {
    for words in Words::all() {
        for (name, html) in pages(words) {
            check(&format!("{name} in {}", words.tag()), &html);
        }
    }
}

#[test]
fn pages_are_well_formed() {
    each_page(|name, html| {
        if let Err(fault) = html::well_formed(html) {
            panic!("{name}: {fault}");
        }
    });
}

#[test]
fn every_form_has_its_token_and_every_field_its_label() {
    each_page(|name, html| {
        let page = html::tags(html);
        let labels: BTreeSet<_> = page
            .iter()
            .filter(|tag| tag.name == "label")
            .filter_map(|tag| tag.get("for"))
            .collect();
        for (at, form) in page.iter().enumerate().filter(|(_, tag)| tag.name == "form") {
            assert!(form.get("action").is_some_and(|action| action.starts_with('/')), "{name}");
            let token = page.get(at + 1).expect("a form has content");
            if form.get("method") == Some("get") {
                // It only looks, and an address is no place for a token.
                assert_ne!(token.get("name"), Some("csrf"), "{name}");
                continue;
            }
            assert_eq!(form.get("method"), Some("post"), "{name}");
            assert_eq!(
                (token.get("name"), token.get("value")),
                (Some("csrf"), Some("token")),
                "{name}: {form:?}"
            );
        }
        for field in
            page.iter().filter(|tag| ["input", "textarea", "select"].contains(&tag.name.as_str()))
        {
            let id = field.get("id");
            let named =
                field.get("type") == Some("hidden") || id.is_some_and(|id| labels.contains(id));
            assert!(named, "{name}: a field without label: {field:?}");
        }
    });
}

#[test]
fn ids_are_unique_and_what_refers_to_them_finds_them() {
    each_page(|name, html| {
        let page = html::tags(html);
        let mut ids = BTreeSet::new();
        for id in page.iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id), "{name}: two elements are called {id}");
        }
        for tag in &page {
            for attribute in ["for", "aria-labelledby", "aria-describedby", "data-copy"] {
                if let Some(id) = tag.get(attribute) {
                    assert!(ids.contains(id), "{name}: {attribute}={id} leads nowhere");
                }
            }
        }
    });
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    each_page(|name, html| {
        assert!(!html.contains("<script>"), "{name}");
        for tag in html::tags(html) {
            assert!(tag.name != "style" && tag.get("style").is_none(), "{name}: {tag:?}");
            assert!(
                !tag.attributes.iter().any(|(key, _)| key.starts_with("on")),
                "{name}: {tag:?}"
            );
            for key in ["src", "href", "action"] {
                let address = tag.get(key).unwrap_or("/");
                let here = address.starts_with('/') || address.starts_with('#');
                let said = tag.name == "a" && address.starts_with("http://localhost:8080/");
                assert!((here && !address.starts_with("//")) || said, "{name}: {tag:?}");
            }
            if let Some(file) = tag.get("src").or_else(|| tag.get("href"))
                && let Some(file) = file.strip_prefix("/static/")
            {
                let (file, mark) = file.split_once("?v=").expect("a static file has its mark");
                assert!(super::assets::find(file).is_some() && mark.len() == 16, "{name}: {file}");
            }
        }
    });
}

#[test]
fn no_name_of_a_text_is_shown() {
    each_page(|name, html| {
        let shown = html::text(html);
        for word in shown.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')) {
            let names = ["page-", "refused-", "state-"];
            assert!(!names.iter().any(|start| word.starts_with(start)), "{name} shows {word}");
        }
    });
}

#[test]
fn templates_hold_no_words_and_name_only_texts_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let files = [root.clone(), root.join("piece")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect::<Vec<_>>();
    assert!(files.len() > 20);
    for path in files {
        let source = fs::read_to_string(&path).unwrap();
        for call in ["text(\"", "line(\"", "text_with(\""] {
            for id in source.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                for (tag, _) in LOCALES {
                    let words = Words::get(Lang::parse(tag).unwrap());
                    assert!(words.has(id), "{} names {id}, which {tag}.ftl lacks", path.display());
                }
            }
        }
        // The name of a page is a class for the style sheet and is never shown.
        let class =
            source.split_once("{% block page %}").and_then(|(_, rest)| rest.split_once("{%"));
        let plain = html::without_template(&source);
        let plain = plain.replacen(class.map_or("\0", |(class, _)| class), "", 1);
        let stray = html::text(&plain);
        assert!(!stray.contains(char::is_alphabetic), "{} says {stray:?}", path.display());
        for tag in html::tags(&plain) {
            for key in
                ["aria-label", "title", "placeholder", "alt", "data-show", "data-hide", "data-done"]
            {
                let said = tag.get(key).unwrap_or_default();
                assert!(!said.contains(char::is_alphabetic), "{}: {tag:?}", path.display());
            }
        }
    }
}

#[test]
fn the_texts_of_the_pages_are_those_that_the_pages_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = read_all(&root.join("templates")) + &read_all(&root.join("src"));
    for line in LOCALES[0].1.lines().filter(|line| line.starts_with("page-")) {
        let id = line.split(" =").next().unwrap();
        let built = id.starts_with("page-state-");
        assert!(built || sources.contains(&format!("\"{id}\"")), "no page says {id}");
    }
    let quoted =
        sources.split('"').filter(|text| text.starts_with("page-") && !text.ends_with('-'));
    for id in quoted.filter(|text| !text.contains(|c: char| !(c.is_ascii_lowercase() || c == '-')))
    {
        assert!(Words::get(Lang::En).has(id), "{id} has no words");
    }
}

fn read_all(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            if path.is_dir() {
                read_all(&path)
            } else {
                fs::read_to_string(path).unwrap_or_default()
            }
        })
        .collect()
}

#[test]
fn what_people_write_is_escaped() {
    let html = empty_square(Words::get(Lang::En)).render().unwrap();
    assert!(html.contains("&#60;script&#62;") && !html.contains("<script>"));
}

#[test]
fn short_moments_are_hours_today_and_full_before() {
    let made = MadeUp::new(Words::get(Lang::En));
    assert_eq!(made.ago(5).shown, "11:59");
    assert_eq!(made.ago(24 * 60).shown, "Friday 20 November, 12:04");
    let Moment { iso, .. } = made.ago(0);
    assert_eq!(iso, "2026-11-21T11:04:00Z");
}

#[test]
fn gallery() {
    let Ok(folder) = std::env::var("OBOLE_GALLERY") else { return };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("static")).unwrap();
    for asset in super::assets::ASSETS {
        fs::write(folder.join("static").join(asset.name), asset.body).unwrap();
    }
    for words in Words::all() {
        for (name, html) in pages(words) {
            let page = html.replace("\"/static/", "\"static/");
            fs::write(folder.join(format!("{name}.{}.html", words.tag())), page).unwrap();
        }
    }
}
