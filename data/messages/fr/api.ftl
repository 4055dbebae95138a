### Problems of the API.

problem-unauthorized = Cette adresse demande un jeton
problem-too-many-requests = Trop de requêtes en une minute
problem-not-ready = Le service ne prend plus de nouvelles requêtes
problem-busy = Le service est occupé
problem-incomplete = Il manque au brouillon une mention nécessaire
problem-not-acceptable = Aucun des types acceptés ne peut être écrit
problem-invalid-json = Le corps n’est pas du JSON valide
problem-invalid-parameter = Un paramètre est inutilisable
problem-not-found = Il n’y a rien à cette adresse
problem-unknown-name = Aucun enregistrement de ce nom
problem-method-not-allowed = Cette adresse n’accepte pas cette méthode
problem-timeout = La requête a pris trop de temps
problem-body-too-large = Le corps est trop grand
problem-unsupported-media-type = Le corps n’est pas envoyé en JSON
problem-invalid-input = Les données sont inutilisables
problem-not-covered = Ce jour ou ce lieu n’est pas couvert
problem-bad-request = La requête est illisible
problem-internal = Une erreur est survenue de notre côté

api-several-faults = { $n } erreurs ; voir « errors »
api-busy = trop de travaux lourds à la fois ; réessayez dans { $seconds } s
api-not-made = la réponse n’a pas pu être établie ; le journal en dit la raison sous ce numéro de requête

api-body-may-hold-bytes-most = le corps peut compter { $max_ad_body } octets au plus
api-accept-one = acceptez l’un de ces types : { $offered }
api-address-asks-token-send = cette adresse demande un jeton : envoyez `authorization: Bearer …` avec celui que l’exploitant vous a donné
api-given-twice-keep-one = `{ $name }` est donné deux fois ; gardez-en un
api-lang = lang : { $error }
api-write-day-yyyy-mm-dd = as_of : écrivez la date AAAA-MM-JJ, par exemple 2026-11-21
api-send-body-content-type-application = envoyez le corps en `content-type: application/json`, non en `{ $given }`
api-roles = roles : { $error }
api-layer = layer : { $error }
api-offer-write-whole-amount-year = offer : écrivez un montant annuel entier, par exemple 38000
api-documentation-could-written = la documentation n’a pas pu être écrite
api-service-about-stop-ask-another = le service va s’arrêter ; adressez-vous à un autre
api-address-api-see-docs = `{ $path }` n’est pas une adresse de cette API ; voir /docs
api-address-takes-another-method-allow = cette adresse demande une autre méthode ; l’en-tête `allow` la nomme, voir /docs
api-address-answers-accept = cette adresse répond en { $essence } ; acceptez ce type, ou `*/*`
api-answer-larger-than-any-should = la réponse est plus grande qu’elle ne devrait l’être
api-send-exactly-one-host-header = envoyez un seul en-tête `host`, avec le nom ou l’adresse de ce service
api-more-than-requests-minute-try = plus de { $a_minute } requêtes par minute ; réessayez dans { $wait } s
api-request-could-answered-log-has = la requête n’a pas pu recevoir de réponse ; le journal en dit la raison sous ce numéro de requête
api-request-took-too-long-try = la requête a pris trop de temps ; réessayez, ou envoyez moins

api-send-json-or-file = envoyez du JSON ou le fichier lui-même ({ $known }), non `{ $given }`
api-unknown-choice = { $name } : « { $given } » est inconnu (valeurs acceptées : { $accepted })
api-limit = limit : écrivez un nombre entier de 1 à { $most }
