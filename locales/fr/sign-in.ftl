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
