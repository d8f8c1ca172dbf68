# Español. Frases cortas: qué ha pasado, con el importe y el nombre, y luego qué sigue. Siempre tú.
# Cada idioma tiene los mismos textos con las mismas variables; una prueba compara los archivos.

## Cómo escribe el español los números, el dinero y el tiempo

number-decimal = ,
number-group = .
money = { $number }{"\u00A0"}{ $sign }
percent = { $number }{"\u00A0"}%
currency-EUR = €
currency-GBP = £
currency-USD = US$
currency-CAD = CA$
currency-AUD = AU$
currency-JPY = ¥
currency-INR = ₹
currency-KRW = ₩
currency-PLN = zł
currency-UAH = ₴

weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date-time = { $weekday } { $day } de { $month }, { $hour }:{ $minute }{"\u00A0"}h
date = { $day } de { $month } de { $year }
time = { $hour }:{ $minute }{"\u00A0"}h
list-middle = { $row }, { $next }
list-last = { $row } y { $next }

## Lo que dice el servicio

sent = Enviado: { $amount } a { $to }. Te quedan { $left }.
sent-public = Enviado: { $amount } a { $to }.
sent-each-public = Enviado: { $amount } cada uno a { $to }.
sent-each = Enviado: { $amount } cada uno a { $to }, { $total } en total. Te quedan { $left }.
received = { $from } te ha enviado { $amount }.
received-memo = { $from } te ha enviado { $amount }: { $memo }
received-fee = { $from } te ha pagado { $amount }. La comisión es de { $fee }; te quedas con { $net }.
received-gift = { $from } os ha donado { $amount }. Gracias por lo que hacéis.
gave = Donado: { $amount } a { $to }. Te quedan { $left }.
gave-public = Donado: { $amount } a { $to }.
look-public = Te he enviado un mensaje.
balance = Tienes { $available }.
balance-held = Tienes { $available }. Otros { $held } están apartados para pagos en curso.
history-none = Todavía no tienes ningún pago. Escribe por ejemplo: @obole #enviar 5 € @bob
history-in = { $at }: { $amount } recibidos de { $who }
history-out = { $at }: { $amount } enviados a { $who }
history-top-up = { $at }: { $amount } recibidos de tu banco
history-fee = { $at }: { $amount } de comisión
history-more = Todos tus pagos: { $link }
help =
    Esto es lo que me puedes escribir.
    { ORDERS() }
    En un mensaje directo: { INQUIRIES() }.
    Para pagar sirve una publicación. Los saldos y los límites solo te los digo a ti.
help-send =
    Para pagar: @obole #enviar 12 € @bob por la comida
    Para pagar lo mismo a varias personas: @obole #enviar 5 € cada uno @bob @carol
help-give = Para donar: @obole #donar 20 € @refuge
help-request = Para pedir dinero: @obole #pedir 20 € @bob por el taxi
help-split = Para repartir una cuenta: @obole #repartir 60 € con @bob @carol
help-refund = Para devolver un pago recibido, o pedir que te devuelvan uno tuyo, como respuesta: @obole #devolver 5 €
help-stop = stop
help-balance = saldo
help-history = historial
help-status = estado
help-cancel = cancelar
help-help = ayuda
fee-on-receiving = Lo que te cuesta una venta: de { $amount } que te pagan tus clientes, { $fee } son la comisión y te quedas con { $net }. Tus clientes no pagan comisión. Las donaciones, y lo que envías tú, son gratis.
status-none = No tienes ningún pago en curso.
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
state-doubted = a la espera de tu sí
state-asked = a la espera de aprobación
state-held = apartado
state-claimed = reclamado, falta que confirme quien lo envía
state-paid = pagado
state-returned = devuelto a quien lo envió
state-cancelled = cancelado
state-declined = descartado
state-expired = caducado
state-refused = rechazado
approve-please = { $amount } a { $to }: falta tu aprobación. Abre { $link } antes del { $until }. Todavía no se ha movido nada.
approve-please-each = { $count ->
        [one] { $total } a una persona: falta tu aprobación.
       *[other] { $total } a { $count } personas: falta tu aprobación.
    } Abre { $link } antes del { $until }. Todavía no se ha movido nada.
duplicate = Ya has enviado { $amount } a { $to } ({ $ago-at-time }). ¿Enviarlo otra vez? Responde sí o no.
set-aside = { $to } todavía no tiene cuenta. { $amount } quedan apartados hasta el { $until }; después vuelven a ti. Pasa este enlace privado a { $to }: { $link }
claim-asked = { $who } quiere recibir los { $amount } que apartaste para { $to }. Si es la persona correcta, confírmalo aquí: { $link }
claim-wait = Gracias. { $from } tiene que confirmar que eres tú. Después, { $amount } son tuyos.
claim-wait-fee = Gracias. { $from } tiene que confirmar que eres tú. De { $amount }, { $fee } son la comisión y { $net } son tuyos.
claim-paid = Recibido: { $amount } de { $from }.
claim-turned-away = { $from } no ha confirmado que los { $amount } sean para ti. No se ha movido nada. Habla directamente con { $from }.
claim-declined = { $to } no quiere los { $amount }. Han vuelto a ti.
returned = Nadie ha reclamado los { $amount } para { $to }. Han vuelto a ti.
cancelled = Cancelado: { $amount } a { $to }. El dinero sigue siendo tuyo.
declined = No enviado: has descartado { $amount } a { $to }. No se ha movido nada.
approval-expired = No enviado: ha pasado el plazo para aprobar { $amount } a { $to }. No se ha movido nada. Para intentarlo de nuevo, escríbelo otra vez.
welcome = Te doy la bienvenida. Soy Obole. Pagas escribiéndome allí donde conversas. Prueba: @obole #enviar 5 € @bob. Para saber más, escribe: ayuda
login-link = Abre este enlace para entrar: { $link } Sirve una sola vez, hasta el { $until }. Si no lo has pedido, no le hagas caso.
credited = Recibido de tu banco: { $amount }, referencia { $reference }.
frozen = Tu cuenta está suspendida. Por ahora nadie puede pagar con ella. Tu dinero sigue siendo tuyo. Consulta a quienes llevan este servicio.
released = Tu cuenta vuelve a estar abierta.
pin-set = Tu PIN está guardado. Nunca te lo pediré en un mensaje, solo en la página de aprobación.
passkey-added = Nueva llave de acceso en tu cuenta: { $name }. Si no la has añadido tú, sal en todas partes desde tu página y consulta a quienes llevan este servicio.
passkey-removed = La llave de acceso { $name } se ha quitado de tu cuenta. Si no la has quitado tú, sal en todas partes desde tu página y consulta a quienes llevan este servicio.
passkey-copied = Cuidado: alguien ha venido con una copia de tu llave de acceso { $name }. La he rechazado y no se ha movido nada. Quita esta llave en tu página y añade una nueva.

## Negativas: qué, que no se ha movido nada, y qué sigue

