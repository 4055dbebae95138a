### What the command line says beside its answers.

cli-draft-lacks = il manque au brouillon :
cli-format-draft-written-md-html = --format : un brouillon s’écrit en md, html, docx, jsonld ou json
cli-mission-role-serves-these-goals = Aucune mission de ce rôle ne sert ces objectifs : { $list } (voir `rolecall recommend`)
cli-complete = À compléter :
cli-note-terminal-so-question-asked = remarque : pas de terminal, aucune question n’est posée
cli-nothing-go-give-stage-goal = rien à examiner : donnez --stage et --goal, ou --profile FICHIER, ou lancez la commande sur un terminal (voir « rolecall recommend --help »)
cli-files-written-keep-those-change = { $count } fichiers écrits dans { $folder } ; gardez ceux que vous changez, puis « rolecall check --data-dir { $folder } »
cli-name-must-end-csv-xlsx = { $file } : le nom doit finir par .csv ou .xlsx
cli-bands-written = { $count } fourchettes écrites dans { $file }
cli-safe-replacements = { $made ->
    [one] { $made } remplacement sûr
   *[other] { $made } remplacements sûrs
}
cli-several-files-choose-format-text = plusieurs fichiers : choisissez --format text, jsonl ou sarif, sans --rewrite
cli-files-could-read = { $failed ->
    [one] { $failed } fichier sur { $total } n’a pas pu être lu
   *[other] { $failed } fichiers sur { $total } n’ont pas pu être lus
}
cli-against-write-field-value-example = --against { $pair } : écrivez champ=valeur, par exemple amount=28000
cli-against-given-twice-only-one = --against : « { $name } » est donné deux fois ; une seule autre offre peut être comparée
cli-question-incomplete-wrong = la question est incomplète ou fausse :
cli-format-command-writes = --format { $name } : cette commande n’écrit que { $list }
cli-put-token-there-unset-serve = { $name } : { $what } ; donnez-y un jeton, ou retirez { $given_by } pour servir sans jeton
cli-token-file-token-file-hold = { $token_variable } et le fichier du jeton (--token-file, { $file_variable }) se contredisent ; n’en gardez qu’un
interview-few-questions-most-useful-first = Quelques questions, les plus utiles d’abord. À tout moment : ? pourquoi cette question, r retour, p passer, q quitter.
interview-first-question = C’est la première question.
interview-answer-needed-choose-what-comes = Cette réponse est nécessaire : choisissez ce qui s’en approche le plus.
interview-number = Numéro :
interview-numbers-separated-spaces-after = Numéros, séparés par des espaces (un « - » après le numéro : objectif secondaire) :
interview-count = Nombre :
interview-i-did-understand-answer-number = Je n’ai pas compris ; répondez par un nombre de la liste.
interview-i-did-understand-0-nobody = Je n’ai pas compris ; 0 si personne ou rien.
interview-answer-why-b-back-s = (répondez, ou : ? pourquoi, r retour, p passer, q quitter)

cli-error = erreur : { $reason }
cli-data-unusable = les données ne peuvent pas être utilisées : { $errors }
cli-interview-left = entretien quitté sans réponse
cli-place-and-fault = { $place } : { $fault }
cli-note = remarque : { $note }
cli-file-not-utf8 = { $file } : ce n’est pas de l’UTF-8 ; enregistrez le fichier en UTF-8
cli-file-exists = { $file } : il existe déjà ; ajoutez --force pour le remplacer
token-empty = il n’y a pas de jeton
token-not-utf8 = le jeton n’est pas en UTF-8
token-guessable = un jeton compte au moins { $least } signes ASCII visibles, sans espace
token-unreadable = lecture impossible ({ $error })
cli-check-no-findings = données { $version } : aucune anomalie
cli-check-findings = { $n ->
    [one] { $n } anomalie
   *[other] { $n } anomalies
}
interview-so-far = Première réponse : { $answer } ({ $n ->
    [1] une question peut encore la changer
   *[other] { $n } questions peuvent encore la changer
}.)
interview-field = { $label } :
interview-field-yes-no = { $label } (o/n) :
cli-baseline-unusable = fichier de référence { $file } : { $reason } ; réécrivez-le avec --write-baseline
cli-baseline-written = constats écrits dans { $file } : { $n }
cli-baseline-counted = Par rapport à { $file } : { $known } connus, { $new } nouveaux
cli-health-ready = Le service est prêt.
cli-health-not-ready = { $place } répond { $status } : pas prêt.
cli-health-nobody = Personne ne répond à { $place } : { $error }.
