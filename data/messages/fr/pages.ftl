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

page-forms-there-problem = À corriger pour continuer
page-forms-secondary-useful-but-not-point = Secondaire : utile, mais pas l'essentiel

## web/_offer_answer.html.j2

page-offer-answer-year-full-time-equivalent = par an à temps plein
page-offer-answer-posts-pay-less = Postes moins payés
page-offer-answer-market-median = Médiane du marché
page-offer-answer-met = respecté
page-offer-answer-not-met = non atteint
page-offer-answer-offer-band = L’offre dans la fourchette

## web/_offer_form.html.j2

page-offer-form-part-time-13th-month-variable-pay = Temps partiel, 13e mois, variable, avantages, autre monnaie, convention, autre offre
page-offer-form-see-where-stands = Comparer au marché

## web/_parts.html.j2

page-parts-keep-answer = Gardez cette réponse
page-parts-copy-link = Copier le lien
page-parts-link-copied = Lien copié
page-parts-goal-quoted = « { $g } »
page-parts-if-added = si vous ajoutiez
page-parts-if-dropped = si vous retiriez
page-parts-if-became-secondary = si vous rendiez secondaire
page-parts-if-became-primary = si vous rendiez prioritaire
page-parts-if-presence-were = si votre présence en était à : { $s }
page-parts-if-company-had = si l'entreprise comptait { $s }
page-parts-from-posts-week = à partir de { $n } publications par semaine
page-parts-from-messages-week = à partir de { $n } messages par semaine
page-parts-from-budget-year = à partir d'un budget de { $b } par an
page-parts-these-goals = { $n } de ces objectifs :
page-parts-middle-market-known-within = La médiane est connue à { $n } % près : de { $low } à { $high }.
page-parts-band-derived-from-other-jobs-no = Fourchette déduite d’autres métiers : nous n’avons aucun chiffre publié sur celui-ci pour ce pays.
page-parts-employer-cost-not-known = Nous ne connaissons pas le coût employeur pour :
page-parts-no-band-known = Nous n’avons pas de fourchette pour :

## web/audit.html.j2

page-audit-no-title-recognised = Annonce sans titre reconnu
page-audit-quoted = « { $t } »
page-audit-confidence = Confiance :
page-audit-other-professions = Autres métiers ({ $list })
page-audit-share-each-profession-tasks = Part de chaque métier dans les tâches
page-audit-pay-beside-market = Le salaire comparé au marché
page-audit-text-passages-marked = Le texte annoté
page-audit-numbers-lead-findings-passages = Chaque numéro renvoie à un constat ; les passages soulignés sans numéro sont les tâches reconnues.
page-audit-eight-passages-underlined-each-task = Nous soulignons huit passages au plus par tâche.
page-audit-finding = Constat { $n }
page-audit-findings = Les constats
page-audit-whole-ad = toute l'annonce
page-audit-more-findings-not-listed = { $n } constats de plus ne sont pas listés.
page-audit-correct-check-again = Corriger et vérifier de nouveau
page-audit-paste-ad-yours-somebody-elses-what = Collez une annonce, la vôtre ou une autre : le métier que décrivent vraiment les tâches, ce que la loi demande, les formulations discriminantes, le salaire comparé au marché.
page-audit-text-ad = Le texte de l'annonce
page-audit-file = Ou un fichier
page-audit-text-markdown-html-docx-pdf-6 = Texte, Markdown, HTML, DOCX ou PDF, 6 Mo au plus. Nous ne le conservons pas.
page-audit-country-pay-law = Pour comparer le salaire et vérifier la loi.
page-audit-check = Vérifier
page-audit-take-report-away = Télécharger le rapport
page-audit-html-report = Rapport HTML

## web/base.html.j2

page-base-community-manager-social-media-manager = Community manager ou social media manager : qui recruter, à quel salaire, avec quelle fiche de poste. Chaque réponse cite ses règles et ses sources.
page-base-skip-content = Aller au contenu
page-base-pages = Pages
page-base-pay = Salaires
page-base-write-description = Rédiger une fiche
page-base-rules = Règles
page-base-api = API (en anglais)

## web/compare.html.j2

