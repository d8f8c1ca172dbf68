# The same to each, in English and in few words.
alice> @obole #send 5EUR each @bob @carol
ledger>
