# English. Short sentences: what happened, with the amount and the name, then what happens next.
# Every language has the same texts with the same variables; a test compares the files.

## How English writes numbers, money and time

number-decimal = .
number-group = ,
money = { $number }{"\u00A0"}{ $sign }
percent = { $number }%
currency-EUR = €
currency-GBP = £
currency-USD = $
currency-CAD = CA$
currency-AUD = A$
currency-JPY = ¥
currency-INR = ₹
currency-KRW = ₩
currency-PLN = zł
currency-UAH = ₴

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-time = { $weekday } { $day } { $month }, { $hour2 }:{ $minute }
date = { $day } { $month } { $year }
time = { $hour2 }:{ $minute }
list-middle = { $row }, { $next }
list-last = { $row } and { $next }

## What the service says

sent = Sent: { $amount } to { $to }. You have { $left } left.
sent-public = Sent: { $amount } to { $to }.
sent-each-public = Sent: { $amount } each to { $to }.
sent-each = Sent: { $amount } each to { $to }, { $total } in all. You have { $left } left.
received = { $from } sent you { $amount }.
received-memo = { $from } sent you { $amount }: { $memo }
received-fee = { $from } paid you { $amount }. The fee is { $fee }, you keep { $net }.
received-gift = { $from } gave you { $amount }. Thank you for what you do.
gave = Given: { $amount } to { $to }. You have { $left } left.
gave-public = Given: { $amount } to { $to }.
look-public = I have sent you a message.
balance = You have { $available }.
balance-held = You have { $available }. Another { $held } is set aside for payments that are not finished.
history-none = You have no payments yet. Write for example: @obole #send 5 € @bob
history-in = { $at }: received { $amount } from { $who }
history-out = { $at }: sent { $amount } to { $who }
history-top-up = { $at }: received { $amount } from your bank
history-fee = { $at }: { $amount } in fees
history-more = All of them: { $link }
help =
    Here is what you can write to me.
    { ORDERS() }
    In a direct message: { INQUIRIES() }.
    A public post is fine for paying. Balances and limits I only tell you directly.
help-send =
    To pay: @obole #send 12 € @bob for lunch
    To pay several people the same: @obole #send 5 € each @bob @carol