page-compare-community-manager-social-media-manager = Community manager ou social media manager ?
page-compare-row-row = Point par point
page-compare-comparison-roles = Comparaison des métiers
page-compare-how-roles-differ = Ce qui distingue les métiers
page-compare-what-compared = Point comparé
page-compare-typical-week = Une semaine type
page-compare-time = Temps : { $r }
page-compare-time-split = Répartition du temps : { $r }
page-compare-drawing = Graphique
page-compare-where-no-source-says-how-time = Nous ne montrons rien quand aucune source ne donne la répartition du temps.
page-compare-what-they-pay = Ce qu'ils gagnent
page-compare-show-content-manager-too = Ajouter le content manager
page-compare-pay-compared = Salaires comparés
page-compare-pay-level = Salaires par niveau
page-compare-gross-yearly-full-time-pay = Salaire brut annuel à temps plein
page-compare-gap = Écart
page-compare-too-few-sources = trop peu de sources

## web/cost.html.j2

page-cost-net-employee-before-tax = Net pour le salarié, avant impôt
page-cost-what-cost-made = Ce que comprend le coût
page-cost-gross = Brut
page-cost-contributions = Cotisations
page-cost-change-calculation = Modifier le calcul
page-cost-whoever-hires-total-cost-year-item = Calculez le coût annuel d’une embauche, ligne par ligne, et comparez-le à une alternance, un freelance ou une agence.
page-cost-part-time-executive-agreement-known = Temps partiel, cadre, convention, taux connus
page-cost-compare-freelancer-agency-apprentice = Comparer avec un freelance, une agence, un apprenti
page-cost-compute = Calculer

## web/draft.html.j2

page-draft-write-job-description = Rédiger une fiche de poste
page-draft-choose-job-text-fills-everything-else = Choisissez le métier : le texte se remplit. Le reste est facultatif ; nous n’inventons rien et signalons ce qui manque.
page-draft-see-text-take-away = Voir et télécharger le texte
page-draft-missing = à compléter : { $n }
page-draft-post = Le poste
page-draft-document = Document
page-draft-ad-publish = Annonce à publier
page-draft-internal-description = Fiche interne
page-draft-company-place = L'entreprise et le lieu
page-draft-pay = La rémunération
page-draft-propose-range-from-market = Proposer une fourchette d'après le marché
page-draft-confirmed-before-publication-does-not = Validez-la avant de publier ; elle ne compte pas comme votre offre.
page-draft-goals-stage-they-choose-missions = Objectifs et stade : ils déterminent les missions
page-draft-team-tools-languages = Équipe, outils, langues
page-draft-apprenticeship-diploma-school-rhythm = Apprentissage : diplôme, école, rythme, tuteur
page-draft-application-legal-statements-tone = Candidature, mentions légales, ton
page-draft-write-text = Écrire le texte
page-draft-take-text-away = Télécharger le texte
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

page-hire-answer-need-belongs-another-profession = Vos objectifs relèvent d’un autre métier.
page-hire-answer-nobody-hire-now = Vous n’avez personne à recruter pour l’instant.
page-hire-answer-people-hire = Personnes à recruter
page-hire-answer-other-professions = et d'autres métiers
page-hire-answer-work-week = Travail par semaine
page-hire-answer-h = { $n } h
page-hire-answer-to = de { $low } à { $high }
page-hire-answer-what-need-would-cost-year = Ce que ce besoin coûterait par an
page-hire-answer-without-other-professions = sans les autres métiers

## web/hire/_money.html.j2

page-hire-money-where-which-budget = Où, et avec quel budget ?
page-hire-money-country-adds-pay-cost-answer-does = Avec le pays, la réponse donne aussi salaires et coût ; le verdict ne change pas.

## web/hire/check.html.j2

page-hire-check-check-answers = Vérifiez vos réponses
page-hire-check-all-questions = Toutes les questions
page-hire-check-not-answered = Sans réponse
page-hire-check-change = Modifier
page-hire-check-answer = la réponse à : { $q }

## web/hire/form.html.j2

page-hire-form-whom-hire-all-questions = Qui recruter : toutes les questions
page-hire-form-first-two-questions-enough-answer = Répondez aux deux premières questions pour obtenir une réponse ; les autres la précisent.
page-hire-form-one-question-time = Une question à la fois
page-hire-form-make-more-precise-optional = Pour préciser (facultatif)

