//! The people of the demo, used by documents, screenshots and tests too.

use app::obole::{Incoming, Obole};
use app::operate::{Order, carry_out};

use crate::target::sentence;

/// Everybody's PIN.
pub(crate) const PIN: &str = "246810";

/// Handle, name, kind, language, tier, euros at the start, one line about them.
type Person = (&'static str, &'static str, &'static str, &'static str, u8, u32, &'static str);

const PEOPLE: &[Person] = &[
    (
        "alice",
        "Alice Martin",
        "person",
        "fr",
        2,
        300,
        "Libraire à Annecy. Déjeune le jeudi avec la bande.",
    ),
    ("bob", "Bob Keller", "person", "en", 2, 300, "Repairs bicycles, owes everybody lunch."),
    ("carol", "Carol Nguyen", "person", "en", 2, 300, "Nurse. Plays bass in Les Ondes."),
    ("david", "David Roux", "person", "fr", 2, 180, "Instituteur, collectionne les vinyles."),
    ("emma", "Emma Laurent", "person", "fr", 2, 240, "Photographe. Bénévole au Refuge."),
    ("farid", "Farid Benali", "person", "fr", 2, 150, "Boulanger. Se lève tôt."),
    ("grace", "Grace Okafor", "person", "en", 2, 220, "Translator, new in town."),
    ("hugo", "Hugo Blanc", "person", "fr", 0, 60, "Étudiant. Compte ses sous."),
    ("chezlea", "Chez Léa", "merchant", "fr", 2, 40, "Restaurant. Plat du jour à 12,50 €."),
    (
        "lesondes",
        "Les Ondes",
        "merchant",
        "fr",
        2,
        0,
        "Groupe. Vend ses disques à la fin des concerts.",
    ),
    ("refuge", "Le Refuge", "charity", "fr", 2, 0, "Héberge des animaux perdus depuis 1987."),
    ("gardens", "Open Gardens", "charity", "en", 2, 0, "Plants vegetable gardens in schools."),
    (
        "ines",
        "Inès Caron",
        "person",
        "fr",
        2,
        80,
        "Tient le guichet : elle voit aussi les pages de l’opérateur.",
    ),
    (
        "jeudi",
        "La bande du jeudi",
        "person",
        "fr",
        2,
        25,
        "La caisse du déjeuner : Alice, Bob, Carol et David.",
    ),
];

/// Who sees the operator's pages.
const OPERATOR: &str = "ines";

/// Money in other currencies: who, how much.
const ABROAD: &[(&str, &str, &str)] = &[("grace", "12000", "JPY"), ("grace", "350.500", "TND")];

/// What was said before you came: who, what.
const SAID: &[(&str, &str)] = &[
    ("chezlea", "Aujourd'hui : parmentier de canard, 12,50 €. Il reste six tables."),
    ("david", "@obole #envoyer 12,50€ @chezlea plat du jour"),
    ("lesondes", "Nouveau 45 tours ce samedi au marché : « Rive gauche », 9 €."),
    ("grace", "First week here and somebody already fixed my bike. Thank you @bob!"),
    ("emma", "@obole #don 15€ @refuge pour les croquettes"),
    ("grace", "@obole send 8€ @farid for the brioche"),
    ("farid", "Les brioches sortent du four à six heures. Qui en veut ?"),
];

/// Makes the world, unless it is there already.
pub(crate) async fn seed(obole: &Obole) -> Result<(), String> {
    let there = obole.profile_by_handle("alice").await.map_err(|unable| format!("{unable:?}"))?;
    if there.is_some() {
        return Ok(());
    }
    for person in PEOPLE {
        arrive(obole, person).await?;
    }
    // A folder that had a policy before the demo may offer fewer currencies.
    let offered =
        |code: &str| obole.policy().currencies.iter().any(|listed| listed.currency.code() == code);
    for (handle, number, code) in ABROAD.iter().filter(|(_, _, code)| offered(code)) {
        let credit = Order::Credit {
            to: (*handle).to_owned(),
            amount: format!("{number} {code}"),
            reference: format!("WELCOME-{handle}-{code}"),
        };
        order(obole, credit).await?;
    }
    order(obole, Order::Operator { handle: OPERATOR.to_owned(), end: false }).await?;
    for (index, (from, text)) in SAID.iter().enumerate() {
        let post = Incoming::square(
            format!("world-{index}"),
            (*from).to_owned(),
            (*text).to_owned(),
            false,
        );
        obole.post(post).await.map_err(|unable| format!("{unable:?}"))?;
    }
    Ok(())
}

async fn arrive(obole: &Obole, person: &Person) -> Result<(), String> {
    let (handle, name, kind, lang, tier, euros, about) = *person;
    order(
        obole,
        Order::AddMember {
            handle: handle.to_owned(),
            name: name.to_owned(),
            kind: kind.to_owned(),
            lang: lang.to_owned(),
            tier,
            about: about.to_owned(),
        },
    )
    .await?;
    if euros > 0 {
        order(
            obole,
            Order::Credit {
                to: handle.to_owned(),
                amount: format!("{euros}.00 EUR"),
                reference: format!("WELCOME-{handle}"),
            },
        )
        .await?;
    }
    let member = obole.profile_by_handle(handle).await.map_err(|unable| format!("{unable:?}"))?;
    let member = member.ok_or_else(|| format!("@{handle} did not arrive"))?;
    obole
        .set_pin(member.member.id, PIN.to_owned(), None)
        .await
        .map_err(|unable| format!("{unable:?}"))?;
    Ok(())
}

async fn order(obole: &Obole, order: Order) -> Result<(), String> {
    carry_out(obole, order).await.map(drop).map_err(sentence)
}
