# Les formulaires de la décision.

form-override-task-title = Laisser volontairement une tâche ouverte
form-override-task-intro = Une décision suppose que chaque tâche obligatoire soit close. Vous pouvez vous passer de l’une d’elles s’il y a une raison; celle-ci est consignée avec votre nom.
form-override-task-person = Personne concernée
form-override-task-person-hint = N’indiquez personne si toutes les personnes du dossier sont concernées.
form-override-task-task = Tâche
form-override-task-reason = Pourquoi la décision peut s’en passer
form-override-task-submit = La laisser ouverte

form-decide-title = Décider
form-decide-intro = Vous décidez dans les limites de votre propre délégation (LIPR, art. 6(1)) et selon votre propre appréciation. Le partenaire est avisé de l’issue, et de rien d’autre.
form-decide-person = Personne
form-decide-verdict = Décision
form-decide-verdict-hint = Un refus ne repose que sur des conclusions qui ont été soumises à la personne et auxquelles elle a pu répondre. Si rien ne lui est opposé, le visa est délivré.
form-decide-provisions = Dispositions sur lesquelles repose un refus
form-decide-provisions-hint = Toutes sans exception. Celles des conclusions en vigueur sont indiquées; n’en choisissez aucune pour une approbation.
form-decide-evidence = Éléments de preuve
form-decide-evidence-hint = À indiquer pour un refus : ce sur quoi vous vous fondez, pourquoi cela ne suffit pas et comment les préoccupations ont ou n’ont pas été dissipées.
form-decide-rests-on = Éléments du dossier sur lesquels elle repose
form-decide-rests-on-hint = Pour un refus : nul n’est refusé sur la foi de ce qui est confidentiel à son égard.
form-decide-reasons = Motifs
form-decide-reasons-hint = Clairs et complets : la personne les lira, et un juge peut-être aussi.
form-decide-submit = Signer la décision

form-review-decision-title = Lire une décision comme deuxième personne
form-review-decision-intro = Un refus est lu par quelqu’un d’autre avant que quiconque en soit informé. Vous conseillez : si vous le rendez, la personne qui a décidé statue de nouveau, dans le même sens ou dans un autre.
form-review-decision-person = Personne
form-review-decision-opinion = Ce que vous en pensez
form-review-decision-reasons = Ce que vous avez lu, et pourquoi
form-review-decision-reasons-hint = Les conclusions, les préoccupations et les réponses, les motifs. Si vous la rendez, indiquez ce qui devrait être revu.
form-review-decision-submit = Signer

form-reconsider-title = Consigner une demande de réexamen
form-reconsider-intro = Une décision communiquée vaut jusqu’à ce qu’elle soit rouverte. Rouverte, elle reste au dossier, et il est statué de nouveau sur la personne.
form-reconsider-person = Personne
form-reconsider-asked-by = Qui le demande
form-reconsider-ground = Ce qui est nouveau ou n’a pas été vu
form-reconsider-outcome = Ce qui en résulte
form-reconsider-reasons = Pourquoi
form-reconsider-submit = Consigner

form-record-leave-application-title = Consigner une demande d’autorisation
form-record-leave-application-intro = Une demande d’autorisation et de contrôle judiciaire visant cette décision a été signifiée au bureau. Tant qu’elle est devant la Cour fédérale, le dossier complet peut être obtenu pour la Cour.
form-record-leave-application-person = Personne
form-record-leave-application-court-file = Numéro du dossier de la Cour
form-record-leave-application-court-file-hint = Tel qu’il figure sur la demande, par exemple IMM-1234-26.
form-record-leave-application-served-on = Jour de la signification au bureau
form-record-leave-application-submit = Consigner

form-record-court-outcome-title = Consigner l’issue d’une demande d’autorisation
form-record-court-outcome-intro = Une décision que la Cour annule reste au dossier, puis est rouverte en consignant une demande de réexamen.
form-record-court-outcome-application = Demande
form-record-court-outcome-outcome = Issue
form-record-court-outcome-ended-on = Jour où elle a pris fin
form-record-court-outcome-submit = Consigner
