### Words and sentences of the pages (`templates/web`).

## Several templates

common-error-lead = Erreur :
common-years-experience = ans d’expérience
common-percent = { " " }%
common-print = Imprimer
common-check-ad = Vérifier une annonce
common-whom-hire = Qui recruter
common-compare = Comparer
common-check-offer = Vérifier une offre
common-employer-cost = Coût employeur
common-sources-method = Sources et méthode
common-method-limits = Méthode et limites
common-compare-roles = Comparer les métiers
common-what-salary-costs-employer = Ce qu'un salaire coûte à l'employeur
common-offer-line-market = Cette offre est‑elle au niveau du marché ?
common-whole-answer-its-sources = Réponse complète, avec ses sources
common-start-again = Recommencer
common-see-answer = Voir la réponse
common-what-market-pays = Ce que paie le marché
common-every-rule = Toutes les règles

## web/_forms.html.j2

page-forms-there-problem = Il y a un problème
page-forms-secondary-useful-but-not-point = Secondaire : utile, mais pas l'essentiel

## web/_offer_answer.html.j2

page-offer-answer-below-middle-half-market = sous la moitié centrale du marché
page-offer-answer-within-middle-half-market = dans la moitié centrale du marché
page-offer-answer-above-middle-half-market = au-dessus de la moitié centrale du marché
page-offer-answer-year-full-time-equivalent = par an, ramenés au temps plein
page-offer-answer-too-few-sources-place-offer = Pas assez de sources pour situer l'offre
page-offer-answer-aim-gross-year = à viser, brut par an.
page-offer-answer-posts-pay-less = Postes moins payés
page-offer-answer-market-median = Médiane du marché
page-offer-answer-against-median-compa-ratio = Rapport à la médiane (compa-ratio)
page-offer-answer-met = respecté
page-offer-answer-not-met = non atteint
page-offer-answer-band-derived-from-other-jobs = fourchette déduite d’autres métiers
page-offer-answer-band-pay-place-offer-not-known = Lieu de la fourchette : { $held }. Les salaires du lieu de l’offre ne sont pas connus à part.
page-offer-answer-offer-band = L'offre sur la fourchette

## web/_offer_form.html.j2

page-offer-form-part-time-13th-month-variable-pay = Temps partiel, 13e mois, variable, avantages, autre monnaie, convention, autre offre
page-offer-form-see-where-stands = Situer l'offre

## web/_parts.html.j2

page-parts-keep-answer = Garder cette réponse
page-parts-address-page-holds-answers-copy-share = L'adresse de cette page contient vos réponses : copiez-la pour la partager.
page-parts-link-fixes-day = Lien qui fige la date
page-parts-same-answer-tomorrow = { " " }: la même réponse demain.
page-parts-copy-link = Copier le lien
page-parts-link-copied = Lien copié
page-parts-goal-quoted = « { $g } »
page-parts-if-added = si vous ajoutiez
page-parts-if-dropped = si vous retiriez
page-parts-if-became-secondary = si ceci devenait secondaire :
page-parts-if-became-primary = si ceci devenait prioritaire :
page-parts-if-presence-were = si votre présence en était à : { $s }
page-parts-if-company-had = si l'entreprise comptait { $s }
page-parts-from-posts-week = à partir de { $n } publications par semaine
page-parts-from-messages-week = à partir de { $n } messages par semaine
page-parts-from-budget-year = à partir d'un budget de { $b } par an
page-parts-these-goals = { $n } de ces objectifs :
page-parts-middle-market-known-within = Le milieu du marché est connu à { $n } % près : de { $low } à { $high }.
page-parts-band-derived-from-other-jobs-no = Fourchette déduite d’autres métiers : aucun chiffre de celui-ci n’est publié pour ce pays.
page-parts-employer-cost-not-known = Le coût employeur n’est pas connu pour :
page-parts-no-band-known = Aucune fourchette n’est connue pour :

## web/audit.html.j2

