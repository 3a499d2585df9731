# Pourquoi un acte a été refusé : quelle est la règle, et que faire maintenant. La page ajoute la disposition en cause.

## Ouverture et contenu d’une recommandation

refused-not-a-partner = Seul un partenaire peut ouvrir ou présenter une recommandation, et votre organisation n’en est pas un à cette date. Si c’est une erreur, adressez-vous à l’administrateur.
refused-refers-through-unhcr = Selon les règles en vigueur, { $partner } ne recommande pas directement : ses cas passent par le HCR, qui recommande. Confiez ce cas au HCR.
refused-origin-not-taken-over = { $partner } ne reprend pas de cas de cet inventaire. Choisissez votre propre organisation, ou une organisation dont elle peut reprendre les cas.
refused-one-principal-applicant = Un dossier a un seul demandeur principal, et celui-ci en a déjà un autre. Modifiez d’abord le lien de cette personne.
refused-birth-in-the-future = La date de naissance est dans l’avenir. Vérifiez l’année.
refused-date-in-the-future = La date est dans l’avenir, et ceci ne peut être consigné qu’après coup. Vérifiez la date.
refused-date-in-the-past = La date est passée. Choisissez aujourd’hui ou un jour ultérieur.
refused-no-such-person = Cette personne n’est pas, ou n’est plus, au dossier. Revenez au dossier et choisissez de nouveau.
refused-no-such-document = Ce document n’est pas, ou n’est plus, au dossier. Revenez au dossier et choisissez de nouveau.
refused-no-such-kind = Ce type ne figure pas sur la liste en vigueur. Choisissez-en un autre.
refused-no-such-reason = Ce motif ne figure pas sur la liste en vigueur. Choisissez-en un autre.
refused-empty-file = Le fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis ajoutez-le de nouveau.
refused-file-too-large = Le fichier dépasse { $megabytes } Mo. Divisez-le ou faites-en une copie plus légère, puis ajoutez-la.
refused-document-already-added = Ce fichier a déjà été ajouté. Cherchez-le parmi les documents.
refused-text-needed = Il faut écrire quelque chose ici. Quelques mots précis suffisent.
refused-reason-needed = Il faut un motif : quiconque lira le dossier plus tard doit pouvoir comprendre. Indiquez-le et réessayez.

## Approbation, présentation, compléments

refused-own-work = Vous avez écrit une partie de cette recommandation et ne pouvez donc pas l’approuver. Demandez à un superviseur qui n’y a pas pris part.
refused-statement-not-confirmed = La déclaration n’est pas confirmée. Cochez la case si vous engagez la parole de votre organisation; sinon, renvoyez la recommandation.
refused-not-attested = L’attestation du superviseur manque, ou la recommandation a été modifiée après. Demandez l’approbation, puis réessayez.
refused-incomplete =
    { $count ->
        [one] Il manque encore un élément : { $first }. La liste des tâches montre où l’ajouter.
       *[other] Il manque encore { $count } éléments, dont le premier : { $first }. La liste des tâches les montre tous et indique où les ajouter.
    }
refused-no-intake-group = Aucun groupe n’est prêt à recevoir les recommandations au Centre des opérations de réinstallation. Rien n’est perdu : avisez l’administrateur et présentez la recommandation plus tard.
refused-allocation-used =
    { $left ->
        [0] Les { $limit } places de votre organisation pour { $year } sont toutes prises.
       *[other] Cette recommandation compte { $persons } personnes; il reste à votre organisation { $left } de ses { $limit } places pour { $year }.
    } La recommandation reste telle quelle. Parlez-en à votre superviseur : des places se libèrent lorsqu’une recommandation est reprise ou retournée.

## Réception et transfert

