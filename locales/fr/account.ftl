# Son propre compte.

account-name = Nom
account-group = Groupe
account-roles = Rôles
account-session = Fin de cette session, au plus tard
account-fingerprint = Un gardien des clés qui veut s’assurer de votre identité compare ces caractères à ceux de son écran.

form-change-passphrase-title = Changer ma phrase de passe
form-change-passphrase-submit = Changer ma phrase de passe
form-change-passphrase-new = Nouvelle phrase de passe
form-change-passphrase-new-hint = Les sept mots ci-dessus, séparés par une seule espace, ou la vôtre. Toutes vos sessions se fermeront.
form-change-passphrase-new-error-required = Tapez la nouvelle phrase de passe
form-change-passphrase-again = Si vous avez choisi la vôtre : la même une seconde fois
form-change-passphrase-passphrase = Phrase de passe actuelle
form-change-passphrase-passphrase-error-required = Entrez votre phrase de passe actuelle
form-change-passphrase-code = Code
form-change-passphrase-code-hint = Les six chiffres qu’affiche maintenant votre application d’authentification.
form-change-passphrase-code-error-required = Entrez les six chiffres qu’affiche votre application d’authentification
