# Nederlands. Korte zinnen: wat er is gebeurd, met het bedrag en de naam, en dan wat er volgt. Altijd je.
# Elke taal heeft dezelfde teksten met dezelfde variabelen; een test vergelijkt de bestanden.

## Hoe het Nederlands getallen, geld en tijd schrijft

number-decimal = ,
number-group = .
money = { $sign }{"\u00A0"}{ $number }
percent = { $number }%
currency-EUR = €
currency-GBP = £
currency-USD = US$
currency-CAD = C$
currency-AUD = AU$
currency-JPY = ¥
currency-INR = ₹
currency-KRW = ₩
currency-PLN = zł
currency-UAH = ₴

weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
date-time = { $weekday } { $day } { $month } om { $hour2 }:{ $minute }{"\u00A0"}uur
date = { $day } { $month } { $year }
time = { $hour2 }:{ $minute }{"\u00A0"}uur
list-middle = { $row }, { $next }
list-last = { $row } en { $next }

## Wat de dienst zegt

sent = Verstuurd: { $amount } aan { $to }. Je hebt nog { $left }.
sent-public = Verstuurd: { $amount } aan { $to }.
sent-each-public = Verstuurd: elk { $amount } aan { $to }.
sent-each = Verstuurd: elk { $amount } aan { $to }, samen { $total }. Je hebt nog { $left }.
received = { $from } heeft je { $amount } gestuurd.
received-memo = { $from } heeft je { $amount } gestuurd: { $memo }
received-fee = { $from } heeft je { $amount } betaald. De kosten zijn { $fee }, jij houdt { $net }.
received-gift = { $from } heeft jullie { $amount } geschonken. Dank voor wat jullie doen.
gave = Geschonken: { $amount } aan { $to }. Je hebt nog { $left }.
gave-public = Geschonken: { $amount } aan { $to }.
look-public = Ik heb je een bericht gestuurd.
balance = Je hebt { $available }.
balance-held = Je hebt { $available }. Nog { $held } staat apart voor betalingen die nog lopen.
history-none = Je hebt nog geen betalingen. Schrijf bijvoorbeeld: @obole #sturen 5 € @bob
history-in = { $at }: { $amount } ontvangen van { $who }
history-out = { $at }: { $amount } verstuurd aan { $who }
history-top-up = { $at }: { $amount } ontvangen van je bank
history-fee = { $at }: { $amount } kosten
history-more = Al je betalingen: { $link }
help =
    Dit kun je me schrijven.
    { ORDERS() }
    In een privébericht: { INQUIRIES() }.
    Om te betalen is een openbaar bericht prima. Saldo’s en limieten vertel ik alleen aan jou.
help-send =
    Betalen: @obole #sturen 12 € @bob voor de lunch
    Meerdere mensen hetzelfde betalen: @obole #sturen 5 € elk @bob @carol
help-give = Schenken: @obole #doneren 20 € @refuge
help-request = Om geld vragen: @obole #vragen 20 € @bob voor de taxi
help-split = Een rekening delen: @obole #delen 60 € met @bob @carol
help-refund = Een ontvangen betaling terugbetalen, of je eigen betaling terugvragen, als antwoord: @obole #terugbetalen 5 €
help-stop = stop
help-balance = saldo
help-history = geschiedenis
help-status = status
help-cancel = annuleren
help-help = hulp
fee-on-receiving = Wat een verkoop je kost: van { $amount } die klanten je betalen is { $fee } kosten en jij houdt { $net }. Klanten betalen geen kosten. Giften, en wat je zelf stuurt, zijn gratis.
status-none = Je hebt geen lopende betaling.
status = { $amount } aan { $to }: { $state ->
        [doubted] { state-doubted }
        [asked] { state-asked }
        [held] { state-held }
        [claimed] { state-claimed }
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }.
state-doubted = wacht op je ja
state-asked = wacht op goedkeuring
state-held = apart gezet
state-claimed = opgehaald, de afzender moet bevestigen
state-paid = betaald
state-returned = teruggekomen
state-cancelled = geannuleerd
state-declined = niet goedgekeurd
state-expired = verlopen
state-refused = geweigerd
approve-please = { $amount } aan { $to }: dit wacht op je goedkeuring. Open { $link } vóór { $until }. Er is nog geen geld verplaatst.
approve-please-each = { $count ->
        [one] { $total } aan één persoon: dit wacht op je goedkeuring.
       *[other] { $total } aan { $count } mensen: dit wacht op je goedkeuring.
    } Open { $link } vóór { $until }. Er is nog geen geld verplaatst.
duplicate = Je hebt { $to } om { $ago-at-time } al { $amount } gestuurd. Nog een keer sturen? Antwoord ja of nee.
set-aside = { $to } heeft nog geen rekening. { $amount } staat apart tot { $until }, daarna komt het bij je terug. Geef deze privélink door aan { $to }: { $link }
claim-asked = { $who } wil de { $amount } ontvangen die je voor { $to } apart hebt gezet. Is dit de juiste persoon, bevestig het dan hier: { $link }
claim-wait = Bedankt. { $from } moet bevestigen dat jij het bent. Daarna is { $amount } van jou.
claim-wait-fee = Bedankt. { $from } moet bevestigen dat jij het bent. Van { $amount } is { $fee } kosten en { $net } van jou.
claim-paid = Ontvangen: { $amount } van { $from }.
claim-turned-away = { $from } heeft niet bevestigd dat de { $amount } voor jou is. Er is geen geld verplaatst. Vraag het { $from } zelf.
claim-declined = { $to } wil de { $amount } niet. Het geld is bij je terug.
returned = De { $amount } voor { $to } is niet opgehaald. Het geld is bij je terug.
cancelled = Geannuleerd: { $amount } aan { $to }. Het geld blijft bij jou.
declined = Niet verstuurd: je hebt { $amount } aan { $to } niet goedgekeurd. Er is geen geld verplaatst.
approval-expired = Niet verstuurd: de tijd om { $amount } aan { $to } goed te keuren is voorbij. Er is geen geld verplaatst. Schrijf het opnieuw als je het nog eens wilt proberen.
welcome = Welkom. Ik ben Obole. Je betaalt door mij te schrijven waar je praat. Probeer: @obole #sturen 5 € @bob. Meer weten? Schrijf: hulp
login-link = Open deze link om in te loggen: { $link } De link werkt één keer, tot { $until }. Heb je er niet om gevraagd, doe er dan niets mee.
credited = Ontvangen van je bank: { $amount }, kenmerk { $reference }.
frozen = Je rekening is geblokkeerd. Voorlopig kan niemand ermee betalen. Je geld blijft van jou. Vraag het aan de beheerders van deze dienst.
released = Je rekening is weer open.
pin-set = Je pincode is ingesteld. Ik vraag er nooit om in een bericht, alleen op de goedkeuringspagina.
passkey-added = Nieuwe toegangssleutel voor je rekening: { $name }. Heb je hem niet zelf toegevoegd, log dan overal uit op je pagina en vraag het aan de beheerders van deze dienst.
passkey-removed = De toegangssleutel { $name } is van je rekening verwijderd. Heb je hem niet zelf verwijderd, log dan overal uit op je pagina en vraag het aan de beheerders van deze dienst.
passkey-copied = Let op: iemand kwam met een kopie van je toegangssleutel { $name }. Ik heb die geweigerd, en er is geen geld verplaatst. Verwijder deze sleutel op je pagina en voeg een nieuwe toe.

## Weigeringen: wat, dat er geen geld is verplaatst, en wat er volgt

