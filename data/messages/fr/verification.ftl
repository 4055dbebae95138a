### What `rolecall rules check` finds wrong with rules.

rules-rule-force-from = aucune règle n’est en vigueur à partir du { $from }
rules-rules-ask-about-too-many = les règles interrogent trop d’objectifs un à un pour être vérifiées exactement ; regroupez leurs conditions
rules-rule-reads-goal-add-rule = aucune règle ne lit cet objectif ; ajoutez une règle de besoin
rules-goal-belongs-another-profession-but = l’objectif « { $id } » revient à un autre métier, mais aucun métier ne s’en charge ; ajoutez une tâche dans professions.toml
rules-answer-depends-order-rules-files = la réponse dépend de l’ordre des règles dans les fichiers
rules-input-leads-verdict = aucune entrée ne mène à ce verdict
rules-adding-goal-making-primary-moves = ajouter l’objectif « { $id } » (ou le rendre prioritaire) fait passer le verdict de { $from } à { $to }, à l’opposé du métier qu’il favorise
rules-goal-never-changes-verdict = l’objectif « { $id } » ne change jamais le verdict
rules-without-answer-would-change-remove = sans elle, aucune réponse ne changerait ; supprimez-la ou changez son facteur
rules-rule-leads-arrangement = aucune règle ne mène à cette organisation
rules-possible-input-meets-its-conditions = aucune entrée possible ne remplit ses conditions
rules-layer-leaves-cases-without-rule = la couche { $layer } laisse { $count } cas sans règle ; ajoutez-en une qui couvre le témoin
rules-repeats-rule-same-conditions-same = répète la règle « { $twin } » : mêmes conditions, même effet ; supprimez l’une des deux
rules-without-answer-would-change-remove-2 = sans elle, aucune réponse ne changerait ; supprimez-la ou précisez-la
rules-never-decides-earlier-rule-covers = ne décide jamais : la règle « { $cover } », qui passe avant, couvre tous ses cas
rules-never-decides-earlier-rules = ne décide jamais : les règles { $names } couvrent ensemble tous ses cas
rules-has-same-priority-another-effect = a la même priorité que « { $loser } » et un autre effet sur des cas communs ; donnez-leur des priorités différentes
rules-contradicts-cases-without-saying = contredit « { $loser } » sur { $count } cas sans dire pourquoi ; ajoutez un [[rule.overrides]] avec la raison
rules-claims-override-which-shares-case = dit passer outre « { $rule } », qui n’a aucun cas commun après elle ; retirez cette mention

rules-teams-jump = à { $hours } heures de « { $task } », les équipes { $what ->
    [lost] perdent des heures
   *[jump] ajoutent plus d’un manager, ou en retirent un, pour une demi-heure de plus
} ; revoir work.toml ou les arrangements
rules-goal-read-twice = { $code ->
    [duplicate] répète
   *[contradiction] contredit
} « { $rule } » : l’objectif « { $goal } » n’est lu que par une règle, pour que les citations n’en multiplient pas le poids
rules-case-not-applied = la règle ne s’applique pas
rules-case-expected = { $name } attendu { $wanted }, obtenu { $got }
rules-case-failed = exemple { $n } : { $reason }