refused-practice-is-to-hold = Une recommandation incomplète est mise en attente avec la liste de ce qui manque; elle n’est pas retournée. Mettez-la en attente.
refused-practice-is-to-return = Une recommandation incomplète est retournée au partenaire; elle n’est pas mise en attente. Retournez-la.
refused-due-in-the-past = Le jour où la réponse est attendue est passé. Choisissez-en un ultérieur.
refused-uci-belongs-to-a-person = L’IUC est le numéro d’une personne. Indiquez laquelle.
refused-number-already-recorded = Ce numéro est déjà inscrit. Il n’y a rien d’autre à faire.
refused-no-such-office = Ce bureau ne figure pas sur la liste en vigueur. Choisissez-en un autre.
refused-office-in-adverse-country = { $office } : ce bureau se trouve dans un pays dont les autorités ne doivent jamais être contactées au sujet de ce dossier. Choisissez-en un autre.
refused-office-override-needs-reason = Ce bureau n’est pas celui qui dessert le pays d’asile. Indiquez pourquoi vous le choisissez, ou prenez celui qui est proposé.
refused-no-office-chosen = Aucun bureau de migration n’a encore été choisi. Choisissez-en un, puis offrez-lui le dossier.
refused-office-has-no-group = { $office } : ce bureau n’est pas encore prêt à recevoir des dossiers. Avisez l’administrateur, ou choisissez un autre bureau en indiquant pourquoi.
refused-not-a-colleague = Cet agent n’est pas membre de votre groupe et ne pourrait pas ouvrir le dossier. Choisissez un collègue du groupe.
refused-already-assigned = Le dossier est déjà attribué à cet agent. Il n’y a rien à faire.
refused-emergency-is-unhcr = Seul le HCR peut déclarer une urgence extrême, selon sa propre priorité d’urgence. Marquez le dossier comme urgent; si les jours sont comptés, demandez au HCR de faire la recommandation.

## Entrevue

refused-video-or-waiver-needs-reason = Une entrevue par vidéo, ou l’absence d’entrevue, doit être motivée. Choisissez le motif dans la liste.
refused-interview-not-planned = On ne pose de questions, n’inscrit d’interprète et ne signe de notes que dans une entrevue planifiée. Planifiez-la d’abord, en disant ce qui a été pris en compte pour la sécurité de la personne.
refused-no-such-notes = Ces notes ne sont pas dans ce dossier. Revenez à l’entrevue et choisissez de nouveau.

## Admissibilité et interdiction de territoire

refused-no-such-element = Cet élément n’est pas parmi ceux qui sont en vigueur. Revenez à l’étude et choisissez de nouveau.
refused-considerations-not-weighed = Vous concluez contre la personne sans dire comment les points à côté de cet élément ont été appréciés. Écrivez-le pour chacun d’eux.
refused-element-cannot-be-left-out = La loi exige cet élément de toute personne. Concluez qu’il est établi ou non.
refused-no-such-check = Cette vérification n’est pas parmi celles qui sont en vigueur. Revenez à l’étude et choisissez de nouveau.
refused-check-not-asked = Cette ligne est là pour être lue : elle nomme un motif qui ne s’applique pas aux réfugiés hors du Canada, ou une chose à ne pas faire. Elle n’appelle aucun résultat.
refused-result-needs-reasons = Une préoccupation et une dispense doivent être motivées. Écrivez les motifs et consignez de nouveau le résultat.
refused-no-exemption = La loi ne dispense personne de cette vérification. Choisissez un autre résultat.
refused-check-is-no-ground = Cette étape n’est pas un motif d’interdiction de territoire et aucune préoccupation ne peut reposer sur elle. Consignez la préoccupation sous le motif en cause.

## Équité procédurale et questions sur la qualité de défenseur

refused-due-before-put = La réponse est attendue avant que la préoccupation ait été soumise. Laissez à la personne le temps de répondre.
refused-no-such-concern = Cette préoccupation n’est pas dans ce dossier. Revenez à l’étude et choisissez de nouveau.
refused-concern-already-answered = Cette préoccupation a reçu sa réponse. S’il y a du nouveau, soumettez-le comme une préoccupation distincte.
refused-time-to-answer-still-runs = La personne peut encore répondre jusqu’au { $due }. Attendez sa réponse, ou que ce jour soit passé.
refused-silence-does-not-meet-a-concern = Sans réponse, la préoccupation n’est pas dissipée. Laissez la case vide; si la préoccupation est tombée d’elle-même, modifiez la conclusion en cause.
refused-query-already-open = Une question sur la qualité de défenseur est déjà ouverte. Consignez sa réponse avant d’en poser une autre.
refused-no-route = Aucune voie n’est prévue pour les questions sur la qualité de défenseur dans les cas de ce partenaire. Rien n’est perdu : avisez l’administrateur.
refused-no-such-query = Cette question n’est pas dans ce dossier. Revenez au dossier et choisissez de nouveau.
refused-query-already-answered = Cette question a reçu sa réponse. Si un point reste obscur, posez-en une autre.

