### What is wrong with an input, and how to mend it.

## What several faults say

unknown-value = { $what ->
    [presence-stage] stade de présence inconnu
    [market] marché inconnu
    [level] niveau inconnu
    [community] communauté inconnue
    [period] période inconnue
    [kind-of-employer] type d’employeur inconnu
    [language] langue inconnue
    [format] format inconnu
    [contract] contrat inconnu
    [tone] ton inconnu
    [form-of-address] forme d’adresse inconnue
    [language-level] niveau inconnu
    [reader-of-an-audit] lecteur inconnu
    [priority] priorité inconnue
    [role] rôle inconnu
    [field] champ inconnu
    [question] question inconnue
    [task] tâche inconnue
    [mission] mission inconnue
    [goal] objectif inconnu
    [rule] règle inconnue
    [layer] couche inconnue
    [form-of-a-text] forme de texte inconnue
    [pay] salaire inconnu
    [city] ville inconnue
    [parameter] paramètre inconnu
   *[other] { $thing } : valeur inconnue
} : « { $given } »{ $guessed ->
    [yes] { " " }; vouliez-vous dire « { $guess } » ?
   *[no] { "" }
}{ $listed ->
    [yes] { " " }(valeurs acceptées : { $accepted })
   *[no] { "" }
}
fault-other-than-asked = attendu : { $asks } ; reçu : { $given }
as-typed = « { $text } »
kind-of-value = { $kind ->
    [null] null
    [boolean] un booléen
    [number] un nombre
    [text] un texte
    [list] une liste
   *[object] un objet
}
fault-two-readings = « { $given } » se lit { $grouped } ou { $decimal } : écrivez { $first } ou { $second }
fault-other-currency = nous n’avons pas pu lire ce montant : écrivez-le seul, en chiffres, dans la monnaie du lieu
fault-unknown-code = { $standard ->
    [country] pays inconnu
    [region] région inconnue
   *[currency] devise inconnue
} : « { $given } »{ $guessed ->
    [yes] { " " }; vouliez-vous dire « { $guess } » ?
   *[no] { "" }
} (code { $standard ->
    [country] ISO 3166-1 alpha-2, par exemple FR, DE, US
    [region] ISO 3166-2, par exemple FR-IDF, DE-BE, US-TX
   *[currency] ISO 4217, par exemple EUR, USD
})
fault-region-elsewhere = la région { $region } se trouve dans le pays { $lies_in }, pas dans { $given }
fault-unknown-city = nous ne connaissons pas la ville « { $given } »{ $guessed ->
    [yes] { " " }; vouliez-vous dire « { $guess } » ?
   *[no] .
} Choisissez une ville proche, ou n’en donnez pas.
fault-shared-city = plusieurs lieux s’appellent { $city } : { $regions } ; indiquez aussi le pays ou la région
fault-city-elsewhere = { $city } se trouve dans { $lies_in }, pas dans { $given } ; gardez l’une des deux indications
fault-more = { $n } autres erreurs ne sont pas listées ; corrigez d’abord celles-ci
asks-any-number = un nombre
asks-number = un nombre de { $from } à { $to }
asks-share = une part d’un temps plein de { $from } à { $to }, par exemple 0,8 pour 80 %
asks-whole-number = un nombre entier de { $from } à { $to }
asks-object = un objet
asks-text = un texte
asks-true-or-false = true ou false
asks-true-false-or-object = true, false ou un objet
asks-region-code = un code de région
asks-goals = une liste d’objectifs
asks-list = une liste
asks-goal = un objectif
fault-one-of = indiquez l’un de ces montants : { $names } ou { $last }
fault-only-one-of = ne donnez qu’un de ces montants : { $names } ou { $last }

## One fault each