refused-member_unknown = Niet gelukt: ik ken je nog niet. Er is geen geld verplaatst. Log één keer in op de pagina van deze dienst en schrijf dan opnieuw.
refused-payer_frozen = Niet verstuurd: je rekening is geblokkeerd. Er is geen geld verplaatst. Vraag het aan de beheerders van deze dienst.
refused-payee_unavailable = Niet verstuurd: { $to } kan op dit moment geen geld ontvangen. Er is geen geld verplaatst. Vraag het { $to } zelf.
refused-recipient_self = Niet verstuurd: dat ben je zelf. Er is geen geld verplaatst. Schrijf de naam van iemand anders.
refused-not_a_charity = Niet geschonken: { $to } staat hier niet bekend als goed doel. Er is geen geld verplaatst. Wil je { $to } toch betalen, schrijf dan #sturen in plaats van #doneren.
refused-currency_not_offered = Niet verstuurd: { $currency } kan hier niet. Er is geen geld verplaatst. Schrijf het bedrag in een andere valuta, bijvoorbeeld in EUR.
refused-payment_limit = Niet verstuurd: { $amount } is meer dan je limiet van { $limit } per betaling. Er is geen geld verplaatst.
refused-day_limit = Niet verstuurd: met { $amount } ga je over je limiet van { $limit } per dag. Vandaag kun je nog { $left } sturen. Er is geen geld verplaatst.
refused-month_limit = Niet verstuurd: met { $amount } ga je over je limiet van { $limit } per maand. Deze maand kun je nog { $left } sturen. Er is geen geld verplaatst.
refused-insufficient_funds = Niet verstuurd: { $amount } is meer dan de { $available } die je hebt. Er is geen geld verplaatst. Zet er geld bij of stuur minder.
refused-too_many_recipients = Niet verstuurd: { $limit ->
        [one] één persoon tegelijk, alsjeblieft.
       *[other] hoogstens { $limit } mensen tegelijk.
    } Er is geen geld verplaatst. Schrijf aan minder mensen.
refused-slow_down = Niet gelukt: dat was veel in één keer. Er is geen geld verplaatst. Wacht een minuut en schrijf dan opnieuw.
refused-what_missing = Niet gelukt: ik zie niet welke betaling je bedoelt. Er is geen geld verplaatst. Antwoord op het bericht waar het om gaat, of schrijf het kenmerk.
refused-direct_only = Niet gelukt: dat blijft onder ons. Er is geen geld verplaatst. Schrijf het me in een privébericht.
refused-verb_not_offered = Niet gelukt: { $verb ->
        [request] #vragen
        [split] #delen
        [buy] #kopen
        [gift] #trakteren
        [envelope] #envelop
        [offer] #aanbieding
        [refund] #terugbetalen
        [subscribe] #abonneren
        [link] #koppelen
        [stop] #stop
       *[other] #{ $verb }
    } kan hier nog niet. Er is geen geld verplaatst. Om te zien wat wel kan, schrijf: hulp