page-audit-no-title-recognised = Annonce sans titre reconnu
page-audit-nothing-grave-most-useful-changes = Rien de grave ; le plus utile à changer
page-audit-quoted = « { $t } »
page-audit-confidence = Confiance :
page-audit-other-professions = Autres métiers ({ $list })
page-audit-share-each-profession-tasks = Part de chaque métier dans les tâches
page-audit-errors = Erreurs
page-audit-warnings = Alertes
page-audit-notices = Remarques
page-audit-signals = Indices
page-audit-pay-beside-market = Le salaire à côté du marché
page-audit-text-passages-marked = Le texte, passages marqués
page-audit-numbers-lead-findings-passages = Les numéros mènent aux constats ; les passages soulignés sans numéro sont les tâches reconnues.
page-audit-eight-passages-underlined-each-task = Huit passages au plus sont soulignés pour chaque tâche.
page-audit-finding = Constat { $n }
page-audit-findings = Les constats
page-audit-whole-ad = toute l'annonce
page-audit-more-findings-not-listed = { $n } constats de plus ne sont pas listés.
page-audit-correct-check-again = Corriger et vérifier de nouveau
page-audit-paste-ad-yours-somebody-elses-what = Collez une annonce, la vôtre ou celle d'un autre : ce que les tâches décrivent vraiment, ce que la loi demande, les mots qui écartent, le salaire à côté du marché.
page-audit-text-ad = Le texte de l'annonce
page-audit-file = Ou un fichier
page-audit-text-markdown-html-docx-pdf-6 = Texte, Markdown, HTML, DOCX ou PDF, 6 Mo au plus. Il n'est pas conservé.
page-audit-country-pay-law = Le pays sert au salaire et à la loi.
page-audit-check = Vérifier
page-audit-take-report-away = Emporter le rapport
page-audit-html-report = Rapport HTML

## web/base.html.j2

page-base-community-manager-social-media-manager = Community manager ou social media manager : qui recruter, à quel salaire, avec quelle fiche de poste. Chaque réponse cite ses règles et ses sources.
page-base-skip-content = Aller au contenu
page-base-pages = Pages
page-base-pay = Salaires
page-base-write-description = Rédiger une fiche
page-base-answer = réponse pour le
page-base-data = données
page-base-answers = Réponses pour le
page-base-nothing-stored-answers-address-page = Rien n'est enregistré : vos réponses sont dans l'adresse de la page, ou nulle part.
page-base-rules = Règles
page-base-api = API (en anglais)

## web/compare.html.j2

page-compare-community-manager-social-media-manager = Community manager ou social media manager ?
page-compare-row-row = Ligne par ligne
page-compare-comparison-roles = Comparaison des métiers
page-compare-how-roles-differ = Ce qui sépare les métiers
page-compare-what-compared = Point comparé
page-compare-typical-week = Une semaine type
page-compare-time = Temps : { $r }
page-compare-time-split = Répartition du temps : { $r }
page-compare-drawing = Dessin
page-compare-where-no-source-says-how-time = Où aucune source ne dit comment le temps se partage, rien n'est montré.
page-compare-what-they-pay = Ce qu'ils gagnent
page-compare-show-content-manager-too = Montrer aussi le content manager
page-compare-pay-compared = Salaires comparés
page-compare-pay-level = Salaires par niveau
page-compare-gross-yearly-full-time-pay = Salaire brut annuel à temps plein
page-compare-gap = Écart
page-compare-too-few-sources = trop peu de sources

## web/cost.html.j2

page-cost-year-contributions-included = Avec { $b } par an, charges comprises
page-cost-gross-year = brut par an
page-cost-gross-costs-year-month-highest-budget = Ce brut coûte { $c } par an, soit { $m } par mois : c'est le plus haut que ce budget permet.
page-cost-net-year-before-tax = Pour { $n } net par an, avant impôt
page-cost-employer-pays-year-month = L'employeur paie { $c } par an, soit { $m } par mois.
page-cost-for-gross-year = Pour { $g } brut par an
page-cost-month-times-gross-pay = soit { $m } par mois : { $r } fois le brut.
page-cost-net-employer-contributions = Cotisations patronales nettes
page-cost-net-employee-before-tax = Net pour le salarié, avant impôt
page-cost-break-even-day-rate = Tarif journalier équivalent
page-cost-what-cost-made = De quoi est fait le coût
page-cost-gross = Brut
page-cost-contributions = Cotisations
page-cost-change-calculation = Changer le calcul
page-cost-whoever-hires-total-cost-year-item = Pour qui embauche : le coût total d'une année, poste par poste, à côté d'une alternance, d'un freelance et d'une agence.
page-cost-part-time-executive-agreement-known = Temps partiel, cadre, convention, taux connus
page-cost-compare-freelancer-agency-apprentice = Comparer avec un freelance, une agence, un apprenti
page-cost-compute = Calculer

