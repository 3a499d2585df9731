# Les formulaires de ce qui peut se dire d’un dossier à toute étape.

form-set-urgency-title = Fixer la priorité
form-set-urgency-intro = Jusqu’à la création du dossier, il s’agit de la priorité de présentation : ce que demande la recommandation. Ensuite, il s’agit de la priorité de traitement du Centre ou du bureau. L’une ne modifie jamais l’autre.
form-set-urgency-urgency = À quelle vitesse le dossier doit avancer
form-set-urgency-urgency-hint = Une urgence extrême ne peut venir que du HCR, selon sa propre priorité d’urgence.
form-set-urgency-grounds = Motif
form-set-urgency-grounds-hint = Ce qui menace la vie, la liberté ou l’intégrité physique, et à quelle échéance. N’écrivez pas où se trouve la personne.
form-set-urgency-submit = Enregistrer

form-withdraw-title = Clore le dossier sans décision
form-withdraw-intro = C’est irréversible. Ce qui a été consigné demeure; pour reprendre, il faut une nouvelle recommandation.
form-withdraw-reason = Motif
form-withdraw-note = Qui l’a demandé, et ce qu’il faudra savoir plus tard
form-withdraw-note-hint = Si c’est la personne : comment vous avez vérifié que c’était bien sa volonté, exprimée librement.
form-withdraw-submit = Clore le dossier