refused-member_unknown = No realizado: todavía no te conozco. No se ha movido nada. Entra una vez en la página de este servicio y escribe de nuevo.
refused-payer_frozen = No enviado: tu cuenta está suspendida. No se ha movido nada. Consulta a quienes llevan este servicio.
refused-payee_unavailable = No enviado: { $to } no puede recibir dinero por el momento. No se ha movido nada. Habla directamente con { $to }.
refused-recipient_self = No enviado: eres tú. No se ha movido nada. Escribe el nombre de otra persona.
refused-not_a_charity = No donado: { $to } no está aquí como organización benéfica. No se ha movido nada. Para pagar a { $to } de todos modos, escribe #enviar en lugar de #donar.
refused-currency_not_offered = No enviado: { $currency } no se ofrece aquí. No se ha movido nada. Escribe el importe en otra moneda, por ejemplo en EUR.
refused-payment_limit = No enviado: { $amount } supera tu límite de { $limit } por pago. No se ha movido nada.
refused-day_limit = No enviado: { $amount } superaría tu límite de { $limit } al día. Hoy todavía puedes enviar { $left }. No se ha movido nada.
refused-month_limit = No enviado: { $amount } superaría tu límite de { $limit } al mes. Este mes todavía puedes enviar { $left }. No se ha movido nada.
refused-insufficient_funds = No enviado: { $amount } es más que los { $available } que tienes. No se ha movido nada. Añade dinero o envía menos.
refused-too_many_recipients = No enviado: { $limit ->
        [one] una persona cada vez, por favor.
       *[other] { $limit } personas cada vez como mucho.
    } No se ha movido nada. Escribe a menos personas.
refused-slow_down = No realizado: ha sido mucho de golpe. No se ha movido nada. Espera un minuto y escribe de nuevo.
refused-what_missing = No realizado: no veo a qué pago te refieres. No se ha movido nada. Responde al mensaje en cuestión o escribe su referencia.
refused-direct_only = No realizado: eso queda entre nosotros. No se ha movido nada. Escríbemelo en un mensaje directo.
refused-verb_not_offered = No realizado: { $verb ->
        [request] #pedir
        [split] #repartir
        [buy] #comprar
        [gift] #regalar
        [envelope] #sobre
        [offer] #oferta
        [refund] #devolver
        [subscribe] #suscribir
        [link] #vincular
        [stop] #stop
       *[other] #{ $verb }
    } todavía no se ofrece aquí. No se ha movido nada. Para ver lo que sí, escribe: ayuda