refused-nothing_to_cancel = Niet geannuleerd: je hebt geen betaling die nog geannuleerd kan worden. Er is geen geld verplaatst.
refused-already_ended = Niet gelukt: deze betaling is al afgelopen: { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. Er is geen geld verplaatst.
refused-already_paid = Niet geannuleerd: { $to } heeft het geld al. Er is geen geld verplaatst. Wil je het van { $to } terugvragen, antwoord dan #terugbetalen op je bericht.
refused-not_yours = Niet gelukt: dit is niet jouw betaling. Er is geen geld verplaatst.
refused-approval_changed = Niet verstuurd: de betaling is veranderd sinds je die zag. Er is geen geld verplaatst. Bekijk die opnieuw en beslis dan.
refused-approval_expired = Niet verstuurd: de tijd om goed te keuren is voorbij. Er is geen geld verplaatst. Schrijf het opnieuw als je het nog eens wilt proberen.
refused-pin_wrong = Niet verstuurd: dit is niet je pincode. Er is geen geld verplaatst. { $left ->
        [one] Je hebt nog één poging.
       *[other] Je hebt nog { $left } pogingen.
    }
refused-pin_locked = Niet verstuurd: je pincode is geblokkeerd na te veel foute pogingen. Er is geen geld verplaatst. Vraag de beheerders van deze dienst om de blokkade op te heffen.
refused-pin_missing = Niet verstuurd: je hebt nog geen pincode. Er is geen geld verplaatst. Kies er hier een en keur dan goed: { $link }
refused-pin_weak = Deze pincode is te makkelijk te raden. Er is niets veranderd. Kies zes cijfers die niet op elkaar volgen, niet allemaal gelijk zijn en geen geboortedatum zijn.
refused-passkey_wrong = Niet gelukt: deze toegangssleutel bewijst niet dat jij het bent, of heeft iets anders ondertekend. Er is geen geld verplaatst. Probeer het nog een keer, of gebruik je pincode.
refused-passkey_expired = Niet gelukt: de vraag aan je apparaat is te oud, of is al beantwoord. Er is geen geld verplaatst. Probeer het nog een keer.
refused-passkey_copied = Niet gelukt: deze toegangssleutel lijkt een kopie van de jouwe. Er is geen geld verplaatst. Gebruik een andere of je pincode, en verwijder deze daarna op je pagina.
refused-passkey_needed = Niet gelukt: hiervoor is een van je toegangssleutels nodig. Er is geen geld verplaatst. Doe het op een apparaat dat er een heeft.
refused-passkey_known = Dit apparaat heeft al een toegangssleutel van jou. Er is niets veranderd. Gebruik die.
refused-passkeys_many = Je hebt al { $limit } toegangssleutels. Er is niets veranderd. Verwijder er eerst een.
refused-claim_ended = Niet gelukt: dit geld wacht niet meer. Er is geen geld verplaatst. Vraag het aan de persoon die je de link stuurde.
refused-claim_own = Niet gelukt: dit geld heb je zelf apart gezet. Er is geen geld verplaatst. Geef de link door aan de persoon voor wie het is, of annuleer.
refused-network_not_offered = Niet verstuurd: ik kan { $network } van hieruit niet bereiken. Er is geen geld verplaatst. Schrijf de naam die deze persoon op dit netwerk gebruikt.
refused-handle_taken = Deze naam is al bezet. Kies een andere.
refused-handle_bad = Deze naam kan niet. Gebruik 2 tot 30 kleine letters, cijfers of liggende streepjes.
refused-regime = Niet gelukt: { $regime ->
        [sandbox] deze dienst werkt zonder echt geld, en daarvoor zou dat nodig zijn
        [psp-held] het geld staat hier bij een betaaldienstverlener, en die biedt dat niet aan
        [limited-network] deze dienst is een beperkt netwerk, en dat gaat verder
        [licensed] de vergunning van deze dienst dekt dat niet
       *[other] de regels van deze dienst dekken dat niet
    }. Er is geen geld verplaatst.
refused-key_reused = Niet gelukt: deze aanvraagsleutel is al voor iets anders gebruikt. Er is geen geld verplaatst. Stuur het opnieuw met een nieuwe sleutel.
refused-busy = Niet gelukt: er gebeurt te veel tegelijk. Er is geen geld verplaatst. Schrijf zo meteen opnieuw.
refused-amount_too_small = Niet verstuurd: dit bedrag is te klein. Er is geen geld verplaatst. Schrijf een groter bedrag.
refused-payment_unknown = Niet gelukt: ik vind deze betaling niet. Er is geen geld verplaatst. Om je betalingen te zien, schrijf: geschiedenis
refused-not_found = Niet gelukt: er is hier niets met die naam. Er is geen geld verplaatst.
fault = Er is bij ons iets misgegaan. Er is niets verloren en er wordt niets dubbel betaald. Gebeurt het weer, noem dan dit kenmerk: { $reference }

## De pagina’s

brand = Obole
page-language = Nederlands
page-skip = Naar de inhoud
page-menu = Menu
page-nav = Plaatsen
page-nav-square = Plein
page-nav-messages = Berichten
page-nav-needs = Voor mij
page-nav-me = Mijn rekening
page-nav-waiting = wachtend
page-switch-language = Taal
page-switch-theme = Kleuren
page-theme-auto = Automatisch
page-theme-light = Licht
page-theme-dark = Donker
page-sign-out = Uitloggen
page-sign-out-all = Overal uitloggen
page-regime = { $regime ->
        [sandbox] Proefomgeving: geen echt geld.
        [psp-held] Het geld staat bij een betaaldienstverlener.
        [limited-network] Een beperkt netwerk: het geld geldt alleen hierbinnen.
        [licensed] Een betaaldienst met vergunning.
       *[other] { $regime }
    }
page-service = dienst
page-kind-person = particulier
page-kind-charity = goed doel
page-kind-merchant = winkel
page-state-doubted = Wacht op je ja
page-state-asked = Wacht op goedkeuring
page-state-held = Apart gezet
page-state-claimed = Opgehaald, te bevestigen
page-state-paid = Betaald
page-state-returned = Teruggekomen
page-state-cancelled = Geannuleerd
page-state-declined = Niet goedgekeurd
page-state-expired = Verlopen
page-state-refused = Geweigerd
page-step-asked = Gevraagd
page-step-approved = Goedgekeurd
page-step-set-aside = Apart gezet
page-step-claimed = Opgehaald
page-step-confirmed = Bevestigd
page-step-turned-away = Niet de juiste persoon
page-step-paid = Betaald
page-step-returned = Teruggekomen
page-step-cancelled = Geannuleerd
page-step-declined = Niet goedgekeurd
page-step-expired = Verlopen
page-step-refused = Geweigerd

page-square = Het plein
page-timeline = Openbare berichten
page-timeline-empty = Nog niemand heeft iets geschreven. Schrijf het eerste bericht.
page-write = Je bericht
page-write-hint = Wat wil je zeggen, of betalen?
page-write-direct = Je bericht aan Obole
page-write-direct-hint = Schrijf aan Obole
page-audience = Wie het leest
page-audience-public = Iedereen
page-audience-direct = Alleen Obole
page-post = Plaatsen
page-send = Versturen
page-tries = Om te proberen
page-reply = Antwoorden
page-replies-to = Als antwoord op
page-delete = Verwijderen
page-older = Ouder
page-talk = Jij en Obole
page-talk-empty = Wat Obole alleen aan jou vertelt, verschijnt hier. Probeer: saldo
page-messages = Berichten
page-money = Je hebt
page-money-held = Nog { $held } apart gezet
page-to-square = Naar het plein

page-card = Betaling
page-card-to = aan
page-card-story = Betaling bekijken
page-until = tot
page-until-long = Wacht tot
page-look-approve = Bekijken en goedkeuren
page-share = Privélink voor { $to }
page-copy = Kopiëren
page-copied = Gekopieerd

page-payment = Betaling van
page-from = Van
page-to = Aan
page-to-small = aan
page-what = Voor
page-fee = Kosten
page-free = gratis
page-pays = Je betaalt
page-pays-no-fee = { $amount }, zonder kosten
page-net = { $net } komt aan
page-from-money = Uit
page-story = Wat er is gebeurd
page-reference = Kenmerk
page-see-post = Bericht bekijken
page-cancel = Deze betaling annuleren

page-needs = Voor mij
page-needs-all = { $count ->
        [one] 1 voor jou
       *[other] { $count } voor jou
    }
page-needs-empty = Er wacht niets op je.
page-needs-empty-next = Betalingen om goed te keuren en geld om door te geven verschijnen hier. Wil je iemand betalen, schrijf dan op het plein.
page-needs-approvals = Goed te keuren
page-needs-confirmations = Te bevestigen
page-needs-set-aside = Door jou apart gezet
page-needs-claims = De afzender moet bevestigen

page-approve = Goedkeuring
page-approve-title = Je stuurt
page-approve-gift-title = Je schenkt
page-approve-send = { $amount } sturen aan { $to }
page-approve-give = { $amount } schenken aan { $to }
page-approve-send-each = { $amount } sturen aan { $count ->
        [one] één persoon
       *[other] { $count } mensen
    }
page-approve-decline = Niet versturen
page-approve-until = Je kunt beslissen tot
page-approve-changed = Deze betaling is veranderd sinds je die zag. Er is geen geld verplaatst. Bekijk die opnieuw.
page-approve-ended = { $state ->
        [paid] Je hebt deze betaling goedgekeurd. Het is betaald.
        [held] Je hebt deze betaling goedgekeurd. Het geld staat apart.
        [claimed] Je hebt deze betaling goedgekeurd. Het geld staat apart.
        [returned] Je had deze betaling goedgekeurd, niemand haalde het geld op en het is bij je terug.
        [cancelled] Deze betaling is geannuleerd. Er is geen geld verplaatst.
        [declined] Je hebt deze betaling niet goedgekeurd. Er is geen geld verplaatst.
        [expired] De tijd om goed te keuren is voorbij. Er is geen geld verplaatst. Schrijf het opnieuw als je het nog eens wilt proberen.
       *[other] Deze betaling kan niet meer goedgekeurd worden. Er is geen geld verplaatst.
    }
page-wallet = Je portemonnee, { $available } beschikbaar
page-known-since = lid sinds { $since }
page-known-not = nog geen rekening: het geld wacht zolang
page-alike = Kijk twee keer: dit is iemand anders
page-alike-this = Je zou betalen aan
page-alike-not = Lijkt op
page-alike-business = een winkel of een vereniging van hier
page-paid-before = { $count ->
        [0] nog nooit door jou betaald
        [one] één keer door jou betaald
       *[other] { $count } keer door jou betaald
    }

page-pin = Je pincode
page-pin-show = Tonen
page-pin-hide = Verbergen
page-pin-first = Kies eerst je pincode
page-pin-why = Zes cijfers die alleen jij kent. Je typt ze om grotere betalingen goed te keuren.
page-pin-old = Je pincode van nu
page-pin-new = Nieuwe pincode, zes cijfers
page-pin-again = Nog een keer dezelfde
page-pin-set = Deze pincode bewaren
page-pin-is-set = Je pincode is ingesteld. Wijzigen
page-pin-locked = Je pincode is geblokkeerd na te veel foute pogingen. Er is geen geld verplaatst. Vraag de beheerders van deze dienst om de blokkade op te heffen.
page-pin-or-passkey = Je pincode, of laat dit leeg en gebruik een toegangssleutel
page-pin-old-or-passkey = Je pincode van nu, of laat dit leeg en gebruik een toegangssleutel
page-passkeys = Je toegangssleutels
page-passkey-why = Een toegangssleutel staat op je telefoon, je computer of een beveiligingssleutel. Je vinger, je gezicht of de code van het apparaat opent hem, en niets daarvan verlaat het apparaat.
page-passkey-name = Hoe je dit apparaat noemt
page-passkey-unnamed = Mijn apparaat
page-passkey-add = Toegangssleutel toevoegen
page-passkey-remove = Deze toegangssleutel verwijderen
page-passkey-is-added = Je toegangssleutel is toegevoegd. Vanaf nu kun je ermee inloggen en goedkeuren.
page-passkey-is-removed = De toegangssleutel is verwijderd.
page-passkey-touch = Met je toegangssleutel: je apparaat vraagt om je vinger, je gezicht of zijn eigen code.
page-passkey-or-pin = Of met je pincode
page-passkey-script = Je toegangssleutel heeft JavaScript nodig in deze browser. Er is geen geld verplaatst.
page-passkey-failed = Je apparaat heeft niet geantwoord. Er is niets verstuurd. Probeer het nog een keer.
page-passkey-unknown = Deze toegangssleutel opent hier geen rekening. Er is niets veranderd. Probeer een andere, of kom op een andere manier binnen.

page-claim = Geld voor jou
page-claim-title = { $from } heeft dit apart gezet voor { $to }
page-claim-sign-in = Log eerst in. Daarna kun je zeggen dat het voor jou is.
page-claim-how = { $from } ziet je naam en bevestigt dat jij het bent. Tot die tijd gaat er geen geld weg.
page-claim-as = { $amount } ontvangen als { $me }
page-claim-decline = Ik wil het niet, stuur het terug naar { $from }
page-claim-waiting = { $from } moet bevestigen dat jij het bent. Je hoeft niets te doen.
page-claim-yours = { $amount } is aangekomen. Het is van jou.
page-claim-own = Dit heb je zelf apart gezet. Geef de link door aan { $to }.
page-claim-ended = Dit geld wacht niet meer. Had je erop gerekend, vraag het dan aan { $from }.
page-claim-returned = Niemand heeft het op tijd opgehaald. Het is terug bij { $from }.

page-door = Binnenkomen
page-door-title = Betaal waar je praat
page-door-text = Dit is een verzonnen stad met verzonnen geld. Wees iemand die er woont, schrijf op het plein en kijk wat er gebeurt.
page-door-text-link = Schrijf je vrienden en betaal ze in dezelfde adem.
page-door-people = Binnenkomen als
page-door-new = Of als iemand nieuws
page-door-enter = Binnenkomen
page-door-ask = Stuur me een link
page-door-link-hint = We sturen je in een privébericht een link die één keer werkt.
page-door-asked = Heeft deze naam hier een rekening, dan is er een link onderweg in een privébericht. De link werkt één keer, een paar minuten lang.
page-door-passkey = Binnenkomen met een toegangssleutel
page-door-join = Nieuw hier? Open een rekening
page-join = Een rekening openen
page-join-title = Een rekening openen
page-join-text = Een naam, een gebruikersnaam en een toegangssleutel van je apparaat. Geen wachtwoord.
page-join-do = Mijn rekening openen
page-join-member = Ik heb al een rekening
page-join-script = Een rekening open je met een toegangssleutel, en daarvoor is JavaScript nodig in deze browser. Er is niets verstuurd.
page-name = Naam
page-handle = Gebruikersnaam
page-handle-hint = Kleine letters, cijfers en liggende streepjes, bijvoorbeeld zoe_23
page-knock-title = Welkom terug
page-knock-text = Deze link logt je één keer in, op dit apparaat.
page-knock-spent = Deze link is op
page-knock-spent-text = De link is al gebruikt of te oud. Vraag een nieuwe.

page-limits = Je limieten
page-limits-why = Ze zorgen dat een fout of een dief je niet veel kost.
page-limit = { $code ->
        [payment] Eén betaling aan een persoon
        [gift] Eén betaling aan een goed doel of een winkel
        [day] Op een dag
        [month] In een maand
       *[other] { $code }
    }
page-limit-used = { $used } gebruikt, nog { $left }
page-exempt = Tot { $amount } is een bericht genoeg. Daarboven keur je goed met je pincode, en af en toe ook daaronder.
page-fees = Je kosten
page-fees-rate = { $rate } van wat klanten je betalen, bij elke betaling afgerond
page-fees-example = Van { $amount } is { $fee } kosten en jij houdt { $net }. Het gaat af van wat je ontvangt: klanten betalen niets. Giften, en wat je zelf stuurt, zijn gratis.
page-sessions = Je sessies
page-sessions-count = { $count ->
        [one] Alleen hier.
       *[other] Op { $count } apparaten.
    }

page-trouble-refused = Niet gelukt
page-trouble-refused-text = De regels staan dit niet toe. Er is geen geld verplaatst.
page-trouble-not-found = Er is hier niets
page-trouble-not-found-text = Misschien is het adres verkeerd getypt, of is weg wat hier stond. Er is geen geld verplaatst.
page-trouble-stale = Nog een keer, alsjeblieft
page-trouble-stale-text = Deze pagina stond te lang open, daarom hebben we niets gedaan. Er is geen geld verplaatst. Ga terug, laad de pagina opnieuw en verstuur het nog een keer.
page-trouble-busy = Een ogenblik, alsjeblieft
page-trouble-busy-text = Er gebeurt te veel tegelijk. Er is geen geld verplaatst en er is niets verloren.
page-trouble-fault = Er is bij ons iets misgegaan
page-trouble-fault-text = Er is niets verloren en er wordt niets dubbel betaald. Gebeurt het weer, noem ons dan het kenmerk hieronder.
page-trouble-again = { $count ->
        [one] Probeer het over één seconde opnieuw.
       *[other] Probeer het over { $count } seconden opnieuw.
    }
page-trouble-too-large = Dat is meer dan we in één keer lezen. Er is geen geld verplaatst. Schrijf minder.
page-post-empty = Er is nog niets om te versturen. Schrijf een paar woorden.
page-post-too-long = Dit bericht is te lang. Er is geen geld verplaatst. Schrijf minder.
page-yes = ja
page-no = nee
page-try-send = @obole #sturen 12 € @{ $who } voor de lunch
page-try-give = @obole #doneren 20 € @refuge
page-try-claim = @obole #sturen 5 € @{ $who } voor de film
page-try-balance = @obole #saldo
page-approve-doubted = Dit lijkt op een betaling die je net hebt gedaan. Keur alleen goed als je nog een keer wilt betalen.
page-approve-claimed = Je hebt dit apart gezet voor { $to }. Deze rekening heeft de privélink geopend. Zodra je bevestigt, is het geld van hen.
page-pin-differ = De twee pincodes zijn niet gelijk. Er is niets veranderd. Typ de nieuwe twee keer.
page-history = Wat er binnenkwam en wegging
page-history-fee = Kosten
page-history-bank = Je bank
page-claim-sent-back = Het geld is terug bij wie het voor jou apart had gezet.
page-door-nobody = Niemand hier heeft deze naam.

page-trouble-code = Code

page-design = Het uiterlijk
page-design-link = Het uiterlijk, stuk voor stuk
page-design-person = Mensen
page-design-states = Toestanden
page-design-cards = Betaalkaarten
page-design-notices = Meldingen
page-design-acts = Handelingen

## Start, geschiedenis, contacten, limieten

page-nav-home = Start
page-nav-self = Ik
page-ways = Wat er nog meer is
page-pay-somebody = Iemand betalen
page-pay-who = { $who } betalen
page-pay-to = Aan wie
page-pay-amount = Hoeveel
page-currency = Valuta
page-pay-what = Waarvoor
page-pay-write = Het bericht schrijven
page-pay-how = Je ziet het bericht voor je het verstuurt. Tot die tijd gaat er geen geld weg.
page-pay-message = @obole #sturen { $amount } @{ $to }
page-pay-message-what = { $message } voor { $what }
page-people = Je contacten
page-people-again = Opnieuw betalen
page-people-all = Iedereen
page-people-nobody = Je hebt nog niemand betaald.
page-people-empty = Wie je betaalt, of wie jou betaalt, verschijnt hier.
page-people-bound = { $count ->
        [one] Uit je laatste betaling.
       *[other] Uit je laatste { $count } betalingen.
    }
page-you-paid = { $count ->
        [one] één keer door jou betaald
       *[other] { $count } keer door jou betaald
    }
page-paid-you = { $count ->
        [one] betaalde jou één keer
       *[other] betaalde jou { $count } keer
    }
page-since = sinds { $since }
page-shared = Tussen jullie
page-shared-none = Er is tussen jullie nog niets betaald.
page-recent = Onlangs
page-recent-empty = Er is nog niets binnengekomen of weggegaan. Zodra dat gebeurt, verschijnt het hier.
page-recent-all = De hele geschiedenis
page-came-in = Bij
page-went-out = Af
page-wallets = Je portemonnees
page-filter = Kies wat je wilt zien
page-filter-since = Van
page-filter-until = Tot en met
page-filter-who = Wie
page-filter-way = Welke kant
page-filter-all = Beide
page-filter-show = Tonen
page-filter-none = Alles tonen
page-found = Wat er is gevonden
page-found-nothing = Niets hier past bij wat je zoekt.
page-looked-through = { $count ->
        [one] Eén betaling is doorzocht.
       *[other] { $count } betalingen zijn doorzocht.
    } Er zijn oudere.
page-further = Verder terug zoeken
page-export = Opslaan als tabel (CSV)
page-export-note = Wat getoond wordt, hoogstens { $count } regels.
page-tier = Hoe goed we je kennen
page-tier-is = { $tier ->
        [0] We kennen hier alleen je naam. Je limieten zijn de laagste.
        [1] Je hebt ons je naam gegeven en een manier om je te bereiken. Je limieten zijn gemiddeld.
       *[other] Je hebt ons laten zien wie je bent. Je limieten zijn de hoogste.
    }
page-tier-more = Hoe beter we je kennen, hoe hoger je limieten. Vraag het aan de beheerders van deze dienst.
page-limits-in = In { $currency }
page-limits-others = Je kunt ook betaald worden in { $currencies }.
page-limit-why = { $code ->
        [payment] Het meeste dat je één persoon in één keer kunt sturen.
        [gift] Het is hoger, omdat we goede doelen en winkels goed kennen.
        [day] Alles wat je op een dag stuurt telt mee, ook wat apart staat. Om middernacht begint het opnieuw ({ $zone }).
        [month] Alles wat je in een maand stuurt telt mee. Op de eerste begint het opnieuw ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Zonder je pincode
page-exempt-total = Sinds je je pincode voor het laatst typte: { $so-far }. Is het meer dan { $most }, dan vraagt de volgende betaling erom.
page-exempt-number = Betalingen sinds je je pincode voor het laatst typte: { $so-far }. Zijn het er meer dan { $most }, dan vraagt de volgende erom.
page-exempt-over = Je volgende betaling vraagt om je pincode.
page-pace = { $count ->
        [one] Je kunt in tien minuten één betaling beginnen.
       *[other] Je kunt in tien minuten { $count } betalingen beginnen.
    }

## De pagina’s van de beheerder

page-design-chart = Grafieken
page-exact = De precieze cijfers
page-operator = Beheerder
page-operator-nav = De pagina’s van de beheerder
page-operator-payments = Betalingen
page-operator-members = Leden
page-operator-members-first = Op volgorde van aankomst
page-operator-holds = Apart gezet geld
page-operator-holds-first = Wat het eerst afloopt, staat bovenaan
page-operator-refusals = Weigeringen
page-operator-refusals-days = Weigeringen per dag
page-operator-refusals-why = Geteld zonder namen: een dag, een code, een getal.
page-operator-acts = Wat beheerders hebben gedaan
page-operator-acts-newest = Nieuwste eerst
page-operator-newest = Nieuwste eerst
page-operator-none = Er is niets.
page-operator-search = Kenmerk of gebruikersnaam
page-operator-state = Toestand
page-operator-all = Alle
page-operator-machine = Opdrachtregel
page-operator-when = Wanneer
page-operator-by = Wie
page-operator-act = Wat
page-operator-about = Over
page-operator-detail = Met
page-operator-act-is = { $code ->
        [add_member] voegde een lid toe
        [credit] boekte een overschrijving
        [freeze] blokkeerde
        [release] deblokkeerde
        [reset_pin] verwijderde de pincode en de toegangssleutels
        [refund] betaalde terug
        [operator] benoemde tot beheerder
        [operator_end] ontsloeg als beheerder
        [verify] controleerde het grootboek: klopt
        [verify_wrong] controleerde het grootboek: een regel klopt niet
        [receive] boekte binnengekomen geld
        [match] wees geld zonder eigenaar toe
        [send_back] stuurde geld zonder eigenaar terug
       *[other] { $code }
    }
page-operator-safeguarding = Veiligstelling van gelden, { $currency }
page-operator-safe = Alles wat de leden hebben is er, en { $amount } meer.
page-operator-safe-not = { $amount } van wat de leden hebben staat niet bij de bank of een dienstverlener. Zoek het vandaag uit.
page-operator-owed-chart = Wat de leden hebben in { $currency }, per dag
page-operator-day = Dag
page-operator-owed = Leden hebben
page-operator-bank = Bij de bank
page-operator-provider = Bij dienstverleners
page-operator-beyond = Daarboven
page-operator-ledger = Het grootboek
page-operator-checking = Het wordt gecontroleerd. Kom zo meteen terug.
page-operator-never-checked = Het is van hieruit nog niet gecontroleerd.
page-operator-sound = Klopt, { $at }: { $detail }.
page-operator-unsound = Klopt niet, { $at }: { $detail }
page-operator-check-now = Het grootboek nu controleren
page-operator-activity = Activiteit
page-operator-activity-chart = Begonnen betalingen, per dag (UTC)
page-operator-begun = Begonnen betalingen
page-operator-code = Code
page-operator-times = Aantal
page-operator-amount = Bedrag
page-operator-kind = Soort
page-operator-tier = Niveau
page-operator-is-frozen = geblokkeerd
page-operator-id = Kenmerk
page-operator-since = Lid sinds
page-operator-has = Heeft
page-operator-aside = Apart gezet
page-operator-facts = Wat bekend is
page-operator-frozen = Geblokkeerd: { $reason }
page-operator-freeze = Blokkeren
page-operator-freeze-why = Dit lid kan niet betalen en niet betaald worden tot je de blokkade opheft. Het lid hoort dat de rekening geblokkeerd is, niet waarom.
page-operator-freeze-who = { $who } blokkeren
page-operator-release = Deblokkeren
page-operator-release-why = Dit lid kan weer betalen en betaald worden. Het lid hoort ervan.
page-operator-release-who = { $who } deblokkeren
page-operator-reason = Reden, voor het logboek
page-operator-suspense = Geld zonder eigenaar
page-operator-suspense-first = Wat het langst wacht, staat bovenaan
page-operator-suspense-late = Het oudste wacht al meer dan 10 dagen. Het is van iemand: zoek uit van wie, of stuur het terug.
page-operator-suspense-ended = Toegewezen of teruggestuurd
page-operator-arrived = Aangekomen
page-operator-days = Dagen
page-operator-remitter = Opdrachtgever
page-operator-reference = Omschrijving
page-operator-bank-id = Kenmerk van de bank
page-operator-perhaps = Misschien van
page-operator-became = Wat ervan geworden is
page-operator-waits = Het wacht op zijn eigenaar
page-operator-matched = Bijgeschreven bij { $who }
page-operator-sent-back = Teruggestuurd
page-operator-why = Reden
page-operator-match = Bijschrijven bij een lid
page-operator-match-why = Het lid hoort ervan, zoals bij al het geld dat aankomt.
page-operator-match-to = Gebruikersnaam of kenmerk van het lid
page-operator-match-do = { $amount } bijschrijven
page-operator-send-back = Terugsturen
page-operator-send-back-why = Geef je bank opdracht het geld terug te storten naar de opdrachtgever. Hier wordt geboekt dat die opdracht gegeven is.
page-operator-send-back-do = { $amount } terugsturen

## Terugbetalingen

refunded = Terugbetaald: { $amount } aan { $to }. Je hebt nog { $left }.
refunded-fee = Terugbetaald: { $amount } aan { $to }. Je kreeg { $fee } van de kosten terug. Je hebt nog { $left }.
refunded-for-you = De beheerders van deze dienst hebben { $amount } aan { $to } terugbetaald uit je portemonnee. Je hebt nog { $left }. Ben je het er niet mee eens, vraag het hun dan.
refunded-for-you-fee = De beheerders van deze dienst hebben { $amount } aan { $to } terugbetaald uit je portemonnee. Je kreeg { $fee } van de kosten terug. Je hebt nog { $left }. Ben je het er niet mee eens, vraag het hun dan.
refund-received = { $from } heeft je { $amount } van { $whole } terugbetaald.
refund-please = Om { $amount } aan { $to } terug te betalen, typ hier je pincode: { $link } Er is nog geen geld verplaatst.
refund-asked = Ik heb { $to } gevraagd je { $amount } terug te betalen. Het antwoord kan komen tot { $until }. Er is nog geen geld verplaatst.
refund-ask = { $from } vraagt je { $amount } van { $whole } terug te betalen. Om terug te betalen of nee te zeggen, open { $link } vóór { $until }. Er is nog geen geld verplaatst.
refund-declined = Je hebt { $from } laten weten dat je { $amount } niet terugbetaalt. Er is geen geld verplaatst.
refund-not-given = { $to } wil je { $amount } niet terugbetalen. Er is geen geld verplaatst. Schrijf { $to }, of vraag het aan de beheerders van deze dienst.
refund-lapsed = { $to } heeft niet op tijd geantwoord of je { $amount } terugkrijgt. Er is geen geld verplaatst. Je kunt het opnieuw vragen.
history-refund-in = { $at }: { $amount } terugbetaald door { $who }
history-refund-out = { $at }: { $amount } terugbetaald aan { $who }
history-fee-back = { $at }: { $amount } kosten terug
status-refunded = { $amount } aan { $to }: { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, waarvan { $refunded } terugbetaald.
refused-refund_not_paid = Niet terugbetaald: deze betaling is nog niet betaald. Er is geen geld verplaatst. Is het jouw betaling, dan kun je die terugnemen: annuleren
refused-refund_done = Niet terugbetaald: deze betaling is al helemaal teruggegaan. Er is geen geld verplaatst.
refused-refund_too_much = Niet terugbetaald: { $amount } is meer dan de { $left } die nog terug kan. Er is geen geld verplaatst. Schrijf een kleiner bedrag.
refused-refund_currency = Niet terugbetaald: deze betaling was in { $currency }. Er is geen geld verplaatst. Schrijf het bedrag in { $currency }.
refused-refund_asked = Niet gelukt: om terugbetaling van deze betaling is al gevraagd, tot { $until }. Er is geen geld verplaatst. Wacht op het antwoord.
refused-refund_asks_many = Niet gelukt: { $limit ->
        [one] je kunt dezelfde persoon één keer per dag om terugbetaling vragen.
       *[other] je kunt dezelfde persoon { $limit } keer per dag om terugbetaling vragen.
    } Er is geen geld verplaatst. Vraag het morgen opnieuw.
refused-refund_not_asked = Niet gelukt: niemand wacht op je antwoord over deze betaling. Er is geen geld verplaatst.
page-refunded = { $refunded } van { $amount } terugbetaald
page-refund = Terugbetaling
page-refund-title = Je betaalt terug
page-refund-act = Terugbetalen aan { $to }
page-refund-do = Terugbetalen
page-refund-amount = Bedrag om terug te betalen
page-refund-amount-hint = Hoogstens { $left }. Schrijf een getal zoals { $left }.
page-refund-amount-bad = Dit is geen bedrag in { $currency }. Er is geen geld verplaatst. Schrijf een getal zoals { $left }.
page-refund-fee = Voor het geheel krijg je { $fee } van de kosten terug, voor een deel naar verhouding.
page-refund-asks = { $from } vraagt { $amount } terug. Je kunt antwoorden tot { $until }.
page-refund-decline = Niet terugbetalen
page-refund-over = Er valt niets meer terug te betalen.
page-refund-ask = Om terugbetaling vragen
page-refund-ask-do = Vragen
page-refund-ask-hint = { $to } kan terugbetalen of nee zeggen. Laat het bedrag staan om alles terug te vragen.
page-refund-waits = { $to } is gevraagd { $amount } terug te betalen, tot { $until }.
page-step-refunded = Terugbetaald
page-step-refund-asked = Terugbetaling gevraagd
page-needs-refunds = Gevraagd om terug te betalen
page-history-refund = Terugbetaling
page-history-fee-back = Kosten terug

## Vragen: wat niet zeker is, en het bericht om te kopiëren (“…” moet nog ingevuld worden)

suspicious_characters = Er is geen geld verplaatst: dit bericht bevat onzichtbare tekens of misleidende letters, in de naam of in het bedrag. Typ het opnieuw met de hand: { $write }
verb_missing = Ik ben er, maar ik zie niet wat je wilt doen. Er is geen geld verplaatst. Om te weten wat ik kan, schrijf: { $name } #hulp
verb_unknown = Ik ken { $heard } niet. Er is geen geld verplaatst. Schrijf misschien: { $write }
order_unclear = Ik weet niet zeker of dit een opdracht is. Er is geen geld verplaatst. Zo ja, schrijf: { $write }
verbs_several = Ik zie meerdere opdrachten in dit bericht. Er is geen geld verplaatst. Eén tegelijk, bijvoorbeeld: { $write }
amount_missing = Het bedrag ontbreekt. Er is geen geld verplaatst. Vul het aan: { $write }
amounts_several = Ik zie meerdere bedragen: { $heard }. Er is geen geld verplaatst. Houd er maar één over: { $write }
amount_negative = Voor het bedrag { $heard } staat een min. Er is geen geld verplaatst. Schrijf: { $write }
amount_ambiguous = { $kind ->
        [two] Bedoel je { $more } of { $less }? Er is geen geld verplaatst. Voor { $more }, schrijf: { $write }
       *[other] Ik ben niet zeker van het bedrag. Er is geen geld verplaatst. Schrijf één getal, geen som en geen “ongeveer”: { $write }
    }
currency_unknown = In “{ $heard }” herken ik de valuta niet. Er is geen geld verplaatst. Schrijf bijvoorbeeld: { $write }
currency_ambiguous = In “{ $heard }” weet ik niet welke valuta je bedoelt. Er is geen geld verplaatst. Schrijf die voluit, bijvoorbeeld: { $write }
currency_missing = { $heard }, maar in welke valuta? Er is geen geld verplaatst. Schrijf bijvoorbeeld: { $write }
amount_zero = Het bedrag is nul. Er is geen geld verplaatst. Vul het in: { $write }
amount_too_precise = Het bedrag { $heard } heeft meer decimalen dan zijn valuta. Er is geen geld verplaatst. Vul het in: { $write }
amount_too_large = Het bedrag { $heard } is te groot voor mij. Er is geen geld verplaatst. Vul het in: { $write }
amount_too_small = Het bedrag is te klein om zo te delen: iemand zou niets krijgen. Er is geen geld verplaatst. Schrijf een groter bedrag, zoals dit: { $write }
recipient_missing = Aan wie? Ik zie niemand vlak bij het bedrag of het werkwoord. Er is geen geld verplaatst. Vul het aan: { $write }
recipients_several = Ik zie meerdere mensen: { $heard }. Er is geen geld verplaatst. Om er één te kiezen, noem alleen die; schrijf anders: { $write }
shares_missing = In hoeveel delen? Er is geen geld verplaatst. Vul het aan: { $write }
what_missing = Waar gaat het om? Er is geen geld verplaatst. Vul het aan, of antwoord op het bericht in kwestie: { $write }
direct_only = Dat zeg je in een privébericht, waar ik je de vraag stelde. Er is geen geld verplaatst. Schrijf me: { $write }

## Vragen, delen en zwijgen

request-sent = Gevraagd: { $amount } aan { $to }. Het verzoek wacht tot { $until }. Om het terug te nemen, schrijf: annuleren. Bekijken: { $link }
request-sent-each = Gevraagd: elk { $amount } aan { $to }, samen { $total }. Het verzoek wacht tot { $until }. Om het terug te nemen, schrijf: annuleren. Zien wie betaald heeft: { $link }
split-sent = { $kind ->
        [even] Gedeeld: { $total } tussen jou en { $to }, elk { $least }.
       *[uneven] Gedeeld: { $total } tussen jou en { $to }, elk { $most } of { $least }, jij { $least }.
    } Om hun deel is gevraagd tot { $until }. Zien wie betaald heeft: { $link }
split-sent-without = { $kind ->
        [even] Gedeeld: { $total } tussen { $to }, elk { $least }.
       *[uneven] Gedeeld: { $total } tussen { $to }, elk { $most } of { $least }.
    } Om hun deel is gevraagd tot { $until }. Zien wie betaald heeft: { $link }
request-received = { $from } vraagt je om { $amount }. Zonder jouw ja gaat er geen geld weg. Betaal of weiger vóór { $until }: { $link }
request-received-memo = { $from } vraagt je om { $amount }: { $memo }. Zonder jouw ja gaat er geen geld weg. Betaal of weiger vóór { $until }: { $link }
split-received = { $from } deelt { $total }. Jouw deel is { $amount }. Zonder jouw ja gaat er geen geld weg. Betaal of weiger vóór { $until }: { $link }
split-received-memo = { $from } deelt { $total }: { $memo }. Jouw deel is { $amount }. Zonder jouw ja gaat er geen geld weg. Betaal of weiger vóór { $until }: { $link }
request-reminder = Een herinnering: { $from } vraagt je om { $amount }. Betaal of weiger vóór { $until }: { $link }
request-reminded = Herinnerd: { $to }, aan { $amount }.
request-declined = Geweigerd: je betaalt { $to } de { $amount } niet. Er is geen geld verplaatst.
request-refused = { $who } betaalt de { $amount } niet waar je om vroeg. Er is geen geld verplaatst. Bekijk het verzoek: { $link }
request-withdrawn = Teruggenomen: je vraagt { $to } niet meer om { $amount }. Er is geen geld verplaatst.
request-withdrawn-by = { $from } vraagt je niet meer om { $amount }. Je hoeft niets te doen.
request-expired = Niemand heeft op tijd geantwoord: { $amount } waar je { $to } om vroeg. Er is geen geld verplaatst. Je kunt het opnieuw vragen.
request-lapsed = De tijd om { $from } de gevraagde { $amount } te betalen is voorbij. Er is geen geld verplaatst.
request-complete = { $count ->
        [one] Eén persoon heeft zijn deel betaald
       *[other] Alle { $count } hebben hun deel betaald
    }, samen { $total }: { $link }
request-status = { $from } vraagt { $to } om { $amount }: { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] { $paid } van { $asked } is betaald, en er wordt op niemand meer gewacht.
        [one] { $paid } van { $asked } is betaald, één persoon heeft niet geantwoord.
       *[other] { $paid } van { $asked } is betaald, { $count } mensen hebben niet geantwoord.
    } Zien wie: { $link }
request-state-open = wacht op antwoord
request-state-paid = betaald
request-state-declined = geweigerd
request-state-withdrawn = teruggenomen
request-state-expired = afgelopen
stopped = Vanaf nu schrijf ik je hier alleen als jij mij schrijft, als je over je eigen geld moet beslissen of om je rekening veilig te houden. Wil je weer van me horen, zet mijn berichten dan hier aan: { $link }

refused-asked_unknown = Niet gevraagd: { $to } heeft hier geen rekening. Er is geen geld verplaatst. Vraag { $to } één keer in te loggen, of vraag het iemand anders.
refused-asked_unavailable = Niet gevraagd: { $to } kan op dit moment niet om geld gevraagd worden. Er is geen geld verplaatst. Vraag het { $to } zelf.
refused-not_a_person = Niet gevraagd: { $to } is geen particulier, en alleen particulieren kun je hier om geld vragen. Er is geen geld verplaatst. Schrijf { $to } zelf.
refused-requests_open = Niet gevraagd: je kunt { $limit ->
        [one] één verzoek
       *[other] { $limit } verzoeken
    } tegelijk open hebben. Er is geen geld verplaatst. Neem er een terug, of wacht op een antwoord.
refused-requests_open_to = Niet gevraagd: { $limit ->
        [one] één verzoek van jou aan { $to } staat al open.
       *[other] { $limit } verzoeken van jou aan { $to } staan al open.
    } Er is geen geld verplaatst. Wacht op een antwoord, of neem er een terug.
refused-requests_today = Niet gevraagd: je hebt { $to } vandaag vaak genoeg gevraagd. Je kunt { $limit ->
        [one] één keer
       *[other] { $limit } keer
    } in 24 uur vragen. Er is geen geld verplaatst. Probeer het morgen opnieuw.
refused-request_ended = Niet gelukt: dit verzoek is al afgesloten. Het is { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. Er is geen geld verplaatst.
refused-reminded_enough = Niet herinnerd: je kunt { $limit ->
        [one] één keer
       *[other] { $limit } keer
    } herinneren, en dat heb je gedaan. Er is geen geld verplaatst. Vraag het zelf.
refused-suspense_unknown = Zulk geld zonder eigenaar is er niet. Er is geen geld verplaatst. Kijk in de lijst van wat wacht.
refused-suspense_ended = Dit geld wacht niet meer: het is al toegewezen of teruggestuurd. Verder is er geen geld verplaatst. Onder de lijst staat wat ervan geworden is.
refused-reminded_lately = Niet herinnerd: het is te vroeg. Er is geen geld verplaatst. Je kunt weer herinneren na { $next }.

## Vragen, delen en zwijgen, op de pagina’s

page-state-open = Wacht op antwoord
page-state-withdrawn = Teruggenomen
page-needs-requests = Aan jou gevraagd
page-needs-asking = Wat jij hebt gevraagd
page-request = Verzoek
page-request-title = { $from } vraagt je om
page-request-asked = Gevraagd
page-request-shared = Gedeeld
page-request-by = Gevraagd door
page-request-of = Gevraagd aan
page-request-own = Je eigen deel
page-request-paid = Tot nu toe betaald
page-request-decline = Weigeren
page-request-withdraw = Terugnemen
page-request-remind = Herinner wie niet heeft geantwoord
page-request-reminded = Laatste herinnering
page-request-block = Geen verzoeken meer van { $who }
page-request-block-how = { $who } hoort er niets van. Verdere verzoeken bereiken je niet meer, en dit is opgeborgen.
page-request-blocked = Verzoeken van { $who } bereiken je niet. { $who } weet er niets van.
page-request-unblock = Verzoeken van { $who } weer doorlaten
page-request-payment = Betaling bekijken
page-request-ended = { $state ->
        [paid] Je hebt dit betaald.
        [declined] Je hebt dit geweigerd. Er is geen geld verplaatst.
        [withdrawn] { $from } heeft dit teruggenomen. Er is geen geld verplaatst.
        [expired] De tijd om dit te betalen is voorbij. Er is geen geld verplaatst.
       *[other] Dit kan niet meer betaald worden. Er is geen geld verplaatst.
    }
page-payment-request = Verzoek bekijken
page-quiet = Berichten van Obole
page-quiet-on = Je hoort van me als er geld aankomt, als iemand je om geld vraagt en als je me schrijft.
page-quiet-off = Je hoort alleen van me als je me schrijft, als je over je eigen geld moet beslissen en om je rekening veilig te houden.
page-quiet-stop = Mij alleen antwoorden
page-quiet-start = Mij weer schrijven
page-blocked = Verzoeken die je weghoudt
page-blocked-why = Deze mensen kunnen je niet om geld vragen. Ze horen er niets van.

## Programma’s

page-programs = Programma’s
page-programs-why = Programma’s die namens jou handelen, en programma’s die horen wat er met je betalingen gebeurt.
page-programs-service = van deze dienst
page-keys = Sleutels
page-keys-none = Geen programma handelt namens jou.
page-key-used = Laatst gebruikt
page-key-unused = Nooit gebruikt
page-key-over = Werkt niet meer
page-key-revoke = Terugnemen
page-webhooks = Programma’s die het horen
page-webhooks-none = Geen programma hoort wat er met je betalingen gebeurt.
page-webhook = Programma dat het hoort
page-webhook-quiet = Het heeft nog niets gehoord.
page-webhook-no-dead = Alles is aangekomen of wordt nog geprobeerd.
page-webhook-dead = Wat nooit is aangekomen
page-event-is = { $state ->
        [delivered] Aangekomen
        [failing] Wordt geprobeerd
       *[dead] Nooit aangekomen
    }
page-event-tries = { $count ->
        [one] één poging
       *[other] { $count } pogingen
    }
page-event-again = Opnieuw versturen

## Geplande betalingen

sent-scheduled = Geplande betaling gedaan: { $amount } aan { $to }. Je hebt nog { $left }.
schedule-approve = { $rhythm ->
        [weekly] { $amount } aan { $to } elke week, voor het eerst op { $first }
        [monthly] { $amount } aan { $to } elke maand op dag { $day }, voor het eerst op { $first }
       *[once] { $amount } aan { $to } op { $first }
    }: dit wacht op je goedkeuring. Open { $link } vóór { $until }. Er is nog geen geld verplaatst.
schedule-set = { $rhythm ->
        [weekly] Gepland: { $amount } aan { $to } elke week, voor het eerst op { $first }.
        [monthly] Gepland: { $amount } aan { $to } elke maand op dag { $day }, voor het eerst op { $first }.
       *[once] Gepland: { $amount } aan { $to } op { $first }.
    } Er wordt niet meer om je pincode gevraagd. Pauzeren of beëindigen: { $link }
schedule-expired = Niet gepland: de tijd om { $amount } aan { $to } goed te keuren is voorbij. Er is geen geld verplaatst. Je kunt het opnieuw plannen.
schedule-retry = Dit was je geplande betaling van { $amount } aan { $to }. De tweede poging is op { $next }.
schedule-skipped = Je geplande betaling van { $amount } aan { $to } lukte ook de tweede keer niet en vervalt. Het geld is nog van jou.
schedule-missed = { $count ->
        [one] Eén geplande betaling van { $amount } aan { $to } moest gebeuren terwijl deze dienst uit stond. Die wordt niet ingehaald: het geld is nog van jou.
       *[other] { $count } geplande betalingen van { $amount } aan { $to } moesten gebeuren terwijl deze dienst uit stond. Ze worden niet ingehaald: het geld is nog van jou.
    }
schedule-paused = Je geplande betalingen van { $amount } aan { $to } staan op pauze, omdat die van vandaag niet lukte. Het geld is nog van jou. Hervatten of beëindigen: { $link }
schedule-ended = { $count ->
        [0] Je geplande betalingen van { $amount } aan { $to } zijn afgelopen. Er is er geen gedaan.
        [one] Je geplande betalingen van { $amount } aan { $to } zijn afgelopen. Er is er één gedaan.
       *[other] Je geplande betalingen van { $amount } aan { $to } zijn afgelopen. Er zijn er { $count } gedaan.
    }
schedule-withdrawn = Beëindigd: geen geplande betalingen van { $amount } aan { $to } meer. Het geld is nog van jou.
schedule-state-asked = wacht op je goedkeuring
schedule-state-active = actief
schedule-state-paused = op pauze
schedule-state-ended = afgelopen
schedule-state-withdrawn = beëindigd
schedule-state-expired = verlopen
refused-payee_unknown = Niet gepland: { $to } heeft hier geen rekening. Er is geen geld verplaatst. Vraag { $to } één keer in te loggen, of kies iemand anders.
refused-dates_bad = Niet gepland: de eerste dag moet nog komen, binnen tien jaar, en de laatste kan niet eerder zijn. Er is geen geld verplaatst. Kies andere dagen.
refused-schedules_open = Niet gepland: je hebt al { $limit } geplande betalingen. Er is geen geld verplaatst. Beëindig er eerst een.
refused-schedule_state = Niet gelukt: de toestand van deze geplande betaling laat dat niet toe ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). Er is geen geld verplaatst.
page-schedules = Geplande betalingen
page-schedules-why = Een betaling op een latere dag, of een die elke week of elke maand terugkomt. Je keurt één keer goed; daarna gaat het vanzelf, om 9 uur ’s ochtends.
page-schedules-mine = Van jou
page-schedules-empty = Nog geen. Vul het formulier hieronder in om er een te plannen.
page-schedules-older = Oudere bekijken
page-schedules-new = Een betaling plannen
page-schedules-first = Eerste dag
page-schedules-rhythm = Hoe vaak
page-schedules-once = Eén keer
page-schedules-weekly = Elke week
page-schedules-monthly = Elke maand
page-schedules-day = Dag van de maand
page-schedules-day-how = Alleen voor elke maand; zonder dag geldt die van de eerste dag. Een te korte maand betaalt op zijn laatste dag.
page-schedules-last = Laatste dag, als die er is
page-schedules-times = Aantal betalingen, als dat er is
page-schedules-next = Verder naar de goedkeuring
page-schedules-incomplete = Er ontbreekt iets: aan wie, hoeveel of de eerste dag. Er is geen geld verplaatst. Vul het formulier aan.
page-schedule = Geplande betaling
page-schedule-how = Wanneer
page-schedule-once = Eén keer, op { $first }
page-schedule-weekly = Elke week, vanaf { $first }
page-schedule-monthly = Elke maand op dag { $day }, vanaf { $first }
page-schedule-until = Tot en met
page-schedule-times = Hoogstens
page-schedule-times-count = { $count ->
        [one] één betaling
       *[other] { $count } betalingen
    }
page-schedule-next = Volgende betaling
page-schedule-retry = Tweede poging
page-schedule-made = Gedaan
page-schedule-runs = Wat er is gebeurd
page-schedule-runs-empty = Nog niets.
page-schedule-run-paid = Betaald
page-schedule-run-skipped = Geweigerd
page-schedule-run-missed = Niet ingehaald
page-schedule-pause = Pauzeren
page-schedule-resume = Hervatten
page-schedule-withdraw = Beëindigen
page-schedule-paused = Zolang er pauze is, wordt er niets betaald en niets ingehaald.
page-schedule-title = Je plant
page-schedule-act = { $amount } aan { $to } plannen
page-schedule-article = Je goedkeuring geldt voor al deze betalingen, van dit bedrag aan deze persoon. Je kunt ze altijd pauzeren of beëindigen.
page-schedule-decline = Niet plannen
page-schedule-stands = Er valt hier niets meer goed te keuren. Het geld is nog van jou.
page-state-active = Actief
page-state-paused = Op pauze
page-state-ended = Afgelopen
page-payment-schedule = Geplande betaling bekijken
page-pay-later = Een betaling plannen

## De inzameling van een goed doel

page-drive-given = Tot nu toe geschonken
page-drive-gifts = { $count ->
        [one] één gift
       *[other] { $shown } giften
    }
page-drive-today = { $amount } vandaag ({ $shown })
page-drive-none = Er is nog niets geschonken. De eerste gift verschijnt hier meteen.
page-drive-latest = Laatste openbare giften
page-drive-give = Schenken aan { $who }
page-drive-since = Geteld sinds { $since }, min wat is teruggegeven.
page-drive-private = Giften via een privébericht worden geteld en nooit genoemd.

## Alles over jezelf

page-archive = Wat er over je bewaard wordt
page-archive-why = Je naam, geld, betalingen, berichten en sessies, in één bestand voor programma’s. Er staan geen geheimen in, niet van jou en niet van anderen.
page-archive-get = Alles over mij downloaden
