# Somebody without account is told so once they order something; what is not for us stays unanswered.
zoe> @obole #envoyer 5€ @bob
obole to stranger zoe> refused-member_unknown
zoe> bonjour
answer> nothing
zoe direct>
obole to stranger zoe> refused-member_unknown
bob> bonjour alice
answer> nothing
bob> @obole
obole public> look-public
obole to bob> verb_missing name=@obole verb= heard= write=@obole #… kind=one
bob> @obole fais quelque chose
obole public> look-public
obole to bob> verb_missing name=@obole verb= heard= write=@obole #… kind=one
