# Les formulaires de l’équité procédurale.

form-put-concern-title = Soumettre une préoccupation à la personne
form-put-concern-intro = Rien ne compte contre une personne qui n’en a pas été avisée et qui n’a pas eu une véritable possibilité de répondre. Passez par le contact sûr, et par nul autre moyen.
form-put-concern-person = Personne
form-put-concern-about = Ce sur quoi elle porte
form-put-concern-concern = La préoccupation
form-put-concern-concern-hint = Une seule à la fois, en mots simples auxquels la personne peut répondre.
form-put-concern-disclosed = Ce sur quoi elle repose
form-put-concern-disclosed-hint = Tout ce sur quoi vous vous fondez, y compris ce qui vient d’ailleurs. Si nommer une source mettait quelqu’un en danger, donnez-en la substance.
form-put-concern-rests-on = Éléments du dossier sur lesquels elle repose
form-put-concern-rests-on-hint = Choisissez ce sur quoi vous vous fondez. Ce qui est confidentiel à l’égard de la personne ne peut fonder une préoccupation : fondez-la sur d’autres éléments, ou renoncez-y.
form-put-concern-put-on = Jour où elle a été soumise
form-put-concern-manner = Comment elle a été soumise
form-put-concern-due = Réponse attendue au plus tard le
form-put-concern-due-hint = Le délai habituel est inscrit. Accordez davantage s’il est difficile de joindre la personne en sécurité.
form-put-concern-submit = Consigner la préoccupation

form-answer-concern-title = Consigner la réponse à une préoccupation
form-answer-concern-concern = Préoccupation
form-answer-concern-answer = Ce que la personne a répondu
form-answer-concern-answer-hint = Ne laissez vide que si le délai est passé sans réponse.
form-answer-concern-analysis = Ce que la réponse change, et pourquoi
form-answer-concern-analysis-hint = Appréciez la réponse elle-même. D’autres peuvent vous conseiller; la conclusion vous appartient.
form-answer-concern-met = La réponse dissipe la préoccupation
form-answer-concern-met-hint = Cochez la case si c’est le cas, puis modifiez la conclusion ou le résultat en cause.
form-answer-concern-submit = Consigner la réponse

form-extend-time-title = Prolonger le délai de réponse
form-extend-time-intro = Un délai n’est jamais raccourci. Communiquez le nouveau jour à la personne par la voie sûre.
form-extend-time-concern = Préoccupation
form-extend-time-due = Réponse attendue au plus tard le
form-extend-time-reason = Qui l’a demandé, et pourquoi il est accordé
form-extend-time-submit = Prolonger le délai
