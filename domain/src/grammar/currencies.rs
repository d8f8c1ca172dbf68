//! The names of currencies, as words: data only. Signs are in `lex`, ISO 4217 codes in `crate::money`.

use super::lexicon::{Shared, Unit};
use crate::money::Currency;

/// Currency words by what they mean. ISO 4217 codes are read from the list of currencies.
pub(super) const CURRENCIES: &[(Unit, &[&str])] = &[
    (Unit::Is(Currency::EUR), &["euro", "euros", "€uro", "€uros"]),
    (
        Unit::Is(Currency::GBP),
        &[
            "pound",
            "pounds",
            "quid",
            "sterling",
            "livre sterling",
            "livres sterling",
            "pound sterling",
            "pounds sterling",
            "libra esterlina",
            "libras esterlinas",
            "sterlina",
            "sterline",
        ],
    ),
    (Unit::Is(Currency::JPY), &["yen", "yens", "円"]),
    (
        Unit::Shared(Shared::Dollar),
        &["dollar", "dollars", "dólar", "dólares", "dollaro", "dollari", "buck", "bucks"],
    ),
    (
        Unit::Shared(Shared::Franc),
        &["franc", "francs", "franken", "franco", "francos", "franchi", "frank", "fr"],
    ),
    (Unit::Shared(Shared::Peso), &["peso", "pesos"]),
    (
        Unit::Shared(Shared::Krone),
        &[
            "kr",
            "krone",
            "kroner",
            "krona",
            "kronor",
            "kronen",
            "couronne",
            "couronnes",
            "crown",
            "crowns",
            "corona",
            "coronas",
            "corone",
            "coroa",
            "coroas",
            "kroon",
            "kronur",
        ],
    ),
    (
        Unit::Shared(Shared::Unsettled),
        &[
            "rupee",
            "rupees",
            "roupie",
            "roupies",
            "rupia",
            "rupias",
            "rupien",
            "dinar",
            "dinars",
            "dirham",
            "dirhams",
            "rouble",
            "roubles",
            "ruble",
            "rubles",
            "rubel",
            "rublos",
            "rubli",
            "lei",
            "lira",
            "liras",
            "lire",
            "won",
            "shilling",
            "shillings",
            "cfa",
            "francs cfa",
            "franc cfa",
            "元",
        ],
    ),
    (
        Unit::Hundredths,
        &[
            "cent",
            "cents",
            "centime",
            "centimes",
            "céntimo",
            "céntimos",
            "centesimo",
            "centesimi",
            "cêntimo",
            "cêntimos",
            "centavo",
            "centavos",
            "ct",
            "cts",
            "c",
            "rappen",
        ],
    ),
    (
        Unit::HundredthsOf(Currency::EUR),
        &[
            "eurocent",
            "eurocents",
            "euro cent",
            "euro cents",
            "centime d'euro",
            "centimes d'euro",
            "céntimos de euro",
            "cêntimos de euro",
            "centesimi di euro",
        ],
    ),
    (Unit::HundredthsOf(Currency::GBP), &["pence", "penny", "p"]),
    (Unit::HundredthsOf(Currency::CHF), &["centimes suisses"]),
];

/// Shared currency words with a nation before or after them.
pub(super) const NATIONS: &[(&[&str], Unit, &[&str])] = &[
    (
        DOLLARS,
        Unit::Is(Currency::USD),
        &[
            "us",
            "usa",
            "américain",
            "américains",
            "american",
            "americano",
            "americanos",
            "americani",
            "amerikanische",
        ],
    ),
    (
        DOLLARS,
        Unit::Shared(Shared::Unsettled),
        &[
            "canadien",
            "canadiens",
            "canadian",
            "canadiense",
            "canadienses",
            "canadesi",
            "kanadische",
            "australien",
            "australiens",
            "australian",
            "australiano",
            "australianos",
            "australiani",
            "australische",
            "hongkong",
            "singapore",
            "nz",
        ],
    ),
    (
        FRANCS,
        Unit::Is(Currency::CHF),
        &[
            "suisse",
            "suisses",
            "swiss",
            "schweizer",
            "svizzero",
            "svizzeri",
            "suizo",
            "suizos",
            "suíço",
            "suíços",
            "zwitserse",
        ],
    ),
    (FRANCS, Unit::Shared(Shared::Unsettled), &["congolais", "guinéens", "djibouti", "pacifique"]),
];

const DOLLARS: &[&str] = &["dollar", "dollars", "dólar", "dólares", "dollaro", "dollari", "bucks"];
const FRANCS: &[&str] = &["franc", "francs", "franken", "franco", "francos", "franchi", "frank"];

/// ISO 4217 codes that are everyday words or names: they count only in capitals.
pub(super) const WORDLIKE: &[&str] = &[
    "all", "amd", "ang", "ars", "bam", "bob", "cad", "cop", "cup", "cve", "dop", "ern", "gel",
    "gip", "ils", "kes", "lak", "mad", "mop", "mur", "nad", "nok", "pab", "pen", "php", "ron",
    "rub", "sar", "scr", "sek", "sle", "sos", "std", "top", "try", "vef", "ves", "wst",
];

/// Letters before or after a dollar sign that say whose dollar it is.
pub(super) const DOLLAR_OF: &[(&str, &str)] = &[
    ("us", "USD"),
    ("usa", "USD"),
    ("ca", "CAD"),
    ("can", "CAD"),
    ("c", "CAD"),
    ("cad", "CAD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("aud", "AUD"),
    ("nz", "NZD"),
    ("hk", "HKD"),
    ("s", "SGD"),
    ("sg", "SGD"),
    ("nt", "TWD"),
    ("mx", "MXN"),
    ("r", "BRL"),
    ("usd", "USD"),
];

/// Currencies that a dollar sign may mean: `$50 CAD`.
pub(super) const DOLLAR_LIKE: &[&str] = &[
    "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "FJD", "GYD", "HKD",
    "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "USD", "UYU",
    "XCD",
];