## Décision

refused-no-such-task = Cette tâche n’est pas parmi celles de l’étude. Revenez à l’étude et choisissez de nouveau.
refused-already-decided = La décision sur cette personne est déjà rendue. Une décision signée ne change plus.
refused-not-in-this-application = Cette personne n’accompagne pas le demandeur principal : il n’y a rien à décider maintenant. Elle présentera sa propre demande plus tard, dans l’année qui suit le jour où le demandeur se voit conférer l’asile.
refused-outside-delegation = Aucun pouvoir de décider n’est inscrit pour vous à ce jour. Confiez le dossier à un agent désigné qui a ce pouvoir, ou demandez à l’administrateur de vérifier le registre.
refused-status-query-open = Une question sur la qualité de défenseur est ouverte. Aucune décision ne peut être rendue dans le dossier avant que la réponse soit consignée.
refused-task-open =
    { $count ->
        [one] Une tâche obligatoire est encore ouverte :
       *[other] { $count } tâches obligatoires sont encore ouvertes, dont la première :
    } { $task ->
        [interview] l’entrevue
        [discrepancies] les contradictions
        [convictions] les déclarations de culpabilité et les accusations
        [fresh-assessment] la nouvelle appréciation
       *[other] { $task }
    }. Menez-la à terme, ou laissez-la volontairement ouverte en disant pourquoi.
refused-finding-stands-against = Une conclusion est opposée à la personne : { $task }. L’approbation sera possible une fois ce point réglé : soumettez la préoccupation, appréciez la réponse et modifiez la conclusion si la réponse la dissipe.
refused-not-of-the-class = Il a été conclu que la personne n’est pas un réfugié au sens de la Convention outre-frontières, et l’aide publique est réservée à cette catégorie. Si cette conclusion ne tient plus, modifiez-la d’abord.
refused-principal-first = Les membres de la famille font partie de la catégorie du demandeur principal, dont le cas n’est pas encore décidé. Décidez d’abord du sien.
refused-element-not-established = Cet élément a été laissé volontairement ouvert : { $task }. Un visa n’est délivré que sur ce qui est établi : consignez d’abord la conclusion.
refused-refusal-needs-a-finding = Rien n’est opposé à cette personne et un refus ne reposerait donc sur rien. Consignez d’abord la conclusion et soumettez la préoccupation, ou approuvez.
refused-class-not-considered = Les deux catégories doivent être examinées avant un refus, et celle-ci ne l’a pas été. Consignez l’appartenance à la catégorie, avec les motifs.
refused-refusal-needs-evidence = Un refus doit dire sur quelle preuve il repose et pourquoi elle ne suffit pas. Écrivez-le sous les éléments de preuve.
refused-concern-never-put = La personne n’a jamais été avisée de cette préoccupation : { $task }. Soumettez-la-lui et laissez-la répondre avant qu’elle compte.
refused-concern-not-answered = Cette préoccupation n’a pas encore reçu de réponse : { $task }. Consignez la réponse et appréciez-la, ou attendez la fin du délai.
refused-concern-met = Vous avez consigné que la réponse dissipe cette préoccupation : { $task }. Modifiez la conclusion ou le résultat en cause; un refus ne peut reposer sur elle.
refused-provision-missing = Le refus omet une disposition sur laquelle il repose, pour cette conclusion : { $task }. Cochez toutes les dispositions indiquées.
refused-provision-without-finding = Le refus invoque une disposition au titre de laquelle rien n’a été conclu contre cette personne. Retirez-la, ou consignez d’abord la conclusion.

## Le service lui-même

refused-permit-for-another-act = Le dossier a changé pendant que vous travailliez, ou l’acte en visait un autre. Rien n’a été fait. Rouvrez le dossier et réessayez.

## Comptes, groupes, délégations

