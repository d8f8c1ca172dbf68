# Français. Phrases courtes : ce qui s’est passé, avec le montant et le nom, puis la suite. Vous, jamais tu.
# Chaque langue a les mêmes textes avec les mêmes variables ; un test compare les fichiers.

## Comment le français écrit les nombres, l’argent et le temps

number-decimal = ,
number-group = {"\u202F"}
money = { $number }{"\u00A0"}{ $sign }
percent = { $number }{"\u00A0"}%
currency-EUR = €
currency-GBP = £
currency-USD = $US
currency-CAD = $CA
currency-AUD = $AU
currency-JPY = ¥
currency-INR = ₹
currency-KRW = ₩
currency-PLN = zł
currency-UAH = ₴

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-time = { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } à { $hour }{"\u00A0"}h{"\u00A0"}{ $minute }
date = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
time = { $hour }{"\u00A0"}h{"\u00A0"}{ $minute }
list-middle = { $row }, { $next }
list-last = { $row } et { $next }

## Ce que dit le service

sent = Envoyé : { $amount } à { $to }. Il vous reste { $left }.
sent-public = Envoyé : { $amount } à { $to }.
sent-each-public = Envoyé : { $amount } chacun à { $to }.
sent-each = Envoyé : { $amount } chacun à { $to }, { $total } en tout. Il vous reste { $left }.
received = { $from } vous a envoyé { $amount }.
received-memo = { $from } vous a envoyé { $amount } : { $memo }
received-fee = { $from } vous a payé { $amount }. Les frais sont de { $fee }, vous gardez { $net }.
received-gift = { $from } vous a donné { $amount }. Merci pour ce que vous faites.
gave = Donné : { $amount } à { $to }. Il vous reste { $left }.
gave-public = Donné : { $amount } à { $to }.
look-public = Je vous ai envoyé un message.
balance = Vous avez { $available }.
balance-held = Vous avez { $available }. De plus, { $held } sont mis de côté pour des paiements en cours.
history-none = Vous n’avez encore aucun paiement. Écrivez par exemple : @obole #envoyer 5 € @bob
history-in = { $at } : reçu { $amount } ({ $who })
history-out = { $at } : envoyé { $amount } ({ $who })
history-top-up = { $at } : reçu { $amount } de votre banque
history-fee = { $at } : { $amount } de frais
history-more = Tous vos paiements : { $link }
help =
    Voici ce que vous pouvez m’écrire.
    { ORDERS() }
    En message direct : { INQUIRIES() }.
    Une publication convient très bien pour payer. Soldes et plafonds, je ne les dis qu’à vous.
help-send =
    Pour payer : @obole #envoyer 12 € @bob pour le déjeuner
    Pour payer la même somme à plusieurs : @obole #envoyer 5 € chacun @bob @carol
