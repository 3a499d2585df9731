# Ce qui ne va pas dans une réponse. Affiché près de la case, et dans le résumé après le libellé de la question.

error-word = Erreur :
error-summary-title = Il y a un problème
error-summary-kept = Ce que vous avez écrit est toujours là. Rien n’a encore été enregistré.
error-summary-secret = Rien n’a encore été fait. Les secrets ne sont jamais affichés de nouveau : écrivez-les encore une fois.

error-required = Donnez une réponse
error-required-choice = Choisissez une réponse
error-required-choices = Choisissez au moins une réponse
error-required-date = Entrez une date
error-required-flag = Cochez la case pour continuer
error-too-long = Raccourcissez le texte à { $max } caractères ou moins
error-lines-too-long = Raccourcissez la ligne { $item } à { $max } caractères ou moins
error-too-many = Gardez { $max } éléments ou moins
error-control = Écrivez ce texte de nouveau : il contient des caractères cachés ou des sauts de ligne qui ne peuvent être conservés
error-bidi = Écrivez ce texte de nouveau au lieu de le coller : il contient des marques cachées qui changent l’ordre des lettres
error-encoding = Écrivez de nouveau les caractères affichés � : ils ont été endommagés en chemin
error-date = Entrez une date qui existe, comme 27 3 1985
error-date-day-missing = Ajoutez le jour
error-date-month-missing = Ajoutez le mois
error-date-year-missing = Ajoutez l’année
error-date-year = Écrivez l’année en quatre chiffres, à partir de 1900, comme 1985
error-time = Entrez une heure sur 24 heures, comme 14 h 30
error-number = Entrez un nombre entier en chiffres, comme 12
error-range = Entrez un nombre de { $min } à { $max }
error-choice = Choisissez une des réponses proposées
error-country = Entrez le nom d’un pays tel que la liste l’écrit
error-countries = Entrez dans la case { $item } le nom d’un pays tel que la liste l’écrit
error-type = Envoyez une valeur du bon type
error-unknown = Retirez ce champ : le formulaire ne le connaît pas

# Ce qui n’a pas fonctionné. Chaque page dit ce qui s’est passé, que rien n’est perdu, et quoi faire.

problem-do = Ce que vous pouvez faire
problem-home = Aller à votre page d’accueil
problem-kept-title = Ce que vous avez écrit
problem-kept = Ce texte n’a pas été enregistré. Copiez ce qu’il vous faut avant de quitter la page.

problem-bad-request-title = Nous n’avons pas pu lire cette demande
problem-bad-request-what = Ce que votre navigateur a envoyé était incomplet, ou cette page ne l’accepte pas.
problem-bad-request-safe = Rien n’a été modifié, et rien de ce qui était enregistré n’est perdu.
problem-bad-request-do = Revenez à la page précédente, rechargez-la et essayez de nouveau.
problem-bad-request-do-2 = Si vous avez suivi un lien, vérifiez qu’il est complet.

problem-cross-site-title = Cette demande vient d’un autre site
problem-cross-site-what = Pour votre sécurité, Safeconduct n’accepte que ce qui est envoyé depuis ses propres pages. Votre navigateur indique que ce n’est pas le cas.
problem-cross-site-safe = Rien n’a été modifié, et rien de ce qui était enregistré n’est perdu.
problem-cross-site-do = Ouvrez Safeconduct dans un nouvel onglet et recommencez à partir de là.
problem-cross-site-do-2 = Si un message ou un autre site vous a mené ici, dites-le à la personne qui gère votre Safeconduct.

problem-stale-form-title = Ce formulaire ne peut plus être envoyé
problem-stale-form-what = Il a été ouvert pendant une session précédente, ou avant que vous n’ouvriez une nouvelle session dans un autre onglet.
problem-stale-form-safe = Il n’a pas été enregistré. Tout ce que vous aviez enregistré avant est toujours là.
problem-stale-form-do = Ouvrez la page de nouveau et envoyez le formulaire à partir de là.