refused-no-such-group = Aucun groupe ne porte ce code. Vérifiez le code, ou créez d’abord le groupe.
refused-role-does-not-fit = Ce rôle n’existe pas dans un groupe de ce genre. Choisissez un autre rôle, ou un autre groupe.
refused-handle-taken = Ce nom d’utilisateur est vide ou appartient à quelqu’un d’autre. Choisissez-en un autre.
refused-code-taken = Ce code est pris. Choisissez-en un autre.
refused-not-a-designated-officer = Le pouvoir de décider ne peut être inscrit que pour une personne certifiée comme agent désigné. Faites d’abord établir le certificat.
refused-ends-before-it-begins = Le dernier jour précède le premier. Vérifiez les deux dates.

## Le système d’un partenaire

refused-key-used-before = Cette clé d’idempotence a déjà servi, pour autre chose. Envoyez la requête avec une nouvelle clé.

refused-interpreter-not-briefed = L’interprète doit d’abord être informé de ce qu’exige la confidentialité et de la manière d’interpréter.
refused-no-such-gender = Indiquez si l’interprète est une femme ou un homme.
refused-interpreter-gender-needs-reason = La personne avait demandé un autre interprète. Écrivez pourquoi ce n’était pas possible.
refused-interpreter-replaced-without-reason = Une autre personne interprétait auparavant. Écrivez pourquoi elle a été remplacée : les réponses qu’elle a interprétées demeurent et se lisent en conséquence.
refused-interpreter-not-understood = La personne ne comprend pas cet interprète. Inscrivez-en un autre avant de poursuivre les questions.
refused-heard-and-in-the-room = La personne interrogée ne peut pas compter aussi parmi les autres personnes dans la pièce.
refused-no-such-discrepancy = Cette contradiction ne figure pas dans ce dossier. Retournez à l’entrevue et choisissez de nouveau.
refused-discrepancy-settled = Cette contradiction est close. Relevez-en une autre si autre chose ne concorde pas.
refused-no-register = Le registre des autres dossiers ne peut être interrogé ici. Rien n’a été cherché.
refused-checks-used-up = Vous avez cherché { $limit } fois en une heure, ce qui est la limite. Votre tentative est consignée. Reprenez dans une heure ou demandez à un collègue.
refused-no-such-match = Ce dossier ne figure pas parmi ceux qui ont été trouvés. Vérifiez d’abord de nouveau.
refused-match-said-already = C’est déjà ce qui est consigné.
refused-nothing-to-take-back = Rien n’a été dit de ce dossier sur quoi l’on puisse revenir.
refused-discrepancy-not-put = Une contradiction ne peut rester inexpliquée qu’après avoir été soumise à la personne. Soumettez-la d’abord.

refused-discrepancy-never-put = La contradiction { $number } n’a jamais été soumise à la personne : rien ne peut lui être opposé de ce fait. Soumettez-la et laissez la personne répondre, ou dites pourquoi elle est sans importance.