## web/hire/question.html.j2

page-hire-question-previous-question = Question précédente
page-hire-question-first-page = Accueil
page-hire-question-question-most = Question { $n } sur { $most } au plus
page-hire-question-why-question = Pourquoi cette question ?
page-hire-question-no-account-kept-regularly = Vous ne tenez aucun compte régulièrement.
page-hire-question-brand-starts-opens-new-channels = Vous démarrez, ou vous ouvrez de nouveaux réseaux ; souvent moins de 1 000 abonnés.
page-hire-question-followers-arrive-there-reactions = Des abonnés arrivent et réagissent ; souvent de 1 000 à 20 000 abonnés.
page-hire-question-active-community-follows = Une communauté active vous suit ; souvent plus de 20 000 abonnés.
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
page-hire-result-share-each-job-goals = Part de chaque métier dans vos objectifs
page-hire-result-first = d’abord un { $role }
page-hire-result-more-goals-choose-from = { $n } autres objectifs au choix
page-hire-result-and = , et{ " " }
page-hire-result-nearest-verdict-percentage-point-away = Deuxième réponse possible : { $v }, à { $n } point d’écart.
page-hire-result-nearest-verdict-percentage-points-away = Deuxième réponse possible : { $v }, à { $n } points d’écart.
page-hire-result-write-job-description = Rédiger la fiche de poste : { $role }
page-hire-result-compare-two-jobs = Comparer les deux métiers
page-hire-result-change-answers = Modifier vos réponses
page-hire-result-sources-answer = Sources de cette réponse
page-hire-result-answer-data-digest = Réponse au { $day }, données { $data }, empreinte { $digest }.

## web/home.html.j2

page-home-whom-hire-social-media = Qui recruter pour vos réseaux sociaux
page-home-whom-should-hire-social-media = Qui recruter pour vos réseaux sociaux ?
page-home-community-manager-social-media-manager = Community manager, social media manager, les deux, ou un autre métier : rolecall vous dit qui recruter, pourquoi et à quel salaire, et rédige la fiche de poste.
page-home-write-job-description-ad = Rédiger une fiche de poste et l'annonce
page-home-how-two-jobs-differ = Ce qui distingue les deux métiers
page-home-why-trust-how-far = Ce que valent ces réponses
page-home-every-answer-names-rules-fired-sources = Chaque réponse montre ses raisons et ses sources ({ $rules } règles, { $sources } sources). Nous signalons les chiffres fragiles et les sources qui se contredisent.
page-home-most-advice-practitioners-opinion-not = La plupart des conseils sont des avis de praticiens, pas des mesures.

## web/method.html.j2

page-method-each-goal-split-between-two-jobs = Nous partageons chaque objectif entre les deux métiers selon ce qu’en disent les sources. Le stade de présence et la taille modifient ce partage. Un métier qui atteint le seuil l’emporte ; sinon, il faut les deux.
page-method-weights-thresholds-our-own-judgement = Nous avons fixé nous-mêmes les poids et les seuils. Les conseils viennent presque tous de praticiens et d’éditeurs d’outils : une réponse fondée sur de simples avis n’est jamais notée « confiance élevée ».
page-method-before-they-used-rules-walked-over = Avant d’utiliser les règles, nous les vérifions sur toutes les entrées possibles : ni trou, ni égalité, ni contradiction sans motif écrit. Nous ne chargeons pas des données qui échouent.
page-method-pay = Les salaires
page-method-every-published-figure-aged-localised = Chaque chiffre publié est actualisé, ajusté au lieu, et pèse selon sa fiabilité et le nombre de réponses. Sans assez de sources, nous n’en donnons aucun.
page-method-how-good-bands = Ce que valent les fourchettes
page-method-job-ads = Les annonces
page-method-tasks-recognised-lexicon-without = Nous reconnaissons les tâches avec un lexique, sans apprentissage automatique, et surlignons chaque passage compté. Ce n’est pas un avis juridique.

## web/offer.html.j2

page-offer-whoever-applies-negotiates-where-pay = Vous avez reçu une offre de community manager ou de social media manager ? Comparez-la au marché.
page-offer-change-offer = Changer l'offre

## web/pay.html.j2

