# La liste de travail.

cases-title = Dossiers
cases-caption = Dossiers de votre groupe
cases-tabs = Étapes du parcours
cases-tab-all = Tous ({ $count })
cases-tab-referral = Chez nous ({ $count })
cases-tab-intake = Au Centre à Ottawa ({ $count })
cases-tab-assessment = À un bureau de migration ({ $count })
cases-tab-decision = Décidés ou clos ({ $count })
cases-tab-here = Ici ({ $count })
cases-tab-offered = Offerts au bureau ({ $count })
cases-tab-assessed = À l’étude ({ $count })

cases-begin = Ouvrir une recommandation
cases-search = Chercher dans les dossiers du groupe
cases-search-hint = Une partie d’un numéro de dossier ou des initiales. Le texte n’est pas conservé et ne figure dans aucune adresse.
cases-search-go = Chercher
cases-filter = Filtrer et trier
cases-filter-stage = Étape
cases-filter-urgency = Degré d’urgence
cases-filter-any = Sans préférence
cases-filter-mine = Seulement mes dossiers
cases-filter-go = Afficher
cases-filter-none = Retirer tous les filtres
cases-sort = Ordre
cases-sort-usual = Habituel
cases-sort-urgency = Urgents d’abord
cases-sort-due = Par échéance
cases-sort-changed = Par dernier changement
cases-sort-stage = Par étape
cases-sort-reference = Par numéro de dossier
cases-found =
    { $count ->
        [0] Aucun dossier
        [one] { $count } dossier
       *[other] { $count } dossiers
    }

cases-column-case = Dossier
cases-column-stage = Étape
cases-column-waiting = En attente de
cases-column-due = Échéance
cases-column-persons = Personnes
cases-column-asylum = Pays d’asile
cases-age =
    { $days ->
        [0] depuis aujourd’hui
        [one] depuis { $days } jour
       *[other] depuis { $days } jours
    }
cases-overdue = En retard
cases-prepared-by = Préparé par { $name }
cases-waiting-us = Nous
cases-waiting-supervisor = Un de nos superviseurs
cases-waiting-centre = Le Centre à Ottawa
cases-waiting-office = Un bureau de migration
cases-waiting-nobody = Personne

cases-none-partner = Aucun dossier encore. Ouvrez une recommandation dès que la personne y consent : vous pouvez enregistrer le peu que vous savez et y revenir.
cases-none-supervisor = Aucun dossier encore. Une recommandation paraît ici dès qu’un intervenant en ouvre une.
cases-none-intake = Rien n’est encore arrivé. Une recommandation paraît ici dès qu’un partenaire la présente, et un courriel vous en avise.
cases-none-office = Aucun dossier n’a encore été offert à votre bureau. Il paraît ici dès que le Centre à Ottawa l’offre, et un courriel vous en avise.
cases-none-fit = Aucun dossier ne correspond à ces filtres.
cases-none-found = Aucun dossier trouvé. La recherche porte sur les numéros de dossier et les initiales; les noms sont scellés dans les dossiers.
cases-show-all = Afficher tous les dossiers

places-left = Il vous reste { $left } de vos { $limit } places pour { $year }.
places-none = C’est trop peu pour présenter cette recommandation. Vous pouvez tout de même la préparer : des places se libèrent lorsqu’une recommandation est reprise ou retournée.

outcome-counts = Approbations : { $approved }. Refus : { $refused }.
