# Les formulaires de la question sur la qualité de défenseur.

form-raise-status-query-title = Poser une question sur la qualité de défenseur
form-raise-status-query-intro = Si vous détenez une preuve qui fait douter de ce que le partenaire a attesté, il ne vous revient pas de trancher : vous posez la question. Elle suit la voie prévue pour le partenaire qui a recommandé, et aucune décision ne peut être rendue dans le dossier avant la réponse.
form-raise-status-query-evidence = Ce que vous détenez
form-raise-status-query-evidence-hint = De quoi il s’agit et d’où cela vient. Ne le vérifiez auprès de personne dans un pays hostile.
form-raise-status-query-question = Ce que vous demandez
form-raise-status-query-question-hint = Une seule question, à laquelle les personnes consultées peuvent répondre.
form-raise-status-query-submit = Envoyer la question

form-answer-status-query-title = Consigner la réponse à une question sur la qualité de défenseur
form-answer-status-query-intro = Vous consignez ce qui a été répondu. Aucune conclusion de votre part n’est demandée.
form-answer-status-query-query = Question
form-answer-status-query-by = Qui a répondu
form-answer-status-query-by-hint = L’organisation ou l’unité, et la fonction de la personne.
form-answer-status-query-answer = La réponse, telle qu’elle a été donnée
form-answer-status-query-submit = Consigner la réponse
