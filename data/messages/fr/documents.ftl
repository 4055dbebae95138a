### Words and sentences of drafts (`templates/job`).

## Several templates

common-complete = **\[À compléter : { $text }\]**
common-essential = Indispensable :
common-welcome-not-required = Apprécié, sans être exigé :
common-contract = Contrat
common-months = , { $duration_months } mois
common-start-date = Prise de poste
common-confirm = . **\[À confirmer : { $note }\]**

## job/ad.md.j2

ad-we-are = Nous sommes { $n } personnes.
ad-missions = { $address ->
    [tu] Tes missions
   *[vous] Vos missions
}
ad-apprentice = { $address ->
    [tu] Avec ton maître d’apprentissage, tu apprends à faire ce travail, une mission après l’autre.
   *[vous] Avec votre maître d’apprentissage, vous apprenez à faire ce travail, une mission après l’autre.
}
ad-glad = { $address ->
    [tu] Nous aimerions le faire avec toi.
   *[vous] Nous serions ravis de le faire avec vous.
}
ad-place-in-team = { $address ->
    [tu] Ta place dans l’équipe
   *[vous] Votre place dans l’équipe
}
ad-how-to-apply = { $address ->
    [tu] Pour candidater
   *[vous] Pour postuler
}
ad-contact = { $address ->
    [tu] Envoie ta candidature à : { $contact }.
   *[vous] Envoyez votre candidature à : { $contact }.
}
ad-equality = { $address ->
    [tu] Toutes les candidatures sont examinées sur les compétences, sans discrimination. Besoin d’un aménagement pour postuler ou travailler ? Dis-le-nous{ $contact }.
   *[vous] Toutes les candidatures sont examinées sur les compétences, sans discrimination. Besoin d’un aménagement pour postuler ou travailler ? Dites-le-nous{ $contact }.
}
ad-hours = { $n } heures par semaine
ad-postal = { $postal_code } { $city }
ad-remote-days = { $n ->
    [one] { $n } jour de télétravail par semaine
   *[other] { $n } jours de télétravail par semaine
}
ad-apprentice-pay = { $low ->
    [none] { $high } % du SMIC, selon l’âge et l’année du contrat (tableau ci-dessous)
   *[other] de { $low } à { $high } % du SMIC, selon l’âge et l’année du contrat (tableau ci-dessous)
}
ad-published = Annonce publiée le { $date_posted }.
ad-reference = Référence : { $reference }
ad-posting-existing-vacancy = Cette annonce concerne un poste existant, à pourvoir.
ad-posting-not-existing-vacancy = Cette annonce ne concerne pas un poste existant à ce jour.
ad-everything-started-we-have-no-presence = Tout est à lancer : nous ne sommes pas encore présents sur les réseaux sociaux.
ad-we-launching-our-presence-new-channels = Nous lançons notre présence, ou de nouveaux canaux.
ad-our-audience-building = Notre audience grandit.
ad-active-audience-already-there = Une audience active est déjà là.
ad-social-media = Réseaux sociaux
ad-community = Communauté
ad-how-both-fit-one-week = Comment les deux tiennent dans une semaine
ad-networks-spaces = Réseaux et espaces : { $platforms }.
ad-what-success-looks-like = Ce qui montrera la réussite (indicateurs)
ad-report = Poste rattaché à : { $reports_to }.
ad-team = L’équipe : { $team }.
ad-what-we-ask = Profil recherché
ad-least-years-practice-kind-work-any = { $experience_months ->
    [one] Au moins { $experience_months } an d’expérience de ce travail, quel que soit le secteur
   *[other] Au moins { $experience_months } ans d’expérience de ce travail, quel que soit le secteur
}
ad-beginners-welcome = Ouvert aux débutants et aux débutantes.
ad-hours-heading = Temps de travail
ad-location = Lieu
ad-fully-remote = entièrement en télétravail
ad-office = , bureaux à { $city }
ad-site = , sur site
ad-fee = Tarif
ad-allowance = Gratification
ad-pay = Salaire
ad-other-compensation = Autres rémunérations
ad-no-other-compensation-no-bonus-no = aucune autre rémunération : ni prime, ni commission
ad-collective-agreement = Convention collective
ad-no-collective-agreement = aucune convention collective
ad-above-minimum = Au-delà du minimum
ad-we-willing-pay-more-than-minimum = rémunération supérieure au minimum possible, selon l’expérience
ad-we-do-not-pay-above-minimum = pas de rémunération supérieure au minimum
ad-benefits = Avantages
ad-tools = Outils
ad-training = La formation
ad-diploma-prepared = Diplôme préparé
ad-school-training-centre = École ou CFA
ad-rhythm = Rythme
ad-tutor = Maître d’apprentissage
ad-least-gross-pay-month-age-year = Salaire minimum brut par mois, selon l’âge et l’année du contrat :
ad-age = Âge
ad-year = Année
ad-share-minimum-wage = Part du SMIC
ad-under = moins de { $age_to } ans
ad-over = { $age_from } ans et plus
ad-to = { $age_from } à { $age_to } ans
ad-closing-date = Date limite de candidature : { $closing_date }.
ad-hiring-process = Le processus de recrutement :
ad-we-use-artificial-intelligence-ai = Nous utilisons un logiciel d’intelligence artificielle pour trier ou classer les candidatures.
ad-we-do-not-use-ai-screen = Aucune intelligence artificielle ne trie les candidatures.

## job/description.md.j2

description-remote-days = { $n ->
    [one] { $n } jour par semaine
   *[other] { $n } jours par semaine
}
description-week-published = { $role ->
    [hybrid] Sur { $hours } heures par semaine, d’après les parts publiées pour chaque métier, à moitié pour chacun ; un point de départ à ajuster :
   *[other] Sur { $hours } heures par semaine, d’après les parts publiées pour ce métier ; un point de départ à ajuster :
}
description-job-description = Fiche de poste : { $plain_title }
description-company = Entreprise
description-reports = Rattachement
description-team = Équipe
description-not-stated = non précisée
description-remote = Télétravail
description-fully = entièrement
description-not-stated-within = non précisé
description-purpose = Raison d’être du poste
description-responsibilities = Missions
description-how-week-divides = Répartition d’une semaine
description-about-hours-work-week-estimated-post = Environ { $week_hours } heures de travail par semaine, d’après l’estimation de ce poste :
description-activity = activité
description-share = part
description-hours = heures
description-results = Résultats attendus
description-working-arrangements = Organisation du travail
description-requirements = Profil
description-least-years-practice-kind-work = { $experience_months ->
    [one] Au moins { $experience_months } an d’expérience de ce travail
   *[other] Au moins { $experience_months } ans d’expérience de ce travail
}
description-tools-networks-pay = Outils, réseaux et salaire
description-tools = Outils :
description-networks = Réseaux :
description-pay = Salaire :
description-benefits = Avantages :
description-check-law-before-publishing = À vérifier dans la loi avant de publier
description-checked-check-official-text = { $name } : { $says } Vérifié le { $verified_on } ; consultez le texte officiel.