refused-adverse-country = Le défenseur est en danger du fait de ce pays : { $country }. Aucune de ses autorités ne peut être sollicitée. Seule votre tentative a été consignée.
refused-adverse-country-named = Ce que vous avez écrit nomme un pays d’où vient le danger pour le défenseur : { $country }. Si une autorité de ce pays est visée, écrivez autre chose. Si aucune ne l’est, dites pourquoi plus bas : le motif reste consigné.
refused-police-certificate-from-home = Aucun certificat de police n’est demandé aux autorités d’un pays dont une personne du dossier a la nationalité ou dans lequel elle avait sa résidence habituelle ({ $country }) : la demande elle-même les renseignerait. Seule votre tentative a été consignée.
refused-extension-not-later = Le nouveau jour doit être postérieur au { $due } et à aujourd’hui : un délai déjà accordé n’est pas repris.
refused-letter-to-a-child = Une lettre est écrite à un adulte. Ce qui concerne un enfant est écrit au demandeur principal.
refused-no-concern-to-put-by-letter = Aucune préoccupation en suspens sur cette personne n’est à soumettre par lettre. Soumettez-en d’abord une, en choisissant « par lettre ».
refused-letter-due-too-soon = La personne a déjà jusqu’au { $due } pour répondre : la lettre ne peut fixer un jour plus tôt.
refused-no-number-recorded = Il n’y a encore aucun numéro à communiquer. Consignez d’abord le numéro du dossier.
refused-not-all-decided = Les lettres de décision sont écrites une fois que tous les membres du cas ont fait l’objet d’une décision.
refused-no-consent-to-tell-the-partner = Aucun membre du cas n’a accepté que le partenaire soit informé de l’issue.
refused-letter-goes-with-the-return = Cette lettre est écrite lors du renvoi de la recommandation et part avec elle.
refused-interview-has-no-day = Le plan de l’entrevue n’a pas encore de jour, ou ce jour est passé. Fixez d’abord le jour.
refused-not-a-time = Indiquez l’heure en heures et minutes, par exemple 14 h 30.
refused-nobody-decided-so = Aucune personne dont cette lettre peut parler n’a fait l’objet d’une telle décision.
refused-letter-not-typeset = La lettre n’a pas été composée; rien n’a donc été signé. Essayez de nouveau.
refused-no-such-letter = Il n’y a pas de telle lettre dans ce cas.
refused-reasons-are-not-for-the-partner = Une lettre de refus donne des motifs : elle va à la personne, et le partenaire n’est informé que de l’issue.
refused-letter-is-not-for-the-partner = Cette lettre n’a pas été écrite pour passer par le partenaire.
refused-letter-is-for-the-partner = Cette lettre s’adresse au partenaire et lui parvient ici.
refused-letter-already-sent = Le partenaire a déjà reçu cette lettre.
refused-no-safe-contact = Aucun contact sûr n’est consigné dans le cas : rien ne peut être envoyé.
refused-protocol-not-kept = Une lettre ne part qu’aux heures du contact sûr et dans ses mots. Cochez les deux une fois que c’est le cas.
refused-case-moved-on = Le cas a changé pendant que la lettre était composée; rien n’a donc été signé. Consultez le cas, puis essayez de nouveau.
refused-letter-lacks-facts = Le cas ne contient pas ce qu’une telle lettre doit dire.
refused-letter-without-glyph = Cet ordinateur n’a pas de police pour { $scripts }; la lettre n’a donc pas été composée. Demandez à votre administrateur d’installer : { $packages }.
refused-letter-unprintable = Le caractère { $character } ne peut figurer dans une lettre. Retirez-le là où il a été saisi.
refused-letter-too-long = La lettre serait plus longue qu’une lettre ne peut l’être. Raccourcissez ce qui a été écrit.
refused-letter-cannot-be-typeset = La lettre n’a pu être composée. Rien n’a été signé ni perdu; votre administrateur en trouvera la cause dans le journal technique.
refused-not-decided = Il n’a pas été statué sur cette personne.
refused-no-second-person-asked = Aucune deuxième personne n’est demandée pour cette décision, ou elle l’a déjà lue.
refused-own-decision = Vous avez rendu cette décision : quelqu’un d’autre la lit.
refused-court-ordered-it = La Cour fédérale a annulé la décision : elle est rouverte.

