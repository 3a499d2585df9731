
# Les lettres d’un cas : ce qui peut être écrit, ce qui est signé, comment c’est parti.

letters-title = Lettres
letters-lead = Une lettre dit ce que dit le dossier : rien n’est saisi deux fois. Elle vous est montrée comme ébauche, puis signée et conservée chiffrée, exactement telle qu’elle a été signée.
letters-write = Lettres à écrire
letters-to-write = À écrire
letters-signed-before = Déjà signée
letters-signed-title = Lettres signées
letters-none = Aucune lettre n’a encore été signée.
letters-to = À { $name }
letters-addressee = Destinataire
letters-signed = Signée
letters-hash = SHA-256 de la lettre
letters-left = Envoyée
letters-sent = Envoyée
letters-not-sent = Pas encore envoyée
letters-read =
    { $pages ->
        [one] Lire la lettre (PDF, { $pages } page)
       *[other] Lire la lettre (PDF, { $pages } pages)
    }
letters-draft = Lire d’abord l’ébauche (PDF)
next-letters-what = Les lettres de décision restent à signer et à envoyer.

inset-letter = Choisissez à quoi sert la lettre.
inset-letter-acknowledgement = Elle communique au partenaire la date de la recommandation et chaque numéro consigné.
inset-letter-invitation = Le jour, les personnes, la langue et la forme viennent du plan de l’entrevue. Ne dites rien ici du danger que court la personne.
inset-letter-fairness = Elle soumet à cette personne chaque préoccupation en suspens qui doit l’être par lettre, avec ce sur quoi elle repose. Ce qui concerne un autre adulte est écrit à cet adulte.
inset-letter-approval = Elle nomme toutes les personnes approuvées, et celles qui ont été déclarées sans accompagner.
inset-letter-refusal = Elle donne les conclusions sur les deux catégories, les éléments de preuve, chaque préoccupation avec la réponse, et chaque motif avec sa disposition. Ce qui concerne un autre adulte est écrit à cet adulte.
inset-letter-outcome = L’issue seulement, jamais les motifs; et seulement pour les personnes qui ont accepté que le partenaire soit informé.
inset-protocol = Contact sûr : par cette voie, et par aucune autre
inset-no-contact = Aucun contact sûr n’est consigné. Demandez au partenaire avant tout envoi.
concern-extended = Délai prolongé
letters-kept = Ne peut être écrite
