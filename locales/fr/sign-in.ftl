# Ouvrir et fermer une session.

form-sign-in-title = Ouvrir une session
form-sign-in-intro = Safeconduct contient les dossiers de défenseurs des droits de la personne en danger. Chaque ouverture de session est consignée.
form-sign-in-submit = Ouvrir une session
form-sign-in-handle = Nom d’utilisateur
form-sign-in-passphrase = Phrase de passe
form-sign-in-passphrase-hint = Les mots que vous avez reçus ou choisis, avec les espaces qui les séparent.
form-sign-in-code = Code
form-sign-in-code-hint = Les six chiffres qu’affiche maintenant votre application d’authentification.
form-sign-in-handle-error-required = Entrez votre nom d’utilisateur
form-sign-in-passphrase-error-required = Entrez votre phrase de passe
form-sign-in-code-error-required = Entrez les six chiffres qu’affiche votre application d’authentification
error-sign-in = Le nom d’utilisateur, la phrase de passe ou le code n’est pas exact. Vérifiez les trois et essayez de nouveau avec un nouveau code
error-sign-in-wait = Il y a eu trop d’essais avec ce nom d’utilisateur. Attendez { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}, puis réessayez
error-sign-in-stale = Cette page est restée ouverte trop longtemps, ou votre navigateur refuse les témoins de ce site. Ouvrez une session de nouveau

sign-in-invitation = J’ai un code d’invitation
sign-in-demo-title = Découvrir chaque rôle
sign-in-demo = Ceci est une démonstration. Toutes les personnes, le personnel de chaque organisation et tous les dossiers sont inventés. Choisissez un rôle pour ouvrir une session; fermez-la pour en prendre un autre.
sign-in-form-title = Ou ouvrir une session avec une phrase de passe

done-signed-out = Votre session est fermée. Fermez cette fenêtre si d’autres utilisent cet ordinateur.
done-passphrase-changed = Votre phrase de passe a été changée et toutes vos sessions sont fermées. Ouvrez une session avec la nouvelle, et un nouveau code.
