# Le dossier certifié d’une décision : sa page, et ses mots sur papier.

record-title = Dossier certifié
record-lead = Tout ce dont disposait la personne qui a décidé, et rien de ce qui est venu après : ce qui a été inscrit, avec un index et des pages numérotées, chaque document et chaque lettre, et une preuve qui se contrôle sans la base de données de ce programme. La remise est inscrite au journal.
record-take = Obtenir le dossier de la décision du { $moment } (ZIP)
record-title-approved = Dossier certifié de la décision d’approuver la demande de { $name }
record-title-refused = Dossier certifié de la décision de refuser la demande de { $name }
record-foot = Dossier certifié – page {"{page}"} de {"{pages}"}
record-index = Index
record-files = Documents et lettres
record-entries = Ce qui a été inscrit, dans l’ordre
record-statement-holds = Le présent dossier contient tout ce qui a été inscrit au cas et que son bureau pouvait lire, jusqu’à cette décision inclusivement. Rien de ce qui a été inscrit par la suite n’y figure.
record-statement-left-out =
    { $entries ->
        [one] Une inscription n’y figure pas, parce qu’elle contient ce qu’un autre membre de la famille garde confidentiel à l’égard de cette personne.
       *[other] { $entries } inscriptions n’y figurent pas, parce qu’elles contiennent ce que d’autres membres de la famille gardent confidentiel à l’égard de cette personne.
    }
record-statement-partner = Ce que le partenaire qui a recommandé la personne a gardé pour lui n’a jamais été devant le bureau et n’y figure pas.
record-statement-proof = Chaque inscription est à sa place dans un journal auquel on ne fait qu’ajouter. Le fichier record.json dit où se trouve chacune et mène à la racine du journal tel qu’il était à la décision. Quiconque a la clé publique du journal peut tout contrôler : safeconduct verify --record FICHIER --key CLÉ. Si un seul octet a été changé, le contrôle le dit.
record-statement-files = Les documents et les lettres accompagnent le présent dossier dans des fichiers distincts, exactement tels qu’ils étaient; chacun est nommé plus loin avec son SHA-256.
record-statement-times = Les jours et les heures sont en UTC.
record-field-person = Personne
record-field-numbers = Numéros
record-field-office = Bureau
record-field-position = Place de la décision dans le journal
record-field-count = Nombre d’inscriptions dans le présent dossier
record-field-entered = Inscrit
record-field-name = Nom du fichier tel qu’il a été donné
record-field-size = Taille en octets
record-field-sha256 = SHA-256
record-field-sealed = SHA-256 du fichier chiffré
record-field-date = Date de la recommandation
record-field-on = Jour
record-field-route = Consulté
record-field-rule = Règle qui l’a refusé
record-field-concerns = Réserves communiquées
record-field-pages = Pages
record-not-here = ne figure pas au présent dossier
