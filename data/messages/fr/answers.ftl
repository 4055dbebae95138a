### answers

answer-gross-yearly-full-time-pay = Salaire brut annuel à temps plein
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
