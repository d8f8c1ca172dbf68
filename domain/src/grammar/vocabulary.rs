//! The small words around verbs, amounts and recipients, and the names of currencies: data only.
//!
//! Accents and case do not matter. A phrase has one space between its words and at most four words.

use super::lexicon::{Class, Shared, Unit};
use crate::money::Currency;

/// Small words by what they do; a word may stand in several rows.
pub(super) const SMALL: &[(Class, &[&str])] = &[
    (
        Class::JOIN,
        &[
            "à", "a", "to", "an", "para", "per", "voor", "avec", "with", "entre", "et", "and", "y", "und", "e",
            "en", "au", "aux", "aan", "naar", "mit", "con", "com", "met", "zwischen", "unter", "tra", "fra",
            "tussen", "onder", "among", "between", "al", "ai", "alla", "ao", "aos",
        ],
    ),
    (Class::FROM, &["from", "von", "bei", "de", "da", "van", "di"]),
    (Class::INTO, &["en", "in", "em", "into", "pour", "for", "für", "por", "para", "per", "voor"]),
    (
        Class::EACH,
        &[
            "chacun", "chacune", "each", "je", "jeweils", "cada uno", "cada una", "cada um", "cada uma",
            "ciascuno", "ciascuna", "cadauno", "elk", "ieder", "apiece", "a testa", "pro kopf", "pro person",
            "par personne", "par tête", "per person", "per persona", "per persoon", "por persona", "por pessoa",
        ],
    ),
    (
        Class::PURPOSE,
        &[
            "pour", "for", "für", "por", "de", "du", "des", "of", "from", "von", "vom", "di", "da", "do", "van",
            "par", "via", "wegen", "als", "as", "car", "because", "per", "para", "voor", "en", "in", "on", "sur",
            "the", "le", "la", "les", "ce", "this", "om", "op",
        ],
    ),
    (
        Class::POLITE,
        &[
            "svp", "stp", "s'il te plaît", "s'il vous plaît", "s'il te plait", "s'il vous plait", "merci",
            "merci de", "bonjour", "bonsoir", "salut", "coucou", "please", "pls", "plz", "thanks", "thank you",
            "thx", "hello", "hi", "hey", "kindly", "good morning", "good evening", "bitte", "danke", "hallo",
            "guten tag", "guten morgen", "guten abend", "por favor", "hola", "buenos días", "buenas tardes",
            "gracias", "per favore", "per piacere", "ciao", "buongiorno", "buonasera", "grazie", "olá", "oi",
            "bom dia", "boa tarde", "boa noite", "obrigado", "obrigada", "se faz favor", "alsjeblieft",
            "alstublieft", "aub", "dank je", "dank u", "bedankt", "hoi", "dag", "goedemorgen", "goedemiddag",
        ],
    ),
    (
        Class::ABOUT,
        &[
            "environ", "d'environ", "about", "around", "circa", "ca", "approx", "approximately", "roughly",
            "nearly", "almost", "presque", "quelque", "jusqu'à", "max", "maximum", "maxi", "min", "minimum",
            "mini", "least", "most", "etwa", "ungefähr", "ungefaehr", "rund", "fast", "knapp", "über", "ueber",
            "mindestens", "höchstens", "unos", "unas", "aproximadamente", "casi", "hasta", "uns", "umas", "quase",
            "até", "almeno", "quasi", "massimo", "minimo", "máximo", "mínimo", "ongeveer", "bijna", "minstens",
            "hoogstens", "zowat", "zo'n", "over", "under", "plus", "half", "demi", "double", "twice", "within",
            "approximativement", "plusminus", "maximal", "minimal",
        ],
    ),
    (
        Class::MORE,
        &[
            "plus", "moins", "more", "less", "más", "menos", "più", "meno", "mais", "meer", "minder", "mehr",
            "weniger", "up", "cerca", "alrededor", "près", "autour", "moitié", "half", "mitad", "metade", "metà",
            "helft", "hälfte", "fino", "bis", "au", "al", "pelo", "tiers", "quart", "double", "triple", "peu",
            "jusque", "aux", "tot", "intorno",
        ],
    ),
    (
        Class::THAN,
        &["de", "than", "di", "à", "to", "zu", "dan", "als", "que", "van", "von", "of", "moins", "plus", "menos", "mais",
          "près", "alentours", "der", "aan", "du", "des"],
    ),
    (
        Class::OR_SO,
        &[
            "environ", "max", "maximum", "maxi", "min", "minimum", "mini", "circa", "ca", "approx",
            "approximately", "ungefähr", "etwa", "höchstens", "mindestens", "ongeveer", "aproximadamente", "ish",
            "à peu près", "plus ou moins", "more or less", "or so", "ou plus", "or more", "oder mehr", "o más",
            "o più", "ou mais", "of meer", "au moins", "at least", "at most", "au plus", "ou moins", "or less",
            "más o menos", "più o meno", "mais ou menos", "al menos", "pelo menos", "almeno", "minstens",
        ],
    ),
    (Class::MINUS, &["moins", "minus", "menos", "meno", "negative", "négatif"]),
    (
        Class::TIMES,
        &[
            "x", "fois", "times", "veces", "vez", "volte", "volta", "vezes", "keer", "maal", "mal", "multiplié",
            "twice", "thrice", "zweimal", "dreimal", "tweemaal",
        ],
    ),
    (
        Class::NOT,
        &[
            "pas", "not", "nicht", "niet", "never", "jamais", "nie", "niemals", "nunca", "jamás", "nooit", "no",
            "non", "não", "kein", "keine", "keinen", "geen", "rien", "aucun", "aucune", "ne", "don't", "dont",
            "doesn't", "nothing", "nichts", "niets", "nada", "niente", "ni", "nor", "neither", "surtout", "mai più",
        ],
    ),
    (Class::NOT_AFTER, &["pas", "not", "nicht", "niet", "never", "jamais", "niemals", "nunca", "nooit"]),
    (Class::OR, &["ou", "or", "oder", "o", "of", "ou bien", "either"]),
    (
        Class::SCALE,
        &[
            "k", "m", "mio", "mrd", "kilo", "mille", "mil", "mila", "tausend", "thousand", "thousands", "duizend",
            "hundred", "hundreds", "hundert", "honderd", "million", "millions", "millionen", "millón", "millones",
            "milione", "milioni", "milhão", "milhões", "miljoen", "milliard", "milliards", "billion", "grand",
            "milliers", "centaines", "dozen", "douzaine", "cien", "cento",
        ],
    ),
    (
        Class::SHARE,
        &[
            "parts", "part", "personnes", "personne", "gens", "amis", "shares", "share", "people", "persons",
            "friends", "teile", "teilen", "anteile", "personen", "leute", "freunde", "partes", "personas",
            "amigos", "parti", "persone", "quote", "amici", "pessoas", "delen", "mensen", "vrienden", "packets",
            "envelopes", "enveloppes", "gagnants", "winners",
        ],
    ),
    (
        Class::WITHOUT_ME,
        &[
            "sans moi", "without me", "ohne mich", "sin mí", "senza me", "senza di me", "sem mim", "zonder mij",
            "zonder me", "sauf moi", "except me", "excluding me", "außer mir",
        ],
    ),
    (Class::RANGE, &["à", "to", "bis", "tot", "hasta", "até", "a", "ou", "or", "oder", "o", "of", "until"]),
    (Class::BETWEEN, &["entre", "between", "zwischen", "tra", "fra", "tussen"]),
    (
        Class::ARTICLE,
        &["la", "le", "les", "l'", "the", "die", "der", "den", "dem", "das", "el", "los", "las", "il", "lo", "gli", "het"],
    ),
    (Class::TOUCHING, &["c", "p"]),
    (Class::REPEATS, &["rt", "mt", "qt"]),
];

