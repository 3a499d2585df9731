# Les formulaires de l’entrevue.

form-plan-interview-title = Planifier l’entrevue
form-plan-interview-intro = La sécurité de la personne passe avant tout. La vidéo convient lorsque le déplacement est impossible ou ajoute au danger; il peut aussi convenir de ne pas tenir d’entrevue.
form-plan-interview-mode = Comment la personne est entendue
form-plan-interview-reason = Pourquoi par vidéo, ou pourquoi pas du tout
form-plan-interview-reason-hint = À indiquer, sauf si l’entrevue se tient en personne.
form-plan-interview-safety = Ce qui a été pris en compte pour la sécurité de la personne
form-plan-interview-safety-hint = Le trajet, les points de contrôle, le fait d’être vue au bureau, qui d’autre vit dans le logement, la communauté de l’interprète. N’écrivez pas où vit la personne.
form-plan-interview-persons = Qui est entendu
form-plan-interview-persons-hint = N’indiquez personne pour entendre tout le monde. Les époux peuvent être entendus séparément.
form-plan-interview-on = Jour, s’il est fixé
form-plan-interview-language = Langue de l’entrevue
form-plan-interview-interpreter-gender = Interprète souhaité
form-plan-interview-interpreter-gender-hint = Demandez à la personne. Ne choisissez rien si les deux lui conviennent.
form-plan-interview-submit = Enregistrer le plan

form-sign-notes-title = Signer les notes d’entrevue
form-sign-notes-intro = Une fois signées, les notes ne changent plus : on peut y ajouter, non les modifier. Relisez-les avant de signer.
form-sign-notes-held-on = Jour de l’entrevue
form-sign-notes-present = Personnes présentes
form-sign-notes-present-hint = La fonction suffit lorsque le nom n’est pas nécessaire.
form-sign-notes-understood = La personne a dit comprendre l’interprète ou n’en avoir pas besoin
form-sign-notes-understood-hint = Posez la question et notez la réponse. Si ce n’est pas le cas, dites dans les notes ce qui a été fait.
form-sign-notes-text = Questions, réponses, observations
form-sign-notes-text-hint = Soumettez chaque contradiction à la personne et notez son explication, ou l’absence d’explication. N’écrivez ni où vit la personne ni comment on la joint.
form-sign-notes-submit = Signer les notes

form-add-addendum-title = Ajouter aux notes signées
form-add-addendum-intro = Les notes restent telles qu’elles ont été signées. Votre ajout figure à leur suite, avec votre nom et l’heure.
form-add-addendum-notes = Notes de l’entrevue tenue le
form-add-addendum-text = Ajout
form-add-addendum-submit = Signer l’ajout

form-record-interpreter-title = Inscrire l’interprète
form-record-interpreter-intro = Avant la première question. Si l’interprète change, inscrivez le suivant : le dernier inscrit compte.
form-record-interpreter-name = Qui interprète
form-record-interpreter-name-hint = Un nom, ou le service et sa référence. Seul ce bureau le voit.
form-record-interpreter-replaces = Pourquoi ce n’est plus le même interprète
form-record-interpreter-replaces-hint = Nécessaire si une autre personne interprétait auparavant. Ce qui a été consigné avant demeure, avec la mention de qui a interprété.
form-record-interpreter-language = Langue
form-record-interpreter-gender = L’interprète est
form-record-interpreter-gender-reason = Pourquoi ce n’est pas l’interprète que la personne avait demandé
form-record-interpreter-gender-reason-hint = Nécessaire seulement si ce n’est pas celui que prévoit le plan.
form-record-interpreter-background = Ce qu’on a appris des antécédents de l’interprète
form-record-interpreter-background-hint = Communauté, groupe, liens avec ceux que la personne craint. Indiquez comment vous l’avez appris.
form-record-interpreter-briefed = L’interprète a été informé de ce qu’exige la confidentialité et de la manière d’interpréter
form-record-interpreter-understood = La question a été posée à la personne, et elle comprend cet interprète
form-record-interpreter-understood-hint = Ne cochez pas si ce n’est pas le cas : aucune question ne peut être consignée tant qu’un interprète n’est pas compris.
form-record-interpreter-submit = Enregistrer l’interprète

form-log-answer-title = Consigner une question et sa réponse
form-log-answer-intro = Chacune est scellée dès l’envoi. Si la ligne est coupée, envoyez de nouveau : elle ne compte qu’une fois.
form-log-answer-person = À qui la question a été posée
form-log-answer-question = Question
form-log-answer-question-hint = Courte et ouverte. Une chose à la fois.
form-log-answer-answer = Réponse
form-log-answer-answer-hint = Telle qu’elle a été donnée. N’indiquez ni où la personne vit ni comment la joindre.
form-log-answer-others = Autres membres de la famille présents dans la pièce
form-log-answer-others-hint = Ne choisissez personne si la personne a été entendue seule.
form-log-answer-submit = Sceller et passer à la suivante