page-pay-market-pay = Salaires du marché
page-pay-kind-community-collective-agreement = Type de communauté, convention collective (France)
page-pay-see-band = Voir la fourchette
page-pay-published-figures-used = Chiffres publiés retenus
page-pay-against-country = Écart avec le pays
page-pay-full-stop = ,
page-pay-bands-level-published-figures = Fourchettes par niveau, avec les chiffres publiés

## web/rules.html.j2

page-rules-verdict = Le verdict
page-rules-whom-start = Par qui commencer
page-rules-staffing = L'organisation
page-rules-which-job-each-goal-falls = Quel métier pour chaque objectif
page-rules-what-tips-balance = Ce qui avantage un métier
page-rules-advice = Les conseils
page-rules-rules-force = Les règles en vigueur
page-rules-rules-written-data-each-its-reason = { $n } règles, chacune avec sa raison, ses sources et ses exemples.

## web/sources.html.j2

page-sources-publications-what-they-say-what-rests = { $n } publications : ce qu’elles disent, ce que nous en tirons, et leur fiabilité.
page-sources-where-they-disagree = Leurs désaccords
page-sources-search-title-publisher-id = Chercher un titre, un éditeur ou un identifiant
page-sources-search = Chercher
page-sources-show-all = Tout montrer
page-sources-result-s = { $n } résultat(s)
page-sources-reliability = fiabilité
page-sources-what-says = Ce qu'elle dit ({ $n })
page-sources-what-rests = Ce que nous en tirons ({ $n })

page-base-offer = Offre
page-base-ads = Annonces
page-base-more = Plus
page-base-menu = Menu
page-base-about = À propos et vie privée
page-base-contact = Contact
page-base-legal-notice = Mentions légales
page-base-embed = Intégrer à votre site
page-base-nothing-stored = Nous n’enregistrons rien : vos réponses restent dans l’adresse de la page.
page-base-updated = Données mises à jour le { $day }.
page-base-answer-of = Réponse du { $day }
page-about-title = À propos de rolecall
page-about-what = rolecall vous dit qui recruter pour vos réseaux sociaux, à quel salaire et avec quelle fiche de poste. Chaque réponse montre ses raisons et ses sources.
page-about-who = Qui exploite ce service
page-about-run-by = Ce service est exploité par { $operator }.
page-about-run-by-nobody = L’exploitant de ce site n’a pas indiqué son nom.
page-about-made-by = Le logiciel est libre ; il est développé par l’équipe rolecall.
page-about-privacy = Vie privée
page-about-privacy-text = Nous n’enregistrons rien. Vos réponses restent dans l’adresse de la page ; une annonce ou un fichier envoyé est lu puis oublié. Aucun cookie, aucun traceur, rien qui vienne d’ailleurs.
page-about-data = Données
page-about-data-text = Données du { $day } (version { $version }) : { $sources } publications et { $rules } règles.
page-about-licence = Licence
page-about-licence-text = Logiciel et données : MIT ou Apache 2.0, au choix. Les faits tirés des publications sont reformulés par nous, avec leur source.
page-about-use = L’utiliser ailleurs
page-about-use-api = L’API et sa documentation (en anglais)
page-about-use-embed = Intégrer les questions à votre site
page-about-use-link = Vous pouvez garder et envoyer l’adresse de chaque réponse ; le lien permanent, en bas de page, donne toujours la même réponse.

