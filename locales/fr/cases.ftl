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
cases-filter-urgency = Priorité de traitement
cases-filter-any = Sans préférence
cases-filter-waits = En attente de
cases-filter-stranded = Seulement les dossiers dont personne ne s’occupe
cases-filter-mine = Seulement mes dossiers
cases-filter-go = Afficher
cases-filter-none = Retirer tous les filtres
cases-sort = Ordre
cases-sort-usual = Habituel
cases-sort-urgency = Urgents d’abord
cases-sort-age = Les plus anciens ici d’abord
cases-sort-waits = Selon qui doit agir
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
cases-column-asylum = Pays d’asile
cases-age =
    { $days ->
        [0] depuis aujourd’hui
        [one] depuis { $days } jour
       *[other] depuis { $days } jours
    }
cases-column-age = Ici depuis
cases-days =
    { $days ->
        [0] aujourd’hui
        [one] { $days } jour
       *[other] { $days } jours
    }
cases-referred =
    { $days ->
        [0] recommandé aujourd’hui
        [one] recommandé il y a { $days } jour
       *[other] recommandé il y a { $days } jours
    }
cases-persons =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
cases-asked = Priorité de présentation : { $priority }
due-answer = Réponse à une préoccupation
due-interview = Entrevue
due-deficiency = Réponse à la liste de ce qui manque
due-expiry = Fin de validité d’un résultat
cases-overdue = En retard
cases-prepared-by = Préparé par { $name }
cases-waiting-us = Nous
cases-waiting-supervisor = Un de nos superviseurs
cases-waiting-centre = Le Centre à Ottawa
cases-waiting-office = Un bureau de migration
cases-waiting-nobody = Personne
cases-waiting-also = aussi : { $others }
waits-designated-officer = Un agent désigné, pour décider
waits-officer = L’agent
waits-applicant = La réponse du demandeur
waits-consulted = La réponse à une question sur la qualité
waits-security-partner = Le filtrage de sécurité
waits-result = Le résultat d’une vérification
waits-partner = Le partenaire
waits-supervisor = Le superviseur du partenaire
waits-centre = Le Centre à Ottawa
waits-office = Le bureau de migration

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

nobody-title = Personne ne s’occupe de ces dossiers
nobody-this = Personne ne s’occupe de ce dossier
nobody-all =
    { $count ->
        [one] L’afficher
       *[other] Les afficher tous ({ $count })
    }
nobody-no-officer = Il n’est attribué à aucun agent.
nobody-left = { $name } ne fait plus partie de ce groupe.
nobody-switched-off = Le compte de { $name } est désactivé.
nobody-away =
    { $days ->
        [one] { $name } n’a pas ouvert de session depuis { $days } jour.
       *[other] { $name } n’a pas ouvert de session depuis { $days } jours.
    }

pace-title = Durée des dossiers à ce bureau
pace-past = Dossiers décidés
pace-this = Ce dossier
pace-newcomer = Un dossier arrivé aujourd’hui, priorité « { $priority } »
pace-within =
    { $days ->
        [one] { $share } % des dossiers décidés ici au cours des { $span } derniers jours l’ont été en { $days } jour ou moins (n = { $count }).
       *[other] { $share } % des dossiers décidés ici au cours des { $span } derniers jours l’ont été en { $days } jours ou moins (n = { $count }).
    }
pace-few = Aucun chiffre possible : { $found } au cours des { $span } derniers jours; il en faut au moins { $least }.
pace-wait =
    { $ahead ->
        [0] Aucun dossier ne précède. Au rythme des { $span } derniers jours (dossiers clos : { $finished }), son tour se termine dans { $from } à { $to } jours.
        [one] { $ahead } dossier précède. Au rythme des { $span } derniers jours (dossiers clos : { $finished }), son tour se termine dans { $from } à { $to } jours.
       *[other] { $ahead } dossiers précèdent. Au rythme des { $span } derniers jours (dossiers clos : { $finished }), son tour se termine dans { $from } à { $to } jours.
    }
pace-wait-unknown =
    { $ahead ->
        [0] Impossible à dire. Aucun dossier ne précède, mais trop peu de dossiers ont été clos ici au cours des { $span } derniers jours ({ $finished }); il en faut au moins { $least } pour établir un rythme.
        [one] Impossible à dire. { $ahead } dossier précède, mais trop peu de dossiers ont été clos ici au cours des { $span } derniers jours ({ $finished }); il en faut au moins { $least } pour établir un rythme.
       *[other] Impossible à dire. { $ahead } dossiers précèdent, mais trop peu de dossiers ont été clos ici au cours des { $span } derniers jours ({ $finished }); il en faut au moins { $least } pour établir un rythme.
    }
pace-note = Compté à partir des seuls dossiers de ce bureau, du jour où chacun y est arrivé. Ce n’est une promesse pour personne ni une mesure du travail de qui que ce soit. Précèdent les dossiers de priorité plus élevée et, à priorité égale, les plus anciens.