refused-source-needed = Indiquez d’où vient l’information. Cochez au moins une source.
refused-adverse-word-unsaid = Il n’y a pour l’établir que la parole des autorités de ce pays ({ $country }), dont le défenseur est menacé. Dites-le en cochant la case, ou cochez l’autre source qui existe.
refused-adverse-word-not-weighed = Il n’y a pour l’établir que la parole d’autorités dont le défenseur est menacé. Écrivez pourquoi il y a des motifs raisonnables de la croire, ou concluez que les faits ne sont pas établis.
refused-no-such-conviction = Cette fiche ne figure pas dans ce dossier. Retournez à l’admissibilité et choisissez de nouveau.
refused-conviction-concluded = Cette fiche est conclue. Rouvrez-la, avec le motif, avant de la modifier.
refused-conviction-open = Cette fiche est déjà ouverte. Il n’y a rien à rouvrir.
refused-no-such-comparison = Cet élément ne figure pas sur cette fiche. Laissez le choix vide pour en ajouter un.
refused-no-such-channel = Cette voie n’est pas parmi les voies sûres en vigueur aujourd’hui. Choisissez-en une autre; ne demandez jamais rien aux autorités du pays.
refused-no-such-sign = L’un des signes ne figure pas sur la liste en vigueur aujourd’hui. Choisissez de nouveau.
refused-no-element-unmatched = Chaque élément comparé a son pareil en droit canadien, ou aucun n’a été comparé. Comparez l’élément qui n’en a pas, ou concluez autrement.
refused-partner-context-not-sought = Le partenaire qui a recommandé n’a pas été consulté. Consultez-le par une voie sûre et consignez ce qui lui a été demandé; concluez ensuite.
refused-equivalence-not-made = Aucun élément n’a été comparé au droit canadien. Comparez d’abord chaque élément essentiel de l’infraction.
refused-element-unmatched = Un élément essentiel n’a pas son pareil en droit canadien : l’infraction n’est pas équivalente. Comparez-le de nouveau si c’était une erreur, ou concluez autrement.
refused-not-ten-years = La grande criminalité suppose une infraction punissable au Canada d’un emprisonnement maximal d’au moins dix ans. Cochez la case si c’est le cas, ou concluez autrement.
refused-prosecution-needed = Indiquez comment l’infraction est poursuivie au Canada. Celle qui peut l’être par mise en accusation ou par procédure sommaire est assimilée à la première.
refused-summary-offence-alone = L’infraction punissable par procédure sommaire seulement n’emporte pas à elle seule interdiction de territoire. Il faut deux déclarations de culpabilité qui ne découlent pas des mêmes faits, chacune sur une fiche où chaque élément a son pareil : désignez l’autre, ou concluez autrement.
refused-check-passed-already = Selon la vérification, rien n’est retenu contre la personne : { $task }. Consignez-en de nouveau le résultat comme préoccupation, et soumettez-la à la personne, avant de conclure ainsi.
refused-check-still-a-concern = La vérification demeure une préoccupation, et aucune autre fiche ne la fonde : { $task }. Consignez-en d’abord de nouveau le résultat.
refused-concern-needs-worksheet = Une préoccupation relative à la criminalité repose sur une fiche, et cette personne n’en a aucune. Ouvrez-en d’abord une sur la déclaration de culpabilité ou l’accusation.
refused-concluded-otherwise = Chaque fiche de cette personne a été conclue autrement : la préoccupation ne reposerait sur rien. Rouvrez une fiche, avec le motif, s’il y a du nouveau.
refused-conviction-stands = Une fiche conclut à l’interdiction de territoire pour ce motif. Rouvrez-la, avec le motif, avant de consigner que rien n’est retenu contre la personne.
refused-nothing-to-relieve = Cette vérification ne donne lieu à aucune préoccupation : il n’y a rien à lever. Consignez-en d’abord le résultat.
refused-no-such-relief = Cette mesure ne figure pas sur la liste en vigueur aujourd’hui. Choisissez-en une autre.
refused-relief-cures-another-ground = La loi ne permet pas à cette mesure de lever ce motif. Choisissez-en une parmi celles indiquées à côté de la vérification.
refused-relief-is-shut = Un autre motif relevé à l’égard de cette personne exclut cette mesure. Laissez la case vide et écrivez pourquoi, ou choisissez-en une autre.
refused-exemption-needs-its-reason = Indiquez pour quelle raison la loi dispense la personne : son âge, ou une collecte impossible ou impraticable.
refused-age-is-another = À la date de la demande, la personne n’avait pas cet âge. Choisissez une autre raison, ou corrigez la date de naissance.
refused-answered-before-asked = La réponse ne peut précéder la demande. Vérifiez les deux dates.
refused-holds-too-long = Le résultat vaut au plus tard jusqu’au { $due }, à compter du jour de la visite. Indiquez ce jour ou un jour antérieur, ou laissez le champ vide.

refused-who-hears-decides = Une nouvelle appréciation ne peut être laissée ouverte : celui qui entend la personne décide. L’agent à qui le dossier est attribué la fait, ou le dossier revient à l’agent qui a entendu la personne.
refused-case-of-another-officer = Le dossier est attribué à un autre agent, qui seul peut le déclarer. Adressez-vous à cet agent ou faites-vous attribuer le dossier.
refused-nothing-to-assess-afresh = Il n’y a rien à apprécier à nouveau : aucun autre agent n’a apprécié le dossier avant vous, ou vous l’avez déjà fait.
refused-not-heard-again = Aucune note d’une entrevue que vous auriez menée ne figure ici depuis que le dossier vous est attribué. Signez-en d’abord, ou dites pourquoi il n’est pas nécessaire d’entendre la personne de nouveau.