problem-signed-out-title = Votre session a pris fin
problem-signed-out-what = Pour protéger les personnes dont parlent ces dossiers, une session prend fin quand rien n’est fait pendant un moment, et de toute façon après une journée de travail.
problem-signed-out-safe = Ce que vous venez d’envoyer n’a pas été enregistré. Tout ce que vous aviez enregistré avant est toujours là.
problem-signed-out-do = Ouvrez une session, retournez à la page où vous étiez et envoyez-la de nouveau.

problem-forbidden-title = Vous ne pouvez pas faire cela
problem-forbidden-what = Votre rôle ne comprend pas cette action.
problem-forbidden-safe = Rien n’a été modifié, et rien de ce qui était enregistré n’est perdu.
problem-forbidden-do = Si elle fait partie de votre travail, adressez-vous à la personne qui gère les comptes de votre organisation.

problem-not-found-title = Page introuvable
problem-not-found-what = Il n’y a rien à cette adresse qui vous soit accessible.
problem-not-found-safe = Rien n’a été modifié, et rien de ce qui était enregistré n’est perdu.
problem-not-found-do = Vérifiez que l’adresse est complète.
problem-not-found-do-2 = Si un collègue vous a envoyé le lien, demandez-lui si le dossier est confié à votre groupe.

problem-conflict-title = Quelqu’un vous a devancé
problem-conflict-what = Pendant que vous travailliez, un collègue a modifié le même dossier, ou la même chose a déjà été envoyée depuis un autre onglet.
problem-conflict-safe = Votre modification n’a pas été enregistrée. Celle de votre collègue, et tout ce qui précède, est toujours là.
problem-conflict-do = Ouvrez le dossier de nouveau, lisez ce qui a changé, puis voyez si votre modification est encore utile.

problem-too-large-title = C’est plus que cette page ne peut recevoir
problem-too-large-what = Ce que vous avez envoyé dépasse la limite : 1 Mo pour un formulaire et, pour un fichier, la taille indiquée près du bouton d’envoi.
problem-too-large-safe = Cela n’a pas été enregistré. Tout ce que vous aviez enregistré avant est toujours là.
problem-too-large-do = Raccourcissez le texte, ou envoyez les longs documents sous forme de fichiers.
problem-too-large-do-2 = Pour un fichier, numérisez-le de nouveau à une résolution plus faible ou divisez-le.

problem-unprocessable-title = Cela ne peut être fait tel quel
problem-unprocessable-what = La demande a été comprise, mais une règle ne la permet pas dans l’état actuel du dossier.
problem-unprocessable-safe = Rien n’a été modifié, et rien de ce qui était enregistré n’est perdu.
problem-unprocessable-do = Retournez au dossier et voyez où il en est.

problem-too-many-title = Trop d’essais
problem-too-many-what = Trop d’essais ont été faits en peu de temps. Vous pourrez essayer de nouveau dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
problem-too-many-safe = Rien n’a été modifié, et rien de ce qui était enregistré n’est perdu.
problem-too-many-do = Attendez, puis essayez une fois de plus.
problem-too-many-do-2 = Si ce n’était pas vous, dites-le à la personne qui gère votre Safeconduct.

problem-internal-title = Une erreur s’est produite de notre côté
problem-internal-what = Une erreur a arrêté cette demande. Vous n’y êtes pour rien.
problem-internal-safe = Rien n’a été fait, même en partie. Tout ce que vous aviez enregistré avant est toujours là.
problem-internal-do = Essayez de nouveau dans un moment.
problem-internal-do-2 = Si cela se répète, dites à la personne qui gère votre Safeconduct ce que vous faisiez et à quelle heure.

problem-unavailable-title = Cela ne peut être fait en ce moment
problem-unavailable-what = Safeconduct est occupé, ou n’a pas pu consigner cette demande. Ce qui ne peut être consigné n’est pas fait.
problem-unavailable-safe = Rien n’a été fait, même en partie, et rien n’a été montré. Tout ce que vous aviez enregistré avant est toujours là.
problem-unavailable-do = Attendez une minute, puis essayez de nouveau.
