# Português europeu. Frases curtas: o que aconteceu, com o montante e o nome, e depois o que se segue. Sem «você».
# Cada língua tem os mesmos textos com as mesmas variáveis; um teste compara os ficheiros.
# O plural começa no 0 e no 2, por isso as escolhas dizem [1]: a regra geral do português, a do Brasil, conta o 0 como singular.

## Como o português escreve os números, o dinheiro e o tempo

number-decimal = ,
number-group = {"\u202F"}
money = { $number }{"\u00A0"}{ $sign }
percent = { $number }%
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

weekday-1 = segunda-feira
weekday-2 = terça-feira
weekday-3 = quarta-feira
weekday-4 = quinta-feira
weekday-5 = sexta-feira
weekday-6 = sábado
weekday-7 = domingo
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
date-time = { $weekday }, { $day } de { $month }, { $hour2 }h{ $minute }
date = { $day } de { $month } de { $year }
time = { $hour2 }h{ $minute }
list-middle = { $row }, { $next }
list-last = { $row } e { $next }

## O que diz o serviço

sent = Enviado: { $amount } para { $to }. Restam { $left }.
sent-public = Enviado: { $amount } para { $to }.
sent-each-public = Enviado: { $amount } cada um para { $to }.
sent-each = Enviado: { $amount } cada um para { $to }, { $total } no total. Restam { $left }.
received = { $from } enviou-lhe { $amount }.
received-memo = { $from } enviou-lhe { $amount }: { $memo }
received-fee = { $from } pagou-lhe { $amount }. A comissão é de { $fee }; ficam { $net }.
received-gift = { $from } doou-vos { $amount }. Agradecemos o que fazem.
gave = Doado: { $amount } a { $to }. Restam { $left }.
gave-public = Doado: { $amount } a { $to }.
look-public = Enviei-lhe uma mensagem.
balance = Tem { $available }.
balance-held = Tem { $available }. Outros { $held } estão reservados para pagamentos em curso.
history-none = Ainda não tem pagamentos. Escreva por exemplo: @obole #enviar 5 € @bob
history-in = { $at }: { $amount } recebidos de { $who }
history-out = { $at }: { $amount } enviados para { $who }
history-top-up = { $at }: { $amount } recebidos do seu banco
history-fee = { $at }: { $amount } de comissão
history-more = Todos os pagamentos: { $link }
help =
    Isto é o que me pode escrever.
    { ORDERS() }
    Numa mensagem direta: { INQUIRIES() }.
    Para pagar, basta uma publicação. Saldos e limites só os digo em mensagem direta.
help-send =
    Para pagar: @obole #enviar 12 € @bob para o almoço
    Para pagar o mesmo a várias pessoas: @obole #enviar 5 € cada um @bob @carol
