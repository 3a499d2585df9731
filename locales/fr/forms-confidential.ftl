# Les renseignements qu’un membre demande de ne pas révéler aux autres membres de la famille.

form-keep-confidential-title = Garder un renseignement confidentiel
form-keep-confidential-intro = Un membre du dossier peut demander que ce qu’il a dit ou remis ne soit pas révélé aux autres. Personne n’a à dire pourquoi. Aucune lettre aux autres ne le contiendra, et chaque page qui le montre le signale.
form-keep-confidential-item = Ce qui reste confidentiel
form-keep-confidential-person = Qui l’a demandé
form-keep-confidential-person-hint = La personne dont c’est le renseignement. Posez-lui la question en l’absence de tout autre membre de la famille.
form-keep-confidential-from = À l’égard de qui
form-keep-confidential-from-hint = N’indiquez personne pour que cela vaille à l’égard de tous les autres membres du dossier, y compris ceux qui seront ajoutés plus tard.
form-keep-confidential-asked-on = Jour de la demande
form-keep-confidential-submit = Garder confidentiel

form-lift-confidence-title = Lever la confidentialité
form-lift-confidence-intro = Seule la personne qui l’a demandée peut y consentir. Une fois qu’une lettre a informé les autres, on ne peut plus revenir en arrière.
form-lift-confidence-item = Ce qui était confidentiel
form-lift-confidence-person = Qui y consent
form-lift-confidence-agreed-on = Jour du consentement
form-lift-confidence-agreed = La question a été posée à la personne en l’absence de tout autre membre de la famille, et elle a consenti librement
form-lift-confidence-agreed-error-required-flag = Posez la question à la personne, seule. Sans son consentement, le renseignement reste confidentiel
form-lift-confidence-submit = Lever la confidentialité
