# Ce que dit `rolecall market` : les comptes pendant la lecture, puis le rapport de ses chiffres.

market-headline = { $job }, { $country } : la moitié des salaires affichés va de { $low } à { $high } brut par an, la médiane est de { $median } ({ $bands } fourchettes de { $employers } employeurs).
market-nothing = { $ads } annonces ne suffisent à publier aucun chiffre : trop peu de fourchettes ou d’employeurs.
market-read = { $ads } annonces lues ; { $printed } chiffres sur { $all } reposent sur assez de fourchettes et d’employeurs pour être publiés.
market-posted-is-not-hired = Un salaire affiché n’est pas un salaire d’embauche : certains sont recrutés au-dessus, et les annonces muettes paient peut-être autrement.
market-observed = { $ads } annonces lues, dont { $roles } pour ces métiers ; { $priced } sur l’ensemble donnent un salaire utilisable
market-observed-unread = { $n ->
    [one] { $n } ligne non lue : { $reasons }
   *[other] { $n } lignes non lues : { $reasons }
}
market-no-salt = Les employeurs sont hachés sans sel : qui détient les relevés peut essayer des noms. Indiquez --salt-file.
market-stopped = { $file } : { $reason } ; ce qui a été lu avant est gardé
market-built = Surcouche écrite dans { $folder } : utilisez-la avec --data-dir { $folder }
market-map-unknown = --map : { $field } n’est pas un champ ; écrivez CHAMP=CHEMIN avec l’un de ceux-ci : { $fields }
market-name-unusable = --name : { $name } n’est pas un identifiant ; lettres minuscules, chiffres et tirets seulement
market-progress = { $ads } annonces, { $rate } par seconde
market-salt-empty = { $file } : le sel est vide
market-incomplete = certains fichiers n’ont pas pu être lus, ou pas jusqu’au bout
market-own-band = D’après les annonces ({ $publisher }) : de { $low } à { $high }, médiane { $median }.
market-own-too-few = Les annonces ({ $publisher }) ne suffisent pas pour une fourchette.
market-published-band = D’après les chiffres publiés : de { $low } à { $high }, médiane { $median }.
market-published-too-few = Les chiffres publiés ne suffisent pas pour une fourchette.
market-observe-format = --format : les relevés s’écrivent en jsonl ou en csv
market-merge-format = --format : les comptes s’écrivent en jsonl
market-no-records = ce ne sont pas des relevés ; faites-en avec rolecall market observe
market-figure-note = { $ads } annonces, { $bands } fourchettes de { $employers } employeurs ; médiane entre { $low } et { $high } ({ $coverage } %)
market-source-title = Salaires relevés dans des offres d’emploi, { $window }
market-source-window = du { $from } au { $to }
market-source-undated = sans date
market-source-covers = Salaires affichés, calculés sur { $ads } annonces ({ $window }).
market-source-licence = calculé par rolecall à partir des annonces de son utilisateur ; aucune annonce n’est conservée
market-source-note = Un salaire affiché n’est pas un salaire d’embauche.
market-growth-population = offres d’emploi de ces métiers
market-growth-note = Médiane de { $growths } hausses, sur { $ads } annonces.
market-partial-broken = des comptes de rolecall market merge sont incomplets ou d’une autre version de rolecall : refaites-les à partir des relevés
market-name-taken = --name : { $name } est l’identifiant d’une source de rolecall ; choisissez-en un autre
