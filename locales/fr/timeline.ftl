# Ce qui s’est passé, et le dossier tel qu’il était.

timeline-intro = Chaque inscription que vous pouvez lire, la plus récente d’abord, en temps universel (UTC). Aucune ne peut être modifiée ni retirée. Les simples consultations figurent dans la piste des vérificateurs. Choisissez un moment pour voir le dossier tel qu’il était alors.
timeline-then = Le dossier tel qu’il était alors
timeline-kept = tenu dans : { $part }
somebody = Quelqu’un dont le compte n’existe plus
timeline-entry = inscription { $seq }
entry-submitted = date de la recommandation : { $date }, politique { $policy }
entry-decided = { $verdict }, politique { $policy }

as-of-title = Le dossier tel qu’il était
as-of-ask = Voir le dossier tel qu’il était
as-of-intro = Choisissez un jour et, s’il y a lieu, une heure. Vous voyez ce que vous pouvez lire du dossier à la fin de ce moment.
as-of-legend = Jour et heure, en temps universel (UTC)
as-of-hint = Par exemple, 27 3 2026 et 14 h 30. Sans heure : la fin du jour.
as-of-time = Heure
as-of-show = Afficher
as-of-wrong = Inscrivez un jour et une heure qui existent, comme 27 3 2026 et 14 h 30
as-of-moment = { $moment }
as-of-before = Le dossier n’était pas encore ouvert.
as-of-entries =
    { $count ->
        [one] { $count } inscription jusque-là
       *[other] { $count } inscriptions jusque-là
    }
as-of-findings = Conclusions et résultats
