# Un dossier et ses personnes.

case-caption = Dossier { $reference }
case-pages = Pages du dossier
case-page-overview = Vue d’ensemble
case-page-referral = Recommandation
case-page-persons = Personnes ({ $count })
case-page-documents = Documents ({ $count })
case-page-interview = Entrevue
case-page-fairness = Préoccupations ({ $count })
case-page-queries = Questions sur la qualité
case-page-letters = Lettres ({ $count })
case-page-confidential = Confidentiel ({ $count })
case-page-timeline = Chronologie
case-nobody = Personne encore
case-and-others =
    { $others ->
        [one] { $name } et { $others } autre personne
       *[other] { $name } et { $others } autres personnes
    }
case-beside = Ce que vous pouvez faire d’autre

fact-persons = Personnes
fact-persons-travelling =
    { $count ->
        [0] Personne dans la demande encore
        [one] { $count } dans la demande
       *[other] { $count } dans la demande
    }
fact-persons-staying =
    { $count ->
        [one] { $count } membre de la famille qui n’accompagne pas
       *[other] { $count } membres de la famille qui n’accompagnent pas
    }
fact-partner = Recommandation de
fact-origin = de l’inventaire de { $partner }
fact-asylum = Pays d’asile
fact-office = Bureau de migration
fact-date = Date de la recommandation
fact-since = À cette étape depuis
fact-officer = Agent
fact-processing-priority = Priorité de traitement
fact-submission-priority = Priorité de présentation

## La suite

next-word = À faire
next-nothing = Rien ne vous attend ici
next-ended = Le dossier est clos sans décision
next-missing =
    { $count ->
        [one] Il manque un élément
       *[other] Il manque { $count } éléments
    }
next-go-on = Continuer : { $what }
next-missing-what = Chaque partie ci-dessous dit ce qui manque, en vertu de quelle disposition et où l’ajouter. Rien ne sort de votre organisation avant l’approbation d’un superviseur.
next-returned = Le Centre à Ottawa a retourné la recommandation :
next-sent-back = Le superviseur l’a renvoyée :
next-recalled = Elle a été reprise :
next-complete = Tout y est
next-complete-what = Relisez le tout, puis demandez l’approbation d’un superviseur qui n’en a rien écrit.
next-caseworker-asks = Un intervenant peut maintenant demander l’approbation.
next-approve = Lisez la recommandation, puis approuvez-la ou renvoyez-la
next-approve-what = Vous attestez, au nom de votre organisation, que la personne est un défenseur des droits de la personne.
next-approve-own = Vous avez écrit une partie de cette recommandation : un autre superviseur doit l’approuver. Vous pouvez la renvoyer.
next-read = Lire la recommandation
next-awaiting = Un superviseur la lit
next-awaiting-what = Toute modification obligera à redemander l’approbation.
next-submit = Présenter la recommandation
next-submit-what = Elle est approuvée et attestée. L’âge des enfants est fixé au jour où vous la présentez.
next-with-centre = Le Centre à Ottawa l’examine
next-with-centre-what = Il l’accepte, demande ce qui manque ou la retourne; vous en êtes avisé. Tant qu’il ne l’a pas acceptée, vous pouvez la reprendre.
next-held = Le Centre à Ottawa demande ce qui manque
next-held-due = Réponse attendue au plus tard le { $date } ({ $far }).
next-held-attest = La recommandation a changé : un superviseur doit l’approuver de nouveau avant que vous répondiez.
next-check = Vérifier si la recommandation est complète
next-check-complete = Rien ne manque à la liste de vérification.
next-check-missing =
    { $count ->
        [one] Il manque un élément de la liste de vérification; il est indiqué ci-dessous.
       *[other] Il manque { $count } éléments de la liste de vérification; ils sont indiqués ci-dessous.
    }
next-answered = Le partenaire a répondu à votre liste :
next-waiting-partner = Le partenaire fournit ce qui manque
next-number-and-office = Inscrire le numéro de dossier et choisir le bureau
next-number = Inscrire le numéro de dossier, puis offrir le dossier
next-office = Choisir le bureau de migration
next-transfer = Offrir le dossier au bureau
next-transfer-what = Bureau choisi : { $office }.
next-transfer-refused = La dernière offre n’a pas abouti :
next-offered = Le bureau décide s’il prend le dossier
next-offered-what = Le dossier est offert à ce bureau : { $office }. Vous serez avisé de sa réponse.
next-accept = Acceptez le dossier, ou dites pourquoi non
next-accept-what = Lisez-le d’abord. Si vous l’acceptez, il vous est attribué, et le Centre à Ottawa ne peut plus l’ouvrir.
next-afresh = Apprécier le dossier à nouveau
next-afresh-what = Un autre agent a apprécié le dossier avant qu’il ne soit confié à son agent actuel. Celui qui entend la personne décide : cet agent lit le dossier, entend la personne de nouveau ou dit pourquoi ce n’est pas nécessaire, et signe. D’ici là, aucune décision n’est possible.
next-plan = Planifier l’entrevue
next-plan-what = La sécurité de la personne passe avant tout : en personne, par vidéo, ou pas du tout.
next-interview = Tenir l’entrevue et signer les notes
next-interview-go-on = Poursuivre l’entrevue
next-discrepancy = Soumettre la contradiction à la personne et en indiquer l’issue
next-discrepancy-what = Aucune décision n’est rendue tant qu’une contradiction reste ouverte.
next-answer-late = Le délai de réponse est passé
next-answer-late-what = La réponse à une préoccupation était attendue au plus tard le { $date }. Consignez-la, ou consignez qu’il n’y en a pas eu.
next-query = Une question sur la qualité de défenseur est ouverte
next-query-what = Aucune décision n’est possible dans ce dossier avant la réponse.
next-assess =
    { $count ->
        [one] { $name } : une tâche ouverte
       *[other] { $name } : { $count } tâches ouvertes
    }