/// Currency words by what they mean. ISO 4217 codes are read from the list of currencies.
pub(super) const CURRENCIES: &[(Unit, &[&str])] = &[
    (Unit::Is(Currency::EUR), &["euro", "euros", "€uro", "€uros"]),
    (
        Unit::Is(Currency::GBP),
        &[
            "pound", "pounds", "quid", "sterling", "livre sterling", "livres sterling", "pound sterling",
            "pounds sterling", "libra esterlina", "libras esterlinas", "sterlina", "sterline",
        ],
    ),
    (Unit::Is(Currency::JPY), &["yen", "yens", "円"]),
    (Unit::Shared(Shared::Dollar), &["dollar", "dollars", "dólar", "dólares", "dollaro", "dollari", "buck", "bucks"]),
    (Unit::Shared(Shared::Franc), &["franc", "francs", "franken", "franco", "francos", "franchi", "frank", "fr"]),
    (Unit::Shared(Shared::Peso), &["peso", "pesos"]),
    (
        Unit::Shared(Shared::Krone),
        &[
            "kr", "krone", "kroner", "krona", "kronor", "kronen", "couronne", "couronnes", "crown", "crowns",
            "corona", "coronas", "corone", "coroa", "coroas", "kroon", "kronur",
        ],
    ),
    (
        Unit::Shared(Shared::Unsettled),
        &[
            "rupee", "rupees", "roupie", "roupies", "rupia", "rupias", "rupien", "dinar", "dinars", "dirham",
            "dirhams", "rouble", "roubles", "ruble", "rubles", "rubel", "rublos", "rubli", "lei", "lira", "liras",
            "lire", "won", "shilling", "shillings", "cfa", "francs cfa", "franc cfa", "元",
        ],
    ),
    (
        Unit::Hundredths,
        &[
            "cent", "cents", "centime", "centimes", "céntimo", "céntimos", "centesimo", "centesimi", "cêntimo",
            "cêntimos", "centavo", "centavos", "ct", "cts", "c", "rappen",
        ],
    ),
    (
        Unit::HundredthsOf(Currency::EUR),
        &[
            "eurocent", "eurocents", "euro cent", "euro cents", "centime d'euro", "centimes d'euro",
            "céntimos de euro", "cêntimos de euro", "centesimi di euro",
        ],
    ),
    (Unit::HundredthsOf(Currency::GBP), &["pence", "penny", "p"]),
    (Unit::HundredthsOf(Currency::CHF), &["centimes suisses"]),
];

