### Sentences of pages that code chooses.

web-page-asks-token = Cette page demande un jeton
web-enter-password-user-name-does = Saisissez-le comme mot de passe ; le nom d’utilisateur est sans importance.
web-address-cannot-used = Cette adresse ne fonctionne pas
web-write-day-yyyy-mm-dd = as_of : écrivez la date AAAA-MM-JJ, par exemple 2026-11-21.
web-answer-could-made = Nous n’avons pas pu établir la réponse.

web-yes = Oui
web-no = Non
web-answer-this = Indiquez ici une réponse.
web-write-a-number = Écrivez un nombre en chiffres, par exemple 34000.
web-write = écrivez { $what }
quoted-name = « { $text } »
web-not-found = Cette page n’existe pas
web-not-found-do = Vérifiez l’adresse, ou repartez de l’accueil.
web-method-not-allowed = Cette page ne s’ouvre pas de cette façon
web-method-not-allowed-do = Repartez de son formulaire.
web-payload-too-large = Votre envoi est trop lourd
web-payload-too-large-do = Envoyez une seule annonce, de 6 Mo au plus.
web-too-many-requests = Trop de demandes en une minute
web-too-many-requests-do = Attendez un peu, puis rechargez la page.
web-request-timeout = La demande a pris trop de temps
web-request-timeout-do = Rechargez la page, ou envoyez moins.
web-service-unavailable = Le service est occupé
web-service-unavailable-do = Attendez quelques secondes, puis recommencez.
web-unreadable = Nous n’avons pas pu lire cette demande
web-unreadable-do = Repartez du formulaire de la page.
web-internal = Une erreur est survenue de notre côté
web-internal-do = Rechargez la page dans un moment.
web-day-not-covered = Nous n’avons pas de règle pour le { $as_of } : les données { $version } commencent le { $from }.
web-no-answer = Cette question n’a pas de réponse
web-audit-file-too-large-6-mb = ce fichier est trop grand : 6 Mo au plus
web-audit-form-did-arrive-whole-send = nous n’avons pas reçu tout le formulaire ; envoyez-le de nouveau
web-audit-paste-ad-choose-file = collez l’annonce, ou choisissez un fichier