page-home-hiring = Vous recrutez
page-home-hiring-text = Qui, à quel salaire, dans quel ordre : 2 à 6 questions, deux minutes.
page-home-budget = Votre budget annuel, si vous le connaissez
page-home-start = Savoir qui recruter
page-home-offer = Vous avez une offre
page-home-offer-text = Son écart avec le marché, et ce que vous pouvez viser.
page-home-amount = Salaire brut proposé
page-home-offer-see = Vérifier l’offre
page-home-ad = Vous avez une annonce
page-home-ad-text = Ce qu’il faut retirer avant de publier, ou ce qui doit vous alerter.
page-home-paste = Collez l’annonce
page-home-ad-see = Vérifier l’annonce
page-home-sample = Un exemple de réponse
page-home-sample-of = Une entreprise de 12 personnes en France, audience en croissance, 45 000 € par an
page-home-sample-see = Voir la réponse complète
page-parts-permanent-link = Lien permanent (réponse du { $day })
page-pay-title = Salaire : { $job }, { $place }
page-pay-description = Ce que gagnent les community managers, social media managers et content managers, par niveau et par lieu, sources à l’appui.
page-pay-change = modifier
page-cost-one-of-three = Remplissez l’un des trois : un brut, un budget ou un net. Nous calculons les deux autres.
page-cost-net-part = Net, avant impôt
page-cost-employee-part = Cotisations du salarié
page-cost-gross-year-fact = Salaire brut par an
page-embed-lede = Vos lecteurs obtiennent les mêmes réponses, sur vos pages, sans compte.
page-embed-what = Ce qu’il faut afficher
page-embed-language = Langue
page-embed-colour = Couleur
page-embed-teal = bleu-vert
page-embed-blue = bleu
page-embed-violet = violet
page-embed-green = vert
page-embed-red = rouge
page-embed-ink = noir
page-embed-show = Afficher l’aperçu
page-embed-copy = Copiez ceci dans votre page
page-embed-copy-how = Collez ces deux lignes à l’endroit où les questions doivent apparaître.
page-embed-copied = Copié
page-embed-copy-button = Copier
page-embed-script = La deuxième ligne donne au cadre la hauteur de son contenu. Sans elle, le cadre défile. Rien d’autre ne passe entre votre page et la nôtre.
page-embed-preview = Aperçu
page-hire-answer-market = La moitié de ces postes paient de { $low } à { $high } brut par an ; la médiane est de { $median }.
page-hire-answer-costs = En tout, comptez environ { $cost } par an, charges comprises.
page-hire-answer-no-pay = Nous n’avons pas de chiffres de salaire pour ce métier ({ $country }).
page-hire-result-cost-bar = Ce que couvrent { $cost } par an
page-hire-result-everything = Tout ce qui fonde cette réponse : chiffres, règles, { $n } sources
page-hire-result-week = Comment se partage la semaine
page-forms-common-goals = Objectifs courants
page-forms-other-goals = Ajouter d’autres objectifs
page-hire-question-goals-help = Un à trois donnent la réponse la plus nette. D’autres objectifs figurent plus bas.
page-hire-money-people-instead = Je connais plutôt le nombre de personnes que je peux embaucher
page-sources-kind = Nature
page-sources-any-kind = Toutes
page-sources-page-of = page { $n } sur { $pages }
page-sources-pages = Pages de la liste
page-sources-before = Page précédente
page-sources-after = Page suivante
page-source-open = Ouvrir la publication
page-source-reliability = Fiabilité
page-source-read = Lue le
page-compare-pay-median = Salaire médian, brut par an
page-compare-copy-table = Copier le tableau pour un tableur
page-compare-other-rows = { $n } autres différences
page-compare-what-each-is = Ce qu’est chaque métier
page-compare-sources-disagreements = Sources et désaccords ({ $n } sources)
page-audit-remove-first = { $n ->
    [one] Un passage à retirer avant de publier
   *[other] { $n } passages à retirer avant de publier
}
page-audit-add-first = { $n ->
    [one] Un point à corriger avant de publier
   *[other] { $n } points à corriger avant de publier
}
page-audit-nothing-grave-change = { $n ->
    [one] Rien de grave. Un point mérite d’être changé
   *[other] Rien de grave. { $n } points méritent d’être changés
}
page-audit-wary-of = { $n ->
    [one] Un point doit vous alerter
   *[other] { $n } points doivent vous alerter
}
page-audit-nothing-wary = Rien dans cette annonce ne doit vous alerter
page-audit-worth-changing = À changer de préférence ({ $n })
page-audit-lesser = Remarques moins importantes ({ $n })
page-audit-times = ({ $n } fois)
page-draft-gaps-check-ad = Vérifier cette annonce
page-draft-missions = Missions ({ $n })
page-draft-missions-help = Cochez ce que le poste ne comprend pas : ces lignes quittent le texte.
page-forms-none = Aucun
page-audit-nothing-unlawful = { $n ->
    [one] Rien d’illégal n’a été trouvé. Un point à améliorer
   *[other] Rien d’illégal n’a été trouvé. { $n } points à améliorer
}
