# Italiano. Frasi brevi: che cosa è successo, con l’importo e il nome, poi che cosa segue. Sempre tu.
# Ogni lingua ha gli stessi testi con le stesse variabili; un test confronta i file.
# Davanti a una data non sta mai un articolo: con l’8 e l’11 andrebbe eliso.

## Come l’italiano scrive i numeri, il denaro e il tempo

number-decimal = ,
number-group = .
money = { $number }{"\u00A0"}{ $sign }
percent = { $number }%
currency-EUR = €
currency-GBP = £
currency-USD = US$
currency-CAD = CA$
currency-AUD = A$
currency-JPY = ¥
currency-INR = ₹
currency-KRW = ₩
currency-PLN = zł
currency-UAH = ₴

weekday-1 = lunedì
weekday-2 = martedì
weekday-3 = mercoledì
weekday-4 = giovedì
weekday-5 = venerdì
weekday-6 = sabato
weekday-7 = domenica
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
date-time = { $weekday } { $day ->
        [1] 1º
       *[other] { $day }
    } { $month }, ore { $hour }:{ $minute }
date = { $day ->
        [1] 1º
       *[other] { $day }
    } { $month } { $year }
time = { $hour }:{ $minute }
list-middle = { $row }, { $next }
list-last = { $row } e { $next }

## Che cosa dice il servizio

sent = Inviato: { $amount } a { $to }. Ti restano { $left }.
sent-public = Inviato: { $amount } a { $to }.
sent-each-public = Inviato: { $amount } ciascuno a { $to }.
sent-each = Inviato: { $amount } ciascuno a { $to }, { $total } in tutto. Ti restano { $left }.
received = { $from } ti ha inviato { $amount }.
received-memo = { $from } ti ha inviato { $amount }: { $memo }
received-fee = { $from } ti ha pagato { $amount }. La commissione è di { $fee }, a te restano { $net }.
received-gift = { $from } vi ha donato { $amount }. Grazie per quello che fate.
gave = Donato: { $amount } a { $to }. Ti restano { $left }.
gave-public = Donato: { $amount } a { $to }.
look-public = Ti ho mandato un messaggio.
balance = Hai { $available }.
balance-held = Hai { $available }. Altri { $held } sono da parte per pagamenti in corso.
history-none = Non hai ancora nessun pagamento. Scrivi per esempio: @obole #inviare 5 € @bob
history-in = { $at }: ricevuti { $amount } da { $who }
history-out = { $at }: inviati { $amount } a { $who }
history-top-up = { $at }: ricevuti { $amount } dalla tua banca
history-fee = { $at }: { $amount } di commissioni
history-more = Tutti i tuoi pagamenti: { $link }
help =
    Ecco che cosa puoi scrivermi.
    { ORDERS() }
    In un messaggio diretto: { INQUIRIES() }.
    Per pagare va bene un messaggio pubblico. Saldi e limiti li dico solo a te.
help-send =
    Per pagare: @obole #inviare 12 € @bob per il pranzo
    Per pagare la stessa somma a più persone: @obole #inviare 5 € ciascuno @bob @carol
