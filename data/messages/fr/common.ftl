### Words and sentences that reports, pages and drafts share.

## Several templates

semicolon = { " ;" }
colon = { " :" }
percent = { $n } %
common-conditions = Conditions
common-month = Par mois
common-level = Niveau
common-place = Lieu
term-secondary = secondaire
term-yes = oui
term-no = non
term-insufficient = insuffisante
term-year = par an
common-sources = Sources
common-skills-they-share = Compétences communes
common-where-sources-disagree = Désaccords entre les sources
common-no-source = aucune source
common-confidence = Confiance
common-legal-minimum = Minimum légal
common-from-median = Écart avec la médiane
common-fits-budget-too = Ce budget permet aussi
common-employer-cost-year = Coût employeur par an
common-what-would-change = Ce qui changerait la réponse
common-activity = Activité
common-share = Part
common-none = Aucun.
common-rules = Les règles
common-what-should-make-wary = Ce qui doit vous alerter
common-mend-before-publishing = À corriger avant de publier
common-nothing-mend = Rien à corriger
common-what-job-really = Ce que le poste est vraiment
common-error-within = erreur
common-warning = alerte
common-notice = remarque
common-signal = indice