/// Shared currency words with a nation before or after them.
pub(super) const NATIONS: &[(&[&str], Unit, &[&str])] = &[
    (DOLLARS, Unit::Is(Currency::USD), &["us", "usa", "américain", "américains", "american", "americano", "americanos", "americani", "amerikanische"]),
    (DOLLARS, Unit::Shared(Shared::Unsettled), &["canadien", "canadiens", "canadian", "canadiense", "canadienses", "canadesi", "kanadische", "australien", "australiens", "australian", "australiano", "australianos", "australiani", "australische", "hongkong", "singapore", "nz"]),
    (FRANCS, Unit::Is(Currency::CHF), &["suisse", "suisses", "swiss", "schweizer", "svizzero", "svizzeri", "suizo", "suizos", "suíço", "suíços", "zwitserse"]),
    (FRANCS, Unit::Shared(Shared::Unsettled), &["congolais", "guinéens", "djibouti", "pacifique"]),
];

const DOLLARS: &[&str] = &["dollar", "dollars", "dólar", "dólares", "dollaro", "dollari", "bucks"];
const FRANCS: &[&str] = &["franc", "francs", "franken", "franco", "francos", "franchi", "frank"];

/// ISO 4217 codes that are everyday words or names: they count only in capitals.
pub(super) const WORDLIKE: &[&str] = &[
    "all", "amd", "ang", "ars", "bam", "bob", "cad", "cop", "cup", "cve", "dop", "ern", "gel", "gip", "ils", "kes",
    "lak", "mad", "mop", "mur", "nad", "nok", "pab", "pen", "php", "ron", "rub", "sar", "scr", "sek", "sle", "sos",
    "std", "top", "try", "vef", "ves", "wst",
];

/// Letters before or after a dollar sign that say whose dollar it is.
pub(super) const DOLLAR_OF: &[(&str, &str)] = &[
    ("us", "USD"), ("usa", "USD"), ("ca", "CAD"), ("can", "CAD"), ("c", "CAD"), ("cad", "CAD"), ("a", "AUD"),
    ("au", "AUD"), ("aud", "AUD"), ("nz", "NZD"), ("hk", "HKD"), ("s", "SGD"), ("sg", "SGD"), ("nt", "TWD"),
    ("mx", "MXN"), ("r", "BRL"), ("usd", "USD"),
];

/// Currencies that a dollar sign may mean: `$50 CAD`.
pub(super) const DOLLAR_LIKE: &[&str] = &[
    "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD",
    "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "USD", "UYU", "XCD",
];
