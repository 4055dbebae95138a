### answers

fault-template-memory = un modèle du dossier de données demande plus de { $most } Mo de mémoire ; cherchez une variable qui grandit sans fin, et comparez avec l’original (« rolecall data export »)

column-role = Rôle
column-level = Niveau
column-years = Années
column-country = Pays
column-region = Région
column-area = Agglomération
column-community = Communauté
column-p10 = 10e centile
column-p25 = 1er quartile
column-p50 = Médiane
column-p75 = 3e quartile
column-p90 = 90e centile
column-interval-low = Médiane, au moins
column-interval-high = Médiane, au plus
column-interval-percent = ± %
column-effective-sources = Sources effectives
column-derived = Déduite
column-currency = Devise
column-grade = Confiance
column-oldest = Plus ancien chiffre
column-newest = Plus récent chiffre
sheet-bands = Fourchettes
sheet-sources = Sources
sheet-id = id
sheet-title = Titre
sheet-publisher = Éditeur
sheet-date = Date
sheet-reliability = Fiabilité
sheet-address = Adresse
sheet-stamp = au { $as_of } · données { $version }
chart-offer = offre
chart-none = pas assez de sources
chart-middle-half = la moitié de ces postes
chart-median = médiane
chart-figure = chiffre publié, ajusté
chart-legend = ├ premier quartile   ┼ médiane   ┤ troisième quartile
chart-spoken-none = { $label } : { $none }
chart-spoken = { $label } : p25 { $p25 }, p50 { $p50 }, p75 { $p75 }
chart-spoken-offer = { $offer } : { $amount }
label-and-value = { $label } : { $value }
years-of-experience = { $n ->
    [one] { $n } an d’expérience
   *[other] { $n } ans d’expérience
}

# Ce qui figure en tête d’une réponse.
job-and-level = { $role ->
    [community-manager] Community manager
    [social-media-manager] Social media manager
    [content-manager] Content manager
   *[hybrid] Une personne pour les deux métiers
}{ $level ->
    [junior] , junior
    [mid] , niveau confirmé
    [senior] , senior
   *[none] { "" }
}
headline-salary = { $who }, { $place } : la moitié de ces postes paient de { $low } à { $high } brut par an. La médiane est de { $median }.
headline-salary-unknown = { $who }, { $place } : trop peu de sources pour donner un chiffre.
summary-nearest = { $because } Chiffre le plus proche : { $who }, médiane { $median }.
summary-interval = La médiane est connue à { $percent } % près : de { $low } à { $high }.
summary-tails = Un poste sur dix paie moins de { $low }, un sur dix plus de { $high }.
summary-place = Chiffres : { $held }. Les salaires de { $place } ne sont pas connus à part.
summary-minimum = Le minimum légal est de { $amount } brut par an, à temps plein.
headline-offer-below = Cette offre se situe { $amount } ({ $percent } %) sous le milieu du marché.
headline-offer-above = Cette offre se situe { $amount } ({ $percent } %) au-dessus du milieu du marché.
headline-offer-middle = Cette offre se situe au milieu du marché.
headline-offer-aim = Visez { $low } à { $high } brut par an.
headline-offer-aim-one = Visez { $amount } brut par an.
headline-offer-aim-part = Visez { $low } à { $high } brut par an à { $n } % d’un temps plein.
headline-offer-aim-one-part = Visez { $amount } brut par an à { $n } % d’un temps plein.
summary-offer-rank = Elle représente { $amount } pour une année à temps plein ; { $rank } de ces postes paient moins.
summary-offer-lawful = Elle respecte le minimum légal de { $amount } par an.
headline-cost-gross = Un salaire de { $gross } brut par an coûte { $cost } à l’employeur, charges comprises.
headline-cost-budget = Avec { $budget } par an, charges comprises, vous pouvez proposer { $gross } brut.
headline-cost-net = Pour { $net } net par an, il faut { $gross } brut, soit { $cost } pour l’employeur.
summary-cost-month = Cela fait { $amount } par mois, { $ratio } fois le salaire brut.
summary-cost-net = Le salarié reçoit { $net } par an avant impôt, soit { $month } par mois.
summary-cost-freelance = Un freelance à { $amount } par jour coûte autant.
headline-compare-more = { $place } : un { $second } gagne { $percent } % de plus qu’un { $first }, à la médiane, tous niveaux confondus.
headline-compare-less = { $place } : un { $second } gagne { $percent } % de moins qu’un { $first }, à la médiane, tous niveaux confondus.
headline-compare-same = { $place } : un { $first } et un { $second } gagnent autant, à la médiane, tous niveaux confondus.
headline-compare-unknown = { $place } : trop peu de sources pour comparer les salaires. C’est le travail qui distingue ces métiers.
summary-role = { $role } : { $text }

# Que demander ensuite.
next-draft = Rédiger la fiche de poste
next-pay = Voir d’où vient ce salaire
next-cost = Voir le coût ligne par ligne
next-country = Indiquer votre pays pour voir le salaire et le coût
next-answer = Répondre aux questions restantes
next-compare = Comparer les deux métiers
next-offer = Comparer une offre
next-cost-of-median = Voir le coût de la médiane
next-nearest = Voir les chiffres les plus proches
next-level = Voir le salaire du niveau au-dessus
next-evidence = Voir les chiffres utilisés
next-year = Refaire la demande avec un montant annuel
next-month = Refaire la demande avec un montant mensuel
next-offer-cost = Voir le coût de cette offre
next-recommend = Savoir qui recruter
next-pay-of = Voir ce que gagne le premier
next-pay-of-second = Voir ce que gagne le second
cite-between = { " " };{ " " }
cited-one-unsigned = un seul article, non signé
headline-compare-one = Un seul métier est indiqué : nommez-en un second pour les comparer.