help-give = Pour donner : @obole #don 20 € @refuge
help-request = Pour demander de l’argent : @obole #demander 20 € @bob pour le taxi
help-split = Pour partager une addition : @obole #partager 60 € avec @bob @carol
help-refund = Pour rembourser un paiement reçu, ou redemander un paiement fait, en réponse : @obole #rembourser 5 €
help-stop = stop
help-balance = solde
help-history = historique
help-status = suivi
help-cancel = annuler
help-help = aide
fee-on-receiving = Ce que coûte une vente : sur { $amount } payés par vos clients, les frais sont de { $fee } et vous gardez { $net }. Vos clients n’ont pas de frais. Les dons, et ce que vous envoyez vous-même, sont gratuits.
status-none = Vous n’avez aucun paiement en cours.
status = { $amount } à { $to } : { $state ->
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
state-doubted = en attente de votre oui
state-asked = en attente d’accord
state-held = mis de côté
state-claimed = réclamé, l’expéditeur doit confirmer
state-paid = payé
state-returned = revenu à l’expéditeur
state-cancelled = annulé
state-declined = décliné
state-expired = expiré
state-refused = refusé
approve-please = { $amount } à { $to } : il faut votre accord. Ouvrez { $link } avant { $until }. Rien n’a encore bougé.
approve-please-each = { $count ->
        [one] { $total } à une personne : il faut votre accord.
       *[other] { $total } à { $count } personnes : il faut votre accord.
    } Ouvrez { $link } avant { $until }. Rien n’a encore bougé.
duplicate = Vous avez déjà envoyé { $amount } à { $to } à { $ago-at-time }. L’envoyer encore une fois ? Répondez oui ou non.
set-aside = { $to } n’a pas encore de compte. { $amount } sont mis de côté jusqu’au { $until }, puis vous reviennent. Transmettez ce lien privé à { $to } : { $link }
claim-asked = { $who } souhaite recevoir les { $amount } que vous avez mis de côté pour { $to }. Si c’est la bonne personne, confirmez ici : { $link }
claim-wait = Merci. { $from } doit confirmer que c’est bien vous. Ensuite, { $amount } sont à vous.
claim-wait-fee = Merci. { $from } doit confirmer que c’est bien vous. Sur { $amount }, les frais sont de { $fee } et { $net } sont à vous.
claim-paid = Reçu : { $amount } ({ $from }).
claim-turned-away = { $from } n’a pas confirmé que les { $amount } sont pour vous. Rien n’a bougé. Voyez directement avec { $from }.
claim-declined = { $to } ne souhaite pas les { $amount }. Ils vous sont revenus.
returned = { $amount } pour { $to } : personne ne les a réclamés. Ils vous sont revenus.
cancelled = Annulé : { $amount } à { $to }. L’argent reste à vous.
declined = Pas envoyé : vous avez décliné { $amount } à { $to }. Rien n’a bougé.
approval-expired = Pas envoyé : le délai pour donner votre accord ({ $amount } à { $to }) est passé. Rien n’a bougé. Pour recommencer, écrivez-le de nouveau.
welcome = Bienvenue. Je suis Obole. Vous payez en m’écrivant là où vous parlez. Essayez : @obole #envoyer 5 € @bob. Pour en savoir plus, écrivez : aide
login-link = Ouvrez ce lien pour entrer : { $link } Il sert une seule fois, jusqu’au { $until }. Si vous n’avez rien demandé, ignorez-le.
credited = Reçu de votre banque : { $amount }, référence { $reference }.
frozen = Votre compte est suspendu. Personne ne peut payer avec pour l’instant. Votre argent reste à vous. Adressez-vous aux responsables de ce service.
released = Votre compte est de nouveau ouvert.
pin-set = Votre code est enregistré. Je ne vous le demanderai jamais dans un message, seulement sur la page d’accord.
passkey-added = Nouvelle clé d’accès pour votre compte : { $name }. Si ce n’est pas vous, fermez toutes vos sessions sur votre page et adressez-vous aux responsables de ce service.
passkey-removed = La clé d’accès { $name } est retirée de votre compte. Si ce n’est pas vous, fermez toutes vos sessions sur votre page et adressez-vous aux responsables de ce service.
passkey-copied = Attention : quelqu’un est venu avec une copie de votre clé d’accès { $name }. Je l’ai refusée, et rien n’a bougé. Retirez cette clé sur votre page, et ajoutez-en une nouvelle.

## Refus : quoi, que rien n’a bougé, et la suite

refused-member_unknown = Pas fait : je ne vous connais pas encore. Rien n’a bougé. Entrez une fois sur la page de ce service, puis écrivez de nouveau.
refused-payer_frozen = Pas envoyé : votre compte est suspendu. Rien n’a bougé. Adressez-vous aux responsables de ce service.
refused-payee_unavailable = Pas envoyé : { $to } ne peut pas recevoir d’argent pour le moment. Rien n’a bougé. Voyez directement avec { $to }.
refused-recipient_self = Pas envoyé : c’est vous. Rien n’a bougé. Écrivez le nom de quelqu’un d’autre.
refused-not_a_charity = Pas donné : { $to } n’est pas inscrit ici comme association. Rien n’a bougé. Pour payer { $to } quand même, écrivez #envoyer au lieu de #don.
refused-currency_not_offered = Pas envoyé : { $currency } n’est pas proposé ici. Rien n’a bougé. Écrivez le montant dans une autre monnaie, par exemple en EUR.
refused-payment_limit = Pas envoyé : { $amount } dépasse votre plafond de { $limit } par paiement. Rien n’a bougé.
refused-day_limit = Pas envoyé : { $amount } dépasserait votre plafond de { $limit } par jour. Vous pouvez encore envoyer { $left } aujourd’hui. Rien n’a bougé.
refused-month_limit = Pas envoyé : { $amount } dépasserait votre plafond de { $limit } par mois. Vous pouvez encore envoyer { $left } ce mois-ci. Rien n’a bougé.
refused-insufficient_funds = Pas envoyé : { $amount }, c’est plus que les { $available } que vous avez. Rien n’a bougé. Ajoutez de l’argent ou envoyez moins.
refused-too_many_recipients = Pas envoyé : { $limit ->
        [one] une personne à la fois.
       *[other] { $limit } personnes à la fois au plus.
    } Rien n’a bougé. Écrivez à moins de personnes.
refused-slow_down = Pas fait : cela fait beaucoup d’un coup. Rien n’a bougé. Attendez une minute, puis écrivez de nouveau.
refused-what_missing = Pas fait : je ne vois pas de quel paiement vous parlez. Rien n’a bougé. Répondez au message concerné, ou écrivez sa référence.
refused-direct_only = Pas fait : cela reste entre nous. Rien n’a bougé. Écrivez-le-moi en message direct.
refused-verb_not_offered = Pas fait : { $verb ->
        [request] #demander
        [split] #partager
        [buy] #acheter
        [gift] #offrir
        [envelope] #enveloppe
        [offer] #profiter
        [refund] #rembourser
        [subscribe] #souscrire
        [link] #lier
        [stop] #stop
       *[other] #{ $verb }
    } n’est pas encore proposé ici. Rien n’a bougé. Pour voir ce qui l’est, écrivez : aide
refused-nothing_to_cancel = Pas annulé : vous n’avez aucun paiement qui puisse encore l’être. Rien n’a bougé.
refused-already_ended = Pas fait : ce paiement est déjà terminé. Il est { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. Rien n’a bougé.
refused-already_paid = Pas annulé : { $to } a déjà l’argent. Rien n’a bougé. Pour le redemander à { $to }, répondez #rembourser à votre message.
refused-not_yours = Pas fait : ce paiement n’est pas le vôtre. Rien n’a bougé.
refused-approval_changed = Pas envoyé : le paiement a changé depuis que vous l’avez vu. Rien n’a bougé. Regardez-le de nouveau, puis décidez.
refused-approval_expired = Pas envoyé : le délai pour donner votre accord est passé. Rien n’a bougé. Pour recommencer, écrivez-le de nouveau.
refused-pin_wrong = Pas envoyé : ce n’est pas votre code. Rien n’a bougé. { $left ->
        [one] Il vous reste { $left } essai.
       *[other] Il vous reste { $left } essais.
    }
refused-pin_locked = Pas envoyé : votre code est bloqué après trop d’essais. Rien n’a bougé. Demandez aux responsables de ce service de le débloquer.
refused-pin_missing = Pas envoyé : vous n’avez pas encore de code. Rien n’a bougé. Choisissez-en un ici, puis donnez votre accord : { $link }
refused-pin_weak = Ce code est trop facile à deviner. Rien n’a changé. Choisissez six chiffres qui ne se suivent pas, ne sont pas tous les mêmes et ne sont pas une date de naissance.
refused-passkey_wrong = Pas fait : cette clé d’accès ne prouve pas que c’est vous, ou elle a signé autre chose. Rien n’a bougé. Essayez encore une fois, ou tapez votre code.
refused-passkey_expired = Pas fait : votre appareil a été interrogé il y a trop longtemps, ou il a déjà répondu. Rien n’a bougé. Essayez encore une fois.
refused-passkey_copied = Pas fait : cette clé d’accès ressemble à une copie de la vôtre. Rien n’a bougé. Prenez-en une autre ou tapez votre code, puis retirez celle-ci sur votre page.
refused-passkey_needed = Pas fait : il faut pour cela une de vos clés d’accès. Rien n’a bougé. Faites-le sur un appareil qui en a une.
refused-passkey_known = Cet appareil a déjà une clé d’accès à vous. Rien n’a changé. Servez-vous de celle qui s’y trouve.
refused-passkeys_many = Vous avez déjà { $limit } clés d’accès. Rien n’a changé. Retirez-en une d’abord.
refused-claim_ended = Pas fait : cet argent n’attend plus. Rien n’a bougé. Adressez-vous à la personne qui vous a transmis le lien.
refused-claim_own = Pas fait : c’est vous qui avez mis cet argent de côté. Rien n’a bougé. Transmettez le lien à la personne concernée, ou annulez.
refused-network_not_offered = Pas envoyé : je ne peux pas joindre { $network } d’ici. Rien n’a bougé. Écrivez le nom que cette personne porte sur ce réseau.
refused-handle_taken = Ce nom est déjà pris. Choisissez-en un autre.
refused-handle_bad = Ce nom ne convient pas. Prenez 2 à 30 minuscules, chiffres ou tirets bas.
refused-regime = Pas fait : { $regime ->
        [sandbox] ce service fonctionne sans argent réel, et il en faudrait
        [psp-held] ici, un prestataire de paiement garde l’argent, et il ne propose pas cela
        [limited-network] ce service est un réseau limité, et cela en sort
        [licensed] l’agrément de ce service ne couvre pas cela
       *[other] les règles de ce service ne couvrent pas cela
    }. Rien n’a bougé.
refused-key_reused = Pas fait : cette clé de requête a déjà servi pour autre chose. Rien n’a bougé. Envoyez de nouveau avec une clé neuve.
refused-busy = Pas fait : il se passe trop de choses à la fois. Rien n’a bougé. Écrivez de nouveau dans un instant.
refused-amount_too_small = Pas envoyé : ce montant est trop petit. Rien n’a bougé. Écrivez-en un plus grand.
refused-payment_unknown = Pas fait : je ne trouve pas ce paiement. Rien n’a bougé. Pour voir les vôtres, écrivez : historique
refused-not_found = Pas fait : il n’y a rien ici sous ce nom. Rien n’a bougé.
fault = Quelque chose a échoué de notre côté. Rien n’est perdu et rien n’est payé deux fois. Si cela se reproduit, donnez cette référence : { $reference }

## Les pages

brand = Obole
page-language = Français
page-skip = Aller au contenu
page-menu = Menu
page-nav = Lieux
page-nav-square = Place
page-nav-messages = Messages
page-nav-needs = Pour moi
page-nav-me = Mon compte
page-nav-waiting = en attente
page-switch-language = Langue
page-switch-theme = Couleurs
page-theme-auto = Automatiques
page-theme-light = Claires
page-theme-dark = Sombres
page-sign-out = Sortir
page-sign-out-all = Sortir partout
page-regime = { $regime ->
        [sandbox] Bac à sable : pas d’argent réel.
        [psp-held] L’argent est gardé par un prestataire de paiement.
        [limited-network] Un réseau limité : l’argent d’ici sert à l’intérieur.
        [licensed] Un service de paiement agréé.
       *[other] { $regime }
    }
page-service = service
page-kind-person = particulier
page-kind-charity = association
page-kind-merchant = commerce
page-state-doubted = Attend votre oui
page-state-asked = Attend un accord
page-state-held = Mis de côté
page-state-claimed = Réclamé, à confirmer
page-state-paid = Payé
page-state-returned = Revenu
page-state-cancelled = Annulé
page-state-declined = Décliné
page-state-expired = Expiré
page-state-refused = Refusé
page-step-asked = Demandé
page-step-approved = Approuvé
page-step-set-aside = Mis de côté
page-step-claimed = Réclamé
page-step-confirmed = Confirmé
page-step-turned-away = Pas la bonne personne
page-step-paid = Payé
page-step-returned = Revenu
page-step-cancelled = Annulé
page-step-declined = Décliné
page-step-expired = Expiré
page-step-refused = Refusé

page-square = La place
page-timeline = Publications
page-timeline-empty = Personne n’a encore rien écrit. Écrivez la première publication.
page-write = Votre message
page-write-hint = Que voulez-vous dire, ou payer ?
page-write-direct = Votre message à Obole
page-write-direct-hint = Écrire à Obole
page-audience = Qui le lit
page-audience-public = Tout le monde
page-audience-direct = Obole seul
page-post = Publier
page-send = Envoyer
page-tries = À essayer
page-reply = Répondre
page-replies-to = En réponse à
page-delete = Supprimer
page-older = Plus ancien
page-talk = Vous et Obole
page-talk-empty = Ce qu’Obole ne dit qu’à vous apparaît ici. Essayez : solde
page-messages = Messages
page-money = Vous avez
page-money-held = De plus, { $held } mis de côté
page-to-square = Aller sur la place

page-card = Paiement
page-card-to = à
page-card-story = Voir le paiement
page-until = jusqu’au
page-until-long = Attend jusqu’au
page-look-approve = Voir et donner mon accord
page-share = Lien privé pour { $to }
page-copy = Copier
page-copied = Copié

page-payment = Paiement de
page-from = De
page-to = À
page-to-small = à
page-what = Pour
page-fee = Frais
page-free = gratuit
page-pays = Vous payez
page-pays-no-fee = { $amount }, sans frais
page-net = { $net } arrivent
page-from-money = Depuis
page-story = Ce qui s’est passé
page-reference = Référence
page-see-post = Voir la publication
page-cancel = Annuler ce paiement

page-needs = Pour moi
page-needs-all = { $count ->
        [one] 1 pour vous
       *[other] { $count } pour vous
    }
page-needs-empty = Rien ne vous attend.
page-needs-empty-next = Les paiements à approuver et l’argent à transmettre apparaîtront ici. Pour payer quelqu’un, écrivez sur la place.
page-needs-approvals = À approuver
page-needs-confirmations = À confirmer
page-needs-set-aside = Mis de côté par vous
page-needs-claims = L’expéditeur doit confirmer

page-approve = Accord
page-approve-title = Vous envoyez
page-approve-gift-title = Vous donnez
page-approve-send = Envoyer { $amount } à { $to }
page-approve-give = Donner { $amount } à { $to }
page-approve-send-each = Envoyer { $amount } à { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
page-approve-decline = Ne pas envoyer
page-approve-until = Vous pouvez décider jusqu’au
page-approve-changed = Ce paiement a changé depuis que vous l’avez vu. Rien n’a bougé. Regardez-le de nouveau.
page-approve-ended = { $state ->
        [paid] Vous avez donné votre accord. C’est payé.
        [held] Vous avez donné votre accord. L’argent est mis de côté.
        [claimed] Vous avez donné votre accord. L’argent est mis de côté.
        [returned] Vous aviez donné votre accord, personne n’a réclamé l’argent, il vous est revenu.
        [cancelled] Ce paiement a été annulé. Rien n’a bougé.
        [declined] Vous avez décliné ce paiement. Rien n’a bougé.
        [expired] Le délai pour donner votre accord est passé. Rien n’a bougé. Pour recommencer, écrivez-le de nouveau.
       *[other] Ce paiement ne peut plus être approuvé. Rien n’a bougé.
    }
page-wallet = Votre porte-monnaie, { $available } disponibles
page-known-since = membre depuis le { $since }
page-known-not = pas encore de compte : l’argent l’attendra
page-alike = Regardez bien : ce n’est pas la même personne
page-alike-this = Vous paieriez
page-alike-not = Ressemble à
page-alike-business = un commerce ou une association d’ici
page-paid-before = { $count ->
        [0] aucun paiement de vous jusqu’ici
        [one] un paiement de vous jusqu’ici
       *[other] { $count } paiements de vous jusqu’ici
    }

page-pin = Votre code
page-pin-show = Afficher
page-pin-hide = Masquer
page-pin-first = Choisissez d’abord votre code
page-pin-why = Six chiffres que personne d’autre ne connaît. Vous les tapez pour approuver les paiements plus importants.
page-pin-old = Votre code actuel
page-pin-new = Nouveau code, six chiffres
page-pin-again = Le même encore une fois
page-pin-set = Garder ce code
page-pin-is-set = Votre code est enregistré. Le changer
page-pin-locked = Votre code est bloqué après trop d’essais. Rien n’a bougé. Demandez aux responsables de ce service de le débloquer.
page-pin-or-passkey = Votre code, ou laissez vide et servez-vous d’une clé d’accès
page-pin-old-or-passkey = Votre code actuel, ou laissez vide et servez-vous d’une clé d’accès

page-passkeys = Vos clés d’accès
page-passkey-why = Une clé d’accès se trouve sur votre téléphone, votre ordinateur ou une clé de sécurité. Votre doigt, votre visage ou le code de l’appareil l’ouvre, et rien de cela ne quitte l’appareil.
page-passkey-name = Le nom que vous donnez à cet appareil
page-passkey-unnamed = Mon appareil
page-passkey-add = Ajouter une clé d’accès
page-passkey-remove = Retirer cette clé d’accès
page-passkey-is-added = Votre clé d’accès est ajoutée. Vous pouvez désormais entrer et donner votre accord avec elle.
page-passkey-is-removed = La clé d’accès est retirée.
page-passkey-touch = Avec votre clé d’accès : votre appareil demande votre doigt, votre visage ou son propre code.
page-passkey-or-pin = Ou avec votre code
page-passkey-script = Votre clé d’accès a besoin de JavaScript dans ce navigateur. Rien n’a bougé.
page-passkey-failed = Votre appareil n’a pas répondu. Rien n’a été envoyé. Essayez encore une fois.
page-passkey-unknown = Cette clé d’accès n’ouvre aucun compte ici. Rien n’a changé. Essayez-en une autre, ou entrez autrement.

page-claim = De l’argent pour vous
page-claim-title = { $from } a mis ceci de côté pour { $to }
page-claim-sign-in = Entrez d’abord. Ensuite vous pourrez dire que c’est pour vous.
page-claim-how = { $from } verra votre nom et confirmera que c’est bien vous. D’ici là, rien ne bouge.
page-claim-as = Recevoir { $amount } en tant que { $me }
page-claim-decline = Je n’en veux pas, le rendre à { $from }
page-claim-waiting = { $from } doit confirmer que c’est bien vous. Vous n’avez rien à faire.
page-claim-yours = { $amount } sont arrivés. Ils sont à vous.
page-claim-own = C’est vous qui avez mis ceci de côté. Transmettez le lien à { $to }.
page-claim-ended = Cet argent n’attend plus. Si vous l’attendiez, voyez avec { $from }.
page-claim-returned = Personne ne l’a réclamé à temps. Il est revenu à { $from }.

page-door = Entrer
page-door-title = Payez là où vous parlez
page-door-text = Voici une ville imaginaire avec de l’argent imaginaire. Soyez l’un de ses habitants, écrivez sur la place, et voyez ce qui se passe.
page-door-text-link = Écrivez à vos amis, payez-les dans le même souffle.
page-door-people = Entrer en tant que
page-door-new = Ou en tant que quelqu’un de nouveau
page-door-enter = Entrer
page-door-ask = M’envoyer un lien
page-door-link-hint = Nous vous envoyons un lien à usage unique par message direct.
page-door-asked = Si ce nom a un compte ici, un lien arrive par message direct. Il sert une fois, pendant quelques minutes.
page-door-passkey = Entrer avec une clé d’accès
page-door-join = Nouveau ici ? Ouvrez un compte

page-join = Ouvrir un compte
page-join-title = Ouvrir un compte
page-join-text = Un nom, un identifiant et une clé d’accès de votre appareil. Pas de mot de passe.
page-join-do = Ouvrir mon compte
page-join-member = J’ai déjà un compte
page-join-script = Un compte s’ouvre avec une clé d’accès, et cela demande JavaScript dans ce navigateur. Rien n’a été envoyé.

page-name = Nom
page-handle = Identifiant
page-handle-hint = Minuscules, chiffres et tirets bas, par exemple zoe_23
page-knock-title = Bon retour
page-knock-text = Ce lien vous fait entrer une fois, sur cet appareil.
page-knock-spent = Ce lien a déjà servi
page-knock-spent-text = Il a été utilisé ou il est trop ancien. Demandez-en un nouveau.

page-limits = Vos plafonds
page-limits-why = Ils évitent qu’une erreur ou un voleur vous coûte cher.
page-limit = { $code ->
        [payment] Un paiement à une personne
        [gift] Un paiement à une association ou un commerce
        [day] Par jour
        [month] Par mois
       *[other] { $code }
    }
page-limit-used = { $used } utilisés, il reste { $left }
page-exempt = Jusqu’à { $amount }, une publication suffit. Au-delà, vous approuvez avec votre code, et de temps en temps en deçà aussi.
page-fees = Vos frais
page-fees-rate = { $rate } de ce que vos clients vous paient, arrondis à chaque paiement
page-fees-example = Sur { $amount }, les frais sont de { $fee } et vous gardez { $net }. Ils sont pris sur ce que vous recevez : vos clients n’en ont pas. Les dons, et ce que vous envoyez vous-même, sont gratuits.
page-sessions = Vos sessions
page-sessions-count = { $count ->
        [one] Seulement ici.
       *[other] Sur { $count } appareils.
    }

page-trouble-refused = Pas fait
page-trouble-refused-text = Les règles ne le permettent pas. Rien n’a bougé.
page-trouble-not-found = Il n’y a rien ici
page-trouble-not-found-text = L’adresse est peut-être mal tapée, ou ce qui se trouvait ici n’y est plus. Rien n’a bougé.
page-trouble-stale = Encore une fois, s’il vous plaît
page-trouble-stale-text = Cette page est restée ouverte trop longtemps, nous n’avons donc rien fait. Rien n’a bougé. Revenez en arrière, rechargez la page et envoyez de nouveau.
page-trouble-busy = Un instant, s’il vous plaît
page-trouble-busy-text = Il se passe trop de choses à la fois. Rien n’a bougé et rien n’est perdu.
page-trouble-fault = Quelque chose a échoué de notre côté
page-trouble-fault-text = Rien n’est perdu et rien n’est payé deux fois. Si cela se reproduit, donnez-nous la référence ci-dessous.
page-trouble-again = { $count ->
        [one] Réessayez dans une seconde.
       *[other] Réessayez dans { $count } secondes.
    }
page-trouble-too-large = C’est plus que ce que nous lisons d’un coup. Rien n’a bougé. Écrivez moins.
page-post-empty = Il n’y a rien à envoyer pour l’instant. Écrivez quelques mots.
page-post-too-long = Ce message est trop long. Rien n’a bougé. Écrivez moins.
page-yes = oui
page-no = non
page-try-send = @obole #envoyer 12 € @{ $who } pour le déjeuner
page-try-give = @obole #don 20 € @refuge
page-try-claim = @obole #envoyer 5 € @{ $who } pour le film
page-try-balance = @obole #solde
page-approve-doubted = Ce paiement ressemble à un autre que vous venez de faire. N’approuvez que si vous voulez payer une fois de plus.
page-approve-claimed = Vous avez mis cette somme de côté pour { $to }. Ce compte a ouvert le lien privé. Une fois confirmée, la somme est à lui.
page-pin-differ = Les deux codes ne sont pas les mêmes. Rien n’a changé. Tapez deux fois le nouveau.
page-history = Ce qui est entré et sorti
page-history-fee = Frais
page-history-bank = Votre banque
page-claim-sent-back = L’argent est retourné à la personne qui l’avait mis de côté pour vous.
page-door-nobody = Personne ici ne porte ce nom.

page-trouble-code = Code

page-design = L’apparence
page-design-link = L’apparence, pièce par pièce
page-design-person = Personnes
page-design-states = États
page-design-cards = Cartes de paiement
page-design-notices = Avis
page-design-acts = Gestes

## Accueil, historique, contacts, plafonds

page-nav-home = Accueil
page-nav-self = Moi
page-ways = Et aussi
page-pay-somebody = Payer quelqu’un
page-pay-who = Payer { $who }
page-pay-to = À qui
page-pay-amount = Combien
page-currency = Monnaie
page-pay-what = Pour quoi
page-pay-write = Écrire le message
page-pay-how = Vous voyez le message avant de l’envoyer. Rien ne bouge d’ici là.
page-pay-message = @obole #envoyer { $amount } @{ $to }
page-pay-message-what = { $message } pour { $what }
page-people = Vos contacts
page-people-again = Payer de nouveau
page-people-all = Tout le monde
page-people-nobody = Vous n’avez encore payé personne.
page-people-empty = Les personnes que vous payez, ou qui vous paient, apparaîtront ici.
page-people-bound = { $count ->
        [one] Parmi votre dernier paiement.
       *[other] Parmi vos { $count } derniers paiements.
    }
page-you-paid = { $count ->
        [one] { $count } paiement de vous
       *[other] { $count } paiements de vous
    }
page-paid-you = { $count ->
        [one] { $count } paiement reçu
       *[other] { $count } paiements reçus
    }
page-since = depuis le { $since }
page-shared = Entre vous
page-shared-none = Il n’y a encore rien eu entre vous.
page-recent = Dernièrement
page-recent-empty = Rien n’est encore entré ni sorti. Cela apparaîtra ici.
page-recent-all = Tout l’historique
page-came-in = Entré
page-went-out = Sorti
page-wallets = Vos porte-monnaie
page-filter = Choisir ce qui est montré
page-filter-since = Du
page-filter-until = Au
page-filter-who = Qui
page-filter-way = Dans quel sens
page-filter-all = Les deux
page-filter-show = Montrer
page-filter-none = Tout montrer
page-found = Ce qui a été trouvé
page-found-nothing = Rien ici ne correspond à ce que vous cherchez.
page-looked-through = { $count ->
        [one] { $count } paiement a été parcouru.
       *[other] { $count } paiements ont été parcourus.
    } Il y en a de plus anciens.
page-further = Chercher plus loin
page-export = Enregistrer en tableau (CSV)
page-export-note = Ce qui est montré, { $count } lignes au plus.
page-tier = Ce que nous savons de vous
page-tier-is = { $tier ->
        [0] Nous ne connaissons que votre nom ici. Vos plafonds sont les plus bas.
        [1] Vous nous avez donné votre nom et un moyen de vous joindre. Vos plafonds sont moyens.
       *[other] Vous nous avez montré qui vous êtes. Vos plafonds sont les plus hauts.
    }
page-tier-more = Mieux nous vous connaissons, plus vos plafonds sont hauts. Adressez-vous aux responsables de ce service.
page-limits-in = En { $currency }
page-limits-others = On peut aussi vous payer en { $currencies }.
page-limit-why = { $code ->
        [payment] Le plus que vous pouvez envoyer à une personne en une fois.
        [gift] Il est plus haut, car nous connaissons bien les associations et les commerces.
        [day] Tout ce que vous envoyez dans la journée compte, ce qui est mis de côté aussi. Il repart à minuit ({ $zone }).
        [month] Tout ce que vous envoyez dans le mois compte. Il repart le premier du mois ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Sans votre code
page-exempt-total = Depuis la dernière fois que vous avez tapé votre code : { $so-far }. Au-delà de { $most }, le paiement suivant le demande.
page-exempt-number = Paiements depuis la dernière fois que vous avez tapé votre code : { $so-far }. Au-delà de { $most }, le suivant le demande.
page-exempt-over = Votre prochain paiement demandera votre code.
page-pace = { $count ->
        [one] Vous pouvez commencer { $count } paiement en dix minutes.
       *[other] Vous pouvez commencer { $count } paiements en dix minutes.
    }

## Les pages de l’opérateur

page-design-chart = Graphiques
page-exact = Les chiffres exacts
page-operator = Opérateur
page-operator-nav = Les pages de l’opérateur
page-operator-payments = Paiements
page-operator-members = Membres
page-operator-members-first = Dans l’ordre d’arrivée
page-operator-holds = Argent mis de côté
page-operator-holds-first = Ce qui se termine d’abord vient d’abord
page-operator-refusals = Refus
page-operator-refusals-days = Refus par jour
page-operator-refusals-why = Comptés sans noms : un jour, un code, un nombre.
page-operator-acts = Actes des opérateurs
page-operator-acts-newest = Du plus récent au plus ancien
page-operator-newest = Du plus récent au plus ancien
page-operator-none = Il n’y a rien.
page-operator-search = Référence ou nom
page-operator-state = État
page-operator-all = Tous
page-operator-machine = Ligne de commande
page-operator-when = Quand
page-operator-by = Qui
page-operator-act = Quoi
page-operator-about = Au sujet de
page-operator-detail = Avec
page-operator-act-is = { $code ->
        [add_member] a ajouté un membre
        [credit] a inscrit un virement
        [freeze] a suspendu
        [release] a rouvert
        [reset_pin] a retiré le code et les clés d’accès
        [refund] a remboursé
        [operator] a nommé opérateur
        [operator_end] n’est plus opérateur
        [verify] a vérifié le registre : juste
        [verify_wrong] a vérifié le registre : une ligne est fausse
        [receive] a inscrit de l’argent reçu
        [match] a attribué de l’argent sans propriétaire
        [send_back] a renvoyé de l’argent sans propriétaire
       *[other] { $code }
    }
page-operator-safeguarding = Protection des fonds, { $currency }
page-operator-safe = Tout ce qu’ont les membres est là, et { $amount } de plus.
page-operator-safe-not = { $amount } de ce qu’ont les membres ne sont ni à la banque ni chez un prestataire. À élucider aujourd’hui.
page-operator-owed-chart = Ce qu’ont les membres en { $currency }, par jour
page-operator-day = Jour
page-operator-owed = Les membres ont
page-operator-bank = À la banque
page-operator-provider = Chez les prestataires
page-operator-beyond = En plus
page-operator-ledger = Le registre
page-operator-checking = Il est en cours de vérification. Revenez dans un instant.
page-operator-never-checked = Il n’a pas encore été vérifié d’ici.
page-operator-sound = Juste, le { $at } : { $detail }.
page-operator-unsound = Faux, le { $at } : { $detail }
page-operator-check-now = Vérifier le registre maintenant
page-operator-activity = Activité
page-operator-activity-chart = Paiements commencés, par jour (UTC)
page-operator-begun = Paiements commencés
page-operator-code = Code
page-operator-times = Fois
page-operator-amount = Montant
page-operator-kind = Sorte
page-operator-tier = Niveau
page-operator-is-frozen = suspendu
page-operator-id = Référence
page-operator-since = Membre depuis
page-operator-has = A
page-operator-aside = Mis de côté
page-operator-facts = Ce qui est connu
page-operator-frozen = Suspendu : { $reason }
page-operator-freeze = Suspendre
page-operator-freeze-why = Cette personne ne pourra ni payer ni être payée jusqu’à la réouverture. Nous lui disons que son compte est suspendu, pas pourquoi.
page-operator-freeze-who = Suspendre { $who }
page-operator-release = Rouvrir
page-operator-release-why = Cette personne pourra de nouveau payer et être payée. Nous le lui disons.
page-operator-release-who = Rouvrir { $who }
page-operator-reason = Motif, pour le journal
page-operator-suspense = Argent sans propriétaire
page-operator-suspense-first = Ce qui attend depuis le plus longtemps vient d’abord
page-operator-suspense-late = Le plus ancien attend depuis plus de 10 jours. Cet argent est dû à quelqu’un : trouvez à qui, ou renvoyez-le.
page-operator-suspense-ended = Attribué ou renvoyé
page-operator-arrived = Arrivé
page-operator-days = Jours
page-operator-remitter = Donneur d’ordre
page-operator-reference = Son libellé
page-operator-bank-id = Référence de la banque
page-operator-perhaps = Peut-être à
page-operator-became = Ce que c’est devenu
page-operator-waits = L’argent attend son propriétaire
page-operator-matched = Porté au compte de { $who }
page-operator-sent-back = Renvoyé
page-operator-why = Motif
page-operator-match = L’attribuer à un membre
page-operator-match-why = Nous le lui disons, comme pour tout argent qui lui arrive.
page-operator-match-to = Son nom ou sa référence
page-operator-match-do = Porter { $amount } à son compte
page-operator-send-back = Le renvoyer
page-operator-send-back-why = Ordonnez à votre banque de renvoyer le virement au donneur d’ordre. Ceci note que c’est ordonné.
page-operator-send-back-do = Renvoyer { $amount }

## Remboursements

refunded = Remboursé : { $amount } à { $to }. Il vous reste { $left }.
refunded-fee = Remboursé : { $amount } à { $to }. { $fee } de frais vous sont rendus. Il vous reste { $left }.
refunded-for-you = Les personnes qui tiennent ce service ont remboursé { $amount } à { $to } depuis votre porte-monnaie. Il vous reste { $left }. Si vous n’êtes pas d’accord, écrivez-leur.
refunded-for-you-fee = Les personnes qui tiennent ce service ont remboursé { $amount } à { $to } depuis votre porte-monnaie. { $fee } de frais vous sont rendus. Il vous reste { $left }. Si vous n’êtes pas d’accord, écrivez-leur.
refund-received = { $from } vous a remboursé { $amount } sur { $whole }.
refund-please = Pour rembourser { $amount } à { $to }, tapez votre code ici : { $link } Rien n’a encore bougé.
refund-asked = J’ai demandé à { $to } de vous rembourser { $amount }. La réponse peut venir jusqu’au { $until }. Rien n’a encore bougé.
refund-ask = { $from } vous demande de rembourser { $amount } sur { $whole }. Pour rembourser ou refuser, ouvrez { $link } avant le { $until }. Rien n’a encore bougé.
refund-declined = Vous avez répondu à { $from } que vous ne remboursez pas { $amount }. Rien n’a bougé.
refund-not-given = { $to } ne souhaite pas vous rembourser { $amount }. Rien n’a bougé. Écrivez à { $to }, ou aux personnes qui tiennent ce service.
refund-lapsed = { $to } n’a pas répondu à temps à votre demande de remboursement de { $amount }. Rien n’a bougé. Vous pouvez redemander.
history-refund-in = { $at } : { $amount } remboursés par { $who }
history-refund-out = { $at } : { $amount } remboursés à { $who }
history-fee-back = { $at } : { $amount } de frais rendus
status-refunded = { $amount } à { $to } : { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, dont { $refunded } remboursés.
refused-refund_not_paid = Pas remboursé : ce paiement n’est pas encore payé. Rien n’a bougé. S’il est de vous, vous pouvez le reprendre : annuler
refused-refund_done = Pas remboursé : ce paiement est déjà entièrement remboursé. Rien n’a bougé.
refused-refund_too_much = Pas remboursé : { $amount }, c’est plus que les { $left } qui peuvent encore être rendus. Rien n’a bougé. Écrivez un montant plus petit.
refused-refund_currency = Pas remboursé : ce paiement a été fait en { $currency }. Rien n’a bougé. Écrivez le montant en { $currency }.
refused-refund_asked = Pas fait : un remboursement de ce paiement est déjà demandé, jusqu’au { $until }. Rien n’a bougé. Attendez la réponse.
refused-refund_asks_many = Pas fait : { $limit ->
        [one] on peut demander un remboursement par jour à la même personne.
       *[other] on peut demander { $limit } remboursements par jour à la même personne.
    } Rien n’a bougé. Redemandez demain.
refused-refund_not_asked = Pas fait : personne n’attend votre réponse pour ce paiement. Rien n’a bougé.
page-refunded = { $refunded } remboursés sur { $amount }
page-refund = Remboursement
page-refund-title = Vous remboursez
page-refund-act = Rembourser { $to }
page-refund-do = Rembourser
page-refund-amount = Montant à rembourser
page-refund-amount-hint = Au plus { $left }. Écrivez un nombre comme { $left }.
page-refund-amount-bad = Ce n’est pas un montant en { $currency }. Rien n’a bougé. Écrivez un nombre comme { $left }.
page-refund-fee = Pour le tout, { $fee } de frais vous sont rendus ; pour une partie, à proportion.
page-refund-asks = { $from } demande { $amount } en retour. Vous pouvez répondre jusqu’au { $until }.
page-refund-decline = Ne pas rembourser
page-refund-over = Il ne reste rien à rembourser.
page-refund-ask = Demander un remboursement
page-refund-ask-do = Demander
page-refund-ask-hint = { $to } peut rembourser ou refuser. Laissez le montant tel quel pour demander le tout.
page-refund-waits = Il est demandé à { $to } de rembourser { $amount }, jusqu’au { $until }.
page-step-refunded = Remboursé
page-step-refund-asked = Remboursement demandé
page-needs-refunds = Remboursements demandés
page-history-refund = Remboursement
page-history-fee-back = Frais rendus

## Questions: ce qui n’est pas sûr, et le message à recopier (« … » est à compléter)

suspicious_characters = Rien n’a bougé : ce message contient des caractères invisibles ou des lettres trompeuses, dans le nom ou dans le montant. Tapez-le de nouveau à la main : { $write }
verb_missing = Je suis là, mais je ne vois pas ce que vous voulez faire. Rien n’a bougé. Pour savoir ce que je sais faire, écrivez : { $name } #aide
verb_unknown = Je ne connais pas { $heard }. Rien n’a bougé. Écrivez peut-être : { $write }
order_unclear = Je ne suis pas sûr que ce soit un ordre. Rien n’a bougé. Si c’en est un, écrivez : { $write }
verbs_several = Je vois plusieurs demandes dans ce message. Rien n’a bougé. Une seule à la fois, par exemple : { $write }
amount_missing = Il manque le montant. Rien n’a bougé. Complétez : { $write }
amounts_several = Je vois plusieurs montants : { $heard }. Rien n’a bougé. Gardez-en un seul : { $write }
amount_negative = Le montant { $heard } est précédé d’un moins. Rien n’a bougé. Écrivez : { $write }
amount_ambiguous = { $kind ->
        [two] Est-ce { $more } ou { $less } ? Rien n’a bougé. Pour { $more }, écrivez : { $write }
       *[other] Je ne suis pas sûr du montant. Rien n’a bougé. Écrivez un seul nombre, sans calcul ni à-peu-près : { $write }
    }
currency_unknown = Dans « { $heard } », je ne reconnais pas la monnaie. Rien n’a bougé. Écrivez par exemple : { $write }
currency_ambiguous = Dans « { $heard } », je ne sais pas de quelle monnaie vous parlez. Rien n’a bougé. Écrivez-la en entier, par exemple : { $write }
currency_missing = { $heard }, mais dans quelle monnaie ? Rien n’a bougé. Écrivez par exemple : { $write }
amount_zero = Le montant est de zéro. Rien n’a bougé. Complétez : { $write }
amount_too_precise = Le montant { $heard } a plus de décimales que sa monnaie. Rien n’a bougé. Complétez : { $write }
amount_too_large = Le montant { $heard } est trop grand pour moi. Rien n’a bougé. Complétez : { $write }
amount_too_small = Le montant est trop petit pour être partagé ainsi : quelqu’un n’aurait rien. Rien n’a bougé. Écrivez un montant plus grand, comme ceci : { $write }
recipient_missing = À qui ? Je ne vois personne juste après le montant ou le verbe. Rien n’a bougé. Complétez : { $write }
recipients_several = Je vois plusieurs personnes : { $heard }. Rien n’a bougé. Pour n’en choisir qu’une, n’écrivez qu’elle ; sinon écrivez : { $write }
shares_missing = En combien de parts ? Rien n’a bougé. Complétez : { $write }
what_missing = De quoi s’agit-il ? Rien n’a bougé. Complétez, ou répondez au message concerné : { $write }
direct_only = Cela se dit en message direct, là où je vous ai posé la question. Rien n’a bougé. Écrivez-moi : { $write }

## Demander, partager, se taire

request-sent = Demandé : { $amount } à { $to }. La demande attend jusqu’au { $until }. Pour la retirer, écrivez : annuler. La voir : { $link }
request-sent-each = Demandé : { $amount } chacun à { $to }, soit { $total }. La demande attend jusqu’au { $until }. Pour la retirer, écrivez : annuler. Voir qui a payé : { $link }
split-sent = { $kind ->
        [even] Partagé : { $total } entre vous et { $to }, { $least } chacun.
       *[uneven] Partagé : { $total } entre vous et { $to }, { $most } ou { $least } chacun, vous { $least }.
    } Leur part leur est demandée jusqu’au { $until }. Voir qui a payé : { $link }
split-sent-without = { $kind ->
        [even] Partagé : { $total } entre { $to }, { $least } chacun.
       *[uneven] Partagé : { $total } entre { $to }, { $most } ou { $least } chacun.
    } Leur part leur est demandée jusqu’au { $until }. Voir qui a payé : { $link }
request-received = { $from } vous demande { $amount }. Rien ne bouge sans votre accord. Payer ou refuser avant { $until } : { $link }
request-received-memo = { $from } vous demande { $amount } : { $memo }. Rien ne bouge sans votre accord. Payer ou refuser avant { $until } : { $link }
split-received = { $from } partage { $total }. Votre part est de { $amount }. Rien ne bouge sans votre accord. Payer ou refuser avant { $until } : { $link }
split-received-memo = { $from } partage { $total } : { $memo }. Votre part est de { $amount }. Rien ne bouge sans votre accord. Payer ou refuser avant { $until } : { $link }
request-reminder = Un rappel : { $from } vous demande { $amount }. Payer ou refuser avant { $until } : { $link }
request-reminded = Rappel envoyé à { $to }, pour { $amount }.
request-declined = Refusé : vous ne payez pas { $amount } à { $to }. Rien n’a bougé.
request-refused = { $who } ne paie pas les { $amount } que vous demandiez. Rien n’a bougé. Voir la demande : { $link }
request-withdrawn = Retiré : vous ne demandez plus { $amount } à { $to }. Rien n’a bougé.
request-withdrawn-by = { $from } ne vous demande plus { $amount }. Vous n’avez rien à faire.
request-expired = Personne n’a répondu à temps : { $amount } que vous demandiez à { $to }. Rien n’a bougé. Vous pouvez demander à nouveau.
request-lapsed = Le temps de payer à { $from } les { $amount } demandés est passé. Rien n’a bougé.
request-complete = { $count ->
        [one] Une personne a payé sa part
       *[other] Les { $count } ont payé leur part
    }, { $total } en tout : { $link }
request-status = { $from } demande { $amount } à { $to } : { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] { $paid } sur { $asked } sont payés, et personne n’est plus attendu.
        [one] { $paid } sur { $asked } sont payés, une personne n’a pas répondu.
       *[other] { $paid } sur { $asked } sont payés, { $count } personnes n’ont pas répondu.
    } Voir qui : { $link }
request-state-open = en attente d’une réponse
request-state-paid = payée
request-state-declined = refusée
request-state-withdrawn = retirée
request-state-expired = terminée
stopped = Désormais je ne vous écris ici que si vous m’écrivez, si vous devez décider de votre argent, ou pour la sécurité de votre compte. Pour avoir à nouveau mes messages, rétablissez-les ici : { $link }

refused-asked_unknown = Pas demandé : { $to } n’a pas de compte ici. Rien n’a bougé. Proposez à { $to } de se connecter une fois, ou demandez à quelqu’un d’autre.
refused-asked_unavailable = Pas demandé : on ne peut rien demander à { $to } pour le moment. Rien n’a bougé. Parlez-en directement à { $to }.
refused-not_a_person = Pas demandé : { $to } n’est pas une personne, et ici on ne demande d’argent qu’aux personnes. Rien n’a bougé. Écrivez directement à { $to }.
refused-requests_open = Pas demandé : vous pouvez avoir { $limit ->
        [one] une demande ouverte
       *[other] { $limit } demandes ouvertes
    } à la fois. Rien n’a bougé. Retirez-en une, ou attendez une réponse.
refused-requests_open_to = Pas demandé : { $limit ->
        [one] une de vos demandes à { $to } est déjà ouverte.
       *[other] { $limit } de vos demandes à { $to } sont déjà ouvertes.
    } Rien n’a bougé. Attendez une réponse, ou retirez-en une.
refused-requests_today = Pas demandé : vous avez assez demandé à { $to } aujourd’hui. Vous pouvez demander { $limit ->
        [one] une fois
       *[other] { $limit } fois
    } en 24 heures. Rien n’a bougé. Réessayez demain.
refused-request_ended = Pas fait : cette demande est déjà close. Elle est { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. Rien n’a bougé.
refused-reminded_enough = Pas rappelé : vous pouvez rappeler { $limit ->
        [one] une fois
       *[other] { $limit } fois
    }, et c’est fait. Rien n’a bougé. Parlez-en directement.
refused-suspense_unknown = Cet argent sans propriétaire n’existe pas. Rien n’a bougé. Voyez la liste de ce qui attend.
refused-suspense_ended = Cet argent n’attend plus : il a déjà été attribué ou renvoyé. Rien d’autre n’a bougé. Voyez sous la liste ce qu’il est devenu.
refused-reminded_lately = Pas rappelé : c’est trop tôt. Rien n’a bougé. Vous pourrez rappeler après { $next }.

## Demander, partager et se taire, sur les pages

page-state-open = En attente d’une réponse
page-state-withdrawn = Retiré
page-needs-requests = On vous demande
page-needs-asking = Vos demandes
page-request = Demande
page-request-title = { $from } vous demande
page-request-asked = Demandé
page-request-shared = Partagé
page-request-by = Demandé par
page-request-of = Demandé à
page-request-own = Votre propre part
page-request-paid = Déjà payé
page-request-decline = Refuser
page-request-withdraw = Retirer la demande
page-request-remind = Rappeler à qui n’a pas répondu
page-request-reminded = Rappelé la dernière fois
page-request-block = Plus de demandes de { $who }
page-request-block-how = { $who } n’en saura rien. Ses demandes ne vous parviennent plus, et celle-ci est rangée.
page-request-blocked = Les demandes de { $who } ne vous parviennent pas. Cette personne n’en sait rien.
page-request-unblock = Recevoir à nouveau les demandes de { $who }
page-request-payment = Voir le paiement
page-request-ended = { $state ->
        [paid] Vous avez payé cette demande.
        [declined] Vous avez refusé. Rien n’a bougé.
        [withdrawn] { $from } a retiré cette demande. Rien n’a bougé.
        [expired] Le temps de payer est passé. Rien n’a bougé.
       *[other] On ne peut plus payer cette demande. Rien n’a bougé.
    }
page-payment-request = Voir la demande
page-quiet = Messages d’Obole
page-quiet-on = Je vous écris quand de l’argent arrive, quand on vous en demande, et quand vous m’écrivez.
page-quiet-off = Je ne vous écris que si vous m’écrivez, si vous devez décider de votre argent, ou pour la sécurité de votre compte.
page-quiet-stop = Me répondre seulement
page-quiet-start = M’écrire à nouveau
page-blocked = Demandes tenues à l’écart
page-blocked-why = Ces personnes ne peuvent pas vous demander d’argent. Elles n’en savent rien.

## Programmes

page-programs = Programmes
page-programs-why = Les programmes qui agissent pour vous, et ceux qui apprennent ce que deviennent vos paiements.
page-programs-service = de ce service
page-keys = Clés
page-keys-none = Aucun programme n’agit pour vous.
page-key-used = Dernier usage
page-key-unused = Jamais utilisée
page-key-over = Ne marche plus
page-key-revoke = Reprendre
page-webhooks = Programmes avertis
page-webhooks-none = Aucun programme n’est averti de vos paiements.
page-webhook = Programme averti
page-webhook-quiet = Rien ne lui a encore été dit.
page-webhook-no-dead = Tout est arrivé, ou part encore.
page-webhook-dead = Ce qui n’est jamais arrivé
page-event-is = { $state ->
        [delivered] Arrivé
        [failing] Essais en cours
       *[dead] Jamais arrivé
    }
page-event-tries = { $count ->
        [one] un essai
       *[other] { $count } essais
    }
page-event-again = Renvoyer

## Paiements programmés

sent-scheduled = Paiement programmé effectué : { $amount } à { $to }. Il vous reste { $left }.
schedule-approve = { $rhythm ->
        [weekly] { $amount } à { $to } chaque semaine, la première fois le { $first }
        [monthly] { $amount } à { $to } chaque mois, le { $day ->
            [1] 1er
           *[other] { $day }
        }, la première fois le { $first }
       *[once] { $amount } à { $to } le { $first }
    } : il faut votre accord. Ouvrez { $link } avant { $until }. Rien n’a encore bougé.
schedule-set = { $rhythm ->
        [weekly] Programmé : { $amount } à { $to } chaque semaine, la première fois le { $first }.
        [monthly] Programmé : { $amount } à { $to } chaque mois, le { $day ->
            [1] 1er
           *[other] { $day }
        }, la première fois le { $first }.
       *[once] Programmé : { $amount } à { $to } le { $first }.
    } Votre code ne vous sera plus demandé. Pour suspendre ou arrêter : { $link }
schedule-expired = Pas programmé : le délai pour donner votre accord ({ $amount } à { $to }) est passé. Rien n’a bougé. Vous pouvez le programmer à nouveau.
schedule-retry = C’était votre paiement programmé de { $amount } à { $to }. Un second essai aura lieu le { $next }.
schedule-skipped = Votre paiement programmé de { $amount } à { $to } n’a pas abouti au second essai non plus : il n’aura pas lieu. L’argent reste à vous.
schedule-missed = { $count ->
        [one] Un paiement programmé de { $amount } à { $to } est tombé pendant que ce service était arrêté. Il ne sera pas rattrapé : l’argent reste à vous.
       *[other] { $count } paiements programmés de { $amount } à { $to } sont tombés pendant que ce service était arrêté. Ils ne seront pas rattrapés : l’argent reste à vous.
    }
schedule-paused = Vos paiements programmés de { $amount } à { $to } sont suspendus, car celui d’aujourd’hui n’a pas pu se faire. L’argent reste à vous. Pour les reprendre ou les arrêter : { $link }
schedule-ended = { $count ->
        [0] Vos paiements programmés de { $amount } à { $to } sont terminés. Aucun n’a été effectué.
        [one] Vos paiements programmés de { $amount } à { $to } sont terminés. Un seul a été effectué.
       *[other] Vos paiements programmés de { $amount } à { $to } sont terminés. { $count } ont été effectués.
    }
schedule-withdrawn = Arrêté : plus de paiements programmés de { $amount } à { $to }. L’argent reste à vous.
schedule-state-asked = en attente de votre accord
schedule-state-active = en cours
schedule-state-paused = suspendu
schedule-state-ended = terminé
schedule-state-withdrawn = arrêté
schedule-state-expired = expiré
refused-payee_unknown = Pas programmé : { $to } n’a pas de compte ici. Rien n’a bougé. Demandez à { $to } d’entrer une fois, ou choisissez quelqu’un d’autre.
refused-dates_bad = Pas programmé : le premier jour doit être à venir, d’ici dix ans au plus, et le dernier ne peut pas le précéder. Rien n’a bougé. Choisissez d’autres jours.
refused-schedules_open = Pas programmé : vous avez déjà { $limit } paiements programmés. Rien n’a bougé. Arrêtez-en un d’abord.
refused-schedule_state = Pas fait : l’état de ce paiement programmé ne le permet pas ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). Rien n’a bougé.
page-schedules = Paiements programmés
page-schedules-why = Un paiement plus tard, ou qui revient chaque semaine ou chaque mois. Vous donnez votre accord une fois ; ensuite il se fait à 9 h, tout seul.
page-schedules-mine = Les vôtres
page-schedules-empty = Aucun pour l’instant. Remplissez le formulaire ci-dessous pour en programmer un.
page-schedules-older = Voir les plus anciens
page-schedules-new = Programmer un paiement
page-schedules-first = Premier jour
page-schedules-rhythm = À quel rythme
page-schedules-once = Une seule fois
page-schedules-weekly = Chaque semaine
page-schedules-monthly = Chaque mois
page-schedules-day = Jour du mois
page-schedules-day-how = Pour chaque mois seulement ; sans rien, celui du premier jour. Un mois trop court paie son dernier jour.
page-schedules-last = Dernier jour, s’il y en a un
page-schedules-times = Nombre de paiements, s’il y en a un
page-schedules-next = Continuer vers l’accord
page-schedules-incomplete = Il manque quelque chose : à qui, combien, le premier jour. Rien n’a bougé. Complétez le formulaire.
page-schedule = Paiement programmé
page-schedule-how = Quand
page-schedule-once = Une fois, le { $first }
page-schedule-weekly = Chaque semaine, dès le { $first }
page-schedule-monthly = Chaque mois, le { $day ->
        [1] 1er
       *[other] { $day }
    }, dès le { $first }
page-schedule-until = Jusqu’au
page-schedule-times = Au plus
page-schedule-times-count = { $count ->
        [one] un paiement
       *[other] { $count } paiements
    }
page-schedule-next = Prochain paiement
page-schedule-retry = Second essai
page-schedule-made = Effectués
page-schedule-runs = Ce qui s’est passé
page-schedule-runs-empty = Rien encore.
page-schedule-run-paid = Payé
page-schedule-run-skipped = Refusé
page-schedule-run-missed = Non rattrapé
page-schedule-pause = Suspendre
page-schedule-resume = Reprendre
page-schedule-withdraw = Arrêter
page-schedule-paused = Rien n’est payé tant que c’est suspendu, et rien n’est rattrapé.
page-schedule-title = Vous programmez
page-schedule-act = Programmer { $amount } à { $to }
page-schedule-article = Votre accord vaut pour tous ces paiements, de ce montant à cette personne. Vous pouvez les suspendre ou les arrêter à tout moment.
page-schedule-decline = Ne pas programmer
page-schedule-stands = Il n’y a plus rien à accorder ici. L’argent reste à vous.
page-state-active = En cours
page-state-paused = Suspendu
page-state-ended = Terminé
page-payment-schedule = Voir le paiement programmé
page-pay-later = Programmer un paiement

## La collecte d’une association

page-drive-given = Donné jusqu’ici
page-drive-gifts = { $count ->
        [one] un don
       *[other] { $shown } dons
    }
page-drive-today = { $amount } aujourd’hui ({ $shown })
page-drive-none = Rien n’a encore été donné. Le premier don apparaît ici aussitôt.
page-drive-latest = Derniers dons publics
page-drive-give = Donner à { $who }
page-drive-since = Compté depuis le { $since }, moins ce qui a été rendu.
page-drive-private = Les dons par message privé sont comptés et jamais nommés.

## Tout sur soi

page-archive = Ce qui est gardé sur vous
page-archive-why = Votre nom, votre argent, vos paiements, vos messages et vos sessions, dans un fichier pour les programmes. Il n’y a aucun secret, ni à vous ni à d’autres.
page-archive-get = Télécharger tout ce qui me concerne