next-decide = Une décision peut être rendue : { $name }
next-decided = Une décision a été rendue pour chaque personne
next-noticed = L’avis a été donné le { $date }, au dossier et au partenaire qui a recommandé.

## Ce qui est fait et ce qui manque

todo-people = Personnes
todo-claim = La demande de protection
todo-safety = Sécurité
todo-consents = Consentements
todo-documents = Documents
todo-referral = La recommandation
todo-referral-line = Référence et numéros
todo-approval = Approbation et présentation
todo-file = Le dossier
todo-whole-case = Le dossier entier
todo-complete = Complet
todo-missing = { $count } à fournir
todo-useful = { $what } – utile, non exigé
todo-ready = À faire maintenant
todo-not-yours = Dans un autre rôle
todo-not-yet = Pas encore
todo-planned = Planifiée
todo-under-way = En cours
todo-answered = Réponse reçue
todo-fairness = Préoccupations et réponses
todo-status-query = Questions sur la qualité de défenseur
todo-waiting-answers = { $count } sans réponse
todo-answer-due = Prochaine réponse attendue au plus tard le { $date }
todo-eligibility = Recevabilité
todo-admissibility = Admissibilité
todo-decision = Décision
todo-closed-of =
    { $closed ->
        [one] { $closed } close sur { $all }
       *[other] { $closed } closes sur { $all }
    }
todo-concerns =
    { $count ->
        [one] { $count } préoccupation
       *[other] { $count } préoccupations
    }
todo-open =
    { $count ->
        [one] { $count } tâche ouverte
       *[other] { $count } tâches ouvertes
    }
todo-after-principal = Après le demandeur principal
todo-not-decided = Sans décision
todo-shares-class = De la même catégorie que le demandeur principal.
todo-with-principal = Avec le demandeur principal

## Ce qui est consigné

record-opening = Le dossier
record-attestation = Attestation
record-attested = Attesté
record-by = { $name }, { $moment }
record-nothing = Rien n’est encore écrit.
consent-outcome-told = L’issue peut être communiquée au partenaire
consent-outcome-not-told = L’issue ne doit pas être communiquée au partenaire

## Personnes

persons-title = Personnes
persons-caption = Personnes au dossier
persons-name = Nom
persons-relationship = Lien
persons-born = Naissance
persons-nationality = Nationalité
persons-none = Personne n’a encore été ajouté. Commencez par le demandeur principal.
persons-removed = Personnes retirées du dossier
person-title = Personne
person-pages = Pages de la personne
person-others = Autres personnes au dossier :
person-in-application = Visée par la demande
person-not-accompanying = N’accompagne pas
person-stateless = Aucune
person-no-nationality = Sans nationalité; pays de résidence habituelle antérieure : { $countries }
person-unknown = Inconnue
person-consent = Consentement
person-documents = Documents
person-documents-see = Voir

age-title = L’âge, et ce qu’il change
age-years =
    { $years ->
        [0] moins d’un an
        [one] { $years } an
       *[other] { $years } ans
    }
age-turns = Aura { $age } ans le { $date }.
age-turned = A eu { $age } ans le { $date }.
age-locked = L’âge est fixé à { $age } ans à la date de la recommandation, le { $date } ({ $provision }).
age-would-lock = Si la recommandation est présentée aujourd’hui, l’âge est fixé à { $age } ans au { $date } ({ $provision }).
age-hurry = Présentez la recommandation avant le { $date } : ce jour-là, l’enfant atteint { $age } ans et n’est plus un enfant à charge par l’âge.
age-dependent = Enfant à charge ce jour-là : moins de vingt-deux ans et sans époux ni conjoint de fait, ou à charge en raison de son état ({ $provision }).
age-not-dependent = N’est pas un enfant à charge ce jour-là ({ $provision }). La personne doit répondre elle-même à la définition, comme les autres proches.
age-unclear = Ce qui est consigné ne permet pas de dire si la personne est un enfant à charge ({ $provision }). L’agent en décide; une date de naissance complète aide.

todo-inquiries = Demandes à des autorités
inquiry-none-meant = Le texte nomme un pays d’où vient le danger ({ $country }); pourquoi aucune de ses autorités n’est visée : { $reason }
inquiry-refused = Refusée
inquiry-recorded = Consignée
next-review = { $name } : le refus attend une deuxième personne
next-review-what = Personne n’est informé avant que quelqu’un d’autre ne l’ait lu.
todo-afresh = Par l’agent qui a pris la relève