help-give = Per donare: @obole #donare 20 € @refuge
help-request = Per chiedere denaro: @obole #chiedere 20 € @bob per il taxi
help-split = Per dividere un conto: @obole #dividere 60 € con @bob @carol
help-refund = Per rimborsare un pagamento ricevuto, o chiedere indietro un pagamento fatto, in risposta: @obole #rimborsare 5 €
help-stop = stop
help-balance = saldo
help-history = movimenti
help-status = stato
help-cancel = annulla
help-help = aiuto
fee-on-receiving = Quanto ti costa una vendita: su { $amount } pagati dai clienti, { $fee } sono la commissione e a te restano { $net }. I clienti non pagano commissioni. Le donazioni, e quello che invii tu, sono gratuiti.
status-none = Non hai pagamenti in corso.
status = { $amount } a { $to }: { $state ->
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
state-doubted = in attesa del tuo sì
state-asked = in attesa di approvazione
state-held = messo da parte
state-claimed = accettato, manca la conferma di chi lo invia
state-paid = pagato
state-returned = tornato a chi l’ha inviato
state-cancelled = annullato
state-declined = non approvato
state-expired = scaduto
state-refused = rifiutato
approve-please = { $amount } a { $to }: serve la tua approvazione. Apri { $link } entro { $until }. Per ora il denaro non si è mosso.
approve-please-each = { $count ->
        [one] { $total } a una persona: serve la tua approvazione.
       *[other] { $total } a { $count } persone: serve la tua approvazione.
    } Apri { $link } entro { $until }. Per ora il denaro non si è mosso.
duplicate = Hai già inviato { $amount } a { $to } (ore { $ago-at-time }). Vuoi inviarli di nuovo? Rispondi sì o no.
set-aside = { $to } non ha ancora un conto. { $amount } restano da parte fino a { $until }, poi tornano a te. Passa questo link privato a { $to }: { $link }
claim-asked = { $who } vuole ricevere la somma di { $amount } che hai messo da parte per { $to }. Se è la persona giusta, conferma qui: { $link }
claim-wait = Grazie. { $from } deve confermare che sei tu. Poi { $amount } sono tuoi.
claim-wait-fee = Grazie. { $from } deve confermare che sei tu. Di { $amount }, { $fee } sono la commissione e { $net } sono tuoi.
claim-paid = Ricevuto: { $amount } da { $from }.
claim-turned-away = { $from } non ha confermato che la somma di { $amount } è per te. Il denaro non si è mosso. Chiedi direttamente a { $from }.
claim-declined = { $to } non vuole la somma di { $amount }. È tornata a te.
returned = Nessuno ha ritirato la somma di { $amount } per { $to }. È tornata a te.
cancelled = Annullato: { $amount } a { $to }. Il denaro resta a te.
declined = Non inviato: non hai approvato { $amount } a { $to }. Il denaro non si è mosso.
approval-expired = Non inviato: il tempo per approvare { $amount } a { $to } è passato. Il denaro non si è mosso. Per riprovare, scrivilo di nuovo.
welcome = Ti do il benvenuto. Sono Obole. Paghi scrivendomi là dove parli. Prova: @obole #inviare 5 € @bob. Per saperne di più, scrivi: aiuto
login-link = Apri questo link per entrare: { $link } Vale una volta sola, fino a { $until }. Se non l’hai chiesto, ignoralo.
credited = Ricevuto dalla tua banca: { $amount }, riferimento { $reference }.
frozen = Il tuo conto è sospeso. Per ora nessuno può usarlo per pagare. Il tuo denaro resta tuo. Rivolgiti a chi gestisce questo servizio.
released = Il tuo conto è di nuovo aperto.
pin-set = Il tuo PIN è impostato. Non te lo chiederò mai in un messaggio, solo nella pagina di approvazione.
passkey-added = Nuova passkey per il tuo conto: { $name }. Se non l’hai aggiunta tu, esci ovunque dalla tua pagina e rivolgiti a chi gestisce questo servizio.
passkey-removed = La passkey { $name } è stata tolta dal tuo conto. Se non l’hai tolta tu, esci ovunque dalla tua pagina e rivolgiti a chi gestisce questo servizio.
passkey-copied = Attenzione: qualcuno è arrivato con una copia della tua passkey { $name }. L’ho rifiutata, e il denaro non si è mosso. Togli questa passkey dalla tua pagina e aggiungine una nuova.

## Rifiuti: che cosa, che il denaro non si è mosso, e che cosa segue

refused-member_unknown = Non eseguito: non ti conosco ancora. Il denaro non si è mosso. Entra una volta dalla pagina di questo servizio, poi scrivi di nuovo.
refused-payer_frozen = Non inviato: il tuo conto è sospeso. Il denaro non si è mosso. Rivolgiti a chi gestisce questo servizio.
refused-payee_unavailable = Non inviato: { $to } al momento non può ricevere denaro. Il denaro non si è mosso. Chiedi direttamente a { $to }.
refused-recipient_self = Non inviato: sei tu. Il denaro non si è mosso. Scrivi il nome di un’altra persona.
refused-not_a_charity = Non donato: { $to } qui non risulta come ente benefico. Il denaro non si è mosso. Per pagare comunque { $to }, scrivi #inviare invece di #donare.
refused-currency_not_offered = Non inviato: { $currency } qui non è prevista. Il denaro non si è mosso. Scrivi l’importo in un’altra valuta, per esempio in EUR.
refused-payment_limit = Non inviato: { $amount } superano il tuo limite di { $limit } per pagamento. Il denaro non si è mosso.
refused-day_limit = Non inviato: { $amount } supererebbero il tuo limite di { $limit } al giorno. Oggi puoi inviare ancora { $left }. Il denaro non si è mosso.
refused-month_limit = Non inviato: { $amount } supererebbero il tuo limite di { $limit } al mese. Questo mese puoi inviare ancora { $left }. Il denaro non si è mosso.
refused-insufficient_funds = Non inviato: { $amount } sono più di quello che hai ({ $available }). Il denaro non si è mosso. Aggiungi denaro o invia di meno.
refused-too_many_recipients = Non inviato: { $limit ->
        [one] una persona alla volta, per favore.
       *[other] al massimo { $limit } persone alla volta.
    } Il denaro non si è mosso. Scrivi a meno persone.
refused-slow_down = Non eseguito: era molto tutto insieme. Il denaro non si è mosso. Aspetta un minuto, poi scrivi di nuovo.
refused-what_missing = Non eseguito: non vedo di quale pagamento parli. Il denaro non si è mosso. Rispondi al messaggio in questione, o scrivi il suo riferimento.
refused-direct_only = Non eseguito: questo resta tra noi. Il denaro non si è mosso. Scrivimelo in un messaggio diretto.
refused-verb_not_offered = Non eseguito: { $verb ->
        [request] #chiedere
        [split] #dividere
        [buy] #comprare
        [gift] #regalare
        [envelope] #busta
        [offer] #offerta
        [refund] #rimborsare
        [subscribe] #abbonarsi
        [link] #collegare
        [stop] #stop
       *[other] #{ $verb }
    } qui non c’è ancora. Il denaro non si è mosso. Per vedere che cosa c’è, scrivi: aiuto
refused-nothing_to_cancel = Non annullato: non hai pagamenti che si possano ancora annullare. Il denaro non si è mosso.
refused-already_ended = Non eseguito: questo pagamento è già concluso: { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. Il denaro non si è mosso.
refused-already_paid = Non annullato: { $to } ha già il denaro. Il denaro non si è mosso. Per chiederlo indietro a { $to }, rispondi #rimborsare al tuo messaggio.
refused-not_yours = Non eseguito: questo pagamento non è tuo. Il denaro non si è mosso.
refused-approval_changed = Non inviato: il pagamento è cambiato da quando l’hai visto. Il denaro non si è mosso. Guardalo di nuovo, poi decidi.
refused-approval_expired = Non inviato: il tempo per approvare è passato. Il denaro non si è mosso. Per riprovare, scrivilo di nuovo.
refused-pin_wrong = Non inviato: questo non è il tuo PIN. Il denaro non si è mosso. { $left ->
        [one] Ti resta un tentativo.
       *[other] Ti restano { $left } tentativi.
    }
refused-pin_locked = Non inviato: il tuo PIN è bloccato dopo troppi tentativi sbagliati. Il denaro non si è mosso. Chiedi a chi gestisce questo servizio di sbloccarlo.
refused-pin_missing = Non inviato: non hai ancora un PIN. Il denaro non si è mosso. Scegline uno qui, poi approva: { $link }
refused-pin_weak = Questo PIN è troppo facile da indovinare. Non è cambiato nulla. Scegli sei cifre che non siano in fila, né tutte uguali, né una data di nascita.
refused-passkey_wrong = Non eseguito: questa passkey non dimostra che sei tu, o ha firmato qualcos’altro. Il denaro non si è mosso. Riprova, o usa il tuo PIN.
refused-passkey_expired = Non eseguito: la richiesta al tuo dispositivo è troppo vecchia, o ha già avuto risposta. Il denaro non si è mosso. Riprova.
refused-passkey_copied = Non eseguito: questa passkey sembra una copia della tua. Il denaro non si è mosso. Usane un’altra o il tuo PIN, poi togli questa dalla tua pagina.
refused-passkey_needed = Non eseguito: per questo serve una delle tue passkey. Il denaro non si è mosso. Fallo su un dispositivo che ne ha una.
refused-passkey_known = Questo dispositivo ha già una tua passkey. Non è cambiato nulla. Usa quella che c’è.
refused-passkeys_many = Hai già { $limit } passkey. Non è cambiato nulla. Prima togline una.
refused-claim_ended = Non eseguito: questo denaro non è più in attesa. Il denaro non si è mosso. Chiedi alla persona che ti ha mandato il link.
refused-claim_own = Non eseguito: questo denaro l’hai messo da parte tu. Il denaro non si è mosso. Passa il link alla persona a cui è destinato, o annulla.
refused-network_not_offered = Non inviato: da qui non posso raggiungere { $network }. Il denaro non si è mosso. Scrivi il nome che quella persona usa su questa rete.
refused-handle_taken = Questo nome è già preso. Scegline un altro.
refused-handle_bad = Questo nome non va bene. Usa da 2 a 30 lettere minuscole, cifre o trattini bassi.
refused-regime = Non eseguito: { $regime ->
        [sandbox] questo servizio funziona senza denaro vero, e per questo ne servirebbe
        [psp-held] qui il denaro lo custodisce un fornitore di pagamenti, che non lo prevede
        [limited-network] questo servizio è una rete limitata, e questo va oltre
        [licensed] la licenza di questo servizio non lo copre
       *[other] le regole di questo servizio non lo prevedono
    }. Il denaro non si è mosso.
refused-key_reused = Non eseguito: questa chiave di richiesta è già servita per altro. Il denaro non si è mosso. Invia di nuovo con una chiave nuova.
refused-busy = Non eseguito: stanno succedendo troppe cose insieme. Il denaro non si è mosso. Scrivi di nuovo tra un momento.
refused-amount_too_small = Non inviato: questo importo è troppo piccolo. Il denaro non si è mosso. Scrivine uno più grande.
refused-payment_unknown = Non eseguito: non trovo questo pagamento. Il denaro non si è mosso. Per vedere i tuoi, scrivi: movimenti
refused-not_found = Non eseguito: qui non c’è nulla con questo nome. Il denaro non si è mosso.
fault = Qualcosa da parte nostra non ha funzionato. Nulla è perso, e nulla viene pagato due volte. Se succede ancora, indica questo riferimento: { $reference }

## Le pagine

brand = Obole
page-language = Italiano
page-skip = Vai al contenuto
page-menu = Menu
page-nav = Luoghi
page-nav-square = Piazza
page-nav-messages = Messaggi
page-nav-needs = Per me
page-nav-me = Il mio conto
page-nav-waiting = in attesa
page-switch-language = Lingua
page-switch-theme = Colori
page-theme-auto = Automatici
page-theme-light = Chiari
page-theme-dark = Scuri
page-sign-out = Esci
page-sign-out-all = Esci ovunque
page-regime = { $regime ->
        [sandbox] Ambiente di prova: niente denaro vero.
        [psp-held] Il denaro è custodito da un fornitore di pagamenti.
        [limited-network] Una rete limitata: il denaro vale solo al suo interno.
        [licensed] Un servizio di pagamento autorizzato.
       *[other] { $regime }
    }
page-service = servizio
page-kind-person = privato
page-kind-charity = ente benefico
page-kind-merchant = negozio
page-state-doubted = Attende il tuo sì
page-state-asked = Attende approvazione
page-state-held = Messo da parte
page-state-claimed = Accettato, da confermare
page-state-paid = Pagato
page-state-returned = Tornato indietro
page-state-cancelled = Annullato
page-state-declined = Non approvato
page-state-expired = Scaduto
page-state-refused = Rifiutato
page-step-asked = Chiesto
page-step-approved = Approvato
page-step-set-aside = Messo da parte
page-step-claimed = Accettato
page-step-confirmed = Confermato
page-step-turned-away = Non è la persona giusta
page-step-paid = Pagato
page-step-returned = Tornato indietro
page-step-cancelled = Annullato
page-step-declined = Non approvato
page-step-expired = Scaduto
page-step-refused = Rifiutato

page-square = La piazza
page-timeline = Messaggi pubblici
page-timeline-empty = Nessuno ha ancora scritto nulla. Scrivi il primo messaggio.
page-write = Il tuo messaggio
page-write-hint = Che cosa vuoi dire, o pagare?
page-write-direct = Il tuo messaggio a Obole
page-write-direct-hint = Scrivi a Obole
page-audience = Chi lo legge
page-audience-public = Tutti
page-audience-direct = Solo Obole
page-post = Pubblica
page-send = Invia
page-tries = Da provare
page-reply = Rispondi
page-replies-to = In risposta a
page-delete = Elimina
page-older = Meno recenti
page-talk = Tu e Obole
page-talk-empty = Quello che Obole dice solo a te appare qui. Prova: saldo
page-messages = Messaggi
page-money = Hai
page-money-held = Altri { $held } da parte
page-to-square = Vai in piazza

page-card = Pagamento
page-card-to = a
page-card-story = Vedi il pagamento
page-until = fino a
page-until-long = Attende fino a
page-look-approve = Guarda e approva
page-share = Link privato per { $to }
page-copy = Copia
page-copied = Copiato

page-payment = Pagamento di
page-from = Da
page-to = A
page-to-small = a
page-what = Per
page-fee = Commissione
page-free = gratis
page-pays = Paghi
page-pays-no-fee = { $amount }, senza commissione
page-net = arrivano { $net }
page-from-money = Da
page-story = Che cosa è successo
page-reference = Riferimento
page-see-post = Vedi il messaggio
page-cancel = Annulla questo pagamento

page-needs = Per me
page-needs-all = { $count ->
        [one] 1 per te
       *[other] { $count } per te
    }
page-needs-empty = Non c’è nulla che ti aspetta.
page-needs-empty-next = I pagamenti da approvare e il denaro da consegnare appariranno qui. Per pagare qualcuno, scrivi in piazza.
page-needs-approvals = Da approvare
page-needs-confirmations = Da confermare
page-needs-set-aside = Messo da parte da te
page-needs-claims = Manca la conferma di chi invia

page-approve = Approvazione
page-approve-title = Stai inviando
page-approve-gift-title = Stai donando
page-approve-send = Invia { $amount } a { $to }
page-approve-give = Dona { $amount } a { $to }
page-approve-send-each = Invia { $amount } a { $count ->
        [one] una persona
       *[other] { $count } persone
    }
page-approve-decline = Non inviare
page-approve-until = Puoi decidere fino a
page-approve-changed = Questo pagamento è cambiato da quando l’hai visto. Il denaro non si è mosso. Guardalo di nuovo.
page-approve-ended = { $state ->
        [paid] Hai approvato questo pagamento. È pagato.
        [held] Hai approvato questo pagamento. Il denaro è da parte.
        [claimed] Hai approvato questo pagamento. Il denaro è da parte.
        [returned] Avevi approvato questo pagamento, nessuno ha ritirato il denaro ed è tornato a te.
        [cancelled] Questo pagamento è stato annullato. Il denaro non si è mosso.
        [declined] Non hai approvato questo pagamento. Il denaro non si è mosso.
        [expired] Il tempo per approvare è passato. Il denaro non si è mosso. Per riprovare, scrivilo di nuovo.
       *[other] Questo pagamento non si può più approvare. Il denaro non si è mosso.
    }
page-wallet = Il tuo portafoglio, { $available } disponibili
page-known-since = iscrizione: { $since }
page-known-not = ancora senza conto: il denaro aspetta
page-alike = Guarda bene: non è la stessa persona
page-alike-this = Pagheresti
page-alike-not = Somiglia a
page-alike-business = un negozio o un’associazione di qui
page-paid-before = { $count ->
        [0] nessun tuo pagamento finora
        [one] un tuo pagamento finora
       *[other] { $count } tuoi pagamenti finora
    }

page-pin = Il tuo PIN
page-pin-show = Mostra
page-pin-hide = Nascondi
page-pin-first = Prima scegli il tuo PIN
page-pin-why = Sei cifre che conosci solo tu. Le digiti per approvare i pagamenti più grandi.
page-pin-old = Il tuo PIN attuale
page-pin-new = Nuovo PIN, sei cifre
page-pin-again = Lo stesso, ancora una volta
page-pin-set = Salva questo PIN
page-pin-is-set = Il tuo PIN è impostato. Cambialo
page-pin-locked = Il tuo PIN è bloccato dopo troppi tentativi sbagliati. Il denaro non si è mosso. Chiedi a chi gestisce questo servizio di sbloccarlo.
page-pin-or-passkey = Il tuo PIN, oppure lascia vuoto e usa una passkey
page-pin-old-or-passkey = Il tuo PIN attuale, oppure lascia vuoto e usa una passkey
page-passkeys = Le tue passkey
page-passkey-why = Una passkey è una chiave sul tuo telefono, sul computer o su una chiave di sicurezza. La aprono il dito, il viso o il codice del dispositivo, e nulla di questo lascia il dispositivo.
page-passkey-name = Come chiami questo dispositivo
page-passkey-unnamed = Il mio dispositivo
page-passkey-add = Aggiungi una passkey
page-passkey-remove = Togli questa passkey
page-passkey-is-added = La tua passkey è aggiunta. Da ora puoi entrare e approvare con lei.
page-passkey-is-removed = La passkey è stata tolta.
page-passkey-touch = Con la tua passkey: il dispositivo chiede il dito, il viso o il suo codice.
page-passkey-or-pin = Oppure con il tuo PIN
page-passkey-script = La tua passkey ha bisogno di JavaScript in questo browser. Il denaro non si è mosso.
page-passkey-failed = Il tuo dispositivo non ha risposto. Non è stato inviato nulla. Riprova.
page-passkey-unknown = Questa passkey non apre nessun conto qui. Non è cambiato nulla. Provane un’altra, o entra in un altro modo.

page-claim = Denaro per te
page-claim-title = { $from } ha messo questo da parte per { $to }
page-claim-sign-in = Prima entra. Poi potrai dire che è per te.
page-claim-how = { $from } vedrà il tuo nome e confermerà che sei tu. Fino ad allora il denaro non si muove.
page-claim-as = Ricevi { $amount } come { $me }
page-claim-decline = Non lo voglio, rimandalo a { $from }
page-claim-waiting = { $from } deve confermare che sei tu. Non devi fare nulla.
page-claim-yours = Sono arrivati { $amount }. Sono tuoi.
page-claim-own = Questo l’hai messo da parte tu. Passa il link a { $to }.
page-claim-ended = Questo denaro non è più in attesa. Se lo aspettavi, chiedi a { $from }.
page-claim-returned = Nessuno l’ha ritirato in tempo. È tornato a { $from }.

page-door = Entra
page-door-title = Paga dove parli
page-door-text = Questa è una città immaginaria con denaro immaginario. Diventa una delle persone che ci vivono, scrivi in piazza e guarda che cosa succede.
page-door-text-link = Scrivi ai tuoi amici e pagali nella stessa frase.
page-door-people = Entra come
page-door-new = Oppure come qualcuno di nuovo
page-door-enter = Entra
page-door-ask = Mandami un link
page-door-link-hint = Ti mandiamo un link che vale una volta sola, per messaggio diretto.
page-door-asked = Se questo nome ha un conto qui, un link è in arrivo per messaggio diretto. Vale una volta, per qualche minuto.
page-door-passkey = Entra con una passkey
page-door-join = Prima volta qui? Apri un conto
page-join = Apri un conto
page-join-title = Apri un conto
page-join-text = Un nome, un nome utente e una passkey del tuo dispositivo. Nessuna password.
page-join-do = Apri il mio conto
page-join-member = Ho già un conto
page-join-script = Un conto si apre con una passkey, e per questo serve JavaScript in questo browser. Non è stato inviato nulla.
page-name = Nome
page-handle = Nome utente
page-handle-hint = Lettere minuscole, cifre e trattini bassi, per esempio zoe_23
page-knock-title = Ciao di nuovo
page-knock-text = Questo link ti fa entrare una volta, su questo dispositivo.
page-knock-spent = Questo link non vale più
page-knock-spent-text = È già stato usato o è troppo vecchio. Chiedine uno nuovo.

page-limits = I tuoi limiti
page-limits-why = Evitano che un errore o un furto ti costi molto.
page-limit = { $code ->
        [payment] Un pagamento a una persona
        [gift] Un pagamento a un ente benefico o a un negozio
        [day] In un giorno
        [month] In un mese
       *[other] { $code }
    }
page-limit-used = { $used } usati, restano { $left }
page-exempt = Fino a { $amount } basta un messaggio. Oltre approvi con il tuo PIN, e ogni tanto anche sotto.
page-fees = La tua commissione
page-fees-rate = { $rate } di quello che i clienti ti pagano, arrotondato a ogni pagamento
page-fees-example = Di { $amount }, { $fee } sono la commissione e a te restano { $net }. È trattenuta da quello che ricevi: i clienti non ne pagano. Le donazioni, e quello che invii tu, sono gratuiti.
page-sessions = Le tue sessioni
page-sessions-count = { $count ->
        [one] Solo qui.
       *[other] Su { $count } dispositivi.
    }

page-trouble-refused = Non eseguito
page-trouble-refused-text = Le regole non lo permettono. Il denaro non si è mosso.
page-trouble-not-found = Qui non c’è nulla
page-trouble-not-found-text = Forse l’indirizzo è scritto male, o quello che c’era qui non c’è più. Il denaro non si è mosso.
page-trouble-stale = Ancora una volta, per favore
page-trouble-stale-text = Questa pagina è rimasta aperta troppo a lungo, perciò non abbiamo fatto nulla. Il denaro non si è mosso. Torna indietro, ricarica la pagina e invia di nuovo.
page-trouble-busy = Un momento, per favore
page-trouble-busy-text = Stanno succedendo troppe cose insieme. Il denaro non si è mosso, e nulla è perso.
page-trouble-fault = Qualcosa da parte nostra non ha funzionato
page-trouble-fault-text = Nulla è perso, e nulla viene pagato due volte. Se succede ancora, indicaci il riferimento qui sotto.
page-trouble-again = { $count ->
        [one] Riprova tra un secondo.
       *[other] Riprova tra { $count } secondi.
    }
page-trouble-too-large = È più di quanto leggiamo in una volta. Il denaro non si è mosso. Scrivi di meno.
page-post-empty = Non c’è ancora nulla da inviare. Scrivi qualche parola.
page-post-too-long = Questo messaggio è troppo lungo. Il denaro non si è mosso. Scrivi di meno.
page-yes = sì
page-no = no
page-try-send = @obole #inviare 12 € @{ $who } per il pranzo
page-try-give = @obole #donare 20 € @refuge
page-try-claim = @obole #inviare 5 € @{ $who } per il film
page-try-balance = @obole #saldo
page-approve-doubted = Somiglia a un pagamento che hai appena fatto. Approvalo solo se vuoi pagare un’altra volta.
page-approve-claimed = L’hai messo da parte per { $to }. Questo conto ha aperto il link privato. Quando confermi, il denaro è suo.
page-pin-differ = I due PIN non sono uguali. Non è cambiato nulla. Digita due volte quello nuovo.
page-history = Entrate e uscite
page-history-fee = Commissione
page-history-bank = La tua banca
page-claim-sent-back = Il denaro è tornato a chi l’aveva messo da parte per te.
page-door-nobody = Qui nessuno ha questo nome.

page-trouble-code = Codice

page-design = L’aspetto
page-design-link = L’aspetto, pezzo per pezzo
page-design-person = Persone
page-design-states = Stati
page-design-cards = Schede di pagamento
page-design-notices = Avvisi
page-design-acts = Azioni

## Inizio, movimenti, contatti, limiti

page-nav-home = Inizio
page-nav-self = Io
page-ways = Che altro c’è
page-pay-somebody = Paga qualcuno
page-pay-who = Paga { $who }
page-pay-to = A chi
page-pay-amount = Quanto
page-currency = Valuta
page-pay-what = Per che cosa
page-pay-write = Scrivi il messaggio
page-pay-how = Vedi il messaggio prima di inviarlo. Fino ad allora il denaro non si muove.
page-pay-message = @obole #inviare { $amount } @{ $to }
page-pay-message-what = { $message } per { $what }
page-people = I tuoi contatti
page-people-again = Paga di nuovo
page-people-all = Tutti
page-people-nobody = Non hai ancora pagato nessuno.
page-people-empty = Chi paghi, o chi ti paga, apparirà qui.
page-people-bound = { $count ->
        [one] Dal tuo ultimo pagamento.
       *[other] Dai tuoi ultimi { $count } pagamenti.
    }
page-you-paid = { $count ->
        [one] un tuo pagamento
       *[other] { $count } tuoi pagamenti
    }
page-paid-you = { $count ->
        [one] un pagamento a te
       *[other] { $count } pagamenti a te
    }
page-since = la prima volta: { $since }
page-shared = Tra voi
page-shared-none = Tra voi non c’è ancora stato nulla.
page-recent = Di recente
page-recent-empty = Non è ancora entrato né uscito nulla. Quando succede, appare qui.
page-recent-all = Tutti i movimenti
page-came-in = Entrate
page-went-out = Uscite
page-wallets = I tuoi portafogli
page-filter = Scegli che cosa vedere
page-filter-since = Da
page-filter-until = A
page-filter-who = Chi
page-filter-way = In che direzione
page-filter-all = Entrambe
page-filter-show = Mostra
page-filter-none = Mostra tutto
page-found = Che cosa è stato trovato
page-found-nothing = Qui nulla corrisponde a quello che cerchi.
page-looked-through = { $count ->
        [one] Un pagamento è stato esaminato.
       *[other] { $count } pagamenti sono stati esaminati.
    } Ce ne sono di meno recenti.
page-further = Cerca più indietro
page-export = Salva come tabella (CSV)
page-export-note = Quello che è mostrato, al massimo { $count } righe.
page-tier = Quanto ti conosciamo
page-tier-is = { $tier ->
        [0] Qui conosciamo solo il tuo nome. I tuoi limiti sono i più bassi.
        [1] Ci hai dato il tuo nome e un modo per raggiungerti. I tuoi limiti sono medi.
       *[other] Ci hai mostrato chi sei. I tuoi limiti sono i più alti.
    }
page-tier-more = Meglio ti conosciamo, più alti sono i tuoi limiti. Rivolgiti a chi gestisce questo servizio.
page-limits-in = In { $currency }
page-limits-others = Possono pagarti anche in { $currencies }.
page-limit-why = { $code ->
        [payment] Il massimo che puoi inviare a una persona in una volta.
        [gift] È più alto, perché conosciamo bene gli enti benefici e i negozi.
        [day] Conta tutto quello che invii in un giorno, anche ciò che è da parte. Riparte a mezzanotte ({ $zone }).
        [month] Conta tutto quello che invii in un mese. Riparte il primo del mese ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Senza il tuo PIN
page-exempt-total = Da quando hai digitato il PIN l’ultima volta: { $so-far }. Oltre { $most }, il pagamento successivo lo chiede.
page-exempt-number = Pagamenti da quando hai digitato il PIN l’ultima volta: { $so-far }. Oltre { $most }, il successivo lo chiede.
page-exempt-over = Il tuo prossimo pagamento chiede il PIN.
page-pace = { $count ->
        [one] Puoi iniziare un pagamento in dieci minuti.
       *[other] Puoi iniziare { $count } pagamenti in dieci minuti.
    }

## Le pagine del gestore

page-design-chart = Grafici
page-exact = Le cifre esatte
page-operator = Gestore
page-operator-nav = Le pagine del gestore
page-operator-payments = Pagamenti
page-operator-members = Membri
page-operator-members-first = In ordine di arrivo
page-operator-holds = Denaro da parte
page-operator-holds-first = Quello che scade prima viene prima
page-operator-refusals = Rifiuti
page-operator-refusals-days = Rifiuti per giorno
page-operator-refusals-why = Contati senza nomi: un giorno, un codice, un numero.
page-operator-acts = Che cosa hanno fatto i gestori
page-operator-acts-newest = Dal più recente
page-operator-newest = Dal più recente
page-operator-none = Non c’è nulla.
page-operator-search = Riferimento o nome utente
page-operator-state = Stato
page-operator-all = Tutti
page-operator-machine = Riga di comando
page-operator-when = Quando
page-operator-by = Chi
page-operator-act = Che cosa
page-operator-about = Riguardo a
page-operator-detail = Con
page-operator-act-is = { $code ->
        [add_member] ha aggiunto un membro
        [credit] ha registrato un bonifico
        [freeze] ha sospeso
        [release] ha riaperto
        [reset_pin] ha tolto il PIN e le passkey
        [refund] ha rimborsato
        [operator] ha nominato gestore
        [operator_end] ha tolto da gestore
        [verify] ha controllato il registro: corretto
        [verify_wrong] ha controllato il registro: una riga è sbagliata
        [receive] ha registrato denaro arrivato
        [match] ha assegnato denaro senza proprietario
        [send_back] ha rimandato denaro senza proprietario
       *[other] { $code }
    }
page-operator-safeguarding = Tutela dei fondi, { $currency }
page-operator-safe = Tutto quello che hanno i membri c’è, e { $amount } in più.
page-operator-safe-not = { $amount } di quello che hanno i membri non sono né in banca né presso un fornitore. Chiariscilo oggi.
page-operator-owed-chart = Quello che hanno i membri in { $currency }, per giorno
page-operator-day = Giorno
page-operator-owed = I membri hanno
page-operator-bank = In banca
page-operator-provider = Presso fornitori
page-operator-beyond = In più
page-operator-ledger = Il registro
page-operator-checking = Il controllo è in corso. Torna tra un momento.
page-operator-never-checked = Da qui non è ancora stato controllato.
page-operator-sound = Corretto, { $at }: { $detail }.
page-operator-unsound = Non corretto, { $at }: { $detail }
page-operator-check-now = Controlla il registro adesso
page-operator-activity = Attività
page-operator-activity-chart = Pagamenti iniziati, per giorno (UTC)
page-operator-begun = Pagamenti iniziati
page-operator-code = Codice
page-operator-times = Volte
page-operator-amount = Importo
page-operator-kind = Tipo
page-operator-tier = Livello
page-operator-is-frozen = sospeso
page-operator-id = Riferimento
page-operator-since = Membro da
page-operator-has = Ha
page-operator-aside = Da parte
page-operator-facts = Che cosa si sa
page-operator-frozen = Sospeso: { $reason }
page-operator-freeze = Sospendi
page-operator-freeze-why = Non potrà né pagare né ricevere pagamenti finché non riapri il suo conto. Saprà che il conto è sospeso, non perché.
page-operator-freeze-who = Sospendi { $who }
page-operator-release = Riapri
page-operator-release-why = Potrà di nuovo pagare e ricevere pagamenti. Lo saprà.
page-operator-release-who = Riapri { $who }
page-operator-reason = Motivo, per il registro degli atti
page-operator-suspense = Denaro senza proprietario
page-operator-suspense-first = Quello che aspetta da più tempo viene prima
page-operator-suspense-late = Il più vecchio aspetta da più di 10 giorni. È di qualcuno: scopri di chi, o rimandalo.
page-operator-suspense-ended = Assegnato o rimandato
page-operator-arrived = Arrivato
page-operator-days = Giorni
page-operator-remitter = Ordinante
page-operator-reference = Causale
page-operator-bank-id = Riferimento della banca
page-operator-perhaps = Forse di
page-operator-became = Che fine ha fatto
page-operator-waits = Aspetta il suo proprietario
page-operator-matched = Accreditato a { $who }
page-operator-sent-back = Rimandato
page-operator-why = Motivo
page-operator-match = Accreditalo a un membro
page-operator-match-why = Lo saprà, come per ogni somma che arriva.
page-operator-match-to = Il suo nome utente o riferimento
page-operator-match-do = Accredita { $amount }
page-operator-send-back = Rimandalo
page-operator-send-back-why = Ordina alla tua banca di restituire il bonifico all’ordinante. Qui si registra che è stato ordinato.
page-operator-send-back-do = Rimanda { $amount }

## Rimborsi

refunded = Rimborsato: { $amount } a { $to }. Ti restano { $left }.
refunded-fee = Rimborsato: { $amount } a { $to }. { $fee } di commissione sono tornati a te. Ti restano { $left }.
refunded-for-you = Chi gestisce questo servizio ha rimborsato { $amount } a { $to } dal tuo portafoglio. Ti restano { $left }. Se non ti va bene, chiedi a loro.
refunded-for-you-fee = Chi gestisce questo servizio ha rimborsato { $amount } a { $to } dal tuo portafoglio. { $fee } di commissione sono tornati a te. Ti restano { $left }. Se non ti va bene, chiedi a loro.
refund-received = { $from } ti ha rimborsato { $amount } su { $whole }.
refund-please = Per rimborsare { $amount } a { $to }, digita qui il tuo PIN: { $link } Per ora il denaro non si è mosso.
refund-asked = Ho chiesto a { $to } di rimborsarti { $amount }. La risposta può arrivare fino a { $until }. Per ora il denaro non si è mosso.
refund-ask = { $from } ti chiede di rimborsare { $amount } su { $whole }. Per rimborsare o dire di no, apri { $link } entro { $until }. Per ora il denaro non si è mosso.
refund-declined = Hai detto a { $from } che non rimborsi { $amount }. Il denaro non si è mosso.
refund-not-given = { $to } non vuole rimborsarti { $amount }. Il denaro non si è mosso. Scrivi a { $to }, o rivolgiti a chi gestisce questo servizio.
refund-lapsed = { $to } non ha risposto in tempo se rimborsarti { $amount }. Il denaro non si è mosso. Puoi chiedere di nuovo.
history-refund-in = { $at }: { $amount } rimborsati da { $who }
history-refund-out = { $at }: { $amount } rimborsati a { $who }
history-fee-back = { $at }: { $amount } di commissioni restituiti
status-refunded = { $amount } a { $to }: { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, di cui { $refunded } rimborsati.
refused-refund_not_paid = Non rimborsato: questo pagamento non è ancora pagato. Il denaro non si è mosso. Se è tuo, puoi ritirarlo: annulla
refused-refund_done = Non rimborsato: questo pagamento è già stato restituito per intero. Il denaro non si è mosso.
refused-refund_too_much = Non rimborsato: { $amount } sono più di quello che si può ancora restituire ({ $left }). Il denaro non si è mosso. Scrivi un importo più piccolo.
refused-refund_currency = Non rimborsato: questo pagamento è stato fatto in { $currency }. Il denaro non si è mosso. Scrivi l’importo in { $currency }.
refused-refund_asked = Non eseguito: il rimborso di questo pagamento è già stato chiesto, fino a { $until }. Il denaro non si è mosso. Aspetta la risposta.
refused-refund_asks_many = Non eseguito: { $limit ->
        [one] puoi chiedere alla stessa persona un rimborso al giorno.
       *[other] puoi chiedere alla stessa persona { $limit } rimborsi al giorno.
    } Il denaro non si è mosso. Chiedi di nuovo domani.
refused-refund_not_asked = Non eseguito: nessuno aspetta la tua risposta per questo pagamento. Il denaro non si è mosso.
page-refunded = { $refunded } rimborsati su { $amount }
page-refund = Rimborso
page-refund-title = Stai rimborsando
page-refund-act = Rimborsa { $to }
page-refund-do = Rimborsa
page-refund-amount = Importo da rimborsare
page-refund-amount-hint = Al massimo { $left }. Scrivi un numero come { $left }.
page-refund-amount-bad = Non è un importo in { $currency }. Il denaro non si è mosso. Scrivi un numero come { $left }.
page-refund-fee = Per il tutto ti tornano { $fee } di commissione, per una parte in proporzione.
page-refund-asks = { $from } chiede indietro { $amount }. Puoi rispondere fino a { $until }.
page-refund-decline = Non rimborsare
page-refund-over = Non resta nulla da rimborsare.
page-refund-ask = Chiedi un rimborso
page-refund-ask-do = Chiedi
page-refund-ask-hint = { $to } può rimborsare o dire di no. Lascia l’importo com’è per chiedere tutto.
page-refund-waits = È stato chiesto a { $to } di rimborsare { $amount }, fino a { $until }.
page-step-refunded = Rimborsato
page-step-refund-asked = Rimborso chiesto
page-needs-refunds = Rimborsi chiesti a te
page-history-refund = Rimborso
page-history-fee-back = Commissione restituita

## Domande: che cosa non è sicuro, e il messaggio da copiare («…» è da completare)

suspicious_characters = Il denaro non si è mosso: questo messaggio contiene caratteri invisibili o lettere ingannevoli, nel nome o nell’importo. Digitalo di nuovo a mano: { $write }
verb_missing = Sono qui, ma non vedo che cosa vuoi fare. Il denaro non si è mosso. Per sapere che cosa so fare, scrivi: { $name } #aiuto
verb_unknown = Non conosco { $heard }. Il denaro non si è mosso. Forse vuoi scrivere: { $write }
order_unclear = Non so con certezza se questo è un ordine. Il denaro non si è mosso. Se lo è, scrivi: { $write }
verbs_several = Vedo più ordini in questo messaggio. Il denaro non si è mosso. Uno alla volta, per esempio: { $write }
amount_missing = Manca l’importo. Il denaro non si è mosso. Completa: { $write }
amounts_several = Vedo più importi: { $heard }. Il denaro non si è mosso. Tienine uno solo: { $write }
amount_negative = L’importo { $heard } ha un meno davanti. Il denaro non si è mosso. Scrivi: { $write }
amount_ambiguous = { $kind ->
        [two] Intendi { $more } o { $less }? Il denaro non si è mosso. Per { $more }, scrivi: { $write }
       *[other] L’importo non è chiaro. Il denaro non si è mosso. Scrivi un solo numero, senza calcoli né «circa»: { $write }
    }
currency_unknown = In «{ $heard }» non riconosco la valuta. Il denaro non si è mosso. Scrivi per esempio: { $write }
currency_ambiguous = In «{ $heard }» non so quale valuta intendi. Il denaro non si è mosso. Scrivila per intero, per esempio: { $write }
currency_missing = { $heard }, ma in quale valuta? Il denaro non si è mosso. Scrivi per esempio: { $write }
amount_zero = L’importo è zero. Il denaro non si è mosso. Completa: { $write }
amount_too_precise = L’importo { $heard } ha più decimali della sua valuta. Il denaro non si è mosso. Completa: { $write }
amount_too_large = L’importo { $heard } è troppo grande per me. Il denaro non si è mosso. Completa: { $write }
amount_too_small = L’importo è troppo piccolo per dividerlo così: qualcuno non riceverebbe nulla. Il denaro non si è mosso. Scrivi un importo più grande, come questo: { $write }
recipient_missing = A chi? Non vedo nessuno accanto all’importo o al verbo. Il denaro non si è mosso. Completa: { $write }
recipients_several = Vedo più persone: { $heard }. Il denaro non si è mosso. Per sceglierne una, nomina solo quella; altrimenti scrivi: { $write }
shares_missing = In quante parti? Il denaro non si è mosso. Completa: { $write }
what_missing = Di che cosa si tratta? Il denaro non si è mosso. Completa, o rispondi al messaggio in questione: { $write }
direct_only = Questo si dice in un messaggio diretto, dove ti ho fatto la domanda. Il denaro non si è mosso. Scrivimi: { $write }

## Chiedere, dividere e tacere

request-sent = Chiesto: { $amount } a { $to }. La richiesta aspetta fino a { $until }. Per ritirarla, scrivi: annulla. Per vederla: { $link }
request-sent-each = Chiesto: { $amount } ciascuno a { $to }, { $total } in tutto. La richiesta aspetta fino a { $until }. Per ritirarla, scrivi: annulla. Chi ha pagato: { $link }
split-sent = { $kind ->
        [even] Diviso: { $total } tra te e { $to }, { $least } ciascuno.
       *[uneven] Diviso: { $total } tra te e { $to }, { $most } o { $least } ciascuno, tu { $least }.
    } La loro parte è chiesta fino a { $until }. Chi ha pagato: { $link }
split-sent-without = { $kind ->
        [even] Diviso: { $total } tra { $to }, { $least } ciascuno.
       *[uneven] Diviso: { $total } tra { $to }, { $most } o { $least } ciascuno.
    } La loro parte è chiesta fino a { $until }. Chi ha pagato: { $link }
request-received = { $from } ti chiede { $amount }. Il denaro non si muove se non lo vuoi tu. Paga o rifiuta entro { $until }: { $link }
request-received-memo = { $from } ti chiede { $amount }: { $memo }. Il denaro non si muove se non lo vuoi tu. Paga o rifiuta entro { $until }: { $link }
split-received = { $from } divide { $total }. La tua parte è di { $amount }. Il denaro non si muove se non lo vuoi tu. Paga o rifiuta entro { $until }: { $link }
split-received-memo = { $from } divide { $total }: { $memo }. La tua parte è di { $amount }. Il denaro non si muove se non lo vuoi tu. Paga o rifiuta entro { $until }: { $link }
request-reminder = Un promemoria: { $from } ti chiede { $amount }. Paga o rifiuta entro { $until }: { $link }
request-reminded = Ricordato a { $to }: { $amount }.
request-declined = Rifiutato: non paghi { $amount } a { $to }. Il denaro non si è mosso.
request-refused = { $who } non paga la somma di { $amount } che hai chiesto. Il denaro non si è mosso. Vedi la richiesta: { $link }
request-withdrawn = Ritirato: non chiedi più { $amount } a { $to }. Il denaro non si è mosso.
request-withdrawn-by = { $from } non ti chiede più { $amount }. Non devi fare nulla.
request-expired = Nessuno ha risposto in tempo: { $amount } che hai chiesto a { $to }. Il denaro non si è mosso. Puoi chiedere di nuovo.
request-lapsed = Il tempo per pagare a { $from } la somma richiesta di { $amount } è passato. Il denaro non si è mosso.
request-complete = { $count ->
        [one] Una persona ha pagato la sua parte
       *[other] Tutte e { $count } le persone hanno pagato la loro parte
    }, { $total } in tutto: { $link }
request-status = { $from } chiede { $amount } a { $to }: { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] Pagati { $paid } su { $asked }, e non si aspetta più nessuno.
        [one] Pagati { $paid } su { $asked }, una persona non ha risposto.
       *[other] Pagati { $paid } su { $asked }, { $count } persone non hanno risposto.
    } Chi: { $link }
request-state-open = in attesa di risposta
request-state-paid = pagata
request-state-declined = rifiutata
request-state-withdrawn = ritirata
request-state-expired = scaduta
stopped = Da ora ti scrivo qui solo se mi scrivi, se devi decidere del tuo denaro o per la sicurezza del tuo conto. Per ricevere di nuovo i miei messaggi, riattivali qui: { $link }

refused-asked_unknown = Non chiesto: { $to } non ha un conto qui. Il denaro non si è mosso. Chiedi a { $to } di entrare una volta, o chiedi a un’altra persona.
refused-asked_unavailable = Non chiesto: al momento non si può chiedere denaro a { $to }. Il denaro non si è mosso. Parla direttamente con { $to }.
refused-not_a_person = Non chiesto: { $to } non è un privato, e qui si chiede denaro solo ai privati. Il denaro non si è mosso. Scrivi direttamente a { $to }.
refused-requests_open = Non chiesto: puoi avere { $limit ->
        [one] una richiesta aperta
       *[other] { $limit } richieste aperte
    } alla volta. Il denaro non si è mosso. Ritirane una, o aspetta una risposta.
refused-requests_open_to = Non chiesto: { $limit ->
        [one] una tua richiesta a { $to } è già aperta.
       *[other] { $limit } tue richieste a { $to } sono già aperte.
    } Il denaro non si è mosso. Aspetta una risposta, o ritirane una.
refused-requests_today = Non chiesto: oggi hai già chiesto abbastanza a { $to }. Puoi chiedere { $limit ->
        [one] una volta
       *[other] { $limit } volte
    } in 24 ore. Il denaro non si è mosso. Riprova domani.
refused-request_ended = Non eseguito: questa richiesta è già conclusa. È { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. Il denaro non si è mosso.
refused-reminded_enough = Non ricordato: puoi ricordarlo { $limit ->
        [one] una volta
       *[other] { $limit } volte
    }, e l’hai già fatto. Il denaro non si è mosso. Parlane direttamente.
refused-suspense_unknown = Questo denaro senza proprietario non esiste. Il denaro non si è mosso. Guarda l’elenco di quello che aspetta.
refused-suspense_ended = Questo denaro non aspetta più: è già stato assegnato o rimandato. Non si è mosso altro denaro. Guarda sotto l’elenco che fine ha fatto.
refused-reminded_lately = Non ricordato: è troppo presto. Il denaro non si è mosso. Puoi ricordarlo di nuovo dopo { $next }.

## Chiedere, dividere e tacere, nelle pagine

page-state-open = Attende una risposta
page-state-withdrawn = Ritirato
page-needs-requests = Chiesto a te
page-needs-asking = Le tue richieste
page-request = Richiesta
page-request-title = { $from } ti chiede
page-request-asked = Chiesto
page-request-shared = Diviso
page-request-by = Chiesto da
page-request-of = Chiesto a
page-request-own = La tua parte
page-request-paid = Pagato finora
page-request-decline = Rifiuta
page-request-withdraw = Ritira la richiesta
page-request-remind = Ricordalo a chi non ha risposto
page-request-reminded = Ultimo promemoria
page-request-block = Basta richieste da { $who }
page-request-block-how = { $who } non lo saprà. Le sue richieste non ti arrivano più, e questa è messa via.
page-request-blocked = Le richieste di { $who } non ti arrivano. Questa persona non lo sa.
page-request-unblock = Ricevi di nuovo le richieste di { $who }
page-request-payment = Vedi il pagamento
page-request-ended = { $state ->
        [paid] Hai pagato questa richiesta.
        [declined] L’hai rifiutata. Il denaro non si è mosso.
        [withdrawn] { $from } l’ha ritirata. Il denaro non si è mosso.
        [expired] Il tempo per pagarla è passato. Il denaro non si è mosso.
       *[other] Questa richiesta non si può più pagare. Il denaro non si è mosso.
    }
page-payment-request = Vedi la richiesta
page-quiet = Messaggi da Obole
page-quiet-on = Ti scrivo quando arriva denaro, quando qualcuno te ne chiede e quando mi scrivi.
page-quiet-off = Ti scrivo solo se mi scrivi, se devi decidere del tuo denaro e per la sicurezza del tuo conto.
page-quiet-stop = Rispondimi soltanto
page-quiet-start = Scrivimi di nuovo
page-blocked = Richieste che non ti arrivano
page-blocked-why = Queste persone non possono chiederti denaro. Non lo sanno.

## Programmi

page-programs = Programmi
page-programs-why = Programmi che agiscono per te, e programmi avvisati di quello che succede ai tuoi pagamenti.
page-programs-service = di questo servizio
page-keys = Chiavi
page-keys-none = Nessun programma agisce per te.
page-key-used = Ultimo uso
page-key-unused = Mai usata
page-key-over = Non funziona più
page-key-revoke = Ritira
page-webhooks = Programmi avvisati
page-webhooks-none = Nessun programma è avvisato di quello che succede ai tuoi pagamenti.
page-webhook = Programma avvisato
page-webhook-quiet = Non ha ancora ricevuto avvisi.
page-webhook-no-dead = Tutto è arrivato o si sta ancora tentando.
page-webhook-dead = Quello che non è mai arrivato
page-event-is = { $state ->
        [delivered] Arrivato
        [failing] Tentativi in corso
       *[dead] Mai arrivato
    }
page-event-tries = { $count ->
        [one] un tentativo
       *[other] { $count } tentativi
    }
page-event-again = Invia di nuovo

## Pagamenti programmati

sent-scheduled = Pagamento programmato fatto: { $amount } a { $to }. Ti restano { $left }.
schedule-approve = { $rhythm ->
        [weekly] { $amount } a { $to } ogni settimana, la prima volta { $first }
        [monthly] { $amount } a { $to } ogni mese, giorno { $day }, la prima volta { $first }
       *[once] { $amount } a { $to }, { $first }
    }: serve la tua approvazione. Apri { $link } entro { $until }. Per ora il denaro non si è mosso.
schedule-set = { $rhythm ->
        [weekly] Programmato: { $amount } a { $to } ogni settimana, la prima volta { $first }.
        [monthly] Programmato: { $amount } a { $to } ogni mese, giorno { $day }, la prima volta { $first }.
       *[once] Programmato: { $amount } a { $to }, { $first }.
    } Il PIN non ti sarà più chiesto. Per sospendere o terminare: { $link }
schedule-expired = Non programmato: il tempo per approvare { $amount } a { $to } è passato. Il denaro non si è mosso. Puoi programmarlo di nuovo.
schedule-retry = Questo era il tuo pagamento programmato di { $amount } a { $to }. Si riprova una seconda volta { $next }.
schedule-skipped = Il tuo pagamento programmato di { $amount } a { $to } non è riuscito nemmeno la seconda volta e salta. Il denaro resta tuo.
schedule-missed = { $count ->
        [one] Un pagamento programmato di { $amount } a { $to } era da fare mentre questo servizio era fermo. Non viene recuperato: il denaro resta tuo.
       *[other] { $count } pagamenti programmati di { $amount } a { $to } erano da fare mentre questo servizio era fermo. Non vengono recuperati: il denaro resta tuo.
    }
schedule-paused = I tuoi pagamenti programmati di { $amount } a { $to } sono sospesi, perché quello di oggi non è riuscito. Il denaro resta tuo. Per riprenderli o terminarli: { $link }
schedule-ended = { $count ->
        [0] I tuoi pagamenti programmati di { $amount } a { $to } sono conclusi. Non ne è stato fatto nessuno.
        [one] I tuoi pagamenti programmati di { $amount } a { $to } sono conclusi. Ne è stato fatto uno.
       *[other] I tuoi pagamenti programmati di { $amount } a { $to } sono conclusi. Ne sono stati fatti { $count }.
    }
schedule-withdrawn = Terminato: niente più pagamenti programmati di { $amount } a { $to }. Il denaro resta tuo.
schedule-state-asked = in attesa della tua approvazione
schedule-state-active = attivo
schedule-state-paused = sospeso
schedule-state-ended = concluso
schedule-state-withdrawn = terminato
schedule-state-expired = scaduto
refused-payee_unknown = Non programmato: { $to } non ha un conto qui. Il denaro non si è mosso. Chiedi a { $to } di entrare una volta, o scegli un’altra persona.
refused-dates_bad = Non programmato: il primo giorno deve essere nel futuro, entro dieci anni, e l’ultimo non può venire prima. Il denaro non si è mosso. Scegli altri giorni.
refused-schedules_open = Non programmato: hai già { $limit } pagamenti programmati. Il denaro non si è mosso. Prima terminane uno.
refused-schedule_state = Non eseguito: lo stato di questo pagamento programmato non lo permette ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). Il denaro non si è mosso.
page-schedules = Pagamenti programmati
page-schedules-why = Un pagamento in un altro giorno, o uno che torna ogni settimana o ogni mese. Approvi una volta; poi si fa da solo, alle 9 del mattino.
page-schedules-mine = I tuoi
page-schedules-empty = Ancora nessuno. Compila il modulo qui sotto per programmarne uno.
page-schedules-older = Vedi i meno recenti
page-schedules-new = Programma un pagamento
page-schedules-first = Primo giorno
page-schedules-rhythm = Quanto spesso
page-schedules-once = Una volta
page-schedules-weekly = Ogni settimana
page-schedules-monthly = Ogni mese
page-schedules-day = Giorno del mese
page-schedules-day-how = Solo per ogni mese; se manca, quello del primo giorno. Un mese troppo corto paga l’ultimo giorno.
page-schedules-last = Ultimo giorno, se c’è
page-schedules-times = Numero di pagamenti, se c’è
page-schedules-next = Continua all’approvazione
page-schedules-incomplete = Manca qualcosa: a chi, quanto, o il primo giorno. Il denaro non si è mosso. Completa il modulo.
page-schedule = Pagamento programmato
page-schedule-how = Quando
page-schedule-once = Una volta: { $first }
page-schedule-weekly = Ogni settimana, la prima volta: { $first }
page-schedule-monthly = Ogni mese, giorno { $day }, la prima volta: { $first }
page-schedule-until = Fino al giorno
page-schedule-times = Al massimo
page-schedule-times-count = { $count ->
        [one] un pagamento
       *[other] { $count } pagamenti
    }
page-schedule-next = Prossimo pagamento
page-schedule-retry = Secondo tentativo
page-schedule-made = Fatti
page-schedule-runs = Che cosa è successo
page-schedule-runs-empty = Ancora nulla.
page-schedule-run-paid = Pagato
page-schedule-run-skipped = Rifiutato
page-schedule-run-missed = Non recuperato
page-schedule-pause = Sospendi
page-schedule-resume = Riprendi
page-schedule-withdraw = Termina
page-schedule-paused = Finché è sospeso non si paga nulla e non si recupera nulla.
page-schedule-title = Stai programmando
page-schedule-act = Programma { $amount } a { $to }
page-schedule-article = La tua approvazione vale per tutti questi pagamenti, di questo importo a questa persona. Puoi sospenderli o terminarli in ogni momento.
page-schedule-decline = Non programmare
page-schedule-stands = Qui non resta nulla da approvare. Il denaro resta tuo.
page-state-active = Attivo
page-state-paused = Sospeso
page-state-ended = Concluso
page-payment-schedule = Vedi il pagamento programmato
page-pay-later = Programma un pagamento

## La raccolta di un ente benefico

page-drive-given = Donato finora
page-drive-gifts = { $count ->
        [one] una donazione
       *[other] { $shown } donazioni
    }
page-drive-today = { $amount } oggi ({ $shown })
page-drive-none = Non è ancora stato donato nulla. La prima donazione appare qui subito.
page-drive-latest = Ultime donazioni pubbliche
page-drive-give = Dona a { $who }
page-drive-since = Contato dal primo giorno qui ({ $since }), meno quello che è stato restituito.
page-drive-private = Le donazioni per messaggio diretto sono contate e mai nominate.

## Tutto su di te

page-archive = Che cosa è conservato su di te
page-archive-why = Il tuo nome, il denaro, i pagamenti, i messaggi e le sessioni, in un file per programmi. Non contiene segreti, né tuoi né di altri.
page-archive-get = Scarica tutto su di me