## web/draft.html.j2

page-draft-write-job-description = Rédiger une fiche de poste
page-draft-choose-job-text-fills-everything-else = Choisissez le métier : le texte se remplit. Tout le reste est facultatif ; rien n'est inventé, ce qui manque est signalé.
page-draft-see-text-take-away = Voir le texte et l'emporter
page-draft-missing = manques : { $n }
page-draft-post = Le poste
page-draft-document = Document
page-draft-ad-publish = Annonce à publier
page-draft-internal-description = Fiche interne
page-draft-company-place = L'entreprise et le lieu
page-draft-pay = La rémunération
page-draft-propose-range-from-market = Proposer une fourchette d'après le marché
page-draft-confirmed-before-publication-does-not = À valider avant publication ; elle ne compte pas comme votre offre.
page-draft-goals-stage-they-choose-missions = Objectifs et stade : ils choisissent les missions
page-draft-team-tools-languages = Équipe, outils, langues
page-draft-apprenticeship-diploma-school-rhythm = Apprentissage : diplôme, école, rythme, tuteur
page-draft-application-legal-statements-tone = Candidature, mentions légales, ton
page-draft-write-text = Écrire le texte
page-draft-take-text-away = Emporter le texte
page-draft-structured-data-json-ld = Données structurées (JSON-LD)
page-draft-preview-updated = Aperçu mis à jour.
page-draft-preview-shows-here-once-job-chosen = L'aperçu s'affiche ici une fois le métier choisi.

## web/draft/gaps.html.j2

page-draft-gaps-what-missing = Ce qui manque ({ $n })
page-draft-gaps-nothing-missing = Rien ne manque
page-draft-gaps-required-law = exigé par la loi

## web/error.html.j2

page-error-request-id = Numéro de la requête :
page-error-go-first-page = Aller à l'accueil

## web/hire/_answer.html.j2

page-hire-answer-answer = Réponse
page-hire-answer-need-belongs-another-profession = Le besoin relève d'un autre métier.
page-hire-answer-nobody-hire-now = Aucun recrutement pour l'instant.
page-hire-answer-first-hire = Premier recrutement :
page-hire-answer-need-covers-both-jobs = Le besoin couvre les deux métiers.
page-hire-answer-post-work-asks-holds-from-year = Le poste que le travail demande tient à partir de { $b } par an, au bas du marché.
page-hire-answer-posts-work-asks-hold-from-year = Les { $n } postes que le travail demande tiennent à partir de { $b } par an, au bas du marché.
page-hire-answer-people-hire = Personnes à recruter
page-hire-answer-other-professions = et d'autres métiers
page-hire-answer-work-week = Travail par semaine
page-hire-answer-h = { $n } h
page-hire-answer-to = de { $low } à { $high }
page-hire-answer-arrangement = Organisation
page-hire-answer-what-need-would-cost-year = Ce que le besoin coûterait par an
page-hire-answer-without-other-professions = sans les autres métiers

## web/hire/_money.html.j2

page-hire-money-where-which-budget = Où, et avec quel budget ?
page-hire-money-country-adds-pay-cost-answer-does = Le pays ajoute salaires et coût à la réponse ; il ne change pas le verdict.

## web/hire/check.html.j2

page-hire-check-check-answers = Vérifiez vos réponses
page-hire-check-all-questions = Toutes les questions
page-hire-check-not-answered = Sans réponse
page-hire-check-change = Modifier
page-hire-check-answer = la réponse à : { $q }
page-hire-check-counts-arrangement-cost = Compte pour l'organisation et pour le coût.

## web/hire/form.html.j2

