# Autres dossiers qui peuvent concerner la même personne, pour la réception du Centre.

matches-title = Correspondances possibles
matches-lead = Autres dossiers qui peuvent concerner la même personne, par leur numéro et avec la raison. Les noms en d’autres écritures et graphies, les dates inversées ou estimées sont pris en compte. Rien de l’autre dossier n’est montré ici, et personne hors de la réception ne voit cette page. Une correspondance ne prouve rien : vérifiez, demandez et dites ce que vous savez.
matches-checked = Dernière vérification : { $moment }.
matches-never-checked = Personne n’a encore vérifié.
matches-stale = Une personne ou un numéro s’est ajouté depuis. Vérifiez de nouveau.
matches-none = Aucun autre dossier où suffisamment d’éléments concordent. Qui est connu sous d’autres noms n’est pas trouvé ainsi.
matches-case = Dossier { $reference }
matches-possible = Correspondance possible
matches-reason = Ce qui a été dit, et pourquoi
matches-say-otherwise = Dire autre chose ou revenir dessus
matches-check-again = Vérifier de nouveau

matches-own-title = Un autre de vos dossiers peut concerner la même personne
matches-own = { $name }, dossier { $reference } : { $why }

todo-matches = Doublons possibles examinés
todo-matches-check = Cherchez d’autres dossiers de la même personne.
todo-matches-open = { $count ->
    [one] Une correspondance possible dont personne n’a rien dit.
   *[other] { $count } correspondances possibles dont personne n’a rien dit.
}

case-page-matches = Correspondances possibles ({ $count })

agreement-number = Un numéro de document ou de dossier concorde.
agreement-reach = Un numéro de téléphone ou une adresse de courriel concorde.
agreement-birth-names = La date de naissance et deux noms concordent.
agreement-birth-only-name = La date de naissance et le seul nom concordent.
agreement-swapped-names = Deux noms concordent, ainsi que la date de naissance si l’on inverse le jour et le mois.
agreement-birth-name-initial = La date de naissance et un nom concordent, et un autre commence de même.
agreement-near-names = Deux noms concordent, ainsi que deux des éléments jour, mois et année de naissance.
agreement-year-names = Deux noms et l’année de naissance concordent ; l’une des dates est estimée.
agreement-next-year-names = Deux noms concordent et les années de naissance se suivent ; l’une des dates est estimée.
agreement-same-year-names = Deux noms et l’année de naissance concordent, bien que les deux dates soient connues et diffèrent.
agreement-birth-name = La date de naissance et un nom concordent.
agreement-names-alone = Deux noms concordent ; une date de naissance manque.
agreement-among = Parmi ces noms de la personne : { $names }

name-part-family = nom de famille
name-part-given = prénoms
name-part-own-script = nom dans sa propre écriture
name-part-other = autres noms

entry-earlier-checked = { $count ->
    [0] Aucun autre dossier trouvé
    [one] Une correspondance possible
   *[other] { $count } correspondances possibles
}