refused-no-such-item = Cet élément n’est pas dans le dossier. Retournez à la page où il figure et choisissez de nouveau.
refused-kept-from-oneself = On ne garde pas un renseignement confidentiel à l’égard de soi-même. Retirez de la liste la personne qui l’a demandé.
refused-kept-from-who-knows-it = Cela ne peut rester confidentiel à l’égard de la personne qui l’a dit ou à qui c’est soumis. Indiquez à l’égard de qui cela vaut.
refused-already-kept = Cela est déjà confidentiel à leur égard, à la demande de cette personne. Rien n’a été changé.
refused-nothing-kept = Cette personne n’a rien demandé à ce sujet, ou la confidentialité a déjà été levée.
refused-lifted-without-agreement = Seul le consentement de la personne qui l’a demandée, interrogée seule, lève la confidentialité. Posez-lui la question, ou n’y touchez pas.
refused-concern-rests-on-what-is-kept = { $count ->
    [one] Un élément sur lequel repose cette préoccupation est confidentiel
   *[other] { $count } éléments sur lesquels repose cette préoccupation sont confidentiels
} à l’égard de qui devrait y répondre. Demandez à la personne concernée, seule, si elle consent à lever la confidentialité; ou fondez la préoccupation sur d’autres éléments; ou renoncez-y.
refused-refusal-rests-on-what-is-kept = { $count ->
    [one] Un élément sur lequel repose ce refus est confidentiel
   *[other] { $count } éléments sur lesquels repose ce refus sont confidentiels
} à l’égard de qui doit en connaître les motifs. Demandez à la personne concernée, seule, si elle consent à lever la confidentialité; ou concluez sur d’autres éléments; ou renoncez à ce motif.
refused-letter-rests-on-what-is-kept = { $count ->
    [one] Cette lettre repose sur un élément confidentiel
   *[other] Cette lettre repose sur { $count } éléments confidentiels
} à l’égard de la personne qui la lira, et tromperait sans cela : elle n’a pas été établie. Demandez à la personne concernée, seule, si elle consent à lever la confidentialité; ou fondez la préoccupation sur d’autres éléments; ou renoncez à ce qui en dépend.
refused-safety-not-considered = Pour cette façon d’entendre la personne, un point de sa sécurité est resté vide : { $point }. Écrivez ce qui a été pris en compte, ou que rien n’est connu.
refused-interpreter-to-be-avoided = Le plan nomme des antécédents que l’interprète ne doit pas avoir. Comparez, et cochez la case si rien ne correspond à l’interprète; sinon, trouvez-en un autre.
refused-declaration-of-a-child = La question se pose à un adulte. Choisissez le demandeur principal ou un autre adulte du dossier.
refused-consequences-not-explained = Une réponse ne compte qu’une fois les conséquences expliquées. Expliquez-les, puis cochez la case.
refused-record-rests-on-what-is-kept = Cette décision repose sur un élément qu’un autre membre de la famille garde confidentiel à l’égard de la personne, ou le nomme. Son dossier ne peut être remis. Demandez à la personne qui le garde, seule, si les autres peuvent le savoir; si elle y consent, inscrivez-le d’abord.
refused-record-without-an-application = Le dossier complet est destiné à la Cour. Consignez d’abord la demande d’autorisation visant cette personne.
refused-receipt-code = Ce n’est pas un code de reçu : il a trente chiffres, et l’un d’eux au moins est faux ou manque. Comparez avec ce que vous avez noté.
refused-receipt-code-unknown = Rien n’est gardé sous ce code. Il n’a jamais été envoyé, ou tout a été repris, ou son temps est écoulé.
refused-first-contact-full = Il n’y a plus de place ici. Attendez la réponse.
refused-first-contact-ended = Une réponse définitive a été donnée. Rien ne peut être ajouté.
refused-first-contact-closed = Trop de personnes attendent en ce moment. Revenez dans quelques jours.
refused-leave-sought-already = Une demande visant cette personne est déjà devant la Cour. Consignez d’abord ce qui en est résulté.
refused-served-before-the-decision = La signification au bureau ne peut précéder la décision.
refused-no-such-application = Il n’y a pas de telle demande dans ce dossier.
refused-application-has-ended = Ce qui est résulté de cette demande est déjà consigné.
refused-ended-before-it-was-served = Elle ne peut avoir pris fin avant d’être signifiée au bureau.