page-hire-form-whom-hire-all-questions = Qui recruter : toutes les questions
page-hire-form-first-two-questions-enough-answer = Les deux premières questions suffisent pour une réponse ; les autres la précisent.
page-hire-form-one-question-time = Une question à la fois
page-hire-form-make-more-precise-optional = Pour préciser (facultatif)

## web/hire/question.html.j2

page-hire-question-previous-question = Question précédente
page-hire-question-first-page = Accueil
page-hire-question-question-most = Question { $n } sur { $most } au plus
page-hire-question-why-question = Pourquoi cette question ?
page-hire-question-no-account-kept-regularly = Aucun compte tenu régulièrement.
page-hire-question-brand-starts-opens-new-channels = La marque démarre, ou ouvre de nouveaux réseaux.
page-hire-question-followers-arrive-there-reactions = Des abonnés arrivent, il y a des réactions.
page-hire-question-active-community-follows = Une communauté active vous suit.
page-hire-question-save-change = Enregistrer ce changement
page-hire-question-continue = Continuer
page-hire-question-i-dont-know = Je ne sais pas
page-hire-question-first-answer = Première réponse
page-hire-question-first-answer-lead = Première réponse :
page-hire-question-see-answer-now = Voir la réponse maintenant
page-hire-question-all-questions-one-page = Toutes les questions sur une page

## web/hire/result.html.j2

page-hire-result-answers = Vos réponses
page-hire-result-first-answer-one-question-can-still = Première réponse : une question peut encore la changer
page-hire-result-first-answer-questions-can-still-change = Première réponse : { $n } questions peuvent encore la changer
page-hire-result-what-cost = À quel coût ?
page-hire-result-add-pay-cost = Ajouter salaires et coût
page-hire-result-balance-needs = La balance des besoins
page-hire-result-share-each-job-goals = Part de chaque métier dans vos objectifs
page-hire-result-from-points-one-job-clearly-prevails = À partir de { $n } % des points, un métier l'emporte nettement.
page-hire-result-first = d'abord : { $role }
page-hire-result-more-goals-choose-from = { $n } autres objectifs au choix
page-hire-result-and = , et{ " " }
page-hire-result-nearest-verdict-percentage-point-away = Verdict le plus proche : { $v }, à { $n } point de pourcentage.
page-hire-result-nearest-verdict-percentage-points-away = Verdict le plus proche : { $v }, à { $n } points de pourcentage.
page-hire-result-next-step = Étape suivante
page-hire-result-write-job-description = Rédiger la fiche de poste : { $role }
page-hire-result-compare-two-jobs = Comparer les deux métiers
page-hire-result-change-answers = Modifier vos réponses
page-hire-result-sources-answer = Sources de cette réponse
page-hire-result-answer-data-digest = Réponse pour le { $day }, données { $data }, empreinte { $digest }.

## web/home.html.j2

page-home-whom-hire-social-media = Qui recruter pour vos réseaux sociaux
page-home-whom-should-hire-social-media = Qui recruter pour vos réseaux sociaux ?
page-home-community-manager-social-media-manager = Community manager, social media manager, les deux, ou un autre métier : rolecall répond, dit pourquoi, à quel salaire, et rédige la fiche de poste.
page-home-start-whom-hire = Commencer : qui recruter
page-home-2-6-questions-under-two-minutes = 2 à 6 questions, moins de deux minutes. Sans compte, sans cookie.
page-home-run-company = Vous dirigez une entreprise
page-home-whom-hire-how-many-which-order = Qui recruter, combien, dans quel ordre
page-home-recruit-hr = Vous recrutez (RH)
page-home-write-job-description-ad = Rédiger une fiche de poste et l'annonce
page-home-check-ad-law-wording-scope = Vérifier une annonce : loi, mots, périmètre
page-home-how-two-jobs-differ = Ce qui sépare les deux métiers
page-home-look-job = Vous cherchez un poste
page-home-see-where-offer-stands = Situer une offre sur le marché
page-home-see-what-ad-really-asks = Savoir ce qu'une annonce cache
page-home-compare-missions-pay = Comparer missions et salaires
page-home-why-trust-how-far = Pourquoi s'y fier, et jusqu'où
page-home-every-answer-names-rules-fired-sources = Chaque réponse nomme les règles appliquées et les sources derrière elles ({ $rules } règles, { $sources } sources). Là où les sources se contredisent, on le voit. Un chiffre mal étayé le dit.
page-home-most-advice-practitioners-opinion-not = La plupart des conseils sont des avis de praticiens, non des mesures.

