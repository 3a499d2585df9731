# Agir sur un dossier : étapes, ce qui accompagne les formulaires, ce qui est dit ensuite.

act-go-on = Continuer
act-check-title = Vérifiez vos réponses
act-check-change = Modifier
act-check-attest = Vous engagez la parole de votre organisation. Elle ne tombe que si la recommandation change.
act-check-decide = Une décision signée ne peut être modifiée. La personne et le partenaire sont avisés lorsque chaque personne au dossier a reçu une décision.
act-check-withdraw = Le dossier est clos pour tous. C’est irréversible.
act-check-sign-notes = Des notes signées ne changent jamais. Vous pourrez y ajouter.
act-check-add-addendum = Un ajout signé ne change jamais.

## À côté des formulaires

inset-countries = Selon la recommandation
inset-countries-nationality = Nationalité : { $countries }
inset-countries-former = Pays de résidence habituelle antérieure : { $countries }
inset-countries-now = Vit maintenant dans ce pays : { $countries }
inset-countries-none = aucun pays indiqué
inset-replaced = Ces réponses sont passées par un interprète qui a été remplacé : { $numbers }. Ce qui ne concorde pas avec elles peut tenir à l’interprète.
inset-considerations = À garder à l’esprit
inset-missing = Ce qui manque encore
inset-complete = Rien ne manque à la liste de vérification.
inset-deficiencies = Ce que demande le Centre à Ottawa
inset-office = La famille réside dans ce pays : { $country }. Bureau qui le dessert : { $office }. Le choix d’un autre bureau exige un motif.
inset-office-chosen = Bureau choisi : { $office }.
inset-office-none = Aucun bureau n’est encore choisi.
inset-adverse = Ne jamais contacter les autorités des pays suivants, ni quiconque leur transmettrait l’information : { $countries }.
inset-interview-safety = Ce que doit savoir, selon le partenaire, la personne qui mènera l’entrevue
inset-notes-of = Notes de l’entrevue tenue le { $date }.
inset-concern = La préoccupation, telle que soumise
inset-concern-due = Réponse attendue au plus tard le { $date }.
inset-query = La question, telle que posée
inset-reply-by = Le délai habituel de réponse prend fin le { $date }.
inset-conviction-steps = En présence d’une condamnation, dans cet ordre
inset-conviction-signs = Signes d’illégitimité d’une condamnation

law-see = à lire avec { $provisions }
law-lifted = non exigé d’une personne vulnérable ou ayant un besoin urgent de protection ({ $provision })
law-alternative = une seule de plusieurs possibilités suffit
law-holds-months = le résultat vaut { $count } mois à compter du jour de la visite ({ $provision })

source-stream = Instructions ministérielles sur le volet
source-release = Annonce ministérielle du volet
source-page = Instructions publiées
source-assumed = Hypothèse : les instructions publiées n’en disent rien

submit-persons =
    { $persons ->
        [one] Elle compte pour { $persons } personne dans votre allocation annuelle.
       *[other] Elle compte pour { $persons } personnes dans votre allocation annuelle.
    }
submit-date = Date de la recommandation : { $date }.
submit-age = { $name } a { $age } ans ce jour-là, et cet âge vaut pour toute la demande.
submit-age-not = { $name } n’est pas un enfant à charge ce jour-là et devra répondre elle-même ou lui-même à la définition.
submit-age-unclear = Ce qui est consigné ne permet pas de dire si cette personne est un enfant à charge ce jour-là : { $name }.

## Après la fin d’une session

resume-title = Votre session est rouverte
resume-banner = Votre session est rouverte. Ce que vous aviez écrit est ici, et rien n’a encore été envoyé.
resume-lead = Le formulaire ci-dessous n’a pas été envoyé, car votre session avait pris fin. Relisez-le, puis envoyez-le.
resume-send = Envoyer maintenant
resume-kept = Ce que vous avez écrit n’est pas perdu : la page le garde, sans le montrer, jusqu’à l’ouverture d’une session.
resume-sign-in = Ouvrir une session et continuer

## Ce qui a été fait

