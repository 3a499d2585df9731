# Le formulaire des vérifications relatives à l’interdiction de territoire.

form-record-check-title = Consigner le résultat d’une vérification
form-record-check-intro = Ne demandez aucun certificat de police du pays de persécution et ne vérifiez rien auprès de ses autorités : ce serait leur dire où se trouve la personne.
form-record-check-person = Personne
form-record-check-check = Vérification
form-record-check-asked-on = Jour de la demande
form-record-check-asked-on-hint = Si la réponse vient d’ailleurs : le jour de l’envoi, ou celui où la personne a été convoquée.
form-record-check-outcome = Résultat
form-record-check-outcome-hint = Une préoccupation n’est pas encore une conclusion défavorable : elle est soumise à la personne, qui peut y répondre.
form-record-check-on = Jour du résultat
form-record-check-on-hint = Pour une visite médicale, le jour où elle a eu lieu.
form-record-check-valid-until = Valable jusqu’au
form-record-check-valid-until-hint = Seulement si le résultat vieillit, comme celui d’une visite médicale. Laissé vide, il est compté à partir du jour de la visite.
form-record-check-exemption = Raison de la dispense
form-record-check-exemption-hint = Seulement si la loi dispense des renseignements biométriques.
form-record-check-reasons = Motifs
form-record-check-reasons-hint = À indiquer pour une préoccupation ou une dispense. Pour une accusation ou une condamnation à l’étranger, dites ce qu’elle visait réellement : c’est un moyen courant de punir la défense des droits de la personne.
form-record-check-submit = Consigner le résultat
