# Deutsch. Kurze Sätze: was geschehen ist, mit Betrag und Name, dann wie es weitergeht. Immer du.
# Jede Sprache hat dieselben Texte mit denselben Variablen; ein Test vergleicht die Dateien.

## Wie das Deutsche Zahlen, Geld und Zeit schreibt

number-decimal = ,
number-group = .
money = { $number }{"\u00A0"}{ $sign }
percent = { $number }{"\u00A0"}%
currency-EUR = €
currency-GBP = £
currency-USD = $
currency-CAD = CA$
currency-AUD = AU$
currency-JPY = ¥
currency-INR = ₹
currency-KRW = ₩
currency-PLN = zł
currency-UAH = ₴

weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-time = { $weekday }, { $day }. { $month }, { $hour2 }:{ $minute }{"\u00A0"}Uhr
date = { $day }. { $month } { $year }
time = { $hour2 }:{ $minute }{"\u00A0"}Uhr
list-middle = { $row }, { $next }
list-last = { $row } und { $next }

## Was der Dienst sagt

sent = Gesendet: { $amount } an { $to }. Du hast noch { $left }.
sent-public = Gesendet: { $amount } an { $to }.
sent-each-public = Gesendet: jeweils { $amount } an { $to }.
sent-each = Gesendet: jeweils { $amount } an { $to }, zusammen { $total }. Du hast noch { $left }.
received = { $from } hat dir { $amount } gesendet.
received-memo = { $from } hat dir { $amount } gesendet: { $memo }
received-fee = { $from } hat dir { $amount } gezahlt. Die Gebühr beträgt { $fee }, du behältst { $net }.
received-gift = { $from } hat euch { $amount } gespendet. Danke für das, was ihr tut.
gave = Gespendet: { $amount } an { $to }. Du hast noch { $left }.
gave-public = Gespendet: { $amount } an { $to }.
look-public = Ich habe dir eine Nachricht geschickt.
balance = Du hast { $available }.
balance-held = Du hast { $available }. Weitere { $held } sind für Zahlungen zurückgelegt, die noch laufen.
history-none = Du hast noch keine Zahlungen. Schreib zum Beispiel: @obole #senden 5 € @bob
history-in = { $at }: { $amount } von { $who } erhalten
history-out = { $at }: { $amount } an { $who } gesendet
history-top-up = { $at }: { $amount } von deiner Bank erhalten
history-fee = { $at }: { $amount } Gebühr
history-more = Alle Zahlungen: { $link }
help =
    Das kannst du mir schreiben.
    { ORDERS() }
    In einer Direktnachricht: { INQUIRIES() }.
    Zum Bezahlen reicht ein öffentlicher Beitrag. Guthaben und Limits nenne ich nur dir.
help-send =
    Bezahlen: @obole #senden 12 € @bob für das Mittagessen
    Mehreren denselben Betrag zahlen: @obole #senden 5 € jeweils @bob @carol