## web/method.html.j2

page-method-each-goal-split-between-two-jobs = Chaque objectif se partage entre les deux métiers selon ce qu'en disent les sources. Le stade de présence et la taille déplacent la balance. Un métier qui atteint le seuil l'emporte ; sinon, il faut les deux.
page-method-weights-thresholds-our-own-judgement = Les poids et les seuils sont notre propre jugement. Les conseils viennent presque tous de praticiens et d'éditeurs d'outils : aucune réponse n'est notée « confiance élevée » sur un avis seul.
page-method-before-they-used-rules-walked-over = Avant de servir, les règles sont parcourues sur toutes les entrées possibles : ni trou, ni égalité, ni contradiction sans motif écrit ; des données qui échouent ne sont pas chargées.
page-method-pay = Les salaires
page-method-every-published-figure-aged-localised = Chaque chiffre publié est daté, localisé, pesé selon sa fiabilité et le nombre de réponses ; trop peu de sources ne donne aucun chiffre.
page-method-how-good-bands = À quel point les fourchettes sont justes
page-method-job-ads = Les annonces
page-method-tasks-recognised-lexicon-without = Les tâches sont reconnues par un lexique, sans apprentissage automatique : chaque passage compté est surligné. Ce n'est pas un avis juridique.

## web/offer.html.j2

page-offer-whoever-applies-negotiates-where-pay = Pour qui postule ou négocie : où se situe un salaire de community manager ou de social media manager.
page-offer-see-band-its-sources = Voir la fourchette et ses sources
page-offer-change-offer = Changer l'offre

## web/pay.html.j2

page-pay-market-pay = Salaires du marché
page-pay-kind-community-collective-agreement = Sorte de communauté, convention collective (France)
page-pay-see-band = Voir la fourchette
page-pay-too-few-sources-figure = Pas assez de sources pour un chiffre
page-pay-rather-no-figure-than-bad-one = Plutôt pas de chiffre qu'un mauvais : voyez plus bas ce qui existe.
page-pay-gross-year-median = brut par an, en médiane
page-pay-middle-half-market = La moitié centrale du marché : de { $low } à { $high }.
page-pay-published-figures-used = Chiffres publiés retenus
page-pay-against-country = Écart avec le pays
page-pay-full-stop = ,
page-pay-pay-not-known-apart-band-place = Les salaires de { $place } ne sont pas connus à part : cette fourchette est celle du lieu nommé plus haut.
page-pay-bands-level-published-figures = Fourchettes par niveau, avec les chiffres publiés
page-pay-see-where-offer-stands = Situer une offre
page-pay-cost-employer = Coût pour l'employeur

## web/rules.html.j2

page-rules-verdict = Le verdict
page-rules-whom-start = Par qui commencer
page-rules-staffing = L'organisation
page-rules-which-job-each-goal-falls = À quel métier va chaque objectif
page-rules-what-tips-balance = Ce qui déplace la balance
page-rules-advice = Les conseils
page-rules-rules-force = Les règles en vigueur
page-rules-rules-written-data-each-its-reason = { $n } règles écrites en données, chacune avec sa raison, ses sources et ses exemples.

## web/sources.html.j2

page-sources-publications-what-they-say-what-rests = { $n } publications : ce qu'elles disent, ce qui repose sur elles, et jusqu'où s'y fier.
page-sources-where-they-disagree = Où elles divergent
page-sources-search-title-publisher-id = Chercher un titre, un éditeur ou un identifiant
page-sources-search = Chercher
page-sources-show-all = Tout montrer
page-sources-result-s = { $n } résultat(s)
page-sources-reliability = fiabilité
page-sources-read = lu le
page-sources-what-says = Ce qu'elle dit ({ $n })
page-sources-what-rests = Ce qui repose sur elle ({ $n })
