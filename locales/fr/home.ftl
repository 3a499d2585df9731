# Le cadre des pages d’une personne connectée, et la première page.

nav-work = Dossiers
nav-notices = Avis
nav-tracking = Suivi
nav-audit = Vérification
nav-administration = Administration
nav-keys = Clés
nav-account = Mon compte
nav-count = { $label } ({ $count })

done-repeated = C’était déjà enregistré. Le second envoi n’a rien changé.

error-refused = { $text }
error-step-up = La phrase de passe ou le code est inexact. Réessayez avec un nouveau code. Rien n’a encore été fait.

home-waiting-title = Votre compte n’est pas encore prêt
home-waiting-lead = Vous avez accepté l’invitation. Avant que vous puissiez ouvrir quoi que ce soit, des collègues doivent confirmer que la clé créée pour vous est bien la vôtre. Personne ne peut sauter cette étape, pas même la personne qui gère le service.
home-waiting-again = Quand une étape est franchie, votre session se ferme ; ouvrez-la de nouveau pour voir la suivante.
home-state-done = Fait
home-state-now = En attente
home-state-later = Ensuite
home-step-joined = Vous avez accepté l’invitation et choisi votre phrase de passe
home-step-certified = Deux gardiens des clés de votre organisation certifient votre clé
home-step-officers = Il manque { $left ->
    [one] une signature
   *[other] { $left } signatures
}. Adressez-vous à : { $names }.
home-step-no-officers = Votre organisation n’a pas assez de gardiens des clés pour le faire. Prévenez la personne qui gère votre Safeconduct.
home-step-admitted = Un membre de votre groupe vous y fait entrer
home-step-members = Tout membre de { $group } peut le faire : { $names }.
home-step-no-members = Personne de { $group } ne peut le faire en ce moment. Prévenez la personne qui gère votre Safeconduct.
home-step-first = Vous êtes la première personne de { $group } : une fois votre clé certifiée, ouvrez de nouveau une session et les clés du groupe seront créées.

fingerprint-title = L’empreinte de votre clé
fingerprint-read-aloud = Quand un gardien des clés vous appelle, lisez ces caractères à voix haute. Il les compare à ceux de son écran et ne signe que s’ils sont identiques.
