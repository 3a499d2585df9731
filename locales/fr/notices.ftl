# Avis adressés à un groupe.

notices-lead = Ce qui est arrivé aux dossiers que votre groupe a recommandés, ouverts ou offerts. Un avis dit le cours du dossier et son issue, jamais les motifs.
notices-none = Aucun avis pour l’instant.
notices-mark = Tout marquer comme lu
notices-unread = Non lu
notices-newest = Ce sont les avis les plus récents. Ce qui précède se trouve dans l’historique de chaque dossier.
done-notices-read = Les avis sont marqués comme lus pour tout votre groupe.

news-returned = La recommandation vous a été renvoyée. Les motifs sont dans le dossier.
news-held = La recommandation est en suspens jusqu’à votre réponse à la liste des lacunes, qui est dans le dossier.
news-held-until = La recommandation est en suspens jusqu’à votre réponse à la liste des lacunes, qui est dans le dossier. La réponse est attendue au plus tard le { $due }.
news-answered = Le partenaire a répondu à la liste des lacunes. Le dossier est de retour à la réception.
news-file-created = La recommandation a été acceptée et le dossier créé.
news-file-created-on = La recommandation a été acceptée et le dossier créé. La date de la recommandation est le { $date }.
news-numbered = Le numéro de dossier a été consigné : { $number }.
news-transferred = { $office } a pris le dossier en charge.
news-transfer-refused = Le bureau de migration n’a pas pris le dossier en charge. Le motif est dans le dossier ; choisissez un autre bureau.
news-outcome = Toutes les décisions ont été rendues au { $on } : { $approved ->
    [one] { $approved } personne acceptée
   *[other] { $approved } personnes acceptées
}, { $refused ->
    [one] { $refused } personne refusée
   *[other] { $refused } personnes refusées
}.
news-ended = Le dossier a pris fin le { $on } sans décision.
news-letter = Une lettre est arrivée : { $letter }.
notices-letter = Lire la lettre (PDF)
news-reopened = Une décision est réexaminée depuis le { $on }. Ce qui avait été communiqué ne vaut plus pour tous.
news-family-member = Un membre de la famille a été déclaré après la présentation et figure maintenant au dossier.