done-open-referral = La recommandation est ouverte. Seul votre groupe peut la lire.
done-record-work = Enregistré.
done-record-risk = Enregistré.
done-record-declaration = Enregistré.
done-set-contact = Enregistré, et scellé à part du reste.
done-add-person = La personne est ajoutée.
done-change-person = Enregistré.
done-remove-person = La personne est retirée du dossier. Le motif y reste consigné.
done-record-consent = Le consentement est consigné.
done-add-document = Le document est chiffré et ajouté.
done-withdraw-document = Le document est retiré. Il reste consigné qu’il y était.
done-request-approval = L’approbation est demandée. Un superviseur en est avisé.
done-send-back = La recommandation est renvoyée à l’intervenant.
done-attest = Approuvé et attesté. La recommandation peut être présentée.
done-submit = Présentée au Centre des opérations de réinstallation à Ottawa.
done-answer-deficiency = Votre réponse est envoyée au Centre à Ottawa.
done-return-referral = La recommandation est retournée au partenaire. Elle ne figure plus dans votre liste.
done-hold-referral = La liste est envoyée au partenaire.
done-accept-referral = Acceptée. Le dossier est créé, et le partenaire en est avisé.
done-record-number = Le numéro est inscrit.
done-choose-office = Le bureau est choisi.
done-transfer = Le dossier est offert au bureau.
done-accept-transfer = Le dossier est à votre bureau et vous est attribué.
done-refuse-transfer = Refusé. Le Centre à Ottawa en est avisé et fera un autre choix.
done-recall-transfer = Le dossier est de nouveau à vous seuls.
done-reassign = Le dossier est attribué.
done-plan-interview = Le plan est enregistré.
done-sign-notes = Les notes sont signées.
done-add-addendum = L’ajout est signé.
done-find-element = La conclusion est consignée.
done-find-class = La conclusion est consignée.
done-record-check = Le résultat est consigné.
done-put-concern = La préoccupation est consignée.
done-answer-concern = La réponse est consignée.
done-raise-status-query = La question est consignée. Aucune décision n’est possible dans ce dossier avant la réponse.
done-answer-status-query = La réponse est consignée.
done-override-task = La tâche est laissée ouverte volontairement, avec votre nom et votre motif.
done-decide = La décision est signée.
done-set-urgency = La priorité est fixée.
done-assess-afresh = Votre nouvelle appréciation est signée.
done-withdraw = Le dossier est clos sans décision.

done-record-interpreter = L’interprète est inscrit.
done-log-answer = La question et la réponse sont scellées. Vous pouvez consigner la suivante.
done-note-discrepancy = La contradiction est relevée. Soumettez-la à la personne.
done-put-discrepancy = L’explication est consignée.
done-settle-discrepancy = La contradiction est close.
done-open-conviction = La fiche est ouverte. Comparez les éléments et consultez le partenaire.
done-record-equivalence = La comparaison est enregistrée.
done-record-context = Le contexte donné par le partenaire est consigné.
done-conclude-conviction = La fiche est conclue.
done-reopen-conviction = La fiche est rouverte.
done-consider-relief = Ce qui a été envisagé est consigné.
inset-interpreter-woman = La personne a demandé qu’une femme interprète.
inset-interpreter-man = La personne a demandé qu’un homme interprète.
inset-last-answer = La dernière question et la dernière réponse consignées
inset-discrepancy = La contradiction

done-ask-authority = La demande est consignée. Vous pouvez la faire.
done-extend-time = Le délai est prolongé. Prévenez la personne par la voie sûre.
done-sign-letter = La lettre est signée et conservée. Il reste à l’envoyer.
done-send-letter = L’envoi de la lettre est consigné.
act-check-sign-letter = Une lettre signée ne peut être modifiée. On peut en écrire une autre.
act-check-return-referral = La recommandation est renvoyée au partenaire avec cette lettre.
done-review-decision = Votre lecture est signée.
done-reconsider = La demande est consignée.
done-record-leave-application = La demande d’autorisation est consignée.
done-record-court-outcome = L’issue est consignée.
act-check-review-decision = Ce que signe une deuxième personne reste au dossier.
act-check-reconsider = Une décision rouverte ne vaut plus, et le partenaire est informé qu’elle est réexaminée.
inset-reassign = Ce dossier a été apprécié. La personne qui le prend en charge l’apprécie à nouveau avant toute décision, à moins que l’appréciation ne soit la sienne.

done-keep-confidential = Le renseignement reste confidentiel. Chaque page qui le montre le signale.
done-check-earlier = La recherche d’autres dossiers est faite. Le résultat figure ci-dessous.
done-settle-match = C’est consigné. Vous pourrez dire autre chose plus tard.
done-lift-confidence = La confidentialité est levée.
done-declare-person = Le membre de la famille est consigné.
done-confirm-declaration = La réponse est consignée.
act-check-lift-confidence = Désormais, les autres peuvent l’apprendre. Ce qu’une lettre a dit ne peut être repris.
act-check-declare-person = Vous ne pourrez plus modifier ce qui est consigné ici : vérifiez les noms et les dates. Qui voyage occupe une place et fait l’objet d’une évaluation; un dossier décidé est rouvert pour cette personne.
inset-planned = Selon le plan de l’entrevue