help-give = Spenden: @obole #spenden 20 € @refuge
help-request = Um Geld bitten: @obole #anfordern 20 € @bob für das Taxi
help-split = Eine Rechnung teilen: @obole #teilen 60 € mit @bob @carol
help-refund = Eine erhaltene Zahlung erstatten oder eine eigene zurückerbitten, als Antwort: @obole #erstatten 5 €
help-stop = stop
help-balance = guthaben
help-history = verlauf
help-status = status
help-cancel = stornieren
help-help = hilfe
fee-on-receiving = Was dich ein Verkauf kostet: Von { $amount }, die Kunden dir zahlen, sind { $fee } Gebühr, du behältst { $net }. Kunden zahlen keine Gebühr. Spenden, und was du selbst sendest, sind kostenlos.
status-none = Du hast keine laufende Zahlung.
status = { $amount } an { $to }: { $state ->
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
state-doubted = wartet auf dein Ja
state-asked = wartet auf Freigabe
state-held = zurückgelegt
state-claimed = angenommen, der Absender muss bestätigen
state-paid = bezahlt
state-returned = zurückgekommen
state-cancelled = storniert
state-declined = abgelehnt
state-expired = abgelaufen
state-refused = zurückgewiesen
approve-please = { $amount } an { $to }: Deine Freigabe fehlt noch. Öffne { $link } bis { $until }. Noch ist kein Geld geflossen.
approve-please-each = { $count ->
        [one] { $total } an eine Person: Deine Freigabe fehlt noch.
       *[other] { $total } an { $count } Personen: Deine Freigabe fehlt noch.
    } Öffne { $link } bis { $until }. Noch ist kein Geld geflossen.
duplicate = Du hast { $to } um { $ago-at-time } schon { $amount } gesendet. Noch einmal senden? Antworte ja oder nein.
set-aside = { $to } hat noch kein Konto. { $amount } sind bis { $until } zurückgelegt, dann kommen sie zu dir zurück. Gib diesen privaten Link an { $to } weiter: { $link }
claim-asked = { $who } möchte die { $amount } annehmen, die du für { $to } zurückgelegt hast. Wenn das die richtige Person ist, bestätige es hier: { $link }
claim-wait = Danke. { $from } soll bestätigen, dass du es bist. Dann gehören { $amount } dir.
claim-wait-fee = Danke. { $from } soll bestätigen, dass du es bist. Von { $amount } sind { $fee } Gebühr, { $net } gehören dir.
claim-paid = Erhalten: { $amount } von { $from }.
claim-turned-away = { $from } hat nicht bestätigt, dass die { $amount } für dich sind. Es ist kein Geld geflossen. Frag { $from } direkt.
claim-declined = { $to } möchte die { $amount } nicht. Sie sind zu dir zurückgekommen.
returned = { $amount } für { $to } wurden nicht abgeholt. Sie sind zu dir zurückgekommen.
cancelled = Storniert: { $amount } an { $to }. Das Geld bleibt bei dir.
declined = Nicht gesendet: Du hast { $amount } an { $to } abgelehnt. Es ist kein Geld geflossen.
approval-expired = Nicht gesendet: Die Zeit, { $amount } an { $to } freizugeben, ist um. Es ist kein Geld geflossen. Schreib es noch einmal, wenn du es wieder versuchen möchtest.
welcome = Willkommen. Ich bin Obole. Du bezahlst, indem du mir dort schreibst, wo du dich unterhältst. Versuch es: @obole #senden 5 € @bob. Mehr erfährst du mit: hilfe
login-link = Öffne diesen Link, um dich anzumelden: { $link } Er gilt einmal, bis { $until }. Wenn du ihn nicht angefordert hast, beachte ihn nicht.
credited = Von deiner Bank erhalten: { $amount }, Verwendungszweck { $reference }.
frozen = Dein Konto ist gesperrt. Vorerst kann niemand damit bezahlen. Dein Geld bleibt deins. Wende dich an die Betreiber dieses Dienstes.
released = Dein Konto ist wieder offen.
pin-set = Deine PIN ist eingerichtet. Ich frage dich nie in einer Nachricht danach, nur auf der Freigabeseite.
passkey-added = Neuer Passkey für dein Konto: { $name }. Wenn du ihn nicht selbst hinzugefügt hast, melde dich auf deiner Seite überall ab und wende dich an die Betreiber dieses Dienstes.
passkey-removed = Der Passkey { $name } ist von deinem Konto entfernt. Wenn du ihn nicht selbst entfernt hast, melde dich auf deiner Seite überall ab und wende dich an die Betreiber dieses Dienstes.
passkey-copied = Vorsicht: Jemand kam mit einer Kopie deines Passkeys { $name }. Ich habe sie zurückgewiesen, und es ist kein Geld geflossen. Entferne diesen Passkey auf deiner Seite und füge einen neuen hinzu.

## Absagen: was, dass kein Geld geflossen ist, und wie es weitergeht

refused-member_unknown = Nicht erledigt: Ich kenne dich noch nicht. Es ist kein Geld geflossen. Melde dich einmal auf der Seite dieses Dienstes an und schreib dann noch einmal.
refused-payer_frozen = Nicht gesendet: Dein Konto ist gesperrt. Es ist kein Geld geflossen. Wende dich an die Betreiber dieses Dienstes.
refused-payee_unavailable = Nicht gesendet: { $to } kann zurzeit kein Geld empfangen. Es ist kein Geld geflossen. Frag { $to } direkt.
refused-recipient_self = Nicht gesendet: Das bist du selbst. Es ist kein Geld geflossen. Schreib den Namen einer anderen Person.
refused-not_a_charity = Nicht gespendet: { $to } ist hier nicht als gemeinnützig eingetragen. Es ist kein Geld geflossen. Um { $to } trotzdem zu bezahlen, schreib #senden statt #spenden.
refused-currency_not_offered = Nicht gesendet: { $currency } gibt es hier nicht. Es ist kein Geld geflossen. Schreib den Betrag in einer anderen Währung, zum Beispiel in EUR.
refused-payment_limit = Nicht gesendet: { $amount } liegen über deinem Limit von { $limit } je Zahlung. Es ist kein Geld geflossen.
refused-day_limit = Nicht gesendet: { $amount } würden dein Limit von { $limit } am Tag überschreiten. Heute kannst du noch { $left } senden. Es ist kein Geld geflossen.
refused-month_limit = Nicht gesendet: { $amount } würden dein Limit von { $limit } im Monat überschreiten. In diesem Monat kannst du noch { $left } senden. Es ist kein Geld geflossen.
refused-insufficient_funds = Nicht gesendet: { $amount } sind mehr als die { $available }, die du hast. Es ist kein Geld geflossen. Lade Geld auf oder sende weniger.
refused-too_many_recipients = Nicht gesendet: { $limit ->
        [one] Bitte nur eine Person auf einmal.
       *[other] Höchstens { $limit } Personen auf einmal.
    } Es ist kein Geld geflossen. Schreib an weniger Personen.
refused-slow_down = Nicht erledigt: Das war viel auf einmal. Es ist kein Geld geflossen. Warte eine Minute und schreib dann noch einmal.
refused-what_missing = Nicht erledigt: Ich sehe nicht, welche Zahlung du meinst. Es ist kein Geld geflossen. Antworte auf die Nachricht, um die es geht, oder schreib ihre Referenz.
refused-direct_only = Nicht erledigt: Das bleibt unter uns. Es ist kein Geld geflossen. Schreib es mir in einer Direktnachricht.
refused-verb_not_offered = Nicht erledigt: { $verb ->
        [request] #anfordern
        [split] #teilen
        [buy] #kaufen
        [gift] #schenken
        [envelope] #umschlag
        [offer] #angebot
        [refund] #erstatten
        [subscribe] #abonnieren
        [link] #verknüpfen
        [stop] #stop
       *[other] #{ $verb }
    } gibt es hier noch nicht. Es ist kein Geld geflossen. Was es gibt, erfährst du mit: hilfe
refused-nothing_to_cancel = Nicht storniert: Du hast keine Zahlung, die sich noch stornieren lässt. Es ist kein Geld geflossen.
refused-already_ended = Nicht erledigt: Diese Zahlung ist schon abgeschlossen. Sie ist { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. Es ist kein Geld geflossen.
refused-already_paid = Nicht storniert: { $to } hat das Geld schon. Es ist kein Geld geflossen. Um es von { $to } zurückzuerbitten, antworte mit #erstatten auf deine Nachricht.
refused-not_yours = Nicht erledigt: Das ist nicht deine Zahlung. Es ist kein Geld geflossen.
refused-approval_changed = Nicht gesendet: Die Zahlung hat sich geändert, seit du sie gesehen hast. Es ist kein Geld geflossen. Sieh sie dir noch einmal an und entscheide dann.
refused-approval_expired = Nicht gesendet: Die Zeit für die Freigabe ist um. Es ist kein Geld geflossen. Schreib es noch einmal, wenn du es wieder versuchen möchtest.
refused-pin_wrong = Nicht gesendet: Das ist nicht deine PIN. Es ist kein Geld geflossen. { $left ->
        [one] Du hast noch einen Versuch.
       *[other] Du hast noch { $left } Versuche.
    }
refused-pin_locked = Nicht gesendet: Deine PIN ist nach zu vielen falschen Versuchen gesperrt. Es ist kein Geld geflossen. Bitte die Betreiber dieses Dienstes, sie zu entsperren.
refused-pin_missing = Nicht gesendet: Du hast noch keine PIN. Es ist kein Geld geflossen. Wähle hier eine und gib die Zahlung dann frei: { $link }
refused-pin_weak = Diese PIN ist zu leicht zu erraten. Nichts wurde geändert. Wähle sechs Ziffern, die nicht aufeinander folgen, nicht alle gleich und kein Geburtstag sind.
refused-passkey_wrong = Nicht erledigt: Dieser Passkey beweist nicht, dass du es bist, oder er hat etwas anderes signiert. Es ist kein Geld geflossen. Versuch es noch einmal oder nimm deine PIN.
refused-passkey_expired = Nicht erledigt: Dein Gerät wurde vor zu langer Zeit gefragt oder hat schon geantwortet. Es ist kein Geld geflossen. Versuch es noch einmal.
refused-passkey_copied = Nicht erledigt: Dieser Passkey sieht aus wie eine Kopie von deinem. Es ist kein Geld geflossen. Nimm einen anderen oder deine PIN und entferne diesen dann auf deiner Seite.
refused-passkey_needed = Nicht erledigt: Dafür braucht es einen deiner Passkeys. Es ist kein Geld geflossen. Mach es auf einem Gerät, das einen hat.
refused-passkey_known = Dieses Gerät hat schon einen Passkey von dir. Nichts wurde geändert. Benutze den vorhandenen.
refused-passkeys_many = Du hast schon { $limit } Passkeys. Nichts wurde geändert. Entferne zuerst einen.
refused-claim_ended = Nicht erledigt: Dieses Geld wartet nicht mehr. Es ist kein Geld geflossen. Frag die Person, die dir den Link geschickt hat.
refused-claim_own = Nicht erledigt: Du hast dieses Geld selbst zurückgelegt. Es ist kein Geld geflossen. Gib den Link an die Person weiter, für die es ist, oder storniere.
refused-network_not_offered = Nicht gesendet: { $network } erreiche ich von hier aus nicht. Es ist kein Geld geflossen. Schreib den Namen, den die Person in diesem Netz hat.
refused-handle_taken = Dieser Name ist schon vergeben. Wähle einen anderen.
refused-handle_bad = Dieser Name geht nicht. Nimm 2 bis 30 Kleinbuchstaben, Ziffern oder Unterstriche.
refused-regime = Nicht erledigt: { $regime ->
        [sandbox] Dieser Dienst läuft ohne echtes Geld, und das bräuchte welches
        [psp-held] Das Geld liegt hier bei einem Zahlungsdienstleister, und der bietet das nicht an
        [limited-network] Dieser Dienst ist ein begrenztes Netz, und das geht darüber hinaus
        [licensed] Die Zulassung dieses Dienstes deckt das nicht ab
       *[other] Die Regeln dieses Dienstes decken das nicht ab
    }. Es ist kein Geld geflossen.
refused-key_reused = Nicht erledigt: Dieser Anfrageschlüssel wurde schon für etwas anderes benutzt. Es ist kein Geld geflossen. Sende es noch einmal mit einem neuen Schlüssel.
refused-busy = Nicht erledigt: Gerade ist zu viel auf einmal los. Es ist kein Geld geflossen. Schreib gleich noch einmal.
refused-amount_too_small = Nicht gesendet: Dieser Betrag ist zu klein. Es ist kein Geld geflossen. Schreib einen größeren.
refused-payment_unknown = Nicht erledigt: Ich finde diese Zahlung nicht. Es ist kein Geld geflossen. Deine Zahlungen siehst du mit: verlauf
refused-not_found = Nicht erledigt: Unter diesem Namen gibt es hier nichts. Es ist kein Geld geflossen.
fault = Bei uns ist etwas schiefgegangen. Nichts ist verloren, und nichts wird doppelt bezahlt. Wenn es wieder passiert, nenne diese Referenz: { $reference }

## Die Seiten

brand = Obole
page-language = Deutsch
page-skip = Zum Inhalt
page-menu = Menü
page-nav = Orte
page-nav-square = Platz
page-nav-messages = Nachrichten
page-nav-needs = Für mich
page-nav-me = Mein Konto
page-nav-waiting = wartend
page-switch-language = Sprache
page-switch-theme = Farben
page-theme-auto = Automatisch
page-theme-light = Hell
page-theme-dark = Dunkel
page-sign-out = Abmelden
page-sign-out-all = Überall abmelden
page-regime = { $regime ->
        [sandbox] Testumgebung: kein echtes Geld.
        [psp-held] Das Geld liegt bei einem Zahlungsdienstleister.
        [limited-network] Ein begrenztes Netz: Das Geld hier gilt nur darin.
        [licensed] Ein zugelassener Zahlungsdienst.
       *[other] { $regime }
    }
page-service = Dienst
page-kind-person = privat
page-kind-charity = gemeinnützig
page-kind-merchant = Geschäft
page-state-doubted = Wartet auf dein Ja
page-state-asked = Wartet auf Freigabe
page-state-held = Zurückgelegt
page-state-claimed = Angenommen, zu bestätigen
page-state-paid = Bezahlt
page-state-returned = Zurückgekommen
page-state-cancelled = Storniert
page-state-declined = Abgelehnt
page-state-expired = Abgelaufen
page-state-refused = Zurückgewiesen
page-step-asked = Angefragt
page-step-approved = Freigegeben
page-step-set-aside = Zurückgelegt
page-step-claimed = Angenommen
page-step-confirmed = Bestätigt
page-step-turned-away = Nicht die richtige Person
page-step-paid = Bezahlt
page-step-returned = Zurückgekommen
page-step-cancelled = Storniert
page-step-declined = Abgelehnt
page-step-expired = Abgelaufen
page-step-refused = Zurückgewiesen

page-square = Der Platz
page-timeline = Öffentliche Beiträge
page-timeline-empty = Noch hat niemand etwas geschrieben. Schreib den ersten Beitrag.
page-write = Deine Nachricht
page-write-hint = Was möchtest du sagen oder bezahlen?
page-write-direct = Deine Nachricht an Obole
page-write-direct-hint = An Obole schreiben
page-audience = Wer es liest
page-audience-public = Alle
page-audience-direct = Nur Obole
page-post = Veröffentlichen
page-send = Senden
page-tries = Zum Ausprobieren
page-reply = Antworten
page-replies-to = Als Antwort auf
page-delete = Löschen
page-older = Ältere
page-talk = Du und Obole
page-talk-empty = Was Obole nur dir sagt, erscheint hier. Versuch es mit: guthaben
page-messages = Nachrichten
page-money = Du hast
page-money-held = Weitere { $held } zurückgelegt
page-to-square = Zum Platz

page-card = Zahlung
page-card-to = an
page-card-story = Zahlung ansehen
page-until = bis
page-until-long = Wartet bis
page-look-approve = Ansehen und freigeben
page-share = Privater Link für { $to }
page-copy = Kopieren
page-copied = Kopiert

page-payment = Zahlung von
page-from = Von
page-to = An
page-to-small = an
page-what = Für
page-fee = Gebühr
page-free = kostenlos
page-pays = Du zahlst
page-pays-no-fee = { $amount }, ohne Gebühr
page-net = { $net } kommen an
page-from-money = Aus
page-story = Was geschehen ist
page-reference = Referenz
page-see-post = Beitrag ansehen
page-cancel = Diese Zahlung stornieren

page-needs = Für mich
page-needs-all = { $count ->
        [one] 1 für dich
       *[other] { $count } für dich
    }
page-needs-empty = Nichts wartet auf dich.
page-needs-empty-next = Zahlungen zur Freigabe und Geld zum Weitergeben erscheinen hier. Um jemanden zu bezahlen, schreib auf dem Platz.
page-needs-approvals = Freizugeben
page-needs-confirmations = Zu bestätigen
page-needs-set-aside = Von dir zurückgelegt
page-needs-claims = Der Absender muss bestätigen

page-approve = Freigabe
page-approve-title = Du sendest
page-approve-gift-title = Du spendest
page-approve-send = { $amount } an { $to } senden
page-approve-give = { $amount } an { $to } spenden
page-approve-send-each = { $amount } an { $count ->
        [one] eine Person
       *[other] { $count } Personen
    } senden
page-approve-decline = Nicht senden
page-approve-until = Du kannst dich entscheiden bis
page-approve-changed = Diese Zahlung hat sich geändert, seit du sie gesehen hast. Es ist kein Geld geflossen. Sieh sie dir noch einmal an.
page-approve-ended = { $state ->
        [paid] Du hast diese Zahlung freigegeben. Sie ist bezahlt.
        [held] Du hast diese Zahlung freigegeben. Das Geld ist zurückgelegt.
        [claimed] Du hast diese Zahlung freigegeben. Das Geld ist zurückgelegt.
        [returned] Du hattest diese Zahlung freigegeben, niemand hat das Geld abgeholt, es ist zu dir zurückgekommen.
        [cancelled] Diese Zahlung wurde storniert. Es ist kein Geld geflossen.
        [declined] Du hast diese Zahlung abgelehnt. Es ist kein Geld geflossen.
        [expired] Die Zeit für die Freigabe ist um. Es ist kein Geld geflossen. Schreib es noch einmal, wenn du es wieder versuchen möchtest.
       *[other] Diese Zahlung lässt sich nicht mehr freigeben. Es ist kein Geld geflossen.
    }
page-wallet = Deine Geldbörse, { $available } verfügbar
page-known-since = dabei seit dem { $since }
page-known-not = noch kein Konto: Das Geld wartet so lange
page-alike = Sieh zweimal hin: Das ist jemand anderes
page-alike-this = Du würdest bezahlen
page-alike-not = Sieht aus wie
page-alike-business = ein Geschäft oder ein Verein von hier
page-paid-before = { $count ->
        [0] noch nie von dir bezahlt
        [one] einmal von dir bezahlt
       *[other] { $count }-mal von dir bezahlt
    }

page-pin = Deine PIN
page-pin-show = Anzeigen
page-pin-hide = Verbergen
page-pin-first = Wähle zuerst deine PIN
page-pin-why = Sechs Ziffern, die nur du kennst. Du tippst sie ein, um größere Zahlungen freizugeben.
page-pin-old = Deine jetzige PIN
page-pin-new = Neue PIN, sechs Ziffern
page-pin-again = Noch einmal dieselbe
page-pin-set = Diese PIN behalten
page-pin-is-set = Deine PIN ist eingerichtet. Ändern
page-pin-locked = Deine PIN ist nach zu vielen falschen Versuchen gesperrt. Es ist kein Geld geflossen. Bitte die Betreiber dieses Dienstes, sie zu entsperren.
page-pin-or-passkey = Deine PIN, oder lass das Feld leer und nimm einen Passkey
page-pin-old-or-passkey = Deine jetzige PIN, oder lass das Feld leer und nimm einen Passkey
page-passkeys = Deine Passkeys
page-passkey-why = Ein Passkey ist ein Schlüssel auf deinem Telefon, deinem Computer oder einem Sicherheitsschlüssel. Dein Finger, dein Gesicht oder der Code des Geräts öffnet ihn, und nichts davon verlässt das Gerät.
page-passkey-name = Wie du dieses Gerät nennst
page-passkey-unnamed = Mein Gerät
page-passkey-add = Passkey hinzufügen
page-passkey-remove = Diesen Passkey entfernen
page-passkey-is-added = Dein Passkey ist hinzugefügt. Ab jetzt kannst du dich damit anmelden und Zahlungen freigeben.
page-passkey-is-removed = Der Passkey ist entfernt.
page-passkey-touch = Mit deinem Passkey: Dein Gerät fragt nach deinem Finger, deinem Gesicht oder seinem eigenen Code.
page-passkey-or-pin = Oder mit deiner PIN
page-passkey-script = Dein Passkey braucht JavaScript in diesem Browser. Es ist kein Geld geflossen.
page-passkey-failed = Dein Gerät hat nicht geantwortet. Nichts wurde gesendet. Versuch es noch einmal.
page-passkey-unknown = Dieser Passkey öffnet hier kein Konto. Nichts wurde geändert. Versuch einen anderen oder komm auf einem anderen Weg herein.

page-claim = Geld für dich
page-claim-title = { $from } hat das für { $to } zurückgelegt
page-claim-sign-in = Melde dich zuerst an. Dann kannst du sagen, dass es für dich ist.
page-claim-how = { $from } sieht deinen Namen und bestätigt, dass du es bist. Bis dahin fließt kein Geld.
page-claim-as = { $amount } als { $me } annehmen
page-claim-decline = Ich möchte es nicht, zurück an { $from }
page-claim-waiting = { $from } soll bestätigen, dass du es bist. Du musst nichts tun.
page-claim-yours = { $amount } sind angekommen. Sie gehören dir.
page-claim-own = Du hast das selbst zurückgelegt. Gib den Link an { $to } weiter.
page-claim-ended = Dieses Geld wartet nicht mehr. Wenn du es erwartet hast, frag { $from }.
page-claim-returned = Niemand hat es rechtzeitig abgeholt. Es ist zu { $from } zurückgekommen.

page-door = Eintreten
page-door-title = Bezahle, wo du dich unterhältst
page-door-text = Das hier ist eine erfundene Stadt mit erfundenem Geld. Sei jemand von dort, schreib auf dem Platz und sieh, was geschieht.
page-door-text-link = Schreib deinen Freunden und bezahle sie im selben Atemzug.
page-door-people = Eintreten als
page-door-new = Oder als jemand Neues
page-door-enter = Eintreten
page-door-ask = Schick mir einen Link
page-door-link-hint = Wir schicken dir einen Link zur einmaligen Verwendung per Direktnachricht.
page-door-asked = Wenn dieser Name hier ein Konto hat, ist ein Link per Direktnachricht unterwegs. Er gilt einmal, für ein paar Minuten.
page-door-passkey = Mit einem Passkey eintreten
page-door-join = Neu hier? Eröffne ein Konto
page-join = Konto eröffnen
page-join-title = Konto eröffnen
page-join-text = Ein Name, ein Kürzel und ein Passkey deines Geräts. Kein Passwort.
page-join-do = Mein Konto eröffnen
page-join-member = Ich habe schon ein Konto
page-join-script = Ein Konto wird mit einem Passkey eröffnet, und das braucht JavaScript in diesem Browser. Nichts wurde gesendet.
page-name = Name
page-handle = Kürzel
page-handle-hint = Kleinbuchstaben, Ziffern und Unterstriche, zum Beispiel zoe_23
page-knock-title = Willkommen zurück
page-knock-text = Dieser Link meldet dich einmal an, auf diesem Gerät.
page-knock-spent = Dieser Link ist verbraucht
page-knock-spent-text = Er wurde schon benutzt oder ist zu alt. Fordere einen neuen an.

page-limits = Deine Limits
page-limits-why = Sie sorgen dafür, dass ein Fehler oder ein Diebstahl dich nicht viel kostet.
page-limit = { $code ->
        [payment] Eine Zahlung an eine Person
        [gift] Eine Zahlung an eine gemeinnützige Organisation oder ein Geschäft
        [day] An einem Tag
        [month] In einem Monat
       *[other] { $code }
    }
page-limit-used = { $used } verbraucht, { $left } übrig
page-exempt = Bis { $amount } reicht ein Beitrag. Darüber gibst du mit deiner PIN frei, und ab und zu auch darunter.
page-fees = Deine Gebühr
page-fees-rate = { $rate } von dem, was Kunden dir zahlen, bei jeder Zahlung gerundet
page-fees-example = Von { $amount } sind { $fee } Gebühr, du behältst { $net }. Sie wird von dem abgezogen, was du erhältst: Kunden zahlen keine. Spenden, und was du selbst sendest, sind kostenlos.
page-sessions = Deine Anmeldungen
page-sessions-count = { $count ->
        [one] Nur hier.
       *[other] Auf { $count } Geräten.
    }

page-trouble-refused = Nicht erledigt
page-trouble-refused-text = Die Regeln erlauben das nicht. Es ist kein Geld geflossen.
page-trouble-not-found = Hier ist nichts
page-trouble-not-found-text = Vielleicht ist die Adresse falsch geschrieben, oder was hier war, ist fort. Es ist kein Geld geflossen.
page-trouble-stale = Bitte noch einmal
page-trouble-stale-text = Diese Seite war zu lange offen, deshalb haben wir nichts getan. Es ist kein Geld geflossen. Geh zurück, lade die Seite neu und sende es noch einmal.
page-trouble-busy = Einen Moment, bitte
page-trouble-busy-text = Gerade ist zu viel auf einmal los. Es ist kein Geld geflossen, und nichts ist verloren.
page-trouble-fault = Bei uns ist etwas schiefgegangen
page-trouble-fault-text = Nichts ist verloren, und nichts wird doppelt bezahlt. Wenn es wieder passiert, nenne uns die Referenz unten.
page-trouble-again = { $count ->
        [one] Versuch es in einer Sekunde noch einmal.
       *[other] Versuch es in { $count } Sekunden noch einmal.
    }
page-trouble-too-large = Das ist mehr, als wir auf einmal lesen. Es ist kein Geld geflossen. Schreib weniger.
page-post-empty = Es gibt noch nichts zu senden. Schreib ein paar Worte.
page-post-too-long = Diese Nachricht ist zu lang. Es ist kein Geld geflossen. Schreib weniger.
page-yes = ja
page-no = nein
page-try-send = @obole #senden 12 € @{ $who } für das Mittagessen
page-try-give = @obole #spenden 20 € @refuge
page-try-claim = @obole #senden 5 € @{ $who } für den Film
page-try-balance = @obole #guthaben
page-approve-doubted = Das sieht aus wie eine Zahlung, die du gerade gemacht hast. Gib sie nur frei, wenn du noch einmal bezahlen möchtest.
page-approve-claimed = Du hast das für { $to } zurückgelegt. Dieses Konto hat den privaten Link geöffnet. Sobald du bestätigst, gehört das Geld diesem Konto.
page-pin-differ = Die beiden PINs sind nicht gleich. Nichts wurde geändert. Tippe die neue zweimal ein.
page-history = Was kam und was ging
page-history-fee = Gebühr
page-history-bank = Deine Bank
page-claim-sent-back = Das Geld ist wieder bei der Person, die es für dich zurückgelegt hatte.
page-door-nobody = Niemand hier hat diesen Namen.

page-trouble-code = Code

page-design = Das Aussehen
page-design-link = Das Aussehen, Stück für Stück
page-design-person = Personen
page-design-states = Zustände
page-design-cards = Zahlungskarten
page-design-notices = Hinweise
page-design-acts = Handlungen

## Start, Verlauf, Kontakte, Limits

page-nav-home = Start
page-nav-self = Ich
page-ways = Was es noch gibt
page-pay-somebody = Jemanden bezahlen
page-pay-who = { $who } bezahlen
page-pay-to = An wen
page-pay-amount = Wie viel
page-currency = Währung
page-pay-what = Wofür
page-pay-write = Nachricht schreiben
page-pay-how = Du siehst die Nachricht, bevor du sie sendest. Bis dahin fließt kein Geld.
page-pay-message = @obole #senden { $amount } @{ $to }
page-pay-message-what = { $message } für { $what }
page-people = Deine Kontakte
page-people-again = Wieder bezahlen
page-people-all = Alle
page-people-nobody = Du hast noch niemanden bezahlt.
page-people-empty = Wen du bezahlst und wer dich bezahlt, erscheint hier.
page-people-bound = { $count ->
        [one] Aus deiner letzten Zahlung.
       *[other] Aus deinen letzten { $count } Zahlungen.
    }
page-you-paid = { $count ->
        [one] einmal von dir bezahlt
       *[other] { $count }-mal von dir bezahlt
    }
page-paid-you = { $count ->
        [one] hat dich einmal bezahlt
       *[other] hat dich { $count }-mal bezahlt
    }
page-since = seit dem { $since }
page-shared = Zwischen euch
page-shared-none = Zwischen euch ist noch nichts geflossen.
page-recent = Zuletzt
page-recent-empty = Noch ist nichts gekommen oder gegangen. Sobald etwas kommt oder geht, erscheint es hier.
page-recent-all = Der ganze Verlauf
page-came-in = Eingang
page-went-out = Ausgang
page-wallets = Deine Geldbörsen
page-filter = Wähle, was du sehen möchtest
page-filter-since = Von
page-filter-until = Bis
page-filter-who = Wer
page-filter-way = Richtung
page-filter-all = Beide
page-filter-show = Zeigen
page-filter-none = Alles zeigen
page-found = Was gefunden wurde
page-found-nothing = Nichts hier passt zu dem, was du suchst.
page-looked-through = { $count ->
        [one] Eine Zahlung wurde durchgesehen.
       *[other] { $count } Zahlungen wurden durchgesehen.
    } Es gibt ältere.
page-further = Weiter zurück suchen
page-export = Als Tabelle sichern (CSV)
page-export-note = Was gezeigt wird, höchstens { $count } Zeilen.
page-tier = Wie gut wir dich kennen
page-tier-is = { $tier ->
        [0] Wir kennen nur deinen Namen hier. Deine Limits sind die niedrigsten.
        [1] Du hast uns deinen Namen und einen Weg genannt, dich zu erreichen. Deine Limits sind mittel.
       *[other] Du hast uns gezeigt, wer du bist. Deine Limits sind die höchsten.
    }
page-tier-more = Je besser wir dich kennen, desto höher deine Limits. Wende dich an die Betreiber dieses Dienstes.
page-limits-in = In { $currency }
page-limits-others = Du kannst auch in { $currencies } bezahlt werden.
page-limit-why = { $code ->
        [payment] Das meiste, was du einer Person auf einmal senden kannst.
        [gift] Es ist höher, weil wir gemeinnützige Organisationen und Geschäfte gut kennen.
        [day] Alles zählt, was du an einem Tag sendest, auch was zurückgelegt ist. Um Mitternacht beginnt es neu ({ $zone }).
        [month] Alles zählt, was du in einem Monat sendest. Am Ersten beginnt es neu ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Ohne deine PIN
page-exempt-total = Seit du deine PIN zuletzt eingetippt hast: { $so-far }. Sobald es mehr als { $most } sind, fragt die nächste Zahlung danach.
page-exempt-number = Zahlungen, seit du deine PIN zuletzt eingetippt hast: { $so-far }. Sobald es mehr als { $most } sind, fragt die nächste danach.
page-exempt-over = Deine nächste Zahlung fragt nach deiner PIN.
page-pace = { $count ->
        [one] Du kannst in zehn Minuten eine Zahlung beginnen.
       *[other] Du kannst in zehn Minuten { $count } Zahlungen beginnen.
    }

## Die Seiten des Betreibers

page-design-chart = Diagramme
page-exact = Die genauen Zahlen
page-operator = Betreiber
page-operator-nav = Die Seiten des Betreibers
page-operator-payments = Zahlungen
page-operator-members = Mitglieder
page-operator-members-first = In der Reihenfolge ihres Beitritts
page-operator-holds = Zurückgelegtes Geld
page-operator-holds-first = Was zuerst endet, steht zuerst
page-operator-refusals = Absagen
page-operator-refusals-days = Absagen nach Tagen
page-operator-refusals-why = Ohne Namen gezählt: ein Tag, ein Code, eine Zahl.
page-operator-acts = Was Betreiber getan haben
page-operator-acts-newest = Neueste zuerst
page-operator-newest = Neueste zuerst
page-operator-none = Es gibt nichts.
page-operator-search = Referenz oder Kürzel
page-operator-state = Zustand
page-operator-all = Alle
page-operator-machine = Befehlszeile
page-operator-when = Wann
page-operator-by = Wer
page-operator-act = Was
page-operator-about = Betrifft
page-operator-detail = Mit
page-operator-act-is = { $code ->
        [add_member] hat ein Mitglied hinzugefügt
        [credit] hat eine Überweisung gebucht
        [freeze] hat gesperrt
        [release] hat entsperrt
        [reset_pin] hat die PIN und die Passkeys entfernt
        [refund] hat erstattet
        [operator] hat zum Betreiber gemacht
        [operator_end] hat als Betreiber abgesetzt
        [verify] hat das Hauptbuch geprüft: in Ordnung
        [verify_wrong] hat das Hauptbuch geprüft: eine Zeile ist falsch
        [receive] hat eingegangenes Geld gebucht
        [match] hat Geld ohne Eigentümer zugeordnet
        [send_back] hat Geld ohne Eigentümer zurückgesandt
       *[other] { $code }
    }
page-operator-safeguarding = Sicherung der Gelder, { $currency }
page-operator-safe = Alles, was die Mitglieder haben, ist da, und { $amount } mehr.
page-operator-safe-not = { $amount } von dem, was die Mitglieder haben, liegen weder bei der Bank noch bei einem Dienstleister. Kläre das heute.
page-operator-owed-chart = Was die Mitglieder in { $currency } haben, nach Tagen
page-operator-day = Tag
page-operator-owed = Mitglieder haben
page-operator-bank = Bei der Bank
page-operator-provider = Bei Dienstleistern
page-operator-beyond = Darüber hinaus
page-operator-ledger = Das Hauptbuch
page-operator-checking = Es wird gerade geprüft. Komm gleich wieder.
page-operator-never-checked = Es wurde von hier aus noch nicht geprüft.
page-operator-sound = In Ordnung, { $at }: { $detail }.
page-operator-unsound = Nicht in Ordnung, { $at }: { $detail }
page-operator-check-now = Das Hauptbuch jetzt prüfen
page-operator-activity = Betrieb
page-operator-activity-chart = Begonnene Zahlungen nach Tagen (UTC)
page-operator-begun = Begonnene Zahlungen
page-operator-code = Code
page-operator-times = Anzahl
page-operator-amount = Betrag
page-operator-kind = Art
page-operator-tier = Stufe
page-operator-is-frozen = gesperrt
page-operator-id = Referenz
page-operator-since = Mitglied seit
page-operator-has = Hat
page-operator-aside = Zurückgelegt
page-operator-facts = Was bekannt ist
page-operator-frozen = Gesperrt: { $reason }
page-operator-freeze = Sperren
page-operator-freeze-why = Dieses Mitglied kann weder zahlen noch bezahlt werden, bis du es entsperrst. Es erfährt, dass sein Konto gesperrt ist, nicht warum.
page-operator-freeze-who = { $who } sperren
page-operator-release = Entsperren
page-operator-release-why = Dieses Mitglied kann wieder zahlen und bezahlt werden. Es erfährt davon.
page-operator-release-who = { $who } entsperren
page-operator-reason = Grund, für das Protokoll
page-operator-suspense = Geld ohne Eigentümer
page-operator-suspense-first = Was am längsten wartet, steht zuerst
page-operator-suspense-late = Das älteste wartet seit mehr als 10 Tagen. Es gehört jemandem: Finde heraus wem, oder sende es zurück.
page-operator-suspense-ended = Zugeordnet oder zurückgesandt
page-operator-arrived = Eingegangen
page-operator-days = Tage
page-operator-remitter = Auftraggeber
page-operator-reference = Verwendungszweck
page-operator-bank-id = Referenz der Bank
page-operator-perhaps = Vielleicht von
page-operator-became = Was daraus wurde
page-operator-waits = Es wartet auf seinen Eigentümer
page-operator-matched = { $who } gutgeschrieben
page-operator-sent-back = Zurückgesandt
page-operator-why = Grund
page-operator-match = Einem Mitglied gutschreiben
page-operator-match-why = Das Mitglied erfährt davon, wie bei jedem Geld, das ankommt.
page-operator-match-to = Kürzel oder Referenz des Mitglieds
page-operator-match-do = { $amount } gutschreiben
page-operator-send-back = Zurücksenden
page-operator-send-back-why = Beauftrage bei deiner Bank die Rücküberweisung an den Auftraggeber. Hier wird gebucht, dass sie beauftragt ist.
page-operator-send-back-do = { $amount } zurücksenden

## Erstattungen

refunded = Erstattet: { $amount } an { $to }. Du hast noch { $left }.
refunded-fee = Erstattet: { $amount } an { $to }. { $fee } der Gebühr kamen zu dir zurück. Du hast noch { $left }.
refunded-for-you = Die Betreiber dieses Dienstes haben aus deiner Geldbörse { $amount } an { $to } erstattet. Du hast noch { $left }. Wenn du nicht einverstanden bist, wende dich an sie.
refunded-for-you-fee = Die Betreiber dieses Dienstes haben aus deiner Geldbörse { $amount } an { $to } erstattet. { $fee } der Gebühr kamen zu dir zurück. Du hast noch { $left }. Wenn du nicht einverstanden bist, wende dich an sie.
refund-received = { $from } hat dir { $amount } von { $whole } erstattet.
refund-please = Um { $amount } an { $to } zu erstatten, tippe hier deine PIN ein: { $link } Noch ist kein Geld geflossen.
refund-asked = Ich habe { $to } gebeten, dir { $amount } zu erstatten. Die Antwort kann bis { $until } kommen. Noch ist kein Geld geflossen.
refund-ask = { $from } bittet dich, { $amount } von { $whole } zu erstatten. Um zu erstatten oder abzulehnen, öffne { $link } bis { $until }. Noch ist kein Geld geflossen.
refund-declined = Du hast { $from } mitgeteilt, dass du { $amount } nicht erstattest. Es ist kein Geld geflossen.
refund-not-given = { $to } möchte dir { $amount } nicht erstatten. Es ist kein Geld geflossen. Schreib an { $to } oder wende dich an die Betreiber dieses Dienstes.
refund-lapsed = { $to } hat nicht rechtzeitig geantwortet, ob du { $amount } erstattet bekommst. Es ist kein Geld geflossen. Du kannst noch einmal fragen.
history-refund-in = { $at }: { $amount } von { $who } erstattet
history-refund-out = { $at }: { $amount } an { $who } erstattet
history-fee-back = { $at }: { $amount } Gebühr zurück
status-refunded = { $amount } an { $to }: { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, davon { $refunded } erstattet.
refused-refund_not_paid = Nicht erstattet: Diese Zahlung ist noch nicht bezahlt. Es ist kein Geld geflossen. Wenn sie von dir ist, kannst du sie zurücknehmen: stornieren
refused-refund_done = Nicht erstattet: Diese Zahlung ist schon ganz zurückgegangen. Es ist kein Geld geflossen.
refused-refund_too_much = Nicht erstattet: { $amount } sind mehr als die { $left }, die noch zurückgehen können. Es ist kein Geld geflossen. Schreib einen kleineren Betrag.
refused-refund_currency = Nicht erstattet: Diese Zahlung war in { $currency }. Es ist kein Geld geflossen. Schreib den Betrag in { $currency }.
refused-refund_asked = Nicht erledigt: Um eine Erstattung dieser Zahlung ist schon gebeten, bis { $until }. Es ist kein Geld geflossen. Warte die Antwort ab.
refused-refund_asks_many = Nicht erledigt: { $limit ->
        [one] Du kannst dieselbe Person einmal am Tag um eine Erstattung bitten.
       *[other] Du kannst dieselbe Person { $limit }-mal am Tag um eine Erstattung bitten.
    } Es ist kein Geld geflossen. Frag morgen wieder.
refused-refund_not_asked = Nicht erledigt: Niemand wartet auf deine Antwort zu dieser Zahlung. Es ist kein Geld geflossen.
page-refunded = { $refunded } von { $amount } erstattet
page-refund = Erstattung
page-refund-title = Du erstattest
page-refund-act = An { $to } erstatten
page-refund-do = Erstatten
page-refund-amount = Betrag der Erstattung
page-refund-amount-hint = Höchstens { $left }. Schreib eine Zahl wie { $left }.
page-refund-amount-bad = Das ist kein Betrag in { $currency }. Es ist kein Geld geflossen. Schreib eine Zahl wie { $left }.
page-refund-fee = Für das Ganze bekommst du { $fee } der Gebühr zurück, für einen Teil anteilig.
page-refund-asks = { $from } bittet um { $amount } zurück. Du kannst antworten bis { $until }.
page-refund-decline = Nicht erstatten
page-refund-over = Es bleibt nichts zu erstatten.
page-refund-ask = Um Erstattung bitten
page-refund-ask-do = Bitten
page-refund-ask-hint = { $to } kann erstatten oder ablehnen. Lass den Betrag, wie er ist, um das Ganze zu erbitten.
page-refund-waits = { $to } ist gebeten, { $amount } zu erstatten, bis { $until }.
page-step-refunded = Erstattet
page-step-refund-asked = Um Erstattung gebeten
page-needs-refunds = Um Erstattung gebeten
page-history-refund = Erstattung
page-history-fee-back = Gebühr zurück

## Fragen: was nicht sicher ist, und die Nachricht zum Kopieren („…“ ist auszufüllen)

suspicious_characters = Es ist kein Geld geflossen: Diese Nachricht enthält unsichtbare Zeichen oder irreführende Buchstaben, im Namen oder im Betrag. Tippe sie von Hand noch einmal: { $write }
verb_missing = Ich bin da, aber ich sehe nicht, was du tun möchtest. Es ist kein Geld geflossen. Was ich kann, erfährst du mit: { $name } #hilfe
verb_unknown = { $heard } kenne ich nicht. Es ist kein Geld geflossen. Vielleicht schreibst du: { $write }
order_unclear = Ich bin nicht sicher, ob das ein Auftrag ist. Es ist kein Geld geflossen. Wenn ja, schreib: { $write }
verbs_several = Ich sehe mehrere Aufträge in dieser Nachricht. Es ist kein Geld geflossen. Bitte einen auf einmal, zum Beispiel: { $write }
amount_missing = Der Betrag fehlt. Es ist kein Geld geflossen. Ergänze: { $write }
amounts_several = Ich sehe mehrere Beträge: { $heard }. Es ist kein Geld geflossen. Behalte nur einen: { $write }
amount_negative = Vor dem Betrag { $heard } steht ein Minus. Es ist kein Geld geflossen. Schreib: { $write }
amount_ambiguous = { $kind ->
        [two] Meinst du { $more } oder { $less }? Es ist kein Geld geflossen. Für { $more } schreib: { $write }
       *[other] Ich bin beim Betrag nicht sicher. Es ist kein Geld geflossen. Schreib eine einzige Zahl, keine Rechnung und kein „etwa“: { $write }
    }
currency_unknown = In „{ $heard }“ erkenne ich die Währung nicht. Es ist kein Geld geflossen. Schreib zum Beispiel: { $write }
currency_ambiguous = In „{ $heard }“ weiß ich nicht, welche Währung du meinst. Es ist kein Geld geflossen. Schreib sie aus, zum Beispiel: { $write }
currency_missing = { $heard }, aber in welcher Währung? Es ist kein Geld geflossen. Schreib zum Beispiel: { $write }
amount_zero = Der Betrag ist null. Es ist kein Geld geflossen. Ergänze: { $write }
amount_too_precise = Der Betrag { $heard } hat mehr Nachkommastellen als seine Währung. Es ist kein Geld geflossen. Ergänze: { $write }
amount_too_large = Der Betrag { $heard } ist zu groß für mich. Es ist kein Geld geflossen. Ergänze: { $write }
amount_too_small = Der Betrag ist zu klein, um ihn so zu teilen: Jemand bekäme nichts. Es ist kein Geld geflossen. Schreib einen größeren Betrag, etwa so: { $write }
recipient_missing = An wen? Ich sehe niemanden direkt beim Betrag oder beim Verb. Es ist kein Geld geflossen. Ergänze: { $write }
recipients_several = Ich sehe mehrere Personen: { $heard }. Es ist kein Geld geflossen. Um nur eine zu wählen, nenne nur sie; sonst schreib: { $write }
shares_missing = In wie viele Teile? Es ist kein Geld geflossen. Ergänze: { $write }
what_missing = Worum geht es? Es ist kein Geld geflossen. Ergänze es oder antworte auf die betreffende Nachricht: { $write }
direct_only = Das sagt man in einer Direktnachricht, dort, wo ich dir die Frage gestellt habe. Es ist kein Geld geflossen. Schreib mir: { $write }

## Bitten, teilen und schweigen

request-sent = Angefragt: { $amount } bei { $to }. Die Anfrage wartet bis { $until }. Um sie zurückzunehmen, schreib: stornieren. Ansehen: { $link }
request-sent-each = Angefragt: jeweils { $amount } bei { $to }, zusammen { $total }. Die Anfrage wartet bis { $until }. Um sie zurückzunehmen, schreib: stornieren. Wer bezahlt hat: { $link }
split-sent = { $kind ->
        [even] Geteilt: { $total } zwischen dir und { $to }, jeweils { $least }.
       *[uneven] Geteilt: { $total } zwischen dir und { $to }, jeweils { $most } oder { $least }, du { $least }.
    } Um ihren Teil sind sie bis { $until } gebeten. Wer bezahlt hat: { $link }
split-sent-without = { $kind ->
        [even] Geteilt: { $total } zwischen { $to }, jeweils { $least }.
       *[uneven] Geteilt: { $total } zwischen { $to }, jeweils { $most } oder { $least }.
    } Um ihren Teil sind sie bis { $until } gebeten. Wer bezahlt hat: { $link }
request-received = { $from } bittet dich um { $amount }. Ohne dein Ja fließt kein Geld. Bezahle oder lehne ab bis { $until }: { $link }
request-received-memo = { $from } bittet dich um { $amount }: { $memo }. Ohne dein Ja fließt kein Geld. Bezahle oder lehne ab bis { $until }: { $link }
split-received = { $from } teilt { $total }. Dein Teil ist { $amount }. Ohne dein Ja fließt kein Geld. Bezahle oder lehne ab bis { $until }: { $link }
split-received-memo = { $from } teilt { $total }: { $memo }. Dein Teil ist { $amount }. Ohne dein Ja fließt kein Geld. Bezahle oder lehne ab bis { $until }: { $link }
request-reminder = Eine Erinnerung: { $from } bittet dich um { $amount }. Bezahle oder lehne ab bis { $until }: { $link }
request-reminded = Erinnert: { $to }, an { $amount }.
request-declined = Abgelehnt: Du zahlst { $to } die { $amount } nicht. Es ist kein Geld geflossen.
request-refused = { $who } zahlt die { $amount } nicht, um die du gebeten hast. Es ist kein Geld geflossen. Zur Anfrage: { $link }
request-withdrawn = Zurückgenommen: Du bittest { $to } nicht mehr um { $amount }. Es ist kein Geld geflossen.
request-withdrawn-by = { $from } bittet dich nicht mehr um { $amount }. Du musst nichts tun.
request-expired = Niemand hat rechtzeitig geantwortet: { $amount }, um die du { $to } gebeten hast. Es ist kein Geld geflossen. Du kannst noch einmal fragen.
request-lapsed = Die Zeit, { $from } die erbetenen { $amount } zu zahlen, ist um. Es ist kein Geld geflossen.
request-complete = { $count ->
        [one] Eine Person hat ihren Teil bezahlt
       *[other] Alle { $count } haben ihren Teil bezahlt
    }, zusammen { $total }: { $link }
request-status = { $from } bittet { $to } um { $amount }: { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] { $paid } von { $asked } sind bezahlt, es fehlt keine Antwort mehr.
        [one] { $paid } von { $asked } sind bezahlt, eine Person hat nicht geantwortet.
       *[other] { $paid } von { $asked } sind bezahlt, { $count } Personen haben nicht geantwortet.
    } Wer: { $link }
request-state-open = wartet auf eine Antwort
request-state-paid = bezahlt
request-state-declined = abgelehnt
request-state-withdrawn = zurückgenommen
request-state-expired = abgelaufen
stopped = Ab jetzt schreibe ich dir hier nur, wenn du mir schreibst, wenn du über dein eigenes Geld entscheiden musst oder damit dein Konto sicher bleibt. Um wieder von mir zu hören, schalte meine Nachrichten hier ein: { $link }

refused-asked_unknown = Nicht angefragt: { $to } hat hier kein Konto. Es ist kein Geld geflossen. Bitte { $to }, sich einmal anzumelden, oder frag jemand anderen.
refused-asked_unavailable = Nicht angefragt: { $to } kann zurzeit nicht um Geld gebeten werden. Es ist kein Geld geflossen. Frag { $to } direkt.
refused-not_a_person = Nicht angefragt: { $to } ist keine Privatperson, und nur solche kann man hier um Geld bitten. Es ist kein Geld geflossen. Schreib { $to } direkt.
refused-requests_open = Nicht angefragt: Du kannst { $limit ->
        [one] eine Anfrage
       *[other] { $limit } Anfragen
    } gleichzeitig offen haben. Es ist kein Geld geflossen. Nimm eine zurück oder warte auf eine Antwort.
refused-requests_open_to = Nicht angefragt: { $limit ->
        [one] Eine Anfrage von dir an { $to } ist schon offen.
       *[other] { $limit } Anfragen von dir an { $to } sind schon offen.
    } Es ist kein Geld geflossen. Warte auf eine Antwort oder nimm eine zurück.
refused-requests_today = Nicht angefragt: Du hast { $to } heute oft genug gefragt. Du kannst { $limit ->
        [one] einmal
       *[other] { $limit }-mal
    } in 24 Stunden fragen. Es ist kein Geld geflossen. Versuch es morgen wieder.
refused-request_ended = Nicht erledigt: Diese Anfrage ist schon abgeschlossen. Sie ist { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. Es ist kein Geld geflossen.
refused-reminded_enough = Nicht erinnert: Du kannst { $limit ->
        [one] einmal
       *[other] { $limit }-mal
    } erinnern, und das hast du. Es ist kein Geld geflossen. Frag direkt.
refused-suspense_unknown = Solches Geld ohne Eigentümer gibt es nicht. Es ist kein Geld geflossen. Sieh in der Liste nach, was wartet.
refused-suspense_ended = Dieses Geld wartet nicht mehr: Es wurde schon zugeordnet oder zurückgesandt. Weiter ist kein Geld geflossen. Unter der Liste steht, was daraus wurde.
refused-reminded_lately = Nicht erinnert: Es ist zu früh. Es ist kein Geld geflossen. Du kannst wieder erinnern ab { $next }.

## Bitten, teilen und schweigen, auf den Seiten

page-state-open = Wartet auf eine Antwort
page-state-withdrawn = Zurückgenommen
page-needs-requests = Bei dir angefragt
page-needs-asking = Deine Anfragen
page-request = Anfrage
page-request-title = { $from } bittet dich um
page-request-asked = Angefragt
page-request-shared = Geteilt
page-request-by = Angefragt von
page-request-of = Angefragt bei
page-request-own = Dein eigener Teil
page-request-paid = Bisher bezahlt
page-request-decline = Ablehnen
page-request-withdraw = Zurücknehmen
page-request-remind = Wer nicht geantwortet hat, erinnern
page-request-reminded = Zuletzt erinnert
page-request-block = Keine Anfragen mehr von { $who }
page-request-block-how = { $who } erfährt nichts davon. Weitere Anfragen erreichen dich nicht mehr, und diese ist beiseitegelegt.
page-request-blocked = Anfragen von { $who } erreichen dich nicht. { $who } weiß nichts davon.
page-request-unblock = Anfragen von { $who } wieder durchlassen
page-request-payment = Zahlung ansehen
page-request-ended = { $state ->
        [paid] Du hast das bezahlt.
        [declined] Du hast das abgelehnt. Es ist kein Geld geflossen.
        [withdrawn] { $from } hat das zurückgenommen. Es ist kein Geld geflossen.
        [expired] Die Zeit, das zu bezahlen, ist um. Es ist kein Geld geflossen.
       *[other] Das lässt sich nicht mehr bezahlen. Es ist kein Geld geflossen.
    }
page-payment-request = Anfrage ansehen
page-quiet = Nachrichten von Obole
page-quiet-on = Du hörst von mir, wenn Geld ankommt, wenn dich jemand um Geld bittet und wenn du mir schreibst.
page-quiet-off = Du hörst nur von mir, wenn du mir schreibst, wenn du über dein eigenes Geld entscheiden musst und damit dein Konto sicher bleibt.
page-quiet-stop = Mir nur antworten
page-quiet-start = Mir wieder schreiben
page-blocked = Ferngehaltene Anfragen
page-blocked-why = Diese Personen können dich nicht um Geld bitten. Sie erfahren nichts davon.

## Programme

page-programs = Programme
page-programs-why = Programme, die für dich handeln, und Programme, die erfahren, was mit deinen Zahlungen geschieht.
page-programs-service = dieses Dienstes
page-keys = Schlüssel
page-keys-none = Kein Programm handelt für dich.
page-key-used = Zuletzt benutzt
page-key-unused = Nie benutzt
page-key-over = Gilt nicht mehr
page-key-revoke = Zurücknehmen
page-webhooks = Benachrichtigte Programme
page-webhooks-none = Kein Programm erfährt, was mit deinen Zahlungen geschieht.
page-webhook = Benachrichtigtes Programm
page-webhook-quiet = Es wurde noch nicht benachrichtigt.
page-webhook-no-dead = Alles ist angekommen oder wird noch versucht.
page-webhook-dead = Was nie angekommen ist
page-event-is = { $state ->
        [delivered] Angekommen
        [failing] Wird versucht
       *[dead] Nie angekommen
    }
page-event-tries = { $count ->
        [one] ein Versuch
       *[other] { $count } Versuche
    }
page-event-again = Noch einmal senden

## Geplante Zahlungen

sent-scheduled = Geplante Zahlung ausgeführt: { $amount } an { $to }. Du hast noch { $left }.
schedule-approve = { $rhythm ->
        [weekly] { $amount } an { $to } jede Woche, zuerst am { $first }
        [monthly] { $amount } an { $to } jeden Monat am { $day }., zuerst am { $first }
       *[once] { $amount } an { $to } am { $first }
    }: Deine Freigabe fehlt noch. Öffne { $link } bis { $until }. Noch ist kein Geld geflossen.
schedule-set = { $rhythm ->
        [weekly] Geplant: { $amount } an { $to } jede Woche, zuerst am { $first }.
        [monthly] Geplant: { $amount } an { $to } jeden Monat am { $day }., zuerst am { $first }.
       *[once] Geplant: { $amount } an { $to } am { $first }.
    } Nach deiner PIN wirst du nicht mehr gefragt. Anhalten oder beenden: { $link }
schedule-expired = Nicht geplant: Die Zeit, { $amount } an { $to } freizugeben, ist um. Es ist kein Geld geflossen. Du kannst es noch einmal planen.
schedule-retry = Das war deine geplante Zahlung von { $amount } an { $to }. Der zweite Versuch ist am { $next }.
schedule-skipped = Deine geplante Zahlung von { $amount } an { $to } ging auch beim zweiten Mal nicht und entfällt. Das Geld ist weiterhin deins.
schedule-missed = { $count ->
        [one] Eine geplante Zahlung von { $amount } an { $to } wurde fällig, während dieser Dienst nicht lief. Sie wird nicht nachgeholt: Das Geld ist weiterhin deins.
       *[other] { $count } geplante Zahlungen von { $amount } an { $to } wurden fällig, während dieser Dienst nicht lief. Sie werden nicht nachgeholt: Das Geld ist weiterhin deins.
    }
schedule-paused = Deine geplanten Zahlungen von { $amount } an { $to } sind angehalten, weil die heutige nicht möglich war. Das Geld ist weiterhin deins. Fortsetzen oder beenden: { $link }
schedule-ended = { $count ->
        [0] Deine geplanten Zahlungen von { $amount } an { $to } sind zu Ende. Keine wurde ausgeführt.
        [one] Deine geplanten Zahlungen von { $amount } an { $to } sind zu Ende. Eine wurde ausgeführt.
       *[other] Deine geplanten Zahlungen von { $amount } an { $to } sind zu Ende. { $count } wurden ausgeführt.
    }
schedule-withdrawn = Beendet: keine geplanten Zahlungen von { $amount } an { $to } mehr. Das Geld ist weiterhin deins.
schedule-state-asked = wartet auf deine Freigabe
schedule-state-active = aktiv
schedule-state-paused = angehalten
schedule-state-ended = abgelaufen
schedule-state-withdrawn = beendet
schedule-state-expired = verfallen
refused-payee_unknown = Nicht geplant: { $to } hat hier kein Konto. Es ist kein Geld geflossen. Bitte { $to }, sich einmal anzumelden, oder wähle jemand anderen.
refused-dates_bad = Nicht geplant: Der erste Tag muss in der Zukunft liegen, innerhalb von zehn Jahren, und der letzte darf nicht davor sein. Es ist kein Geld geflossen. Wähle andere Tage.
refused-schedules_open = Nicht geplant: Du hast schon { $limit } geplante Zahlungen. Es ist kein Geld geflossen. Beende zuerst eine davon.
refused-schedule_state = Nicht erledigt: Der Zustand dieser geplanten Zahlung erlaubt das nicht ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). Es ist kein Geld geflossen.
page-schedules = Geplante Zahlungen
page-schedules-why = Eine Zahlung an einem späteren Tag, oder eine, die jede Woche oder jeden Monat wiederkommt. Du gibst sie einmal frei; dann wird sie um 9 Uhr morgens von selbst ausgeführt.
page-schedules-mine = Deine
page-schedules-empty = Noch keine. Fülle das Formular unten aus, um eine zu planen.
page-schedules-older = Ältere ansehen
page-schedules-new = Eine Zahlung planen
page-schedules-first = Erster Tag
page-schedules-rhythm = Wie oft
page-schedules-once = Einmal
page-schedules-weekly = Jede Woche
page-schedules-monthly = Jeden Monat
page-schedules-day = Tag des Monats
page-schedules-day-how = Nur für jeden Monat; ohne Angabe der des ersten Tages. Ein zu kurzer Monat zahlt an seinem letzten Tag.
page-schedules-last = Letzter Tag, falls es einen gibt
page-schedules-times = Anzahl der Zahlungen, falls es eine gibt
page-schedules-next = Weiter zur Freigabe
page-schedules-incomplete = Etwas fehlt: an wen, wie viel oder der erste Tag. Es ist kein Geld geflossen. Ergänze das Formular.
page-schedule = Geplante Zahlung
page-schedule-how = Wann
page-schedule-once = Einmal, am { $first }
page-schedule-weekly = Jede Woche, ab dem { $first }
page-schedule-monthly = Jeden Monat am { $day }., ab dem { $first }
page-schedule-until = Bis
page-schedule-times = Höchstens
page-schedule-times-count = { $count ->
        [one] eine Zahlung
       *[other] { $count } Zahlungen
    }
page-schedule-next = Nächste Zahlung
page-schedule-retry = Zweiter Versuch
page-schedule-made = Ausgeführt
page-schedule-runs = Was geschehen ist
page-schedule-runs-empty = Noch nichts.
page-schedule-run-paid = Bezahlt
page-schedule-run-skipped = Zurückgewiesen
page-schedule-run-missed = Nicht nachgeholt
page-schedule-pause = Anhalten
page-schedule-resume = Fortsetzen
page-schedule-withdraw = Beenden
page-schedule-paused = Solange sie angehalten ist, wird nichts bezahlt und nichts nachgeholt.
page-schedule-title = Du planst
page-schedule-act = { $amount } an { $to } planen
page-schedule-article = Deine Freigabe gilt für alle diese Zahlungen, mit diesem Betrag an diese Person. Du kannst sie jederzeit anhalten oder beenden.
page-schedule-decline = Nicht planen
page-schedule-stands = Hier gibt es nichts mehr freizugeben. Das Geld ist weiterhin deins.
page-state-active = Aktiv
page-state-paused = Angehalten
page-state-ended = Zu Ende
page-payment-schedule = Geplante Zahlung ansehen
page-pay-later = Eine Zahlung planen

## Die Sammlung einer gemeinnützigen Organisation

page-drive-given = Bisher gespendet
page-drive-gifts = { $count ->
        [one] eine Spende
       *[other] { $shown } Spenden
    }
page-drive-today = { $amount } heute ({ $shown })
page-drive-none = Noch wurde nichts gespendet. Die erste Spende erscheint hier sofort.
page-drive-latest = Letzte öffentliche Spenden
page-drive-give = An { $who } spenden
page-drive-since = Gezählt seit dem { $since }, abzüglich dessen, was zurückging.
page-drive-private = Spenden per Direktnachricht werden gezählt und nie genannt.

## Alles über dich

page-archive = Was über dich gespeichert ist
page-archive-why = Dein Name, dein Geld, deine Zahlungen, Nachrichten und Anmeldungen, in einer Datei für Programme. Geheimnisse von dir oder anderen sind nicht darin.
page-archive-get = Alles über mich herunterladen
