# Les chiffres de la direction de la planification.

tracking-title = Suivi
tracking-as-of = État au { $when }.
tracking-referred-this-year = En { $year }, { $persons ->
    [one] { $persons } personne a été recommandée
   *[other] { $persons } personnes ont été recommandées
}.
tracking-approved-this-year = { $persons ->
    [0] Aucune personne n’a été acceptée en { $year }.
    [one] { $persons } personne a été acceptée en { $year }, quelle que soit la date de sa recommandation.
   *[other] { $persons } personnes ont été acceptées en { $year }, quelle que soit la date de leur recommandation.
}
tracking-ceiling = Le plafond du volet pour { $year } est d’au plus { $persons } personnes.
tracking-no-target = C’est une limite et non une cible : aucun dossier n’est pressé, retenu ou tranché à cause d’elle.
tracking-no-ceiling = La politique ne fixe aucun plafond pour cette année.
tracking-months-title = Par mois
tracking-now-title = Où en sont les dossiers
tracking-by-month = Personnes recommandées et décisions rendues, du mois le plus récent au plus ancien
tracking-by-stage = Par étape
tracking-by-partner = Par partenaire qui recommande
tracking-by-origin = Par inventaire où le dossier a commencé
tracking-by-office = Par bureau de migration
tracking-month = Mois
tracking-stage = Étape
tracking-partner = Partenaire
tracking-origin = Partenaire d’origine
tracking-office = Bureau
tracking-cases = Dossiers
tracking-persons = Personnes
tracking-referred = Recommandées
tracking-approved = Acceptées
tracking-refused = Refusées
tracking-total = Total
tracking-none = Rien n’a encore été compté.
tracking-how = Compté à partir de faits scellés que chaque jalon envoie à la direction de la planification : étape, partenaire, bureau, mois et nombre de personnes. Aucun nom, numéro ou pays n’est connu ici, et aucun dossier ne peut y être ouvert.
tracking-chart-title = Personnes recommandées et acceptées par mois
tracking-chart-description = Barres pour chaque mois de { $from } à { $to }, à gauche les personnes recommandées, à droite les personnes acceptées. La plus haute vaut { $most }. Le tableau donne tous les chiffres.