fault-hours-half-hour-such-17 = des heures à la demi-heure près, par exemple 17.5
fault-years-experience-make-level-keep = le nombre d’années d’expérience ({ $years }) donne le niveau { $chosen }, pas { $level } ; gardez l’une des deux indications
fault-most-regions = au plus { $most_regions } régions
fault-online-community-work-community = seul un community manager, ou une personne qui tient les deux rôles, s’occupe d’une communauté en ligne ; retirez cette valeur
fault-most-characters = au plus { $longest } signes
fault-must-begin-https = doit commencer par https://
fault-write-date-yyyy-mm-dd = écrivez la date AAAA-MM-JJ, par exemple 2027-01-04
fault-most-items = au plus { $most } éléments
fault-pay-known-give-amount-exchange = les salaires de { $country } sont connus en { $expected }, pas en { $code } ; donnez le montant en { $expected }, ou le taux de change (rate : combien de { $expected } pour 1 { $code })
fault-offer-already-currency-pay-leave = l’offre est déjà en { $expected }, la monnaie des salaires de { $country } ; retirez le taux
fault-number-payments-makes-sense-period = un nombre de mensualités n’a de sens qu’avec la période month
fault-name-least-one-field-differs = indiquez au moins un champ qui diffère, par exemple amount
fault-holds-france-only-leave-out = ne vaut que pour la France, pas pour { $country } ; retirez cette valeur
fault-no-agreements-there = nous ne connaissons pas de conventions collectives pour { $country } ; retirez cette valeur
fault-must-lie-after-date-publication = doit suivre la date de publication
fault-permanent-contract-has-length = un CDI n’a pas de durée ; retirez-la ou changez de contrat
fault-post-fully-remote-keep-one = le poste est entièrement en télétravail ; gardez l’une des deux indications
fault-give-fixed-amount-amount-range = donnez un montant fixe (amount) ou une fourchette (min, max), pas les deux
fault-min-above-max = min dépasse max
fault-write-task-its-hours-such = écrivez la tâche et ses heures, par exemple « answering: 12.5 »
fault-hours-go-from-0-5 = les heures vont de 0,5 à 168 par semaine
fault-task-given-twice = vous donnez deux fois la tâche « { $task } »
fault-posts-all-fewer-than-given = { $all } publications en tout, c’est moins que les { $by_kind } du détail par type ; corrigez l’un des deux
fault-give-country-example-fr = indiquez le pays, par exemple FR
fault-list-goals-empty-name-least = la liste des objectifs est vide ; indiquez-en au moins un (voir « rolecall goals » ou GET /v1/goals)
fault-give-min-max-both-amount = donnez min, max ou les deux, ou amount
fault-expected-list-1-profiles-got = attendu : une liste de 1 à { $most_profiles } profils ; reçu : { $given }
fault-id-list-give-last-item = « { $given } » n’est pas un identifiant de cette liste ; donnez celui du dernier élément reçu
fault-cost-parameters-countries-covered = nous n’avons aucun paramètre de coût pour { $country } ; pays couverts : { $covered }
fault-employees-contributions-known-here = nous ne connaissons pas les cotisations salariales de { $country } : donnez le brut (gross) ou un budget (budget)
fault-budget-does-pay-any-salary = ce budget ne paie aucun salaire ; donnez le budget d’une année
fault-parameters-begin-ask-day-later = les paramètres de { $country } commencent le { $from } ; demandez une date à partir de ce jour
fault-parameters-verified-until-used = les paramètres de { $country } sont vérifiés jusqu’au { $verified_until } et servent au plus tard jusqu’au { $answered_until } ; demandez une date plus proche ou mettez les données à jour

fault-day-not-covered = aucune règle pour le { $as_of } : les données { $version } commencent le { $from }

fault-implausible-pay = { $amount } { $unit }, ce n’est pas un salaire pour ce travail : vérifiez le montant, la période et les heures
fault-required-by-law = { $what } ({ $laws })
fault-as-told = { $text }
fault-unknown-agreement = nous ne connaissons pas la convention { $idcc }. Les { $n } connues : { $list }
semicolon-between = { " " };{ " " }
damage-malformed = il est abîmé ({ $reason })
damage-encrypted = il est protégé par un mot de passe
damage-too-slow = sa lecture prend trop de temps
damage-too-large = sa lecture demande trop de mémoire
damage-fatal = sa structure est incohérente
damage-unsupported = son texte se mêle à des codes de mise en forme
intake-too-large = fichier de plus de { $most } Mo ; envoyez le texte d’une seule annonce
intake-too-long = texte de plus de { $most } ko ; envoyez une seule annonce
intake-not-utf8 = ce n’est plus de l’UTF-8 à partir de la ligne { $line } ; enregistrez le fichier en UTF-8
intake-not-text = ce n’est pas du texte ; envoyez l’annonce en texte, Markdown, HTML, DOCX ou PDF
intake-damaged = le document { $form } est illisible : { $damage } ; enregistrez-le de nouveau, ou collez son texte
intake-empty = aucun texte dans ce fichier ; une page numérisée n’en a pas : collez le texte
intake-not-rewritten = --rewrite ne change que du texte et du Markdown, non du { $form } ; collez son texte
intake-no-reader = le programme qui lit les documents ne démarre pas : { $reason } ; collez le texte
intake-abandoned = la lecture a été abandonnée ; envoyez moins de texte
intake-no-reader-outside = nous ne pouvons pas lire les documents pour le moment ; collez le texte
fault-share-of-nobody = dites de combien de personnes : les community managers ou social media managers en poste
asks-number-alone = le nombre seul, sans la période ({ $asks })
json-cut-short = le JSON s’arrête trop tôt : une accolade, un crochet ou un guillemet n’est pas fermé
json-unexpected = « { $found } » n’a pas sa place ici : vérifiez les virgules, les guillemets et les crochets qui précèdent
json-control = un caractère de contrôle n’a pas sa place ici : écrivez-le sous la forme \u suivie de quatre chiffres
json-broken = ce n’est pas du JSON valide : vérifiez les virgules, les guillemets et les crochets qui précèdent
json-too-deep = plus de { $n } listes et objets sont imbriqués
json-field-twice = le champ « { $key } » est écrit deux fois : gardez-en un
json-invalid = ce n’est pas du JSON valide, ligne { $line }, colonne { $column } : { $reason }
file-too-large = { $file } : plus de { $most } octets
posting-missing = manque
posting-as-title = identique au titre
posting-no-date = n’est pas une date ISO 8601
posting-not-after = n’est pas après datePosted
posting-only-telecommute = seule la valeur TELECOMMUTE existe
posting-missing-not-remote = manque, alors que le travail n’est pas à distance
posting-no-country = addressCountry manque
posting-missing-remote = manque à côté de TELECOMMUTE
posting-unknown-value = valeur inconnue
posting-no-currency = la devise manque
posting-no-unit = unitText manque
posting-no-value = ni valeur ni fourchette
posting-min-above-max = minValue dépasse maxValue, ou vaut 0
posting-never-in-ad = jamais dans l’annonce d’un employeur
posting-long-title = plus de 80 caractères
posting-fault = JobPosting.{ $property } : { $reason }