refused-nothing_to_cancel = No cancelado: no tienes ningún pago que se pueda cancelar todavía. No se ha movido nada.
refused-already_ended = No realizado: este pago ya ha terminado. Está { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. No se ha movido nada.
refused-already_paid = No cancelado: { $to } ya tiene el dinero. No se ha movido nada. Para pedir a { $to } que te lo devuelva, responde #devolver a tu mensaje.
refused-not_yours = No realizado: este pago no es tuyo. No se ha movido nada.
refused-approval_changed = No enviado: el pago ha cambiado desde que lo viste. No se ha movido nada. Míralo otra vez y decide.
refused-approval_expired = No enviado: ha pasado el plazo para aprobarlo. No se ha movido nada. Para intentarlo de nuevo, escríbelo otra vez.
refused-pin_wrong = No enviado: este no es tu PIN. No se ha movido nada. { $left ->
        [one] Te queda un intento.
       *[other] Te quedan { $left } intentos.
    }
refused-pin_locked = No enviado: tu PIN está bloqueado tras demasiados intentos fallidos. No se ha movido nada. Pide a quienes llevan este servicio que lo desbloqueen.
refused-pin_missing = No enviado: todavía no tienes PIN. No se ha movido nada. Elige uno aquí y después aprueba: { $link }
refused-pin_weak = Este PIN es demasiado fácil de adivinar. No ha cambiado nada. Elige seis cifras que no sean seguidas, ni todas iguales, ni una fecha de nacimiento.
refused-passkey_wrong = No realizado: esta llave de acceso no demuestra que seas tú, o ha firmado otra cosa. No se ha movido nada. Inténtalo otra vez o usa tu PIN.
refused-passkey_expired = No realizado: se preguntó a tu dispositivo hace demasiado tiempo, o ya ha respondido. No se ha movido nada. Inténtalo otra vez.
refused-passkey_copied = No realizado: esta llave de acceso parece una copia de la tuya. No se ha movido nada. Usa otra o tu PIN, y después quita esta en tu página.
refused-passkey_needed = No realizado: para esto hace falta una de tus llaves de acceso. No se ha movido nada. Hazlo en un dispositivo que tenga una.
refused-passkey_known = Este dispositivo ya tiene una llave de acceso tuya. No ha cambiado nada. Usa la que está ahí.
refused-passkeys_many = Ya tienes { $limit } llaves de acceso. No ha cambiado nada. Quita una primero.
refused-claim_ended = No realizado: este dinero ya no espera. No se ha movido nada. Pregunta a la persona que te envió el enlace.
refused-claim_own = No realizado: este dinero lo apartaste tú. No se ha movido nada. Pasa el enlace a la persona para quien es, o cancélalo.
refused-network_not_offered = No enviado: no puedo llegar a { $network } desde aquí. No se ha movido nada. Escribe el nombre que esa persona usa en esta red.
refused-handle_taken = Este nombre ya está ocupado. Elige otro.
refused-handle_bad = Este nombre no sirve. Usa de 2 a 30 minúsculas, cifras o guiones bajos.
refused-regime = No realizado: { $regime ->
        [sandbox] este servicio funciona sin dinero real, y para eso haría falta
        [psp-held] aquí el dinero lo guarda un proveedor de pagos, y no ofrece eso
        [limited-network] este servicio es una red limitada, y eso queda fuera
        [licensed] la licencia de este servicio no cubre eso
       *[other] las reglas de este servicio no cubren eso
    }. No se ha movido nada.
refused-key_reused = No realizado: esta clave de solicitud ya se usó para otra cosa. No se ha movido nada. Envíalo otra vez con una clave nueva.
refused-busy = No realizado: están pasando demasiadas cosas a la vez. No se ha movido nada. Escribe de nuevo en un momento.
refused-amount_too_small = No enviado: este importe es demasiado pequeño. No se ha movido nada. Escribe uno mayor.
refused-payment_unknown = No realizado: no encuentro este pago. No se ha movido nada. Para ver los tuyos, escribe: historial
refused-not_found = No realizado: aquí no hay nada con ese nombre. No se ha movido nada.
fault = Algo ha fallado por nuestra parte. No se ha perdido nada y nada se paga dos veces. Si vuelve a ocurrir, da esta referencia: { $reference }

## Las páginas

brand = Obole
page-language = Español
page-skip = Ir al contenido
page-menu = Menú
page-nav = Lugares
page-nav-square = Plaza
page-nav-messages = Mensajes
page-nav-needs = Para mí
page-nav-me = Mi cuenta
page-nav-waiting = a la espera
page-switch-language = Idioma
page-switch-theme = Colores
page-theme-auto = Automáticos
page-theme-light = Claros
page-theme-dark = Oscuros
page-sign-out = Salir
page-sign-out-all = Salir en todas partes
page-regime = { $regime ->
        [sandbox] Entorno de pruebas: sin dinero real.
        [psp-held] El dinero lo guarda un proveedor de pagos.
        [limited-network] Una red limitada: el dinero de aquí sirve dentro de ella.
        [licensed] Un servicio de pago autorizado.
       *[other] { $regime }
    }
page-service = servicio
page-kind-person = particular
page-kind-charity = organización benéfica
page-kind-merchant = comercio
page-state-doubted = Espera tu sí
page-state-asked = Espera aprobación
page-state-held = Apartado
page-state-claimed = Reclamado, por confirmar
page-state-paid = Pagado
page-state-returned = Devuelto
page-state-cancelled = Cancelado
page-state-declined = Descartado
page-state-expired = Caducado
page-state-refused = Rechazado
page-step-asked = Pedido
page-step-approved = Aprobado
page-step-set-aside = Apartado
page-step-claimed = Reclamado
page-step-confirmed = Confirmado
page-step-turned-away = No es la persona correcta
page-step-paid = Pagado
page-step-returned = Devuelto
page-step-cancelled = Cancelado
page-step-declined = Descartado
page-step-expired = Caducado
page-step-refused = Rechazado

page-square = La plaza
page-timeline = Publicaciones
page-timeline-empty = Nadie ha escrito nada todavía. Escribe la primera publicación.
page-write = Tu mensaje
page-write-hint = ¿Qué quieres decir, o pagar?
page-write-direct = Tu mensaje a Obole
page-write-direct-hint = Escribe a Obole
page-audience = Quién lo lee
page-audience-public = Todo el mundo
page-audience-direct = Solo Obole
page-post = Publicar
page-send = Enviar
page-tries = Para probar
page-reply = Responder
page-replies-to = En respuesta a
page-delete = Borrar
page-older = Más antiguo
page-talk = Tú y Obole
page-talk-empty = Lo que Obole te dice solo a ti aparece aquí. Prueba: saldo
page-messages = Mensajes
page-money = Tienes
page-money-held = Otros { $held } apartados
page-to-square = Ir a la plaza

page-card = Pago
page-card-to = a
page-card-story = Ver el pago
page-until = hasta el
page-until-long = Espera hasta el
page-look-approve = Ver y aprobar
page-share = Enlace privado para { $to }
page-copy = Copiar
page-copied = Copiado

page-payment = Pago de
page-from = De
page-to = A
page-to-small = a
page-what = Por
page-fee = Comisión
page-free = gratis
page-pays = Pagas
page-pays-no-fee = { $amount }, sin comisión
page-net = llegan { $net }
page-from-money = Desde
page-story = Qué ha pasado
page-reference = Referencia
page-see-post = Ver la publicación
page-cancel = Cancelar este pago

page-needs = Para mí
page-needs-all = { $count ->
        [one] 1 para ti
       *[other] { $count } para ti
    }
page-needs-empty = Nada te espera.
page-needs-empty-next = Los pagos por aprobar y el dinero por entregar aparecerán aquí. Para pagar a alguien, escribe en la plaza.
page-needs-approvals = Por aprobar
page-needs-confirmations = Por confirmar
page-needs-set-aside = Apartado por ti
page-needs-claims = Falta que confirme quien lo envía

page-approve = Aprobación
page-approve-title = Vas a enviar
page-approve-gift-title = Vas a donar
page-approve-send = Enviar { $amount } a { $to }
page-approve-give = Donar { $amount } a { $to }
page-approve-send-each = Enviar { $amount } a { $count ->
        [one] una persona
       *[other] { $count } personas
    }
page-approve-decline = No enviarlo
page-approve-until = Puedes decidir hasta el
page-approve-changed = Este pago ha cambiado desde que lo viste. No se ha movido nada. Míralo otra vez.
page-approve-ended = { $state ->
        [paid] Has aprobado este pago. Está pagado.
        [held] Has aprobado este pago. El dinero está apartado.
        [claimed] Has aprobado este pago. El dinero está apartado.
        [returned] Aprobaste este pago, nadie reclamó el dinero y ha vuelto a ti.
        [cancelled] Este pago se canceló. No se ha movido nada.
        [declined] Has descartado este pago. No se ha movido nada.
        [expired] Ha pasado el plazo para aprobarlo. No se ha movido nada. Para intentarlo de nuevo, escríbelo otra vez.
       *[other] Este pago ya no se puede aprobar. No se ha movido nada.
    }
page-wallet = Tu monedero, { $available } disponibles
page-known-since = miembro desde el { $since }
page-known-not = todavía sin cuenta: el dinero espera
page-alike = Mira dos veces: no es la misma persona
page-alike-this = Pagarías a
page-alike-not = Se parece a
page-alike-business = una tienda o una asociación de aquí
page-paid-before = { $count ->
        [0] nunca le has pagado
        [one] le has pagado una vez
       *[other] le has pagado { $count } veces
    }

page-pin = Tu PIN
page-pin-show = Mostrar
page-pin-hide = Ocultar
page-pin-first = Primero elige tu PIN
page-pin-why = Seis cifras que solo tú conoces. Las tecleas para aprobar los pagos más grandes.
page-pin-old = Tu PIN actual
page-pin-new = PIN nuevo, seis cifras
page-pin-again = El mismo otra vez
page-pin-set = Guardar este PIN
page-pin-is-set = Tu PIN está guardado. Cambiarlo
page-pin-locked = Tu PIN está bloqueado tras demasiados intentos fallidos. No se ha movido nada. Pide a quienes llevan este servicio que lo desbloqueen.
page-pin-or-passkey = Tu PIN, o déjalo vacío y usa una llave de acceso
page-pin-old-or-passkey = Tu PIN actual, o déjalo vacío y usa una llave de acceso
page-passkeys = Tus llaves de acceso
page-passkey-why = Una llave de acceso está en tu teléfono, tu ordenador o una llave de seguridad. La abre tu dedo, tu cara o el código del dispositivo, y nada de eso sale de él.
page-passkey-name = Cómo llamas a este dispositivo
page-passkey-unnamed = Mi dispositivo
page-passkey-add = Añadir una llave de acceso
page-passkey-remove = Quitar esta llave de acceso
page-passkey-is-added = Tu llave de acceso está añadida. Desde ahora puedes entrar y aprobar con ella.
page-passkey-is-removed = La llave de acceso se ha quitado.
page-passkey-touch = Con tu llave de acceso: tu dispositivo pide tu dedo, tu cara o su propio código.
page-passkey-or-pin = O con tu PIN
page-passkey-script = Tu llave de acceso necesita JavaScript en este navegador. No se ha movido nada.
page-passkey-failed = Tu dispositivo no ha respondido. No se ha enviado nada. Inténtalo otra vez.
page-passkey-unknown = Esta llave de acceso no abre ninguna cuenta aquí. No ha cambiado nada. Prueba con otra, o entra de otra manera.

page-claim = Dinero para ti
page-claim-title = { $from } ha apartado esto para { $to }
page-claim-sign-in = Entra primero. Después podrás decir que es para ti.
page-claim-how = { $from } verá tu nombre y confirmará que eres tú. Hasta entonces no se mueve nada.
page-claim-as = Recibir { $amount } como { $me }
page-claim-decline = No lo quiero, devolverlo a { $from }
page-claim-waiting = { $from } tiene que confirmar que eres tú. No hace falta que hagas nada.
page-claim-yours = Han llegado { $amount }. Son tuyos.
page-claim-own = Esto lo apartaste tú. Pasa el enlace a { $to }.
page-claim-ended = Este dinero ya no espera. Si lo esperabas, pregunta a { $from }.
page-claim-returned = Nadie lo reclamó a tiempo. Ha vuelto a { $from }.

page-door = Entrar
page-door-title = Paga donde conversas
page-door-text = Esta es una ciudad imaginaria con dinero imaginario. Sé una de las personas que viven aquí, escribe en la plaza y mira qué pasa.
page-door-text-link = Escribe a tus amigos y págales en la misma frase.
page-door-people = Entrar como
page-door-new = O como alguien nuevo
page-door-enter = Entrar
page-door-ask = Enviarme un enlace
page-door-link-hint = Te enviamos un enlace de un solo uso por mensaje directo.
page-door-asked = Si este nombre tiene una cuenta aquí, un enlace va en camino por mensaje directo. Sirve una vez, durante unos minutos.
page-door-passkey = Entrar con una llave de acceso
page-door-join = ¿Es tu primera vez? Abre una cuenta
page-join = Abrir una cuenta
page-join-title = Abrir una cuenta
page-join-text = Un nombre, un alias y una llave de acceso de tu dispositivo. Sin contraseña.
page-join-do = Abrir mi cuenta
page-join-member = Ya tengo una cuenta
page-join-script = Una cuenta se abre con una llave de acceso, y eso necesita JavaScript en este navegador. No se ha enviado nada.
page-name = Nombre
page-handle = Alias
page-handle-hint = Minúsculas, cifras y guiones bajos, por ejemplo zoe_23
page-knock-title = Hola de nuevo
page-knock-text = Este enlace te deja entrar una vez, en este dispositivo.
page-knock-spent = Este enlace ya no sirve
page-knock-spent-text = Ya se usó o es demasiado antiguo. Pide uno nuevo.

page-limits = Tus límites
page-limits-why = Evitan que un error o un robo te cueste mucho.
page-limit = { $code ->
        [payment] Un pago a una persona
        [gift] Un pago a una organización benéfica o un comercio
        [day] En un día
        [month] En un mes
       *[other] { $code }
    }
page-limit-used = { $used } usados, quedan { $left }
page-exempt = Hasta { $amount } basta una publicación. Por encima apruebas con tu PIN, y de vez en cuando también por debajo.
page-fees = Tu comisión
page-fees-rate = { $rate } de lo que te pagan tus clientes, redondeado en cada pago
page-fees-example = De { $amount }, { $fee } son la comisión y te quedas con { $net }. Se descuenta de lo que recibes: tus clientes no pagan ninguna. Las donaciones, y lo que envías tú, son gratis.
page-sessions = Tus sesiones
page-sessions-count = { $count ->
        [one] Solo aquí.
       *[other] En { $count } dispositivos.
    }

page-trouble-refused = No realizado
page-trouble-refused-text = Las reglas no lo permiten. No se ha movido nada.
page-trouble-not-found = Aquí no hay nada
page-trouble-not-found-text = Quizá la dirección está mal escrita, o lo que había aquí ya no está. No se ha movido nada.
page-trouble-stale = Inténtalo otra vez, por favor
page-trouble-stale-text = Esta página llevaba demasiado tiempo abierta, así que no hemos hecho nada. No se ha movido nada. Vuelve atrás, recarga la página y envíalo otra vez.
page-trouble-busy = Un momento, por favor
page-trouble-busy-text = Están pasando demasiadas cosas a la vez. No se ha movido nada y no se ha perdido nada.
page-trouble-fault = Algo ha fallado por nuestra parte
page-trouble-fault-text = No se ha perdido nada y nada se paga dos veces. Si vuelve a ocurrir, danos la referencia de abajo.
page-trouble-again = { $count ->
        [one] Inténtalo de nuevo en un segundo.
       *[other] Inténtalo de nuevo en { $count } segundos.
    }
page-trouble-too-large = Es más de lo que leemos de una vez. No se ha movido nada. Escribe menos.
page-post-empty = Todavía no hay nada que enviar. Escribe unas palabras.
page-post-too-long = Este mensaje es demasiado largo. No se ha movido nada. Escribe menos.
page-yes = sí
page-no = no
page-try-send = @obole #enviar 12 € @{ $who } por la comida
page-try-give = @obole #donar 20 € @refuge
page-try-claim = @obole #enviar 5 € @{ $who } por el cine
page-try-balance = @obole #saldo
page-approve-doubted = Esto se parece a un pago que acabas de hacer. Apruébalo solo si quieres pagar una vez más.
page-approve-claimed = Apartaste esto para { $to }. Esta cuenta ha abierto el enlace privado. En cuanto confirmes, el dinero es suyo.
page-pin-differ = Los dos PIN no son iguales. No ha cambiado nada. Teclea el nuevo dos veces.
page-history = Lo que ha entrado y salido
page-history-fee = Comisión
page-history-bank = Tu banco
page-claim-sent-back = El dinero ha vuelto a quien lo apartó para ti.
page-door-nobody = Nadie aquí tiene este nombre.

page-trouble-code = Código

page-design = El aspecto
page-design-link = El aspecto, pieza a pieza
page-design-person = Personas
page-design-states = Estados
page-design-cards = Tarjetas de pago
page-design-notices = Avisos
page-design-acts = Acciones

## Inicio, historial, contactos, límites

page-nav-home = Inicio
page-nav-self = Yo
page-ways = Qué más hay
page-pay-somebody = Pagar a alguien
page-pay-who = Pagar a { $who }
page-pay-to = A quién
page-pay-amount = Cuánto
page-currency = Moneda
page-pay-what = Por qué
page-pay-write = Escribir el mensaje
page-pay-how = Ves el mensaje antes de enviarlo. Hasta entonces no se mueve nada.
page-pay-message = @obole #enviar { $amount } @{ $to }
page-pay-message-what = { $message } por { $what }
page-people = Tus contactos
page-people-again = Pagar de nuevo
page-people-all = Todos
page-people-nobody = Todavía no has pagado a nadie.
page-people-empty = Las personas a las que pagas, o que te pagan, aparecerán aquí.
page-people-bound = { $count ->
        [one] En tu último pago.
       *[other] En tus últimos { $count } pagos.
    }
page-you-paid = { $count ->
        [one] le has pagado una vez
       *[other] le has pagado { $count } veces
    }
page-paid-you = { $count ->
        [one] te ha pagado una vez
       *[other] te ha pagado { $count } veces
    }
page-since = desde el { $since }
page-shared = Entre vosotros
page-shared-none = Todavía no ha habido nada entre vosotros.
page-recent = Últimamente
page-recent-empty = Todavía no ha entrado ni salido nada. Cuando pase, aparecerá aquí.
page-recent-all = Todo el historial
page-came-in = Entradas
page-went-out = Salidas
page-wallets = Tus monederos
page-filter = Elige qué quieres ver
page-filter-since = Desde
page-filter-until = Hasta
page-filter-who = Quién
page-filter-way = En qué sentido
page-filter-all = Ambos
page-filter-show = Mostrar
page-filter-none = Mostrar todo
page-found = Lo que se ha encontrado
page-found-nothing = Aquí nada coincide con lo que buscas.
page-looked-through = { $count ->
        [one] Se ha revisado un pago.
       *[other] Se han revisado { $count } pagos.
    } Los hay más antiguos.
page-further = Buscar más atrás
page-export = Guardar como tabla (CSV)
page-export-note = Lo que se muestra, { $count } líneas como mucho.
page-tier = Cuánto te conocemos
page-tier-is = { $tier ->
        [0] Aquí solo conocemos tu nombre. Tus límites son los más bajos.
        [1] Nos has dado tu nombre y una forma de contactarte. Tus límites son medios.
       *[other] Nos has mostrado quién eres. Tus límites son los más altos.
    }
page-tier-more = Cuanto mejor te conocemos, más altos son tus límites. Consulta a quienes llevan este servicio.
page-limits-in = En { $currency }
page-limits-others = También te pueden pagar en { $currencies }.
page-limit-why = { $code ->
        [payment] Lo máximo que puedes enviar a una persona de una vez.
        [gift] Es más alto, porque conocemos bien a las organizaciones benéficas y los comercios.
        [day] Cuenta todo lo que envías en un día, también lo apartado. Vuelve a empezar a medianoche ({ $zone }).
        [month] Cuenta todo lo que envías en un mes. Vuelve a empezar el día uno ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Sin tu PIN
page-exempt-total = Desde la última vez que tecleaste tu PIN: { $so-far }. Cuando pase de { $most }, el siguiente pago lo pide.
page-exempt-number = Pagos desde la última vez que tecleaste tu PIN: { $so-far }. Cuando pasen de { $most }, el siguiente lo pide.
page-exempt-over = Tu próximo pago pide tu PIN.
page-pace = { $count ->
        [one] Puedes iniciar un pago en diez minutos.
       *[other] Puedes iniciar { $count } pagos en diez minutos.
    }

## Las páginas del operador

page-design-chart = Gráficos
page-exact = Las cifras exactas
page-operator = Operador
page-operator-nav = Las páginas del operador
page-operator-payments = Pagos
page-operator-members = Miembros
page-operator-members-first = Por orden de llegada
page-operator-holds = Dinero apartado
page-operator-holds-first = Lo que termina antes va primero
page-operator-refusals = Negativas
page-operator-refusals-days = Negativas por día
page-operator-refusals-why = Contadas sin nombres: un día, un código, un número.
page-operator-acts = Lo que han hecho los operadores
page-operator-acts-newest = Lo más reciente primero
page-operator-newest = Lo más reciente primero
page-operator-none = No hay nada.
page-operator-search = Referencia o alias
page-operator-state = Estado
page-operator-all = Todos
page-operator-machine = Línea de comandos
page-operator-when = Cuándo
page-operator-by = Quién
page-operator-act = Qué
page-operator-about = Sobre
page-operator-detail = Con
page-operator-act-is = { $code ->
        [add_member] añadió un miembro
        [credit] anotó una transferencia
        [freeze] suspendió
        [release] reabrió
        [reset_pin] quitó el PIN y las llaves de acceso
        [refund] devolvió un pago
        [operator] nombró operador
        [operator_end] retiró como operador
        [verify] comprobó el libro mayor: correcto
        [verify_wrong] comprobó el libro mayor: una línea está mal
        [receive] anotó dinero recibido
        [match] asignó dinero sin dueño
        [send_back] devolvió dinero sin dueño
       *[other] { $code }
    }
page-operator-safeguarding = Salvaguarda de fondos, { $currency }
page-operator-safe = Todo lo que tienen los miembros está ahí, y { $amount } más.
page-operator-safe-not = { $amount } de lo que tienen los miembros no están ni en el banco ni en un proveedor. Acláralo hoy.
page-operator-owed-chart = Lo que tienen los miembros en { $currency }, por día
page-operator-day = Día
page-operator-owed = Los miembros tienen
page-operator-bank = En el banco
page-operator-provider = En proveedores
page-operator-beyond = De más
page-operator-ledger = El libro mayor
page-operator-checking = Se está comprobando. Vuelve en un momento.
page-operator-never-checked = Todavía no se ha comprobado desde aquí.
page-operator-sound = Correcto, { $at }: { $detail }.
page-operator-unsound = Incorrecto, { $at }: { $detail }
page-operator-check-now = Comprobar el libro mayor ahora
page-operator-activity = Actividad
page-operator-activity-chart = Pagos iniciados, por día (UTC)
page-operator-begun = Pagos iniciados
page-operator-code = Código
page-operator-times = Veces
page-operator-amount = Importe
page-operator-kind = Tipo
page-operator-tier = Nivel
page-operator-is-frozen = suspendida
page-operator-id = Referencia
page-operator-since = Miembro desde
page-operator-has = Tiene
page-operator-aside = Apartado
page-operator-facts = Lo que se sabe
page-operator-frozen = Cuenta suspendida: { $reason }
page-operator-freeze = Suspender
page-operator-freeze-why = No podrá pagar ni cobrar hasta que reabras su cuenta. Se le dice que su cuenta está suspendida, no por qué.
page-operator-freeze-who = Suspender a { $who }
page-operator-release = Reabrir
page-operator-release-why = Podrá pagar y cobrar de nuevo. Se le dice.
page-operator-release-who = Reabrir a { $who }
page-operator-reason = Motivo, para el registro
page-operator-suspense = Dinero sin dueño
page-operator-suspense-first = Lo que más tiempo espera va primero
page-operator-suspense-late = Lo más antiguo espera desde hace más de 10 días. Es de alguien: averigua de quién, o devuélvelo.
page-operator-suspense-ended = Asignado o devuelto
page-operator-arrived = Llegada
page-operator-days = Días
page-operator-remitter = Ordenante
page-operator-reference = Su concepto
page-operator-bank-id = Referencia del banco
page-operator-perhaps = Quizá de
page-operator-became = Qué fue de ello
page-operator-waits = Espera a su dueño
page-operator-matched = Abonado a { $who }
page-operator-sent-back = Devuelto
page-operator-why = Motivo
page-operator-match = Abonarlo a un miembro
page-operator-match-why = Se le dice, como con todo dinero que le llega.
page-operator-match-to = Su alias o referencia
page-operator-match-do = Abonar { $amount }
page-operator-send-back = Devolverlo
page-operator-send-back-why = Ordena a tu banco que devuelva la transferencia al ordenante. Aquí se anota que está ordenado.
page-operator-send-back-do = Devolver { $amount }

## Devoluciones

refunded = Devuelto: { $amount } a { $to }. Te quedan { $left }.
refunded-fee = Devuelto: { $amount } a { $to }. Has recuperado { $fee } de la comisión. Te quedan { $left }.
refunded-for-you = Quienes llevan este servicio han devuelto { $amount } a { $to } desde tu monedero. Te quedan { $left }. Si no estás de acuerdo, consúltales.
refunded-for-you-fee = Quienes llevan este servicio han devuelto { $amount } a { $to } desde tu monedero. Has recuperado { $fee } de la comisión. Te quedan { $left }. Si no estás de acuerdo, consúltales.
refund-received = { $from } te ha devuelto { $amount } de { $whole }.
refund-please = Para devolver { $amount } a { $to }, teclea tu PIN aquí: { $link } Todavía no se ha movido nada.
refund-asked = He pedido a { $to } que te devuelva { $amount }. Puede responder hasta el { $until }. Todavía no se ha movido nada.
refund-ask = { $from } te pide que devuelvas { $amount } de { $whole }. Para devolverlo o decir que no, abre { $link } antes del { $until }. Todavía no se ha movido nada.
refund-declined = Has dicho a { $from } que no devuelves { $amount }. No se ha movido nada.
refund-not-given = { $to } no quiere devolverte { $amount }. No se ha movido nada. Escribe a { $to }, o consulta a quienes llevan este servicio.
refund-lapsed = { $to } no ha respondido a tiempo si te devuelve { $amount }. No se ha movido nada. Puedes pedirlo otra vez.
history-refund-in = { $at }: { $amount } devueltos por { $who }
history-refund-out = { $at }: { $amount } devueltos a { $who }
history-fee-back = { $at }: { $amount } de comisión recuperados
status-refunded = { $amount } a { $to }: { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, de ellos { $refunded } devueltos.
refused-refund_not_paid = No devuelto: este pago todavía no está pagado. No se ha movido nada. Si es tuyo, puedes retirarlo: cancelar
refused-refund_done = No devuelto: este pago ya se ha devuelto entero. No se ha movido nada.
refused-refund_too_much = No devuelto: { $amount } es más que los { $left } que aún se pueden devolver. No se ha movido nada. Escribe un importe menor.
refused-refund_currency = No devuelto: este pago se hizo en { $currency }. No se ha movido nada. Escribe el importe en { $currency }.
refused-refund_asked = No realizado: ya se ha pedido la devolución de este pago, hasta el { $until }. No se ha movido nada. Espera la respuesta.
refused-refund_asks_many = No realizado: { $limit ->
        [one] puedes pedir una devolución al día a la misma persona.
       *[other] puedes pedir { $limit } devoluciones al día a la misma persona.
    } No se ha movido nada. Pídelo otra vez mañana.
refused-refund_not_asked = No realizado: nadie espera tu respuesta sobre este pago. No se ha movido nada.
page-refunded = { $refunded } devueltos de { $amount }
page-refund = Devolución
page-refund-title = Vas a devolver
page-refund-act = Devolver a { $to }
page-refund-do = Devolver
page-refund-amount = Importe que devolver
page-refund-amount-hint = Como mucho { $left }. Escribe un número como { $left }.
page-refund-amount-bad = Esto no es un importe en { $currency }. No se ha movido nada. Escribe un número como { $left }.
page-refund-fee = Por todo recuperas { $fee } de la comisión; por una parte, lo proporcional.
page-refund-asks = { $from } pide que le devuelvas { $amount }. Puedes responder hasta el { $until }.
page-refund-decline = No devolverlo
page-refund-over = No queda nada que devolver.
page-refund-ask = Pedir una devolución
page-refund-ask-do = Pedir
page-refund-ask-hint = { $to } puede devolverlo o decir que no. Deja el importe como está para pedirlo todo.
page-refund-waits = Se ha pedido a { $to } que devuelva { $amount }, hasta el { $until }.
page-step-refunded = Devuelto
page-step-refund-asked = Devolución pedida
page-needs-refunds = Devoluciones que te piden
page-history-refund = Devolución
page-history-fee-back = Comisión recuperada

## Preguntas: lo que no está claro, y el mensaje para copiar («…» hay que completarlo)

suspicious_characters = No se ha movido nada: este mensaje tiene caracteres invisibles o letras engañosas, en el nombre o en el importe. Tecléalo de nuevo a mano: { $write }
verb_missing = Estoy aquí, pero no veo qué quieres hacer. No se ha movido nada. Para saber qué sé hacer, escribe: { $name } #ayuda
verb_unknown = No conozco { $heard }. No se ha movido nada. Quizá quieras escribir: { $write }
order_unclear = No tengo claro que esto sea una orden. No se ha movido nada. Si lo es, escribe: { $write }
verbs_several = Veo varias órdenes en este mensaje. No se ha movido nada. Una cada vez, por ejemplo: { $write }
amount_missing = Falta el importe. No se ha movido nada. Complétalo: { $write }
amounts_several = Veo varios importes: { $heard }. No se ha movido nada. Deja solo uno: { $write }
amount_negative = El importe { $heard } lleva un menos delante. No se ha movido nada. Escribe: { $write }
amount_ambiguous = { $kind ->
        [two] ¿Quieres decir { $more } o { $less }? No se ha movido nada. Para { $more }, escribe: { $write }
       *[other] No tengo claro el importe. No se ha movido nada. Escribe un solo número, sin cuentas ni «más o menos»: { $write }
    }
currency_unknown = En «{ $heard }» no reconozco la moneda. No se ha movido nada. Escribe por ejemplo: { $write }
currency_ambiguous = En «{ $heard }» no sé a qué moneda te refieres. No se ha movido nada. Escríbela entera, por ejemplo: { $write }
currency_missing = { $heard }, pero ¿en qué moneda? No se ha movido nada. Escribe por ejemplo: { $write }
amount_zero = El importe es cero. No se ha movido nada. Complétalo: { $write }
amount_too_precise = El importe { $heard } tiene más decimales que su moneda. No se ha movido nada. Complétalo: { $write }
amount_too_large = El importe { $heard } es demasiado grande para mí. No se ha movido nada. Complétalo: { $write }
amount_too_small = El importe es demasiado pequeño para repartirlo así: alguien se quedaría sin nada. No se ha movido nada. Escribe un importe mayor, como este: { $write }
recipient_missing = ¿A quién? No veo a nadie justo al lado del importe o del verbo. No se ha movido nada. Complétalo: { $write }
recipients_several = Veo a varias personas: { $heard }. No se ha movido nada. Para elegir a una, nombra solo a esa; si no, escribe: { $write }
shares_missing = ¿En cuántas partes? No se ha movido nada. Complétalo: { $write }
what_missing = ¿De qué se trata? No se ha movido nada. Complétalo, o responde al mensaje en cuestión: { $write }
direct_only = Eso se dice en un mensaje directo, donde te hice la pregunta. No se ha movido nada. Escríbeme: { $write }

## Pedir, repartir y callar

request-sent = Pedido: { $amount } a { $to }. Espera hasta el { $until }. Para retirarlo, escribe: cancelar. Verlo: { $link }
request-sent-each = Pedido: { $amount } cada uno a { $to }, { $total } en total. Espera hasta el { $until }. Para retirarlo, escribe: cancelar. Ver quién ha pagado: { $link }
split-sent = { $kind ->
        [even] Repartido: { $total } entre tú y { $to }, { $least } cada uno.
       *[uneven] Repartido: { $total } entre tú y { $to }, { $most } o { $least } cada uno, tú { $least }.
    } Se les pide su parte hasta el { $until }. Ver quién ha pagado: { $link }
split-sent-without = { $kind ->
        [even] Repartido: { $total } entre { $to }, { $least } cada uno.
       *[uneven] Repartido: { $total } entre { $to }, { $most } o { $least } cada uno.
    } Se les pide su parte hasta el { $until }. Ver quién ha pagado: { $link }
request-received = { $from } te pide { $amount }. No se mueve nada si tú no quieres. Paga o recházalo antes del { $until }: { $link }
request-received-memo = { $from } te pide { $amount }: { $memo }. No se mueve nada si tú no quieres. Paga o recházalo antes del { $until }: { $link }
split-received = { $from } reparte { $total }. Tu parte es de { $amount }. No se mueve nada si tú no quieres. Paga o recházalo antes del { $until }: { $link }
split-received-memo = { $from } reparte { $total }: { $memo }. Tu parte es de { $amount }. No se mueve nada si tú no quieres. Paga o recházalo antes del { $until }: { $link }
request-reminder = Un recordatorio: { $from } te pide { $amount }. Paga o recházalo antes del { $until }: { $link }
request-reminded = Recordado a { $to }: { $amount }.
request-declined = Rechazado: no pagas los { $amount } a { $to }. No se ha movido nada.
request-refused = { $who } no paga los { $amount } que pediste. No se ha movido nada. Ver la petición: { $link }
request-withdrawn = Retirado: ya no pides { $amount } a { $to }. No se ha movido nada.
request-withdrawn-by = { $from } ya no te pide { $amount }. No tienes que hacer nada.
request-expired = Nadie ha respondido a tiempo: { $amount } que pediste a { $to }. No se ha movido nada. Puedes pedirlo otra vez.
request-lapsed = Ha pasado el plazo para pagar a { $from } los { $amount } que te pidió. No se ha movido nada.
request-complete = { $count ->
        [one] Una persona ha pagado su parte
       *[other] Las { $count } personas han pagado su parte
    }, { $total } en total: { $link }
request-status = { $from } pide { $amount } a { $to }: { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] { $paid } de { $asked } están pagados, y no se espera a nadie más.
        [one] { $paid } de { $asked } están pagados, una persona no ha respondido.
       *[other] { $paid } de { $asked } están pagados, { $count } personas no han respondido.
    } Ver quién: { $link }
request-state-open = a la espera de respuesta
request-state-paid = pagada
request-state-declined = rechazada
request-state-withdrawn = retirada
request-state-expired = vencida
stopped = A partir de ahora solo te escribo aquí si tú me escribes, si tienes que decidir sobre tu propio dinero o por la seguridad de tu cuenta. Para volver a saber de mí, activa mis mensajes aquí: { $link }

refused-asked_unknown = No pedido: { $to } no tiene cuenta aquí. No se ha movido nada. Dile a { $to } que entre una vez, o pídeselo a otra persona.
refused-asked_unavailable = No pedido: por el momento no se puede pedir dinero a { $to }. No se ha movido nada. Habla directamente con { $to }.
refused-not_a_person = No pedido: { $to } no es un particular, y aquí solo se pide dinero a particulares. No se ha movido nada. Escribe directamente a { $to }.
refused-requests_open = No pedido: puedes tener { $limit ->
        [one] una petición abierta
       *[other] { $limit } peticiones abiertas
    } a la vez. No se ha movido nada. Retira una, o espera una respuesta.
refused-requests_open_to = No pedido: { $limit ->
        [one] ya está abierta una petición tuya a { $to }.
       *[other] ya están abiertas { $limit } peticiones tuyas a { $to }.
    } No se ha movido nada. Espera una respuesta, o retira una.
refused-requests_today = No pedido: hoy ya le has pedido bastante a { $to }. Puedes pedir { $limit ->
        [one] una vez
       *[other] { $limit } veces
    } en 24 horas. No se ha movido nada. Inténtalo mañana.
refused-request_ended = No realizado: esta petición ya ha terminado. Está { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. No se ha movido nada.
refused-reminded_enough = No recordado: puedes recordarlo { $limit ->
        [one] una vez
       *[other] { $limit } veces
    }, y ya lo has hecho. No se ha movido nada. Habla directamente con esa persona.
refused-suspense_unknown = No existe ese dinero sin dueño. No se ha movido nada. Mira la lista de lo que espera.
refused-suspense_ended = Este dinero ya no espera: ya se asignó o se devolvió. No se ha movido nada más. Mira debajo de la lista qué fue de él.
refused-reminded_lately = No recordado: es demasiado pronto. No se ha movido nada. Puedes recordarlo otra vez después del { $next }.

## Pedir, repartir y callar, en las páginas

page-state-open = Espera respuesta
page-state-withdrawn = Retirado
page-needs-requests = Te piden
page-needs-asking = Lo que has pedido
page-request = Petición
page-request-title = { $from } te pide
page-request-asked = Pedido
page-request-shared = Repartido
page-request-by = Lo pide
page-request-of = Se pide a
page-request-own = Tu propia parte
page-request-paid = Pagado hasta ahora
page-request-decline = Rechazar
page-request-withdraw = Retirarla
page-request-remind = Recordar a quien no ha respondido
page-request-reminded = Último recordatorio
page-request-block = No más peticiones de { $who }
page-request-block-how = { $who } no lo sabrá. Sus peticiones ya no te llegan, y esta queda guardada.
page-request-blocked = Las peticiones de { $who } no te llegan. Esa persona no lo sabe.
page-request-unblock = Recibir de nuevo las peticiones de { $who }
page-request-payment = Ver el pago
page-request-ended = { $state ->
        [paid] Has pagado esta petición.
        [declined] La has rechazado. No se ha movido nada.
        [withdrawn] { $from } la ha retirado. No se ha movido nada.
        [expired] Ha pasado el plazo para pagarla. No se ha movido nada.
       *[other] Esta petición ya no se puede pagar. No se ha movido nada.
    }
page-payment-request = Ver la petición
page-quiet = Mensajes de Obole
page-quiet-on = Te escribo cuando llega dinero, cuando alguien te pide dinero y cuando me escribes.
page-quiet-off = Solo te escribo si me escribes, si tienes que decidir sobre tu propio dinero y por la seguridad de tu cuenta.
page-quiet-stop = Solo responderme
page-quiet-start = Volver a escribirme
page-blocked = Peticiones que no te llegan
page-blocked-why = Estas personas no pueden pedirte dinero. No lo saben.

## Programas

page-programs = Programas
page-programs-why = Programas que actúan por ti, y programas que se enteran de lo que pasa con tus pagos.
page-programs-service = de este servicio
page-keys = Claves
page-keys-none = Ningún programa actúa por ti.
page-key-used = Último uso
page-key-unused = Nunca usada
page-key-over = Ya no funciona
page-key-revoke = Retirar
page-webhooks = Programas avisados
page-webhooks-none = Ningún programa se entera de lo que pasa con tus pagos.
page-webhook = Programa avisado
page-webhook-quiet = Todavía no se le ha avisado de nada.
page-webhook-no-dead = Todo ha llegado o se sigue intentando.
page-webhook-dead = Lo que nunca llegó
page-event-is = { $state ->
        [delivered] Llegado
        [failing] Se está intentando
       *[dead] Nunca llegó
    }
page-event-tries = { $count ->
        [one] un intento
       *[other] { $count } intentos
    }
page-event-again = Enviar de nuevo

## Pagos programados

sent-scheduled = Pago programado hecho: { $amount } a { $to }. Te quedan { $left }.
schedule-approve = { $rhythm ->
        [weekly] { $amount } a { $to } cada semana, la primera vez el { $first }
        [monthly] { $amount } a { $to } el día { $day } de cada mes, la primera vez el { $first }
       *[once] { $amount } a { $to } el { $first }
    }: falta tu aprobación. Abre { $link } antes del { $until }. Todavía no se ha movido nada.
schedule-set = { $rhythm ->
        [weekly] Programado: { $amount } a { $to } cada semana, la primera vez el { $first }.
        [monthly] Programado: { $amount } a { $to } el día { $day } de cada mes, la primera vez el { $first }.
       *[once] Programado: { $amount } a { $to } el { $first }.
    } No se te volverá a pedir el PIN. Para pausarlo o terminarlo: { $link }
schedule-expired = No programado: ha pasado el plazo para aprobar { $amount } a { $to }. No se ha movido nada. Puedes programarlo otra vez.
schedule-retry = Este era tu pago programado de { $amount } a { $to }. Se intenta por segunda vez el { $next }.
schedule-skipped = Tu pago programado de { $amount } a { $to } tampoco se pudo hacer la segunda vez y se omite. El dinero sigue siendo tuyo.
schedule-missed = { $count ->
        [one] Un pago programado de { $amount } a { $to } vencía mientras este servicio estaba parado. No se recupera: el dinero sigue siendo tuyo.
       *[other] { $count } pagos programados de { $amount } a { $to } vencían mientras este servicio estaba parado. No se recuperan: el dinero sigue siendo tuyo.
    }
schedule-paused = Tus pagos programados de { $amount } a { $to } están en pausa, porque el de hoy no se pudo hacer. El dinero sigue siendo tuyo. Para reanudarlos o terminarlos: { $link }
schedule-ended = { $count ->
        [0] Tus pagos programados de { $amount } a { $to } han terminado. No se hizo ninguno.
        [one] Tus pagos programados de { $amount } a { $to } han terminado. Se hizo uno.
       *[other] Tus pagos programados de { $amount } a { $to } han terminado. Se hicieron { $count }.
    }
schedule-withdrawn = Terminado: no habrá más pagos programados de { $amount } a { $to }. El dinero sigue siendo tuyo.
schedule-state-asked = a la espera de tu aprobación
schedule-state-active = activo
schedule-state-paused = en pausa
schedule-state-ended = completado
schedule-state-withdrawn = terminado por ti
schedule-state-expired = caducado
refused-payee_unknown = No programado: { $to } no tiene cuenta aquí. No se ha movido nada. Dile a { $to } que entre una vez, o elige a otra persona.
refused-dates_bad = No programado: el primer día debe estar por llegar, dentro de diez años como mucho, y el último no puede ser anterior. No se ha movido nada. Elige otros días.
refused-schedules_open = No programado: ya tienes { $limit } pagos programados. No se ha movido nada. Termina uno primero.
refused-schedule_state = No realizado: el estado de este pago programado no lo permite ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). No se ha movido nada.
page-schedules = Pagos programados
page-schedules-why = Un pago para otro día, o uno que vuelve cada semana o cada mes. Lo apruebas una vez; después se hace solo, a las 9 de la mañana.
page-schedules-mine = Los tuyos
page-schedules-empty = Todavía ninguno. Rellena el formulario de abajo para programar uno.
page-schedules-older = Ver los más antiguos
page-schedules-new = Programar un pago
page-schedules-first = Primer día
page-schedules-rhythm = Con qué frecuencia
page-schedules-once = Una vez
page-schedules-weekly = Cada semana
page-schedules-monthly = Cada mes
page-schedules-day = Día del mes
page-schedules-day-how = Solo para cada mes; si falta, el del primer día. Un mes demasiado corto paga en su último día.
page-schedules-last = Último día, si lo hay
page-schedules-times = Número de pagos, si lo hay
page-schedules-next = Seguir a la aprobación
page-schedules-incomplete = Falta algo: a quién, cuánto o el primer día. No se ha movido nada. Completa el formulario.
page-schedule = Pago programado
page-schedule-how = Cuándo
page-schedule-once = Una vez, el { $first }
page-schedule-weekly = Cada semana, desde el { $first }
page-schedule-monthly = El día { $day } de cada mes, desde el { $first }
page-schedule-until = Hasta el
page-schedule-times = Como mucho
page-schedule-times-count = { $count ->
        [one] un pago
       *[other] { $count } pagos
    }
page-schedule-next = Próximo pago
page-schedule-retry = Segundo intento
page-schedule-made = Hechos
page-schedule-runs = Qué ha pasado
page-schedule-runs-empty = Nada todavía.
page-schedule-run-paid = Pagado
page-schedule-run-skipped = Rechazado
page-schedule-run-missed = No recuperado
page-schedule-pause = Pausar
page-schedule-resume = Reanudar
page-schedule-withdraw = Terminarlo
page-schedule-paused = Mientras está en pausa no se paga nada y no se recupera nada.
page-schedule-title = Vas a programar
page-schedule-act = Programar { $amount } a { $to }
page-schedule-article = Tu aprobación vale para todos estos pagos, de este importe a esta persona. Puedes pausarlos o terminarlos en cualquier momento.
page-schedule-decline = No programarlo
page-schedule-stands = Aquí ya no queda nada por aprobar. El dinero sigue siendo tuyo.
page-state-active = Activo
page-state-paused = En pausa
page-state-ended = Completado
page-payment-schedule = Ver el pago programado
page-pay-later = Programar un pago

## La colecta de una organización benéfica

page-drive-given = Donado hasta ahora
page-drive-gifts = { $count ->
        [one] una donación
       *[other] { $shown } donaciones
    }
page-drive-today = { $amount } hoy ({ $shown })
page-drive-none = Todavía no se ha donado nada. La primera donación aparece aquí al momento.
page-drive-latest = Últimas donaciones públicas
page-drive-give = Donar a { $who }
page-drive-since = Contado desde el { $since }, menos lo devuelto.
page-drive-private = Las donaciones por mensaje directo se cuentan y nunca se nombran.

## Todo sobre ti

page-archive = Lo que se guarda sobre ti
page-archive-why = Tu nombre, tu dinero, tus pagos, mensajes y sesiones, en un archivo para programas. No contiene ningún secreto, ni tuyo ni de otros.
page-archive-get = Descargar todo sobre mí