help-give = To give: @obole #give 20 € @refuge
help-request = To ask for money: @obole #request 20 € @bob for the taxi
help-split = To share a bill: @obole #split 60 € with @bob @carol
help-refund = To pay back what was paid to you, or ask for what you paid, in a reply: @obole #refund 5 €
help-stop = stop
help-balance = balance
help-history = history
help-status = status
help-cancel = cancel
help-help = help
fee-on-receiving = What a sale costs you: of { $amount } that customers pay you, { $fee } is the fee and you keep { $net }. Customers pay no fee. Gifts, and what you send yourself, are free.
status-none = You have no payment under way.
status = { $amount } to { $to }: { $state ->
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
state-doubted = waiting for your yes
state-asked = waiting for approval
state-held = set aside
state-claimed = claimed, waiting for the sender
state-paid = paid
state-returned = returned
state-cancelled = cancelled
state-declined = declined
state-expired = expired
state-refused = refused
approve-please = { $amount } to { $to } needs your approval. Open { $link } by { $until }. Nothing has moved yet.
approve-please-each = { $count ->
        [one] { $total } to one person needs your approval.
       *[other] { $total } to { $count } people needs your approval.
    } Open { $link } by { $until }. Nothing has moved yet.
duplicate = You already sent { $to } { $amount } at { $ago-at-time }. Send it again? Reply yes or no.
set-aside = { $to } has no account yet. { $amount } is set aside until { $until }, then it returns to you. Pass this private link on to { $to }: { $link }
claim-asked = { $who } wants to receive the { $amount } you set aside for { $to }. If this is the right person, confirm here: { $link }
claim-wait = Thank you. { $from } is asked to confirm that it is you. Then { $amount } is yours.
claim-wait-fee = Thank you. { $from } is asked to confirm that it is you. Of { $amount }, { $fee } is the fee and { $net } is yours.
claim-paid = Received: { $amount } from { $from }.
claim-turned-away = { $from } did not confirm that the { $amount } is for you. Nothing has moved. Ask { $from } directly.
claim-declined = { $to } does not want the { $amount }. It has returned to you.
returned = { $amount } for { $to } was not claimed. It has returned to you.
cancelled = Cancelled: { $amount } to { $to }. The money stays with you.
declined = Not sent: you declined { $amount } to { $to }. Nothing has moved.
approval-expired = Not sent: the time to approve { $amount } to { $to } has passed. Nothing has moved. To try again, write it again.
welcome = Welcome. I am Obole. You pay people by writing to me where you talk. Try: @obole #send 5 € @bob. For more, write: help
login-link = Open this link to sign in: { $link } It works once, until { $until }. If you did not ask for it, ignore it.
credited = Received from your bank: { $amount }, reference { $reference }.
frozen = Your account is on hold. Nobody can pay with it for now. Your money stays yours. Ask the people who run this service.
released = Your account is open again.
pin-set = Your PIN is set. I will never ask for it in a message, only on the approval page.
passkey-added = New passkey for your account: { $name }. If it was not you who added it, sign out everywhere on your page and ask the people who run this service.
passkey-removed = The passkey { $name } is removed from your account. If it was not you who removed it, sign out everywhere on your page and ask the people who run this service.
passkey-copied = Careful: somebody came with a copy of your passkey { $name }. I refused it, and nothing has moved. Remove this passkey on your page, and add a new one.

## Refusals: what, that nothing has moved, and what next

refused-member_unknown = Not done: I do not know you yet. Nothing has moved. Sign in once on this service's page, then write again.
refused-payer_frozen = Not sent: your account is on hold. Nothing has moved. Ask the people who run this service.
refused-payee_unavailable = Not sent: { $to } cannot receive money at the moment. Nothing has moved. Ask { $to } directly.
refused-recipient_self = Not sent: that is you. Nothing has moved. Write the name of somebody else.
refused-not_a_charity = Not given: { $to } is not registered here as a charity. Nothing has moved. To pay { $to } all the same, write #send instead of #give.
refused-currency_not_offered = Not sent: { $currency } is not offered here. Nothing has moved. Write the amount in another currency, for example in EUR.
refused-payment_limit = Not sent: { $amount } is over your limit of { $limit } per payment. Nothing has moved.
refused-day_limit = Not sent: { $amount } would go over your limit of { $limit } a day. You can still send { $left } today. Nothing has moved.
refused-month_limit = Not sent: { $amount } would go over your limit of { $limit } a month. You can still send { $left } this month. Nothing has moved.
refused-insufficient_funds = Not sent: { $amount } is more than the { $available } you have. Nothing has moved. Add money or send less.
refused-too_many_recipients = Not sent: { $limit ->
        [one] one person at a time, please.
       *[other] { $limit } people at a time at most.
    } Nothing has moved. Write to fewer people.
refused-slow_down = Not done: that was a lot at once. Nothing has moved. Wait a minute, then write again.
refused-what_missing = Not done: I do not see which payment you mean. Nothing has moved. Reply to the message it is about, or write its reference.
refused-direct_only = Not done: that is only between us. Nothing has moved. Write it to me in a direct message.
refused-verb_not_offered = Not done: #{ $verb } is not offered here yet. Nothing has moved. To see what is, write: help
refused-nothing_to_cancel = Not cancelled: you have no payment that can still be cancelled. Nothing has moved.
refused-already_ended = Not done: this payment has already ended. It is { $state ->
        [paid] { state-paid }
        [returned] { state-returned }
        [cancelled] { state-cancelled }
        [declined] { state-declined }
        [expired] { state-expired }
        [refused] { state-refused }
       *[other] { $state }
    }. Nothing has moved.
refused-already_paid = Not cancelled: { $to } already has the money. Nothing has moved. To ask { $to } for it, reply #refund to your message.
refused-not_yours = Not done: this is not your payment. Nothing has moved.
refused-approval_changed = Not sent: the payment has changed since you saw it. Nothing has moved. Look at it again, then decide.
refused-approval_expired = Not sent: the time to approve has passed. Nothing has moved. To try again, write it again.
refused-pin_wrong = Not sent: this is not your PIN. Nothing has moved. { $left ->
        [one] You have one try left.
       *[other] You have { $left } tries left.
    }
refused-pin_locked = Not sent: your PIN is locked after too many wrong tries. Nothing has moved. Ask the people who run this service to open it.
refused-pin_missing = Not sent: you have no PIN yet. Nothing has moved. Choose one here, then approve: { $link }
refused-pin_weak = This PIN is too easy to guess. Nothing has changed. Choose six digits that are not in a row, not all the same and not a birthday.
refused-passkey_wrong = Not done: this passkey does not prove that it is you, or it signed something else. Nothing has moved. Try once more, or use your PIN.
refused-passkey_expired = Not done: your device was asked too long ago, or has answered already. Nothing has moved. Try once more.
refused-passkey_copied = Not done: this passkey looks like a copy of yours. Nothing has moved. Use another one or your PIN, then remove this one on your page.
refused-passkey_needed = Not done: this takes one of your passkeys. Nothing has moved. Do it on a device that has one.
refused-passkey_known = This device has a passkey of yours already. Nothing has changed. Use the one that is there.
refused-passkeys_many = You have { $limit } passkeys already. Nothing has changed. Remove one first.
refused-claim_ended = Not done: this money is no longer waiting. Nothing has moved. Ask the person who sent you the link.
refused-claim_own = Not done: you set this money aside yourself. Nothing has moved. Pass the link on to the person it is for, or cancel it.
refused-network_not_offered = Not sent: I cannot reach { $network } from here. Nothing has moved. Write the name they use on this network.
refused-handle_taken = This name is already taken. Choose another one.
refused-handle_bad = This name does not work. Use 2 to 30 small letters, digits or underscores.
refused-regime = Not done: { $regime ->
        [sandbox] this service runs without real money, and that needs some
        [psp-held] the payment provider holds the money here, and it does not offer that
        [limited-network] this service is a limited network, and that goes beyond it
        [licensed] the licence of this service does not cover that
       *[other] the rules of this service do not cover that
    }. Nothing has moved.
refused-key_reused = Not done: this request key was already used for something else. Nothing has moved. Send it again with a new key.
refused-busy = Not done: too much is going on at once. Nothing has moved. Write again in a moment.
refused-amount_too_small = Not sent: this amount is too small. Nothing has moved. Write a larger one.
refused-payment_unknown = Not done: I do not find this payment. Nothing has moved. To see yours, write: history
refused-not_found = Not done: there is nothing here by that name. Nothing has moved.
fault = Something failed on our side. Nothing is lost, and nothing is paid twice. If it happens again, give this reference: { $reference }

## The pages

brand = Obole
page-language = English
page-skip = Skip to the content
page-menu = Menu
page-nav = Places
page-nav-square = Square
page-nav-messages = Messages
page-nav-needs = For me
page-nav-me = My account
page-nav-waiting = waiting
page-switch-language = Language
page-switch-theme = Colours
page-theme-auto = Automatic
page-theme-light = Light
page-theme-dark = Dark
page-sign-out = Sign out
page-sign-out-all = Sign out everywhere
page-regime = { $regime ->
        [sandbox] Sandbox: no real money.
        [psp-held] The money is held by a payment provider.
        [limited-network] A limited network: the money here is for use inside it.
        [licensed] A licensed payment service.
       *[other] { $regime }
    }
page-service = service
page-kind-person = person
page-kind-charity = charity
page-kind-merchant = merchant
page-state-doubted = Waiting for your yes
page-state-asked = Waiting for approval
page-state-held = Set aside
page-state-claimed = Claimed, to confirm
page-state-paid = Paid
page-state-returned = Returned
page-state-cancelled = Cancelled
page-state-declined = Declined
page-state-expired = Expired
page-state-refused = Refused
page-step-asked = Asked
page-step-approved = Approved
page-step-set-aside = Set aside
page-step-claimed = Claimed
page-step-confirmed = Confirmed
page-step-turned-away = Not the right person
page-step-paid = Paid
page-step-returned = Returned
page-step-cancelled = Cancelled
page-step-declined = Declined
page-step-expired = Expired
page-step-refused = Refused

page-square = The square
page-timeline = Public posts
page-timeline-empty = Nobody has written anything yet. Write the first post.
page-write = Your message
page-write-hint = What would you like to say, or pay?
page-write-direct = Your message to Obole
page-write-direct-hint = Write to Obole
page-audience = Who reads it
page-audience-public = Everybody
page-audience-direct = Only Obole
page-post = Post
page-send = Send
page-tries = Things to try
page-reply = Reply
page-replies-to = In reply to
page-delete = Delete
page-older = Older
page-talk = You and Obole
page-talk-empty = What Obole tells only you appears here. Try: balance
page-messages = Messages
page-money = You have
page-money-held = Another { $held } set aside
page-to-square = Go to the square

page-card = Payment
page-card-to = to
page-card-story = See the payment
page-until = until
page-until-long = Waits until
page-look-approve = Look and approve
page-share = Private link for { $to }
page-copy = Copy
page-copied = Copied

page-payment = Payment of
page-from = From
page-to = To
page-to-small = to
page-what = For
page-fee = Fee
page-free = free
page-pays = You pay
page-pays-no-fee = { $amount }, without a fee
page-net = { $net } arrive
page-from-money = From
page-story = What happened
page-reference = Reference
page-see-post = See the post
page-cancel = Cancel this payment

page-needs = For me
page-needs-all = { $count ->
        [one] 1 for you
       *[other] { $count } for you
    }
page-needs-empty = Nothing is waiting for you.
page-needs-empty-next = Payments to approve and money to pass on will appear here. To pay somebody, write on the square.
page-needs-approvals = To approve
page-needs-confirmations = To confirm
page-needs-set-aside = Set aside by you
page-needs-claims = Waiting for the sender

page-approve = Approval
page-approve-title = You are sending
page-approve-gift-title = You are giving
page-approve-send = Send { $amount } to { $to }
page-approve-give = Give { $amount } to { $to }
page-approve-send-each = Send { $amount } to { $count ->
        [one] one person
       *[other] { $count } people
    }
page-approve-decline = Do not send it
page-approve-until = You can decide until
page-approve-changed = This payment has changed since you saw it. Nothing has moved. Look at it again.
page-approve-ended = { $state ->
        [paid] You have approved this. It is paid.
        [held] You have approved this. The money is set aside.
        [claimed] You have approved this. The money is set aside.
        [returned] You approved this, nobody claimed the money, and it has returned to you.
        [cancelled] This payment was cancelled. Nothing has moved.
        [declined] You declined this payment. Nothing has moved.
        [expired] The time to approve has passed. Nothing has moved. To try again, write it again.
       *[other] This payment can no longer be approved. Nothing has moved.
    }
page-wallet = Your wallet, { $available } available
page-known-since = member since { $since }
page-known-not = no account yet: the money waits for them
page-alike = Look twice: this is somebody else
page-alike-this = You would pay
page-alike-not = Looks like
page-alike-business = a shop or charity here
page-paid-before = { $count ->
        [0] you have never paid them
        [one] you have paid them once
       *[other] you have paid them { $count } times
    }

page-pin = Your PIN
page-pin-show = Show
page-pin-hide = Hide
page-pin-first = Choose your PIN first
page-pin-why = Six digits that only you know. You type them to approve larger payments.
page-pin-old = Your PIN now
page-pin-new = New PIN, six digits
page-pin-again = The same again
page-pin-set = Keep this PIN
page-pin-is-set = Your PIN is set. Change it
page-pin-locked = Your PIN is locked after too many wrong tries. Nothing has moved. Ask the people who run this service to open it.
page-pin-or-passkey = Your PIN, or leave it empty and use a passkey
page-pin-old-or-passkey = Your PIN now, or leave it empty and use a passkey

page-passkeys = Your passkeys
page-passkey-why = A passkey is a key on your phone, computer or security key. Your finger, your face or the device’s own code opens it, and none of them leaves the device.
page-passkey-name = What you call this device
page-passkey-unnamed = My device
page-passkey-add = Add a passkey
page-passkey-remove = Remove this passkey
page-passkey-is-added = Your passkey is added. You can sign in and approve with it from now on.
page-passkey-is-removed = The passkey is removed.
page-passkey-touch = With your passkey: your device asks for your finger, your face or its own code.
page-passkey-or-pin = Or with your PIN
page-passkey-script = Your passkey needs JavaScript in this browser. Nothing has moved.
page-passkey-failed = Your device did not answer. Nothing has been sent. Try once more.
page-passkey-unknown = This passkey opens no account here. Nothing has changed. Try another one, or come in another way.

page-claim = Money for you
page-claim-title = { $from } has set this aside for { $to }
page-claim-sign-in = Sign in first. Then you can say that it is for you.
page-claim-how = { $from } will see your name and confirm that it is you. Until then nothing moves.
page-claim-as = Receive { $amount } as { $me }
page-claim-decline = I do not want it, send it back to { $from }
page-claim-waiting = { $from } is asked to confirm that it is you. You need not do anything.
page-claim-yours = { $amount } has arrived. It is yours.
page-claim-own = You set this aside yourself. Pass the link on to { $to }.
page-claim-ended = This money is no longer waiting. If you expected it, ask { $from }.
page-claim-returned = Nobody claimed it in time. It has returned to { $from }.

page-door = Come in
page-door-title = Pay where you talk
page-door-text = This is a made-up town with made-up money. Be one of its people, write on the square, and see what happens.
page-door-text-link = Write to your friends, pay them in the same breath.
page-door-people = Come in as
page-door-new = Or as somebody new
page-door-enter = Come in
page-door-ask = Send me a link
page-door-link-hint = We send you a single-use link by direct message.
page-door-asked = If this name has an account here, a link is on its way by direct message. It works once, for a few minutes.
page-door-passkey = Come in with a passkey
page-door-join = New here? Open an account

page-join = Open an account
page-join-title = Open an account
page-join-text = A name, a handle, and a passkey of your device. No password.
page-join-do = Open my account
page-join-member = I have an account already
page-join-script = An account is opened with a passkey, and that needs JavaScript in this browser. Nothing has been sent.

page-name = Name
page-handle = Handle
page-handle-hint = Small letters, digits and underscores, such as zoe_23
page-knock-title = Welcome back
page-knock-text = This link signs you in once, on this device.
page-knock-spent = This link is spent
page-knock-spent-text = It was used already or is too old. Ask for a new one.

page-limits = Your limits
page-limits-why = They keep a mistake or a thief from costing you much.
page-limit = { $code ->
        [payment] One payment to a person
        [gift] One payment to a charity or merchant
        [day] In a day
        [month] In a month
       *[other] { $code }
    }
page-limit-used = { $used } used, { $left } left
page-exempt = Up to { $amount } a post is enough. Above that you approve with your PIN, and now and then below it too.
page-fees = Your fee
page-fees-rate = { $rate } of what customers pay you, rounded on each payment
page-fees-example = Of { $amount }, { $fee } is the fee and you keep { $net }. It is taken out of what you receive: customers pay none. Gifts, and what you send yourself, are free.
page-sessions = Your sessions
page-sessions-count = { $count ->
        [one] Only here.
       *[other] On { $count } devices.
    }

page-trouble-refused = Not done
page-trouble-refused-text = The rules do not allow this. Nothing has moved.
page-trouble-not-found = There is nothing here
page-trouble-not-found-text = The address may be mistyped, or what stood here is gone. Nothing has moved.
page-trouble-stale = Please try once more
page-trouble-stale-text = This page was open for too long, so we did not act on it. Nothing has moved. Go back, reload the page, and send it again.
page-trouble-busy = One moment, please
page-trouble-busy-text = Too much is going on at once. Nothing has moved, and nothing is lost.
page-trouble-fault = Something failed on our side
page-trouble-fault-text = Nothing is lost, and nothing is paid twice. If it happens again, give us the reference below.
page-trouble-again = { $count ->
        [one] Try again in one second.
       *[other] Try again in { $count } seconds.
    }
page-trouble-too-large = That is more than we read at once. Nothing has moved. Write less.
page-post-empty = There is nothing to send yet. Write a few words.
page-post-too-long = This message is too long. Nothing has moved. Write less.
page-yes = yes
page-no = no
page-try-send = @obole #send 12 € @{ $who } for lunch
page-try-give = @obole #give 20 € @refuge
page-try-claim = @obole #send 5 € @{ $who } for the film
page-try-balance = @obole #balance
page-approve-doubted = This looks like a payment you have just made. Approve it only if you mean to pay once more.
page-approve-claimed = You set this aside for { $to }. This account opened the private link. Once you confirm, the money is theirs.
page-pin-differ = The two PINs are not the same. Nothing has changed. Type the new one twice.
page-history = What came in and went out
page-history-fee = Fee
page-history-bank = Your bank
page-claim-sent-back = The money has gone back to whoever set it aside for you.
page-door-nobody = Nobody here has this name.

page-trouble-code = Code

page-design = The look
page-design-link = The look, piece by piece
page-design-person = People
page-design-states = States
page-design-cards = Payment cards
page-design-notices = Notices
page-design-acts = Acts

## Home, history, people, limits

page-nav-home = Home
page-nav-self = Me
page-ways = What else there is
page-pay-somebody = Pay somebody
page-pay-who = Pay { $who }
page-pay-to = Whom
page-pay-amount = How much
page-currency = Currency
page-pay-what = What for
page-pay-write = Write the message
page-pay-how = You see the message before you send it. Nothing moves until then.
page-pay-message = @obole #send { $amount } @{ $to }
page-pay-message-what = { $message } for { $what }
page-people = People
page-people-again = Pay again
page-people-all = Everybody
page-people-nobody = You have not paid anybody yet.
page-people-empty = Whoever you pay, or who pays you, will appear here.
page-people-bound = Found among your latest { $count ->
        [one] payment.
       *[other] { $count } payments.
    }
page-you-paid = { $count ->
        [one] you paid once
       *[other] you paid { $count } times
    }
page-paid-you = { $count ->
        [one] paid you once
       *[other] paid you { $count } times
    }
page-since = since { $since }
page-shared = Between you
page-shared-none = Nothing has gone between you yet.
page-recent = Lately
page-recent-empty = Nothing has come in or gone out yet. What does will appear here.
page-recent-all = The whole history
page-came-in = In
page-went-out = Out
page-wallets = Your wallets
page-filter = Choose what to see
page-filter-since = From
page-filter-until = To
page-filter-who = Who
page-filter-way = Which way
page-filter-all = Both ways
page-filter-show = Show
page-filter-none = Show everything
page-found = What was found
page-found-nothing = Nothing here fits what you look for.
page-looked-through = { $count ->
        [one] One payment was looked through.
       *[other] { $count } payments were looked through.
    } There are older ones.
page-further = Search further back
page-export = Save as a table (CSV)
page-export-note = What is shown, { $count } lines at most.
page-tier = How well we know you
page-tier-is = { $tier ->
        [0] We know your name here only. Your limits are the lowest.
        [1] You gave us your name and a way to reach you. Your limits are in the middle.
       *[other] You have shown us who you are. Your limits are the highest.
    }
page-tier-more = The better we know you, the higher your limits. Ask the people who run this service.
page-limits-in = In { $currency }
page-limits-others = You can also be paid in { $currencies }.
page-limit-why = { $code ->
        [payment] The most you can send one person at once.
        [gift] It is higher, because we know charities and merchants well.
        [day] Everything you send in a day counts, what is set aside too. It begins again at midnight ({ $zone }).
        [month] Everything you send in a month counts. It begins again on the first ({ $zone }).
       *[other] { $code }
    }
page-exempt-title = Without your PIN
page-exempt-total = Since you last typed your PIN: { $so-far }. Once it is more than { $most }, the next payment asks for it.
page-exempt-number = Payments since you last typed your PIN: { $so-far }. Once there are more than { $most }, the next one asks for it.
page-exempt-over = Your next payment asks for your PIN.
page-pace = { $count ->
        [one] You can begin one payment in ten minutes.
       *[other] You can begin { $count } payments in ten minutes.
    }

## The operator's pages

page-design-chart = Charts
page-exact = The exact figures
page-operator = Operator
page-operator-nav = The operator’s pages
page-operator-payments = Payments
page-operator-members = Members
page-operator-members-first = In the order in which they joined
page-operator-holds = Money set aside
page-operator-holds-first = What ends first stands first
page-operator-refusals = Refusals
page-operator-refusals-days = Refusals by day
page-operator-refusals-why = Counted without names: a day, a code, a number.
page-operator-acts = What operators did
page-operator-acts-newest = Newest first
page-operator-newest = Newest first
page-operator-none = There is nothing.
page-operator-search = Id or handle
page-operator-state = State
page-operator-all = Any
page-operator-machine = Command line
page-operator-when = When
page-operator-by = Who
page-operator-act = What
page-operator-about = About
page-operator-detail = With
page-operator-act-is = { $code ->
        [add_member] added a member
        [credit] booked a bank transfer
        [freeze] froze
        [release] released
        [reset_pin] removed the PIN and the passkeys
        [refund] refunded
        [operator] made an operator
        [operator_end] ended an operator
        [verify] checked the ledger: sound
        [verify_wrong] checked the ledger: a row is wrong
        [receive] booked money that arrived
        [match] matched money without owner
        [send_back] sent money without owner back
       *[other] { $code }
    }
page-operator-safeguarding = Safeguarding, { $currency }
page-operator-safe = All that members have is there, and { $amount } more.
page-operator-safe-not = { $amount } of what members have is not at the bank or a provider. Find out today.
page-operator-owed-chart = What members have in { $currency }, by day
page-operator-day = Day
page-operator-owed = Members have
page-operator-bank = At the bank
page-operator-provider = At providers
page-operator-beyond = Beyond
page-operator-ledger = The ledger
page-operator-checking = It is being checked. Come back in a moment.
page-operator-never-checked = It has not been checked from here yet.
page-operator-sound = Sound on { $at }: { $detail }.
page-operator-unsound = Not sound on { $at }: { $detail }
page-operator-check-now = Check the ledger now
page-operator-activity = Activity
page-operator-activity-chart = Payments begun, by day (UTC)
page-operator-begun = Payments begun
page-operator-code = Code
page-operator-times = Times
page-operator-amount = Amount
page-operator-kind = Kind
page-operator-tier = Tier
page-operator-is-frozen = frozen
page-operator-id = Id
page-operator-since = Member since
page-operator-has = Has
page-operator-aside = Set aside
page-operator-facts = What is known
page-operator-frozen = Frozen: { $reason }
page-operator-freeze = Freeze
page-operator-freeze-why = They can neither pay nor be paid until you release them. They are told that their account is on hold, not why.
page-operator-freeze-who = Freeze { $who }
page-operator-release = Release
page-operator-release-why = They can pay and be paid again. They are told.
page-operator-release-who = Release { $who }
page-operator-reason = Reason, for the trail
page-operator-suspense = Money without owner
page-operator-suspense-first = What waits longest stands first
page-operator-suspense-late = The oldest has waited for more than 10 days. It is owed to somebody: find out who, or send it back.
page-operator-suspense-ended = Matched or sent back
page-operator-arrived = Arrived
page-operator-days = Days
page-operator-remitter = Remitter
page-operator-reference = Their reference
page-operator-bank-id = The bank’s id
page-operator-perhaps = Perhaps of
page-operator-became = What became of it
page-operator-waits = It waits for its owner
page-operator-matched = Credited to { $who }
page-operator-sent-back = Sent back
page-operator-why = Reason
page-operator-match = Credit it to a member
page-operator-match-why = They are told, as with any money that arrives for them.
page-operator-match-to = Their handle or id
page-operator-match-do = Credit { $amount }
page-operator-send-back = Send it back
page-operator-send-back-why = Order the transfer back to the remitter at your bank. This books that it was ordered.
page-operator-send-back-do = Send { $amount } back

## Refunds

refunded = Refunded: { $amount } to { $to }. You have { $left } left.
refunded-fee = Refunded: { $amount } to { $to }. { $fee } of the fee came back to you. You have { $left } left.
refunded-for-you = The people who run this service have refunded { $amount } to { $to } from your wallet. You have { $left } left. If you do not agree, ask them.
refunded-for-you-fee = The people who run this service have refunded { $amount } to { $to } from your wallet. { $fee } of the fee came back to you. You have { $left } left. If you do not agree, ask them.
refund-received = { $from } has refunded you { $amount } of { $whole }.
refund-please = To refund { $amount } to { $to }, type your PIN here: { $link } Nothing has moved yet.
refund-asked = I have asked { $to } to refund you { $amount }. They have until { $until }. Nothing has moved yet.
refund-ask = { $from } asks you to refund { $amount } of { $whole }. To refund it or say no, open { $link } by { $until }. Nothing has moved yet.
refund-declined = You have told { $from } that you do not refund { $amount }. Nothing has moved.
refund-not-given = { $to } does not want to refund you { $amount }. Nothing has moved. Write to { $to }, or ask the people who run this service.
refund-lapsed = { $to } has not answered in time whether to refund you { $amount }. Nothing has moved. You can ask again.
history-refund-in = { $at }: { $amount } refunded by { $who }
history-refund-out = { $at }: { $amount } refunded to { $who }
history-fee-back = { $at }: { $amount } in fees given back
status-refunded = { $amount } to { $to }: { $state ->
        [paid] { state-paid }
       *[other] { $state }
    }, { $refunded } of it refunded.
refused-refund_not_paid = Not refunded: this payment has not been paid yet. Nothing has moved. If it is yours, you can take it back: cancel
refused-refund_done = Not refunded: all of this payment has gone back already. Nothing has moved.
refused-refund_too_much = Not refunded: { $amount } is more than the { $left } that can still go back. Nothing has moved. Write a smaller amount.
refused-refund_currency = Not refunded: this payment was made in { $currency }. Nothing has moved. Write the amount in { $currency }.
refused-refund_asked = Not done: a refund of this payment is already asked for, until { $until }. Nothing has moved. Wait for the answer.
refused-refund_asks_many = Not done: { $limit ->
        [one] you may ask the same person for one refund a day.
       *[other] you may ask the same person for { $limit } refunds a day.
    } Nothing has moved. Ask again tomorrow.
refused-refund_not_asked = Not done: nobody is waiting for your answer about this payment. Nothing has moved.
page-refunded = { $refunded } refunded of { $amount }
page-refund = Refund
page-refund-title = You are refunding
page-refund-act = Refund it to { $to }
page-refund-do = Refund
page-refund-amount = Amount to refund
page-refund-amount-hint = At most { $left }. Write a number such as { $left }.
page-refund-amount-bad = This is not an amount in { $currency }. Nothing has moved. Write a number such as { $left }.
page-refund-fee = For all of it you get { $fee } of the fee back, for a part as much in proportion.
page-refund-asks = { $from } asks for { $amount } back. You can answer until { $until }.
page-refund-decline = Do not refund it
page-refund-over = There is nothing left to refund.
page-refund-ask = Ask for a refund
page-refund-ask-do = Ask
page-refund-ask-hint = { $to } can refund it or say no. Leave the amount as it is to ask for all of it.
page-refund-waits = { $to } is asked to refund { $amount }, until { $until }.
page-step-refunded = Refunded
page-step-refund-asked = Refund asked for
page-needs-refunds = Asked to refund
page-history-refund = Refund
page-history-fee-back = Fee given back

## Questions: what is not sure, and the message to copy ("…" is to be filled in)

suspicious_characters = Nothing has moved: this message has invisible characters or misleading letters, in the name or in the amount. Type it again by hand: { $write }
verb_missing = I am here, but I do not see what you want to do. Nothing has moved. To learn what I can do, write: { $name } #help
verb_unknown = I do not know { $heard }. Nothing has moved. Perhaps write: { $write }
order_unclear = I am not sure that this is an order. Nothing has moved. If it is, write: { $write }
verbs_several = I see several requests in this message. Nothing has moved. One at a time, for example: { $write }
amount_missing = The amount is missing. Nothing has moved. Fill it in: { $write }
amounts_several = I see several amounts: { $heard }. Nothing has moved. Keep only one: { $write }
amount_negative = The amount { $heard } has a minus before it. Nothing has moved. Write: { $write }
amount_ambiguous = { $kind ->
        [two] Did you mean { $more } or { $less }? Nothing has moved. For { $more }, write: { $write }
       *[other] I am not sure about the amount. Nothing has moved. Write a single number, no sums and no "about": { $write }
    }
currency_unknown = In "{ $heard }" I do not recognise the currency. Nothing has moved. Write for example: { $write }
currency_ambiguous = In "{ $heard }" I cannot tell which currency you mean. Nothing has moved. Write it out, for example: { $write }
currency_missing = { $heard }, but in which currency? Nothing has moved. Write for example: { $write }
amount_zero = The amount is zero. Nothing has moved. Fill it in: { $write }
amount_too_precise = The amount { $heard } has more decimals than its currency. Nothing has moved. Fill it in: { $write }
amount_too_large = The amount { $heard } is too large for me. Nothing has moved. Fill it in: { $write }
amount_too_small = The amount is too small to be shared like this: somebody would get nothing. Nothing has moved. Write a larger amount, like this: { $write }
recipient_missing = To whom? I see nobody right beside the amount or the verb. Nothing has moved. Fill it in: { $write }
recipients_several = I see several people: { $heard }. Nothing has moved. To choose one, name only that one; otherwise write: { $write }
shares_missing = Into how many shares? Nothing has moved. Fill it in: { $write }
what_missing = What is it about? Nothing has moved. Fill it in, or reply to the message in question: { $write }
direct_only = That is said in a direct message, where I asked you the question. Nothing has moved. Write to me: { $write }

## Asking, sharing and silence

request-sent = Asked: { $amount } of { $to }. It waits until { $until }. To take it back, write: cancel. See it: { $link }
request-sent-each = Asked: { $amount } of each of { $to }, { $total } in all. It waits until { $until }. To take it back, write: cancel. See who has paid: { $link }
split-sent = { $kind ->
        [even] Shared: { $total } between you and { $to }, { $least } each.
       *[uneven] Shared: { $total } between you and { $to }, { $most } or { $least } each, you { $least }.
    } They are asked for their part until { $until }. See who has paid: { $link }
split-sent-without = { $kind ->
        [even] Shared: { $total } between { $to }, { $least } each.
       *[uneven] Shared: { $total } between { $to }, { $most } or { $least } each.
    } They are asked for their part until { $until }. See who has paid: { $link }
request-received = { $from } asks you for { $amount }. Nothing moves unless you say so. Pay or decline by { $until }: { $link }
request-received-memo = { $from } asks you for { $amount }: { $memo }. Nothing moves unless you say so. Pay or decline by { $until }: { $link }
split-received = { $from } shares { $total }. Your part is { $amount }. Nothing moves unless you say so. Pay or decline by { $until }: { $link }
split-received-memo = { $from } shares { $total }: { $memo }. Your part is { $amount }. Nothing moves unless you say so. Pay or decline by { $until }: { $link }
request-reminder = A reminder: { $from } asks you for { $amount }. Pay or decline by { $until }: { $link }
request-reminded = Reminded: { $to }, of { $amount }.
request-declined = Declined: you do not pay { $to } the { $amount }. Nothing has moved.
request-refused = { $who } does not pay the { $amount } you asked for. Nothing has moved. See the request: { $link }
request-withdrawn = Taken back: you no longer ask { $to } for { $amount }. Nothing has moved.
request-withdrawn-by = { $from } no longer asks you for { $amount }. There is nothing for you to do.
request-expired = Nobody answered in time: { $amount } that you asked of { $to }. Nothing has moved. You can ask again.
request-lapsed = The time to pay { $from } the { $amount } they asked you for has passed. Nothing has moved.
request-complete = { $count ->
        [one] One person has paid their part
       *[other] All { $count } have paid their part
    }, { $total } in all: { $link }
request-status = { $from } asks { $to } for { $amount }: { $state ->
        [open] { request-state-open }
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }.
split-status = { $count ->
        [0] { $paid } of { $asked } is paid, and nobody is being waited for.
        [one] { $paid } of { $asked } is paid, one person has not answered.
       *[other] { $paid } of { $asked } is paid, { $count } people have not answered.
    } See who: { $link }
request-state-open = waiting for an answer
request-state-paid = paid
request-state-declined = declined
request-state-withdrawn = taken back
request-state-expired = over
stopped = From now on I write to you here only when you write to me, when you must decide about your own money, or to keep your account safe. To hear from me again, switch my messages on here: { $link }

refused-asked_unknown = Not asked: { $to } has no account here. Nothing has moved. Ask { $to } to sign in once, or ask somebody else.
refused-asked_unavailable = Not asked: { $to } cannot be asked for money at the moment. Nothing has moved. Ask { $to } directly.
refused-not_a_person = Not asked: { $to } is not a person, and only people can be asked for money here. Nothing has moved. Write to { $to } directly.
refused-requests_open = Not asked: you can have { $limit ->
        [one] one request
       *[other] { $limit } requests
    } open at once. Nothing has moved. Take one back, or wait for an answer.
refused-requests_open_to = Not asked: { $limit ->
        [one] one request of yours to { $to } is open already.
       *[other] { $limit } requests of yours to { $to } are open already.
    } Nothing has moved. Wait for an answer, or take one back.
refused-requests_today = Not asked: you have asked { $to } often enough today. You can ask { $limit ->
        [one] once
       *[other] { $limit } times
    } within 24 hours. Nothing has moved. Try again tomorrow.
refused-request_ended = Not done: this request has already ended. It is { $state ->
        [paid] { request-state-paid }
        [declined] { request-state-declined }
        [withdrawn] { request-state-withdrawn }
        [expired] { request-state-expired }
       *[other] { $state }
    }. Nothing has moved.
refused-reminded_enough = Not reminded: you can remind { $limit ->
        [one] once
       *[other] { $limit } times
    }, and you have. Nothing has moved. Ask them directly.
refused-suspense_unknown = There is no such money without owner. Nothing has moved. Look at the list of what waits.
refused-suspense_ended = This money waits no longer: it was matched or sent back before. Nothing more has moved. Look below the list to see what became of it.
refused-reminded_lately = Not reminded: it is too soon. Nothing has moved. You can remind again after { $next }.

## Asking, sharing and silence, on the pages

page-state-open = Waiting for an answer
page-state-withdrawn = Taken back
page-needs-requests = Asked of you
page-needs-asking = What you have asked for
page-request = Request
page-request-title = { $from } asks you for
page-request-asked = Asked for
page-request-shared = Shared
page-request-by = Asked by
page-request-of = Asked of
page-request-own = Your own part
page-request-paid = Paid so far
page-request-decline = Decline
page-request-withdraw = Take it back
page-request-remind = Remind who has not answered
page-request-reminded = Reminded, the last time
page-request-block = No more requests from { $who }
page-request-block-how = { $who } is not told. Their requests no longer reach you, and this one is put away.
page-request-blocked = Requests from { $who } do not reach you. They are not told.
page-request-unblock = Let requests from { $who } through again
page-request-payment = See the payment
page-request-ended = { $state ->
        [paid] You have paid this.
        [declined] You declined this. Nothing has moved.
        [withdrawn] { $from } has taken this back. Nothing has moved.
        [expired] The time to pay this has passed. Nothing has moved.
       *[other] This can no longer be paid. Nothing has moved.
    }
page-payment-request = See the request
page-quiet = Messages from Obole
page-quiet-on = You hear from me when money arrives, when somebody asks you for money, and when you write to me.
page-quiet-off = You hear from me only when you write to me, when you must decide about your own money, and to keep your account safe.
page-quiet-stop = Answer me only
page-quiet-start = Write to me again
page-blocked = Requests you keep away
page-blocked-why = These people cannot reach you with requests for money. They are not told.

## Programs

page-programs = Programs
page-programs-why = Programs that act for you, and programs that are told what happens to your payments.
page-programs-service = of this service
page-keys = Keys
page-keys-none = No program acts for you.
page-key-used = Last used
page-key-unused = Never used
page-key-over = No longer works
page-key-revoke = Take back
page-webhooks = Programs that are told
page-webhooks-none = No program is told what happens to your payments.
page-webhook = Program that is told
page-webhook-quiet = It has been told nothing yet.
page-webhook-no-dead = Everything has arrived or is still being tried.
page-webhook-dead = What never arrived
page-event-is = { $state ->
        [delivered] Arrived
        [failing] Being tried
       *[dead] Never arrived
    }
page-event-tries = { $count ->
        [one] one try
       *[other] { $count } tries
    }
page-event-again = Send again

## Scheduled payments

sent-scheduled = Scheduled payment made: { $amount } to { $to }. You have { $left } left.
schedule-approve = { $rhythm ->
        [weekly] { $amount } to { $to } every week, first on { $first },
        [monthly] { $amount } to { $to } on day { $day } of every month, first on { $first },
       *[once] { $amount } to { $to } on { $first }
    } needs your approval. Open { $link } by { $until }. Nothing has moved yet.
schedule-set = { $rhythm ->
        [weekly] Set up: { $amount } to { $to } every week, first on { $first }.
        [monthly] Set up: { $amount } to { $to } on day { $day } of every month, first on { $first }.
       *[once] Set up: { $amount } to { $to } on { $first }.
    } You will not be asked for your PIN again. To pause or end it: { $link }
schedule-expired = Not set up: the time to approve { $amount } to { $to } has passed. Nothing has moved. You can set it up again.
schedule-retry = This was your scheduled payment of { $amount } to { $to }. It is tried a second time on { $next }.
schedule-skipped = Your scheduled payment of { $amount } to { $to } could not be made the second time either, and is left out. The money is still yours.
schedule-missed = { $count ->
        [one] One scheduled payment of { $amount } to { $to } fell due while this service was off. It is not made up for: the money is still yours.
       *[other] { $count } scheduled payments of { $amount } to { $to } fell due while this service was off. They are not made up for: the money is still yours.
    }
schedule-paused = Your scheduled payments of { $amount } to { $to } are paused, because today’s could not be made. The money is still yours. To resume or end them: { $link }
schedule-ended = { $count ->
        [0] Your scheduled payments of { $amount } to { $to } are over. None was made.
        [one] Your scheduled payments of { $amount } to { $to } are over. One was made.
       *[other] Your scheduled payments of { $amount } to { $to } are over. { $count } were made.
    }
schedule-withdrawn = Ended: no more scheduled payments of { $amount } to { $to }. The money is still yours.
schedule-state-asked = waiting for your approval
schedule-state-active = active
schedule-state-paused = paused
schedule-state-ended = over
schedule-state-withdrawn = ended
schedule-state-expired = expired
refused-payee_unknown = Not set up: { $to } has no account here. Nothing has moved. Ask { $to } to sign in once, or choose somebody else.
refused-dates_bad = Not set up: the first day must lie ahead, within ten years, and the last day cannot come before it. Nothing has moved. Choose other days.
refused-schedules_open = Not set up: you already have { $limit } scheduled payments. Nothing has moved. End one of them first.
refused-schedule_state = Not done: the state of this scheduled payment does not allow it ({ $state ->
        [asked] { schedule-state-asked }
        [active] { schedule-state-active }
        [paused] { schedule-state-paused }
        [ended] { schedule-state-ended }
        [withdrawn] { schedule-state-withdrawn }
        [expired] { schedule-state-expired }
       *[other] { $state }
    }). Nothing has moved.
page-schedules = Scheduled payments
page-schedules-why = A payment on a later day, or one that comes back every week or month. You approve once; then it is made at 9 in the morning, by itself.
page-schedules-mine = Yours
page-schedules-empty = None yet. Fill in the form below to set one up.
page-schedules-older = See older ones
page-schedules-new = Schedule a payment
page-schedules-first = First day
page-schedules-rhythm = How often
page-schedules-once = Once
page-schedules-weekly = Every week
page-schedules-monthly = Every month
page-schedules-day = Day of the month
page-schedules-day-how = For every month only; without it, that of the first day. A month that is too short pays on its last day.
page-schedules-last = Last day, if there is one
page-schedules-times = Number of payments, if there is one
page-schedules-next = Go on to the approval
page-schedules-incomplete = Something is missing: whom, how much, or the first day. Nothing has moved. Complete the form.
page-schedule = Scheduled payment
page-schedule-how = When
page-schedule-once = Once, on { $first }
page-schedule-weekly = Every week, from { $first }
page-schedule-monthly = Every month on day { $day }, from { $first }
page-schedule-until = Until
page-schedule-times = At most
page-schedule-times-count = { $count ->
        [one] one payment
       *[other] { $count } payments
    }
page-schedule-next = Next payment
page-schedule-retry = Second try
page-schedule-made = Made
page-schedule-runs = What happened
page-schedule-runs-empty = Nothing yet.
page-schedule-run-paid = Paid
page-schedule-run-skipped = Refused
page-schedule-run-missed = Not made up for
page-schedule-pause = Pause
page-schedule-resume = Resume
page-schedule-withdraw = End it
page-schedule-paused = Nothing is paid while it is paused, and nothing is made up for.
page-schedule-title = You schedule
page-schedule-act = Schedule { $amount } to { $to }
page-schedule-article = Your approval stands for all of these payments, of this amount to this person. You can pause or end them at any time.
page-schedule-decline = Do not schedule it
page-schedule-stands = There is nothing left to approve here. The money is still yours.
page-state-active = Active
page-state-paused = Paused
page-state-ended = Over
page-payment-schedule = See the scheduled payment
page-pay-later = Schedule a payment

## A charity's drive

page-drive-given = Given so far
page-drive-gifts = { $count ->
        [one] one gift
       *[other] { $shown } gifts
    }
page-drive-today = { $amount } today ({ $shown })
page-drive-none = Nothing was given yet. The first gift appears here at once.
page-drive-latest = Latest public gifts
page-drive-give = Give to { $who }
page-drive-since = Counted since { $since }, less what was given back.
page-drive-private = Gifts by direct message are counted and never named.

## Everything about oneself

page-archive = What is kept about you
page-archive-why = Your name, money, payments, messages and sessions, in one file for programs. It has no secret of yours or of others.
page-archive-get = Download everything about me