help-give = Para doar: @obole #doar 20 € @refuge
help-request = Para pedir dinheiro: @obole #pedir 20 € @bob para o táxi
help-split = Para dividir uma conta: @obole #dividir 60 € com @bob @carol
help-refund = Para reembolsar um pagamento recebido, ou pedir de volta um pagamento feito, em resposta: @obole #reembolsar 5 €
help-stop = parar
help-balance = saldo
help-history = extrato
help-status = estado
help-cancel = cancelar
help-help = ajuda
fee-on-receiving = O custo de uma venda: de { $amount } pagos pelos clientes, { $fee } são a comissão e ficam { $net }. Os clientes não pagam comissão. Os donativos, e o que envia, são gratuitos.
status-none = Não tem pagamentos em curso.
status = { $amount } para { $to }: { $state ->
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
state-doubted = à espera do seu sim
state-asked = à espera de aprovação
state-held = reservado
state-claimed = aceite, falta a confirmação de quem envia
state-paid = pago
state-returned = devolvido a quem enviou
state-cancelled = cancelado
state-declined = não aprovado
state-expired = expirado
state-refused = recusado
approve-please = { $amount } para { $to }: falta a sua aprovação. Abra { $link } até { $until }. O dinheiro ainda não saiu.
approve-please-each = { $count ->
        [1] { $total } para uma pessoa: falta a sua aprovação.
       *[other] { $total } para { $count } pessoas: falta a sua aprovação.
    } Abra { $link } até { $until }. O dinheiro ainda não saiu.
duplicate = Já enviou { $amount } para { $to } ({ $ago-at-time }). Enviar outra vez? Responda sim ou não.
set-aside = { $to } ainda não tem conta. { $amount } ficam reservados até { $until }; depois são-lhe devolvidos. Passe esta ligação privada a { $to }: { $link }
claim-asked = { $who } quer receber os { $amount } que reservou para { $to }. Se for a pessoa certa, confirme aqui: { $link }
claim-wait = Registado. { $from } tem de confirmar a sua identidade. Depois, { $amount } são seus.
claim-wait-fee = Registado. { $from } tem de confirmar a sua identidade. De { $amount }, { $fee } são a comissão e { $net } são seus.
claim-paid = Recebido: { $amount } de { $from }.
claim-turned-away = { $from } não confirmou que os { $amount } são para si. Não houve movimentos. Fale diretamente com { $from }.
claim-declined = { $to } não quer os { $amount }. Foram-lhe devolvidos.
returned = Ninguém reclamou os { $amount } para { $to }. Foram-lhe devolvidos.
cancelled = Cancelado: { $amount } para { $to }. O dinheiro continua a ser seu.
declined = Não enviado: não aprovou { $amount } para { $to }. Não houve movimentos.
approval-expired = Não enviado: o prazo para aprovar { $amount } para { $to } passou. Não houve movimentos. Para tentar de novo, escreva outra vez.
welcome = Boas-vindas. Sou Obole. Para pagar, escreva-me onde conversa. Experimente: @obole #enviar 5 € @bob. Para saber mais, escreva: ajuda
login-link = Abra esta ligação para entrar: { $link } Serve uma só vez, até { $until }. Se não a pediu, ignore-a.
credited = Recebido do seu banco: { $amount }, referência { $reference }.
frozen = A sua conta está suspensa. Por agora, ninguém pode pagar com ela. O seu dinheiro continua a ser seu. Contacte quem gere este serviço.
released = A sua conta está de novo aberta.
pin-set = O seu PIN está definido. Nunca o pedirei numa mensagem, só na página de aprovação.
passkey-added = Nova chave de acesso na sua conta: { $name }. Se não a adicionou, saia em todo o lado na sua página e contacte quem gere este serviço.
passkey-removed = A chave de acesso { $name } foi retirada da sua conta. Se não a retirou, saia em todo o lado na sua página e contacte quem gere este serviço.
passkey-copied = Atenção: alguém apareceu com uma cópia da sua chave de acesso { $name }. Foi recusada, e não houve movimentos. Retire esta chave na sua página e adicione uma nova.

## Recusas: o quê, que não houve movimentos, e o que se segue

refused-member_unknown = Não efetuado: ainda não nos conhecemos. Não houve movimentos. Entre uma vez na página deste serviço e escreva de novo.
refused-payer_frozen = Não enviado: a sua conta está suspensa. Não houve movimentos. Contacte quem gere este serviço.
refused-payee_unavailable = Não enviado: { $to } não pode receber dinheiro de momento. Não houve movimentos. Fale diretamente com { $to }.
refused-recipient_self = Não enviado: esse é o seu próprio nome. Não houve movimentos. Escreva o nome de outra pessoa.
refused-not_a_charity = Não doado: { $to } não está registado aqui como instituição de solidariedade. Não houve movimentos. Para pagar a { $to } mesmo assim, escreva #enviar em vez de #doar.
refused-currency_not_offered = Não enviado: { $currency } não está disponível aqui. Não houve movimentos. Escreva o montante noutra moeda, por exemplo em EUR.
refused-payment_limit = Não enviado: { $amount } ultrapassam o seu limite de { $limit } por pagamento. Não houve movimentos.
refused-day_limit = Não enviado: { $amount } ultrapassariam o seu limite de { $limit } por dia. Hoje ainda pode enviar { $left }. Não houve movimentos.
refused-month_limit = Não enviado: { $amount } ultrapassariam o seu limite de { $limit } por mês. Este mês ainda pode enviar { $left }. Não houve movimentos.
refused-insufficient_funds = Não enviado: { $amount } são mais do que os { $available } que tem. Não houve movimentos. Carregue a conta ou envie menos.
refused-too_many_recipients = Não enviado: { $limit ->
        [1] uma pessoa de cada vez, por favor.
       *[other] no máximo { $limit } pessoas de cada vez.
    } Não houve movimentos. Escreva a menos pessoas.
refused-slow_down = Não efetuado: foi muito de uma só vez. Não houve movimentos. Espere um minuto e escreva de novo.
refused-what_missing = Não efetuado: não se percebe de que pagamento se trata. Não houve movimentos. Responda à mensagem em causa, ou escreva a sua referência.
refused-direct_only = Não efetuado: isso fica entre nós. Não houve movimentos. Escreva-mo numa mensagem direta.
refused-verb_not_offered = Não efetuado: { $verb ->
        [request] #pedir
        [split] #dividir
        [buy] #comprar
        [gift] #oferecer
        [envelope] #envelope
        [offer] #oferta
        [refund] #reembolsar
        [subscribe] #subscrever
        [link] #ligar
        [stop] #parar
       *[other] #{ $verb }
    } ainda não está disponível aqui. Não houve movimentos. Para ver o que está, escreva: ajuda
refused-nothing_to_cancel = Não cancelado: não tem nenhum pagamento que ainda se possa cancelar. Não houve movimentos.
refused-already_ended = Não efetuado: este pagamento já terminou: { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. Não houve movimentos.
refused-already_paid = Não cancelado: { $to } já tem o dinheiro. Não houve movimentos. Para o pedir de volta a { $to }, responda #reembolsar à sua mensagem.
refused-not_yours = Não efetuado: este pagamento não é seu. Não houve movimentos.
refused-approval_changed = Não enviado: o pagamento mudou desde que o viu. Não houve movimentos. Veja-o de novo e depois decida.
refused-approval_expired = Não enviado: o prazo para aprovar passou. Não houve movimentos. Para tentar de novo, escreva outra vez.
refused-pin_wrong = Não enviado: este não é o seu PIN. Não houve movimentos. { $left ->
        [1] Resta uma tentativa.
       *[other] Restam { $left } tentativas.
    }
refused-pin_locked = Não enviado: o seu PIN está bloqueado após demasiadas tentativas erradas. Não houve movimentos. Peça a quem gere este serviço que o desbloqueie.
refused-pin_missing = Não enviado: ainda não tem PIN. Não houve movimentos. Escolha um aqui e depois aprove: { $link }
refused-pin_weak = Este PIN é demasiado fácil de adivinhar. Nada mudou. Escolha seis algarismos que não sejam seguidos, nem todos iguais, nem uma data de nascimento.
refused-passkey_wrong = Não efetuado: esta chave de acesso não prova a sua identidade, ou assinou outra coisa. Não houve movimentos. Tente mais uma vez, ou use o seu PIN.
refused-passkey_expired = Não efetuado: o pedido ao seu dispositivo é demasiado antigo, ou já teve resposta. Não houve movimentos. Tente mais uma vez.
refused-passkey_copied = Não efetuado: esta chave de acesso parece uma cópia da sua. Não houve movimentos. Use outra ou o seu PIN, e depois retire esta na sua página.
refused-passkey_needed = Não efetuado: para isto é precisa uma das suas chaves de acesso. Não houve movimentos. Faça-o num dispositivo que tenha uma.
refused-passkey_known = Este dispositivo já tem uma chave de acesso sua. Nada mudou. Use a que lá está.
refused-passkeys_many = Já tem { $limit } chaves de acesso. Nada mudou. Retire uma primeiro.
refused-claim_ended = Não efetuado: este dinheiro já não está à espera. Não houve movimentos. Pergunte à pessoa que lhe enviou a ligação.
refused-claim_own = Não efetuado: este dinheiro foi reservado por si. Não houve movimentos. Passe a ligação à pessoa a quem se destina, ou cancele.
refused-network_not_offered = Não enviado: não consigo chegar a { $network } a partir daqui. Não houve movimentos. Escreva o nome que a pessoa usa nesta rede.
refused-handle_taken = Este nome já está ocupado. Escolha outro.
refused-handle_bad = Este nome não serve. Use 2 a 30 letras minúsculas, algarismos ou traços inferiores.
refused-regime = Não efetuado: { $regime ->
        [sandbox] este serviço funciona sem dinheiro real, e para isso seria preciso
        [psp-held] aqui, o dinheiro está num prestador de pagamentos, que não oferece isso
        [limited-network] este serviço é uma rede limitada, e isso vai além dela
        [licensed] a licença deste serviço não abrange isso
       *[other] as regras deste serviço não abrangem isso
    }. Não houve movimentos.
refused-key_reused = Não efetuado: esta chave de pedido já foi usada para outra coisa. Não houve movimentos. Envie de novo com uma chave nova.
refused-busy = Não efetuado: há demasiado a acontecer ao mesmo tempo. Não houve movimentos. Escreva de novo daqui a pouco.
refused-amount_too_small = Não enviado: este montante é demasiado pequeno. Não houve movimentos. Escreva um maior.
refused-payment_unknown = Não efetuado: não encontro este pagamento. Não houve movimentos. Para ver os seus, escreva: extrato
refused-not_found = Não efetuado: não há nada aqui com esse nome. Não houve movimentos.
fault = Algo falhou do nosso lado. Nada se perdeu, e nada é pago duas vezes. Se voltar a acontecer, indique esta referência: { $reference }

## As páginas

brand = Obole
page-language = Português
page-skip = Ir para o conteúdo
page-menu = Menu
page-nav = Lugares
page-nav-square = Praça
page-nav-messages = Mensagens
page-nav-needs = Para mim
page-nav-me = A minha conta
page-nav-waiting = à espera
page-switch-language = Língua
page-switch-theme = Cores
page-theme-auto = Automáticas
page-theme-light = Claras
page-theme-dark = Escuras
page-sign-out = Sair
page-sign-out-all = Sair em todo o lado
page-regime = { $regime ->
        [sandbox] Ambiente de teste: sem dinheiro real.
        [psp-held] O dinheiro está num prestador de pagamentos.
        [limited-network] Uma rede limitada: o dinheiro daqui serve dentro dela.
        [licensed] Um serviço de pagamentos autorizado.
       *[other] { $regime }
    }
page-service = serviço
page-kind-person = particular
page-kind-charity = instituição de solidariedade
page-kind-merchant = comércio
page-state-doubted = À espera do seu sim
page-state-asked = À espera de aprovação
page-state-held = Reservado
page-state-claimed = Aceite, por confirmar
page-state-paid = Pago
page-state-returned = Devolvido
page-state-cancelled = Cancelado
page-state-declined = Não aprovado
page-state-expired = Expirado
page-state-refused = Recusado
page-step-asked = Pedido
page-step-approved = Aprovado
page-step-set-aside = Reservado
page-step-claimed = Aceite
page-step-confirmed = Confirmado
page-step-turned-away = Não é a pessoa certa
page-step-paid = Pago
page-step-returned = Devolvido
page-step-cancelled = Cancelado
page-step-declined = Não aprovado
page-step-expired = Expirado
page-step-refused = Recusado

page-square = A praça
page-timeline = Publicações
page-timeline-empty = Ainda ninguém escreveu nada. Escreva a primeira publicação.
page-write = A sua mensagem
page-write-hint = O que quer dizer, ou pagar?
page-write-direct = A sua mensagem para Obole
page-write-direct-hint = Escrever a Obole
page-audience = Quem a lê
page-audience-public = Toda a gente
page-audience-direct = Só Obole
page-post = Publicar
page-send = Enviar
page-tries = Para experimentar
page-reply = Responder
page-replies-to = Em resposta a
page-delete = Apagar
page-older = Mais antigas
page-talk = A sua conversa com Obole
page-talk-empty = O que Obole só lhe diz em privado aparece aqui. Experimente: saldo
page-messages = Mensagens
page-money = Tem
page-money-held = Outros { $held } reservados
page-to-square = Ir para a praça

page-card = Pagamento
page-card-to = para
page-card-story = Ver o pagamento
page-until = até
page-until-long = À espera até
page-look-approve = Ver e aprovar
page-share = Ligação privada para { $to }
page-copy = Copiar
page-copied = Copiado

page-payment = Pagamento de
page-from = De
page-to = Para
page-to-small = para
page-what = Motivo
page-fee = Comissão
page-free = grátis
page-pays = Paga
page-pays-no-fee = { $amount }, sem comissão
page-net = chegam { $net }
page-from-money = A partir de
page-story = O que aconteceu
page-reference = Referência
page-see-post = Ver a publicação
page-cancel = Cancelar este pagamento

page-needs = Para mim
page-needs-all = { $count ->
        [1] 1 para si
       *[other] { $count } para si
    }
page-needs-empty = Não há nada à sua espera.
page-needs-empty-next = Os pagamentos por aprovar e o dinheiro por entregar aparecem aqui. Para pagar a alguém, escreva na praça.
page-needs-approvals = Por aprovar
page-needs-confirmations = Por confirmar
page-needs-set-aside = Reservado por si
page-needs-claims = Falta a confirmação de quem envia

page-approve = Aprovação
page-approve-title = Vai enviar
page-approve-gift-title = Vai doar
page-approve-send = Enviar { $amount } para { $to }
page-approve-give = Doar { $amount } a { $to }
page-approve-send-each = Enviar { $amount } para { $count ->
        [1] uma pessoa
       *[other] { $count } pessoas
    }
page-approve-decline = Não enviar
page-approve-until = Pode decidir até
page-approve-changed = Este pagamento mudou desde que o viu. Não houve movimentos. Veja-o de novo.
page-approve-ended = { $state ->
        [paid] Aprovou este pagamento. Está pago.
        [held] Aprovou este pagamento. O dinheiro está reservado.
        [claimed] Aprovou este pagamento. O dinheiro está reservado.
        [returned] Tinha aprovado este pagamento, ninguém reclamou o dinheiro e foi-lhe devolvido.
        [cancelled] Este pagamento foi cancelado. Não houve movimentos.
        [declined] Não aprovou este pagamento. Não houve movimentos.
        [expired] O prazo para aprovar passou. Não houve movimentos. Para tentar de novo, escreva outra vez.
       *[other] Este pagamento já não pode ser aprovado. Não houve movimentos.
    }
page-wallet = A sua carteira, { $available } disponíveis
page-known-since = membro desde { $since }
page-known-not = ainda sem conta: o dinheiro espera
page-alike = Veja duas vezes: não é a mesma pessoa
page-alike-this = Pagaria a
page-alike-not = Parece-se com
page-alike-business = uma loja ou uma associação daqui
page-paid-before = { $count ->
        [0] nenhum pagamento seu até agora
        [1] um pagamento seu até agora
       *[other] { $count } pagamentos seus até agora
    }

page-pin = O seu PIN
page-pin-show = Mostrar
page-pin-hide = Ocultar
page-pin-first = Escolha primeiro o seu PIN
page-pin-why = Seis algarismos que mais ninguém conhece. Servem para aprovar pagamentos maiores.
page-pin-old = O seu PIN atual
page-pin-new = Novo PIN, seis algarismos
page-pin-again = O mesmo outra vez
page-pin-set = Guardar este PIN
page-pin-is-set = O seu PIN está definido. Alterar
page-pin-locked = O seu PIN está bloqueado após demasiadas tentativas erradas. Não houve movimentos. Peça a quem gere este serviço que o desbloqueie.
page-pin-or-passkey = O seu PIN, ou deixe vazio e use uma chave de acesso
page-pin-old-or-passkey = O seu PIN atual, ou deixe vazio e use uma chave de acesso
page-passkeys = As suas chaves de acesso
page-passkey-why = Uma chave de acesso está no seu telemóvel, no computador ou numa chave de segurança. Abre-se com o dedo, o rosto ou o código do dispositivo, e nada disso sai dele.
page-passkey-name = O nome que dá a este dispositivo
page-passkey-unnamed = O meu dispositivo
page-passkey-add = Adicionar uma chave de acesso
page-passkey-remove = Retirar esta chave de acesso
page-passkey-is-added = A sua chave de acesso foi adicionada. A partir de agora pode entrar e aprovar com ela.
page-passkey-is-removed = A chave de acesso foi retirada.
page-passkey-touch = Com a sua chave de acesso: o dispositivo pede o dedo, o rosto ou o seu próprio código.
page-passkey-or-pin = Ou com o seu PIN
page-passkey-script = A sua chave de acesso precisa de JavaScript neste navegador. Não houve movimentos.
page-passkey-failed = O seu dispositivo não respondeu. Nada foi enviado. Tente mais uma vez.
page-passkey-unknown = Esta chave de acesso não abre nenhuma conta aqui. Nada mudou. Tente outra, ou entre de outra forma.

page-claim = Dinheiro para si
page-claim-title = { $from } reservou isto para { $to }
page-claim-sign-in = Entre primeiro. Depois poderá dizer que é para si.
page-claim-how = { $from } verá o seu nome e confirmará a sua identidade. Até lá, o dinheiro não sai.
page-claim-as = Receber { $amount } como { $me }
page-claim-decline = Não quero, devolver a { $from }
page-claim-waiting = { $from } tem de confirmar a sua identidade. Não precisa de fazer nada.
page-claim-yours = Chegaram { $amount }. São seus.
page-claim-own = Isto foi reservado por si. Passe a ligação a { $to }.
page-claim-ended = Este dinheiro já não está à espera. Se contava com ele, pergunte a { $from }.
page-claim-returned = Ninguém o reclamou a tempo. Foi devolvido a { $from }.

page-door = Entrar
page-door-title = Pague onde conversa
page-door-text = Esta é uma cidade imaginária com dinheiro imaginário. Seja uma das pessoas que lá vivem, escreva na praça e veja o que acontece.
page-door-text-link = Escreva aos seus amigos e pague-lhes na mesma frase.
page-door-people = Entrar como
page-door-new = Ou como alguém novo
page-door-enter = Entrar
page-door-ask = Enviar-me uma ligação
page-door-link-hint = Enviamos uma ligação de utilização única por mensagem direta.
page-door-asked = Se este nome tiver conta aqui, uma ligação vai a caminho por mensagem direta. Serve uma vez, durante alguns minutos.
page-door-passkey = Entrar com uma chave de acesso
page-door-join = Primeira vez aqui? Abra uma conta
page-join = Abrir uma conta
page-join-title = Abrir uma conta
page-join-text = Um nome, um nome de utilizador e uma chave de acesso do seu dispositivo. Sem palavra-passe.
page-join-do = Abrir a minha conta
page-join-member = Já tenho uma conta
page-join-script = Uma conta abre-se com uma chave de acesso, e isso precisa de JavaScript neste navegador. Nada foi enviado.
page-name = Nome
page-handle = Nome de utilizador
page-handle-hint = Letras minúsculas, algarismos e traços inferiores, por exemplo zoe_23
page-knock-title = Olá de novo
page-knock-text = Esta ligação dá entrada uma vez, neste dispositivo.
page-knock-spent = Esta ligação já não serve
page-knock-spent-text = Já foi usada ou é demasiado antiga. Peça uma nova.

page-limits = Os seus limites
page-limits-why = Evitam que um erro ou um roubo lhe custe muito.
page-limit = { $code ->
        [payment] Um pagamento a uma pessoa
        [gift] Um pagamento a uma instituição de solidariedade ou a um comércio
        [day] Num dia
        [month] Num mês
       *[other] { $code }
    }
page-limit-used = { $used } usados, restam { $left }
page-exempt = Até { $amount }, basta uma publicação. Acima disso, aprova com o seu PIN, e de vez em quando abaixo também.
page-fees = A sua comissão
page-fees-rate = { $rate } do que os clientes lhe pagam, arredondado em cada pagamento
page-fees-example = De { $amount }, { $fee } são a comissão e ficam { $net }. É descontada do que recebe: os clientes não pagam nenhuma. Os donativos, e o que envia, são gratuitos.
page-sessions = As suas sessões
page-sessions-count = { $count ->
        [1] Só aqui.
       *[other] Em { $count } dispositivos.
    }

page-trouble-refused = Não efetuado
page-trouble-refused-text = As regras não o permitem. Não houve movimentos.
page-trouble-not-found = Não há nada aqui
page-trouble-not-found-text = O endereço pode estar mal escrito, ou o que estava aqui já não está. Não houve movimentos.
page-trouble-stale = Mais uma vez, por favor
page-trouble-stale-text = Esta página esteve aberta demasiado tempo, por isso não fizemos nada. Não houve movimentos. Volte atrás, recarregue a página e envie de novo.
page-trouble-busy = Um momento, por favor
page-trouble-busy-text = Há demasiado a acontecer ao mesmo tempo. Não houve movimentos, e nada se perdeu.
page-trouble-fault = Algo falhou do nosso lado
page-trouble-fault-text = Nada se perdeu, e nada é pago duas vezes. Se voltar a acontecer, indique-nos a referência abaixo.
page-trouble-again = { $count ->
        [1] Tente de novo dentro de um segundo.
       *[other] Tente de novo dentro de { $count } segundos.
    }
page-trouble-too-large = É mais do que lemos de uma vez. Não houve movimentos. Escreva menos.
page-post-empty = Ainda não há nada para enviar. Escreva algumas palavras.
page-post-too-long = Esta mensagem é demasiado longa. Não houve movimentos. Escreva menos.
page-yes = sim
page-no = não
page-try-send = @obole #enviar 12 € @{ $who } para o almoço
page-try-give = @obole #doar 20 € @refuge
page-try-claim = @obole #enviar 5 € @{ $who } para o filme
page-try-balance = @obole #saldo
page-approve-doubted = Parece um pagamento que acabou de fazer. Aprove-o só se quiser pagar mais uma vez.
page-approve-claimed = Reservou isto para { $to }. Esta conta abriu a ligação privada. Assim que confirmar, o dinheiro é dela.
page-pin-differ = Os dois PIN não são iguais. Nada mudou. Escreva o novo duas vezes.
page-history = O que entrou e saiu
page-history-fee = Comissão
page-history-bank = O seu banco
page-claim-sent-back = O dinheiro voltou para quem o tinha reservado para si.
page-door-nobody = Ninguém aqui tem esse nome.

page-trouble-code = Código

page-design = O aspeto
page-design-link = O aspeto, peça a peça
page-design-person = Pessoas
page-design-states = Estados
page-design-cards = Cartões de pagamento
page-design-notices = Avisos
page-design-acts = Ações

## Início, extrato, contactos, limites

page-nav-home = Início
page-nav-self = Eu
page-ways = O que mais há
page-pay-somebody = Pagar a alguém
page-pay-who = Pagar a { $who }
page-pay-to = A quem
page-pay-amount = Quanto
page-currency = Moeda
page-pay-what = Para quê
page-pay-write = Escrever a mensagem
page-pay-how = Vê a mensagem antes de a enviar. Até lá, o dinheiro não sai.
page-pay-message = @obole #enviar { $amount } @{ $to }
page-pay-message-what = { $message } para { $what }
page-people = Os seus contactos
page-people-again = Pagar de novo
page-people-all = Todos
page-people-nobody = Ainda não pagou a ninguém.
page-people-empty = As pessoas a quem paga, ou que lhe pagam, aparecem aqui.
page-people-bound = { $count ->
        [1] No seu último pagamento.
       *[other] Nos seus últimos { $count } pagamentos.
    }
page-you-paid = { $count ->
        [1] um pagamento seu
       *[other] { $count } pagamentos seus
    }
page-paid-you = { $count ->
        [1] um pagamento para si
       *[other] { $count } pagamentos para si
    }
page-since = desde { $since }
page-shared = Entre as duas partes
page-shared-none = Ainda não houve nada entre as duas partes.
page-recent = Ultimamente
page-recent-empty = Ainda não entrou nem saiu nada. Quando acontecer, aparece aqui.
page-recent-all = Todo o extrato
page-came-in = Entradas
page-went-out = Saídas
page-wallets = As suas carteiras
page-filter = Escolher o que ver
page-filter-since = De
page-filter-until = Até
page-filter-who = Quem
page-filter-way = Em que sentido
page-filter-all = Ambos
page-filter-show = Mostrar
page-filter-none = Mostrar tudo
page-found = O que foi encontrado
page-found-nothing = Nada aqui corresponde ao que procura.
page-looked-through = { $count ->
        [1] Foi visto um pagamento.
       *[other] Foram vistos { $count } pagamentos.
    } Há mais antigos.
page-further = Procurar mais atrás
page-export = Guardar como tabela (CSV)
page-export-note = O que é mostrado, no máximo { $count } linhas.
page-tier = O que sabemos de si
page-tier-is = { $tier ->
        [0] Aqui só conhecemos o seu nome. Os seus limites são os mais baixos.
        [1] Deu-nos o seu nome e uma forma de contacto. Os seus limites são médios.
       *[other] Mostrou-nos quem é. Os seus limites são os mais altos.
    }
page-tier-more = Quanto mais sabemos de si, mais altos são os seus limites. Contacte quem gere este serviço.
page-limits-in = Em { $currency }
page-limits-others = Também pode receber pagamentos em { $currencies }.
page-limit-why = { $code ->
        [payment] O máximo que pode enviar a uma pessoa de uma vez.
        [gift] É mais alto, porque conhecemos bem as instituições e os comércios.
        [day] Conta tudo o que envia num dia, também o que está reservado. Recomeça à meia-noite ({ $zone }).
        [month] Conta tudo o que envia num mês. Recomeça no primeiro dia do mês ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Sem o seu PIN
page-exempt-total = Desde que escreveu o PIN pela última vez: { $so-far }. Acima de { $most }, o pagamento seguinte pede-o.
page-exempt-number = Pagamentos desde que escreveu o PIN pela última vez: { $so-far }. Acima de { $most }, o seguinte pede-o.
page-exempt-over = O seu próximo pagamento pede o PIN.
page-pace = { $count ->
        [1] Pode iniciar um pagamento em dez minutos.
       *[other] Pode iniciar { $count } pagamentos em dez minutos.
    }

## As páginas do operador

page-design-chart = Gráficos
page-exact = Os números exatos
page-operator = Operador
page-operator-nav = As páginas do operador
page-operator-payments = Pagamentos
page-operator-members = Membros
page-operator-members-first = Por ordem de chegada
page-operator-holds = Dinheiro reservado
page-operator-holds-first = O que termina primeiro está primeiro
page-operator-refusals = Recusas
page-operator-refusals-days = Recusas por dia
page-operator-refusals-why = Contadas sem nomes: um dia, um código, um número.
page-operator-acts = O que fizeram os operadores
page-operator-acts-newest = Mais recentes primeiro
page-operator-newest = Mais recentes primeiro
page-operator-none = Não há nada.
page-operator-search = Referência ou nome de utilizador
page-operator-state = Estado
page-operator-all = Todos
page-operator-machine = Linha de comandos
page-operator-when = Quando
page-operator-by = Quem
page-operator-act = O quê
page-operator-about = Sobre
page-operator-detail = Com
page-operator-act-is = { $code ->
        [add_member] adicionou um membro
        [credit] registou uma transferência
        [freeze] suspendeu
        [release] reabriu
        [reset_pin] retirou o PIN e as chaves de acesso
        [refund] reembolsou
        [operator] nomeou operador
        [operator_end] retirou como operador
        [verify] verificou o livro-razão: correto
        [verify_wrong] verificou o livro-razão: uma linha está errada
        [receive] registou dinheiro que chegou
        [match] atribuiu dinheiro sem dono
        [send_back] devolveu dinheiro sem dono
       *[other] { $code }
    }
page-operator-safeguarding = Salvaguarda de fundos, { $currency }
page-operator-safe = Tudo o que os membros têm está lá, e mais { $amount }.
page-operator-safe-not = { $amount } do que os membros têm não estão nem no banco nem num prestador. A esclarecer hoje.
page-operator-owed-chart = O que os membros têm em { $currency }, por dia
page-operator-day = Dia
page-operator-owed = Os membros têm
page-operator-bank = No banco
page-operator-provider = Em prestadores
page-operator-beyond = A mais
page-operator-ledger = O livro-razão
page-operator-checking = Está a ser verificado. Volte daqui a pouco.
page-operator-never-checked = Ainda não foi verificado a partir daqui.
page-operator-sound = Correto, { $at }: { $detail }.
page-operator-unsound = Incorreto, { $at }: { $detail }
page-operator-check-now = Verificar o livro-razão agora
page-operator-activity = Atividade
page-operator-activity-chart = Pagamentos iniciados, por dia (UTC)
page-operator-begun = Pagamentos iniciados
page-operator-code = Código
page-operator-times = Vezes
page-operator-amount = Montante
page-operator-kind = Tipo
page-operator-tier = Nível
page-operator-is-frozen = suspensa
page-operator-id = Referência
page-operator-since = Membro desde
page-operator-has = Tem
page-operator-aside = Reservado
page-operator-facts = O que se sabe
page-operator-frozen = Conta suspensa: { $reason }
page-operator-freeze = Suspender
page-operator-freeze-why = Não poderá pagar nem receber até a conta ser reaberta. Saberá que a conta está suspensa, não porquê.
page-operator-freeze-who = Suspender { $who }
page-operator-release = Reabrir
page-operator-release-why = Poderá de novo pagar e receber. Saberá disso.
page-operator-release-who = Reabrir { $who }
page-operator-reason = Motivo, para o registo
page-operator-suspense = Dinheiro sem dono
page-operator-suspense-first = O que espera há mais tempo está primeiro
page-operator-suspense-late = O mais antigo espera há mais de 10 dias. É de alguém: descubra de quem, ou devolva-o.
page-operator-suspense-ended = Atribuído ou devolvido
page-operator-arrived = Chegada
page-operator-days = Dias
page-operator-remitter = Ordenante
page-operator-reference = Descritivo
page-operator-bank-id = Referência do banco
page-operator-perhaps = Talvez de
page-operator-became = O que lhe aconteceu
page-operator-waits = Espera pelo dono
page-operator-matched = Creditado a { $who }
page-operator-sent-back = Devolvido
page-operator-why = Motivo
page-operator-match = Creditar a um membro
page-operator-match-why = O membro recebe um aviso, como com todo o dinheiro que lhe chega.
page-operator-match-to = Nome de utilizador ou referência do membro
page-operator-match-do = Creditar { $amount }
page-operator-send-back = Devolver
page-operator-send-back-why = Ordene ao seu banco que devolva a transferência ao ordenante. Aqui regista-se que foi ordenado.
page-operator-send-back-do = Devolver { $amount }

## Reembolsos

refunded = Reembolsado: { $amount } a { $to }. Restam { $left }.
refunded-fee = Reembolsado: { $amount } a { $to }. Foram-lhe devolvidos { $fee } da comissão. Restam { $left }.
refunded-for-you = Quem gere este serviço reembolsou { $amount } a { $to } a partir da sua carteira. Restam { $left }. Se não concorda, contacte quem o gere.
refunded-for-you-fee = Quem gere este serviço reembolsou { $amount } a { $to } a partir da sua carteira. Foram-lhe devolvidos { $fee } da comissão. Restam { $left }. Se não concorda, contacte quem o gere.
refund-received = { $from } reembolsou-lhe { $amount } de { $whole }.
refund-please = Para reembolsar { $amount } a { $to }, escreva o seu PIN aqui: { $link } O dinheiro ainda não saiu.
refund-asked = Pedi a { $to } que lhe reembolse { $amount }. A resposta pode chegar até { $until }. O dinheiro ainda não saiu.
refund-ask = { $from } pede-lhe que reembolse { $amount } de { $whole }. Para reembolsar ou dizer que não, abra { $link } até { $until }. O dinheiro ainda não saiu.
refund-declined = Disse a { $from } que não reembolsa { $amount }. Não houve movimentos.
refund-not-given = { $to } não quer reembolsar-lhe { $amount }. Não houve movimentos. Escreva a { $to }, ou contacte quem gere este serviço.
refund-lapsed = { $to } não respondeu a tempo se lhe reembolsa { $amount }. Não houve movimentos. Pode pedir outra vez.
history-refund-in = { $at }: { $amount } reembolsados por { $who }
history-refund-out = { $at }: { $amount } reembolsados a { $who }
history-fee-back = { $at }: { $amount } de comissão devolvidos
status-refunded = { $amount } para { $to }: { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, dos quais { $refunded } reembolsados.
refused-refund_not_paid = Não reembolsado: este pagamento ainda não está pago. Não houve movimentos. Se é seu, pode retirá-lo: cancelar
refused-refund_done = Não reembolsado: este pagamento já foi todo devolvido. Não houve movimentos.
refused-refund_too_much = Não reembolsado: { $amount } são mais do que os { $left } que ainda podem ser devolvidos. Não houve movimentos. Escreva um montante menor.
refused-refund_currency = Não reembolsado: este pagamento foi feito em { $currency }. Não houve movimentos. Escreva o montante em { $currency }.
refused-refund_asked = Não efetuado: o reembolso deste pagamento já foi pedido, até { $until }. Não houve movimentos. Espere pela resposta.
refused-refund_asks_many = Não efetuado: { $limit ->
        [1] pode pedir à mesma pessoa um reembolso por dia.
       *[other] pode pedir à mesma pessoa { $limit } reembolsos por dia.
    } Não houve movimentos. Peça de novo amanhã.
refused-refund_not_asked = Não efetuado: ninguém espera a sua resposta sobre este pagamento. Não houve movimentos.
page-refunded = { $refunded } reembolsados de { $amount }
page-refund = Reembolso
page-refund-title = Vai reembolsar
page-refund-act = Reembolsar { $to }
page-refund-do = Reembolsar
page-refund-amount = Montante a reembolsar
page-refund-amount-hint = No máximo { $left }. Escreva um número como { $left }.
page-refund-amount-bad = Isto não é um montante em { $currency }. Não houve movimentos. Escreva um número como { $left }.
page-refund-fee = Pelo todo são-lhe devolvidos { $fee } da comissão; por uma parte, o proporcional.
page-refund-asks = { $from } pede { $amount } de volta. Pode responder até { $until }.
page-refund-decline = Não reembolsar
page-refund-over = Não resta nada para reembolsar.
page-refund-ask = Pedir um reembolso
page-refund-ask-do = Pedir
page-refund-ask-hint = { $to } pode reembolsar ou dizer que não. Deixe o montante como está para pedir tudo.
page-refund-waits = Foi pedido a { $to } que reembolse { $amount }, até { $until }.
page-step-refunded = Reembolsado
page-step-refund-asked = Reembolso pedido
page-needs-refunds = Reembolsos que lhe pedem
page-history-refund = Reembolso
page-history-fee-back = Comissão devolvida

## Perguntas: o que não é certo, e a mensagem para copiar («…» é para completar)

suspicious_characters = Não houve movimentos: esta mensagem tem caracteres invisíveis ou letras enganadoras, no nome ou no montante. Escreva-a de novo à mão: { $write }
verb_missing = Estou aqui, mas não percebi o que quer fazer. Não houve movimentos. Para saber o que sei fazer, escreva: { $name } #ajuda
verb_unknown = Não conheço { $heard }. Não houve movimentos. Talvez queira escrever: { $write }
order_unclear = Não é certo que isto seja uma ordem. Não houve movimentos. Se for, escreva: { $write }
verbs_several = Vejo várias ordens nesta mensagem. Não houve movimentos. Uma de cada vez, por exemplo: { $write }
amount_missing = Falta o montante. Não houve movimentos. Complete: { $write }
amounts_several = Vejo vários montantes: { $heard }. Não houve movimentos. Deixe só um: { $write }
amount_negative = O montante { $heard } tem um sinal de menos antes. Não houve movimentos. Escreva: { $write }
amount_ambiguous = { $kind ->
        [two] Quer dizer { $more } ou { $less }? Não houve movimentos. Para { $more }, escreva: { $write }
       *[other] O montante não é claro. Não houve movimentos. Escreva um só número, sem contas nem «cerca de»: { $write }
    }
currency_unknown = Em «{ $heard }» não reconheço a moeda. Não houve movimentos. Escreva por exemplo: { $write }
currency_ambiguous = Em «{ $heard }» não sei de que moeda se trata. Não houve movimentos. Escreva-a por extenso, por exemplo: { $write }
currency_missing = { $heard }, mas em que moeda? Não houve movimentos. Escreva por exemplo: { $write }
amount_zero = O montante é zero. Não houve movimentos. Complete: { $write }
amount_too_precise = O montante { $heard } tem mais casas decimais do que a sua moeda. Não houve movimentos. Complete: { $write }
amount_too_large = O montante { $heard } é demasiado grande para mim. Não houve movimentos. Complete: { $write }
amount_too_small = O montante é demasiado pequeno para ser dividido assim: alguém ficaria sem nada. Não houve movimentos. Escreva um montante maior, como este: { $write }
recipient_missing = A quem? Não vejo ninguém junto ao montante ou ao verbo. Não houve movimentos. Complete: { $write }
recipients_several = Vejo várias pessoas: { $heard }. Não houve movimentos. Para escolher uma, nomeie só essa; senão, escreva: { $write }
shares_missing = Em quantas partes? Não houve movimentos. Complete: { $write }
what_missing = De que se trata? Não houve movimentos. Complete, ou responda à mensagem em causa: { $write }
direct_only = Isso diz-se numa mensagem direta, onde lhe fiz a pergunta. Não houve movimentos. Escreva-me: { $write }

## Pedir, dividir e calar

request-sent = Pedido: { $amount } a { $to }. Espera até { $until }. Para o retirar, escreva: cancelar. Ver o pedido: { $link }
request-sent-each = Pedido: { $amount } cada um a { $to }, { $total } no total. Espera até { $until }. Para o retirar, escreva: cancelar. Ver quem pagou: { $link }
split-sent = { $kind ->
        [even] Dividido: { $total } entre si e { $to }, { $least } cada um.
       *[uneven] Dividido: { $total } entre si e { $to }, { $most } ou { $least } cada um, a sua parte { $least }.
    } A parte dos outros é pedida até { $until }. Ver quem pagou: { $link }
split-sent-without = { $kind ->
        [even] Dividido: { $total } entre { $to }, { $least } cada um.
       *[uneven] Dividido: { $total } entre { $to }, { $most } ou { $least } cada um.
    } A parte de cada um é pedida até { $until }. Ver quem pagou: { $link }
request-received = { $from } pede-lhe { $amount }. O dinheiro só sai se quiser. Pague ou recuse até { $until }: { $link }
request-received-memo = { $from } pede-lhe { $amount }: { $memo }. O dinheiro só sai se quiser. Pague ou recuse até { $until }: { $link }
split-received = { $from } divide { $total }. A sua parte é de { $amount }. O dinheiro só sai se quiser. Pague ou recuse até { $until }: { $link }
split-received-memo = { $from } divide { $total }: { $memo }. A sua parte é de { $amount }. O dinheiro só sai se quiser. Pague ou recuse até { $until }: { $link }
request-reminder = Um lembrete: { $from } pede-lhe { $amount }. Pague ou recuse até { $until }: { $link }
request-reminded = Lembrete enviado a { $to }: { $amount }.
request-declined = Recusado: não paga os { $amount } a { $to }. Não houve movimentos.
request-refused = { $who } não paga os { $amount } que pediu. Não houve movimentos. Ver o pedido: { $link }
request-withdrawn = Retirado: já não pede { $amount } a { $to }. Não houve movimentos.
request-withdrawn-by = { $from } já não lhe pede { $amount }. Não precisa de fazer nada.
request-expired = Ninguém respondeu a tempo: { $amount } que pediu a { $to }. Não houve movimentos. Pode pedir outra vez.
request-lapsed = O prazo para pagar a { $from } os { $amount } pedidos passou. Não houve movimentos.
request-complete = { $count ->
        [1] Uma pessoa pagou a sua parte
       *[other] Todas as { $count } pessoas pagaram a sua parte
    }, { $total } no total: { $link }
request-status = { $from } pede { $amount } a { $to }: { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] { $paid } de { $asked } estão pagos, e não se espera por mais ninguém.
        [1] { $paid } de { $asked } estão pagos, uma pessoa não respondeu.
       *[other] { $paid } de { $asked } estão pagos, { $count } pessoas não responderam.
    } Ver quem: { $link }
request-state-open = à espera de resposta
request-state-paid = pago
request-state-declined = recusado
request-state-withdrawn = retirado
request-state-expired = terminado
stopped = A partir de agora só lhe escrevo aqui se me escrever, se tiver de decidir sobre o seu dinheiro, ou para a segurança da sua conta. Para voltar a receber as minhas mensagens, ligue-as aqui: { $link }

refused-asked_unknown = Não pedido: { $to } não tem conta aqui. Não houve movimentos. Diga a { $to } que entre uma vez, ou peça a outra pessoa.
refused-asked_unavailable = Não pedido: de momento não se pode pedir dinheiro a { $to }. Não houve movimentos. Fale diretamente com { $to }.
refused-not_a_person = Não pedido: { $to } não é um particular, e aqui só se pede dinheiro a particulares. Não houve movimentos. Escreva diretamente a { $to }.
refused-requests_open = Não pedido: pode ter { $limit ->
        [1] um pedido aberto
       *[other] { $limit } pedidos abertos
    } ao mesmo tempo. Não houve movimentos. Retire um, ou espere por uma resposta.
refused-requests_open_to = Não pedido: { $limit ->
        [1] um pedido seu a { $to } já está aberto.
       *[other] { $limit } pedidos seus a { $to } já estão abertos.
    } Não houve movimentos. Espere por uma resposta, ou retire um.
refused-requests_today = Não pedido: hoje já pediu bastante a { $to }. Pode pedir { $limit ->
        [1] uma vez
       *[other] { $limit } vezes
    } em 24 horas. Não houve movimentos. Tente de novo amanhã.
refused-request_ended = Não efetuado: este pedido já terminou. Está { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. Não houve movimentos.
refused-reminded_enough = Não lembrado: pode lembrar { $limit ->
        [1] uma vez
       *[other] { $limit } vezes
    }, e já o fez. Não houve movimentos. Fale diretamente com a pessoa.
refused-suspense_unknown = Não existe esse dinheiro sem dono. Não houve movimentos. Veja a lista do que espera.
refused-suspense_ended = Este dinheiro já não espera: já foi atribuído ou devolvido. Não houve mais movimentos. Veja abaixo da lista o que lhe aconteceu.
refused-reminded_lately = Não lembrado: é demasiado cedo. Não houve movimentos. Pode lembrar de novo depois de { $next }.

## Pedir, dividir e calar, nas páginas

page-state-open = À espera de resposta
page-state-withdrawn = Retirado
page-needs-requests = Pedidos que lhe fizeram
page-needs-asking = O que pediu
page-request = Pedido
page-request-title = { $from } pede-lhe
page-request-asked = Pedido
page-request-shared = Dividido
page-request-by = Pedido por
page-request-of = Pedido a
page-request-own = A sua própria parte
page-request-paid = Pago até agora
page-request-decline = Recusar
page-request-withdraw = Retirar o pedido
page-request-remind = Lembrar quem não respondeu
page-request-reminded = Último lembrete
page-request-block = Não receber mais pedidos de { $who }
page-request-block-how = { $who } não saberá. Os seus pedidos já não lhe chegam, e este fica arrumado.
page-request-blocked = Os pedidos de { $who } não lhe chegam. Essa pessoa não sabe.
page-request-unblock = Voltar a receber os pedidos de { $who }
page-request-payment = Ver o pagamento
page-request-ended = { $state ->
        [paid] Pagou este pedido.
        [declined] Recusou este pedido. Não houve movimentos.
        [withdrawn] { $from } retirou este pedido. Não houve movimentos.
        [expired] O prazo para pagar passou. Não houve movimentos.
       *[other] Este pedido já não pode ser pago. Não houve movimentos.
    }
page-payment-request = Ver o pedido
page-quiet = Mensagens de Obole
page-quiet-on = Escrevo-lhe quando chega dinheiro, quando alguém lhe pede dinheiro e quando me escreve.
page-quiet-off = Só lhe escrevo se me escrever, se tiver de decidir sobre o seu dinheiro e para a segurança da sua conta.
page-quiet-stop = Só me responder
page-quiet-start = Voltar a escrever-me
page-blocked = Pedidos que não lhe chegam
page-blocked-why = Estas pessoas não lhe podem pedir dinheiro. Não o sabem.

## Programas

page-programs = Programas
page-programs-why = Programas que agem por si, e programas que são avisados do que acontece aos seus pagamentos.
page-programs-service = deste serviço
page-keys = Chaves
page-keys-none = Nenhum programa age por si.
page-key-used = Última utilização
page-key-unused = Nunca usada
page-key-over = Já não funciona
page-key-revoke = Retirar
page-webhooks = Programas avisados
page-webhooks-none = Nenhum programa é avisado do que acontece aos seus pagamentos.
page-webhook = Programa avisado
page-webhook-quiet = Ainda não foi avisado de nada.
page-webhook-no-dead = Tudo chegou ou ainda está a ser tentado.
page-webhook-dead = O que nunca chegou
page-event-is = { $state ->
        [delivered] Chegou
        [failing] A tentar
       *[dead] Nunca chegou
    }
page-event-tries = { $count ->
        [1] uma tentativa
       *[other] { $count } tentativas
    }
page-event-again = Enviar de novo

## Pagamentos agendados

sent-scheduled = Pagamento agendado feito: { $amount } para { $to }. Restam { $left }.
schedule-approve = { $rhythm ->
        [weekly] { $amount } para { $to } todas as semanas, a começar em { $first }
        [monthly] { $amount } para { $to } no dia { $day } de cada mês, a começar em { $first }
       *[once] { $amount } para { $to }, marcado para { $first }
    }: falta a sua aprovação. Abra { $link } até { $until }. O dinheiro ainda não saiu.
schedule-set = { $rhythm ->
        [weekly] Agendado: { $amount } para { $to } todas as semanas, a começar em { $first }.
        [monthly] Agendado: { $amount } para { $to } no dia { $day } de cada mês, a começar em { $first }.
       *[once] Agendado: { $amount } para { $to }, marcado para { $first }.
    } O PIN não lhe será pedido outra vez. Para suspender ou terminar: { $link }
schedule-expired = Não agendado: o prazo para aprovar { $amount } para { $to } passou. Não houve movimentos. Pode agendar outra vez.
schedule-retry = Este era o seu pagamento agendado de { $amount } para { $to }. A segunda tentativa está marcada para { $next }.
schedule-skipped = O seu pagamento agendado de { $amount } para { $to } também não foi possível à segunda tentativa e fica sem efeito. O dinheiro continua a ser seu.
schedule-missed = { $count ->
        [1] Um pagamento agendado de { $amount } para { $to } venceu enquanto este serviço estava parado. Não é recuperado: o dinheiro continua a ser seu.
       *[other] { $count } pagamentos agendados de { $amount } para { $to } venceram enquanto este serviço estava parado. Não são recuperados: o dinheiro continua a ser seu.
    }
schedule-paused = Os seus pagamentos agendados de { $amount } para { $to } estão suspensos, porque o de hoje não foi possível. O dinheiro continua a ser seu. Para retomar ou terminar: { $link }
schedule-ended = { $count ->
        [0] Os seus pagamentos agendados de { $amount } para { $to } terminaram. Não foi feito nenhum.
        [1] Os seus pagamentos agendados de { $amount } para { $to } terminaram. Foi feito um.
       *[other] Os seus pagamentos agendados de { $amount } para { $to } terminaram. Foram feitos { $count }.
    }
schedule-withdrawn = Terminado: não há mais pagamentos agendados de { $amount } para { $to }. O dinheiro continua a ser seu.
schedule-state-asked = à espera da sua aprovação
schedule-state-active = ativo
schedule-state-paused = suspenso
schedule-state-ended = concluído
schedule-state-withdrawn = terminado
schedule-state-expired = expirado
refused-payee_unknown = Não agendado: { $to } não tem conta aqui. Não houve movimentos. Diga a { $to } que entre uma vez, ou escolha outra pessoa.
refused-dates_bad = Não agendado: o primeiro dia tem de ser futuro, dentro de dez anos, e o último não pode vir antes. Não houve movimentos. Escolha outros dias.
refused-schedules_open = Não agendado: já tem { $limit } pagamentos agendados. Não houve movimentos. Termine um primeiro.
refused-schedule_state = Não efetuado: o estado deste pagamento agendado não o permite ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). Não houve movimentos.
page-schedules = Pagamentos agendados
page-schedules-why = Um pagamento para outro dia, ou um que se repete todas as semanas ou todos os meses. A aprovação é pedida uma vez; depois faz-se sozinho, às 9 da manhã.
page-schedules-mine = Os seus
page-schedules-empty = Ainda nenhum. Preencha o formulário abaixo para agendar um.
page-schedules-older = Ver os mais antigos
page-schedules-new = Agendar um pagamento
page-schedules-first = Primeiro dia
page-schedules-rhythm = Com que frequência
page-schedules-once = Uma vez
page-schedules-weekly = Todas as semanas
page-schedules-monthly = Todos os meses
page-schedules-day = Dia do mês
page-schedules-day-how = Só para todos os meses; se faltar, o do primeiro dia. Um mês demasiado curto paga no último dia.
page-schedules-last = Último dia, se houver
page-schedules-times = Número de pagamentos, se houver
page-schedules-next = Continuar para a aprovação
page-schedules-incomplete = Falta alguma coisa: a quem, quanto, ou o primeiro dia. Não houve movimentos. Complete o formulário.
page-schedule = Pagamento agendado
page-schedule-how = Quando
page-schedule-once = Uma vez, em { $first }
page-schedule-weekly = Todas as semanas, desde { $first }
page-schedule-monthly = No dia { $day } de cada mês, desde { $first }
page-schedule-until = Até
page-schedule-times = No máximo
page-schedule-times-count = { $count ->
        [1] um pagamento
       *[other] { $count } pagamentos
    }
page-schedule-next = Próximo pagamento
page-schedule-retry = Segunda tentativa
page-schedule-made = Feitos
page-schedule-runs = O que aconteceu
page-schedule-runs-empty = Ainda nada.
page-schedule-run-paid = Pago
page-schedule-run-skipped = Recusado
page-schedule-run-missed = Não recuperado
page-schedule-pause = Suspender
page-schedule-resume = Retomar
page-schedule-withdraw = Terminar
page-schedule-paused = Enquanto estiver suspenso, nada é pago e nada é recuperado.
page-schedule-title = Vai agendar
page-schedule-act = Agendar { $amount } para { $to }
page-schedule-article = A sua aprovação vale para todos estes pagamentos, deste montante a esta pessoa. Pode suspendê-los ou terminá-los a qualquer momento.
page-schedule-decline = Não agendar
page-schedule-stands = Já não há nada para aprovar aqui. O dinheiro continua a ser seu.
page-state-active = Ativo
page-state-paused = Suspenso
page-state-ended = Concluído
page-payment-schedule = Ver o pagamento agendado
page-pay-later = Agendar um pagamento

## A recolha de uma instituição de solidariedade

page-drive-given = Doado até agora
page-drive-gifts = { $count ->
        [1] um donativo
       *[other] { $shown } donativos
    }
page-drive-today = { $amount } hoje ({ $shown })
page-drive-none = Ainda não foi doado nada. O primeiro donativo aparece aqui de imediato.
page-drive-latest = Últimos donativos públicos
page-drive-give = Doar a { $who }
page-drive-since = Contado desde { $since }, menos o que foi devolvido.
page-drive-private = Os donativos por mensagem direta são contados e nunca nomeados.

## Tudo sobre si

page-archive = O que está guardado sobre si
page-archive-why = O seu nome, dinheiro, pagamentos, mensagens e sessões, num ficheiro para programas. Não contém segredos seus nem de outros.
page-archive-get = Descarregar tudo sobre mim
